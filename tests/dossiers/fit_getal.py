"""Fits what makes a number of a toelichting contradict the bill (``wegingen_getal.toml``), and says how it does on dossiers left out.

``python tests/dossiers/fit_getal.py [--write] [--show] [FOLDER...]``: folders with ``ontwerp.txt``, ``toelichting.txt`` and ``truth.json``,
or with files of short dossiers (``material.py``).

Two logistic regressions, each weight with the sign that its feature should have. The first says which quantity of the bill one of the
toelichting stands for. It needs no annotation: where both give the same quantity, and only one of the bill has that value, the pair is
known. The second says whether a pair is a contradiction. Its examples are the annotated ones, and each known pair as it would be had the
toelichting given another value (that of the bill is then not known to be equal); what it must leave alone are all other quantities, and
most of all the annotated look-alikes. Cross-validation leaves out a part of the dossiers at a time, for both.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from material import HERE, Material, load

from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.toelichting.gelijkstelling import TEKENS_PAAR, Stand
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets_checks.toelichting import afwijking
from doenvermogentoets_checks.toelichting.afwijking import TEKENS, Omgeving, Plek, afstand, plekken, zelfde

Array = npt.NDArray[Any]
TARGET = Path(afwijking.__file__).with_name("wegingen_getal.toml")
# Strength of the prior (a normal one around nothing, features standardised) of pair and contradiction.
PRIOR_PAIR, PRIOR = 4.0, 3.0
# What an example counts: a pair that was annotated, a contradiction that was, one that was made, a look-alike, any other quantity.
PAIR, REAL, MADE, LOOK_ALIKE, OTHER = 5.0, 3.0, 0.25, 3.0, 1.0
# What is expected of a feature before anything is fitted: kinds of sentence that are rare in the dossiers keep about this weight.
USUAL = {
    **dict.fromkeys(("geschat", "gemiddeld", "aandeel", "mensen", "oud", "andere_wet", "afgeleid"), -3.0),
    **dict.fromkeys(("andere_kant", "rest", "gelijk_artikel", "geen_lengte", "telling", "last"), -2.0),
    **dict.fromkeys(("nu", "voorheen", "anderen", "praktijk", "verleden", "verschil", "uren", "die_wet"), -1.0),
}
# What certainly makes another number of it weighs at least this much.
MOST = {
    **dict.fromkeys(("geschat", "gemiddeld", "aandeel", "mensen", "oud", "andere_wet", "afgeleid"), -3.0),
    "nu": -4.0,
    "praktijk": -2.0,
}
PRECISION, CAUTION = 0.92, 0.2  # asked of the threshold, and added to it: a wrong contradiction costs more trust than one that is missed
WORTH_A_LOOK = 0.75  # asked of all that is reported, with what is only information
SHOWN = -0.75  # from which score on what is no contradiction is shown
STEPS, RATE = 300, 0.05
FOLDS = 10
_ARTIKEL = re.compile(r"(?:artikel(?:en)?|artikel \w+, onderdeel \w+ \(artikel) (\d+[a-z]*(?:[.:]\d+[a-z]*)*|[IVX]+)")


@dataclass
class Place:
    """A quantity of a toelichting: what it may stand for, and what the annotation says of it."""

    plek: Plek
    real: Stand | None = None  # the annotated one that it contradicts
    look_alike: bool = False
    unsure: bool = False  # inside something else that was annotated
    known: Stand | None = None  # the only one of its value


@dataclass
class Known:
    """One dossier; ``missed`` are annotated contradictions of which a quantity was not read or not compared."""

    name: str
    analysis: DossierAnalysis
    places: list[Place] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def read(material: Material) -> Known:
    truth = material.truth
    assert truth is not None
    analysis = analyse(material.read())
    explanation = analysis.explanation
    assert explanation is not None
    text = explanation.document.text.content
    out = Known(material.name, analysis, [Place(p) for p in plekken(explanation, {})])
    for place in out.places:
        same = [s for s in place.plek.standen if zelfde(place.plek.hoeveelheid, s.hoeveelheid)]
        place.known = same[0] if len(same) == 1 else None
    for item in [i for i in truth["expected"] if i["where"]["doc"] == "toelichting" and i["quote"] and i["theme"] == "toelichting"]:
        start = text.find(item["quote"])
        inside = [p for p in out.places if start >= 0 and start <= p.plek.hoeveelheid.span.start < start + len(item["quote"])]
        meant = contradicted(inside, item["what"])
        for place in inside:
            place.unsure = True
        if meant is not None:
            meant[0].real, meant[0].unsure = meant[1], False
        elif is_number(item):
            out.missed.append(f"{item['quote']} // {item['what']}")
    for item in [i for i in truth["forbidden"] if i["where"]["doc"] == "toelichting" and i["quote"]]:
        start = text.find(item["quote"])
        for place in out.places:
            if start >= 0 and start <= place.plek.hoeveelheid.span.start < start + len(item["quote"]):
                place.look_alike = True
    return out


def is_number(item: Mapping[str, Any]) -> bool:
    """The annotation speaks of another number, as far as can be told from its words."""
    if item["what"].startswith("getal"):
        return True
    told = hoeveelheden(item["what"])
    kinds = {h.maat for h in told} | ({"leeftijd"} if any(h.maat == "duur" for h in told) else set())
    return bool(re.search(r"egenspraak|strijd|noemt|, niet ", item["what"])) and any(h.maat in kinds for h in hoeveelheden(item["quote"]))


def contradicted(inside: Sequence[Place], what: str) -> tuple[Place, Stand] | None:
    """The quantity inside a quote and the one of the bill that the annotation («artikel 4 noemt acht weken») holds against it.

    One that only says in which artikel («getal: artikel 4») means the quantity there that can be compared, when there is one.
    """
    told = hoeveelheden(what)
    artikelen = set(_ARTIKEL.findall(what))
    if what.startswith("getal"):
        there = [
            (p, s) for p in inside for s in p.plek.standen if s.provision.unit.artikel and s.provision.unit.artikel.number in artikelen
        ]
        other = [pair for pair in there if not zelfde(pair[0].plek.hoeveelheid, pair[1].hoeveelheid)]
        return other[0] if len(other) == 1 else None
    for place in inside:
        one = place.plek.hoeveelheid
        for stand in sorted(place.plek.standen, key=lambda s: s.provision.unit.artikel is None):
            artikel = stand.provision.unit.artikel
            if artikelen and (artikel is None or artikel.number not in artikelen):
                continue
            if not zelfde(one, stand.hoeveelheid) and any(zelfde(stand.hoeveelheid, h) for h in told):
                return place, stand
    return None


NONE: Mapping[str, float] = {}


def logistic(
    rows: Array,
    labels: Array,
    counts: Array,
    names: Sequence[str],
    signs: Mapping[str, int],
    prior: float,
    usual: Mapping[str, float] = NONE,
    most: Mapping[str, float] = NONE,
) -> dict[str, float]:
    """The weights of the features as they are (not standardised), each with its sign."""
    sign = np.array([signs[n] for n in names])
    middle, scale = rows.mean(0), np.where(rows.std(0) > 0, rows.std(0), 1.0)
    constant = names.index("grens")
    middle[constant], scale[constant] = 0.0, 1.0
    standard = (rows - middle) / scale
    held = np.full(len(names), prior)
    held[constant] = 0.0
    expected = np.array([usual.get(n, 0.0) for n in names]) * scale
    ceiling = np.array([most.get(n, np.inf) for n in names]) * scale
    weights, first, second = expected.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-np.clip(standard @ weights, -30, 30)))
        slope = standard.T @ (counts * (chance - labels)) + held * (weights - expected)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = RATE * (1 - step / STEPS) + 1e-4
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights = np.where(weights * sign < 0, 0.0, weights)
        weights = np.minimum(weights, ceiling)
    plain = weights / scale
    plain[constant] -= float(middle @ plain)
    return dict(zip(names, map(float, plain), strict=True))


PAIR_NAMES, NAMES = tuple(TEKENS_PAAR), tuple(TEKENS)


def pairs(known: Known) -> tuple[Array, Array, Array]:
    """The pairs of a dossier: features, whether they belong together, what they count."""
    rows, labels, counts = [], [], []
    for place in known.places:
        right = place.real or place.known
        same = [s for s in place.plek.standen if zelfde(place.plek.hoeveelheid, s.hoeveelheid)]
        if (place.unsure and right is None) or (right is None and same):
            continue  # of more than one equal it is not known which
        for stand in place.plek.standen:
            rows.append([stand.kenmerken[n] for n in PAIR_NAMES])
            labels.append(float(stand is right))
            counts.append(PAIR if place.real is not None else 1.0)
    return np.array(rows).reshape(-1, len(PAIR_NAMES)), np.array(labels), np.array(counts)


def fit_pairs(data: Sequence[tuple[Array, Array, Array]]) -> dict[str, float]:
    rows, labels, counts = (np.concatenate(part) for part in zip(*data, strict=True))
    return logistic(rows, labels, counts, PAIR_NAMES, TEKENS_PAAR, PRIOR_PAIR)


def weighed(plek: Plek, weights: Mapping[str, float]) -> Plek:
    found = [
        Stand(s.provision, s.hoeveelheid, s.kenmerken, sum(weights[n] * value for n, value in s.kenmerken.items())) for s in plek.standen
    ]
    return Plek(plek.zin, plek.hoeveelheid, sorted(found, key=lambda s: (-s.kans, s.hoeveelheid.span.start)))


@dataclass
class Example:
    place: Place
    row: list[float]
    label: float
    count: float
    made: bool
    right: bool = True  # it would be held against the quantity that it contradicts


def examples(known: Known, weights: Mapping[str, float], distances: Sequence[float]) -> list[Example]:
    """The contradictions of a dossier and what is none; ``distances`` are drawn from for those that are made."""
    explanation = known.analysis.explanation
    assert explanation is not None
    found = [weighed(p.plek, weights) for p in known.places]
    context = Omgeving(explanation, known.analysis.bill, found)
    out = []
    for i, (place, plek) in enumerate(zip(known.places, found, strict=True)):
        other, same = plek.best(False), plek.best(True)
        if other is not None:
            features = context.kenmerken(plek, other, same)
            right = place.real is not None and zelfde(other.hoeveelheid, place.real.hoeveelheid)
            count = REAL if place.real is not None else 0.0 if place.unsure else LOOK_ALIKE if place.look_alike else OTHER
            out.append(Example(place, [features[n] for n in NAMES], float(place.real is not None), count, False, right))
        if place.known is not None and place.real is None and not place.unsure:
            best = plek.standen[0]
            if zelfde(best.hoeveelheid, place.known.hoeveelheid):
                distance = distances[i % len(distances)]
                features = context.kenmerken(plek, best, None, distance if plek.hoeveelheid.maat != "datum" else 0.0)
                out.append(Example(place, [features[n] for n in NAMES], 1.0, MADE, True))
    return out


def fit(data: Sequence[Example]) -> dict[str, float]:
    used = [e for e in data if e.count]
    rows = np.array([e.row for e in used])
    return logistic(rows, np.array([e.label for e in used]), np.array([e.count for e in used]), NAMES, TEKENS, PRIOR, USUAL, MOST)


def left_out(data: Sequence[Known]) -> list[tuple[float, Example, str]]:
    """Each real example with its score by weights that were fitted without its part of the dossiers."""
    found = [pairs(k) for k in data]
    distances = spread(data)
    out = []
    for fold in range(FOLDS):
        weights = fit_pairs([p for k, p in enumerate(found) if k % FOLDS != fold])
        made = [examples(k, weights, distances) for k in data]
        fitted = fit([e for k, part in enumerate(made) if k % FOLDS != fold for e in part])
        vector = np.array([fitted[n] for n in NAMES])
        for known, part in list(zip(data, made, strict=True))[fold::FOLDS]:
            out += [(float(np.array(e.row) @ vector), e, known.name) for e in part if not e.made]
    return out


def spread(data: Sequence[Known]) -> list[float]:
    """How far the annotated contradictions are from the bill."""
    found = [afstand(p.plek.hoeveelheid, p.real.hoeveelheid) for k in data for p in k.places if p.real is not None]
    return sorted(found, key=lambda d: hash(round(d, 6)))


def curve(scored: Sequence[tuple[float, Example, str]]) -> list[tuple[float, int, int, int, int]]:
    """Per threshold what is reported, what of it is right, how many known contradictions, and of how many the right number is named.

    Right is also a number inside something else that the annotation expects there (a promise that the bill does not keep).
    """
    out = []
    for level in np.arange(-1.0, 3.01, 0.1):
        said = [e for s, e, _ in scored if s > level]
        real = [e for e in said if e.label > 0]
        out.append((float(level), len(said), sum(e.label > 0 or e.place.unsure for e in said), len(real), sum(e.right for e in real)))
    return out


def threshold(scored: Sequence[tuple[float, Example, str]], precision: float = PRECISION) -> float:
    """The lowest one with the precision asked for, each taken together with its neighbours so that no single example decides."""
    levels = curve(scored)
    near = [levels[max(0, i - 2) : i + 3] for i in range(len(levels))]
    return next((levels[i][0] for i, found in enumerate(near) if sum(f[2] for f in found) >= precision * sum(f[1] for f in found)), 9.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    args = parser.parse_args()
    folders = args.folders or [HERE, HERE / "toelichting", HERE / "echt"]
    data = [read(m) for folder in folders for m in load([folder]) if m.truth is not None]
    real = sum(p.real is not None for k in data for p in k.places)
    missed = sum(len(k.missed) for k in data)
    print(f"{len(data)} dossiers, {sum(len(k.places) for k in data)} quantities, {real} contradictions, {missed} more not read or compared")
    scored = left_out(data)
    for level, said, right, found, same in curve(scored):
        shares = f"precision {right / max(1, said):.2f}, recall {found / (real + missed):.2f}"
        print(f"  {level:+.1f}: reported {said}, right {right}, contradictions {found} ({shares}), the right number of the bill {same}")
    level = threshold(scored) + CAUTION
    look = threshold(scored, WORTH_A_LOOK)
    print("threshold", level, "and of information", look)
    weights = fit_pairs([pairs(k) for k in data])
    fitted = fit([e for k in data for e in examples(k, weights, spread(data))])
    if args.show:
        for score, e, name in sorted(scored, key=lambda x: -x[0]):
            one = e.place.plek.hoeveelheid
            if score > SHOWN or e.label:
                mark = ("+" if e.label else "u" if e.place.unsure else "L" if e.place.look_alike else "-") + (
                    "" if e.right or not e.label else "?"
                )
                print(f"{score:+.2f} {mark} {name[:3]} «{one.woorden}» {e.place.plek.zin.text[:200]!r}")
        print(*[f"missed {k.name[:3]} {m}" for k in data for m in k.missed], sep="\n")
        for names, weighed in ((PAIR_NAMES, weights), (NAMES, fitted)):
            print(*[f"  {n:18} {weighed[n]:+.3f}" for n in names], sep="\n")
    if args.write:
        lines = [
            "# What each feature weighs in which number of the bill one of the toelichting stands for (paar; gelijkstelling.py),",
            "# and in whether it contradicts it (tegenspraak; afwijking.py).",
            f"# Source: fitted by tests/dossiers/fit_getal.py --write on {len(data)} annotated dossiers; not written by hand.",
            f"drempel = {round(level, 3)}",
            f"informatie = {round(look, 3)}",
            "",
            "[paar]",
            *(f"{n} = {round(weights[n], 3)}" for n in PAIR_NAMES),
            "",
            "[tegenspraak]",
            *(f"{n} = {round(fitted[n], 3)}" for n in NAMES),
        ]
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

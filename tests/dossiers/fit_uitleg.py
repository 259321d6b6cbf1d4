"""Fits how it is judged that a provision is explained, on the annotated dossiers, and says how it does on dossiers left out.

``python tests/dossiers/fit_uitleg.py [--write] [FOLDER...]``: folders with ``ontwerp.txt``, ``toelichting.txt`` and ``uitleg.json``, or
with files of short dossiers (``material.py``). Run ``fit_redenzin.py`` first: it says how reasons sound.

First the weights of a reason (``toelichting/wegingen.toml``). A norm is explained when one of the sentences about it gives a reason: its
chance is one minus the product of what is left by each (a noisy or), where a sentence gives it as far as it is about the norm. Of a norm
that is explained the annotated sentence should be that one, or one in the same paragraph. Each weight keeps the sign that ``TEKENS`` gives
its feature, and is held near what is expected of it (``USUAL``, a normal prior), so that few dossiers cannot bend it far. Then the weights
of what the sentences say together (``toelichting/oordeel.toml``), a logistic regression on chances by weights that were fitted without the
dossier. Cross-validation leaves out a part of the dossiers at a time, for all that is fitted: how reasons sound, a reason, the judgement
and its threshold.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from fit_redenzin import Zinnen, area, labelled, of_toelichting
from fit_redenzin import fit as fit_sound
from fit_redenzin import scores as sounds
from material import HERE, Material, load
from score_uitleg import provision_of

from doenvermogentoets.analysis import analyse
from doenvermogentoets.toelichting import oordeel, reasons

Array = npt.NDArray[Any]
NAMES = tuple(reasons.TEKENS)
SIGNS = np.array([reasons.TEKENS[n] for n in NAMES])
TARGET, TOGETHER = (Path(reasons.__file__).with_name(name) for name in ("wegingen.toml", "oordeel.toml"))
# Strength of the prior, the power of the share of a sentence, and what a sentence beside the annotated one is set back.
PRIOR, POWER, BESIDE = 3.0, 0.75, 1.0
# What is expected of a feature before anything is fitted: kinds of sentence that are rare in the dossiers keep about this weight.
USUAL = {
    "verband": 1.0,
    **dict.fromkeys(("gevolg", "middel", "tegenfeit", "afweging", "recht", "onvermogen", "waarom", "voor_daarom"), 1.0),
    **dict.fromkeys(("ervaring", "belang", *reasons.FEITEN), 0.3),
    **dict.fromkeys(reasons.SCHIJN, -1.0),
    "verzacht": -1.0,
}
# The least that what the domain calls a reason counts: annotated dossiers avoid the plain word more than other toelichtingen do.
LEAST = np.array(
    [{"verband": 1.5, "kader": 5.0, "verband_in_regel": 2.0, "waarom": 1.0, "afweging": 0.8, "recht": 0.8}.get(n, 0.0) for n in NAMES]
)
EXPECTED = np.array([USUAL.get(n, 0.0) for n in NAMES])
STEPS, RATE = 800, 0.05
FOLDS = 8
# What the judgement is held to: leniency that a provision does not have is no reason for it, however few dossiers show it.
MOST = {"beste_mild": -0.8}
HELD = 50.0  # strength of the prior of the judgement: its weights are near nothing unless many norms say otherwise
BETA = 0.8  # of a threshold: what recall counts beside precision
WINDOW = 6  # of a threshold: so many steps of 0.05 on either side


@dataclass
class Norm:
    """One annotated norm: a row of features and a share per sentence about it.

    ``marked`` is 2 for the annotated sentence, 1 for the others of its paragraph; ``places`` are the numbers of the sentences in the
    toelichting.
    """

    dossier: str
    explained: bool
    rows: Array
    shares: Array
    marked: Array
    places: Array
    read: Sequence[oordeel.Gelezen]


def norms(material: Material) -> tuple[list[Norm], Zinnen]:
    """The annotated norms of a dossier, and the sentences of its toelichting."""
    assert material.uitleg is not None
    analysis = analyse(material.read())
    explanation = analysis.explanation
    assert explanation is not None
    number = {zin: i for i, zin in enumerate(explanation.zinnen)}
    out = []
    for item in material.uitleg["normen"]:
        provision = provision_of(analysis.bill, item["quote"], item["artikel"], item["lid"])
        found = explanation.reasons(provision) if provision is not None else ()
        at = explanation.document.text.content.find(item["where"]) if item["where"] else -1
        alinea = next((z.alinea for z in explanation.zinnen if z.span.start <= at < z.span.end), None)
        marked = [2 if r.zin.span.start <= at < r.zin.span.end else int(alinea is not None and r.zin.alinea is alinea) for r in found]
        rows = np.array([[r.features[n] for n in NAMES] for r in found]).reshape(-1, len(NAMES))
        shares = np.array([r.share for r in found], dtype=float)
        places = np.array([number[r.zin] for r in found], dtype=int)
        read = [r.gelezen for r in found]
        out.append(Norm(material.name, item["explained"], rows, shares, np.array(marked, dtype=int), places, read))
    return out, of_toelichting(explanation, material.uitleg["normen"])


def heard(norm: Norm, sound: Array) -> Norm:
    """The same norm, with how its sentences sound by another fit; ``sound`` is per sentence of the toelichting."""
    klinkt, verband = NAMES.index("klinkt"), NAMES.index("verband")
    rows = norm.rows.copy()
    if len(rows):
        least = np.where(rows[:, verband] > 0, 0.0, -reasons.LOUD)
        rows[:, klinkt] = np.maximum(least, np.minimum(reasons.LOUD, sound[norm.places]))
    return replace(norm, rows=rows)


def fit(data: Sequence[Norm]) -> Array:
    """The weights of the features as they are (not standardised)."""
    parts, about, back, truth = [], [], [], []
    for norm in data:
        use = norm.marked >= 1 if norm.explained and (norm.marked >= 1).any() else np.ones(len(norm.rows), dtype=bool)
        if not use.any():
            continue
        marked = norm.marked[use] == 2
        parts.append(norm.rows[use])
        about.append(norm.shares[use] ** POWER)
        back.append(np.where(marked | (not marked.any()) | (not norm.explained), 0.0, -BESIDE))
        truth.append(norm.explained)
    rows, shares, setback, labels = np.concatenate(parts), np.concatenate(about), np.concatenate(back), np.array(truth)
    starts = np.r_[0, np.cumsum([len(p) for p in parts])[:-1]]
    owner = np.repeat(np.arange(len(parts)), [len(p) for p in parts])
    scale = np.where(rows.std(0) > 0, rows.std(0), 1.0)
    middle = rows.mean(0)
    constant = NAMES.index("grens")
    middle[constant], scale[constant] = 0.0, 1.0
    standard = (rows - middle) / scale
    held = np.full(len(NAMES), PRIOR)
    expected = EXPECTED * scale
    held[constant] = 0.0
    weights = expected.copy()
    weights[constant] = -1.0
    first, second = np.zeros(len(NAMES)), np.zeros(len(NAMES))
    for step in range(1, STEPS + 1):
        reason = 1 / (1 + np.exp(-(standard @ weights + setback)))
        chance = np.clip(shares * reason, 1e-9, 1 - 1e-6)
        none = np.exp(np.add.reduceat(np.log1p(-chance), starts))
        pull = np.where(labels, none / np.clip(1 - none, 1e-6, 1.0), -1.0)[owner]
        slope = -(standard.T @ (pull * chance * (1 - reason) / (1 - chance))) + held * (weights - expected)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = RATE * (1 - step / STEPS) + 1e-4
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights = np.maximum(np.where(weights * SIGNS < 0, 0.0, weights), np.where(LEAST > 0, LEAST * scale, -np.inf))
    plain = weights / scale
    plain[constant] -= float(middle @ plain)
    return plain


def together(norm: Norm, weights: Array) -> Array:
    """The features of the judgement of one norm, by these weights of a reason; nothing but zeros when no sentence is about it."""
    if not len(norm.rows):
        return np.zeros(len(oordeel.NAMEN))
    fitted = reasons.Model(dict(zip(NAMES, map(float, weights), strict=True)), POWER)
    klinkt = NAMES.index("klinkt")
    read = []
    for row, share, gelezen in zip(norm.rows, norm.shares, norm.read, strict=True):
        reason = fitted.reason(dict(zip(NAMES, map(float, row), strict=True)))
        read.append(replace(gelezen, reden=reason, kans=fitted.chance(float(share), reason), klinkt=float(row[klinkt])))
    found = oordeel.kenmerken(read)
    return np.array([found[name] for name in oordeel.NAMEN])


def judge(rows: Array, truth: Array) -> Array:
    """The weights of the judgement: a logistic regression with a normal prior on the standardised features (Newton's method).

    What comes above :data:`MOST` is set there, and the others are fitted again beside it.
    """
    constant = oordeel.NAMEN.index("grens")
    middle, scale = rows.mean(0), np.where(rows.std(0) > 0, rows.std(0), 1.0)
    middle[constant], scale[constant] = 0.0, 1.0
    standard = (rows - middle) / scale
    standard[:, constant] = 1.0
    held = np.full(len(scale), HELD)
    held[constant] = 1e-6
    most = np.array([MOST.get(name, np.inf) for name in oordeel.NAMEN]) * scale
    weights, free = np.zeros(len(scale)), np.ones(len(scale), dtype=bool)
    for step in range(60):
        if step == 30:
            free, weights = weights <= most, np.minimum(weights, most)
        chance = 1 / (1 + np.exp(-(standard @ weights)))
        slope = standard.T @ (chance - truth) + held * weights
        steep = (standard * (chance * (1 - chance))[:, None]).T @ standard + np.diag(held)
        weights[free] -= np.linalg.solve(steep[np.ix_(free, free)], slope[free])
    plain: Array = weights / scale
    plain[constant] -= float(middle @ plain) - middle[constant] * plain[constant]
    return plain


def figures(truth: Array, scores: Array, least: float) -> tuple[float, float]:
    said = scores > least
    right = float((said & truth).sum())
    return right / max(1.0, float(said.sum())), right / max(1.0, float(truth.sum()))


def threshold(truth: Array, scores: Array) -> float:
    """The threshold with the best balance, smoothed so that no single norm decides; both count as much."""
    steps = np.linspace(-2.5, 1.5, 81)
    share = 1 / (1 + BETA**2)
    balance = [1 / (share / max(1e-9, p) + (1 - share) / max(1e-9, r)) for p, r in (figures(truth, scores, float(t)) for t in steps)]
    return float(steps[WINDOW:-WINDOW][np.argmax(np.convolve(balance, np.ones(2 * WINDOW + 1), "valid"))])


@dataclass
class Fitted:
    """What is fitted on all, and per norm its log-odds by what was fitted without the part of the dossiers it stands in."""

    weights: Array
    judgement: Array
    scores: Array


def fit_all(data: Sequence[Norm], fold: Array) -> Fitted:
    """``fold`` is per norm the number of its part; their sentences already sound as they do without it."""
    rows, truth = np.zeros((len(data), len(oordeel.NAMEN))), np.array([n.explained for n in data])
    scores = np.zeros(len(data))
    parts = range(int(fold.max()) + 1)

    def without(*left: int) -> Array:
        return fit([n for n, f in zip(data, fold, strict=True) if f not in left])

    one = {f: without(f) for f in parts}
    two = {(f, g): without(f, g) for f in parts for g in parts if f < g}
    for f in parts:
        for i, n in enumerate(data):
            rows[i] = together(n, one[f] if fold[i] == f else two[min(f, fold[i]), max(f, fold[i])])
        others = fold != f
        scores[~others] = rows[~others] @ judge(rows[others], truth[others])
    for i, n in enumerate(data):
        rows[i] = together(n, one[fold[i]])
    return Fitted(fit(data), judge(rows, truth), scores)


def parts_of(names: Sequence[str]) -> dict[str, int]:
    """The dossiers in so many parts, each with some of every kind."""
    return {name: i % FOLDS for i, name in enumerate(sorted(set(names)))}


def write(path: Path, head: Sequence[str], weights: Sequence[tuple[str, float]]) -> None:
    lines = [*head, "", "[wegingen]", *(f"{name} = {round(float(weight), 4)}" for name, weight in weights)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    args = parser.parse_args()
    roots = args.folders or [HERE, HERE / "toelichting", HERE / "echt", HERE / "klein"]
    found = {root: [m for m in load([root]) if m.uitleg is not None] for root in roots}
    materials = [m for group in found.values() for m in group]
    part = parts_of([m.name for m in materials])
    data, toelichtingen, kinds = [], [], []
    for root, group in found.items():
        for material in group:
            own, zinnen = norms(material)
            data.append(own)
            toelichtingen.append(zinnen)
            kinds += [root.name] * len(own)
    written = [z for _, group in labelled() for z in group]
    flat: list[Norm] = []
    sound = []
    for f in range(FOLDS):
        learned = [z for m, zinnen in zip(materials, toelichtingen, strict=True) if part[m.name] != f for z in zinnen]
        sound.append(fit_sound(written + learned))
    for m, own, zinnen in zip(materials, data, toelichtingen, strict=True):
        sounding = sounds(zinnen, *sound[part[m.name]])
        flat += [heard(n, sounding) for n in own]
    fold = np.array([part[n.dossier] for n in flat])
    fitted = fit_all(flat, fold)
    truth, scores = np.array([n.explained for n in flat]), fitted.scores
    least = threshold(truth, scores)
    print(f"{len(materials)} dossiers, {len(flat)} norms, {int(truth.sum())} explained, {sum(len(n.rows) for n in flat)} sentences")
    for name in dict.fromkeys(kinds):
        of_kind = np.array([k == name for k in kinds])
        print(f"{name}: {int(of_kind.sum())} norms, chance of the right order {area(truth[of_kind].tolist(), scores[of_kind]):.3f}")
        for level in (least - 1.0, least - 0.5, least, least + 0.5):
            precision, recall = figures(truth[of_kind], scores[of_kind], level)
            print(f"  left out, at {level:.2f}: precision {precision:.2f}, recall {recall:.2f}")
    for name, weight in [*zip(NAMES, fitted.weights, strict=True), *zip(oordeel.NAMEN, fitted.judgement, strict=True)]:
        print(f"  {name:18} {weight:+.3f}")
    if args.write:
        source = "# Source: fitted by tests/dossiers/fit_uitleg.py --write on annotated dossiers; not written by hand."
        head = "# What each feature of a sentence weighs in whether it gives the reason for a provision (toelichting/reasons.py)."
        write(TARGET, [head, source, f"macht = {POWER}"], list(zip(NAMES, fitted.weights, strict=True)))
        head = "# What the sentences about a provision weigh together in whether it is explained (toelichting/oordeel.py)."
        write(TOGETHER, [head, source, f"drempel = {round(least, 3)}"], list(zip(oordeel.NAMEN, fitted.judgement, strict=True)))


if __name__ == "__main__":
    main()

"""Fits the weights of the second reading (``norms/wegingen_lezing.tsv``), and says how it does on regulations left out.

``python tests/norms/fit_lezing.py [--write] [--gold FOLDER CORPUS] TEXTS``: ``TEXTS`` holds the regulations that
``annotaties/wetten.tsv`` names, as Markdown of the official consolidated texts (statengeneraal/laws-markdown, as of November 2015; each as
``kind-BWBnumber.md``). The annotations say per artikel and lid what stands in it; the texts are not kept here. Of the rows, «leren» are
learned from, «oordeel» tell which settings are best, and «gesloten» are only counted; they are of different regulations. ``--gold`` adds a
folder with ``units.jsonl`` and ``labels.jsonl``, whose texts the word rules were made on, with the weight of ``GOLD``.

Each thing that is said of a provision has a logistic regression of its own over the signs of its clauses, with a normal prior; a provision
says it if one of its clauses does (a noisy or). Signs of fewer than ``RARE`` clauses are not learned, and what weighs nearly nothing is
left out of the file.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import multiprocessing
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import Provision, analyse_document
from doenvermogentoets.norms import extract, lezing, table, tekens_lezing
from doenvermogentoets.norms.model import Norm

Array = npt.NDArray[Any]
TARGET = Path(lezing.__file__).with_name("wegingen_lezing.tsv")
LABELS = Path(__file__).with_name("annotaties") / "wetten.tsv"
PRIOR = 3.0  # strength of the prior
RARE = 4  # clauses
GOLD = 3.0
NOTHING = 10  # hundredths: what weighs less for everything is not kept
STEPS = 150


@dataclass
class Lid:
    """An annotated provision: the signs of each clause, what the rules say of it, and what the annotation says."""

    deel: str
    clauses: list[list[str]]
    rules: set[str]
    said: set[str]


def _squeeze(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def key(text: str) -> str:
    """What a provision is known by in the annotations."""
    return hashlib.sha256(_squeeze(text).encode()).hexdigest()[:10]


def facts_of(label: dict[str, Any]) -> set[str]:
    """What an annotation says, as the names of :data:`lezing.UITKOMSTEN`."""
    out = set(label["soorten"])
    out |= {"burger", "overheid"} if label["adressaat"] == "beide" else {label["adressaat"]} - {"geen"}
    out |= {"gebonden", "discretionair"} if label["bevoegdheid"] == "beide" else {label["bevoegdheid"]} - {"geen"}
    out |= {name for name in ("belastend", "doenlast") if label[name]}
    return out | {"geen": set(), "zacht": {"termijn"}, "streng": {"termijn", "streng"}}[label["termijn_burger"]]


def _signs(clauses: Sequence[lezing.Gelezen], norms: Sequence[Norm], own: Any, place: tekens_lezing.Plaats) -> list[list[str]]:
    above = list(tekens_lezing.of_headings(place.title, place.heading, place.above))
    unit = [*above, *tekens_lezing.of_unit([c.facts for c in clauses], [c.clause for c in clauses], norms, place)]
    return [[*unit, *tekens_lezing.of_clause(c.facts, c.clause, c.actor, c.door, own[i], i)] for i, c in enumerate(clauses)]


@contextmanager
def _rules_only(weigh: Callable[..., None]) -> Iterator[None]:
    """Nothing is read a second time; ``weigh`` gets what would have been."""
    with (
        mock.patch.object(lezing, "weigh", weigh),
        mock.patch.object(lezing, "kinds", lambda norms, owner, *_: list(zip(norms, owner, strict=True))),
        mock.patch.object(lezing, "told", lambda norms, *_: norms),
    ):
        yield


def read(task: tuple[Path, list[dict[str, Any]]]) -> list[Lid]:
    """The annotated provisions of one regulation, as the word rules alone read them."""
    path, labels = task
    seen: dict[int, tuple[list[list[str]], set[str]]] = {}
    here: list[tuple[list[list[str]], set[str]]] = []
    real = extract.extract

    def weigh(clauses: Sequence[lezing.Gelezen], norms: Sequence[Norm], own: Any, place: tekens_lezing.Plaats) -> None:
        here.append((_signs(clauses, norms, own, place), _told(norms)))

    def of_unit(passage: Any, context: Any) -> Any:
        here.clear()
        out = real(passage, context)
        if here:
            seen[id(context.unit)] = here[-1]
        return out

    with _rules_only(weigh), mock.patch.object(extract, "extract", of_unit):
        bill = analyse_document(structure.dossier(readers.read(path)).bill)
    by_place: dict[tuple[str, str], list[tuple[str, Provision]]] = defaultdict(list)
    for provision in bill.provisions:
        unit = table.unit_json(bill, provision)
        by_place[str(unit["artikel"]), unit["lid"] or ""].append((unit["text"], provision))
    out = []
    for label in labels:
        found = by_place.get((label["artikel"], label["lid"] or ""), [])
        same = [f for f in found if key(f[0]) == label.get("tekst")] or ([] if "tekst" in label else _closest(found, label["text"]))
        if same and id(same[0][1].unit) in seen:
            out.append(Lid(label["deel"], *seen[id(same[0][1].unit)], facts_of(label)))
    return out


def _told(norms: Sequence[Norm]) -> set[str]:
    """What norms say, as the names of :data:`lezing.UITKOMSTEN`."""
    out: set[str] = (
        {n.soort.value for n in norms} | {n.adressaat.rol for n in norms if n.adressaat is not None} | {n.bevoegdheid for n in norms}
    )
    out |= {name for name in ("belastend", "doenlast") if any(getattr(n, name) for n in norms)}
    limits = [n.termijn for n in norms if n.termijn is not None and n.termijn.voor == "burger"]
    out |= {"termijn"} if limits else set()
    out |= {"streng"} if any(t.streng for t in limits) else set()
    return out & set(lezing.UITKOMSTEN)


def examples() -> list[Lid]:
    """The sentences that the tests of the word rules assert, as these read them: what is settled there is learned too."""
    out: dict[str, Lid] = {}

    def weigh(clauses: Sequence[lezing.Gelezen], norms: Sequence[Norm], own: Any, place: tekens_lezing.Plaats) -> None:
        text = " ".join(" ".join(c.facts.words) for c in clauses)
        out[f"{place} {text}"] = Lid("voorbeelden", _signs(clauses, norms, own, place), _told(norms), _told(norms))

    folder = Path(__file__).parent
    with _rules_only(weigh):
        failed = pytest.main(["-q", "-p", "no:cacheprovider", f"--ignore={folder / 'test_lezing.py'}", str(folder)])
    if failed:
        raise SystemExit("de toetsen van de woordregels slagen niet")
    return list(out.values())


def _closest(found: list[tuple[str, Provision]], text: str) -> list[tuple[str, Provision]]:
    return sorted(found, key=lambda f: abs(len(_squeeze(f[0])) - len(_squeeze(text))))[:1]


def tasks(texts: Path, gold: tuple[Path, Path] | None) -> list[tuple[Path, list[dict[str, Any]]]]:
    """The regulations with their annotations."""
    out: dict[Path, list[dict[str, Any]]] = defaultdict(list)
    with LABELS.open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle, delimiter="\t"):
            label: dict[str, Any] = dict(row)
            label["soorten"] = [] if row["soorten"] == "-" else row["soorten"].split(",")
            label |= {name: row[name] == "1" for name in ("belastend", "doenlast")}
            if (texts / row["bestand"]).exists():
                out[texts / row["bestand"]].append(label)
    if gold is not None:
        folder, corpus = gold
        labels = {x["id"]: x for x in map(json.loads, (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines())}
        for unit in map(json.loads, (folder / "units.jsonl").read_text(encoding="utf-8").splitlines()):
            own = {"deel": "goud", "artikel": unit["artikel"], "lid": unit["lid"], "text": unit["tekst"]}
            out[corpus / unit["file"]].append(labels[unit["id"]] | own)
    return sorted(out.items())


def _matrix(rows: Iterable[Sequence[str]], names: dict[str, int]) -> Any:
    columns, ends = [], [0]
    for row in rows:
        columns += sorted({names[sign] for sign in row if sign in names})
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(names)))


def fit(signs: Any, of: Array, said: Array, weight: Array) -> Array:
    """The weights of one outcome, the ground level last.

    Args:
        signs: clauses by signs.
        of: for each clause its provision.
        said: for each provision whether it says this.
        weight: how much each provision counts.
    """
    turned = signs.T.tocsr()

    def loss(w: Array) -> tuple[float, Array]:
        z = signs @ w[:-1] + w[-1]
        total = np.bincount(of, np.logaddexp(0, z), len(said)) + 1e-9
        none = np.exp(-total)
        cost = (weight * np.where(said, -np.log1p(-none), total)).sum() + PRIOR * (w[:-1] @ w[:-1]) / 2
        slope = (weight * np.where(said, -none / (1 - none), 1.0))[of] / (1 + np.exp(-z))
        return float(cost), np.append(turned @ slope + PRIOR * w[:-1], slope.sum())

    found = minimize(loss, np.zeros(signs.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x)


def _fit(task: tuple[Any, Array, Array, Array]) -> Array:
    return fit(*task)


def said_by(weights: dict[str, list[int]], lid: Lid) -> set[str]:
    """What the weights say of a provision; for the tally only, the program has more to say about which norm is which."""
    none = np.ones(len(lezing.UITKOMSTEN))
    for clause in lid.clauses:
        total = np.array(weights["grens"]) + sum((np.array(weights[s]) for s in set(clause) if s in weights), np.zeros(len(none)))
        none *= 1 - 1 / (1 + np.exp(-total / lezing.SCALE))
    said = {name for name, p in zip(lezing.UITKOMSTEN, none, strict=True) if 1 - p > 0.5}
    kinds = {s.value for s in lezing.SOORTEN}
    return said if said & kinds else said | (lid.rules & kinds)  # nothing is left without a norm that had one


def tally(name: str, pairs: Sequence[tuple[set[str], set[str]]]) -> str:
    """How often the kinds are exactly right, and F1 of the rest."""
    kinds = {s.value for s in lezing.SOORTEN}
    exact = sum(said & kinds == read & kinds for said, read in pairs) / max(1, len(pairs))
    scores = []
    for group in (kinds, {"burger", "overheid"}, *({n} for n in lezing.UITKOMSTEN[len(kinds) + 2 :])):
        both = sum(len(said & read & group) for said, read in pairs)
        either = sum(len(said & group) + len(read & group) for said, read in pairs)
        scores.append(2 * both / either if either else 1.0)
    names = ("soorten", "adressaat", *lezing.UITKOMSTEN[len(kinds) + 2 :])
    return f"{name} ({len(pairs)}): precies goed {exact:.3f}; " + ", ".join(f"{n} {s:.3f}" for n, s in zip(names, scores, strict=True))


def main() -> None:
    """Fit, say how it does, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--gold", nargs=2, type=Path)
    parser.add_argument("--save", type=Path, help="keep what was read here, and read it from here the next time")
    parser.add_argument("texts", type=Path)
    args = parser.parse_args()
    if args.save is not None and args.save.exists():
        data: list[Lid] = pickle.loads(args.save.read_bytes())
    else:
        with multiprocessing.Pool() as pool:
            data = [lid for found in pool.map(read, tasks(args.texts, args.gold), chunksize=8) for lid in found]
        if args.save is not None:
            args.save.write_bytes(pickle.dumps(data))
    data += examples()
    print(Counter(lid.deel for lid in data))
    learn = [lid for lid in data if lid.deel in ("leren", "goud", "voorbeelden")]
    number = Counter(sign for lid in learn for clause in lid.clauses for sign in set(clause))
    names = {sign: i for i, sign in enumerate(sorted(s for s, n in number.items() if n >= RARE))}
    signs = _matrix((clause for lid in learn for clause in lid.clauses), names)
    of = np.repeat(np.arange(len(learn)), [len(lid.clauses) for lid in learn])
    weight = np.array([GOLD if lid.deel == "goud" else 1.0 for lid in learn])
    with multiprocessing.Pool() as pool:
        todo = [(signs, of, np.array([name in lid.said for lid in learn]), weight) for name in lezing.UITKOMSTEN]
        columns = np.round(lezing.SCALE * np.array(pool.map(_fit, todo, chunksize=1))).astype(int)
    kept = {sign: columns[:, i].tolist() for sign, i in names.items() if abs(columns[:, i]).max() >= NOTHING}
    kept["grens"] = columns[:, -1].tolist()
    print(f"{len(names)} tekens, {len(kept)} bewaard")
    for deel in ("leren", "voorbeelden", "goud", "oordeel", "gesloten"):
        own = [lid for lid in data if lid.deel == deel]
        print(tally(f"{deel}, regels", [(lid.said, lid.rules) for lid in own]))
        print(tally(f"{deel}, tweede lezing", [(lid.said, said_by(kept, lid)) for lid in own]))
    if args.write:
        lines = ["# Wat elk teken weegt, in honderdsten log-odds; de kolommen zijn norms/lezing.py UITKOMSTEN."]
        lines += ["# Bron: tests/norms/fit_lezing.py --write, op geannoteerde bepalingen; niet met de hand geschreven."]
        lines += [f"{sign}\t{' '.join(map(str, values))}" for sign, values in sorted(kept.items())]
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

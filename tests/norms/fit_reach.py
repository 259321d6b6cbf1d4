"""Fits the weights of ``norms/reach.py`` on annotated regulations, and says how they do on regulations left out.

``python tests/norms/fit_reach.py [--write] GOLD CORPUS [GOLD CORPUS]...``: a folder with ``units.jsonl`` and ``labels.jsonl``, and the
folder with the files that they name.

A lid counts when its annotation has either plicht or procedure and not both, and the weighing had a say in it. A logistic regression with
a normal prior around nothing, so that few laws cannot bend a weight far, and the signs of ``reach.TEKENS``; cross-validation
leaves out whole regulations.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import analyse_document
from doenvermogentoets.norms import extract, lezing, reach
from doenvermogentoets.norms.model import Norm, Soort

Array = npt.NDArray[Any]
TARGET = Path(reach.__file__).parent / "lexicon" / "reach.toml"
PRIOR = 2.0  # strength of the prior
STEPS = 30  # of Newton's method
FOLDS = 10


def weighed(path: Path) -> dict[tuple[str, str], tuple[list[dict[str, float]], bool]]:
    """Per artikel and lid of a document the features of what was weighed, and whether nothing else in it is a plicht or procedure."""
    out: dict[tuple[str, str], tuple[list[dict[str, float]], bool]] = {}
    here: list[dict[str, float]] = []
    told: list[Soort] = []
    kind, read = reach.kind, extract.extract

    def record(*args: Any) -> Soort:
        here.append(reach.features(*args, *(None,) * (4 - len(args))))
        told.append(kind(*args))
        return told[-1]

    def of_unit(passage: Any, context: Any) -> tuple[Norm, ...]:
        here.clear()
        told.clear()
        norms: tuple[Norm, ...] = read(passage, context)
        artikel = context.unit.artikel or context.unit
        place = artikel.number, context.unit.number if context.unit is not artikel else ""
        soorten = [n.soort for n in norms if n.soort in (Soort.PLICHT, Soort.PROCEDURE)]
        if place not in out:
            out[place] = list(here), len(soorten) == len(told)
        return norms

    with (
        mock.patch.object(reach, "kind", record),
        mock.patch.object(extract, "extract", of_unit),
        mock.patch.object(lezing, "weigh"),  # what the rules alone say
        mock.patch.object(lezing, "kinds", lambda norms, owner, *_: list(zip(norms, owner, strict=True))),
        mock.patch.object(lezing, "told", lambda norms, *_: norms),
    ):
        analyse_document(structure.dossier(readers.read(path)).bill)
    return out


def examples(gold: Path, corpus: Path) -> list[tuple[str, dict[str, float], bool, float]]:
    """File, features, whether it is a plicht, and how much it counts."""
    units = [json.loads(line) for line in (gold / "units.jsonl").read_text(encoding="utf-8").splitlines()]
    labels = {x["id"]: x for x in map(json.loads, (gold / "labels.jsonl").read_text(encoding="utf-8").splitlines())}
    by_file = defaultdict(list)
    for unit in units:
        by_file[unit["file"]].append(unit)
    out = []
    for name, own in by_file.items():
        places = weighed(corpus / name)
        for unit in own:
            soorten = {"plicht", "procedure"} & set(labels[unit["id"]]["soorten"])
            rows, alone = places.get((unit["artikel"], unit["lid"] or ""), ([], False))
            if len(soorten) == 1 and alone and rows:
                out += [(name, row, soorten == {"plicht"}, 1 / len(rows)) for row in rows]
    return out


def fit(rows: Array, wanted: Array, counts: Array, signs: Array) -> Array:
    """Weights of the sign that each must have; the last is the constant. What wants another sign than its own weighs nothing."""
    use = np.ones(len(signs), dtype=bool)
    while True:
        found = _newton(rows[:, use], wanted, counts)
        against = found[:-1] * signs[use] < 0
        if not against.any():
            weights = np.zeros(len(signs) + 1)
            weights[:-1][use], weights[-1] = found[:-1], found[-1]
            return weights
        use[np.flatnonzero(use)[against]] = False


def _newton(rows: Array, wanted: Array, counts: Array) -> Array:
    """Weights by Newton's method; the last is the constant, which has no prior."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    prior = np.eye(x.shape[1]) * PRIOR
    prior[-1, -1] = 1e-6
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (counts * (wanted - p)) - prior @ w
        bend = (x * (counts * p * (1 - p))[:, None]).T @ x + prior
        w = w + np.linalg.solve(bend, slope)
    return w


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="+", type=Path)
    args = parser.parse_args()
    found = [e for gold, corpus in zip(args.folders[::2], args.folders[1::2], strict=True) for e in examples(gold, corpus)]
    names = sorted(reach.TEKENS)
    signs = np.array([reach.TEKENS[n] for n in names])
    rows = np.array([[row[n] for n in names] for _, row, _, _ in found])
    wanted = np.array([float(plicht) for _, _, plicht, _ in found])
    counts = np.array([count for *_, count in found])
    files = sorted({f for f, *_ in found})
    fold = np.array([files.index(f) % FOLDS for f, *_ in found])
    right = np.zeros(len(found))
    for k in range(FOLDS):
        w = fit(rows[fold != k], wanted[fold != k], counts[fold != k], signs)
        right[fold == k] = (rows[fold == k] @ w[:-1] + w[-1] > 0) == (wanted[fold == k] > 0)
    print(f"{len(found)} clauses of {len(files)} regulations; right on regulations left out: {right @ counts / counts.sum():.3f}")
    w = fit(rows, wanted, counts, signs)
    for n, weight in sorted(zip(names, w[:-1], strict=True), key=lambda pair: -abs(pair[1])):
        print(f"  {n:<22}{weight:>7.2f}")
    if args.write:
        above = TARGET.read_text(encoding="utf-8").split("[wegingen]\n")[0]
        lines = [f"grens = {w[-1]:.2f}", *(f"{n} = {weight:.2f}" for n, weight in zip(names, w[:-1], strict=True))]
        TARGET.write_text(above + "[wegingen]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Fits how sure it is whom a norm speaks to (``norms/wegingen_adressaat.toml``), and says how it does on regulations left out.

``python tests/norms/fit_zekerheid.py [--write] [--save FILE] [--fresh FILE] GOLD=TEXTS...``: folders with ``units.jsonl`` and
``labels.jsonl`` of annotated provisions, and the regulations they come from. A norm is right when its role is among those of its unit.

Each weight keeps the sign that ``zeker.TEKENS`` gives it and is held near nothing (a normal prior), and near that of the other role. Every
norm is judged by weights that were fitted without its regulation. Rules read the regulations that they were made on better than others, so
the limits are set on ``--fresh``: rows that ``--save`` wrote with the program as it was before anything was learned from their units. The
limit of «hoog» is the lowest chance from which on ``HOOG`` of the norms that settle it is right, and ``LEAST`` of the last ``BAND``.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.norms import table, zeker
from doenvermogentoets.norms.model import Rol

Array = npt.NDArray[Any]
NAMES = tuple(zeker.TEKENS)
SIGNS = np.array([zeker.TEKENS[n] for n in NAMES])
TARGET = Path(zeker.__file__).with_name("wegingen_adressaat.toml")
FOLDS = 12
PRIOR = 2.0  # strength of the prior on a weight
ALIKE = 1.0  # and on how much it differs between the roles
STEPS, RATE = 600, 0.05
HOOG, MIDDEL = 0.985, 0.93  # of all above the limit
BAND, LEAST, LEAST_MIDDEL = 100, 0.99, 0.8


@dataclass(frozen=True)
class Row:
    """One norm with an addressee: its regulation, whether the role is right, and its signs."""

    file: str
    unit: str
    rol: Rol
    right: bool
    signs: frozenset[str]


def _squeeze(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def rows(gold: Path, texts: Path) -> list[Row]:
    """The norms that the program reads in the annotated units of a folder."""
    labels = {x["id"]: x for x in map(json.loads, (gold / "labels.jsonl").read_text(encoding="utf-8").splitlines())}
    by_file: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for unit in map(json.loads, (gold / "units.jsonl").read_text(encoding="utf-8").splitlines()):
        by_file[unit["file"]].append(unit)
    out = []
    for name, units in sorted(by_file.items()):
        bill = analyse(structure.dossier(readers.read(texts / name))).bill
        read = [(table.unit_json(bill, p), p) for p in bill.provisions]
        for unit in units:
            key = _squeeze(unit["tekst"])
            here = [(u, p) for u, p in read if (str(u["artikel"]), u["lid"]) == (unit["artikel"], unit["lid"])]
            if not here:
                continue
            _, provision = min(here, key=lambda found: abs(len(_squeeze(found[0]["text"])) - len(key)))
            said = labels[unit["id"]]["adressaat"]
            roles = {"burger", "overheid"} if said == "beide" else {said}
            out += [
                Row(name, f"{gold.name} {unit['id']}", n.adressaat.rol, n.adressaat.rol in roles, n.adressaat.tekens)
                for n in provision.norms
                if n.adressaat is not None
            ]
    return out


def matrix(data: Sequence[Row]) -> Array:
    """Each norm has the signs in the columns of its own role."""
    out = np.zeros((len(data), len(zeker.ROLLEN), len(NAMES)))
    for i, row in enumerate(data):
        out[i, zeker.ROLLEN.index(row.rol)] = [name == "grens" or name in row.signs for name in NAMES]
    return out.reshape(len(data), -1)


def fit(data: Sequence[Row]) -> Array:
    """The weights for each role in turn, in log-odds; the norms of one unit share its weight in part."""
    x, truth = matrix(data), np.array([row.right for row in data], dtype=float)
    sizes = Counter(row.unit for row in data)
    share = np.array([sizes[row.unit] ** -0.5 for row in data])
    held = np.tile(np.where(np.array(NAMES) == "grens", 0.0, PRIOR), len(zeker.ROLLEN))
    signs = np.tile(SIGNS, len(zeker.ROLLEN))
    weights, first, second = np.zeros((3, x.shape[1]))
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-(x @ weights)))
        middle = weights.reshape(len(zeker.ROLLEN), -1).mean(0)
        slope = x.T @ (share * (chance - truth)) + held * (weights + ALIKE * (weights - np.tile(middle, len(zeker.ROLLEN))))
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights = weights - (RATE * (1 - step / STEPS) + 1e-4) * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights = np.where(weights * signs < 0, 0.0, weights)
    return weights


def left_out(data: Sequence[Row]) -> Array:
    """The chance of each norm by weights fitted without its regulation."""
    fold = {name: i % FOLDS for i, name in enumerate(sorted({row.file for row in data}))}
    folds = np.array([fold[row.file] for row in data])
    x, out = matrix(data), np.zeros(len(data))
    for k in range(FOLDS):
        weights = fit([row for row, f in zip(data, folds, strict=True) if f != k])
        out[folds == k] = 1 / (1 + np.exp(-(x[folds == k] @ weights)))
    return out


def limit(chances: Array, truth: Array, share: float, least: float) -> float:
    """The lowest chance from which on this share is right, and in the last band at least ``least``."""
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum(truth[order])
    best = 1.0
    for i in range(BAND, len(order)):
        band = (right[i] - right[i - BAND]) / BAND
        if right[i] / (i + 1) >= share and band >= least:
            best = float(chances[order[i]])
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--fresh", type=Path)
    parser.add_argument("sets", nargs="+", help="GOLD=TEXTS")
    args = parser.parse_args()
    data = [row for s in args.sets for row in rows(*map(Path, s.split("=", 1)))]
    if args.save:
        args.save.write_text(
            "\n".join(json.dumps([r.file, r.unit, r.rol, r.right, sorted(r.signs)]) for r in data) + "\n", encoding="utf-8"
        )
        return
    fresh = []
    if args.fresh:
        fresh = [Row(f, u, rol, right, frozenset(s)) for f, u, rol, right, s in map(json.loads, args.fresh.read_text("utf-8").splitlines())]
    report(data, fresh, args.write)


def report(known: Sequence[Row], fresh: Sequence[Row], write: bool) -> None:
    data = [*known, *fresh]
    truth, chances = np.array([row.right for row in data]), left_out(data)
    settled = np.array([zeker.settled(row.rol, row.signs) for row in data])
    new = np.arange(len(data)) >= len(known) if fresh else np.ones(len(data), dtype=bool)
    hoog = limit(chances[new & settled], truth[new & settled], HOOG, LEAST)
    middel = limit(chances[new], truth[new], MIDDEL, LEAST_MIDDEL)
    for what, part in (("all", np.ones(len(data), dtype=bool)), ("fresh", new)):
        print(f"{what}: {part.sum()} norms in {len({data[i].file for i in np.flatnonzero(part)})} regulations, left out:")
        sure = part & settled & (chances >= hoog)
        fair = part & ~sure & (chances >= middel)
        for name, here in (("hoog", sure), ("middel", fair), ("laag", part & ~sure & ~fair)):
            share = here.sum() / part.sum()
            print(f"  {name}: {truth[here].sum()} of {here.sum()} right ({truth[here].mean():.3f}), {share:.0%} of the norms")
    weights = fit(data).reshape(len(zeker.ROLLEN), -1)
    counts = matrix(data).sum(0).reshape(len(zeker.ROLLEN), -1)
    for j, name in enumerate(NAMES):
        print(f"  {name:24} " + "  ".join(f"{weights[i, j]:+.2f} ({int(counts[i, j])})" for i in range(len(zeker.ROLLEN))))
    if write:
        lines = [
            "# What each sign weighs in whether the role of an addressee is right, in log-odds (norms/zeker.py says what they are).",
            "# Source: fitted by tests/norms/fit_zekerheid.py --write on annotated provisions; not written by hand.",
            f"hoog = {round(hoog, 4)}",
            f"middel = {round(middel, 4)}",
            *(
                line
                for rol, own in zip(zeker.ROLLEN, weights, strict=True)
                for line in ("", f"[{rol}]", *(f"{n} = {round(float(w), 3)}" for n, w in zip(NAMES, own, strict=True) if w))
            ),
        ]
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

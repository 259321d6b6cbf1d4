"""Fits the model of a reason (``toelichting/wegingen.toml``) on the annotated dossiers, and says how it does on dossiers left out.

``python tests/dossiers/fit_uitleg.py [--write] [FOLDER...]``: folders with ``ontwerp.txt``, ``toelichting.txt`` and ``uitleg.json``.

A norm is explained when one of the sentences about it gives a reason: its chance is one minus the product of what is left by each
(a noisy or), where a sentence gives it as far as it is about the norm. Of a norm that is explained the annotated sentence should be that
one, or one in the same paragraph. Each weight keeps the sign that ``TEKENS`` gives its feature, and is held near what is expected of it
(``USUAL``, a normal prior), so that few dossiers cannot bend it far. Cross-validation leaves out one dossier at a time.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from score_uitleg import HERE, provision_of

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.toelichting import reasons

Array = npt.NDArray[Any]
NAMES = tuple(reasons.TEKENS)
SIGNS = np.array([reasons.TEKENS[n] for n in NAMES])
TARGET = Path(reasons.__file__).with_name("wegingen.toml")
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
LEAST = np.array([{"verband": 1.5, "verband_in_regel": 2.0, "waarom": 1.0, "afweging": 0.8, "recht": 0.8}.get(n, 0.0) for n in NAMES])
EXPECTED = np.array([USUAL.get(n, 0.0) for n in NAMES])
STEPS, RATE = 800, 0.05
BETA = 0.8  # of a threshold: what recall counts beside precision
CAUTION = 0.8  # added to it: a wrong «explained» hides a gap
WINDOW = 6  # of a threshold: so many steps of 0.05 on either side


@dataclass
class Norm:
    """One annotated norm: a row of features and a share per sentence about it.

    ``marked`` is 2 for the annotated sentence, 1 for the others of its paragraph.
    """

    dossier: str
    explained: bool
    rows: Array
    shares: Array
    marked: Array


def norms(folder: Path) -> list[Norm]:
    known = json.loads((folder / "uitleg.json").read_text(encoding="utf-8"))
    analysis = analyse(structure.dossier(readers.read(folder / "ontwerp.txt"), readers.read(folder / "toelichting.txt")))
    explanation = analysis.explanation
    assert explanation is not None
    out = []
    for item in known["normen"]:
        provision = provision_of(analysis.bill, item["quote"], item["artikel"], item["lid"])
        found = explanation.reasons(provision) if provision is not None else ()
        at = explanation.document.text.content.find(item["where"]) if item["where"] else -1
        alinea = next((z.alinea for z in explanation.zinnen if z.span.start <= at < z.span.end), None)
        marked = [2 if r.zin.span.start <= at < r.zin.span.end else int(alinea is not None and r.zin.alinea is alinea) for r in found]
        rows = np.array([[r.features[n] for n in NAMES] for r in found]).reshape(-1, len(NAMES))
        shares = np.array([r.share for r in found], dtype=float)
        out.append(Norm(folder.name, item["explained"], rows, shares, np.array(marked, dtype=int)))
    return out


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


def best_scores(data: Sequence[Norm], weights: Array) -> Array:
    """Per norm the log-odds that it is explained, as ``reasons.Model`` has it."""
    fitted = reasons.Model(dict(zip(NAMES, map(float, weights), strict=True)), POWER, 0.0)
    out = []
    for norm in data:
        features = [dict(zip(NAMES, map(float, row), strict=True)) for row in norm.rows]
        chances = [fitted.chance(float(s), f) for s, f in zip(norm.shares, features, strict=True)]
        out.append(max(fitted.scores(chances)) if chances else -9.0)
    return np.array(out)


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


def left_out(data: Sequence[Norm]) -> tuple[Array, Array]:
    """Per norm its score by weights that were fitted without its dossier, with a threshold chosen without it; and the same before it."""
    scores, raw = np.zeros(len(data)), np.zeros(len(data))
    for name in sorted({n.dossier for n in data}):
        others = [n for n in data if n.dossier != name]
        weights = fit(others)
        own = [i for i, n in enumerate(data) if n.dossier == name]
        raw[own] = best_scores([data[i] for i in own], weights)
    for name in sorted({n.dossier for n in data}):
        own = np.array([n.dossier == name for n in data])
        truth = np.array([n.explained for n in data])
        scores[own] = raw[own] - threshold(truth[~own], raw[~own])
    return scores, raw


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    args = parser.parse_args()
    folders = args.folders or [HERE, HERE / "toelichting", HERE / "echt"]
    found = sorted({p.parent for f in folders for p in [*f.glob("uitleg.json"), *f.glob("*/uitleg.json")]})
    data = [n for folder in found for n in norms(folder)]
    truth = np.array([n.explained for n in data])
    scores, raw = left_out(data)
    print(f"{len(found)} dossiers, {len(data)} norms, {int(truth.sum())} explained, {sum(len(n.rows) for n in data)} sentences")
    print("each dossier left out: precision {:.2f}, recall {:.2f}".format(*figures(truth, scores, 0.0)))
    for level in (-1.0, -0.5, 0.0, 0.5, 1.0):
        print(f"  at a threshold of {level}: " + "precision {:.2f}, recall {:.2f}".format(*figures(truth, raw, level)))
    weights, least = fit(data), threshold(truth, raw) + CAUTION
    print("fitted on all: precision {:.2f}, recall {:.2f}".format(*figures(truth, best_scores(data, weights), least)))
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"  {name:18} {weight:+.3f}")
    if args.write:
        lines = [
            "# What each feature of a sentence weighs in whether it gives the reason for a provision (toelichting/reasons.py).",
            "# Source: fitted by tests/dossiers/fit_uitleg.py --write on annotated dossiers; not written by hand.",
            f"macht = {POWER}",
            f"drempel = {round(least, 3)}",
            "",
            "[wegingen]",
            *(f"{name} = {round(float(weight), 3)}" for name, weight in zip(NAMES, weights, strict=True)),
        ]
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

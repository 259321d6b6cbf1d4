"""Fits how reasons sound (``toelichting/redenzin.toml``) on labelled sentences, and says how it does on writers left out.

``python tests/dossiers/fit_redenzin.py [--write]``: the sentences of ``zinnen/*.jsonl``, one file per writer, and of the toelichtingen of
the annotated dossiers. A line of a file is a provision (``norm``) with a paragraph about it (``alinea``): sentences, each with what it
does (see ``zinnen/LEESMIJ.md``). Of a toelichting the sentences that are the explanation of a norm are reasons; the others are taken for
none, but count less, because a toelichting also gives reasons for what nobody annotated. A logistic regression with a normal prior on each
weight; the heaviest phrases are kept.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from material import HERE, load

from doenvermogentoets.analysis import analyse
from doenvermogentoets.language import klank
from doenvermogentoets.toelichting import redenzin
from doenvermogentoets.toelichting.explanation import Explanation

Array = npt.NDArray[Any]
Zinnen = list[tuple[frozenset[str], bool, float]]  # phrases, whether it is a reason, what it counts
TARGET = Path(redenzin.__file__).with_suffix(".toml")
# Found on writers left out, all of them flat: sentences with a phrase, strength of the prior, phrases that are kept.
LEAST, PRIOR, KEPT = 5, 0.1, 4_000
#: What a sentence of a toelichting counts that nobody called a reason.
UNCALLED = 0.3
STEPS = 300
# What the law and its guidelines call a reason is never a sign against one; the writers put these words in other sentences on purpose too.
NEVER_AGAINST = frozenset(
    {"omdat", "daarom", "doordat", "zodat", "want", "aangezien", "teneinde", "opdat", "immers", "namelijk", "voorkomen"}
)


def read(path: Path) -> Zinnen:
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(klank.phrases(text), kind == "r", 1.0) for line in lines for text, kind in line["alinea"]]


def labelled() -> list[tuple[str, Zinnen]]:
    """Per writer the sentences of ``zinnen``."""
    return [(path.stem, read(path)) for path in sorted((HERE / "zinnen").glob("*.jsonl"))]


def of_toelichting(explanation: Explanation, normen: Sequence[Mapping[str, Any]]) -> Zinnen:
    """The sentences of a toelichting, with its norms as annotated."""
    text = explanation.document.text.content
    places = [(at, at + len(n["where"])) for n in normen if n["explained"] and n["where"] and (at := text.find(n["where"])) >= 0]
    out = []
    for zin in explanation.zinnen:
        reason = any(start < zin.span.end and zin.span.start < end for start, end in places)
        out.append((klank.phrases(zin.text), reason, 1.0 if reason else UNCALLED))
    return out


def annotated() -> list[tuple[str, Zinnen]]:
    """Per group of dossiers the sentences of their toelichtingen."""
    out = []
    for name, path in (("dossiers", HERE), ("toelichting", HERE / "toelichting"), ("echt", HERE / "echt"), ("klein", HERE / "klein")):
        found: Zinnen = []
        for material in load([path]):
            if material.uitleg is not None:
                explanation = analyse(material.read()).explanation
                assert explanation is not None
                found += of_toelichting(explanation, material.uitleg["normen"])
        out.append((name, found))
    return out


class Matrix:
    """Sentences by phrases, as the places that are not zero."""

    def __init__(self, zinnen: Zinnen, names: dict[str, int]) -> None:
        found = [(i, names[p], klank.weight_of_each(len(ps))) for i, (ps, *_) in enumerate(zinnen) for p in ps if p in names]
        self.rows, self.columns = np.array([f[0] for f in found]), np.array([f[1] for f in found])
        self.values = np.array([f[2] for f in found])
        self.shape = len(zinnen), len(names)

    def times(self, weights: Array) -> Array:
        return np.bincount(self.rows, self.values * weights[self.columns], self.shape[0])

    def back(self, errors: Array) -> Array:
        return np.bincount(self.columns, self.values * errors[self.rows], self.shape[1])


def fit(
    zinnen: Zinnen, least: int = LEAST, prior: float = PRIOR, keep: int = KEPT, never_against: frozenset[str] = NEVER_AGAINST
) -> tuple[float, dict[str, float]]:
    """The constant and the weights that are kept (accelerated gradient)."""
    counts = Counter(p for ps, *_ in zinnen for p in ps)
    kept = sorted(p for p, n in counts.items() if n >= least)
    matrix = Matrix(zinnen, {p: i for i, p in enumerate(kept)})
    labels = np.array([label for _, label, _ in zinnen], dtype=float)
    counted = np.array([count for *_, count in zinnen])
    signed = np.array([not never_against.isdisjoint(p.split()) for p in kept])
    step = 1 / (largest(matrix) / 4 + prior)  # no sentence counts more than one
    weights, ahead, constant, pace = np.zeros(len(kept)), np.zeros(len(kept)), 0.0, 1.0
    for _ in range(STEPS):
        errors = counted * (1 / (1 + np.exp(-(matrix.times(ahead) + constant))) - labels)
        new = ahead - step * (matrix.back(errors) + prior * ahead)
        new = np.where(signed, np.maximum(new, 0.0), new)
        constant -= 4 / len(zinnen) * float(errors.sum())
        then, pace = pace, (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = new + (then - 1) / pace * (new - weights)
        weights = new
    heaviest = sorted(zip(kept, map(float, weights), strict=True), key=lambda x: (-abs(x[1]), x[0]))[:keep]
    return constant, dict(heaviest)


def largest(matrix: Matrix) -> float:
    """The largest eigenvalue of the matrix times itself, by power iteration: how steep the loss can be."""
    vector = np.ones(matrix.shape[1])
    for _ in range(30):
        vector = matrix.back(matrix.times(vector))
        vector /= np.linalg.norm(vector)
    return float(np.linalg.norm(matrix.back(matrix.times(vector)))) * 1.05


def scores(zinnen: Zinnen, constant: float, weights: dict[str, float]) -> Array:
    return np.array([constant + klank.weight_of_each(len(ps)) * sum(weights.get(p, 0.0) for p in ps) for ps, *_ in zinnen])


def area(labels: Sequence[bool], values: Array) -> float:
    """The chance that a reason scores above what is none."""
    order = np.argsort(values, kind="stable")
    rank = np.empty(len(order))
    rank[order] = np.arange(len(order))
    yes = np.array(labels)
    n = yes.sum()
    return float((rank[yes].sum() - n * (n - 1) / 2) / (n * (len(yes) - n)))


def toml(constant: float, weights: Mapping[str, float], what: str, source: str) -> str:
    """The weights as a file, the heaviest first."""
    lines = [
        f"# What a phrase of one to three words weighs in whether a sentence {what};",
        "# ^ is the start of the sentence, 0 a number.",
        f"# Source: fitted by {source}; not written by hand.",
        f"grens = {constant:.3f}",
        "",
        "[wegingen]",
        *(f"{json.dumps(p, ensure_ascii=False)} = {w:.2f}" for p, w in sorted(weights.items(), key=lambda x: (-abs(round(x[1], 2)), x[0]))),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    groups = labelled() + annotated()
    data = [zinnen for _, zinnen in groups]
    print(f"{len(groups)} groups, {sum(map(len, data))} sentences, {sum(label for d in data for _, label, _ in d)} reasons")
    for name, left in groups:
        values = scores(left, *fit([z for other in data if other is not left for z in other]))
        labels = [label for _, label, _ in left]
        said = values > 0
        right = float((said & np.array(labels)).sum())
        print(
            f"  without {name}: chance of the right order {area(labels, values):.3f}, "
            f"precision {right / said.sum():.2f}, recall {right / sum(labels):.2f}"
        )
    constant, weights = fit([z for d in data for z in d])
    print(f"{len(weights)} phrases have a weight")
    if args.write:
        source = "tests/dossiers/fit_redenzin.py --write on the sentences of tests/dossiers"
        TARGET.write_text(toml(constant, weights, "gives a reason (toelichting/redenzin.py)", source), encoding="utf-8")


if __name__ == "__main__":
    main()

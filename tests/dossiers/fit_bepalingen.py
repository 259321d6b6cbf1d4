"""Fits how provisions sound (``klanken/bepalingen.npz`` of the checks) on labelled provisions, and says how it does on writers left out.

``python tests/dossiers/fit_bepalingen.py GEWOON GELEZEN [--write] [--without WRITER …]``: the provisions of ``zinnen/bepaling``, one file
per writer (see ``zinnen/LEESMIJ.md``), each sentence of the kinds of which it holds the words. Beside them stand

- the sentences of the bills of the open dossiers on which no reviewer remarked;
- those of bills that sounded most like one of a kind, as readers judged them one by one (``zinnen/gelezen.tsv``);
- ``zinnen/schijn.jsonl``: sentences that are not of one kind, because a test or a page says that its check leaves them alone;
- ``GELEZEN``: sentences of published regulations, one on a line, that fits before took for one of a kind and that readers judged;
  ``gelezen.tsv`` has the digest of each and the kinds that it is of, if any;
- ``GEWOON``: a file with a random sentence of a published regulation on each line. Half of them is learned from as «none»; on the other
  half the threshold of each kind is set, so that it is heard wrongly no more often than ``OFTEN``. It is raised until of what is heard in
  the bills that were judged, each bill left out of the fit in its turn, a share of ``RIGHT`` is so.

One logistic regression for each kind, with a normal prior on each weight, all at once.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from material import HERE, Material, load
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from doenvermogentoets.language import klank
from doenvermogentoets_checks.klanken import bepalingen

Array = npt.NDArray[Any]
SOORTEN = tuple(tomllib.loads(Path(bepalingen.__file__).with_suffix(".toml").read_text(encoding="utf-8")))
ZINNEN = HERE / "zinnen"
TARGET = Path(bepalingen.__file__).with_suffix(".npz")
#: Found on writers left out: sentences with a phrase, strength of the prior, phrases that are kept.
LEAST, PRIOR, KEPT = 2, 0.01, 30_000
#: What counts less: a sentence beside the one that was labelled, and one of a dossier that nobody labelled.
BESIDE, UNCALLED = 0.3, 0.2
#: What counts more: a sentence that a test says is none, and a provision that a writer made to sound hard and be kind.
LOOK_ALIKE, KIND = 15.0, 4.0
#: How often a kind may be heard where no reader said that it is there, in a thousand sentences of published regulations.
OFTEN = 0.4
#: How much of what is heard of a kind in a bill must be right, and in how many parts the bills are left out to count that.
RIGHT, PARTS = 0.5, 4
_ENDS = re.compile(r"(?<=[.!?»”])\s+(?=[A-Z«„“‘0-9])")
_NUMBER = re.compile(r"^\s*\d+[a-z]?\.\s+")
_SHORT = 4  # spaces in a sentence that says something


@dataclass
class Zinnen:
    """Sentences, and per sentence and kind whether it is of that kind and what that counts."""

    texts: list[str]
    labels: Array
    counts: Array

    def __add__(self, other: Zinnen) -> Zinnen:
        labels, counts = np.vstack([self.labels, other.labels]), np.vstack([self.counts, other.counts])
        return Zinnen(self.texts + other.texts, labels, counts)


def of_writer(path: Path) -> Zinnen:
    texts, labels, counts = [], [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        text, end = item["tekst"], 0
        places = {soort: (at, at + len(quote)) for soort, quote in item["labels"].items() if (at := text.find(quote)) >= 0}
        for sentence in filter(str.strip, _ENDS.split(text)):
            start = text.find(sentence, end)
            end = start + len(sentence)
            inside = [s in places and places[s][0] < end and start < places[s][1] for s in SOORTEN]
            texts.append(sentence)
            labels.append(inside)
            usual = KIND if item["schijn"] and not places else 1.0
            counts.append([usual if here or s not in places else BESIDE for s, here in zip(SOORTEN, inside, strict=True)])
    return Zinnen(texts, np.array(labels, dtype=float), np.array(counts))


def none_of_all(texts: list[str], count: float) -> Zinnen:
    shape = len(texts), len(SOORTEN)
    return Zinnen(texts, np.zeros(shape), np.full(shape, count))


def sentences_of(material: Material) -> list[str]:
    """The sentences of a bill, without the numbers of its leden."""
    lines = (_NUMBER.sub("", line.strip()) for line in material.ontwerp.splitlines())
    return [sentence for line in lines for sentence in _ENDS.split(line) if sentence.count(" ") >= _SHORT]


def of_bills() -> list[str]:
    """The sentences of the bills of the open dossiers on which no reviewer remarked, and that no reader judged one by one."""
    out: dict[str, None] = {}
    known = judged()
    for material in load([HERE]):
        assert material.truth is not None
        quotes = [e["quote"] for e in material.truth["expected"] if e["where"]["doc"] == "ontwerp" and e.get("quote")]
        for sentence in sentences_of(material):
            if digest(sentence) not in known and not any(q in sentence or sentence in q for q in quotes):
                out[sentence] = None
    return list(out)


def of_drafts() -> list[list[str]]:
    """The sentences of bills that readers judged, in as many parts as are left out of a fit in turn; a bill is in one part."""
    known, seen = judged(), set[str]()
    out: list[list[str]] = [[] for _ in range(PARTS)]
    for number, material in enumerate(load([HERE, HERE / "echt", HERE / "klein"])):
        own = [s for s in dict.fromkeys(sentences_of(material)) if digest(s) in known and s not in seen]
        seen.update(own)
        out[number % PARTS] += own
    return out


def digest(sentence: str) -> str:
    """What a sentence is known by: the texts of others do not belong to the project."""
    return hashlib.sha256(" ".join(sentence.rstrip(";").split()).encode()).hexdigest()[:16]


def judged() -> dict[str, frozenset[str]]:
    """The kinds of each sentence that readers judged, by its digest."""
    lines = (ZINNEN / "gelezen.tsv").read_text(encoding="utf-8").splitlines()
    return {name: frozenset(kinds.split()) for name, kinds in (line.split("\t") for line in lines if not line.startswith("#"))}


def of_readers(texts: Sequence[str]) -> Zinnen:
    """The sentences that were judged.

    Raises:
        SystemExit: a sentence that is not in ``gelezen.tsv``.
    """
    known = judged()
    if missing := [text for text in texts if digest(text) not in known]:
        raise SystemExit(f"{len(missing)} sentences were not judged, the first: {missing[0][:60]}")
    labels = np.array([[s in known[digest(text)] for s in SOORTEN] for text in texts], dtype=float)
    return Zinnen(list(texts), labels, np.ones(labels.shape))


def look_alikes() -> Zinnen:
    items = [json.loads(line) for line in (ZINNEN / "schijn.jsonl").read_text(encoding="utf-8").splitlines()]
    counts = np.array([[LOOK_ALIKE * (s in item["niet"]) for s in SOORTEN] for item in items])
    return Zinnen([item["tekst"] for item in items], np.zeros(counts.shape), counts)


def parts(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    return klank.phrases(sentence), klank.pieces(sentence)


def matrix(texts: Sequence[str], rows: dict[str, int]) -> csr_matrix:
    found = [
        (i, rows[part], klank.weight_of_each(max(1, len(group))))
        for i, text in enumerate(texts)
        for group in parts(text)
        for part in group
        if part in rows
    ]
    at, column, value = (np.array(x) for x in zip(*found, strict=True))
    return csr_matrix((value, (at, column)), shape=(len(texts), len(rows)))


def names_of(texts: Sequence[str]) -> dict[str, int]:
    counted = Counter(part for text in texts for group in parts(text) for part in group)
    return {part: i for i, part in enumerate(sorted(p for p, n in counted.items() if n >= LEAST))}


def fit(x: csr_matrix, labels: Array, counts: Array) -> tuple[Array, Array]:
    """The constants, and the weights with a row for each column of ``x``."""
    shape = x.shape[1] + 1, labels.shape[1]

    def loss(flat: Array) -> tuple[float, Array]:
        weights = flat.reshape(shape)
        odds = x @ weights[:-1] + weights[-1]
        errors = counts * (1 / (1 + np.exp(-odds)) - labels)
        slope = np.vstack([x.T @ errors + PRIOR * weights[:-1], errors.sum(axis=0)])
        value = float((counts * (np.logaddexp(0, odds) - labels * odds)).sum() + PRIOR / 2 * (weights[:-1] ** 2).sum())
        return value, slope.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x.reshape(shape)
    return found[-1], found[:-1]


def fitted(zinnen: Zinnen, published: list[str]) -> klank.Klanken:
    """The weights, learned from sentences and half of what was published, with thresholds by the other half.

    That half has what readers judged in it: without it, what is loudest of all that was published would not count.
    """
    half, known = len(published) // 2, judged()
    right = np.array([[s in known.get(digest(text), ()) for s in SOORTEN] for text in published[half:]])
    learned = zinnen + none_of_all([text for text in published[:half] if digest(text) not in known], 1.0)
    names = names_of(zinnen.texts)
    constants, weights = fit(matrix(learned.texts, names), learned.labels, learned.counts)
    kept = sorted(np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:KEPT].tolist())
    all_names = list(names)
    scale = np.float32(np.abs(weights).max() / 32_000)
    rounded = np.round(weights[kept] / scale).astype(np.int16).astype(np.float32) * scale
    rows = {all_names[at]: i for i, at in enumerate(kept)}
    out = klank.Klanken(SOORTEN, constants.astype(np.float32), np.zeros(len(SOORTEN), np.float32), rows, rounded)
    heard = np.sort(np.where(right, -np.inf, scores(out, published[half:])), axis=0)
    return klank.Klanken(SOORTEN, out.constants, heard[-1 - round(OFTEN * len(heard) / 1_000)].astype(np.float32), rows, rounded)


def careful(weights: klank.Klanken, zinnen: Zinnen, drafts: Sequence[list[str]], published: list[str]) -> klank.Klanken:
    """The weights with the threshold of each kind raised until it is right in bills that were not learned from.

    ``zinnen`` is all that was learned from but the sentences of ``drafts``.
    """
    above, right = [], []
    for part in drafts:
        others = of_readers([text for other in drafts if other is not part for text in other])
        without = fitted(zinnen + others, published)
        above.append(scores(without, part) - without.from_)
        right.append(of_readers(part).labels)
    more = [least_above(*column) for column in zip(np.vstack(above).T, np.vstack(right).T, strict=True)]
    return replace(weights, from_=weights.from_ + np.array(more, np.float32))


def least_above(above: Array, right: Array) -> float:
    """From how far above the threshold a share of ``RIGHT`` of all that is so loud is right; 0 where that is so from the start."""
    loud = np.flatnonzero(above > 0)
    order = loud[np.argsort(-above[loud], kind="stable")]
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= RIGHT)
    if not len(enough):
        return float(above.max(initial=0.0))
    last = int(enough[-1])
    return 0.0 if last == len(order) - 1 else float(above[order[last : last + 2]].mean())


def scores(weights: klank.Klanken, texts: Sequence[str]) -> Array:
    return matrix(texts, dict(weights.rows)) @ weights.weights + weights.constants


def told(weights: klank.Klanken, zinnen: Zinnen) -> str:
    heard = scores(weights, zinnen.texts) > weights.from_
    labels = zinnen.labels > 0
    lines = [
        f"  {soort:18} {int(labels[:, i].sum()):4} labelled, heard {(heard & labels)[:, i].sum() / max(1, labels[:, i].sum()):.2f}, "
        f"of what is heard so labelled {(heard & labels)[:, i].sum() / max(1, heard[:, i].sum()):.2f}, from {weights.from_[i]:.2f}"
        for i, soort in enumerate(SOORTEN)
    ]
    right = (heard & labels).sum() / max(1, labels.sum()), (heard & labels).sum() / max(1, heard.sum())
    nothing = heard[~labels.any(axis=1)].any(axis=1).mean()
    return "\n".join(
        [*lines, f"  together {right[0]:.3f} and {right[1]:.3f}; of sentences without a label {nothing:.3f} heard as something"]
    )


def write(weights: klank.Klanken) -> None:
    scale = np.float32(np.abs(weights.weights).max() / 32_000)
    whole = np.round(weights.weights / scale).astype(np.int16)
    soorten, names = (np.frombuffer("\n".join(x).encode(), dtype=np.uint8) for x in (SOORTEN, weights.rows))
    with TARGET.open("wb") as handle:
        np.savez_compressed(
            handle, soorten=soorten, parts=names, constants=weights.constants, from_=weights.from_, weights=whole, scale=scale
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gewoon", type=Path)
    parser.add_argument("gelezen", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--without", nargs="*", default=[], metavar="WRITER")
    parser.add_argument("--quick", action="store_true", help="leave the thresholds as they are for published regulations")
    args = parser.parse_args()
    published, read = (path.read_text(encoding="utf-8").splitlines() for path in (args.gewoon, args.gelezen))
    writers = {path.stem: of_writer(path) for path in sorted((ZINNEN / "bepaling").glob("*.jsonl"))}
    zinnen = none_of_all(of_bills(), UNCALLED) + of_readers(read) + look_alikes()
    for name, own in writers.items():
        if name not in args.without:
            zinnen += own
    drafts = of_drafts()
    weights = fitted(zinnen + of_readers([text for part in drafts for text in part]), published)
    if not args.quick:
        weights = careful(weights, zinnen, drafts, published)
    for name in args.without:
        print(f"without {name}\n{told(weights, writers[name])}")
    if args.write:
        write(weights)


if __name__ == "__main__":
    main()

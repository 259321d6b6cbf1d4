"""Fits the weights of the second reading (``norms/wegingen_lezing.npz``), and says how it does on regulations left out.

``python tests/norms/fit_lezing.py [--write] [--gold FOLDER CORPUS] TEXTS``: ``TEXTS`` holds the regulations that
``annotaties/wetten.tsv`` names, as Markdown of the official consolidated texts (statengeneraal/laws-markdown, as of November 2015; each as
``kind-BWBnumber.md``). The annotations say per artikel and lid what stands in it; the texts are not kept here. Of the rows, «leren» are
learned from, «oordeel» tell which settings are best, and «gesloten» are only counted; they are of different regulations. ``--gold`` adds a
folder with ``units.jsonl`` and ``labels.jsonl``, whose texts the word rules were made on, with the weight of ``GOLD``.

What is learned is a network with one hidden layer: every sign of a clause counts for each outcome directly and for each hidden unit, and a
provision says something if one of its clauses does (a noisy or). Of the signs a part is left out at random in every step, and half of the
hidden units, so that nothing hangs on one word. Signs of fewer than ``RARE`` clauses are not learned.
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
from scipy.sparse import csr_matrix

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import Provision, analyse_document
from doenvermogentoets.norms import extract, lezing, table, tekens_lezing
from doenvermogentoets.norms.model import Norm

Array = npt.NDArray[Any]
TARGET = Path(lezing.__file__).with_name("wegingen_lezing.npz")
LABELS = Path(__file__).with_name("annotaties") / "wetten.tsv"
RARE = 10  # clauses
WEIGHT = {"goud": 3.0, "voorbeelden": 12.0}  # how often a provision counts; others once
HIDDEN, ROUNDS, BATCH, RATE = 32, 7, 128, 2e-3
LEFT_OUT, ASLEEP = 0.2, 0.5  # shares of the signs, and of the hidden units, that a step does without
SEEDS = (1, 2, 3)  # so many networks are fitted, and their log-odds averaged: that is one network with the hidden units of all
NUMBER = len(lezing.UITKOMSTEN)


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


class Adam:
    """The steps of Adam over one array, of which a step may touch some rows only."""

    def __init__(self, values: Array) -> None:
        self.values, self.first, self.second, self.step = values, np.zeros_like(values), np.zeros_like(values), 0

    def move(self, slope: Array, rate: float, rows: Any = slice(None)) -> None:
        self.step += 1
        self.first[rows] = first = 0.9 * self.first[rows] + 0.1 * slope
        self.second[rows] = second = 0.999 * self.second[rows] + 0.001 * slope**2
        rate *= np.sqrt(1 - 0.999**self.step) / (1 - 0.9**self.step)
        self.values[rows] -= rate * first / (np.sqrt(second) + 1e-8)


def fit(signs: Any, of: Array, said: Array, weight: Array, seed: int) -> tuple[Array, Array, Array]:
    """The matrix (signs by outcomes and hidden units), the ground and the hidden layer of :class:`lezing.Gewichten`, not yet rounded.

    Args:
        signs: clauses by signs.
        of: for each clause its provision, in order.
        said: provisions by outcomes.
        weight: how much each provision counts.
    """
    rng = np.random.default_rng(seed)
    start = rng.normal(0.0, 0.02, (signs.shape[1], NUMBER + HIDDEN)).astype(np.float32)
    start[:, :NUMBER] = 0.0
    matrix, ground = Adam(start), Adam(np.r_[np.full(NUMBER, -2.0), np.zeros(HIDDEN)].astype(np.float32))
    hidden = Adam(rng.uniform(-1, 1, (HIDDEN, NUMBER)).astype(np.float32) / np.float32(np.sqrt(HIDDEN)))
    first = np.r_[np.searchsorted(of, np.arange(len(said))), len(of)]
    for turn in range(ROUNDS):
        order, rate = rng.permutation(len(said)), RATE * (1 - turn / ROUNDS)
        for at in range(0, len(order), BATCH):
            lids = order[at : at + BATCH]
            sizes = first[lids + 1] - first[lids]
            starts = np.r_[0, np.cumsum(sizes)[:-1]]
            own = signs[np.concatenate([np.arange(first[i], first[i + 1]) for i in lids])]
            own.data = own.data * (rng.random(len(own.data)) >= LEFT_OUT)
            used, columns = np.unique(own.indices, return_inverse=True)
            own = csr_matrix((own.data, columns, own.indptr), shape=(own.shape[0], len(used)))
            total = own @ matrix.values[used] + ground.values
            awake = (rng.random((len(total), HIDDEN)) >= ASLEEP) / (1 - ASLEEP)
            inner = np.maximum(total[:, NUMBER:], 0.0) * awake
            direct = total[:, :NUMBER] + inner @ hidden.values
            heard = np.add.reduceat(np.logaddexp(0.0, direct), starts) + 1e-6
            none = np.exp(-heard)
            pull = weight[lids][:, None] * np.where(said[lids], -none / (1 - none), 1.0) / weight[lids].sum()
            slope = np.repeat(pull, sizes, axis=0) / (1 + np.exp(-direct))
            slope_inner = slope @ hidden.values.T * awake * (total[:, NUMBER:] > 0)
            both = np.hstack([slope, slope_inner])
            matrix.move((own.T @ both).astype(np.float32), rate, used)
            ground.move(both.sum(axis=0), rate)
            hidden.move(inner.T @ slope, rate)
    return matrix.values, ground.values, hidden.values


def together(networks: Sequence[tuple[Array, Array, Array]]) -> tuple[Array, Array, Array]:
    """The network that gives the mean of the log-odds of several."""
    matrices, grounds, hidden = zip(*networks, strict=True)

    def joined(arrays: Sequence[Array]) -> Array:
        return np.concatenate([np.mean([a[..., :NUMBER] for a in arrays], axis=0), *(a[..., NUMBER:] for a in arrays)], axis=-1)

    return joined(matrices), joined(grounds), np.concatenate(hidden) / len(hidden)


def rounded(names: Sequence[str], matrix: Array, ground: Array, hidden: Array) -> lezing.Gewichten:
    """The weights with the matrix in whole steps of one byte."""
    scale = np.maximum(np.abs(matrix).max(axis=0), 1e-6) / 127
    steps = np.round(matrix / scale).astype(np.int8)
    rows = {name: at for at, name in enumerate(names)}
    return lezing.Gewichten(rows, steps, scale.astype(np.float32), ground.astype(np.float32), hidden.astype(np.float32))


def said_by(weights: lezing.Gewichten, lid: Lid) -> set[str]:
    """What the weights say of a provision; for the tally only, the program has more to say about which norm is which."""
    chances = weights.kansen(np.array([weights.som(set(clause)) for clause in lid.clauses]))
    said = {name for name, p in zip(lezing.UITKOMSTEN, 1 - np.prod(1 - chances, axis=0), strict=True) if p > 0.5}
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
    said = np.array([[name in lid.said for name in lezing.UITKOMSTEN] for lid in learn])
    weight = np.array([WEIGHT.get(lid.deel, 1.0) for lid in learn])
    weights = rounded(list(names), *together([fit(signs, of, said, weight, seed) for seed in SEEDS]))
    print(f"{len(names)} tekens")
    for deel in ("leren", "voorbeelden", "goud", "oordeel", "gesloten"):
        own = [lid for lid in data if lid.deel == deel]
        print(tally(f"{deel}, regels", [(lid.said, lid.rules) for lid in own]))
        print(tally(f"{deel}, tweede lezing", [(lid.said, said_by(weights, lid)) for lid in own]))
    if args.write:
        kept = np.frombuffer("\n".join(names).encode(), dtype=np.uint8)
        with TARGET.open("wb") as handle:
            np.savez_compressed(
                handle, signs=kept, matrix=weights.matrix, scale=weights.scale, ground=weights.ground, hidden=weights.hidden
            )


if __name__ == "__main__":
    main()

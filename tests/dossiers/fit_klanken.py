"""Fits how kinds of sentences sound (``klanken/*.toml`` of the checks) on labelled sentences, and says how it does on writers left out.

``python tests/dossiers/fit_klanken.py [--write]``: the sentences of the folders of ``zinnen``, one file per writer (see
``zinnen/LEESMIJ.md``). Beside them stand the sentences of the toelichtingen of the open dossiers, as what is mostly of no such kind; they
count less, because among them are some that nobody labelled.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import fit_redenzin as fitting
import numpy as np
from material import HERE, load

from doenvermogentoets.analysis import analyse
from doenvermogentoets.language import klank
from doenvermogentoets_checks import klanken
from doenvermogentoets_checks.toelichting import onbeantwoord

Zinnen = fitting.Zinnen
Array = fitting.Array
TARGET = Path(klanken.__file__).parent
# Found on writers left out, all of them flat: sentences with a phrase, strength of the prior, phrases that are kept.
LEAST, PRIOR, KEPT = 2, 0.1, 3_000
#: What a sentence of a dossier counts that nobody labelled.
UNCALLED = 0.2
SELDOM = 0.6  # the same where it can hardly be of the kind
_ENDS = re.compile(r"(?<=[.!?»”])\s+(?=[A-Z«„“‘0-9])")


@cache
def lines(kind: str) -> dict[str, list[dict[str, Any]]]:
    """Per writer what was labelled."""
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for path in sorted((HERE / "zinnen" / kind).glob("*.jsonl"))
    }


def _row(text: str, label: bool, counts: float = 1.0) -> tuple[frozenset[str], bool, float]:
    return klank.phrases(text), label, counts


def _within(one: str, other: str | None) -> bool:
    return other is not None and (one in other or other in one)


def sentences(item: dict[str, Any]) -> tuple[list[str], int | None]:
    """The sentences of a paragraph, and the place of the last one that holds the objection."""
    found = [s for s in _ENDS.split(item["alinea"]) if s.strip()]
    return found, max((i for i, s in enumerate(found) if _within(s, item["bezwaar"])), default=None)


def _bezwaar(item: dict[str, Any]) -> Zinnen:
    return [_row(s, item["label"] != "geen" and _within(s, item["bezwaar"])) for s in sentences(item)[0]]


def _after(item: dict[str, Any], label: Callable[[bool], bool]) -> Zinnen:
    found, at = sentences(item)
    return [_row(s, label(_within(s, item["reactie"]))) for s in found[at + 1 :]] if at is not None and item["label"] != "geen" else []


def _reactie(item: dict[str, Any]) -> Zinnen:
    return _after(item, lambda reaction: reaction)


def _antwoord(item: dict[str, Any]) -> Zinnen:
    return _after(item, lambda reaction: reaction and item["label"] == "beantwoord")


def _mensbeeld(item: dict[str, Any]) -> Zinnen:
    return [_row(item["zin"], bool(item["label"]))]


def _bewijs(item: dict[str, Any]) -> Zinnen:
    return [_row(item[part], bool(item["label"])) for part in ("zin", "quote")]


@cache
def _of_dossiers() -> tuple[tuple[str, bool], ...]:
    """The sentences of the toelichtingen of open dossiers, and whether a reviewer remarked on the view of man there."""
    out = []
    for material in load([HERE, HERE / "echt", HERE / "toelichting"]):
        explanation = analyse(material.read()).explanation
        if explanation is None or material.truth is None:
            continue
        text = explanation.document.text.content
        about = [e for e in material.truth["expected"] if e["theme"] == "toelichting" and e.get("quote") and _MENSBEELD.search(e["what"])]
        places = [(at, at + len(e["quote"])) for e in about if (at := text.find(e["quote"])) >= 0]
        out += [(z.text, any(start < z.span.end and z.span.start < end for start, end in places)) for z in explanation.zinnen]
    return tuple(out)


@cache
def _of_bills() -> tuple[str, ...]:
    """The provisions of open dossiers, in onderdelen, where no reviewer remarked on proof: what a bill says otherwise."""
    out = []
    for material in load([HERE, HERE / "klein"]):
        remarks = [e.get("quote") or "" for e in (material.truth or {"expected": []})["expected"] if e["theme"] == "doenvermogen"]
        for line in material.ontwerp.splitlines():
            if not any(quote and quote in line for quote in remarks):
                out += [piece.strip() for piece in re.split(r"^\s*[a-z0-9]{1,3}[.)]\s|;", line) if piece.count(" ") > 2]
    return tuple(out)


_MENSBEELD = re.compile(r"ration|mensbeeld|redzaam|veronderstel|zal handelen", re.I)


def _beside(kind: str) -> Zinnen:
    if kind == "mensbeeld":
        return [_row(text, label, 1.0 if label else UNCALLED) for text, label in _of_dossiers()]
    if kind == "bewijs":
        return [_row(text, False, UNCALLED) for text in _of_bills()]
    if kind == "bezwaar":
        return [_row(text, False, SELDOM) for text, _ in _of_dossiers() if not _INPUT.search(text)]
    return []


# What may be an objection is left out of what counts as none.
_INPUT = re.compile(
    r"\b(?:advis\w+|advies\w*|vra(?:agt|gen)|vroeg\w*|wijst|wees|bezwa\w+|acht\w*|vindt|vond|zorg\w*|pleit\w*|raad|vereniging|bond)\b", re.I
)

#: Per kind: where its sentences lie, and how they are read.
KINDS: dict[klanken.Soort, tuple[str, Callable[[dict[str, Any]], Zinnen]]] = {
    "bezwaar": ("bezwaar", _bezwaar),
    "reactie": ("bezwaar", _reactie),
    "antwoord": ("bezwaar", _antwoord),
    "mensbeeld": ("mensbeeld", _mensbeeld),
    "bewijs": ("bewijs", _bewijs),
}


def of_writer(soort: klanken.Soort, writer: str) -> Zinnen:
    folder, read = KINDS[soort]
    return [row for item in lines(folder)[writer] for row in read(item)]


def without(soort: klanken.Soort, writer: str | None) -> tuple[float, dict[str, float]]:
    """The weights, fitted on all writers but one."""
    folder, _ = KINDS[soort]
    rows = [row for other in lines(folder) if other != writer for row in of_writer(soort, other)]
    return fitting.fit([*rows, *_beside(soort)], LEAST, PRIOR, KEPT, never_against=frozenset())


def told(name: str, rows: Zinnen, values: Sequence[float]) -> str:
    labels = np.array([label for _, label, _ in rows])
    order = np.argsort(-np.array(values), kind="stable")
    right = np.cumsum(labels[order])
    precision, recall = right / np.arange(1, len(order) + 1), right / labels.sum()
    at = [max((float(r) for p, r in zip(precision, recall, strict=True) if p >= least), default=0.0) for least in (0.8, 0.9)]
    area = fitting.area(list(labels), np.array(values))
    return f"  without {name} ({len(rows)}): right order {area:.3f}, recall at precision .8 {at[0]:.2f}, at .9 {at[1]:.2f}"


def unanswered() -> tuple[Array, Array, Array]:
    """Per sentence of the paragraphs its writer (a number), what is weighed of it, and whether it is an objection without an answer.

    How each sentence sounds is read with weights that did not see its writer.
    """
    writers, rows, labels = [], [], []
    for number, (writer, items) in enumerate(lines("bezwaar").items()):
        weights = [klank.Klank(*without(soort, writer)) for soort in onbeantwoord.SOORTEN]
        for item in items:
            found, _ = sentences(item)
            sounds = [[w.log_odds(s) for s in found] for w in weights]
            for i, sentence in enumerate(found):
                writers.append(number)
                rows.append([*onbeantwoord.signs(sounds[0], sounds[1], sounds[2], i), 1.0])
                labels.append(item["label"] in ("leeg", "afgewezen", "niets") and _within(sentence, item["bezwaar"]))
    return np.array(writers), np.array(rows), np.array(labels)


def together(rows: Array, labels: Array) -> Array:
    """What each sign weighs (logistic regression, by Newton's steps)."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-rows @ weights))
        steep = rows.T @ (rows * (chances * (1 - chances))[:, None]) + 0.1 * np.eye(rows.shape[1])
        weights -= np.linalg.solve(steep, rows.T @ (chances - labels) + 0.1 * weights)
    return weights


def _unanswered(write: bool) -> None:
    writers, rows, labels = unanswered()
    values = np.zeros(len(labels))
    for number in set(writers.tolist()):
        own = writers == number
        values[own] = rows[own] @ together(rows[~own], labels[~own])
    order = np.argsort(-values, kind="stable")
    right = np.cumsum(labels[order])
    print("onbeantwoord")
    for least in (0.95, 0.9, 0.85, 0.8, 0.7, 0.6):
        at = max((i for i in range(len(order)) if right[i] / (i + 1) >= least), default=0)
        print(f"  precision {least}: recall {right[at] / labels.sum():.2f}, from {values[order[at]]:.2f}")
    if write:
        names = (*onbeantwoord.SOORTEN, "grens")
        kept = zip(names, together(rows, labels), strict=True)
        head = "# What the readings of a paragraph weigh in whether an objection is not answered (toelichting/onbeantwoord.py).\n"
        head += "# Source: fitted by tests/dossiers/fit_klanken.py --write; not written by hand.\n"
        text = head + "".join(f"{name} = {weight:.3f}\n" for name, weight in kept)
        Path(onbeantwoord.__file__).with_suffix(".toml").write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    for soort, (folder, _) in KINDS.items():
        print(soort)
        for writer in lines(folder):
            rows = of_writer(soort, writer)
            print(told(writer, rows, list(fitting.scores(rows, *without(soort, writer)))))
        if args.write:
            source = "tests/dossiers/fit_klanken.py --write on the sentences of tests/dossiers/zinnen"
            what = f"is of the kind «{soort}» (klanken/__init__.py)"
            (TARGET / f"{soort}.toml").write_text(fitting.toml(*without(soort, None), what, source), encoding="utf-8")
    _unanswered(args.write)


if __name__ == "__main__":
    main()

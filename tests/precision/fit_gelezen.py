"""Fits how likely readers were to call a finding right (``checks/doenvermogentoets_checks/gelezen.tsv``), and says how it does.

``python tests/precision/fit_gelezen.py [--write] [--save FILE] TEXTS``: ``TEXTS`` holds the regulations that the rows here name, each under
its ``file``. Of the four themes about people every row without a ``set`` is learned from, as the checks find it, before it is weighed; and
so are the findings in the open dossiers that a reviewer expects (right) or warns against (wrong), because a draft is not a statute in
force. A logistic regression with a normal prior; what is doubtful is not right. The figures are of texts that were left out, a part at a
time. ``--write`` also gives each row the ``severity`` that its finding has by a fit without its text, and takes out rows whose finding no
longer occurs, so that what the pages say of precision holds for a text that nothing was learned from.
``--save`` keeps what was read, and reads it from there the next time: remove it when code or rows have changed.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import pickle
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from doenvermogentoets import catalogue, engine, readers, structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.output.run import place_of
from doenvermogentoets.readers import read_text
from doenvermogentoets_checks import gelezen

Array = npt.NDArray[Any]
HERE = Path(__file__).parent
TARGET = Path(gelezen.__file__).with_suffix(".tsv")
DOSSIERS = HERE.parent / "dossiers"
THEMES = ("termijnen", "hardheid", "bevoegdheid", "doenvermogen")
PRIOR = 15.0  # strength of the prior; found on texts left out, and flat between 5 and 20
RARE = 4  # findings
NOTHING_READ = structure.dossier(read_text("", "leeg.txt", "txt")).bill
NOTHING = 5  # thousandths: what weighs less is not kept
PARTS = 8


@dataclass
class Read:
    """A finding that was read; ``key`` is its check and place in the file."""

    text: str
    key: tuple[str, int, int]
    finding: Finding
    verdict: str
    signs: set[str]

    @property
    def severity(self) -> Severity:
        return self.finding.severity


def rows() -> dict[str, dict[tuple[str, int, int], str]]:
    """Per regulation the verdict on each finding, by its check and its place in the file."""
    out: dict[str, dict[tuple[str, int, int], str]] = defaultdict(dict)
    for theme in THEMES:
        for line in (HERE / f"{theme}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not row.get("set"):
                out[row["file"]][row["check"], row["start"], row["end"]] = row["verdict"]
    return out


def read(task: tuple[Path, str, dict[tuple[str, int, int], str]]) -> list[Read]:
    """The findings of one regulation that have a verdict."""
    path, name, verdicts = task
    analysis = analyse(structure.dossier(readers.read(path)).alone())
    found = engine.run_analysed(analysis, [c for c in catalogue.load() if c.weigh is not None]).findings
    out = []
    for finding in found:
        at = place_of(finding).span
        key = (finding.check, at.start, at.end)
        if key in verdicts:
            out.append(Read(name, key, _bare(finding), verdicts[key], gelezen.signs(analysis, finding)))
    return out


def _bare(finding: Finding) -> Finding:
    """The finding without its text, which is large."""
    return replace(finding, document=NOTHING_READ, unit=None, annotations=(), suggestions=())


def renew(data: Sequence[Read], likely: Array, there: set[str]) -> None:
    """Give each row the level that its finding has by a fit without its text; rows without a finding go, if their text is ``there``."""
    levels = {(one.text, *one.key): gelezen.level_of(one.finding, float(p)).value for one, p in zip(data, likely, strict=True)}
    for theme in THEMES:
        path, out = HERE / f"{theme}.jsonl", []
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            level = levels.get((row["file"], row["check"], row["start"], row["end"]))
            if row.get("set") or row["file"] not in there:
                out.append(line)
            elif level is not None:
                out.append(json.dumps(row | {"severity": level}, ensure_ascii=False))
        print(f"{theme}: {len(path.read_text(encoding='utf-8').splitlines())} regels, nu {len(out)}")
        path.write_text("\n".join(out) + "\n", encoding="utf-8")


def drafts(folder: Path) -> list[Read]:
    """The findings in a dossier that its truth speaks of; of other findings nobody said anything."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    sources = (readers.read(folder / "ontwerp.txt"), readers.read(folder / "toelichting.txt"))
    analysis = analyse(structure.dossier(*sources).alone())
    text = analysis.bill.document.text.content
    places = []
    for kind, verdict in (("expected", "right"), ("forbidden", "wrong")):
        for item in truth.get(kind, []):
            at = text.find(item["quote"]) if item.get("quote") and item["where"]["doc"] != "toelichting" and item["theme"] in THEMES else -1
            if at >= 0:
                places.append((at, at + len(item["quote"]), verdict))
    out = []
    for finding in engine.run_analysed(analysis, [c for c in catalogue.load() if c.weigh is not None]).findings:
        verdict = next((v for start, end, v in places if finding.span.start < end and start < finding.span.end), None)
        if finding.document is analysis.bill.document and verdict is not None:
            key = (finding.check, finding.span.start, finding.span.end)
            out.append(Read(f"dossier {folder.name}", key, _bare(finding), verdict, gelezen.signs(analysis, finding)))
    return out


def fit(data: Sequence[Read]) -> dict[str, float]:
    """The weight of each sign, and of the ground level."""
    number = Counter(sign for one in data for sign in one.signs)
    names = {sign: i for i, sign in enumerate(sorted(s for s, n in number.items() if n >= RARE))}
    columns, ends = [], [0]
    for one in data:
        columns += sorted(names[s] for s in one.signs if s in names)
        ends.append(len(columns))
    signs = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(data), len(names)))
    turned, truth = signs.T.tocsr(), np.array([one.verdict == "right" for one in data])

    def loss(w: Array) -> tuple[float, Array]:
        z = signs @ w[:-1] + w[-1]
        slope = 1 / (1 + np.exp(-z)) - truth
        cost = np.logaddexp(0, z).sum() - z[truth].sum() + PRIOR * (w[:-1] @ w[:-1]) / 2
        return float(cost), np.append(turned @ slope + PRIOR * w[:-1], slope.sum())

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {**{sign: float(found[i]) for sign, i in names.items()}, gelezen.GROUND: float(found[-1])}


def chance(weights: dict[str, float], signs: set[str]) -> float:
    return float(1 / (1 + np.exp(-(weights[gelezen.GROUND] + sum(weights.get(s, 0.0) for s in signs)))))


def left_out(data: Sequence[Read]) -> Array:
    """For each finding its chance by a fit without the text it stands in."""
    files = sorted({one.text for one in data})
    part = {file: i % PARTS for i, file in enumerate(np.random.default_rng(1).permutation(files))}
    out = np.zeros(len(data))
    for p in range(PARTS):
        weights = fit([one for one in data if part[one.text] != p])
        for i, one in enumerate(data):
            if part[one.text] == p:
                out[i] = chance(weights, one.signs)
    return out


def tell(name: str, chosen: Sequence[Read]) -> None:
    verdicts = Counter(one.verdict for one in chosen)
    shares = ", ".join(f"{v} {verdicts[v]} ({verdicts[v] / max(1, len(chosen)):.2f})" for v in ("right", "doubtful", "wrong"))
    print(f"{name}: {len(chosen)}, {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--save", type=Path)
    parser.add_argument("texts", type=Path)
    args = parser.parse_args()
    data: list[Read]
    if args.save is not None and args.save.exists():
        data = pickle.loads(args.save.read_bytes())
    else:
        tasks = [(args.texts / name, name, verdicts) for name, verdicts in sorted(rows().items()) if (args.texts / name).exists()]
        with multiprocessing.Pool() as pool:
            data = [one for found in pool.imap(read, tasks, chunksize=4) for one in found]
            folders = sorted(path.parent for path in DOSSIERS.glob("[0-9]*/truth.json"))
            data += [one for found in pool.imap(drafts, folders, chunksize=4) for one in found]
        if args.save is not None:
            args.save.write_bytes(pickle.dumps(data))
    likely = left_out(data)
    for kind in ("regelingen", "dossiers"):
        own = [(one, p) for one, p in zip(data, likely, strict=True) if one.text.startswith("dossier ") is (kind == "dossiers")]
        for level in (Severity.WARNING, Severity.SUGGESTION, Severity.INFO):
            tell(f"{kind}, vooraf {level.dutch}", [one for one, _ in own if one.severity is level])
            tell(f"{kind}, gewogen {level.dutch}", [one for one, p in own if gelezen.level_of(one.finding, p) is level])
        for least in (0.4, 0.5, gelezen.SUGGESTS, gelezen.WARNS, 0.75):
            tell(f"{kind}, buiten de training, vanaf {least}", [one for one, p in own if p >= least])
            tell("  waarvan vooraf waarschuwing", [one for one, p in own if p >= least and one.severity is Severity.WARNING])
            tell("  waarvan vooraf suggestie", [one for one, p in own if p >= least and one.severity is Severity.SUGGESTION])
    if args.write:
        weights = {sign: round(gelezen.SCALE * w) for sign, w in fit(data).items()}
        lines = [
            "# Wat elk teken weegt, in duizendsten log-odds. Bron: tests/precision/fit_gelezen.py --write; niet met de hand geschreven."
        ]
        lines += [f"{sign}\t{w}" for sign, w in sorted(weights.items()) if abs(w) >= NOTHING or sign == gelezen.GROUND]
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{len(lines) - 1} tekens")
        renew(data, likely, {name for name in rows() if (args.texts / name).exists()})


if __name__ == "__main__":
    main()

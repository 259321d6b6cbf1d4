"""The dossiers to measure on: a folder each, or many short ones in a file.

A folder has ``ontwerp.txt`` and ``toelichting.txt``, with ``truth.json`` (defects and look-alikes) or ``uitleg.json`` (what is explained),
or both. A file ``*.jsonl`` has a short dossier on each line (see ``klein/LEESMIJ.md``), or another toelichting to the bill of a folder of
``echt`` (see ``anders/LEESMIJ.md``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doenvermogentoets import readers, structure
from doenvermogentoets.document import Dossier

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Material:
    """One dossier: its texts, what is wrong in it and what only seems so, and what its toelichting explains, as annotated."""

    name: str
    ontwerp: str
    toelichting: str
    truth: Mapping[str, Any] | None
    uitleg: Mapping[str, Any] | None

    def read(self) -> Dossier:
        return structure.dossier(
            readers.read_text(self.ontwerp, "ontwerp.txt", "txt"), readers.read_text(self.toelichting, "toelichting.txt", "txt")
        )


def of_folder(folder: Path) -> Material:
    def data(name: str) -> Mapping[str, Any] | None:
        path = folder / name
        found: Mapping[str, Any] | None = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
        return found

    ontwerp, toelichting = ((folder / name).read_text(encoding="utf-8") for name in ("ontwerp.txt", "toelichting.txt"))
    return Material(folder.name, ontwerp, toelichting, data("truth.json"), data("uitleg.json"))


def _short(line: str) -> Material:
    raw = json.loads(line)

    def item(quote: str, **more: str) -> dict[str, Any]:
        return {"theme": "toelichting", "where": {"doc": "toelichting", "artikel": None, "lid": None}, "quote": quote, **more}

    truth = {
        "expected": [
            item(t["quote"], what=f"{t['soort']}: artikel {t['artikel']}" if t.get("artikel") else t["soort"], weight="must")
            for t in raw["tegen"]
        ],
        "forbidden": [item(g["quote"], why=g["waarom"]) for g in raw["goed"]],
    }
    normen = [
        {
            "artikel": str(u["artikel"]),
            "lid": str(u["lid"]) if u.get("lid") else None,
            "quote": u["quote"],
            "explained": u["uitgelegd"],
            "where": u["waar"] or "",
        }
        for u in raw["uitleg"]
    ]
    if "bij" in raw:
        ontwerp = (HERE / "echt" / raw["bij"] / "ontwerp.txt").read_text(encoding="utf-8").strip()
    else:
        titel = raw["titel"]
        ontwerp = raw["ontwerp"].strip() if raw["ontwerp"].startswith(titel[:20]) else f"{titel}\n\n{raw['ontwerp'].strip()}"
    return Material(raw["id"], f"{ontwerp}\n", f"{raw['toelichting'].strip()}\n", truth, {"normen": normen, "bouwstenen": []})


def load(paths: Iterable[Path]) -> list[Material]:
    """The dossiers of folders (themselves one, or with dossiers and files of short ones in them) and of files, in order of path."""
    out: dict[Path, list[Material]] = {}
    for path in paths:
        if path.suffix == ".jsonl":
            files, folders = [path], []
        else:
            files = sorted(path.glob("*.jsonl"))
            folders = sorted({p.parent for p in [*path.glob("ontwerp.txt"), *path.glob("*/ontwerp.txt")]})
        out.update((f, [of_folder(f)]) for f in folders)
        out.update((f, [_short(line) for line in f.read_text(encoding="utf-8").splitlines()]) for f in files)
    return [m for path in sorted(out) for m in out[path]]

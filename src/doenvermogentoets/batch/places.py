"""Where the report of each dossier goes: the layout of the drafts again, with names that every system can have.

A folder with reports is made on one system and opened on another; what Windows cannot name, or takes to be the same name, is not used.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

INDEX = "index"
"""Name of the page that leads to the reports."""
OVERVIEW = "overzicht.json"
"""Name of the file that says which reports there are and what they were when they were made."""
LONGEST_NAME = 100
"""Characters of one name; with a longer one, a path on Windows soon is too long. A choice."""
LONGEST_PATH = 160
"""Characters of a path within the folder; beyond that the folders are left out. A choice: Windows allows 260 with the folder itself."""

_IMPOSSIBLE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def safe_name(name: str) -> str:
    """A name that Windows, macOS and Linux can have, as near to ``name`` as can be."""
    clean = _IMPOSSIBLE.sub("_", unicodedata.normalize("NFC", name)).rstrip(". ").lstrip(" ")
    if not clean or _RESERVED.fullmatch(clean):
        clean = f"_{clean}"
    if len(clean) > LONGEST_NAME:
        clean = f"{clean[: LONGEST_NAME - 9].rstrip('. ')}-{_digest(name)}"
    return clean


def places(paths: Sequence[Path]) -> list[PurePosixPath]:
    """For each file the path of its report within the folder, without suffix; all different, also for a system that sees no capitals."""
    taken: set[str] = {INDEX, PurePosixPath(OVERVIEW).stem}
    out = []
    for path, parts in zip(paths, _parts(paths), strict=True):
        stem = PurePosixPath(*(safe_name(part) for part in (*parts, path.stem)))
        if len(str(stem)) > LONGEST_PATH:
            stem = PurePosixPath(f"{safe_name(path.stem)[: LONGEST_NAME - 9].rstrip('. ')}-{_digest(str(path))}")
        out.append(_free(stem, path.suffix.lstrip(".").lower(), taken))
    return out


def _parts(paths: Sequence[Path]) -> Iterable[tuple[str, ...]]:
    """The folders of each file below the one that holds all of them."""
    folders = [Path(os.path.abspath(path)).parent for path in paths]  # noqa: PTH100  (links are kept)
    if len({folder.anchor for folder in folders}) > 1:  # several drives
        return [(folder.anchor.strip("\\/:") or "_", *folder.parts[1:]) for folder in folders]
    common = Path(os.path.commonpath(folders)) if folders else Path()
    return [folder.relative_to(common).parts for folder in folders]


def _free(stem: PurePosixPath, suffix: str, taken: set[str]) -> PurePosixPath:
    """The place itself, or beside it when another dossier has it: ``wet.docx`` and ``wet.txt`` become ``wet`` and ``wet (txt)``."""
    candidates = [stem, stem.with_name(f"{stem.name} ({safe_name(suffix)})")] if suffix else [stem]
    number = 2
    while _same(candidates[0]) in taken:
        candidates.pop(0)
        if not candidates:
            candidates.append(stem.with_name(f"{stem.name} ({number})"))
            number += 1
    taken.add(_same(candidates[0]))
    return candidates[0]


def _same(path: PurePosixPath) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]

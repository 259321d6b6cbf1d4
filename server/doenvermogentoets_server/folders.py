"""Drafts in the opened folders that are not open themselves, for who wants to see those too."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from doenvermogentoets.document import DocumentKind
from doenvermogentoets.errors import UserError
from doenvermogentoets.pairing import pair
from doenvermogentoets.readers.files import decode, load
from doenvermogentoets_server.checking import Outcome
from doenvermogentoets_server.diagnostics import Shown
from doenvermogentoets_server.dossiers import Draft, Key, same

_SUFFIXES = {".txt": "plaintext", ".md": "markdown"}
_SKIPPED = {"node_modules", "__pycache__", "venv"}
_MOST_FILES = 500
_MOST_BYTES = 3_000_000


@dataclass(frozen=True, slots=True)
class Closed:
    """What was found in a draft that is not open."""

    uri: str
    diagnostics: list[Shown]


class Folders:
    """Checks the drafts of some folders, each again only when it changed on disk.

    Args:
        check: a full analysis of a dossier.
    """

    def __init__(self, check: Callable[[Key, dict[str, Draft]], Awaitable[Outcome]]) -> None:
        self._check = check
        self._known: dict[tuple[Path, ...], tuple[object, list[Closed]]] = {}

    def forget(self) -> None:
        """The settings changed: what was found before need not hold any more."""
        self._known.clear()

    async def look(self, roots: list[Path], opened: set[str]) -> list[Closed]:
        """What is found in the drafts that are not open.

        Args:
            opened: the open documents by URI; a dossier of which a part is open is left out.
        """
        out: list[Closed] = []
        for found in await asyncio.to_thread(lambda: pair(_drafts(roots))):
            paths = tuple(p for p in (found.bill, found.toelichting) if p is not None)
            if not any(same(p.as_uri()) in opened for p in paths):
                out += await self._one(paths)
        return out

    async def _one(self, paths: tuple[Path, ...]) -> list[Closed]:
        try:
            stamp = tuple((p.stat().st_mtime_ns, p.stat().st_size) for p in paths)
            if paths in self._known and self._known[paths][0] == stamp:
                return self._known[paths][1]
            drafts = await asyncio.to_thread(lambda: {same(p.as_uri()): _draft(p) for p in paths})
        except (OSError, UserError):
            return []  # gone meanwhile, or no text after all
        outcome = await self._check(Key(tuple(drafts)), drafts)
        known = any(d.kind is not DocumentKind.ONBEKEND for d in outcome.documents)
        closed = [Closed(view.draft.uri, list(view.diagnostics)) for view in outcome.views.values()] if known else []
        self._known[paths] = stamp, closed
        return closed


def _draft(path: Path) -> Draft:
    return Draft(path.as_uri(), 0, _SUFFIXES[path.suffix.lower()], decode(load(path), path.name))


def _drafts(roots: Iterable[Path]) -> list[Path]:
    out: list[Path] = []
    for path in (p for root in roots for p in _walk(root)):
        out.append(path)
        if len(out) == _MOST_FILES:
            break
    return list(dict.fromkeys(out))


def _walk(root: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if not n.startswith(".") and n not in _SKIPPED)
        for name in sorted(files):
            path = Path(folder) / name
            if path.suffix.lower() in _SUFFIXES and not name.startswith("."):
                try:
                    if path.stat().st_size <= _MOST_BYTES:
                        yield path
                except OSError:
                    continue

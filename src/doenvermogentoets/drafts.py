"""Which files a folder or a pattern stands for. What could be a draft and is not read is named: nothing is left out in silence.

Hidden files and folders, lock files of Word and our own annotated copies (``X-toets.docx``) are no drafts and are not named. Links to
folders are not followed (they may lead round in a circle, or out of the folder that the user named), and that is said.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from doenvermogentoets.batch.places import OVERVIEW
from doenvermogentoets.errors import UserError
from doenvermogentoets.pairing import is_copy

SUFFIXES = frozenset({".txt", ".md", ".xml", ".docx", ".docm"})
"""What is read in a folder; a file that is named may have any suffix that a reader knows."""

_OTHER_FORMATS = frozenset({".doc", ".dot", ".dotx", ".rtf", ".odt", ".fodt", ".wpd", ".pdf", ".html", ".htm"})
"""Formats that a draft may have and that are not read in a folder."""
_OPENING = 200
"""Bytes of an overview of reports that say whose it is."""
_MAGIC = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read: it counts as a dossier that failed."""

    path: Path
    problem: str
    remedy: str


@dataclass
class Listing:
    """What was found.

    Attributes:
        files: the drafts, in order of path.
        troubles: folders that may not be looked into, links that lead nowhere.
        left_out: files and links that are not read, each with the reason, in Dutch.
    """

    files: list[Path] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Paths in the order of their parts, each once; the same on every system."""
    return sorted(dict.fromkeys(paths), key=lambda p: p.parts)


def list_folder(folder: Path, suffixes: frozenset[str] = SUFFIXES) -> Listing:
    """The drafts in a folder and below it.

    Raises:
        UserError: there are none, or the folder cannot be read.
    """
    listing = Listing()
    _walk(folder, suffixes, listing)
    if not listing.files and any(t.path == folder for t in listing.troubles):
        raise UserError(f"De map {folder} kan niet worden gelezen.", "Kijk of u er rechten op hebt.")
    if not listing.files and not listing.troubles:
        beside = f" Wel gevonden, maar niet leesbaar: {_some(listing.left_out)}." if listing.left_out else ""
        raise UserError(
            f"In de map {folder} staan geen ontwerpen.",
            f"Gelezen worden bestanden met de uitgang {', '.join(sorted(suffixes))}.{beside}",
        )
    listing.files = in_order(listing.files)
    return listing


def is_pattern(path: Path) -> bool:
    """Whether a path is a pattern such as ``ontwerpen/*.docx``."""
    return _MAGIC.search(str(path)) is not None


def list_pattern(pattern: Path, suffixes: frozenset[str] = SUFFIXES) -> Listing:
    """The drafts that a pattern stands for: ``*`` and ``?`` within a name, ``[ab]`` for one of some letters, ``**`` for any folders.

    A folder that matches stands for the drafts in it.

    Raises:
        UserError: there are none.
    """
    parts = [part for i, part in enumerate(pattern.parts) if part != "**" or i == 0 or pattern.parts[i - 1] != "**"]
    first = next(i for i, part in enumerate(parts) if _MAGIC.search(part))
    listing = Listing()
    base = Path(*parts[:first])
    if not base.exists():
        raise UserError(f"De map {base} bestaat niet, dus past er niets bij {pattern}.", "Kijk of de naam en de map kloppen.")
    for found in in_order(_matches(base, parts[first:], listing, set())):
        if found.is_dir():
            _walk(found, suffixes, listing)
        else:
            _take(found, suffixes, listing)
    listing.files = in_order(listing.files)
    if not listing.files and not listing.troubles:
        beside = f" Wel gevonden, maar niet leesbaar: {_some(listing.left_out)}." if listing.left_out else ""
        raise UserError(
            f"Er zijn geen ontwerpen die passen bij {pattern}.", f"Kijk of de naam klopt; ** staat voor mappen op elke diepte.{beside}"
        )
    return listing


def _matches(folder: Path, parts: Sequence[str], listing: Listing, seen: set[tuple[Path, int, str]]) -> Iterator[Path]:
    """The files and folders below ``folder`` that fit; each folder is looked into once per part of the pattern."""
    here = folder, len(parts), parts[0]
    if here in seen:
        return
    seen.add(here)
    if parts[0] == "**":
        rest = parts[1:] or ["*"]
        yield from _matches(folder, rest, listing, seen)
        for entry in _entries(folder, listing):
            if _is_folder(entry) and not entry.is_symlink():
                yield from _matches(folder / entry.name, parts, listing, seen)
        return
    if not _MAGIC.search(parts[0]):
        below = folder / parts[0]
        if len(parts) == 1:
            if below.exists():
                yield below
        elif below.is_dir():
            yield from _matches(below, parts[1:], listing, seen)
        return
    for entry in _entries(folder, listing):
        if not fnmatch(entry.name, parts[0]):
            continue
        if len(parts) == 1:
            yield folder / entry.name
        elif _is_folder(entry):
            yield from _matches(folder / entry.name, parts[1:], listing, seen)


def _walk(top: Path, suffixes: frozenset[str], listing: Listing) -> None:
    todo = [top]
    while todo:
        folder = todo.pop()
        for entry in _entries(folder, listing):
            path = folder / entry.name
            if _is_link(entry) and _is_folder(entry):
                listing.left_out.append(f"{path} (een koppeling naar een map; noem die map zelf om haar te lezen)")
            elif _is_folder(entry):
                if _holds_reports(path):
                    listing.left_out.append(f"{path} (een map met rapporten)")
                else:
                    todo.append(path)
            else:
                _take(path, suffixes, listing)


def _take(path: Path, suffixes: frozenset[str], listing: Listing) -> None:
    """Put a file where it belongs."""
    suffix = path.suffix.lower()
    if path.name.startswith("~$") or is_copy(path):
        return
    if suffix not in suffixes:
        if suffix in _OTHER_FORMATS:
            listing.left_out.append(f"{path} (de uitgang {suffix} wordt niet gelezen; sla het op als .docx)")
        return
    try:
        if path.is_file():
            listing.files.append(path)
            return
        linked = path.is_symlink()
    except OSError:
        linked = True
    if linked:
        listing.troubles.append(Trouble(path, f"{path} is een koppeling die nergens uitkomt.", "Herstel of verwijder de koppeling."))
    else:
        listing.left_out.append(f"{path} (geen gewoon bestand)")


def _entries(folder: Path, listing: Listing) -> list[os.DirEntry[str]]:
    """What is in a folder, less what is hidden, in order of name; a folder that cannot be read is noted."""
    try:
        with os.scandir(folder) as found:
            return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError:
        trouble = Trouble(folder, f"De map {folder} kan niet worden gelezen.", "Kijk of u er rechten op hebt.")
        if trouble not in listing.troubles:
            listing.troubles.append(trouble)
        return []


def _holds_reports(folder: Path) -> bool:
    """Whether ``report`` made this folder: its reports, as Word or Markdown, are no drafts."""
    try:
        with (folder / OVERVIEW).open("rb") as file:
            return b'"doenvermogentoets"' in file.read(_OPENING)
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether it is a symbolic link or, on Windows, a junction."""
    junction = getattr(entry, "is_junction", None)
    return entry.is_symlink() or bool(junction is not None and junction())


def _some(items: Sequence[str], limit: int = 5) -> str:
    return ", ".join(items[:limit]) + (f" en nog {len(items) - limit}" if len(items) > limit else "")

"""Which open documents are checked together: a bill and its toelichting, by the settings or by their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pygls import uris

from doenvermogentoets.pairing import pair
from doenvermogentoets.readers import FORMATS

_LANGUAGES = {"markdown": "md", "xml": "xml", "plaintext": "txt", "wetsvoorstel": "txt"}
_SUFFIXES = {".md": "md", ".markdown": "md", ".xml": "xml"}


@dataclass(frozen=True, slots=True)
class Draft:
    """One version of a document that is open in the editor.

    Attributes:
        typed: the line of the last edit; ``None`` when it was not edited, or when that is unknown.
    """

    uri: str
    version: int
    language: str
    content: str
    typed: int | None = None

    @property
    def path(self) -> Path | None:
        """Where it stands on disk; ``None`` for ``untitled:`` and other places that are no files."""
        return path_of(self.uri)

    @property
    def name(self) -> str:
        path = self.path
        return path.name if path is not None else self.uri.rpartition(":")[2] or self.uri

    @property
    def format(self) -> str:
        """``txt``, ``md`` or ``xml``: what the editor calls it, otherwise its suffix."""
        known = _LANGUAGES.get(self.language)
        if known in ("md", "xml"):
            return known
        return _SUFFIXES.get(Path(self.name).suffix.lower(), known or "txt")


@dataclass(frozen=True, slots=True)
class Key:
    """Identity of a dossier: the URIs of its parts, in the order bill, toelichting."""

    uris: tuple[str, ...]


def path_of(uri: str) -> Path | None:
    if not uri.startswith("file:"):
        return None
    path = uris.to_fs_path(uri)
    return Path(path) if path else None


def same(uri: str) -> str:
    """One spelling per document: editors differ in what they escape and in the case of a drive letter."""
    path = path_of(uri)
    return (uris.from_fs_path(str(path)) or uri) if path is not None else uri


def key_of(uri: str, known: Iterable[tuple[Path, Path]] = (), opened: Iterable[Path] = ()) -> Key:
    """The dossier of an open document.

    Args:
        known: pairs from the settings (draft, toelichting).
        opened: what is open in the editor, saved or not.
    """
    path = path_of(uri)
    if path is None:
        return Key((uri,))
    beside = [*_drafts_in(path.parent), *(p for p in opened if p.parent == path.parent)]
    known = [(bill.absolute(), toelichting.absolute()) for bill, toelichting in known]
    candidates = [path, *(f for f in beside if f != path), *(f for both in known for f in both if f != path)]
    for found in pair(candidates, known):
        members = [p for p in (found.bill, found.toelichting) if p is not None]
        if path in members:
            # the document itself keeps its own spelling: not every URI of another system is a path here
            return Key(tuple(same(uri) if p == path else uris.from_fs_path(str(p)) or p.as_uri() for p in members))
    return Key((same(uri),))


def _drafts_in(folder: Path) -> list[Path]:
    """Drafts that the editor can show; Word files of the same name do not take their place."""
    try:
        return sorted(p for p in folder.iterdir() if p.suffix.lower() in FORMATS and not p.suffix.lower().startswith(".do") and p.is_file())
    except OSError:
        return []

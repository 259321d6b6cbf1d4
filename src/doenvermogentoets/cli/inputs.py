"""From paths on the command line to dossiers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doenvermogentoets.cli.console import complain, note, progress
from doenvermogentoets.errors import UserError
from doenvermogentoets.pairing import Pair, pair, toelichting_base

if TYPE_CHECKING:
    from doenvermogentoets.document import Document, Dossier, Source, UnitKind, View

STDIN = Path("-")
SUFFIXES = frozenset({".txt", ".md", ".xml", ".docx", ".docm"})
"""What is read in a folder; a file that is named may have any suffix that a reader knows."""

WORD_SUFFIXES = frozenset({".docx", ".docm"})

OUTPUT_MARK = "-toets"
"""Files that ``annotate`` made (``X-toets.docx``) are left out when a folder is read."""

_STDIN_FORMATS = {".txt": "txt", ".text": "txt", "": "txt", ".md": "md", ".markdown": "md", ".xml": "xml"}


@dataclass(frozen=True, slots=True)
class Input:
    """One dossier to read. ``root`` is the folder on the command line it was found in, if any."""

    bill: Path | None
    toelichting: Path | None = None
    root: Path | None = None

    @property
    def main(self) -> Path:
        """The file that stands for the dossier."""
        path = self.bill or self.toelichting
        if path is None:
            raise ValueError("an input without files")
        return path

    def paths(self) -> Iterator[Path]:
        for path in (self.bill, self.toelichting):
            if path is not None and path != STDIN:
                yield path


@dataclass
class Inputs:
    """All dossiers of one command.

    Attributes:
        stdin_name: what to call standard input.
        styles: the settings' Word styles for a file.
        view: how tracked changes in Word files are read.
        unreadable: number of dossiers that could not be read or checked so far.
    """

    dossiers: list[Input]
    stdin_name: str = ""
    styles: Callable[[Path], Mapping[str, UnitKind]] | None = None
    view: View = "accepted"
    unreadable: int = 0

    def paths(self) -> list[Path]:
        return [p for d in self.dossiers for p in d.paths()]

    def read(self) -> Iterator[tuple[Input, Dossier]]:
        """Read each dossier. With several, one that cannot be read is reported, counted and passed over.

        Raises:
            UserError: the only dossier cannot be read.
        """
        with progress(len(self.dossiers)) as shown:
            for number, given in enumerate(self.dossiers, start=1):
                shown.step(number, given.main.name)
                try:
                    dossier = self._dossier(given)
                except UserError as error:
                    if len(self.dossiers) == 1:
                        raise
                    shown.clear()
                    complain(error)
                    self.unreadable += 1
                    continue
                yield given, dossier

    def _dossier(self, given: Input) -> Dossier:
        from doenvermogentoets.structure import dossier

        toelichting = self._source(given.toelichting) if given.toelichting is not None else None
        if given.bill is None:
            if toelichting is None:
                raise ValueError("an input without files")
            return dossier(toelichting)
        return dossier(self._source(given.bill), toelichting)

    def _source(self, path: Path) -> Source:
        from doenvermogentoets import readers

        if path == STDIN:
            return read_stdin(self.stdin_name)
        styles = self.styles(path) if self.styles is not None and path.suffix.lower() in WORD_SUFFIXES else None
        if styles and path.is_file():
            from doenvermogentoets.readers import docx

            return docx.read(path, view=self.view, styles=styles)
        return readers.read(path, view=self.view)


def collect(
    paths: Sequence[Path],
    *,
    toelichting: Path | None = None,
    stdin_name: str = "",
    known: Iterable[tuple[Path, Path]] = (),
    suffixes: frozenset[str] = SUFFIXES,
    quiet: bool = False,
) -> Inputs:
    """Find the dossiers that the paths on the command line stand for.

    Args:
        toelichting: the toelichting of the only draft.
        stdin_name: what to call standard input; its suffix says the format.
        known: pairs from the settings.
        suffixes: what to read in folders.
        quiet: do not tell which files are paired.

    Raises:
        UserError: a path does not exist, a folder holds no drafts, or a toelichting is given with several drafts.
    """
    known = list(known)
    for path in [*paths, *([toelichting] if toelichting is not None else [])]:
        if path != STDIN and not _exists(path):
            raise UserError(f"{path} bestaat niet.", "Kijk of de naam en de map kloppen.")
    if list(paths).count(STDIN) + (toelichting == STDIN) > 1:
        raise UserError("Standaardinvoer (-) is meer dan één keer genoemd.", "Noem - één keer, en geef het andere stuk als bestand.")
    if toelichting is not None:
        if len(paths) != 1 or paths[0].is_dir():
            raise UserError(
                "--toelichting hoort bij één ontwerp.",
                "Noem één bestand, of geef een map: daarin worden ontwerp en toelichting op naam gekoppeld.",
            )
        if toelichting.is_dir():
            raise UserError(f"{toelichting} is een map.", "Noem bij --toelichting het bestand.")
        if toelichting != STDIN and paths[0] != STDIN and toelichting.resolve() == paths[0].resolve():
            raise UserError(
                f"{toelichting} is zowel ontwerp als toelichting.", "Staat de toelichting in hetzelfde bestand, laat --toelichting dan weg."
            )
        return Inputs([Input(paths[0], toelichting)], stdin_name)

    files = [p for p in paths if not p.is_dir()]
    dossiers: list[tuple[Path | None, Pair]] = [(None, p) for p in pair(files, known)]
    for folder in (p for p in paths if p.is_dir()):
        found = pair(drafts_in(folder, suffixes), known)
        dossiers.extend((folder, p) for p in found)
    inputs = Inputs([Input(p.bill, _known_partner(p, known), root) for root, p in dossiers], stdin_name)
    if not quiet:
        for given in inputs.dossiers:
            _tell(given)
    return inputs


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have, a folder that may not be looked into
        return False


def drafts_in(folder: Path, suffixes: frozenset[str] = SUFFIXES) -> list[Path]:
    """The drafts in a folder and below it, in order of name; hidden folders, lock files of Word and our own copies are left out.

    Raises:
        UserError: there are none, or the folder cannot be read.
    """
    try:
        found = sorted(
            p
            for p in folder.rglob("*")
            if p.suffix.lower() in suffixes
            and not any(part.startswith(".") for part in p.relative_to(folder).parts)
            and not p.name.startswith("~$")
            and not p.stem.endswith(OUTPUT_MARK)
            and p.is_file()
        )
    except OSError:
        raise UserError(f"De map {folder} kan niet worden gelezen.", "Kijk of u er rechten op hebt.") from None
    if not found:
        raise UserError(
            f"In de map {folder} staan geen ontwerpen.",
            f"Gelezen worden bestanden met de uitgang {', '.join(sorted(suffixes))}.",
        )
    return found


def read_stdin(name: str) -> Source:
    """Read a draft from standard input; the suffix of ``name`` says the format, plain text without one.

    Raises:
        UserError: the format cannot be read from a pipe, or there is nothing.
    """
    from doenvermogentoets import readers
    from doenvermogentoets.readers.files import decode

    given = name or "standaardinvoer"
    suffix = Path(given).suffix.lower() if name else ""
    kind = _STDIN_FORMATS.get(suffix)
    if kind is None:
        raise UserError(
            f"{given} kan niet uit standaardinvoer worden gelezen: de uitgang {suffix} is daar niet mogelijk.",
            "Gebruik bij --stdin-filename een naam op .txt, .md of .xml, of noem het bestand zelf.",
        )
    if sys.stdin.isatty():
        note("Typ of plak de tekst; sluit af met Ctrl-D (Windows: Ctrl-Z en Enter).")
    data = sys.stdin.buffer.read()
    if not data.strip():
        raise UserError("Standaardinvoer is leeg.", "Stuur er tekst naartoe, bijvoorbeeld: doenvermogentoets check - < ontwerp.txt")
    return readers.read_text(decode(data, given), given, kind)


def hint_at_sibling(given: Input) -> str:
    """A toelichting that stands beside a draft and was not named, as a sentence; empty if there is none."""
    if given.bill is None or given.bill == STDIN or given.toelichting is not None or given.root is not None:
        return ""
    try:
        beside = [
            p
            for p in sorted(given.bill.parent.iterdir())
            if p.suffix.lower() in SUFFIXES and toelichting_base(p) is not None and p != given.bill
        ]
    except OSError:
        return ""
    partner = next((p.toelichting for p in pair([given.bill, *beside]) if p.bill == given.bill), None)
    return f"Ernaast staat {partner.name}: neem die mee met --toelichting." if partner is not None else ""


def is_toelichting(document: Document) -> bool:
    from doenvermogentoets.document import DocumentKind

    return document.kind is DocumentKind.TOELICHTING


def _known_partner(found: Pair, known: list[tuple[Path, Path]]) -> Path | None:
    if found.bill is None:
        return found.toelichting
    wanted = found.bill.resolve()
    return next((t for b, t in known if b.resolve() == wanted), found.toelichting)


def _tell(given: Input) -> None:
    if given.bill is not None and given.toelichting is not None:
        note(f"{given.bill} wordt getoetst met {given.toelichting}")
    elif given.root is not None and given.bill is None:
        note(f"{given.main} heeft geen ontwerp met een passende naam en wordt alleen getoetst")

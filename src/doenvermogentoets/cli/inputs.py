"""From paths on the command line to dossiers."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from doenvermogentoets.cli.console import complain, listing, note, progress
from doenvermogentoets.drafts import SUFFIXES, Trouble, in_order, is_pattern, list_folder, list_pattern
from doenvermogentoets.errors import UserError, cause, mend
from doenvermogentoets.pairing import Pairing, is_copy, match, pair, toelichting_base

if TYPE_CHECKING:
    from doenvermogentoets.document import Document, Dossier, Source, UnitKind, View

STDIN = Path("-")
WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
"""Of these a folder gives only what :data:`SUFFIXES` has; a template in a folder is seldom a draft."""

_NEAR = 0.75
"""How alike two file names are when one is probably a slip for the other; the ending, which many share, does not count."""
MANY = 10
"""Above this number of dossiers the pairs are not told one by one; the overview names them."""

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


def path_of(item: Input | Trouble) -> Path:
    """The file that stands for a dossier, or for what was to be one."""
    return item.main if isinstance(item, Input) else item.path


@dataclass
class Inputs:
    """All dossiers of one command.

    Attributes:
        items: what is to be checked, and what turned out to be unreadable when it was looked for, in the order in which it is shown.
        stdin_name: what to call standard input.
        styles: the settings' Word styles for a file.
        view: how tracked changes in Word files are read.
        unreadable: number of dossiers that could not be read or checked so far.
        remarks: what was found and not taken along, and which names left a doubt.
        whole: a folder or a pattern was named, not only files.
    """

    items: list[Input | Trouble]
    stdin_name: str = ""
    styles: Callable[[Path], Mapping[str, UnitKind]] | None = None
    view: View = "accepted"
    unreadable: int = 0
    remarks: list[str] = field(default_factory=list)
    whole: bool = False

    @property
    def dossiers(self) -> list[Input]:
        return [item for item in self.items if isinstance(item, Input)]

    def paths(self) -> list[Path]:
        return [p for d in self.dossiers for p in d.paths()]

    def read(self) -> Iterator[tuple[Input, Dossier]]:
        """Read each dossier. With several, one that cannot be read is reported, counted and passed over.

        Raises:
            UserError: the only dossier cannot be read.
        """
        for remark in self.remarks:
            note(remark)
        with progress(len(self.items)) as shown:
            for item in self.items:
                if isinstance(item, Trouble):
                    shown.clear()
                    complain(UserError(item.problem, item.remedy))
                    self.unreadable += 1
                    shown.step(item.path.name)
                    continue
                shown.step(item.main.name)
                try:
                    dossier = self.dossier(item)
                except UserError as error:
                    if len(self.items) == 1:
                        raise
                    shown.clear()
                    complain(error)
                    self.unreadable += 1
                    continue
                yield item, dossier

    def dossier(self, given: Input) -> Dossier:
        """Read one dossier.

        Raises:
            UserError: it cannot be read.
        """
        from doenvermogentoets.structure import dossier
        from doenvermogentoets.structure.turned import refuse_turned

        sources = [self.source(path) for path in (given.bill, given.toelichting) if path is not None]
        made = dossier(*sources)
        if given.bill is not None and given.toelichting is not None:
            refuse_turned(made.bill, sources[1], given.bill, given.toelichting)
        return made

    def source(self, path: Path) -> Source:
        """One file, or standard input.

        Raises:
            UserError: it cannot be read.
        """
        from doenvermogentoets import readers

        if path == STDIN:
            return read_stdin(self.stdin_name)
        styles = self.styles(path) if self.styles is not None and path.suffix.lower() in WORD_SUFFIXES else None
        return readers.read(path, view=self.view, styles=styles)


def collect(
    paths: Sequence[Path],
    *,
    toelichting: Path | None = None,
    stdin_name: str = "",
    known: Callable[[Path], Iterable[tuple[Path, Path]]] = lambda _: (),
    suffixes: frozenset[str] = SUFFIXES,
    quiet: bool = False,
    overview: bool = True,
) -> Inputs:
    """Find the dossiers that the paths on the command line stand for: files, folders, and patterns such as ``ontwerpen/*.docx``.

    Named files keep their order; what folders and patterns hold comes after them, in order of path.

    Args:
        toelichting: the toelichting of the only draft.
        stdin_name: what to call standard input; its suffix says the format.
        known: the pairs that the settings of a draft or folder lay down.
        suffixes: what to read in folders.
        quiet: do not tell which files are paired.
        overview: the command shows a table of the dossiers.

    Raises:
        UserError: a path does not exist, a folder holds no drafts, or a toelichting is given with several drafts.
    """
    patterns = [p for p in paths if p != STDIN and is_pattern(p) and not _exists(p)]
    for path in [*paths, *([toelichting] if toelichting is not None else [])]:
        if path != STDIN and path not in patterns and not _exists(path):
            raise _not_there(path)
        if path != STDIN and path not in patterns and not path.is_dir() and not path.is_file():
            from doenvermogentoets.readers.files import no_file

            raise no_file(path)
    if list(paths).count(STDIN) + (toelichting == STDIN) > 1:
        raise UserError("Standaardinvoer (-) is meer dan één keer genoemd.", "Noem - één keer, en geef het andere stuk als bestand.")
    if toelichting is not None:
        _refuse_with_toelichting(paths, toelichting, patterns)
        return Inputs([Input(paths[0], toelichting)], stdin_name)

    found = [(folder, list_folder(folder, suffixes)) for folder in paths if folder not in patterns and folder.is_dir()]
    found += [(pattern.parent, list_pattern(pattern, suffixes)) for pattern in patterns]
    named = [p for p in paths if p not in patterns and not p.is_dir()]
    roots = {file: root for root, seen in reversed(found) for file in seen.files}
    files = _once([*named, *in_order(roots)])
    matched = match(files, _settled(known, [*paths, *files], files))
    items: list[Input | Trouble] = [Input(p.bill, p.toelichting, roots.get(p.bill or p.toelichting or STDIN)) for p in matched.pairs]
    troubles = {t.path: t for _, seen in found for t in seen.troubles}
    if troubles:
        first = [item for item in items if isinstance(item, Input) and item.root is None]
        rest = [*(item for item in items if item not in first), *troubles.values()]
        items = [*first, *sorted(rest, key=lambda item: path_of(item).parts)]
    inputs = Inputs(items, stdin_name, whole=bool(found))
    left_out = [line for _, seen in found for line in seen.left_out]
    inputs.remarks = [f"Niet meegenomen: {line}." for line in dict.fromkeys(left_out)] + list(_doubts(matched))
    if not quiet:
        _tell_all(inputs.dossiers, overview=overview)
    return inputs


def _refuse_with_toelichting(paths: Sequence[Path], toelichting: Path, patterns: Sequence[Path]) -> None:
    """Refuse what cannot go together with ``--toelichting``.

    Raises:
        UserError: there are more drafts, or it is no file, or it is the draft itself.
    """
    if len(paths) != 1 or paths[0].is_dir() or patterns:
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


def _once(paths: Iterable[Path]) -> list[Path]:
    """Each file once, however it was written (``a.txt``, ``./a.txt``)."""
    seen: dict[str, Path] = {}
    for path in paths:
        seen.setdefault(os.path.normcase(os.path.abspath(path)) if path != STDIN else "-", path)  # noqa: PTH100  (links are kept)
    return list(seen.values())


def _settled(
    known: Callable[[Path], Iterable[tuple[Path, Path]]], places: Iterable[Path], files: Iterable[Path]
) -> list[tuple[Path, Path]]:
    """The pairs that the settings lay down, with the files written as they were found."""
    laid_down = dict.fromkeys(pair for place in dict.fromkeys(places) if place != STDIN for pair in known(place))
    if not laid_down:
        return []
    spelled = {file.resolve(): file for file in files if file != STDIN}
    return [(spelled.get(bill.resolve(), bill), spelled.get(explanation.resolve(), explanation)) for bill, explanation in laid_down]


def _doubts(matched: Pairing) -> Iterator[str]:
    fix = "Leg het vast onder [[dossiers]] in de instellingen als dat anders moet."
    for contested in matched.contested:
        others = listing([str(p) for p in contested.others])
        yield f"{contested.toelichting} past op naam bij {contested.bill} en bij {others}; hij is bij {contested.bill} genomen. {fix}"
    for spare in matched.spare:
        yield f"{spare.toelichting} past op naam bij {spare.bill}, maar daar hoort {spare.taken} al bij; hij is alleen getoetst. {fix}"


def _not_there(path: Path) -> UserError:
    """What to say of a path that leads to no file: a link that ends nowhere, a folder that may not be looked into, a wrong name."""
    try:
        path.stat()
    except OSError as error:
        linked = path.is_symlink() if error.errno in (errno.ENOENT, errno.ELOOP) else False
        if linked:
            return UserError(f"{path} is een koppeling die nergens uitkomt.", "Herstel of verwijder de koppeling.")
        if error.errno not in (errno.ENOENT, errno.ENOTDIR):
            remedy = mend(error, "Vraag rechten op dat bestand en op de map waarin het staat.")
            return UserError(f"{path} kan niet worden gelezen: {cause(error)}.", remedy)
    except ValueError:  # a name that no file can have
        pass
    return UserError(f"{path} bestaat niet.", near_name(path))


def near_name(path: Path) -> str:
    """What to do about a file that is not there: the one with nearly the same name in that folder, if there is one."""
    try:
        beside = [p.name for p in path.parent.iterdir() if p.is_dir() or p.suffix.lower() in SUFFIXES | WORD_SUFFIXES]
    except (OSError, ValueError):
        beside = []
    # of names that differ in their ending only, the one that ends as was written
    by_stem = {Path(name).stem: name for name in sorted(beside, key=lambda name: (Path(name).suffix.lower() == path.suffix.lower(), name))}
    same = [by_stem[stem] for stem in get_close_matches(path.stem, by_stem, n=1, cutoff=_NEAR)]
    return f"Bedoelde u «{path.with_name(same[0])}»?" if same else "Kijk of de naam en de map kloppen."


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have, a folder that may not be looked into
        return False


def read_stdin(name: str) -> Source:
    """Read a draft from standard input; the suffix of ``name`` says the format, plain text without one.

    Raises:
        UserError: the format cannot be read from a pipe, or there is nothing.
    """
    from doenvermogentoets import readers
    from doenvermogentoets.readers.files import MAX_BYTES, decode

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
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UserError(
            f"{given} is te lang: meer dan {MAX_BYTES // (1024 * 1024)} MB.", "Splits de tekst, of kijk of dit wel het ontwerp is."
        )
    if not data.strip():
        raise UserError("Standaardinvoer is leeg.", "Stuur er tekst naartoe, bijvoorbeeld: doenvermogentoets check - < ontwerp.txt")
    return readers.read_text(decode(data, given), given, kind)


def hint_at_sibling(given: Input) -> str:
    """A toelichting that stands beside a draft and was not named, as a sentence; empty if there is none.

    Beside an annotated copy its annotated toelichting goes first: that is where the comments stand that are to be replaced.
    """
    if given.bill is None or given.bill == STDIN or given.toelichting is not None or given.root is not None:
        return ""
    try:
        files = [p for p in given.bill.parent.iterdir() if p != given.bill and p.suffix.lower() in SUFFIXES]
    except OSError:
        return ""
    copies = is_copy(given.bill)
    beside = [p for p in files if toelichting_base(p) is not None and (copies or not is_copy(p))]
    beside.sort(key=lambda p: (not is_copy(p), p))
    partner = next((p.toelichting for p in pair([given.bill, *beside]) if p.bill == given.bill), None)
    return f"Ernaast staat {partner.name}: neem die mee met --toelichting." if partner is not None else ""


def is_toelichting(document: Document) -> bool:
    from doenvermogentoets.document import DocumentKind

    return document.kind is DocumentKind.TOELICHTING


def told_blank(given: Input, bill: Document) -> Document:
    """The draft; first it says so when nothing in it was read. A command that only shows what is there goes on."""
    from doenvermogentoets.output.run import relative
    from doenvermogentoets.structure.legible import blank

    nothing = blank(bill)
    if nothing is not None:
        note(str(nothing.error(relative(given.main))))
    return bill


def swapped(given: Input, bill_kind: str) -> str:
    """A remark when the file that was given as the draft is a toelichting by its own words, beside another file; empty otherwise.

    Args:
        bill_kind: what the file given as the draft turned out to be (a value of ``DocumentKind``).
    """
    if bill_kind != "toelichting" or given.bill is None or given.toelichting is None:
        return ""
    return f"{given.bill} is zelf een toelichting. Zijn ontwerp en toelichting verwisseld? Het ontwerp komt eerst, dan --toelichting."


def _tell_all(dossiers: Sequence[Input], *, overview: bool) -> None:
    """Say which files are taken together; with many of them, how many. A command without a table of the dossiers refers to none."""
    if len(dossiers) <= MANY:
        for given in dossiers:
            _tell(given)
        return
    together = sum(1 for d in dossiers if d.bill is not None and d.toelichting is not None)
    alone = sum(1 for d in dossiers if d.bill is None)
    which = "1 toelichting" if alone == 1 else f"{alone} toelichtingen"
    more = f"; bij {which} is geen ontwerp met een passende naam" if alone else ""
    table = " Het overzicht noemt ze." if overview else ""
    note(f"{len(dossiers)} dossiers, waarvan {together} met een toelichting in een eigen bestand{more}.{table}")


def _tell(given: Input) -> None:
    if given.bill is not None and given.toelichting is not None:
        note(f"{given.bill} wordt getoetst met {given.toelichting}")
    elif given.root is not None and given.bill is None:
        note(f"{given.main} heeft geen ontwerp met een passende naam en wordt alleen getoetst")

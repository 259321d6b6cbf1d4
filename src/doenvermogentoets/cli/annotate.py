"""``annotate``: a copy of a Word file with the findings as comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doenvermogentoets.cli import exits, options
from doenvermogentoets.cli.console import complain, note
from doenvermogentoets.cli.dutch import DutchCommand
from doenvermogentoets.cli.inputs import STDIN, WORD_SUFFIXES, Inputs, collect, hint_at_sibling
from doenvermogentoets.drafts import SUFFIXES
from doenvermogentoets.errors import UserError
from doenvermogentoets.pairing import OUTPUT_MARK
from doenvermogentoets.whole import probe, unwritable

if TYPE_CHECKING:
    from doenvermogentoets.cli.session import Session
    from doenvermogentoets.document import Document, View
    from doenvermogentoets.engine import Result
    from doenvermogentoets.findings import Finding, Severity
    from doenvermogentoets.word.annotation import AnnotateReport

    _Work = tuple[Path, list[Finding], int]  # a file, what goes into it, and how many checks broke


@click.command(cls=DutchCommand)
@click.argument("paths", metavar="WORDBESTAND...", nargs=-1, required=True, type=options.PATH)
@options.output(f"De kopie, of bij meer bestanden de map ervoor; standaard X{OUTPUT_MARK}.docx ernaast.", metavar="PAD")
@click.option(
    "--toelichting",
    metavar="BESTAND",
    type=options.PATH,
    help="De toelichting bij het ontwerp; is dat ook Word, dan krijgt die een eigen kopie.",
)
@click.option(
    "--in-place",
    is_flag=True,
    help="Zet de opmerkingen in het bestand zelf; het oude blijft ernaast bewaard als X.docx.bak (bestaat dat al: .bak2, .bak3 ...).",
)
@click.option(
    "--remove",
    is_flag=True,
    help="Toets niet, maar haal onze opmerkingen weg; die van anderen blijven staan, en die van ons waarop iemand heeft geantwoord.",
)
@options.selection
@options.show()
@options.view
@options.only_changes
def annotate(
    paths: tuple[Path, ...], target: Path | None, toelichting: Path | None, in_place: bool, remove: bool, show: str, **choice: Any
) -> int:
    """Maak van een Word-bestand een kopie met opmerkingen bij precies de woorden waar het om gaat.

    Verder verandert er niets in het bestand. Bij een nieuwe keer worden onze eigen opmerkingen vervangen; die van anderen blijven
    staan. Van een map worden alle Word-bestanden gedaan; met -o komen de kopieën in dezelfde indeling in die map.
    """
    from doenvermogentoets.cli.session import Choice, Session
    from doenvermogentoets.findings import Severity

    for path in paths:
        if path == STDIN or (not path.is_dir() and path.exists() and path.suffix.lower() not in WORD_SUFFIXES):
            raise _no_word_file(path)
    if in_place and target is not None:
        raise UserError("--in-place en -o kunnen niet samen.", "Kies of de opmerkingen in het bestand zelf komen of in een kopie.")
    session = Session(Choice(**choice), paths[0])
    inputs = collect(paths, toelichting=toelichting, known=session.known_pairs, suffixes=SUFFIXES & WORD_SUFFIXES)
    session.prepare(inputs)
    targets = None if in_place else _targets(inputs, target)
    return _annotate(_bare(inputs) if remove else _checked(session, inputs, Severity(show)), inputs, targets, session.choice.view)


def _no_word_file(path: Path) -> UserError:
    """What to do with a file that is not Word: what «check» would say of it, and «check» itself for what that can read."""
    from doenvermogentoets.readers import FORMATS, remedy

    suffix = path.suffix.lower()
    readable = path == STDIN or suffix in FORMATS
    return UserError(
        f"{path} is geen Word-bestand (.docx, .docm, .dotx of .dotm).",
        "Gebruik voor dit bestand «doenvermogentoets check»." if readable else remedy(suffix),
    )


def _checked(session: Session, inputs: Inputs, show: Severity) -> Iterator[_Work]:
    """Each Word file with the findings that go into it."""
    for given, result in session.results(inputs):
        if result.skipped and (hint := hint_at_sibling(given)):
            note(f"{given.main.name} is zonder toelichting getoetst. {hint}")
        for failure in result.failures:
            note(f"De controle {failure.check} liep vast ({failure.error}); de andere gingen door.")
        remark = session.without_changes([d.name for d in result.documents() if not d.source.changed])
        if remark:
            note(remark)
        for source, documents in _word_files(result):
            findings = [finding for document in documents for finding in result.of(document) if finding.severity.rank <= show.rank]
            yield source, findings, len(result.failures)


def _bare(inputs: Inputs) -> Iterator[_Work]:
    """Each Word file with nothing to put into it: what we put there before goes."""
    for given in inputs.dossiers:
        for source in dict.fromkeys(path for path in given.paths() if path.suffix.lower() in WORD_SUFFIXES):
            yield source, [], 0


def _annotate(work: Iterator[_Work], inputs: Inputs, targets: dict[Path, Path] | None, view: View) -> int:
    """Write every copy; without ``targets`` the files themselves are replaced."""
    from doenvermogentoets.word.in_place import annotate_copy, annotate_in_place

    broken = 0
    for source, findings, failures in work:
        broken += failures
        out = source if targets is None else targets[source]
        try:
            backup: Path | None = None
            if targets is None:
                report, backup = annotate_in_place(source, findings, view=view)
            else:
                out.parent.mkdir(parents=True, exist_ok=True)
                report, backup = annotate_copy(source, out, findings, view=view)
        except OSError as error:
            _again(unwritable(out, error), inputs)
        except UserError as error:
            _again(error, inputs)
        else:
            kept = "het bestand zoals het was" if targets is None else "de vorige kopie, waarin is gewerkt,"
            _tell(out, report, backup, kept)
    return exits.ERROR if inputs.unreadable or broken else 0


def _again(error: UserError, inputs: Inputs) -> None:
    if len(inputs.items) == 1:
        raise error
    complain(error)
    inputs.unreadable += 1


def _word_files(result: Result) -> Iterator[tuple[Path, list[Document]]]:
    """The Word files of a dossier, each with the documents that stand in it."""
    out: dict[Path, list[Document]] = {}
    for document in result.documents():
        path = document.source.path
        if path is not None and path.suffix.lower() in WORD_SUFFIXES:
            out.setdefault(path, []).append(document)
    yield from out.items()


def _targets(inputs: Inputs, target: Path | None) -> dict[Path, Path]:
    """Where each copy goes; refused before any work when it cannot be.

    Raises:
        UserError: a copy would replace an input or another copy, its folder cannot be, or nothing can be written there.
    """
    from doenvermogentoets.cli.outfile import refuse_inputs

    files = [(given, path) for given in inputs.dossiers for path in given.paths() if path.suffix.lower() in WORD_SUFFIXES]
    everything = inputs.paths()
    named = target if len(inputs.items) == 1 and not inputs.whole and target is not None and not target.is_dir() else None
    if named is None and target is not None and target.exists() and not target.is_dir():
        raise UserError(f"{target} is een bestand.", "Noem bij meer bestanden met -o een map.")
    if named is not None:
        first = files[0][1].suffix
        if not named.parent.is_dir():
            raise UserError(f"De map {named.parent} bestaat niet.", "Maak de map aan, of kies een andere plek.")
        if named.suffix.lower() != first.lower():
            raise UserError(
                f"{named} moet dezelfde uitgang hebben als {files[0][1].name}.", f"Bijvoorbeeld {named.with_suffix(first).name}."
            )
    if target is not None and files:
        probe(named.parent if named is not None else target)
    out: dict[Path, Path] = {}
    for number, (given, path) in enumerate(files):
        beside = f"{path.stem}{OUTPUT_MARK}{path.suffix}"
        if target is None:
            copy = path.with_name(beside)
        elif named is not None:
            copy = named if number == 0 else named.with_name(beside)
        else:
            copy = target / (path.relative_to(given.root) if given.root is not None and path.is_relative_to(given.root) else path.name)
        refuse_inputs(copy, everything)
        if copy in out.values():
            raise UserError(f"Twee kopieën zouden {copy} heten.", "Geef de bestanden verschillende namen, of doe ze apart.")
        out[path] = copy
    return out


def _tell(out: Path, report: AnnotateReport, backup: Path | None, kept: str) -> None:
    parts = [f"{report.placed + len(report.elsewhere)} {'opmerking' if report.placed + len(report.elsewhere) == 1 else 'opmerkingen'}"]
    if report.elsewhere:
        parts.append(f"waarvan {len(report.elsewhere)} naast de woorden zelf")
    if report.kept:
        parts.append(f"{report.kept} eerdere met antwoord gelaten")
    if report.removed:
        parts.append(f"{report.removed} eerdere {'vervangen' if report.placed or report.elsewhere else 'weggehaald'}")
    if backup is not None:
        parts.append(f"{kept} staat in {backup.name}")
    note(f"{out}: {', '.join(parts)}")
    for warning in report.warnings:
        note(warning)

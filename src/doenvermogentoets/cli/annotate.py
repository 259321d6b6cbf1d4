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
from doenvermogentoets.pairing import BARE_MARK, OUTPUT_MARK, without_mark
from doenvermogentoets.whole import probe, unwritable

if TYPE_CHECKING:
    from doenvermogentoets.cli.session import Session
    from doenvermogentoets.document import Document
    from doenvermogentoets.engine import Result
    from doenvermogentoets.findings import Severity
    from doenvermogentoets.word.annotation import AnnotateReport
    from doenvermogentoets.word.in_place import Task

    _Work = tuple[Path, Task, int]  # a file, what goes into it, and how many checks broke


_SHORT = 60
"""Code points of the words by which a finding is told."""


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
    help="Toets niet, maar haal onze opmerkingen weg; die van anderen blijven staan, en die van ons waarmee iemand iets heeft gedaan. "
    f"De kopie heet X{BARE_MARK}.docx.",
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
    inputs = collect(paths, toelichting=toelichting, known=session.known_pairs, suffixes=SUFFIXES & WORD_SUFFIXES, overview=False)
    session.prepare(inputs)
    targets = None if in_place else _targets(inputs, target, remove=remove)
    _look_for_locks(inputs, targets)
    return _annotate(_bare(inputs, session) if remove else _checked(session, inputs, Severity(show)), inputs, targets)


def _look_for_locks(inputs: Inputs, targets: dict[Path, Path] | None) -> None:
    """Refuse to replace a file that somebody has open before the work is done for it; of one that is only read, say what was read.

    Raises:
        UserError: somebody has the file open, and there is only one dossier.
    """
    from doenvermogentoets.word.open_elsewhere import lock_of, refuse_open

    for path in inputs.paths():
        if path.suffix.lower() not in WORD_SUFFIXES:
            continue
        out = path if targets is None else targets[path]
        if out.exists() and len(inputs.items) == 1:
            refuse_open(out)
        if targets is not None and (lock := lock_of(path.resolve())) is not None:
            note(f"{path} staat open {lock.told}; gelezen wordt wat daar het laatst is opgeslagen.")


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
    from doenvermogentoets.changes import reading
    from doenvermogentoets.output.run import relative
    from doenvermogentoets.structure.legible import blank
    from doenvermogentoets.word.in_place import Task

    for given, result in session.results(inputs, struck=True):
        if result.skipped and (hint := hint_at_sibling(given)):
            note(f"{given.main.name} is zonder toelichting getoetst. {hint}")
        for failure in result.failures:
            note(f"De controle {session.catalogue.called(failure.check)} liep vast ({failure.error}); de andere gingen door.")
        for told in reading(result.documents()):
            note(told)
        remark = session.without_changes([d.name for d in result.documents() if d.source.tracked is None])
        if remark:
            note(remark)
        for told in _set_aside_in_word(result):
            note(told)
        nothing = blank(result.dossier.bill)
        if nothing is not None:
            _again(nothing.error(relative(given.main)), inputs)
            continue
        silent = session.silent(given, result)
        below = sum(finding.severity.rank > show.rank for finding in result.findings)
        if below:
            which = "1 lichtere bevinding kreeg" if below == 1 else f"{below} lichtere bevindingen kregen"
            note(f"{given.main.name}: {which} geen opmerking; met --show info wel.")
        for source, documents in _word_files(result):
            found = [finding for document in documents for finding in result.of(document)]
            shown = [finding for finding in found if finding.severity.rank <= show.rank]
            aside = [s.finding for s in result.suppressed if any(s.finding.document is d for d in documents)]
            lighter = [finding for finding in found if finding.severity.rank > show.rank]
            # with --only-changes not everything that was found is known here
            beside = None if session.choice.only_changes else [*aside, *lighter]
            yield source, Task(shown, session.choice.view, silent, beside), len(result.failures) + len(session.catalogue.unusable)


def _set_aside_in_word(result: Result) -> Iterator[str]:
    """Which findings an answer in Word put aside, each with that answer."""
    if not any(aside.by == "word" for aside in result.suppressed):
        return
    from doenvermogentoets.structure.labels import label
    from doenvermogentoets.word.answers import RESOLVED

    for aside in result.suppressed:
        if aside.by == "word":
            finding = aside.finding
            place = label(finding.unit) if finding.unit is not None else ""
            words = " ".join(finding.quote.split())
            words = f"«{words if len(words) <= _SHORT else words[: _SHORT - 1] + '…'}»" if words else ""
            where = ", ".join(part for part in (place, words) if part)
            reason = aside.reason if aside.reason == RESOLVED else f"«{aside.reason.rstrip('.')}»"
            yield f"{finding.document.name}: {finding.code}{f' ({where})' if where else ''} is terzijde gelegd: {reason}."


def _bare(inputs: Inputs, session: Session) -> Iterator[_Work]:
    """Each Word file with nothing to put into it: what we put there before goes. A file without such comments is left alone."""
    from doenvermogentoets.word.in_place import Task, ours

    for given in inputs.dossiers:
        for source in dict.fromkeys(path for path in given.paths() if path.suffix.lower() in WORD_SUFFIXES):
            try:
                own, stay = ours(source)
            except UserError as error:
                _again(error, inputs)
                continue
            if own == 0:
                copy = source.with_name(f"{source.stem}{OUTPUT_MARK}{source.suffix}")
                hint = f" Bedoelde u {copy.name}?" if copy.is_file() else ""
                note(f"In {source} staan geen opmerkingen van ons; er is niets geschreven.{hint}")
            elif own == stay:
                which = "De opmerking" if own == 1 else f"Alle {own} opmerkingen"
                verb, stays = ("is", "blijft") if own == 1 else ("zijn", "blijven")
                note(f"{which} van ons in {source} {verb} beantwoord, afgehandeld of gewijzigd en {stays} staan; er is niets geschreven.")
            else:
                yield source, Task(view=session.choice.view), 0


def _annotate(work: Iterator[_Work], inputs: Inputs, targets: dict[Path, Path] | None) -> int:
    """Write every copy; without ``targets`` the files themselves are replaced."""
    from doenvermogentoets.word.in_place import Standing, annotate_copy, annotate_in_place

    before = {
        Standing.COPY: "",
        Standing.WORKED: "de vorige kopie, waarin is gewerkt,",
        Standing.VERSION: "de vorige kopie, met een andere versie van de tekst,",
        Standing.OTHER: "een ander stuk, dat daar al stond,",
    }
    broken = 0
    for source, task, failures in work:
        broken += failures
        out = source if targets is None else targets[source]
        try:
            backup: Path | None = None
            kept = "het bestand zoals het was"
            if targets is None:
                report, backup = annotate_in_place(source, task)
            else:
                out.parent.mkdir(parents=True, exist_ok=True)
                report, backup, standing = annotate_copy(source, out, task)
                kept = before[standing]
        except OSError as error:
            _again(unwritable(out, error), inputs)
        except UserError as error:
            _again(error, inputs)
        else:
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


def _targets(inputs: Inputs, target: Path | None, *, remove: bool = False) -> dict[Path, Path]:
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
        beside = f"{without_mark(path.stem)}{BARE_MARK}{path.suffix}" if remove else f"{path.stem}{OUTPUT_MARK}{path.suffix}"
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
    stayed = report.stayed
    parts += [
        f"{number} eerdere gelaten omdat {why}"
        for number, why in (
            (stayed.answered, "iemand heeft geantwoord"),
            (stayed.resolved, "zij is afgehandeld" if stayed.resolved == 1 else "zij zijn afgehandeld"),
            (stayed.changed, "iemand de tekst heeft gewijzigd"),
            (report.spared, "hun controle nu niet meedeed" if report.spared > 1 else "haar controle nu niet meedeed"),
        )
        if number
    ]
    if report.removed:
        parts.append(f"{report.removed} eerdere {'vervangen' if report.placed or report.elsewhere else 'weggehaald'}")
    if backup is not None:
        parts.append(f"{kept} staat in {backup.name}")
    note(f"{out}: {', '.join(parts)}")
    if stayed.stale:
        which = "1 gelaten opmerking klopt" if len(stayed.stale) == 1 else f"{len(stayed.stale)} gelaten opmerkingen kloppen"
        note(f"{which} niet meer met de tekst: {'; '.join(stayed.stale)}.")
    for warning in report.warnings:
        note(warning)

"""``report``: what a reviewer needs to judge a draft, as HTML, Word, Markdown or JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doenvermogentoets.cli import exits, options
from doenvermogentoets.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from doenvermogentoets.cli.inputs import Inputs
    from doenvermogentoets.cli.session import Session
    from doenvermogentoets.document import View
    from doenvermogentoets.report import Report

_FORMS_HELP = "De vorm van de rapporten in een map: html (standaard), docx, md of json. Mag vaker, of met komma's."
_PREVIOUS_HELP = (
    "Het vorige rapport (.json of .html), of de map met vorige rapporten: toon wat nieuw, weg en gebleven is, en neem oordelen en "
    "opmerkingen over."
)


@click.command(cls=DutchCommand)
@options.inputs
@options.output(
    "Schrijf naar dit bestand; de uitgang zegt de vorm: .html, .docx, .md of .json. Bij meer dossiers: de map voor de rapporten.",
    metavar="BESTAND|MAP",
    required=True,
)
@click.option("--format", "forms", metavar="VORM", multiple=True, callback=options.separate, help=_FORMS_HELP)
@click.option("--previous", metavar="BESTAND|MAP", type=options.PATH, help=_PREVIOUS_HELP)
@options.selection
@options.view
@click.option("--baseline", metavar="BESTAND", type=options.PATH, help="Leg terzijde wat in deze basislijn staat.")
@options.batch
def report(
    paths: tuple[Path, ...],
    toelichting: Path | None,
    stdin_filename: str,
    target: Path,
    forms: tuple[str, ...],
    previous: Path | None,
    view: View,
    baseline: Path | None,
    jobs: int | None,
    cluster: str | None,
    no_cache: bool,
    **choice: Any,
) -> int:
    """Maak een rapport voor wie een ontwerp toetst: wat vraagt dit van wie, wat als het misgaat, en wat zegt de toelichting.

    PAD is een ontwerp, met de toelichting erbij via --toelichting, in hetzelfde bestand, of in een map die alleen dit dossier bevat. Het
    rapport laat zien wat er staat; velden voor het oordeel blijven leeg tot u ze invult.

    Van een map met meer dossiers, of een patroon zoals "ontwerpen/**/*.docx", komt met -o MAP van elk dossier een rapport in die map,
    en een pagina index.html die ernaar verwijst. Een rapport dat na het maken is gewijzigd, wordt niet overschreven.

    Exitcode: 0 als het rapport er is, 2 bij verkeerd gebruik, een bestand dat niet te lezen is of een controle die vastliep, 130 na Ctrl-C.
    """
    from doenvermogentoets import report as reports
    from doenvermogentoets.cli.batch import How
    from doenvermogentoets.cli.session import Choice, Session
    from doenvermogentoets.drafts import is_pattern
    from doenvermogentoets.errors import UserError

    many = len(paths) > 1 or paths[0].is_dir() or is_pattern(paths[0])
    whole_folder = target.is_dir() or (many and not target.suffix)
    if forms and not whole_folder:
        raise UserError("--format hoort bij een map met rapporten.", "Bij één bestand zegt de uitgang bij -o de vorm.")
    wrong = next((form for form in forms if f".{form}" not in reports.SUFFIXES), None)
    if wrong is not None:
        raise UserError(f"--format: «{wrong}» kan niet.", f"Kies uit {', '.join(s[1:] for s in reports.SUFFIXES)}.")
    if not whole_folder:
        reports.check_suffix(target)
    before = reports.load(previous) if previous is not None and not whole_folder else None
    session = Session(Choice(**choice, baseline=baseline, view=view), paths[0])
    inputs = session.inputs(paths, toelichting, stdin_filename)
    if whole_folder:
        from doenvermogentoets.cli.reports import Reports, make

        suffixes = tuple(dict.fromkeys(f".{form}" for form in forms or ("html",)))
        return make(session, inputs, Reports.of(inputs, target, suffixes, previous), How(jobs, cluster, not no_cache))
    if len(inputs.items) > 1:
        raise UserError(
            f"Een rapport gaat over één dossier; dit zijn er {len(inputs.items)}.",
            "Noem met -o een map, dan komt daar van elk dossier een rapport; of noem één ontwerp, met --toelichting de toelichting erbij.",
        )
    return _one(session, inputs, target, previous, before)


def _one(session: Session, inputs: Inputs, target: Path, previous: Path | None, before: Report | None) -> int:
    """Make the report of the only dossier; returns the exit code.

    Args:
        previous: the file of the report that it is put beside, and ``before`` what it holds.
    """
    from doenvermogentoets import report as reports
    from doenvermogentoets.cli.console import complain, note
    from doenvermogentoets.cli.inputs import swapped
    from doenvermogentoets.cli.outfile import Output
    from doenvermogentoets.output.run import relative
    from doenvermogentoets.structure.legible import blank

    failed = False
    with Output(target, inputs.paths()) as output:
        for given, dossier in inputs.read():
            settings = session.settings_for(given.main)
            doubt = swapped(given, dossier.bill.kind.value)
            if doubt:
                note(doubt)
            made, result = reports.make(
                dossier, session.catalogue, settings, session.baseline_for(settings), notes=[*inputs.remarks, *filter(None, [doubt])]
            )
            if before is not None and previous is not None:
                made = reports.beside(made, before, relative(previous))
            output.write_bytes(reports.as_bytes(made, reports.check_suffix(target)))
            failed = bool(result.failures or session.catalogue.unusable)
            nothing = blank(result.dossier.bill)
            if nothing is not None:
                complain(nothing.error(relative(given.main)))
                inputs.unreadable += 1
            _tell(made, target)
        if failed:
            note("Niet alle controles zijn gelukt; het rapport zegt bij de samenvatting welke.")
    return exits.ERROR if failed or inputs.unreadable else 0


def _tell(made: Report, target: Path) -> None:
    from doenvermogentoets.cli.console import note
    from doenvermogentoets.report.view import View

    view = View(made)
    note(f"{target} is gemaakt: {view.counts}.")
    if made.compared is not None:
        c = made.compared
        note(
            f"Vergeleken met {c.previous}: {c.new} nieuw, {c.remaining} gebleven, {c.changed} gewijzigd, {len(c.gone)} weg; "
            f"{c.carried} oordelen en opmerkingen overgenomen."
        )

"""``check``: the main job."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doenvermogentoets.cli import exits, options
from doenvermogentoets.cli.console import use_colour
from doenvermogentoets.cli.dutch import DutchCommand, Keuze

if TYPE_CHECKING:
    from doenvermogentoets.document import View

PIPE_COLUMNS = 120
"""Width of text output that does not go to a terminal."""


_REPORT = "Een rapport in die vorm maakt «doenvermogentoets report»."
_ELSEWHERE = {
    ".docx": f"Opmerkingen in een kopie van het ontwerp maakt «doenvermogentoets annotate». {_REPORT}",
    ".html": _REPORT,
    ".htm": _REPORT,
    ".pdf": "Maak met «doenvermogentoets report» een rapport op .html of .docx, en druk dat af als pdf.",
}
"""What to do instead of writing text under a name that promises something else."""


@click.command(cls=DutchCommand)
@options.inputs
@click.option(
    "--format",
    "form",
    metavar="VORM",
    type=Keuze(["text", "concise", "json", "sarif", "github", "gitlab", "junit"]),
    default="text",
    help="text (standaard), concise, json, sarif, github, gitlab of junit.",
)
@options.output()
@options.selection
@click.option(
    "--fail-on",
    metavar="ERNST",
    type=Keuze(["error", "warning", "suggestion", "info", "never"]),
    help="Vanaf welke ernst de exitcode 1 is: error, warning (standaard), suggestion, info of never.",
)
@options.show("Vormen voor programma's bevatten alles.")
@options.view
@options.only_changes
@click.option("--baseline", metavar="BESTAND", type=options.PATH, help="Toon alleen wat niet in deze basislijn staat.")
@options.batch
@click.option("--color/--no-color", "colour", default=None, help="Met of zonder kleur; standaard alleen op een scherm.")
def check(
    paths: tuple[Path, ...],
    toelichting: Path | None,
    stdin_filename: str,
    form: str,
    target: Path | None,
    fail_on: Any,
    show: str,
    view: View,
    only_changes: bool,
    baseline: Path | None,
    colour: bool | None,
    jobs: int | None,
    cluster: str | None,
    no_cache: bool,
    **choice: Any,
) -> int:
    """Controleer ontwerpen en toelichtingen op doenvermogen en hardheid.

    PAD is een bestand (.txt, .md, .docx of de XML van wetten.overheid.nl), een map, een patroon zoals "ontwerpen/**/*.docx", of - voor
    standaardinvoer. In een map worden ontwerp en toelichting op naam gekoppeld: wet.docx met wet-toelichting.docx.

    Exitcode: 0 als er niets is op of boven --fail-on, 1 als er wel iets is, 2 bij verkeerd gebruik, een bestand dat niet te lezen is of een
    controle die vastliep, 130 na Ctrl-C.
    """
    from doenvermogentoets.cli.batch import Batch, How
    from doenvermogentoets.cli.console import complain, note
    from doenvermogentoets.cli.outfile import Output
    from doenvermogentoets.cli.session import Choice, Session
    from doenvermogentoets.errors import UserError
    from doenvermogentoets.findings import Severity
    from doenvermogentoets.output import render
    from doenvermogentoets.output.clean import one_line

    if target is not None and (instead := _ELSEWHERE.get(target.suffix.lower(), "")):
        raise UserError(f"{target}: «check» schrijft platte tekst, en geen bestand met de uitgang {target.suffix}.", instead)
    session = Session(Choice(**choice, fail_on=fail_on, baseline=baseline, view=view, only_changes=only_changes), paths[0])
    inputs = session.inputs(paths, toelichting, stdin_filename)
    with Output(target, inputs.paths()) as output, Batch(session, inputs, How(jobs, cluster, not no_cache)) as batch:
        run = batch.run(Severity(show))
        if form == "text":
            from doenvermogentoets.output.text import render as as_text

            coloured = use_colour(colour, sys.stdout) if target is None else bool(colour)
            terminal = target is None and sys.stdout.isatty()
            columns = shutil.get_terminal_size((PIPE_COLUMNS, 24)).columns if terminal else PIPE_COLUMNS
            output.write(as_text(run, columns=columns, colour=coloured), for_people=True)
        else:
            output.write(render(run, form))
    if run.overview and (form != "text" or target is not None):
        from doenvermogentoets.output.overview import overview_lines

        note("\n".join(overview_lines(run)))
    if form != "text" or target is not None:
        for told in run.told():
            note(one_line(told))
    if form not in ("text", "concise") or target is not None:
        for error in batch.blank:
            complain(error)
    if run.incomplete or inputs.unreadable:
        return exits.ERROR
    return exits.FINDINGS if batch.fails else 0

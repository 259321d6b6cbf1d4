"""``norms``: the norm table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doenvermogentoets.cli import exits, options
from doenvermogentoets.cli.dutch import DutchCommand, Keuze
from doenvermogentoets.cli.inputs import collect, is_toelichting, told_blank
from doenvermogentoets.cli.outfile import Output
from doenvermogentoets.config import for_path

if TYPE_CHECKING:
    from doenvermogentoets.document import View


@click.command(cls=DutchCommand)
@click.argument("paths", metavar="PAD...", nargs=-1, required=True, type=options.PATH)
@click.option(
    "--format", "form", metavar="VORM", type=Keuze(["table", "json", "csv"]), default="table", help="table (standaard), json of csv."
)
@options.output()
@click.option(
    "--stdin-filename", default="", metavar="NAAM", help="Naam van wat via - binnenkomt; de uitgang zegt wat het is (.txt, .md, .xml)."
)
@options.view
def norms(paths: tuple[Path, ...], form: str, target: Path | None, stdin_filename: str, view: View) -> int:
    """Toon per lid de normen: soort, wie, bevoegdheid, termijn, ruimte en of de burger zelf iets moet doen."""
    inputs = collect(paths, stdin_name=stdin_filename, quiet=True)
    inputs.view = view
    inputs.styles = lambda path: for_path(path).values.styles
    with Output(target, inputs.paths()) as output:
        from doenvermogentoets.analysis import analyse_document
        from doenvermogentoets.output import norms as forms
        from doenvermogentoets.output.run import shown_path

        bills = (told_blank(given, dossier.bill) for given, dossier in inputs.read() if not is_toelichting(dossier.bill))
        analyses = (analyse_document(bill) for bill in bills)
        if form == "json":
            from doenvermogentoets.norms.table import norms_json

            documents = [{**norms_json(analysis), "path": shown_path(analysis.document)} for analysis in analyses]
            output.write(json.dumps({"schema": 1, "documents": documents}, ensure_ascii=False, indent=1) + "\n")
        elif form == "csv":
            # Excel only reads a file as UTF-8 when it starts with a mark; a program at the end of a pipe would stumble over it
            output.write(("\ufeff" if target is not None else "") + forms.csv_rows(analyses))
        else:
            output.write(forms.table(analyses), for_people=True)
    return exits.ERROR if inputs.unreadable else 0

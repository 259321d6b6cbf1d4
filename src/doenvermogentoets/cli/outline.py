"""``outline``: the tree of a draft and its references."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doenvermogentoets.cli import exits, options
from doenvermogentoets.cli.dutch import DutchCommand, Keuze
from doenvermogentoets.cli.inputs import collect, told_blank
from doenvermogentoets.cli.outfile import Output
from doenvermogentoets.config import for_path

if TYPE_CHECKING:
    from doenvermogentoets.document import View


@click.command(cls=DutchCommand)
@click.argument("paths", metavar="PAD...", nargs=-1, required=True, type=options.PATH)
@click.option("--format", "form", metavar="VORM", type=Keuze(["tree", "json"]), default="tree", help="tree (standaard) of json.")
@options.output()
@click.option(
    "--stdin-filename", default="", metavar="NAAM", help="Naam van wat via - binnenkomt; de uitgang zegt wat het is (.txt, .md, .xml)."
)
@options.view
def outline(paths: tuple[Path, ...], form: str, target: Path | None, stdin_filename: str, view: View) -> int:
    """Toon de opbouw van een ontwerp (hoofdstukken, artikelen, leden, onderdelen) en de verwijzingen erin."""
    inputs = collect(paths, stdin_name=stdin_filename, quiet=True)
    inputs.view = view
    inputs.styles = lambda path: for_path(path).values.styles
    with Output(target, inputs.paths()) as output:
        told = ((dossier, told_blank(given, dossier.bill)) for given, dossier in inputs.read())
        read = [(document, bill) for dossier, bill in told for document in dossier.documents()]
        if form == "json":
            from doenvermogentoets.structure.outline import outline_json

            output.write(json.dumps(outline_json([document for document, _ in read]), ensure_ascii=False, indent=1) + "\n")
        else:
            from doenvermogentoets.output.tree import render

            output.write("\n".join(render(document, bill) for document, bill in read), for_people=True)
    return exits.ERROR if inputs.unreadable else 0

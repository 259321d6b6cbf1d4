"""``baseline``: write, update and check the baseline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from doenvermogentoets import baseline as store
from doenvermogentoets.cli import exits, options
from doenvermogentoets.cli.console import counted, note
from doenvermogentoets.cli.dutch import DutchCommand, LazyGroup

DEFAULT_NAME = "doenvermogentoets-basislijn.json"


@click.group(cls=LazyGroup)
def baseline() -> None:
    """Leg de bevindingen van nu vast in een basislijn, zodat «check --baseline» alleen nieuwe toont.

    Een bevinding wordt herkend aan de controle en de zin, niet aan het regelnummer. In het bestand staat geen tekst uit het ontwerp.
    """


def _file(function: Any) -> Any:
    return click.option(
        "--baseline",
        "path",
        metavar="BESTAND",
        type=options.PATH,
        help=f"De basislijn; standaard {DEFAULT_NAME}, of die in de instellingen.",
    )(function)


@baseline.command(cls=DutchCommand, name="write")
@options.inputs
@options.selection
@_file
def write(paths: tuple[Path, ...], toelichting: Path | None, stdin_filename: str, path: Path | None, **choice: Any) -> int:
    """Schrijf een nieuwe basislijn met alle bevindingen van nu; een bestaande wordt vervangen."""
    return _run(paths, toelichting, stdin_filename, path, choice, "write")


@baseline.command(cls=DutchCommand, name="update")
@options.inputs
@options.selection
@_file
def update(paths: tuple[Path, ...], toelichting: Path | None, stdin_filename: str, path: Path | None, **choice: Any) -> int:
    """Haal uit de basislijn wat niet meer voorkomt. Nieuwe bevindingen komen er niet bij."""
    return _run(paths, toelichting, stdin_filename, path, choice, "update")


@baseline.command(cls=DutchCommand, name="check")
@options.inputs
@options.selection
@_file
def check(paths: tuple[Path, ...], toelichting: Path | None, stdin_filename: str, path: Path | None, **choice: Any) -> int:
    """Kijk of de basislijn nog klopt; exitcode 1 als er regels in staan die niet meer voorkomen."""
    return _run(paths, toelichting, stdin_filename, path, choice, "check")


def _run(paths: tuple[Path, ...], toelichting: Path | None, stdin_name: str, path: Path | None, choice: dict[str, Any], action: str) -> int:
    from doenvermogentoets.cli.outfile import Output
    from doenvermogentoets.cli.session import Choice, Session

    session = Session(Choice(**choice, baseline=path), paths[0])
    target = path or session.settings_for(paths[0]).baseline or Path(DEFAULT_NAME)
    if action != "write":
        store.load(target)
    session.choice.baseline = None if action == "write" else target
    inputs = session.inputs(paths, toelichting, stdin_name)
    with Output(None if action == "check" else target, inputs.paths()) as output:
        results = [result for _, result in session.results(inputs, with_baseline=action != "write")]
        if inputs.unreadable or session.catalogue.unusable or any(result.failures for result in results):
            note("Niet alles kon worden getoetst; de basislijn is niet veranderd.")
            return exits.ERROR
        if action == "write":
            entries = store.collect(target, (f for result in results for f in result.findings)).entries
            output.write(store.dump(entries))
            note(f"{counted(len(entries), 'bevinding')} vastgelegd in {target}")
            return 0
        known = session.baselines[target]
        stale = known.stale(session.ran)
        missing = f"Niet erin: {counted(sum(len(result.findings) for result in results), 'bevinding')}."
        if action == "update":
            gone = {entry.key for entry in stale}
            output.write(store.dump(entry for entry in known.entries if entry.key not in gone))
            note(f"{counted(len(stale), 'regel')} uit {target} gehaald, {len(known.entries) - len(stale)} over. {missing}")
            return 0
    for entry in stale:
        click.echo(f"{entry.file}: {entry.check}{' (' + entry.place + ')' if entry.place else ''} komt niet meer voor")
    note(f"Komt niet meer voor: {len(stale)} van {counted(len(known.entries), 'regel')}. {missing}")
    return exits.FINDINGS if stale else 0

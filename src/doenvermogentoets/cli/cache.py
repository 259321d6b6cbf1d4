"""``cache``: what is kept of earlier batches, where, and away with it."""

from __future__ import annotations

import click

from doenvermogentoets.cli.dutch import DutchCommand, LazyGroup


@click.group(cls=LazyGroup)
def cache() -> None:
    """Toon wat van eerdere toetsen is bewaard, of gooi het weg.

    Bij het toetsen van meer dossiers worden de uitkomsten bewaard, zodat een volgende keer alleen wordt getoetst wat is
    veranderd. Daarin staan aanhalingen uit uw ontwerpen; alleen u kunt de map lezen. Met «cache = false» in de instellingen
    of met --no-cache wordt niets bewaard.
    """


@cache.command(cls=DutchCommand, name="show")
def show() -> int:
    """Toon waar de cache staat en hoeveel erin zit."""
    from doenvermogentoets.batch.store import MAX_DAYS, Store, default_folder

    folder = default_folder()
    click.echo(f"Map: {folder}")
    if not folder.exists():
        click.echo("Er is niets bewaard.")
        return 0
    with Store(folder) as store:
        contents = store.contents()
    number = contents.dossiers
    click.echo(f"Bewaard: {number} {'dossier' if number == 1 else 'dossiers'}, {_size(contents.bytes)}.")
    click.echo(f"Wat {MAX_DAYS} dagen niet is gebruikt, verdwijnt vanzelf. Alles weg: doenvermogentoets cache clear")
    return 0


@cache.command(cls=DutchCommand, name="clear")
def clear() -> int:
    """Gooi alles weg wat is bewaard."""
    from doenvermogentoets.batch import store

    folder = store.default_folder()
    freed = store.clear(folder)
    click.echo(f"Weggegooid: {_size(freed)} uit {folder}" if freed else f"Er was niets bewaard in {folder}")
    return 0


def _size(count: int) -> str:
    """``"12,3 MB"``"""
    if count < 1024 * 1024:
        return f"{-(-count // 1024)} kB"
    return f"{count / (1024 * 1024):.1f} MB".replace(".", ",")

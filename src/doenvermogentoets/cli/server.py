"""``server``: the language server, found by its entry point so that the engine does not depend on it."""

from __future__ import annotations

from importlib.metadata import entry_points

import click

from doenvermogentoets.cli.dutch import DutchCommand
from doenvermogentoets.errors import UserError

ENTRY_POINT_GROUP = "doenvermogentoets.server"


@click.command(cls=DutchCommand)
@click.option("--tcp", metavar="HOST:POORT", help="Luister op dit adres in plaats van op standaardinvoer, bijvoorbeeld 127.0.0.1:8765.")
def server(tcp: str | None) -> int:
    """Start de language server. Editors doen dit zelf; hij praat over standaardinvoer en standaarduitvoer."""
    address = _address(tcp) if tcp is not None else None
    point = next(iter(entry_points(group=ENTRY_POINT_GROUP)), None)
    if point is None:
        raise UserError("De language server is niet geïnstalleerd.", "Installeer doenvermogentoets opnieuw.")
    code = point.load()(address)
    return code if isinstance(code, int) else 0


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise UserError(f"--tcp {text} is geen adres.", "Geef HOST:POORT, bijvoorbeeld 127.0.0.1:8765.")
    return host.strip("[]"), int(port)

"""Starts the server: ``python -m doenvermogentoets_server`` or ``doenvermogentoets server``."""

from __future__ import annotations

import argparse
import ipaddress
import logging
import sys

from doenvermogentoets.errors import UserError


def serve(tcp: tuple[str, int] | None = None) -> int:
    """Serve one editor until it goes away: over standard input and output, or over TCP at (host, port).

    Returns:
        The exit code that the protocol asks for: 1 for an editor that said «exit» without «shutdown».

    Raises:
        UserError: the host is another computer, or stands for every network of this one.
    """
    if tcp is not None and not _loopback(tcp[0]):
        raise UserError(f"{tcp[0]} is niet alleen deze computer; ontwerpen gaan niet over het netwerk.", f"Geef 127.0.0.1:{tcp[1]}.")
    from doenvermogentoets_server import stdio
    from doenvermogentoets_server import tcp as over_tcp
    from doenvermogentoets_server.features import create

    # messages of pygls quote what goes over the line, and that is text of drafts
    logging.getLogger("pygls").addHandler(logging.NullHandler())
    logging.getLogger("pygls").propagate = False
    server = create()
    return stdio.serve(server) if tcp is None else over_tcp.serve(server, *tcp)


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(given: str) -> tuple[str, int]:
    """``HOST:PORT``.

    Raises:
        argparse.ArgumentTypeError: not of that form.
    """
    host, _, port = given.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or not 0 < int(port) < 65536:
        raise argparse.ArgumentTypeError(f"«{given}» is geen adres; geef bijvoorbeeld 127.0.0.1:8765")
    return host.strip("[]"), int(port)


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m doenvermogentoets_server", description="Language server van Doenvermogentoets.")
    parser.add_argument("--stdio", action="store_true", help="praat over standaardin- en -uitvoer (standaard)")
    parser.add_argument("--tcp", type=address, metavar="HOST:POORT", help="luister op dit adres van deze computer")
    options = parser.parse_args(arguments)
    try:
        return serve(options.tcp)
    except UserError as error:
        print(f"fout: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

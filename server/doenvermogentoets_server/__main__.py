"""Starts the server: ``python -m doenvermogentoets_server`` or ``doenvermogentoets server``."""

from __future__ import annotations

import argparse
import ipaddress
import logging
import sys


def serve(tcp: tuple[str, int] | None = None) -> None:
    """Serve one editor until it goes away: over standard input and output, or over TCP at (host, port)."""
    from doenvermogentoets_server.features import create

    # messages of pygls quote what goes over the line, and that is text of drafts
    logging.getLogger("pygls").addHandler(logging.NullHandler())
    logging.getLogger("pygls").propagate = False
    server = create()
    if tcp is None:
        server.start_io()
    else:
        server.start_tcp(*tcp)


def address(given: str) -> tuple[str, int]:
    """``HOST:PORT`` of this computer.

    Raises:
        argparse.ArgumentTypeError: not of that form, or the host is another computer or every network of this one.
    """
    host, _, port = given.rpartition(":")
    host = host.strip("[]") or "127.0.0.1"
    if not port.isdecimal() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"«{given}» is geen adres; geef bijvoorbeeld 127.0.0.1:8123")
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost"
    if not local:
        raise argparse.ArgumentTypeError(f"{host} is niet deze computer: ontwerpen gaan niet over het netwerk; geef 127.0.0.1:{port}")
    return host, int(port)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m doenvermogentoets_server", description="Language server van Doenvermogentoets.")
    parser.add_argument("--stdio", action="store_true", help="praat over standaardin- en -uitvoer (standaard)")
    parser.add_argument("--tcp", type=address, metavar="HOST:PORT", help="luister op dit adres van deze computer")
    options = parser.parse_args(arguments)
    serve(options.tcp)
    return 0


if __name__ == "__main__":
    sys.exit(main())

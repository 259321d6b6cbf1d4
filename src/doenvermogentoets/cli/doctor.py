"""``doctor``: is everything that is needed there, and does it work."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

import click

from doenvermogentoets import __version__
from doenvermogentoets.cli import exits
from doenvermogentoets.cli.dutch import DutchCommand
from doenvermogentoets.errors import UserError

PACKAGES = ("click", "jinja2", "lxml", "matplotlib", "pydantic", "pygls", "python-docx", "spacy")
_SENTENCE = "Artikel 1\nDe aanvrager verstrekt de gegevens binnen twee weken.\n"


@click.command(cls=DutchCommand)
def doctor() -> int:
    """Kijk of alles goed is geïnstalleerd en werkt. Er wordt niets opgehaald en niets verstuurd."""
    click.echo(f"doenvermogentoets {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    click.echo(f"codering van de uitvoer: {sys.stdout.encoding}")
    good = True
    for package in PACKAGES:
        good &= _try(package, partial(version, package))
    good &= _try("controles", _checks)
    good &= _own_checks()
    good &= _try("instellingen", _settings)
    good &= _try("taalanalyse", _language)
    good &= _try("language server", _server)
    click.echo("Alles werkt. Netwerk is niet nodig." if good else "Er is iets mis; zie de regels met «niet goed».")
    return 0 if good else exits.ERROR


def _try(name: str, probe: Callable[[], str]) -> bool:
    try:
        click.echo(f"{name:<16} {probe()}")
    except PackageNotFoundError:
        click.echo(f"{name:<16} niet goed: niet geïnstalleerd. Installeer doenvermogentoets opnieuw.")
    except UserError as error:
        click.echo(f"{name:<16} niet goed: {error}")
    except Exception as error:  # whatever is broken in an installation is exactly what this command reports
        click.echo(f"{name:<16} niet goed: {type(error).__name__}: {error}")
    else:
        return True
    return False


def _checks() -> str:
    from doenvermogentoets import catalogue

    loaded = catalogue.load()
    for check in loaded:
        if not check.package:
            _ = check.detector
    themes = sorted({check.theme for check in loaded})
    if not themes:
        raise UserError("er zijn geen controles gevonden.", "Installeer doenvermogentoets opnieuw.")
    return f"{len(loaded)} geladen ({', '.join(themes)})"


def _own_checks() -> bool:
    """Whether every package with checks of others can be used and does what its pages say; a line for each."""
    from doenvermogentoets import catalogue
    from doenvermogentoets.testing import wrong_with

    try:
        loaded = catalogue.load()
    except Exception:  # ours is broken, and that was told
        return True
    wrong: dict[str, list[str]] = {}
    for check in loaded:
        if check.package:
            wrong.setdefault(check.package, []).extend(wrong_with(check))
    for unusable in loaded.unusable:
        wrong.setdefault(unusable.package, []).append(unusable.reason)
    for package, told in wrong.items():
        many = sum(check.package == package for check in loaded)
        fine = f"{many} controle{'' if many == 1 else 's'}; pagina's en voorbeelden kloppen"
        click.echo(f"{package:<16} {'niet goed: ' + told[0] if told else fine}")
        for more in told[1:]:
            click.echo(f"{'':<16} {more}")
    return not any(wrong.values())


def _settings() -> str:
    from doenvermogentoets import catalogue, config

    found = config.find(Path())
    if found is None:
        return "geen instellingenbestand gevonden; de standaard geldt"
    known = catalogue.load()
    config.load(found, known).validate(known)
    return str(found)


def _language() -> str:
    from doenvermogentoets.analysis import analyse
    from doenvermogentoets.readers import read_text
    from doenvermogentoets.structure import dossier

    analysis = analyse(dossier(read_text(_SENTENCE, "proef.txt", "txt")))
    words = sum(s.word_count for p in analysis.bill.provisions for s in p.passage.sentences)
    if not words:
        raise UserError("de proefzin leverde niets op.", "Installeer spacy opnieuw.")
    return "de proefzin is gelezen en ontleed"


def _server() -> str:
    found = entry_points(group="doenvermogentoets.server")
    if not found:
        raise UserError("niet gevonden.", "Installeer doenvermogentoets opnieuw.")
    next(iter(found)).load()
    return "kan starten"

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from doenvermogentoets.cli.dutch import Aantal, Keuze


def separate(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """``--select a,b`` is the same as ``--select a --select b``."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


F = TypeVar("F", bound=Callable[..., Any])

PATH = click.Path(readable=False, path_type=Path)
"""A path as it is. What cannot be read is told by whoever reads it, in Dutch and with a remedy; click would say it in English."""


def inputs(function: F) -> F:
    """``PAD...``, ``--toelichting`` and ``--stdin-filename``."""
    for decorate in (
        click.option(
            "--stdin-filename",
            default="",
            metavar="NAAM",
            help="Naam van wat via - binnenkomt; de uitgang zegt wat het is (.txt, .md, .xml).",
        ),
        click.option("--toelichting", metavar="BESTAND", type=PATH, help="De toelichting bij het ontwerp."),
        click.argument("paths", metavar="PAD...", nargs=-1, required=True, type=PATH),
    ):
        function = decorate(function)
    return function


def output(text: str = "Schrijf naar dit bestand.", *, metavar: str = "BESTAND", required: bool = False) -> Callable[[F], F]:
    """``-o``: where it goes."""
    return click.option("-o", "--output", "target", metavar=metavar, required=required, type=PATH, help=text)


def selection(function: F) -> F:
    """``--select``, ``--ignore``, ``--severity``, ``--config`` and ``--isolated``."""
    for decorate in (
        click.option("--isolated", is_flag=True, help="Gebruik geen instellingenbestand."),
        click.option("--config", metavar="BESTAND", type=PATH, help="Gebruik dit instellingenbestand, en zoek geen ander."),
        click.option(
            "--severity",
            "severity",
            metavar="NAAM=ERNST",
            multiple=True,
            callback=separate,
            help="Geef een controle of thema een andere ernst: error, warning, suggestion of info.",
        ),
        click.option(
            "--ignore",
            metavar="NAAM",
            multiple=True,
            callback=separate,
            help="Laat deze controle, code of dit thema weg. Mag vaker, of met komma's.",
        ),
        click.option(
            "--select",
            metavar="NAAM",
            multiple=True,
            callback=separate,
            help="Doe alleen deze controle, code of dit thema. Mag vaker, of met komma's.",
        ),
    ):
        function = decorate(function)
    return function


def view(function: F) -> F:
    """``--view``: how tracked changes in Word files are read."""
    return click.option(
        "--view",
        metavar="STAND",
        type=Keuze(["accepted", "original"]),
        default="accepted",
        help="Lees bijgehouden wijzigingen in Word als aanvaard (accepted, standaard) of als verworpen (original).",
    )(function)


def only_changes(function: F) -> F:
    """``--only-changes``: findings on what was inserted, and those that are there only because of a tracked change."""
    return click.option(
        "--only-changes",
        is_flag=True,
        help="Toon alleen bevindingen op tekst die in Word als wijziging is ingevoegd of verplaatst, "
        "en bevindingen die er zonder de bijgehouden wijzigingen niet zijn.",
    )(function)


def show(more: str = "") -> Callable[[F], F]:
    """``--show``: the least severity that people see; ``more`` is what the help of one command adds."""
    text = "Toon bevindingen vanaf deze ernst: error, warning, suggestion (standaard) of info."
    return click.option(
        "--show",
        metavar="ERNST",
        type=Keuze(["error", "warning", "suggestion", "info"]),
        default="suggestion",
        help=f"{text} {more}".strip(),
    )


def batch(function: F) -> F:
    """``--jobs``, ``--cluster`` and ``--no-cache``."""
    for decorate in (
        click.option("--no-cache", is_flag=True, help="Gebruik geen eerdere uitkomsten en bewaar er geen (alleen bij meer dossiers)."),
        click.option("--cluster", metavar="ADRES", help="Laat het werk doen door een Dask-cluster, bijvoorbeeld tcp://10.0.0.1:8786."),
        click.option(
            "--jobs",
            metavar="N",
            type=Aantal(),
            help="Toets zoveel dossiers tegelijk; standaard wat deze computer aankan, hoogstens 8.",
        ),
    ):
        function = decorate(function)
    return function

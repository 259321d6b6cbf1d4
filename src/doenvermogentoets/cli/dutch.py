"""Click in Dutch: help pages, wrong usage, and values that are not one of the choices."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from doenvermogentoets.nearest import did_you_mean

_RANGE = re.compile(r"\s*\[x>=\d+\]")
"""How click tells the range of a number: a formula; a value outside it is refused in words."""


class Keuze(click.Choice[str]):
    """One of a few words; says in Dutch which ones."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            hint = did_you_mean(str(value), self.choices)
            self.fail(f"«{value}» kan niet; kies uit {', '.join(self.choices)}. {hint}".strip(), param, ctx)
        return str(value)


class Aantal(click.IntRange):
    """A whole number from 1."""

    def __init__(self) -> None:
        super().__init__(min=1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            self.fail(f"«{value}» kan niet; geef een heel getal van 1 of hoger, bijvoorbeeld 2.", param, ctx)


class DutchCommand(click.Command):
    """A command whose help page has Dutch headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(_pieces(self, ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_dutch(super().get_help_option(ctx))


class LazyGroup(click.Group):
    """A group that knows the names and summaries of its commands and imports a command when it is asked for.

    Args:
        lazy: name to (``package.module:attribute``, one-line summary).
    """

    def __init__(self, *args: Any, lazy: dict[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self.lazy[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            hint = did_you_mean(name, self.list_commands(ctx)) or f"De opdrachten staan in «{ctx.command_path} --help»."
            raise click.UsageError(f"Er is geen opdracht «{name}». {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIES] OPDRACHT ...", prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        rows = [(name, self._summary(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)

    def _summary(self, ctx: click.Context, name: str) -> str:
        if name in self.lazy:
            return self.lazy[name][1]
        command = self.get_command(ctx, name)
        return command.get_short_help_str(100) if command is not None else ""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_dutch(super().get_help_option(ctx))


def _pieces(command: click.Command, ctx: click.Context) -> list[str]:
    return [piece.replace("[OPTIONS]", "[OPTIES]") for piece in command.collect_usage_pieces(ctx)]


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    rows = [row for row in (p.get_help_record(ctx) for p in command.get_params(ctx) if isinstance(p, click.Option)) if row is not None]
    if rows:
        with formatter.section("Opties"):
            formatter.write_dl([(names, _RANGE.sub("", text.replace("[required]", "[verplicht]"))) for names, text in rows])


def _in_dutch(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Toon deze uitleg en stop."
    return option


_MESSAGES: Sequence[tuple[type[click.UsageError], Callable[[Any], str]]] = (
    (
        click.NoSuchOption,
        lambda e: f"De optie «{e.option_name}» bestaat niet. {did_you_mean(e.option_name, e.possibilities or ())}",
    ),
    (click.MissingParameter, lambda e: f"Er ontbreekt iets: {_missing(e)}"),
    (click.BadParameter, lambda e: f"{_parameter(e)}: {e.message}"),
    (
        click.BadOptionUsage,
        lambda e: f"De optie «{e.option_name}» is niet goed gebruikt: de waarde ontbreekt of hoort er niet.",
    ),
)


def usage_message(error: click.UsageError) -> str:
    """The Dutch text of a click error about wrong usage."""
    for kind, text in _MESSAGES:
        if isinstance(error, kind):
            return text(error).strip()
    if error.message.startswith("Got unexpected extra argument"):
        extra = error.message.partition("(")[2].rstrip(")")
        return f"Er staat te veel op de opdrachtregel: {extra}"
    if error.message.startswith("Missing command"):
        return "Er ontbreekt een opdracht. Bijvoorbeeld: doenvermogentoets check ontwerp.txt"
    return error.message


def _missing(error: click.MissingParameter) -> str:
    """What to fill in, with an example of the command when we have one."""
    if error.ctx is None:
        return f"{_parameter(error)}."
    if not isinstance(error.param, click.Argument):
        example = _WITH_OPTION.get(error.ctx.info_name or "")
        return f"{_parameter(error)}." + (f" Bijvoorbeeld: {error.ctx.command_path} {example}" if example else "")
    name = (error.param.metavar or error.param.human_readable_name).removesuffix("...")
    example = _EXAMPLES.get(name)
    return f"{name}." + (f" Bijvoorbeeld: {error.ctx.command_path} {example}" if example else "")


_EXAMPLES = {"PAD": "ontwerp.txt", "WORDBESTAND": "ontwerp.docx", "NAAM": "TRM001"}
"""What could stand in the place of an argument, by its name in the help."""
_WITH_OPTION = {"report": "ontwerp.docx -o rapport.html"}
"""What could follow a command that cannot do without an option."""


def _parameter(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(error.ctx or click.get_current_context())

"""``explain``: the page of a check, for the terminal."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Iterator

import click

from doenvermogentoets.catalogue import ENOUGH_JUDGED, SECTIONS, Check
from doenvermogentoets.cli.console import use_colour
from doenvermogentoets.cli.dutch import DutchCommand
from doenvermogentoets.cli.installed import installed
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Severity
from doenvermogentoets.nearest import did_you_mean
from doenvermogentoets.output.overview import Style, plain
from doenvermogentoets.output.text import MIN_COLUMNS
from doenvermogentoets.suppress import own_checks

_MAX_COLUMNS = 110
_FENCE = re.compile(r"^```.*$")
_ITEM = re.compile(r"^(\s*(?:[-*]|\d+\.) )(.*)$")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


@click.command(cls=DutchCommand)
@click.argument("name", metavar="NAAM")
@click.option("--color/--no-color", "colour", default=None, help="Met of zonder kleur; standaard alleen op een scherm.")
def explain(name: str, colour: bool | None) -> None:
    """Leg een controle uit. NAAM is de naam of de code, bijvoorbeeld TRM001."""
    checks = [*installed(), *own_checks()]
    wanted = name.strip().lower()
    found = next((c for c in checks if wanted in {c.name, c.meta.code.lower(), *c.meta.aliases}), None)
    if found is None:
        hint = did_you_mean(name, [s for c in checks for s in (c.name, c.meta.code)])
        raise UserError(f"Er is geen controle «{name}».", hint or "«doenvermogentoets checks» noemt alle controles.")
    style: Style = click.style if use_colour(colour, sys.stdout) else plain
    columns = min(max(shutil.get_terminal_size((_MAX_COLUMNS, 24)).columns, MIN_COLUMNS), _MAX_COLUMNS)
    click.echo("\n".join(page_lines(found, columns, style)), color=True)


def page_lines(check: Check, columns: int, style: Style) -> Iterator[str]:
    """The page as lines of at most ``columns``; examples are shown as they are."""
    meta = check.meta
    yield style(f"{meta.name} ({meta.code})", bold=True)
    yield meta.title
    yield ""
    rows = [
        ("Thema", check.theme),
        ("Ernst", meta.severity.dutch),
        ("Zekerheid", meta.certainty.value),
        ("Precisie", _precision(check)),
        ("Vraag", meta.question),
        ("Grond", meta.ground),
        ("Kader", _framework(check)),
        ("Vroeger", ", ".join(meta.aliases)),
    ]
    for label, value in rows:
        if value:
            yield from textwrap.wrap(f"{label:<10} {value}", columns, subsequent_indent=" " * 11, break_on_hyphens=False)
    for title in [*SECTIONS, *(t for t in check.sections if t not in SECTIONS)]:
        if check.sections.get(title):
            yield ""
            yield style(title, bold=True, underline=True)
            body = list(_body(check.sections[title], columns, style))
            while body and not body[-1]:
                body.pop()
            yield from (line for i, line in enumerate(body) if line or body[i - 1])  # one blank line is enough between examples
        if title == "Beperkingen":
            yield from _options(check, columns, style)


def _precision(check: Check) -> str:
    measured = check.meta.precision
    if measured is None or not measured.judged:
        return "nog niet gemeten"
    if not measured.shown:
        return f"nog geen cijfer: minder dan {ENOUGH_JUDGED} gevallen nagelezen"
    if measured.information and check.meta.severity is not Severity.INFO:
        return f"van suggesties en waarschuwingen nog geen cijfer; van bevindingen ter informatie {measured.shown}"
    return measured.shown


def _framework(check: Check) -> str:
    framework = check.meta.framework
    parts = [
        f"Beleidskompas {framework.beleidskompas}" if framework.beleidskompas is not None else "",
        f"vroeger IAK {framework.iak}" if framework.iak is not None else "",
        f"kwaliteitseis {framework.kwaliteitseis}" if framework.kwaliteitseis else "",
        f"doenvermogen {', '.join(framework.doenvermogen)}" if framework.doenvermogen else "",
        f"thema van SZW: {framework.thema_szw}" if framework.thema_szw else "",
    ]
    return "; ".join(p for p in parts if p)


def _options(check: Check, columns: int, style: Style) -> Iterator[str]:
    if not check.meta.options:
        return
    yield ""
    yield style("Instellingen", bold=True, underline=True)
    yield f"[checks.{check.name}]"
    for name, option in check.meta.options.items():
        yield from textwrap.wrap(
            f"  {name} = {option.default}   {option.description}", columns, subsequent_indent="      ", break_on_hyphens=False
        )


def _body(text: str, columns: int, style: Style) -> Iterator[str]:
    """Markdown as plain text: paragraphs and items are folded, fenced text is indented and left alone."""
    fenced = False
    paragraph: list[str] = []
    for line in [*text.split("\n"), ""]:
        if _FENCE.match(line):
            yield from _fold(paragraph, columns, style)
            paragraph = []
            fenced = not fenced
        elif fenced:
            yield f"    {style(line, fg='yellow') if set(line) <= set(' ^') and line.strip() else line}"
        elif not line.strip() or _ITEM.match(line) or line.startswith("#"):
            yield from _fold(paragraph, columns, style)
            paragraph = [line] if line.strip() else []
            if not line.strip():
                yield ""
        else:
            paragraph.append(line.strip())


def _fold(paragraph: list[str], columns: int, style: Style) -> Iterator[str]:
    if not paragraph:
        return
    text = _LINK.sub(r"\1 <\2>", " ".join(paragraph)).replace("`", "")
    if text.startswith("#"):
        yield style(text.lstrip("# "), bold=True)
        return
    item = _ITEM.match(text)
    indent = " " * len(item[1]) if item else ""
    plain = _STRONG.sub(r"\1", text)
    yield from textwrap.wrap(plain, columns, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)

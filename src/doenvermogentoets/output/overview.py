"""The table at the end of a batch: a row per dossier, a column per theme, and why a dossier was not checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.run import Row, Run

Style = Callable[..., str]
"""Colours a text, as :func:`click.style` does."""


def plain(text: str, **_: object) -> str:
    """Text without colour."""
    return text


def themes_of(rows: Sequence[Row], known: Sequence[str]) -> list[str]:
    """The themes in their usual order, then others (of a package of your own) that have findings."""
    found = dict.fromkeys(theme for row in rows for theme in row.themes)
    return [*known, *sorted(theme for theme in found if theme not in known)]


def known_themes(run: Run) -> list[str]:
    """The themes of the checks that ran."""
    return list(dict.fromkeys(check.theme for check in run.checks if check.theme != "onderdrukking"))


def overview_lines(run: Run, style: Style = plain) -> Iterator[str]:
    """The table; the path stands last, so that a long one breaks no column.

    Counts are of the findings that are shown (``--show``).
    """
    themes = themes_of(run.rows, known_themes(run))
    widths = {theme: max(len(theme), 5) for theme in themes}
    yield ""
    yield style("Overzicht per dossier en thema", bold=True)
    yield f"{'  '.join(f'{theme:>{widths[theme]}}' for theme in themes)}  {'samen':>6}  dossier"
    for row in run.rows:
        yield _row(row, widths, style)
    total: dict[str, int] = {theme: sum(row.themes.get(theme, 0) for row in run.rows) for theme in themes}
    checked = len(run.rows) - len(run.failed)
    many = f"{checked} van {len(run.rows)} dossier{'' if len(run.rows) == 1 else 's'} getoetst"
    yield style(f"{_cells(total, widths)}  samen: {many}", bold=True)
    for row in run.failed:
        yield style(one_line(f"Niet getoetst: {row.path}: {reason(row)} {row.remedy}"), fg="red")
    yield ""


def _cells(themes: Mapping[str, int], widths: Mapping[str, int]) -> str:
    cells = [f"{themes.get(theme, 0):>{width}}" for theme, width in widths.items()]
    return f"{'  '.join(cells)}  {sum(themes.values()):>6}"


def reason(row: Row) -> str:
    """Why a dossier was not checked, without its path again."""
    before, path, after = row.problem.partition(row.path)
    if not path or " " in before:
        return row.problem
    return after.lstrip(": ") if after.startswith(":") else f"het bestand {after.strip()}"


def beside(row: Row) -> str:
    """The toelichting, without the folder that it shares with the draft."""
    folder = row.path.rpartition("/")[0]
    return row.toelichting.removeprefix(f"{folder}/") if folder else row.toelichting


def _row(row: Row, widths: Mapping[str, int], style: Style) -> str:
    name = one_line(f"{row.path} met {beside(row)}" if row.toelichting else row.path)
    if row.problem:
        cells = "  ".join(f"{'-':>{width}}" for width in widths.values())
        return style(f"{cells}  {'-':>6}  {name} (niet getoetst)", fg="red")
    return f"{_cells(row.themes, widths)}  {name}"

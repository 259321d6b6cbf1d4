"""``norms --format table`` and ``csv``: the norm table for people and spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.norms.table import COLUMNS, roles, rows
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.run import shown_path

_MAY_BE_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADINGS = ("plaats", "soort", "wie", "bevoegdheid", "nadelig", "termijn", "ruimte", "zelf doen")
_LIMITS = (44, 16, 42, 14, 7, 56, 17, 9)


def csv_rows(analyses: Iterable[Analysis]) -> str:
    """Comma-separated values with a heading row; a cell that a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("bestand", *COLUMNS))
    for analysis in analyses:
        path = shown_path(analysis.document)
        for row in rows(analysis):
            writer.writerow([_harmless(value) for value in (path, *(row[column] for column in COLUMNS))])
    return out.getvalue()


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_MAY_BE_FORMULA) else value


def table(analyses: Iterable[Analysis]) -> str:
    """A table per document, cells cut to what fits a wide screen."""
    return "\n".join("\n".join(_table(analysis)) + "\n" for analysis in analyses)


def _table(analysis: Analysis) -> Iterator[str]:
    cells = [_cells(row, *both) for row, both in zip(rows(analysis), roles(analysis), strict=True)]
    yield f"{shown_path(analysis.document)}: {len(cells)} normen in {len(analysis.provisions)} leden en artikelen zonder leden"
    if not cells:
        return
    widths = [min(max(len(row[i]) for row in [_HEADINGS, *cells]), _LIMITS[i]) for i in range(len(_HEADINGS))]
    for row in [_HEADINGS, *cells]:
        yield "  ".join(_cut(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(row: dict[str, str], who_is: str, limit_of: str) -> tuple[str, ...]:
    who = f"{row['adressaat']} ({who_is})".strip() if who_is else ""
    limit = f"{row['termijn']} ({limit_of})" if row["termijn"] else ""
    room = "" if row["ruimte"] == "geen" else row["ruimte"]
    power = "" if row["bevoegdheid"] == "geen" else row["bevoegdheid"]
    adverse, chore = ("ja" if row[key] == "ja" else "" for key in ("belastend", "doenlast"))
    return tuple(one_line(cell) for cell in (row["plaats"], row["soort"], who, power, adverse, limit, room, chore))


def _cut(cell: str, width: int) -> str:
    return f"{cell:<{width}}" if len(cell) <= width else f"{cell[: width - 1]}…"

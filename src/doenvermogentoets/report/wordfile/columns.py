"""Widths of the columns of a table of text: whole words, and the room where the text is, so that rows stay low."""

from __future__ import annotations

import re
from collections.abc import Sequence

from doenvermogentoets.report.paper import WIDTH, Line, Row

MARGINS, LETTER = 0.45, 0.165
"""Centimetres: the white of a cell left and right, and a letter of the text in tables (8.5 points)."""
_STEP = 0.1
_WORD = re.compile(r"[^\s-]+-?")


def _text(line: Line) -> str:
    return "".join(piece if isinstance(piece, str) else piece[0] for piece in line)


def fitting(head: Sequence[str], rows: Sequence[Row]) -> list[float]:
    """Widths in centimetres that fill the page: each column holds its longest word, the rest goes where it makes the table lower.

    Of equal gain the narrowest column goes first.
    """
    cells = [[[_text(line) for line in cell] for cell in row] for row in [[[[name]] for name in head], *rows]]
    longest = [max((len(word) for row in cells for line in row[x] for word in _WORD.findall(line)), default=1) for x in range(len(head))]
    least = [MARGINS + LETTER * length for length in longest]
    share = min(1.0, WIDTH / sum(least))
    widths = [share * width for width in least]

    def lines(row: Sequence[Sequence[str]], x: int, width: float) -> float:
        letters = max(1.0, (width - MARGINS) / LETTER)
        return sum(max(1.0, len(line) / letters) for line in row[x])

    now = [[lines(row, x, width) for x, width in enumerate(widths)] for row in cells]
    columns = range(len(head))
    for _ in range(int((WIDTH - sum(widths)) / _STEP)):
        # what leads a row counts most; the others count a little, or a column that shares the lead would never grow
        def gain(x: int) -> tuple[float, float]:
            better = [lines(row, x, widths[x] + _STEP) for row in cells]
            won = sum((height[x] - new) * (1.0 if height[x] == max(height) else 0.05) for height, new in zip(now, better, strict=True))
            return won, -widths[x]

        best = max(columns, key=gain)
        widths[best] += _STEP
        for row, height in zip(cells, now, strict=True):
            height[best] = lines(row, best, widths[best])
    widths[widths.index(min(widths))] += WIDTH - sum(widths)
    return widths

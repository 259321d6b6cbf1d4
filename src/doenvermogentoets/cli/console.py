"""What the user sees while we work: notes and progress on standard error, colour only where it is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

import click

from doenvermogentoets.errors import UserError

CLEAR_LINE = "\r\x1b[K"


def use_colour(wanted: bool | None, stream: TextIO) -> bool:
    """Whether to colour: what the user asked for, otherwise only on a terminal and not when ``NO_COLOR`` is set."""
    if wanted is not None:
        return wanted
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def note(message: str) -> None:
    """A remark on standard error."""
    click.echo(message, err=True)


def complain(error: UserError) -> None:
    """An error that does not end the run: other files go on."""
    note(f"fout: {error.problem}")
    if error.remedy:
        note(f"      {error.remedy}")


class Progress:
    """One line on standard error that says what is being done; nothing when that is not a terminal or there is little to do."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.active = total > 1 and sys.stderr.isatty()

    def step(self, number: int, what: str) -> None:
        if self.active:
            click.echo(f"{CLEAR_LINE}{number}/{self.total} {what[-60:]}", err=True, nl=False)

    def clear(self) -> None:
        if self.active:
            click.echo(CLEAR_LINE, err=True, nl=False)


@contextmanager
def progress(total: int) -> Iterator[Progress]:
    """Shows progress and wipes the line afterwards, also when an error is on its way up."""
    shown = Progress(total)
    try:
        yield shown
    finally:
        shown.clear()


def listing(items: Sequence[str], limit: int = 8) -> str:
    """«a, b en c»; a long list is cut off with the number that is left out."""
    shown = list(items[:limit])
    if len(items) > limit:
        return f"{', '.join(shown)} en nog {len(items) - limit}"
    return " en ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def counted(number: int, noun: str) -> str:
    """``"1 regel"``, ``"3 regels"``, ``"2 bevindingen"``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun}{'en' if noun.endswith('ing') else 's'}"

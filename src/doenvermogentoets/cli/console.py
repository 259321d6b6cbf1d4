"""What the user sees while we work: notes and progress on standard error, colour only where it is wanted."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from typing import Any, TextIO

import click

from doenvermogentoets.errors import UserError

LONG = 20.0
"""Seconds after which it is said that one dossier takes long."""


def use_colour(wanted: bool | None, stream: TextIO) -> bool:
    """Whether to colour: what the user asked for, otherwise only on a terminal and not when ``NO_COLOR`` is set."""
    if wanted is not None:
        return wanted
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def debugging() -> bool:
    """Whether the command line says ``--debug``: a defect then comes out with its traceback."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.find_root().params.get("debug"))


def note(message: str) -> None:
    """A remark on standard error."""
    click.echo(message, err=True)


def complain(error: UserError) -> None:
    """Tell an error and what to do about it; whether the run goes on is for the caller to decide."""
    note(f"fout: {error.problem}")
    if error.remedy:
        note(f"      {error.remedy}")


class Progress:
    """A bar on standard error that says how far we are; nothing when that is not a terminal or there is little to do.

    tqdm, because spaCy brings it along already and it needs nothing itself; rich would add three packages for the same bar.
    """

    def __init__(self, total: int) -> None:
        self._bar: Any = None
        if total > 1 and sys.stderr.isatty():
            from tqdm import tqdm

            tqdm.monitor_interval = 0  # no thread beside ours
            # a terminal that does not tell its size still gets a bar
            columns = shutil.get_terminal_size((80, 24)).columns
            self._bar = tqdm(total=total, file=sys.stderr, leave=False, bar_format=_BAR, ncols=columns, nrows=20)

    def step(self, what: str = "", by: int = 1) -> None:
        """One more is done; ``what`` is being worked on."""
        if self._bar is not None:
            from doenvermogentoets.output.clean import visible

            self._bar.set_postfix_str(visible(what)[-60:], refresh=False)
            self._bar.update(by)

    def clear(self) -> None:
        """Make room for a message."""
        if self._bar is not None:
            self._bar.clear()

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


_BAR = "{n_fmt}/{total_fmt} |{bar:30}| {percentage:3.0f} %  nog {remaining}  {postfix}"


@contextmanager
def progress(total: int) -> Iterator[Progress]:
    """Shows progress and wipes the line afterwards, also when an error is on its way up."""
    shown = Progress(total)
    try:
        yield shown
    finally:
        shown.close()


@contextmanager
def patience(message: str) -> Iterator[None]:
    """Says something once when work takes longer than a while, so that nobody takes silence for a crash."""
    timer = Timer(LONG, note, [message])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


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

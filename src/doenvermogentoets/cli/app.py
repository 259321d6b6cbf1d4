"""The program: its commands, and what happens to errors, interrupts and closed pipes.

Exit codes: 0 nothing at or above ``--fail-on``; 1 findings at or above it; 2 wrong usage, unreadable input, or something
(a check, the program) that broke; 130 interrupted with Ctrl-C; 141 when the reader of our output went away.
"""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from collections.abc import Sequence
from itertools import takewhile
from typing import NoReturn

import click

from doenvermogentoets import __version__
from doenvermogentoets.cli import exits
from doenvermogentoets.cli.console import complain
from doenvermogentoets.cli.dutch import LazyGroup, usage_message
from doenvermogentoets.cli.outfile import incomplete
from doenvermogentoets.errors import UserError, cause, mend

PROGRAM = "doenvermogentoets"
COMPLETION = "_DOENVERMOGENTOETS_COMPLETE"
"""Set by the completion script of a shell; see «shell completion» in the documentation of click."""

_HERE = "doenvermogentoets.cli"
_COMMANDS = {
    "check": (f"{_HERE}.check:check", "Controleer ontwerpen en toelichtingen."),
    "annotate": (f"{_HERE}.annotate:annotate", "Maak een kopie van een Word-bestand met opmerkingen bij de bevindingen."),
    "report": (f"{_HERE}.report:report", "Maak een rapport voor wie een ontwerp toetst (HTML, Word, Markdown, JSON)."),
    "explain": (f"{_HERE}.explain:explain", "Leg een controle uit: wat, waarom, voorbeelden, bronnen."),
    "checks": (f"{_HERE}.checks:checks", "Noem alle controles."),
    "norms": (f"{_HERE}.norms:norms", "Toon de normen per lid: wie, wat, wanneer, wat anders."),
    "outline": (f"{_HERE}.outline:outline", "Toon de opbouw van een ontwerp en de verwijzingen."),
    "baseline": (f"{_HERE}.baseline:baseline", "Leg de bevindingen van nu vast, zodat u alleen nieuwe ziet."),
    "cache": (f"{_HERE}.cache:cache", "Toon wat van eerdere toetsen is bewaard, of gooi het weg."),
    "settings": (f"{_HERE}.settings:settings", "Toon de instellingen die gelden, en waar elke waarde vandaan komt."),
    "doctor": (f"{_HERE}.doctor:doctor", "Kijk of alles goed is geïnstalleerd."),
    "server": (f"{_HERE}.server:server", "Start de language server voor een editor."),
}


@click.group(
    cls=LazyGroup,
    lazy=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Alles gebeurt op deze computer: er wordt niets verstuurd en niets opgehaald.",
)
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s", help="Toon de versie en stop.")
@click.option("--debug", is_flag=True, help="Toon bij een fout in het programma waar het misging.")
def cli(debug: bool) -> None:
    """Toets een ontwerp van een wet of regeling, en de toelichting, op doenvermogen en hardheid."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Entry point of the command ``doenvermogentoets``; ends the process with an exit code."""
    _forgiving_streams()
    arguments = list(sys.argv[1:] if args is None else args)
    sys.exit(run(arguments))


def run(arguments: list[str]) -> int:
    """Run the program and return its exit code; every error becomes one Dutch message on standard error."""
    debug = "--debug" in takewhile(lambda argument: argument.startswith("-"), arguments)  # before click takes the list apart
    try:
        if COMPLETION in os.environ:
            cli.main(arguments, prog_name=PROGRAM)
        # not cli.main: that ends the process itself when a pipe closes, with the exit code of a finding; a copy, because click empties it
        with cli.make_context(PROGRAM, [*arguments]) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except UserError as error:
        return _complain(error.problem, error.remedy)
    except click.exceptions.NoArgsIsHelpError as error:  # nothing was asked yet: that is no mistake to be told
        click.echo(error.message, err=True)
        return exits.ERROR
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx is not None else PROGRAM
        return _complain(usage_message(error), f"Uitleg: {where} --help")
    except click.ClickException as error:
        return _complain(error.format_message(), "")
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nAfgebroken.", err=True)
        return exits.INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return exits.PIPE
    except Exception as error:  # the last net: a user sees what happened in Dutch, a traceback only on request
        known = _of_the_system(error)
        if debug and (known is None or getattr(error, "filename", None) is None):
            traceback.print_exc()
        if known is not None:
            return _complain(known.problem, known.remedy)
        # the text of an exception may hold text of the draft, so only its type is shown
        return _complain(
            f"Het programma liep vast ({type(error).__name__}). Dat is een fout van ons, niet van u.",
            "Meld dat. Let op: de uitvoer hierboven kan tekst uit uw ontwerp bevatten."
            if debug
            else "Probeer het met «doenvermogentoets --debug ...» om te zien waar het misging, en meld dat. "
            "Let op: die uitvoer kan tekst uit uw ontwerp bevatten.",
        )
    return code if isinstance(code, int) else 0


def _of_the_system(error: Exception) -> UserError | None:
    """What the computer refused (a full disk, a folder that may not be looked into), wherever it came up; ``None`` for a defect of ours."""
    if isinstance(error, RuntimeError) and str(error).startswith("Symlink loop"):  # so says pathlib, before Python 3.13
        return UserError("Een van de paden is een koppeling die naar zichzelf leidt.", "Herstel of verwijder de koppeling.")
    if not isinstance(error, OSError) or not error.errno:  # without a number it is a library that borrows the name
        return None
    if _output_refused():
        return incomplete(error)
    what = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else "Een bestand"
    otherwise = (
        "Kijk of de naam klopt en of het bestand er nog staat."
        if error.errno == errno.ENOENT
        else "Vraag rechten op dat bestand en op de map waarin het staat, of kies een andere plek."
    )
    return UserError(f"{what} kan niet worden gebruikt: {cause(error)}.", mend(error, otherwise))


def _output_refused() -> bool:
    """Whether standard output takes no more: what it refused still waits."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _drop_output() -> None:
    """Let go of what is still waiting for standard output: it would raise again when the interpreter flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except OSError:  # no file of the system
        sys.stdout = os.fdopen(nowhere, "w", encoding="utf-8")


class _Closed(io.RawIOBase):
    """Stands for a standard output that whoever started us has closed (``>&-``)."""

    def writable(self) -> bool:
        return True

    def write(self, _data: object) -> int:
        raise OSError(errno.EBADF, "closed")


def _complain(problem: str, remedy: str) -> int:
    if _output_refused():
        _drop_output()
    complain(UserError(problem, remedy))
    return exits.ERROR


def _forgiving_streams() -> None:
    """A console of another encoding (Windows: cp1252) shows a question mark instead of breaking off, and no output is lost unseen.

    With ``PYTHONUNBUFFERED`` Python hands text to the system itself, and does not look whether all of it was taken: on a full disk the
    rest is lost and the program ends as if all is well. A buffer in between looks, and raises.
    """
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), encoding="utf-8")
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper) and isinstance(out.buffer, io.RawIOBase):
        whole = io.BufferedWriter(out.buffer)
        sys.stdout = io.TextIOWrapper(whole, encoding=out.encoding, errors=out.errors, line_buffering=True)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")

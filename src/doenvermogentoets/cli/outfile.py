"""Writing output: to standard output, or to a file that is whole or not there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from doenvermogentoets.errors import UserError, cause, mend
from doenvermogentoets.whole import TEMPORARY, move, unwritable

IN_MEMORY = 8 * 1024 * 1024
"""Bytes of output that wait in memory until all of it is there; more waits in a temporary file that only the user can read."""
_PIECE = 64 * 1024


class Output:
    """Where output goes. Made before the work starts, so that a path that cannot be written is refused at once.

    Args:
        path: the file, or ``None`` for standard output.
        inputs: files that are read; writing over one of them is refused.

    Raises:
        UserError: the path cannot be written or is one of the inputs.
    """

    def __init__(self, path: Path | None, inputs: Iterable[Path] = ()) -> None:
        self.path = path
        self._temporary: Path | None = None
        if path is None:
            return
        refuse_inputs(path, inputs)
        if path.is_dir():
            raise UserError(f"{path} is een map.", "Noem met -o een bestand.")
        if not path.parent.is_dir():
            raise UserError(f"De map {path.parent} bestaat niet.", "Maak de map aan, of kies een andere plek voor de uitvoer.")
        if path.exists() and not os.access(path, os.W_OK):
            raise unwritable(path)
        # through a link: the file it points at is replaced, the link stays
        self.path = path = path.resolve()
        if path.exists() and not path.is_file():
            return  # a pipe or device such as /dev/null: nothing to put in its place
        try:
            handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=".tmp", dir=path.parent)
        except OSError as error:
            raise unwritable(path, error) from None
        os.close(handle)
        self._temporary = Path(name)

    def __enter__(self) -> Output:
        return self

    def __exit__(self, *_: object) -> None:
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)

    def write(self, content: str | Iterable[str], *, for_people: bool = False) -> None:
        """Write all output; nothing of it is seen before the last piece is there.

        Args:
            content: the text, or its pieces as they come.
            for_people: on a terminal the text follows the encoding of the terminal; everything else is UTF-8. A character that cannot
                be written (half a surrogate pair from a file name) becomes a question mark.

        Raises:
            UserError: it cannot be written.
        """
        pieces = (content,) if isinstance(content, str) else content
        if self._temporary is None or self.path is None:
            with tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", errors="replace", newline="") as waiting:
                waiting.writelines(pieces)
                waiting.seek(0)
                self._pass_on(iter(lambda: waiting.read(_PIECE), ""), for_people)
            return
        with _refused(self.path):
            file = self._temporary.open("w", encoding="utf-8", errors="replace", newline="")
        try:
            for piece in pieces:
                with _refused(self.path):
                    file.write(piece)
        finally:
            with _refused(self.path):
                file.close()  # what was still waiting in memory may not fit
        with _refused(self.path):
            move(self._temporary, self.path)

    def write_bytes(self, data: bytes) -> None:
        """Write a whole file that is no text; to a file only.

        Raises:
            UserError: it cannot be written.
        """
        if self.path is None:
            raise ValueError("standard output gets text")
        with _refused(self.path):
            (self._temporary or self.path).write_bytes(data)
            if self._temporary is not None:
                move(self._temporary, self.path)

    def _pass_on(self, pieces: Iterable[str], for_people: bool) -> None:
        """To standard output, or to a pipe or device, where nothing can be put in its place."""
        if self.path is None:
            for piece in pieces:
                try:
                    # colour codes are only there when they are wanted
                    click.echo(piece if for_people else piece.encode("utf-8", "replace"), nl=False, color=True)
                except BrokenPipeError:
                    raise  # a reader who has seen enough
                except OSError as error:
                    raise incomplete(error) from None
            return
        with _refused(self.path), self.path.open("wb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "replace"))


def incomplete(error: OSError) -> UserError:
    """What to say when standard output takes no more: part of it may be there, and must not pass for the whole."""
    return UserError(
        f"De uitvoer kan niet worden geschreven en is niet heel: {cause(error)}.",
        mend(error, "Kijk waar de uitvoer naartoe gaat, of schrijf met -o naar een bestand."),
    )


def refuse_inputs(path: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write over a file that is read.

    Raises:
        UserError: ``path`` is one of ``inputs``.
    """
    for given in inputs:
        if path.resolve() == given.resolve() or (path.exists() and given.exists() and path.samefile(given)):
            raise UserError(
                f"De uitvoer {path} is zelf een invoerbestand.", "Kies met -o een andere naam; een ontwerp wordt nooit overschreven."
            )


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    """An error of the system while writing, as a message; only around the writing itself, because the text may be made meanwhile."""
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from None

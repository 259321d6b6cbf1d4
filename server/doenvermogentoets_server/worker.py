"""The process that checks whole dossiers, so that the one that talks with the editor never waits.

Frames of eight bytes of length and a pickle go over its standard input and output; it ends when its input does. Both ends are this
program, started by itself: nothing else can write there.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from doenvermogentoets import catalogue
from doenvermogentoets_server.checking import Client, Outcome, check
from doenvermogentoets_server.dossiers import Draft, Key
from doenvermogentoets_server.settings import EditorSettings

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Task:
    """One dossier to check; see :func:`~doenvermogentoets_server.checking.check`."""

    key: Key
    drafts: Mapping[str, Draft]
    editor: EditorSettings
    client: Client


class WorkerError(Exception):
    """The worker broke on a task, or ended; the message is the type of the error, never its text."""


class Worker:
    """The worker as the server sees it: started when it is needed, started again when it ended."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def check(self, task: Task) -> Outcome:
        """Check a dossier; tasks are done in the order in which they come.

        Raises:
            WorkerError: the check broke, or the process ended.
        """
        async with self._turn:
            try:
                process = await self._started()
                assert process.stdin is not None  # noqa: S101  both were asked for
                assert process.stdout is not None  # noqa: S101
                process.stdin.write(_frame(task))
                await process.stdin.drain()
                size = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))[0]
                body = await process.stdout.readexactly(size)
            except (OSError, asyncio.IncompleteReadError) as error:
                self.stop()
                raise WorkerError(type(error).__name__) from None
            except asyncio.CancelledError:
                self.stop()  # an answer that nobody reads would be taken for the next one
                raise
        answer = _unpacked(body)
        if isinstance(answer, Outcome):
            return answer
        raise WorkerError(str(answer))

    async def _started(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "doenvermogentoets_server.worker",
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=flags,
            )
        return self._process

    async def start(self) -> None:
        """Start it, so that it has loaded everything when the first draft comes."""
        async with self._turn:
            with contextlib.suppress(OSError):  # said when it is really needed
                await self._started()

    def stop(self) -> None:
        """End it, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()


def _unpacked(body: bytes) -> Any:
    """What a frame holds; all of it stays for a while, so looking for garbage meanwhile only costs time."""
    gc.disable()
    try:
        return pickle.loads(body)  # noqa: S301  from our own process
    finally:
        gc.enable()


def _frame(data: Any) -> bytes:
    body = pickle.dumps(data, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def serve(given: BinaryIO, answers: BinaryIO) -> None:
    """Do tasks until there are no more."""
    checks = catalogue.load()
    for check_ in checks:
        with contextlib.suppress(Exception):  # one that cannot be imported is named when it runs
            _ = check_.detector
    gc.freeze()
    gc.disable()  # a check makes a lot and throws away little before it is done: a fifth faster
    while len(head := given.read(_LENGTH.size)) == _LENGTH.size:
        task: Task = pickle.loads(given.read(_LENGTH.unpack(head)[0]))  # noqa: S301  from our own process
        answer: Outcome | str
        try:
            answer = check(task.key, task.drafts, checks, task.editor, task.client)
            frame = _frame(answer)
        except Exception as error:  # the text of an error may hold text of a draft
            frame = _frame(type(error).__name__)
        answers.write(frame)
        answers.flush()
        del answer, task, frame
        gc.collect()


def main() -> None:
    """Serve over standard input and output; what anything prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()

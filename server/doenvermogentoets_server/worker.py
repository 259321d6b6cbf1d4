"""The process that checks whole dossiers, so that the one that talks with the editor never waits.

Frames of the number of a task, a length and a pickle go over its standard input and output: tasks to it, answers from it; one without a
pickle takes the task back. It ends when its input does, in the middle of a task too: then the server is gone, and what this process knows
of a draft must go as well. Both ends are this program, started by itself: nothing else can write there.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import pickle
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

from doenvermogentoets import catalogue
from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.pausing import asking
from doenvermogentoets_server.checking import Client, Outcome, check
from doenvermogentoets_server.dossiers import Draft, Key
from doenvermogentoets_server.settings import EditorSettings

PATIENCE = 20.0
"""Seconds within which a cancelled task must have ended; after that the process is ended. A unit takes far less."""
READY = 0
"""The number under which the process says that it has loaded everything."""
_HEAD = struct.Struct(">QQ")


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
        self._link: _Link | None = None
        self._last = 0
        self._starting = asyncio.Lock()
        self._links: list[_Link] = []

    async def check(self, task: Task) -> Outcome:
        """Check a dossier; tasks are done in the order in which they come. When the caller is cancelled, the task soon ends too.

        Raises:
            WorkerError: the check broke, or the process ended.
        """
        while True:
            try:
                link = await self._started()
            except OSError as error:
                raise WorkerError(type(error).__name__) from None
            self._last += 1
            number = self._last
            try:
                answer = await link.ask(number, task)
            except asyncio.CancelledError:
                link.cancel(number)
                raise
            if isinstance(answer, Outcome):
                return answer
            if not link.stuck:  # ended because of another task: this one is done by the next process
                raise WorkerError(str(answer))

    async def _started(self) -> _Link:
        async with self._starting:
            if self._link is None or self._link.ended:
                self._link = await _Link.start()
                self._links = [link for link in self._links if not link.ended] + [self._link]
            return self._link

    async def start(self) -> None:
        """Start it, so that it has loaded everything when the first draft comes."""
        with contextlib.suppress(OSError):  # said when it is really needed
            await self._started()

    def stop(self) -> None:
        """End it, whatever it is doing."""
        link, self._link = self._link, None
        if link is not None:
            link.stop()

    async def gone(self) -> None:
        """End it for good and wait for that: its end would otherwise be told to an event loop that is closed already."""
        await self._starting.acquire()  # and never released: nothing is started any more
        self.stop()
        for link in self._links:
            await link.gone()


class _Link:
    """One process and what is said with it.

    Attributes:
        stuck: it was ended because it did not give up a task that was cancelled.
    """

    def __init__(self, process: asyncio.subprocess.Process, to: asyncio.StreamWriter, answers: asyncio.StreamReader) -> None:
        self._process = process
        self._to = to
        self._waiting: dict[int, asyncio.Future[Any]] = {}  # in the order in which they are done
        self._since: float | None = None  # when the first of them could begin; none while the process is still loading
        self.stuck = False
        self._told = False  # that it must end
        self._reading = asyncio.create_task(self._read(answers))

    @classmethod
    async def start(cls) -> _Link:
        flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "doenvermogentoets_server.worker",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=flags,
        )
        if process.stdin is None or process.stdout is None:
            raise OSError("a process without the pipes that were asked for")
        return cls(process, process.stdin, process.stdout)

    @property
    def ended(self) -> bool:
        return self._reading.done() or self._process.returncode is not None

    async def ask(self, number: int, task: Task) -> Any:
        """The answer to a task; waits for it."""
        loop = asyncio.get_running_loop()
        if not self._waiting and self._since is not None:
            self._since = loop.time()
        future = self._waiting[number] = loop.create_future()
        try:
            self._to.write(_frame(number, task))
            await self._to.drain()
        except OSError as error:
            self.stop()
            return type(error).__name__
        return await future

    def cancel(self, number: int) -> None:
        """Have a task end; if it does not, the process does."""
        if number in self._waiting:
            with contextlib.suppress(OSError):
                self._to.write(_HEAD.pack(number, 0))
            asyncio.get_running_loop().call_later(PATIENCE, self._insist, number)

    def _insist(self, number: int) -> None:
        if number not in self._waiting:
            return
        loop = asyncio.get_running_loop()
        if number == next(iter(self._waiting)) and self._since is not None and loop.time() - self._since >= PATIENCE:
            self.stuck = True
            self.stop()
        else:  # its turn has not come yet, or only just
            loop.call_later(PATIENCE, self._insist, number)

    async def _read(self, answers: asyncio.StreamReader) -> None:
        reason = asyncio.CancelledError.__name__
        try:
            while True:
                number, size = _HEAD.unpack(await answers.readexactly(_HEAD.size))
                self._tell(number, _unpacked(await answers.readexactly(size)))
        except Exception as error:  # its end, or something that is no answer: it cannot be talked with any more
            reason = type(error).__name__
        finally:
            self.stop()
            for number in list(self._waiting):
                self._tell(number, reason)

    def _tell(self, number: int, answer: Any) -> None:
        future = self._waiting.pop(number, None)
        self._since = asyncio.get_running_loop().time()
        if future is not None and not future.done():
            future.set_result(answer)

    async def gone(self) -> None:
        """Wait for the end of a process that was told to end."""
        await asyncio.wait([self._reading])
        await self._process.wait()

    def stop(self) -> None:
        """End the process; who waits for it is told by the end of its answers."""
        if self._process.returncode is None and not self._told:
            self._told = True  # telling a process that is dead already takes its exit code from who waits for that
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()


def _unpacked(body: bytes) -> Any:
    """What a frame holds; all of it stays for a while, so looking for garbage meanwhile only costs time."""
    gc.disable()
    try:
        return pickle.loads(body)  # noqa: S301  from our own process
    finally:
        gc.enable()


def _frame(number: int, data: Any) -> bytes:
    body = pickle.dumps(data, protocol=pickle.HIGHEST_PROTOCOL)
    return _HEAD.pack(number, len(body)) + body


class Cancelled(BaseException):
    """The task that runs is not wanted any more. No error: what goes on when a check breaks must end too."""


class _Tasks:
    """Tasks as they come in, read beside the work so that a cancellation is seen while its task runs.

    The thread that reads imports nothing and so unpacks nothing: this one may be importing the same modules.
    """

    def __init__(self, given: BinaryIO, gone: Callable[[], None]) -> None:
        self._given = given
        self._gone = gone
        self._queue: queue.SimpleQueue[tuple[int, bytes] | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while len(head := self._given.read(_HEAD.size)) == _HEAD.size:
            number, size = _HEAD.unpack(head)
            if size:
                self._queue.put((number, self._given.read(size)))
            else:
                self._cancelled.add(number)
        self._gone()
        self._queue.put(None)

    def next(self) -> tuple[int, bytes] | None:
        """The next task with its number, not unpacked yet; ``None`` when there are no more."""
        return self._queue.get()

    def go_on(self, number: int) -> None:
        """Asked between units.

        Raises:
            Cancelled: the task is not wanted any more.
        """
        if number in self._cancelled:
            raise Cancelled


def serve(given: BinaryIO, answers: BinaryIO, gone: Callable[[], None]) -> None:
    """Do tasks until there are no more.

    Args:
        gone: called as soon as there will be no more, whatever is being done, from another thread.
    """
    tasks = _Tasks(given, gone)
    checks = catalogue.load()
    for check_ in checks:
        with contextlib.suppress(Exception):  # one that cannot be imported is named when it runs
            _ = check_.detector, check_.weigh
    answers.write(_frame(READY, None))
    answers.flush()
    gc.freeze()
    gc.disable()  # a check makes a lot and throws away little before it is done: a fifth faster
    while (found := tasks.next()) is not None:
        answers.write(_answer(found[0], found[1], tasks, checks))
        answers.flush()
        del found
        gc.collect()


def _answer(number: int, body: bytes, tasks: _Tasks, checks: Catalogue) -> bytes:
    answer: Outcome | str
    try:
        with asking(lambda: tasks.go_on(number)):
            tasks.go_on(number)
            task: Task = pickle.loads(body)  # noqa: S301  from our own process
            answer = check(task.key, task.drafts, checks, task.editor, task.client)
            return _frame(number, answer)
    except Cancelled:
        answer = Cancelled.__name__
    except Exception as error:  # the text of an error may hold text of a draft
        answer = type(error).__name__
    return _frame(number, answer)


def main() -> None:
    """Serve over standard input and output; what anything prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        serve(sys.stdin.buffer, answers, partial(os._exit, 0))


if __name__ == "__main__":
    main()

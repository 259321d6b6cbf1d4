"""When a dossier is checked: after a quiet moment, one at a time, and never for a version that is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from typing import Generic, TypeVar

T = TypeVar("T")


class Job(Generic[T]):
    """The repeated analysis of one dossier.

    Each :meth:`request` makes what was asked for before out of date. The work starts after ``delay`` seconds without a
    request, runs in the executor, and its outcome is dropped if a request came in meanwhile.

    Args:
        work: takes a snapshot on the event loop and returns the function to run in the executor.
        done: receives an outcome that is still current.
        failed: receives the exception of work that broke; the job goes on with the next request.
    """

    def __init__(
        self,
        executor: Executor,
        work: Callable[[], Callable[[], T]],
        done: Callable[[T], Awaitable[None]],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._executor = executor
        self._work = work
        self._done = done
        self._failed = failed
        self._wanted = 0
        self._start_at = 0.0
        self._task: asyncio.Task[None] | None = None

    def request(self, delay: float) -> None:
        """Ask for an analysis of what is there now, not before ``delay`` seconds from now."""
        self._wanted += 1
        self._start_at = asyncio.get_running_loop().time() + delay
        if self.idle:
            self._task = asyncio.create_task(self._run())

    @property
    def idle(self) -> bool:
        """Everything that was asked for has been done."""
        return self._task is None or self._task.done()

    async def settled(self) -> None:
        """Wait until nothing is asked for any more."""
        if self._task is not None:
            # wait() leaves the analysis alone when the waiter is cancelled, and does not raise when the analysis is
            await asyncio.wait({self._task})

    def stop(self) -> None:
        """Forget the dossier; work that runs ends without effect."""
        self._wanted += 1
        if self._task is not None:
            self._task.cancel()

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        served = 0
        while served != self._wanted:
            while (rest := self._start_at - loop.time()) > 0:
                await asyncio.sleep(rest)
            served = self._wanted
            try:
                outcome = await loop.run_in_executor(self._executor, self._work())
            except Exception as error:  # a broken analysis must not end the server
                self._failed(error)
                continue
            if served == self._wanted:
                await self._done(outcome)

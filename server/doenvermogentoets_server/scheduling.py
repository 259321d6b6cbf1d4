"""When a dossier is checked: after a quiet moment, one at a time, and never for a version that is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Job(Generic[T]):
    """The repeated analysis of one dossier.

    Each :meth:`request` makes what was asked for before out of date. The work starts after ``delay`` seconds without a
    request.

    Args:
        work: takes a snapshot on the event loop and returns what is to be awaited.
        done: receives an outcome.
        failed: receives the exception of work that broke; the job goes on with the next request.
        late: deliver an outcome too when a request came in meanwhile; otherwise it is dropped.
    """

    def __init__(
        self,
        work: Callable[[], Awaitable[T]],
        done: Callable[[T], Awaitable[None]],
        failed: Callable[[BaseException], None],
        *,
        late: bool = False,
    ) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self._late = late
        self._wanted = 0
        self._start_at = 0.0
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def request(self, delay: float) -> None:
        """Ask for an analysis of what is there now, not before ``delay`` seconds from now."""
        self._wanted += 1
        self._start_at = asyncio.get_running_loop().time() + delay
        self._wake.set()
        if self.idle:
            self._task = asyncio.create_task(self._run())

    @property
    def idle(self) -> bool:
        """Everything that was asked for has been done."""
        return self._task is None or self._task.done()

    def hurry(self) -> None:
        """Do not wait any longer for a quiet moment."""
        self._start_at = 0.0
        self._wake.set()

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
                self._wake.clear()
                try:
                    await asyncio.wait_for(self._wake.wait(), rest)
                except TimeoutError:
                    break
            served = self._wanted
            try:
                outcome = await self._work()
                if served == self._wanted or self._late:
                    await self._done(outcome)
            except Exception as error:  # a broken analysis must not end the server
                self._failed(error)

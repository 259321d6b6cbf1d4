"""When a dossier is checked: after a quiet moment, one at a time, and never for a version that is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")
_USUAL = 2.0  # seconds that work is thought to take which was never done before


class Job(Generic[T]):
    """The repeated analysis of one dossier.

    Each :meth:`request` makes what was asked for before out of date. The work starts after ``delay`` seconds without a
    request.

    Args:
        work: takes a snapshot on the event loop and returns what is to be awaited.
        done: receives an outcome.
        failed: receives the exception of work that broke; the job goes on with the next request.
        late: deliver an outcome too when a request came in meanwhile; otherwise it is dropped.
        give_up: how many times in a row work is cancelled when a newer request has had its rest. Work that is halfway goes on, by the
            time that it took before, and after so many times the next one does, so that who goes on typing gets an outcome too.

    Attributes:
        took: seconds that the work took when it last came to its end.
    """

    def __init__(
        self,
        work: Callable[[], Awaitable[T]],
        done: Callable[[T], Awaitable[None]],
        failed: Callable[[BaseException], None],
        *,
        late: bool = False,
        give_up: int = 0,
    ) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self._late = late
        self._most = give_up
        self.took = 0.0
        self._wanted = 0
        self._start_at = 0.0
        self._rested_at = 0.0
        self._wake = asyncio.Event()
        self._turn = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def request(self, delay: float) -> None:
        """Ask for an analysis of what is there now, not before ``delay`` seconds from now."""
        self._wanted += 1
        self._start_at = self._rested_at = asyncio.get_running_loop().time() + delay
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

    async def turn(self) -> None:
        """Wait until an analysis ends, or until nothing is asked for any more."""
        if self._task is not None:
            await _first(self._task, self._turn)

    def stop(self) -> None:
        """Forget the dossier; work that runs ends without effect."""
        self._wanted += 1
        if self._task is not None:
            self._task.cancel()

    async def _run(self) -> None:
        served = given_up = 0
        while served != self._wanted:
            await self._rest()
            served = self._wanted
            work = asyncio.ensure_future(self._work())
            try:
                if await self._gone(work, served, patient=given_up >= self._most):
                    given_up += 1
                    continue
                outcome = await work
                given_up = 0
                if served == self._wanted or self._late:
                    await self._done(outcome)
            except Exception as error:  # a broken analysis must not end the server
                self._failed(error)
            finally:
                work.cancel()
            turn, self._turn = self._turn, asyncio.Event()
            turn.set()

    async def _rest(self) -> None:
        """Wait for a quiet moment."""
        loop = asyncio.get_running_loop()
        while (rest := self._start_at - loop.time()) > 0:
            self._wake.clear()
            try:
                await asyncio.wait_for(self._wake.wait(), rest)
            except TimeoutError:
                return

    async def _gone(self, work: asyncio.Future[T], served: int, *, patient: bool) -> bool:
        """Wait for work to end; whether it was cancelled because something newer is wanted."""
        loop = asyncio.get_running_loop()
        start = loop.time()
        while not work.done():
            now = loop.time()
            stale = served != self._wanted and not patient and now - start < (self.took or _USUAL) / 2
            if stale and now >= self._rested_at:
                work.cancel()
                await asyncio.wait({work})
                return True
            self._wake.clear()
            await _first(work, self._wake, self._rested_at - now if stale else None)
        if not work.cancelled() and work.exception() is None:
            self.took = loop.time() - start
        return False


async def _first(work: asyncio.Future[Any], event: asyncio.Event, timeout: float | None = None) -> None:
    """Wait until work is done or something happens, at most so many seconds; the work is left alone."""
    waiter = asyncio.ensure_future(event.wait())
    try:
        await asyncio.wait({work, waiter}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiter.cancel()

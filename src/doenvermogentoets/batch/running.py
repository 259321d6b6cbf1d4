"""Doing jobs on an executor, and handing their outcomes over in the order of the jobs.

At most a window of jobs is under way or waiting for its turn, so that memory does not grow with their number. A process that dies (out
of memory, a fault in a library) takes those beside it along; they are done again one at a time, and only the one that kills again fails.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, NoReturn, Protocol, TypeVar

from doenvermogentoets.batch.jobs import Job, Outcome

WORTH_A_PROCESS = 20
"""From this number of dossiers on processes are started by themselves; starting one takes as long as some ten dossiers. A choice."""
MOST = 8
"""Processes at most when the user names no number; each takes some hundreds of megabytes. A choice."""

J = TypeVar("J")


class Workers(Protocol):
    """Where jobs are done."""

    @property
    def window(self) -> int:
        """How many jobs may be under way."""
        ...

    def submit(self, job: Job) -> Future[Outcome]: ...

    def restart(self) -> bool:
        """Begin again after it broke; false if that cannot be."""
        ...


def usable_processors() -> int:
    """Processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


def processes_for(wanted: int | None, jobs: int) -> int:
    """How many processes to use.

    Args:
        wanted: what the user asked for, if anything.
        jobs: number of dossiers that have to be checked.
    """
    if wanted is not None:
        return max(min(wanted, jobs), 1)
    return min(usable_processors(), MOST, jobs) if jobs >= WORTH_A_PROCESS else 1


@dataclass
class Here:
    """This process: each job is done when it is handed in."""

    work: Callable[[Job], Outcome]
    window: int = 1

    def submit(self, job: Job) -> Future[Outcome]:
        future: Future[Outcome] = Future()
        future.set_result(self.work(job))
        return future

    def restart(self) -> bool:
        return False


@dataclass
class Elsewhere:
    """Any executor.

    Args:
        executor: what does the work.
        work: a function of a module, with a job as its argument.
        again: makes a new executor when this one broke.
    """

    executor: Executor
    work: Callable[[Job], Outcome]
    window: int
    again: Callable[[], Executor] | None = None

    def submit(self, job: Job) -> Future[Outcome]:
        with _interrupts_held():
            return self.executor.submit(self.work, job)

    def restart(self) -> bool:
        if self.again is None:
            return False
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = self.again()
        return True


_LAST = 5  # seconds for what was started to end


@contextmanager
def processes(number: int, work: Callable[[Job], Outcome]) -> Iterator[Elsewhere]:
    """Processes of this machine. They end with the context, also when an interrupt or an error leaves it, and when this process dies.

    They are started afresh (not forked), so that it works the same on every system and no lock of a thread is copied.
    """
    before, threads = set(multiprocessing.active_children()), set(threading.enumerate())

    def make() -> Executor:
        return ProcessPoolExecutor(number, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)

    workers = Elsewhere(make(), work, window=number * 8, again=make)
    try:
        yield workers
    except BaseException:
        workers.executor.shutdown(wait=False, cancel_futures=True)
        _end(set(multiprocessing.active_children()) - before)
        for thread in set(threading.enumerate()) - threads:
            thread.join(_LAST)  # else Python, at its end, writes to a pipe that the thread of the executor may be closing just then
        raise
    workers.executor.shutdown(wait=True)


def _begin() -> None:
    """In a new process: interrupts are the business of the process that started it; when that is gone, end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _end(children: set[Any]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        child.join(_LAST)
        if child.is_alive():
            child.kill()
            child.join()


@contextmanager
def ends_in_order() -> Iterator[None]:
    """A request of the system to end (a build server that gives up, a terminal that closes) leaves by the same way as an error does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            before[number] = signal.signal(number, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process that is started meanwhile never gets Ctrl-C, not even before it runs a line of ours; this one gets it afterwards."""
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@dataclass
class InOrder(Generic[J]):
    """Does jobs and gives their outcomes in order.

    Args:
        items: what to do; ``job`` makes a job of one, or an outcome if that is known already.
        done: told of each that is ready, in whatever order that is.
    """

    items: Sequence[J]
    job: Callable[[J], Job | Outcome]
    workers: Workers
    done: Callable[[J], None] = lambda _: None
    _ready: dict[int, tuple[Job | None, Outcome]] = field(default_factory=dict)
    _busy: dict[Future[Outcome], tuple[int, Job]] = field(default_factory=dict)
    _again: list[tuple[int, Job]] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[J, Job | None, Outcome]]:
        """Each item with its job (``None`` if the outcome was known) and outcome."""
        handed_in = given = 0
        try:
            while given < len(self.items):
                if given in self._ready:
                    job, outcome = self._ready.pop(given)
                    yield self.items[given], job, outcome
                    given += 1
                    continue
                if self._again:
                    if not self._busy:
                        self._submit(*self._again.pop(0))
                else:
                    while handed_in < len(self.items) and handed_in < given + self.workers.window and not self._again:
                        made = self.job(self.items[handed_in])
                        if isinstance(made, Outcome):
                            self._finish(handed_in, None, made)
                        else:
                            self._submit(handed_in, made)
                        handed_in += 1
                self._collect()
        finally:
            for future in self._busy:
                future.cancel()

    def _submit(self, index: int, job: Job) -> None:
        try:
            self._busy[self.workers.submit(job)] = index, job
        except BrokenExecutor:
            # it broke between two jobs: those under way come back as broken as well
            self._again.append((index, job))
            if not self._busy and not self.workers.restart():
                self._give_up()

    def _collect(self) -> None:
        if not self._busy:
            return
        alone = len(self._busy) == 1
        ready, _ = wait(self._busy, return_when=FIRST_COMPLETED)
        broken: list[tuple[int, Job]] = []
        for future in sorted(ready, key=lambda f: self._busy[f][0]):
            index, job = self._busy.pop(future)
            try:
                self._finish(index, job, future.result())
            except BrokenExecutor:
                broken.append((index, job))
            except Exception as error:  # an executor of somebody else: it lost a machine too often, or the connection
                if job.strict:
                    raise
                self._finish(index, job, _lost(job, type(error).__name__))
        if not broken:
            return
        with contextlib.suppress(ValueError):
            broken += [self._busy.pop(f) for f in list(self._busy)]
        if alone:
            self._finish(*broken[0], _lost(broken[0][1], "het proces viel weg"))
        else:
            self._again = sorted([*self._again, *broken], key=lambda b: b[0])
        if not self.workers.restart():
            self._give_up()

    def _give_up(self) -> None:
        for index, job in self._again:
            self._finish(index, job, _lost(job, "het proces viel weg"))
        self._again.clear()

    def _finish(self, index: int, job: Job | None, outcome: Outcome) -> None:
        self._ready[index] = job, outcome
        self.done(self.items[index])


def _lost(job: Job, why: str) -> Outcome:
    from doenvermogentoets.output.run import relative

    return Outcome(
        problem=f"{relative(job.files[0])} kon niet worden getoetst: de verwerking werd afgebroken ({why}).",
        remedy="Mogelijk was er te weinig geheugen. Toets dit stuk los, of met --jobs 1.",
    )

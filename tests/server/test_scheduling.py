"""An analysis starts after a quiet moment, runs once at a time, and its outcome is dropped when it is out of date."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable

import pytest
import pytest_asyncio

from doenvermogentoets_server.scheduling import Job

pytestmark = pytest.mark.asyncio(loop_scope="function")


class Work:
    """Counts what runs; holds the first run until it is let go."""

    def __init__(self) -> None:
        self.text = "een"
        self.started: list[str] = []
        self.finished: list[str] = []
        self.failures: list[str] = []
        self.running = threading.Event()
        self.go = threading.Event()
        self.go.set()

    def snapshot(self) -> Awaitable[str]:
        return asyncio.to_thread(self.run, self.text)

    def run(self, text: str) -> str:
        self.started.append(text)
        self.running.set()
        self.go.wait(10)
        if text == "stuk":
            raise RuntimeError("secret text of a draft")
        return text

    async def done(self, outcome: str) -> None:
        self.finished.append(outcome)

    def failed(self, error: BaseException) -> None:
        self.failures.append(type(error).__name__)


@pytest_asyncio.fixture(loop_scope="function")
async def setting() -> AsyncIterator[tuple[Work, Job[str]]]:
    work = Work()
    yield work, Job(work.snapshot, work.done, work.failed)
    work.go.set()


async def test_many_requests_in_a_row_are_one_analysis_of_the_last_text(setting: tuple[Work, Job[str]]) -> None:
    work, job = setting
    for text in ("a", "ab", "abc"):
        work.text = text
        job.request(0.02)
        await asyncio.sleep(0)
    await job.settled()
    assert work.started == work.finished == ["abc"]


async def test_an_outcome_that_is_out_of_date_is_dropped_and_the_new_text_analysed(setting: tuple[Work, Job[str]]) -> None:
    work, job = setting
    work.go.clear()
    job.request(0)
    await asyncio.to_thread(work.running.wait, 5)
    work.text = "twee"
    job.request(0)
    work.go.set()
    await job.settled()
    assert work.started == ["een", "twee"]
    assert work.finished == ["twee"]


async def test_a_broken_analysis_is_reported_and_the_next_one_runs(setting: tuple[Work, Job[str]]) -> None:
    work, job = setting
    work.text = "stuk"
    job.request(0)
    await job.settled()
    assert (work.finished, work.failures) == ([], ["RuntimeError"])
    work.text = "heel"
    job.request(0)
    await job.settled()
    assert work.finished == ["heel"]


async def test_a_waiter_that_gives_up_does_not_stop_the_analysis(setting: tuple[Work, Job[str]]) -> None:
    work, job = setting
    work.go.clear()
    job.request(0)
    waiter = asyncio.ensure_future(job.settled())
    await asyncio.to_thread(work.running.wait, 5)
    waiter.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiter
    work.go.set()
    await job.settled()
    assert work.finished == ["een"]


async def test_after_stop_nothing_is_delivered(setting: tuple[Work, Job[str]]) -> None:
    work, job = setting
    work.go.clear()
    job.request(0)
    await asyncio.to_thread(work.running.wait, 5)
    job.stop()
    work.go.set()
    await job.settled()
    assert work.finished == []
    assert job.idle


class Slow:
    """Work that takes as long as it is told to; knows what was begun, what was cancelled and what came to its end."""

    def __init__(self) -> None:
        self.text = "een"
        self.begun: list[str] = []
        self.cancelled: list[str] = []
        self.finished: list[str] = []
        self.go = asyncio.Event()

    async def work(self) -> str:
        text = self.text
        self.begun.append(text)
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cancelled.append(text)
            raise
        return text

    async def done(self, outcome: str) -> None:
        self.finished.append(outcome)

    def failed(self, error: BaseException) -> None:
        raise AssertionError(error)

    async def when(self, text: str) -> None:
        """Wait until the work on a text was begun."""
        while text not in self.begun:
            await asyncio.sleep(0.005)


async def test_work_for_a_text_that_is_gone_makes_way_once_the_newer_one_had_its_rest() -> None:
    work = Slow()
    job = Job(work.work, work.done, work.failed, late=True, give_up=2)
    job.request(0)
    await work.when("een")
    work.text = "twee"
    job.request(3600)
    await asyncio.sleep(0.05)
    assert work.cancelled == []  # somebody is typing: what runs may still be of use
    job.request(0)
    await work.when("twee")
    work.go.set()
    await job.settled()
    assert (work.cancelled, work.finished) == (["een"], ["twee"])


async def test_who_goes_on_changing_the_text_gets_an_outcome_too() -> None:
    work = Slow()
    job = Job(work.work, work.done, work.failed, late=True, give_up=2)
    for text in ("een", "twee", "drie", "vier", "vijf"):
        work.text = text
        job.request(0)
        await asyncio.sleep(0.05)
    assert (work.begun, work.cancelled) == (["een", "twee", "drie"], ["een", "twee"])
    work.go.set()
    await job.settled()
    assert work.finished == ["drie", "vijf"]


async def test_work_that_is_halfway_comes_to_its_end() -> None:
    work = Slow()
    job = Job(work.work, work.done, work.failed, late=True, give_up=2)
    job.took = 0.1
    job.request(0)
    await work.when("een")
    await asyncio.sleep(0.06)
    work.text = "twee"
    job.request(0)
    await asyncio.sleep(0.05)
    assert work.cancelled == []
    work.go.set()
    await job.settled()
    assert work.finished == ["een", "twee"]


async def test_a_turn_ends_with_the_first_outcome_although_more_is_asked_for() -> None:
    work = Slow()
    work.go.set()
    job = Job(work.work, work.done, work.failed, late=True)
    job.request(0)
    await asyncio.sleep(0)
    job.request(0)
    turn = asyncio.ensure_future(job.turn())
    await asyncio.sleep(0)
    job.request(0.5)
    await asyncio.wait_for(turn, 0.4)
    assert work.finished
    assert not job.idle
    job.stop()


async def test_stopping_ends_the_work_itself() -> None:
    work = Slow()
    job = Job(work.work, work.done, work.failed)
    job.request(0)
    await work.when("een")
    job.stop()
    await job.settled()
    assert (work.cancelled, work.finished) == (["een"], [])


async def test_a_late_outcome_is_delivered_where_that_was_asked(setting: tuple[Work, Job[str]]) -> None:
    work, _ = setting
    job = Job(work.snapshot, work.done, work.failed, late=True)
    work.go.clear()
    job.request(0)
    await asyncio.to_thread(work.running.wait, 5)
    work.text = "twee"
    job.request(0)
    work.go.set()
    await job.settled()
    assert work.finished == ["een", "twee"]


async def test_a_job_in_a_hurry_does_not_wait_for_a_quiet_moment(setting: tuple[Work, Job[str]]) -> None:
    work, job = setting
    job.request(3600)
    await asyncio.sleep(0)
    job.hurry()
    await asyncio.wait_for(job.settled(), 10)
    assert work.finished == ["een"]

"""Doing jobs on executors: order, a bounded window, processes that die, interrupts, and the same bytes however it is done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from voorbeelden import DRAFT, Program, alive, descendants

from doenvermogentoets.batch.jobs import Job, Outcome
from doenvermogentoets.batch.running import Elsewhere, Here, InOrder, processes, processes_for
from doenvermogentoets.config import Settings


def job(name: str) -> Job:
    return Job(Path(name), None, Settings())


def name_of(item: Job) -> str:
    return item.files[0].name


def quick(item: Job) -> Outcome:
    return Outcome(name_of(item).encode())


def uneven(item: Job) -> Outcome:
    """The first of each ten takes longest."""
    time.sleep(0.05 if int(name_of(item)) % 10 == 0 else 0)
    return quick(item)


def deadly(item: Job) -> Outcome:
    """Dies without a word, as a process does that the system ends."""
    if name_of(item) in ("3", "11"):
        os._exit(9)
    return quick(item)


def outcomes(work: InOrder[str]) -> Iterator[tuple[str, str]]:
    for item, _, outcome in work:
        yield item, outcome.record.decode() if outcome.record is not None else outcome.problem


@pytest.mark.parametrize("window", [1, 3, 50])
def test_any_executor_gives_the_order_of_the_jobs(window: int) -> None:
    names = [str(n) for n in range(30)]
    with ThreadPoolExecutor(4) as executor:
        assert list(outcomes(InOrder(names, job, Elsewhere(executor, uneven, window)))) == [(n, n) for n in names]


def test_no_more_than_a_window_is_under_way() -> None:
    made: list[str] = []

    def making(name: str) -> Job:
        made.append(name)
        return job(name)

    with ThreadPoolExecutor(2) as executor:
        for given, _ in enumerate(InOrder([str(n) for n in range(40)], making, Elsewhere(executor, quick, 5))):
            assert len(made) <= given + 5


def test_outcomes_that_are_known_take_their_place() -> None:
    def making(name: str) -> Job | Outcome:
        return Outcome(b"bekend") if int(name) % 2 else job(name)

    done: list[str] = []
    with ThreadPoolExecutor(2) as executor:
        found = list(outcomes(InOrder([str(n) for n in range(6)], making, Elsewhere(executor, quick, 4), done.append)))
    assert found == [("0", "0"), ("1", "bekend"), ("2", "2"), ("3", "bekend"), ("4", "4"), ("5", "bekend")]
    assert sorted(done) == [str(n) for n in range(6)]


def test_a_process_that_dies_costs_only_its_own_dossier() -> None:
    names = [str(n) for n in range(14)]
    with processes(2, deadly) as workers:
        found = dict(outcomes(InOrder(names, job, workers)))
    assert list(found) == names
    assert {n for n, text in found.items() if text != n} == {"3", "11"}
    assert "de verwerking werd afgebroken" in found["3"]


def test_an_error_leaves_no_thread_that_python_would_write_to_at_its_end() -> None:
    before = set(threading.enumerate())
    with pytest.raises(KeyboardInterrupt), processes(2, uneven) as workers:
        for n in range(60):
            workers.submit(job(str(n)))
        time.sleep(0.5)
        raise KeyboardInterrupt
    assert [t for t in threading.enumerate() if t not in before and type(t).__name__ == "_ExecutorManagerThread"] == []


class Breaking(Executor):
    """An executor that breaks at some submissions and cannot be made anew."""

    def __init__(self) -> None:
        self.count = 0

    def submit(self, fn: Callable[..., Outcome], /, *args: object, **kwargs: object) -> Future[Outcome]:  # type: ignore[override]
        self.count += 1
        if self.count > 3:
            raise BrokenExecutor
        future: Future[Outcome] = Future()
        future.set_result(fn(*args))
        return future


def test_an_executor_that_is_gone_leaves_a_reason_for_each_dossier() -> None:
    found = list(outcomes(InOrder([str(n) for n in range(6)], job, Elsewhere(Breaking(), quick, 2))))
    assert [n for n, _ in found] == [str(n) for n in range(6)]
    assert [text for _, text in found[:3]] == ["0", "1", "2"]
    assert all("afgebroken" in text for _, text in found[3:])


def test_an_error_of_an_executor_is_a_reason(tmp_path: Path) -> None:
    class Lost(Executor):
        def submit(self, fn: object, /, *args: object, **kwargs: object) -> Future[Outcome]:  # type: ignore[override]
            future: Future[Outcome] = Future()
            future.set_exception(ConnectionError("geheime tekst"))
            return future

    ((_, text),) = outcomes(InOrder(["a"], job, Elsewhere(Lost(), quick, 2)))
    assert "ConnectionError" in text
    assert "geheime" not in text


def test_a_job_names_nothing_in_logs() -> None:
    assert "geheim" not in repr(job("geheim.txt"))
    assert "geheim" not in repr(Outcome(b"geheim"))


@pytest.mark.parametrize(("wanted", "jobs", "expected"), [(3, 10, 3), (3, 2, 2), (2, 0, 1), (None, 5, 1)])
def test_number_of_processes(wanted: int | None, jobs: int, expected: int) -> None:
    assert processes_for(wanted, jobs) == expected


def test_processes_are_started_by_themselves_for_many_dossiers(monkeypatch: pytest.MonkeyPatch) -> None:
    from doenvermogentoets.batch import running

    monkeypatch.setattr(running, "usable_processors", lambda: 64)
    assert processes_for(None, 1000) == running.MOST
    monkeypatch.setattr(running, "usable_processors", lambda: 2)
    assert processes_for(None, 1000) == 2


def test_here_does_one_at_a_time() -> None:
    started: list[str] = []

    def work(item: Job) -> Outcome:
        started.append(name_of(item))
        return quick(item)

    walk = iter(InOrder(["a", "b"], job, Here(work)))
    next(walk)
    assert started == ["a"]


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "junit", "github", "concise", "text"])
def test_the_same_bytes_however_it_is_done(program: Program, drafts: Path, form: str) -> None:
    if form == "json":
        (drafts / "d3" / "leeg.txt").write_bytes(b"")
    base = program("check", drafts, "--format", form, "--jobs", "1", "--no-cache")
    assert len(base.out) > 500
    if form == "json":  # one form for the processes: starting them takes long
        assert program("check", drafts, "--format", form, "--jobs", "2") == base
    assert program("check", drafts, "--format", form, "--jobs", "1") == base
    assert program("check", drafts, "--format", form, "--jobs", "1") == base


def test_findings_of_a_batch_are_those_of_each_dossier_alone(program: Program, drafts: Path) -> None:
    together = json.loads(program("check", drafts, "--format", "json").out)["documents"]
    alone = []
    for n in range(6):
        place = drafts / f"d{n}"
        beside = ["--toelichting", place / "wet-toelichting.txt"] if n % 3 else []
        alone += json.loads(program("check", place / "wet.txt", *beside, "--format", "json").out)["documents"]
    assert together == alone


def test_a_file_that_cannot_be_read_fails_alone_among_processes(program: Program, drafts: Path) -> None:
    (drafts / "d2" / "wet.txt").write_bytes(b"\x00\x01binair")
    result = program("check", drafts, "--jobs", "2", "--format", "json")
    data = json.loads(result.out)
    assert result.code == 2
    assert [d["path"] for d in data["dossiers"] if d["problem"]] == ["ontwerpen/d2/wet.txt"]
    assert "ontwerpen/d2/wet.txt" in result.err


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupt_leaves_no_processes_and_no_files(tmp_path: Path, own_cache: Path, end: signal.Signals) -> None:
    """Ctrl-C goes to every process of the group, as a terminal does it."""
    folder = tmp_path / "ontwerpen"
    folder.mkdir()
    for n in range(60):
        (folder / f"wet{n}.txt").write_text("\n".join(DRAFT.format(n=f"{n}-{k}") for k in range(60)), encoding="utf-8")
    (tmp_path / "uit.json").write_text("van daarvoor", encoding="utf-8")
    command = [sys.executable, "-m", "doenvermogentoets", "check", "ontwerpen", "--jobs", "2", "--format", "json", "-o", "uit.json"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 60
        while len(descendants(process.pid)) < 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)
        workers = descendants(process.pid)
        assert len(workers) >= 2
        if end is signal.SIGINT:
            os.killpg(process.pid, end)
        else:
            process.send_signal(end)
        out, err = process.communicate(timeout=60)
    deadline = time.monotonic() + 20
    while any(alive(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [pid for pid in workers if alive(pid)]
    assert out == ""
    assert "Traceback" not in err
    assert (tmp_path / "uit.json").read_text(encoding="utf-8") == "van daarvoor"
    if end is signal.SIGINT:
        assert process.returncode == 130
        assert "Afgebroken." in err
    if end is signal.SIGTERM:
        assert process.returncode == 143
    if end is not signal.SIGKILL:
        assert sorted(p.name for p in tmp_path.iterdir() if p.name != "cache") == ["ontwerpen", "uit.json"]

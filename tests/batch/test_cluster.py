"""A batch on a Dask cluster of two machines (here: processes), one of which falls away halfway."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from voorbeelden import DRAFT, Program

from doenvermogentoets.batch.jobs import Job, Outcome, examine, examine_elsewhere
from doenvermogentoets.batch.running import InOrder
from doenvermogentoets.config import Settings

distributed = pytest.importorskip("distributed", reason="the extra «cluster» is not installed")


@pytest.fixture(scope="module")
def cluster_of_two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers; they stand in a folder of their own."""
    place = tmp_path_factory.mktemp("cluster")
    file = place / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    quiet = {"cwd": place, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [
        subprocess.Popen(
            [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)], **quiet
        )
    ]
    try:
        deadline = time.monotonic() + 60
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        worker = ["worker", "--scheduler-file", str(file), "--no-nanny", "--nthreads", "1", "--no-dashboard"]
        started += [subprocess.Popen([*dask, *worker, "--local-directory", str(place)], **quiet) for _ in range(2)]
        with distributed.Client(scheduler_file=str(file), timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield json.loads(file.read_text(encoding="utf-8"))["address"], started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def test_the_program_gives_the_same_on_a_cluster(
    program: Program, drafts: Path, cluster_of_two: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    (drafts / "d3" / "leeg.txt").write_bytes(b"")
    here = program("check", "ontwerpen", "--format", "sarif", "--jobs", "1", "--no-cache")
    there = program("check", "ontwerpen", "--format", "sarif", "--cluster", cluster_of_two[0])
    assert there.code == here.code == 2
    assert json.loads(there.out)["runs"][0]["results"] == json.loads(here.out)["runs"][0]["results"]
    assert len(json.loads(here.out)["runs"][0]["results"]) > 5
    again = program("check", "ontwerpen", "--format", "sarif", "--cluster", cluster_of_two[0])
    assert again == there


def test_reports_are_the_same_from_a_cluster(
    program: Program,
    drafts: Path,
    tmp_path: Path,
    cluster_of_two: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from datetime import UTC, datetime

    from doenvermogentoets.cli import reports

    class Fixed(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 11, 28, 12, tzinfo=UTC)

    monkeypatch.setattr(reports, "datetime", Fixed)
    (drafts / "d3" / "leeg.txt").write_bytes(b"")
    command = ("report", "ontwerpen", "--format", "json", "--no-cache")
    here = program(*command, "-o", "hier", "--jobs", "1")
    there = program(*command, "-o", "daar", "--cluster", cluster_of_two[0])
    assert there.code == here.code == 2
    made = sorted(p.relative_to(tmp_path / "hier") for p in (tmp_path / "hier").rglob("*") if p.is_file())
    assert made == sorted(p.relative_to(tmp_path / "daar") for p in (tmp_path / "daar").rglob("*") if p.is_file())
    assert len([path for path in made if path.name == "wet.json"]) == 6
    for path in made:
        assert (tmp_path / "daar" / path).read_bytes() == (tmp_path / "hier" / path).read_bytes(), path


def test_a_machine_that_falls_away_costs_nothing_and_doubles_nothing(
    tmp_path: Path, cluster_of_two: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    from doenvermogentoets.batch.cluster import cluster

    address, workers = cluster_of_two
    paths = [tmp_path / f"wet{n}.txt" for n in range(24)]
    for path in paths:
        path.write_text(DRAFT.format(n=path.stem), encoding="utf-8")

    def job(path: Path) -> Job:
        return Job(path, None, Settings())

    found: list[tuple[Path, Outcome]] = []
    with cluster(address) as elsewhere:
        for path, _, outcome in InOrder(paths, job, elsewhere):
            found.append((path, outcome))
            if len(found) == 4:
                os.kill(workers[0].pid, signal.SIGKILL)
                workers[0].wait()
    assert [path for path, _ in found] == paths
    assert [outcome.record for _, outcome in found] == [examine(job(path)).record for path in paths]


def test_a_machine_with_other_packages_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "wet.txt"
    path.write_text(DRAFT.format(n=1), encoding="utf-8")
    outcome = examine_elsewhere(Job(path, None, Settings()), "een andere versie")
    assert outcome.record is None
    assert "andere versie" in outcome.problem


def test_no_cluster_at_the_address(program: Program, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doenvermogentoets.batch.cluster.WAIT_SECONDS", 1)
    result = program("check", drafts, "--cluster", "tcp://127.0.0.1:9")
    assert (result.code, result.out) == (2, "")
    assert "fout: Op tcp://127.0.0.1:9 antwoordt geen Dask-cluster." in result.err
    assert "Traceback" not in result.err


def test_without_the_extra_the_way_to_get_it_is_told(program: Program, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = program("check", drafts, "--cluster", "tcp://127.0.0.1:9")
    assert result.code == 2
    assert "doenvermogentoets[cluster]" in result.err

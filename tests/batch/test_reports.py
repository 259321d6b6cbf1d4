"""Reports of more dossiers: a folder with one of each, a page that leads to them, and nothing of the reviewer's work lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from voorbeelden import DRAFT, Program, alive, descendants

QUICK = ("--format", "json", "--jobs", "1")
"""Reports without pictures: those take long to draw."""


class Links(HTMLParser):
    """Where a page links to, and what else it fetches."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self.to.append(unquote(given.get("href") or ""))
        self.fetched += [v for v in (given.get("src"), given.get("href") if tag == "link" else None) if v]


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def reviewed(path: Path, words: str) -> None:
    """Write a remark as the reviewer does."""
    data = json.loads(path.read_text(encoding="utf-8"))
    data["review"][data["findings"][0]["key"]] = {"judgement": "", "remark": words}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_a_report_per_dossier_and_a_page_that_leads_to_them(program: Program, drafts: Path, tmp_path: Path) -> None:
    (drafts / "d3" / "wet & <b>.txt").write_bytes(b"")
    result = program("report", drafts, "-o", "uit", *QUICK)
    assert result.code == 2
    made = [f"d{n}/wet.json" for n in range(6)]
    assert files(tmp_path / "uit") == sorted([*made, "index.html", "overzicht.json"])
    page = (tmp_path / "uit" / "index.html").read_text(encoding="utf-8")
    links = Links(page)
    assert (links.to, links.fetched) == (made, [])
    assert "ontwerpen/d3/wet &amp; &lt;b&gt;.txt" in page
    assert "Het bestand is leeg" in page
    assert "6 van 7 dossiers getoetst" in page
    data = json.loads((tmp_path / "uit" / "overzicht.json").read_text(encoding="utf-8"))
    assert [d["reports"] for d in data["dossiers"] if not d["problem"]] == [[name] for name in made]
    for n, name in enumerate(made):
        report = json.loads((tmp_path / "uit" / name).read_text(encoding="utf-8"))
        found = next(d for d in data["dossiers"] if d["path"] == f"ontwerpen/d{n}/wet.txt")
        assert report["documents"][0]["path"] == f"ontwerpen/d{n}/wet.txt"
        assert len(report["findings"]) == sum(found["summary"].values()) > 0
    assert "6 rapporten in uit; begin bij uit/index.html" in result.err


def test_the_page_of_a_report_itself(program: Program, drafts: Path, tmp_path: Path) -> None:
    assert program("report", drafts / "d0", drafts / "d1", "-o", "uit", "--format", "html,json", "--jobs", "1").code == 0
    assert files(tmp_path / "uit") == ["d0/wet.html", "d0/wet.json", "d1/wet.html", "d1/wet.json", "index.html", "overzicht.json"]
    assert Links((tmp_path / "uit" / "index.html").read_text(encoding="utf-8")).to[:2] == ["d0/wet.html", "d0/wet.json"]
    assert "ontwerpen/d1/wet.txt" in (tmp_path / "uit" / "d1" / "wet.html").read_text(encoding="utf-8")


def test_a_second_run_makes_nothing_anew(program: Program, drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program("report", drafts, "-o", "uit", *QUICK)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (tmp_path / "uit").rglob("wet.json")}
    monkeypatch.setattr("doenvermogentoets.report.make", lambda *_, **__: pytest.fail("made again"))
    assert program("report", drafts, "-o", "uit", *QUICK).code == 0
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in before} == before
    assert program("report", drafts, "-o", "elders", *QUICK).code == 0
    assert files(tmp_path / "elders") == files(tmp_path / "uit")


def test_a_report_names_its_paths_so_a_moved_dossier_gets_a_new_one(program: Program, drafts: Path, tmp_path: Path) -> None:
    program("report", drafts, "-o", "uit", *QUICK)
    (drafts / "d5").rename(drafts / "verhuisd")
    program("report", drafts, "-o", "uit", *QUICK)
    report = json.loads((tmp_path / "uit" / "verhuisd" / "wet.json").read_text(encoding="utf-8"))
    assert report["documents"][0]["path"] == "ontwerpen/verhuisd/wet.txt"
    page = (tmp_path / "uit" / "index.html").read_text(encoding="utf-8")
    assert "Van een eerdere keer" in page
    assert "d5/wet.json" in Links(page).to


def test_the_same_bytes_from_processes(program: Program, drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from doenvermogentoets.cli import reports

    class Fixed(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 11, 28, 12, tzinfo=UTC)

    monkeypatch.setattr(reports, "datetime", Fixed)
    program("report", drafts, "-o", "een", *QUICK, "--no-cache")
    program("report", drafts, "-o", "twee", "--format", "json", "--jobs", "2", "--no-cache")
    assert files(tmp_path / "een") == files(tmp_path / "twee")
    for name in files(tmp_path / "een"):
        assert (tmp_path / "een" / name).read_bytes() == (tmp_path / "twee" / name).read_bytes(), name


def test_what_the_reviewer_wrote_is_not_overwritten(program: Program, drafts: Path, tmp_path: Path) -> None:
    program("report", drafts, "-o", "uit", *QUICK)
    own = tmp_path / "uit" / "d2" / "wet.json"
    reviewed(own, "dit bespreken")
    kept = own.read_bytes()
    (drafts / "d2" / "wet.txt").write_text(DRAFT.format(n=2) + "\nArtikel 3\n\nDe aanvrager meldt dit terstond.\n", encoding="utf-8")
    result = program("report", drafts, "-o", "uit", *QUICK)
    assert result.code == 2
    assert own.read_bytes() == kept
    assert "uit/d2/wet.json is na het maken gewijzigd en wordt niet overschreven." in result.err
    # nor at a later run, when the overview was written anew
    assert program("report", drafts, "-o", "uit", *QUICK).code == 2
    assert own.read_bytes() == kept
    # with the folder as the previous one her remarks go along
    assert program("report", drafts, "-o", "uit", "--previous", "uit", *QUICK).code == 0
    taken = json.loads(own.read_text(encoding="utf-8"))
    assert "dit bespreken" in [r["remark"] for r in taken["review"].values()]
    assert taken["compared"]["previous"] == "uit/d2/wet.json"


def test_a_file_that_was_there_before_us_is_left(program: Program, drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "uit" / "d0").mkdir(parents=True)
    (tmp_path / "uit" / "d0" / "wet.json").write_text("van een ander", encoding="utf-8")
    assert program("report", drafts, "-o", "uit", *QUICK).code == 2
    assert (tmp_path / "uit" / "d0" / "wet.json").read_text(encoding="utf-8") == "van een ander"


def test_after_an_interrupt_the_next_run_knows_its_own_files(
    program: Program, drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doenvermogentoets.batch.folder import Folder

    real = Folder.write

    def interrupted(self: Folder, name: str, data: bytes, **more: bool) -> None:
        if name == "d3/wet.json":
            raise KeyboardInterrupt
        real(self, name, data, **more)

    monkeypatch.setattr(Folder, "write", interrupted)
    result = program("report", drafts, "-o", "uit", *QUICK, "--no-cache")
    assert result.code == 130
    assert files(tmp_path / "uit") == ["d0/wet.json", "d1/wet.json", "d2/wet.json", "overzicht.json"]
    monkeypatch.setattr(Folder, "write", real)
    (drafts / "d0" / "wet.txt").write_text(DRAFT.format(n="anders"), encoding="utf-8")
    assert program("report", drafts, "-o", "uit", *QUICK, "--no-cache").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "uit", "--format", "pdf"), "«pdf» kan niet"),
        (("-o", "uit.html", "--format", "html"), "--format hoort bij een map"),
        (("-o", "uit.html"), "Noem met -o een map"),
        (("-o", "bestand"), "bestand is een bestand"),
        (("-o", "uit", "--previous", "bestand"), "bestand is geen map"),
        (("-o", "vreemd"), "is niet van ons"),
    ],
)
def test_wrong_use(program: Program, drafts: Path, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    (tmp_path / "vreemd").mkdir()
    (tmp_path / "vreemd" / "overzicht.json").write_text("[]", encoding="utf-8")
    result = program("report", drafts, *arguments)
    assert (result.code, words in result.err, "Traceback" in result.err) == (2, True, False), result.err
    assert not (tmp_path / "uit").exists()


def test_a_report_never_takes_the_place_of_a_draft(program: Program, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "map" / name).write_text(DRAFT.format(n=name), encoding="utf-8")
    result = program("report", "map", "-o", "map", "--format", "md")
    assert result.code == 2
    assert (tmp_path / "map" / "a.md").read_text(encoding="utf-8") == DRAFT.format(n="a.md")


def test_reports_are_not_read_as_drafts(program: Program, drafts: Path) -> None:
    """Reports in Word or Markdown in a folder that is read again would be checked as if they were drafts."""
    program("report", drafts, "-o", drafts / "rapporten", "--format", "md", "--jobs", "1")
    result = program("check", drafts, "--format", "json")
    assert len(json.loads(result.out)["dossiers"]) == 6
    assert "rapporten (een map met rapporten)" in result.out


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
def test_an_interrupt_leaves_whole_reports_and_a_next_run_finishes_them(program: Program, tmp_path: Path) -> None:
    """Ctrl-C in a terminal, with the work in two processes and the first reports written."""
    folder = tmp_path / "ontwerpen"
    folder.mkdir()
    for n in range(40):
        (folder / f"wet{n}.txt").write_text("\n".join(DRAFT.format(n=f"{n}-{k}") for k in range(40)), encoding="utf-8")
    command = [sys.executable, "-m", "doenvermogentoets", "report", "ontwerpen", "-o", "uit", "--jobs", "2", "--format", "json"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 60
        workers: set[int] = set()
        while len(workers) < 2 and time.monotonic() < deadline:
            workers |= descendants(process.pid)
        while not list(tmp_path.glob("uit/wet*.json")) and time.monotonic() < deadline:
            time.sleep(0.005)  # nothing else stands between the first report and the interrupt, however busy the machine is
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    deadline = time.monotonic() + 20
    while any(alive(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(workers) >= 2
    assert not [pid for pid in workers if alive(pid)]
    assert process.returncode == 130
    assert "Afgebroken." in err
    assert "Traceback" not in err
    left = files(tmp_path / "uit")
    assert 0 < len([name for name in left if name.startswith("wet")]) < 40
    assert all(name.endswith((".json", ".html")) for name in left)
    for name in left:
        if name.endswith(".json"):
            json.loads((tmp_path / "uit" / name).read_text(encoding="utf-8"))
    assert program("report", "ontwerpen", "-o", "uit", *QUICK).code == 0
    assert len(list(tmp_path.glob("uit/wet*.json"))) == 40

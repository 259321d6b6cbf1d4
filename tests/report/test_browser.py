"""The HTML report in Chromium itself, and the Word report in LibreOffice: what a reviewer sees and does."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from doenvermogentoets.report import Report, load, render
from doenvermogentoets.report.model import Review

BROWSER = Path(__file__).parent / "browser"
SAMPLE = Path(__file__).parents[2] / "voorbeeld"


def program(*names: str) -> str:
    """The first of these programs; without one the test is skipped, and fails where everything must be there."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        missing(f"{names[0]} is not installed")
    return str(found)


def missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}, and CI needs it")
    pytest.skip(reason)


def batch(folder: Path) -> Path:
    """The index page of a batch of two dossiers, one of which cannot be read, with an odd name."""
    drafts = folder / "ontwerpen"
    drafts.mkdir()
    shutil.copy(SAMPLE / "wetsvoorstel.txt", drafts / "wet & één #1.txt")
    shutil.copy(SAMPLE / "memorie-van-toelichting.txt", drafts / "wet & één #1-toelichting.txt")
    (drafts / "leeg.txt").write_bytes(b"")
    command = [sys.executable, "-m", "doenvermogentoets", "report", "ontwerpen", "-o", "uit", "--jobs", "1", "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 2, done.stderr
    return folder / "uit" / "index.html"


@pytest.fixture(scope="module")
def seen(sample: Report, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What ``bekijk.mjs`` saw."""
    chromium, node = program("chromium", "chromium-browser", "google-chrome"), program("node")
    if not (BROWSER / "node_modules" / "playwright-core").is_dir():
        missing("run «npm ci» in tests/report/browser")
    folder = tmp_path_factory.mktemp("browser")
    render(sample, folder / "rapport.html")
    done = subprocess.run(
        [node, str(BROWSER / "bekijk.mjs"), chromium, str(folder / "rapport.html"), str(folder), str(batch(folder))],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "HOME": str(folder)},
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    found["pdf"] = folder / "rapport.pdf"
    return found


def test_nothing_is_fetched_and_nothing_goes_wrong(seen: dict[str, Any]) -> None:
    assert seen["requests"] == []
    assert seen["errors"] == []


@pytest.mark.parametrize("way", ["light", "dark", "narrow", "index", "indexNarrowDark"])
def test_axe_finds_nothing(seen: dict[str, Any], way: str) -> None:
    assert seen["axe"][way] == []


def test_filter(seen: dict[str, Any], sample: Report) -> None:
    themes = Counter(f.theme for f in sample.findings)
    assert seen["all"] == len(sample.findings)
    for theme, count in themes.items():
        assert seen["themes"][theme]["visible"] == count
        assert seen["themes"][theme]["told"].startswith(f"{count} van {len(sample.findings)}")
    assert seen["warnings"] == sum(f.severity == "warning" for f in sample.findings)
    assert seen["afterReset"] == len(sample.findings)


def test_a_cell_of_the_map_filters_and_a_link_to_a_hidden_finding_shows_it(seen: dict[str, Any]) -> None:
    assert seen["afterCell"] == seen["cell"]
    assert seen["revealed"]


def test_keyboard(seen: dict[str, Any], sample: Report) -> None:
    assert seen["firstStop"] == "Naar de inhoud"
    assert seen["afterSkip"] == "inhoud"
    filtered = seen["filterByKeyboard"]
    count = sum(f.theme == filtered["theme"] for f in sample.findings)
    assert filtered["shown"] == count
    assert filtered["told"].startswith(f"{count} van {len(sample.findings)}")
    assert filtered["afterReset"] == len(sample.findings)
    assert seen["unmarked"] == []  # wherever the keyboard stops can be seen


@pytest.mark.parametrize("page", ["heard", "heardIndex"])
def test_what_a_screen_reader_is_given_has_a_name(seen: dict[str, Any], page: str) -> None:
    heard = seen[page]
    assert heard["language"] == "nl"
    assert heard["nameless"] == []
    names = [t["name"] for t in heard["tables"]]
    assert names
    assert len(set(names)) == len(names), names
    for table in heard["tables"]:
        assert table["columns"] > 1, table
        assert table["rows"] > 0, table
    assert heard["headings"][0] == 1
    assert heard["headings"].count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(heard["headings"]))


def test_every_field_says_what_it_is_about(seen: dict[str, Any], sample: Report) -> None:
    fields = seen["heard"]["fields"]
    assert len(fields) > 2 * len(sample.doenvermogen)
    assert len(set(fields)) == len(fields), [f for f, n in Counter(fields).items() if n > 1]


def test_what_a_reviewer_writes_is_saved_and_read_back(seen: dict[str, Any], sample: Report) -> None:
    written = Review(judgement="vraagt aandacht", remark="Te streng </script><b>?\ntweede regel")
    assert "nog niet" in seen["unsaved"]
    assert "Bewaard" in seen["saved"]
    for name in ("savedHtml", "savedJson", "again"):
        kept = load(Path(seen[name]))
        assert kept.review["D4"] == written
        assert [r.remark for k, r in kept.review.items() if k.startswith("bevinding")] == ["Bewust?"]
        assert kept.model_copy(update={"review": {}}) == sample
    assert seen["kept"] == [written.judgement, written.remark]
    assert seen["keptVisible"] == len(sample.findings)


def test_saving_with_the_keyboard_alone(seen: dict[str, Any]) -> None:
    kept = load(Path(seen["savedByKeyboard"]))
    assert kept.review["D4"].remark == "Met het toetsenbord"
    assert "Bewaard" in seen["toldByKeyboard"]


def test_every_link_of_the_page_of_a_batch_opens_a_report(seen: dict[str, Any]) -> None:
    assert seen["index"]["heading"] == "Overzicht van 2 dossiers"
    title = "Wet stroomkosten medische hulpmiddelen thuis"
    assert [heading.strip() for heading in seen["index"]["links"].values()] == [title]
    assert seen["index"]["followed"].strip() == title
    assert seen["index"]["overflow"] == 0


def test_small_screen_paper_and_no_script(seen: dict[str, Any], sample: Report) -> None:
    assert seen["overflow"] == 0
    assert seen["onPaper"] == {"nav": "none", "#bewaarbalk": "none", "#filter": "none", "main": "block"}
    assert seen["withoutScript"] == {"visible": len(sample.findings), "filter": False}


def test_what_goes_on_beyond_a_small_screen_says_so(seen: dict[str, Any]) -> None:
    """A table that is cut off without a sign reads as if that is all there is."""
    boxes = seen["sideways"]
    assert any(box["overflows"] for box in boxes)
    assert [box["hint"] for box in boxes] == [box["overflows"] for box in boxes]
    assert all(box["focusable"] for box in boxes)
    assert seen["hintsKept"] == 0, "a saved report gets its hints where it is opened"
    assert seen["words"] == ["auto break-word normal"]


def test_no_heading_stands_alone_at_the_foot_of_a_page(seen: dict[str, Any]) -> None:
    done = subprocess.run([program("pdftotext"), "-layout", str(seen["pdf"]), "-"], capture_output=True, text=True, check=True)
    feet = [" ".join(page.splitlines()[-1].split()) for page in (p.rstrip() for p in done.stdout.split("\f")) if page]
    assert len(feet) > 20
    assert not set(feet) & set(seen["paperHeadings"])


@pytest.mark.libreoffice
def test_libreoffice_opens_the_word_report(sample: Report, tmp_path: Path) -> None:
    office, to_text = program("soffice", "libreoffice"), program("pdftotext")
    render(sample, tmp_path / "rapport.docx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "rapport.docx")],
        capture_output=True,
        timeout=180,
        check=True,
    )
    text = subprocess.run([to_text, "-layout", str(tmp_path / "rapport.pdf"), "-"], capture_output=True, text=True, check=True).stdout
    shown = " ".join(text.split())
    for title in ("1. Samenvatting", "5. Doenvermogentoets", "8. Bevindingen en verantwoording"):
        assert shown.count(title) >= 2  # in the table of contents, and as a heading
    assert sum(f.code in shown for f in sample.findings) == len(sample.findings)
    assert "Error" not in shown

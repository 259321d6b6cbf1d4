"""A real word processor opens the annotated file and finds our comments on their words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from wordfiles import SHARED, comments_of, finding, level, make, needs_shared, num, p, r

from doenvermogentoets.readers.docx import read
from doenvermogentoets.word import annotate, suppressions
from doenvermogentoets.word.comment_text import clean

BRIDGE = "/usr/bin/python3"
OWN = "Doenvermogentoets"


def missing() -> str:
    """Why LibreOffice cannot be used here; empty if it can."""
    if shutil.which("soffice") is None:
        return "LibreOffice (libreoffice-writer) is niet geïnstalleerd"
    if not Path(BRIDGE).exists() or subprocess.run([BRIDGE, "-c", "import uno"], capture_output=True, check=False).returncode:
        return "de Python-brug van LibreOffice (python3-uno) is niet geïnstalleerd"
    return ""


@pytest.fixture(scope="module", autouse=True)
def office() -> None:
    reason = missing()
    if reason and os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


def bridge(*arguments: object) -> Any:
    script = Path(__file__).with_name("uno_opmerkingen.py")
    done = subprocess.run([BRIDGE, str(script), *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def in_writer(*files: Path) -> dict[str, list[list[str]] | None]:
    shown: dict[str, list[list[str]] | None] = bridge(*files)
    return shown


@pytest.mark.libreoffice
def test_writer_shows_author_and_exactly_the_commented_words(tmp_path: Path) -> None:
    source, out = tmp_path / "ontwerp.docx", tmp_path / "uit.docx"
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    insertion = f'<w:ins w:id="5" w:author="A" w:date="2025-01-01T00:00:00Z">{r("onverwijld ")}</w:ins>'
    body = (
        p("Artikel 1")
        + f"<w:p><w:pPr>{num(1)}</w:pPr>{r('De aan')}{r('vrager', '<w:b/>')}{r(' meldt ')}{insertion}{r('wat er is veranderd.')}</w:p>"
        + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>{p('Binnen twee weken.')}</w:tc></w:tr></w:tbl>"
        + p("Slot.")
        + "<w:sectPr/>"
    )
    make(source, body, numbering=numbering)
    wanted = ["aanvrager meldt", "meldt onverwijld wat", "twee weken"]
    annotate(source, out, [finding(source, quote, f"TRM00{i}") for i, quote in enumerate(wanted)])
    shown = in_writer(out)[str(out)]
    assert shown is not None
    assert {tuple(c) for c in shown} == {(OWN, f"TRM00{i}: De aanvrager verliest zijn recht.", quote) for i, quote in enumerate(wanted)}


@pytest.mark.libreoffice
def test_a_comment_resolved_and_saved_in_writer_is_a_suppression_and_stays(tmp_path: Path) -> None:
    source, ours, saved, again = (tmp_path / name for name in ("ontwerp.docx", "opmerkingen.docx", "bewaard.docx", "nog-eens.docx"))
    make(source, p("De aanvrager meldt dit onverwijld.") + p("Het recht vervalt na zes weken.") + "<w:sectPr/>")
    annotate(source, ours, [finding(source, "onverwijld"), finding(source, "vervalt", "TRM002")])
    words = bridge("--resolve", OWN, ours, saved)
    code = {"onverwijld": "TRM001", "vervalt": "TRM002"}[words]
    text = read(saved).text
    assert [(s.code, text[s.span], s.reason) for s in suppressions(saved)] == [(code, words, "de opmerking is in Word afgehandeld")]
    report = annotate(saved, again, [finding(saved, "onverwijld"), finding(saved, "vervalt", "TRM002")])
    assert (report.kept, report.removed, report.placed) == (1, 1, 1)
    assert sorted(words for _, _, words in comments_of(again)) == ["onverwijld", "vervalt"]


@pytest.mark.libreoffice
def test_writer_converts_the_annotated_file(tmp_path: Path) -> None:
    source, out = tmp_path / "ontwerp.docx", tmp_path / "uit.docx"
    make(source, p("De aanvrager meldt dit.") + "<w:sectPr/>")
    annotate(source, out, [finding(source, "meldt")])
    profile = f"-env:UserInstallation=file://{tmp_path}/profiel"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(out)],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    # the exit code is 0 even when loading failed; only the file tells
    assert (tmp_path / "uit.pdf").read_bytes().startswith(b"%PDF")


@needs_shared
@pytest.mark.corpus
@pytest.mark.libreoffice
def test_writer_shows_the_comments_of_people_and_ours_in_a_real_file(tmp_path: Path) -> None:
    source, out = SHARED / "09-bestaande-opmerkingen.docx", tmp_path / "uit.docx"
    annotate(source, out, [finding(source, quote) for quote in ("officier van justitie", "zes weken", "bezwaar") if quote in _text(source)])
    shown = in_writer(source, out)
    before, after = shown[str(source)], shown[str(out)]
    assert before is not None
    assert after is not None
    assert sorted(c for c in after if c[0] != OWN) == sorted(before)
    ours = [words for author, _, words in comments_of(out) if author == OWN]
    assert ours
    assert sorted(c[2] for c in after if c[0] == OWN) == sorted(ours)


def _text(path: Path) -> str:
    from doenvermogentoets.readers.docx import read

    return read(path).text.content


SAMPLE = Path(__file__).parents[2] / "voorbeeld"


@pytest.mark.libreoffice
def test_writer_shows_every_finding_in_the_sample_dossier(tmp_path: Path) -> None:
    from doenvermogentoets import catalogue, engine
    from doenvermogentoets.config import Settings
    from doenvermogentoets.structure import dossier

    bill, toelichting = SAMPLE / "wetsvoorstel.docx", SAMPLE / "memorie-van-toelichting.docx"
    result = engine.check_dossier(dossier(read(bill), read(toelichting)), catalogue.load(), Settings())
    wanted: dict[str, list[tuple[str, str]]] = {}
    for document in result.documents():
        path = document.source.path
        assert path is not None
        out = tmp_path / path.name
        annotate(path, out, result.of(document))
        # a finding without words of its own stands on a heading or on a whole paragraph
        wanted[str(out)] = [(_line(f.code, f.message), f.quote) for f in result.of(document)]
    assert set(wanted) == {str(tmp_path / bill.name), str(tmp_path / toelichting.name)}
    for name, shown in in_writer(*map(Path, wanted)).items():
        assert shown is not None
        assert len(shown) == len(wanted[name])
        assert {author for author, _, _ in shown} <= {OWN}
        places = [(first, words.replace("\n", " ")) for _, first, words in shown]
        for first, quote in wanted[name]:
            assert any(first == text and (not quote.strip() or quote.replace("\n", " ") == words) for text, words in places), (first, quote)


def _line(code: str, message: str) -> str:
    return clean(f"{code}: {message}")

"""A real word processor opens the annotated file and finds our comments on their words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from wordfiles import SHARED, comments_of, finding, level, make, num, p, r
from writer_view import UNREADABLE, anchors

from doenvermogentoets.errors import UserError
from doenvermogentoets.readers.docx import read
from doenvermogentoets.word import annotate, suppressions
from doenvermogentoets.word.comments import Comments
from doenvermogentoets.word.names import names_of
from doenvermogentoets.word.package import Package

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


SAMPLE = Path(__file__).parents[2] / "voorbeeld"


def _own_file(path: Path) -> Path:
    """Where Writer and the page differ: a tracked deletion, hidden text, a note, a reference without bookmark."""
    duty = "De ouder meldt een wijziging binnen drie dagen aan het college."
    loss = "Wie dit niet doet, verliest zijn recht op de toeslag."
    gone = (
        "<w:del w:id='7' w:author='A' w:date='2025-01-01T00:00:00Z'><w:r><w:delText xml:space='preserve'>nooit </w:delText></w:r></w:del>"
    )
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = (
        p("Artikel 1")
        + f"<w:p>{r('De ouder meldt ')}{gone}{r('een wijziging ')}{r('GEHEIM ', '<w:vanish/>')}{r('binnen drie dagen')}{mark}{r('.')}</w:p>"
        + p("Artikel 2")
        + f"<w:p>{r('Wie niet meldt als bedoeld in ')}{field.format('begin')}<w:r><w:instrText> REF _Weg </w:instrText></w:r>"
        + f"{field.format('separate')}{r('artikel 1')}{field.format('end')}{r(', verliest zijn recht.')}</w:p>"
        + p("Artikel 3")
        + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>{p(duty)}</w:tc></w:tr></w:tbl>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p(duty)}</w:sdtContent></w:sdt>{p(loss)}<w:sectPr/>"
    )
    return make(path, body, footnotes=f'<w:footnote w:id="2">{p("Noot.")}</w:footnote>')


def _annotated(folder: Path) -> list[Path]:
    """The sample dossier, a file of our own and every readable file beside the project, each with the comments of its own findings."""
    from doenvermogentoets import catalogue, engine
    from doenvermogentoets.config import Settings
    from doenvermogentoets.structure import dossier

    checks = catalogue.load()
    dossiers: list[tuple[Path, Path | None]] = [(SAMPLE / "wetsvoorstel.docx", SAMPLE / "memorie-van-toelichting.docx")]
    dossiers += [
        (path, None) for path in sorted([*SHARED.glob("*.docx"), *SHARED.glob("vijandig/*.do[ct][xm]")]) if path.name not in UNREADABLE
    ]
    out = []
    for path, toelichting in dossiers:
        try:
            result = engine.check_dossier(dossier(read(path), read(toelichting) if toelichting else None), checks, Settings())
        except UserError:
            continue
        for document in result.documents():
            source = document.source.path
            assert source is not None
            findings = result.of(document)
            report = annotate(source, folder / source.name, findings)
            out.append(folder / source.name)
            ours = [words for author, _, words in comments_of(report.path) if author == OWN]
            if not report.kept:
                # every comment stands on exactly the words of its finding, or says where it stands
                elsewhere = {id(f) for f, _ in report.elsewhere}
                assert len(ours) == len(findings)
                assert [w for w, f in zip(ours, findings, strict=True) if f.quote.strip() and id(f) not in elsewhere] == [
                    f.quote for f in findings if f.quote.strip() and id(f) not in elsewhere
                ]
    return out


@pytest.mark.libreoffice
def test_writer_shows_every_comment_of_every_file_on_its_words_and_makes_a_pdf(tmp_path: Path) -> None:
    """All in one session; what Writer makes of a range otherwise than the page is listed in writer_view."""
    own, own_out = _own_file(tmp_path / "eigen.docx"), tmp_path / "uit" / "eigen.docx"
    own_out.parent.mkdir()
    wanted = ("meldt een wijziging binnen drie dagen.", "bedoeld in artikel 1, verliest", "binnen drie dagen aan het college")
    annotate(own, own_out, [finding(own, quote, f"TRM00{i}") for i, quote in enumerate(wanted)])
    files = [own_out, *_annotated(own_out.parent)]
    pdfs = tmp_path / "pdf"
    pdfs.mkdir()
    everything = bridge("--pdf", pdfs, *files)
    for path in files:
        shown = everything[str(path)]
        assert shown is not None, path.name
        package = Package(path)
        expected = anchors(path)
        told = Comments(package, names_of(package.xml(package.main))).all
        assert len(shown) == len(told)
        for comment in told:
            match = next(
                (x for x in shown if x[:2] == [comment.author, comment.paragraphs[0]] and expected[comment.id].fullmatch(x[2])), None
            )
            assert match is not None, (path.name, comment.id, comment.author)
            shown.remove(match)
        # the exit code and the call say nothing when it failed; only the file tells
        assert (pdfs / f"{path.name}.pdf").read_bytes().startswith(b"%PDF")

# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""Comments over any range of any runs, and over real files, are found back exactly and can be undone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wordfiles import MOMENT, OWN, comments_of, finding, formatted, make, needs_shared, parts_of, r, shown, truths

from doenvermogentoets.findings import Confidence, Finding, Framework, Severity
from doenvermogentoets.readers.docx import read
from doenvermogentoets.structure import build
from doenvermogentoets.text import Span
from doenvermogentoets.word import annotate


def random_findings(path: Path, seed: int) -> list[Finding]:
    """Findings spread over the running text, some in one another, by a fixed rule."""
    document = build(read(path))
    running = [q.span for q in document.source.paragraphs if q.part in ("body", "table") and len(q.span) > 12]
    out = []
    for i in range(60):
        span = running[(i * 37 + seed) % len(running)]
        start = span.start + (i * 13) % (len(span) - 8)
        out.append(
            Finding("proef", f"PRF{i:03d}", "t", Severity.INFO, Confidence.LAAG, document, None, Span(start, min(span.end, start + 3 + i % 40)), f"Nummer {i}.", "", "", "", (), Framework())
        )  # fmt: skip
    return out


@needs_shared
@pytest.mark.corpus
@pytest.mark.parametrize(("path", "truth"), truths(), ids=lambda v: v.stem if isinstance(v, Path) else "")
def test_real_files_keep_text_and_comments_and_carry_ours_exactly(path: Path, truth: dict, out: Path, tmp_path: Path) -> None:
    found = random_findings(path, 5)
    annotate(path, out, found, date=MOMENT)
    assert shown(out) == shown(path)
    # one file has a comment under our name that somebody wrote by hand: that stays
    by_hand = [c for c in comments_of(path) if c[0] == OWN]
    assert [c for c in comments_of(out) if c in by_hand] == by_hand
    ours = {text.split(":")[0]: words for author, text, words in comments_of(out) if author == OWN and text.startswith("PRF")}
    assert ours == {f.code: f.quote for f in found}
    theirs = [c for c in comments_of(path) if c[0] != OWN]
    assert [c for c in comments_of(out) if c[0] != OWN] == theirs
    allowed = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    if any(c.get("own") for c in truth.get("comments", ())):
        allowed |= {"word/commentsExtended.xml", "word/commentsIds.xml", "word/people.xml"}
    before, after = parts_of(path), parts_of(out)
    assert {name for name in after if after[name] != before.get(name)} <= allowed
    sound_ids = Counter(c[1] for c in comments_of(out) if c[0] == OWN)
    assert set(sound_ids.values()) == {1}
    assert formatted(after["word/document.xml"]) == formatted(before["word/document.xml"])
    clean = tmp_path / "schoon.docx"
    annotate(out, clean, [])
    assert formatted(parts_of(clean)["word/document.xml"]) == formatted(before["word/document.xml"])
    assert [c for c in comments_of(clean) if c[0] == OWN] == by_hand


PIECES = st.lists(st.tuples(st.text("abc é😀 \t", min_size=1, max_size=9), st.sampled_from(["", "<w:b/>", "<w:i/>"]), st.sampled_from(["r", "ins", "link", "sdt", "del"])), min_size=1, max_size=6)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES, st.data())
def test_any_range_over_any_runs_is_found_back_and_undone(tmp_path: Path, pieces: list[tuple[str, str, str]], data: st.DataObject) -> None:
    wrap = {
        "r": "{}", "ins": '<w:ins w:id="9" w:author="A">{}</w:ins>', "link": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "del": '<w:del w:id="8" w:author="A">{}</w:del>',
    }  # fmt: skip
    runs = []
    for text, properties, kind in pieces:
        # halves of one run are told from runs of the file by their xml:space, so ours here have it only where it is needed
        keep = ' xml:space="preserve"' if text != text.strip() else ""
        tag = "delText" if kind == "del" else "t"
        runs.append(wrap[kind].format(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:{tag}{keep}>{text}</w:{tag}></w:r>"))
    path = make(tmp_path / "in.docx", f"<w:p>{r('Begin')}{''.join(runs)}{r('eind')}</w:p>")
    out = tmp_path / "uit.docx"
    content = read(path).text.content
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(1, 12)), min_size=1, max_size=5))
    found = [finding(path, Span(a, min(a + n, len(content))), f"PRF{i:03d}") for i, (a, n) in enumerate(spans)]
    found = [f for f in found if f.quote.strip()]
    annotate(path, out, found, date=MOMENT)
    assert {t.split(":")[0]: w for _, t, w in comments_of(out)} == {f.code: f.quote for f in found}
    assert read(out).text.content == content
    again = tmp_path / "weer.docx"
    annotate(out, again, [replace(f, document=build(read(out))) for f in found])
    assert parts_of(again) == parts_of(out)

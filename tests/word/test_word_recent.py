"""Placing comments goes on from what reading found, and never from an older file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from wordfiles import finding, make, p

from doenvermogentoets.errors import UserError
from doenvermogentoets.readers.docx import read
from doenvermogentoets.suppress import apply_answers
from doenvermogentoets.text import Span
from doenvermogentoets.word import annotate, answers, recent


def test_a_copy_is_the_same_from_a_file_just_read_and_from_one_that_was_not(tmp_path: Path) -> None:
    path = make(tmp_path / "ontwerp.docx", p("De aanvrager meldt dit.") + p("Binnen twee weken."))
    found = [finding(path, "meldt"), finding(path, "twee weken")]
    moment = datetime(2025, 1, 1, tzinfo=UTC)
    annotate(path, tmp_path / "een.docx", found, date=moment)
    assert recent.take(path, "accepted") is None
    annotate(path, tmp_path / "twee.docx", found, date=moment)
    assert (tmp_path / "een.docx").read_bytes() == (tmp_path / "twee.docx").read_bytes()


def test_a_file_that_changed_after_reading_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path / "ontwerp.docx", p("De aanvrager meldt dit."))
    found = [finding(path, "meldt")]
    make(path, p("De aanvrager doet dat."))
    with pytest.raises(UserError, match="veranderd sinds"):
        annotate(path, tmp_path / "uit.docx", found)
    assert not (tmp_path / "uit.docx").exists()


def test_only_the_last_files_are_kept(tmp_path: Path) -> None:
    paths = [make(tmp_path / f"{n}.docx", p(f"Tekst {n}.")) for n in range(4)]
    for path in paths:
        read(path)
    assert [recent.take(path, "accepted") is not None for path in paths] == [False, False, True, True]


@pytest.mark.parametrize(("at", "aside"), [(0, True), (12, True), (14, False)])
def test_an_answer_reaches_a_finding_without_words_that_stands_at_the_comment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, aside: bool
) -> None:
    path = make(tmp_path / "ontwerp.docx", p("De aanvrager meldt dit."))
    found = finding(path, Span(at, at))
    answer = answers.WordSuppression("TRM001", Span(0, 12), "akkoord")
    monkeypatch.setattr(answers, "suppressions", lambda _, *, view: [answer])
    sifted = apply_answers([found], [found.document])
    assert bool(sifted.suppressed) is aside
    assert bool(sifted.findings) is not aside

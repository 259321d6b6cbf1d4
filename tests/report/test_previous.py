"""A report of a next version: what is new, what went, what stayed, and the remarks carried over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from doenvermogentoets.errors import UserError
from doenvermogentoets.report import Report, beside, load, render
from doenvermogentoets.report.model import Review

OLD = """Artikel 1
1. De aanvrager meldt een wijziging binnen een week aan het college.
2. Indien niet is voldaan aan het eerste lid, vervalt het recht op de toelage.

Artikel 2
De aanvraag wordt uitsluitend langs elektronische weg ingediend door de aanvrager en/of zijn partner.
"""


def by_check(report: Report, check: str) -> object:
    return next((f for f in report.findings if f.check == check), None)


def reviewed(report: Report, **remarks: str) -> Report:
    """With a remark at the finding of each check (underscores for dashes), and at D4."""
    review = {"D4": Review(judgement="vraagt aandacht", remark="Te streng.")}
    for name, remark in remarks.items():
        found = next(f for f in report.findings if f.check == name.replace("_", "-"))
        review[found.key] = Review(judgement="vraagt aandacht", remark=remark)
    return report.model_copy(update={"review": review})


def test_unchanged_text_keeps_everything(draft: Callable[..., Report]) -> None:
    old = reviewed(draft(OLD), en_of="Bewust?")
    new = beside(draft(OLD), old, "oud.json")
    assert new.compared is not None
    assert (new.compared.new, new.compared.changed, new.compared.gone) == (0, 0, ())
    assert {f.status for f in new.findings} == {"gebleven"}
    assert new.review["D4"].remark == "Te streng."
    assert new.compared.carried == 2


def test_a_number_that_only_one_of_the_files_has_in_its_text_is_no_change(draft: Callable[..., Report]) -> None:
    old = draft(OLD)
    plain = [f for f in old.findings if not f.before[:1].isdigit()]
    assert plain
    numbered = [f.model_copy(update={"before": f"2. {f.before}"}) if f in plain else f for f in old.findings]
    new = beside(draft(OLD), old.model_copy(update={"findings": tuple(numbered)}), "oud.json")
    assert {f.status for f in new.findings} == {"gebleven"}


def test_new_gone_and_changed(draft: Callable[..., Report]) -> None:
    old = reviewed(draft(OLD), en_of="Bewust?", fatale_termijn_zonder_uitweg="Waarom een week?")
    text = OLD.replace("en/of zijn partner", "of zijn partner").replace("binnen een week aan", "binnen twee weken aan")
    new = beside(draft(text + "\nArtikel 3\nDe aanvraag c.q. de melding is ondertekend.\n"), old, "oud.html")
    assert new.compared is not None
    assert [g.finding.check for g in new.compared.gone] == ["en-of"]
    assert new.compared.gone[0].remark == "Bewust?"
    assert [f.check for f in new.findings if f.status == "nieuw"] == ["casu-quo"]
    fatal = next(f for f in new.findings if f.check == "fatale-termijn-zonder-uitweg")
    assert fatal.status == "gewijzigd"
    assert new.review[fatal.key].remark == "Waarom een week?"


def test_an_artikel_in_front_changes_nothing(draft: Callable[..., Report]) -> None:
    old = draft(OLD)
    moved = "Artikel 1\nDeze wet geldt voor eenieder.\n\n" + OLD.replace("Artikel 2", "Artikel 3").replace("Artikel 1\n", "Artikel 2\n")
    new = beside(draft(moved), old, "oud.json")
    assert new.compared is not None
    assert new.compared.gone == ()
    assert {f.status for f in new.findings if f.check in ("en-of", "fatale-termijn-zonder-uitweg")} == {"gebleven"}


@pytest.mark.parametrize("suffix", [".json", ".html"])
def test_both_forms_can_be_the_previous_one(draft: Callable[..., Report], tmp_path: Path, suffix: str) -> None:
    old = reviewed(draft(OLD), en_of="Bewust? </script> «ja»")
    path = tmp_path / f"oud{suffix}"
    render(old, path)
    assert load(path) == old


def test_what_the_browser_saved_goes_before_what_was_there(draft: Callable[..., Report], tmp_path: Path) -> None:
    path = tmp_path / "oud.html"
    render(draft(OLD), path)
    saved = json.dumps({"D1": {"judgement": "in orde", "remark": "Goed zo <b>"}}).replace("<", "\\u003c")
    text = path.read_text(encoding="utf-8")
    start = text.index('id="beoordeling">') + len('id="beoordeling">')
    path.write_text(text[:start] + saved + text[text.index("</script>", start) :], encoding="utf-8")
    assert load(path).review == {"D1": Review(judgement="in orde", remark="Goed zo <b>")}


def test_remarks_show_in_the_next_report(draft: Callable[..., Report]) -> None:
    from doenvermogentoets.report import as_bytes

    new = beside(draft(OLD), reviewed(draft(OLD), en_of="Bewust gekozen?"), "oud.json")
    for suffix in (".html", ".md", ".json"):
        assert "Bewust gekozen?" in as_bytes(new, suffix).decode("utf-8").replace("\\?", "?")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("oud.json", "geen json", "geen rapport"),
        ("oud.json", '{"schema": 1}', "geen rapport"),
        ("oud.json", '{"kind": "doenvermogentoets-rapport", "schema": 9}', "schema 9"),
        ("oud.json", '{"kind": "doenvermogentoets-rapport", "schema": 1, "title": "x"}', "klopt"),
        ("oud.html", "<html><p>niets</p></html>", "geen rapport"),
        ("oud.html", '<script id="rapportgegevens">{"kind": "iets anders"}</script>', "geen rapport"),
        ("oud.json", "[" * 100_000, "geen rapport"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, name: str, content: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=words):
        load(path)


def test_binary_and_missing_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "oud.json").write_bytes(b"\xff\xfe\x00\x81")
    for name in ("oud.json", "weg.json"):
        with pytest.raises(UserError):
            load(tmp_path / name)

"""Comments, entries in the settings and the baseline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from proefprogramma import DRAFT, Program

from doenvermogentoets import readers, structure
from doenvermogentoets.baseline import collect
from doenvermogentoets.catalogue import Catalogue, load
from doenvermogentoets.config import Settings
from doenvermogentoets.engine import check_dossier

LATER = DRAFT.replace("Artikel 1\n", "Artikel 1\n\nEen nieuwe zin vooraf.\n", 1) + "\nArtikel 3\n\nNog een artikel.\n"


def check(program: Program, path: object, *more: object) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(program("check", path, "--format", "json", *more).out)
    return data


def codes(data: dict[str, Any]) -> list[tuple[str, int]]:
    return [(f["code"], f["line"]) for d in data["documents"] for f in d["findings"]]


def aside(data: dict[str, Any]) -> list[tuple[str, int, str, str]]:
    return [(f["code"], f["line"], f["reason"], f["by"]) for d in data["documents"] for f in d["suppressed"]]


@pytest.mark.parametrize(
    "comment",
    [
        "% doenvermogentoets: negeer haast-terstond -- volgt uit de richtlijn",
        "%% Doenvermogentoets: negeer HST001 – volgt uit de richtlijn",
        "<!-- doenvermogentoets: negeer hst001 -- volgt uit de richtlijn -->",
        "<!-- doenvermogentoets: negeer haast-onverwijld, haast-terstond — volgt uit de richtlijn -->",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_comment_covers_the_next_paragraph_only(program: Program, tmp_path: Path, comment: str, name: str) -> None:
    text = f"Artikel 1\n\n{comment}\n1. Hij meldt dit terstond.\n\n2. Hij betaalt terstond.\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    data = check(program, name, "--ignore", "DVT001")
    assert codes(data) == [("HST001", 6)]
    assert aside(data) == [("HST001", 4, "volgt uit de richtlijn", "comment")]


def test_comment_before_a_lid_covers_its_onderdelen(program: Program, tmp_path: Path) -> None:
    comment = "% doenvermogentoets: negeer HST001 -- zie toelichting"
    text = f"Artikel 1\n\n{comment}\n1. Hij meldt:\n\na. terstond dit;\n\nb. terstond dat.\n\n2. Hij betaalt terstond.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert codes(check(program, "a.txt")) == [("HST001", 10)]


def test_comment_before_a_heading_covers_the_whole_artikel(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        DRAFT.replace("Artikel 1\n", "% doenvermogentoets: negeer HST001 -- zo bedoeld\nArtikel 1\n"), encoding="utf-8"
    )
    assert codes(check(program, "a.txt", "--select", "HST001")) == [("HST001", 11)]


def test_comment_for_the_whole_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{DRAFT}\n% doenvermogentoets: negeer-bestand HST001 -- zo bedoeld\n", encoding="utf-8")
    assert codes(check(program, "a.txt", "--select", "HST001")) == []


@pytest.mark.parametrize(
    ("comment", "code", "words"),
    [
        ("negeer HST001", "DVT003", "Er staat geen reden bij"),
        ("negeer -- daarom", "DVT003", "niet bij om welke controle"),
        ("negeren HST001 -- daarom", "DVT003", "«negeren» is hier geen opdracht"),
        ("negeer haast-terstont -- daarom", "DVT002", "Bedoelde u «haast-terstond»?"),
        ("negeer HST002 -- daarom", "DVT001", "haast-onverwijld vindt niets"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_wrong_or_idle_comment_is_reported_on_its_own_words(
    program: Program, tmp_path: Path, name: str, comment: str, code: str, words: str
) -> None:
    (tmp_path / name).write_text(f"Artikel 1\n\n<!-- doenvermogentoets: {comment} -->\nHij meldt dit terstond.\n", encoding="utf-8")
    data = check(program, name)
    found = [f for d in data["documents"] for f in d["findings"] if f["code"] == code]
    assert [(f["line"], f["column"], f["quote"]) for f in found] == [(3, 1, f"<!-- doenvermogentoets: {comment} -->")]
    assert words in found[0]["message"]
    assert ("HST001", 4) in codes(data)


def test_comment_is_not_called_idle_when_its_check_did_not_run(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Artikel 1\n\n% doenvermogentoets: negeer HST002 -- daarom\nTekst.\n", encoding="utf-8")
    assert codes(check(program, "a.txt", "--select", "HST001")) == []


def test_other_comments_are_left_alone(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("### Artikel 1\n\n<!-- doenvermogentoets is fijn; terstond -->\nTekst.\n", encoding="utf-8")
    assert codes(check(program, "a.md")) == []


SETTINGS = """[[suppress]]
check = "haast-terstond"
sentence = "De  ouder meldt een wijziging terstond aan het college"
reason = "afgesproken"
"""


def test_entry_in_the_settings_survives_edits_elsewhere(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text(SETTINGS, encoding="utf-8")
    assert aside(check(program, draft)) == [("HST001", 5, "afgesproken", "settings")]
    draft.write_text(LATER, encoding="utf-8")
    data = check(program, draft)
    assert aside(data) == [("HST001", 7, "afgesproken", "settings")]
    assert ("HST001", 12) in codes(data)


def test_entry_for_one_occurrence(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Artikel 1\n\nHij komt terstond.\n\nArtikel 2\n\nHij komt terstond.\n", encoding="utf-8")
    (tmp_path / "doenvermogentoets.toml").write_text(
        '[[suppress]]\ncheck = "HST001"\nsentence = "Hij komt terstond."\noccurrence = 2\nreason = "ja"\n', encoding="utf-8"
    )
    data = check(program, "a.txt")
    assert (codes(data), aside(data)) == ([("HST001", 3)], [("HST001", 7, "ja", "settings")])


def test_idle_entry_is_reported_when_the_folder_is_checked(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text(SETTINGS.replace("ouder", "moeder"), encoding="utf-8")
    assert any("legt niets meer terzijde" in note for note in check(program, tmp_path)["notes"])
    assert not any("legt niets meer terzijde" in note for note in check(program, draft)["notes"])


def test_baseline_hides_what_was_there_and_shows_what_is_new(program: Program, draft: Path, tmp_path: Path) -> None:
    written = program("baseline", "write", draft, "--baseline", "b.json")
    assert (written.code, "3 bevindingen vastgelegd" in written.err) == (0, True)
    assert "ouder" not in (tmp_path / "b.json").read_text(encoding="utf-8")
    assert codes(check(program, draft, "--baseline", "b.json")) == []
    draft.write_text(LATER + "\nHij komt terstond.\n", encoding="utf-8")
    data = check(program, draft, "--baseline", "b.json")
    assert [f["quote"] for d in data["documents"] for f in d["findings"]] == ["terstond"]
    assert len(aside(data)) == 3


def test_second_copy_of_a_known_sentence_is_new(program: Program, draft: Path) -> None:
    program("baseline", "write", draft, "--baseline", "b.json")
    draft.write_text(DRAFT + "\nArtikel 3\n\nDe ouder betaalt terstond.\n", encoding="utf-8")
    assert codes(check(program, draft, "--baseline", "b.json")) == [("HST001", 14)]


def test_stale_entries_are_reported_counted_and_pruned(program: Program, draft: Path, tmp_path: Path) -> None:
    program("baseline", "write", draft, "--baseline", "b.json")
    draft.write_text(DRAFT.replace("De ouder betaalt terstond.", "De ouder betaalt."), encoding="utf-8")
    assert any("1 regel komt niet meer voor" in note for note in check(program, draft, "--baseline", "b.json")["notes"])
    stale = program("baseline", "check", draft, "--baseline", "b.json")
    assert (stale.code, stale.out) == (1, "wet.txt: haast-terstond (artikel 2) komt niet meer voor\n")
    updated = program("baseline", "update", draft, "--baseline", "b.json")
    assert (updated.code, "1 regel uit b.json gehaald, 2 over" in updated.err) == (0, True)
    assert program("baseline", "check", draft, "--baseline", "b.json").code == 0
    assert len(json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))["entries"]) == 2


def test_entries_of_other_files_and_checks_are_not_stale(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "andere.txt").write_text(DRAFT, encoding="utf-8")
    program("baseline", "write", draft, "andere.txt", "--baseline", "b.json")
    (tmp_path / "andere.txt").write_text("Artikel 1\n\nNiets.\n", encoding="utf-8")
    assert program("baseline", "check", draft, "--baseline", "b.json").code == 0
    assert program("baseline", "check", "andere.txt", "--baseline", "b.json", "--select", "HST002").out.count("\n") == 1


def test_baseline_from_the_settings(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text('baseline = "b.json"\n', encoding="utf-8")
    assert program("baseline", "write", draft).code == 0
    assert codes(check(program, draft)) == []


def test_baseline_update_and_check_need_one(program: Program, draft: Path) -> None:
    for action in ("update", "check"):
        result = program("baseline", action, draft)
        assert (result.code, "doenvermogentoets-basislijn.json kan niet worden gelezen" in result.err) == (2, True)


def test_what_is_about_the_whole_draft_is_known_when_its_first_sentence_changes(tmp_path: Path) -> None:
    text = "Artikel 1\n\n1. De huurder meldt een lekkage binnen twee weken aan het college.\n\n2. Het college weigert de toelage.\n"
    draft = tmp_path / "wet.txt"
    found = {}
    for name, version in {"before": text, "after": text.replace("een lekkage binnen twee weken", "schade binnen een maand")}.items():
        draft.write_text(version, encoding="utf-8")
        result = check_dossier(structure.dossier(readers.read(draft)), load(), Settings())
        found[name] = {(e.check, e.context, e.place) for e in collect(tmp_path / "b.json", result.findings).entries}
    known = found["before"] & found["after"]
    assert [(check, place) for check, _, place in known if check == "zonder-toelichting"] == [("zonder-toelichting", "")]
    # what is about the changed words is another finding
    assert {check for check, _, _ in found["before"] - known} >= {"korte-termijn"}


_ONE_LINE = "Wet op de proef\n\nArtikel 1\n\nDe huurder zegt dit terstond en zonder opgave van redenen op.\n\nArtikel 2\n\nAnders.\n"


@pytest.mark.parametrize(
    "again",
    [
        _ONE_LINE.replace("terstond en", "terstond\nen"),
        _ONE_LINE.replace("huurder zegt", "huurder\nzegt").replace("opgave van", "opgave\nvan"),
        _ONE_LINE.replace("terstond en", "terstond\r\nen"),
    ],
)
def test_a_line_that_is_broken_elsewhere_keeps_what_is_known(program: Program, tmp_path: Path, again: str) -> None:
    draft = tmp_path / "wet.txt"
    for first, second in ((_ONE_LINE, again), (again, _ONE_LINE)):
        draft.write_bytes(first.encode())
        assert program("baseline", "write", draft, "--baseline", "b.json").code == 0
        draft.write_bytes(second.encode())
        data = check(program, draft, "--baseline", "b.json")
        assert codes(data) == []
        assert not any("niet meer voor" in note for note in data["notes"])


@pytest.mark.parametrize(
    "again",
    [
        _ONE_LINE.replace("opgave", "een opgave"),
        _ONE_LINE.replace("terstond en", "terstond;\nen"),
        _ONE_LINE.replace("terstond en", "terstond\n\nen"),
        _ONE_LINE.replace("terstond en", "terstond\na. en"),
    ],
)
def test_another_sentence_or_a_new_paragraph_is_new(program: Program, tmp_path: Path, again: str) -> None:
    draft = tmp_path / "wet.txt"
    draft.write_text(_ONE_LINE, encoding="utf-8")
    program("baseline", "write", draft, "--baseline", "b.json")
    draft.write_text(again, encoding="utf-8")
    assert [code for code, _ in codes(check(program, draft, "--baseline", "b.json"))] == ["HST001"]


def test_a_baseline_and_an_entry_of_before_sentences_ran_on_still_count(program: Program, proef: Catalogue, tmp_path: Path) -> None:
    from doenvermogentoets.suppress import keyed

    draft = tmp_path / "wet.txt"
    draft.write_text(_ONE_LINE.replace("terstond en", "terstond\nen"), encoding="utf-8")
    result = check_dossier(structure.dossier(readers.read(draft)), proef, Settings())
    (finding,) = (f for f in result.findings if f.code == "HST001")
    ((_, old, number),) = keyed([finding], by_line=True)
    ((_, new, _),) = keyed([finding])
    assert old != new
    entry = {"file": "wet.txt", "check": finding.check, "context": old, "occurrence": number, "place": ""}
    (tmp_path / "b.json").write_text(json.dumps({"schema": 1, "entries": [entry]}), encoding="utf-8")
    data = check(program, draft, "--baseline", "b.json")
    assert codes(data) == []
    assert not any("niet meer voor" in note for note in data["notes"])
    for sentence in ("De huurder zegt dit terstond", "De huurder zegt dit terstond en zonder opgave van redenen op."):
        told = f'[[suppress]]\ncheck = "HST001"\nsentence = "{sentence}"\nreason = "huisregel"\n'
        (tmp_path / "doenvermogentoets.toml").write_text(told, encoding="utf-8")
        assert codes(check(program, draft)) == []

"""Which documents are checked together, and with which settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from doenvermogentoets import catalogue
from doenvermogentoets.errors import UserError
from doenvermogentoets_server.dossiers import Draft, key_of, same
from doenvermogentoets_server.settings import from_editor, settings_for


def files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text("Artikel 1\nTekst.\n", encoding="utf-8")
    return [folder / name for name in names]


def test_names_that_fit_are_one_dossier_from_both_sides(tmp_path: Path) -> None:
    bill, explanation, other = files(tmp_path, "wet.txt", "wet-toelichting.txt", "besluit.txt")
    key = key_of(bill.as_uri())
    assert key == key_of(explanation.as_uri())
    assert key.uris == (bill.as_uri(), explanation.as_uri())
    assert key_of(other.as_uri()).uris == (other.as_uri(),)


def test_a_new_draft_that_is_not_saved_yet_is_paired_by_its_name(tmp_path: Path) -> None:
    (explanation,) = files(tmp_path, "memorie-van-toelichting.txt")
    bill = tmp_path / "wetsvoorstel.txt"
    assert key_of(bill.as_uri()).uris == (bill.as_uri(), explanation.as_uri())


def test_what_the_settings_say_goes_before_names(tmp_path: Path) -> None:
    bill, explanation, wanted = files(tmp_path, "wet.txt", "wet-toelichting.txt", "versie twee.txt")
    assert key_of(bill.as_uri(), [(bill, wanted)]).uris == (bill.as_uri(), wanted.as_uri())
    assert key_of(explanation.as_uri(), [(bill, wanted)]).uris == (explanation.as_uri(),)


def test_word_files_do_not_take_the_place_of_text_with_the_same_name(tmp_path: Path) -> None:
    bill, explanation, *_ = files(tmp_path, "wet.txt", "wet-toelichting.txt", "wet-toelichting.docx", "wet.docx")
    assert key_of(bill.as_uri()).uris == (bill.as_uri(), explanation.as_uri())


@pytest.mark.parametrize("uri", ["untitled:Untitled-1", "vscode-notebook-cell:/x", "git:/map/wet.txt?ref"])
def test_what_is_no_file_stands_alone(uri: str) -> None:
    assert key_of(uri).uris == (uri,)


def test_one_document_has_one_spelling(tmp_path: Path) -> None:
    path = tmp_path / "een wet (2).txt"
    assert same(path.as_uri()) == same(path.as_uri().replace("(", "%28").replace(")", "%29"))


@pytest.mark.parametrize(
    ("uri", "language", "expected"),
    [
        ("file:///a/b.txt", "plaintext", "txt"),
        ("file:///a/b.md", "markdown", "md"),
        ("file:///a/b.md", "plaintext", "md"),
        ("file:///a/b.xml", "xml", "xml"),
        ("file:///a/b.wet.txt", "wetsvoorstel", "txt"),
        ("untitled:Untitled-1", "markdown", "md"),
        ("untitled:Untitled-1", "iets", "txt"),
    ],
)
def test_the_language_or_else_the_suffix_says_what_it_is(uri: str, language: str, expected: str) -> None:
    assert Draft(uri, 1, language, "").format == expected


def test_the_project_file_goes_before_the_editor(tmp_path: Path) -> None:
    (draft,) = files(tmp_path, "wet.txt")
    editor = from_editor({"doenvermogentoets": {"ignore": ["taal"], "select": ["termijnen"], "debounce": 100}})
    assert settings_for(draft, editor).values.ignore == ["taal"]
    (tmp_path / "doenvermogentoets.toml").write_text('ignore = ["hardheid"]\n', encoding="utf-8")
    settings = settings_for(draft, editor)
    assert settings.values.ignore == ["hardheid"]
    assert settings.values.select == ["termijnen"]


@pytest.mark.parametrize("data", [{"debonce": 3}, {"debounce": "snel"}, {"ignore": "taal"}, {"debounce": -1}])
def test_settings_of_the_editor_that_do_not_fit_are_named(data: dict[str, object]) -> None:
    with pytest.raises(UserError) as caught:
        from_editor(data)
    assert next(iter(data)) in str(caught.value)


def test_every_wrong_editor_setting_is_named_with_its_value() -> None:
    data = {"debounce": -5, "ignore": "taal", "select": ["bestaatniet"], "codelens": True, "inlayHints": "x" * 100}
    with pytest.raises(UserError) as told:
        from_editor(data, catalogue.load)
    for words in (
        "«debounce» mag niet kleiner zijn dan nul en is nu -5",
        '«ignore» moet een lijst zijn en is nu "taal"',
        "«select»: er is geen controle of thema «bestaatniet»",
        "«codelens» bestaat niet",
        '«inlayHints» moet true of false zijn en is nu "xxx',
        "Mogelijk zijn: debounce, ",
    ):
        assert words in str(told.value)
    assert "x" * 80 not in str(told.value)

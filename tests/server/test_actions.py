"""What can be done about a finding with one keystroke."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from doenvermogentoets_server.actions import actions

TXT: Any = {"text_format": "txt", "versioned": False}
RANGE = types.Range(types.Position(3, 4), types.Position(3, 9))
URI = "file:///map/ontwerp.txt"


def diagnostic(*suggestions: dict[str, str | None], source: str = "doenvermogentoets") -> types.Diagnostic:
    places = {"insert_at": {"line": 7, "character": 20}, "after": {"line": 3, "character": 9}, "prefix": "3. "}
    data = {"check": "en-of", "code": "TAL008", "suggestions": list(suggestions), **places}
    return types.Diagnostic(RANGE, "bericht", code="en-of", source=source, data=data)


def titles(found: list[types.CodeAction]) -> list[str]:
    return [action.title for action in found]


def test_a_replacement_takes_the_place_of_the_words() -> None:
    found = actions(URI, 4, [diagnostic({"title": "«of»", "replacement": "of", "insertion": None})], text_format="txt", versioned=True)
    assert titles(found)[0] == "«of»"
    assert found[0].edit == types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(URI, 4), [types.TextEdit(RANGE, "of")]),
        ]
    )


def test_drafting_text_comes_below_the_provision() -> None:
    suggestion = {"title": "herstel toevoegen", "replacement": None, "insertion": "Het college biedt herstel."}
    found = actions(URI, 4, [diagnostic(suggestion)], text_format="md", versioned=False)
    assert found[0].title == "Herstel toevoegen"
    at = types.Position(7, 20)
    assert found[0].edit == types.WorkspaceEdit(changes={URI: [types.TextEdit(types.Range(at, at), "\n3. Het college biedt herstel.")]})


def test_setting_aside_is_written_as_the_format_asks() -> None:
    found = actions(URI, 1, [diagnostic()], text_format="md", versioned=False)
    assert found[0].edit is not None
    assert found[0].edit.changes is not None
    assert found[0].edit.changes[URI][0].new_text == "<!-- doenvermogentoets: negeer en-of -- -->\n"


def test_nothing_is_written_into_the_xml_of_a_law() -> None:
    found = actions(URI, 1, [diagnostic({"title": "«of»", "replacement": "of", "insertion": None})], text_format="xml", versioned=True)
    aside = "Leg en-of hier terzijde in doenvermogentoets.toml (vraagt om een reden)"
    assert titles(found) == [aside, "Leg uit: en-of (TAL008)"]


def test_findings_of_other_programs_are_left_alone() -> None:
    assert actions(URI, 1, [diagnostic(source="spelling")], text_format="txt", versioned=True) == []


def test_a_part_of_a_sentence_comes_after_the_words() -> None:
    found = actions(URI, 4, [diagnostic({"title": "doel noemen", "replacement": None, "insertion": "gelet op het doel"})], **TXT)
    at = types.Position(3, 9)
    assert found[0].edit == types.WorkspaceEdit(changes={URI: [types.TextEdit(types.Range(at, at), " gelet op het doel")]})


def test_an_artikel_without_leden_gets_its_first_number_too() -> None:
    one = diagnostic({"title": "herstel", "replacement": None, "insertion": "Het college biedt herstel."})
    assert isinstance(one.data, dict)
    one.data |= {"number_at": {"line": 3, "character": 0}, "prefix": "2. "}
    found = actions(URI, 4, [one], **TXT)
    assert found[0].edit is not None
    assert found[0].edit.changes is not None
    assert [e.new_text for e in found[0].edit.changes[URI]] == ["1. ", "\n2. Het college biedt herstel."]


def test_the_cursor_goes_where_the_reason_comes() -> None:
    for text_format, line in (("txt", "% doenvermogentoets: negeer en-of -- "), ("md", "<!-- doenvermogentoets: negeer en-of -- ")):
        command = actions(URI, 1, [diagnostic()], text_format=text_format, versioned=False)[0].command
        assert command is not None
        assert command.arguments == [{"uri": URI, "line": 3, "character": len(line)}]


def test_what_mends_the_text_comes_first_whatever_else_is_found_there() -> None:
    mended = diagnostic({"title": "«of»", "replacement": "of", "insertion": None})
    found = titles(actions(URI, 4, [diagnostic(), mended], **TXT))
    assert found[0] == "«of»"
    assert len(found) == 7


def test_the_only_replacement_is_preferred_and_a_choice_is_not() -> None:
    of, en = ({"title": f"«{word}»", "replacement": word, "insertion": None} for word in ("of", "en"))
    assert actions(URI, 4, [diagnostic(of)], **TXT)[0].is_preferred
    assert not any(a.is_preferred for a in actions(URI, 4, [diagnostic(of, en)], **TXT))


def test_data_that_is_not_ours_is_left_alone() -> None:
    strange = types.Diagnostic(RANGE, "bericht", source="doenvermogentoets", data={"iets": 1})
    assert actions(URI, 4, [strange], **TXT) == []

"""What can be done about a finding with one keystroke."""

from __future__ import annotations

from lsprotocol import types

from doenvermogentoets_server.actions import actions

RANGE = types.Range(types.Position(3, 4), types.Position(3, 9))
URI = "file:///map/ontwerp.txt"


def diagnostic(*suggestions: dict[str, str | None], source: str = "doenvermogentoets") -> types.Diagnostic:
    data = {"check": "en-of", "code": "TAL008", "suggestions": list(suggestions), "insert_at": {"line": 7, "character": 20}}
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
    suggestion = {"title": "herstel toevoegen", "replacement": None, "insertion": "3. Het college biedt herstel."}
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
    assert titles(found) == ["Leg uit: en-of (TAL008)"]


def test_findings_of_other_programs_are_left_alone() -> None:
    assert actions(URI, 1, [diagnostic(source="spelling")], text_format="txt", versioned=True) == []

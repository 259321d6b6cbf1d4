"""What can be done about a finding with one keystroke."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from doenvermogentoets_server import actions as module
from doenvermogentoets_server.actions import now
from doenvermogentoets_server.diagnostics import Shown, as_json, kept, with_places_of
from doenvermogentoets_server.edits import Edit

TXT: Any = {"text_format": "txt", "versioned": False}
RANGE = types.Range(types.Position(3, 4), types.Position(3, 9))
URI = "file:///map/ontwerp.txt"


def diagnostic(*suggestions: dict[str, str | None], source: str = "doenvermogentoets") -> types.Diagnostic:
    places = {"insert_at": {"line": 7, "character": 20}, "after": {"line": 3, "character": 9}, "prefix": "3. "}
    data = {"check": "en-of", "code": "TAL008", "suggestions": list(suggestions), **places}
    return types.Diagnostic(RANGE, "bericht", code="en-of", source=source, data=data)


def actions(uri: str, version: int, diagnostics: list[types.Diagnostic], **how: Any) -> list[types.CodeAction]:
    """Of diagnostics that stand where the editor has them."""
    return module.actions(uri, version, [(d, d) for d in diagnostics], **how)


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


def test_only_language_is_preferred_a_single_policy_choice_is_not() -> None:
    one = diagnostic({"title": "de termijn op acht weken stellen", "replacement": "binnen acht weken", "insertion": None})
    assert isinstance(one.data, dict)
    one.data |= {"check": "korte-termijn", "code": "TRM005"}
    assert not any(a.is_preferred for a in actions(URI, 4, [one], **TXT))
    assert actions(URI, 4, [diagnostic({"title": "«of»", "replacement": "of", "insertion": None})], **TXT)[0].is_preferred


def at(line: int, data: dict[str, Any] | None = None) -> types.Diagnostic:
    range_ = types.Range(types.Position(line, 4), types.Position(line, 9))
    return types.Diagnostic(range_, "bericht", code="en-of", source="doenvermogentoets", data=data or {"check": "en-of", "code": "TAL008"})


def test_a_diagnostic_of_an_earlier_version_is_placed_anew() -> None:
    """Whether the editor moved it along or not."""
    old, new = [as_json(at(3)), as_json(at(7))], [as_json(at(5)), as_json(at(9))]
    for given, line in ((3, 5), (9, 9)):
        found = now(at(given), old, new)
        assert found is not None
        assert found.range.start.line == line


def test_what_cannot_be_told_apart_is_not_placed() -> None:
    old, new = [as_json(at(3)), as_json(at(7))], [as_json(at(7)), as_json(at(11))]
    assert now(at(7), old, new) is None  # the first after the edit, or the second before it
    assert now(at(4), old, new) is None
    one = now(at(4), old[:1], new[:1])
    assert one is not None
    assert one.range.start.line == 7


def test_of_a_finding_that_is_no_more_only_the_page_is_offered() -> None:
    given = diagnostic({"title": "«of»", "replacement": "of", "insertion": None})
    assert titles(module.actions(URI, 5, [(given, None)], **TXT)) == ["Leg uit: en-of (TAL008)"]


def test_text_is_not_added_where_an_edit_came_near() -> None:
    known = as_json(diagnostic({"title": "herstel", "replacement": None, "insertion": "Het college biedt herstel."}))
    below, far, inside = Edit((8, 0), (8, 0), (9, 0)), Edit((12, 0), (12, 0), (13, 0)), Edit((3, 5), (3, 6), (3, 8))
    close = kept(known, below)
    assert close is not None
    assert "insert_at" not in close["data"]
    assert kept(known, far) is known
    assert kept(known, inside) is None


def test_a_lid_that_was_added_since_gives_the_new_text_the_next_number() -> None:
    known, fresh = (as_json(diagnostic({"title": "herstel", "replacement": None, "insertion": "Het college biedt herstel."})) for _ in "ab")
    fresh["data"] = {**fresh["data"], "prefix": "4. ", "insert_at": {"line": 8, "character": 12}}
    renewed = with_places_of(known, fresh)
    assert renewed["data"]["prefix"] == "4. "
    assert renewed["data"]["insert_at"] == {"line": 8, "character": 12}
    assert with_places_of(known, Shown(known)) is known

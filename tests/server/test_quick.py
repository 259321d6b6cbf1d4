"""After a key the findings are those of a full analysis, as far as the changed artikel or paragraph tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from doenvermogentoets import catalogue
from doenvermogentoets_server.checking import Client, Outcome, check
from doenvermogentoets_server.diagnostics import Json
from doenvermogentoets_server.dossiers import Draft, Key
from doenvermogentoets_server.edits import typed_line
from doenvermogentoets_server.excerpt import Atlas
from doenvermogentoets_server.quick import State, Surroundings, follow, held, settled
from doenvermogentoets_server.settings import EditorSettings

SAMPLE = Path(__file__).parents[2] / "voorbeeld"
BILL, EXPLANATION = "file:///map/wetsvoorstel.txt", "file:///map/memorie-van-toelichting.txt"
CHECKS = catalogue.load()


class Desk:
    """The sample dossier as it was last read as a whole."""

    def __init__(self, drafts: dict[str, Draft]) -> None:
        self.drafts = drafts
        self.outcome = self.whole(drafts)
        self.atlas = Atlas(self.outcome)
        self.states: dict[str, State] = {uri: settled(view) for uri, view in self.outcome.views.items()}

    def whole(self, drafts: dict[str, Draft]) -> Outcome:
        return check(Key(tuple(drafts)), drafts, CHECKS, EditorSettings(), Client())

    def type(self, uri: str, content: str) -> State | None:
        draft = replace(self.states[uri].draft, version=self.states[uri].draft.version + 1, content=content)
        state = follow(uri, draft, Surroundings(self.atlas, self.states, CHECKS, Client()))
        if state is not None:
            self.states[uri] = state
        return state

    def fresh(self, uri: str) -> list[Json]:
        return list(self.whole({u: s.draft for u, s in self.states.items()}).views[uri].diagnostics)


@pytest.fixture(scope="module")
def drafts() -> dict[str, Draft]:
    return {uri: Draft(uri, 1, "plaintext", (SAMPLE / uri.rpartition("/")[2]).read_text(encoding="utf-8")) for uri in (BILL, EXPLANATION)}


@pytest.fixture
def desk(drafts: dict[str, Draft]) -> Desk:
    return Desk(drafts)


def places(found: list[Json]) -> list[tuple[object, ...]]:
    return sorted((d["code"], d["range"]["start"]["line"], d["range"]["start"]["character"], d["range"]["end"]["line"]) for d in found)


@pytest.mark.parametrize(
    ("uri", "words", "instead"),
    [
        (BILL, "De leverancier verstrekt", "De leverancier en/of de bewoner verstrekt"),
        (BILL, "De leverancier verstrekt", "De leverancier\nverstrekt"),
        (EXPLANATION, "leverancier en kent", "leverancier en/of bewoner en kent"),
    ],
)
def test_a_key_shows_what_a_full_analysis_would_show(desk: Desk, uri: str, words: str, instead: str) -> None:
    before = desk.drafts[uri].content
    assert words in before
    state = desk.type(uri, before.replace(words, instead, 1))
    assert state is not None
    assert places(list(state.diagnostics)) == places(desk.fresh(uri))


def test_what_stands_below_moves_along(desk: Desk) -> None:
    content = desk.drafts[BILL].content
    at = content.index("\n", content.index("1. De leverancier verstrekt"))
    state = desk.type(BILL, content[:at] + "\n1a. Hij doet dat elk jaar, en/of\nop verzoek." + content[at:])
    assert state is not None
    last, before = state.diagnostics[-1], desk.outcome.views[BILL].diagnostics[-1]
    assert last["code"] == before["code"]
    assert last["range"]["start"]["line"] == before["range"]["start"]["line"] + 2


def test_many_keys_in_a_row_end_where_a_full_analysis_ends(desk: Desk) -> None:
    content = desk.drafts[BILL].content
    at = content.index(" verstrekt", content.index("1. De leverancier verstrekt"))
    for i, _ in enumerate(" en/of de bewoner", start=1):
        assert desk.type(BILL, content[:at] + " en/of de bewoner"[:i] + content[at:]) is not None
    assert places(list(desk.states[BILL].diagnostics)) == places(desk.fresh(BILL))
    for i in range(len(" en/of de bewoner") - 1, -1, -1):
        assert desk.type(BILL, content[:at] + " en/of de bewoner"[:i] + content[at:]) is not None
    assert places(list(desk.states[BILL].diagnostics)) == places(list(desk.outcome.views[BILL].diagnostics))


@pytest.mark.parametrize("words", ["Artikel 5. ", "Hoofdstuk 2. "])
def test_what_changes_the_structure_waits_for_the_whole(desk: Desk, words: str) -> None:
    content = desk.drafts[BILL].content
    assert words in content
    assert desk.type(BILL, content.replace(words, f"Artikel 99. Nieuw\nTekst.\n\n{words}", 1)) is None


def test_a_finding_that_only_the_whole_explains_stays(desk: Desk) -> None:
    """The excerpt need not see why something is found or not found elsewhere; a key that does not touch it changes nothing."""
    for uri in (BILL, EXPLANATION):
        content = desk.drafts[uri].content
        ends = [i for i, c in enumerate(content) if c == "." and content[i + 1 : i + 2] == "\n"]
        for at in ends[3::9]:
            state = follow(
                uri,
                replace(desk.drafts[uri], content=f"{content[:at]} {content[at:]}"),
                Surroundings(desk.atlas, desk.states, CHECKS, Client()),
            )
            if state is not None:
                assert [d["code"] for d in state.diagnostics] == [d["code"] for d in desk.outcome.views[uri].diagnostics]


@pytest.mark.parametrize("words", ["Indien en voor zover", "De aanvraag"])
def test_a_passage_that_the_toelichting_does_not_name_is_not_told_that_there_is_none(desk: Desk, words: str) -> None:
    """The excerpt around the passage holds nothing of the toelichting; the dossier does."""
    content = desk.drafts[BILL].content
    at = content.index(words)
    state = desk.type(BILL, f"{content[:at]}{words.split()[-1].capitalize()}{content[at + len(words) :]}")
    assert state is not None
    assert state.reading is not None
    assert "zonder-toelichting" not in [d["code"] for d in (*state.diagnostics, *state.reading.diagnostics)]
    assert "zonder-toelichting" not in [f.check for f in state.reading.view.findings]


def test_a_draft_without_toelichting_is_still_told_so(drafts: dict[str, Draft]) -> None:
    alone = Desk({BILL: drafts[BILL]})
    found = next(d for d in alone.outcome.views[BILL].diagnostics if d["code"] == "zonder-toelichting")
    lines = drafts[BILL].content.split("\n")
    lines[found["range"]["start"]["line"]] += " Dat geldt en/of niet."
    state = alone.type(BILL, "\n".join(lines))
    assert state is not None
    assert "zonder-toelichting" in [d["code"] for d in state.diagnostics]


UNFINISHED = (
    "Artikel 1. Betaling\n1. De huurder betaalt de borg aan het college binnen dertig dagen.\n2. Daarbij wordt geen uitstel van betaling"
)


def codes(content: str, typed: int | None) -> list[str]:
    drafts = {BILL: Draft(BILL, 1, "plaintext", content, typed)}
    return [str(d["code"]) for d in check(Key((BILL,)), drafts, CHECKS, EditorSettings(), Client()).views[BILL].diagnostics]


def test_a_finding_does_not_start_where_words_are_still_to_come() -> None:
    assert "waarborg-uitgesloten" not in codes(f"{UNFINISHED} verleend", 2)
    assert "waarborg-uitgesloten" in codes(f"{UNFINISHED} verleend.", 2)  # finished
    assert "waarborg-uitgesloten" in codes(f"{UNFINISHED} verleend", 1)  # the lid before is being typed
    assert "waarborg-uitgesloten" in codes(f"{UNFINISHED} verleend", None)  # just opened
    assert "en-of" in codes(f"{UNFINISHED} en/of", 2)  # complete in itself


def test_an_excerpt_says_nothing_new_of_the_document_as_a_whole() -> None:
    """That there is no toelichting is said once, at the first burden: not in every artikel that is being typed."""
    before = "Artikel 1. Melding\nDe huurder meldt een verhuizing binnen dertig dagen.\n\nArtikel 2. Borg\nDe huurder"
    desk = Desk({BILL: Draft(BILL, 1, "plaintext", before)})
    for words in ("dient", "dient de borg", "dient de borg te betalen."):
        state = desk.type(BILL, f"{before} {words}")
        assert state is not None
        assert [d["range"]["start"]["line"] for d in state.diagnostics if d["code"] == "zonder-toelichting"] == [1]


@pytest.mark.parametrize(
    ("old", "new", "line"), [("a\nb", "a\nbc", 1), ("a\nb", "x\na\nb", 1), ("a\r\nb\r\nc", "a\r\nbb\r\nc", 1), ("", "", 0)]
)
def test_the_line_that_was_typed(old: str, new: str, line: int) -> None:
    assert typed_line(old, new) == line


def test_until_a_version_is_looked_at_findings_move_and_leave_words_that_changed(desk: Desk) -> None:
    state = desk.states[BILL]
    lines = state.draft.content.split("\n")
    found = next(d for d in state.diagnostics if d["range"]["start"]["line"] > 3 and d["range"]["start"] != d["range"]["end"])
    start = found["range"]["start"]
    row = lines[start["line"]]
    changed = [*lines[: start["line"]], f"{row[: start['character'] + 1]}x{row[start['character'] + 1 :]}", *lines[start["line"] + 1 :]]
    now = held(state, replace(state.draft, version=2, content="\n".join(changed)))
    assert (found["code"], start) not in [(d["code"], d["range"]["start"]) for d in now.diagnostics]
    lower = held(state, replace(state.draft, version=2, content="\n".join(["", *lines])))
    assert [d["range"]["start"]["line"] for d in lower.diagnostics] == [d["range"]["start"]["line"] + 1 for d in state.diagnostics]

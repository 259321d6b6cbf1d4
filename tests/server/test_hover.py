"""What a hover says of a finding and of a time limit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lsprotocol import types

from doenvermogentoets import catalogue
from doenvermogentoets_server import look
from doenvermogentoets_server.checking import Client, Outcome, check, pages_of
from doenvermogentoets_server.dossiers import Draft, Key
from doenvermogentoets_server.excerpt import Atlas
from doenvermogentoets_server.hover import example_text, hover
from doenvermogentoets_server.markdown import escape
from doenvermogentoets_server.quick import State, Surroundings, ahead, follow, settled
from doenvermogentoets_server.settings import EditorSettings

BILL = "file:///map/regeling.txt"
CHECKS = catalogue.load()
PAGES = pages_of(CHECKS)
TEXT = """Artikel 1. Gegevens
1. De aanvrager verstrekt de gegevens binnen twee weken na dagtekening van het verzoek aan het college.
2. Indien de aanvrager niet heeft voldaan aan het eerste lid, trekt het college de vergunning in.
3. Het college beslist binnen acht weken na ontvangst van de aanvraag.

Artikel 2. Melding
De vergunninghouder meldt een verhuizing binnen zes weken na de verhuizing aan het college.
"""
HARDSHIP = """
Artikel 3. Hardheidsclausule
Het college kan artikel 1 buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang dat deze regeling
beoogt te beschermen zal leiden tot een onbillijkheid van overwegende aard.
"""


def read(text: str) -> tuple[State, Outcome]:
    draft = Draft(BILL, 1, "plaintext", text)
    outcome = check(Key((BILL,)), {BILL: draft}, CHECKS, EditorSettings(), Client())
    return settled(outcome.views[BILL]), outcome


def place(text: str, words: str) -> types.Position:
    start = text.index(words) + 2
    return types.Position(text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1)


def said(text: str, words: str) -> str:
    state, outcome = read(text)
    at = place(text, words)
    return value(hover(look.at(state, at, outcome, {BILL: state}), at, PAGES))


def test_an_editor_that_shows_the_message_itself_gets_the_title() -> None:
    state, outcome = read(TEXT)
    at = place(TEXT, "binnen twee weken")
    finding = next(f for f in state.view.findings if f.check == "fatale-termijn-zonder-uitweg")
    shown = value(hover(look.at(state, at, outcome, {BILL: state}), at, PAGES, with_message=False))
    mine = next(part for part in shown.split("\n\n---\n\n") if finding.code in part)
    assert mine.startswith(f"**{PAGES[finding.check].meta.title}**\n\n")
    assert finding.message not in mine


def value(found: types.Hover | None) -> str:
    return found.contents.value if found is not None and isinstance(found.contents, types.MarkupContent) else ""


def section(shown: str) -> str:
    """The part about the time limit."""
    return next((part for part in shown.split("\n\n---\n\n") if part.startswith("**Termijn: ")), "")


def test_a_finding_starts_with_its_message() -> None:
    state, _ = read(TEXT)
    finding = next(f for f in state.view.findings if f.check == "fatale-termijn-zonder-uitweg")
    shown = said(TEXT, "binnen twee weken")
    mine = next(part for part in shown.split("\n\n---\n\n") if finding.code in part)
    assert mine.startswith(f"**{escape(finding.message)}**\n\n")
    names = ["*Vraag*", "*Grond*", "*Kan*", "*Voorbeeld", "Zekerheid"]
    assert [mine.index(name) for name in names] == sorted(mine.index(name) for name in names)
    assert "> 2. Het recht op de tegemoetkoming vervalt indien de aanvrager de gegevens niet **binnen twee weken** na" in mine


@pytest.mark.parametrize("name", [c.name for c in CHECKS])
def test_every_check_has_an_example_with_words_in_bold(name: str) -> None:
    check = PAGES[name]
    shown = example_text(check)
    marked = any("^" in e.text for e in check.examples[:1])
    assert shown.startswith("> ")
    assert all(line.startswith(">") for line in shown.splitlines())
    assert "^" not in shown
    assert ("**" in shown) is marked


def test_a_deadline_says_what_it_is_for_whom_what_follows_and_what_softens_that() -> None:
    shown = section(said(TEXT + HARDSHIP, "binnen twee weken"))
    assert shown.startswith("**Termijn: binnen twee weken na dagtekening van het verzoek**")
    assert "*Wat*  een vaste termijn; begint na dagtekening van het verzoek" in shown
    assert "aanvrager (burger)" in shown
    assert "*Te laat*  intrekking: «" in shown
    assert "» (artikel 1, tweede lid)" in shown
    assert "*Uitweg*  hardheidsclausule (artikel 3)" in shown


def test_without_a_way_out_that_is_said() -> None:
    assert "*Uitweg*  geen gevonden" in section(said(TEXT, "binnen twee weken"))


def test_a_deadline_without_consequence_is_said_to_have_none_here() -> None:
    shown = section(said(TEXT, "binnen zes weken"))
    assert "*Te laat*  in dit stuk is geen gevolg gevonden" in shown


def test_of_a_deadline_of_an_authority_no_consequence_is_told() -> None:
    shown = section(said(TEXT, "binnen acht weken"))
    assert "college (overheid)" in shown
    assert "*Te laat*" not in shown
    assert "*Uitweg*" not in shown


def test_words_that_are_no_deadline_have_no_such_hover() -> None:
    assert section(said(TEXT, "vergunninghouder")) == ""


def test_a_deadline_moves_along_and_is_silent_once_its_words_changed() -> None:
    state, outcome = read(TEXT + HARDSHIP)
    lower = "Artikel 0. Vooraf\nVooraf.\n\n" + TEXT + HARDSHIP
    other = (TEXT + HARDSHIP).replace("binnen twee weken", "binnen drie weken")
    for text, words, expected in ((lower, "binnen twee weken", True), (other, "binnen drie weken", False)):
        moved = ahead(state, Draft(BILL, 2, "plaintext", text))
        at = place(text, words)
        found = hover(look.at(moved, at, outcome, {BILL: moved}), at, PAGES)
        assert bool(section(value(found))) is expected


def test_after_a_key_elsewhere_in_the_artikel_a_deadline_still_tells_of_the_whole() -> None:
    text = TEXT + HARDSHIP
    state, outcome = read(text)
    typed = text.replace("3. Het college beslist", "3. Het college beslist zo mogelijk")
    around = Surroundings(Atlas(outcome), {BILL: state}, CHECKS, Client())
    after = follow(BILL, replace(state.draft, version=2, content=typed), around)
    assert after is not None
    at = place(typed, "binnen twee weken")
    seen = look.at(after, at, outcome, {BILL: after})
    assert seen.table is not None  # it is answered from the excerpt
    assert "hardheidsclausule (artikel 3)" in section(value(hover(seen, at, PAGES)))


NAMES = """Artikel 1. Begrippen
In deze wet wordt verstaan onder:
CAK: CAK, genoemd in artikel 6.1.1 van de Wet langdurige zorg;
gebruiker: natuurlijke persoon die een hulpmiddel gebruikt.

Artikel 2. Aanvraag
1. De gebruiker vraagt de tegemoetkoming aan bij het CAK.
2. De aanspraak vervalt, indien de aanvraag niet binnen vier weken na afloop van het jaar door het CAK is ontvangen.

Artikel 3. Meterstanden
1. De gebruiker geeft binnen een week na afloop van een maand de meterstand door aan het CAK.
2. Indien niet is voldaan aan het eerste lid, wordt de tegemoetkoming op nihil vastgesteld.
"""


def test_a_defined_term_keeps_its_capitals() -> None:
    assert "**CAK**: CAK, genoemd in" in said(NAMES, "CAK.\n2. De aanspraak")
    assert "**gebruiker**: natuurlijke persoon" in said(NAMES, "gebruiker vraagt")


def test_a_deadline_calls_people_and_effects_as_the_text_and_the_report_do() -> None:
    late = section(said(NAMES, "binnen vier weken"))
    assert "de gebruiker (burger)" in late
    assert "een burger" not in late
    meter = section(said(NAMES, "binnen een week"))
    assert "*Te laat*  vaststelling op nihil: «" in meter
    assert "of ambtshalve" not in meter


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("artikel 4:94 van de Algemene wet bestuursrecht", "Artikel 4:94 gaat over de mogelijkheid van uitstel van betaling."),
        ("artikel 4:13 van de Algemene wet bestuursrecht", ""),
        ("artikel 4:94 van de Wet op de voorbeelden", ""),
    ],
)
def test_of_a_safeguard_in_the_awb_is_said_what_it_is_about(cited: str, expected: str) -> None:
    shown = said(f"{TEXT}\nArtikel 3. Betaling\nOp de betaling is {cited} van toepassing.\n", cited)
    assert "buiten dit stuk." in shown
    assert ("gaat over" in shown) is bool(expected)
    assert expected in shown

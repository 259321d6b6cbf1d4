"""Kinds of sentences that are known by how they sound: what the word lists do not have, and what looks like it."""

from __future__ import annotations

import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.doenvermogen import zware_bewijslast
from doenvermogentoets_checks.toelichting import bezwaar_gepasseerd, rationele_burger
from doenvermogentoets_checks.toelichting.onbeantwoord import bezwaren, rest_of

_BILL = """Wet tegemoetkoming reiskosten

Artikel 1
In deze wet wordt verstaan onder:
reiziger: natuurlijke persoon die voor een behandeling reist;
Onze Minister: Onze Minister van Volksgezondheid, Welzijn en Sport.

Artikel 2
1. De reiziger meldt een wijziging binnen een week aan Onze Minister.
2. Het recht vervalt indien de reiziger de wijziging niet binnen een week meldt.
"""


def _toelichting(body: str) -> str:
    return f"MEMORIE VAN TOELICHTING\n\nALGEMEEN\n\n1. Advies en consultatie\n\n{body}\n"


def _hits(check: object, bill: str, toelichting: str | None = None) -> list[Hit]:
    texts = [readers.read_text(bill, "ontwerp.txt", "txt")]
    if toelichting is not None:
        texts.append(readers.read_text(toelichting, "toelichting.txt", "txt"))
    return list(check.find(analyse(structure.dossier(*texts)), None))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "objection, empty, answer",
    [
        (
            "De patiëntenfederatie ziet niet hoe iemand die net is geopereerd binnen een week nog een wijziging kan doorgeven.",
            "Het gesprek met de federatie is in goede sfeer verlopen en krijgt een vervolg.",
            "Een behandelaar kan de wijziging ook namens de reiziger doorgeven, zodat niemand dat vanuit het ziekenhuis hoeft te doen.",
        ),
        (
            "Volgens de cliëntenraad is een week voor deze mensen eenvoudigweg niet op te brengen.",
            "De minister hecht grote waarde aan de inbreng van de raad.",
            "Later dan een week melden leidt tot terugvordering over een hele maand, en dat kost de reiziger meer dan het hem oplevert.",
        ),
    ],
)
def test_a_polite_sentence_is_no_answer_and_a_reason_is(objection: str, empty: str, answer: str) -> None:
    passed = _hits(bezwaar_gepasseerd, _BILL, _toelichting(f"{objection} {empty}"))
    assert [h.label for h in passed] == ["geen antwoord"]
    assert not _hits(bezwaar_gepasseerd, _BILL, _toelichting(f"{objection} {answer}"))


def test_the_finding_stands_at_what_should_have_been_the_answer_with_the_objection_beside_it() -> None:
    objection = "De bond van reizigers vreest dat een week te weinig is voor wie net een zware behandeling heeft gehad."
    empty = "De regering heeft met belangstelling van deze reactie kennisgenomen."
    (hit,) = _hits(bezwaar_gepasseerd, _BILL, _toelichting(f"{objection} {empty}"))
    text = hit.document.text
    assert text[hit.span] == empty
    assert [text[a.span] for a in hit.annotations] == [objection]


def test_praise_and_a_remedy_are_no_objection() -> None:
    praise = "De patiëntenfederatie is verheugd dat reizen voor een behandeling voortaan wordt vergoed."
    remedy = "Tegen de beslissing staat bezwaar open, en daarna beroep bij de rechtbank."
    assert not _hits(bezwaar_gepasseerd, _BILL, _toelichting(praise))
    assert not _hits(bezwaar_gepasseerd, _BILL, _toelichting(remedy))


def test_the_words_that_may_answer_end_where_another_objects() -> None:
    assert rest_of([2.0, -1.0, 2.0, -1.0], [-1.0, 1.0, -1.0, 1.0], 0) == range(1, 2)
    assert rest_of([2.0, -1.0, -1.0], [-1.0, 1.0, 1.0], 0) == range(1, 3)
    assert rest_of([2.0, *[-1.0] * 500], [-1.0] * 501, 0) == range(1, 13)
    assert bezwaren([]) == []


def test_a_citizen_who_will_manage_is_known_without_known_words() -> None:
    sounds = "Een reiziger weet heus wel wanneer er iets verandert en zal dat dan zonder moeite tijdig zelf doorgeven."
    found = _hits(rationele_burger, _BILL, _toelichting(sounds))
    assert len(found) == 1
    assert sounds.startswith(found[0].document.text[found[0].span][:20])


@pytest.mark.parametrize(
    "other",
    [
        "Een ziekenhuis geeft de reiziger een kaart mee waarop staat wie hij kan bellen.",
        "De ambtenaar zal zelf wel weten wanneer hij zijn minister moet inlichten.",
        "Uit onderzoek blijkt dat een op de drie reizigers de brief niet opent.",
    ],
)
def test_help_officials_and_research_are_no_view_of_man(other: str) -> None:
    assert not _hits(rationele_burger, _BILL, _toelichting(other))


_ASKED = "Artikel 3\n1. De reiziger legt bij de aanvraag over: {proof}.\n"


@pytest.mark.parametrize(
    "heavy",
    [
        "handtekeningen van alle medereizigers van de afgelopen acht jaar",
        "een verklaring van ieder van zijn vroegere werkgevers over de jaren waarin hij daar heeft gewerkt",
    ],
)
def test_heavy_proof_is_known_without_known_words(heavy: str) -> None:
    assert _hits(zware_bewijslast, f"{_BILL}\n{_ASKED.format(proof=heavy)}")


@pytest.mark.parametrize("plain", ["een kopie van het treinkaartje", "het nummer van zijn bankrekening", "een ingevuld formulier"])
def test_plain_papers_are_no_heavy_proof(plain: str) -> None:
    assert not _hits(zware_bewijslast, f"{_BILL}\n{_ASKED.format(proof=plain)}")


def test_under_a_heading_on_effects_somebody_must_be_named_who_objects() -> None:
    body = "Voor 4.000 reizigers komt dat neer op 9.000 uur per jaar. De tabel laat zien wat een reiziger zelf moet doen."
    toelichting = f"MEMORIE VAN TOELICHTING\n\nALGEMEEN\n\n1. Gevolgen\n\n1.1 Regeldruk\n{body}\n"
    assert not _hits(bezwaar_gepasseerd, _BILL, toelichting)

"""What the themes termijnen and doenvermogen decide beyond the examples on their pages."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import OptionValue, load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.norms.model import Adressaat
from doenvermogentoets.testing import Marked, dossier_of
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import Phrases, days, is_person, listing, named, words
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij

CATALOGUE = load()
THEMES = ("termijnen", "doenvermogen")


def findings(
    bill: str, *, toelichting: str | None = None, select: tuple[str, ...] = THEMES, options: dict[str, dict[str, OptionValue]] | None = None
) -> list[Finding]:
    result = run_analysed(analyse(dossier_of(Marked(bill, toelichting, ()))), CATALOGUE.select(select), options=options)
    assert result.failures == []
    return result.findings


def codes(bill: str, **given: object) -> list[str]:
    return [f.code for f in findings(bill, **given)]  # type: ignore[arg-type]


FATAL = """Artikel 5
1. De huurder die verhuist, geeft de verhuizing binnen vijf dagen na de verhuizing door aan de dienst.
2. Indien de huurder niet heeft voldaan aan het eerste lid, vervalt het recht op de toeslag.
"""


def test_one_limit_is_one_finding_that_tells_everything() -> None:
    found = findings(FATAL, select=("termijnen",))
    assert [(f.code, f.quote) for f in found] == [("TRM001", "binnen vijf dagen")]
    assert "korter dan zes weken" in found[0].explanation
    assert "verhuizing" in found[0].explanation
    assert found[0].severity is Severity.WARNING
    assert [a.document.text[a.span] for a in found[0].annotations] == ["vervalt"]


def test_help_is_drafting_text_for_this_place_and_person() -> None:
    insertions = [s.insertion or "" for s in findings(FATAL, select=("TRM001",))[0].suggestions]
    assert any("De termijn, bedoeld in het eerste lid," in i and "de huurder" in i for i in insertions)
    assert any("Het gevolg, bedoeld in het tweede lid," in i and "redelijkerwijs niet kan worden geoordeeld" in i for i in insertions)


def test_where_was_searched_is_told() -> None:
    assert "dit artikel" in findings(FATAL, select=("TRM001",))[0].explanation


def test_a_long_limit_is_a_choice_of_the_makers() -> None:
    bill = "Artikel 8\nHet recht vervalt indien de ouder niet binnen twee jaar na de geboorte een aanvraag heeft ingediend.\n"
    assert codes(bill, select=("TRM001",)) == []
    assert codes(bill, select=("TRM001",), options={"fatale-termijn-zonder-uitweg": {"lang-vanaf-dagen": 3650}}) == ["TRM001"]


def test_short_is_a_choice_of_the_makers() -> None:
    bill = "Artikel 4\nDe ouder verstrekt de gevraagde gegevens binnen zeven weken.\n"
    assert codes(bill, select=("TRM002",)) == []
    assert codes("Artikel 4\nDe ouder verstrekt de gevraagde gegevens binnen drie weken.\n", select=("TRM002",)) == ["TRM002"]


@pytest.mark.parametrize("who", ["Het college", "De inspecteur", "Onze Minister", "De werkgever", "De zorgaanbieder"])
def test_no_short_limit_of_an_authority_or_enterprise(who: str) -> None:
    assert codes(f"Artikel 4\n{who} verstrekt de gevraagde gegevens binnen drie weken.\n", select=("TRM002",)) == []


def test_a_very_short_limit_weighs_more() -> None:
    short, very = (
        findings(f"Artikel 4\nDe ouder verstrekt de gevraagde gegevens binnen {n}.\n", select=("TRM002",))[0]
        for n in ("drie weken", "vijf dagen")
    )
    assert (short.severity, very.severity) == (Severity.SUGGESTION, Severity.WARNING)


AMENDMENT = """Artikel I
De Wet lesgeld wordt als volgt gewijzigd:

A
In artikel 12, eerste lid, wordt «zes weken» vervangen door «vier weken».
"""


def test_a_shortened_limit_is_a_question_until_the_toelichting_tells_whose_it_is() -> None:
    alone = findings(AMENDMENT, select=("TRM005",))
    assert [f.severity for f in alone] == [Severity.INFO]
    told = findings(
        AMENDMENT,
        select=("TRM005",),
        toelichting="II. Artikelsgewijs\n\nArtikel I, onderdeel A\nVoor ouders wordt de betaaltermijn korter.\n",
    )
    assert [f.severity for f in told] == [Severity.WARNING]
    assert told[0].annotations


def test_a_shortened_limit_of_an_authority_is_no_finding() -> None:
    told = "II. Artikelsgewijs\n\nArtikel I, onderdeel A\nDe dienst beslist voortaan sneller.\n"
    assert codes(AMENDMENT, select=("TRM005",), toelichting=told) == []


def test_an_age_is_no_limit() -> None:
    assert codes(AMENDMENT.replace("zes weken", "23 jaar").replace("vier weken", "21 jaar"), select=("TRM005",)) == []


def test_a_place_is_reported_once_per_check() -> None:
    bill = "Artikel 8\nDe student zendt een door de instelling gewaarmerkte kopie van het diploma in en dient daarbij een aanvraag in.\n"
    places = [(f.code, f.span) for f in findings(bill)]
    assert len(places) == len(set(places))


def test_help_in_the_toelichting_answers_the_question() -> None:
    duties = "".join(f"Artikel {i}\nDe ouder verstrekt het college de gegevens, bedoeld in artikel {i + 5}.\n\n" for i in (2, 3, 4))
    assert "DVM010" in codes(duties, select=("DVM010",))
    assert codes(duties, select=("DVM010",), toelichting="1. Inleiding\nHet wijkteam biedt ouders hulp.\n") == []


def test_many_duties_of_one_person_are_told_once() -> None:
    bill = "".join(f"Artikel {i}\nDe ouder meldt een wijziging van soort {i} aan het college.\n\n" for i in range(2, 11))
    found = findings(bill, select=("DVM002",))
    assert [(f.code, f.severity) for f in found] == [("DVM002", Severity.INFO)]
    assert "9 plaatsen" in found[0].message


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("na … ontdekking", "binnen vier weken na de eerste ontdekking", "na de eerste ontdekking"),
        ("betaal*", "Betaaltermijn van een week", "Betaaltermijn"),
        ("te laat", "nooit te\nlaat", "te\nlaat"),
        ("hulp", "hulpverlener", None),
        ("na … ontdekking", "na een. Ontdekking", None),
    ],
)
def test_phrases(phrase: str, text: str, expected: str | None) -> None:
    document = dossier_of(Marked(f"Artikel 1\n{text}\n", None, ())).bill
    found = Phrases([phrase]).first(document, Span(10, 10 + len(text)))
    assert (None if found is None else document.text[found]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("vier weken", 28), ("een maand", 30), ("«zes weken»", 42), ("bijzondere omstandigheden", None), ("twee weken of drie weken", None)],
)
def test_days(text: str, expected: float | None) -> None:
    assert days(text) == expected


def test_naming() -> None:
    assert [named(t) for t in ("De ouder", "kind", "huurder", "personen", "een ieder")] == [
        "de ouder",
        "het kind",
        "de huurder",
        "personen",
        "een ieder",
    ]
    assert listing(["a", "b", "a", "c"]) == "a, b en c"
    document = dossier_of(Marked("Artikel 1\n" + "woord " * 60 + "\n", None, ())).bill
    assert words(document, Span(0, 300), 50).endswith(" …")


@pytest.mark.parametrize(
    ("text", "person"), [("de werkgever", False), ("zorgaanbieder", False), ("de ouder", True), ("budgethouder", True)]
)
def test_is_person(text: str, person: bool) -> None:
    assert is_person(Adressaat(text, "burger", "hoog")) is person


def test_help_of_a_page_names_the_authority_of_the_text() -> None:
    bill = """Artikel 3
1. Het college verleent de bijdrage op aanvraag.
2. De ouder verstrekt de stukken binnen twee weken na het verzoek.
"""
    titles = [s.title for s in findings(bill, select=("TRM002",))[0].suggestions]
    assert any("het college kan deze termijn" in title for title in titles)
    assert not any("[" in title for title in titles)


def test_a_loss_that_names_nobody_is_about_the_person_of_the_artikel() -> None:
    bill = """Artikel 4
1. De huurder verstrekt bij de aanvraag een afschrift van het contract.
2. De aanspraak op de bijdrage vervalt, indien de aanvraag niet binnen vier weken na afloop van het jaar door de dienst is ontvangen.
"""
    found = findings(bill, select=("TRM001",))
    assert [(f.quote, f.severity) for f in found] == [("binnen vier weken", Severity.WARNING)]
    assert "termijn voor de huurder" in found[0].message


def test_a_life_event_that_opens_the_sentence_is_told() -> None:
    found = findings(
        "Artikel 6\nNa het overlijden van de huurder doen zijn erfgenamen daarvan binnen vijf dagen mededeling aan de dienst.\n",
        select=("TRM008",),
    )
    assert "Na het overlijden" in found[0].message
    assert "voor de erfgenamen" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "1. Indien aan de huurder te weinig is betaald, wordt het restant binnen drie weken betaald.",
        "1. Is aan de huurder te weinig betaald, dan wordt het verschil binnen vier weken betaald.",
    ],
)
def test_what_is_paid_to_people_is_no_limit_of_theirs(text: str) -> None:
    assert not findings(f"Artikel 5\n{text}\n", select=("TRM002", "TRM005"))


@pytest.mark.parametrize(
    "text",
    [
        "1. Indien te weinig is betaald, betaalt de huurder het restant binnen tien dagen.",
        "1. Heeft de huurder te weinig betaald, dan voldoet hij het verschil binnen twee weken.",
        "1. De huurder restitueert het te veel ontvangen voorschot binnen twee weken.",
    ],
)
def test_what_people_pay_themselves_is(text: str) -> None:
    assert findings(f"Artikel 5\n{text}\n", select=("TRM002", "TRM005"))


@pytest.mark.parametrize(
    "gets",
    [
        "De leerling of zijn ouders ontvangen binnen twee weken na het gesprek een verslag, waarop zij kunnen reageren.",
        "Van ieder bezoek ontvangt de huurder binnen twee weken een verslag, waarop hij kan reageren.",
    ],
)
def test_what_people_get_in_time_is_the_limit_of_whoever_sends_it(gets: str) -> None:
    sends = "De leerling of zijn ouders zenden binnen twee weken na het gesprek hun reactie op het verslag."
    assert not findings(f"Artikel 5\n1. {gets}\n", select=("TRM002",))
    assert findings(f"Artikel 5\n1. {sends}\n", select=("TRM002",))


def test_what_people_get_spares_no_other_limit_of_the_sentence() -> None:
    text = (
        "Artikel 5\nOntvangt hij binnen een week geen bericht, dan neemt de huurder uiterlijk de volgende dag contact op met de dienst.\n"
    )
    assert [f.quote for f in findings(text, select=("TRM006",))] == ["uiterlijk de volgende dag"]


REPORTS = "Artikel 5\n1. De huurder meldt een verhuizing onverwijld aan de dienst.\n"


@pytest.mark.parametrize("back", ["Bij gebreke daarvan", "Voldoet hij hieraan niet, dan", "Komt hij dit niet na, dan"])
def test_an_effect_that_looks_back_at_a_duty_in_its_own_lid_is_not_of_the_lid_before(back: str) -> None:
    proof = f"2. De huurder in het buitenland zendt elk jaar een bewijs van leven in. {back} wordt de uitkering gestaakt.\n"
    reminder = f"2. De dienst zendt de huurder een herinnering. {back} wordt de uitkering gestaakt.\n"
    assert "gestaakt" not in " ".join(f.message for f in findings(REPORTS + proof, select=("TRM003",)))
    assert "gestaakt" in " ".join(f.message for f in findings(REPORTS + reminder, select=("TRM003",)))


def test_an_effect_on_a_body_is_none_of_the_limit_of_a_person() -> None:
    body = "Artikel 6\nDe minister kan een boete opleggen aan een zorginstelling die handelt in strijd met artikel 5.\n"
    person = body.replace("een zorginstelling", "een huurder")
    assert "opleggen" not in " ".join(f.message for f in findings(REPORTS + body, select=("TRM003",)))
    assert "opleggen" in " ".join(f.message for f in findings(REPORTS + person, select=("TRM003",)))


def test_from_when_a_decision_holds_is_no_open_limit() -> None:
    lost = " Doet hij dit niet, dan vervalt het recht op de uitkering.\n"
    ends = f"Artikel 5\nDe huurder moet de machtiging met onmiddellijke ingang intrekken.{lost}"
    stops = f"Artikel 5\nDe huurder staakt met onmiddellijke ingang het gebruik van de woning.{lost}"
    assert not findings(ends, select=("TRM003",))
    assert findings(stops, select=("TRM003",))


def test_the_register_does_not_have_where_an_animal_lives() -> None:
    asks = "Artikel 5\n1. De huurder meldt de verhuizing{} zo spoedig mogelijk aan de dienst.\n"
    assert findings(asks.format(""), select=("DVM001",))
    assert not findings(asks.format(" van een dier"), select=("DVM001",))


@pytest.mark.parametrize(
    ("second", "helps"),
    [
        ("De dienst verleent op verzoek ontheffing van de verplichting, bedoeld in het eerste lid.", True),
        ("De termijn verstrijkt niet eerder dan vier weken nadat de huurder op het einde daarvan is gewezen.", True),
        ("De dienst verleent geen ontheffing van deze verplichting.", False),
        ("De uitsluiting verstrijkt niet voordat de boete is betaald.", False),
        ("De termijn waarbinnen de dienst beslist, verstrijkt niet eerder dan zes weken na ontvangst.", False),
        ("De dienst verleent een verhuurder vrijstelling van de verplichting tot het plaatsen van een bord.", False),
    ],
)
def test_only_an_exemption_or_more_time_for_whoever_must_act_is_a_way_out(second: str, helps: bool) -> None:
    text = f"Artikel 5\n1. De huurder schrijft zich binnen drie weken na de verhuizing in bij de dienst.\n2. {second}\n"
    bill = analyse(dossier_of(Marked(text, None, ()))).bill
    provision = bill.provisions[0]
    assert (uitweg_dichtbij(bill, provision, provision.sentence_at(provision.span.start)) is not None) is helps

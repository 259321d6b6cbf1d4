"""What a second reading of unknown law found missing, each beside what looks like it and must stay as it was."""

from __future__ import annotations

import pytest
from artikel_vijf import PEOPLE, findings

from doenvermogentoets.analysis import analyse
from doenvermogentoets.findings import Severity
from doenvermogentoets.norms.getroffene import getroffene
from doenvermogentoets.testing import Marked, dossier_of

FATAL = "fatale-termijn-zonder-uitweg"
LOSS = "zwaar-gevolg-zonder-uitweg"


# A time to apply without a sentence about who is later.


def windows(text: str, rest: str = PEOPLE) -> list[Severity]:
    return [f.severity for f in findings(text, FATAL, rest) if "wat geldt voor wie later is" in f.message]


@pytest.mark.parametrize(
    "text",
    [
        "De aanvraag van de weduwe wordt binnen vijf maanden na het overlijden gedaan.",
        "De bewoner dient de aanvraag in binnen een half jaar na zijn verhuizing.",
        "De ouder vraagt de toeslag binnen honderd dagen na de geboorte aan.",
        "De huurder doet het verzoek binnen acht weken na de inwerkingtreding van dit besluit.",
    ],
)
def test_a_time_to_apply_after_an_event_is_asked_about(text: str) -> None:
    assert windows(text) == [Severity.SUGGESTION]


@pytest.mark.parametrize(
    "text",
    [
        "De aanvraag van de bewoner wordt binnen drie maanden na afloop van de werkzaamheden ingediend.",
        "Een verzoek van de ouder om een bijdrage moet uiterlijk binnen drie jaren na de inwerkingtreding van deze wet zijn ontvangen.",
        "Aan de bewoner kan binnen vier weken na de inwerkingtreding van dit besluit, uitsluitend op zijn verzoek, een vergoeding worden "
        "toegekend.",
    ],
)
def test_a_time_to_apply_for_people_is_information(text: str) -> None:
    assert windows(text) == [Severity.INFO]


@pytest.mark.parametrize(
    "text",
    [
        "Het college beslist binnen drie maanden na de inwerkingtreding op de aanvraag van de bewoner.",
        "Het college kan binnen acht weken na ontvangst, uitsluitend op verzoek van de bewoner, een vergoeding toekennen.",
        "De bewoner dient de aanvraag in binnen vijf maanden na het overlijden. Het college kan deze termijn verlengen.",
        "De weduwe dient de aanvraag in binnen vijf maanden na het overlijden. Een latere aanvraag gaat in op de dag van ontvangst.",
        "De weduwe ontvangt de uitkering ambtshalve; zij kan haar binnen vijf maanden na het overlijden ook zelf aanvragen.",
        "De bewoner dient de aanvraag tot vaststelling van de vergoeding in binnen drie maanden na afloop van de werkzaamheden.",
        "De bewoner vraagt binnen zes weken na de bekendmaking van de uitslag een herkeuring aan.",
        "De bewoner die binnen een jaar na de inwerkingtreding een aanvraag heeft ingediend, ontvangt de vergoeding.",
        "De gemeente dient haar aanvraag in binnen drie maanden na de inwerkingtreding van deze regeling.",
    ],
)
def test_no_door_falls_shut_for_a_person(text: str) -> None:
    assert windows(text) == []


def test_a_firm_that_applies_is_not_asked_about() -> None:
    firms = "\n\nArtikel 9\nDe onderneming en de rechtspersoon houden een boekhouding van het bedrijf bij.\n"
    assert windows("De aanvraag wordt ingediend binnen drie maanden na publicatie van deze regeling.", firms) == []


# More data is repair only where something was applied for.


@pytest.mark.parametrize(
    "text",
    [
        "De bewoner verschaft de inspecteur op diens verzoek binnen drie weken aanvullende inlichtingen over het gebruik van zijn woning.",
        "De ouder is verplicht binnen een week na een daartoe strekkende vraag aanvullende gegevens te verstrekken aan het college.",
    ],
)
def test_more_data_without_an_application_is_a_duty(text: str) -> None:
    assert findings(text, "korte-termijn")


@pytest.mark.parametrize(
    "text",
    [
        "1. De ouder doet een aanvraag bij het college.\n2. Hij verstrekt binnen drie weken na een vraag daarom aanvullende gegevens.",
        "Zijn de stukken onvolledig, dan verstrekt de ouder binnen drie weken na een vraag daarom aanvullende gegevens.",
        "De ouder verstrekt binnen drie weken na een vraag daarom alsnog de gegevens, om het verzuim te herstellen.",
    ],
)
def test_more_data_for_what_was_applied_for_is_repair(text: str) -> None:
    assert not findings(text, "korte-termijn")


# An ambtenaar who asks the authority he works for, speaks for himself.


def _owners(text: str, title: str = "Regeling") -> list[str]:
    bill = analyse(dossier_of(Marked(f"{title}\n\nArtikel 5\n{text}\n", None, ()))).bill
    return [t.voor for p in bill.provisions for n in p.norms for t in n.termijnen]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Het verlof gaat door, tenzij de ambtenaar het bevoegd gezag binnen vijf weken verzoekt het uit te stellen.", "burger"),
        ("De korting wordt toegepast, tenzij de militair Onze Minister binnen een maand schriftelijk verzoekt dat niet te doen.", "burger"),
        ("Het verlof gaat door, tenzij het bevoegd gezag de ambtenaar binnen vijf weken verzoekt te blijven.", "overheid"),
        (
            "De inschrijving vervalt, tenzij de ambtenaar van de burgerlijke stand de officier van justitie binnen vijf weken verzoekt "
            "haar te bevestigen.",
            "overheid",
        ),
    ],
)
def test_who_asks_the_authority_must_be_in_time(text: str, owner: str) -> None:
    assert _owners(text) == [owner]


@pytest.mark.parametrize(("title", "role"), [("Sociaal statuut provincie", "burger"), ("Besluit landbouwkwaliteit", "overheid")])
def test_a_sociaal_statuut_is_about_staff(title: str, role: str) -> None:
    text = "De ambtenaar zorgt dat de stukken over zijn dienstjaren tijdig aan het bevoegd gezag worden overgelegd."
    bill = analyse(dossier_of(Marked(f"{title}\n\nArtikel 5\n{text}\n", None, ()))).bill
    assert [n.adressaat.rol for p in bill.provisions for n in p.norms if n.adressaat is not None] == [role]


# Of a list of full clauses each onderdeel has its own effect.


def _effects(text: str) -> list[tuple[str, str]]:
    bill = analyse(dossier_of(Marked(f"Artikel 5\n{text}\n", None, ()))).bill
    content = bill.document.text.content
    return [(n.werkwoord, content[g.span.start : g.span.end]) for p in bill.provisions for n in p.norms for g in n.gevolgen]


def test_what_one_onderdeel_forbids_is_no_effect_of_the_others() -> None:
    assert _effects(
        "Aan de pas worden de volgende voorschriften verbonden:\na. de vereniging geeft de pas af;\nb. het is verboden een hond mee te "
        "nemen;\nc. de houder toont de pas op verzoek."
    ) == [("verbieden", "verboden")]


def test_an_effect_behind_a_list_of_grounds_stays() -> None:
    assert ("vervallen", "vervalt") in _effects(
        "Indien de ouder:\na. zijn opgave niet doet; of\nb. niet verschijnt,\nvervalt het recht op de uitkering."
    )


_LISTED = (
    "Aan de kaart worden de volgende voorschriften verbonden:\na. de vereniging geeft een ieder die daarom verzoekt een kaart;\n"
    "b. {};\nc. de vereniging registreert de kaarten."
)


def test_a_loss_in_an_onderdeel_has_the_occasion_of_that_onderdeel() -> None:
    found = findings(_LISTED.format("een kaart wordt niet verstrekt indien de ouder zijn opgave niet heeft gedaan"), LOSS)
    assert ["niet verstrekt" in f.message for f in found] == [True]


def test_who_asks_for_it_himself_loses_nothing() -> None:
    assert not findings(_LISTED.format("een kaart wordt ingetrokken indien de ouder daarom verzoekt"), LOSS)


# A hard limit without a toelichting.


@pytest.mark.parametrize(
    "text",
    [
        "Geen recht op de bijdrage heeft de ouder die minder dan zestien uren per week werkt.",
        "Aan dit besluit kan geen aanspraak op een vergoeding worden ontleend door de bewoner die al een tegemoetkoming heeft ontvangen.",
    ],
)
def test_a_hard_limit_for_people_is_information_without_a_toelichting(text: str) -> None:
    assert [f.severity for f in findings(text, "harde-grens")] == [Severity.INFO]


@pytest.mark.parametrize(
    "text",
    [
        "Geen recht op de bijdrage heeft de gemeente met minder dan 20.000 inwoners.",
        "Geen recht op de bijdrage heeft de ouder zolang hij loon ontvangt.",
        "Geen recht op de bijdrage heeft de ouder die minder dan zestien uren werkt. Het college kan hiervan afwijken voor zover dat leidt "
        "tot een onbillijkheid van overwegende aard.",
    ],
)
def test_other_limits_are_not_told(text: str) -> None:
    assert not findings(text, "harde-grens")


# One road, for which somebody must leave the house.


def _roads(text: str) -> list[Severity]:
    return [f.severity for f in findings(text, "alleen-in-persoon") if "één weg" in f.message]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("De aanvraag van de ouder wordt ingediend door tussenkomst van het hoofd van de consulaire post.", Severity.SUGGESTION),
        ("De bewoner doet zijn aanvraag uitsluitend aan het loket van de gemeente.", Severity.SUGGESTION),
        ("De bewoner zendt zijn verzoek bij aangetekende brief aan het college.", Severity.INFO),
    ],
)
def test_one_road_is_asked_about(text: str, level: Severity) -> None:
    assert _roads(text) == [level]


@pytest.mark.parametrize(
    "text",
    [
        "Het college zendt het besluit op het verzoek van de bewoner bij aangetekende brief toe.",
        "De bewoner zendt zijn verzoek bij aangetekende brief of per e-mail aan het college.",
        "1. De bewoner doet zijn aanvraag uitsluitend aan het loket van de gemeente.\n2. Een gemachtigde kan de aanvraag voor hem doen.",
        "De ouder kan zijn aanvraag indienen bij de ambassade.",
        "De huurder zegt de overeenkomst op bij aangetekende brief.",
        "De bewoner doet zijn aanvraag schriftelijk.",
    ],
)
def test_other_roads_are_not(text: str) -> None:
    assert not _roads(text)


# A tariff for whoever did not come.


@pytest.mark.parametrize(
    "text",
    [
        "Is de bewoner niet aanwezig op het afgesproken uur, dan is hij een tarief verschuldigd van € 80.",
        "De ouder die niet verschijnt op de afspraak, is € 45 verschuldigd.",
    ],
)
def test_money_for_a_missed_appointment_is_asked_about(text: str) -> None:
    assert [f.severity for f in findings(text, "sanctie-zonder-matiging")] == [Severity.SUGGESTION]


@pytest.mark.parametrize(
    "text",
    [
        "Voor de keuring is de bewoner een tarief verschuldigd van € 80.",
        "De ouder die niet verschijnt op de afspraak, is € 45 verschuldigd, tenzij hij door overmacht was verhinderd.",
    ],
)
def test_a_tariff_or_an_excuse_is_not(text: str) -> None:
    assert all(f.severity is Severity.INFO for f in findings(text, "sanctie-zonder-matiging"))


# «Wie …» and «hij» are whoever the sentence before speaks to.


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("2. De student vraagt de toelage binnen een maand aan. Wie te laat is, verliest het recht op de toelage.", "de student"),
        ("2. De hersteller meldt zich binnen een maand aan. Wie niet is aangemeld, verliest het recht op de toelage.", "de hersteller"),
        ("2. Het recht op de toelage vervalt indien de huurder te laat is.", "de huurder"),
        ("2. Wie te laat is, verliest het recht op de toelage.", "de ouder"),
        ("2. De aanvraag wordt binnen een maand gedaan. Wie te laat is, verliest het recht op de toelage.", "de ouder"),
    ],
)
def test_who_loses_is_whom_the_sentence_before_speaks_to(text: str, who: str) -> None:
    first = "1. De ouder houdt een lijst bij. De ouder betaalt de bijdrage.\n"
    bill = analyse(dossier_of(Marked(f"Artikel 5\n{first}{text}\n", None, ()))).bill
    provision = bill.provisions[-1]
    assert getroffene(bill, provision, provision.norms[-1]) == who

"""Burdens by the way they are said, in the words of drafters who were not known before; and what only looks like them."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = (
    "\n\nArtikel 9\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin "
    "en kinderen.\n"
)


def findings(check: str, text: str) -> list[Finding]:
    """What one check says of a bill."""
    result = run_analysed(analyse(dossier_of(Marked(f"{text}{PEOPLE}", None, ()))), CATALOGUE.select((check,)))
    assert result.failures == []
    return [f for f in result.findings if f.span.start < len(text)]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        # one digital way, and no other
        ("uitsluitend-digitaal", "Artikel 5\nEen rit wordt geboekt met de app Regiotaxi. Op een andere manier boeken is niet mogelijk."),
        ("uitsluitend-digitaal", "Artikel 5\nHet doen van aangifte door de bewoner geschiedt langs elektronische weg met DigiD."),
        ("uitsluitend-digitaal", "Artikel 5\nVan een verandering in het gezin doet de bewoner opgave, en wel langs digitale weg."),
        # what a registration of the government holds
        ("plicht-waar-ambtshalve-kan", "Artikel 5\nDe bewoner meldt een verandering in het aantal bewoners van de woning aan het college."),
        (
            "plicht-waar-ambtshalve-kan",
            "Artikel 5\nDe ouder legt bij de aanvraag een verklaring van de Belastingdienst omtrent het verzamelinkomen over.",
        ),
        # to estimate
        (
            "schatten-en-verrekenen",
            "Artikel 5\n1. De ouder doet vooraf opgave van de kosten die hij naar verwachting zal maken.\n"
            "2. Het voorschot wordt na afloop verrekend.",
        ),
        # again and again
        ("terugkerende-plicht", "Artikel 5\nDe bewoner doet over elk tijdvak aangifte bij de inspecteur."),
        ("terugkerende-plicht", "Artikel 5\nDe ouder meldt op de eerste dag van iedere maand de stand van de meter aan het college."),
        # what had to be plausible, must be proved
        (
            "zware-bewijslast",
            "Artikel I\nDe Wet huurtoeslag wordt als volgt gewijzigd:\n\nA\nIn artikel 5, eerste lid, wordt «aannemelijk maakt dat» "
            "vervangen door «met stukken aantoont dat».",
        ),
    ],
)
def test_a_burden_is_found_however_it_is_said(check: str, text: str) -> None:
    assert findings(check, text)


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("uitsluitend-digitaal", "Artikel 5\nOp de website staat welke stukken de bewoner bij de aanvraag voegt."),
        ("uitsluitend-digitaal", "Artikel 5\n1. Een rit wordt geboekt met de app Regiotaxi. Boeken kan ook telefonisch."),
        ("uitsluitend-digitaal", "Artikel 5\nHet college slaat de aangifte op in een digitaal dossier."),
        ("plicht-waar-ambtshalve-kan", "Artikel 5\nHet college telt het aantal bewoners van de woning."),
        ("terugkerende-plicht", "Artikel 5\nHet college betaalt over elk tijdvak een voorschot aan de ouder."),
        (
            "zware-bewijslast",
            "Artikel I\nDe Wet huurtoeslag wordt als volgt gewijzigd:\n\nA\nIn artikel 5, eerste lid, wordt «aantoont dat» vervangen door "
            "«aannemelijk maakt dat».",
        ),
    ],
)
def test_a_look_alike_is_left_alone(check: str, text: str) -> None:
    assert not findings(check, text)


def test_only_digital_is_a_warning_when_a_person_must_go_that_way() -> None:
    (person,) = findings("uitsluitend-digitaal", "Artikel 5\nDe huurder dient de aanvraag uitsluitend in via het portaal.")
    assert person.severity is Severity.WARNING


def test_an_abbreviation_in_inserted_text_may_be_explained_by_the_law_that_is_amended() -> None:
    text = (
        "Artikel I\nDe Wet bijstand wordt als volgt gewijzigd:\n\nA\nArtikel 5 komt te luiden:\n\nArtikel 5\nGegevens die in de QRP staan, "
        "verstrekt de bewoner niet."
    )
    (hit,) = findings("afkorting-zonder-begripsbepaling", text)
    assert hit.severity is Severity.INFO and "wordt gewijzigd" in hit.explanation


def test_a_very_long_description_is_a_long_sentence_and_a_begripsbepaling_is_none() -> None:
    what = " ".join(["de kosten van arbeid en materiaal die in dat jaar zijn gemaakt voor het werk en"] * 7)
    (hit,) = findings("lange-zin", f"Artikel 5\nSubsidiabel zijn {what} niet door een ander zijn vergoed.")
    assert hit.severity is Severity.SUGGESTION
    assert not findings("lange-zin", f"Artikel 5\nIn deze wet wordt verstaan onder kosten: {what} niet door een ander zijn vergoed.")


def test_all_that_a_list_asks_and_the_government_has_is_shown_at_the_one_finding() -> None:
    def also(text: str) -> list[list[str]]:
        return [[a.document.text[a.span] for a in f.annotations] for f in findings("plicht-waar-ambtshalve-kan", text)]

    listed = (
        "Artikel 5\nBij de aanvraag overlegt de huurder:\na. een uittreksel uit de basisregistratie personen;\n"
        "b. een inkomensverklaring;\nc. een foto van de woning;\nd. een bewijs van eigendom uit de kadastrale registratie.\n"
    )
    assert also(listed) == [["inkomensverklaring", "bewijs van eigendom uit de kadastrale registratie"]]
    said = "Artikel 5\nDe huurder meldt zijn adres, zijn geboortedatum en de kleur van de gevel aan het college.\n"
    assert also(said) == [["zijn geboortedatum"]]
    # who only says who he is, reports nothing that is known already
    assert also("Artikel 5\nDe huurder meldt zijn geboortedatum aan het college.\n") == []

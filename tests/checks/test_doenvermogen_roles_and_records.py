"""Proof that must be kept per day or per piece, the consent of all others, digital steps; of an owner or keeper who is a person.

The words between ⟦ and ⟧ are those that a finding of doenvermogen must touch.
"""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

CHECKS = load().select(["zware-bewijslast", "uitsluitend-digitaal"])
MENS = (
    "Artikel 1\nIn deze regeling wordt verstaan onder:\neigenaar: eigenaar van een woning die hij zelf bewoont;\n"
    "houder: natuurlijke persoon die voor zijn plezier bijen houdt.\n\nArtikel 2\n"
)
BEDRIJF = (
    "Artikel 1\nIn deze regeling wordt verstaan onder:\neigenaar: onderneming die een haven exploiteert;\n"
    "houder: rechtspersoon die een inrichting drijft.\n\nArtikel 2\n"
)

BEWIJS = """
De student legt bij de aanvraag een ⟦lijst over waarop per uur⟧ de gegeven hulp is vermeld.
Bij de aanvraag verstrekt de ouder een ⟦overzicht waarin van dag tot dag de gemaakte reizen zijn genoteerd⟧.
De bewoner verantwoordt de uitgaven met ⟦originele bonnetjes⟧.
De cliënt legt ⟦kassabonnen van iedere aankoop⟧ over.
De aannemer levert de bewoner niets; de bewoner legt een door hem ⟦per week ingevulde urenstaat⟧ over.
De werkzoekende zendt ⟦van elke brief een gedagtekend afschrift⟧ in.
De bewoner legt een ⟦sterkteberekening van een ingenieur⟧ over.
De bewoner verkrijgt vooraf de ⟦instemming van alle⟧ andere bewoners van het blok.
De huurder verzamelt de ⟦handtekeningen van ieder van⟧ zijn buren.
De eigenaar legt een ⟦taxatierapport⟧ over.
De houder verkrijgt de ⟦toestemming van de overige⟧ imkers in het dorp.
""".strip().splitlines()

DIGITAAL = """
De eigenaar brengt het verslag ter kennis van het college door het ⟦in te voeren in het gemeentelijke portaal⟧.
De bewoner doet de opgave ⟦met een middel voor elektronische identificatie⟧.
De bewoner doet de aanvraag in persoon. De aanvraag wordt voorbereid ⟦in een persoonlijke digitale omgeving⟧ van de bewoner.
De houder meldt een zieke zwerm ⟦via het bijenportaal⟧.
""".strip().splitlines()

NIET = """
De student legt bij de aanvraag een verklaring over waarop zijn naam is vermeld.
Het college verkrijgt vooraf de instemming van alle andere gemeenten.
De bewoner doet de aanvraag via het portaal. De aanvraag kan ook in persoon worden gedaan.
De ouder vermeldt per kind de naam.
De bewoner verkrijgt een toelage van het college.
Het college houdt per dag een lijst bij waarop de meldingen zijn vermeld.
""".strip().splitlines()


def found(text: str, lead: str = MENS) -> list[Finding]:
    start, end = text.find("⟦"), text.find("⟧")
    plain = text.replace("⟦", "").replace("⟧", "")
    result = run(dossier(read_text(f"{lead}{plain}\n", "ontwerp.txt", "txt"), None), CHECKS)
    assert not result.failures
    here = [f for f in result.findings if f.span.start >= len(lead)]
    if start < 0:
        return here
    return [f for f in here if f.span.start < len(lead) + end - 1 and len(lead) + start < f.span.end]


@pytest.mark.parametrize("text", [*BEWIJS, *DIGITAAL])
def test_it_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", NIET)
def test_a_look_alike_is_not(text: str) -> None:
    assert [f.message for f in found(text)] == []


@pytest.mark.parametrize("text", ["De eigenaar legt een taxatierapport over.", "De houder meldt een storing via het portaal."])
def test_a_firm_by_the_same_name_is_no_person(text: str) -> None:
    assert [f.message for f in found(text, BEDRIJF)] == []


def test_a_role_that_the_text_defines_as_a_person_tells_of_whom_an_impersonal_sentence_asks() -> None:
    """A doctor who gives a paper is named in the same artikel; the sentence about the portal names nobody."""
    text = (
        "1. De aanvraag wordt ⟦uitsluitend langs elektronische weg⟧ ingediend.\n"
        "2. De houder legt bij de aanvraag een verklaring over van zijn behandelend arts.\n\n"
        "Artikel 3\nDe ouder van een minderjarige ontvangt de toelage. De huurder van een standplaats meldt zich bij de burgemeester.\n"
        "Artikel 4\nDe student krijgt korting."
    )
    (person,) = (f for f in found(text) if f.check == "uitsluitend-digitaal")
    assert person.severity is Severity.WARNING
    assert "niet zeker is dat dit mensen treft" not in person.explanation
    assert all(f.severity is not Severity.WARNING for f in found(text, BEDRIJF) if f.check == "uitsluitend-digitaal")

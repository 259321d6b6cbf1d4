"""Another law, body or place in the sentence, and a number of the section's own artikel: no contradiction; the look-alikes still are."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Regels over een marktvergunning (Wet marktvergunningen)

Artikel 1. Begrippen
In deze wet wordt verstaan onder:
koopman: natuurlijke persoon die waren verkoopt;
marktbureau: Marktbureau Nederland;
inspectie: Inspectie van de markten.

Artikel 2. Aanvraag
1. De koopman dient de aanvraag in binnen tien weken na de inschrijving.
2. Het marktbureau beslist binnen vier weken op de aanvraag.

Artikel 3. Intrekking
1. Het marktbureau trekt de marktvergunning in indien de koopman de standplaats een jaar niet gebruikt.
2. Het marktbureau vordert onverschuldigd betaalde marktsteun van de koopman terug.

Artikel 4. Verlaging
1. Het marktbureau verlaagt de marktsteun met 20 procent indien het college de standplaatsen niet telt.
2. Het college telt de standplaatsen elk jaar.

Artikel 5. Ontheffing
Het marktbureau kan de koopman ontheffing van het marktgeld verlenen.

Artikel 6. Evaluatie
Onze Minister zendt binnen zes jaar na de inwerkingtreding van deze wet aan de Staten-Generaal een verslag over deze wet.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Inleiding\nDit wetsvoorstel regelt de markt.\n\n2. Hoofdlijnen\n"


@pytest.mark.parametrize(
    "passage",
    [
        "De Sociale verzekeringsbank, die de kinderbijslag uitvoert, valt niet onder dit voorstel; zij kan daar van terugvordering van "
        "onverschuldigd betaalde steun afzien.",
        "De Havenwet, op grond waarvan het college een marktvergunning kan intrekken, ziet op schepen en niet op de koopman.",
        "De burgemeester kan de marktvergunning intrekken indien de koopman de standplaats een jaar niet gebruikt.",
    ],
)
def test_the_room_of_another_law_or_body_is_not_that_of_the_bill(passage: str) -> None:
    assert not against("tegenspraak-ruimte", BILL, HEAD + passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Het marktbureau kan de marktvergunning intrekken indien de koopman de standplaats een jaar niet gebruikt.",
        "De Wet marktvergunningen, op grond waarvan het marktbureau de marktvergunning kan intrekken indien de koopman de standplaats een "
        "jaar niet gebruikt, is nieuw.",
        "De Havenwet, op grond waarvan schepen worden geweerd, is daarvoor ongeschikt; het marktbureau kan de marktvergunning intrekken "
        "indien de koopman de standplaats een jaar niet gebruikt.",
        "De politie kan het marktbureau inlichten; het marktbureau kan de marktvergunning intrekken indien de koopman de standplaats een "
        "jaar niet gebruikt.",
        "De toezichthouder kan de marktvergunning intrekken indien de koopman de standplaats een jaar niet gebruikt.",
        "De voorzitter van de zitting kan de marktvergunning intrekken indien de koopman de standplaats een jaar niet gebruikt.",
    ],
)
def test_the_room_of_the_bill_still_is(passage: str) -> None:
    assert against("tegenspraak-ruimte", BILL, HEAD + passage)


def test_who_decides_in_the_place_just_named_is_not_who_decides_by_the_bill() -> None:
    place = "In dertig gemeenten bestaat al een marktpas. Het college beslist in die gemeenten op de aanvraag van de koopman."
    assert not against("tegenspraak-orgaan", BILL, HEAD + place)
    assert not against(
        "tegenspraak-orgaan",
        BILL,
        HEAD + "De Havenwet, op grond waarvan het college beslist op de aanvraag van de koopman, blijft bestaan.",
    )


def test_who_decides_by_the_bill_still_is_in_a_place_that_the_bill_is_about() -> None:
    place = "Sommige gemeenten krijgen een markt. Het college beslist in die gemeenten op de aanvraag van de koopman."
    assert against("tegenspraak-orgaan", BILL, HEAD + place)


def test_a_number_of_the_artikel_that_the_section_is_about_contradicts_no_other() -> None:
    told = "Binnen {} wordt bezien hoeveel kooplieden de marktvergunning aanvragen, hoeveel haar mislopen en waarom."
    evaluation = "MEMORIE VAN TOELICHTING\n\n1. Inleiding\nDit wetsvoorstel regelt de markt.\n\n2. Evaluatie\n"
    assert not against("tegenspraak-getal", BILL, evaluation + told.format("zes jaar"))
    application = "De koopman dient de aanvraag in binnen {} na de inschrijving."
    assert against("tegenspraak-getal", BILL, HEAD + application.format("acht weken"))
    assert against("tegenspraak-getal", BILL, HEAD.replace("Hoofdlijnen", "Aanvraag") + application.format("acht weken"))


def test_a_body_that_the_bill_only_defines_does_not_do_what_another_does_by_a_lid() -> None:
    bill, head = BILL.replace("Het marktbureau", "Onze Minister"), HEAD.replace("Hoofdlijnen", "Verlaging")
    told = "De verlaging met 20 procent dient als prikkel. De Inspectie van de markten legt de korting op."
    (hit,) = against("tegenspraak-orgaan", bill, head + told)
    assert "artikel 4, eerste lid, noemt «Onze Minister»" in hit.message
    assert not against("tegenspraak-orgaan", bill, head + told.replace("De Inspectie van de markten", "De minister"))
    assert not against("tegenspraak-orgaan", bill, f"{head}{told} De Inspectie van de markten doet dat namens de minister.")
    assert not against("tegenspraak-orgaan", bill, head + "De Inspectie van de markten bekijkt of het college de standplaatsen telt.")


def test_under_a_joint_heading_the_object_of_the_sentence_before_tells_the_artikel() -> None:
    head = "MEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\n\n1. Inleiding\nDit wetsvoorstel regelt de markt.\n\nII. ARTIKELSGEWIJS\n\n"
    told = "Met de ontheffing na een aanvraag krijgt de koopman lucht. De burgemeester kan daartoe overgaan; het hoeft niet."
    (hit,) = against("tegenspraak-orgaan", BILL, f"{head}Artikelen 2 en 5\n{told}")
    assert "artikel 5" in hit.message
    (other,) = against(
        "tegenspraak-orgaan",
        BILL,
        f"{head}Artikelen 2 en 5\nDe beslissing op de aanvraag laat niet lang op zich wachten. De burgemeester kan daartoe overgaan.",
    )
    assert "artikel 2" in other.message

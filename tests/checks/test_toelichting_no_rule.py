"""What a toelichting says without telling a rule of the bill: examples, thoughts, other regulations, quotations, model texts.

The wordings are our own; the classes were read in published toelichtingen.
"""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
BILL = """Regeling subsidie oeverbeheer

Artikel 1
In deze regeling wordt verstaan onder kaderregeling: Kaderregeling subsidies landelijk gebied.

Artikel 2
1. De minister verstrekt subsidie aan de eigenaar van een oever.
2. De subsidie bedraagt ten hoogste € 4.000.
3. De aanvraag wordt ingediend binnen acht weken na de aanleg.

Artikel 3
De minister trekt de subsidie in, indien de oever binnen vijf jaar is vergraven.

Artikel 4
Aan de subsidie worden de volgende voorschriften verbonden:
1. de eigenaar maait eens per jaar;
2. de eigenaar voert het maaisel af;
3. de eigenaar laat de minister de oever bekijken.
"""


def findings(check: str, toelichting: str, bill: str = BILL) -> list[Finding]:
    found = CATALOGUE.get(check)
    assert found is not None
    text = f"{bill}--- toelichting ---\nTOELICHTING\n\n{toelichting}\n"
    return findings_in(found, unmark(Example(text, expected=False)))


@pytest.mark.parametrize(
    "passage",
    [
        "Artikel 3\nOp grond van artikel 34, eerste lid, van de kaderregeling wordt een aanvraag afgewezen.",
        "Artikel 3\nArtikel 2, vijfde lid, van de kaderregeling geeft daarvoor de ruimte.",
        "Artikel 2\nZie ook de toelichting op artikel 3.\nDerde lid: De aanvraag komt na de aanleg.",
        "Artikel 2\nDeze eis hangt samen met artikel 3. Het derde lid gaat over de aanvraag.",
        "Artikel 4\nOp grond van het derde lid van artikel 4 kan de minister komen kijken.",
        "Artikel 3\nSchrijf niet «het bepaalde in artikel 3, tweede lid, is van toepassing».",
        "Artikel 3\nHet oude artikel 9 wordt verwijderd.\nDe eis stond in artikel 9 en keert niet terug.",
        "Artikel 3\nHet toenmalige tweede lid van artikel 3 is niet overgenomen.",
    ],
)
def test_a_number_that_is_not_of_this_bill(passage: str) -> None:
    assert not findings("verwijzing-zonder-artikel", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Artikel 3\nOp grond van artikel 2, vijfde lid, van deze regeling wordt een aanvraag afgewezen.",
        "Artikel 3\nHet tweede lid gaat over vergraven.",
        "Artikel 4\nHet vijfde lid van artikel 4 vraagt een verslag.",
        "Artikel 3\nDe aanvraag staat in artikel 9 beschreven.",
    ],
)
def test_a_number_that_is_of_this_bill(passage: str) -> None:
    assert findings("verwijzing-zonder-artikel", passage)


def test_leden_of_a_model_text() -> None:
    passage = (
        "Artikel 3\nVoorbeeld van een overeenkomst:\n1. De eigenaar onderhoudt de oever.\n"
        "2. De kosten in het vierde lid zijn voor hem."
    )
    assert not findings("verwijzing-zonder-artikel", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Artikel 2\nDenkbaar is dat de aanvraag binnen twaalf weken na de aanleg wordt ingediend.",
        "Artikel 2\nVoorbeeld\nEen eigenaar dient zijn aanvraag binnen twaalf weken na de aanleg in.",
        "Artikel 2\nEen tweede voorbeeld: iemand legt een oever aan. De aanvraag wordt binnen twaalf weken na de aanleg ingediend.",
        "Artikel 2\nOp grond van artikel 30 van de kaderregeling wordt de aanvraag binnen twaalf weken na de aanleg ingediend.",
    ],
)
def test_a_sentence_that_tells_no_rule_contradicts_none(passage: str) -> None:
    assert not findings("tegenspraak-getal", passage)
    assert findings("tegenspraak-getal", "Artikel 2\nDe aanvraag wordt binnen twaalf weken na de aanleg ingediend.")

"""A passage about what was, about another lid, about another act or in answer to another question gives no reason; the look-alikes do."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting import Explained
from doenvermogentoets.toelichting.genoemd import mentions

BILL = """\
Artikel 2. Werkplaats
1. Het bestuur verstrekt de zuinigste geschikte machine.
2. Het bestuur weigert een machine die voor de aanmelding is gekocht.

Artikel 3. Contributie
De deelnemer voldoet de contributie binnen drie weken na de nota.

Artikel 4. Boekhouding
1. De deelnemer bewaart de bonnen gedurende tien jaar.
2. De deelnemer die binnen vijf jaar verhuist, betaalt voor elk resterend jaar een vijfde deel terug.

Artikel 5. Uitval
De deelnemer meldt binnen twintig werkdagen dat een machine stilstaat.

Artikel 6. Te vroeg
Het bestuur weigert de toelage, indien de verbouwing is begonnen voordat is beslist.
"""


def read(toelichting: str) -> DossierAnalysis:
    told = f"TOELICHTING\n\n{toelichting}\n"
    return analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(told, "t.txt", "txt")))


def explained(toelichting: str, artikel: str, lid: str | None = None) -> Explained:
    dossier = read(toelichting)
    provision = dossier.bill.find(artikel, lid)
    assert provision is not None
    assert dossier.explanation is not None
    return dossier.explanation.of(provision, provision.norms[0])


@pytest.mark.parametrize(
    ("artikel", "lid", "passage", "why"),
    [
        # what was; what is, told with a year
        (
            "3",
            None,
            "1. Aanleiding\nTot en met 2019 voldeed de deelnemer de contributie per kwartaal; hij had toen acht weken. Sinds de fusie "
            "ontbreekt een basis voor kleine werkplaatsen.",
            False,
        ),
        ("3", None, "1. Betalen\nDe contributie wordt binnen drie weken voldaan, omdat de huur op tijd betaald moet worden.", True),
        # a short paragraph under the heading that has the words of one lid
        ("2", "2", "Artikelsgewijs\n\nArtikel 2\nZuinigst geschikt wil zeggen dat pas bij gelijke kwaliteit de prijs telt.", False),
        (
            "2",
            "2",
            "Artikelsgewijs\n\nArtikel 2\nWat voor de aanmelding is gekocht, wordt geweigerd, omdat steun dan niet nodig was.",
            True,
        ),
        # the act of another lid at the beginning
        ("4", "2", "1. Bonnen\nBewaren van de bonnen sluit aan bij de termijn waarin wordt betaald en teruggevorderd.", False),
    ],
)
def test_whose_reason_it_is(artikel: str, lid: str | None, passage: str, why: bool) -> None:
    assert explained(passage, artikel, lid).has("waarom") is why


def test_the_same_holds_for_another_rule() -> None:
    found = explained(
        "1. Steun\nWie zelf betaalt, heeft geen steun nodig, omdat hij het toch al deed. Datzelfde geldt voor wie al is begonnen.", "6"
    )
    assert found.mentioned
    assert found.has("waarom")
    other = explained(
        "1. Steun\nWie zelf betaalt, heeft geen steun nodig, omdat hij het toch al deed. Datzelfde geldt voor lege panden.", "6"
    )
    assert not other.has("waarom")


@pytest.mark.parametrize(("length", "named"), [("vier werkweken", True), ("zes werkweken", False)])
def test_a_length_in_other_words_names_the_provision(length: str, named: bool) -> None:
    dossier = read(f"1. Uitval\nStilstand wordt in {length} doorgegeven. De machine kan dan nog naar een ander.")
    provision = dossier.bill.find("5")
    assert provision is not None
    assert dossier.explanation is not None
    found = dossier.explanation.of(provision, provision.norms[0])
    assert bool(mentions(dossier, found).spans) is named

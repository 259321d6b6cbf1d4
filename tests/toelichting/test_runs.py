"""Which provision a passage explains, without a citation, and what counts as a reason for it."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.toelichting import Explained

BILL = """Artikel 4. Weigering
Het college weigert de standplaatsvergunning indien het aantal van 1.250 plaatsen is bereikt.

Artikel 5. Intrekking
1. Het college trekt de standplaatsvergunning in indien de houder het marktgeld niet heeft betaald.
2. De houder houdt een register van zijn verkopen bij.

Artikel 6. Boete
Het college legt de houder die zonder melding afwezig is, een boete op van € 450.

Artikel 7. Uitkering
Geen recht op een afkoopsom heeft degene die de markt binnen twee jaar verlaat.

Artikel 8. Doorhaling
1. De inschrijving van de venter wordt doorgehaald zonder dat hij daarom heeft gevraagd.
2. Een venter is iemand die op straat waren verkoopt.
"""


def read(passage: str, artikel: str, lid: str | None = None) -> Explained:
    analysis = analyse(dossier(read_text(BILL, "o.txt", "txt"), read_text(f"MEMORIE VAN TOELICHTING\n\n{passage}\n", "t.txt", "txt")))
    provision = analysis.bill.find(artikel, lid)
    assert provision is not None
    assert analysis.explanation is not None
    return analysis.explanation.of(provision, provision.norms[0])


@pytest.mark.parametrize(
    ("passage", "artikel", "lid"),
    [
        ("2. Keuzen\nZijn alle standplaatsen vergeven, dan wordt de vergunning geweigerd. Zo weet iedereen waar hij aan is.", "4", None),
        ("2. Keuzen\nDe boete is gelijk aan wat een dag opbrengt, zodat wegblijven niet loont.", "6", None),
        ("2. Keuzen\nWie niet betaalt, raakt zijn vergunning kwijt door intrekking. Het college heeft geen keus. Elke onbetaalde plaats "
         "drukt op de kosten van andere kooplieden.", "5", "1"),
        ("2. Keuzen\nAfwezigheid zonder bericht schaadt de hele markt. Daarom krijgt de houder dan een boete.", "6", None),
        ("2. Keuzen\nEen afkoopsom is er niet voor wie snel vertrekt: hij heeft geen recht. Anders zou de markt leeglopen.", "7", None),
        ("2. Plaatsen\nHet aantal van 1.250 is een harde grens. Zonder deze grens zou de hulpdienst er niet kunnen komen.", "4", None),
    ],
)  # fmt: skip
def test_a_reason_for_what_a_provision_does(passage: str, artikel: str, lid: str | None) -> None:
    assert read(passage, artikel, lid).sufficient


@pytest.mark.parametrize(
    ("passage", "artikel", "lid"),
    [
        # the same persons and things, another act
        ("2. Kosten\nDe standplaatsvergunning wordt digitaal verleend, omdat papier duur is.", "5", "1"),
        # a promise of room that the provision does not have
        ("2. Keuzen\nHet college kan de vergunning intrekken. Het weegt de omstandigheden, zodat niemand onnodig wordt geraakt.", "5", "1"),
        # what people are expected to do
        ("2. Keuzen\nWie zonder melding afwezig is, krijgt een boete. Omdat houders dat weten, zullen zij zich op tijd melden.", "6", None),
        # what others ask, under another heading
        ("7. Uitvoering\nBij intrekking van de vergunning is meer personeel nodig, omdat het register nog op papier staat.", "5", "1"),
        # the artikel is the reason, not what is explained
        ("2. Keuzen\nEen wachtlijst is overbodig, omdat artikel 4 het aantal begrenst.", "4", None),
        # the size of an amount, not the boete itself
        ("2. Keuzen\nWie zonder melding afwezig is, krijgt een boete. De hoogte sluit aan bij andere verordeningen.", "6", None),
        # only said again
        ("2. Keuzen\nDe vergunning wordt ingetrokken als het marktgeld niet is betaald.", "5", "1"),
    ],
)
def test_no_reason_for_what_a_provision_does(passage: str, artikel: str, lid: str | None) -> None:
    assert not read(passage, artikel, lid).sufficient


def test_under_the_heading_of_an_artikel_a_reason_goes_with_its_lid() -> None:
    passage = "ARTIKELSGEWIJS\n\nArtikel 5\nDe houder houdt een register van zijn verkopen bij. Daarom kan de gemeente de omzet volgen."
    assert not read(passage, "5", "1").sufficient
    assert read(passage, "5", "2").sufficient


def test_what_only_shares_words_is_mentioned_at_most() -> None:
    explained = read(
        "2. Kosten\nDe standplaatsvergunning van de houder kost € 12, omdat het college de kosten van het drukwerk doorrekent.", "5", "1"
    )
    assert not any(r.telt for r in explained.relations)

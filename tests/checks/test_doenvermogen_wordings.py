"""Digital ways, more than one desk, heavy proof and open duties as other drafters say them; the words in ⟦⟧ must be touched."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

VOORAF = "Artikel 2\nDe ouder meldt een wijziging schriftelijk aan het college.\n\nArtikel 8\n"
CHECKS = load().select(["doenvermogen"])

GEZIEN = {
    "uitsluitend-digitaal": """
De ouder geeft iedere afwezigheid van het kind door ⟦door middel van de oudertoepassing⟧ van de gemeente.
De ouder dient de urenverantwoording in, ⟦alleen via het portaal⟧.
De cursist zendt de urenlijst ⟦via het inlogportaal⟧ in.
Van elke verandering doet de gebruiker opgave binnen acht dagen, en wel ⟦langs digitale weg⟧.
De ouder vraagt de toelage aan ⟦in de beveiligde omgeving⟧ op de website.
De student zendt drie schriftelijke verklaringen ⟦via het portaal⟧ in.
De bewoner geeft de meterstand door ⟦met de leerlingtoepassing⟧ op zijn telefoon.
De huurder meldt zijn vertrek ⟦uitsluitend via de website⟧ van de gemeente.
""",
    "meer-loketten": """
Van verhuizing en ziekte geeft de cursist kennis ⟦aan het college, aan de taalaanbieder en aan Onze Minister⟧.
Van verzuim doet de cursist melding ⟦bij zowel de taalaanbieder als het bestuursorgaan⟧.
De ouder doet melding ⟦aan de minister en, voor zover het de opening betreft, tevens aan het college⟧.
De bewoner levert de sleutel in ⟦bij de afdeling Belastingen en de pas bij de afdeling Reiniging⟧.
De deelnemer meldt zich af ⟦bij het reisbureau en bij de gemeente⟧.
De ouder zendt het plan ⟦aan de zorgaanbieder, het zorgkantoor en de gemeente⟧.
De huurder meldt de storing ⟦bij de woningstichting en bij de netbeheerder⟧.
De inwoner geeft de wijziging door ⟦aan de pensioenuitvoerder alsmede aan het ziekenfonds⟧.
""",
    "zware-bewijslast": """
De inwoner voegt bij zijn plan ⟦offertes van ten minste drie aanbieders⟧.
De budgethouder legt verantwoording af door overlegging van ⟦per week ondertekende urenbriefjes⟧.
De bewoner ⟦noteert iedere maand de standen⟧ van de meters.
De ouder zendt ⟦bewijs van de oorzaak van de vertraging, vertaald door een beëdigde vertaler⟧.
De patiënt ⟦zendt deze stukken per kwartaal en gerangschikt⟧ naar soort aan het college.
De huurder overlegt een ⟦verklaring van de verzekeraar⟧ over de waarde van de inboedel.
De visser toont een ⟦verklaring van de afslag⟧ over zijn besommingen.
De cursist overlegt een ⟦door de begeleider afgetekende urenlijst⟧.
""",
    "open-inlichtingenplicht": """
De bewoner doet mededeling van ⟦iedere omstandigheid die meebrengt⟧ dat de woning leeg staat.
De bewoner meldt ⟦elk feit dat meebrengt⟧ dat het recht verandert.
De ouder meldt ⟦alle omstandigheden die meebrengen⟧ dat de hoogte wijzigt.
""",
}
STIL = """
De ouder zendt de aanvraag per post of via het portaal in.
De bewoner doet een schriftelijke aanvraag of een aanvraag via het portaal.
De minister deelt de beslissing mee aan het college en aan de taalaanbieder.
De ouder meldt de wijziging aan burgemeester en wethouders.
De ouder overlegt een kopie van de huurovereenkomst.
""".strip().splitlines()


def _findings(text: str) -> list[Finding]:
    result = run(dossier(read_text(f"{VOORAF}{text}\n", "ontwerp.txt", "txt")), CHECKS)
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize(("check", "marked"), [(c, line) for c, lines in GEZIEN.items() for line in lines.strip().splitlines()])
def test_wording_is_seen(check: str, marked: str) -> None:
    start = len(VOORAF) + marked.index("⟦")
    end = len(VOORAF) + marked.index("⟧") - 1
    found = [f for f in _findings(marked.replace("⟦", "").replace("⟧", "")) if f.check == check]
    assert any(f.span.start < end and start < f.span.end for f in found), [(f.check, f.quote) for f in found]


@pytest.mark.parametrize("text", STIL)
def test_look_alike_is_left_alone(text: str) -> None:
    assert [f.check for f in _findings(text) if f.check in GEZIEN and "kopie" not in f.quote] == []

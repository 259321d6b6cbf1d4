"""A passage that contradicts a provision, or that is about something else, is no explanation of it."""

from __future__ import annotations

import pytest

from doenvermogentoets import structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.readers import read_text
from doenvermogentoets.toelichting import Explained

BILL = """\
Artikel 1. Begrippen
In deze wet wordt verstaan onder:
pachter: degene die een volkstuin gebruikt;
tuincommissie: de commissie, genoemd in artikel 2.

Artikel 2. Intrekking
1. De tuincommissie trekt de pachtbrief in, indien de pachter de tuin gedurende een seizoen niet bewerkt.
2. De tuincommissie kan de levering van water opschorten.

Artikel 3. Onderhoudskrediet
1. De pachter kan een onderhoudskrediet aanvragen.
2. Het onderhoudskrediet vervalt van rechtswege, indien de pachter een aflossing overslaat.

Artikel 4. Bijstand bij verhuizing
De tuincommissie weigert medewerking aan een verhuisafspraak, indien de pachter brand heeft gesticht.

Artikel 5. Boete
1. De tuincommissie legt een boete op, indien de pachter afval verbrandt.
2. De tuincommissie ziet daarvan af, indien de pachter geen verwijt treft.
"""


def explained(toelichting: str, artikel: str, lid: str | None = None) -> Explained:
    dossier = analyse(structure.dossier(read_text(BILL, "o.txt", "txt"), read_text(f"TOELICHTING\n\n{toelichting}\n", "t.txt", "txt")))
    provision = dossier.bill.find(artikel, lid)
    assert provision is not None
    assert dossier.explanation is not None
    return dossier.explanation.of(provision, provision.norms[0])


WITHDRAWN = "Algemeen\n\n1. Intrekking\nDe pachtbrief wordt ingetrokken van een pachter die zijn tuin een seizoen laat liggen. "


@pytest.mark.parametrize(
    "choice",
    [
        "De tuincommissie maakt voor het intrekken van de pachtbrief per geval een afweging, omdat tuinen verschillen.",
        "De tuincommissie is vrij de pachtbrief in stand te laten, omdat intrekking voor een oudere pachter zwaar valt.",
        "De tuincommissie beziet of zij de pachtbrief intrekt, omdat niet elke verwaarlozing even erg is.",
        "De tuincommissie weegt de gevolgen van de intrekking van de pachtbrief. Dat is nodig, omdat tuinen schaars zijn.",
    ],
)
def test_a_choice_is_no_reason_for_a_duty(choice: str) -> None:
    found = explained(WITHDRAWN + choice, "2", "1")
    assert found.mentioned
    assert not found.has("waarom")
    assert not found.has("alternatieven")


@pytest.mark.parametrize(
    "reason",
    [
        "Dat gebeurt zonder afweging per geval, omdat er honderd mensen op een tuin wachten.",
        "Overwogen is om de tuincommissie per geval een afweging te laten maken; daarvan is afgezien, omdat er honderd mensen wachten.",
        "De tuincommissie beoordeelt of de grond is bewerkt. Een tuin die leeg ligt, houdt anders een wachtende tuinier van zijn plek, "
        "omdat er geen andere grond is.",
    ],
)
def test_a_choice_that_was_rejected_explains_the_duty(reason: str) -> None:
    assert explained(WITHDRAWN + reason, "2", "1").has("waarom")


def test_what_the_law_does_itself_is_judged_by_nobody() -> None:
    told = (
        "Algemeen\n\n1. Krediet\nSlaat de pachter een aflossing over, dan beoordeelt de tuincommissie of zij het onderhoudskrediet "
        "beëindigt, waarbij zij let op de reden van het overslaan."
    )
    assert not explained(told, "3", "2").has("waarom")


def test_a_choice_that_the_artikel_has_is_no_contradiction() -> None:
    told = (
        "Algemeen\n\n1. Boete\nVerbranden van afval leidt tot een boete. De tuincommissie weegt de omstandigheden van de pachter, omdat de "
        "boete alleen past bij wie het kan worden verweten."
    )
    assert explained(told, "5", "1").has("waarom")


def test_a_passage_on_letters_does_not_explain_a_refusal() -> None:
    told = (
        "Algemeen\n\n1. Gevolgen voor pachters\nVeel pachters lezen brieven van de tuincommissie niet. Daarom belt een medewerker van de "
        "tuincommissie de pachter die niet reageert, omdat de pachter zo eerder weet waar hij aan toe is."
    )
    found = explained(told, "4")
    assert not found.has("waarom")
    assert not found.sufficient


def test_a_passage_in_other_words_on_the_same_thing_does() -> None:
    told = (
        "Algemeen\n\n1. Verhuizing\nNa het stichten van brand werkt de tuincommissie niet mee aan een verhuisafspraak. Dat zou voor de "
        "andere pachters onveilig zijn, omdat de brandstichter dan in een volgende tuin opnieuw begint."
    )
    assert explained(told, "4").has("waarom")


LIMIT = """\
Artikel 1. Begrippen
In deze wet wordt verstaan onder:
pachter: degene die een volkstuin gebruikt.

Artikel 2. Melding
De pachter meldt een verhuizing binnen vijf werkdagen aan de tuincommissie.

Artikel 3. Sleutel
De pachter levert de sleutel binnen veertien dagen in.
"""


@pytest.mark.parametrize(
    ("said", "has"),
    [
        ("De meldtermijn van een week is vastgelegd, omdat de wachtlijst dan snel doorloopt.", True),
        ("De Tuindersbond vroeg of een week voor de melding volstaat. Kort melden is in ieders belang, omdat de wachtlijst lang is.", True),
        # no reason, and the length of another duty
        ("De meldtermijn van een week is vastgelegd.", False),
        ("Voor het snoeien geldt een week, omdat takken anders blijven liggen.", False),
    ],
)
def test_a_reason_beside_the_limit_itself(said: str, has: bool) -> None:
    toelichting = f"TOELICHTING\n\nAlgemeen\n\n1. Tuinen\n{said}\n"
    dossier = analyse(structure.dossier(read_text(LIMIT, "o.txt", "txt"), read_text(toelichting, "t.txt", "txt")))
    provision = dossier.bill.find("2", None)
    assert provision is not None
    assert dossier.explanation is not None
    assert dossier.explanation.of(provision, provision.norms[0]).has("waarom") is has


LENGTHS = """\
Artikel 1. Begrippen
In deze wet wordt verstaan onder:
pachter: degene die een volkstuin gebruikt.

Artikel 4. Pacht
1. De pachter betaalt de pacht binnen zes weken na de bekendmaking van het besluit.
2. De tuincommissie kan op aanvraag een betalingsregeling toestaan van ten hoogste zestig maanden.
3. De betalingsregeling vervalt van rechtswege, indien de pachter een termijn niet binnen tien dagen na de vervaldag heeft voldaan.

Artikel 7. Kwijtschelding
De tuincommissie kan de pacht kwijtschelden, indien de pachter gedurende vier jaar aan zijn betalingsverplichtingen heeft voldaan.
"""


def test_a_reason_for_the_length_of_another_provision_is_no_reason_here() -> None:
    said = (
        "De Raad voor de pacht vraagt zich af of de uitsluiting van bewuste misbruikers van de minnelijke betalingsregeling nog bij de "
        "tijd is. De tuindersbond bepleitte een kwijtscheldingstermijn van achttien maanden, gelijk aan de minnelijke schuldhulp. "
        "De regering houdt vast aan achtenveertig maanden, omdat zonder die tijd niet blijkt of iemand volhoudt."
    )
    toelichting = f"TOELICHTING\n\nAlgemeen\n\n1. Advies en consultatie\n{said}\n"
    dossier = analyse(structure.dossier(read_text(LENGTHS, "o.txt", "txt"), read_text(toelichting, "t.txt", "txt")))
    lapses = dossier.bill.find("4", "3")
    assert lapses is not None
    assert dossier.explanation is not None
    assert not dossier.explanation.of(lapses, lapses.norms[0]).has("waarom")

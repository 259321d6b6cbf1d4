"""What reading findings on regulations that nobody had read taught: what a text leaves open is asked, and is no warning."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text

CHECKS = {c.name: c for c in catalogue.load()}


def found(check: str, text: str) -> list[Finding]:
    result = engine.run(structure.dossier(read_text(text + "\n", "ontwerp.txt", "txt"), None), [CHECKS[check]])
    assert not result.failures
    return result.findings


# What the text leaves open is information with the question that comes first.
ASKED = [
    (
        "sanctie-zonder-matiging",
        "Artikel 1\n1. De toelage die de ouder ten onrechte heeft ontvangen, wordt teruggevorderd.\n2. Bij de toepassing van het "
        "eerste lid zijn de artikelen 24 en 25 van de Algemene Ouderdomswet van overeenkomstige toepassing.",
        "staat daarin de uitweg die hier ontbreekt?",
    ),
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\n1. De aanvraag van de huurder die geen gegevens heeft verstrekt, wordt afgewezen.\n2. In door hem te bepalen "
        "gevallen kan het college afwijken van het eerste lid.",
        "reikt die mogelijkheid tot wie dit hard treft?",
    ),
    (
        "sanctie-zonder-matiging",
        "Artikel 1\n1. De gemeente ontvangt een specifieke uitkering.\n2. De accountant legt een verklaring over.\n3. Blijkt uit "
        "de verklaring niet dat goed is besteed, dan vordert Onze Minister het bedrag terug.\n\nArtikel 2\nDe ouder, de huurder en "
        "de student melden zich.",
        "wie moet dit doen of verliest hier iets",
    ),
    (
        "fatale-termijn-zonder-uitweg",
        "Artikel 1\n1. Het college weigert de toelage, indien de ouder de inlichtingen niet binnen de vastgestelde termijn heeft "
        "verstrekt.\n2. Bij de toepassing van het eerste lid is artikel 17b van de Algemene Ouderdomswet van overeenkomstige "
        "toepassing.",
        "staat daarin de uitweg die hier ontbreekt?",
    ),
    (
        "zware-bewijslast",
        "Artikel 1\nDe ouder neemt met betrekking tot het kind in zijn administratie op: a. de gelegaliseerde bescheiden over het gezag;",
        "had iemand het al nodig voor iets anders?",
    ),
    (
        "open-strenge-termijn",
        "Artikel 1\nEen werknemer meldt het werk dat hij heeft onderbroken, terstond bij de werkgever.\n\nArtikel 2\nDe werknemer "
        "meldt zich.",
        "wie moet dit doen of verliest hier iets",
    ),
    (
        "zware-bewijslast",
        "Artikel 1\nDe aanvrager legt over:\na. een gewaarmerkt afschrift van de inschrijving van de indiener van de aanvraag in "
        "het handelsregister, dat niet ouder is dan drie maanden;\nb. een rapport van een onafhankelijk keuringsinstituut.",
        "wie moet dit doen of verliest hier iets",
    ),
    (
        "afwijking-awb-termijn",
        "Artikel 1\nTegen een besluit kan elk van de betrokken schoolbesturen binnen dertig dagen beroep instellen. De leerling "
        "kan bezwaar maken.",
        "wie moet dit doen of verliest hier iets",
    ),
    (
        "hardheidsclausule-onbepaalde-reikwijdte",
        "Artikel 1\nIn bijzondere gevallen kan met instemming van de Minister van Financiën van deze regeling worden afgeweken op "
        "verzoek van de betrokken minister.",
        "wie moet dit doen of verliest hier iets",
    ),
    (
        "termijn-uren-of-teruggerekend",
        "Artikel 1\n1. De aanvrager dient een aanvraag in.\n2. Indien de aanvraag op een werkdag vóór 15.00 uur door de dienst is "
        "ontvangen, wordt het rijbewijs de volgende dag afgeleverd.",
        "wie moet dit doen of verliest hier iets",
    ),
]


@pytest.mark.parametrize(("check", "text", "question"), ASKED)
def test_what_is_open_is_asked(check: str, text: str, question: str) -> None:
    findings = found(check, text)
    assert findings
    assert all(f.severity is Severity.INFO for f in findings)
    assert any(question in f.explanation for f in findings)

"""Whose a time limit is, where the sentence does not put it beside who must act."""

from __future__ import annotations

import pytest


def _limits(norms, text):
    return [(t.voor, t.streng) for n in norms(text) for t in n.termijnen]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De werkgever zorgt ervoor dat de klacht zo spoedig mogelijk wordt behandeld.", ("burger", False)),
        ("De inspecteur kan vorderen dat binnen een door hem te stellen termijn een nieuw onderzoek wordt uitgevoerd.", ("burger", False)),
        ("Het verzoek kan schriftelijk worden gedaan en dient te worden gedaan binnen dertien weken na het kwartaal.", ("burger", False)),
        (
            "Er bestaat geen recht op opvang indien de vreemdeling zich niet binnen twee dagen na aanwijzing door het COA meldt.",
            ("burger", True),
        ),
        ("Vorderingen van de werknemer vervallen door verloop van drie jaren na het ontslag.", ("burger", True)),
        ("De ambtenaar dient uiterlijk gelijktijdig met de aanvraag een opgave in.", ("burger", False)),
        ("De aanvraag wordt ten minste drie weken voor de aanvang van het evenement ingediend.", ("burger", False)),
    ],
)
def test_a_citizen_must_act_in_time(norms, text, expected):
    assert expected in _limits(norms, text)


@pytest.mark.parametrize(
    "text",
    [
        "Van de plaatsing wordt onverwijld mededeling gedaan aan de beide kamers der Staten-Generaal.",
        "De vergunning vervalt terstond door overdracht van het schip.",
        "De houder beschikt over een ruimte in de onmiddellijke omgeving van het terrein.",
        "De kosten van de direct bij het onderzoek betrokken werknemers worden vergoed.",
        "De bekostiging vervalt indien de school binnen vijf jaar een splitsing ondergaat.",
        "De houder wordt gewezen op de termijn waarbinnen en de wijze waarop beroep moet worden ingesteld.",
        "Onze Minister stelt bij regeling regels over binnen welke termijn een melding wordt gedaan.",
        "De boete die ten onrechte is opgelegd, wordt binnen zes weken aan de werkgever terugbetaald.",
    ],
)
def test_no_limit_of_a_citizen(norms, text):
    assert "burger" not in {voor for voor, _ in _limits(norms, text)}

"""Clauses with a verb of decision that settle nobody's rights, and decisions whose verb says little."""

from __future__ import annotations

import pytest

from doenvermogentoets.norms.model import Soort


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("De gegevens van de houder worden na vijf jaar uit het register verwijderd.", Soort.PLICHT),
        ("In afwijking van het eerste lid kunnen medische gegevens aan de inspectie worden verstrekt.", Soort.PROCEDURE),
        ("In het register kunnen voorts adresgegevens worden opgenomen.", Soort.PROCEDURE),
        ("Op verzoek verleent de beheerder aan de betrokkene inzage in het dossier.", Soort.PLICHT),
        ("De minister sluit met de provincie een overeenkomst over de opvang.", Soort.PROCEDURE),
        ("Het college kan de termijn eenmaal met ten hoogste zes weken verlengen.", Soort.PROCEDURE),
        ("Van het verbod, bedoeld in artikel 4, wordt vrijstelling verleend voor het vervoer van hooi.", Soort.RECHT),
        ("Het subsidieplafond wordt vastgesteld aan de hand van de begroting.", Soort.WAARDE),
        ("De aanwijzingen in de bijlage worden vastgesteld.", Soort.PROCEDURE),
        ("Aan de directeuren wordt volmacht verleend voor het aangaan van verplichtingen.", Soort.PROCEDURE),
        ("De verplichtingen worden niet geschorst gedurende die termijn.", Soort.RECHTSGEVOLG),
        ("Onze Minister stelt jaarlijks de omvang van het budget vast.", Soort.PROCEDURE),
        ("Hiervan kan worden afgeweken indien het stuk op een andere drager is overgezet.", Soort.RECHT),
        ("Bij ministeriële regeling kan vrijstelling worden verleend van artikel 11.", Soort.DELEGATIE),
        ("Onze Minister kan bij regeling vrijstelling verlenen van het verbod van artikel 3.", Soort.DELEGATIE),
        ("In de verordening kan worden bepaald dat een vergunning kan worden geweigerd.", Soort.DELEGATIE),
    ],
)
def test_no_power(norms, text, soort):
    found = norms(text)
    assert soort in {n.soort for n in found}
    assert {n.bevoegdheid for n in found} == {"geen"}


@pytest.mark.parametrize(
    ("text", "bevoegdheid", "richting"),
    [
        ("De minister beslist afwijzend op een aanvraag die niet volledig is.", "gebonden", "nadelig"),
        ("De minister besluit de aanvraag niet te behandelen indien de aanvulling ontbreekt.", "gebonden", "nadelig"),
        ("Het college besluit de vergunning in te trekken indien de houder daarom vraagt.", "gebonden", "nadelig"),
        ("De inspecteur heft de schorsing op zodra de reden is vervallen.", "gebonden", "gunstig"),
        ("De minister kan een bepaling van deze regeling buiten toepassing laten.", "discretionair", "gunstig"),
        ("De kandidaat wordt door de voorzitter van de commissie van het examen uitgesloten.", "gebonden", "nadelig"),
        ("Bij koninklijk besluit kan de toelating van de vereniging worden ingetrokken.", "discretionair", "nadelig"),
        ("Het bevoegd gezag wijst een aanvraag af voor zover de norm wordt overschreden.", "gebonden", "nadelig"),
        ("Een aanvraag wordt eerst in behandeling genomen nadat de leges zijn voldaan.", "gebonden", "nadelig"),
        ("De ontheffing wordt op aanvraag verleend aan de houder van een bewijs.", "gebonden", "gunstig"),
    ],
)
def test_still_a_power(norm, text, bevoegdheid, richting):
    found = norm(text)
    assert (found.soort, found.bevoegdheid, found.richting) == (Soort.BEVOEGDHEID, bevoegdheid, richting)

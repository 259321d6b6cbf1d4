"""«bij gebreke waarvan …»: what follows on not doing it, with its verb at the end of the sentence."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

DUTY = "De leerling levert de verklaring in binnen drie weken, bij gebreke waarvan "


def kinds(sentence: str) -> list[tuple[GevolgSoort, str]]:
    text = f"Artikel 1\n{sentence}\n\nArtikel 2\nDeze wet treedt in werking op 1 mei 2031.\n"
    found = nadelen(analyse(dossier(read_text(text, "ontwerp.txt", "txt"))).bill)
    return [(n.gevolg.soort, n.norm.bevoegdheid) for n in found]


@pytest.mark.parametrize(
    ("tail", "soort", "power"),
    [
        ("hij van rechtswege uit het gebruikersregister wordt geschrapt", GevolgSoort.BEEINDIGING, "geen"),
        ("de school hem van de deelnemerslijst schrapt", GevolgSoort.BEEINDIGING, "gebonden"),
        ("de minister de beurs beëindigt", GevolgSoort.BEEINDIGING, "gebonden"),
        ("het college de ontheffing intrekt", GevolgSoort.INTREKKING, "gebonden"),
        ("de minister het verzoek niet in behandeling neemt", GevolgSoort.NIET_IN_BEHANDELING, "gebonden"),
        ("de beurs met een kwart wordt verminderd", GevolgSoort.VERLAGING, "gebonden"),
        ("hij met een kwart wordt verhoogd", GevolgSoort.VERHOGING, "geen"),
        ("deze wordt vermeerderd met 15%", GevolgSoort.VERHOGING, "geen"),
    ],
)
def test_the_effect_at_the_end_of_the_clause_is_read(tail: str, soort: GevolgSoort, power: str) -> None:
    assert kinds(f"{DUTY}{tail}.") == [(soort, power)]


@pytest.mark.parametrize(
    "sentence",
    [
        DUTY + "het college hem een nieuwe termijn geeft.",
        DUTY + "het college de ontheffing kan intrekken.",
        "Het college stelt vast of de school een leerling van de deelnemerslijst schrapt.",
        "De minister beslist binnen zes weken, bij gebreke waarvan de ontheffing is verleend.",
    ],
)
def test_what_is_no_loss_or_only_a_power_is_not(sentence: str) -> None:
    assert [k for k in kinds(sentence) if k[1] != "discretionair"] == []


def test_the_fine_of_an_omission_is_read_whatever_follows_its_verb() -> None:
    start = "Indien de aangever de opgave niet doet, vormt dit een verzuim ter zake waarvan de inspecteur hem een bestuurlijke boete oplegt"
    assert kinds(f"{start} van € 400.") == [(GevolgSoort.BOETE, "gebonden")]
    assert kinds(f"{start} van ten hoogste € 400.") == []

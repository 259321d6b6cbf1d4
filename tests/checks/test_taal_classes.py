"""Language checks on law they were not written on: classes of error that stay away, and what must still be found beside them."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
VELD = "Naam: ... Adres: ... Telefoon (indien bekend): ... E-mailadres (indien beschikbaar): ... Datum en/of plaats: ..."
LANG = "de aanvrager die in de gemeente woont en daar langer dan een jaar een eigen woning of een bedrijf van enige omvang heeft"
OMROEPEN = "Artikel 3\nOnze Minister erkent de omroepverenigingen Noorderlicht ABR en TDS, BMN onderscheidenlijk KLO en NGRV.\n"
REEKS = "4, 5, 8, 9, 10, 12, 13, 16, 18, 19, 22, 23 en 24"


def findings(check: str, text: str) -> list[Finding]:
    found = CATALOGUE.get(check)
    assert found is not None
    return findings_in(found, unmark(Example(text, expected=False)), {})


QUIET = [
    ("en-of", f"Artikel 2\nHet model luidt: {VELD}\n"),
    ("haakjes", f"Artikel 2\nHet model luidt: {VELD}\n"),
    ("haakjes", "Artikel 1\nDe belasting wordt verminderd (onderdeel XI, eerste lid, van het Protocol) tot tien procent.\n"),
    ("haakjes", "Artikel 1\nDe vermindering geldt voor dividend (artikel 10, zesde lid, en artikel 12, vijfde lid).\n"),
    ("haakjes", "Artikel 1\nEen melding op grond van de brieven (d.d. 20 februari 2007 en 6 maart 2008) geldt als melding.\n"),
    ("haakjes", "Artikel 1\nDit geldt voor de in artikel 8, eerste lid, genoemde wet (uittreding bij veertig jaren).\n"),
    ("afkorting-zonder-begripsbepaling", OMROEPEN),
    ("afkorting-zonder-begripsbepaling", "Artikel 3\nHet aandeel leraren in salarisschaal LC en/of LD en/of LE wordt verhoogd.\n"),
    ("afkorting-zonder-begripsbepaling", "Artikel 3\nDe onderdelen B, C, J, K, BB, DD, en artikel 4 treden later in werking.\n"),
    (
        "afkorting-zonder-begripsbepaling",
        "Artikel 3\nHet bedrag is Z x AA, waarin met de letters AA het aantal leerlingen wordt aangeduid.\n",
    ),
    ("afkorting-zonder-begripsbepaling", "Artikel 3\nDe vergoeding is CAT x 12, waarin CAT = de prijs van de auto.\n"),
    ("afkorting-zonder-begripsbepaling", "Artikel 3\nHet programma REWAX (Registratie opgaven van bedrijven) wordt gebruikt.\n"),
    ("afkorting-zonder-begripsbepaling", "Artikel 3\nHet Statuut inrichting archief bij het ministerie van VROM wordt ingetrokken.\n"),
    ("afkorting-zonder-begripsbepaling", "Artikel 3\nDe SAX-dienst, bedoeld in artikel 1 van de Reddingsregeling, neemt deel.\n"),
    (
        "ontkenningstapel",
        "Artikel 3\nGeen vergoeding bestaat indien al dan niet tegen betaling maaltijden worden verstrekt, tenzij "
        "de ambtenaar aantoont dat hij daarvan geen gebruik kon maken.\n",
    ),
    (
        "gestapelde-voorwaarden",
        f"Artikel 3\nHet college vergoedt, indien en voor zover de raad dit bepaalt, de kosten aan {LANG}, indien "
        "hij daarom vraagt, tenzij de kosten elders worden vergoed.\n",
    ),
    (
        "gestapelde-voorwaarden",
        f"Artikel 3\nIndien de raad dit bepaalt, heeft {LANG}, als aanvrager recht op vergoeding, tenzij de kosten "
        "elders worden vergoed of voor zover het bedrag te laag is.\n",
    ),
    (
        "tangconstructie",
        "Artikel 3\nDe raad wordt vooraf in de gelegenheid gesteld om advies uit te brengen over elk door het bestuur van "
        "de school te nemen besluit met betrekking tot in ieder geval de volgende aangelegenheden:\na. het rooster;\nb. het plan.\n",
    ),
    (
        "tangconstructie",
        "Artikel 3\nPartijen komen geen bezoldiging overeen die per kalenderjaar meer bedraagt dan het door Onze Minister "
        "wie het aangaat voor de betreffende rechtspersoon, organisatie of instelling voor dat jaar vastgestelde bedrag.\n",
    ),
    (
        "tangconstructie",
        "Artikel 3\nBij de berekening worden de punten gemeten langs de kortste voor de deelnemer veilige en voldoende verlichte route "
        "naar de zaal en wordt de voorkeur van de deelnemer, bedoeld in het tweede lid, in acht genomen.\n",
    ),
    ("verwijzingsdichtheid", f"Artikel 40\nHet college kan bij overtreding van de artikelen {REEKS} een boete opleggen.\n"),
    (
        "tangconstructie",
        "Artikel 3\nBij ministeriële regeling worden regels gesteld over de wijze waarop het inkomen wordt berekend en waarbij kan worden "
        "bepaald dat daarin mede in aanmerking wordt genomen het inkomen van de echtgenoot, de partner of een ander.\n",
    ),
    (
        "verwijzingsdichtheid",
        "Artikel 40\nOvertreding van de voorschriften, vastgesteld bij of krachtens de artikelen 4, 5, 8 en 9 en in verband daarmee de "
        "artikelen 12, 13, 16, 18 en 19, wordt bestraft.\n",
    ),
    (
        "verwijzingsdichtheid",
        "Artikel 40\nMet inachtneming van de artikelen 3 en 4 van richtlijn 95/18/EG kan worden afgeweken van artikel 4, en met acht op "
        "van artikel 5 van richtlijn 2004/49/EG van artikel 6.\n",
    ),
    (
        "verwijzingsketen",
        "Artikel 2\nDe artikelen 3 tot en met 5 zijn van overeenkomstige toepassing op de sponsor.\n\nArtikel 3\nDe "
        "sponsor wordt genoemd.\n\nArtikel 4\nDe artikelen 3 en 5 zijn van overeenkomstige toepassing op een wijziging.\n\n"
        "Artikel 5\nEr is een contract.\n",
    ),
    (
        "wisselende-term",
        "Artikel 3\n1. De aanvrager die een ander document wil houden, doet een verzoek bij het college dat de aanvraag "
        "ontvangt.\n2. Op het verzoek wordt beslist.\n",
    ),
    (
        "moeten-of-dienen",
        "Artikel 3\nBij de brief wordt mededeling gedaan van het recht een verzoekschrift overeenkomstig artikel 19 in te dienen "
        "en toevoeging van een advocaat te verzoeken.\n",
    ),
]


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_what_is_no_fault_is_left_alone(check: str, text: str) -> None:
    assert not [f.message for f in findings(check, text)]


TOLD = [
    ("haakjes", "Artikel 1\nHet toestel heeft (onderdelen van) een motor.\n"),
    ("afkorting-zonder-begripsbepaling", "Artikel 3\nDe vereniging vraagt een QRS aan bij het college.\n"),
    ("en-of", "Artikel 2\nDe aanvrager vermeldt zijn naam en/of adres: zie de toelichting ...\n"),
    (
        "gestapelde-voorwaarden",
        f"Artikel 3\nIndien de raad dit bepaalt, heeft {LANG}, als hij daarom vraagt, recht op vergoeding, tenzij "
        "de kosten elders worden vergoed of voor zover het bedrag te laag is.\n",
    ),
    (
        "verwijzingsdichtheid",
        "Artikel 40\nWie ingevolge de artikelen 3, 4, 5, 8 en 9 aansprakelijk is, kan verhaal nemen op degene die op "
        "grond van de artikelen 12, 13, 14 of 18 en artikel 22 heeft betaald.\n",
    ),
    (
        "verwijzingsketen",
        "Artikel 2\nArtikel 4 is van overeenkomstige toepassing.\n\nArtikel 4\nIn een geval als bedoeld in artikel 9 is "
        "artikel 12 van overeenkomstige toepassing.\n\nArtikel 9\nEr is een geval.\n\nArtikel 12\nEr is een regel.\n",
    ),
]


@pytest.mark.parametrize(("check", "text"), TOLD)
def test_what_stands_beside_it_is_still_found(check: str, text: str) -> None:
    assert len(findings(check, text)) == 1


@pytest.mark.timeout(20)
@pytest.mark.parametrize("row", [" ".join(map(str, range(1, 41))), ", ".join(["en of"] * 30)])
def test_a_long_row_that_is_no_reference_is_read_at_once(row: str) -> None:
    """Each place of the row could once be read in two ways, so that forty took 2**40 attempts."""
    findings("haakjes", f"Artikel 1\nDe som geldt voor de onderdelen {row} kilogram (met inbegrip van de verpakking) van de partij.\n")


def test_a_chain_names_the_artikel_that_is_applied_and_not_the_one_that_says_when() -> None:
    (hit,) = findings("verwijzingsketen", TOLD[-1][1])
    assert "artikel 12" in hit.message and "artikel 9" not in hit.message


def test_an_explanation_says_dan_wel_in_two_senses() -> None:
    bill = "Artikel 1\nDe bewoner meldt een verhuizing.\n--- toelichting ---\nArtikel 1\n"
    assert not findings("ambtelijke-woorden", bill + "Het moet dan wel gaan om een woning.\n")
    assert findings("ambtelijke-woorden", bill + "De bewoner meldt zich dan wel de eigenaar doet dat.\n")


def test_a_row_of_figures_is_no_part_of_a_long_sentence() -> None:
    words = (
        "De militair die in dienst een ongeval krijgt en die daarvoor een uitkering van het Rijk ontvangt, heeft recht op een verhoging "
    )
    words += "van die uitkering tot een deel van het loon dat hij in het jaar voor het ongeval verdiende, bij een mate van:"
    table = " ".join(f"{n}% tot {n + 10}%: {n - 1},5%" for n in range(15, 85, 7))
    (without,) = findings("lange-zin", f"Artikel 1\n{words} tien procent.\n")
    (beside,) = findings("lange-zin", f"Artikel 1\n{words} {table}.\n")
    assert int(beside.message.split()[-2]) <= int(without.message.split()[-2])


def test_a_long_sentence_is_a_warning_only_where_it_names_the_person_it_asks() -> None:
    rest = (
        "op het bezit van planten die in een land buiten de gemeenschap zijn gekweekt en die met inachtneming van de regels van dat land "
    )
    rest += (
        "en van de verordening zijn ingevoerd, voor zover zij niet voorkomen op de lijst die bij de verordening hoort en voor zover zij "
    )
    rest += "niet later zijn vermeerderd, tenzij zij voor onderzoek zijn bestemd, indien dat onderzoek door een erkende instelling wordt "
    rest += "gedaan en de uitkomsten daarvan aan het college worden gezonden binnen de tijd die in de erkenning van de instelling staat, "
    rest += "mits daarover vooraf overleg is gevoerd met de commissie die over zulk onderzoek adviseert."
    named = findings("lange-zin", f"Artikel 1\nDe bewoner vraagt bij het college een vrijstelling aan van het verbod {rest}\n")
    nobody = findings("lange-zin", f"Artikel 1\nEr geldt een vrijstelling van het verbod {rest}\n")
    assert ["vraagt iets van" in f.explanation for f in named] == [True]
    assert True not in ["vraagt iets van" in f.explanation for f in nobody]


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 1\nDe ingrediënten worden vermeld met de vermelding «bevat noten en/of zaden».\n",
        "Artikel 1\nOp de verpakking staan de woorden “gluten en/of lactose”.\n",
        "Artikel 1\nIn deze regeling wordt verstaan onder verordening 12/2020: Verordening (EU) nr. 12/2020 van de Commissie van 3 mei "
        "2020 tot vaststelling van regels inzake het vervoer en/of de opslag van graan (PbEU L 10).\n",
    ],
)
def test_words_that_are_not_the_drafters_own_are_left_alone(text: str) -> None:
    assert not findings("en-of", text)


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 1\nDe vermelding «bevat noten» staat op de voor- en/of achterkant.\n",
        "Artikel 1\nTer uitvoering van Verordening (EU) nr. 12/2020 van de Commissie meldt de handelaar het vervoer en/of de opslag.\n",
    ],
)
def test_own_words_beside_quoted_ones_are_read(text: str) -> None:
    assert len(findings("en-of", text)) == 1

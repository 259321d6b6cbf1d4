"""The wider reading: ways of saying that the norm table ties to nobody, seen at least as a suggestion, and look-alikes.

Own wording. Each list must be found for the most part, not line by line; a look-alike gives no warning, and one that is plainly
somebody else's time gives nothing at all.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
SHARE = 0.85


def findings(text: str, themes: tuple[str, ...]) -> list[Finding]:
    result = run_analysed(analyse(dossier_of(Marked(f"Artikel 5\n{text}\n", None, ()))), CATALOGUE.select(themes))
    assert result.failures == []
    return result.findings


SEEN: Mapping[str, tuple[str, ...]] = {
    "payment": (
        "De boete wordt invorderbaar zodra tien dagen na de dagtekening van het besluit zijn verstreken.",
        "De bijdrage is verschuldigd, te voldoen binnen acht dagen na de datum van de factuur.",
        "De leges worden voldaan binnen vijf dagen na de toezending van de nota.",
        "Voor het gebruik van de woning is een vergoeding verschuldigd, te betalen binnen een week na de verzending van de rekening.",
        "De boete is opeisbaar na verloop van veertien dagen na de verzending.",
        "Het cursusgeld moet binnen tien dagen na de inschrijving zijn betaald.",
        "De eigen bijdrage wordt binnen twee weken na de dagtekening van de acceptgiro overgemaakt.",
        "De schuld wordt door de huurder afgelost, telkens binnen vijf dagen na de aanvang van de maand.",
        "Het lesgeld is door de student te voldoen uiterlijk binnen drie weken na de nota.",
        "Het teruggevorderde bedrag dient binnen drie weken na de mededeling te worden terugbetaald.",
        "De dwangsom is invorderbaar nadat zeven dagen na het verbeuren zijn verlopen.",
        "De bewoner voldoet de heffing binnen een maand na de aanslag.",
        "De waarborgsom wordt gestort binnen drie dagen na de toewijzing van de woning aan de huurder.",
        "Het verschuldigde bedrag moet binnen twee weken na verzending van de brief op de rekening zijn bijgeschreven.",
    ),
    "window": (
        "De inschrijving van de woningzoekende behoeft vernieuwing, te verzoeken in de eerste twee weken van december.",
        "De ouder meldt het kind aan in de laatste week van januari.",
        "Het verzoek van de huurder wordt ingediend in de eerste tien dagen van elk kwartaal.",
        "De student vraagt het verlof aan in de eerste maand van het studiejaar.",
        "De bewoner verzoekt om verlenging gedurende de eerste week van het jaar.",
        "De aanvraag van de ouder wordt ingediend in de eerste helft van september.",
        "De kaarthouder doet zijn opgave in de laatste vijf dagen van iedere maand.",
    ),
    "moment": (
        "Verhindering wordt door de leerling uiterlijk om acht uur op de ochtend van de lesdag gemeld.",
        "De ouder meldt de ziekte van het kind vóór negen uur aan de school.",
        "De bewoner levert de sleutel in vóór 12.00 uur op de dag van vertrek.",
        "De werkzoekende meldt zich uiterlijk om 9.30 uur bij het loket.",
        "De reiziger dient het verzoek uiterlijk om 18.00 uur op de dag van de reis in.",
        "De kaarthouder meldt het verlies van de kaart voor middernacht.",
    ),
    "open": (
        "Iedere wijziging in zijn gezin maakt de huurder terstond kenbaar.",
        "De gerechtigde deelt een verandering onverwijld mede aan de bank.",
        "Een verhuizing meldt de cliënt dadelijk aan het college.",
        "De nabestaande geeft van het overlijden zonder verwijl kennis aan de dienst.",
        "De student geeft het staken van de opleiding per omgaande door.",
        "De ouder stelt de school onmiddellijk in kennis van de afwezigheid.",
        "De verzekerde levert de pas terstond in wanneer de polis eindigt.",
        "De huurder bericht de verhuurder onverwijld van zijn vertrek.",
        "De bewoner brengt een gebrek zonder uitstel ter kennis van de dienst en doet daarvan mededeling.",
        "De leerling meldt een verandering meteen aan de school.",
    ),
    "date": (
        "De debiteur doet voor 1 december opgave van zijn inkomen.",
        "De ouder levert de verklaring in vóór 15 maart.",
        "De student dient het verzoek in uiterlijk op 1 februari.",
        "De huurder zendt het formulier terug voor het einde van het kalenderjaar.",
        "De cliënt vraagt de vergoeding aan vóór de aanvang van het kwartaal.",
        "Een verzoek van de bewoner wordt ingediend voor de laatste dag van de maand.",
        "De gerechtigde meldt zijn verblijf vóór 1 juli.",
    ),
    "event": (
        "De nabestaande vraagt de uitkering aan binnen dertien weken na de dag waarop de vermissing is aangevangen.",
        "De ouder vraagt de toeslag aan binnen twee maanden na de geboorte.",
        "De bewoner vraagt de tegemoetkoming aan binnen twee maanden na de brand.",
        "De erfgenaam doet aangifte binnen vier maanden na het overlijden.",
        "De werknemer vraagt de uitkering aan binnen zes maanden nadat hij is ontslagen.",
        "De partner dient het verzoek in binnen zes weken na de scheiding.",
        "De cliënt meldt zich binnen acht weken na de ontruiming.",
        "De huurder vraagt hulp aan binnen twee maanden na zijn opname in een ziekenhuis.",
    ),
    "fatal": (
        "Betaalbewijzen die de huurder later dan twee maanden na de aankoop verstrekt, blijven buiten beschouwing.",
        "Declaraties van de cliënt die later dan drie maanden na de behandeling binnenkomen, worden niet vergoed.",
        "De student vraagt de omzetting binnen zes maanden na de uitreiking. Een later verzoek wordt niet ingewilligd.",
        "De ouder dient het verzoek binnen acht weken in. Nadien vervalt de aanspraak.",
        "De bewoner vraagt de vergoeding binnen vijf maanden. Een latere aanvraag blijft buiten behandeling.",
    ),
    "desks": (
        "De huurder meldt de schade zowel aan het college als aan de marktmeester en de brandweer.",
        "De plaatshouder maakt de wijziging kenbaar aan het college en aan de marktmeester.",
        "De pleegouder bericht de betaalinstelling en de pleegzorgaanbieder over de plaatsing.",
        "De bewoner geeft een verhuizing door aan de woningstichting en aan het waterschap.",
        "De schipper meldt het vertrek bij de havenmeester en bij de sluismeester.",
        "De ouder meldt de ziekte aan de school en aan het wijkteam.",
        "De schuldenaar meldt een verandering aan de kredietbank en aan de bewindvoerder.",
        "De student geeft de onderbreking door aan de opleiding, aan de gemeente en aan de verhuurder.",
    ),
    "proof": (
        "Bij de aanvraag voegt de huurder de schriftelijke instemming van de verhuurder.",
        "Het verzoek van de erfgenaam gaat vergezeld van een verklaring van erfrecht.",
        "De bewoner legt de toestemming van alle mede-eigenaren over.",
        "De aanvrager verstrekt een opgave van alle tegoeden die de overledene bij banken aanhield.",
        "De verzoeker legt bescheiden over het inkomen van zijn ex-partner over.",
        "De zieke voegt een door hem opgestelde beschrijving van zijn belastbaarheid bij.",
        "De ouder overlegt de handtekening van de andere ouder.",
        "De student verstrekt een door de buitenlandse belastingautoriteit afgegeven verklaring.",
        "De erfgenaam legt een boedelbeschrijving over.",
        "De huurder verstrekt gegevens over het inkomen van zijn huisgenoten.",
        "De bewoner overlegt de goedkeuring van de vereniging van eigenaars.",
        "De cliënt legt medische stukken over van zijn behandelaar.",
    ),
    "known": (
        "De huurder doet opgave van het overlijden of vertrek van een bewoner.",
        "De debiteur legt een afschrift van het diploma over.",
        "De gerechtigde overlegt een attestatie de vita.",
        "De achterblijver legt bescheiden ten blijke van de gezamenlijke huishouding over.",
        "De pensioengerechtigde overlegt een bewijs van in leven zijn.",
        "De ouder geeft de geboorte van een kind op aan de dienst.",
    ),
    "information": (
        "De gerechtigde brengt zonder verwijl al hetgeen van invloed kan zijn op zijn recht ter kennis van de bank.",
        "De huurder meldt alles wat van belang kan zijn voor de bijdrage.",
        "De ouder brengt elke omstandigheid die van invloed kan zijn ter kennis van het college.",
        "De student verwittigt de dienst van alle feiten die van belang kunnen zijn.",
        "De cliënt bericht het college van iedere wijziging die gevolgen kan hebben voor het budget.",
    ),
}
SILENT = (
    "Het college beslist binnen acht weken na ontvangst van de aanvraag.",
    "De dienst betaalt de toelage uit binnen vier weken na de vaststelling.",
    "De bank stelt de gerechtigde onverwijld in kennis van het besluit.",
    "De gerechtigde wordt terstond in kennis gesteld van de beslissing.",
    "De vergunning geldt voor een periode van twaalf weken.",
    "Het college zendt de aanvrager binnen een week een ontvangstbevestiging.",
    "De inspecteur meldt zijn komst vóór 10.00 uur aan de burgemeester.",
    "De minister zendt voor 1 juli een verslag aan de Staten-Generaal.",
    "De registratie vindt plaats binnen drie werkdagen nadat het verzoek is gedaan.",
    "De gemeente betaalt de vergoeding binnen tien dagen aan de ouder uit.",
    "Het bestuur geeft partijen onverwijld kennis van de zitting.",
    "De burgemeester geeft de beslissing in de eerste week van januari.",
    "De rechtspersoon dient het jaarverslag binnen vier weken in bij de minister.",
    "De uitkering eindigt nadat vier weken zijn verstreken.",
    "Het griffierecht wordt binnen twee weken na de mededeling van de griffier bijgeschreven op de rekening van het gerecht.",
    "Van het besluit wordt de klager zo spoedig mogelijk doch uiterlijk binnen vier weken na ontvangst in kennis gesteld.",
    "Blijkt aan het hoofd of aan de ambtenaar dat een jongere arbeid verricht, dan geven zij hiervan terstond kennis aan de inspecteur.",
    "De verhuizing wordt ambtshalve overgenomen uit de basisregistratie personen.",
)
THEMES = ("termijnen", "doenvermogen")


@pytest.mark.parametrize("group", SEEN)
def test_most_of_a_class_is_seen(group: str) -> None:
    missed = [text for text in SEEN[group] if not findings(text, THEMES)]
    assert len(missed) <= (1 - SHARE) * len(SEEN[group]), missed


@pytest.mark.parametrize("text", SILENT)
def test_a_look_alike_is_left_alone(text: str) -> None:
    assert [f.check for f in findings(text, THEMES)] == []


@pytest.mark.parametrize(
    "text",
    [
        "De boete van de huurder is invorderbaar nadat tien dagen sinds de dagtekening zijn verstreken.",
        "Iedere wijziging in zijn gezin maakt de huurder terstond kenbaar.",
        "De inschrijving van de woningzoekende behoeft vernieuwing, te verzoeken in de eerste twee weken van december.",
    ],
)
def test_the_wider_reading_only_suggests(text: str) -> None:
    found = findings(text, ("termijnen",))
    assert found
    assert all(f.severity is Severity.SUGGESTION for f in found if f.check != "gehoorde-termijn")


@pytest.mark.parametrize(
    "text",
    [
        "Aanwijzingen in het belang van de orde of de veiligheid dienen terstond te worden opgevolgd.",
        "Een op dat tijdstip nog niet voltooide keuring dient overeenkomstig artikel 6 te worden voortgezet.",
        "De debiteur dient, voordat hij vertrekt, zijn adres c.q. dat van een gemachtigde aan de dienst door te geven.",
    ],
)
def test_dienen_behind_a_determiner_or_a_link_of_nouns_is_a_command(text: str) -> None:
    assert any(f.check == "moeten-of-dienen" for f in findings(text, ("taal",)))


@pytest.mark.parametrize(
    "text",
    [
        "Het college onderzoekt of de huurder aan de eisen dient te voldoen.",
        "De minister bepaalt dat het verslag dient te worden overgelegd.",
    ],
)
def test_dienen_in_a_subordinate_clause_is_left_alone(text: str) -> None:
    assert not any(f.check == "moeten-of-dienen" for f in findings(text, ("taal",)))

"""What a blind reading of findings on unread law taught: wording that only looks hard, and the hard wording beside it."""

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


# Each class twice: the wording that is no finding, and one beside it that is.
QUIET_AND_HEARD = [
    (  # from when a sanction counts takes nothing more from anybody; from when a benefit counts does
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nDe maatregel gaat in op de eerste dag van de maand nadat de cliënt zijn verplichting niet is nagekomen.",
        "Artikel 1\nDe uitkering van de cliënt die de aanvraag niet tijdig indient, gaat in op de dag van de aanvraag.",
    ),
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nIn afwijking van artikel 3 gaat de verlaging in op de dag waarop de cliënt de inlichtingen niet heeft verstrekt.",
        "Artikel 1\nDe toelage van de cliënt die de inlichtingen niet tijdig verstrekt, gaat in op de dag van de aanvraag.",
    ),
    (  # time to hand in what is missing (Awb 6:6) is no time to object (Awb 6:7)
        "afwijking-awb-termijn",
        "Artikel 1\nOntbreekt de machtiging, dan wordt de indiener van het bezwaarschrift verzocht deze binnen twee weken over "
        "te leggen, op "
        "straffe van niet-ontvankelijkheid.",
        "Artikel 1\nHet bezwaarschrift, met de machtiging, wordt ingediend binnen twee weken na de bekendmaking.",
    ),
    (
        "afwijking-awb-termijn",
        "Artikel 1\nHet bezwaarschrift wordt niet-ontvankelijk verklaard als de ouder de ontbrekende gronden niet binnen een week indient.",
        "Artikel 1\nHet bezwaarschrift wordt niet-ontvankelijk verklaard als de ouder het niet binnen een week na de bekendmaking indient.",
    ),
    (  # a request that is complied with is no debt that is paid
        "afwijking-awb-termijn",
        "Artikel 1\nAan een verzoek om advies van de commissie wordt alleen voldaan, als dat verzoek van de ouder is ontvangen binnen drie "
        "weken na de beslissing.",
        "Artikel 1\nAan de verplichting tot betaling van het bedrag wordt door de ouder voldaan binnen drie weken na de beslissing.",
    ),
    (  # the order of a sitting, kept on the spot
        "open-strenge-termijn",
        "Artikel 1\n1. De leerling begeeft zich na de oproep onmiddellijk naar een vrije toetstafel.\n2. De leerling die de "
        "verplichting van "
        "het eerste lid niet nakomt, verliest het recht op de toets.",
        "Artikel 1\n1. De vreemdeling begeeft zich onmiddellijk naar de grens.\n2. De vreemdeling die de verplichting van het eerste lid "
        "niet nakomt, verliest het recht op opvang.",
    ),
    (  # who was late is told so first
        "open-strenge-termijn",
        "Artikel 1\n1. De ouder meldt een verandering van zijn inkomen onmiddellijk aan het college.\n2. De ouder die na een "
        "waarschuwing de "
        "verplichting van het eerste lid niet nakomt, verliest het recht op de toelage.",
        "Artikel 1\n1. De ouder meldt een verandering van zijn inkomen onmiddellijk aan het college.\n2. De ouder die de verplichting van "
        "het eerste lid niet nakomt, verliest het recht op de toelage.",
    ),
    (  # whoever cannot reasonably be asked to be in time, is let off
        "termijn-uren-of-teruggerekend",
        "Artikel 1\nDe huurder meldt zijn vertrek uiterlijk drie weken tevoren aan het college, tenzij dat redelijkerwijs niet van hem "
        "verlangd kan worden.",
        "Artikel 1\nDe huurder meldt zijn vertrek uiterlijk drie weken tevoren aan het college, tenzij hij in een andere gemeente woont.",
    ),
    (
        "termijn-uren-of-teruggerekend",
        "Artikel 1\nDe huurder meldt zijn vertrek uiterlijk drie weken tevoren aan het college. Is dat niet mogelijk, dan meldt hij het zo "
        "snel mogelijk.",
        "Artikel 1\nDe huurder meldt zijn vertrek uiterlijk drie weken tevoren aan het college. Het college bevestigt dat zo "
        "snel mogelijk.",
    ),
    (  # another lid lets the right begin earlier, in words of its own
        "ingangsdatum-is-aanvraagdatum",
        "Artikel 1\n1. De toelage gaat in op de eerste dag van de maand waarin de aanvraag is ingediend.\n2. Het college kan, "
        "als het dat in "
        "een individueel geval nodig vindt, de toelage toekennen met ingang van de dag waarop de kosten zijn gemaakt.",
        "Artikel 1\n1. De toelage gaat in op de eerste dag van de maand waarin de aanvraag is ingediend.\n2. Het college kan, "
        "als het dat in "
        "een individueel geval nodig vindt, de toelage toekennen als lening.",
    ),
    (
        "ingangsdatum-is-aanvraagdatum",
        "Artikel 1\nDe toelage gaat in op de eerste dag van de maand waarin de aanvraag is ingediend. Het college kan haar "
        "toekennen vanaf een "
        "eerdere dag.",
        "Artikel 1\nDe toelage gaat in op de eerste dag van de maand waarin de aanvraag is ingediend. Het college kan haar "
        "toekennen vanaf de "
        "dag dat de aanvraag is aangevuld.",
    ),
    (  # a while that is described is a ground; one that only lasts is none
        "kan-zonder-kader",
        "Artikel 1\nHet college kan de toelage van de leerling opschorten gedurende de periode waarin hij geen begeleider heeft.",
        "Artikel 1\nHet college kan de toelage van de leerling opschorten gedurende de opleiding.",
    ),
    (  # the time limits the power of the authority
        "fatale-termijn-zonder-uitweg",
        "Artikel 1\n1. Het bestuur kan een toekenning intrekken. Het stelt het lichaam en de belanghebbende daarvan in "
        "kennis.\n2. Jegens de "
        "werknemer kan de bevoegdheid, bedoeld in het eerste lid, slechts worden uitgeoefend binnen acht maanden na zijn inschrijving.",
        "Artikel 1\n1. Het bestuur kan een toekenning intrekken. Het stelt het lichaam en de belanghebbende daarvan in kennis.\n2. De "
        "bevoegdheid om daartegen op te komen, kan door de werknemer slechts worden uitgeoefend binnen vier maanden na zijn inschrijving.",
    ),
    (  # what the paper is, and not how it is brought
        "alleen-in-persoon",
        "Artikel 1\nBij de aanmelding dient de leerling een door hem geschreven persoonlijk leerplan in.",
        "Artikel 1\nBij de aanmelding dient de leerling het leerplan persoonlijk in bij het loket.",
    ),
    (  # how an illness will go is no sum that somebody works out
        "schatten-en-verrekenen",
        "Artikel 1\nDe verzekerde verstrekt op verzoek van het UWV verklaringen van zijn artsen over de diagnose, de "
        "behandeling en de prognose.",
        "Artikel 1\nDe verzekerde verstrekt op verzoek van het UWV tijdens zijn ziekte een prognose van zijn inkomen.",
    ),
    (  # part of learning a trade, and no proof for a claim
        "zware-bewijslast",
        "Artikel 1\nDe leerling houdt tijdens de opleiding een logboek bij, waarin hij beschrijft welke vaardigheden hij heeft geleerd.",
        "Artikel 1\nDe leerling houdt tijdens de opleiding een logboek bij van de uren waarover hij de toelage vraagt.",
    ),
    (  # what is told to the register of persons is where the register has it from
        "plicht-waar-ambtshalve-kan",
        "Artikel 1\nDe ingezetene die verhuist, geeft het college zijn nieuwe adres op voor de bijhouding van de "
        "basisregistratie personen.",
        "Artikel 1\nDe ingezetene die verhuist, geeft het college zijn nieuwe adres op voor de toelage.",
    ),
    (
        "plicht-waar-ambtshalve-kan",
        "Artikel 1\nDe ingezetene die zijn adres wijzigt, komt naar het college om aangifte te doen van zijn adres.",
        "Artikel 1\nDe ingezetene die de toelage wil, komt naar het college om opgave te doen van zijn adres.",
    ),
    (  # three months, the measure that the page advises itself
        "termijn-bij-levensgebeurtenis",
        "Artikel 1\nDe nabestaande doet binnen dertien weken na het overlijden van zijn partner mededeling aan het UWV.",
        "Artikel 1\nDe nabestaande doet binnen twaalf weken na het overlijden van zijn partner mededeling aan het UWV.",
    ),
    (
        "termijn-bij-levensgebeurtenis",
        "Artikel 1\nDe nabestaande doet binnen drie maanden na het overlijden van zijn partner mededeling aan het UWV.",
        "Artikel 1\nDe nabestaande doet binnen twee maanden na het overlijden van zijn partner mededeling aan het UWV.",
    ),
    (  # a form names the facts
        "open-inlichtingenplicht",
        "Artikel 1\n1. De ouder meldt onverwijld en uit eigen beweging alle feiten waarvan hem redelijkerwijs duidelijk moet "
        "zijn dat zij van "
        "invloed kunnen zijn op de toelage.\n2. De ouder is ontheven van de verplichting, bedoeld in het eerste lid, voor wat hij op het "
        "formulier opgeeft.",
        "Artikel 1\n1. De ouder meldt onverwijld en uit eigen beweging alle feiten waarvan hem redelijkerwijs duidelijk moet "
        "zijn dat zij van "
        "invloed kunnen zijn op de toelage.\n2. De ouder gebruikt daarvoor het formulier.",
    ),
    (  # whoever is called for and does not come within days
        "korte-termijn",
        "Artikel 1\nWie zich niet binnen drie maanden na de oproep meldt, krijgt een verlaging van tien procent op zijn uitkering.",
        "Artikel 1\nWie zich niet binnen drie dagen na de oproep meldt, krijgt een verlaging van tien procent op zijn uitkering.",
    ),
    (  # a time within which an authority decides, or a licence, cannot be made longer: no safeguard that goes
        "waarborg-uitgesloten",
        "Artikel 1\n1. Het college beslist binnen acht weken op de aanvraag van de ouder.\n2. De termijn, bedoeld in het "
        "eerste lid, kan niet "
        "worden verlengd.",
        "Artikel 1\n1. De ouder dient de aanvraag in binnen acht weken na de geboorte.\n2. De termijn, bedoeld in het eerste lid, kan niet "
        "worden verlengd.",
    ),
    (
        "waarborg-uitgesloten",
        "Artikel 1\n1. De ouder dient de aanvraag in binnen acht weken na de geboorte.\n2. De termijn kan niet meer dan "
        "eenmaal worden verlengd.",
        "Artikel 1\n1. De ouder dient de aanvraag in binnen acht weken na de geboorte.\n2. Deze termijn wordt niet verlengd.",
    ),
    (
        "fatale-termijn-zonder-uitweg",
        "Artikel 1\n1. De ouder dient de aanvraag in voor 1 mei.\n2. Een aanvraag die later wordt ingediend, telt voor het volgende jaar.",
        "Artikel 1\n1. De ouder dient de aanvraag in voor 1 mei.\n2. Een aanvraag die later wordt ingediend, wordt afgewezen.",
    ),
]


@pytest.mark.parametrize(("check", "quiet", "heard"), QUIET_AND_HEARD)
def test_what_only_looks_hard_is_quiet_and_the_hard_wording_beside_it_is_heard(check: str, quiet: str, heard: str) -> None:
    assert [f.quote for f in found(check, quiet)] == []
    assert found(check, heard)


def test_an_objection_is_no_transfer_of_money_and_the_papers_with_it_are_no_repair() -> None:
    (finding,) = found("afwijking-awb-termijn", "Artikel 1\nDe ouder maakt bezwaar binnen vier weken en legt daarbij zijn gronden over.")
    assert "bezwaar of beroep" in finding.message


def test_a_long_time_that_another_may_shorten_is_a_question() -> None:
    (finding,) = found(
        "termijn-bij-levensgebeurtenis",
        "Artikel 1\nDe nabestaande doet binnen dertien weken na het overlijden van zijn partner, of binnen een kortere termijn die het UWV "
        "bepaalt, mededeling aan het UWV.",
    )
    assert finding.severity is Severity.INFO
    assert "kortere" in finding.doubts[0].reason


AMENDED = (
    "Wijziging van de Verordening toeslagen Beekdal\n\nArtikel I\n\nDe Verordening toeslagen Beekdal wordt als volgt gewijzigd:\n\n"
    "A\n\n{}\n\nArtikel II\n\nDeze verordening treedt in werking met ingang van 1 januari 2027.\n"
)


@pytest.mark.parametrize(
    ("check", "heard", "quiet"),
    [
        (
            "zwaar-gevolg-zonder-uitweg",
            "Artikel 4, eerste lid, komt te luiden:\n\n1. Een aanvraag wordt ingediend vóór 1 maart van het jaar waarvoor de toeslag wordt "
            "gevraagd. Een aanvraag die later wordt ingediend, wordt afgewezen.",
            "Artikel 4, eerste lid, komt te luiden:\n\n1. Een aanvraag wordt ingediend vóór 1 maart van het jaar waarvoor de toeslag wordt "
            "gevraagd. Een aanvraag die later wordt ingediend, telt voor het volgende jaar.",
        ),
        (
            "zwaar-gevolg-zonder-uitweg",
            "Aan artikel 5 wordt een lid toegevoegd, luidende:\n\n3. Wie zich niet binnen drie dagen na de oproep meldt, ontvangt "
            "geen toeslag.",
            "Aan artikel 5 wordt een lid toegevoegd, luidende:\n\n3. Wie zich binnen drie dagen na de oproep meldt, ontvangt een toeslag.",
        ),
        (
            "waarborg-uitgesloten",
            "Aan artikel 6 wordt een lid toegevoegd, luidende:\n\n2. De termijn, bedoeld in het eerste lid, kan niet worden verlengd.",
            "Aan artikel 6 wordt een lid toegevoegd, luidende:\n\n2. De termijn, bedoeld in het eerste lid, kan worden verlengd.",
        ),
    ],
)
def test_a_new_lid_that_names_nobody_is_read_as_any_other(check: str, heard: str, quiet: str) -> None:
    assert found(check, AMENDED.format(heard))
    assert not found(check, AMENDED.format(quiet))

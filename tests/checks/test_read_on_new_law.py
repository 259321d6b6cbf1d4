"""What reading findings on regulations that nobody had read taught: wording that only looks hard, and the hard wording beside it."""

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
    (
        "alles-of-niets",
        "Artikel 1\nIs de aangifte niet gedaan, dan vervalt, onverminderd artikel 4 van de wet, het recht tot invordering van de gehele "
        "heffing bij de houder door verloop van drie jaren.",
        "Artikel 1\nHeeft de houder de opgave niet op tijd gedaan, dan vervalt de gehele tegemoetkoming over het jaar.",
    ),
    (
        "hardheidsclausule-afwijkend-criterium",
        "Artikel 1\nOnze Minister kan in bijzondere gevallen regels stellen waarbij van het tweede lid van artikel 4 wordt afgeweken voor "
        "de student.",
        "Artikel 1\nOnze Minister kan ten gunste van de student afwijken van artikel 4 als dat tot een schrijnende situatie leidt.",
    ),
    (
        "hardheidsclausule-afwijkend-criterium",
        "Artikel 1\nHet bevoegd gezag kan in bijzondere gevallen afwijken van de volgorde waarin ambtenaren worden ontslagen.",
        "Artikel 1\nHet bevoegd gezag kan voor de ambtenaar afwijken van de korting op zijn loon als dat tot onredelijke gevolgen leidt.",
    ),
    (
        "hardheidsclausule-met-uitsluitingen",
        "Artikel 1\n1. De toelage van de ouder gaat niet in voor de dag van aanvraag. Het college kan in bijzondere gevallen "
        "afwijken van de eerste volzin.\n2. De eerste volzin van het eerste lid is niet van toepassing op de ouder die in het "
        "buitenland woonde.",
        "Artikel 1\n1. De toelage van de ouder gaat niet in voor de dag van aanvraag. Het college kan bij een onbillijkheid van "
        "overwegende aard afwijken van de eerste volzin.\n2. De tweede volzin van het eerste lid is niet van toepassing op de ouder "
        "die in het "
        "buitenland woonde.",
    ),
    (
        "hardheidsclausule-zonder-doel",
        "Artikel 1\nHet college kan voor de ouder afwijken van artikel 3 voor zover toepassing, gelet op de strekking ervan, leidt tot een "
        "onbillijkheid van overwegende aard.",
        "Artikel 1\nHet college kan voor de ouder afwijken van artikel 3 voor zover toepassing, gelet op de dag van zijn aanvraag, "
        "leidt tot een onbillijkheid van overwegende aard.",
    ),
    (
        "waarborg-uitgesloten",
        "Artikel 1\nIs bij de werkgever geen overtreding vastgesteld, dan is artikel 4:8 van de Algemene wet bestuursrecht niet "
        "van toepassing.",
        "Artikel 1\nIs bij de werknemer een overtreding vastgesteld, dan is artikel 4:8 van de Algemene wet bestuursrecht niet van "
        "toepassing.",
    ),
    (
        "waarborg-uitgesloten",
        "Artikel 1\n1. Het college verleent de belastingplichtige met een kind op verzoek uitstel van betaling.\n2. Uitstel wordt "
        "niet verleend indien het verzoek na die dag is gedaan.",
        "Artikel 1\n1. De bewoner betaalt de belasting voor 1 mei.\n2. Uitstel wordt niet verleend indien het verzoek na die dag is "
        "gedaan.",
    ),
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nHeeft de huurder de gegevens zonder geldige reden niet verstrekt, dan wordt zijn aanvraag afgewezen.",
        "Artikel 1\nHeeft de huurder de gegevens niet verstrekt, dan wordt zijn aanvraag afgewezen.",
    ),
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nDe ambtenaar die opzettelijk nalaat zijn dienst te verrichten, heeft geen recht op bezoldiging.",
        "Artikel 1\nDe ambtenaar die nalaat zijn dienst te verrichten, heeft geen recht op bezoldiging.",
    ),
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nHet college geeft de huurder die geen aanvraag heeft ingediend, de redenen om zijn verzoek af te wijzen.",
        "Artikel 1\nHeeft de huurder geen aanvraag ingediend, dan wordt zijn verzoek afgewezen.",
    ),
    (
        "gebonden-intrekking",
        "Artikel 1\n1. De ouder kan een toelage krijgen.\n2. Het Besluit toelagen voor ouders wordt ingetrokken.",
        "Artikel 1\n1. De ouder kan een toelage krijgen.\n2. Het besluit wordt ingetrokken indien de ouder geen opgave heeft gedaan.",
    ),
    (
        "gebonden-intrekking",
        "Artikel 1\nHet college verwijdert de vermelding van de houder als gastouder, zodra voor hem geen toezicht meer nodig is.",
        "Artikel 1\nHet college verwijdert de houder uit het register, indien hij geen opgave heeft gedaan.",
    ),
    (
        "kan-zonder-kader",
        "Artikel 1\nDe rechtbank kan de beslissing over de patiënt schorsen.",
        "Artikel 1\nDe directeur kan de deelname van de student schorsen.",
    ),
    (
        "kan-zonder-kader",
        "Artikel 1\n1. Ter voorkoming van misbruik is voor inzage toestemming van de directeur nodig.\n2. De directeur kan aan "
        "zijn toestemming aan de student voorwaarden verbinden.",
        "Artikel 1\n1. Voor inzage is toestemming van de directeur nodig.\n2. De directeur kan aan zijn beslissing voor de student "
        "voorwaarden verbinden.",
    ),
    (
        "korte-termijn",
        "Artikel 4\nDe consument meldt de verkoper binnen veertien dagen dat hij van zijn bedenktijd gebruik maakt.",
        "Artikel 4\nDe consument meldt de verkoper binnen veertien dagen dat hij van zijn polis gebruik maakt.",
    ),
    (
        "korte-termijn",
        "Artikel 4\nDe huurder meldt de verhuurder binnen drie dagen dat hij van zijn bedenktijd gebruik maakt.",
        "Artikel 4\nDe huurder meldt een gebrek binnen drie dagen, bij gebreke waarvan de verhuurder de overeenkomst kan ontbinden.",
    ),
    (
        "korte-termijn",
        "Artikel 1\nDe ouder zendt de stukken binnen drie weken of, als dat voor hem niet mogelijk is, binnen een door het college "
        "te stellen termijn.",
        "Artikel 1\nDe ouder zendt de stukken binnen drie weken aan het college.",
    ),
    (
        "korte-termijn",
        "Artikel 1\nDe burgemeester draagt, tenzij de bewoner daartegen bezwaar heeft, er zorg voor dat de bewoner binnen twee weken wordt "
        "bijgestaan.",
        "Artikel 1\nDe bewoner meldt zich binnen twee weken bij de burgemeester.",
    ),
    (
        "open-strenge-termijn",
        "Artikel 1\nDe ouder meldt een wijziging onverwijld en uiterlijk op de tiende dag aan het college.",
        "Artikel 1\nDe ouder met een toelage meldt een wijziging onverwijld aan het college.",
    ),
    (
        "open-strenge-termijn",
        "Artikel 1\nOnder een wijziging waarover de ouder onverwijld mededeling doet als bedoeld in artikel 3, valt een verhuizing.",
        "Artikel 1\nVan een verhuizing doet de ouder met een toelage onverwijld mededeling aan het college.",
    ),
    (
        "open-strenge-termijn",
        "Artikel 1\nWordt aan het orgaan bekend dat een persoon ten onrechte als kiezer is geregistreerd, wanneer aan het orgaan "
        "dat bekend wordt, wordt daarvan terstond mededeling gedaan aan Onze Minister.",
        "Artikel 1\nDe nabestaande met een uitkering doet van een onjuiste registratie terstond mededeling aan Onze Minister.",
    ),
    (
        "termijn-uren-of-teruggerekend",
        "Artikel 1\nDe plaats van het examen wordt ten minste vier weken voor de aanvang van het examen aan de leerling bekendgemaakt.",
        "Artikel 1\nDe leerling geeft zijn keuze ten minste vier weken voor de aanvang van het examen op bij het college.",
    ),
    (
        "terugkerende-plicht",
        "Artikel 1\nDe ouder legt een verklaring van zijn kind over waarin het kind maandelijks zegt bij hem te wonen.",
        "Artikel 1\nDe ouder legt maandelijks een verklaring van zijn kind over.",
    ),
    (
        "fatale-termijn-zonder-uitweg",
        "Artikel 1\n1. De leerling meldt zich uiterlijk op 1 april aan.\n2. Het eerste lid is niet van toepassing op de leerling "
        "die na die datum is verhuisd.",
        "Artikel 1\n1. De leerling meldt zich uiterlijk op 1 april aan.\n2. De leerling die zich niet tijdig heeft aangemeld, "
        "heeft geen recht op een plaats.",
    ),
    (
        "fatale-termijn-zonder-uitweg",
        "Artikel 1\nDe vergunning van de huurder vervalt, mits de huurder voor 1 mei een nieuwe aanvraag heeft gedaan.",
        "Artikel 1\nDe vergunning van de huurder vervalt, indien de huurder niet voor 1 mei een nieuwe aanvraag heeft gedaan.",
    ),
    (
        "alleen-in-persoon",
        "Artikel 1\nDe ouder die in persoon verschijnt, legt zijn paspoort over.",
        "Artikel 1\nDe ouder verschijnt in persoon en legt zijn paspoort over.",
    ),
    (
        "plicht-waar-ambtshalve-kan",
        "Artikel 1\nDe ouder bewaart in zijn dossier een afschrift van de geboorteakte en neemt dat in zijn administratie op.",
        "Artikel 1\nDe ouder legt bij de aanvraag een afschrift van de geboorteakte over.",
    ),
    (
        "plicht-waar-ambtshalve-kan",
        "Artikel 1\nDe inwoner doet aangifte van zijn verhuizing bij het college.",
        "Artikel 1\nDe inwoner meldt een verhuizing aan de Sociale verzekeringsbank.",
    ),
    (
        "schatten-en-verrekenen",
        "Artikel 1\nDe ouder die verwacht te verhuizen, dient een aanvraag in.",
        "Artikel 1\nDe ouder geeft op hoeveel inkomen hij verwacht te ontvangen.",
    ),
    (
        "sanctie-zonder-onderscheid",
        "Artikel 1\nHet recht op toelage vervalt indien de ouder onjuiste gegevens heeft verstrekt met de bedoeling te veel te krijgen.",
        "Artikel 1\nHet recht op toelage vervalt indien de ouder onjuiste gegevens heeft verstrekt.",
    ),
    (
        "zware-bewijslast",
        "Artikel 1\nDe ouder legt een doktersverklaring of foto over, en bij de aanvraag een werkgeversverklaring of loonstrook.",
        "Artikel 1\nDe ouder legt bij de aanvraag een verklaring van een arts over.",
    ),
    (
        "zware-bewijslast",
        "Artikel 1\nDe ouder behoeft voor de aanvraag geen toestemming van derden over te leggen.",
        "Artikel 1\nDe ouder legt bij de aanvraag de toestemming van derden over.",
    ),
    (
        "sanctie-zonder-matiging",
        "Artikel 1\nIndien nabestaanden een hoger bedrag hadden moeten ontvangen dan waarop zij nog aanspraak hebben, wordt de "
        "beperking krachtens artikel 17 zodanig verminderd dat zij dat bedrag houden.",
        "Artikel 1\nIndien nabestaanden een hoger bedrag hadden moeten ontvangen dan waarop zij nog aanspraak hebben, wordt de "
        "uitkering krachtens artikel 17 zodanig verminderd dat zij niets houden.",
    ),
    (
        "sanctie-zonder-matiging",
        "Artikel 1\nDe bewoner die binnen vijf jaar dezelfde overtreding begaat, wordt bestraft met een bestuurlijke boete die "
        "gelijk is aan tweemaal de eerder opgelegde bestuurlijke boete.",
        "Artikel 1\nDe bewoner die deze overtreding begaat, wordt bestraft met een bestuurlijke boete die gelijk is aan tweemaal de huur.",
    ),
    (
        "hardheidsclausule-afwijkend-criterium",
        "Artikel 1\nBij collectieve regeling kan voor de werknemer in uitzonderlijke gevallen van artikel 8 worden afgeweken.",
        "Artikel 1\nDoor het college kan voor de werknemer in schrijnende gevallen van artikel 8 worden afgeweken.",
    ),
    (
        "kan-zonder-kader",
        "Artikel 1\nDe commissie kan de beraadslaging over het verzoek van de bewoner beëindigen.",
        "Artikel 1\nDe commissie kan de deelname van de bewoner beëindigen.",
    ),
    (
        "korte-termijn",
        "Artikel 1\nDe melding van de inwoner wordt binnen een week schriftelijk bevestigd.",
        "Artikel 1\nDe inwoner bevestigt de melding binnen een week.",
    ),
    (
        "termijn-uren-of-teruggerekend",
        "Artikel 1\nTen minste veertien dagen voor de stemming ontvangt iedere kiezer een stempas.",
        "Artikel 1\nTen minste veertien dagen voor de stemming vraagt iedere kiezer een stempas aan.",
    ),
    (
        "ingangsdatum-is-aanvraagdatum",
        "Artikel 1\nDe verzekerde dient de aanvraag in.\n\nArtikel 2\nAan een beëindiging van de uitkering van de verzekerde wordt "
        "geen terugwerkende kracht verleend.",
        "Artikel 1\nDe verzekerde dient de aanvraag in.\n\nArtikel 2\nAan een toekenning van de uitkering aan de verzekerde wordt "
        "geen terugwerkende kracht verleend.",
    ),
    (
        "plicht-waar-ambtshalve-kan",
        "Artikel 1\nDe aanvraag van de inwoner gaat vergezeld van een verklaring van het college waaruit blijkt dat het college "
        "instemt met zijn plan.",
        "Artikel 1\nDe aanvraag van de inwoner gaat vergezeld van een verklaring van het college waaruit blijkt dat hij is ingeschreven.",
    ),
    (
        "stapeling-van-plichten",
        "Artikel 1\nDe bestuurder is verplicht mee te werken aan de opgelegde maatregel, die zich:\na. dient te onderwerpen aan "
        "een cursus,\nb. dient te onderwerpen aan een programma, of\nc. dient te onderwerpen aan een onderzoek, en\nd. dient te "
        "melden bij de dienst.",
        "Artikel 1\nDe bestuurder van een motorrijtuig is verplicht mee te werken aan de opgelegde maatregel en:\na. dient zich te "
        "onderwerpen aan een "
        "cursus,\nb. dient zich te onderwerpen aan een programma,\nc. dient zich te onderwerpen aan een onderzoek, en\nd. dient "
        "zich te melden bij de dienst.",
    ),
    (
        "uitsluitend-digitaal",
        "Artikel 1\nDe aanvraag van de inwoner wordt niet per e-mail ingediend.",
        "Artikel 1\nDe aanvraag van de inwoner wordt per e-mail ingediend.",
    ),
    (
        "uitsluitend-digitaal",
        "Artikel 1\nDe inwoner maakt de gegevens die hij indient, met elektronische middelen of anderszins toegankelijk.",
        "Artikel 1\nDe inwoner maakt de gegevens die hij indient, met elektronische middelen toegankelijk.",
    ),
    (
        "zware-bewijslast",
        "Artikel 1\nBij de aanvraag van een keuringsrapport legt de inwoner zijn gegevens over.",
        "Artikel 1\nBij de aanvraag legt de inwoner een taxatierapport over.",
    ),
    (
        "termijn-uren-of-teruggerekend",
        "Artikel 1\nDe verzekerde ontvangt een uitkering, waarbij de vermindering van de korting ingaat op de dag waarop hij is "
        "verhuisd, doch uiterlijk een jaar voor de dag waarop hij de aanvraag heeft ingediend.",
        "Artikel 1\nDe verzekerde doet de aanvraag uiterlijk een jaar voor de dag waarop hij verhuist.",
    ),
    (
        "terugkerende-plicht",
        "Artikel 1\nDe verzekerde kan de verzekering uiterlijk 31 december van ieder jaar opzeggen.",
        "Artikel 1\nDe verzekerde geeft zijn inkomen uiterlijk 31 december van ieder jaar op.",
    ),
]


@pytest.mark.parametrize(("check", "quiet", "heard"), QUIET_AND_HEARD)
def test_what_only_looks_hard_is_left_alone(check: str, quiet: str, heard: str) -> None:
    assert not found(check, quiet)
    assert any(f.severity is not Severity.INFO for f in found(check, heard))


def test_after_a_reminder_the_two_weeks_of_the_awb_are_the_measure() -> None:
    text = "Artikel 1\nBetaalt de huurder niet, dan maant het college hem aan om binnen tien dagen na de aanmaning te betalen."
    (finding,) = found("afwijking-awb-termijn", text)
    assert "Awb 4:112" in finding.message
    assert finding.ground.startswith("Awb 4:112")


def test_a_name_from_elsewhere_in_the_artikel_does_not_stand_for_who_is_hit() -> None:
    text = (
        "Artikel 1\n1. In de auto zijn zitplaatsen, niet zijnde die voor de bestuurder.\n"
        "2. Indien degene aan wie de beschikking is verleend niet voldoet aan de verplichting om het te melden, vervalt de beschikking."
    )
    findings = found("verlies-van-rechtswege", text)
    assert findings
    assert all("bestuurder" not in f.explanation for f in findings)


def test_an_act_of_another_is_no_omission() -> None:
    text = "Artikel 1\nHet bewijs van de machinist vervalt indien hij niet meer werkt voor degene die het bewijs heeft verstrekt."
    assert all(f.severity is Severity.INFO for f in found("verlies-van-rechtswege", text))


def test_a_lid_of_another_artikel_is_not_this_lid() -> None:
    text = (
        "Artikel 35\n1. In afwijking van artikel 34, eerste en tweede lid, kan het college van terugvordering van de ouder afzien.\n"
        "2. De toelage van de ouder wordt ingetrokken indien hij geen opgave heeft gedaan."
    )
    findings = found("gebonden-intrekking", text)
    assert findings
    assert all("laat afwijken van deze bepaling toe" not in f.explanation for f in findings)


def test_an_administrative_sanction_hits_a_person() -> None:
    text = (
        "Artikel 23\n1. De administratieve sanctie moet binnen twee weken zijn voldaan.\n"
        "2. De sanctie wordt van rechtswege met vijftig procent verhoogd indien deze niet tijdig geheel wordt voldaan.\n\n"
        "Artikel 24\nDe natuurlijke persoon kan bezwaar maken. De burger betaalt."
    )
    assert any(f.severity is not Severity.INFO for f in found("sanctie-zonder-matiging", text))

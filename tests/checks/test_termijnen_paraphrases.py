# ruff: noqa: E501 - an example sentence stands on one line
"""Ways in which drafters write time limits: what must be seen by some check of the theme, and look-alikes that must stay silent.

In ``SEEN`` and ``NOT_SEEN`` the words that a finding must touch stand in double square brackets.
"""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import Marked, dossier_of
from doenvermogentoets.text import Span

CATALOGUE = load()


def findings(text: str) -> list[Finding]:
    bill = "Artikel 5\n" + ("1. " if "\n2. " in text else "") + text + "\n"
    result = run_analysed(analyse(dossier_of(Marked(bill, None, ()))), CATALOGUE.select(("termijnen",)))
    assert result.failures == []
    return result.findings


def seen(marked: str) -> bool:
    text = marked.replace("[[", "").replace("]]", "")
    words = marked[marked.index("[[") + 2 : marked.index("]]")]
    for finding in findings(text):
        content = finding.document.text.content
        at = content.index(words)
        if finding.span.overlaps(Span(at, at + len(words))):
            return True
    return False


SEEN = (
    # TRM001
    "De aanspraak op de bijdrage vervalt, indien de aanvraag niet [[binnen vier weken]] na afloop van het jaar door de dienst is ontvangen.",
    "De huurder kan de regeling aanvragen [[binnen twee weken]] na de aanzegging, bij gebreke waarvan de aanspraak op de regeling vervalt.",
    "De bewoner vraagt de vergoeding aan [[binnen drie weken]] na de oplevering, op straffe van verval van het recht daarop.",
    "Het recht op de tegemoetkoming vervalt als de ouder [[niet binnen tien dagen]] na dagtekening van de brief heeft gereageerd.",
    "Heeft de verzekerde het aanbod niet [[binnen tien dagen]] na dagtekening aanvaard, dan is het aanbod vervallen.",
    "De aanvrager dient de aanvraag in [[uiterlijk op 1 april]] van het jaar. Een aanvraag die na die datum wordt ontvangen, wordt afgewezen.",
    "De belanghebbende kan [[binnen drie dagen]] na de betekening in verzet komen, bij gebreke waarvan hij in zijn verzet niet-ontvankelijk is.",
    "De schuldenaar kan om betaling in termijnen verzoeken, mits [[binnen zeven dagen]] na de dagtekening van de aanmaning.",
    "De ouder kan slechts [[binnen een maand]] na de geboorte aanspraak maken op het verlof; daarna vervalt de aanspraak.",
    "De bewoner meldt de verhuizing [[binnen vijf dagen]]. Bij gebreke van een tijdige melding eindigt het recht op de toeslag.",
    "De student levert het bewijs [[uiterlijk op 15 september]] in. Na afloop van die termijn kan geen bewijs meer worden ingeleverd en vervalt het recht op de beurs.",
    "Indien de gevraagde stukken niet [[binnen een week]] zijn overgelegd, wordt de aanvraag zonder nader bericht afgewezen.",
    "De uitkering wordt geweigerd aan de werknemer die zich niet [[binnen twee dagen]] na het ontslag heeft ingeschreven als werkzoekende.",
    "Wie niet [[binnen veertien dagen]] na de uitnodiging reageert, verliest zijn plaats op de wachtlijst.",
    "Het college trekt de kaart in wanneer de houder de foto niet [[binnen zes weken]] na de oproep heeft aangeleverd.",
    "De aanvrager verstrekt de ontbrekende gegevens [[binnen een week]] na het verzoek daartoe, bij gebreke waarvan de aanvraag wordt afgewezen.",
    "Een aanvraag die niet [[vóór 1 mei]] is ingediend, wordt niet in behandeling genomen en het recht op de toelage vervalt.",
    "De burger die niet [[binnen vier weken]] na de kennisgeving bezwaren kenbaar maakt, wordt geacht met de indeling in te stemmen en heeft geen recht op schadevergoeding.",
    "Telkens [[uiterlijk zesentwintig weken]] voor het einde van die termijn vraagt de houder verlenging aan. Bij te late aanvraag vervalt de erkenning.",
    "De rechthebbende behoudt zijn aanspraak alleen indien hij [[binnen een maand]] na de inwerkingtreding een verklaring heeft ingediend.",
    "De vordering op het fonds verjaart niet, maar vervalt, indien het slachtoffer zijn verzoek niet [[binnen zes maanden]] na het voorval heeft gedaan.",
    "Verzuimt de bewoner de melding [[binnen acht dagen]] te doen, dan vordert het college het gehele bedrag terug.",
    "Laat de ouder na [[binnen twee weken]] opgave te doen, dan wordt de bijdrage op nihil vastgesteld.",
    "De erfgenamen dienen de aanvraag [[binnen tien dagen]] na het overlijden in, bij gebreke waarvan het recht op de uitkering vervalt.",
    # TRM002
    "De ouder verstrekt de stukken [[binnen twee weken]] na het verzoek.",
    "[[Binnen een week]] na ontvangst van de brief zendt de aanvrager het formulier terug.",
    "De aanvrager dient [[binnen tien dagen]] na de toekenning een rekeningnummer op te geven.",
    "De bewoner is gehouden [[binnen acht dagen]] na de aanschrijving de sleutel in te leveren.",
    "De gevraagde bewijsstukken worden door de aanvrager [[binnen zeven dagen]] overgelegd.",
    "De huurder moet de verklaring [[binnen veertien dagen]] ondertekend terugsturen.",
    "De student reageert [[binnen vijf dagen]] op het aanbod.",
    "De belanghebbende geeft [[binnen vier weken]] na dagtekening van het verzoek de gevraagde inlichtingen.",
    "Na een oproep verschijnt de werkloze [[binnen vijf dagen]] op het kantoor.",
    "De aanvrager vult de aanvraag aan binnen een termijn van [[tien dagen]].",
    "De termijn voor het indienen van een zienswijze door de bewoner bedraagt [[twee weken]].",
    "De ouder laat [[binnen een week]] weten of hij het aanbod aanvaardt.",
    "Uiterlijk [[de tiende dag]] na de verzending van de brief bevestigt de aanvrager zijn komst.",
    "De kandidaat meldt zich [[uiterlijk een week]] na de uitslag voor een herkansing aan.",
    "De verzekerde stuurt de nota [[binnen één maand]] na de behandeling op.",
    "De budgethouder toont desgevraagd [[binnen vijf werkdagen]] aan waaraan het budget is besteed.",
    "De betrokkene maakt [[binnen een week]] na de mededeling zijn keuze kenbaar.",
    "De bewoner kan [[binnen twee weken]] na de bekendmaking een zienswijze indienen.",
    "De leerling schrijft zich [[binnen drie weken]] na de uitslag in.",
    "Op verzoek van de dienst levert de kaarthouder de kaart [[binnen drie werkdagen]] in.",
    "De ontvanger van de subsidie overlegt [[binnen vier weken]] na de vaststelling een eindverslag.",
    "De aanvrager aan wie een woning is aangeboden, deelt [[binnen drie dagen]] mee of hij deze aanvaardt.",
    "De cliënt doet [[binnen veertien dagen]] na de toewijzing opgave van de gekozen aanbieder.",
    "De vreemdeling dient het verzoek in [[binnen twee weken]] na zijn aankomst.",
    # TRM003
    "De ouder meldt een wijziging [[onverwijld]] aan de dienst.\n2. Indien niet is voldaan aan het eerste lid, vervalt het recht op de toeslag.",
    "[[Onverwijld]] doet de huurder mededeling van een verhuizing.\n2. Heeft de huurder niet voldaan aan het eerste lid, dan trekt het college de toeslag in.",
    "De verzekerde stelt het fonds [[terstond]] in kennis van een ongeval.\n2. De uitkering wordt geweigerd indien de verzekerde niet heeft voldaan aan het eerste lid.",
    "De werkloze geeft inkomsten [[zo spoedig mogelijk]] door.\n2. Bij overtreding van het eerste lid wordt de uitkering beëindigd.",
    "De bewoner is verplicht elke verandering [[direct]] te melden.\n2. Het college legt de bewoner die niet voldoet aan het eerste lid een bestuurlijke boete op van € 500.",
    "De budgethouder dient wijzigingen [[onmiddellijk]] door te geven.\n2. Indien de budgethouder het eerste lid niet naleeft, wordt het budget ingetrokken.",
    "De aanvrager deelt [[per omgaande]] mee of hij het aanbod aanvaardt.\n2. Laat hij dit na, dan vervalt het aanbod en het recht op een nieuw aanbod.",
    "De student meldt het staken van de studie [[zonder uitstel]].\n2. Als de student het eerste lid niet nakomt, wordt de beurs teruggevorderd.",
    "De ouder doet van elke wijziging [[onverwijld]] opgave, bij gebreke waarvan het recht op de toeslag vervalt.",
    "De uitkering wordt verlaagd tot nihil indien de werknemer zijn ziekte niet [[onverwijld]] heeft gemeld.",
    "Wijzigingen worden door de ouder [[zonder uitstel]] gemeld.\n2. Bij niet-nakoming van het eerste lid vervalt het recht op de toeslag.",
    "De werknemer meldt zich [[terstond]] beter.\n2. Indien de werknemer in strijd handelt met het eerste lid, wordt de uitkering geweigerd.",
    "De pleegouder licht de instelling [[meteen]] in over het vertrek van het kind.\n2. De vergoeding wordt teruggevorderd indien de pleegouder het eerste lid niet in acht neemt.",
    "De houder levert de pas [[ten spoedigste]] in.\n2. De houder die niet voldoet aan het eerste lid, heeft geen recht op een nieuwe pas.",
    "De nabestaande meldt het overlijden [[zo snel mogelijk]] aan het fonds.\n2. Indien niet wordt voldaan aan het eerste lid, wordt de uitkering teruggevorderd.",
    # TRM004
    "De ouder meldt een wijziging van zijn inkomen [[binnen vier weken]] na het ontstaan daarvan.",
    "De huurder stelt de verhuurder [[binnen een week]] na de ontdekking van het gebrek in kennis.",
    "De verzekerde doet mededeling [[binnen veertien dagen nadat]] hij van de omstandigheid kennis heeft gekregen.",
    "[[Binnen twee weken]] nadat zich een wijziging heeft voorgedaan, geeft de bewoner deze door.",
    "De uitkeringsgerechtigde meldt de aanvang van werkzaamheden [[binnen drie dagen]] na de aanvang daarvan.",
    "De budgethouder geeft wijzigingen door [[binnen een maand]] na het optreden daarvan.",
    "De student meldt [[binnen vier weken]] nadat zijn woonsituatie is gewijzigd het nieuwe adres.",
    "De ouder doet melding [[binnen tien dagen]] na de gebeurtenis die de aanspraak verandert.",
    "De verzekerde geeft een verandering in zijn gezinssituatie [[binnen vier weken]] na die verandering door.",
    "[[Binnen een maand]] na de dag waarop de omstandigheid bekend werd, bericht de huurder het college daarover.",
    "De aanvrager geeft een nieuw rekeningnummer door [[binnen twee weken]] na de wijziging.",
    "De rechthebbende meldt het [[binnen acht dagen]] wanneer hij niet langer aan de voorwaarden voldoet.",
    "De bewoner dient [[binnen vijf werkdagen]] na het vertrek van een medebewoner daarvan opgave te doen.",
    "Overschrijding van de grens wordt door de ouder gemeld [[binnen twee weken]] nadat deze is overschreden.",
    "Degene die in inkomen achteruitgaat, meldt dit [[binnen een maand]] na die achteruitgang.",
    # TRM005
    "De verzekerde betaalt de bijdrage [[binnen twee weken]] na dagtekening van het besluit.",
    "Het bedrag is ineens verschuldigd [[binnen twee weken]] na de dag waarop het CAK daarom heeft verzocht.",
    "De ouder voldoet het teruggevorderde bedrag [[binnen veertien dagen]].",
    "De aanvraag wordt [[in afwijking van artikel 4:5 van de Algemene wet bestuursrecht]] zonder nadere termijn buiten behandeling gelaten.",
    "[[Artikel 4:5 van de Algemene wet bestuursrecht]] blijft buiten toepassing.",
    "De artikelen 6:7 en [[6:11 van de Algemene wet bestuursrecht]] zijn niet van toepassing.",
    "[[Artikel 6:11 van de Algemene wet bestuursrecht]] mist toepassing.",
    "Zonder toepassing te geven aan [[artikel 4:5 van de Algemene wet bestuursrecht]] laat het college een onvolledige aanvraag buiten behandeling.",
    "In afwijking van artikel 6:7 van de Algemene wet bestuursrecht bedraagt de termijn voor het indienen van een bezwaarschrift [[twee weken]].",
    "Het verschuldigde bedrag wordt door de schuldenaar betaald [[binnen twee weken]] na de dagtekening van het overzicht.",
    "De leges moeten [[binnen acht dagen]] na de aankondiging door de aanvrager zijn voldaan.",
    "De debiteur dient het restant [[binnen vier weken]] na de overdracht terug te betalen.",
    "De eigenaar betaalt de bijdrage terug [[binnen vier weken]] na de overdracht van de woning.",
    "[[Binnen tien dagen]] na dagtekening van de factuur maakt de ouder het verschuldigde bedrag over.",
    "De eigen bijdrage is verschuldigd en wordt door de cliënt voldaan [[binnen veertien dagen]] na toezending van de nota.",
    "De boete wordt door de overtreder betaald [[binnen twee weken]] nadat zij is opgelegd.",
    "De terugvordering moet worden voldaan [[binnen drie weken]] na de bekendmaking van het besluit.",
    "Een bezwaarschrift moet [[binnen tien dagen]] na de bekendmaking zijn ingediend.",
    "De bewoner kan [[binnen twee weken]] bezwaar maken tegen het besluit.",
    "Beroep wordt ingesteld [[binnen een week]] na de dag waarop het besluit is bekendgemaakt.",
    "De [[Algemene termijnenwet]] is niet van toepassing op de termijnen in dit artikel.",
    "De schuldenaar lost het gehele bedrag af [[binnen een maand]] na de dagtekening van de brief.",
    "De ouder moet de kosten vergoeden [[binnen veertien dagen]] na de rekening.",
    # TRM006
    "De bewoner meldt zijn vertrek [[ten minste 48 uur]] voor de uitreis.",
    "De ouder meldt het kind [[binnen 24 uur]] na de terugkeer aan.",
    "De huurder vraagt verlenging aan [[uiterlijk vier weken voor]] het einde van de periode.",
    "[[Uiterlijk zesentwintig weken voor]] het einde van die termijn vraagt de houder verlenging aan.",
    "De reiziger zegt de rit [[ten minste twee uur]] van tevoren af.",
    "De aanvraag wordt door de bewoner gedaan [[ten minste acht weken voor]] de aanvang van de verbouwing.",
    "De student schrijft zich uit [[ten minste een maand voor]] de eerste dag van het studiejaar.",
    "De ouder dient het verzoek [[niet later dan zes weken voor]] de ingangsdatum in.",
    "De werknemer meldt het verlof [[ten minste tien dagen voor]] de gewenste ingang.",
    "[[Ten minste vijf dagen vooraf]] geeft de huurder kennis van zijn afwezigheid.",
    "De werknemer geeft zijn ziekmelding door [[binnen twee dagen]] na de eerste ziektedag.",
    "De kandidaat meldt verhindering [[binnen een dag]].",
    "De reiziger dient de klacht in [[binnen 12 uur]] na aankomst.",
    "De bewoner meldt de schade [[binnen achtenveertig uur]] bij de dienst.",
    "De aanvrager zegt een afspraak [[uiterlijk 24 uur]] van tevoren af.",
    "De houder verzoekt om vernieuwing [[uiterlijk drie maanden voordat]] de kaart verloopt.",
    # TRM007
    "[[Telkens binnen een week]] na afloop van een kalendermaand zendt de ontvanger van de tegemoetkoming een overzicht van zijn inkomsten.",
    "De ouder doet [[jaarlijks voor 1 maart]] opgave van zijn inkomen.",
    "De budgethouder verantwoordt de uitgaven [[binnen vier weken na afloop van elk kwartaal]].",
    "[[Ieder kwartaal]] verstrekt de budgethouder een verantwoording.",
    "De uitkeringsgerechtigde levert [[elke maand]] een inkomstenformulier in.",
    "De werkloze zendt [[wekelijks]] een overzicht van zijn sollicitaties in.",
    "De student toont [[elk jaar voor 1 oktober]] aan dat hij is ingeschreven.",
    "De verzekerde overlegt [[halfjaarlijks]] een verklaring van zijn arts.",
    "[[Uiterlijk op de vijfde dag van iedere maand]] geeft de ouder de afgenomen uren op.",
    "De bewoner geeft [[per kwartaal]] de meterstand door.",
    "De ontvanger van de uitkering doet [[iedere vier weken]] opgave van zijn inkomsten.",
    "De uitkeringsgerechtigde meldt zich [[eens per week]] op het kantoor.",
    "De vreemdeling meldt zich [[periodiek]] bij de politie.",
    "De ouder vraagt de toelage [[voor elk schooljaar]] opnieuw aan, uiterlijk op 1 augustus.",
    "De budgethouder houdt een administratie bij en zendt deze [[eenmaal per jaar]] aan het college.",
    "[[Jaarlijks, uiterlijk op 31 januari]], verstrekt de cliënt een opgave van zijn vermogen.",
    "De houder van de gehandicaptenkaart vernieuwt zijn verklaring [[om de zes maanden]].",
    "De werkzoekende vult [[tweewekelijks]] zijn logboek aan en zendt het in.",
    # TRM008
    "De nabestaande meldt het overlijden [[binnen vijf dagen]] aan het fonds.",
    "[[Binnen tien dagen na het overlijden]] geven de erfgenamen kennis aan de dienst.",
    "De ouder meldt het kind [[binnen drie weken na de geboorte]] aan.",
    "De gewezen partner doet [[binnen vier weken na de echtscheiding]] opgave.",
    "De huurder die verhuist, meldt dit [[binnen een week]].",
    "De werknemer meldt zich [[binnen een week na zijn ontslag]] als werkzoekende.",
    "De patiënt draagt [[binnen drie weken na de opname]] een vertegenwoordiger voor.",
    "De erfgenamen leveren de pas [[binnen acht dagen]] na de dag van overlijden in.",
    "De langstlevende verzoekt [[binnen zes weken na het overlijden]] van de partner om voortzetting van de huur.",
    "De schuldenaar meldt zich [[binnen een week na het faillissement]] aan.",
    "De bewoner vraagt [[binnen vijf dagen na de ontruiming]] om opslag van zijn spullen.",
    "[[Binnen een week]] nadat de verzekerde in een ziekenhuis is opgenomen, meldt hij dit.",
    "De gedetineerde vraagt [[binnen twee weken na zijn invrijheidstelling]] een uitkering aan.",
    "De partner zegt de huur op [[binnen een maand na het overlijden]] van de huurder.",
    "Overlijdt de rechthebbende, dan doen de erfgenamen daarvan [[binnen vijf dagen]] mededeling.",
    "Bij scheiding dient de ouder [[binnen twee weken]] een nieuw verzoek in.",
    "De werknemer overlegt [[binnen drie dagen]] na de bevalling een verklaring.",
    "Wordt de verzekerde arbeidsongeschikt, dan meldt hij dit [[binnen een week]].",
)
# Known limits of the rules; with SEEN they are the measure of how much is found.
NOT_SEEN = (
    "Indien de debiteur het voorstel [[niet binnen acht dagen]] na dagtekening heeft aanvaard, vervalt zijn recht op een betalingsregeling.",
    "Het recht op nabetaling vervalt [[zes maanden]] nadat de fout aan de rechthebbende bekend is geworden.",
    "Aanvragen kunnen worden ingediend [[van maandag 2 maart 2026, 9.00 uur, tot en met vrijdag 13 maart 2026]], 17.00 uur. Een aanvraag die buiten die periode is ontvangen, wordt afgewezen.",
    "De aanspraak gaat verloren als de patiënt de declaratie niet [[binnen drie maanden]] na de behandeling heeft ingestuurd.",
    "Het formulier wordt [[binnen drie weken]] na toezending door de verzekerde ingevuld en teruggezonden.",
    "De aanvrager heeft [[twee weken]] de tijd om de stukken aan te leveren.",
    "De ouder meldt dat de opvang is geëindigd [[binnen vier weken]] na het einde van de opvang.",
    "Betaling geschiedt door de bewoner [[binnen een week]] na ontvangst van de beschikking.",
    "De vordering is [[binnen twee weken]] na dagtekening van de aanmaning opeisbaar en moet door de schuldenaar worden betaald.",
    "De werknemer verstrekt het bewijs [[uiterlijk de volgende dag]] voor 10.00 uur.",
    "De cliënt meldt zich [[drie werkdagen voor]] de opname af.",
    "De uitkeringsgerechtigde meldt vakantie [[minimaal twee weken vóór]] vertrek.",
    "De ouder annuleert [[tenminste drie dagen voor]] de opvangdag.",
    "[[Maandelijks]], voor de vijfde dag van de daaropvolgende maand, levert de budgethouder een urenstaat in.",
    "De aanvraag wordt door de ouder [[jaarlijks]] voor 1 juni herhaald.",
)

SILENT = (
    "Het college beslist binnen acht weken na ontvangst van de aanvraag.",
    "Binnen twee weken na ontvangst van de aanvraag zendt de dienst de aanvrager een bevestiging.",
    "Op de aanvraag wordt beslist binnen zes weken.",
    "De beschikking wordt binnen vier weken gegeven.",
    "Uiterlijk op 1 november deelt Onze Minister de aanvrager het bedrag mee.",
    "Telkens binnen een week na afloop van een kalendermaand zendt het college de ouder een overzicht.",
    "Maandelijks, voor de vijfde dag van de maand, betaalt de dienst de uitkering uit.",
    "De uitkering wordt maandelijks uiterlijk op de twintigste dag betaald op de rekening van de gerechtigde.",
    "De aanvrager ontvangt binnen drie dagen een ontvangstbevestiging.",
    "De ouder wordt binnen vijf werkdagen in kennis gesteld van het besluit.",
    "De aanvrager krijgt binnen twee weken bericht.",
    "Aan de huurder wordt binnen tien dagen een afschrift gezonden.",
    "Het college kan de termijn, bedoeld in het eerste lid, met vier weken verlengen.",
    "De uitkering gaat in twee weken na de eerste dag van werkloosheid.",
    "Het recht op de uitkering eindigt vier weken na het herstel van de werknemer.",
    "De uitkering duurt ten hoogste drie maanden.",
    "Gedurende de eerste twee weken van ziekte bestaat geen recht op een uitkering.",
    "De werknemer heeft in de 36 weken voor de eerste werkloosheidsdag in ten minste 26 weken arbeid verricht.",
    "Indien binnen vijf jaar na een eerdere overtreding opnieuw een overtreding is begaan, wordt de boete verdubbeld.",
    "De boete wordt verhoogd indien binnen twee jaar voor de overtreding een boete voor hetzelfde feit is opgelegd.",
    "Als peildatum geldt 1 januari van het jaar voor het jaar van de aanvraag.",
    "Het inkomen over de drie maanden voorafgaand aan de aanvraag is bepalend.",
    "De vergunning geldt voor vijf jaar.",
    "De gegevens worden binnen twee jaar na het einde van de uitkering vernietigd.",
    "Onze Minister zendt binnen vijf jaar na de inwerkingtreding van deze wet een verslag aan de Staten-Generaal.",
    "Deze wet treedt in werking op 1 januari 2027.",
    "Uiterlijk vier weken voor de inwerkingtreding wordt het besluit in de Staatscourant geplaatst.",
    "Het besluit wordt uiterlijk op de dag na vaststelling bekendgemaakt in het gemeenteblad.",
    "Het college zendt het ontwerp binnen twee weken aan gedeputeerde staten.",
    "De gemeenteraad stelt de verordening vast uiterlijk op 1 december.",
    "Het college verstrekt Onze Minister jaarlijks voor 1 maart een overzicht van de verstrekte uitkeringen.",
    "De inspecteur kan binnen drie jaar na het einde van het kalenderjaar een navorderingsaanslag opleggen.",
    "De ouder kan de aanvraag binnen twaalf maanden na de geboorte indienen.",
    "De aanvrager kan binnen zes weken een zienswijze naar voren brengen.",
    "De termijn voor het indienen van een bezwaarschrift bedraagt zes weken.",
    "Betaling geschiedt binnen zes weken na bekendmaking van de beschikking.",
    "De bezwaartermijn van zes weken vangt aan op de dag na de bekendmaking.",
    "Indien de aanvraag onvolledig is, krijgt de aanvrager de gelegenheid de aanvraag binnen vier weken aan te vullen.",
    "Het college stelt de ouder in de gelegenheid het verzuim binnen twee weken te herstellen.",
    "De aanvraag kan binnen een jaar worden ingediend, tenzij de aanvrager redelijkerwijs niet in verzuim is geweest.",
    "De koper kan de overeenkomst binnen veertien dagen zonder opgave van redenen ontbinden.",
    "De werkgever meldt de ziekte van de werknemer binnen vier weken aan het fonds.",
    "De verzekeraar betaalt de schade binnen twee weken na de vaststelling uit aan de verzekerde.",
    "De verhuurder stelt de huurder ten minste een maand voor de verhoging schriftelijk in kennis.",
    "De aanbieder levert jaarlijks voor 1 april een accountantsverklaring aan.",
    "De zorgaanbieder bericht de cliënt ten minste 24 uur van tevoren dat de zorg niet doorgaat.",
    "De instelling vergoedt de reiskosten binnen een maand na de declaratie.",
    "Het college herinnert de ouder vier weken voor het einde van de termijn aan de aanvraag.",
    "De dienst betaalt het voorschot voor de eerste dag van iedere maand.",
    "De toeslag wordt ambtshalve toegekend binnen vier weken na de geboorte.",
    "De uitkering wordt niet ingetrokken dan nadat twee weken zijn verstreken sinds de waarschuwing.",
    "De bewoner mag de woning ten hoogste vier weken per jaar verhuren.",
    "De werknemer heeft recht op twee dagen verlof bij het overlijden van een ouder.",
    "In de periode van 1 november tot en met 31 maart wordt niet ontruimd.",
    "De wachttijd bedraagt vier weken.",
    "De commissie brengt binnen vier weken advies uit aan het college.",
    "Een afschrift wordt de bewoner binnen twee werkdagen toegezonden.",
    "De kosten worden binnen vier weken door het college aan de aanvrager vergoed.",
    "De ouder kan te allen tijde om herziening verzoeken; het college beslist daarop binnen vier weken.",
    "De betalingsherinnering wordt ten minste tien dagen voor de aanmaning aan de schuldenaar gezonden.",
)


@pytest.mark.parametrize("marked", SEEN)
def test_a_limit_is_seen_however_it_is_written(marked: str) -> None:
    assert seen(marked), [(f.code, f.quote) for f in findings(marked.replace("[[", "").replace("]]", ""))]


def test_most_ways_of_writing_a_limit_are_seen() -> None:
    every = (*SEEN, *NOT_SEEN)
    assert sum(map(seen, every)) / len(every) >= 0.85


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_limit_for_a_citizen_is_silent(text: str) -> None:
    assert [(f.code, f.quote) for f in findings(text)] == []

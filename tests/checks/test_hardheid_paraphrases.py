"""The same adverse effect in the many ways drafters write it, and the sentences that look like it but take nothing from anybody.

The words between ⟦ and ⟧ are those that a finding of hardheid or bevoegdheid must touch.
"""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier

VOORAF = "Artikel 2\nDe bewoner doet een aanvraag schriftelijk.\n\nArtikel 8\n"  # a regulation that speaks of persons
CHECKS = load().select(["hardheid", "bevoegdheid"])

VERLIES = """
De huurder die zijn inkomen niet voor 1 april opgeeft, komt dat jaar ⟦in het geheel niet voor huursteun in aanmerking⟧.
Reageert de woningzoekende niet op de uitnodiging, dan wordt hem gedurende een jaar ⟦geen urgentie verleend⟧.
Indien de belanghebbende niet tijdig declareert, ⟦blijft de vergoeding geheel achterwege⟧.
De leerling geeft zijn afwezigheid vooraf door, bij gebreke waarvan ⟦de vervoersvoorziening stopt⟧.
Wordt het formulier later ingezonden, dan ⟦gaat het recht op de toelage verloren⟧.
Indien de pachter nalaat de grond te bewerken, ⟦gaat de aanspraak op ontwikkelingsgeld teniet⟧.
De student die zich na 31 augustus inschrijft, ⟦verspeelt zijn recht op reisgeld⟧.
Laat de ouder een oproep onbeantwoord, dan ⟦wordt de begeleiding van het kind gestaakt⟧.
Heeft de cliënt zich niet gemeld, dan ⟦houdt de dagbesteding op⟧ met ingang van de volgende maand.
Is de eigen bijdrage niet voldaan, dan ⟦wordt de huishoudelijke hulp stopgezet⟧.
De bewoner wiens verklaring niet binnen een maand is ontvangen, ⟦kan op de vergoeding geen aanspraak meer maken⟧.
Over de weken waarover geen urenstaat is ingeleverd, ⟦wordt geen uitkering betaald⟧.
Bij te late indiening ⟦wordt geen subsidie verstrekt⟧.
Voldoet de huurder een termijn niet op tijd, dan ⟦eindigt de betalingsregeling⟧ van rechtswege.
Verschijnt de werkzoekende na de eerste oproep niet, dan ⟦schrijft het bureau hem uit⟧.
Is de bijdrage op de vervaldag niet ontvangen, dan ⟦is het restant dadelijk opeisbaar⟧.
Zodra een termijn niet is betaald, ⟦wordt de gehele schuld ineens opeisbaar⟧.
Wie twee keer niet verschijnt, ⟦is gedurende drie jaren van deelneming uitgesloten⟧.
De aanvrager die onvolledige gegevens heeft verstrekt, ⟦kan gedurende vijf jaar geen nieuwe aanvraag indienen⟧.
Bij gebreke van een tijdige verklaring ⟦is het college van zijn verplichting tot begeleiding ontheven⟧.
De houder die de jaarlijkse opgave verzuimt, ⟦verbeurt zijn vergunning⟧.
Indien de leges niet binnen twee weken zijn voldaan, ⟦wordt de aanvraag als ingetrokken beschouwd⟧.
Een niet ondertekende aanvraag ⟦wordt geacht niet te zijn ingediend⟧.
Een bezwaar dat niet met redenen is omkleed, ⟦wordt ter zijde gelegd⟧.
De inschrijving van de woningzoekende die niet jaarlijks verlengt, ⟦wordt doorgehaald⟧.
Wordt de pas niet binnen drie maanden afgehaald, dan ⟦verliest zij haar geldigheid⟧.
Een aanmelding die na de sluitingsdatum wordt ontvangen, ⟦blijft buiten beschouwing⟧.
De ouders die de aanmelddatum hebben gemist, ⟦kunnen aan artikel 4 geen recht op plaatsing ontlenen⟧.
Indien de patiënt zich niet aan de afspraak houdt, ⟦wordt de behandeling niet voortgezet⟧.
Wordt niet binnen zes weken gereageerd, dan ⟦wordt de bewoner geacht van zijn recht afstand te hebben gedaan⟧.
Is de urenstaat niet compleet, dan ⟦vindt geen uitbetaling plaats⟧.
Blijft een reactie uit, dan ⟦wordt de aanspraak geacht te zijn vervallen⟧.
De gebruiker die de meterstand niet doorgeeft, ⟦ontvangt over dat jaar geen teruggaaf⟧.
Wie de intake niet bijwoont, ⟦krijgt geen toegang tot de opvang⟧.
De kwijtschelding ⟦komt te vervallen⟧ indien de schuldenaar een termijn niet tijdig voldoet.
""".strip().splitlines()

BESLUIT = """
Een verzoek dat na 1 mei is ontvangen, ⟦wordt afgewezen⟧, ongeacht de oorzaak van de vertraging.
Na een derde waarschuwing ⟦verwijdert het bevoegd gezag de leerling⟧ van school.
Indien de bewoner de huurachterstand niet inloopt, ⟦gelast het college de bewoner⟧ de woning te verlaten.
Een kraam zonder vergunning ⟦wordt door het bestuur terstond verwijderd⟧, zonder voorafgaande last.
Een verzoek om uitstel ⟦wordt geweigerd⟧, indien de schuldenaar eerder een termijn heeft gemist.
Is het verslag niet ontvangen, dan ⟦gaat het college over tot intrekking van de subsidie⟧.
Ontbreekt een bijlage, dan ⟦beslist het college afwijzend op de aanvraag⟧.
Het college ⟦beëindigt de bijstand⟧ zodra een inlichting niet is verstrekt.
Bij de tweede overtreding ⟦ontneemt de burgemeester de houder zijn ontheffing⟧.
De directeur ⟦ontzegt de student de toegang⟧ tot de onderwijsinstelling indien het collegegeld niet is betaald.
Indien de leerling zonder geldige reden afwezig is, ⟦wordt hij van de opleiding verwijderd⟧.
Het bestuur ⟦royeert de inschrijving⟧ van degene die niet reageert.
Voldoet de houder niet aan artikel 4, dan ⟦haalt de burgemeester zijn inschrijving door⟧.
Heeft de ouder een wijziging niet gemeld, dan ⟦stelt het UWV de toeslag op nul⟧.
Een onvolledig verzoek ⟦wordt terstond buiten behandeling gelaten⟧.
Het college ⟦besluit tot beëindiging van de voorziening⟧ indien de cliënt niet meewerkt.
Indien hij een oproep niet opvolgt, ⟦wordt de uitkering gestopt⟧.
Het UWV ⟦stopt de uitkering⟧ met ingang van de dag waarop de verzekerde niet is verschenen.
Onze Minister ⟦verklaart de beschikking vervallen⟧ indien niet binnen een jaar met de bouw is begonnen.
Heeft de vreemdeling de leges niet voldaan, dan ⟦wordt hem de verblijfsvergunning onthouden⟧.
De inspecteur ⟦wijst het verzoek om teruggaaf af⟧ indien het na vijf jaar is gedaan.
""".strip().splitlines()

GELD = """
Degene die een onjuiste opgave doet, ⟦is een bestuurlijke boete verschuldigd van € 900⟧.
Het te laat doen van aangifte vormt een verzuim, ter zake waarvan ⟦de inspecteur een boete van € 250 oplegt⟧.
Overtreding van artikel 3 ⟦wordt bestraft met een bestuurlijke boete van € 500⟧.
Op het niet melden van een verhuizing ⟦staat een boete van € 325⟧.
De burger die de opgave nalaat, ⟦verbeurt een boete van € 150⟧.
De overtreder ⟦betaalt een boete van € 400⟧.
De inspecteur ⟦beboet de houder⟧ die niet tijdig aangifte doet, met een bedrag van € 350.
Bij herhaling binnen twee jaar ⟦wordt de boete verdubbeld⟧.
Bij een tweede overtreding ⟦wordt het bedrag, genoemd in het eerste lid, verdrievoudigd⟧.
Is de aanslag niet op tijd betaald, dan ⟦wordt de schuld van rechtswege met de helft verhoogd⟧.
Indien de huurder de termijn overschrijdt, ⟦wordt het verschuldigde bedrag met 50 procent verhoogd⟧.
Bij niet tijdige betaling ⟦is de schuldenaar een toeslag van 40 procent verschuldigd⟧.
Verhuist de eigenaar binnen tien jaar, dan ⟦betaalt hij de volledige subsidie terug⟧.
Rondt de student de opleiding niet af, dan ⟦is hij gehouden de gehele toelage terug te betalen⟧.
Wordt de woning binnen vijf jaar verkocht, dan ⟦is de ontvanger het volledige bedrag van de lening verschuldigd⟧.
Bij beschadiging, door welke oorzaak ook, ⟦is de leerling de volledige nieuwwaarde verschuldigd⟧.
Bij verlies, ongeacht de schuldvraag, ⟦vergoedt de lener de gehele aanschafprijs⟧.
Blijft betaling uit, dan ⟦houdt het UWV de volledige vordering, zonder dat de beslagvrije voet in acht wordt genomen,⟧ in op de uitkering.
De ontvanger ⟦verrekent de schuld zonder inachtneming van de beslagvrije voet⟧ met de toeslag.
Het eerste lid ⟦geldt eveneens voor de erfgenamen⟧ van de ontvanger.
De verplichting tot terugbetaling ⟦gaat over op de erfgenamen⟧ van de begunstigde.
Voor de schuld ⟦zijn mede aansprakelijk de echtgenoot⟧ en de meerderjarige inwonende kinderen.
De partner ⟦is hoofdelijk aansprakelijk voor de terugbetaling⟧ van het voorschot.
Indien de werkzoekende zich niet inschrijft, ⟦verlaagt het college de bijstand met honderd procent⟧ gedurende drie maanden.
De bijstand ⟦wordt met 30 procent verlaagd⟧ indien hij niet op een afspraak verschijnt.
Ten onrechte betaald kindgeld ⟦wordt door de SVB van de ouder teruggehaald⟧.
Hetgeen te veel is ontvangen, ⟦dient door de ouder te worden terugbetaald⟧.
De ouder ⟦is verplicht het te veel ontvangen bedrag terug te betalen⟧.
Het college ⟦vordert de ten onrechte verstrekte hulp van de cliënt terug⟧.
Onverschuldigd betaalde bedragen ⟦worden op de werknemer verhaald⟧.
Indien de huurder niet betaalt, ⟦wordt zijn eigen risico verdubbeld⟧.
De inspecteur ⟦legt de houder die niet aan artikel 5 voldoet, een verzuimboete van € 150 op⟧.
""".strip().splitlines()

KAN = """
De ontvanger ⟦kan kwijtschelding verlenen⟧.
Het bestuur ⟦kan een inschrijving van de bewoner opschorten⟧.
Ook ⟦kan het college daaraan voor de ouder andere voorwaarden verbinden⟧.
Het college ⟦kan de vergunning van de houder intrekken⟧.
Onze Minister ⟦kan de student van verdere deelneming uitsluiten⟧.
De burgemeester ⟦kan de bewoner de toegang ontzeggen⟧.
Voorts ⟦kan de SVB een aanvraag van de verzekerde op andere gronden afwijzen⟧.
Het college ⟦kan de uitkering van de cliënt blokkeren⟧.
Het UWV ⟦kan de betaling aan de verzekerde schorsen⟧.
Het bestuur ⟦kan de student ontheffing verlenen⟧.
""".strip().splitlines()

CLAUSULE = """
Het college kan van artikel 4 ten gunste van de aanvrager afwijken ⟦indien zulks naar zijn oordeel⟧ wenselijk is.
Onze Minister kan ⟦in bijzondere gevallen van het bepaalde in artikel 3 afwijken⟧.
De inspecteur kan het tarief op verzoek lager vaststellen, indien toepassing van artikel 6 ⟦tot een zeer uitzonderlijke situatie leidt⟧.
Het bestuur kan artikel 8 buiten toepassing laten, indien sprake is van ⟦een schrijnend geval⟧.
Het college kan van artikel 5 afwijken, indien strikte toepassing ⟦tot een onredelijke uitkomst⟧ zou leiden.
De SVB kan artikel 9 buiten toepassing laten, indien onverkorte toepassing ⟦tot onaanvaardbare gevolgen⟧ leidt.
Onze Minister kan, ⟦indien bijzondere omstandigheden⟧ daartoe nopen, van artikel 7 afwijken.
Het college ⟦kan in gevallen waarin deze verordening niet voorziet⟧ of tot onredelijkheid leidt, van deze verordening afwijken.
De raad kan wegens ⟦zeer bijzondere persoonlijke omstandigheden⟧ artikel 2 niet toepassen.
""".strip().splitlines()

ONSCHULDIG = """
Het recht op toelage eindigt op de dag na het overlijden van de gebruiker.
De uitkering eindigt met ingang van de dag waarop de verzekerde de pensioengerechtigde leeftijd bereikt.
De vergunning wordt op verzoek van de houder ingetrokken.
De tegemoetkoming wordt niet verleend voor kosten die reeds op grond van een andere regeling worden vergoed.
Geen recht op bijdrage bestaat zolang de ouder voor dezelfde kosten loon ontvangt.
De premie van de verzekerde wordt door het CAK ambtshalve verlaagd met 20 procent.
De openstaande schuld van de huurder wordt kwijtgescholden.
De eigen bijdrage van de cliënt wordt gehalveerd.
De bewoner betaalt de huur op de eerste dag van de maand.
De eigenaar is jaarlijks een bijdrage van € 40 verschuldigd.
De student is voor het volgen van onderwijs lesgeld verschuldigd.
Het college betaalt de bijdrage binnen vier weken aan de ouder uit.
De inspecteur vermindert de aanslag van de belastingplichtige.
Een te hoog vastgestelde bijdrage wordt ambtshalve verlaagd.
Op een aanvraag die voor de inwerkingtreding is ontvangen, blijft het oude recht van toepassing.
Een boete die voor 1 januari is opgelegd, wordt kwijtgescholden.
De boete wordt verlaagd indien de overtreder geen verwijt treft.
Het college ziet van terugvordering af indien de ouder geen verwijt treft.
Het college stelt een onvolledige aanvraag niet buiten behandeling dan nadat de aanvrager die heeft kunnen aanvullen.
De vergunning vervalt niet indien de houder het verzuim binnen vier weken herstelt.
Het college trekt de vergunning slechts in nadat de houder gelegenheid heeft gekregen het verzuim te herstellen.
De gemeente betaalt de uitkering terug die zij ten onrechte van het Rijk heeft ontvangen.
Onze Minister vordert van gedeputeerde staten het te veel verstrekte bedrag terug.
Gedeputeerde staten wijzen een verzoek van het waterschap dat niet tijdig is gedaan, af.
Deze wet vervalt met ingang van 1 januari 2030.
De verplichting van de huurder eindigt zodra de schuld is voldaan.
De betalingsverplichting van de ouder vervalt bij het overlijden van het kind.
De wettelijke rente is niet verschuldigd indien de verzekerde binnen vier weken betaalt.
De bezwaartermijn van de burger eindigt op de laatste dag van de zesde week.
De wachttijd eindigt zodra de cliënt een plaats krijgt aangeboden.
Het verbod geldt niet voor de bewoner van een woonschip.
Het college kan de termijn voor de aanvrager verlengen.
De werknemer kan de arbeidsovereenkomst met onmiddellijke ingang beëindigen.
De ouder kan het aanbod weigeren zonder dat dit gevolgen heeft voor het recht op bijstand.
De leerling wordt niet van school verwijderd dan nadat een andere school bereid is hem toe te laten.
De houder verwijdert de installatie binnen vier weken na het einde van het gebruik.
Het college verwijdert de persoonsgegevens van de aanvrager na vijf jaar uit het bestand.
De toeslag van de ouder wordt met 5 procent verhoogd.
Het vrij te laten bedrag voor de schuldenaar wordt verdubbeld.
De termijn waarbinnen de burger kan betalen wordt verdubbeld indien hij daarom vraagt.
Op een gezin met drie kinderen wordt de kinderbijslag verdubbeld.
De erfgenamen van de gebruiker ontvangen de uitkering over de maand van overlijden.
De erfgenamen zijn niet gehouden tot terugbetaling.
De partner van de schuldenaar is niet aansprakelijk voor de schuld.
Aan de ouder wordt geen bijdrage in rekening gebracht.
Aan de huurder wordt geen boete opgelegd indien hij binnen twee weken alsnog meldt.
Van de minderjarige leerling wordt geen eigen bijdrage gevraagd.
De cliënt is van de verplichting, bedoeld in artikel 4, ontheven indien hij ziek is.
De werkgever stopt de betaling van het loon na het einde van de arbeidsovereenkomst.
De schorsing van de uitkering eindigt zodra de verzekerde alsnog verschijnt.
De uitsluiting van de aanvrager vervalt na een jaar.
De aanvrager is van het betalen van griffierecht uitgesloten.
Indien de aanvraag niet volledig is, stelt het college de aanvrager in de gelegenheid haar aan te vullen.
""".strip().splitlines()


def _findings(text: str) -> list[Finding]:
    result = run(dossier(read_text(f"{VOORAF}{text}\n", "ontwerp.txt", "txt")), CHECKS)
    assert result.failures == []
    return result.findings


@pytest.mark.parametrize("marked", [*VERLIES, *BESLUIT, *GELD, *KAN, *CLAUSULE])
def test_effect_is_found_on_its_words(marked: str) -> None:
    start = len(VOORAF) + marked.index("⟦")
    end = len(VOORAF) + marked.index("⟧") - 1
    found = _findings(marked.replace("⟦", "").replace("⟧", ""))
    assert any(f.span.start < end and start < f.span.end for f in found), [f.quote for f in found]


@pytest.mark.parametrize("text", ONSCHULDIG)
def test_look_alike_is_no_warning(text: str) -> None:
    found = _findings(text)
    assert [f.check for f in found if f.severity is not Severity.INFO] == []

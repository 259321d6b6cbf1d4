"""The checks of the toelichting on sentences as real toelichtingen write them, beside look-alikes that must stay silent."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 4. Aanvraag
1. De bewoner vraagt de tegemoetkoming aan voor 1 oktober.
2. Een aanvraag die na die datum is ontvangen, wordt afgewezen.
3. Ontbreken bij de aanvraag gegevens, dan wordt de aanvraag zonder nadere termijn buiten behandeling gesteld.

Artikel 6. Verhuizing
1. De bewoner meldt een verhuizing binnen tien dagen aan het college.
2. Heeft de bewoner een verhuizing niet binnen die termijn gemeld, dan vervalt de tegemoetkoming over het gehele jaar.

Artikel 8. Terugvordering
Het college vordert een te veel betaalde tegemoetkoming van de bewoner terug.

Artikel 9. Boete
1. Het college legt de bewoner die onjuiste gegevens heeft verstrekt, een boete op van € 500.
2. De boete wordt lager vastgesteld als de ernst van de overtreding daartoe aanleiding geeft of de bewoner weinig te verwijten is.

Artikel 12. Betalingsregeling
Wordt een termijn van de betalingsregeling niet op de vervaldag betaald, dan eindigt de betalingsregeling van rechtswege.

Artikel 15. Overlijden
1. De partner stelt het college binnen een week na het overlijden van de bewoner daarvan in kennis.
2. Het college stelt ambtshalve vast of de partner recht houdt; een aanvraag is niet vereist.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt de tegemoetkoming.\n\n"


def found(check: str, passage: str, bill: str = BILL) -> bool:
    return bool(against(check, bill, f"{HEAD}{passage}"))


PROMISES = [
    "2. Aanvraag\nEen aanvraag die te laat is ontvangen, wordt alsnog in behandeling genomen als de bewoner ziek was.",
    "2. Aanvraag\nWie de datum voor de aanvraag mist, krijgt eerst een herinnering.",
    "2. Aanvraag\nOok als de aanvraag te laat is, kan de bewoner nog in aanmerking komen.",
    "2. Aanvraag\nBij een aanvraag na 1 oktober weegt het college de omstandigheden van de bewoner.",
    "2. Aanvraag\nOntbreken bij de aanvraag gegevens, dan krijgt de bewoner de gelegenheid die aan te vullen.",
    "2. Aanvraag\nEen onvolledige aanvraag wordt niet meteen buiten behandeling gesteld: het college belt de bewoner.",
    "2. Aanvraag\nIs de aanvraag niet compleet, dan heeft de bewoner twee weken extra om de gegevens te verstrekken.",
    "3. Verhuizing\nWie vergeet een verhuizing te melden, kan dat later rechtzetten.",
    "3. Verhuizing\nIs een verhuizing niet op tijd gemeld, dan beziet het college van geval tot geval of de tegemoetkoming vervalt.",
    "3. Verhuizing\nDe tegemoetkoming vervalt naar evenredigheid als een verhuizing te laat is gemeld.",
    "3. Verhuizing\nVan het verval van de tegemoetkoming wordt afgezien als de bewoner van de te late melding geen verwijt treft.",
    "3. Verhuizing\nHet college waarschuwt eerst als een verhuizing niet is gemeld.",
    "3. Verhuizing\nDe bewoner hoeft een verhuizing niet zelf te melden aan het college.",
    "4. Terugvordering\nBij de terugvordering van de tegemoetkoming houdt het college rekening met de draagkracht van de bewoner.",
    "4. Terugvordering\nHet college ziet van terugvordering van de tegemoetkoming af als er een goede reden is.",
    "4. Terugvordering\nVoor de terugvordering van de tegemoetkoming maakt het college per geval een afweging.",
    "5. Betalingsregeling\nWordt een termijn van de betalingsregeling gemist, dan neemt het college contact op met de bewoner.",
    "5. Betalingsregeling\nDe betalingsregeling eindigt niet zonder meer als een termijn niet is betaald.",
    "5. Betalingsregeling\nWie een termijn van de betalingsregeling niet heeft betaald, kan die inhalen.",
    "6. Overlijden\nNa het overlijden van de bewoner hoeft de partner het college niets te melden.",
]
NO_PROMISES = [
    "2. Aanvraag\nEen aanvraag die te laat is ontvangen, wordt afgewezen, ook als de bewoner ziek was.",
    "2. Aanvraag\nIn de consultatie is gevraagd om bij een te late aanvraag eerst een herinnering te sturen.",
    "2. Aanvraag\nOverwogen is om bij een te late aanvraag de omstandigheden van de bewoner te wegen.",
    "2. Aanvraag\nThans krijgt de bewoner bij een onvolledige aanvraag nog de gelegenheid die aan te vullen.",
    "3. Verhuizing\nHet college heeft bij een te late melding van een verhuizing geen ruimte om rekening te houden met de ernst.",
    "3. Verhuizing\nOnder de Wet basisregistratie personen krijgt wie een verhuizing te laat meldt eerst een waarschuwing.",
    "4. Boete\nBij de boete voor onjuiste gegevens houdt het college rekening met de ernst van de overtreding.",
    "4. Boete\nTreft de bewoner weinig verwijt, dan wordt de boete voor de onjuiste gegevens lager.",
    "5. Overlijden\nNa het overlijden stelt het college het recht van de partner ambtshalve vast; een aanvraag is niet nodig.",
    "2. Aanvraag\nVan de gelegenheid is gebruikgemaakt om de bepaling over de aanvraag die te laat is, te actualiseren.",
    "6. Regeldruk\nOmdat weinig bewoners worden gekort, is de regeldruk gering.",
]


@pytest.mark.parametrize("passage", PROMISES)
def test_a_promise_that_the_bill_does_not_keep(passage: str) -> None:
    assert found("belofte-zonder-grondslag", passage)


@pytest.mark.parametrize("passage", NO_PROMISES)
def test_no_promise_or_a_promise_that_is_kept(passage: str) -> None:
    assert not found("belofte-zonder-grondslag", passage)


RATIONAL = [
    "Bewoners weten dat zij een verhuizing moeten melden en zullen dat dus doen.",
    "Wie prijs stelt op zijn tegemoetkoming, zal de aanvraag vanzelf op tijd indienen.",
    "Een bewoner die de boete wil vermijden, zal een verhuizing melden.",
    "Van bewoners mag worden verwacht dat zij hun post lezen.",
    "Het behoort tot de eigen verantwoordelijkheid van de bewoner om de datum in de gaten te houden.",
    "De bewoner heeft er zelf alle belang bij om op tijd aan te vragen.",
    "Wie eerlijk is, heeft niets te vrezen.",
    "De bewoner wordt geacht op de hoogte te zijn van de aanvraagtermijn.",
    "Bewoners zullen hun gedrag hierop afstemmen.",
    "De hoogte van de boete zal bewoners ertoe brengen op tijd te melden.",
    "De verlaging is een prikkel om gegevens tijdig te verstrekken.",
    "De bewoner heeft de brief ontvangen en kan dus op tijd reageren.",
    "De bewoner hoeft alleen maar een formulier in te vullen.",
    "Een melding doen is een kleine moeite.",
    "Wie niet aanvraagt, kiest er zelf voor.",
    "Wie te laat is, heeft dat aan zichzelf te wijten.",
    "Aangenomen mag worden dat bewoners de regels kennen; bewoners kennen immers de datum van 1 oktober.",
    "Vrijwel iedereen beschikt over internet.",
    "Bewoners die goed plannen, zullen hiermee geen moeite hebben.",
    "Het ligt op de weg van de bewoner om zich te laten informeren.",
    "Uit vrees voor terugvordering zullen bewoners een wijziging melden.",
]
REALISTIC = [
    "Niet iedereen die weet dat hij moet melden, zal dat ook doen.",
    "Van iemand in rouw kan niet worden verwacht dat hij zijn post leest.",
    "De gedachte dat bewoners hun gedrag op een boete zullen afstemmen, is onjuist.",
    "Uit een proef blijkt dat bewoners de brief lezen en op tijd reageren.",
    "De regering gaat niet uit van een burger die alles weet en vanzelf handelt.",
    "Het college zal de aanvraag binnen acht weken behandelen.",
    "Gemeenten worden geacht op de hoogte te zijn van de regels.",
    "Bewoners zullen een beschikking ontvangen.",
    "Een bewoner die verhuist, zal een nieuwe aanvraag moeten indienen.",
    "Van bewoners met een ernstige beperking mag worden aangenomen dat zij niet in staat zijn een aanvraag in te vullen.",
    "Van stukken in drievoud hoeft slechts één exemplaar te worden bewaard.",
    "De regering gaat niet uit van een rationele bewoner die alles leest.",
    "Het college wordt geacht de aanvragen te lezen.",
    "Eigen verantwoordelijkheid is geen reden om mensen aan hun lot over te laten; weten is nog geen doen.",
]


RATIONAL += [
    "De bewoner wordt geacht zijn brieven te openen.",
    "Bewoners worden geacht de berichten in de portaalomgeving bij te houden.",
    "Een rationele bewoner zal zijn termijn niet laten verlopen.",
    "Iedere verstandige bewoner zorgt dat zijn adres klopt.",
]


@pytest.mark.parametrize("sentence", RATIONAL)
def test_a_passage_that_rests_on_the_rational_citizen(sentence: str) -> None:
    assert found("rationele-burger", f"2. Gevolgen\n{sentence}")


@pytest.mark.parametrize("sentence", REALISTIC)
def test_a_passage_that_does_not(sentence: str) -> None:
    assert not found("rationele-burger", f"2. Gevolgen\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "De aanvraag kan tot en met 1 december worden ingediend.",
        "Bewoners kunnen de tegemoetkoming aanvragen tot 31 december.",
        "Een verhuizing wordt uiterlijk op 1 april aan het college gemeld.",
    ],
)
def test_another_last_day_than_the_bill(sentence: str) -> None:
    assert found("tegenspraak-getal", f"2. Aanvraag\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    ["De aanvraag wordt voor 1 oktober ingediend.", "Tot 1 januari werd de tegemoetkoming door het Rijk betaald."],
)
def test_the_same_last_day_or_one_of_the_past(sentence: str) -> None:
    assert not found("tegenspraak-getal", f"2. Aanvraag\n{sentence}")


@pytest.mark.parametrize(
    "passage",
    [
        "De termijn voor bezwaar wordt gestroomlijnd.",
        "Nu heeft de bewoner drie maanden. Deze termijn wordt geharmoniseerd.",
        "De beslagvrije voet mag niet worden aangetast. Die controle is bewerkelijk. De zin kan daarom vervallen.",
    ],
)
def test_a_loss_told_as_technique(passage: str) -> None:
    assert found("waarborg-vervalt", f"2. Termijnen\n{passage}")


@pytest.mark.parametrize(
    "passage",
    [
        "De termijn wordt verlengd van twee naar vier weken; zo is hij geharmoniseerd.",
        "De termijn wordt gestroomlijnd. Voor bewoners betekent dit dat zij een week langer de tijd hebben.",
        "Het artikel verwijst naar een opgeheven fonds. De bepaling kan vervallen.",
        "Het convenant moet op termijn worden aangepast aan Europese regels.",
    ],
)
def test_a_change_that_is_told(passage: str) -> None:
    assert not found("waarborg-vervalt", f"2. Termijnen\n{passage}")


PARTIES = """Artikel 1. Facturen
De factuur dient binnen dertig dagen door de opdrachtgever te zijn voldaan.

Artikel 2. Aansprakelijkheid
Is de dienst aansprakelijk, dan is hij gehouden de schade te vergoeden.
"""
LONG = "1. Algemeen\n" + "De voorwaarden zijn afgestemd op opdrachten die de dienst voor andere onderdelen uitvoert. " * 30


@pytest.mark.parametrize(
    "check",
    ["doenvermogen-ontbreekt", "doelgroep-niet-beschreven", "evaluatie-ontbreekt", "varianten-ontbreken", "uitvoeringstoets-ontbreekt"],
)
def test_rules_among_institutions_want_no_account_to_citizens(check: str) -> None:
    assert not found(check, LONG, PARTIES)
    assert found(check, LONG)


def test_a_number_of_another_law_stays_of_that_law() -> None:
    passage = "2. Europees recht\nGewezen wordt op de artikelen 81 en 82 EG. De uitzondering van artikel 81 geldt hier niet."
    assert not found("verwijzing-zonder-artikel", passage)
    assert found("verwijzing-zonder-artikel", "2. Hoofdlijnen\nDe uitzondering van artikel 81 geldt hier niet.")


@pytest.mark.parametrize(
    "passage",
    [
        "7. Consultatie\nDe huurdersraad vond tien dagen te kort. Het college heeft dat meegewogen.",
        "7. Overleg\nBewoners noemden de jaarlijkse aanvraag te zwaar. Het college heeft die niet aangepast.",
        "6. Regeldruk\nHet adviescollege adviseerde de melding te schrappen. Dat advies wordt niet gevolgd.",
    ],
)
def test_an_objection_without_an_answer(passage: str) -> None:
    assert found("bezwaar-gepasseerd", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "7. Consultatie\nDe huurdersraad vond tien dagen te kort. De termijn is daarom drie weken geworden.",
        "7. Consultatie\nDe huurdersraad vond tien dagen te kort. Dat is niet overgenomen, omdat anders te veel wordt betaald.",
        "3. Bezwaarprocedure\nTegen het besluit kan bezwaar worden gemaakt. De procedure is niet gewijzigd.",
        "7. Consultatie\nDe gemeenten zijn gehoord. Het college heeft van hun reactie kennisgenomen.",
    ],
)
def test_an_answer_or_no_objection(passage: str) -> None:
    assert not found("bezwaar-gepasseerd", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "2. Verhuizing\nHet college beziet of het verval van de tegemoetkoming bij een late melding van een verhuizing redelijk is.",
        "2. Verhuizing\nWie een verhuizing vergeet te melden, krijgt nog een brief van het college en houdt de tegemoetkoming.",
    ],
)
def test_room_promised_in_other_words(passage: str) -> None:
    assert found("belofte-zonder-grondslag", passage)


def test_weighing_variants_is_no_promise() -> None:
    assert not found(
        "belofte-zonder-grondslag", "2. Verhuizing\nBezien is of het verval van de tegemoetkoming bij verhuizing gemist kan worden."
    )

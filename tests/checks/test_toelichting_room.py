"""Room, safeguards and references of the toelichting against the artikel it speaks of: other wordings of each, and look-alikes."""

from __future__ import annotations

import pytest
from tegen_toelichting import against

BILL = """Artikel 2. Schorsing van de erkenning
1. De commissie kan de erkenning van een gids voor ten hoogste zes maanden schorsen, indien zijn optreden gevaar voor wandelaars oplevert.
2. Zij hoort de gids vooraf en betrekt bij haar besluit de gevolgen voor diens inkomen.

Artikel 3. Boete voor onvergunde tochten
De commissie legt een gids die zonder erkenning een tocht leidt een bestuurlijke boete op van € 500.

Artikel 4. Voltooiing van de opleiding
1. De opleiding tot gids wordt voltooid binnen achttien maanden na de inschrijving.
2. De commissie kan deze termijn op verzoek verlengen, indien de vertraging niet aan de gids is te wijten.

Artikel 5. Terugvordering van het leskrediet
1. Onverschuldigd betaald leskrediet wordt teruggevorderd.
2. Terugvordering blijft achterwege indien dringende redenen zich daartegen verzetten.

Artikel 6. Voldoening van het leskrediet
1. De gids voldoet het leskrediet uiterlijk op 1 september.
2. Uitstel van betaling of betaling in gedeelten wordt niet verleend.

Artikel 7. Overdracht
Een erkenning is niet overdraagbaar.

Artikel 8. Intrekking van de erkenning
De commissie trekt de erkenning in van een gids die drie seizoenen geen tocht heeft geleid.
"""
HEAD = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nDit voorstel regelt het gidsenwerk.\n\n2. Gidsen nader bezien\n"


def found(check: str, passage: str, bill: str = BILL) -> bool:
    return bool(against(check, bill, f"{HEAD}{passage}"))


@pytest.mark.parametrize(
    "passage",
    [
        # a power in the toelichting, a duty in the bill
        "De commissie kan een gids die zonder erkenning een tocht leidt een boete opleggen.",
        "Wie zonder erkenning een tocht leidt, kan door de commissie worden beboet.",
        "De commissie is bevoegd een boete op te leggen aan wie zonder erkenning een tocht leidt.",
        "Op tochten zonder erkenning staat een boete. De commissie beziet per geval of zij op haar plaats is.",
        "De commissie maakt een afweging voordat zij een boete oplegt voor een tocht zonder erkenning (artikel 3).",
        "Of een boete volgt, laat artikel 3 afhangen van de ernst: de commissie weegt de omstandigheden van de gids.",
        "De commissie heeft de vrijheid om bij een tocht zonder erkenning geen boete op te leggen (artikel 3).",
        "De commissie is niet verplicht een boete op te leggen aan de gids die zonder erkenning een tocht leidt.",
        "Op grond van artikel 8 kan de commissie de erkenning intrekken van een gids die drie seizoenen geen tocht leidt.",
        # a duty in the toelichting, a power in the bill
        "Bij gevaar voor wandelaars is de commissie verplicht de erkenning te schorsen.",
        "De commissie moet de erkenning schorsen als een gids gevaar voor wandelaars oplevert.",
        "Levert een gids gevaar op voor wandelaars, dan heeft de commissie geen keus: de erkenning wordt geschorst.",
        "Artikel 2 is een gebonden bevoegdheid: bij gevaar wordt de erkenning geschorst.",
        "De erkenning dient bij gevaar voor wandelaars te worden geschorst (artikel 2).",
        "De schorsing van de erkenning volgt bij gevaar voor wandelaars automatisch (artikel 2).",
    ],
)
def test_room_that_the_bill_does_not_have_or_takes(passage: str) -> None:
    assert found("tegenspraak-ruimte", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "De commissie kan bij gevaar voor wandelaars de erkenning van een gids schorsen.",
        "De commissie legt een boete op aan wie zonder erkenning een tocht leidt; zij heeft daarin geen keuze.",
        "Een gids kan een boete voorkomen door tijdig een erkenning te vragen.",
        "De boete voor een tocht zonder erkenning kan niet worden verhoogd.",
        "Overwogen is dat de commissie per geval een boete kan opleggen voor een tocht zonder erkenning.",
        "Thans kan de commissie een boete opleggen voor een tocht zonder erkenning.",
        "De commissie is niet verplicht om bij gevaar de erkenning te schorsen.",
        "Een boete zou anders kunnen worden opgelegd aan wie te goeder trouw een tocht leidt.",
        "Tegen de boete kan de gids bezwaar maken.",
        "De gids is verplicht zijn erkenning te tonen.",
    ],
)
def test_room_as_the_bill_has_it(passage: str) -> None:
    assert not found("tegenspraak-ruimte", passage)


@pytest.mark.parametrize(
    "passage",
    [
        # the bill gives it, the toelichting denies it
        "De opleiding wordt binnen achttien maanden voltooid. Verlenging van deze termijn is niet mogelijk.",
        "De termijn voor voltooiing van de opleiding wordt niet verlengd (artikel 4).",
        "Artikel 4 kent geen verlenging van de termijn voor de opleiding.",
        "Uitstel van de voltooiing is uitgesloten (artikel 4).",
        "Onverschuldigd betaald leskrediet wordt teruggevorderd; het voorstel kent hierop geen uitzonderingen.",
        "Het leskrediet dat onverschuldigd is betaald, wordt in alle gevallen teruggevorderd.",
        "Onverschuldigd betaald leskrediet wordt zonder uitzondering teruggevorderd (artikel 5).",
        "Bij de terugvordering van leskrediet spelen de omstandigheden van de gids geen rol (artikel 5).",
        "Onverschuldigd betaald leskrediet wordt teruggevorderd, ongeacht de oorzaak.",
        "Voordat de erkenning wordt geschorst, wordt de gids niet gehoord (artikel 2).",
        # the toelichting gives it, the bill denies it
        "De commissie treft voor het leskrediet op verzoek een betalingsregeling (artikel 6).",
        "Het leskrediet kan in vier termijnen worden voldaan (artikel 6).",
        "Wie het leskrediet niet op 1 september kan voldoen, krijgt uitstel (artikel 6).",
        "De erkenning kan worden overgedragen aan een opvolger (artikel 7).",
    ],
)
def test_a_safeguard_denied_in_the_one_and_given_in_the_other(passage: str) -> None:
    assert found("belofte-zonder-grondslag", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "De termijn voor de opleiding kan worden verlengd als de vertraging niet aan de gids ligt (artikel 4).",
        "Een tweede verlenging is niet mogelijk (artikel 4).",
        "Verlenging langer dan zes maanden is niet mogelijk (artikel 4).",
        "Van terugvordering van leskrediet wordt afgezien bij dringende redenen (artikel 5).",
        "Uitstel van betaling van het leskrediet wordt niet verleend (artikel 6).",
        "Een betalingsregeling voor het leskrediet is overwogen, maar afgewezen (artikel 6).",
        "De erkenning kan niet worden overgedragen (artikel 7).",
        "De schorsing is geen straf (artikel 2).",
        "De verlenging is geen gunst: wie buiten zijn schuld vertraagt, krijgt haar (artikel 4).",
        "Thans wordt de termijn voor de opleiding niet verlengd.",
    ],
)
def test_a_safeguard_as_the_bill_has_it(passage: str) -> None:
    assert not found("belofte-zonder-grondslag", passage)


DOTTED = """Artikel 1.1. Vangst van krab
De visser vangt geen krab met een schaal kleiner dan tien centimeter.

Artikel 1.2. Aanlanding in de haven
De visser landt zijn vangst aan in de haven van registratie.

Artikel 2.1. Logboek aan boord
De visser houdt aan boord een logboek bij.
"""
INSERTING = """ARTIKEL I
De Visserijwet wordt als volgt gewijzigd:

A
Na artikel 33 worden twee artikelen ingevoegd, luidende:

Artikel 33a
De visser houdt aan boord een logboek bij.

Artikel 33b
De visser landt zijn vangst aan in de haven van registratie.
"""


@pytest.mark.parametrize(
    ("passage", "bill"),
    [
        ("Op grond van artikel 2.9 belt de minister de visser vooraf.", DOTTED),
        ("Artikel 1.3 regelt de ontheffing.", DOTTED),
        ("In artikel 3.1 is bepaald dat de minister de visser helpt.", DOTTED),
        ("Artikel 2.1 regelt de aanlanding in de haven van registratie.", DOTTED),
        ("Artikel 1.1 bepaalt dat de visser aan boord een logboek bijhoudt.", DOTTED),
        ("In artikel 33c is geregeld dat de minister de visser helpt.", INSERTING),
        ("Artikel 33d bevat een hardheidsclausule.", INSERTING),
    ],
)
def test_a_reference_to_what_is_not_there(passage: str, bill: str) -> None:
    assert found("verwijzing-zonder-artikel", passage, bill)


def test_a_heading_for_what_is_not_there() -> None:
    assert found("verwijzing-zonder-artikel", "Tekst.\n\nARTIKELSGEWIJS\n\nArtikel 29\nDit artikel bevat een voorziening voor gidsen.")


@pytest.mark.parametrize(
    ("passage", "bill"),
    [
        ("Artikel 2.1 regelt het logboek dat de visser aan boord bijhoudt.", DOTTED),
        ("Artikel 2.9 van de Omgevingswet blijft gelden.", DOTTED),
        ("Artikel 6:11 van de Algemene wet bestuursrecht geldt ook hier.", DOTTED),
        ("Artikel 33a regelt het logboek.", INSERTING),
        ("Artikel 12a regelt de havengelden.", INSERTING),
        ("Artikel 33c van de Arbeidsomstandighedenwet kent een vergelijkbare regel.", INSERTING),
    ],
)
def test_a_reference_that_is_right_or_abroad(passage: str, bill: str) -> None:
    assert not found("verwijzing-zonder-artikel", passage, bill)


@pytest.mark.parametrize(
    "passage",
    [
        "Bij een eerste tocht zonder erkenning kan de commissie volstaan met een waarschuwing in plaats van een boete.",
        "De commissie kan van een boete voor een tocht zonder erkenning afzien.",
        "De commissie blijft bevoegd om bij een tocht zonder erkenning een boete achterwege te laten.",
        "Het staat de commissie vrij om bij een tocht zonder erkenning van de boete af te zien.",
        "Op grond van artikel 3 kan van een boete worden afgezien als de gids spijt betuigt.",
        # the act with its particle apart in the bill, and an act without a name of its own
        "De commissie heeft de bevoegdheid de erkenning in te trekken van een gids die drie seizoenen geen tocht heeft geleid.",
    ],
)
def test_refraining_from_what_the_bill_prescribes(passage: str) -> None:
    # what is told as a way out that the bill does not have is reported as that
    assert found("tegenspraak-ruimte", passage) or found("tegenspraak-clausule", passage) or found("belofte-zonder-grondslag", passage)


@pytest.mark.parametrize(
    "passage",
    [
        "De commissie heeft geen ruimte om bij een tocht zonder erkenning van de boete af te zien.",
        "Van een boete voor een tocht zonder erkenning kan niet worden afgezien.",
        "Een gids kan van een tocht zonder erkenning afzien en loopt dan geen boete op.",
        "Overwogen is of de commissie bij een tocht zonder erkenning kan volstaan met een waarschuwing in plaats van een boete.",
        "Van terugvordering van het leskrediet kan worden afgezien bij dringende redenen (artikel 5).",
        "De commissie kan van schorsing van de erkenning afzien als een gids gevaar voor wandelaars oplevert.",
    ],
)
def test_refraining_where_the_bill_leaves_room(passage: str) -> None:
    assert not found("tegenspraak-ruimte", passage)


LASTEN = """Artikel 1. Last
1. De inspectie legt de houder die zijn stal niet schoon houdt een last onder dwangsom op.
2. De inspectie kan de houder die artikel 3, eerste lid, niet naleeft een bestuurlijke boete opleggen.

Artikel 2. Administratie
De houder bewaart zijn facturen.

Artikel 3. Voer
1. De houder geeft zijn dieren elke dag voer.
"""


def test_an_act_without_a_name_of_its_own_beside_a_power_in_another_lid() -> None:
    assert found(
        "tegenspraak-ruimte", "Houdt de houder zijn stal niet schoon, dan kan de inspectie een last onder dwangsom opleggen.", LASTEN
    )
    assert not found(
        "tegenspraak-ruimte", "Wie zijn dieren niet elke dag voert, kan een bestuurlijke boete krijgen van de inspectie.", LASTEN
    )


PARTS = """Artikel 1. Intrekking van het keurmerk
De commissie trekt het keurmerk in, indien de hotelhouder:
a. twee jaar geen gasten heeft ontvangen;
b. de jaarlijkse vragenlijst niet heeft ingeleverd;
c. in zijn aanvraag valse gegevens heeft vermeld.

Artikel 2. Afbetaling
1. De hotelhouder voldoet de bijdrage in delen.
2. De afbetaling vervalt van rechtswege, indien de hotelhouder een deel niet heeft betaald.
"""
FOR_B = """
Artikel 3. Hardheidsclausule
De commissie kan artikel 1, onderdeel b, buiten toepassing laten voor zover toepassing leidt tot een onbillijkheid van overwegende aard.
"""


@pytest.mark.parametrize(
    "passage",
    [
        "Bij valse gegevens in de aanvraag bepaalt de commissie, alles afwegend, of zij het keurmerk intrekt.",
        "Zijn valse gegevens vermeld, dan beslist de commissie of intrekking van het keurmerk is aangewezen.",
        "Heeft de hotelhouder een deel niet betaald, dan beoordeelt de commissie of de afbetaling vervalt.",
    ],
)
def test_a_weighing_by_the_authority_where_the_bill_has_none(passage: str) -> None:
    assert found("tegenspraak-ruimte", passage, PARTS)


@pytest.mark.parametrize(
    ("passage", "bill"),
    [
        # a number or a form decides, not an authority
        ("Het aantal gasten bepaalt of het keurmerk wordt ingetrokken.", PARTS),
        # what the clause is for, and what it is not for
        ("Is de jaarlijkse vragenlijst niet ingeleverd, dan bepaalt de commissie of zij het keurmerk intrekt.", PARTS + FOR_B),
    ],
)
def test_a_weighing_that_is_none_or_is_there(passage: str, bill: str) -> None:
    assert not found("tegenspraak-ruimte", passage, bill)


def test_a_clause_for_another_part_of_the_lid() -> None:
    assert found("tegenspraak-ruimte", "Bij valse gegevens in de aanvraag bepaalt de commissie of zij het keurmerk intrekt.", PARTS + FOR_B)


LEVY = """Artikel 2. Liggeld
1. De schipper betaalt het liggeld binnen vier weken na de aanslag.
2. Indien het liggeld niet binnen de termijn is betaald, wordt het verhoogd met zes procent.

Artikel 3. Vaststelling van de bijdrage aan het onderhoud
1. Indien de verantwoording niet binnen de termijn is ontvangen, stelt de havenmeester de bijdrage aan het onderhoud vast op nihil.
2. Indien minder is onderhouden, stelt de havenmeester de bijdrage aan het onderhoud naar evenredigheid lager vast.
3. Indien artikel 2, eerste lid, niet is nageleefd, kan de havenmeester de bijdrage lager vaststellen.

Artikel 4. Intrekking van de ligplaats
De havenmeester trekt de ligplaats in, indien een schip een jaar lang niet heeft gevaren.

Artikel 5. Gegevens
De schipper meldt een wijziging van zijn adres.
"""


@pytest.mark.parametrize(
    "passage",
    [
        # an effect that comes without a decision
        "Is het liggeld niet op tijd betaald, dan beziet de havenmeester of een verhoging van het liggeld in dat geval redelijk is.",
        # what is weighed, in another order and with other words
        "Artikelen 4 en 5\nDe havenmeester gaat in elk afzonderlijk geval na of intrekking van de ligplaats op haar plaats is.",
        "De havenmeester gaat bij een schip dat een jaar lang niet heeft gevaren na of intrekking van de ligplaats gepast is.",
        "Komt de verantwoording over het onderhoud te laat, dan kijkt de havenmeester naar de reden daarvan en bepaalt hij op welk bedrag "
        "de bijdrage aan het onderhoud wordt vastgesteld.",
    ],
)
def test_a_weighing_of_what_the_bill_lays_down(passage: str) -> None:
    assert found("tegenspraak-ruimte", passage, LEVY)


@pytest.mark.parametrize(
    "passage",
    [
        "De ligplaats wordt ingetrokken als een schip een jaar lang niet heeft gevaren; voor een weging per geval is geen plaats gelaten.",
        "Zonder afweging per geval wordt de ligplaats ingetrokken als een schip een jaar lang niet heeft gevaren.",
        "Of de ligplaats van een schip dat een jaar lang niet heeft gevaren wordt ingetrokken, hangt niet af van de omstandigheden.",
        "Voor een verlaging wegens te late betaling van het liggeld beoordeelt de havenmeester of de bijdrage lager wordt vastgesteld.",
    ],
)
def test_a_weighing_that_is_denied_or_that_the_bill_leaves(passage: str) -> None:
    assert not found("tegenspraak-ruimte", passage, LEVY)


def test_a_denial_of_something_else_leaves_the_weighing() -> None:
    assert found(
        "tegenspraak-ruimte", "De havenmeester beziet per geval of intrekking van de ligplaats niet te zwaar is (artikel 4).", LEVY
    )


ALLEEN_HOOGTE = """Artikel 4. Boete
Het college legt een bestuurlijke boete op van ten hoogste € 900 aan de houder die een wijziging niet meldt.

Artikel 6. Weigering
Het college weigert de vergunning indien de houder onjuiste gegevens verstrekt.
"""


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("De boete wordt naar gelang de ernst van de overtreding opgelegd.", False),
        ("Bij het opleggen van de boete weegt het college de ernst van de overtreding.", False),
        ("Het college beziet per geval hoe hoog de boete is.", False),
        # whether there will be one is another question, and so is what has no amount
        ("Het college beoordeelt per geval of een boete op zijn plaats is.", True),
        ("Het college kan van de boete afzien als de omstandigheden daarom vragen.", True),
        ("Of de vergunning wordt geweigerd, is afhankelijk van de ernst van de onjuiste gegevens.", True),
    ],
)
def test_how_much_up_to_a_maximum_is_open(passage: str, expected: bool) -> None:
    told = f"TOELICHTING\n\n1. Algemeen\nDeze regeling regelt parkeren.\n\n2. Hoofdlijnen\n{passage}"
    assert bool(against("tegenspraak-ruimte", ALLEEN_HOOGTE, told)) is expected


@pytest.mark.parametrize(
    ("lid", "expected"),
    [
        ("De bewoner die dat wenst, doet de aanvraag op een kantoor van het college of per telefoon.", False),
        ("Wie dat niet kan, doet de aanvraag telefonisch.", False),
        # help with the digital way, a letter of the authority and another subject open no other way
        ("Op het kantoor van de gemeente wordt hulp geboden bij de elektronische aanvraag.", True),
        ("Het college stuurt het besluit naar het kantoor van de houder.", True),
        ("Het college beslist binnen acht weken.", True),
    ],
)
def test_another_lid_with_another_way(lid: str, expected: bool) -> None:
    bill = f"Artikel 2. Aanvraag\n1. De bewoner vraagt de vergunning uitsluitend langs elektronische weg aan.\n2. {lid}\n"
    told = "TOELICHTING\n\n1. Algemeen\nDeze regeling regelt parkeren.\n\n2. Hoofdlijnen\nDe aanvraag kan ook op papier worden gedaan."
    assert bool(against("tegenspraak-toegang", bill, told)) is expected

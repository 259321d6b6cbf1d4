"""What reading findings on statutes taught: classes of error that stay away, and classes of wording that are found."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text

CHECKS = {c.name: c for c in catalogue.load()}
HULP = "Artikel 9\nDe aanvrager ontvangt een tegemoetkoming en verstrekt het college een opgave.\n"


def found(check: str, text: str, toelichting: str = "") -> list[Finding]:
    bill = read_text(f"{text}\n{HULP}", "ontwerp.txt", "txt")
    note = read_text(toelichting, "toelichting.txt", "txt") if toelichting else None
    result = engine.run(structure.dossier(bill, note), [CHECKS[check]])
    assert not result.failures
    return [f for f in result.findings if f.document.text.content[: f.span.start].count("Artikel 9") == 0]


QUIET = [
    (
        "fatale-termijn-zonder-uitweg",
        "Artikel 1\n1. Het college verzoekt de aanvrager zijn adres binnen een redelijke termijn te laten herstellen.\n"
        "2. Is het adres na afloop van deze termijn niet hersteld, dan schort het college de betaling van de tegemoetkoming op.\n"
        "3. De opschorting wordt beëindigd zodra het adres is hersteld.",
    ),
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nGeen recht op toeslag bestaat, indien het loon niet is betaald door nalaten van de "
        "aanvrager dat hem kan worden verweten.",
    ),
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nDe ontheffing wordt niet verleend voor zover ondubbelzinnig blijkt dat de aanvrager de verplichting niet wil nakomen.",
    ),
    (
        "termijn-begint-bij-eigen-waarneming",
        "Artikel 1\nDe aanvrager meldt zich binnen dertien weken na de dag waarop zijn werkzaamheden een aanvang hebben genomen.",
    ),
    (
        "termijn-uren-of-teruggerekend",
        "Artikel 1\nDe ouders melden het kind zo mogelijk ten minste tien weken voor de datum van toelating aan.",
    ),
    (
        "ingangsdatum-is-aanvraagdatum",
        "Artikel 1\n1. Het recht op ondersteuning ontstaat niet eerder dan zestien weken na de dag waarop de "
        "aanvraag is ingediend, tenzij het "
        "tweede lid geldt.\n2. In afwijking van het eerste lid ontstaat het recht op de dag waarop de aanvraag werd ingediend.",
    ),
    (
        "zware-bewijslast",
        "Artikel 1\nDe aanvraag gaat vergezeld van een notariële akte waarbij de nevenvestiging die in stand "
        "wordt gehouden, is overgedragen.",
    ),
    (
        "zware-bewijslast",
        "Artikel 1\nDe beslissing over het verlof van de aanvrager geschiedt in overeenstemming met de verklaring van de arts.",
    ),
    (
        "schatten-en-verrekenen",
        "Artikel 1\nHet verzoek gaat vergezeld van een prognose van het te verwachten aantal leerlingen van de nevenvestiging.",
    ),
    (
        "korte-termijn",
        "Artikel 1\nDe aanvrager kan het bevoegd gezag verzoeken om binnen vier weken de rechtbank een oordeel te vragen.",
    ),
    (
        "hardheidsclausule-onbepaalde-reikwijdte",
        "Artikel 1\nDe verordening kan bepalen dat het college in bijzondere gevallen van de regeling kan afwijken voor de ouder.",
    ),
    (
        "verwijzingsdichtheid",
        "Artikel 1\nDe artikelen 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en 12 en artikel 14, tweede lid, zijn van overeenkomstige toepassing.",
    ),
    (
        "lange-zin",
        "Artikel 1\nDe eed luidt: «Ik zweer dat ik " + "middellijk noch onmiddellijk enige gift heb aangenomen en " * 12 + "trouw ben.»",
    ),
    ("moeten-of-dienen", "Artikel 1\nIngeval de aanvrager het land ingevolge artikel 6 moet verlaten, betaalt het college de reis."),
    (
        "moeten-of-dienen",
        "Artikel 1\nHet college betaalt de reis van de aanvrager die het land:\na. dadelijk moet verlaten; "
        "of\nb. binnen een week moet verlaten.",
    ),
    (
        "afkorting-zonder-begripsbepaling",
        "Artikel 1\nDe wet van 3 maart 2001 tot wijziging van enkele wetten in het kader van de XYZA en "
        "enige andere onderwerpen (Stb. 90) blijft gelden.",
    ),
    ("haakjes", "Artikel 1\nIk zweer (verklaar en beloof) dat ik getrouw zal zijn aan de Koning."),
    (
        "gebonden-intrekking",
        "Artikel 1\nWordt de toelating geweigerd, dan wordt de tijdelijke plaatsing van de leerling beëindigd.",
    ),
    (
        "schatten-en-verrekenen",
        "Artikel 1\nDe aanvrager bewaart bescheiden waaruit de voorschotten blijken die zijn verrekend met zijn loon.",
    ),
    (
        "schatten-en-verrekenen",
        "Artikel 1\nDe aanvrager legt een door een arts opgestelde verklaring over omtrent de aard en de verwachte duur van de klachten.",
    ),
    ("gebonden-intrekking", "Artikel 1\nTen voordele van de bewoner herziet het college de toeslag zodra van een fout blijkt."),
    (
        "gebonden-intrekking",
        "Artikel 1\nTen voordele wordt een beschikking over de toeslag van de bewoner herzien zodra van een fout blijkt.",
    ),
    (
        "termijn-begint-bij-eigen-waarneming",
        "Artikel 1\nDe huurder verschaft de commissie op haar verzoek binnen vier weken de bescheiden waaruit zijn inkomen blijkt.",
    ),
    (
        "terugkerende-plicht",
        "Artikel 1\nDe houder bewaart de kaart. Hij weegt de gevolgen voor zijn dagelijks leven en meldt deze aan het college.",
    ),
    (
        "afwijking-awb-termijn",
        "Artikel 1\nBinnen tien werkdagen nadat is vastgesteld dat de verzekerde de premie niet heeft voldaan, doet hij "
        "de verzekeraar een voorstel.",
    ),
    (
        "afwijking-awb-termijn",
        "Artikel 1\nDe aanvrager betaalt leges. Wordt de urgentie verleend, dan worden de leges binnen twee weken terugbetaald.",
    ),
    (
        "zware-bewijslast",
        "Artikel 1\nDe nabestaande levert het verblijfsdocument van de overledene in bij een loket.",
    ),
    (
        "fatale-termijn-zonder-uitweg",
        "Artikel 1\nHet college trekt de vergunning van de bewoner in, indien bij twee controles binnen twaalf maanden is gebleken dat "
        "hij artikel 2 niet heeft nageleefd.",
    ),
    (
        "korte-termijn",
        "Artikel 1\nDe boete voor de bewoner blijft achterwege indien hij binnen vier weken na een waarschuwing alsnog aangifte doet.",
    ),
    (
        "sanctie-zonder-matiging",
        "Artikel 1\nHet te veel betaalde vordert het college van de bewoner terug, tenzij hij niet kon begrijpen dat te veel is betaald of "
        "terugvordering voor hem onredelijke gevolgen heeft.",
    ),
    (
        "korte-termijn",
        "Artikel 1\nDe inspectie schrijft de jongere van de ouder in. Zij stelt de school waar hij leerling is, binnen vijf werkdagen "
        "op de hoogte; de ouder behoeft de school niet zelf te berichten.",
    ),
    (
        "gebonden-intrekking",
        "Artikel 1\nBlijkt dat de toeslag van de bewoner op een te laag bedrag is vastgesteld, dan herziet het college het besluit.",
    ),
]


@pytest.mark.parametrize(("check", "text"), QUIET, ids=lambda value: value[:40])
def test_look_alikes_from_statutes_give_nothing(check: str, text: str) -> None:
    assert found(check, text) == []


SAID = [
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nEen aanvraag die later wordt ontvangen, laat het bestuur buiten behandeling.",
        "buiten behandeling",
    ),
    (
        "verlies-van-rechtswege",
        "Artikel 1\nDe parkeerkaart vervalt van rechtswege, wanneer de houder niet binnen tien dagen op het verzoek heeft geantwoord.",
        "vervalt",
    ),
    (
        "zwaar-gevolg-zonder-uitweg",
        "Artikel 1\nIs niet tijdig betaald, dan wordt gedurende een jaar niet opnieuw toegang verleend.",
        "verleend",
    ),
    (
        "gebonden-intrekking",
        "Artikel 1\nHet college trekt een besluit tot toekenning, ongeacht de vraag of de aanvrager daarvan "
        "een verwijt kan worden gemaakt, in indien "
        "een gegeven onjuist was.",
        "trekt",
    ),
    ("termijn-uren-of-teruggerekend", "Artikel 1\nBinnen twee uur na de waarschuwing dempt de bewoner zijn sloot.", "Binnen twee uur"),
    (
        "afwijking-awb-termijn",
        "Artikel 1\nTerugbetaling geschiedt ineens en uiterlijk op de tiende dag na die waarop het besluit is verzonden.",
        "tiende dag",
    ),
    (
        "termijn-bij-levensgebeurtenis",
        "Artikel 1\nDe inschrijving gaat over op de partner, mits deze dat binnen drie weken na het overlijden heeft gemeld.",
        "binnen drie weken",
    ),
    (
        "waarborg-uitgesloten",
        "Artikel 1\nHet college verrekent de schuld van de aanvrager met de tegemoetkoming. Artikel 4:93, vierde lid, van de Algemene wet "
        "bestuursrecht is niet van toepassing.",
        "verrekening",
    ),
    (
        "sanctie-zonder-matiging",
        "Artikel 1\nBetaalt de aanvrager de boete niet tijdig, dan wordt het bedrag van rechtswege verhoogd met honderd procent.",
        "verhoogd met honderd procent",
    ),
    (
        "sanctie-zonder-matiging",
        "Artikel 1\nIndien een herziening leidt tot een terug te vorderen bedrag, is hij de terugvordering in zijn geheel verschuldigd.",
        "geheel verschuldigd",
    ),
    ("korte-termijn", "Artikel 1\nDe aanvraag wordt door de ouder ingediend in het tijdvak van 1 tot en met 20 maart.", "tijdvak"),
    (
        "meer-loketten",
        "Artikel 1\nDe ouder geeft de wijziging door aan de gemeente, aan de Dienst Toeslagen en aan de school.",
        "aan de gemeente",
    ),
    (
        "uitsluitend-digitaal",
        "Artikel 1\nDe toeslag wordt door de ouder aangevraagd in de beveiligde omgeving op de website van "
        "het college; aanvragen die op andere "
        "wijze worden gedaan, blijven buiten beschouwing.",
        "beveiligde omgeving",
    ),
    (
        "kan-zonder-kader",
        "Artikel 1\nHet college verleent de vergunning aan de aanvrager. Ook kan het college andere voorwaarden verbinden.",
        "verbinden",
    ),
    (
        "waarborg-verzwakt",
        "Artikel I\nDe Leerwet wordt als volgt gewijzigd:\nA\nIn artikel 4 wordt «schriftelijk, mondeling of "
        "langs elektronische weg» vervangen "
        "door «langs elektronische weg».",
        "vervangen",
    ),
]


@pytest.mark.parametrize(("check", "text", "words"), SAID, ids=lambda value: value[:40])
def test_wordings_by_class_are_found(check: str, text: str, words: str) -> None:
    assert any(words in f.quote or words in f.message for f in found(check, text)), [f.quote for f in found(check, text)]


def test_a_message_names_subject_and_verb_without_the_words_in_between() -> None:
    text = (
        "Artikel 1\nDe vergunning voor bepaalde tijd, bedoeld in artikel 28 van de Leerwet, die is verleend op grond van artikel 29, wordt "
        "ingetrokken indien de houder niet aan de voorwaarden voldoet."
    )
    (finding,) = found("gebonden-intrekking", text)
    assert "«De vergunning voor bepaalde tijd … wordt ingetrokken»" in finding.message


def test_a_fine_is_called_a_fine() -> None:
    text = (
        "Artikel 1\nDe aanvrager deelt het college wijzigingen onverwijld mede.\n"
        "Artikel 2\nHet college legt een bestuurlijke boete op indien de aanvrager artikel 1 niet nakomt."
    )
    messages = [f.message for f in found("open-strenge-termijn", text)]
    assert messages and all("een boete («" in m for m in messages)


def test_one_who_is_not_named_is_not_given_the_name_of_a_thing() -> None:
    text = "Artikel 1\nVan de aanvrager die eigenaar is van een woning wordt verwacht dat hij binnen drie weken de woning te koop aanbiedt."
    assert all("voor de woning" not in f.message for f in found("korte-termijn", text))


def test_a_sentence_to_a_minister_is_no_text_for_citizens() -> None:
    long = " ".join(["en de artikelen die bij de wet van dit jaar zijn ingevoegd"] * 8)
    text = f"Artikel 1\nVoor de plaatsing stelt Onze Minister de nummering vast {long} en brengt hij de aanhalingen in overeenstemming."
    assert [f.severity for f in found("lange-zin", text)] == [Severity.SUGGESTION]


def test_a_lower_regulation_may_lean_on_the_begrippen_of_its_law() -> None:
    besluit = "Besluit van 1 mei 2020, houdende regels over steun\n\nArtikel 1\nHet college zendt de QRST een opgave."
    (finding,) = found("afkorting-zonder-begripsbepaling", besluit)
    assert finding.severity is Severity.INFO


def test_a_plural_noun_is_no_participle() -> None:
    text = (
        "Artikel 1\nRegels worden met het oog op het waarborgen van de veiligheid, het beschermen van de gezondheid, het beschermen "
        "van het milieu, de bescherming van de natuur en het beheer van watersystemen en natuurgebieden in ieder geval gesteld."
    )
    assert all("natuurgebieden»" not in f.message for f in found("tangconstructie", text))


def test_a_preposition_is_no_particle_of_a_verb_far_before_it() -> None:
    relative = (
        "die bij de uitkering in acht wordt genomen en die met inachtneming van artikel 83 door het UWV is vastgesteld voor de werkgever"
    )
    draagt = (
        f"Artikel 1\nDe eigenrisicodrager draagt het risico van betaling van de uitkering {relative} op de eerste dag van de wachttijd."
    )
    stelt = f"Artikel 1\nHet bevoegd gezag stelt een ieder {relative} in de gelegenheid mogelijke oplossingen voor te dragen."
    assert all("«op»" not in f.message and "«voor»" not in f.message for text in (draagt, stelt) for f in found("tangconstructie", text))
    legt = f"Artikel 1\nHet Zorginstituut legt in de jaarrekening, {relative}, rekening af over de baten en lasten."
    assert any("«af»" in f.message for f in found("tangconstructie", legt))


def test_an_end_that_also_follows_a_request_is_no_warning() -> None:
    text = (
        "Artikel 1\nDe verzekerde heeft recht op een uitkering.\nArtikel 2\nHet UWV beëindigt de vrijwillige verzekering:\n"
        "a. op verzoek van de verzekerde;\nb. indien de verzekerde de premie niet tijdig heeft betaald."
    )
    assert all(f.severity is not Severity.WARNING for f in found("gebonden-intrekking", text))


def test_lawful_stay_of_somebody_else_is_no_loss() -> None:
    text = (
        "Artikel 1\nDe vreemdeling kan aanspraak op rechtmatig verblijf hebben.\nArtikel 2\nDe ambtenaren zijn bevoegd een woning te "
        "betreden indien een redelijk vermoeden bestaat dat op deze plaats een vreemdeling verblijft die geen rechtmatig verblijf heeft."
    )
    assert not found("zwaar-gevolg-zonder-uitweg", text)


def test_an_enterprise_is_one_where_a_clause_stands_between() -> None:
    text = (
        "Artikel 1\nEen niet in Nederland gevestigde ondernemer die in Nederland teruggaaf van de belasting wenst te verkrijgen, richt "
        "langs elektronische weg een verzoek tot de inspecteur, dat hij indient via de portaalsite van zijn lidstaat."
    )
    assert found("uitsluitend-digitaal", text) == []


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (
            "terugkerende-plicht",
            "Artikel 1\nDe deelnemer meldt in zijn aanvraag welk bedrag hij inlegt, en of de inleg maandelijks of ineens geschiedt.",
        ),
        ("sanctie-zonder-matiging", "Artikel 1\nHet plan beschrijft hoe de stoffen die zijn opgeslagen, worden teruggehaald."),
    ],
)
def test_what_is_told_or_fetched_is_no_burden(check: str, text: str) -> None:
    assert found(check, text) == []


def test_money_that_is_fetched_back_is_one() -> None:
    text = "Artikel 1\nHet te veel betaalde bedrag wordt bij de aanvrager teruggehaald."
    assert [f.quote for f in found("sanctie-zonder-matiging", text)]

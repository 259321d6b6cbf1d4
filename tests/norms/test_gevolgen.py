"""Effects of not doing what a norm asks, also when another lid or artikel says so; and why an effect sets in."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import Analysis, analyse
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.getroffene import getroffene
from doenvermogentoets.norms.gevolgen import Consequence, consequences
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.verzwakking import Ingreep, verzwakking
from doenvermogentoets.norms.waar import Waar
from doenvermogentoets.norms.waarborgen import uitgesloten
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier


def bill(text: str) -> Analysis:
    return analyse(dossier(read_text(text, "ontwerp.txt", "txt"))).bill


def of_first_norm(text: str) -> list[Consequence]:
    analysis = bill(text)
    provision = analysis.provisions[0]
    return list(consequences(analysis, provision, provision.norms[0]))


def test_effect_in_the_same_norm() -> None:
    found = of_first_norm("Artikel 5\nDe aanspraak van de ouder vervalt indien hij de gegevens niet binnen twee weken verstrekt.\n")
    assert [(c.gevolg.soort, c.waar) for c in found] == [(GevolgSoort.VERVAL, Waar.LID)]


def test_effect_in_a_later_lid_that_refers_back() -> None:
    text = (
        "Artikel 5\n1. De ouder verstrekt de gegevens binnen twee weken.\n2. Indien de ouder niet voldoet aan het "
        "eerste lid, weigert het college de bijdrage.\n"
    )
    assert [(c.gevolg.soort, c.waar) for c in of_first_norm(text)] == [(GevolgSoort.WEIGERING, Waar.ARTIKEL)]


def test_effect_in_the_next_lid_that_looks_back_in_words() -> None:
    text = (
        "Artikel 5\n1. De ouder verstrekt de gegevens binnen twee weken.\n2. Zijn de gegevens niet binnen die "
        "termijn ontvangen, dan wordt de aanvraag afgewezen.\n"
    )
    assert GevolgSoort.AFWIJZING in {c.gevolg.soort for c in of_first_norm(text)}


def test_effect_in_another_artikel_that_refers_to_the_duty() -> None:
    text = (
        "Artikel 9\nDe verzekerde meldt een wijziging onverwijld aan het UWV.\n\nArtikel 10\nDe verzekerde bewaart zijn stukken.\n\n"
        "Artikel 14\nIndien de verzekerde de verplichting, bedoeld in artikel 9, niet nakomt, weigert het UWV de uitkering.\n"
    )
    found = of_first_norm(text)
    assert [c.gevolg.soort for c in found] == [GevolgSoort.WEIGERING]
    assert found[0].provision.unit.artikel is not None
    assert found[0].provision.unit.artikel.number == "14"


def test_effect_of_another_duty_is_not_one_of_this() -> None:
    text = (
        "Artikel 9\nDe verzekerde meldt een wijziging onverwijld aan het UWV.\n\nArtikel 10\nDe verzekerde bewaart zijn stukken.\n\n"
        "Artikel 14\nIndien de verzekerde de verplichting, bedoeld in artikel 10, niet nakomt, weigert het UWV de uitkering.\n"
    )
    assert of_first_norm(text) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("indien de ouder de gegevens niet tijdig verstrekt", Aanleiding.VERZUIM),
        ("bij een latere melding vangt de wachttijd aan", Aanleiding.VERZUIM),
        ("laat hij dit na, dan wijst het college de aanvraag af", Aanleiding.VERZUIM),
        ("indien de verzekerde is overleden", Aanleiding.EINDE),
        ("indien de verzekerde de pensioengerechtigde leeftijd bereikt", Aanleiding.EINDE),
        ("op verzoek van de houder", Aanleiding.VERZOEK),
        ("zolang de werknemer loon ontvangt", Aanleiding.SAMENLOOP),
        ("voor zover het subsidieplafond zou worden overschreden", Aanleiding.PLAFOND),
        ("indien hij de schade opzettelijk heeft veroorzaakt", Aanleiding.OPZET),
        ("indien de aanvrager geen ingezetene is", Aanleiding.VOORWAARDE),
        ("eindigt de uitkering zoveel later", Aanleiding.GEEN),
    ],
)
def test_why_an_effect_sets_in(words: str, reason: Aanleiding) -> None:
    assert aanleiding(words) is reason


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Artikel 5\nWat te veel is betaald, wordt van de ouder teruggevorderd.\n", "de ouder"),
        ("Artikel 5\nWat te veel is betaald, wordt van het waterschap teruggevorderd.\n", None),
    ],
)
def test_whom_an_effect_hits(text: str, who: str | None) -> None:
    analysis = bill(text)
    nadeel = nadelen(analysis)[0]
    assert getroffene(analysis, nadeel.provision, nadeel.norm) == who


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 5\nHet college kan de boete matigen van degene aan wie een bestuurlijke boete is opgelegd.\n",
        "Artikel 7\nWeigert een erfgenaam de vergunning over te nemen, dan blijft zij op naam van de overledene.\n",
        "Artikel 5\nDe ouder kan zijn aanvraag intrekken.\n",
    ],
)
def test_what_is_only_spoken_of_is_no_effect(text: str) -> None:
    assert [n for n in nadelen(bill(text)) if n.gebonden] == []


def test_hardship_clause_is_read() -> None:
    text = (
        "Artikel 5\nDe bijdrage bedraagt € 5.\n\nArtikel 20\n1. Het college kan op verzoek van de ouder artikel 5 "
        "buiten toepassing laten of daarvan afwijken voor zover "
        "toepassing gelet op het belang van toegankelijke opvang zal leiden tot een onbillijkheid van overwegende aard.\n"
    )
    analysis = bill(text)
    (clausule,) = clausules(analysis)
    document = analysis.document.text
    assert document[clausule.span] == "buiten toepassing laten of daarvan afwijken"
    assert clausule.doel is not None
    assert document[clausule.doel].startswith("gelet op het belang van toegankelijke opvang")
    assert clausule.op_verzoek is not None
    assert document[clausule.op_verzoek] == "op verzoek van de ouder"
    assert clausule.standaard
    assert clausule.algemeen is None
    assert [u.number for u in clausule.units] == ["5"]


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 9\nDe rechtbank kan artikel 8:43 van de Algemene wet bestuursrecht buiten toepassing laten.\n",
        "Artikel 9\nEen beding dat onredelijk bezwarend is, is vernietigbaar.\n",
        "Artikel 9\nHet college kan in bijzondere gevallen ontheffing verlenen.\n",
    ],
)
def test_look_alikes_are_no_hardship_clause(text: str) -> None:
    assert clausules(bill(text)) == ()


def test_excluded_safeguards() -> None:
    text = (
        "Artikel 1\nArtikel 4:84 van de Algemene wet bestuursrecht is niet van toepassing.\n\n"
        "Artikel 2\nArtikel 4:84 van de Algemene wet bestuursrecht is van toepassing.\n\n"
        "Artikel 3\nDe aanmaning blijft achterwege.\n"
    )
    assert [(u.provision.unit.artikel.number, u.artikel) for u in uitgesloten(bill(text)) if u.provision.unit.artikel is not None] == [
        ("1", "4:84"),
        ("3", ""),
    ]


@pytest.mark.parametrize(
    ("old", "new", "ingreep"),
    [
        ("bijzondere omstandigheden", "zeer uitzonderlijke omstandigheden", Ingreep.VERNAUWD),
        ("dringende redenen", "een medische verklaring", Ingreep.VERVANGEN),
        ("dringende redenen", "dringende redenen van uitsluitend medische aard", Ingreep.VERNAUWD),
        ("kan weigeren", "weigert", Ingreep.GEBONDEN),
        ("23 jaar", "21 jaar", None),
        ("dringende redenen", "dringende redenen of bijzondere omstandigheden", None),
    ],
)
def test_what_an_amendment_does_to_a_safeguard(old: str, new: str, ingreep: Ingreep | None) -> None:
    text = (
        f"Artikel I\nDe Wet lesmateriaal wordt als volgt gewijzigd:\n\nA\nIn artikel 9, eerste lid, wordt «{old}» vervangen door «{new}».\n"
    )
    (amendment,) = bill(text).document.amendments
    found = verzwakking(amendment)
    assert (found.ingreep if found is not None else None) is ingreep


@pytest.mark.parametrize(
    "text",
    [
        "Weigert de cursist een toets, dan eindigt de plaatsing.",
        "Weigert de bewoner, bedoeld in artikel 3, de keuring, dan vervalt de toelage.",
        "De toelage vervalt indien de bewoner de inspecteur de toegang weigert.",
        "De student die het gesprek weigert, verliest zijn plaats.",
        "Bij weigering van de keuring wordt de bijdrage stopgezet.",
    ],
)
def test_a_refusal_of_what_is_asked_is_an_omission(text: str) -> None:
    assert aanleiding(text.lower()) is Aanleiding.VERZUIM


@pytest.mark.parametrize(
    "text",
    [
        "Weigert het college de vergunning, dan eindigt de ontheffing.",
        "Indien de minister de subsidie weigert, vervalt de reservering.",
        "De plaats vervalt indien de verhuurder zijn toestemming weigert.",
        "Na weigering van de vergunning vervalt de reservering.",
        "De vreemdeling aan wie de toegang is geweigerd, vertrekt.",
    ],
)
def test_a_refusal_by_another_is_no_omission(text: str) -> None:
    assert aanleiding(text.lower()) is not Aanleiding.VERZUIM


def test_the_effect_of_a_refusal_belongs_to_the_duty_before_it() -> None:
    text = "Artikel 4\nDe bewoner laat een keuring toe. Weigert de bewoner de keuring, dan vervalt de toelage.\n"
    assert [c.gevolg.soort for c in of_first_norm(text)] == [GevolgSoort.VERVAL]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Het college trekt de vergunning in, indien de houder de verplichting, bedoeld in artikel 2, niet is nagekomen.", True),
        ("Het college beëindigt de toelage, indien de student de verplichting, genoemd in artikel 2, eerste lid, niet nakomt.", True),
        ("Indien de houder de verplichting niet nakomt, wordt de vergunning ingetrokken.", True),
        ("Het college trekt de verplichting, bedoeld in artikel 2, in indien de houder de vergunning niet meer gebruikt.", False),
        ("De verplichting om een vergunning te tonen wordt ingetrokken indien de houder niet is gecontroleerd.", False),
    ],
)
def test_a_duty_that_is_named_in_the_condition_is_not_what_is_withdrawn(text: str, counts: bool) -> None:
    assert bool(nadelen(bill(f"Artikel 5\n{text}\n"))) is counts


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        (
            "1. Een aanvraag kan worden ingediend van 1 mei tot en met 31 mei.\n"
            "2. Aanvragen die buiten dit tijdvak zijn ontvangen, worden afgewezen.",
            GevolgSoort.AFWIJZING,
        ),
        (
            "De ouder vult de opgave binnen een week aan, bij gebreke waarvan de aanvraag buiten behandeling wordt gesteld.",
            GevolgSoort.NIET_IN_BEHANDELING,
        ),
        ("De ouder betaalt binnen een week, bij gebreke waarvan de aanvraag afgewezen wordt.", GevolgSoort.AFWIJZING),
    ],
)
def test_effect_next_door(text: str, soort: GevolgSoort) -> None:
    assert soort in {c.gevolg.soort for c in of_first_norm(f"Artikel 5\n{text}\n")}


def test_what_is_only_told_is_no_effect() -> None:
    assert of_first_norm("Artikel 5\nHet college deelt de ouder mede of de aanvraag buiten behandeling wordt gesteld.\n") == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Na beëindiging kan gedurende drie jaar geen nieuwe aanvraag worden gedaan.", True),
        ("Na beëindiging kan gedurende drie jaar geen melding over de woning worden gedaan.", False),
        ("Gedurende het onderzoek kan geen aanvraag worden gedaan.", False),
    ],
)
def test_a_new_application_that_is_barred_for_years(text: str, counts: bool) -> None:
    assert bool(nadelen(bill(f"Artikel 5\n{text}\n"))) is counts


def test_what_comes_after_an_effect_has_its_occasion() -> None:
    after = (
        "Artikel 5\n1. Het college beëindigt de hulp indien de ouder {}.\n"
        "2. Na beëindiging kan gedurende drie jaar geen nieuwe aanvraag worden gedaan.\n"
    )
    (missed,) = [n for n in nadelen(bill(after.format("de afspraken niet nakomt"))) if n.gevolg.soort is GevolgSoort.UITSLUITING]
    (over,) = [n for n in nadelen(bill(after.format("is verhuisd naar een andere gemeente"))) if n.gevolg.soort is GevolgSoort.UITSLUITING]
    assert (missed.aanleiding, over.aanleiding) == (Aanleiding.VERZUIM, Aanleiding.GEEN)
    assert missed.aanleiding_span is None  # the words of the effect are not its cause

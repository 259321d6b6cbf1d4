"""Limits by the way they are said: on the day itself, counted back, a paper that must have come in, a date on which nothing had come."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Finding
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
PEOPLE = (
    "\n\nArtikel 9\nDe ouder van een kind of de bewoner van een woning ontvangt op zijn verzoek een tegemoetkoming voor zijn gezin "
    "en kinderen.\n"
)


def findings(text: str) -> list[Finding]:
    """What the theme says of artikel 5."""
    bill = f"Artikel 5\n{text}{PEOPLE}"
    result = run_analysed(analyse(dossier_of(Marked(bill, None, ()))), CATALOGUE.select(("termijnen",)))
    assert result.failures == []
    return [f for f in result.findings if f.span.start < len(text) + 10]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # on the day itself, or the next
        ("De bewoner geeft een wijziging van zijn hulp nog dezelfde dag door aan het college.", "dezelfde dag"),
        ("De ouder meldt de afwezigheid uiterlijk op de eerstvolgende werkdag bij de school.", "eerstvolgende werkdag"),
        ("De huurder doet van een lek nog diezelfde avond melding bij het college.", "diezelfde avond"),
        ("De leerling levert de verklaring voor het einde van die dag in bij het college.", "voor het einde van die dag"),
        # counted back
        ("De bewoner die de hulp wil houden, meldt zich tien weken voor het einde opnieuw.", "tien weken voor het einde"),
        ("De huurder zegt de plaats op ten minste zes weken voordat het seizoen begint.", "zes weken voordat"),
        ("Verlenging van deze termijn wordt gevraagd uiterlijk dertien weken voordat zij verstrijkt.", "dertien weken voordat"),
        ("De bewoner zegt een rit uiterlijk drie uur tevoren af bij de vervoerder.", "drie uur tevoren"),
        # a paper that must have come in
        ("Het plan van de ouder is binnen acht dagen na het gesprek in het bezit van het college.", "binnen acht dagen"),
        ("De ontbrekende stukken zijn binnen vier werkdagen na verzending in het portaal geplaatst.", "binnen vier werkdagen"),
        (
            "1. De aanvraag is uiterlijk op 1 oktober door het college ontvangen.\n"
            "2. Een aanvraag die na de in het eerste lid genoemde datum is ontvangen, wordt afgewezen.",
            "uiterlijk op 1 oktober",
        ),
        ("De toelage van de ouder van wie op 28 februari geen opgave is ontvangen, eindigt met ingang van 1 maart.", "op 28 februari geen"),
        # whoever fails to, or acts behind the verb
        ("Scholing die de leerling niet binnen tien dagen na de brief heeft opgegeven, telt niet mee.", "binnen tien dagen"),
        ("Heeft hij niet binnen drie werkdagen na verzending gereageerd, dan geldt het verslag als door hem aanvaard.", "drie werkdagen"),
        ("Na een scheiding verstrekken de gewezen partners ieder binnen twaalf dagen een nieuwe raming.", "binnen twaalf dagen"),
        ("Wie meent dat de telling niet klopt, moet dat binnen vier dagen aan het college kenbaar maken.", "binnen vier dagen"),
        # a part of the year
        (
            "De ouder vraagt verlenging aan in de negende tot en met de elfde week voorafgaand aan het einde.",
            "negende tot en met de elfde week",
        ),
        ("De bewoner dient het verzoek in tussen 3 en 17 maart.", "tussen 3 en 17 maart"),
        # so much time is given, or may pass unused
        ("De ouder krijgt tien dagen om op het voornemen te reageren.", "tien dagen om"),
        ("Voor het inzenden van de declaratie heeft de ouder twee weken de tijd.", "twee weken de tijd"),
        (
            "Het recht op de toelage van de ouder gaat verloren wanneer gedurende drie maanden geen gebruik is gemaakt van de pas.",
            "drie maanden",
        ),
        ("De ouder maakt het bedrag over voordat twee weken na de factuurdatum zijn verlopen.", "voordat twee weken"),
        # the Awb in other words
        ("De termijn waarbinnen de student bezwaar kan maken, beloopt veertien dagen.", "veertien dagen"),
        (
            "Een te laat ingediend bezwaar wordt niet-ontvankelijk verklaard, ook als de ouder daarvan geen verwijt treft.",
            "te laat ingediend bezwaar",
        ),
        (
            "In afwijking van artikel 4:87, eerste lid, van de Algemene wet bestuursrecht geschiedt betaling binnen veertien dagen.",
            "binnen veertien dagen",
        ),
        # a debt that falls due
        ("De naheffingsaanslag is invorderbaar zes dagen na de dagtekening.", "zes dagen na"),
    ],
)
def test_a_limit_is_found_however_it_is_said(text: str, words: str) -> None:
    quotes = [f.quote for f in findings(text)]
    assert any(words in quote or quote in words or quote.startswith(words) for quote in quotes), quotes


@pytest.mark.parametrize(
    "text",
    [
        # a day that is described, a period, a first moment
        "Een aanvraag van de ouder kan niet eerder worden ingediend dan zes maanden voor het verstrijken van de termijn.",
        "Geen recht bestaat over perioden gelegen voor acht weken voorafgaand aan de dag waarop de ouder de aanvraag heeft ingediend.",
        "De uitkering van de ouder gaat niet vroeger in dan een jaar voor de dag waarop de aanvraag werd ingediend.",
        "Indien de bewoner zes maanden voor de peildatum een woning huurde, telt die tijd mee.",
        # he is told, or an authority acts
        "De ouder wordt ten minste drie weken voor de zitting schriftelijk van de dag in kennis gesteld.",
        "Het college bevestigt de melding van de bewoner nog dezelfde dag.",
        "De school deelt de ouder uiterlijk op de eerstvolgende werkdag de uitslag mee.",
        "Het college heeft vier weken om over de aanvraag van de ouder te beslissen.",
        "De ouder krijgt de toelage over de dag direct volgend op de geboorte.",
        "Een te laat ingediend bezwaar is niet-ontvankelijk, tenzij de ouder niet in verzuim is geweest.",
        # what happens to somebody
        "De persoon die binnen vier weken na het einde van zijn verzekering ziek wordt, wordt beschouwd als verzekerde.",
        "De leerling legt in het achtste jaar tussen 15 april en 15 mei een toets af.",
    ],
)
def test_what_only_looks_like_such_a_limit_is_left_alone(text: str) -> None:
    assert not findings(text)


def test_a_licence_that_is_renewed_gives_no_more_time() -> None:
    text = (
        "1. Is de aanvraag te laat, dan wordt de inschrijving van de leerling niet verlengd.\n"
        "2. Scholing die de leerling niet binnen tien dagen na de brief heeft opgegeven, telt voor de verlenging niet mee."
    )
    assert any("binnen tien dagen" in f.quote for f in findings(text))


AMENDED = (
    "Artikel I\nDe Wet leerbijdrage wordt als volgt gewijzigd:\n\nA\nIn artikel 6, tweede lid, wordt «{old}» vervangen door «{new}».\n"
)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [("voor 1 juli", "voor 1 maart", 1), ("uiterlijk op 15 oktober", "uiterlijk op 1 oktober", 1), ("voor 1 maart", "voor 1 juli", 0)],
)
def test_an_amendment_that_brings_a_date_forward_leaves_less_time(old: str, new: str, found: int) -> None:
    result = run_analysed(
        analyse(dossier_of(Marked(AMENDED.format(old=old, new=new), None, ()))), CATALOGUE.select(("afwijking-awb-termijn",))
    )
    assert len(result.findings) == found


def test_the_toelichting_tells_that_a_person_must_be_quicker() -> None:
    bill = AMENDED.format(old="zes weken", new="drie weken")
    told = "ARTIKELSGEWIJS\n\nArtikel I, onderdeel A\nDe leerling reageert sneller op een verzoek om inlichtingen, zodat het vlot gaat.\n"
    result = run_analysed(analyse(dossier_of(Marked(bill, told, ()))), CATALOGUE.select(("afwijking-awb-termijn",)))
    (hit,) = result.findings
    assert "bindt deze termijn een burger" in hit.explanation


def costs(text: str) -> list[str]:
    """The messages that say what being late costs."""
    return [
        f.message for f in findings(text) if f.check in ("open-strenge-termijn", "fatale-termijn-zonder-uitweg") and "volgt" in f.message
    ]


@pytest.mark.parametrize(
    "text",
    [
        # a right that is lost already is the occasion to report, not what being late costs
        "De bewoner wiens tegemoetkoming is vervallen of die geen huur meer betaalt, deelt dit onmiddellijk mee aan het college.",
        "De ouder van wie de plaats is ingetrokken, meldt dit onverwijld bij het college.",
        # more time for who was late already; the other lid is about another lateness
        "1. Een leerling die te laat komt voor een schriftelijke toets mag uiterlijk tot een kwartier na aanvang worden toegelaten.\n"
        "2. Een leerling die te laat komt voor een mondelinge toets wordt niet tot die toets toegelaten.",
    ],
)
def test_what_happened_before_or_to_another_is_no_cost_of_being_late(text: str) -> None:
    assert costs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "De bewoner deelt een wijziging onmiddellijk mee aan het college. Heeft hij dat niet gedaan, dan vervalt de tegemoetkoming.",
        "1. De ouder vraagt de tegemoetkoming aan voor 1 maart.\n2. Een aanvraag die te laat is ingediend, wordt afgewezen.",
    ],
)
def test_what_follows_on_being_late_is_its_cost(text: str) -> None:
    assert costs(text) != []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De ouder vraagt de bijdrage aan binnen drie weken. Daarna vervalt de aanspraak op de bijdrage.", True),
        ("De ouder vraagt de bijdrage aan binnen drie weken. Na het verstrijken van die termijn vervalt het recht daarop.", True),
        ("De ouder vraagt de bijdrage aan binnen drie weken. Na afloop van die termijn vervalt de machtiging van de ambtenaar.", False),
        (
            "De ouder vraagt de bijdrage aan binnen drie weken. Het college beslist daarop binnen acht weken. Na afloop van deze termijn "
            "vervalt het recht op de bijdrage.",
            False,
        ),
        ("Het college beslist binnen acht weken op een aanvraag. Na afloop van deze termijn vervalt het recht op voorrang.", False),
    ],
)
def test_what_lapses_when_the_limit_has_run_out_is_its_cost_for_whoever_had_to_keep_it(text: str, found: bool) -> None:
    assert any(f.code == "TRM001" for f in findings(text)) is found


def test_a_fine_is_told_with_the_net_of_the_awb_that_takes_it_away() -> None:
    duty = "1. De ouder meldt een wijziging binnen drie weken aan het college.\n2. "
    (fine,) = [
        f
        for f in findings(duty + "Het college legt de ouder die het eerste lid niet nakomt een bestuurlijke boete op.")
        if f.code == "TRM001"
    ]
    assert "in de tekst is geen uitweg gevonden" in fine.message
    assert "Awb 5:41" in fine.explanation
    (taken,) = [f for f in findings(duty + "De bijdrage vervalt indien de ouder het eerste lid niet nakomt.") if f.code == "TRM001"]
    assert "een uitweg is niet gevonden" in taken.message
    assert "5:41" not in taken.explanation

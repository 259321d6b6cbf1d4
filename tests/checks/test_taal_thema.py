"""The language checks: two rule sets, settings and usable suggestions."""

from __future__ import annotations

import pytest

from doenvermogentoets import engine, readers, structure
from doenvermogentoets.catalogue import Catalogue, Example, load
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.testing import findings_in, unmark

CATALOGUE: Catalogue = load()
TAAL = [c for c in CATALOGUE if c.theme == "taal"]


def findings(check: str, text: str, **options: int) -> list[Finding]:
    found = CATALOGUE.get(check)
    assert found is not None
    return findings_in(found, unmark(Example(text, expected=False)), {k.replace("_", "-"): v for k, v in options.items()})


PRESCRIBED = [
    "Artikel 1\nArtikel 3 is van overeenkomstige toepassing, met dien verstande dat voor «ouder» wordt gelezen «voogd».\n",
    "Artikel 1\nOnverminderd artikel 3 wordt, in afwijking van artikel 4, een besluit als bedoeld in artikel 5 gemotiveerd.\n",
    "Artikel 1\nDe bedragen zijn onderscheidenlijk € 10 en € 20, voor zover niet anders is bepaald, tot en met 2030.\n",
    "Artikel 1\nDeze wet wordt aangehaald als: Wet huur.\n",
    "Artikel 1\nBij of krachtens algemene maatregel van bestuur worden regels gesteld.\n",
    "ARTIKEL I\nDe Wet huur wordt als volgt gewijzigd:\n\nA\nIn artikel 5 wordt «moet en/of dient» "
    "vervangen door «kan c.q. mag» (zie hierboven en elders).\n",
    "Alzo Wij in overweging genomen hebben, dat het wenselijk is en/of dient te worden geregeld dat "
    "huurders c.q. kopers zekerheid krijgen;\n\n"
    "Artikel 1\nDe huurder meldt een verhuizing.\n",
]


@pytest.mark.parametrize("text", PRESCRIBED)
def test_prescribed_usage_is_left_alone(text: str) -> None:
    for check in TAAL:
        assert not findings(check.name, text), check.name


def test_the_rules_of_the_toelichting_do_not_touch_statutory_text() -> None:
    text = (
        "Artikel 1\nDerhalve wordt teneinde misbruik te voorkomen door het college een vaststelling gedaan, thans en "
        "reeds ingevolge artikel 3.\n"
    )
    for name in ("ambtelijke-woorden", "lijdende-vorm", "naamwoordstijl", "leesniveau"):
        assert not findings(name, text)


def test_the_rules_of_statutory_text_do_not_touch_the_toelichting() -> None:
    text = (
        "Artikel 1\nDe minister beslist.\n--- toelichting ---\nMEMORIE VAN TOELICHTING\n\n1. "
        "Inleiding\nOuders moeten en/of dienen dit te melden c.q. te laten "
        "melden (of niet).\n"
    )
    for name in ("moeten-of-dienen", "en-of", "casu-quo", "haakjes"):
        assert not findings(name, text)


def test_sentence_length_is_a_setting() -> None:
    text = "Artikel 1\nDe minister zendt elk jaar een verslag aan de Staten-Generaal over de werking van deze wet.\n"
    assert not findings("lange-zin", text)
    assert [f.severity for f in findings("lange-zin", text, zwaar=10)] == [Severity.INFO]


def test_inserted_text_of_an_amending_act_is_checked() -> None:
    text = (
        "ARTIKEL I\nDe Wet huur wordt als volgt gewijzigd:\n\nA\nArtikel 5 komt te luiden:\n\nArtikel 5\nDe huurder "
        "en/of de koper meldt dit.\n"
    )
    assert [f.quote for f in findings("en-of", text)] == ["en/of"]


@pytest.mark.parametrize(
    ("check", "text", "replacement"),
    [
        ("en-of", "Artikel 1\nDe huurder en/of de koper meldt dit.\n", "of"),
        ("casu-quo", "Artikel 1\nDe huurder c.q. de koper meldt dit.\n", "of"),
        ("indien-en-voor-zover", "Artikel 1\nIndien en voor zover dat nodig is, meldt de huurder dit.\n", "Voor zover"),
    ],
)
def test_typographic_findings_can_be_replaced(check: str, text: str, replacement: str) -> None:
    (finding,) = findings(check, text)
    assert finding.suggestions[0].replacement == replacement


@pytest.mark.parametrize(
    "sentence",
    [
        "De wijze waarop de aanbieding, bedoeld in het eerste lid, moet plaatsvinden, wordt vastgesteld.",
        "Het college dient de begroting in vóór 1 maart.",
        "Degene die moet betalen, ontvangt een brief.",
        "De gegevens dienen tot bewijs.",
    ],
)
def test_no_duty_word_in_these(sentence: str) -> None:
    assert not findings("moeten-of-dienen", f"Artikel 1\n{sentence}\n")


def test_an_abbreviation_is_reported_once() -> None:
    text = "Artikel 1\nDe WXZ is bevoegd.\n\nArtikel 2\nDe WXZ beslist.\n"
    (finding,) = findings("afkorting-zonder-begripsbepaling", text)
    assert "2 keer" in finding.explanation


_TABEL = (
    "Regeling dagen\n\nArtikel 1\n1. Het college stelt de dagen vast.\n\n| wie | wat |\n|---|---|\n"
    "| bewoner | De bewoner {} bij de gemeente. |\n"
)


@pytest.mark.parametrize(
    ("check", "words", "number"),
    [
        ("en-of", "tekent en/of stempelt de kaart", 1),
        ("casu-quo", "tekent c.q. stempelt de kaart", 1),
        ("indien-en-voor-zover", "tekent de kaart, indien en voor zover dat kan,", 1),
        ("en-of", "tekent of stempelt de kaart", 0),
        ("haakjes", "tekent (op dinsdag) de kaart", 0),  # at home in a table
        ("afkorting-zonder-begripsbepaling", "tekent de kaart van het RDX", 0),
    ],
)
def test_words_that_are_wrong_anywhere_are_found_in_a_table(check: str, words: str, number: int) -> None:
    found = CATALOGUE.get(check)
    assert found is not None
    dossier = structure.dossier(readers.read_text(_TABEL.format(words), "regeling.md", "md"))
    assert len(engine.run(dossier, [found]).findings) == number

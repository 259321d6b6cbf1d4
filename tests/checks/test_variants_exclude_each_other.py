"""Of several variants one will be law: what one says neither softens the other nor follows on its limits."""

from __future__ import annotations

import pytest
from voorstellen import of

from doenvermogentoets import readers, structure
from doenvermogentoets.changes import reading
from doenvermogentoets.findings import Severity
from doenvermogentoets.structure.unwritten import choices, chosen
from doenvermogentoets.structure.variants import variants

STRICT = "Indien de bewoner een verhuizing niet meldt, trekt Onze Minister de toelage in."
SOFT = "Onze Minister volstaat met een waarschuwing indien de bewoner een verhuizing niet meldt."
TIMELY = "Artikel 2\n1. De bewoner meldt een verhuizing binnen twee weken.\n"


def _grounds(text: str) -> str:
    return " ".join(f"{f.explanation} {f.severity}" for f in of("gebonden-intrekking", text))


@pytest.mark.parametrize(
    "text",
    [
        f"Artikel 2\n1. De bewoner ontvangt een toelage.\n2. [Variant A]\n{STRICT}\n[Variant B]\n{SOFT}\n3. De toelage is € 40.\n",
        f"Artikel 2\nVARIANT 1: {STRICT}\nVARIANT 2: {SOFT}\n",
        f"Artikel 2\n\n[Alternatief I]\n1. Er is een toelage.\n2. {STRICT}\n[Alternatief II]\n1. De toelage is € 9.\n2. {SOFT}\n",
    ],
)
def test_the_milder_variant_does_not_soften_the_stricter(text: str) -> None:
    told = _grounds(text)
    assert told
    assert "waarschuwing" not in told.replace(Severity.WARNING, "")


def test_what_stands_in_no_variant_still_softens() -> None:
    text = f"Artikel 2\n1. [Variant A]\n{STRICT}\n[Variant B]\nOnze Minister kan de toelage intrekken.\n2. {SOFT}\n"
    assert "waarschuwing" in _grounds(text).replace(Severity.WARNING, "")
    assert "waarschuwing" in _grounds(f"Artikel 2\n1. {STRICT}\n2. {SOFT}\n").replace(Severity.WARNING, "")


def test_a_limit_goes_with_the_effect_of_its_own_variant() -> None:
    loss = "2. Indien hij niet tijdig meldt, vervalt zijn recht op de toelage.\n"
    strict = "[Variant B]\nDe bewoner die niet tijdig meldt, verliest de toelage.\n"
    both = f"1. [Variant A]\nDe bewoner meldt een verhuizing binnen twee weken.\n{strict}"
    (fatal,) = of("fatale-termijn-zonder-uitweg", TIMELY + loss)
    assert "twee weken" in fatal.message
    assert all("twee weken" not in f.message for f in of("fatale-termijn-zonder-uitweg", f"Artikel 2\n{both}"))


def test_whole_artikelen_are_alternatives_too() -> None:
    text = f"[Variant A]\nArtikel 2\n{STRICT}\n\n[Variant B]\nArtikel 2\n{SOFT}\n\nArtikel 3\nDe toelage is € 40.\n"
    document = structure.build(readers.read_text(f"Artikel 1\nEr is een toelage.\n\n{text}", "t.txt", "txt"))
    ((first, second),) = variants(document)
    assert STRICT in document.text[first]
    assert SOFT in document.text[second]
    assert "Artikel 3" not in document.text[second]


def test_two_questions_are_two_groups() -> None:
    question = "Artikel {}\n[Variant A]\nEen.\n[Variant B]\nTwee.\n\n"
    text = f"{question.format(2)}{question.format(3)}Artikel 4\nVariant A is goedkoper.\n"
    document = structure.build(readers.read_text(text, "t.txt", "txt"))
    assert [len(group) for group in variants(document)] == [2, 2]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("binnen [zes/vier] weken", "binnen vier weken"),
        ("binnen [14/10] dagen", "binnen 10 dagen"),
        ("binnen [een maand / twee weken] na", "binnen twee weken na"),
        ("ten hoogste [tachtig/veertig] leden", "ten hoogste tachtig leden"),
        ("de [eigenaar/huurder] meldt", "de eigenaar meldt"),
    ],
)
def test_of_a_limit_the_shortest_choice_is_read(text: str, read: str) -> None:
    assert " ".join(chosen(text).split()) == read
    assert len(chosen(text)) == len(text)


def test_that_a_choice_is_open_is_told() -> None:
    assert choices("binnen [zes/vier] weken, [1/4] deel, [Stb. 2031/4] en [PM a/b]") == 1
    document = structure.build(readers.read_text("Artikel 1\nDe bewoner meldt dit binnen [zes/vier] weken.\n", "t.txt", "txt"))
    assert [told for told in reading([document]) if "1 keer laat de tekst een keuze open" in told]

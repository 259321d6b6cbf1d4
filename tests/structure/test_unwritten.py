"""What a version in consultation leaves open."""

from __future__ import annotations

import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.changes import reading
from doenvermogentoets.structure.unwritten import chosen, is_variant, unwritten, without_unwritten
from doenvermogentoets.toelichting.sections import sections


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("binnen [twee/drie] dagen", "binnen twee dagen"),
        ("ten hoogste [€ 40 // € 80] per jaar", "ten hoogste € 40 per jaar"),
        ("kost € [PM] per jaar", "kost € per jaar"),
        ("zie [Stb. 2031/4]", "zie [Stb. 2031/4]"),
        ("op [1/4] van de dagen", "op [1/4] van de dagen"),
        ("[Vervallen per 1 mei 2031]", "[Vervallen per 1 mei 2031]"),
    ],
)
def test_of_a_choice_the_first_is_read(text: str, read: str) -> None:
    assert " ".join(chosen(text).split()) == read
    assert len(chosen(text)) == len(text)


def test_what_is_to_be_written_is_counted() -> None:
    text = "[PM tarief] en [Gereserveerd] en [nader in te vullen]; maar [pmo] en [de houder] niet."
    assert unwritten(text) == 3
    assert without_unwritten(text).split()[:2] == ["en", "en"]


def test_it_gives_account_of_nothing() -> None:
    text = (
        "MEMORIE VAN TOELICHTING\n\n1. Doenvermogen\n[PM doenvermogentoets volgt]\n\n2. Gevolgen\nDe houder moet melden. [PM aantallen]\n"
    )
    made = sections(structure.build(readers.read_text(text, "t.txt", "txt")))
    assert "".join(a.text for s in made for a in s.alineas).strip() == "De houder moet melden."


def test_variants_are_told() -> None:
    text = "Artikel 1\n\n1. [Variant A]\nDe minister schrapt de houder.\n[Variant B]\nDe minister waarschuwt de houder.\n"
    document = structure.build(readers.read_text(text, "t.txt", "txt"))
    assert not is_variant("Variantenonderzoek wordt gedaan.")
    assert not is_variant("Variant A is goedkoper.")
    assert [told for told in reading([document]) if "varianten" in told]

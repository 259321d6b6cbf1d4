import pytest

from doenvermogentoets import readers, structure
from doenvermogentoets.document import UnitKind
from doenvermogentoets.errors import UserError
from doenvermogentoets.text import Span

TOESTAND = """<?xml version="1.0" encoding="UTF-8"?>
<toestand bwb-id="BWBR0"><wetgeving soort="wet">
<intitule>Wet van 1 mei 2026, houdende regels over ligplaatsen (Ligplaatsenwet)
<meta-data><brondata>weg</brondata></meta-data></intitule>
<citeertitel>Ligplaatsenwet</citeertitel><wet-besluit><wettekst>
<hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Algemeen</titel></kop>
<artikel><kop><label>Artikel</label> <nr>2</nr><titel>Vergunning</titel></kop>
  <lid><lidnr>1</lidnr><al>De houder van <nadruk type="cur">één</nadruk> schip &amp; zijn partner:</al>
    <lijst><li><li.nr>a.</li.nr><al>meldt zich;</al><lijst><li><li.nr>1°.</li.nr><al>direct;</al></li></lijst></li>
    <li><li.nr>b.</li.nr><al>betaalt.</al></li></lijst></lid>
  <lid><lidnr>2</lidnr><al>Het college besluit.</al></lid>
  <lid><lidnr>3</lidnr><redactie>Vervallen</redactie></lid>
</artikel></hoofdstuk></wettekst></wet-besluit></wetgeving></toestand>"""


def read(xml: str):
    return readers.read_text(xml, "wet.xml", "xml")


def test_paragraphs_with_their_labels_and_the_kind_the_element_gives() -> None:
    source = read(TOESTAND)
    shown = [(source.text[p.span], p.kind) for p in source.paragraphs]
    assert shown[1:] == [
        ("Hoofdstuk 1 Algemeen", UnitKind.HOOFDSTUK),
        ("Artikel 2 Vergunning", UnitKind.ARTIKEL),
        ("1 De houder van één schip & zijn partner:", UnitKind.LID),
        ("a. meldt zich;", UnitKind.ONDERDEEL),
        ("1°. direct;", UnitKind.ONDERDEEL),
        ("b. betaalt.", UnitKind.ONDERDEEL),
        ("2 Het college besluit.", UnitKind.LID),
        ("3", UnitKind.LID),
    ]
    assert "weg" not in source.text.content


def test_words_point_into_the_file() -> None:
    source = read(TOESTAND)
    for word in ("één", "zijn partner", "Ligplaatsenwet", "college besluit"):
        at = source.text.content.index(word)
        shown = source.text.shown_span(Span(at, at + len(word)))
        assert TOESTAND[shown.start : shown.end] == word


def test_the_structure_follows_the_elements() -> None:
    root = structure.build(read(TOESTAND)).root
    artikel = next(u for u in root.walk() if u.kind is UnitKind.ARTIKEL)
    assert [c.number for c in artikel.children] == ["1", "2", "3"]
    assert [c.number for c in artikel.children[0].children] == ["a", "b"]
    assert [c.number for c in artikel.children[0].children[0].children] == ["1"]


def test_what_is_left_out_is_counted() -> None:
    assert [(u.what, u.count) for u in read(TOESTAND).unread] == [("redactionele opmerking", 1)]


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('<!DOCTYPE toestand [<!ENTITY a "b">]><toestand><al>&a;</al></toestand>', "DOCTYPE"),
        ("<html><body>x</body></html>", "geen regeling"),
        ("<toestand><al>niet af", "geen geldige XML"),
        ("<toestand><al></al></toestand>", "geen tekst"),
        ("<toestand>" + "<al>" * 600 + "x" + "</al>" * 600 + "</toestand>", "genest"),
    ],
)
def test_bad_xml_is_refused_in_dutch(xml: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        read(xml)
    assert said in caught.value.problem
    assert caught.value.remedy


def test_rows_of_a_table_and_amending_acts() -> None:
    xml = (
        "<officiele-publicatie><wijzig-artikel><kop><label>Artikel</label><nr>I</nr></kop><wat>De Badwet wordt als volgt gewijzigd:</wat>"
        "<wijzig-lid><lidnr>A</lidnr><wat>In artikel 4 wordt <nadruk>na</nadruk> «bad» ingevoegd «of meer».</wat></wijzig-lid>"
        "</wijzig-artikel>"
        "<artikel><kop><label>Artikel</label><nr>II</nr></kop><al>De tarieven:</al><table><tgroup><tbody><row><entry><al>hond</al></entry>"
        "<entry><al>€ 5</al></entry></row></tbody></tgroup></table></artikel></officiele-publicatie>"
    )
    source = read(xml)
    assert [source.text[p.span] for p in source.paragraphs] == [
        "Artikel I",
        "De Badwet wordt als volgt gewijzigd:",
        "A In artikel 4 wordt na «bad» ingevoegd «of meer».",
        "Artikel II",
        "De tarieven:",
        "hond | € 5",
    ]
    assert source.paragraphs[-1].part == "table"
    root = structure.build(source).root
    assert [(u.kind, u.number) for u in root.children[0].children] == [(UnitKind.WIJZIGINGSONDERDEEL, "A")]

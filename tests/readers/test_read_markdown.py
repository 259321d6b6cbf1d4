from hypothesis import given
from hypothesis import strategies as st

from doenvermogentoets import readers
from doenvermogentoets.document import UnitKind


def read(text: str):
    return readers.read_text(text, "ontwerp.md", "md")


def words(source):
    return [source.text[p.span] for p in source.paragraphs]


def test_markup_is_no_text_and_every_word_knows_its_place() -> None:
    markdown = "## Hoofdstuk 1\n\n1.  De **aanvrager** vraagt [artikel 3 van de Wet X](https://voorbeeld.nl/a) aan met een *brief*.\n"
    source = read(markdown)
    assert words(source) == ["Hoofdstuk 1", "1. De aanvrager vraagt artikel 3 van de Wet X aan met een brief."]
    for word in ("aanvrager", "artikel 3 van de Wet X", "brief", "Hoofdstuk"):
        start = source.text.content.index(word)
        shown = source.text.shown_span(type(source.paragraphs[0].span)(start, start + len(word)))
        assert markdown[shown.start : shown.end] == word


def test_headings_without_a_space_and_with_the_title_on_the_next_line() -> None:
    source = read("###Artikel  5 \n\n####Aanvraag \n\nTekst van het artikel.\n")
    assert words(source) == ["Artikel 5", "Aanvraag", "Tekst van het artikel."]
    assert [p.level for p in source.paragraphs] == [2, 3, None]
    assert source.paragraphs[0].kind is UnitKind.KOP


def test_bullets_become_labels_and_numbers_stay_text() -> None:
    source = read("- eerste\n* tweede\n1. derde\n– vierde\n")
    assert words(source) == ["eerste", "tweede", "1. derde", "– vierde"]
    assert [p.label for p in source.paragraphs] == ["–", "–", "", ""]


def test_tables_keep_rows_and_lose_rules() -> None:
    source = read("| Klasse | Bedrag |\n|:---|---:|\n| 1 | € 5 |\n")
    assert words(source) == ["| Klasse | Bedrag |", "| 1 | € 5 |"]
    assert {p.part for p in source.paragraphs} == {"table"}


def test_escapes_entities_tags_and_images() -> None:
    source = read("Het \\*sterretje\\*, H<sub>2</sub>O &amp; co. ![plan](plan.png)\n")
    assert words(source) == ["Het *sterretje*, H2O & co."]
    assert [(u.what, u.count) for u in source.unread] == [("afbeelding", 1)]


def test_stars_that_are_no_markup_stay() -> None:
    assert words(read("Artikel 7* geldt; 2 * 3 = 6 en snake_case_naam.\n")) == ["Artikel 7* geldt; 2 * 3 = 6 en snake_case_naam."]


def test_comments_are_listed_with_their_place() -> None:
    source = read("# Artikel 1\n\n<!-- onder ons -->\nDe tekst.\n")
    assert words(source) == ["Artikel 1", "De tekst."]
    comment = source.comments[0]
    assert comment.text == "onder ons"
    assert source.text.content[comment.position :].startswith("De tekst.")


def test_front_matter_is_counted_as_unread() -> None:
    source = read("---\ntitle: Wet X\ndate: 2026-01-01\n---\n\nArtikel 1\n")
    assert words(source) == ["Artikel 1"]
    assert source.unread


@given(st.text(alphabet="abA1 .#*_[]()|<>!&;-\\`\n~", max_size=200))
def test_any_text_is_read_and_each_segment_stands_in_the_file(markdown: str) -> None:
    source = read(markdown)
    for segment in source.text.segments:
        piece = source.text.content[segment.span.start : segment.span.end]
        assert markdown[segment.source : segment.source + len(piece)] == piece or piece.isspace()
    assert all(source.text[p.span].strip() for p in source.paragraphs)

from __future__ import annotations

import pytest

from doenvermogentoets.document import Document, DocumentKind, Paragraph, Source, Unit, UnitKind
from doenvermogentoets.language.model import Passage
from doenvermogentoets.language.pipeline import analyse_spans, analyse_units
from doenvermogentoets.text import Span, Text


def passage(text: str) -> Passage:
    span = Span(0, len(text))
    document = Document(Source("t", "txt", Text(text), (Paragraph(span),)), DocumentKind.ONBEKEND, "", Unit(UnitKind.DOCUMENT, span=span))
    return analyse_spans(document, [span])[0]


def sentences(text: str) -> list[str]:
    return [text[s.span.start : s.span.end] for s in passage(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 4:84 jo. artikel 6:11 Awb is van toepassing, Stb. 2020, 12.",
        "Het bedrag, bedoeld in art. 3, is € 1.250,50 per jaar, d.w.z. het maximum.",
        "De aanvrager:\na. verstrekt de gegevens;\nb. betaalt de leges; en\nc. meldt wijzigingen.",
        "Hij overlegt:\n1°. een kopie van het bewijs, of\n2°. een verklaring.",
        "De wet wordt aangehaald als: Wet X.",
    ],
)
def test_one_sentence(text):
    assert sentences(text) == [text]


def test_two_sentences_in_one_lid():
    assert sentences("Het college beslist binnen acht weken. De termijn kan worden verlengd.") == [
        "Het college beslist binnen acht weken.",
        "De termijn kan worden verlengd.",
    ]


def test_text_after_a_list_is_a_new_sentence():
    found = sentences("Het college weigert de vergunning indien:\na. dat nodig is; of\nb. het belang dat vergt.\nHet college meldt dit.")
    assert found[-1] == "Het college meldt dit."


def test_labels_are_no_words():
    (sentence,) = passage("De houder:\na. meldt;\nb. betaalt.").sentences
    assert [w for w, counts in zip(sentence.words, sentence.is_word, strict=True) if counts] == ["de", "houder", "meldt", "betaalt"]
    assert sentence.word_count == 4


def test_citations_stay_whole():
    (sentence,) = passage("Artikel 6:11 en artikel 4.1.8, onder 1°, gelden «niet» en/of wel.").sentences
    assert {"6:11", "4.1.8", "en/of", "niet"} <= set(sentence.words)


def test_offsets_are_those_of_the_document():
    text = "Eerste alinea.\n\nDe ouder meldt dit."
    span = Span(16, len(text))
    document = Document(Source("t", "txt", Text(text), (Paragraph(span),)), DocumentKind.ONBEKEND, "", Unit(UnitKind.DOCUMENT, span=span))
    (found,) = analyse_spans(document, [span])
    (sentence,) = found.sentences
    assert text[sentence.starts[1] : sentence.ends[1]] == "ouder"
    assert text[sentence.span_of(0, 1).start : sentence.span_of(0, 1).end] == "De ouder"


def test_a_unit_is_read_without_its_label():
    text = "2. De ouder meldt dit."
    own = Span(3, len(text))
    unit = Unit(UnitKind.LID, number="2", span=Span(0, len(text)), own=(own,))
    document = Document(Source("t", "txt", Text(text), (Paragraph(Span(0, len(text))),)), DocumentKind.ONBEKEND, "", unit)
    assert analyse_units(document, [unit])[0].span == own


def test_a_text_without_full_stops_is_cut_and_not_lost():
    (found,) = [passage("woord " * 20_000)]
    assert len(found.sentences) > 1
    assert sum(s.word_count for s in found.sentences) == 20_000


@pytest.mark.parametrize("noise", ["(" * 5_000, ".)" * 5_000, "«x»," * 2_000])
def test_a_long_run_without_blanks_is_one_token(noise):
    words = [word for sentence in passage(f"De aanvrager {noise} betaalt, binnen zes weken.").sentences for word in sentence.words]
    assert words == ["de", "aanvrager", noise, "betaalt", ",", "binnen", "zes", "weken", "."]


def test_one_line_is_cut_when_it_is_no_sentence_any_more_and_a_list_is_not():
    clause = "en meldt dit aan het college "
    assert len(passage("De ouder woont hier " + clause * 400 + ".").sentences) == 3
    assert len(passage("De ouder woont hier " + clause * 100 + ".").sentences) == 1
    items = "".join(f"{i}°. meldt een gegeven dat van belang is;\n" for i in range(1, 200))
    assert len(passage(f"De ouder:\n{items}200°. betaalt dit.").sentences) == 1

"""Styles, numbers and the structure they give together."""

from __future__ import annotations

from pathlib import Path

import pytest
from wordfiles import make, needs_shared, p, r, truths

from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.language.pipeline import analyse_units
from doenvermogentoets.output.tree import render
from doenvermogentoets.readers.docx import read
from doenvermogentoets.structure import build
from doenvermogentoets.structure.labels import place
from doenvermogentoets.structure.outline import outline_json
from doenvermogentoets.text import Span
from doenvermogentoets.word.agreement import agree


@pytest.mark.parametrize(
    ("kind", "label", "text", "result", "words"),
    [
        (UnitKind.ARTIKEL, "", "Artikel 5 Melden", UnitKind.ARTIKEL, ""),
        (UnitKind.ARTIKEL, "Artikel 5", "", UnitKind.ARTIKEL, ""),
        (UnitKind.ARTIKEL, "", "5. Melden", UnitKind.ARTIKEL, ""),
        (UnitKind.ARTIKEL, "", "Hoofdstuk 2. Melden", None, "de stijl zegt artikel, het nummer «Hoofdstuk 2» zegt hoofdstuk"),
        (UnitKind.PARAGRAAF, "Artikel 3", "", None, "het nummer «Artikel 3» zegt artikel"),
        (UnitKind.PARAGRAAF, "", "Afdeling 2. De referent", None, ""),
        (UnitKind.PARAGRAAF, "", "§ 2. De referent", UnitKind.PARAGRAAF, ""),
        (UnitKind.LID, "", "Artikel 5 is van overeenkomstige toepassing.", None, ""),
        (UnitKind.LID, "2.", "Artikel 5 is van overeenkomstige toepassing.", UnitKind.LID, ""),
        (UnitKind.LID, "", "Artikel 5.", None, "het nummer «Artikel 5» zegt artikel"),
        (UnitKind.LID, "a.", "de aanvrager;", None, "het nummer «a.» is dat van een onderdeel"),
        (UnitKind.LID, "", "1°. de aanvrager;", None, "het nummer «1°» is dat van een onderdeel"),
        (UnitKind.LID, "", "De aanvrager meldt.", None, ""),
        (UnitKind.KOP, "", "Artikel 5", UnitKind.KOP, ""),
        (None, "", "Artikel 5", None, ""),
    ],
)
def test_the_number_decides_and_a_remark_says_so(kind: UnitKind | None, label: str, text: str, result: UnitKind | None, words: str) -> None:
    found, remark = agree(kind, label, text)
    assert found is result
    assert words in remark
    assert bool(words) is bool(remark)


def test_a_disagreement_shows_in_the_outline_only(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="Artikelkop"/></w:style>'
    path = make(
        tmp_path / "ontwerp.docx",
        p("Hoofdstuk 1. Melden", '<w:pStyle w:val="K"/>') + p("Artikel 1", '<w:pStyle w:val="K"/>') + p("De ouder meldt dit."),
        styles=styles,
    )
    document = build(read(path))
    assert [u.kind for u in document.root.walk() if u.number] == [UnitKind.HOOFDSTUK, UnitKind.ARTIKEL]
    remark = "de stijl zegt artikel, het nummer «Hoofdstuk 1» zegt hoofdstuk; gelezen als hoofdstuk"
    assert f"     1   {remark}" in render(document).splitlines()
    shown = outline_json([document])["documents"]
    assert isinstance(shown, list)
    assert shown[0]["remarks"] == [{"span": {"start": 0, "end": 19}, "message": remark}]


def test_a_list_after_a_paragraph_without_number_stands_beside_the_one_above(tmp_path: Path) -> None:
    lines = (
        "Artikel 1",
        "In deze wet wordt verstaan onder:",
        "gegevens:",
        "1°. naam;",
        "2°. adres;",
        "ouder: de ouder;",
        "huishouden:",
        "1°. de ouder;",
    )
    document = build(read(make(tmp_path / "ontwerp.docx", "".join(map(p, lines)))))
    assert [place(u) for u in document.root.walk() if u.kind is UnitKind.ONDERDEEL] == [
        ("1", None, "1"),
        ("1", None, "2"),
        ("1", None, "1"),
    ]


def test_the_style_of_an_onderdeel_vouches_for_a_letter_in_the_middle_of_a_list(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>' for name in ("Artikelkop", "Lid", "Onderdeel")
    )
    lines = (("Artikel 1", "Artikelkop"), ("1. Er is:", "Lid"), ("2. Er was:", "Lid"), ("d. dit;", "Onderdeel"), ("e. dat.", "Onderdeel"))
    body = "".join(p(text, f'<w:pStyle w:val="{style}"/>') for text, style in lines)
    document = build(read(make(tmp_path / "ontwerp.docx", body, styles=styles)))
    assert [place(u) for u in document.root.walk() if u.kind is UnitKind.ONDERDEEL] == [("1", "2", "d"), ("1", "2", "e")]


def test_a_text_box_is_no_part_of_the_sentence_it_hangs_in(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('Kanttekening.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    body = p("Artikel 1") + p("De ouder:") + f"<w:p>{r('a. meldt dit;')}{box}</w:p>" + p("b. betaalt dit.")
    document = build(read(make(tmp_path / "ontwerp.docx", body)))
    shown = render(document)
    assert "tekstvak  Kanttekening." in shown and "noot" not in shown
    (passage,) = analyse_units(document, document.provisions())
    (sentence,) = passage.sentences
    assert "kanttekening" not in sentence.words
    assert [w for w, is_word in zip(sentence.words, sentence.is_word, strict=True) if is_word] == [
        "de",
        "ouder",
        "meldt",
        "dit",
        "betaalt",
        "dit",
    ]
    at = sentence.words.index("betaalt")
    assert document.text[Span(sentence.starts[at], sentence.ends[at])] == "betaalt"


def _unit_at(document: Document, offset: int) -> Unit | None:
    """The unit whose own text, heading or number holds this character."""
    for unit in document.root.walk():
        spans = [*unit.own, *(s for s in (unit.heading_span, unit.label_span) if s is not None)]
        if any(span.start <= offset < span.end for span in spans):
            return unit
    return None


def _explained(unit: Unit) -> bool:
    """Differences that the guide explains: a law that amends itself, and what follows the last artikel."""
    above: Unit | None = unit
    while above is not None:
        if above.inserted or above.kind is UnitKind.SLOTFORMULIER or (above.kind is UnitKind.BIJLAGE and unit.artikel is None):
            return True
        if above.instruction and above.amends is not None and above.amends.artikel is not None:
            return True
        above = above.parent
    return False


@needs_shared
@pytest.mark.corpus
@pytest.mark.parametrize(("path", "truth"), truths(), ids=lambda value: value.stem if isinstance(value, Path) else "")
def test_artikel_lid_and_onderdeel_are_those_of_the_truth(path: Path, truth: dict[str, object]) -> None:
    only_artikelen = "wijzigingswet" in path.name  # its truth gives no leden and onderdelen
    source = read(path)
    document = build(source)
    expected = [q for q in truth["paragraphs"] if q["part"] != "comment"]  # type: ignore[attr-defined]
    wrong = []
    for want, paragraph in zip(expected, source.paragraphs, strict=False):
        unit = _unit_at(document, paragraph.span.start) if paragraph.span else None
        if want["part"] != "body" or want["artikel"] is None or unit is None or _explained(unit):
            continue
        letters = [part for part in (want["onderdeel"], want.get("sub")) if part]
        artikel, lid, onderdeel = place(unit)
        named = (onderdeel or "").split(".") if onderdeel else []
        if only_artikelen:
            lid, named = None, []
        if any(above.kind is UnitKind.BIJLAGE for above in unit.ancestors()) and letters:
            named = named[-len(letters) :]  # lists of laws in an annex: the truth gives the last letter only
        if (artikel, lid, named) != (want["artikel"], want["lid"], letters):
            wrong.append((want["text"][:40], want["label"]))
    assert not wrong

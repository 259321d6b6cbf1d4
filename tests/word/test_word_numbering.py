# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""Automatic numbers are computed as Word computes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from wordfiles import level, make, num, p, shown

from doenvermogentoets.readers.docx import read
from doenvermogentoets.structure import build
from doenvermogentoets.structure.labels import place
from doenvermogentoets.word.numbering import cardinal, format_number, ordinal

LEDEN = level(0, "%1.") + level(1, "%2.", "lowerLetter") + level(2, "%3°.")


def lists(levels: str, *instances: str) -> str:
    nums = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/>{x}</w:num>' for i, x in enumerate(("", *instances), 1))
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}'


def labels(path: Path) -> list[str]:
    return [label for label, _ in shown(path)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nummers.docx"


def test_deeper_levels_start_again_under_each_item(path: Path) -> None:
    order = [0, 1, 1, 2, 2, 0, 1, 2]
    make(path, "".join(p("x", num(1, n)) for n in order), numbering=lists(LEDEN))
    assert labels(path) == ["1.", "a.", "b.", "1°.", "2°.", "2.", "a.", "1°."]


def test_an_instance_goes_on_counting_unless_it_overrides_the_start(path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    make(path, "".join(p("x", num(n)) for n in (1, 1, 2, 3, 3, 1)), numbering=lists(LEDEN, "", override))
    assert labels(path) == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_an_overridden_level_replaces_its_definition(path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "upperRoman", start=4)}</w:lvlOverride>'
    make(path, p("x", num(2)) + p("x", num(2)), numbering=lists(LEDEN, override))
    assert labels(path) == ["(IV)", "(V)"]


def test_a_style_based_on_a_numbered_style_has_its_own_level_in_the_inherited_list(path: Path) -> None:
    def style(name: str, based: str, properties: str) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
            f"<w:pPr><w:numPr>{properties}</w:numPr></w:pPr></w:style>"
        )

    def linked(name: str) -> str:
        return f'<w:pStyle w:val="{name}"/>'

    styles = (
        style("HuisLid", "Normal", '<w:numId w:val="1"/>')
        + style("HuisOnderdeel", "HuisLid", '<w:ilvl w:val="1"/>')
        + style("HuisSub", "HuisOnderdeel", '<w:ilvl w:val="1"/>')
        + style("HuisLos", "HuisLid", "")
    )
    # the list ties HuisSub to its third level, and that goes before the level in the style
    levels = level(0, "%1.", extra=linked("HuisLid")) + level(1, "%2.", "lowerLetter") + level(2, "%3°.", extra=linked("HuisSub"))
    order = ["HuisLid", "HuisOnderdeel", "HuisSub", "HuisSub", "HuisOnderdeel", "HuisLos"]
    make(path, "".join(p("x", f'<w:pStyle w:val="{name}"/>') for name in order), styles=styles, numbering=lists(levels))
    assert labels(path) == ["1.", "a.", "1°.", "2°.", "b.", "2."]


def test_restart_only_after_the_level_that_is_named(path: Path) -> None:
    levels = level(0, "Hoofdstuk %1.") + level(1, "§ %2.") + level(2, "Artikel %1.%3", extra='<w:lvlRestart w:val="1"/>')
    make(path, "".join(p("x", num(1, n)) for n in (0, 1, 2, 1, 2, 0, 2)), numbering=lists(levels))
    assert labels(path) == ["Hoofdstuk 1.", "§ 1.", "Artikel 1.1", "§ 2.", "Artikel 1.2", "Hoofdstuk 2.", "Artikel 2.1"]


def test_never_restarting_and_legal_numbers(path: Path) -> None:
    levels = level(0, "%1.", "upperRoman") + level(1, "%1.%2", extra='<w:lvlRestart w:val="0"/><w:isLgl/>')
    make(path, "".join(p("x", num(1, n)) for n in (0, 1, 0, 1)), numbering=lists(levels))
    assert labels(path) == ["I.", "1.1", "II.", "2.2"]


def test_a_style_gives_the_number_and_its_level(path: Path) -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="Artikelkop"/><w:pPr>{num(1)}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Lid"><w:name w:val="Lid"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="LidB"><w:name w:val="Lid bijzonder"/><w:basedOn w:val="Lid"/></w:style>'
    )
    levels = level(0, "Artikel %1") + level(1, "%2.", extra='<w:pStyle w:val="Lid"/>')
    names = ("Art", "Lid", "LidB", "Art", "Lid")
    body = "".join(p("" if n == "Art" else "x", f'<w:pStyle w:val="{n}"/>') for n in names)
    body += p("Artikel 2a", '<w:pStyle w:val="Art"/>' + num(0)) + p("x", '<w:pStyle w:val="Art"/>')
    make(path, body, styles=styles, numbering=lists(levels))
    assert labels(path) == ["Artikel 1", "1.", "2.", "Artikel 2", "1.", "", "Artikel 3"]


def test_a_list_style_stands_for_the_list_behind_it(path: Path) -> None:
    styles = '<w:style w:type="numbering" w:styleId="Lijst"><w:name w:val="Lijst"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Lijst"/>{LEDEN}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    make(path, p("x", num(2)) + p("x", num(2, 1)), styles=styles, numbering=numbering)
    assert labels(path) == ["1.", "a."]


def test_deleted_paragraphs_do_not_count(path: Path) -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    deleted = f'<w:p><w:pPr>{num(1)}{gone}</w:pPr><w:del w:id="2" w:author="A"><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>'
    make(path, p("een", num(1)) + deleted + p("twee", num(1)), numbering=lists(LEDEN))
    assert shown(path) == [("1.", "een"), ("2.", "twee")]
    assert shown(path, view="original") == [("1.", "een"), ("2.", "weg"), ("3.", "twee")]


def test_bullets_of_symbol_fonts_are_shown_as_the_sign(path: Path) -> None:
    make(path, p("x", num(1)) + p("x", num(1, 1)), numbering=lists(level(0, "\uf02d", "bullet") + level(1, "\uf0b7", "bullet")))
    assert labels(path) == ["–", "•"]


def test_notes_count_for_themselves(path: Path) -> None:
    note = f'<w:footnote w:id="1">{p("noot", num(1))}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = f"<w:p><w:pPr>{num(1)}</w:pPr><w:r><w:t>een</w:t></w:r>{reference}</w:p>" + p("twee", num(1))
    make(path, body, numbering=lists(LEDEN), footnotes=note)
    assert shown(path) == [("1.", "een"), ("2.", "twee"), ("1.", "noot")]


def test_a_number_that_points_at_no_list_is_no_number(path: Path) -> None:
    make(path, p("x", num(7)) + p("y", num(1, 8)), numbering=lists(LEDEN))
    assert labels(path) == ["", ""]


@pytest.mark.parametrize(
    ("value", "kind", "shown_as"),
    [
        (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (14, "lowerRoman", "xiv"), (1999, "upperRoman", "MCMXCIX"), (7, "decimalZero", "07"),
        (3, "ordinal", "3e"), (22, "ordinalText", "Tweeëntwintigste"), (8, "ordinalText", "Achtste"), (21, "cardinalText", "Eenentwintig"),
        (5, "none", ""), (12, "decimal", "12"), (5, "hindiVowels", "5"), (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_number_formats(value: int, kind: str, shown_as: str) -> None:
    assert format_number(value, kind) == shown_as


def test_number_words() -> None:
    assert [cardinal(n) for n in (0, 19, 30, 45, 100, 208)] == ["nul", "negentien", "dertig", "vijfenveertig", "honderd", "tweehonderdacht"]
    assert [ordinal(n) for n in (1, 2, 3, 19, 20, 101)] == ["eerste", "tweede", "derde", "negentiende", "twintigste", "honderdeerste"]


def test_computed_numbers_place_a_finding_in_artikel_lid_and_onderdeel(path: Path) -> None:
    levels = level(0, "Artikel %1") + level(1, "%2.") + level(2, "%3.", "lowerLetter")
    rows = [
        (0, ""),
        (1, "De aanvrager meldt dit."),
        (0, ""),
        (1, "Hij meldt dit."),
        (1, "Het college kan:"),
        (2, "weigeren; of"),
        (2, "intrekken."),
    ]
    make(path, "".join(p(t, num(1, n)) for n, t in rows), numbering=lists(levels))
    document = build(read(path))
    start = document.text.content.index("intrekken")
    unit = next(u for u in document.root.walk() if not u.children and any(s.start <= start < s.end for s in u.own))
    assert place(unit) == ("2", "2", "b")

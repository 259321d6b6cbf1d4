"""Every character that is no white space belongs to exactly one unit."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doenvermogentoets import readers, structure
from doenvermogentoets.document import Document
from doenvermogentoets.text import Span

CORPUS = Path(os.environ.get("DOENVERMOGENTOETS_CORPUS", Path(__file__).parents[3] / "shared"))

LINES = st.sampled_from(
    [
        "Artikel 1", "Artikel 2 Titel", "ARTIKEL II", "Artikel IIa", "Hoofdstuk 1 Algemeen", "§ 1.1", "Bijlage 2", "A", "B", "Ba",
        "1. Tekst.", "2. Meer:", "1a. Extra.", "3.",
        "a. iets;", "b. meer:", "i. klein;", "aa. extra;", "1°. diep;", "– streep", "• punt", "Losse tekst zonder nummer.",
        "vervolg van de zin;", "| a | b |", "",
        "De Zwemwet wordt als volgt gewijzigd:", "Artikel 3 komt te luiden:",
        "Na artikel 4 worden twee artikelen ingevoegd, luidende:", "In artikel 5 wordt «x» vervangen door «y».",
        "Aan artikel 6 wordt een zin toegevoegd, luidende: De houder betaalt.", "1. Het tweede lid vervalt.",
        "2. Het derde lid komt te luiden:", "Het opschrift komt te luiden: Nieuw.",
        "Lasten en bevelen dat deze", "De Minister van Financiën,", "NOTA VAN TOELICHTING", "I. ALGEMEEN", "1. Inleiding",
        "2.1 Doel", "ARTIKELSGEWIJS", "Gelet op artikel 3;", "Wij Willem-Alexander,",
    ]
)  # fmt: skip


def uncovered(document: Document) -> list[str]:
    """Characters that belong to no unit or to more than one, each with what stands around it."""
    content = document.text.content
    count = [0] * len(content)
    for unit in document.root.walk():
        for span in [*unit.own, unit.label_span, unit.heading_span]:
            if span is not None:
                for i in range(span.start, span.end):
                    count[i] += 1
    return [content[max(0, i - 20) : i + 20] for i, c in enumerate(content) if count[i] != 1 and not c.isspace()]


def check(document: Document) -> None:
    assert uncovered(document) == []
    for unit in document.root.walk():
        for child in unit.children:
            assert child.parent is unit
            assert len(child.span) == 0 or unit.span.contains(child.span)
    for reference in document.references:
        assert Span(0, len(document.text.content)).contains(reference.span)
    for unit in document.provisions():
        assert unit.artikel is not None


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=40))
def test_every_character_belongs_to_one_unit(lines: list[str]) -> None:
    check(structure.build(readers.read_text("\n".join(lines), "x.txt", "txt")))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aA1.: \n°)–|«»,", max_size=120))
def test_any_text_gives_a_tree(text: str) -> None:
    check(structure.build(readers.read_text(text, "x.txt", "txt")))


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=30))
def test_the_parts_of_a_dossier_share_the_text(lines: list[str]) -> None:
    dossier = structure.dossier(readers.read_text("\n".join(lines), "x.txt", "txt"))
    parts = [dossier.bill, *([dossier.toelichting] if dossier.toelichting is not None else [])]
    assert all(p.source is dossier.bill.source for p in parts)
    assert len(parts) == 1 or parts[0].root.span.end <= parts[1].root.span.start


def texts() -> list[Path]:
    return sorted(p for p in [*CORPUS.glob("corpus/*"), *CORPUS.glob("dossiers/*/*")] if p.suffix in (".txt", ".md", ".xml"))


@pytest.mark.corpus
def test_real_texts_are_covered() -> None:
    paths = texts()
    if not paths:
        pytest.skip("no corpus beside the project")
    for path in paths:
        document = structure.build(readers.read(path))
        assert uncovered(document) == [], path.name


def test_a_long_paragraph_without_breaks_takes_linear_work() -> None:
    text = "Artikel 1\n1. " + "artikel 3, tweede lid, onderdeel a, en " * 20000
    document = structure.build(readers.read_text(text, "x.txt", "txt"))
    assert len(document.references) >= 1
    assert uncovered(document) == []

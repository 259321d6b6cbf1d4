"""What several parts of the Word report use: quotes, ways out, findings by code, fields, figures, evidence and questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from doenvermogentoets.report.dutch import capital, listing
from doenvermogentoets.report.model import Evidence, Figure, Question, Quote, Report, WayOut
from doenvermogentoets.report.paper import PLACE, QUOTE, STRONG, Line, Paper, Piece
from doenvermogentoets.report.view import View
from doenvermogentoets.report.wording import SHOWN_QUOTES, brief, way_out, where

NOTHING: Line = ["niet gevonden"]


def outs(ways: Sequence[WayOut]) -> list[Line]:
    """Ways out, a line for each place: «matiging en afzien (artikel 7, tweede lid)»."""
    by_place: dict[str, list[str]] = {}
    for way in ways:
        by_place.setdefault(way_out(way).removeprefix(way.kind), []).append(way.kind)
    return [[f"{listing(list(dict.fromkeys(kinds)))}{place}"] for place, kinds in by_place.items()] or [NOTHING]


class Pieces:
    """One report on its way to paper, with the pieces that the parts are made of."""

    def __init__(self, report: Report, paper: Paper) -> None:
        self.report = report
        self.view = View(report)
        self.told = any(d.role == "toelichting" for d in report.documents)
        self.paper = paper

    def quoted(self, quote: Quote) -> list[Piece]:
        """«words» place, and the line where it can be seen."""
        return [(f"«{quote.text}»", QUOTE), (f" {self.view.at(quote)}", PLACE)]

    def codes(self, keys: Iterable[str], *, places: bool = True) -> str:
        found = [self.view.by_key[k] for k in keys if k in self.view.by_key]
        return ", ".join(f"{f.code} ({where(f.quote)})" if places else f.code for f in found)

    def field(self, key: str) -> None:
        review = self.view.review(key)
        remark: list[Line] = [[line] for line in review.remark.splitlines()] or [[""]]
        self.paper.pairs([("Uw oordeel", [[review.judgement]]), ("Opmerking", remark)])

    def figures(self, figures: Sequence[Figure], *, keep: bool = False) -> None:
        for f in figures:
            self.paper.bullet((f.value, STRONG), f" {f.name}", (f" ({f.note})" if f.note else "", PLACE), keep=keep)

    def evidence(self, items: Sequence[Evidence], nothing: str) -> None:
        for item in items:
            codes = self.codes(item.findings)
            shown = item.quotes[:SHOWN_QUOTES]
            self.paper.bullet(capital(item.statement), (f": {codes}" if codes else "", PLACE), keep=bool(shown))
            for quote, place in self.view.spots(shown):
                self.paper.bullet((f"«{brief(quote)}»", QUOTE), (f" {place}", PLACE), level=2)
            if self.view.also(item):
                self.paper.bullet((f"ook {self.view.also(item)}", PLACE), level=2)
        if not items:
            self.paper.text(nothing)

    def question(self, q: Question) -> None:
        paper = self.paper
        paper.heading(f"{q.key} {q.title}" if q.key.startswith("D") else q.title, 2)
        paper.text(q.text, keep=True)
        paper.text((q.source, PLACE), keep=True)
        if q.bill or q.explanation or not self.told:
            paper.text(("In het ontwerp", STRONG), keep=True)
            self.evidence(q.bill, "Niets gevonden.")
            paper.text(("In de toelichting", STRONG), keep=True)
            self.evidence(q.explanation, "Niets gevonden." if self.told else "Er is geen toelichting gelezen.")
        else:
            paper.text("Niets gevonden, in ontwerp noch toelichting.")
        paper.text(("Niet uit de tekst te halen: ", STRONG), q.open, keep=True)
        self.field(q.key)

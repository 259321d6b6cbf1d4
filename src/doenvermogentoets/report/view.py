"""What the forms of the report have in common: the order and grouping in which things are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from doenvermogentoets.findings import Severity
from doenvermogentoets.report.dutch import count, listing
from doenvermogentoets.report.kinds import Kind, kinds
from doenvermogentoets.report.model import Burden, Category, Cell, Evidence, HeatRow, Power, Quote, Reading, Report, ReportFinding, Review
from doenvermogentoets.report.questions import core_question
from doenvermogentoets.report.softening import removable
from doenvermogentoets.report.wording import MARKS, PLURALS, SEVERITIES, SHOWN_QUOTES, row_name, where
from doenvermogentoets.suppress import THEME as SUPPRESSION

_MAP_ROWS = 24
"""Rows with findings that still fit on one page; with more the map is per hoofdstuk."""
_LONG_LIST = 12
_BARE = 5  # effects without a way out that are named when no finding asks for attention first
_LONG_READING = 60  # rows; more than three pages
_HARD = 75  # percentile of words per sentence: harder than three in four artikelen of real statutes


@dataclass
class View:
    """One report as it is shown."""

    report: Report

    @cached_property
    def _in_word(self) -> frozenset[str]:
        """The documents whose lines nobody can see: those of Word."""
        return frozenset(d.role for d in self.report.documents if d.path.lower().endswith((".docx", ".docm")))

    @cached_property
    def readings(self) -> Sequence[Reading]:
        """The rows of the table of reading figures: of a long text its parts, and only the artikelen that read harder than most."""
        language = self.report.language
        rows = (*language.documents, *language.parts)
        if len(rows) <= _LONG_READING:
            return rows
        return [r for r in rows if r.percentile is None or r.percentile >= _HARD]

    @cached_property
    def readings_left(self) -> str:
        """Which rows :attr:`readings` leaves out, in words; empty for none."""
        left = len(self.report.language.documents) + len(self.report.language.parts) - len(self.readings)
        if not left:
            return ""
        what = count(left, "artikel", "artikelen")
        return f"Van {what} onder percentiel {_HARD} staan de cijfers hier niet; zij staan in het rapport als JSON."

    def line(self, quote: Quote) -> str:
        """«, regel 12»; nothing for a Word file, which shows no lines."""
        return "" if quote.document in self._in_word else f", regel {quote.line}"

    def at(self, quote: Quote) -> str:
        """«artikel 6, vierde lid, regel 39»."""
        return where(quote) + self.line(quote)

    def also(self, evidence: Evidence) -> str:
        """The places beyond the first :data:`SHOWN_QUOTES`, each once, in words."""
        shown = {self.at(q) for q in evidence.quotes[:SHOWN_QUOTES]}
        return listing([place for place in dict.fromkeys(map(self.at, evidence.quotes[SHOWN_QUOTES:])) if place not in shown])

    def spots(self, quotes: Sequence[Quote], *, inside: bool = False) -> Sequence[tuple[Quote, str]]:
        """Quotes with their places; a place that the quote before it has is not written out again.

        Args:
            inside: the reader knows which document it is.
        """
        out: list[tuple[Quote, str]] = []
        before: Quote | None = None
        for quote in quotes:
            if before is not None and where(before) == where(quote):
                place = "zelfde plaats"
                line = self.line(quote) if self.line(before) != self.line(quote) else ""
            else:
                place, line = quote.place if inside else where(quote), self.line(quote)
            out.append((quote, f"{place}{line}"))
            before = quote
        return out

    def passages(self, power: Power) -> Sequence[tuple[str, Sequence[tuple[Quote, Sequence[str]]]]]:
        """The sentences of the toelichting about a power, each once with what it shows, gathered under their place and in its order."""
        shows: dict[Quote, list[str]] = {}
        for element in power.explained:
            for quote in element.quotes:
                shows.setdefault(quote, []).append(element.statement)
        order = {quote: i for i, quote in enumerate(power.sentences)}
        out: dict[str, list[tuple[Quote, Sequence[str]]]] = {}
        for quote, says in shows.items():
            out.setdefault(f"{quote.place}{self.line(quote)}", []).append((quote, says))
        return [(place, sorted(found, key=lambda entry: order.get(entry[0], 0))) for place, found in out.items()]

    def by_place(self, elements: Sequence[Evidence]) -> Sequence[tuple[str, Sequence[str]]]:
        """The places of some evidence, each once, with what stands there."""
        out: dict[str, dict[str, None]] = {}
        for element in elements:
            for quote in element.quotes:
                out.setdefault(f"{quote.place}{self.line(quote)}", {})[element.statement] = None
        return [(place, list(says)) for place, says in out.items()]

    @cached_property
    def by_key(self) -> Mapping[str, ReportFinding]:
        return {f.key: f for f in self.report.findings}

    @cached_property
    def row_of(self) -> Mapping[str, str]:
        """Per finding the row of the heat map it is in, as a name."""
        return {key: row_name(row) for row in self.report.summary.heat for cell in row.cells for key in cell.findings}

    @cached_property
    def rows(self) -> Sequence[str]:
        """The names of the rows that have findings, in order."""
        return list(dict.fromkeys(row_name(r) for r in self.report.summary.heat if any(c.count for c in r.cells)))

    @cached_property
    def themes(self) -> Sequence[str]:
        return list(dict.fromkeys(f.theme for f in self.report.findings))

    @cached_property
    def heat(self) -> Sequence[HeatRow]:
        """The rows of the map: artikelen with findings, or hoofdstukken when those are too many for one page."""
        full = [r for r in self.report.summary.heat if any(c.count for c in r.cells)]
        if len(full) <= _MAP_ROWS:
            return full
        groups: dict[tuple[str, str], list[HeatRow]] = {}
        for row in full:
            groups.setdefault((row.document, row.group or ("het ontwerp" if row.document == "ontwerp" else "de toelichting")), []).append(
                row
            )
        return [
            HeatRow(
                document=rows[0].document,
                group="",
                place=name,
                title="",
                cells=tuple(map(_sum, zip(*(r.cells for r in rows), strict=True))),
            )
            for (_, name), rows in groups.items()
        ]

    @property
    def heat_by_chapter(self) -> bool:
        """Whether :attr:`heat` was gathered per hoofdstuk."""
        return len([r for r in self.report.summary.heat if any(c.count for c in r.cells)]) > _MAP_ROWS

    @cached_property
    def without(self) -> str:
        """The artikelen without findings, in words."""
        filled = [r.place for r in self.report.summary.heat if any(c.count for c in r.cells)]
        empty = [r.place for r in self.report.summary.heat if r.document == "ontwerp" and not any(c.count for c in r.cells)]
        # «artikel I» has findings when one of its onderdelen has
        names = [place for place in empty if not any(row.startswith((f"{place},", f"{place} (")) for row in filled)]
        if len(names) > _LONG_LIST:
            return f"{len(names)} artikelen zonder bevindingen staan hier niet."
        return f"Zonder bevindingen: {listing(names)}." if names else ""

    @property
    def sources(self) -> str:
        """What was read, in one sentence."""
        return listing([f"{d.path} ({d.kind}, {count(d.words, 'woord', 'woorden')})" for d in self.report.documents])

    @cached_property
    def bare(self) -> Sequence[Burden]:
        """The adverse effects without a way out that takes them away, the heavy ones first."""
        return sorted((b for b in self.report.hardship.burdens if not removable(b.ways_out)), key=lambda b: not b.heavy)

    @property
    def bare_first(self) -> Sequence[Burden]:
        """Those that stand under «Eerst te bekijken» when no finding does."""
        return self.bare[:_BARE]

    @property
    def nothing_first(self) -> str:
        """What stands under «Eerst te bekijken» when no finding does; the effects of :attr:`bare_first` follow it, if there are any."""
        if not self.report.summary.figures:
            return "Van het ontwerp is niets getoetst."
        none = "Er zijn geen bevindingen die als eerste aandacht vragen."
        if not self.bare:
            return none
        told = count(len(self.bare), "nadelig gevolg", "nadelige gevolgen")
        more = "; de eerste vijf" if len(self.bare) > _BARE else ""
        return f"{none} Wel {'staat' if len(self.bare) == 1 else 'staan'} in deel 4 {told} zonder gevonden uitweg{more}:"

    @cached_property
    def _by_kind(self) -> tuple[Sequence[ReportFinding], Sequence[Kind]]:
        return kinds(self.report, self.ordered)

    @property
    def apart(self) -> Sequence[ReportFinding]:
        """The findings that stand on their own, in order of place."""
        return self._by_kind[0]

    @property
    def kinds(self) -> Sequence[Kind]:
        """The findings on language that are gathered by kind, where there are many."""
        return self._by_kind[1]

    def others(self, kind: Kind) -> str:
        """The places of the findings of a kind that have no line of their own: «artikel 3, regel 12; artikel 4 …»."""
        return "; ".join(f"{MARKS[f.severity]} {self.at(f.quote)}" for f in kind.others)

    @property
    def unread(self) -> Sequence[str]:
        """What was not read, per file."""
        out = []
        for d in self.report.documents:
            parts = [f"{f'{u.count} keer ' if u.count != 1 else ''}{u.what}{f' ({u.where})' if u.where else ''}" for u in d.unread]
            if parts:
                out.append(f"in {d.path}: {listing(parts)}")
        if not any(d.role == "toelichting" for d in self.report.documents):
            out.append("een toelichting (niet gegeven; wat zij zegt, is hier niet te zien)")
        if not any(d.role == "ontwerp" for d in self.report.documents):
            out.append("een ontwerp (niet gegeven; alleen de toelichting is gelezen)")
        return out

    @property
    def counts(self) -> str:
        """«11 waarschuwingen, 13 suggesties»."""
        shown = [(self.report.summary.counts.get(s, 0), s) for s in SEVERITIES]
        return listing([f"{n} {SEVERITIES[s] if n == 1 and s != 'info' else PLURALS[s]}" for n, s in shown if n]) or "geen bevindingen"

    def part(self, reading: Reading) -> str:
        """What a row of reading figures is about."""
        if reading.place == "het hele stuk":
            return "het ontwerp" if reading.document == "ontwerp" else "de toelichting"
        return reading.place if reading.document == "ontwerp" else f"toelichting: {reading.place}"

    def burdens(self, category: Category) -> Sequence[Burden]:
        """The adverse effects of one theme of SZW."""
        return [b for b in self.report.hardship.burdens if b.key in category.burdens]

    def review(self, key: str) -> Review:
        """What the reviewer wrote at a key."""
        return self.report.review.get(key, Review())

    @property
    def core_question(self) -> tuple[str, str]:
        return core_question()

    @cached_property
    def ordered(self) -> Sequence[ReportFinding]:
        """All findings: the bill before the toelichting, in order of place; remarks on suppressions last."""
        return sorted(self.report.findings, key=lambda f: (f.theme == SUPPRESSION, f.quote.document != "ontwerp", f.quote.line))


def _sum(cells: Sequence[Cell]) -> Cell:
    ranks = [Severity(c.severity) for c in cells if c.severity]
    worst = min(ranks, key=lambda s: s.rank, default=None)
    return Cell(
        count=sum(c.count for c in cells),
        severity=worst.value if worst is not None else "",
        findings=tuple(key for c in cells for key in c.findings),
    )

"""The one-page summary: figures, a heat map, and what to look at first with the reason for the order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import DIVISIONS, Unit, UnitKind
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.norms.model import UitwegSoort
from doenvermogentoets.report.counts import counted, counters, shortest, weakened
from doenvermogentoets.report.dutch import count, listing, of_which
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.model import (
    Actor,
    Burden,
    Cell,
    Deadline,
    Figure,
    First,
    HeatRow,
    Power,
    Quote,
    ReportFinding,
    Side,
    Summary,
    ThemeCount,
)
from doenvermogentoets.report.softening import removable, takes_away
from doenvermogentoets.report.who import UNNAMED, UNNAMED_SHORT
from doenvermogentoets.structure.labels import label
from doenvermogentoets.suppress import THEME as SUPPRESSION

THEMES = ("termijnen", "hardheid", "bevoegdheid", "doenvermogen", "toelichting", "taal")
_FIRST = 5
_LEAST = 3


def summary(
    places: Places,
    dossier: DossierAnalysis,
    findings: Findings,
    actors: Sequence[Actor],
    powers: Sequence[Power],
    burdens: Sequence[Burden],
    deadlines: Sequence[Deadline],
    *,
    counted: bool,
) -> Summary:
    """What is on the first page; figures only of a draft that was read (``counted``)."""
    rows = findings.rows
    themes = [*THEMES, *sorted({r.theme for r in rows} - set(THEMES) - {SUPPRESSION})]
    return Summary(
        counts={s.value: sum(r.severity == s.value for r in rows) for s in Severity},
        themes=tuple(
            ThemeCount(theme=t, **{s.value: sum(r.theme == t and r.severity == s.value for r in rows) for s in Severity}) for t in themes
        ),
        figures=(*_figures(actors, powers, burdens, deadlines), *weakened(findings)) if counted else (),
        first=tuple(first_things(findings, burdens)),
        heat=tuple(_heat(places, dossier, findings, themes)),
        heat_themes=tuple(themes),
    )


def _figures(actors: Sequence[Actor], powers: Sequence[Power], burdens: Sequence[Burden], deadlines: Sequence[Deadline]) -> list[Figure]:
    people = [a for a in actors if a.person]
    names = [UNNAMED_SHORT if a.name == UNNAMED else a.name for a in people]
    found = counted([x for a in people for x in a.actions])
    asked = len(found.actions)
    soft = [b for b in burdens if removable(b.ways_out)]
    bound = [p for p in powers if p.direction == "nadelig" and p.room in ("gebonden", "van rechtswege")]
    told = [p for p in bound if p.standing == "uitgelegd"]
    read = not powers or powers[0].standing != "geen toelichting gelezen"
    return [
        Figure(
            name="handeling die van mensen wordt gevraagd" if asked == 1 else "handelingen die van mensen worden gevraagd",
            value=str(asked),
            note=f"waarvan {count(len(found.duties), 'plicht', 'plichten')}; van {listing(names)}" if people else "",
        ),
        counters(found),
        shortest(found),
        Figure(
            name="nadelige gevolgen met een gevonden uitweg",
            value=f"{len(soft)} van {len(burdens)}",
            note="een uitweg die het gevolg kan wegnemen" + _by_clause(soft),
        )
        if burdens
        else Figure(name="nadelige gevolgen gevonden", value="geen", note=""),
        _told_figure(len(told), len(bound), read=read),
        Figure(
            name="termijnen met een risico",
            value=f"{sum(bool(d.risks) for d in deadlines)} van {len(deadlines)}",
            note="zie deel 6 voor de redenen",
        )
        if deadlines
        else Figure(name="termijnen gevonden", value="geen", note=""),
    ]


def _by_clause(soft: Sequence[Burden]) -> str:
    """How many of these effects only a hardship clause softens: that is for cases that nobody foresaw (Ar 5.25)."""
    clause = UitwegSoort.HARDHEIDSCLAUSULE.value
    only = sum(all(w.kind == clause for w in b.ways_out if takes_away(w)) for b in soft)
    return f"; {of_which(only, len(soft))} is dat alleen een hardheidsclausule" if only else ""


def _told_figure(told: int, bound: int, *, read: bool) -> Figure:
    """How many binding decisions against somebody the toelichting explains: a sentence also when there are none, or nothing was read."""
    if not bound:
        return Figure(name="besluiten ten nadele zonder ruimte gevonden", value="geen", note="")
    if not read:
        name = "of besluiten ten nadele zonder ruimte zijn uitgelegd"
        return Figure(name=name, value="niet te zien", note="er is geen toelichting gelezen")
    return Figure(name="besluiten ten nadele zonder ruimte, in de toelichting uitgelegd", value=f"{told} van {bound}", note="")


@dataclass
class _Spot:
    """One place with its findings, as a candidate for «first»."""

    place: str
    document: str
    rows: list[ReportFinding]
    burdens: list[Burden]

    @property
    def open_burdens(self) -> list[Burden]:
        return [b for b in self.burdens if b.room in ("gebonden", "van rechtswege") and not removable(b.ways_out)]

    @property
    def worst(self) -> int:
        return min(Severity(r.severity).rank for r in self.rows)

    @property
    def order(self) -> tuple[int, int, int, int, int]:
        contradicts = any(r.check.startswith("tegenspraak") for r in self.rows)
        unexplained = any(b.standing in ("niet gevonden", "genoemd, zonder reden") for b in self.open_burdens)
        heavy = sum(r.severity in ("error", "warning") for r in self.rows)
        sure = sum(r.confidence == "hoog" for r in self.rows)
        return (self.worst, -(2 * bool(self.open_burdens) + unexplained + contradicts), -heavy, -sure, -len(self.rows))


def first_things(findings: Findings, burdens: Sequence[Burden]) -> Iterable[First]:
    """The three to five places to look at first.

    Order: the heaviest finding; then whether a binding loss without a found way out is there, whether the toelichting leaves it
    unexplained or contradicts the bill; then the number of heavy findings, of sure ones, and of all.
    """
    spots: dict[tuple[str, str], _Spot] = {}
    for row in findings.rows:
        if row.severity == "info" or row.theme in ("taal", SUPPRESSION):
            continue
        place = _artikel(row.quote)
        spots.setdefault((row.quote.document, place), _Spot(place, row.quote.document, [], [])).rows.append(row)
    for burden in burdens:
        key = (burden.quote.document, _artikel(burden.quote))
        if key in spots:
            spots[key].burdens.append(burden)
    ranked = sorted(spots.values(), key=lambda s: s.order)
    chosen = [s for s in ranked if s.worst <= Severity.WARNING.rank][:_FIRST]
    chosen += [s for s in ranked if s not in chosen][: max(0, _LEAST - len(chosen))]
    for spot in chosen:
        yield _first(spot)


def _artikel(quote: Quote) -> str:
    """The artikel (of an amendment: with the artikel it amends) a place is in; a place without one is itself."""
    return _artikel_of(quote.place)


def _artikel_of(place: str) -> str:
    if not place.startswith("artikel "):
        return place
    instruction, amended, inner = place.rstrip(")").partition(" (")
    if amended:  # «artikel I, onderdeel E (artikel 26, tweede lid)»: the lid goes, the brackets stay whole
        return f"{instruction} ({inner.split(',', 1)[0]})"
    return instruction.split(",", 1)[0]


def _first(spot: _Spot) -> First:
    open_ = spot.open_burdens
    about = {key for b in open_ for key in b.findings}
    rows = sorted(spot.rows, key=lambda r: (Severity(r.severity).rank, r.key not in about, r.confidence != "hoog", r.quote.line))
    reasons = []
    if open_:
        kinds = listing(list(dict.fromkeys(b.kind for b in open_)))
        reasons.append(f"een dwingend nadelig gevolg ({kinds}) zonder gevonden uitweg die het kan wegnemen")
        if any(b.standing == "niet gevonden" for b in open_):
            reasons.append("in de toelichting is geen uitleg van dat gevolg gevonden")
        elif any(b.standing == "genoemd, zonder reden" for b in open_):
            reasons.append("de toelichting noemt het, maar geeft geen reden")
    if any(r.check.startswith("tegenspraak") for r in rows):
        reasons.append("ontwerp en toelichting zeggen hier niet hetzelfde")
    heavy = [r for r in rows if r.severity in ("error", "warning")]
    rest = len(rows) - len(heavy)
    told = count(len(heavy), "waarschuwing", "waarschuwingen") if heavy else ""
    more = count(rest, "suggestie", "suggesties") if rest else ""
    reasons.append(" en ".join(filter(None, (told, more))) + f" over {listing(list(dict.fromkeys(r.theme for r in rows)))}")
    return First(
        title=rows[0].message,
        place=spot.place if spot.document == "ontwerp" else f"toelichting, {spot.place}",
        reasons=tuple(reasons),
        findings=tuple(r.key for r in rows),
        quotes=tuple(dict.fromkeys(r.quote for r in rows[:2])),
    )


def _heat(places: Places, dossier: DossierAnalysis, findings: Findings, themes: Sequence[str]) -> list[HeatRow]:
    by_row: dict[tuple[Side, str, str], dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    order: dict[tuple[Side, str, str], int] = {}
    titles: dict[tuple[Side, str, str], str] = {}
    bill = dossier.bill.document
    for unit in bill.root.walk():
        if unit.kind is UnitKind.ARTIKEL and dossier.dossier.has_bill:
            key: tuple[Side, str, str] = ("ontwerp", _group(unit), label(unit))
            order.setdefault(key, unit.span.start)
            titles.setdefault(key, unit.heading)
    for finding in findings.found:
        if finding.theme not in themes:
            continue
        key = _row_of(places, finding)
        order.setdefault(key, finding.span.start)
        by_row[key][finding.theme].append(finding)
    rows = []
    for key in sorted(order, key=lambda k: (k[0] != "ontwerp", order[k])):
        cells = tuple(_cell(findings, by_row[key][t]) for t in themes)
        rows.append(HeatRow(document=key[0], group=key[1], place=key[2], title=titles.get(key, ""), cells=cells))
    return rows


def _cell(findings: Findings, found: Sequence[Finding]) -> Cell:
    worst = min((f.severity for f in found), key=lambda s: s.rank, default=None)
    return Cell(count=len(found), severity=worst.value if worst is not None else "", findings=tuple(findings.of[id(f)] for f in found))


def _row_of(places: Places, finding: Finding) -> tuple[Side, str, str]:
    side = places.side(finding.document)
    unit = finding.unit
    artikel = unit.artikel if unit is not None else None
    if side == "ontwerp" and unit is not None and artikel is not None:
        return side, _group(artikel), _artikel_of(label(unit))
    return side, "", _chapter(finding)


def _chapter(finding: Finding) -> str:
    """The part of the toelichting a finding is in, by its outermost heading with a number; otherwise what the place is called."""
    unit = finding.unit
    if unit is None:
        return "het hele stuk"
    heads = [n for n in (unit, *unit.ancestors()) if n.kind in (UnitKind.KOP, UnitKind.ARTIKEL, *DIVISIONS) and (n.heading or n.number)]
    while len(heads) > 1 and not heads[-1].number.isdigit():
        heads.pop()  # «Memorie van toelichting», «I. Algemeen» say too little
    return " ".join(filter(None, (heads[-1].number, heads[-1].heading))) if heads else label(unit)


def _group(artikel: Unit) -> str:
    """The hoofdstuk (or other part) an artikel stands in, with its heading; of a part within another the number of that too.

    In a text without headings an artikel «16.86» goes with the others of 16.
    """
    parts = [n for n in artikel.ancestors() if n.kind in DIVISIONS]
    if not parts:
        first = re.split(r"[.:]", artikel.number, maxsplit=1)
        return f"Artikelen {first[0]}.1 en verder" if len(first) > 1 and first[0].isdecimal() else ""
    name = ", ".join(f"{n.kind.value} {n.number}".strip() for n in reversed(parts))
    name = name[:1].upper() + name[1:]
    return f"{name}. {parts[0].heading}" if parts[0].heading else name

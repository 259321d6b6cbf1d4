"""The report as a Word file, to edit and to paste from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from doenvermogentoets.report import pictures
from doenvermogentoets.report.compare import GENERAL
from doenvermogentoets.report.dutch import capital
from doenvermogentoets.report.model import Block, Evidence, Figure, Question, Quote, Report, ReportFinding, WayOut
from doenvermogentoets.report.paper import PLACE, QUOTE, STRONG, Line, Paper, Piece, Row
from doenvermogentoets.report.questions import note
from doenvermogentoets.report.view import (
    MARKS,
    SET_ASIDE_BY,
    SEVERITIES,
    SHOWN_QUOTES,
    STANDING_MARKS,
    View,
    acts,
    also,
    brief,
    by_place,
    date,
    decision,
    number,
    passages,
    row_name,
    way_out,
    where,
)

_SHADES = {"error": "EAA9A9", "warning": "F7CF96", "suggestion": "CFE1F4", "info": "E4E4E4", "": ""}
_PARTS = (
    ("samenvatting", "1. Samenvatting"),
    ("vraagt", "2. Wat vraagt dit van wie"),
    ("ruimte", "3. Toets op discretionaire ruimte"),
    ("hardheid", "4. Hardheid"),
    ("doenvermogen", "5. Doenvermogentoets"),
    ("termijnen", "6. Termijnen en taal"),
    ("toelichting", "7. Toelichting"),
    ("bevindingen", "8. Bevindingen en verantwoording"),
)
_NOTHING: Line = ["niet gevonden"]


def render(report: Report) -> bytes:
    """The whole file."""
    return _Writer(report).data()


def quoted(quote: Quote, *, short: bool = False) -> list[Piece]:
    """«words» place, line."""
    return [(f"«{brief(quote) if short else quote.text}»", QUOTE), (f" {where(quote)}, regel {quote.line}", PLACE)]


def _outs(ways: Sequence[WayOut]) -> list[Line]:
    return [[way_out(w)] for w in ways] or [_NOTHING]


class _Writer:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.view = View(report)
        self.told = any(d.role == "toelichting" for d in report.documents)
        self.paper = Paper(f"Rapport doenvermogen en hardheid: {report.title}", _moment(report.accountability.made), report.tool)

    def data(self) -> bytes:
        paper, report = self.paper, self.report
        paper.title(report.title)
        paper.text("Rapport doenvermogen en hardheid", style="Subtitle")
        paper.text(
            f"Gemaakt op {date(report.accountability.made)} met {report.tool}. "
            "Het rapport laat zien wat de teksten zeggen; het oordeel is aan u."
        )
        paper.contents(_PARTS)
        paper.page_break()
        for (anchor, title), part in zip(
            _PARTS,
            (self.summary, self.asks, self.room, self.hardship, self.doenvermogen, self.limits, self.explanation, self.findings),
            strict=True,
        ):
            paper.heading(title, 1, anchor)
            part()
        return paper.data()

    # pieces that several parts use

    def codes(self, keys: Iterable[str], *, places: bool = True) -> str:
        found = [self.view.by_key[k] for k in keys if k in self.view.by_key]
        return ", ".join(f"{f.code} ({where(f.quote)})" if places else f.code for f in found)

    def field(self, key: str) -> None:
        review = self.view.review(key)
        remark: list[Line] = [[line] for line in review.remark.splitlines()] or [[""]]
        self.paper.pairs([("Uw oordeel", [[review.judgement]]), ("Opmerking", remark)])

    def figures(self, figures: Sequence[Figure]) -> None:
        for f in figures:
            self.paper.bullet((f.value, STRONG), f" {f.name}", (f" ({f.note})" if f.note else "", PLACE))

    def evidence(self, items: Sequence[Evidence], nothing: str) -> None:
        for item in items:
            codes = self.codes(item.findings)
            shown = item.quotes[:SHOWN_QUOTES]
            self.paper.bullet(item.statement, (f": {codes}" if codes else "", PLACE), keep=bool(shown))
            for quote in shown:
                self.paper.bullet(*quoted(quote, short=True), level=2)
            if also(item):
                self.paper.bullet((f"ook {also(item)}", PLACE), level=2)
        if not items:
            self.paper.text(nothing)

    def question(self, q: Question) -> None:
        paper = self.paper
        paper.heading(f"{q.key} {q.title}" if q.key.startswith("D") else q.title, 2)
        paper.text(q.text, keep=True)
        paper.text((q.source, PLACE), keep=True)
        paper.text(("In het ontwerp", STRONG), keep=True)
        self.evidence(q.bill, "Niets gevonden.")
        paper.text(("In de toelichting", STRONG), keep=True)
        self.evidence(q.explanation, "Niets gevonden." if self.told else "Er is geen toelichting gelezen.")
        paper.text(("Niet uit de tekst te halen: ", STRONG), q.open, keep=True)
        self.field(q.key)

    # the eight parts

    def summary(self) -> None:
        paper, report, view = self.paper, self.report, self.view
        aside = f" Terzijde gelegd: {len(report.set_aside)}." if report.set_aside else ""
        paper.text(("Gelezen: ", STRONG), f"{view.sources}. Gevonden: {view.counts}.{aside}")
        if view.unread:
            paper.text(("Niet gelezen: ", STRONG), "; ".join(view.unread))
        if report.accountability.checks_failed:
            paper.text(("Let op: ", STRONG), f"deze controles liepen vast: {', '.join(report.accountability.checks_failed)}.")
        if report.compared is not None:
            c = report.compared
            paper.text(
                (f"Vergeleken met {c.previous}", STRONG),
                f" (van {date(c.made)}): {c.new} nieuw, {c.remaining} gebleven, {c.changed} gewijzigd, {len(c.gone)} weg; "
                f"{c.carried} oordelen en opmerkingen overgenomen.",
            )
        paper.heading("Eerst te bekijken", 2)
        lines: list[Line] = [
            [
                (f"{capital(f.place)}. ", STRONG),
                f"{f.title} ",
                (f"Waarom hier: {'; '.join(f.reasons)}. {self.codes(f.findings, places=False)}", PLACE),
            ]
            for f in report.summary.first
        ]
        paper.numbered(lines)
        if not lines:
            paper.text("Er zijn geen bevindingen die als eerste aandacht vragen.")
        paper.text((note("volgorde"), PLACE))
        paper.heading("Kerngetallen", 2)
        self.figures(report.summary.figures)
        paper.heading("Waar de bevindingen zitten", 2)
        themes, heat = report.summary.heat_themes, view.heat
        if heat:
            narrow = min(2.25, 13.4 / len(themes))
            paper.table(
                [("Hoofdstuk" if view.heat_by_chapter else "Artikel"), *themes],
                [[[[row_name(r)]], *([[f"{MARKS[c.severity]} {c.count}" if c.count else ""]] for c in r.cells)] for r in heat],
                [17.0 - narrow * len(themes), *([narrow] * len(themes))],
                shades=lambda y, x: _SHADES[heat[y].cells[x - 1].severity] if x else "",
            )
        legend = ", ".join(f"{MARKS[s]} {word}" for s, word in SEVERITIES.items())
        paper.text((f"Aantal bevindingen; het teken is de zwaarste: {legend}. {view.without}", PLACE))

    def asks(self) -> None:
        paper = self.paper
        picture = pictures.timeline(self.report)
        if picture is not None:
            caption = f"{picture.alt} De afstanden langs de as zijn niet op schaal; dezelfde gegevens staan in de tabellen."
            paper.picture(picture.png, picture.alt, picture.description, caption)
        for actor in self.report.actors:
            paper.heading(f"{capital(actor.name)}{'' if actor.person else ' (organisatie of onderneming)'}", 2)
            self.figures(actor.figures)
            rows: list[Row] = []
            for x in actor.actions:
                when: list[Line] = [[x.limit.text if x.limit is not None else "geen termijn in deze zin"]]
                if x.how_often and not (x.limit is not None and x.how_often in x.limit.text):
                    when.append([x.how_often])
                with_what: list[Line] = [[", ".join(x.proof) or "–"], [", ".join(x.counter)]]
                if x.event:
                    with_what.append([f"situatie: {x.event}"])
                kind = "plicht" if x.duty else "om iets te krijgen of te houden"
                derived = "; wie: afgeleid" if x.derived else ""
                rows.append(
                    [
                        [[(capital(acts(x)), STRONG), f" ({kind}{derived})"], quoted(x.quote)],
                        when,
                        [line for line in with_what if line[0]],
                        [[f"{e.kind} ({e.quote.place})"] for e in x.effects] or [["geen gevolg gevonden"]],
                        _outs(x.ways_out) if x.effects else [["–"]],
                    ]
                )
            paper.table(["Wat", "Wanneer, hoe vaak of lang", "Waarmee, bij wie", "Anders", "Uitweg"], rows, [5.3, 3.2, 2.9, 2.8, 2.8])
        if not self.report.actors:
            paper.text("Er zijn geen handelingen gevonden die de tekst van burgers of ondernemingen vraagt.")

    def room(self) -> None:
        paper, room = self.paper, self.report.room
        paper.text(note("ruimte"))
        self.figures(room.figures)
        rows: list[Row] = []
        for p in room.powers:
            told: list[Line] = [[(p.standing, STRONG)]]
            if p.direction == "nadelig" and self.told:
                told += [[*quoted(q, short=True), (f" toont {'; '.join(says)}", PLACE)] for q, says in passages(p.explained)]
                if p.missing:
                    told.append([f"niet gevonden: {'; '.join(p.missing)}"])
            codes = self.codes(p.findings, places=False)
            rows.append(
                [
                    [[(capital(decision(p)), STRONG)], quoted(p.quote)],
                    [[p.room], [p.direction]],
                    _outs(p.ways_out) if p.direction == "nadelig" else [["–"]],
                    [*told, *([[(codes, PLACE)]] if codes else [])],
                ]
            )
        if rows:
            paper.table(["Besluit of gevolg", "Ruimte, richting", "Uitweg", "In de toelichting"], rows, [5.0, 2.7, 3.1, 6.2])
        else:
            paper.text("Er zijn geen besluiten over burgers of ondernemingen gevonden.")
        for q in room.questions:
            self.question(q)

    def hardship(self) -> None:
        paper, hard = self.paper, self.report.hardship
        paper.text(note("hardheid"))
        paper.heading("Nadelige gevolgen en hun uitweg", 2)
        rows: list[Row] = [
            [
                [[(capital(b.kind), STRONG)], quoted(b.quote)],
                [[b.reason], *([[f"alles of niets: «{b.total}»"]] if b.total else [])],
                [[b.room]],
                [*_outs(b.ways_out), *([[(f"gezocht in {b.searched}", PLACE)]] if not b.ways_out else [])],
                [[b.standing], [(self.codes(b.findings, places=False), PLACE)]],
            ]
            for b in hard.burdens
        ]
        if rows:
            paper.table(["Gevolg", "Aanleiding", "Ruimte", "Uitweg", "In de toelichting"], rows, [6.0, 2.9, 2.2, 3.4, 2.5])
        else:
            paper.text("Er zijn geen nadelige gevolgen gevonden.")
        paper.heading("Hardheidsclausules, naast Ar 5.25 en 5.26", 2)
        for c in hard.clauses:
            paper.heading(capital(c.quote.place), 3)
            paper.text(*quoted(c.quote))
            paper.table(
                ["Vraag", "Wat de tekst laat zien", "Norm"],
                [
                    [[[a.asks]], [[f"{a.found}{': ' if a.quote else ''}", *(quoted(a.quote) if a.quote else [])]], [[a.norm]]]
                    for a in c.aspects
                ],
                [5.5, 8.0, 3.5],
            )
            self.field(c.key)
        if not hard.clauses:
            paper.text(note("geen-clausule"))
        for q in hard.steps:
            self.question(q)
        paper.heading("Soort effect (vier thema's van SZW)", 2)
        for category in hard.categories:
            codes = self.codes(category.findings)
            paper.bullet((capital(category.name), STRONG), f": {category.text} ", (codes or "Geen bevindingen.", PLACE))

    def doenvermogen(self) -> None:
        text, source = self.view.core_question
        self.paper.text(f"Kernvraag: «{text}» ({source}). {note('doenvermogen')}")
        for q in self.report.doenvermogen:
            self.question(q)
        self.paper.heading("Eindoordeel", 2)
        self.paper.text(note("eindoordeel"), keep=True)
        self.field(GENERAL)

    def limits(self) -> None:
        paper, report = self.paper, self.report
        paper.heading("Termijnen", 2)
        paper.text(note("termijnen"))
        if report.deadlines:
            paper.table(
                ["Termijn", "Voor wie", "Risico"],
                [
                    [
                        [[(d.limit.text, STRONG)], [(where(d.quote), PLACE)]],
                        [[d.who or d.whose]],
                        [[f"▲ {'; '.join(d.risks)}"] if d.risks else ["waarborg" if d.whose == "overheid" else "geen gevonden"]],
                    ]
                    for d in report.deadlines
                ],
                [6.5, 3.0, 7.5],
                shades=lambda y, _: "FCEFD9" if report.deadlines[y].risks else "",
            )
        else:
            paper.text("Er zijn geen termijnen gevonden.")
        language = report.language
        paper.heading("Taal", 2)
        paper.text(language.note)
        if language.compared_with is not None:
            k = language.compared_with
            paper.text((f"Vergeleken met {k.parts} artikelen uit {k.texts} {k.kind} ({k.source}; {k.date}).", PLACE))
        picture = pictures.reading(report)
        if picture is not None:
            paper.picture(picture.png, picture.alt, picture.description, picture.alt)
        rows = [*language.documents, *language.parts]
        if rows:
            paper.table(
                ["Deel", "Woorden", "Per zin", "Langste", "Percentiel", "Flesch-Douma", "Brouwer", "LiNT-II"],
                [
                    [
                        [[f"{'toelichting: ' if r.document == 'toelichting' else ''}{r.place}"]],
                        *(
                            [[value]]
                            for value in (
                                str(r.words),
                                number(r.words_per_sentence),
                                str(r.longest),
                                "–" if r.percentile is None else str(r.percentile),
                                number(r.flesch_douma),
                                number(r.brouwer),
                                number(r.lint) or "–",
                            )
                        ),
                    ]
                    for r in rows
                ],
                [3.0, 2.1, 1.7, 2.0, 2.3, 2.1, 2.1, 1.7],
            )
        paper.heading("De langste zinnen", 2)
        paper.numbered(
            [
                [
                    f"{h.words} woorden{'' if h.percentile is None else f' (percentiel {h.percentile})'}: ",
                    *quoted(h.quote),
                    (f" {self.codes(h.findings, places=False)}", PLACE),
                ]
                for h in language.hardest
            ]
        )

    def explanation(self) -> None:
        paper, part = self.paper, self.report.explanation
        paper.text(part.note)
        paper.heading("Bouwstenen", 2)
        paper.table(["Bouwsteen", "Gevonden", "Waar", "Bron"], [self.block(b) for b in part.blocks], [4.5, 3.0, 6.0, 3.5])
        if part.account:
            paper.heading("De verantwoording over doenvermogen (Ar 4.43, onder f)", 2)
            paper.text((note("gevonden"), PLACE))
            paper.table(
                ["Zegt zij", "Woorden gevonden"],
                [[[[(b.name, STRONG)]], [quoted(q) for q in b.quotes] or [_NOTHING]] for b in part.account],
                [6.0, 11.0],
            )
        if part.norms:
            paper.heading("Wat de toelichting zegt over bepalingen die belasten", 2)
            paper.table(
                ["Bepaling", "Vraagt uitleg om", "Uitleg", "Gevonden", "Niet gevonden"],
                [
                    [
                        [[(capital(n.quote.place), STRONG)]],
                        [[", ".join(n.why)]],
                        [[n.standing]],
                        [[f"{place}: {'; '.join(says)}"] for place, says in by_place(n.elements)] or [["–"]],
                        [["; ".join(n.missing) or "–"]],
                    ]
                    for n in part.norms
                ],
                [2.3, 3.2, 2.2, 5.3, 4.0],
            )
        paper.heading("Tegenspraak met het ontwerp", 2)
        for f in (self.view.by_key[k] for k in part.contradictions if k in self.view.by_key):
            paper.bullet(f"{f.message} ", *quoted(f.quote), (f" {f.code}", PLACE))
        if not part.contradictions:
            paper.text("Er is geen tegenspraak gevonden." if self.told else "Niet te zien zonder toelichting.")

    @staticmethod
    def block(b: Block) -> Row:
        return [
            [[(b.name, STRONG)], [(b.asks, PLACE)]],
            [[f"{STANDING_MARKS[b.standing]} {b.standing}"], *([[(b.note, PLACE)]] if b.note else [])],
            [quoted(q, short=True) for q in b.quotes[:2]] or [["–"]],
            [[(b.source, PLACE)]],
        ]

    def findings(self) -> None:
        paper, report = self.paper, self.report
        for f in self.view.ordered:
            self.finding(f)
            self.field(f.key)
        if not report.findings:
            paper.text("Er zijn geen bevindingen.")
        if report.compared is not None and report.compared.gone:
            paper.heading("Weg sinds het vorige rapport", 2)
            for g in report.compared.gone:
                said = (
                    f" Uw oordeel toen: {g.judgement or 'geen'}{f'; «{g.remark}»' if g.remark else ''}" if g.judgement or g.remark else ""
                )
                paper.bullet((g.finding.code, STRONG), f" {g.finding.message}", (f" {where(g.finding.quote)}{said}", PLACE))
        paper.heading("Terzijde gelegd", 2)
        for s in report.set_aside:
            self.finding(s.finding)
            paper.text(("Terzijde gelegd", STRONG), f" ({SET_ASIDE_BY.get(s.by, s.by)}): {s.reason or 'zonder reden'}")
        if not report.set_aside:
            paper.text("Er is niets terzijde gelegd.")
        self.accountability()

    def finding(self, f: ReportFinding) -> None:
        paper = self.paper
        paper.heading(f"{MARKS[f.severity]} {capital(SEVERITIES[f.severity])}, {where(f.quote)} ({f.code})", 3)
        paper.text((f.message, STRONG), keep=True)
        status = f" · {f.status}" if f.status else ""
        precision = f" · eerder goed: {f.precision}" if f.precision else ""
        paper.text((f"regel {f.quote.line} · {f.title} · thema {f.theme} · zekerheid {f.confidence}{precision}{status}", PLACE))
        paper.text((f"{f.before} ", QUOTE), (f.quote.text, STRONG), (f" {f.after}", QUOTE))
        if f.explanation:
            paper.text(f.explanation)
        for r in f.related:
            paper.bullet(f"{r.message}: ", *quoted(r.quote))
        for name, text in (("Vraag", f.question), ("Grond", f.ground)):
            if text:
                paper.text((f"{name}: ", STRONG), text)
        if f.suggestions:
            options = "; ".join(f"{s.title}{f': «{s.text}»' if s.text else ''}" for s in f.suggestions)
            paper.text(("Kan: ", STRONG), options)

    def accountability(self) -> None:
        paper, a = self.paper, self.report.accountability
        paper.heading("Verantwoording", 2)
        paper.text(f"{self.report.tool}, {date(a.made)}. Alles is op één computer gedaan; er is niets verstuurd.")
        skipped = f"; niet gedaan omdat een document ontbrak: {', '.join(a.checks_skipped)}" if a.checks_skipped else ""
        failed = f"; vastgelopen: {', '.join(a.checks_failed)}" if a.checks_failed else ""
        paper.text(("Controles: ", STRONG), f"{a.checks_ran} gedaan{skipped}{failed}.")
        paper.text(("Instellingen: ", STRONG), "; ".join(f"{s.name}: {s.value}" for s in a.settings) or "de standaard")
        for remark in a.notes:
            paper.bullet(remark)
        paper.text(("Bronnen", STRONG), keep=True)
        for s in a.sources:
            paper.bullet(f"{s.name}: {s.about}. ", (f"Stand: {s.date}.", PLACE))
        paper.text(("Wat een teksttoets niet ziet", STRONG), keep=True)
        for t in a.cannot_see:
            paper.bullet(t)


def _moment(iso: str) -> datetime:
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1)

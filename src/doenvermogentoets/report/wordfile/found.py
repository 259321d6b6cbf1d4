"""The summary in front, and the findings and the account at the end."""

from __future__ import annotations

from doenvermogentoets.report.dutch import capital
from doenvermogentoets.report.kinds import Kind
from doenvermogentoets.report.model import ReportFinding
from doenvermogentoets.report.paper import PLACE, QUOTE, STRONG, WIDTH, Line
from doenvermogentoets.report.questions import note
from doenvermogentoets.report.wordfile.pieces import Pieces
from doenvermogentoets.report.wording import MARKS, SET_ASIDE_BY, SEVERITIES, brief, date, precision, row_name, where

_SHADES = {"error": "EAA9A9", "warning": "F7CF96", "suggestion": "CFE1F4", "info": "E4E4E4", "": ""}
_MARGINS, _LETTER, _LEAST_NAME = 0.45, 0.185, 3.5  # centimetres


def summary(w: Pieces) -> None:
    paper, report, view = w.paper, w.report, w.view
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
            (f"Waarom hier: {'; '.join(f.reasons)}. {w.codes(f.findings, places=False)}", PLACE),
        ]
        for f in report.summary.first
    ]
    paper.numbered(lines)
    if not lines:
        paper.text(view.nothing_first)
        paper.numbered(
            [
                [
                    (f"{capital(b.quote.place)}. ", STRONG),
                    f"{capital(b.kind)}: ",
                    (f"«{brief(b.quote)}»", QUOTE),
                    (view.line(b.quote), PLACE),
                ]
                for b in view.bare_first
            ]
        )
    paper.text((note("volgorde"), PLACE))
    paper.heading("Kerngetallen", 2)
    w.figures(report.summary.figures)
    paper.heading("Waar de bevindingen zitten", 2)
    themes, heat = report.summary.heat_themes, view.heat
    if heat:
        narrow = [_MARGINS + _LETTER * len(theme) for theme in themes]  # whole words, also in a wide font
        share = min(1.0, (WIDTH - _LEAST_NAME) / sum(narrow))
        widths = [share * width for width in narrow]
        paper.table(
            [("Hoofdstuk" if view.heat_by_chapter else "Artikel"), *themes],
            [[[[row_name(r)]], *([[f"{MARKS[c.severity]} {c.count}" if c.count else ""]] for c in r.cells)] for r in heat],
            [WIDTH - sum(widths), *widths],
            small=True,
            together=True,
            shades=lambda y, x: _SHADES[heat[y].cells[x - 1].severity] if x else "",
        )
    legend = ", ".join(f"{MARKS[s]} {word}" for s, word in SEVERITIES.items())
    paper.text((f"Aantal bevindingen; het teken is de zwaarste: {legend}. {view.without}", PLACE))


def findings(w: Pieces) -> None:
    paper, report = w.paper, w.report
    for f in w.view.apart:
        _finding(w, f)
        w.field(f.key)
    for i, kind in enumerate(w.view.kinds):
        _kind(w, kind, first=i == 0)
    if not report.findings:
        paper.text("Er zijn geen bevindingen.")
    if report.compared is not None and report.compared.gone:
        paper.heading("Weg sinds het vorige rapport", 2)
        for g in report.compared.gone:
            said = f" Uw oordeel toen: {g.judgement or 'geen'}{f'; «{g.remark}»' if g.remark else ''}" if g.judgement or g.remark else ""
            paper.bullet((g.finding.code, STRONG), f" {g.finding.message}", (f" {where(g.finding.quote)}{said}", PLACE))
    paper.heading("Terzijde gelegd", 2)
    for s in report.set_aside:
        _finding(w, s.finding)
        paper.text(("Terzijde gelegd", STRONG), f" ({SET_ASIDE_BY.get(s.by, s.by)}): {s.reason or 'zonder reden'}")
    if not report.set_aside:
        paper.text("Er is niets terzijde gelegd.")
    _accountability(w)


def _finding(w: Pieces, f: ReportFinding) -> None:
    paper = w.paper
    paper.heading(f"{MARKS[f.severity]} {capital(SEVERITIES[f.severity])}, {where(f.quote)} ({f.code})", 3)
    paper.text((f.message, STRONG), keep=True)
    place = f"{w.view.line(f.quote)[2:]} · " if w.view.line(f.quote) else ""
    status = f" · {f.status}" if f.status else ""
    measured = f" · klopte eerder: {precision(f)}" if f.precision else ""
    paper.text((f"{place}{f.title} · thema {f.theme} · zekerheid {f.confidence}{measured}{status}", PLACE), keep=True)
    paper.text((f.before, QUOTE), (f.quote.text, STRONG), (f.after, QUOTE))
    if f.explanation:
        paper.text(f.explanation)
    for r in f.related:
        paper.bullet(f"{r.message}: ", *w.quoted(r.quote))
    for name, text in (("Vraag", f.question), ("Grond", f.ground)):
        if text:
            paper.text((f"{name}: ", STRONG), text)
    if f.suggestions:
        options = "; ".join(f"{s.title}{f': «{s.text}»' if s.text else ''}" for s in f.suggestions)
        paper.text(("Kan: ", STRONG), options, keep=True)


def _kind(w: Pieces, kind: Kind, *, first: bool) -> None:
    paper = w.paper
    paper.heading(f"Taal: {kind.title} ({kind.code}), {kind.counts}", 3)
    if first:
        paper.text("Bevindingen over taal staan per soort bij elkaar. Elke bevinding staat voluit in het rapport als .html of .json.")
    for f in kind.shown:
        paper.bullet(f"{MARKS[f.severity]} ", (w.view.at(f.quote), PLACE), f": {f.message}{f' · {f.status}' if f.status else ''}")
    if kind.others:
        paper.bullet(f"en {len(kind.others)} keer meer: ", (w.view.others(kind), PLACE))
    for name, text in (("Vraag", kind.first.question), ("Grond", kind.first.ground)):
        if text:
            paper.text((f"{name}: ", STRONG), text)
    if kind.first.suggestions:
        paper.text(("Kan: ", STRONG), "; ".join(s.title for s in kind.first.suggestions))


def _accountability(w: Pieces) -> None:
    paper, a = w.paper, w.report.accountability
    paper.heading("Verantwoording", 2)
    paper.text(f"{w.report.tool}, {date(a.made)}. Alles is op één computer gedaan; er is niets verstuurd.")
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

"""What the bill asks, decides and takes: parts 2 to 5."""

from __future__ import annotations

from doenvermogentoets.report import pictures
from doenvermogentoets.report.compare import GENERAL
from doenvermogentoets.report.dutch import capital
from doenvermogentoets.report.model import Actor
from doenvermogentoets.report.paper import PLACE, QUOTE, STRONG, Line, Row
from doenvermogentoets.report.questions import note
from doenvermogentoets.report.wordfile.columns import fitting
from doenvermogentoets.report.wordfile.pieces import Pieces, outs
from doenvermogentoets.report.wording import acts, brief, decision, kind, timing


def asks(w: Pieces) -> None:
    paper = w.paper
    if w.report.actors:
        paper.text(note("vraagt"))
    picture = pictures.timeline(w.report)
    if picture is not None:
        caption = f"{picture.alt} De afstanden langs de as zijn niet op schaal; dezelfde gegevens staan in de tabellen."
        paper.picture(picture.png, picture.alt, picture.description, caption)
    head = ["Wat", "Wanneer, hoe vaak of lang", "Waarmee, bij wie", "Anders", "Uitweg"]
    tables = [_asked(w, actor) for actor in w.report.actors]
    widths = fitting(head, [row for rows in tables for row in rows])  # one division for all who are asked
    for actor, rows in zip(w.report.actors, tables, strict=True):
        paper.heading(f"{capital(actor.name)}{'' if actor.person else ' (organisatie of onderneming)'}", 2)
        w.figures(actor.figures, keep=True)
        paper.table(head, rows, widths)
    if not w.report.actors:
        paper.text("Er zijn geen handelingen gevonden die de tekst van burgers of ondernemingen vraagt.")


def _asked(w: Pieces, actor: Actor) -> list[Row]:
    """What is asked of one actor, a row for each act."""
    rows: list[Row] = []
    for x in actor.actions:
        when: list[Line] = [[words] for words in timing(x)]
        with_what: list[Line] = [[", ".join(x.proof)], [f"bij {', '.join(x.counter)}" if x.counter else ""]]
        with_what.append([f"situatie: {x.event}" if x.event else ""])
        why = kind(x)
        derived = "; wie het moet doen, is afgeleid" if x.derived else ""
        rows.append(
            [
                [[(capital(acts(x)), STRONG), f" ({why}{derived})"], w.quoted(x.quote)],
                when,
                [line for line in with_what if line[0]] or [["–"]],
                [[f"{e.kind} ({e.quote.place})"] for e in x.effects] or [["geen gevolg gevonden"]],
                outs(x.ways_out) if x.effects else [["–"]],
            ]
        )
    return rows


def room(w: Pieces) -> None:
    paper, room = w.paper, w.report.room
    paper.text(note("ruimte"), keep=True)
    w.figures(room.figures, keep=bool(room.powers))
    rows: list[Row] = []
    for p in room.powers:
        told: list[Line] = [[(p.standing, STRONG)]]
        if p.direction == "nadelig" and w.told:
            for place, found in w.view.passages(p):
                told.append([(f"{capital(place)}:", PLACE)])
                told += [[(f"«{brief(q)}»", QUOTE), (f" ({'; '.join(says)})", PLACE)] for q, says in found]
            if p.missing:
                told.append([f"niet gevonden: {'; '.join(p.missing)}"])
        codes = w.codes(p.findings, places=False)
        rows.append(
            [
                [[(capital(decision(p)), STRONG)], w.quoted(p.quote)],
                [[p.room], [p.direction]],
                outs(p.ways_out) if p.direction == "nadelig" else [["–"]],
                [*told, *([[(codes, PLACE)]] if codes else [])],
            ]
        )
    if rows:
        head = ["Besluit of gevolg", "Ruimte, richting", "Uitweg", "In de toelichting"]
        paper.table(head, rows, fitting(head, rows))
    else:
        paper.text("Er zijn geen besluiten over burgers of ondernemingen gevonden.")
    for q in room.questions:
        w.question(q)


def hardship(w: Pieces) -> None:
    paper, hard = w.paper, w.report.hardship
    paper.text(note("hardheid"), keep=True)
    paper.heading("Nadelige gevolgen en hun uitweg", 2)
    rows: list[Row] = [
        [
            [
                [(capital(b.kind), STRONG)],
                w.quoted(b.quote),
                *([[(f"thema van SZW: {b.thema_szw}", PLACE)]] if b.thema_szw else []),
                *([[f"alles of niets: «{b.total}»"]] if b.total else []),
            ],
            [[b.reason]],
            [[b.room]],
            [*outs(b.ways_out), *([[(f"gezocht in {b.searched}", PLACE)]] if not b.ways_out else [])],
            [[b.standing], [(w.codes(b.findings, places=False), PLACE)]],
        ]
        for b in hard.burdens
    ]
    if rows:
        head = ["Gevolg", "Aanleiding", "Ruimte", "Uitweg", "In de toelichting"]
        paper.table(head, rows, fitting(head, rows))
    else:
        paper.text("Er zijn geen nadelige gevolgen gevonden.")
    paper.heading("Hardheidsclausules, naast Ar 5.25 en 5.26", 2)
    for c in hard.clauses:
        paper.heading(capital(c.quote.place), 3)
        paper.text(*w.quoted(c.quote))
        paper.table(
            ["Vraag", "Wat de tekst laat zien", "Norm"],
            [
                [[[a.asks]], [[f"{a.found}{': ' if a.quote else ''}", *(w.quoted(a.quote) if a.quote else [])]], [[a.norm]]]
                for a in c.aspects
            ],
            [5.5, 8.0, 3.5],
        )
        w.field(c.key)
    if not hard.clauses:
        paper.text(note("geen-clausule"))
    for q in hard.steps:
        w.question(q)
    paper.heading("Soort effect (vier thema's van SZW)", 2)
    for category in hard.categories:
        codes = w.codes(category.findings)
        effects = ", ".join(f"{b.kind} ({b.quote.place})" for b in w.view.burdens(category))
        told = f"Gevolgen: {effects}. " if effects else ""
        paper.bullet(
            (capital(category.name), STRONG),
            f": {category.text} {told}",
            (f"Bevindingen: {codes}." if codes else "Geen bevindingen.", PLACE),
        )


def doenvermogen(w: Pieces) -> None:
    text, source = w.view.core_question
    w.paper.text(f"Kernvraag: «{text}» ({source}). {note('doenvermogen')}")
    for q in w.report.doenvermogen:
        w.question(q)
    w.paper.heading("Eindoordeel", 2)
    w.paper.text(note("eindoordeel"), keep=True)
    w.field(GENERAL)

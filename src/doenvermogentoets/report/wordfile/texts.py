"""Time limits, language and the toelichting: parts 6 and 7."""

from __future__ import annotations

from doenvermogentoets.report import pictures
from doenvermogentoets.report.dutch import capital
from doenvermogentoets.report.model import Block
from doenvermogentoets.report.paper import PLACE, QUOTE, STRONG, Row
from doenvermogentoets.report.questions import note
from doenvermogentoets.report.wordfile.columns import fitting
from doenvermogentoets.report.wordfile.pieces import NOTHING, Pieces
from doenvermogentoets.report.wording import NO_LONG_SENTENCES, STANDING_MARKS, concerned, missing, number, said, score, where


def limits_and_language(w: Pieces) -> None:
    _limits(w)
    _language(w)


def _limits(w: Pieces) -> None:
    paper, report = w.paper, w.report
    paper.heading("Termijnen", 2)
    paper.text(note("termijnen"), keep=bool(report.deadlines))
    if report.deadlines:
        paper.table(
            ["Termijn", "Voor wie", "Risico"],
            [
                [
                    [[(d.limit.text, STRONG)], [(where(d.quote), PLACE)]],
                    [[concerned(d)]],
                    [
                        [f"▲ {'; '.join(d.risks)}"]
                        if d.risks
                        else ["geen: deze termijn is voor de overheid" if d.whose == "overheid" else "geen gevonden"]
                    ],
                ]
                for d in report.deadlines
            ],
            [6.5, 3.0, 7.5],
            shades=lambda y, _: "FCEFD9" if report.deadlines[y].risks else "",
        )
    else:
        paper.text("Er zijn geen termijnen gevonden.")


def _language(w: Pieces) -> None:
    paper, language = w.paper, w.report.language
    paper.heading("Taal", 2)
    paper.text(language.note)
    if language.compared_with is not None:
        k = language.compared_with
        paper.text((f"Vergeleken met {k.parts} artikelen uit {k.texts} {k.kind} ({k.source}; {k.date}).", PLACE))
    picture = pictures.reading(w.report)
    if picture is not None:
        paper.picture(picture.png, picture.alt, picture.description, picture.alt)
    rows = w.view.readings
    if rows:
        paper.table(
            ["Deel", "Woorden", "Per zin", "Langste", "Percentiel", "Flesch-Douma", "Brouwer", "LiNT-II"],
            [
                [
                    [[f"{w.view.part(r)}"]],
                    *(
                        [[value]]
                        for value in (
                            str(r.words),
                            number(r.words_per_sentence),
                            str(r.longest),
                            "–" if r.percentile is None else str(r.percentile),
                            score(r, r.flesch_douma),
                            score(r, r.brouwer),
                            score(r, r.lint),
                        )
                    ),
                ]
                for r in rows
            ],
            [5.4, 1.6, 1.4, 1.6, 1.8, 2.2, 1.6, 1.4],
            small=True,
        )
    if w.view.readings_left:
        paper.text((w.view.readings_left, PLACE))
    paper.heading("De langste zinnen", 2)
    if not language.hardest:
        paper.text(NO_LONG_SENTENCES)
    paper.numbered(
        [
            [
                f"{h.words} woorden{'' if h.percentile is None else f' (percentiel {h.percentile})'}: ",
                *w.quoted(h.quote),
                (f" {w.codes(h.findings, places=False)}", PLACE),
            ]
            for h in language.hardest
        ]
    )


def explanation(w: Pieces) -> None:
    paper, part = w.paper, w.report.explanation
    paper.text(part.note)
    paper.heading("Bouwstenen", 2)
    head = ["Bouwsteen", "Gevonden", "Waar", "Bron"]
    blocks = [_block(w, b) for b in part.blocks]
    paper.table(head, blocks, fitting(head, blocks))
    if part.account:
        paper.heading("De verantwoording over doenvermogen (Ar 4.43, onder f)", 2)
        paper.text((note("gevonden"), PLACE))
        paper.table(
            ["Zegt zij", "Woorden gevonden"],
            [
                [
                    [[(b.name, STRONG)]],
                    [[(f"«{q.text}» ", QUOTE), (place, PLACE)] for q, place in w.view.spots(b.quotes, inside=True)] or [NOTHING],
                ]
                for b in part.account
            ],
            [6.0, 11.0],
        )
    if part.norms:
        paper.heading("Wat de toelichting zegt over bepalingen die belasten", 2)
        head = ["Bepaling", "Vraagt uitleg om", "Uitleg", "Gevonden", "Niet gevonden"]
        rows: list[Row] = [
            [
                [[(capital(n.quote.place), STRONG)]],
                [[", ".join(n.why)]],
                [[n.standing]],
                [[f"{place}: {'; '.join(says)}"] for place, says in w.view.by_place(n.elements)] or [["–"]],
                [[missing(n)]],
            ]
            for n in part.norms
        ]
        paper.table(head, rows, fitting(head, rows))
    paper.heading("Tegenspraak met het ontwerp", 2)
    for f in (w.view.by_key[k] for k in part.contradictions if k in w.view.by_key):
        paper.bullet(f"{f.message} ", *w.quoted(f.quote), (f" {f.code}", PLACE))
    if not part.contradictions:
        paper.text("Er is geen tegenspraak gevonden." if w.told else "Niet te zien zonder toelichting.")


def _block(w: Pieces, b: Block) -> Row:
    return [
        [[(b.name, STRONG)], [(b.asks, PLACE)]],
        [[f"{STANDING_MARKS[b.standing]} {b.standing}"], *([[(b.note, PLACE)]] if b.note else [])],
        [[(f"«{said(q)}» " if said(q) else "", QUOTE), (place, PLACE)] for q, place in w.view.spots(b.quotes[:2], inside=True)] or [["–"]],
        [[(b.source, PLACE)]],
    ]

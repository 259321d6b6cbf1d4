"""A toelichting whose numbers have shifted, and small things of the Word report: long sentences that are long, words that are whole."""

from __future__ import annotations

from collections.abc import Callable

from doenvermogentoets.report import Report, markdown

Draft = Callable[..., Report]
BILL = (
    "VOORSTEL VAN WET\n\nArtikel 1\nIn deze wet wordt verstaan onder:\nmantelzorger: natuurlijke persoon die zorg verleent.\n\n"
    "Artikel 2\nHet college verleent de mantelzorger op aanvraag een toeslag.\n\n"
    "Artikel 3\nHet college legt de mantelzorger die een wijziging niet meldt, een bestuurlijke boete op van € 300.\n\n"
    "Artikel 4\nHet college trekt de toeslag in indien de mantelzorger de zorg heeft gestaakt.\n"
)
FINE = "Wie een wijziging niet meldt, krijgt een bestuurlijke boete van € 300, omdat de controle anders niet mogelijk is."
ENDS = "De toeslag wordt ingetrokken als de zorg is gestaakt, omdat zij dan geen doel meer heeft."
MOVED = "kunnen zijn verschoven"


def told(three: str, four: str) -> str:
    general = "MEMORIE VAN TOELICHTING\n\nI. Algemeen\nDit voorstel regelt een toeslag.\n\nII. Artikelsgewijs\n\n"
    return f"{general}Artikel 3\n{three}\n\nArtikel 4\n{four}\n"


def test_words_about_another_act_under_a_number_are_not_given_as_what_is_said_of_it(draft: Draft) -> None:
    report = draft(BILL, told(ENDS, FINE))
    fine = next(b for b in report.hardship.burdens if b.quote.place == "artikel 3")
    assert fine.standing == "niet gevonden"
    assert fine.explained == ()
    power = next(p for p in report.room.powers if p.quote.place == "artikel 3")
    assert power.standing == "niet gevonden"
    assert any("artikel 4 regelt" in e.statement and MOVED in e.statement for e in power.explained)
    norm = next(n for n in report.explanation.norms if n.quote.place == "artikel 3")
    assert norm.standing == "niet genoemd"
    assert MOVED in norm.elements[0].statement
    assert MOVED in markdown.render(report)


def test_words_about_its_own_act_are_and_another_act_beside_it_is_no_matter(draft: Draft) -> None:
    report = draft(BILL, told(f"{FINE} Daarnaast kan de toeslag worden ingetrokken (artikel 4).", ENDS))
    fine = next(b for b in report.hardship.burdens if b.quote.place == "artikel 3")
    assert fine.standing == "uitgelegd"
    assert MOVED not in markdown.render(report)


def test_a_short_sentence_is_not_among_the_longest(draft: Draft) -> None:
    short = draft(BILL)
    assert short.language.hardest == ()
    assert "Er zijn geen lange zinnen." in markdown.render(short)
    long = "Het college kan de toeslag" + " van de mantelzorger die bij een ander woont" * 4 + " verhogen."
    assert [h.quote.place for h in draft(f"{BILL}\nArtikel 5\n{long}\n").language.hardest] == ["artikel 5"]


def test_with_what_something_is_shown_ends_at_a_whole_phrase(draft: Draft) -> None:
    act = "De mantelzorger verstrekt bij de aanvraag een berekening van de kosten over het kalenderjaar en een kopie van de rekening."
    report = draft(f"{BILL}\nArtikel 5\n{act}\n")
    proofs = [p for who in report.actors for a in who.actions for p in a.proof]
    assert "berekening van de kosten" in proofs
    assert not any(p.endswith((" over", " van", " en", " de")) for p in proofs)


def test_replaced_words_and_an_artikel_that_goes_have_a_row(draft: Draft) -> None:
    bill = (
        "Wijziging van de Zorgwet\n\nARTIKEL I\n\nDe Zorgwet wordt als volgt gewijzigd:\n\nA\n\nIn artikel 3 wordt «tien weken» vervangen "
        "door «drie weken».\n\nB\n\nArtikel 8 vervalt.\n\nC\n\nIn artikel 9 wordt «raad» vervangen door «college».\n"
    )
    report = draft(bill, "MEMORIE VAN TOELICHTING\n\n1. Melden\nMelden moet binnen drie weken, omdat anders te veel wordt betaald.\n")
    rows = [(n.quote.place, n.why, n.standing) for n in report.explanation.norms]
    assert rows == [
        ("artikel I, onderdeel A (artikel 3)", ("wijziging",), "uitgelegd"),
        ("artikel I, onderdeel B (artikel 8)", ("vervallen",), "niet genoemd"),
    ]

"""What is asked once per artikel has the same answer for each lid, and never that of another artikel or another text."""

from __future__ import annotations

from doenvermogentoets import readers, structure
from doenvermogentoets.analysis import Analysis, analyse, analyse_document
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel, per_provision
from doenvermogentoets_checks.in_dienst import done_by_body
from doenvermogentoets_checks.spaart import afwijkbaar
from doenvermogentoets_checks.termijnen.verlichting import more_time
from doenvermogentoets_checks.termijnen.wiens import addressed_before

TEXT = """Artikel 1
1. De huurder meldt dit binnen twee weken.
2. De eigenaar betaalt binnen vier weken.
3. Het college kan deze termijn verlengen.
4. Het college kan afwijken van het eerste lid.

Artikel 2
1. De huurder betaalt binnen twee weken.
2. De huurder meldt dit.
"""


def analysed(text: str = TEXT) -> Analysis:
    return analyse_document(structure.dossier(readers.read_text(text, "proef.txt", "txt")).bill)


def test_each_artikel_and_each_text_is_asked_once() -> None:
    asked: list[str] = []
    question = per_artikel(
        lambda analysis, provision: asked.append(provision.unit.artikel.number if provision.unit.artikel else "") or len(asked)
    )
    one, other = analysed(), analysed()
    first = [question(one, p) for p in one.provisions]
    assert first == [question(one, p) for p in one.provisions] == [1, 1, 1, 1, 2, 2]
    assert [question(other, p) for p in other.provisions] == [3, 3, 3, 3, 4, 4]
    assert asked == ["1", "2", "1", "2"]


def test_the_answers_are_those_of_the_own_lid_and_artikel() -> None:
    analysis = analysed()
    text = analysis.document.text
    earlier = [addressed_before(analysis, p) for p in analysis.provisions]
    assert [a.tekst.lower() if a is not None else "" for a in earlier] == ["", "huurder", "eigenaar", "eigenaar", "", "huurder"]
    assert [more_time(analysis, p) is not None for p in analysis.provisions] == [True] * 4 + [False] * 2
    found = [afwijkbaar(analysis, p) for p in analysis.provisions]
    assert [text[s] if s is not None else "" for s in found] == ["kan afwijken", "", "", "", "", ""]


def test_each_provision_is_asked_once() -> None:
    asked: list[str] = []
    question = per_provision(lambda analysis, provision: asked.append(provision.unit.number) or len(asked))
    analysis = analysed()
    assert [question(analysis, p) for p in (*analysis.provisions, *analysis.provisions)] == [1, 2, 3, 4, 5, 6] * 2


def test_the_norms_in_a_span_are_those_that_share_text_with_it() -> None:
    provision = analysed(
        "Artikel 1\nDe huurder meldt dit. De eigenaar betaalt. De huurder vertrekt en het college beslist. Dit geldt.\n"
    ).provisions[0]
    start, end = provision.span.start, provision.span.end
    spans = [Span(i, j) for i in range(start, end) for j in range(i, end)]
    assert provision.norms
    assert all(provision.norms_in(s) == tuple(n for n in provision.norms if n.span.overlaps(s)) for s in spans)


def test_a_body_that_does_it_holds_there_and_behind_it_and_not_before() -> None:
    text = "Artikel 1\n1. Na een aanmelding wordt dit gemeld.\n2. De aanmelding geschiedt door het bevoegd gezag.\n3. Dit wordt gemeld.\n"
    dossier = analyse(structure.dossier(readers.read_text(text, "proef.txt", "txt")).alone())
    found = [done_by_body(dossier, p, p.span) for p in dossier.bill.provisions]
    document = dossier.bill.document.text
    assert [document[f] if f is not None else "" for f in found] == ["", "bevoegd gezag", "bevoegd gezag"]

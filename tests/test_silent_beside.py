"""A hit that other checks make superfluous: where one of them speaks around it, it is left out."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from doenvermogentoets import catalogue, engine, readers, structure
from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Check, Detector, Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.text import Span

TEXT = "Artikel 1\nDe ouder meldt een wijziging. Het college beslist.\n"
DOSSIER = structure.dossier(readers.read_text(TEXT, "o.txt", "txt"))
A, B, _ = (check for check, _ in zip(catalogue.load(), range(3), strict=False))


def _check(like: Check, words: str, silent_beside: tuple[str, ...] = (), around: str = "") -> Check:
    def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
        document = dossier.bill.document
        places = [Span(at, at + len(w)) for w in (words, around or words) for at in [document.text.content.index(w)]]
        yield Hit(document, None, places[0], "Er is iets.", silent_beside=silent_beside, around=places[1])

    check = replace(like)
    detector: Detector = find
    check.__dict__["detector"] = detector
    return check


def found(*checks: Check) -> list[str]:
    return [finding.check for finding in engine.run(DOSSIER, checks).findings]


@pytest.mark.parametrize("other_first", [True, False])
def test_it_is_left_out_where_the_other_speaks_around_it_in_any_order(other_first: bool) -> None:
    other, own = _check(A, "wijziging"), _check(B, "De ouder", (A.name,), "De ouder meldt een wijziging")
    assert found(*((other, own) if other_first else (own, other))) == [A.name]


def test_it_stays_where_the_other_speaks_elsewhere_or_does_not_run() -> None:
    own = _check(B, "De ouder", (A.name,), "De ouder meldt een wijziging")
    assert sorted(found(_check(A, "college"), own)) == sorted([A.name, B.name])
    assert found(own) == [B.name]


def test_without_words_around_it_its_own_count() -> None:
    own = _check(B, "De ouder", (A.name,))
    assert sorted(found(_check(A, "wijziging"), own)) == sorted([A.name, B.name])

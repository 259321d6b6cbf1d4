"""Hardship clauses in other words than those of the model (Ar 5.26): what they cover, and that they are seen as a way out."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.testing import Marked, dossier_of

RULES = "Artikel 1\nDe huurder meldt een verhuizing.\n\nArtikel 2\nHet recht van de huurder vervalt als hij niet meldt.\n\nArtikel 3\n{}\n"


@pytest.mark.parametrize(
    "clause",
    [
        "Het college kan ten gunste van een huurder van deze verordening afwijken als toepassing in zijn geval onredelijk zou uitpakken.",
        "De minister kan in individuele gevallen van artikel 2 afwijken ten voordele van een huurder, indien strikte toepassing daarvan "
        "onevenredig is.",
        "Het college wijkt van artikel 2 af als onverkorte toepassing voor de huurder zou leiden tot onevenredig nadeel.",
        "Het bestuur kan van de termijn in artikel 2 afwijken, indien een huurder door ziekte of een andere dringende reden daaraan niet "
        "heeft kunnen voldoen.",
    ],
)
def test_a_clause_in_other_words_covers_what_it_names(clause: str) -> None:
    bill = analyse(dossier_of(Marked(RULES.format(clause), None, ()))).bill
    (found,) = clausules(bill)
    assert found.helpt
    assert not found.vaag
    assert found.covers(bill.provisions[1].unit)


@pytest.mark.parametrize(
    "other",
    [
        "Wijkt het bedrag af van artikel 2, dan deelt het college dat mee.",
        "Het college kan wegens een experiment van artikel 2 afwijken.",
    ],
)
def test_what_only_differs_or_is_tried_out_is_no_clause(other: str) -> None:
    assert not clausules(analyse(dossier_of(Marked(RULES.format(other), None, ()))).bill)

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
        "Het college wijkt af van artikel 2 als toepassing daarvan onredelijk zou uitpakken.",
        "Het college kan van de termijn in artikel 2 afwijken wegens ziekte of een andere dringende reden.",
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
        "Het college wijkt van artikel 2 niet af, ook niet in bijzondere gevallen.",
        "De werkelijke kosten wijken van de raming af wegens bijzondere omstandigheden.",
        "De minister kan bij wijze van experiment van artikel 2 afwijken, tenzij dat voor de huurder onevenredig is.",
        "Het college kan door een verkeersbesluit van artikel 2 afwijken om een dringende reden van openbare veiligheid.",
        "Het college kan van artikel 2 afwijken als de last voor het college onevenredig is.",
    ],
)
def test_what_only_differs_or_is_not_for_who_is_hit_is_no_clause(other: str) -> None:
    assert not clausules(analyse(dossier_of(Marked(RULES.format(other), None, ()))).bill)

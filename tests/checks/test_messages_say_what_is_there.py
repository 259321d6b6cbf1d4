"""A message says of a text what stands in it, and no more."""

from __future__ import annotations

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.findings import Severity
from doenvermogentoets.testing import Marked, dossier_of

CATALOGUE = load()
CHECK = "hardheidsclausule-afwijkend-criterium"


def messages(check: str, bill: str) -> list[str]:
    result = run_analysed(analyse(dossier_of(Marked(bill, None, ()))), CATALOGUE.select((check,)))
    assert result.failures == []
    return [f.message for f in result.findings]


LOSES = (
    "Artikel 4\nDe huurder meldt een verhuizing binnen vier weken. Bij te late melding vervalt het recht op de huurtoelage.\n\n"
    "Artikel 9\nHet college kan artikel {} buiten toepassing laten voor zover toepassing, gelet op het belang van betaalbaar wonen, leidt "
    "tot een onbillijkheid van overwegende aard.\n"
)


def test_a_narrow_clause_is_told_how_much_lies_outside_it() -> None:
    (message,) = messages("hardheidsclausule-te-smal", "Artikel 2\nEr is een register.\n\n" + LOSES.format("2"))
    assert "daarbuiten staat een zwaar gevolg" in message


def test_who_loses_the_year_does_not_only_owe_it_at_once() -> None:
    text = (
        "Artikel 3\nDe huurder levert uiterlijk op 1 april zijn opgave in. Is deze op die datum niet ontvangen, dan stelt het college het "
        "recht op de toelage over dat jaar {} en is de verstrekte toelage direct opeisbaar.\n"
    )
    told = messages("alles-of-niets", text.format("vast op nihil"))
    assert told
    assert not any("een deel niet betaalt" in message for message in told)


def test_a_clause_for_all_but_some_says_so() -> None:
    clause = (
        "Artikel 2\nDe huurder meldt een verhuizing.\n\nArtikel 3\nHet college kan in schrijnende gevallen van deze wet afwijken, met "
        "uitzondering van artikel 2.\n"
    )
    (message,) = messages("hardheidsclausule-onbepaalde-reikwijdte", clause)
    assert "behalve wat zij uitzondert" in message


def test_a_criterion_that_is_met_sooner_than_that_of_the_model_is_a_suggestion() -> None:
    clause = (
        "Artikel 2\nDe huurder meldt een verhuizing.\n\nArtikel 3\nHet college kan van artikel 2 afwijken als dat voor de huurder {}.\n"
    )
    sooner, hard = (clause.format(words) for words in ("onredelijk zou uitpakken", "tot een schrijnende situatie leidt"))
    severities = [
        [f.severity for f in run_analysed(analyse(dossier_of(Marked(text, None, ()))), CATALOGUE.select((CHECK,))).findings]
        for text in (sooner, hard)
    ]
    assert severities == [[Severity.SUGGESTION], [Severity.WARNING]]

"""How much a sentence sounds as reasons do, and words for the same thing."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.language.klank import phrases
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.toelichting.evidence import Evidence
from doenvermogentoets.toelichting.redenzin import klinkt
from doenvermogentoets.toelichting.words import groups, roots


def test_phrases_are_of_one_to_three_words_with_numbers_as_one() -> None:
    assert phrases("Na 12 weken.") == {"^", "na", "0", "weken", "^ na", "na 0", "0 weken", "^ na 0", "na 0 weken"}
    assert phrases("") == {"^"}


@pytest.mark.parametrize(
    "reason, other",
    [
        (
            "Achteraf valt niet meer te achterhalen wie er die nacht in het pand sliep.",
            "De vergunning wordt geweigerd als er meer dan vier personen in het pand slapen.",
        ),
        (
            "Zou een latere opgave volstaan, dan was het geld al uitgekeerd.",
            "De opgave wordt gedaan met een formulier dat het college op zijn website zet.",
        ),
        (
            "Bij de vorige regeling bleek een kwart van de bonnen vervalst.",
            "Het college gaat zorgvuldig om met de belangen van aanvragers.",
        ),
        (
            "Zonder grens zou de pot al in februari leeg zijn.",
            "Op grond van het tweede lid bedraagt de vergoeding ten hoogste 300 euro.",
        ),
    ],
)
def test_a_reason_told_as_a_fact_sounds_more_like_one_than_rule_procedure_and_promise(reason: str, other: str) -> None:
    assert klinkt(reason) > klinkt(other)


def test_a_connective_of_reasons_never_speaks_against_one() -> None:
    plain = "De melding wordt binnen een week gedaan."
    assert klinkt("De melding wordt binnen een week gedaan, omdat het spoor daarna koud is.") > klinkt(plain)


def test_eigen_arbeid_and_zelf_klussen_are_the_same_thing() -> None:
    assert groups(roots("eigen arbeid")) & groups(roots("een klus die hij zelf doet"))
    assert not groups(roots("vaartuig")) & groups(roots("leraar"))


def test_words_for_the_same_thing_tell_which_provision_is_meant() -> None:
    bill = (
        "Artikel 1. Ligplaats\nDe eigenaar van een vaartuig betaalt liggeld.\n\n"
        "Artikel 2. School\nDe leraar vraagt een bewijs van bevoegdheid aan.\n"
    )
    told = "MEMORIE VAN TOELICHTING\n\nWie een schuit heeft, deelt in de kosten.\n"
    analysis = analyse(dossier(read_text(bill, "o.txt", "txt"), read_text(told, "t.txt", "txt")))
    assert analysis.explanation is not None
    evidence = Evidence(analysis.explanation)
    found, _ = evidence.of(evidence.words("Wie een schuit heeft, deelt in de kosten."))
    best = max(found, key=lambda p: found[p])
    assert best.unit.artikel is not None and best.unit.artikel.number == "1"

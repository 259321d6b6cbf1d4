"""Whether a norm is transitional law: by its words, its heading, or because it is a norm of an amending act's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import pattern
from doenvermogentoets.norms.model import Soort

if TYPE_CHECKING:
    from doenvermogentoets.document import Unit

_OVERGANG = pattern("extract", "overgang")
_ROMAN = re.compile(r"[IVXLC]+[a-z]*")
_ACCOUNTS = frozenset(["verslag", "evaluatie", "evalueert", "evaluatieverslag", "staten-generaal", "doeltreffendheid", "effecten"])
_AT_START = re.compile(
    r" (?:inwerkingtreding|bekendmaking|plaatsing) (?:in het staatsblad )?van (?:deze|dit) (?:wet|besluit|regeling|verordening) "
)
_RECURS = re.compile(r" (?:telkens|jaarlijks|periodiek|(?:eenmaal|éénmaal|een maal|één maal|eens|één keer|tweemaal) (?:per|in de) ) ?")


def own_of_amending_act(unit: Unit) -> bool:
    """Whether a provision stands in an artikel with a Roman number: in an amending act a norm of its own."""
    return _ROMAN.fullmatch((unit.artikel or unit).number) is not None


def headings(unit: Unit) -> str:
    """The heading of the artikel, and of the chapter or paragraaf when it holds transitional law only."""
    artikel = unit.artikel or unit
    above = " ".join(u.heading.lower() for u in artikel.ancestors() if "overgang" in u.heading.lower() and "slot" not in u.heading.lower())
    return f"{artikel.heading.lower()} {above}"


def hands_over(facts: Facts) -> bool:
    """Whether what authorities do at the start of a law belongs to the change of law; evaluating or reporting about it does not."""
    return _ACCOUNTS.isdisjoint(facts.vocabulary) and _AT_START.search(facts.text) is not None


def transitional(facts: Facts, unit: Unit, heading: str, first: Soort) -> bool:
    """Whether a norm is transitional law.

    Args:
        unit: where it stands.
        heading: what :func:`headings` gives for it.
        first: the kind of the first norm of the sentence.
    """
    if "overgang" in heading or (own_of_amending_act(unit) and first is not Soort.DEFINITIE):
        return True
    found = _OVERGANG.search(facts.text)
    if found is None:
        return False
    if first is Soort.PLICHT and _RECURS.search(facts.text):
        return False  # «binnen een jaar na inwerkingtreding en daarna ten minste eenmaal per vier jaar»
    defined = facts.text.find(" verstaan ") if first is Soort.DEFINITIE else -1
    return defined < 0 or found.start() < defined

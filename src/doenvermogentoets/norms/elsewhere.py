"""Acts that a sentence only mentions: what must be done stands elsewhere, here is what follows when it went wrong."""

from __future__ import annotations

from doenvermogentoets.norms import grammar
from doenvermogentoets.norms.acting import clause_of
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.model import TermijnSoort

NOTICES = frozenset(load("terms")["mededelingen"]["woorden"])


def sanction_only(facts: Facts, i: int) -> bool:
    """«niet binnen de in het vierde lid genoemde termijn heeft voldaan»: the act is asked elsewhere, here is only what follows."""
    if not facts.parse.depth[i]:
        return False
    first, last = clause_of(facts, i)
    if named_elsewhere(facts, first, last):
        return True
    for found in facts.limits:
        if first <= found.first <= last and found.soort is TermijnSoort.ONBEPAALD and "niet" in facts.words[first : found.first]:
            inside = facts.words[found.first : found.kern + 1]
            if inside[1:2] in (("de",), ("die",), ("deze",)):
                return True
    return False


def named_elsewhere(facts: Facts, first: int, last: int) -> bool:
    """«indien hij de in het vorige lid bedoelde kennisgeving niet onverwijld doet»: what must be done, and when, stands in another lid."""
    words = facts.words
    if words[first] not in grammar.CONDITIONALS or "niet" not in words[first : last + 1]:
        return False
    denied = words.index("niet", first)
    for j in range(first + 1, denied - 1):
        if words[j] in ("bedoelde", "genoemde", "voorgeschreven", "vermelde") and words[j + 1] in _NAMED_ACTS:
            return True
    return False


_NAMED_ACTS = NOTICES | frozenset(
    ["verplichting", "verplichtingen", "aanvraag", "gegevens", "inlichtingen", "stukken", "bescheiden", "termijn"]
)


def wrong_information(words: tuple[str, ...], i: int) -> bool:
    """«onjuiste gegevens heeft verstrekt»: what went wrong elsewhere, nothing that is asked here."""
    near = words[max(0, i - 8) : i + 4]
    return bool({"onjuiste", "onvolledige", "onjuist", "onvolledig"} & set(near)) or ("nagekomen" in near and "verplichtingen" in near)

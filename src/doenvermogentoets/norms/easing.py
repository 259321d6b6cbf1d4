"""What a decision takes away from a burden or adds to it: enforcement that is held off, a fine that is lowered, costs that are charged."""

from __future__ import annotations

import re
from collections.abc import Collection

from doenvermogentoets.norms.clauses import CONDITIONALS, Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import words as word_set

GOVERNMENT_FUNDS = word_set("extract", "kassen")
_BRINGS = frozenset(["brengt", "brengen", "gebracht"])
_ENFORCEMENT = frozenset(["tenuitvoerlegging", "invordering", "executie", "inning", "betalingsverplichting", "terugvordering"])
_HALTS = frozenset(["schorsing", "beëindiging"])
_FORGOTTEN = frozenset(["gegevens", "persoonsgegevens", "registratie", "aantekening", "vingerafdrukken", "foto's", "beelden", "opnamen"])


def forgets(clause: Clause) -> bool:
    """«verwijderen de gegevens uiterlijk twee jaar na ontvangst»: what is removed is what is kept about somebody."""
    return any(v.infinitive in ("verwijderen", "vernietigen", "wissen") for v in clause.verbs) and bool(_FORGOTTEN & clause.words)


def holds_off(clause: Clause) -> bool:
    """«kan de tenuitvoerlegging opschorten», «staakt de inning»: what is suspended or ended is what hurts."""
    return not clause.negated and any(v.groep in _HALTS for v in clause.verbs) and bool(_ENFORCEMENT & clause.words)


_LESS = frozenset(["vermindert", "verminderd", "verlaagd", "terugbetaald", "kwijtgescholden", "verrekend"])
_COMES = frozenset(["komt", "komen", "is", "zijn", "blijft", "blijven"])
_AT_COST = frozenset(["laste", "rekening", "doorberekend", "doorbelast"])
SANCTIONS = frozenset(
    ["boete", "sanctie", "maatregel", "verhoging", "dwangsom", "terugvordering", "straf", "rente", "naheffing", "bestuursdwang"]
)
_HEAD = 3  # «Een bestuurlijke boete …»: where the subject of a clause ends its name


def _item(facts: Facts, clause: Clause) -> frozenset[str]:
    """The words of the onderdeel that the verb of a clause stands in, up to the verb: «kan: a. de boete verlagen indien …»."""
    at = max(clause.verb_at, default=clause.finite)
    start = next((j for j in range(at, clause.finite, -1) if facts.labels[j]), at)
    return frozenset(facts.words[start + 1 : at])


def lightens(facts: Facts, clause: Clause) -> bool:
    """«kan de boete verminderen», «Een boete … wordt verlaagd»: less of what hurts."""
    if clause.negated or not any(v.infinitive in ("verminderen", "verlagen", "matigen", "halveren") for v in clause.verbs):
        return False
    if clause.modal:
        own = clause.words | _item(facts, clause)
        return bool(SANCTIONS & own) and not {"met", "als"} & own
    if not clause.passive:
        return _less_to_pay(facts, clause)
    head = facts.words[clause.first : min(clause.first + _HEAD, clause.finite)]
    return not SANCTIONS.isdisjoint(head)


_LOWER_IS_BETTER = word_set("extract", "lower_is_better")
# Paid by some and received by others: «de ouder betaalt een bijdrage», «de minister verstrekt een bijdrage».
_EITHER = frozenset(["bijdrage", "premie"])
_RECEIVED = re.compile(r" (?:subsidi\w+|project(?:en)?|activiteit(?:en)?|\w*ontvangers?|(?:verleend|verstrekt|toegekend)e?) ")
_FAILED = frozenset(["niet", "geen", "laat"])
_GOT = ("subsidie", "uitkering", "toelage", "tegemoetkoming", "vergoeding", "voorschot", "bijstand", "budget")


def names_dues(own: Collection[str]) -> bool:
    """Whether words name what may be something to pay."""
    return not _LOWER_IS_BETTER.isdisjoint(own)


def has_to_pay(facts: Facts, own: Collection[str]) -> bool:
    """Whether words of a clause name what somebody has to pay; less of it because he failed to do something is no favour."""
    named = _LOWER_IS_BETTER & frozenset(own)
    if not named <= _EITHER or "eigen" in own:
        return bool(named)
    failed = any(s[2] in CONDITIONALS and not _FAILED.isdisjoint(facts.words[s[0] : s[1] + 1]) for s in facts.parse.subs)
    return bool(named) and not failed and _RECEIVED.search(facts.text) is None


def _less_to_pay(facts: Facts, clause: Clause) -> bool:
    """«vermindert op aanvraag de heffing met de helft»: less of what somebody has to pay, not «vermindert de toelage met de bijdrage»."""
    own: list[str] = []
    for j in clause.core:
        if facts.words[j] == "met":
            break
        own.append(facts.words[j])
    return has_to_pay(facts, own) and not any(word.endswith(_GOT) for word in own)


_DEVIATE = re.compile(r" (?:afwijken|afgeweken|af te wijken) ")
_IN_FAVOUR = re.compile(
    r" (?:ten gunste|ten voordele|in het voordeel) van (?!(?:\w+ )?(?:staat|rijk|college|gemeente|minister|fonds|provincie) )"
)


def in_favour(facts: Facts, clause: Clause) -> bool:
    """«kan ten gunste van de huurder afwijken»: the direction that the verb alone does not tell."""
    return bool(clause.modal) and _DEVIATE.search(facts.text) is not None and _IN_FAVOUR.search(facts.text) is not None


_FEES = frozenset(["recht", "rechten", "leges", "vergoeding", "kosten", "bijdrage", "heffing", "retributie", "tarief"])


def charges(facts: Facts, clause: Clause) -> bool:
    """What somebody is made to pay without a word for a debt: «brengt de kosten in rekening», «ten laste van de aanvrager»."""
    words, here = facts.words, clause.words
    verbs = {words[j] for j in (clause.finite, *clause.verb_at)}
    if clause.negated or verbs & _LESS:
        return False
    if "rekening" in here and _BRINGS & verbs:
        return any(words[j - 1] == "in" for j in clause.core if words[j] == "rekening" and j)
    if {"geheven", "heft", "heffen"} & verbs and _FEES & here:
        return True
    whom = [j for j in clause.core if words[j] in _AT_COST]
    passed_on = "doorberekend" in here or "doorbelast" in here
    if not whom or not (passed_on or verbs & _COMES or _BRINGS & verbs):
        return False
    return any(
        a.rol == "burger" and words[a.last] not in GOVERNMENT_FUNDS and any(0 < a.first - at <= 6 for at in whom) for a in facts.actors
    )

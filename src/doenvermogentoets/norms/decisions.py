"""Decisions of an authority about a citizen or enterprise."""

from __future__ import annotations

import re
from functools import lru_cache

from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.heads import core_text
from doenvermogentoets.norms.lexicon import load, words
from doenvermogentoets.norms.matter import BURGERZAAK, citizen_matter, state_business
from doenvermogentoets.norms.model import Richting

_VERSTREKT = words("classify", "verstrekt")
_STELT = re.compile(r" (?:buiten behandeling|in bewaring|op nihil|in vrijheid|onder toezicht|onder curatele) ")
NO_DECISION = re.compile(r" zonder dat (?:dit|deze|dat|zulks) bij beschikking ")
OORDEEL = re.compile(r" naar (?:het|zijn|haar|hun) oordeel ")
_VERZUIM = re.compile(r" (?:vorm(?:t|en)|begaa(?:t|n)) [^.;]{0,40}(?:verzuim|vergrijp|overtreding)(?:en)? ")
_PERMITS = frozenset(["ontheffing", "vergunning", "vrijstelling", "omgevingsvergunning"])
_DECISION_NOUNS: dict[str, Richting] = {
    "herziening": "nadelig",
    "intrekking": "nadelig",
    "terugvordering": "nadelig",
    "invordering": "nadelig",
    "verrekening": "nadelig",
    "weigering": "nadelig",
    "afwijzing": "nadelig",
    "schorsing": "nadelig",
    "verlaging": "nadelig",
    "opleggen": "nadelig",
    "oplegging": "nadelig",
    "terugvorderen": "nadelig",
    "invorderen": "nadelig",
    "beëindiging": "nadelig",
    "toekenning": "gunstig",
    "verlening": "gunstig",
    "heropening": "gunstig",
    "herleving": "gunstig",
    "uitbetaling": "gunstig",
    "verlenging": "gunstig",
    "vaststelling": "neutraal",
    "navordering": "nadelig",
    "naheffing": "nadelig",
    "betekening": "nadelig",
    "tenuitvoerlegging": "nadelig",
    "vermindering": "neutraal",
    "korting": "nadelig",
    "inhouding": "nadelig",
    "teruggaaf": "gunstig",
    "teruggave": "gunstig",
    "kwijtschelding": "gunstig",
}
_OPPOSITE: dict[Richting, Richting] = {"nadelig": "gunstig", "gunstig": "nadelig", "neutraal": "neutraal"}


def is_offence(facts: Facts, clause: Clause) -> bool:
    """«vormt dit een verzuim ter zake waarvan de inspecteur een boete kan opleggen»: the power stands in the relative clause."""
    return (
        facts.words[clause.finite] in ("vormt", "vormen", "begaat", "begaan")
        and " kan " in facts.text
        and bool(_VERZUIM.search(core_text(facts, clause)))
    )


_PROOFS = frozenset(["bewijs", "afschrift", "kopie", "ontvangstbewijs", "ontvangstbevestiging"])


@lru_cache(maxsize=1)
def _light() -> dict[str, tuple[tuple[str, Richting], ...]]:
    table: dict[str, list[tuple[str, Richting]]] = {}
    sides: tuple[Richting, ...] = ("nadelig", "gunstig", "neutraal")
    for richting in sides:
        for entry in load("besluiten")[richting]["woorden"]:
            verb, noun = entry.split()
            table.setdefault(verb, []).append((noun, richting))
    return {verb: tuple(nouns) for verb, nouns in table.items()}


def light_decision(clause: Clause) -> Richting | None:
    """Direction of a decision in a noun with a verb that says little: «verhaal nemen», «toestemming geven»; ``None`` if it is none."""
    for verb in clause.verbs[:1]:
        for noun, richting in _light().get(verb.infinitive, ()):
            if noun in clause.words:
                return richting
    return None


_BENEFITS = tuple(words("classify", "verstrekt_uitgangen"))


def benefit(word: str) -> bool:
    """What an authority grants: «bijstand», «studiefinanciering», «reisvoorziening»."""
    return word in _VERSTREKT or (word.endswith(_BENEFITS) and len(word) > 8)


def is_dropped(clause: Clause) -> bool:
    """«wordt niet in behandeling genomen»: a decision against the one who asks; «niet eerder dan» is only a moment."""
    taken = clause.negated and "behandeling" in clause.words and {"genomen", "neemt", "nemen"} & clause.words
    return bool(taken) and not {"eerder", "langer"} & clause.words


def is_decision(facts: Facts, clause: Clause, finite: str, rol: str | None) -> bool:
    """Whether a clause with this finite verb and role of its subject is a decision about a citizen."""
    if rol is None and not clause.passive and finite not in ("kan", "kunnen"):
        return False
    verbs = [v for v in clause.verbs if v.klas == "besluit"]
    if any(v.infinitive == "verlenen" for v in verbs) and _PERMITS & clause.words:
        return True
    organs = {facts.words[a.last] for a in facts.actors if a.rol == "overheid" and not facts.words[a.last].endswith("rechter")}
    alone = not any(a.rol == "burger" for a in facts.actors)
    if len(organs) > 1 and alone and verbs and verbs[0].richting == "neutraal" and not clause.modal:
        return False
    if light_decision(clause) is not None and (rol == "overheid" or clause.passive):
        return True
    if _PROOFS & clause.words and any(v.infinitive in ("afgeven", "verlenen") for v in verbs):
        return False  # «wordt een bewijs van ontvangst afgegeven»
    if (
        clause.verbs
        and clause.verbs[0].infinitive == "verstrekken"
        and (rol == "overheid" or clause.passive)
        and any(map(benefit, clause.words))
    ):
        return True
    if (
        clause.verbs
        and clause.verbs[0].infinitive == "stellen"
        and _STELT.search(f" {' '.join(facts.words[clause.first : clause.last + 1])} ")
    ):
        return True
    if finite in ("kan", "kunnen", "is", "zijn") and clause.modal:
        if not citizen_matter(facts):
            return (any(v.richting != "neutraal" for v in verbs) or (clause.passive and bool(clause.verbs))) and not (
                state_business(clause)
            )
        if state_business(clause) and not any(a.rol == "burger" for a in facts.actors) and not verbs:
            return False
        return rol == "overheid" or bool(verbs) or clause.passive
    if clause.passive and clause.verbs and OORDEEL.search(facts.text) and citizen_matter(facts) and not state_business(clause):
        return True  # «wordt verhoogd indien hij naar het oordeel van het college voldoende functioneert»
    if not verbs:
        return False
    if rol == "overheid" and verbs[0].infinitive in _LEVIES and not clause.passive:
        return True
    if any(v.richting == "nadelig" for v in verbs):
        return not (state_business(clause)) or bool(BURGERZAAK & clause.words)
    if verbs[0].richting == "neutraal" and state_business(clause):
        return False
    if verbs[0].richting == "gunstig" and not (state_business(clause)):
        return True
    return citizen_matter(facts)


_LEVIES = frozenset(["heffen", "invorderen", "innen", "naheffen", "navorderen"])
_APPLY = frozenset(["toepassen", "doorvoeren", "uitvoeren"])  # «wordt een vermindering toegepast»


def decided_noun(facts: Facts, clause: Clause) -> Richting | None:
    """Direction of a decision that is a noun: «vindt herziening plaats», «het opleggen van een boete blijft achterwege»."""
    finite = facts.words[clause.finite]
    stays_away = finite in ("blijft", "blijven") and "achterwege" in clause.words
    may = finite in ("kan", "kunnen") and any(v.infinitive in ("plaatsvinden", "geschieden", "blijven") for v in clause.verbs)
    stays_away = stays_away or (may and "achterwege" in clause.words)
    takes_place = finite in ("vindt", "vinden", "heeft", "hebben") and "plaats" in clause.words
    applied = clause.passive and any(v.infinitive in _APPLY for v in clause.verbs) and "geen" not in clause.words
    takes_place = takes_place or applied
    if not (stays_away or takes_place or may) or NO_DECISION.search(facts.text):
        return None
    for j in clause.core:
        richting = _DECISION_NOUNS.get(facts.words[j])
        if richting is not None and citizen_matter(facts):
            return _OPPOSITE[richting] if stays_away else richting
    return None

"""Decisions of an authority about a citizen or enterprise."""

from __future__ import annotations

import re
from functools import lru_cache

from doenvermogentoets.norms.clauses import CONDITIONALS, Clause
from doenvermogentoets.norms.easing import GOVERNMENT_FUNDS, has_to_pay, names_dues
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.heads import core_text
from doenvermogentoets.norms.lexicon import load, words
from doenvermogentoets.norms.matter import BURGERZAAK, citizen_matter, state_business
from doenvermogentoets.norms.model import Richting

_VERSTREKT = words("classify", "verstrekt")
_STELT = re.compile(r" (?:buiten behandeling|in bewaring|op nihil|in vrijheid|onder toezicht|onder curatele) ")
_TELWOORD = (
    r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|anderhalf|anderhalve|tweeënhalf|\w+tien|\w+tig"
    r"|\w*honderd|\w*duizend)"
)
# «stelt de bijdrage vast op € 300», «op anderhalf maal het bekende aantal», «naar evenredigheid», «lager»: what it becomes is laid down
AT_AMOUNT = re.compile(
    r" op (?:€|eur|nihil|[0-9])"
    rf"| op {_TELWOORD} (?:maal|keer|procent|percent|euro|derde|kwart|vierde|vijfde|achtste|tiende)(?= )"
    r"| op (?:de helft|het (?:dubbele|twee|drie|vier|vijf|tien)\w*|nul|het minimum|het maximum|(?:twee|drie|vier|vijf|tien)maal)(?= )"
    r"| naar (?:evenredigheid|rato)(?= )"
)
OORDEEL = re.compile(r" naar (?:het|zijn|haar|hun) oordeel ")
_VERZUIM = re.compile(r" (?:vorm(?:t|en)|begaa(?:t|n)) [^.;]{0,40}(?:verzuim|vergrijp|overtreding)(?:en)? ")
PERMITS = frozenset(["ontheffing", "vergunning", "vrijstelling", "omgevingsvergunning"])


def is_offence(facts: Facts, clause: Clause) -> bool:
    """«vormt dit een verzuim ter zake waarvan de inspecteur een boete kan opleggen»: the power stands in the relative clause."""
    return (
        facts.words[clause.finite] in ("vormt", "vormen", "begaat", "begaan")
        and " kan " in facts.text
        and bool(_VERZUIM.search(core_text(facts, clause)))
    )


_MEASURES = frozenset(["maatregel", "verlaging", "boete", "sanctie", "korting", "bijstand"])
_LETS = frozenset(["inzage", "medewerking"])
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
    if "vervallen" in clause.words and not _DECLARES.isdisjoint(clause.words):
        return "gunstig" if LAPSES_WELL & clause.words else "nadelig"  # «kan het recht op uitkering vervallen verklaren»
    for verb in clause.verbs[:1]:
        for noun, richting in _light().get(verb.infinitive, ()):
            if noun in clause.words and not borne_by_government(clause):
                return richting
    return None


def borne_by_government(clause: Clause) -> bool:
    """«worden ten laste van het fonds gebracht»: what government bears itself."""
    return "laste" in clause.words and not GOVERNMENT_FUNDS.isdisjoint(clause.words)


_DECLARES = frozenset(["verklaren", "verklaart", "verklaard"])
# What does not hurt a citizen when it lapses: his duty, or a power against him.
LAPSES_WELL = words("extract", "lapses_well")
_BENEFITS = tuple(words("classify", "verstrekt_uitgangen"))
# «de machtiging van de ambtenaar», «het mandaat van de inspecteur»: what somebody in office may do, no right of a citizen
OFFICIAL_POWER = re.compile(
    r"(?:machtiging|mandaat|volmacht|aanwijzing|opsporingsbevoegdheid) van (?:de|het|een|die|deze) (?:[\w-]+e )?"
    r"(?:\w*ambtenaar|\w*ambtenaren|\w*toezichthouders?|\w*inspecteurs?|\w*inspectie|\w*griffiers?|\w*gemandateerden?)\b",
    re.I,
)


def benefit(word: str) -> bool:
    """What an authority grants: «bijstand», «studiefinanciering», «reisvoorziening»."""
    return word in _VERSTREKT or (word.endswith(_BENEFITS) and len(word) > 8)


def is_dropped(clause: Clause) -> bool:
    """«wordt niet in behandeling genomen»: a decision against the one who asks; «niet eerder dan» is only a moment."""
    restricted = clause.negated or bool({"slechts", "uitsluitend", "alleen", "eerst", "pas"} & clause.words)
    taken = restricted and "behandeling" in clause.words and any(v.infinitive == "nemen" for v in clause.verbs)
    return bool(taken) and not {"eerder", "langer"} & clause.words


def is_decision(facts: Facts, clause: Clause, finite: str, rol: str | None) -> bool:
    """Whether a clause with this finite verb and role of its subject is a decision about a citizen."""
    if rol is None and not clause.passive and finite not in ("kan", "kunnen"):
        return False
    verbs = [v for v in clause.verbs if v.klas == "besluit"]
    if any(v.infinitive == "verlenen" for v in verbs) and PERMITS & clause.words:
        return True
    if answered(clause) is not None:
        return True
    if clause.passive and rol == "burger" and verbs and verbs[0].richting == "nadelig":
        return True  # «De kandidaat wordt door de voorzitter van het examen uitgesloten»
    organs = {facts.words[a.last] for a in facts.actors if a.rol == "overheid" and not facts.words[a.last].endswith("rechter")}
    alone = not any(a.rol == "burger" for a in facts.actors)
    if len(organs) > 1 and alone and verbs and verbs[0].richting == "neutraal" and not clause.modal:
        return False
    if rol == "overheid" and finite in ("kan", "kunnen") and any(v.infinitive == "afwijken" for v in verbs) and not state_business(clause):
        return True
    if any(v.infinitive == "afstemmen" for v in clause.verbs) and _MEASURES & clause.words:
        return True  # «De verlaging wordt afgestemd op de ernst van de gedraging»
    if light_decision(clause) is not None and (rol == "overheid" or clause.passive):
        return True
    if _LETS & clause.words and any(v.infinitive == "verlenen" for v in verbs) and not clause.modal:
        return False  # «verleent hij inzage in de lijst»
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
        # «stelt hem in de gelegenheid …, bij gebreke waarvan het buiten behandeling wordt gesteld»: what follows is no act of this verb
        and _STELT.search(f" {' '.join(facts.words[clause.first : clause.last + 1])} ".partition(" bij gebreke ")[0] + " ")
    ):
        return True
    if finite in ("kan", "kunnen", "is", "zijn") and clause.modal:
        if not citizen_matter(facts):
            return (bool(verbs) or (clause.passive and bool(clause.verbs))) and not (state_business(clause))
        if state_business(clause) and not any(a.rol == "burger" for a in facts.actors) and not verbs:
            return False
        return rol == "overheid" or bool(verbs) or clause.passive
    if clause.passive and clause.verbs and OORDEEL.search(facts.text) and citizen_matter(facts) and not state_business(clause):
        return True  # «wordt verhoogd indien hij naar het oordeel van het college voldoende functioneert»
    if not verbs:
        return False
    if rol == "overheid" and verbs[0].infinitive in _LEVIES and not clause.passive:
        return True
    if rol == "overheid" and fixed_in_one_case(facts, clause):
        return True
    if any(v.richting == "nadelig" for v in verbs):
        return not (state_business(clause)) or bool(BURGERZAAK & clause.words)
    if verbs[0].richting == "neutraal" and state_business(clause):
        return False
    if verbs[0].richting == "gunstig" and not (state_business(clause)):
        return True
    return citizen_matter(facts)


_LEVIES = frozenset(["heffen", "invorderen", "innen", "naheffen", "navorderen"])
_ANSWERS: dict[str, Richting] = {
    "afwijzend": "nadelig",
    "negatief": "nadelig",
    "ongunstig": "nadelig",
    "toewijzend": "gunstig",
    "positief": "gunstig",
    "gunstig": "gunstig",
    "inwilligend": "gunstig",
}
_LOWER = re.compile(r" (?:lager|minder hoog)(?= )")


def lowers(facts: Facts, clause: Clause, core: str) -> Richting | None:
    """«stelt de subsidie lager vast»: worse for who receives it, better for who has to pay it; ``None`` if it is not lowered."""
    if clause.negated or _LOWER.search(core) is None:
        return None
    return "gunstig" if has_to_pay(facts, clause.words) else "nadelig"


def not_done(facts: Facts) -> bool:
    """Whether a condition of the sentence is that something did not happen («Zijn de gegevens niet ontvangen»)."""
    conditional = [s for s in facts.parse.subs if s[2] in CONDITIONALS]
    return any("niet" in facts.words[first : last + 1] for first, last, _ in conditional)


def fixed_in_one_case(facts: Facts, clause: Clause) -> bool:
    """«Indien de opgave niet is ontvangen, stelt hij het aantal vast op het dubbele»: somebody's case is decided by a fixed amount."""
    if clause.passive or clause.modal or not any(v.infinitive == "vaststellen" for v in clause.verbs[:1]) or state_business(clause):
        return False
    core = core_text(facts, clause)
    if AT_AMOUNT.search(core) and not_done(facts):
        return True
    conditional = any(s[2] in CONDITIONALS for s in facts.parse.subs)
    return conditional and lowers(facts, clause, core) is not None and (names_dues(clause.words) or any(map(benefit, clause.words)))


_ANSWERING = frozenset(["beslissen", "besluiten", "beschikken"])


def answered(clause: Clause) -> Richting | None:
    """«beslist afwijzend op een aanvraag»: the answer itself is laid down, and not only that one must be given."""
    if not any(v.infinitive in _ANSWERING for v in clause.verbs[:1]):
        return None
    return next((richting for word, richting in _ANSWERS.items() if word in clause.words), None)

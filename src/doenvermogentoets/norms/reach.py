"""Whether what must be done reaches a citizen or enterprise (plicht), or stays within government (procedure): a weighing.

A duty of an authority, and one that names nobody, is the one or the other by many weak signs together: who is named beside it, what it is
done to, what the regulation is about, whom the text as a whole speaks to. No single sign decides; the weights are fitted on annotated
regulations (``tests/norms/fit_reach.py``), none of them on words of one law.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from doenvermogentoets.norms import documents, gehoor, heads, matter, private
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts, actors_in
from doenvermogentoets.norms.facts import subject as subject_of
from doenvermogentoets.norms.grammar import CONDITIONALS, DETERMINERS, PREPOSITIONS
from doenvermogentoets.norms.lexicon import load, pattern, word_list
from doenvermogentoets.norms.model import Soort

_CASE = word_list("reach", "woorden", "zaak")
_BUSINESS = word_list("reach", "woorden", "bestuur")
_DATA = tuple(word_list("reach", "woorden", "gegevens_uitgangen"))
_MOST = 2  # of what is counted, more adds nothing

# The sign that the weight of each feature must have: 1 towards a citizen, -1 towards government, 0 for what may count either way.
TEKENS = {
    **dict.fromkeys(("gehoor", "zaken", "raakt_burger", "burgers", "burgers_bijzin", "aan_burger"), 1),
    **dict.fromkeys(("zaak", "zaak_van_burger", "stuk_van_burger", "kop_burgerzaak", "kop_ding", "termijn", "vraagt_aan"), 1),
    **dict.fromkeys(("wet_geld", "wet_onderwijs", "wet_rechtspositie"), 1),
    **dict.fromkeys(("openbaar_geld", "tussen_overheden", "eigen_zaken", "organen", "organen_bijzin", "bestuurswoord"), -1),
    **dict.fromkeys(("gegevens", "stuk_van_orgaan", "ambtelijk_werkwoord", "wet_bestuur"), -1),
    **dict.fromkeys(("aan_orgaan", "orgaan_doet", "door_orgaan", "voorwaarde", "ontkend"), 0),
}


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature, positive towards a citizen; ``grens`` is what is added to every sum."""
    return {name: float(weight) for name, weight in load("reach")["wegingen"].items()}


@lru_cache(maxsize=8)
def _law(content: str) -> dict[str, float]:
    """What the title of a regulation says it is about."""
    title = private.title_line(content)
    return {
        f"wet_{name}": float(pattern("reach", name).search(title) is not None) for name in ("geld", "bestuur", "rechtspositie", "onderwijs")
    }


def features(facts: Facts, clause: Clause, actor: Actor | None, door: Actor | None) -> dict[str, float]:
    """The signs in one clause, each from 0 to 1, or a number up to two.

    Args:
        facts: the sentence.
        clause: its main clause.
        actor: its subject, if that is somebody.
        door: who stands after «door».
    """
    here = [a for a in actors_in(facts, clause.first, clause.last) if not facts.parse.depth[a.first]]
    inner = [a for a in facts.actors if facts.parse.depth[a.first] or not clause.first <= a.first <= clause.last]
    subject = subject_of(facts, clause)
    head = heads.head(facts, clause)
    maker = documents.maker(head)
    return {
        "gehoor": gehoor.share_of_citizens(facts.content),
        "zaken": float(facts.technical),
        "openbaar_geld": float(facts.public),
        "raakt_burger": float(matter.touches_citizen(facts, clause)),
        "tussen_overheden": float(matter.between_governments(facts, clause, subject)),
        "eigen_zaken": float(matter.state_business(clause)),
        "burgers": _count(here, "burger"),
        "organen": _count(here, "overheid"),
        "burgers_bijzin": _count(inner, "burger"),
        "organen_bijzin": _count(inner, "overheid"),
        "aan_burger": float(any(a.rol == "burger" and _preposition(facts, a) == "aan" for a in here)),
        "aan_orgaan": float(any(a.rol == "overheid" and _preposition(facts, a) == "aan" for a in here)),
        "orgaan_doet": float(actor is not None and actor.rol == "overheid"),
        "door_orgaan": float(door is not None and door.rol == "overheid"),
        "zaak_van_burger": min(sum(map(matter.citizen_word, clause.words)), _MOST),
        "zaak": float(not _CASE.isdisjoint(clause.words)),
        "bestuurswoord": float(not _BUSINESS.isdisjoint(clause.words)),
        "gegevens": float(any(word.endswith(_DATA) for word in clause.words)),
        "stuk_van_burger": float(maker == "burger"),
        "stuk_van_orgaan": float(maker == "overheid"),
        "kop_burgerzaak": float(matter.citizen_word(head)),
        "kop_ding": float(private.thing(head)),
        "termijn": min(len(facts.limits), _MOST),
        "voorwaarde": float(any(word in CONDITIONALS for _, _, word in facts.parse.subs)),
        "ontkend": float(clause.negated),
        "ambtelijk_werkwoord": float(bool(clause.verbs) and clause.verbs[0].klas == "overheidshandeling"),
        "vraagt_aan": float(bool(clause.verbs) and clause.verbs[0].groep == "aanvragen"),
        **_law(facts.content),
    }


def _count(found: list[Actor], rol: str) -> float:
    return float(sum(1 for _ in islice((a for a in found if a.rol == rol), _MOST)))


def _preposition(facts: Facts, actor: Actor) -> str:
    """The preposition that governs a mention, over its determiner and adjectives."""
    words, k = facts.words, actor.first - 1
    while k >= 0 and (words[k] in DETERMINERS or (words[k].endswith("e") and len(words[k]) > 3)):
        k -= 1
    return words[k] if k >= 0 and words[k] in PREPOSITIONS else ""


def kind(facts: Facts, clause: Clause, actor: Actor | None = None, door: Actor | None = None) -> Soort:
    """``plicht`` if the signs together say that a clause reaches a citizen, else ``procedure``; what may be done is no plicht.

    What is done to a person is a plicht, and where neither the clause nor the text speaks of citizens it is procedure; only the rest is
    weighed. The sum is kept with the sentence, so that the clauses of one lid can be weighed together.
    """
    if clause.modal in _MAY:
        return Soort.PLICHT if matter.touches_citizen(facts, clause) else Soort.PROCEDURE
    signs = features(facts, clause, actor, door)
    if _to_person(signs):
        return Soort.PLICHT
    if not any(signs[name] for name in _OF_CITIZENS) and signs["gehoor"] <= _EVEN:
        return Soort.PROCEDURE
    known = weights()
    total = known["grens"] + sum(known.get(name, 0.0) * value for name, value in signs.items())
    facts.weighed[clause.finite] = total
    return of_sum(total)


def of_sum(total: float) -> Soort:
    """The kind that a sum of signs comes to."""
    return Soort.PLICHT if total > 0 else Soort.PROCEDURE


def _to_person(signs: dict[str, float]) -> bool:
    """«zendt de ouder een afschrift»: an authority does something to somebody, and neither another authority nor its papers are in it."""
    return (
        bool(signs["orgaan_doet"] and signs["burgers"] and signs["raakt_burger"])
        and signs["organen"] < _MOST
        and not any(signs[name] for name in ("tussen_overheden", "eigen_zaken", "bestuurswoord", "gegevens"))
    )


_EVEN = 0.5  # a text that names as many authorities as citizens, or hardly anyone
_OF_CITIZENS = ("burgers", "burgers_bijzin", "zaak", "zaak_van_burger", "stuk_van_burger", "kop_ding", "zaken", "raakt_burger")
_MAY = frozenset(["kan", "kunnen", "mag", "mogen"])

"""What has the verb of a decision about somebody and is none: keeping data, making contracts, fixing an amount for everybody.

«De gegevens worden verwijderd», «sluit met de gemeente een overeenkomst», «het plafond wordt vastgesteld»: the verbs are those of
Awb 1:3, but nobody's rights or duties are settled by them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.decisions import AT_AMOUNT, benefit, borne_by_government, fixed_in_one_case
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import CONDITIONALS, DETERMINERS, PREPOSITIONS
from doenvermogentoets.norms.heads import core_text, head
from doenvermogentoets.norms.lexicon import word_list
from doenvermogentoets.norms.matter import touches_citizen
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.senses import ON_REQUEST
from doenvermogentoets.norms.stated import measure
from doenvermogentoets.wordlists import REMEMBERED

_DATA = word_list("schijn", "gegevens", "woorden")
_DATA_ENDINGS = tuple(word_list("schijn", "gegevens", "uitgangen"))
_KEEPING = word_list("schijn", "gegevens", "werkwoorden")
_HANDING = word_list("schijn", "gegevens", "verstrekken")
_AGREEMENTS = word_list("schijn", "overeenkomst", "woorden")
_AGREEING = word_list("schijn", "overeenkomst", "werkwoorden")
_AMOUNTS = ("correctie", "correcties", "toelage", "belasting", "budget", "vergoeding", "bezoldiging")
_FIXING = frozenset(["vaststellen", "bepalen"])
_ONE_CASE = frozenset(["nihil", "lager", "ambtshalve", "beschikking", "aanslag"])
_MAY = frozenset(["kan", "kunnen"])


def kinds(facts: Facts, clause: Clause, rol: str | None, door: Actor | None) -> list[Soort] | None:
    """The kinds of norm of a clause that only looks like a decision; ``None`` if it may be one.

    Args:
        facts: the sentence.
        clause: its main clause.
        rol: role of its subject.
        door: who stands after «door».
    """
    if not clause.verbs or rol == "burger":
        return None
    if keeps_data(facts, clause):
        inward = clause.modal or not touches_citizen(facts, clause) or fills_register(clause)
        return [Soort.PROCEDURE if inward else Soort.PLICHT]
    if any(v.infinitive in _AGREEING for v in clause.verbs[:1]) and _object(facts, clause) in _AGREEMENTS:
        return [Soort.PROCEDURE]
    if borne_by_government(clause) and any(v.infinitive == "brengen" for v in clause.verbs[:1]):
        return [Soort.PROCEDURE]
    if own_term(facts, clause, rol) or _own_proceedings(facts, clause, rol):
        return [Soort.PROCEDURE]
    if _fixed_for_all(clause, door):
        what = head(facts, clause)
        return [Soort.WAARDE if measure(what) or benefit(what) or what.endswith(_AMOUNTS) else Soort.PROCEDURE]
    if _names_nobody(facts, clause, rol):
        return [Soort.PROCEDURE]
    if clause.passive and clause.modal in _MAY and door is None and any(v.infinitive == "afwijken" for v in clause.verbs[:1]):
        details = facts.words[0] in ("daarbij", "hierbij")  # what lower rules may do
        if not (details or clause.negated or any(a.rol == "overheid" for a in facts.actors)):
            return [Soort.RECHT]  # «Hiervan kan worden afgeweken indien»: whoever the rule binds
    return None


@lru_cache(maxsize=REMEMBERED)
def _data(word: str) -> bool:
    return word in _DATA or (word.endswith(_DATA_ENDINGS) and len(word) > 8)


def keeps_data(facts: Facts, clause: Clause) -> bool:
    """«kunnen politiegegevens worden verstrekt», «worden uit het register verwijderd», «verleent inzage»: data are kept, shown or sent."""
    verb = clause.verbs[0].infinitive
    if verb in ("verlenen", "geven") and "inzage" in clause.words:
        return True
    left_out = verb == "laten" and "achterwege" in clause.words
    if clause.negated or not (verb in _KEEPING or verb in _HANDING or left_out):
        return False
    thing = head(facts, clause) if clause.passive else _object(facts, clause)
    if not _data(thing):
        return False
    return verb not in _HANDING or thing.endswith("gegevens")


def fills_register(clause: Clause) -> bool:
    """«In het register worden per betrokkene opgenomen», «houdt een registratie bij»: how government keeps its own books."""
    return clause.verbs[0].infinitive in _FILLING and any(word.endswith(_BOOKS) for word in clause.words)


_FILLING = frozenset(["opnemen", "bijhouden", "aantekenen", "registreren", "vermelden", "verwerken"])
_BOOKS = ("register", "registers", "registratie", "registraties")


def _object(facts: Facts, clause: Clause) -> str:
    """What is kept or agreed: the first such noun behind the verb that no preposition governs."""
    words = facts.words
    for j in clause.core:
        if j <= clause.finite or not (_data(words[j]) or words[j] in _AGREEMENTS):
            continue
        k = j - 1
        while k > clause.finite and words[k].endswith("e") and words[k] not in DETERMINERS:
            k -= 1
        k -= words[k] in DETERMINERS
        if words[k] not in PREPOSITIONS or words[k] == "te":
            return words[j]
    return ""


def _own_proceedings(facts: Facts, clause: Clause, rol: str | None) -> bool:
    """«De commissie kan de behandeling ter zitting schorsen», «kan zich doen bijstaan»: how an authority goes about its work."""
    if rol != "overheid" or clause.passive:
        return False
    if "zich" in clause.words and any(v.infinitive == "bijstaan" or v.infinitive in ("doen", "laten") for v in clause.verbs):
        return any(word in ("bijstaan", "vertegenwoordigen") for word in clause.words)
    if not any(v.infinitive in _PACING for v in clause.verbs[:1]) or _PROCEEDINGS.isdisjoint(clause.words):
        return False
    return not any(a.rol == "burger" and not facts.parse.depth[a.first] for a in reading.actors_in(facts, clause.first, clause.last))


_PACING = frozenset(["schorsen", "aanhouden", "verdagen", "hervatten", "voortzetten", "heropenen"])
_PROCEEDINGS = frozenset(["behandeling", "zitting", "vooronderzoek", "beraadslaging", "beraadslagingen", "vergadering", "verhoor"])
_LIMITED = re.compile(r" met (?:ten hoogste|maximaal) | (?:eenmaal|éénmaal|eenmalig) | (?:deze|die|zodanige|de) verlenging ")


def own_term(facts: Facts, clause: Clause, rol: str | None) -> bool:
    """«kan de termijn eenmaal met dertien weken verlengen»: an authority takes more time for its own decision (Awb 4:14)."""
    if rol != "overheid" or not any(v.infinitive in ("verlengen", "verdagen") for v in clause.verbs[:1]):
        return False
    own = {"termijn", "beslistermijn", "beslissing"} & clause.words
    named = any(a.rol == "burger" and not facts.parse.depth[a.first] for a in reading.actors_in(facts, clause.first, clause.last))
    return bool(own) and not named and not ON_REQUEST.search(facts.text) and _LIMITED.search(facts.text) is not None


def _fixed_for_all(clause: Clause, door: Actor | None) -> bool:
    """«De toelage wordt vastgesteld aan de hand van», «wordt bepaald naar zijn staat»: the text fixes it, and nobody decides.

    «Wordt op nihil vastgesteld», «wordt ambtshalve bepaald» is a decision in one case.
    """
    if not clause.passive or clause.modal or clause.negated or door is not None or _ONE_CASE & clause.words:
        return False
    return any(v.infinitive in _FIXING for v in clause.verbs[:1])


_PERSONAL = frozenset(["beschikking", "aanslag", "aanvraag", "aanvrage", "verzoek", "hem", "haar", "hen"])


def _names_nobody(facts: Facts, clause: Clause, rol: str | None) -> bool:
    """«Onze Minister stelt jaarlijks de omvang vast», «wijst de instelling aan»: government arranges, and nobody's case is before it."""
    if rol != "overheid" or clause.passive or clause.modal or not any(v.infinitive in _ARRANGING for v in clause.verbs[:1]):
        return False
    if (
        _PERSONAL & clause.words
        or AT_AMOUNT.search(core_text(facts, clause))
        or fixed_in_one_case(facts, clause)
        or any(s[2] in CONDITIONALS and s[0] > clause.finite for s in facts.parse.subs)
    ):
        return False
    return not any(a.rol == "burger" and not facts.parse.depth[a.first] for a in reading.actors_in(facts, clause.first, clause.last))


_ARRANGING = frozenset(["vaststellen", "aanwijzen"])

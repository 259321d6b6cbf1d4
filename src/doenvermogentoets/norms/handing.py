"""Who acts in a clause that names nobody, from what is handed in or paid in it."""

from __future__ import annotations

from collections.abc import Sequence

from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.deadlines import Found
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS
from doenvermogentoets.norms.lexicon import word_list
from doenvermogentoets.norms.model import Rol

_DOCUMENTS = word_list("limits", "citizen", "stukken")
_DUES = word_list("limits", "citizen", "schulden")
_DUE = word_list("limits", "citizen", "schulden_bijvoeglijk")
_BENEFITS = word_list("limits", "citizen", "uitkeringen")
_HANDED_IN = word_list("limits", "citizen", "gedaan")
_LOANS = word_list("limits", "citizen", "leningen")
_WAGES = word_list("limits", "citizen", "loon")
_PAID = word_list("limits", "citizen", "betaald")
_NOTICES = word_list("limits", "citizen", "mededelingen")
_ALWAYS = word_list("limits", "citizen", "altijd")
_DECISIONS = frozenset(["besluit", "beslissing", "beschikking", "advies", "afschrift"])
_BILLS = frozenset(["wetsvoorstel", "voordracht"])
_PASSIVE_SIGNS = AUXILIARIES | {"geschiedt", "geschieden", "vindt", "plaatsvindt", "plaats"}


def passive_actor(facts: Facts, own: Sequence[int], found: Found | None = None) -> Rol | None:
    """Who acts in a clause without naming him, from what is handed in or paid: «de aanvraag is ontvangen», «de leges zijn voldaan».

    Args:
        facts: the sentence.
        own: the tokens of the clause at its own level.
        found: the limit, whose starting event is no part of the act.

    Returns:
        ``None`` when the clause is in the active voice or about something else.
    """
    words = facts.words
    if found is not None:
        own = [j for j in own if not found.kern < j <= found.last]
    here = {words[j] for j in own}
    if here.isdisjoint(_PASSIVE_SIGNS):
        return None
    if not here.isdisjoint(_BILLS) or " voorstel van wet " in facts.text:
        return "overheid"
    if not here.isdisjoint(("besteed", "aangewend")) and not here.isdisjoint(_BENEFITS):
        return _agent(facts, own) or "burger"  # «de subsidie wordt uiterlijk in ... besteed»
    handed, paid = here & _HANDED_IN, here & _PAID
    if "kennis" in here and "gegeven" in here:
        handed |= {"gegeven"}
    if not handed and not paid:
        return None
    subject = _first_noun(facts, own, _DOCUMENTS | _NOTICES | _DUES | _BENEFITS | {"bedrag", "bedragen", "termijn"})
    agent = _agent(facts, own)
    if subject is None and agent == "overheid" and "ontvangen" in handed and here.isdisjoint(_DECISIONS):
        return "burger"
    if "terugbetaald" in paid and _to_citizen(facts, own):
        return agent or "overheid"  # «wordt aan de rechthebbende terugbetaald»
    if subject is None:
        return None if handed.isdisjoint(_ALWAYS) or (agent is None and _to_citizen(facts, own)) else agent or "burger"
    thing = words[subject]
    if paid:
        if thing in _BENEFITS or ("uitbetaald" in here and _WAGES.isdisjoint(here)):
            return agent or "overheid"
        if "terugbetaald" in here and thing in _DUES - _LOANS:
            return agent or "overheid"  # «de leges worden terugbetaald»
        if thing in _DUES or (thing in ("bedrag", "bedragen") and not _DUE.isdisjoint(words[max(0, subject - 3) : subject])):
            return agent or "burger"
        return None
    if thing in _BENEFITS or thing in ("bedrag", "bedragen", "termijn") or (thing in _DUES and "ontvangen" not in handed):
        return None
    if agent is not None and "ontvangen" not in handed:
        return agent
    if _to_citizen(facts, own):
        return "overheid"
    return "burger"


def asked_for(facts: Facts, clause: Clause) -> bool:
    """«Op verzoek van de inspecteur worden aanvullende gegevens verstrekt»: what an authority asks for, comes from somebody else."""
    words = facts.words
    if not clause.passive or clause.negated or not any(v.infinitive in _GIVEN for v in clause.verbs[:1]):
        return False
    for actor in facts.actors:
        if actor.rol == "overheid" and clause.first <= actor.first <= clause.last:
            j = actor.first - 1
            while j > 0 and words[j] in DETERMINERS:
                j -= 1
            if words[j] == "van" and words[j - 1] in _ASKING and words[j - 2] in ("op", "eerste"):
                return not _to_citizen(facts, clause.core)
    return False


def to_authority(facts: Facts, clause: Clause) -> bool:
    """«De bescheiden worden aan Onze Minister toegezonden»: what an authority gets comes from a citizen, if nobody else is named."""
    words = facts.words
    if not clause.passive or clause.negated or clause.modal in ("kan", "kunnen"):
        return False
    if not any(v.infinitive in _GIVEN | _SENT for v in clause.verbs[:1]) or _agent(facts, clause.core) is not None:
        return False
    if not clause.words.isdisjoint(_BILLS | _DECISIONS | _WITHIN) or " voorstel van wet " in facts.text:
        return False
    mine = set(clause.core)
    organs = {actor.first for actor in facts.actors if actor.rol == "overheid"} & mine
    organs |= {j for j in mine if words[j].endswith(_PUBLIC_BODIES)}
    for at in organs:
        j = at - 1
        while j > 0 and (words[j] in DETERMINERS or words[j] == "onze" or (words[j].endswith("e") and len(words[j]) > 3)):
            j -= 1
        if words[j] in ("aan", "bij"):
            return _first_noun(facts, clause.core, _DOCUMENTS | _NOTICES) is not None
    return False


_PUBLIC_BODIES = ("bedrijfschap", "bedrijfsschap", "productschap", "produktschap")  # bodies of the Wet op de bedrijfsorganisatie


_SENT = frozenset(["zenden", "inzenden", "opsturen", "sturen", "opzenden", "meedelen", "mededelen", "opgeven", "doen"])
# Papers that one authority sends to another.
_WITHIN = frozenset(
    ["voorstel", "ontwerp", "aanbeveling", "verordening", "begroting", "jaarverslag", "proces-verbaal", "processtukken", "dossier"]
)
_ASKING = frozenset(["verzoek", "vordering", "aanvraag", "verlangen"])
_GIVEN = frozenset(["verstrekken", "overleggen", "tonen", "voorleggen", "toezenden", "inleveren", "aanleveren", "verschaffen", "afgeven"])


def wages(facts: Facts, own: Sequence[int]) -> bool:
    """«het loon wordt uitbetaald»: what an employer pays."""
    here = {facts.words[j] for j in own}
    return not here.isdisjoint(_WAGES) and not here.isdisjoint(("uitbetaald", "betaald", "voldaan", "doorbetaald"))


def _to_citizen(facts: Facts, own: Sequence[int]) -> bool:
    """«wordt mededeling gedaan aan de vreemdeling»: what goes to the citizen comes from the authority."""
    words, mine = facts.words, set(own)
    for actor in facts.actors:
        if actor.rol == "burger" and actor.particulier and actor.first in mine:
            j = actor.first - 1
            while j > 0 and (words[j] in DETERMINERS or (words[j].endswith("e") and len(words[j]) > 3)):
                j -= 1
            if words[j] == "aan":
                return True
    return False


def _first_noun(facts: Facts, own: Sequence[int], nouns: frozenset[str]) -> int | None:
    """The first of some nouns in a clause that no preposition governs."""
    words = facts.words
    for j in own:
        if words[j] not in nouns:
            continue
        k = j - 1
        while k >= 0 and (words[k] in DETERMINERS or (words[k].endswith("e") and len(words[k]) > 3 and words[k] not in PREPOSITIONS)):
            k -= 1
        if k < 0 or words[k] not in PREPOSITIONS or (words[k] == "van" and words[k - 1] in ("meer", "een", "één", "geen", "alle", "elk")):
            return j
    return None


_ITS = frozenset(["daartoe", "daarvoor", "hiertoe", "hiervoor"])  # «een daartoe door de minister verstrekt formulier»


def _agent(facts: Facts, own: Sequence[int]) -> Rol | None:
    """The role of the actor after «door» who performs the act; not the one of a noun («verzending daarvan door»)."""
    words, mine = facts.words, set(own)
    for actor in facts.actors:
        if actor.first not in mine:
            continue
        j = actor.first - 1
        while j > 0 and (words[j] in DETERMINERS or words[j] == "onze" or (words[j].endswith("e") and len(words[j]) > 3)):
            j -= 1
        nominal = words[j - 1].endswith("ing") or words[j - 1] in ("daarvan", "hiervan", "ervan")
        after = words[actor.last + 1] if actor.last + 1 < len(words) else ""
        # «door het UWV opengestelde portaal», «een door het college vastgesteld formulier»
        attribute = (after.endswith("e") and len(after) > 5) or words[j - 1] in DETERMINERS or words[j - 1] in _ITS
        if words[j] == "door" and not nominal and not attribute:
            return actor.rol
    return None

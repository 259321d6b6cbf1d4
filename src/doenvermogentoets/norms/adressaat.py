"""Whom a norm speaks to, and how sure that is: the one who acts, or who must act where nobody is named."""

from __future__ import annotations

from doenvermogentoets.norms import burdens, decisions, documents, gehoor, handing, heads, private, things, unnamed
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.model import Rol, Soort, Weg

# In the passive these are acts of a citizen, whoever is not named.
_PASSIVE_CITIZEN = words("extract", "passive_citizen")
# What an authority pays out.
_PAID_OUT = frozenset(
    ["subsidie", "voorschot", "voorschotten", "uitkering", "toelage", "toeslag", "tegemoetkoming", "middelen", "pensioen"]
)


_PAID_OUT_ENDINGS = ("uitkering", "uitkeringen", "toelage", "toelagen", "toeslag", "pensioen", "subsidie", "tegemoetkoming")


def _paid_out(word: str) -> bool:
    """«uitkering», «vakantie-uitkering», «overgangsuitkering»."""
    return word in _PAID_OUT or (word.endswith(_PAID_OUT_ENDINGS) and len(word) > 9)


_OWN_ACTS = ("levering", "betaling", "melding", "indiening", "voldoening", "overlegging", "aanvraag", "aangifte", "opgave")
_HAPPENS = frozenset(["plaatsvinden", "geschieden", "blijken", "plaatshebben"])


def _own_act(facts: Facts, clause: Clause) -> bool:
    """«De betaling geschiedt binnen dertig dagen», «De melding vindt plaats»: what a citizen does, as a noun; not «uitbetaling»."""
    if not (any(v.infinitive in _HAPPENS for v in clause.verbs[:1]) or "plaats" in clause.words) or clause.modal in ("kan", "kunnen"):
        return False
    noun = heads.head(facts, clause)
    if noun.endswith("betaling") and any(_paid_out(w) or w.startswith(_GRANTED) for w in clause.words):
        return False
    if any(noun.endswith(act) and not noun.startswith(_RETURNED) for act in _OWN_ACTS):
        return not gehoor.to_citizen(facts, clause)
    return False


_GRANTED = ("subsidie", "voorschot", "vergoeding", "bekostiging")
_RETURNED = ("uit", "terug", "na", "door", "voor")
_STAYS_AWAY = ("blijft", "blijven", "vindt", "vinden", "heeft", "hebben")
_OF_CITIZENS = words("extract", "of_citizens")


def _goes_on(facts: Facts, clause: Clause) -> bool:
    """«Deze inventarisatie bevat»: what a citizen had to do in the sentence before goes on."""
    return facts.previous is not None and facts.previous[0] == "burger" and facts.words[clause.first] in ("deze", "dit", "die")


def of(facts: Facts, clause: Clause, soort: Soort, actor: Actor | None, door: Actor | None) -> tuple[Rol | None, Weg, Actor | None]:
    """Whom a norm speaks to: the role, the way in which it was found, and the mention it rests on; no role where it speaks to nobody."""
    if soort is Soort.DEFINITIE and burdens.missed(clause):
        who = next((a for a in facts.actors if a.first > clause.finite), None)
        return (who.rol if who is not None else None), "eerste_genoemde", who
    if soort in (Soort.DEFINITIE, Soort.SLOT, Soort.WAARDE, Soort.TOEPASSELIJKHEID):
        return None, "geen", None
    if soort is Soort.PLICHT and actor is None and door is None and not clause.passive and _goes_on(facts, clause):
        return "burger", "voortgezet", None
    if soort is Soort.PLICHT and not clause.passive:
        made_by = documents.content_of(facts, clause)
        if made_by is not None:
            return ("burger" if made_by == "burger" else "overheid"), "stuk", None
    if soort in (Soort.DELEGATIE, Soort.PROCEDURE, Soort.BEVOEGDHEID):
        who = door or (actor if actor and actor.rol == "overheid" else None)
        if who is not None and who.rol == "overheid":
            return "overheid", ("door" if who is door else "genoemd"), who
        if soort is Soort.PROCEDURE and (_own_act(facts, clause) or handing.asked_for(facts, clause)):
            return "burger", "eigen_handeling", None
        if soort is Soort.PROCEDURE:
            return gehoor.of_unread(facts, clause), "gehoor", None
        return "overheid", "beslist", None
    who = door or (None if clause.passive else actor)
    if who is not None:
        return who.rol, ("door" if who is door else "genoemd"), who
    if soort is Soort.RECHTSGEVOLG:
        # nobody must act; it concerns whose right or duty it is about, else who is named first
        if heads.head(facts, clause) in _OF_CITIZENS:
            return "burger", "zaak_van_burger", None
        named = next((a for a in reading.actors_in(facts, clause.first, clause.last) if not facts.parse.depth[a.first]), None)
        return (named.rol if named is not None else None), "eerste_genoemde", named
    if soort is Soort.RECHT:
        return "burger", "recht", actor
    if soort in (Soort.PLICHT, Soort.VERBOD) and (private.required(facts, clause) or private.of_law(facts, clause)):
        return "burger", "eis_aan_zaak", None
    if soort is Soort.VERBOD and (clause.passive or facts.words[clause.finite] in _STAYS_AWAY):
        citizens = any(v.infinitive in _PASSIVE_CITIZEN for v in clause.verbs)
        return ("burger", "gedaan_door_burger", None) if citizens else ("overheid", "verbod_lijdend", None)
    if soort in (Soort.VERBOD, Soort.STRAF):
        return "burger", "voor_ieder", None
    if (
        soort is Soort.PLICHT
        and clause.passive
        and any(map(_paid_out, clause.words))
        and any(v.infinitive == "betalen" for v in clause.verbs)
    ):
        return "overheid", "uitbetaald", None
    if (
        soort is Soort.PLICHT
        and clause.passive
        and "aandacht" not in clause.words
        and (
            any(v.infinitive in _PASSIVE_CITIZEN for v in clause.verbs)
            or unnamed.HANDED_IN & clause.words
            or handing.asked_for(facts, clause)
            or things.secured(clause)
            or documents.handed_in(facts, clause)
            or documents.enclosed(facts, clause)
            or (handing.to_authority(facts, clause) and gehoor.speaks_to_citizens(facts))
        )
    ):
        own = next((f for f in facts.limits if clause.first <= f.first <= clause.last), None)  # its event is no part of the act
        return handing.passive_actor(facts, clause.core, own) or "burger", "gedaan_door_burger", None
    if soort is Soort.PLICHT and "vereist" in clause.words and decisions.PERMITS & clause.words:
        return "burger", "gedaan_door_burger", None
    if soort is Soort.PLICHT and clause.passive and handing.wages(facts, clause.core):
        return "burger", "gedaan_door_burger", None
    if soort is Soort.PLICHT and clause.passive and clause.modal and handing.passive_actor(facts, clause.core) == "burger":
        return "burger", "gedaan_door_burger", None  # «De gegevens dienen binnen een te stellen termijn te worden verstrekt»
    if soort is Soort.PLICHT and facts.words[clause.finite] in ("komt", "komen"):
        bearer = things.borne_by(facts, clause)
        if bearer is not None:
            return bearer.rol, "draagt", bearer
    if soort is Soort.PLICHT and facts.words[clause.finite] == "rust":
        bearer = next(iter(reading.actors_in(facts, clause.first, clause.last)), None)
        return (bearer.rol if bearer is not None else "burger"), "draagt", bearer
    happens = (
        any(v.infinitive in _HAPPENS for v in clause.verbs[:1]) or "plaatsgevonden" in clause.words
    ) and "verschuldigd" not in clause.words
    happens = happens and not heads.head(facts, clause).endswith(_OWN_ACTS)
    if soort in (Soort.PLICHT, Soort.PROCEDURE) and _own_act(facts, clause):
        return "burger", "eigen_handeling", None
    if soort is Soort.PLICHT and not happens and (" verschuldigd " in facts.text or (not clause.passive and clause.modal)):
        return "burger", "moet", None
    if soort is Soort.PLICHT:
        return gehoor.of_duty(facts, clause), "gehoor", None
    return None, "geen", None

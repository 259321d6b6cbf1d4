"""Orders: what an authority makes somebody do or bear with, and what it lays on him."""

from __future__ import annotations

from doenvermogentoets.norms import easing
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts, actors_in, is_object
from doenvermogentoets.norms.lexicon import words

_IMPOSED = frozenset(["verplichting", "verplichtingen", "voorwaarde", "voorwaarden", "beperking", "beperkingen", "last"])


def imposed(facts: Facts, clause: Clause) -> bool:
    """«kan aan hen de verplichting worden opgelegd»: a burden, whoever gets it; lifting it is none."""
    taken_off = {"ontheven", "vrijgesteld", "opgeheven", "vervalt", "nakomen"}
    laid = {"opgelegd", "opleggen", "legt", "leggen"} & set(facts.words[clause.finite : clause.last + 1])
    return (
        bool(laid)
        and bool(_IMPOSED & clause.words)
        and "dwangsom" not in clause.words
        and not clause.negated
        and not taken_off & clause.words
    )


_ORDERING = words("extract", "orders")
_INTRUDES = words("extract", "intrudes")


def ordered_off(clause: Clause) -> bool:
    """«gelast de invrijheidstelling», «beveelt de opheffing van het beslag»."""
    return any(v.infinitive in ("gelasten", "bevelen") for v in clause.verbs) and not _LIGHTENED.isdisjoint(clause.words)


def orders(facts: Facts, clause: Clause) -> bool:
    """«kan de houder opdragen», «is bevoegd voorwerpen in beslag te nemen»: somebody outside the government must obey or bear with it."""
    words = facts.words
    if clause.negated or easing.holds_off(clause) or not _LIGHTENED.isdisjoint(clause.words):
        return False
    if "rechte" in clause.words:
        return False  # «kan in rechte vorderen dat»: a court decides
    told = any(v.infinitive in _ORDERING for v in clause.verbs)
    if not told and "bevoegd" in clause.words:
        told = any(words[j] in _INTRUDES and _intruding(facts, clause, j) for j in clause.core if j > clause.finite)
    if not told:
        told = _instructs(facts, clause) or demands(facts, clause) or requires(facts, clause)
    if not told:
        return coerces(facts, clause)
    named = [a for a in facts.actors if clause.finite < a.first <= clause.last]
    return any(a.rol == "burger" for a in named) or not any(
        a.rol == "overheid" and not clause.passive and not _behind_by(facts, a.first) for a in named
    )


def _intruding(facts: Facts, clause: Clause, j: int) -> bool:
    """«in beslag te nemen», «binnen te treden»; not «een beslissing te nemen», «op te treden»."""
    if facts.words[j] == "treden":
        return "binnen" in clause.words
    return facts.words[j] != "nemen" or not {"beslissing", "beslissingen", "besluit", "besluiten", "kennis"} & clause.words


def demands(facts: Facts, clause: Clause) -> bool:
    """«kan van de exploitant eisen dat», «kan van de houder vorderen dat»: «eisen» is a noun nearly everywhere else."""
    words = facts.words
    if not clause.modal or not {"van", "aan"} & clause.words or _IN_COURT & clause.words:
        return False
    span = range(clause.finite + 1, min(clause.last, len(words) - 2) + 1)
    return any(words[j] in _DEMANDING and words[j + 1] in ("dat", ",", ".") for j in span)


_IN_COURT = frozenset(["rechte", "rechter", "rechtbank", "kantonrechter"])  # «kan in rechte vorderen dat»
_DEMANDING = frozenset(["eisen", "vorderen", "verlangen"])


def requires(facts: Facts, clause: Clause) -> bool:
    """«kan aan een werkgever een eis stellen», «kan bij ondernemingen gegevens opvragen»: what somebody must meet."""
    party = any(a.rol == "burger" and not facts.parse.depth[a.first] for a in actors_in(facts, clause.first, clause.last))
    if not clause.modal or clause.negated or not party:
        return False
    verbs = {v.infinitive for v in clause.verbs}
    setting = not {"stellen", "eisen"}.isdisjoint(verbs) and not _REQUIREMENTS.isdisjoint(facts.words[clause.finite : clause.last + 1])
    return setting or not _ASKING.isdisjoint(verbs)


_REQUIREMENTS = frozenset(["eis", "eisen"])
_ASKING = frozenset(["opvragen", "inwinnen", "opeisen"])
_FORCE = words("extract", "dwang")
_SEIZING = words("extract", "dwangwerkwoorden")
_APPLYING = words("extract", "dwang_toepassen")
_ENDING = frozenset(["opheffen", "opgeheven", "beëindigen", "beëindigd", "schorsen", "geschorst", "opschorten", "opgeschort", "eindigt"])


def coerces(facts: Facts, clause: Clause) -> bool:
    """«is bevoegd de aanhouding te bevelen», «kan de verdachte fouilleren», «kan een last onder bestuursdwang opleggen»: force is used.

    Force against somebody's freedom, body, home or goods (Strafvordering, Awb title 5.3, Vreemdelingenwet): its name with a verb of
    using or ordering it, or its verb with the one it is used on. Ending it is no force.
    """
    text = facts.words
    here = {text[j] for j in clause.core}
    if clause.negated or not _ENDING.isdisjoint(here) or not _LIGHTENED.isdisjoint(here):
        return False
    named = any(text[j] in _FORCE for j in clause.core if j > clause.finite)
    if named and ("bevoegd" in here or not _APPLYING.isdisjoint(here)):
        return True
    if not any(v.infinitive in _SEIZING for v in clause.verbs):
        return False
    return any(
        a.rol == "burger" and not facts.parse.depth[a.first] and not is_object(facts, a)
        for a in actors_in(facts, clause.first, clause.last)
    )


def _behind_by(facts: Facts, first: int) -> bool:
    return not {"door", "namens", "van"}.isdisjoint(facts.words[max(0, first - 3) : first])


_LIGHTENED = frozenset(["opschorting", "schorsing", "opheffing", "teruggave", "invrijheidstelling", "vrijlating"])
_GIVEN = frozenset(["aanwijzing", "aanwijzingen", "voorschriften", "bevel", "bevelen", "opdracht", "opdrachten"])


def _instructs(facts: Facts, clause: Clause) -> bool:
    """«kan aanwijzingen geven die de houder in acht neemt»: instructions that somebody who is no authority must follow."""
    if _GIVEN.isdisjoint(clause.words) or not any(v.infinitive in ("geven", "stellen") for v in clause.verbs):
        return False
    for first, last, opener in facts.parse.subs:
        if opener in ("die", "dat", "welke") and clause.finite < first and _FOLLOWED & set(facts.words[first : last + 1]):
            return not any(a.rol == "overheid" for a in facts.actors if first <= a.first <= last)
    return any(a.rol == "burger" and facts.words[a.first - 2] == "aan" for a in facts.actors if a.first > 1)


_FOLLOWED = frozenset(["acht", "opvolgt", "opvolgen", "nakomt", "houden", "voldoen", "volgt", "naleeft"])

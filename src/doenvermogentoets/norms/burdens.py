"""Whether a norm is to the disadvantage of a citizen or enterprise: a question for each kind of norm."""

from __future__ import annotations

import re

from doenvermogentoets.norms import clauses, decided, decisions, documents, easing, grammar, heads, matter
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import pattern, words
from doenvermogentoets.norms.model import Richting, Rol, Soort
from doenvermogentoets.norms.orders import imposed, orders


def adverse(facts: Facts, clause: Clause, soort: Soort, rol: Rol, richting: Richting, effects: tuple[object, ...]) -> bool:
    """Whether the norm is to the disadvantage of a citizen or enterprise.

    Args:
        rol: of whom it speaks to.
        richting: of the decision in it.
        effects: the adverse effects that its words tell.
    """
    match soort:
        case Soort.DEFINITIE:
            return missed(clause) or _shuts_out(clause)
        case Soort.PROCEDURE:
            return _shuts_out(clause) or easing.charges(facts, clause) or orders(facts, clause)
        case Soort.BEVOEGDHEID:
            return _decided_against(facts, clause, richting)
        case Soort.RECHT:
            return _right_denied(facts, clause, rol)
        case Soort.STRAF:
            return True
        case Soort.PLICHT:
            return _asks(facts, clause, rol)
        case Soort.VERBOD:
            return _forbids(facts, clause, rol)
        case Soort.WAARDE:
            return _owed_more(facts, clause)
        case Soort.RECHTSGEVOLG:
            return _shuts_out(clause) or _takes(facts, clause, bool(effects))
        case _:
            return False


def missed(clause: Clause) -> bool:
    """«De verplichting is niet nagekomen indien de werkgever ...»: says when somebody has failed."""
    return clause.negated and clause.perfect and any(v.infinitive in ("nakomen", "naleven", "voldoen") for v in clause.verbs)


def _shuts_out(clause: Clause) -> bool:
    """«staat geen voorziening open», «is niet vatbaar voor beroep»: nothing can be done against it."""
    return clause.negated and not _OPEN.isdisjoint(clause.words) and not _REMEDY.isdisjoint(clause.words)


_REMEDY = words("extract", "remedies")
_OPEN = frozenset(["open", "vatbaar", "mogelijk", "toegelaten"])


# -- a power ------------------------------------------------------------------------------------------------------------


def _decided_against(facts: Facts, clause: Clause, richting: Richting) -> bool:
    """Whether what is decided hurts, or limits what is given."""
    if _owed_less(facts, clause) or _at_own_wish(facts, clause) or not _IN_PARLIAMENT.isdisjoint(facts.vocabulary):
        return False
    if richting == "nadelig" or " ten nadele van " in facts.text:
        return True
    if richting == "gunstig":
        return _only(facts, clause) or _limited(facts, clause) or _binds_to_conditions(clause)
    return (
        (clause.negated and facts.words[clause.finite] in ("kan", "kunnen", "wordt", "worden"))
        or orders(facts, clause)
        or imposed(facts, clause)
        or easing.charges(facts, clause)
        or decided.asks_in_content(facts, clause)
        or _binds_to_conditions(clause)
        or _drops(facts, clause)
    )


_IN_PARLIAMENT = frozenset(["staten-generaal", "wetsontwerp", "wetsvoorstel"])  # «trekken Wij de maatregel in»: rules, not a case


def _at_own_wish(facts: Facts, clause: Clause) -> bool:
    """«wordt op eigen aanvraag ontslagen», «wordt uitsluitend op verzoek van de houder ingetrokken»."""
    if not any(v.infinitive in _WISHED for v in clause.verbs) or " of " in heads.core_text(facts, clause):
        return False
    if ":" in facts.words[clause.finite : clause.last + 1] and any(facts.labels):
        return False  # one of several grounds
    return _OWN_WISH.search(facts.text) is not None and " al dan niet " not in facts.text


_WISHED = frozenset(
    ["intrekken", "beëindigen", "ontslaan", "schorsen", "doorhalen", "opheffen", "verwijderen", "schrappen", "verlagen", "wijzigen"]
)
_OWN_WISH = re.compile(
    r" op (?:eigen|zijn|haar|hun|diens) (?:schriftelijk )?(?:verzoek|aanvraag)"
    r"| op (?:verzoek|aanvraag) van de (?:\w*houder|werkgever|betrokkene|belanghebbende|verzekerde|deelnemer|aanvrager)(?: zelf)?[ ,.]"
)


def _only(facts: Facts, clause: Clause) -> bool:
    """«wordt uitsluitend verleend indien», «kan slechts worden toegekend»: a favour that is limited."""
    own = clauses.before_list(facts.words, facts.labels, clause.core, clause.finite)
    return any(facts.words[j] in ("slechts", "uitsluitend", "alleen") for j in own if j > clause.finite)


def _limited(facts: Facts, clause: Clause) -> bool:
    """«kan onder beperkingen worden verleend», «kan worden geregistreerd onder de voorwaarde dat hij»: with strings to it."""
    if not clause.passive or "onder" not in clause.words or _CONDITIONS.isdisjoint(clause.words):
        return False
    words = facts.words
    for j in clause.core:
        if words[j] == "onder" and j + 1 < len(words):
            if words[j + 1] in _CONDITIONS:
                return not {"dezelfde", "welke"} & set(words[j + 1 : j + 3])
            if words[j + 1] == "de" and words[j + 2 : j + 4] in (("voorwaarde", "dat"), ("beperking", "dat")):
                return True
    return False


def _binds_to_conditions(clause: Clause) -> bool:
    """«kan voorschriften verbinden aan de vergunning», «stelt beperkingen»."""
    binds = any(v.infinitive in ("verbinden", "stellen", "wijzigen") for v in clause.verbs) or bool(_BINDING & clause.words)
    return binds and bool(_CONDITIONS & clause.words)


_BINDING = frozenset(["verbinden", "verbonden", "verbindt"])
_CONDITIONS = words("extract", "conditions")


def _drops(facts: Facts, clause: Clause) -> bool:
    """«laat de aanvraag buiten behandeling»."""
    return (
        bool(_DROPPED.search(facts.text))
        and "gegrond" not in clause.words  # all that a judge can say
        and not (clause.negated and " dan nadat " in facts.text)  # «stelt niet buiten behandeling dan nadat»: a chance to mend it first
    )


_DROPPED = pattern("extract", "dropped")


# -- a right, a duty, a prohibition -------------------------------------------------------------------------------------


def _right_denied(facts: Facts, clause: Clause, rol: Rol) -> bool:
    """«heeft geen recht op», «heeft slechts aanspraak indien»: not «geen toestemming is vereist»."""
    if clause.negated and not _SPARED.isdisjoint(clause.words):
        return False
    denied = (
        rol != "overheid" and clause.negated and " verschuldigd " not in facts.text and facts.words[clause.finite] not in grammar.NEED_NOT
    )
    return denied or ("slechts" in clause.words and bool(clause.modal or {"recht", "aanspraak", "aanmerking"} & clause.words))


_SPARED = frozenset(["vereist", "nodig", "verplicht", "gehouden"])  # «geen toestemming is vereist»: one may


def _asks(facts: Facts, clause: Clause, rol: Rol) -> bool:
    """A duty of a citizen, or of an authority that makes him pay («brengt de kosten in rekening»)."""
    if rol == "overheid":
        return easing.charges(facts, clause)
    return rol == "burger" and not documents.formal(facts, clause) and not heads.states(facts, clause)


def _forbids(facts: Facts, clause: Clause, rol: Rol) -> bool:
    """A prohibition for a citizen, or for an authority that he gets money from («worden niet meer betaald»)."""
    if rol == "overheid":
        return any(v.infinitive in _PAYING for v in clause.verbs) and not _TOLD & clause.words
    return rol == "burger" and not heads.states(facts, clause)


_PAYING = frozenset(["betalen", "uitbetalen", "uitkeren", "vergoeden", "verstrekken"])
_TOLD = frozenset(["informatie", "inlichtingen", "gegevens", "afschrift", "afschriften", "inzage"])


# -- an amount ----------------------------------------------------------------------------------------------------------


def _owed_more(facts: Facts, clause: Clause) -> bool:
    """Whether an amount is one that somebody owes, or less of what he gets."""
    if _set_off(facts, clause):
        return True
    if _owed_less(facts, clause) or any(v.infinitive == "afronden" for v in clause.verbs):
        return False
    if "verlaagd" in clause.words and matter.citizen_word(heads.head(facts, clause)):
        return True
    # «de verschuldigde premie is de premie verminderd met de korting»
    less = "verschuldigde" in clause.words and not _LESS.isdisjoint(clause.words)
    return bool(_BURDENS & clause.words) and not less


_LESS = frozenset(["verminderd", "verlaagd", "mindering"])
_BURDENS = words("extract", "burdens")


def _owed_less(facts: Facts, clause: Clause) -> bool:
    """«de vergoeding die verschuldigd is wordt verminderd»: less of what somebody owes."""
    if clause.negated or not any(v.infinitive in _LESSENS for v in clause.verbs):
        return False
    noun = heads.head(facts, clause)
    return (
        noun in _BURDENS or noun in easing.SANCTIONS or ("verschuldigd" in facts.words[clause.first : clause.last + 1] and clause.passive)
    )


_LESSENS = frozenset(["verminderen", "verlagen", "matigen", "kwijtschelden", "halveren", "terugbetalen"])


def _set_off(facts: Facts, clause: Clause) -> bool:
    """«worden op de uitkering in mindering gebracht»: what somebody gets is less by it."""
    words = facts.words
    if clause.negated or ("mindering" not in clause.words and not any(v.infinitive in ("korten", "verrekenen") for v in clause.verbs)):
        return False
    for j in clause.core[:-1]:
        if words[j] in ("op", "met", "van"):
            for word in words[j + 1 : j + 5]:
                if decisions.benefit(word) or word in _PAYMENTS:
                    return True
                if word in clauses.PREPOSITIONS or word in (",", "."):
                    break
    return False


# -- a legal effect -----------------------------------------------------------------------------------------------------


def _takes(facts: Facts, clause: Clause, effects: bool) -> bool:
    """Whether what follows by law takes something from somebody; ``effects``: its words tell an adverse effect."""
    noun = heads.head(facts, clause)
    if _only_later(clause, noun):
        return True
    if _takes_from_nobody(facts, clause, noun) or _suspends_decision(clause, noun):
        return False
    return (
        _ends_right(clause, noun)
        or (effects and not _about_a_term(facts, clause))
        or not _LOST.isdisjoint(clause.words)
        or ("aansprakelijk" in clause.words and not clause.negated)
        or easing.charges(facts, clause)
        or _arises_only(clause)
    )


_LOST = frozenset(["nietig", "verjaart", "afgekocht"])


def _only_later(clause: Clause, noun: str) -> bool:
    """«gaat niet eerder in dan»: unless it is what somebody would rather have late."""
    return (
        clause.negated
        and bool({"eerder", "vroeger"} & clause.words)
        and noun not in _ENDINGS
        and any(v.infinitive in ("ingaan", "ontstaan", "herleven") for v in clause.verbs)
    )


_ENDINGS = frozenset(["ontslag", "intrekking", "beëindiging", "verlaging", "herziening", "opzegging", "schorsing", "verval", "weigering"])


def _takes_from_nobody(facts: Facts, clause: Clause, noun: str) -> bool:
    """«Een sanctiebesluit vervalt», «Deze regeling vervalt»: rules for everybody go, or something takes the place of what goes."""
    return (
        decisions.OFFICIAL_POWER.search(facts.text) is not None
        or noun in decisions.LAPSES_WELL
        or (noun.endswith(_RULES) and len(noun) > 4)
        or _replaced(facts, clause)
    )


_RULES = ("wet", "sanctiebesluit", "uitvoeringsbesluit", "regeling", "verordening", "voorschriften")


def _replaced(facts: Facts, clause: Clause) -> bool:
    """«vervalt met ingang van de dag waarop een erkenning wordt verleend»: something takes its place."""
    if not {"vervalt", "vervallen"} & clause.words:
        return False
    for first, last, opener in facts.parse.subs:
        here = facts.words[first : last + 1]
        if first > clause.finite and opener in ("waarop", "zodra", "indien", "wanneer", "nadat"):
            # its verb, with auxiliaries before or after it: not «waarop een verleend pensioen ingaat»
            granted = any(here[k] in _FAVOURS and grammar.AUXILIARIES.issuperset(here[k + 1 :]) for k in range(len(here)))
            return granted and not _DENIED & set(here) and not _FOR_ANOTHER & set(here)
    return False


_FAVOURS = frozenset(["verleend", "toegekend", "verlening", "toekenning", "afgegeven", "verlengd"])
_DENIED = frozenset(["niet", "geen", "ten onrechte"])
_FOR_ANOTHER = frozenset(["ander", "derde", "surseance", "faillissement", "onjuiste"])


def _suspends_decision(clause: Clause, noun: str) -> bool:
    """«de uitvoering van het besluit wordt opgeschort»."""
    halted = any(v.groep == "schorsing" for v in clause.verbs)
    return halted and (noun in _PROCEEDINGS or bool(_DECISIONS & clause.words and not _PAYMENTS & clause.words))


_PROCEEDINGS = words("extract", "proceedings")
_PAYMENTS = words("extract", "payments")
_DECISIONS = frozenset(["uitvoering", "tenuitvoerlegging", "besluit", "beslissing", "behandeling"])


def _ends_right(clause: Clause, noun: str) -> bool:
    """«Het recht op uitkering eindigt», «De vrijwillige verzekering eindigt», «verliest zijn aanspraken»."""
    if clause.negated or not any(v.infinitive in _ENDS for v in clause.verbs[:1]):
        return False
    return (
        noun in _RIGHTS
        or noun == "verzekering"
        or matter.citizen_word(noun)
        or (clause.verbs[0].infinitive == "verliezen" and bool(_RIGHTS & clause.words))
    )


_ENDS = frozenset(["eindigen", "ophouden", "verliezen"])
_RIGHTS = frozenset(["recht", "rechten", "aanspraak", "aanspraken"])


def _about_a_term(facts: Facts, clause: Clause) -> bool:
    """«De termijn wordt opgeschort»: not «Na afloop van deze termijn vervalt het recht», where the term is only when."""
    if not {"termijn", "periode"} & clause.words:
        return False
    noun = heads.head(facts, clause)
    if noun not in _RIGHTS and not matter.citizen_word(noun):
        return True
    told = _RUN_OUT.sub(" ", f" {' '.join(facts.words[j] for j in clause.core)} ")
    return " termijn " in told or " periode " in told


_RUN_OUT = re.compile(
    r" (?:na|bij|met|door) (?:het |de )?(?:afloop|verloop|verstrijken|ommekomst|einde) van (?:[a-z-]+ ){1,3}?(?:termijn|periode) "
    r"| na (?:die|deze) (?:termijn|periode) "
)


def _arises_only(clause: Clause) -> bool:
    """«Het recht ontstaat slechts indien»."""
    return "slechts" in clause.words and bool({"recht", "aanspraak"} & clause.words) and any(v.infinitive in _ARISES for v in clause.verbs)


_ARISES = frozenset(["ontstaan", "bestaan", "ingaan", "herleven"])

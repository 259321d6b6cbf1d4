"""The room that a norm leaves to soften what it does to somebody: a hardship clause, a narrower way out, or none."""

from __future__ import annotations

from doenvermogentoets.norms import easing
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.model import Richting, Ruimte, Soort, UitwegSoort

_NARROW = frozenset(
    [
        UitwegSoort.DRINGENDE_REDEN,
        UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN,
        UitwegSoort.MATIGING,
        UitwegSoort.AFZIEN,
        UitwegSoort.KWIJTSCHELDING,
        UitwegSoort.BETALINGSREGELING,
        UitwegSoort.VERLENGING,
        UitwegSoort.ONTHEFFING,
        UitwegSoort.VERSCHONING,
        UitwegSoort.VERWIJTBAARHEID,
    ]
)

_CONDITIONS = words("extract", "conditions")
_PUNISHING = frozenset(["boete", "boetes", "maatregel", "sanctie", "dwangsom", "terugvordering", "teruggevorderd", "invordering"])
_LAID = frozenset(["opgelegd", "opleggen", "gelegd"])
_OBLIGED = frozenset(["verplichting", "verplichtingen", "last"])
_BURDEN_NOUNS = words("extract", "burden_nouns")


def room(facts: Facts, clause: Clause, soort: Soort, richting: Richting) -> Ruimte:
    """Room in this norm; rules about how room is used (uitstel bij ministeriële regeling) are not room themselves."""
    kinds = {kind for _, _, kind in facts.softeners}
    if soort in (Soort.DEFINITIE, Soort.SLOT):
        return Ruimte.GEEN
    if soort not in (Soort.BEVOEGDHEID, Soort.RECHT) or richting == "nadelig":
        # an exemption that is only mentioned, or taken away, is no room
        if not (soort is Soort.DELEGATIE and (_may_grant(facts) or _granted_by_rule(clause))) and not (
            soort in _DUTIES and _reserved(facts)
        ):
            kinds -= {UitwegSoort.ONTHEFFING}
        kinds -= {UitwegSoort.KWIJTSCHELDING}
    elif soort is Soort.RECHT and ("slechts" in facts.vocabulary or any(v.infinitive in ("gelden", "zijn") for v in clause.verbs)):
        # «een beroep op vrijstelling kan slechts worden gedaan»; «van het verbod geldt een vrijstelling voor»: the rule itself, for all
        kinds -= {UitwegSoort.ONTHEFFING}
    elif UitwegSoort.ONTHEFFING in kinds and (not _exempts(clause) or _exempt_by_law(clause) or _only_how(facts, clause)):
        kinds -= {UitwegSoort.ONTHEFFING}
    if soort in _NO_CHOICE:
        kinds -= {kind for kind in kinds & _GROUNDS if not _excepted(facts, kind)}
    if soort in (Soort.PROCEDURE, Soort.TOEPASSELIJKHEID):
        kinds &= {UitwegSoort.HARDHEIDSCLAUSULE, UitwegSoort.DRINGENDE_REDEN}
    elif soort in (Soort.PLICHT, Soort.RECHT, Soort.VERBOD):
        kinds -= {UitwegSoort.VERSCHONING, UitwegSoort.AFZIEN, UitwegSoort.VERLENGING}
    if UitwegSoort.AFZIEN in kinds and "achterwege" in facts.vocabulary and _BURDEN_NOUNS.isdisjoint(facts.vocabulary):
        kinds -= {UitwegSoort.AFZIEN}  # an advice may be left out: that softens nothing
    if richting == "nadelig":
        kinds -= {kind for kind in kinds & {UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN} if _only_described(facts, kind)}
    if soort is Soort.BEVOEGDHEID and _CONDITIONS & clause.words and any(v.infinitive in ("verbinden", "stellen") for v in clause.verbs):
        kinds -= {UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN}  # the ground for a condition, not for mercy
    if any(v.infinitive == "verlengen" for v in clause.verbs[:1]) and not _LASTING.isdisjoint(clause.words):
        kinds -= _GROUNDS  # «kan de geldigheidsduur in bijzondere gevallen worden verlengd»
    if soort is Soort.DELEGATIE and UitwegSoort.ONTHEFFING in kinds:
        return Ruimte.ONTSNAPPING
    if soort is Soort.BEVOEGDHEID and (easing.holds_off(clause) or easing.lightens(facts, clause) or _lets_go(clause)):
        return Ruimte.ONTSNAPPING
    deviates = bool({"afwijken", "wijken", "afgeweken"} & facts.vocabulary)
    if UitwegSoort.HARDHEIDSCLAUSULE in kinds or (deviates and UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN in kinds and soort is Soort.DELEGATIE):
        return Ruimte.HARDHEIDSCLAUSULE
    spared = soort is Soort.BEVOEGDHEID and richting == "gunstig" and (clause.negated or "achterwege" in clause.words)
    if spared and (not _PUNISHING.isdisjoint(clause.words) or (_LAID & clause.words and _OBLIGED & clause.words)):
        return Ruimte.ONTSNAPPING  # «wordt aan hem niet de boete opgelegd», «het opleggen van een maatregel blijft achterwege»
    if kinds & _NARROW and soort is not Soort.DELEGATIE:
        return Ruimte.ONTSNAPPING
    return Ruimte.GEEN


_DUTIES = frozenset([Soort.PLICHT, Soort.VERBOD])
_EXEMPTIONS = frozenset(["ontheffing", "vrijstelling", "dispensatie"])
_GRANTS = frozenset(["verlenen", "ontheffen", "vrijstellen", "geven", "toestaan", "toekennen", "bepalen", "besluiten", "verklaren"])


def _exempts(clause: Clause) -> bool:
    """Whether a clause exempts, and does not speak about exemptions («aan het verlenen van een ontheffing het gevolg verbinden»)."""
    return not clause.verbs or any(v.infinitive in _GRANTS for v in clause.verbs)


def _exempt_by_law(clause: Clause) -> bool:
    """«Vrijstelling van accijns wordt verleend voor brandstof»: the law itself exempts a class, and nobody's case is weighed."""
    return "vrijstelling" in clause.words and not clause.modal and _ONE_CASE.isdisjoint(clause.words)


_ONE_CASE = frozenset(["ontheffing", "kan", "kunnen", "verzoek", "verzoekschrift"])


def _only_how(facts: Facts, clause: Clause) -> bool:
    """«De ontheffing kan slechts worden verleend na», «Een ontheffing kan onder beperkingen worden verleend»: how, not that."""
    if not clause.passive:
        return False
    subject = facts.words[clause.first : clause.finite]
    limited = "slechts" in clause.words or ("onder" in clause.words and not _LIMITS.isdisjoint(clause.words))
    return limited and not _EXEMPTIONS.isdisjoint(subject) and not {"van", "voor"} & set(subject)


_LIMITS = frozenset(["beperkingen", "voorschriften", "voorwaarden", "beperking"])
_GROUNDS = frozenset([UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN, UitwegSoort.DRINGENDE_REDEN])
# Where nobody chooses, special circumstances are what a duty or an effect depends on, unless they are its exception.
_NO_CHOICE = frozenset([Soort.PLICHT, Soort.VERBOD, Soort.PROCEDURE, Soort.RECHTSGEVOLG, Soort.WAARDE])
_LASTING = frozenset(["geldigheidsduur", "duur", "periode", "tijdvak", "schorsing"])
_EXCEPTING = frozenset(["tenzij", "behoudens", "behalve"])


def _excepted(facts: Facts, kind: UitwegSoort) -> bool:
    """«, tenzij bijzondere omstandigheden zich daartegen verzetten», «behoudens om dringende redenen»."""
    for first, _, soort in facts.softeners:
        if soort is kind:
            opener = max((s for s in facts.parse.subs if s[0] <= first <= s[1]), key=lambda s: s[0], default=None)
            if (opener is not None and opener[2] == "tenzij") or not _EXCEPTING.isdisjoint(facts.words[max(0, first - 4) : first]):
                return True
    return False


def _reserved(facts: Facts) -> bool:
    """«Het is verboden …, met dien verstande dat Onze Minister vrijstelling kan verlenen», «behoudens ontheffing niet»."""
    words = facts.words
    for first, last, opener in facts.parse.subs:
        here = words[first : last + 1]
        if opener == "dat" and "kan" in here and not _EXEMPTIONS.isdisjoint(here) and not _GRANTING.isdisjoint(here):
            return True
    return any(words[j] == "behoudens" and not _EXEMPTIONS.isdisjoint(words[j + 1 : j + 5]) for j in range(len(words)))


def _lets_go(clause: Clause) -> bool:
    """«ziet de bank geheel of gedeeltelijk van terugvordering af»: the verb stands in two parts."""
    return any(v.infinitive == "afzien" for v in clause.verbs) and not _BURDEN_NOUNS.isdisjoint(clause.words)


_GRANTING = frozenset(["verleend", "verlenen", "toegestaan", "toestaan"])


def _may_grant(facts: Facts) -> bool:
    """«regels op grond waarvan ontheffing kan worden verleend»: rules that give room, not rules about how it is used."""
    for first, last, opener in facts.parse.subs:
        here = facts.words[first : last + 15]  # «dat hij bevoegd is | op aanvraag ontheffing te verlenen»
        permit = not {"ontheffing", "vrijstelling"}.isdisjoint(here) and not _GRANTING.isdisjoint(here)
        if (opener == "dat" or opener.startswith("waar")) and permit and not {"kan", "kunnen", "bevoegd"}.isdisjoint(here):
            return "vereist" not in here  # a list of permits that may be needed
    return False


def _granted_by_rule(clause: Clause) -> bool:
    """«Bij ministeriële regeling kan vrijstelling worden verleend van artikel 11»: the lower rule itself exempts."""
    return bool(clause.modal) and not _EXEMPTIONS.isdisjoint(clause.words) and any(v.infinitive == "verlenen" for v in clause.verbs)


def _only_described(facts: Facts, kind: UitwegSoort) -> bool:
    """«een persoon voor wie in buitengewone omstandigheden een verbod geldt»: the circumstances tell who is meant."""
    for first, last, soort in facts.softeners:
        if soort is not kind:
            continue
        inner = [s for s in facts.parse.subs if s[0] <= first and last <= s[1]]
        opener = max(inner, key=lambda s: (s[0], -s[1]))[2] if inner else ""
        if opener not in ("die", "wie", "wiens", "wier") and not opener.startswith("waar"):
            return False
    return True

"""The kind of norm of a main clause, after the main clause (De Maat and Winkels 2008, 2010)."""

from __future__ import annotations

import re

from doenvermogentoets.norms import clauses, grammar
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.decisions import NO_DECISION, decided_noun, is_decision, is_dropped, is_offence
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.heads import WAARDE_HEADS, head, is_a, nominal_predicate, qualifies
from doenvermogentoets.norms.lexicon import pattern, words
from doenvermogentoets.norms.matter import (
    BURGERZAAK,
    between_governments,
    citizen_matter,
    citizen_word,
    state_business,
    state_word,
    touches_citizen,
    touches_party,
)
from doenvermogentoets.norms.model import Soort

_INSTRUMENT = pattern("classify", "instrument")
_REGELS = pattern("classify", "regels")
_STELLEN = words("classify", "stellen")
_RULE_VERBS = words("classify", "rule_verbs")
_WET = words("classify", "wet")
_CITEER = re.compile(r" (?:wordt|worden|kan worden|kunnen worden) aangehaald als |citeertitel")
_WIJZIGT = pattern("classify", "wijzigt")
_VERVALLEN = re.compile(r"^ (?:\[ )?(?:vervallen|door vernummering vervallen)[ .\]]")
AMENDING = pattern("classify", "amending")
_DEFINITIE = pattern("classify", "definitie")
_VAN_TOEPASSING = pattern("classify", "van_toepassing")
_WAARDE = pattern("classify", "waarde")
_WAARDE_VERBS = words("classify", "waarde_verbs")
_RECHT = pattern("classify", "recht")
_STRAF = pattern("classify", "straf")
_ONVERLET = re.compile(r" (?:laat|laten) [^.;]{0,300}(?:onverlet|onaangetast) ")
_BEREKENING = pattern("classify", "berekening")
_BEDRAG = pattern("classify", "bedrag")
_BLIJFT = pattern("classify", "blijft")
_GEVOLG_FINITE = words("classify", "gevolg_finite")
_GEVOLG = pattern("classify", "gevolg")
_TERMIJN_LOPEN = pattern("classify", "termijn_lopen")

_BETALEN = words("classify", "betalen")
_ONDERZOEKEN = words("classify", "onderzoeken")
_RECHTERLIJK = words("classify", "rechterlijk")
_ZITTING = words("classify", "zitting")
_BURGERSTUK = words("classify", "burgerstuk")
_AANPASSEN = words("classify", "aanpassen")
_INDEX = re.compile(r" (?:[a-z]*index[a-z]*|procentuele|minimumloon|ontwikkeling van|gezinsconsumptie|contractlonen) ")
_TE_BEPALEN = pattern("classify", "te_bepalen")
_PROVISION = frozenset(["artikel", "artikelen", "lid", "besluit", "wet", "regeling", "afdeling", "hoofdstuk"])
_HANDING_OVER = frozenset(["verstrekken", "overleggen", "indienen", "aanvragen", "betalen", "melden", "bijvoegen", "vermelden", "bewaren"])
# Lower rules as the subject: «De regeling kan bepalen», «Deze maatregel bevat in elk geval regels over».
_RULE_SUBJECT = re.compile(
    r"^ (?:in (?:dat|dit|zodanig) geval \w+ )?(?:de (?:regeling|\w*verordening)|(?:de|deze) (?:maatregel|algemene maatregel van bestuur)) "
)
_RULE_CONTENT = frozenset(["regels", "regelen", "voorschriften", "bepalingen"])
_REGULATING = frozenset(["geschiedt", "geschieden", "bevat", "bevatten", "omvat", "omvatten", "heeft", "hebben", "vindt", "vinden"])


def delegates_detail(facts: Facts) -> bool:
    """«bij ministeriële regeling te bepalen gegevens»: something is left to lower rules inside a norm of another kind."""
    return bool(_TE_BEPALEN.search(facts.text))


def whole_slot(facts: Facts) -> bool:
    """The whole provision is an editorial note or amending instruction («Wijzigt de Wet X.», «Treedt in werking per»)."""
    return bool(_WIJZIGT.search(facts.text))


def kinds(facts: Facts, clause: Clause, core: str, actor: Actor | None, door: Actor | None) -> list[Soort]:
    """The kinds of norm of a main clause; empty when it is no norm."""
    if _VERVALLEN.search(facts.text):
        return []
    finite = facts.words[clause.finite]
    rol = actor.rol if actor else None
    klassen = {v.klas for v in clause.verbs}
    if _STRAF.search(core) and not (rol == "overheid" and not clause.passive):
        return [Soort.STRAF]
    if is_offence(facts, clause):
        return [Soort.BEVOEGDHEID]
    if _is_delegation(core, clause, rol) and not _CITEER.search(core) and " in werking " not in core:
        return _with_power(facts, clause)
    if _is_slot(facts, clause, core):
        return [Soort.SLOT]
    if " in werking " in core and {"treedt", "treden"} & clause.words:
        subject = head(facts, clause)
        return [Soort.RECHTSGEVOLG if citizen_word(subject) and subject != "maatregel" else Soort.PROCEDURE]
    if _ONVERLET.search(core):
        return [Soort.TOEPASSELIJKHEID]
    if finite in ("moet", "moeten", "dient", "dienen") and clause.modal and not clause.negated:
        return [_obligation(facts, clause, rol, door)]
    if " verboden " in core or " niet toegestaan " in core or (finite in ("mag", "mogen") and clause.negated):
        return [Soort.VERBOD]
    if (finite in clauses.COPULAS or finite in clauses.PASSIVES) and "verschuldigd" in clause.words and clause.negated:
        return [Soort.RECHT]
    if finite in clauses.COPULAS and ({"verplicht", "gehouden", "verschuldigd", "verantwoordelijk"} & clause.words) and not clause.negated:
        return [_obligation(facts, clause, rol, door)]
    if _DEFINITIE.search(core) and not (rol is not None and not clause.passive and finite not in ("heet", "heten")):
        return [Soort.DEFINITIE]
    if " geacht " in core and clause.passive:
        return [Soort.RECHTSGEVOLG]
    if _VAN_TOEPASSING.search(core) and not (rol == "overheid" and finite in ("kan", "kunnen")):
        return [Soort.TOEPASSELIJKHEID]
    if clause.passive and "toegepast" in clause.words and rol is None and door is None and _PROVISION & clause.words:
        return [Soort.TOEPASSELIJKHEID]
    if "achterwege" in clause.words and "toepassing" in clause.words and finite in ("blijft", "blijven"):
        return [Soort.TOEPASSELIJKHEID]
    if _is_right(clause, core, finite, rol, head(facts, clause) if finite in ("kan", "kunnen") else ""):
        return [Soort.RECHT]
    if clause.negated and finite in ("kan", "kunnen") and clause.passive and head(facts, clause) in ("recht", "aanspraak"):
        return [Soort.RECHT]
    if "bevoegd" in clause.words and finite in clauses.COPULAS:
        return [Soort.RECHT if rol == "burger" else Soort.BEVOEGDHEID if citizen_matter(facts) else Soort.PROCEDURE]
    if _is_value(facts, clause, core, finite, rol):
        return [Soort.WAARDE]
    if finite in grammar.NEED_NOT and clause.negated and rol != "overheid" and any(v.infinitive in _HANDING_OVER for v in clause.verbs):
        return [Soort.RECHT]
    if finite in ("heeft", "hebben") and {"gevolg", "gevolgen"} & clause.words and rol is None and not _has_done(clause):
        return [Soort.RECHTSGEVOLG]
    if clause.negated and clause.passive and any(v.infinitive == "heffen" for v in clause.verbs):
        return [Soort.VERBOD]
    if is_dropped(clause):
        return [Soort.BEVOEGDHEID]
    if clause.passive and {"niet-ontvankelijk", "ontvankelijk"} & clause.words and "verklaard" in clause.words:
        return [Soort.BEVOEGDHEID]
    if _is_effect(facts, clause, core, finite, rol, klassen):
        return [Soort.RECHTSGEVOLG]
    if door is not None and door.rol == "burger" and finite in ("kan", "kunnen"):
        return [Soort.RECHT]
    if (rol == "burger" and not clause.passive) or (door is not None and door.rol == "burger"):
        if finite in clauses.COPULAS and (
            is_a(facts, clause) or (clause.verb_at in ((), (clause.finite,)) and nominal_predicate(facts, clause))
        ):
            return [Soort.DEFINITIE]
        if finite in clauses.COPULAS and qualifies(facts, clause):
            return [Soort.DEFINITIE]
        if (
            finite in ("heeft", "hebben")
            and not clause.modal
            and not _has_done(clause)
            and facts.words[clause.finite + 1 : clause.finite + 2] == ("een",)
            and any(first > clause.finite and word in ("indien", "wanneer", "als") for first, _, word in facts.parse.subs)
        ):
            return [Soort.DEFINITIE]  # «heeft een laag inkomen indien»
        if (
            clause.verbs
            and clause.verbs[0].infinitive in ("bepalen", "kiezen")
            and not clause.negated
            and not clause.modal
            and rol == "burger"
        ):
            return [Soort.RECHT]
        if clause.negated and not clause.modal and finite not in clauses.COPULAS | clauses.PERFECTS:
            return [Soort.VERBOD]
        return [Soort.PLICHT]
    if finite in ("blijft", "blijven") and "achterwege" in clause.words and decided_noun(facts, clause) is not None:
        return [Soort.BEVOEGDHEID]
    if (finite in ("blijft", "blijven") and "achterwege" in clause.words) or (
        finite in ("vindt", "vinden") and clause.negated and "plaats" in clause.words
    ):
        return [Soort.VERBOD]
    if finite in clauses.COPULAS and ("belast" in clause.words) and rol != "burger":
        return [Soort.PROCEDURE]
    if (
        clause.passive
        and clause.verbs
        and clause.verbs[0].infinitive in ("geven", "nemen", "vaststellen")
        and {"beschikking", "besluit", "beslissing"} & clause.words
        and not clause.negated
        and not clause.modal
    ):
        return [Soort.PLICHT]
    if rol == "overheid" and not clause.modal and not clause.passive and _takes_decision(clause) and citizen_matter(facts):
        return [Soort.PLICHT]
    if rol == "overheid" and not clause.modal and clause.verbs and clause.verbs[0].infinitive == "besluiten":
        return [Soort.PLICHT if touches_citizen(facts, clause) else Soort.PROCEDURE]
    if (
        rol == "overheid"
        and finite in ("kan", "kunnen")
        and ({"beroep", "bezwaar", "cassatie", "advies"} & clause.words)
        and ({"instellen", "maken", "vragen", "inwinnen"} & clause.words)
    ):
        return [Soort.PROCEDURE]
    if _is_indexation(facts, clause):
        return [Soort.PLICHT, Soort.WAARDE] if rol == "overheid" and not clause.passive else [Soort.WAARDE]
    if clause.verbs and not clause.modal:
        if clause.verbs[0].infinitive in _BETALEN and not clause.negated:
            return [Soort.PLICHT if citizen_matter(facts) else Soort.PROCEDURE]
        if clause.verbs[0].infinitive in _ONDERZOEKEN and not clause.negated:
            return [Soort.PLICHT if touches_citizen(facts, clause) else Soort.PROCEDURE]
    if (
        rol == "overheid"
        and actor is not None
        and not clause.passive
        and facts.words[actor.last] in _RECHTERLIJK
        and _ZITTING & facts.vocabulary
    ):
        return [Soort.PLICHT if touches_party(facts, clause) else Soort.PROCEDURE]
    if rol == "overheid" and not clause.passive and clause.verbs and between_governments(facts, clause, actor):
        return [Soort.PROCEDURE]
    if is_decision(facts, clause, finite, rol) or decided_noun(facts, clause) is not None:
        return [Soort.BEVOEGDHEID]
    if (rol == "overheid" or door is not None) and clause.negated and not clause.modal and touches_citizen(facts, clause):
        return [Soort.VERBOD]
    if rol == "overheid" or door is not None:
        return [Soort.PLICHT if touches_citizen(facts, clause) else Soort.PROCEDURE]
    if finite in ("geldt", "gelden"):
        return [Soort.TOEPASSELIJKHEID]
    if clause.passive and HANDED_IN & clause.words and " voorstel van wet " in facts.text:
        return [Soort.PROCEDURE]
    if clause.passive and HANDED_IN & clause.words and not clause.negated and not state_business(clause):
        return [Soort.PLICHT]
    if clause.passive:
        if (
            clause.negated
            and "besluit" not in klassen
            and not state_word(head(facts, clause))
            and not (state_business(clause) and not BURGERZAAK & clause.words)
        ):
            return [Soort.VERBOD]
        return [Soort.PLICHT if touches_citizen(facts, clause) else Soort.PROCEDURE]
    if finite in clauses.COPULAS and (
        is_a(facts, clause) or qualifies(facts, clause) or (clause.verb_at in ((), (clause.finite,)) and nominal_predicate(facts, clause))
    ):
        return [Soort.DEFINITIE]
    if "waarde" in klassen:
        return [Soort.WAARDE]
    if "rechtsgevolg" in klassen and finite not in (
        "bestaat",
        "bestaan",
        "geschiedt",
        "geschieden",
        "vindt",
        "vinden",
        "staat",
        "staan",
        "blijft",
        "blijven",
    ):
        return [Soort.RECHTSGEVOLG]
    if finite in _REGULATING and touches_citizen(facts, clause):
        return [Soort.PLICHT]
    return [Soort.PROCEDURE]


def _has_done(clause: Clause) -> bool:
    """Whether «heeft» helps another verb («heeft verstrekt») instead of saying what somebody has."""
    return any(v.infinitive != "hebben" for v in clause.verbs)


def _takes_decision(clause: Clause) -> bool:
    """«neemt een beslissing over»: whoever decides must do so, whatever else the sentence speaks of."""
    return bool({"beslissing", "beschikking"} & clause.words) and any(v.infinitive == "nemen" for v in clause.verbs)


def _is_indexation(facts: Facts, clause: Clause) -> bool:
    """The yearly adjustment of amounts for everybody: no decision about somebody."""
    if not clause.verbs or clause.modal or clause.negated or clause.verbs[0].infinitive not in _AANPASSEN:
        return False
    return bool({"bedrag", "bedragen", "percentage", "percentages"} & clause.words) and bool(_INDEX.search(facts.text))


def _obligation(facts: Facts, clause: Clause, rol: str | None, door: Actor | None) -> Soort:
    if rol == "overheid" or (door is not None and door.rol == "overheid"):
        return Soort.PLICHT if touches_citizen(facts, clause) else Soort.PROCEDURE
    return Soort.PLICHT


def _is_slot(facts: Facts, clause: Clause, core: str) -> bool:
    if " lasten en bevelen " in facts.text:
        return True
    if _CITEER.search(core):
        return True
    if " in werking " in core and ("treedt" in clause.words or "treden" in clause.words):
        # when lower rules start is how they are made; when this text starts is its own closing provision
        return not (clause.negated or core.startswith((" hij ", " de maatregel ")))
    if AMENDING.search(core) and not clause.modal:
        return True
    finite = facts.words[clause.finite]
    if (" in de staatscourant " in core and "geplaatst" in clause.words) or (" in het staatsblad " in core and "geplaatst" in clause.words):
        return True
    if (
        finite in ("werkt", "werken", "kan", "kunnen")
        and ("terug" in clause.words or "terugwerken" in clause.words)
        and (_WET & set(facts.words[clause.first : clause.first + 6]) or "het" in clause.words)
    ):
        return True
    if {"vervalt", "vervallen", "ingetrokken"} & clause.words and finite in ("vervalt", "vervallen", "wordt", "worden", "is", "zijn"):
        inverted = reading.inverted(facts, clause)
        if facts.words[clause.first] == "artikel" and not inverted:
            return True
        first, last = (clause.finite + 1, min(clause.finite + 9, clause.last)) if inverted else (clause.first, clause.finite - 1)
        before = ""
        for j in range(first, last + 1):
            word = facts.words[j]
            if (
                facts.parse.depth[j] == 0
                and word in _WET
                and before not in clauses.PREPOSITIONS
                and not (before == "de" and j > 1 and facts.words[j - 2] in clauses.PREPOSITIONS)
            ):
                return (
                    word not in ("besluit", "regeling", "onderdeel", "titel")
                    or (reading.capital(facts, j) and j > clause.first)
                    or before in ("deze", "dit")
                    or "houdende" in facts.vocabulary
                    or (
                        facts.words[j + 1 : j + 3] in (("van", "de"), ("van", "onze"))
                        and facts.words[j + 3 : j + 4] in (("minister",), ("staatssecretaris",))
                    )
                )
            if word in clauses.PREPOSITIONS:
                return False
            before = word
    return False


def _with_power(facts: Facts, clause: Clause) -> list[Soort]:
    if (
        clause.verbs
        and clause.verbs[0].klas == "besluit"
        and clause.verbs[0].richting == "gunstig"
        and citizen_matter(facts)
        and not ({"regels", "regelen"} & clause.words)
    ):
        return [Soort.BEVOEGDHEID, Soort.DELEGATIE]
    return [Soort.DELEGATIE]


def _is_delegation(core: str, clause: Clause, rol: str | None) -> bool:
    if rol == "burger" and not clause.passive:
        return False
    by_rule = bool(_INSTRUMENT.search(core))
    infinitives = {v.infinitive for v in clause.verbs}
    if by_rule and ({"regels", "regelen"} & clause.words):
        return True
    if by_rule and (clause.passive or clause.modal or rol == "overheid") and infinitives & _RULE_VERBS:
        return True
    if by_rule and ((clause.modal and clause.passive and not clause.verbs) or "bevoegd" in clause.words):
        return True
    if by_rule and clause.modal and " ontheffing " in core and clause.passive:
        return True
    if core.startswith(" bij de maatregel ") and clause.modal and infinitives & _RULE_VERBS:
        return True
    if _RULE_SUBJECT.search(core) and not clause.passive:
        if clause.modal and infinitives & (_RULE_VERBS | {"voorzien", "bevatten", "inhouden"}):
            return True
        if infinitives & {"bevatten", "omvatten"} and (_RULE_CONTENT & clause.words or " een regeling " in core):
            return True
    return bool(_REGELS.search(core) and _STELLEN & clause.words and rol != "burger")


def _is_right(clause: Clause, core: str, finite: str, rol: str | None, head_word: str) -> bool:
    if rol != "overheid" and _RECHT.search(core) and not (clause.modal and rol is None):
        return True
    if finite in ("ontvangt", "ontvangen", "krijgt", "krijgen", "geniet") and rol == "burger":
        return True
    if finite in ("mag", "mogen") and rol != "overheid":
        return True
    if finite in ("kan", "kunnen", "behoeft", "behoeven", "hoeft", "hoeven") and rol == "burger" and not clause.passive:
        return True
    if finite in ("kan", "kunnen") and rol is None and not clause.passive and head_word in _BURGERSTUK:
        return True
    if finite in ("kan", "kunnen") and rol != "overheid":
        if (" beroep " in core or " bezwaar " in core or " verzet " in core) and (
            "ingesteld" in clause.words or "instellen" in clause.words or "gemaakt" in clause.words or "gedaan" in clause.words
        ):
            return True
        if (
            clause.passive
            and clause.verbs
            and clause.verbs[0].klas in ("handeling", "overig")
            and clause.verbs[0].infinitive in ("indienen", "voortzetten", "aanvragen", "verzoeken", "gebruiken", "betalen", "doen")
        ):
            return True
    return False


def _is_value(facts: Facts, clause: Clause, core: str, finite: str, rol: str | None) -> bool:
    if rol is not None and not clause.passive:
        return False
    if (_BEREKENING.search(core) and clause.passive and rol is None) or (
        _BEREKENING.search(core) and finite in ("blijft", "blijven", "telt", "tellen")
    ):
        return True
    if _BEDRAG.search(core) and clause.passive:
        return finite not in ("kan", "kunnen")
    if _WAARDE.search(core) or finite == "bedragen":
        return not (clause.modal and finite in ("kan", "kunnen"))
    if not (clause.passive or finite in ("vindt", "vinden")) or (clause.modal and finite in ("kan", "kunnen")):
        return False
    if not (_WAARDE_VERBS & clause.words) and finite not in ("vindt", "vinden"):
        return False
    return head(facts, clause) in WAARDE_HEADS


def _is_effect(facts: Facts, clause: Clause, core: str, finite: str, rol: str | None, klassen: set[str]) -> bool:
    if rol == "overheid" and not clause.passive and "besluit" in klassen:
        return False
    if finite in _GEVOLG_FINITE:
        return True
    if "vervallen" in clause.words and finite in ("komt", "komen"):
        return True
    if " in de plaats " in core and finite in ("treedt", "treden"):
        return True
    if (_GEVOLG.search(core) or _BLIJFT.search(core)) and rol != "overheid":
        return True
    if (
        finite in ("gaat", "gaan")
        and rol is None
        and ((clause.verbs and clause.verbs[0].infinitive in ("overgaan", "ingaan")) or " over " in core or " in " in core)
    ):
        return True
    if finite in ("vindt", "vinden") and "plaats" in clause.words and NO_DECISION.search(facts.text):
        return True
    return bool(_TERMIJN_LOPEN.search(core)) and rol is None and head(facts, clause) in ("termijn", "termijnen", "verjaring", "looptijd")


HANDED_IN = frozenset(["ingediend", "aangevraagd", "ingezonden"])

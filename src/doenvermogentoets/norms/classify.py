"""The kind of norm of a main clause, after the main clause (De Maat and Winkels 2008, 2010)."""

from __future__ import annotations

import re
from functools import lru_cache

from doenvermogentoets.norms import clauses
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import pattern, words
from doenvermogentoets.norms.model import Richting, Soort

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
_WAARDE_HEADS = words("classify", "waarde_heads")
_WAARDE_VERBS = words("classify", "waarde_verbs")
_RECHT = pattern("classify", "recht")
_STRAF = pattern("classify", "straf")
_ONVERLET = re.compile(r" (?:laat|laten) [^.;]{0,300}(?:onverlet|onaangetast) ")
_BEREKENING = pattern("classify", "berekening")
_BEDRAG = pattern("classify", "bedrag")
_BLIJFT = pattern("classify", "blijft")
_VERSTREKT = words("classify", "verstrekt")
_STELT = re.compile(r" (?:buiten behandeling|in bewaring|op nihil|in vrijheid|onder toezicht|onder curatele) ")
_GEVOLG_FINITE = words("classify", "gevolg_finite")
_GEVOLG = pattern("classify", "gevolg")
_TERMIJN_LOPEN = pattern("classify", "termijn_lopen")

_OVERHEIDSZAKEN = words("classify", "overheidszaken")
_BETALEN = words("classify", "betalen")
_ONDERZOEKEN = words("classify", "onderzoeken")
_RECHTERLIJK = words("classify", "rechterlijk")
_ZITTING = words("classify", "zitting")
_BURGERSTUK = words("classify", "burgerstuk")
_TE_BEPALEN = pattern("classify", "te_bepalen")
_VERZUIM = re.compile(r" vorm(?:t|en) [^.;]{0,40}(?:verzuim|vergrijp|overtreding)(?:en)? ")
BURGERZAAK = words("classify", "burgerzaak")
_REGULATING = frozenset(["geschiedt", "geschieden", "bevat", "bevatten", "omvat", "omvatten", "heeft", "hebben", "vindt", "vinden"])
_STATUS = words("classify", "status")


def is_offence(facts: Facts, clause: Clause) -> bool:
    """«vormt dit een verzuim ter zake waarvan de inspecteur een boete kan opleggen»: the power stands in the relative clause."""
    return facts.words[clause.finite] in ("vormt", "vormen") and " kan " in facts.text and bool(_VERZUIM.search(core_text(facts, clause)))


def delegates_detail(facts: Facts) -> bool:
    """«bij ministeriële regeling te bepalen gegevens»: something is left to lower rules inside a norm of another kind."""
    return bool(_TE_BEPALEN.search(facts.text))


def core_text(facts: Facts, clause: Clause) -> str:
    """The words of a clause at its own level, with a space at both ends."""
    words = facts.words
    return f" {' '.join(words[j] for j in clause.core)} "


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
    if _ONVERLET.search(core):
        return [Soort.TOEPASSELIJKHEID]
    if finite in ("moet", "moeten", "dient", "dienen") and clause.modal and not clause.negated:
        return [_obligation(facts, clause, rol, door)]
    if " verboden " in core or " niet toegestaan " in core or (finite in ("mag", "mogen") and clause.negated):
        return [Soort.VERBOD]
    if finite in clauses.COPULAS and "verschuldigd" in clause.words and clause.negated:
        return [Soort.RECHT]
    if finite in clauses.COPULAS and ({"verplicht", "gehouden", "verschuldigd", "verantwoordelijk"} & clause.words) and not clause.negated:
        return [_obligation(facts, clause, rol, door)]
    if _DEFINITIE.search(core) and not (rol is not None and not clause.passive and finite not in ("heet", "heten")):
        return [Soort.DEFINITIE]
    if " geacht " in core and clause.passive:
        return [Soort.RECHTSGEVOLG]
    if _VAN_TOEPASSING.search(core) and not (rol == "overheid" and finite in ("kan", "kunnen")):
        return [Soort.TOEPASSELIJKHEID]
    if _is_right(clause, core, finite, rol, head(facts, clause) if finite in ("kan", "kunnen") else ""):
        return [Soort.RECHT]
    if "bevoegd" in clause.words and finite in clauses.COPULAS:
        return [Soort.RECHT if rol == "burger" else Soort.BEVOEGDHEID if _citizen_matter(facts) else Soort.PROCEDURE]
    if _is_value(facts, clause, core, finite, rol):
        return [Soort.WAARDE]
    if clause.passive and {"niet-ontvankelijk", "ontvankelijk"} & clause.words and "verklaard" in clause.words:
        return [Soort.BEVOEGDHEID]
    if _is_effect(facts, clause, core, finite, rol, klassen):
        return [Soort.RECHTSGEVOLG]
    if door is not None and door.rol == "burger" and finite in ("kan", "kunnen"):
        return [Soort.RECHT]
    if (rol == "burger" and not clause.passive) or (door is not None and door.rol == "burger"):
        if finite in clauses.COPULAS and (_is_a(facts, clause) or (clause.verb_at in ((), (clause.finite,)) and _nominal_predicate(facts, clause))):
            return [Soort.DEFINITIE]
        if finite in clauses.COPULAS and _qualifies(facts, clause):
            return [Soort.DEFINITIE]
        if clause.negated and not clause.modal and finite not in clauses.COPULAS | clauses.PERFECTS:
            return [Soort.VERBOD]
        return [Soort.PLICHT]
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
    if rol == "overheid" and not clause.modal and clause.verbs and clause.verbs[0].infinitive == "besluiten":
        return [Soort.PLICHT if _touches_citizen(facts, clause) else Soort.PROCEDURE]
    if (
        rol == "overheid"
        and finite in ("kan", "kunnen")
        and ({"beroep", "bezwaar", "cassatie", "advies"} & clause.words)
        and ({"instellen", "maken", "vragen", "inwinnen"} & clause.words)
    ):
        return [Soort.PROCEDURE]
    if clause.verbs and not clause.modal:
        if clause.verbs[0].infinitive in _BETALEN and not clause.negated:
            return [Soort.PLICHT if _citizen_matter(facts) else Soort.PROCEDURE]
        if clause.verbs[0].infinitive in _ONDERZOEKEN and not clause.negated:
            return [Soort.PLICHT if _touches_citizen(facts, clause) else Soort.PROCEDURE]
    if rol == "overheid" and actor is not None and not clause.passive and facts.words[actor.last] in _RECHTERLIJK and _ZITTING & facts.vocabulary:
        return [Soort.PLICHT if _touches_party(facts, clause) else Soort.PROCEDURE]
    if rol == "overheid" and not clause.passive and clause.verbs and _between_governments(facts, clause, actor):
        return [Soort.PROCEDURE]
    if _is_decision(facts, clause, finite, rol) or decided_noun(facts, clause) is not None:
        return [Soort.BEVOEGDHEID]
    if rol == "overheid" or door is not None:
        return [Soort.PLICHT if _touches_citizen(facts, clause) else Soort.PROCEDURE]
    if finite in ("geldt", "gelden"):
        return [Soort.TOEPASSELIJKHEID]
    if clause.passive:
        if clause.negated and "besluit" not in klassen and not (_state_business(clause) and not BURGERZAAK & clause.words):
            return [Soort.VERBOD]
        return [Soort.PLICHT if _touches_citizen(facts, clause) else Soort.PROCEDURE]
    if finite in clauses.COPULAS and (
        _is_a(facts, clause) or _qualifies(facts, clause) or (clause.verb_at in ((), (clause.finite,)) and _nominal_predicate(facts, clause))
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
    if finite in _REGULATING and _touches_citizen(facts, clause):
        return [Soort.PLICHT]
    return [Soort.PROCEDURE]


def _obligation(facts: Facts, clause: Clause, rol: str | None, door: Actor | None) -> Soort:
    if rol == "overheid" or (door is not None and door.rol == "overheid"):
        return Soort.PLICHT if _touches_citizen(facts, clause) else Soort.PROCEDURE
    return Soort.PLICHT


def _is_slot(facts: Facts, clause: Clause, core: str) -> bool:
    if " lasten en bevelen " in facts.text:
        return True
    if _CITEER.search(core) or (" in werking " in core and ("treedt" in clause.words or "treden" in clause.words)):
        return True
    if AMENDING.search(core):
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
        and _citizen_matter(facts)
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
    if (
        (core.startswith((" de regeling ", " de verordening ", " de maatregel ")) or core.startswith(" bij de maatregel "))
        and clause.modal
        and infinitives & _RULE_VERBS
    ):
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
    return head(facts, clause) in _WAARDE_HEADS


def head(facts: Facts, clause: Clause) -> str:
    """Head noun of the subject, roughly: the first noun-like word of the subject's phrase."""
    words, depth = facts.words, facts.parse.depth
    span = range(clause.finite + 1, clause.last + 1) if reading.inverted(facts, clause) else range(clause.first, clause.finite)
    steps = 0
    in_phrase = False
    for j in span:
        word = words[j]
        if depth[j] or facts.labels[j] or word in (",", "telkens", "niet", "ook"):
            continue
        if word in clauses.DETERMINERS:
            in_phrase = True
            continue
        if word in clauses.PREPOSITIONS and in_phrase and steps == 0:
            # «de in het eerste lid bedoelde bedragen»: the phrase goes on after the participle
            for k in range(j, min(j + 12, clause.last)):
                if words[k] in ("bedoelde", "genoemde", "vermelde", "vastgestelde"):
                    return words[k + 1]
            return ""
        if word in clauses.PREPOSITIONS:
            return ""
        steps += 1
        if word in _WAARDE_HEADS or not word.endswith("e") or steps > 4:
            return word
    return ""


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
    return bool(_TERMIJN_LOPEN.search(core)) and rol is None and head(facts, clause) in ("termijn", "termijnen", "verjaring", "looptijd")


def _nominal_predicate(facts: Facts, clause: Clause) -> bool:
    following = facts.words[clause.finite + 1] if clause.finite + 1 < len(facts.words) else ""
    return following in _STATUS or clause.perfect


def _is_a(facts: Facts, clause: Clause) -> bool:
    """«Kind is de bloedverwant die ...»: subject, copula, noun phrase."""
    following = facts.words[clause.finite + 1] if clause.finite + 1 < len(facts.words) else ""
    return following in _IS_A and not reading.inverted(facts, clause) and not clause.modal and not clause.passive


_IS_A = frozenset(["een", "de", "het", "degene", "iedere", "elke", "voorts", "mede", "tevens"])
_QUALIFIED = frozenset(["indien", "als", "wanneer", "zolang", "zover"])


def _qualifies(facts: Facts, clause: Clause) -> bool:
    """«is verwijtbaar werkloos geworden indien», «is niet behoorlijk nagekomen indien»: says when a notion applies."""
    if not clause.perfect or clause.modal or not clause.verb_at or facts.words[clause.finite] not in ("is", "zijn"):
        return False
    end = max(clause.verb_at) + 1
    return end < len(facts.words) and facts.words[end] in _QUALIFIED and not reading.inverted(facts, clause)


def _touches_party(facts: Facts, clause: Clause) -> bool:
    return any(a.rol == "burger" and facts.parse.depth[a.first] == 0 for a in reading.actors_in(facts, clause.first, clause.last))


def _between_governments(facts: Facts, clause: Clause, subject: Actor | None) -> bool:
    """Whether what an authority does here is done to another authority: it informs, sends, pays or instructs one."""
    words, depth = facts.words, facts.parse.depth
    receives = False
    for other in reading.actors_in(facts, clause.first, clause.last):
        if depth[other.first] or other is subject:
            continue
        j = other.first - 1
        while j >= 0 and (words[j] in clauses.DETERMINERS or words[j] in ("bevoegde", "betrokken", "andere")):
            j -= 1
        link = words[j] if j >= 0 else ""
        if other.rol == "burger":
            if link in ("aan", "jegens", "tegenover") or link not in clauses.PREPOSITIONS:
                return False
        elif other.rol == "overheid" and (link == "aan" or (link == "van" and words[max(0, j - 2) : j] == ("op", "verzoek"))):
            receives = True
    return receives


def _is_decision(facts: Facts, clause: Clause, finite: str, rol: str | None) -> bool:
    if rol is None and not clause.passive and finite not in ("kan", "kunnen"):
        return False
    verbs = [v for v in clause.verbs if v.klas == "besluit"]
    if clause.verbs and clause.verbs[0].infinitive == "verstrekken" and (rol == "overheid" or clause.passive) and _VERSTREKT & clause.words:
        return True
    if (
        clause.verbs
        and clause.verbs[0].infinitive == "stellen"
        and _STELT.search(f" {' '.join(facts.words[clause.first : clause.last + 1])} ")
    ):
        return True
    if finite in ("kan", "kunnen", "is", "zijn") and clause.modal:
        if not _citizen_matter(facts):
            return (any(v.richting != "neutraal" for v in verbs) or (clause.passive and bool(clause.verbs))) and not (
                _state_business(clause)
            )
        if _state_business(clause) and not any(a.rol == "burger" for a in facts.actors) and not verbs:
            return False
        return rol == "overheid" or bool(verbs) or clause.passive
    if not verbs:
        return False
    if any(v.richting == "nadelig" for v in verbs):
        return not (_state_business(clause)) or bool(BURGERZAAK & clause.words)
    if verbs[0].richting == "neutraal" and _state_business(clause):
        return False
    if verbs[0].richting == "gunstig" and not (_state_business(clause)):
        return True
    return _citizen_matter(facts)


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
}


def decided_noun(facts: Facts, clause: Clause) -> Richting | None:
    """Direction of a decision that is a noun: «vindt herziening plaats», «terugvordering geschiedt»."""
    finite = facts.words[clause.finite]
    if finite not in ("vindt", "vinden") or "plaats" not in clause.words:
        return None
    for j in clause.core:
        richting = _DECISION_NOUNS.get(facts.words[j])
        if richting is not None and _citizen_matter(facts):
            return richting
    return None


_CITIZEN_STEMS = (
    "huur",
    "uitkering",
    "toeslag",
    "vergunning",
    "subsidie",
    "bijstand",
    "belasting",
    "premie",
    "pensioen",
    "verblijfs",
    "huisvesting",
    "bestemmings",
    "aanvra",
)


@lru_cache(maxsize=65536)
def _citizen_word(word: str) -> bool:
    return word in BURGERZAAK or (word.startswith(_CITIZEN_STEMS) and len(word) > 6 and word not in ("belastingdienst",))


_STATE_ENDINGS = ("plan", "plannen", "programma", "verslag", "verslagen", "begroting", "jaarrekening", "verordening", "rapportage", "rapportages")


@lru_cache(maxsize=65536)
def _state_word(word: str) -> bool:
    return word in _OVERHEIDSZAKEN or (word.endswith(_STATE_ENDINGS) and len(word) > 9)


def _state_business(clause: Clause) -> bool:
    """Whether the clause speaks of how government is organised and accounts for itself."""
    return any(map(_state_word, clause.words))


def _citizen_matter(facts: Facts) -> bool:
    return any(a.rol == "burger" for a in facts.actors) or any(map(_citizen_word, facts.vocabulary))


def _touches_citizen(facts: Facts, clause: Clause) -> bool:
    if _between_governments(facts, clause, reading.subject(facts, clause)):
        return False
    if any(a.rol == "burger" for a in reading.actors_in(facts, clause.first, clause.last)):
        return True
    if _state_business(clause):
        return False
    if len({facts.words[a.last] for a in facts.actors if a.rol == "overheid"}) > 1:
        return bool({"aanvraag", "belanghebbende"} & clause.words)
    return any(map(_citizen_word, facts.words[clause.first : clause.last + 1]))

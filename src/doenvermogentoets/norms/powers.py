"""The power in a norm: whether it binds who decides or leaves him room, and for whom the decision is good or bad."""

from __future__ import annotations

import re
from collections.abc import Mapping

from doenvermogentoets.norms import consequences, decided, decisions, easing, heads
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts, is_object
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.model import Bevoegdheid, Richting, Soort
from doenvermogentoets.norms.orders import ordered_off
from doenvermogentoets.norms.verbs import Verb, lexicon


def power(facts: Facts, clause: Clause, soort: Soort) -> tuple[Bevoegdheid, Richting]:
    """Whether a norm binds who decides or leaves room, and for whom the decision is good or bad."""
    if soort is not Soort.BEVOEGDHEID:
        lapses = soort is Soort.RECHTSGEVOLG and bool({"vervalt", "vervallen"} & clause.words) and not _lapse_denied(facts, clause)
        return "geen", "nadelig" if lapses else "neutraal"
    verbs = [v for v in clause.verbs if v.klas == "besluit"]
    richting = _direction(facts, clause, verbs)
    if decisions.is_offence(facts, clause):
        return "discretionair", "nadelig"
    if decisions.is_dropped(clause):
        return "gebonden" if clause.modal not in ("kan", "kunnen") else "discretionair", "nadelig"
    content = decided.decided_content(facts, clause)
    if facts.words[clause.finite] in ("kan", "kunnen", "mag", "mogen"):
        bound = clause.negated and not _decides_not_to(facts, clause)
        return "gebonden" if bound else "discretionair", content or richting
    if _empowered(facts, clause) or " zo nodig " in facts.text or _in_its_opinion(facts):
        return "discretionair", content or richting
    fixes = bool(verbs) and verbs[0].infinitive == "vaststellen"
    if fixes and (at_amount := _at_amount(facts, clause)) is not None:
        return "gebonden", at_amount
    richting = content or richting
    if (to := decided.decided_to(facts, clause)) is not None:
        return "gebonden", to
    if fixes and _LEGAL_QUESTION.search(facts.text):
        return "gebonden", richting
    return "discretionair" if _free(facts, clause, verbs) else "gebonden", richting


def _lapse_denied(facts: Facts, clause: Clause) -> bool:
    return facts.words[clause.finite] in ("vervalt", "vervallen") and consequences.lapse_denied(facts.words, clause.finite)


# -- for whom it is good or bad -----------------------------------------------------------------------------------------


def _direction(facts: Facts, clause: Clause, verbs: list[Verb]) -> Richting:
    """For whom a decision is good or bad; ``verbs`` are those of deciding."""
    richting = _named_direction(facts, clause, verbs)
    if _in_favour(facts, clause):
        richting = "gunstig"
    elif _between_authorities(facts, clause, verbs) or easing.forgets(clause) or _halts_proceedings(facts, clause, verbs):
        richting = "neutraal"
    if clause.negated and (verbs or decisions.light_decision(clause)):
        richting = _OPPOSITE[richting]
    return "gunstig" if richting == "nadelig" and _revised_upwards(facts, verbs) else richting


_OPPOSITE: Mapping[Richting, Richting] = {"gunstig": "nadelig", "nadelig": "gunstig", "neutraal": "neutraal"}


def _named_direction(facts: Facts, clause: Clause, verbs: list[Verb]) -> Richting:
    """The direction of the verb or the noun that names the decision."""
    richting: Richting = decisions.light_decision(clause) or (
        verbs[0].richting if verbs else decided.decided_noun(facts, clause) or "neutraal"
    )
    if not verbs and any(v.infinitive == "verstrekken" for v in clause.verbs):
        return "nadelig" if clause.negated else "gunstig"
    if richting == "gunstig" and verbs and _dismissed(facts, clause):
        return "nadelig"
    if richting == "neutraal" and (_or_worse(facts, clause) or decided.listed_against(facts, clause)):
        return "nadelig"
    return richting


def _dismissed(facts: Facts, clause: Clause) -> bool:
    """«wordt aan de ambtenaar eervol ontslag verleend»: what is given is a dismissal, which he did not ask for."""
    given = any(v.infinitive == "verlenen" for v in clause.verbs[:1]) and "ontslag" in clause.words
    return given and not any(said.search(f" {facts.text} ") for said in (_LEAVES, _NAMED))


# «op eigen verzoek», «vraagt», at the end of a term or an age, and whoever sits on a board or holds an office: no loss of a livelihood
_LEAVES = re.compile(
    r" (?:verzoek|aanvraag|vraagt|wens|verplichting(?:en)?|leeftijd|patiënt|psychiatrisch|rechtsvervolging|aansprakelijkheid"
    r"|lid|leden|voorzitter|commissaris(?:sen)?|bestuurder|burgemeester|wethouder|bewindvoerder|voogd|raad|raden) "
)
# «een vergoeding wegens zijn ontslag»: the dismissal is why, and not what is given
_NAMED = re.compile(
    r" (?:wegens|na|bij|van|door|tot|voor|vóór|in|op|over|sinds|sedert|vanaf|tegen|met)"
    r" (?:(?:de|het|een|zijn|haar|hun|dit|dat|eervol|ongevraagd|tussentijds) ){0,3}ontslag "
)


def _or_worse(facts: Facts, clause: Clause) -> bool:
    """«kan de ontheffing wijzigen of intrekken»: the heavier of two decisions gives the direction."""
    words, lex = facts.words, lexicon()
    for j in clause.verb_at:
        for k in (j - 2, j + 2):
            if not clause.first <= k <= clause.last or words[min(j, k) + 1] not in ("of", "en") or facts.parse.depth[k]:
                continue
            for table in (lex.infinitive, lex.participle):
                other = table.get(words[k])
                if other and other[0].klas == "besluit":
                    return other[0].richting == "nadelig"
    return False


def _in_favour(facts: Facts, clause: Clause) -> bool:
    """Whether what hurts is held off, made less or called off."""
    return (
        easing.holds_off(clause)
        or easing.lightens(facts, clause)
        or (ordered_off(clause) and not clause.negated)
        or easing.in_favour(facts, clause)
    )


def _between_authorities(facts: Facts, clause: Clause, verbs: list[Verb]) -> bool:
    """«geeft de inspecteur een aanwijzing»: an instruction between authorities."""
    return bool({"aanwijzing", "aanwijzingen"} & clause.words) and not verbs and not any(a.rol == "burger" for a in facts.actors)


def _halts_proceedings(facts: Facts, clause: Clause, verbs: list[Verb]) -> bool:
    """«schorst het onderzoek»: a case is suspended, and not a person or what he gets."""
    return (
        bool(verbs)
        and verbs[0].groep == "schorsing"
        and bool(_PROCEEDINGS & clause.words)
        and not _PAYMENTS & facts.vocabulary
        and not _suspended(facts, clause)
    )


# What hurts when it is suspended; suspending an inquiry or a judgment does not.
_PAYMENTS = words("extract", "payments")
_PROCEEDINGS = words("extract", "proceedings")


def _suspended(facts: Facts, clause: Clause) -> bool:
    """«kan de ambtenaar schorsen», «wordt de deelnemer geschorst»: somebody is suspended, not a case or a decision."""
    depth, at = facts.parse.depth, clause.first if clause.passive else clause.finite
    return any(a.rol == "burger" and a.first >= at and not depth[a.first] and not is_object(facts, a) for a in facts.actors)


def _revised_upwards(facts: Facts, verbs: list[Verb]) -> bool:
    """«blijkt dat een te laag bedrag is vastgesteld, dan herziet …»: whoever waits gets more."""
    if not verbs or verbs[0].infinitive not in _REVISES:
        return False
    return bool((_MORE.search(facts.text) and not _LESS.search(facts.text)) or _PROVES.search(facts.text))


_REVISES = frozenset(("herzien", "wijzigen", "aanpassen", "bijstellen", "vaststellen"))
_MORE = re.compile(
    r" te laag | te weinig | te lage | ten voordele |(?:voordeel|gunste) van | in (?:zijn|haar|hun|diens) voordeel | nabeta\w+ "
)
_LESS = re.compile(r" te hoog | te hoge | te veel | teveel | ten onrechte | onverschuldigd |nadele? ")
# «herziet de vaststelling indien de bewoner aantoont dat het verbruik lager was»: who proves that, asks for it
_PROVES = re.compile(
    r" (?:indien|als|wanneer|nadat|zodra) (?:de|het|een|hij|zij) (?!(?:minister|college|bestuur|inspecteur|ambtenaar) )"
    r"(?:(?! niet | geen )[^.;:]){0,120}"
    r"(?: aantoont| bewijst| aannemelijk maakt| doet blijken) (?:dat|hoe)"
)


# -- whether it binds ---------------------------------------------------------------------------------------------------


def _decides_not_to(facts: Facts, clause: Clause) -> bool:
    """«kan besluiten deze aanvraag niet te honoreren»: what is denied is what is decided, and the authority may."""
    words = facts.words
    if not any(w in ("besluiten", "beslissen", "bepalen") for w in words[clause.finite : clause.last + 1]):
        return False
    at = next((j for j in clause.core if words[j] in ("besluiten", "beslissen", "bepalen") and j > clause.finite), clause.last)
    return any(words[j] in ("niet", "geen") and "te" in words[j + 1 : j + 8] for j in clause.core if j > at)


def _empowered(facts: Facts, clause: Clause) -> bool:
    """«is bevoegd te weigeren», «heeft de bevoegdheid»: not «het bevoegd gezag wijst af»."""
    words = facts.words
    if {"bevoegdheid", "bevoegdheden"} & clause.words:
        return True
    return any(words[j] == "bevoegd" and words[j + 1] not in _ORGANS for j in clause.core if j + 1 < len(words))


_ORGANS = frozenset(["gezag", "orgaan", "bestuursorgaan"])


def _in_its_opinion(facts: Facts) -> bool:
    """«naar zijn oordeel», «van oordeel is»: the authority's own opinion, not «naar het oordeel van een arts»."""
    return _OPINION.search(facts.text) is not None


_OPINION = re.compile(
    r" (?:naar (?:het|zijn|haar|hun)|van) oordeel "
    r"(?!van (?:een|de|het) [a-z-]{0,20}(?:arts|deskundige|accountant|dokter|psychiater|psycholoog) )"
)


def _at_amount(facts: Facts, clause: Clause) -> Richting | None:
    """«stelt de bijdrage vast op € 300» when something was not done: nothing is left to decide; ``None`` where no amount is told."""
    core = heads.core_text(facts, clause)
    lower = decisions.lowers(facts, clause, core)
    if lower is None and not decisions.AT_AMOUNT.search(core):
        return None
    return lower or ("nadelig" if " nihil " in facts.text or decisions.not_done(facts) else "neutraal")


# «stelt vast of recht op de toelage bestaat»: the law answers that, nothing is left to choose.
_LEGAL_QUESTION = re.compile(
    r" (?:vast|vaststelt) of(?: [^.;:]{0,120})??(?: recht | aanspraak | voldoet | voldoen | voldaan | verzekerd | verplicht )"
)


def _free(facts: Facts, clause: Clause, verbs: list[Verb]) -> bool:
    """«stelt de hoogte vast»: a verb of deciding that says nothing of the outcome."""
    return (
        bool(verbs)
        and verbs[0].richting == "neutraal"
        and not clause.passive
        and verbs[0].infinitive in _FREE
        and decisions.light_decision(clause) is None
        and decided.decided_infinitive(facts, clause) is None
    )


_FREE = words("extract", "free")

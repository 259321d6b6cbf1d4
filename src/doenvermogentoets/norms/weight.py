"""What a norm weighs for a citizen: the power in it and its direction, whether it burdens him, and the room it leaves."""

from __future__ import annotations

import re
from collections.abc import Mapping

from doenvermogentoets.norms import clauses, consequences, decided, decisions, documents, easing, grammar, heads, matter
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts, is_object
from doenvermogentoets.norms.lexicon import pattern, words
from doenvermogentoets.norms.model import Bevoegdheid, Richting, Rol, Soort
from doenvermogentoets.norms.orders import imposed, ordered_off, orders
from doenvermogentoets.norms.verbs import lexicon

_REVISES = frozenset(("herzien", "wijzigen", "aanpassen", "bijstellen", "vaststellen"))
# «blijkt dat een te laag bedrag is vastgesteld, dan herziet …»: whoever waits gets more.
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
_OPPOSITE: Mapping[Richting, Richting] = {"gunstig": "nadelig", "nadelig": "gunstig", "neutraal": "neutraal"}


def power(facts: Facts, clause: Clause, soort: Soort) -> tuple[Bevoegdheid, Richting]:
    """Whether a norm binds who decides or leaves room, and for whom the decision is good or bad."""
    verbs = [v for v in clause.verbs if v.klas == "besluit"]
    richting: Richting = decisions.light_decision(clause) or (
        verbs[0].richting if verbs else decided.decided_noun(facts, clause) or "neutraal"
    )
    if richting == "gunstig" and verbs[:1] and _dismissed(facts, clause):
        richting = "nadelig"
    if richting == "neutraal" and (_or_worse(facts, clause) or decided.listed_against(facts, clause)):
        richting = "nadelig"
    if not verbs and any(v.infinitive == "verstrekken" for v in clause.verbs):
        richting = "nadelig" if clause.negated else "gunstig"
    if soort is not Soort.BEVOEGDHEID:
        return "geen", "nadelig" if soort is Soort.RECHTSGEVOLG and {"vervalt", "vervallen"} & clause.words and not _lapse_denied(
            facts, clause
        ) else "neutraal"
    if (
        easing.holds_off(clause)
        or easing.lightens(facts, clause)
        or (ordered_off(clause) and not clause.negated)
        or easing.in_favour(facts, clause)
    ):
        richting = "gunstig"
    elif {"aanwijzing", "aanwijzingen"} & clause.words and not verbs and not any(a.rol == "burger" for a in facts.actors):
        richting = "neutraal"  # an instruction between authorities
    elif easing.forgets(clause) or (
        verbs
        and verbs[0].groep == "schorsing"
        and _PROCEEDINGS & clause.words
        and not _PAYMENTS & facts.vocabulary
        and not _suspended(facts, clause)
    ):
        richting = "neutraal"
    if clause.negated and (verbs or decisions.light_decision(clause)):
        richting = _OPPOSITE[richting]
    revises = richting == "nadelig" and bool(verbs) and verbs[0].infinitive in _REVISES
    if revises and ((_MORE.search(facts.text) and not _LESS.search(facts.text)) or _PROVES.search(facts.text)):
        richting = "gunstig"
    finite = facts.words[clause.finite]
    if decisions.is_offence(facts, clause):
        return "discretionair", "nadelig"
    if decisions.is_dropped(clause):
        return "gebonden" if clause.modal not in ("kan", "kunnen") else "discretionair", "nadelig"
    if finite in ("kan", "kunnen", "mag", "mogen"):
        content = decided.decided_content(facts, clause)
        bound = clause.negated and not _decides_not_to(facts, clause)
        return "gebonden" if bound else "discretionair", content or richting
    if _empowered(facts, clause) or " zo nodig " in facts.text or _in_its_opinion(facts):
        return "discretionair", decided.decided_content(facts, clause) or richting
    if verbs and verbs[0].infinitive == "vaststellen":
        core = heads.core_text(facts, clause)
        lower = decisions.lowers(facts, clause, core)
        if decisions.AT_AMOUNT.search(core) or lower is not None:
            # «stelt de bijdrage vast op € 300» when something was not done: nothing is left to decide
            return "gebonden", lower or ("nadelig" if " nihil " in facts.text or decisions.not_done(facts) else "neutraal")
    content = decided.decided_content(facts, clause)
    if content is not None:
        richting = content
    if (to := decided.decided_to(facts, clause)) is not None:
        return "gebonden", to
    light, told = decisions.light_decision(clause), decided.decided_infinitive(facts, clause)
    if verbs and verbs[0].infinitive == "vaststellen" and _LEGAL_QUESTION.search(facts.text):
        return "gebonden", richting
    if verbs and verbs[0].richting == "neutraal" and not clause.passive and verbs[0].infinitive in _FREE and light is None and told is None:
        return "discretionair", richting
    return "gebonden", richting


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


def _dismissed(facts: Facts, clause: Clause) -> bool:
    """«wordt aan de ambtenaar eervol ontslag verleend»: what is given is a dismissal, which he did not ask for."""
    given = any(v.infinitive == "verlenen" for v in clause.verbs[:1]) and "ontslag" in clause.words
    return given and not any(said.search(f" {facts.text} ") for said in (_LEAVES, _NAMED))


_OPINION = re.compile(
    r" (?:naar (?:het|zijn|haar|hun)|van) oordeel "
    r"(?!van (?:een|de|het) [a-z-]{0,20}(?:arts|deskundige|accountant|dokter|psychiater|psycholoog) )"
)


def _in_its_opinion(facts: Facts) -> bool:
    """«naar zijn oordeel», «van oordeel is»: the authority's own opinion, not «naar het oordeel van een arts»."""
    return _OPINION.search(facts.text) is not None


def _decides_not_to(facts: Facts, clause: Clause) -> bool:
    """«kan besluiten deze aanvraag niet te honoreren»: what is denied is what is decided, and the authority may."""
    words = facts.words
    if not any(w in ("besluiten", "beslissen", "bepalen") for w in words[clause.finite : clause.last + 1]):
        return False
    at = next((j for j in clause.core if words[j] in ("besluiten", "beslissen", "bepalen") and j > clause.finite), clause.last)
    return any(words[j] in ("niet", "geen") and "te" in words[j + 1 : j + 8] for j in clause.core if j > at)


# «stelt vast of recht op de toelage bestaat»: the law answers that, nothing is left to choose.
_LEGAL_QUESTION = re.compile(
    r" (?:vast|vaststelt) of(?: [^.;:]{0,120})??(?: recht | aanspraak | voldoet | voldoen | voldaan | verzekerd | verplicht )"
)


_ORGANS = frozenset(["gezag", "orgaan", "bestuursorgaan"])


def _empowered(facts: Facts, clause: Clause) -> bool:
    """«is bevoegd te weigeren», «heeft de bevoegdheid»: not «het bevoegd gezag wijst af»."""
    words = facts.words
    if {"bevoegdheid", "bevoegdheden"} & clause.words:
        return True
    return any(words[j] == "bevoegd" and words[j + 1] not in _ORGANS for j in clause.core if j + 1 < len(words))


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


def _lapse_denied(facts: Facts, clause: Clause) -> bool:
    return facts.words[clause.finite] in ("vervalt", "vervallen") and consequences.lapse_denied(facts.words, clause.finite)


def _suspended(facts: Facts, clause: Clause) -> bool:
    """«kan de ambtenaar schorsen», «wordt de deelnemer geschorst»: somebody is suspended, not a case or a decision."""
    depth, at = facts.parse.depth, clause.first if clause.passive else clause.finite
    return any(a.rol == "burger" and a.first >= at and not depth[a.first] and not is_object(facts, a) for a in facts.actors)


_FREE = words("extract", "free")


# What hurts when it is suspended; suspending an inquiry or a judgment does not.
_PAYMENTS = words("extract", "payments")
_PROCEEDINGS = words("extract", "proceedings")


def adverse(facts: Facts, clause: Clause, soort: Soort, rol: Rol, richting: Richting, effects: tuple[object, ...]) -> bool:
    """Whether the norm is to the disadvantage of a citizen or enterprise."""
    words = clause.words
    if soort is Soort.DEFINITIE and (missed(clause) or shuts_out(clause)):
        return True
    if soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE, Soort.TOEPASSELIJKHEID):
        return False
    if soort in _NO_REMEDY and shuts_out(clause):
        return True
    if soort is Soort.PROCEDURE:
        return easing.charges(facts, clause) or orders(facts, clause)
    if soort is Soort.BEVOEGDHEID:
        if _owed_less(facts, clause) or _at_own_wish(facts, clause) or not _IN_PARLIAMENT.isdisjoint(facts.vocabulary):
            return False
        if richting == "neutraal" and (orders(facts, clause) or imposed(facts, clause)):
            return True
        if (
            richting == "nadelig"
            or " ten nadele van " in facts.text
            or (clause.negated and richting == "neutraal" and facts.words[clause.finite] in ("kan", "kunnen", "wordt", "worden"))
        ):
            return True
        if richting == "gunstig" and (_only(facts, clause) or _limited(facts, clause)):
            return True
        if richting == "neutraal" and (easing.charges(facts, clause) or decided.asks_in_content(facts, clause)):
            return True
        binds = any(v.infinitive in ("verbinden", "stellen", "wijzigen") for v in clause.verbs) or bool(_BINDING & words)
        return (binds and bool(_CONDITIONS & words)) or (
            bool(_DROPPED.search(facts.text))
            and richting != "gunstig"
            and "gegrond" not in words  # all that a judge can say
            and not (clause.negated and " dan nadat " in facts.text)  # «stelt niet buiten behandeling dan nadat»: a chance to mend it first
        )
    if soort is Soort.RECHT and not _SPARED.isdisjoint(words) and clause.negated:
        return False
    if soort is Soort.RECHT:
        return (
            rol != "overheid"
            and clause.negated
            and " verschuldigd " not in facts.text
            and facts.words[clause.finite] not in grammar.NEED_NOT
        ) or ("slechts" in words and (bool(clause.modal) or bool({"recht", "aanspraak", "aanmerking"} & words)))
    if soort is Soort.STRAF:
        return True
    if soort is Soort.VERBOD and rol == "overheid" and any(v.infinitive in _PAYING for v in clause.verbs) and not _TOLD & words:
        return True  # «worden niet meer betaald»
    if soort is Soort.PLICHT and rol == "overheid" and easing.charges(facts, clause):
        return True
    if soort in (Soort.PLICHT, Soort.VERBOD):
        said = soort is Soort.PLICHT and documents.formal(facts, clause)
        return rol == "burger" and not said and not heads.states(facts, clause)
    if soort is Soort.WAARDE:
        if _set_off(facts, clause):
            return True
        if _owed_less(facts, clause):
            return False
        if any(v.infinitive == "afronden" for v in clause.verbs):
            return False
        less = {"verminderd", "verlaagd", "mindering"} & words  # «de verschuldigde premie is de premie verminderd met de korting»
        return (bool(_BURDENS & words) and not ("verschuldigde" in words and less)) or (
            "verlaagd" in words and matter.citizen_word(heads.head(facts, clause))
        )
    if soort is Soort.RECHTSGEVOLG:
        if (
            clause.negated
            and {"eerder", "vroeger"} & words
            and heads.head(facts, clause) not in _ENDINGS
            and any(v.infinitive in ("ingaan", "ontstaan", "herleven") for v in clause.verbs)
        ):
            return True
        noun = heads.head(facts, clause)
        if (
            decisions.OFFICIAL_POWER.search(facts.text)
            or noun in decisions.LAPSES_WELL
            or (noun.endswith(_RULES) and len(noun) > 4)
            or _replaced(facts, clause)
        ):
            return False
        halted = any(v.groep == "schorsing" for v in clause.verbs)
        if halted and (noun in _PROCEEDINGS or (_DECISIONS & words and not _PAYMENTS & words)):
            return False  # «de uitvoering van het besluit wordt opgeschort»
        if _ends_right(clause, noun):
            return True
        return (
            (bool(effects) and not _about_a_term(facts, clause))
            or bool({"nietig", "verjaart", "afgekocht"} & words)
            or ("aansprakelijk" in words and not clause.negated)
            or easing.charges(facts, clause)
            or ("slechts" in words and bool({"recht", "aanspraak"} & words) and any(v.infinitive in _ARISES for v in clause.verbs))
        )
    return False


_RUN_OUT = re.compile(
    r" (?:na|bij|met|door) (?:het |de )?(?:afloop|verloop|verstrijken|ommekomst|einde) van (?:[a-z-]+ ){1,3}?(?:termijn|periode) "
    r"| na (?:die|deze) (?:termijn|periode) "
)


def _about_a_term(facts: Facts, clause: Clause) -> bool:
    """«De termijn wordt opgeschort»: not «Na afloop van deze termijn vervalt het recht», where the term is only when."""
    if not {"termijn", "periode"} & clause.words:
        return False
    noun = heads.head(facts, clause)
    if noun not in _RIGHTS and not matter.citizen_word(noun):
        return True
    told = _RUN_OUT.sub(" ", f" {' '.join(facts.words[j] for j in clause.core)} ")
    return " termijn " in told or " periode " in told


# «Een sanctiebesluit vervalt», «Deze regeling vervalt»: rules for everybody go.
_RULES = ("wet", "sanctiebesluit", "uitvoeringsbesluit", "regeling", "verordening", "voorschriften")
_ENDS = frozenset(["eindigen", "ophouden", "verliezen"])
_RIGHTS = frozenset(["recht", "rechten", "aanspraak", "aanspraken"])


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


_IN_PARLIAMENT = frozenset(["staten-generaal", "wetsontwerp", "wetsvoorstel"])  # «trekken Wij de maatregel in»: rules, not a case
# What somebody would rather have late.
_ENDINGS = frozenset(["ontslag", "intrekking", "beëindiging", "verlaging", "herziening", "opzegging", "schorsing", "verval", "weigering"])
_FAVOURS = frozenset(["verleend", "toegekend", "verlening", "toekenning", "afgegeven", "verlengd"])


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


_DENIED = frozenset(["niet", "geen", "ten onrechte"])
_FOR_ANOTHER = frozenset(["ander", "derde", "surseance", "faillissement", "onjuiste"])
_SPARED = frozenset(["vereist", "nodig", "verplicht", "gehouden"])  # «geen toestemming is vereist»: one may
_NO_REMEDY = frozenset([Soort.PROCEDURE, Soort.RECHTSGEVOLG])
_REMEDY = words("extract", "remedies")


def shuts_out(clause: Clause) -> bool:
    """«staat geen voorziening open», «is niet vatbaar voor beroep»: nothing can be done against it."""
    return clause.negated and not _OPEN.isdisjoint(clause.words) and not _REMEDY.isdisjoint(clause.words)


_OPEN = frozenset(["open", "vatbaar", "mogelijk", "toegelaten"])


_WISHED = frozenset(
    ["intrekken", "beëindigen", "ontslaan", "schorsen", "doorhalen", "opheffen", "verwijderen", "schrappen", "verlagen", "wijzigen"]
)
_OWN_WISH = re.compile(
    r" op (?:eigen|zijn|haar|hun|diens) (?:schriftelijk )?(?:verzoek|aanvraag)"
    r"| op (?:verzoek|aanvraag) van de (?:\w*houder|werkgever|betrokkene|belanghebbende|verzekerde|deelnemer|aanvrager)(?: zelf)?[ ,.]"
)


def _at_own_wish(facts: Facts, clause: Clause) -> bool:
    """«wordt op eigen aanvraag ontslagen», «wordt uitsluitend op verzoek van de houder ingetrokken»."""
    if not any(v.infinitive in _WISHED for v in clause.verbs) or " of " in heads.core_text(facts, clause):
        return False
    if ":" in facts.words[clause.finite : clause.last + 1] and any(facts.labels):
        return False  # one of several grounds
    return _OWN_WISH.search(facts.text) is not None and " al dan niet " not in facts.text


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


_DECISIONS = frozenset(["uitvoering", "tenuitvoerlegging", "besluit", "beslissing", "behandeling"])
_ARISES = frozenset(["ontstaan", "bestaan", "ingaan", "herleven"])
_PAYING = frozenset(["betalen", "uitbetalen", "uitkeren", "vergoeden", "verstrekken"])
_TOLD = frozenset(["informatie", "inlichtingen", "gegevens", "afschrift", "afschriften", "inzage"])
_BINDING = frozenset(["verbinden", "verbonden", "verbindt"])


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


def missed(clause: Clause) -> bool:
    """«De verplichting is niet nagekomen indien de werkgever ...»: says when somebody has failed."""
    return clause.negated and clause.perfect and any(v.infinitive in ("nakomen", "naleven", "voldoen") for v in clause.verbs)


_CONDITIONS = words("extract", "conditions")
_BURDENS = words("extract", "burdens")
_DROPPED = pattern("extract", "dropped")

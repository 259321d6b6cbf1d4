"""What a clause says in the sense of one kind of norm: a right, a value, an effect, delegation, a closing provision."""

from __future__ import annotations

import re

from doenvermogentoets.norms import clauses
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.decided import NO_DECISION
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.heads import WAARDE_HEADS, head
from doenvermogentoets.norms.lexicon import pattern, words
from doenvermogentoets.norms.matter import state_business, state_word, touches_citizen
from doenvermogentoets.norms.model import Soort

_INSTRUMENT = pattern("classify", "instrument")
_REGELS = pattern("classify", "regels")
_STELLEN = words("classify", "stellen")
_RULE_VERBS = words("classify", "rule_verbs")
_WET = words("classify", "wet")
CITEER = re.compile(r" (?:wordt|worden|kan worden|kunnen worden) aangehaald als |citeertitel")
AMENDING = pattern("classify", "amending")
_WAARDE = pattern("classify", "waarde")
_WAARDE_VERBS = words("classify", "waarde_verbs")
_RECHT = pattern("classify", "recht")
_BEREKENING = pattern("classify", "berekening")
_BEDRAG = pattern("classify", "bedrag")
_BLIJFT = pattern("classify", "blijft")
_GEVOLG_FINITE = words("classify", "gevolg_finite")
_GEVOLG = pattern("classify", "gevolg")
_TERMIJN_LOPEN = pattern("classify", "termijn_lopen")
_REKENEN = words("classify", "rekenen")
_MEASURES = tuple(words("classify", "maat_uitgangen"))
_BURGERSTUK = words("classify", "burgerstuk")
_AANPASSEN = words("classify", "aanpassen")
_INDEX = re.compile(r" (?:[a-z]*index[a-z]*|procentuele|minimumloon|ontwikkeling van|gezinsconsumptie|contractlonen) ")
# Lower rules as the subject: «De regeling kan bepalen», «Deze maatregel bevat in elk geval regels over».
_RULE_SUBJECT = re.compile(
    r"^ (?:in (?:dat|dit|zodanig) geval \w+ )?(?:de (?:regeling|\w*verordening)|(?:de|deze) (?:maatregel|algemene maatregel van bestuur)) "
)
_RULE_CONTENT = frozenset(["regels", "regelen", "voorschriften", "bepalingen"])


_LAW_NAMES = ("wet", "besluit", "regeling", "verordening", "beschikking")
# Parts of a text of rules: what an amendment adds to.
_PARTS = frozenset(
    ["artikel", "artikelen", "lid", "onderdeel", "onderdelen", "volzin", "zin", "zinsnede", "woorden", "bijlage", "hoofdstuk", "paragraaf"]
)
_KEEPS = frozenset(["eigenaar", "eigendom", "verbonden", "gebonden", "aansprakelijk", "verschuldigd", "rechthebbende"])
_LIMITING = (" is niet ", " zijn niet ", " is in ", " is ten ", " zijn ten ")
_RECKONED = re.compile(
    r" rekening gehouden "
    r"| naar (?:een )?evenredig |in dezelfde (?:evenredigheid|verhouding) "
    r"| (?:vastgesteld|bepaald|berekend) (?:aan de hand van|naar) (?:de|het|zijn|haar|deze) "
    r"| aan de hand van (?:[^.;]{1,200} )?(?:vastgesteld|bepaald|berekend) "
)
_SHARE = frozenset(["aandeel", "gedeelte", "gedeeld", "evenredig", "percentage", "breuk"])
_EXEMPT = re.compile(r" (?:ontheffing|vrijstelling|afwijking) ")
_TO_BE_MADE = re.compile(
    r" (?:volgens|overeenkomstig|krachtens|met inachtneming van)(?: [^.;,]{1,60})? te (?:stellen|geven) (?:nadere )?(?:regels|regelen) "
)
ON_REQUEST = re.compile(r" (?:op (?:\w+ )?(?:aanvraag|verzoek)|(?:daartoe|hiertoe|hierom|daarom) (?:de |een )?(?:aanvraag|verzoek)) ")
_BY_RULES = re.compile(
    r" (?:bij|krachtens) (?:een )?(?:algemene maatregel van (?:rijks)?bestuur|ministeriële regeling|regeling(?! van)|(?:\w+ )?verordening) "
)
_ROYAL = re.compile(r" (?:bij|krachtens) (?:een )?koninklijk besluit ")
_PERSONAL = frozenset(["intrekken", "schorsen", "benoemen", "ontslaan", "verlenen", "ontnemen", "beëindigen", "erkennen"])
_OWED = frozenset(["verplicht", "gehouden", "verschuldigd", "verantwoordelijk"])


def owed(facts: Facts, clause: Clause) -> frozenset[str]:
    """The words of duty that are the predicate of a clause; «een door de ouder verschuldigd bedrag» only describes an amount."""
    words = facts.words
    found = []
    for j in clause.core:
        if words[j] in _OWED:
            following = words[j + 1] if j + 1 < len(words) else "."
            if following not in _OWED_THING:
                found.append(words[j])
    return frozenset(found)


_OWED_THING = frozenset(["bedrag", "bedragen", "griffierecht", "loon", "huur", "rente", "belasting", "premie", "bijdrage", "tarief"])


# What is done to somebody: going on with it is a decision.
_HELD = frozenset(
    ["vrijheidsbeneming", "bewaring", "detentie", "inverzekeringstelling", "voorarrest", "vervoer", "aanhouding", "verpleging"]
)
_TOLD = frozenset(["afschrift", "exemplaar", "mededeling", "kennisgeving", "ontvangstbevestiging", "bericht"])
_CLAIMS = frozenset(["aanspraak", "aanspraken", "inzage"])
_BENEFITS = re.compile(
    r" [a-z-]*(?:vergoeding|uitkering|toelage|bekostiging|bijdrage|tegemoetkoming|bezoldiging|salaris|loon|pensioen|subsidie|verlof) "
    r"| [a-z-]*toeslag | een bedrag "
)


def has_done(clause: Clause) -> bool:
    """Whether «heeft» helps another verb («heeft verstrekt») instead of saying what somebody has."""
    return any(v.infinitive != "hebben" for v in clause.verbs)


def takes_decision(clause: Clause) -> bool:
    """«neemt een beslissing over»: whoever decides must do so, whatever else the sentence speaks of."""
    return bool({"beslissing", "beschikking"} & clause.words) and any(v.infinitive == "nemen" for v in clause.verbs)


def is_indexation(facts: Facts, clause: Clause) -> bool:
    """The yearly adjustment of amounts for everybody: no decision about somebody."""
    if not clause.verbs or clause.modal or clause.negated or clause.verbs[0].infinitive not in _AANPASSEN:
        return False
    return bool({"bedrag", "bedragen", "percentage", "percentages"} & clause.words) and bool(_INDEX.search(facts.text))


def obligation(facts: Facts, clause: Clause, rol: str | None, door: Actor | None) -> Soort:
    """A duty; of an authority (also after «door») only where it touches a citizen, and otherwise procedure."""
    if rol == "overheid" or (door is not None and door.rol == "overheid"):
        return Soort.PLICHT if touches_citizen(facts, clause) else Soort.PROCEDURE
    return Soort.PLICHT


def is_slot(facts: Facts, clause: Clause, core: str) -> bool:
    """Whether a clause is a closing provision: when the text starts or ends, how it is cited, what it amends, where it is published."""
    if " lasten en bevelen " in facts.text:
        return True
    if CITEER.search(core):
        return True
    finite = facts.words[clause.finite]
    if " in werking " in core and (finite in ("treedt", "treden") or any(v.infinitive in ("treden", "intreden") for v in clause.verbs)):
        # when lower rules start is how they are made; when this text starts is its own closing provision
        european = bool({"richtlijn", "richtlijnen"} & clause.words) and "toepassing" in clause.words
        return not (clause.negated or european or core.startswith((" hij ", " de maatregel ")))
    if AMENDING.search(core) and not clause.modal and not ("toegevoegd" in clause.words and _PARTS.isdisjoint(clause.words)):
        return True
    if (" in de staatscourant " in core and "geplaatst" in clause.words) or (" in het staatsblad " in core and "geplaatst" in clause.words):
        return True
    back = (finite in ("werkt", "werken") and "terug" in clause.words) or "terugwerken" in clause.words
    if back and (
        _WET & set(facts.words[clause.first : clause.first + 6])
        or _WET & set(facts.words[clause.finite + 1 : clause.finite + 4])
        or "het" in facts.words[clause.finite - 1 : clause.finite + 2]
        or facts.words[clause.finite - 1] in ("en", ",")
    ):
        return True
    if {"vervalt", "vervallen", "ingetrokken"} & clause.words and finite in ("vervalt", "vervallen", "wordt", "worden", "is", "zijn"):
        if facts.words[clause.first] == "ingetrokken" and facts.words[clause.finite + 1 : clause.finite + 2] == (":",):
            return True
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
                    or before in ("deze", "dit", "koninklijk")
                    or "houdende" in facts.vocabulary
                    or (before in ("de", "het") and j + 1 < len(facts.words) and reading.capital(facts, j + 1))
                    or (
                        facts.words[j + 1 : j + 3] in (("van", "de"), ("van", "onze"))
                        and facts.words[j + 3 : j + 4] in (("minister",), ("staatssecretaris",))
                    )
                )
            if (
                facts.parse.depth[j] == 0
                and word.endswith(_LAW_NAMES)
                and word not in _WET
                and reading.capital(facts, j)
                and j > clause.first
            ):
                return True  # «De Gezondheidswet 1919 vervalt»
            if word in clauses.PREPOSITIONS:
                return False
            before = word
    return False


def with_power(facts: Facts, clause: Clause) -> list[Soort]:
    """A rule that settles for all is delegatie; a royal or ministerial decree in one case is a power."""
    decides = bool(clause.verbs) and clause.verbs[0].klas == "besluit" and clause.verbs[0].richting != "neutraal"
    if decides and _DECREE.search(" ".join(facts.words)) and not ({"regels", "regelen"} & clause.words):
        return [Soort.BEVOEGDHEID]
    return [Soort.DELEGATIE]


_DECREE = re.compile(r"\bbij (?:koninklijk|ministerieel) besluit\b")


def is_delegation(core: str, clause: Clause, rol: str | None) -> bool:
    """Whether a clause lets somebody make rules («bij ministeriële regeling worden regels gesteld»)."""
    if rol == "burger" and not clause.passive:
        return False
    if _ROYAL.search(core) and clause.verbs and clause.verbs[0].infinitive in _PERSONAL:
        return False  # «Bij koninklijk besluit kan een toelating worden ingetrokken»: a decision in one case
    if " buiten werking " in core:
        return False
    by_rule = bool(_INSTRUMENT.search(core))
    infinitives = {v.infinitive for v in clause.verbs}
    if by_rule and ({"regels", "regelen"} & clause.words):
        return True
    if by_rule and (clause.passive or clause.modal or rol == "overheid") and infinitives & _RULE_VERBS:
        return True
    if by_rule and clause.modal and rol == "overheid" and (_EXEMPT.search(core) or " buiten toepassing " in core):
        return True  # «Onze Minister kan bij regeling vrijstelling verlenen»
    if by_rule and ((clause.modal and clause.passive and not clause.verbs) or "bevoegd" in clause.words):
        return True
    if clause.modal in ("kan", "kunnen") and rol == "overheid" and _BY_RULES.search(core):
        return True  # «Onze Minister kan bij regeling een verbod instellen»
    if by_rule and clause.modal in ("kan", "kunnen") and not clause.verbs and core.startswith((" bij ", " krachtens ")):
        return True  # «Bij ministeriële regeling kunnen: a. … worden aangewezen»
    if by_rule and clause.modal and clause.passive and (_EXEMPT.search(core) or core.startswith((" bij ", " krachtens "))):
        return True
    if core.startswith(" bij de maatregel ") and clause.modal and infinitives & _RULE_VERBS:
        return True
    if _RULE_SUBJECT.search(core) and not clause.passive:
        if clause.modal and infinitives & (_RULE_VERBS | {"voorzien", "bevatten", "inhouden"}):
            return True
        if infinitives & {"bevatten", "omvatten"} and (_RULE_CONTENT & clause.words or " een regeling " in core):
            return True
    if any(v.infinitive == "opstellen" for v in clause.verbs):
        return False  # «stellen op basis van regels een geschrift op»
    if _TO_BE_MADE.search(core):
        return False  # «worden vergoed volgens door Onze Minister te stellen regels»: a detail of another norm
    return bool(_REGELS.search(core) and _STELLEN & clause.words and rol != "burger")


def is_right(clause: Clause, core: str, finite: str, rol: str | None, head_word: str) -> bool:
    """Whether a clause gives somebody a right: a claim, something he receives, or what he may do."""
    if rol is not None and not clause.modal and finite in ("heeft", "hebben") and _CLAIMS & clause.words and not has_done(clause):
        return True  # «De defensieambtenaar heeft aanspraak op een tegemoetkoming»
    if finite in ("ontvangt", "ontvangen", "geniet", "genieten") and rol != "burger" and not clause.modal and _BENEFITS.search(core):
        return True  # «De voorzitter geniet een vergoeding»
    if rol != "overheid" and _RECHT.search(core) and not (clause.modal and rol is None):
        return True
    if finite in ("ontvangt", "ontvangen", "krijgt", "krijgen", "geniet", "behoudt", "behouden") and rol == "burger":
        return not _TOLD & clause.words  # «ontvangt een afschrift»: what another must send him
    if finite in ("mag", "mogen") and rol != "overheid":
        return True
    if finite in ("kan", "kunnen", "behoeft", "behoeven", "hoeft", "hoeven") and rol == "burger" and not clause.passive:
        return True
    if finite in ("kan", "kunnen") and rol is None and not clause.passive and head_word in _BURGERSTUK:
        return True
    if finite in ("kan", "kunnen") and rol != "overheid" and _open_to(clause, core):
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
            and not state_word(head_word)
            and head_word not in _HELD
            and clause.verbs[0].infinitive
            in ("indienen", "voortzetten", "aanvragen", "verzoeken", "gebruiken", "betalen", "doen", "volgen")
        ):
            return True
    return False


def _open_to(clause: Clause, core: str) -> bool:
    """What stands open to somebody who is not named: «kan in aanmerking komen», «kan worden verkregen», «kan een beroep doen op»."""
    infinitives = {v.infinitive for v in clause.verbs}
    if "aanmerking" in clause.words and "komen" in infinitives:
        return True
    if clause.passive and "verkrijgen" in infinitives:
        return True
    if " beroep " in core and "doen" in infinitives:
        return True
    return " in termijnen " in core and bool({"plaatsvinden", "geschieden"} & infinitives)


def is_value(facts: Facts, clause: Clause, core: str, finite: str, rol: str | None) -> bool:
    """Whether a clause only says how much something is or how it is reckoned, and asks nothing of anybody."""
    if rol is not None and not clause.passive:
        return False
    if {"afhankelijk", "ongewijzigd"} & clause.words and finite in clauses.COPULAS and head(facts, clause) in WAARDE_HEADS:
        return True
    if (_BEREKENING.search(core) and clause.passive and rol is None) or (
        _BEREKENING.search(core) and finite in ("blijft", "blijven", "telt", "tellen")
    ):
        return True
    if clause.passive and rol is None and _RECKONED.search(core) and not state_business(clause):
        return True
    if clause.passive and "gerekend" in clause.words and "tot" in clause.words and _SHARE & clause.words:
        return True  # «wordt tot het vermogen gerekend voor het aandeel dat»
    if _BEDRAG.search(core) and clause.passive:
        return finite not in ("kan", "kunnen")
    stated = _WAARDE.search(core)
    if stated is not None and stated.group(0).startswith(_LIMITING) and clause.perfect and clause.verb_at:
        if any(v.klas == "waarde" or v.gevolg is not None for v in clause.verbs) and " met " in stated.group(0):
            return True  # «is de premie verminderd met de korting»
        stated = None  # «is niet eerder afgegeven dan drie maanden voor»
    if stated is not None or finite == "bedragen":
        return not (clause.modal and finite in ("kan", "kunnen"))
    if not (clause.passive or finite in ("vindt", "vinden")) or (clause.modal and finite in ("kan", "kunnen")):
        return False
    if rol is None and any(v.infinitive in _REKENEN for v in clause.verbs[:1]):
        return True
    if not (_WAARDE_VERBS & clause.words) and finite not in ("vindt", "vinden"):
        return False
    measured = head(facts, clause)
    return measured in WAARDE_HEADS or measured.endswith(_MEASURES)


def is_effect(facts: Facts, clause: Clause, core: str, finite: str, rol: str | None, klassen: set[str]) -> bool:
    """Whether a clause says what follows by law («vervalt», «komt tot stand»), without anybody deciding."""
    if rol == "overheid" and not clause.passive and "besluit" in klassen:
        return False
    if finite in _GEVOLG_FINITE:
        return True
    if "vervallen" in clause.words and (finite in ("komt", "komen") or (clause.modal and "komen" in clause.words and rol is None)):
        return True
    if finite in ("komt", "komen") and " tot stand" in core:
        return True
    if finite in ("blijft", "blijven") and not _KEEPS.isdisjoint(facts.words[clause.finite + 1 : clause.finite + 4]):
        return True
    if " in de plaats " in core and finite in ("treedt", "treden"):
        return True
    if (_GEVOLG.search(core) or _BLIJFT.search(core)) and rol != "overheid":
        return True
    if (
        finite in ("gaat", "gaan")
        and rol is None
        and "vergezeld" not in clause.words
        and ((clause.verbs and clause.verbs[0].infinitive in ("overgaan", "ingaan")) or " over " in core or " in " in core)
    ):
        return True
    if finite in ("vindt", "vinden") and "plaats" in clause.words and NO_DECISION.search(facts.text):
        return True
    on_request = ON_REQUEST.search(facts.text) and any(v.infinitive == "verlengen" for v in clause.verbs)
    return (
        bool(_TERMIJN_LOPEN.search(core))
        and rol is None
        and not (clause.passive and clause.modal in ("kan", "kunnen"))
        and not on_request
        and head(facts, clause) in ("termijn", "termijnen", "verjaring", "looptijd")
    )

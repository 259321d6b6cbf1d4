"""Decisions of an authority about a citizen or enterprise."""

from __future__ import annotations

import re
from functools import lru_cache

from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts, actors_in, is_object
from doenvermogentoets.norms.grammar import PREPOSITIONS, SUBORDINATORS
from doenvermogentoets.norms.heads import core_text
from doenvermogentoets.norms.lexicon import load, words
from doenvermogentoets.norms.matter import BURGERZAAK, citizen_matter, state_business
from doenvermogentoets.norms.model import Richting
from doenvermogentoets.norms.verbs import lexicon

_VERSTREKT = words("classify", "verstrekt")
_STELT = re.compile(r" (?:buiten behandeling|in bewaring|op nihil|in vrijheid|onder toezicht|onder curatele) ")
NO_DECISION = re.compile(r" zonder dat (?:dit|deze|dat|zulks) bij beschikking ")
AT_AMOUNT = re.compile(r" op (?:€|eur|nihil|[0-9])")  # «stelt de bijdrage vast op € 300»
OORDEEL = re.compile(r" naar (?:het|zijn|haar|hun) oordeel ")
_VERZUIM = re.compile(r" (?:vorm(?:t|en)|begaa(?:t|n)) [^.;]{0,40}(?:verzuim|vergrijp|overtreding)(?:en)? ")
PERMITS = frozenset(["ontheffing", "vergunning", "vrijstelling", "omgevingsvergunning"])
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
    "opleggen": "nadelig",
    "oplegging": "nadelig",
    "terugvorderen": "nadelig",
    "invorderen": "nadelig",
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
    "betekening": "nadelig",
    "tenuitvoerlegging": "nadelig",
    "vermindering": "neutraal",
    "korting": "nadelig",
    "inhouding": "nadelig",
    "teruggaaf": "gunstig",
    "teruggave": "gunstig",
    "kwijtschelding": "gunstig",
}
_OPPOSITE: dict[Richting, Richting] = {"nadelig": "gunstig", "gunstig": "nadelig", "neutraal": "neutraal"}


def is_offence(facts: Facts, clause: Clause) -> bool:
    """«vormt dit een verzuim ter zake waarvan de inspecteur een boete kan opleggen»: the power stands in the relative clause."""
    return (
        facts.words[clause.finite] in ("vormt", "vormen", "begaat", "begaan")
        and " kan " in facts.text
        and bool(_VERZUIM.search(core_text(facts, clause)))
    )


_MEASURES = frozenset(["maatregel", "verlaging", "boete", "sanctie", "korting", "bijstand"])
_LETS = frozenset(["inzage", "medewerking"])
_PROOFS = frozenset(["bewijs", "afschrift", "kopie", "ontvangstbewijs", "ontvangstbevestiging"])


@lru_cache(maxsize=1)
def _light() -> dict[str, tuple[tuple[str, Richting], ...]]:
    table: dict[str, list[tuple[str, Richting]]] = {}
    sides: tuple[Richting, ...] = ("nadelig", "gunstig", "neutraal")
    for richting in sides:
        for entry in load("besluiten")[richting]["woorden"]:
            verb, noun = entry.split()
            table.setdefault(verb, []).append((noun, richting))
    return {verb: tuple(nouns) for verb, nouns in table.items()}


def light_decision(clause: Clause) -> Richting | None:
    """Direction of a decision in a noun with a verb that says little: «verhaal nemen», «toestemming geven»; ``None`` if it is none."""
    if "vervallen" in clause.words and not _DECLARES.isdisjoint(clause.words):
        return "gunstig" if _LAPSES_WELL & clause.words else "nadelig"  # «kan het recht op uitkering vervallen verklaren»
    for verb in clause.verbs[:1]:
        for noun, richting in _light().get(verb.infinitive, ()):
            if noun in clause.words:
                return richting
    return None


_DECLARES = frozenset(["verklaren", "verklaart", "verklaard"])
_LAPSES_WELL = words("extract", "lapses_well")
_EASED = frozenset(["verlagen", "verminderen", "matigen", "halveren", "korten", "beëindigen", "opschorten", "schorsen", "intrekken"])


def listed_against(facts: Facts, clause: Clause) -> bool:
    """«kan de minister: a. voorwaarden verbinden aan de erkenning; b. de erkenning intrekken»: the heaviest of what is listed counts."""
    tokens, labels = facts.words, facts.labels
    if not clause.modal or clause.negated or ":" not in tokens[clause.finite : clause.last + 1]:
        return False
    start = tokens.index(":", clause.finite)
    for j in range(start + 1, min(clause.last + 1, len(tokens))):
        if labels[j]:
            start = j
            continue
        if facts.parse.depth[j] or (j + 1 < len(tokens) and tokens[j + 1] not in _AFTER_INFINITIVE):
            continue
        found = lexicon().infinitive.get(tokens[j], ())
        if found and found[0].klas == "besluit" and found[0].richting == "nadelig":
            own = set(tokens[start:j])
            if not (found[0].infinitive in _EASED and (SANCTIONS & own or _LAPSES_WELL & own)):
                return True
        if tokens[j] == "verklaren" and tokens[j - 1] == "vervallen":
            return True
    return False


_BENEFITS = tuple(words("classify", "verstrekt_uitgangen"))


def benefit(word: str) -> bool:
    """What an authority grants: «bijstand», «studiefinanciering», «reisvoorziening»."""
    return word in _VERSTREKT or (word.endswith(_BENEFITS) and len(word) > 8)


def is_dropped(clause: Clause) -> bool:
    """«wordt niet in behandeling genomen»: a decision against the one who asks; «niet eerder dan» is only a moment."""
    restricted = clause.negated or bool({"slechts", "uitsluitend", "alleen", "eerst", "pas"} & clause.words)
    taken = restricted and "behandeling" in clause.words and any(v.infinitive == "nemen" for v in clause.verbs)
    return bool(taken) and not {"eerder", "langer"} & clause.words


def is_decision(facts: Facts, clause: Clause, finite: str, rol: str | None) -> bool:
    """Whether a clause with this finite verb and role of its subject is a decision about a citizen."""
    if rol is None and not clause.passive and finite not in ("kan", "kunnen"):
        return False
    verbs = [v for v in clause.verbs if v.klas == "besluit"]
    if any(v.infinitive == "verlenen" for v in verbs) and PERMITS & clause.words:
        return True
    if answered(clause) is not None:
        return True
    if clause.passive and rol == "burger" and verbs and verbs[0].richting == "nadelig":
        return True  # «De kandidaat wordt door de voorzitter van het examen uitgesloten»
    organs = {facts.words[a.last] for a in facts.actors if a.rol == "overheid" and not facts.words[a.last].endswith("rechter")}
    alone = not any(a.rol == "burger" for a in facts.actors)
    if len(organs) > 1 and alone and verbs and verbs[0].richting == "neutraal" and not clause.modal:
        return False
    if rol == "overheid" and finite in ("kan", "kunnen") and any(v.infinitive == "afwijken" for v in verbs) and not state_business(clause):
        return True
    if any(v.infinitive == "afstemmen" for v in clause.verbs) and _MEASURES & clause.words:
        return True  # «De verlaging wordt afgestemd op de ernst van de gedraging»
    if light_decision(clause) is not None and (rol == "overheid" or clause.passive):
        return True
    if _LETS & clause.words and any(v.infinitive == "verlenen" for v in verbs) and not clause.modal:
        return False  # «verleent hij inzage in de lijst»
    if _PROOFS & clause.words and any(v.infinitive in ("afgeven", "verlenen") for v in verbs):
        return False  # «wordt een bewijs van ontvangst afgegeven»
    if (
        clause.verbs
        and clause.verbs[0].infinitive == "verstrekken"
        and (rol == "overheid" or clause.passive)
        and any(map(benefit, clause.words))
    ):
        return True
    if (
        clause.verbs
        and clause.verbs[0].infinitive == "stellen"
        and _STELT.search(f" {' '.join(facts.words[clause.first : clause.last + 1])} ")
    ):
        return True
    if finite in ("kan", "kunnen", "is", "zijn") and clause.modal:
        if not citizen_matter(facts):
            return (bool(verbs) or (clause.passive and bool(clause.verbs))) and not (state_business(clause))
        if state_business(clause) and not any(a.rol == "burger" for a in facts.actors) and not verbs:
            return False
        return rol == "overheid" or bool(verbs) or clause.passive
    if clause.passive and clause.verbs and OORDEEL.search(facts.text) and citizen_matter(facts) and not state_business(clause):
        return True  # «wordt verhoogd indien hij naar het oordeel van het college voldoende functioneert»
    if not verbs:
        return False
    if rol == "overheid" and verbs[0].infinitive in _LEVIES and not clause.passive:
        return True
    if any(v.richting == "nadelig" for v in verbs):
        return not (state_business(clause)) or bool(BURGERZAAK & clause.words)
    if verbs[0].richting == "neutraal" and state_business(clause):
        return False
    if verbs[0].richting == "gunstig" and not (state_business(clause)):
        return True
    return citizen_matter(facts)


_LEVIES = frozenset(["heffen", "invorderen", "innen", "naheffen", "navorderen"])
_APPLY = frozenset(["toepassen", "doorvoeren", "uitvoeren"])  # «wordt een vermindering toegepast»


def decided_noun(facts: Facts, clause: Clause) -> Richting | None:
    """Direction of a decision that is a noun: «vindt herziening plaats», «het opleggen van een boete blijft achterwege»."""
    finite = facts.words[clause.finite]
    stays_away = finite in ("blijft", "blijven") and "achterwege" in clause.words
    may = finite in ("kan", "kunnen") and any(v.infinitive in ("plaatsvinden", "geschieden", "blijven") for v in clause.verbs)
    stays_away = stays_away or (may and "achterwege" in clause.words)
    takes_place = finite in ("vindt", "vinden", "heeft", "hebben") and "plaats" in clause.words
    applied = clause.passive and any(v.infinitive in _APPLY for v in clause.verbs) and "geen" not in clause.words
    takes_place = takes_place or applied
    if not (stays_away or takes_place or may) or NO_DECISION.search(facts.text):
        return None
    for j in clause.core:
        richting = _DECISION_NOUNS.get(facts.words[j])
        if richting is not None and citizen_matter(facts):
            return _OPPOSITE[richting] if stays_away else richting
    return None


def names_decision(facts: Facts) -> bool:
    """Whether a decision is named as a noun: «tot terugvordering», «tot het verrekenen van de middelen»."""
    if not facts.vocabulary.isdisjoint(_DECISION_NOUNS):
        return True
    verbs = lexicon().infinitive
    for j in range(1, len(facts.words)):
        if facts.words[j - 1] == "het" or facts.words[j - 2 : j - 1] == ("het",):
            found = verbs.get(facts.words[j], ())
            if found and found[0].klas == "besluit" and found[0].richting != "neutraal":
                return True
    return False


_PAID = frozenset(["verstrekt", "betaald", "uitbetaald", "uitgekeerd", "vergoed"])
_DECIDES = frozenset(["besluiten", "bepalen", "beslissen"])


def decided_content(facts: Facts, clause: Clause) -> Richting | None:
    """Direction of what is decided in a clause of its own: «kan besluiten dat de bekostiging wordt ingehouden»."""
    tables = lexicon()
    if "bevoegd" in clause.words and facts.words[clause.finite] in ("is", "zijn"):
        return decided_infinitive(facts, clause)  # «is bevoegd een boete op te leggen»
    if answered(clause) is not None:
        return answered(clause)
    if not any(v.infinitive in _DECIDES for v in clause.verbs):
        return None
    if (told := decided_infinitive(facts, clause)) is not None:
        return told
    for first, last, opener in facts.parse.subs:
        if opener != "dat" or not clause.finite < first <= clause.last:
            continue
        level = facts.parse.depth[first]
        here = {facts.words[j] for j in range(first, last + 1) if facts.parse.depth[j] == level}
        denied = not here.isdisjoint(("niet", "geen"))
        if denied and here & _PAID:
            return "nadelig"
        if not denied and (here & _WORSE or (here & _LAPSES and not here & _LAPSES_WELL and any(map(_had, here)))):
            return "nadelig"
        if not denied and "uitvoer" in here and not here.isdisjoint(("gelegd", "leggen")):
            return "nadelig"  # «kan bepalen dat de straf alsnog ten uitvoer wordt gelegd»
        for word in here:
            for forms in (tables.participle, tables.final, tables.infinitive):
                for verb in forms.get(word, ())[:1]:
                    if verb.klas == "besluit" and verb.richting != "neutraal":
                        return _OPPOSITE[verb.richting] if denied else verb.richting
        return None
    return None


def decided_infinitive(facts: Facts, clause: Clause) -> Richting | None:
    """Direction of a decision with «te»: «bevoegd een boete op te leggen», «besluit de aanvraag niet te behandelen»."""
    words, infinitives = facts.words, lexicon().infinitive
    for j in range(clause.finite + 1, min(clause.last, len(words) - 2) + 1):
        if words[j] == "te" and not facts.parse.depth[j] and _closes(facts, j + 2):
            if words[j + 1] in _TREATING and not {"niet", "buiten"}.isdisjoint(words[max(clause.finite, j - 3) : j]):
                return "nadelig"
            verbs = infinitives.get(words[j - 1] + words[j + 1]) or infinitives.get(words[j + 1]) or ()
            if verbs and verbs[0].klas == "besluit" and verbs[0].richting != "neutraal":
                return _OPPOSITE[verbs[0].richting] if clause.negated else verbs[0].richting
    return None


_TREATING = frozenset(["behandelen", "nemen", "laten", "stellen"])  # «niet in behandeling te nemen», «buiten behandeling te laten»
_ANSWERS: dict[str, Richting] = {
    "afwijzend": "nadelig",
    "negatief": "nadelig",
    "ongunstig": "nadelig",
    "toewijzend": "gunstig",
    "positief": "gunstig",
    "gunstig": "gunstig",
    "inwilligend": "gunstig",
}
_ANSWERING = frozenset(["beslissen", "besluiten", "beschikken"])


def answered(clause: Clause) -> Richting | None:
    """«beslist afwijzend op een aanvraag»: the answer itself is laid down, and not only that one must be given."""
    if not any(v.infinitive in _ANSWERING for v in clause.verbs[:1]):
        return None
    return next((richting for word, richting in _ANSWERS.items() if word in clause.words), None)


_WORSE = frozenset(["lager", "nihil", "aansprakelijk", "nietig", "ongeldig"])
_LAPSES = frozenset(["vervalt", "vervallen", "ophoudt", "ophouden"])


def _had(word: str) -> bool:
    """What somebody has by a decision: a benefit or a permission."""
    return benefit(word) or word in _GIVEN or word.endswith(("vergunning", "erkenning", "goedkeuring", "toelating", "registratie"))


_GIVEN = frozenset(
    ["ontheffing", "vrijstelling", "toestemming", "machtiging", "concessie", "aanwijzing", "certificaat", "recht", "aanspraak"]
)


def _closes(facts: Facts, j: int) -> bool:
    """Whether an infinitive ends its phrase at token ``j``: not «een aan hem uit te betalen tegemoetkoming»."""
    if j >= len(facts.words) or facts.words[j] in _AFTER_INFINITIVE or facts.parse.depth[j]:
        return True
    return facts.words[j] in PREPOSITIONS or facts.words[j] in SUBORDINATORS


_AFTER_INFINITIVE = frozenset([".", ",", ";", ":", "en", "of", "dan", "als"])
_MUST = frozenset(["moet", "moeten", "dient", "dienen"])


def asks_in_content(facts: Facts, clause: Clause) -> bool:
    """«stelt het bedrag vast dat de schuldenaar moet terugbetalen»: what is decided is what a citizen must do."""
    for first, last, opener in facts.parse.subs:
        if opener in ("dat", "die") and clause.finite < first <= clause.last and not _MUST.isdisjoint(facts.words[first : last + 1]):
            return any(a.rol == "burger" and not is_object(facts, a) for a in actors_in(facts, first, last))
    return False


_BRINGS = frozenset(["brengt", "brengen", "gebracht"])
_ENFORCEMENT = frozenset(["tenuitvoerlegging", "invordering", "executie", "inning", "betalingsverplichting", "terugvordering"])


_HALTS = frozenset(["schorsing", "beëindiging"])
_FORGOTTEN = frozenset(["gegevens", "persoonsgegevens", "registratie", "aantekening", "vingerafdrukken", "foto's", "beelden", "opnamen"])


def forgets(clause: Clause) -> bool:
    """«verwijderen de gegevens uiterlijk twee jaar na ontvangst»: what is removed is what is kept about somebody."""
    return any(v.infinitive in ("verwijderen", "vernietigen", "wissen") for v in clause.verbs) and bool(_FORGOTTEN & clause.words)


def holds_off(clause: Clause) -> bool:
    """«kan de tenuitvoerlegging opschorten», «staakt de inning»: what is suspended or ended is what hurts."""
    return not clause.negated and any(v.groep in _HALTS for v in clause.verbs) and bool(_ENFORCEMENT & clause.words)


_LESS = frozenset(["vermindert", "verminderd", "verlaagd", "terugbetaald", "kwijtgescholden", "verrekend"])
_COMES = frozenset(["komt", "komen", "is", "zijn", "blijft", "blijven"])
_AT_COST = frozenset(["laste", "rekening", "doorberekend", "doorbelast"])
SANCTIONS = frozenset(
    ["boete", "sanctie", "maatregel", "verhoging", "dwangsom", "terugvordering", "straf", "rente", "naheffing", "bestuursdwang"]
)


_HEAD = 3  # «Een bestuurlijke boete …»: where the subject of a clause ends its name


def _item(facts: Facts, clause: Clause) -> frozenset[str]:
    """The words of the onderdeel that the verb of a clause stands in, up to the verb: «kan: a. de boete verlagen indien …»."""
    at = max(clause.verb_at, default=clause.finite)
    start = next((j for j in range(at, clause.finite, -1) if facts.labels[j]), at)
    return frozenset(facts.words[start + 1 : at])


def lightens(facts: Facts, clause: Clause) -> bool:
    """«kan de boete verminderen», «Een boete … wordt verlaagd»: less of what hurts."""
    if clause.negated or not any(v.infinitive in ("verminderen", "verlagen", "matigen", "halveren") for v in clause.verbs):
        return False
    if clause.modal:
        own = clause.words | _item(facts, clause)
        return bool(SANCTIONS & own) and not {"met", "als"} & own
    head = facts.words[clause.first : min(clause.first + _HEAD, clause.finite)]
    return clause.passive and not SANCTIONS.isdisjoint(head)


_FEES = frozenset(["recht", "rechten", "leges", "vergoeding", "kosten", "bijdrage", "heffing", "retributie", "tarief"])


def charges(facts: Facts, clause: Clause) -> bool:
    """What somebody is made to pay without a word for a debt: «brengt de kosten in rekening», «ten laste van de aanvrager»."""
    words, here = facts.words, clause.words
    verbs = {words[j] for j in (clause.finite, *clause.verb_at)}
    if clause.negated or verbs & _LESS:
        return False
    if "rekening" in here and _BRINGS & verbs:
        return any(words[j - 1] == "in" for j in clause.core if words[j] == "rekening" and j)
    if {"geheven", "heft", "heffen"} & verbs and _FEES & here:
        return True
    whom = [j for j in clause.core if words[j] in _AT_COST]
    passed_on = "doorberekend" in here or "doorbelast" in here
    if not whom or not (passed_on or verbs & _COMES or _BRINGS & verbs):
        return False
    return any(a.rol == "burger" and any(0 < a.first - at <= 6 for at in whom) for a in facts.actors)

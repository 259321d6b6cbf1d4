"""What is decided where the verb does not say it: a decision that is a noun, or that stands in a clause of its own."""

from __future__ import annotations

import re

from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.decisions import LAPSES_WELL, answered, benefit
from doenvermogentoets.norms.easing import SANCTIONS
from doenvermogentoets.norms.facts import Facts, actors_in, is_object
from doenvermogentoets.norms.grammar import PREPOSITIONS, SUBORDINATORS
from doenvermogentoets.norms.matter import citizen_matter
from doenvermogentoets.norms.model import Richting
from doenvermogentoets.norms.verbs import lexicon

NO_DECISION = re.compile(r" zonder dat (?:dit|deze|dat|zulks) bij beschikking ")
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
            if not (found[0].infinitive in _EASED and (SANCTIONS & own or LAPSES_WELL & own)):
                return True
        if tokens[j] == "verklaren" and tokens[j - 1] == "vervallen":
            return True
    return False


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


def decided_to(facts: Facts, clause: Clause) -> Richting | None:
    """Direction of «besluit tot terugvordering», «besluit tot: a. oplegging van een maatregel»; ``None`` if no decision is named so."""
    if not any(v.infinitive in ("besluiten", "overgaan", "beslissen") for v in clause.verbs[:1]):
        return None
    words = facts.words
    at = next((j for j in clause.core if words[j] == "tot" and j > clause.finite), None)
    if at is None:
        return None
    for j in range(at + 1, min(at + 7, clause.last + 1)):
        if words[j] in _DECISION_NOUNS:
            return _OPPOSITE[_DECISION_NOUNS[words[j]]] if clause.negated else _DECISION_NOUNS[words[j]]
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
    if "bevoegd" in clause.words and facts.words[clause.finite] in ("is", "zijn"):
        return decided_infinitive(facts, clause)  # «is bevoegd een boete op te leggen»
    if answered(clause) is not None:
        return answered(clause)
    if not any(v.infinitive in _DECIDES for v in clause.verbs):
        return None
    if (told := decided_infinitive(facts, clause)) is not None:
        return told
    found = [
        content
        for first, last, opener in facts.parse.subs
        if opener == "dat" and clause.finite < first <= clause.last and (content := _content(facts, first, last)) is not None
    ]
    return "nadelig" if "nadelig" in found else found[0] if found else None


def _content(facts: Facts, first: int, last: int) -> Richting | None:
    """Direction of what one clause with «dat» says is decided."""
    tables = lexicon()
    level = facts.parse.depth[first]
    here = {facts.words[j] for j in range(first, last + 1) if facts.parse.depth[j] == level}
    denied = not here.isdisjoint(("niet", "geen"))
    if denied and here & _PAID:
        return "nadelig"
    if not denied and (here & _WORSE or (here & _LAPSES and not here & LAPSES_WELL and any(map(_had, here)))):
        return "nadelig"
    if not denied and "uitvoer" in here and not here.isdisjoint(("gelegd", "leggen")):
        return "nadelig"  # «kan bepalen dat de straf alsnog ten uitvoer wordt gelegd»
    for word in here:
        for forms in (tables.participle, tables.final, tables.infinitive):
            for verb in forms.get(word, ())[:1]:
                if verb.klas == "besluit" and verb.richting != "neutraal":
                    return _OPPOSITE[verb.richting] if denied else verb.richting
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

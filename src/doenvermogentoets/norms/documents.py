"""Provisions about a document: whose it is decides whom they address.

«De aanvraag bevat», «de beschikking vermeldt», «het jaarverslag omvat», «de regels strekken tot»: the document is the subject, but the
norm speaks to whoever draws it up.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import DETERMINERS
from doenvermogentoets.norms.heads import head
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.matter import state_word
from doenvermogentoets.wordlists import REMEMBERED

Maker = Literal["burger", "overheid", "bestuur", "regels"]

_CITIZEN = words("documents", "burger")
_DECISION = words("documents", "besluit")
_RULES = words("documents", "regels")
_CONTAIN = words("documents", "bevatten")
_ENDINGS: tuple[tuple[str, Maker], ...] = (
    ("aanvraag", "burger"),
    ("verzoek", "burger"),
    ("schrift", "burger"),
    ("aangifte", "burger"),
    ("beschikking", "overheid"),
    ("besluit", "overheid"),
    ("vergunning", "overheid"),
    ("beslissing", "overheid"),
    ("aanslag", "overheid"),
    ("bevel", "overheid"),
)


@lru_cache(maxsize=REMEMBERED)
def maker(word: str) -> Maker | None:
    """Who draws up the document that a noun names; ``None`` if it names none.

    ``bestuur`` is government accounting for itself («jaarverslag», «beleidsplan»); ``regels`` are lower rules.
    """
    if word in _RULES:
        return "regels"
    if word in _CITIZEN:
        return "burger"
    if word in _DECISION:
        return "overheid"
    if word.startswith(_OF_APPLICANTS) and word.endswith(_PAPERS):
        return "burger"
    if word.startswith("ontwerp") or word == "afschrift":
        return None
    for ending, who in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return who
    return "bestuur" if state_word(word) else None


_OF_APPLICANTS = ("aanvraag", "verantwoordings", "aangifte", "subsidieaanvraag")
_PAPERS = ("formulier", "formulieren", "document", "documenten", "stuk", "stukken", "gegevens")


def content_of(facts: Facts, clause: Clause) -> Maker | None:
    """Whose document a clause says the contents or form of; ``None`` if it is about something else."""
    if clause.passive:
        return None
    contains = any(v.infinitive in _CONTAIN for v in clause.verbs[:1])
    concerns = "betrekking" in clause.words and facts.words[clause.finite] in ("heeft", "hebben", "kan", "kunnen")
    accompanied = "vergezeld" in clause.words and facts.words[clause.finite] in ("gaat", "gaan")
    formal = clause.copula and bool(_FORMAL & clause.words)
    shows = "inzicht" in clause.words and any(v.infinitive in ("geven", "bieden") for v in clause.verbs[:1])
    if not (contains or concerns or accompanied or formal or shows):
        return None
    return maker(head(facts, clause))


def handed_in(facts: Facts, clause: Clause) -> bool:
    """«De aanvraag wordt gedaan», «de melding wordt schriftelijk gedaan»: what a citizen does with his own document."""
    if facts.previous is not None and facts.previous[0] == "overheid":
        return False  # what an authority asks another authority
    return any(v.infinitive in _OWN_ACTS for v in clause.verbs[:1]) and maker(head(facts, clause)) == "burger"


def enclosed(facts: Facts, clause: Clause) -> bool:
    """«Bij de aanvraag worden gegevens verstrekt»: what goes with a citizen's own document comes from him."""
    words = facts.words
    if not any(v.infinitive in _ENCLOSING for v in clause.verbs[:1]):
        return False
    return any(words[j] == "bij" and words[j + 1] in ("de", "het", "een") and maker(words[j + 2]) == "burger" for j in clause.core[:-2])


_ENCLOSING = frozenset(["verstrekken", "verschaffen", "overleggen", "voegen", "bijvoegen", "toevoegen", "vermelden"])


def formal(facts: Facts, clause: Clause) -> bool:
    """Whether a duty says only how a citizen asks or tells: where he hands it in, in which form, with which papers, and not by when."""
    if facts.limits and any(clause.first <= f.first <= clause.last for f in facts.limits):
        return False
    if not _AGAIN.isdisjoint(clause.words):
        return False  # «legt jaarlijks een specificatie over»: that comes back without being asked for
    if content_of(facts, clause) is not None:
        return head(facts, clause) not in _KEPT
    contains = any(v.infinitive in _CONTAIN for v in clause.verbs[:1])
    if contains and clause.passive:  # «Het verzoekschrift wordt ondertekend en bevat»
        return maker(head(facts, clause)) == "burger"
    if contains and (head(facts, clause).endswith(_REPORTS) or head(facts, clause) in _WRITTEN):
        return True
    verb = clause.verbs[0].infinitive if clause.verbs else ""
    if clause.passive and verb in _SAYING and _in_report(facts, clause):
        return True
    if verb in _PAPERS_GO and (enclosed_with(facts, clause) or proves(facts, clause)):
        return True
    if clause.negated:
        return False
    if verb == "geschieden" and not _REMEDY.isdisjoint(clause.words):
        return head(facts, clause) in _INSTITUTING  # «De instelling van beroep geschiedt door een verklaring»
    if verb not in _OWN_ACTS:
        return False
    if clause.passive:
        what = head(facts, clause)
        return _asks_for_something(what) or (what in _TOLD and not _HOW.isdisjoint(clause.words))
    return any(map(_asks_for_something, clause.words))


_AGAIN = frozenset(["jaarlijks", "maandelijks", "telkens", "periodiek", "daarna", "wekelijks", "dagelijks"])
_REMEDY = frozenset(["beroep", "bezwaar", "cassatie", "verzet", "beklag"])
_INSTITUTING = frozenset(["instelling", "indiening", "intrekking", "beroep", "bezwaar", "verzet", "beklag"])
_SAYING = frozenset(["vermelden", "uiteenzetten", "behandelen", "toelichten", "beschrijven", "aangeven", "opgeven"])
# What tells an authority something, and the words that say how.
_TOLD = words("documents", "mededelingen")
_HOW = frozenset(
    ["schriftelijk", "elektronisch", "digitaal", "formulier", "langs", "middels", "taal", "gericht", "aan", "bij", "toelichting"]
)


def proves(facts: Facts, clause: Clause) -> bool:
    """«legt stukken over waaruit blijkt dat hij aan de eisen voldoet»: the papers that go with what somebody asks for."""
    if not (_EVIDENCE & clause.words or any(word.endswith(_EVIDENCE_ENDINGS) for word in clause.words)):
        return False
    for first, last, opener in facts.parse.subs:
        here = facts.words[first : last + 1]
        if first > clause.finite and opener in ("waaruit", "waarmee", "waarvan") and not _SHOWS.isdisjoint(here):
            return True
    return False


_EVIDENCE = words("documents", "bewijs")
_EVIDENCE_ENDINGS = ("stukken", "bescheiden", "gegevens", "documenten")
_SHOWS = frozenset(["blijkt", "blijken", "vaststellen", "aantoont", "aangetoond", "beoordelen", "vastgesteld", "beoordeeld"])


def _in_report(facts: Facts, clause: Clause) -> bool:
    """«In het jaarverslag worden de volgende onderwerpen behandeld»: what goes into something that must be written anyway."""
    here = facts.words
    for j in clause.core[:-2]:
        if here[j] == "in" and here[j + 1] in ("de", "het", "deze", "dit"):
            noun = here[j + 2]
            return noun.endswith(_REPORTS) or noun in _WRITTEN or maker(noun) == "burger" or noun in _TOLD
    return False


# Papers that somebody must keep up: more than a form to fill in.
_KEPT = frozenset(["administratie", "boekhouding"])
# What somebody writes anyway: a clause that says what is in it asks no more than a form does.
_REPORTS = (
    "verklaring",
    "verslag",
    "rapport",
    "rapportage",
    "dossier",
    "formulier",
    "recept",
    "overzicht",
    "specificatie",
    "begroting",
    "plan",
)
_WRITTEN = frozenset(["voorstel", "raming", "meerjarenraming", "nota", "toelichting", "jaarstukken", "jaarrekening", "exploitatierekening"])
_PAPERS_GO = frozenset(["verstrekken", "overleggen", "voegen", "bijvoegen", "vermelden", "toevoegen", "voorleggen", "leggen", "opgeven"])


def enclosed_with(facts: Facts, clause: Clause) -> bool:
    """«legt bij de aanvraag bescheiden over», «verstrekt bij de indiening van zijn verzoek», «legt met zijn aanvraag een plan voor»."""
    words = facts.words
    for j in clause.core:
        if words[j] not in ("bij", "met", "in"):
            continue
        k = _past_determiners(words, j + 1)
        if words[k : k + 2] in (("indiening", "van"), ("doen", "van"), ("indienen", "van")):
            k = _past_determiners(words, k + 2)
        if j + 1 < k < len(words) and (_asks_for_something(words[k]) or (words[j] == "bij" and words[k] in _TOLD) or _form(words[k])):
            return True
    return False


def _past_determiners(words: tuple[str, ...], k: int) -> int:
    while k < len(words) and (words[k] in DETERMINERS or words[k] in ("zijn", "haar", "hun")):
        k += 1
    return k


@lru_cache(maxsize=REMEMBERED)
def _asks_for_something(word: str) -> bool:
    return word in _APPLICATIONS or (word.endswith(("aanvraag", "aanvragen", "verzoek", "schrift")) and maker(word) == "burger")


def _form(word: str) -> bool:
    return word.endswith("formulier") and len(word) > 9


_APPLICATIONS = frozenset(["aanvraag", "aanvrage", "aanvragen", "verzoek", "verzoeken", "bezwaar", "beroep", "klacht"])
_OWN_ACTS = frozenset(["doen", "stellen", "richten", "indienen", "ondertekenen", "opstellen", "toelichten", "onderbouwen", "motiveren"])
_FORMAL = words("documents", "vorm")

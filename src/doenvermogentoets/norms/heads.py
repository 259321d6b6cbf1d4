"""The words of a clause, the head of its subject, and predicates that say what the subject is."""

from __future__ import annotations

from collections.abc import Mapping

from doenvermogentoets.norms import clauses
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.verbs import Verb, lexicon

WAARDE_HEADS = words("classify", "waarde_heads")
_STATUS = words("classify", "status")
_IS_A = frozenset(["een", "de", "het", "degene", "iedere", "elke", "voorts", "mede", "tevens"])
_QUALIFIED = frozenset(["indien", "als", "wanneer", "zolang", "zover"])


def core_text(facts: Facts, clause: Clause) -> str:
    """The words of a clause at its own level, with a space at both ends."""
    words = facts.words
    return f" {' '.join(words[j] for j in clause.core)} "


def own_text(facts: Facts, clause: Clause, core: str) -> str:
    """``core``, the words of a clause, without the list that ends it, if its verb stands before that list."""
    if ":" not in facts.vocabulary:
        return core
    own = clauses.before_list(facts.words, facts.labels, clause.core, clause.finite)
    if len(own) == len(clause.core) or not clause.verb_at or max(clause.verb_at) > own[-1]:
        return core
    return f" {' '.join(facts.words[j] for j in own)} "


def head(facts: Facts, clause: Clause) -> str:
    """Head noun of the subject, roughly: the first noun-like word of the subject's phrase."""
    words, depth = facts.words, facts.parse.depth
    span = range(clause.finite + 1, clause.last + 1) if reading.inverted(facts, clause) else range(clause.first, clause.finite)
    steps = 0
    in_phrase = False
    last = ""
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
            return last
        if last and j in clause.verb_at:
            return last  # «wordt de periode vastgesteld»
        steps += 1
        last = word
        if word in WAARDE_HEADS or not word.endswith("e") or steps > 4:
            return word
    return last


def nominal_predicate(facts: Facts, clause: Clause) -> bool:
    """Whether a copula is followed by what the subject is («is degene die»), or by a participle («is aangewezen»)."""
    following = facts.words[clause.finite + 1] if clause.finite + 1 < len(facts.words) else ""
    if following in _STATUS and reading.inverted(facts, clause):
        return _two_phrases(facts, clause)
    return following in _STATUS or clause.perfect


def _two_phrases(facts: Facts, clause: Clause) -> bool:
    """«is de maandag de eerste dag van de week»: after an inverted copula a second noun phrase says what the first is."""
    words = facts.words
    for j in clause.core:
        if j > clause.finite + 2 and words[j] in ("de", "het", "een", "degene"):
            before = words[j - 1]
            if (
                before not in clauses.PREPOSITIONS
                and before not in clauses.DETERMINERS
                and before not in (",", ":", "en", "of", "aan", "dan")
            ):
                return True
    return False


def _infinitives() -> Mapping[str, tuple[Verb, ...]]:
    return lexicon().infinitive


def is_a(facts: Facts, clause: Clause) -> bool:
    """«Kind is de bloedverwant die ...»: subject, copula, noun phrase."""
    following = facts.words[clause.finite + 1] if clause.finite + 1 < len(facts.words) else ""
    if any(facts.words[j] == "te" and facts.words[j + 1] in _infinitives() for j in clause.core[:-1] if j > clause.finite):
        return False  # «is tevens te raadplegen op de website»
    return following in _IS_A and not reading.inverted(facts, clause) and not clause.modal and not clause.passive


def forbids(facts: Facts, clause: Clause) -> bool:
    """Whether «verboden» is what a clause says, not which things it is about («de verboden overeenkomsten zijn nietig»)."""
    words = facts.words
    for j in clause.core:
        if words[j] == "verboden":
            following = words[j + 1] if j + 1 < len(words) else "."
            named = j < clause.finite and following.isalpha() and j + 1 != clause.finite and following not in clauses.PREPOSITIONS
            before = words[j - 1] if j else ""
            named = named or (j < clause.finite and (before in clauses.DETERMINERS or before.endswith("de")))  # «De verboden gelden niet»
            if not named:
                return True
    return False


def describes(facts: Facts, clause: Clause) -> bool:
    """«Een verbintenis is voorwaardelijk, wanneer»: an adjective and a condition, so the clause says when a word fits."""
    words, at = facts.words, clause.finite
    if clause.modal or clause.verb_at not in ((), (at,)) or reading.inverted(facts, clause) or at + 2 >= len(words):
        return False
    ahead = at + 3 if words[at + 2] == "," else at + 2
    conditional = ahead < len(words) and words[ahead] in _QUALIFIED
    return conditional and words[at + 1].isalpha() and words[at + 1] not in clauses.PREPOSITIONS


def qualifies(facts: Facts, clause: Clause) -> bool:
    """«is verwijtbaar werkloos geworden indien», «is niet behoorlijk nagekomen indien»: says when a notion applies."""
    if not clause.perfect or clause.modal or not clause.verb_at or facts.words[clause.finite] not in ("is", "zijn", "heeft", "hebben"):
        return False
    end = max(clause.verb_at) + 1
    return end < len(facts.words) and facts.words[end] in _QUALIFIED and not reading.inverted(facts, clause)


_STATES = frozenset(["staan", "blijven", "ontbreken", "uitmaken", "ressorteren", "verkeren", "overlijden"])
_MADE_SO = frozenset(["aanstellen", "benoemen", "herbenoemen", "belasten", "openen", "vrijstellen", "beëdigen"])
_OFFICES = frozenset(
    ["voorzitter", "ondervoorzitter", "secretaris", "penningmeester", "lid", "leden", "plaatsvervanger", "gelijk", "mandaat"]
)
_HELD = frozenset(["verplicht", "gehouden", "verschuldigd", "verantwoordelijk", "aansprakelijk"])


def states(facts: Facts, clause: Clause) -> bool:
    """«staat gelijk met», «is voorzitter van», «komt in aanmerking», «is niet vrijgesteld»: what is so, and nothing that somebody does."""
    if clause.modal or _HELD & clause.words:
        return False
    finite = facts.words[clause.finite]
    if finite in ("komt", "komen"):
        return "aanmerking" in clause.words
    if finite in clauses.COPULAS | clauses.PASSIVES and any(v.infinitive in _MADE_SO for v in clause.verbs):
        return True
    if finite in ("is", "zijn", "heeft", "hebben"):
        return facts.words[clause.finite + 1 : clause.finite + 2] != () and facts.words[clause.finite + 1] in _OFFICES
    return any(v.infinitive in _STATES for v in clause.verbs[:1]) and "gebreke" not in clause.words

"""Requirements on things: «een weegwerktuig wordt voorzien van opschriften», «het systeem dat de aanbieder gebruikt voldoet aan».

No one is named, yet somebody must see to it: whoever makes, keeps or uses the thing. That is a citizen or enterprise when the thing is
one of trade, building, transport or farming, or when the text says that it is theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.documents import maker
from doenvermogentoets.norms.facts import Facts, actors_in, inverted, is_object
from doenvermogentoets.norms.grammar import CONDITIONALS, DETERMINERS, PREPOSITIONS
from doenvermogentoets.norms.heads import head
from doenvermogentoets.norms.lexicon import pattern, words
from doenvermogentoets.norms.matter import citizen_word, state_business, state_word
from doenvermogentoets.wordlists import REMEMBERED

_THINGS = words("private", "zaken")
_ENDINGS = tuple(words("private", "uitgangen"))
_NOT = words("private", "niet")
_NOT_ENDINGS = tuple(words("private", "niet_uitgangen"))
_DONE = words("private", "gedaan")
_REQUIRED = words("private", "eisen")
_STATES = frozenset(
    ["heeft", "hebben", "geldt", "gelden", "wordt", "worden", "valt", "vallen", "behoort", "bestaat", "vervalt", "blijft", "is", "zijn"]
)


@lru_cache(maxsize=REMEMBERED)
def thing(word: str) -> bool:
    """A thing of trade, building, transport or farming: «weegwerktuig», «levensmiddelen», «veiligheidscomponenten»."""
    return word not in _NOT and (word in _THINGS or (word.endswith(_ENDINGS) and len(word) > 7 and not word.endswith(_NOT_ENDINGS)))


@lru_cache(maxsize=8)
def title_line(content: str) -> str:
    """The long title of a regulation in lower case: the first line that is no markup."""
    return next((line for line in content.splitlines() if len(line) > _MARKUP and not line.startswith("<")), "")[:_TITLE].lower()


@lru_cache(maxsize=8)
def about_things(content: str) -> bool:
    """Whether a regulation sets requirements on things, by its title: «Warenwetbesluit Vlees», «technische voorschriften voor lieren»."""
    opening = title_line(content)
    if _ORGANISING.search(opening):
        return False
    return _OF_THINGS.search(opening) is not None or any(thing(w) and w not in _LOOSE for w in re.findall(r"[a-zë-]+", opening))


_MARKUP = 12  # characters; a shorter line is no title
_TITLE = 600
_OF_THINGS = pattern("private", "zaakwetten")
_ORGANISING = pattern("private", "organisatie")
_LOOSE = frozenset(["boekhouding", "administratie", "nummer", "nummers", "goederen", "reclame", "loterij", "kansspel", "kansspelen"])


def required(facts: Facts, clause: Clause) -> bool:
    """Whether a clause asks something of a thing that is a citizen's or an enterprise's, without naming who must see to it."""
    if not (_done(facts, clause) if clause.passive else _asks(facts, clause)):
        return False
    if any(a.rol == "overheid" and not facts.parse.depth[a.first] for a in facts.actors if clause.first <= a.first <= clause.last):
        return False
    if clause.copula and _on_thing(facts, clause):
        return True
    subject = _subject(facts, clause)
    noun = next((facts.words[j] for j in subject if _noun(facts, j)), "")
    if state_word(noun):
        return False
    if clause.passive and not _DONE & {facts.words[j] for j in clause.verb_at}:
        return thing(noun)  # «De uitkering van een betrokkene wordt voortgezet»: not by him
    return thing(noun) or _theirs(facts, clause, subject)


_OFFICIAL = frozenset(["bekendmaken", "publiceren", "benoemen", "aanwijzen", "openbaarmaken", "vaststellen", "mandateren", "instellen"])


def of_law(facts: Facts, clause: Clause) -> bool:
    """Whether a clause of a regulation about things is a requirement on one: nobody in it, nothing of government, nothing optional."""
    if not facts.technical or clause.modal in ("kan", "kunnen") or clause.negated or state_business(clause):
        return False
    if maker(head(facts, clause)) in ("bestuur", "regels") or not (clause.passive or clause.copula or clause.verbs):
        return False
    if any(v.klas == "besluit" or v.infinitive in _OFFICIAL for v in clause.verbs[:1]):
        return False
    named = actors_in(facts, clause.first, clause.last)
    if any(map(citizen_word, clause.words)) or any(
        a.rol == "burger" and "aan" in facts.words[max(0, a.first - 2) : a.first] for a in named
    ):
        return False  # «Aan de koper wordt informatie verschaft», «De beschikking wordt verzonden»
    return not any(a.rol == "overheid" and not _in_condition(facts, a.first) for a in named)


def _in_condition(facts: Facts, at: int) -> bool:
    """Whether a word stands in a condition: an authority named there does nothing with the thing itself."""
    return any(first <= at <= last and opener in CONDITIONALS for first, last, opener in facts.parse.subs)


def _done(facts: Facts, clause: Clause) -> bool:
    """Whether what is done is something that whoever has a thing does with it; looking into it is what others do."""
    if _DONE & {facts.words[j] for j in clause.verb_at}:
        return True
    return bool(clause.verbs) and clause.verbs[0].klas in ("handeling", "overig") and clause.verbs[0].infinitive not in _OF_OTHERS


_OF_OTHERS = frozenset(["onderzoeken", "controleren", "raadplegen", "horen", "ontvangen", "betalen", "verstrekken", "overleggen", "melden"])
_MOVING = ("schip", "schepen", "vaartuig", "vaartuigen", "voertuig", "voertuigen", "toestel", "toestellen", "trein", "treinen", "transport")


def _asks(facts: Facts, clause: Clause) -> bool:
    """«voldoet aan», «is voorzien van», «is zodanig ingericht», «is bestand tegen»."""
    here = clause.words
    if {"voldoet", "voldoen"} & here and ("aan" in here or clause.modal):
        return True
    if clause.copula and not clause.modal:
        after = facts.words[clause.finite + 1 : clause.last + 1]
        return bool(_REQUIRED & here) or ("zodanig" in after[:12] and bool(clause.verb_at))
    if _REQUIRED & here and clause.copula:
        return True
    moves = any(word.endswith(_MOVING) for word in here)  # «Een schip meert niet af aan een verkeersteken»: who steers it
    return moves and not clause.modal and not clause.perfect and not clause.copula and not _STATES & here


def _subject(facts: Facts, clause: Clause) -> list[int]:
    """The tokens of the subject at its own level: in front of the verb, or behind it up to a preposition."""
    depth = facts.parse.depth
    if not inverted(facts, clause):
        return [j for j in range(clause.first, clause.finite) if not depth[j] and not facts.labels[j]]
    out: list[int] = []
    for j in range(clause.finite + 1, clause.last + 1):
        if depth[j] or (facts.words[j] in PREPOSITIONS and (not out or facts.words[out[-1]] not in DETERMINERS)):
            if out:
                break
            continue
        out.append(j)
    return out


def _on_thing(facts: Facts, clause: Clause) -> bool:
    """«Op de verpakking zijn de ingrediënten vermeld»: what must be on a thing, said first."""
    words, depth = facts.words, facts.parse.depth
    front = [j for j in range(clause.first, clause.finite) if not depth[j] and not facts.labels[j]]
    return bool(front) and words[front[0]] in _PLACES and any(thing(words[j]) for j in front)


_PLACES = frozenset(["op", "aan", "in", "bij", "boven", "naast", "onder"])


def _noun(facts: Facts, j: int) -> bool:
    """Whether a token can be the head of a subject: the word before the first preposition or clause."""
    words, depth = facts.words, facts.parse.depth
    word = words[j]
    if word in DETERMINERS or word in PREPOSITIONS or (not word.isalpha() and "-" not in word):
        return False
    if thing(word):
        before = words[j - 1] if j else ""
        return before not in PREPOSITIONS or before == "te"
    after = words[j + 1] if j + 1 < len(words) else ""
    ends = after in PREPOSITIONS or after in (",", ":") or (j + 1 < len(words) and depth[j + 1] > depth[j])
    return ends and not word.endswith("e")


def _theirs(facts: Facts, clause: Clause, subject: list[int]) -> bool:
    """«De website van de aanbieder», «het systeem dat de aanbieder gebruikt»: the thing is said to be a citizen's."""
    if not subject:
        return False
    first, last = subject[0], max(subject[-1], clause.finite - 1 if subject[-1] < clause.finite else subject[-1])
    named = [a for a in facts.actors if first <= a.first <= last]
    if not named or any(a.rol != "burger" for a in named):
        return False
    for actor in named:
        if facts.parse.depth[actor.first]:
            if not is_object(facts, actor):
                return True
            continue
        j = actor.first - 1
        while j > first and (facts.words[j] in DETERMINERS or facts.words[j].endswith("e")):
            j -= 1
        if facts.words[j] == "van":
            return True
    return False

"""What citizens and enterprises must do themselves, wherever a sentence says it: as a duty, a condition or a request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doenvermogentoets.norms import clauses
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import load, pattern, words
from doenvermogentoets.norms.model import Rol
from doenvermogentoets.norms.verbs import lexicon

_WORDS = {form: infinitive for infinitive, forms in load("terms")["handelingen"].items() for form in forms}
_NOTICES = frozenset(load("terms")["mededelingen"]["woorden"])
_DOING = frozenset(load("terms")["mededelingen"]["werkwoorden"])
_ASKING = frozenset(load("terms")["mededelingen"]["opdrachten"])
_ALWAYS = frozenset(load("terms")["altijd_burger"]["woorden"])
_REQUEST = pattern("actions", "request")
_PAYMENT = re.compile(r" (?:\w*betaling\w*|schuld|bedrag|voorschot|vergoeding|verplichting|verplichtingen|\w*verplichting) ")
_REQUEST_LATER = words("actions", "request_later")


def find(facts: Facts) -> list[tuple[int, int, str]]:
    """Acts of citizens as (first token, last token, infinitive); worked out once per sentence."""
    if facts.acts is None:
        facts.acts = list(_find(facts))
    return facts.acts


def _find(facts: Facts) -> Iterator[tuple[int, int, str]]:
    words = facts.words
    asked = bool(_ASKING & facts.vocabulary) and any(a.rol == "burger" for a in facts.actors)
    for i, word in enumerate(words):
        if word in _NOTICES and _DOING & set(words[max(0, i - 8) : i + 8]) and words[i - 1] not in ("voor", "de", "het", "van", "die"):
            first, last = _clause_of(facts, i)
            if role_in(facts, first, last, i) == "burger":
                yield i, i, "melden" if word not in ("bezwaar", "beroep", "keuze") else word
            continue
        infinitive = _WORDS.get(word)
        if infinitive is None:
            if word == "werken" and words[max(0, i - 2) : i] in (("mee", "te"), ("mede", "te")):
                yield i, i, "meewerken"
            continue
        if asked and i and words[i - 1] == "te":
            yield i, i, infinitive
            continue
        if (
            i
            and word.endswith("en")
            and word not in _ALWAYS
            and (words[i - 1] in clauses.PREPOSITIONS or words[i - 1] in clauses.DETERMINERS)
        ):
            continue
        if word in _ALWAYS:
            if not _by_authority(facts, i):
                yield i, i, infinitive
            continue
        if _wrong_information(words, i) or (word in ("voldoet", "voldaan") and not _PAYMENT.search(facts.text)):
            continue
        first, last = _clause_of(facts, i)
        role = role_in(facts, first, last, i)
        if role == "burger":
            yield i, i, infinitive
    match = _REQUEST.search(facts.text)
    if match is not None and not (_REQUEST_LATER & facts.vocabulary and " op de " in match.group(0)):
        i = facts.text.count(" ", 0, match.end()) - 1
        if 0 <= i < len(words):
            yield i, i, "aanvragen" if words[i].startswith("aanvra") else "verzoeken"


def _wrong_information(words: tuple[str, ...], i: int) -> bool:
    """«onjuiste gegevens heeft verstrekt»: what went wrong elsewhere, nothing that is asked here."""
    near = words[max(0, i - 8) : i + 4]
    return bool({"onjuiste", "onvolledige", "onjuist", "onvolledig"} & set(near)) or ("nagekomen" in near and "verplichtingen" in near)


def _by_authority(facts: Facts, i: int) -> bool:
    first, last = _clause_of(facts, i)
    words = facts.words
    for actor in reading.actors_in(facts, first, last):
        if actor.rol == "overheid":
            j = actor.first - 1
            while j >= 0 and (words[j] in clauses.DETERMINERS or (words[j].endswith("e") and len(words[j]) > 3)):
                j -= 1
            if j >= 0 and words[j] == "door":
                return True
            if not reading.is_object(facts, actor) and not any(
                a.rol == "burger" and not reading.is_object(facts, a) for a in reading.actors_in(facts, first, last)
            ):
                return words[i] not in ("ingediend",)
    return False


def _clause_of(facts: Facts, i: int) -> tuple[int, int]:
    """Token range of the innermost clause around a token."""
    inner = [s for s in facts.parse.subs if s[0] <= i <= s[1]]
    if inner:
        first, last, _ = max(inner, key=lambda s: (s[0], -s[1]))
        return first, last
    for clause in facts.parse.mains:
        if clause.first <= i <= clause.last:
            return clause.first, clause.last
    return 0, len(facts.words) - 1


def role_in(facts: Facts, first: int, last: int, near: int) -> Rol:
    """Who acts in a clause: its subject, the actor after «door», or the antecedent of its relative pronoun."""
    depth = facts.parse.depth
    level = depth[near]
    if facts.words[first + 1 : first + 2] in (("hij",), ("zij",)):
        # «tenzij hij de Dienst niet binnen ... in kennis heeft gesteld»: the pronoun is the subject
        before = [a for a in facts.actors if a.last < first]
        return before[-1].rol if before else facts.previous[0] if facts.previous else "burger"
    agents = []
    for actor in reading.actors_in(facts, first, last):
        if depth[actor.first] > level:
            continue
        j = actor.first - 1
        while j >= first and (facts.words[j] in clauses.DETERMINERS or (facts.words[j].endswith("e") and len(facts.words[j]) > 3)):
            j -= 1
        if j >= first and facts.words[j] == "door" and "of" not in facts.words[max(first, j - 1) : j]:
            return actor.rol
        if not reading.is_object(facts, actor):
            agents.append(actor)
    if agents:
        return agents[0].rol
    opener = facts.words[first]
    if opener in ("die", "wie") and first > 0:
        before = [a for a in facts.actors if a.last < first and first - a.last < 15]
        if before:
            return before[-1].rol
    for j in range(first, min(last + 1, first + 8)):
        if facts.words[j] in ("hij", "zij", "hun", "deze") and facts.words[j] != "hun":
            before = [a for a in facts.actors if a.last < j]
            return before[-1].rol if before else facts.previous[0] if facts.previous else "burger"
    return "onbekend"


def acts_in(facts: Facts, tokens: Sequence[int]) -> bool:
    """Whether some tokens have a verb of doing; being or becoming something within a time is no act."""
    lex = lexicon()
    for j in tokens:
        word = facts.words[j]
        for table in (lex.final, lex.participle, lex.infinitive):
            verbs = table.get(word)
            if verbs and verbs[0].klas == "handeling":
                return True
    return False

"""Who is named in a sentence, and in which role."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.lexicon import words as words_of
from doenvermogentoets.norms.model import Rol
from doenvermogentoets.wordlists import REMEMBERED

if TYPE_CHECKING:
    from doenvermogentoets.norms.definitions import Definition


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention: tokens ``first`` up to and including ``last``.

    ``bekend``: the role is sure, from a list or a definition; not from a suffix, and not of an institution that is an
    authority in one provision and a citizen in the next.
    ``vast``: the definition of the word says who it is, and not only what he is by law.
    """

    first: int
    last: int
    rol: Rol
    particulier: bool
    bekend: bool = True
    vast: bool = True


@dataclass(frozen=True, slots=True)
class _Names:
    phrases: dict[str, list[tuple[tuple[str, ...], Rol, bool]]]
    suffixes: tuple[tuple[str, Rol, bool], ...]
    heads: dict[str, tuple[Rol, bool]]
    between: frozenset[str]


@lru_cache(maxsize=1)
def _names() -> _Names:
    data = load("actors")
    phrases: dict[str, list[tuple[tuple[str, ...], Rol, bool]]] = {}

    def add(phrase: str, rol: Rol, particulier: bool) -> None:
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append((words, rol, particulier))

    for phrase in data["overheid"]["frasen"]:
        add(phrase, "overheid", False)
    for phrase in data["burger"]["particulier"]:
        add(phrase, "burger", True)
    for phrase in data["burger"]["onderneming"]:
        add(phrase, "burger", False)
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    suffixes: list[tuple[str, Rol, bool]] = [(s, "overheid", False) for s in data["overheid"]["uitgangen"]]
    suffixes += [(s, "burger", True) for s in data["burger"]["uitgangen_particulier"]]
    suffixes += [(s, "burger", False) for s in data["burger"]["uitgangen_onderneming"]]
    heads: dict[str, tuple[Rol, bool]] = {}
    loose = frozenset(data["samenstelling"]["niet"])
    for entries in phrases.values():
        for words, rol, particulier in entries:
            if len(words) == 1 and len(words[0]) >= _HEAD and words[0] not in loose:
                heads[words[0]] = rol, particulier
    return _Names(phrases, tuple(suffixes), heads, frozenset(data["tussenin"]["woorden"]))


_HEAD = 7  # letters; a shorter word at the end of another is often part of a different word
_PREFIX = 3


@lru_cache(maxsize=REMEMBERED)
def role_of_word(word: str) -> tuple[Rol, bool] | None:
    """Role and whether a natural person, from the ending of one word («uitkeringsgerechtigde»)."""
    if len(word) < 7:
        return None
    if word.startswith("belastingdienst/"):
        return "overheid", False
    for suffix, rol, particulier in _names().suffixes:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            return rol, particulier
    heads = _names().heads
    for start in range(_PREFIX, len(word) - _HEAD + 1):
        if word[start:] in heads:
            return heads[word[start:]]  # «subsidieaanvrager», «schooldirecteur»: a compound is what its head is
    return None


@lru_cache(maxsize=REMEMBERED)
def _may_start(word: str) -> bool:
    """Whether an actor from the lists can start with this word; most words name nobody."""
    return word in _names().phrases or role_of_word(word) is not None


@lru_cache(maxsize=REMEMBERED)
def role_of_name(word: str) -> Rol | None:
    """Role of a word that names somebody on its own."""
    for phrase, rol, _ in _names().phrases.get(word, ()):
        if len(phrase) == 1:
            return rol
    by_ending = role_of_word(word)
    return by_ending[0] if by_ending else None


def listed(words: Sequence[str]) -> bool:
    """Whether a mention is a phrase of the lists, as it stands."""
    return any(tuple(words) == phrase for phrase, _, _ in _names().phrases.get(words[0], ()))


def role_of_phrase(words: Sequence[str]) -> tuple[Rol, bool] | None:
    """Role of the first actor named in a phrase."""
    for i, word in enumerate(words):
        for phrase, rol, particulier in _names().phrases.get(word, ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                return rol, particulier
        by_ending = role_of_word(word)
        if by_ending:
            return by_ending
    return None


_FISCAL = ("belastingdienst", "belastingschuldige", "invordering", "inspecteur", "invorderingswet", "belastingaanslag")
_RECEIVES = re.compile(r"\bontvangers? van (?:de|het|een|die|deze) (?!rijksbelasting|belasting|inspectie)\w+")


@lru_cache(maxsize=8)
def homonyms(content: str) -> Mapping[str, Rol]:
    """Roles of words that differ per law: the «ontvanger» of tax law collects, any other receives."""
    lowered = content.lower()
    collects = any(word in lowered for word in _FISCAL) and not _RECEIVES.search(lowered)
    roles: dict[str, Rol] = dict.fromkeys(("ontvanger", "ontvangers"), "overheid" if collects else "burger")
    if sum(lowered.count(word) for word in _STAFF_WORDS) > max(5, lowered.count("artikel ") // 3):
        roles |= dict.fromkeys(("ambtenaar", "ambtenaren"), "burger")  # in staff regulations they are who the rules are about
    return roles


# Who asks for and gets a grant, in a law whose grants go to authorities.
RECEIVERS = ("aanvrager", "ontvanger", "subsidieontvanger", "subsidie-ontvanger", "subsidieaanvrager", "uitkeringsontvanger")
PUBLIC_RECEIVERS: Mapping[str, Rol] = dict.fromkeys((*RECEIVERS, *(word + "s" for word in RECEIVERS)), "overheid")
_STAFF_WORDS = ("bezoldiging", "salaris", "wachtgeld", "rechtspositie", "de rang")


def find(words: Sequence[str], definitions: Mapping[str, Definition], roles: Mapping[str, Rol] | None = None) -> list[Actor]:
    """All actors named in a sentence, in order, not overlapping; a defined term has the role of its definition.

    Args:
        words: the lower-cased words.
        definitions: the defined terms of the document.
        roles: roles of single words in this document, see :func:`homonyms`.
    """
    phrases, between = _names().phrases, _names().between
    by_first = _defined(definitions)
    out: list[Actor] = []
    i, n = 0, len(words)
    while i < n:
        word = words[i]
        if word not in by_first and not _may_start(word):
            i += 1
            continue
        found: Actor | None = None
        for term, rol, particulier, settled in by_first.get(word, ()):
            if tuple(words[i : i + len(term)]) == term:
                found = Actor(i, i + len(term) - 1, rol, particulier, vast=settled)
                break
        for phrase, rol, particulier in phrases.get(word, ()):
            if found is not None and len(phrase) <= found.last - i + 1:
                break
            if len(phrase) == 1 or tuple(words[i : i + len(phrase)]) == phrase:
                found = Actor(i, i + len(phrase) - 1, rol, particulier)
                break
        if roles and word in roles and found is not None and found.first == found.last:
            found = Actor(i, i, roles[word], False)
        if found is None:
            by_ending = role_of_word(word)
            if by_ending:
                found = Actor(i, i, roles.get(word, by_ending[0]) if roles else by_ending[0], by_ending[1], False)
        if found is not None and word in OFFICE_HOLDERS and of_authority(words, found.last + 1):
            found = Actor(found.first, found.last, "overheid", False)
        if found is None:
            i += 1
        else:
            if found.rol == "overheid" and out and out[-1].last == found.first - 1 and words[out[-1].last] == "stichting":
                found = Actor(out.pop().first, found.last, "overheid", False)  # «de Stichting Autoriteit Financiële Markten»
            out.append(replace(found, bekend=False) if words[found.last] in between or words[found.last].endswith(_OFFICES) else found)
            i = found.last + 1
    return out


_SERVICES = (
    "veiligheidsdienst",
    "inlichtingendienst",
    "rijksdienst",
    "opsporingsdienst",
    "inspectie",
    "recherche",
    "marechaussee",
    "politie",
)
_NAME = 8  # words: «van de Algemene Inlichtingen- en Veiligheidsdienst»
# An office or a function: an authority in one text, an enterprise or one of its people in the next.
_OFFICES = tuple(words_of("rollen", "functies"))
OFFICE_HOLDERS = words_of("rollen", "ambtsdragers")
_TEAMS = words_of("rollen", "diensten")
_UNITS = ("afdeling", "directie", "dienst", "inspectie", "departement", "ministerie", "onderdeel", "archiefbewaarplaats")


def of_authority(words: Sequence[str], at: int) -> bool:
    """«een medewerker van het sociaal team», «het hoofd van de afdeling»: who works for an authority acts for it.

    Args:
        words: the lower-cased words.
        at: the index of the word behind the noun for him.
    """
    if at < len(words) and words[at].endswith(_UNITS) and len(words[at]) > 6:
        return True  # «het hoofd defensieonderdeel»
    if at >= len(words) or words[at] not in ("van", "bij", "der"):
        return False
    whose = words[at + 1 : at + 5]
    if any(word.endswith(_SERVICES) for word in words[at + 1 : at + _NAME]):
        return True  # «het hoofd van de Algemene Inlichtingen- en Veiligheidsdienst»
    end = next((j for j, w in enumerate(whose) if not w[:1].isalpha() or w in ("die", "dat", "of", "en", "in", "voor")), len(whose))
    whose = whose[:end]
    role = role_of_phrase(whose)
    if role is not None and role[0] == "burger":
        return False
    return role is not None or any(w in _TEAMS or (w.endswith(_UNITS) and len(w) > 6) for w in whose)


_CACHE: dict[int, tuple[Mapping[str, Definition], dict[str, list[tuple[tuple[str, ...], Rol, bool, bool]]]]] = {}


def _defined(definitions: Mapping[str, Definition]) -> dict[str, list[tuple[tuple[str, ...], Rol, bool, bool]]]:
    """Defined terms with a role, by first word; kept for the last document only."""
    key = id(definitions)
    kept = _CACHE.get(key)
    if kept is not None and kept[0] is definitions:
        return kept[1]
    table: dict[str, list[tuple[tuple[str, ...], Rol, bool, bool]]] = {}
    for term, definition in definitions.items():
        if definition.rol != "onbekend":
            words = tuple(term.split())
            if words:
                table.setdefault(words[0], []).append((words, definition.rol, definition.particulier, definition.settles))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    _CACHE.clear()
    _CACHE[key] = (definitions, table)
    return table

"""The authorities that a sentence names and what they do in it, under one name per authority of the bill.

«Onze Minister», «de Minister van Sociale Zaken en Werkgelegenheid» and «de staatssecretaris» are one; «de gemeente» may be any organ of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from doenvermogentoets.norms.actors import find
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Analysis, Provision
    from doenvermogentoets.norms.definitions import Definition

Rol = Literal["doet", "krijgt", "noemt", "anders"]  # «noemt»: only to say which thing is meant («een door Onze Minister erkend diploma»)
_WORD = re.compile(r"[^\W\d_]+(?:[-/'’][^\W\d_]+)*|[.,;:()]")
_ARTICLE = frozenset({"de", "het", "een", "onze", "deze", "dit", "die", "dat", "genoemde", "voornoemde"})
_SINGULAR = {
    "colleges": "college",
    "ministers": "minister",
    "gemeenten": "gemeente",
    "inspecteurs": "inspecteur",
    "commissies": "commissie",
    "burgemeesters": "burgemeester",
    "toezichthouders": "toezichthouder",
    "bestuursorganen": "bestuursorgaan",
}
# Whoever is meant by the one may be meant by the other.
_SAME: tuple[tuple[str, frozenset[str]], ...] = (
    ("minister", frozenset({"minister", "ministers", "staatssecretaris", "ministerie", "rijk", "staat", "rijksoverheid"})),
    ("college", frozenset({"college", "burgemeester en wethouders", "wethouder"})),
    ("raad", frozenset({"raad", "gemeenteraad"})),
    ("gedeputeerde staten", frozenset({"gedeputeerde staten", "provinciebestuur"})),
    ("rechter", frozenset({"rechter", "rechtbank", "bestuursrechter", "kantonrechter", "gerecht", "gerechtshof", "belastingrechter"})),
    ("uwv", frozenset({"uwv", "uitvoeringsinstituut werknemersverzekeringen"})),
    ("svb", frozenset({"svb", "sociale verzekeringsbank", "bank"})),
    ("inspectie", frozenset({"inspectie", "inspecteur-generaal"})),
)
# A body, and the organs that may be meant by its name.
_BODY: Mapping[str, frozenset[str]] = {
    "gemeente": frozenset(
        {"college", "raad", "burgemeester", "heffingsambtenaar", "invorderingsambtenaar", "commissie", "gemeentebestuur", "bevoegd gezag"}
    ),
    "omgevingsdienst": frozenset({"bevoegd gezag", "college", "gedeputeerde staten"}),
    "gemeentebestuur": frozenset({"college", "raad", "burgemeester"}),
    "provincie": frozenset({"gedeputeerde staten", "provinciale staten"}),
    "belastingdienst": frozenset({"inspecteur", "ontvanger", "dienst toeslagen", "minister"}),
    "bevoegd gezag": frozenset({"college", "gedeputeerde staten", "minister", "burgemeester"}),
    "bestuursorgaan": frozenset({"college", "gedeputeerde staten", "minister", "burgemeester", "commissie"}),
    "toezichthouder": frozenset({"inspectie", "ambtenaar", "minister"}),
    "dienst": frozenset({"minister", "inspecteur", "belastingdienst", "dienst toeslagen"}),
    "overheid": frozenset({"minister", "college", "gemeente"}),
    "waterschap": frozenset({"dagelijks bestuur", "algemeen bestuur"}),
}
_OUR = re.compile(r"\bminister\b|\bstaatssecretaris\b")
_ABROAD = frozenset({"lidstaat", "lidstaten", "europese", "staten-generaal", "kamer", "regering", "kabinet"})
_BARE = frozenset({"burgemeester", "gedeputeerde", "gemeenten", "ministers", "toezichthouders", "inspecteurs", "colleges"})
_TO = frozenset({"aan", "bij"})
_GETS = frozenset({"krijgt", "krijgen", "ontvangt", "ontvangen"})  # «krijgt van het college een boete»
_RESTS = frozenset({"ligt", "berust", "belegd", "opgedragen", "neergelegd"})  # «de bevoegdheid ligt bij het college»
_BY = frozenset({"door"})
_PARTICIPLE = re.compile(r"(?:ge|er|be|ver|aan|vast|toe|op|af|in|uit)\w+(?:d|t|en|de|te)$")
_ENDS = frozenset({"wordt", "worden", "is", "zijn", "werd", "werden", ".", ",", ";", "en", "of", "indien", "als", "kan", "kunnen"})
_FREE = frozenset({"van", "met", "voor", "tussen", "over", "namens", "tegen", "op", "in", "uit", "vanuit", "via"})


@dataclass(frozen=True, slots=True)
class Orgaan:
    """An authority in a sentence: its name in one form, the words, and whether it acts or receives."""

    naam: str
    span: Span
    woorden: str
    rol: Rol


class Organen:
    """The authorities of a bill."""

    def __init__(self, bill: Analysis) -> None:
        self._bill = bill

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        """«commissie» for «Registratiecommissie zwemonderwijs»: a defined term and the name it stands for are one."""
        out: dict[str, str] = {}
        for term, definition in self._bill.definitions.items():
            if definition.rol != "overheid":
                continue
            own = _plain(term)
            known = _plain(re.split(r"[,;(]| als bedoeld| bedoeld| genoemd| van de gemeente", definition.text)[0].strip())
            usual = _usual(known)
            if usual != known or known in _NAMES:
                out[own] = usual  # «bestuursorgaan: het college»
            else:
                out[known] = own
        return out

    def naam(self, words: str) -> str:
        """One name for an authority, however it is called."""
        plain = _plain(words)
        plain = self._aliases.get(plain, plain)
        return _usual(plain)

    def van(self, text: str, base: int = 0) -> Sequence[Orgaan]:
        """The authorities that a text names, in order; ``base`` is the offset of its first character in the document."""
        matches = list(_WORD.finditer(text))
        words = [m.group(0).lower() for m in matches]
        definitions: Mapping[str, Definition] = self._bill.definitions
        out = []
        for actor in find(words, definitions):
            if actor.rol != "overheid" or words[actor.first] in _ABROAD:
                continue
            first, last = actor.first, actor.last
            if words[first] == "minister" and last + 2 < len(words) and words[last + 1] == "van":
                last = _end_of_name([m.group(0) for m in matches], last + 2)
            span = Span(base + matches[first].start(), base + matches[last].end())
            named = text[matches[first].start() : matches[last].end()]
            if not _introduced(words, first, matches[first].group(0)):
                continue  # «op de weigering staat een boete», «Besluit verhuiskosten politie»
            out.append(Orgaan(self.naam(named), span, named, _rol(words, first, last)))
        return out

    @cached_property
    def per_bepaling(self) -> Mapping[Provision, Sequence[Orgaan]]:
        """The authorities in each provision of the bill."""
        text = self._bill.document.text
        return {p: self.van(text[p.span], p.span.start) for p in self._bill.provisions}

    @cached_property
    def bekend(self) -> frozenset[str]:
        """The authorities that the bill names anywhere."""
        return frozenset(o.naam for found in self.per_bepaling.values() for o in found)


_NAMES = frozenset(name for name, _ in _SAME)


def _usual(plain: str) -> str:
    if _OUR.search(plain):
        return "minister"
    return next((name for name, found in _SAME if plain in found), plain)


def kan_zelfde_zijn(one: str, other: str) -> bool:
    """Whether both names may stand for one authority."""
    if one == other or one in other.split() or other in one.split() or one.endswith(other) or other.endswith(one):
        return True
    return other in _BODY.get(one, ()) or one in _BODY.get(other, ())


def _plain(words: str) -> str:
    plain = " ".join(w for w in words.lower().split() if w not in _ARTICLE)
    plain = re.sub(r"^college van burgemeester en wethouders\b.*", "college", plain)
    return _SINGULAR.get(plain, plain)


def _introduced(words: Sequence[str], first: int, written: str) -> bool:
    """A name with its article, a proper name, or one that needs none."""
    if words[first] == "staat":
        return first > 0 and words[first - 1] == "de"
    if words[first] in _BARE or written[0].isupper() or not first:
        return True
    return words[first] in _ARTICLE or words[first - 1] in _ARTICLE or (first > 1 and words[first - 2] in _ARTICLE)


def _end_of_name(words: Sequence[str], at: int) -> int:
    """The last word of «Sociale Zaken en Werkgelegenheid», which begins at a word."""
    last = at - 1
    for i in range(at, len(words)):
        if words[i][0].isupper():
            last = i
        elif words[i] not in ("en", "voor", ","):
            break
    return last


def _rol(words: Sequence[str], first: int, last: int) -> Rol:
    before = [w for w in words[max(0, first - 3) : first] if w not in _ARTICLE]
    word = before[-1] if before else ""
    if word in _TO:
        return "doet" if not _RESTS.isdisjoint(words[:first]) else "krijgt"
    if word in _BY:
        after = words[last + 1 : last + 3]
        return "noemt" if len(after) == 2 and _PARTICIPLE.match(after[0]) and after[1] not in _ENDS else "doet"
    if word == "van" and not _GETS.isdisjoint(words[:first]):
        return "doet"
    return "anders" if word in _FREE else "doet"

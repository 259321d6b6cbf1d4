"""Begripsbepalingen: the terms a document defines and the role of what they stand for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from doenvermogentoets.document import Document, Unit
from doenvermogentoets.norms import actors
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.model import Rol
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.language.model import Passage

_CUE = re.compile(
    r"(?:verstaan\s+onder|wordt\s+onder|onder|bedoeld\s+met)\b[^:\n]{0,200}:|wordt(?:\s+in\s[^:\n]{0,200})?\s+verstaan\b[^:\n]{0,200}:",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?m)^[ \t]*(?:(?:[a-z]{1,2}|[0-9]{1,3}|[ivx]{1,5})(?:°|º)?(?:[.)][ \t]*|[ \t]+)|[–—•-][ \t]*)?"
    r"(?:een[ \t]+|het[ \t]+|de[ \t]+)?[«“\"']?([^\W\d_][^:;\n]{1,80}?)[»”\"']?[ \t]*:[ \t]*([^\n]+)"
)
_INLINE = re.compile(r"verstaan\s+onder\s+(?:een\s+|het\s+|de\s+)?[«“\"']?([^\W\d_][^:;,\n]{1,60}?)[»”\"']?\s*:\s*([^\n]+)", re.IGNORECASE)
# A few blanks and no more: each of the 120 lengths of what stands before would read a long run of them anew.
_HIERNA = re.compile(
    r"([^\n.;]{3,120}?)[,(]?\s{0,8}hierna(?:\s+te\s+noemen|\s+aan\s+te\s+duiden\s+als)?:?\s+(?:de\s+|het\s+)?[«“\"']?([^\W\d_][^,;.)\n»”\"']{1,40})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term: the term in lower case, what it stands for, and who that is."""

    term: str
    text: str
    span: Span
    unit: Unit
    rol: Rol = "onbekend"
    particulier: bool = True

    @property
    def settles(self) -> bool:
        """Whether the definition settles the role: not when it says no more than a legal form («NIWO: de Stichting Nationale ...»)."""
        opening = [word.strip(".,;:()«»") for word in self.text.lower().split()[:_OPENING_WORDS]]
        return not any(map(generic, opening))


def collect(document: Document, analysed: Sequence[tuple[Unit, Passage]]) -> dict[str, Definition]:
    """The definitions in a document, by term in lower case; the first definition of a term counts."""
    content = document.text.content
    out: dict[str, Definition] = {}
    for unit, passage in analysed:
        text = content[passage.span.start : passage.span.end]
        lowered = text.lower()
        if "verstaan" in lowered or "begripsbepaling" in unit.heading.lower():
            cue = _CUE.search(text)
            if cue or "verstaan" not in lowered:
                for match in _ENTRY.finditer(text, cue.end() if cue else 0):
                    _add(out, match.group(1), match.group(2), passage.span.start, match, unit)
            for match in _INLINE.finditer(text):
                _add(out, match.group(1), match.group(2), passage.span.start, match, unit)
        if "hierna" in lowered:
            for match in _HIERNA.finditer(text):
                _add(out, match.group(2), match.group(1), passage.span.start, match, unit)
    _persons_among(out)
    return out


def _persons_among(out: dict[str, Definition]) -> None:
    """«houder: landbouwer of hobbyhouder» stands for persons too when «hobbyhouder» is defined as a natural person."""
    natural = {term for term, d in out.items() if "natuurlijke persoon" in d.text.lower()}
    for term, definition in out.items():
        if definition.rol != "burger" or definition.particulier or not natural:
            continue
        opening = [word.strip(".,;:()«»") for word in definition.text.lower().split(",")[0].split()[:8]]
        head = itertools.takewhile(lambda word: word not in _STOP, opening)  # «onderneming die aan de gebruiker levert» is no person
        if not natural.isdisjoint(head):
            out[term] = replace(definition, particulier=True)


def _add(out: dict[str, Definition], term: str, text: str, base: int, match: re.Match[str], unit: Unit) -> None:
    term = " ".join(term.lower().split()).strip(" ,«»“”\"'")
    if not term or len(term.split()) > 6:
        return
    words = [w.strip(".,;:()«»\"'") for w in text.lower().split()]
    rol: Rol = "onbekend"
    particulier = True
    own = actors.role_of_phrase(term.split())
    # The head of the definition stands early: «instelling: het bestuursorgaan dat ...»; later actors are not what it is.
    role = _head_role(words) or (("overheid", False) if _BOARD.match(" ".join(words)) else None)
    if own and own[0] == "overheid" and any(map(generic, words[:3])):
        # «Wlz-uitvoerder: rechtspersoon die ...»: what it does weighs more than its legal form
        rol, particulier = own
    elif role:
        rol, particulier = role
        if rol == "burger" and any(actors.of_authority(words, j + 1) for j, w in enumerate(words[:4]) if w in actors.OFFICE_HOLDERS):
            rol, particulier = "overheid", False  # «beheerder: het hoofd van de afdeling Financiën»
    elif own:
        rol, particulier = own
    if rol == "burger" and not particulier and _ONLY_A_PERSON.match(" ".join(words)) is not None:
        particulier = True
    span = Span(base + match.start(1), base + match.end())
    out.setdefault(term, Definition(term, text.strip(), span, unit, rol, particulier))


# «betrokkene: houder van een rijbewijs bij wie een aandoening is vastgesteld»: a firm holds no driving licence and is not ill
_ONLY_A_PERSON = re.compile(
    r"(?:de |een )?houder van (?:een |het |zijn )?(?:[\w-]+ ){0,2}?"
    r"(?:\w*rijbewijs|paspoort|reisdocument|identiteitskaart|verblijfsvergunning)\b"
    r"|(?:de |een )?\w+ (?:[\w-]+ ){0,6}?bij wie (?:[\w-]+ ){0,5}?\w*(?:aandoening|ziekte|beperking|handicap|diagnose|stoornis)\b"
)


# «aanvrager: het bestuur van een gemeente, een provincie of een waterschap»
_BOARD = re.compile(
    r"(?:het |de )?(?:dagelijks )?(?:bestuur|besturen) van (?:een |de |het )?(?:gemeente|provincie|waterschap|openbaar lichaam|regio)"
)
_GENERIC = words("definitions", "rechtsvorm")
_OPENING_WORDS = 4
_GENERIC_ENDINGS = ("instelling", "organisatie", "rechtspersoon", "vennootschap")


def generic(word: str) -> bool:
    """Whether a word says only what somebody is by law, and nothing of what he does: «stichting», «reclasseringsinstelling»."""
    return word in _GENERIC or word.endswith(_GENERIC_ENDINGS)


_STOP = words("definitions", "stop")


def _head_role(words: Sequence[str]) -> tuple[Rol, bool] | None:
    """Role of the head of the defining phrase: the words before the first preposition or relative pronoun."""
    end = 0
    for i, word in enumerate(words[:12]):
        if word in _STOP and i > 0:
            break
        end = i + 1
    # phrases that contain a preposition: «college van burgemeester en wethouders», «commissaris van de Koning»
    for size in (6, end):
        head = words[:size]
        found = actors.role_of_phrase(head[:end] if size == end else head) if size == end else _leading_phrase(head)
        if found:
            return found
    return None


def _leading_phrase(words: Sequence[str]) -> tuple[Rol, bool] | None:
    start = 0
    while start < len(words) and words[start] in ("de", "het", "een"):
        start += 1
    return actors.role_of_phrase(words[start:]) if start < len(words) and _starts_with_known(words[start:]) else None


def _starts_with_known(words: Sequence[str]) -> bool:
    role = actors.role_of_phrase(words[:1])
    return role is not None or words[0] in ("onze", "college", "commissaris", "officier", "burgemeester", "gedeputeerde")

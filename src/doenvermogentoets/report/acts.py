"""What somebody is asked to do, as a reader calls it: «de kosten dragen», not «komen» (``handelingen.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from doenvermogentoets import wordlists
from doenvermogentoets.analysis import Provision
from doenvermogentoets.norms.asked import WORDS
from doenvermogentoets.norms.model import Handeling, Norm, Soort
from doenvermogentoets.norms.verbs import lexicon
from doenvermogentoets.text import Span

GENERIC = "handelen"
"""What the norm table says when the text only says that something must be done in time."""
_COMPLETE = re.compile(r"\baan\s+te\s+vullen\b|\baan(?:ge)?vul(?:t|d|len)\b|\bvul(?:t|len)\b[^.;]*\baan\b", re.I)
"""What the norm table counts with «verstrekken», but a reader does not call so: something was handed in already."""
_NEAR = 24  # characters before an act in which «zonder» takes it back
_BEFORE = 160  # characters before an act in which the clause it stands in begins
_ASIDE = re.compile(
    r"(?:^|[\s,(])(?:nadat|zodra|voordat|omdat|doordat|waarop|waarin|waarmee|waardoor|waaruit|waaraan|waarvan|die|wie|dat)\s[^,;:]*$", re.I
)
"""Before an act that only tells which thing or moment is meant («nadat hij daarvan kennis heeft genomen»)."""
_OTHERS = re.compile(r"\bop (?:(?:een )?(?:verzoek|aanvraag) van|(?:zijn|haar|hun|diens) (?:verzoek|aanvraag))\b", re.I)
"""A request that another makes: «Op verzoek van de verzekerde meldt de verzekeraar hem af» asks the insurer to do one thing."""
_BESIDE = re.compile(r"\bbij (?:de|een|zijn|haar|hun|die|deze)\s+$", re.I)
"""Before an application that is made elsewhere: «legt bij de aanvraag over»."""
_REQUESTS = frozenset(("verzoeken", "aanvragen"))
_AUXILIARY = frozenset(
    ("overlijden", "voordoen", "blijven", "houden", "zijn", "hebben", "worden", "moeten", "dienen", "kunnen", "mogen", "hoeven", "behoeven")
)
"""«is gehouden te melden», «dient te bewaren»: the other verb says what."""
_BAN = ("zich aan het verbod", "een vergunning")
_IN_FORM = re.compile(
    r"\bte (?:zijn|worden) ([a-zë]+)\b|\b([a-zë]+(?:d|t|en)) te (?:zijn|worden)\b|\bmoet(?:en)?\b[^.;]* (?:zijn|worden) ([a-zë]+)\b"
)
"""«dienen door de houder te zijn ondertekend»: the participle says what."""
_IMPOSED = re.compile(
    r"\b(?:verplicht(?:en)?\b|verplichting(?:en)? op(?:leggen|gelegd)|gelast(?:en)?\b|opdra(?:gen|agt)\b"
    r"|beve(?:elt|len)\b|vorder(?:t|en)\b|verlang(?:t|en)\b)",
    re.I,
)


@cache
def _joined() -> Mapping[str, Sequence[tuple[re.Pattern[str], str]]]:
    table = wordlists.load("doenvermogentoets.report", "handelingen")["verbindingen"]
    return {verb: [(re.compile(words), name) for words, name in rows] for verb, rows in table.items()}


@cache
def _names() -> Mapping[str, str]:
    names: Mapping[str, str] = wordlists.load("doenvermogentoets.report", "handelingen")["namen"]
    return names


@cache
def _in_time() -> Sequence[tuple[re.Pattern[str], str]]:
    rows = wordlists.load("doenvermogentoets.report", "handelingen")["op_tijd"]["patronen"]
    return [(re.compile(words), name) for words, name in rows]


def called(verb: str, words: str) -> str:
    """What a verb is called with the words of its sentence (lower case): «nemen» with «maatregelen» is «maatregelen nemen»."""
    name = next((name for pattern, name in _joined().get(verb, ()) if pattern.search(words)), verb)
    return _names().get(name, name)


def acts(provision: Provision, norm: Norm, *, other: bool = False) -> tuple[str, ...]:
    """What is asked, as infinitives. Empty when the text says no more than that something must be done in time.

    An act is left out when the sentence asks another and this one only stands in a condition («indien hij de rekening niet kan
    betalen»), in a clause that tells which thing or moment is meant, or is a request of somebody else.

    Args:
        other: whoever must act is not the one at whose request it is done.
    """
    content = provision.document.text.content
    small = content[norm.span.start : norm.span.end].lower()
    named = [
        h
        for h in norm.handelingen
        if h.soort != GENERIC and "zonder" not in content[max(norm.span.start, h.span.start - _NEAR) : h.span.start]
    ]
    asked = named
    for idle in (
        [h for h in named if any(v.start <= h.span.start < v.end for v in norm.voorwaarden)],
        [h for h in named if _aside(content, norm.span, h)],
        [h for h in named if h.soort in _REQUESTS and _of_another(content, norm.span, h, other=other)],
        [h for h in named if h.soort in _AUXILIARY],
    ):
        asked = [h for h in asked if h not in idle] or asked
    if asked and all(h.soort in _AUXILIARY or _aside(content, norm.span, h) for h in asked):
        form = next((found for m in reversed([*_IN_FORM.finditer(small)]) if (found := _infinitive(m[1] or m[2] or m[3]))), "")
        if form:
            return (form,)
    names = dict.fromkeys(
        "aanvullen" if _completes(content, norm.span, h) else called(_own_verb(content[h.span.start : h.span.end], h.soort), small)
        for h in asked
    )
    if norm.soort is Soort.VERBOD and any(h.span.overlaps(span) for h in asked for span in norm.werkwoord_spans):
        names = dict.fromkeys(name if name.startswith(_BAN) else f"niet {name}" for name in names)
    return tuple(names) or _timely(norm, small)


_WEAK = re.compile(r"^(?!ge)\w+(?:er|en|el)d$")


def _infinitive(participle: str) -> str:
    """«ingediend» → «indienen», and «ondertekend», that no list has, → «ondertekenen»; empty for what is no participle."""
    verbs = lexicon().participle.get(participle, ())
    if verbs:
        return verbs[0].infinitive
    return f"{participle[:-1]}en" if _WEAK.match(participle) else ""


_SAME = frozenset(("voldoen", "vragen", "tonen"))
"""Verbs that say less than the name of their group («voldaan» for betalen, «toont … aan» for aantonen)."""


def _own_verb(word: str, group: str) -> str:
    """The verb of the text where the norm table counts it with others: «opgeeft» stands under «melden», and is «opgeven»."""
    small = word.lower()
    if WORDS.get(small) != group:
        return group
    lex = lexicon()
    found = [verb.infinitive for table in (lex.final, lex.participle, lex.infinitive) for verb in table.get(small, ())]
    return next((verb for verb in found if verb not in _SAME), group)


def _completes(content: str, span: Span, act: Handeling) -> bool:
    return _COMPLETE.search(content, max(span.start, act.span.start - len("aan te ")), act.span.end) is not None


def _aside(content: str, span: Span, act: Handeling) -> bool:
    return _ASIDE.search(content[max(span.start, act.span.start - _BEFORE) : act.span.start]) is not None


def _of_another(content: str, span: Span, act: Handeling, *, other: bool) -> bool:
    before = content[max(span.start, act.span.start - _NEAR) : act.span.start]
    after = content[act.span.start : act.span.end + _NEAR]
    return _BESIDE.search(before) is not None or (other and _OTHERS.search(before[-4:] + after) is not None)


def _timely(norm: Norm, words: str) -> tuple[str, ...]:
    """What must be in time, by the words around the limit."""
    if not any(t.voor == "burger" for t in norm.termijnen):
        return ()
    return tuple(f"op tijd {name}" for pattern, name in _in_time() if pattern.search(words))[:1]


def imposed(provision: Provision, norm: Norm) -> bool:
    """Whether it must be done once an authority says so: «kan een overtreder verplichten maatregelen te treffen»."""
    decides = norm.soort is Soort.BEVOEGDHEID and norm.adressaat is not None and norm.adressaat.rol == "overheid"
    return decides and _IMPOSED.search(provision.document.text[norm.span]) is not None

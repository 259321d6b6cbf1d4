"""How a text says by when: within, after, before, at an hour, in a part of a year, on the day itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from doenvermogentoets.document import Document
from doenvermogentoets.months import MONTHS
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import Phrases, table
from doenvermogentoets_checks.termijnen.wiens import PACKAGE

FILE = "ruimer.toml"
_NUMBERS = "|".join(sorted((re.escape(n) for n in load("terms")["getallen"]), key=len, reverse=True)) + r"|\d{1,3}"
_UNITS = "|".join(sorted(load("terms")["eenheden"], key=len, reverse=True))
_MONTHS = "|".join(MONTHS)
_SPAN = rf"(?:{_NUMBERS})\s+(?:{_UNITS})"


_WITHIN = Search(
    r"\b(?:(?:uiterlijk\s+)?binnen|uiterlijk|niet later dan|later dan|ten laatste)\s+"
    rf"(?:(?:een|de)\s+termijn\s+van\s+|ten hoogste\s+|telkens\s+)?{_SPAN}(?!\w)",
)
# «maakt het bedrag over voordat twee weken … zijn verlopen»
_BEFORE_END = Search(rf"\b(?:voordat|alvorens)\s+{_SPAN}\b[^.;:]{{0,70}}?\b(?:verstreken|verlopen|voorbij)\b")
# «heeft de ouder twee weken om te reageren», «krijgt hij tien dagen de tijd»
_GIVEN = Search(
    rf"(?<=\s){_SPAN}(?:\s+de\s+tijd)?\s+om\s+(?:[^\s.;:]+\s+){{0,12}}?(?:(?:aan|in|over|op|door|terug)\s+)?te\s+\w+en\b"
    rf"|(?<=\s){_SPAN}\s+de\s+tijd\b"
)
# «vervalt wanneer gedurende drie maanden geen gebruik is gemaakt»
_UNUSED = Search(rf"\bgedurende\s+(?:een\s+(?:tijdvak|periode)\s+van\s+)?{_SPAN}(?=[^.;:]{{0,40}}\b(?:geen|niet)\b[^.;:]{{0,30}}\bgebruik)")
_AFTER = Search(
    rf"\b(?:nadat|zodra|na (?:verloop|ommekomst|het verstrijken|afloop) van|wanneer)\s+{_SPAN}"
    r"(?:\s+[^.;:]{0,70}?\b(?:verstreken|verlopen|voorbij|verloopt)\b)?",
)
_LATER = Search(rf"\b{_SPAN}\s+(?:na|nadat)(?!\w)")
_CLOCK = Search(
    rf"\b(?:uiterlijk|vóór|voor|niet later dan)\s+(?:om\s+)?(?:(?:half\s+)?(?:{_NUMBERS})(?:[.:]\d\d)?\s+uur\b"
    r"(?!\s+(?:na|nadat|voor|vóór|vooraf|van tevoren|per|zorg|hulp|onderwijs|arbeid)\b)"
    r"|(?:het middaguur|middernacht|de middag)\b)"
    r"(?:\s+(?:op|van)\s+(?:de|het)\s+(?:\w+\s+){0,3}\w*(?:dag|ochtend|avond|middag)\b(?:\s+van\s+(?:de|het)\s+\w+)?)?",
)
_PART = Search(
    rf"\b(?:in|binnen|gedurende|tijdens)\s+de\s+(?:eerste|laatste|tweede|derde)\s+(?:(?:{_NUMBERS})\s+)?(?:werkdagen|dagen|week|weken|maand|helft)\s+(?:van|vóór|voor|na)\s+"
    rf"(?:(?:de|het|elk|elke|ieder|iedere|een)\s+)?(?:maand\s+)?(?:(?:{_MONTHS})|(?:elk|elke|ieder|iedere)\s+\w+|\w*(?:jaar|kwartaal|maand|semester|seizoen))\b",
)
_DATE = Search(
    rf"\b(?:(?:telken)?jaarlijks\s+)?(?:vóór|voor|uiterlijk(?:\s+op)?|niet later dan)\s+(?:de\s+)?"
    rf"(?:(?:\d{{1,2}}|eerste|laatste|vijftiende)\s+(?:dag\s+van\s+)?(?:{_MONTHS})\b(?!\s+\d{{4}})"
    r"|(?:het einde|de aanvang|het begin|afloop|de afloop|aanvang|de laatste dag|(?<!dan )de eerste dag)\s+van\s+"
    r"(?:de|het|elk|elke|ieder|iedere)\s+(?:\w+\s+)?\w*(?:maand|week|kwartaal|jaar|seizoen|semester)\b)",
)
# «nog dezelfde dag», «uiterlijk op de eerstvolgende werkdag», «voor het einde van die dag», «binnen een etmaal»
_SAME_DAY = Search(
    r"\b(?:nog |reeds )?(?:op )?(?:dezelfde|diezelfde) (?:dag|ochtend|avond|middag)\b(?! (?:van|als|in|is|waarop))"
    r"|\b(?:uiterlijk|niet later dan|vóór|voor|op)\s+(?:(?:op|het einde van)\s+)?de\s+(?:eerst\s?volgende|daaropvolgende|daarop volgende"
    r"|volgende|eerste)\s+(?:dag|werkdag)\b(?! (?:van|na afloop|waarop))"
    r"|\b(?:uiterlijk|nog) de(?:zelfde)? (?:volgende )?(?:dag|werkdag|ochtend|avond)\b(?! (?:van|waarop))"
    r"|\bvoor het einde van (?:die|de|dezelfde) (?:dag|werkdag)\b(?! (?:van|waarop))|\bbinnen (?:een|één) etmaal\b"
)
# «acht weken voor het einde», «uiterlijk vier uur tevoren», «dertien weken voordat zij verstrijkt»
_BACK = Search(
    rf"\b(?:(?:uiterlijk|ten ?minste|minstens|minimaal|telkens)\s+)*{_SPAN}\s+"
    r"(?:(?:van\s+)?tevoren\b|vooraf\b(?! ?gaand)|voordat\s+[^\s.;:,]+(?:\s+(?!en\b|of\b)[^\s.;:,]+){1,6}"
    r"|(?:voorafgaande?\s+aan|vóór|voor)\s+(?:(?:de|het|een|die|deze|dat|zijn|haar|hun)\s+[^\s.;:,]+|afloop|aanvang|vertrek|ommekomst)\b)"
)
# «in de veertiende tot en met de zestiende week voorafgaand aan», «in de maand oktober», «tussen 1 en 31 maart», «van 1 tot en met 15 mei»
_ORDINAL = r"\w+(?:de|ste)"
_SEASON = Search(
    rf"\b(?:in|gedurende|binnen)\s+de\s+{_ORDINAL}\s+(?:tot en met|tot|en|of)\s+(?:de\s+)?{_ORDINAL}\s+(?:dag|week|maand)\s+"
    r"(?:voorafgaand aan|voor|vóór|na)\b"
    rf"|\bin\s+de\s+maand(?:en)?\s+(?:{_MONTHS})(?:\s+(?:en|of|tot en met)\s+(?:{_MONTHS}))?\b"
    r"(?!\s+(?:van (?:het|dat) (?:vorige|voorafgaande)|\d))"
    rf"|\btussen\s+(?:de\s+)?\d{{1,2}}(?:\s+(?:{_MONTHS}))?\s+en\s+\d{{1,2}}\s+(?:{_MONTHS})\b(?!\s+\d)"
)
# «van wie op 31 januari geen opgave is ontvangen»
NOT_THERE = Search(rf"\b(?:op|vóór|voor|uiterlijk op)\s+(?:de\s+)?\d{{1,2}}(?:e)?\s+(?:{_MONTHS})\s+(?:nog\s+)?(?:geen|niet)\b")
_MINIMUM = re.compile(r"\b(?:ten ?minste|minstens|minimaal|ten vroegste|niet eerder dan|niet binnen)\s*\Z", re.I)
# «met ingang van zes weken voor», «gedurende twee weken voor»: a period or a day that is described
_NO_BACK = re.compile(
    r"\b(?:met ingang van|gedurende|periode van|tijdvak van|binnen|vanaf|niet eerder dan|ten vroegste|vroeger dan|meer dan|minder dan|"
    r"over de|in de|dan|gelegen|voor|van)\s+\Z",
    re.I,
)
# «niet vroeger dan een jaar voor de eerste dag van de maand»: a period, reckoned from a date; and a date that comes once.
_PERIOD = re.compile(rf"\b(?:{_NUMBERS})\s+(?:kalender)?(?:{_UNITS})\s+\Z", re.I)
_ONCE = re.compile(r"[^.;]{0,90}\bin werking\b", re.I)


@cache
def words_of(name: str, key: str = "woorden") -> Phrases:
    """A word list of the theme as one search."""
    return Phrases(table(PACKAGE, name, FILE)[key])


def has(document: Document, name: str, span: Span, key: str = "woorden") -> bool:
    """Whether a span has a word of such a list."""
    return words_of(name, key).first(document, span) is not None


_FORMS = (
    ("clock", _CLOCK),
    ("back", _BACK),
    ("part", _SEASON),
    ("part", _PART),
    ("date", NOT_THERE),
    ("date", _DATE),
    ("day", _SAME_DAY),
    ("within", _WITHIN),
    ("within", _BEFORE_END),
    ("given", _GIVEN),
    ("unused", _UNUSED),
    ("after", _AFTER),
    ("later", _LATER),
)


def limits(document: Document, span: Span) -> Iterator[tuple[Span, str]]:
    """The limits in a span with the form of each (as in ``_FORMS``, or «open»), in the order of the forms; none that overlap."""
    content = document.text.content
    seen: list[Span] = []
    for form, search in _FORMS:
        for at in search.within(document.text, span):
            if any(at.overlaps(s) for s in seen) or _MINIMUM.search(content, max(span.start, at.start - 20), at.start):
                continue
            if form == "back" and _NO_BACK.search(content, max(span.start, at.start - 40), at.start):
                continue
            if form == "date" and (
                _PERIOD.search(content, max(span.start, at.start - 40), at.start) or _ONCE.match(content, at.end, span.end)
            ):
                continue
            seen.append(at)
            yield at, form
    for at in words_of("open").find(document, span):
        if not any(at.overlaps(s) for s in seen) and not any(o.overlaps(at) for o in words_of("open-niet").find(document, span)):
            yield at, "open"

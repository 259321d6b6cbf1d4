"""The quantities of a text: amounts, percentages, ages, durations, dates, times and counts, with the words they are about.

What a quantity (:mod:`hoeveelheid`) measures are the words around it, the nearer the heavier.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from doenvermogentoets.months import MONTHS
from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.norms.numbers import cardinal
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.hoeveelheid import Grens, Hoeveelheid, Kant, Maat, lijsten
from doenvermogentoets.toelichting.ritme import BY_RANK, einde, may_end, may_recur, rang, ritme
from doenvermogentoets.toelichting.words import concepts, root, stop_words
from doenvermogentoets.wordlists import REMEMBERED

_TOKEN = re.compile(r"€|%|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
_FIGURES = re.compile(r"(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,12})(?:,\d{1,4})?")
_YEARS = range(1800, 2200)
# Words that make a number of years an age.
_AGE_BEFORE = re.compile(
    r"\b(?:leeftijd(?:sgrens)?|ouder dan|jonger dan|oud|minderjarige\w*|boven de|onder de|tot de|vanaf de)\W+(?:\w+\W+){0,2}$", re.I
)
_IS = re.compile(r"([\w-]+) (?:is|zijn|was|moet|moeten|dient)(?: (?:ten minste|minstens|minimaal|nog geen|al))?\s*$", re.I)
# «mantelzorgers vanaf 18 jaar»
_FROM = re.compile(r"([\w-]+) (?:vanaf|van|boven|onder|tot)(?: de)?\s*$", re.I)
_LASTS = re.compile(r"\W*(?:geldig|lang|verplicht|uitgesloten|vrijgesteld)\b", re.I)
_AGE_AFTER = re.compile(r"\W*(?:en|of) (?:ouder|jonger)\b|\W*oud\b", re.I)
_NEAR, _CLAUSE, _SENTENCE, _RANGE = 1.0, 0.6, 0.3, 6
_FOR_AS_LONG = 6  # words in which «voor een periode van ten hoogste» stands
_PER = frozenset({"per", "elk", "elke", "ieder", "iedere"})
_BREAK = frozenset({";", ":", "(", ")"})
_ROW = frozenset({",", "en", "of", "tot", "met"})


@dataclass(slots=True)
class _Word:
    text: str
    start: int
    end: int


@lru_cache(maxsize=2_000)  # several checks read the quantities of each sentence and provision, an editor after every key again
def hoeveelheden(text: str, base: int = 0) -> tuple[Hoeveelheid, ...]:
    """The quantities of a text in order; ``base`` is the offset (code points) of its first character in the document."""
    words = [_Word(m.group(0).lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    lists = lijsten()
    told: frozenset[str] | None = None
    out = []
    i = 0
    while i < len(words):
        found = _at(text, words, i) if _may_begin(words[i].text) else None
        if found is None:
            i += 1
            continue
        maat, value, unit, first, last = found
        told = concepts(text) if told is None else told
        start, end = words[first].start, words[last].end
        out.append(
            Hoeveelheid(
                maat,
                value,
                unit,
                Span(base + start, base + end),
                text[start:end],
                _limit(words, first, last),
                bool({w.text for w in words[max(0, first - 3) : first]} & lists.woorden["ongeveer"]) or _some(words, first, last),
                {**dict.fromkeys(told, _CLAUSE), **_role(words, first, last)},
                _kant(words, first, last) if maat == "duur" else "",
                _per(words, last),
            )
        )
        i = last + 1
    return tuple(out)


def _limit(words: list[_Word], first: int, last: int) -> Grens:
    """«ten minste», «meer dan»; «binnen», «ten hoogste», «vier weken de tijd»."""
    lists = lijsten()
    before = {w.text for w in words[max(0, first - 4) : first]}
    compared = _compared(words, first)
    if compared or before & lists.woorden["minst"]:
        return compared or "minst"
    time = [w.text for w in words[last + 1 : last + 3]] == ["de", "tijd"]
    return "hoogst" if time or before & lists.woorden["hoogst"] else ""


def _kant(words: list[_Word], first: int, last: int) -> Kant:
    """«zes weken voor» lies before it, «zes weken na» after it; «gedurende», «voor (ten hoogste) zes weken» is how long it lasts."""
    lists = lijsten()
    after = next((w.text for w in words[last + 1 : last + 3] if w.text != "van"), "")
    before = [w.text for w in words[max(0, first - _FOR_AS_LONG) : first]]
    if set(before[-4:]) & lists.woorden["lang"] or after in lists.woorden["lang"]:
        return "lang"
    while before and before[-1] in lists.woorden["tussen_voor"]:
        before.pop()
    if before[-1:] == ["voor"] and after not in lists.woorden["erna"] | lists.woorden["ervoor"]:
        return "lang"
    if after in lists.woorden["ervoor"]:
        return "voor"
    return "na" if after in lists.woorden["erna"] else ""


def _per(words: list[_Word], last: int) -> str:
    """«per maand», «voor ieder dier», «elk jaar»: root of the word that follows."""
    following = [w.text for w in words[last + 1 : last + 4]]
    for i, word in enumerate(following[:2]):
        if word in _PER and i + 1 < len(following):
            return root(following[i + 1])
    return ""


def _some(words: list[_Word], first: int, last: int) -> bool:
    """«een maand of drie»."""
    return last - first == 3 and words[first].text == "een" and words[last - 1].text == "of"


def _compared(words: list[_Word], first: int) -> Grens:
    """«meer dan», «langer dan», «ouder dan», and «niet meer dan», «jonger dan»."""
    if first < 2 or words[first - 1].text != "dan":
        return ""
    lists = lijsten()
    more, less = (words[first - 2].text in lists.woorden[name] for name in ("meer", "minder"))
    if not more and not less:
        return ""
    denied = first > 2 and words[first - 3].text in ("niet", "geen", "nooit")
    return "hoogst" if denied is more else "minst"


def _role(words: list[_Word], first: int, last: int) -> Mapping[str, float]:
    """The content words of the sentence: nearest heaviest, those behind a break lightest."""
    stop, unsaid = stop_words(), lijsten().zonder_rol
    out: dict[str, float] = {}
    for step, rng in ((-1, range(first - 1, -1, -1)), (1, range(last + 1, len(words)))):
        weight = _NEAR
        for i in rng:
            word = words[i].text
            if word in _BREAK or (word in (".", "\n") and i != len(words) - 1):
                weight = _SENTENCE
            elif word == ",":
                weight = min(weight, _CLAUSE)
            elif len(word) > 2 and word.isalpha() | ("-" in word) and word not in stop and word not in unsaid:
                far = weight if abs(i - (first if step < 0 else last)) <= _RANGE else min(weight, _CLAUSE)
                name = root(word)
                out[name] = max(out.get(name, 0.0), far)
    return out


@lru_cache(maxsize=REMEMBERED)
def _may_begin(word: str) -> bool:
    """Whether a quantity can begin at this word, whatever stands around it: most words are none of these, and every word is asked."""
    return (
        word in ("€", "eur")
        or word in BY_RANK
        or word in lijsten().delen
        or may_end(word)
        or may_recur(word)
        or word.startswith(("verdubbel", "gehalveerd", "halveer"))
        or word.endswith(("jarige", "jarigen", "maal", "keer"))
        or _value(word) is not None
    )


def _at(text: str, words: list[_Word], i: int) -> tuple[Maat, float, str, int, int] | None:
    """Kind, value, unit, first and last word of the quantity that begins at a word."""
    lists = lijsten()
    word = words[i].text
    if word in ("€", "eur") and i + 1 < len(words) and (value := _value(words[i + 1].text)) is not None:
        return _scaled("euro", value, words, i, i + 1)
    day = einde([w.text for w in words[i : i + 4]], MONTHS)
    if day is not None:
        return "datum", day[0], "", i, i + day[1] - 1
    rank = rang([w.text for w in words[max(0, i - 2) : i]], [w.text for w in words[i : i + 4]])
    if rank is not None:
        if rank[1] == 0:
            return "datum", rank[0], "", i, i
        noun = words[i + rank[1]].text
        if noun not in lists.woorden["geen_telling"] and noun not in lists.dagen:
            return "keer", rank[0], "" if noun in lists.keer else root(noun), i, i + rank[1]
        return None
    if word.startswith(("verdubbel", "gehalveerd", "halveer")):
        return "procent", 100.0 if word[0] == "v" else 50.0, "", i, i
    rhythm = ritme([w.text for w in words[i : i + 6]])
    if rhythm is not None:
        return "ritme", rhythm[0], "", i, i + rhythm[1] - 1
    if word in BY_RANK and i + 1 < len(words) and words[i + 1].text == "verjaardag":
        return "leeftijd", BY_RANK[word], "", i, i + 1
    if word in lists.delen and (word == "helft" or _is_part(words, i - 1, i + 1) or (word == "kwart" and _is_quarter(words, i + 1))):
        return "procent", lists.delen[word], "", i, i
    if word.endswith(("jarige", "jarigen")) and (value := _value(word.rpartition("jarige")[0].rstrip("-"))) is not None:
        return "leeftijd", value, "", i, i
    for ending in ("maal", "keer"):
        if word.endswith(ending) and word != ending and (value := cardinal(word.removesuffix(ending))) is not None:
            return "keer", value, "", i, i
    value = _value(word)
    if value is not None and i + 2 < len(words) and words[i + 1].text == "-" and words[i + 2].text in ("jarige", "jarigen"):
        return "leeftijd", value, "", i, i + 2
    if value is None or (i and words[i - 1].text in lists.woorden["vindplaats"]) or _is_place(words, i):
        return None
    if i > 1 and words[i - 1].text in ("bij", "x") and _value(words[i - 2].text) is not None:
        return None  # «drie bij vier meter»
    if word in ("half", "halve") and i + 1 < len(words) and words[i + 1].text not in lists.dagen:
        return None  # «half negen»
    return _measured(text, words, i, value) or _of_number(words, i, value) or _of_range(text, words, i, value)


def _is_place(words: list[_Word], i: int) -> bool:
    """«de artikelen 3 of 4», «de leden 1, 2 en 3»: the last number of a row of places counts nothing."""
    if not words[i].text[0].isdigit():
        return False
    k = i - 1
    while k > 0 and (words[k].text in _ROW or words[k].text[0].isdigit()):
        k -= 1
    return k < i - 2 and words[k].text.endswith("en") and words[k].text in lijsten().woorden["vindplaats"]


def _of_number(words: list[_Word], i: int, value: float) -> tuple[Maat, float, str, int, int] | None:
    """«een aantal punten van maximaal 100»: what is counted stands before the number."""
    before = [w.text for w in words[max(0, i - 5) : i]]
    bounds = lijsten().woorden["minst"] | lijsten().woorden["hoogst"]
    while before and before[-1] in bounds | {"ten"}:
        before.pop()
    if before[-1:] != ["van"] or len(before) < len(("aantal", "punten", "van")) or before[-3] != "aantal":
        return None
    noun = before[-2]
    return ("aantal", value, root(noun), i, i) if noun.isalpha() and noun not in stop_words() else None


def _of_range(text: str, words: list[_Word], i: int, value: float) -> tuple[Maat, float, str, int, int] | None:
    """«ten minste één en ten hoogste vijftig vogels»: the first number counts what the second one does."""
    bound = [w.text for w in words[i + 1 : i + 4]]
    if bound[:1] not in (["en"], ["tot"]) or not i or words[i - 1].text not in lijsten().woorden["minst"]:
        return None
    other = i + 4 if bound[1:] == ["ten", "hoogste"] else i + 3 if bound[1:2] in (["hoogstens"], ["maximaal"]) else len(words)
    much = _value(words[other].text) if other < len(words) else None
    found = _measured(text, words, other, much) if much else None
    return (found[0], found[1] / much * value, found[2], i, i) if found is not None and much else None


def _measured(text: str, words: list[_Word], i: int, value: float) -> tuple[Maat, float, str, int, int] | None:
    lists = lijsten()
    first, j = i, i + 1
    word = words[i].text
    if word in ("een", "één") and j < len(words) and words[j].text in ("half", "halve", "anderhalf", "anderhalve"):
        value, j = _value(words[j].text) or 0.5, j + 1
    while j < len(words) and words[j].text in lists.schaal:
        value, j = value * lists.schaal[words[j].text], j + 1
    if [w.text for w in words[j : j + 2]] == ["en", "een"] and j + 2 < len(words) and words[j + 2].text in ("half", "halve"):
        value, j = value + 0.5, j + 3  # «zestien en een half jaar»
    if word == "een" and j + 2 < len(words) and words[j].text in lists.dagen and words[j + 1].text == "of":
        some = _value(words[j + 2].text)
        if some is not None and (j + 3 >= len(words) or words[j + 3].text not in lists.dagen):
            return "duur", some * lists.dagen[words[j].text], "", first, j + 2  # «een maand of drie»
    if j >= len(words):
        return None
    following = words[j].text
    article = word == "een"
    if following == "kwart" and j + 1 < len(words) and words[j + 1].text in lists.dagen:
        return "duur", value / 4 * lists.dagen[words[j + 1].text], "", first, j + 1
    if following in ("euro", "euro's", "euro’s"):
        return "euro", value, "", first, j
    if following in ("cent", "eurocent"):
        return "euro", value / 100, "", first, j
    if following in ("%", "procent"):
        return "procent", value, "", first, j
    if following in lists.breuken and _is_part(words, first - 1, j + 1, whole=False):
        return "procent", round(100 * value / lists.breuken[following], 2), "", first, j
    if following in lists.delen and not article:
        return "procent", lists.delen[following] * value, "", first, j
    if following in lists.keer:
        return None if article else ("keer", value, "", first, j)
    if following in MONTHS and value == int(value) and 1 <= value <= 31:
        year = words[j + 1].text if j + 1 < len(words) and words[j + 1].text.isdecimal() and len(words[j + 1].text) == 4 else ""
        return "datum", 100 * (MONTHS.index(following) + 1) + value, year, first, j + 1 if year else j
    for k in range(j, min(j + 3, len(words))):
        if words[k].text in lists.dagen:
            if (
                words[k].text == "uur"
                and first
                and words[first - 1].text in lists.woorden["klok"]
                and (not word.isdecimal() or "." in word)
            ):
                return None
            months, end = _and_months(words, k)
            if _ages(text, words, first, k):
                return "leeftijd", value + months / 12, "", first, end
            return "duur", value * lists.dagen[words[k].text] + months * lists.dagen["maand"], "", first, end
        if not words[k].text.isalpha() or words[k].text in stop_words():
            break
    if article or (word.isdecimal() and int(word) in _YEARS and len(word) == 4):
        return None
    return _counted(words, first, j, value)


def _and_months(words: list[_Word], last: int) -> tuple[float, int]:
    """The months of «zestien jaar en zes maanden», and the last word of it."""
    if words[last].text in ("jaar", "jaren") and [w.text for w in words[last + 1 : last + 2]] == ["en"] and last + 3 < len(words):
        months = _value(words[last + 2].text)
        if months is not None and words[last + 3].text in ("maand", "maanden"):
            return months, last + 3
    return 0.0, last


def _is_part(words: list[_Word], before: int, after: int, *, whole: bool = True) -> bool:
    """«een vijfde van het bedrag», «een tiende extra», «vermeerderd met een tiende»: what stands there is a part, and no rank."""
    lists = lijsten()
    following = words[after].text if after < len(words) else "."
    if following in lists.woorden["na_deel"] or (whole and following in lists.woorden["na_heel_deel"]):
        return True
    ends = not following[0].isalpha()
    return ends and before >= 0 and any(w.text in lists.woorden["voor_deel"] for w in words[max(0, before - 1) : before + 1])


def _is_quarter(words: list[_Word], after: int) -> bool:
    """«een kwart voor hergebruik»; not «kwart voor drie», «een kwart etmaal»."""
    following = words[after].text if after < len(words) else "."
    clock = following == "voor" and after + 1 < len(words) and _value(words[after + 1].text) is not None
    return not clock and following not in lijsten().woorden["geen_kwart"]


def _counted(words: list[_Word], first: int, j: int, value: float) -> tuple[Maat, float, str, int, int] | None:
    """A number of things: the noun is the last word before one that can be none."""
    no_count = lijsten().woorden["geen_telling"]
    if [w.text for w in words[j : j + 2]] in (["of", "meer"], ["of", "minder"]) and j + 2 < len(words):
        j += 2  # «acht of meer punten»
    noun = j
    for k in range(j, min(j + 3, len(words))):
        if not words[k].text.isalpha() or len(words[k].text) < 3 or words[k].text in stop_words() or words[k].text in no_count:
            break
        noun = k
        if words[k].text.endswith(("en", "s")) and not words[k].text.endswith(("ende", "elijke")):
            break  # a plural: «drie achtereenvolgende vergaderingen»
        if value == 1 and not words[k].text.endswith(("e", *lijsten().woorden["bijvoeglijk"])):
            break  # «in één vak opnieuw afleggen»
    if words[noun].text == "punten" and first and words[first - 1].text == "op":
        return None  # «op drie punten gewijzigd»
    if words[j].text == "leden" and value > 1 and _are_people(words, first):
        return "aantal", value, root("leden"), first, j
    if not words[noun].text.isalpha() or len(words[noun].text) < 3 or words[noun].text in stop_words() or words[noun].text in no_count:
        return None
    return "aantal", value, root(words[noun].text), first, noun


def _are_people(words: list[_Word], first: int) -> bool:
    """«de commissie heeft zeven leden»; not those of an artikel, nor «deze twee leden», «twee leden toegevoegd»."""
    lists = lijsten()
    if first and words[first - 1].text in lists.woorden["wijst_aan"]:
        return False
    return not any(w.text in lists.woorden["van_een_artikel"] for w in words)


def _ages(text: str, words: list[_Word], first: int, last: int) -> bool:
    if words[last].text not in ("jaar", "jaren"):
        return False
    before, after = text[max(0, words[first].start - 40) : words[first].start], text[words[last].end : words[last].end + 20]
    who = _IS.search(before) or _FROM.search(before)
    if who is not None and not _LASTS.match(after):
        role = role_of_phrase([who.group(1).lower()])
        if role is not None and role[0] == "burger":
            return True
    return _AGE_BEFORE.search(before) is not None or _AGE_AFTER.match(after) is not None


def _scaled(maat: Maat, value: float, words: list[_Word], first: int, last: int) -> tuple[Maat, float, str, int, int]:
    lists = lijsten()
    if last + 1 < len(words) and words[last + 1].text in lists.schaal:
        return maat, value * lists.schaal[words[last + 1].text], "", first, last + 1
    return maat, value, "", first, last


@lru_cache(maxsize=REMEMBERED)
def _value(word: str) -> float | None:
    if not word:
        return None
    if word[0].isdigit():
        return float(word.replace(".", "").replace(",", ".")) if _FIGURES.fullmatch(word) else None
    return cardinal(word)

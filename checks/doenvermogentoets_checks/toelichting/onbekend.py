"""Which words of a phrase a bill does not know: no word of the same root, no compound with it, no quantity that is equal."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.toelichting import Explanation
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk
from doenvermogentoets.toelichting.words import root, stop_words, weak_roots

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# «gezinnen met …», «een kandidaat die …»
_MENSEN = re.compile(
    r"(?:(?:de|het|een|alle|iedere|elke) )?[\w-]+ (?:die|dat|met|zonder|tot|onder|boven|van wie|bij wie|wier|wiens|in|uit|jonger|ouder)\b",
    re.I,
)
_EINDE = 3  # letters of an ending
_PART = 5  # letters of a root that may be part of a longer word for the same thing


@dataclass(frozen=True, slots=True)
class _Woorden:
    """The roots, the words in order and the quantities of a bill."""

    roots: frozenset[str]
    woorden: Sequence[str]
    hoeveelheden: Sequence[Hoeveelheid]


_known: WeakKeyDictionary[Analysis, _Woorden] = WeakKeyDictionary()


@cache
def _lijst() -> tuple[frozenset[str], tuple[tuple[frozenset[str], re.Pattern[str]], ...]]:
    """Words that tell no group apart, and per word of a toelichting how a bill may say the same (``onbekend.toml``)."""
    data = tomllib.loads(files(__package__).joinpath("onbekend.toml").read_text(encoding="utf-8"))
    same = tuple((frozenset(root(w) for w in g["zegt"].split()), re.compile(g["staat"], re.I)) for g in data["zelfde"])
    return frozenset(root(w) for w in data["kader"]["woorden"]), same


def _of_bill(bill: Analysis) -> _Woorden:
    found = _known.get(bill)
    if found is None:
        text = bill.document.text.content
        words = {w.lower() for w in _WORD.findall(text) if len(w) > 2}
        # a quantity is read with the sentence around it: provision by provision, so that the work stays linear in the bill
        amounts = tuple(h for p in bill.provisions for h in hoeveelheden(bill.document.text[p.span], p.span.start))
        found = _known[bill] = _Woorden(frozenset(root(w) for w in words), tuple(sorted(words)), amounts)
    return found


def zeggend(words: str) -> list[str]:
    """The words of a phrase that tell something: no function words, no words of every act, no words that only frame a group."""
    kader = _lijst()[0] | weak_roots()
    stop = stop_words()
    return [w for w in _WORD.findall(words) if len(w) > 2 and w.lower() not in stop and root(w) not in kader]


def kent(bill: Analysis, word: str) -> bool:
    """The bill has the word, a compound with it or a part of it, or another word for the same."""
    own = _of_bill(bill).roots
    stem = root(word)
    if stem in own or _zelfde_begin(bill, word.lower()):
        return True
    if any(stem in zegt and staat.search(bill.document.text.content) for zegt, staat in _lijst()[1]):
        return True
    if len(stem) < _PART:
        return any(w.startswith(stem) for w in own if len(w) > len(stem) + 2) if len(stem) == _PART - 1 else False
    vague = _lijst()[0] | weak_roots()
    return any(len(w) >= _PART and (stem in w or (w not in vague and (stem.startswith(w[:-1]) or stem.endswith(w)))) for w in own)


def _zelfde_begin(bill: Analysis, plain: str) -> bool:
    """A word of the bill with the same long beginning: «gezinnen» and «gezin»."""
    if len(plain) < _PART + 1:
        return False
    words = _of_bill(bill).woorden
    begin = plain[: max(_PART, len(plain) - _EINDE)]
    at = bisect_left(words, begin)
    return at < len(words) and words[at].startswith(begin)


def onbekend(explanation: Explanation, phrase: str, hoofd: bool = True) -> Sequence[str]:
    """The telling words and quantities of a phrase that the bill does not know, when they are at least half of what it tells.

    With ``hoofd`` the first noun only names the kind of people or things («gezinnen met …»), and counts when nothing follows it.
    """
    bill = explanation.bill
    told = zeggend(phrase)
    if hoofd and len(told) > 1 and _MENSEN.match(phrase) is not None and told[0] in phrase.split()[:2]:
        told = told[1:]
    amounts = hoeveelheden(phrase)
    inside = [w for h in amounts for w in _WORD.findall(phrase[h.span.start : h.span.end])]
    told = [w for w in told if w not in inside]
    strange = [w for w in told if not kent(bill, w)]
    strange += [phrase[h.span.start : h.span.end] for h in amounts if not _telt(bill, phrase, h)]
    return strange if strange and 2 * len(strange) >= len(told) + len(amounts) else ()


def _telt(bill: Analysis, phrase: str, one: Hoeveelheid) -> bool:
    """The bill has the quantity, or only its number; «vijftien of jonger» is «jonger dan zestien»."""
    theirs = _of_bill(bill).hoeveelheden
    if any(gelijk(one, o) for o in theirs):
        return True
    if _OF_JONGER.search(phrase) and any(
        o.maat == one.maat and abs(o.waarde - one.waarde) == _ONE[one.maat] for o in theirs if one.maat in _ONE
    ):
        return True
    number = re.search(r"\d+", phrase[one.span.start : one.span.end])
    return number is not None and re.search(rf"(?<![\d.,]){number.group(0)}(?!\d)", bill.document.text.content) is not None


_OF_JONGER = re.compile(r"\bof (?:jonger|ouder|meer|minder)\b")
_ONE = {"leeftijd": 1.0, "aantal": 1.0}


def raakt(word: str, roots: frozenset[str]) -> bool:
    """One of the roots is that of the word, or begins like it, or is a part of it."""
    stem, plain = root(word), word.lower()
    if stem in roots or stem[:-1] in roots:
        return True
    long = [r for r in roots if len(r) >= _PART]
    return any(plain.startswith(r) for r in long) or (
        len(stem) >= _PART and any(r.startswith(stem[:_PART]) or stem in r or r in stem for r in long)
    )

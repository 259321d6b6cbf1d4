"""How strongly the words of a sentence speak for each provision of the bill.

Each word that the bill knows counts by how few provisions have it, as the logarithm of how much likelier the word is when the sentence is
about that provision (a naive Bayes model with the provisions as its texts). A toelichting uses other words than a bill; four things bring
them together: the parts of compounds («betalingsachterstand» and «achterstand»), words with the same beginning («fraude», «fraudeert»),
the concepts of ``begrippen.toml`` and ``gronden.toml``, and groups of words for the same thing (``verwant.toml``). Small numbers and
durations count as words too: «vijf jaar» tells a provision from its neighbours.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import WORKING_DAY
from doenvermogentoets.toelichting.words import GROUP, concepts, groups, roots, topic, weak_roots
from doenvermogentoets.wordlists import REMEMBERED

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Unit
    from doenvermogentoets.toelichting.explanation import Explanation

# What a word counts beside one in the lid itself: in the heading, in another lid of the artikel, in a provision that the artikel refers to.
_HEADING, _ARTIKEL, _REFERRED = 0.9, 0.5, 0.4
# A word that is known but not in the provision: the sentence is half as likely.
_MISS = math.log(0.5)
# What a word that says little counts.
_WEAK = 0.3
# What a group of words for the same thing counts, and so what missing it does.
_GROUP = 0.3
# A word of more provisions than this says nothing about which one is meant.
_COMMON = 60
# Beside the provisions with words of the sentence, all leden of so many artikelen that have most of them.
_ARTIKELEN = 8
# Letters: of a word that may be a compound, of its shortest part, and of the beginning that two words share.
_COMPOUND, _PART, _BEGIN = 8, 4, 5
# Kinds of quantity that tell a provision from its neighbours.
_KINDS = ("duur", "euro", "procent", "leeftijd", "datum", "keer")
_LONGEST = 60  # letters: what is longer is no word
_SAME = 0.7  # of two words with the same beginning this share of the longer one must be equal

_UNTIL_TWENTY = ("drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien")
_TENS = {
    "zestien": 16,
    "achttien": 18,
    "twintig": 20,
    "vierentwintig": 24,
    "dertig": 30,
    "zesendertig": 36,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "negentig": 90,
    "honderd": 100,
}
_NUMERALS: Mapping[str, int] = {word: number for number, word in enumerate(_UNTIL_TWENTY, 3)} | _TENS
_NUMBER = re.compile(r"[a-zé]+|\d[\d.]*")


def numerals(text: str) -> frozenset[str]:
    """Numbers from three on, in words or figures, as names that count like a root."""
    low = text.lower()
    out: set[str] = set()
    for match in _NUMBER.finditer(low):
        word = match.group(0)
        if word in _NUMERALS:
            out.add(f"#{_NUMERALS[word]}")
        elif word[0].isdigit():
            figures = word.replace(".", "")
            if not (len(figures) == 4 and figures.startswith(("19", "20"))):
                out.add(f"#{figures}")
    return frozenset(out)


@lru_cache(maxsize=REMEMBERED)
def quantities(text: str) -> frozenset[str]:
    """The quantities of a text in one unit («veertien dagen» and «twee weken», «een kwart» and «25%»), and of what kinds they are.

    A toelichting may give another value than the bill by mistake: that both give an amount, or a date, ties them too.
    """
    out: set[str] = set()
    for found in hoeveelheden(text):
        if found.maat in _KINDS:
            # working days are told as days
            value = found.waarde / WORKING_DAY if "werkdag" in found.woorden else found.waarde
            out.update((f"<{found.maat} {value:.2g}>" if found.maat == "duur" else f"<{found.maat} {value:.5g}>", f"~{found.maat}"))
    return frozenset(out)


def _tokens(text: str) -> frozenset[str]:
    """What of a text is compared beside its words."""
    return numerals(text) | quantities(text) | concepts(text, "gronden") | groups(roots(text))


def _is_word(name: str) -> bool:
    return name[0] not in "=#<~"


class Evidence:
    """The words of the provisions of a bill, and what a sentence says for each provision."""

    def __init__(self, explanation: Explanation) -> None:
        self._explanation = explanation
        text = explanation.bill.document.text
        plain = {p: own | _tokens(text[p.span]) for p, own in explanation.provision_roots.items() if p.unit.artikel is not None}
        headings = {a: h | concepts(a.heading or "", "gronden") for a, h in explanation.by_words.headings.items() if a is not None}
        self._known = {w for words in (*plain.values(), *headings.values()) for w in words if _is_word(w)}
        self._parts: dict[str, frozenset[str]] = {}
        #: per provision its words, with the parts of its compounds
        self.own: Mapping[Provision, frozenset[str]] = {p: self._with_parts(words) for p, words in plain.items()}
        self._headings: Mapping[Unit, frozenset[str]] = {a: self._with_parts(h) for a, h in headings.items()}
        counts: Counter[str] = Counter()
        for provision, words in self.own.items():
            counts.update(words | self._heading(provision))
        #: per word by how much it speaks for a provision that has it
        weak = weak_roots()
        self._gain = {
            w: (_GROUP if w.startswith(GROUP) else _WEAK if w in weak else 1.0) * math.log(1 + (len(self.own) + 1) / (n + 0.5))
            for w, n in counts.items()
        }
        #: what a word says that only one provision has: the unit in which bills of any size can be compared
        self.unit = math.log(1 + (len(self.own) + 1) / 1.5)

    def _heading(self, provision: Provision) -> frozenset[str]:
        artikel = provision.unit.artikel
        return self._headings.get(artikel, frozenset()) if artikel is not None else frozenset()

    def _with_parts(self, words: frozenset[str]) -> frozenset[str]:
        return words.union(*(self._parts_of(w) for w in words))

    def _parts_of(self, word: str) -> frozenset[str]:
        if word not in self._parts:
            self._parts[word] = frozenset(self._split(word)) if _is_word(word) and _COMPOUND <= len(word) <= _LONGEST else frozenset()
        return self._parts[word]

    def _split(self, word: str) -> Iterator[str]:
        """The longest known words with which a compound ends and begins."""
        ending = next((word[i:] for i in range(3, len(word) - _PART + 1) if word[i:] in self._known), None)
        if ending is not None:
            yield ending
        for i in range(len(word) - 3, _PART, -1):
            begin = next((b for b in (word[:i], word[:i].rstrip("s")) if b in self._known), None)
            if begin is not None:
                yield begin
                return

    @cached_property
    def _begins(self) -> Mapping[str, list[str]]:
        out: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= _BEGIN and len(out[word[:_BEGIN]]) < _COMMON:
                out[word[:_BEGIN]].append(word)
        return out

    @cached_property
    def _alike(self) -> dict[str, str | None]:
        return {}

    def _kindred(self, word: str) -> str | None:
        """The known word with the longest same beginning, for a word that the bill does not have."""
        if word in self._known or not _is_word(word) or len(word) <= _BEGIN:
            return None
        if word not in self._alike:
            found = []
            for known in self._begins.get(word[:_BEGIN], ()):
                same = next((i for i, (a, b) in enumerate(zip(known, word, strict=False)) if a != b), min(len(known), len(word)))
                if same >= _SAME * max(len(known), len(word)) or same == len(known):
                    found.append((same, known))
            self._alike[word] = max(found)[1] if found else None
        return self._alike[word]

    def words(self, text: str) -> frozenset[str]:
        """The words of a sentence or heading that can speak for a provision."""
        plain = self._with_parts(topic(text) | _tokens(text))
        return plain | {kindred for w in plain if (kindred := self._kindred(w)) is not None}

    @cached_property
    def _having(self) -> Mapping[str, list[Provision]]:
        out: dict[str, list[Provision]] = defaultdict(list)
        for provision, words in self.own.items():
            for word in words | self._heading(provision):
                out[word].append(provision)
        return {word: found for word, found in out.items() if len(found) <= _COMMON}

    @cached_property
    def _referring(self) -> Mapping[str, list[Unit]]:
        """The artikelen that have a word only in a provision they refer to."""
        out: dict[str, list[Unit]] = defaultdict(list)
        for artikel, found in self._explanation.by_words.referred.items():
            inside = [self.own[p] | self._heading(p) for p in self._explanation.bill.in_artikel(artikel) if p in self.own]
            words = frozenset().union(*(self.own.get(p, frozenset()) for p in found)) - frozenset().union(*inside)
            for word in words:
                out[word].append(artikel)
        return {word: artikelen for word, artikelen in out.items() if len(artikelen) <= _COMMON}

    def of(self, words: frozenset[str]) -> tuple[Mapping[Provision, float], float]:
        """Per provision what the words say for it (log-likelihood ratio), and what they say for one that has none of them."""
        own: dict[Provision, float] = defaultdict(float)
        around: dict[Unit, float] = defaultdict(float)
        known = [w for w in sorted(words) if w in self._gain]
        for word in known:
            gain = self._gain[word]
            artikelen: dict[Unit, None] = {}
            for provision in self._having.get(word, ()):
                artikel = provision.unit.artikel
                if artikel is not None:
                    artikelen[artikel] = None
                own[provision] += gain * ((1.0 if word in self.own[provision] else _HEADING) - _ARTIKEL)
            for artikel in artikelen:
                around[artikel] += gain * _ARTIKEL
            for artikel in self._referring.get(word, ()):
                around[artikel] += gain * _REFERRED
        none = _MISS * sum(_GROUP if w.startswith(GROUP) else 1.0 for w in known)
        best = sorted(around, key=lambda a: -around[a])[:_ARTIKELEN]
        pool = dict.fromkeys([*own, *(p for a in best for p in self._explanation.bill.in_artikel(a) if p in self.own)])
        return {p: none + own.get(p, 0.0) + around.get(p.unit.artikel, 0.0) for p in pool if p.unit.artikel is not None}, none

"""What the language checks of statutory text share: which text they read, and how far one sentence reaches for its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.findings import Severity
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import table

PACKAGE = "doenvermogentoets_checks.taal"
SUBORDINATE = frozenset(table(PACKAGE, "bijzin")["woorden"])
"""Words that make the clause they open subordinate."""

_DEFINITIE = Search(
    r"\bwordt\b[^.:]{0,90}\bverstaan (?:onder|door)\b|\bverstaan onder\b[^.:]{0,60}:|\bworden? [^.:]{0,60}\bmede "
    r"verstaan\b"
)
# What is to be filled in or ticked: a form that stands in an artikel.
_INVULLEN = re.compile(r":\s?(?:\.{3,}|…)|[□☐]|_{4,}")
_SLOT = Search(r"\bwordt aangehaald als\b|\btreedt (?:in werking|met ingang)|\btreden in werking\b")


@dataclass(frozen=True, slots=True)
class Stuk:
    """What a reader must hold in his head at once: the aanhef of an enumeration, or one onderdeel, or a whole sentence.

    ``first`` and ``last`` are token indices in the sentence; ``words`` counts words only.
    """

    sentence: Sentence
    first: int
    last: int
    words: int

    @property
    def span(self) -> Span:
        return self.sentence.span_of(self.first, self.last)

    @property
    def tokens(self) -> tuple[str, ...]:
        return self.sentence.words[self.first : self.last + 1]


_PROSE = 20_000  # characters, some 3,000 words


def ernst(provision: Provision) -> Severity | None:
    """A suggestion in what is far too long for a lid, else what the page says.

    A chapter of a circular, plan or guideline is sometimes read as an artikel; the Aanwijzingen on wording are not about explaining prose.
    """
    return Severity.SUGGESTION if provision.span.end - provision.span.start > _PROSE else None


_known: WeakKeyDictionary[Analysis, tuple[Provision, ...]] = WeakKeyDictionary()


def bepalingen(analysis: Analysis) -> tuple[Provision, ...]:
    """The provisions whose language is judged: amending instructions are technique, what they insert is text; annexes and forms are not."""
    found = _known.get(analysis)
    if found is None:
        found = _known[analysis] = tuple(_bepalingen(analysis))
    return found


def _bepalingen(analysis: Analysis) -> Iterator[Provision]:
    instructions = [a.span for a in analysis.document.amendments]
    at = 0
    for provision in analysis.provisions:
        while at < len(instructions) and instructions[at].end <= provision.span.start:
            at += 1
        instruction = at < len(instructions) and instructions[at].overlaps(provision.span)
        annex = provision.unit.nearest(UnitKind.BIJLAGE) is not None
        if not (instruction and not provision.unit.inserted) and not annex and not _is_formulier(provision):
            yield provision


def _is_formulier(provision: Provision) -> bool:
    """A model form: its words are prescribed and are read field by field."""
    found = _INVULLEN.finditer(provision.document.text.content, provision.span.start, provision.span.end)
    return sum(1 for _ in islice(found, 4)) == 4


def is_definitie(provision: Provision) -> bool:
    """A begripsbepaling, citeertitel or entry into force: prescribed wording."""
    norms = provision.norms
    if norms and all(n.soort in (Soort.DEFINITIE, Soort.SLOT) for n in norms):
        return True
    return has_fixed_form(provision)


def has_fixed_form(provision: Provision) -> bool:
    """The wording itself is that of a begripsbepaling, citeertitel or entry into force («wordt verstaan onder …»)."""
    start = provision.document.text.small[provision.span.start : min(provision.span.end, provision.span.start + 200)]
    return _DEFINITIE.search(start) is not None or _SLOT.search(start) is not None


def voor_burgers(provision: Provision) -> bool:
    """A natural person must be able to act on it: it asks something of him."""
    named = [n.adressaat for n in provision.norms if n.adressaat is not None and not n.adressaat.afgeleid]
    if named and named[0].rol == "overheid" and all(a.rol == "overheid" or a.tekst.lower() in ("hij", "zij", "deze") for a in named):
        return False  # «stelt Onze Minister … vast en brengt hij»: the same one
    return any(a.rol == "burger" and a.particulier for a in named)


def eigen_tekst(unit: Unit, *, tabellen: bool = False) -> Iterator[Span]:
    """The text of a provision without labels and headings, its onderdelen included.

    Args:
        tabellen: its tables as well: for words that are wrong wherever they stand. Brackets and abbreviations are at home in a table.
    """
    for part in unit.walk():
        if part is unit or part.kind in (UnitKind.ONDERDEEL, UnitKind.ALINEA) or (tabellen and part.kind is UnitKind.TABEL):
            yield from part.own


def stukken(provision: Provision) -> Iterator[Stuk]:
    """The sentences of a provision, cut where an onderdeel starts and where it ends: the words after the last belong to all of them.

    An enumeration without letters is cut where its lines begin.
    """
    parts = [u.span for u in provision.unit.walk() if u.kind is UnitKind.ONDERDEEL and u is not provision.unit]
    bounds = sorted({at for span in parts for at in (span.start, span.end)})
    for sentence in provision.passage.sentences:
        cuts = sorted({*(at for at in bounds if sentence.span.start < at < sentence.span.end), *_items(provision, sentence)})
        if not cuts:
            yield _stuk(sentence, 0, len(sentence.words) - 1)
            continue
        first, c = 0, 0
        for i, start in enumerate(sentence.starts):
            if c < len(cuts) and start >= cuts[c]:
                if i > first:
                    yield _stuk(sentence, first, i - 1)
                first = i
                while c < len(cuts) and start >= cuts[c]:
                    c += 1
        yield _stuk(sentence, first, len(sentence.words) - 1)


# What comes after a line that ends in «:» or «;», and after an empty line, is an item of an enumeration without letters.
_ITEM = re.compile(r"(?<=[:;])[ \t]*(?:(?:en|of)\b)?[ \t]*\r?\n\s*(?=\S)|\n[ \t]*\r?\n\s*(?=\S)")


def _items(provision: Provision, sentence: Sentence) -> Iterator[int]:
    """Where the items start of an enumeration without letters in a sentence; before its colon there are none."""
    content = provision.document.text.content
    colon = content.find(":", sentence.span.start, sentence.span.end)
    if colon >= 0:
        for found in _ITEM.finditer(content, colon + 1, sentence.span.end):
            yield found.end()


def _stuk(sentence: Sentence, first: int, last: int) -> Stuk:
    return Stuk(sentence, first, last, sum(sentence.is_word[first : last + 1]))

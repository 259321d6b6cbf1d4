"""What a draft asks outside its artikelen: in the form or the table of an annex, or in a table within an artikel.

Norms are read from artikelen and leden. A limit or a paper that is asked in a form or a table is law all the same, so that it was not read
must be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.document import Document, UnitKind
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span

# A limit, a paper that must come with it, how fresh it must be, or what follows: the words of a form or a table that ask something.
_ASKS = re.compile(
    r"\b(?:(?:binnen|uiterlijk|niet later dan|ten minste|minimaal)\s+(?:[\w-]+\s+){1,2}?(?:uur|uren|werkdag(?:en)?|dag(?:en)?|week|weken"
    r"|maand(?:en)?)"
    r"|niet ouder (?:is |zijn )?dan\s+[\w-]+\s+(?:werkdag(?:en)?|dag(?:en)?|week|weken|maand(?:en)?|jaar)"
    r"|(?:stuur|zend|voeg|lever)(?:t u)?\s+(?:[\w-]+\s+){0,6}?(?:mee|bij|in|toe)(?=[\s:.,]|$)|(?:mee te sturen|bij te voegen)\b"
    r"|(?:leidt|leiden) tot (?:afwijzing|weigering|terugvordering|uitsluiting)"
    r"|(?:wordt|worden) (?:[\w-]+ ){0,3}?(?:afgewezen|geweigerd|niet in behandeling genomen|teruggevorderd))",
    re.IGNORECASE,
)
_QUOTED = 60


def asked_beside(document: Document) -> Iterator[tuple[str, int]]:
    """The annexes and tables with such words: how each is named, with the first of them, and how many there are."""
    for unit in document.root.children:
        if unit.kind is UnitKind.BIJLAGE:
            if not any(u.kind in (UnitKind.ARTIKEL, UnitKind.LID) for u in unit.walk()):
                yield from _told(document, [s for u in unit.walk() for s in u.own], label(unit))
        else:
            for each in unit.walk():
                if each.kind is UnitKind.TABEL and each.parent is not None and each.parent.kind is not UnitKind.DOCUMENT:
                    yield from _told(document, each.own, f"de tabel in {label(each.parent)}")


def _told(document: Document, spans: list[Span], name: str) -> Iterator[tuple[str, int]]:
    content = document.text.content
    found = [m for s in spans for m in _ASKS.finditer(content, s.start, s.end)]
    if found:
        said = " ".join(found[0].group().split())
        said = said if len(said) <= _QUOTED else f"{said[:_QUOTED].rsplit(' ', 1)[0]} …"
        yield f"termijn, stuk of gevolg in {name} («{said}»)", len(found)

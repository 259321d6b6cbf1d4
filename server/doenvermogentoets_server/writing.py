"""Help while writing: completion of defined terms and references, and renaming a term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.errors import UserError
from doenvermogentoets.structure.numbers import ordinal_word
from doenvermogentoets.text import Span
from doenvermogentoets_server.look import Look
from doenvermogentoets_server.positions import Positions
from doenvermogentoets_server.referring import occurrences, term_at

TRIGGERS = [" "]
_LINE = 400  # characters before the cursor that are looked at
_WORDS = 5  # a term may have been typed so far
_ARTIKEL = re.compile(r"\b(?:artikel(?:en)?|art\.)\s+((?:[\w.:]+\s*(?:,|en|of|tot en met)\s*)*)([\w.:]*)$", re.IGNORECASE)
_LID = re.compile(r"\bartikel\s+([\w.:]+),\s+(\w*)$", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:de|het|een|deze|dit|die|dat|elke?|iedere?|geen|zijn|haar|hun)\s+$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\n\r:;«»\"]{0,80}")


def complete(look: Look, position: types.Position, *, asked: bool = True) -> list[types.CompletionItem]:
    """What may follow the words before a position of the present version.

    Args:
        asked: by the user, and not by the editor after a space: a list of all terms at every «de» would be in the way.
    """
    positions = look.state.positions
    at = positions.shown_offset(position)
    line = positions.shown[max(positions.start_of_line(at), at - _LINE) : at]
    lid = _LID.search(line)
    if lid is not None and (found := list(_leden(look, lid.group(1), _range(positions, at - len(lid.group(2)), at)))):
        return found
    artikel = _ARTIKEL.search(line)
    if artikel is not None:
        return list(_artikelen(look, _range(positions, at - len(artikel.group(2)), at)))
    if asked and _DETERMINER.search(line):
        return list(_all_terms(look, _range(positions, at, at)))
    return list(_terms(look, line, positions, at))


def _range(positions: Positions, start: int, end: int) -> types.Range:
    return positions.shown_range(Span(start, end))


def _leden(look: Look, number: str, range_: types.Range) -> Iterator[types.CompletionItem]:
    artikel = look.whole.find(number)
    leden = [u for u in artikel.children if u.kind is UnitKind.LID] if artikel is not None else []
    for i, lid in enumerate(leden):
        words = f"{ordinal_word(int(lid.number))} lid" if lid.number.isdigit() and int(lid.number) <= 100 else f"lid {lid.number}"
        yield _item(words, types.CompletionItemKind.Reference, range_, i, _opening(look, lid))


def _artikelen(look: Look, range_: types.Range) -> Iterator[types.CompletionItem]:
    seen: set[str] = set()
    for unit in look.whole.bill.root.walk() if look.whole.bill is not None else ():
        if unit.kind is UnitKind.ARTIKEL and unit.number and unit.number not in seen:
            seen.add(unit.number)
            yield _item(unit.number, types.CompletionItemKind.Reference, range_, len(seen), unit.heading or _opening(look, unit))


def _terms(look: Look, line: str, positions: Positions, at: int) -> Iterator[types.CompletionItem]:
    """Terms that go on from the last one to five words; the longest beginning counts."""
    words = [m.start() for m in re.finditer(r"[\w-]+", line)][-_WORDS:]
    for rank, (term, definition) in enumerate(sorted(look.whole.definitions.items())):
        start = next((w for w in words if term.startswith(line[w:].lower()) and len(line) - w < len(term)), None)
        if start is not None:
            typed = line[start:]
            written = typed + term[len(typed) :]
            item = _item(written, types.CompletionItemKind.Variable, _range(positions, at - len(typed), at), rank, definition.text[:200])
            yield item


def _all_terms(look: Look, range_: types.Range) -> Iterator[types.CompletionItem]:
    for rank, (term, definition) in enumerate(sorted(look.whole.definitions.items())):
        yield _item(term, types.CompletionItemKind.Variable, range_, rank, definition.text[:200])


def _item(text: str, kind: types.CompletionItemKind, range_: types.Range, rank: int, detail: str) -> types.CompletionItem:
    edit = types.TextEdit(range_, text)
    return types.CompletionItem(label=text, kind=kind, detail=detail, sort_text=f"{rank:05}", filter_text=text, text_edit=edit)


def _opening(look: Look, unit: Unit) -> str:
    document = look.whole.document_of(unit)
    text = " ".join(document.text[unit.own[0]].split()) if document is not None and unit.own else ""
    return text if len(text) <= 80 else f"{text[:77].rstrip()}..."


def renamed_range(look: Look, offset: int) -> types.Range | None:
    """The defined term at an offset of what was read, without the ending of a plural; ``None`` if there is none."""
    term = next((t for d in look.view.documents if (t := term_at(look, d, offset)) is not None), None)
    return look.range(term.span) if term is not None else None


def rename(look: Look, offset: int, name: str) -> list[types.TextEdit]:
    """Every place of the term at an offset in the present version of this document, with a capital where there was one.

    Raises:
        UserError: there is no defined term here, or the new name cannot be one.
    """
    term = next((t for d in look.view.documents if (t := term_at(look, d, offset)) is not None), None)
    if term is None:
        raise UserError("Hier staat geen omschreven begrip.", "Zet de cursor op een begrip uit de begripsbepalingen.")
    name = " ".join(name.split())
    if not _NAME.fullmatch(name):
        raise UserError("Dit kan geen begrip zijn.", "Een begrip is een of meer woorden, zonder dubbele punt of aanhalingsteken.")
    positions = look.state.positions
    shown = positions.shown
    lowered = shown.lower()
    if len(lowered) != len(shown):
        raise UserError("Deze tekst heeft tekens waarvan geen kleine letter bestaat.", "Wijzig het begrip met zoeken en vervangen.")
    out = []
    for match in occurrences(term.definition.term, lowered):
        here = shown[match.start(1)]
        written = name[0].upper() + name[1:] if here.isupper() and not name[0].isupper() else name
        out.append(types.TextEdit(_range(positions, match.start(1), match.end(1)), written))
    return out

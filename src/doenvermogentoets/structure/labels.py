"""What a unit is called: in words for a reader, as an id, and as the ``unit`` object of the JSON output."""

from __future__ import annotations

from collections import Counter, defaultdict

from doenvermogentoets.document import DIVISIONS, Unit, UnitKind
from doenvermogentoets.structure.numbers import arabic_key, ordinal_word

_WITH_NUMBER = frozenset((*DIVISIONS, UnitKind.BIJLAGE))
_OWN_NAME = {
    UnitKind.DOCUMENT: "het hele stuk",
    UnitKind.OPSCHRIFT: "opschrift",
    UnitKind.AANHEF: "aanhef",
    UnitKind.CONSIDERANS: "considerans",
    UnitKind.SLOTFORMULIER: "slotformulier",
    UnitKind.NOOT: "noot",
}


def amending(unit: Unit) -> tuple[Unit | None, Unit | None]:
    """The artikel and the wijzigingsonderdeel of the amending law that a unit stands in; ``(None, None)`` outside amendments."""
    chain = [unit, *unit.ancestors()]
    onderdeel = None
    for node in chain:
        if node.kind is UnitKind.WIJZIGINGSONDERDEEL:
            onderdeel = node
    if not any(n.inserted or n.instruction for n in chain):
        return None, None
    artikel = next((n for n in reversed(chain) if n.kind is UnitKind.ARTIKEL and not n.inserted), None)
    return artikel, onderdeel


_NAMELESS = frozenset("–•")
"""Numbers of items that have no name: nobody can cite «onderdeel –»."""


def place(unit: Unit) -> tuple[str | None, str | None, str | None]:
    """Artikel, lid and onderdeel (``"a"``, nested ``"a.1"``) as they will be cited; for an instruction: of the amended law.

    An instruction that stands for a whole artikel and names none of the amended law («Wijzigt de Wet X.») is cited by its own number;
    an item with a dash or a bullet is cited as what it stands in.
    """
    instruction = next((n for n in [unit, *unit.ancestors()] if n.instruction), None)
    inserted = any(n.inserted for n in [unit, *unit.ancestors()])
    if instruction is not None and not inserted and instruction.amends is not None:
        target = instruction.amends
        if target.artikel is not None or amending(unit)[1] is not None:
            return target.artikel, target.lid, target.onderdeel
    artikel = unit.artikel
    lid = unit.lid
    parts: list[str] = []
    node: Unit | None = unit
    while node is not None and node.kind is not UnitKind.ARTIKEL:
        if node.kind is UnitKind.ONDERDEEL and node.number not in _NAMELESS:
            parts.insert(0, node.number)
        node = node.parent
    return artikel.number if artikel else None, lid.number if lid else None, ".".join(parts) or None


def lid_words(number: str) -> str:
    """``"1"`` → ``"eerste lid"``, ``"1a"`` → ``"lid 1a"`` (Ar 3.59)."""
    key = arabic_key(number)
    return f"{ordinal_word(key[0])} lid" if key is not None and len(key) == 1 else f"lid {number}"


def words(artikel: str | None, lid: str | None, onderdeel: str | None) -> str:
    """``("17", "1", "a.2")`` → ``"artikel 17, eerste lid, onderdeel a, onder 2"``."""
    parts = ["enig artikel" if artikel == "enig" else f"artikel {artikel}"] if artikel else []
    if lid:
        parts.append(lid_words(lid))
    if onderdeel:
        first, *deeper = onderdeel.split(".")
        parts.append(f"onderdeel {first}")
        parts += [f"onder {d}" for d in deeper]
    return ", ".join(parts)


def label(unit: Unit) -> str:
    """What a reader calls the unit: ``"artikel 17, eerste lid"``, ``"artikel I, onderdeel B (artikel 18, tweede lid)"``."""
    outer, part = amending(unit)
    inside = words(*place(unit))
    if outer is None and part is not None:  # a change in a draft that stands in no artikel: «onderdeel B (artikel 4, derde lid)»
        return f"onderdeel {part.number} ({inside})" if inside else f"onderdeel {part.number}"
    if outer is not None:
        frame = f"artikel {outer.number}"
        if part is not None:
            frame += f", onderdeel {part.number}"
        elif unit.lid is not None and not unit.lid.inserted:
            frame += f", {lid_words(unit.lid.number)}"
        if not inside or inside == frame or (not unit.inserted and not any(n.amends for n in [unit, *unit.ancestors()])):
            return frame
        return f"{frame} ({inside})"
    if inside:
        return inside
    if unit.kind in _WITH_NUMBER:
        return f"{unit.kind.value} {unit.number}".strip()
    if unit.kind in _OWN_NAME:
        return _OWN_NAME[unit.kind]
    heading = next((n for n in [unit, *unit.ancestors()] if n.heading or n.kind in _WITH_NUMBER), None)
    if heading is None:
        return unit.kind.value
    if heading.kind in _WITH_NUMBER:
        return f"{heading.kind.value} {heading.number}".strip()
    title = f"{heading.number} {heading.heading}".strip()
    return f"paragraaf «{title if len(title) <= 80 else title[:77].rstrip() + '...'}»"


_SHORT = {
    UnitKind.ARTIKEL: "art",
    UnitKind.LID: "lid",
    UnitKind.ONDERDEEL: "ond",
    UnitKind.WIJZIGINGSONDERDEEL: "wijz",
    UnitKind.HOOFDSTUK: "hfd",
    UnitKind.AFDELING: "afd",
    UnitKind.PARAGRAAF: "par",
}


def tell_apart(root: Unit) -> None:
    """Give every unit its :attr:`Unit.id_part`. The first with a number keeps it bare, so that ids stay when a double is added below."""
    artikelen: Counter[str] = Counter()
    for parent in root.walk():
        unnumbered: Counter[UnitKind] = Counter()
        numbers: dict[UnitKind, Counter[str]] = defaultdict(Counter)
        for unit in parent.children:
            number = unit.number
            if not number:
                unnumbered[unit.kind] += 1
                number = str(unnumbered[unit.kind])
            seen = artikelen if _ends_id(unit) else numbers[unit.kind]
            seen[number] += 1
            unit.id_part = number if seen[number] == 1 else f"{number}_{seen[number]}"


def unit_id(unit: Unit) -> str:
    """Identifier, unique within the document: ``"art_17__lid_1"``; what stands above an artikel is left out."""
    parts: list[str] = []
    for node in (unit, *unit.ancestors()):
        if node.kind is UnitKind.DOCUMENT:
            break
        parts.append(f"{_SHORT.get(node.kind, node.kind.value)}_{node.id_part or node.number}")
        if _ends_id(node):
            break
    return "__".join(reversed(parts)) or "document"


def _ends_id(unit: Unit) -> bool:
    return unit.kind is UnitKind.ARTIKEL and not unit.inserted


def unit_json(unit: Unit) -> dict[str, object]:
    """The ``unit`` object of ``check --format json``."""
    artikel, lid, onderdeel = place(unit)
    out: dict[str, object] = {"id": unit_id(unit), "label": label(unit), "artikel": artikel, "lid": lid, "onderdeel": onderdeel}
    outer, part = amending(unit)
    if outer is not None or part is not None:
        out["wijziging"] = {"artikel": outer.number if outer is not None else None, "onderdeel": part.number if part is not None else None}
    return out

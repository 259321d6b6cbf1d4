"""Automatic numbers, computed as Word computes them from ``numbering.xml`` (ECMA-376 part 1, 17.9).

Word keeps one set of counters per abstract list; every list instance (``w:num``) of it goes on counting, except where
the instance overrides the start of a level: then that level starts anew at its first use in this instance, once. A later
restart under a new heading begins at the start of the level itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from doenvermogentoets.word.names import Names, local, names_of
from doenvermogentoets.word.styles import Style, Styles

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
_ROMAN_LOW = ((5, "v"), (4, "iv"), (1, "i"))
_UNITS = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_CHICAGO = "*†‡§"
# Characters of the fonts Symbol and Wingdings (private use area, F0xx) that serve as list signs, and their Unicode equals.
_SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF02D: "–",
    0xF0BE: "—",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF0A8: "◆",
    0xF076: "❖",
    0xF0E0: "→",
    0xF06F: "o",
}


@dataclass(frozen=True)
class Level:
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    pattern: str = ""

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The text of the number in pieces; every second one is the level that stands there."""
        return tuple(_PLACEHOLDER.split(self.text))


@dataclass(slots=True)
class _Instance:
    abstract: int
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """The lists of a file; holds no counters.

    Args:
        root: root of ``numbering.xml`` or ``None``.
        styles: needed for list styles and for styles that are tied to a level.
    """

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[int, dict[int, Level]] = {}
        self._instances: dict[int, _Instance] = {}
        self._links: dict[int, str] = {}
        self._resolved: dict[tuple[str | None, int | None, int | None], tuple[int, int] | None] = {}
        self._plans: dict[int, _Plan | None] = {}
        if root is not None:
            self._read(root, names_of(root))

    def _read(self, root: etree._Element, w: Names) -> None:
        for element in root.iterchildren(w("abstractNum")):
            number = w.integer(element, "abstractNumId")
            if number is None:
                continue
            link = w.val(element.find(w("numStyleLink")))
            if link:
                self._links[number] = link
            self._abstract[number] = dict(_levels(element, w))
        for element in root.iterchildren(w("num")):
            number, abstract = w.integer(element, "numId"), w.integer(element.find(w("abstractNumId")))
            if number is None or abstract is None:
                continue
            instance = _Instance(abstract)
            for override in element.iterchildren(w("lvlOverride")):
                ilvl = w.integer(override, "ilvl")
                if ilvl is None or not 0 <= ilvl < _LEVELS:
                    continue
                for _, level in _levels(override, w, ilvl):
                    instance.levels[ilvl] = level
                start = w.integer(override.find(w("startOverride")))
                if start is not None:
                    instance.starts[ilvl] = start
            self._instances[number] = instance

    def list_of(self, num_id: int) -> int | None:
        """The abstract list behind an instance, list styles followed; ``None`` when there is none."""
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        abstract = instance.abstract
        for _ in range(_LEVELS):
            link = self._links.get(abstract)
            if link is None:
                break
            target = self._instances.get(self._styles.numbering_styles.get(link, -1))
            if target is None or target.abstract == abstract:
                break
            abstract = target.abstract
        return abstract if abstract in self._abstract else None

    def plan(self, num_id: int) -> _Plan | None:
        """The list as one instance sees it; ``None`` when it points at no list."""
        if num_id not in self._plans:
            abstract = self.list_of(num_id)
            if abstract is None:
                self._plans[num_id] = None
            else:
                instance = self._instances[num_id]
                own, shared = instance.levels, self._abstract[abstract]
                levels = [own.get(n) or shared.get(n) for n in range(_LEVELS)]
                self._plans[num_id] = _Plan(abstract, levels, instance.starts, _resets(levels))
        return self._plans[num_id]

    def resolve(self, style_id: str | None, num_id: int | None, ilvl: int | None) -> tuple[int, int] | None:
        """List instance and level of a paragraph from its own ``numPr`` and its style; ``None`` when it is not numbered."""
        key = (style_id, num_id, ilvl)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(style_id, num_id, ilvl)
        return self._resolved[key]

    def _resolve(self, style_id: str | None, num_id: int | None, ilvl: int | None) -> tuple[int, int] | None:
        chain = self._styles.chain(style_id)
        carrier = None
        if num_id is None:
            carrier = next((s for s in chain if s.num_id is not None), None)
            if carrier is None or carrier.num_id is None:
                return None
            num_id = carrier.num_id
        if num_id == 0:
            return None
        abstract = self.list_of(num_id)
        if abstract is None:
            return None
        if ilvl is None:
            ilvl = self._level_of(chain, abstract, linked=carrier is not None)
        return (num_id, ilvl) if 0 <= ilvl < _LEVELS else None

    def _level_of(self, chain: tuple[Style, ...], abstract: int, *, linked: bool) -> int:
        """The level that the nearest style in the chain stands for.

        A list says which style belongs to which level, and that goes before what the style says; a style that is based on a numbered one
        (Kop 2 on Kop 1) has a level of its own in the list it inherits.
        """
        by_style = {level.style: n for n, level in self._abstract[abstract].items() if level.style} if linked else {}
        for style in chain:
            level = by_style.get(style.id, style.ilvl)
            if level is not None:
                return level
        return 0


class Counters:
    """Running numbers of one story (the body, the notes, one header); every story counts for itself."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[int, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()

    def next(self, num_id: int, ilvl: int) -> str:
        """Count one paragraph and return its number as it is shown; empty when its list has no such level."""
        plan = self._numbering.plan(num_id)
        level = None if plan is None else plan.levels[ilvl]
        if plan is None or level is None:
            return ""
        values = self._values.get(plan.abstract)
        if values is None:
            values = self._values[plan.abstract] = [None] * _LEVELS
        current = values[ilvl]
        if ilvl in plan.starts and (num_id, ilvl) not in self._started:
            self._started.add((num_id, ilvl))
            values[ilvl] = plan.starts[ilvl]
        else:
            values[ilvl] = level.start if current is None else current + 1
        for deeper in plan.resets[ilvl]:
            values[deeper] = None
        return _label(plan, level, values)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A list as one instance sees it; ``resets[n]``: the levels that start again after level ``n``."""

    abstract: int
    levels: list[Level | None]
    starts: dict[int, int]
    resets: list[list[int]]


def _resets(levels: list[Level | None]) -> list[list[int]]:
    out: list[list[int]] = [[] for _ in range(_LEVELS)]
    for deeper, definition in enumerate(levels):
        restart = None if definition is None else definition.restart
        for ilvl in range(deeper):
            # lvlRestart 0: never; n: only after level n or a higher one (counted from 1); absent: after any higher level
            if restart is None or (restart > 0 and ilvl <= restart - 1):
                out[ilvl].append(deeper)
    return out


def _label(plan: _Plan, level: Level, values: list[int | None]) -> str:
    if level.format == "bullet":
        return "".join(_SYMBOLS.get(ord(c), c) for c in level.text).strip()
    pieces = list(level.pieces)
    for place in range(1, len(pieces), 2):
        other = int(pieces[place]) - 1
        definition = plan.levels[other] or Level()
        value = values[other]
        number_format = "decimal" if level.legal and definition.format != "none" else definition.format
        pieces[place] = format_number(definition.start if value is None else value, number_format, definition.pattern)
    return "".join(pieces).strip()


def _levels(parent: etree._Element, w: Names, default: int = 0) -> list[tuple[int, Level]]:
    out = []
    for element in parent.iterchildren(w("lvl")):
        ilvl = w.integer(element, "ilvl")
        ilvl = default if ilvl is None else ilvl
        if not 0 <= ilvl < _LEVELS:
            continue
        level = Level(
            start=_or(w.integer(element.find(w("start"))), 0),
            text=w.val(element.find(w("lvlText"))) or "",
            restart=w.integer(element.find(w("lvlRestart"))),
            legal=bool(w.on(element, "isLgl")),
            style=w.val(element.find(w("pStyle"))),
        )
        # an alternate (custom) format stands in mc:AlternateContent, so the first numFmt below counts
        number_format = next((e for e in element.iter(w("numFmt")) if local(e) == "numFmt"), None)
        if number_format is not None:
            level = replace(level, format=w.val(number_format) or "decimal", pattern=w.val(number_format, "format") or "")
        out.append((ilvl, level))
    return out


def _or(value: int | None, default: int) -> int:
    return default if value is None else value


def format_number(value: int, number_format: str, pattern: str = "") -> str:
    """A counter in the number format of Word (``lowerRoman``, ``upperLetter``, ...); unknown formats are shown in digits."""
    if number_format == "decimal":
        return str(value)
    if number_format in ("none", "bullet"):
        return ""
    if number_format in ("lowerLetter", "upperLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 50)
        return letter if number_format == "lowerLetter" else letter.upper()
    if number_format in ("lowerRoman", "upperRoman") and 0 < value < 5000:
        text = ""
        for size, sign in _ROMAN + _ROMAN_LOW:
            text += sign * (value // size)
            value %= size
        return text if number_format == "lowerRoman" else text.upper()
    if number_format == "decimalZero":
        return f"{value:02d}"
    if number_format == "custom" and re.match(r"0+\d", pattern):
        return str(value).zfill(len(re.split(r"[,\s]", pattern)[0]))
    if number_format == "ordinal":
        return f"{value}e"
    if number_format == "cardinalText":
        return cardinal(value).capitalize()
    if number_format == "ordinalText":
        return ordinal(value).capitalize()
    if number_format == "numberInDash":
        return f"- {value} -"
    if number_format == "hex":
        return f"{value:X}"
    if number_format == "chicago" and value > 0:
        return _CHICAGO[(value - 1) % 4] * min((value - 1) // 4 + 1, 50)
    return str(value)


def cardinal(value: int) -> str:
    """Number word: 21 -> ``eenentwintig``; digits from a thousand."""
    if value < 0 or value >= 1000:
        return str(value)
    if value < 20:
        return _UNITS[value]
    if value < 100:
        unit = _UNITS[value % 10]
        joint = "ën" if unit.endswith("e") else "en"
        return _TENS[value // 10] if value % 10 == 0 else unit + joint + _TENS[value // 10]
    head = ("" if value < 200 else _UNITS[value // 100]) + "honderd"
    return head if value % 100 == 0 else head + cardinal(value % 100)


def ordinal(value: int) -> str:
    """Ranking word: 3 -> ``derde``, 21 -> ``eenentwintigste``."""
    special = {1: "eerste", 3: "derde", 8: "achtste"}
    last = value % 100
    word = cardinal(value)
    if last in special:
        return word[: len(word) - len(_UNITS[last])] + special[last]
    if 1 < last < 20:
        return word + "de"
    return word + "ste"

"""Styles of a Word file: what a paragraph inherits through ``basedOn``, and what its style name says about its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from doenvermogentoets.document import UnitKind
from doenvermogentoets.word.names import Names, first, names_of

# Names that Word itself stores are English in every language version; house styles of ministries and municipalities are
# Dutch compounds ("Artikelkop", "OP_Artikel kop", "Lid genummerd").
_HEADING = re.compile(r"(?:heading|kop)\s?([1-9])$")
_TOC = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s?\d?$")
_KINDS: tuple[tuple[re.Pattern[str], UnitKind], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"(?:title|titel van (?:de )?(?:wet|regeling)|opschrift|citeertitel)$", UnitKind.OPSCHRIFT),
        (r"(?:aanhef)$", UnitKind.AANHEF),
        (r"(?:considerans)$", UnitKind.CONSIDERANS),
        (r"(?:boek|boek ?kop)$", UnitKind.BOEK),
        (r"(?:deel ?kop)$", UnitKind.DEEL),
        (r"(?:hoofdstuk|hoofdstuk ?kop|hoofdstuk ?titel)$", UnitKind.HOOFDSTUK),
        (r"(?:titel ?kop)$", UnitKind.TITEL),
        (r"(?:afdeling|afdelings? ?kop|afdeling ?titel)$", UnitKind.AFDELING),
        (r"(?:paragraaf|paragraaf ?kop|paragraaf ?titel)$", UnitKind.PARAGRAAF),
        (r"(?:artikel|artikel ?kop|artikel ?titel)$", UnitKind.ARTIKEL),
        (r"(?:lid|lid genummerd|genummerd lid|artikel ?lid)$", UnitKind.LID),
        (r"(?:onderdeel|sub ?onderdeel|onderdeel genummerd)$", UnitKind.ONDERDEEL),
        (r"(?:wijzigings? ?onderdeel)$", UnitKind.WIJZIGINGSONDERDEEL),
        (r"(?:bijlage|bijlage ?kop|bijlage ?titel)$", UnitKind.BIJLAGE),
        (r"(?:footnote text|endnote text|voetnoottekst|eindnoottekst)$", UnitKind.NOOT),
    )
)
_MAX_CHAIN = 32
"""Styles deep; a chain that is longer is a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """What the walker needs of one style, own values only (``None``: not set here)."""

    id: str
    name: str
    based_on: str | None = None
    vanish: bool | None = None
    strike: bool | None = None
    num_id: int | None = None
    ilvl: int | None = None
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """What a style says: a kind of unit, a depth, or that the paragraph belongs to a table of contents."""

    kind: UnitKind | None = None
    level: int | None = None
    toc: bool = False


def _strikes(w: Names, properties: etree._Element | None) -> bool | None:
    """Whether run properties strike the text, with one line or two; ``None`` where they say nothing of it."""
    said = [on for name in ("strike", "dstrike") if (on := w.on(properties, name)) is not None]
    return any(said) if said else None


class Styles:
    """The styles part.

    Args:
        root: root of ``styles.xml``, or ``None`` when the file has none.
        mapping: style name (any case) to kind, for house styles; goes before everything built in.
    """

    def __init__(self, root: etree._Element | None, mapping: Mapping[str, UnitKind] | None = None) -> None:
        self._styles: dict[str, Style] = {}
        self._chains: dict[str | None, tuple[Style, ...]] = {}
        self._hints: dict[str | None, Hint] = {}
        self._mapping = {name.casefold(): kind for name, kind in (mapping or {}).items()}
        self.default_paragraph: str | None = None
        self.numbering_styles: dict[str, int] = {}
        self.hides = False
        """Some style hides text."""
        self.strikes = False
        """Some style strikes text."""
        self._ids_by_name: dict[str, str] = {}
        if root is not None:
            self._read(root, names_of(root))

    def _read(self, root: etree._Element, w: Names) -> None:
        for element in root.iterchildren(w("style")):
            style_id, kind = element.get(w("styleId")), element.get(w("type"))
            if not style_id or kind == "table":
                continue  # table styles are the bulk of the part and say nothing of paragraphs
            name = w.val(first(element, w("name"))) or style_id
            paragraph = first(element, w("pPr"))
            num_pr = first(paragraph, w("numPr"))
            num_id = w.integer(first(num_pr, w("numId")))
            style = Style(
                id=style_id,
                name=name,
                based_on=w.val(first(element, w("basedOn"))),
                vanish=w.on(first(element, w("rPr")), "vanish"),
                strike=_strikes(w, first(element, w("rPr"))),
                num_id=num_id,
                ilvl=w.integer(first(num_pr, w("ilvl"))),
                outline=w.integer(first(paragraph, w("outlineLvl"))),
            )
            self._styles[style_id] = style
            self.hides = self.hides or bool(style.vanish)
            self.strikes = self.strikes or bool(style.strike)
            self._ids_by_name.setdefault(name.casefold(), style_id)
            if kind == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
                self.default_paragraph = style_id
            if kind == "numbering" and num_id is not None:
                self.numbering_styles[style_id] = num_id

    def id_of(self, name: str) -> str | None:
        """The id of the style with this built-in name (``"annotation text"``), if the file has it."""
        return self._ids_by_name.get(name.casefold())

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """The style and what it is based on, nearest first; stops at a circle or a style that is not there."""
        if style_id in self._chains:
            return self._chains[style_id]
        out: list[Style] = []
        current = style_id
        while current is not None and len(out) < _MAX_CHAIN:
            style = self._styles.get(current)
            if style is None or style in out:
                break
            out.append(style)
            current = style.based_on
        self._chains[style_id] = tuple(out)
        return self._chains[style_id]

    def vanish(self, style_id: str | None) -> bool:
        """Hidden by this style, itself or inherited."""
        return next((s.vanish for s in self.chain(style_id) if s.vanish is not None), False)

    def strike(self, style_id: str | None) -> bool:
        """Struck by this style, itself or inherited."""
        return next((s.strike for s in self.chain(style_id) if s.strike is not None), False)

    def outline(self, style_id: str | None) -> int | None:
        """Outline level from 0, ``None`` for body text."""
        level = next((s.outline for s in self.chain(style_id) if s.outline is not None), None)
        return level if level is not None and 0 <= level <= 8 else None

    def hint(self, style_id: str | None) -> Hint:
        """What the nearest style in the chain with a telling name says."""
        if style_id not in self._hints:
            self._hints[style_id] = self._find_hint(style_id)
        return self._hints[style_id]

    def _find_hint(self, style_id: str | None) -> Hint:
        for style in self.chain(style_id):
            name = re.sub(r"[\s_]+", " ", style.name).strip().casefold()
            mapped = self._mapping.get(style.name.casefold()) or self._mapping.get(name)
            if mapped is not None:
                return Hint(mapped, self.outline(style_id))
            if _TOC.match(name):
                return Hint(toc=True)
            heading = _HEADING.match(name)
            if heading:
                return Hint(UnitKind.KOP, int(heading[1]) - 1)
            # a house prefix ("OP ", "BZK_") goes before the telling name
            bare = name.split(" ", 1)[1] if re.match(r"[a-z]{2,4} ", name) and name not in ("lid genummerd",) else name
            for pattern, kind in _KINDS:
                if pattern.match(name) or pattern.match(bare):
                    return Hint(kind, self.outline(style_id))
        outline = self.outline(style_id)
        return Hint(UnitKind.KOP, outline) if outline is not None else Hint()

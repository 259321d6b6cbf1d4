"""The tree of a toelichting: headings by number and typography, alinea's below them.

A toelichting has no fixed form (Ar 4.41 to 4.56 prescribe its content); headings are recognised by what typists do: a short
line without full stop, numbered or set apart by an empty line.
"""

from __future__ import annotations

import re
from itertools import pairwise

from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.structure.lines import ASIDE, Line
from doenvermogentoets.structure.lists import Scope
from doenvermogentoets.text import Span

MAX_HEADING = 140
"""Longest heading without a number, in code points."""

_PART = re.compile(
    r"(?:(?P<number>[IVX]{1,4}|[A-Z]|\d{1,2})[.:]?[ \t\u00a0]+)?(?P<title>(?:het )?(?:algemeen( deel)?|"
    r"algemene toelichting|artikelsgewij[sz]e?( deel| toelichting| gedeelte)?"
    r"|toelichting (per artikel|op de artikelen|artikelsgewijs)))[.:]?$",
    re.IGNORECASE,
)
_DOCUMENT_HEADING = re.compile(
    r"(?:nr\.? ?\d+[ \t\u00a0]+)?(?:(?:memorie|nota) van toelichting|toelichting|algemene toelichting)\b[^.;]{0,160}$", re.IGNORECASE
)
_DECIMAL = re.compile(
    r"(?:§[ \t\u00a0]*|"
    r"paragraaf[ \t\u00a0]+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}[a-z]?)(?P<dot>[.:)]?)[ \t\u00a0]+(?P<title>(?=[^\W\d_«‘'\"(]|"
    r"[«‘'\"(]).*)$",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?P<number>[IVX]{1,5}|[A-Z]|[a-z])[.)][ \t\u00a0]+(?P<title>\S.*)$")
_CHAPTER = re.compile(
    r"(?:hoofdstuk|deel|paragraaf|§)[ \t\u00a0]*(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|"
    r"[A-Z])(?![\w])[.:]?[ \t\u00a0]*(?P<title>.*)$",
    re.IGNORECASE,
)
_ARTIKEL = re.compile(r"(?:artikel(?:en)?|art\.)[ \t\u00a0]+(?:\d|[IVXLC]+[a-zA-Z]?\b|[A-Z]\b)", re.IGNORECASE)
_ONDERDEEL = re.compile(
    r"(?:(?:sub)?onderde(?:el|len)|leden|lid|(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|"
    r"negende|tiende) lid|hoofdstuk|afdeling|paragraaf|titel|bijlage)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:de|het|onze) (?:minister|staatssecretaris|voorzitter|griffier|burgemeester|secretaris|initiatiefnemer)", re.IGNORECASE
)
_VERB_AFTER_ARTIKEL = re.compile(
    r"\b(?:is|zijn|wordt|worden|bevat|bevatten|regelt|regelen|bepaalt|bepalen|geeft|strekt|ziet|maakt|kan|"
    r"kunnen|komt|heeft|hebben|vervalt|vervallen|voorziet|biedt|betreft|verplicht|vereist)\b"
)


def starts_toelichting(line: Line) -> bool:
    """Whether a line is the heading of a toelichting («NOTA VAN TOELICHTING», «Toelichting op de Verordening ...»)."""
    text = line.text
    return (
        line.paragraph.part not in ASIDE
        and len(text) < 200
        and bool(_DOCUMENT_HEADING.match(text))
        and not line.paragraph.label
        and line.last not in ".,;:"
    )


def opens_per_artikel(line: Line) -> bool:
    """Whether a line heads the explanation per artikel («Artikelsgewijze toelichting», «II. Artikelsgewijs»)."""
    part = _PART.match(line.text)
    return part is not None and "artikel" in part["title"].lower() and line.paragraph.part not in ASIDE and not line.paragraph.label


class ExplanatoryBuilder:
    """Builds the units of a toelichting below ``parent``."""

    def __init__(self, content: str, parent: Unit) -> None:
        self._content = content
        self._parent = parent
        self._stack: list[tuple[str, Unit]] = []
        self._scope: Scope | None = None
        self._signing = False
        self._article_part = False

    def feed(self, lines: list[Line]) -> None:
        spaced = sum(line.blank_before for line in lines) * 10 > len(lines)
        previous: Line | None = None
        for line, after in [*pairwise(lines), *([(lines[-1], None)] if lines else [])]:
            self._line(line, after, previous, spaced)
            previous = line

    def _line(self, line: Line, after: Line | None, previous: Line | None, spaced: bool) -> None:
        if line.paragraph.part in ASIDE:
            self._leaf(self._parent, UnitKind.ALINEA if line.paragraph.part == "toc" else UnitKind.NOOT, line.span)
            return
        if line.text.startswith("|") or line.paragraph.part == "table":
            self._scope = None
            parent = self._current()
            if parent.children and parent.children[-1].kind is UnitKind.TABEL and not line.blank_before:
                parent.children[-1].own.append(line.span)
            else:
                self._leaf(parent, UnitKind.TABEL, line.span)
            return
        heading = self._heading(line, after, previous, spaced)
        if heading is not None:
            style, number, title = heading
            self._open(style, number, title, line)
            return
        if _SIGNATURE.match(line.text) and len(line.text) < 160 and line.last != "." and (after is None or len(after.text) < 100):
            self._signing = True
            self._scope = None
            self._leaf(self._parent, UnitKind.SLOTFORMULIER, line.span)
            return
        if self._signing:
            if len(line.text) < 100:
                last = self._parent.children[-1]
                last.own.append(line.span)
                return
            self._signing = False
        self._alinea(line, previous)

    def _current(self) -> Unit:
        return self._stack[-1][1] if self._stack else self._parent

    def _leaf(self, parent: Unit, kind: UnitKind, span: Span) -> Unit:
        unit = Unit(kind, parent=parent, own=[span])
        parent.children.append(unit)
        return unit

    def _alinea(self, line: Line, previous: Line | None) -> None:
        if line.labels and self._scope is not None:
            place = self._scope.place(line, previous)
            if place is not None:
                unit = Unit(UnitKind.ONDERDEEL, place.label.number, parent=place.parent, label_span=line.label_span)
                if len(line.body):
                    unit.own = [line.body]
                place.parent.children.append(unit)
                self._scope.enter(place, unit)
                return
        alinea = self._leaf(self._current(), UnitKind.ALINEA, line.span)
        self._scope = Scope(alinea, leden=False)

    # -- headings -------------------------------------------------------------------------------------------------

    def _heading(self, line: Line, after: Line | None, previous: Line | None, spaced: bool) -> tuple[str, str, str] | None:
        """Style (what decides the depth), number and title of a heading; ``None`` for running text."""
        text = line.text
        paragraph = line.paragraph
        if paragraph.kind is UnitKind.KOP:
            match = _CHAPTER.match(text) or _DECIMAL.match(text) or _LETTERED.match(text)
            number = paragraph.label.rstrip(".) ") or (match["number"] if match and not _ARTIKEL.match(text) else "")
            part = _PART.match(text)
            if part is not None:
                self._article_part = "artikel" in part["title"].lower()
                return "part", part["number"] or "", part["title"]
            return f"hint{paragraph.level or 0}", number, match["title"] if match and number and not paragraph.label else text
        part = _PART.match(text)
        if part is not None:
            self._article_part = "artikel" in part["title"].lower()
            return "part", part["number"] or "", part["title"]
        if paragraph.label and line.last in ".;":
            return None
        apart = line.blank_before or not spaced or (self._article_part and self._alone(line, previous))
        if _ARTIKEL.match(text) and len(text) < 250 and line.last not in ".;," and apart and not _VERB_AFTER_ARTIKEL.search(text):
            return "artikel", "", text
        if len(text) > 220 or line.last in ".;,:" or after is None:
            return None
        if apart and self._article_part and _ONDERDEEL.match(text) and not _VERB_AFTER_ARTIKEL.search(text):
            return "onderdeel", "", text
        match = _CHAPTER.match(text)
        if match is not None and apart:
            depth = match["number"].count(".")
            return ("chapter" if not depth and text[0] in "hHdD" else f"dec{depth}"), match["number"], match["title"]
        match = _DECIMAL.match(text)
        goes_on = match is not None and self._goes_on(match["number"], line, previous, after)
        if match is not None and (apart or goes_on or "." in match["number"]) and not self._in_list(line, previous):
            return f"dec{match['number'].count('.')}", match["number"], match["title"]
        match = _LETTERED.match(text)
        if match is not None and apart and not self._in_list(line, previous):
            letter = match["number"]
            style = (
                "roman"
                if letter.isupper() and set(letter) <= set("IVX") and (letter != "I" or self._style_open("roman") or not self._follows_h())
                else (letter.isupper() and "capital") or "letter"
            )
            return style, letter, match["title"]
        if self._plain(line, after, spaced):
            return "plain", "", text
        return None

    def _alone(self, line: Line, previous: Line | None) -> bool:
        """A short line after a full sentence or a heading: there «Artikel 4» is a heading without an empty line too."""
        if previous is None or len(line.text) > MAX_HEADING:
            return False
        return previous.last in ".?!" or (bool(self._stack) and self._stack[-1][1].heading_span == previous.span)

    def _goes_on(self, number: str, line: Line, previous: Line | None, after: Line) -> bool:
        """A title between two sentences with the number after that of the heading above, or with the first right under a part of the whole.

        «1. Inleiding» below «ALGEMEEN», and «2. Uitvoering» after its last sentence, without empty lines around them.
        """
        fuller = len(after.text) > len(line.text) or after.text.startswith("[")  # «[PM]»: the text is still to come
        title = len(line.text) <= MAX_HEADING and line.text[-1:].isalnum() and fuller
        if not title or previous is None or not number.isdigit():
            return False
        above = next((unit.number for style, unit in self._stack if style == "dec0"), "")
        if not above:
            style, part = self._stack[-1] if self._stack else ("", None)
            return number == "1" and style == "part" and part is not None and part.heading_span == previous.span
        return int(number) == int(above) + 1 and previous.last in ".?!]" and not previous.labels

    def _style_open(self, style: str) -> bool:
        return any(s == style for s, _ in self._stack)

    def _follows_h(self) -> bool:
        return any(s == "capital" and u.number == "H" for s, u in self._stack)

    def _in_list(self, line: Line, previous: Line | None) -> bool:
        """An item of a list in the text: it follows a colon or another item without an empty line in between."""
        if previous is None:
            return False
        if previous.last == ":" and not line.blank_before:
            return True
        return not line.blank_before and bool(previous.labels) and self._scope is not None and previous.last in ";,.)"

    def _plain(self, line: Line, after: Line, spaced: bool) -> bool:
        text = line.text
        if not spaced or not line.blank_before or line.labels or len(text) > MAX_HEADING or _SIGNATURE.match(text):
            return False
        if not (text[0].isupper() or text[0] in "‘«’'\"") or text.count("\t"):
            return False
        # names below a toelichting are short too, but no text follows them
        return (not after.blank_before and len(after.text) > len(text)) or (
            after.blank_before and len(after.text) < MAX_HEADING and after.last not in ".;,:" and len(text.split()) > 1
        )

    def _open(self, style: str, number: str, title: str, line: Line) -> None:
        self._signing = False
        self._scope = None
        if style == "part":
            self._stack.clear()
        elif style.startswith("hint"):
            level = int(style[4:])
            while (
                self._stack
                and (not self._stack[-1][0].startswith("hint") or int(self._stack[-1][0][4:]) >= level)
                and self._stack[-1][0] != "part"
            ):
                self._stack.pop()
        else:
            styles = [s for s, _ in self._stack]
            if style in styles:
                del self._stack[styles.index(style) :]
            elif style.startswith("dec"):
                while self._stack and (
                    self._stack[-1][0] == "plain" or (self._stack[-1][0].startswith("dec") and self._stack[-1][0] > style)
                ):
                    self._stack.pop()
            elif style == "artikel":
                while self._stack and self._stack[-1][0] in ("onderdeel", "plain", "letter"):
                    self._stack.pop()
            elif style in ("chapter", "roman", "capital"):
                while (self._stack and self._stack[-1][0] in ("plain", "artikel", "onderdeel")) or (
                    style == "chapter" and self._stack and self._stack[-1][0] != "part"
                ):
                    self._stack.pop()
        parent = self._current()
        unit = Unit(UnitKind.KOP, number, heading=title.strip(), heading_span=line.span, parent=parent)
        parent.children.append(unit)
        self._stack.append((style, unit))

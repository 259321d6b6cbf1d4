"""What a single paragraph looks like: a heading of a division or artikel, an item of a list, or plain text.

Nothing is decided here that needs the context; a label like ``i.`` gets both its readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from doenvermogentoets.document import OLD_COLUMN, Paragraph, Source, UnitKind
from doenvermogentoets.structure.numbers import CARDINALS, Key, Style, arabic_key, letters_key, ordinal, roman
from doenvermogentoets.text import Span

ASIDE = frozenset({"footnote", "endnote", "header", "footer", "textbox", "toc", OLD_COLUMN})
"""Parts of a paragraph that stand beside the running text."""


@dataclass(frozen=True, slots=True)
class Label:
    """One reading of a list label: how it is numbered, its sort key and the number as cited."""

    style: Style
    key: Key
    number: str


@dataclass(slots=True)
class Heading:
    """A division or artikel heading: what, its number, and the range of its title (empty if it has none on this line)."""

    kind: UnitKind
    number: str
    title: Span | None


@dataclass(slots=True)
class Line:
    """A paragraph with what can be seen of it.

    Attributes:
        span: the whole paragraph.
        text: its characters.
        blank_before: an empty line (or the start of the text) precedes it.
        labels: readings of its list label, if it starts with one.
        label_span: range of the label in the text; ``None`` if the number is not in the text.
        body: the rest after the label.
        heading: what heading it may be.
    """

    span: Span
    text: str
    paragraph: Paragraph
    blank_before: bool = False
    labels: tuple[Label, ...] = ()
    label_span: Span | None = None
    body: Span = Span(0, 0)
    heading: Heading | None = None
    _last: str = field(default="", init=False)

    def __post_init__(self) -> None:
        tail = self.text.rstrip("»”\"' ")
        self._last = tail[-1:] if tail else ""

    @property
    def last(self) -> str:
        """Last character, closing quotation marks left out."""
        return self._last

    @property
    def bare(self) -> bool:
        """The label is a number and nothing else: «2 De aanvrager»."""
        return self.label_span is not None and self.text[: len(self.label_span)].isdigit()


_NUMBER = (
    r"(?:\d+(?:[a-z]{1,12}\d{0,2})?(?:[.:]\d+(?:[a-z]{1,3}\d{0,2})?|[.:][a-z](?![a-z]))*|"
    r"[IVXLC]+[a-zA-Z]?(?![a-zà-ÿ])|[A-Z](?:\d+|[a-z])?(?![\wà-ÿ]))"
)
_ARTIKEL = re.compile(
    rf"(?:artikel|art\.)[ \t\u00a0]*[ ]*((?-i:[A-Z]{{1,2}} \d{{1,3}}[a-z]{{0,2}}(?=\s*$))|{_NUMBER}\*?)(?![\w°])", re.IGNORECASE
)
_ENIG = re.compile(r"enig artikel[.:]?$", re.IGNORECASE)
_DIVISION_WORDS = {
    "boek": UnitKind.BOEK,
    "deel": UnitKind.DEEL,
    "hoofdstuk": UnitKind.HOOFDSTUK,
    "titel": UnitKind.TITEL,
    "titeldeel": UnitKind.TITEL,
    "afdeling": UnitKind.AFDELING,
    "onderafdeling": UnitKind.AFDELING,
    "paragraaf": UnitKind.PARAGRAAF,
    "subparagraaf": UnitKind.PARAGRAAF,
    "§": UnitKind.PARAGRAAF,
}
_DIVISION = re.compile(
    rf"(?:(boek|deel|hoofdstuk|titeldeel|titel|onderafdeling|afdeling|subparagraaf|paragraaf)[ \t\u00a0]+|"
    rf"(§)[ \t\u00a0]*)({_NUMBER}|[a-zë]+(?=[ \t.:]|$))(?![\w°])",
    re.IGNORECASE,
)
_DIVISION_RANKED = re.compile(r"([a-zë]+)[ \t\u00a0]+(boek|deel|hoofdstuk|titel|afdeling|paragraaf)(?=$|[ .:])", re.IGNORECASE)
_BIJLAGE = re.compile(
    r"(bijlagen?|annex)(?:[ \t\u00a0]+((?:\d+[a-z]?|[IVXLC]+[a-z]?|[A-Z])(?:[.:]\d+[a-z]?)*)(?![\w]))?(?=$|[ \t.:,;(\u00a0–-])",
    re.IGNORECASE,
)

# What makes a line that starts like a heading a sentence: a verb or a word that continues a citation.
_SENTENCE = re.compile(
    r"(?:,|;|en\b|of\b|tot\b|juncto\b|jo\b|van\b|is\b|zijn\b|wordt\b|worden\b|komt\b|komen\b|vervalt\b|"
    r"vervallen (?!per)|blijft\b|heeft\b|geldt\b|treedt\b|treden\b|kan\b|bij\b|in\b|op\b|onder\b|onderdeel\b|"
    r"lid\b|voor\b|luidt\b|dat\b|die\b|alsmede\b|onderscheidenlijk\b|aanhef\b|eerste\b|tweede\b|derde\b|"
    r"vierde\b|zoals\b|bedoeld\b|met\b|regelt\b|bevat\b|gaat\b|betreft\b|bepaalt\b|strekt\b|maakt\b|geeft\b|"
    r"ziet\b|moet\b|noemt\b)"
)

_BIJ = re.compile(r"(?:bij|behorende|als bedoeld|bedoeld|van het|van de|met)\b")

_ITEM = re.compile(
    r"(?:"
    r"(?P<degree>\d{1,3}[a-z]?)[ ]?[°º]\.?"
    r"|(?P<letterdegree>[a-z]{1,2})[°º]\.?"
    r"|\((?P<inparen>\d{1,3}[a-z]?|[a-z]{1,2}|[ivx]{1,5})\)"
    r"|(?P<paren>\d{1,3}[a-z]?)\)"
    r"|(?P<letterparen>[a-z]{1,3}\d?)\)"
    r"|(?P<arabic>\d{1,3}[a-z]{0,3})(?P<star>\*?)\.(?![\d])"
    r"|(?P<letter>[a-z]{1,3}\d{0,2})\.(?![.])"
    r"|(?P<capital>[A-Z]{1,3}[a-z]?)\.(?=[ \t\u00a0]|$)"
    r"|(?P<capitalalone>[A-Z]{1,3}[a-z]?)$"
    r"|(?P<dash>[–—•−‒*·\uf0b7\u2022-](?=[ \t\u00a0])|[–—•](?=[a-zà-ÿ]{2}))"
    r"|(?P<bare>\d{1,2}[a-z]{0,2})(?=[ \t\u00a0]+[A-Z‘“«\"'])"
    r")(?:[ \t\u00a0]+|(?=[^\W\d_]|$|[(«‘“\"']))"
)
_LETTER_WORDS = frozenset(
    ("nr", "art", "jo", "cq", "bv", "nl", "zie", "dr", "mr", "ir", "ing", "drs", "zgn", "vgl", "resp", "blz", "pag", "dhr", "mw")
)


_LINE_ENDS = {10: " ", 13: " "}


def read_lines(source: Source) -> list[Line]:
    """All paragraphs of a source, looked at one by one."""
    content = source.text.content
    lines = []
    before = 0
    for paragraph in source.paragraphs:
        span = paragraph.span
        # the lines of a hard-wrapped paragraph are one sentence; offsets stay
        text = content[span.start : span.end].translate(_LINE_ENDS)
        blank = before == 0 or _has_blank(content, before, span.start)
        lines.append(read_line(paragraph, text, blank))
        before = span.end
    return lines


def _has_blank(content: str, start: int, end: int) -> bool:
    gap = content[start:end]
    return gap.count("\n") > 1 or (("\r" in gap) and gap.count("\r") > 1)


def read_line(paragraph: Paragraph, text: str, blank: bool) -> Line:
    """One paragraph, or the part of it that stands in a cell, by itself."""
    span = paragraph.span
    line = Line(span=span, text=text, paragraph=paragraph, blank_before=blank, body=span)
    if paragraph.label:
        _read_label_outside(line, paragraph)
        return line
    line.heading = _heading(text, span, blank)
    match = _ITEM.match(text)
    if match is not None:
        labels = _labels(match)
        if labels:
            line.labels = labels
            end = match.end()
            line.label_span = Span(span.start, span.start + len(text[:end].rstrip()))
            line.body = Span(span.start + end, span.end)
    if paragraph.kind is not None:
        _read_hint(line, paragraph.kind)
    return line


_HINTED_LABEL = re.compile(r"(\d{1,3}[a-z]{0,3}|[a-z]{1,3}\d?|[A-Z]{1,2}[a-z]?|[–•*-])[.)°º]*(?:[ \t\u00a0]+|$)")
_HINTED_HEADINGS = frozenset((*_DIVISION_WORDS.values(), UnitKind.ARTIKEL, UnitKind.BIJLAGE))
_HINTED_NUMBER = re.compile(rf"({_NUMBER})[.:]?[ \t\u00a0]+")


def _read_hint(line: Line, kind: UnitKind) -> None:
    """The source says what the paragraph is, but its text does not look like it: take its word for it."""
    if kind in (UnitKind.LID, UnitKind.ONDERDEEL) and not line.labels:
        line.heading = None
        match = _HINTED_LABEL.match(line.text)
        if match is not None:
            key = arabic_key(match[1])
            letters = letters_key(match[1])
            if key is not None:
                line.labels = (Label(Style.ARABIC, key, match[1]),)
            elif letters is not None:
                line.labels = (Label(Style.CAPITAL if match[1][0].isupper() else Style.LETTER, letters, match[1]),)
            else:
                line.labels = (Label(Style.DASH, (), "–"),)
            start = line.span.start
            line.label_span = Span(start, start + len(match[0].rstrip()))
            line.body = Span(start + match.end(), line.span.end)
    elif kind in _HINTED_HEADINGS and line.heading is None:
        match = _HINTED_NUMBER.match(line.text)
        start = line.span.start + (match.end() if match is not None else 0)
        line.heading = Heading(kind, match[1] if match is not None else "", Span(start, line.span.end))
        line.labels = ()


def _read_label_outside(line: Line, paragraph: Paragraph) -> None:
    shown = paragraph.label.strip()
    heading = _heading(f"{shown} X", Span(0, len(shown) + 2), True)
    if heading is not None:
        title = line.span if line.text else None
        line.heading = Heading(heading.kind, heading.number, title)
        return
    match = _ITEM.match(shown if shown[-1:] in ".)°º" or not shown[-1:].isalnum() else shown + ".")
    if match is not None:
        line.labels = _labels(match)


def _labels(match: re.Match[str]) -> tuple[Label, ...]:
    kind = next(name for name, found in match.groupdict().items() if found is not None and name != "star")
    text = match[kind]
    if kind == "inparen":
        kind = "paren" if text[0].isdigit() else "letterparen"
    if kind == "dash":
        return (Label(Style.DASH, (), "•" if text in "•·\uf0b7*" else "–"),)
    if kind in ("arabic", "bare", "degree", "paren"):
        key = arabic_key(text)
        style = {"degree": Style.DEGREE, "paren": Style.PAREN}.get(kind, Style.ARABIC)
        if not key or not key[0]:
            return ()
        plain = Label(style, key, text + (match["star"] or ""))
        if kind == "arabic" and text[-1] in "eo" and text[:-1].isdigit():
            # «1e.» and «1o.» are older ways to write 1°
            return (Label(Style.DEGREE, key[:1], text[:-1]), plain)
        return (plain,)
    if kind in ("capital", "capitalalone"):
        key = letters_key(text)
        out = [Label(Style.CAPITAL, key, text)] if key else []
        return tuple(out)
    if text in _LETTER_WORDS:
        return ()
    out = []
    style = Style.LETTER_PAREN if kind == "letterparen" else Style.LETTER
    key = letters_key(text)
    if key:
        out.append(Label(style, key, text))
    value = roman(text)
    if value:
        out.append(Label(Style.ROMAN, (value,), text))
    return tuple(out)


def _heading(text: str, span: Span, blank: bool) -> Heading | None:
    first = text[:1].lower()
    if first == "e" and _ENIG.match(text):
        return Heading(UnitKind.ARTIKEL, "enig", None)
    if first not in "abdehopstv§ezn" or len(text) > 600:
        return None
    match = _ARTIKEL.match(text)
    if match is not None:
        return _titled(UnitKind.ARTIKEL, match[1], text, match.end(), span, blank)
    match = _DIVISION.match(text)
    if match is not None:
        word = (match[1] or match[2]).lower()
        number = match[3]
        if (number[0].islower() and roman(number) is None) or (not number[0].isdigit() and number[1:2].islower() and roman(number) is None):
            value = ordinal(number)
            value = value if value is not None else CARDINALS.get(number.lower())
            number = str(value) if value is not None else ""
        if number:
            return _titled(_DIVISION_WORDS[word], number, text, match.end(), span, blank)
        return None
    match = _DIVISION_RANKED.match(text)
    if match is not None:
        value = ordinal(match[1])
        if value is not None:
            return _titled(_DIVISION_WORDS[match[2].lower()], str(value), text, match.end(), span, blank)
    match = _BIJLAGE.match(text)
    if match is not None and len(text) < 300 and not text.startswith("bijlage"):
        return _titled(UnitKind.BIJLAGE, match[2] or "", text, match.end(), span, blank)
    return None


def _titled(kind: UnitKind, number: str, text: str, end: int, span: Span, blank: bool) -> Heading | None:
    """A heading if what follows the number can be a title, otherwise ``None`` (a sentence that starts with a citation)."""
    rest = text[end:]
    bare = rest.lstrip(" \t\u00a0")
    if not bare or bare in (".", ":"):
        return Heading(kind, number, None)
    separated = bare[0] in ".:–—-|"
    title = bare.lstrip(".:–—-| \t\u00a0") if separated else bare
    if not title:
        return Heading(kind, number, None)
    start = span.start + len(text) - len(title)
    if not separated:
        if rest[0] not in " \t\u00a0([" or (_SENTENCE.match(title) and not (kind is UnitKind.BIJLAGE and _BIJ.match(title))):
            return None
        if title[-1] in ":;," or (title[-1] == "." and len(title.split()) > 6):
            return None
        if title[0].islower() and (not blank or len(title.split()) > 10 or title[-1] == "."):
            return None
    return Heading(kind, number, Span(start, span.end))

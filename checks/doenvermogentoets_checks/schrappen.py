"""A sentence that takes a safeguard away: whether it can be struck in one clean edit, and whether it bars leave to pay later."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import UnitKind
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.norms.waarborg import Uitgesloten
from doenvermogentoets.norms.waarborgen import uitgesloten
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import trimmed

_NUMBER = re.compile(r"\s*\d+[a-z]?\.\s+")
# What may stand before the words of the exclusion: a derogation, and who or what it is about.
_DEROGATES = re.compile(
    r"(?:in afwijking van|anders dan|onverminderd) [^;:,]*?(?:algemene wet bestuursrecht|\bawb\b|artikel \d[\w.:]*),?", re.I
)
_MORE = re.compile(r"[,;:]|\b(?:en|of|maar|doch|waarbij|waarvan|die|dat|indien|als|wanneer|tenzij|mits|nadat|zodra|tot)\b", re.I)
_WORDS = 9  # between the parts of an exclusion and nothing else
# A sentence that leans on the one before it, or a citation of one sentence of a lid.
_LEANS = re.compile(r"\s*(?:dit|deze|dat|die|daar\w*|hier\w*|in (?:dat|deze|die) geval\w*|hij|zij|het eerste volzin|evenmin|ook)\b", re.I)
_CITES = re.compile(r"\bvolzin(?:nen)?\b", re.I)


def enige_inhoud(item: Uitgesloten) -> Span | None:
    """The sentence without the number of its lid, if it says nothing but the exclusion."""
    if item.voorwaardelijk:
        return None
    document = item.provision.document
    zin = trimmed(document, item.provision.sentence_at(item.span.start))
    content = document.text.content
    numbered = _NUMBER.match(content, zin.start, zin.end)
    zin = Span(numbered.end(), zin.end) if numbered is not None else zin
    before = _DEROGATES.sub("", content[zin.start : max(zin.start, item.span.start)])
    after = content[item.span.end : zin.end].removesuffix(".")
    clean = not any(_MORE.search(rest) or len(rest.split()) > _WORDS for rest in (before, after))
    return zin if clean and content[zin.end - 1] == "." and "\n" not in document.text[zin] else None


def te_schrappen(analysis: Analysis, item: Uitgesloten) -> Span | None:
    """What goes when the exclusion is struck: its sentence with the white space that joins it, or the last lid of its artikel.

    ``None`` where more must change with it: another lid would get its number, or the text leans on it or cites it.
    """
    zin, unit, document = enige_inhoud(item), item.provision.unit, item.provision.document
    if zin is None or unit.kind not in (UnitKind.LID, UnitKind.ARTIKEL) or unit.inserted:
        return None
    artikel, content = unit.artikel, document.text.content
    whole = artikel.span if artikel is not None else unit.span
    if _CITES.search(content, whole.start, whole.end) is not None:
        return None
    left_before = _NUMBER.sub("", content[unit.span.start : zin.start], count=1).strip()
    left_after = content[zin.end : unit.span.end].strip()
    if unit.kind is UnitKind.ARTIKEL:  # the heading stands before it
        left_before = content[min(item.provision.span.start, zin.start) : zin.start].strip()
    if left_after:
        start = len(content[zin.end : unit.span.end]) - len(content[zin.end : unit.span.end].lstrip())
        return None if _LEANS.match(content, zin.end, unit.span.end) else Span(zin.start, zin.end + start)
    if left_before:
        return Span(zin.start - (len(content[: zin.start]) - len(content[: zin.start].rstrip())), zin.end)
    leden = [c for c in artikel.children if c.kind is UnitKind.LID] if artikel is not None else []
    cited = any(unit in r.units for r in document.references)
    if len(leden) > _LEAST and leden[-1] is unit and not cited:
        return Span(leden[-2].span.end, unit.span.end)
    return None


_LEAST = 2  # leden; of two, the one that is left would lose its number
_LATER = ("uitstel", "betalen in delen")
_ALL_OF_IT = re.compile(r"\b(?:deze|dit|de) (?:wet|regeling|besluit|verordening)\b(?! [a-z]*[A-Z0-9])")


def geen_uitstel(analysis: Analysis, provision: Provision) -> Uitgesloten | None:
    """The sentence that bars leave to pay later here: in the same artikel, in one that refers to it, or for the whole regulation.

    What is barred only in some cases bars no right beside it.
    """
    own = {provision.unit, *(u for u in (provision.unit.artikel, provision.unit.lid) if u is not None)}
    for item in uitgesloten(analysis):
        if item.voorwaardelijk or not any(word in item.geeft for word in _LATER):
            continue
        zin = item.provision.sentence_at(item.span.start)
        if item.provision.unit.artikel is provision.unit.artikel and provision.unit.artikel is not None:
            return item
        if any(own & set(r.units) for r in references_in(item.provision.document, zin)):
            return item
        if _ALL_OF_IT.search(item.provision.document.text.content, zin.start, zin.end) is not None:
            return item
    return None

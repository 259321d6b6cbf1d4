"""What kind of text a document is, and what it is called."""

from __future__ import annotations

import re

from doenvermogentoets.document import DocumentKind, Unit, UnitKind
from doenvermogentoets.structure.amending import changes_draft
from doenvermogentoets.text import Text

_WIJZIGING = re.compile(r"\b(?:tot )?(?:wijziging|aanpassing|intrekking) van\b", re.IGNORECASE)
_CITED = re.compile(
    r"wordt aangehaald als:?[ \t\u00a0]+(?:de |het )?[«‘'\"]?([^\n.«»]{3,200}?)[»’'\"]?(?:\.|$)", re.IGNORECASE | re.MULTILINE
)
_IN_BRACKETS = re.compile(r"\(([A-Z][^()]{4,160}(?:\([^()]*\)[^()]*)?)\)(?:[ .]*\[[^\[\]]*\])?[ .]*$")
_NO_TITLE = re.compile(
    r"(?:tweede kamer|eerste kamer|vergaderjaar|nr\.? ?\d|voorstel van wet$|ontwerp|staatsblad|staatscourant|"
    r"jaargang|memorie van|nota van|\d{2} ?\d{3} ?$|\d{1,3}$|concept|"
    r"consultatie(?:versie|tekst|document)|internetconsultatie|werkversie|versie \d|vertrouwelijk)",
    re.IGNORECASE,
)


_POLICY = re.compile(r"\W*(?:circulaire|(?:beleids|uitvoerings)regels?|leidraad|(?:beleids|uitvoerings)?regeling)\b", re.IGNORECASE)
"""A text that opens with its own kind is that, whatever bodies and regulations it goes on to name."""

_ROYAL = re.compile(r"\A\W*besluit van \d|\bop (?:de )?voordracht van onze\b|\bbij de gratie gods\b")
"""A koninklijk besluit, also one about what a gemeenteraad does."""

_NAMES_ITSELF = {
    "wet": DocumentKind.WETSVOORSTEL,
    "rijkswet": DocumentKind.WETSVOORSTEL,
    "besluit": DocumentKind.AMVB,
    "regeling": DocumentKind.REGELING,
    "beleidsregel": DocumentKind.REGELING,
    "verordening": DocumentKind.VERORDENING,
}
_ITSELF = re.compile(
    rf"\b(?:in )?(?:deze|dit) ({'|'.join(_NAMES_ITSELF)}) (?:wordt (?:aangehaald|verstaan)|en de daarop berustende|treedt in werking)",
    re.IGNORECASE,
)
"""What a text without opschrift and aanhef calls itself."""

_BODY = frozenset((UnitKind.ARTIKEL, UnitKind.HOOFDSTUK, UnitKind.PARAGRAAF, UnitKind.TITEL, UnitKind.AFDELING))


def kind_of(root: Unit, text: Text) -> DocumentKind:
    """The kind, from the opschrift and aanhef (Ar 4.2 to 4.8); ``ONBEKEND`` if nothing points one way."""
    opening = _opening(root, text)
    low = opening.lower()
    if any(u.kind is UnitKind.ALINEA and u.instruction and changes_draft(text[u.own[0]]) for u in root.children if u.own):
        return _of_changed_draft(low)
    if _POLICY.match(opening):
        return DocumentKind.REGELING
    if any(u.kind in _BODY for u in root.walk()):
        if "alzo wij" in low or "voorstel van wet" in low or re.match(r"(?:rijks)?wet van", low) or "staten-generaal" in low:
            artikelen = [u for u in root.walk() if u.kind is UnitKind.ARTIKEL and not u.inserted]
            amending = sum(u.instruction or any(c.instruction for c in u.children) for u in artikelen)
            mostly = amending * 2 >= len(artikelen) or (bool(_WIJZIGING.search(opening)) and amending * 6 >= len(artikelen))
            return DocumentKind.WIJZIGINGSVOORSTEL if amending and mostly else DocumentKind.WETSVOORSTEL
        if _ROYAL.search(low):
            return DocumentKind.AMVB
        if (re.search(r"\b\w*verordening\b", low) and not re.search(r"\b(?:regeling van|beleidsregel)", low[:200])) or re.search(
            r"\bde raad (?:van|der) (?:de )?gemeente|gemeenteraad|provinciale staten|algemeen bestuur|college van burgemeester|"
            r"gelet op [^;]{0,200}\b(?:gemeente|provincie|waterschaps)wet",
            low,
        ):
            return DocumentKind.VERORDENING if "beleidsregel" not in low[:200] else DocumentKind.REGELING
        if "op de voordracht" in low or "op voordracht" in low or re.search(r"\bbij de gratie gods", low):
            return DocumentKind.AMVB
        if re.search(
            r"\b(?:regeling|beleidsregels?|circulaire|leidraad|aanwijzingen)\b|\bde (?:minister|staatssecretaris)\b|handelende", low
        ):
            return DocumentKind.REGELING
        if re.search(r"\bbesluit\b", low):
            return DocumentKind.AMVB
        if re.search(r"\bwet(?:boek)?\b", low):
            return DocumentKind.WETSVOORSTEL
        itself = _ITSELF.search(text.content)
        if itself is not None:
            return _NAMES_ITSELF[itself[1].lower()]
    return DocumentKind.ONBEKEND


def _of_changed_draft(opening: str) -> DocumentKind:
    """Of a nota van wijziging or an amendement: what it changes."""
    if re.search(r"\b(?:gemeenteraad|raad (?:van|der) (?:de )?gemeente|provinciale staten|\w*verordening)\b", opening):
        return DocumentKind.VERORDENING
    if re.search(r"\bontwerp-?besluit\b", opening):
        return DocumentKind.AMVB
    return DocumentKind.WIJZIGINGSVOORSTEL


def title_of(root: Unit, text: Text) -> str:
    """The citeertitel if the text gives one, otherwise the short title in brackets, otherwise the opschrift."""
    last = None
    for unit in root.walk():
        if unit.kind is UnitKind.ARTIKEL and not unit.inserted and len(unit.span) < 600:
            for span in [*unit.own, *(s for c in unit.children if c.kind is UnitKind.LID for s in c.own)]:
                match = _CITED.search(text.content, span.start, span.end)
                last = match[1].strip() if match else last
    if last is not None:
        return last
    candidates = []
    for unit in root.children[:6]:
        if unit.kind in (UnitKind.OPSCHRIFT, UnitKind.KOP, UnitKind.ALINEA):
            spans = [unit.heading_span] if unit.heading_span is not None else list(unit.own)
            candidates += [text[s].strip() for s in spans[:8] if not _NO_TITLE.match(text[s].strip())]
    for candidate in candidates:
        match = _IN_BRACKETS.search(candidate)
        if match:
            return match[1]
    return candidates[0] if candidates else ""


def _opening(root: Unit, text: Text) -> str:
    """Everything before the first division or artikel, at most 8,000 characters."""
    end = next(
        (u.span.start for u in root.children if u.kind not in (UnitKind.OPSCHRIFT, UnitKind.AANHEF, UnitKind.CONSIDERANS)),
        len(text.content),
    )
    return text.content[: min(end, 8000)]

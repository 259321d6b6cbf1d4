"""A softening that a text says is not given: no more time, no payment in parts, no reminder, no chance to repair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.waarborg import Uitgesloten, only_in_some_cases
from doenvermogentoets.text import Span

_ACHTERWEGE = re.compile(
    r"\b(?:aanmaning|herinnering|nadere termijn|hersteltermijn|termijn voor herstel|gelegenheid tot (?:herstel"
    r"|aanvulling|het geven van een zienswijze))\b"
    r"[^.;]{0,200}?\b(?:blijft|blijven) achterwege\b",
    re.I,
)
# «Uitstel van betaling wordt niet verleend», «verleent geen kwijtschelding», «Tegenbewijs is niet mogelijk», «zonder aanmaning»: in
# the word order of a main clause, so that «indien geen uitstel is verleend» is not meant.
_ZACHT = (
    r"(?:uitstel(?: van (?:de )?betaling)?|betaling in (?:termijnen|gedeelten|delen)|betalingsregeling(?:en)?|kwijtschelding"
    r"|matiging|verschoning"
    r"|hersteltermijn|(?:gelegenheid tot )?(?:herstel(?: van (?:het|een|dit) (?:verzuim|gebrek))?|aanvulling)|nadere termijn"
    r"|aanmaning|herinnering"
    r"|waarschuwing|tegenbewijs|verlenging(?: van (?:deze|de|die|dit|het) (?:termijn|periode|tijdvak))?)"
)
_GIVEN = (
    r"(?:verleend|toegestaan|geboden|gegeven|getroffen|aangeboden|mogelijk|toegekend|toegepast|plaats|verstuurd|gezonden"
    r"|toegelaten|gegund|aanvaard)"
)
_WITHHELD = (
    re.compile(
        rf"\b{_ZACHT}\b(?: (?:of|en|noch|van(?! betaling)) [\w -]{{3,40}}?)? (?:wordt|worden|is|zijn|kan|kunnen|vindt|vinden)"
        rf" (?:[\w-]+ ){{0,4}}?"
        rf"(?:niet (?:[\w-]+ ){{0,3}}?{_GIVEN}|uitgesloten)\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:wordt|worden|is|zijn|verleent|verlenen|biedt|bieden|geeft|geven|treft|treffen|staat|kent"
        rf"|past) (?:(?!die |dat )[\w-]+ ){{0,6}}?geen {_ZACHT}\b"
        rf"[^.;]{{0,60}}",
        re.I,
    ),
    re.compile(
        rf"(?:\A|[.;\n]\s*)(?:\d+[a-z]?\.\s+)?geen {_ZACHT}\b[^.;,]{{0,60}}? (?:wordt|worden|is|zijn)\b[^.;,]{{0,30}}\b{_GIVEN}\b", re.I
    ),
    re.compile(
        r"\bzonder (?:dat )?(?:een |enige |nadere |voorafgaande |eerdere )*(?:aanmaning|waarschuwing|herinnering|hersteltermijn"
        r"|gelegenheid tot (?:herstel|aanvulling))\b",
        re.I,
    ),
)
# «De termijn, bedoeld in het eerste lid, kan niet worden verlengd»; not «niet meer dan eenmaal verlengd», and no time for a decision
_NOT_LONGER = re.compile(
    r"\b(?:kan|kunnen|wordt|worden) (?:[\w-]+ ){0,3}?niet (?!meer |vaker |langer |verder |met |voor |dan "
    r"|eerder )(?:[\w-]+ ){0,3}?verlengd\b",
    re.I,
)
_A_TERM = re.compile(
    r"(?:\A|[.;\n]\s*)(?:\d+[a-z]?\.\s+)?(?:de|deze|die|dit|dat|het) (?:[\w-]+ ){0,2}?(?:\w*termijn|tijdvak|periode)\b", re.I
)
# How long something lasts («de termijn waarvoor de vergunning geldt», «de zittingstermijn»), and not by when somebody must act.
_LASTS = re.compile(
    r"\b(?:termijn|tijdvak|periode)\b[^.;,]{0,30}?\b(?:waarvoor|waarover|gedurende welke|waarvan)\b"
    r"|\b(?:benoemings|zittings|ambts|vergunnings|geldigheids|huur|contract|uitkerings|subsidie|looptijd)\w*(?:termijn|periode)\b",
    re.I,
)
_OF_DECIDING = re.compile(r"\b(?:besl\w+|besluit\w*|advies\w*|advis\w+|bekend\w+|uitspraak|behandel\w+)\b", re.I)
_HANDIG: tuple[str, ...] = (
    "uitstel",
    "betaling",
    "kwijtschelding",
    "matiging",
    "termijn",
    "herstel",
    "aanvulling",
    "aanmaning",
    "herinnering",
    "waarschuwing",
    "verlengd",
    "ingebrekestelling",
    "tegenbewijs",
    "verlenging",
    "verschoning",
)
_GEEFT = {
    "uitstel": "uitstel van betaling",
    "betaling": "betalen in delen",
    "kwijtschelding": "kwijtschelding",
    "matiging": "matiging",
    "tegenbewijs": "de mogelijkheid om te laten zien dat het anders is",
    "verlenging": "een langere termijn voor wie die nodig heeft",
    "verschoning": "verschoning voor wie er niets aan kon doen",
    "waarschuwing": "de waarschuwing vooraf",
}
_LAST_CHANCE = "de laatste gelegenheid om het verzuim te herstellen"


def may_fit(text: str) -> bool:
    """A cheap look: whether a sentence of this text may say that something is not given."""
    small = text.lower()
    return "achterwege" in text or any(w in small for w in _HANDIG)


def find(analysis: Analysis, provision: Provision, zin: Span) -> Iterator[Uitgesloten]:
    """What a sentence says is not given."""
    words = analysis.document.text[zin]
    yield from _niet_verlengd(analysis, provision, zin, words)
    yield from _niet_gegeven(provision, zin, words)
    match = _ACHTERWEGE.search(words)
    if match is not None:
        span = Span(zin.start + match.start(), zin.start + match.end())
        yield Uitgesloten(provision, span, "", _LAST_CHANCE, only_in_some_cases(words))


def _niet_verlengd(analysis: Analysis, provision: Provision, zin: Span, words: str) -> Iterator[Uitgesloten]:
    """A time within which somebody must act, that the text says cannot be made longer.

    Whose time it is, another lid says; where that is not here (the new lid of an amended artikel), it is only a question.
    """
    match = _NOT_LONGER.search(words)
    subject = _A_TERM.match(words) if match is not None else None
    if match is None or subject is None or _OF_DECIDING.search(words) is not None or _PENAL.search(words.lower()) is not None:
        return
    if _LASTS.search(words, subject.start(), match.end()) is not None:
        return
    near = [n for p in analysis.in_artikel(provision.unit) or (provision,) for n in p.norms if n.termijnen]
    if near and not any(t.voor == "burger" for n in near for t in n.termijnen):
        return
    yield Uitgesloten(
        provision,
        Span(zin.start + _begin(subject), zin.start + match.end()),
        "",
        _GEEFT["verlenging"],
        not near or only_in_some_cases(words),
    )


def _begin(match: re.Match[str]) -> int:
    """Where the words begin that were found, behind the full stop or the number of the lid that they were found with."""
    return match.end() - len(match[0].lstrip(" .;\n0123456789"))


def _niet_gegeven(provision: Provision, zin: Span, words: str) -> Iterator[Uitgesloten]:
    """A softening that the text itself says is not given."""
    small = words.lower()
    if not any(w in small for w in _HANDIG) or (
        "niet" not in small and "geen" not in small and "zonder" not in small and "uitgesl" not in small
    ):
        return
    for pattern in _WITHHELD:
        match = pattern.search(words)
        if match is None or _PENAL.search(small) is not None or "bedoeld" in match[0].lower():
            continue
        if _REGELS.search(small) is not None:
            continue
        if match[0].lower().startswith("zonder") and _HARD.search(small) is None:
            continue
        kind = next((w for w in _GEEFT if w in match[0].lower()), "")
        geeft = _GEEFT.get(kind, _LAST_CHANCE)
        some = only_in_some_cases(words) or _FOR_SOME.match(words, match.end()) is not None
        yield Uitgesloten(provision, Span(zin.start + _begin(match), zin.start + match.end()), "", geeft, some)
        return


# What is done without warning weighs; «zonder aanmaning rente verschuldigd» does not. «voor het ledigingstarief»: of one kind only.
_HARD = re.compile(
    r"\b(?:dwangbevel|inge?vorder\w*|beëindig\w*|ingetrokken|trekt\b|afgesloten|afsluit\w*|opge(?:zegd|schort)|verhoog\w*|boete|vervalt|geweigerd)\b"
)
_REGELS = re.compile(r"\bkan (?:evenwel |echter )?worden bepaald\b|\bregels (?:worden|kunnen)\b")
_FOR_SOME = re.compile(r"[^.;,]{0,12}\b(?:voor|van|aan|ten aanzien van)\b", re.I)
# Evidence and time limits between authorities or before a court.
_PENAL = re.compile(
    r"\b(?:wettelijke rente|rechterlijke|schuldeiser|wederpartij|overeenkomst|verbintenis|rechtbank|rechter|griffier"
    r"|officier van justitie|verzoekschrift|dagvaarding)\b"
)

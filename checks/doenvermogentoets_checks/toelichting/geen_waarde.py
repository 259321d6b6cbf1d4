"""A number that is no value of the rule: the date of a judgment or directive, «een of meer», a case on the other side of a limit."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import UnitKind
from doenvermogentoets.text import Span, Text
from doenvermogentoets.toelichting import Explanation
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk
from doenvermogentoets.toelichting.vergelijking import doel
from doenvermogentoets_checks.toelichting.afwijking import Afwijking, afstand

_STUK = re.compile(
    r"\b(?:richtlijn|verordening|uitspraak|arrest|vonnis|beschikking|brief|(?:rijks)?wet|besluit|circulaire|verdrag|protocol|nota|advies"
    r"|rapport|motie|resolutie|overeenkomst|convenant)\b(?:(?!\btreedt\b)[^.;]){0,120}(?<!ingang )\bvan (?:de )?$|\bd\.d\. ?$",
    re.I,
)
_VINDPLAATS = re.compile(
    r"^[^.;]{0,20}\((?:Stb|Stcrt|Trb|nr|kenmerk|zaaknummer|LJN|ECLI|PbE)|^,? (?:zaaknummer|nummer|kenmerk|onder nummer)\b",
    re.I,
)
_TOT_STAND = re.compile(r"^ te ['’]?\w[^.;]{2,40} (?:tot stand gekomen|gesloten)", re.I)
_EEN_OF_MEER = re.compile(r"[ée]{2}n of meer", re.I)
_REEKS = re.compile(r"\b\d{1,3} (?:of|en) $")
_ELK = re.compile(r"\b(?:elk|ieder|per|afzonderlijk)\w*\b", re.I)
_SAMEN = re.compile(r"\b(?:in totaal|totaal|samen|gezamenlijk|opgeteld)\b|totaal\b", re.I)
_VEEL = 1.4  # logarithm: «vier uur per jaar» beside «vijftig uur» is another thing, «twintig uur per week» beside «25 uur» may be the same
_VER = 5  # years: two days that are farther apart are no two values of one date
_NUMMER, _BEGIN = re.compile(r"\d{1,2}\s+[A-Z]"), re.compile(r"(?:^|[\n.;:])\s*$")
_VAN_ONDERDEEL = re.compile(
    r"\s*\(?(?:in |op grond van |bedoeld in )?art(?:ikel|\.) (\d[\w.:]*)(?:, (?:\w+ )?lid(?: \d+)?)?"
    r",? (?:aanhef,? en )?(?:onder|onderdeel) ([a-z]{1,2})\b"
)
_JAAR = re.compile(r"\b((?:18|19|20)\d\d)$")


def geen_waarde(dossier: DossierAnalysis, explanation: Explanation, found: Afwijking) -> bool:
    """One of the two numbers sets nothing, or they are not of the same thing."""
    here, there = found.hoeveelheid, found.stand.hoeveelheid
    told, bill = explanation.document.text, dossier.bill.document.text
    if _EEN_OF_MEER.match(here.woorden) or _REEKS.search(told.content[max(0, here.span.start - 8) : here.span.start]):
        return True
    cited = _van_een_stuk(told, here.span) or _van_een_stuk(bill, there.span)
    if here.maat == "datum" and (cited or _jaren(here.woorden, there.woorden) > _VER):
        return True
    if _ook_genoemd(found) or _lijstnummer(told, here) or _lijstnummer(bill, there) or _ander_onderdeel(told, found):
        return True
    if here.maat == "duur" and bool(here.per) != bool(there.per) and afstand(here, there) > _VEEL:
        return True
    if here.maat == "aantal" and _elk_of_samen(found.zin.text, bill[found.stand.provision.span]):
        return True
    return _ander_artikel(explanation, found)


def _van_een_stuk(text: Text, span: Span) -> bool:
    """The day of a judgment, letter, statute or treaty, by which it is cited."""
    before, after = text.content[max(0, span.start - 160) : span.start], text.content[span.end : span.end + 80]
    return _STUK.search(before) is not None or _VINDPLAATS.match(after) is not None or _TOT_STAND.match(after) is not None


def _jaren(one: str, other: str) -> int:
    """How many years two dates are apart; 0 when one of them has no year."""
    years = [int(m.group(1)) for words in (one, other) if (m := _JAAR.search(words.strip())) is not None]
    return abs(years[0] - years[1]) if len(years) == len((one, other)) else 0


def _elk_of_samen(one: str, other: str) -> bool:
    """A number for each beside one for all together."""
    each, total = _ELK.search(one) is not None, _SAMEN.search(one) is not None
    each_there, total_there = _ELK.search(other) is not None, _SAMEN.search(other) is not None
    return (total and not each and each_there and not total_there) or (each and not total and total_there and not each_there)


def _ander_artikel(explanation: Explanation, found: Afwijking) -> bool:
    """The sentence stands under the heading of one artikel and cites no other, and the number of the bill is in another."""
    target = doel(explanation, found.zin)
    artikel = found.stand.provision.unit.artikel
    if target is None:
        return _onbekende_kop(explanation, found)
    return target.hoe == "kop" and len(target.artikelen) == 1 and artikel not in target.artikelen


def _onbekende_kop(explanation: Explanation, found: Afwijking) -> bool:
    """The heading names an artikel by its number that was not read in the bill: no other artikel can take its place."""
    named = {p.artikel for p in found.zin.alinea.section.places if p.artikel}
    return bool(named) and all(n[:1].isdigit() and n not in explanation.by_words.by_number for n in named)


def _ook_genoemd(found: Afwijking) -> bool:
    """The sentence has the day of the bill too: it tells of two days, and the other one is another day."""
    there = found.stand.hoeveelheid
    return there.maat == "datum" and any(gelijk(h, there) for h in hoeveelheden(found.zin.text) if h.maat == "datum")


def _lijstnummer(text: Text, one: Hoeveelheid) -> bool:
    """«4 Nederlander zijn …» at the beginning of a line: the number of a part, with the first word of it."""
    before = text.content[max(0, one.span.start - 40) : one.span.start]
    return one.maat == "aantal" and _NUMMER.match(one.woorden) is not None and _BEGIN.search(before) is not None


def _ander_onderdeel(told: Text, found: Afwijking) -> bool:
    """The number is followed by the onderdeel it is of, and the one of the bill stands in another."""
    here, there = found.hoeveelheid, found.stand.hoeveelheid
    match = _VAN_ONDERDEEL.match(told.content[here.span.end : here.span.end + 100])
    artikel = found.stand.provision.unit.artikel
    if match is None or artikel is None or match.group(1) != artikel.number:
        return False
    inside = [u for u in artikel.walk() if u.kind is UnitKind.ONDERDEEL and u.span.contains(there.span)]
    return bool(inside) and all(u.number != match.group(2) for u in inside)

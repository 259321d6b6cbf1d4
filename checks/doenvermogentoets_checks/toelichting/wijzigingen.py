"""What an amending instruction takes away from somebody, and whether a finding is about another one than its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.document import Amendment, AmendmentKind, Unit, UnitKind
from doenvermogentoets.findings import Hit
from doenvermogentoets.months import MONTHS
from doenvermogentoets.toelichting import Section, Zin
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.wijziging import genoemd, kop, meant, plaats
from doenvermogentoets_checks.common import days

Soort = Literal["ruimte", "strenger", "waarborg", "termijn", "bereik"]

# Words that make a condition harder for the citizen when they come in, or when they go out.
_STRENGER = re.compile(
    r"\b(?:zeer|uitzonderlijke?|uitsluitend|alleen|slechts|niet-financiële|acute|onverwijld|terstond|geheel|blijvend|geen enkel|enkel"
    r"|aantoont|bewijsstukken|ten minste|nimmer|volledig|medische|van \w+ aard)\b",
    re.I,
)
_MILDER = re.compile(
    r"\b(?:redelijkerwijs|bijzondere|dringende|geheel of gedeeltelijk|kan|kunnen|ten hoogste|verwijtba\w*|tenzij|aannemelijk)\b", re.I
)
_KAN = re.compile(r"\b(?:kan|kunnen|mag|mogen|is bevoegd)\b(?! (?:niet|geen)\b)", re.I)
_NADEEL = re.compile(
    r"\b(?:verlaagt?|boete|weigert?|geweigerd|trekt\b[^.;]{0,80}\bin|vordert\b[^.;]{0,80}\bterug|wijst\b[^.;]{0,80}\baf|beëindigt?|schorst|"
    r"schort\b|sluit\b|maatregel|legt\b[^.;]{0,80}\bop|int\b|verhoogt|ontzegt|verwijdert|stelt\b[^.;]{0,80}\b(?:buiten|op nihil))\b",
    re.I,
)
# What protects somebody: gone when the words that are deleted say so.
WAARBORG = re.compile(
    r"\b(?:gelegenheid|herstel\w*|aanmaning|herinner\w*|waarschuw\w*|gehoord|hoort|uitstel|alsnog|tenzij|dringende|verwijt\w*"
    r"|redelijkerwijs"
    r"|bijzondere (?:omstandigheden|gevallen)|buiten toepassing|afwijken|afzien|ambtshalve|beslagvrije|kwijtschel\w*|schriftelijk of"
    r"|verleng\w*|overmacht|weg te nemen|aan te vullen)\b",
    re.I,
)
_AFWIJKEN = re.compile(r"\bbuiten toepassing\b|\bafwijk\w*|\baf te wijken\b", re.I)
_ARTIKEL = re.compile(r"\bartikel(?:en)? (\d[\w.:]*)|(?:,| en| of) (\d[\w.:]*)(?=[ ,]|$)", re.I)
_DAG = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b", re.I)


@dataclass(frozen=True, slots=True)
class Verlies:
    """What goes or comes in, in words for a message («kan» verdwijnt)."""

    soort: Soort
    woorden: str


def verlies(amendment: Amendment) -> tuple[Verlies, ...]:
    """What the replacement or deletion of quoted words takes away; empty where nothing is recognised or nothing is quoted."""
    old, new = amendment.old, amendment.new
    if not old and not new:
        return ()
    out: list[Verlies] = []
    if amendment.kind is AmendmentKind.VERVALLEN:
        gone = WAARBORG.search(old)
        return (Verlies("waarborg", f"«{old.strip(' ,')}» verdwijnt"),) if gone is not None else ()
    if amendment.kind not in (AmendmentKind.VERVANGEN, AmendmentKind.INVOEGEN):
        return ()
    before, after = old.lower(), new.lower()
    out.extend(Verlies("strenger", f"«{m.group(0)}» komt erbij") for m in _STRENGER.finditer(new) if m.group(0).lower() not in before)
    if amendment.kind is AmendmentKind.VERVANGEN:
        for match in _MILDER.finditer(old):
            if match.group(0).lower() not in after:
                binding = _KAN.fullmatch(match.group(0)) is not None and _NADEEL.search(new) is not None
                out.append(Verlies("ruimte" if binding else "strenger", f"«{match.group(0)}» verdwijnt"))
        shorter = _shorter(old, new)
        if shorter:
            out.append(Verlies("termijn", shorter))
        if _AFWIJKEN.search(old) and (_artikelen(new) < _artikelen(old) or not _AFWIJKEN.search(new)):
            out.append(Verlies("bereik", f"«{old}» wordt «{new}»"))
    return tuple(dict.fromkeys(out))


def _artikelen(words: str) -> frozenset[str]:
    return frozenset(a or b for a, b in _ARTIKEL.findall(words))


def _shorter(old: str, new: str) -> str:
    """«drie jaren wordt tweeëntwintig maanden», when it is less, or a day that comes earlier in the year."""
    was, becomes = days(old), days(new)
    earlier = False
    if was is None and becomes is None:
        first, then = _DAG.search(old), _DAG.search(new)
        if first is not None and then is not None:
            earlier = (MONTHS.index(then.group(2).lower()), int(then.group(1))) < (
                MONTHS.index(first.group(2).lower()),
                int(first.group(1)),
            )
    elif was is not None and becomes is not None:
        earlier = becomes < was - 1
    return f"«{old}» wordt «{new}»" if earlier else ""


def ander_onderdeel(dossier: DossierAnalysis, zin: Zin, hit: Hit) -> bool:
    """The heading above a sentence names a wijzigingsonderdeel, and all that the finding points at in the bill stands in others."""
    artikelen, letters = kop(zin.alinea.section)
    bill = dossier.bill
    cited = dossier.explanation.cited_in(zin) if dossier.explanation is not None else ()
    if not letters or any(not t.regeling for r in cited for t in r.targets):
        return False  # it says itself of which artikel it speaks
    shown = [a.span for a in hit.annotations if a.document is bill.document]
    units = [next((a.unit for a in bill.document.amendments if a.span == span), None) or _unit_at(bill, span.start) for span in shown]
    places = [plaats(unit) for unit in units if unit is not None]
    known = [(artikel, onderdeel) for artikel, onderdeel, _ in places if onderdeel]
    return bool(known) and not any(genoemd(artikelen, letters, *place) for place in known)


CLAUSULEWOORD = re.compile(r"onbillijkhe|hardheid|schrijnend", re.I)


def van_de_gewijzigde_wet(dossier: DossierAnalysis, zin: Zin) -> bool:
    """The hardship clause of a sentence can be that of the amended law, which is not in the bill.

    An instruction has its words, or the heading names only instructions that leave the rest of the artikel as it is.
    """
    amendments = dossier.bill.document.amendments
    if any(CLAUSULEWOORD.search(dossier.bill.document.text[a.span]) for a in amendments):
        return True
    found = tuple(meant(dossier, zin)) if zin.alinea.section.artikelsgewijs else ()
    return bool(found) and not any(a.inserted for a in found)


_EEN_ONDERDEEL = re.compile(
    r"\W*(?:(?:[Aa]rtikel|ARTIKEL) [IVXLC]+,? )?[Oo]nderde(?:el|len) "
    r"([A-Z](?:(?:, | en | en met | tot en met |, en )[A-Z])*)(?:,? onder \d+\W?)?(?: ?[(:–-].*)?\W*$"
)


def onbekend_onderdeel(dossier: DossierAnalysis, section: Section, *, geheel: bool = False) -> tuple[str, str, tuple[str, ...]] | None:
    """Artikel and letter of the wijzigingsonderdeel that a heading names and the artikel does not have, with those it has.

    With ``geheel`` only where the artikel has none of the letters of the heading.

    Only where the heading names one («Artikel I, onderdeel A, V, onderdeel B» names artikelen too), and where the letters of the artikel
    run on from A, so that none was left unread.
    """
    named = _EEN_ONDERDEEL.match(section.heading)
    if named is None:
        return None
    above = [p.artikel for s in line(section) for p in s.places if p.artikel]
    for unit in dossier.bill.document.root.walk():
        if unit.kind is not UnitKind.ARTIKEL or unit.inserted or unit.number not in above:
            continue
        known = tuple(u.number for u in unit.children if u.kind is UnitKind.WIJZIGINGSONDERDEEL and u.number.isalpha())
        if len(known) > 1 and known == tuple(ascii_uppercase[: len(known)]):
            letters = re.findall("[A-Z]", named.group(1))
            absent = [letter for letter in letters if letter not in known]
            return (unit.number, absent[0], known) if absent and (not geheel or absent == letters) else None
        return None
    return None


def _unit_at(bill: Analysis, offset: int) -> Unit | None:
    provision = bill.at(offset)
    return provision.unit if provision is not None else None

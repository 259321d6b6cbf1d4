"""Adverse effects that deserve no finding: the text asks for blame first, limits the power, offered a repair, or takes nobody's right."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.nadeel import Nadeel
from doenvermogentoets_checks.buiten_awb import elders_geregeld
from doenvermogentoets_checks.common import phrases
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.schijn import schijn
from doenvermogentoets_checks.spaart import spaart
from doenvermogentoets_checks.wie_treft import aanvraag_van_instelling, is_instelling

_BY_REQUEST = frozenset({GevolgSoort.AFWIJZING, GevolgSoort.WEIGERING, GevolgSoort.NIET_IN_BEHANDELING, GevolgSoort.NIET_ONTVANKELIJK})


def geen_zaak(analysis: Analysis, nadeel: Nadeel, klas: Klas, wie: str) -> bool:
    """Whether an effect that would raise a question raises none here; ``wie``: whom it hits."""
    zin = nadeel.norm.span
    return (
        _limited(nadeel)
        or _weighed(nadeel)
        or _competence(nadeel)
        or elders_geregeld(analysis, nadeel.provision, zin)
        or is_instelling(wie)
        or _of_office(nadeel)
        or _no_right(nadeel)
        or _repeals(nadeel)
        or spaart(analysis, nadeel.provision, zin, nadeel.gevolg.span)
        or (klas in _AFTER_FAULT and _for_fault(nadeel))
        or schijn(nadeel.provision.document, zin, nadeel.gevolg.span, nadeel.gevolg.soort)
        or (klas is Klas.GEBONDEN and bool(_BY_REQUEST & nadeel.soorten) and aanvraag_van_instelling(analysis, nadeel.provision, zin))
        or (GevolgSoort.NIET_IN_BEHANDELING in nadeel.soorten and _hersteld(nadeel))
    )


# What lapses is a step in a procedure or a fiction of it, and nothing that anybody had.
_STEP = re.compile(
    r"\bgeacht\b[^.;:]{0,60}\bwoonplaats te hebben gekozen\b|"
    r"\b(?:voorstel|voordracht|zienswijze|woonplaats|volmacht|lastgeving|machtiging|mandaat|verbeurdverklaring|verbeurd verklaard"
    r"|uitnodiging|agendapunt)\b[^.;:]{0,80}\b(?:verval(?:t|len)|ophoudt|houdt op|eindig(?:t|en))\b"
    r"|\bverval(?:t|len)\b (?:(?:het|de|dat|die|deze) )?(?:\w+ )?(?:voorstel|voordracht|woonplaats|volmacht|mandaat)\b"
)


def _no_right(nadeel: Nadeel) -> bool:
    return _STEP.search(nadeel.provision.document.text.small, nadeel.norm.span.start, nadeel.norm.span.end) is not None


# «Het Voorschrift … wordt ingetrokken.» and nothing more; a decision that Parliament objects to: no decision about anybody.
_JUST_REPEALED = re.compile(r"\W*(?:\d+\w?\.\s+)?(?:het|de)\s[^.;:]{2,160}?\sword(?:t|en) ingetrokken\W*\Z")
_PARLIAMENT = re.compile(r"\bkamers? der staten-generaal\b|\bdoor (?:een|beide) (?:der |van de )?kamers\b")


def _repeals(nadeel: Nadeel) -> bool:
    if GevolgSoort.INTREKKING not in nadeel.soorten:
        return False
    small, whole = nadeel.provision.document.text.small, nadeel.provision.span
    return _PARLIAMENT.search(small, whole.start, whole.end) is not None or _JUST_REPEALED.match(small, whole.start, whole.end) is not None


# The condition itself asks for bad will or for want of a good reason, or comes after a chance to mend it: illness is no bad will.
_AFTER_FAULT = frozenset({Klas.VERZUIM, Klas.RECHTSWEGE, Klas.ALLES_OF_NIETS})
_FAULT = re.compile(
    r"\bzonder (?:een )?(?:deugdelijke|gegronde|geldige|goede|redelijke) (?:grond|redenen|reden)\b|\bopzettelijk\b|\bmoedwillig\b"
    r"|\bmet het oogmerk\b|\bwillens en wetens\b"
    r"|\b(?:in gebreke blijft|nalaat|verzuimt)\b[^.;:]{0,40}\b(?:het|dat|dit) (?:verzuim|gebrek)\b[^.;:]{0,160}\bte herstellen\b"
)


def _for_fault(nadeel: Nadeel) -> bool:
    small, zin = nadeel.provision.document.text.small, nadeel.norm.span
    found = _FAULT.search(small, zin.start, zin.end)
    return found is not None and ":" not in small[found.end() : zin.end] and _BLIND.search(small, zin.start, zin.end) is None


def _of_office(nadeel: Nadeel) -> bool:
    """The end of a political office is no hardship of a citizen; «burgemeester en wethouders» decide, they are not hit."""
    document = nadeel.provision.document
    return any(
        not document.text.small[max(0, found.start - 16) : found.start].endswith("burgemeester en ")
        for found in phrases(__package__ or "", "ambtsdragers", "teksten.toml").find(document, nadeel.norm.span)
    )


# «het uitsluitend recht» (on a grave) is the name of what is lost, and limits no power
_SLECHTS = re.compile(
    r"\b(?:slechts|alleen|uitsluitend(?! (?:\w*recht(?:en)?|gebruik|eigendom|bevoegdheid)\b)|niet dan)\b[^,;.]{0,40}$"
    r"|\bhogere? of lagere?\b|\bte (?:hoog|laag) of te (?:laag|hoog)\b"
    r"|\bniet (?:verder|meer|eerder) \w*$|\bzo nodig\b[^,;.]{0,40}$",
    re.I,
)
_NEXT = re.compile(r"\s(?:en|of|doch|maar) (?:kan|kunnen|mag|mogen|wordt|worden|is|zijn)\b", re.I)  # the next clause says something else
_SLECHTS_NA = re.compile(
    r"(?:[^,;.:]|, bedoeld in [^,;:]{0,60},){0,160}\b(?:slechts|alleen|uitsluitend(?! (?:\w*recht(?:en)?|gebruik|eigendom"
    r"|bevoegdheid)\b)|niet dan)\b"
)


def _limited(nadeel: Nadeel) -> bool:
    """«wordt slechts geweigerd indien» limits the power: a safeguard."""
    document = nadeel.provision.document
    before = document.text.content[nadeel.norm.span.start : nadeel.gevolg.span.end]
    after = _NEXT.split(document.text.content[nadeel.gevolg.span.end : nadeel.norm.span.end], maxsplit=1)[0]
    return _SLECHTS.search(before) is not None or _SLECHTS_NA.match(after) is not None


# The text itself asks for blame or bad will before this sets in, leaves it to an official on behalf of the authority, or ends what was
# provisional from the start.
_WEIGHED = re.compile(
    r"\bschuldig nalatig\b|(?<!niet )\b(?:kan|kunnen) worden verweten\b|\bte verwijten (?:valt|is)\b|\bverwijtbaar (?:niet|heeft|handel)"
    r"|\bondubbelzinnig blijkt\b|\bin ernstige mate\b[^.;]{0,40}\bte wijten\b|\bernstig (?:verwijt|verwijtbaar)\b"
    r"|\bnamens (?:hem|haar|Onze Minister) (?:de|een) (?:bestuurlijke )?boete\b|\btijdelijke plaatsing\b"
)
_BLIND = re.compile(r"\b(?:ongeacht|ook (?:als|indien|wanneer))\b")


def _weighed(nadeel: Nadeel) -> bool:
    said = nadeel.provision.document.text[nadeel.norm.span]
    return _WEIGHED.search(said) is not None and _BLIND.search(said) is None


# Who imposes a fine and when, and a second fine under the rules of the first: not that there will be one (Awb 5:46 keeps its room).
_COMPETENCE = re.compile(
    r"\bambtenaar,? legt\b|\blegt (?:de|een) [^.;]{0,160}\bambtenaar\b|\bboete word(?:t|en) opgelegd door\b"
    r"|\bgelijktijdig met de vaststelling\b"
    r"|\bniet eerder opgelegd dan\b"
)
_RECIDIVE = re.compile(r"\beerder opgelegde (?:bestuurlijke )?boete\b|\b(?:sedert|na|sinds) het opleggen van een bestuurlijke boete\b")


def _competence(nadeel: Nadeel) -> bool:
    said = nadeel.provision.document.text[nadeel.norm.span].lower()
    if GevolgSoort.BOETE in nadeel.soorten and not nadeel.vast and _COMPETENCE.search(said) is not None:
        return True
    return bool(nadeel.soorten & {GevolgSoort.VERHOGING, GevolgSoort.BOETE}) and _RECIDIVE.search(said) is not None


# Something was asked for again before this sets in: the repair has been offered.
_HERSTELD = re.compile(
    r"\b(?:is|zijn|wordt|worden) aangevuld\b|\bniet\b[^.;,]{0,60}\baan(?:gevuld|vult)\b"
    r"|\b(?:aangevulde|aanvullende) gegevens\b|\balsnog\b|\b(?:hersteltermijn|nadere termijn|tweede aanmaning)\b",
    re.I,
)


def _hersteld(nadeel: Nadeel) -> bool:
    return _HERSTELD.search(nadeel.provision.document.text[nadeel.norm.span]) is not None

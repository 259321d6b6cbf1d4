"""Whom an adverse effect hits, and what its own sentence calls him."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.getroffene import getroffene, in_zin, only_authorities
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.nadeel import Nadeel
from doenvermogentoets_checks.hardheid.klas import requested
from doenvermogentoets_checks.noemt import iets_persoonlijks, noemt_lichaam
from doenvermogentoets_checks.wie_treft import in_beroep

ONBEKEND = "de betrokkene"  # how getroffene names somebody whom the text does not name
_REFUSED = frozenset({GevolgSoort.WEIGERING, GevolgSoort.AFWIJZING, GevolgSoort.NIET_IN_BEHANDELING})


def whom(analysis: Analysis, nadeel: Nadeel) -> str | None:
    """Whom an effect hits, as the text says («de aanvrager»); ``None`` if that is nobody outside the government."""
    return getroffene(analysis, nadeel.provision, nadeel.norm) or _unnamed(analysis, nadeel)


_WHOEVER = re.compile(r"\s*(?:\d+[a-z]?\.\s+)?(?:wie|iedereen die)\b")


def _unnamed(analysis: Analysis, nadeel: Nadeel) -> str | None:
    """Whom an effect hits in a few new sentences that name nobody: who applied for something of a person, or «wie» does not act.

    «Een aanvraag die later wordt ingediend, wordt afgewezen», in a lid about «de toeslag»: the amended text, which says whose, is not here.
    """
    document, zin = nadeel.provision.document, nadeel.norm.span
    if nadeel.aanleiding is not Aanleiding.VERZUIM or only_authorities(analysis, nadeel.provision):
        return None
    if not iets_persoonlijks(document, nadeel.provision.span) or noemt_lichaam(analysis, nadeel.provision, nadeel.provision.span):
        return None
    if nadeel.soorten & _REFUSED and requested(nadeel):
        return "de aanvrager"
    return ONBEKEND if _WHOEVER.match(document.text.small, zin.start, zin.end) is not None else None


_DEGENE = re.compile(r"\b(?:degene|degenen|persoon|personen|houder|aanvrager|betrokkene|belanghebbende|rechthebbende|verzoeker)\b")
_HOLDER = re.compile(r"\b(?:vergunning|erkenning|ontheffing|registratie|certificaat|concessie)?s?houders?\b")


def named_here(analysis: Analysis, nadeel: Nadeel, wie: str) -> str:
    """Whom the sentence itself speaks of: a word from the rest of the artikel («de bestuurder») does not name «degene aan wie …»."""
    small, zin = nadeel.provision.document.text.small, nadeel.norm.span
    if nadeel.gevolg.soort in _REFUSED and _HOLDER.search(wie) is not None and _HOLDER.search(small, zin.start, zin.end) is None:
        return "de aanvrager"  # who is refused a permit does not hold it
    name = re.compile(rf"\b{re.escape(wie.lower().split()[-1])}(?:s|n|en|eren|’s|'s)?\b")  # no «ouder» in «houder»
    if wie == ONBEKEND or name.search(small, zin.start, zin.end) is not None:
        return wie
    own = in_zin(analysis, nadeel.provision, zin)
    if own is not None:
        return own  # «de houder» of this lid, not «de ouder» of the first
    return ONBEKEND if _DEGENE.search(small, zin.start, zin.end) is not None or in_beroep(wie) else wie

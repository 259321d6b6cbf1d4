"""DVM004: a person has no other way than a digital one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity
from doenvermogentoets.norms.model import Soort
from doenvermogentoets_checks.common import each_place_once, who, words
from doenvermogentoets_checks.doenvermogen.mensen import in_artikel, said, speaks_of_people, to_authority, to_person

# «indien een aanvraag langs elektronische weg wordt ingediend»: one way of more
_IF = re.compile(r"\b(?:indien|wanneer|als|voor zover|voorzover|die)\b[^,;.:]*\Z", re.I)
_MAY = re.compile(r"\b(?:kan|kunnen|mag|mogen)\b", re.I)


@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the digital way."""
    for provision in dossier.bill.provisions:
        for norm in provision.norms:
            if to_authority(provision, norm) or norm.soort in (Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT):
                continue
            only = said(provision, "digitaal-alleen", norm.span)
            at = only or said(provision, "digitaal", norm.span)
            if at is None or not (
                to_person(norm)
                or (
                    (norm.adressaat is None or norm.adressaat.rol != "burger")
                    and any(speaks_of_people(p) for p in dossier.bill.in_artikel(provision.unit))
                )
            ):
                continue
            if (
                said(provision, "digitaal-wat", norm.span) is None
                or in_artikel(dossier.bill, provision, "andere-weg")
                or in_artikel(dossier.bill, provision, "zakelijk")
            ):
                continue
            if said(provision, "uitzondering", norm.span) is not None:
                continue
            if only is None and _MAY.search(provision.document.text[norm.span]):
                continue
            if _IF.search(provision.document.text.content[norm.span.start : at.start]) and only is None:
                continue
            wie = who(norm, "wie dit moet doen")
            yield Hit(
                document=provision.document,
                unit=provision.unit,
                span=at,
                message=f"Voor {wie} is er alleen een digitale weg: «{words(provision.document, at)}».",
                explanation="Gezocht in dit artikel naar een andere weg (schriftelijk, loket, telefoon) en naar hulp: niet gevonden.",
                label="alleen digitaal",
                severity=None if only is not None else Severity.SUGGESTION,
            )

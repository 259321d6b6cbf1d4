"""A sanction that an amendment makes higher: an amount, a share, a category or a number of years, both the old and the new quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import Amendment, AmendmentKind
from doenvermogentoets.norms.deadlines import number
from doenvermogentoets.norms.verzwakking import is_last_van_jaren, is_sanctie
from doenvermogentoets.structure.numbers import ORDINALS, ordinal
from doenvermogentoets_checks.common import days
from doenvermogentoets_checks.hardheid.wijziging import about

_EURO = re.compile(r"(?:€|\beuro\b) ?(\d+(?:\.\d{3})*)(?:,(\d{2}|-))?|\b(\d+(?:\.\d{3})*)(?:,(\d{2}))? euro\b")
_SHARE = re.compile(r"\b(\d+(?:,\d+)?|[a-zë]+) ?(?:procent|percent|%)", re.I)
_CATEGORY = re.compile(rf"\b({'|'.join(sorted((re.escape(w) for w in ORDINALS), key=len, reverse=True))}) categorie\b", re.I)
_INDEX = re.compile(r"\b\w*index\w*|\bgeïndexeerd\w*|\bprijs(?:peil|ontwikkeling|stijging)\w*|\bloon(?:ontwikkeling|stijging)\w*", re.I)
_SLIGHT, _INDEXED = 1.2, 1.5  # how many times: less is what prices do in a few years, or what an indexation may be
_YEAR = 365  # days
_FEW = 12  # words; a longer clause holds more than one amount


@dataclass(frozen=True, slots=True)
class Verzwaring:
    """What goes up (``maat``), from what to what, and how many times (0 for a category)."""

    maat: str
    van: str
    naar: str
    maal: float


def verhoging(amendment: Amendment) -> Verzwaring | None:
    """What the quoted words of an instruction raise, whatever it is."""
    old, new = amendment.old, amendment.new
    if amendment.kind is not AmendmentKind.VERVANGEN or not old or not new or max(len(old.split()), len(new.split())) > _FEW:
        return None
    for maat, value in (("het bedrag", _euro), ("het percentage", _share), ("de categorie", _category), ("de duur", days)):
        before, after = value(old), value(new)
        if before is not None and after is not None:
            if after <= before or before <= 0:
                return None
            return Verzwaring(maat, old.strip(" ,"), new.strip(" ,"), 0 if maat == "de categorie" else after / before)
    return None


def verzwaring(dossier: DossierAnalysis, amendment: Amendment) -> Verzwaring | None:
    """The raise of what is a sanction by the words themselves, the name of the amended regulation or the toelichting."""
    found = verhoging(amendment)
    if found is None:
        return None
    told = _told(dossier, amendment, found)
    if found.maat == "de duur":
        after = days(amendment.new)
        return found if after is not None and after >= _YEAR and any(is_last_van_jaren(t) for t in told) else None
    quoted = f"{amendment.old} {amendment.new}"
    if not any(is_sanctie(t) for t in (quoted, amendment.target.regeling or "", *told)):
        return None
    indexed = any(_INDEX.search(t) for t in (dossier.bill.document.title, *told))
    if found.maat == "het bedrag" and found.maal < (_INDEXED if indexed else _SLIGHT):
        return None
    return found


def _told(dossier: DossierAnalysis, amendment: Amendment, found: Verzwaring) -> list[str]:
    """The sentences about an instruction, and those of the general part that name the old amount or share."""
    told = [z.text for z in about(dossier, amendment)]
    amount = (_EURO if found.maat == "het bedrag" else _SHARE).search(amendment.old)
    if dossier.explanation is not None and amount is not None and found.maat in ("het bedrag", "het percentage"):
        exact = re.compile(rf"(?<![\d.,]){re.escape(amount[0])}(?![\d%]|[.,]\d)")
        told.extend(z.text for a in dossier.explanation.general for z in dossier.explanation.zinnen_of(a) if exact.search(z.text))
    return told


def _one(matches: list[re.Match[str]]) -> re.Match[str] | None:
    """The only match; of several amounts in a few words it is not known which is which."""
    return matches[0] if len(matches) == 1 else None


def _euro(words: str) -> float | None:
    match = _one(list(_EURO.finditer(words)))
    if match is None:
        return None
    cents = match[2] or match[4] or ""
    return float((match[1] or match[3]).replace(".", "")) + (int(cents) / 100 if cents.isdigit() else 0)


def _share(words: str) -> float | None:
    match = _one(list(_SHARE.finditer(words)))
    if match is None:
        return None
    said = match[1].lower()
    return float(said.replace(",", ".")) if said[0].isdigit() else _as_float(number(said))


def _as_float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _category(words: str) -> float | None:
    match = _one(list(_CATEGORY.finditer(words)))
    return _as_float(ordinal(match[1])) if match is not None else None

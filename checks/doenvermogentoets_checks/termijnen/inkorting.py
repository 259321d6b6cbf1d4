"""An amendment that leaves less time: a shorter limit, or an earlier date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import Amendment, AmendmentKind, Document
from doenvermogentoets.findings import Annotation, Confidence, Hit, Severity, Suggestion
from doenvermogentoets.months import MONTHS
from doenvermogentoets.norms.limits import SIX_WEEKS
from doenvermogentoets.norms.numbers import ordinal
from doenvermogentoets.norms.rechtsorde import buiten_awb
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Zin
from doenvermogentoets_checks.common import days, length_in, phrases, trimmed
from doenvermogentoets_checks.gericht import is_mens
from doenvermogentoets_checks.hardheid.wijziging import about
from doenvermogentoets_checks.termijnen.wiens import PACKAGE

_OPEN, _CLOSE = tuple("«„“‘'\""), tuple("»”’'\"")
_HERSTEL = re.compile(r"\bhersteltermijn|\baan(?:vullen|te vullen)\b|\baanvulling van (?:de )?(?:aanvraag|gegevens)", re.I)
_SO_THAT = re.compile(r",? \b(?:zodat|opdat)\b[^.;]*")
_AGE = 12 * 365  # days; «21 jaar» for «22 jaar» is an age


# «de inburgeraar reageert sneller»: the toelichting itself says who must be quicker
_ACTS = re.compile(r"\b(?:de|een|het|elke|iedere)\s+(\w+)\s+(?!wordt|is|heeft|ontvangt|krijgt|kan|mag)\w+t\b", re.I)


def shortened(dossier: DossierAnalysis, amendment: Amendment) -> Iterator[Hit]:
    """A hit when the amendment replaces a limit by a shorter one, or a date by an earlier one."""
    if amendment.kind is not AmendmentKind.VERVANGEN or not amendment.old or not amendment.new:
        return
    document = dossier.bill.document
    old, new = days(amendment.old), days(amendment.new)
    if old is None and new is None:
        yield from _earlier_date(document, amendment)
        old, new = _nth(amendment.old), _nth(amendment.new)
    if old is None and _stricter(amendment, new):
        yield from _from_open(dossier, amendment)
    if old is None or new is None or new >= old or old >= _AGE:
        return
    told = about(dossier, amendment)
    said = " ".join(z.text for z in told)
    citizen = _binds_citizen(said)
    if citizen is None:
        return
    mending = _HERSTEL.search(f"{amendment.old} {amendment.new} {said}") is not None
    weeks = "de zes weken van Awb 6:7 en 4:87" + (", die voor bezwaar en betalen gelden" if mending else "")
    below = f" Zij komt daarmee onder {weeks}." if new < SIX_WEEKS <= old and not buiten_awb(document, amendment.unit) else ""
    yield Hit(
        document=document,
        unit=amendment.unit,
        span=_quoted(document, amendment),
        message=f"De termijn in {_place(amendment)} wordt korter: van {length_in(amendment.old)} naar {length_in(amendment.new)}.",
        explanation=_WHOSE[citizen] + below,
        label="kortere termijn",
        annotations=_told(dossier, told),
        question=None if citizen else "Bindt deze termijn een burger, en zo ja: waarom is minder tijd nodig en haalbaar?",
        ground="Ar 4.43, onder f; vergelijk " + ("Awb 4:5 (gelegenheid om aan te vullen)" if mending else "Awb 6:7 en 4:87 (zes weken)"),
        suggestions=(
            Suggestion(f"de termijn op {length_in(amendment.old)} laten"),
            Suggestion("in de toelichting uitleggen voor wie de termijn geldt en waarom een kortere haalbaar is"),
        ),
        severity=None if citizen else Severity.INFO,
        confidence=Confidence.MIDDEL if citizen else Confidence.LAAG,
    )


_WHOSE = {
    True: "Naar wat de toelichting zegt, bindt deze termijn een burger.",
    False: "De gewijzigde tekst staat niet in het ontwerp; of de termijn een burger of de overheid bindt, is hier niet te zien.",
}


def _binds_citizen(said: str) -> bool | None:
    """Whether the toelichting tells of an order as the limit of a citizen; ``None`` when it tells that it is one of an authority."""
    if said in phrases(PACKAGE, "van-burger") or any(is_mens(m.group(1)) for m in _ACTS.finditer(said)):
        return True
    # «zodat sneller kan worden beslist» is why, not whose limit it is
    return None if _SO_THAT.sub("", said) in phrases(PACKAGE, "van-overheid") else False


def _place(amendment: Amendment) -> str:
    artikel = amendment.target.artikel
    return f"artikel {artikel}" if artikel else "de gewijzigde bepaling"


def _told(dossier: DossierAnalysis, told: Sequence[Zin]) -> tuple[Annotation, ...]:
    """The first sentences of the toelichting about an order."""
    if dossier.explanation is None:
        return ()
    document = dossier.explanation.document
    return tuple(Annotation(document, trimmed(document, z.span), "wat de toelichting erover zegt") for z in told[:2])


# Open limits, from the one that leaves most room to the one that leaves least; what goes is one of the first of these.
_OPEN_LIMIT = (
    re.compile(r"\b(?:(?:een )?redelijke termijn|bekwame (?:spoed|tijd)|tijdig|zo (?:spoedig|snel) mogelijk|ten spoedigste)\b", re.I),
    re.compile(r"\b(?:onverwijld|onmiddellijk|terstond|dadelijk|per ommegaande|direct)\b", re.I),
)
_SHORT = 14  # days; «binnen een redelijke termijn» is seldom less
_ONLY = 6  # words; a longer clause says more than how long


def _stricter(amendment: Amendment, new: float | None) -> bool:
    """A limit that leaves room («binnen een redelijke termijn») becomes a few days, or «onmiddellijk»."""
    loose, strict = _OPEN_LIMIT
    if max(len(amendment.old.split()), len(amendment.new.split())) > _ONLY or loose.search(amendment.old) is None:
        return False
    return new < _SHORT if new is not None else strict.search(amendment.new) is not None and loose.search(amendment.new) is None


def _from_open(dossier: DossierAnalysis, amendment: Amendment) -> Iterator[Hit]:
    document = dossier.bill.document
    old, new = amendment.old.strip(), amendment.new.strip()
    told = about(dossier, amendment)
    citizen = _binds_citizen(" ".join(z.text for z in told))
    if citizen is None:
        return
    yield Hit(
        document=document,
        unit=amendment.unit,
        span=_quoted(document, amendment),
        message=f"De termijn in {_place(amendment)} liet ruimte en wordt strenger: van «{old}» naar «{new}».",
        explanation=_WHOSE[citizen],
        label="strengere termijn",
        annotations=_told(dossier, told),
        question="Bindt deze termijn een burger, en zo ja: waarom is minder tijd nodig en haalbaar?",
        ground="Ar 4.43, onder f",
        suggestions=(
            Suggestion(f"«{old}» laten staan"),
            Suggestion("in de toelichting uitleggen voor wie de termijn geldt en waarom een strengere haalbaar is"),
        ),
        severity=Severity.SUGGESTION,
        confidence=Confidence.LAAG,
    )


_NTH = re.compile(r"(?:(?:uiterlijk )?(?:op )?de )?(\w+) ((?:werk|kalender)?dag|week|maand)", re.I)
_IN_DAYS = {"dag": 1.0, "week": 7.0, "maand": 30.0}


def _nth(text: str) -> float | None:
    """«vijfde dag», «derde werkdag» as days, where an order names nothing else: the last day of a limit that is counted off."""
    match = _NTH.fullmatch(text.strip())
    count = ordinal(match.group(1).lower()) if match is not None else None
    if match is None or count is None:
        return None
    return count * next(days for unit, days in _IN_DAYS.items() if match.group(2).lower().endswith(unit))


_BY = re.compile(rf"\s*(?:uiterlijk(?:\s+op)?|vóór|voor|niet later dan)?\s*(\d{{1,2}})\s+({'|'.join(MONTHS)})\s*", re.I)


def _day(text: str) -> int | None:
    """The day of the year that a few words name («voor 1 maart»), and nothing else; a month counts as 31 days, for comparison only."""
    match = _BY.fullmatch(text)
    return MONTHS.index(match.group(2).lower()) * 31 + int(match.group(1)) if match is not None else None


def _earlier_date(document: Document, amendment: Amendment) -> Iterator[Hit]:
    """«voor 1 juli» becomes «voor 1 maart»: the last day comes sooner; a date of entry into force has a year, and is none."""
    old, new = _day(amendment.old), _day(amendment.new)
    if old is None or new is None or new >= old:
        return
    yield Hit(
        document=document,
        unit=amendment.unit,
        span=_quoted(document, amendment),
        message=f"De datum in {_place(amendment)} komt eerder: van {amendment.old} naar {amendment.new}.",
        explanation="De gewijzigde tekst staat niet in het ontwerp; of de datum een burger of de overheid bindt, is hier niet te zien.",
        label="eerdere datum",
        question="Bindt deze datum een burger, en zo ja: waarom is minder tijd nodig en haalbaar?",
        ground="Ar 4.43, onder f",
        suggestions=(
            Suggestion(f"de datum «{amendment.old}» laten staan"),
            Suggestion("in de toelichting uitleggen voor wie de datum geldt en waarom een eerdere haalbaar is"),
        ),
        severity=Severity.SUGGESTION,
        confidence=Confidence.LAAG,
    )


def _quoted(document: Document, amendment: Amendment) -> Span:
    """From the old words to the new, quotation marks included."""
    content = document.text.content
    start = content.find(amendment.old, amendment.span.start, amendment.span.end)
    new = content.find(amendment.new, max(start, 0) + len(amendment.old), amendment.span.end)
    if start < 0 or new < 0:
        return trimmed(document, amendment.span)
    end = new + len(amendment.new)
    return Span(start - (content[start - 1 : start] in _OPEN), end + (content[end : end + 1] in _CLOSE))

"""TRM002: less than six weeks for a citizen, without a way to get more time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Annotation, Confidence, Hit, Severity
from doenvermogentoets.months import MONTHS
from doenvermogentoets.norms.model import Soort, TermijnSoort
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, words
from doenvermogentoets_checks.doenvermogen.mensen import about_people
from doenvermogentoets_checks.raakt import over_mensen, raakt
from doenvermogentoets_checks.termijnen.beeld import Beeld, Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.gevolgwoorden import gevolg_woorden
from doenvermogentoets_checks.termijnen.kort_rechtsmiddel import brings_objections
from doenvermogentoets_checks.termijnen.ondernemer import zelf_ondernemer
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim
from doenvermogentoets_checks.termijnen.wiens import in_omission

# «binnen een maand na die dag arbeidsongeschikt wordt»: what happens to somebody within that time, and nothing he must do
_HAPPENS = re.compile(
    r"\b(?:arbeidsongeschikt|ongeschikt|ziek|werkloos|invalide)\b[^.;]{0,30}\b(?:wordt|worden|is|raakt)\b|\boverlijdt\b|\bgeboren\b"
    r"|\bin aanmerking (?:komt|komen)\b"
)


# «niet binnen twee weken na de vervaldatum is ontvangen»: extra time after the day on which it was due
_GRACE = re.compile(r"\s+na (?:de|het|die|deze) (?:vervaldatum|vervaldag|uiterste (?:betaaldatum|datum))\b")


# «of, indien dit redelijkerwijs niet mogelijk is, binnen een door de minister te bepalen termijn»: whoever needs it, has longer
_OR_LONGER = re.compile(
    r"[^.;]{0,140}?\b(?:indien|als|wanneer) (?:dit|dat|zulks) [^.;,]{0,40}"
    r"\b(?:niet mogelijk|onmogelijk|niet haalbaar) is,? (?:binnen|op) een\b"
)


# «Ten aanzien van degene die … binnen een maand na … ziek wordt»: who it is about, by what happens to him
_ABOUT = re.compile(r"\bten aanzien van (?:degene|de \w+|een \w+),? (?:die|wie)\b[^;.]*\Z")
_COMPLETING = re.compile(r"\b4:5\b|\b(?:aanvulling|aanvullen) van (?:de|een|zijn|haar) aanvra(?:ag|ge)\b")  # time to repair is a way out


# What an authority or institution sends, pays or removes in time; «tenzij hij alsnog binnen twee weken»: more time after the limit; and
# objection and appeal, which are asked about with the limits of the Awb.
_OUTGOING = re.compile(
    r"\b(?:verwijderd|vernietigd|gewist|verzonden|toegezonden|uitgebracht|uitbetaald|uitgekeerd|teruggegeven|uitgereikt)\b"
    r"|\b(?:schadevergoeding|subsidie|uitkering|vergoeding|tegemoetkoming|bijdrage|voorschot)\w* wordt\b[^.;]{0,80}\b(?:betaald"
    r"|verstrekt|verleend)\b"
    r"|\bwordt (?:de|het|een) "
    "(?:schadevergoeding|subsidie|uitkering|tegemoetkoming|voorschot)\b[^.;]{0,40}\b(?:betaald|verstrekt|verleend)\b"
)
# Time to think a contract over: who lets it pass, keeps what he agreed to. Who may undo it because somebody is late, is another matter.
_MAY = re.compile(r"\b(?:kan|kunnen|mag|mogen|heeft|hebben)\b[^,;.]*\Z")
_UNDO = re.compile(r"[^,;.]{0,120}\b(?:ontbinden|herroepen)\b")


def _way_back(document: Document, zin: Span, at: Span) -> bool:
    """Whether a limit is one for going back on an agreement («kan binnen veertien dagen ontbinden», «bedenktijd»)."""
    small = document.text.small
    if "bedenktijd" in small[zin.start : zin.end]:
        return True
    return _MAY.search(small, zin.start, at.start) is not None and _UNDO.match(small, at.end, zin.end) is not None


_STILL = re.compile(r"\btenzij\b[^.;]{0,120}\Z")
_REMEDY = re.compile(
    r"\b(?:bezwaarschrift|beroepschrift|verzetschrift|hoger beroep|beroep (?:open|in te stellen|instellen|worden ingesteld)|cassatie)\b"
)


def _no_task(document: Document, zin: Span, at: Span) -> bool:
    """Whether nobody outside the authority must do something within the limit, or another check asks about it."""
    small = document.text.small
    if _REMEDY.search(small, zin.start, zin.end) is not None or brings_objections(small[zin.start : zin.end]):
        return True
    near = small[max(zin.start, at.start - 60) : min(zin.end, at.end + 80)]
    if "alsnog" in near and _STILL.search(small, zin.start, at.start) is not None:
        return True
    passive = re.search(r"\bword(?:t|en)\b", small[zin.start : zin.end]) is not None
    return passive and _OUTGOING.search(small, zin.start, zin.end) is not None


def _happens(beeld: Beeld) -> bool:
    small, span = beeld.document.text.small, beeld.norm.span
    if _no_task(beeld.document, beeld.provision.sentence_at(beeld.termijn.kern.start), beeld.termijn.kern):
        return True
    if _ABOUT.search(small, span.start, beeld.termijn.kern.start) is not None:
        return True
    if _COMPLETING.search(small, span.start, span.end) is not None or _way_back(beeld.document, span, beeld.termijn.kern):
        return True
    return beeld.norm.soort is not Soort.PLICHT and _HAPPENS.search(small, span.start, span.end) is not None


_NOT_BEFORE = re.compile(r"\bverstrijkt niet (?:eerder dan|voordat)\b")


def _reminded(dossier: DossierAnalysis, beeld: Beeld) -> bool:
    """The artikel lets the limit run until somebody was told of its end: that reaches who does not react as well."""
    around = dossier.bill.in_artikel(beeld.provision.unit) or (beeld.provision,)
    return any(_NOT_BEFORE.search(p.document.text.small, p.span.start, p.span.end) is not None for p in around)


def _handed_in(dossier: DossierAnalysis, beeld: Beeld) -> bool:
    """«De aanvraag wordt binnen … ingediend», «kosten die niet binnen … zijn gedeclareerd»: nobody is named, and a person does it."""
    own, zin = beeld.norm.adressaat, beeld.provision.sentence_at(beeld.termijn.kern.start)
    if (
        own is None
        or own.rol != "burger"
        or raakt(dossier, beeld.provision, zin) is not None
        or _no_task(beeld.document, zin, beeld.termijn.kern)
    ):
        return False
    return own.weg == "gedaan_door_burger" or in_omission(beeld.document, beeld.norm, beeld.termijn)


@over_mensen(Severity.SUGGESTION)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of each short limit that no other check of the theme reports."""
    short, very = options.number("kort-tot-dagen"), options.number("zeer-kort-tot-dagen")
    for beeld in beelden(dossier.bill):
        days = beeld.termijn.dagen
        if beeld.leidend is not Leidend.KORT or days is None or days >= short:
            continue
        trader = None if beeld.particulier else zelf_ondernemer(beeld)
        if (trader is None and not beeld.particulier) or _happens(beeld):
            continue
        if _OR_LONGER.match(beeld.document.text.small, beeld.termijn.kern.end) is not None:
            continue
        if not beeld.genoemde and beeld.venster:
            yield _window_hit(dossier.bill, beeld.provision, beeld.termijn.kern)
            continue
        weeks = "korter dan twee weken" if days < 14 else "korter dan zes weken"
        severity = Severity.WARNING if days < very and beeld.zeker and beeld.aangesproken else None
        if trader is not None:
            severity = Severity.INFO
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.termijn.kern,
            message=f"De termijn voor {beeld.wie} is «{beeld.kern}»: {weeks}, zonder verlenging.",
            explanation=f"{beeld.voluit}Gezocht naar verlenging, uitstel, herstel en verschoning in dit artikel: "
            "niet gevonden. "
            "Zes weken is de maat van de Awb voor bezwaar, beroep en betaling (6:7, 4:87); "
            "een voorschrift voor andere termijnen is er niet.",
            label=f"termijn voor {beeld.wie}",
            doubts=(trader,) if trader is not None else (),
            severity=severity,
        )
    for beeld in beelden(dossier.bill):
        softened = beeld.zacht and beeld.leidend is None and beeld.korter_dan(short) and beeld.termijn.soort is TermijnSoort.BINNEN
        if softened and beeld.particulier and beeld.handeling and (beeld.aangesproken or _handed_in(dossier, beeld)):
            if _reminded(dossier, beeld):
                continue
            yield Hit(
                document=beeld.document,
                unit=beeld.provision.unit,
                span=beeld.termijn.kern,
                message=f"De termijn voor {beeld.wie} is «{beeld.kern}», met {gevolg_woorden(beeld.zacht[0])} als gevolg van te laat zijn.",
                explanation=f"{beeld.voluit}Er is een uitweg gevonden die dit verzacht. Reikt die tot wie niet op tijd reageert en er ook "
                "niet om vraagt?",
                label=f"termijn voor {beeld.wie}",
                severity=Severity.SUGGESTION,
                confidence=Confidence.LAAG,
            )
    yield from _windows(dossier.bill, short)
    for limit in ruim(dossier.bill, Klasse.KORT):
        if _GRACE.match(limit.document.text.small, limit.span.end) is not None:
            continue
        if _no_task(limit.document, limit.provision.sentence_at(limit.span.start), limit.span):
            continue
        said = words(limit.document, limit.span)
        yield Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"De termijn voor {limit.wie} lijkt «{said}»: korter dan zes weken, zonder verlenging.",
            explanation="Gezocht naar verlenging, uitstel en herstel in dit artikel: niet gevonden. "
            "Zes weken is de maat van de Awb voor bezwaar, beroep en betaling (6:7, 4:87); "
            "een voorschrift voor andere termijnen is er niet.",
            label="korte termijn",
            severity=Severity.SUGGESTION,
            confidence=Confidence.LAAG,
        )
    for limit in ruim(dossier.bill, Klasse.VENSTER):
        yield _window_hit(dossier.bill, limit.provision, limit.span)


# «worden behandeld op volgorde van ontvangst»: within the window who is first counts as well
_FIRST_COME = re.compile(r"\b(?:op |in )?(?:de )?volgorde van (?:ontvangst|binnenkomst|indiening|aanmelding)\b")


def _first_come(bill: Analysis, provision: Provision) -> tuple[str, tuple[Annotation, ...]]:
    """What is told where the artikel serves whoever comes first, and where it says so."""
    for near in bill.in_artikel(provision.unit) or (provision,):
        found = _FIRST_COME.search(near.document.text.small, near.span.start, near.span.end)
        if found is not None:
            place = "" if near is provision else f" ({label(near.unit)})"
            return (
                f" Ook binnen het tijdvak telt wie het eerst is{place}: wie hulp nodig heeft of stukken moet opvragen, staat achteraan.",
                (Annotation(near.document, Span(*found.span()), "wie het eerst komt"),),
            )
    return "", ()


def _window_hit(bill: Analysis, provision: Provision, at: Span) -> Hit:
    """A time in the year in which something can be done, whoever does it."""
    document, unit = provision.document, provision.unit
    first, where = _first_come(bill, provision)
    return Hit(
        document=document,
        unit=unit,
        span=at,
        message=f"Dit kan maar in een kort tijdvak: «{words(document, at)}».",
        explanation=f"Wie het tijdvak mist, moet wachten of is zijn kans kwijt.{first} Een herinnering is bij deze bepaling niet gevonden.",
        annotations=where,
        label="kort tijdvak",
        severity=Severity.SUGGESTION,
        confidence=Confidence.LAAG,
    )


_WINDOW = re.compile(
    rf"\b(?:in|binnen|gedurende) (?:het tijdvak|de periode)(?: van| tussen)? (\d{{1,2}})(?: ({'|'.join(MONTHS)}))? (?:tot en met|tot|en) "
    rf"(\d{{1,2}}) ({'|'.join(MONTHS)})\b",
    re.I,
)
_APPLIES = re.compile(r"\b\w*(?:aanvra\w+|aangevraagd|verzoek|aanmelding|aanmelden|inschrijving|opgave|ingediend|declaratie)\b", re.I)


def _windows(bill: Analysis, short: float) -> Iterator[Hit]:
    """A few weeks in the year in which one must apply: «in het tijdvak van 2 tot en met 15 januari»."""
    for provision in bill.provisions:
        document = provision.document
        for match in _WINDOW.finditer(document.text.content, provision.span.start, provision.span.end):
            days = _length(match)
            sentence = provision.sentence_at(match.start())
            if not 0 < days < short or _APPLIES.search(document.text[sentence]) is None or not about_people(bill, provision):
                continue
            first, where = _first_come(bill, provision)
            yield Hit(
                document=document,
                unit=provision.unit,
                span=Span(match.start(), match.end()),
                annotations=where,
                message=f"Er is één tijdvak van {days} dagen waarin dit kan: «{document.text[Span(match.start(), match.end())]}».",
                explanation=f"Wie het tijdvak mist, moet een jaar wachten of is zijn kans kwijt.{first} Zes weken is de maat van de Awb "
                "voor bezwaar, beroep en betaling (6:7, 4:87); een voorschrift voor andere termijnen is er niet.",
                label="kort tijdvak",
            )


def _length(match: re.Match[str]) -> int:
    """Days in the window, both ends included; a month counts as thirty days."""
    first, month, last, end = match.groups()
    months = MONTHS.index(end.lower()) - MONTHS.index((month or end).lower())
    return (months % 12) * 30 + int(last) - int(first) + 1

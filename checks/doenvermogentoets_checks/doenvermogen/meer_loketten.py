"""DVM003: the same thing to two authorities or other bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, table, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.mensen import NIEMAND, PACKAGE, Vraag, said, vragen
from doenvermogentoets_checks.raakt import over_mensen

_SENDS_ON = re.compile(
    r"\b(?:doorzend\w*|doorgezonden|zendt\b[^.;]{0,60}\bdoor|doorgestuurd|stuurt\b[^.;]{0,60}\bdoor|geleidt\b[^.;]{0,60}\bdoor|"
    r"geldt\s+(?:mede|ook|tevens)\s+als)\b",
    re.I,
)
_AND = r"(?:en|alsmede|alsook|evenals|én)"
_AGAIN = r"(?:(?:tevens|ook|eveneens|voorts|daarnaast|gelijktijdig|tegelijkertijd)\s+)?"
_TO = r"(?:aan|bij)"


@cache
def _receivers() -> re.Pattern[str]:
    """Two or more bodies in a row, after «aan», «bij» or a verb of informing, or a copy for the second."""
    lists = table(PACKAGE, "loketten")
    names = sorted(
        {
            re.escape(n).replace(r"\ ", r"\s+").replace(r"\*", r"[\w-]*")
            for n in (*load("actors")["overheid"]["frasen"], *lists["instanties"])
        },
        key=len,
        reverse=True,
    )
    # an abbreviation («RVO», «DUO») is a name too; case counts there
    name = rf"(?:(?:de|het|onze|den|zijn|haar|diens|hun|een)\s+)?(?:(?!\w+en\b)\w+\s+)?(?:{'|'.join(names)}|(?-i:[A-Z]{{2,6}}))(?![\w-])"
    # what tells one body from others of its kind: «het pensioenfonds waarbij hij deelnemer is», «de exploitant van elke laadplaats»
    row = rf"{name}(?:\s*,\s*(?:{_TO}\s+)?{name}){{0,6}}"
    many = rf"{row}(?:,?\s+{_AND}\s+{_AGAIN}(?:{_TO}\s+)?{name}){{1,3}}"
    both = rf"zowel\s+(?:{_TO}\s+)?{row}\s+(?:als|alsook|en)\b(?:,[^.;:]{{0,90}},)?\s+(?:{_TO}\s+)?{name}"
    copy = rf"{name}[^.;:]{{0,60}}?\s(?:afschrift|kopie|dezelfde\s+\w+)\b[^.;:]{{0,40}}?\s(?:{_TO})\s+{name}"
    sends = r"(?:zendt|zenden|levert|leveren|stuurt|sturen|verstrekt|verstrekken|dient|geeft|wordt|worden)"
    second = rf"(?:afschrift|kopie) van (?:zijn|haar|de|het|deze|die)\s+\w+\b[^.;:]{{0,100}}?\s{sends}\b[^.;:]{{0,60}}?\s{_TO}\s+{name}"
    apart = rf"{name}\s+{_AND},[^.;:]{{0,90}},\s+{_AGAIN}{_TO}\s+{name}"  # «aan de minister en, voor zover …, tevens aan het college»
    desks = rf"(?:de\s+)?afdeling\s+[A-Z]\w+[^.;:,]{{0,60}}\s{_AND}\s[^.;:,]{{0,60}}?{_TO}\s+(?:de\s+)?afdeling\s+[A-Z]\w+"
    again = rf"{name}[^.;:]{{0,60}}?\s(?:tevens|eveneens|daarnaast|bovendien|gelijktijdig|tegelijkertijd)\b[^.;:]{{0,40}}?\s{_TO}\s+{name}"
    informs = r"(?:stelt|stellen|informeert|informeren|brengt|licht)(?:\s+\w+){0,6}?"
    return re.compile(
        rf"(?<!\w)(?:(?:{_TO}\s+)?{both}|{_TO}\s+(?:{many}|{apart}|{desks}|{copy}|{again})|{second}|{informs}\s+({many}|{both}))", re.I
    )


# «het Besluit melden misstand bij Rijk en Politie»: the words are part of a name
_NAME = re.compile(r"\b(?:Besluit|Regeling|Wet|Reglement|Verordening)\b[^.;,:]{0,70}\Z")
_COURTS = re.compile(r"\b(?:gerechtshof|rechtbank|gerecht|onderscheidenlijk dezelfde)\b")
_ONE_COLLEGE = re.compile(r"burgemeester\s+en\s+wethouders|gemachtigde\s+en", re.I)


@over_mensen(Severity.SUGGESTION)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the receivers."""
    known: dict[tuple[int, Span], re.Match[str] | None] = {}  # a sentence is searched once, however many norms it has
    for vraag in vragen(dossier.bill):
        provision, norm = vraag.provision, vraag.norm
        content = provision.document.text.content
        if not vraag.direct and (vraag.first("papier") is None or _business(dossier, vraag)):
            continue
        if not norm.handelingen and said(provision, "digitaal-wat", norm.span) is None and said(provision, "melden", norm.span) is None:
            continue
        place = id(provision.document), norm.span
        if place not in known:
            known[place] = _receivers().search(content, norm.span.start, norm.span.end)
        match = known[place]
        if match is not None and _NAME.search(content, norm.span.start, match.start()) is not None:
            continue
        if match is not None and _COURTS.search(match.group().lower()) is not None:
            continue
        if match is None or _SENDS_ON.search(content, norm.span.start, norm.span.end):
            continue
        span = Span(match.start(1), match.end(1)) if match.group(1) else Span(match.start(), match.end())
        if _number(provision.document.text[span]) < 2:
            continue
        wie = "wie dit moet doen" if vraag.wie == NIEMAND else vraag.wie
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=span,
            message=f"Van {wie} wordt hetzelfde gevraagd bij meer dan één instantie: «{words(provision.document, span)}».",
            explanation="Wie bij het ene loket heeft gemeld, denkt klaar te zijn. "
            "Gezocht in deze bepaling naar doorzenden of gegevensuitwisseling: niet gevonden.",
            label="meer loketten",
        )


def _business(dossier: DossierAnalysis, vraag: Vraag) -> bool:
    """Whether it is asked of nobody in particular, in an artikel about a business or a foundation."""
    around = dossier.bill.in_artikel(vraag.provision.unit) or (vraag.provision,)
    return any(begrippen.occurs(p.document, "zakelijk", p.span) for p in around)


def _number(text: str) -> int:
    """How many bodies stand there; «burgemeester en wethouders» is one."""
    return (
        len(
            re.findall(
                rf",|\s{_AND}\s|\sals\s|\s(?:tevens|eveneens|daarnaast|bovendien|gelijktijdig|tegelijkertijd|afschrift|kopie)\s",
                _ONE_COLLEGE.sub("college", text),
            )
        )
        + 1
    )

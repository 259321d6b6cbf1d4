"""TRM007: a person has to do something again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Confidence, Hit, Severity
from doenvermogentoets.months import MONTHS
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.search import Search
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, is_person, phrases, trimmed, who, words
from doenvermogentoets_checks.doenvermogen.mensen import is_organisation
from doenvermogentoets_checks.gericht import people_prevail
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.termijnen.anderen import somebody_else
from doenvermogentoets_checks.termijnen.beeld import Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.ondernemer import zelf_ondernemer
from doenvermogentoets_checks.termijnen.ruimer import NIEMAND, Klasse, ruim
from doenvermogentoets_checks.termijnen.wiens import PACKAGE, defined_as_natural, person_here
from doenvermogentoets_checks.twijfel import Twijfel
from doenvermogentoets_checks.wie_treft import treft

# «Maandelijks, voor de vijfde dag van de daaropvolgende maand,»: the rest of the words that say when.
_WHEN = re.compile(
    r",?\s+(?:(?:telkens|steeds|uiterlijk|vóór|voor|binnen)\s+(?:\w+\s+){0,2})"
    rf"(?:[^\s.;:,]+\s+){{0,8}}?[^\s.;:,]*(?:maand|week|kwartaal|jaar|{'|'.join(MONTHS)})(?!\w)"
)
# «meldt of de inzet maandelijks geschiedt», «zijn toestemming dat … maandelijks»: what is told comes back, not the duty.
_TOLD = re.compile(r"(?:\b(?:dat|waarin|waarop|waaruit|waarmee|waarbij)\b|(?:^|[,;:\n]|\ben)\s*(?:[a-z0-9]{1,3}\.\s*)?of\b)[^,;:]*\Z")
# «de kosten van het dagelijks reizen»: what is done every day, and no duty
_NOUN_BEFORE, _NOUN_BEHIND = re.compile(r"\b(?:het|zijn|haar|hun)\s+\Z"), re.compile(r"\s+\w+en\b(?!\s+te\b)")
# «éénmaal per jaar», «één keer in de twee jaar»: how often, however the count is written
_TIMES = Search(
    r"\b(?:[eé]ens|[eé][eé]n ?(?:maal|keer)|(?:twee|drie|vier) ?(?:maal|keer))\s+"
    r"(?:per\s+(?:(?:kalender|school|studie)?jaar|periode\s+van\s+\w+\s+maanden)|in\s+het\s+(?:kalender|school)?jaar"
    r"|(?:per|in\s+(?:de|elke|iedere))\s+\w+\s+(?:weken|maanden|ja(?:ar|ren)))(?!\w)"
)
_RELATIVE = re.compile(r"\s+(?:dat|waarin|gedurende welk)\b")  # «ieder jaar dat hij minister was, is een dienstjaar»
# An amount, a tariff or a list that is set again each year: work of whoever sets it, though nobody is named.
_SET = re.compile(
    r"\bword(?:t|en)\b[^.;]{0,120}\b(?:bepaald|vastgesteld|berekend|geraamd|begroot|geïndexeerd|herzien|aangepast|bijgesteld|herberekend|verhoogd"
    r"|verlaagd|gepubliceerd|bekendgemaakt|geëvalueerd|gewijzigd)\b",
    re.I,
)
_MAY_END = re.compile(r"\bkan\b[^.;:]{0,160}\b(?:opzeggen|worden opgezegd)\b")  # «kan voor 31 december van ieder jaar opzeggen»: no duty
_ADJECTIVE = re.compile(r"\s+(?:verblijf|leven|bestuur|gebruik|onderhoud|toezicht|gang)\b")  # «het dagelijks verblijf in de buitenlucht»
# Keeping records by day or week is one duty that goes on.
_KEEPING = frozenset(("bewaren", "bijhouden", "administreren", "aantekenen", "vastleggen", "verschuldigen"))


@over_mensen(Severity.SUGGESTION)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the recurring limit."""
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.TERUGKEREND or not beeld.norm.doenlast:
            continue
        trader = None if beeld.particulier else zelf_ondernemer(beeld)
        if trader is None and not beeld.particulier:
            continue
        if not beeld.aangesproken and _SET.search(beeld.document.text[beeld.norm.span]) is not None:
            continue
        if _described(beeld.document, beeld.norm.span.start, beeld.span):
            continue
        if _MAY_END.search(beeld.document.text.small, beeld.norm.span.start, beeld.norm.span.end) is not None:
            continue
        doubt = treft(dossier.bill, beeld.provision, beeld.norm.span)
        body = doubt is not None and doubt.twijfel is Twijfel.INSTELLING
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.span,
            message=f"Deze plicht keert voor {beeld.wie} telkens terug: «{beeld.tekst}».",
            explanation=f"Wie dit moet doen, moet het zelf volhouden. {_herinnering(dossier, beeld.provision)}",
            doubts=(trader,) if trader is not None else (doubt.told(beeld.document),) if body and doubt is not None else (),
            label="keert terug",
            severity=Severity.INFO if body or trader is not None else None,
        )
    seen = {beeld.norm.span for beeld in beelden(dossier.bill) if beeld.leidend is not None}
    for provision in dossier.bill.provisions:
        for norm in provision.norms:
            if norm.span not in seen:
                yield from _by_wording(dossier, provision, norm)
    for limit in ruim(dossier.bill, Klasse.DATUM):
        if limit.wie == NIEMAND and not people_prevail(dossier.bill):
            continue
        said = words(limit.document, limit.span)
        yield Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"Deze datum keert voor {limit.wie} elk jaar of tijdvak terug: «{said}».",
            explanation=f"Wie dit moet doen, moet de datum zelf onthouden. {_herinnering(dossier, limit.provision)}",
            label="keert terug",
            severity=Severity.INFO,
            confidence=Confidence.LAAG,
        )


_HERINNERT = re.compile(r"\bherinner\w*", re.I)
_GEEN = re.compile(r"\b(?:geen|niet|zonder)\b[^.;]{0,40}\bherinner\w*|\bherinner\w*[^.;]{0,20}\b(?:niet|achterwege)\b", re.I)


def _herinnering(dossier: DossierAnalysis, provision: Provision) -> str:
    """Whether somebody is reminded: by a lid of the same artikel, or not as far as was found."""
    text = dossier.bill.document.text
    found = next(
        (p for p in dossier.bill.in_artikel(provision.unit) if _HERINNERT.search(text[p.span]) and not _GEEN.search(text[p.span])), None
    )
    if found is None:
        return "Een herinnering is bij deze bepaling niet gevonden."
    return f"Een herinnering staat in {label(found.unit)}: komt die op tijd, en volgt er nog een als iemand niet reageert?"


def _described(document: Document, start: int, again: Span) -> bool:
    """Whether what comes back is what a paper tells or what somebody does every day, and not the duty."""
    content = document.text.content
    if _TOLD.search(content, start, again.start) is not None or _rate_or_kind(document, start, again):
        return True
    noun = _NOUN_BEFORE.search(content, max(start, again.start - 8), again.start) is not None
    return noun and _NOUN_BEHIND.match(content, again.end) is not None


# «een gegarandeerd maandelijks inkomen», «het periodiek certificaat»: what kind of thing it is; «180 minuten per week»: how much
_KIND = re.compile(r"\b(?:het|een)\s+(?:[\w-]+(?:d|e|ig|lijk)\s+)?\Z|\b(?:gegarandeerd|bruto|netto)e?\s+\Z", re.I)
_KIND_AGAIN = re.compile(r"(?:dagelijks|wekelijks|maandelijks|jaarlijks|periodiek)e?\Z", re.I)
_NO_NOUN = re.compile(r"\s*(?:[,.;:]|(?:een|de|het|zijn|haar|hun|aan|bij|in|op|over|voor|vóór|uiterlijk|binnen|of|en|ten|te)\b)", re.I)
_AMOUNT_BEFORE = re.compile(r"(?:\b(?:\d+|minuten|uren|uur|dagen|dagdelen|euro|procent|lonen|loon|bedrag|meter|kilo\w*)|[€%(])\s*\Z", re.I)
_RATE_AGAIN = re.compile(r"per (?:dag|week|maand|kwartaal|jaar)\Z", re.I)


def _rate_or_kind(document: Document, start: int, again: Span) -> bool:
    """Whether the words of recurrence tell how much or which, and not when something must be done again."""
    content = document.text.content
    said = content[again.start : again.end]
    if _RATE_AGAIN.match(said) is not None:
        return _AMOUNT_BEFORE.search(content, max(start, again.start - 24), again.start) is not None
    if _KIND_AGAIN.match(said) is None or _NO_NOUN.match(content, again.end) is not None:
        return False
    return _KIND.search(content, max(start, again.start - 40), again.start) is not None


def _again(document: Document, zin: Span) -> Span | None:
    """The words that say that something comes back, the first in the sentence."""
    found = (phrases(PACKAGE, "keert-terug").first(document, zin), next(_TIMES.within(document.text, zin), None))
    return min((span for span in found if span is not None), default=None)


def _by_wording(dossier: DossierAnalysis, provision: Provision, norm: Norm) -> Iterator[Hit]:
    """A duty that comes back («elke maand», «eens per week») without a limit that the norm table holds."""
    adressaat = norm.adressaat
    if norm.soort is not Soort.PLICHT or adressaat is None or adressaat.rol != "burger" or not adressaat.tekst or not norm.doenlast:
        return
    if is_organisation(norm) or not (
        is_person(adressaat) or defined_as_natural(dossier.bill, adressaat) or person_here(dossier.bill, adressaat)
    ):
        return
    document = provision.document
    again = _again(document, norm.span)
    if again is None or _RELATIVE.match(document.text.content, again.end, norm.span.end) is not None:
        return
    if _described(document, norm.span.start, again):
        return
    sentence = provision.passage.at(again.start)
    if sentence is not None and somebody_else(dossier.bill, provision, sentence, again, adressaat.tekst):
        return
    if any(v.start <= again.start < v.end for v in norm.voorwaarden) or _ADJECTIVE.match(document.text.small, again.end) is not None:
        return
    if (
        not any(h.soort not in _KEEPING for h in norm.handelingen)
        or phrases(PACKAGE, "geen-herhaling").first(document, norm.span) is not None
    ):
        return
    rest = _WHEN.match(document.text.content, again.end, min(norm.span.end, again.end + 120))
    span = trimmed(document, Span(again.start, rest.end() if rest is not None else again.end))
    yield Hit(
        document=document,
        unit=provision.unit,
        span=span,
        message=f"Deze plicht keert voor {who(norm)} telkens terug: «{words(document, span)}».",
        explanation=f"Wie dit moet doen, moet het zelf volhouden. {_herinnering(dossier, provision)}",
        label="keert terug",
    )

"""A yes-or-no limit to a right, without anything to deviate by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Doubt, Hit, Severity
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.hardheid import zaken, zeggen
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.zaken import Uitleg, Zaak
from doenvermogentoets_checks.raakt import over_mensen, raakt

_NAAR = "een afwijkingsmogelijkheid, glijdende schaal, overgang en hardheidsclausule"

_UNREAD = Doubt("de meeste harde grenzen zijn zo bedoeld, en de toelichting is niet gelezen")


@over_mensen(Severity.SUGGESTION)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.GRENS` that the toelichting does not explain; without one as information: most hard limits are meant."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.GRENS):
        if zaak.uitleg is Uitleg.WAAROM:
            continue
        unread = zaak.uitleg is Uitleg.GEEN_TOELICHTING
        if unread and not _for_people(dossier, zaak):
            continue
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Een harde grens: «{zeggen.quote(zaak)}».",
            explanation="Wie net aan de verkeerde kant valt, houdt niets over, hoe klein het verschil ook "
            f"is.{zeggen.search_report(zaak, _NAAR)}" + zeggen.toelichting_report(zaak),
            label="harde grens",
            annotations=zeggen.places(zaak, dossier),
            suggestions=(),
            doubts=(_UNREAD,) if unread else (zeggen.VAGE_CLAUSULE,) if zaak.clausule is not None else (),
            severity=Severity.INFO if unread or zaak.clausule is not None else None,
        )
    yield from _steps(dossier)


_GOVERNMENT = re.compile(
    r"(?<!\bvan )(?<!\bin )(?<!\bbij )(?<!\baan )(?<!\bdoor )\b(?:de|het|een|elke|ieder|iedere) (?:gemeente|provincie|waterschap)\b"
)


# Another right that somebody has, a time in which he has it, or an exception: a limit that spares somebody in so many words. A subsidy for
# an employee is the employer's.
_MEANT = re.compile(
    r"\bgedurende de (?:periode|tijd|dagen)\b|\b(?:voor )?zolang\b|\brecht (?:heeft|hebben|had) op\b|\bontvangt\b|\bgenoten\b|\bgeniet\b"
    r"|\btenzij\b|\bsubsidie\b|\bbelanghebbende is (?:als bedoeld )?in\b"
)
_EXCEPT = re.compile(
    r"\b(?:lid|volzin|zin) (?:is|geldt) niet(?: van toepassing)? (?:indien|op|als|voor|wanneer)\b|\bin afwijking van het \w+ lid\b"
)


# «De artikelen 3 en 4 zijn niet van toepassing op de werknemer die …»: whether that is a limit, those artikelen say
_RULES_NOT = re.compile(r"\b(?:artikel(?:en)?|lid|leden)\b[^.;:]{0,80}?,? (?:is|zijn|blijven|blijft) niet van toepassing\b")


def _for_people(dossier: DossierAnalysis, zaak: Zaak) -> bool:
    """Whether the limit is one for people, and nothing tells that it was meant; a gemeente with few «inwoners» is no person."""
    small, near = zaak.provision.document.text.small, dossier.bill.in_artikel(zaak.provision.unit) or (zaak.provision,)
    own = zaak.nadeel.norm.span
    if _MEANT.search(small, own.start, own.end) is not None:
        return False
    if _RULES_NOT.search(small, own.start, own.end) is not None:
        return False
    if any(_EXCEPT.search(small, p.span.start, p.span.end) is not None for p in near):
        return False
    zin = zaak.provision.sentence_at(zaak.span.start)
    if raakt(dossier, zaak.provision, zin) is not None:
        return False
    return _GOVERNMENT.search(zaak.provision.document.text.small, zin.start, zin.end) is None


# «Ouders met een inkomen van meer dan € … betalen een bijdrage van € …»: one euro more costs the whole amount
_AMOUNT = r"€\s?\d[\d.,]*"
_STEP = re.compile(
    rf"\b(?:inkomen|vermogen|toetsingsinkomen|spaargeld)\b[^.;:]{{0,40}}?\b(?:meer (?:is )?dan|hoger (?:is )?dan|boven(?: de)?|vanaf)"
    rf" {_AMOUNT}"
    rf"(?:[^.;:]|(?<=\d)\.(?=\d)){{0,60}}?\b(?:betaalt|betalen|draagt|dragen|(?:is|zijn)\b[^.;:]{{0,60}}?\bverschuldigd)\b"
    rf"(?:[^.;:]|(?<=\d)\.(?=\d)){{0,60}}?\bvan {_AMOUNT}"
)
# «wordt zijn aandeel geheel in mindering gebracht op de uitkering»: nothing of it is left free
_ALL_OFF = re.compile(
    r"\bword(?:t|en) (?:[\w-]+ ){1,8}(?:geheel|volledig) in mindering gebracht op (?:de|het|zijn|haar) "
    r"\w*(?:uitkering|toelage|ondersteuning|toeslag|tegemoetkoming|bijstand|bijdrage)\b"
)
_GRADUAL = re.compile(
    r"\b(?:glijdende|naar rato|naar evenredigheid|afbouw\w*|draagkracht|schijf|schijven|trede|procent|vrijgelaten|vrijlating"
    r"|buiten (?:aanmerking|beschouwing))\b|%"
)


def _steps(dossier: DossierAnalysis) -> Iterator[Hit]:
    """A fixed amount that is due, or all of a sum that is taken off; information, when the toelichting gives no reason."""
    if dossier.explanation is None:
        return
    document = dossier.bill.document
    reported = [z.nadeel.norm.span for z in zaken.of_klas(dossier, Klas.GRENS)]
    kinds = ((_STEP, "één euro meer inkomen of vermogen kost meteen het hele bedrag"), (_ALL_OFF, "er blijft niets van vrij"))
    for pattern, what in kinds:
        for match in pattern.finditer(document.text.small):
            span = Span(*match.span())
            provision = dossier.bill.at(span.start)
            if provision is None or not provision.span.contains(span) or any(s.overlaps(span) for s in reported):
                continue
            near = dossier.bill.in_artikel(provision.unit) or (provision,)
            if any(_GRADUAL.search(document.text.small, p.span.start, p.span.end) is not None for p in near):
                continue
            if pattern is _STEP and sum(len(_STEP.findall(document.text.small, p.span.start, p.span.end)) for p in near) > 1:
                continue  # more than one step is a scale
            norm = next(iter(provision.norms_in(span)), None)
            if norm is None or dossier.explanation.of(provision, norm).sufficient:
                continue
            yield Hit(
                document=document,
                unit=provision.unit,
                span=span,
                message=f"Een harde grens: «{words(document, span)}».",
                explanation=f"Hier is het alles of niets: {what}. Gezocht in dit artikel naar een glijdende schaal of een vrijlating, en "
                "in de toelichting naar een reden: niet gevonden.",
                label="harde grens",
                severity=Severity.INFO,
            )

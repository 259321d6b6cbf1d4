"""The bill deviates from the Awb and the toelichting does not say why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypedDict

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets_checks.rang import awb_laat_toe, lager
from doenvermogentoets_checks.toelichting.lezen import is_klein, naam

_AWB = r"(?:de |het )?(?:Algemene wet bestuursrecht|Awb)\b"
_AFWIJKING = re.compile(
    rf"\bin afwijking van [^.;]{{0,160}}?{_AWB}|\b(?:artikel(?:en)?|afdeling|titel|hoofdstuk|paragraaf) [^.;]{{1,80}}?van "
    rf"{_AWB}[^.;]{{0,90}}?(?:niet van toepassing|geen toepassing|buiten toepassing)"
    rf"|\b(?:vindt|vinden|is|zijn) (?:artikel(?:en)?|afdeling|titel) [^.;]{{1,80}}?{_AWB}[^.;]{{0,60}}?(?:niet van toepassing|geen "
    rf"toepassing)",
    re.I,
)
_ONDERWERP = (
    (
        re.compile(r"\bbezwaar", re.I),
        re.compile(
            r"\bbezwaartermijn|\bbezwaarschrift|\btermijn (?:voor|van) (?:het maken van )?bezwaar|"
            r"\bbezwaar\b[^.;]{0,40}\b(?:weken|dagen)\b",
            re.I,
        ),
    ),
    (re.compile(r"\bberoep", re.I), re.compile(r"\bberoepstermijn|\bbeperking van (?:het )?beroep|\bgeen beroep\b", re.I)),
    (re.compile(r"\b4:5\b"), re.compile(r"\baanvul|\bonvolledige aanvra|\bbuiten behandeling\b", re.I)),
    (re.compile(r"\b4:84\b"), re.compile(r"\bbeleidsregel", re.I)),
    (re.compile(r"\b4:87\b|\bbetaalt|\bbetaald\b"), re.compile(r"\btermijn voor betaling|\bbetaaltermijn|\bbetalingstermijn", re.I)),
    (re.compile(r"\b3:4\b|\b3\.4\b|\bafdeling 3\.4\b"), re.compile(r"\bvoorbereidingsprocedure\b|\bzienswijze", re.I)),
)


class _Asked(TypedDict, total=False):
    question: str
    ground: str
    suggestions: tuple[Suggestion, ...]


_RELATION = "Ar 4.43, onder g (verhouding tot andere regelingen)"


def _asked(said: str, lower: str) -> _Asked:
    """What is asked otherwise than of an act: where the Awb itself lets others differ, and where a regulation is of lower rank."""
    if awb_laat_toe(said):
        return _Asked(ground=f"{_RELATION}; de Awb laat hier zelf afwijken toe")
    return _by_leave(lower) if lower else {}


def _by_leave(lower: str) -> _Asked:
    """What is asked of a regulation of lower rank than the Awb: a reason is not enough, an act must allow it."""
    return _Asked(
        question=f"Welke wet staat toe dat {lower} van de Awb afwijkt, en waarom kan de gewone regel hier niet gelden?",
        ground=f"{_RELATION}; de Awb is een wet in formele zin",
        suggestions=(Suggestion("de wet noemen die de afwijking toestaat, met de reden"), Suggestion("de afwijking schrappen")),
    )


def gemotiveerd(explanation: Explanation, provision: Provision) -> bool:
    """The toelichting gives a reason for the provision, or for what it deviates from."""
    if explanation.of(provision).sufficient:
        return True
    why = table("uitleg")["waarom"]
    for zin in _over(explanation, provision.document.text[provision.span]):
        at = explanation.position(zin)
        if any(why.search(z.text) for z in explanation.zinnen_of(zin.alinea)[max(0, at - 1) : at + 3]):
            return True
    return False


def _over(explanation: Explanation, text: str) -> list[Zin]:
    """The sentences on the subject of the deviation: the time for objections, for payment, …"""
    topic = next((t for cue, t in _ONDERWERP if cue.search(text)), None)
    return [z for z in explanation.zinnen if topic is not None and topic.search(z.text)]


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or is_klein(explanation, options.number("woorden")):
        return
    document = dossier.bill.document
    for provision in dossier.bill.provisions:
        text = document.text[provision.span]
        match = _AFWIJKING.search(text)
        if match is None:
            continue
        span = Span(provision.span.start + match.start(), provision.span.start + match.end())
        if gemotiveerd(explanation, provision):
            continue
        zinnen = _over(explanation, text)
        here = naam(provision.unit)
        asked = _asked(match.group(), lager(dossier.bill))
        if zinnen:
            zin = zinnen[0]
            yield Hit(
                explanation.document,
                zin.alinea.unit,
                zin.span,
                f"De toelichting noemt de afwijking van de Awb in {here.rstrip(',')}, maar niet de reden.",
                "Een afwijking van de algemene regels vraagt een motivering: waarom kan het hier niet met de gewone regel, en wat "
                "betekent dat voor de burger.",
                label="waarom wordt afgeweken?",
                annotations=(Annotation(document, span, "de afwijking"),),
                **asked,
            )
        else:
            yield Hit(
                document,
                provision.unit,
                span,
                f"De toelichting legt niet uit waarom {here} van de Awb afwijkt.",
                "Gezocht naar het artikel en naar het onderwerp van de afwijking, met een reden erbij: niet gevonden.",
                label="waarom wordt afgeweken?",
                **asked,
            )

"""A toelichting that is wider or stricter than the bill: «krijgt altijd», «geen uitstel» where the artikel says otherwise."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.about import about
from doenvermogentoets_checks.toelichting.lezen import naam

# The words are denied when one of these stands before them.
DENIED = re.compile(r"\b(?:geen|niet|noch|evenmin|ongeacht)\b(?:\s+[\w-]+){0,3}\s*$|\bzonder\b(?:\s+[\w-]+){0,9}\s*$", re.I)
# «altijd» where the artikel takes cases out; «geen uitstel» where it gives it.
_ALTIJD = re.compile(
    r"\b(?:altijd|steeds|in alle gevallen|zonder uitzondering|in elk geval|nooit|niemand|iedere(?:en)?|elke?"
    r"|alle)\b[^.;]{0,60}\b(?:krijgt|krijgen"
    r"|ontvangt|ontvangen|kan|kunnen|mag|mogen|heeft|hebben|behoudt|behouden)\b|\b(?:krijgt|krijgen|ontvangt|ontvangen|kan|kunnen|mag|mogen"
    r"|heeft|hebben|behoudt|behouden)\b[^.;]{0,60}\b(?:altijd|steeds|in alle gevallen|zonder uitzondering)\b",
    re.I,
)
_UITGEZONDERD = re.compile(
    r"\b(?:[Dd]it artikel|[Hh]et (?:eerste|tweede|derde|vierde|bepaalde in het \w+) lid|[Dd]e (?:vorige leden"
    r"|voorgaande leden))\b[^.;]{0,40}"
    r"\b(?:is niet van toepassing|geldt niet|vindt geen toepassing|blijft buiten toepassing|mist toepassing)\b"
)
_STRENG = re.compile(
    r"\bgeen (?:uitstel|ontheffing|verlenging|vrijstelling|hersteltermijn|herstel|herkansing)\b"
    r"|\b(?:schort|schorten|verlengt|verlengen|stuit|stuiten)\b[^.;]{0,60}\bniet\b"
    r"|\bniet (?:worden )?(?:verlengd|opgeschort|aangevuld|uitgesteld|hersteld)\b"
    r"|\b(?:uitstel|verlenging|ontheffing|vrijstelling|herstel)\b[^.;]{0,40}\b(?:niet (?:mogelijk|verleend)|uitgesloten)\b",
    re.I,
)
_MILD = re.compile(
    r"\b(?:verleng\w*|opschort\w*|opgeschort|schort(?:en)?\b[^.;]{0,60}\bop|uitstel|ontheffing|vrijstelling|herstel\w*|aangevuld"
    r"|aan te vullen)\b",
    re.I,
)
_ZEKER, _VEEL = 0.5, 3


def te_ruim(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, least: float) -> Hit | None:
    """«krijgt altijd de gelegenheid» about an artikel of which another lid takes cases out."""
    match = _ALTIJD.search(zin.text)
    if match is None or re.search(r"\b(?:niet|geen|behalve|tenzij|uitgezonderd)\b", zin.text, re.I):
        return None
    top = next(iter(about(explanation, zin)), None)
    if top is None or not (top.genoemd or (top.score >= max(least, _ZEKER) and top.gedeeld >= _VEEL)):
        return None
    text = dossier.bill.document.text
    for provision in dossier.bill.in_artikel(top.provision.unit):
        out = _UITGEZONDERD.search(text[provision.span])
        if out is not None and provision is not top.provision:
            return Hit(
                explanation.document,
                zin.alinea.unit,
                zin.span,
                f"De toelichting zegt het zonder voorbehoud («{match.group(0)}»); {naam(provision.unit)} zondert gevallen uit.",
                "Voor de uitgezonderde gevallen klopt de passage niet. Wie daaronder valt, rekent op iets wat hij niet krijgt.",
                label="te ruim",
                annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat de uitzondering"),),
            )
    return None


def te_streng(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«ziekte schort de termijn niet op» where the bill says that illness makes it longer."""
    match = _STRENG.search(zin.text)
    if match is None or re.search(r"\b(?:tenzij|behalve|meer dan|langer dan|verder|nogmaals|onnodig|zonder noodzaak)\b", zin.text, re.I):
        return None
    top = next(iter(about(explanation, zin)), None)
    if top is None or top.gedeeld < _VEEL or top.score < _ZEKER or len(zin.roots & explanation.provision_roots[top.provision]) < _VEEL:
        return None
    text = dossier.bill.document.text[top.provision.span]
    mild = next((m for m in _MILD.finditer(text) if not DENIED.search(text[max(0, m.start() - 80) : m.start()])), None)
    if mild is None or re.search(r"\b(?:niet|geen)\b", text):
        return None
    here = naam(top.provision.unit)
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting is strenger («{match.group(0)}») dan {here} waar staat «{mild.group(0)}».",
        "Wie op de toelichting afgaat, denkt dat hij geen aanspraak heeft en vraagt er niet om.",
        label="strenger dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, top.provision.passage.span, "hier staat de ruimte"),),
        lighter="bij het nalezen bleek zo een verschil vaak met opzet of elders geregeld",
        severity=Severity.INFO,
    )

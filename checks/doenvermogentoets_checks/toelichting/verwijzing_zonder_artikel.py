"""The toelichting refers to an artikel or lid that the bill does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import DocumentKind, UnitKind
from doenvermogentoets.findings import Hit
from doenvermogentoets.toelichting import Explanation, Section
from doenvermogentoets_checks.toelichting.lezen import van_een_bijlage

_OUD = re.compile(r"\b(?:vervallen|vervalt|oude|oud|huidige|voormalige|thans|geldende|ingetrokken|was|bestaande|ander(?:e)? wet)\b", re.I)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    bill = dossier.bill.document
    if explanation is None or van_een_bijlage(dossier) or bill.kind is DocumentKind.WIJZIGINGSVOORSTEL or bill.amendments:
        return  # artikelen of the amended law are not all in the bill
    numbers = {u.number for u in bill.root.walk() if u.kind is UnitKind.ARTIKEL}
    if len(numbers) < 2:
        return
    arabic = [int(m.group(0)) for n in numbers if (m := re.match(r"\d+$", n))]
    if not arabic:
        return
    document = explanation.document
    elsewhere = _of_another_law(explanation)
    for alinea, references in explanation.references.items():
        zinnen = explanation.zinnen_of(alinea)
        for reference in references:
            zin = next((z for z in zinnen if z.span.contains(reference.span)), None)
            before = alinea.text[max(0, reference.span.start - alinea.span.start - 60) : reference.span.start - alinea.span.start]
            after = alinea.text[reference.span.end - alinea.span.start :][:80]
            named = document.text[reference.span].lower()
            if not re.match(r"artikel(?:en)?\b|(?:de|het) artikel", named) or re.match(
                r"[^.;(]{0,60}?\b(?:van|uit|in) (?:de|het|dat|die|"
                r"deze) (?:[A-Z]|bijlage|onderdeel|model)",
                after,
            ):
                continue
            if (
                zin is None
                or _OUD.search(zin.text)
                or re.search(
                    r"\b[A-Z][\w-]*(?:wet|wetboek|besluit|verdrag|regeling|richtlijn|"
                    r"verordening)\b|\bAwb\b|\bEVRM\b|\bWet\b|\bwet (?:inzake|op|op de|van)\b|\bWetboek\b|"
                    r"\bGrondwet\b|\bRichtlijn\b|\bVerordening\b|\bVerdrag\b|\bBesluit\b|"
                    r"\b[A-Z]{2,6}\b",
                    before + after,
                )
            ):
                continue
            if _elsewhere(alinea.section):
                continue  # the section speaks of another regulation: whose number it is cannot be told
            for target in reference.targets:
                number = target.artikel
                if (
                    target.regeling
                    or not number
                    or number in numbers
                    or (alinea.section, number) in elsewhere
                    or not re.fullmatch(r"\d{1,3}[a-z]?", number)
                ):
                    continue
                if any(
                    p.regeling or t.artikel in numbers
                    for r in references
                    for t in r.targets
                    for p in (t,)
                    if r is reference and t is not target
                ):
                    continue
                yield Hit(
                    explanation.document,
                    alinea.unit,
                    reference.span,
                    f"De toelichting verwijst naar artikel {number}, dat het ontwerp niet heeft.",
                    f"Het ontwerp heeft de artikelen {min(arabic)} tot en met {max(arabic)}. Het nummer kan verschoven zijn, of het "
                    f"artikel van een andere regeling is bedoeld.",
                    label="staat niet in het ontwerp",
                )
                break


# «artikel 1d, eerste lid, onder a, BuWav»: an abbreviation directly after the number.
_AFKORTING = re.compile(
    r"\bartikel(?:en)? \d[\w:.]*(?:,? (?:\w+ )?(?:lid|leden|onder|onderdeel|aanhef|en|of|sub|[a-z0-9]{1,2}|\w+ (?:lid|leden)),?){0,9} "
    r"(?!Onze\b|De\b|Het\b|In\b|Een\b|Dit\b|Deze\b)[A-Z][A-Za-z]{1,7}\b(?! [a-z]+t\b)"
)


@lru_cache(maxsize=256)
def _elsewhere(section: Section) -> bool:
    return any(_ANDERE_REGELING.search(a.text) or _AFKORTING.search(a.text) for a in section.alineas)


_ANDERE_REGELING = re.compile(
    r"\b(?:Boek \d+|[Dd]it Boek|Burgerlijk Wetboek|[A-Z]\w*wetboek|Wetboek van|Verdrag|EVRM|Richtlijn|[A-Z][\w-]{3,}(?:wet|verdrag|besluit"
    r"|regeling) (?:\d{4}|artikel)"
    r"|BW(?:NL|A|C|SM)?|[A-Z]{2,5}(?:NL|NA|A)?BW|WvK|WCAd)\b"
)
_WET = re.compile(r"[^.;]{0,40}?(?:\b(?:EG|EU|VWEU|VEU|EVRM|Awb|Gw|BW|Sr|Sv)\b|\bvan (?:de|het) [A-Z])")


_WET_ERVOOR = re.compile(r"\b[A-Z][\w-]*wet(?: \d{4})?\b[^.;]{0,30}$|\bWet [^.;]{0,50}$")


def _of_another_law(explanation: Explanation) -> frozenset[tuple[Section, str]]:
    """Per section the numbers that are cited there with the name of another law: repeated without it they still mean that law."""
    out: set[tuple[Section, str]] = set()
    for alinea, references in explanation.references.items():
        for reference in references:
            after = alinea.text[reference.span.end - alinea.span.start :]
            at = reference.span.start - alinea.span.start
            if any(t.regeling for t in reference.targets) or _WET.match(after) or _WET_ERVOOR.search(alinea.text[max(0, at - 60) : at]):
                out.update((alinea.section, t.artikel) for t in reference.targets if t.artikel)
    return frozenset(out)

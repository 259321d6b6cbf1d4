"""A way out that a sentence of the toelichting announces, while no provision about its subject has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.words import root, roots
from doenvermogentoets_checks.toelichting.clausule_genoemd import GEVRAAGD, noemt
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp

# What the toelichting says one can fall back on, and the words that must then stand in the bill.
_UITWEGEN: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "van {topic} kan worden afgezien",
        re.compile(
            r"\b(?:kan|kunnen)\b[^.;]{0,90}\b(?:afzien|worden afgezien|achterwege (?:laten|blijven))\b|\bvan (?:de )?\w+ing "
            r"kan\b[^.;]{0,80}\b(?:afzien|worden afgezien)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:afzien|afgezien|afziet|dringende redenen?|achterwege (?:laten|blijven)|matigen|kwijtschelden|bijzondere "
            r"omstandigheden)\b",
            re.I,
        ),
    ),
    (
        "de termijn alsnog kan worden gehaald of verlengd",
        re.compile(
            r"\b(?:krijgt|krijgen|ontvangt|ontvangen|kan|kunnen|heeft|hebben)\b[^.;]{0,60}\b(?:daarna|dan)? ?(?:nog )?(?:\w+ )"
            r"?(?:weken|dagen|maanden)\b[^.;]{0,30}\balsnog\b",
            re.I,
        ),
        re.compile(r"\b(?:alsnog|aanmaning|herinner\w*|herstel\w*|aanvul\w*|aan te vullen|gelegenheid)\b", re.I),
    ),
)
_TOPIC = re.compile(
    r"\b(?:terugvordering|invordering|boete|verlaging|intrekking|schorsing|weigering|maatregel|korting|beëindiging|"
    r"verlenging|verlengen|verrekening)\w*",
    re.I,
)


def missing_way_out(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Iterator[Hit]:
    """A way out that a sentence announces, while no provision about its subject has it."""
    if zin.alinea.section.artikelsgewijs or noemt(explanation, zin) or GEVRAAGD.search(zin.text):
        return
    topic = _TOPIC.search(zin.text)
    if topic is None or not over_het_ontwerp(zin) or re.search(r"\b(?:niet|geen)\b", zin.text):
        return
    if any(t.regeling for r in explanation.cited_in(zin) for t in r.targets):
        return  # it speaks of another law
    for claim, announced, needed in _UITWEGEN:
        match = announced.search(zin.text)
        if match is None:
            continue
        stem = root(topic.group(0).lower())
        about = [p for p in dossier.bill.provisions if stem in explanation.provision_roots[p]]
        artikelen = list(dict.fromkeys(p.unit.artikel for p in about if p.unit.artikel is not None))
        if not about or len(artikelen) > 4:
            continue
        if any(n.bevoegdheid == "discretionair" for p in about for n in p.norms):
            continue  # who may, may also not
        if any(c.covers(p.unit) for c in clausules(dossier.bill) for p in about):
            continue
        text = dossier.bill.document.text
        if any(needed.search(text[p.span]) for a in artikelen for p in dossier.bill.in_artikel(a)) or _softened(dossier, stem, needed):
            continue
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting zegt dat {claim.format(topic=topic.group(0).lower())}; in {naam(about[0].unit)} staat dat niet.",
            f"Gezocht is in elk artikel dat over {topic.group(0).lower()} gaat, en in bepalingen die daarnaar verwijzen: niet gevonden.",
            label="niet in het ontwerp",
            annotations=tuple(Annotation(dossier.bill.document, p.passage.span, "hier zou de uitweg staan") for p in about[:2]),
        )
        return


def _softened(dossier: DossierAnalysis, stem: str, needed: re.Pattern[str]) -> bool:
    """A provision elsewhere speaks of the same decision and has the words."""
    text = dossier.bill.document.text
    return any(stem in roots(text[p.span]) and needed.search(text[p.span]) for p in dossier.bill.provisions)

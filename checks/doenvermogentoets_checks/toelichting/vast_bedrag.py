"""«Een boete van ten hoogste € 500», where the artikel has that very amount and leaves no lower one."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp

_MATEN = frozenset({"euro", "procent"})
_SANCTIE = re.compile(r"\b\w*(?:boete|dwangsom|korting|verlaging|maatregel)\b|\b(?:gekort|verlaagd)\b", re.I)
# Any of these in the artikel lets the amount be lower.
_LAGER = re.compile(
    r"\b(?:ten hoogste|hoogstens|maximaal|maximum|niet (?:hoger|meer) dan|tot (?:ten hoogste )?(?:€|een bedrag)"
    r"|matig\w*|lager\w*|verminder\w*"
    r"|halve?er\w*|helft|afgestemd|afstemm\w+|evenredig\w*"
    r"|bepaalt de hoogte|vaststelling van de hoogte|hoogte van de \w+ (?:wordt|stemt))\b",
    re.I,
)


def hoogstens_tegen_vast(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The sanction of a sentence has an upper limit that is the fixed amount of the one provision that binds to it."""
    if not over_het_ontwerp(zin) or _SANCTIE.search(zin.text) is None:
        return None
    for told in hoeveelheden(zin.text, zin.span.start):
        if told.grens != "hoogst" or told.maat not in _MATEN:
            continue
        fixed = [(p, h) for p, found in explanation.quantities.by_provision.items() for h in found if gelijk(told, h)]
        if fixed and len({p.unit.artikel for p, _ in fixed}) == 1 and all(_vast(dossier, p, h) for p, h in fixed):
            return _hit(dossier, explanation, zin, told, *fixed[0])
    return None


def _vast(dossier: DossierAnalysis, provision: Provision, amount: Hoeveelheid) -> bool:
    text = dossier.bill.document.text
    inside = dossier.bill.in_artikel(provision.unit) or (provision,)
    binds = any(n.bevoegdheid == "gebonden" and n.richting == "nadelig" for n in provision.norms)
    sanction = _SANCTIE.search(text[provision.span]) is not None
    return amount.grens == "" and binds and sanction and not any(_LAGER.search(text[p.span]) for p in inside)


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, told: Hoeveelheid, provision: Provision, amount: Hoeveelheid) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting is «{told.woorden}» het hoogste bedrag; {naam(provision.unit)} noemt het als vast bedrag en schrijft het "
        "dwingend voor.",
        "Het ontwerp laat geen lager bedrag toe. Een boete of korting op maat die de toelichting belooft, kan de uitvoerder op grond van "
        "deze bepaling niet opleggen.",
        label="anders dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, amount.span, "een vast bedrag"),),
    )

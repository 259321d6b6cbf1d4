"""A condition that a sentence hangs on a rule («mits …», «niet dan nadat …») and that the artikel does not have."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.eisen import heeft, leden_bij
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, strenger
from doenvermogentoets_checks.toelichting.onbekend import kent, zeggend
from doenvermogentoets_checks.toelichting.uitzondering_onbekend import elders

_QUOTED = 120
_SURE = 0.4  # chance of the artikel that a sentence is about
_MITS = re.compile(
    r"(?:,| \b(?:en|maar)\b)? (?:zij het )?\b(?P<hoe>mits|niet dan nadat"
    r"|op voorwaarde dat|onder de voorwaarde dat|uitsluitend (?:indien|nadat)"
    r"|maar alleen (?:als|indien)|slechts (?:indien|nadat)|eerst nadat|pas nadat) (?P<wat>[^.;]{8,140})"
)
# Somebody says so, or another case is told.
_ZEGT = re.compile(
    r"\b(?:opgemerkt|aangegeven|laten weten|verklaard|uitvoerbaar|handhaafbaar"
    r"|in staat|haalbaar|meent|vindt|ik|erfgenaam|andere|overleden)\b",
    re.I,
)
_LEAST, _SHARED = 2, 2  # telling words of the condition, and of the rest of the sentence that the artikel has


def extra_voorwaarde(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The lid on which the sentence hangs a condition, most of whose words its artikel does not have."""
    match = _MITS.search(zin.text)
    if match is not None and _ZEGT.search(zin.text[: match.start()]):
        return None
    if match is None or strenger(dossier.bill) or not over_het_ontwerp(zin) or elders(zin.text):
        return None
    near = list(leden_bij(explanation, zin))
    sure = next(((p, chance) for p, chance in near if chance >= _SURE), None)
    if sure is None:
        return None
    text = dossier.bill.document.text
    told = [w for w in zeggend(match.group("wat")) if len(w) > 3]
    whole = " ".join(text[p.span] for p, _ in near)
    strange = [w for w in told if not heeft(whole, w)]
    if len(told) < _LEAST or 2 * len(strange) < len(told) or not any(len(w) > 6 and not kent(explanation.bill, w) for w in strange):
        return None
    earlier = explanation.before(zin)
    before = f"{earlier.text if earlier is not None else ''} {zin.text[: match.start()]}"
    rest = {w.lower() for w in zeggend(before) if heeft(text[sure[0].span], w)}
    if len(rest) < _SHARED:
        return None
    lid = sure[0]
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting noemt een voorwaarde («{match.group('hoe')} {match.group('wat').strip()}»); {naam(lid.unit)} heeft die niet: "
        f"«{words(dossier.bill.document, lid.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "Gezocht is in het artikel en in wat ernaast kan zijn bedoeld: niet gevonden.",
        label="deze voorwaarde staat niet in het ontwerp",
        annotations=(Annotation(dossier.bill.document, lid.passage.span, "zonder deze voorwaarde"),),
    )

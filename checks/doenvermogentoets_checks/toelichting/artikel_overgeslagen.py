"""An artikel with burdens of which the toelichting says nothing (Ar 4.43, 4.48)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.norms.nadelen import nadelen as engine_nadelen
from doenvermogentoets.structure.labels import label
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.common import listing, words
from doenvermogentoets_checks.toelichting.lezen import daden, is_klein, lasten, raakt_burgers


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or is_klein(explanation, options.number("woorden")) or not raakt_burgers(dossier):
        return
    burdens: dict[Unit, list[tuple[Provision, Norm]]] = {}
    for provision, norm in (*_gevolgen(dossier), *_verplicht(dossier)):
        artikel = provision.unit.artikel
        if artikel is not None:
            burdens.setdefault(artikel, []).append((provision, norm))
    document = dossier.bill.document
    least = options.number("overeenkomst") / 100
    for artikel, found in sorted(burdens.items(), key=lambda x: x[0].span):
        if explanation.articles.get(artikel) or explanation.mentions.get(artikel):
            continue
        if any(explanation.of(p).relations for p in dossier.bill.in_artikel(artikel)):
            continue
        if _spoken_of(dossier, artikel, least):
            continue
        provision, norm = found[0]
        acts = listing(dict.fromkeys(name for _, n in found for name in daden(n)))
        named = list(dict.fromkeys(words(document, g.span, 40) for _, n in found for g in n.gevolgen if g.zwaar))
        effects = listing([said for said in named if " " in said] or named)  # beside «last onder dwangsom», «opleggen» says nothing
        if not acts and not effects:
            continue
        what = f"een zwaar gevolg heeft («{effects}»)" if effects else f"burgers iets laat doen ({acts})"
        yield Hit(
            document,
            provision.unit,
            norm.span,
            f"De toelichting zegt niets over {label(artikel)}, dat {what}.",
            "Gezocht naar het artikel in het artikelsgewijs deel, naar verwijzingen en naar passages over hetzelfde onderwerp: niet "
            "gevonden.",
            label="niet toegelicht",
            annotations=tuple(Annotation(document, n.span, "ook deze last") for _, n in found[1:3] if n.span != norm.span),
        )


def _gevolgen(dossier: DossierAnalysis) -> Iterator[tuple[Provision, Norm]]:
    """Adverse effects for somebody, not what authorities do to each other or what they may ask of him."""
    for nadeel in engine_nadelen(dossier.bill):
        if (
            nadeel.aanleiding in _NIET_ZWAAR
            or not any(g.zwaar for g in nadeel.norm.gevolgen)
            or _ONDERLING.search(dossier.bill.document.text[nadeel.norm.span])
        ):
            continue
        yield nadeel.provision, nadeel.norm


def _verplicht(dossier: DossierAnalysis) -> Iterator[tuple[Provision, Norm]]:
    """What somebody must do; not what he may ask for."""
    for provision, norm in lasten(dossier.bill):
        if norm.soort is Soort.PLICHT and not re.search(r"\bop (?:\w+ )?verzoek\b", dossier.bill.document.text[norm.span], re.I):
            yield provision, norm


_NIET_ZWAAR = frozenset({Aanleiding.VERZOEK, Aanleiding.PLAFOND, Aanleiding.SAMENLOOP})
_ONDERLING = re.compile(
    r"\bbekostiging van een\b|\bbesluiten van (?:de|het) (?:directeur|bestuur|college)\b|\binlichtingen\b|\bvoorlopige aanslag\b"
    r"|\bslechts (?:\w+ )?worden (?:afgewezen|geweigerd)\b|\bzonder vergunning\b"
    r"|^Deze (?:wet|regeling|verordening) treedt\b|^Dit besluit treedt\b",
    re.I,
)


def _spoken_of(dossier: DossierAnalysis, artikel: Unit, least: float) -> bool:
    """A sentence of the general part speaks of the same subject, or names the heading of the artikel."""
    explanation = dossier.explanation
    if explanation is None:
        return False
    own = frozenset().union(*(explanation.provision_roots[p] for p in dossier.bill.in_artikel(artikel)))
    heading = {root(w) for w in artikel.heading.split() if len(w) > 6}
    for zin in explanation.zinnen:
        if heading and heading & zin.roots:
            return True
        shared = zin.roots & own
        if len(shared) >= 3:  # most sentences end here, before anything is weighed
            known = explanation.weights.of(zin.roots)
            if known and explanation.weights.of(shared) / known >= least:
                return True
    return False

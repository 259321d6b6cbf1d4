"""A sentence of the artikelsgewijs part that only retells a burdensome lid of which no reason is given anywhere (Ar 4.48)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import UnitKind
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.structure.labels import label
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.sections import Section, lids

_SAME = 0.4  # share of the words of the sentence that the lid has too
_LEAST = 2  # words that they share
# «In het tweede lid is bepaald dat …», «Op grond van het derde lid …», «Het vierde lid regelt …»
_LID = re.compile(
    r"^(?:(?:In|Op grond van|Ingevolge|Krachtens|Volgens|Met|Uit|Bij) )?(?:[Hh]et|[Dd]it)"
    r" (?:\w+(?:,? (?:en|tot en met) \w+)? lid|artikel|artikellid)\b"
)

_BEOOGT = re.compile(r"\b(?:bereikt|beoogd|beoogt|voorkom\w*|strekt|strekken|bedoeld om|waarborgt|gewaarborgd|verzekerd)\b", re.I)


def herhaalde_leden(dossier: DossierAnalysis, explanation: Explanation, section: Section) -> Iterator[Hit]:
    """One finding for each lid: the first sentence under the heading of its artikel that retells it, if nothing gives its reason."""
    inside = [p for a, found in explanation.articles.items() if section in found for p in dossier.bill.in_artikel(a)]
    why = table("uitleg")["waarom"]
    seen: set[Provision] = set()
    for alinea in section.alineas:
        zinnen = explanation.zinnen_of(alinea)
        for i, zin in enumerate(zinnen):
            if (
                _LID.match(zin.text) is None
                or _BEOOGT.search(zin.text)
                or why.search(zin.text)
                or (i + 1 < len(zinnen) and why.search(zinnen[i + 1].text))
            ):
                continue
            provision = _retold(dossier, explanation, zin, inside)
            if provision is not None and provision not in seen:
                seen.add(provision)
                yield _hit(dossier, explanation, zin, provision)


def _retold(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, inside: Sequence[Provision]) -> Provision | None:
    leden = lids(zin.text)
    named = [p for p in inside if p.unit.kind is UnitKind.LID and p.unit.number in leden] if leden else list(inside)
    if len(named) != 1:
        return None
    provision = named[0]
    own = explanation.provision_roots[provision]
    shared = zin.roots & own
    if len(shared) < _LEAST or len(shared) < _SAME * len(zin.roots) or not any(n.belastend or n.doenlast for n in provision.norms):
        return None
    return None if explanation.of(provision).has("waarom") else provision


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, provision: Provision) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Deze zin vertelt {label(provision.unit)} na; waarom het zo is geregeld, staat nergens in de toelichting.",
        "De bepaling vraagt iets van burgers of neemt hun iets af. Een toelichting verklaart en verantwoordt; navertellen voegt niets toe.",
        label="vertelt het lid na",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "het lid dat wordt naverteld"),),
        lighter="het is een lid van een groter artikel",
        severity=Severity.INFO,
    )

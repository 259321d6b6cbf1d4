"""A reference to a provision that itself refers on (Ar paragraph 3.3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Reference, Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.search import Search
from doenvermogentoets.structure.labels import label
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.taal.tekst import bepalingen

_SCHAKEL = Search(
    r"\b(?:is|zijn|blijft|blijven)\b[^.;]{0,160}?\bvan (?:overeenkomstige )?toepassing\b|\b(?:is|zijn)\b[^.;]{0,60}\bvan "
    r"overeenkomstige toepassing\b|\bvan overeenkomstige toepassing (?:is|zijn)\b"
)
# The reference says which case is meant, not what applies.
_BEPALING_BIJ = re.compile(
    r"\b(?:op grond van|bedoeld in|genoemd in|ingevolge|krachtens|op basis van|toepassing van|waar\w+) (?:het "
    r"bepaalde in )?$",
    re.I,
)
_NIET = Search(r"\b(?:niet|geen)\b[^.;]{0,30}\bvan (?:overeenkomstige )?toepassing\b|\bmet uitzondering van\b")


def _schakelt(dossier: DossierAnalysis, provision: Provision) -> re.Match[str] | None:
    """The words with which a provision applies others, when that is what it does (short, and not «niet van toepassing»)."""
    text = dossier.bill.document.text.small[provision.span.start : provision.span.end]
    return None if len(text) > 400 or _NIET.search(text) is not None else _SCHAKEL.search(text)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    references = sorted(document.references, key=lambda r: r.span)
    starts = [r.span.start for r in references]

    def refs(provision: Provision) -> list[Reference]:
        return references[bisect_left(starts, provision.span.start) : bisect_left(starts, provision.span.end)]

    linking = {p.unit: p for p in bepalingen(dossier.bill) if _schakelt(dossier, p)}
    for unit, provision in linking.items():
        for reference in refs(provision):
            target = next((linking[u] for u in reference.units if _linked(u, linking) and u is not unit), None)
            if target is None or target.unit.artikel is unit.artikel:
                continue
            before = document.text.content[max(provision.span.start, reference.span.start - 30) : reference.span.start]
            if _BEPALING_BIJ.search(before):
                continue
            named = {u.artikel for u in reference.units}  # what stays inside «de artikelen 2 tot en met 8» leads nowhere else
            own = target.unit.artikel.number if target.unit.artikel is not None else ""
            here_number = unit.artikel.number if unit.artikel is not None else ""
            onward = [
                r
                for r in refs(target)
                if any(t.artikel and t.artikel not in (own, here_number) for t in r.targets)
                and not _BEPALING_BIJ.search(document.text.content[max(target.span.start, r.span.start - 30) : r.span.start])
                and not (r.units and all(u.artikel in named for u in r.units))
            ]
            if not onward:
                continue
            here = label(target.unit)
            yield Hit(
                document,
                unit,
                reference.span,
                f"«{document.text[reference.span]}» verwijst zelf weer door, naar {words(document, onward[0].span, 60)}.",
                f"Wie hier begint, moet via {here} verder zoeken om te weten welke regel geldt en met welke aanpassingen.",
                label="verwijst zelf door",
                annotations=(Annotation(document, target.passage.span, "hier staat de volgende verwijzing"),),
            )
            break


def _linked(unit: Unit, linking: dict[Unit, Provision]) -> bool:
    return unit in linking

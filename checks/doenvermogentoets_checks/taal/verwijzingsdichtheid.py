"""Many references in one sentence of statutory text (Ar paragraph 3.3)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import listing
from doenvermogentoets_checks.taal.tekst import bepalingen, is_definitie, stukken, voor_burgers


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    references = sorted(document.references, key=lambda r: r.span)
    starts = [r.span.start for r in references]
    most, most_citizen = int(options.number("verwijzingen")), int(options.number("verwijzingen-burger"))
    for provision in bepalingen(dossier.bill):
        first = bisect_left(starts, provision.span.start)
        if bisect_left(starts, provision.span.end) - first < min(most, most_citizen) or is_definitie(provision):
            continue
        limit = most_citizen if voor_burgers(provision) else most
        for stuk in stukken(provision):
            span = stuk.span
            inside = references[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            distinct = list(dict.fromkeys(document.text[r.span] for r in inside))
            if len(distinct) < limit:
                continue
            laws = {t.regeling for r in inside for t in r.targets if t.regeling}
            other = f", waarvan een deel naar {'een andere regeling' if len(laws) == 1 else f'{len(laws)} andere regelingen'}" if laws else ""
            yield Hit(
                document,
                provision.unit,
                inside[0].span.to(inside[-1].span),
                f"Eén zin met {len(distinct)} verschillende verwijzingen{other}.",
                f"Wie wil weten wat hier geldt, moet {listing(distinct[:3])} en nog {len(distinct) - 3} andere plaatsen opzoeken. De grens van {limit} is een keuze, geen norm.",
                label=f"{len(distinct)} verwijzingen",
            )

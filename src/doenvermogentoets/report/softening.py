"""Effects and ways out of the norm table as rows of the report."""

from __future__ import annotations

from collections.abc import Iterable

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.gevolgen import Consequence, consequences
from doenvermogentoets.norms.model import GevolgSoort, Norm
from doenvermogentoets.norms.uitweg import Uitweg, ways_out
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.model import Effect, WayOut
from doenvermogentoets.structure.labels import label

_IMPOSED = (GevolgSoort.BOETE.value, GevolgSoort.DWANGSOM.value)
"""What is «opgelegd» as well as a measure: the sharper word is told."""


def outs(places: Places, found: Iterable[Uitweg]) -> tuple[WayOut, ...]:
    """Ways out with their words, each kind and place once."""
    rows: dict[tuple[str, str, str], WayOut] = {}
    for uitweg in found:
        provision, span = uitweg.provision, uitweg.span
        quote = places.quote(provision.document, span, place=label(provision.unit)) if provision is not None and span is not None else None
        row = WayOut(kind=uitweg.soort.value, where=uitweg.waar.value, full=uitweg.volledig, quote=quote, ground=uitweg.grond)
        rows.setdefault((row.kind, quote.place if quote else "", row.ground), row)
    return tuple(rows.values())


def effects(places: Places, found: Iterable[Consequence]) -> tuple[Effect, ...]:
    """Adverse effects with their words, each kind and place once."""
    rows: dict[tuple[str, str], Effect] = {}
    for consequence in found:
        provision = consequence.provision
        quote = places.quote(provision.document, consequence.gevolg.span, place=label(provision.unit))
        rows.setdefault((consequence.gevolg.soort.value, quote.place), Effect(kind=consequence.gevolg.soort.value, quote=quote))
    sharper = {place for kind, place in rows if kind in _IMPOSED}
    return tuple(row for (kind, place), row in rows.items() if kind != GevolgSoort.MAATREGEL.value or place not in sharper)


def follows(analysis: Analysis, provision: Provision, norm: Norm) -> tuple[tuple[Consequence, ...], tuple[Uitweg, ...]]:
    """What happens when a norm is not met, and what softens that: looked for where the effect stands and where the duty stands."""
    found = consequences(analysis, provision, norm)
    if not found:
        return (), ()
    soft: dict[tuple[str, object, str], Uitweg] = {}
    for consequence in found:
        for uitweg in ways_out(analysis, consequence.provision, consequence.norm, [consequence.gevolg]):
            soft.setdefault((uitweg.soort.value, uitweg.span, uitweg.grond), uitweg)
    for uitweg in ways_out(analysis, provision, norm, [c.gevolg for c in found]):
        soft.setdefault((uitweg.soort.value, uitweg.span, uitweg.grond), uitweg)
    return found, tuple(soft.values())

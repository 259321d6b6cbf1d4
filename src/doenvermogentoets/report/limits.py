"""All time limits, for whom, and which carry risk and why (the yardsticks are choices, and said to be)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms.limits import SIX_WEEKS
from doenvermogentoets.norms.model import Norm, Soort, Termijn, TermijnSoort
from doenvermogentoets.report import words
from doenvermogentoets.report.asks import limit_of, whose
from doenvermogentoets.report.evidence import Places, even
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.model import Deadline, Effect, WayOut
from doenvermogentoets.report.softening import effects, follows, more_outs, outs, removable
from doenvermogentoets.report.who import named, who_must
from doenvermogentoets.structure.labels import label

_NO_LIMIT = frozenset({Soort.DEFINITIE, Soort.SLOT})


def deadlines(places: Places, dossier: DossierAnalysis, findings: Findings) -> tuple[Deadline, ...]:
    """The time limits of the bill in order, each once."""
    out: dict[tuple[int, int], Deadline] = {}
    for provision in dossier.bill.provisions:
        for norm in provision.norms:
            if norm.soort in _NO_LIMIT:
                continue
            for termijn in norm.termijnen:
                place = (termijn.span.start, termijn.span.end)
                if place not in out:
                    out[place] = _deadline(places, dossier, findings, provision, norm, termijn)
    return tuple(out[place] for place in sorted(out))


def _deadline(places: Places, dossier: DossierAnalysis, findings: Findings, provision: Provision, norm: Norm, termijn: Termijn) -> Deadline:
    document = provision.document
    whose_ = whose(norm, termijn)
    found, soft = follows(dossier.bill, provision, norm) if whose_ == "burger" else ((), ())
    shown_effects = effects(places, found)
    shown_outs = more_outs(places, dossier.bill, provision, outs(places, soft)) if found else ()
    who = norm.adressaat
    if whose_ == "burger":
        name = who_must(dossier.bill, provision, norm)
    else:
        name = named(who, document.text.content) if who is not None and who.rol == whose_ else ""
    return Deadline(
        key=places.key("termijn", document, termijn.span, label(provision.unit)),
        quote=places.quote(document, norm.span, place=label(provision.unit)),
        limit=limit_of(provision, termijn),
        who=name,
        whose=whose_,
        begin=even(termijn.begin),
        effects=shown_effects,
        ways_out=shown_outs,
        risks=tuple(_risks(provision, norm, termijn, shown_effects, shown_outs)) if whose_ == "burger" else (),
        findings=findings.touching(document, termijn.span.start, termijn.span.end),
    )


def _risks(provision: Provision, norm: Norm, termijn: Termijn, found: tuple[Effect, ...], soft: tuple[WayOut, ...]) -> Iterator[str]:
    if found and not removable(soft):
        yield f"te laat kost iets ({found[0].kind}); geen uitweg gevonden die dat kan wegnemen"
    if termijn.soort is TermijnSoort.OPEN:
        yield "open en streng: niet te zien wanneer het te laat is"
    if termijn.dagen is not None and termijn.dagen < SIX_WEEKS and termijn.soort is not TermijnSoort.OPEN:
        yield "korter dan zes weken"
    if termijn.uren or (termijn.dagen is not None and termijn.dagen < 3):
        yield "in uren of korter dan drie dagen (Atw)"
    if termijn.teruggerekend:
        yield "teruggerekend (Atw 1, tweede lid)"
    if termijn.terugkerend:
        yield "keert terug: steeds opnieuw op tijd"
    event = words.first(provision.document, "gebeurtenis", norm.span)
    if event is not None:
        yield f"bij een ingrijpende gebeurtenis («{even(provision.document.text[event])}»)"

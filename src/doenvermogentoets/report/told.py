"""The toelichting: its building blocks present, thin or absent, and where it contradicts the bill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.model import Block, ExplanationPart, Standing
from doenvermogentoets.report.questions import note, table
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Section
from doenvermogentoets.toelichting.account import ONDERDELEN, ZO_GENOEMD
from doenvermogentoets.toelichting.explanation import Explanation

_THIN_WORDS = 20
"""Words under a heading; with fewer a block counts as thin. A choice, like the next one."""
_ENOUGH = 3
"""Sentences on a subject that make up for a heading that is not there."""
_CONTRADICTIONS = (
    "tegenspraak-clausule",
    "tegenspraak-getal",
    "tegenspraak-ruimte",
    "tegenspraak-toegang",
    "belofte-zonder-grondslag",
    "verwijzing-zonder-artikel",
    "waarborg-vervalt",
)


def explanation_part(places: Places, dossier: DossierAnalysis, findings: Findings) -> ExplanationPart:
    """Blocks of Schrijfwijzer and Ar 4.43, the parts of the account of doenvermogen, and contradictions."""
    explanation = dossier.explanation
    if explanation is None:
        blocks = [_block(entry, "niet te zien", ()) for entry in table("bouwsteen")]
        return ExplanationPart(blocks=tuple(blocks), account=(), contradictions=(), note="Er is geen toelichting gelezen.")
    return ExplanationPart(
        blocks=tuple(_blocks(places, explanation)),
        account=tuple(_account(places, explanation)),
        contradictions=findings.named(*_CONTRADICTIONS),
        note=note("toelichting"),
    )


def _block(entry: dict[str, Any], standing: Standing, quotes: Sequence[Any], note: str = "") -> Block:
    return Block(
        key=f"bouwsteen-{entry['key']}",
        name=entry["naam"],
        source=entry["bron"],
        asks=entry["vraagt"],
        standing=standing,
        quotes=tuple(quotes),
        note=note,
    )


def _blocks(places: Places, explanation: Explanation) -> Iterator[Block]:
    for entry in table("bouwsteen"):
        if entry["key"] == "doenvermogen":
            yield _doenvermogen(places, explanation, entry)
            continue
        if entry["key"] == "artikelsgewijs":
            sections = [s for s in explanation.sections if s.artikelsgewijs and s.alineas]
            quotes = places.quotes(explanation.document, [s.span for s in sections[:1] if s.span is not None])
            yield _block(entry, "aanwezig" if sections else "afwezig", quotes, f"{len(sections)} onderdelen met tekst" if sections else "")
            continue
        yield _topic(places, explanation, entry)


def _topic(places: Places, explanation: Explanation, entry: dict[str, Any]) -> Block:
    heading = next((s for name in entry["onderwerpen"] if (s := explanation.heading(name)) is not None and not s.artikelsgewijs), None)
    spans = [span for name in entry["onderwerpen"] for span in explanation.topics.get(name, ())]
    sentences = list(dict.fromkeys(places.told_sentence(s) for s in sorted(spans)))
    if heading is not None and heading.span is not None:
        words = sum(len(a.text.split()) for s in explanation.sections if s.within(heading) for a in s.alineas)
        quotes = places.quotes(explanation.document, [heading.span, *_first_sentence(explanation, heading)], 2)
        standing: Standing = "aanwezig" if words >= _THIN_WORDS else "mager"
        return _block(entry, standing, quotes, f"eigen kop, {words} woorden")
    if not sentences:
        return _block(entry, "afwezig", ())
    note = "geen eigen kop; één zin gevonden" if len(sentences) == 1 else f"geen eigen kop; {len(sentences)} zinnen gevonden"
    return _block(entry, "aanwezig" if len(sentences) >= _ENOUGH else "mager", places.quotes(explanation.document, sentences, 2), note)


def _first_sentence(explanation: Explanation, heading: Section) -> list[Span]:
    alinea = next((a for s in explanation.sections if s.within(heading) for a in s.alineas), None)
    return [explanation.zinnen_of(alinea)[0].span] if alinea is not None and explanation.zinnen_of(alinea) else []


def _doenvermogen(places: Places, explanation: Explanation, entry: dict[str, Any]) -> Block:
    account = explanation.account
    quotes = places.quotes(explanation.document, [account.section.span] if account.section is not None and account.section.span else [])
    if account.stand == "niet van toepassing" and account.reasoned_absence is not None:
        return _block(entry, "aanwezig", places.told([account.reasoned_absence]), "de toelichting zegt waarom geen verantwoording nodig is")
    if account.stand == "afwezig":
        return _block(entry, "afwezig", ())
    if account.stand == "leeg":
        shown = places.told([account.assurance]) if account.assurance is not None else quotes
        return _block(entry, "mager", shown, "een verzekering of kop, zonder handelingen, gevolg of hulp")
    missing = ", ".join(ZO_GENOEMD[p] for p in account.missing)
    return _block(entry, "mager" if account.stand == "mager" else "aanwezig", quotes, f"niet gevonden: {missing}" if missing else "")


def _account(places: Places, explanation: Explanation) -> Iterator[Block]:
    account = explanation.account
    for part in ONDERDELEN:
        yield Block(
            key=f"verantwoording-{part}",
            name=ZO_GENOEMD[part],
            source="Ar 4.43, onder f; Schrijfwijzer MvT",
            asks="",
            standing="aanwezig" if account.has(part) else "afwezig",
            quotes=places.told(account.parts.get(part, ()), 2),
        )

"""The toelichting: its building blocks present, thin or absent, what it says of each burdening norm, and contradictions with the bill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.document import AmendmentKind
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.findings import Findings
from doenvermogentoets.report.mentions import explained
from doenvermogentoets.report.model import Block, Evidence, ExplainedNorm, ExplanationPart, Quote, Standing
from doenvermogentoets.report.questions import note, table
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import ZO_GENOEMD
from doenvermogentoets.toelichting.account import ONDERDELEN, Account, Onderdeel
from doenvermogentoets.toelichting.account import ZO_GENOEMD as PARTS
from doenvermogentoets.toelichting.clausule import ZO_GENOEMD as OF_CLAUSE
from doenvermogentoets.toelichting.explained import Naam
from doenvermogentoets.toelichting.genoemd import mentions
from doenvermogentoets.toelichting.verantwoording import Bouwsteen, Uitleg, Verantwoording, verantwoording
from doenvermogentoets.toelichting.wijziging import Gewijzigd, gewijzigd

if TYPE_CHECKING:
    from doenvermogentoets.catalogue import Catalogue
    from doenvermogentoets.document import Amendment, Document
    from doenvermogentoets.toelichting import Explanation

_NAMES: dict[str, str] = {str(name): words for names in (OF_CLAUSE, ZO_GENOEMD) for name, words in names.items()} | {
    "reikwijdte": "voor welke bepalingen zij geldt"  # what was found; whether that is the right reach is for the reviewer
}
_QUOTES = 2
_HEADS = 4  # cells of a table's head that may come first


def explanation_part(places: Places, dossier: DossierAnalysis, findings: Findings, catalogue: Catalogue) -> ExplanationPart:
    """Blocks of Schrijfwijzer and Ar 4.43, the parts of the account of doenvermogen, the norms that burden, and contradictions."""
    found = verantwoording(dossier)
    if found is None or dossier.explanation is None:
        blocks = tuple(_block(entry, "niet te zien", ()) for entry in table("bouwsteen"))
        return ExplanationPart(blocks=blocks, account=(), norms=(), contradictions=(), note="Er is geen toelichting gelezen.")
    return ExplanationPart(
        blocks=tuple(_blocks(places, dossier.explanation, found)),
        account=tuple(_account(places, found.doenvermogen)),
        norms=_in_order(
            [
                *((u.span.start, _norm(places, dossier, dossier.explanation, u)) for u in found.bepalingen),
                *((a.span.start, _wijziging(places, dossier, dossier.explanation, a, told)) for a, told in gewijzigd(dossier)),
            ]
        ),
        contradictions=findings.named(*(c.name for c in catalogue if c.meta.aspect == "tegenspraak")),
        note=note("toelichting"),
    )


def _in_order(norms: Iterable[tuple[int, ExplainedNorm]]) -> tuple[ExplainedNorm, ...]:
    """By their place in the bill: instructions between the text that they insert."""
    return _each_once(norm for _, norm in sorted(norms, key=lambda n: n[0]))


def _wijziging(places: Places, dossier: DossierAnalysis, explanation: Explanation, amendment: Amendment, told: Gewijzigd) -> ExplainedNorm:
    """An instruction after which somebody has less, with what the toelichting says of it: it holds no norm of its own."""
    document = dossier.bill.document
    standing: Literal["uitgelegd", "genoemd", "niet genoemd"] = (
        "niet genoemd" if not told.zinnen else "uitgelegd" if told.elementen.get("waarom") else "genoemd"
    )
    place = label(amendment.unit) if amendment.unit is not None else None
    return ExplainedNorm(
        key=places.key("uitleg", document, amendment.span, "wijziging"),
        quote=places.quote(document, amendment.span, place=place),
        why=("vervallen" if amendment.kind is AmendmentKind.VERVALLEN else "wijziging",),
        standing=standing,
        elements=tuple(
            Evidence(statement=_NAMES[name], quotes=places.quotes(explanation.document, [z.span for z in zinnen], _QUOTES))
            for name, zinnen in told.elementen.items()
        ),
        missing=tuple(_NAMES[name] for name in _VAN_WIJZIGING if name not in told.elementen) if told.zinnen else (_GEEN_PASSAGE,),
    )


_GEEN_PASSAGE = "een passage over deze wijziging"
_VAN_WIJZIGING: tuple[Naam, ...] = ("waarom", "alternatieven", "evenredigheid")


def _each_once(norms: Iterable[ExplainedNorm]) -> tuple[ExplainedNorm, ...]:
    """Two sentences of one lid of which the toelichting says the same are one row."""
    rows = {(n.quote.place, n.why, n.standing, tuple((e.statement, e.quotes) for e in n.elements)): n for n in reversed(list(norms))}
    return tuple(reversed(rows.values()))


def _block(entry: dict[str, Any], standing: Standing, quotes: Sequence[Quote], remark: str = "") -> Block:
    return Block(
        key=f"bouwsteen-{entry['key']}",
        name=entry["naam"],
        source=entry["bron"],
        asks=entry["vraagt"],
        standing=standing,
        quotes=tuple(quotes),
        note=remark,
    )


def _blocks(places: Places, explanation: Explanation, found: Verantwoording) -> Iterator[Block]:
    known = {b.naam: b for b in found.bouwstenen}
    for entry in table("bouwsteen"):
        if entry["key"] in known:
            yield _of(places, explanation.document, entry, known[entry["key"]], found.doenvermogen)
        elif entry["key"] == "artikelsgewijs":
            sections = [s for s in explanation.sections if s.artikelsgewijs and s.alineas and s.places]
            quotes = places.quotes(explanation.document, [s.span for s in sections[:1] if s.span is not None])
            remark = f"{len(sections)} onderdelen met tekst" if len(sections) != 1 else "één onderdeel met tekst"
            yield _block(entry, "aanwezig" if sections else "afwezig", quotes, remark if sections else "")


def _of(places: Places, document: Document, entry: dict[str, Any], block: Bouwsteen, account: Account) -> Block:
    own = [block.kop] if block.kop is not None else []
    quotes = places.quotes(document, [*own, *(c.span for c in block.citaten)], _QUOTES + len(own))
    remark = "geen eigen kop" if block.kop is None and block.stand != "afwezig" else ""
    if block.kop is not None and block.stand == "afwezig":
        remark = "alleen in de kop genoemd"
    if entry["key"] == "doenvermogen" and block.stand != "afwezig":
        if account.stand == "niet van toepassing" and account.reasoned_absence is not None:
            return _block(
                entry, "aanwezig", places.told([account.reasoned_absence]), "de toelichting zegt waarom geen verantwoording nodig is"
            )
        missing = [PARTS[p] for p in account.missing]
        remark = f"niet gevonden: {', '.join(missing)}" if missing else ""
    return _block(entry, block.stand, quotes, remark)


def _account(places: Places, account: Account) -> Iterator[Block]:
    for part in ONDERDELEN:
        yield Block(
            key=f"verantwoording-{part}",
            name=PARTS[part],
            source="Ar 4.43, onder f; Schrijfwijzer MvT",
            asks="",
            standing="aanwezig" if account.has(part) else "afwezig",
            quotes=told_part(places, account, part, _QUOTES),
        )


def told_part(places: Places, account: Account, part: Onderdeel, most: int) -> tuple[Quote, ...]:
    """The sentences with a part of the account; of a table only when there is nothing else, and then no head of a column («Handeling»)."""
    quotes = places.told(account.parts.get(part, ()), most + _HEADS)
    return tuple(q for q in quotes if " " in q.text)[:most] or quotes[:most]


def _norm(places: Places, dossier: DossierAnalysis, explanation: Explanation, found: Uitleg) -> ExplainedNorm:
    artikel = found.unit.artikel
    own = [a.span for s in explanation.articles.get(artikel, ()) for a in s.alineas] if artikel is not None else []

    def elsewhere(span: Span) -> bool:
        return not any(s.start <= span.start < s.end for s in own)

    elements, missing, stand, names = dict(found.elementen), found.ontbreekt, found.stand, _NAMES
    if "clausule" not in found.aanleidingen:
        seen = mentions(dossier, explained(dossier, found.provision, found.norm))
        if seen.moved:
            kept = tuple(c for c in elements.get("genoemd", ()) if c.span in seen.spans)
            names = {**_NAMES, "genoemd": seen.statement}
            elements, stand = ({"genoemd": kept} if kept else {}), "niet genoemd"
        elif stand == "genoemd":
            kept = tuple(c for c in elements["genoemd"] if c.span in seen.spans)
            names = {**_NAMES, "genoemd": seen.statement}
            elements, stand = ({**elements, "genoemd": kept}, stand) if kept else ({}, "niet genoemd")
        if not {"bevoegdheid", "gevolg"}.intersection(found.aanleidingen):
            missing = tuple(name for name in missing if name != "gebonden")  # no decision to be bound in
    return ExplainedNorm(
        key=places.key("uitleg", found.provision.document, found.span, *found.aanleidingen),
        quote=places.quote(found.provision.document, found.span, place=label(found.unit)),
        why=found.aanleidingen,
        standing=stand,
        elements=tuple(
            Evidence(
                statement=names[name],
                quotes=places.quotes(explanation.document, sorted((c.span for c in citaten), key=elsewhere), _QUOTES, cells=True),
            )
            for name, citaten in elements.items()
        ),
        missing=tuple(_NAMES[name] for name in missing),
    )

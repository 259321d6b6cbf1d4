"""A safeguard that goes or shrinks, while the toelichting speaks of a clarification or only of the execution."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Amendment, AmendmentKind, Unit, UnitKind
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Section, Zin
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets_checks.common import listing, words

_VERDUIDELIJKT = re.compile(
    r"\b(?:verduidelijk\w*|verhelder\w*|redactione(?:el|le)|wetstechnisch\w*|technische (?:wijziging|aanpassing)|"
    r"geen inhoudelijke wijziging\w*|louter technisch\w*|gestroomlijnd|stroomlijn\w*|geharmoniseerd|gemoderniseerd|geactualiseerd|"
    r"vereenvoudigd|in lijn gebracht|gelijkgetrokken|opgeschoond|verbeterd geformuleerd|anders geformuleerd)\b",
    re.I,
)
_WAARBORG = re.compile(
    r"\b(?:uitzondering|waarborg|hersteltermijn|aanmaning|hardheidsclausule|overgangstermijn|hoorplicht|mogelijkheid (?:tot|om|van) "
    r"(?:uitstel|herstel|afwijk\w*|kwijtschelding))\b[^.;]{0,60}\b(?:vervalt|vervallen|geschrapt|afgeschaft|verdwijnt)\b",
    re.I,
)
# Words that make a condition harder for the citizen when they come in, or when they go out.
_STRENGER = re.compile(
    r"\b(?:zeer|uitzonderlijke?|uitsluitend|alleen|slechts|niet-financiële|acute|onverwijld|terstond|geheel|blijvend|"
    r"ten minste|nimmer|volledig|medische|van \w+ aard)\b",
    re.I,
)
_MILDER = re.compile(r"\b(?:redelijkerwijs|bijzondere|dringende|geheel of gedeeltelijk|kan|kunnen|ten hoogste|verwijtba\w*|tenzij)\b", re.I)
_MENSEN = re.compile(
    r"\b(?:gevolg(?:en)? (?:voor|is dat)|betekent (?:voor|dat)|voor (?:de |een )?(?:huurders?|ouders?|burgers?|"
    r"aanvragers?|mensen|houders?|verzekerden?|bewoners?|cliënten?|betrokkenen?|gerechtigden?)|nadelig)\b",
    re.I,
)


# A time limit that is «streamlined» without saying from what to what.
_TERMIJN_VERHULD = re.compile(
    r"(?<!\bop )(?<!\bkorte )(?<!\blange )\btermijn(?:en)?\b"
    r"[^.;]{0,60}\b(?:gestroomlijnd|geharmoniseerd|gemoderniseerd|vereenvoudigd|gelijkgetrokken|aangepast|"
    r"in lijn gebracht|geactualiseerd)\b",
    re.I,
)
_DUUR = re.compile(r"\b(?:dag|dagen|week|weken|maand|maanden|jaar|jaren)\b", re.I)
# A rule that protects, in the sentence before the one that lets it go; and the burden of those who execute it as the only reason.
_BESCHERMT = re.compile(
    r"\b(?:blijft achterwege|beslagvrije voet|bestaansminimum|beschermt|waarborgt|hoeft niet|niet (?:mag|mogen|kan|kunnen)|herstel|"
    r"horen|gehoord|uitgesteld|kwijt|uitzondering)\b",
    re.I,
)
_GAAT_WEG = re.compile(
    r"\b(?:volzin|zin|lid|onderdeel|artikel|bepaling|eis|controle|regel|waarborg|verplichting)\b[^.;]{0,40}\b(?:kan|kunnen)\b[^.;]{0,30}"
    r"\b(?:vervallen|worden geschrapt|worden gemist|achterwege blijven)\b",
    re.I,
)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    yield from _verhuld(explanation)
    hard = table("uitleg")["evenredigheid"]
    for zin in explanation.zinnen:
        clarified = _VERDUIDELIJKT.search(zin.text)
        if clarified is not None:
            yield from _beperkt(dossier, explanation, zin, clarified.group(0))
        gone = _WAARBORG.search(zin.text)
        if gone is None or re.search(r"\b(?:niet|geen|uitgewerkt)\b", zin.text):
            continue
        zinnen = [z for a in zin.alinea.section.alineas for z in explanation.zinnen_of(a)]
        # a sentence that describes the old safeguard names people too
        around = " ".join(z.text for z in zinnen if not re.search(r"\bmaakt een uitzondering\b|\bgeldt een\b|\bkent een\b", z.text))
        if _MENSEN.search(around) or hard.search(around):
            continue
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"«{words(explanation.document, zin.span, 80)}»: wat dat voor mensen betekent, staat er niet.",
            "In deze paragraaf is niet gezocht naar de reden, maar naar de gevolgen voor wie de waarborg verliest: niets gevonden "
            "over hardheid, verwijtbaarheid of gevolgen voor de betrokkenen.",
            label="gevolgen voor mensen?",
        )


def _verhuld(explanation: Explanation) -> Iterator[Hit]:
    """A shorter limit or a protection that goes, told as a matter of execution."""
    for alinea in explanation.alineas:
        zinnen = explanation.zinnen_of(alinea)
        for i, zin in enumerate(zinnen):
            if _TERMIJN_VERHULD.search(zin.text) and not _DUUR.search(zin.text):
                what, ask = "hoe lang de termijn wordt en wat dat voor mensen betekent", "hoe lang wordt de termijn?"
            elif _GAAT_WEG.search(zin.text) and any(_BESCHERMT.search(z.text) for z in zinnen[max(0, i - 2) : i]):
                what, ask = "wie bescherming verliest en waarom dat aanvaardbaar is", "gevolgen voor mensen?"
            else:
                continue
            around = " ".join(z.text for z in zinnen[max(0, i - 1) : i + 3])
            if _MENSEN.search(around):
                continue
            yield Hit(
                explanation.document,
                alinea.unit,
                zin.span,
                f"«{words(explanation.document, zin.span, 80)}»: er staat niet {what}.",
                "De wijziging wordt verteld als stroomlijning of als minder werk voor de uitvoering. Gezocht is in deze alinea naar de "
                "gevolgen voor wie erop aangewezen is: niet gevonden.",
                label=ask,
            )


def _beperkt(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, word: str) -> Iterator[Hit]:
    """The amendment under this heading makes a condition harder."""
    for amendment in _meant(dossier, explanation, zin):
        if amendment.kind not in (AmendmentKind.VERVANGEN, AmendmentKind.INVOEGEN) or not amendment.old or not amendment.new:
            continue
        stricter = [m.group(0) for m in _STRENGER.finditer(amendment.new) if m.group(0).lower() not in amendment.old.lower()]
        milder = (
            []
            if amendment.kind is AmendmentKind.INVOEGEN
            else [m.group(0) for m in _MILDER.finditer(amendment.old) if m.group(0).lower() not in amendment.new.lower()]
        )
        if not stricter and not milder:
            continue
        changes = [*(f"«{w}» komt erbij" for w in stricter), *(f"«{w}» verdwijnt" for w in milder)]
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting spreekt van «{word}», maar de wijziging verandert de voorwaarde: {listing(changes[:3])}.",
            f"«{amendment.old}» wordt «{amendment.new}». Voor wie erop was aangewezen, is dat een beperking; de gevolgen daarvan "
            f"blijven onbesproken.",
            label="verduidelijking of beperking?",
            annotations=(Annotation(dossier.bill.document, amendment.span, "de wijziging"),),
        )


def _meant(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Iterator[Amendment]:
    """The instructions that a sentence is about: under its heading, or of the artikel that it cites."""
    if zin.alinea.section.artikelsgewijs:
        yield from _under(dossier, zin.alinea.section)
        return
    cited = {
        (t.artikel, t.lid) for r in explanation.references.get(zin.alinea, ()) if zin.span.contains(r.span) for t in r.targets if t.artikel
    }
    for amendment in dossier.bill.document.amendments:
        target = amendment.target
        if (target.artikel, target.lid) in cited or (target.artikel, None) in cited:
            yield amendment


def _under(dossier: DossierAnalysis, section: Section) -> Iterator[Amendment]:
    """The amending instructions that a heading of the artikelsgewijs part is about."""
    artikelen = {p.artikel for s in _line(section) for p in s.places if p.artikel}
    onderdelen = {p.onderdeel for s in _line(section) for p in s.places if p.onderdeel}
    for amendment in dossier.bill.document.amendments:
        artikel, onderdeel = _place(amendment.unit)
        if artikel in artikelen and (not onderdelen or onderdeel in onderdelen):
            yield amendment


def _line(section: Section) -> Iterator[Section]:
    current: Section | None = section
    while current is not None:
        yield current
        current = current.parent


def _place(unit: Unit | None) -> tuple[str, str]:
    artikel = onderdeel = ""
    while unit is not None:
        if unit.kind is UnitKind.WIJZIGINGSONDERDEEL and unit.number.isalpha():
            onderdeel = unit.number
        elif unit.kind is UnitKind.ARTIKEL:
            artikel = unit.number
        unit = unit.parent
    return artikel, onderdeel

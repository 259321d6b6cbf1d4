"""A safeguard that goes or shrinks, while the toelichting speaks of a clarification or only of the execution."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Amendment, AmendmentKind
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.wijziging import meant, shared
from doenvermogentoets_checks.common import days, listing, words
from doenvermogentoets_checks.toelichting.lezen import over_het_ontwerp
from doenvermogentoets_checks.toelichting.wijzigingen import verlies

_VERDUIDELIJKT = re.compile(
    r"\b(?:verduidelijk\w*|verhelder\w*|redactione(?:el|le)|tekstuele? (?:wijziging|aanpassing|verbetering)|wetstechnisch\w*"
    r"|technische? (?:wijziging|aanpassing|verbetering|correctie|aard)|technisch van aard|geen (?:inhoudelijke|materiële) "
    r"(?:wijziging|verandering)\w*|geen beleidswijziging\w*|(?:louter|zuiver|puur) technisch\w*|gestroomlijnd|stroomlijn\w*|geharmoniseerd"
    r"|harmoniseer\w*|harmonisatie|gemoderniseerd|moderniser\w*|geactualiseerd|actualiser\w*|actualisatie|vereenvoudig\w*"
    r"|in lijn gebracht|gelijkgetrokken|opgeschoond|beter leesbaar|leesbaarder|(?:verbeterd|beter|anders|scherper) geformuleerd"
    r"|(?:kleine|beperkte|geringe) (?:aanpassing|wijziging))\b",
    re.I,
)
# Words that go because nobody is said to need them.
_OVERBODIG = re.compile(
    r"\b(?:overbodig|niet (?:meer |langer )nodig|onnodig|in onbruik|zonder betekenis|kan (?:dan ook |daarom |dus )?(?:vervallen"
    r"|worden gemist))\b",
    re.I,
)
_WAARBORG = re.compile(
    r"\b(?:uitzondering|waarborg|hersteltermijn|aanmaning|hardheidsclausule|overgangstermijn|hoorplicht|mogelijkheid (?:tot|om|van) "
    r"(?:uitstel|herstel|afwijk\w*|kwijtschelding))\b[^.;]{0,60}\b(?:vervalt|vervallen|geschrapt|afgeschaft|verdwijnt)\b",
    re.I,
)
_MENSEN = re.compile(
    r"\b(?:gevolg(?:en)? (?:voor|is dat)|betekent (?:voor|dat)|voor (?:de |een )?(?:huurders?|ouders?|burgers?|"
    r"aanvragers?|mensen|houders?|verzekerden?|bewoners?|cliënten?|betrokkenen?|gerechtigden?)|nadelig)\b",
    re.I,
)


# A time limit that is «streamlined» without saying from what to what.
_TERMIJN_VERHULD = re.compile(
    r"(?<!\bop )(?<!\bkorte )(?<!\blange )\b\w*termijn(?:en)?\b"
    r"(?! (?:kan|kunnen|mag|mogen|moet|dient) (?:een|de|het) )"
    r"[^.;]{0,60}\b(?:gestroomlijnd|geharmoniseerd|gemoderniseerd|vereenvoudigd|gelijkgetrokken|aangepast|"
    r"in lijn gebracht|geactualiseerd)\b",
    re.I,
)
_DUUR = re.compile(r"\b(?:dag|dagen|week|weken|maand|maanden|jaar|jaren)\b", re.I)
# A rule that protects, in the sentence before the one that lets it go; and the burden of those who execute it as the only reason.
_BESCHERMT = re.compile(
    r"\b(?:blijft achterwege|beslagvrije voet|bestaansminimum|beschermt|waarborgt|hoeft niet|niet (?:mag|mogen|kan|kunnen)|herstel\w*|"
    r"waarschuwt|gewaarschuwd|gelegenheid|aanmaning|herinner\w*|horen|gehoord|uitgesteld|kwijt|uitzondering)\b",
    re.I,
)
_GAAT_WEG = re.compile(
    r"\b(?:volzin|zin|zinsnede|lid|onderdeel|artikel|bepaling|eis|controle|regel|waarborg|verplichting|procedure|stap)\b[^.;]{0,40}(?:"
    r"\b(?:kan|kunnen)\b[^.;]{0,30}\b(?:vervallen|worden geschrapt|worden gemist|achterwege blijven)\b"
    r"|\b(?:is|zijn|was|waren|blijkt|bleek)\b[^.;]{0,30}\b(?:overbodig|niet (?:meer |langer )?nodig|onnodig|achterhaald|in onbruik)\b"
    r"|\b(?:vervalt|vervallen|wordt geschrapt|verdwijnt) (?:daarom|dan ook|derhalve)\b)",
    re.I,
)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    compared = [h for z in explanation.zinnen if (m := _clarified(z)) is not None for h in _beperkt(dossier, explanation, z, m.group(0))]
    yield from compared
    told = {h.span for h in compared}
    yield from (h for h in _verhuld(explanation) if h.span not in told)  # what is said beside the instruction, says more
    yield from _zonder_reden(dossier, explanation)
    hard = table("uitleg")["evenredigheid"]
    for zin in explanation.zinnen:
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


# What protects somebody, as a toelichting calls it.
_BESCHERMING = re.compile(
    r"\b(?:vangnet\w*|waarborg(?:en)?|bescherm\w*|hardheids(?:clausule|bepaling)|hersteltermijn|hoorplicht|kwijtschelding|uitstelregeling"
    r"|overgangsregeling|uitzondering(?:en)? (?:voor|van)|laatste redmiddel)\b",
    re.I,
)
# An objection, or the answer that something is asked, gives no reason.
_BEZWAAR = re.compile(
    r"\b(?:vindt|vinden|vond(?:en)?|vraagt|vroeg(?:en)?|acht(?:te)?(?:n)?|wijst|wees|wezen|betreurt|bepleit\w*|pleit\w*|onaanvaardbaar|zorgen"
    r"|bezwaar|adviseer\w*)\b",
    re.I,
)


def _zonder_reden(dossier: DossierAnalysis, explanation: Explanation) -> Iterator[Hit]:
    """«Artikel 19 vervalt», where the toelichting itself calls it a safeguard and nowhere says why it goes."""
    why = table("uitleg")["waarom"]
    for amendment in dossier.bill.document.amendments:
        number = amendment.target.artikel
        if (
            amendment.kind is not AmendmentKind.VERVALLEN
            or amendment.old
            or amendment.target.lid
            or amendment.target.onderdeel
            or not number
        ):
            continue
        told: list[Zin] = []
        for zin in explanation.zinnen:
            cited = any(t.artikel == number and not t.lid for r in explanation.cited_in(zin) for t in r.targets)
            if cited or (zin.alinea.section.artikelsgewijs and any(a is amendment for a in meant(dossier, zin))):
                told.append(zin)
        calling = next((z for z in told if _BESCHERMING.search(z.text)), None)
        if calling is None:
            continue
        after = [z for t in told for z in explanation.zinnen_of(t.alinea)[explanation.position(t) :][:_DAARNA]]
        if any(why.search(z.text) and not _BEZWAAR.search(z.text) for z in after):
            continue
        called = next((m.group(0) for m in _BESCHERMING.finditer(calling.text)), "")
        yield Hit(
            explanation.document,
            calling.alinea.unit,
            calling.span,
            f"Artikel {number} vervalt. De toelichting spreekt daarbij van «{called}», maar zegt niet waarom het weg kan.",
            "Gezocht is in de toelichting op deze wijziging en in de zinnen die het artikel noemen, naar een reden: niet gevonden.",
            label="waarom vervalt het?",
            annotations=(Annotation(dossier.bill.document, amendment.span, "hier vervalt het"),),
        )


_DAARNA = 3  # the sentence that names it and those behind it, in which the reason stands


def _clarified(zin: Zin) -> re.Match[str] | None:
    return _VERDUIDELIJKT.search(zin.text) or _OVERBODIG.search(zin.text)


def _verhuld(explanation: Explanation) -> Iterator[Hit]:
    """A shorter limit or a protection that goes, told as a matter of execution."""
    for alinea in explanation.alineas:
        zinnen = explanation.zinnen_of(alinea)
        for i, zin in enumerate(zinnen):
            if not over_het_ontwerp(zin):
                continue
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
    """The amendments that the sentence is about make a condition harder, a term shorter or a clause narrower."""
    found = [(amendment, losses) for amendment in _told(dossier, zin) if (losses := verlies(amendment))]
    if not found:
        return
    kinds = list(dict.fromkeys(_WAT.get(losses[0].soort, "de voorwaarde") for _, losses in found))
    said = listing([v.woorden for _, losses in found for v in losses][:3])
    went = [f"«{a.old}» wordt «{a.new}»" for a, _ in found if a.new and a.new not in said]  # what goes, is said already
    yield Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting spreekt van «{word}», maar de wijziging verandert {listing(kinds)}: {said}.",
        f"{listing(went[:3])}{'. ' if went else ''}Voor wie erop was aangewezen, kan dat een beperking zijn; de gevolgen daarvan blijven "
        "onbesproken.",
        label="verduidelijking of beperking?",
        annotations=tuple(Annotation(dossier.bill.document, a.span, "de wijziging") for a, _ in found[:3]),
    )


_WAT = {"termijn": "de termijn", "bereik": "het bereik", "ruimte": "een bevoegdheid in een plicht"}


def _told(dossier: DossierAnalysis, zin: Zin) -> Iterator[Amendment]:
    """The instructions that are named or stand under the same heading; otherwise those whose words or number the sentence has."""
    found = tuple(meant(dossier, zin))
    if found or zin.alinea.section.artikelsgewijs:
        yield from found
        return
    told = {d for m in _LENGTE.finditer(zin.text) if (d := days(m.group(0))) is not None}
    for amendment in dossier.bill.document.amendments:
        kinds = {v.soort for v in verlies(amendment)}
        clause = "bereik" in kinds and "hardheidsclausule" in zin.text.lower()
        term = "termijn" in kinds and days(amendment.new) in told and "termijn" in zin.text.lower()
        if clause or term or (kinds and len(shared(zin, amendment)) > 1):
            yield amendment


_LENGTE = re.compile(r"\b\w+ (?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren)\b", re.I)

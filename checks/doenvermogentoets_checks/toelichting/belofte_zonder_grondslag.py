"""A softening that the toelichting promises while the provision it speaks of is hard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import UnitKind
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Ruimte, Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, words_pattern

# Leden of one artikel within this share of each other are about the same; another artikel must stay this far behind.
_TIE, _MARGIN, _SHARED = 0.05, 0.05, 3
# What the toelichting promises.
_ZACHT = words_pattern(
    (
        r"\brekening (?:gehouden )?met (?:de )?(?:ernst|verwijt\w*|(?:persoonlijke |bijzondere )?omstandigheden|draagkracht|mate waarin)",
        r"\b(?:van geval tot geval|per geval (?:bezien|bekeken|beoordeeld|afgewogen)|in elk geval afzonderlijk)\b",
        r"\b(?:maakt|maken)\b[^.;]{0,40}\b(?:afweging|belangenafweging)\b",
        r"\bnaar evenredigheid\b",
        r"\bgeen verwijt\b|\bniet (?:te verwijten|verwijtbaar)\b|\bbuiten (?:zijn|haar|hun) schuld\b",
        r"\b(?:neemt|nemen|volgt|krijgt|krijgen|ontvangt) (?:[\w-]+ ){0,3}eerst\b|\beerst (?:contact|een gesprek|een waarschuwing|"
        r"gewaarschuwd|de gelegenheid)\b",
        r"\balsnog\b",
        r"\b(?:goede|geldige|gegronde) reden\b",
        r"\bniet zonder meer\b",
        r"\buiterste middel\b",
        r"\bna beoordeling door\b",
        r"\bin de gelegenheid\b",
        r"\b(?:omstandigheden|belangen)\b[^.;]{0,40}\b(?:meegewogen|meeweegt|weegt|afgewogen|betrokken)\b",
    )
)
# What takes the promise up in the bill.
_GROND = re.compile(
    r"\b(?:rekening|ernst|verwijt\w*|verwijtba\w*|evenredig\w*|afgestemd|afstem\w*|afgezien|afzien|afziet|dringende|bijzondere|"
    r"gelegenheid|alsnog|aanmaning|waarschuw\w*|"
    r"gewaarschuwd|gehoord|omstandigheden|redelijk\w*|tenzij|oordeel|belang\w*|herstel\w*|verleng\w*|aanvul\w*|aan te vullen|"
    r"gedeeltelijk|kan|kunnen|mag|ten hoogste|persoonlijk\w*)\b",
    re.I,
)
_HARD = re.compile(
    r"\b(?:vervalt|vervallen|trekt|ingetrokken|weigert|geweigerd|teruggevorderd|vordert|boete|nihil|verlaagd|verlaagt|afgewezen|wijst|"
    r"eindigt|beëindigd?t?|geen recht|"
    r"geen aanspraak|buiten behandeling|niet in behandeling|niet-ontvankelijk|maatregel|verschuldigd|geschorst|schorst|van rechtswege|"
    r"schrijft|uitgeschreven|uitsluit\w*|opgelegd|legt)\b",
    re.I,
)
_ANDERE = re.compile(
    r"\b(?:bezwaar|consultatie|ombudsman|Raad van State|reactie|rechter|rechtspraak|commissie|begroting|gemeenten "
    r"ontvangen)\b",
    re.I,
)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    least = options.number("overeenkomst") / 100
    clauses = clausules(dossier.bill)
    text = dossier.bill.document.text
    for zin in explanation.zinnen:
        match = _ZACHT.search(zin.text)
        if match is None or not over_het_ontwerp(zin) or _ANDERE.search(zin.text):
            continue
        if re.search(r"\b(?:niet|geen|zonder)\b", zin.text[max(0, match.start() - 25) : match.start()]):
            continue
        provision = _about(dossier, explanation, zin, least)
        if provision is None or not _HARD.search(text[provision.span]):
            continue
        if any(c.covers(provision.unit) for c in clauses) or any(_GROND.search(text[p.span]) for p in _with(dossier, provision)):
            continue
        if any(n.ruimte is not Ruimte.GEEN or n.bevoegdheid == "discretionair" for n in provision.norms):
            continue
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting belooft «{match.group(0)}»; in {naam(provision.unit)} staat dat niet.",
            "Deze bepaling schrijft het gevolg dwingend voor en noemt geen uitzondering, afweging of herstel. Gezocht is ook in "
            "leden die ernaar verwijzen en in een hardheidsclausule.",
            label="zonder grondslag in het ontwerp",
            annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat het gevolg, zonder deze ruimte"),),
        )


def _with(dossier: DossierAnalysis, provision: Provision) -> Iterator[Provision]:
    """The provision itself, and the leden of its artikel that speak of it by number."""
    yield provision
    if provision.unit.kind is not UnitKind.LID:
        return
    for other in dossier.bill.in_artikel(provision.unit):
        if other is not provision and provision.unit.number in lids(dossier.bill.document.text[other.span]):
            yield other


def _about(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, least: float) -> Provision | None:
    """The one provision with a heavy effect that the sentence speaks of: cited in it, or the clear best match."""
    cited = [t for r in explanation.references.get(zin.alinea, ()) if zin.span.contains(r.span) for t in r.targets]
    if any(t.regeling for t in cited):
        return None
    hard = [p for p in dossier.bill.provisions if p.norms and not all(n.soort in (Soort.DEFINITIE, Soort.SLOT) for n in p.norms)]
    numbers = {t.artikel for t in cited if t.artikel} or {p.artikel for p in zin.alinea.section.places if p.artikel}
    if numbers:
        hard = [p for p in hard if p.unit.artikel is not None and p.unit.artikel.number in numbers]
    zinnen = list(explanation.zinnen_of(zin.alinea))
    at = zinnen.index(zin)
    context = zin.roots | (zinnen[at - 1].roots if at else frozenset())
    named = lids(zin.text)
    if named:
        hard = [p for p in hard if p.unit.number in named] or hard
    total = explanation.weights.of(context)
    if not total or not hard:
        return None
    text = dossier.bill.document.text
    shares = ((explanation.weights.of(context & explanation.provision_roots[p]) / total, -p.span.start, p) for p in hard)
    scored = sorted(shares, key=lambda s: (s[0], s[1]), reverse=True)
    top, _, best = scored[0]
    elsewhere = next((share for share, _, p in scored if p.unit.artikel is not best.unit.artikel), 0.0)
    near = [p for share, _, p in scored if p.unit.artikel is best.unit.artikel and share >= top - _TIE and _HARD.search(text[p.span])]
    if numbers:
        return near[0] if near else None
    shared = context & explanation.provision_roots[best]
    if top < least or len(shared) < _SHARED or top - elsewhere < _MARGIN:
        return None
    return near[0] if near else None

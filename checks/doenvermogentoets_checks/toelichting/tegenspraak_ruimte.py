"""«kan» and weighing in the toelichting where the bill binds, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Amendment
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Norm, Ruimte
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets_checks.toelichting.beloofde_uitweg import missing_way_out
from doenvermogentoets_checks.toelichting.buiten_ontwerp import doet_een_ander, over_het_eigen
from doenvermogentoets_checks.toelichting.keuze import Keuzes
from doenvermogentoets_checks.toelichting.lezen import beschrijft_het_oude, naam, zegt_het_nu
from doenvermogentoets_checks.toelichting.modaliteit import BEGINSEL, dwingend_gemaakt, genomen, maakt_dwingend, tegenspraak
from doenvermogentoets_checks.toelichting.vast_bedrag import hoogstens_tegen_vast
from doenvermogentoets_checks.toelichting.vertelt import regels
from doenvermogentoets_checks.toelichting.wijzigingen import ander_onderdeel

# «kan in plaats van doorhaling volstaan met een berisping» compares two acts of the bill, not the bill with what was.
_LIEVER = re.compile(r"\b(kan|kunnen|mag|mogen)\b([^.;]{0,60})\bin plaats van\b", re.I)
_NADEEL = (
    r"(?:worden (?:gesteld|geweigerd|ingetrokken|teruggevorderd|verlaagd|beëindigd|opgelegd|herzien|geschorst|afgewezen|opgeschort|gekort"
    r"|ingehouden|stopgezet|beboet|uitgesloten|ontzegd|verrekend)|(?:te )?weigeren|intrekken|in te trekken|terugvorderen|terug te vorderen"
    r"|(?:te )?verlagen|(?:te )?beëindigen|opleggen|op te leggen|(?:te )?herzien|(?:te )?schorsen|afwijzen|af te wijzen|opschorten"
    r"|op te schorten|stellen|(?:te )?korten|inhouden|in te houden|stopzetten|stop te zetten|beboeten|uitsluiten|uit te sluiten|"
    r"(?:te )?ontzeggen)"
)
_KAN = re.compile(
    rf"\b(?:kan|kunnen|mag|mogen)\b[^.;]{{0,90}}\b{_NADEEL}\b|\b(?:is|zijn) bevoegd\b[^.;]{{0,90}}\b{_NADEEL}\b"
    rf"|\b(?:heeft|hebben|krijgt|krijgen|houdt|houden) de (?:mogelijkheid|bevoegdheid|vrijheid)\b[^.;]{{0,90}}\b{_NADEEL}\b"
    rf"|\b(?:is|zijn) (?:daartoe |hiertoe )?niet (?:gehouden|verplicht)\b[^.;]{{0,60}}\b{_NADEEL}\b",
    re.I,
)
_WEEGT = re.compile(
    r"\bweegt\b[^.;]{0,60}\b(?:omstandigheden|belang|belangen)\b|\b(?:omstandigheden|belangen?)"
    r"\b[^.;]{0,60}\b(?:meegewogen|afgewogen|mee\b)|\bbelangenafweging\b|\bis (?:een )?discretionair|\bper geval (?:bekeken|beoordeeld|"
    r"bezien)\b",
    re.I,
)
_GEBONDEN = re.compile(
    r"\b(?:gebonden bevoegdheid|geen (?:afwegings|beleids|beoordelings)?ruimte|bevoegdheid is gebonden|imperatief|is "
    r"gehouden|dwingend voorgeschreven)\b",
    re.I,
)
_BESLUIT = re.compile(
    r"\bstelt\b[^.;]{0,160}\b(?:op nihil|buiten behandeling)\b|\b(?:weigert|verlaagt|beëindigt|schorst)\b|\btrekt\b[^.;]{0,160}\bin\b|"
    r"\bwijst\b[^.;]{0,160}\baf\b|\bvordert\b[^.;]{0,160}\bterug\b",
    re.I,
)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    for hit in over_het_eigen(dossier, regels(dossier, _gevonden(dossier, options))):
        zin = next((z for z in explanation.zinnen if z.span == hit.span), None) if explanation is not None else None
        if zin is None or not (
            beschrijft_het_oude(zin.text) or ander_onderdeel(dossier, zin, hit) or _van_het_lid_ervoor(dossier, explanation, zin, hit)
        ):
            yield hit


_DAN = re.compile(r"\b(?:dan|daarbij|hierbij|daarvan|hiervan|daartoe|in dat geval|deze|dit|dat)\b", re.I)


def _van_het_lid_ervoor(dossier: DossierAnalysis, explanation: Explanation | None, zin: Zin, hit: Hit) -> bool:
    """«Het tweede lid ziet op …. Het college kan dan …»: told of that lid, which has the choice that the sentence tells."""
    before = explanation.before(zin) if explanation is not None else None
    if before is None or lids(zin.text) or not lids(before.text) or _DAN.search(zin.text) is None or not hit.annotations:
        return False
    at = hit.annotations[0].span
    held = next((p for p in dossier.bill.provisions if p.span.contains(at)), None)
    if held is None or held.unit.number in lids(before.text):
        return False
    meant = [p for p in dossier.bill.in_artikel(held.unit) if p.unit.number in lids(before.text)]
    free = [any(n.bevoegdheid == "discretionair" for n in p.norms) for p in meant]
    return any(free) if hit.annotations[0].message == "dwingend" else bool(free) and not all(free)


def _gevonden(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    organs = Organen(dossier.bill)
    sure = list(_zeker(dossier, explanation, organs, options))
    yield from sure
    told = {h.span for h in sure}
    for zin in explanation.zinnen:
        fixed = hoogstens_tegen_vast(dossier, explanation, zin) if zin.span not in told else None
        if fixed is not None:
            told.add(zin.span)
            yield fixed
    keuzes = Keuzes(dossier, explanation, organs)
    for zin in explanation.zinnen:
        hits = list(keuzes.hits(zin)) if zin.span not in told and not doet_een_ander(dossier.bill, organs, zin) else []
        if hits and not any(missing_way_out(dossier, explanation, zin)):
            yield from hits


def _zeker(dossier: DossierAnalysis, explanation: Explanation, organs: Organen, options: Options) -> Iterator[Hit]:
    """What is sure: the act of the sentence is that of the lid."""
    least = options.number("overeenkomst") / 100
    text = dossier.bill.document.text
    bound = [(p, n) for p in dossier.bill.provisions for n in p.norms if n.ruimte is Ruimte.GEEN and _dwingend(n, text[n.span])]
    altered = dwingend_gemaakt(dossier)
    free = [(p, n) for p in dossier.bill.provisions for n in p.norms if n.bevoegdheid == "discretionair" and n.richting == "nadelig"]
    for alinea in explanation.alineas:
        zinnen = explanation.zinnen_of(alinea)
        said: set[tuple[Provision, str]] = set()
        for i, zin in enumerate(zinnen):
            if doet_een_ander(dossier.bill, organs, zin):
                continue
            taken = genomen(explanation, organs, zin, altered)
            if taken is not None and zegt_het_nu(zin.text):
                yield _contrary(dossier, explanation, zin, taken)
                continue
            if not zegt_het_nu(_LIEVER.sub(r"\1\2", zin.text)) or any(missing_way_out(dossier, explanation, zin)):
                continue  # a way out that is not there says more than «kan» against binding
            by_artikel = tegenspraak(dossier, explanation, organs, zin)
            if by_artikel is not None:
                kind, provision, norm, words = by_artikel
                told = (provision, "" if kind == "kan" else words)
                if told not in said:  # once per paragraph
                    said.add(told)
                    yield _hit(dossier, explanation, zin, provision, norm, vrij=kind == "kan", said=words)
                continue
            may = _KAN.search(zin.text)
            if may is not None and re.search(r"\b(?:niet|geen|moet|moeten)\b", _NIET_VERPLICHT.sub("", may.group(0))):
                continue  # «kan niet worden geweigerd»; a «niet» in the condition says nothing about the power
            changed = maakt_dwingend(zin, altered) if may is not None else None
            if changed is not None:
                yield _contrary(dossier, explanation, zin, changed)
            elif may is not None:
                weighing = any(_WEEGT.search(z.text) for z in zinnen[i : i + 2])
                yield from _compare(dossier, explanation, zin, bound, least, vrij=True, weighing=weighing)
            elif _GEBONDEN.search(zin.text) and not BEGINSEL.search(zin.text):
                yield from _compare(dossier, explanation, zin, free, least, vrij=False, weighing=False)


def _contrary(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, changed: Amendment) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting «kan» dit; de wijziging maakt er een plicht van: «{changed.old}» wordt «{changed.new}».",
        "Een afweging die de toelichting belooft, kan de uitvoerder niet meer maken als de bepaling dwingend wordt.",
        label="anders dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, changed.span, "maakt het dwingend"),),
    )


_NIET_VERPLICHT = re.compile(r"\bniet (?:gehouden|verplicht)\b", re.I)


def _dwingend(norm: Norm, sentence: str) -> bool:
    """The norm binds an authority to an adverse decision; also where the addressee was not recognised but the verb is plain."""
    if norm.bevoegdheid == "discretionair" or re.search(r"\b(?:kan|kunnen|mag|mogen)\b", sentence):
        return False
    return (norm.bevoegdheid == "gebonden" and norm.richting == "nadelig") or _BESLUIT.search(sentence) is not None


def _compare(
    dossier: DossierAnalysis,
    explanation: Explanation,
    zin: Zin,
    norms: list[tuple[Provision, Norm]],
    least: float,
    *,
    vrij: bool,
    weighing: bool,
) -> Iterator[Hit]:
    from doenvermogentoets.toelichting.words import root, roots

    text = dossier.bill.document.text
    targets = [r.targets for r in explanation.cited_in(zin)]
    cited = {(t.artikel, t.lid) for ts in targets for t in ts if t.artikel and not t.regeling}
    if any(ts and all(t.regeling for t in ts) for ts in targets):
        return
    zinnen = list(explanation.zinnen_of(zin.alinea))
    at = zinnen.index(zin)
    context = zin.roots | (zinnen[at - 1].roots if at else frozenset())
    scored: list[tuple[float, Provision, Norm]] = []
    for provision, norm in norms:
        artikel = provision.unit.artikel
        if artikel is None:
            continue
        place = (artikel.number, provision.unit.number if provision.unit.kind.value == "lid" else None)
        own = frozenset(roots(text[norm.span]))
        acts = {root(norm.werkwoord)} | {r for g in norm.gevolgen for r in roots(g.soort.value)}
        besluit = _BESLUIT.search(text[norm.span])
        if besluit is not None:
            acts |= set(roots(besluit.group(0))[-1:]) | {root(v) for v in _voluit(besluit.group(0))}
        if cited:
            if place in cited or ((place[0], None) in cited and acts & zin.roots):
                scored.append((1.0, provision, norm))
            continue
        if not (acts & zin.roots):
            continue
        weight = explanation.weights.of(context)
        share = explanation.weights.of(context & own) / weight if weight else 0.0
        if share >= least and len(context & own) >= 3 and len(zin.roots & own) >= 2:
            scored.append((share, provision, norm))
    if not scored:
        return
    share, provision, norm = max(scored, key=lambda s: s[0])
    artikel = provision.unit.artikel
    # another lid of the artikel gives the room that the toelichting speaks of
    beside = [n for p in dossier.bill.in_artikel(provision.unit) for n in p.norms if _same_act(n, norm)]
    if vrij and share < 1.0 and any(n.ruimte is not Ruimte.GEEN or n.bevoegdheid == "discretionair" for n in beside):
        return
    if not vrij and share < 1.0 and any(n.bevoegdheid == "gebonden" and n.richting == "nadelig" for n in beside):
        return  # the lid that binds to the same act is the one without room
    if artikel is None:
        return
    bound = _GEBONDEN.search(zin.text)
    said = bound.group(0) if bound is not None and not vrij else "kan"
    yield _hit(dossier, explanation, zin, provision, norm, vrij=vrij, said=said, weighing=weighing)


def _hit(
    dossier: DossierAnalysis,
    explanation: Explanation,
    zin: Zin,
    provision: Provision,
    norm: Norm,
    *,
    vrij: bool,
    said: str,
    weighing: bool = False,
) -> Hit:
    here = naam(provision.unit)
    if vrij:
        message = f"Volgens de toelichting «{said}» dit{' en wordt er afgewogen' if weighing else ''}; {here} schrijft het dwingend voor."
        if said != "kan":
            message = f"Volgens de toelichting («{said}») is er een keuze; {here} schrijft het dwingend voor."
        why = (
            "Het ontwerp laat geen ruimte: het orgaan moet. Een afweging die de toelichting belooft, kan de uitvoerder niet maken "
            "en de rechter maar zelden."
        )
    else:
        message = f"Volgens de toelichting («{said}») is er geen ruimte; {here} geeft een bevoegdheid («kan»)."
        why = (
            "Een «kan»-bepaling vraagt een afweging. Als die niet is bedoeld, klopt de tekst niet; als zij wel is bedoeld, klopt de "
            "toelichting niet."
        )
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        message,
        why,
        label="anders dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, norm.span, "dwingend" if vrij else "een bevoegdheid"),),
    )


def _voluit(words: str) -> list[str]:
    """«vordert … terug» as «terugvorderen»."""
    first, last = words.split()[0].lower(), words.split()[-1].lower()
    return [last + first] if last in ("terug", "in", "af") else [first]


def _same_act(a: Norm, b: Norm) -> bool:
    return bool(a.werkwoord) and a.werkwoord == b.werkwoord

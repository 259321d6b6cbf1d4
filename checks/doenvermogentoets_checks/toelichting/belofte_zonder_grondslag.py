"""A softening that the toelichting promises while the provision it speaks of does not have it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Amendment
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.about import Kandidaat, about
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import gelijk
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.wijziging import shared
from doenvermogentoets.toelichting.words import topic
from doenvermogentoets_checks.toelichting.alomvattend import te_algemeen
from doenvermogentoets_checks.toelichting.awb_uitgesloten import toch_gegeven
from doenvermogentoets_checks.toelichting.beloften import DADEN, Belofte, lijsten, promised
from doenvermogentoets_checks.toelichting.beloofde_uitweg import missing_way_out
from doenvermogentoets_checks.toelichting.gunsten import gunst
from doenvermogentoets_checks.toelichting.keuze import Keuzes
from doenvermogentoets_checks.toelichting.lezen import beschrijft_het_oude, naam, over_het_ontwerp, strenger
from doenvermogentoets_checks.toelichting.modaliteit import tegenspraak
from doenvermogentoets_checks.toelichting.nagekomen import VERZUIM, breekt, houdt, staat_er
from doenvermogentoets_checks.toelichting.nergens import nergens_in_een_deel, nergens_verzacht
from doenvermogentoets_checks.toelichting.nergens_gegeven import zonder_grond
from doenvermogentoets_checks.toelichting.stellig import te_ruim, te_streng
from doenvermogentoets_checks.toelichting.tegendelen import tegendeel
from doenvermogentoets_checks.toelichting.toezeggingen import bericht, niets_te_doen
from doenvermogentoets_checks.toelichting.uitgezonderd import groep_vrij, plicht_weg
from doenvermogentoets_checks.toelichting.vertelt import regels
from doenvermogentoets_checks.toelichting.waarborgen import ZEKERDER, weerspreekt
from doenvermogentoets_checks.toelichting.wie import ook_een_ander
from doenvermogentoets_checks.toelichting.wijzigingen import ander_onderdeel, onbekend_onderdeel, verlies

# A provision that keeps the promise must stay this far behind the one that breaks it; one that does neither may be a little ahead.
_TIE, _NEUTRAL, _AHEAD, _SHARED = 0.04, 0.08, 0.1, 2
# A provision that shares more words with the passage than the nearest one may be this far behind it; denials are sought in so many.
_BESIDE, _NEAREST, _CLEAR = 0.15, 6, 0.5
_ALLEEN_ONTKEND = frozenset({"betaling", "tegenbewijs"})  # only broken by a provision that denies it: otherwise the general law applies
_ALLEEN_VOOR = re.compile(
    r"\bartikel(?:en)? \d[^.;]{0,120}\b(?:zonder gevolg|niet van toepassing|buiten toepassing|geldt niet|gelden niet)\b"
    r"|\bin afwijking van artikel\b",
    re.I,
)
# What goes wrong or happens: a provision about another of these cannot keep a promise about this one.
_AANLEIDING = frozenset({"=te_laat", "=onvolledig", "=niet_naleven", "=overlijden", "=overdracht", "=verhuizing"})


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    yield from regels(dossier, _gevonden(dossier, options))


def _gevonden(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    least = options.number("overeenkomst") / 100 + strenger(dossier.bill)
    organs = Organen(dossier.bill)
    keuzes = Keuzes(dossier, explanation, organs)
    for zin in explanation.zinnen:
        absent = onbekend_onderdeel(dossier, zin.alinea.section, geheel=True) is not None
        if not zin.text[:1].isupper() or beschrijft_het_oude(zin.text) or absent:
            continue  # a line of a list promises nothing by itself, nor does what a provision had or an onderdeel that is not there
        hit = toch_gegeven(dossier, explanation, zin) or _one(dossier, explanation, zin, organs, least)
        hit = hit or gunst(dossier, explanation, zin, organs) or zonder_grond(dossier, explanation, zin)
        if hit is not None and (ander_onderdeel(dossier, zin, hit) or _MET_DE_CLAUSULE.search(zin.text)):
            continue
        if hit is not None and not (hit.label == ZEKERDER and _told_as_choice(dossier, explanation, zin, organs, keuzes)):
            yield hit


def _told_as_choice(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, organs: Organen, keuzes: Keuzes) -> bool:
    """«tegenspraak-ruimte» says already that the bill only has «kan» for what this sentence calls certain."""
    return tegenspraak(dossier, explanation, organs, zin) is not None or any(keuzes.hits(zin))


def _one(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, organs: Organen, least: float) -> Hit | None:
    if not over_het_ontwerp(zin):
        return nergens_in_een_deel(dossier, explanation, zin)
    lists = lijsten()
    other = weerspreekt(dossier, explanation, zin)
    if other is None and lists.buiten.search(zin.text):
        return None
    other = other or te_ruim(dossier, explanation, zin, least) or te_streng(dossier, explanation, zin)
    other = other or te_algemeen(dossier, explanation, zin) or tegendeel(dossier, explanation, zin)
    other = other or bericht(dossier, explanation, zin, organs) or niets_te_doen(dossier, explanation, zin)
    other = other or ook_een_ander(dossier, explanation, zin)
    other = other or groep_vrij(dossier, explanation, zin) or plicht_weg(dossier, explanation, zin)
    if other is not None:
        return other
    if _ERVARING.search(zin.text):
        return None
    for belofte in lists.beloften:
        match = promised(belofte, zin)
        if match is None or ("uitstel" in match.group(0).lower() and _gives_time(dossier.bill)):
            continue
        taken = _taken_away(dossier, zin) if belofte.hard == "gevolg" else None
        if taken is not None:
            return _contradicted(dossier, explanation, zin, match, taken)
        provision = _broken(dossier, explanation, zin, belofte, least)
        if provision is not None and belofte.hard == "gevolg":
            provision = _of_the_effect(explanation, zin, belofte, provision)
        if (
            provision is not None
            and not _granted_elsewhere(dossier.bill, match.group(0), provision)
            and not _given_in_time(explanation, zin, provision)
        ):
            return _hit(dossier, explanation, zin, belofte, match, provision)
    hit = nergens_verzacht(dossier, explanation, zin)
    # a way out that is missing is told once, by tegenspraak-clausule
    return None if hit is not None and any(missing_way_out(dossier, explanation, zin)) else hit


# What the clause gives is held against the clause, by tegenspraak-clausule.
_MET_DE_CLAUSULE = re.compile(r"\b(?:met (?:toepassing|gebruikmaking) van|op grond van|met|krachtens) de (?:hardheids)?clausule\b", re.I)
# What was seen before, and what another law gives.
_ERVARING = re.compile(r"\b(?:bleek|bleken)\b|\b(?:[Uu]it|[Ii]n|[Kk]rachtens) de Wet [a-z]")


def _taken_away(dossier: DossierAnalysis, zin: Zin) -> Amendment | None:
    """The instruction that strikes the safeguard, or makes the condition harder, of which the sentence speaks."""
    for amendment in dossier.bill.document.amendments:
        kinds = {v.soort for v in verlies(amendment)}
        if ("waarborg" in kinds and len(shared(zin, amendment)) > 1) or (
            "strenger" in kinds and _SOEPEL.search(zin.text) and shared(zin, amendment)
        ):
            return amendment
    return None


_SOEPEL = re.compile(r"\b(?:soepel|coulant|ruimhartig|mild|niet streng|met begrip|geen (?:hoge|strenge|zware) eisen)\b", re.I)


def _contradicted(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, match: re.Match[str], taken: Amendment) -> Hit:
    went = f"«{taken.old.strip(' ,')}» vervalt" if not taken.new else f"«{taken.old}» wordt «{taken.new}»"
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting belooft «{match.group(0)}»; de wijziging neemt dat juist weg: {went}.",
        "De woorden die volgens de wijzigingsopdracht verdwijnen of strenger worden, zijn die waarover deze zin gaat.",
        label="anders dan de wijziging",
        annotations=(Annotation(dossier.bill.document, taken.span, "de wijziging"),),
    )


_UNASKED = re.compile(r"\bzonder (?:\w+ ){0,3}aanvraag\b|\bambtshalve\b|\bzonder dat\b[^.;]{0,40}\b(?:iets|niets|daarvoor|daartoe)\b", re.I)


def _granted_elsewhere(bill: Analysis, promise: str, provision: Provision) -> bool:
    """«zonder aanvraag» is true of whoever gets it ambtshalve under another artikel; the one that asks is for the other cases."""
    if _UNASKED.search(promise) is None:
        return False
    text = bill.document.text
    return any(p is not provision and "ambtshalve" in text[p.span].lower() for p in bill.provisions)


def _given_in_time(explanation: Explanation, zin: Zin, provision: Provision) -> bool:
    """Another provision, in favour of whom it is about, has the length of time of the sentence: «Wie binnen vier weken laat zien …»."""
    said = [h for h in hoeveelheden(zin.text) if h.maat == "duur"]
    return any(
        p is not provision and any(n.richting == "gunstig" for n in p.norms) and any(gelijk(one, h) for one in said for h in found)
        for p, found in explanation.quantities.by_provision.items()
    )


def _of_the_effect(explanation: Explanation, zin: Zin, belofte: Belofte, provision: Provision) -> Provision:
    """The provision with the effect that the paragraph spoke of last, where the sentence names none itself («Bij een eerste verzuim …»)."""
    if zin.roots & GEVOLGEN or explanation.cited_in(zin):
        return provision
    for before in reversed(explanation.zinnen_of(zin.alinea)[: explanation.position(zin)]):
        told = before.roots & GEVOLGEN
        if not told:
            continue
        if told & explanation.provision_roots[provision]:
            return provision
        having = [p for act in sorted(told) for p in explanation.by_words.having(act) if breekt(explanation.bill, p, belofte)]
        return having[0] if len(set(having)) == 1 else provision
    return provision


def _broken(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, belofte: Belofte, least: float) -> Provision | None:
    """The provision the promise is about, when it holds the effect and nothing keeps the promise."""
    bill = dossier.bill
    candidates = about(explanation, zin)
    top = candidates[0] if candidates else None
    if belofte.hard in DADEN:
        candidates = [k for k in candidates if houdt(bill, k.provision, belofte, zin) or _same_act(zin, k.provision)]
    close = [*candidates[:_NEAREST], *(k for k in candidates[_NEAREST:] if top is not None and _same_artikel(k, top))]
    denied = next((k for k in close if top is not None and _denies(explanation, k, top, belofte, least)), None)
    if denied is not None:
        return denied.provision
    if belofte.naam in _ALLEEN_ONTKEND:
        return None
    kept = [k for k in candidates if houdt(bill, k.provision, belofte, zin)]
    hard = [k for k in candidates if k not in kept and breekt(bill, k.provision, belofte)]
    hard = [k for k in hard if k.genoemd or k.gedeeld >= _SHARED]
    if not hard or top is None:
        return None
    # another lid of the artikel is meant when it says what happens if the lid that is told is not complied with
    hard = [
        k for k in hard if _own_words(explanation, zin, k) if k is top or not _same_artikel(k, top) or _on_default(explanation, zin, k, top)
    ]
    if not hard:
        return None
    if top.score >= least and any(_same_artikel(k, top) for k in hard):
        hard = [k for k in hard if k.score >= least or _same_artikel(k, top)]
        hard.sort(key=lambda k: (not _same_artikel(k, top), -k.score))
    # of two that are as near, the one with an effect for the citizen: a power of the authority can lapse too
    told = {k.provision for k in explanation.told(zin)} if belofte.hard not in DADEN else set()
    nearest = [k for k in hard if k.score > hard[0].score - _TIE] + [k for k in hard if k.provision in told and _same_artikel(k, hard[0])]
    best = next(
        (k for k in nearest if k.provision in told), next((k for k in nearest if any(n.belastend for n in k.provision.norms)), hard[0])
    )
    if best.genoemd:
        # a heading says which artikel is explained, not that each sentence under it is about each of its leden
        own = explanation.roots_with_before(zin) & explanation.by_words.roots[best.provision]
        return best.provision if not kept and (len(own) >= _SHARED or _cites(explanation, zin)) else None
    weight = top.score if _same_artikel(best, top) else best.score
    if (
        weight < least
        or best.gedeeld < _SHARED
        or any(k.score > weight - _TIE for k in kept if _same_case(explanation, zin, best, k) and _reaches(explanation, k, best))
    ):
        return None
    if belofte.hard in DADEN:
        enough = _SHARED if belofte.hard == "dubbel" else _SHARED + 1
        return best.provision if best is top and len(zin.roots & explanation.provision_roots[best.provision]) >= enough else None
    near = (
        best.score > top.score - _NEUTRAL
        or _same_artikel(best, top)
        or _follows(explanation, best, top)
        or (best.gedeeld > top.gedeeld and best.score > top.score - _BESIDE)
    )
    return best.provision if near else None


def _own_words(explanation: Explanation, zin: Zin, k: Kandidaat) -> bool:
    """In a long bill the lid itself must have words of the passage, not only its artikel."""
    if k.genoemd or not strenger(explanation.bill):
        return True
    return len((explanation.roots_with_before(zin) & explanation.by_words.roots[k.provision]) - _GENERIEK) > _SHARED


def _on_default(explanation: Explanation, zin: Zin, k: Kandidaat, top: Kandidaat) -> bool:
    """The lid is about not doing what the artikel asks, or names the lid that the sentence tells; and it has a word of the passage."""
    text = k.provision.document.text[k.provision.span]
    own = (explanation.roots_with_before(zin) & explanation.by_words.roots[k.provision]) - _GENERIEK
    next_lid = k.provision.unit.number.isdigit() and top.provision.unit.number == str(int(k.provision.unit.number) - 1)
    if VERZUIM.search(text) is not None or top.provision.unit.number in lids(text):
        return bool(own) or next_lid
    return len(own) > _SHARED


_GENERIEK = frozenset({"termijn", "besluit", "aanfra", "=aanvragen", "geld", "geldt"})


_UITSTEL = re.compile(r"\b(?:kan|kunnen|verleent|treft|biedt)\b[^.;]{0,120}\b(?:uitstel|betalingsregeling)\b(?! (?:wordt |is )?niet)", re.I)


def _gives_time(bill: Analysis) -> bool:
    """Somewhere the bill lets the authority give time to pay."""
    return any(staat_er(_UITSTEL, bill.document.text[p.span]) for p in bill.provisions)


def _cites(explanation: Explanation, zin: Zin) -> bool:
    return bool(explanation.cited_in(zin))


def _denies(explanation: Explanation, k: Kandidaat, top: Kandidaat, belofte: Belofte, least: float) -> bool:
    """The provision says outright that what is promised is not done, and the sentence is about its artikel."""
    bill = explanation.bill
    inside = bill.in_artikel(k.provision.unit) or (k.provision,)
    if belofte.ontkend is None or not any(breekt(bill, p, belofte) for p in inside):
        return False
    if belofte.hard == "ineens":  # rare words: the provision itself says that it is all at once, or without delay
        if not breekt(bill, k.provision, belofte):
            return False
        granted = any(staat_er(belofte.grond, k.provision.document.text[p.span]) for p in inside) or _gives_time(explanation.bill)
        return (k.score >= least or (_same_artikel(k, top) and top.score >= least)) and (k.gedeeld > 0 or k.score >= _CLEAR) and not granted
    text = k.provision.document.text
    sentences = [text[z.span] for z in k.provision.passage.sentences]
    denying = [z for z in sentences if belofte.ontkend.search(z)]
    # «kwijtgescholden indien …; anders ineens, ongeacht …» keeps it in one case and denies it in the other
    if not denying or any(staat_er(belofte.grond, z) for z in sentences if z not in denying):
        return False
    near = k is top or _same_artikel(k, top) or k.score > top.score - _NEUTRAL
    return k.genoemd or (near and k.score >= least and k.gedeeld >= _SHARED) or (k is top and k.score >= _CLEAR and k.gedeeld > 0)


def _reaches(explanation: Explanation, kept: Kandidaat, hard: Kandidaat) -> bool:
    """A provision elsewhere that makes an exception to artikelen it names keeps no promise about another one."""
    ours, theirs = kept.provision.unit.artikel, hard.provision.unit.artikel
    if ours is None or ours is theirs:
        return True
    if kept.gedeeld < hard.gedeeld - 1:
        return False
    text = kept.provision.document.text[kept.provision.span]
    if _ALLEEN_VOOR.search(text) is None:
        return True
    named = {p.unit.artikel for p in explanation.by_words.referred.get(ours, ())}
    return not named or theirs in named


def _follows(explanation: Explanation, best: Kandidaat, top: Kandidaat) -> bool:
    """The sentence is about a duty, and this is the provision on what happens when that duty is not met: it refers to it."""
    artikel = best.provision.unit.artikel
    return artikel is not None and top.provision in explanation.by_words.referred.get(artikel, ())


def _same_case(explanation: Explanation, zin: Zin, hard: Kandidaat, kept: Kandidaat) -> bool:
    """The two speak of the same failure or event, as far as the sentence names one that the hard provision has."""
    if kept.score > hard.score + _AHEAD:
        return True
    case = zin.roots & _AANLEIDING & explanation.provision_roots[hard.provision]
    return not case or bool(case & explanation.provision_roots[kept.provision])


def _same_act(zin: Zin, provision: Provision) -> bool:
    """«hoeft niets te doen» is about any act; «hoeft geen opgave te doen» only about that one."""
    if re.search(r"\bniets\b|\bvanzelf\b|\bautomatisch\b", zin.text, re.I):
        return True
    text = provision.document.text
    acts = {r for n in provision.norms for h in n.handelingen for r in topic(f"{h.soort} {text[h.span]}")}
    return bool(acts & zin.roots)


def _same_artikel(a: Kandidaat, b: Kandidaat) -> bool:
    return a.provision.unit.artikel is b.provision.unit.artikel


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, belofte: Belofte, match: re.Match[str], provision: Provision) -> Hit:
    here = naam(provision.unit)
    if belofte.hard == "dubbel":
        message = f"Volgens de toelichting («{match.group(0)}») volstaat één keer; {here} vraagt het op meer dan één plaats."
        why = "Wie op de toelichting afgaat, doet het op één plaats en verzuimt de andere."
        label = "hier moet het op meer plaatsen"
    elif belofte.hard == "last":
        message = f"Volgens de toelichting («{match.group(0)}») gaat dit vanzelf; {here} vraagt de burger zelf iets te doen."
        why = "Wie op de toelichting afgaat, doet niets en verzuimt een plicht. Gezocht is ook naar een uitzondering in hetzelfde artikel."
        label = "hier moet iemand wel iets doen"
    else:
        message = f"De toelichting belooft «{match.group(0)}»; in {here} staat dat niet."
        chosen = any(n.bevoegdheid == "discretionair" for n in provision.norms)
        how = "laat de keuze aan het orgaan («kan») en stelt deze voorwaarde niet" if chosen else _DWINGEND
        why = f"Deze bepaling {how}. Gezocht is ook in leden die ernaar verwijzen en in een hardheidsclausule."
        label = "hier staat het gevolg, zonder deze ruimte"
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        message,
        why,
        label="zonder grondslag in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, label),),
    )


_DWINGEND = "schrijft het gevolg dwingend voor en noemt geen uitzondering, afweging of herstel"

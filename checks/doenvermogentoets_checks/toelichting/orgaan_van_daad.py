"""Who does by the bill what a sentence of the toelichting lets another authority do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Orgaan, Organen, kan_zelfde_zijn
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.vergelijking import Doel
from doenvermogentoets.toelichting.words import root, roots
from doenvermogentoets_checks.toelichting.orgaan_onbekend import handelt_namens

VERY = 0.9  # from this chance on a sentence is about an artikel that it does not name
SHARED = 2  # words beside the act
# Who decides by law: named where the bill names another, it is a contradiction also when the bill does not have it at all.
BESLISSERS = frozenset(
    {
        "burgemeester",
        "college",
        "raad",
        "minister",
        "gemeente",
        "gedeputeerde staten",
        "provinciale staten",
        "dienst",
        "inspectie",
        "uwv",
        "svb",
    }
)
VAAG = frozenset({"dienst", "bureau"})  # «de dienst» may be what somebody offers
_TRACE = 0.02  # an artikel with this chance may be what the sentence is about
_LEEG = frozenset(
    root(w) for w in ("hebben", "zijn", "worden", "geven", "nemen", "doen", "stellen", "krijgen", "ontvangen", "maken", "bestaan", "gelden")
)
_HANDELING = frozenset(root(w) for w in ("besluit", "termijn", "weken", "dagen", "maanden", "gemeente"))
_NEEMT_BESLUIT = re.compile(r"\b(?:neemt|nemen)\b[^.;]{0,60}\b(?:besluit|beslissing)\b", re.I)


def alleen_omschreven(explanation: Explanation, organs: Organen, target: Doel, zin: Zin, organ: Orgaan) -> tuple[Provision, Orgaan] | None:
    """Whoever has the effect of the sentence by the one lid, when the bill only defines the one of the sentence and lets it do nothing."""
    lid, text = target.lid, explanation.bill.document.text
    if lid is None or target.zeker < VERY or organ.rol != "doet" or not zin.roots & GEVOLGEN & explanation.provision_roots[lid]:
        return None
    acting = [n for n in explanation.norms_of(zin) if n.adressaat is not None and _is(n.adressaat.span, organ) and n.bevoegdheid != "geen"]
    ruling = (p for p, found in organs.per_bepaling.items() if any(kan_zelfde_zijn(o.naam, organ.naam) for o in found))
    if not acting or handelt_namens(explanation, organ.woorden) or any(n.soort is not Soort.DEFINITIE for p in ruling for n in p.norms):
        return None
    doing = [
        o
        for n in lid.norms
        if n.bevoegdheid != "geen" and n.adressaat is not None
        for o in organs.van(text[n.span], n.span.start)
        if _is(n.adressaat.span, o)
    ]
    return (lid, doing[0]) if len({o.naam for o in doing}) == 1 else None


def done(explanation: Explanation, zin: Zin) -> frozenset[str]:
    """The roots of what is done in a sentence, particle included («kent … toe»)."""
    return frozenset(root(n.werkwoord) for n in explanation.norms_of(zin) if n.werkwoord) - _LEEG


def _acting(explanation: Explanation, zin: Zin, organ: Orgaan) -> tuple[Sequence[Norm], frozenset[str]]:
    """What the sentence lets the authority do: its norms, and the roots of their verbs."""
    norms = [n for n in explanation.norms_of(zin) if n.adressaat is not None and _is(n.adressaat.span, organ)]
    return norms, frozenset(root(n.werkwoord) for n in norms if n.werkwoord) - _LEEG


def _others(
    explanation: Explanation, organs: Organen, provisions: Iterable[Provision], acts: Set[str], organ: Orgaan
) -> Sequence[tuple[Provision, Orgaan]]:
    """Who does these acts in provisions of the bill; nobody when the authority of the sentence does so itself."""
    text = explanation.bill.document.text
    found: list[tuple[Provision, Orgaan]] = []
    for provision in provisions:
        for norm in provision.norms:
            if root(norm.werkwoord) not in acts or norm.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE):
                continue
            doing = [o for o in organs.van(text[norm.span], norm.span.start) if o.rol == "doet"]
            if any(kan_zelfde_zijn(o.naam, organ.naam) for o in doing):
                return []
            own = [o for o in doing if norm.adressaat is not None and _is(norm.adressaat.span, o) and o.naam not in VAAG]
            found.extend((provision, o) for o in own[:1])
    return found


def doer(explanation: Explanation, organs: Organen, target: Doel, zin: Zin, organ: Orgaan) -> tuple[Provision, Orgaan] | None:
    """The one authority that has the act of the sentence in the artikel, where the one of the sentence has another part in it."""
    acting, acts = _acting(explanation, zin, organ)
    if acting and _NEEMT_BESLUIT.search(zin.text):
        acts |= {root("beslissen")}
    if not acts or organ.rol != "doet" or organ.naam not in organs.bekend:
        return None
    inside = (p for a in target.artikelen for p in explanation.bill.in_artikel(a))
    beside = zin.roots - acts - _delen(explanation, acting)
    found = [(p, o) for p, o in _others(explanation, organs, inside, acts, organ) if beside & explanation.provision_roots[p]]
    return found[0] if len({o.naam for _, o in found}) == 1 else None


def _delen(explanation: Explanation, norms: Sequence[Norm]) -> frozenset[str]:
    """The roots of the parts of the verbs: «stelt» and «vast» are no words beside the act."""
    return frozenset(roots(" ".join(explanation.document.text[s] for n in norms for s in n.werkwoord_spans)))


def zelfde_daad(explanation: Explanation, organs: Organen, zin: Zin, organ: Orgaan) -> tuple[Provision, Orgaan] | None:
    """The one authority that does by the bill what the sentence lets another do, to the same thing, when that other never does it.

    A body that the bill knows may have a part of its own («op verzoek van de inspectie»): then this act is still not its own.
    """
    if organ.rol != "doet" or (organ.naam not in organs.bekend and organ.naam not in BESLISSERS):
        return None
    acting, acts = _acting(explanation, zin, organ)
    if not acts or handelt_namens(explanation, organ.woorden):
        return None
    told = zin.roots - acts - _delen(explanation, acting) - frozenset(roots(organ.woorden)) - _HANDELING
    found: list[tuple[int, Provision, Orgaan]] = []
    for provision, other in _others(explanation, organs, explanation.bill.provisions, acts, organ):
        shared = told & explanation.provision_roots[provision]
        if len(shared) >= SHARED or shared & GEVOLGEN:
            found.append((len(shared), provision, other))
    return _most(found)


def _most(found: Sequence[tuple[float, Provision, Orgaan]]) -> tuple[Provision, Orgaan] | None:
    """The likeliest provision, when it is one authority in all of them."""
    if len({o.naam for _, _, o in found}) != 1:
        return None
    _, provision, other = max(found, key=lambda f: f[0])
    return provision, other


def _is(span: Span | None, organ: Orgaan) -> bool:
    return span is not None and span.start < organ.span.end and organ.span.start < span.end


def by_act(
    explanation: Explanation, organs: Organen, having: Mapping[str, Sequence[Provision]], zin: Zin, organ: Orgaan
) -> tuple[Provision, Orgaan] | None:
    """The one authority that has this part wherever the bill has the act of the sentence, when the one of the sentence never has."""
    if organ.naam not in BESLISSERS and organ.naam not in organs.bekend:
        return None
    shares = explanation.shares(zin)
    told = zin.roots if organ.rol == "krijgt" else _beside(zin, organ)
    found = []
    for provision in dict.fromkeys(p for act in sorted(told & having.keys()) for p in having[act]):
        if any(kan_zelfde_zijn(o.naam, organ.naam) for p in explanation.bill.in_artikel(provision.unit) for o in organs.per_bepaling[p]):
            return None
        same = [o for o in organs.per_bepaling[provision] if o.rol == organ.rol and o.naam not in VAAG]
        telling = (zin.roots & explanation.provision_roots[provision]) - having.keys() - _HANDELING
        if same and telling and shares.get(provision, 0.0) >= _TRACE:
            found.append((shares[provision], provision, same[0]))
    return _most(found)


def _beside(zin: Zin, organ: Orgaan) -> frozenset[str]:
    """The words right before and after the authority: «beslist de raad», «de raad beslist»."""
    at = organ.span.start - zin.span.start
    return frozenset(roots(" ".join((*zin.text[:at].split()[-2:], *zin.text[at + len(organ.woorden) :].split()[:1]))))


def by_verb(explanation: Explanation) -> Mapping[str, Sequence[Provision]]:
    """The provisions by the root of what is done in them, without verbs that say nothing by themselves."""
    out: dict[str, list[Provision]] = defaultdict(list)
    for provision in explanation.bill.provisions:
        if any(n.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for n in provision.norms):
            continue
        acts = {root(n.werkwoord) for n in provision.norms if n.werkwoord} - _LEEG
        for act in acts & explanation.provision_roots[provision]:
            out[act].append(provision)
    return out


# Who enforces by criminal law; an administrative fine is not theirs to impose.
_STRAFRECHTELIJK = frozenset({"politie", "openbaar ministerie", "officier van justitie", "marechaussee"})
_STRAF = re.compile(r"\b(?:strafbaar\w*|strafrecht\w*|strafbeschikking\w*|proces-verbaal|opsporing\w*|transactie|hechtenis)\b", re.I)


def beboet(explanation: Explanation, organs: Organen, zin: Zin, organ: Orgaan) -> tuple[Provision, Orgaan] | None:
    """The police impose what by the bill only one authority imposes, and the bill has no criminal law of its own."""
    if organ.naam not in _STRAFRECHTELIJK or organ.rol != "doet" or organ.naam in organs.bekend or _STRAF.search(zin.text):
        return None
    acting = {root(n.werkwoord) for n in explanation.norms_of(zin) if n.adressaat is not None and _is(n.adressaat.span, organ)}
    text = explanation.bill.document.text
    if any(n.soort is Soort.STRAF for p in explanation.bill.provisions for n in p.norms) or _STRAF.search(text.content):
        return None
    found = [
        (p, o)
        for p in explanation.bill.provisions
        for n in p.norms
        if root(n.werkwoord) in acting and n.bevoegdheid != "geen" and zin.roots & GEVOLGEN & explanation.provision_roots[p]
        for o in organs.van(text[n.span], n.span.start)
        if o.rol == "doet" and n.adressaat is not None and _is(n.adressaat.span, o)
    ]
    return found[0] if len({o.naam for _, o in found}) == 1 else None


# «beslissen op de aanvragen»; not «beslissen of zij voorlichting geven».
_OP_AANVRAAG = re.compile(
    r"\b(?:beslis\w*|besluit(?:en)?|oorde\w+)\b[^.;,]{0,30}\b(?:op|over|omtrent) (?:de |het |een |alle |iedere |elke )?"
    r"[\w-]*(?:aanvra\w+|verzoek\w*)"
    r"|\bken(?:t|nen)\b[^.;,]{0,80}\btoe\b|\bverle(?:ent|nen)\b|\bwij(?:st|zen)\b[^.;,]{0,80}\baf\b|\bweiger(?:t|en)\b"
    r"|\bstel(?:t|len)\b[^.;,]{0,80}\bvast\b|\bleg(?:t|gen)\b[^.;,]{0,80}\bop\b|\btrek(?:t|ken)\b[^.;,]{0,80}\bin\b",
    re.I,
)


def enige(
    dossier: DossierAnalysis, explanation: Explanation, organs: Organen, target: Doel, zin: Zin, organ: Orgaan
) -> tuple[Provision, Orgaan] | None:
    """The only one who does in the bill what the sentence gives to a body that the bill does not have, where the artikel names nobody."""
    said = _OP_AANVRAAG.search(zin.text)
    text = dossier.bill.document.text
    if said is None or organ.rol != "doet" or organ.naam not in BESLISSERS or organ.naam in text.small or target.zeker < VERY:
        return None
    if len(target.artikelen) != 1 or handelt_namens(explanation, organ.woorden):
        return None
    if any(kan_zelfde_zijn(organ.naam, known) for known in organs.bekend):
        return None
    inside = [p for a in target.artikelen for p in dossier.bill.in_artikel(a)]
    if any(o.rol != "noemt" for p in inside for o in organs.per_bepaling[p]):
        return None  # then it is compared with the one that is named there
    own = frozenset().union(*(explanation.provision_roots[p] for p in inside))
    acts = done(explanation, zin)
    if sum(w[0] not in "=#" for w in (zin.roots & own) - acts) < SHARED:
        return None
    found = [
        (p, o)
        for p in dossier.bill.provisions
        for n in p.norms
        if n.soort is not Soort.DEFINITIE and n.adressaat is not None and root(n.werkwoord) in acts
        for o in organs.van(text[n.span], n.span.start)
        if _is(n.adressaat.span, o)
    ]
    return found[0] if len({o.naam for _, o in found}) == 1 else None

"""Another authority in the toelichting than in the artikel it speaks of, for the same act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Orgaan, Organen, kan_zelfde_zijn
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.vergelijking import Doel, doel_of_daarvoor, doel_van_meer
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp

_SURE, _VERY, _CERTAIN = 0.78, 0.9, 0.95  # from this chance on a sentence is about an artikel that it does not name
_SHARED = 2  # words beside the act
# Who decides by law: named where the bill names another, it is a contradiction also when the bill does not have it at all.
_BESLISSERS = frozenset(
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
_KAN = re.compile(r"\s*(?:kan|mag|is bevoegd|is gehouden|moet|dient)\b", re.I)
# «de gemeentelijke voorziening, waarover het college beslist»: that is told of something else.
_BIJZIN = re.compile(r"\bwaar(?:over|voor|toe)\b[^.,;]{0,40}$", re.I)
_VAAG = frozenset({"dienst", "bureau"})  # «de dienst» may be what somebody offers
_LONGEST = 40  # words: in a longer sentence who does what cannot be told
_BESLIST = re.compile(
    r"\b(?:beslis\w*|beslist|besluit(?!en)\w*|besluiten|beoorde\w+|oordeelt|bepaalt|bepalen|stelt\b[^.;]{0,100}\bvast|vastgesteld)\b", re.I
)
# What others than the authority of the artikel do about it: advice, tests, courts, execution in its name, parliament, an opinion.
_ANDERS = re.compile(
    r"\b(?:advi\w+|uitvoeringstoets\w*|overleg\w*|gesprek\w*|namens|mandaat|gemandateerd|ondersteun\w*|in opdracht|beroep|bezwaar|toetst"
    r"|rechter\w*|samen met|verwacht\w*|raamt|onderzoch\w+|vroeg\w*|vragen|consultatie\w*|overwogen|zal|zullen|Kamer|Staten-Generaal"
    r"|voorlichting|ontving\w*|acht|ziet|vindt|meent|hecht|wil)\b",
    re.I,
)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    organs = Organen(dossier.bill)
    for zin in explanation.zinnen:
        if not over_het_ontwerp(zin) or _ANDERS.search(zin.text) or zin.text.count(" ") > _LONGEST:
            continue
        named = [o for o in organs.van(zin.text, zin.span.start) if o.rol != "anders" and not _BIJZIN.search(_before(zin, o))]
        if not named:
            continue
        target = doel_of_daarvoor(explanation, zin)
        if target is None or target.zeker < _SURE:
            target = doel_van_meer(explanation, zin, _SURE)
        if target is None:
            continue
        for organ in named:
            other = _other(explanation, organs, target, zin, organ)
            if other is not None:
                yield _hit(dossier, explanation, zin, organ, *other)
                break


def _other(explanation: Explanation, organs: Organen, target: Doel, zin: Zin, organ: Orgaan) -> tuple[Provision, Orgaan] | None:
    """The authority that has the same part in the artikel, when the one of the sentence has none in it."""
    unknown = organ.naam not in organs.bekend
    if unknown and (organ.rol != "doet" or organ.naam not in _BESLISSERS):
        return None
    inside = [p for a in target.artikelen for p in explanation.bill.in_artikel(a)]
    known = explanation.bill.definitions
    found = [(p, o) for p in inside for o in organs.per_bepaling[p] if o.rol != "noemt" and (o.naam not in _VAAG or o.naam in known)]
    if any(kan_zelfde_zijn(o.naam, organ.naam) for _, o in found):
        return None
    same = [(p, o) for p, o in found if o.rol == organ.rol]
    if not same or len({o.naam for _, o in same}) > 1:
        return None
    fitting = [(p, o) for p, o in same if _same_act(explanation, zin, p, sure=target.zeker >= _VERY and not unknown)]
    if not fitting and target.zeker >= _CERTAIN:
        powers = [(p, o) for p, o in same if _empowers(zin, organ, p)]
        only = len({p for p, _ in powers}) == 1 and bool(zin.roots & explanation.provision_roots[powers[0][0]])
        fitting = [(p, o) for p, o in powers if p is target.lid or only]
    return fitting[0] if fitting else None


def _before(zin: Zin, organ: Orgaan) -> str:
    return zin.text[: organ.span.start - zin.span.start]


def _empowers(zin: Zin, organ: Orgaan, provision: Provision) -> bool:
    """«De burgemeester kan …», about a lid in which an authority has a power."""
    after = zin.text[organ.span.end - zin.span.start :]
    return _KAN.match(after) is not None and any(n.bevoegdheid != "geen" for n in provision.norms)


def _same_act(explanation: Explanation, zin: Zin, provision: Provision, *, sure: bool) -> bool:
    """The sentence tells the act of the provision, or that somebody decides what the provision decides."""
    if any(n.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for n in provision.norms):
        return False
    own = explanation.provision_roots[provision]
    acts = {root(n.werkwoord) for n in provision.norms if n.werkwoord} | (own & GEVOLGEN)
    shared = zin.roots & own
    if shared & acts:
        return sure or bool(shared - acts)
    text = provision.document.text[provision.span]
    return bool(_BESLIST.search(zin.text)) and len(shared) >= 1 and (bool(_BESLIST.search(text)) or len(shared) >= _SHARED)


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, organ: Orgaan, provision: Provision, other: Orgaan) -> Hit:
    what = "beslist of handelt" if organ.rol == "doet" else "is het adres"
    return Hit(
        explanation.document,
        zin.alinea.unit,
        organ.span,
        f"Volgens de toelichting {what} «{organ.woorden}»; {naam(provision.unit)} noemt «{other.woorden}».",
        "In het artikel waarover deze zin gaat, komt het orgaan uit de toelichting niet voor. Wie op de toelichting afgaat, "
        "wendt zich tot de verkeerde.",
        label=f"in het ontwerp: {other.woorden}",
        annotations=(Annotation(dossier.bill.document, other.span, "het orgaan in het ontwerp"),),
    )

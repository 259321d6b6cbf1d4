"""Another authority in the toelichting than in the artikel it speaks of, for the same act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Orgaan, Organen, kan_zelfde_zijn
from doenvermogentoets.toelichting.runs import GEVOLGEN
from doenvermogentoets.toelichting.vergelijking import Doel, doel_of_daarvoor, doel_van_meer
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.toelichting.buiten_ontwerp import over_het_eigen
from doenvermogentoets_checks.toelichting.lezen import naam, zegt_het_nu
from doenvermogentoets_checks.toelichting.orgaan_onbekend import onbekend
from doenvermogentoets_checks.toelichting.orgaan_van_daad import (
    BESLISSERS,
    SHARED,
    VAAG,
    VERY,
    alleen_omschreven,
    beboet,
    by_act,
    by_verb,
    doer,
    done,
    enige,
    zelfde_daad,
)
from doenvermogentoets_checks.toelichting.taken import Taken
from doenvermogentoets_checks.toelichting.vertelt import regels

_IN_HET_ONTWERP = "het orgaan in het ontwerp"
_SURE, _CERTAIN = 0.78, 0.95  # from this chance on a sentence is about an artikel that it does not name
_KAN = re.compile(r"\s*(?:kan|mag|is bevoegd|is gehouden|moet|dient)\b", re.I)
_LIGT_BIJ = re.compile(r"\b(?:bevoegdheid|beslissing|besluitvorming)\b[^.;]{0,40}\bbij\s+(?:de |het )?$", re.I)
_ADVISEERT = re.compile(r"\badviseert\b(?! (?:om|aan|de Minister|Onze))|\bbrengt (?:daarover |hierover )?advies uit\b", re.I)
# «…, aldus ook de uitvoeringstoets»: by whom it is said, not what it is about
_ALDUS = re.compile(r",? (?:aldus|(?:zo|dat) (?:blijkt|volgt|staat)(?: ook)? (?:uit|in)) (?:ook )?(?:de|het) [^.;,]{3,60}(?=[.;]?$)", re.I)
_ADVIES_SHARE = 0.1
_ADVIES_VAN = re.compile(r"\badvies\b[^.;]{0,30}\b(?:bij|van|door)\s+(?:de |het |een )?$", re.I)
# «de gemeentelijke voorziening, waarover het college beslist»: that is told of something else.
_BIJZIN = re.compile(r"\bwaar(?:over|voor|toe)\b[^.,;]{0,40}$", re.I)
_LONGEST = 40  # words: in a longer sentence who does what cannot be told
_BESLIST = re.compile(
    r"\b(?:beslis\w*|beslist|besluit(?!en)\w*|besluiten|beoorde\w+|oordeelt|bepaalt|bepalen|stelt\b[^.;]{0,100}\bvast|vastgesteld)\b", re.I
)
# What others than the authority of the artikel do about it: advice, tests, courts, execution in its name, parliament, an opinion.
_ANDERS = re.compile(
    r"\b(?:advi(?!es beslist)\w+|uitvoeringstoets\w*|overleg\w*|gesprek\w*|namens|mandaat|gemandateerd|ondersteun\w*|in opdracht"
    r"|(?:wees|wezen|wijst) (?:er (?:\w+ )?)?op|beroep|bezwaar|toetst|rechter\w*|samen met|verwacht\w*"
    r"|raamt|voorgesteld|bepleit\w*|gepleit|onderzoch\w+|vroeg\w*|vragen|consultatie\w*|overwogen|zal|zullen|Kamer|Staten-Generaal"
    r"|voorlichting|ontving\w*|acht(?! (?:we|dag|maand|ja|u[ur]|procent|euro))|ziet|vindt|meent|hecht|wil)\b",
    re.I,
)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    for hit in over_het_eigen(dossier, regels(dossier, _gevonden(dossier))):
        told = [hit.document.text[hit.span], *(a.document.text[a.span] for a in hit.annotations if a.message == _IN_HET_ONTWERP)]
        if not any(_is_geen_orgaan(dossier, words) for words in told) and not _ondergaat(hit):
            yield hit


def _gevonden(dossier: DossierAnalysis) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    organs = Organen(dossier.bill)
    sure = list(_zeker(dossier, explanation, organs))
    yield from sure
    task = Taken(dossier, explanation, organs)
    for zin in explanation.zinnen:
        if not any(zin.span.contains(h.span) for h in sure):
            yield from task.hits(zin)


def _zeker(dossier: DossierAnalysis, explanation: Explanation, organs: Organen) -> Iterator[Hit]:
    """The same act, read as a norm, or an authority that the bill does not know."""
    unknown = list(onbekend(dossier, explanation, organs))
    yield from unknown
    having: Mapping[str, Sequence[Provision]] | None = None
    for zin in explanation.zinnen:
        said = _ALDUS.sub("", _ADVISEERT.sub("", zin.text))
        advises = _ADVISEERT.search(zin.text) is not None
        if not zegt_het_nu(said) or _ANDERS.search(said) or zin.text.count(" ") > _LONGEST:
            continue
        named = [o for o in organs.van(zin.text, zin.span.start) if o.rol != "anders" and not _BIJZIN.search(_before(zin, o))]
        named = [o for o in named if o.naam not in VAAG or not _omschreven(explanation, o.naam)]
        if not named:
            continue
        target = doel_of_daarvoor(explanation, zin)
        if target is None or target.zeker < _SURE:
            target = doel_van_meer(explanation, zin, _SURE)
        for organ in named:
            if advises:
                other = _adviser(explanation, organs, zin, organ) if organ.rol == "doet" else None
            else:
                other = _other(explanation, organs, target, zin, organ) if target is not None else None
                other = other or (doer(explanation, organs, target, zin, organ) if target is not None else None)
            if other is None and not advises:
                having = by_verb(explanation) if having is None else having
                other = by_act(explanation, organs, having, zin, organ) or beboet(explanation, organs, zin, organ)
                if other is None and not any(organ.span.overlaps(h.span) for h in unknown):
                    other = zelfde_daad(explanation, organs, zin, organ)
                other = other or (enige(dossier, explanation, organs, target, zin, organ) if target is not None else None)
            if other is not None and organ.naam not in organs.bekend and _namens(explanation, organ, other[1]):
                continue
            if other is not None and all(o.naam != other[1].naam for o in organs.van(zin.text)):
                yield _hit(dossier, explanation, zin, organ, *other)
                break


_NAMENS = re.compile(r"\bnamens\b|\b(?:onder|door)?mandaat\b|\bgemandateerd\b|\bin opdracht van\b", re.I)


def _namens(explanation: Explanation, organ: Orgaan, other: Orgaan) -> bool:
    """A sentence says that the one acts in the name of the other, who has the task in the bill."""
    called = re.compile(rf"\b{re.escape(organ.woorden)}\b", re.I)
    for zin in explanation.zinnen:
        match = _NAMENS.search(zin.text) if called.search(zin.text) is not None else None
        if match is not None and other.woorden.split()[-1].lower() in zin.text[match.end() :].lower():
            return True
    return False


# Who is told or heard does not decide; whose rule was borrowed does not either: «aansluiting gezocht bij de eisen die het UWV stelt».
_PASSIEF, _ZIN_DEEL = r"(?:word(?:t|en)|is|zijn|werd(?:en)?)", 160
_IN_KENNIS = r"(?:in kennis gesteld|op de hoogte (?:gesteld|gebracht|gehouden)|geïnformeerd|ingelicht|bericht|gehoord|geraadpleegd)\b"
_WORDT_ERVOOR = re.compile(rf"\b{_PASSIEF}\s+(?:de |het )?$", re.I)
_DAN_IN_KENNIS = re.compile(rf"[^.;,]{{0,80}}\b{_IN_KENNIS}", re.I)
_WORDT_ERNA = re.compile(rf"\s+{_PASSIEF}\b[^.;,]{{0,80}}\b{_IN_KENNIS}|[^.;,]{{0,60}}\b{_IN_KENNIS} {_PASSIEF}\b", re.I)
_ONTVANGT = re.compile(r"\bin ontvangst\b|\bloket\b", re.I)
_ONTLEEND = re.compile(r"\baansluiting\b[^.;]{0,40}\bbij\b[^.;]{0,80}\b(?:die|dat|welke|zoals|van)\s+(?:de |het )?$", re.I)


def _ondergaat(hit: Hit) -> bool:
    """The authority is only told or heard, takes in what another decides on, or its rule was borrowed."""
    text = hit.document.text.content
    before, after = text[max(0, hit.span.start - _ZIN_DEEL) : hit.span.start], text[hit.span.end : hit.span.end + _ZIN_DEEL]
    if _ONTLEEND.search(before) or _WORDT_ERNA.match(after) or _ONTVANGT.search(re.split(r"[.;]", after)[0]):
        return True
    return _WORDT_ERVOOR.search(before) is not None and _DAN_IN_KENNIS.match(after) is not None


# Which organ is meant, such a word does not tell; «openbare lichamen» is said of places too.
_ALGEMEEN = re.compile(r"\b\w*orga(?:an|nen)$|\bopenbare? licha(?:am|men)$", re.I)
_REGELING = (
    r"(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Rr]eglement|[Ww]etboek|[Vv]erordening)[^.;()]{{0,120}}\({0}\)"
    r"|\bartikel(?:en)? \d[^.;]{{0,60}}\b{0}\b"
)


def _is_geen_orgaan(dossier: DossierAnalysis, words: str) -> bool:
    """The name does not tell which organ is meant, is a court, or is the abbreviation of a regulation («artikel 7 RWN»)."""
    if _ALGEMEEN.search(words) or _RECHTER.search(words):
        return True
    last = words.split()[-1]
    known = dossier.explanation.document.text.content if dossier.explanation is not None else ""
    texts = (dossier.bill.document.text.content, known)
    return last.isupper() and any(re.search(_REGELING.format(re.escape(last)), text) for text in texts)


_RECHTER = re.compile(r"\b(?:rechtbank|gerechtshof|ondernemingskamer|hoge raad|raad heeft|kroon)\b", re.I)


def _omschreven(explanation: Explanation, name: str) -> bool:
    """«de dienst» is the one that the bill defines by such a word («DUO: Dienst Uitvoering Onderwijs»)."""
    return any(name in d.text.lower() for d in explanation.bill.definitions.values())


def _other(explanation: Explanation, organs: Organen, target: Doel, zin: Zin, organ: Orgaan) -> tuple[Provision, Orgaan] | None:
    """The authority that has the same part in the artikel, when the one of the sentence has none in it."""
    unknown = organ.naam not in organs.bekend
    named = organ.naam in BESLISSERS or _LIGT_BIJ.search(_before(zin, organ)) is not None
    if unknown and (organ.rol != "doet" or not named):
        return None
    inside = [p for a in target.artikelen for p in explanation.bill.in_artikel(a)]
    known = explanation.bill.definitions
    found = [(p, o) for p in inside for o in organs.per_bepaling[p] if o.rol != "noemt" and (o.naam not in VAAG or o.naam in known)]
    if any(kan_zelfde_zijn(o.naam, organ.naam) for _, o in found):
        return None
    same = [(p, o) for p, o in found if o.rol == organ.rol]
    if len({o.naam for _, o in same}) > 1:
        return alleen_omschreven(explanation, organs, target, zin, organ)
    if not same:
        return None
    fitting = [(p, o) for p, o in same if _same_act(explanation, zin, p, sure=target.zeker >= VERY and not unknown)]
    if not fitting and target.zeker >= _CERTAIN:
        powers = [(p, o) for p, o in same if _empowers(zin, organ, p)]
        only = len({p for p, _ in powers}) == 1 and bool(zin.roots & explanation.provision_roots[powers[0][0]])
        fitting = [(p, o) for p, o in powers if p is target.lid or only or _LIGT_BIJ.search(_before(zin, organ))]
    return fitting[0] if fitting else None


def _before(zin: Zin, organ: Orgaan) -> str:
    return zin.text[: organ.span.start - zin.span.start]


def _empowers(zin: Zin, organ: Orgaan, provision: Provision) -> bool:
    """«De burgemeester kan …», «de bevoegdheid ligt bij de burgemeester», about a lid in which an authority has a power."""
    after = zin.text[organ.span.end - zin.span.start :]
    said = _KAN.match(after) is not None or _LIGT_BIJ.search(_before(zin, organ)) is not None
    return said and any(n.bevoegdheid != "geen" for n in provision.norms)


def _adviser(explanation: Explanation, organs: Organen, zin: Zin, organ: Orgaan) -> tuple[Provision, Orgaan] | None:
    """Another one than whose advice is asked for by the provisions that the sentence may be about."""
    text = explanation.bill.document.text
    found = []
    for provision, share in explanation.shares(zin).items():
        named = organs.per_bepaling[provision]
        if share < _ADVIES_SHARE:
            continue
        if any(kan_zelfde_zijn(o.naam, organ.naam) for p in explanation.bill.in_artikel(provision.unit) for o in organs.per_bepaling[p]):
            return None
        found += [(provision, o) for o in named if _ADVIES_VAN.search(text[provision.span][: o.span.start - provision.span.start])]
    return found[0] if len({o.naam for _, o in found}) == 1 else None


def _same_act(explanation: Explanation, zin: Zin, provision: Provision, *, sure: bool) -> bool:
    """The sentence tells the act of the provision, or that somebody decides what the provision decides."""
    if any(n.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for n in provision.norms):
        return False
    own = explanation.provision_roots[provision]
    acts = {root(n.werkwoord) for n in provision.norms if n.werkwoord} | (own & GEVOLGEN)
    shared = (zin.roots | done(explanation, zin)) & own
    if shared & acts:
        return sure or bool(shared - acts)
    text = provision.document.text[provision.span]
    return bool(_BESLIST.search(zin.text)) and len(shared) >= 1 and (bool(_BESLIST.search(text)) or len(shared) >= SHARED)


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
        annotations=(Annotation(dossier.bill.document, other.span, _IN_HET_ONTWERP),),
    )

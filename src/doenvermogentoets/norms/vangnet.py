"""Nets of the Awb that hold by themselves, unless the text sets them aside."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.norms.model import GevolgSoort, UitwegSoort
from doenvermogentoets.norms.rechtsorde import buiten_awb
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span

AWB = re.compile(r"algemene wet bestuursrecht|\bawb\b", re.I)
_SET_ASIDE = re.compile(
    r"\b(?:niet van (?:overeenkomstige )?toepassing|buiten toepassing|geen toepassing|mis(?:t|sen) toepassing|niet toegepast"
    r"|geld(?:t|en) niet|zonder toepassing van|met uitsluiting van)\b"
    r"|\bin afwijking van\b[^.;]{0,160}\b(?:geen|niet)\b"
)
_NOT_SET_ASIDE = re.compile(r"\bniet (?:van toepassing )?(?:uitgezonderd|uitgesloten)\b|\bniet langer buiten toepassing\b")
_IN_SOME_CASES = re.compile(r"\b(?:indien|als|tenzij|wanneer|voor zover|voorzover|mits)\b")
_OTHER_LID = {"4:5": "4"}  # how the decision not to treat an application is sent: not the chance to complete it
_CITED = re.compile(r"\b\d{1,2}:\d{1,3}[a-z]?\b")
_MOST = 200  # leden of an artikel that are read: more than any law has


@dataclass(frozen=True, slots=True)
class Net:
    """What an article of the Awb gives; ``volledig``: it can take the effect away."""

    artikel: str
    soort: UitwegSoort
    volledig: bool = True


def nets(analysis: Analysis, provision: Provision, soorten: Collection[GevolgSoort]) -> Iterator[Net]:
    """The nets under effects of these kinds in a provision."""
    if buiten_awb(analysis.document, provision.unit):
        return
    text = analysis.document.text
    words = text[provision.span].lower()
    around = analysis.in_artikel(provision.unit)[:_MOST] if GevolgSoort.NIET_IN_BEHANDELING in soorten else ()
    artikel = "\n".join(text[p.span] for p in around or (provision,)).lower()
    for net in _of_kinds(soorten, words, artikel):
        if not _is_opzij(analysis, provision, net.artikel, words):
            yield net


def _of_kinds(soorten: Collection[GevolgSoort], words: str, artikel: str) -> Iterator[Net]:
    """The nets under such effects, unless the lid itself, or for a repair its ``artikel``, excludes them."""
    if GevolgSoort.NIET_IN_BEHANDELING in soorten and "aanvra" in words and _completes(words, artikel):
        yield Net("4:5", UitwegSoort.HERSTEL)
    if GevolgSoort.NIET_ONTVANKELIJK in soorten and re.search(r"bezwaar|beroep", words) and "6:11" not in words and "6:6" not in words:
        yield Net("6:11", UitwegSoort.VERSCHONING)
    if GevolgSoort.BOETE in soorten and "bestuurlijke boete" in words and "5:46" not in words:
        yield Net("5:41", UitwegSoort.VERWIJTBAARHEID, volledig=False)
        yield Net("5:46", UitwegSoort.MATIGING, volledig=False)
    if {GevolgSoort.TERUGVORDERING, GevolgSoort.INVORDERING} & set(soorten) and "4:94" not in words:
        yield Net("4:94", UitwegSoort.VERLENGING, volledig=False)


@dataclass(frozen=True, slots=True)
class _Opzij:
    """An article of the Awb that a provision sets aside, and for which units of the text if it says so."""

    artikel: str
    lid: str
    provision: Provision
    units: frozenset[Unit]


_known: WeakKeyDictionary[Analysis, tuple[_Opzij, ...]] = WeakKeyDictionary()


def _opzij(analysis: Analysis) -> tuple[_Opzij, ...]:
    """The articles of the Awb that the text sets aside in all cases."""
    found = _known.get(analysis)
    if found is None:
        found = _known[analysis] = tuple(_find(analysis))
    return found


def _find(analysis: Analysis) -> Iterator[_Opzij]:
    document = analysis.document
    if AWB.search(document.text.small) is None:
        return
    for provision in analysis.provisions:
        if AWB.search(document.text.small, provision.span.start, provision.span.end) is None:
            continue
        for sentence in provision.passage.sentences:
            small = document.text.small[sentence.span.start : sentence.span.end]
            if AWB.search(small) is None or _SET_ASIDE.search(small) is None:
                continue
            if _NOT_SET_ASIDE.search(small) is not None or _IN_SOME_CASES.search(small) is not None:
                continue
            references = references_in(document, sentence.span)
            units = frozenset(unit for r in references for unit in r.units)
            for target in (t for r in references for t in r.targets):
                artikel = target.artikel or ""
                if _CITED.fullmatch(artikel) is None or (target.regeling and AWB.search(target.regeling) is None):
                    continue
                if target.lid and target.lid == _OTHER_LID.get(artikel):
                    continue
                yield _Opzij(artikel, target.lid or "", provision, units)


def _is_opzij(analysis: Analysis, provision: Provision, artikel: str, words: str) -> bool:
    """Whether an article of the Awb does not hold for a provision; ``words``: the lid, in small letters."""
    own = {provision.unit, provision.unit.artikel, *provision.unit.ancestors()} - {None}
    for out in _opzij(analysis):
        if out.artikel != artikel or (artikel == "5:46" and out.lid == "3" and _UP_TO.search(words) is not None):
            continue  # the third paragraph is about fines of a fixed height only
        same = out.provision.unit.artikel is provision.unit.artikel
        if same or (bool(out.units & own) if out.units else artikel in _ONE_REGIME):
            return True
    return False


# What the text says once of these holds for every such decision in it, also when it names no provision.
_ONE_REGIME = frozenset(("4:94", "5:41", "5:46"))
_UP_TO = re.compile(r"\bten hoogste\b|\bhoogstens\b|\bmaxim(?:aal|um)\b")


def rests_on_opzij(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether a sentence that softens gives no more than an article of the Awb that the text sets aside."""
    if not _opzij(analysis):
        return False
    gone = {o.artikel for o in _opzij(analysis) if o.provision is not provision}
    small = analysis.document.text.small
    if AWB.search(small, zin.start, zin.end) is None:
        return False
    cited = set(_CITED.findall(small, zin.start, zin.end))
    return bool(cited) and cited <= gone


# Awb 4:5 lets somebody complete an application; it does not help whoever applied too late.
_LATE = re.compile(
    r"\bte laat\b|\blater (?:dan|wordt|is|gedane?|ingediende?|ontvangen|ingekomen|aangevraagde?|ingezonden)\b"
    r"|\blatere? (?:aanvra(?:ag|gen)|verzoek(?:en)?|aanmelding(?:en)?|inschrijving(?:en)?|declaraties?)\b"
    r"|\b(?:op of )?na (?:\d{1,2} [a-z]+|de (?:\w+ )?(?:dag|datum)\b)[^.;:]{0,60}\b(?:ontvangen|ingediend|gedaan|ingekomen|binnengekomen)\b"
    r"|\bna (?:afloop|het verstrijken|het einde|sluiting|die datum|dat tijdstip)\b"
    r"|\b(?:daarna|nadien|erna)\b[^.;,]{0,40}\b(?:in(?:ge)?komt|\w*(?:ingediend|ontvangen|gedaan|gekomen))\b"
    r"|\bbuiten (?:de|dat|die|dit) (?:\w+ ){0,2}(?:tijdvak|periode|termijn)\b"
    r"|\bniet (?:tijdig|binnen|uiterlijk|(?:voor|vóór) (?:\d|het einde|de afloop|afloop))\b"
)


def te_laat(words: str) -> bool:
    """Whether words in small letters say that something came too late."""
    return _LATE.search(words) is not None


# No repair, said in the words of the text instead of by the number of the article.
_NO_REPAIR = re.compile(
    r"\b(?:zonder|geen|niet)\b[^.;]{0,60}?\b(?:gelegenheid|hersteltermijn|herstelmogelijkheid|aan te vullen|te herstellen)\b"
    r"|\bzonder\b[^.;,]{0,60}?\b(?:aanvulling|herstel|aangevuld|hersteld)\b"
    r"|\b(?:aanvulling|aanvullen|herstel(?:len)?)\b[^.;,]{0,60}?\b(?:niet (?:mogelijk|toegestaan|toegelaten|meer mogelijk)|uitgesloten)\b"
    r"|\b(?:kan|kunnen|wordt|worden|mag|mogen)\b[^.;,]{0,30}?\b(?:niet|evenmin)\b[^.;,]{0,30}?\b(?:aangevuld|hersteld|ingehaald)\b"
)


def _completes(words: str, artikel: str) -> bool:
    """Whether Awb 4:5 helps: the lid is not about being late or staying away, and its artikel does not shut the door."""
    stayed_away = _STAYED_AWAY.search(words) is not None and _PAPERS.search(words) is None
    return "4:5" not in artikel and not te_laat(words) and not stayed_away and not _NO_REPAIR.search(artikel)


# Who did not come or did not answer: an application that is complete, and so nothing that Awb 4:5 lets him add.
_STAYED_AWAY = re.compile(
    r"\b(?:verschijn(?:t|en)|verschenen|komt)\b[^.;:]{0,60}?\bniet\b|\bniet (?:[\w-]+ ){0,4}(?:verschijnt|verschenen"
    r"|verschijnen|meewerkt)\b"
    r"|\bgeen (?:gehoor|gevolg|(?:[\w-]+ )?medewerking)\b|\bweigert\b[^.;:]{0,40}\bmee te werken\b"
)
_PAPERS = re.compile(r"\b(?:gegevens|bescheiden|bijlagen?|\w*stuk(?:ken)?|onvolledig\w*|aan te vullen|inlichtingen)\b")

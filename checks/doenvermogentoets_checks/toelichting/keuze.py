"""A choice that the artikel does not leave, or a duty where it leaves a choice, in whatever words (after modaliteit.py, which is surer).

The toelichting is read part by part: whether there is a choice, and what is decided (daden.py). The sentences of the artikel that it is
about are read in the same way. Only when all that decide the same thing say the opposite, it is asked whether both are right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.text import Span, Text
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.sections import Alinea
from doenvermogentoets.toelichting.words import root, roots
from doenvermogentoets_checks.toelichting.daden import daden, verwant
from doenvermogentoets_checks.toelichting.lezen import NIET_ALTIJD, naam, zegt_het_nu
from doenvermogentoets_checks.toelichting.modaliteit import alleen_de_hoogte
from doenvermogentoets_checks.toelichting.uitspraak import HULP, Uitspraak, delen, overlap, patronen, uitspraak

_ARTIKEL = 0.4  # chance that a sentence is about an artikel
_MARGIN = 1.5  # how much better one sentence must fit than another that says the opposite
_SURELY, _SHARED = 0.6, 2  # below this chance the sentence shares this many words with the lid
_LID = 0.55  # chance that the sentence is about a lid
_CERTAIN = 0.95  # from this chance on another artikel is not meant
_COMMON = 60  # an act that more sentences have tells nothing
_LONGEST = 45  # words
_OP_VERZOEK = re.compile(r"\b(?:op|verzoekt|vraagt)\b[^.;,]{0,20}\b(?:verzoek|aanvraag)\b|\bverzoekt\b", re.I)
_KAN_BEPALING = re.compile(
    r"\b(?:kan|kunnen|mag|mogen)\b(?! (?:niet|geen|worden (?:gemaakt|verweten|toegerekend))\b)|\b(?:is|zijn|wordt) (?:\w+ )?bevoegd\b", re.I
)
# «is mogelijk als de aanvrager dat wil», of what is done «desgevraagd»: the choice is his, and not of the authority.
_WIL = re.compile(
    r"\b(?:als|indien|wanneer)\b[^.;,]{0,40}\b(?:dat|dit|daarom|hierom)\b[^.;,]{0,20}\b(?:wil|willen|wenst|wensen|vraagt|vragen|verzoekt)\b|\bdesgewenst\b",
    re.I,
)
_GEVRAAGD = re.compile(r"\b(?:desgevraagd|op (?:zijn|haar|hun|diens) (?:verzoek|aanvraag)|op verzoek)\b", re.I)
_BIJZIN = re.compile(
    r"\b(?:indien|als|wanneer|waarin|waarvoor|waarvan|waarop|dat|die|wie|waar|voor zover|zodra|tenzij)\b[^,.;]{0,120}$", re.I
)
_UITZONDERING = re.compile(
    r"\b(?:afzien|afziet|afgezien"
    r"|achterwege (?:laten|te laten|worden gelaten)|afwijk\w*|in afwijking van|tenzij|behoudens|in plaats van"
    r"|volstaan"
    r"|matig\w*|dringende reden\w*"
    r"|bijzondere omstandigheden|naar (?:zijn|haar|hun|het) oordeel|rekening houdend met|verwijtbaar\w*|verwijt)\b",
    re.I,
)
_VERWIJST = re.compile(r"^(?:Daartoe|Hiertoe|Dat|Dit|Daarvan|Hiervan|Daarbij|Hierbij|Die|Daarover|Hij|Zij)\b")
_DEELWOORD = re.compile(
    r"\b(?:een|de|het|geen|deze) (?:\w+e )?(?:inge|aange|afge|opge|uitge|ge|ver|be|toege|terugge)\w+(?:en|de|te) (?=\w)", re.I
)
_EEN_VAN = re.compile(r"\been (?:of meer )?van de (?:volgende|in)\b|\been van (?:deze|de)\b|\been of meer\b", re.I)
_SLOT = frozenset({Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE})
# «kan» or «moet» of a fact, a day, a source or another act: «dit kan van belang zijn», «kan uiterlijk geschieden».
_GEEN_BESLUIT = re.compile(
    r"\b(?:kan|kunnen)\b[^.;]{0,60}\bvan belang zijn\b|\b(?:is|zijn) mogelijk (?:een|ook)\b|\bgeen recht(?:en)?\b[^.;]{0,20}\bontleend\b"
    r"|\bmoet(?:en)? zijn (?:ge|ver|be|ont|her)\w+|\bonverlet dat andere?\b|\bdien(?:t|en) te liggen\b|\bvoorzien te zijn\b"
    r"|\b(?:kan|kunnen) (?:\w+ ){0,2}(?:uiterlijk|maximaal \w+ (?:dagen|weken|maanden|jaar))\b|\balleen kunnen\b|\bkunnen onder meer\b"
    r"|\b(?:bepaald|vastgesteld|afgeleid)\b[^.;]{0,20}\baan de hand van\b|\bvan\b[^.;]{0,60}\bis sprake (?:als|indien)\b"
    r"|\buit\b[^.;]{0,40}\b(?:\w*wet|verordening|richtlijn|verdrag)\b[^.;]{0,80}\bvolgt dat\b|\bde regels van het \w+recht\b"
    r"|\b(?:zal|zullen) er\b[^.;]{0,20}\bvoor zorg|\bonderscheid gemaakt\b|\bonderbouwd te worden\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Regel:
    """A sentence of a lid: whether it leaves a choice, and what it decides."""

    provision: Provision
    span: Span
    vrij: bool
    daden: frozenset[str]  # of its main act, named acts and roots of verbs
    wortels: frozenset[str]
    beslist: bool  # an authority decides in it, or something is lost
    stellig: bool  # an authority acts in it, or its verb says what is done


# What is done says nothing by itself: «een boete opleggen», «op nihil stellen», «buiten behandeling blijven».
LICHT = frozenset(
    [
        "opleggen",
        "stellen",
        "laten",
        "geven",
        "doen",
        "nemen",
        "brengen",
        "leiden",
        "bedragen",
        "verbinden",
        "blijven",
        "worden",
        "zijn",
        "komen",
        "gaan",
        "hebben",
        "bestaan",
        "gelden",
        "staan",
        "treffen",
        "maken",
        "overgaan",
        "vaststellen",
        "bepalen",
        "besluiten",
        "beslissen",
        "volgen",
        "achten",
        "houden",
    ]
)


INGRIJPEND = frozenset(
    [
        "intrekken",
        "weigeren",
        "uitsluiten",
        "ontzeggen",
        "terugvorderen",
        "nihil",
        "verlagen",
        "verhogen",
        "boete",
        "dwang",
        "schorsen",
        "sluiten",
        "aanmerken",
        "keuren",
        "rekenen",
        "innemen",
        "verbieden",
    ]
)


# The object tells what is decided as well as the verb: «uitstel verlenen», «een voorschot verstrekken».
_VOORWERP = frozenset({"verlengen", "regeling", "voorschot", "ontheffing"})
_MET_LIJDEND = frozenset({"verlenen", "verstrekken", "toekennen", "uitbetalen"})


def _hoofd(norms: Sequence[Norm], text: Text, told: frozenset[str]) -> frozenset[str]:
    """The acts of the main verbs and effects; all that are told where the verb says nothing by itself."""
    if not norms or any(not n.werkwoord or n.werkwoord in LICHT for n in norms):
        return told
    out: set[str] = set(told & _VOORWERP) if any(n.werkwoord in _MET_LIJDEND for n in norms) else set()
    for norm in norms:
        out |= daden(norm.werkwoord) | {root(norm.werkwoord)}
        for effect in norm.gevolgen:
            out |= daden(text[effect.span])
    return frozenset(out) if out & told or len(out) > len(norms) else frozenset(out) | told


class Keuzes:
    """The choices of a bill, to hold those of its toelichting against."""

    def __init__(self, dossier: DossierAnalysis, explanation: Explanation, organs: Organen) -> None:
        self._dossier = dossier
        self._explanation = explanation
        self._organs = organs
        self._regels: dict[Unit, Sequence[Regel]] = {}
        self._gezegd: set[tuple[Alinea, Provision]] = set()

    def hits(self, zin: Zin) -> Iterator[Hit]:
        """At most one question about a sentence."""
        if zin.text.count(" ") > _LONGEST or not zegt_het_nu(zin.text) or patronen()["niet"].search(zin.text):
            return
        if NIET_ALTIJD.search(zin.text) or _GEEN_BESLUIT.search(zin.text):
            return
        said = [u for deel in delen(zin.text) if (u := uitspraak(deel)) is not None]
        if not said:
            return
        artikel, chance = self._artikel(zin)
        if artikel is None:
            return
        for one in said:
            against = self._tegen(zin, artikel, chance, one)
            if against is not None and chance < _SURELY and overlap(one.wortels, against.wortels) < _SHARED:
                continue
            if against is not None and (zin.alinea, against.provision) not in self._gezegd:
                self._gezegd.add((zin.alinea, against.provision))
                yield self._hit(zin, one, against)
                return

    def _artikel(self, zin: Zin) -> tuple[Unit | None, float]:
        """The artikel that the sentence is about, with its chance."""
        chances: dict[Unit, float] = defaultdict(float)
        for provision, share in self._explanation.shares(zin).items():
            if provision.unit.artikel is not None:
                chances[provision.unit.artikel] += share
        best = max(chances, key=lambda a: chances[a], default=None)
        return (best, chances[best]) if best is not None and chances[best] >= _ARTIKEL else (None, 0.0)

    def _van(self, artikel: Unit) -> Sequence[Regel]:
        if artikel not in self._regels:
            self._regels[artikel] = tuple(r for p in self._dossier.bill.in_artikel(artikel) for r in self._lees(p))
        return self._regels[artikel]

    def _lees(self, provision: Provision) -> Iterator[Regel]:
        text = self._dossier.bill.document.text
        by_span: dict[Span, list[Norm]] = defaultdict(list)
        for norm in provision.norms:
            if norm.soort not in _SLOT:
                by_span[norm.span].append(norm)
        if not provision.norms:
            by_span[provision.span] = []
        for span, norms in by_span.items():
            words = text[span]
            free = any(n.bevoegdheid == "discretionair" for n in norms) or _EEN_VAN.search(words) is not None
            free = free or any(_BIJZIN.search(words[: m.start()]) is None for m in _KAN_BEPALING.finditer(words))
            told = daden(_DEELWOORD.sub("", words))
            ruled = any(n.bevoegdheid != "geen" or (n.adressaat is not None and n.adressaat.rol == "overheid") for n in norms)
            decides = ruled or bool(told & INGRIJPEND) or not all(n.doenlast for n in norms)
            acts = _hoofd(norms, text, told)
            plain = ruled or any(n.werkwoord and n.werkwoord not in LICHT for n in norms)
            yield Regel(provision, span, free, acts if ruled else acts & told, frozenset(roots(words)), decides, plain)

    def _tegen(self, zin: Zin, artikel: Unit, chance: float, one: Uitspraak) -> Regel | None:
        """The sentence of the artikel that decides the same and says the opposite, where no other may be meant."""
        regels = self._van(artikel)
        text = self._dossier.bill.document.text
        shares = self._explanation.shares(zin)
        acts, words = one.daden, one.wortels
        same = [r for r in regels if r.daden & acts]
        if not same and not one.genoemd and (one.laat or one.weegt or (one.zegt == "moet" and not HULP.match(one.woorden))):
            words = zin.roots
            acts = daden(zin.text) or (self._daarvoor(zin) if _VERWIJST.match(zin.text) else frozenset())
            same = [r for r in regels if r.daden & acts]
        if not same and one.laat and not any(r.vrij for r in regels):
            same = [r for r in regels if shares.get(r.provision, 0.0) >= _LID]
        if not same:
            same = [r for r in regels if r.daden & verwant(acts)]
        if not same:
            return None

        def fit(r: Regel) -> float:
            return overlap(words, r.wortels) + 2 * len(r.daden & acts) + 3 * shares.get(r.provision, 0.0)

        wrong = [
            r
            for r in same
            if r.vrij is (one.zegt != "kan")
            and r.beslist
            and not ("intrekken" in r.daden and _OP_VERZOEK.search(text[r.span]) and not _OP_VERZOEK.search(zin.text))
        ]
        right = [r for r in same if r.vrij is (one.zegt == "kan")]
        if not wrong:
            return None
        best = max(wrong, key=fit)
        if right and max(fit(r) - (0 if r.stellig else _MARGIN) for r in right) + _MARGIN > fit(best):
            return None
        if chance < _CERTAIN and self._elders(artikel, one, acts, overlap(words, best.wortels)):
            return None
        wish = _WIL.search(zin.text) is not None and _GEVRAAGD.search(text[best.span]) is not None
        if one.zegt == "kan" and (wish or self._kan_toch(artikel, best, one) or alleen_de_hoogte(zin.text, text[best.span])):
            return None
        return best

    def _elders(self, artikel: Unit, one: Uitspraak, acts: frozenset[str], shared: int) -> bool:
        """Another artikel decides the same, says what the sentence says, and has as many of its words."""
        having = {r.span: r for act in acts for r in self._per_daad.get(act, ()) if r.provision.unit.artikel is not artikel}
        return any(r.vrij is (one.zegt == "kan") and overlap(one.wortels, r.wortels) >= shared for r in having.values())

    @cached_property
    def _per_daad(self) -> Mapping[str, Sequence[Regel]]:
        """All that is decided in the bill, by the act."""
        out: dict[str, list[Regel]] = defaultdict(list)
        for artikel in dict.fromkeys(p.unit.artikel for p in self._dossier.bill.provisions):
            for regel in self._van(artikel) if artikel is not None else ():
                for act in sorted(regel.daden):
                    out[act].append(regel)
        return {act: found for act, found in out.items() if len(found) <= _COMMON}

    def _daarvoor(self, zin: Zin) -> frozenset[str]:
        """What the sentence before it decides."""
        before = self._explanation.before(zin)
        return daden(before.text) if before is not None else frozenset()

    def _kan_toch(self, artikel: Unit, bound: Regel, one: Uitspraak) -> bool:
        """The artikel leaves room after all: an exception in the lid or another that is about it, or a clause."""
        text = self._dossier.bill.document.text
        if _UITZONDERING.search(text[bound.span]):
            return True
        for r in self._van(artikel):
            if (r.vrij or one.weegt) and _UITZONDERING.search(text[r.span]):
                return True
        # who may set the lid aside in a harsh case has no choice in the others
        return (one.laat or one.weegt) and any(c.covers(bound.provision.unit) for c in clausules(self._dossier.bill))

    def _hit(self, zin: Zin, one: Uitspraak, against: Regel) -> Hit:
        here = naam(against.provision.unit)
        if one.zegt == "kan":
            message = f"Volgens de toelichting («{one.woorden}») is er een keuze; {here} schrijft het dwingend voor. Klopt dat met elkaar?"
            why = (
                "Het ontwerp laat geen ruimte: het orgaan moet. Een afweging die de toelichting belooft, kan de uitvoerder niet maken "
                "en de rechter maar zelden."
            )
        else:
            message = (
                f"Volgens de toelichting («{one.woorden}») is er geen keuze; {here} geeft een bevoegdheid («kan»). Klopt dat met elkaar?"
            )
            why = (
                "Een «kan»-bepaling vraagt een afweging. Als die niet is bedoeld, klopt de tekst niet; als zij wel is bedoeld, klopt de "
                "toelichting niet."
            )
        return Hit(
            self._explanation.document,
            zin.alinea.unit,
            zin.span,
            message,
            why,
            label="anders dan het ontwerp",
            annotations=(Annotation(self._dossier.bill.document, against.span, "dwingend" if one.zegt == "kan" else "een bevoegdheid"),),
            # of those that nobody had read half were right, and on real toelichtingen none was
            lighter="bij het nalezen bleek zo een verschil vaak met opzet of elders geregeld",
            severity=Severity.INFO,
        )

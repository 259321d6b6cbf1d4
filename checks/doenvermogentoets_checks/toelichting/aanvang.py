"""A time limit that the toelichting lets run from another event than the artikel does («vanaf de opname», «vanaf de machtiging»)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.aanvangen import Aanvang, aanvangen, ingangen, zelfde
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.words import root, roots
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.bedoeld import kansen
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp

_QUOTED = 100
_MEANT, _TRACE = 0.2, 0.05  # chance of an artikel to be what a sentence is about; when it alone has this length
_SURE, _ACTS = 0.3, 1  # chance of the artikel of an effect; roots beside those of the event that sentence and lid must share
# From when the regulation itself holds, and «vanaf heden»: no start of an effect.
_VAN_DE_REGELING = re.compile(r"\bheden\b|\binwerkingtreding\b|\bafgekondigd\b", re.I)
_ONDERZOEK = re.compile(
    r"\b(?:invoeringstoets|evaluati\w+|geëvalueerd|evalueer\w*|verslag aan|publicatie van)\b"
    r"|\b(?:treedt (?:\w+ ){0,4}in werking|inwerkingtreding op)\b",
    re.I,
)
_TERUG = re.compile(r"\bterug\b|\bterugwerk", re.I)
_CLEAR, _SHARED = 0.4, 1  # chance that is enough for a sentence with fewer roots of the artikel than so many
_TERMIJN_VAN = re.compile(r"\b(\w{4,40}?)s?termijn\b", re.I)
_BACK = 2  # sentences before, in which «die termijn» was told


@dataclass(frozen=True, slots=True)
class _Termijn:
    """A length of the bill with the starts that its artikel tells of it (none when it leaves that open)."""

    provision: Provision
    artikel: Unit
    lengte: Hoeveelheid
    aanvangen: tuple[Aanvang, ...]


class Aanvangen:
    """The time limits of a bill with their starts."""

    def __init__(self, dossier: DossierAnalysis, explanation: Explanation) -> None:
        self._dossier = dossier
        self._explanation = explanation
        self._termijnen: Sequence[_Termijn] = tuple(self._read())

    def _read(self) -> Iterator[_Termijn]:
        text = self._dossier.bill.document.text
        by_artikel: dict[Unit, list[Provision]] = defaultdict(list)
        for provision in self._dossier.bill.provisions:
            if provision.unit.artikel is not None:
                by_artikel[provision.unit.artikel].append(provision)
        for artikel, inside in by_artikel.items():
            told = {p: tuple(aanvangen(text[p.span], p.span.start)) for p in inside}
            lengths = {p: [h for h in hoeveelheden(text[p.span], p.span.start) if h.maat == "duur"] for p in inside}
            for p in inside:
                known = {h.span for h in lengths[p]}
                lengths[p] += [a.lengte for a in told[p] if a.lengte is not None and a.lengte.span not in known]
            every = [(p, h) for p in inside for h in lengths[p]]
            later = [(p, a) for p in inside for a in told[p] if a.lengte is None]
            for provision, length in every:
                here = [a for a in told[provision] if a.lengte is not None and a.lengte.span == length.span]
                here += [a for p, a in later if self._refers(p, provision, len(every))]
                yield _Termijn(provision, artikel, length, tuple(here))

    def _refers(self, speaking: Provision, provision: Provision, lengths: int) -> bool:
        """«De in het eerste lid genoemde termijn vangt aan»; the only length of the artikel needs no name."""
        named = lids(self._dossier.bill.document.text[speaking.span])
        return provision.unit.number in named if named and provision.unit.kind is UnitKind.LID else lengths == 1

    def anders(self, zin: Zin) -> Hit | None:
        """The start that a sentence tells, when the artikel it speaks of has another one for the same length."""
        if not over_het_ontwerp(zin) or _ONDERZOEK.search(zin.text):
            return None
        for told in aanvangen(zin.text, zin.span.start):
            found = self._against(zin, told)
            if found is not None:
                return self._hit(zin, told, found[0].provision, found[1], "de termijn lopen")
        return None

    def andere_ingang(self, zin: Zin) -> Hit | None:
        """From when an effect holds by a sentence, when the artikel it is about says another day for it."""
        if not over_het_ontwerp(zin) or _ONDERZOEK.search(zin.text):
            return None
        shares = self._artikelen(zin)
        best = max(shares, key=lambda a: shares[a], default=None)
        if best is None or shares[best] < _SURE:
            return None
        for told in ingangen(zin.text, zin.span.start):
            if _VAN_DE_REGELING.search(told.gebeurtenis.woorden) is not None:
                continue
            found = self._of_artikel(zin, best, told)
            if found is not None:
                return self._hit(zin, told, found[0], found[1], "het gevolg ingaan")
        return None

    def _of_artikel(self, zin: Zin, artikel: Unit, told: Aanvang) -> tuple[Provision, Aanvang] | None:
        text = self._dossier.bill.document.text
        starts: list[tuple[Provision, Aanvang]] = []
        for provision in self._dossier.bill.in_artikel(artikel):
            here = list(ingangen(text[provision.span], provision.span.start))
            if _TERUG.search(zin.text) and _TERUG.search(text[provision.span]):
                here += aanvangen(text[provision.span], provision.span.start)
            starts += [(provision, a) for a in here]
        if any(zelfde(told.gebeurtenis, a.gebeurtenis) for _, a in starts):
            return None
        own = zin.roots - told.gebeurtenis.alle
        acts = [(p, a) for p, a in starts if len(own & (self._explanation.provision_roots[p] - a.gebeurtenis.alle)) >= _ACTS]
        shares = kansen(self._explanation, zin)
        return max(acts, key=lambda x: (shares.get(x[0], 0.0), -x[0].span.start), default=None)

    def _against(self, zin: Zin, told: Aanvang) -> tuple[_Termijn, Aanvang] | None:
        length = told.lengte or self._before(zin)
        shares = self._artikelen(zin)
        equal = [t for t in self._termijnen if length is None or gelijk(length, t.lengte)]
        if not equal:
            return None
        only = len({t.artikel for t in equal}) == 1
        least = _TRACE if only and length is not None else _MEANT
        meant = [t for t in equal if shares.get(t.artikel, 0.0) >= (_CLEAR if self._few(zin, t.artikel) else least)]
        if not meant or any(
            zelfde(told.gebeurtenis, a.gebeurtenis) for t in equal for a in t.aanvangen if shares.get(t.artikel, 0.0) >= _TRACE
        ):
            return None
        own = kansen(self._explanation, zin)
        best = max(meant, key=lambda t: (shares[t.artikel], own.get(t.provision, 0.0), -t.provision.span.start))
        return (best, best.aanvangen[0]) if best.aanvangen else None

    def _few(self, zin: Zin, artikel: Unit) -> bool:
        """The sentence shares too few words with an artikel to be about it on the length alone."""
        own = zin.roots - frozenset(r for h in hoeveelheden(zin.text) for r in roots(h.woorden))
        headed = self._explanation.by_words.headings.get(artikel, frozenset())
        if any(root(m.group(1)) in headed for m in _TERMIJN_VAN.finditer(zin.text)):
            return False  # «de aanmeldtermijn», of the artikel «Aanmelding»
        return len(own & self._explanation.by_words.artikelen.get(artikel, frozenset())) < _SHARED

    def _before(self, zin: Zin) -> Hoeveelheid | None:
        """The length that «die termijn» stands for: the last one of the sentences before."""
        zinnen = self._explanation.zinnen_of(zin.alinea)
        at = self._explanation.position(zin)
        for before in reversed(zinnen[max(0, at - _BACK) : at]):
            found = [h for h in hoeveelheden(before.text) if h.maat == "duur"]
            if found:
                return found[-1]
        return None

    def _artikelen(self, zin: Zin) -> Mapping[Unit, float]:
        out: dict[Unit, float] = defaultdict(float)
        for provision, share in kansen(self._explanation, zin).items():
            if provision.unit.artikel is not None:
                out[provision.unit.artikel] += share
        return out

    def _hit(self, zin: Zin, told: Aanvang, provision: Provision, there: Aanvang, what: str) -> Hit:
        document = self._dossier.bill.document
        return Hit(
            self._explanation.document,
            zin.alinea.unit,
            told.span,
            f"De toelichting laat {what} vanaf «{told.gebeurtenis.woorden}»; {naam(provision.unit)} noemt "
            f"«{words(document, there.span, _QUOTED)}». Klopt dat met elkaar?",
            "Beide passages gaan over hetzelfde. Wie op de toelichting afgaat, begint te laat of te vroeg te tellen.",
            label="ander begin dan het ontwerp",
            annotations=(Annotation(document, there.span, "het begin in het ontwerp"),),
        )

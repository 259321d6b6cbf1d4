"""Runs of sentences about one provision: a sentence that tells its act or effect, and the sentences around it that belong to it.

What a toelichting says about a provision without citing it is recognised by what happens in it: «te veel betaalde uitkering wordt
teruggevorderd» is about a recovery, and of all recoveries in the bill about the one with most of its other words. The reasons stand in the
same sentence or in those around it, up to where another provision is told. The work is linear in the text: a sentence is only compared
with provisions that have its act.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.norms.model import GevolgSoort, Ruimte, UitwegSoort
from doenvermogentoets.pausing import between_units
from doenvermogentoets.toelichting.about import Kandidaat, about
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.explained import Relation
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.sections import Alinea
from doenvermogentoets.toelichting.words import concepts
from doenvermogentoets.toelichting.zin import Zin

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Unit
    from doenvermogentoets.norms.model import Norm
    from doenvermogentoets.toelichting.explanation import Explanation

# Concepts (``begrippen.toml``) that say what happens to somebody, and those that say what he must do.
GEVOLGEN = frozenset(
    {
        "=terugbetalen",
        "=verlagen",
        "=stoppen",
        "=intrekken",
        "=weigeren",
        "=boete",
        "=verwijderen",
        "=geen_recht",
        "=herzien",
        "=schorsen",
        "=nihil",
        "=verrekenen",
        "=verhogen",
        "=ontzeggen",
        "=stilleggen",
        "=maatregel",
    }
)
# Words for much the same: one will do for the other where the rest fits better.
_FAMILIES = (
    frozenset({"=geen_recht", "=stoppen", "=weigeren", "=schorsen", "=ontzeggen", "=verwijderen", "=intrekken", "=stilleggen"}),
    frozenset({"=terugbetalen", "=herzien", "=verrekenen"}),
    frozenset({"=boete", "=verlagen", "=maatregel", "=nihil", "=verhogen"}),
    frozenset({"=maatregel", "=weigeren", "=verlagen", "=schorsen", "=stoppen"}),
)


def same_family(one: str, other: str) -> bool:
    """Whether two effects are much the same."""
    return any(one in family and other in family for family in _FAMILIES)


HANDELINGEN = frozenset({"=aanvragen", "=melden", "=betalen", "=bewaren"})
_SOORT: Mapping[GevolgSoort, str] = {
    GevolgSoort.VERVAL: "=stoppen",
    GevolgSoort.GEEN_RECHT: "=geen_recht",
    GevolgSoort.WEIGERING: "=weigeren",
    GevolgSoort.AFWIJZING: "=weigeren",
    GevolgSoort.NIET_IN_BEHANDELING: "=weigeren",
    GevolgSoort.NIET_ONTVANKELIJK: "=weigeren",
    GevolgSoort.INTREKKING: "=intrekken",
    GevolgSoort.HERZIENING: "=herzien",
    GevolgSoort.BEEINDIGING: "=stoppen",
    GevolgSoort.SCHORSING: "=schorsen",
    GevolgSoort.VERLAGING: "=verlagen",
    GevolgSoort.NIHIL: "=nihil",
    GevolgSoort.TERUGVORDERING: "=terugbetalen",
    GevolgSoort.VERREKENING: "=verrekenen",
    GevolgSoort.BOETE: "=boete",
    GevolgSoort.UITSLUITING: "=geen_recht",
    GevolgSoort.VERHOGING: "=verhogen",
}
# From this score on a sentence with the same act is about a provision; lower where no other artikel has that act.
_LEAST, _ONLY, _TIE, _SHARED = 0.22, 0.1, 0.05, 2
# Without its act it must be this much about it, and so much more than about any other artikel.
_SURE, _MARGIN = 0.4, 0.1
# With a kindred act it must score this much; the same act counts for so much more.
_KINDRED, _EXACT = 0.3, 0.06
# Share of the telling words of a sentence from which on it is about one lid, and of the best lid for another to count too.
_LID, _NEARLY = 0.3, 0.75
_AHEAD, _BACK, _SHORT = 4, 1, 5  # sentences of a run after and before the one that tells the act; a short paragraph is one run
_DAAROM = re.compile(r"\b(?:daarom|om die reden|vandaar|dus|daartoe|hiertoe|derhalve)\b", re.I)
# It goes on about what precedes.
_ANAFOOR = re.compile(
    r"(?:Daarvoor|Hiervoor|Daarom|Daarmee|Hiermee|Dat|Dit|Deze|Zij is|Het gaat|Zonder (?:haar|hem|deze|die|dit|dat)"
    r"|Voor (?:dit|deze|die))\b",
    re.I,
)
# «De volzin kan vervallen» is legislative technique, no effect for anybody.
_TECHNIEK = re.compile(r"\b(?:volzin|zinsnede|onderdeel|onderdelen|lid|leden|bepaling|artikel(?:en)?)\b[^.;]{0,40}\bverv[ai]l", re.I)
# Under these headings the toelichting tells about something else than why a provision is as it is.
_ELDERS = ("uitvoering", "financieel", "regeldruk", "advies", "evaluatie", "inwerkingtreding", "gegevens")


# A threshold, or a longer or easier payment, is no room to weigh what happened.
_GEEN_RUIMTE = frozenset({UitwegSoort.DREMPEL, UitwegSoort.BETALINGSREGELING, UitwegSoort.KWIJTSCHELDING, UitwegSoort.VERLENGING})


def has_room(norm: Norm) -> bool:
    """Somebody may weigh what happened: an exception, blame or hardship, not only a threshold or more time to pay."""
    kinds = {s.soort for s in norm.signalen}
    if UitwegSoort.DREMPEL in kinds:
        kinds.discard(UitwegSoort.AFZIEN)
    return bool(kinds - _GEEN_RUIMTE) or norm.ruimte is Ruimte.HARDHEIDSCLAUSULE


class Runs:
    """The sentences of the general part by the provision whose act they tell, with what belongs to them."""

    def __init__(self, explanation: Explanation) -> None:
        self._explanation = explanation

    @cached_property
    def _acts(self) -> Mapping[Provision, frozenset[str]]:
        """What happens in each provision: its effects, otherwise what it asks somebody to do."""
        out = {}
        text = self._explanation.bill.document.text
        for provision in self._explanation.bill.provisions:
            artikel = provision.unit.artikel
            told = concepts(text[provision.span]) | (concepts(artikel.heading) if artikel is not None else frozenset())
            effects = {_SOORT[g.soort] for n in provision.norms for g in n.gevolgen if g.soort in _SOORT} | (told & GEVOLGEN)
            out[provision] = frozenset(effects or told & HANDELINGEN)
        return out

    def tells_act(self, alinea: Alinea, provision: Provision, norm: Norm | None = None) -> bool:
        """A sentence or the heading of a paragraph tells what a provision, or one norm of it, does, or much the same; or it has no act."""
        acts = self._acts[provision] if norm is None else frozenset(_SOORT[g.soort] for g in norm.gevolgen if g.soort in _SOORT)
        if not acts:
            return True
        kindred = acts.union(*(family for family in _FAMILIES if family & acts))
        heading = concepts(alinea.section.heading) if alinea.section.heading else frozenset()
        return bool(kindred & heading) or any(kindred & zin.roots for zin in self._explanation.zinnen_of(alinea))

    def is_act_of(self, told: frozenset[str], provision: Provision) -> bool:
        """One of these effects is that of a provision, or much the same."""
        own = self._acts[provision]
        return bool(told & own.union(*(family for family in _FAMILIES if family & own)))

    @cached_property
    def _artikelen_having(self) -> Mapping[str, int]:
        """In how many artikelen an act occurs."""
        found: dict[str, set[Unit | None]] = defaultdict(set)
        for provision, acts in self._acts.items():
            for act in acts:
                found[act].add(provision.unit.artikel)
        return {act: len(artikelen) for act, artikelen in found.items()}

    @cached_property
    def _candidates(self) -> dict[Zin, Sequence[Kandidaat]]:
        return {}

    def _about(self, zin: Zin) -> Sequence[Kandidaat]:
        if zin not in self._candidates:
            self._candidates[zin] = about(self._explanation, zin)
        return self._candidates[zin]

    def told(self, zin: Zin) -> Sequence[Kandidaat]:
        """The provisions whose act a sentence tells, or that it is about more clearly than about any other artikel."""
        found = self._about(zin)
        acts = frozenset() if _TECHNIEK.search(zin.text) else zin.roots & (GEVOLGEN | HANDELINGEN)
        fitting = list(self._fitting(found, acts))
        if fitting:
            return fitting
        if _TECHNIEK.search(zin.text):
            return ()
        clear = self._clearly(found)
        if self.speaks_of(zin, "gebonden"):
            return clear
        # what happens to somebody is named when it is explained, unless the passage says that it is binding
        return [k for k in clear if not self._acts[k.provision] & GEVOLGEN]

    def _fitting(self, found: Sequence[Kandidaat], acts: frozenset[str]) -> Iterator[Kandidaat]:
        """The candidates that have the act of the sentence, or one that is much the same, best first."""
        if not acts:
            return
        kindred = acts.union(*(family for family in _FAMILIES if family & acts))
        ranked: list[tuple[float, Kandidaat]] = []
        for k in found:
            own = self._acts.get(k.provision, frozenset())
            shared = acts & own
            if shared:
                only = min(self._artikelen_having[a] for a in shared) <= 1
                if k.genoemd or (k.score >= (_ONLY if only else _LEAST) and (only or k.gedeeld >= _SHARED)):
                    ranked.append((k.score + _EXACT, k))
            elif kindred & own and k.score >= _KINDRED and k.gedeeld > _SHARED:
                ranked.append((k.score, k))
        top = max((score for score, _ in ranked), default=0.0)
        for score, k in sorted(ranked, key=lambda r: (-r[0], r[1].provision.span.start)):
            if score >= top - _TIE or k.genoemd:
                yield k

    def speaks_of(self, zin: Zin, *names: str) -> bool:
        """The paragraph has words of one of these lists."""
        key = (zin.alinea, names)
        if key not in self._subjects:
            tables = table("uitleg")
            self._subjects[key] = any(tables[name].search(z.text) for name in names for z in self._explanation.zinnen_of(zin.alinea))
        return self._subjects[key]

    @cached_property
    def _subjects(self) -> dict[tuple[Alinea, tuple[str, ...]], bool]:
        return {}

    def _clearly(self, found: Sequence[Kandidaat]) -> Sequence[Kandidaat]:
        best = found[0] if found else None
        if best is None or best.genoemd or best.score < _SURE or best.gedeeld < _SHARED:
            return ()
        other = next((k.score for k in found if k.provision.unit.artikel is not best.provision.unit.artikel), 0.0)
        if best.score - other < _MARGIN:
            return ()
        return [k for k in found if k.score >= best.score - _TIE and k.provision.unit.artikel is best.provision.unit.artikel]

    @cached_property
    def by_provision(self) -> Mapping[Provision, Sequence[Zin]]:
        """Per provision the sentences of its runs, in order."""
        out: dict[Provision, dict[Zin, None]] = defaultdict(dict)
        for alinea in self._explanation.general:
            between_units()
            if self.elsewhere(alinea):
                continue
            zinnen = self._explanation.zinnen_of(alinea)
            told = [frozenset(k.provision for k in self.told(z)) for z in zinnen]
            for i, provisions in enumerate(told):
                for provision in provisions:
                    if not self.softer(zinnen[i], provision):
                        out[provision].update(dict.fromkeys(self._run(zinnen, told, i, provision)))
            for provision, run in self._bound(zinnen, told):
                out[provision].update(dict.fromkeys(run))
        return {p: tuple(sorted(z, key=lambda x: x.span)) for p, z in out.items()}

    def elsewhere(self, alinea: Alinea) -> bool:
        headings = [s.heading for s in line(alinea.section) if s.heading]
        tables = table("onderwerpen")
        return any(tables[f"{name}_kop"].search(h) for name in _ELDERS for h in headings[:1])

    def _bound(self, zinnen: Sequence[Zin], told: Sequence[frozenset[Provision]]) -> Iterator[tuple[Provision, Sequence[Zin]]]:
        """The burdensome provision that a passage on a binding power is about, when nothing near it tells an act in known words."""
        bound = table("uitleg")["gebonden"]
        for i, zin in enumerate(zinnen):
            if not bound.search(zin.text) or any(told[max(0, i - 2) : i + 1]):
                continue
            before = zinnen[max(0, i - 2) : i + 1]
            scores: dict[Provision, float] = defaultdict(float)
            for k in (k for z in before for k in self._about(z)):
                if any(n.belastend for n in k.provision.norms):
                    scores[k.provision] = max(scores[k.provision], k.score)
            best = max(scores.values(), default=0.0)
            if best >= _LEAST:
                after = zinnen[i + 1 : i + 1 + _AHEAD]
                yield from ((p, (*before, *after)) for p, s in scores.items() if s >= best - _TIE)

    def _run(self, zinnen: Sequence[Zin], told: Sequence[frozenset[Provision]], at: int, provision: Provision) -> Iterator[Zin]:
        own = self._explanation.provision_roots[provision]
        acts = self._acts[provision]
        artikel = provision.unit.artikel
        bound = table("uitleg")["gebonden"]

        def other(i: int) -> bool:
            """It tells another artikel, with another act: the same act is told further."""
            if _ANAFOOR.match(zinnen[i].text) or (i and bound.search(zinnen[i - 1].text)):
                return False
            elsewhere = bool(told[i]) and all(p.unit.artikel is not artikel for p in told[i])
            return elsewhere and (not acts & zinnen[i].roots or not (GEVOLGEN & acts))

        back = len(zinnen) if len(zinnen) <= _SHORT else _BACK
        for i in range(at - 1, max(-1, at - 1 - back), -1):
            if other(i):
                break
            if len(zinnen) <= _SHORT or _DAAROM.search(zinnen[at].text) or len(zinnen[i].roots & own) >= _SHARED:
                yield zinnen[i]
        yield zinnen[at]
        for i in range(at + 1, min(len(zinnen), at + 1 + _AHEAD)):
            if other(i):
                break
            yield zinnen[i]

    def softer(self, zin: Zin | Relation, provision: Provision) -> bool:
        """The sentence tells room or leniency that the artikel does not have: it is no reason for what the artikel does say."""
        tables = table("uitleg")
        if not tables["verzacht"].search(zin.text):
            return False
        inside = self._explanation.bill.in_artikel(provision.unit) or (provision,)
        room = any(has_room(n) for p in inside for n in p.norms)
        return not room and not any(n.bevoegdheid == "discretionair" for n in provision.norms)

    def leden(self, zin: Zin, provision: Provision) -> frozenset[Provision]:
        """Of the leden of an artikel those whose words a sentence has most of; empty when it has too few of any."""
        weights = self._explanation.weights
        known = weights.of(zin.roots)
        if table("uitleg")["gebonden"].search(zin.text):
            return frozenset()  # «dit is een plicht» is said of the artikel
        inside = self._explanation.bill.in_artikel(provision.unit)
        shared = {p: weights.of(zin.roots & self._explanation.provision_roots[p]) for p in inside}
        best = max(shared.values(), default=0.0)
        if not known or best / known < _LID or len(inside) < _SHARED:
            return frozenset()
        return frozenset(p for p, weight in shared.items() if weight >= _NEARLY * best)

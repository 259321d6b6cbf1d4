"""The softening words of a text by their artikel, by what their sentence refers to and by the decision it speaks of (``uitweg.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.norms.denied import is_denied, only_small_or_old
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.kansen import carriers
from doenvermogentoets.norms.model import GevolgSoort, Norm, Soort, UitwegSignaal, UitwegSoort
from doenvermogentoets.norms.vangnet import rests_on_opzij
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.norms.waar import container_of

# A law has one regime for these, wherever in the law it stands.
ONE_IN_A_LAW = frozenset({GevolgSoort.TERUGVORDERING, GevolgSoort.BOETE, GevolgSoort.INVORDERING})
# Who puts it right before anybody has found out: that helps only whoever noticed in time.
_INKEER = re.compile(
    r"\b(?:voordat|voor(?:dat)?|vóór(?:dat)?|alvorens)\b[^.;]{0,60}?"
    r"\b(?:\w*onderzoek|\w*controle|toezicht\w*|overtreding|verzuim|ontdek\w*|geconstateerd|vastgesteld|bekend (?:is|was|werd))\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Signaal:
    """Softening words, with what their sentence refers to.

    Attributes:
        targets: units inside the document that the sentence refers to.
        refers: it refers to an artikel or lid at all.
        own_only: what it refers to stands in its own artikel.
        drempel: for small or old cases only.
        inkeer: for who puts it right before anybody has found out.
    """

    provision: Provision
    norm: Norm
    signaal: UitwegSignaal
    targets: frozenset[Unit]
    refers: bool
    own_only: bool
    drempel: bool
    inkeer: bool


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The softening words of one analysis, by artikel, by referred unit and by decision they speak of."""

    by_artikel: Mapping[Unit, Sequence[Signaal]]
    by_target: Mapping[Unit, Sequence[Signaal]]
    by_besluit: Mapping[tuple[GevolgSoort, Unit], Sequence[Signaal]]
    clausules: Sequence[Clausule]


_indexes: WeakKeyDictionary[Analysis, Index] = WeakKeyDictionary()


@cache
def besluiten() -> Mapping[GevolgSoort, re.Pattern[str]]:
    """What names a decision or effect in words in small letters, per kind."""
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("uitweg.toml").read_text(encoding="utf-8"))
    return {GevolgSoort(soort): re.compile(r"\b(?:" + "|".join(map(re.escape, stems)) + ")") for soort, stems in raw["besluit"].items()}


def index_of(analysis: Analysis) -> Index:
    """The softening words of a text, sought once."""
    index = _indexes.get(analysis)
    if index is None:
        index = _indexes[analysis] = _build(analysis)
    return index


def _build(analysis: Analysis) -> Index:
    by_artikel: dict[Unit, list[Signaal]] = defaultdict(list)
    by_target: dict[Unit, list[Signaal]] = defaultdict(list)
    by_besluit: dict[tuple[GevolgSoort, Unit], list[Signaal]] = defaultdict(list)
    content = analysis.document.text
    patterns = besluiten()
    clauses = {(c.provision, c.zin.start) for c in clausules(analysis)}
    for provision in analysis.provisions:
        for norm in carriers(provision):
            if (provision, norm.span.start) in clauses:
                continue  # «in zeer uitzonderlijke gevallen afwijken» is a clause, counted by its scope
            skip = (UitwegSoort.BEOORDELINGSRUIMTE, UitwegSoort.DREMPEL)
            signalen = [s for s in norm.signalen if s.soort not in skip and not is_denied(provision, norm, s)]
            if not signalen or norm.soort in (Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT):
                continue
            if rests_on_opzij(analysis, provision, norm.span):
                continue  # it gives what Awb 4:5 gives, and the text sets that aside
            references = references_in(analysis.document, norm.span)
            targets = frozenset(unit for r in references for unit in r.units)
            refers = any(t.artikel or t.lid for r in references for t in r.targets)
            own_only = bool(targets) and all(u.artikel is provision.unit.artikel for u in targets)
            words = content[norm.span].lower()
            drempel = only_small_or_old(provision, norm)
            container = container_of(provision.unit) or analysis.document.root
            named = [soort for soort, pattern in patterns.items() if pattern.search(words)]
            for signaal in signalen:
                if signaal.soort is UitwegSoort.BELEIDSRUIMTE and norm.richting != "gunstig":
                    continue  # «kan terugvorderen» gives room for that decision only
                s = Signaal(provision, norm, signaal, targets, refers, own_only, drempel, bool(_INKEER.search(words)))
                if provision.unit.artikel is not None:
                    by_artikel[provision.unit.artikel].append(s)
                for unit in targets:
                    by_target[unit].append(s)
                for soort in named:
                    for place in {container, analysis.document.root} if soort in ONE_IN_A_LAW else {container}:
                        if len(by_besluit[soort, place]) < 8:  # enough to answer; keeps the search linear
                            by_besluit[soort, place].append(s)
    return Index(by_artikel, by_target, by_besluit, clausules(analysis))

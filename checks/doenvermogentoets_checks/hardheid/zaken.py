"""Which adverse effects deserve a finding, so that the same words are reported once.

A way out that can take the effect away ends it. What is left raises one question (``klas``), unless there is a reason not to ask it
(``geen_zaak``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import GevolgSoort, UitwegSoort
from doenvermogentoets.norms.nadeel import Nadeel
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.uitweg import Uitweg, ways_out
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explained
from doenvermogentoets.toelichting.genoemd import mentions
from doenvermogentoets_checks.common import trimmed
from doenvermogentoets_checks.hardheid.geen_zaak import geen_zaak
from doenvermogentoets_checks.hardheid.klas import LICHT, NOOIT, Klas, klas_of
from doenvermogentoets_checks.hardheid.wie import named_here, whom


class Uitleg(Enum):
    """What the toelichting says about it."""

    GEEN_TOELICHTING = auto()
    ZWIJGT = auto()
    NOEMT = auto()  # named or repeated, without a reason
    WAAROM = auto()  # a reason, without alternatives or proportionality
    VOLLEDIG = auto()


@dataclass(frozen=True, eq=False)
class Zaak:
    """An adverse effect that deserves a finding, with what was found around it.

    Attributes:
        wie: whom it hits, as the text says («de aanvrager»).
        netten: ways out that only take the edge off, nets of the Awb included.
        clausule: the hardship clause that is the only full way out, while the toelichting does not say that it is meant for this.
    """

    nadeel: Nadeel
    klas: Klas
    wie: str
    netten: tuple[Uitweg, ...]
    uitleg: Uitleg
    explained: Explained | None
    clausule: Uitweg | None = None

    @property
    def provision(self) -> Provision:
        return self.nadeel.provision

    @property
    def span(self) -> Span:
        return trimmed(self.provision.document, self.nadeel.gevolg.span)

    @property
    def verzuim(self) -> bool:
        """It sets in because something was missed."""
        return self.nadeel.aanleiding is Aanleiding.VERZUIM

    @property
    def recht_op_geld(self) -> bool:
        """A recovery, or a reduction or measure because something was missed."""
        return GevolgSoort.TERUGVORDERING in self.nadeel.soorten or self.nadeel.aanleiding is Aanleiding.VERZUIM


_known: WeakKeyDictionary[DossierAnalysis, tuple[Zaak, ...]] = WeakKeyDictionary()


def zaken(dossier: DossierAnalysis) -> tuple[Zaak, ...]:
    """The effects of the bill that deserve a finding, each in one class."""
    found = _known.get(dossier)
    if found is None:
        found = _known[dossier] = tuple(_find(dossier))
    return found


def of_klas(dossier: DossierAnalysis, klas: Klas) -> Iterator[Zaak]:
    """Those of one class."""
    return (z for z in zaken(dossier) if z.klas is klas)


def _find(dossier: DossierAnalysis) -> Iterator[Zaak]:
    analysis = dossier.bill
    heavy = {n.gevolg.span for n in nadelen(analysis) if n.zwaar}
    for nadeel in nadelen(analysis):
        if not nadeel.zwaar and nadeel.gevolg.soort in LICHT and nadeel.gevolg.span in heavy:
            continue  # the same words, read as heavier
        if not nadeel.gebonden or (nadeel.aanleiding in NOOIT and not _survives(nadeel)):
            continue
        wie, klas = whom(analysis, nadeel), klas_of(nadeel)
        if wie is None or klas is None or geen_zaak(analysis, nadeel, klas, wie):
            continue
        uitwegen = ways_out(analysis, nadeel.provision, nadeel.norm)
        full = [u for u in uitwegen if u.volledig]
        if any(u.soort is not UitwegSoort.HARDHEIDSCLAUSULE for u in full):
            continue
        explained = dossier.explanation.of(nadeel.provision, nadeel.norm) if dossier.explanation is not None else None
        uitleg = _uitleg(dossier, explained)
        weighed = uitleg not in (Uitleg.ZWIJGT, Uitleg.NOEMT)
        if full and (weighed or (klas in (Klas.GEBONDEN, Klas.GRENS) and not _only_vague(analysis, full))):
            continue
        if uitleg is Uitleg.VOLLEDIG and klas in (Klas.GEBONDEN, Klas.GRENS):
            continue  # heavier effects stay as information: a good explanation does not help whoever is hit
        netten = tuple(u for u in uitwegen if not u.volledig)
        yield Zaak(nadeel, klas, named_here(analysis, nadeel, wie), netten, uitleg, explained, next(iter(full), None))


def _only_vague(analysis: Analysis, full: Sequence[Uitweg]) -> bool:
    """Whether all that helps is a clause over the whole regulation from which nobody can tell whom it helps."""
    vague = {c.span for c in clausules(analysis) if c.vaag}
    return all(u.soort is UitwegSoort.HARDHEIDSCLAUSULE and u.span in vague for u in full)


def _survives(nadeel: Nadeel) -> bool:
    """A debt does not end with the right it came from: heirs pay it."""
    return nadeel.aanleiding is Aanleiding.EINDE and GevolgSoort.TERUGVORDERING in nadeel.soorten


def _uitleg(dossier: DossierAnalysis, explained: Explained | None) -> Uitleg:
    if explained is None:
        return Uitleg.GEEN_TOELICHTING
    if mentions(dossier, explained).moved:
        return Uitleg.ZWIJGT  # the number is named, with what another artikel does
    if explained.complete:
        return Uitleg.VOLLEDIG
    if explained.sufficient:
        return Uitleg.WAAROM
    return Uitleg.NOEMT if mentions(dossier, explained).spans else Uitleg.ZWIJGT

"""Ways out: what in a text, or in the Awb, softens one particular effect, and where it was looked for.

Words that soften are found with the norms (:class:`UitwegSignaal`). Here they are tied to the effect: a way out counts when
it stands in the same lid, or elsewhere when its sentence refers to this lid or artikel or speaks of the same decision. A
sentence that refers to other artikelen only softens those. A hardship clause counts when its scope covers the artikel (Ar
5.26, first paragraph). The search goes from near to far: lid, artikel, paragraaf or hoofdstuk, slotbepalingen, Awb; whoever
leaves the nets of the Awb out reports too much.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.denied import is_denied, only_small_or_old
from doenvermogentoets.norms.kansen import reminders, unpaid
from doenvermogentoets.norms.lost import fits, is_lost, is_what_was_asked, own_effects
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, UitwegSoort
from doenvermogentoets.norms.signalen import ONE_IN_A_LAW, Index, Signaal, besluiten, index_of
from doenvermogentoets.norms.vangnet import nets
from doenvermogentoets.norms.waar import CONTAINERS, Waar, container_of, where
from doenvermogentoets.structure.variants import exclude_each_other
from doenvermogentoets.text import Span

_ENOUGH = 200  # norms of a lid, signals of an artikel: more than any law has, and a bound for text that is no law


@dataclass(frozen=True, slots=True)
class Uitweg:
    """A way out of one effect.

    Attributes:
        soort: kind.
        waar: where it was found.
        provision, span: the provision and the words; ``None`` for a net of the Awb.
        volledig: it can take the effect away; ``False`` when it only takes the edge off (a threshold, a payment in instalments).
        grond: the article of the Awb («Awb 4:5»), empty for words of the text itself.
    """

    soort: UitwegSoort
    waar: Waar
    provision: Provision | None = None
    span: Span | None = None
    volledig: bool = True
    grond: str = ""


@cache
def _gedeeltelijk() -> Mapping[str, frozenset[UitwegSoort]]:
    """The kinds that only take the edge off, per effect; «*» for every effect."""
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("uitweg.toml").read_text(encoding="utf-8"))
    return {soort: frozenset(UitwegSoort(u) for u in soorten) for soort, soorten in raw["gedeeltelijk"].items()}


def ways_out(analysis: Analysis, provision: Provision, norm: Norm, gevolgen: Iterable[Gevolg] | None = None) -> tuple[Uitweg, ...]:
    """What softens the effects of a norm, nearest first; nets of the Awb last.

    Args:
        gevolgen: the effects to look for, when they stand in another norm than ``norm`` (see
            :func:`doenvermogentoets.norms.gevolgen.consequences`); without it those of ``norm``.
    """
    given = tuple(own_effects(provision, norm) if gevolgen is None else gevolgen)
    soorten = tuple(dict.fromkeys(g.soort for g in given))
    if GevolgSoort.BOETE in soorten:
        soorten = tuple(s for s in soorten if s is not GevolgSoort.MAATREGEL)  # «legt op» is said of both
    index = index_of(analysis)
    found: dict[tuple[UitwegSoort, Span | None, str], Uitweg] = {}
    places = (norm.span, *(g.span for g in given))
    for uitweg in _search(analysis, index, provision, norm, soorten):
        if uitweg.span is not None and any(exclude_each_other(analysis.document, place, uitweg.span) for place in places):
            continue  # «[Variant A] … vervalt», «[Variant B] … een waarschuwing»: one of both will be law
        found.setdefault((uitweg.soort, uitweg.span, uitweg.grond), uitweg)
    order = {waar: i for i, waar in enumerate(Waar)}
    return tuple(sorted(found.values(), key=lambda u: order[u.waar]))


def searched(provision: Provision) -> str:
    """Where was looked, for the explanation of a finding: «dit artikel, hoofdstuk 2, de slotbepalingen en wat elders … geldt».

    Elsewhere only what names this artikel, covers it (a hardship clause) or is the regime of the law for such a decision counts.
    """
    container = container_of(provision.unit)
    places = ["dit artikel"]
    if container is not None:
        places.append(f"{container.kind.value} {container.number}".strip() if container.number else f"dezelfde {container.kind.value}")
    if provision.unit.inserted:
        places.append("de andere artikelen van dit voorstel")
    else:
        places += ["de slotbepalingen", "wat elders voor dit artikel geldt"]
    return ", ".join(places[:-1]) + " en " + places[-1]


def _search(analysis: Analysis, index: Index, provision: Provision, norm: Norm, soorten: tuple[GevolgSoort, ...]) -> Iterator[Uitweg]:
    yield from _in_lid(provision, norm, soorten)
    artikel = provision.unit.artikel
    own = {provision.unit, artikel} - {None}
    if artikel is not None:
        for s in index.by_artikel.get(artikel, ())[:_ENOUGH]:
            if s.provision is not provision and _softens(analysis, s, own, soorten, near=True):
                if is_what_was_asked(s.provision, norm, s.norm, s.signaal, soorten) or _own_exception(analysis, s):
                    continue
                found = _uitweg(s, Waar.ARTIKEL, soorten)
                yield replace(found, volledig=False) if _of_one_ground(analysis, s, provision) else found
    container = container_of(provision.unit)
    referring = [s for unit in _line(provision.unit) for s in index.by_target.get(unit, ())]
    root = analysis.document.root
    places = [(soort, container or root) for soort in soorten] + [(soort, root) for soort in soorten if soort in ONE_IN_A_LAW]
    speaking = [s for place in dict.fromkeys(places) for s in index.by_besluit.get(place, ())]
    for s in (*referring, *speaking):
        if _of_another_law(provision, s.provision):
            continue
        if s.provision.unit.artikel is not artikel and _softens(analysis, s, own, soorten, near=False):
            yield _uitweg(s, where(provision, s.provision), soorten)
    yield from _reminded(analysis, provision, norm, soorten)
    for clausule in index.clausules:
        if clausule.covers(provision.unit):
            soort = UitwegSoort.HARDHEIDSCLAUSULE
            yield Uitweg(soort, where(provision, clausule.provision), clausule.provision, clausule.span, volledig=clausule.helpt)
    for net in nets(analysis, provision, soorten):
        yield Uitweg(net.soort, Waar.AWB, volledig=net.volledig, grond=f"Awb {net.artikel}")


_TENZIJ = re.compile(r"\b(?:tenzij|behoudens|behalve)\b", re.I)


def _own_exception(analysis: Analysis, s: Signaal) -> bool:
    """«Het college weigert vervanging, tenzij …» in another lid excepts from what that lid itself does, unless it refers to this one."""
    if s.targets or not s.norm.belastend or s.norm.richting != "nadelig":
        return False
    return _TENZIJ.search(analysis.document.text.content, s.norm.span.start, s.signaal.span.start) is not None


def _of_another_law(provision: Provision, other: Provision) -> bool:
    """Where a bill amends several laws, what it inserts in one softens nothing in another."""
    mine, theirs = provision.unit, other.unit
    return mine.inserted and theirs.inserted and mine.regeling != theirs.regeling


# What follows on arrears; interest and costs are what a reminder is about.
_ON_ARREARS = frozenset(
    (GevolgSoort.VERVAL, GevolgSoort.BEEINDIGING, GevolgSoort.INTREKKING, GevolgSoort.SCHORSING, GevolgSoort.INVORDERING, GevolgSoort.BOETE)
)


def _reminded(analysis: Analysis, provision: Provision, norm: Norm, soorten: tuple[GevolgSoort, ...]) -> Iterator[Uitweg]:
    """A reminder or a new term for whoever does not pay, earlier in the same part of the text: it softens what follows on not paying."""
    if _ON_ARREARS.isdisjoint(soorten) or not unpaid(analysis.document.text.small[norm.span.start : norm.span.end]):
        return
    for other, span in reminders(analysis):
        near = where(provision, other)
        if other.span.end <= provision.span.start and near in (Waar.ARTIKEL, Waar.HOOFDSTUK):
            yield Uitweg(UitwegSoort.HERSTEL, near, other, span, volledig=False)
            return


def _in_lid(provision: Provision, norm: Norm, soorten: tuple[GevolgSoort, ...]) -> Iterator[Uitweg]:
    for other in (norm, *provision.norms[:_ENOUGH]):
        for signaal in other.signalen:
            if signaal.soort is UitwegSoort.HARDHEIDSCLAUSULE or is_denied(provision, other, signaal):
                continue  # a clause is counted by its scope
            if other.span == norm.span and is_lost(provision, other, signaal, soorten):
                continue
            if not fits(signaal.soort, soorten) or is_what_was_asked(provision, norm, other, signaal, soorten):
                continue
            if other is not norm and signaal.soort in (UitwegSoort.BELEIDSRUIMTE, UitwegSoort.BEOORDELINGSRUIMTE):
                continue  # room in one sentence is no room in the next
            drempel = other is not norm and only_small_or_old(provision, other)
            volledig = not (drempel and signaal.soort in _LIMITED) and _full(signaal.soort, soorten)
            yield Uitweg(signaal.soort, Waar.LID, provision, signaal.span, volledig)


# «wordt afgezien indien het bedrag minder dan € 50 is» is a threshold; «of indien daarvoor dringende redenen zijn» is none.
_LIMITED = frozenset(
    (UitwegSoort.AFZIEN, UitwegSoort.MATIGING, UitwegSoort.KWIJTSCHELDING, UitwegSoort.BELEIDSRUIMTE, UitwegSoort.ONTHEFFING)
)


# Decisions with a name of their own: «van terugvordering afzien» in another artikel is about this one. «recht», «afwijzen» or
# «weigeren» are said of too many things to tie two artikelen together.
_OWN_NAME = frozenset(
    {
        GevolgSoort.TERUGVORDERING,
        GevolgSoort.INVORDERING,
        GevolgSoort.BOETE,
        GevolgSoort.MAATREGEL,
        GevolgSoort.VERLAGING,
        GevolgSoort.INTREKKING,
        GevolgSoort.HERZIENING,
        GevolgSoort.VERREKENING,
        GevolgSoort.DWANGSOM,
    }
)


# «volstaat met een waarschuwing» in the artikel of a sanction is about that sanction, named or not.
_PUNISHED = frozenset({GevolgSoort.BOETE, GevolgSoort.MAATREGEL, GevolgSoort.VERLAGING, GevolgSoort.DWANGSOM})
_ENOUGH_WARNED = re.compile(r"\b(?:volstaa?[nt]|volstaan met)\b")


def _softens(analysis: Analysis, s: Signaal, own: set[Unit | None], soorten: tuple[GevolgSoort, ...], *, near: bool) -> bool:
    if s.signaal.soort is UitwegSoort.HARDHEIDSCLAUSULE or not fits(s.signaal.soort, soorten):
        return False  # a clause is counted by its scope
    if s.targets:
        if s.targets & own or (near and any(not own.isdisjoint(unit.ancestors()) for unit in s.targets if _is_ground(unit))):
            return True
        if s.refers:
            return False  # it softens what it refers to
    words = analysis.document.text[s.norm.span].lower()
    if near and s.signaal.soort is UitwegSoort.WAARSCHUWING and _ENOUGH_WARNED.search(words) and not _PUNISHED.isdisjoint(soorten):
        return True
    patterns = besluiten()
    named = soorten if near else [soort for soort in soorten if soort in _OWN_NAME]
    if any(patterns[soort].search(words) for soort in named):
        return near or not s.refers or s.own_only
    return False


def _is_ground(unit: Unit) -> bool:
    return unit.kind is UnitKind.ONDERDEEL


def _of_one_ground(analysis: Analysis, s: Signaal, provision: Provision) -> bool:
    """«het tweede lid, onderdeel a»: what softens one ground of a list helps nobody who is hit by another that is an omission too."""
    if not s.targets or provision.unit in s.targets or not all(_is_ground(unit) for unit in s.targets):
        return False
    text = analysis.document.text
    others = [u for t in s.targets if t.parent is not None for u in t.parent.children if _is_ground(u) and u not in s.targets]
    return any(aanleiding(text[u.span].lower()) is Aanleiding.VERZUIM for u in others)


def _uitweg(s: Signaal, waar: Waar, soorten: tuple[GevolgSoort, ...]) -> Uitweg:
    return Uitweg(
        s.signaal.soort,
        waar,
        s.provision,
        s.signaal.span,
        not (s.drempel and s.signaal.soort in _LIMITED)
        and not (s.inkeer and s.signaal.soort is UitwegSoort.HERSTEL)
        and _full(s.signaal.soort, soorten),
    )


def _full(soort: UitwegSoort, gevolgen: tuple[GevolgSoort, ...]) -> bool:
    partly = _gedeeltelijk()
    if soort in partly["*"]:
        return False
    return not gevolgen or not all(soort in partly.get(g.value, ()) for g in gevolgen)


def _line(unit: Unit) -> Iterator[Unit]:
    """The lid, its artikel and the parts the artikel stands in."""
    yield unit
    for ancestor in unit.ancestors():
        if ancestor.kind is UnitKind.ARTIKEL or ancestor.kind in CONTAINERS:
            yield ancestor

"""Every time limit for a citizen in a document, gathered once for all checks of the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.gevolgen import Consequence, consequences
from doenvermogentoets.norms.model import Adressaat, GevolgSoort, Norm, Soort, Termijn
from doenvermogentoets.norms.uitweg import ways_out
from doenvermogentoets.structure.variants import exclude_each_other
from doenvermogentoets.text import Span
from doenvermogentoets_checks.buiten_awb import ander_recht
from doenvermogentoets_checks.common import phrases
from doenvermogentoets_checks.gericht import is_mens, zeker_mens
from doenvermogentoets_checks.hardheid.schijn import schijn
from doenvermogentoets_checks.spaart import spaart
from doenvermogentoets_checks.termijnen.anderen import somebody_else
from doenvermogentoets_checks.termijnen.beeld import Beeld
from doenvermogentoets_checks.termijnen.verlichting import lifted, more_time, repairs
from doenvermogentoets_checks.termijnen.verlies import follows, losses
from doenvermogentoets_checks.termijnen.wiens import (
    PACKAGE,
    PRONOUNS,
    acts_after,
    addressed_before,
    binds_citizen,
    by_noun,
    defined_as_natural,
    in_omission,
    named_before,
    person_here,
)

NO_LIMIT = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT})

_IS_BEFORE = re.compile(r"\b(?:is|zijn)\s+\Z")
_IS_AFTER = re.compile(r"\s+(?:is|zijn)\b")

_known: WeakKeyDictionary[Analysis, tuple[Beeld, ...]] = WeakKeyDictionary()


def beelden(analysis: Analysis) -> tuple[Beeld, ...]:
    """Every limit for a citizen in the document, in order of place."""
    found = _known.get(analysis)
    if found is None:
        found = _known[analysis] = tuple(_find(analysis))
    return found


def _find(analysis: Analysis) -> Iterator[Beeld]:
    for provision in analysis.provisions:
        for norm in provision.norms:
            limits = [t for t in norm.termijnen if binds_citizen(analysis, provision, norm, t)] if norm.soort not in NO_LIMIT else []
            if not limits or repairs(analysis, provision, norm.span):
                continue
            hard: list[Consequence] = []
            zacht: list[Consequence] = []
            uitwegen = list(ways_out(analysis, provision, norm))
            for c in _effects(analysis, provision, norm, limits):
                if c.gevolg.soort is GevolgSoort.SCHORSING and lifted(analysis, c.provision):
                    continue
                found = (*ways_out(analysis, c.provision, c.norm, [c.gevolg]), *ways_out(analysis, provision, norm, [c.gevolg]))
                uitwegen.extend(found)
                if c.gevolg.zwaar:
                    (zacht if c.norm.bevoegdheid == "discretionair" or any(u.volledig for u in found) else hard).append(c)
            room = more_time(analysis, provision, norm.span)
            earlier = addressed_before(analysis, provision)
            governed = ander_recht(analysis, provision) is None
            for termijn in limits:
                named = named_before(analysis, provision, norm, termijn)
                doer = acts_after(provision.document, norm, termijn) or ""
                beeld = Beeld(
                    provision,
                    norm,
                    termijn,
                    tuple(hard),
                    tuple(zacht),
                    tuple(uitwegen),
                    named,
                    room,
                    earlier,
                    norm.adressaat is not None and defined_as_natural(analysis, norm.adressaat),
                    norm.adressaat is not None and person_here(analysis, norm.adressaat),
                    earlier is not None and person_here(analysis, earlier),
                    doer,
                    by_noun(provision.document, norm),
                    governed and _is_mens(analysis, norm, named, doer, earlier),
                )
                sentence = provision.passage.at(termijn.kern.start)
                if sentence is None or not somebody_else(analysis, provision, sentence, termijn.kern, beeld.wie):
                    yield beeld


def _effects(analysis: Analysis, provision: Provision, norm: Norm, limits: list[Termijn]) -> Iterator[Consequence]:
    """What missing one of the limits costs, each place once."""
    late = any(in_omission(provision.document, norm, t) for t in limits)
    for_the_late = _too_late(provision, norm, limits)
    taken: list[Span] = []
    for c in consequences(analysis, provision, norm):
        if c.provision.document.text.small.startswith("als gevolg van", c.gevolg.span.start):
            continue  # «voor zover geen recht bestaat als gevolg van een weigering»: what went before
        if schijn(c.provision.document, c.norm.span, c.gevolg.span, c.gevolg.soort):
            continue
        if spaart(analysis, c.provision, c.norm.span, c.gevolg.span) or _happened_before(c, limits):
            continue
        if (
            for_the_late
            and c.provision is not provision
            and phrases(PACKAGE, "te-laat").first(c.provision.document, c.norm.span) is not None
        ):
            continue
        if (c.norm.span != norm.span or late) and follows(provision, norm, c):
            taken.append(c.gevolg.span)
            yield c
    if taken:
        return
    for c in losses(analysis, provision, norm, limits):
        if _happened_before(c, limits) or exclude_each_other(provision.document, norm.span, c.gevolg.span):
            continue
        if not any(c.gevolg.span.overlaps(span) for span in taken) and (c.norm.span != norm.span or follows(provision, norm, c)):
            taken.append(c.gevolg.span)
            yield c


def _happened_before(c: Consequence, limits: list[Termijn]) -> bool:
    """«Degene wiens recht is vervallen, meldt dit onverwijld»: the loss is the occasion of the duty, not what being late costs."""
    small = c.provision.document.text.small
    at = c.gevolg.span
    perfect = _IS_BEFORE.search(small, max(c.norm.span.start, at.start - 12), at.start) or _IS_AFTER.match(small, at.end)
    return perfect is not None and any(c.norm.span.contains(t.span) and at.end <= t.span.start for t in limits)


def _too_late(provision: Provision, norm: Norm, limits: list[Termijn]) -> bool:
    """«Wie te laat komt, mag tot een half uur na aanvang naar binnen»: the limit gives more time to who was late already."""
    at = phrases(PACKAGE, "te-laat").first(provision.document, norm.span)
    return at is not None and all(at.end <= t.span.start for t in limits)


def _is_mens(analysis: Analysis, norm: Norm, named: tuple[str, bool] | None, doer: str, earlier: Adressaat | None) -> bool:
    """Whether the one who must act, as far as the sentence or the artikel names him, is surely a natural person."""
    own = norm.adressaat
    if own is not None and own.rol == "burger" and own.tekst and own.tekst.lower() not in PRONOUNS:
        return zeker_mens(analysis, own, norm.span)
    if doer:
        return is_mens(doer)
    if named is not None and (own is None or own.rol != "burger"):
        return zeker_mens(analysis, Adressaat(named[0], "burger", "hoog", None, named[1], bekend=True), norm.span)
    if earlier is not None:
        return zeker_mens(analysis, earlier, norm.span)
    return own is not None and own.tekst.lower() in ("degene", "ieder", "wie") and zeker_mens(analysis, own, norm.span)

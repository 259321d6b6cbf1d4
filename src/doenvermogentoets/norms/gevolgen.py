"""What happens to somebody who does not do what a norm asks, also when another lid or artikel says so.

«indien niet is voldaan aan het eerste lid», «bij een latere melding», «een verplichting als bedoeld in artikel 9»: the effect
belongs to the duty although it stands elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.lost import own_effects
from doenvermogentoets.norms.model import Gevolg, Norm, Soort
from doenvermogentoets.norms.nadelen import is_nadelig, nadelen
from doenvermogentoets.norms.verstreken import points_back, refers_back, runs_out, without_time
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.norms.waar import Waar, where
from doenvermogentoets.structure.variants import exclude_each_other

_BACK = re.compile(
    r"\b(?:die|deze|dat|dit|genoemde|bedoelde|gestelde) (?:termijn|tijdstip|datum|dag|tijdvak|periode|verplichting|gegevens|melding|verzoek"
    r"|aanvraag)\b"
)


@dataclass(frozen=True, slots=True)
class Consequence:
    """An adverse effect of not meeting a norm.

    Attributes:
        gevolg: the effect with its words.
        provision, norm: where it stands.
        waar: how far from the norm it stands.
    """

    gevolg: Gevolg
    provision: Provision
    norm: Norm
    waar: Waar


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """The norms with an adverse effect by provision, the provisions of an artikel that have any, and those about an omission by what they
    refer to."""

    adverse: Mapping[Provision, Sequence[Norm]]
    in_artikel: Mapping[Unit | None, Sequence[Provision]]
    by_target: Mapping[Unit, Sequence[tuple[Provision, Norm]]]


_indexes: WeakKeyDictionary[Analysis, _Index] = WeakKeyDictionary()


def consequences(analysis: Analysis, provision: Provision, norm: Norm) -> tuple[Consequence, ...]:
    """The adverse effects of not meeting ``norm``, nearest first, each once."""
    found: dict[tuple[int, int], Consequence] = {}
    for c in _search(analysis, provision, norm):
        if exclude_each_other(analysis.document, norm.span, c.gevolg.span):
            continue  # the limit of one variant is not that of the other
        found.setdefault((c.gevolg.span.start, c.gevolg.span.end), c)
    return tuple(found.values())


def _search(analysis: Analysis, provision: Provision, norm: Norm) -> Iterator[Consequence]:
    text = analysis.document.text
    if is_nadelig(norm):
        for gevolg in own_effects(provision, norm):
            yield Consequence(gevolg, provision, norm, Waar.LID)
    adverse = _index(analysis).adverse
    for other in adverse.get(provision, ()):
        if other is not norm and other.span.start >= norm.span.start:
            missed = _missed(analysis, other)
            for gevolg in own_effects(provision, other):
                if missed or runs_out(analysis, norm, provision, other, gevolg):
                    yield Consequence(gevolg, provision, other, Waar.LID)
    own = {provision.unit, provision.unit.artikel}
    for later in _index(analysis).in_artikel.get(provision.unit.artikel, ()):
        if later.span.start <= provision.span.start:
            continue
        for other in adverse.get(later, ()):
            targets = {unit for r in references_in(analysis.document, other.span) for unit in r.units}
            words = text[other.span].lower()
            missed = (
                not targets
                and _missed(analysis, other)
                and _same_matter(provision, later, words)
                and not _of_its_own_lid(later, other, words)
            )
            if _hits_another(analysis, provision, norm, words):
                continue
            speaks = bool(_line_up(targets) & own) or missed
            for gevolg in own_effects(later, other):
                if speaks or runs_out(analysis, norm, later, other, gevolg):
                    yield Consequence(gevolg, later, other, Waar.ARTIKEL)
    by_target = _index(analysis).by_target
    for unit in (provision.unit, provision.unit.artikel):
        for later, other in by_target.get(unit, ()) if unit is not None else ():
            if later.unit.artikel is not provision.unit.artikel:
                if _hits_another(analysis, provision, norm, text[other.span].lower()):
                    continue
                missed = _omission(text[other.span].lower())
                for gevolg in own_effects(later, other):
                    if missed or runs_out(analysis, norm, later, other, gevolg):
                        yield Consequence(gevolg, later, other, where(provision, later))


# «legt de hersteller die in strijd handelt met artikel 2 of 3 een boete op»: of whom the effect speaks
_WHOEVER_BREAKS = re.compile(
    r"\b(?:de|het|een|iedere|elke|aan) ([a-zà-ÿ-]{4,}) die\b[^.;,]{0,80}?"
    r"\b(?:in strijd (?:met|handelt)|handelt in strijd|niet (?:voldoet|nakomt|naleeft)|overtreedt|niet\b[^.;,]{0,60}?\bvoldoet)"
)


def _hits_another(analysis: Analysis, provision: Provision, norm: Norm, words: str) -> bool:
    """Whether an effect names who is hit, and that is somebody else of whom the same artikel asks something."""
    match = _WHOEVER_BREAKS.search(words)
    mine = _named(norm)
    if match is None or not mine or _same(mine, match.group(1)):
        return False
    asked = {_named(n) for p in analysis.in_artikel(provision.unit) for n in p.norms if n.soort in (Soort.PLICHT, Soort.VERBOD)}
    return any(_same(who, match.group(1)) for who in asked if who)


def _named(norm: Norm) -> str:
    """The noun by which a norm names the citizen or enterprise that must act («hersteller»); empty for a pronoun, or for nobody."""
    who = norm.adressaat
    if who is None or who.rol != "burger" or not who.tekst:
        return ""
    first = re.split(r",| (?:die|dat|van|bedoeld)\b", who.tekst.lower())[0].split()
    return first[-1] if first and first[-1] not in ("hij", "zij", "deze", "die", "wie", "degene", "betrokkene", "belanghebbende") else ""


def _same(one: str, other: str) -> bool:
    """One noun, in whatever number: «studenten» and «student», «eigenaren» and «eigenaar»."""
    return _stem(one) == _stem(other)


def _stem(noun: str) -> str:
    return re.sub(r"(.)\1", r"\1", re.sub(r"(?:en?|s)\Z", "", noun))


def _omission(words: str) -> bool:
    return aanleiding(words) is Aanleiding.VERZUIM


def _missed(analysis: Analysis, norm: Norm) -> bool:
    """Whether a norm tells of an omission in its own words. «Daarna» alone is none: which limit has run out, the text before it says."""
    words = analysis.document.text[norm.span].lower()
    return _omission(words) and (not points_back(words) or _omission(without_time(words)))


def _same_matter(provision: Provision, later: Provision, words: str) -> bool:
    """A later lid without reference speaks of the lid before it, or looks back in words («binnen die termijn»)."""
    if _BACK.search(words):
        return True
    mine, theirs = provision.unit.number, later.unit.number
    return mine.isdigit() and theirs.isdigit() and int(theirs) == int(mine) + 1


# «Bij gebreke daarvan», «Slaagt hij daarin niet»: of what was asked just before
_JUST_ASKED = re.compile(
    r"\b(?:bij (?:gebreke|gebrek|uitblijven) (?:daar|hier)(?:van|aan)|slaag(?:t|de|den|n) [\w ]{2,30}? (?:daar|hier)in niet"
    r"|do(?:et|en) [\w ]{2,30}? (?:dit|dat|zulks) niet|voldoe(?:t|n) [\w ]{2,30}? (?:daar|hier)aan niet"
    r"|kom(?:t|en) [\w ]{2,30}? (?:dit|dat|deze|die)(?: \w+)? niet na)\b"
)


def _of_its_own_lid(later: Provision, effect: Norm, words: str) -> bool:
    """Whether an effect looks back at a duty of a citizen in its own lid, and so not at that of the lid before it."""
    if _JUST_ASKED.search(words) is None:
        return False
    before = (n for n in later.norms if n.span.end <= effect.span.start and n.soort is Soort.PLICHT)
    return any(n.adressaat is not None and n.adressaat.rol == "burger" for n in before)


def _line_up(units: set[Unit]) -> set[Unit | None]:
    """The units with their lid, so that a reference to an onderdeel counts for the lid it stands in."""
    return {*units, *(u.lid for u in units)}


def _index(analysis: Analysis) -> _Index:
    known = _indexes.get(analysis)
    if known is None:
        adverse: dict[Provision, list[Norm]] = defaultdict(list)
        for provision in analysis.provisions:
            adverse[provision].extend(n for n in provision.norms if is_nadelig(n))
        for nadeel in nadelen(analysis):  # also the effects that are known by their wording only
            if all(nadeel.norm is not n for n in adverse[nadeel.provision]):
                adverse[nadeel.provision].append(nadeel.norm)
        by_target: dict[Unit, list[tuple[Provision, Norm]]] = defaultdict(list)
        text = analysis.document.text
        for provision, norms in adverse.items():
            for norm in norms:
                words = text[norm.span].lower()
                if norm.soort in (Soort.DEFINITIE, Soort.SLOT) or not (_omission(words) or refers_back(words)):
                    continue
                for unit in {u for r in references_in(analysis.document, norm.span) for u in _line_up(set(r.units))}:
                    if unit is not None:
                        by_target[unit].append((provision, norm))
        in_artikel: dict[Unit | None, list[Provision]] = defaultdict(list)
        for provision in analysis.provisions:
            if adverse[provision] and provision.unit.artikel is not None:
                in_artikel[provision.unit.artikel].append(provision)
        known = _indexes[analysis] = _Index(adverse, in_artikel, by_target)
    return known

"""What a provision sounds like that no list of words knows: kinds of remarks that a reviewer makes (``bepalingen.toml``).

The weights (``bepalingen.npz``) are fitted by ``tests/dossiers/fit_bepalingen.py`` on provisions that writers who did not know the rules
wrote and labelled (``tests/dossiers/zinnen/bepaling``), with sentences of published regulations as what is mostly of no kind. What is only
heard is information, and stands in a check of its own in each theme: its questions are those of other checks, but it is right less often.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import CheckMeta, parse_page
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.language import klank
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.norms.orgaan import filled
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_provision
from doenvermogentoets_checks.common import table, words
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij
from doenvermogentoets_checks.klanken import GEHOORD
from doenvermogentoets_checks.raakt import mensen_en_lichamen, raakt
from doenvermogentoets_checks.twijfel import Twijfel

_ORDINARY = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT})
_LONGEST = 1_500  # characters of a sentence, or of an onderdeel, that is listened to: in a longer one words of everything stand together
_OF_WAYS_OUT = frozenset({"clausule", "uitsluiting"})  # these speak of a way out themselves
_MOST = 2  # kinds that are told of one sentence, each of another theme: the others mostly are the same remark in other words


@cache
def weights() -> klank.Klanken:
    return klank.read_many(files(__package__).joinpath("bepalingen.npz"))


@dataclass(frozen=True, slots=True)
class _Gehoord:
    """A sentence that sounds like one kind, and the words in it that do so most."""

    provision: Provision
    zin: Span
    at: Span


_heard: WeakKeyDictionary[DossierAnalysis, Mapping[str, Sequence[_Gehoord]]] = WeakKeyDictionary()


def _of_kinds(dossier: DossierAnalysis) -> Mapping[str, Sequence[_Gehoord]]:
    """Per kind the sentences that sound like it, concern people and have no way out near them; worked out once for all kinds."""
    known = _heard.get(dossier)
    if known is None:
        found: dict[str, list[_Gehoord]] = defaultdict(list)
        for provision, zin, text in _sentences(dossier):
            places: list[Span] = []
            for kind in _kinds(dossier, provision, zin, text):
                at = _where(kind, provision, zin)
                if not any(at.overlaps(place) for place in places):
                    found[kind].append(_Gehoord(provision, zin, at))
                    places.append(at)
        known = _heard[dossier] = found
    return known


def _sentences(dossier: DossierAnalysis) -> Iterator[tuple[Provision, Span, str]]:
    """The sentences of the bill with their words; of a list each onderdeel, with the words before the list in front of it."""
    for provision in dossier.bill.provisions:
        content = provision.document.text.content
        for sentence in provision.passage.sentences:
            span = sentence.span
            cuts = [m.start() for m in _ONDERDEEL.finditer(content, span.start, span.end)]
            if len(cuts) < _A_LIST:
                parts = [(span, content[span.start : span.end])]
            else:
                lead = content[span.start : min(cuts[0], span.start + _LONGEST)]
                parts = [(Span(*pair), lead + content[pair[0] : pair[1]]) for pair in pairwise([*cuts, span.end])]
            yield from ((provision, part, text) for part, text in parts if part.end - part.start <= _LONGEST)


_ONDERDEEL = re.compile(r"\n(?=\s*(?:[a-z]{1,2}|\d{1,2})(?:[.)]|°\.?)\s)")
_A_LIST = 2  # onderdelen


def _kinds(dossier: DossierAnalysis, provision: Provision, zin: Span, text: str) -> list[str]:
    """The kinds that a sentence, or an onderdeel, is told to sound like, the loudest first."""
    sounds = weights().log_odds(text) - weights().from_
    if not (sounds > 0).any():
        return []
    if _in_favour_or_ordinary([norm for norm in provision.norms if norm.span.overlaps(zin)]):
        return []
    loudest: dict[str, str] = {}
    for _, kind in sorted(
        ((above, kind) for above, kind in zip(sounds.tolist(), weights().soorten, strict=True) if above > 0), reverse=True
    ):
        loudest.setdefault(_told(kind)["thema"], kind)
    kinds = list(loudest.values())[:_MOST]
    if not _over_mensen(dossier, provision, zin):
        return []
    if dossier.explanation is not None and dossier.explanation.of(provision).complete:
        return []
    if (model := _of_the_model(dossier.bill, provision)) or uitweg_dichtbij(dossier.bill, provision, zin) is not None:
        return [kind for kind in kinds if kind in _OF_WAYS_OUT and not (model and kind == "clausule")]
    return kinds


def _in_favour_or_ordinary(norms: Sequence[Norm]) -> bool:
    """Whether all that is known of a sentence is a definition, a delegation or an ending, or a right that nothing takes away."""
    kinds = {norm.soort for norm in norms}
    adverse = any(norm.richting == "nadelig" or norm.belastend or norm.gevolgen or norm.doenlast for norm in norms)
    return bool(norms) and (kinds <= _ORDINARY or (Soort.RECHT in kinds and not adverse))


@per_provision
def _of_the_model(analysis: Analysis, provision: Provision) -> bool:
    """Whether the provision holds a hardship clause in the words of the law's own model: what may be wrong with it, other checks say."""
    return any(clausule.provision is provision and clausule.standaard for clausule in clausules(analysis))


def _over_mensen(dossier: DossierAnalysis, provision: Provision, zin: Span) -> bool:
    """Whether a sentence may concern people: where it does not tell, in a text that speaks of them as often as of bodies."""
    doubt = raakt(dossier, provision, zin)
    people, bodies = mensen_en_lichamen(dossier)
    return doubt is None or (doubt.twijfel is Twijfel.WIE and 0 < people >= bodies)


def _told(kind: str) -> dict[str, Any]:
    return table(__package__ or "", kind, "bepalingen.toml")


# Not within a number or «artikel 3:40», and not where a line of running text ends.
_CUT = re.compile(r"[,;:](?=\s)")
_ITEM = re.compile(r"\s*(?:(?:[a-z]{1,2}|\d{1,2})(?:[.)]|°\.?)(?:\s|$)\s*)?")  # what a list puts before the words
_SHORTEST = 3  # spaces in words that are worth to point at


def _where(kind: str, provision: Provision, zin: Span) -> Span:
    """The part of the sentence between commas in which it is heard most."""
    content = provision.document.text.content
    cuts = [zin.start, *(m.end() for m in _CUT.finditer(content, zin.start, zin.end)), zin.end]
    parts = [_trimmed(content, Span(*pair)) for pair in pairwise(cuts)]
    parts = [p for p in parts if content.count(" ", p.start, p.end) >= _SHORTEST] or [_trimmed(content, zin)]
    return max(parts, key=lambda p: weights().evidence(kind, content[p.start : p.end]))


def _trimmed(content: str, part: Span) -> Span:
    """The words of a part of a sentence, without what a list puts before them and a mark behind them."""
    found = _ITEM.match(content, part.start, part.end)
    start = found.end() if found is not None else part.start
    return Span(start, max(start, part.end - (part.end - part.start - len(content[part.start : part.end].rstrip(" \n.,;:")))))


def hits(dossier: DossierAnalysis, theme: str) -> Iterator[Hit]:
    """What is heard of the kinds of one theme."""
    for kind, found in _of_kinds(dossier).items():
        told = _told(kind)
        for gehoord in found if told["thema"] == theme else ():
            document, at = gehoord.provision.document, gehoord.at
            ask = _page(told["bij"][0])
            searched = "" if kind in _OF_WAYS_OUT else " Een uitweg is dichtbij niet gevonden."
            yield Hit(
                document=document,
                unit=gehoord.provision.unit,
                span=at,
                message=f"Dit klinkt als {told['klinkt_als']}: «{words(document, at)}».",
                explanation=f"Als dat zo is, geldt: {told['gevolg'][0].lower()}{told['gevolg'][1:]}{searched} Dezelfde vraag stelt de "
                f"controle «{ask.title}» ({ask.code}).",
                label="lees dit nog eens",
                question=ask.question,
                ground=ask.ground,
                sources=tuple(ask.sources),
                suggestions=filled(tuple(map(Suggestion, ask.suggestions)), dossier.bill, gehoord.provision.unit),
                doubts=(GEHOORD,),
                silent_beside=tuple(told["bij"]),
                around=gehoord.zin,
            )


@cache
def _page(name: str) -> CheckMeta:
    """What the page of the check that asks the same says."""
    from doenvermogentoets_checks import catalogue

    return next(parse_page(entry).meta for entry in catalogue() if entry.page.name == f"{name}.md")

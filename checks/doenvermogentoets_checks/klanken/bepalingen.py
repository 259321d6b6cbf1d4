"""What a provision sounds like that no list of words knows: kinds of remarks that a reviewer makes (``bepalingen.toml``).

The weights (``bepalingen.npz``) are fitted by ``tests/dossiers/fit_bepalingen.py`` on provisions that writers who did not know the rules
wrote and labelled (``tests/dossiers/zinnen/bepaling``), with sentences of published regulations as what is mostly of no kind. What is only
heard is information, or in two themes a suggestion where it is heard so clearly that it is mostly right. It stands in a check of its own in
each theme: its questions are those of other checks, but it is right less often.
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

import numpy as np

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import CheckMeta, parse_page
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.language import klank
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.norms.orgaan import filled
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_provision
from doenvermogentoets_checks.common import table, words
from doenvermogentoets_checks.dichtbij import uitweg_dichtbij
from doenvermogentoets_checks.klanken import GEHOORD
from doenvermogentoets_checks.noemt import mensen_en_lichamen
from doenvermogentoets_checks.raakt import raakt
from doenvermogentoets_checks.twijfel import Twijfel

_ORDINARY = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT})
_LONGEST = 1_500  # characters of a sentence, or of an onderdeel, that is listened to: in a longer one words of everything stand together
_OF_WAYS_OUT = frozenset({"clausule", "uitsluiting"})  # these speak of a way out themselves
#: Log-odds above the threshold of a kind from which it is a suggestion, and in which themes. Of what was so clear in texts that nobody had
#: learned from, 21 of 29 were right there and 2 wrong (docs/kwaliteit.md). The checks of the other themes know most words of an effect:
#: where these are silent they mostly mean it, and what is heard stays information.
CLEAR = 3.0
_CLEAR_IN = frozenset({"termijnen", "doenvermogen"})
_MOST = 2  # kinds that are told of one sentence, each of another theme: the others mostly are the same remark in other words


@cache
def weights() -> klank.Klanken:
    return klank.read_many(files(__package__).joinpath("bepalingen.npz"))


@dataclass(frozen=True, slots=True)
class _Gehoord:
    """A sentence that sounds like one kind, and the words in it that do so most.

    ``clear``: it sounds so much like it that it is mostly right.
    """

    provision: Provision
    zin: Span
    at: Span
    clear: bool


_heard: WeakKeyDictionary[DossierAnalysis, Mapping[str, Sequence[_Gehoord]]] = WeakKeyDictionary()


def _of_kinds(dossier: DossierAnalysis) -> Mapping[str, Sequence[_Gehoord]]:
    """Per kind the sentences that sound like it, concern people and have no way out near them; worked out once for all kinds."""
    known = _heard.get(dossier)
    if known is None:
        found: dict[str, list[_Gehoord]] = defaultdict(list)
        for provision in dossier.bill.provisions:
            for sentence in provision.passage.sentences:
                for kind, gehoord in _in_sentence(dossier, provision, sentence.span):
                    found[kind].append(gehoord)
        known = _heard[dossier] = found
    return known


def _in_sentence(dossier: DossierAnalysis, provision: Provision, zin: Span) -> Iterator[tuple[str, _Gehoord]]:
    """What is heard in a sentence, each kind once: of a list where it is heard first, on the words before it or in an onderdeel.

    Whom the sentence concerns and whether a way out stands near is asked once, however long its list is.
    """
    allowed: frozenset[str] | None = None
    told: set[str] = set()
    for part, text, norms in _parts(provision, zin):
        kinds = [(kind, clear) for kind, clear in _kinds(text) if kind not in told]
        if not kinds or _in_favour_or_ordinary(norms):
            continue
        if allowed is None:
            allowed = _allowed(dossier, provision, zin)
        places: list[Span] = []
        for kind, clear in kinds:
            if kind in allowed:
                at = _where(kind, provision, part)
                if not any(at.overlaps(place) for place in places):
                    places.append(at)
                    told.add(kind)
                    yield kind, _Gehoord(provision, part, at, clear)


_ONDERDEEL = re.compile(r"\n(?=\s*(?:[a-z]{1,2}|\d{1,2})(?:[.)]|°\.?)\s)")
_A_LIST = 2  # onderdelen
_LEAD = 400  # characters of what stands before a list: in a list of thousands it is read as often


def _parts(provision: Provision, zin: Span) -> Iterator[tuple[Span, str, list[Norm]]]:
    """The sentence with its words and norms; of a list what stands before it, and each onderdeel with those words in front of its own."""
    content = provision.document.text.content
    cuts = [m.start() for m in _ONDERDEEL.finditer(content, zin.start, zin.end)]
    if len(cuts) < _A_LIST:
        parts = [(zin, "")]
    else:
        lead = content[zin.start : min(cuts[0], zin.start + _LEAD)]
        parts = [(Span(zin.start, cuts[0]), ""), *((Span(*pair), lead) for pair in pairwise([*cuts, zin.end]))]
    norms = sorted((n for n in provision.norms if n.span.overlaps(zin)), key=lambda n: n.span.start)
    first = 0
    for part, before in parts:
        while first < len(norms) and norms[first].span.end <= part.start:
            first += 1
        behind = first
        while behind < len(norms) and norms[behind].span.start < part.end:
            behind += 1
        if part.end - part.start <= _LONGEST:
            yield part, before + content[part.start : part.end], norms[first:behind]


def _kinds(text: str) -> list[tuple[str, bool]]:
    """The kinds that words sound like, and whether clearly: the loudest of each theme, the loudest of all first."""
    sounds = weights().log_odds(text) - weights().from_
    if not (sounds > 0).any():
        return []
    loudest: dict[str, tuple[str, bool]] = {}
    for number in np.argsort(-sounds, kind="stable").tolist():
        if sounds[number] <= 0 or len(loudest) == _MOST:
            break
        kind = weights().soorten[number]
        theme = _told(kind)["thema"]
        loudest.setdefault(theme, (kind, theme in _CLEAR_IN and bool(sounds[number] >= CLEAR)))
    return list(loudest.values())


def _allowed(dossier: DossierAnalysis, provision: Provision, zin: Span) -> frozenset[str]:
    """The kinds that may be told of a sentence: none where it is not about people or was explained, few where a way out stands near."""
    if not _over_mensen(dossier, provision, zin):
        return frozenset()
    if dossier.explanation is not None and dossier.explanation.of(provision).complete:
        return frozenset()
    if _of_the_model(dossier.bill, provision):
        return _OF_WAYS_OUT - {"clausule"}
    return _OF_WAYS_OUT if uitweg_dichtbij(dossier.bill, provision, zin) is not None else frozenset(weights().soorten)


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
    return Span(start, start + len(content[start : part.end].rstrip(" \n.,;:")))


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
                severity=Severity.SUGGESTION if gehoord.clear else Severity.INFO,
                doubts=(GEHOORD,),
                silent_beside=tuple(told["bij"]),
                around=gehoord.zin,
            )


@cache
def _page(name: str) -> CheckMeta:
    """What the page of the check that asks the same says."""
    from doenvermogentoets_checks import catalogue

    return next(parse_page(entry).meta for entry in catalogue() if entry.page.name == f"{name}.md")

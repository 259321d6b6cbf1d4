"""Words that may soften a consequence: in its own sentence, in the rest of the artikel, or where a sentence elsewhere refers to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document, Unit
from doenvermogentoets.norms.denied import is_left_undone
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.lost import FROM_A_RULE
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.norms.waar import CONTAINERS
from doenvermogentoets.structure.variants import excluded_by
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import shared_phrases
from doenvermogentoets_checks.dichtbij import andere_termijn, elders, van_een_ding, verloren

# «kan … niet» and «kunnen geen» deny; any other «kan» leaves a choice.
_MAY = re.compile(r"\b(?:kan|kunnen|mag|mogen|bevoegd)\b(?!(?:\W+\w+){0,4}?\W+(?:niet|geen)\b)(?! gezag)")
# «geen nieuwe vergunning kan worden verkregen»
_DENIED_BEFORE = re.compile(r"\b(?:niet|geen)\b(?:\W+\w+){0,3}\W+\Z")
_WITHOUT = re.compile(r"\b(?:zonder|geen)\W+(?:\w+\W+){0,3}\Z")


def ruimte(document: Document, zin: Span, gevolg: Span) -> Span | None:
    """Words of the sentence itself that leave room, limit the consequence or offer a repair first."""
    for found in shared_phrases("ruimte").find(document, zin):
        if not found.overlaps(gevolg) and not _refused(document, zin, found):
            return found
    small = document.text.small
    for match in _MAY.finditer(small, zin.start, zin.end):
        if _DENIED_BEFORE.search(small[max(zin.start, match.start() - 40) : match.start()]) is None:
            return Span(match.start(), match.end())
    return None


def _refused(document: Document, zin: Span, found: Span) -> bool:
    """«zonder voorafgaande herinnering», «geen uitstel»: the words are there, the softening is not."""
    small = document.text.small
    return small[found.start : found.end] in shared_phrases("geweigerd") and (
        _WITHOUT.search(small[max(zin.start, found.start - 60) : found.start]) is not None
    )


def maatstaf(document: Document, zin: Span, gevolg: Span) -> Span | None:
    """Words of the sentence itself by which the authority weighs the case, or somebody first gets a chance to mend it."""
    return next(
        (f for f in shared_phrases("maatstaf").find(document, zin) if not f.overlaps(gevolg) and not _refused(document, zin, f)), None
    )


_AWB = re.compile(r"\b(?:awb|algemene wet bestuursrecht)\b")
_STAYS = re.compile(r"\bblij(?:ft|ven)\b(?:(?!\bniet\b)[^.;])*\Z")
_DECIDES = re.compile(r"\b(?:beslist|beslissen|besluit|beslissing|beschikking)\b")


def verzachting(analysis: Analysis, provision: Provision, zin: Span, gevolg: Span | None = None) -> Span | None:
    """Words in the rest of the artikel, or where a sentence refers to it, that may soften what ``zin`` says.

    Wider than :func:`doenvermogentoets.norms.uitweg.ways_out`: what is found here is no way out, but nobody can say that there is none
    before it has been read. In another of several variants it softens nothing.

    Args:
        gevolg: where the effect stands, if in another sentence.
    """
    document = provision.document
    other_variants = [*excluded_by(document, zin), *(excluded_by(document, gevolg) if gevolg is not None else ())]
    for near in analysis.in_artikel(provision.unit) or (provision,):
        for sentence in near.passage.sentences:
            if any(span.overlaps(sentence.span) for span in other_variants):
                continue
            if not sentence.span.overlaps(zin) and not elders(analysis, provision, near, sentence.span):
                found = _softening(document, sentence.span, burden=zin)
                if found is not None and not andere_termijn(analysis, provision, zin, near, found):
                    return found
    own = {provision.unit, provision.unit.artikel} | {u for u in provision.unit.ancestors() if u.kind in CONTAINERS}
    left_out = [c.zin for c in clausules(analysis) if any(own & u.units for u in c.uitsluitingen)]
    for place in _referring(analysis, own):
        if any(place.overlaps(zin_) for zin_ in left_out):
            continue  # «kan afwijken, met uitzondering van artikel 3»: named, and not helped
        found = _softening(document, place)
        if found is not None:
            return found
    return None


_GRANT = re.compile(r"\b(?:ontheffing|vrijstelling)")
_ASKED = re.compile(r"\b(?:verzoek|aanvra(?:ag|gt|gen)|vraagt|aangevraagd)\b")
_REFUSES = re.compile(r"\b(?:afgewezen|geweigerd|weigert|niet in behandeling|buiten behandeling|niet-ontvankelijk)\b|\bwijst\b[^.;]*\baf\b")


def _word_end(small: str, start: int) -> int:
    match = re.compile(r"\w+").match(small, start)
    return match.end() if match is not None else start


def _is_what_was_asked(small: str, found: Span, span: Span, burden: Span | None) -> bool:
    """«Op verzoek wordt vrijstelling verleend. Een verzoek dat later is gedaan, wordt afgewezen»: the exemption is what is refused."""
    if burden is None or span.start > burden.start or _GRANT.match(small, found.start) is None:
        return False
    if FROM_A_RULE.match(small, _word_end(small, found.start), span.end) is not None:
        return False  # «vrijstelling van deze termijn»: that is what softens
    said = (burden.start, burden.end)
    return _REFUSES.search(small, *said) is not None and all(_ASKED.search(small, s.start, s.end) is not None for s in (span, burden))


def _softening(document: Document, span: Span, *, burden: Span | None = None) -> Span | None:
    small = document.text.small
    for found in shared_phrases("verzachting").find(document, span):
        said = small[found.start : found.end]
        if "verleng" in said and _DECIDES.search(small, span.start, span.end) is not None:
            continue  # «kan deze termijn verlengen» in a sentence about deciding gives time to the authority
        if "toepassing" in said and _AWB.search(small, span.start, span.end) is not None:
            continue  # «Awb 4:5 is niet van toepassing» takes a way out away
        if said == "van toepassing" and _STAYS.search(small, span.start, found.start) is not None:
            continue  # «blijft artikel 12 van toepassing»: the old law is kept for a while
        if _is_what_was_asked(small, found, span, burden) or is_left_undone(small, span, found):
            continue
        if not _refused(document, span, found) and not (van_een_ding(document, span, found) or verloren(document, span, found)):
            return found
    return None


_sentences: WeakKeyDictionary[Analysis, dict[Unit, list[Span]]] = WeakKeyDictionary()
_ENOUGH = 40  # sentences that refer to one artikel


def _referring(analysis: Analysis, units: set[Unit | None]) -> Iterator[Span]:
    """The sentences elsewhere that refer to one of these units, in order of place."""
    known = _sentences.get(analysis)
    if known is None:
        known = _sentences[analysis] = {}
        for provision in analysis.provisions:
            for sentence in provision.passage.sentences:
                for reference in references_in(analysis.document, sentence.span):
                    for unit in reference.units:
                        if unit.artikel is None or unit.artikel is not provision.unit.artikel:
                            known.setdefault(unit, []).append(sentence.span)
    for own in units:
        if own is not None:
            yield from known.get(own, ())[:_ENOUGH]

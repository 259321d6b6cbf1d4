"""The spaCy pipeline for Dutch legal text: tokens and sentences of provisions and of paragraphs.

A blank Dutch pipeline with a tokenizer and a sentence component of our own; nothing is trained or downloaded. spaCy is
imported on first use, so that commands that need no language start fast.
"""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.language.model import Passage, Sentence
from doenvermogentoets.pausing import between_units
from doenvermogentoets.structure.unwritten import chosen
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# An enumeration label at the start of a line, for text whose structure is not known: «a.», «b °.», «1°.», «–», «ii.»
_LABEL = re.compile(r"(?m)^[ \t]*((?:[a-z]{1,2}|[0-9]{1,3}|[ivx]{1,5})(?:°|º)?\.?[0-9]?[.)]|[0-9]{1,3}(?:°|º)\.?|[–—•-])(?=[ \t])")

WORDS_KEPT = 14_000
"""Strings that spaCy's vocabulary keeps for good (its own are some 11,000). The words of the first texts are worth keeping; beyond
that, each text would leave some words behind for ever, so what is new in it goes when it has been read. A choice."""
_one_at_a_time = threading.Lock()  # the vocabulary is shared, and spaCy's memory zones may not be nested


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, made on first use."""
    import spacy

    from doenvermogentoets.language import sentences, tokens

    nlp = spacy.blank("nl")
    nlp.tokenizer = tokens.tokenizer(nlp)
    nlp.add_pipe(sentences.NAME)
    return nlp


def analyse_units(document: Document, units: Iterable[Unit]) -> list[Passage]:
    """The passages of provisions: label and heading left out, onderdeel labels marked as not a word, text boxes not read as theirs."""
    spans, labels, asides = [], [], []
    for unit in units:
        span = text_span(unit)
        spans.append(span)
        labels.append(list(_label_spans(unit)))
        asides.append([child.span for child in unit.walk() if child.kind is UnitKind.NOOT and child is not unit])
    return _analyse(document, spans, labels, asides)


def analyse_spans(document: Document, spans: Iterable[Span]) -> list[Passage]:
    """The passages of running text: one per span."""
    spans = list(spans)
    nothing: list[list[Span]] = [[] for _ in spans]
    return _analyse(document, spans, nothing, nothing)


def text_span(unit: Unit) -> Span:
    """Range of a unit's text without its own label and heading."""
    starts = [s.start for s in unit.own] + [c.span.start for c in unit.children]
    return Span(min(starts, default=unit.span.start), max(unit.span.end, *starts) if starts else unit.span.end)


def _label_spans(unit: Unit) -> Iterator[Span]:
    for child in unit.walk():
        if child is not unit and child.kind is UnitKind.ONDERDEEL:
            first = text_span(child).start
            if child.span.start < first:
                yield Span(child.span.start, first)


def _without(text: str, start: int, asides: Sequence[Span]) -> str:
    """The text with what stands beside it, and the line end before that, as spaces: offsets stay, and a sentence runs on past it."""
    parts, done = [], 0
    for aside in sorted(asides, key=lambda span: span.start):
        first, last = aside.start - start, aside.end - start
        first = max(first - (first > 0 and text[first - 1] == "\n"), done)
        if last > first:
            parts += [text[done:first], " " * (last - first)]
            done = last
    return "".join(parts) + text[done:]


def _zone(nlp: Language) -> AbstractContextManager[Any]:
    """Where new words of a text live: kept while there is room, otherwise until the text has been read."""
    return nullcontext() if len(nlp.vocab.strings) < WORDS_KEPT else nlp.memory_zone()


def _analyse(
    document: Document, spans: Sequence[Span], labels: Sequence[Sequence[Span]], asides: Sequence[Sequence[Span]]
) -> list[Passage]:
    nlp = pipeline()
    with _one_at_a_time, _zone(nlp):
        # nothing of spaCy may outlive the zone: passages hold plain words and places
        return _read(nlp, document, spans, labels, asides)


def _read(
    nlp: Language,
    document: Document,
    spans: Sequence[Span],
    labels: Sequence[Sequence[Span]],
    asides: Sequence[Sequence[Span]],
) -> list[Passage]:
    from doenvermogentoets.language.sentences import LABELS

    content = document.text.content
    docs = []
    for span, known, beside in zip(spans, labels, asides, strict=True):
        between_units()
        text = chosen(_without(content[span.start : span.end], span.start, beside))
        doc = nlp.make_doc(text)
        found = {s.start - span.start: s.end - span.start for s in known}
        for match in _LABEL.finditer(text):
            found.setdefault(match.start(1), match.end(1))
        doc.user_data[LABELS] = found
        docs.append(doc)
    words: dict[int, str] = {}
    return [_passage(span, doc, words) for span, doc in zip(spans, nlp.pipe(docs), strict=True)]


def _passage(span: Span, doc: Doc, known: dict[int, str]) -> Passage:
    """What was read of a span as plain words and places.

    Args:
        known: words in small letters by their number in spaCy's vocabulary; grows.
    """
    from spacy.attrs import IDX, IS_SPACE, LENGTH, LOWER

    from doenvermogentoets.language.sentences import LABELS, STARTS

    base, strings = span.start, doc.vocab.strings
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for key, index, length, blank in doc.to_array([LOWER, IDX, LENGTH, IS_SPACE]).tolist():
        if blank:
            continue
        word = known.get(key)
        if word is None:
            word = known[key] = strings[key]
        words.append(word)
        starts.append(base + index)
        ends.append(base + index + length)
    is_label = _labelled(starts, {base + start: base + end for start, end in doc.user_data[LABELS].items()})
    is_word = [not label and any(map(str.isalnum, word)) for label, word in zip(is_label, words, strict=True)]
    sentences = [
        Sentence(
            span=Span(starts[first], ends[last - 1]),
            words=tuple(words[first:last]),
            starts=tuple(starts[first:last]),
            ends=tuple(ends[first:last]),
            is_word=tuple(is_word[first:last]),
            is_label=tuple(is_label[first:last]),
        )
        for first, last in itertools.pairwise([*doc.user_data[STARTS], len(words)])
        if first != last
    ]
    return Passage(span, tuple(sentences))


def _labelled(starts: Sequence[int], labels: Mapping[int, int]) -> list[bool]:
    """Per word whether it is part of a label, from where the words start and where labels start and end."""
    out = [False] * len(starts)
    for i, start in enumerate(starts if labels else ()):
        end = labels.get(start)
        while end is not None and i < len(starts) and starts[i] < end:
            out[i] = True
            i += 1
    return out

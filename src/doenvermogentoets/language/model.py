"""Sentences of a passage, in document offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from doenvermogentoets.text import Span


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence; an aanhef with its onderdelen is one sentence.

    Attributes:
        span: range in the document's text.
        words: lower-cased token texts, punctuation included.
        starts, ends: document offsets of each token.
        is_word: whether the token is a word or number (not punctuation, not an enumeration label).
        is_label: whether the token belongs to the label of an onderdeel.
    """

    span: Span
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_word: tuple[bool, ...]
    is_label: tuple[bool, ...] = ()

    @property
    def word_count(self) -> int:
        return sum(self.is_word)

    def span_of(self, first: int, last: int) -> Span:
        """Document range of tokens ``first`` up to and including ``last``."""
        return Span(self.starts[first], self.ends[last])


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """An analysed stretch of text: one provision, or one paragraph of a toelichting.

    ``span.start`` is the offset of its first character in the document. The spaCy Doc is not kept: nobody asks it anything later.
    """

    span: Span
    sentences: tuple[Sentence, ...]

    def at(self, offset: int) -> Sentence | None:
        """The sentence around a place in the text (a code-point offset); ``None`` between two."""
        before = bisect_right(self.sentences, offset, key=lambda s: s.span.start)
        found = self.sentences[before - 1] if before else None
        return found if found is not None and offset < found.span.end else None

"""Sentence boundaries in legal text, as a spaCy component.

An aanhef with its onderdelen is one sentence; a lid can hold several sentences; a full stop after an abbreviation, an
ordinal or a label ends nothing.
"""

from __future__ import annotations

from spacy.attrs import IDX, IS_SPACE, ORTH
from spacy.language import Language
from spacy.tokens import Doc

from doenvermogentoets.language.tokens import ABBREVIATIONS
from doenvermogentoets.wordlists import words

NAME = "zinnen"
LABELS = "opsommingslabels"
STARTS = "zinsbegin"
_CLOSERS = frozenset("»”’\"')]")
_STOPS = frozenset(".!?")
_OPENERS = frozenset("«“„‘\"'([")
_CONTINUES = frozenset([":", ";", ",", "en", "of", "dan", "wel", "alsmede", "dan wel", "en/of", "of:", "en:"])
# No sentence is this long; a table or list pasted as one is cut, so that the work per sentence stays bounded. A list may have many lines;
# what stands on one line is no sentence beyond some hundreds of words, and what is asked of each clause is asked of all of it.
_LONG = 4000
_LONG_LINE = 1000
# An abbreviation that may end a sentence ends one when a capitalised function word follows.
_STARTERS = words("doenvermogentoets.language", "taal", "zinsopeners")


@Language.component(NAME)
def sentence_component(doc: Doc) -> Doc:
    """Set sentence starts, from the words, the line breaks and the enumeration labels in ``doc.user_data``."""
    strings = doc.vocab.strings
    words: list[str] = []
    ids: list[int] = []
    at: list[int] = []
    spaced: list[bool] = []
    newline = False
    # one table of numbers: making a Token object for every word costs more than all that is done with it
    for i, (key, index, blank) in enumerate(doc.to_array([ORTH, IDX, IS_SPACE]).tolist()):
        word = strings[key]
        if blank:
            newline = "\n" in word and bool(words)
            continue
        words.append(word)
        ids.append(i)
        at.append(index)
        spaced.append(newline)
        newline = False
    label_at = doc.user_data.get(LABELS, {})
    labels = [index in label_at for index in at] if label_at else [False] * len(words)
    starts = boundaries(words, spaced, labels)
    for i in starts:
        doc[ids[i]].is_sent_start = True
    doc.user_data[STARTS] = starts
    return doc


def boundaries(words: list[str], newline: list[bool], label: list[bool]) -> list[int]:
    """Indices of the words that start a sentence.

    Args:
        words: the words, in their own case, without white space.
        newline: whether a line break stands before the word.
        label: whether the word starts an enumeration label.
    """
    starts = [0] if words else []
    in_list = False
    line = 0  # where the line begins
    for i in range(1, len(words)):
        before = words[i - 1]
        if newline[i]:
            line = i
        if (newline[i] and i - starts[-1] > _LONG) or i - max(line, starts[-1]) > _LONG_LINE:
            starts.append(i)
            in_list = False
            continue
        if not newline[i] and before[-1] not in ".!?" and before not in _CLOSERS:
            continue
        last = i - 1
        while last > 0 and words[last] in _CLOSERS:
            last -= 1
        ended = words[last] in _STOPS or (words[last][-1] in ".!?" and words[last].lower() not in ABBREVIATIONS and len(words[last]) > 2)
        if label[i]:
            if words[last] in _CONTINUES or words[last][-1] in ":;,":
                in_list = True
            elif ended and not in_list:
                starts.append(i)
            continue
        if newline[i]:
            if words[i - 1][-1] in ":;," or (words[i][0].islower() and not ended):
                continue
            if _after_label(i, label, words):
                continue
            starts.append(i)
            in_list = False
            continue
        if not ended:
            if (
                words[last].lower() in ABBREVIATIONS
                and words[last].lower() in ("e.v.", "enz.", "etc.", "e.d.", "c.s.")
                and words[i] in _STARTERS
            ):
                starts.append(i)
            continue
        if _after_label(i, label, words) or not (
            words[i][0].isupper() or words[i] in _OPENERS or (words[i][0].isdigit() and words[last] == ".")
        ):
            continue
        if words[i][0].isdigit() and last + 1 == i and words[last - 1].isdigit():
            continue
        if words[i] in _OPENERS and (i + 1 == len(words) or not words[i + 1][0].isupper()):
            continue
        starts.append(i)
    return starts


def _after_label(i: int, label: list[bool], words: list[str]) -> bool:
    """True when only the label stands between the line's start and the word («1°.» is two tokens)."""
    return label[i - 1] or (i > 1 and label[i - 2] and words[i - 1] in {".", ")", "°", "°."})

"""The tokenizer for Dutch legal text: citations, ordinals and abbreviations stay whole, brackets and quotes come off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from doenvermogentoets.wordlists import words

if TYPE_CHECKING:
    from spacy.language import Language

# Sources: Aanwijzingen voor de regelgeving (citation style); Leidraad voor juridische auteurs (abbreviations)
ABBREVIATIONS = words("doenvermogentoets.language", "taal", "afkortingen")
_PREFIXES = [r"[«»“”„‘’\"'(\[{<]", r"[€§$£+]", r"[–—-](?=\w{2})", "…", r"\.\.+"]
_SUFFIXES = [r"[«»“”„’\"')\]}>]", r"[,;:!?…]", r"(?<=[^\s.°º])\.", r"(?<=[°º])\.$", r"%", "€", "–", "—"]

# «examen.In afwijking van»: a full stop without the space after it ends a sentence all the same; not in an address («www.Voorbeeld.nl»).
_INFIXES = [r"(?<=[a-zà-ÿ]{4})\.(?=[A-Z][a-zà-ÿ]*(?![.\w]))"]

# Longest run without blanks that is split; taking punctuation off character by character is quadratic in its length.
_LONGEST = 200


# A run without blanks that is no word, reference or address but noise stays one token. An expression: it is asked of every run.
_too_long = re.compile(rf"[\s\S]{{{_LONGEST + 1}}}").match


def tokenizer(nlp: Language) -> Tokenizer:
    """A tokenizer that splits on spaces, then takes punctuation off both ends.

    Numbers with dots or colons (6:11, 4.1.8, 1.000,50) and slashed words (en/of) stay whole: inside a word nothing is split but two
    sentences with no space between them.
    """
    rules = {}
    for short in ABBREVIATIONS:
        for form in {short, short.capitalize(), short.upper()}:
            rules[form] = [{ORTH: form}]
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(_PREFIXES).search,
        suffix_search=compile_suffix_regex(_SUFFIXES).search,
        infix_finditer=compile_infix_regex(_INFIXES).finditer,
        token_match=_too_long,
    )

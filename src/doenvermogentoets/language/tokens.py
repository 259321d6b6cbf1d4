"""The tokenizer for Dutch legal text: citations, ordinals and abbreviations stay whole, brackets and quotes come off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.language import Language

# Sources: Aanwijzingen voor de regelgeving (citation style); Leidraad voor juridische auteurs (abbreviations)
ABBREVIATIONS = frozenset(
    """a.s. aanw. afd. afl. al. art. artt. a.u.b. b.v. bijv. blz. bv. ca. c.a. c.q. c.s. d.d. dhr. div. d.m.v. dr. drs. d.w.z. e.a. e.d. e.e.a.
    e.o. e.v. enz. etc. evt. excl. fa. fig. gem. h.t.l. i.c. i.c.m. i.e. i.h.b. i.h.k.v. i.o. i.p.v. i.v.m. i.z. incl. ing. inz. ir. i.t.t. jhr. jl. jo. jr. lett.
    m.a.w. m.b.t. m.b.v. m.i. m.i.v. m.n. m.u.v. mej. mevr. mld. mln. mr. mv. mw. n.a.v. nl. no. nr. nrs. n.v. n.v.t. o.a. o.b.v. o.g.v. o.i.v. o.m. o.m.v. o.v.v.
    onderd. p. par. p.j. p.m. p.p. pag. plm. prof. q.q. red. resp. r.o. s.v.p. sr. st. stb. stcrt. t.a.v. t.b.v. t.g.v. t.h.v. t.k. t.m. t.n.v. t/m t.o. t.o.v.
    t.w. t.z.t. trb. v.a. v.c. v.d. vgl. vlg. vnl. vz. w.o. z.g. zgn. z.o.z. z.s.m.""".split()
)
_PREFIXES = [r"[«»“”„‘’\"'(\[{<]", r"[€§$£+]", r"[–—-](?=\w{2})", "…", r"\.\.+"]
_SUFFIXES = [r"[«»“”„’\"')\]}>]", r"[,;:!?…]", r"(?<=[^\s.°º])\.", r"(?<=[°º])\.$", r"%", "€", "–", "—"]


def tokenizer(nlp: Language) -> Tokenizer:
    """A tokenizer that splits on spaces, then takes punctuation off both ends.

    Numbers with dots or colons (6:11, 4.1.8, 1.000,50) and slashed words (en/of) stay whole: nothing is split inside a word.
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
    )

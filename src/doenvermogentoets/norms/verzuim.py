"""Effects of an omission by the meaning of the predicate, whatever the right is called.

``wendingen.toml`` ties verbs to a list of nouns. A draft has nouns of its own («het thuisonderwijs eindigt», «over dat kwartaal
bestaat geen aanspraak op bekostiging»). Where a sentence says that something was not done, the noun matters less: what ends, is
withheld, is taken or is held to be so is a loss of whoever failed. Here the predicate of the main clause is read by classes of
verbs, polarity and support verbs (``verzuim.toml``); only what lapses to somebody's advantage is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms import actors, clauses
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.model import Gevolg, GevolgSoort
from doenvermogentoets.norms.verbs import Lexicon, lexicon
from doenvermogentoets.norms.verlies import HEAVY, NEGATIONS, PARTICLES, by_word, deciding, effect, governed, of_adjective, sets_of
from doenvermogentoets.norms.wendingen import Vondst, Wending
from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.norms.definitions import Definition


@cache
def _cues() -> frozenset[str]:
    sets = sets_of()
    names = ("eindigt", "verliest", "fictie", "geldt", "opeisbaar", "schuld-woord", "volgend")
    return frozenset().union(*(sets[n] for n in names), *PARTICLES.values(), by_word("genomen"), by_word("gevolgen"), by_word("ontneemt"))


@cache
def _denied() -> frozenset[str]:
    sets = sets_of()
    return sets["gegund"] | sets["geeft"] | sets["heeft"] | sets["mogelijk"] | {"aanmerking", "open", "kan", "kunnen"}


def may_fit(sentence: Sentence) -> bool:
    """Cheap test before :func:`find`: words of an effect are there, or a denial and something to deny."""
    vocabulary = frozenset(sentence.words)
    if not lexicon().singular.keys().isdisjoint(vocabulary & deciding()):
        return True
    return not _cues().isdisjoint(vocabulary) or (not NEGATIONS.isdisjoint(vocabulary) and not _denied().isdisjoint(vocabulary))


_CONDITION = clauses.CONDITIONALS | {"die", "dat", "wie", "wiens", "waarvan", "waarvoor", "waarover"}


def omission(sentence: Sentence) -> bool:
    """Whether a condition of the sentence is that somebody did not do something: read from its clauses, not from a list of verbs.

    «de beroepskracht die het bewijs niet heeft geleverd», «Ontbreken over enig kwartaal stukken, dan», «indien betaling uitblijft».
    """
    words = sentence.words
    sets = sets_of()
    vocabulary = frozenset(words)
    if words[:1] and words[0] in sets["blijft-uit"]:
        return True  # «Ontbreken over enig kwartaal stukken, dan ...»
    failing = not sets["blijft-uit"].isdisjoint(vocabulary)
    if not failing and (NEGATIONS.isdisjoint(vocabulary) and "later" not in vocabulary):
        return False
    lex = lexicon()
    for first, last, opener in clauses.parse(words, sentence.is_label or (False,) * len(words)).subs:
        if opener not in _CONDITION:
            continue
        said = range(first, last + 1)
        if failing and any(words[j] in sets["blijft-uit"] and words[j - 1] != "het" for j in said):
            return True
        duty = not sets["plicht"].isdisjoint(words[first : last + 1])
        acts = [j for j in said if _is_act(lex, words[j]) or (duty and words[j] in ("voldaan", "voldoet", "voldoen"))]
        if not acts:
            continue
        if any(words[j] in NEGATIONS and any(0 < a - j <= 14 for a in acts) and not of_adjective(words, j) for j in said):
            return True
        if any(words[j] == "later" and words[j - 1] not in ("niet", "of") and any(0 < a - j <= 6 for a in acts) for j in said):
            return True
    return False


def _is_act(lex: Lexicon, word: str) -> bool:
    """A participle or final form of something that people do: hand in, pay, report, prove, appear."""
    verbs = lex.participle.get(word) or lex.final.get(word) or lex.infinitive.get(word) or ()
    if word in sets_of()["gedaan"]:
        return True
    return bool(verbs) and verbs[0].klas == "handeling" and verbs[0].groep != "zorgen" and verbs[0].infinitive != "voldoen"


# Beside another effect in the same sentence these are a loss of their own.
_BESIDES = frozenset((GevolgSoort.UITSLUITING, GevolgSoort.VERSCHULDIGD, GevolgSoort.TERUGVORDERING, GevolgSoort.GEEN_RECHT))


def find(sentence: Sentence, definitions: Mapping[str, Definition], known: Sequence[Span] = ()) -> Iterator[Vondst]:
    """The effects that the main clauses of a sentence name.

    Args:
        known: where effects of this sentence are already known; their clauses are left out.

    Yields:
        effects; those with ``wending.altijd`` count whatever the cause, the others only if the sentence is about an omission.
    """
    words = sentence.words
    labels = sentence.is_label or (False,) * len(words)
    if not sets_of()["privaat"].isdisjoint(words):
        return
    parse = clauses.parse(words, labels)
    if known and len(parse.mains) < 2:
        return
    named = actors.find(words, definitions)
    if _of_authority(words, parse, named):
        return
    strict = omission(sentence)
    colon = words.index(":") if ":" in words else len(words)  # behind it stand conditions and grounds, not effects
    for clause in parse.mains:
        if clause.first > clause.last:
            continue  # nothing is left of it, after its subordinate clauses
        reach = sentence.span_of(clause.first, clause.last)
        if clause.finite > colon or any(reach.overlaps(s) for s in known):
            continue
        found = effect(words, clause, named, strict)
        if found is not None:
            first, last, soort, besluit, zwaar = found
            if last > colon or first > last:
                continue  # the denial stands behind it, in an onderdeel
            if known and soort not in _BESIDES:
                continue
            span = sentence.span_of(first, last) if last - first <= 16 else sentence.span_of(last, last)
            yield Vondst(Gevolg(soort, span), _wending(soort, besluit, zwaar, _whatever(words, clause, soort)))


_BARRED = re.compile(
    r"\b(?:gedurende|binnen|voor de duur van|voor een (?:periode|termijn) van|tot|zolang) [^,;.]{0,40}?\b(?:jaar|jaren|maanden"
    r"|kalenderjaren|seizoenen)\b"
)
_AGAIN = re.compile(
    r"\b(?:nieuwe|opnieuw|nogmaals|nadien|andermaal|wederom)\b|\bher(?:inschrijving|aanmelding|toelating|nieuwde)\w*"
    r"|\bna (?:de |het |die |deze |zijn |haar )?\w*(?:intrekking|doorhaling|weigering|beëindiging|afwijzing|uitsluiting"
    r"|verwijdering|verval|schorsing)\b"
)


def _whatever(words: tuple[str, ...], clause: Clause, soort: GevolgSoort) -> bool:
    """Whether the effect counts without an omission: a new start is barred for years, or a decision said with a noun."""
    if soort in (GevolgSoort.GEEN_RECHT, GevolgSoort.UITSLUITING):
        said = " ".join(words[clause.first : clause.last + 1])
        return _BARRED.search(said) is not None and _AGAIN.search(said) is not None
    return words[clause.finite] in ("vindt", "vinden", "volgt", "volgen", "blijft") and soort in HEAVY


@cache
def _wending(soort: GevolgSoort, besluit: bool, zwaar: bool, altijd: bool) -> Wending:
    return Wending(soort, besluit, altijd=altijd, ontkend=True, zwaar=zwaar, seinen=(), patronen=())


def _of_authority(words: tuple[str, ...], parse: clauses.Parse, named: Sequence[Actor]) -> bool:
    """Whether it is an authority that failed («Heeft het college niet tijdig beslist, dan vervalt ...»)."""
    for first, last, opener in parse.subs:
        if opener not in clauses.CONDITIONALS or NEGATIONS.isdisjoint(words[first : last + 1]):
            continue
        inside = [a for a in named if first <= a.first <= last and not governed(words, a)]
        if inside and inside[0].rol == "overheid":
            return True
    return False

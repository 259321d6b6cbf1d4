"""Clauses of a Dutch sentence without a parser: where the main clause's finite verb stands and what belongs to it.

Dutch puts the finite verb second in a main clause and last in a subordinate one. Reading from left to right, every
subordinator and relative pronoun opens a clause that waits for its verb; a finite verb that nothing waits for is the
main one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from doenvermogentoets.norms.verbs import Verb, lexicon

SUBORDINATORS = frozenset(
    """indien wanneer tenzij mits omdat nadat zodra totdat alvorens terwijl hoewel opdat doordat zolang ingeval aangezien voorzover zodat voordat
    waarbij waarin waarop waaraan waarvan waarvoor waardoor waarover waarmee waarmede waaruit waaronder waartoe waarnaar waartegen waartussen waarna waarmede
    wiens wier alwaar hetgeen ofschoon teneinde_niet daar_niet""".split()
)
CONDITIONALS = frozenset("indien wanneer tenzij mits ingeval voorzover zolang als".split())
RELATIVES = frozenset("die dat welke wie wat".split())
MODALS = frozenset("kan kunnen moet moeten dient dienen mag mogen zal zullen zou zouden hoeft hoeven behoeft behoeven".split())
PASSIVES = frozenset("wordt worden werd werden".split())
COPULAS = frozenset("is zijn was waren blijft blijven".split())
PERFECTS = frozenset("heeft hebben had hadden".split())
_AUXILIARIES = MODALS | PASSIVES | COPULAS | PERFECTS
_FINITE_ALWAYS = frozenset("is wordt kan heeft moet dient mag zal zou was werd had blijft hoeft behoeft doet gaat staat ziet komt".split())
_PLURAL_AUXILIARIES = frozenset(
    "worden kunnen hebben moeten dienen mogen zullen zouden waren werden hadden blijven zijn hoeven behoeven".split()
)
_PAST = frozenset(
    """werd werden was waren had hadden kon konden moest moesten mocht mochten verkreeg verkregen ontving deed deden ging gingen kwam kwamen gaf gaven bedroeg bedroegen
    luidde luidden gold golden bestond bestonden vond vonden trad traden nam namen liet lieten verbleef verbleven bleef bleven liep stond stonden sloot verloor woonde ontstond genoot verrichtte
    verleende diende eindigde aanving inging verviel overleed""".split()
)
PREPOSITIONS = frozenset(
    """aan achter behoudens bij binnen buiten door gedurende gelet ingevolge in jegens krachtens langs met middels na naar naast namens niettegenstaande om omtrent
    onder ondanks onverminderd op over per qua rond sedert sinds tegen ten ter tijdens tot tussen uit van vanaf vanwege volgens voor wegens zonder inzake onverminderd overeenkomstig betreffende te mede""".split()
)
DETERMINERS = frozenset(
    "de het een deze dit die dat dergelijke zodanige elk elke ieder iedere enig enige geen zijn haar hun onze ons diens alle welke beide".split()
)
_ADVERBS = frozenset(
    """niet ook mede tevens voorts slechts uitsluitend alleen telkens steeds in op van voor bij met door aan ten ter tot om onverwijld terstond
    verplicht bevoegd gehouden verschuldigd gerechtigd openbaar belast vrijgesteld onderworpen aangewezen bedoeld voorzien gebonden aansprakelijk strafbaar toegestaan nodig vereist geen
    de het een deze die daarbij hierbij daarop hierop overeenkomstig uiterlijk ten minste reeds jegens vrij nietig hoofdelijk werkzaam afkomstig geldig toegelaten tezamen samen
    vatbaar strafbaar behulpzaam verantwoordelijk ingevolge gelijk onverminderd naar krachtens onder""".split()
)
_BEFORE_NOUN = DETERMINERS | frozenset("van tot bij door na voor het te om of aan in op met ter ten".split())
_COORD = frozenset(["en", "of", "doch", "maar", "noch", "danwel", "dan", "alsmede", "dus", "en/of"])


@dataclass(slots=True)
class Clause:
    """A main clause.

    Attributes:
        finite: index of the finite verb.
        first, last: token range (inclusive) that belongs to it, subordinate clauses included.
        subject: (first, last) of the constituent before the verb, or ``None`` on inversion.
        core: indices of the tokens at its own level.
        words: the words at its own level, as a set.
        verbs: lexical verbs that carry its meaning, the most telling first.
        verb_at: indices of the words of the lexical verb, particle included.
    """

    finite: int
    first: int
    last: int
    core: list[int] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    verbs: tuple[Verb, ...] = ()
    verb_at: tuple[int, ...] = ()
    modal: str = ""
    passive: bool = False
    perfect: bool = False
    copula: bool = False
    negated: bool = False


@dataclass(slots=True)
class Parse:
    """Main clauses of a sentence, depth of each token (0 is main level) and the subordinate clauses as (first, last, word)."""

    mains: list[Clause]
    depth: list[int]
    subs: list[tuple[int, int, str]]


def is_singular_finite(word: str) -> bool:
    return word in _FINITE_ALWAYS or word in lexicon().singular or word in _PAST


def parse(words: Sequence[str], labels: Sequence[bool]) -> Parse:
    """Find the clauses of one sentence."""
    lex = lexicon()
    singular, plural, final, participle, infinitive = lex.singular, lex.plural, lex.final, lex.participle, lex.infinitive
    n = len(words)
    depth = [0] * n
    open_clauses: list[tuple[int, str, bool]] = []  # start, word, opened by coordination
    subs: list[tuple[int, int, str]] = []
    finites: list[int] = []
    aux_open = False  # an auxiliary of the current subordinate cluster has just closed it
    i = 0
    while i < n:
        word = words[i]
        if labels[i]:
            i += 1
            continue
        before = words[i - 1] if i else ""
        after = words[i + 1] if i + 1 < n else ""
        if _opens(words, i, before, after):
            open_clauses.append((i, word, False))
            depth[i] = len(open_clauses)
            i += 1
            continue
        if word in ";.:" and open_clauses and (word == ";" or all(c[2] for c in open_clauses)):
            # a clause without its verb ends here: list items, or a verb that is not in the lexicon
            if word != ":":
                while open_clauses:
                    start, opener, _ = open_clauses.pop()
                    subs.append((start, i - 1, opener))
        if _finite(words, i, before, after, bool(open_clauses), bool(finites), lex):
            if open_clauses and not (open_clauses[-1][2] and before == "," and word in _FINITE_ALWAYS | PASSIVES | MODALS):
                start, opener, _ = open_clauses.pop()
                j = i
                depth[i] = len(open_clauses) + 1
                while j + 1 < n and _in_cluster(words, j + 1, participle, infinitive, words[j], final):
                    j += 1
                    depth[j] = len(open_clauses) + 1
                subs.append((start, j, opener))
                i = j + 1
                if i < n and words[i] in _COORD and i + 1 < n and not _opens(words, i + 1, words[i], words[i + 2] if i + 2 < n else ""):
                    ahead = i + (2 if words[i] == "dan" and words[i + 1] == "wel" else 1)
                    if ahead < n and not _finite(words, ahead, words[i], "", False, False, lex):
                        open_clauses.append((i, opener, True))
                continue
            while open_clauses:
                start, opener, _ = open_clauses.pop()
                subs.append((start, i - 1, opener))
            finites.append(i)
        depth[i] = len(open_clauses)
        i += 1
    while open_clauses:
        start, opener, _ = open_clauses.pop()
        subs.append((start, n - 1, opener))
    if not finites:
        fallback = _fallback(words, lex)
        if fallback is not None:
            finites.append(fallback)
            depth[fallback] = 0
            for j in range(fallback + 1, n):
                depth[j] = max(0, depth[j] - 1)
    subs.sort()
    return Parse(_mains(words, finites, depth), depth, subs)


def _opens(words: Sequence[str], i: int, before: str, after: str) -> bool:
    word = words[i]
    if word in SUBORDINATORS:
        return True
    if word in RELATIVES:
        if word == "dat" and (
            before in PREPOSITIONS
            and before != "in"
            or before in ("in", "met", "bij")
            or after in ("artikel", "artikellid", "lid", "geval", "onderdeel", "bedrag", "besluit", "hoofdstuk", "tijdstip", "jaar", "kind")
            and before != ","
        ):
            return False
        if word == "welke" and before in PREPOSITIONS and after:
            return True
        if word in ("die", "welke") and (
            not before
            or before in PREPOSITIONS
            or before in ("indien", "als", "wanneer", "en", "of", "dan", "dat", ".", ":")
            and after not in ("in", "op", "zich", "niet")
        ):
            return word == "die" and before in ("en", "of") and after in ("niet", "zich", "op", "in", "de", "het", "een", "door")
        if word in ("wie", "wat"):
            return True
        return not (word == "dat" and not before)
    if word == "als":
        if after in ("bedoeld", "bedoelde", "gevolg", "genoemd", "vastgesteld", "omschreven", "volgt", "zodanig", "ware"):
            return False
        return (
            (not before or before in (",", "tenzij", "ook", "of", "en", "indien", ":"))
            and (after in DETERMINERS or after in ("hij", "er", "zij", "onze", "niet"))
            or after in ("hij", "er", "zij", "blijkt")
        )
    if word == "zover":
        return before == "voor"
    if word == "of":
        return (
            before in ("nagegaan", "beoordeeld", "beoordeelt", "onderzocht", "onderzoekt", "bepaalt", "vraag", "besluit", "mede")
            and after in DETERMINERS
        )
    return False


def _finite(words: Sequence[str], i: int, before: str, after: str, waiting: bool, has_main: bool, lex: object) -> bool:
    word = words[i]
    lexi = lexicon()
    if word == "zijn":
        if after in _ADVERBS or after in lexi.participle or after in lexi.infinitive or not after or after in ".,;:":
            return before not in ("te", "kan", "kunnen", "moet", "moeten", "dient", "mag", "zal", "zullen", "dienen", "mogen")
        return False
    if before == "te":
        return False
    if word in _FINITE_ALWAYS or word in _PAST and word not in lexi.participle:
        return not (word == "was" and before in DETERMINERS)
    if word in _PLURAL_AUXILIARIES:
        if word in ("worden", "hebben", "blijven", "kunnen"):
            # an infinitive after a modal in the same clause: «kunnen worden gesteld», «zou kunnen worden»
            for j in range(i - 1, max(-1, i - (30 if has_main or waiting else 12)), -1):
                other = words[j]
                if other in MODALS or other in ("laat", "laten"):
                    return other == word
                if other in ",;:" or other in SUBORDINATORS or other in RELATIVES or other in PASSIVES:
                    break
        return True
    if word in lexi.singular:
        if word in lexi.participle:
            # «verstrekt», «bericht»: a participle after an auxiliary, a verb in verb position
            if waiting:
                if after in _AUXILIARIES or before in _AUXILIARIES:
                    return False
                for j in range(i - 1, max(-1, i - 25), -1):
                    if words[j] in SUBORDINATORS or words[j] in RELATIVES:
                        return True
                    if words[j] in _AUXILIARIES:
                        return False
                return True
            if after in ("door", "aan", "is", "wordt", "zijn", "worden", "heeft", "hebben") and before in (",", "of", "en"):
                return False
            if has_main:
                return False
        return before not in ("het", "een", "geen", "dit", "elk", "ieder") or word in lexi.final and waiting and before == "het" and False
    if waiting and word in lexi.final:
        return before != "te"
    if word in lexi.plural or waiting and word in lexi.infinitive:
        if has_main and not waiting:
            return False
        if before in _BEFORE_NOUN or after == "van":
            return False
        if waiting:
            return (
                after in ".,;:"
                or not after
                or after in ("en", "of", "dan", "kan", "van")
                or after in lexi.singular
                or after in _AUXILIARIES
                or words[i] in lexi.infinitive
                and before not in DETERMINERS
            )
        return True
    return False


def _in_cluster(words: Sequence[str], j: int, participle: object, infinitive: object, before: str, final: object) -> bool:
    lexi = lexicon()
    word = words[j]
    if word == "te":
        return True
    if word in lexi.participle and (before in _AUXILIARIES or before == "te" or before in lexi.participle):
        return True
    if word in ("worden", "zijn", "hebben", "kunnen", "blijven", "geweest", "geworden", "moeten", "laten"):
        return before in _AUXILIARIES or before in ("te", "zou", "kunnen") or before in lexi.participle
    return word in lexi.infinitive and (
        before in MODALS
        or before in ("te", "worden", "laten", "hebben", "zou", "kunnen", "moeten", "heeft", "gaat", "laat", "gaan", "willen", "wil")
    )


def _fallback(words: Sequence[str], lex: object) -> int | None:
    """The main verb when some clause never closed: the last finite verb directly after a comma, else after the first words."""
    best = None
    for i in range(1, len(words)):
        if words[i - 1] == "," and (words[i] in _FINITE_ALWAYS or words[i] in _PLURAL_AUXILIARIES or words[i] in lexicon().singular):
            best = i
    return best


def _mains(words: Sequence[str], finites: list[int], depth: list[int]) -> list[Clause]:
    n = len(words)
    mains: list[Clause] = []
    kept = [f for k, f in enumerate(finites) if k == 0 or _new_main(words, f, finites[k - 1], depth)]
    starts = [0]
    for f in kept[1:]:
        start = f
        while start > starts[-1] and words[start - 1] not in (";", ".", "en", "doch", "maar", "of", ","):
            start -= 1
        starts.append(start)
    for k, f in enumerate(kept):
        first = starts[k]
        last = (starts[k + 1] - 1) if k + 1 < len(kept) else n - 1
        core = [j for j in range(first, last + 1) if depth[j] == 0]
        clause = Clause(f, first, last, core, frozenset(words[j] for j in core))
        _verbs(words, clause, last)
        mains.append(clause)
    return mains


def _new_main(words: Sequence[str], f: int, previous: int, depth: list[int]) -> bool:
    """Whether a later finite verb at main level starts a coordinated main clause."""
    lexi = lexicon()
    word = words[f]
    if word in ("worden", "zijn", "hebben", "kunnen", "blijven") and words[previous] in MODALS | PASSIVES | COPULAS | PERFECTS:
        between = words[previous + 1 : f]
        if not any(w in (";", ".") for w in between):
            return False
    before = words[f - 1]
    if before in ("en", "of", "doch", "maar", ";", "noch") or before == "wel" and words[f - 2] == "dan":
        return True
    for j in range(f - 1, previous, -1):
        if depth[j] == 0 and words[j] in (";", "doch", "maar"):
            return True
        if (
            depth[j] == 0
            and words[j] in ("en", "of")
            and f - j <= 8
            and (words[j + 1] in DETERMINERS or words[j + 1] in ("onze", "kan", "burgemeester"))
            and word in lexi.singular | {k: () for k in _FINITE_ALWAYS}
        ):
            return True
        if words[j] == ":" and word in lexi.singular:
            return True
    return False


def _verbs(words: Sequence[str], clause: Clause, last: int) -> None:
    """Work out modality, voice and the lexical verb of a clause."""
    lexi = lexicon()
    finite = words[clause.finite]
    after = [j for j in clause.core if j > clause.finite]
    clause.negated = any(
        words[j] in ("niet", "geen", "nimmer", "nooit", "evenmin") for j in after if j < _reach(words, clause, after)
    ) or finite in ("weigert_niet",)
    if finite in MODALS and finite not in ("dient", "dienen") or finite in ("dient", "dienen") and ("te" in clause.words):
        clause.modal = finite
    passive = finite in PASSIVES or any(words[j] == "worden" for j in after) and bool(clause.modal)
    if finite in PASSIVES or clause.modal or finite in COPULAS or finite in PERFECTS:
        for j in after:
            word = words[j]
            found = lexi.participle.get(word)
            if found and not (j + 1 < len(words) and words[j + 1] in DETERMINERS and False):
                if _attributive(words, j):
                    continue
                if clause.modal and not passive and finite not in PERFECTS and word not in lexi.infinitive:
                    continue
                clause.verbs, clause.verb_at = found, (j,)
                break
            if clause.modal and not passive:
                found = lexi.infinitive.get(word)
                if found and words[j - 1] not in ("het", "tot", "de"):
                    clause.verbs, clause.verb_at = found, (j,)
                    break
        clause.passive = passive and bool(clause.verbs)
        clause.copula = finite in COPULAS
        clause.perfect = finite in PERFECTS or finite in COPULAS and bool(clause.verbs)
        if clause.modal and not clause.verbs:
            for j in after:
                if words[j] == "te" and j + 1 < len(words) and words[j + 1] in lexi.plural:
                    options = lexi.plural[words[j + 1]]
                    chosen = _with_particle(words, options, [k for k in after if k < j and k >= j - 2], clause.last)
                    clause.verbs, clause.verb_at = chosen[0], (*chosen[1], j + 1)
                    break
        if not clause.modal and not clause.verbs and finite in lexi.singular:
            chosen = _with_particle(words, lexi.singular[finite], after, last)
            clause.verbs, clause.verb_at = chosen[0], (clause.finite, *chosen[1])
        return
    options = lexi.singular.get(finite) or lexi.plural.get(finite) or lexi.final.get(finite) or lexi.infinitive.get(finite) or ()
    chosen = _with_particle(words, options, after, last)
    clause.verbs, clause.verb_at = chosen[0], (clause.finite, *chosen[1])


def _reach(words: Sequence[str], clause: Clause, after: Sequence[int]) -> int:
    """Negation counts up to the next main-level comma that follows a verb; the whole clause otherwise."""
    return clause.last + 1


def _attributive(words: Sequence[str], j: int) -> bool:
    """A participle used as an adjective or parenthesis: «, bedoeld in», «als bedoeld», «vastgesteld bedrag» after a determiner."""
    if words[j] in ("bedoeld", "genoemd"):
        return True
    before = words[j - 1]
    return (
        before in (",", "als", "een", "het")
        and words[j] not in ("geacht",)
        or before == "geen"
        and j + 1 < len(words)
        and words[j + 1] not in ".,;:"
    )


_BOUNDARY = frozenset(
    ".,;: indien als wanneer tenzij of en dan nadat zodra dat om waarbij mits voorzover tot zodat terwijl alsmede ingeval totdat onverminderd zonder doch «".split()
) | {""}
_FREE_PARTICLES = frozenset(
    "terug vast af toe mee mede bekend openbaar goed vrij kwijt zorg samen weer kennis gehoor plaats bezwaar deel".split()
)


def _with_particle(
    words: Sequence[str], options: Sequence[Verb], after: Sequence[int], last: int
) -> tuple[tuple[Verb, ...], tuple[int, ...]]:
    """Choose among the uses of a verb by the particle that stands at the clause's end."""
    wanted = {v.particle for v in options if v.particle}
    if wanted:
        for j in after:
            word = words[j]
            if word in wanted:
                following = words[j + 1] if j + 1 < len(words) else ""
                zover = following == "voor" and j + 2 < len(words) and words[j + 2] == "zover"
                if following in _BOUNDARY or zover or word in _FREE_PARTICLES or following in PREPOSITIONS and j == after[-1]:
                    return tuple(v for v in options if v.particle == word), (j,)
    simple = tuple(v for v in options if not v.particle)
    return simple, ()

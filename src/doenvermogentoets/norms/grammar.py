"""Word classes of Dutch that tell where a clause opens and closes, and the clause itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.verbs import Verb, lexicon
from doenvermogentoets.wordlists import REMEMBERED

SUBORDINATORS = words("clauses", "subordinators")
CONDITIONALS = words("clauses", "conditionals")
RELATIVES = words("clauses", "relatives")
MODALS = words("clauses", "modals")
PASSIVES = words("clauses", "passives")
NEED_NOT = frozenset(["behoeft", "behoeven", "hoeft", "hoeven"])
COPULAS = words("clauses", "copulas")
PERFECTS = words("clauses", "perfects")
AUXILIARIES = MODALS | PASSIVES | COPULAS | PERFECTS
FINITE_ALWAYS = words("clauses", "finite_always")
PLURAL_AUXILIARIES = words("clauses", "plural_auxiliaries")
_PAST = words("clauses", "past")
PREPOSITIONS = words("clauses", "prepositions")
DETERMINERS = words("clauses", "determiners")
_ADVERBS = words("clauses", "adverbs")
_BEFORE_NOUN = DETERMINERS | PREPOSITIONS | frozenset(["of"])
# Forms that are nearly always another word: «het» (heten), «met» (meten), «wet» (weten), «staat» after «de».
NO_VERB = words("clauses", "no_verb")
NOUN_OR_VERB = words("clauses", "noun_or_verb")
COORDINATORS = words("clauses", "coord")


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
        modal, passive, perfect, copula, negated: its modality («kan»), voice and polarity.
        shared: it is an onderdeel whose subject stands in the aanhef.
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
    shared: bool = False


@lru_cache(maxsize=1)
def finite_forms() -> frozenset[str]:
    """Every form that can be a finite verb somewhere: what is not in it, need not be looked at."""
    lex = lexicon()
    return (
        FINITE_ALWAYS
        | PLURAL_AUXILIARIES
        | _PAST
        | lex.past
        | {"zijn"}
        | frozenset([*lex.singular, *lex.plural, *lex.final, *lex.infinitive])
    )


_SECOND = frozenset(["kan", "mag", "moet", "zal", "wordt", "is", "heeft", "blijft"])


def is_finite(words: Sequence[str], i: int, before: str, after: str, waiting: bool, has_main: bool) -> bool:
    """Whether the word at ``i`` is the finite verb of a clause, by its form and its place.

    Args:
        words: the words of the sentence in lower case.
        before: the word before it, and ``after`` the one behind it; empty at an end.
        waiting: a subordinate clause has begun and its verb has not come yet.
        has_main: the main clause has its verb already.
    """
    word = words[i]
    lexi = lexicon()
    if word == "werken" and "terug" in words[i + 1 : i + 4] and before not in _BEFORE_NOUN:
        return True
    if word == "start" and before == "van":
        return False  # «van start gaan»
    if word == "rust" and after in DETERMINERS and before not in _BEFORE_NOUN and not has_main:
        return True  # «Op de houder rust de verplichting»
    if word == "verzet" and waiting and "zich" in words[max(0, i - 8) : i]:
        return True  # «indien het belang zich niet verzet»
    if word in NO_VERB or (word in NOUN_OR_VERB and not _verb_place(words, i, before, after, waiting, has_main)):
        return False
    if word == "zijn":
        if i > 1 and words[i - 2] == "het" and is_participle(before):
            return False
        if (
            after in _ADVERBS
            or after in FINITE_ALWAYS
            or after in PLURAL_AUXILIARIES
            or (waiting and after in lexi.singular)
            or after in lexi.participle
            or (before in RELATIVES and is_participle(after))
            or after in lexi.infinitive
            or not after
            or after in ".,;:"
        ):
            return before not in ("te", "kan", "kunnen", "moet", "moeten", "dient", "mag", "zal", "zullen", "dienen", "mogen")
        return False
    if before == "te":
        return False
    if i == 0 and word in lexi.plural and word not in PLURAL_AUXILIARIES and (after in PREPOSITIONS or after in FINITE_ALWAYS):
        return False  # «Verzoeken om goedkeuring worden», «Boeken kan»: a noun
    if word in FINITE_ALWAYS or (word in _PAST and word not in lexi.participle):
        if word.endswith(("de", "te")) and not waiting:
            # «de verleende bijstand»: in a main clause a past in -de or -te is nearly always an adjective
            return False
        return not (word == "was" and before in DETERMINERS)
    if word in PLURAL_AUXILIARIES:
        if word in ("hebben", "houden", "zijn") and _having(words, i):
            return False  # «het onder zich hebben», «het voorhanden hebben»
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
        if not waiting and not has_main and after in _SECOND:
            return False  # «het voorgenomen besluit kan»: two finite verbs do not stand side by side in a main clause
        if word in _AS_NOUN and before.endswith("e") and after == "van":
            return False  # «vraaggerichte inzet van»
        if word in lexi.participle:
            # «verstrekt», «bericht»: a participle after an auxiliary, a verb in verb position
            if waiting:
                if after in AUXILIARIES or before in AUXILIARIES:
                    return False
                for j in range(i - 1, max(-1, i - 25), -1):
                    if words[j] in SUBORDINATORS or words[j] in RELATIVES:
                        return True
                    if words[j] in AUXILIARIES:
                        return False
                return True
            if after in ("door", "aan", "is", "wordt", "zijn", "worden", "heeft", "hebben") and before in (",", "of", "en"):
                return False
            if has_main:
                return False
        if before == "ieder" and (i == 1 or words[i - 2] in ("een", "zal")):
            return True  # «Een ieder neemt»
        return before not in ("het", "een", "geen", "dit", "elk", "ieder") or (word in lexi.final and waiting and before == "het" and False)
    if waiting and word in lexi.final:
        return before != "te"
    if word in lexi.past and word not in lexi.infinitive and word not in lexi.plural and word not in lexi.participle:
        return waiting and _past_place(words, i, before, after)
    if word in lexi.plural and (before in _REFERRING or (word == "gelden" and before.endswith("de") and i > 1)):
        return False  # «de genoemde verzoeken», «de geïnde gelden»: a noun
    if word in lexi.plural or (waiting and word in lexi.infinitive):
        if has_main and not waiting:
            return False
        relative = waiting and before in ("die", "welke") and not (i > 1 and words[i - 2] in SUBORDINATORS)
        if (before in _BEFORE_NOUN and not relative) or (after == "van" and not relative) or _verbal_noun(words, i):
            return False
        if waiting:
            if before in _NAMED or _singular_subject(words, i):
                return False
            return (
                after in PREPOSITIONS
                or after in ".,;:"
                or not after
                or after in ("en", "of", "dan", "kan", "van")
                or after in lexi.singular
                or after in AUXILIARIES
                or (words[i] in lexi.infinitive and before not in DETERMINERS)
            )
        return True
    return False


_HAVING = frozenset(["onder", "zich", "voorhanden", "in", "bezit", "voorraad", "ten", "te", "koop", "eigendom", "verkoop", "voor", "de"])


def _having(words: Sequence[str], i: int) -> bool:
    """Whether an infinitive is a noun with an adverbial: «het onder zich hebben», «het in voorraad hebben»."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if words[j] == "het":
            return j < i - 1
        if words[j] not in _HAVING:
            return False
    return False


def _past_place(words: Sequence[str], i: int, before: str, after: str) -> bool:
    """Whether a past tense stands at the end of its clause; before a noun the same form is an adjective («de verleende bijstand»)."""
    if words[i] in _REFERRING or before in _BEFORE_NOUN or before in COORDINATORS:
        return before in RELATIVES and words[i] not in _REFERRING
    return not after or after in _CLOSES or after in PREPOSITIONS or after in AUXILIARIES


_AS_NOUN = frozenset(["inzet", "afstand", "inhoud", "omzet", "bezit", "beleid", "toets", "werk", "start", "verkoop", "aankoop"])
_REFERRING = words("clauses", "after_reference") | words("facts", "referred")
_CLOSES = frozenset([".", ",", ";", ":", "en", "of", "dan", "indien", "als", "die", "dat", "wordt", "worden", "is", "zijn"])


def _singular_subject(words: Sequence[str], i: int) -> bool:
    """Whether the clause that waits for a verb has «hij» as its subject: a plural form is something else then."""
    for j in range(i - 1, max(0, i - 25), -1):
        if words[j] in SUBORDINATORS:
            return words[j + 1] == "hij"
        if words[j] in RELATIVES or words[j] in ("of", "en", ","):
            return False
    return False


def _verbal_noun(words: Sequence[str], i: int) -> bool:
    """An infinitive as a noun after adverbs: «het al dan niet bestaan», «het tijdig en volledig verstrekken»."""
    for j in range(i - 1, max(-1, i - 6), -1):
        if words[j] == "het":
            return True
        if words[j] not in _BEFORE_VERBAL_NOUN:
            return False
    return False


def _verb_place(words: Sequence[str], i: int, before: str, after: str, waiting: bool, has_main: bool) -> bool:
    """Whether a word that may be a noun or number stands where a verb would."""
    word = words[i]
    if before in _BEFORE_NOUN or before in (
        "bedoeld",
        "bedoelde",
        "genoemde",
        "nadere",
        "zodanig",
        "buitengewoon",
        "koninklijk",
        "ministerieel",
    ):
        return False
    if word == "acht":
        return after in ("het", "de", "of", ",", ".", ";", "hij", "een") or (
            waiting and after not in ("weken", "dagen", "maanden", "uur", "jaar", "jaren", "maal", "procent")
        )
    if waiting:
        if word == "staat" and is_participle(after):
            return True  # «die staat ingeschreven», «zoals vermeld staat»
        return after in ".,;:" or not after or after in ("en", "of") or after in PREPOSITIONS
    if has_main:
        return False
    return before in (",",) or (i > 0 and not before.endswith(("e", "lijk")))


@lru_cache(maxsize=REMEMBERED)
def is_participle(word: str) -> bool:
    """In the lexicon, or with the shape of a past participle («geboren», «ondervonden»)."""
    lex = lexicon()
    if word == "gevallen":
        return False  # «in voorkomende gevallen», hardly ever «is gevallen»
    if word in lex.participle:
        return True
    if len(word) < 6 or word in _NOT_PARTICIPLE or word in lex.singular:
        return False
    stem = word
    for particle in (
        "aan",
        "af",
        "op",
        "in",
        "uit",
        "toe",
        "mee",
        "mede",
        "voor",
        "door",
        "over",
        "onder",
        "om",
        "bij",
        "na",
        "terug",
        "vast",
        "weg",
        "samen",
        "tegen",
    ):
        if word.startswith(particle + "ge"):
            stem = word.removeprefix(particle)
            break
    return (stem.startswith("ge") and stem.endswith(("d", "t", "en")) and len(stem) > 5) or (
        stem.startswith(("ver", "ont")) and stem.endswith(("d", "en")) and len(stem) > 7 and not word.endswith(("heden", "heid", "eden"))
    )


_NAMED = frozenset(["dienst", "directie", "inspectie"])  # «de Dienst Wonen»
_BEFORE_VERBAL_NOUN = words("clauses", "before_verbal_noun")
_NOT_PARTICIPLE = words("clauses", "not_participle")


# After these an infinitive in the passive still belongs to the clause («blijkt te zijn gedaan»).
_TAKES_PASSIVE = words("clauses", "takes_passive")


def in_cluster(words: Sequence[str], j: int, before: str) -> bool:
    """Whether a word belongs to the verbs that close a clause, after the finite one."""
    lex = lexicon()
    word = words[j]
    if word == "te":
        if (
            words[j + 1 : j + 2] in (("worden",), ("zijn",))
            and before not in AUXILIARIES
            and before not in _TAKES_PASSIVE
            and not is_participle(before)
        ):
            return False  # «dient voor de dag waarop de licentie eindigt | te worden ingediend»: the main clause is taken up again
        return j + 1 < len(words) and (words[j + 1] in lex.infinitive or words[j + 1] in lex.plural)
    if (before in AUXILIARIES or before == "te") and is_participle(word):
        return True
    if word == "komen" and before in ("is", "zijn"):
        return j + 1 < len(words) and words[j + 1] == "te"  # «indien de noodzaak is komen te vervallen»
    if word in ("worden", "zijn", "hebben", "kunnen", "blijven", "geweest", "geworden", "moeten", "laten"):
        return before in AUXILIARIES or before in ("te", "zou", "kunnen") or before in lex.participle
    return (word in lex.infinitive or word in lex.plural) and (
        before in MODALS
        or before
        in ("te", "worden", "laten", "hebben", "zou", "kunnen", "moeten", "heeft", "gaat", "laat", "gaan", "willen", "wil", "doen", "doet")
    )


def cluster_end(words: Sequence[str], i: int) -> int:
    """Where the verbs end that close a clause, from the verb at ``i`` on: «kan worden gesteld»."""
    n = len(words)
    while i + 1 < n and in_cluster(words, i + 1, words[i]):
        i += 1
    return i

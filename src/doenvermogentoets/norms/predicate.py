"""What a clause says: its lexical verb with particle, modality, voice and polarity."""

from __future__ import annotations

from collections.abc import Sequence

from doenvermogentoets.norms.grammar import (
    COPULAS,
    DETERMINERS,
    MODALS,
    NO_VERB,
    NOUN_OR_VERB,
    PASSIVES,
    PERFECTS,
    PREPOSITIONS,
    Clause,
    is_participle,
)
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.verbs import Verb, lexicon


def read_verbs(words: Sequence[str], clause: Clause) -> None:
    """Work out modality, voice, the lexical verb and the polarity of a clause."""
    _predicate(words, clause)
    after = [j for j in clause.core if j > clause.finite]
    reach = max((j for j in clause.verb_at if j > clause.finite), default=0)
    if not reach:
        reach = next((j for j in after if words[j] in (":", ";", "doch")), clause.last + 1)
    first = next((j for j in clause.core if words[j] not in (",", ";", "en", "of")), clause.finite)
    clause.negated = words[first] in ("geen", "niet", "niemand") or any(
        words[j] in _NEGATIONS and not _denies_adjective(words, j) for j in after if j < reach
    )


def _denies_adjective(words: Sequence[str], j: int) -> bool:
    """«niet uitbetaalde», «niet verder dan», «niet of onvoldoende»: no negation of the clause."""
    following = words[j + 1] if j + 1 < len(words) else ""
    if words[j] == "geen" and "verklaring" in words[max(0, j - 2) : j]:
        return True  # «een verklaring van geen bezwaar», «de verklaring geen privé-gebruik»: a name
    if words[j] != "niet":
        return False
    if j > 1 and words[j - 1] == "het" and words[j - 2] in PREPOSITIONS:
        return True  # «van het niet in behandeling nemen»: a noun
    if words[j - 1] in ("een", "zodanige"):
        return True  # «een niet voor derden toegankelijke ruimte»
    if words[j - 1] == "om" or tuple(words[max(0, j - 2) : j]) == ("al", "dan"):
        return True  # «een bedrag om niet», «al dan niet op verzoek»
    return (following in ("verder", "alleen", "of", "dan") and words[j + 1 : j + 3] != ("dan", "met")) or (
        following.endswith(("de", "te", "ende")) and following not in ("de", "te", "onverwijlde")
    )


_NEGATIONS = words("clauses", "negations")


def _predicate(words: Sequence[str], clause: Clause) -> None:
    lexi = lexicon()
    finite = words[clause.finite]
    after = [j for j in clause.core if j > clause.finite]
    if (finite in MODALS and finite not in ("dient", "dienen")) or (finite in ("dient", "dienen") and ("te" in clause.words)):
        clause.modal = finite
    passive = finite in PASSIVES or (any(words[j] == "worden" for j in after) and bool(clause.modal))
    if finite in COPULAS and ":" in clause.words:
        colon = next(j for j in clause.core if words[j] == ":")
        after = [j for j in after if j < colon]
    if finite in PASSIVES or clause.modal or finite in COPULAS or finite in PERFECTS:
        best: tuple[tuple[Verb, ...], int] | None = None
        weak: tuple[tuple[Verb, ...], int] | None = None  # after a comma: the end of a clause, or a parenthesis («, vastgesteld bij ...»)
        for j in after:
            word = words[j]
            words[j + 1] if j + 1 < len(words) else ""
            if passive or not clause.modal:
                if is_participle(word) and not _attributive(words, j):
                    found = lexi.participle.get(word, ())
                    if words[j - 1] == ",":
                        weak = weak or (found, j)
                    elif best is None or not best[0]:
                        best = (found, j)
            elif (
                word == "zijn"
                and j + 1 < len(words)
                and words[j + 1].isalpha()
                and words[j + 1] not in _NOT_NOUN
                and words[j + 1] not in PREPOSITIONS
            ):
                continue  # «kan zijn recht niet te gelde maken»
            elif best is None and word in lexi.infinitive and words[j - 1] != "te":
                if not _nominal(words, j):
                    best = (lexi.infinitive[word], j)
                elif _bare(words, j):
                    weak = weak or (lexi.infinitive[word], j)  # «kan ontheffing verlenen van»
        if best is None or (not best[0] and weak is not None):
            best = weak
        front = clause.finite - 1
        if best is None and (passive or finite in COPULAS) and front in clause.core and words[front] in lexi.participle:
            best = (lexi.participle[words[front]], front)  # «Aangenomen wordt dat»
        if best is not None and any(v.infinitive in ("besluiten", "bepalen", "beslissen") for v in best[0]):
            best = _decided(words, after, best)
        if best is not None:
            clause.verbs, clause.verb_at = best[0], (best[1],)
        clause.passive = passive and bool(clause.verb_at)
        clause.copula = finite in COPULAS
        clause.perfect = finite in PERFECTS or (finite in COPULAS and bool(clause.verbs))
        if clause.modal and not clause.verbs:
            for j in after:
                if words[j] == "te" and j + 1 < len(words) and words[j + 1] in lexi.plural:
                    options = lexi.plural[words[j + 1]]
                    chosen = _with_particle(words, options, [k for k in after if k < j and k >= j - 2])
                    clause.verbs, clause.verb_at = chosen[0], (*chosen[1], j + 1)
                    break
        if not clause.modal and not clause.verbs and finite in lexi.singular:
            chosen = _with_particle(words, lexi.singular[finite], after)
            clause.verbs, clause.verb_at = chosen[0], (clause.finite, *chosen[1])
        return
    options = lexi.singular.get(finite) or lexi.plural.get(finite) or lexi.final.get(finite) or lexi.infinitive.get(finite) or ()
    chosen = _with_particle(words, options, after)
    clause.verbs, clause.verb_at = chosen[0], (clause.finite, *chosen[1])


def _decided(words: Sequence[str], after: Sequence[int], best: tuple[tuple[Verb, ...], int]) -> tuple[tuple[Verb, ...], int]:
    """What is decided: the verb after «te» in «besluiten ... af te zien»."""
    lex = lexicon()
    for j in after:
        if words[j] == "te" and j + 1 < len(words) and j > best[1]:
            whole = words[j - 1] + words[j + 1]
            verbs = lex.infinitive.get(whole) or lex.infinitive.get(words[j + 1])
            if verbs and verbs[0].klas == "besluit":
                return verbs, j + 1
    return best


_AFTER_REFERENCE = words("clauses", "after_reference")


def _nominal(words: Sequence[str], j: int) -> bool:
    """An infinitive or plural used as a noun: «het verlenen van», «de bedoelde bedragen»."""
    before = words[j - 1]
    following = words[j + 1] if j + 1 < len(words) else ""
    return (
        before in ("het", "tot", "de", "van", "door")
        or (following == "van" and before != "te")
        or (words[j] in NOUN_OR_VERB | NO_VERB | {"gegevens", "houden_"} and before.endswith("e"))
    )


def _bare(words: Sequence[str], j: int) -> bool:
    """An infinitive before «van» with a noun or adverb before it: a verb, unless a better one follows."""
    return (
        words[j - 1].isalpha()
        and words[j - 1] not in DETERMINERS
        and words[j - 1] not in PREPOSITIONS
        and words[j] not in NOUN_OR_VERB | NO_VERB
    )


def _attributive(words: Sequence[str], j: int) -> bool:
    """A participle used as an adjective or parenthesis: «, bedoeld in», «als bedoeld», «een vastgesteld bedrag»."""
    if words[j] in ("bedoeld", "genoemd"):
        return True
    if words[j] == "begrepen" and {"daaronder", "daarin", "hieronder"} & set(words[max(0, j - 2) : j]):
        return True  # «de omzetbelasting niet daaronder begrepen»
    if words[j] == "gewezen" and words[j + 1 : j + 2] and words[j + 1].isalpha() and words[j + 1] not in PREPOSITIONS:
        return True  # «gewezen referenten»
    before = words[j - 1]
    following = words[j + 1] if j + 1 < len(words) else ""
    if words[j] in lexicon().plural and (before in DETERMINERS or before in _AFTER_REFERENCE):
        return True
    if before in DETERMINERS and words[j].endswith("en") and following.isalpha() and following not in _NOT_NOUN | PREPOSITIONS:
        return True  # «de achtergebleven geregistreerde partner»
    if _before_noun(words, j, following):
        return True
    return before in ("als", "een", "het") or (before == "geen" and following not in [".", ",", ";", ":"])


def _before_noun(words: Sequence[str], j: int, following: str) -> bool:
    """A strong participle as adjective: «een bij ministeriële regeling aangewezen categorie»; it stands between determiner and noun."""
    if (
        not words[j].endswith("en")
        or not following.isalpha()
        or following in _NOT_NOUN
        or following in PREPOSITIONS
        or is_participle(following)
    ):
        return False
    noun = following in NO_VERB or following in NOUN_OR_VERB
    if not noun and (following in lexicon().singular or following in lexicon().infinitive or following.endswith("lijk")):
        return False
    adverb = words[j - 1]
    if adverb.isalpha() and adverb not in _NOT_NOUN | PREPOSITIONS and words[j - 2 : j - 1] in (("de",), ("het",), ("een",), ("zijn",)):
        return adverb.endswith(("lijk", "elijk", "eerder", "laatst", "reeds", "aldus", "daarvoor", "hiervoor", "teveel", "onterecht"))
    for k in range(j - 1, max(-1, j - 24), -1):
        if words[k] in (",", ";", ":"):
            return False
        if words[k] in DETERMINERS and k > 0 and words[k + 1] in PREPOSITIONS and words[k + 1] != "te":
            return True
        if words[k] in PASSIVES or words[k] in COPULAS or words[k] in MODALS:
            return False
    return False


_NOT_NOUN = (
    PASSIVES
    | COPULAS
    | MODALS
    | PERFECTS
    | DETERMINERS
    | words("clauses", "subordinators")
    | words("clauses", "coord")
    | words("clauses", "adverbs")
)
_BOUNDARY = words("clauses", "boundary") | {""}
_FREE_PARTICLES = words("clauses", "free_particles")


def _with_particle(words: Sequence[str], options: Sequence[Verb], after: Sequence[int]) -> tuple[tuple[Verb, ...], tuple[int, ...]]:
    """Choose among the uses of a verb by the particle that stands at the clause's end."""
    wanted = {v.particle for v in options if v.particle}
    if wanted:
        for j in after:
            word = words[j]
            if word in wanted:
                following = words[j + 1] if j + 1 < len(words) else ""
                whole = word + words[j + 2] if following == "te" and j + 2 < len(words) else ""
                if whole in lexicon().infinitive and all(v.infinitive != whole for v in options):
                    continue  # «stelt de gelegenheid dit aan te vullen»: the particle of the other verb
                zover = following == "voor" and j + 2 < len(words) and words[j + 2] == "zover"
                if following in _BOUNDARY or zover or following.startswith("waar") or word in _FREE_PARTICLES or following in PREPOSITIONS:
                    return tuple(v for v in options if v.particle == word), (j,)
    simple = tuple(v for v in options if not v.particle)
    return simple, ()

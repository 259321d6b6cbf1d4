"""Verbs of regulation: their forms, particles and what they do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from doenvermogentoets.norms.lexicon import load, words
from doenvermogentoets.norms.model import GevolgSoort, Richting

_UNSTRESSED_PREFIXES = ("be", "ge", "ver", "her", "ont", "er")
_VOICELESS = frozenset("tkfschp")
_VOWELS = frozenset("aeiou")
_DIAERESIS = {"e": "ë", "i": "ï", "u": "ü"}  # «geëvalueerd», «geïnformeerd»
_THIRD_PERSON = {
    "hebben": "heeft",
    "zijn": "is",
    "worden": "wordt",
    "kunnen": "kan",
    "komen": "komt",
    "mogen": "mag",
    "zullen": "zal",
    "willen": "wil",
}
_GEVOLGEN = {
    "weigering": GevolgSoort.WEIGERING,
    "afwijzing": GevolgSoort.AFWIJZING,
    "intrekking": GevolgSoort.INTREKKING,
    "herziening": GevolgSoort.HERZIENING,
    "beëindiging": GevolgSoort.BEEINDIGING,
    "schorsing": GevolgSoort.SCHORSING,
    "verlaging": GevolgSoort.VERLAGING,
    "terugvordering": GevolgSoort.TERUGVORDERING,
    "invordering": GevolgSoort.INVORDERING,
    "verrekening": GevolgSoort.VERREKENING,
    "boete": GevolgSoort.BOETE,
    "maatregel": GevolgSoort.MAATREGEL,
    "verhoging": GevolgSoort.VERHOGING,
}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in one of its uses.

    Attributes:
        infinitive: with its particle («terugvorderen»).
        particle: the separable part («terug»), empty if none.
        klas: what it does in regulation.
        groep: the group in the word list («weigering», «melden»).
        richting: direction of a decision.
        gevolg: the adverse effect it names.
    """

    infinitive: str
    particle: str
    klas: str
    groep: str
    richting: Richting = "neutraal"
    gevolg: GevolgSoort | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verb forms. Each maps a lower-cased form to the verbs that have it, the most telling first.

    ``singular`` and ``plural`` leave the particle off (main clause); ``final`` are finite forms with the particle on (subordinate
    clause); ``infinitive`` and ``participle`` carry it. ``past`` are past tenses with the particle on, as a subordinate clause has them.
    """

    singular: dict[str, tuple[Verb, ...]]
    plural: dict[str, tuple[Verb, ...]]
    final: dict[str, tuple[Verb, ...]]
    infinitive: dict[str, tuple[Verb, ...]]
    participle: dict[str, tuple[Verb, ...]]
    past: frozenset[str]
    particles: frozenset[str]
    by_infinitive: dict[str, Verb]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The verb lexicon, made on first use."""
    singular: dict[str, list[Verb]] = {}
    plural: dict[str, list[Verb]] = {}
    final: dict[str, list[Verb]] = {}
    infinitive: dict[str, list[Verb]] = {}
    participle: dict[str, list[Verb]] = {}
    by_infinitive: dict[str, Verb] = {}
    particles = set()
    past: set[str] = set()
    for verb, base, strong in _entries():
        by_infinitive.setdefault(verb.infinitive, verb)
        if verb.particle:
            particles.add(verb.particle)
        for form in third_person(base):
            singular.setdefault(form, []).append(verb)
            final.setdefault(verb.particle + form, []).append(verb)
        plural.setdefault(base, []).append(verb)
        infinitive.setdefault(verb.infinitive, []).append(verb)
        for form in (strong,) if strong else weak_participles(base):
            participle.setdefault(verb.particle + form, []).append(verb)
        past.update(
            verb.particle + form
            for form in (strong_past(base) or (() if strong else weak_past(base)))
            if verb.particle or form not in _PAST_OR_NOUN
        )
    return Lexicon(
        _frozen(singular),
        _frozen(plural),
        _frozen(final),
        _frozen(infinitive),
        _frozen(participle),
        frozenset(past),
        frozenset(particles),
        by_infinitive,
    )


def _frozen(table: dict[str, list[Verb]]) -> dict[str, tuple[Verb, ...]]:
    return {form: tuple(dict.fromkeys(verbs)) for form, verbs in table.items()}


def _entries() -> list[tuple[Verb, str, str]]:
    out = []
    for section, groups in load("verbs").items():
        klas, _, side = section.partition("_")
        richting: Richting = "gunstig" if side == "gunstig" else "nadelig" if side == "nadelig" else "neutraal"
        for groep, verbs in groups.items():
            for entry in verbs:
                word, _, strong = entry.partition(" ")
                particle, _, base = word.rpartition("|")
                out.append((Verb(particle + base, particle, klas, groep, richting, _GEVOLGEN.get(groep)), base, strong))
    return out


def _stems(base: str) -> set[str]:
    """Possible present stems of an infinitive; both vowel lengths, as the wrong one is no word."""
    if base.endswith(("zien", "doen", "gaan", "staan", "slaan")) or base in ("zijn",):
        return {base[:-1]}
    stem = base[:-2] if base.endswith(("en", "ën")) else base.removesuffix("n")
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stem = stem[:-1]
        return {stem}
    last = {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    stem = stem[:-1] + last
    stems = {stem}
    if len(stem) > 2 and stem[-2] in _VOWELS and stem[-1] not in _VOWELS and stem[-3] not in _VOWELS:
        stems.add(stem[:-1] + stem[-2] + stem[-1])
    if len(stem) == 2 and stem[0] in _VOWELS:
        stems.add(stem[0] + stem)
    return stems


def third_person(base: str) -> set[str]:
    """Third person singular, present tense."""
    if base in _THIRD_PERSON:
        return {_THIRD_PERSON[base]}
    for irregular in ("komen", "hebben"):
        if base.endswith(irregular):
            return {base.removesuffix(irregular) + _THIRD_PERSON[irregular]}
    return {stem if stem.endswith("t") else stem + "t" for stem in _stems(base)}


def weak_participles(base: str) -> set[str]:
    """Weak past participles, without particle; a verb with an unstressed prefix takes no ge-."""
    original = base[:-2] if base.endswith(("en", "ën")) else base
    ending = "t" if original[-1:] in _VOICELESS or original.endswith("ch") else "d"
    out = set()
    for stem in _stems(base):
        whole = stem if stem[-1] in "td" else stem + ending
        prefixed = base.startswith(_UNSTRESSED_PREFIXES) and len(base) > 6
        if prefixed:
            out.add(whole)
        if not prefixed or base.startswith(("her", "er")):
            out.add("ge" + _DIAERESIS.get(whole[0], whole[0]) + whole[1:])
    return out


@lru_cache(maxsize=1)
def _strong() -> tuple[tuple[str, str, str], ...]:
    """Strong verbs with their past singular and plural, longest first: «nemen nam namen»."""
    entries = (entry.split() for entry in load("pasts")["sterk"]["werkwoorden"])
    return tuple(sorted(((a, b, c) for a, b, c in entries), key=lambda entry: -len(entry[0])))


def strong_past(base: str) -> tuple[str, ...]:
    """Past singular and plural of a strong verb, also behind an unstressed prefix; nothing for a weak one."""
    for verb, singular, plural in _strong():
        if base == verb or (base.endswith(verb) and base.removesuffix(verb) in _INSEPARABLE):
            prefix = base.removesuffix(verb)
            return prefix + singular, prefix + plural
    return ()


_PAST_OR_NOUN = words("verbs", "past_or_noun")
_INSEPARABLE = frozenset([*_UNSTRESSED_PREFIXES, "over", "onder", "door", "her", "mis", "vol", "weer", "aan", "in", "plaats"])


def weak_past(base: str) -> set[str]:
    """Weak past singular and plural: «leefde», «vervulden», «verrichtte»."""
    original = base[:-2] if base.endswith(("en", "ën")) else base
    ending = "te" if original[-1:] in _VOICELESS or original.endswith("ch") else "de"
    return {stem + ending + number for stem in _stems(base) for number in ("", "n")}

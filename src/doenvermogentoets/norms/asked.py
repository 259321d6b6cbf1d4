"""What people must do that no duty says: in conditions, in what a decision prescribes, and where they are asked or given a chance."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.norms import clauses, grammar
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.acting import role_in
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.verbs import lexicon

WORDS = {form: infinitive for infinitive, forms in load("terms")["handelingen"].items() for form in forms}


def given_a_chance(facts: Facts) -> Iterator[tuple[int, int, str]]:
    """«worden zij in de gelegenheid gesteld de vragen op te geven»: what somebody may do, also when a pronoun names him."""
    words = facts.words
    if "gelegenheid" not in facts.vocabulary:
        return
    at = words.index("gelegenheid")
    named = [a for a in facts.actors if abs(a.first - at) < 15]
    if named and all(a.rol == "overheid" for a in named) and _PRONOUNS.isdisjoint(words[max(0, at - 6) : at]):
        return
    for j in range(at + 1, min(at + 30, len(words) - 1)):
        if words[j] in _ENDS:
            return
        if words[j] == "te" and words[j + 1].endswith("n") and words[j + 1] not in ("worden", "zijn"):
            yield j + 1, j + 1, words[j + 1]
            return


_PRONOUNS = frozenset(["zij", "hij", "hen", "hem", "dezen", "deze"])


# Groups of verbs of doing what a law asks; looking after one's own affairs («zorgen») tells who is meant more than what is asked.
_ASKED_GROUPS = frozenset(
    ["aanvragen", "melden", "verstrekken", "betalen", "bewijzen", "bewaren", "meewerken", "kiezen", "berekenen", "bezwaar"]
)
_HAPPENING = frozenset(["verkrijgen", "ondergaan", "behouden", "deelnemen", "verlaten", "onthouden", "vermijden"])
_CONDITIONS = grammar.CONDITIONALS | {"zover", "zodra", "nadat"}


def in_conditions(facts: Facts) -> Iterator[tuple[int, int, str]]:
    """«mits de houder het toestel laat onderzoeken en aantekent», «zodra de eigenaar de akte ondertekent»: whatever the verb of doing."""
    lex, words, depth = lexicon(), facts.words, facts.parse.depth
    for first, last, opener in facts.parse.subs:
        if opener not in _CONDITIONS:
            continue
        level = depth[min(first + 1, last)]
        own = [j for j in range(first, last + 1) if depth[j] == level]
        here = {words[j] for j in own}
        if not here.isdisjoint(clauses.PASSIVES) or not here.isdisjoint(_DENIED):
            continue
        done = not here.isdisjoint(clauses.PERFECTS)
        for j in reversed(own):
            verbs = (lex.participle if done else lex.final).get(words[j], ())
            if verbs and verbs[0].klas == "handeling":
                verb = verbs[0]
                if (
                    verb.groep in _ASKED_GROUPS
                    and verb.infinitive not in _HAPPENING
                    and words[j] not in WORDS
                    and role_in(facts, first, last, j) == "burger"
                ):
                    yield j, j, verb.infinitive
                break


_DENIED = frozenset(["niet", "geen", "nimmer", "nalaat", "onjuist", "onvolledig"])


def in_prescriptions(facts: Facts) -> Iterator[tuple[int, int, str]]:
    """«het voorschrift dat ruimte wordt vrijgehouden», «de voorwaarde dat de houder verslag doet»: what a decision asks of its holder."""
    lex, words, depth = lexicon(), facts.words, facts.parse.depth
    for first, last, opener in facts.parse.subs:
        if opener != "dat" or PRESCRIBES.isdisjoint(words[max(0, first - 4) : first]):
            continue
        if any(a.rol == "overheid" and not reading.is_object(facts, a) for a in reading.actors_in(facts, first, last)):
            continue
        level = depth[min(first + 1, last)]
        for j in range(last, first, -1):
            if depth[j] != level or words[j] in grammar.AUXILIARIES:
                continue
            verbs = lex.participle.get(words[j]) or lex.final.get(words[j]) or (lex.infinitive.get(words[j]) if _will(words, j) else None)
            if verbs:
                yield j, j, verbs[0].infinitive
                break


def _will(words: tuple[str, ...], j: int) -> bool:
    """«dat de houder zal voldoen», «dat hij moet meewerken»."""
    return not {"zal", "zullen", "moet", "moeten"}.isdisjoint(words[max(0, j - 2) : j + 3])


PRESCRIBES = frozenset(["voorschrift", "voorschriften", "voorwaarde", "voorwaarden", "verplichting", "verplichtingen", "eis", "inhoudende"])


_ASKS = frozenset(["verzoek", "overweging", "opdracht", "bevel", "uitnodiging", "sommatie", "aanmaning", "vordering"])
_BEFORE_ASK = frozenset(["het", "in", "de", "een"])


def asked_for(facts: Facts) -> Iterator[tuple[int, int, str]]:
    """«met het verzoek een opgave in te dienen», «geeft in overweging de stukken toe te voegen»: what somebody is asked to do."""
    words = facts.words
    if _ASKS.isdisjoint(facts.vocabulary) or "te" not in facts.vocabulary:
        return
    for i, word in enumerate(words):
        opens = word in _ASKS and i > 1 and words[i - 1] in _BEFORE_ASK and (words[i - 1] == "in" or words[i - 2] in ("met", "onder"))
        if not opens:
            continue
        for j in range(i + 1, min(i + 40, len(words) - 1)):
            if words[j] in _ENDS:
                break
            if words[j] == "te" and words[j + 1].endswith("n"):
                before = [a for a in facts.actors if a.last < i]
                if not before or any(a.rol == "burger" for a in before) or _names_party(facts, i):
                    yield j + 1, j + 1, words[j + 1]
                break


_ENDS = frozenset([".", ";", ":", "indien", "wanneer"])
_PARTIES = frozenset(["vereniging", "stichting", "vennootschap", "maatschap", "onderneming", "rechtspersoon", "betrokkenen"])


def _names_party(facts: Facts, i: int) -> bool:
    """Whether the one who is asked is a private body that the lists of actors leave out."""
    return not _PARTIES.isdisjoint(facts.words[:i])

"""What the predicate of a main clause takes from somebody: what ends, is withheld, is taken or is held to be so, by classes of verbs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from doenvermogentoets.norms import clauses
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.grammar import NEED_NOT
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.verbs import lexicon

NEGATIONS = frozenset(("niet", "geen", "nimmer", "nooit", "evenmin", "niets"))


@cache
def sets_of() -> Mapping[str, frozenset[str]]:
    """The lists ``woorden`` of ``verzuim.toml``, by the name of their table."""
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("verzuim.toml").read_text(encoding="utf-8"))
    return {name: frozenset(table["woorden"]) for name, table in raw.items() if "woorden" in table}


@cache
def by_word(name: str) -> Mapping[str, GevolgSoort]:
    """A table of ``verzuim.toml`` the other way round: which effect a word stands for."""
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("verzuim.toml").read_text(encoding="utf-8"))
    return {word: GevolgSoort(soort) for soort, words in raw[name].items() for word in words}


HEAVY = frozenset(
    (
        GevolgSoort.WEIGERING,
        GevolgSoort.AFWIJZING,
        GevolgSoort.INTREKKING,
        GevolgSoort.BEEINDIGING,
        GevolgSoort.VERLAGING,
        GevolgSoort.TERUGVORDERING,
    )
)


@cache
def deciding() -> frozenset[str]:
    """Finite forms of the verbs by which an authority takes something."""
    lex = lexicon()
    forms = (*lex.singular.items(), *lex.plural.items())
    return frozenset(
        f for f, verbs in forms if any(v.gevolg in HEAVY and v.infinitive not in ("verwijderen", "verminderen") for v in verbs)
    )


Found = tuple[int, int, GevolgSoort, bool, bool]  # first and last token, kind, a decision, heavy though the kind is mostly light


_GOVERNED = frozenset(("door", "bij", "aan", "van", "op", "jegens", "met", "tegen", "voor", "onder", "tot", "namens"))


def governed(words: tuple[str, ...], actor: Actor) -> bool:
    """Whether a preposition governs the actor («door de houder»), so that he is not the subject."""
    return any(w in _GOVERNED for w in words[max(0, actor.first - 2) : actor.first])


def effect(words: tuple[str, ...], clause: Clause, named: Sequence[Actor], strict: bool) -> Found | None:
    finite = words[clause.finite]
    after = [j for j in clause.core if j > clause.finite and words[j] not in (",", ";", ".")]
    before = [j for j in clause.core if j < clause.finite]
    if clause.modal in _NO_EFFECT or finite in NEED_NOT or clause.finite == 0 or finite in ("kon", "konden"):
        return None  # a sentence that still opens with its verb is a condition
    denied = next((j for j in (*before, *after) if words[j] in NEGATIONS and not of_adjective(words, j)), None)
    can = clause.modal in ("kan", "kunnen")
    if not can and (fiction := _fiction(words, clause, after, named, strict)) is not None:
        return fiction
    if denied is None and finite in sets_of()["heeft"] | {"komt", "komen"}:
        # a relative clause between them may have been read on too far («over het kwartaal waarop …, geen aanspraak»)
        beyond = range(clause.finite + 1, clause.last)
        denied = next((j for j in beyond if words[j] == "geen" and words[j + 1] in ("aanspraak", "recht")), None)
    if denied is not None:
        return _withheld(words, clause, before, after, denied)
    if can:
        return None  # room
    return (
        _ends(words, clause, finite, before, after)
        or _taken(words, clause, finite, before, after, named)
        or _owed(words, clause, before, after)
        or _later(words, clause, after)
    )


def _later(words: tuple[str, ...], clause: Clause, after: list[int]) -> Found | None:
    """«heeft eerst gevolg voor het volgende jaar», «wordt toegewezen met ingang van het eerstvolgende schooljaar»."""
    sets = sets_of()
    rest = [words[j] for j in after]
    at = next((j for j in after if words[j] in ("eerst", "pas") and words[j - 1] != "het" and words[j + 1 : j + 2] != (",",)), None)
    finite = words[clause.finite]
    if at is None and "ingang" in rest:
        at = next((j for j in after if words[j] in sets["volgend"]), None)
    if at is None:
        return None
    given = (
        not sets["gegund"].isdisjoint(rest)
        or ("gevolg" in rest and finite in ("heeft", "hebben"))
        or (finite in ("gaat", "gaan") and "in" in rest)
    )
    if not given:
        return None
    return (at, min(at + 2, clause.last), GevolgSoort.LATERE_INGANG, True, False)


_NO_EFFECT = frozenset(("mag", "mogen", "moet", "moeten", "behoeft", "behoeven", "hoeft", "hoeven", "zou", "zouden"))


def of_adjective(words: tuple[str, ...], j: int) -> bool:
    """«een niet ondertekende aanvraag», «bij niet tijdige betaling», «niet of niet volledig»: something else is denied."""
    following = words[j + 1] if j + 1 < len(words) else ""
    previous = words[j - 1] if j else ""
    if words[j] != "niet":
        return previous in ("zonder", "met", "bij", "ongeacht")
    if previous in ("het", "een", "de", "bij", "wegens", "door", "al", "dan", "of", "die", "alle", "indien", "tenzij"):
        return True
    return following in ("verder", "alleen", "of", "dan", "tijdig", "tijdige") or (
        following.endswith(("de", "te", "ige", "ne")) and following not in ("de", "te", "terugbetaalde")
    )


def _subject_is(words: tuple[str, ...], clause: Clause, before: list[int], after: list[int], names: frozenset[str]) -> bool:
    """Whether the noun that stands nearest to the verb as its subject is one of these: before it, or right after it on inversion."""
    names = names | sets_of()["tekst"]
    near = [words[j] for j in before if j >= clause.first][-6:] if before else []
    for j in after[:4]:
        if words[j] in clauses.PREPOSITIONS:
            break
        near.append(words[j])
    return any(w in names or w.endswith(tuple(n for n in names if len(n) > 6)) for w in near)


_BEGINS = frozenset(("aanvangt", "begint", "ingaat"))
_GONE = frozenset(("teniet", "verloren", "teloor"))
PARTICLES = {
    **dict.fromkeys(("gaat", "gaan"), _GONE),
    **dict.fromkeys(("houdt", "houden"), frozenset(("op",))),
    **dict.fromkeys(("komt", "komen"), frozenset(("vervallen",))),
    **dict.fromkeys(("loopt", "lopen"), frozenset(("af",))),
    **dict.fromkeys(("valt", "vallen"), frozenset(("weg",))),
}


def _ends(words: tuple[str, ...], clause: Clause, finite: str, before: list[int], after: list[int]) -> Found | None:
    sets = sets_of()
    own = clause.finite
    last = next((j for j in reversed(after) if words[j] in PARTICLES.get(finite, ())), None)
    if last is None and finite in ("is", "zijn"):
        last = next((j for j in reversed(after) if words[j] in sets["afgelopen"]), None)
    hit: Found | None = None
    if len(before) + len(after) < 2 or (words[own - 1] == "en" and not _BEGINS.isdisjoint(words[:own])):
        return None  # «j. vervallen»; «het tijdvak dat aanvangt op … en eindigt op …»
    if finite in sets["eindigt"]:
        hit = (own, own, GevolgSoort.VERVAL, False, False)
    elif finite in sets["verliest"] and after:
        stop = after[0]
        for j in after[:6]:
            if words[j] in clauses.PREPOSITIONS:
                break
            stop = j
        hit = (own, stop, GevolgSoort.VERVAL, False, False)
    elif (last is not None and finite in PARTICLES) or (last is not None and finite in ("is", "zijn") and words[last] in sets["afgelopen"]):
        hit = (own, last, GevolgSoort.VERVAL, False, False)
    if hit is None or _subject_is(words, clause, before, after, sets["last"]):
        return None
    return hit


def _taken(
    words: tuple[str, ...], clause: Clause, finite: str, before: list[int], after: list[int], named: Sequence[Actor]
) -> Found | None:
    sets = sets_of()
    taken, nouns, active = by_word("genomen"), by_word("gevolgen"), by_word("ontneemt")
    if finite in ("wordt", "worden", "is", "zijn", "blijft", "blijven"):
        for j in (*after, *before):
            soort = taken.get(words[j])
            if soort is not None and not _subject_is(words, clause, before, after, sets["last"]):
                if finite in ("is", "zijn") and soort is not GevolgSoort.UITSLUITING:
                    continue
                return (j, j, soort, finite not in ("is", "zijn"), False)
    if finite in sets["volgt"]:
        for j in (*before[-4:], *after):
            soort = nouns.get(words[j])
            if soort is not None:
                return (min(clause.finite, j), max(clause.finite, j), soort, True, False)
    verb = clause.verbs[0] if clause.verbs else None
    decides = (
        any(a.rol == "overheid" and clause.first <= a.first <= clause.last for a in named) or "orgaan" in words[clause.first : clause.last]
    )
    if (
        verb is not None
        and verb.gevolg in HEAVY
        and verb.infinitive not in ("verwijderen", "verminderen")
        and decides
        and finite in deciding()
        and not _subject_is(words, clause, [], after, sets["last"])
    ):
        return (clause.finite, max(clause.verb_at), verb.gevolg, True, False)
    if finite in active and after and not _subject_is(words, clause, [], after, sets["last"]):
        return (clause.finite, clause.finite, active[finite], True, False)
    return None


_ASKED = frozenset(("aanvraag", "aanvragen", "verzoek", "verzoeken", "inschrijving", "aanmelding"))


def _withheld(words: tuple[str, ...], clause: Clause, before: list[int], after: list[int], denied: int) -> Found | None:
    sets = sets_of()
    finite = words[clause.finite]
    rest = [words[j] for j in after]
    if not sets["geen-verlies"].isdisjoint(rest) or _spares(words, before, after):
        return None
    at = clause.verb_at[-1] if clause.passive and clause.negated and clause.verb_at else None
    if at is None and finite in ("wordt", "worden"):  # the verb was taken for another («in de gevallen … niet verleend»)
        at = next((j for j in reversed(after) if words[j] in sets["gegund"] and words[j - 1] == "niet"), None)
    if at is not None:
        j = at
        if words[j] in sets["gegund"] and not sets["geen-recht"] & set(_subject(words, before, after)):
            behandeld = words[j] == "behandeld" or (words[j] == "genomen" and "behandeling" in rest)
            if words[j] != "genomen" or behandeld:
                return (min(denied, j), j, GevolgSoort.NIET_IN_BEHANDELING if behandeld else GevolgSoort.GEEN_RECHT, True, False)
    if "aanmerking" in rest and "genomen" not in rest and finite in ("komt", "komen", "kan", "kunnen"):
        return (denied, after[rest.index("aanmerking")], GevolgSoort.UITSLUITING, False, False)
    if "open" in rest and finite in ("staat", "staan"):
        return (denied, after[rest.index("open")], GevolgSoort.GEEN_RECHT, False, False)
    if finite in sets["heeft"] and words[denied] in ("geen", "niets", "evenmin"):
        return (denied, _noun_after(words, clause, denied), GevolgSoort.GEEN_RECHT, False, False)
    if finite in ("is", "zijn") and not sets["mogelijk"].isdisjoint(rest):
        at = next(j for j in reversed(after) if words[j] in sets["mogelijk"])
        return (min(denied, at), max(denied, at), GevolgSoort.GEEN_RECHT, False, False)
    barred = sets["kan-niet"] | {"gedaan"} if not _ASKED.isdisjoint(rest) else sets["kan-niet"]
    if clause.modal in ("kan", "kunnen") and clause.negated and not barred.isdisjoint(rest):
        at = next(j for j in reversed(after) if words[j] in barred)
        return (min(denied, at), max(denied, at), GevolgSoort.UITSLUITING, False, False)
    return None


def _spares(words: tuple[str, ...], before: list[int], after: list[int]) -> bool:
    """What is withheld is a burden: «geen boete opgelegd», «niet teruggevorderd», «is geen vergoeding verschuldigd aan het college»."""
    burdens = sets_of()["last"]
    nouns = [words[j] for j in (*before, *after)]
    return not burdens.isdisjoint(nouns)


def _subject(words: tuple[str, ...], before: list[int], after: list[int]) -> list[str]:
    """The words of what is said not to be given: in front of the verb, or behind it up to a preposition."""
    out = [words[j] for j in before]
    for j in after:
        if words[j] in clauses.PREPOSITIONS:
            break
        out.append(words[j])
    return out


def _noun_after(words: tuple[str, ...], clause: Clause, denied: int) -> int:
    """The noun that «geen» belongs to."""
    at = denied
    for j in clause.core:
        if denied < j <= denied + 3:
            if words[j] in clauses.PREPOSITIONS or words[j] in (",", ";", "."):
                break
            at = j
    return at


def _fiction(words: tuple[str, ...], clause: Clause, after: list[int], named: Sequence[Actor], strict: bool) -> Found | None:
    """«wordt geacht … te hebben ingestemd», «geldt als niet gedaan», «wordt aangemerkt als een geweigerd plan»."""
    sets = sets_of()
    finite = words[clause.finite]
    rest = list(range(clause.finite + 1, clause.last + 1))  # what is held to be so may be a clause of its own
    opening = None
    if words[clause.first : clause.first + 1] == ("als",) or not sets_of()["weerlegbaar"].isdisjoint(words):
        return None  # «Als werkdag wordt aangemerkt»: a definition; what may be rebutted; transitional law
    if finite in sets["geldt"]:
        opening = next((j for j in rest if words[j] == "als" and words[j + 1 : j + 2] not in (("bedoeld",), ("volgt",))), None)
    elif finite in ("wordt", "worden", "is", "zijn", "moet", "moeten"):
        opening = next((j for j in after if words[j] in sets["fictie"]), None)
    if opening is None:
        return None
    start = opening + 1
    if words[opening] == "aangemerkt" or words[opening] == "beschouwd":
        # «wordt als ingetrokken beschouwd»: it may stand before
        als = next((j for j in after if words[j] == "als" and j < opening), None)
        start = als + 1 if als is not None else start
    stop = min(clause.last, start + 24)
    said = words[start : stop + 1]
    bad = next((k for k, w in enumerate(said) if w in sets["fictie-nadelig"]), None)
    if bad is None and not any(a.rol == "overheid" and clause.first <= a.first <= opening and not governed(words, a) for a in named):
        bad = next((k for k, w in enumerate(said) if w in sets["fictie-instemming"]), None)
        loose = strict and words[opening] in ("aangemerkt", "beschouwd") and bool(said) and start > opening
        if bad is None and loose and sets["fictie-geld"].isdisjoint(words):
            bad = min(1, len(said) - 1)  # whatever it is taken for, it is because of the omission
    if bad is None:
        return None
    if not sets["fictie-gunstig"].isdisjoint(said) and not (NEGATIONS & set(said)):
        return None
    return (clause.finite if start - clause.finite <= 12 else opening, start + bad, GevolgSoort.VERVAL, False, False)


def _owed(words: tuple[str, ...], clause: Clause, before: list[int], after: list[int]) -> Found | None:
    """All at once, a surcharge, or the costs: what somebody must pay because of it."""
    sets = sets_of()
    finite = words[clause.finite]
    text = [words[j] for j in (*before, *after)]
    at = next((j for j in after if words[j] in sets["opeisbaar"]), None)
    if at is not None and finite in ("is", "zijn", "wordt", "worden"):
        return (at, at, GevolgSoort.VERVAL, False, False)
    at = next((j for j in after if words[j] in sets["schuld-woord"]), None)
    if at is None or not sets["alles"] & set(text):
        return None
    if sets["verrekent-niet"] & set(text):
        return None
    return (at, at, GevolgSoort.VERSCHULDIGD, False, True)

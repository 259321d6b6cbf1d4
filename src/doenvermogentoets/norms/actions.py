"""What citizens and enterprises must do themselves, wherever a sentence says it: as a duty, a condition or a request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from doenvermogentoets.norms import clauses, documents, grammar, heads, private
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.acting import clause_of, role_in
from doenvermogentoets.norms.asked import (
    PRESCRIBES,
    WORDS,
    asked_for,
    given_a_chance,
    in_conditions,
    in_prescriptions,
)
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.elsewhere import NOTICES, named_elsewhere, sanction_only, wrong_information
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import load, words
from doenvermogentoets.norms.model import Handeling, Rol, Soort, Termijn
from doenvermogentoets.norms.orders import demands, imposed, orders, requires
from doenvermogentoets.norms.requested import requests
from doenvermogentoets.norms.verbs import lexicon

_NO_ACTS = frozenset([Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE, Soort.PROCEDURE, Soort.TOEPASSELIJKHEID])
_ONLY_SUPPOSED = frozenset([Soort.TOEPASSELIJKHEID, Soort.PROCEDURE])
_SAID_OF = frozenset([Soort.DEFINITIE, Soort.PROCEDURE])
_DUTIES = frozenset([Soort.PLICHT, Soort.VERBOD])  # what is punished, must be left alone under another provision
_LIGHT = frozenset(["doen", "geven", "maken", "stellen", "leggen", "brengen", "nemen"])
_FORMS: dict[str, str] = load("terms")["vormeisen"]
_OWN_NAMES = frozenset(["bezwaar", "beroep", "keuze", "verzet", "zienswijze", "zienswijzen", "bedenkingen"])
_HAPPENS = frozenset(["plaats", "plaatsvindt", "gedaan"])
_REMEDIES = frozenset(["bezwaar", "beroep", "verzet"])
_RAISED = frozenset(["gemaakt", "ingesteld", "gedaan"])
_VIEWS = frozenset(load("terms")["mededelingen"]["zienswijzen"])
_DOING = frozenset(load("terms")["mededelingen"]["werkwoorden"])
_ASKING = frozenset(load("terms")["mededelingen"]["opdrachten"])
_ALWAYS = frozenset(load("terms")["altijd_burger"]["woorden"])
_PAYMENT = re.compile(r" (?:\w*betaling\w*|schuld|bedrag|voorschot|vergoeding|verplichting|verplichtingen|\w*verplichting) ")


_NEWS = frozenset(["nader", "zonder", "enig", "voorafgaand", "verder", "dat", "dit", "het", "een"])


def of_norm(facts: Facts, clause: Clause, soort: Soort, rol: Rol, termijnen: Sequence[Termijn]) -> tuple[Handeling, ...]:
    """Acts of a citizen that a main clause asks, allows or supposes, in order, each place once.

    Args:
        facts, clause: the sentence and the clause.
        soort: kind of its norm.
        rol: whom the norm addresses.
        termijnen: its limits; a limit for a citizen always supposes an act.
    """
    sentence = facts.sentence
    out: dict[int, Handeling] = {}
    if soort in _ONLY_SUPPOSED:
        _supposed(facts, clause, out)
    if soort is Soort.PROCEDURE:
        for first, last, infinitive in (*asked_for(facts), *given_a_chance(facts)):
            out.setdefault(first, Handeling(infinitive, sentence.span_of(first, last)))
    if soort in _SAID_OF and (_GRANTED & facts.vocabulary or (soort is Soort.DEFINITIE and "verstaan" not in facts.vocabulary)):
        # «Het krediet is een lening die op aanvraag kan worden toegekend»
        for first, last, infinitive in requests(facts):
            if facts.words[first - 1] == "op":
                out.setdefault(first, Handeling(infinitive, sentence.span_of(first, last)))
    if soort is Soort.DELEGATIE and _GRANTED & facts.vocabulary:
        # «kan worden bepaald dat op aanvraag ontheffing wordt verleend»
        for first, last, infinitive in requests(facts):
            out.setdefault(first, Handeling(infinitive, sentence.span_of(first, last)))
    if soort not in _NO_ACTS:
        barred = soort is Soort.RECHT and clause.negated and facts.words[clause.finite] in ("kan", "kunnen")
        for first, last, infinitive in find(facts):
            if barred and not facts.parse.depth[first]:
                continue  # «kan geen beroep instellen»: what one cannot do
            if clause.first <= first <= clause.last or len(facts.parse.mains) == 1:
                out.setdefault(first, Handeling(infinitive, sentence.span_of(first, last)))
        if not barred:
            _main(facts, clause, soort, rol, out)
    for key in [key for key in out if facts.words[key] == "bericht" and key and facts.words[key - 1] in _NEWS]:
        del out[key]  # «wordt zonder nader bericht afgewezen»: a noun, and nobody tells anything
    if not out:
        for termijn in termijnen:
            if termijn.voor == "burger":
                return (Handeling("handelen", termijn.kern),)
    return tuple(out[key] for key in sorted(out))


def _main(facts: Facts, clause: Clause, soort: Soort, rol: Rol, out: dict[int, Handeling]) -> None:
    """Add the act of the main verb; a verb like «doen» or «stellen» is named after what is done («mededeling»)."""
    span_of = facts.sentence.span_of
    verbs = clause.verbs
    form = soort is Soort.PLICHT and documents.content_of(facts, clause) == "burger"
    if soort is Soort.STRAF and (_BREACH & facts.vocabulary or (_OFFENCE & facts.vocabulary and _NAMED & facts.vocabulary)):
        return  # «Overtreding van artikel 5 wordt gestraft»: what must be done stands elsewhere
    if rol == "burger" and soort in _DUTIES and heads.states(facts, clause):
        return
    if rol == "burger" and soort in _DUTIES and not form and (clause.verb_at or soort is not Soort.PLICHT):
        at = clause.verb_at or (clause.finite,)
        first, last = min(at), max(at)
        verb = verbs[0].infinitive if verbs else facts.words[clause.finite]
        if verb in _LIGHT:
            noun = next((i for i in sorted(out) if i in clause.core and facts.words[i] in NOTICES), None)
            if noun is not None:
                verb = out.pop(noun).soort
        out[first] = Handeling(verb, span_of(first, first if last - first > 12 else last))
    elif rol == "burger" and soort is Soort.PLICHT and form and not out and not clause.negated and "overeenkomst" not in clause.words:
        paper = heads.head(facts, clause)  # «Het klaagschrift bevat», «bevat de aanvraag»: whoever draws it up must see to it
        out[clause.finite] = Handeling(_FORMS.get(paper, "verstrekken"), span_of(clause.finite, clause.finite))
    elif rol == "burger" and soort is Soort.PLICHT and not form and _unnamed_act(facts, clause):
        out[clause.finite] = Handeling("zorgen", span_of(clause.finite, clause.finite))
    elif rol == "overheid" and not out and clause.verbs and clause.verbs[0].infinitive in _TELLING:
        _told(facts, clause, out)
        if not out and clause.verb_at and clause.verbs[0].infinitive in _COMMANDS and orders(facts, clause):
            out[clause.verb_at[0]] = Handeling("naleven", span_of(clause.verb_at[0], clause.verb_at[0]))
    elif rol == "overheid" and not out and (demands(facts, clause) or requires(facts, clause)) and orders(facts, clause):
        out[clause.finite] = Handeling("naleven", span_of(clause.finite, clause.finite))
    elif (
        rol == "overheid"
        and soort is Soort.BEVOEGDHEID
        and not out
        and clause.verb_at
        and "slechts" not in clause.words
        and imposed(facts, clause)
    ):
        out[clause.verb_at[0]] = Handeling("naleven", span_of(clause.verb_at[0], clause.verb_at[0]))
    elif rol == "burger" and soort is Soort.PLICHT and not form and "bezit" in clause.words:
        out[clause.finite] = Handeling("bezitten", span_of(clause.finite, clause.finite))
    elif (
        rol == "burger"
        and soort is Soort.RECHT
        and clause.modal
        and facts.words[clause.finite] not in grammar.NEED_NOT
        and any(v.klas == "handeling" for v in verbs)
        and documents.content_of(facts, clause) is None
    ) or (rol == "burger" and soort is Soort.RECHT and clause.modal and not clause.negated and _uses_right(facts, clause)):
        out[clause.verb_at[0]] = Handeling(verbs[0].infinitive, span_of(clause.verb_at[0], clause.verb_at[0]))
    elif rol == "burger" and soort is Soort.RECHT and not clause.negated and any(v.infinitive in ("bepalen", "kiezen") for v in verbs):
        out[clause.verb_at[0]] = Handeling("kiezen", span_of(clause.verb_at[0], clause.verb_at[0]))
    elif (soort is Soort.PLICHT or (soort is Soort.RECHT and documents.content_of(facts, clause) == "burger")) and not out:
        # «Een aanvraag heeft uitsluitend betrekking op»: what a citizen must hand in, and how
        before: Iterable[int] = range(clause.first, clause.finite)  # the subject stands before the verb, or after it on inversion
        if reading.inverted(facts, clause):
            before = () if soort is Soort.PLICHT else clause.core
        for j in before:
            if facts.parse.depth[j] == 0 and facts.words[j] in _FORMS and not _governed(facts.words, j):
                out[j] = Handeling(_FORMS[facts.words[j]], span_of(j, j))
                return


def _unnamed_act(facts: Facts, clause: Clause) -> bool:
    """«Glaswerk moet zijn aangeduid met», and what must be so in a law about things: somebody has to see to it."""
    must = clause.modal in _MUST and not clause.verb_at
    return must or private.required(facts, clause) or private.of_law(facts, clause)


_MUST = frozenset(["moet", "moeten", "dient", "dienen"])
# What one may be, have or get: no act of his own.
_STATES = words("actions", "states")


_ONLY = frozenset(["slechts", "alleen", "uitsluitend"])  # a fence around the right, not the use of it


def _uses_right(facts: Facts, clause: Clause) -> bool:
    """«kan de overeenkomst ontbinden», «kan door de betrokkene worden ingetrokken»: a right that is used by doing something."""
    if not clause.verbs or not clause.verb_at or clause.verbs[0].infinitive in _STATES or _ONLY & clause.words:
        return False
    who = reading.agent(facts, clause) if clause.passive else reading.subject(facts, clause)
    return who is not None and who.rol == "burger"


_GRANTED = frozenset(["verleend", "verlenen", "toegekend", "toekennen", "toegestaan", "toestaan"])


def _supposed(facts: Facts, clause: Clause, out: dict[int, Handeling]) -> None:
    """Acts in the conditions of a provision about what applies: «geldt slechts voor zover het bewijs desgevraagd wordt overgelegd»."""
    for first, last, infinitive in find(facts):
        inner = [s for s in facts.parse.subs if s[0] <= first <= s[1]]
        if not inner or not clause.first <= first <= clause.last:
            continue
        begin, _, opener = max(inner, key=lambda s: (s[0], -s[1]))
        shown = infinitive == "aantonen" and opener.startswith("waar")  # «goederen waarvan wordt aangetoond dat zij worden uitgevoerd»
        provided = opener == "dat" and facts.words[begin - 1] == "verstande"
        if (opener in _SUPPOSING or shown or provided) and "niet" not in facts.words[begin:first]:
            out.setdefault(first, Handeling(infinitive, facts.sentence.span_of(first, last)))


_SUPPOSING = grammar.CONDITIONALS | {"zover"}
_COMMANDS = frozenset(["opdragen", "gelasten", "verplichten", "eisen", "vorderen", "sommeren"])
_TELLING = _COMMANDS | {"verzoeken", "uitnodigen", "bevelen"}


def _told(facts: Facts, clause: Clause, out: dict[int, Handeling]) -> None:
    """«verzoekt de aanvrager het verzoek te preciseren»: what somebody is told to do, whatever the verb."""
    if not any(a.rol == "burger" and not facts.parse.depth[a.first] for a in reading.actors_in(facts, clause.first, clause.last)):
        return
    for j in clause.core:
        if facts.words[j] == "te" and j > clause.finite and j + 1 <= clause.last and facts.words[j + 1].endswith("n"):
            out[j + 1] = Handeling(facts.words[j + 1], facts.sentence.span_of(j + 1, j + 1))
            return


def _governed(words: Sequence[str], j: int) -> bool:
    """Whether a preposition stands before a noun, over its determiner and adjective."""
    k = j - 1
    while k >= 0 and (words[k] in clauses.DETERMINERS or (words[k].endswith("e") and len(words[k]) > 3)):
        k -= 1
    return k >= 0 and words[k] in clauses.PREPOSITIONS


def find(facts: Facts) -> list[tuple[int, int, str]]:
    """Acts of citizens as (first token, last token, infinitive); worked out once per sentence."""
    if facts.acts is None:
        facts.acts = list(_find(facts))
    return facts.acts


def _find(facts: Facts) -> Iterator[tuple[int, int, str]]:
    words = facts.words
    asked = bool(_ASKING & facts.vocabulary) and any(a.rol == "burger" for a in facts.actors)
    for i, word in enumerate(words):
        if word in NOTICES:
            first, last = clause_of(facts, i)
            # «vindt de mededeling later ... plaats», «is de melding niet gedaan»: the notice as subject of a condition
            subject = bool(facts.parse.depth[i]) and word not in _OWN_NAMES and not _HAPPENS.isdisjoint(words[first : last + 1])
            if not subject and (
                _DOING.isdisjoint(words[max(0, i - 8) : i + 8]) or words[i - 1] in ("voor", "de", "het", "van", "die", "hoger")
            ):
                continue
            if named_elsewhere(facts, first, last):
                continue
            if words[i - 1] == "onder" and words[i + 1 : i + 2] == ("van",):
                continue  # «onder opgave van redenen»: whoever decides gives them
            if word == "kennis" and not clauses.PASSIVES.isdisjoint(words[first : last + 1]):
                continue  # «wordt in kennis gesteld»: another tells him
            role = role_in(facts, first, last, i)
            raised = word in _REMEDIES and words[first] in grammar.CONDITIONALS and bool(_RAISED & set(words[first : last + 1]))
            if role == "burger" or (role == "onbekend" and (word in _VIEWS or subject or raised)):
                yield i, i, word if word in _OWN_NAMES else "melden"
            continue
        if word in _APPLICATIONS and facts.parse.depth[i] and not _governed(words, i):
            first, last = clause_of(facts, i)
            if (
                words[first] in grammar.CONDITIONALS
                and not _MADE.isdisjoint(words[first : last + 1])
                and role_in(facts, first, last, i) == "burger"
            ):
                yield i, i, _APPLICATIONS[word]
                continue
        infinitive = WORDS.get(word)
        if infinitive is None:
            if i > 1 and words[i - 1] == "te":
                split = words[i - 2] + word  # «in te dienen», «mee te werken»
                if split in WORDS and (asked or split == "meewerken"):
                    yield i, i, WORDS[split]
            continue
        if asked and i and words[i - 1] == "te":
            yield i, i, infinitive
            continue
        if (
            i
            and word.endswith("en")
            and word not in _ALWAYS
            and (words[i - 1] in clauses.PREPOSITIONS or words[i - 1] in clauses.DETERMINERS or _attribute(words[i - 1]))
        ):
            continue
        if word == "verzoeken" and words[i + 1 : i + 2] in (("om",), ("tot",), ("van",)) and (not i or facts.labels[i - 1]):
            continue  # «Verzoeken om kennisneming worden geweigerd»
        if _described(facts, i) or sanction_only(facts, i) or (word == "aannemelijk" and _MAKING.isdisjoint(words[max(0, i - 8) : i + 6])):
            continue
        if word in _ALWAYS:
            if not _by_authority(facts, i):
                yield i, i, infinitive
            continue
        first, last = clause_of(facts, i)
        if wrong_information(words, i) or (
            word in ("voldoet", "voldaan") and not _PAYMENT.search(f" {' '.join(words[first : last + 1])} ")
        ):
            continue
        if infinitive == "naleven" and facts.parse.depth[i] and "niet" in words[first:i]:
            continue  # «de voorschriften niet nakomt»: what must be done stands elsewhere
        role = role_in(facts, first, last, i)
        unnamed = role == "onbekend" and (
            (word == "verzocht" and words[i + 1 : i + 2] == ("om",))
            or (word in _HANDED and words[first] in _SUPPOSING and "niet" not in words[first:i])
        )
        if role == "burger" or unnamed:
            yield i, i, infinitive
    yield from in_conditions(facts)
    if not PRESCRIBES.isdisjoint(facts.vocabulary):
        yield from in_prescriptions(facts)
    yield from given_a_chance(facts)
    yield from asked_for(facts)
    yield from requests(facts)


# «alleen verleend indien de factuur wordt overgelegd»: whoever wants the decision does it.
_HANDED = frozenset(["overgelegd", "overlegd", "bijgevoegd", "verzocht"])


def _described(facts: Facts, i: int) -> bool:
    """An act that tells which thing or person is meant: «waarvoor een vergunning is aangevraagd», «een verzoek, ingediend na»."""
    words, parse = facts.words, facts.parse
    word = words[i]
    participle = word in lexicon().participle or word in _ALWAYS
    if (word.endswith("schrift") or word.endswith("verzoek")) and not _NOMINAL.isdisjoint(words[max(0, i - 5) : i]):
        return True  # «de termijn voor het indienen van het bezwaarschrift»
    if word.endswith("schrift") or word.endswith("verzoek"):
        return "ingediend" not in facts.vocabulary and not _HANDING & facts.vocabulary
    if not participle:
        return False
    if not parse.depth[i]:
        return not any(i in clause.verb_at for clause in parse.mains) and words[i - 1] not in ("worden", "is", "zijn", "en", "of")
    inner = [s for s in parse.subs if s[0] <= i <= s[1]]
    if not inner:
        return False
    first, last, opener = max(inner, key=lambda s: (s[0], -s[1]))
    if word == "aangevraagd" and opener in ("waarvoor", "waartoe"):
        return True  # «de kosten waarvoor subsidie wordt aangevraagd»
    relative = opener in grammar.RELATIVES or opener.startswith("waar")
    here = words[first : last + 1]
    if word == "ingediend" and opener in ("waarin", "waarop") and not {"wordt", "worden"}.isdisjoint(here):
        return True  # «het jaar waarin de aanvraag wordt ingediend»
    if not relative or "niet" in here or "door" in here:
        return False
    return bool({"is", "zijn", "heeft", "hebben"} & set(here)) and not {"moet", "moeten", "dient", "dienen"} & set(here)


def _attribute(word: str) -> bool:
    """«aanhangige aanvragen»: an adjective makes the word after it a noun."""
    return word.endswith(("ige", "lijke", "ende")) or (word.endswith("de") and clauses.is_participle(word[:-1]))


_APPLICATIONS = {"aanvraag": "aanvragen", "aanvrage": "aanvragen", "verzoek": "verzoeken"}
_MADE = frozenset(["doet", "doen", "gedaan", "deed", "richt", "gericht"])
_MAKING = frozenset(["maakt", "maken", "gemaakt"])
_NOMINAL = frozenset(["indienen", "indiening", "behandeling", "behandelen", "ontvangst"])
_OFFENCE = frozenset(["feit", "feiten"])
_NAMED = frozenset(["omschreven", "bedoeld", "bedoelde", "genoemd", "genoemde", "strafbaar", "vermeld", "vermelde"])
_BREACH = frozenset(["overtreding", "overtredingen", "handelen", "gedraging", "gedragingen"])
_HANDING = frozenset(["indient", "indienen", "dient", "bevat", "ondertekend", "indiening"])


def _by_authority(facts: Facts, i: int) -> bool:
    first, last = clause_of(facts, i)
    words = facts.words
    if not {"wetsvoorstel", "voordracht"}.isdisjoint(words[first : last + 1]) or " voorstel van wet " in facts.text:
        return True
    for actor in reading.actors_in(facts, first, last):
        if actor.rol == "overheid":
            j = actor.first - 1
            while j >= 0 and (words[j] in clauses.DETERMINERS or (words[j].endswith("e") and len(words[j]) > 3)):
                j -= 1
            if j >= 0 and words[j] == "door":
                return True
            if not reading.is_object(facts, actor) and not any(
                a.rol == "burger" and not reading.is_object(facts, a) for a in reading.actors_in(facts, first, last)
            ):
                return words[i] not in ("ingediend",)
    return False

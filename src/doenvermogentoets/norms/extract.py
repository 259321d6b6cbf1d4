"""From a passage to its norms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from doenvermogentoets.norms import (
    actions,
    adressaat,
    asides,
    burdens,
    classify,
    clauses,
    consequences,
    easing,
    heads,
    lenience,
    lezing,
    limits,
    matter,
    overgang,
    persons,
    powers,
    reach,
    rollen,
    stated,
    within,
    zeker,
)
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import pattern
from doenvermogentoets.norms.model import (
    Adressaat,
    Norm,
    Rol,
    Soort,
    UitwegSignaal,
    Weg,
)
from doenvermogentoets.norms.private import about_things, title_line
from doenvermogentoets.norms.tekens_lezing import Plaats
from doenvermogentoets.norms.together import Weighed, settle

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.document import Document, Unit
    from doenvermogentoets.language.model import Passage
    from doenvermogentoets.norms.definitions import Definition


@dataclass(frozen=True, slots=True)
class NormContext:
    """What may be known beside the passage: the document, the unit, the defined terms and the provision before it."""

    document: Document
    unit: Unit
    definitions: Mapping[str, Definition]
    previous: Provision | None = None


EDITORIAL = "wijzigen"
_NO_CLAUSE = -1
_STATUS_NOTE = re.compile(
    r"^(?:\[ )?(?:treedt|treden) (?:nog )?(?:niet )?in werking (?:per|op|met ingang van) [0-9][^a-z]*(?:[a-z]+ [0-9]{4})?[^a-z]*$"
)


def extract(passage: Passage, context: NormContext) -> tuple[Norm, ...]:
    """The norms of one provision, in the order of its sentences."""
    out: list[Norm] = []
    weighed: dict[int, Weighed] = {}
    clauses_read: list[lezing.Gelezen] = []
    owner: list[int] = []
    heading = overgang.headings(context.unit)
    public = within.grants_are_public(context.document.text.content, context.definitions)
    for sentence in passage.sentences:
        if len(out) == 1 and out[0].soort is Soort.SLOT and out[0].werkwoord == EDITORIAL:
            if not _STATUS_NOTE.search(" ".join(passage.sentences[0].words)):
                break
            owner.clear()
            out.clear()  # a note about when the provision starts to hold stands above its text
        if out and _STATUS_NOTE.search(" ".join(sentence.words)):
            continue  # an editorial note about when something starts to hold, below the text
        earlier = out if out or sentence.words[:1] != ("hij",) else _norms_before(context)
        last = next((n.adressaat for n in reversed(earlier) if n.adressaat is not None and n.adressaat.span is not None), None)
        facts = reading.read(
            sentence,
            context.definitions,
            context.document.text.content,
            (last.rol, last.particulier) if last is not None else None,
            public,
        )
        facts.technical = about_things(context.document.text.content)
        read = _sentence(facts, context, heading, weighed, clauses_read)
        found = [norm for norm, _ in read]
        if (
            out
            and out[-1].soort is Soort.DELEGATIE
            and len(found) == 1
            and (facts.words[:1] in (("daarbij",), ("hierbij",)) or facts.words[:2] in _THE_RULES)
        ):
            # «Daarbij kan worden afgeweken van ...»: what the lower rules may do
            found = (
                [replace(found[0], soort=Soort.DELEGATIE, bevoegdheid="geen", belastend=False)] if found[0].soort in _IN_RULES else found
            )
        out.extend(found)
        owner.extend(at for _, at in read)
    settled = settle(out, weighed)
    owner = [at for norm, at in zip(settled, owner, strict=True) if norm is not None]
    out = limits.in_unit(_beside([norm for norm in settled if norm is not None]))
    if clauses_read:
        own: list[list[Norm]] = [[] for _ in clauses_read]
        for norm, at in zip(out, owner, strict=True):
            if at != _NO_CLAUSE:
                own[at].append(norm)
        chances = lezing.weigh(clauses_read, out, own, _place(context))
        again = lezing.kinds(out, owner, clauses_read, chances)
        out = lezing.told(limits.in_unit(_beside([norm for norm, _ in again])), [at for _, at in again], chances)
    return tuple(zeker.in_unit(out, _norms_before(context)))


def _place(context: NormContext) -> Plaats:
    artikel = context.unit.artikel or context.unit
    before = context.previous if _same_artikel(context) else None
    return Plaats(
        context.document.title,
        artikel.heading,
        tuple(u.heading for u in artikel.ancestors()),
        tuple(n.soort.value for n in before.norms) if before is not None else None,
    )


def _beside(out: list[Norm]) -> list[Norm]:
    """The norms of a provision, without the addressees that some have only when they stand alone."""
    others = any(norm.adressaat is not None and norm.soort is not Soort.RECHTSGEVOLG for norm in out)
    transitional = any(norm.soort is Soort.SLOT for norm in out)
    if others or transitional:
        # beside a norm that somebody must follow, and in transitional law, a legal effect has no addressee of its own
        out = [
            replace(norm, adressaat=None) if norm.soort is Soort.RECHTSGEVOLG and (transitional or _derived(norm)) else norm for norm in out
        ]
    if any(n.soort in _OF_THEIRS and n.adressaat is not None and n.adressaat.rol == "burger" for n in out):
        # rules about the details of a citizen's duty or right: nobody is named, and the citizen is whom the provision speaks to
        out = [
            replace(n, adressaat=None)
            if n.soort is Soort.DELEGATIE and n.adressaat is not None and n.adressaat.span is None and not n.werkwoord
            else n
            for n in out
        ]
    return out


_THE_RULES = (("deze", "regels"), ("deze", "regelen"), ("die", "regels"), ("deze", "voorschriften"))


def _norms_before(context: NormContext) -> list[Norm]:
    """The norms of the lid before in the same artikel."""
    before = context.previous
    return list(before.norms) if before is not None and _same_artikel(context) else []


def _same_artikel(context: NormContext) -> bool:
    """Whether the provision before stands in the same artikel."""
    before = context.previous
    return before is not None and before.unit.artikel is not None and before.unit.artikel is context.unit.artikel


_OF_THEIRS = frozenset([Soort.PLICHT, Soort.RECHT, Soort.VERBOD])
_IN_RULES = frozenset([Soort.BEVOEGDHEID, Soort.PROCEDURE, Soort.PLICHT])


def _derived(norm: Norm) -> bool:
    return norm.adressaat is not None and norm.adressaat.afgeleid


def _for(norm: Norm, other: Actor, facts: Facts, clause: Clause, context: NormContext) -> Norm:
    """The same norm for a second addressee of the other role: «de aanbieders en de raad verstrekken»."""
    span = facts.sentence.span_of(other.first, other.last)
    tekst = facts.content[span.start : span.end]
    private = other.rol == "burger"
    return replace(
        norm,
        adressaat=Adressaat(
            tekst,
            other.rol,
            "laag",
            span,
            other.particulier,
            weg="nevengeschikt",
            tekens=_signs(facts, clause, norm.soort, other.rol, "nevengeschikt", other, context),
        ),
        belastend=norm.belastend and private,
        doenlast=norm.doenlast and private,
        handelingen=norm.handelingen if private else (),
        termijnen=tuple(replace(t, voor=other.rol, streng=t.streng and private) for t in norm.termijnen),
        gevolgen=(),
    )


def _sentence(
    facts: Facts, context: NormContext, heading: str, weighed: dict[int, Weighed], read: list[lezing.Gelezen]
) -> list[tuple[Norm, int]]:
    """The norms of one sentence, each with the place of its clause in ``read`` (or ``_NO_CLAUSE``); its own clauses are added to it.

    Adds to ``weighed``, by their identity, those that are plicht or procedure by their weight.
    """
    if asides.whole_slot(facts):
        return [(Norm(Soort.SLOT, facts.sentence.span, werkwoord=EDITORIAL), _NO_CLAUSE)]
    out: list[Norm] = []
    owner: list[int] = []
    before: Actor | None = None
    for clause in facts.parse.mains:
        core = heads.core_text(facts, clause)
        actor = reading.subject(facts, clause) or persons.subject(facts, clause) or persons.organ_behind(facts, clause)
        actor = rollen.settle(facts, clause, actor, context.document.title, context.definitions)
        if actor is None and before is not None and facts.words[clause.finite - 1] in ("en", "of", "wel") and not clause.passive:
            actor = before  # «stelt ... vast en zendt ...»: one subject, two verbs
        elif before is not None and _shares_subject(facts, clause):
            actor = before
        before = actor
        happens = any(v.infinitive in ("geschieden", "plaatsvinden") for v in clause.verbs[:1])
        door = reading.agent(facts, clause) if clause.passive or happens else None
        remade = partial(_made, facts, clause, actor=actor, door=door, context=context)
        read.append(lezing.Gelezen(facts, clause, actor, door, remade))
        kinds = classify.kinds(facts, clause, core, actor, door)
        if (
            kinds in ([Soort.PLICHT], [Soort.RECHT])
            and _organises(context.document.title)
            and "burger" not in (actor.rol if actor else "", door.rol if door else "")
        ):
            kinds = [Soort.PROCEDURE]  # in a mandate or organisation decision only government is told what to do
        if kinds == [Soort.PLICHT] and _keeps_books(context.document.text.content) and not _reaches_person(facts, clause, actor):
            kinds = [Soort.PROCEDURE]  # in a law about government's own data whoever keeps and gets them is government
        if out and out[-1].soort is Soort.DELEGATIE and kinds == [Soort.BEVOEGDHEID] and actor is None and door is None:
            fronted = clause.finite - clause.first <= 1 and facts.words[clause.finite - 1] in ("en", "of", ",")
            if fronted and clause.modal and clause.passive:
                kinds = [Soort.DELEGATIE]  # «worden regels gesteld en kan worden bepaald dat»: one set of lower rules
        if kinds in ([Soort.PLICHT], [Soort.BEVOEGDHEID], [Soort.PROCEDURE]) and stated.amount_named(
            clause, heads.own_text(facts, clause, core)
        ):
            levied = any(v.infinitive == "heffen" for v in clause.verbs)
            kinds = [Soort.WAARDE] if levied or kinds == [Soort.PROCEDURE] else [*kinds, Soort.WAARDE]  # «een tarief van € 72 verschuldigd»
        joined = facts.words[clause.finite - 1] in ("en", ",") and clause.finite - clause.first <= 1
        if out and out[-1].soort is Soort.SLOT and joined and kinds == [Soort.RECHTSGEVOLG] and actor is None:
            kinds = [Soort.SLOT]  # «treedt in werking met ingang van ... en vervalt met ingang van»
        if out and out[-1].soort is Soort.DELEGATIE and joined and kinds == [Soort.BEVOEGDHEID] and actor is None and door is None:
            kinds = [Soort.DELEGATIE]  # «worden regels gesteld ... en kan worden bepaald dat»: by the same instrument
        if out and joined and kinds == [Soort.PROCEDURE] and actor is None and not clause.passive:
            continue  # «de last omschrijft ... en vermeldt ...»: one norm with two verbs
        if out and kinds == [Soort.PROCEDURE] and out[-1].soort is Soort.PLICHT and actor is not None and _shares_subject(facts, clause):
            kinds = [Soort.PLICHT]  # «stelt de aanvrager in kennis en noemt een termijn»: one duty in two verbs
        made = [_norm(facts, clause, soort, actor, door, context) for soort in kinds]
        also = reading.joined(facts, clause, actor)
        made += [_for(norm, also, facts, clause, context) for norm in made if also is not None and norm.soort in _OF_THEIRS]
        if len(made) == 1 and (clause.finite in facts.weighed or kinds == [Soort.PROCEDURE]):
            told = [reach.of_sum(facts.weighed[clause.finite])] if clause.finite in facts.weighed else []
            unread = actor is None and door is None and clause.modal not in ("kan", "kunnen")
            unread = unread and not clause.passive and not matter.state_business(clause)
            if kinds == told:
                again = partial(_of_weight, facts, clause, actor=actor, door=door, context=context)
                made = [again(kinds[0], not unread)]
                weighed[id(made[0])] = Weighed(facts.weighed[clause.finite], unread, again)
            elif unread and kinds == [Soort.PROCEDURE]:
                weighed[id(made[0])] = Weighed(0.0, True, partial(_same, made[0]))
        out.extend(made)
        owner.extend([len(read) - 1] * len(made))
    soorten = {norm.soort for norm in out}
    if out and not soorten & {Soort.DELEGATIE, Soort.SLOT, Soort.DEFINITIE} and asides.delegates_detail(facts):
        out.append(Norm(Soort.DELEGATIE, facts.sentence.span, Adressaat("", "overheid", "laag", weg="beslist", tekens=_DETAIL)))
    if Soort.SLOT in soorten and Soort.TOEPASSELIJKHEID not in soorten and stated.still_applies(facts):
        out.append(_plain(facts, Soort.TOEPASSELIJKHEID))
    first = out[0].soort if out else Soort.SLOT
    if (
        first is not Soort.SLOT
        and (first is not Soort.PROCEDURE or overgang.hands_over(facts) or overgang.own_of_amending_act(context.unit))
        and overgang.transitional(facts, context.unit, heading, first)
    ):
        out.append(_plain(facts, Soort.SLOT))
    owner += [len(read) - 1 if facts.parse.mains else _NO_CLAUSE] * (len(out) - len(owner))
    return list(zip(out, owner, strict=True))


def _shares_subject(facts: Facts, clause: Clause) -> bool:
    """«De beheerder doet opgave en stelt de Dienst in kennis»: a verb directly after «en» goes on with the subject in front."""
    if facts.words[clause.finite - 1] not in ("en", "of") or clause.finite - clause.first > 1:
        return False
    earlier = next((c for c in facts.parse.mains if c.last == clause.first - 1), None)
    return earlier is not None and not clause.passive and not earlier.passive and not reading.inverted(facts, earlier)


@lru_cache(maxsize=8)
def _keeps_books(content: str) -> bool:
    """Whether a law is about the data and archives of government itself, by its title."""
    return pattern("extract", "gegevensrecht").search(title_line(content)) is not None


_CUSTODIANS = ("verantwoordelijke", "beheerder", "zorgdrager", "functionaris", "bewerker", "verstrekker")
_ASKED = frozenset(["verzoek", "aanvraag", "klacht", "bezwaar"])


def _reaches_person(facts: Facts, clause: Clause, actor: Actor | None) -> bool:
    """Whether a natural person is named in a clause, or data about persons are removed: that is for the person's sake."""
    if actor is not None and actor.rol == "burger" and not facts.words[actor.last].endswith(_CUSTODIANS):
        return True
    if easing.forgets(clause) or (matter.HIM | _ASKED) & clause.words:
        return True
    return any(
        a.rol == "burger" and a.particulier and a.bekend and not facts.parse.depth[a.first]
        for a in reading.actors_in(facts, clause.first, clause.last)
    )


@lru_cache(maxsize=8)
def _organises(title: str) -> bool:
    """Whether a document is a decision about how government organises itself, by its title."""
    return bool(pattern("extract", "organises").search(title.lower()))


def _of_weight(
    facts: Facts, clause: Clause, soort: Soort, sure: bool, actor: Actor | None, door: Actor | None, context: NormContext
) -> Norm:
    """A norm that is what it is by its weight; if not ``sure``, or where its clause names no citizen's affair, nothing is asked of one."""
    if soort is not Soort.PLICHT or (sure and matter.touches_citizen(facts, clause)):
        return _norm(facts, clause, soort, actor, door, context)
    return replace(_norm(facts, clause, Soort.PROCEDURE, actor, door, context), soort=soort)


def _made(facts: Facts, clause: Clause, soort: Soort, *, actor: Actor | None, door: Actor | None, context: NormContext) -> Norm:
    """The norm of a clause as one of this kind; transitional law stands beside what it is about."""
    return _plain(facts, soort) if soort is Soort.SLOT else _norm(facts, clause, soort, actor, door, context)


def _same(norm: Norm, _soort: Soort, _sure: bool) -> Norm:
    return norm


def _plain(facts: Facts, soort: Soort) -> Norm:
    return Norm(soort, facts.sentence.span)


_DETAIL = frozenset(["weg_beslist", "soort_delegatie"])


def _signs(facts: Facts, clause: Clause, soort: Soort, rol: Rol, weg: Weg, who: Actor | None, context: NormContext) -> frozenset[str]:
    return zeker.tekens(facts, clause, soort, rol, weg, who, context.document.title, context.definitions)


def _norm(facts: Facts, clause: Clause, soort: Soort, actor: Actor | None, door: Actor | None, context: NormContext) -> Norm:
    sentence = facts.sentence
    rol, weg, who = adressaat.of(facts, clause, soort, actor, door)
    whom = None
    if rol is not None:
        span = sentence.span_of(who.first, who.last) if who is not None else None
        tekst = context.document.text[span] if span is not None else ""
        known = who is not None and who.bekend
        private = who.particulier if who is not None else rol == "burger"
        signs = _signs(facts, clause, soort, rol, weg, who, context)
        whom = Adressaat(tekst, rol, "laag", span, private, known, weg, signs)  # how sure, zeker.in_unit says
    bevoegdheid, richting = powers.power(facts, clause, soort)
    main_role: Rol = rol or "onbekend"
    effects = consequences.of_clause(facts, clause)
    loses = any(effect.soort not in limits.MENTIONED for effect in effects)
    termijnen = limits.read(facts, clause, soort, main_role, loses)
    handelingen = actions.of_norm(facts, clause, soort, main_role, termijnen)
    doenlast = bool(handelingen)
    ruimte = lenience.room(facts, clause, soort, richting)
    return Norm(
        soort=soort,
        span=sentence.span,
        adressaat=whom,
        bevoegdheid=bevoegdheid,
        richting=richting,
        werkwoord=clause.verbs[0].infinitive if clause.verbs else "",
        werkwoord_spans=tuple(sentence.span_of(j, j) for j in sorted(clause.verb_at)),
        belastend=burdens.adverse(facts, clause, soort, main_role, richting, effects),
        termijnen=termijnen,
        gevolgen=effects,
        ruimte=ruimte,
        signalen=tuple(UitwegSignaal(kind, sentence.span_of(first, last)) for first, last, kind in facts.softeners),
        doenlast=doenlast,
        handelingen=handelingen,
        voorwaarden=tuple(
            sentence.span_of(first, last) for first, last, word in facts.parse.subs if word in clauses.CONDITIONALS or word == "zover"
        ),
        passief=clause.passive and door is None,
    )

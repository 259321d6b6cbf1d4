"""From a passage to its norms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doenvermogentoets.norms import actions, classify, clauses, consequences, deadlines
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import pattern, words
from doenvermogentoets.norms.model import (
    Adressaat,
    Bevoegdheid,
    GevolgSoort,
    Handeling,
    Norm,
    Richting,
    Rol,
    Ruimte,
    Soort,
    Termijn,
    TermijnSoort,
    UitwegSignaal,
    UitwegSoort,
    Zekerheid,
)
from doenvermogentoets.norms.verbs import lexicon

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


_OVERGANG = pattern("extract", "overgang")
_NARROW = frozenset(
    [
        UitwegSoort.DRINGENDE_REDEN,
        UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN,
        UitwegSoort.MATIGING,
        UitwegSoort.AFZIEN,
        UitwegSoort.KWIJTSCHELDING,
        UitwegSoort.BETALINGSREGELING,
        UitwegSoort.VERLENGING,
        UitwegSoort.ONTHEFFING,
        UitwegSoort.VERSCHONING,
        UitwegSoort.VERWIJTBAARHEID,
    ]
)


EDITORIAL = "wijzigen"


# In the passive these are acts of a citizen, whoever is not named.
_PASSIVE_CITIZEN = words("extract", "passive_citizen")


def extract(passage: Passage, context: NormContext) -> tuple[Norm, ...]:
    """The norms of one provision, in the order of its sentences."""
    out: list[Norm] = []
    heading = _headings(context.unit)
    for sentence in passage.sentences:
        if len(out) == 1 and out[0].soort is Soort.SLOT and out[0].werkwoord == EDITORIAL:
            break
        last = next((n.adressaat for n in reversed(out) if n.adressaat is not None and n.adressaat.span is not None), None)
        facts = reading.read(
            sentence, context.definitions, context.document.text.content, (last.rol, last.particulier) if last is not None else None
        )
        out.extend(_sentence(facts, context, heading))
    return tuple(out)


def _headings(unit: Unit) -> str:
    """The heading of the artikel, and of the chapter or paragraaf when it holds transitional law only."""
    artikel = unit.artikel or unit
    above = " ".join(u.heading.lower() for u in artikel.ancestors() if "overgang" in u.heading.lower() and "slot" not in u.heading.lower())
    return f"{artikel.heading.lower()} {above}"


def _sentence(facts: Facts, context: NormContext, heading: str) -> list[Norm]:
    text = facts.text
    if classify.whole_slot(facts):
        return [Norm(Soort.SLOT, facts.sentence.span, werkwoord=EDITORIAL)]
    out: list[Norm] = []
    before: Actor | None = None
    for clause in facts.parse.mains:
        core = classify.core_text(facts, clause)
        actor = reading.subject(facts, clause)
        if actor is None and before is not None and facts.words[clause.finite - 1] in ("en", "of", "wel") and not clause.passive:
            actor = before  # «stelt ... vast en zendt ...»: one subject, two verbs
        before = actor
        door = reading.agent(facts, clause) if clause.passive else None
        kinds = classify.kinds(facts, clause, core, actor, door)
        out.extend(_norm(facts, clause, soort, actor, door, context) for soort in kinds)
    if (
        out
        and out[0].soort not in (Soort.SLOT, Soort.PROCEDURE)
        and not (out[0].soort is Soort.DEFINITIE and "verstaan" in facts.vocabulary)
        and (_OVERGANG.search(text) or "overgang" in heading)
    ):
        out.append(_plain(facts, Soort.SLOT))
    return out


def _plain(facts: Facts, soort: Soort) -> Norm:
    return Norm(soort, facts.sentence.span)


def _norm(facts: Facts, clause: Clause, soort: Soort, actor: Actor | None, door: Actor | None, context: NormContext) -> Norm:
    sentence = facts.sentence
    rol, zekerheid, who = _addressee(facts, clause, soort, actor, door)
    adressaat = None
    if rol is not None:
        span = sentence.span_of(who.first, who.last) if who is not None else None
        tekst = context.document.text[span] if span is not None else ""
        adressaat = Adressaat(tekst, rol, zekerheid, span, who.particulier if who is not None else rol == "burger")
    bevoegdheid, richting = _power(facts, clause, soort)
    main_role: Rol = rol or "onbekend"
    effects = tuple(consequences.find(facts))
    handelingen = tuple(_actions(facts, clause, soort, main_role))
    loses = any(effect.soort not in _MENTIONED for effect in effects)
    termijnen = tuple(_limits(facts, clause, soort, main_role, loses))
    doenlast = bool(handelingen)
    ruimte = _room(facts, soort, richting)
    return Norm(
        soort=soort,
        span=sentence.span,
        adressaat=adressaat,
        bevoegdheid=bevoegdheid,
        richting=richting,
        werkwoord=clause.verbs[0].infinitive if clause.verbs else "",
        werkwoord_spans=tuple(sentence.span_of(j, j) for j in sorted(clause.verb_at)),
        belastend=_adverse(facts, clause, soort, main_role, richting, effects),
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


def _addressee(
    facts: Facts, clause: Clause, soort: Soort, actor: Actor | None, door: Actor | None
) -> tuple[Rol | None, Zekerheid, Actor | None]:
    if soort in (Soort.DEFINITIE, Soort.SLOT, Soort.WAARDE, Soort.TOEPASSELIJKHEID):
        return None, "hoog", None
    if soort in (Soort.DELEGATIE, Soort.PROCEDURE, Soort.BEVOEGDHEID):
        who = door or (actor if actor and actor.rol == "overheid" else None)
        if who is not None and who.rol == "overheid":
            return "overheid", "hoog" if who.bekend else "middel", who
        return "overheid", "middel", None
    who = door or (None if clause.passive else actor)
    if who is not None:
        return who.rol, "hoog" if who.bekend else "middel", who
    if soort is Soort.RECHTSGEVOLG:
        return None, "laag", None
    if soort is Soort.RECHT:
        return "burger", "middel", actor
    if soort is Soort.VERBOD and (clause.passive or facts.words[clause.finite] in ("blijft", "blijven", "vindt", "vinden")):
        citizens = any(v.infinitive in _PASSIVE_CITIZEN for v in clause.verbs)
        return ("burger", "middel", None) if citizens else ("overheid", "laag", None)
    if soort in (Soort.VERBOD, Soort.STRAF):
        return "burger", "laag", None
    if soort is Soort.PLICHT and clause.passive and any(v.infinitive in _PASSIVE_CITIZEN for v in clause.verbs):
        return "burger", "middel", None
    if soort is Soort.PLICHT and (" verschuldigd " in facts.text or (not clause.passive and clause.modal)):
        return "burger", "laag", None
    if soort is Soort.PLICHT:
        return "overheid", "laag", None
    return None, "laag", None


def _power(facts: Facts, clause: Clause, soort: Soort) -> tuple[Bevoegdheid, Richting]:
    verbs = [v for v in clause.verbs if v.klas == "besluit"]
    richting: Richting = verbs[0].richting if verbs else classify.decided_noun(facts, clause) or "neutraal"
    if soort is not Soort.BEVOEGDHEID:
        return "geen", "nadelig" if soort is Soort.RECHTSGEVOLG and {"vervalt", "vervallen"} & clause.words else "neutraal"
    if verbs and verbs[0].groep == "schorsing" and not _PAYMENTS & facts.vocabulary:
        richting = "neutraal"
    if clause.negated and verbs:
        richting = {"gunstig": "nadelig", "nadelig": "gunstig"}.get(richting, richting)  # type: ignore[assignment]
    finite = facts.words[clause.finite]
    if finite in ("kan", "kunnen", "mag", "mogen"):
        bound = clause.negated and richting != "gunstig"
        return "gebonden" if bound else "discretionair", richting
    if (
        "bevoegd" in clause.words
        or " naar het oordeel " in facts.text
        or " naar zijn oordeel " in facts.text
        or " van oordeel " in facts.text
        or " naar haar oordeel " in facts.text
        or " naar hun oordeel " in facts.text
    ):
        return "discretionair", richting
    if verbs and verbs[0].richting == "neutraal" and not clause.passive and verbs[0].infinitive in _FREE:
        return "discretionair", richting
    return "gebonden", richting


_FREE = words("extract", "free")


# What hurts when it is suspended; suspending an inquiry or a judgment does not.
_PAYMENTS = words("extract", "payments")


def _adverse(facts: Facts, clause: Clause, soort: Soort, rol: Rol, richting: Richting, effects: tuple[object, ...]) -> bool:
    """Whether the norm is to the disadvantage of a citizen or enterprise."""
    words = clause.words
    if soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE, Soort.TOEPASSELIJKHEID, Soort.PROCEDURE):
        return False
    if soort is Soort.BEVOEGDHEID:
        if richting == "nadelig" or (
            clause.negated and richting == "neutraal" and facts.words[clause.finite] in ("kan", "kunnen", "wordt", "worden")
        ):
            return True
        binds = any(v.infinitive in ("verbinden", "stellen", "wijzigen") for v in clause.verbs)
        return (binds and bool(_CONDITIONS & words)) or (bool(_DROPPED.search(facts.text)) and richting != "gunstig")
    if soort is Soort.RECHT:
        return (clause.negated and " verschuldigd " not in facts.text) or ("slechts" in words and bool({"recht", "aanmerking"} & words))
    if soort is Soort.STRAF:
        return True
    if soort in (Soort.PLICHT, Soort.VERBOD):
        return rol == "burger"
    if soort is Soort.WAARDE:
        return bool(_BURDENS & words) or ("verlaagd" in words and not ({"boete", "huur", "normhuur"} & words))
    if soort is Soort.RECHTSGEVOLG:
        return (bool(effects) and "termijn" not in words) or bool({"nietig", "verjaart", "afgekocht"} & words)
    return False


_CONDITIONS = words("extract", "conditions")
_BURDENS = words("extract", "burdens")
_DROPPED = pattern("extract", "dropped")


def _actions(facts: Facts, clause: Clause, soort: Soort, rol: Rol) -> list[Handeling]:
    """Acts of a citizen that this clause asks, allows or supposes; each place once."""
    sentence = facts.sentence
    if soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE, Soort.PROCEDURE):
        return []
    out: dict[int, Handeling] = {}
    if rol == "burger" and soort in (Soort.PLICHT, Soort.VERBOD, Soort.STRAF) and (clause.verb_at or soort is not Soort.PLICHT):
        at = clause.verb_at or (clause.finite,)
        first, last = min(at), max(at)
        verb = clause.verbs[0].infinitive if clause.verbs else facts.words[clause.finite]
        out[first] = Handeling(verb, sentence.span_of(first, first if last - first > 12 else last))
    if rol == "burger" and soort is Soort.RECHT and clause.modal and any(v.klas == "handeling" for v in clause.verbs):
        out[clause.verb_at[0]] = Handeling(clause.verbs[0].infinitive, sentence.span_of(clause.verb_at[0], clause.verb_at[0]))
    if soort is Soort.TOEPASSELIJKHEID:
        return []
    for first, last, infinitive in actions.find(facts):
        if clause.first <= first <= clause.last or len(facts.parse.mains) == 1:
            out.setdefault(first, Handeling(infinitive, sentence.span_of(first, last)))
    return [out[key] for key in sorted(out)]


def _room(facts: Facts, soort: Soort, richting: Richting) -> Ruimte:
    """Room in this norm; rules about how room is used (uitstel bij ministeriële regeling) are not room themselves."""
    kinds = {kind for _, _, kind in facts.softeners}
    if soort in (Soort.DEFINITIE, Soort.SLOT):
        return Ruimte.GEEN
    if soort not in (Soort.BEVOEGDHEID, Soort.RECHT) or richting == "nadelig":
        # an exemption that is only mentioned, or taken away, is no room
        kinds -= {UitwegSoort.ONTHEFFING, UitwegSoort.KWIJTSCHELDING}
    deviates = bool({"afwijken", "wijken", "afgeweken"} & facts.vocabulary)
    if UitwegSoort.HARDHEIDSCLAUSULE in kinds or (deviates and UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN in kinds and soort is Soort.DELEGATIE):
        return Ruimte.HARDHEIDSCLAUSULE
    if kinds & _NARROW and soort is not Soort.DELEGATIE:
        return Ruimte.ONTSNAPPING
    return Ruimte.GEEN


def _limits(facts: Facts, clause: Clause, soort: Soort, rol: Rol, effects: bool) -> list[Termijn]:
    sentence = facts.sentence
    out = []
    recurring = deadlines.is_recurring(facts.words)
    for found in facts.limits:
        if not clause.first <= found.first <= clause.last or _elsewhere(facts, found):
            continue
        voor = _limit_for(facts, clause, found, rol)
        span = sentence.span_of(found.first, found.last)
        strict = found.direct or (found.dagen is not None and found.dagen < 42) or effects or _costs_a_right(facts, clause, found, soort)
        if any(kind in (UitwegSoort.VERLENGING, UitwegSoort.VERSCHONING, UitwegSoort.HERSTEL) for _, _, kind in facts.softeners):
            strict = False
        out.append(
            Termijn(
                tekst=_slice(sentence.words, found.first, found.last),
                span=span,
                kern=sentence.span_of(found.first, found.kern),
                soort=found.soort,
                voor=voor,
                streng=voor == "burger" and strict,
                duur=found.duur,
                dagen=found.dagen,
                begin=_slice(sentence.words, found.kern + 1, found.last),
                teruggerekend=found.teruggerekend,
                terugkerend=recurring,
                werkdagen=found.werkdagen,
                uren=found.uren,
            )
        )
    return out


# Effects that a provision on paying or imposing them names too: no sign that being late costs something.
_MENTIONED = frozenset([GevolgSoort.BOETE, GevolgSoort.DWANGSOM, GevolgSoort.VERSCHULDIGD, GevolgSoort.MAATREGEL])


def _costs_a_right(facts: Facts, clause: Clause, found: deadlines.Found, soort: Soort) -> bool:
    """A limit in the proviso of a right or favour («mits de aanvraag binnen ... is ingediend»): who is late, loses it."""
    favour = soort is Soort.RECHT or any(v.richting == "gunstig" for v in clause.verbs)
    return favour and any(first <= found.first <= last and word == "mits" for first, last, word in facts.parse.subs)


def _slice(words: tuple[str, ...], first: int, last: int) -> str:
    out = ""
    for word in words[first : last + 1]:
        out += word if not out or word in ",.;:)»" else " " + word
    return out


def _limit_for(facts: Facts, clause: Clause, found: deadlines.Found, rol: Rol) -> Rol:
    """Who must act in time: the subject of the innermost clause the limit stands in."""
    inner = [s for s in facts.parse.subs if s[0] <= found.first <= s[1]]
    if inner:
        first, last, _ = max(inner, key=lambda s: (s[0], -s[1]))
        acts = [a for a in actions.find(facts) if first <= a[0] <= last]
        role = actions.role_in(facts, first, last, found.first)
        if _given_a_chance(facts, found):
            return "burger"
        if role == "burger":
            acting = acts or actions.acts_in(facts, first, last) or _condition_of_loss(facts, clause, first, found)
            return "burger" if acting else "onbekend"
        if role == "onbekend" and (acts or _condition_of_loss(facts, clause, first, found)):
            return "burger"
        return role
    if (clause.passive and _hands_in(facts, clause)) or _given_a_chance(facts, found):
        return "burger"
    if rol == "onbekend" or clause.passive:
        for act in actions.find(facts):
            if act[0] in clause.verb_at or (rol == "onbekend" and abs(act[0] - found.first) < 15 and facts.parse.depth[act[0]] == 0):
                return "burger"
    return rol


def _given_a_chance(facts: Facts, found: deadlines.Found) -> bool:
    """«in de gelegenheid stelt binnen vier weken ... te reageren»: the limit is for the one who gets the chance."""
    return "gelegenheid" in facts.words[max(0, found.first - 12) : found.first]


_HANDED_IN = words("extract", "handed_in")
_HANDING_IN = words("extract", "handing_in")


def _hands_in(facts: Facts, clause: Clause) -> bool:
    """«De aanvraag wordt uiterlijk ... gedaan»: in the passive, but only a citizen does that."""
    words = facts.words[clause.first : clause.last + 1]
    finite = clause.finite - clause.first
    subject = set(words[max(0, finite - 6) : finite] if finite > 1 else words[finite + 1 : finite + 5])
    after = set(words[finite + 1 : finite + 4])
    return bool((subject | after) & _HANDED_IN) and bool(_HANDING_IN & set(words))


def _condition_of_loss(facts: Facts, clause: Clause, first: int, found: deadlines.Found) -> bool:
    """«indien niet binnen twaalf maanden ...» as the condition of an adverse decision: the citizen must see to it."""
    adverse = any(v.richting == "nadelig" for v in clause.verbs) and not clause.negated
    if _decides(facts, first, found.last):
        return False
    return adverse and "niet" in facts.words[max(first, found.first - 3) : found.first]


def _decides(facts: Facts, first: int, start: int) -> bool:
    """Whether the condition is about a decision of the authority itself («niet binnen ... kan worden teruggegeven»)."""
    participles = lexicon().participle
    for j in range(first, min(len(facts.words), start + 12)):
        if any(v.klas == "besluit" for v in participles.get(facts.words[j], ())) and "worden" in facts.words[max(first, j - 2) : j]:
            return True
    return False


def _elsewhere(facts: Facts, found: deadlines.Found) -> bool:
    """A limit that another provision sets and whose excess is only mentioned: «niet tijdig», «niet binnen de daarvoor gestelde termijn»."""
    words = facts.words
    if found.soort is not TermijnSoort.ONBEPAALD or (not facts.parse.depth[found.first] and words[found.first] != "tijdig"):
        return False
    definite = words[found.first] == "tijdig" or words[found.first + 1 : found.first + 2] in (("de",), ("die",), ("deze",))
    return definite and ("niet" in words[max(0, found.first - 6) : found.first] or words[found.first] == "tijdig")

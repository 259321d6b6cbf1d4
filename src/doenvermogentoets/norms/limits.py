"""Whose a time limit is, and how strict: from the limits that :mod:`.deadlines` found to the entries of the norm table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from doenvermogentoets.norms import elsewhere, whose
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.deadlines import Found
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.model import GevolgSoort, Norm, Rol, Soort, Termijn, TermijnSoort, UitwegSoort

_SOFT = frozenset([UitwegSoort.VERLENGING, UitwegSoort.VERSCHONING, UitwegSoort.HERSTEL])
_EXCUSES = _SOFT - {UitwegSoort.HERSTEL}
# Effects that a provision on paying or imposing them names too: no sign that being late costs something.
MENTIONED = frozenset([GevolgSoort.BOETE, GevolgSoort.DWANGSOM, GevolgSoort.VERSCHULDIGD, GevolgSoort.MAATREGEL])
SIX_WEEKS = 42
"""Days; the measure of Awb 6:7 and 4:87, for other limits no prescribed norm."""


def read(facts: Facts, clause: Clause, soort: Soort, rol: Rol, loses: bool) -> tuple[Termijn, ...]:
    """The limits in one main clause.

    Args:
        facts, clause: the sentence and the clause.
        soort: kind of its norm.
        rol: whom the norm addresses.
        loses: the sentence names an effect of being late.
    """
    sentence = facts.sentence
    out = []
    soft = {kind for _, _, kind in facts.softeners} & _SOFT
    for found in facts.limits:
        if not clause.first <= found.first <= clause.last:
            continue
        if _elsewhere(facts, found) or _a_fact(facts, clause, found) or _again(facts, found):
            continue
        voor, loss = whose.whose(facts, clause, found, soort, rol, loses)
        if soort is Soort.RECHTSGEVOLG and not facts.parse.depth[found.first] and any(v.infinitive in _RUNS for v in clause.verbs):
            voor, loss = "onbekend", False  # «de termijn verstrijkt niet later dan»: how long something lasts
        if soort is Soort.RECHTSGEVOLG and found.direct and not facts.parse.depth[found.first]:
            voor, loss = "onbekend", False  # «vervalt terstond»: how the law works
        if soort is Soort.DELEGATIE and "welke" in sentence.words[found.first : found.kern + 1]:
            voor, loss = "onbekend", False  # «regels over de termijn binnen welke een melding wordt gedaan»
        strict = (
            found.direct
            or " op straffe van " in facts.text
            # «uiterlijk drie weken voor de aanvang»: the moment is one's own, and no time to react runs
            or (found.dagen is not None and found.dagen < SIX_WEEKS and not found.teruggerekend)
            or loses
            or loss
            or _costs_a_right(facts, clause, found, soort)
        )
        # the chance to repair is a limit too, and nothing softens it because it is a chance
        softened = soft - {UitwegSoort.HERSTEL} if whose.asked(facts, found) else soft
        out.append(
            Termijn(
                tekst=_text(sentence.words, found.start, found.last),
                span=sentence.span_of(found.start, found.last),
                kern=sentence.span_of(found.first, found.kern),
                soort=found.soort,
                voor=voor,
                streng=voor == "burger" and strict and not softened,
                duur=found.duur,
                dagen=found.dagen,
                begin=_text(sentence.words, found.kern + 1, found.last),
                teruggerekend=found.teruggerekend,
                terugkerend=found.terugkerend,
                werkdagen=found.werkdagen,
                uren=found.uren,
            )
        )
    return tuple(out)


def in_unit(norms: Sequence[Norm]) -> list[Norm]:
    """Strictness seen over a whole lid: a loss in a later sentence makes its limits strict, a verschoning in one takes that away."""
    limited = [i for i, norm in enumerate(norms) if any(t.voor == "burger" for t in norm.termijnen)]
    out = list(norms)
    if not limited or len(norms) == 1:
        return out
    excusing = {n.span for n in norms if any(s.soort in _EXCUSES for s in n.signalen)}
    taking = {n.span for n in norms if n.belastend and any(g.soort not in MENTIONED for g in n.gevolgen)}
    for i in limited:
        norm = out[i]
        soft = len(excusing) > (norm.span in excusing)  # in another sentence
        loss = len(taking) > (norm.span in taking)
        if not soft and not loss:
            continue
        out[i] = replace(
            norm,
            termijnen=tuple(replace(t, streng=(t.streng or loss) and not soft) if t.voor == "burger" else t for t in norm.termijnen),
        )
    return out


def _text(words: tuple[str, ...], first: int, last: int) -> str:
    out = ""
    for word in words[first : last + 1]:
        out += word if not out or word in ",.;:)»" else " " + word
    return out


def _a_fact(facts: Facts, clause: Clause, found: Found) -> bool:
    """A date with its year counts where somebody is told to act before it, not where the past is described."""
    if not found.jaartal:
        return found.soort is TermijnSoort.UITERSTE_DATUM and _described_by_date(facts, found)
    if facts.parse.depth[found.first]:
        return True
    return not any(v.klas == "handeling" for v in clause.verbs) or clause.perfect


def _described_by_date(facts: Facts, found: Found) -> bool:
    """«zegels die vóór 1 juni 2012 zijn aangevraagd»: which things are meant, in a law that has changed."""
    words = facts.words
    if not (words[found.kern].isdecimal() and len(words[found.kern]) == 4) or words[found.first] not in ("voor", "vóór"):
        return False
    inner = [s for s in facts.parse.subs if s[0] <= found.first <= s[1]]
    if not inner:
        return False
    first, last, opener = max(inner, key=lambda s: (s[0], -s[1]))
    return opener in ("die", "dat") and not {"zijn", "is", "was", "waren", "werd", "werden"}.isdisjoint(words[first : last + 1])


_RUNS = frozenset(["verstrijken", "eindigen", "aanvangen", "ingaan", "beginnen", "lopen", "ontstaan", "herleven"])
_TIMES = frozenset(
    (
        "tweemaal",
        "driemaal",
        "keer",
        "maal",
        "herhaaldelijk",
        "meermalen",
        "controles",
        "overtredingen",
        "verzuimen",
        "waarschuwingen",
        "gevallen",
    )
)
_EARLIER = frozenset(["eerder", "eerdere", "laatstelijk"])
HALF_A_YEAR = 180  # days; shorter spans with «eerder» are limits more often than periods of recidivism


def _again(facts: Facts, found: Found) -> bool:
    """«binnen twee jaar te rekenen vanaf de datum waarop eerder een waarschuwing is gegeven»: repetition, no limit for an act."""
    if not found.dagen:
        return False
    if not _TIMES.isdisjoint(facts.words[max(0, found.first - 4) : found.first]):
        return True  # «indien bij twee controles binnen een jaar blijkt»
    if found.dagen < HALF_A_YEAR:
        return False
    if not facts.parse.depth[found.first] and "rekenen" not in facts.words[found.kern + 1 : found.kern + 3]:
        return False
    return not _EARLIER.isdisjoint(facts.words[found.kern + 1 : found.last + 8])


def _costs_a_right(facts: Facts, clause: Clause, found: Found, soort: Soort) -> bool:
    """A limit in the proviso of a right or favour («mits de aanvraag binnen ... is ingediend»): who is late, loses it."""
    if found.citizen and soort is Soort.TOEPASSELIJKHEID:
        return True  # «geldt voor aanvragen ingediend in het kalenderjaar 2025»: outside the window there is nothing
    favour = soort is Soort.RECHT or any(v.richting == "gunstig" for v in clause.verbs)
    return favour and any(first <= found.first <= last and word == "mits" for first, last, word in facts.parse.subs)


def _elsewhere(facts: Facts, found: Found) -> bool:
    """A limit that another provision sets and whose excess is only mentioned: «niet tijdig», «niet binnen de daarvoor gestelde termijn»."""
    words = facts.words
    if words[found.first] == "tijdig" and "geacht" in facts.vocabulary:
        return True  # «wordt geacht tijdig te zijn ingekomen»: a fiction, no limit
    inner = [sub for sub in facts.parse.subs if sub[0] <= found.first <= sub[1]]
    if inner and found.direct:
        first, last, _ = max(inner, key=lambda sub: (sub[0], -sub[1]))
        if elsewhere.named_elsewhere(facts, first, last):
            return True
    denied = "niet" in words[max(0, found.first - 6) : found.first]
    if found.soort is not TermijnSoort.ONBEPAALD or (not facts.parse.depth[found.first] and not denied):
        return False
    definite = words[found.first] == "tijdig" or words[found.first + 1 : found.first + 2] in (("de",), ("die",), ("deze",))
    return definite and ("niet" in words[max(0, found.first - 6) : found.first] or words[found.first] == "tijdig")

"""Whose a time limit is, and how strict: from the limits that :mod:`.deadlines` found to the entries of the norm table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from doenvermogentoets.norms import acting, actions, elsewhere, handing
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.deadlines import Found
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import CONDITIONALS
from doenvermogentoets.norms.lexicon import word_list
from doenvermogentoets.norms.model import GevolgSoort, Norm, Rol, Soort, Termijn, TermijnSoort, UitwegSoort
from doenvermogentoets.norms.verbs import lexicon

_ASKED = word_list("limits", "citizen", "gevraagd")
_ASKED_WHOM = frozenset(["om", "hem", "haar", "hen"])
_THEIR_CLAIMS = word_list("limits", "citizen", "vorderingen_overheid")
_SOFT = frozenset([UitwegSoort.VERLENGING, UitwegSoort.VERSCHONING, UitwegSoort.HERSTEL])
_EXCUSES = _SOFT - {UitwegSoort.HERSTEL}
# Effects that a provision on paying or imposing them names too: no sign that being late costs something.
MENTIONED = frozenset([GevolgSoort.BOETE, GevolgSoort.DWANGSOM, GevolgSoort.VERSCHULDIGD, GevolgSoort.MAATREGEL])
SIX_WEEKS = 42  # days; the measure of Awb 6:7 and 4:87
_LOSS = frozenset(["vervalt", "vervallen", "eindigt", "verjaart", "verliest", "niet-ontvankelijk", "behandeling"])


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
        voor, loss = _whose(facts, clause, found, rol, loses)
        if soort is Soort.RECHTSGEVOLG and not facts.parse.depth[found.first] and any(v.infinitive in _RUNS for v in clause.verbs):
            voor, loss = "onbekend", False  # «de termijn verstrijkt niet later dan»: how long something lasts
        strict = (
            found.direct
            or " op straffe van " in facts.text
            or (found.dagen is not None and found.dagen < SIX_WEEKS)
            or loses
            or loss
            or _costs_a_right(facts, clause, found, soort)
        )
        # the chance to repair is a limit too, and nothing softens it because it is a chance
        softened = soft - {UitwegSoort.HERSTEL} if _asked(facts, found) else soft
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
    for i in limited:
        norm = out[i]
        others = [n for n in norms if n.span != norm.span]
        soft = any(s.soort in _EXCUSES for n in others for s in n.signalen)
        loss = any(n.belastend and any(g.soort not in MENTIONED for g in n.gevolgen) for n in others)
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


def _whose(facts: Facts, clause: Clause, found: Found, rol: Rol, loses: bool) -> tuple[Rol, bool]:
    """Who must act in time, and whether being late costs him: the one who performs the act of the innermost clause around the limit."""
    if _asked(facts, found) or found.citizen or _set_for_them(facts, found) or _performing(facts, found) or _claim(facts, clause):
        return "burger", _claim(facts, clause)
    # «dient te geschieden | binnen twee weken»: a limit directly after its clause still belongs to it
    inner = [s for s in facts.parse.subs if s[0] <= found.start <= s[1] + (not _goes_on(facts, clause, found, s))]
    if inner:
        first, last, opener = max(inner, key=lambda s: (s[0], -s[1]))
        return _of_condition(facts, clause, found, (first, last, opener), loses)
    handed = handing.passive_actor(facts, clause.core, found) if clause.passive or clause.copula or clause.modal else None
    if handed is not None:
        return handed, False
    if rol == "onbekend" or clause.passive:
        for act in actions.find(facts):
            if act[0] in clause.verb_at or (rol == "onbekend" and abs(act[0] - found.first) < 15 and facts.parse.depth[act[0]] == 0):
                return "burger", False
    return rol, False


_RELATIVE = frozenset(("die", "dat", "wie", "wiens", "wier"))


def _goes_on(facts: Facts, clause: Clause, found: Found, sub: tuple[int, int, str]) -> bool:
    """«wijst een gerechtigde die daarom vraagt | binnen tien dagen een medewerker aan»: the main clause is taken up again."""
    first, last, opener = sub
    if opener not in _RELATIVE or not clause.finite < first or found.start != last + 1:
        return False
    after = facts.words[found.last + 1 : clause.last + 1]
    return any(word not in (".", ",", ";", ":") for word in after[:1])


def _of_condition(facts: Facts, clause: Clause, found: Found, sub: tuple[int, int, str], loses: bool) -> tuple[Rol, bool]:
    """The limit in a subordinate clause, and whether missing it costs something."""
    first, last, opener = sub
    level = facts.parse.depth[min(found.first, last)]
    own = [j for j in range(first, last + 1) if facts.parse.depth[j] == level]
    loss = _condition_of_loss(facts, clause, first, found, loses)
    costs = loss or (opener in CONDITIONALS and (_favour(clause) or clause.finite < first))
    handed = handing.passive_actor(facts, own, found)
    if handed is not None:
        return handed, costs
    acts = [a for a in actions.find(facts) if first <= a[0] <= last]
    role = acting.role_in(facts, first, last, min(found.first, last))
    if role == "burger" and not acts and not {"wordt", "worden", "werd"}.isdisjoint(facts.words[j] for j in own):
        role = "onbekend"  # «indien hij niet binnen ... wordt gehoord»: another acts
    if role == "burger":
        return ("burger", costs) if acts or acting.acts_in(facts, own) or loss else ("onbekend", False)
    if role == "onbekend" and (acts or loss):
        return "burger", costs
    return role, False


def _favour(clause: Clause) -> bool:
    return any(v.richting == "gunstig" for v in clause.verbs)


def _claim(facts: Facts, clause: Clause) -> bool:
    """«De rechtsvordering tot terugbetaling verjaart door verloop van vijf jaren»: who does not claim in time, has no claim."""
    if "verjaart" not in clause.words:
        return False
    words = facts.words
    at = next((j for j in clause.core if words[j] in ("rechtsvordering", "vordering", "recht", "aanspraak")), None)
    return at is not None and _THEIR_CLAIMS.isdisjoint(words[at + 1 : at + 4])


def _asked(facts: Facts, found: Found) -> bool:
    """«stelt hem in de gelegenheid binnen vier weken ... te reageren», «verzoekt de aanvrager ... binnen ... te herstellen»."""
    words = facts.words
    before = words[max(0, found.first - 14) : found.first]
    if "gelegenheid" in before[-12:]:
        return True
    if _ASKED.isdisjoint(before):
        return False
    at = max(k for k, word in enumerate(before) if word in _ASKED)
    between = before[at + 1 :]
    if not {".", ";", ":"}.isdisjoint(between) or "te" not in words[found.last + 1 : found.last + 16]:
        return False
    start = found.first - len(between) - (8 if before[at].endswith("en") else 0)  # «kan partijen verzoeken binnen»
    named = any(a.rol == "burger" for a in facts.actors if start <= a.first < found.first)
    return named or not _ASKED_WHOM.isdisjoint(between)


def _set_for_them(facts: Facts, found: Found) -> bool:
    """«bepaalt binnen welke termijn aan de eisen moet worden voldaan», «de periode waarbinnen dit moet gebeuren»."""
    words = facts.words
    if words[found.first] != "waarbinnen" and words[found.first + 1 : found.first + 2] != ("welke",):
        return False
    after = words[found.kern + 1 : found.kern + 12]
    if _MUST.isdisjoint(after) or _decides(facts, found.kern, found.kern):
        return False
    named = [a for a in facts.actors if found.kern < a.first <= found.kern + 12]
    return all(a.rol == "burger" for a in named)


_MUST = frozenset(["moet", "moeten", "dient", "dienen"])


def _performing(facts: Facts, found: Found) -> bool:
    """«met betrekking tot het alsnog verstrekken van die gegevens binnen ...»: the act as a noun, in a rule about prescriptions."""
    words = facts.words
    before = words[max(0, found.first - 8) : found.first]
    if "het" not in before or _PRESCRIBED.isdisjoint(facts.vocabulary):
        return False
    tail = before[before.index("het") + 1 :]
    lex = lexicon()
    return any(lex.infinitive[w][0].klas == "handeling" for w in tail[:3] if w in lex.infinitive)


_PRESCRIBED = frozenset(["voorschrift", "voorschriften", "verplichting", "verplichtingen", "voorwaarden", "voorwaarde"])


def _condition_of_loss(facts: Facts, clause: Clause, first: int, found: Found, loses: bool) -> bool:
    """«indien niet binnen twaalf maanden ...» as the condition of a loss: the citizen must see to it."""
    adverse = any(v.richting == "nadelig" for v in clause.verbs) and not clause.negated
    lost = loses or not _LOSS.isdisjoint(clause.words) or (clause.negated and bool({"betaald", "uitbetaald", "verstrekt"} & clause.words))
    if not adverse and not lost:
        return False
    if _decides(facts, first, found.last):
        return False
    return "niet" in facts.words[max(first, found.first - (3 if adverse else 12)) : found.first]


def _decides(facts: Facts, first: int, start: int) -> bool:
    """Whether the condition is about a decision of the authority itself («niet binnen ... kan worden teruggegeven»)."""
    participles = lexicon().participle
    sentence = set(facts.words[first : start + 12])
    if not {"besluit", "beslissing", "beschikking"}.isdisjoint(sentence) and not {"genomen", "gegeven", "beslist"}.isdisjoint(sentence):
        return True
    for j in range(first, min(len(facts.words), start + 12)):
        if any(v.klas == "besluit" for v in participles.get(facts.words[j], ())) and "worden" in facts.words[max(first, j - 2) : j]:
            return True
    return False

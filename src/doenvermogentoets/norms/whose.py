"""Whose a time limit is: the one who performs the act of the innermost clause around it, and whether being late costs him."""

from __future__ import annotations

from collections.abc import Sequence

from doenvermogentoets.norms import acting, actions, handing, rollen
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.deadlines import Found
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import CONDITIONALS, COPULAS, PASSIVES
from doenvermogentoets.norms.lexicon import word_list
from doenvermogentoets.norms.model import Rol, Soort
from doenvermogentoets.norms.verbs import lexicon

_ASKED = word_list("limits", "citizen", "gevraagd")
_ASKED_WHOM = frozenset(["om", "hem", "haar", "hen"])
_HAPPENS_TO = word_list("limits", "citizen", "overkomt")
_THEIR_CLAIMS = word_list("limits", "citizen", "vorderingen_overheid")
_LOSS = frozenset(["vervalt", "vervallen", "eindigt", "verjaart", "verliest", "niet-ontvankelijk", "behandeling"])


def whose(facts: Facts, clause: Clause, found: Found, soort: Soort, rol: Rol, loses: bool) -> tuple[Rol, bool]:
    """Who must act in time, and whether being late costs him.

    Args:
        facts, clause: the sentence and its main clause.
        found: the limit.
        soort: kind of the norm of the clause.
        rol: whom that norm addresses.
        loses: the sentence names an effect of being late.
    """
    if _happened(facts.words, found.start):
        return "onbekend", False
    if asked(facts, found) or found.citizen or _set_for_them(facts, found) or _performing(facts, found) or _claim(facts, clause):
        return "burger", _claim(facts, clause)
    # «dient te geschieden | binnen twee weken»: a limit directly after its clause still belongs to it
    inner = [s for s in facts.parse.subs if s[0] <= found.start <= s[1] + (not _goes_on(facts, clause, found, s))]
    if inner:
        first, last, opener = max(inner, key=lambda s: (s[0], -s[1]))
        if opener == "dat" and _sees_to(clause) and rol != "onbekend":
            return rol, False  # «zorgt ervoor dat de werknemers zo spoedig mogelijk in kennis worden gesteld»
        return _of_condition(facts, clause, found, (first, last, opener), loses)
    if _set_by_organ(facts, found) and (rol != "overheid" or _told(clause)):
        return "burger", False
    own = {"ingediend", "aangevraagd"} & clause.words
    if soort is Soort.PROCEDURE and rol != "burger" and clause.passive and not own and not any(a.rol == "burger" for a in facts.actors):
        return rol, False  # «Van de plaatsing wordt onverwijld mededeling gedaan aan de Kamer»
    passive = clause.passive or clause.copula or clause.modal or _happens(clause)
    handed = handing.passive_actor(facts, _with_subject(facts, clause), found) if passive else None
    if handed is not None:
        return handed, False
    if rol == "onbekend" or clause.passive:
        for act in actions.find(facts):
            if act[0] in clause.verb_at or (rol == "onbekend" and abs(act[0] - found.first) < 15 and facts.parse.depth[act[0]] == 0):
                return "burger", False
    return rol, False


_WHEN = frozenset(["voorafgaand", "voor", "vóór", "tijdens", "gedurende", "bij", "na"])
_OTHER_TIME = 9  # words between what happens and the second of two times


def _happened(words: Sequence[str], start: int) -> bool:
    """«die zal bevallen | binnen vier maanden na haar ontslag», «ontstaan vóór zijn ontslag dan wel | binnen een maand daarna»."""
    if not start:
        return False
    if words[start - 1] in _HAPPENS_TO:
        return True
    if words[start - 1] not in ("of", "wel", "en"):
        return False
    before = range(max(0, start - _OTHER_TIME), start - 1)
    return any(words[i] in _HAPPENS_TO and words[i + 1] in _WHEN for i in before)


_SEEING_TO = frozenset(["zorgdragen", "zorgen", "waarborgen", "toezien", "bevorderen", "verzekeren", "bewerkstelligen", "dragen"])


def _sees_to(clause: Clause) -> bool:
    return any(v.infinitive in _SEEING_TO for v in clause.verbs[:1])


def _happens(clause: Clause) -> bool:
    """«De melding vindt plaats», «de betaling geschiedt»: a passive in other words."""
    return any(
        v.infinitive in ("geschieden", "plaatsvinden") or (v.infinitive == "vinden" and "plaats" in clause.words) for v in clause.verbs
    )


def _with_subject(facts: Facts, clause: Clause) -> tuple[int, ...]:
    """The tokens of a clause, with the subject that a second verb shares: «Het verzoek kan worden gedaan en dient te worden gedaan»."""
    if facts.words[clause.finite - 1 : clause.finite] not in (("en",), ("of",)) or clause.finite - clause.first > 1:
        return tuple(clause.core)
    earlier = next((c for c in facts.parse.mains if c.last == clause.first - 1), None)
    if earlier is None:
        return tuple(clause.core)
    return (*(j for j in earlier.core if j < earlier.finite), *clause.core)


def _set_by_organ(facts: Facts, found: Found) -> bool:
    """«binnen een door het college te stellen termijn»: who sets a limit, sets it for another."""
    words = facts.words[found.first : found.kern + 1]
    if "door" not in words or "te" not in words:
        return False
    own = [a for a in facts.actors if found.first <= a.first <= found.kern]
    return all(a.rol == "overheid" for a in own)


def _told(clause: Clause) -> bool:
    """«vordert dat binnen een te stellen termijn een onderzoek wordt verricht», «kan verplichten: a. binnen zes weken»."""
    return any(v.infinitive in _TELLING for v in clause.verbs[:1])


_TELLING = word_list("limits", "citizen", "opdracht")
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
    if _set_by_organ(facts, found):
        return "burger", _condition_of_loss(facts, clause, first, found, loses)
    level = facts.parse.depth[min(found.first, last)]
    own = [j for j in range(first, last + 1) if facts.parse.depth[j] == level]
    loss = _condition_of_loss(facts, clause, first, found, loses)
    costs = loss or (opener in CONDITIONALS and (_favour(clause) or clause.finite < first))
    handed = handing.passive_actor(facts, own, found)
    if handed is not None:
        return handed, costs
    acts = [a for a in actions.find(facts) if first <= a[0] <= last]
    role = acting.role_in(facts, first, last, min(found.first, last), (found.first, found.last))
    if role == "overheid" and rollen.turns_to_authority(facts, first, last):
        role = "burger"
    if role == "burger" and any(facts.words[j] in _HAPPENS_TO for j in own if not found.first <= j <= found.last):
        return "onbekend", False  # «indien hij binnen vijf jaar overlijdt»
    if role == "burger" and _measures(facts, clause, first, last, loses):
        return "onbekend", False
    if role == "burger" and not acts and not {"wordt", "worden", "werd"}.isdisjoint(facts.words[j] for j in own):
        role = "onbekend"  # «indien hij niet binnen ... wordt gehoord»: another acts
    if role == "burger":
        does = acts or acting.acts_in(facts, own) or loss or (opener in CONDITIONALS and _favour(clause) and _active(facts, own))
        return ("burger", costs) if does else ("onbekend", False)
    if role == "onbekend" and (acts or loss):
        return "burger", costs
    return role, False


_DENIALS = frozenset(["niet", "geen", "nalaat", "nagelaten", "verzuimt", "verzuimd", "later", "na", "weigert"])


def _measures(facts: Facts, clause: Clause, first: int, last: int, loses: bool) -> bool:
    """«vervalt indien de school binnen vijf jaar een splitsing ondergaat»: what may not happen in a time is no limit for an act."""
    lost = loses or not _LOSS.isdisjoint(clause.words) or any(v.richting == "nadelig" for v in clause.verbs)
    return lost and not clause.negated and _DENIALS.isdisjoint(facts.words[first : last + 1])


def _active(facts: Facts, own: Sequence[int]) -> bool:
    """Whether a clause is in the active voice, without a copula: «een woning huurt of koopt»."""
    here = {facts.words[j] for j in own}
    return here.isdisjoint(PASSIVES | COPULAS)


def _favour(clause: Clause) -> bool:
    return any(v.richting == "gunstig" for v in clause.verbs)


def _claim(facts: Facts, clause: Clause) -> bool:
    """«De rechtsvordering tot terugbetaling verjaart door verloop van vijf jaren»: who does not claim in time, has no claim."""
    if {"verjaart", "verjaren"}.isdisjoint(clause.words) and not {"vervalt", "vervallen"} & clause.words:
        return False
    words = facts.words
    at = next((j for j in clause.core if words[j] in _CLAIMS), None)
    if {"verjaart", "verjaren"}.isdisjoint(clause.words) and "verloop" not in clause.words:
        return False
    return at is not None and _THEIR_CLAIMS.isdisjoint(words[at + 1 : at + 4])


_CLAIMS = frozenset(["rechtsvordering", "rechtsvorderingen", "vordering", "vorderingen", "recht", "aanspraak", "aanspraken"])


def asked(facts: Facts, found: Found) -> bool:
    """«stelt hem in de gelegenheid binnen vier weken ... te reageren», «verzoekt de aanvrager ... binnen ... te herstellen»."""
    words = facts.words
    before = words[max(0, found.first - 14) : found.first]
    if "gelegenheid" in before[-12:]:
        whom = [a for a in facts.actors if found.first - 12 <= a.first < found.first]
        return any(a.rol != "overheid" for a in whom) or not any(facts.words[a.last] == "autoriteiten" for a in whom)
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
    if adverse and "geen" in facts.words[found.last + 1 : found.last + 3]:
        return True  # «binnen zes maanden na de verlening, geen aanvang is gemaakt met de werkzaamheden»
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

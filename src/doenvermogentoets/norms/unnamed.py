"""The kind of a clause that names nobody who acts, or only a thing: by its voice, its verb and what it is about."""

from __future__ import annotations

import re

from doenvermogentoets.norms import clauses, gehoor, handing, private, reach
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.documents import handed_in
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.heads import describes, head, is_a, nominal_predicate, qualifies
from doenvermogentoets.norms.matter import BURGERZAAK, citizen_word, state_business, state_word
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.things import holds, said_of
from doenvermogentoets.norms.verbs import Verb

_MAY = frozenset(["kan", "kunnen"])
_ARRANGING = frozenset(["vaststellen", "aanwijzen"])
_ONLY = frozenset(["slechts", "uitsluitend", "alleen"])
_NOTIFIED = frozenset(["gemeld", "aangemeld"])
_DRAFTS = frozenset(["voordracht", "wetsvoorstel", "ontwerp"])  # rules in the making
HANDED_IN = frozenset(["ingediend", "aangevraagd", "ingezonden"])
_CONSENT = frozenset(["goedkeuring", "toestemming", "instemming"])
_NOT_UNLESS = re.compile(r" niet (?:[^.;]{1,80} )?(?:, )?dan (?:nadat|na|met|door|op|indien|in|bij|voor) ")


def kinds(facts: Facts, clause: Clause, core: str, finite: str, klassen: set[str]) -> list[Soort]:
    """The kinds of norm of a clause that names nobody; in a regulation about things it is a requirement unless it says otherwise."""
    found = _by_words(facts, clause, core, finite, klassen)
    if found == [Soort.PROCEDURE] and private.of_law(facts, clause):
        return [Soort.PLICHT]
    return found


def _by_words(facts: Facts, clause: Clause, core: str, finite: str, klassen: set[str]) -> list[Soort]:
    """The kinds of norm of a clause without an authority or citizen as its subject or agent.

    Args:
        facts: the sentence.
        clause: the main clause.
        core: its words at its own level, see :func:`heads.core_text`.
        finite: its finite verb.
        klassen: the classes of its lexical verbs.
    """
    if finite in ("geldt", "gelden"):
        return [holds(facts, clause, core)]
    if clause.passive and head(facts, clause) in _DRAFTS:
        return [Soort.PROCEDURE]
    if clause.passive and HANDED_IN & clause.words and " voorstel van wet " in facts.text:
        return [Soort.PROCEDURE]
    if clause.passive and not clause.negated and not clause.modal and handed_in(facts, clause):
        return [Soort.PLICHT]
    if clause.passive and HANDED_IN & clause.words and not clause.negated and not state_business(clause):
        return [Soort.PLICHT]
    if clause.passive and not clause.modal and not clause.negated and _NOTIFIED & clause.words and not state_business(clause):
        return [Soort.PLICHT]
    if handing.to_authority(facts, clause) and gehoor.speaks_to_citizens(facts):
        return [Soort.PLICHT]
    if not clause.modal and "besluit" not in klassen and private.required(facts, clause):
        return [Soort.VERBOD if clause.negated or (clause.passive and _ONLY & clause.words) else Soort.PLICHT]
    if clause.passive:
        if (
            clause.negated
            and not _NOT_UNLESS.search(facts.text)
            and "besluit" not in klassen
            and not state_word(head(facts, clause))
            and not (state_business(clause) and not BURGERZAAK & clause.words)
        ):
            return [Soort.VERBOD]
        done = (
            any(v.klas == "handeling" for v in clause.verbs[:1])
            and not clause.modal
            and not state_business(clause)
            and not any(a.rol == "overheid" for a in facts.actors)
        )
        return [Soort.PLICHT if done else reach.kind(facts, clause)]
    if finite in ("behoeft", "behoeven") and _CONSENT & clause.words and not clause.negated and not state_word(head(facts, clause)):
        return [Soort.PLICHT]  # «Wijzigingen behoeven de goedkeuring van de minister»
    thing = said_of(facts, clause, finite)
    if thing is not None:
        return [thing]
    if finite in clauses.COPULAS and (
        is_a(facts, clause) or qualifies(facts, clause) or (clause.verb_at in ((), (clause.finite,)) and nominal_predicate(facts, clause))
    ):
        return [Soort.DEFINITIE]
    if finite in ("is", "zijn") and not clause.negated and describes(facts, clause):
        return [Soort.DEFINITIE]
    if "waarde" in klassen:
        return [Soort.WAARDE]
    if "rechtsgevolg" in klassen and finite not in (
        "bestaat",
        "bestaan",
        "geschiedt",
        "geschieden",
        "vindt",
        "vinden",
        "staat",
        "staan",
        "blijft",
        "blijven",
    ):
        return [Soort.RECHTSGEVOLG]
    if clause.modal in _MAY or any(_decides(v, clause) for v in clause.verbs[:1]):
        return [Soort.PROCEDURE]  # «kunnen omvatten»
    return [reach.kind(facts, clause)]


def _decides(verb: Verb, clause: Clause) -> bool:
    """«wijst een instituut aan», «Dat orgaan verlaagt de uitkering»: whoever decides is an authority that no rule knew."""
    return verb.infinitive in _ARRANGING or (verb.klas == "besluit" and any(map(citizen_word, clause.words)))

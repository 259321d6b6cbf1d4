"""What the law says of things: terms that run, provisions that hold, costs that somebody bears, documents and their contents."""

from __future__ import annotations

import re

from doenvermogentoets.norms import reach
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.decisions import benefit
from doenvermogentoets.norms.documents import content_of
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.heads import core_text, head
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.matter import citizen_word, state_business
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.senses import ON_REQUEST

_BEPALINGEN = words("classify", "bepalingen")


_GELDING = words("classify", "gelding")


# «geldt een termijn van», not «gelden de bedragen»
_NEW_MEASURE = re.compile(
    r" een (?:\w+e )?(?:termijn|bedrag|percentage|tarief|maximum|minimum|verlaging|verhoging|korting|norm) "
    r"| (?:geldt|gelden) (?:[^.;]{1,160} )?een (?:\w+e )?\w+(?:plafond|bedrag|percentage|tarief|termijn|norm) "
    r"| (?:geldt|gelden) (?:\w+schaal [0-9]|de som van )"
)


# «gelden dezelfde voorschriften als voor»: rules that hold, no fiction
_SAME = re.compile(r" (?:geldt|gelden) (?:hetzelfde|dezelfde|gelijke) ")
_EXEMPTS = re.compile(r" (?:geldt|gelden) [^.;]{0,160} een (?:vrijstelling|ontheffing) van (?:het|de) (?:verbod|verplichting|artikel) ?")
FICTION = re.compile(r" (?:geldt|gelden)(?: [^.;]{1,160})? als (?!bedoeld|genoemd|gevolg|omschreven|bijlage)")


_BASES = frozenset(["besluit", "aanwijzing"])  # «Dit besluit berust op artikel 4»


PAYING = frozenset(["uitkeren", "uitbetalen", "betalen"])


_HALTED = frozenset(
    [
        "periode",
        "verplichting",
        "verplichtingen",
        "opbouw",
        "uitvoering",
        "werking",
        "termijn",
        "termijnen",
        "verjaring",
        "looptijd",
        "verjaringstermijn",
        "tenuitvoerlegging",
    ]
)


_BY_LAW = re.compile(
    r" (?:overeenkomstig|volgens|met toepassing van) (?:de wet|het besluit|(?:het )?artikel(?:en)?|de artikelen|afdeling|hoofdstuk) "
)
_HALTING = frozenset(["opschorten", "schorsen", "stuiten", "verlengen", "hervatten", "onderbreken"])


def supposes(facts: Facts, clause: Clause) -> bool:
    """«wordt aangenomen dat», «wordt vermoed te»: the law takes something as true."""
    if facts.words[clause.finite + 1 : clause.finite + 2] == ("dat",):
        return True
    return any(
        facts.words[j + 1 : j + 2] in (("dat",), ("te",), ("nooit",), ("niet",)) or facts.words[j] == "vermoed" for j in clause.verb_at
    )


BORNE = re.compile(r" (?:voor rekening|ten laste) van ")


def borne_by(facts: Facts, clause: Clause) -> Actor | None:
    """Who bears the costs in «De kosten komen voor rekening van de aanvrager»."""
    words = facts.words
    for j in clause.core[:-1]:
        if words[j] == "van" and words[j - 1] in ("rekening", "laste"):
            return next((a for a in facts.actors if 0 < a.first - j < 6), None)
    return None


def by_law(facts: Facts, clause: Clause, rol: str | None, door: Actor | None) -> bool:
    """A term, a build-up or an execution that is halted or goes on without anyone deciding: «wordt de uitvoering opgeschort»."""
    if rol is not None or door is not None or clause.modal or not any(v.infinitive in _HALTING for v in clause.verbs):
        return False
    if clause.copula and clause.perfect and not clause.modal:
        return True  # «De behandeling is opgeschort voor de duur van»
    if not clause.passive:
        return not clause.copula and not clause.perfect  # «De behandeling verlengt de opschorting niet»
    return head(facts, clause) in _HALTED and not ON_REQUEST.search(facts.text)


def stays_in_force(facts: Facts, clause: Clause) -> bool:
    """Whether the subject is (a provision of) a law that stays in force for some cases: «De bepalingen blijven van kracht voor»."""
    core = core_text(facts, clause)
    for_some = _BEYOND.search(core) is not None or core.startswith((" voor ", " op ", " ten aanzien van ", " met betrekking tot "))
    return head(facts, clause) in _LAWS and for_some


_LAWS = frozenset(
    [
        "bepaling",
        "bepalingen",
        "wet",
        "artikel",
        "artikelen",
        "lid",
        "regeling",
        "besluit",
        "besluiten",
        "verordening",
        "hoofdstuk",
        "recht",
        "bepaalde",
        "regels",
        "regelen",
        "voorschriften",
    ]
)


_BEYOND = re.compile(r" (?:kracht|gelden|toepassing) (?:voor|ten aanzien van|met betrekking tot|op) ")


def holds(facts: Facts, clause: Clause, core: str) -> Soort:
    """What «geldt» says: that a provision applies, that an amount or term is so much, or that a decision stays in force."""
    if clause.negated and head(facts, clause) in _BEPALINGEN and " als zodanig " not in core:
        return Soort.TOEPASSELIJKHEID  # «De verboden gelden niet voor onderdelen die dienen als»
    if _SAME.search(core):
        return Soort.TOEPASSELIJKHEID
    if FICTION.search(core):
        return Soort.RECHTSGEVOLG
    subject = head(facts, clause)
    if subject in ("vrijstelling", "ontheffing", "dispensatie") and f" een {subject} " in core and not clause.negated:
        return Soort.RECHT  # «Van het verbod geldt een vrijstelling voor»
    if _EXEMPTS.search(core) and not clause.negated:
        return Soort.RECHT
    if subject in _BEPALINGEN or not subject:
        return Soort.TOEPASSELIJKHEID
    if subject in _GELDING:
        return Soort.RECHTSGEVOLG
    return Soort.WAARDE if _NEW_MEASURE.search(core) else Soort.TOEPASSELIJKHEID


def said_of(facts: Facts, clause: Clause, finite: str) -> Soort | None:
    """The kind of an active clause whose subject is a thing, by what it says of it; ``None`` if its words do not tell."""
    document = content_of(facts, clause)
    if document is None and "betrekking" in clause.words and any(v.infinitive == "hebben" for v in clause.verbs):
        return Soort.TOEPASSELIJKHEID
    if document is not None:
        return {"burger": Soort.PLICHT, "overheid": Soort.PLICHT, "bestuur": Soort.PROCEDURE, "regels": Soort.DELEGATIE}[document]
    verb = clause.verbs[0].infinitive if clause.verbs else ""
    if verb == "behoren" and "tot" in clause.words and not clause.modal:
        return Soort.DEFINITIE
    if verb in ("leiden", "toeleiden") and "tot" in clause.words and not state_business(clause):
        return Soort.RECHTSGEVOLG
    if facts.words[clause.finite] in ("maakt", "maken") and {"deel", "uit"} <= clause.words:
        return Soort.DEFINITIE  # «ruimten in één gebouw maken deel uit van één plaats»
    if verb == "betreffen" and facts.words[clause.finite + 1 : clause.finite + 2] == (":",):
        return Soort.DEFINITIE
    if verb == "duren":
        return Soort.WAARDE
    if verb in ("strekken", "uitstrekken"):
        return Soort.TOEPASSELIJKHEID if head(facts, clause) in _BEPALINGEN else Soort.PROCEDURE
    if finite in ("berust", "berusten") and "op" in clause.words:
        subject = head(facts, clause)
        return Soort.RECHTSGEVOLG if subject in _GELDING - _BASES or citizen_word(subject) else Soort.SLOT
    if verb in ("geschieden", "plaatsvinden") and _BY_LAW.search(core_text(facts, clause)):
        return Soort.TOEPASSELIJKHEID  # «De afrekening geschiedt overeenkomstig de Wet op de expertisecentra»
    if verb in ("berusten", "geschieden", "plaatsvinden"):
        return Soort.PROCEDURE if verb == "berusten" else reach.kind(facts, clause)
    return None


def unpaid(facts: Facts, clause: Clause) -> bool:
    """Whether what is not paid is a benefit: «geen ziekengeld», «geen toeslag»."""
    pays = any(v.infinitive in PAYING for v in clause.verbs)
    return pays and any(benefit(facts.words[j + 1]) for j in clause.core[:-1] if facts.words[j] == "geen")


def secured(clause: Clause) -> bool:
    """«De zekerheid wordt gesteld bij de griffie»: what somebody who owes or appeals must put down."""
    return clause.passive and not clause.negated and "zekerheid" in clause.words and any(v.infinitive == "stellen" for v in clause.verbs)

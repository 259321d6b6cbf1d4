"""Whom a sentence asks something of: the addressee as the text writes it, or whom the artikel speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms import actors
from doenvermogentoets.norms.model import Adressaat, Norm
from doenvermogentoets.norms.orgaan import with_article
from doenvermogentoets.report import words
from doenvermogentoets.report.evidence import even

UNNAMED = "wie dit moet doen (niet genoemd)"
UNNAMED_SHORT = "iemand die de tekst niet noemt"
_CLAUSE = re.compile(r",|\s(?:die|dat|wiens|wier|aan wie|van wie|op wie|met wie|bedoeld)\s")
_OPEN = ("degene ", "degenen ", "ieder ", "iedereen ", "een ieder ", "wie ", "personen ")
"""What says nothing without the clause that follows it."""
_VAGUE = frozenset(
    (
        "de",
        "het",
        "een",
        "degenen",
        "personen",
        "hij",
        "zij",
        "hem",
        "haar",
        "deze",
        "degene",
        "ieder",
        "een ieder",
        "eenieder",
        "wie",
        "iemand",
    )
)
_PRONOUNS = frozenset(("hij", "zij", "ze", "deze"))
_ARTICLES = ("de ", "het ", "een ", "degene", "hij", "zij", "wie ", "ieder", "een", "zijn ", "haar ", "hun ", "deze", "die ", "onze ")
_LONGEST_NAME = 70
_BEHIND_HEAD = frozenset(("van", "voor", "met", "in", "op", "aan", "bij", "tot", "uit", "zonder", "of"))
_WITHOUT = frozenset(("iedereen", "niemand", "men", "u", "elkeen", "eenieder"))
_BY_MATTER = {"bezwaar": "wie bezwaar maakt", "beroep": "wie beroep instelt", "zienswijze": "wie een zienswijze geeft"}
"""Remedies (Awb 6:4, 3:15 and 4:8): who uses one is known from the remedy itself."""
_DONE_TO_HIM = re.compile(r"\bom (?:de|het|een) (?:[^.;]|\.\d){0,160}?\bte doen\b [a-z]+en\b", re.I)
_REQUESTED = frozenset(("verzoeken", "aanvragen", "vorderen"))
_ANYBODY = re.compile(r"\b(?:een ieder|eenieder|iedereen|ieder)\b(?! (?:van|der)\b)", re.I)
_EACH = re.compile(r"(?:ieder|elk) (?:der|van de) ((?!leden\b|onderdelen\b)[\w-]+(?:en|s))\b", re.I)
_DESCRIBED = re.compile(r"degenen? (?:(?:aan|op|van|met|voor|tegen|bij) )?(?:wie|die)\b", re.I)
_WHOEVER = re.compile(
    r"\b(degenen? (?:(?:aan|op|van|met|voor|tegen|bij) )?(?:wie|die) [^,;.:]{3,70})"
    r"(?=,| (?:is|zijn|kan|kunnen|moet|moeten) (?:verplicht|gehouden))",
    re.I,
)
_BANNED = re.compile(r"Het is (?P<who>[^,;.:]{2,60}?) verboden\b")
# What the norm table takes for somebody because a person stands in it («de pensioengerechtigde leeftijd»).
_THING = re.compile(r"(?:leeftijd|budget|subsidie|voorziening|bijdrage|uitkering|toeslag|vergoeding|verklaring)(?: van .*)?$|\bdoelgroep ")


@dataclass(frozen=True)
class Ask:
    """A norm that asks something, and of whom.

    Attributes:
        name: as a reader calls him, with its article («de gebruiker»); :data:`UNNAMED` when the text does not tell.
        person: a natural person and no enterprise or institution.
        derived: the sentence does not name him; the artikel does, or nobody.
    """

    provision: Provision
    norm: Norm
    name: str
    person: bool
    derived: bool


def named(adressaat: Adressaat, content: str) -> str:
    """The addressee as the text writes it, with its article («de gebruiker»), without the clause that follows."""
    text = even(adressaat.tekst).strip(" ,")
    if not text.lower().startswith(_OPEN):
        text = _CLAUSE.split(text)[0]
    if not text or len(text) > _LONGEST_NAME:
        return ""
    lowered = text[:1].lower() + text[1:] if text[1:2].islower() and not text.startswith("Onze ") else text
    if lowered.lower().startswith(("een ", "iedere ", "elke ")) and " " in lowered:
        lowered = lowered.split(" ", 1)[1]
    return lowered if lowered.lower().startswith(_ARTICLES) else _with_determiner(with_article(lowered, content))


def _with_determiner(name: str) -> str:
    """«een vervoerder» for one whom the text never writes with «de» or «het»; several, and names with a capital, stand alone."""
    words = name.split()
    head = next((words[i - 1] for i, word in enumerate(words) if i and word in _BEHIND_HEAD), words[-1])
    many = head.endswith(("en", "s")) or "en" in words
    alone = name.lower().startswith(_ARTICLES) or not name.islower() or name in _VAGUE | _WITHOUT or many
    return name if alone else f"een {name}"


def unnamed(matter: str) -> str:
    """Whom a sentence without an addressee speaks of, when what he hands in says so («wie bezwaar maakt»); else :data:`UNNAMED`."""
    return next((who for start, who in _BY_MATTER.items() if matter.startswith(start)), UNNAMED)


def ask_of(analysis: Analysis, provision: Provision, norm: Norm) -> Ask:
    """Of whom a norm asks something: named in the sentence, or derived from the artikel."""
    content = analysis.document.text.content
    everybody = _by_clause(provision, norm)
    if everybody:
        return Ask(provision, norm, everybody, True, derived=False)
    adressaat = norm.adressaat
    name = named(adressaat, content) if adressaat is not None and adressaat.rol == "burger" else ""
    if name and adressaat is not None and name.lower() not in _VAGUE:
        return Ask(provision, norm, name, adressaat.particulier, derived=adressaat.afgeleid)
    described = adressaat is not None and adressaat.span is not None and _DESCRIBED.match(content, adressaat.span.start) is not None
    other = None if described or _about_another(provision, norm) else _of_artikel(analysis, provision, norm)
    if other is not None:
        return Ask(provision, norm, named(other, content), other.particulier, derived=True)
    matter = words.first(provision.document, "zaak", norm.span)
    said = even(provision.document.text[matter]).lower() if matter is not None else ""
    return Ask(provision, norm, unnamed(said), True, derived=True)


def _about_another(provision: Provision, norm: Norm) -> bool:
    """«kan op verzoek een machtiging verlenen om een bewoner te doen opnemen»: whoever asks that is not the one it is done to."""
    who = norm.adressaat
    asked = bool(norm.handelingen) and all(h.soort in _REQUESTED for h in norm.handelingen)
    return asked and who is not None and who.rol == "overheid" and _DONE_TO_HIM.search(provision.document.text[norm.span]) is not None


def _by_clause(provision: Provision, norm: Norm) -> str:
    """«een ieder», «degene aan wie een boete is opgelegd»: who is not named by a noun; empty for anybody else."""
    who = norm.adressaat
    content = provision.document.text.content
    if who is None or who.rol != "burger":
        return ""
    if who.span is not None and (each := _EACH.match(content, who.span.start, norm.span.end)) is not None:
        several = each[1].lower()
        return several if several == "partijen" else f"de {several}"  # who they are, the artikel does not say
    if who.span is None:
        banned = _BANNED.match(content, norm.span.start, norm.span.end)
        return "een ieder" if banned is not None and _ANYBODY.fullmatch(banned.group("who")) else ""
    if _ANYBODY.match(content, who.span.start, norm.span.end):
        return "een ieder"
    clause = _WHOEVER.match(content, who.span.start, norm.span.end)
    name = even(clause.group(1)) if clause is not None else ""
    return name[:1].lower() + name[1:] if len(name) <= _LONGEST_NAME else ""


def who_must(analysis: Analysis, provision: Provision, norm: Norm) -> str:
    """Of whom a norm asks something, as in the list of acts; empty when nobody can be named."""
    name = ask_of(analysis, provision, norm).name
    return "" if name == UNNAMED else name


def _of_artikel(analysis: Analysis, provision: Provision, norm: Norm) -> Adressaat | None:
    """The person whom the same sentence, or the nearest lid of the artikel, names."""
    content = analysis.document.text.content
    near = sorted(analysis.in_artikel(provision.unit) or (provision,), key=lambda p: abs(p.span.start - provision.span.start))
    who = norm.adressaat
    pronoun = who.span if who is not None and who.tekst.lower() in _PRONOUNS else None
    if pronoun is not None:  # «hij» is somebody who was named before
        near = [p for p in near if p.span.start <= provision.span.start]
    for p in near:
        for n in p.norms:
            a = n.adressaat
            if a is None or a.rol != "burger" or not a.bekend:
                continue
            name = named(a, content).lower()
            if name and name not in _VAGUE and not _THING.search(name):
                return a
        for sentence in p.passage.sentences:
            if p is provision and not sentence.span.overlaps(norm.span):
                continue
            for actor in actors.find(sentence.words, analysis.definitions, actors.homonyms(content)):
                span = sentence.span_of(actor.first, actor.last)
                if pronoun is not None and p is provision and span.start > pronoun.start:
                    continue
                found = Adressaat(p.document.text[span], "burger", "laag", span, actor.particulier)
                name = named(found, content).lower()
                if actor.rol == "burger" and actor.bekend and name not in _VAGUE and not _THING.search(name):
                    return found
    return None

"""To whom a sentence speaks: whether the text settles that it is a natural person, whom «de aanvrager» and «degene» only may be.

A check that asks what somebody can do warns only where a person must do it. What «de aanvrager» is, a person or a firm, no list can
say: it is read from the begripsbepalingen, from what the text is about and from the sentence.
"""

from __future__ import annotations

import re
from functools import cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.document import Document
from doenvermogentoets.norms.model import Adressaat, Norm
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import shared_table

_CLAUSE = re.compile(r",|\s(?:die|dat|wiens|wier|aan wie|van wie|op wie|met wie|bedoeld|als bedoeld|van|bij|op|onder)\s")
_ARTICLE = re.compile(r"\A(?:de|het|een|iedere|elke|zijn|haar|hun|deze|die|dezelfde)\s+", re.I)

# What a text is about, by the words it uses most.
_PEOPLE = re.compile(
    r"\b(?:natuurlijke perso(?:on|nen)|bewoners?|ouders?|kind(?:eren)?|gezin\w*|huishouden|inkomen|woning(?:en)?|hoofdverblijf|patiënt\w*"
    r"|partners?|mantelzorg\w*|studenten|leerling\w*|overlijden|gedetineerden?|jeugdigen?|verpleegden?)\b",
)
# The doctor of a firm looks after the people in it: «bedrijfsarts» says nothing of whom the text is about.
_FIRMS = re.compile(
    r"\b(?:onderneming\w*|ondernemer\w*|bedrij(?:f|ven)(?!s(?:arts|geneesk|gezondheids))\w*|exploita\w+|rechtsperso\w+|vennootschap\w*"
    r"|vergunninghouder\w*|concessie\w*|producent\w*|werkgever\w*)\b",
)
# An «inrichting» is a business in the law of the environment, and the place where people are kept or nursed in other law.
_PLACE = re.compile(r"\binrichting\w*\b")
_KEPT = re.compile(
    r"\b(?:gedetineerden?|verpleegden?|ter beschikking gestelden?|tbs)\b"
    r"|\b(?:justitiële|penitentiaire|psychiatrische) inrichting(?:en)?\b|\bjeugdinrichting(?:en)?\b"
)
_IN_CARE = re.compile(r"\b(?:jeugdigen?|patiënt(?:en)?)\b")  # a café may name them once
_SEVERAL = 3
_leaning: WeakKeyDictionary[Analysis, tuple[int, int]] = WeakKeyDictionary()
_inrichtingen: WeakKeyDictionary[Analysis, bool] = WeakKeyDictionary()


def inrichting_van_mensen(analysis: Analysis) -> bool:
    """Whether an «inrichting» in this text is where people are kept or nursed, and no business."""
    known = _inrichtingen.get(analysis)
    if known is None:
        content = analysis.document.text.small
        known = _inrichtingen[analysis] = _KEPT.search(content) is not None or len(_IN_CARE.findall(content)) >= _SEVERAL
    return known


def firms_and_people(analysis: Analysis) -> tuple[int, int]:
    """How many words of the text are about firms, and how many about people."""
    known = _leaning.get(analysis)
    if known is None:
        content = analysis.document.text.small
        firms, people = (sum(1 for _ in pattern.finditer(content)) for pattern in (_FIRMS, _PEOPLE))
        if not inrichting_van_mensen(analysis):
            firms += sum(1 for _ in _PLACE.finditer(content))
        known = _leaning[analysis] = (firms, people)
    return known


def leans_to_people(analysis: Analysis) -> bool:
    """The text has at least as many words about people as about firms."""
    firms, people = firms_and_people(analysis)
    return people >= firms


def people_prevail(analysis: Analysis) -> bool:
    """The text is about people: it has several words about them, and more than about firms."""
    firms, people = firms_and_people(analysis)
    return people >= _SEVERAL and people > firms


@cache
def _people() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Words and endings for natural persons, and words for whoever it is."""
    lists = shared_table("mensen")
    return frozenset(lists["woorden"]), tuple(lists["uitgangen"]), frozenset(shared_table("rollen")["woorden"])


# Words in the sentence by which «degene», «de aanvrager» or «personen» is an official, somebody at work or an organisation.
_AT_WORK = Search(
    r"\bbelast (?:is|zijn|was|waren)\b|\b(?:is|zijn) belast\b|\bbelast met\b|\bwerkzaam (?:is|zijn) (?:bij|voor|in dienst)\b"
    r"|\bbehorend\w* tot het personeel\b|\bin de uitoefening van (?:een|zijn|haar|hun|het) (?:beroep|bedrijf)\b"
    r"|\b(?:beroeps- of )?bedrijfsmatig\b"
    r"|\bonderneming\w*|\b\w*vennootschap\w*|\brechtsperso\w+|\bnaamloze\b|\baandeelhouder\w*|\bconcessie\w*|\bbekostiging\b"
    r"|\bbevoegd gezag\b"
    r"|\b\w*netbeheerder\w*|\bjaarrekening\b|\bschip(?:per)?\b|\bnet met een spanningsniveau\b"
)


def _head(text: str) -> str:
    """«de ouder die …» as «ouder»."""
    return _CLAUSE.split(_ARTICLE.sub("", " ".join(text.lower().split())))[0].strip(" ,")


def is_mens(text: str) -> bool:
    """A word that only a natural person in a private role answers to («huurder», «de ouder», «vrijwillig verzekerde»)."""
    people, endings, _ = _people()
    head = _head(text)
    last = head.rsplit(" ", 1)[-1]
    return head in people or last in people or (last.endswith(endings) and not last.endswith(("verhuurder", "verhuurders")))


def zeker_mens(analysis: Analysis, adressaat: Adressaat, zin: Span) -> bool:
    """Whether the text settles that the addressee is a natural person, not an organ, institution, official or enterprise.

    Args:
        zin: the sentence he stands in: for a word that anybody may answer to, the rest of it tells what he is.
    """
    if adressaat.rol != "burger" or not adressaat.tekst or adressaat.afgeleid:
        return False
    head = _head(adressaat.tekst)
    definition = analysis.definitions.get(head)
    if definition is not None:
        said = definition.text.lower()
        if definition.rol == "overheid" or (definition.rol == "burger" and not definition.particulier) or "rechtsperso" in said:
            return False
        if "natuurlijke perso" in said or is_mens(" ".join(said.split()[:2]).strip(",;:")):
            return True
    if is_mens(head):
        return True
    anybody = _people()[2]
    if (head not in anybody and head.rsplit(" ", 1)[-1] not in anybody) or _at_work(analysis.document, zin):
        return False
    if at_work(analysis.document, zin):
        return False
    firms, people = firms_and_people(analysis)
    return people > firms if firms else adressaat.particulier


def _at_work(document: Document, zin: Span) -> bool:
    return next(_AT_WORK.within(document.text, zin), None) is not None


# Somebody in his work or office, whatever he is called.
_IN_WORK = Search(
    r"\bwerkza(?:am|me) perso(?:on|nen)\b|\bdegene die (?:bemiddelt|arbeidskrachten ter beschikking stelt)\b"
    r"|(?<!jegens de )(?<!aan de )(?<!door de )(?<!bij de )"
    r"\bmet [^.;,]{0,80}\bbelaste (?:natuurlijke )?perso(?:on|nen)\b|"
    r"\b(?:is|zijn|was|waren) belast\b|\bbelast (?:is|zijn)\b|\bwerkzaam (?:is|zijn) (?:bij|voor|in dienst)\b"
    r"|\bbehorend\w* tot het personeel\b|\bin de uitoefening van (?:een|zijn|haar|hun|het) (?:beroep|bedrijf|functie|ambt)\b"
    r"|\b(?:beroeps- of )?bedrijfsmatig\b|\bberoepshalve\b|\bdegene bij wie\b|\bdegene die [\w-]*werkzaamheden (?:uitvoert|verricht)\b"
    r"|\bdegene die [^.;,]{0,40}\b(?:bijscholing|onderwijs|onderricht|cursus(?:sen)?|les(?:sen)?) (?:geeft|verzorgt|aanbiedt)\b"
    r"|\bdegene die (?:het|een) (?:[\w-]+ )?onderzoek (?:uitvoert|verricht|doet)\b"
)


def at_work(document: Document, zin: Span) -> bool:
    """Whether a sentence speaks of somebody in his work, office or trade."""
    return next(_IN_WORK.within(document.text, zin), None) is not None


def gericht_tot_mens(analysis: Analysis, norm: Norm) -> bool:
    """Whether the norm surely speaks to a natural person."""
    return norm.adressaat is not None and zeker_mens(analysis, norm.adressaat, norm.span)

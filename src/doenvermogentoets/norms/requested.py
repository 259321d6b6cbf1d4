"""«Op aanvraag», «op verzoek van de houder»: a citizen's request that a provision supposes, and the look-alikes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.acting import clause_of
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import pattern, words

_REQUEST = pattern("actions", "request")
_REQUEST_LATER = words("actions", "request_later")


def requests(facts: Facts) -> Iterator[tuple[int, int, str]]:
    """«op aanvraag», «op verzoek van de houder»."""
    words = facts.words
    match = _REQUEST.search(facts.text)
    if "desgevraagd" in facts.vocabulary and any(a.rol == "burger" for a in facts.actors):
        i = words.index("desgevraagd")
        first, last = clause_of(facts, i)
        if any(a.rol == "burger" and reading.is_object(facts, a) for a in reading.actors_in(facts, first, last)):
            yield i, i, "verzoeken"  # «Desgevraagd verleent de directeur aan de betrokkene inzage»
    if match is not None and not (_REQUEST_LATER & facts.vocabulary and " op de " in match.group(0)) and _asks(facts, match):
        i = facts.text.count(" ", 0, match.end()) - 1
        if 0 <= i < len(words):
            yield i, i, "aanvragen" if words[i].startswith("aanvra") else "verzoeken"


def _asks(facts: Facts, match: re.Match[str]) -> bool:
    """Whether «op aanvraag», «op zijn verzoek» is a citizen's: not «beslissen op een aanvraag», not the request of an authority."""
    at = facts.text.count(" ", 0, match.start() + 1) - 1
    if at > 0 and facts.words[at - 1] in _DECIDING:
        return False
    if _decided_on(facts, at) or not _DECIDING_NOUNS.isdisjoint(facts.words[max(0, at - 5) : at]):
        return False
    end = at + len(match.group(0).split())
    if match.group(0).split()[:2] in (["op", "de"], ["bij", "de"], ["op", "het"], ["bij", "het"]) and _theirs(facts, at):
        return False  # «tekent de datum aan op de aanvraag», «in afwijking van de bij de aanvraag verstrekte gegevens»
    if facts.words[end : end + 2] == ("van", "toepassing"):
        return False  # «Indien afdeling 3.4 op een aanvraag van toepassing is»
    whose = match.group(0).split()[1:2]
    if whose and whose[0] in ("zijn", "haar", "hun", "diens"):
        before = [a for a in facts.actors if a.last < at]
        after = next((a for a in facts.actors if a.first > at), None)
        if whose[0] in ("hun", "diens") and not any(a.rol == "burger" for a in before):
            return after is None or after.rol == "burger"  # «kan op hun daartoe strekkend verzoek organisaties aanwijzen»
        return any(a.rol == "burger" for a in before) or (not before and facts.previous is not None and facts.previous[0] == "burger")
    return True


def _theirs(facts: Facts, at: int) -> bool:
    """Whether the main clause around a token is an authority's, which has the application before it."""
    clause = next((c for c in facts.parse.mains if c.first <= at <= c.last), None)
    if clause is None or facts.parse.depth[at]:
        return clause is not None
    actor = reading.agent(facts, clause) if clause.passive else reading.subject(facts, clause)
    return actor is not None and actor.rol == "overheid"


_DECIDING_NOUNS = frozenset(["beslissing", "besluit", "beschikking", "uitspraak"])
_THIS = frozenset(["een", "de", "het", "deze", "die", "dit", "dat"])
_DECIDES = frozenset(["beslist", "beslissen", "beschikt", "beschikken"])


def _decided_on(facts: Facts, at: int) -> bool:
    """«beslist binnen acht weken op een aanvraag», «Op een aanvraag beslist het college»: how one is dealt with, not that one is made."""
    if facts.words[at + 1 : at + 2] and facts.words[at + 1] not in _THIS:
        return False
    first, last = clause_of(facts, at)
    return not _DECIDES.isdisjoint(facts.words[first : last + 1])


_DECIDING = frozenset(["beslissen", "beslist", "beslissing", "besluiten", "besluit", "beschikken", "beschikt", "beschikking", "reactie"])

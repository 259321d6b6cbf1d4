"""Which authority a text speaks of, to name it in drafting help instead of a placeholder."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Suggestion
from doenvermogentoets.norms.model import Norm

PLACEHOLDER = "[orgaan]"
UNKNOWN = "het bestuursorgaan"
_LONGEST = 60  # characters; longer is a description, no name
_known: WeakKeyDictionary[Analysis, Counter[str]] = WeakKeyDictionary()


def deciding(analysis: Analysis) -> Counter[str]:
    """The authorities that decide in this text, as it names them, with how often."""
    found = _known.get(analysis)
    if found is None:
        named = (n.adressaat for p in analysis.provisions for n in p.norms if n.bevoegdheid != "geen")
        found = _known[analysis] = Counter(
            _in_running_text(a.tekst) for a in named if a is not None and a.rol == "overheid" and _is_name(a.tekst)
        )
    return found


_PRONOUNS = frozenset(("hij", "zij", "het", "deze", "dit", "die", "dat", "degene"))


def _is_name(said: str) -> bool:
    return 0 < len(said) <= _LONGEST and said.lower() not in _PRONOUNS


def usual_organ(analysis: Analysis) -> str:
    """The authority that decides most often in this text, with its article («het CAK»); «het bestuursorgaan» if none is named."""
    names = deciding(analysis)
    usual = min(names, key=lambda name: (-names[name], name)) if names else UNKNOWN
    return with_article(usual, analysis.document.text.content)


_CAPITALISED = r"[A-Z][\w’'-]+(?:(?: (?:van|voor|der|de|het|en))* [A-Z][\w’'-]+)*"
_FIRST = re.compile(
    rf"(?:\d+[a-z]{{0,2}}\.\s+)?((?:De|Het) {_CAPITALISED})(?:, bedoeld in [^,;]{{1,60}},)? (?!wordt\b)(?:kan|mag|moet|[a-z]+t)\b"
)
_AFTER_VERB = re.compile(rf"\b(kan|mag|moet|[a-zë]+t) ((?:de|het) {_CAPITALISED})")
_LAW = re.compile(r"(?:wet|wetboek|besluit|regeling|verordening|richtlijn|verdrag|reglement|protocol|bijlage|artikel)\b", re.I)
_unlisted: WeakKeyDictionary[Analysis, Counter[str]] = WeakKeyDictionary()


def acting(provision: Provision, norm: Norm) -> str:
    """The authority that a decision names as only its own law explains («trekt het Instituut de vergunning in»); empty for none.

    A bill that amends such a law does not hold the definition. Only the subject of the verb counts: next to it, with a capital.
    """
    who = norm.adressaat
    if norm.bevoegdheid == "geen" or who is None or who.rol != "overheid" or who.tekst:
        return ""
    said = provision.document.text[norm.span]
    first = _FIRST.match(said)
    found = [_in_running_text(first[1])] if first is not None else []
    found += [m[2] for m in _AFTER_VERB.finditer(said) if m[1] in ("kan", "mag", "moet") or m[1][:2] in norm.werkwoord]
    return next((name for name in found if _is_name(name) and _LAW.search(name) is None), "")


def deciding_of_all(analysis: Analysis) -> Counter[str]:
    """As :func:`deciding`, with the names of :func:`acting`."""
    found = _unlisted.get(analysis)
    if found is None:
        more = Counter(name for p in analysis.provisions for n in p.norms if (name := acting(p, n)))
        found = _unlisted[analysis] = deciding(analysis) + more
    return found


_FAR_MORE = 3  # times; a choice


def prevailing(analysis: Analysis) -> str | None:
    """The only authority that decides, or one that does so far more often than any other; ``None`` where several may be meant."""
    names = deciding(analysis).most_common(2)
    return names[0][0] if names and (len(names) == 1 or names[0][1] >= _FAR_MORE * names[1][1]) else None


def nearby(analysis: Analysis, unit: Unit) -> str | None:
    """The one authority that decides in this text and that a lid, or otherwise the rest of its artikel, names; ``None`` for none or more.

    «Onze Minister houdt een register» in the first lid tells of whom the fourth lid speaks, whoever decides most often in the text.
    """
    around = analysis.in_artikel(unit)
    for places in ([p for p in around if p.unit is unit], around):
        here = [name for name in deciding(analysis) if any(names(p, name) for p in places)]
        if here:
            return with_article(here[0], analysis.document.text.content) if len(here) == 1 else None
    return None


def names(provision: Provision, name: str) -> bool:
    """Whether a provision names an authority as a whole word, whatever its article."""
    bare = re.sub(r"^(?:de|het|een) ", "", name.lower())
    small = provision.document.text.small
    return re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", small[provision.span.start : provision.span.end]) is not None


@lru_cache(maxsize=256)
def with_article(name: str, content: str) -> str:
    """«CAK» as the text itself writes it in a sentence: «het CAK»; a name that it always writes longer («de Dienst Toeslagen») in full."""
    name = _in_full(name, content)
    if name.lower().startswith(("de ", "het ", "een ", "onze ", "burgemeester en ", "gedeputeerde ")):
        return name
    articles = Counter(m.group(1).lower() for m in re.finditer(rf"\b(de|het) {re.escape(name)}\b", content, re.I))
    return f"{articles.most_common(1)[0][0]} {name}" if articles else name


def _in_full(name: str, content: str) -> str:
    """The name with the capitalised words that follow it nearly everywhere in the text: «Dienst» is no name, «Dienst Toeslagen» is."""
    last = name.split(" ")[-1]
    if not last[:1].isupper() or last.isupper():
        return name
    bare = re.escape(re.sub(r"^(?:de|het|een) ", "", name, flags=re.I))
    places = [m.group(1) for m in re.finditer(rf"\b{bare}\b((?: [A-Z][\w-]+){{0,4}})", content)]
    longer, times = Counter(places).most_common(1)[0] if places else ("", 0)
    return name + longer if 2 * times > len(places) else name


def _in_running_text(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in ("De", "Het", "Een") else name


def filled(suggestions: tuple[Suggestion, ...], analysis: Analysis, unit: Unit | None = None) -> tuple[Suggestion, ...]:
    """The suggestions of a check's page with the authority of this text in them: of ``unit``, where the text names one there."""
    if not any(PLACEHOLDER in s.title for s in suggestions):
        return suggestions
    found = nearby(analysis, unit) if unit is not None else None
    if found is None and (usual := prevailing(analysis)) is not None:
        found = with_article(usual, analysis.document.text.content)
    return tuple(replace(s, title=s.title.replace(PLACEHOLDER, found or UNKNOWN)) for s in suggestions)

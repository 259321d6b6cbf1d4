"""Which authority a text speaks of, to name it in drafting help instead of a placeholder."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.findings import Suggestion

PLACEHOLDER = "[orgaan]"
UNKNOWN = "het bestuursorgaan"
_LONGEST = 60  # characters; longer is a description, no name
_known: WeakKeyDictionary[Analysis, str] = WeakKeyDictionary()


def usual_organ(analysis: Analysis) -> str:
    """The authority that decides most often in this text, with its article («het CAK»); «het bestuursorgaan» if none is named."""
    found = _known.get(analysis)
    if found is None:
        names: Counter[str] = Counter()
        for provision in analysis.provisions:
            for norm in provision.norms:
                a = norm.adressaat
                if a is not None and a.rol == "overheid" and norm.bevoegdheid != "geen" and 0 < len(a.tekst) <= _LONGEST:
                    names[_in_running_text(a.tekst)] += 1
        usual = min(names, key=lambda name: (-names[name], name)) if names else UNKNOWN
        found = _known[analysis] = with_article(usual, analysis.document.text.content)
    return found


@lru_cache(maxsize=256)
def with_article(name: str, content: str) -> str:
    """«CAK» as the text itself writes it in a sentence: «het CAK»."""
    if name.lower().startswith(("de ", "het ", "een ", "onze ", "burgemeester en ", "gedeputeerde ")):
        return name
    articles = Counter(m.group(1).lower() for m in re.finditer(rf"\b(de|het) {re.escape(name)}\b", content, re.I))
    return f"{articles.most_common(1)[0][0]} {name}" if articles else name


def _in_running_text(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in ("De", "Het", "Een") else name


def filled(suggestions: tuple[Suggestion, ...], analysis: Analysis) -> tuple[Suggestion, ...]:
    """The suggestions of a check's page with the authority of this text in them."""
    if not any(PLACEHOLDER in s.title for s in suggestions):
        return suggestions
    organ = usual_organ(analysis)
    return tuple(replace(s, title=s.title.replace(PLACEHOLDER, organ)) for s in suggestions)

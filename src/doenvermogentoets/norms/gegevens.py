"""Deadlines and powers as data: what a reviewer asks of each, with where the answer stands.

A deadline: whose it is, what happens to who misses it (also when another lid or artikel says so) and what softens that. A power: whose it
is, which way it works, which room it leaves, on what conditions, and what softens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.gevolgen import consequences
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.model import Norm, Termijn, UitwegSoort
from doenvermogentoets.norms.uitweg import Uitweg, ways_out
from doenvermogentoets.structure.labels import label


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(r"\b(?:" + "|".join(map(re.escape, entry["woorden"])) + r")\b") for kind, entry in load("ruimte").items()}


_STEMT_AF = re.compile(r"\bstemt (?:de|het) [^.;,]{1,60} af op\b")


def room_of(words: str, norm: Norm) -> tuple[str, ...]:
    """The kinds of room a power leaves; empty when it is bound through and through.

    Args:
        words: its sentence, lower case.
        norm: a norm with a power.

    Returns:
        Of ``beleidsruimte`` (it may), ``beoordelingsruimte`` (an open condition), ``begrensd`` (fenced room), ``afweging`` (what to weigh
        is prescribed) and ``verwijtbaarheid`` (whether somebody is to blame decides), those that fit, in this order.
    """
    found = []
    patterns = _patterns()
    open_condition = patterns["beoordelingsruimte"].search(words) is not None
    may = norm.bevoegdheid == "discretionair" and re.search(r"\b(?:kan|kunnen|mag|mogen|bevoegd(?! gezag))\b", words) is not None
    if may or (norm.bevoegdheid == "discretionair" and not open_condition):
        found.append("beleidsruimte")
    if open_condition:
        found.append("beoordelingsruimte")
    if found and patterns["begrensd"].search(words):
        found.append("begrensd")
    if patterns["afweging"].search(words.replace("stemt de", "")) or _STEMT_AF.search(words):
        found.append("afweging")
    if any(s.soort is UitwegSoort.VERWIJTBAARHEID for s in norm.signalen):
        found.append("verwijtbaarheid")
    return tuple(found)


def power(analysis: Analysis, provision: Provision, norm: Norm) -> dict[str, Any] | None:
    """The power of a norm as data, or ``None`` when it has none."""
    if norm.bevoegdheid == "geen":
        return None
    text = analysis.document.text
    who = norm.adressaat
    named = who is not None and bool(who.tekst)
    return {
        "orgaan": who.tekst if who is not None and named else None,
        "orgaan_genoemd": named,
        "werkwoord": norm.werkwoord,
        "richting": norm.richting,
        "bevoegdheid": norm.bevoegdheid,
        "ruimte": list(room_of(text[norm.span].lower(), norm)),
        "voorwaarden": [text[span] for span in norm.voorwaarden],
        "uitweg": _ways(ways_out(analysis, provision, norm)) if norm.richting == "nadelig" or norm.belastend else [],
    }


def deadline(analysis: Analysis, provision: Provision, norm: Norm, limit: Termijn) -> dict[str, Any]:
    """What follows for who misses a time limit, and what softens it; both empty for the limit of an authority."""
    if limit.voor != "burger":
        return {"gevolgen": [], "uitweg": []}
    text = analysis.document.text
    found = consequences(analysis, provision, norm)
    gevolgen = [
        {"soort": c.gevolg.soort.value, "tekst": text[c.gevolg.span], "waar": c.waar.value, "plaats": label(c.provision.unit)}
        for c in found
    ]
    ways = ways_out(analysis, provision, norm, [c.gevolg for c in found] or None)
    return {"gevolgen": gevolgen, "uitweg": _ways(ways)}


def _ways(ways: Iterable[Uitweg]) -> list[dict[str, Any]]:
    return [
        {
            "soort": way.soort.value,
            "waar": way.waar.value,
            "plaats": label(way.provision.unit) if way.provision is not None else None,
            "grond": way.grond or None,
            "volledig": way.volledig,
        }
        for way in ways
    ]

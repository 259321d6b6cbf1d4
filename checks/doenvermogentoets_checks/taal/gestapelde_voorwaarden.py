"""Stacked conditions and subordinate clauses in one sentence of statutory text."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import listing
from doenvermogentoets_checks.taal.tekst import Stuk, bepalingen, is_definitie, stukken, voor_burgers

_ENKEL = frozenset({"indien", "tenzij", "mits", "wanneer", "ingeval", "behoudens", "zolang", "voorzover", "als"})
_PAREN = {("voor", "zover"), ("dien", "verstande"), ("welk", "geval"), ("in", "geval"), ("zonder", "dat")}
# «als» opens a condition when a subject follows; «als rentetrekker», «als bedoeld» and «zowel …, als …» are none.
_ONDERWERP = frozenset(
    {"de", "het", "een", "hij", "zij", "die", "deze", "dit", "dat", "er", "dan", "iemand", "men", "degene", "geen", "zijn"}
)
_SAMEN = frozenset({("voor", "en", 2), ("voorzover", "en", 2), ("wanneer", "en", 2), ("zolang", "en", 2)})


def voorwaarden(stuk: Stuk) -> list[tuple[int, str]]:
    """Token index and words of each condition in a stretch («als bedoeld in» is a reference, not a condition)."""
    tokens = stuk.tokens
    out = []
    for i, word in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else ""
        if word == "als":
            if i and tokens[i - 1] in (",", ".") and after in _ONDERWERP and "zowel" not in tokens[max(0, i - 25) : i]:
                out.append((stuk.first + i, "als"))
        elif out and i and (stuk.first + i - out[-1][0] == 1 or (word, tokens[i - 1], stuk.first + i - out[-1][0]) in _SAMEN):
            continue  # «indien en voor zover», «behoudens voor zover»: one condition in two words
        elif word in _ENKEL:
            out.append((stuk.first + i, word))
        elif (word, after) in _PAREN:
            if (word, after) == ("in", "geval") and tokens[i + 2 : i + 3] != ("van",):
                continue
            out.append((stuk.first + i, f"met {word} {after}" if word == "dien" else f"{word} {after}"))
    return out


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    most, most_citizen = int(options.number("voorwaarden")), int(options.number("voorwaarden-burger"))
    for provision in bepalingen(dossier.bill):
        if is_definitie(provision):
            continue
        citizen: bool | None = None
        for stuk in stukken(provision):
            if stuk.words < 30:
                continue
            found = voorwaarden(stuk)
            if len(found) < min(most, most_citizen):
                continue
            if citizen is None:
                citizen = voor_burgers(provision)
            if len(found) < (most_citizen if citizen else most):
                continue
            first, last = found[0][0], found[-1][0] + (1 if " " in found[-1][1] else 0)
            span = stuk.sentence.span_of(first, last)
            names = listing(f"«{words}»" for _, words in found)
            yield Hit(
                document,
                provision.unit,
                span,
                f"Eén zin met {len(found)} voorwaarden: {names}.",
                f"Wie wil weten of de regel voor hem geldt, moet ze alle {len(found)} tegelijk vasthouden. "
                f"De grens van {most_citizen if citizen else most} is een keuze, geen norm.",
                label=f"{len(found)} voorwaarden",
            )

"""Officialese in the toelichting (Ar 4.49); in statutory text much of it is customary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.structure.laws import name_at
from doenvermogentoets.toelichting import Alinea
from doenvermogentoets_checks.common import table

# «het moet dan wel gaan om»: a condition and a concession, not the word for «or»
_DAN_EN_WEL = re.compile(r"\b(?:moet|moeten|kan|kunnen|zal|zullen|mag|mogen|dient|dienen|geldt|gelden|er)\s+\Z", re.I)
_CITAAT = re.compile(r"[«“\"][^»”\"]{0,400}[»”\"]")


_LONGEST_NAME = 160
_STARTS = re.compile(r"(?<!\w)[A-Z]")


def _in_name(text: str, at: int) -> bool:
    """«de Algemene wet inzake rijksbelastingen»: a word in the name of a regulation is not the writer's."""
    for start in _STARTS.finditer(text, max(0, at - _LONGEST_NAME), at):
        named = name_at(text, start.start(), len(text))
        if named is not None and start.start() < at < named[1]:
            return True
    return False


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    modern = dict(table("doenvermogentoets_checks.taal", "ambtelijk"))
    skip = {w.lower() for w in options.words("toegestaan")}
    phrases = sorted((w for w in modern if w not in skip), key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases) + r")(?![\w-])", re.I)
    found: dict[str, list[tuple[int, int, Alinea]]] = {}
    for alinea in explanation.alineas:
        quoted = [m.span() for m in _CITAAT.finditer(alinea.text)]
        for match in pattern.finditer(alinea.text):
            before = max(0, match.start() - 12)
            if match.group(1).lower() == "dan wel" and _DAN_EN_WEL.search(alinea.text, before, match.start()) is not None:
                continue
            if _in_name(alinea.text, match.start()):
                continue
            if not any(a <= match.start() < b for a, b in quoted):
                found.setdefault(" ".join(match.group(1).lower().split()), []).append((match.start(1), match.end(1), alinea))
    for phrase, places in found.items():
        start, end, alinea = places[0]
        times = f" Het staat {len(places)} keer in de toelichting." if len(places) > 1 else ""
        instead = modern[phrase]
        capital = alinea.text[start].isupper()
        yield Hit(
            explanation.document,
            alinea.unit,
            alinea.sub(start, end),
            f"«{phrase}» is schrijftaal; gewoner is «{instead}».",
            f"De Aanwijzingen vragen in de toelichting heldere taal zonder jargon.{times}",
            label=f"gewoner: {instead}",
            suggestions=(
                Suggestion(f"«{instead}» in plaats daarvan", replacement=instead.capitalize() if capital else instead),
                Suggestion("de zin anders beginnen"),
            ),
        )

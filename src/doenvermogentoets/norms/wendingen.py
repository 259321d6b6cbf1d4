"""Adverse effects by their wording: a verb or turn of phrase, the class of object it is said of, and the direction.

The norm table names the effects that stand in the main verb of a sentence. Drafters have many more ways to take something
away («blijft de teruggaaf geheel achterwege», «is van de zorgplicht ontheven», «is het restant opeisbaar»). The concepts behind
them are few: loss of what somebody was granted or is helped by, more of what somebody owes, an order. ``wendingen.toml`` lists
the verbs and the classes of objects; here they are combined and read in their sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from doenvermogentoets.norms.aanleiding import undotted
from doenvermogentoets.norms.model import Gevolg, GevolgSoort
from doenvermogentoets.search import Search, Words
from doenvermogentoets.text import Span


@dataclass(frozen=True, slots=True)
class Wending:
    """A turn of phrase with an adverse effect.

    Attributes:
        besluit: an authority takes it; otherwise it sets in by itself.
        altijd: it counts whatever the cause; otherwise only after something was missed.
        ontkend: the words themselves deny («geen recht»).
        zwaar: it counts although its kind of effect is mostly light.
        seinen: one of these stands in every sentence that fits.
        voorwaarde: its words begin in the condition of the sentence, which names what the effect is about.
    """

    soort: GevolgSoort
    besluit: bool
    altijd: bool
    ontkend: bool
    zwaar: bool
    seinen: tuple[str, ...]
    patronen: tuple[Search, ...]
    voorwaarde: bool = False


@dataclass(frozen=True, slots=True)
class Vondst:
    """A turn of phrase in a sentence."""

    gevolg: Gevolg
    wending: Wending


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("doenvermogentoets.norms").joinpath("wendingen.toml").read_text(encoding="utf-8"))


@cache
def frasen() -> Mapping[str, tuple[tuple[tuple[str, ...], GevolgSoort, bool], ...]]:
    """Words that name an effect, by their first word: the words, the effect, and whether it is heavy."""
    out: dict[str, list[tuple[tuple[str, ...], GevolgSoort, bool]]] = {}
    for weight, entries in _table()["frasen"].items():
        for phrase, soort in entries:
            words = tuple(phrase.split())
            out.setdefault(words[0], []).append((words, GevolgSoort(soort), weight == "zwaar"))
    return {first: tuple(entries) for first, entries in out.items()}


_GAP = 90  # code points between the words of one wording


@cache
def _raw() -> tuple[tuple[Wending, ...], tuple[str, ...]]:
    raw = _table()
    groups = {**raw["groep"], "_": f"[^.;]{{0,{_GAP}}}?"}

    def compiled(words: str) -> Search:
        # two gaps in a row are one of twice the length: as two they would be tried in every division
        words = re.sub(r"(?:\{_\}){2,}", lambda m: f"[^.;]{{0,{_GAP * (len(m.group()) // 3)}}}?", words)
        return Search(re.sub(r"\{(\w*[a-z_]\w*)\}", lambda m: groups[m.group(1)], words))

    entries = tuple(
        Wending(
            soort=GevolgSoort(e["soort"]),
            besluit=e["wijze"] == "besluit",
            altijd=e.get("altijd", False),
            ontkend=e.get("ontkend", False),
            zwaar=e.get("zwaar", False),
            seinen=tuple(e["sein"]),
            patronen=tuple(map(compiled, e["woorden"])),
            voorwaarde=e.get("voorwaarde", False),
        )
        for e in raw["wending"]
    )
    cues = {s for e in entries for s in e.seinen}
    return entries, tuple(sorted(s for s in cues if not any(other in s for other in cues - {s})))


def may_fit(words: str) -> bool:
    """Cheap test on lower-cased words before :func:`find`."""
    return any(map(words.__contains__, _raw()[1]))


_ROOM = re.compile(r"\b(?:kan|kunnen|bevoegd(?! gezag)|mag|mogen)\b")
# «niet tijdige betaling», «het niet melden», «een niet ondertekende aanvraag» deny something else than the effect.
_NEGATED = re.compile(r"\b(?:niet(?!-| (?:of niet )?\w+(?:ig|ige|en|de|te)\b)|geen|noch|evenmin)\b[^,;]{0,40}$")
_NEGATED_AFTER = re.compile(r"\W*(?:(?:daardoor|echter|evenwel|dan|ook) )?niet\b(?! (?:of niet )?(?:tijdig|volledig))")
# A clause that is not the main one: a condition or a relative clause that has not been closed by a comma.
_SUBORDINATE = re.compile(
    r"\b(?:indien|als|wanneer|voor zover|voorzover|wiens|wier|waarvan|van wie|aan wie|waarop|waarvoor|waarin|zodra|nadat"
    r"|omdat|zolang|totdat|tenzij|behalve|voordat|alvorens"
    r"|(?<!over )(?<!voor )(?<!in )(?<!van )(?<!op )(?<!aan )(?<!met )(?<!na )(?<!komt )(?<!wordt )(?<!is )(?<!tot )(?:die|dat))\b[^,;:.]*$"
)
# «worden betaald, mits …, of indien geen subsidie is verleend»: the denial is part of a condition.
_CONDITION = re.compile(r"\b(?:indien|wanneer|tenzij|mits|voor zover|voorzover)\b[^,;:.]*$")
# «, bedoeld in artikel 14 van de Wet,» does not close a clause.
_BEDOELD = re.compile(r",? (?:als )?bedoeld in [^,;:.]{0,80}(?:, [^,;:.]{0,40}\b(?:lid|onderdeel|aanhef)\b[^,;:.]{0,40}){0,3},")
# «Indien de toelating van een leerling die hulp behoeft, wordt geweigerd, vindt …»: the main clause is still to come.
_MAIN_FOLLOWS = re.compile(
    r"(?: (?:of|dan wel) \w+)?, (?!(?:niet|met|uit|tot|dat|het|wat|ongeacht|omdat|opdat|zodat|totdat|nadat|voordat|doordat"
    r"|anders dan|tussen|binnen|zonder|behoudens|tegen|boven) )"
    r"(?:\w+t|is|zijn|kan|kunnen|(?:word|moet|kunn|del|bepal)en|heeft|hebben) "
)
# Subordinate in form, the legal effect itself in substance.
_GEVOLG_ZIN = re.compile(r"\b(?:bij gebreke waarvan|bij gebreke hiervan|ter zake waarvan|in welk geval|waarna|als gevolg waarvan|zulks)\b")
# «wordt verstrekt voor een installatie waarvoor geen subsidie is verleend»: something is described between the verb and the denial.
_RELATIVE = re.compile(r"\b(?:waarvoor|waarop|waarin|waarvan|waaraan|waarmee|wiens|wier|(?:voor|aan|op|van) wie)\b[^,;:.]*$")
_TRIES = 3  # «die later wordt gedaan, laat …»: the first verb that fits may stand in a relative clause


def find(words: str, at: int) -> Iterator[Vondst]:
    """The turns of phrase of one sentence, each kind of effect once.

    Args:
        words: the lower-cased sentence.
        at: where it begins in the document, in code points.
    """
    words = undotted(words)
    known = Words(words)
    condition = words.find(", dan ")  # «Is de bijdrage niet ontvangen, dan»: nothing before it is an effect
    start = max(condition, 0)
    seen: set[GevolgSoort] = set()
    for wending in _raw()[0]:
        if wending.soort in seen or not known.has(wending.seinen):
            continue
        for search in wending.patronen:
            if not known.may_match(search):
                continue
            pattern = search.pattern
            match = pattern.search(words, 0 if wending.voorwaarde else start)
            tries = 0
            while match is not None and not _stands(words, match, wending) and tries < _TRIES:
                match, tries = pattern.search(words, match.start() + 1), tries + 1
            if match is not None and tries < _TRIES:
                seen.add(wending.soort)
                yield Vondst(Gevolg(wending.soort, Span(at + match.start(1), at + match.end(1))), wending)
                break


def _stands(words: str, match: re.Match[str], wending: Wending) -> bool:
    """Whether the words say that the effect happens: in the main clause, without room, not denied."""
    start, end = match.start(1), match.end(1)
    if wending.voorwaarde:
        return _ROOM.search(words, max(0, start - 60), end) is None and _NEGATED_AFTER.match(words, end) is None
    if not wending.ontkend:
        infinitive = words.startswith("worden", match.start())  # «kan … worden ingetrokken», however far «kan» stands
        if _ROOM.search(words, 0 if infinitive else max(0, start - 60), end):
            return False
        if _NEGATED.search(words, max(0, start - 60), start) or _NEGATED_AFTER.match(words, end):
            return False
        if re.search(r"\b(?:niet|geen)\b", words[match.start() : end]) and "zonder" not in words[match.start() : end]:
            between = words[match.start() : end]
            if re.search(r"\b(?:niet|geen)\b[^,]{0,40}$", between):
                return False
    if _MAIN_FOLLOWS.match(words, end):
        return False
    before = _BEDOELD.sub(" ", words[max(0, match.start() - 400) : match.start()])
    before = _after_gevolg_zin(before)
    if _SUBORDINATE.search(before):
        return False
    between = _after_gevolg_zin(_BEDOELD.sub(" ", words[match.start() : start]))
    return not (_CONDITION if wending.ontkend else _SUBORDINATE).search(between) and not _RELATIVE.search(between)


def _after_gevolg_zin(words: str) -> str:
    return words[max((m.end() for m in _GEVOLG_ZIN.finditer(words)), default=0) :]

"""Names of regulations in running text: where a name starts and, which is harder, where it ends."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FIRST = re.compile(
    r"(?:[A-Z][\w’'-]*(?:wet|wetten|besluit|regeling|verordening|reglement|wetboek|statuut|code|richtlijn|"
    r"verdrag|leidraad)|(?:Rijks|Invoerings|Uitvoerings|Aanpassings|Kader)?[Ww]et(?:boek)?"
    r"|Besluit|Regeling|Verordening|Richtlijn|Algemene?|Algemeen|Tijdelijke|Burgerlijk|Uitvoeringswet|"
    r"Uitvoeringsbesluit|Uitvoeringsregeling|Kaderwet|Invoeringswet|Boek|Europees|Europese|Verdrag|Handvest|"
    r"Protocol|Statuut|Beleidsregels?|Besluiten"
    r"|richtlijn|verordening|Nadere|Internationaal|Internationale|Subsidieregeling|Leidraad|Reglement|"
    r"[A-Z][\w-]+(?= (?:wet|besluit|regeling|verordening)\b)|[A-Z]{2,6}-(?:richtlijn|verordening))(?![\w])"
)
_WORD = re.compile(r"[ \t\u00a0\r\n]+(\(E[UGE]+\)|[^\s,;:.()«»]+)(?=([,;:.()«»]?))")
_SINGLE = re.compile(r"[A-Z][\w’'-]*(?:wet|besluit|reglement|wetboek|statuut)$")
_QUALIFIER = re.compile(r"(?:(?:19|20)\d\d|BES)$")


@dataclass(frozen=True, slots=True)
class _Names:
    """What ``regelingen.toml`` holds: names by their first word (longest first), abbreviations, and words that end a name or never do."""

    by_first: dict[str, tuple[str, ...]]
    short: dict[str, str]
    stop: frozenset[str]
    inner: frozenset[str]


@cache
def _data() -> _Names:
    data = tomllib.loads(files(__package__).joinpath("regelingen.toml").read_text(encoding="utf-8"))
    by_first: dict[str, list[str]] = {}
    for name in sorted(data["namen"], key=len, reverse=True):
        by_first.setdefault(name.split(maxsplit=1)[0].lower(), []).append(name)
    names = {first: tuple(found) for first, found in by_first.items()}
    return _Names(names, data["afkortingen"], frozenset(data["einde"]), frozenset(data["binnen"]))


def abbreviation(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The regulation whose abbreviation stands at ``at``: its name and where the abbreviation ends."""
    match = _ABBREVIATED.match(text, at, end)
    if match is None:
        return None
    known = _data().short
    for candidate in (match[0], match[1]):
        if candidate in known:
            return known[candidate], at + len(candidate)
    return None


_ABBREVIATED = re.compile(r"((?:Wet )?[A-Z][A-Za-z]{1,7})(?: (?:19|20)\d\d)?(?![\w])")


def name_at(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The name of a regulation that starts at ``at``, and where it ends; ``None`` if none starts there."""
    short = abbreviation(text, at, end)
    first = _FIRST.match(text, at, end)
    if first is None:
        return short
    known = _known(text, at, end, first[0])
    guessed = at + len(_guess(text, at, end, first))
    if known is not None and known >= guessed:
        guessed = known
    elif known is not None and not _QUALIFIER.match(text[known:guessed].strip()):
        # the listed name is sure, the longer one is not
        guessed = known
    name = " ".join(text[at:guessed].split())
    if short is not None and short[1] >= guessed:
        return short
    if name in (
        "wet",
        "Wet",
        "Besluit",
        "Regeling",
        "Verordening",
        "richtlijn",
        "verordening",
        "Algemene",
        "Algemeen",
        "Richtlijn",
        "Boek",
        "Tijdelijke",
    ):
        return None
    return name, guessed


def _known(text: str, at: int, end: int, first: str) -> int | None:
    head = first.split(maxsplit=1)[0]
    for name in _data().by_first.get(head.lower(), ()):
        stop = at + len(name)
        if stop <= end and text[at:stop].replace("\u00a0", " ").replace("'", "’") == name and not text[stop : stop + 1].isalnum():
            return stop
    return None


def _guess(text: str, at: int, end: int, first: re.Match[str]) -> str:
    stop = first.end()
    if _SINGLE.match(first[0]):
        return text[at : _after_single(text, stop, end)]
    data = _data()
    sure = stop
    count = 0
    while count < 22:
        match = _WORD.match(text, stop, end)
        if match is None or match[1].lower() in data.stop or _NEXT.match(text, match.start(), end):
            break
        stop = match.end()
        count += 1
        if match[1].lower() not in data.inner:
            sure = stop
        if match[2] or _QUALIFIER.match(match[1]):
            break
    return text[at:sure]


_NEXT = re.compile(
    r"[ \t\u00a0\r\n]+(?:en|of|dan wel|alsmede)[ \t\u00a0\r\n]+(?:de|het|die|deze|dit|dat|van|artikel(?:en)?|"
    r"hoofdstuk|paragraaf|afdeling|titel|onderdeel)\b"
)


def _after_single(text: str, stop: int, end: int) -> int:
    """Where a name that starts with a compound ends: «Ziektewet», «Verzamelwet SZW 2016», «Beginselenwet justitiële jeugdinrichtingen»."""
    data = _data()
    at = stop
    count = 0
    while count < 8:
        match = _WORD.match(text, at, end)
        if match is None or not (match[1][0].isupper() or _QUALIFIER.match(match[1])):
            break
        if _FIRST.match(text, match.start(1), end) and (nested := name_at(text, match.start(1), end)) is not None:
            return nested[1]
        at = match.end()
        count += 1
    if count:
        return at
    # words in lower case are only believed when they run up to punctuation
    for _ in range(4):
        match = _WORD.match(text, at, end)
        if match is None or match[1].lower() in data.stop or match[1].lower() in data.inner or not match[1][0].islower():
            return stop
        at = match.end()
        if match[2]:
            return at
    return stop

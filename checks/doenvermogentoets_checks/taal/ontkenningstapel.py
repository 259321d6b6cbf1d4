"""Stacked negations in one sentence of statutory text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets_checks.common import listing
from doenvermogentoets_checks.taal.tekst import Stuk, bepalingen, is_definitie, stukken

_ONTKENNING = frozenset({"niet", "geen", "nimmer", "nooit", "evenmin", "noch", "tenzij", "behoudens", "niemand", "nergens"})
_ONTKENT = frozenset({"uitgesloten", "onmogelijk", "ondenkbaar", "onaannemelijk", "onwaarschijnlijk", "ontkend", "weersproken"})
# «niet of niet tijdig», «niet of onvoldoende»: one fixed expression for one lapse
_VAST = frozenset({"of", "dan", "wel"})


# «niet onvoordeliger», «niet onredelijk»: turned round twice in two words; «niet onverwijld» denies once
_ON = re.compile(
    r"on(?:voordelig|redelijk|mogelijk|gegrond|aannemelijk|evenredig|billijk|gunstig|toelaatbaar|bevoegd|verenigbaar|wenselijk|waarschijnlijk"
    r"|aanvaardbaar|geschikt|veilig|juist|volledig|rechtmatig|gebruikelijk|belangrijk|aanzienlijk|bekend)(?:e|er|ere)?"
)
_EXCEPT = frozenset({"tenzij", "behoudens"})


def _ban(tokens: tuple[str, ...], i: int) -> bool:
    """«Het is verboden …, tenzij … niet»: the ban is turned round as well, where an exception follows."""
    return tokens[i] == "verboden" and not {"is", "zijn"}.isdisjoint(tokens[max(0, i - 3) : i]) and "tenzij" in tokens[i:]


def ontkenningen(stuk: Stuk) -> list[tuple[int, str]]:
    """Token index and word of each negation that a reader must turn round; a repeated «niet of niet» counts once."""
    tokens = stuk.tokens
    out: list[tuple[int, str]] = []
    for i, word in enumerate(tokens):
        if _ban(tokens, i) or (_ON.fullmatch(word) and tokens[max(0, i - 1) : i] == ("niet",)):
            out.append((stuk.first + i, word))
            continue
        if word not in _ONTKENNING and not (word == "zonder" and tokens[i + 1 : i + 2] in (("dat",), ("voorafgaande",))):
            continue
        if word == "niet" and tokens[i + 1 : i + 3] in (
            ("meer", "dan"),
            ("later", "dan"),
            ("eerder", "dan"),
            ("langer", "dan"),
            ("minder", "dan"),
        ):
            continue  # an upper or lower limit in other words
        if word == "niet" and tokens[max(0, i - 2) : i] == ("al", "dan"):
            continue  # «al dan niet»: either way
        if word in ("niet", "geen") and tokens[i + 1 : i + 2] in (("alleen",), ("slechts",)):
            continue
        if out and word == "niet" and stuk.first + i - out[-1][0] <= 4 and out[-1][1] == "niet" and _VAST & set(tokens[max(0, i - 2) : i]):
            continue
        if word == "geen" and out and out[-1][1] == "geen" and {",", "of", "en", "noch"} & set(tokens[out[-1][0] - stuk.first : i]):
            continue  # «geen a, geen b of geen c»: one negation, repeated
        out.append((stuk.first + i, word))
        if word in ("niet", "geen"):  # «niet is uitgesloten dat»: the verb denies once more
            denies = next((j for j in range(i + 1, min(i + 4, len(tokens))) if tokens[j] in _ONTKENT), None)
            if denies is not None and "dat" in tokens[denies + 1 : denies + 3]:
                out.append((stuk.first + denies, tokens[denies]))
    return out


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    most = int(options.number("ontkenningen"))
    for provision in bepalingen(dossier.bill):
        if is_definitie(provision):
            continue
        for stuk in stukken(provision):
            if stuk.words < 12:
                continue
            found = ontkenningen(stuk)
            # far apart without an exception, «niet … , niet … of niet …» is a list; an exception, or one inside another, is a stack
            exceptions = any(word not in ("niet", "geen") for _, word in found)
            close = bool(found) and found[-1][0] - found[0][0] <= 6 * len(found)
            inner = any(_ON.fullmatch(word) for _, word in found) and not _EXCEPT.isdisjoint(word for _, word in found)
            if len(found) < (most - 1 if inner else most if exceptions or close else most + 2):
                continue
            yield Hit(
                document,
                provision.unit,
                stuk.sentence.span_of(found[0][0], found[-1][0]),
                f"Eén zin met {len(found)} ontkenningen: {listing(f'«{w}»' for _, w in found)}.",
                "De lezer moet ze een voor een omkeren om te weten wat wel geldt; bij een uitzondering op een uitzondering gaat dat "
                "gemakkelijk mis.",
                label=f"{len(found)} ontkenningen",
            )

"""Which bill belongs to which toelichting, by file name.

``X`` and ``X-toelichting`` (or ``toelichting-X``, mvt, memorie-van-toelichting, nota-van-toelichting) in one folder belong together; a
toelichting without a name of its own belongs to the only draft in its folder, or to the only one that has no name of its own either
(``wetsvoorstel`` and ``memorie-van-toelichting``, whatever else stands beside them).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

OUTPUT_MARK = "-toets"
"""What the name of a copy by ``annotate`` ends with (``X-toets.docx``)."""
BARE_MARK = "-zonder-opmerkingen"
"""What the name of a copy ends with from which ``annotate --remove`` took our comments; it is a draft like any other."""

_SEPARATORS = re.compile(r"[\s._\-–()]+")
_KIND = r"(?:memorie van toelichting|nota van toelichting|artikelsgewijze toelichting|toelichting|mvt|nvt)"
_AFTER = re.compile(rf"(?:(?P<base>.*?) )??{_KIND}(?: (?P<version>v?\d+|def|definitief|concept))?")
_BEFORE = re.compile(rf"{_KIND} (?P<base>.+)")
_BILL_WORDS = re.compile(
    r"\b(?:ontwerp|concept|wetsvoorstel|voorstel van wet|wettekst|wetstekst|ontwerpbesluit|ontwerpregeling|bij|de|het)\b"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft with its toelichting; ``bill`` is ``None`` for a toelichting that is checked alone."""

    bill: Path | None
    toelichting: Path | None = None


def toelichting_base(path: Path) -> str | None:
    """The name of what a toelichting explains (empty if it has none), or ``None`` when the name is not that of a toelichting."""
    stem = _normalised(path)
    match = _AFTER.fullmatch(stem) or _BEFORE.fullmatch(stem)
    return None if match is None else (match["base"] or "")


@dataclass(frozen=True, slots=True)
class Contested:
    """A toelichting whose name fits several drafts: it went to ``bill``, and ``others`` have none."""

    toelichting: Path
    bill: Path
    others: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Spare:
    """A toelichting whose name fits a draft that has another one already (``taken``); it is checked alone."""

    toelichting: Path
    bill: Path
    taken: Path


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs in the order of the files, and what names alone could not decide."""

    pairs: list[Pair]
    contested: list[Contested]
    spare: list[Spare]


def pair(paths: Iterable[Path], known: Iterable[tuple[Path, Path]] = ()) -> list[Pair]:
    """Pair drafts and toelichtingen, see :func:`match`."""
    return match(paths, known).pairs


def match(paths: Iterable[Path], known: Iterable[tuple[Path, Path]] = ()) -> Pairing:
    """Pair drafts and toelichtingen, and say where names leave a doubt.

    Args:
        paths: the files, in the order in which they are to be checked.
        known: pairs that the user laid down (draft, toelichting); they go before names.
    """
    files = list(dict.fromkeys(paths))
    there = set(files)
    partner: dict[Path, Path] = {}
    taken: set[Path] = set()
    for bill, toelichting in known:
        if bill in there:
            partner[bill] = toelichting
            taken.add(toelichting)
    bases = {f: toelichting_base(f) for f in files if f not in taken and f not in partner}
    toelichtingen = [f for f, base in bases.items() if base is not None]
    bills = [f for f in files if f not in taken and bases.get(f) is None]
    by_name: dict[tuple[Path, str], list[Path]] = defaultdict(list)
    by_folder: dict[Path, list[Path]] = defaultdict(list)
    for bill in bills:
        by_name[bill.parent, _core(_normalised(bill))].append(bill)
        by_folder[bill.parent].append(bill)
    only_draft = {folder: _only_draft(found) for folder, found in by_folder.items()}

    def fitting(toelichting: Path) -> list[Path]:
        base = _core(bases[toelichting] or "")
        return by_name.get((toelichting.parent, base), []) if base else only_draft.get(toelichting.parent, [])

    # a toelichting of the same format goes first: ontwerp.txt belongs to toelichting.txt, also when toelichting.docx stands beside it
    for same_format in (True, False):
        for toelichting in toelichtingen:
            if toelichting in taken:
                continue
            free = [
                c for c in fitting(toelichting) if c not in partner and (not same_format or c.suffix.lower() == toelichting.suffix.lower())
            ]
            if free:
                partner[free[0]] = toelichting
                taken.add(toelichting)
    owner = {toelichting: bill for bill, toelichting in partner.items()}
    contested, spare = [], []
    for toelichting in toelichtingen:
        if toelichting in taken:
            others = tuple(c for c in fitting(toelichting) if c not in partner)
            if others:
                contested.append(Contested(toelichting, owner[toelichting], others))
        elif fits := fitting(toelichting):
            spare.append(Spare(toelichting, fits[0], partner[fits[0]]))
    out = []
    for file in files:
        if file in taken:
            continue
        if bases.get(file) is not None:
            out.append(Pair(None, file))
        else:
            out.append(Pair(file, partner.get(file)))
    return Pairing(out, contested, spare)


def _only_draft(bills: list[Path]) -> list[Path]:
    for drafts in (bills, [b for b in bills if not _own_name(_normalised(b))]):
        if len({_normalised(b) for b in drafts}) == 1:
            return drafts
    return []


def is_copy(path: Path) -> bool:
    """Whether ``annotate`` made this file, by its name."""
    return path.stem.endswith(OUTPUT_MARK)


def without_mark(stem: str) -> str:
    """A name as it was before ``annotate`` made copies, and copies of copies."""
    while stem.endswith(OUTPUT_MARK):
        stem = stem.removesuffix(OUTPUT_MARK)
    return stem


def _normalised(path: Path) -> str:
    """The name to match on; an annotated copy has the name of what it is a copy of."""
    stem = without_mark(path.stem)
    return _SEPARATORS.sub(" ", stem.casefold()).strip()


def _own_name(name: str) -> str:
    """The name without words that only say that it is a draft."""
    return _SEPARATORS.sub(" ", _BILL_WORDS.sub(" ", name)).strip()


def _core(name: str) -> str:
    """What drafts and toelichtingen are matched on: the name of their own, or the whole name without one."""
    return _own_name(name) or name

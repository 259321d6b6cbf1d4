"""Safeguards that a text excludes (the Awb, a reminder) or that an amending instruction takes away or narrows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Amendment, AmendmentKind
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span

_AWB = re.compile(r"algemene wet bestuursrecht|\bawb\b", re.I)
_EXCLUDED = re.compile(
    r"\b(?:niet van (?:overeenkomstige )?toepassing|buiten toepassing|geen toepassing|niet van kracht|geldt niet|gelden niet)\b", re.I
)
_UNLESS_EXCLUDED = re.compile(r"\bniet (?:van toepassing )?(?:uitgezonderd|uitgesloten)\b", re.I)
_ACHTERWEGE = re.compile(
    r"\b(?:aanmaning|herinnering|nadere termijn|hersteltermijn|termijn voor herstel|gelegenheid tot (?:herstel"
    r"|aanvulling|het geven van een zienswijze))\b"
    r"[^.;]{0,200}?\b(?:blijft|blijven) achterwege\b",
    re.I,
)
_CONDITION = re.compile(r"\b(?:indien|als|tenzij|wanneer|voor zover|voorzover|mits)\b", re.I)


_KAN = re.compile(r"\b(?:kan|kunnen)\b", re.I)
# Words put in behind a safeguard that add to it («of andere», «, waaronder»), or repeat who or what is meant.
_WIDENS = re.compile(
    r"\W*(?:of|en|waaronder|daaronder|dan wel|alsmede|alsook|in ieder geval|onder meer|, bedoeld|als bedoeld|bedoeld)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Uitgesloten:
    """A safeguard that a provision switches off.

    Attributes:
        span: the words, from the safeguard to the exclusion.
        artikel: of the Awb («4:84»), empty when it is not one of the Awb.
        geeft: what the safeguard gives.
        voorwaardelijk: only in some cases.
    """

    provision: Provision
    span: Span
    artikel: str
    geeft: str
    voorwaardelijk: bool


class Ingreep(StrEnum):
    """What an amending instruction does to a safeguard."""

    GESCHRAPT = "geschrapt"
    VERVANGEN = "vervangen"
    VERNAUWD = "vernauwd"
    GEBONDEN = "ruimte weg"
    VRIJBLIJVEND = "plicht wordt bevoegdheid"


@dataclass(frozen=True, slots=True)
class Verzwakking:
    """A safeguard that an instruction takes away or narrows.

    Attributes:
        waarborg: what it is, as a noun phrase («een dringende reden»).
        bron: the sentence of the toelichting that says so, when the instruction does not.
    """

    amendment: Amendment
    ingreep: Ingreep
    waarborg: str
    bron: str = ""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("doenvermogentoets.norms").joinpath("waarborgen.toml").read_text(encoding="utf-8"))


@cache
def _woorden() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.I) for name, words in _data()["woorden"].items()}


@cache
def _list(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()[name]['woorden'])})\b", re.I)


def uitgesloten(analysis: Analysis) -> Iterator[Uitgesloten]:
    """The safeguards that provisions of a document switch off, in order."""
    document = analysis.document
    table: Mapping[str, str] = _data()["awb"]
    for provision in analysis.provisions:
        text = document.text[provision.span]
        if "achterwege" not in text and "toepassing" not in text and "geld" not in text:
            continue
        for sentence in provision.passage.sentences:
            words = document.text[sentence.span]
            out = _EXCLUDED.search(words)
            if out is not None and not _UNLESS_EXCLUDED.search(words):
                for reference in references_in(document, sentence.span):
                    hits = [t.artikel for t in reference.targets if t.artikel in table and t.regeling and _AWB.search(t.regeling)]
                    end = sentence.span.start + out.end()
                    for artikel in hits[:1]:
                        geeft = "; ".join(table[a] for a in dict.fromkeys(hits) if a is not None)
                        start = min(reference.span.start, sentence.span.start + out.start())
                        span = Span(start, max(reference.span.end, end))
                        yield Uitgesloten(provision, span, artikel or "", geeft, bool(_CONDITION.search(words)))
            match = _ACHTERWEGE.search(words)
            if match is not None:
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield Uitgesloten(
                    provision, span, "", "de laatste gelegenheid om het verzuim te herstellen", bool(_CONDITION.search(words))
                )


def waarborg_in(words: str) -> str | None:
    """The safeguard that words speak of, as a noun phrase."""
    return next((name for name, pattern in _woorden().items() if pattern.search(words)), None)


def is_opruimen(words: str) -> bool:
    """Whether a sentence of a toelichting speaks of tidying up."""
    return bool(_list("opruimen").search(words))


def verzwakking(amendment: Amendment) -> Verzwakking | None:
    """What an instruction does to a safeguard, as far as its own quoted words show it."""
    old, new = amendment.old.strip(), amendment.new.strip()
    if not old:
        return None
    waarborg = waarborg_in(old)
    if amendment.kind is AmendmentKind.VERVALLEN:
        return Verzwakking(amendment, Ingreep.GESCHRAPT, waarborg) if waarborg is not None else None
    if amendment.kind is AmendmentKind.INVOEGEN and waarborg is not None and new and not _WIDENS.match(new):
        return Verzwakking(amendment, Ingreep.VERNAUWD, waarborg)
    if amendment.kind is not AmendmentKind.VERVANGEN or not new:
        return None
    if waarborg is not None:
        if _KAN.search(new) and not _KAN.search(old) and waarborg_in(new) is not None:
            return Verzwakking(amendment, Ingreep.VRIJBLIJVEND, waarborg)
        narrow = _list("vernauwing")
        if len(narrow.findall(new)) > len(narrow.findall(old)):
            return Verzwakking(amendment, Ingreep.VERNAUWD, waarborg)
        if waarborg_in(new) is None and len(new) < 200:
            return Verzwakking(amendment, Ingreep.VERVANGEN, waarborg)
        return None
    if _KAN.search(old) and not re.search(r"\b(?:kan|kunnen|bevoegd)\b", new) and len(new.split()) <= 12:
        return Verzwakking(amendment, Ingreep.GEBONDEN, "beslisruimte")
    return None

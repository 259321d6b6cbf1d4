"""The words with which a toelichting tells of a way out (``clausule_anders.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.toelichting.lezen import words_pattern

# The clause by name, gone on about, and by «ervoor».
CLAUSULE = re.compile(
    r"\b(?:hardheids(?:clausule|bepaling|regeling|artikel)|vangnet(?:bepaling)?|ontsnappingsclausule|billijkheidsclausule|maatwerkbepaling"
    r"|afwijkingsbevoegdheid|afwijkingsmogelijkheid|ontheffingsmogelijkheid)\b",
    re.I,
)
DE_CLAUSULE = re.compile(
    r"\b(?:de|deze|die) (?:clausule|bepaling|bevoegdheid|mogelijkheid)\b"
    r"|^(?:Zij|Het|Deze|Die) (?:is|ziet|geldt|strekt|kan|dient|staat|biedt|mag|wordt)\b",
    re.I,
)
# «als dat tot een onbillijkheid zou leiden» is the criterion of the clause, not what was considered.
CRITERIUM = re.compile(r"\b(?:indien|als|wanneer|voor zover|waarin|waarbij|waar|die)\b[^.;]{0,120}\bzou(?:den)?\b[^.;]*", re.I)
ERMEE = re.compile(r"\b(?:ervoor|erop|ermee|daarmee|daarvan|daarop|daarvoor|hiermee|hiervan)\b", re.I)


@dataclass(frozen=True, slots=True)
class Lijsten:
    """The word lists of ``clausule_anders.toml``; ``criterium`` as roots."""

    mag: Listed
    weg: Listed
    bijzonder: Listed
    ongeacht: Listed
    ruim: Listed
    zacht: Listed
    ontheft: Listed
    criterium: frozenset[str]


@cache
def lijsten() -> Lijsten:
    """The word lists, read once."""
    data = tomllib.loads(files(__package__).joinpath("clausule_anders.toml").read_text(encoding="utf-8"))
    mag, weg, bijzonder, ongeacht, ruim, zacht, ontheft = (
        words_pattern(tuple(data[k]["woorden"])) for k in ("mag", "weg", "bijzonder", "ongeacht", "ruim", "zacht", "ontheft")
    )
    return Lijsten(mag, weg, bijzonder, ongeacht, ruim, zacht, ontheft, frozenset(root(w) for w in data["criterium"]["woorden"]))

"""Which provisions ask something of people, and of whom; shared by the checks of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import Phrases, phrases

PACKAGE = __package__ or "doenvermogentoets_checks.doenvermogen"
_NO_DUTY = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT, Soort.PROCEDURE, Soort.STRAF})


def to_person(norm: Norm) -> bool:
    """The norm speaks to a person, not to an enterprise, an institution or an authority."""
    return norm.adressaat is not None and norm.adressaat.rol == "burger" and norm.adressaat.particulier


def to_authority(norm: Norm) -> bool:
    return norm.adressaat is not None and norm.adressaat.rol == "overheid"


def asks(analysis: Analysis) -> Iterator[tuple[Provision, Norm]]:
    """The norms that make a person act, in order."""
    for provision in analysis.provisions:
        for norm in provision.norms:
            if norm.doenlast and to_person(norm) and norm.soort not in _NO_DUTY:
                yield provision, norm


@cache
def _people() -> Phrases:
    return Phrases(load("actors")["burger"]["particulier"])


def speaks_of_people(provision: Provision, span: Span | None = None) -> bool:
    """Whether the words name a person in some role («de ouder», «de aanvrager»)."""
    return _people().first(provision.document, span or provision.span) is not None


def in_artikel(analysis: Analysis, provision: Provision, table: str) -> bool:
    """Whether a phrase of a word list occurs in the artikel of the provision."""
    search = phrases(PACKAGE, table)
    return any(search.first(p.document, p.span) is not None for p in analysis.in_artikel(provision.unit) or (provision,))


def said(provision: Provision, table: str, span: Span) -> Span | None:
    """The first phrase of a word list in a range."""
    return phrases(PACKAGE, table).first(provision.document, span)

"""How near one provision stands to another: in the same lid, artikel or hoofdstuk, in the closing provisions, or elsewhere."""

from __future__ import annotations

import re
from enum import StrEnum

from doenvermogentoets.analysis import Provision
from doenvermogentoets.document import Unit, UnitKind

CONTAINERS = (UnitKind.PARAGRAAF, UnitKind.AFDELING, UnitKind.TITEL, UnitKind.HOOFDSTUK, UnitKind.DEEL, UnitKind.BOEK)
_SLOT = re.compile(r"slot|overgang|overig|bijzonder|algemene bepaling", re.I)


class Waar(StrEnum):
    """Where something stands, from near to far."""

    LID = "zelfde lid"
    ARTIKEL = "zelfde artikel"
    HOOFDSTUK = "zelfde paragraaf, afdeling of hoofdstuk"
    SLOTBEPALINGEN = "slotbepalingen"
    ELDERS = "elders in de tekst"
    AWB = "Awb"


def where(provision: Provision, other: Provision) -> Waar:
    """How near another provision stands: the same lid, artikel or hoofdstuk, the closing provisions, or elsewhere."""
    if other is provision:
        return Waar.LID
    if other.unit.artikel is not None and other.unit.artikel is provision.unit.artikel:
        return Waar.ARTIKEL
    mine, theirs = container_of(provision.unit), container_of(other.unit)
    if mine is not None and mine is theirs:
        return Waar.HOOFDSTUK
    if theirs is not None and _SLOT.search(theirs.heading):
        return Waar.SLOTBEPALINGEN
    return Waar.HOOFDSTUK if mine is theirs else Waar.ELDERS


def container_of(unit: Unit) -> Unit | None:
    """The hoofdstuk a unit stands in, or where a text has none the largest part below it."""
    hoofdstuk = unit.nearest(UnitKind.HOOFDSTUK)
    return hoofdstuk if hoofdstuk is not None else unit.nearest(*CONTAINERS)

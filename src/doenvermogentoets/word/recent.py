"""The files that were read last, so that placing comments need not read them again.

A command reads a draft and its toelichting, checks them, and then writes their comments; in between nothing else reads Word files. Two
walks are kept, however many files a command goes through.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from doenvermogentoets.document import View
from doenvermogentoets.word.found import Walk
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.walker import walk

_MOST = 2
_kept: OrderedDict[tuple[Path, View], Walk] = OrderedDict()


def keep(found: Walk) -> None:
    """Remember a walk whose trees nobody has changed."""
    key = (found.package.path, found.view)
    _kept.pop(key, None)
    _kept[key] = found
    while len(_kept) > _MOST:
        _kept.popitem(last=False)


def opened(path: Path, view: View) -> Walk:
    """The walk over a file: the kept one when the file still holds the same bytes.

    Raises:
        UserError: the file cannot be read.
    """
    found = take(path, view) or walk(Package(path), view)
    keep(found)
    return found


def take(path: Path, view: View) -> Walk | None:
    """The kept walk for a caller that will change its trees; it is kept no longer. ``None`` when the file was not read as it is now."""
    found = _kept.pop((path, view), None)
    return found if found is not None and found.package.unchanged() else None

"""The built-in checks: per theme a folder with a page (``<name>.md``) and a detector (``<name_>.py``) for each check."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files

from doenvermogentoets.catalogue import CheckEntry

THEMES = ("termijnen", "hardheid", "bevoegdheid", "doenvermogen", "taal", "toelichting")
_ABOUT_PEOPLE = THEMES[:4]
_HEARD = "gehoorde-"  # how sure these are, their own fit says


def catalogue() -> Iterator[CheckEntry]:
    """Entry point ``doenvermogentoets.checks``: every check that a theme lists in its ``CHECKS``."""
    for theme in THEMES:
        package = f"{__name__}.{theme}"
        folder = files(package)
        weighed = f"{__name__}.gelezen:weigh" if theme in _ABOUT_PEOPLE else ""
        names: tuple[str, ...] = import_module(package).CHECKS
        for name in names:
            weigh = "" if name.startswith(_HEARD) else weighed
            yield CheckEntry(theme, folder / f"{name}.md", f"{package}.{name.replace('-', '_')}:find", weigh)

"""The checks that are installed, for a command; what of a package of others cannot be used is told at once, also when the rest fails."""

from __future__ import annotations

from doenvermogentoets import catalogue
from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.cli.console import complain
from doenvermogentoets.errors import UserError


def installed() -> Catalogue:
    """The checks of every installed package."""
    found = catalogue.load()
    for unusable in found.unusable:
        complain(UserError(unusable.problem, unusable.remedy))
    return found

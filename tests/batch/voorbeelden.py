"""Drafts of the tests' own, and what running the program gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

DRAFT = """VOORSTEL VAN WET

Artikel 1

1. De aanvrager meldt een wijziging binnen twee weken aan het college.
2. Het recht op de bijdrage van groep {n} vervalt, indien de aanvrager de gegevens niet binnen een week verstrekt.

Artikel 2

Het college vordert de bijdrage terug, indien artikel 1 niet is nageleefd.
"""
EXPLANATION = """MEMORIE VAN TOELICHTING

Algemeen

De burger weet dat hij een wijziging van groep {n} moet melden en zal dat tijdig doen.
"""


class Outcome(NamedTuple):
    """What came of running the program."""

    code: int
    out: str
    err: str


Program = Callable[..., Outcome]

"""Drafts of the tests' own, and what running the program gives."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
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


def descendants(pid: int) -> set[int]:
    """The processes that a process started, and theirs."""
    out: set[int] = set()
    for line in subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.splitlines():
        own, parent = map(int, line.split())
        if parent == pid:
            out |= {own} | descendants(own)
    return out


def alive(pid: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False

"""Every kind of fix that the open dossiers and the sample provoke: alone it leaves a text that reads, and it does what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from applying import applied, mending

from doenvermogentoets.catalogue import Check, load
from doenvermogentoets.document import UnitKind
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.structure.labels import label

TESTS = Path(__file__).parents[1]
FOLDERS = sorted(p.parent for p in (TESTS / "dossiers").glob("[0-9]*/ontwerp.txt"))
SAMPLE = TESTS.parent / "voorbeeld"
PAIRS = {p.name: (p / "ontwerp.txt", p / "toelichting.txt") for p in FOLDERS} | {
    "voorbeeld": (SAMPLE / "wetsvoorstel.txt", SAMPLE / "memorie-van-toelichting.txt")
}

# What no text has more of after a fix than before: two stops, two commas, two blanks, a blank before a stop, a word twice.
FAULTS = tuple(
    re.compile(pattern)
    for pattern in (r"\.\.(?!\.)", r",\s*[,.;]", r"\S  +\S", r" [,.;](?!\w)", r"\b(de|het|een|kan|wordt|in|of|en|van) \1\b", r"\S \n")
)
_VALUES = re.compile(r"«[^»]*»|\d[\w.:]*")


@cache
def checks() -> tuple[Check, ...]:
    return tuple(load())


def found(bill: str, memorie: str, only: Sequence[Check]) -> list[Finding]:
    given = read_text(memorie, "toelichting.txt", "txt") if memorie else None
    result = run(dossier(read_text(bill, "ontwerp.txt", "txt"), given), only)
    assert result.failures == []
    return result.findings


def faults(text: str) -> list[int]:
    return [len(pattern.findall(text)) for pattern in FAULTS]


def leden(text: str) -> dict[str, list[str]]:
    """Per artikel the numbers of its leden that do not follow on the one before."""
    out: dict[str, list[str]] = {}
    bill = dossier(read_text(text, "ontwerp.txt", "txt")).bill
    for unit in bill.root.walk():
        numbers = [c.number for c in unit.children if c.kind is UnitKind.LID and c.number.isdigit()]
        if unit.kind is UnitKind.ARTIKEL and numbers:
            out[unit.id_part] = [b for a, b in zip(["0", *numbers], numbers, strict=False) if int(b) != int(a) + 1]
    return out


def left(finding: Finding, after: list[Finding]) -> list[Finding]:
    """The finding after a fix, at the same words of the same provision, as more than a question."""

    def place(one: Finding) -> tuple[str, str, str]:
        return one.check, one.quote, label(one.unit) if one.unit is not None else ""

    return [f for f in after if place(f) == place(finding) and f.severity is not Severity.INFO and f.severity.rank <= finding.severity.rank]


_tried: set[tuple[str, str]] = set()


@pytest.mark.parametrize("name", PAIRS)
def test_a_fix_leaves_a_text_that_reads_and_takes_its_finding_away(name: str) -> None:
    bill, memorie = (path.read_text(encoding="utf-8") if path.exists() else "" for path in PAIRS[name])
    findings = found(bill, memorie, checks())
    told = leden(bill)
    for finding in findings:
        of_bill = finding.document.source.name == "ontwerp.txt"
        base = bill if of_bill else memorie
        for title, edits in mending(finding):
            new = applied(base, edits)
            assert new != base
            more = [p.pattern for p, a, b in zip(FAULTS, faults(base), faults(new), strict=True) if b > a]
            assert not more, f"{title}: {more}"
            kind = (finding.check, _VALUES.sub("", title).split(":")[0])
            if kind in _tried:
                continue
            _tried.add(kind)
            if of_bill:
                wrong = {a: numbers for a, numbers in leden(new).items() if numbers != told.get(a, [])}
                assert not wrong, f"{title}: {wrong}"
            if any("[" in e.new_text for e in edits):
                continue  # the drafter has to fill in who decides first
            after = found(new, memorie, mine(finding)) if of_bill else found(bill, new, mine(finding))
            assert not left(finding, after), f"{finding.check} at «{finding.quote}» stays after «{title}»"


def mine(finding: Finding) -> list[Check]:
    return [check for check in checks() if check.name == finding.check]

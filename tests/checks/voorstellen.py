"""Findings of one check on a draft, and what their suggestions would write."""

from __future__ import annotations

from doenvermogentoets.catalogue import Check, load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier


def _called(name: str) -> list[Check]:
    found = [c for c in load() if c.name == name]
    assert found, f"no check is called {name}"  # or a test that nothing is found could not fail
    return found


def of(check: str, bill: str) -> list[Finding]:
    result = run(dossier(read_text(bill, "ontwerp.txt", "txt")), _called(check))
    assert result.failures == []
    return result.findings


def with_memorie(check: str, bill: str, memorie: str) -> list[Finding]:
    given = dossier(read_text(bill, "ontwerp.txt", "txt"), read_text(memorie, "toelichting.txt", "txt"))
    result = run(given, _called(check))
    assert result.failures == []
    return result.findings


def mended(finding: Finding) -> str:
    """The line of the finding after the first suggestion that replaces words; empty if none does."""
    content = finding.document.text.content
    way = next((s for s in finding.suggestions if s.replacement is not None), None)
    if way is None or way.replacement is None:
        return ""
    at = way.at or finding.span
    new = content[: at.start] + way.replacement + content[at.end :]
    start = content.rfind("\n", 0, at.start) + 1
    return new[start:].split("\n")[0]


def inserted(finding: Finding) -> str:
    return " ".join(s.insertion for s in finding.suggestions if s.insertion is not None)


def titles(finding: Finding) -> str:
    return "; ".join(s.title for s in finding.suggestions)

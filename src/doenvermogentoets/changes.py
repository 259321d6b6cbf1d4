"""Findings on what was inserted with tracked changes."""

from __future__ import annotations

from bisect import bisect_right

from doenvermogentoets.findings import Finding


def in_changes(finding: Finding) -> bool:
    """Whether the words of a finding touch a tracked insertion; without words of its own its place must stand in one."""
    changed = finding.document.source.changed
    at = max(bisect_right(changed, finding.span.start, key=lambda span: span.start) - 1, 0)
    words = finding.span
    if not words:
        return any(span.start <= words.start <= span.end for span in changed[at : at + 2])
    return any(span.overlaps(words) for span in changed[at : at + 2])

"""Findings on language by kind: a long text has hundreds of them, and none of them says more than the others of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from doenvermogentoets.report.dutch import count, listing
from doenvermogentoets.report.model import Report, ReportFinding

THEME = "taal"
_FEW = 5  # findings of one kind that stand among the others
SHOWN = 10  # findings of one kind with their own line; of the others the place is named


@dataclass(frozen=True, slots=True)
class Kind:
    """The findings of one check, the heaviest first; question, ground and suggestions are those of the first."""

    key: str
    code: str
    title: str
    findings: Sequence[ReportFinding]

    @property
    def first(self) -> ReportFinding:
        return self.findings[0]

    @property
    def shown(self) -> Sequence[ReportFinding]:
        return self.findings[:SHOWN]

    @property
    def others(self) -> Sequence[ReportFinding]:
        return self.findings[SHOWN:]

    @property
    def counts(self) -> str:
        """«58 keer (12 suggesties en 46 ter informatie)»."""
        words = {"error": ("fout", "fouten"), "warning": ("waarschuwing", "waarschuwingen"), "suggestion": ("suggestie", "suggesties")}
        words["info"] = ("ter informatie", "ter informatie")
        found = [(sum(f.severity == s for f in self.findings), names) for s, names in words.items()]
        return f"{len(self.findings)} keer ({listing([count(n, *names) for n, names in found if n])})"


_RANK = {"error": 0, "warning": 1, "suggestion": 2, "info": 3}


def kinds(report: Report, ordered: Sequence[ReportFinding]) -> tuple[Sequence[ReportFinding], Sequence[Kind]]:
    """The findings that stand on their own, and the kinds of language that are gathered.

    A finding with a judgement or a remark, and one that is new since the report it is compared with, stands on its own.
    """
    by_check: dict[str, list[ReportFinding]] = {}
    for f in ordered:
        review = report.review.get(f.key)
        own = f.status in ("nieuw", "gewijzigd") or (review is not None and (review.judgement or review.remark))
        if f.theme == THEME and not own:
            by_check.setdefault(f.check, []).append(f)
    many = {check: found for check, found in by_check.items() if len(found) > _FEW}
    gathered = {f.key for found in many.values() for f in found}
    made = [
        Kind(f"soort-{check}", found[0].code, found[0].title, sorted(found, key=lambda f: _RANK.get(f.severity, 9)))
        for check, found in sorted(many.items(), key=lambda item: item[1][0].code)
    ]
    return [f for f in ordered if f.key not in gathered], made

"""Findings as rows of the report, with the sentence around their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from doenvermogentoets.findings import Annotation, Finding
from doenvermogentoets.report.evidence import Places, even, shortened
from doenvermogentoets.report.model import FixedText, Quote, Related, ReportFinding, SetAside
from doenvermogentoets.structure.labels import label, place
from doenvermogentoets.suppress import context, keyed, own_checks, sentence_of

if TYPE_CHECKING:
    from doenvermogentoets.catalogue import Catalogue
    from doenvermogentoets.engine import Result

_AROUND = 260
"""Characters of the sentence that are shown on either side of the words."""


class Findings:
    """The findings of one result as rows, and the keys by which other parts of the report point at them."""

    def __init__(self, places: Places, result: Result, catalogue: Catalogue) -> None:
        self._places = places
        self._titles = {check.name: check.meta.title for check in (*catalogue, *own_checks())}
        self.rows = tuple(self._row(f, f"bevinding-{where}{'' if n == 1 else f'-{n}'}") for f, where, n in self._keyed(result.findings))
        self.of: Mapping[int, str] = {id(f): row.key for f, row in zip(result.findings, self.rows, strict=True)}
        self.found: Sequence[Finding] = result.findings
        self.set_aside = tuple(
            SetAside(finding=self._row(s.finding, f"terzijde-{context(s.finding)}-{i}"), reason=even(s.reason), by=s.by)
            for i, s in enumerate(result.suppressed, start=1)
        )

    def _keyed(self, found: Sequence[Finding]) -> list[tuple[Finding, str, int]]:
        """With the document in the key: a bill and its toelichting may hold the same sentence."""
        return [(f, f"{self._places.side(f.document)[0]}{where}", n) for f, where, n in keyed(found)]

    def touching(self, document: object, start: int, end: int, *checks: str) -> tuple[str, ...]:
        """Keys of the findings on words in this range, of these checks or of all."""
        return tuple(
            self.of[id(f)]
            for f in self.found
            if f.document is document and f.span.start < end and f.span.end > start and (not checks or f.check in checks)
        )

    def named(self, *checks: str) -> tuple[str, ...]:
        """Keys of the findings of these checks."""
        return tuple(self.of[id(f)] for f in self.found if f.check in checks)

    def for_question(self, letter: str, side: str) -> tuple[str, ...]:
        """Keys of the findings in one of the documents that belong to a question of the doenvermogentoets («D4»)."""
        return tuple(row.key for row in self.rows if letter in row.doenvermogen and row.quote.document == side)

    def _row(self, finding: Finding, key: str) -> ReportFinding:
        document = finding.document
        quote = self._places.quote(document, finding.span, place=label(finding.unit) if finding.unit is not None else None)
        quote = quote.model_copy(update={"text": shortened(even(finding.quote)), "line": self._line(finding)})
        before, after = _around(finding)
        return ReportFinding(
            key=key,
            check=finding.check,
            code=finding.code,
            title=self._titles.get(finding.check, finding.check),
            theme=finding.theme,
            severity=finding.severity.value,
            confidence=finding.confidence.value,
            quote=quote,
            before=before,
            after=after,
            article=(place(finding.unit)[0] or "") if finding.unit is not None else "",
            message=even(finding.message),
            explanation=even(finding.explanation),
            question=even(finding.question),
            ground=even(finding.ground),
            sources=finding.sources,
            suggestions=tuple(FixedText(title=even(s.title), text=even(s.wording)) for s in finding.suggestions),
            related=tuple(self._related(a) for a in finding.annotations),
            doenvermogen=finding.framework.doenvermogen,
            thema_szw=finding.framework.thema_szw,
            precision=finding.precision,
        )

    def _line(self, finding: Finding) -> int:
        return finding.document.text.lines.position(finding.shown_span.start)[0] + 1

    def _related(self, annotation: Annotation) -> Related:
        return Related(message=even(annotation.message), quote=self._quote(annotation))

    def _quote(self, annotation: Annotation) -> Quote:
        return self._places.quote(annotation.document, annotation.span)


def _around(finding: Finding) -> tuple[str, str]:
    """The rest of the sentence before and after the words, with the white space between."""
    if finding.shown is not None:
        return "", ""
    content = finding.document.text.content
    sentence = sentence_of(finding.document, finding.span)
    at = content.find(sentence, max(0, finding.span.start - len(sentence)), finding.span.end + len(sentence))
    if at < 0:
        return "", ""
    before, after = content[at : finding.span.start], content[finding.span.end : at + len(sentence)]
    gap, more = " " if before[-1:].isspace() else "", " " if after[:1].isspace() else ""
    before, after = even(before), even(after)
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].split(" ", 1)[-1]
    if len(after) > _AROUND:
        after = after[:_AROUND].rsplit(" ", 1)[0] + " …"
    return before + gap if before else "", more + after if after else ""

"""Runs the checks over a dossier and turns hits into findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.catalogue import Check, Options, OptionValue
from doenvermogentoets.document import Document, Dossier
from doenvermogentoets.findings import Finding, Hit, Severity


@dataclass(frozen=True, slots=True)
class CheckFailure:
    """A check that broke on a document; the others went on. ``error`` is the type only: a message may hold draft text."""

    check: str
    error: str


@dataclass
class Result:
    """Findings of one dossier, in order of place; ``suppressed`` are findings that were set aside, with the reason."""

    dossier: Dossier
    findings: list[Finding] = field(default_factory=list)
    suppressed: list[tuple[Finding, str]] = field(default_factory=list)
    failures: list[CheckFailure] = field(default_factory=list)

    def documents(self) -> Sequence[Document]:
        toelichting = self.dossier.toelichting
        return [self.dossier.bill] if toelichting is None else [self.dossier.bill, toelichting]

    def of(self, document: Document) -> list[Finding]:
        return [f for f in self.findings if f.document is document]


def run(
    dossier: Dossier,
    checks: Iterable[Check],
    *,
    options: Mapping[str, Mapping[str, OptionValue]] | None = None,
    severities: Mapping[str, Severity] | None = None,
) -> Result:
    """Analyse a dossier and run ``checks`` over it.

    Args:
        options: option values per check name.
        severities: severity per check name, instead of the page's.
    """
    return run_analysed(analyse(dossier), checks, options=options, severities=severities)


def run_analysed(
    analysis: DossierAnalysis,
    checks: Iterable[Check],
    *,
    options: Mapping[str, Mapping[str, OptionValue]] | None = None,
    severities: Mapping[str, Severity] | None = None,
) -> Result:
    """The same over an analysis that was made before."""
    result = Result(analysis.dossier)
    documents = result.documents()
    for check in checks:
        given = Options(check.meta.options, (options or {}).get(check.name))
        try:
            hits = list(check.detector(analysis, given))
        except Exception as error:  # a detector of any package may break in any way; the other checks go on
            result.failures.append(CheckFailure(check.name, type(error).__name__))
            continue
        result.findings.extend(_finding(check, hit, (severities or {}).get(check.name)) for hit in hits)
    order = {id(document): i for i, document in enumerate(documents)}
    result.findings.sort(key=lambda f: (order.get(id(f.document), 0), f.span.start, f.span.end, f.code))
    return result


def _finding(check: Check, hit: Hit, severity: Severity | None) -> Finding:
    meta = check.meta
    precision = ""
    if meta.precision is not None and meta.precision.judged:
        share = round(100 * meta.precision.right / meta.precision.judged)
        precision = f"{share} % ({meta.precision.right} van {meta.precision.judged} gelezen gevallen, {meta.precision.date})"
    return Finding(
        check=meta.name,
        code=meta.code,
        theme=check.theme,
        severity=severity or hit.severity or meta.severity,
        confidence=hit.confidence or meta.confidence,
        document=hit.document,
        unit=hit.unit,
        span=hit.span,
        message=hit.message,
        explanation=hit.explanation,
        question=hit.question or meta.question,
        ground=hit.ground or meta.ground,
        sources=tuple(meta.sources),
        framework=meta.framework,
        label=hit.label,
        annotations=hit.annotations,
        suggestions=hit.suggestions or check.suggestions,
        precision=precision,
    )

"""Runs the checks over a dossier, turns hits into findings and sets aside what the drafters set aside.

A check that breaks is a failure of that check, with its name; the other checks go on. The caller decides what that means (the
command line ends with exit code 2, because the result is not complete).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.baseline import Baseline
from doenvermogentoets.catalogue import Catalogue, Check, Options, OptionValue
from doenvermogentoets.config import Settings
from doenvermogentoets.document import Document, Dossier
from doenvermogentoets.findings import Annotation, Confidence, Doubt, Finding, Hit, Severity, Suggestion
from doenvermogentoets.norms.orgaan import filled
from doenvermogentoets.norms.rechtsorde import grond
from doenvermogentoets.pausing import between_units
from doenvermogentoets.proposals import fitting, sharpened
from doenvermogentoets.suppress import THEME, Suppressed, apply_answers, apply_comments, apply_entries, own_checks
from doenvermogentoets.text import Span, merge


@dataclass(frozen=True, slots=True)
class CheckFailure:
    """A check that broke on a document; the others went on. ``error`` is the type only: a message may hold draft text."""

    check: str
    error: str


@dataclass
class Result:
    """Findings of one dossier, in order of place.

    Attributes:
        suppressed: findings that were set aside, with the reason.
        failures: checks that broke.
        ran: names of the checks that ran to the end.
        skipped: names of the checks that could not run because a document that they read was not given.
        entries_used: indices of the entries in the settings that set something aside.
    """

    dossier: Dossier
    findings: list[Finding] = field(default_factory=list)
    suppressed: list[Suppressed] = field(default_factory=list)
    failures: list[CheckFailure] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    entries_used: set[int] = field(default_factory=set)

    def documents(self) -> Sequence[Document]:
        return self.dossier.documents()

    def sort(self) -> None:
        """Put the findings in order of document and place."""
        order = {id(document): i for i, document in enumerate(self.documents())}
        self.findings.sort(key=lambda f: (order.get(id(f.document), 0), f.span.start, f.span.end, f.code))

    def of(self, document: Document) -> list[Finding]:
        return [f for f in self.findings if f.document is document]


def check_dossier(dossier: Dossier, catalogue: Catalogue, settings: Settings, baseline: Baseline | None = None) -> Result:
    """What a user gets: the checks that the settings choose, less what was set aside in the draft, the settings or the baseline.

    Args:
        settings: validated against ``catalogue``.
    """
    return check_analysed(analyse(dossier.alone()), catalogue, settings, baseline)


def check_analysed(analysis: DossierAnalysis, catalogue: Catalogue, settings: Settings, baseline: Baseline | None = None) -> Result:
    """The same over an analysis that was made before, for whoever needs the analysis as well (the report)."""
    checks = settings.enabled(catalogue)
    fresh = run_analysed(analysis, checks, options=settings.options(catalogue), severities=settings.severities(catalogue), weighed=True)
    return sift(fresh, catalogue, settings, baseline)


def sift(result: Result, catalogue: Catalogue, settings: Settings, baseline: Baseline | None = None) -> Result:
    """Apply comments, answers in Word, settings and baseline to fresh findings, in that order; changes and returns ``result``."""
    steps = [apply_comments(result.findings, result.documents(), catalogue, result.ran)]
    steps.append(apply_answers(steps[-1].findings, result.documents()))
    steps.append(apply_entries(steps[-1].findings, settings.values.suppress, catalogue, result.entries_used))
    if baseline is not None:
        steps.append(baseline.sift(steps[-1].findings))
    result.suppressed.extend(suppressed for step in steps for suppressed in step.suppressed)
    ignored = {check.name for check in own_checks() for selector in settings.values.ignore if check.matches(selector)}
    severities = settings.severities(catalogue)
    result.findings = [
        replace(finding, severity=severities.get(finding.check, finding.severity)) if finding.theme == THEME else finding
        for finding in steps[-1].findings
        if finding.check not in ignored
    ]
    result.sort()
    return result


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
    weighed: bool = False,
) -> Result:
    """The same over an analysis that was made before.

    Args:
        weighed: each finding also gets the level that the package of its check gives it in the end (:attr:`Check.weigh`), unless
            ``severities`` has one. Without it the findings are what the checks themselves say.
    """
    checks = list(checks)
    result = Result(analysis.dossier)
    waiting: list[tuple[Hit, Finding]] = []
    for check in checks:
        between_units()
        if not _readable(check, analysis.dossier):
            result.skipped.append(check.name)
            continue
        given = Options(check.meta.options, (options or {}).get(check.name))
        chosen = (severities or {}).get(check.name)
        try:
            hits = [_sound(hit, analysis.dossier) for hit in check.detector(analysis, given)]
            found = [_finding(check, hit, chosen, filled(check.suggestions, analysis.bill, hit.unit)) for hit in hits]
        except (Exception, SystemExit) as error:  # a detector of any package may break in any way; the other checks go on
            result.failures.append(CheckFailure(check.name, type(error).__name__))
            continue
        result.ran.append(check.name)
        if weighed and chosen is None:
            try:
                found = [check.weigh(analysis, f) for f in found] if check.weigh is not None else found
            except (Exception, SystemExit) as error:  # as above; what was found stands, at the level that the check gave it
                result.failures.append(CheckFailure(check.name, type(error).__name__))
        if chosen is None:
            found = [_reasoned(check, hit, finding) for hit, finding in zip(hits, found, strict=True)]
        found = [_measured(check, _grounded(finding, analysis.bill.document)) for finding in found]
        waiting.extend((hit, finding) for hit, finding in zip(hits, found, strict=True) if hit.silent_beside)
        result.findings.extend(finding for hit, finding in zip(hits, found, strict=True) if not hit.silent_beside)
    result.findings.extend(_not_said_yet(waiting, result.findings))
    result.findings = list(_without_doubles(result.findings, {check.name: check.meta.gives_way_to for check in checks}))
    result.sort()
    return result


def _not_said_yet(waiting: Sequence[tuple[Hit, Finding]], findings: Sequence[Finding]) -> list[Finding]:
    """The findings around which none of the checks that say the same better found anything."""
    places: dict[tuple[str, int], list[Span]] = defaultdict(list)
    for finding in findings:
        places[finding.check, id(finding.document)].append(finding.span)
    merged = {key: merge(spans) for key, spans in places.items()}
    return [
        finding
        for hit, finding in waiting
        if not any(_touches(hit.around or hit.span, merged.get((name, id(hit.document)), [])) for name in hit.silent_beside)
    ]


def _without_doubles(findings: Sequence[Finding], gives_way: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """One place, one finding: those that give way to another finding on the same words are left out."""
    places: dict[tuple[str, int, Severity], list[Span]] = defaultdict(list)
    for finding in findings:
        own = [finding.span, *(a.span for a in finding.annotations if _in_same_unit(a, finding))]
        for severity in Severity:
            if finding.severity.rank <= severity.rank:
                places[finding.check, id(finding.document), severity].extend(own)
    merged = {key: merge(spans) for key, spans in places.items()}
    for finding in findings:
        others = (merged.get((name, id(finding.document), finding.severity), []) for name in gives_way[finding.check])
        if not any(_touches(finding.span, spans) for spans in others):
            yield finding


def _in_same_unit(annotation: Annotation, finding: Finding) -> bool:
    """An effect in another lid than the limit deserves a finding of its own."""
    return annotation.document is finding.document and (finding.unit is None or finding.unit.span.contains(annotation.span))


def _touches(span: Span, spans: Sequence[Span]) -> bool:
    """Whether ``span`` overlaps one of these sorted, disjoint spans."""
    i = bisect_left(spans, span.end, key=lambda s: s.start)
    return i > 0 and spans[i - 1].overlaps(span)


def _readable(check: Check, dossier: Dossier) -> bool:
    """Whether one of the documents that a check reads is there; ``dossier`` means bill and toelichting together."""
    bill, toelichting = dossier.has_bill, dossier.toelichting is not None
    there = {"ontwerp": bill, "toelichting": toelichting, "dossier": bill and toelichting}
    return any(there.get(kind, True) for kind in check.meta.applies_to)


class NotAHit(TypeError):  # noqa: N818  (its name is what the maker of the check reads)
    """A detector yielded something else."""


class HitWithoutMessage(ValueError):  # noqa: N818  (as above)
    """A hit that says nothing."""


class HitOutsideText(ValueError):  # noqa: N818  (as above)
    """The place of a hit, or of an annotation, is not in the text of its document, or that is no document of the dossier."""


def _sound(hit: Hit, dossier: Dossier) -> Hit:
    """A hit that everything after it can count on; otherwise it breaks its check and not what shows it.

    Raises:
        NotAHit, HitWithoutMessage, HitOutsideText: what is wrong.
    """
    if not isinstance(hit, Hit):
        raise NotAHit
    if not isinstance(hit.message, str) or not hit.message.strip():
        raise HitWithoutMessage
    for document, span in ((hit.document, hit.span), *((a.document, a.span) for a in hit.annotations)):
        if not any(document.text is d.text for d in dossier.documents()) or span.end > len(document.text.content):
            raise HitOutsideText
    return hit


def _finding(check: Check, hit: Hit, severity: Severity | None, own: tuple[Suggestion, ...]) -> Finding:
    meta = check.meta
    level = hit.severity or meta.severity
    return Finding(
        check=meta.name,
        code=meta.code,
        theme=check.theme,
        severity=severity or level,
        confidence=hit.confidence or meta.confidence,
        document=hit.document,
        unit=hit.unit,
        span=hit.span,
        message=hit.message,
        explanation=hit.explanation + "".join(doubt.sentence(level) for doubt in hit.doubts),
        question=hit.question or meta.question,
        ground=hit.ground or meta.ground,
        sources=tuple(meta.sources) if hit.sources is None else hit.sources,
        framework=meta.framework,
        label=hit.label,
        annotations=hit.annotations,
        suggestions=fitting(hit, hit.suggestions or sharpened(own, hit.sharper)),
        doubts=hit.doubts,
        lighter=hit.lighter,
        whole=hit.whole,
    )


_ONLY_POINTING = "de woorden wijzen hierop, maar zeggen het niet met zoveel woorden"


def _reasoned(check: Check, hit: Hit, finding: Finding) -> Finding:
    """The finding with why it is lighter than the page of its check says, where nothing has told that yet.

    Told last: how much a finding is worth is weighed by what the check itself says of it.
    """
    as_found = finding.severity is (hit.severity or check.meta.severity)  # else the weighing told its own reason
    unsure = hit.confidence is Confidence.LAAG and check.meta.confidence is not Confidence.LAAG
    reason = finding.lighter or (_ONLY_POINTING if unsure else "")
    if not reason or not as_found or finding.doubts or finding.severity.rank <= check.meta.severity.rank:
        return finding
    return replace(finding, explanation=finding.explanation + Doubt(reason).sentence(finding.severity))


def _grounded(finding: Finding, bill: Document) -> Finding:
    """The finding with what its ground is worth for this regulation; told last, as above."""
    told = grond(finding.ground, bill, finding.unit if finding.document is bill else None)
    return finding if told == finding.ground else replace(finding, ground=told)


def _measured(check: Check, finding: Finding) -> Finding:
    """The finding with what was measured of such findings, at the level it has in the end, and no surer than that."""
    read = check.meta.precision
    if read is None:
        return finding
    return replace(finding, confidence=read.limits(finding.confidence, finding.severity), precision=read.shown_at(finding.severity))

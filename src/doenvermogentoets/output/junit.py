"""JUnit XML: a test suite per document; a finding is a failed test, a document without findings a test that passed."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from doenvermogentoets.document import Document
from doenvermogentoets.engine import Result
from doenvermogentoets.findings import Finding
from doenvermogentoets.output.clean import for_xml, one_line
from doenvermogentoets.output.run import Run, place_of, shown_path
from doenvermogentoets.structure.labels import label


def render(run: Run) -> str:
    suites = [_suite(result, document) for result, document in run.documents()]
    broken = [_broken(result) for result in run.results if result.failures]
    total = sum(run.summary.values())
    errors = sum(len(result.failures) for result in run.results)
    head = f'<testsuites name="doenvermogentoets" tests="{sum(n for n, _ in suites) + errors}" failures="{total}" errors="{errors}">'
    body = "".join([*(text for _, text in suites), *broken])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}</testsuites>\n'


def _suite(result: Result, document: Document) -> tuple[int, str]:
    findings = result.of(document)
    path = shown_path(document)
    cases = [_case(path, finding) for finding in findings] or [f'  <testcase name="geen bevindingen" classname={_attribute(path)}/>\n']
    head = f' <testsuite name={_attribute(path)} tests="{len(cases)}" failures="{len(findings)}" errors="0" skipped="0">\n'
    return len(cases), f"{head}{''.join(cases)} </testsuite>\n"


def _case(path: str, finding: Finding) -> str:
    at = place_of(finding)
    where = label(finding.unit) if finding.unit is not None else path
    text = "\n".join(part for part in (finding.message, finding.explanation, finding.question, finding.ground) if part)
    return (
        f"  <testcase name={_attribute(f'{finding.check} ({finding.code}), {where}, regel {at.line}')} classname={_attribute(path)} "
        f'file={_attribute(path)} line="{at.line}">\n'
        f'   <failure type="{finding.severity.value}" message={_attribute(finding.message)}>{escape(for_xml(text))}</failure>\n'
        "  </testcase>\n"
    )


def _broken(result: Result) -> str:
    path = shown_path(result.documents()[0])
    cases = "".join(
        f"  <testcase name={_attribute(f.check)} classname={_attribute(path)}>\n"
        f"   <error type={_attribute(f.error)} message={_attribute(f'De controle {f.check} liep vast.')}/>\n  </testcase>\n"
        for f in result.failures
    )
    count = len(result.failures)
    head = f' <testsuite name={_attribute(f"{path}: vastgelopen")} tests="{count}" failures="0" errors="{count}" skipped="0">'
    return f"{head}\n{cases} </testsuite>\n"


def _attribute(text: str) -> str:
    return quoteattr(for_xml(one_line(text)))

"""JUnit XML: a test suite per document; a document without findings is a test that passed.

A finding that makes the command fail is a failed test; one below ``--fail-on`` is a test that was skipped, with the same text, so that
the tests of a build server are red exactly when the exit code says so.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from doenvermogentoets.output.clean import for_xml, one_line
from doenvermogentoets.output.record import DocumentRecord, DossierRecord, Shown
from doenvermogentoets.output.run import Run

IN_MEMORY = 8 * 1024 * 1024
"""Bytes of suites that are kept in memory until the totals, which stand before them, are known; more goes to a temporary file."""
_PIECE = 64 * 1024


def render(run: Run) -> Iterator[str]:
    """The suites; kept aside until their counts, which come first, are known."""
    tests = 0
    errors = 0
    failures = 0
    with tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", errors="replace", newline="") as suites:
        for dossier in run.dossiers():
            for document in dossier.documents:
                if document.blank and not document.findings:
                    continue  # not a test that passed: it stands among what went wrong
                failing, number, text = _suite(document)
                failures += failing
                tests += number
                suites.write(text)
            number, text = _broken(dossier, run)
            tests, errors = tests + number, errors + number
            suites.write(text)
        number, text = _errors("pakketten met eigen controles", [(u.what, u.error, str(u), u.package) for u in run.unusable])
        tests, errors = tests + number, errors + number
        suites.write(text)
        suites.seek(0)
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<testsuites name="doenvermogentoets" tests="{tests}" failures="{failures}" errors="{errors}">\n'
        while piece := suites.read(_PIECE):
            yield piece
        yield "</testsuites>\n"


def _suite(document: DocumentRecord) -> tuple[int, int, str]:
    """Number of failed tests, number of tests, and the suite."""
    findings = document.findings
    path = document.path
    fails = [document.dossier.fails(finding.severity) for finding in findings]
    failing = sum(fails)
    cases = [_case(path, *both) for both in zip(findings, fails, strict=True)] or [
        f'  <testcase name="geen bevindingen" classname={_attribute(path)}/>\n'
    ]
    counts = f'tests="{len(cases)}" failures="{failing}" errors="0" skipped="{len(findings) - failing}"'
    head = f" <testsuite name={_attribute(path)} {counts}>\n"
    return failing, len(cases), f"{head}{''.join(cases)} </testsuite>\n"


def _case(path: str, finding: Shown, fails: bool) -> str:
    row = finding.json
    name = f"{row['check']} ({row['code']}), {finding.label or path}, regel {row['line']}, kolom {row['column']}"
    text = "\n".join(row[part] for part in ("message", "explanation", "question", "ground") if row[part])
    kind = "failure" if fails else "skipped"
    return (
        f"  <testcase name={_attribute(name)} classname={_attribute(path)} "
        f'file={_attribute(path)} line="{row["line"]}">\n'
        f'   <{kind} type="{row["severity"]}" message={_attribute(row["message"])}>{escape(for_xml(text))}</{kind}>\n'
        "  </testcase>\n"
    )


def _broken(dossier: DossierRecord, run: Run) -> tuple[int, str]:
    """Number and suite of what went wrong with a dossier: checks that broke, or the whole of it."""
    wrong = [(f["check"], f["error"], f"De controle {run.name_of(f['check'])} liep vast.", dossier.path) for f in dossier.failures]
    if dossier.failed:
        wrong.append(("niet getoetst", "niet getoetst", f"{dossier.problem} {dossier.remedy}", dossier.path))
    return _errors(f"{dossier.path}: {'niet getoetst' if dossier.failed else 'vastgelopen'}", wrong)


def _errors(name: str, wrong: Sequence[tuple[str, str, str, str]]) -> tuple[int, str]:
    """Number and suite of errors, each a test name, a type, a message and a class name; nothing if there are none."""
    if not wrong:
        return 0, ""
    cases = "".join(
        f"  <testcase name={_attribute(test)} classname={_attribute(where)}>\n"
        f"   <error type={_attribute(kind)} message={_attribute(message)}/>\n  </testcase>\n"
        for test, kind, message, where in wrong
    )
    count = len(wrong)
    head = f' <testsuite name={_attribute(name)} tests="{count}" failures="0" errors="{count}" skipped="0">'
    return count, f"{head}\n{cases} </testsuite>\n"


def _attribute(text: str) -> str:
    return quoteattr(for_xml(one_line(text)))

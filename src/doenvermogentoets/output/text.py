"""``--format text``: each finding as a good colleague would put it, with the words of the draft and carets under them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import click

from doenvermogentoets.findings import Severity
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.overview import Style, overview_lines, plain
from doenvermogentoets.output.record import DocumentRecord, Shown
from doenvermogentoets.output.run import Run
from doenvermogentoets.output.snippet import Marked, snippet_of
from doenvermogentoets.text import Span

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan", Severity.INFO: "blue"}
_PLURAL = {
    Severity.ERROR: ("fout", "fouten"),
    Severity.WARNING: ("waarschuwing", "waarschuwingen"),
    Severity.SUGGESTION: ("suggestie", "suggesties"),
    Severity.INFO: ("ter informatie", "ter informatie"),
}
MIN_COLUMNS = 60


def render(run: Run, *, columns: int = 120, colour: bool = False) -> Iterator[str]:
    """The findings one by one, then what was not read, what broke, the table of dossiers, and the counts.

    Args:
        columns: width of the terminal.
        colour: with colour codes.
    """
    columns = max(columns, MIN_COLUMNS)
    style: Style = click.style if colour else plain
    unread: list[str] = []
    for dossier in run.dossiers():
        for finding in dossier.findings():
            if finding.severity.rank <= run.show.rank:
                yield "\n".join([*finding_lines(finding, columns, style), "", ""])
        for document in dossier.documents:
            # that nothing at all was read is told at the end, with what to do about it
            rows = document.data["json"]["unread"][: -1 if document.blank else None]
            unread.extend(_unread(document.path, row) for row in rows)
    yield "\n".join([*unread, *closing_lines(run, columns, style), ""])


def finding_lines(finding: Shown, columns: int, style: Style) -> Iterator[str]:
    """One finding: place, words, explanation, question, ground, suggestions."""
    tint = _COLOUR[finding.severity]
    row = finding.json
    where = f"  {one_line(finding.label)}" if finding.label else ""
    if _by_paragraph(finding.path):
        at = one_line(f"{finding.path}: {finding.label}, {_at(finding.path, row)}" if finding.label else _place(finding.path, row))
        where = ""
    else:
        at = one_line(_place(finding.path, row))
    yield (f"{style(at, bold=True)}  {style(finding.severity.dutch, fg=tint, bold=True)}  {row['check']} ({row['code']}){where}")
    here = [Marked(finding.span, one_line(finding.extra["label"]))]
    here += [Marked(_span(other), one_line(other["message"]), primary=False) for _, other, same in finding.related() if same]
    yield from snippet_of(finding.document.lines, here, columns, lambda t, primary: style(t, fg=tint if primary else "blue"))
    for document, others in _elsewhere(finding):
        at = one_line(_place(document.path, others[0]))
        yield f"   {at}"
        marks = [Marked(_span(o), one_line(o["message"]), primary=False) for o in others]
        # side by side with the same words beside them: said once, at the last
        marks = [Marked(m.span, "" if m.label == n.label else m.label, primary=False) for m, n in pairwise(marks)] + marks[-1:]
        yield from snippet_of(document.lines, marks, columns, lambda t, _: style(t, fg="blue"))
    yield from _wrapped("      ", "      ", f"{row['message']} {row['explanation']}", columns)
    ways = "; ".join(s["title"] for s in row["suggestions"])
    for name, said in (("Vraag", _question(row)), ("Grond", row["ground"]), ("Kan", ways)):
        if said:
            yield from _wrapped(f"   {name:<5}  ", " " * 10, said, columns, style, len(name) + 3)
    yield from _wrapped("   ", "   ", _certainty(row), columns)


def _by_paragraph(path: str) -> bool:
    """Word has no lines to go to: a line of the text as we read it is a paragraph there."""
    return path.lower().endswith((".docx", ".docm", ".dotx", ".dotm"))


def _at(path: str, row: Mapping[str, Any]) -> str:
    return f"alinea {row['line']}" if _by_paragraph(path) else f"{row['line']}:{row['column']}"


def _place(path: str, row: Mapping[str, Any]) -> str:
    return f"{path}{': ' if _by_paragraph(path) else ':'}{_at(path, row)}"


def _elsewhere(finding: Shown) -> Iterator[tuple[DocumentRecord, Sequence[Mapping[str, Any]]]]:
    """The places in another text, those on the same line together, so that the line is shown once."""
    groups: dict[tuple[str, int], tuple[DocumentRecord, list[Mapping[str, Any]]]] = {}
    for document, other, same in finding.related():
        if not same:
            groups.setdefault((document.path, other["line"]), (document, []))[1].append(other)
    for document, others in groups.values():
        yield document, sorted(others, key=lambda o: int(o["span"]["start"]))


def _span(row: Mapping[str, Any]) -> Span:
    return Span(row["span"]["start"], row["span"]["end"])


def _question(row: Mapping[str, Any]) -> str:
    framework = row["framework"]
    parts = []
    if framework["beleidskompas"] is not None:
        parts.append(f"Beleidskompas {framework['beleidskompas']}")
    if framework["doenvermogen"]:
        parts.append(f"doenvermogen {', '.join(framework['doenvermogen'])}")
    place_in = ", ".join(parts)
    if framework["iak"] is not None:
        place_in += f"{'; ' if place_in else ''}vroeger IAK {framework['iak']}"
    question = str(row["question"])
    return f"{question} ({place_in})" if question and place_in else question


def _certainty(row: Mapping[str, Any]) -> str:
    precision = f" Verwachte precisie van deze controle {row['precision']}." if row["precision"] else ""
    return f"Zekerheid {row['confidence']}.{precision} Meer: doenvermogentoets explain {row['code']}"


def _wrapped(first: str, rest: str, text: str, columns: int, style: Style | None = None, styled: int = 0) -> Iterator[str]:
    rows = textwrap.wrap(
        one_line(text), width=columns, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    )
    for number, row in enumerate(rows):
        yield style(row[:styled], bold=True) + row[styled:] if style is not None and number == 0 else row


def _unread(path: str, row: Mapping[str, Any]) -> str:
    where = f" ({row['where']})" if row["where"] else ""
    times = f"{row['count']} keer " if row["count"] != 1 else ""
    return one_line(f"{path}: niet gelezen: {times}{row['what']}{where}")


def closing_lines(run: Run, columns: int, style: Style) -> Iterator[str]:
    """Which checks broke, remarks, the table of dossiers, and the counts."""
    for told in (*map(str, run.unusable), *run.told()):
        yield style(one_line(told), fg="red")
    for remark in run.notes:
        yield from _wrapped("", "", remark, columns)
    if run.overview:
        yield from overview_lines(run, style)
    else:
        for row in run.failed:
            yield style(one_line(f"Niet getoetst: {row.problem} {row.remedy}"), fg="red")
    yield style(summary_line(run), bold=True)
    hidden = sum(run.counts.values()) - run.visible
    if hidden:
        told = _counted(hidden, "lichtere bevinding is", "lichtere bevindingen zijn")
        yield f"{told} niet getoond; toon ze met --show {_lightest(run).value}."


def _lightest(run: Run) -> Severity:
    """The level from which all findings are shown: «info» only where there is information among them."""
    return max((Severity(name) for name, number in run.counts.items() if number), key=lambda severity: severity.rank)


def summary_line(run: Run) -> str:
    """«3 waarschuwingen en 1 suggestie in 2 bestanden; 1 terzijde gelegd.»"""
    files = len(run.paths)
    place_in = f"in {files} {'bestand' if files == 1 else 'bestanden'}"
    counts = [_counted(number, *_PLURAL[Severity(name)]) for name, number in run.summary.items() if number]
    tail = f"; {run.suppressed} terzijde gelegd" if run.suppressed else ""
    tail += f"; {_counted(len(run.failed), 'dossier', 'dossiers')} niet getoetst" if run.failed else ""
    if not counts and run.failed and len(run.failed) == len(run.rows):
        return f"Niets getoetst {place_in}."
    if not counts:
        return f"Geen bevindingen {place_in}{tail}."
    joined = " en ".join([", ".join(counts[:-1]), counts[-1]]) if len(counts) > 1 else counts[0]
    return f"{joined} {place_in}{tail}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"

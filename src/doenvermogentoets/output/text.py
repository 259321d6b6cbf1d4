"""``--format text``: each finding as a good colleague would put it, with the words of the draft and carets under them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

import click

from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.output.clean import one_line
from doenvermogentoets.output.run import Run, place, place_of, shown_path
from doenvermogentoets.output.snippet import Marked, snippet
from doenvermogentoets.structure.labels import label

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan", Severity.INFO: "blue"}
_PLURAL = {
    Severity.ERROR: ("fout", "fouten"),
    Severity.WARNING: ("waarschuwing", "waarschuwingen"),
    Severity.SUGGESTION: ("suggestie", "suggesties"),
    Severity.INFO: ("mededeling", "mededelingen"),
}
MIN_COLUMNS = 60

Style = Callable[..., str]


def render(run: Run, *, columns: int = 120, colour: bool = False) -> str:
    """The findings one by one, then what was not read, what broke, and the counts.

    Args:
        columns: width of the terminal.
        colour: with colour codes.
    """
    columns = max(columns, MIN_COLUMNS)
    style: Style = click.style if colour else _plain
    lines: list[str] = []
    for finding in run.visible():
        lines.extend(finding_lines(finding, columns, style))
        lines.append("")
    lines.extend(closing_lines(run, columns, style))
    return "\n".join(lines) + "\n"


def _plain(text: str, **_: object) -> str:
    return text


def finding_lines(finding: Finding, columns: int, style: Style) -> Iterator[str]:
    """One finding: place, words, explanation, question, ground, suggestions."""
    tint = _COLOUR[finding.severity]
    at = place_of(finding)
    path = shown_path(finding.document)
    where = f"  {one_line(label(finding.unit))}" if finding.unit is not None else ""
    yield (
        f"{style(one_line(f'{path}:{at.line}:{at.column}'), bold=True)}  {style(finding.severity.dutch, fg=tint, bold=True)}  "
        f"{finding.check} ({finding.code}){where}"
    )
    here = [Marked(at.span, one_line(finding.label))]
    here += [
        Marked(place(a.document, a.span).span, one_line(a.message), primary=False)
        for a in finding.annotations
        if a.document.text is finding.document.text
    ]
    yield from _snippet(finding, here, columns, style, tint)
    for annotation in finding.annotations:
        if annotation.document.text is finding.document.text:
            continue
        other = place(annotation.document, annotation.span)
        yield f"   {one_line(f'{shown_path(annotation.document)}:{other.line}:{other.column}')}"
        text = annotation.document.text
        content = text.content if text.source is None else text.source
        yield from snippet(
            content,
            text.lines,
            [Marked(other.span, one_line(annotation.message), primary=False)],
            columns,
            lambda t, _: style(t, fg="blue"),
        )
    yield from _wrapped("      ", "      ", f"{finding.message} {finding.explanation}", columns)
    ways = "; ".join(s.title for s in finding.suggestions)
    for name, said in (("Vraag", _question(finding)), ("Grond", finding.ground), ("Kan", ways)):
        if said:
            yield from _wrapped(f"   {name:<5}  ", " " * 10, said, columns, style, len(name) + 3)
    yield from _wrapped("   ", "   ", _certainty(finding), columns)


def _snippet(finding: Finding, marks: list[Marked], columns: int, style: Style, tint: str) -> Iterator[str]:
    text = finding.document.text
    content = text.content if text.source is None else text.source
    yield from snippet(content, text.lines, marks, columns, lambda t, primary: style(t, fg=tint if primary else "blue"))


def _question(finding: Finding) -> str:
    framework = finding.framework
    parts = []
    if framework.beleidskompas is not None:
        parts.append(f"Beleidskompas {framework.beleidskompas}")
    if framework.doenvermogen:
        parts.append(f"doenvermogen {', '.join(framework.doenvermogen)}")
    place_in = ", ".join(parts)
    if framework.iak is not None:
        place_in += f"{'; ' if place_in else ''}vroeger IAK {framework.iak}"
    return f"{finding.question} ({place_in})" if finding.question and place_in else finding.question


def _certainty(finding: Finding) -> str:
    precision = f" Verwachte precisie van deze controle {finding.precision}." if finding.precision else ""
    return f"Zekerheid {finding.confidence.value}.{precision} Meer: doenvermogentoets explain {finding.code}"


def _wrapped(first: str, rest: str, text: str, columns: int, style: Style | None = None, styled: int = 0) -> Iterator[str]:
    rows = textwrap.wrap(
        one_line(text), width=columns, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    )
    for number, row in enumerate(rows):
        yield style(row[:styled], bold=True) + row[styled:] if style is not None and number == 0 else row


def closing_lines(run: Run, columns: int, style: Style) -> Iterator[str]:
    """What was not read, which checks broke, what was set aside, remarks, and the counts."""
    for _, document in run.documents():
        for unread in run.unread(document):
            where = f" ({unread.where})" if unread.where else ""
            times = f"{unread.count} keer " if unread.count != 1 else ""
            yield one_line(f"{shown_path(document)}: niet gelezen: {times}{unread.what}{where}")
    for result in run.results:
        for failure in result.failures:
            yield style(
                f"De controle {failure.check} liep vast ({failure.error}) op {shown_path(result.documents()[0])}; de andere gingen door.",
                fg="red",
            )
    for remark in run.notes:
        yield from _wrapped("", "", remark, columns)
    yield style(summary_line(run), bold=True)
    hidden = sum(1 for _ in run.findings()) - sum(1 for _ in run.visible())
    if hidden:
        yield f"{_counted(hidden, 'bevinding', 'bevindingen')} van lichter gewicht niet getoond; toon ze met --show info."


def summary_line(run: Run) -> str:
    """«3 waarschuwingen en 1 suggestie in 2 bestanden; 1 terzijde gelegd.»"""
    files = len({shown_path(document) for _, document in run.documents()})
    place_in = f"in {files} {'bestand' if files == 1 else 'bestanden'}"
    counts = [_counted(number, *_PLURAL[Severity(name)]) for name, number in run.summary.items() if number]
    aside = sum(len(result.suppressed) for result in run.results)
    tail = f"; {aside} terzijde gelegd" if aside else ""
    if not counts:
        return f"Geen bevindingen {place_in}{tail}."
    joined = " en ".join([", ".join(counts[:-1]), counts[-1]]) if len(counts) > 1 else counts[0]
    return f"{joined} {place_in}{tail}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"

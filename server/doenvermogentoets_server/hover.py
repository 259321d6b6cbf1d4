"""What is known about a place in a draft, in a few lines of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lsprotocol import types

from doenvermogentoets.catalogue import Check
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Finding
from doenvermogentoets.norms.definitions import Definition
from doenvermogentoets.norms.waarborg import waarborg_van
from doenvermogentoets.structure.labels import label
from doenvermogentoets.testing import unmark
from doenvermogentoets.text import Span
from doenvermogentoets_server.deadlines import deadline_at, deadline_text
from doenvermogentoets_server.diagnostics import page_uri
from doenvermogentoets_server.look import Look
from doenvermogentoets_server.markdown import escape
from doenvermogentoets_server.referring import reference_at, term_at, units_of

_MAX_UNIT = 700  # characters of a provision that a hover shows
_MAX_EXAMPLE = 400  # characters of an example that is shown in full


def hover(look: Look, position: types.Position, pages: Mapping[str, Check], *, with_message: bool = True) -> types.Hover | None:
    """Findings, then the time limit, then the provision referred to or the definition of the term at a position."""
    parts: list[str] = []
    ranges: list[types.Range] = []
    offset = look.offset(position)
    for finding in _findings_at(look, offset):
        parts.append(finding_text(finding, pages, with_message=with_message))
        ranges.append(look.range(finding.span))
    for part, range_ in _deadline(look, position):
        parts.append(part)
        ranges.append(range_)
    for part, span in _references(look, offset):
        parts.append(part)
        ranges.append(look.range(span))
    if not parts:
        return None
    shortest = min(ranges, key=lambda r: (r.end.line - r.start.line, r.end.character - r.start.character))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts)), shortest)


def _findings_at(look: Look, offset: int) -> list[Finding]:
    return [f for f in look.view.findings if f.span.start <= offset <= f.span.end]


def finding_text(finding: Finding, pages: Mapping[str, Check], *, with_message: bool = True) -> str:
    """The finding as Markdown: what, why, question, ground, ways forward, an example.

    Its message comes first: not every editor shows that beside the hover, and some only as much of it as fits on the line.

    Args:
        with_message: without it the title of the check stands there, for an editor that shows the message right above.
    """
    check = pages.get(finding.check)
    lines = [f"**{escape(finding.message if with_message or check is None else check.meta.title)}**"]
    if finding.explanation:
        lines.append(escape(finding.explanation))
    if finding.question:
        lines.append(f"*Vraag*  {escape(finding.question)}")
    lines.append(f"*Grond*  {escape(finding.ground)}")
    if finding.suggestions:
        lines.append("*Kan*  " + "; ".join(escape(s.title) for s in finding.suggestions))
    example = example_text(check) if check is not None else ""
    if example:
        lines.append(f"*Voorbeeld waarin dit ook wordt gemeld*\n\n{example}")
    sure = f"Zekerheid {finding.confidence.value}."
    if finding.precision:
        sure += f" Verwachte precisie {finding.precision}."
    page = page_uri(check)
    name = f"{finding.check} ({finding.code})"
    lines.append(f"{sure} {f'[{name}]({page})' if page else name}")
    return "\n\n".join(lines)


def example_text(check: Check) -> str:
    """The first example of a check's page as a quotation, the words that are reported in bold; of a long one only the lines with those."""
    first = next((e for e in check.examples if e.expected), None)
    if first is None:
        return ""
    example = unmark(first)
    rows: list[tuple[str, bool]] = []
    for part, text in (("ontwerp", example.bill), ("toelichting", example.toelichting or "")):
        rows += _rows(text, [m.span for m in example.marks if m.part == part])
    if sum(len(row) for row, _ in rows) > _MAX_EXAMPLE:
        rows = [(row, marked) for row, marked in rows if marked]
    return "\n>\n".join(f"> {row}" for row, _ in rows)


def _rows(text: str, marks: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """The lines of an example that are not empty, as Markdown, and whether words in them are reported."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        row, at = "", start
        for mark in sorted(marks, key=lambda m: m.start):
            first, last = max(mark.start, at), min(mark.end, end)
            if first < last:
                row += f"{escape(text[at:first])}**{escape(text[first:last])}**"
                at = last
        if line.strip():
            yield row + escape(text[at:end]), at > start
        start = end + 1


def _deadline(look: Look, position: types.Position) -> Iterator[tuple[str, types.Range]]:
    """What the last full analysis knows of a time limit; an excerpt does not hold all that follows from it."""
    known = look.read_whole()
    if look.whole.bill is None or not any(d is look.whole.bill for d in known.view.documents):
        return
    found = deadline_at(look.whole.deadlines, known.offset(position))
    if found is None:
        return
    range_ = known.range(found.limit.span)
    now = look.state.positions
    if now.shown[now.shown_offset(range_.start) : now.shown_offset(range_.end)].split() == found.limit.tekst.split():
        yield deadline_text(found), range_


def _references(look: Look, offset: int) -> Iterator[tuple[str, Span]]:
    for document in look.view.documents:
        reference = reference_at(document, offset)
        if reference is not None:
            for unit in units_of(look, document, reference)[:3]:
                yield _provision(look, unit), reference.span
            outside = {t.regeling for t in reference.targets if t.regeling}
            if outside and not reference.units:
                gives = (
                    f"Artikel {t.artikel} gaat over {given}."
                    for t in reference.targets
                    if t.regeling and t.artikel and (given := waarborg_van(t.regeling, t.artikel))
                )
                lines = [f"Verwijst naar {escape(', '.join(sorted(outside)))}, buiten dit stuk.", *map(escape, dict.fromkeys(gives))]
                yield " ".join(lines), reference.span
            elif not reference.resolved:
                yield "Deze bepaling staat niet in dit stuk.", reference.span
            return
        term = term_at(look, document, offset)
        if term is not None:
            where = label(term.definition.unit)
            yield (
                f"**{escape(_as_written(look, term.definition))}**: {escape(term.definition.text.rstrip(';.'))}  \n({escape(where)})",
                term.span,
            )
            return


def _as_written(look: Look, definition: Definition) -> str:
    """A defined term with the capitals of its definition («CAK»)."""
    document = look.whole.document_of(definition.unit)
    words = document.text[definition.unit.span] if document is not None else ""
    found = re.search(rf"(?<!\w){re.escape(definition.term)}(?!\w)", words, re.IGNORECASE)
    return found[0] if found is not None else definition.term


def _provision(look: Look, unit: Unit) -> str:
    document = look.whole.document_of(unit)
    if document is None:
        return f"**{escape(label(unit))}**"
    text = document.text[unit.span].strip()
    if len(text) > _MAX_UNIT:
        text = f"{text[:_MAX_UNIT].rstrip()} ..."
    return f"**{escape(label(unit))}**\n\n" + "  \n".join(escape(line) for line in text.splitlines() if line.strip())

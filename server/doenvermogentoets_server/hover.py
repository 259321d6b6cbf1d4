"""What is known about a place in a draft, in a few lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol import types

from doenvermogentoets.catalogue import Check
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Finding
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets_server.diagnostics import page_uri
from doenvermogentoets_server.look import Look
from doenvermogentoets_server.referring import reference_at, term_at, units_of

_MAX_UNIT = 700  # characters of a provision that a hover shows


def hover(look: Look, offset: int, pages: Mapping[str, Check]) -> types.Hover | None:
    """Findings, then the provision referred to, then the definition of the term at an offset."""
    parts: list[str] = []
    spans: list[Span] = []
    for finding in _findings_at(look, offset):
        parts.append(finding_text(finding, pages))
        spans.append(finding.span)
    for part, span in _references(look, offset):
        parts.append(part)
        spans.append(span)
    if not parts:
        return None
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts)),
        look.range(min(spans, key=len)),
    )


def _findings_at(look: Look, offset: int) -> list[Finding]:
    return [f for f in look.view.findings if f.span.start <= offset <= f.span.end]


def finding_text(finding: Finding, pages: Mapping[str, Check]) -> str:
    """The finding as Markdown: what, why, question, ground, ways forward."""
    lines = [f"**{escape(finding.message)}**"]
    if finding.explanation:
        lines.append(escape(finding.explanation))
    if finding.question:
        lines.append(f"*Vraag*  {escape(finding.question)}")
    lines.append(f"*Grond*  {escape(finding.ground)}")
    if finding.suggestions:
        lines.append("*Kan*  " + "; ".join(escape(s.title) for s in finding.suggestions))
    sure = f"Zekerheid {finding.confidence.value}."
    if finding.precision:
        sure += f" Verwachte precisie {finding.precision}."
    page = page_uri(pages.get(finding.check))
    name = f"{finding.check} ({finding.code})"
    lines.append(f"{sure} {f'[{name}]({page})' if page else name}")
    return "\n\n".join(lines)


def _references(look: Look, offset: int) -> Iterator[tuple[str, Span]]:
    for document in look.view.documents:
        reference = reference_at(document, offset)
        if reference is not None:
            for unit in units_of(look, document, reference)[:3]:
                yield _provision(look, unit), reference.span
            outside = {t.regeling for t in reference.targets if t.regeling}
            if outside and not reference.units:
                yield f"Verwijst naar {escape(', '.join(sorted(outside)))}, buiten dit stuk.", reference.span
            elif not reference.resolved:
                yield "Deze bepaling staat niet in dit stuk.", reference.span
            return
        term = term_at(look, document, offset)
        if term is not None:
            where = label(term.definition.unit)
            yield f"**{escape(term.definition.term)}**: {escape(term.definition.text.rstrip(';.'))}  \n({escape(where)})", term.span
            return


def _provision(look: Look, unit: Unit) -> str:
    document = look.whole.document_of(unit)
    if document is None:
        return f"**{escape(label(unit))}**"
    text = document.text[unit.span].strip()
    if len(text) > _MAX_UNIT:
        text = f"{text[:_MAX_UNIT].rstrip()} ..."
    return f"**{escape(label(unit))}**\n\n" + "  \n".join(escape(line) for line in text.splitlines() if line.strip())


_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|"})


def escape(text: str) -> str:
    """Text of a draft inside Markdown: what it says, without formatting."""
    return text.translate(_SPECIAL)

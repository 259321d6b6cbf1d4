"""What a Word comment says: the finding in short plain paragraphs, the check's code first."""

from __future__ import annotations

import re

from doenvermogentoets.findings import Finding

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")
_MAX = 2_000
"""Code points per paragraph; a longer one is cut, because Word's margin is narrow."""


def clean(text: str) -> str:
    """One line that XML can hold: control characters out, white space single."""
    line = _SPACE.sub(" ", _NOT_XML.sub("", text)).strip()
    return line if len(line) <= _MAX else line[: _MAX - 1] + "…"


def paragraphs(finding: Finding, place: str = "", where: str = "") -> list[str]:
    """The paragraphs of the comment.

    Args:
        finding: what to say.
        place: the unit in words ("artikel 5, tweede lid"), empty if it has no name.
        where: for a comment that cannot stand at its own words: where these are ("in een voetnoot").
    """
    lines = [f"{finding.code}: {finding.message}"]
    if where:
        lines.append(f"Het gaat om tekst {where}: «{finding.quote}»")
    lines.append(finding.explanation)
    for annotation in finding.annotations:
        quote = annotation.document.text[annotation.span]
        lines.append(
            f"Zie ook «{quote[:160]}{'…' if len(quote) > 160 else ''}»: {annotation.message}" if quote.strip() else annotation.message
        )
    if finding.question:
        lines.append(f"Vraag: {finding.question}")
    ground = finding.ground or "; ".join(finding.sources)
    if ground:
        lines.append(f"Grond: {ground}")
    ways = [s.title + (f": «{s.wording}»" if s.wording else "") for s in finding.suggestions]
    if ways:
        lines.append(f"Kan: {'; '.join(ways)}")
    precision = f" Klopte eerder: {finding.precision.rstrip('.')}." if finding.precision else ""
    lines.append(f"Zekerheid: {finding.confidence.value}.{precision} Controle: {finding.check}{', ' + place if place else ''}.")
    return [line for line in map(clean, lines) if line]

"""What a Word comment says: the finding in short plain paragraphs, the check's code first."""

from __future__ import annotations

import re

from doenvermogentoets.changes import standing_in
from doenvermogentoets.findings import Finding

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")
_LABEL = re.compile(r"(?:[A-Z]{3}\d{3}|Vraag|Kan|Of|Grond|Zekerheid):(?= )")
"""How the paragraphs begin that people look for; a label stands in bold."""
_REST = r"(?:(?!\. [A-Z«]).)*"
_SOUGHT = re.compile(rf"(?<=[.!?»] )Gezocht (?:naar {_REST}: niet gevonden\.(?: Wel gevonden{_REST}\.)?(?: |$)|{_REST}\.$)")
"""That something was looked for; one that says more than «Gezocht naar …: niet gevonden.» only at the end, as what follows builds on it."""
_PER_CENT = re.compile(r"\d+ %")
_MAX = 2_000
"""Code points per paragraph; a longer one is cut, because Word's margin is narrow."""


def clean(text: str) -> str:
    """One line that XML can hold: control characters out, white space single."""
    line = _SPACE.sub(" ", _NOT_XML.sub("", text)).strip()
    return line if len(line) <= _MAX else line[: _MAX - 1] + "…"


def label_of(paragraph: str) -> str:
    """The label with which a paragraph of a comment begins (``"Vraag:"``), empty if it has none."""
    match = _LABEL.match(paragraph)
    return match[0] if match else ""


def paragraphs(finding: Finding, place: str = "", where: str = "") -> list[str]:
    """The paragraphs of the comment: first what the drafter needs, each proposal apart (the margin is narrow), last how sure it is.

    The first two do not change when somebody accepts a change elsewhere: by them a comment is known that cannot stand at its own words.

    Args:
        finding: what to say.
        place: the unit in words ("artikel 5, tweede lid"), empty if it has no name.
        where: for a comment that cannot stand at its own words: where these are ("in een voetnoot").
    """
    explanation = clean(finding.explanation)
    sought = _SOUGHT.search(explanation)
    lines = [f"{finding.code}: {finding.message}"]
    if where:
        lines.append(f"Het gaat om tekst {where}: «{finding.quote}»")
    lines.append(explanation[: sought.start()] + explanation[sought.end() :] if sought is not None else explanation)
    lines += [standing_in(finding), finding.struck]
    for annotation in finding.annotations:
        quote = annotation.document.text[annotation.span]
        lines.append(
            f"Zie ook «{quote[:160]}{'…' if len(quote) > 160 else ''}»: {annotation.message}" if quote.strip() else annotation.message
        )
    if finding.question:
        lines.append(f"Vraag: {finding.question}")
    for number, way in enumerate(finding.suggestions):
        wording = f": «{way.wording}»" if way.wording else ""
        lines.append(f"{'Of' if number else 'Kan'}: {way.title}{wording}")
    ground = finding.ground or "; ".join(finding.sources)
    if ground:
        lines.append(f"Grond: {ground}")
    if sought is not None:
        lines.append(sought[0])
    right = _PER_CENT.match(finding.precision)
    precision = f" Klopte eerder in {right[0]}." if right is not None else ""
    lines.append(f"Zekerheid: {finding.confidence.value}.{precision} Controle: {finding.check}{', ' + place if place else ''}.")
    return [line for line in map(clean, lines) if line]

"""What tracked changes have to do with findings: which stand on inserted words, and that such changes were read at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from doenvermogentoets.document import STRUCK, Document, Tracked, View
from doenvermogentoets.findings import Finding
from doenvermogentoets.structure.unwritten import choices, is_variant


def in_changes(finding: Finding) -> bool:
    """Whether the words of a finding touch a tracked insertion; without words of its own its place must stand in one."""
    changed = finding.document.source.changed
    at = max(bisect_right(changed, finding.span.start, key=lambda span: span.start) - 1, 0)
    words = finding.span
    if not words:
        return any(span.start <= words.start <= span.end for span in changed[at : at + 2])
    return any(span.overlaps(words) for span in changed[at : at + 2])


def reading(documents: Iterable[Document]) -> Iterator[str]:
    """For each file with tracked changes or struck text: how these were read. A finding may rest on words that nobody accepted yet."""
    documents = list(documents)
    sources = {document.name: document.source for document in documents if document.source.tracked is not None}
    for name, source in sources.items():
        if source.tracked is not None:
            yield how_read(name, source.tracked, source.view)
    for name in dict.fromkeys(d.name for d in documents if any(u.what == STRUCK for u in d.source.unread)):
        yield f"{name}: doorgehaalde tekst is gelezen alsof zij is geschrapt."
    for document in documents:
        paragraphs = (p.span for p in document.source.paragraphs if document.root.span.contains(p.span))
        if sum(is_variant(document.text[span]) for span in paragraphs) > 1:
            yield f"{document.name}: de varianten zijn gelezen alsof zij alle gelden; toets elke variant ook in een eigen bestand."
        open_ = choices(document.text[document.root.span])
        if open_:
            yield (
                f"{document.name}: {open_} keer laat de tekst een keuze open ([vier/zes] weken); van een termijn is de kortste gelezen, "
                "van andere woorden de eerste keuze."
            )


def how_read(name: str, tracked: Tracked, view: View) -> str:
    """The sentence that says how the tracked changes in a file were read; whose they are is for the file itself to show."""
    whose = f" van {tracked.authors} {'auteur' if tracked.authors == 1 else 'auteurs'}" if tracked.authors else ""
    return f"{name}: de bijgehouden wijzigingen{whose} zijn gelezen alsof zij zijn {'verworpen' if view == 'original' else 'aanvaard'}."


def standing_in(finding: Finding) -> str:
    """What to tell about a finding whose words stand in a tracked change that nobody accepted yet; empty for any other."""
    source = finding.document.source
    if finding.whole or not in_changes(finding):
        return ""
    what = "Deze woorden zijn" if finding.span else "Deze plaats is"
    if finding.span and not any(span.contains(finding.span) for span in source.changed):
        what += " voor een deel"
    how = "geschrapt of verplaatst" if source.view == "original" else "ingevoegd of verplaatst"
    return f"{what} {how} in een bijgehouden wijziging die nog niet is aanvaard."

"""A copy of a Word file with the findings as comments on their exact words."""

from __future__ import annotations

import os
import re
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from doenvermogentoets.document import View
from doenvermogentoets.errors import UserError, mend, refused_writing
from doenvermogentoets.findings import Finding
from doenvermogentoets.structure.labels import label as unit_label
from doenvermogentoets.text import Span
from doenvermogentoets.whole import TEMPORARY, move
from doenvermogentoets.word import recent
from doenvermogentoets.word.comment_text import paragraphs
from doenvermogentoets.word.comments import AUTHOR, INITIALS, Comment, Comments, Markers, marker_elements, marker_sets
from doenvermogentoets.word.found import Walk, WordParagraph
from doenvermogentoets.word.names import Names, local, names_of
from doenvermogentoets.word.package import Package
from doenvermogentoets.word.splitting import Cutter, Joiner, hoist_end, hoist_start, out_of_wrappers
from doenvermogentoets.word.threads import join_by_place
from doenvermogentoets.word.walker import walk

_PARTS = {
    "footnote": "in een voetnoot",
    "endnote": "in een eindnoot",
    "header": "in een koptekst",
    "footer": "in een voettekst",
    "textbox": "in een tekstvak",
}


_PLACE = re.compile(r"\bControle: [a-z0-9-]+, (.+?)\.?$")
"""How a comment of ours ends: with the place where its finding stood."""
_SHORT = 60
"""Code points of the words by which a comment is told."""


@dataclass(frozen=True)
class Kept:
    """Comments of ours that stay because people put work in them; no second one is added for the same words.

    Attributes:
        answered, resolved, changed: how many of each; one that was answered and resolved is answered.
        stale: what some of them say that no longer holds, in Dutch.
    """

    answered: int = 0
    resolved: int = 0
    changed: int = 0
    stale: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnnotateReport:
    """What was done.

    Attributes:
        placed: comments on the exact words of a finding.
        elsewhere: findings whose words cannot carry a comment, and where the words are; their comment stands near.
        kept: comments of ours in which people put work, and :attr:`stayed` how many of which kind.
        spared: earlier comments of ours of checks that did not take part; they were left.
        removed: earlier comments of ours that were replaced.
        skipped: findings that belong to another file.
        warnings: what the user should know, in Dutch.
    """

    path: Path
    placed: int = 0
    elsewhere: tuple[tuple[Finding, str], ...] = ()
    kept: int = 0
    stayed: Kept = field(default_factory=Kept)
    spared: int = 0
    removed: int = 0
    skipped: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class _Place:
    """Where one comment goes: from a node and offset to a node and offset, or around an element."""

    finding: Finding
    start: tuple[int, int] | None = None
    end: tuple[int, int] | None = None
    element: etree._Element | None = None
    where: str = ""


class _State:
    """A walk and where its nodes begin."""

    def __init__(self, found: Walk) -> None:
        self.found = found
        self.starts = [node.start for node in found.nodes]
        self.paragraph_starts = [span.start for span in found.spans]


def annotate(
    source_path: Path,
    out_path: Path,
    findings: Sequence[Finding],
    *,
    author: str = AUTHOR,
    initials: str = INITIALS,
    view: View = "accepted",
    date: datetime | None = None,
    silent: Set[str] = frozenset(),
    beside: Sequence[Finding] | None = None,
) -> AnnotateReport:
    """Write ``out_path``: the file at ``source_path`` with a comment for each finding, and nothing else changed.

    Comments of an earlier run are replaced, except those that somebody answered, resolved or changed. Findings of another file are
    left out. The input is never written; the output appears in one step or not at all.

    Args:
        view: the view in which the findings were made.
        silent: codes of the checks that did not take part; what they said before stays.
        beside: findings that get no comment, such as those that were set aside. With them it can be told which of the comments that
            stay no longer hold; ``None`` when not everything that was found is here.
        date: moment that new comments carry (UTC); now when absent. A comment that says the same as before keeps its date.

    Raises:
        UserError: the file cannot be read, was changed since the findings were made, or the output cannot be written.
    """
    _check_output(source_path, out_path)
    found = recent.take(source_path, view)
    package = Package(source_path) if found is None else found.package
    root = package.xml(package.main) if found is None else found.body
    names = names_of(root)
    comments = Comments(package, names)
    roots = {package.main: root}
    join_by_place(comments, package, lambda: found or walk(package, view, roots=roots), author)
    own = comments.own(author)
    threads = [c for c in own if c.stays]
    spared = [c for c in own if not c.stays and c.code in silent]
    gone = [c for c in own if not c.stays and c.code not in silent]
    changed_notes = _remove(package, roots, comments, gone)
    if found is None or gone:
        # taking comments out joins runs, so that the nodes are no longer those that were read
        found = walk(package, view, roots=roots)
    state = _State(found)

    mine = [f for f in findings if _belongs(f, source_path)]
    texts = {id(f.document.text): f.document.text.content for f in mine}
    if any(content != found.content for content in texts.values()):
        raise UserError(f"{source_path}: het document is veranderd sinds het is gecontroleerd.", "Controleer het opnieuw.")
    answered = _Answered(state, threads)
    places = [p for p in (_place(state, f) for f in mine) if not answered.covers(p)]
    everything = None if beside is None else [*mine, *(f for f in beside if _belongs(f, source_path))]
    stamp = (date or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = {c.paragraphs: c.date for c in gone if c.date}
    cutter = Cutter(names, found.nodes, [edge for p in places for edge in (p.start, p.end) if edge is not None])
    ids = comments.free_ids(found.comment_ids)
    numbers = [ids.take() for _ in places]
    for place, number, markers in zip(places, numbers, marker_sets(names, numbers, found.styles), strict=True):
        _insert(names, cutter, place, markers)
        lines = paragraphs(place.finding, unit_label(place.finding.unit) if place.finding.unit else "", place.where)
        comments.add(number, lines, found.styles, author=author, initials=initials, date=dates.get(tuple(lines), stamp))
    if gone:
        comments.forget_author(author)
    comments.save()
    if places or gone:
        package.replace(package.main, root)
    for name in changed_notes:
        package.replace(name, roots[name])
    _write(package.to_bytes(), out_path)
    warnings = []
    if package.signed:
        warnings.append(f"{source_path.name} heeft een digitale handtekening; in de kopie met opmerkingen is die niet meer geldig.")
    return AnnotateReport(
        path=out_path,
        placed=sum(not p.where for p in places),
        elsewhere=tuple((p.finding, p.where) for p in places if p.where),
        kept=len(threads),
        stayed=Kept(
            answered=sum(bool(c.replies) or c.parent is not None for c in threads),
            resolved=sum(c.resolved and not c.replies and c.parent is None for c in threads),
            changed=sum(not c.conversation for c in threads),
            stale=() if everything is None else tuple(answered.stale(everything, silent)),
        ),
        spared=len(spared),
        removed=len(gone),
        skipped=len(findings) - len(mine),
        warnings=tuple(warnings),
    )


def _belongs(finding: Finding, path: Path) -> bool:
    origin = finding.document.source.path
    return origin is None or origin == path or origin.resolve() == path.resolve()


def _check_output(source: Path, out: Path) -> None:
    if out.exists() and source.exists() and source.samefile(out):
        raise UserError(f"{out}: de uitvoer is hetzelfde bestand als de invoer.", "Kies met -o een andere naam.")
    if out.is_dir():
        raise UserError(f"{out}: dit is een map.", "Noem een bestand voor de uitvoer.")
    if not out.parent.is_dir():
        raise UserError(f"{out}: de map {out.parent} bestaat niet.", "Maak de map, of kies een andere plaats.")


def _write(data: bytes, out: Path) -> None:
    """Write beside the target and move it into place, so that no half file is ever seen; with the rights that the one before it had."""
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=out.parent, prefix=TEMPORARY, suffix=".tmp")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        move(Path(temporary), out)
    except OSError as error:
        raise UserError(
            f"{out}: dit bestand kan niet worden geschreven: {refused_writing(error)}.",
            mend(error, "Controleer de rechten, of sluit het in Word."),
        ) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _remove(package: Package, roots: dict[str, etree._Element], comments: Comments, gone: list[Comment]) -> list[str]:
    """Take comments out of the text; returns the parts beside the main one that changed."""
    if not gone:
        return []
    ids = {c.id for c in gone}
    changed = []
    for name in [package.main, *package.related("footnotes"), *package.related("endnotes")]:
        root = roots.get(name)
        if root is None:
            root = package.xml(name)
        names = names_of(root)
        markers = marker_elements(root, names, ids)
        if markers:
            Joiner(names).remove(markers)
            roots[name] = root
            if name != package.main:
                changed.append(name)
    comments.remove(gone)
    return changed


class _Answered:
    """The comments of ours that stay because people used them: a finding that one of them already tells is not told again."""

    def __init__(self, state: _State, threads: list[Comment]) -> None:
        self._state = state
        self._threads: list[tuple[Comment, Span | None]] = []
        nodes: dict[str, dict[str, int]] = {}
        for mark in state.found.marks:
            nodes.setdefault(mark.id, {})[mark.kind] = mark.node
        self._ranges: set[tuple[str, Span]] = set()
        self._elsewhere: set[tuple[str, ...]] = set()
        for comment in threads:
            ends = nodes.get(comment.id, {})
            span = state.found.between(ends.get("start"), ends.get("end"))
            self._threads.append((comment, span))
            if span is not None:
                self._ranges.add((comment.code, span))
            # a comment beside its words is known by what it says about them
            self._elsewhere.add(comment.paragraphs[:2])

    def covers(self, place: _Place) -> bool:
        if not self._elsewhere:
            return False
        if place.where or place.start is None:
            return tuple(paragraphs(place.finding, where=place.where)[:2]) in self._elsewhere
        return (place.finding.code, _words(self._state, place.finding)) in self._ranges

    def stale(self, findings: Sequence[Finding], silent: Set[str]) -> Iterator[str]:
        """The comments among them that say what no longer holds: nothing is found there any more, or the words stand in another place."""
        for comment, span in self._threads:
            same = [f for f in findings if f.code == comment.code]
            if not comment.code or comment.code in silent:
                continue
            here = same if span is None else [f for f in same if (words := _words(self._state, f)) is None or words.overlaps(span)]
            about = comment.code
            if span is not None:
                quote = " ".join(self._state.found.content[span.start : span.end].split())
                about += f" op «{quote if len(quote) <= _SHORT else quote[: _SHORT - 1] + '…'}»"
            if not here:
                yield f"{about} (daar is nu geen bevinding van deze controle)"
                continue
            told = " ".join(comment.paragraphs)
            said = _PLACE.search(told, told.rfind("\n", 0, -1) + 1)  # it ends the text, and holds no line break
            now = dict.fromkeys(unit_label(f.unit) for f in here if f.unit is not None)
            if span is not None and said is not None and now and said[1] not in now:
                yield f"{about} (noemt {said[1]}, staat nu in {next(iter(now))})"


def _place(state: _State, finding: Finding) -> _Place:
    span = _words(state, finding)
    if span is None:
        return _Place(finding, element=_paragraph_at(state, _offset(finding)).element)
    nodes = state.found.nodes
    first = bisect_right(state.starts, span.start) - 1
    if span.start >= nodes[first].end:
        first += 1
    last = bisect_right(state.starts, span.end - 1) - 1
    if first > last:
        return _Place(finding, element=_paragraph_at(state, span.start).element)
    start = (first, max(span.start - nodes[first].start, 0))
    end = (last, min(span.end, nodes[last].end) - nodes[last].start)
    paragraph = state.found.paragraphs[_paragraph_index(state, span.start)]
    if paragraph.part in _PARTS:
        return _nearby(state, finding, paragraph)
    while state.found.paragraphs[_paragraph_of(state, last)].part in _PARTS:
        # the range runs on into a text box, a header or a note: it ends with the last words of the body
        last -= 1
        end = (last, len(nodes[last].text))
    return _Place(finding, start, end)


def _words(state: _State, finding: Finding) -> Span | None:
    """The words to comment on: the finding's own, else the heading of its unit, else ``None`` (the paragraph itself)."""
    if finding.quote.strip():
        return finding.span
    heading = finding.unit.heading_span if finding.unit is not None else None
    if heading is not None and state.found.content[heading.start : heading.end].strip():
        return heading
    return None


def _offset(finding: Finding) -> int:
    if finding.unit is not None and finding.span.start == finding.span.end == 0:
        # an empty span is false, and the heading of an artikel with an automatic number is empty
        heading = finding.unit.heading_span
        return (finding.unit.span if heading is None else heading).start
    return finding.span.start


def _paragraph_index(state: _State, offset: int) -> int:
    return max(bisect_right(state.paragraph_starts, offset) - 1, 0)


def _paragraph_of(state: _State, node: int) -> int:
    return _paragraph_index(state, state.starts[node])


def _paragraph_at(state: _State, offset: int) -> WordParagraph:
    """The paragraph at an offset; for text outside the body its anchor, else the first paragraph of the body."""
    paragraph = state.found.paragraphs[_paragraph_index(state, offset)]
    if paragraph.part in _PARTS:
        return _first_body(state)
    return paragraph


def _first_body(state: _State) -> WordParagraph:
    found = state.found
    body = [p for p in found.paragraphs if p.part not in _PARTS]
    return next((p for p in body if p.first < p.last), body[0] if body else found.paragraphs[0])


def _nearby(state: _State, finding: Finding, paragraph: WordParagraph) -> _Place:
    """Word allows no comments in notes, headers and text boxes: the reference, the host paragraph or the first one carries it."""
    where = _PARTS[paragraph.part]
    anchor = paragraph.anchor
    if anchor is not None and paragraph.part != "header" and paragraph.part != "footer" and _in_body(state, anchor):
        return _Place(finding, element=anchor, where=where)
    first = _first_body(state)
    if first.part in _PARTS:
        raise UserError(
            f"{state.found.package.path}: de hoofdtekst is leeg; er is geen plaats voor opmerkingen.", "Controleer het bestand."
        )
    if first.first < first.last:
        nodes = state.found.nodes
        return _Place(finding, (first.first, 0), (first.last - 1, len(nodes[first.last - 1].text)), where=where)
    return _Place(finding, element=first.element, where=where)


def _in_body(state: _State, element: etree._Element) -> bool:
    ancestors = [element, *element.iterancestors()]
    return ancestors[-1] is state.found.body and not any(local(a) == "txbxContent" for a in ancestors)


def _insert(names: Names, cutter: Cutter, place: _Place, markers: Markers) -> None:
    if place.start is not None and place.end is not None:
        hoist_start(cutter.run_at(*place.start)).addprevious(markers.start)
        hoist_end(cutter.run_before(*place.end)).addnext(markers.end)
        out_of_wrappers(markers.end).addnext(markers.reference)
    elif place.element is not None and local(place.element) == "p":
        paragraph = place.element
        properties = paragraph.find(names("pPr"))
        if properties is None:
            paragraph.insert(0, markers.start)
        else:
            properties.addnext(markers.start)
        paragraph.extend([markers.end, markers.reference])
    elif place.element is not None:
        run = place.element
        run.addprevious(markers.start)
        run.addnext(markers.end)
        out_of_wrappers(markers.end).addnext(markers.reference)

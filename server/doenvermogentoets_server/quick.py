"""Findings within a moment after a key, from the last full analysis and an excerpt.

The excerpt around the changed artikel is read twice, as it was and as it is now. What differs is applied to the findings of the last full
analysis, and the others move along with the text. So a finding that the excerpt cannot judge, because its reason lies elsewhere, stays as
it was until the next full analysis, which always has the last word.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from doenvermogentoets import readers, structure
from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.document import Source
from doenvermogentoets.errors import UserError
from doenvermogentoets.text import Text
from doenvermogentoets_server.checking import Client, Outcome, View, judge
from doenvermogentoets_server.diagnostics import Move, Shown, in_order, kept, mentions, place_of, relocated, with_places_of
from doenvermogentoets_server.dossiers import Draft
from doenvermogentoets_server.edits import Edit, LineMap, Place, between
from doenvermogentoets_server.excerpt import LARGEST, Atlas, Frame, Layout, Lines, frame, is_wrapped, terms_in, text_of
from doenvermogentoets_server.positions import Positions

_OF_THE_OTHER = "toelichting"
"""The theme of the checks that are about the toelichting, or about there being none."""


@dataclass(frozen=True)
class Reading:
    """An excerpt as it was read.

    Attributes:
        content: the version of the changed document that it was taken from.
        view: of the changed document's part of the excerpt.
        table: the line of the document per line of that part.
        diagnostics: what was found in the changed blocks, in lines of the document.
    """

    frame: Frame
    content: str
    view: View
    table: Sequence[int]
    diagnostics: Sequence[Shown]


@dataclass(frozen=True, eq=False)
class State:
    """What is known of the present version of an open document.

    Attributes:
        view: the last version that was read as a whole.
        lines: where its lines are now.
        diagnostics: of the present version.
        reading: the excerpt that was read last.
    """

    draft: Draft
    view: View
    lines: LineMap = field(default_factory=LineMap)
    diagnostics: Sequence[Shown] = ()
    reading: Reading | None = None

    @property
    def exact(self) -> bool:
        """The present version is the one that was read as a whole."""
        return self.draft.content == self.view.draft.content

    @cached_property
    def positions(self) -> Positions:
        """Of the present version, as the editor has it."""
        return Positions(Text(self.draft.content), self.view.encoding)


def settled(view: View) -> State:
    """The state right after a full analysis."""
    return State(view.draft, view, diagnostics=view.diagnostics)


@dataclass(frozen=True)
class Surroundings:
    """What an excerpt may be taken from: the dossier as it was read as a whole, and the present state of its documents by URI."""

    atlas: Atlas
    states: Mapping[str, State]
    catalogue: Catalogue
    client: Client


def follow(uri: str, draft: Draft, around: Surroundings) -> State | None:
    """The state after a change of one document; ``None`` if only reading the whole will tell."""
    state = around.states[uri]
    if draft.content == state.draft.content:
        return replace(state, draft=draft)
    layout = around.atlas.layouts.get(uri)
    if layout is None or draft.format == "xml" or state.view is not layout.view or draft.format != state.draft.format:
        return None
    now = Positions(Text(draft.content), state.view.encoding)
    edit = between(state.positions, now)
    blocks = layout.at(state.lines.then_line(edit.start[0]), state.lines.then_line(edit.old_end[0]))
    if not blocks:
        return None
    lines = state.lines.then(edit)
    region, new_region = (_now(m, Lines(blocks[0].first, blocks[-1].end)) for m in (state.lines, lines))
    if edit.start[0] < region.first or edit.old_end[0] >= region.end:
        return None
    text = now.line_text(new_region.first, min(new_region.end, now.line_count))
    if len(text) > LARGEST or layout.size(Lines(blocks[0].first, blocks[-1].end)) > LARGEST:
        return None
    terms = terms_in(around.atlas.outcome, text)
    before = state.reading
    if before is None or tuple(blocks) != before.frame.blocks or not terms <= before.frame.terms or before.content != state.draft.content:
        terms |= terms_in(around.atlas.outcome, state.positions.line_text(region.first, min(region.end, state.positions.line_count)))
        before, chosen = None, frame(around.atlas, uri, blocks, terms)
    else:
        chosen = before.frame
    after = _read(chosen, draft, now, lines, around)
    if after is None:
        return None
    shown = Moved(state.diagnostics, region, edit, state.view.draft.uri)
    found = None if before is not None else shown.agreed(after)
    if found is None:
        before = before or _read(chosen, state.draft, state.positions, state.lines, around)
        if before is None:
            return None
        found = shown.changed(before, after)
    out = State(draft, state.view, lines, found, after)
    out.__dict__["positions"] = now  # worked out already
    return out


def ahead(state: State, draft: Draft) -> State:
    """Where everything stands in a version that was not looked at yet."""
    now = Positions(Text(draft.content), state.view.encoding)
    out = replace(state, draft=draft, lines=state.lines.then(between(state.positions, now)), reading=None)
    out.__dict__["positions"] = now
    return out


def placed(state: State, draft: Draft) -> list[Shown | None]:
    """What was shown of a state, each where it stands in a version that was not looked at yet; ``None`` for one whose words changed."""
    if state.draft.content == draft.content:
        return list(state.diagnostics)
    home, edit = state.view.draft.uri, between(state.positions, Positions(Text(draft.content), state.view.encoding))
    return [relocated(d, home, {home: edit.moved}) if d is not None else None for d in (kept(d, edit) for d in state.diagnostics)]


def held(state: State, draft: Draft) -> State:
    """What is shown of a version while it is looked at: nothing on words that changed, the rest where it stands now."""
    return replace(ahead(state, draft), diagnostics=[d for d in placed(state, draft) if d is not None])


def warm(uri: str, state: State, line: int, around: Surroundings) -> State:
    """The state with the excerpt around a line read beforehand, so that the next key there is as quick as the others."""
    layout = around.atlas.layouts.get(uri)
    blocks = layout.at(line, line) if layout is not None and state.draft.format != "xml" else ()
    if not blocks or layout is None or layout.size(Lines(blocks[0].first, blocks[-1].end)) > LARGEST:
        return state
    region = _now(state.lines, Lines(blocks[0].first, blocks[-1].end))
    terms = terms_in(around.atlas.outcome, state.positions.line_text(region.first, min(region.end, state.positions.line_count)))
    reading = _read(frame(around.atlas, uri, blocks, terms), state.draft, state.positions, state.lines, around)
    return replace(state, reading=reading) if reading is not None else state


def _now(lines: LineMap, region: Lines) -> Lines:
    """Where a region of whole blocks is now; its end is the first line of what follows."""
    return Lines(lines.now(region.first), lines.now(region.end))


def _read(chosen: Frame, draft: Draft, positions: Positions, lines: LineMap, around: Surroundings) -> Reading | None:
    """Read an excerpt; ``None`` when it does not show the structure that the whole has at this place."""
    outcome = Outcome(around.client.encoding, rules=around.atlas.outcome.rules)
    sources: dict[str, Source] = {}
    tables: dict[str, list[int]] = {}
    for uri in around.atlas.outcome.views:  # bill first
        if uri not in chosen.parts:
            continue
        state = around.states[uri]
        where, moved = (positions, lines) if uri == chosen.uri else (state.positions, state.lines)
        mine = state.view.draft
        content, tables[uri] = text_of(where, (_now(moved, part) for part in chosen.parts[uri]))
        try:
            sources[uri] = readers.read_text(content, mine.name, mine.format)
        except UserError:
            return None
        if is_wrapped(sources[uri]) is not around.atlas.layouts[uri].wrapped:
            return None
        typed = draft.typed if uri == chosen.uri else None
        row = tables[uri].index(typed) if typed in tables[uri] else None
        outcome.views[uri] = View(replace(mine, content=content, typed=row), around.client.encoding, outcome)
    dossier = structure.dossier(*list(sources.values())[:2]).alone()
    whole = around.atlas.outcome
    home_of = {id(source): outcome.views[uri].draft.uri for uri, source in sources.items()}
    for document in dossier.documents():
        known = zip(whole.documents, whole.homes, strict=True)
        role = (home_of[id(document.source)], document is dossier.bill)
        same = next((d for d, home in known if (home, d is whole.bill) == role), None)
        if same is None:
            return None
        document.kind, document.title = same.kind, same.title
    analysis = judge(outcome, dossier, {id(source): uri for uri, source in sources.items()}, around.catalogue, around.client, excerpt=True)
    if analysis.explanation is None and any(document is not whole.bill for document in whole.documents):
        _without_absence(outcome, around.catalogue)
    view, table = outcome.views[chosen.uri], tables[chosen.uri]
    region = _now(lines, chosen.region)
    if not view.documents or _shape(view, table, region) != [(b.unit.kind, b.unit.number) for b in chosen.blocks]:
        return None
    moves = {outcome.views[uri].draft.uri: _placing(rows) for uri, rows in tables.items()}
    found = [relocated(d, view.draft.uri, moves) for d in view.diagnostics]
    inside = [d for d in found if region.first <= d["range"]["start"]["line"] < region.end]
    return Reading(chosen, draft.content, view, table, inside)


def _without_absence(outcome: Outcome, catalogue: Catalogue) -> None:
    """Leave out what an excerpt without toelichting says about the toelichting: that there is none, and the dossier has one."""
    absent = {check.name for check in catalogue if check.theme == _OF_THE_OTHER}
    for uri, view in outcome.views.items():
        findings = [f for f in view.findings if f.check not in absent]
        outcome.views[uri] = replace(view, findings=findings, diagnostics=[d for d in view.diagnostics if d["code"] not in absent])


def _shape(view: View, table: Sequence[int], region: Lines) -> list[tuple[str, str]]:
    blocks = Layout(view).blocks
    return [(b.unit.kind, b.unit.number) for b in blocks if region.first <= table[b.first] < region.end]


def _placing(table: Sequence[int]) -> Move:
    """From lines of an excerpt to lines of the document."""

    def move(at: Place, _end: bool) -> Place:
        return table[min(at[0], len(table) - 1)], at[1]

    return move


class Moved:
    """The findings that were shown, moved along with the text.

    Args:
        shown: in order of place.
        region: lines of the old version that were read again.
        home: URI of the document, as the editor spells it.
    """

    def __init__(self, shown: Sequence[Shown], region: Lines, edit: Edit, home: str) -> None:
        self._edit = edit
        self._home = home
        first, end = (bisect_left(shown, line, key=lambda d: d["range"]["start"]["line"]) for line in (region.first, region.end))
        self._before, self._inside, self._after = (
            [self._moved(d) for d in part] for part in (shown[:first], shown[first:end], shown[end:])
        )

    def _moved(self, diagnostic: Shown) -> Shown:
        # a key in one line moves nothing on the others, and a new line nothing above it: most findings stay what they were
        edit = self._edit
        grows = edit.new_end[0] != edit.old_end[0]
        if not mentions(diagnostic, edit.start[0], sys.maxsize if grows else edit.old_end[0]):
            return diagnostic
        return relocated(diagnostic, self._home, {self._home: edit.moved})

    def agreed(self, after: Reading) -> list[Shown] | None:
        """The findings of the new version when the excerpt has exactly what was shown: then it need not be read as it was."""
        known, fresh = _by_key(self._inside), _by_key(after.diagnostics)
        if known.keys() == fresh.keys() and all(known[key]["message"] == fresh[key]["message"] for key in known):
            return [*self._before, *(with_places_of(known[key], fresh[key]) for key in known), *self._after]
        return None

    def changed(self, before: Reading, after: Reading) -> list[Shown]:
        """The findings of the new version: in the region with the difference of two readings applied."""
        was = _by_key(map(self._moved, before.diagnostics))
        known = _by_key(self._inside)
        out = {key: d for key, d in known.items() if key not in was}  # only the whole sees these
        for key, diagnostic in _by_key(after.diagnostics).items():
            if key in was and key not in known:
                continue  # the excerpt finds it and the whole did not: the whole knew better
            unchanged = key in was and was[key]["message"] == diagnostic["message"]
            out[key] = with_places_of(known[key], diagnostic) if unchanged else diagnostic
        return [*self._before, *in_order(out.values()), *self._after]


def _by_key(diagnostics: Iterable[Shown]) -> dict[tuple[object, ...], Shown]:
    """Diagnostics by check, place, and how many of that check the same place had before it."""
    out: dict[tuple[object, ...], Shown] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    for diagnostic in diagnostics:
        key = diagnostic["code"], place_of(diagnostic["range"]["start"]), place_of(diagnostic["range"]["end"])
        out[*key, seen[key]] = diagnostic
        seen[key] += 1
    return out

"""One dossier that is open in the editor: what is known of it, and when that is looked at again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets_server.checking import Client, Outcome
from doenvermogentoets_server.dossiers import Draft, Key
from doenvermogentoets_server.excerpt import Atlas
from doenvermogentoets_server.quick import State, Surroundings, ahead, follow, held, settled, warm
from doenvermogentoets_server.scheduling import Job
from doenvermogentoets_server.settings import EditorSettings
from doenvermogentoets_server.worker import Task, Worker

MOST_QUIET = 1.0
"""A full analysis waits for a quiet moment as long as the last one took, and at most so many seconds."""

MOST_GIVEN_UP = 2
"""So often in a row a full analysis makes way for a newer version; then it comes to its end, whatever is typed."""

AT_MOST_STALE = 0.5
"""Seconds after a quiet moment within which a version is looked at; after that, what is shown moves along and leaves changed words."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a dossier gets from the server.

    Attributes:
        drafts: the open documents by URI, as they are now.
        executor: reads excerpts, one at a time.
        editor: the settings that the editor gives for a dossier.
        progress: shows in the editor that something takes long, as long as it does.
        changed: told that something else is to be shown of these documents; the flag says that it comes from a full analysis.
        late: given what still holds of versions that were not looked at yet.
        failed: told that an analysis broke.
    """

    drafts: Mapping[str, Draft]
    executor: Executor
    worker: Worker
    catalogue: Callable[[], Catalogue]
    editor: Callable[[Key], EditorSettings]
    client: Callable[[], Client]
    changed: Callable[[list[str], Outcome | None], Awaitable[None]]
    late: Callable[[list[State]], None]
    failed: Callable[[BaseException], None]
    progress: Callable[[], AbstractAsyncContextManager[None]]


class OpenDossier:
    """A dossier with the present state of its open documents.

    Attributes:
        states: by URI; a document has none until it was read as a whole once.
        outcome: the last full analysis.
    """

    def __init__(self, key: Key, desk: Desk) -> None:
        self.key = key
        self.states: dict[str, State] = {}
        self.outcome: Outcome | None = None
        self._desk = desk
        self._atlas: Atlas | None = None
        self._ahead_of: dict[str, tuple[State, Draft, State]] = {}
        self._edited: tuple[str, int] | None = None
        self._late: asyncio.TimerHandle | None = None
        self._quick: Job[tuple[Atlas | None, dict[str, State]]] = Job(self._follow, self._followed, desk.failed)
        self._full: Job[Outcome] = Job(self._check, self._checked, desk.failed, late=True, give_up=MOST_GIVEN_UP)

    # asked from outside

    def changed(self, delay: float) -> None:
        """A document was edited: look at it after ``delay`` seconds of rest."""
        self._quick.request(delay)
        self._full.request(delay + min(self._full.took, MOST_QUIET))
        if self._late is not None:
            self._late.cancel()
        self._late = asyncio.get_running_loop().call_later(delay + AT_MOST_STALE, self._hold)

    def renewed(self) -> None:
        """Something else changed (what is open, the settings, a file): read the whole again, now."""
        self._full.request(0)

    async def present(self, uri: str) -> State | None:
        """The state of a document, of its present version or an earlier one; waits for the first full analysis."""
        while uri not in self.states and not self._full.idle:
            await self._full.turn()
        return self.states.get(uri)

    async def moved(self, uri: str) -> State | None:
        """The same, with everything where it stands in the present version, also when that was not looked at yet."""
        state, draft = await self.present(uri), self._desk.drafts.get(uri)
        if state is None or draft is None or state.draft.content == draft.content:
            return state
        known = self._ahead_of.get(uri)
        if known is None or known[0] is not state or known[1] is not draft:
            known = self._ahead_of[uri] = state, draft, ahead(state, draft)
        return known[2]

    async def current(self, uri: str) -> State | None:
        """The state of the present version; waits for it."""
        await self.present(uri)
        while not self._is_current(uri):
            await self._quick.settled()
            if self._is_current(uri) or self._full.idle:
                break
            self._full.hurry()
            await self._full.turn()
        return self.states.get(uri)

    async def whole(self, uri: str) -> State | None:
        """The state after a full analysis of what is there now; waits for it."""
        while not self._full.idle:
            self._full.hurry()
            await self._full.settled()
        return self.states.get(uri)

    def close(self, uri: str) -> None:
        self.states.pop(uri, None)
        self._ahead_of.pop(uri, None)

    def stop(self) -> None:
        if self._late is not None:
            self._late.cancel()
        self._quick.stop()
        self._full.stop()

    def _hold(self) -> None:
        """The version that is there was not looked at yet: no finding may stay at words that changed or at the place of before."""
        drafts = self._mine()
        late = [uri for uri in drafts if uri in self.states and not self._is_current(uri)]
        self._desk.late([held(self.states[uri], drafts[uri]) for uri in late])

    def _is_current(self, uri: str) -> bool:
        state, draft = self.states.get(uri), self._desk.drafts.get(uri)
        return state is not None and draft is not None and state.draft.content == draft.content

    # the quick look

    async def _follow(self) -> tuple[Atlas | None, dict[str, State]]:
        loop = asyncio.get_running_loop()
        atlas = self._atlas
        if atlas is None:
            return None, {}  # nothing was read as a whole yet
        return atlas, await loop.run_in_executor(self._desk.executor, self._ahead, dict(self.states), self._mine(), atlas)

    def _ahead(self, states: dict[str, State], drafts: dict[str, Draft], atlas: Atlas | None) -> dict[str, State]:
        """The states that follow the drafts, as far as that can be told; runs in the executor."""
        out: dict[str, State] = {}
        for uri, draft in drafts.items():
            if atlas is not None and uri in states and draft is not states[uri].draft:
                state = follow(uri, draft, self._around(atlas, {**states, **out}))
                if state is not None:
                    out[uri] = state
        return out

    async def _followed(self, found: tuple[Atlas | None, dict[str, State]]) -> None:
        atlas, states = found
        if atlas is not self._atlas:  # a full analysis came in between: from there it is told again
            self._quick.request(0)
            return
        for uri, state in states.items():
            if state.reading is not None:
                self._edited = uri, state.lines.now(state.reading.frame.region.first)
        self.states.update({uri: state for uri, state in states.items() if uri in self.states})
        if states:
            await self._desk.changed(list(states), None)
        if any(not self._is_current(uri) for uri in self._mine()):
            self._full.hurry()

    # the full analysis

    async def _check(self) -> Outcome:
        drafts = self._mine()
        if not drafts:
            return Outcome()
        async with self._desk.progress():
            return await self._desk.worker.check(Task(self.key, drafts, self._desk.editor(self.key), self._desk.client()))

    async def _checked(self, outcome: Outcome) -> None:
        loop = asyncio.get_running_loop()
        drafts, edited = self._mine(), self._edited
        same = edited is None and all(v.draft.content == drafts[uri].content for uri, v in outcome.views.items() if uri in drafts)
        # what was just opened is shown at once: the executor may still be loading what the first edit needs
        found, atlas = await loop.run_in_executor(None if same else self._desk.executor, self._carried, outcome, drafts, edited)
        drafts = self._mine()
        if any(uri in drafts and uri not in found for uri in outcome.views) and self.outcome is not None:
            return  # too much changed meanwhile: what is shown stays until the analysis that was asked for since
        self.outcome, self._atlas = outcome, atlas
        self.states = {uri: state for uri, state in found.items() if uri in drafts}
        if any(not self._is_current(uri) for uri in self.states):
            self._quick.request(0)
        await self._desk.changed(list(self.states), outcome)

    def _carried(self, outcome: Outcome, drafts: dict[str, Draft], edited: tuple[str, int] | None) -> tuple[dict[str, State], Atlas]:
        """The states after a full analysis, perhaps of an earlier version; runs in the executor."""
        atlas = Atlas(outcome)
        base = {uri: settled(view) for uri, view in outcome.views.items()}
        around = self._around(atlas, base)
        out: dict[str, State] = {}
        for uri, state in base.items():
            if uri not in drafts or drafts[uri].content == state.draft.content:
                out[uri] = warm(uri, state, edited[1], around) if edited is not None and edited[0] == uri else state
            elif (followed := follow(uri, drafts[uri], around)) is not None:
                out[uri] = followed
        return out, atlas

    def _around(self, atlas: Atlas, states: Mapping[str, State]) -> Surroundings:
        return Surroundings(atlas, states, self._desk.catalogue(), self._desk.client())

    def _mine(self) -> dict[str, Draft]:
        return {uri: self._desk.drafts[uri] for uri in self.key.uris if uri in self._desk.drafts}

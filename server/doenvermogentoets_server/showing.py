"""What the editor is given of what is found: sent to it, or given when it asks; never both."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from doenvermogentoets_server.checking import Outcome
from doenvermogentoets_server.diagnostics import Shown, written
from doenvermogentoets_server.dossiers import same
from doenvermogentoets_server.folders import Closed
from doenvermogentoets_server.protocol import Ready
from doenvermogentoets_server.quick import State
from doenvermogentoets_server.worker import WorkerError

if TYPE_CHECKING:
    from doenvermogentoets_server.app import Server


class Showing:
    """Diagnostics of one session, for the documents that are open and, on request, for drafts in the opened folders that are not.

    Args:
        server: the session; its state is read and never changed here.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self._results: dict[str, tuple[int, list[Shown]]] = {}
        self._last_result = 0
        self._reported: dict[str, int] = {}
        self._pulling: Counter[str] = Counter()
        self._closed: set[str] = set()

    def opened(self, client_uri: str) -> None:
        """A document is open: what is shown of it comes from the editor's text from now on."""
        self._closed.discard(client_uri)

    def forget(self, uri: str) -> None:
        """A document is closed."""
        self._reported.pop(uri, None)
        self._results.pop(uri, None)

    async def changed(self, uris: list[str], outcome: Outcome | None) -> None:
        """Something else is to be shown of these documents: send it, or have the editor ask for it."""
        for failure in outcome.failures if outcome is not None else ():
            name = self._server.catalogue.called(failure.check)
            self._server.say(f"De controle {name} liep vast ({failure.error}); de andere controles zijn uitgevoerd.")
        for uri in uris:
            state = self._state_now(uri)
            if state is not None and not self._server.pulls:
                self._publish(state.draft.uri, state.diagnostics, state.draft.version)
        if self._server.pulls:
            self._server.spawn(self._refresh(uris))

    def late(self, states: list[State]) -> None:
        """What still holds while a version is looked at; an editor that asks is told to wait and moves its findings itself."""
        for state in states if not self._server.pulls else ():
            self._publish(state.draft.uri, state.diagnostics, state.draft.version)

    def _publish(self, client_uri: str, diagnostics: Sequence[Shown], version: int | None = None) -> None:
        members = {"uri": json.dumps(client_uri), "diagnostics": written(diagnostics)}
        if version is not None:
            members["version"] = str(version)
        self._server.protocol.tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, Ready(_object(members)))

    def _state_now(self, uri: str) -> State | None:
        dossier = self._server.dossiers.get(self._server.keys[uri]) if uri in self._server.keys else None
        return dossier.states.get(uri) if dossier is not None else None

    # pull diagnostics

    async def report(self, client_uri: str, previous: str | None) -> Ready:
        """The diagnostics of a document, or that they are what the client has already: a ``DocumentDiagnosticReport``."""
        uri = same(client_uri)
        self._pulling[uri] += 1
        try:
            state = await self._server.dossier(self._server.keys[uri]).current(uri) if uri in self._server.keys else None
        finally:
            self._pulling[uri] -= 1
        if state is None:
            return Ready(_object(_full([])))
        number = self._reported[uri] = self._result(uri, state.diagnostics)
        members = _same(number) if previous == str(number) else _full(state.diagnostics, number)
        related = self._related(uri) if self._takes_related and previous != str(number) else {}
        if related:
            members["relatedDocuments"] = _object(related)
        return Ready(_object(members))

    def _result(self, uri: str, diagnostics: Sequence[Shown]) -> int:
        """A number for these diagnostics: another one when they differ from the last ones of this document."""
        shown = list(diagnostics)
        if uri not in self._results or self._results[uri][1] != shown:
            self._last_result += 1
            self._results[uri] = self._last_result, shown
        return self._results[uri][0]

    @property
    def _takes_related(self) -> bool:
        document = self._server.client_capabilities.text_document
        return bool(document and document.diagnostic and document.diagnostic.related_document_support)

    def _related(self, uri: str) -> dict[str, str]:
        """Reports of the other half of the dossier, when it is open and other things are found in it: that depends on this half."""
        out: dict[str, str] = {}
        for other in self._server.keys[uri].uris:
            state = self._state_now(other)
            if other == uri or state is None:
                continue
            number = self._result(other, state.diagnostics)
            if self._reported.get(other) != number:
                self._reported[other] = number
                out[state.draft.uri] = _object(_full(state.diagnostics, number))
        return out

    async def _refresh(self, uris: list[str]) -> None:
        """Ask the client to pull again when what is found in a document changed without it asking."""
        await asyncio.sleep(0.05)  # requests that wait for this analysis are answered first
        for uri in uris:
            state = self._state_now(uri)
            if state is not None and not self._pulling[uri] and self._reported.get(uri) != self._result(uri, state.diagnostics):
                await self._server.workspace_diagnostic_refresh_async(None)
                return

    # drafts that are not open

    async def closed_drafts(self) -> list[Closed]:
        """What is found in drafts of the opened folders that are not open; nothing unless the user asked for that."""
        if not self._server.settings.window.workspace_diagnostics:
            return []
        try:
            return await self._server.folders.look(self._server.roots, set(self._server.drafts))
        except WorkerError as error:
            self._server.failed(error)
            return []

    def look_at_closed(self) -> None:
        """Show again what is found in drafts that are not open."""
        if self._server.pulls:
            return
        if self._server.settings.window.workspace_diagnostics or self._closed:
            self._server.spawn(self._publish_closed())

    async def _publish_closed(self) -> None:
        found = {c.uri: c.diagnostics for c in await self.closed_drafts() if same(c.uri) not in self._server.drafts}
        for uri in self._closed - set(found):
            if same(uri) not in self._server.drafts:
                self._publish(uri, [])
        for uri, diagnostics in found.items():
            self._publish(uri, diagnostics)
        self._closed = set(found)

    async def workspace_report(self, previous: Mapping[str, str]) -> Ready:
        """A ``WorkspaceDiagnosticReport`` of every open draft and, if asked for, of those in the opened folders.

        Args:
            previous: the number of what the client has already, by URI.
        """
        found: list[tuple[str, int | None, int, Sequence[Shown]]] = []
        for uri in list(self._server.keys):
            state = await self._server.dossier(self._server.keys[uri]).whole(uri) if uri in self._server.keys else None
            if state is not None:
                number = self._reported[uri] = self._result(uri, state.diagnostics)
                found.append((state.draft.uri, state.draft.version, number, state.diagnostics))
        closed = [c for c in await self.closed_drafts() if same(c.uri) not in self._server.drafts]
        found += [(c.uri, None, self._result(same(c.uri), c.diagnostics), c.diagnostics) for c in closed]
        reports = [
            {**(_same(number) if previous.get(uri) == str(number) else _full(diagnostics, number)), **_which(uri, version)}
            for uri, version, number, diagnostics in found
        ]
        gone = set(previous) - {uri for uri, _, _, _ in found}
        reports += [{**_full([]), **_which(uri, None)} for uri in sorted(gone)]
        return Ready(_object({"items": f"[{', '.join(map(_object, reports))}]"}))


def _full(diagnostics: Sequence[Shown], number: int | None = None) -> dict[str, str]:
    """The members of a report with everything, each as JSON."""
    out = {"kind": '"full"', "items": written(diagnostics)}
    return out if number is None else {**out, "resultId": f'"{number}"'}


def _same(number: int) -> dict[str, str]:
    """The members of a report that the client has everything already, each as JSON."""
    return {"kind": '"unchanged"', "resultId": f'"{number}"'}


def _which(uri: str, version: int | None) -> dict[str, str]:
    return {"uri": json.dumps(uri), "version": json.dumps(version)}


def _object(members: Mapping[str, str]) -> str:
    """A JSON object of members that are JSON."""
    return f"{{{', '.join([f'{json.dumps(name)}: {value}' for name, value in members.items()])}}}"

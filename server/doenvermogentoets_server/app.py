"""The language server: it keeps what is open, has it checked, and answers from the last check."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from doenvermogentoets import __version__, catalogue
from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.config import FILE_NAME, PYPROJECT
from doenvermogentoets.errors import UserError
from doenvermogentoets_server.checking import Client, Outcome, View, check
from doenvermogentoets_server.dossiers import Draft, Key, key_of, same
from doenvermogentoets_server.scheduling import Job
from doenvermogentoets_server.settings import SECTION, EditorSettings, from_editor, settings_for

NAME = "doenvermogentoets"


class Server(LanguageServer):
    """State of one session with one editor.

    Attributes:
        drafts: the open documents by URI (one spelling per document).
        keys: the dossier of each open document.
        views: the last analysis of each open document, of its current version or an earlier one.
    """

    def __init__(self) -> None:
        super().__init__(NAME, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.drafts: dict[str, Draft] = {}
        self.keys: dict[str, Key] = {}
        self.views: dict[str, View] = {}
        self.client = Client()
        self.editor = EditorSettings()
        self._jobs: dict[Key, Job[Outcome]] = {}
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="toets")  # spaCy objects are not shared over threads
        self._catalogue: Catalogue | None = None
        self._reported: dict[str, str] = {}
        self._pulling: Counter[str] = Counter()
        self._said: set[str] = set()
        self._background: set[asyncio.Task[Any]] = set()

    # what the editor can do

    def learn(self, params: types.InitializeParams) -> None:
        """Take over what the client can do and its first settings."""
        document = params.capabilities.text_document
        publish = document.publish_diagnostics if document is not None else None
        pull = document.diagnostic if document is not None else None
        related = any(c is not None and c.related_information for c in (publish, pull))
        encoding = types.PositionEncodingKind(self.workspace.position_encoding or types.PositionEncodingKind.Utf16)
        self.client = Client(encoding, related)
        self._configure(params.initialization_options)

    @property
    def pulls(self) -> bool:
        """The client asks for diagnostics itself; nothing is sent unasked then."""
        document = self.client_capabilities.text_document
        return document is not None and document.diagnostic is not None

    @property
    def versioned_edits(self) -> bool:
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)

    # settings

    def _configure(self, data: Any) -> None:
        try:
            self.editor = from_editor(data)
        except UserError as error:
            self.say(str(error))

    async def ask_settings(self) -> None:
        """Ask the editor for its settings, if it can tell them."""
        workspace = self.client_capabilities.workspace
        if workspace is None or not workspace.configuration:
            return
        try:
            answer = await self.workspace_configuration_async(types.ConfigurationParams([types.ConfigurationItem(section=SECTION)]))
        except JsonRpcException:
            return  # a client that says it can and cannot: what it gave at the start stays
        if answer and answer[0]:
            self._configure(answer[0])

    def changed_settings(self, data: Any) -> None:
        """New settings from the editor, or a settings file or draft on disk that changed."""
        if data:
            self._configure(data)
        self.regroup()

    # documents

    def open(self, draft: Draft) -> None:
        uri = same(draft.uri)
        self.drafts[uri] = draft
        self.regroup(just=uri)

    def change(self, draft: Draft) -> None:
        uri = same(draft.uri)
        if uri in self.drafts:
            self.drafts[uri] = draft
            self._request(self.keys[uri], self.editor.debounce / 1000)

    def close(self, client_uri: str) -> None:
        uri = same(client_uri)
        if self.drafts.pop(uri, None) is None:
            return
        self.views.pop(uri, None)
        self._reported.pop(uri, None)
        key = self.keys.pop(uri)
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(client_uri, []))
        if key in self.keys.values():
            self._request(key, 0)  # the other part is from now on checked with what is on disk
        self.regroup(just=uri)

    def regroup(self, just: str = "") -> None:
        """Find out which documents belong together; check again what was opened, or everything."""
        opened = [d.path for d in self.drafts.values() if d.path is not None]
        for uri, draft in self.drafts.items():
            new = key_of(uri, self._pairs(draft.path), opened)
            old = self.keys.get(uri)
            self.keys[uri] = new
            if not just or uri == just or old != new:
                self._request(new, 0)
        for key in list(self._jobs):
            if key not in self.keys.values():
                self._forget(key)

    def _pairs(self, path: Path | None) -> list[tuple[Path, Path]]:
        try:
            return settings_for(path, self.editor).dossiers()
        except UserError:
            return []  # what is wrong with the settings is said in the draft itself

    # checking

    def _request(self, key: Key, delay: float) -> None:
        job = self._jobs.get(key)
        if job is None:
            job = self._jobs[key] = Job(self._executor, partial(self._work, key), partial(self._done, key), self._failed)
        job.request(delay)

    def _forget(self, key: Key) -> None:
        job = self._jobs.pop(key, None)
        if job is not None:
            job.stop()

    def _work(self, key: Key) -> Callable[[], Outcome]:
        drafts = {uri: self.drafts[uri] for uri in key.uris if uri in self.drafts}
        return partial(self._check, key, drafts, self.editor, self.client)

    def _check(self, key: Key, drafts: dict[str, Draft], editor: EditorSettings, client: Client) -> Outcome:
        return check(key, drafts, self.catalogue, editor, client) if drafts else Outcome()

    @property
    def catalogue(self) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = catalogue.load()
        return self._catalogue

    async def _done(self, key: Key, outcome: Outcome) -> None:
        for failure in outcome.failures:
            self.say(f"De controle {failure.check} liep vast ({failure.error}); de andere controles zijn uitgevoerd.")
        for uri, view in outcome.views.items():
            if self.keys.get(uri) == key:
                self.views[uri] = view
                if not self.pulls:
                    self.text_document_publish_diagnostics(
                        types.PublishDiagnosticsParams(view.draft.uri, list(view.diagnostics), view.draft.version)
                    )
        if self.pulls:
            self._spawn(self._refresh([uri for uri in outcome.views if uri in self.views]))

    def _failed(self, error: BaseException) -> None:
        self.say(f"De toets liep vast ({type(error).__name__}). Bij de volgende wijziging wordt het opnieuw geprobeerd.")

    async def view(self, client_uri: str) -> View | None:
        """The analysis of the current version; waits for it. ``None`` for a document that is not open."""
        uri = same(client_uri)
        while uri in self.drafts:
            job = self._jobs.get(self.keys[uri])
            if job is None or job.idle:
                break
            await job.settled()
        return self.views.get(uri)

    # pull diagnostics

    async def report(self, client_uri: str, previous: str | None) -> types.DocumentDiagnosticReport:
        """The diagnostics of a document, or that they are what the client has already."""
        uri = same(client_uri)
        self._pulling[uri] += 1
        try:
            view = await self.view(client_uri)
        finally:
            self._pulling[uri] -= 1
        if view is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        self._reported[uri] = view.result_id
        if previous == view.result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=view.result_id)
        related = self._related(uri, view) if self._takes_related else None
        return types.RelatedFullDocumentDiagnosticReport(list(view.diagnostics), related_documents=related, result_id=view.result_id)

    @property
    def _takes_related(self) -> bool:
        document = self.client_capabilities.text_document
        return bool(document and document.diagnostic and document.diagnostic.related_document_support)

    def _related(self, uri: str, view: View) -> dict[str, types.FullDocumentDiagnosticReport | types.UnchangedDocumentDiagnosticReport]:
        """The other half of the dossier, when it is open: what is found there depends on this half."""
        others = [v for u, v in view.outcome.views.items() if u != uri and u in self.drafts]
        for other in others:
            self._reported[same(other.draft.uri)] = other.result_id
        return {o.draft.uri: types.FullDocumentDiagnosticReport(list(o.diagnostics), result_id=o.result_id) for o in others}

    async def _refresh(self, uris: list[str]) -> None:
        """Ask the client to pull again when a document's findings changed without it asking (its other half was edited)."""
        workspace = self.client_capabilities.workspace
        if workspace is None or workspace.diagnostics is None or not workspace.diagnostics.refresh_support:
            return
        await asyncio.sleep(0.05)  # requests that wait for this analysis are answered first
        stale = [u for u in uris if u in self.views and not self._pulling[u] and self._reported.get(u) != self.views[u].result_id]
        if stale:
            await self.workspace_diagnostic_refresh_async(None)

    # the rest

    def say(self, message: str) -> None:
        """A line in the editor's log, once; nothing pops up."""
        if message not in self._said:
            self._said.add(message)
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))

    def _spawn(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def watch(self) -> None:
        """Ask the client to tell when a settings file or a draft beside an open one changes."""
        workspace = self.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace is not None else None
        if watched is None or not watched.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in (FILE_NAME, PYPROJECT, "*.{txt,md,xml,docx}")]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration(f"{NAME}-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        with contextlib.suppress(JsonRpcException):  # a client that refuses is asked nothing; settings are read at the next change
            await self.client_register_capability_async(types.RegistrationParams([registration]))

    def end(self) -> None:
        for key in list(self._jobs):
            self._forget(key)
        self._executor.shutdown(wait=False, cancel_futures=True)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002
        """Errors are named by their type only: their text may hold text of a draft. Nothing is sent to the editor."""
        cause = error.__cause__ or error.__context__ or error
        print(f"{NAME}: {type(cause).__name__}", file=sys.stderr)

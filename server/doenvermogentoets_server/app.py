"""The language server: what is open, what belongs together, and what the editor can do."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from doenvermogentoets import __version__, catalogue
from doenvermogentoets.catalogue import Catalogue, Check
from doenvermogentoets.errors import UserError
from doenvermogentoets_server import look
from doenvermogentoets_server.checking import Client, Outcome, pages_of
from doenvermogentoets_server.configuring import Configuring
from doenvermogentoets_server.diagnostics import Shown, converter
from doenvermogentoets_server.dossier import Desk, OpenDossier
from doenvermogentoets_server.dossiers import Draft, Key, key_of, path_of, same
from doenvermogentoets_server.edits import typed_line
from doenvermogentoets_server.folders import Folders
from doenvermogentoets_server.look import Look
from doenvermogentoets_server.processes import here
from doenvermogentoets_server.progress import progress
from doenvermogentoets_server.protocol import Protocol
from doenvermogentoets_server.quick import State, placed
from doenvermogentoets_server.settings import settings_for
from doenvermogentoets_server.showing import Showing
from doenvermogentoets_server.warming import Warming
from doenvermogentoets_server.worker import Task, Worker

NAME = "doenvermogentoets"
T = TypeVar("T")

# What an editor says that puts the message of a finding in the hover itself; the protocol has no word for it.
_SHOWS_MESSAGES = "toontMelding"


class Server(LanguageServer):
    """State of one session with one editor.

    Attributes:
        drafts: the open documents by URI (one spelling per document).
        dossiers: what is known, per dossier.
        keys: the dossier of each open document.
        showing: what the editor is given of that.
        settings: what the editor asks for.
        editor_process: number of the process of the editor; none if it gave the number of one that is not on this computer.
    """

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(
            NAME, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full, protocol_cls=Protocol, converter_factory=converter
        )
        self.drafts: dict[str, Draft] = {}
        self.dossiers: dict[Key, OpenDossier] = {}
        self.keys: dict[str, Key] = {}
        self.client = Client()
        self.settings = Configuring(self)
        self.folders = Folders(lambda key, drafts: self._worker.check(Task(key, drafts, self.settings.of(key.uris[0]), self.client)))
        self.pulls = False
        self.editor_process: int | None = None
        self.showing = Showing(self)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="toets")  # spaCy objects are not shared over threads
        self._worker = Worker()
        self._desk = Desk(
            self.drafts,
            self._executor,
            self._worker,
            catalogue=lambda: self.catalogue,
            editor=lambda key: self.settings.of(key.uris[0]),
            client=lambda: self.client,
            changed=self._changed,
            late=self.showing.late,
            failed=self.failed,
            progress=lambda: progress(self),
        )
        self._said: set[str] = set()
        self._warming = Warming(self._executor, lambda: self.catalogue)
        self._background: set[asyncio.Task[Any]] = set()

    # what the editor can do

    def learn(self, params: types.InitializeParams) -> None:
        """Take over what the client can do and its first settings."""
        self.editor_process = here(params.process_id)
        document, workspace = params.capabilities.text_document, params.capabilities.workspace
        publish = document.publish_diagnostics if document is not None else None
        pull = document.diagnostic if document is not None else None
        related = any(c is not None and c.related_information for c in (publish, pull))
        encoding = types.PositionEncodingKind(self.workspace.position_encoding or types.PositionEncodingKind.Utf16)
        options = params.initialization_options
        shows = isinstance(options, dict) and options.get(_SHOWS_MESSAGES) is True
        self.client = Client(encoding, related, shows)
        # a client that cannot be told to ask again would keep what a later full analysis corrects; it is sent everything
        self.pulls = bool(pull is not None and workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)
        self.settings.take({k: v for k, v in options.items() if k != _SHOWS_MESSAGES} if isinstance(options, dict) else options)

    def ready(self) -> None:
        """Load what a first draft needs while the editor is still busy."""
        self.spawn(self._worker.start())
        self._warming.load()
        self.spawn(self._tell_unusable())

    async def _tell_unusable(self) -> None:
        """A package of others that cannot be used: findings are missing, and that must not look like «nothing found»."""
        for unusable in (await self.beside(lambda: self.catalogue)).unusable:
            self.tell(str(unusable))

    async def _changed(self, uris: list[str], outcome: Outcome | None) -> None:
        await self.showing.changed(uris, outcome)
        if outcome is not None:
            self._warming.warm_up()  # not earlier: on a busy machine the first findings would have to wait for it

    @property
    def versioned_edits(self) -> bool:
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)

    # documents

    @property
    def roots(self) -> list[Path]:
        """The opened folders."""
        return [path for uri in self.workspace.folders if (path := path_of(uri)) is not None]

    def renewed(self) -> None:
        """Check everything again."""
        self.folders.forget()
        self.regroup()
        self.showing.look_at_closed()

    def open(self, draft: Draft) -> None:
        uri = same(draft.uri)
        self.drafts[uri] = draft
        self.regroup(just=uri)
        self.showing.opened(draft.uri)

    def change(self, draft: Draft) -> None:
        uri = same(draft.uri)
        if uri in self.drafts:
            self.drafts[uri] = replace(draft, typed=typed_line(self.drafts[uri].content, draft.content))
            self.dossier(self.keys[uri]).changed(self.settings.of(uri).debounce / 1000)

    def close(self, client_uri: str) -> None:
        uri = same(client_uri)
        if self.drafts.pop(uri, None) is None:
            return
        self.showing.forget(uri)
        key = self.keys.pop(uri)
        if key in self.dossiers:
            self.dossiers[key].close(uri)
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(client_uri, []))
        if key in self.keys.values():
            self.dossier(key).renewed()  # the other part is from now on checked with what is on disk
        self.regroup(just=uri)
        self.showing.look_at_closed()

    def regroup(self, just: str = "") -> None:
        """Find out which documents belong together; check again what was opened, or everything."""
        opened = [d.path for d in self.drafts.values() if d.path is not None]
        for uri, draft in self.drafts.items():
            new = key_of(uri, self._pairs(uri, draft.path), opened)
            old = self.keys.get(uri)
            self.keys[uri] = new
            if not just or uri == just or old != new:
                self.dossier(new).renewed()
        for key in [k for k in self.dossiers if k not in self.keys.values()]:
            self.dossiers.pop(key).stop()

    def dossier(self, key: Key) -> OpenDossier:
        if key not in self.dossiers:
            self.dossiers[key] = OpenDossier(key, self._desk)
        return self.dossiers[key]

    def _pairs(self, uri: str, path: Path | None) -> list[tuple[Path, Path]]:
        try:
            return settings_for(path, self.settings.of(uri)).dossiers()
        except UserError:
            return []  # what is wrong with the settings is said in the draft itself

    @cached_property
    def catalogue(self) -> Catalogue:
        return catalogue.load()

    @cached_property
    def pages(self) -> dict[str, Check]:
        """The page of every check by name."""
        return pages_of(self.catalogue)

    # what is known

    async def state(self, client_uri: str) -> State | None:
        """What is known of the present version of a document; ``None`` for one that is not open."""
        uri = same(client_uri)
        return await self.dossier(self.keys[uri]).moved(uri) if uri in self.keys else None

    def placed(self, client_uri: str) -> tuple[Sequence[Shown], Sequence[Shown | None]]:
        """The diagnostics that were last found in a document, and each of them where it stands in what the editor has now."""
        uri = same(client_uri)
        dossier, draft = self.dossiers.get(self.keys[uri]) if uri in self.keys else None, self.drafts.get(uri)
        state = dossier.states.get(uri) if dossier is not None else None
        return (state.diagnostics, placed(state, draft)) if state is not None and draft is not None else ((), ())

    async def check(self, client_uri: str) -> dict[str, int] | None:
        """Findings per weight after a full analysis of what is there now; ``None`` for a document that is not open."""
        uri = same(client_uri)
        state = await self.dossier(self.keys[uri]).whole(uri) if uri in self.keys else None
        return dict(Counter(f.severity.value for f in state.view.findings)) if state is not None else None

    async def look(self, client_uri: str, position: types.Position | None = None) -> Look | None:
        """The same, ready to be asked about a place or about the whole document."""
        uri = same(client_uri)
        state = await self.state(uri)
        dossier = self.dossiers.get(self.keys[uri]) if uri in self.keys else None
        if state is None or dossier is None or dossier.outcome is None:
            return None
        if position is None:
            return look.whole(state, dossier.outcome, dossier.states)
        return look.at(state, position, dossier.outcome, dossier.states)

    async def beside(self, work: Callable[[], T]) -> T:
        """Do something that uses the language pipeline, which one thread has at a time."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    def draft(self, client_uri: str) -> Draft | None:
        """A document as the editor has it now."""
        return self.drafts.get(same(client_uri))

    def failed(self, error: BaseException) -> None:
        """An analysis broke: that is said, with the type of the error at most."""
        self.say(f"De toets liep vast ({error or type(error).__name__}). Bij de volgende wijziging wordt het opnieuw geprobeerd.")

    # the rest

    def tell(self, message: str) -> None:
        """Answer to something the user asked for."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))

    def say(self, message: str) -> None:
        """A line in the editor's log, once; nothing pops up."""
        if message not in self._said:
            self._said.add(message)
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))

    def spawn(self, work: Awaitable[Any]) -> None:
        """Do something while the editor goes on; it is held on to until it is done."""
        task = asyncio.ensure_future(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def gone(self) -> None:
        """End everything, and wait until the process that checks is gone."""
        self.end()
        await self._worker.gone()

    def end(self) -> None:
        self._warming.end()
        for key in list(self.dossiers):
            self.dossiers.pop(key).stop()
        self._worker.stop()
        self._executor.shutdown(wait=False, cancel_futures=True)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002  (pygls calls it with both)
        """Errors are named by their type only: their text may hold text of a draft. Nothing is sent to the editor."""
        cause = error.__cause__ or error.__context__ or error
        print(f"{NAME}: {type(cause).__name__}", file=sys.stderr)

"""What nobody waits for any more ends soon: questions that are taken back, and checks of what is not there any more."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient
from talking import checked, close, open_draft

from doenvermogentoets_server import worker
from doenvermogentoets_server.checking import Client, Outcome
from doenvermogentoets_server.dossiers import Draft, Key
from doenvermogentoets_server.settings import EditorSettings
from doenvermogentoets_server.worker import Task, Worker

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(240)]
SMALL = "Artikel 1\nHet college en/of de raad beslist.\n"
LONG = "".join(
    f"Artikel {n}. Aanvraag\n1. De houder dient binnen twee weken na de melding een aanvraag in bij het college van gemeente {n}.\n"
    f"2. Het recht vervalt, indien de houder de gegevens over jaar {n} niet tijdig verstrekt.\n\n"
    for n in range(1, 1500)
)


def task(content: str) -> Task:
    uri = "file:///map/wet.txt"
    return Task(Key((uri,)), {uri: Draft(uri, 1, "plaintext", content)}, EditorSettings(), Client())


class Watched(Worker):
    """Remembers what its process answered, and when it began to work."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Any] = []

    async def _started(self) -> worker._Link:
        link = await super()._started()
        if "_tell" not in vars(link):
            usual = link._tell

            def tell(number: int, answer: Any) -> None:
                if number != worker.READY:
                    self.answers.append(answer)
                usual(number, answer)

            link._tell = tell  # type: ignore[method-assign]
        return link

    @property
    def process(self) -> int:
        assert self._link is not None
        return self._link._process.pid


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def one_worker() -> AsyncIterator[Watched]:
    found = Watched()
    yield found
    found.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def watched(one_worker: Watched) -> Watched:
    assert isinstance(await one_worker.check(task(SMALL)), Outcome)  # everything is loaded from here on
    one_worker.answers.clear()
    return one_worker


async def test_a_check_that_is_given_up_ends_between_units_and_the_process_goes_on(watched: Watched) -> None:
    process = watched.process
    running = asyncio.ensure_future(watched.check(task(LONG)))
    await asyncio.sleep(0.2)
    running.cancel()
    outcome = await watched.check(task(SMALL))
    assert running.cancelled()
    assert [d["code"] for d in outcome.views["file:///map/wet.txt"].diagnostics] == ["en-of"]
    assert [a if isinstance(a, str) else type(a) for a in watched.answers] == ["Cancelled", Outcome]
    assert watched.process == process


async def test_a_check_that_waits_for_its_turn_is_not_begun_when_it_is_given_up(watched: Watched) -> None:
    first = asyncio.ensure_future(watched.check(task(SMALL * 50)))
    second = asyncio.ensure_future(watched.check(task(LONG)))
    third = asyncio.ensure_future(watched.check(task(SMALL)))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.gather(first, third)
    assert [a if isinstance(a, str) else type(a) for a in watched.answers] == [Outcome, "Cancelled", Outcome]


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be held there")
async def test_a_process_that_does_not_listen_is_ended(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PATIENCE", 0.1)
    process = watched.process
    os.kill(process, signal.SIGSTOP)
    running = asyncio.ensure_future(watched.check(task(LONG)))
    while watched._link is None or not watched._link._waiting:
        await asyncio.sleep(0.01)
    running.cancel()
    # what waits behind it is done by another process
    assert isinstance(await watched.check(task(SMALL)), Outcome)
    assert watched.process != process


async def test_a_process_that_is_still_loading_is_given_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PATIENCE", 0.7)
    found = Watched()
    running = asyncio.ensure_future(found.check(task(SMALL)))
    while found._link is None or not found._link._waiting:
        await asyncio.sleep(0.01)
    process = found.process
    running.cancel()
    assert isinstance(await found.check(task(SMALL)), Outcome)
    assert found.process == process
    found.stop()


async def test_an_ended_process_is_said_by_its_kind_and_started_again(watched: Watched) -> None:
    running = asyncio.ensure_future(watched.check(task(LONG)))
    link = watched._link
    while link is None or not link._waiting:
        await asyncio.sleep(0.01)
        link = watched._link
    link.stop()
    with pytest.raises(worker.WorkerError, match=r"^(IncompleteRead|BrokenPipe|ConnectionReset)Error$"):
        await running
    assert isinstance(await watched.check(task(SMALL)), Outcome)


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[sys.executable, "-m", "doenvermogentoets_server"]), scope="module")
async def editor(lsp_client: LanguageClient, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[None]:
    folder = tmp_path_factory.mktemp("map")
    (folder / "lang.txt").write_text(LONG, encoding="utf-8")
    lsp_client.folder = folder
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(
                text_document=types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities()),
                workspace=types.WorkspaceClientCapabilities(diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)),
            ),
            workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="map")],
            initialization_options={"workspaceDiagnostics": True},
        )
    )
    yield
    await lsp_client.shutdown_session()


def questions(uri: str) -> dict[str, Any]:
    document = types.TextDocumentIdentifier(uri)
    return {
        types.TEXT_DOCUMENT_DIAGNOSTIC: types.DocumentDiagnosticParams(document),
        types.TEXT_DOCUMENT_HOVER: types.HoverParams(document, types.Position(1, 5)),
        types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: types.DocumentSymbolParams(document),
        types.WORKSPACE_DIAGNOSTIC: types.WorkspaceDiagnosticParams([]),
        types.WORKSPACE_EXECUTE_COMMAND: types.ExecuteCommandParams("doenvermogentoets.check", [uri]),
    }


@pytest.mark.parametrize(("method", "opened"), [*((m, True) for m in questions("")), (types.WORKSPACE_DIAGNOSTIC, False)])
async def test_a_question_that_is_taken_back_is_not_answered(editor: LanguageClient, method: str, opened: bool) -> None:
    """The draft takes seconds to check, so an answer would mean that the question was waited with until the end."""
    uri = (editor.folder / "lang.txt").as_uri()
    if opened:
        open_draft(editor, uri, LONG)
    number = f"{method} {opened}"
    question = asyncio.ensure_future(editor.protocol.send_request_async(method, questions(uri)[method], msg_id=number))
    await asyncio.sleep(0.3)
    assert not question.done()
    editor.protocol.notify(types.CANCEL_REQUEST, types.CancelParams(number))
    with pytest.raises(JsonRpcException) as error:
        await question
    assert error.value.code == types.LSPErrorCodes.RequestCancelled.value
    if opened:
        close(editor, uri)
    small = (editor.folder / "klein.txt").as_uri()
    open_draft(editor, small, SMALL)
    assert await checked(editor, small) is not None
    close(editor, small)


async def test_what_ends_an_analysis_is_no_defect_of_one_check() -> None:
    """After a defect of one check the others go on."""
    assert not issubclass(worker.Cancelled, Exception)

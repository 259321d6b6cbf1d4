"""What an editor shows while an analysis goes on for longer than a moment."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

_PATIENCE = 1.5  # seconds before it is shown that a check is going on
_LONG = 20.0  # seconds before it is said to an editor that cannot show that


@contextlib.asynccontextmanager
async def progress(server: LanguageServer) -> AsyncIterator[None]:
    """Shown when an analysis takes longer than a moment, in editors that can."""
    window = server.client_capabilities.window
    if window is None or not window.work_done_progress:
        late = asyncio.get_running_loop().call_later(_LONG, _still_busy, server)
        try:
            yield
        finally:
            late.cancel()
        return
    token = f"{server.name}-{uuid.uuid4()}"
    begun = asyncio.Event()

    async def begin() -> None:
        await asyncio.sleep(_PATIENCE)
        await server.work_done_progress.create_async(token)
        server.work_done_progress.begin(token, types.WorkDoneProgressBegin(title="Doenvermogentoets", message="toetst het hele dossier"))
        begun.set()

    task = asyncio.create_task(begin())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, JsonRpcException):
            await task
        if begun.is_set():
            server.work_done_progress.end(token, types.WorkDoneProgressEnd())


def _still_busy(server: LanguageServer) -> None:
    """For an editor without progress: silence must not look like «nothing found»."""
    message = "Doenvermogentoets is nog bezig. De bevindingen volgen."
    server.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))

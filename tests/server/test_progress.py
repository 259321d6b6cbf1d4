"""A check that takes long is shown in the editor, and taken away again; a short one is not shown."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from lsprotocol import types

from doenvermogentoets_server import progress
from doenvermogentoets_server.app import Server
from doenvermogentoets_server.features import create

pytestmark = pytest.mark.asyncio(loop_scope="function")


class Shown:
    """Stands for the part of the protocol that shows progress."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    async def create_async(self, _token: str) -> None:
        self.calls.append("create")

    def begin(self, _token: str, _value: Any) -> None:
        self.calls.append("begin")

    def end(self, _token: str, _value: Any) -> None:
        self.calls.append("end")


@pytest.mark.parametrize(
    ("supported", "patience", "expected"), [(True, 0.0, ["create", "begin", "end"]), (True, 60.0, []), (False, 0.0, [])]
)
async def test_only_what_takes_long_is_shown(
    monkeypatch: pytest.MonkeyPatch, supported: bool, patience: float, expected: list[str]
) -> None:
    shown = Shown()
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    monkeypatch.setattr(Server, "work_done_progress", shown, raising=False)
    server = create()
    server.protocol.client_capabilities = types.ClientCapabilities(window=types.WindowClientCapabilities(work_done_progress=supported))
    async with progress.progress(server):
        for _ in range(10):
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)
    assert shown.calls == expected


@pytest.mark.parametrize(("patience", "said"), [(0.0, 1), (60.0, 0)])
async def test_an_editor_without_progress_is_told_once_that_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, patience: float, said: int
) -> None:
    told: list[str] = []
    monkeypatch.setattr(progress, "_LONG", patience)
    monkeypatch.setattr(Server, "window_show_message", lambda _self, params: told.append(params.message))
    server = create()
    server.protocol.client_capabilities = types.ClientCapabilities()
    async with progress.progress(server):
        await asyncio.sleep(0.01)
    assert len(told) == said
    assert all("nog bezig" in message for message in told)
    assert not any("groot" in message or "lange" in message for message in told), "a clock says nothing of the draft"

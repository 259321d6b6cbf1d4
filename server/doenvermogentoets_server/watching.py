"""Files on disk that a session depends on: settings, and drafts that the open ones belong with."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from doenvermogentoets.config import FILE_NAME, PYPROJECT
from doenvermogentoets_server.dossiers import path_of, same

if TYPE_CHECKING:
    from doenvermogentoets_server.app import Server


async def watch(server: Server) -> None:
    """Ask the client to tell when a settings file or a draft beside an open one changes."""
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace is not None else None
    if watched is None or not watched.dynamic_registration:
        return
    names = (FILE_NAME, PYPROJECT, "*.{txt,md,xml,docx}", "*basislijn*.json")
    watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in names]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = types.Registration(f"{server.name}-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    with contextlib.suppress(JsonRpcException):  # a client that refuses is asked nothing; settings are read at the next change
        await server.client_register_capability_async(types.RegistrationParams([registration]))


def changed(server: Server, changes: Sequence[types.FileEvent]) -> None:
    """Files on disk changed: settings, or a draft that an open one belongs with."""
    for change in changes:
        path, uri = path_of(change.uri), same(change.uri)
        settings = path is not None and (path.name in (FILE_NAME, PYPROJECT) or path.suffix.lower() == ".json")
        saved = uri in server.drafts and change.type is types.FileChangeType.Changed
        beside = path is not None and any(d.path is not None and d.path.parent == path.parent for d in server.drafts.values())
        other = any(uri in key.uris for key in server.dossiers)
        if settings or (not saved and (beside or other)):
            server.renewed()
            return
    server.showing.look_at_closed()

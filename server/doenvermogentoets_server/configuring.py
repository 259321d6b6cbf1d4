"""What the editor wants: its settings for the window and for each opened folder, asked for and taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from doenvermogentoets.errors import UserError
from doenvermogentoets_server.dossiers import path_of, same
from doenvermogentoets_server.settings import SECTION, EditorSettings, explained, from_editor, settings_for

if TYPE_CHECKING:
    from doenvermogentoets_server.app import Server


class Configuring:
    """The settings that the editor gives in one session.

    Args:
        server: the session; everything in it is checked again when the settings change.

    Attributes:
        window: what holds where an opened folder has nothing of its own.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self.window = EditorSettings()
        self._per_folder: dict[str, EditorSettings] = {}

    def of(self, uri: str) -> EditorSettings:
        """What the editor says for a document: the settings of the opened folder that it stands in, otherwise those of the window."""
        inside = [folder for folder in self._per_folder if uri.startswith(folder.rstrip("/") + "/")]
        return self._per_folder[max(inside, key=len)] if inside else self.window

    def take(self, data: Any, folder: str | None = None) -> None:
        """Take over settings as the editor sends them; those that do not fit are said and left."""
        try:
            found = from_editor(data, lambda: self._server.catalogue)
        except UserError as error:
            self._server.say(str(error))
            return
        if folder is None:
            self.window = found
        else:
            self._per_folder[folder] = found

    async def ask(self) -> None:
        """Ask the editor for its settings, for the window and for each opened folder, if it can tell them."""
        workspace = self._server.client_capabilities.workspace
        if workspace is None or not workspace.configuration:
            return
        folders = list(self._server.workspace.folders)
        items = [types.ConfigurationItem(section=SECTION), *(types.ConfigurationItem(scope_uri=f, section=SECTION) for f in folders)]
        try:
            answer = await self._server.workspace_configuration_async(types.ConfigurationParams(items))
        except JsonRpcException:
            return  # a client that says it can and cannot: what it gave at the start stays
        self._per_folder = {folder: known for folder, known in self._per_folder.items() if folder in map(same, folders)}
        for folder, data in zip([None, *map(same, folders)], answer or (), strict=False):
            if data:
                self.take(data, folder)
            elif folder is not None:
                self._per_folder.pop(folder, None)  # nothing of its own any more: that of the window holds

    async def changed(self, data: Any) -> None:
        """Perhaps new settings from the editor; everything is checked again if they are."""
        before = self.window, dict(self._per_folder)
        if data:
            self.take(data)
        await self.ask()
        if (self.window, self._per_folder) != before:
            self._server.renewed()

    def explain(self, client_uri: str) -> str:
        """Every setting of a document and where its value came from."""
        path, editor = path_of(client_uri), self.of(same(client_uri))
        try:
            return explained(settings_for(path, editor), editor, self._server.catalogue)
        except UserError as error:
            return str(error)

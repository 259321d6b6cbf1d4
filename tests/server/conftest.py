"""Clients over the real protocol.

Neovim 0.11 (is sent diagnostics, UTF-8), Emacs (the same, UTF-32), VS Code of 2022 (the same, UTF-16), and a Neovim that can be told to ask
again (pulls).
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

SAMPLE = Path(__file__).parents[2] / "voorbeeld"
CLIENTS = ["neovim@0.11 pull", "neovim@0.11", "emacs@29", "visual_studio_code"]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the sample dossier."""
    folder = tmp_path_factory.mktemp("dossier met spatie")
    for name in ("wetsvoorstel.txt", "memorie-van-toelichting.txt"):
        shutil.copy(SAMPLE / name, folder / name)
    return folder


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "doenvermogentoets_server"]),
    params=CLIENTS,
    scope="module",
)
async def client(lsp_client: LanguageClient, request: pytest.FixtureRequest, workspace: Path) -> AsyncIterator[None]:
    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(params: types.RegistrationParams) -> None:
        lsp_client.registered = [r.method for r in params.registrations]

    name, _, pull = request.param.partition(" ")
    capabilities = client_capabilities(name)
    if pull and capabilities.workspace is not None:
        capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    lsp_client.shows_messages = name.startswith("visual")
    lsp_client.agreed = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            workspace_folders=[types.WorkspaceFolder(uri=workspace.as_uri(), name="dossier")],
            initialization_options={"toontMelding": True} if lsp_client.shows_messages else None,
        )
    )
    yield
    await lsp_client.shutdown_session()

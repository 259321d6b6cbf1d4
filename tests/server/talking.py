"""What an editor says, for tests over the real protocol."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient

_versions = count(1)


def pulls(client: LanguageClient) -> bool:
    """The client asks for diagnostics, and can be told to ask again."""
    document, workspace = client.capabilities.text_document, client.capabilities.workspace
    refreshes = workspace is not None and workspace.diagnostics is not None and bool(workspace.diagnostics.refresh_support)
    return document is not None and document.diagnostic is not None and refreshes


def open_draft(client: LanguageClient, uri: str, text: str, language: str = "plaintext") -> None:
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, next(_versions), text)))


def change(client: LanguageClient, uri: str, text: str) -> int:
    version = next(_versions)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=version, uri=uri), [types.TextDocumentContentChangeWholeDocument(text)]
        )
    )
    return version


def close(client: LanguageClient, uri: str) -> None:
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))


async def checked(client: LanguageClient, uri: str) -> object:
    """Wait for a full analysis of the last version."""
    return await client.workspace_execute_command_async(types.ExecuteCommandParams("doenvermogentoets.check", [uri]))


async def diagnostics(client: LanguageClient, uri: str) -> list[types.Diagnostic]:
    """What the client shows after a full analysis of the last version."""
    await checked(client, uri)
    return await shown(client, uri)


async def shown(client: LanguageClient, uri: str) -> list[types.Diagnostic]:
    """What the client shows now: what it gets when it asks, or what it was sent."""
    if not pulls(client):
        return list(client.diagnostics.get(uri, []))
    report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri)))
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    return list(report.items)


def position_of(path: Path, words: str) -> types.Position:
    """Two characters into the first place of some words in a file."""
    for i, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if words in line:
            return types.Position(i, line.index(words) + 2)
    raise AssertionError(words)

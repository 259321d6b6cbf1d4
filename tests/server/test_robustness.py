"""A server that is edited at random, or whose settings break while it runs, says in the end what a fresh one would say."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient
from talking import change, close, diagnostics, open_draft, pulls, shown

from doenvermogentoets import catalogue
from doenvermogentoets_server.checking import Client, check
from doenvermogentoets_server.dossiers import Draft, Key, same
from doenvermogentoets_server.settings import EditorSettings

EDITS = int(os.environ.get("DOENVERMOGENTOETS_FUZZ_EDITS", "1000"))  # per client; more on request
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(400 + EDITS // 2)]
SNIPPETS = [
    "",
    " ",
    "\n",
    "\r\n",
    "1. ",
    "a. ",
    "Artikel 99. Nieuw\n",
    "Hoofdstuk 9. Nog een\n",
    "indien en voor zover ",
    "en/of ",
    "😀",
    "e\u0301",
    "\u2028",
    "\x0b",
    "De aanvraag vervalt, indien zij niet binnen twee weken is ontvangen.\n",
    "% doenvermogentoets: negeer en-of -- reden\n",
    "II. ARTIKELSGEWIJS\n",
    "«",
    "|",
]


WEIGHTS = [1 if snippet.startswith(("Artikel", "Hoofdstuk", "II.", "1.")) else 5 for snippet in SNIPPETS]
"""What changes the structure of the text costs a full check each time; the quick look is what needs most trying."""


class Writer:
    """Edits at random, as people do: some in a row around one place, then somewhere else."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._at = 0

    def mutate(self, text: str) -> str:
        chance = self._chance
        far = chance.random() < 0.06
        at = self._at = chance.randrange(len(text) + 1) if far else min(max(self._at + chance.randrange(-40, 60), 0), len(text))
        snippet = chance.choices(SNIPPETS, WEIGHTS)[0]
        return text[:at] + snippet + text[at + chance.choices([0, 1, 7, 60], [6, 2, 1, 0.3])[0] :]


def key(diagnostic: types.Diagnostic) -> tuple[object, ...]:
    start, end = diagnostic.range.start, diagnostic.range.end
    return (start.line, start.character, end.line, end.character, str(diagnostic.code), diagnostic.message)


def in_json(diagnostic: dict[str, Any]) -> tuple[object, ...]:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return (start["line"], start["character"], end["line"], end["character"], diagnostic["code"], diagnostic["message"])


async def test_random_edits_end_where_a_fresh_server_ends(client: LanguageClient, workspace: Path) -> None:
    chance, checks = random.Random(4), catalogue.load()
    paths = [workspace / "wetsvoorstel.txt", workspace / "memorie-van-toelichting.txt"]
    original = {p.as_uri(): p.read_text(encoding="utf-8") for p in paths}
    texts = dict(original)
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"doenvermogentoets": {"debounce": 0}}))
    for uri, text in texts.items():
        open_draft(client, uri, text)
    waiting: list[asyncio.Future[Any]] = []
    writers = {uri: Writer(chance) for uri in texts}
    uri = next(iter(texts))
    for i in range(1, EDITS + 1):
        if chance.random() < 0.1:
            uri = chance.choice(list(texts))
        if i % 100 == 0:
            texts[uri] = original[uri]  # now and then all of it at once, as after a checkout
        else:
            texts[uri] = writers[uri].mutate(texts[uri])
        change(client, uri, texts[uri])
        waiting += ask(client, uri, chance)
        if i % 10 == 0:
            # let the quick look at the last key come through, so that the next one builds on it
            await asyncio.gather(*waiting, return_exceptions=True)
            waiting.clear()
            if pulls(client):
                await shown(client, uri)
        if i % 1000 == 0 or i == EDITS:
            await asyncio.gather(*waiting, return_exceptions=True)
            found = {uri: await diagnostics(client, uri) for uri in texts}
            encoding = types.PositionEncodingKind(client.agreed.capabilities.position_encoding or "utf-16")
            drafts = {same(uri): Draft(uri, 1, "plaintext", text) for uri, text in texts.items()}
            fresh = check(Key(tuple(same(p.as_uri()) for p in paths)), drafts, checks, EditorSettings(), Client(encoding))
            for uri in texts:
                assert sorted(map(key, found[uri])) == sorted(map(in_json, fresh.views[same(uri)].diagnostics)), i
    for uri in texts:
        close(client, uri)
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"doenvermogentoets": {"debounce": 300}}))


def ask(client: LanguageClient, uri: str, chance: random.Random) -> list[asyncio.Future[Any]]:
    """Now and then a question about some place, which need not exist; some are taken back at once."""
    document, place = types.TextDocumentIdentifier(uri), types.Position(chance.randrange(300), chance.randrange(200))
    questions: list[Callable[[], asyncio.Future[Any]]] = [
        lambda: client.text_document_hover_async(types.HoverParams(document, place)),
        lambda: client.text_document_definition_async(types.DefinitionParams(document, place)),
        lambda: client.text_document_references_async(types.ReferenceParams(types.ReferenceContext(True), document, place)),
        lambda: client.text_document_document_symbol_async(types.DocumentSymbolParams(document)),
        lambda: client.text_document_folding_range_async(types.FoldingRangeParams(document)),
        lambda: client.text_document_completion_async(types.CompletionParams(document, place)),
        lambda: client.text_document_rename_async(types.RenameParams(new_name="aanbieder", text_document=document, position=place)),
        lambda: client.text_document_inlay_hint_async(types.InlayHintParams(document, types.Range(place, place))),
    ]
    if chance.random() < 0.7:
        return []
    question = asyncio.ensure_future(chance.choice(questions)())
    if chance.random() < 0.1:
        question.cancel()
    return [question]


async def test_settings_that_break_are_named_and_checking_goes_on(client: LanguageClient, tmp_path: Path) -> None:
    draft, settings = tmp_path / "ontwerp.txt", tmp_path / "doenvermogentoets.toml"
    text = "Artikel 1\nHet college en/of de raad beslist.\n"
    uri = draft.as_uri()
    changed = types.DidChangeWatchedFilesParams([types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)])
    open_draft(client, uri, text, "plaintext")
    assert [d.code for d in await diagnostics(client, uri)] == ["en-of"]
    settings.write_text('ingore = ["taal"]\n', encoding="utf-8")
    client.workspace_did_change_watched_files(changed)
    broken = await diagnostics(client, uri)
    assert [d.code for d in broken] == ["instellingen", "en-of"]
    assert "ignore" in broken[0].message
    settings.write_text('ignore = ["taal"]\n', encoding="utf-8")
    client.workspace_did_change_watched_files(changed)
    assert await diagnostics(client, uri) == []
    settings.unlink()
    client.workspace_did_change_watched_files(changed)
    assert [d.code for d in await diagnostics(client, uri)] == ["en-of"]
    close(client, uri)


async def test_a_file_that_cannot_be_read_is_named(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "wet.xml").as_uri()
    open_draft(client, uri, "<geen xml", "xml")
    assert [d.code for d in await diagnostics(client, uri)] == ["niet-leesbaar"]
    close(client, uri)

"""A session as editors have it: open, type, look, mend, close."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient
from talking import change, checked, close, diagnostics, open_draft, position_of, pulls

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(240)]

FATAL = """Hoofdstuk 1. Aanvraag

Artikel 1. Aanvraag 😀
1. De aanvrager dient de aanvraag in bij het college.
2. Het 😀 recht vervalt, indien de aanvrager de gegevens niet binnen twee weken na dagtekening van het verzoek verstrekt.
"""
MENDED = FATAL.replace("2. Het 😀 recht vervalt, indien", "2. Het college vraagt nog eens om de gegevens, indien")
CHECK = "fatale-termijn-zonder-uitweg"


def unit_column(text: str, line: int, words: str, encoding: types.PositionEncodingKind | str | None) -> int:
    start = text.splitlines()[line].index(words)
    codec = {"utf-8": "utf-8", "utf-32": "utf-32-le"}.get(str(getattr(encoding, "value", encoding)), "utf-16-le")
    width = {"utf-8": 1, "utf-32-le": 4, "utf-16-le": 2}[codec]
    return len(text.splitlines()[line][:start].encode(codec)) // width


async def test_a_fatal_deadline_is_shown_at_its_words_and_goes_when_mended(client: LanguageClient, workspace: Path) -> None:
    uri = (workspace / "map" / "regeling.txt").as_uri()
    open_draft(client, uri, FATAL)
    found = next(d for d in await diagnostics(client, uri) if d.code == CHECK)
    assert found.range.start.line == 4
    assert found.source == "doenvermogentoets"
    assert found.code_description is not None
    assert found.code_description.href.endswith(f"{CHECK}.md")
    change(client, uri, MENDED)
    assert CHECK not in [d.code for d in await diagnostics(client, uri)]
    close(client, uri)


async def test_columns_count_what_was_agreed(client: LanguageClient, workspace: Path) -> None:
    uri = (workspace / "map" / "kolommen.txt").as_uri()
    open_draft(client, uri, FATAL)
    found = next(d for d in await diagnostics(client, uri) if d.code == CHECK)
    encoding = client.agreed.capabilities.position_encoding
    columns = {unit_column(FATAL, 4, words, encoding) for words in ("Het 😀", "recht", "vervalt", "binnen twee weken")}
    assert found.range.start.character in columns
    close(client, uri)


async def test_diagnostics_are_asked_for_or_sent_and_never_both(client: LanguageClient, workspace: Path) -> None:
    uri = (workspace / "map" / "eenmaal.txt").as_uri()
    open_draft(client, uri, FATAL)
    assert await diagnostics(client, uri)
    if pulls(client):
        assert uri not in client.diagnostics
    close(client, uri)


async def test_an_unchanged_result_is_not_sent_again(client: LanguageClient, workspace: Path) -> None:
    if not pulls(client):
        assert client.agreed.capabilities.diagnostic_provider is None
        return
    uri = (workspace / "map" / "zelfde.txt").as_uri()
    open_draft(client, uri, FATAL)
    document = types.TextDocumentIdentifier(uri)
    first = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
    again = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document, previous_result_id=first.result_id))
    assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
    change(client, uri, "\n" + FATAL)
    moved = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document, previous_result_id=first.result_id))
    assert isinstance(moved, types.RelatedFullDocumentDiagnosticReport)
    assert moved.result_id != first.result_id
    close(client, uri)


async def test_the_outline_is_the_tree_of_the_law(client: LanguageClient, workspace: Path) -> None:
    uri = (workspace / "wetsvoorstel.txt").as_uri()
    open_draft(client, uri, (workspace / "wetsvoorstel.txt").read_text(encoding="utf-8"))
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(types.TextDocumentIdentifier(uri)))
    assert symbols is not None
    chapters = [s for s in symbols if s.name.startswith("Hoofdstuk")]
    assert [c.name for c in chapters] == [f"Hoofdstuk {i}" for i in range(1, 7)]
    second = chapters[1]
    assert isinstance(second, types.DocumentSymbol)
    assert [c.name for c in second.children or []] == [f"Artikel {i}" for i in range(3, 9)]
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(types.TextDocumentIdentifier(uri)))
    assert any(f.start_line == second.range.start.line for f in folds or [])
    close(client, uri)


async def test_hover_explains_a_finding_and_a_defined_term(client: LanguageClient, workspace: Path) -> None:
    uri = (workspace / "wetsvoorstel.txt").as_uri()
    text = (workspace / "wetsvoorstel.txt").read_text(encoding="utf-8")
    open_draft(client, uri, text)
    found = next(d for d in await diagnostics(client, uri) if d.code == "en-of")
    document = types.TextDocumentIdentifier(uri)
    shown = await client.text_document_hover_async(types.HoverParams(document, found.range.start))
    assert shown is not None
    assert isinstance(shown.contents, types.MarkupContent)
    assert shown.contents.value.startswith("**") and (str(found.message)[:12] in shown.contents.value) is not client.shows_messages
    assert "*Grond*" in shown.contents.value
    assert "*Voorbeeld" in shown.contents.value
    due = position_of(workspace / "wetsvoorstel.txt", "vóór 1 februari")
    limit = await client.text_document_hover_async(types.HoverParams(document, due))
    assert "leverancier (organisatie of onderneming)" in str(limit)
    assert "(artikel 18, tweede lid)" in str(limit)
    line = next(i for i, row in enumerate(text.splitlines()) if row.startswith("1. De leverancier verstrekt"))
    term = await client.text_document_hover_async(types.HoverParams(document, types.Position(line, 8)))
    assert term is not None
    assert "onderneming die het hulpmiddel" in str(term.contents)
    where = await client.text_document_definition_async(types.DefinitionParams(document, types.Position(line, 8)))
    assert where
    assert text.splitlines()[where[0].range.start.line].startswith("leverancier:")
    close(client, uri)


async def test_a_finding_can_be_explained_and_set_aside(client: LanguageClient, workspace: Path) -> None:
    uri = (workspace / "map" / "actie.txt").as_uri()
    open_draft(client, uri, FATAL)
    found = next(d for d in await diagnostics(client, uri) if d.code == CHECK)
    offered = await client.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(uri), found.range, types.CodeActionContext([found]))
    )
    titles = [a.title for a in offered or []]
    assert f"Leg uit: {CHECK} (TRM001)" in titles
    assert f"Leg {CHECK} hier terzijde in de tekst (vul een reden in)" in titles
    lines = FATAL.splitlines(keepends=True)
    at = found.range.start.line
    change(client, uri, "".join([*lines[:at], f"% doenvermogentoets: negeer {CHECK} -- er is een brief vooraf\n", *lines[at:]]))
    assert CHECK not in [d.code for d in await diagnostics(client, uri)]
    page = await client.workspace_execute_command_async(types.ExecuteCommandParams("doenvermogentoets.explain", [CHECK]))
    assert "## Waarom" in str(page)
    close(client, uri)


async def test_a_quick_fix_asked_with_what_was_found_before_an_edit_is_placed_in_what_is_there_now(
    client: LanguageClient, workspace: Path
) -> None:
    uri = (workspace / "map" / "verschoven.txt").as_uri()
    open_draft(client, uri, FATAL)
    found = next(d for d in await diagnostics(client, uri) if d.code == CHECK)
    change(client, uri, f"Een regel.\nEn nog een.\n{FATAL}")
    offered = await client.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(uri), found.range, types.CodeActionContext([found]))
    )
    first = (offered or [])[0]
    assert isinstance(first, types.CodeAction)
    assert first.edit is not None
    edits = [e for part in first.edit.document_changes or () if isinstance(part, types.TextDocumentEdit) for e in part.edits]
    edits += [e for part in (first.edit.changes or {}).values() for e in part]
    assert [e.range.start.line for e in edits] == [found.range.start.line + 2]
    close(client, uri)


async def test_an_edit_of_the_bill_changes_what_is_said_of_the_toelichting(client: LanguageClient, workspace: Path) -> None:
    bill, explanation = (workspace / "wetsvoorstel.txt"), (workspace / "memorie-van-toelichting.txt")
    open_draft(client, explanation.as_uri(), explanation.read_text(encoding="utf-8"))
    hover = types.HoverParams(types.TextDocumentIdentifier(explanation.as_uri()), position_of(explanation, "leverancier en kent"))
    before = await client.text_document_hover_async(hover)
    assert "onderneming die" in str(before)
    open_draft(client, bill.as_uri(), bill.read_text(encoding="utf-8").replace("leverancier: onderneming die", "leverancier: winkel die"))
    await checked(client, bill.as_uri())
    after = await client.text_document_hover_async(hover)
    assert "winkel die" in str(after)
    close(client, bill.as_uri())
    close(client, explanation.as_uri())


async def test_the_other_half_of_a_dossier_is_shown_again_after_an_edit(client: LanguageClient, tmp_path: Path) -> None:
    bill, explanation = tmp_path / "wet.txt", tmp_path / "wet-toelichting.txt"
    clause = "Artikel 2. Hardheid\nHet college kan artikel 1 buiten toepassing laten of daarvan afwijken voor zover toepassing "
    clause += "gelet op het belang van deze wet zal leiden tot een onbillijkheid van overwegende aard.\n"
    text = "Artikel 1. Aanvraag\nDe aanvrager dient de aanvraag in bij het college.\n"
    told = "MEMORIE VAN TOELICHTING\n\n1. Inleiding\nDe wet bevat een hardheidsclausule (artikel 2).\n"
    open_draft(client, explanation.as_uri(), told)
    open_draft(client, bill.as_uri(), text + clause)
    with_clause = {d.code for d in await diagnostics(client, explanation.as_uri())}
    if pulls(client):
        await diagnostics(client, bill.as_uri())
    refreshed = client.diagnostic_refresh_count
    change(client, bill.as_uri(), text)
    for _ in range(600):
        if not pulls(client) or client.diagnostic_refresh_count > refreshed:
            break
        await asyncio.sleep(0.05)
    else:
        raise AssertionError("the client is not asked to pull again")
    without = {d.code for d in await diagnostics(client, explanation.as_uri())}
    assert "tegenspraak-clausule" in without - with_clause
    close(client, bill.as_uri())
    close(client, explanation.as_uri())


async def test_a_reference_leads_to_its_article(client: LanguageClient, workspace: Path) -> None:
    bill = workspace / "wetsvoorstel.txt"
    open_draft(client, bill.as_uri(), bill.read_text(encoding="utf-8"))
    document, place = types.TextDocumentIdentifier(bill.as_uri()), position_of(bill, "artikel 9, en de gegevens")
    where = await client.text_document_definition_async(types.DefinitionParams(document, place))
    assert where
    assert bill.read_text(encoding="utf-8").splitlines()[where[0].range.start.line] == "Artikel 9. Gegevens van de leverancier"
    shown = await client.text_document_hover_async(types.HoverParams(document, place))
    assert "jaarlijks vóór 1 februari" in str(shown)
    close(client, bill.as_uri())


async def test_the_toelichting_leads_to_the_articles_of_the_bill(client: LanguageClient, workspace: Path) -> None:
    explanation = workspace / "memorie-van-toelichting.txt"
    open_draft(client, explanation.as_uri(), explanation.read_text(encoding="utf-8"))
    place = types.HoverParams(
        types.TextDocumentIdentifier(explanation.as_uri()), position_of(explanation, "Artikel 13, eerste lid, verplicht")
    )
    assert "Het CAK herziet de beschikking" in str(await client.text_document_hover_async(place))
    close(client, explanation.as_uri())


@pytest.mark.parametrize("uri", ["untitled:Untitled-1", "file:///C%3A/concept%20wet/ontwerp.txt", "file://server/deel/ontwerp.txt"])
async def test_drafts_that_are_not_on_this_disk_are_checked_too(client: LanguageClient, uri: str) -> None:
    open_draft(client, uri, FATAL)
    assert CHECK in [d.code for d in await diagnostics(client, uri)]
    close(client, uri)


async def test_a_client_that_lies_does_not_stop_the_server(client: LanguageClient, workspace: Path) -> None:
    uri = (workspace / "map" / "onbekend.txt").as_uri()
    change(client, uri, FATAL)
    close(client, uri)
    close(client, uri)
    document = types.TextDocumentIdentifier(uri)
    assert await client.text_document_hover_async(types.HoverParams(document, types.Position(7, 7))) is None
    open_draft(client, uri, "")
    assert await diagnostics(client, uri) == []
    change(client, uri, "\x00\x01 \ud83d geen wet\x0b\u2028")
    assert await client.text_document_hover_async(types.HoverParams(document, types.Position(99, 99))) is None
    change(client, uri, FATAL)
    assert CHECK in [d.code for d in await diagnostics(client, uri)]
    close(client, uri)


async def test_nothing_pops_up(client: LanguageClient) -> None:
    assert list(client.messages) == []

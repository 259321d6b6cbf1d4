"""Help while writing and looking around: completion, renaming, uses of a term or provision, figures beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient
from talking import change, checked, close, diagnostics, open_draft, position_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(240)]


@pytest.fixture
def bill(workspace: Path) -> Path:
    return workspace / "wetsvoorstel.txt"


async def opened(client: LanguageClient, path: Path) -> tuple[types.TextDocumentIdentifier, str]:
    text = path.read_text(encoding="utf-8")
    open_draft(client, path.as_uri(), text)
    await checked(client, path.as_uri())
    return types.TextDocumentIdentifier(path.as_uri()), text


def end_of(text: str) -> types.Position:
    lines = text.split("\n")
    return types.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)


async def completed(client: LanguageClient, path: Path, typed: str) -> list[types.CompletionItem]:
    document, text = await opened(client, path)
    text = f"{text.rstrip()}\n{typed}"
    change(client, path.as_uri(), text)
    found = await client.text_document_completion_async(types.CompletionParams(document, end_of(text)))
    close(client, path.as_uri())
    assert isinstance(found, types.CompletionList)
    return list(found.items)


async def test_a_defined_term_is_completed(client: LanguageClient, bill: Path) -> None:
    found = await completed(client, bill, "De lever")
    assert "leverancier" in [i.label for i in found]
    assert all(isinstance(i.text_edit, types.TextEdit) for i in found)


async def test_a_reference_is_completed_with_artikelen_and_leden(client: LanguageClient, bill: Path) -> None:
    assert "9" in [i.label for i in await completed(client, bill, "op grond van artikel ")]
    leden = [i.label for i in await completed(client, bill, "bedoeld in artikel 9, ")]
    assert leden[:2] == ["eerste lid", "tweede lid"]


async def test_after_an_article_every_term_is_offered_to_who_asks(client: LanguageClient, bill: Path) -> None:
    assert "leverancier" in [i.label for i in await completed(client, bill, "Het verzoek van de ")]
    assert await completed(client, bill, "Het verzoek van ") == []


async def test_nothing_is_offered_after_other_words(client: LanguageClient, bill: Path) -> None:
    assert await completed(client, bill, "Hetgeen hier volgt, ") == []


async def test_a_term_is_renamed_everywhere_in_the_document(client: LanguageClient, bill: Path) -> None:
    document, text = await opened(client, bill)
    place = position_of(bill, "De leverancier verstrekt")
    place.character += 4
    found = await client.text_document_rename_async(types.RenameParams(new_name="aanbieder", text_document=document, position=place))
    assert found is not None
    edits = list(found.changes[bill.as_uri()]) if found.changes else [e for c in found.document_changes or [] for e in c.edits]
    assert len(edits) >= text.lower().count(" leverancier ") > 1
    lines = text.split("\n")
    for edit in edits:
        line = lines[edit.range.start.line]
        assert line.isascii() is False or line[edit.range.start.character : edit.range.end.character].lower() == "leverancier"
    ready = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, place))
    assert isinstance(ready, types.Range)
    close(client, bill.as_uri())


async def test_what_is_no_term_is_not_renamed(client: LanguageClient, bill: Path) -> None:
    document, _ = await opened(client, bill)
    assert await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, types.Position(0, 0))) is None
    with pytest.raises(Exception, match="geen omschreven begrip"):
        await client.text_document_rename_async(types.RenameParams(new_name="x", text_document=document, position=types.Position(0, 0)))
    close(client, bill.as_uri())


async def test_uses_of_a_term_are_found_in_bill_and_toelichting(client: LanguageClient, bill: Path) -> None:
    document, _ = await opened(client, bill)
    place = position_of(bill, "De leverancier verstrekt")
    place.character += 4
    found = await client.text_document_references_async(types.ReferenceParams(types.ReferenceContext(True), document, place))
    assert {p.uri.rpartition("/")[2] for p in found or []} == {"wetsvoorstel.txt", "memorie-van-toelichting.txt"}
    without = await client.text_document_references_async(types.ReferenceParams(types.ReferenceContext(False), document, place))
    assert len(without or []) == len(found or []) - 1
    marks = await client.text_document_document_highlight_async(types.DocumentHighlightParams(document, place))
    assert len(marks or []) == len([p for p in found or [] if p.uri == bill.as_uri()])
    close(client, bill.as_uri())


async def test_references_to_an_artikel_are_found_from_its_heading(client: LanguageClient, bill: Path) -> None:
    document, text = await opened(client, bill)
    heading = position_of(bill, "Artikel 9. Gegevens van de leverancier")
    found = await client.text_document_references_async(types.ReferenceParams(types.ReferenceContext(False), document, heading))
    cited = [text.split("\n")[p.range.start.line] for p in found or [] if p.uri == bill.as_uri()]
    assert cited
    assert all("rtikel 9" in line or "rtikelen" in line for line in cited)
    close(client, bill.as_uri())


async def test_a_provision_is_found_by_its_name(client: LanguageClient, bill: Path) -> None:
    await opened(client, bill)
    found = await client.workspace_symbol_async(types.WorkspaceSymbolParams("artikel 9 leverancier"))
    assert found
    assert found[0].name.startswith("Artikel 9")
    close(client, bill.as_uri())


async def test_figures_beside_the_text_are_shown_when_asked_for(client: LanguageClient, bill: Path) -> None:
    document, text = await opened(client, bill)
    everything = types.Range(types.Position(0, 0), end_of(text))
    assert not await client.text_document_code_lens_async(types.CodeLensParams(document))
    assert not await client.text_document_inlay_hint_async(types.InlayHintParams(document, everything))
    wanted = {"doenvermogentoets": {"codeLens": True, "inlayHints": True}}
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams(wanted))
    await checked(client, bill.as_uri())
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(document))
    titles = [lens.command.title for lens in lenses or [] if lens.command is not None]
    assert any("plicht" in t for t in titles)
    assert any("bevinding" in t for t in titles)
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(document, everything))
    assert hints
    assert all(str(h.label).startswith("leesniveau: ") for h in hints)
    usual = {"doenvermogentoets": {"codeLens": False, "inlayHints": False}}
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams(usual))
    await checked(client, bill.as_uri())
    close(client, bill.as_uri())


async def test_one_command_tells_where_each_setting_came_from(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "doenvermogentoets.toml").write_text('ignore = ["taal"]\n', encoding="utf-8")
    uri = (tmp_path / "ontwerp.txt").as_uri()
    told = await client.workspace_execute_command_async(types.ExecuteCommandParams("doenvermogentoets.settings", [uri]))
    assert f'ignore = ["taal"]  [{tmp_path / "doenvermogentoets.toml"}]' in str(told)
    assert "debounce = 300  [standaard]" in str(told)


async def test_a_passage_is_set_aside_in_the_settings_file_with_a_reason(client: LanguageClient, tmp_path: Path) -> None:
    @client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)
    def answer(params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
        return params.actions[0] if params.actions else None

    draft = tmp_path / "ontwerp.txt"
    draft.write_text("Artikel 1\nHet college en/of de raad beslist.\n", encoding="utf-8")
    (tmp_path / "doenvermogentoets.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    open_draft(client, draft.as_uri(), draft.read_text(encoding="utf-8"))
    found = next(d for d in await diagnostics(client, draft.as_uri()) if d.code == "en-of")
    offered = await client.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(draft.as_uri()), found.range, types.CodeActionContext([found]))
    )
    action = next(a for a in offered or [] if "doenvermogentoets.toml" in a.title)
    start = found.range.start
    place = {"uri": draft.as_uri(), "check": "en-of", "line": start.line, "character": start.character}
    assert "doenvermogentoets.setAside" in str(action.command)
    command = types.ExecuteCommandParams("doenvermogentoets.setAside", [place])
    assert await client.workspace_execute_command_async(command) is True
    written = (tmp_path / "doenvermogentoets.toml").read_text(encoding="utf-8")
    assert written.startswith('fail-on = "error"\n\n[[suppress]]\ncheck = "en-of"\n')
    assert "Bewuste keuze" in written
    assert "en-of" not in [d.code for d in await diagnostics(client, draft.as_uri())]
    close(client, draft.as_uri())


async def test_a_note_that_does_nothing_is_shown_as_superfluous(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "ontwerp.txt").as_uri()
    open_draft(client, uri, "Artikel 1\n% doenvermogentoets: negeer en-of -- reden\nHet college beslist.\n")
    found = [d for d in await diagnostics(client, uri) if d.code == "onderdrukking-zonder-effect"]
    assert [list(d.tags or []) for d in found] == [[types.DiagnosticTag.Unnecessary]]
    close(client, uri)


async def test_a_text_without_artikel_is_told_once_it_is_long_enough_to_have_one(client: LanguageClient, tmp_path: Path) -> None:
    path = tmp_path / "ontwerp.txt"
    begun = "Wet op de buurtmoestuinen\n\nVOORSTEL VAN WET\n\nAlzo Wij in overweging genomen hebben, dat het wenselijk is"
    open_draft(client, path.as_uri(), begun)
    assert await diagnostics(client, path.as_uri()) == []
    change(client, path.as_uri(), f"{begun}\n\n" + "De tuinier meldt elke oogst binnen drie dagen bij de gemeente. " * 20)
    (told,) = (d for d in await diagnostics(client, path.as_uri()) if d.code == "niet-getoetst")
    assert told.severity is types.DiagnosticSeverity.Information
    assert "geen artikel herkend" in told.message
    close(client, path.as_uri())

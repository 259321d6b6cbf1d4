"""More than one folder, each with its own settings, and files that vanish while the editor has them open."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient
from talking import change, checked, close, diagnostics, open_draft, position_of, shown

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(90)]

BILL = """Artikel 1
1. De ouder meldt een verhuizing en/of een huwelijk binnen twee weken aan het college.
2. Het recht vervalt indien de ouder de gegevens niet binnen twee weken na dagtekening van het verzoek verstrekt.
"""
EXPLANATION = "MEMORIE VAN TOELICHTING\n\n1. Algemeen\nWie verhuist, meldt dat.\n"
ALONE, FATAL, WORDS = "zonder-toelichting", "fatale-termijn-zonder-uitweg", "en-of"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def tell(client: LanguageClient, path: Path, kind: types.FileChangeType) -> None:
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([types.FileEvent(path.as_uri(), kind)]))


def remove(client: LanguageClient, path: Path) -> None:
    path.unlink()
    tell(client, path, types.FileChangeType.Deleted)


def folders(client: LanguageClient, added: list[Path], removed: list[Path]) -> None:
    event = types.WorkspaceFoldersChangeEvent(
        added=[types.WorkspaceFolder(p.as_uri(), p.name) for p in added],
        removed=[types.WorkspaceFolder(p.as_uri(), p.name) for p in removed],
    )
    client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))


async def codes(client: LanguageClient, path: Path) -> set[str]:
    return {str(d.code) for d in await diagnostics(client, path.as_uri())}


async def test_each_folder_has_its_own_settings_file(client: LanguageClient, tmp_path: Path) -> None:
    one, two = (write(tmp_path / name / "ontwerp.txt", BILL) for name in ("een", "twee"))
    write(one.with_name("doenvermogentoets.toml"), 'ignore = ["taal"]\n')
    other = write(two.with_name("doenvermogentoets.toml"), f'ignore = ["{FATAL}"]\n')
    folders(client, [one.parent, two.parent], [])
    for path in (one, two):
        open_draft(client, path.as_uri(), BILL)
    assert {FATAL, WORDS} & await codes(client, one) == {FATAL}
    assert {FATAL, WORDS} & await codes(client, two) == {WORDS}
    for path in (one, two):
        command = types.ExecuteCommandParams("doenvermogentoets.settings", [path.as_uri()])
        assert str(path.with_name("doenvermogentoets.toml")) in str(await client.workspace_execute_command_async(command))
    write(other, "ignore = []\n")
    tell(client, other, types.FileChangeType.Changed)
    assert {FATAL, WORDS} & await codes(client, two) == {FATAL, WORDS}
    assert {FATAL, WORDS} & await codes(client, one) == {FATAL}
    for path in (one, two):
        close(client, path.as_uri())
    folders(client, [], [one.parent, two.parent])


async def test_a_broken_settings_file_in_one_folder_does_not_touch_the_other(client: LanguageClient, tmp_path: Path) -> None:
    one, two = (write(tmp_path / name / "ontwerp.txt", BILL) for name in ("een", "twee"))
    broken = write(one.with_name("doenvermogentoets.toml"), "ignore = [\n")
    write(two.with_name("doenvermogentoets.toml"), 'ignore = ["taal"]\n')
    folders(client, [one.parent, two.parent], [])
    for path in (one, two):
        open_draft(client, path.as_uri(), BILL)
    assert {"instellingen", FATAL, WORDS} <= await codes(client, one)
    assert {"instellingen", FATAL, WORDS} & await codes(client, two) == {FATAL}
    remove(client, broken)
    assert {"instellingen", FATAL, WORDS} & await codes(client, one) == {FATAL, WORDS}
    for path in (one, two):
        close(client, path.as_uri())
    folders(client, [], [one.parent, two.parent])


async def test_drafts_of_the_same_name_in_two_folders_are_two_dossiers(client: LanguageClient, tmp_path: Path) -> None:
    one, two = (write(tmp_path / name / "wet.txt", BILL) for name in ("een", "twee"))
    write(one.with_name("wet-toelichting.txt"), EXPLANATION)
    folders(client, [one.parent, two.parent], [])
    for path in (one, two):
        open_draft(client, path.as_uri(), BILL)
    assert ALONE not in await codes(client, one)
    assert ALONE in await codes(client, two)
    for path in (one, two):
        close(client, path.as_uri())
    folders(client, [], [one.parent, two.parent])


async def test_what_the_editor_says_for_one_folder_holds_there_only_and_goes_with_it(client: LanguageClient, tmp_path: Path) -> None:
    workspace = client.capabilities.workspace
    if workspace is None or not workspace.configuration:
        return  # such a client has one set of settings
    one, two = (write(tmp_path / name / "ontwerp.txt", BILL) for name in ("een", "twee"))
    client.set_configuration({"ignore": ["taal"]}, section="doenvermogentoets", scope_uri=one.parent.as_uri())
    folders(client, [one.parent, two.parent], [])
    for path in (one, two):
        open_draft(client, path.as_uri(), BILL)
    await until(client, one, {FATAL})
    assert {FATAL, WORDS} & await codes(client, two) == {FATAL, WORDS}
    folders(client, [], [one.parent, two.parent])
    await until(client, one, {FATAL, WORDS})
    for path in (one, two):
        close(client, path.as_uri())


async def until(client: LanguageClient, path: Path, expected: set[str]) -> None:
    """Wait until settings that the server asks the editor for are used."""
    for _ in range(200):
        found = {FATAL, WORDS} & await codes(client, path)
        if found == expected:
            return
        await asyncio.sleep(0.05)
    assert found == expected


async def test_a_bill_stands_alone_once_the_toelichting_on_disk_is_deleted(client: LanguageClient, tmp_path: Path) -> None:
    bill = write(tmp_path / "wet.txt", BILL)
    explanation = write(tmp_path / "wet-toelichting.txt", EXPLANATION)
    open_draft(client, bill.as_uri(), BILL)
    assert ALONE not in await codes(client, bill)
    remove(client, explanation)
    assert ALONE in await codes(client, bill)
    write(explanation, EXPLANATION)
    tell(client, explanation, types.FileChangeType.Created)
    assert ALONE not in await codes(client, bill)
    close(client, bill.as_uri())


async def test_what_is_open_counts_also_when_it_is_deleted_on_disk(client: LanguageClient, tmp_path: Path) -> None:
    bill = write(tmp_path / "wet.txt", BILL)
    explanation = write(tmp_path / "wet-toelichting.txt", EXPLANATION)
    for path in (bill, explanation):
        open_draft(client, path.as_uri(), path.read_text(encoding="utf-8"))
    assert ALONE not in await codes(client, bill)
    remove(client, explanation)
    assert ALONE not in await codes(client, bill)
    change(client, explanation.as_uri(), EXPLANATION + "\n2. Artikelen\nArtikel 9 regelt het bezwaar.\n")
    assert await diagnostics(client, explanation.as_uri())
    close(client, explanation.as_uri())
    assert ALONE in await codes(client, bill)
    close(client, bill.as_uri())


async def test_a_draft_whose_folder_is_deleted_is_checked_on(client: LanguageClient, tmp_path: Path) -> None:
    bill = write(tmp_path / "map" / "wet.txt", BILL)
    open_draft(client, bill.as_uri(), BILL)
    assert WORDS in await codes(client, bill)
    shutil.rmtree(bill.parent)
    tell(client, bill, types.FileChangeType.Deleted)
    change(client, bill.as_uri(), BILL.replace("en/of", "of"))
    found = await codes(client, bill)
    assert FATAL in found
    assert WORDS not in found
    close(client, bill.as_uri())
    await checked(client, bill.as_uri())
    assert await shown(client, bill.as_uri()) == []


async def test_a_dossier_falls_apart_when_the_settings_that_made_it_are_deleted(client: LanguageClient, tmp_path: Path) -> None:
    bill, explanation = write(tmp_path / "regels.txt", BILL), write(tmp_path / "waarom.txt", EXPLANATION)
    settings = write(tmp_path / "doenvermogentoets.toml", '[[dossiers]]\nontwerp = "regels.txt"\ntoelichting = "waarom.txt"\n')
    for path in (bill, explanation):
        open_draft(client, path.as_uri(), path.read_text(encoding="utf-8"))
    assert ALONE not in await codes(client, bill)
    remove(client, settings)
    assert ALONE in await codes(client, bill)
    for path in (bill, explanation):
        close(client, path.as_uri())


async def test_deleted_settings_count_no_more_at_the_next_change_when_nobody_tells(client: LanguageClient, tmp_path: Path) -> None:
    bill = write(tmp_path / "wet.txt", BILL)
    settings = write(tmp_path / "doenvermogentoets.toml", 'ignore = ["taal"]\n')
    open_draft(client, bill.as_uri(), BILL)
    assert WORDS not in await codes(client, bill)
    settings.unlink()
    change(client, bill.as_uri(), BILL + "\n")
    assert WORDS in await codes(client, bill)
    close(client, bill.as_uri())


async def test_a_baseline_that_is_deleted_is_named_and_checking_goes_on(client: LanguageClient, tmp_path: Path) -> None:
    bill = write(tmp_path / "wet.txt", BILL)
    settings = write(tmp_path / "doenvermogentoets.toml", 'baseline = "basislijn.json"\n')
    open_draft(client, bill.as_uri(), BILL)
    found = await diagnostics(client, bill.as_uri())
    assert "basislijn.json" in next(d.message for d in found if d.code == "instellingen")
    assert WORDS in {d.code for d in found}
    remove(client, settings)
    assert "instellingen" not in await codes(client, bill)
    close(client, bill.as_uri())


async def test_another_half_that_cannot_be_read_is_named_in_the_half_that_is_open(client: LanguageClient, tmp_path: Path) -> None:
    bill = write(tmp_path / "wet.txt", BILL)
    explanation = tmp_path / "wet-toelichting.txt"
    explanation.write_bytes(b"\x81\x8d\x00\x01 geen tekst")
    open_draft(client, bill.as_uri(), BILL)
    found = await diagnostics(client, bill.as_uri())
    assert "wet-toelichting.txt" in next(d.message for d in found if d.code == "niet-leesbaar")
    assert WORDS in {d.code for d in found}
    explanation.write_bytes(b"")
    tell(client, explanation, types.FileChangeType.Changed)
    assert "niet-leesbaar" not in await codes(client, bill)
    write(explanation, EXPLANATION)
    tell(client, explanation, types.FileChangeType.Changed)
    assert {"niet-leesbaar", ALONE} & await codes(client, bill) == set()
    close(client, bill.as_uri())


async def test_a_reference_into_a_file_that_vanished_leads_nowhere(client: LanguageClient, tmp_path: Path) -> None:
    bill = write(tmp_path / "wet.txt", BILL)
    explanation = write(tmp_path / "wet-toelichting.txt", EXPLANATION + "Artikel 1, eerste lid, gaat over verhuizen.\n")
    open_draft(client, explanation.as_uri(), explanation.read_text(encoding="utf-8"))
    place = types.DefinitionParams(types.TextDocumentIdentifier(explanation.as_uri()), position_of(explanation, "Artikel 1, eerste"))
    where = await client.text_document_definition_async(place)
    assert where
    assert where[0].uri == bill.as_uri()
    remove(client, bill)
    await checked(client, explanation.as_uri())
    assert not await client.text_document_definition_async(place)
    close(client, explanation.as_uri())

"""A passage set aside in the project's settings file, with a reason that the user chooses."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from doenvermogentoets.config import FILE_NAME, PYPROJECT, load
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Finding
from doenvermogentoets.suppress import entry_for
from doenvermogentoets_server.actions import SetAside
from doenvermogentoets_server.dossiers import same
from doenvermogentoets_server.settings import settings_for

if TYPE_CHECKING:
    from doenvermogentoets_server.app import Server

REASONS = (
    "Bewuste keuze; de toelichting legt haar uit",
    "Volgt uit hogere of andere regelgeving",
    "De bevinding is hier onjuist",
    "Wordt later in het traject bekeken",
)
"""What a user can answer to the question why; an editor has no field for other words, and the file can be edited afterwards."""


async def set_aside(server: Server, given: SetAside) -> bool:
    """Ask why, and set a passage aside in the settings file; whether it was done."""
    draft = server.draft(given.uri)
    position = types.Position(given.line, given.character)
    seen = await server.look(given.uri, position)
    if draft is None or draft.path is None or seen is None:
        server.tell("Sla dit stuk eerst op; daarna kan een passage in het instellingenbestand terzijde worden gelegd.")
        return False
    finding = next((f for f in seen.view.findings if f.check == given.check and seen.range(f.span).start == position), None)
    if finding is None:
        server.tell("Deze bevinding is er niet meer.")
        return False
    choices = [types.MessageActionItem(reason) for reason in REASONS]
    question = f"Waarom legt u «{given.check}» hier terzijde? De reden komt in {FILE_NAME} en kunt u daar aanvullen."
    answer = await server.window_show_message_request_async(types.ShowMessageRequestParams(types.MessageType.Info, question, choices))
    if answer is None or answer.title not in REASONS:
        return False
    try:
        found = settings_for(draft.path, server.settings.of(same(draft.uri))).path
        same_document = [f for f in seen.view.findings if f.document is finding.document]
        _add(_target(found, draft.path, server.roots), finding, same_document, answer.title)
    except UserError as error:
        server.tell(str(error))
        return False
    server.renewed()
    return True


def _entry(finding: Finding, findings: list[Finding], reason: str, *, table: str) -> str:
    """The entry for the settings file, in TOML.

    Args:
        findings: of the same document, in order of place.
        table: name of the array of tables it goes into.
    """
    sentence, occurrence = entry_for(finding, findings)
    lines = [f"[[{table}]]", f"check = {_text(finding.check)}", f"sentence = {_text(sentence)}"]
    if occurrence:
        lines.append(f"occurrence = {occurrence}")
    return "\n".join([*lines, f"reason = {_text(reason)}"]) + "\n"


def _text(value: str) -> str:
    """A basic string of TOML: the same escapes as JSON, and DEL too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _add(path: Path, finding: Finding, findings: list[Finding], reason: str) -> None:
    """Add an entry at the end of a settings file, that is made if it is not there.

    Raises:
        UserError: the file cannot be read or written, or is not in order; then nothing is changed.
    """
    table = "tool.doenvermogentoets.suppress" if path.name == PYPROJECT else "suppress"
    try:
        before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError):
        raise UserError(f"{path} kan niet worden gelezen.", "Kijk of het bestand platte tekst in UTF-8 is.") from None
    if before.strip():
        load(path)  # a file with an error in it is not made longer
    gap = "" if not before.strip() else "\n" if before.endswith("\n") else "\n\n"
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            draft = Path(folder) / path.name
            draft.write_text(before + gap + _entry(finding, findings, reason, table=table), encoding="utf-8", newline="")
            load(draft)
            draft.replace(path)
    except OSError as error:
        raise UserError(f"{path} kan niet worden geschreven ({error.strerror}).", "Kijk of u in die map mag schrijven.") from None


def _target(found: Path | None, draft: Path, roots: list[Path]) -> Path:
    """The settings file for a draft: the one that holds for it, otherwise a new one in the opened folder that it stands in."""
    if found is not None:
        return found
    inside = [root for root in roots if root in draft.parents]
    return (max(inside, key=lambda r: len(r.parts)) if inside else draft.parent) / FILE_NAME

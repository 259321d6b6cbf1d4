"""The settings of a draft in the editor: the project's file goes before what the editor says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from doenvermogentoets.config import Settings, for_path
from doenvermogentoets.errors import UserError

SECTION = "doenvermogentoets"


class EditorSettings(BaseModel):
    """What an editor may set.

    Attributes:
        debounce: quiet time in milliseconds after the last key before a draft is checked again.
        select, ignore: checks to run and to leave out, by name, code or theme.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    debounce: int = Field(default=300, ge=0, le=10_000)
    select: list[str] = []
    ignore: list[str] = []


def from_editor(data: Any) -> EditorSettings:
    """Settings as an editor sends them: the section itself, or an object with the section in it.

    Raises:
        UserError: an unknown name, or a value that does not fit.
    """
    if isinstance(data, dict) and isinstance(data.get(SECTION), dict):
        data = data[SECTION]
    try:
        return EditorSettings.model_validate(data or {})
    except ValidationError as error:
        names = ", ".join(sorted({str(part) for problem in error.errors() for part in problem["loc"][:1]})) or SECTION
        known = ", ".join(EditorSettings.model_fields)
        raise UserError(f"De editor geeft instellingen die niet kloppen: {names}.", f"Mogelijk zijn: {known}.") from None


def settings_for(path: Path | None, editor: EditorSettings) -> Settings:
    """The settings for a draft; for one that is not on disk only the editor's.

    Raises:
        UserError: the project's settings file cannot be used.
    """
    found = for_path(path) if path is not None else Settings()
    return found.override(
        select=editor.select if "select" not in found.origins else (),
        ignore=editor.ignore if "ignore" not in found.origins else (),
        origin="editor",
    )

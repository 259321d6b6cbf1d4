"""The settings of a draft in the editor: the project's file goes before what the editor says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel
from pydantic_core import ErrorDetails

from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.config import DEFAULT, Settings, for_path
from doenvermogentoets.config_messages import dotted, expected
from doenvermogentoets.config_names import not_there
from doenvermogentoets.errors import UserError

SECTION = "doenvermogentoets"
_SHOWN = 60
"""Characters of a wrong value that are shown."""


class EditorSettings(BaseModel):
    """What an editor may set.

    Attributes:
        debounce: quiet time in milliseconds after the last key before a draft is checked again.
        select, ignore: checks to run and to leave out, by name, code or theme.
        code_lens: figures above each artikel.
        inlay_hints: the reading level after each lid.
        workspace_diagnostics: drafts in the opened folders that are not open themselves are checked too.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, alias_generator=to_camel)

    debounce: int = Field(default=300, ge=0, le=10_000)
    select: list[str] = []
    ignore: list[str] = []
    code_lens: bool = False
    inlay_hints: bool = False
    workspace_diagnostics: bool = False


def from_editor(data: Any, catalogue: Callable[[], Catalogue] | None = None) -> EditorSettings:
    """Settings as an editor sends them: the section itself, or an object with the section in it.

    Args:
        catalogue: gives the checks, to tell of settings that do not fit also which names in them do not exist. Names alone that do not
            exist are told in each draft.

    Raises:
        UserError: an unknown name, or a value that does not fit.
    """
    if isinstance(data, dict) and isinstance(data.get(SECTION), dict):
        data = data[SECTION]
    try:
        return EditorSettings.model_validate(data or {})
    except ValidationError as error:
        wrong = [_wrong(e) for e in error.errors(include_url=False)]
        if catalogue is not None and isinstance(data, dict):
            wrong += [f"«{m.keys[0]}»: {m.problem.rstrip('.')}" for m in not_there(data, catalogue()) if m.keys[0] in ("select", "ignore")]
        known = ", ".join(f.alias or name for name, f in EditorSettings.model_fields.items())
        raise UserError(f"De editor geeft instellingen die niet kloppen: {'; '.join(wrong)}.", f"Mogelijk zijn: {known}.") from None


def _wrong(error: ErrorDetails) -> str:
    """One setting of an editor that does not fit, with the value as the editor wrote it."""
    name = dotted(error["loc"]) or SECTION
    if error["type"] == "extra_forbidden":
        return f"«{name}» bestaat niet"
    value = json.dumps(error["input"], ensure_ascii=False)
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return f"«{name}» {expected(error)} en is nu {shown}"


def settings_for(path: Path | None, editor: EditorSettings, catalogue: Catalogue | None = None) -> Settings:
    """The settings for a draft; for one that is not on disk only the editor's.

    Args:
        catalogue: to tell of a file that does not fit also which names in it do not exist.

    Raises:
        UserError: the project's settings file cannot be used.
    """
    found = for_path(path, catalogue=catalogue) if path is not None else Settings()
    return found.override(
        select=editor.select if "select" not in found.origins else (),
        ignore=editor.ignore if "ignore" not in found.origins else (),
        origin="editor",
    )


def explained(found: Settings, editor: EditorSettings, catalogue: Catalogue) -> str:
    """Every value that holds for a draft and where it came from, a line each."""
    values = found.values.model_dump(mode="json", by_alias=True)
    rows: list[tuple[str, object, str]] = []
    rows += [(key, value, found.origin(key)) for key, value in values.items() if key not in ("checks", "severity")]
    rows += [(f"severity.{name}", value, found.origin(f"severity.{name}")) for name, value in values["severity"].items()]
    for check, options in values["checks"].items():
        rows += [(f"checks.{check}.{name}", value, found.origin(f"checks.{check}.{name}")) for name, value in options.items()]
    usual = EditorSettings().model_dump(by_alias=True)
    own = editor.model_dump(by_alias=True, exclude={"select", "ignore"})
    rows += [(key, value, DEFAULT if value == usual[key] else "editor") for key, value in own.items()]
    return "\n".join(
        [
            f"instellingenbestand: {found.path if found.path is not None else 'geen gevonden'}",
            f"controles die meedoen: {len(found.enabled(catalogue))} van {len(catalogue)}",
            *(f"{key} = {json.dumps(value, ensure_ascii=False)}  [{origin.partition(' (--')[0]}]" for key, value, origin in rows),
        ]
    )

"""Readers: a file, or text from an editor or a pipe, becomes a :class:`~doenvermogentoets.document.Source`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from doenvermogentoets.document import Source, UnitKind, View
from doenvermogentoets.errors import UserError

_WORD = "doenvermogentoets.readers.docx"

FORMATS = {
    ".txt": "doenvermogentoets.readers.txt",
    ".text": "doenvermogentoets.readers.txt",
    ".md": "doenvermogentoets.readers.markdown",
    ".markdown": "doenvermogentoets.readers.markdown",
    ".xml": "doenvermogentoets.readers.bwb",
    ".docx": _WORD,
    ".docm": _WORD,
    ".dotx": _WORD,
    ".dotm": _WORD,
}
"""Suffix to the module that reads it; modules are imported when first used."""

_TEXT_MODULES = {
    "txt": "doenvermogentoets.readers.txt",
    "md": "doenvermogentoets.readers.markdown",
    "xml": "doenvermogentoets.readers.bwb",
}

_CONVERT = "Open het bestand in Word of LibreOffice en sla het op als .docx."
_REMEDIES = {
    ".doc": f"Dit is het oude Word-formaat. {_CONVERT}",
    ".dot": f"Dit is het oude Word-formaat. {_CONVERT}",
    ".rtf": _CONVERT,
    ".odt": _CONVERT,
    ".fodt": _CONVERT,
    ".wpd": _CONVERT,
    ".pdf": "Een pdf heeft geen betrouwbare alinea's. Gebruik het Word-bestand waarvan de pdf is gemaakt.",
    ".html": "Sla de pagina op als platte tekst (.txt), of gebruik de XML van wetten.overheid.nl.",
    ".htm": "Sla de pagina op als platte tekst (.txt), of gebruik de XML van wetten.overheid.nl.",
}


def remedy(suffix: str) -> str:
    """What to do with a file of a kind that is not read."""
    return _REMEDIES.get(suffix, "Gebruik .txt, .md, .docx of de XML van wetten.overheid.nl.")


def read(path: Path, *, view: View = "accepted", styles: Mapping[str, UnitKind] | None = None) -> Source:
    """Read a draft from disk, by its suffix.

    Args:
        view: how tracked changes are read; only Word files have them.
        styles: paragraph styles of one's own and what they stand for; only Word files have them.

    Raises:
        UserError: the file is missing, is no file, is of another kind or cannot be read.
    """
    suffix = path.suffix.lower()
    module = FORMATS.get(suffix)
    if module is None:
        if path.is_dir():
            raise UserError(f"{path} is een map, geen bestand.", "Noem het bestand met het ontwerp.")
        if not path.exists():
            raise UserError(f"{path} bestaat niet.", "Kijk of de naam en de map kloppen.")
        what = f"bestanden met de uitgang {suffix}" if suffix else "bestanden zonder uitgang"
        raise UserError(
            f"{path} kan niet worden gelezen: {what} worden niet ondersteund.",
            remedy(suffix),
        )
    reader = import_module(module).read
    source: Source = reader(path, view=view, styles=styles) if module == _WORD else reader(path)
    return source


def read_text(content: str, name: str, format: str) -> Source:
    """Read a draft that is already in memory (standard input, an editor).

    Args:
        content: the text of the file, without byte order mark.
        name: what to call it in messages.
        format: ``"txt"``, ``"md"`` or ``"xml"``.

    Raises:
        UserError: the text is not of this format.
        ValueError: there is no such format.
    """
    if format not in _TEXT_MODULES:
        raise ValueError(f"unknown format {format!r}")
    source: Source = import_module(_TEXT_MODULES[format]).parse(content, name)
    return source

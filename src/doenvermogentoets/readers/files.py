"""From a path to text: what is no readable draft is refused here, with what the user can do about it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from doenvermogentoets.errors import UserError, cause

MAX_BYTES = 50 * 1024 * 1024
"""Largest file that is read; the longest Dutch code is a tenth of this."""

MAX_CHARACTERS = 10_000_000
"""Longest plain text or Markdown that is read, about a million and a half words: three times the longest Dutch laws."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CP1252_UNUSED = re.compile(b"[\x81\x8d\x8f\x90\x9d]")


def load(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UserError: the file does not exist, is a folder or a pipe, cannot be opened, is empty or is larger than :data:`MAX_BYTES`.
    """
    try:
        if path.is_dir():
            raise UserError(f"{path} is een map, geen bestand.", "Noem het bestand met het ontwerp.")
        if not path.is_file() and path.exists():
            raise no_file(path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UserError(
                f"{path} is {size // (1024 * 1024)} MB; de grens is {MAX_BYTES // (1024 * 1024)} MB.",
                "Splits het bestand, of haal afbeeldingen en bijlagen eruit.",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"{path} bestaat niet.", "Kijk of de naam en de map kloppen.") from None
    except PermissionError:
        raise UserError(
            f"{path} mag niet worden gelezen.", "Vraag leesrechten op het bestand, of kopieer het naar een eigen map."
        ) from None
    except OSError as error:
        raise UserError(f"{path} kan niet worden gelezen: {cause(error)}.", "Kijk of het bestand te openen is.") from None
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UserError(f"{path} is leeg.", "Sla het ontwerp op en probeer het opnieuw.")
    return data


def no_file(path: Path) -> UserError:
    """What to say of a pipe or a device: reading it may wait forever."""
    return UserError(
        f"{path} is geen gewoon bestand maar een pijp of een apparaat.",
        "Stuur de tekst naar standaardinvoer: noem - in plaats van het bestand.",
    )


def refuse_long(content: str, name: str) -> None:
    """Refuse a text that would keep the computer busy for a very long time and cannot be one draft.

    Raises:
        UserError: it has more than :data:`MAX_CHARACTERS`.
    """
    if len(content) > MAX_CHARACTERS:
        raise UserError(
            f"{name} is te lang: {_rounded(len(content))} miljoen tekens; de grens is {MAX_CHARACTERS // 1_000_000} miljoen.",
            "Splits de tekst, of kijk of dit wel het ontwerp is.",
        )


def _rounded(number: int) -> str:
    """In millions with one decimal, rounded up, as it is written in Dutch."""
    tenths = -(-number // 100_000)
    return f"{tenths // 10},{tenths % 10}"


def decode(data: bytes, name: str) -> str:
    """Text from bytes: UTF-8 and UTF-16 by their marks, otherwise UTF-8, otherwise Windows-1252. The byte order mark is dropped.

    Windows-1252 accepts almost any byte, so it is only believed for bytes that form text: no control characters and none
    of the five codes that the encoding leaves undefined.

    Raises:
        UserError: the bytes are no text in one of these encodings.
    """
    refusal = UserError(
        f"{name} is geen tekstbestand of heeft een onbekende tekencodering.",
        "Sla het op als platte tekst in UTF-8 (in Word: Opslaan als, Tekst zonder opmaak, codering Unicode UTF-8).",
    )
    try:
        if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
            text = data.decode("utf-32")
        elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _CP1252_UNUSED.search(data):
            raise refusal from None
        text = data.decode("cp1252")
    if _CONTROL.search(text):
        raise refusal
    return text

"""Taking a Word file in: its bytes, the zip, a part and the XML in it, all from outside and treated as hostile.

Every limit is far above what a draft needs and far below what harms: a bill of five hundred pages has some 3 MB of XML in
its largest part, forty thousand elements and a nesting depth of thirty.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from doenvermogentoets.errors import UserError, cause

MAX_FILE = 256 * 1024 * 1024
MAX_ENTRIES = 5_000
MAX_UNPACKED = 1024 * 1024 * 1024
MAX_XML = 48 * 1024 * 1024
MAX_TAGS = 2_000_000
"""Opening and closing tags in one part; a code of three hundred pages has some ninety thousand."""
MAX_RATIO = 250
"""Unpacked size divided by packed size, for XML parts above 16 MB; Word's own parts stay below 60."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
SAVE_AGAIN = "Open het in Word en sla het opnieuw op als .docx."


def refusal(path: Path, problem: str, remedy: str = SAVE_AGAIN) -> UserError:
    """The error for a file: what is wrong with it and what the user can do."""
    return UserError(f"{path}: {problem}", remedy)


def load(path: Path) -> bytes:
    """The bytes of the file.

    Raises:
        UserError: missing, a folder, unreadable, or larger than :data:`MAX_FILE`.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise UserError(
                f"{path}: het bestand is groter dan {MAX_FILE // 1024 // 1024} MB.", "Verwijder grote afbeeldingen en sla het opnieuw op."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"{path}: dit bestand bestaat niet.", "Controleer de naam en de map.") from None
    except IsADirectoryError:
        raise UserError(f"{path}: dit is een map.", "Noem een Word-bestand.") from None
    except PermissionError:
        raise UserError(f"{path}: dit bestand mag niet worden gelezen.", "Controleer de rechten, of sluit het in Word.") from None
    except OSError as error:
        raise UserError(f"{path}: dit bestand is niet te lezen: {cause(error)}.", "Controleer het bestand.") from None


def open_zip(path: Path, data: bytes) -> zipfile.ZipFile:
    """The zip in these bytes.

    Raises:
        UserError: empty, encrypted, damaged, or of another format.
    """
    if not data:
        raise refusal(path, "het bestand is leeg (0 bytes).", "Controleer of het goed is opgeslagen of gekopieerd.")
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise refusal(
                path,
                "het document is met een wachtwoord beveiligd en daardoor niet leesbaar.",
                "Open het in Word, haal het wachtwoord weg en sla het op als .docx.",
            )
        raise refusal(path, "dit is een document in het oude Word-formaat (.doc).", "Open het in Word en sla het op als .docx.")
    if data.startswith(b"{\\rtf"):
        raise refusal(path, "dit is een RTF-bestand, geen Word-document (.docx).", "Open het in Word en sla het op als .docx.")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    # what zipfile can raise on damaged bytes (tests/fuzz/fuzz_word.py)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, struct.error, OSError, NotImplementedError, IndexError) as error:
        if data.startswith(b"PK"):
            raise refusal(
                path, "het bestand is beschadigd of niet helemaal gekopieerd.", "Vraag het opnieuw op of open het in Word en herstel het."
            ) from error
        raise refusal(path, "dit is geen Word-document (.docx).", "Open het in Word en sla het op als .docx.") from error


def index(path: Path, package: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    """The entries of the zip by name; ``size`` is that of the file, in bytes.

    Raises:
        UserError: more than :data:`MAX_ENTRIES`, larger than :data:`MAX_UNPACKED` together, packed larger than the file itself, or a
            name that stands there twice.
    """
    infos = package.infolist()
    if len(infos) > MAX_ENTRIES:
        raise refusal(path, f"het bestand heeft {len(infos)} onderdelen; meer dan {MAX_ENTRIES} worden niet gelezen.")
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise refusal(
            path, "het bestand wordt uitgepakt te groot om veilig te lezen.", "Verwijder grote afbeeldingen en sla het opnieuw op."
        )
    if sum(info.compress_size for info in infos) > size:
        # entries that share their bytes: a copy of the file, in which each has its own, would be thousands of times as large
        raise refusal(path, "het bestand is beschadigd; onderdelen staan over elkaar heen.", "Vraag het bestand opnieuw op.")
    out: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        # part names are equal without regard to case (ECMA-376 part 2, 9.1.1.1.2)
        if info.filename.lower() in seen:
            raise refusal(path, "het bestand bevat hetzelfde onderdeel twee keer; welk van de twee geldt is niet te zeggen.")
        seen.add(info.filename.lower())
        out[info.filename] = info
    return out


def unpack(path: Path, package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of an XML part.

    Raises:
        UserError: encrypted, damaged, or larger than :data:`MAX_XML`.
    """
    short = posixpath.basename(info.filename)
    if info.flag_bits & 0x1:
        raise refusal(path, "het bestand is met een wachtwoord beveiligd.", "Haal het wachtwoord weg en sla het opnieuw op.")
    if info.file_size > MAX_XML or (info.file_size > 16 * 1024 * 1024 and info.file_size > MAX_RATIO * max(info.compress_size, 1)):
        raise refusal(
            path,
            f"het onderdeel {short} is uitgepakt te groot om veilig te lezen ({info.file_size // 1024 // 1024} MB).",
            "Is dit een gewoon document? Splits het, of open het in Word en sla het opnieuw op.",
        )
    try:
        with package.open(info) as stream:
            data = stream.read(MAX_XML + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, struct.error) as error:
        raise refusal(path, f"het onderdeel {short} is beschadigd.", "Vraag het bestand opnieuw op.") from error
    if len(data) > MAX_XML:
        raise refusal(path, f"het onderdeel {short} is uitgepakt te groot om veilig te lezen.")
    return data


def parse(path: Path, name: str, data: bytes) -> etree._Element:
    """The root of the XML of a part.

    Raises:
        UserError: not well-formed, with a document type (entities), nested too deep or with too many elements.
    """
    short = posixpath.basename(name)
    wide = b"\0" in data and (b"<\0!\0D\0O\0C" in data or b"\0<\0!\0D\0O\0C" in data)
    if wide or b"<!DOCTYPE" in data:
        raise refusal(path, f"{short} bevat een documenttype of entiteiten; die horen niet in een Word-document en worden niet gelezen.")
    if data.count(b"<") > MAX_TAGS:
        raise refusal(path, f"{short} bevat te veel elementen om veilig te lezen.", "Splits het document.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_blank_text=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        text = str(error)
        if "depth" in text.lower():
            raise refusal(path, f"{short} is te diep genest om veilig te lezen.") from None
        if "huge" in text.lower() or "too long" in text.lower() or "too large" in text.lower():
            raise refusal(path, f"{short} bevat een te groot stuk tekst om veilig te lezen.", "Splits het document.") from None
        raise refusal(
            path, f"{short} is beschadigd (geen geldige XML).", "Open het in Word, laat Word het herstellen en sla het opnieuw op."
        ) from None
    except (ValueError, LookupError, MemoryError):
        raise refusal(path, f"{short} is niet te lezen.") from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs allow for no tree; a parsed root has one
        raise refusal(path, f"{short} bevat een documenttype; dat hoort niet in een Word-document.")
    return root

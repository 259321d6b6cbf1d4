"""Opening and saving the zip package of a Word file, with a document from outside treated as hostile.

Every limit is far above what a draft needs and far below what harms: a bill of five hundred pages has some 3 MB of XML in
its largest part, forty thousand elements and a nesting depth of thirty.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

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

_LEVEL = 3
"""How hard a changed part is packed: half the time of the usual 6, for a part that is a sixth larger."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_CONTENT_TYPES = "[Content_Types].xml"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}\?>\s*")
_DECLARATION_BYTES = 256
_NEW_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SAVE_AGAIN = "Open het in Word en sla het opnieuw op als .docx."


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relation of a part: ``kind`` is the last step of its type, ``target`` a part name (``None`` when it points outside)."""

    id: str
    kind: str
    target: str | None


class Package:
    """A Word file in memory.

    Args:
        path: the file; it is read once, completely.

    Raises:
        UserError: the file is missing, is no Word file, is encrypted, is damaged or exceeds a limit.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data = _load(path)
        self._zip = self._open()
        self._infos = self._index()
        self._replaced: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self.main = self._main_part()

    # opening -------------------------------------------------------------------------------------------------------

    def fail(self, problem: str, remedy: str = _SAVE_AGAIN) -> UserError:
        """The error for this file: what is wrong with it and what the user can do."""
        return UserError(f"{self.path}: {problem}", remedy)

    def _open(self) -> zipfile.ZipFile:
        data = self._data
        if not data:
            raise self.fail("het bestand is leeg (0 bytes).", "Controleer of het goed is opgeslagen of gekopieerd.")
        if data.startswith(_OLE):
            if _ENCRYPTED_STREAM in data:
                raise self.fail(
                    "het document is met een wachtwoord beveiligd en daardoor niet leesbaar.",
                    "Open het in Word, haal het wachtwoord weg en sla het op als .docx.",
                )
            raise self.fail("dit is een document in het oude Word-formaat (.doc).", "Open het in Word en sla het op als .docx.")
        if data.startswith(b"{\\rtf"):
            raise self.fail("dit is een RTF-bestand, geen Word-document (.docx).", "Open het in Word en sla het op als .docx.")
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        # what zipfile can raise on damaged bytes (tests/fuzz/fuzz_word.py)
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, struct.error, OSError, NotImplementedError, IndexError) as error:
            if data.startswith(b"PK"):
                raise self.fail(
                    "het bestand is beschadigd of niet helemaal gekopieerd.", "Vraag het opnieuw op of open het in Word en herstel het."
                ) from error
            raise self.fail("dit is geen Word-document (.docx).", "Open het in Word en sla het op als .docx.") from error

    def _index(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > MAX_ENTRIES:
            raise self.fail(f"het bestand heeft {len(infos)} onderdelen; meer dan {MAX_ENTRIES} worden niet gelezen.")
        if sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise self.fail(
                "het bestand wordt uitgepakt te groot om veilig te lezen.", "Verwijder grote afbeeldingen en sla het opnieuw op."
            )
        index: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        for info in infos:
            # part names are equal without regard to case (ECMA-376 part 2, 9.1.1.1.2)
            if info.filename.lower() in seen:
                raise self.fail("het bestand bevat hetzelfde onderdeel twee keer; welk van de twee geldt is niet te zeggen.")
            seen.add(info.filename.lower())
            index[info.filename] = info
        return index

    def _main_part(self) -> str:
        if _CONTENT_TYPES not in self._infos:
            raise self._no_word_file()
        name = "word/document.xml"
        if "_rels/.rels" in self._infos:
            found = [r for r in self.relationships("") if r.kind == "officeDocument"]
            if found and found[0].target is not None:
                name = found[0].target
        if name not in self._infos:
            raise self.fail("het bestand bevat geen documenttekst.", "Het is beschadigd of niet door Word gemaakt. " + _SAVE_AGAIN)
        if "wordprocessingml" not in self.content_type(name) and "ms-word" not in self.content_type(name):
            raise self._no_word_file()
        return name

    def _no_word_file(self) -> UserError:
        return self.fail(
            "dit is geen Word-document, al heet het zo.", "Open het in het programma waarmee het is gemaakt en sla het op als .docx."
        )

    # reading -------------------------------------------------------------------------------------------------------

    def __contains__(self, name: str) -> bool:
        return (name in self._infos or name in self._replaced) and name not in self._dropped

    def unchanged(self) -> bool:
        """Whether the file on disk still holds what was read."""
        try:
            return self.path.stat().st_size == len(self._data) and self.path.read_bytes() == self._data
        except OSError:
            return False

    def read(self, name: str) -> bytes:
        """The bytes of an XML part.

        Raises:
            UserError: encrypted, damaged, or larger than :data:`MAX_XML`.
        """
        if name in self._replaced:
            return self._replaced[name]
        info = self._infos[name]
        if info.flag_bits & 0x1:
            raise self.fail("het bestand is met een wachtwoord beveiligd.", "Haal het wachtwoord weg en sla het opnieuw op.")
        if info.file_size > MAX_XML or (info.file_size > 16 * 1024 * 1024 and info.file_size > MAX_RATIO * max(info.compress_size, 1)):
            raise self.fail(
                f"het onderdeel {posixpath.basename(name)} is uitgepakt te groot om veilig te lezen ({info.file_size // 1024 // 1024} MB).",
                "Is dit een gewoon document? Splits het, of open het in Word en sla het opnieuw op.",
            )
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MAX_XML + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, struct.error) as error:
            raise self.fail(f"het onderdeel {posixpath.basename(name)} is beschadigd.", "Vraag het bestand opnieuw op.") from error
        if len(data) > MAX_XML:
            raise self.fail(f"het onderdeel {posixpath.basename(name)} is uitgepakt te groot om veilig te lezen.")
        return data

    def xml(self, name: str) -> etree._Element:
        """The root of an XML part; a new tree each time.

        Raises:
            UserError: not well-formed, with a document type (entities), nested too deep or with too many elements.
        """
        data = self.read(name)
        short = posixpath.basename(name)
        wide = b"\0" in data and (b"<\0!\0D\0O\0C" in data or b"\0<\0!\0D\0O\0C" in data)
        if wide or b"<!DOCTYPE" in data:
            raise self.fail(f"{short} bevat een documenttype of entiteiten; die horen niet in een Word-document en worden niet gelezen.")
        if data.count(b"<") > MAX_TAGS:
            raise self.fail(f"{short} bevat te veel elementen om veilig te lezen.", "Splits het document.")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_blank_text=False
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            text = str(error)
            if "depth" in text.lower():
                raise self.fail(f"{short} is te diep genest om veilig te lezen.") from None
            if "huge" in text.lower() or "too long" in text.lower() or "too large" in text.lower():
                raise self.fail(f"{short} bevat een te groot stuk tekst om veilig te lezen.", "Splits het document.") from None
            raise self.fail(
                f"{short} is beschadigd (geen geldige XML).", "Open het in Word, laat Word het herstellen en sla het opnieuw op."
            ) from None
        except (ValueError, LookupError, MemoryError):
            raise self.fail(f"{short} is niet te lezen.") from None
        if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs allow for no tree; a parsed root has one
            raise self.fail(f"{short} bevat een documenttype; dat hoort niet in een Word-document.")
        return root

    def relationships(self, part: str) -> list[Relationship]:
        """The relations of a part (``""`` for the package). Targets outside the package are never followed."""
        name = rels_name(part)
        if name not in self:
            return []
        folder = posixpath.dirname(part)
        out = []
        for element in self.xml(name).iterchildren(f"{{{_RELS}}}Relationship"):
            target: str | None = None
            if element.get("TargetMode") != "External":
                raw = unquote(element.get("Target", ""))
                joined = raw.lstrip("/") if raw.startswith("/") else posixpath.join(folder, raw)
                candidate = posixpath.normpath(joined)
                target = candidate if candidate in self else None
            out.append(Relationship(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], target))
        return out

    def related(self, kind: str) -> list[str]:
        """Names of the parts that the main part relates to under this kind (``"styles"``, ``"footnotes"``, ...)."""
        return [r.target for r in self.main_relations if r.kind == kind and r.target is not None]

    @cached_property
    def main_relations(self) -> list[Relationship]:
        """The relations of the main part."""
        return self.relationships(self.main)

    def content_type(self, name: str) -> str:
        """The declared content type of a part, lower case; empty if there is none."""
        return self._content_types.get("/" + name.lower()) or self._content_types.get(posixpath.splitext(name)[1].lower().lstrip("."), "")

    @cached_property
    def _content_types(self) -> dict[str, str]:
        out: dict[str, str] = {}
        for element in self.xml(_CONTENT_TYPES):
            if element.tag == f"{{{_TYPES}}}Override":
                out[element.get("PartName", "").lower()] = element.get("ContentType", "").lower()
            elif element.tag == f"{{{_TYPES}}}Default":
                out[element.get("Extension", "").lower()] = element.get("ContentType", "").lower()
        return out

    @property
    def signed(self) -> bool:
        """The file carries a digital signature, which any change makes invalid."""
        return any(name.startswith("_xmlsignatures/") for name in self._infos)

    # writing -------------------------------------------------------------------------------------------------------

    def replace(self, name: str, root: etree._Element) -> None:
        """Set the new content of an XML part; a part that is not there yet is added at the end on saving."""
        self._replaced[name] = serialise(root, self._opening(name) if name in self._infos else b"")

    def _opening(self, name: str) -> bytes:
        """The first bytes of a part that was read before, where its XML declaration stands."""
        with self._zip.open(self._infos[name]) as stream:
            return stream.read(_DECLARATION_BYTES)

    def add_part(self, name: str, content: str, content_type: str, kind_uri: str) -> None:
        """Add a part (XML without declaration) with its content type and a relation from the main part."""
        self._replaced[name] = _NEW_DECLARATION + content.encode("utf-8")
        types = self.xml(_CONTENT_TYPES)
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName="/" + name, ContentType=content_type)
        self.replace(_CONTENT_TYPES, types)
        rels = rels_name(self.main)
        relations = self.xml(rels) if rels in self else etree.fromstring(f'<Relationships xmlns="{_RELS}"/>')
        used = {element.get("Id") for element in relations}
        number = next(n for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        target = posixpath.relpath(name, posixpath.dirname(self.main) or ".")
        etree.SubElement(relations, f"{{{_RELS}}}Relationship", Id=f"rId{number}", Type=kind_uri, Target=target)
        self.replace(rels, relations)

    def drop_part(self, name: str) -> None:
        """Leave out a part that the main part relates to, with its content type, its own relations and the relation to it."""
        types = self.xml(_CONTENT_TYPES)
        for element in list(types.iterchildren(f"{{{_TYPES}}}Override")):
            if element.get("PartName", "").lower() == "/" + name.lower():
                types.remove(element)
        self.replace(_CONTENT_TYPES, types)
        ids = {r.id for r in self.relationships(self.main) if r.target == name}
        relations = self.xml(rels_name(self.main))
        for element in list(relations.iterchildren(f"{{{_RELS}}}Relationship")):
            if element.get("Id", "") in ids:
                relations.remove(element)
        self.replace(rels_name(self.main), relations)
        self._dropped |= {name, rels_name(name)}

    def to_bytes(self) -> bytes:
        """The file with the replaced parts, without the dropped ones; any other keeps its packed bytes, place, date and attributes."""
        try:
            return _write_zip(self._data, self._zip, self._replaced, self._dropped)
        except (struct.error, ValueError) as error:
            # a part that was never read, so that nobody noticed that its place or size in the file is nonsense
            raise self.fail(
                "het bestand is beschadigd; een onderdeel staat niet waar het hoort.", "Vraag het bestand opnieuw op."
            ) from error


def rels_name(part: str) -> str:
    """``word/document.xml`` -> ``word/_rels/document.xml.rels``; the package's own for ``""``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def serialise(root: etree._Element, original: bytes = b"") -> bytes:
    """UTF-8 bytes with the XML declaration of the original, so that nothing but the change differs."""
    body: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    match = _DECLARATION.match(original)
    declaration = _NEW_DECLARATION
    if match and (b"utf-8" in match.group().lower() or b"encoding" not in match.group()):
        declaration = match.group()
    return declaration + body


def _load(path: Path) -> bytes:
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


def _write_zip(data: bytes, source: zipfile.ZipFile, replaced: Mapping[str, bytes], dropped: Set[str]) -> bytes:
    """Zip with replaced and added entries, without the dropped ones.

    ``zipfile`` cannot copy packed bytes, so the local records are copied as they are.
    """
    out = io.BytesIO()
    rebuilt = io.BytesIO()
    central: list[bytes] = []
    with zipfile.ZipFile(rebuilt, "w", zipfile.ZIP_DEFLATED) as writer:
        for info in source.infolist():
            if info.filename in replaced:
                fresh = zipfile.ZipInfo(info.filename, info.date_time)
                fresh.compress_type = (
                    info.compress_type if info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) else zipfile.ZIP_DEFLATED
                )
                fresh.external_attr, fresh.create_system = info.external_attr, info.create_system
                writer.writestr(fresh, replaced[info.filename], compresslevel=_LEVEL)
        present = {info.filename for info in source.infolist()}
        for name, content in replaced.items():
            if name not in present:
                fresh = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                fresh.compress_type = zipfile.ZIP_DEFLATED
                writer.writestr(fresh, content, compresslevel=_LEVEL)
    new_data = rebuilt.getvalue()
    with zipfile.ZipFile(io.BytesIO(new_data)) as fresh_zip:
        fresh_infos = {info.filename: info for info in fresh_zip.infolist()}
    for info in source.infolist():
        if info.filename in dropped:
            continue
        if info.filename in replaced:
            _copy_entry(out, central, new_data, fresh_infos[info.filename])
        else:
            _copy_entry(out, central, data, info)
    for name in replaced:
        if name not in present:
            _copy_entry(out, central, new_data, fresh_infos[name])
    start = out.tell()
    directory = b"".join(central)
    out.write(directory)
    out.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(central), len(central), len(directory), start, len(source.comment)))
    out.write(source.comment)
    return out.getvalue()


def _copy_entry(out: io.BytesIO, central: list[bytes], data: bytes, info: zipfile.ZipInfo) -> None:
    """Copy packed bytes under a fresh header; sizes and checksum are known, so no data descriptor follows."""
    name_length, extra_length = struct.unpack("<HH", data[info.header_offset + 26 : info.header_offset + 30])
    begin = info.header_offset + 30 + name_length + extra_length
    packed = data[begin : begin + info.compress_size]
    name = info.filename.encode("utf-8")
    flags = (info.flag_bits & ~0x8) | (0 if name.isascii() else 0x800)
    year, month, day, hour, minute, second = info.date_time
    date = (max(year - 1980, 0) << 9) | (month << 5) | day
    time = (hour << 11) | (minute << 5) | (second // 2)
    version = max(info.extract_version, 20)
    offset = out.tell()
    fields = (flags, info.compress_type, time, date, info.CRC, info.compress_size, info.file_size, len(name))
    out.write(struct.pack("<4s2B4H3L2H", b"PK\x03\x04", version & 0xFF, 0, *fields, 0) + name)
    out.write(packed)
    head = struct.pack("<4s4B4H3L", b"PK\x01\x02", info.create_version & 0xFF, info.create_system, version & 0xFF, 0, *fields[:7])
    tail = struct.pack("<5H2L", len(name), 0, len(info.comment), 0, info.internal_attr, info.external_attr, offset)
    central.append(head + tail + name + info.comment)

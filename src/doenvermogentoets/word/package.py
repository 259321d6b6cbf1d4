"""The zip package of a Word file: its parts, how they relate, and saving it with some of them changed."""

from __future__ import annotations

import posixpath
import re
import struct
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from doenvermogentoets.errors import UserError
from doenvermogentoets.word import opening
from doenvermogentoets.word.packing import write_zip

_CONTENT_TYPES = "[Content_Types].xml"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}\?>\s*")
_DECLARATION_BYTES = 256
_NEW_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


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
        self._data = opening.load(path)
        self._zip = opening.open_zip(path, self._data)
        self._infos = opening.index(path, self._zip, len(self._data))
        self._replaced: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self.main = self._main_part()

    # opening -------------------------------------------------------------------------------------------------------

    def fail(self, problem: str, remedy: str = opening.SAVE_AGAIN) -> UserError:
        """The error for this file: what is wrong with it and what the user can do."""
        return opening.refusal(self.path, problem, remedy)

    def _main_part(self) -> str:
        if _CONTENT_TYPES not in self._infos:
            raise self._no_word_file()
        name = "word/document.xml"
        if "_rels/.rels" in self._infos:
            found = [r for r in self.relationships("") if r.kind == "officeDocument"]
            if found and found[0].target is not None:
                name = found[0].target
        if name not in self._infos:
            raise self.fail("het bestand bevat geen documenttekst.", "Het is beschadigd of niet door Word gemaakt. " + opening.SAVE_AGAIN)
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
            UserError: encrypted, damaged, or larger than :data:`opening.MAX_XML`.
        """
        if name in self._replaced:
            return self._replaced[name]
        return opening.unpack(self.path, self._zip, self._infos[name])

    def xml(self, name: str) -> etree._Element:
        """The root of an XML part; a new tree each time.

        Raises:
            UserError: not well-formed, with a document type (entities), nested too deep or with too many elements.
        """
        return opening.parse(self.path, name, self.read(name))

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
            return write_zip(self._data, self._zip, self._replaced, self._dropped)
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

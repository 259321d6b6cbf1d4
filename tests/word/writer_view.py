"""What LibreOffice Writer calls the text of a comment's range, as far as that is not what the reader of the document sees.

UNO's ``getAnchor().getString()`` is the whole document's text between two places, not what is on the page. The known differences, each of
which is spelled out below and none of which is in the file that we write:

* text that a tracked change takes out is still in it (``w:del``, ``w:moveFrom``);
* hidden text is in it (``w:vanish``);
* the mark of a footnote or endnote is in it;
* a formula is an object, of which no character is in it (``m:oMath``);
* a sign of a symbol font (``w:sym``) is its number in that font, and not the sign on the page;
* a cross-reference is computed again, and says «Error: Reference source not found» when its bookmark is gone.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

_NOTE = r"(?:\d{1,3}|[ivxlc]{1,6}|\W)"
_BESIDE = {"txbxContent", "Fallback", "instrText", "pPr", "oMath"}
UNREADABLE = {
    "kringstijlen.docx": "stijlen die in een kring op elkaar zijn gebaseerd: LibreOffice 7.4 loopt vast, ook op het bestand zoals het was",
    "los-eind.docx": "er staat iets achter het zip-bestand: LibreOffice 7.4 weigert, ook het bestand zoals het was",
    "padontsnapping.docx": "een naam in het zip-bestand wijst buiten de map: LibreOffice 7.4 weigert, ook het bestand zoals het was",
    "zonder-rels.docx": "zonder lijst van onderdelen: LibreOffice 7.4 weigert, ook het bestand zoals het was",
}
"""Files that we read and Writer does not, whether annotated or not."""


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _value(element: etree._Element, name: str) -> str:
    return next((v for k, v in element.attrib.items() if etree.QName(k).localname == name), "")


def anchors(path: Path) -> dict[str, re.Pattern[str]]:
    """For each comment, by its id, what Writer must give as its text: the words between its markers, with the differences above."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    open_: dict[str, list[str]] = {}
    done: dict[str, re.Pattern[str]] = {}
    fields: list[str] = []  # the code of each field that is open, and then "=" once its result begins
    beside: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = _local(element)
        if beside is not None:
            beside = None if event == "end" and element is beside else beside
            continue
        if event == "start" and name in _BESIDE:
            if name == "instrText" and fields:
                fields[-1] += element.text or ""
            beside = element
        elif event == "end":
            if name == "p":
                for shown in open_.values():
                    shown.append(r"\s")
        elif name == "commentRangeStart":
            open_[_value(element, "id")] = []
        elif name == "commentRangeEnd":
            number = _value(element, "id")
            done[number] = re.compile("".join(open_.pop(number)) + r"\s*", re.DOTALL)
        elif name == "commentReference":
            done.setdefault(_value(element, "id"), re.compile(""))  # at a point, without words
        elif name == "fldChar":
            kind = _value(element, "fldCharType")
            if kind == "begin":
                fields.append("")
            elif kind == "separate":
                fields[-1] += "="
            else:
                fields.pop()
        else:
            text = _shown(element, name, fields)
            for shown in open_.values():
                shown.append(text)
    return done


def _shown(element: etree._Element, name: str, fields: list[str]) -> str:
    """Pattern for one element."""
    computed = any(f.split()[:1] == ["REF"] and f.endswith("=") for f in fields) or any(
        _local(a) == "fldSimple" and _value(a, "instr").split()[:1] == ["REF"] for a in element.iterancestors()
    )
    if name in ("t", "delText"):
        return ".*?" if computed else re.escape(element.text or "")
    if name in ("footnoteReference", "endnoteReference"):
        return "" if _value(element, "customMarkFollows") else _NOTE
    if name == "sym":
        return re.escape(chr(int(_value(element, "char"), 16)))
    return {"tab": r"\s", "br": r"\s", "cr": r"\s", "noBreakHyphen": "[-‑]", "softHyphen": "\u00ad?"}.get(name, "")

# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""A Word file from outside may be anything: it is read or refused in plain Dutch, never more."""

from __future__ import annotations

import json
import shutil
import struct
import zipfile
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wordfiles import SHARED, finding, make, needs_shared, p, parts_of, r

from doenvermogentoets.errors import UserError
from doenvermogentoets.readers.docx import read
from doenvermogentoets.word import annotate, opening, suppressions
from doenvermogentoets.word.answers import put_aside

HOSTILE = sorted((SHARED / "vijandig").glob("*.truth.json")) if SHARED.is_dir() else []
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def rewrite(path: Path, **changed: bytes) -> Path:
    """Replace parts of a sound file; ``document`` stands for ``word/document.xml``."""
    names = {"document": "word/document.xml", "types": "[Content_Types].xml", "styles": "word/styles.xml", "rels": "_rels/.rels"}
    parts = {**parts_of(path), **{names[key]: data for key, data in changed.items()}}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@needs_shared
@pytest.mark.corpus
@pytest.mark.parametrize("truth_file", HOSTILE, ids=lambda f: f.name.removesuffix(".truth.json"))
def test_hostile_files_are_refused_or_read_as_their_truth_says(truth_file: Path, tmp_path: Path) -> None:
    truth = json.loads(truth_file.read_text("utf-8"))
    room = tmp_path / "leeg"
    room.mkdir()
    path = room / truth["file"]
    shutil.copy(truth_file.with_name(truth["file"]), path)
    shutil.copy(truth_file.with_name("canary-geheim.txt"), room)
    secret = (room / "canary-geheim.txt").read_text("utf-8").strip()
    try:
        source = read(path)
    except UserError as error:
        assert truth["file"] in error.problem
        assert error.remedy
        assert secret not in str(error)
        if "versleuteld" in truth["file"]:
            assert "wachtwoord" in error.problem
    else:
        assert truth["expect"] == "error-or-text"
        assert secret not in source.text.content
        expected = [q["text"] for q in truth.get("paragraphs") or ()]
        if expected:
            assert [source.text[q.span] for q in source.paragraphs] == expected
        out = room / "uit.docx"
        annotate(path, out, [])
        assert secret not in read(out).text.content
        out.unlink()
    assert sorted(f.name for f in room.iterdir()) == sorted({truth["file"], "canary-geheim.txt"})
    assert sorted(f.name for f in tmp_path.iterdir()) == ["leeg"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "leeg"),
        (b"gewone tekst", "geen Word-document"),
        (b"{\\rtf1 tekst}", "RTF"),
        (b"PK\x03\x04 afgekapt", "beschadigd"),
        (OLE + b"\0" * 600, r"oude Word-formaat \(\.doc\)"),
        (OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "wachtwoord"),
    ],
)
def test_what_is_no_word_file_is_named(path: Path, data: bytes, message: str) -> None:
    path.write_bytes(data)
    with pytest.raises(UserError, match=message) as caught:
        read(path)
    assert "ontwerp.docx" in caught.value.problem
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="bestaat niet"):
        read(tmp_path / "weg.docx")
    with pytest.raises(UserError, match="map"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>', "documenttype of entiteiten"),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'.encode("utf-16"), "documenttype"),
        (b"<d><e></d>", "beschadigd"),
        (b"<d>\x01</d>", "beschadigd"),
        (b"<d>" * 300 + b"</d>" * 300, "te diep"),
        (b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>', "hoofdtekst"),
    ],
)
def test_unsafe_or_broken_xml_is_refused(path: Path, document: bytes, message: str) -> None:
    rewrite(make(path, p("x")), document=document)
    with pytest.raises(UserError, match=message):
        read(path)


def test_too_many_elements_and_too_large_a_part_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(path, p("x") * 100)
    monkeypatch.setattr(opening, "MAX_TAGS", 100)
    with pytest.raises(UserError, match="te veel elementen"):
        read(path)
    monkeypatch.setattr(opening, "MAX_XML", 1000)
    with pytest.raises(UserError, match="te groot"):
        read(path)
    monkeypatch.setattr(opening, "MAX_ENTRIES", 2)
    with pytest.raises(UserError, match="onderdelen"):
        read(path)
    monkeypatch.setattr(opening, "MAX_FILE", 10)
    with pytest.raises(UserError, match="groter dan"):
        read(path)


def test_a_size_that_lies_does_not_unpack_more(path: Path) -> None:
    """A central directory that says 100 bytes for a part of ten megabytes."""
    make(path, p("x" * 10_000_000))
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + 17] != b"word/document.xml":
        at = data.index(b"PK\x01\x02", at + 4)
    data[at + 24 : at + 28] = struct.pack("<L", 100)
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"document\.xml is beschadigd"):
        read(path)


def test_two_parts_of_one_name_are_refused(path: Path) -> None:
    make(path, p("x"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("WORD/document.xml", "<x/>")
    with pytest.raises(UserError, match="twee keer"):
        read(path)


def test_a_spreadsheet_with_a_word_name_is_refused(path: Path) -> None:
    make(path, p("x"))
    types = parts_of(path)["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml")
    rewrite(path, types=types)
    with pytest.raises(UserError, match="geen Word-document"):
        read(path)


def test_relations_to_the_outside_are_not_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim.xml").write_text("<x>DIT IS GEHEIM</x>")
    make(path, p("Tekst."), footnotes="")
    parts = parts_of(path)
    for target in (
        "../../geheim.xml",
        "/../geheim.xml",
        f"file://{tmp_path}/geheim.xml",
        "http://127.0.0.1:9/x",
        "%2e%2e/%2e%2e/geheim.xml",
    ):
        rels = parts["word/_rels/document.xml.rels"].replace(b'Target="footnotes.xml"', f'Target="{target}"'.encode())
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in {**parts, "word/_rels/document.xml.rels": rels}.items():
                archive.writestr(name, data)
        assert read(path).text.content == "Tekst."


def test_part_names_that_point_outside_stay_inside_the_copy(path: Path, tmp_path: Path) -> None:
    make(path, p("Tekst hier."), extra={"../../ontsnapt.txt": "x", "/elders/ontsnapt.txt": "y"})
    out = tmp_path / "uit.docx"
    annotate(path, out, [finding(path, "hier")])
    assert sorted(f.name for f in tmp_path.iterdir()) == ["ontwerp.docx", "uit.docx"]
    assert parts_of(out)["../../ontsnapt.txt"] == b"x"


def test_deep_but_sound_nesting_is_read(path: Path) -> None:
    body = p("diep")
    for _ in range(60):
        body = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    make(path, body)
    assert read(path).text.content == "diep"


BASE = f"<w:p>{r('De aanvrager ')}<w:ins w:id='1' w:author='A'>{r('meldt')}</w:ins>{r(' dit.')}</w:p>" + p(
    "Slot.", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
)
NUMBERING = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def survives(path: Path) -> None:
    """Reading, suppressions and annotating end in a result or a message for the user."""
    out = path.with_name("uit.docx")
    try:
        read(path)
        suppressions(path)
        annotate(path, out, [])
        read(out)
    except UserError as error:
        assert path.name in error.problem or out.name in error.problem


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8), st.integers(0, 4000))
def test_changed_bytes_never_crash(tmp_path: Path, flips: list[tuple[int, int]], cut: int) -> None:
    path = make(tmp_path / "m.docx", BASE, numbering=NUMBERING, comments="", footnotes="")
    data = bytearray(path.read_bytes())
    for at, value in flips:
        data[at % len(data)] = value
    path.write_bytes(data[: len(data) - cut] if cut < 400 else data)
    survives(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["document", "styles"]),
    st.lists(
        st.tuples(
            st.integers(0, 10**6),
            st.sampled_from(
                ["<w:p>", "</w:p>", "<w:r/>", '"', "-1", "99999999999", "x", "<w:tbl/>", "<w:fldChar/>", "<w:ins>", "&#0;", "é", ""]
            ),
            st.integers(0, 6),
        ),
        min_size=1,
        max_size=5,
    ),
)
@example("document", [(700, "<w:numPr><w:ilvl w:val='x'/><w:numId w:val='-5'/></w:numPr>", 0)])
def test_changed_xml_never_crashes(tmp_path: Path, part: str, edits: list[tuple[int, str, int]]) -> None:
    style = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style>'
    path = make(tmp_path / "m.docx", BASE, numbering=NUMBERING, styles=style)
    text = parts_of(path)[{"document": "word/document.xml", "styles": "word/styles.xml"}[part]].decode()
    for at, insert, drop in edits:
        at %= len(text)
        text = text[:at] + insert + text[at + drop :]
    rewrite(path, **{part: text.encode()})
    survives(path)


def test_entries_that_share_their_bytes_are_refused(path: Path) -> None:
    make(path, p("De aanvrager meldt dit."), extra={f"word/media/{n}.bin": b"" for n in range(50)})
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        first = archive.getinfo("word/document.xml").header_offset
        names = [info.filename for info in archive.infolist()]
    at = data.index(b"PK\x01\x02")
    for name in names:
        length, extra, comment = struct.unpack("<3H", data[at + 28 : at + 34])
        if name.endswith(".bin"):  # packed as large as the whole file, unpacked nothing
            struct.pack_into("<2L", data, at + 20, len(data), 0)
            struct.pack_into("<L", data, at + 42, first)
        at += 46 + length + extra + comment
    path.write_bytes(data)
    with pytest.raises(UserError, match="over elkaar heen"):
        annotate(path, path.with_name("uit.docx"), [])
    assert not path.with_name("uit.docx").exists()


@pytest.mark.parametrize("number", ["--5", "²", "1" * 5000, "-", "", "٣"])
def test_a_comment_may_have_any_id(path: Path, number: str) -> None:
    comment = f'<w:comment w:id="{number}" w:author="M"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:comment>'
    make(path, p("De aanvrager meldt dit."), comments=comment)
    out = path.with_name("uit.docx")
    assert annotate(path, out, [finding(path, "meldt")]).placed == 1
    survives(out)


def test_comments_without_end_are_read_to_their_end(path: Path) -> None:
    """As expressions that look on from every place these would take hours."""
    long = 60_000
    texts = [
        "a" + " " * long + "b",
        "Controle: a, " * (long // 10),
        "." * long,
        "." * long + "a",
        ". " * long + "Controle: a.",
        "1." * long,
        "ik " * long,
        "pas " * long,
        "voeg " * long,
    ]
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="{who}"><w:p><w:r><w:t xml:space="preserve">TRM001: {text}</w:t></w:r></w:p></w:comment>'
        for n, (who, text) in enumerate(product(("Doenvermogentoets", "M"), texts))
    )
    make(path, p("De aanvrager meldt dit."), comments=comments)
    survives(path)
    out = path.with_name("uit.docx")
    assert annotate(path, out, [finding(path, "meldt")]).placed == 1
    survives(out)
    for text in texts:
        assert put_aside([text]) == ""


def test_thousands_of_comments_of_ours_go_at_once(path: Path) -> None:
    text = "TRM001: oud bericht. Controle: proefcontrole."
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="Doenvermogentoets"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>' for n in range(5_000)
    )
    make(path, p("De aanvrager meldt dit."), comments=comments)
    assert annotate(path, path.with_name("uit.docx"), []).removed == 5_000

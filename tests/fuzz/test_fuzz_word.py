# ruff: noqa: E501 -- XML in a fixture reads best unbroken
"""A short run of the search that ``fuzz_word.py`` does at length."""

from __future__ import annotations

import zipfile
from pathlib import Path

from fuzz_word import run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
DOCUMENT = (
    '<w:p><w:pPr><w:pStyle w:val="Lid"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>De aanvrager </w:t></w:r>'
    '<w:ins w:id="1" w:author="A"><w:r><w:t>meldt</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>dit</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:del w:id="2"><w:r><w:delText>weg</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>'
    "<w:sdt><w:sdtContent><w:p><w:r><w:t>Slot.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
PARTS = {
    "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    "styles": '<w:style w:type="paragraph" w:styleId="Lid"><w:name w:val="Lid"/><w:basedOn w:val="Lid"/></w:style>',
    "footnotes": '<w:footnote w:id="1"><w:p><w:r><w:t>Noot.</w:t></w:r></w:p></w:footnote>',
    "comments": '<w:comment w:id="0" w:author="Doenvermogentoets"><w:p><w:r><w:t>TRM001: oud.</w:t></w:r></w:p></w:comment>',
}


def test_random_damage_gives_a_result_or_a_message(tmp_path: Path) -> None:
    base = tmp_path / "basis.docx"
    with zipfile.ZipFile(base, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELS.format(f'<Relationship Id="r" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'))
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{DOCUMENT}</w:body></w:document>')
        relations = "".join(f'<Relationship Id="{n}" Type="{RELATION}/{n}" Target="{n}.xml"/>' for n in PARTS)
        archive.writestr("word/_rels/document.xml.rels", RELS.format(relations))
        for name, content in PARTS.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{content}</w:{name}>')
    outcome = run([base.read_bytes()], 400, seed=7)
    assert not outcome["gecrasht"]
    assert not outcome["traag"]
    assert outcome["gelezen"] > 50
    assert outcome["geweigerd"] > 50

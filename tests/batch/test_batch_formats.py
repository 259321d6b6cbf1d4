"""What build servers read, over a batch with dossiers that failed: against what GitLab and JUnit ask for."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from voorbeelden import Program

# GitLab, «Code Quality report format», and what the Code Climate specification asks beyond it
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "description", "check_name", "categories", "fingerprint", "location", "severity"],
        "additionalProperties": False,
        "properties": {
            "type": {"const": "issue"},
            "description": {"type": "string", "minLength": 1, "pattern": "^[^\n]*$"},
            "check_name": {"type": "string", "minLength": 1},
            "categories": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "enum": ["Bug Risk", "Clarity", "Compatibility", "Complexity", "Duplication", "Performance", "Security", "Style"]
                },
            },
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!/|\\./)[^\\\\]+$"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}

# the JUnit of Jenkins (xunit plugin), with the attributes file and line that GitLab and pytest add to a test case
JUNIT = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:complexType name="wrong" mixed="true">
  <xs:attribute name="type" type="xs:string"/><xs:attribute name="message" type="xs:string"/>
 </xs:complexType>
 <xs:element name="testsuites"><xs:complexType>
  <xs:sequence><xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
   <xs:sequence><xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
    <xs:choice minOccurs="0">
     <xs:element name="failure" type="wrong"/><xs:element name="error" type="wrong"/><xs:element name="skipped" type="wrong"/>
    </xs:choice>
    <xs:attribute name="name" type="xs:string" use="required"/><xs:attribute name="classname" type="xs:string"/>
    <xs:attribute name="time" type="xs:string"/>
    <xs:attribute name="file" type="xs:string"/><xs:attribute name="line" type="xs:positiveInteger"/>
   </xs:complexType></xs:element></xs:sequence>
   <xs:attribute name="name" type="xs:string" use="required"/><xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
   <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
   <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
   <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
  </xs:complexType></xs:element></xs:sequence>
  <xs:attribute name="name" type="xs:string"/><xs:attribute name="tests" type="xs:nonNegativeInteger"/>
  <xs:attribute name="failures" type="xs:nonNegativeInteger"/><xs:attribute name="errors" type="xs:nonNegativeInteger"/>
 </xs:complexType></xs:element>
</xs:schema>"""


@pytest.fixture
def with_trouble(drafts: Path) -> Path:
    """Seven dossiers, of which one is empty and one is no text."""
    (drafts / "d0" / "leeg <&> 'wet'.txt").write_bytes(b"")
    (drafts / "d4" / "wet.txt").write_bytes(b"\x00\x01" * 99)
    return drafts


def test_gitlab(program: Program, with_trouble: Path) -> None:
    result = program("check", with_trouble, "--format", "gitlab")
    issues = json.loads(result.out)
    jsonschema.Draft202012Validator(GITLAB).validate(issues)
    assert len({i["fingerprint"] for i in issues}) == len(issues) > 10
    failed = [i for i in issues if i["check_name"] == "niet-getoetst"]
    assert [(i["location"]["path"], i["severity"]) for i in failed] == [
        ("ontwerpen/d0/leeg <&> 'wet'.txt", "blocker"),
        ("ontwerpen/d4/wet.txt", "blocker"),
    ]
    assert "is leeg" in failed[0]["description"]
    assert result.code == 2


def test_gitlab_without_findings_is_an_empty_list(program: Program, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Artikel 1\n\nDeze wet heet Wet a.\n", encoding="utf-8")
    assert json.loads(program("check", "a.txt", "b.txt", "--format", "gitlab", "--select", "termijnen").out) == []


def test_junit(program: Program, with_trouble: Path) -> None:
    result = program("check", with_trouble, "--format", "junit")
    tree = etree.parse(BytesIO(result.out.encode()))
    etree.XMLSchema(etree.fromstring(JUNIT)).assertValid(tree)
    root = tree.getroot()
    suites = root.findall("testsuite")
    for kind in ("tests", "failures", "errors"):
        assert int(root.get(kind, "")) == sum(int(s.get(kind, "")) for s in suites)
    assert int(root.get("failures", "")) == len(root.findall(".//failure")) > 10
    assert int(root.get("errors", "")) == len(root.findall(".//error")) == 2
    assert int(root.get("tests", "")) == len(root.findall(".//testcase"))
    names = [(c.get("classname"), c.get("name")) for c in root.iter("testcase")]
    assert len(set(names)) == len(names), "a build server takes cases of one name together"
    assert [s.get("name") for s in suites if s.get("errors") != "0"] == [
        "ontwerpen/d0/leeg <&> 'wet'.txt: niet getoetst",
        "ontwerpen/d4/wet.txt: niet getoetst",
    ]


def test_json_follows_its_schema(program: Program, with_trouble: Path) -> None:
    from importlib.resources import files

    schema = json.loads((files("doenvermogentoets.output") / "schema.json").read_text(encoding="utf-8"))
    data = json.loads(program("check", with_trouble, "--format", "json").out)
    jsonschema.Draft202012Validator(schema).validate(data)
    assert len(data["dossiers"]) == 7
    found = {d["path"]: d["summary"] for d in data["dossiers"]}
    assert sum(s["warning"] for s in found.values()) == data["summary"]["warning"] > 0


def test_sarif_and_github_name_what_failed(program: Program, with_trouble: Path) -> None:
    run = json.loads(program("check", with_trouble, "--format", "sarif").out)["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
    errors = [n for n in run["invocations"][0]["toolExecutionNotifications"] if n["level"] == "error"]
    assert len(errors) == 2
    assert {r["id"] for r in run["tool"]["driver"]["rules"]} == {r["ruleId"] for r in run["results"]}
    lines = program("check", with_trouble, "--format", "github").out.splitlines()
    assert sum(line.startswith("::error file=ontwerpen/d") for line in lines) == 2


def test_text_ends_with_the_overview(program: Program, with_trouble: Path) -> None:
    out = program("check", with_trouble, "--fail-on", "never").out
    table = out[out.index("Overzicht per dossier en thema") :].splitlines()
    assert table[1].split()[-2:] == ["samen", "dossier"]
    themes = table[1].split()[:-2]
    rows = [line for line in table if "ontwerpen/d1/wet.txt" in line]
    assert rows[0].endswith("ontwerpen/d1/wet.txt met wet-toelichting.txt")
    numbers = [int(n) for n in rows[0].split()[: len(themes) + 1]]
    shown = json.loads(program("check", with_trouble, "--format", "json").out)["documents"]
    own = [f for d in shown if d["path"].startswith("ontwerpen/d1/") for f in d["findings"] if f["severity"] != "info"]
    assert numbers == [*(sum(f["theme"] == theme for f in own) for theme in themes), len(own)]
    assert "5 van 7 dossiers getoetst" in out
    assert "2 dossiers niet getoetst" in out


def test_other_forms_show_the_overview_beside_the_output(program: Program, drafts: Path) -> None:
    result = program("check", drafts, "--format", "json", "-o", "uit.json")
    assert "Overzicht per dossier en thema" in result.err
    assert result.out == ""
    alone = program("check", drafts / "d0", "--format", "json")
    assert "Overzicht" not in alone.err

"""The formats for build servers, over the real program."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from proefprogramma import DRAFT, Program, crash

from doenvermogentoets.catalogue import Catalogue

# what SARIF 2.1.0 asks of the parts that we write
MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ARTIFACT = {
    "type": "object",
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "format": "uri-reference"}},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "minimum": -1},
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": ARTIFACT,
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")}
                    | {name: {"type": "integer", "minimum": 0} for name in ("charOffset", "charLength")},
                },
            },
        },
        "logicalLocations": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {n: {"type": "string"} for n in ("name", "fullyQualifiedName")},
            },
        },
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": -1},
        "level": LEVEL,
        "message": MESSAGE,
        "rank": {"type": "number", "minimum": -1, "maximum": 100},
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION, "uniqueItems": True},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "additionalProperties": False,
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
            },
        },
        "properties": {"type": "object"},
    },
}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": {"type": "object", "additionalProperties": False, "properties": {"level": LEVEL}},
        "properties": {"type": "object"},
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "semanticVersion": {"type": "string"},
                                    "language": {"type": "string"},
                                    "rules": {"type": "array", "items": RULE, "uniqueItems": True},
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "language": {"type": "string"},
                    "artifacts": {
                        "type": "array",
                        "items": {"type": "object", "properties": {"location": ARTIFACT}, "additionalProperties": False},
                    },
                    "invocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["executionSuccessful"],
                            "additionalProperties": False,
                            "properties": {
                                "executionSuccessful": {"type": "boolean"},
                                "toolExecutionNotifications": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["message"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "level": LEVEL,
                                            "message": MESSAGE,
                                            "descriptor": {
                                                "type": "object",
                                                "properties": {"id": {"type": "string"}},
                                                "additionalProperties": False,
                                            },
                                            "locations": {"type": "array", "items": LOCATION},
                                        },
                                    },
                                },
                            },
                        },
                    },
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


def sarif(program: Program, *arguments: object) -> dict[str, Any]:
    log = json.loads(program("check", *arguments, "--format", "sarif").out)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_results_point_at_the_words_and_at_their_rule(program: Program, draft: Path) -> None:
    run = sarif(program, draft)
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        words = DRAFT[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert words == DRAFT.splitlines()[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        assert f"«{words}»" in result["message"]["text"]
    assert "## Hier niet" in rules[0]["help"]["markdown"]
    assert run["results"][0]["locations"][0]["logicalLocations"] == [
        {"name": "artikel 1, eerste lid", "fullyQualifiedName": "art_1__lid_1"}
    ]
    assert run["results"][2]["relatedLocations"][0]["message"]["text"] == "hier ook"


def test_sarif_fingerprints_differ_and_survive_edits_elsewhere(program: Program, draft: Path) -> None:
    def prints() -> list[str]:
        return sorted(r["partialFingerprints"]["doenvermogentoets/v1"] for r in sarif(program, draft)["results"])

    before = prints()
    draft.write_text("Vooraf.\n\n" + DRAFT, encoding="utf-8")
    assert prints() == before
    assert len(set(before)) == 3


def test_sarif_lists_what_was_set_aside_with_its_reason(program: Program, draft: Path) -> None:
    draft.write_text(DRAFT.replace("1. De ouder", "% doenvermogentoets: negeer HST001 -- afgesproken\n1. De ouder"), encoding="utf-8")
    found = [r["suppressions"] for r in sarif(program, draft)["results"] if "suppressions" in r]
    assert found == [[{"kind": "inSource", "status": "accepted", "justification": "afgesproken"}]]


def test_sarif_reports_a_broken_check(program: Program, proef: Catalogue, draft: Path) -> None:
    check = proef.get("HST002")
    assert check is not None
    check.__dict__["detector"] = crash
    invocation = sarif(program, draft)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["descriptor"] == {"id": "haast-onverwijld"}


def test_sarif_uri_is_escaped(program: Program, tmp_path: Path) -> None:
    (tmp_path / "mijn wet é.txt").write_text(DRAFT, encoding="utf-8")
    run = sarif(program, "mijn wet é.txt")
    assert run["artifacts"] == [{"location": {"uri": "mijn%20wet%20%C3%A9.txt"}}]


def test_github_annotations_are_escaped(program: Program, tmp_path: Path) -> None:
    (tmp_path / "100%,a.txt").write_text(DRAFT, encoding="utf-8")
    first = program("check", "100%,a.txt", "--format", "github").out.splitlines()[0]
    assert first == (
        "::warning file=100%25%2Ca.txt,line=5,endLine=5,col=33,endColumn=41,title=haast-terstond (HST001)%2C artikel 1%2C eerste lid"
        "::Er staat «terstond». Dat is een proef. Kan het zonder terstond? Grond: Ar 2.1"
    )


def test_gitlab_fingerprints_are_unique(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(DRAFT, encoding="utf-8")
    issues = json.loads(program("check", draft, "b.txt", "--format", "gitlab").out)
    assert len({i["fingerprint"] for i in issues}) == len(issues) == 6
    assert issues[0]["location"] == {"path": "wet.txt", "lines": {"begin": 5, "end": 5}}
    assert [i["severity"] for i in issues[:3]] == ["major", "minor", "major"]


def test_junit_counts_and_is_well_formed(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "b <&>.txt").write_text("Artikel 1\n\nNiets aan de hand.\n", encoding="utf-8")
    root = ET.fromstring(program("check", draft, "b <&>.txt", "--format", "junit").out.encode())
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "2", "0")
    assert [s.get("name") for s in root] == ["wet.txt", "b <&>.txt"]
    assert [f.get("type") for f in root.findall(".//failure")] == ["warning", "warning"]


@pytest.mark.parametrize(("fail_on", "failed"), [("never", 0), ("error", 0), ("warning", 2), ("suggestion", 3), ("info", 3)])
def test_junit_is_red_when_the_exit_code_is(program: Program, draft: Path, fail_on: str, failed: int) -> None:
    result = program("check", draft, "--format", "junit", "--fail-on", fail_on)
    root = ET.fromstring(result.out.encode())
    (suite,) = root
    assert [root.get("failures"), suite.get("failures"), str(len(root.findall(".//failure")))] == [str(failed)] * 3
    assert [suite.get("skipped"), str(len(root.findall(".//skipped")))] == [str(3 - failed)] * 2
    assert result.code == (1 if failed else 0)
    assert all(case[0].get("message") and case[0].text for case in suite)  # a finding is told whatever becomes of its test


def test_junit_follows_the_settings_of_each_draft(program: Program, draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "mild"
    other.mkdir()
    (other / "b.txt").write_text(DRAFT, encoding="utf-8")
    (other / "doenvermogentoets.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    root = ET.fromstring(program("check", draft, other / "b.txt", "--format", "junit").out.encode())
    assert {s.get("name"): s.get("failures") for s in root} == {"wet.txt": "2", "mild/b.txt": "0"}


def test_json_gives_what_was_set_aside(program: Program, draft: Path) -> None:
    draft.write_text(DRAFT.replace("1. De ouder", "% doenvermogentoets: negeer HST001 -- afgesproken\n1. De ouder"), encoding="utf-8")
    data = json.loads(program("check", draft, "--format", "json").out)
    assert [(s["code"], s["reason"], s["by"]) for s in data["documents"][0]["suppressed"]] == [("HST001", "afgesproken", "comment")]
    assert data["summary"]["warning"] == 1


def test_norms_and_outline_read_several_files(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(DRAFT, encoding="utf-8")
    for command in ("norms", "outline"):
        data = json.loads(program(command, draft, "b.txt", "--format", "json").out)
        assert (data["schema"], [Path(d["path"]).name for d in data["documents"]]) == (1, ["wet.txt", "b.txt"])


def test_norms_call_an_organisation_what_the_report_calls_it(program: Program, tmp_path: Path) -> None:
    (tmp_path / "wet.txt").write_text(
        "Wet op de levering\n\nArtikel 1\nIn deze wet wordt verstaan onder:\nleverancier: onderneming die stroom levert;\n"
        "gebruiker: natuurlijke persoon die stroom gebruikt.\n\nArtikel 2\n1. De leverancier meldt het verbruik binnen twee weken.\n"
        "2. De gebruiker meldt een storing.\n",
        encoding="utf-8",
    )
    shown = program("norms", "wet.txt").out
    assert "leverancier (organisatie of onderneming)" in shown
    assert "binnen twee weken (organisatie of onderneming)" in shown
    assert "gebruiker (burger)" in shown
    assert "leverancier (burger)" not in shown


def test_norms_as_csv_has_one_row_per_norm(program: Program, draft: Path, tmp_path: Path) -> None:
    import csv

    rows = list(csv.DictReader(program("norms", draft, "--format", "csv").out.splitlines()))
    assert [(r["artikel"], r["lid"]) for r in rows] == [("1", "1"), ("1", "2"), ("2", "")]
    program("norms", draft, "--format", "csv", "-o", "n.csv")
    assert (tmp_path / "n.csv").read_bytes().startswith(b"\xef\xbb\xbfbestand,")


def test_outline_tree_shows_numbers_lines_and_headings(program: Program, draft: Path) -> None:
    out = program("outline", draft).out
    assert "     3   artikel 1" in out
    assert "     5     lid 1  De ouder meldt een wijziging terstond aan het college." in out
    assert "2 artikelen, 2 leden" in out


def test_outline_of_a_toelichting_looks_for_artikelen_in_its_bill(program: Program, tmp_path: Path) -> None:
    bill = "Wet kaart\n\nArtikel 1\n\n1. De ouder meldt dit.\n"
    told = "Memorie van toelichting\n\nI. Algemeen\n\nArtikel 1 zegt wie meldt. Artikel 9 zegt wanneer.\n"
    (tmp_path / "wet.txt").write_text(f"{bill}\n{told}", encoding="utf-8")
    lost = [line.strip() for line in program("outline", "wet.txt").out.splitlines() if "zonder doel" in line]
    assert [line.partition(": ")[2] for line in lost] == ["Artikel 9"]
    (tmp_path / "los.txt").write_text(told, encoding="utf-8")
    assert "zonder doel" not in program("outline", "los.txt").out  # what it explains was not given


def test_spans_of_norms_are_those_of_the_file(program: Program, tmp_path: Path) -> None:
    text = "### Artikel 1\n\n**De ouder** meldt een wijziging binnen twee weken aan het college.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (unit,) = json.loads(program("norms", "a.md", "--format", "json").out)["documents"][0]["units"]
    limit = unit["norms"][0]["termijn"]["span"]
    assert text[limit["start"] : limit["end"]] == "binnen twee weken"
    assert text[unit["span"]["start"] : unit["span"]["end"]].endswith("aan het college.")

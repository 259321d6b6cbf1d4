"""docs/json.md and schema.json against each other and against what the program writes."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from doenvermogentoets.cli.app import run
from doenvermogentoets.report.model import Report

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "voorbeeld"
PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((files("doenvermogentoets.output") / "schema.json").read_text(encoding="utf-8"))
AMENDING = """VOORSTEL VAN WET

ARTIKEL I

De Leerkredietwet wordt als volgt gewijzigd:

A

Artikel 4 komt te luiden:

Artikel 4
1. Het recht op krediet vervalt, indien de aanvrager de gegevens niet binnen een week verstrekt.
"""


def section(heading: str) -> str:
    """The text under a heading, up to the next of the same level or above."""
    level = heading.partition(" ")[0]
    _, found, rest = f"\n{PAGE}".partition(f"\n{heading}\n")
    assert found, heading
    return re.split(rf"^#{{1,{len(level)}}} ", rest, maxsplit=1, flags=re.M)[0]


def named(text: str) -> list[str]:
    """The fields in the first column of the tables."""
    rows = re.findall(r"^\| (`[^|]*?) \|", text, re.M)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def keys(value: object) -> Iterator[str]:
    """Every field anywhere in a value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample in its own subfolder, and an amending bill."""
    shutil.copytree(SAMPLE, tmp_path / "voorbeeld")
    (tmp_path / "wijziging.txt").write_text(AMENDING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def output(folder: Path, *arguments: str) -> Any:
    assert run([*arguments, "-o", "uit.json"]) == 0
    return json.loads((folder / "uit.json").read_text(encoding="utf-8"))


def properties() -> dict[str, set[str]]:
    """The fields of each object of the schema, by the heading that it has on the page."""
    whole, defs = SCHEMA["properties"], SCHEMA["$defs"]
    finding = defs["finding"]["properties"]
    document = defs["document"]["properties"]
    aside = document["suppressed"]["items"]["properties"]
    return {
        "### het geheel": set(whole),
        "### `documents[]`": set(document),
        "### `documents[].findings[]` en `documents[].suppressed[]`": {*finding, *aside},
        "### `unit`": set(finding["unit"]["oneOf"][1]["properties"]),
        "### `framework`": set(finding["framework"]["properties"]),
        "### `suggestions[]`": set(finding["suggestions"]["items"]["properties"]),
        "### `related[]`": set(finding["related"]["items"]["properties"]),
        "### `unread[]`": set(document["unread"]["items"]["properties"]),
        "### `failures[]`": set(whole["failures"]["items"]["properties"]),
        "### `dossiers[]`": set(whole["dossiers"]["items"]["properties"]),
    }


@pytest.mark.parametrize("heading", properties())
def test_every_field_of_check_is_on_the_page_and_no_other(heading: str) -> None:
    found = named(section(heading))
    assert len(found) == len(set(found))
    assert set(found) == properties()[heading]


@pytest.mark.parametrize("heading", properties())
def test_every_field_of_check_has_a_kind_and_an_example(heading: str) -> None:
    for row in re.findall(r"^\| `.*$", section(heading), re.M):
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert len(cells) == 4 and all(cells), row
        for example in re.findall(r"^`(.+)`$", cells[3]):
            json.loads(example)


def test_real_output_follows_the_schema(written: Path) -> None:
    data = output(written, "check", "voorbeeld/wetsvoorstel.txt", "wijziging.txt", "--format", "json", "--fail-on", "never", "--no-cache")
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    findings = [f for d in data["documents"] for f in d["findings"]]
    # what is seldom there is there, so that it was held against the schema too
    assert any(f["related"] for f in findings)
    assert any(s["at"] for f in findings for s in f["suggestions"])
    assert any("wijziging" in (f["unit"] or {}) for f in findings)


def test_the_example_is_a_finding() -> None:
    example = json.loads(re.findall(r"^```json\n(.*?)^```$", PAGE, re.M | re.S)[0])
    finding = {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], "$ref": "#/$defs/finding", "unevaluatedProperties": False}
    jsonschema.Draft202012Validator(finding).validate(example)


def test_the_example_is_what_the_sample_gives(written: Path) -> None:
    """All but the prose, which may be said better without a change of this page."""
    example = json.loads(re.findall(r"^```json\n(.*?)^```$", PAGE, re.M | re.S)[0])
    texts = ("voorbeeld/wetsvoorstel.txt", "--toelichting", "voorbeeld/memorie-van-toelichting.txt")
    data = output(written, "check", *texts, "--format", "json", "--fail-on", "never", "--no-cache")
    prose = {"message", "explanation", "question", "ground", "precision", "suggestions", "related"}

    def facts(finding: dict[str, Any]) -> dict[str, Any]:
        places = [(r["path"], r["span"], r["line"], r["column"]) for r in finding["related"]]
        return {**{k: v for k, v in finding.items() if k not in prose}, "places": places}

    same = [f for f in data["documents"][0]["findings"] if (f["code"], f["span"]) == (example["code"], example["span"])]
    assert [facts(f) for f in same] == [facts(example)]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_offsets_are_code_points_without_the_mark_at_the_start(written: Path, end: str) -> None:
    text = AMENDING.replace("De Leerkredietwet", "De 🎓-kredietwet").replace("\n", end)
    (written / "w.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    data = output(written, "check", "w.txt", "--format", "json", "--fail-on", "never")
    findings = data["documents"][0]["findings"]
    assert findings
    lines = text.split(end)
    for f in findings:
        assert text[f["span"]["start"] : f["span"]["end"]] == f["quote"]
        if f["line"] == f["end_line"]:
            assert lines[f["line"] - 1][f["column"] - 1 : f["end_column"] - 1] == f["quote"]


@pytest.mark.parametrize(
    ("heading", "command"),
    [("## `norms`", ("norms", "voorbeeld/wetsvoorstel.txt")), ("## `outline`", ("outline", "voorbeeld/memorie-van-toelichting.txt"))],
)
def test_every_field_of_norms_and_outline_is_on_the_page(written: Path, heading: str, command: tuple[str, ...]) -> None:
    real = set(keys(output(written, *command, "--format", "json")))
    assert real - set(named(section(heading))) == set()


@pytest.mark.parametrize(("heading", "command"), [("## `settings`", "settings"), ("## `checks`", "checks")])
def test_every_field_of_settings_and_checks_is_on_the_page(
    written: Path, capfdbinary: pytest.CaptureFixture[bytes], heading: str, command: str
) -> None:
    assert run([command, "--format", "json"]) == 0
    sys.stdout.flush()
    data = json.loads(capfdbinary.readouterr().out)
    rows = data[command]
    assert {*data, *(key for row in rows for key in row)} == set(named(section(heading)))


def test_every_part_of_the_report_is_on_the_page() -> None:
    assert named(section("## `report`")) == [field.alias or name for name, field in Report.model_fields.items()]


def test_page_and_schema_are_found_from_where_people_look() -> None:
    for name in ("README.md", "docs/ci.md"):
        assert "json.md" in (ROOT / name).read_text(encoding="utf-8"), name
    assert "output/schema.json" in (ROOT / "README.md").read_text(encoding="utf-8")

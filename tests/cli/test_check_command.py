from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from proefprogramma import DRAFT, Program, crash

from doenvermogentoets.catalogue import Catalogue

TOELICHTING = "Memorie van toelichting\n\nI. Algemeen\n\nHet wordt uitgelegd waarom dit nodig is.\n"


def as_json(out: str) -> dict[str, object]:
    data: dict[str, object] = json.loads(out)
    schema = json.loads((files("doenvermogentoets") / "output" / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    return data


def test_text_shows_place_words_question_ground_and_counts(program: Program, draft: Path) -> None:
    result = program("check", draft)
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[0] == "wet.txt:5:33  waarschuwing  haast-terstond (HST001)  artikel 1, eerste lid"
    assert lines[1] == "   5 | 1. De ouder meldt een wijziging terstond aan het college."
    assert lines[2] == "     |                                 ^^^^^^^^ proef"
    assert lines[3] == "      Er staat «terstond». Dat is een proef."
    assert lines[4] == "   Vraag  Kan het zonder terstond? (Beleidskompas 4, doenvermogen D4; vroeger IAK 7)"
    assert lines[5] == "   Grond  Ar 2.1"
    assert lines[6] == "   Kan    haal terstond weg"
    assert lines[7] == "   Zekerheid middel. Meer: doenvermogentoets explain HST001"
    assert lines[-1] == "2 waarschuwingen en 1 suggestie in 1 bestand."
    assert "\x1b" not in result.out


def test_second_place_is_shown_with_its_own_words(program: Program, draft: Path) -> None:
    out = program("check", draft, "--select", "HST001").out
    second = out[out.index("wet.txt:10:") :]
    assert "    5 | 1. De ouder meldt een wijziging terstond aan het college." in second
    assert "      |                                 ^^^^^^^^ hier ook" in second
    assert "   10 | De ouder betaalt terstond." in second


def test_colour_only_when_asked_or_on_a_terminal(program: Program, draft: Path) -> None:
    assert "\x1b[" in program("check", draft, "--color").out
    assert "\x1b[" not in program("check", draft, "--no-color").out


def test_json_follows_its_schema_and_points_at_the_words(program: Program, draft: Path) -> None:
    data = as_json(program("check", draft, "--format", "json").out)
    (document,) = data["documents"]  # type: ignore[misc]
    for finding in document["findings"]:
        span = finding["span"]
        assert DRAFT[span["start"] : span["end"]] == finding["quote"]
        assert DRAFT.splitlines()[finding["line"] - 1][finding["column"] - 1 : finding["end_column"] - 1] == finding["quote"]
    assert data["summary"] == {"error": 0, "warning": 2, "suggestion": 1, "info": 0}
    assert document["findings"][0]["unit"]["lid"] == "1"


def test_positions_count_code_points_after_emoji_and_windows_line_ends(program: Program, tmp_path: Path) -> None:
    text = "Artikel 1\r\n\U0001f600\U0001f600 e\u0301 meldt terstond.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    data = as_json(program("check", "a.txt", "--format", "json").out)
    finding = data["documents"][0]["findings"][0]  # type: ignore[index]
    assert (finding["line"], finding["column"]) == (2, 13)
    assert text[finding["span"]["start"] : finding["span"]["end"]] == "terstond"


def test_markdown_spans_are_those_of_the_file(program: Program, tmp_path: Path) -> None:
    text = "### Artikel 1\n\nDe ouder meldt het **terstond**.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    finding = as_json(program("check", "a.md", "--format", "json").out)["documents"][0]["findings"][0]  # type: ignore[index]
    assert text[finding["span"]["start"] : finding["span"]["end"]] == "terstond"
    assert (finding["line"], finding["column"]) == (3, 22)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 0),
        (("--fail-on", "suggestion"), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "haast-terstond"), 0),
        (("--ignore", "HST001", "--fail-on", "suggestion"), 1),
        (("--select", "haast-onverwijld"), 0),
        (("--select", "haast"), 1),
        (("--select", "HST002, HST001"), 1),
        (("--ignore", "HST001,HST002", "--fail-on", "info"), 0),
        (("--severity", "haast-terstond=info"), 0),
        (("--severity", "haast-onverwijld=error", "--fail-on", "error"), 1),
    ],
)
def test_exit_code_follows_fail_on(program: Program, draft: Path, arguments: tuple[str, ...], code: int) -> None:
    assert program("check", draft, *arguments).code == code


def test_no_findings_is_said(program: Program, tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text("Artikel 1\n\nDit is de wet.\n", encoding="utf-8")
    result = program("check", "leeg.txt")
    assert result.code == 0
    assert result.out.splitlines()[-1] == "Geen bevindingen in 1 bestand."


def test_checks_that_need_a_toelichting_say_once_that_they_could_not_run(program: Program, draft: Path) -> None:
    out = program("check", draft).out
    assert out.count("kon niet meedoen: zonder toelichting") == 1


def test_hint_at_a_toelichting_beside_the_draft(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "wet-toelichting.txt").write_text(TOELICHTING, encoding="utf-8")
    assert "Ernaast staat wet-toelichting.txt" in program("check", draft).out.replace("\n", " ")


def test_toelichting_is_checked_with_the_draft(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "mvt.txt").write_text(TOELICHTING, encoding="utf-8")
    result = program("check", draft, "--toelichting", "mvt.txt", "--format", "json")
    documents = as_json(result.out)["documents"]
    assert [d["path"] for d in documents] == ["wet.txt", "mvt.txt"]  # type: ignore[attr-defined]
    assert [f["check"] for f in documents[1]["findings"]] == ["uitleg-waarom"]  # type: ignore[index]
    assert result.code == 1


def test_toelichting_alone_is_checked_without_a_draft(program: Program, tmp_path: Path) -> None:
    (tmp_path / "memorie-van-toelichting.txt").write_text(TOELICHTING + "\nHij doet het terstond.\n", encoding="utf-8")
    data = as_json(program("check", "memorie-van-toelichting.txt", "--format", "json").out)
    (document,) = data["documents"]  # type: ignore[misc]
    assert document["kind"] == "toelichting"
    assert [f["check"] for f in document["findings"]] == ["haast-terstond"]


def test_folder_pairs_by_name_and_says_so(program: Program, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "wet-toelichting.txt").write_text(TOELICHTING, encoding="utf-8")
    (tmp_path / "~$wet.docx").write_bytes(b"lock")
    (tmp_path / ".verborgen").mkdir()
    (tmp_path / ".verborgen" / "x.txt").write_text("Artikel 1\n\nterstond\n", encoding="utf-8")
    result = program("check", tmp_path, "--format", "json")
    assert f"{tmp_path}/wet.txt wordt getoetst met {tmp_path}/wet-toelichting.txt" in result.err
    assert [d["path"] for d in as_json(result.out)["documents"]] == ["wet.txt", "wet-toelichting.txt"]  # type: ignore[attr-defined]


def test_stdin_with_a_name(program: Program) -> None:
    result = program("check", "-", "--stdin-filename", "x.md", "--format", "concise", stdin=b"### Artikel 1\n\nHij komt **terstond**.\n")
    assert result.out == "x.md:3:12: waarschuwing haast-terstond (HST001) Er staat «terstond». [artikel 1]\n"


def test_stdin_without_a_name_is_plain_text(program: Program) -> None:
    result = program("check", "-", "--format", "concise", stdin=DRAFT.encode())
    assert result.out.startswith("standaardinvoer:5:33: ")


def test_output_file_is_written_whole(program: Program, draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.json"
    target.write_text("oud", encoding="utf-8")
    result = program("check", draft, "--format", "json", "-o", target)
    assert result.out == ""
    assert as_json(target.read_text(encoding="utf-8"))["schema"] == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["uit.json", "wet.txt"]


def test_crashing_check_is_named_and_the_others_go_on(program: Program, proef: Catalogue, draft: Path) -> None:
    check = proef.get("haast-onverwijld")
    assert check is not None
    check.__dict__["detector"] = crash
    result = program("check", draft)
    assert result.code == 2
    assert "De controle haast-onverwijld liep vast (RuntimeError) op wet.txt; de andere gingen door." in result.out
    assert "haast-terstond (HST001)" in result.out
    assert "geheime" not in result.out + result.err
    data = as_json(program("check", draft, "--format", "json").out)
    assert data["failures"] == [{"check": "haast-onverwijld", "error": "RuntimeError", "path": "wet.txt"}]


def test_unread_parts_are_shown(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("### Artikel 1\n\nTekst ![plaatje](x.png) verder.\n", encoding="utf-8")
    assert "a.md: niet gelezen: afbeelding" in program("check", "a.md").out


def test_escape_codes_in_a_draft_do_not_reach_the_terminal(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Artikel 1\n\nHij komt \u202e\u009b31m terstond.\n", encoding="utf-8")
    out = program("check", "a.txt").out
    assert "\u202e" not in out
    assert "\u009b" not in out
    assert "^^^^^^^^" in out


def run_process(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "doenvermogentoets", *arguments],
        cwd=cwd,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def test_console_of_another_encoding_does_not_break_the_output(tmp_path: Path) -> None:
    (tmp_path / "wet.txt").write_text("Artikel 1 Van \u2192 naar \U0001f600\n\nHij doet dit.\n", encoding="utf-8")
    done = run_process("outline", "wet.txt", cwd=tmp_path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Van ? naar ?" in done.stdout
    machine = run_process("outline", "wet.txt", "--format", "json", cwd=tmp_path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert "\u2192" in json.loads(machine.stdout.decode("utf-8"))["documents"][0]["tree"][0]["heading"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE")
def test_closed_pipe_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "wet.txt").write_text("Artikel 1\n\n" + "Hij doet dit en/of dat.\n\n" * 3000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "doenvermogentoets", "outline", "wet.txt", "--format", "json"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=120) == 141
    assert error == b""


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("explain", "DVT001"), ("checks",), ("--version",)])
def test_help_and_explain_load_no_heavy_library(arguments: tuple[str, ...]) -> None:
    script = (
        "import sys\nfrom doenvermogentoets.cli.app import run\n"
        f"code = run({list(arguments)!r})\n"
        "heavy = {'spacy', 'pygls', 'docx', 'lxml', 'numpy', 'lsprotocol'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy or code else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_toelichting_in_the_same_file_is_a_document_of_its_own(program: Program, tmp_path: Path) -> None:
    text = f"{DRAFT}\n![plaatje](x.png)\n\nNOTA VAN TOELICHTING\n\nHet is nodig en hier staat waarom. Het gaat terstond in.\n"
    (tmp_path / "a.md").write_text(text.replace("Artikel", "### Artikel"), encoding="utf-8")
    data = as_json(program("check", "a.md", "--format", "json", "--ignore", "haast-onverwijld").out)
    bill, toelichting = data["documents"]  # type: ignore[misc]
    assert [d["path"] for d in (bill, toelichting)] == ["a.md", "a.md"]
    assert toelichting["kind"] == "toelichting"
    assert [f["line"] for f in bill["findings"]] == [5, 10]
    assert {f["check"] for f in toelichting["findings"]} >= {"uitleg-waarom"}
    assert [len(d["unread"]) for d in (bill, toelichting)] == [1, 0]


def test_help_is_dutch_throughout(program: Program) -> None:
    for command in ("", "check", "annotate", "norms", "outline", "settings", "explain", "checks", "doctor", "server", "baseline"):
        out = program(*command.split(), "--help").out
        assert out.startswith("Gebruik: doenvermogentoets")
        assert "Toon deze uitleg en stop." in out
        for english in ("Usage", "Options:", "Show this", "COMMAND", "[OPTIONS]", "Commands"):
            assert english not in out


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes there")
def test_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(b"wet-\xff.txt")
    (tmp_path / name).write_text("Artikel 1\n\nHij doet dit.\n", encoding="utf-8")
    done = run_process("outline", name, "--format", "json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["documents"][0]["path"] == "wet-?.txt"


def test_light_findings_are_counted_but_shown_only_when_asked(program: Program, draft: Path) -> None:
    lighter = program("check", draft, "--severity", "HST001=info")
    assert "haast-terstond" not in lighter.out
    assert "2 ter informatie in 1 bestand." in lighter.out
    assert lighter.out.splitlines()[-1] == "2 lichtere bevindingen zijn niet getoond; toon ze met --show info."
    no_information = program("check", draft, "--show", "error").out.splitlines()[-1]
    assert no_information == "3 lichtere bevindingen zijn niet getoond; toon ze met --show suggestion."
    assert "haast-terstond" in program("check", draft, "--severity", "HST001=info", "--show", "info").out
    assert "haast-terstond" in program("check", draft, "--severity", "HST001=info", "--format", "json").out


def test_two_places_on_one_line_of_the_toelichting_show_that_line_once(tmp_path: Path) -> None:
    bill = tmp_path / "ontwerp.txt"
    bill.write_text(
        "Wet tot wijziging van de Wet fietsvergoeding\n\nARTIKEL I\nDe Wet fietsvergoeding wordt als volgt gewijzigd:\n\n"
        "A\nIn artikel 9 vervalt het tweede lid.\n",
        encoding="utf-8",
    )
    told = tmp_path / "toelichting.txt"
    told.write_text(
        "MEMORIE VAN TOELICHTING\n\n1. Inhoud\n\nArtikel 9, tweede lid, maakt een uitzondering voor de fietser aan wie een verkeerde "
        "opgave niet kan worden toegerekend. Die beoordeling kost veel tijd. De uitzondering vervalt.\n",
        encoding="utf-8",
    )
    done = run_process("check", bill.name, "--toelichting", told.name, "--select", "HRD013", "--fail-on", "never", cwd=tmp_path)
    lines = done.stdout.decode("utf-8").splitlines()
    (first,) = (i for i, line in enumerate(lines) if line == "   toelichting.txt:5:1")
    assert lines[first + 1].startswith("   5 | Artikel 9, tweede lid, maakt een uitzondering")
    assert sum("wat de toelichting erover zegt" in line for line in lines) == 1
    carets = next(line for line in lines[first:] if line.endswith("wat de toelichting erover zegt"))
    assert carets.count("^ ^") >= 1, "both places are marked"


@pytest.mark.parametrize(("after", "said"), [(0.0, True), (60.0, False)])
def test_one_dossier_that_takes_long_says_that_it_is_not_stuck(
    program: Program, draft: Path, monkeypatch: pytest.MonkeyPatch, after: float, said: bool
) -> None:
    from doenvermogentoets.cli import console

    monkeypatch.setattr(console, "LONG", after)
    told = program("check", draft).err
    assert ("Nog bezig" in told) == said
    assert "groot" not in told, "a clock says nothing of the draft"

"""What the project promises about itself: light start, layers, no network, true pages, the same sample in text and Word."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import entry_points
from pathlib import Path

import docx
import pytest

from doenvermogentoets import __version__, catalogue, config, engine, readers, structure
from doenvermogentoets.cli import exits
from doenvermogentoets.document import Source
from doenvermogentoets.structure.labels import label

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("src/doenvermogentoets", "checks/doenvermogentoets_checks", "server/doenvermogentoets_server")
SAMPLE = ROOT / "voorbeeld"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "server" / "editors").glob("*.md")), ROOT / "CONTRIBUTING.md"]
HEAVY = ("spacy", "pygls", "lsprotocol", "docx", "lxml", "numpy", "jinja2", "matplotlib")
NETWORK = {"socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "ftplib", "smtplib", "xmlrpc", "aiohttp"}


def sources() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def imports(path: Path) -> set[str]:
    """Everything a file imports, anywhere in it, with the packages above it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names | {name.partition(".")[0] for name in names}


def importing(paths: Iterable[Path], forbidden: set[str]) -> dict[str, list[str]]:
    """The files that import something forbidden, and what."""
    found = {str(path.relative_to(ROOT)): sorted(imports(path) & forbidden) for path in paths}
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["explain", "TRM001"], ["checks"], ["check", "--help"], ["report", "--help"]]
)
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom doenvermogentoets.cli.app import run\n"
        f"code = run({arguments!r})\n"
        f"print('heavy:', sorted(m for m in {HEAVY!r} if m in sys.modules), 'code:', code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "heavy: [] code: 0"


def test_importing_the_engine_loads_nothing_heavy() -> None:
    script = f"import sys, doenvermogentoets.engine, doenvermogentoets.catalogue\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_no_source_uses_the_network() -> None:
    assert importing(sources(), NETWORK) == {}


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("src/doenvermogentoets", {"doenvermogentoets_checks", "doenvermogentoets_server", "pygls", "lsprotocol"}),
        ("checks/doenvermogentoets_checks", {"doenvermogentoets_server", "pygls", "lsprotocol", "click"}),
        ("server/doenvermogentoets_server", {"doenvermogentoets_checks", "spacy", "docx", "lxml"}),
    ],
)
def test_layers(package: str, forbidden: set[str]) -> None:
    assert importing(sorted((ROOT / package).rglob("*.py")), forbidden) == {}


def test_checks_and_server_come_in_through_entry_points() -> None:
    assert "ingebouwd" in {point.name for point in entry_points(group="doenvermogentoets.checks")}
    assert "lsp" in {point.name for point in entry_points(group="doenvermogentoets.server")}


def commands(text: str) -> list[list[str]]:
    """The commands in the shell blocks of a page, word by word."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S)
    return [shlex.split(part) for block in blocks for line in block.splitlines() for part in line.split("&&")]


def test_readme_names_files_that_exist() -> None:
    given = [word for command in commands(README) for word in command if word.startswith(("voorbeeld", "tests", "docs", "benchmarks"))]
    assert given
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert linked
    for name in [*given, *linked]:
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_readme_has_two_commands_to_set_up_and_ci_runs_them() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README.partition("## What it says")[0], re.M | re.S)
    assert len(blocks) == 2
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for command in ("python3 -m venv .venv", "pip install --quiet -e .", "pip install --quiet -e '.[dev]'", ".venv/bin/pytest"):
        assert command in script
        assert command.replace("--quiet ", "") in "".join(blocks)


def test_readme_shows_what_the_program_prints() -> None:
    shown = re.search(r"<!-- uitvoer -->\n```text\n(.*?)```\n<!-- einde uitvoer -->", README, re.S)
    assert shown is not None
    assert shown.group(1).strip()
    command = ["check", "voorbeeld/wetsvoorstel.txt", "--select", "fatale-termijn-zonder-uitweg", "--fail-on", "never", "--isolated"]
    done = subprocess.run(
        [sys.executable, "-m", "doenvermogentoets", *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    assert shown.group(1).strip() == done.stdout.strip()


def test_version_is_in_changelog_and_publiccode() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'softwareVersion: "{__version__}"' in (ROOT / "publiccode.yml").read_text(encoding="utf-8")


def test_licence_is_the_one_that_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"]
    assert declared == "EUPL-1.2"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert f"license: {declared}" in (ROOT / "publiccode.yml").read_text(encoding="utf-8")


def test_settings_in_the_guide_are_valid() -> None:
    page = (ROOT / "docs" / "instellingen.md").read_text(encoding="utf-8")
    given = re.search(r"^```toml\n(.*?)^```$", page, re.M | re.S)
    assert given is not None
    config.from_data(tomllib.loads(given.group(1)), "docs/instellingen.md").validate(catalogue.load())


def test_page_for_build_servers_has_every_exit_code_and_promises_no_tag() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    table = page.partition("## Exitcodes")[2].partition("##")[0]
    for name, code in vars(exits).items():
        if name.isupper():
            assert re.search(rf"^\|[^|]*\b{code}\b[^|]*\|", table, re.M), f"{name} ({code})"
    assert not re.search(r"rev: *v?\d", page), "which tags there are is up to whoever hosts the source"


def test_suppressed_names_and_codes_in_pages_exist() -> None:
    known = catalogue.load()
    pages = [README, *(p.read_text(encoding="utf-8") for p in sorted((ROOT / "docs").glob("*.md")))]
    for page in pages:
        for name in re.findall(r"(?:negeer|explain) ([a-z-]{6,}|[A-Z]{3}\d{3})", page):
            assert known.get(name) is not None, name


def shown(source: Source) -> list[str]:
    """The paragraphs with their numbers, as a reader sees them; the mark of a note is left out."""
    lines = []
    for paragraph in source.paragraphs:
        text = re.sub(r"\[\d+\]", "", source.text[paragraph.span]).strip()
        if text:
            lines.append(f"{paragraph.label} {text}".strip())
    return lines


@pytest.mark.parametrize("name", ["wetsvoorstel", "memorie-van-toelichting"])
def test_sample_is_the_same_in_text_and_in_word(name: str) -> None:
    text = shown(readers.read(SAMPLE / f"{name}.txt"))
    word = shown(readers.read(SAMPLE / f"{name}.docx"))
    # a table is one paragraph per cell in Word and one line per row in the text
    cells = [cell for line in text for cell in line.split("\t")]
    assert sorted(cells) == sorted(word)
    assert [line for line in word if line in text] == [line for line in text if line in word]


def test_sample_in_word_is_made_from_the_text(tmp_path: Path) -> None:
    copy = tmp_path / "voorbeeld"
    copy.mkdir()
    for name in ("maak_docx.py", "wetsvoorstel.txt", "memorie-van-toelichting.txt"):
        (copy / name).write_bytes((SAMPLE / name).read_bytes())
    subprocess.run([sys.executable, str(copy / "maak_docx.py")], check=True, capture_output=True, timeout=60)
    for name in ("wetsvoorstel", "memorie-van-toelichting"):
        made, kept = readers.read(copy / f"{name}.docx"), readers.read(SAMPLE / f"{name}.docx")
        assert (copy / f"{name}.docx").read_bytes() != b""
        assert made.text.content == kept.text.content
        assert [p.label for p in made.paragraphs] == [p.label for p in kept.paragraphs]
        for path in (copy / f"{name}.docx", SAMPLE / f"{name}.docx"):
            page = docx.Document(str(path)).sections[0]
            assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7), "A4, as every ministry prints"


def test_sample_has_enough_articles() -> None:
    text = (SAMPLE / "wetsvoorstel.txt").read_text(encoding="utf-8")
    assert len(re.findall(r"^Artikel \d+\. ", text, re.M)) >= 15


def test_every_requirement_is_placed_and_names_checks_that_exist() -> None:
    rows = re.findall(r"^\| (\d+) \| (\w) \| (.+?) \| (.+?) \|$", (ROOT / "docs" / "eisen.md").read_text(encoding="utf-8"), re.M)
    assert [int(number) for number, *_ in rows] == list(range(1, 117))
    known = catalogue.load()
    themes = {check.theme for check in known}
    commands = {"check", "norms", "baseline", "report", "--previous"}
    for _, _, _, place in rows:
        for name in re.findall(r"`([^`]+)`", place):
            assert known.get(name) is not None or name in commands or name == "thema_szw", name
        assert re.search(r"`|\bthema|\bopzet\b|\buitvoer\b|\brapport\b|\bbuiten\b", place), place
    assert {"hardheid", "doenvermogen", "termijnen", "taal", "bevoegdheid"} <= themes


def test_sample_gives_the_same_findings_in_text_and_in_word() -> None:
    def found(suffix: str) -> list[tuple[str, str, str]]:
        sources = [readers.read(SAMPLE / f"{name}.{suffix}") for name in ("wetsvoorstel", "memorie-van-toelichting")]
        result = engine.run(structure.dossier(*sources), catalogue.load())
        return sorted((f.check, label(f.unit) if f.unit is not None else "", " ".join(f.quote.split())) for f in result.findings)

    in_text = found("txt")
    assert len(in_text) > 10
    assert found("docx") == in_text

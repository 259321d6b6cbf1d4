"""The package of docs/eigen-controles.md, as it stands there, works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_FILE = re.compile(r"^`(\S+)`\n\n(`{3,})\w+\n(.*?)^\2$", re.M | re.S)
PAGE = (ROOT / "docs" / "eigen-controles.md").read_text(encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder where Python finds the package as if pip had put it there."""
    given = {match[1]: match[3] for match in _FILE.finditer(PAGE)}
    project = tomllib.loads(given.pop("pyproject.toml"))
    assert sorted(given) == ["huis_toets/__init__.py", "huis_toets/zware-verzending.md", "huis_toets/zware_verzending.py"]
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["huis_toets"]
    for name, content in given.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    about = tmp_path / f"huis_toets-{project['project']['version']}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: huis-toets\nVersion: 1.0\n", encoding="utf-8")
    ((group, points),) = project["project"]["entry-points"].items()
    lines = "\n".join(f"{name} = {value}" for name, value in points.items())
    (about / "entry_points.txt").write_text(f"[{group}]\n{lines}\n", encoding="utf-8")
    return tmp_path


def run(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(house), *sys.path])
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=house, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False)


def test_the_package_on_the_page_finds_what_it_says_and_listens_to_the_settings(house: Path) -> None:
    (house / "wet.txt").write_text(
        "Artikel 1\n\nDe pachter meldt de verkoop bij aangetekende brief.\n\nArtikel 2\n\nDe pachter verzoekt dit per kaartje.\n",
        encoding="utf-8",
    )
    given = re.search(r"```toml\n(\[severity\]\nzware-verzending.*?)```", PAGE, re.S)
    assert given is not None
    (house / "doenvermogentoets.toml").write_text(given[1].replace("notariële akte", "kaartje"), encoding="utf-8")
    done = run(house, "-m", "doenvermogentoets", "check", "wet.txt", "--select", "HUI001", "--format", "concise")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "wet.txt:3:33: waarschuwing zware-verzending (HUI001) Wie dit moet doen, moet het per «aangetekende brief» versturen. [artikel 1]",
        "wet.txt:7:29: waarschuwing zware-verzending (HUI001) Wie dit moet doen, moet het per «kaartje» versturen. [artikel 2]",
    ]


def test_doctor_and_the_test_on_the_page_find_it_sound(house: Path) -> None:
    done = run(house, "-m", "doenvermogentoets", "doctor")
    assert re.search(r"^huis-toets +1 controle; pagina's en voorbeelden kloppen$", done.stdout, re.M), done.stdout
    test = re.search(r"```python\n(from doenvermogentoets.catalogue import load\n.*?)```", PAGE, re.S)
    assert test is not None
    (house / "proef.py").write_text(f"{test[1]}\n\ntest_de_paginas_kloppen()\nprint('goed')\n", encoding="utf-8")
    assert run(house, "proef.py").stdout == "goed\n"


def test_every_name_on_the_page_is_there() -> None:
    from doenvermogentoets import engine
    from doenvermogentoets.norms.model import Norm

    for name in ("HitOutsideText", "HitWithoutMessage", "NotAHit"):
        assert f"`{name}`" in PAGE
        assert hasattr(engine, name)
    fields = Norm.__dataclass_fields__
    row = re.search(r"^\| `norm\.(soort.*?) … \|", PAGE, re.M)
    assert row is not None
    assert set(re.findall(r"\w+", row[1])) <= set(fields)

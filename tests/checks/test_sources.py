"""What checks cite: a wrong number of a norm costs the trust of a lawyer."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import doenvermogentoets_checks
from doenvermogentoets import catalogue
from doenvermogentoets.catalogue import Check

CHECKS = list(catalogue.load())
SOURCES = tomllib.loads((files("doenvermogentoets_checks") / "bronnen.toml").read_text(encoding="utf-8"))
AANWIJZING = re.compile(r"\bAr (?:2011 § )?\d+\.\d+")
FOLDER = Path(doenvermogentoets_checks.__file__).parent


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_aanwijzing_that_a_check_lists_is_a_known_one(check: Check) -> None:
    assert [s for s in check.meta.sources if s.startswith("Ar ") and s not in SOURCES] == []


@pytest.mark.parametrize(
    "path", sorted(p for s in ("*.md", "*.py", "*.toml") for p in FOLDER.rglob(s) if p.name != "bronnen.toml"), ids=lambda p: p.name
)
def test_every_aanwijzing_that_is_named_anywhere_is_a_known_one(path: Path) -> None:
    assert [m for m in AANWIJZING.findall(path.read_text(encoding="utf-8")) if m not in SOURCES] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_derived_number_is_only_compared_with(check: Check) -> None:
    """A number that was derived, not read, may be pointed at but not claimed as the ground."""
    for number in AANWIJZING.findall(check.meta.ground):
        if SOURCES[number]["status"] == "afgeleid":
            before = check.meta.ground[: check.meta.ground.index(number)]
            assert "ergelijk" in before, f"{check.name}: «{check.meta.ground}»"

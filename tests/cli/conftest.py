"""A program with three checks of its own."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from proefprogramma import DRAFT, Outcome, Program, make_check

from doenvermogentoets import catalogue
from doenvermogentoets.catalogue import Catalogue, Check


@pytest.fixture
def checks(tmp_path_factory: pytest.TempPathFactory) -> list[Check]:
    folder = tmp_path_factory.mktemp("pages")
    return [
        make_check(folder, "haast-terstond", "HST001", "terstond", "warning"),
        make_check(folder, "haast-onverwijld", "HST002", "onverwijld", "suggestion"),
        make_check(folder, "uitleg-waarom", "UTL001", "waarom", "error", '["dossier"]'),
    ]


@pytest.fixture
def proef(checks: list[Check], monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The catalogue that the program sees."""
    made = Catalogue(checks)
    monkeypatch.setattr(catalogue, "load", lambda: made)
    return made


@pytest.fixture
def program(proef: Catalogue, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Program:
    """Runs the program in a temporary folder; returns the exit code and what was written."""
    from doenvermogentoets.cli.app import run

    monkeypatch.chdir(tmp_path)

    def start(*arguments: object, stdin: bytes | None = None) -> Outcome:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = run([str(a) for a in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode("utf-8"), err.decode("utf-8"))

    return start


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "wet.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path

"""The real program with its real checks, over folders with drafts of the tests' own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from voorbeelden import DRAFT, EXPLANATION, Outcome, Program


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Program:
    """Runs the program in a temporary folder."""
    from doenvermogentoets.cli.app import run

    monkeypatch.chdir(tmp_path)

    def start(*arguments: object) -> Outcome:
        code = run([str(a) for a in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode("utf-8"), err.decode("utf-8"))

    return start


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Six dossiers in folders, with the same file names; two of them without a toelichting."""
    folder = tmp_path / "ontwerpen"
    for n in range(6):
        place = folder / f"d{n}"
        place.mkdir(parents=True)
        (place / "wet.txt").write_text(DRAFT.format(n=n), encoding="utf-8")
        if n % 3:
            (place / "wet-toelichting.txt").write_text(EXPLANATION.format(n=n), encoding="utf-8")
    return folder

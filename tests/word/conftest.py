"""Where a test of Word files reads and writes."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ontwerp.docx"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "ontwerp met opmerkingen.docx"

"""The sample dossier and small drafts of our own, as reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from doenvermogentoets import catalogue, readers
from doenvermogentoets.config import Settings
from doenvermogentoets.report import Report, make
from doenvermogentoets.structure import dossier

SAMPLE = Path(__file__).parents[2] / "voorbeeld"
MADE = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


def report_of(bill: Path, toelichting: Path | None = None) -> Report:
    """The report of files, with the standard settings."""
    told = readers.read(toelichting) if toelichting is not None else None
    report, _ = make(dossier(readers.read(bill), told), catalogue.load(), Settings(), made=MADE)
    return report


@pytest.fixture(scope="session")
def sample() -> Report:
    return report_of(SAMPLE / "wetsvoorstel.txt", SAMPLE / "memorie-van-toelichting.txt")


@pytest.fixture
def draft(tmp_path: Path) -> Callable[..., Report]:
    """A report of a draft (and toelichting) given as text."""

    def made(bill: str, toelichting: str | None = None) -> Report:
        path = tmp_path / "ontwerp.txt"
        path.write_text(bill, encoding="utf-8")
        told = None
        if toelichting is not None:
            told = tmp_path / "ontwerp-toelichting.txt"
            told.write_text(toelichting, encoding="utf-8")
        return report_of(path, told)

    return made

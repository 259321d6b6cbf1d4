"""What a change does to real texts: the number of findings per text and check is kept and compared."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from snapshot import SNAPSHOT, count

FOLDER = Path(os.environ.get("DOENVERMOGENTOETS_CORPUS", Path(__file__).parents[3] / "shared")) / "corpus"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="de echte teksten staan niet naast het project"),
    pytest.mark.timeout(600),
]


def test_findings_on_real_texts_are_those_of_the_snapshot() -> None:
    """A difference is no error by itself: look at it, and write the snapshot anew when it is an improvement."""
    assert count(FOLDER) == json.loads(SNAPSHOT.read_text(encoding="utf-8"))


def test_no_check_breaks_on_a_real_text() -> None:
    kept = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    assert [(name, check) for name, counts in kept.items() for check in counts if check.startswith("failed")] == []

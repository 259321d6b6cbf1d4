"""What holds for all tests: nothing is kept in the cache of whoever runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from doenvermogentoets.batch.store import FOLDER


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    folder = tmp_path_factory.mktemp("cache") / "doenvermogentoets"
    monkeypatch.setenv(FOLDER, str(folder))
    return folder

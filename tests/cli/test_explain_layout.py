"""How a page reads on the terminal."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from doenvermogentoets.catalogue import load
from doenvermogentoets.cli.explain import explain


@pytest.mark.parametrize("name", [c.name for c in load() if "\n```\n\n```ontwerp" in "".join(c.sections.values())][:12])
def test_examples_stand_one_line_apart(name: str) -> None:
    shown = CliRunner().invoke(explain, [name, "--no-color"]).output
    assert "\n\n\n" not in shown

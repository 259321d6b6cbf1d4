"""Terms that a text defines in passing («hierna te noemen: de bijdrage»)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from doenvermogentoets.analysis import Analysis


def test_a_term_behind_hierna_is_defined_by_what_stands_before_it(analyse: Callable[..., Analysis]) -> None:
    found = analyse("De som die het fonds uitkeert,\n  hierna te noemen: de bijdrage, wordt in mei betaald.").definitions["bijdrage"]
    assert found.text.strip().startswith("De som die het fonds uitkeert")


@pytest.mark.timeout(30)
def test_a_long_run_of_blanks_is_read_at_once(analyse: Callable[..., Analysis]) -> None:
    """Once every length of what may stand before «hierna» read the whole run anew: a minute for a page of blanks."""
    assert "bijdrage" in analyse(f"De som, hierna te noemen: de bijdrage, wordt{' ' * 20_000}betaald.").definitions

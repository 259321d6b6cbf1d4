"""The criterion of a hardship clause counts behind «kan» in the same sentence, and nowhere else."""

from __future__ import annotations

import pytest

from doenvermogentoets_checks.toelichting.clausulebereik import _kan_bij_criterium

AARD = "onbillijkheid van overwegende aard"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Het college kan betalen bij een {AARD}.", True),
        (f"Het college kan, naast artikel 4.5, betalen bij een {AARD}.", True),  # a point in a number ends nothing
        (f"Dat kan. Dit is een {AARD}.", False),
        (f"Dat kan; dit is een {AARD}.", False),
        (f"Bij een {AARD} betaalt het college wat het kan.", False),
        (f"Het kantoor betaalt bij een {AARD}.", False),
    ],
)
def test_kan_before_it_in_one_sentence(text: str, expected: bool) -> None:
    assert _kan_bij_criterium(text) is expected

"""What a message quotes is whole: a verb with its particle, no name cut in two, no pronoun for a person."""

from __future__ import annotations

import pytest

from doenvermogentoets.catalogue import Example, load
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.testing import findings_in, unmark
from doenvermogentoets.text import Span
from doenvermogentoets_checks.termijnen.gevolgwoorden import gezegd


def messages(check: str, bill: str) -> list[str]:
    known = load().get(check)
    assert known is not None
    return [f.message for f in findings_in(known, unmark(Example(bill, expected=True)))]


def test_a_verb_is_quoted_with_what_belongs_to_it() -> None:
    bill = (
        "Artikel 3. Aanvraag\nDe huurder dient de aanvraag in voor 1 juli. "
        "Het college wijst een aanvraag die na die datum is ontvangen, af.\n"
    )
    (said,) = messages("zwaar-gevolg-zonder-uitweg", bill)
    assert "ontvangen, af»" in said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Het college wijst een aanvraag die na die datum is ontvangen, af.", "wijst … af"),
        ("Het college wijst een begeleider aan.", "wijst"),
    ],
)
def test_a_verb_apart_from_its_particle_is_named_with_it(sentence: str, said: str) -> None:
    document = dossier(read_text(f"Artikel 3\n{sentence}\n", "b.txt", "txt")).bill
    start = document.text.content.index(sentence)
    at = document.text.content.index("wijst")
    assert gezegd(document, Span(at, at + len("wijst")), Span(start, start + len(sentence))) == said


@pytest.mark.parametrize("who", ["degenen die daar wonen,", "degene die daar woont,"])
def test_a_pronoun_is_no_name_for_the_one_who_must_act(who: str) -> None:
    bill = (
        f"Artikel 4. Gegevens\n1. Het college kan {who} verzoeken binnen drie weken gegevens te verstrekken.\n"
        "2. Worden de gegevens niet binnen die termijn verstrekt, dan stelt het college de toeslag op nihil.\n"
    )
    (said,) = messages("fatale-termijn-zonder-uitweg", bill)
    assert "(termijn voor de betrokkene)" in said

"""What a message quotes is whole: a verb with its particle, no name cut in two, no pronoun for a person."""

from __future__ import annotations

import pytest

from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import Example, load
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.testing import Marked, dossier_of, findings_in, unmark
from doenvermogentoets.text import Span
from doenvermogentoets_checks.termijnen.gevolgwoorden import gezegd
from doenvermogentoets_checks.toelichting.lezen import handelingen, lasten


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


def test_what_is_asked_of_people_is_told_in_acts_that_are_theirs() -> None:
    bill = analyse(
        dossier_of(
            Marked(
                "Artikel 1\nIn deze wet wordt verstaan onder:\nbeheerder: degene die verplicht is een sloot te hebben.\n\n"
                "Artikel 2\nDe bewoner houdt zijn stoep vrij.\n\n"
                "Artikel 3\nDe bewoner vraagt verlenging van de vergunning aan voor 1 mei.\n\n"
                "Artikel 4\nDe bewoner is voor de vergunning leges verschuldigd.\n",
                None,
                (),
            )
        )
    ).bill
    assert handelingen(lasten(bill)) == "vrijhouden, aanvragen en betalen"


def test_words_of_an_effect_end_before_the_reference() -> None:
    document = dossier_of(Marked("Artikel 1\nDan verliest hij de bescherming, bedoeld in artikel 3, en betaalt hij.\n", None, ())).bill
    assert document is not None
    text = document.text.content
    at = text.index("verliest")
    end = text.index("bedoeld") + len("bedoeld")
    assert gezegd(document, Span(at, end), Span(at, len(text))) == "verliest hij de bescherming"
    kept = text.index(" en betaalt")
    assert gezegd(document, Span(kept + 4, kept + 16), Span(at, len(text))) == text[kept + 4 : kept + 16]


def test_an_act_that_someone_lets_be_done_is_told_whole() -> None:
    bill = (
        "Artikel 3\nDe cliënt is verplicht:\na. zich elk jaar te laten onderzoeken;\nb. na te laten hetgeen zijn herstel schaadt;\n"
        "c. mee te werken aan een plan.\n"
    )
    (said,) = messages("stapeling-van-plichten", bill)
    assert "te laten onderzoeken»" in said
    assert "na te laten»" in said

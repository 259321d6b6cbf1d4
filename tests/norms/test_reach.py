"""Whether a duty reaches a citizen or stays within government: many signs together, and the clauses of one lid together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.norms import reach, together
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.norms.together import Weighed
from doenvermogentoets.text import Span

P, PR = Soort.PLICHT, Soort.PROCEDURE


def soorten(norms: tuple[Norm, ...]) -> list[Soort]:
    return [norm.soort for norm in norms]


def test_every_sign_has_a_weight_of_its_own_sign() -> None:
    weights = reach.weights()
    assert set(weights) == {*reach.TEKENS, "grens"}
    assert [n for n, sign in reach.TEKENS.items() if weights[n] * sign < 0] == []


def test_all_signs_are_read(analyse: Callable[..., Analysis], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, float]] = []
    features = reach.features

    def record(*args: object) -> dict[str, float]:
        seen.append(features(*args))  # type: ignore[arg-type]
        return seen[-1]

    monkeypatch.setattr(reach, "features", record)
    analyse("Het bestuur zendt de jaarstukken aan de inspecteur.")
    assert seen
    assert set(seen[0]) == set(reach.TEKENS)


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Onze Minister zendt de aanvrager een afschrift van de stukken.", P),
        ("Van de ontvangst van het bezwaarschrift wordt de indiener bericht gezonden.", P),
        ("De voorzitter zendt het verslag van de vergadering aan de leden van de commissie.", PR),
        ("De griffier houdt een lijst bij van de besluiten van de vergadering.", PR),
        ("De Dienst doet de Minister een opgave van de in het register verwerkte gegevens.", PR),
        ("Deze stukken kunnen ook gegevens over derden omvatten.", PR),
        ("Zo nodig wijst de algemene raad een instituut aan.", PR),
    ],
)
def test_where_a_duty_ends(norms: Callable[[str], tuple[Norm, ...]], text: str, soort: Soort) -> None:
    assert soorten(norms(text)) == [soort]


def test_what_the_text_as_a_whole_is_about_decides_a_clause_that_names_nobody(analyse: Callable[..., Analysis]) -> None:
    text = "De stukken worden in het dossier gevoegd."
    of_people = [
        "De werkgever betaalt de werknemer het loon.",
        "De werknemer meldt zich bij de werkgever.",
        "De huurder betaalt de verhuurder.",
    ]
    of_state = ["De minister zendt de raad een begroting.", "De raad stelt de minister in kennis.", "Het college hoort de raad."]
    kinds = [analyse(text, *others).provisions[0].norms[0].soort for others in (of_people, of_state)]
    assert kinds == [P, PR]


def norm_of(soort: Soort) -> Norm:
    return Norm(soort, Span(0, 1))


def weighed(total: float, unread: bool = False) -> tuple[Norm, Weighed]:
    return norm_of(reach.of_sum(total)), Weighed(total, unread, lambda soort, _sure: norm_of(soort))


def test_the_clauses_of_one_lid_are_weighed_together() -> None:
    (strong, own), (weak, other) = weighed(2.0), weighed(-0.5)
    assert [n and n.soort for n in together.settle([strong, weak], {id(strong): own, id(weak): other})] == [P, P]
    assert [n and n.soort for n in together.settle([weak], {id(weak): other})] == [PR]


def test_a_kind_that_needed_no_weighing_stays_and_pulls_along() -> None:
    (weak, own), sure = weighed(0.4), norm_of(PR)
    assert [n and n.soort for n in together.settle([sure, weak], {id(weak): own})] == [PR, PR]
    assert [n and n.soort for n in together.settle([norm_of(Soort.RECHT), weak], {id(weak): own})] == [Soort.RECHT, P]


def test_what_no_rule_knew_gives_way_to_what_was_read() -> None:
    unread, own = weighed(1.0, unread=True)
    assert [n and n.soort for n in together.settle([norm_of(Soort.WAARDE), unread], {id(unread): own})] == [Soort.WAARDE, None]
    assert [n and n.soort for n in together.settle([unread], {id(unread): own})] == [P]


def test_an_act_in_a_sentence_no_rule_knew_counts_beside_a_duty(norms: Callable[[str], tuple[Norm, ...]]) -> None:
    found = norms(
        "Het Uitvoeringsinstituut werknemersverzekeringen hanteert bij het beoordelen van klanten de gedragslijn. "
        "De gedragslijn bevat mede de eisen die door de werkgever moeten worden nageleefd."
    )
    assert set(soorten(found)) == {P}
    assert [n.doenlast for n in found] == [False, True]

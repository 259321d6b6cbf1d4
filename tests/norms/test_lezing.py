"""The second reading: fitted weights may overrule the word rules; the words, limits and effects still come from the text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import numpy as np
import pytest

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.norms import lezing
from doenvermogentoets.norms.model import Norm, Soort

ANNOTATIES = Path(__file__).with_name("annotaties") / "wetten.tsv"
Norms = Callable[[str], tuple[Norm, ...]]
ZENDT = "De griffier zendt de ouder binnen drie weken een afschrift."


def gewichten(**signs: dict[str, int]) -> lezing.Gewichten:
    """Weights without hidden units: of each sign a few outcomes, in hundredths; «grens» is what every clause starts with."""
    rows = [[own.get(name, 0) for name in lezing.UITKOMSTEN] for own in signs.values()]
    ground = [signs.get("grens", {}).get(name, 0) / 100 for name in lezing.UITKOMSTEN]
    number = len(lezing.UITKOMSTEN)
    matrix = np.array(rows, dtype=np.int64).reshape(len(rows), number)
    return lezing.Gewichten(
        {sign: at for at, sign in enumerate(signs)}, matrix, np.full(number, 0.01), np.array(ground), np.zeros((0, number))
    )


@pytest.fixture
def weighs() -> Iterator[Callable[..., None]]:
    """Sets the weights; of what has none the rules are followed."""
    patch = mock.patch.object(lezing, "_gewichten")
    weights = patch.start()

    def set_to(**signs: dict[str, int]) -> None:
        weights.return_value = gewichten(**signs)
        lezing._of_headings.cache_clear()

    set_to()
    yield set_to
    patch.stop()
    lezing._of_headings.cache_clear()


def kinds(norms: tuple[Norm, ...]) -> list[Soort]:
    return [n.soort for n in norms]


def test_an_even_chance_overrules_nothing(norms: Norms, weighs: Callable[..., None]) -> None:
    (norm,) = norms(ZENDT)
    assert (norm.soort, norm.adressaat and norm.adressaat.rol) == (Soort.PLICHT, "overheid")


def test_a_kind_that_is_overruled_is_made_again_with_the_words_of_the_text(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(**{"v=zenden": {"plicht": -300, "procedure": 300}})
    (norm,) = norms(ZENDT)
    assert norm.soort is Soort.PROCEDURE
    assert norm.werkwoord == "zenden"
    assert [t.tekst for t in norm.termijnen] == ["binnen drie weken"]


def test_a_kind_beside_the_one_that_was_read(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(**{"w=afschrift": {"delegatie": 300}})
    assert kinds(norms(ZENDT)) == [Soort.PLICHT, Soort.DELEGATIE]


def test_of_two_sentences_the_one_that_says_it_gets_it(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(**{"v=zenden": {"waarde": 400}, "grens": {soort.value: -60 for soort in lezing.SOORTEN}})
    found = norms(f"De huurder meldt zijn vertrek. {ZENDT}")
    assert kinds(found) == [Soort.PLICHT, Soort.PLICHT, Soort.WAARDE]
    assert found[1].span == found[2].span != found[0].span


def test_what_an_authority_must_do_is_not_both_plicht_and_procedure(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(**{"v=zenden": {"procedure": 200}})
    assert kinds(norms(ZENDT)) == [Soort.PROCEDURE]


def test_words_that_set_a_limit_for_a_citizen_are_hard_to_overrule(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(grens={"termijn": -180})  # a chance of one in seven
    (limit,) = norms("De huurder meldt zijn vertrek binnen drie dagen aan het college.")[0].termijnen
    assert limit.voor == "burger"


def test_nothing_is_left_without_a_norm_that_had_one(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(grens={"plicht": -900})
    assert kinds(norms(ZENDT)) == [Soort.PLICHT]


def test_another_addressee_has_no_words_and_is_not_sure(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(grens={"overheid": -300, "burger": 300})
    (norm,) = norms(ZENDT)
    assert norm.adressaat is not None
    assert (norm.adressaat.rol, norm.adressaat.span, norm.adressaat.tekst) == ("burger", None, "")
    assert norm.adressaat.zekerheid != "hoog"


def test_nobody_is_addressed(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(grens={"overheid": -300, "burger": -300})
    assert norms(ZENDT)[0].adressaat is None


def test_the_burden_and_the_trouble(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(grens={"belastend": 300, "doenlast": 300})
    (norm,) = norms(ZENDT)
    assert (norm.belastend, norm.doenlast) == (True, True)
    weighs(grens={"belastend": -300, "doenlast": -300})
    (norm,) = norms("De huurder meldt zijn vertrek aan het college.")
    assert (norm.belastend, norm.doenlast, norm.handelingen) == (False, False, ())


def test_whether_anything_is_left_to_decide(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(grens={"gebonden": -300, "discretionair": 300})
    (norm,) = norms("Het college trekt de vergunning van de huurder in.")
    assert norm.bevoegdheid == "discretionair"


def test_whose_limit_it_is_and_whether_it_is_strict(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(grens={"termijn": 300, "streng": 300})
    (limit,) = norms(ZENDT)[0].termijnen
    assert (limit.voor, limit.streng) == ("burger", True)
    weighs(grens={"termijn": -300, "streng": -300})
    (limit,) = norms("De huurder meldt zijn vertrek binnen drie dagen aan het college.")[0].termijnen
    assert (limit.voor, limit.streng) == ("onbekend", False)


def test_what_stands_above_a_provision_is_weighed(analyse: Callable[..., Analysis], weighs: Callable[..., None]) -> None:
    weighs(**{"ti=archiefbesluit": {"plicht": -300, "procedure": 300}})
    assert kinds(analyse(ZENDT, title="Archiefbesluit").provisions[0].norms) == [Soort.PROCEDURE]
    assert kinds(analyse(ZENDT, title="Huurbesluit").provisions[0].norms) == [Soort.PLICHT]


def test_signs_add_up_and_unknown_ones_add_nothing() -> None:
    weights = gewichten(een={"plicht": 40, "slot": -7}, twee={"plicht": 2})
    column = {name: at for at, name in enumerate(lezing.UITKOMSTEN)}
    found = weights.som(["een", "twee", "een teken dat niemand kent"])
    assert (found[column["plicht"]], found[column["slot"]], found.sum()) == (42, -7, 35)
    assert weights.som([]).tolist() == [0] * len(lezing.UITKOMSTEN)


def test_a_hidden_unit_counts_only_when_it_is_awake() -> None:
    number = len(lezing.UITKOMSTEN)
    only_hidden = np.eye(1, number + 1, number)  # one sign, that adds 1 to the one hidden unit
    awake, asleep = (
        lezing.Gewichten({"teken": 0}, sign * only_hidden, np.ones(number + 1), np.zeros(number + 1), np.full((1, number), 2.0))
        for sign in (1, -1)
    )
    assert awake.kansen(np.array([awake.som(["teken"])]))[0, 0] == pytest.approx(1 / (1 + np.exp(-2)))
    assert asleep.kansen(np.array([asleep.som(["teken"])]))[0, 0] == pytest.approx(0.5)


def test_the_weights_are_those_of_the_outcomes() -> None:
    kept = lezing._gewichten()
    hidden = len(kept.hidden)
    assert kept.matrix.dtype == np.int8
    assert kept.matrix.shape == (len(kept.rows), len(lezing.UITKOMSTEN) + hidden)
    assert kept.scale.shape == kept.ground.shape == (len(lezing.UITKOMSTEN) + hidden,)
    assert kept.hidden.shape == (hidden, len(lezing.UITKOMSTEN))
    assert {"R=plicht", "v=zenden"} <= kept.rows.keys()


def test_what_is_counted_was_not_learned_from() -> None:
    with ANNOTATIES.open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    parts: dict[str, set[str]] = {}
    for row in rows:
        parts.setdefault(row["bestand"], set()).add(row["deel"])
    assert {deel for own in parts.values() for deel in own} == {"leren", "oordeel", "gesloten"}
    assert all(len(own) == 1 for own in parts.values())
    assert {s for row in rows for s in row["soorten"].split(",")} <= {*lezing.SOORTEN, "-"}
    assert len({(r["bestand"], r["artikel"], r["lid"], r["tekst"]) for r in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "soort", "belastend"),
    [
        ("Niemand mag zonder vergunning van het college een monument slopen.", Soort.VERBOD, True),
        ("De aanvraag wordt geweigerd indien de huurder niet binnen vier weken antwoordt.", Soort.BEVOEGDHEID, True),
        ("De ouder meldt een verhuizing onverwijld aan de gemeente.", Soort.PLICHT, True),
        ("In deze wet wordt verstaan onder huurder: degene die een woning huurt.", Soort.DEFINITIE, False),
        ("Deze wet treedt in werking met ingang van 1 januari 2031.", Soort.SLOT, False),
        ("Bij ministeriële regeling worden nadere regels gesteld over de aanvraag.", Soort.DELEGATIE, False),
    ],
)
def test_what_is_plain_stays_so(text: str, soort: Soort, belastend: bool, norm: Callable[[str], Norm]) -> None:
    found = norm(text)
    assert (found.soort, found.belastend) == (soort, belastend)


def test_many_clauses_that_hardly_say_something_say_nothing_together(norms: Norms) -> None:
    found = norms(" ".join(f"De vogel {n} vliegt over het water." for n in range(200)))
    assert {n.soort for n in found} <= {n.soort for n in norms("De vogel vliegt over het water.")}


def test_an_editorial_sentence_belongs_to_no_clause(norms: Norms, weighs: Callable[..., None]) -> None:
    weighs(grens={soort.value: -60 for soort in lezing.SOORTEN} | {"slot": -900})
    found = norms(f"De huurder betaalt de huur. Wijzigt de Huurwet. {ZENDT}")
    assert [n.soort for n in found] == [Soort.PLICHT, Soort.SLOT, Soort.PLICHT]

"""A year as what is lost or only as when it must be done; remedies in the passive; who must come himself; a clause about another lid."""

from __future__ import annotations

import pytest

from doenvermogentoets import catalogue, engine, structure
from doenvermogentoets.findings import Finding
from doenvermogentoets.readers import read_text

CHECKS = {c.name: c for c in catalogue.load()}


def found(check: str, text: str) -> list[Finding]:
    result = engine.run(structure.dossier(read_text(text + "\n", "ontwerp.txt", "txt"), None), [CHECKS[check]])
    assert not result.failures
    return result.findings


WHEN = [
    "De aanspraak op de toelage vervalt, indien de pachter de opgave niet binnen drie weken na afloop van het jaar heeft ingeleverd.",
    "De aanspraak op de toelage vervalt, indien de pachter de opgave niet vóór 1 april van het kalenderjaar heeft ingeleverd.",
    "Heeft de pachter de opgave niet binnen een maand na het einde van het jaar ingeleverd, dan vervalt de aanspraak op de toelage.",
    "De aanspraak op de toelage vervalt, indien de pachter de opgave over het kalenderjaar niet heeft ingeleverd.",
]
WHAT = [
    "Indien de pachter de opgave niet inlevert, vervalt de aanspraak op de toelage over het gehele kalenderjaar.",
    "De aanspraak op de toelage over dat jaar vervalt, indien de pachter de opgave niet tijdig inlevert.",
]


@pytest.mark.parametrize("sentence", WHEN)
def test_a_year_in_which_something_must_be_done_is_not_all_that_is_lost(sentence: str) -> None:
    assert not found("alles-of-niets", f"Artikel 4\n{sentence}")


@pytest.mark.parametrize("sentence", WHAT)
def test_a_whole_year_that_is_lost_is_all_or_nothing(sentence: str) -> None:
    assert found("alles-of-niets", f"Artikel 4\n{sentence}")


PASSIVE = [
    ("Bezwaar wordt gemaakt binnen drie weken na de bekendmaking.", "binnen drie weken"),
    ("Het bezwaar tegen een besluit van het college wordt binnen acht dagen ingediend.", "binnen acht dagen"),
    ("Het beroep wordt ingesteld uiterlijk vijf weken na de dag van bekendmaking.", "vijf weken"),
    ("Bezwaar wordt, in afwijking van artikel 6:7 van de Algemene wet bestuursrecht, gemaakt binnen twee weken.", "binnen twee weken"),
]
OTHER = [
    "Bezwaar wordt gemaakt binnen zes weken na de bekendmaking.",
    "De stukken over het bezwaar worden binnen drie weken ingediend.",
    "De gronden van het beroep worden binnen drie weken na het beroep ingediend.",
    "Indien bezwaar wordt gemaakt, worden de stukken binnen twee weken ingediend.",
    "Het beroep wordt ingesteld uiterlijk twee weken vóór de zitting.",
    "Het college zendt het bezwaar binnen twee weken door.",
]


@pytest.mark.parametrize(("sentence", "words"), PASSIVE)
def test_a_short_time_to_object_in_the_passive_is_found(sentence: str, words: str) -> None:
    findings = found("afwijking-awb-termijn", f"Artikel 7\n{sentence}")
    assert [f.document.text[f.span] for f in findings] == [words]


@pytest.mark.parametrize("sentence", OTHER)
def test_another_limit_in_objection_is_no_short_time_to_object(sentence: str) -> None:
    assert not found("afwijking-awb-termijn", f"Artikel 7\n{sentence}")


def test_a_holder_who_must_come_in_person_is_somebody() -> None:
    assert found("alleen-in-persoon", "Artikel 2\nDe houder meldt zich in persoon bij het stadskantoor.")
    organised = "Artikel 1\nIn deze wet wordt verstaan onder houder: rechtspersoon die een register beheert.\n\n"
    assert not found("alleen-in-persoon", organised + "Artikel 2\nDe houder meldt zich in persoon bij het stadskantoor.")
    assert not found("alleen-in-persoon", "Artikel 2\nDe houder meldt zich schriftelijk bij het stadskantoor.")


LEDEN = (
    "Artikel 1\nIn deze wet wordt verstaan onder ouder: natuurlijke persoon met een kind.\n\nArtikel 3\n1. De ouder vraagt de pas aan "
    "bij het college.\n2. Het college trekt de pas in, indien de ouder de verklaring niet tijdig overlegt.\n3. "
)
SOFT = "woorden die het gevolg kunnen verzachten"


def explained(last: str, leden: str = LEDEN) -> str:
    return " ".join(f.explanation for f in found("gebonden-intrekking", leden + last))


def test_a_clause_about_another_lid_leaves_a_loss_as_it_is() -> None:
    told = explained("In bijzondere gevallen kan het college toestaan dat van het eerste lid wordt afgeweken.")
    assert told
    assert SOFT not in told


def test_a_clause_that_may_reach_the_loss_is_told() -> None:
    assert SOFT in explained("In bijzondere gevallen kan het college uitstel geven.")
    built = LEDEN.replace("indien de ouder de", "indien de ouder de in het eerste lid bedoelde")
    assert SOFT in explained("In bijzondere gevallen kan het college toestaan dat van het eerste lid wordt afgeweken.", built)
    timed = LEDEN.replace("bij het college.", "bij het college en overlegt de verklaring binnen een week.")
    assert SOFT in explained("In bijzondere gevallen kan het college toestaan dat van het eerste lid wordt afgeweken.", timed)

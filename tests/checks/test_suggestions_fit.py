"""What a finding proposes fits the text it is about: the right law, the right person, nothing said twice."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.word.comment_text import paragraphs

VOORBEELD = Path(__file__).parents[2] / "voorbeeld"


def findings(bill: str, toelichting: str | None = None) -> list[Finding]:
    given = read_text(toelichting, "toelichting.txt", "txt") if toelichting is not None else None
    result = run(dossier(read_text(bill, "ontwerp.txt", "txt"), given), list(load()))
    assert result.failures == []
    return result.findings


def of(check: str, bill: str, toelichting: str | None = None) -> list[Finding]:
    return [f for f in findings(bill, toelichting) if f.check == check]


@cache
def sample() -> tuple[Finding, ...]:
    texts = (VOORBEELD / name for name in ("wetsvoorstel.txt", "memorie-van-toelichting.txt"))
    return tuple(findings(*(t.read_text(encoding="utf-8") for t in texts)))


def test_no_comment_gives_the_same_words_twice() -> None:
    for finding in sample():
        (ways,) = [p for p in paragraphs(finding) if p.startswith("Kan: ")]
        for way in ways.removeprefix("Kan: ").split("; "):
            quoted = [q.casefold() for q in re.findall("«([^«»]+)»", way)]
            assert len(quoted) == len(set(quoted)), f"{finding.check}: {way}"


def test_refraining_from_recovery_is_compared_with_the_provision_on_recovery() -> None:
    (finding,) = of("sanctie-zonder-matiging", "Artikel 15\nWat onverschuldigd is betaald, wordt van de ouder teruggevorderd.\n")
    assert "WIA 77, zesde lid" in finding.suggestions[0].title


@pytest.mark.parametrize(
    ("bill", "fine"),
    [
        ("Artikel 15\nWat onverschuldigd is betaald, wordt van de ouder teruggevorderd.\n", False),
        ("Artikel 8\nAan de student die dit nalaat, wordt een bestuurlijke boete van € 1.000 opgelegd.\n", True),
    ],
)
def test_the_ground_names_what_the_awb_says_of_fines_only_at_a_fine(bill: str, fine: bool) -> None:
    (finding,) = of("sanctie-zonder-matiging", bill)
    assert ("5:46" in finding.ground) is fine
    assert "Awb 3:4" in finding.ground


def test_postponement_of_payment_is_for_whom_the_text_names() -> None:
    (finding,) = of(
        "afwijking-awb-termijn",
        "Artikel 9\nDe huurder betaalt het teruggevorderde bedrag binnen twee weken na de bekendmaking van de beschikking.\n",
    )
    assert next(s.insertion for s in finding.suggestions if s.insertion).startswith("Op verzoek van de huurder wordt uitstel")


@pytest.mark.parametrize(("start", "letter"), [("na verzending van de aankondiging", True), ("na afloop van het kalenderjaar", False)])
def test_the_question_about_a_letter_is_asked_where_a_letter_starts_the_term(start: str, letter: bool) -> None:
    (finding,) = of(
        "fatale-termijn-zonder-uitweg",
        f"Artikel 4\nDe aanspraak van de huurder vervalt, indien hij de aanvraag niet binnen vier weken {start} heeft ingediend.\n",
    )
    assert ("de brief" in finding.question) is letter


def test_support_is_not_only_for_whoever_asks() -> None:
    (finding,) = of("uitsluitend-digitaal", "Artikel 6\nDe aanvraag wordt door de bewoner uitsluitend langs elektronische weg gedaan.\n")
    assert "Awb 2:1, eerste lid" in finding.ground
    assert any("biedt passende ondersteuning" in s.title for s in finding.suggestions)


def test_advice_names_no_data_or_registration_of_another_scheme() -> None:
    ways = " ".join(s.title for f in sample() for s in f.suggestions)
    assert not re.search(r"\b(?:inkomen|huishouden|polisadministratie)\b", ways)

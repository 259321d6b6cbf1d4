"""A quick fix leaves a draft that does not contradict itself: what it is for is gone, and nothing new is found beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from applying import URI, applied, mending, shown

from doenvermogentoets.catalogue import load
from doenvermogentoets.engine import run
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.structure.labels import label
from doenvermogentoets_server.diagnostics import as_json, relocated

VOORBEELD = Path(__file__).parents[2] / "voorbeeld"
BILL, MEMORIE = ((VOORBEELD / f"{name}.txt").read_text(encoding="utf-8") for name in ("wetsvoorstel", "memorie-van-toelichting"))


@cache
def checked(bill: str, memorie: str = MEMORIE) -> tuple[Finding, ...]:
    given = read_text(memorie, "toelichting.txt", "txt") if memorie else None
    result = run(dossier(read_text(bill, "ontwerp.txt", "txt"), given), list(load()))
    assert result.failures == []
    return tuple(result.findings)


def fixes(bill: str, check: str, memorie: str = MEMORIE) -> Iterator[tuple[str, Finding, str]]:
    """Per fix of the check: its title, the finding, and the draft after it."""
    for finding in checked(bill, memorie):
        if finding.check == check:
            for title, edits in mending(finding):
                yield title, finding, applied(bill, edits)


def heavier(finding: Finding) -> tuple[str, str] | None:
    """What counts as found: its check and place; information only asks."""
    if finding.severity is Severity.INFO:
        return None
    return finding.check, label(finding.unit) if finding.unit is not None else ""


def counted(bill: str, memorie: str = MEMORIE) -> Counter[tuple[str, str]]:
    return Counter(key for finding in checked(bill, memorie) if (key := heavier(finding)) is not None)


MENDING = (
    "alles-of-niets",
    "sanctie-zonder-matiging",
    "fatale-termijn-zonder-uitweg",
    "hardheidsclausule-afwijkend-criterium",
    "hardheidsclausule-alleen-op-verzoek",
)


@pytest.mark.parametrize("check", MENDING)
def test_after_a_fix_of_the_sample_the_finding_is_gone_and_nothing_new_is_found(check: str) -> None:
    done = 0
    for title, finding, text in fixes(BILL, check):
        if title.startswith("Als zich niet te voorziene gevallen"):
            continue  # a hardship clause asks for a motivation in the toelichting, and says so
        now, was = counted(text), counted(BILL)
        key = heavier(finding)
        assert key is not None
        assert now[key] < was[key], title
        assert now - was == Counter(), title
        done += 1
    assert done


@pytest.mark.parametrize("check", ["afwijking-awb-termijn", *MENDING])
def test_what_was_added_is_not_offered_again(check: str) -> None:
    done = 0
    for title, finding, text in fixes(BILL, check):
        added = [s.insertion for s in finding.suggestions if s.insertion is not None and s.insertion in text]
        left = [f for f in checked(text) if f.check == check and f.unit is not None and label(f.unit) == label(finding.unit or f.unit)]
        assert not {s.insertion for f in left for s in f.suggestions} & {*added}, title
        assert all(f.severity is Severity.INFO for f in left if added), title
        done += bool(added)
    assert done or check.startswith("hardheidsclausule-"), "a clause is replaced, nothing is added to it"


@pytest.mark.parametrize("check", MENDING)
def test_no_fix_of_the_sample_breaks_a_check(check: str) -> None:
    for _, _, text in fixes(BILL, check):
        checked(text)  # asserts that no check failed


def test_a_power_takes_the_place_of_the_duty() -> None:
    (text,) = [t for title, _, t in fixes(BILL, "sanctie-zonder-matiging") if title.startswith("Een kan-bepaling")]
    new = "1. Een tegemoetkoming die ten onrechte of tot een te hoog bedrag is betaald, kan van de gebruiker geheel of gedeeltelijk worden "
    assert f"{new}teruggevorderd." in text.split("\n")
    assert "wordt van de gebruiker teruggevorderd" not in text
    assert text.count("\n") == BILL.count("\n")


def test_the_model_takes_the_place_of_the_clause() -> None:
    (text,) = [t for title, _, t in fixes(BILL, "hardheidsclausule-afwijkend-criterium")]
    assert text.count("onbillijkheid van overwegende aard") == 1
    assert "schrijnende gevallen afwijken" not in text
    assert text.count("\n") == BILL.count("\n")


def test_limiting_the_effect_is_advice_without_an_edit() -> None:
    titles = [title for title, _, _ in fixes(BILL, "alles-of-niets")]
    assert not any("beperken" in title for title in titles)
    (finding,) = [f for f in checked(BILL) if f.check == "alles-of-niets"]
    assert any("beperken" in s.title and s.example for s in finding.suggestions)


MODEL = (
    "buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang van betaalbaar wonen zal leiden tot een "
    "onbillijkheid van overwegende aard."
)
# drafts of one finding, with the check it is of
DRAFTS = (
    (
        "gebonden-intrekking",
        "Artikel 10\nHet college trekt de vergunning van de houder in indien hij een wijziging niet tijdig heeft gemeld.\n",
    ),
    (
        "sanctie-zonder-matiging",
        "Artikel 8\n1. De student meldt een verhuizing.\n2. Indien hij dit nalaat, wordt een boete van € 900 opgelegd.\n",
    ),
    ("zwaar-gevolg-zonder-uitweg", "Artikel 6\nOnze Minister wijst een aanvraag van de student die niet tijdig is ontvangen, af.\n"),
    (
        "verlies-van-rechtswege",
        "Artikel 4\nDe aanspraak van de cliënt vervalt van rechtswege indien hij drie facturen niet heeft betaald.\n",
    ),
    (
        "alles-of-niets",
        "Artikel 8\nDe toelage van de ouder wordt over het gehele jaar op nihil vastgesteld indien een stuk niet tijdig is ontvangen.\n",
    ),
)


@pytest.mark.parametrize(("check", "bill"), DRAFTS)
def test_after_a_fix_nothing_heavy_is_left_at_the_effect(check: str, bill: str) -> None:
    done = 0
    for title, _, text in fixes(bill, check, ""):
        if "hardheidsclausule" in title:
            continue
        left = [f.check for f in checked(text, "") if f.check == check and f.severity is not Severity.INFO]
        assert left == [], f"{title}: {text}"
        assert counted(text, "") - counted(bill, "") == Counter(), title
        done += 1
    assert done


SMAL = f"""Artikel 2
De huurder heeft recht op de bijdrage indien hij zijn huur betaalt.

Artikel 3
De bijdrage wordt over het gehele jaar op nihil vastgesteld indien de huurder een opgave niet tijdig heeft gedaan.

Artikel 4
Het college kan artikel 2 {MODEL}
"""


def test_a_wider_scope_stands_in_the_clause_and_not_in_a_second_one() -> None:
    (text,) = [t for _, _, t in fixes(SMAL, "hardheidsclausule-te-smal", "")]
    assert "Het college kan de artikelen 2 en 3 buiten toepassing laten" in text
    assert counted(text, "")["hardheidsclausule-te-smal", "artikel 4"] == 0
    assert text.count("onbillijkheid van overwegende aard") == 1


def test_text_for_the_toelichting_is_never_put_into_the_draft() -> None:
    bill = "Artikel 3\nOnze Minister weigert de ontheffing van de schipper indien het schip niet in het register staat.\n"
    memorie = (
        "Memorie van toelichting\n\nAlgemeen\n\n1. Inleiding\nDeze wet regelt een ontheffing.\n\n"
        "Artikelsgewijs\n\nArtikel 3\nDit artikel regelt het weigeren van de ontheffing van de schipper.\n"
    )
    found = [f for f in checked(bill, memorie) if f.check == "gebonden-besluit-niet-uitgelegd"]
    assert found
    assert list(fixes(bill, "gebonden-besluit-niet-uitgelegd", memorie)) == []


def test_what_a_fix_replaces_moves_with_the_text() -> None:
    (finding,) = [f for f in checked(BILL) if f.check == "sanctie-zonder-matiging"]
    old = as_json(shown(finding))
    (before,) = [s["range"] for s in old["data"]["suggestions"] if "range" in s]
    moved = relocated(old, URI, {URI: lambda place, _end: (place[0] + 2, place[1])})
    (after,) = [s["range"] for s in moved["data"]["suggestions"] if "range" in s]
    assert after["start"] == {"line": before["start"]["line"] + 2, "character": before["start"]["character"]}

"""Running checks: a broken check does not stop the others, and the same words are reported once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from doenvermogentoets import engine, readers, structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.catalogue import Check, CheckEntry, CheckMeta, Options, Precision, Weigher
from doenvermogentoets.findings import Annotation, Doubt, Finding, Hit, Severity
from doenvermogentoets.text import Span

DRAFT = "Artikel 1\nDe ouder meldt dit binnen een week. Daarna vervalt het recht.\n"
Find = Callable[[DossierAnalysis, Options], Iterable[Hit]]


def at(words: str, *pointed: str) -> Find:
    """A detector that reports ``words`` and points at ``pointed``."""

    def find(dossier: DossierAnalysis, _: Options) -> Iterable[Hit]:
        document = dossier.bill.document

        def place(text: str) -> Span:
            start = document.text.content.index(text)
            return Span(start, start + len(text))

        return [Hit(document, None, place(words), "m", annotations=tuple(Annotation(document, place(p), "daar") for p in pointed))]

    return find


def check(name: str, find: Find, *, severity: str = "warning", gives_way_to: tuple[str, ...] = ()) -> Check:
    meta = CheckMeta.model_validate(
        {
            "name": name,
            "code": f"XXX{len(name):03}",
            "title": name,
            "severity": severity,
            "confidence": "hoog",
            "sources": [],
            "ground": "g",
            "question": "q",
            "since": "0.1.0",
            "gives_way_to": list(gives_way_to),
        }
    )
    made = Check(CheckEntry("taal", Path("geen.md"), "nergens:find"), meta, "")
    made.__dict__["detector"] = find
    return made


@pytest.fixture
def dossier() -> DossierAnalysis:
    return analyse(structure.dossier(readers.read_text(DRAFT, "wet.txt", "txt")))


def names(dossier: DossierAnalysis, *checks: Check) -> list[str]:
    return [finding.check for finding in engine.run_analysed(dossier, checks).findings]


def test_a_check_that_breaks_is_named_and_the_others_go_on(dossier: DossierAnalysis) -> None:
    def broken(*_: object) -> Iterable[Hit]:
        raise KeyError("geheime ontwerptekst")

    result = engine.run_analysed(dossier, [check("kapot", broken), check("heel", at("vervalt"))])
    assert [(f.check, f.error) for f in result.failures] == [("kapot", "KeyError")]
    assert [f.check for f in result.findings] == ["heel"]


def weighing(made: Check, weigh: Weigher) -> Check:
    made.__dict__["weigh"] = weigh
    return made


def lighter(_: DossierAnalysis, finding: Finding) -> Finding:
    return replace(finding, severity=Severity.INFO)


def test_what_weighs_a_finding_and_breaks_is_named_and_the_finding_stays(dossier: DossierAnalysis) -> None:
    def broken(*_: object) -> Finding:
        raise KeyError("geheime ontwerptekst")

    result = engine.run_analysed(dossier, [weighing(check("gewogen", at("vervalt")), broken)], weighed=True)
    assert [(f.check, f.error) for f in result.failures] == [("gewogen", "KeyError")]
    assert [f.severity for f in result.findings] == [Severity.WARNING]


def test_findings_are_weighed_only_when_asked_and_unless_the_user_chose(dossier: DossierAnalysis) -> None:
    made = weighing(check("gewogen", at("vervalt")), lighter)

    def levels(**how: Any) -> list[Severity]:
        return [f.severity for f in engine.run_analysed(dossier, [made], **how).findings]

    assert levels() == [Severity.WARNING]
    assert levels(weighed=True) == [Severity.INFO]
    assert levels(weighed=True, severities={"gewogen": Severity.ERROR}) == [Severity.ERROR]


@pytest.mark.parametrize(("page", "own", "label"), [("info", None, "Ter informatie"), ("warning", Severity.SUGGESTION, "Een suggestie")])
def test_a_doubt_closes_the_explanation_at_the_level_of_the_hit(
    dossier: DossierAnalysis, page: str, own: Severity | None, label: str
) -> None:
    doubt = Doubt("niet vaststaat wie dit treft", "de ouder", "Wie is dat?")
    find = at("vervalt")

    def doubting(*given: Any) -> Iterable[Hit]:
        return [replace(hit, explanation="Het recht vervalt.", doubts=(doubt,), severity=own) for hit in find(*given)]

    (finding,) = engine.run_analysed(dossier, [check("twijfelt", doubting, severity=page)]).findings
    assert finding.doubts == (doubt,)
    assert finding.explanation == f"Het recht vervalt. {label}, want niet vaststaat wie dit treft («de ouder»). Wie is dat?"


def test_what_was_measured_belongs_to_the_level_after_weighing(dossier: DossierAnalysis) -> None:
    made = weighing(check("gewogen", at("vervalt")), lighter)
    made.meta.__dict__["precision"] = Precision(right=0, judged=15, date="2026-11-22", information=True)

    def shown(*, weighed: bool) -> list[tuple[str, str]]:
        return [(f.precision[:3], f.confidence.value) for f in engine.run_analysed(dossier, [made], weighed=weighed).findings]

    assert shown(weighed=False) == [("", "middel")]
    assert shown(weighed=True) == [("0 %", "laag")]


def test_a_check_gives_way_to_what_another_is_after_weighing(dossier: DossierAnalysis) -> None:
    yielding = check("wijkt", at("vervalt"), gives_way_to=("gaat-voor",))
    other = weighing(check("gaat-voor", at("Daarna vervalt")), lighter)
    found = engine.run_analysed(dossier, [yielding, other], weighed=True).findings
    assert {f.check: f.severity for f in found} == {"wijkt": Severity.WARNING, "gaat-voor": Severity.INFO}


def test_a_check_gives_way_on_the_same_words(dossier: DossierAnalysis) -> None:
    yielding = check("wijkt", at("vervalt"), gives_way_to=("gaat-voor",))
    assert names(dossier, yielding, check("gaat-voor", at("Daarna vervalt"))) == ["gaat-voor"]
    assert names(dossier, yielding, check("gaat-voor", at("binnen een week", "vervalt"))) == ["gaat-voor"]
    assert names(dossier, yielding, check("gaat-voor", at("binnen een week"))) == ["gaat-voor", "wijkt"]
    assert names(dossier, yielding) == ["wijkt"]


def test_a_warning_does_not_give_way_to_a_suggestion(dossier: DossierAnalysis) -> None:
    yielding = check("wijkt", at("vervalt"), gives_way_to=("gaat-voor",))
    assert sorted(names(dossier, yielding, check("gaat-voor", at("vervalt"), severity="suggestion"))) == ["gaat-voor", "wijkt"]


def test_findings_come_in_the_order_of_the_text(dossier: DossierAnalysis) -> None:
    assert names(dossier, check("later", at("vervalt")), check("eerst", at("meldt"))) == ["eerst", "later"]

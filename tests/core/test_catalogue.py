"""Pages, options, selection."""

from __future__ import annotations

from pathlib import Path

import pytest

from doenvermogentoets import catalogue
from doenvermogentoets.catalogue import Catalogue, Check, CheckEntry, CheckOption, Options, Precision, parse_page
from doenvermogentoets.findings import Confidence, Severity

PAGE = """+++
name = "{name}"
code = "{code}"
title = "Een controle"
severity = "warning"
confidence = "hoog"
sources = ["Ar 4.43"]
ground = "Ar 4.43, onder f"
question = "Wat nu?"
since = "0.1.0"
aliases = ["oude-naam"]
{more}
+++
# Een controle
## Wat
Iets.
## Voorbeelden
```ontwerp
Artikel 1
```
## Hier niet
```ontwerp
Artikel 2
```
```ontwerp
Artikel 3
```
"""


def page(folder: Path, name: str = "een-controle", code: str = "TRM901", more: str = "") -> Check:
    path = folder / f"{name}.md"
    path.write_text(PAGE.format(name=name, code=code, more=more), encoding="utf-8")
    return parse_page(CheckEntry("termijnen", path, "nergens:find"))


def test_a_page_gives_metadata_sections_and_examples(tmp_path: Path) -> None:
    check = page(tmp_path)
    assert check.meta.code == "TRM901"
    assert check.sections["Wat"] == "Iets."
    assert [(e.text, e.expected) for e in check.examples] == [("Artikel 1\n", True), ("Artikel 2\n", False), ("Artikel 3\n", False)]


def test_an_unknown_key_in_a_page_is_refused_with_the_page_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"een-controle\.md.*[\s\S]*ernst"):
        page(tmp_path, more='ernst = "hoog"')


def test_a_page_without_front_matter_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leeg.md"
    path.write_text("# Leeg\n", encoding="utf-8")
    with pytest.raises(ValueError, match="front matter"):
        parse_page(CheckEntry("taal", path, "nergens:find"))


def test_checks_are_selected_by_name_code_prefix_theme_and_former_name(tmp_path: Path) -> None:
    one, two = page(tmp_path), page(tmp_path, "nog-een", "TRM902")
    both = Catalogue([two, one])
    assert [c.name for c in both] == ["een-controle", "nog-een"]
    assert both.select(["trm902"]) == [two]
    assert both.select(["TRM"]) == both.select(["termijnen"]) == [one, two]
    assert both.get("oude-naam") is one
    assert both.get("bestaat-niet") is None


def test_two_checks_with_one_code_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="TRM901"):
        Catalogue([page(tmp_path), page(tmp_path, "nog-een")])


def test_options_are_defaults_with_the_given_values_over_them() -> None:
    options = Options({"dagen": CheckOption(default=42, description="zes weken")}, {"dagen": 14})
    assert options.number("dagen") == 14
    with pytest.raises(TypeError, match="dagen"):
        options.words("dagen")


def test_the_built_in_checks_load() -> None:
    names = [check.name for check in catalogue.load()]
    assert len(names) == len(set(names))


def test_a_precision_is_shown_only_when_enough_was_read() -> None:
    assert Precision(right=2, judged=2, date="2026-11-22").shown == ""
    assert Precision(right=18, judged=20, date="2026-11-22").shown == "90 % (18 van 20 gelezen gevallen, 2026-11-22)"


def test_a_share_stands_only_beside_findings_of_the_kind_that_was_read() -> None:
    advice = Precision(right=18, judged=20, date="2026-11-22")
    assert advice.shown_at(Severity.SUGGESTION) == advice.shown_at(Severity.WARNING) == advice.shown
    assert advice.shown_at(Severity.INFO) == ""
    information = Precision(right=0, judged=15, date="2026-11-22", information=True)
    assert information.shown_at(Severity.SUGGESTION) == ""
    assert information.shown_at(Severity.INFO) == "0 % (0 van 15 gelezen gevallen, 2026-11-22)"


def test_nothing_is_sure_of_which_most_cases_were_read_as_wrong() -> None:
    few = Precision(right=0, judged=6, date="2026-11-22", information=True)
    assert few.limits(Confidence.HOOG, Severity.WARNING) is Confidence.MIDDEL
    assert few.limits(Confidence.LAAG, Severity.WARNING) is Confidence.LAAG
    many = Precision(right=4, judged=20, date="2026-11-22")
    assert many.limits(Confidence.HOOG, Severity.WARNING) is Confidence.LAAG
    assert many.limits(Confidence.HOOG, Severity.INFO) is Confidence.MIDDEL
    half = Precision(right=10, judged=20, date="2026-11-22")
    assert half.limits(Confidence.HOOG, Severity.WARNING) is Confidence.HOOG

"""Packages of others with checks: what is wrong with one is told, and costs no check but its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from doenvermogentoets import catalogue, config, engine
from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.errors import UserError
from doenvermogentoets.readers import read_text
from doenvermogentoets.structure import dossier
from doenvermogentoets.testing import wrong_with

INIT = """
from importlib.resources import files
from doenvermogentoets.catalogue import CheckEntry

def catalogue():
    yield CheckEntry("stijl", files(__name__) / "zegel-gevraagd.md", f"{__name__}.zegel:find")
"""
DETECTOR = """
from doenvermogentoets.findings import Hit
from doenvermogentoets.text import Span

def find(dossier, options):
    document = dossier.bill.document
    at = document.text.content.find("lakzegel")
    if at >= 0:
        yield Hit(document, None, Span(at, at + 8), "Er wordt een lakzegel gevraagd.")
"""
PAGE = """+++
name = "zegel-gevraagd"
code = "ZGL001"
title = "Lakzegel gevraagd"
severity = "warning"
confidence = "hoog"
sources = ["Huisregel 7"]
ground = "Huisregel 7"
question = "Kan het zonder zegel?"
since = "1.0"
+++
## Wat
Het woord «lakzegel».
## Waarom
Niemand heeft er een.
## Voorbeelden
```ontwerp
Artikel 1
De brief draagt een lakzegel.
                    ^^^^^^^^
```
## Hier niet
```ontwerp
Artikel 1
De brief draagt een datum.
```
## Beperkingen
Geen.
## Bronnen
Huisregel 7.
"""
DRAFT = "Artikel 1\n\nDe akte draagt een lakzegel.\n"

Install = Callable[..., Catalogue]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a package «stijl-huis» with one check where Python finds it; gives the catalogue as a command sees it."""

    def put(init: str = INIT, detector: str = DETECTOR, page: str | None = PAGE) -> Catalogue:
        package = tmp_path / "stijlhuis"
        package.mkdir()
        (package / "__init__.py").write_text(init, encoding="utf-8")
        (package / "zegel.py").write_text(detector, encoding="utf-8")
        if page is not None:
            (package / "zegel-gevraagd.md").write_text(page, encoding="utf-8")
        about = tmp_path / "stijl_huis-2.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: stijl-huis\nVersion: 2.0\n", encoding="utf-8")
        (about / "entry_points.txt").write_text("[doenvermogentoets.checks]\naaa = stijlhuis:catalogue\n", encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return catalogue.load()

    yield put
    for name in [m for m in sys.modules if m.partition(".")[0] == "stijlhuis"]:
        del sys.modules[name]


def test_a_sound_package_is_used_and_its_checks_know_where_they_come_from(install: Install) -> None:
    found = install()
    check = found.get("ZGL001")
    assert check is not None and not found.unusable
    assert (check.package, check.called) == ("stijl-huis", "zegel-gevraagd van het pakket stijl-huis")
    assert wrong_with(check) == []
    ours = found.get("TRM001")
    assert ours is not None and ours.called == ours.name


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"init": f"import zoekgeraakt\n{INIT}"}, "ModuleNotFoundError: No module named 'zoekgeraakt' (__init__.py, regel 1)"),
        ({"init": f"{INIT}\n)"}, "geen geldig Python (__init__.py, regel"),
        ({"init": f"import sys\nsys.exit(0)\n{INIT}"}, "beëindigt het programma (sys.exit)"),
        ({"init": "x = 1"}, "AttributeError"),
        ({"init": INIT.replace("yield", "return")}, "gaf «CheckEntry». Zet de ene die u hebt in een lijst."),
        ({"init": "def catalogue():\n    return ['zegel']"}, "gaf «str»"),
        ({"page": None}, "zegel-gevraagd.md: deze pagina ontbreekt"),
        ({"page": PAGE.removeprefix("+++\n")}, "tussen twee regels met +++"),
        ({"page": PAGE.replace('code = "ZGL001"', "code = ZGL001")}, "de TOML bovenaan is niet geldig"),
        ({"page": PAGE.replace('"warning"', '"zwaar"')}, "severity moet error, warning, suggestion of info zijn, en is «zwaar»"),
        ({"page": PAGE.replace("ZGL001", "ZEGEL1")}, "code moet bestaan uit drie hoofdletters en drie cijfers"),
        ({"page": PAGE.replace("since", 'ernst = "x"\nsince')}, "de sleutel «ernst» bestaat niet"),
        ({"page": PAGE.replace('ground = "Huisregel 7"\n', "")}, "«ground» ontbreekt"),
        ({"page": PAGE.replace("ZGL001", "TRM001")}, "er is al een controle TRM001, van het programma zelf"),
    ],
)
def test_what_is_wrong_is_named_and_the_other_checks_stay(install: Install, change: dict[str, str | None], told: str) -> None:
    found = install(**change)
    (unusable,) = found.unusable
    assert unusable.package == "stijl-huis"
    assert told in unusable.problem
    assert "Meld dit aan wie dat pakket maakt" in unusable.remedy
    assert found.get("zegel-gevraagd") is None
    ours = found.get("TRM001")
    assert ours is not None and ours.theme == "termijnen" and not ours.package


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("import sys; sys.exit(0)", "SystemExit"),
        ("return None", "TypeError"),
        ("return ['zegel']", "NotAHit"),
        ("return [Hit(dossier.bill.document, None, Span(0, 1), None)]", "HitWithoutMessage"),
        ("return [Hit(dossier.bill.document, None, Span(900, 905), 'Daar.')]", "HitOutsideText"),
    ],
)
def test_a_detector_that_goes_wrong_costs_only_its_own_findings(install: Install, line: str, error: str) -> None:
    detector = DETECTOR.partition("def find")[0] + f"def find(dossier, options):\n    {line}\n"
    found = install(detector=detector)
    chosen = found.select(["ZGL001", "TRM"])
    result = engine.run(dossier(read_text(DRAFT, "akte.txt", "txt")), chosen)
    assert [(f.check, f.error) for f in result.failures] == [("zegel-gevraagd", error)]
    assert len(result.ran) + len(result.skipped) == len(chosen) - 1
    assert any(f"loopt vast ({error})" in told for told in wrong_with(chosen[-1]))


def test_ctrl_c_in_a_detector_is_an_interrupt(install: Install) -> None:
    found = install(detector="def find(dossier, options):\n    raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        engine.run(dossier(read_text(DRAFT, "akte.txt", "txt")), found.select(["ZGL001"]))


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (PAGE.replace("## Hier niet", "## Elders"), ["zegel-gevraagd.md mist de rubriek «Hier niet»."]),
        (PAGE.replace("een datum", "een lakzegel"), ["zegel-gevraagd.md, voorbeeld 2: «lakzegel» wordt gevonden, en dat hoort niet."]),
        (PAGE.replace("een lakzegel.", "een waszegel."), ["zegel-gevraagd.md, voorbeeld 1: «waszegel» wordt niet gevonden."]),
        (
            PAGE.replace("                    ^^^^^^^^\n", ""),
            [
                "zegel-gevraagd.md, voorbeeld 1: «lakzegel» wordt gevonden, en dat hoort niet.",
                "zegel-gevraagd.md, voorbeeld 1: er staat geen regel met ^ onder de woorden die worden gevonden.",
            ],
        ),
    ],
)
def test_a_page_that_is_not_whole_or_not_true_is_told(install: Install, page: str, told: list[str]) -> None:
    check = install(page=page).get("ZGL001")
    assert check is not None
    assert wrong_with(check) == told


def test_names_in_settings_may_be_of_a_package_that_cannot_be_used(install: Install) -> None:
    data = {"ignore": ["ZGL001"], "severity": {"zegel-gevraagd": "info"}, "checks": {"zegel-gevraagd": {"woord": "was"}}}
    broken = install(page=None)
    config.from_data(data, "huis.toml").validate(broken)
    config.from_data({"select": ["ZGL001", "TRM001"]}, "huis.toml").validate(broken)
    with pytest.raises(UserError, match="geen controle of thema «ZGL001»"):
        config.from_data({"select": ["ZGL001"]}, "huis.toml").validate(broken)
    with pytest.raises(UserError, match="3 fouten"):
        config.from_data(data, "huis.toml").validate(Catalogue(broken))

"""What a dossier leaves behind in the process that checked it: nothing that grows with the number of dossiers."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from doenvermogentoets import catalogue
from doenvermogentoets.analysis import Analysis
from doenvermogentoets.batch.jobs import Job, examine
from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.config import Settings
from doenvermogentoets.document import Document
from doenvermogentoets.language import pipeline as language
from doenvermogentoets.wordlists import REMEMBERED

SYLLABLES = ("ba", "do", "fi", "ga", "ho", "ke", "lu", "mo", "ni", "pa", "ra", "si", "ta", "vo", "wa", "ze")


def word(number: int) -> str:
    """A made-up word, another one for each number."""
    out = ""
    while True:
        number, rest = divmod(number, len(SYLLABLES))
        out += SYLLABLES[rest]
        if not number:
            return out + "ling"


def draft(number: int, words: int) -> str:
    """A draft full of words that no other number has."""
    artikelen = []
    for n in range(words // 4):
        a, b, c, d = (word(16**4 + number * words + n * 4 + i) for i in range(4))
        artikelen.append(
            f"Artikel {n + 1}\n1. De {a} verstrekt het college binnen twee weken een {b}.\n"
            f"2. Het college trekt de {c} in, indien niet is voldaan aan de {d}.\n"
        )
    return "VOORSTEL VAN WET\n\n" + "\n".join(artikelen)


def toelichting(number: int, words: int) -> str:
    """What explains a draft with this number, as long as it is."""
    lines = [f"Artikel {n + 1}\nDe {word(16**4 + number * words + n * 4)} heeft twee weken, zie het derde lid." for n in range(words // 4)]
    return "MEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\n\nEr is geen andere weg.\n\nII. ARTIKELSGEWIJS\n\n" + "\n\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def checks() -> Catalogue:
    return catalogue.load()


@pytest.fixture
def checked(tmp_path: Path, checks: Catalogue) -> Callable[[int], None]:
    """Checks a draft with this number, and forgets it."""

    def check(number: int, words: int = 400) -> None:
        path = tmp_path / f"ontwerp-{number}.txt"
        path.write_text(draft(number, words), encoding="utf-8")
        beside = tmp_path / f"toelichting-{number}.txt"
        beside.write_text(toelichting(number, words), encoding="utf-8")
        outcome = examine(Job(path, beside, Settings(), strict=True), checks)
        assert outcome.record is not None

    return check


def caches() -> Iterator[tuple[str, Any]]:
    """The functions of the program that remember answers."""
    for name, module in list(sys.modules.items()):
        if name.startswith("doenvermogentoets"):
            for key, value in vars(module).items():
                if hasattr(value, "cache_info") and getattr(value, "__module__", None) == name:
                    yield f"{name}.{key}", value.cache_info()


def test_words_of_earlier_dossiers_are_not_kept_for_ever(checked: Callable[[int], None], monkeypatch: pytest.MonkeyPatch) -> None:
    checked(0)
    strings = language.pipeline().vocab.strings
    monkeypatch.setattr(language, "WORDS_KEPT", len(strings))
    for number in range(1, 4):
        checked(number)
    assert len(strings) == language.WORDS_KEPT
    assert word(16**4 + 400) not in strings


def test_a_text_reads_the_same_when_its_words_are_not_kept(tmp_path: Path, checks: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ontwerp.txt"
    path.write_text(draft(9, 200), encoding="utf-8")
    job = Job(path, None, Settings(), strict=True)
    monkeypatch.setattr(language, "WORDS_KEPT", 0)
    passing = examine(job, checks).record
    monkeypatch.setattr(language, "WORDS_KEPT", 10**9)
    assert examine(job, checks).record == passing
    assert passing is not None


def test_what_is_remembered_per_word_has_a_bound(checked: Callable[[int], None]) -> None:
    for number in range(10, 13):
        checked(number)
    before = dict(caches())
    assert before
    for number in range(13, 16):
        checked(number)
    for name, now in caches():
        if now.maxsize is None:
            assert now.currsize == before[name].currsize, f"{name} remembers something of each draft, without a bound"
        else:
            assert now.maxsize <= REMEMBERED, name


def test_nothing_of_a_dossier_stays(checked: Callable[[int], None]) -> None:
    for number in range(20, 23):
        checked(number)
    gc.collect()
    left = [type(o).__name__ for o in gc.get_objects() if isinstance(o, Document | Analysis) and "Artikel 99" in o_text(o)]
    assert left == []


def o_text(thing: Document | Analysis) -> str:
    return (thing if isinstance(thing, Document) else thing.document).text.content

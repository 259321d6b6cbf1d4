from __future__ import annotations

from pathlib import Path

import pytest

from doenvermogentoets.pairing import Pair, pair, toelichting_base


def pairs(*names: str) -> dict[str | None, str | None]:
    return {p.bill.name if p.bill else None: p.toelichting.name if p.toelichting else None for p in pair([Path("map") / n for n in names])}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("wet.docx", "wet-toelichting.docx"), {"wet.docx": "wet-toelichting.docx"}),
        (("Wet X.docx", "wet x_MvT.docx"), {"Wet X.docx": "wet x_MvT.docx"}),
        (("besluit.txt", "nota-van-toelichting besluit.txt"), {"besluit.txt": "nota-van-toelichting besluit.txt"}),
        (("ontwerp.txt", "toelichting.txt"), {"ontwerp.txt": "toelichting.txt"}),
        (("wetsvoorstel.docx", "memorie-van-toelichting.docx"), {"wetsvoorstel.docx": "memorie-van-toelichting.docx"}),
        (("wetsvoorstel-huur.txt", "memorie van toelichting huur.txt"), {"wetsvoorstel-huur.txt": "memorie van toelichting huur.txt"}),
        (("wet.txt", "wet.docx", "wet-mvt.docx"), {"wet.txt": None, "wet.docx": "wet-mvt.docx"}),
        (("a.txt", "b.txt", "toelichting.txt"), {"a.txt": None, "b.txt": None, None: "toelichting.txt"}),
        (("a.txt", "b-toelichting.txt"), {"a.txt": None, None: "b-toelichting.txt"}),
        (("wet.txt", "mvt.docx", "mvt.txt"), {"wet.txt": "mvt.txt", None: "mvt.docx"}),
        (("wet-toelichting-v2.md", "wet.md"), {"wet.md": "wet-toelichting-v2.md"}),
        (
            ("aantekeningen.txt", "wetsvoorstel.txt", "memorie-van-toelichting.txt"),
            {"aantekeningen.txt": None, "wetsvoorstel.txt": "memorie-van-toelichting.txt"},
        ),
        (("wet-toets.docx", "wet-mvt-toets.docx"), {"wet-toets.docx": "wet-mvt-toets.docx"}),
        (("wet-toetsing.docx", "wet-mvt.docx"), {"wet-toetsing.docx": None, None: "wet-mvt.docx"}),
        (("ontwerp.txt", "wetsvoorstel.txt", "mvt.txt"), {"ontwerp.txt": None, "wetsvoorstel.txt": None, None: "mvt.txt"}),
    ],
)
def test_names(names: tuple[str, ...], expected: dict[str | None, str | None]) -> None:
    assert pairs(*names) == expected


def test_files_in_different_folders_are_not_paired() -> None:
    assert pair([Path("a/ontwerp.txt"), Path("b/toelichting.txt")]) == [Pair(Path("a/ontwerp.txt")), Pair(None, Path("b/toelichting.txt"))]


def test_known_pairs_go_before_names() -> None:
    bill, named, other = Path("wet.txt"), Path("wet-toelichting.txt"), Path("uitleg.txt")
    assert pair([bill, named, other], [(bill, other)]) == [Pair(bill, other), Pair(None, named)]


@pytest.mark.parametrize("name", ["toelichtingen-overzicht.txt", "wet-toelichtingsplicht.txt", "ontwerp.txt"])
def test_names_that_are_no_toelichting(name: str) -> None:
    assert toelichting_base(Path(name)) is None

"""Which files a folder or a pattern stands for, and what is told about the rest."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from voorbeelden import DRAFT, EXPLANATION, Program

from doenvermogentoets import drafts as listing
from doenvermogentoets.drafts import list_folder, list_pattern
from doenvermogentoets.errors import UserError


def names(folder: Path, pattern: str) -> list[str]:
    return [p.relative_to(folder).as_posix() for p in list_pattern(folder / pattern).files]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*/wet.txt", ["d0/wet.txt", "d1/wet.txt", "d2/wet.txt", "d3/wet.txt", "d4/wet.txt", "d5/wet.txt"]),
        ("d[01]", ["d0/wet.txt", "d1/wet-toelichting.txt", "d1/wet.txt"]),
        ("**/*-toelichting.txt", [f"d{n}/wet-toelichting.txt" for n in (1, 2, 4, 5)]),
        ("**/**/d3/**", ["d3/wet.txt"]),
        ("d?/wet.t[x]t", [f"d{n}/wet.txt" for n in range(6)]),
    ],
)
def test_patterns(drafts: Path, pattern: str, expected: list[str]) -> None:
    assert names(drafts, pattern) == expected


def test_a_pattern_without_drafts_says_what_was_there_instead(drafts: Path) -> None:
    (drafts / "oud.pdf").write_bytes(b"%PDF")
    with pytest.raises(UserError, match=r"geen ontwerpen die passen.*oud\.pdf"):
        list_pattern(drafts / "*.pdf")


def test_many_stars_do_not_multiply_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path
    for n in range(12):
        deep = deep / f"m{n}"
    deep.mkdir(parents=True)
    (deep / "wet.txt").write_text("x", encoding="utf-8")
    real, calls = os.scandir, []
    monkeypatch.setattr(listing.os, "scandir", lambda folder: calls.append(folder) or real(folder))
    assert len(list_pattern(tmp_path / "**/*/**/*/**/*/**/*.txt").files) == 1
    assert len(calls) < 13 * 8 * 2


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "wet[1].txt").write_text(DRAFT.format(n=1), encoding="utf-8")
    result = program("check", "wet[1].txt", "--format", "json", "--fail-on", "never")
    assert (result.code, [d["path"] for d in json.loads(result.out)["documents"]]) == (0, ["wet[1].txt"])


def test_links_that_lead_round_are_not_followed_and_said(program: Program, drafts: Path) -> None:
    (drafts / "d0" / "rond").symlink_to(drafts)
    (drafts / "d1" / "zelf.txt").symlink_to(drafts / "d1" / "zelf.txt")
    (drafts / "d2" / "weg.docx").symlink_to("nergens.docx")
    result = program("check", drafts, "--format", "json")
    data = json.loads(result.out)
    assert result.code == 2
    assert len(data["dossiers"]) == 8
    assert any("d0/rond (een koppeling naar een map" in n for n in data["notes"])
    assert {d["path"]: d["problem"] for d in data["dossiers"] if d["problem"]}.keys() == {
        "ontwerpen/d1/zelf.txt",
        "ontwerpen/d2/weg.docx",
    }


def test_a_link_to_a_file_is_read(drafts: Path) -> None:
    (drafts / "koppeling.txt").symlink_to(drafts / "d0" / "wet.txt")
    assert drafts / "koppeling.txt" in list_folder(drafts).files


def test_a_folder_that_may_not_be_read_fails_and_the_others_go_on(program: Program, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def closed(folder: Path) -> object:
        if Path(folder).name == "d3":
            raise PermissionError(13, "denied")
        return real(folder)

    monkeypatch.setattr(listing.os, "scandir", closed)
    result = program("check", drafts, "--format", "json")
    data = json.loads(result.out)
    assert result.code == 2
    assert [d["path"] for d in data["dossiers"]] == [f"ontwerpen/d{n}{'' if n == 3 else '/wet.txt'}" for n in range(6)]
    assert "d3 kan niet worden gelezen" in data["dossiers"][3]["problem"]
    assert "fout: De map" in result.err


def test_a_file_that_vanishes_after_it_was_listed_fails_alone(program: Program, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from doenvermogentoets.cli import session

    real = session.collect

    def collect(*arguments: object, **more: object) -> object:
        found = real(*arguments, **more)  # type: ignore[arg-type]
        (drafts / "d2" / "wet.txt").unlink()
        return found

    monkeypatch.setattr(session, "collect", collect)
    result = program("check", drafts)
    assert result.code == 2
    assert "ontwerpen/d2/wet.txt bestaat niet." in result.err
    assert "5 van 6 dossiers getoetst" in result.out
    assert "Niet getoetst: ontwerpen/d2/wet.txt: het bestand bestaat niet." in result.out


def test_formats_that_are_not_read_are_named_and_our_copies_are_not(program: Program, drafts: Path) -> None:
    (drafts / "d0" / "oud.doc").write_bytes(b"x")
    (drafts / "d0" / "wet-toets.docx").write_bytes(b"x")
    (drafts / "d0" / "~$wet.docx").write_bytes(b"x")
    (drafts / "d0" / ".wet.txt").write_bytes(b"x")
    (drafts / "d0" / "foto.jpg").write_bytes(b"x")
    notes = json.loads(program("check", drafts, "--format", "json").out)["notes"]
    assert [n for n in notes if "Niet meegenomen" in n] == [
        f"Niet meegenomen: {drafts}/d0/oud.doc (de uitgang .doc wordt niet gelezen; sla het op als .docx)."
    ]


def test_a_pipe_with_the_name_of_a_draft_is_not_waited_for(drafts: Path) -> None:
    os.mkfifo(drafts / "pijp.txt")
    found = list_folder(drafts)
    assert len(found.files) == 10
    assert found.left_out == [f"{drafts / 'pijp.txt'} (geen gewoon bestand)"]


def test_a_file_that_is_named_twice_is_checked_once(program: Program, drafts: Path) -> None:
    result = program("check", drafts / "d0" / "wet.txt", "ontwerpen/d0/../d0/wet.txt", drafts, "ontwerpen/*/wet.txt", "--format", "json")
    paths = [d["path"] for d in json.loads(result.out)["dossiers"]]
    assert paths == [f"ontwerpen/d{n}/wet.txt" for n in range(6)]


def test_named_files_keep_their_order_and_folders_follow_in_order_of_path(program: Program, drafts: Path, tmp_path: Path) -> None:
    for name in ("z.txt", "a.txt"):
        (tmp_path / name).write_text(DRAFT.format(n=name), encoding="utf-8")
    result = program("check", drafts / "d1", "z.txt", drafts / "d0", "a.txt", "--format", "json")
    assert [d["path"] for d in json.loads(result.out)["dossiers"]] == ["z.txt", "a.txt", "ontwerpen/d0/wet.txt", "ontwerpen/d1/wet.txt"]


def test_two_drafts_that_claim_one_toelichting_are_told(program: Program, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for name in ("wet.txt", "ontwerp wet.txt"):
        (tmp_path / "map" / name).write_text(DRAFT.format(n=1), encoding="utf-8")
    (tmp_path / "map" / "wet-toelichting.txt").write_text(EXPLANATION.format(n=1), encoding="utf-8")
    data = json.loads(program("check", "map", "--format", "json").out)
    assert [(d["path"], d["toelichting"]) for d in data["dossiers"]] == [
        ("map/ontwerp wet.txt", "map/wet-toelichting.txt"),
        ("map/wet.txt", None),
    ]
    (note,) = [n for n in data["notes"] if "past op naam" in n]
    assert "map/wet-toelichting.txt past op naam bij map/ontwerp wet.txt en bij map/wet.txt" in note
    assert "[[dossiers]]" in note


def test_a_second_toelichting_and_one_without_draft_are_told(program: Program, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "wet.txt").write_text(DRAFT.format(n=1), encoding="utf-8")
    for name in ("wet-toelichting.txt", "wet-mvt.txt", "andere-toelichting.txt"):
        (tmp_path / "map" / name).write_text(EXPLANATION.format(n=1), encoding="utf-8")
    result = program("check", "map", "--format", "json")
    assert any("map/wet-toelichting.txt past op naam bij map/wet.txt, maar daar hoort" in n for n in json.loads(result.out)["notes"])
    assert "map/andere-toelichting.txt heeft geen ontwerp met een passende naam en wordt alleen getoetst" in result.err


def test_pairs_of_settings_in_a_folder_below_hold(program: Program, tmp_path: Path) -> None:
    place = tmp_path / "alles" / "een"
    place.mkdir(parents=True)
    (place / "versie 3.txt").write_text(DRAFT.format(n=1), encoding="utf-8")
    (place / "verhaal.txt").write_text(EXPLANATION.format(n=1), encoding="utf-8")
    (tmp_path / "alles" / "twee.txt").write_text(DRAFT.format(n=2), encoding="utf-8")
    (place / "doenvermogentoets.toml").write_text("[[dossiers]]\nontwerp = 'versie 3.txt'\ntoelichting = 'verhaal.txt'\n", encoding="utf-8")
    data = json.loads(program("check", "alles", "--format", "json").out)
    assert [(d["path"], d["toelichting"]) for d in data["dossiers"]] == [
        ("alles/een/versie 3.txt", "alles/een/verhaal.txt"),
        ("alles/twee.txt", None),
    ]


def test_settings_below_that_cannot_be_used_cost_only_their_own_dossiers(program: Program, drafts: Path) -> None:
    (drafts / "d4" / "doenvermogentoets.toml").write_text("selekt = []\n", encoding="utf-8")
    result = program("check", drafts, "--format", "json")
    data = json.loads(result.out)
    assert result.code == 2
    assert [d["path"] for d in data["dossiers"] if d["problem"]] == ["ontwerpen/d4/wet.txt"]
    assert "selekt" in data["dossiers"][4]["problem"]

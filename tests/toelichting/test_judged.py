"""The findings on toelichtingen that were read: each row is one judgement, and tells which reading it belongs to."""

from __future__ import annotations

import json
from pathlib import Path

from doenvermogentoets import catalogue

ROWS = [
    json.loads(line) for line in (Path(__file__).parents[1] / "precision" / "toelichting.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_each_row_is_a_judgement_of_a_check_of_this_theme() -> None:
    names = {c.name for c in catalogue.load() if c.theme == "toelichting"}
    for row in ROWS:
        assert row["check"] in names
        assert row["verdict"] in ("right", "wrong", "doubtful")
        assert row["reason"]
        assert row.get("set", "") in ("", "dossier", "eerste lezing", "tweede lezing")


def test_nothing_was_judged_twice_in_one_reading() -> None:
    places = [(r.get("set"), r["file"], r["check"], r["start"], r["end"]) for r in ROWS]
    assert len(places) == len(set(places))

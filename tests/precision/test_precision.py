"""The findings that were read, and what the pages say of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from doenvermogentoets import catalogue

HERE = Path(__file__).parent
THEMES = ("termijnen", "hardheid", "bevoegdheid", "doenvermogen", "taal")


def rows(theme: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (HERE / f"{theme}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_pages_show_what_was_read() -> None:
    done = subprocess.run([sys.executable, str(HERE / "update.py"), "--check"], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def test_every_row_is_a_judgement_of_one_finding() -> None:
    names = {c.name: c.theme for c in catalogue.load()}
    for theme in THEMES:
        seen = set()
        for row in rows(theme):
            assert row["verdict"] in ("right", "wrong", "doubtful")
            assert row["reason"] and names[str(row["check"])] == theme
            place = (row["check"], row["file"], row["start"], row["end"])
            assert place not in seen
            seen.add(place)


def test_no_row_holds_the_text_that_was_read() -> None:
    for theme in THEMES:
        assert all(
            set(row) <= {"file", "check", "artikel", "lid", "start", "end", "severity", "verdict", "reason", "date"} for row in rows(theme)
        )


def test_information_counts_only_where_nothing_heavier_was_read(tmp_path: Path) -> None:
    sys.path.insert(0, str(HERE))
    try:
        from update import counts
    finally:
        sys.path.remove(str(HERE))
    judged = [
        ("a", "warning", "right"),
        ("a", "suggestion", "wrong"),
        ("a", "info", "wrong"),
        ("b", "info", "right"),
        ("b", "info", "wrong"),
    ]
    lines = [json.dumps({"check": c, "severity": s, "verdict": v, "reason": "r", "date": "2026-11-29"}) for c, s, v in judged]
    (tmp_path / "x.jsonl").write_text("\n".join(lines), encoding="utf-8")
    read = counts(tmp_path)
    assert (read["a"].right, read["a"].judged, read["a"].information) == (1, 2, 1)
    assert (read["b"].right, read["b"].judged, read["b"].information) == (1, 2, 0)

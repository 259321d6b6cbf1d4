"""The figures of precision on the pages, from the findings that were read: ``python tests/precision/update.py [--check]``.

A row is one finding on a real text: ``file``, ``check``, ``artikel``, ``lid``, ``start`` and ``end`` (code points), ``severity``,
``verdict`` (``right``, ``wrong`` or ``doubtful``) and ``reason``; the text itself is not kept. ``file`` is the name of a law in the
collection that the rules were made on, or ``laws-markdown/BWBR….md``: a regulation in Markdown, by its number in the
Basiswettenbestand, that they were not made on until it was read; spans count in the file itself. Findings are drawn at random, up to
forty a check (all, if there are fewer); a row whose finding no longer occurs is taken out, so that what stands is judged on the rules as
they are. Rows with a ``set`` count for
nothing: «dossier» is on texts that were used for development, «eerste lezing» and «tweede lezing» are of rules that were changed because of
what was read (first published regulations with a toelichting of their own, then
others). ``severity`` is what the finding has now. A finding that is information asks a question and gives no advice; it counts only for a
check that gives nothing heavier, and is told apart otherwise. ``--check`` changes nothing and exits with 1 when a page differs.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from doenvermogentoets import catalogue

HERE = Path(__file__).parent
_LINE = re.compile(r"^precision *=.*\n|^\[precision\]\n(?:\w+ *=.*\n)*\n?", re.M)


@dataclass
class Read:
    """What was read of one check.

    Attributes:
        information: how many findings are left out because they are no more than that.
        only_information: nothing heavier was read.
    """

    information: int = 0
    only_information: bool = False
    judged: int = 0
    right: int = 0
    warnings: int = 0
    warnings_right: int = 0
    date: str = ""
    reasons: Counter[str] = field(default_factory=Counter)


def counts(folder: Path = HERE) -> dict[str, Read]:
    """Judged findings per check, those with a ``set`` left out."""
    rows: dict[str, list[dict[str, str]]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not row.get("set"):
                rows.setdefault(row["check"], []).append(row)
    out: dict[str, Read] = {}
    for check, judged in rows.items():
        advice = [row for row in judged if row.get("severity") != "info"]
        read = out[check] = Read(information=len(judged) - len(advice) if advice else 0, only_information=not advice)
        for row in advice or judged:
            heavy = row.get("severity") in ("warning", "error")
            right = row["verdict"] == "right"
            read.judged += 1
            read.right += right
            read.warnings += heavy
            read.warnings_right += heavy and right
            read.date = max(read.date, row.get("date", ""))
            if not right:
                read.reasons[row["reason"]] += 1
    return out


def _line(read: Read) -> str:
    only = ", information = true" if read.only_information else ""
    return f'precision = {{ right = {read.right}, judged = {read.judged}, date = "{read.date}"{only} }}\n'


def main() -> int:
    check_only = "--check" in sys.argv[1:]
    read = counts()
    differs = []
    for check in catalogue.load():
        page = Path(str(check.entry.page))
        text = page.read_text(encoding="utf-8")
        found = read.get(check.name)
        line = _line(found) if found and found.date else ""
        head, front, rest = text.split("+++\n", 2)
        kept = _LINE.sub("", front)
        if not line and check.theme == "toelichting":
            continue
        options = kept.find("\n[options")
        at = options + 1 if options >= 0 else len(kept)
        before = kept[:at].rstrip("\n") + "\n"
        new = f"{head}+++\n{before}{line}" + (("\n" + kept[at:]) if options >= 0 else "") + f"+++\n{rest}"
        if new != text:
            differs.append(check.name)
            if not check_only:
                page.write_text(new, encoding="utf-8")
    for name, r in sorted(read.items()):
        share = f"{100 * r.right / r.judged:.0f} %"
        heavy = f"; waarschuwingen {r.warnings_right} van {r.warnings}" if r.warnings else ""
        apart = f"; {r.information} ter informatie" if r.information else ""
        print(f"{name:42s} {r.right:3d} van {r.judged:3d} ({share}){heavy}{apart}")
    print("differs:", ", ".join(differs) or "none")
    return 1 if check_only and differs else 0


if __name__ == "__main__":
    sys.exit(main())

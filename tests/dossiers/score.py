"""How many of the known defects in written dossiers are found, and how many look-alikes are flagged.

``python tests/dossiers/score.py [--show] [FOLDER]``: a folder with dossiers, each ``ontwerp.txt``, ``toelichting.txt`` and ``truth.json``,
or files of short ones (``material.py``).

An expected item is met when a finding of its theme (or of a kindred theme: the same words may rightly be reported under
either) overlaps its words, or stands in its artikel and lid when it has no words. A look-alike is flagged when a warning or
error of its theme overlaps its words.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from material import HERE, Material, load

from doenvermogentoets import catalogue, engine
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.structure.labels import unit_json

KINDRED = ({"bevoegdheid", "hardheid", "toelichting"}, {"termijnen", "doenvermogen", "hardheid"})
HEAVY = (Severity.WARNING, Severity.ERROR)


@dataclass
class Score:
    """Counts over dossiers; ``found`` and ``known`` per weight (``must``, ``should``) and per theme (``must`` items only)."""

    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    known: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    flagged: int = 0
    look_alikes: int = 0
    warnings: int = 0
    words: int = 0
    remarks: list[str] = field(default_factory=list)

    def share(self, key: str) -> float:
        return self.found[key] / self.known[key] if self.known[key] else 1.0

    @property
    def false_alarms(self) -> float:
        return self.flagged / self.look_alikes if self.look_alikes else 0.0


def kindred(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in KINDRED)


def score(materials: Iterable[Material]) -> Score:
    """Check every dossier and compare with its truth."""
    checks = list(catalogue.load())
    total = Score()
    for material in materials:
        truth = material.truth
        assert truth is not None
        dossier = material.read()
        result = engine.run(dossier, checks)
        assert dossier.toelichting is not None
        texts = {"ontwerp": dossier.bill.text.content, "toelichting": dossier.toelichting.text.content}
        found = {
            name: [f for f in result.findings if f.document is document]
            for name, document in (("ontwerp", dossier.bill), ("toelichting", dossier.toelichting))
        }
        total.words += sum(len(text.split()) for text in texts.values())
        total.warnings += sum(f.severity in HEAVY for f in result.findings)
        for item in truth["expected"]:
            hit = _met(item, texts, found)
            for key in (item["weight"], *([item["theme"]] if item["weight"] == "must" else ())):
                total.known[key] += 1
                total.found[key] += hit
            if not hit:
                total.remarks.append(f"missed {material.name} [{item['theme']}/{item['weight']}] {item['quote'][:90]!r}: {item['what']}")
        for item in truth["forbidden"]:
            total.look_alikes += 1
            wrong = _flagged(item, texts, found)
            total.flagged += wrong is not None
            if wrong is not None:
                total.remarks.append(f"FALSE  {material.name} [{item['theme']}] {wrong.check}: {item['quote'][:90]!r}: {item['why']}")
    return total


def _met(item: Mapping[str, Any], texts: Mapping[str, str], found: Mapping[str, Sequence[Finding]]) -> bool:
    where = item["where"]
    start = texts[where["doc"]].find(item["quote"]) if item["quote"] else -1
    end = start + len(item["quote"])
    for finding in found[where["doc"]]:
        if not kindred(finding.theme, item["theme"]):
            continue
        if start >= 0:
            if finding.span.start < end and start < finding.span.end:
                return True
            continue
        place = unit_json(finding.unit) if finding.unit is not None else {}
        if not where.get("artikel"):
            if finding.theme == item["theme"]:
                return True
        elif place.get("artikel") == where["artikel"] and (not where.get("lid") or place.get("lid") == where["lid"]):
            return True
    return False


def _flagged(item: Mapping[str, Any], texts: Mapping[str, str], found: Mapping[str, Sequence[Finding]]) -> Finding | None:
    document = item["where"]["doc"]
    start = texts[document].find(item["quote"])
    end = start + len(item["quote"])
    for finding in found[document]:
        if finding.theme == item["theme"] and finding.severity in HEAVY and finding.span.start < end and start < finding.span.end:
            return finding
    return None


def dossiers(folder: Path = HERE) -> list[Material]:
    return [m for m in load([folder]) if m.truth is not None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    parser.add_argument("--show", action="store_true", help="name what was missed and what was flagged wrongly")
    arguments = parser.parse_args()
    total = score(dossiers(arguments.folder))
    if arguments.show:
        print(*total.remarks, sep="\n")
    for key in ("must", "should", *sorted(set(total.known) - {"must", "should"})):
        print(f"{key:<14}{total.found[key]:>4} / {total.known[key]:<4}{total.share(key):.2f}")
    print(f"look-alikes flagged {total.flagged} / {total.look_alikes} ({total.false_alarms:.3f})")
    print(f"warnings per 1,000 words {1000 * total.warnings / max(total.words, 1):.2f}")


if __name__ == "__main__":
    main()

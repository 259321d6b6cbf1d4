"""Counts of findings per text and check over a folder of texts: ``python tests/corpus/snapshot.py FOLDER`` writes ``snapshot.json``."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from doenvermogentoets import catalogue, engine, readers, structure

SNAPSHOT = Path(__file__).parent / "snapshot.json"


def count(folder: Path) -> dict[str, dict[str, int]]:
    """Findings per file and check, and «failed» for a check that broke."""
    checks = list(catalogue.load())
    out = {}
    for path in sorted(folder.glob("*.txt")):
        result = engine.run(structure.dossier(readers.read(path)).alone(), checks)
        counts = Counter(finding.check for finding in result.findings)
        counts.update(f"failed: {failure.check}" for failure in result.failures)
        out[path.name] = dict(sorted(counts.items()))
    return out


def main() -> None:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    SNAPSHOT.write_text(json.dumps(count(Path(sys.argv[1])), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

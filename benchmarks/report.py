"""How long the report of a large dossier takes beside its check, and how large it becomes.

    python benchmarks/report.py [--bill FILE --toelichting FILE] [--pages 200]

Without files a dossier is made by repeating the sample with other numbers until it fills the pages (400 words each). Times are of one
run on one machine; the ratio is what counts: the whole command, check included, in times of the check. It stays below 2.
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from doenvermogentoets import catalogue, engine, readers
from doenvermogentoets.analysis import analyse
from doenvermogentoets.config import Settings
from doenvermogentoets.report import SUFFIXES, as_bytes, build
from doenvermogentoets.structure import dossier

SAMPLE = Path(__file__).parents[1] / "voorbeeld"
WORDS_PER_PAGE = 400
_OWN = re.compile(r"(?<=\bartikel )(\d+)\b(?!:)|(?<=^Artikel )(\d+)\b|(?<=^Hoofdstuk )(\d+)\b", re.M)


def repeated(name: str, words: int) -> str:
    """The sample as many times as it takes, each with its own numbers of artikelen and hoofdstukken."""
    text = (SAMPLE / name).read_text(encoding="utf-8")
    times = max(words // len(text.split()), 1)
    return "\n\n".join(_renumbered(text, 100 * k) for k in range(times))


def _renumbered(text: str, more: int) -> str:
    """The sample with ``more`` added to each of its own numbers."""
    return _OWN.sub(lambda m: str(int(m.group()) + more), text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bill", type=Path)
    parser.add_argument("--toelichting", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    options = parser.parse_args()
    if options.bill is not None:
        sources = [readers.read(p) for p in (options.bill, options.toelichting) if p is not None]
    else:
        half = options.pages * WORDS_PER_PAGE // 2
        names = ("wetsvoorstel.txt", "memorie-van-toelichting.txt")
        sources = [readers.read_text(repeated(name, half), name, "txt") for name in names]
    checks, settings = catalogue.load(), Settings()
    engine.check_dossier(dossier(readers.read_text("Artikel 1\nDit is proef.\n", "proef.txt", "txt")), checks, settings)  # warm
    start = time.perf_counter()
    analysis = analyse(dossier(*sources).alone())
    result = engine.check_analysed(analysis, checks, settings)
    checked = time.perf_counter() - start
    words = sum(len(s.text.content.split()) for s in sources)
    print(f"{words} words ({words / WORDS_PER_PAGE:.0f} pages), {len(result.findings)} findings; check: {checked:.1f} s")
    start = time.perf_counter()
    report = build(analysis, result, checks, settings)
    built = time.perf_counter() - start
    print(f"model: {built:.1f} s ({built / checked:.2f} times the check)")
    as_bytes(report, ".html")  # pictures: fonts are looked for once
    for suffix in SUFFIXES:
        start = time.perf_counter()
        size = len(as_bytes(report, suffix))
        took = built + time.perf_counter() - start
        print(f"{suffix}: {took:.1f} s, {size / 1e6:.1f} MB; with the check {1 + took / checked:.2f} times the check")


if __name__ == "__main__":
    main()

"""How a batch behaves: dossiers per minute with one and with two processes, memory over the run, and what a second run costs.

    python benchmarks/batch.py FOLDER [--dossiers 1000] [--repeat 1]

Dossiers are cut from the texts (.txt) in FOLDER: pieces of a regulation as the draft, pieces of a toelichting beside it, each of them
different. The runs are the real program in a process of its own. Times of the clock are spoilt by other work on the machine: the load
is printed, and only ratios of one call say something. Processor time hardly feels that; it says what two free processors would give
at most.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ARTIKEL = re.compile(r"^Artikel\s", re.M)
PARAGRAPH = re.compile(r"\n\s*\n")
WORDS = (600, 2400)
"""Least and most words of a draft; its toelichting has half of them."""


def pieces(folder: Path) -> tuple[list[list[str]], list[list[str]]]:
    """The artikelen of every regulation and the paragraphs of every toelichting in a folder."""
    laws, explanations = [], []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        starts = [m.start() for m in ARTIKEL.finditer(text)]
        if path.name.startswith(("mvt", "nvt")):
            explanations.append([p for p in PARAGRAPH.split(text) if p.strip()])
        elif len(starts) > 20:
            laws.append([text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)])
    if not laws or not explanations:
        raise SystemExit(f"{folder}: no regulations, or no toelichtingen (mvt*.txt, nvt*.txt)")
    return laws, explanations


def cut(parts: list[str], words: int, chance: random.Random) -> str:
    """Successive parts from a random place on, about this many words."""
    at, out, count = chance.randrange(len(parts)), [], 0
    while count < words and len(out) < len(parts):
        out.append(parts[at % len(parts)].strip())
        count += len(out[-1].split())
        at += 1
    return "\n\n".join(out)


def make(folder: Path, target: Path, number: int) -> int:
    """Write dossiers; returns their words."""
    laws, explanations = pieces(folder)
    chance = random.Random(7)
    total = 0
    for n in range(number):
        words = chance.randint(*WORDS)
        place = target / f"groep-{n // 100:02}" / f"dossier-{n:04}"
        place.mkdir(parents=True)
        draft = f"VOORSTEL VAN WET {n}\n\n{cut(chance.choice(laws), words, chance)}\n"
        explanation = f"MEMORIE VAN TOELICHTING\n\n{cut(chance.choice(explanations), words // 2, chance)}\n"
        (place / "wet.txt").write_text(draft, encoding="utf-8")
        (place / "wet-toelichting.txt").write_text(explanation, encoding="utf-8")
        total += len(draft.split()) + len(explanation.split())
    return total


@dataclass
class Timing:
    """One run: seconds by the clock and of processors, and memory of all its processes in megabytes at each tenth of the run.

    ``growth`` is the mean memory of the last quarter as a share of that of the first quarter, and of that of the second: in the first
    the word lists are read and the words of the language are met.
    """

    seconds: float
    processor: float
    memory: list[int]
    growth: list[float]
    code: int


def quarters(samples: list[int]) -> list[float]:
    """The mean of the last quarter as a share of that of the first, and of the second."""
    size = len(samples) // 4
    if not size:
        return []
    means = [statistics.mean(samples[i * size : (i + 1) * size]) for i in range(4)]
    return [round(means[3] / means[i], 3) for i in (0, 1)]


def family(pid: int) -> Iterator[int]:
    """A process and those below it (Linux)."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def resident(pid: int) -> int:
    """Kilobytes of a process that are in memory."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    match = re.search(r"^VmRSS:\s+(\d+)", status, re.M)
    return int(match.group(1)) if match else 0


def run(drafts: Path, cache: Path, *options: str, command: str = "check") -> Timing:
    """The program over a folder, watched while it works."""
    environment = {**os.environ, "DOENVERMOGENTOETS_CACHE_DIR": str(cache)}
    arguments = [sys.executable, "-m", "doenvermogentoets", command, str(drafts), *options]
    if command == "check":
        arguments += ["--format", "json", "-o", str(drafts.parent / "uit.json"), "--fail-on", "never"]
    samples: list[int] = []
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        ended = threading.Event()

        def watch() -> None:
            while not ended.wait(0.5):
                samples.append(sum(resident(p) for p in family(process.pid)) // 1024)

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        ended.set()
        watcher.join()
    seconds = time.perf_counter() - start
    tenths = [samples[min(len(samples) * i // 10, len(samples) - 1)] for i in range(1, 10)] if samples else []
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Timing(seconds, processor, tenths, quarters(samples), code)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder with texts")
    parser.add_argument("--dossiers", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=1, help="pairs of runs; the middle one counts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        drafts, cache = place / "ontwerpen", place / "cache"
        words = make(options.folder, drafts, options.dossiers)
        one, two, again = [], [], []
        for _ in range(options.repeat):
            one.append(run(drafts, cache, "--jobs", "1", "--no-cache"))
            shutil.rmtree(cache, ignore_errors=True)
            two.append(run(drafts, cache, "--jobs", "2"))
            again.append(run(drafts, cache, "--jobs", "2"))
            size = sum(p.stat().st_size for p in cache.rglob("*")) // (1024 * 1024)
        seconds = {k: statistics.median(t.seconds for t in v) for k, v in (("one", one), ("two", two), ("again", again))}
        out = {
            "dossiers": options.dossiers,
            "words": words,
            "load at the end": [round(x, 2) for x in os.getloadavg()],
            "seconds": {k: [round(t.seconds, 1) for t in v] for k, v in (("one", one), ("two", two), ("again", again))},
            "processor seconds": {k: [round(t.processor, 1) for t in v] for k, v in (("one", one), ("two", two), ("again", again))},
            "dossiers per minute": {k: round(60 * options.dossiers / seconds[k]) for k in ("one", "two", "again")},
            "two processes against one": round(seconds["one"] / seconds["two"], 2),
            # what two free processors would give at most: the same work and what the processes cost, shared by two
            "the same by processor time": round(2 * one[-1].processor / two[-1].processor, 2),
            "second run as a share of the first": round(seconds["again"] / seconds["two"], 3),
            "megabytes in memory at each tenth": {"one": one[-1].memory, "two": two[-1].memory, "again": again[-1].memory},
            "memory in the last quarter against the first, and the second": {
                "one": one[-1].growth,
                "two": two[-1].growth,
                "again": again[-1].growth,
            },
            "megabytes in the cache": size,
            "exit codes": sorted({t.code for t in (*one, *two, *again)}),
        }
    print(json.dumps(out, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())

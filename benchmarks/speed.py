"""How fast a draft is read, analysed and checked, how much memory that takes, and whether time grows in step with length.

    python benchmarks/speed.py FOLDER        texts (.txt, .md, .xml) in a folder, each as a dossier of its own
    python benchmarks/speed.py               the sample dossier, and synthetic bills of 1,000 to 200,000 words

Everything runs in one process on one thread. The growth ratio (seconds per word of the longest bill against the shortest)
compares figures of the same run, so it says something on any machine; words per second only says something about this one.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from doenvermogentoets import catalogue, readers, structure
from doenvermogentoets.analysis import analyse
from doenvermogentoets.catalogue import Catalogue
from doenvermogentoets.document import Source
from doenvermogentoets.engine import run_analysed
from doenvermogentoets.errors import UserError

SAMPLE = Path(__file__).resolve().parents[1] / "voorbeeld"
SIZES = (1_000, 5_000, 20_000, 50_000, 100_000, 200_000)
SUFFIXES = {".txt", ".md", ".xml"}

# provisions of different kinds; {n}, {weken} and {wie} vary so that no two artikelen are equal
PROVISIONS = (
    "Artikel {n}. Aanvraag\n1. {Wie} dient de aanvraag in binnen {weken} weken na afloop van het kalenderjaar {n}.\n"
    "2. Het recht op de bijdrage vervalt, indien {wie} de gegevens, bedoeld in artikel {p}, niet tijdig verstrekt.\n"
    "3. Het college kan de termijn, bedoeld in het eerste lid, op verzoek met {weken} weken verlengen.\n",
    "Artikel {n}. Herziening\n1. Het college herziet de beschikking of trekt deze in, indien:\n"
    "a. {wie} onjuiste gegevens heeft verstrekt;\n"
    "b. de bijdrage tot een bedrag van meer dan € {n} te hoog is vastgesteld; of\nc. niet is voldaan aan artikel {p}, eerste lid.\n"
    "2. Van herziening wordt afgezien, indien daarvoor dringende redenen aanwezig zijn.\n",
    "Artikel {n}. Begrippen over onderwerp {n}\nIn dit artikel wordt verstaan onder:\nbijdrage {n}: bijdrage als bedoeld in artikel {p};\n"
    "peildatum {n}: eerste dag van de {weken}e maand van het kalenderjaar.\n",
    "Artikel {n}. Terugvordering\n1. Hetgeen op grond van artikel {p} onverschuldigd is betaald, wordt van {wie} teruggevorderd.\n"
    "2. {Wie} betaalt het bedrag binnen {weken} weken na de bekendmaking van de beschikking, tenzij het college uitstel heeft verleend.\n",
    "Artikel {n}. Nadere regels\n"
    "Bij of krachtens algemene maatregel van bestuur worden regels gesteld over de toepassing van de artikelen {p} en {n}.\n",
)
PEOPLE = ("de aanvrager", "de ouder", "de huurder", "de student", "de verzekerde", "de zelfstandige")


def bill(words: int) -> str:
    """A synthetic bill of about this many words: varied provisions under chapters."""
    parts = ["Regels omtrent bijdragen (Wet bijdragen)\n\nVOORSTEL VAN WET\n\n"]
    count, n = 8, 0
    while count < words:
        if n % 20 == 0:
            parts.append(f"Hoofdstuk {n // 20 + 1}. Onderwerp {n // 20 + 1}\n\n")
        n += 1
        who = PEOPLE[n % len(PEOPLE)]
        text = PROVISIONS[n % len(PROVISIONS)].format(n=n, p=max(n - 1, 1), weken=2 + n % 11, wie=who, Wie=who[:1].upper() + who[1:])
        parts.append(text + "\n")
        count += len(text.split())
    return "".join(parts)


@dataclass
class Times:
    """Seconds of processor time per stage: what else the machine does hardly counts."""

    stages: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self.stages[name] += time.process_time() - start

    @property
    def total(self) -> float:
        return sum(self.stages.values())


def measure(read: Callable[[], Source], checks: Catalogue, times: Times) -> tuple[int, int]:
    """Number of words and of findings of one draft."""
    gc.collect()
    with times.stage("read"):
        source = read()
    with times.stage("structure"):
        dossier = structure.dossier(source).alone()
    with times.stage("language and norms"):
        analysis = analyse(dossier)
    with times.stage("checks"):
        result = run_analysed(analysis, checks)
    return len(source.text.content.split()), len(result.findings)


def folder(path: Path, checks: Catalogue) -> dict[str, object]:
    """Every draft in a folder."""
    times, words, findings, failed = Times(), 0, 0, []
    for file in sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES):
        try:
            counted = measure(partial(readers.read, file), checks, times)
        except UserError:
            failed.append(file.name)
            continue
        words, findings = words + counted[0], findings + counted[1]
    return report(times, words) | {"findings": findings, "not read": failed}


def growth(checks: Catalogue, repeat: int) -> dict[str, object]:
    """Time per word of bills of growing length, and the ratio of the longest to the shortest."""
    rows = []
    for size in SIZES:
        text = bill(size)
        runs = []
        for _ in range(repeat if size <= 20_000 else max(1, repeat // 3)):
            times = Times()
            words, _ = measure(partial(readers.read_text, text, "groei.txt", "txt"), checks, times)
            runs.append(times)
        middle = sorted(runs, key=lambda t: t.total)[len(runs) // 2]
        rows.append(report(middle, words) | {"microseconds per word": round(1e6 * statistics.median(t.total for t in runs) / words, 2)})
    first, last = float(str(rows[0]["microseconds per word"])), float(str(rows[-1]["microseconds per word"]))
    return {"sizes": rows, "ratio of longest to shortest": round(last / first, 2)}


def report(times: Times, words: int) -> dict[str, object]:
    return {
        "words": words,
        "seconds": round(times.total, 3),
        "words per second": round(words / times.total) if times.total else None,
        "stages": {name: round(seconds, 3) for name, seconds in times.stages.items()},
    }


def peak_megabytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="folder with drafts")
    parser.add_argument("--repeat", type=int, default=5, help="runs per size; the middle one counts")
    options = parser.parse_args()
    checks = catalogue.load()
    folder(SAMPLE, checks)  # imports, word lists and compiled patterns do not count
    if options.folder is not None:
        out: dict[str, object] = {"folder": folder(options.folder, checks)}
    else:
        out = {"sample": folder(SAMPLE, checks), "growth": growth(checks, options.repeat)}
    out["checks"] = len(checks)
    out["peak memory in MB"] = peak_megabytes()
    print(json.dumps(out, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How the time of reading and structure grows with texts made to be hard, and that of a whole check with one very long sentence.

    python benchmarks/growth.py [--size 4000]

Every text is read at a size and at four times that size, in one run. A ratio of 1 is linear growth, 4 is quadratic. The command ends with
exit code 1 when a ratio above 2 is found in a text that takes long enough to measure.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable

from doenvermogentoets import catalogue, engine, readers, structure
from doenvermogentoets.config import Settings

GROWTH = 4
LIMIT = 2.0
SHORTEST = 0.02
"""Seconds; what takes less is all noise."""

CATALOGUE = catalogue.load()

TEXTS: dict[str, Callable[[int], str]] = {
    "rangtelwoorden": lambda n: "Artikel 1\n1. " + "eerste, " * n + "lid.\n",
    "nummers": lambda n: "Artikel 1\n1. artikel " + ", ".join(str(i) for i in range(n)) + ".\n",
    "leden": lambda n: "Artikel 1\n" + "1. a:\n" * n,
    "onderdelen": lambda n: "Artikel 1\nDe ouder:\n" + "a. meldt dit;\n" * n,
    "nesting": lambda n: "Artikel 1\n" + "".join(f"{'abcdefgh'[i % 8]}. x:\n1°. y:\n" for i in range(n // 2)),
    "aanhalingen": lambda n: "Artikel I\nIn artikel 1 wordt " + "«a» " * n + "vervangen door «b».\n",
    "spaties": lambda n: "Artikel 1\n1. De" + " " * (20 * n) + "ouder.\n",
    "komma's": lambda n: "Artikel 1\n1. De ouder" + ", " * (20 * n) + ".\n",
    "een regel": lambda n: "woord " * (20 * n),
    "intrekking": lambda n: "Artikel 1\nDe Wet " + "a " * (4 * n) + "\n",
    "wijzigingen": lambda n: "".join(f"ARTIKEL {i}\nIn artikel {i} van de Wet X wordt «a» vervangen door «b».\n" for i in range(1, n // 8)),
    "ingevoegd": lambda n: "ARTIKEL I\nArtikel 1 komt te luiden:\n" + "Artikel 1\n1. A «\n" * (n // 4),
    "koppen": lambda n: "".join(f"Hoofdstuk {i}\n\n" for i in range(n)),
    "bijlagen": lambda n: "Bijlage\n" * n,
    "verwijzingen": lambda n: "".join(f"Artikel {i}\n1. De ouder, bedoeld in artikel {i + 1}, meldt dit.\n" for i in range(n // 8)),
    "afgebroken regels": lambda n: "Artikel 1\n" + "De ouder meldt dit aan de\n" * n,
    "tabel": lambda n: "| a | b |\n|---|---|\n" + "| x | y |\n" * n,
    "inhoudsopgave": lambda n: "".join(f"{i}. Kop ........ {i}\n" for i in range(n)),
    "opmerkingen": lambda n: "Artikel 1\n" + "<!-- a " * n + "\n",
    "toelichting": lambda n: "MEMORIE VAN TOELICHTING\n\n" + "".join(f"{i}. Kop\nTekst over artikel {i}.\n" for i in range(n // 2)),
}


SENTENCES: dict[str, Callable[[int], str]] = {
    "bijzinnen": lambda n: "Artikel 1\n1. De ouder die hier woont" + " en die in de gemeente woont" * (n // 8) + " meldt dit.\n",
    "nevenschikking": lambda n: "Artikel 1\n1. Dit meldt de ouder" + " en de ouder woont in de gemeente" * (n // 8) + ".\n",
    "werkwoorden": lambda n: "Artikel 1\n1. De ouder meldt dit" + " en betaalt de boete aan het college" * (n // 8) + ".\n",
    "voorwaarden": lambda n: (
        "Artikel 1\n1. Het recht vervalt" + ", indien de ouder de aanvraag niet binnen twee weken doet" * (n // 8) + ".\n"
    ),
}
"""One sentence each; what is asked of a clause is asked of its sentence, until that is so long that it is cut."""


_BILL = "Artikel 1\n1. De ouder meldt een wijziging binnen twee weken aan het college.\n"
_TOELICHTING = "MEMORIE VAN TOELICHTING\n\n"

DOSSIERS: dict[str, Callable[[int], tuple[str, str]]] = {
    "toelichting in regels": lambda n: (
        _BILL,
        _TOELICHTING + "".join(f"Regel {i} gaat over artikel 1 en de boete van € {i}.\n\n" for i in range(n // 8)),
    ),
    "begripsbepalingen": lambda n: (
        "Artikel 1\nIn deze wet wordt verstaan onder:\n" + "".join(f"begrip{i}: de zaak die in nummer {i} staat;\n" for i in range(n // 4)),
        "",
    ),
    "naar één artikel": lambda n: (
        _BILL
        + "".join(
            f"Artikel {i + 2}\n1. De ouder, bedoeld in artikel 1, eerste lid, meldt dit binnen vier weken.\n" for i in range(n // 32)
        ),
        "",
    ),
    "opdrachten": lambda n: (
        "Wijziging van de Wet toeslagen\n\nARTIKEL I\nDe Wet toeslagen wordt als volgt gewijzigd:\n"
        + "".join(f"{i}. In artikel {i}, eerste lid, wordt «twee weken» vervangen door «{i} weken».\n" for i in range(1, n // 8)),
        "",
    ),
    "leden van één artikel": lambda n: (
        "Artikel 1\n" + "".join(f"{i}. De ouder meldt een wijziging binnen {i} weken aan het college.\n" for i in range(1, n // 40)),
        "",
    ),
    "zinnen van één lid": lambda n: (
        "Artikel 1\n1. De ouder meldt dit aan het college." + " De ouder betaalt de boete binnen twee weken." * (n // 16) + "\n",
        "",
    ),
    "getallen": lambda n: (
        "".join(f"Artikel {i}\n1. De ouder van groep{i} meldt een wijziging binnen {i} weken.\n" for i in range(1, n // 32)),
        _TOELICHTING + "".join(f"De ouder van groep{i} heeft {i} weken om een wijziging te melden.\n\n" for i in range(1, n // 32)),
    ),
}
"""A bill and its toelichting, which is empty where the bill stands alone."""


def checked(text: str, toelichting: str = "") -> float:
    """Processor time of a whole check."""
    gc.collect()
    start = time.process_time()
    sources = [readers.read_text(given, name, "txt") for given, name in ((text, "proef.txt"), (toelichting, "toelichting.txt")) if given]
    engine.check_dossier(structure.dossier(*sources), CATALOGUE, Settings())
    return time.process_time() - start


def seconds(text: str, form: str) -> float:
    """Processor time to read a text and build its structure."""
    gc.collect()
    start = time.process_time()
    structure.dossier(readers.read_text(text, f"proef.{form}", form))
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=4000)
    size = parser.parse_args().size
    structure.dossier(readers.read_text("Artikel 1\n1. De ouder meldt dit.\n", "warm.txt", "txt"))
    worst = 0.0
    for name, text in TEXTS.items():
        for form in ("txt", "md"):
            small, large = (seconds(text(n), form) for n in (size, GROWTH * size))
            ratio = large / max(small, SHORTEST / GROWTH) / GROWTH
            worst = max(worst, ratio if large >= SHORTEST else 0.0)
            print(f"{name:18} {form:3} {small:7.3f} s {large:7.3f} s  verhouding {ratio:.2f}", flush=True)
    checked("Artikel 1\n1. De ouder meldt dit binnen twee weken.\n")
    texts: dict[str, Callable[[int], tuple[str, str]]] = {name: lambda n, one=text: (one(n), "") for name, text in SENTENCES.items()}
    for name, dossier in {**texts, **DOSSIERS}.items():
        small, large = checked(*dossier(size)), checked(*dossier(GROWTH * size))
        ratio = large / max(small, SHORTEST / GROWTH) / GROWTH
        worst = max(worst, ratio if large >= SHORTEST else 0.0)
        print(f"{name:18} toets {small:6.2f} s {large:7.2f} s  verhouding {ratio:.2f}", flush=True)
    print(f"hoogste verhouding {worst:.2f}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())

"""Percentiles of sentence length and words per sentence in real regulation, for the part Taal of the report.

    python benchmarks/percentiles.py FOLDER --source "…" --date 2017-05-10 > src/doenvermogentoets/report/percentielen.toml

FOLDER holds texts (.txt), whose names begin with their kind: ``wet-``, or for lower rules ``amvb-``, ``regeling-``, ``kb-`` or
``verordening-``. Only figures are written, no text. Begripsbepalingen are left out of the sentences, and an
onderdeel counts as a sentence, as in the report.
"""

from __future__ import annotations

import argparse
import sys
from itertools import groupby
from pathlib import Path
from statistics import quantiles

from doenvermogentoets import readers
from doenvermogentoets.analysis import analyse_document
from doenvermogentoets.language.lint import pieces
from doenvermogentoets.language.readability import measure
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.structure import dossier

KINDS = {
    "wet": ("wetten", ("wet-",)),
    "lagere-regeling": ("besluiten, regelingen en verordeningen", ("amvb-", "regeling-", "kb-", "verordening-")),
}


LEAST = 5
"""Words; less is a remnant («Vervallen.»), no text."""


def figures(path: Path) -> tuple[list[float], list[float]]:
    """Words per sentence per artikel, and words of each sentence, of one text."""
    analysis = analyse_document(dossier(readers.read(path)).bill)
    per_part, per_sentence = [], []
    for artikel, provisions in groupby(analysis.provisions, key=lambda p: p.unit.artikel):
        if artikel is None:
            continue
        group = list(provisions)
        found = measure(s for p in group for s in p.passage.sentences)
        if found is not None and found.words >= LEAST:
            per_part.append(found.words_per_sentence)
        for provision in group:
            if not any(n.soort is Soort.DEFINITIE for n in provision.norms):
                lengths = (float(len(words)) for s in provision.passage.sentences for _, words in pieces(s))
                per_sentence.extend(length for length in lengths if length >= LEAST)
    return per_part, per_sentence


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--source", required=True, help="what the texts are, for the reader of the report")
    parser.add_argument("--date", required=True, help="state of the texts")
    options = parser.parse_args()
    print("# Cijfers van echte regelgeving, gemaakt met benchmarks/percentiles.py: alleen getallen, geen tekst.")
    print("# Een lijst telt 99 getallen: het 1e tot en met het 99e percentiel.")
    print(f'bron = "{options.source}"\ndatum = "{options.date}"')
    for key, (name, prefixes) in KINDS.items():
        parts: list[float] = []
        sentences: list[float] = []
        texts = 0
        for path in sorted(options.folder.glob("*.txt")):
            if path.name.startswith(prefixes):
                found = figures(path)
                print(path.name, len(found[0]), file=sys.stderr)
                texts += bool(found[0])
                parts += found[0]
                sentences += found[1]
        print(f'\n[{key}]\nnaam = "{name}"\nteksten = {texts}\nartikelen = {len(parts)}\nzinnen = {len(sentences)}')
        for title, values in (("woorden-per-zin-per-artikel", parts), ("zinslengte", sentences)):
            shown = ", ".join(f"{v:.1f}" for v in quantiles(values, n=100))
            print(f"{title} = [{shown}]")


if __name__ == "__main__":
    main()

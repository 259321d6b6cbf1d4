"""How many contradictions are found when the numbers of a toelichting are changed, and how many are reported when nothing is changed.

``python tests/dossiers/score_tegenspraak.py [--show] [FOLDER...]``: folders with ``ontwerp.txt`` and ``toelichting.txt``.

Every quantity of the toelichting that its bill has too, in a provision that speaks of the same things, is replaced by another of the same
kind; each replaced one should be reported. The words are those of the authors of the dossiers, so this measures how contradictions are
recognised in sentences that were not written to contain one. What is reported on the unchanged dossier is counted beside it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from doenvermogentoets import catalogue, engine, readers, structure
from doenvermogentoets.analysis import DossierAnalysis, analyse
from doenvermogentoets.findings import Finding
from doenvermogentoets.norms.numbers import cardinal
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, gelijk

HERE = Path(__file__).parent
CHECKS = ("tegenspraak-getal",)
_WORDS = re.findall(
    r"\w+",
    """één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig
    vierentwintig dertig zesendertig veertig vijftig zestig zeventig tachtig negentig honderd tweehonderd
    driehonderd vijfhonderd duizend""",
)
_BY_VALUE = {cardinal(w): w for w in _WORDS}
SHARED = 2
_PARTS = {"een half": "anderhalf", "een halve": "anderhalve", "half": "anderhalf", "helft": "kwart", "kwart": "helft"}


def other(word: str) -> str | None:
    """Another number in the same dress: «vier» becomes «acht», «25» becomes «50»."""
    if word[0].isdigit():
        figures = word.replace(".", "")
        if "," in figures or not figures.isdecimal():
            return None
        return f"{2 * int(figures):,}".replace(",", ".")
    value = cardinal(word.lower())
    if value is None:
        return None
    return next((_BY_VALUE[v] for v in (2 * value, value + 2, value + 4, value - 2, value + 10) if v in _BY_VALUE and v >= 2), None)


def changed(words: str) -> str | None:
    """The words of a quantity with another number."""
    for plain, instead in (
        ("een half", "anderhalf"),
        ("een halve", "anderhalve"),
        ("half", "anderhalf"),
        ("helft", "kwart"),
        ("kwart", "helft"),
    ):
        if words.lower().startswith(plain + " ") or words.lower() == plain:
            return instead + words[len(plain) :]
    for ending in ("maal", "keer"):
        if words.endswith(ending) and " " not in words:
            number = other(words.removesuffix(ending))
            return number + ending if number else None
    parts = words.split(" ")
    for i, part in enumerate(parts):
        lead = "€" if part.startswith("€") else ""
        tail = "%" if part.endswith("%") else ""
        core = part.removeprefix(lead).removesuffix(tail)
        if not core or core in ("een",):
            continue
        number = other(core)
        if number is not None:
            return " ".join([*parts[:i], f"{lead}{number}{tail}", *parts[i + 1 :]])
    if parts[0] == "een" and len(parts) > 1:
        return " ".join(["drie", *parts[1:]])
    return None


def shared_with_bill(analysis: DossierAnalysis) -> list[Hoeveelheid]:
    """The quantities of the toelichting that the bill has in a provision with some of the same words, in order."""
    explanation = analysis.explanation
    assert explanation is not None
    text = analysis.bill.document.text
    known = [(p, h) for p in analysis.bill.provisions for h in hoeveelheden(text[p.span], p.span.start)]
    out = []
    for zin in explanation.zinnen:
        for h in hoeveelheden(zin.text, zin.span.start):
            alike = [p for p, b in known if gelijk(h, b)]
            if any(len(zin.roots & explanation.provision_roots[p]) >= SHARED for p in alike):
                out.append(h)
    return out


def run(bill: Path, toelichting: str, name: str) -> list[Finding]:
    checks = [c for c in catalogue.load() if c.name in CHECKS]
    dossier = structure.dossier(readers.read(bill), readers.read_text(toelichting, name, "txt"))
    return [f for f in engine.run(dossier, checks).findings if f.document is dossier.toelichting]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    args = parser.parse_args()
    totals: Counter[str] = Counter()
    kinds: Counter[tuple[str, bool]] = Counter()
    folders = sorted({p.parent for f in args.folders or [HERE] for p in [*f.glob("ontwerp.txt"), *f.glob("*/ontwerp.txt")]})
    for folder in folders:
        analysis = analyse(structure.dossier(readers.read(folder / "ontwerp.txt"), readers.read(folder / "toelichting.txt")))
        assert analysis.explanation is not None
        plain = analysis.explanation.document.text.content
        text, places, at = "", [], 0
        for h in shared_with_bill(analysis):
            instead = changed(h.woorden)
            if instead is None or h.span.start < at:
                continue
            text += plain[at : h.span.start]
            places.append((h, len(text), len(text) + len(instead)))
            text += instead
            at = h.span.end
        text += plain[at:]
        found = run(folder / "ontwerp.txt", text, "toelichting.txt")
        for h, start, end in places:
            hit = any(f.span.start < end and start < f.span.end for f in found)
            kinds[h.maat, hit] += 1
            totals["found" if hit else "missed"] += 1
            if args.show and not hit:
                begin = max(0, text.rfind(". ", 0, start) + 1)
                print(
                    f"MISSED {folder.name[:2]} «{text[start:end]}» (was {h.woorden}): {text[begin : text.find('.', end) + 1].strip()[:230]}"
                )
        for f in run(folder / "ontwerp.txt", plain, "toelichting.txt"):
            totals["on unchanged text"] += 1
            if args.show:
                print(f"PLAIN  {folder.name[:2]} {f.message} || {plain[max(0, f.span.start - 80) : f.span.end + 60]!r}")
    for key, n in totals.items():
        print(f"{key}: {n}")
    for maat in sorted({k for k, _ in kinds}):
        right, all_ = kinds[maat, True], kinds[maat, True] + kinds[maat, False]
        print(f"  {maat:<9}{right:>4} / {all_}")


if __name__ == "__main__":
    main()

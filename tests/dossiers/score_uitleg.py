"""How well the reading of a toelichting agrees with the annotation of it: «explained or not» per norm, present or not per building block.

``python tests/dossiers/score_uitleg.py [--show] [FOLDER...]``: folders with ``ontwerp.txt``, ``toelichting.txt`` and ``uitleg.json``, or
with files of short dossiers (``material.py``).
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from material import HERE, Material, load

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision, analyse

# Name of a building block in the annotation, and the topic that the product reads.
TOPICS = {"doelgroepen": "doelgroep"}


def provision_of(bill: Analysis, quote: str, artikel: str, lid: str | None) -> Provision | None:
    at = bill.document.text.content.find(quote)
    if at >= 0:
        return next((p for p in bill.provisions if p.span.start <= at < p.span.end), None)
    return bill.find(artikel, lid or None)


def present(analysis: DossierAnalysis, block: str) -> bool:
    explanation = analysis.explanation
    assert explanation is not None
    if block == "doenvermogen":
        return explanation.account.stand != "afwezig"
    return explanation.speaks_of(TOPICS.get(block, block))


def explained(analysis: DossierAnalysis, provision: Provision, quote: str) -> bool:
    explanation = analysis.explanation
    assert explanation is not None
    at = analysis.bill.document.text.content.find(quote)
    norm = next((n for n in provision.norms if n.span.start <= at < n.span.end), None) if at >= 0 else None
    return explanation.of(provision, norm).sufficient


def score(materials: list[Material], remarks: list[str]) -> dict[str, Counter[str]]:
    """Counts of right, wrong and missed, for ``normen`` and ``bouwstenen``."""
    out: dict[str, Counter[str]] = {"normen": Counter(), "bouwstenen": Counter()}
    for material in materials:
        known = material.uitleg
        assert known is not None
        analysis = analyse(material.read())
        answers = []
        for item in known["normen"]:
            provision = provision_of(analysis.bill, item["quote"], item["artikel"], item["lid"])
            said = provision is not None and explained(analysis, provision, item["quote"])
            answers.append(("normen", item["explained"], said, f"{item['artikel']}.{item['lid']} {item['quote'][:70]}"))
        answers += [("bouwstenen", b["present"], present(analysis, b["block"]), b["block"]) for b in known["bouwstenen"]]
        for kind, truth, said, what in answers:
            out[kind]["right" if truth and said else "missed" if truth else "wrong" if said else "rightly absent"] += 1
            if truth != said:
                remarks.append(f"{'MISSED' if truth else 'WRONG '} {material.name} {kind}: {what}")
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    args = parser.parse_args()
    found = [m for m in load(args.folders or [HERE]) if m.uitleg is not None]
    remarks: list[str] = []
    for kind, n in score(found, remarks).items():
        precision, recall = (n["right"] / max(1, n["right"] + n[other]) for other in ("wrong", "missed"))
        print(f"{kind}: precision {precision:.2f}, recall {recall:.2f} ({dict(n)})")
    if args.show:
        print("\n".join(remarks))


if __name__ == "__main__":
    main()

"""«c.q.» in statutory text (Ar 3.15)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.taal.tekst import bepalingen, eigen_tekst, ernst

_CQ = Search(r"(?<![\w.])(?:c\.\s?q\.|cq\.|cq(?=\s)|casu quo)(?![\w.])")


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    for provision in bepalingen(dossier.bill):
        for part in eigen_tekst(provision.unit, tabellen=True):
            for span in _CQ.within(document.text, part):
                around = words(document, Span(max(part.start, span.start - 40), min(part.end, span.end + 40)))
                yield Hit(
                    document,
                    provision.unit,
                    span,
                    f"«{document.text[span]}» kan «of», «en» en «in dat geval» betekenen.",
                    f"Het staat in «… {around} …». Wie de bepaling moet toepassen, kan niet zien welke van die betekenissen is bedoeld.",
                    label="of, en, of in dat geval?",
                    severity=ernst(provision),
                    suggestions=(
                        Suggestion("«of»", replacement="of"),
                        Suggestion("«en»", replacement="en"),
                        Suggestion("«onderscheidenlijk», als elk deel bij een eigen geval hoort", replacement="onderscheidenlijk"),
                    ),
                )

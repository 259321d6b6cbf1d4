"""«indien en voor zover» in statutory text (Ar 3.11)."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import to_words, words
from doenvermogentoets_checks.taal.tekst import bepalingen, eigen_tekst, ernst

_DUBBEL = Search(r"\b(?:indien|als|wanneer) en (?:voor zover|voorzover|in zoverre)\b")


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    for provision in bepalingen(dossier.bill):
        for part in eigen_tekst(provision.unit, tabellen=True):
            for span in _DUBBEL.within(document.text, part):
                found = document.text[span]
                short = "Voor zover" if found[0].isupper() else "voor zover"
                rest = words(document, to_words(document, Span(span.end, min(part.end, span.end + 60)), part))
                yield Hit(
                    document,
                    provision.unit,
                    span,
                    f"«{found}» zegt twee keer hetzelfde: «voor zover» omvat «indien».",
                    f"Het staat voor «{rest} …». «Voor zover» betekent «in de mate dat» en sluit het geval dat de voorwaarde niet is "
                    f"vervuld vanzelf uit. Is het een voorwaarde die wel of niet geldt, zonder mate, dan volstaat «indien».",
                    label="«voor zover» volstaat",
                    severity=ernst(provision),
                    suggestions=(
                        Suggestion(f"«{short}»: in de mate dat", replacement=short),
                        Suggestion(
                            f"«{'Indien' if short[0] == 'V' else 'indien'}»: als het een ja-of-nee-voorwaarde is",
                            replacement="Indien" if short[0] == "V" else "indien",
                        ),
                    ),
                )

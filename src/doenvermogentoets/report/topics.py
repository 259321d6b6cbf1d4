"""Where bill and toelichting speak of a matter: the words of ``woorden.toml`` and the topics of the toelichting, as evidence."""

from __future__ import annotations

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.report import words
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.model import Evidence, Quote
from doenvermogentoets.structure.labels import label

_MOST = 4
_UNREAD_KINDS = frozenset({Soort.DEFINITIE, Soort.SLOT})


class Topics:
    """Evidence per matter; what was looked for and not found is not told here but left open in the question."""

    def __init__(self, places: Places, dossier: DossierAnalysis) -> None:
        self._places = places
        self._dossier = dossier

    def bill(self, name: str, statement: str, most: int = _MOST) -> list[Evidence]:
        """Sentences of the bill that hold these words, definitions and closing provisions left out."""
        quotes: list[Quote] = []
        total = 0
        for provision in self._dossier.bill.provisions:
            if all(n.soort in _UNREAD_KINDS for n in provision.norms):
                continue
            for sentence in provision.passage.sentences:
                if words.first(provision.document, name, sentence.span) is not None:
                    total += 1
                    if len(quotes) < most:
                        quotes.append(self._places.quote(provision.document, sentence.span, place=label(provision.unit)))
        return self._evidence(statement, quotes, total)

    def told(self, name: str, statement: str, most: int = _MOST) -> list[Evidence]:
        """Sentences of the toelichting that hold these words."""
        explanation = self._dossier.explanation
        if explanation is None:
            return []
        said = [z.span for z in explanation.zinnen if words.pattern(name).search(z.text)]
        found = self._places.sentences(explanation.document, said)
        return self._evidence(statement, [self._places.quote(explanation.document, s) for s in found[:most]], len(found))

    def topic(self, name: str, statement: str, most: int = _MOST) -> list[Evidence]:
        """Sentences of the toelichting on one of its topics (``toelichting/onderwerpen.toml``)."""
        explanation = self._dossier.explanation
        spans = explanation.topics.get(name, ()) if explanation is not None else ()
        if explanation is None or not spans:
            return []
        found = self._places.sentences(explanation.document, map(self._places.told_sentence, spans))
        quotes = [self._places.quote(explanation.document, s) for s in found[:most]]
        return self._evidence(statement, quotes, len(found))

    def rights(self, statement: str, most: int = _MOST) -> list[Evidence]:
        """Provisions that give a right by themselves."""
        found = [
            (p, n)
            for p in self._dossier.bill.provisions
            for n in p.norms
            if n.soort is Soort.RECHT and not n.doenlast and words.first(p.document, "aanspraak", n.span) is not None
        ]
        quotes = [self._places.quote(p.document, n.span, place=label(p.unit)) for p, n in found[:most]]
        return self._evidence(statement, quotes, len(found))

    @staticmethod
    def _evidence(statement: str, quotes: list[Quote], total: int) -> list[Evidence]:
        if not quotes:
            return []
        more = f" ({total} plaatsen, de eerste {len(quotes)} getoond)" if total > len(quotes) else ""
        return [Evidence(statement=f"{statement}{more}", quotes=tuple(quotes))]

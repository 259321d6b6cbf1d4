"""Objection or appeal against a decision that the text excludes (Awb 7:1 and 8:1).

Only an act of parliament can do that (8:5 and bijlage 2); direct appeal without objection is listed in bijlage 1 (7:1, first paragraph, g).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span

_REMEDY = (
    r"(?:(?:bezwaar|beroep)(?:\s+(?:(?:of|en|noch|en/of|dan wel) (?:\w+ )?(?:bezwaar|beroep)))?"
    r"(?: (?:op|bij) de (?:bestuurs)?rechter| bij de rechtbank)?|rechtsmiddel(?:en)?)"
)
_OPEN = r"(?:open(?:gesteld)?|mogelijk|toegelaten|toegestaan)"
_MADE = r"(?:worden )?(?:gemaakt|ingesteld|ingediend|aangetekend|opgekomen|maken|instellen|aantekenen)(?: worden)?"
# In the word order of a main clause, so that «indien geen bezwaar is gemaakt» and «waartegen geen beroep openstaat» are not meant.
_EXCLUDED = (
    Search(rf"\b(?:staat|staan|is|zijn)\b[^.;:]{{0,200}}?\b(?P<what>geen {_REMEDY})\b[^.;:]{{0,160}}?\b{_OPEN}\b"),
    Search(rf"\b(?:kan|kunnen|mag|mogen)\b[^.;:]{{0,200}}?\b(?P<what>geen {_REMEDY})\b[^.;:]{{0,160}}?\b{_MADE}\b"),
    Search(rf"\b(?:kan|kunnen) (?:[^.;:,]{{0,120}}?\b)?(?P<what>niet in {_REMEDY} (?:worden )?(?:gekomen|gegaan|opgekomen))\b"),
    Search(
        rf"\b(?P<what>{_REMEDY})\b[^.;:]{{0,160}}?\b(?:is|zijn|wordt|worden|staat|staan)\b[^.;:]{{0,120}}?\b(?:uitgesloten|niet {_OPEN})\b"
    ),
    Search(rf"\b(?:is|zijn)\b[^.;:]{{0,60}}?\b(?P<what>niet (?:vatbaar|ontvankelijk) voor {_REMEDY})\b"),
)
# «Staat tegen het besluit geen bezwaar open, dan …»: a condition; «geen bezwaar meer»: the time is over.
_VERB_FIRST = re.compile(r"\W*(?:\d+\w?\.\s+)?(?:staat|staan|is|zijn|kan|kunnen)\b[^.;]*,\s*(?:dan\b|\w+(?:t|en)\b)")
_SUBORDINATE = re.compile(
    r"\b(?:indien|als(?! (?:bedoeld|genoemd|omschreven))|wanneer|zolang|zodra|nadat|totdat|tenzij|voor zover|voorzover|waartegen)\b"
    r"[^,.;:]*\Z"
)
_OVER = re.compile(r"\bgeen (?:\w+ ){0,4}meer\b|\bniet (?:langer|meer)\b|\b(?:nogmaals|opnieuw|afzonderlijk|zelfstandig)\b")
# Against what: a decision; or what can never be objected to, so that nothing is lost (Awb 6:3, 8:3), or an objection of another kind.
_DECISION = re.compile(
    r"\b(?:\w*besluit(?:en)?|\w*beschikking(?:en)?|beslissing(?:en)?|\w*weigering(?:en)?|afwijzing(?:en)?|intrekking(?:en)?|\w*aanslag(?:en)?|\w*boete(?:s|n)?"
    r"|toekenning(?:en)?|vaststelling(?:en)?|terugvordering(?:en)?|aanwijzing(?:en)?|\w*last|maatregel(?:en)?|hiertegen|daartegen"
    r"|bezwaar (?:en|of|noch) beroep|beroep (?:en|of) bezwaar)\b"
)
_NO_DECISION = re.compile(
    r"\b(?:voornemen\w*|ontwerp\w*|voorstel\w*|advie[sz]\w*|mededeling\w*|zienswijze\w*|ter voorbereiding|voorbereidingsbesluit\w*"
    r"|algemeen verbindend\w*|beleidsregel\w*|verwerking|doorgifte|persoonsgegevens|profilering|privacy|verordening \(eu\)|avg"
    r"|klacht\w*|opzegging|huur\w*|overeenkomst\w*|schuldeiser\w*|deelgenoot|notaris|vergadering van)\b"
)
# Other judges and what comes after a judgment: the Awb does not open these. Without administratief beroep objection or the court stays.
_JUDGES = re.compile(
    r"\b(?:administratief beroep"
    r"|uitspra(?:ak|ken)|vonnis\w*|arrest\w*|hoger beroep|hogere voorziening|cassatie|kantonrechter|rechter-commissaris|\w*rechtbank"
    r"|gerechtshof|hof|hoge raad|tucht\w*|strafrecht\w*|officier van justitie|raad van discipline|college van beroep|centrale raad"
    r"|ondernemingskamer|voorzieningenrechter|president|griffier\w*|curator|bewindvoerder|scheidslieden|arbit\w+|beklag\w*"
    r"|geschillencommissie|stembureau\w*|examen\w*|rechter\b(?<!bestuursrechter))\b"
)
# «Op grond van artikel 8:5 … geen beroep», «genoemd in bijlage 2»: what the Awb says itself is told.
_TOLD = re.compile(
    r"\b(?:op grond van|ingevolge|krachtens|overeenkomstig|gelet op|bedoeld in|genoemd in|vermeld in)\b[^.;]{0,80}"
    r"(?:\b(?:6:3|7:1|8:[1-6])\b|\bbijlage 2\b|\bbevoegdheidsregeling\b|\bnegatieve lijst\b)"
)
_STILL = re.compile(
    r"\brechtstreeks\b[^.;]{0,60}\bberoep\b|\bberoep\b[^.;]{0,60}\brechtstreeks\b"
    r"|\b(?:kan|kunnen|staat)\b(?![^.;]{0,80}\bgeen\b)[^.;]{0,120}\bberoep\b[^.;]{0,120}\b(?:ingesteld|instellen|open)\b"
)
_SOME = re.compile(r"\b(?:tenzij|behalve|indien|als|wanneer|voor zover|voorzover|dan nadat|behoudens)\b")


@dataclass(frozen=True, slots=True)
class Afgesloten:
    """A remedy that a provision excludes.

    Attributes:
        span: from the verb to the end of the exclusion.
        wat: «bezwaar», «beroep» or «bezwaar en beroep».
        nog: appeal stays open by the words of the same artikel.
        deels: only in some cases.
    """

    provision: Provision
    span: Span
    wat: str
    nog: bool
    deels: bool


def afgesloten(analysis: Analysis) -> Iterator[Afgesloten]:
    """The exclusions of objection and appeal, in order."""
    text = analysis.document.text
    if "bezwaar" not in text.small and "beroep" not in text.small and "rechtsmiddel" not in text.small:
        return
    for provision in analysis.provisions:
        for sentence in provision.passage.sentences:
            zin = sentence.span
            found = _in_sentence(text.small, zin)
            if found is None:
                continue
            span, what = found
            around = analysis.in_artikel(provision.unit) or (provision,)
            judged = _JUDGES.search(text.small, zin.start, zin.end) or (
                any(_JUDGES.search(text.small, p.span.start, p.span.end) for p in around) and "bezwaar" not in what
            )
            if judged or not _against_a_decision(analysis, provision, zin):
                continue
            nog = "beroep" not in what and any(_STILL.search(text.small, p.span.start, p.span.end) for p in around)
            both = "bezwaar" in what and "beroep" in what
            wat = "bezwaar en beroep" if both or "rechtsmiddel" in what else "bezwaar" if "bezwaar" in what else "beroep"
            yield Afgesloten(provision, span, wat, nog, _SOME.search(text.small, zin.start, zin.end) is not None)


def _in_sentence(small: str, zin: Span) -> tuple[Span, str] | None:
    words = small[zin.start : zin.end]
    if _TOLD.search(words) is not None or _OVER.search(words) is not None or _VERB_FIRST.match(words) is not None:
        return None
    for search in _EXCLUDED:
        match = search.search(words)
        if match is not None and _SUBORDINATE.search(words, 0, match.start()) is None:
            return Span(zin.start + match.start(), zin.start + match.end()), match["what"]
    return None


def _against_a_decision(analysis: Analysis, provision: Provision, zin: Span) -> bool:
    """Whether what is objected to is a decision of an authority, in the sentence or by «het tweede lid»."""
    small = analysis.document.text.small
    if _NO_DECISION.search(small, zin.start, zin.end) is not None:
        return False
    if _DECISION.search(small, zin.start, zin.end) is not None:
        return True
    own = provision.unit.artikel
    return any(unit.artikel is own for r in references_in(analysis.document, zin) for unit in r.units)

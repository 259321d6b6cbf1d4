"""What a text says elsewhere about a burden: that it spares somebody, may be deviated from, or is filled in by other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import UnitKind
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel

# «Het eerste lid is niet van toepassing op …», «Dit artikel geldt niet voor …»
_NOT_APPLIED = re.compile(r"\b(?:niet van (?:overeenkomstige )?toepassing|geen toepassing|buiten toepassing|geldt niet|gelden niet)\b")
_THIS_ARTIKEL = re.compile(r"\bdit artikel\b")


def spaart(analysis: Analysis, provision: Provision, zin: Span, gevolg: Span) -> bool:
    """Whether a sentence only says that a burden of this text does not apply: a refusal ground, duty or limit that spares somebody.

    Args:
        zin: the sentence; gevolg: the words that look like an effect (code points).
    """
    document = provision.document
    small = document.text.small
    out = _NOT_APPLIED.search(small, zin.start, zin.end)
    if out is None or not Span(out.start(), out.end()).overlaps(gevolg):
        return False
    left_out = [p for p in _meant(analysis, provision, zin, out.start()) if p is not provision]
    burdens = {id(n.provision) for n in nadelen(analysis)}
    return any(id(p) in burdens or _burdens(p) for p in left_out) and not any(_favours(p) for p in left_out)


def _meant(analysis: Analysis, provision: Provision, zin: Span, until: int) -> Iterator[Provision]:
    """The provisions that a sentence names before it says that they do not apply."""
    document = provision.document
    if _THIS_ARTIKEL.search(document.text.small, zin.start, until) is not None:
        yield from analysis.in_artikel(provision.unit)
        return
    for reference in references_in(document, Span(zin.start, until)):
        for unit in reference.units:
            found = analysis.by_unit.get(unit)
            if found is not None:
                yield found
            elif unit.kind is UnitKind.ARTIKEL:
                yield from analysis.in_artikel(unit)
            elif unit.lid is not None and (lid := analysis.by_unit.get(unit.lid)) is not None:
                yield lid  # «het eerste lid, onder a»


_ASKS = frozenset({Soort.PLICHT, Soort.VERBOD})


def _burdens(provision: Provision) -> bool:
    """Whether a provision asks something of people or takes something from them."""
    return any(n.belastend or (n.soort in _ASKS and n.doenlast) for n in provision.norms)


def _favours(provision: Provision) -> bool:
    """Whether a provision gives people a right."""
    return any(n.richting == "gunstig" for n in provision.norms)


# «Op aanvragen die zijn ingediend vóór die dag blijft artikel 12 van toepassing» keeps the old law for a while, and fills nothing in.
_APPLIES = re.compile(r"\bvan overeenkomstige toepassing\b|\b(?:is|zijn)\b(?:(?!\b(?:blijft|blijven)\b)[^.;]){0,200}\bvan toepassing\b")
_DENIED = re.compile(r"\bniet van (?:overeenkomstige )?toepassing\b")
_ARTIKELEN = re.compile(r"\bartikel(?:en)?\s+\d|\b(?:titel|afdeling|hoofdstuk|paragraaf)\s+\d")
_APPLYING = re.compile(r"\b(?:bij|voor) de (?:toepassing|uitvoering)\b|\b(?:op|ten aanzien van|met betrekking tot)\b")
_NUMBERS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


def elders_ingevuld(analysis: Analysis, provision: Provision) -> Span | None:
    """Where the artikel applies articles that stand elsewhere to what this lid says: they may hold the way out.

    «Bij de toepassing van het eerste lid zijn de artikelen 24 en 25 van de wet van overeenkomstige toepassing.»
    """
    document = provision.document
    small = document.text.small
    lid = _lid(provision)
    for near in analysis.in_artikel(provision.unit) or (provision,):
        for sentence in near.passage.sentences:
            zin = sentence.span
            applied = _APPLIES.search(small, zin.start, zin.end)
            if applied is None or _DENIED.search(small, zin.start, zin.end) is not None:
                continue
            said = small[zin.start : zin.end]
            if _ARTIKELEN.search(said) is None or (near is not provision and _APPLYING.search(said) is None):
                continue
            if near is provision or (lid and lid in said) or _same_effect(provision, said):
                return Span(applied.start(), applied.end())
    return None


_EFFECTS = ("terugvordering", "maatregel", "intrekking", "boete", "weigering", "verlaging", "herziening")


def _same_effect(provision: Provision, said: str) -> bool:
    """«op de terugvordering zijn de artikelen … van toepassing», beside a lid that recovers."""
    text = provision.document.text.small[provision.span.start : provision.span.end]
    stems = {"terugvordering": "terug", "maatregel": "weiger", "intrekking": "intrek", "herziening": "herzie"}
    return any(re.search(rf"\b(?:de|een) {e}\b", said) is not None and stems.get(e, e) in text for e in _EFFECTS)


_MAY_DEVIATE = re.compile(
    r"\b(?:kan|kunnen|is bevoegd|mag)\b(?:[^.;]|(?<=\s[a-z])\.){0,260}?\b(?:afwijken|afgeweken|af te wijken"
    r"|ontheffing|vrijstelling|buiten toepassing)\b|\bin afwijking van\b[^.;]{0,120}\b(?:kan|kunnen|is bevoegd|mag)\b"
)
_ALL_OF_IT = re.compile(r"\b(?:van|in) (?:dit artikel|de (?:voorgaande|vorige) leden|het (?:voorgaande|vorige|voorafgaande) lid)\b")
_FIXED = re.compile(r"\b(?:bij|in) (?:algemene maatregel van bestuur|ministeriële regeling|verordening)\b")


def afwijkbaar(analysis: Analysis, provision: Provision) -> Span | None:
    """Where another sentence of the artikel lets the authority deviate from this lid by name: «kan worden afgeweken van het eerste lid»."""
    lid = _lid(provision)
    for near, span, said in _deviating(analysis, provision):
        if near is not provision and ((lid and _names(said, lid)) or _ALL_OF_IT.search(said) is not None):
            return span
    return None


@per_artikel
def _deviating(analysis: Analysis, provision: Provision) -> tuple[tuple[Provision, Span, str], ...]:
    """The leden of the artikel that let the authority deviate, where they do, and all that they say."""
    small = provision.document.text.small
    out = []
    for near in analysis.in_artikel(provision.unit) or (provision,):
        found = _MAY_DEVIATE.search(small, near.span.start, near.span.end)
        said = small[near.span.start : near.span.end]
        if found is not None and _FIXED.search(said) is None:
            out.append((near, Span(found.start(), found.end()), said))
    return tuple(out)


# «artikel 34, eerste en derde lid»: a lid of another artikel
_OF_ANOTHER = re.compile(r"\bartikel(?:en)? [\w.:]+, (?:\w+(?: lid)?(?:, | en | of ))*\Z")


def _names(said: str, lid: str) -> bool:
    """Whether a lid of the artikel itself is named."""
    return any(_OF_ANOTHER.search(said, 0, m.start()) is None for m in re.finditer(re.escape(lid), said))


def _lid(provision: Provision) -> str:
    """«eerste lid», as other leden name this one; empty for an artikel without leden."""
    number = provision.unit.lid.number if provision.unit.lid is not None else ""
    return f"{_NUMBERS[int(number) - 1]} lid" if number.isdigit() and 0 < int(number) <= len(_NUMBERS) else ""

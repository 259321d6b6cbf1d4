"""What a sentence tells of another law, another body or another place than the bill is about: that contradicts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.findings import Hit
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen, kan_zelfde_zijn
from doenvermogentoets_checks.toelichting.lezen import opschrift, zegt_het_nu

# «de Participatiewet», «de Wet op het notarisambt», «het Burgerlijk Wetboek».
_WET = (
    r"(?:[A-Z][a-zé-]+(?:wet|wetboek|verordening|besluit)|(?:[A-Z][a-zé]+ )?(?:Wet|Wetboek|Besluit|Regeling|Uitvoeringsregeling)"
    r"(?! van\b)(?: [\w-]+){1,6}?|Burgerlijk Wetboek|Algemene wet [a-z]+)"
)
# … and what is told of it in a relative clause.
_OP_GROND_VAN = re.compile(
    rf"\b(?:[Dd]e|[Hh]et) (?P<wet>{_WET}), (?:op (?:grond|basis) waarvan|krachtens (?:welke|hetwelk)"
    r"|ingevolge (?:welke|hetwelk)|volgens welke"
    r"|waarin|waarbij|waarmee|waardoor|waaronder) [^,;.]*"
)
# «De bank valt buiten dit voorstel; zij kan daar …», and what the next sentence goes on about.
_ONS = r"(?:(?:dit|het|deze|de) (?:wets)?(?:voorstel|ontwerp|wet|regeling|verordening|besluit)\b(?! [A-Z])|(?:de )?reikwijdte)"
_VALT_ERBUITEN = re.compile(
    rf"\b(?:val(?:t|len)|blij(?:ft|ven)) (?:\w+ )?(?:niet onder|buiten) {_ONS}"
    rf"|\bis (?:\w+ )?(?:dit|het|deze|de) (?:wets)?(?:voorstel|ontwerp|wet|regeling|verordening|besluit) niet van toepassing",
    re.I,
)
_GAAT_VERDER = re.compile(r"\s*(?:[;,]|maar|en)*\s*(?:zij|hij|deze|die|dat|daar|aldaar)\b(?! (?:moet|dient)\b)", re.I)
# «beslist in die gemeenten»: the place just named, of which the sentence told what is there already.
_IN_DIE = re.compile(
    r"\b(?:in|binnen|bij|onder) (?:die|deze|dat|dit) (?P<plaats>(?:[a-z]+)?(?:gemeenten?|provincies?|landen?|regio['’]?s|sectoren|stelsels?"
    r"|regelingen|wetten|steden|eilanden|lidstaten|waterschappen|deelstaten))\b",
    re.I,
)
_AL = re.compile(r"\b(?:bestaat|bestaan|kent|kennen|heeft|hebben|geldt|gelden) (?:\w+ ){0,3}?(?:al|reeds)\b", re.I)
_TERUG = 2  # sentences before it in which the place is named
_ZEGT = re.compile(
    r"\b(?:kan|kunnen|mag|mogen|moet|moeten|dient|dienen|bevoegd\w*|vrij|ruimte|afweging|weegt|per geval|gehouden|verplicht\w*|naar eigen"
    r"|mogelijkheid|keuze|afwijken|afzien)\b",
    re.I,
)
# Such a name does not tell which body is meant.
_SOORTNAAM = re.compile(
    r"^(?:(?:\w+ )?(?:toezichthouder|bestuursorgaan|overheid|dienst|instantie|uitvoerder|autoriteit|orgaan|gezag|bureau|organisatie|rijk"
    r"|staat|gemeente|ambtenaar|commissie|bestuur|voorzitter|directeur|secretaris|inspecteur|examinator|rector|hoofd|leiding)|uitvoerings\w+)$"
)


def over_het_eigen(dossier: DossierAnalysis, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The findings but those on what is told of another law, or of a place or body that the bill is not about."""
    explanation = dossier.explanation
    for hit in hits:
        zin = next((z for z in explanation.zinnen if z.span.contains(hit.span)), None) if explanation is not None else None
        if explanation is None or zin is None or not _buiten(dossier.bill, explanation, zin, hit.span):
            yield hit


def _buiten(bill: Analysis, explanation: Explanation, zin: Zin, span: Span) -> bool:
    """The words of a finding, or all of the sentence that tells what may or must be, are told of something else."""
    if _van_die_plaats(explanation, zin):
        return True
    parts = list(_delen(bill, explanation, zin))
    if not parts:
        return False
    if span != zin.span:
        at = span.start - zin.span.start
        return any(start <= at < end for start, end in parts)
    rest = list(zin.text)
    for start, end in parts:
        rest[start:end] = " " * (end - start)
    return _ZEGT.search("".join(rest)) is None


def _delen(bill: Analysis, explanation: Explanation, zin: Zin) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that tell of another law, or of who is outside the bill."""
    for match in _OP_GROND_VAN.finditer(zin.text):
        if match.group("wet") not in opschrift(bill):
            yield match.start(), match.end()
    outside = _VALT_ERBUITEN.search(zin.text)
    if outside is not None and _GAAT_VERDER.match(zin.text, outside.end()):
        yield 0, len(zin.text)
    before = explanation.before(zin)
    left = _VALT_ERBUITEN.search(before.text) if before is not None else None
    if before is not None and left is not None and not before.text[left.end() :].strip(" .") and _GAAT_VERDER.match(zin.text):
        yield 0, len(zin.text)


def _van_die_plaats(explanation: Explanation, zin: Zin) -> bool:
    """«in die gemeenten», of which a sentence before it told what there is already or was until now."""
    match = _IN_DIE.search(zin.text)
    if match is None:
        return False
    at = explanation.position(zin)
    before = explanation.zinnen_of(zin.alinea)[max(0, at - _TERUG) : at]
    first = next((i for i, z in enumerate(before) if re.search(rf"\b{re.escape(match.group('plaats'))}\b", z.text, re.I)), None)
    return first is not None and any(_AL.search(z.text) or not zegt_het_nu(z.text) for z in before[first:])


def doet_een_ander(bill: Analysis, organs: Organen, zin: Zin) -> bool:
    """Only bodies with a name of their own that the bill does not have act in the sentence: their room is not that of the bill."""
    doing = [o for o in organs.van(zin.text) if o.rol == "doet"]
    if not doing or any(_SOORTNAAM.match(o.naam) or any(kan_zelfde_zijn(o.naam, known) for known in organs.bekend) for o in doing):
        return False
    if any(a.old and o.naam in f"{a.old} {a.new}".lower() for a in bill.document.amendments for o in doing):
        return False  # the words of an order name it, and who acts in the amended law cannot be seen
    if re.search(r"[;:]", zin.text[min(o.span.start for o in doing) :]):
        return False  # what follows may be told of the bill
    low, ruling = zin.text.lower(), [n.adressaat for p in bill.provisions for n in p.norms if n.bevoegdheid != "geen"]
    return not any(a is not None and a.tekst and a.tekst.lower() in low for a in ruling)

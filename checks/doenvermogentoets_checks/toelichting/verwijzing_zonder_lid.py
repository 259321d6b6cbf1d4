"""A reference to a lid that its artikel does not have: «artikel 6, vierde lid», or «het vierde lid» under the heading of artikel 6."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.document import Reference, Unit, UnitKind
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Alinea, Explanation, Zin
from doenvermogentoets.toelichting.andere_wet import van_de_zin_ervoor
from doenvermogentoets.toelichting.sections import ORDINALS
from doenvermogentoets_checks.toelichting.lezen import van_een_andere_regeling

# «het vierde lid»; not «het derde lid van artikel 5», and not a lid that comes in («een vijfde lid wordt toegevoegd»).
_LID = re.compile(rf"\b(?:het|dit|lid) (?:(?:\w+) (?:en|of|tot en met) (?:het )?)?({'|'.join(ORDINALS)}) lid\b(?!,? (?:van|uit|in) )", re.I)
_ERVOOR = re.compile(r"\b(?:artikel|wet|besluit|nieuwe?|oude?|huidige?|voormalige?|vernummerd\w*)\b[^.;]{0,40}$", re.I)
_OUD = re.compile(
    r"\b(?:vervallen|vervalt|thans|ingetrokken|was|waren|vernummerd\w*|toegevoegd|schrap\w*|geschrapt"
    r"|consultatie\w*|eerder\w*|adviseer\w*|gevraagd|vroeg\w*)\b",
    re.I,
)
# An adjective beside the reference: «het oude artikel 13, tweede lid»; «de oude bezwaarregeling» says nothing about its number.
_OUDE = re.compile(r"\b(?:oude?|huidige?|voormalige?|toenmalige?|geldende|bestaande)\b", re.I)
_BESIDE, _BEHIND = 25, 8  # characters before a reference, and after it
_ANDERE_WET = re.compile(
    r"\b[A-Z][\w-]*(?:wet|wetboek|besluit|verdrag|regeling|richtlijn|verordening)\b|\b(?:Wet|Besluit|Regeling|Verordening|Verdrag) \w"
    r"|\b(?:Grondwet|Awb|EVRM|AVG|Awir|Awr)\b"
)


def _leden(bill: Analysis) -> Mapping[str, tuple[Unit, int]]:
    """Of each artikel that stands in the bill as a whole: the unit and how many leden it has (0 when it is one text), by its number.

    An artikel of which only a lid is amended has more leden than the bill shows; one whose leden are not numbered from 1 on was not
    read well enough to count them.
    """
    found: dict[str, tuple[Unit, int]] = {}
    double = set()
    for unit in bill.document.root.walk():
        if unit.kind is not UnitKind.ARTIKEL or not unit.number[:1].isdigit():
            continue
        if unit.number in found:
            double.add(unit.number)
        numbers = [child.number for child in unit.children if child.kind is UnitKind.LID]
        if not numbers:
            numbers = _genummerd(bill, unit)
        whole = not unit.instruction and all(c.inserted == unit.inserted for c in unit.children)
        if whole and len(numbers) != 1 and numbers == [str(n) for n in range(1, len(numbers) + 1)] and unit.heading_span is not None:
            found[unit.number] = (unit, len(numbers))
        else:
            double.add(unit.number)
    return {number: pair for number, pair in found.items() if number not in double}


_LID_VOOROP = re.compile(r"^[ \t]{0,8}lid (\d{1,2})\b", re.M)


def _genummerd(bill: Analysis, unit: Unit) -> list[str]:
    """What is called a lid though it is none: parts numbered 1, 2, 3 below an opening sentence, or lines that begin with «lid 1»."""
    parts = [child.number for child in unit.children if child.kind is UnitKind.ONDERDEEL and child.number.isdigit()]
    return parts or [m.group(1) for m in _LID_VOOROP.finditer(bill.document.text[unit.span])]


_VOORHEEN = (
    r"\b(?:oude|voormalige|toenmalige|vervallen) {0}\b"
    r"|\b{0}\b[^.;]{{0,40}}\b(?:vervalt|is vervallen|wordt (?:verwijderd|geschrapt|ingetrokken))\b"
)


def van_voorheen(explanation: Explanation, reference: Reference) -> bool:
    """The toelichting says somewhere that the artikel of this number is that of the old text: «het oude artikel 3c»."""
    words = re.match(r"artikel \d[\w.]*", explanation.document.text[reference.span], re.I)
    if words is None:
        return False
    return re.search(_VOORHEEN.format(re.escape(words.group(0))), explanation.document.text.content, re.I) is not None


def _ongenoemd(explanation: Explanation, reference: Reference) -> bool:
    """«Het derde lid»: the artikel it belongs to is not in its words."""
    return re.search(r"\bart(?:ikel(?:en)?|\.)", explanation.document.text[reference.span], re.I) is None


def _eigen(explanation: Explanation, zin: Zin) -> set[str]:
    """The numbers of the artikelen under whose heading a sentence stands."""
    return {a.number for a, found in explanation.articles.items() if zin.alinea.section in found}


def _in_een_lijst(zin: Zin) -> bool:
    """The paragraph is a numbered one: a model or example with leden of its own, to which «het vierde lid» belongs."""
    return zin.alinea.unit.kind in (UnitKind.LID, UnitKind.ONDERDEEL) and zin.alinea.unit.number.isdigit()


_AANHALING = re.compile(r"[\"“”„«‘][^\"“”„«»‘’]{0,200}$")


def _aangehaald(text: str, at: int) -> bool:
    """The words stand between quotation marks: they are an example of how to write."""
    return _AANHALING.search(text[max(0, at - 210) : at]) is not None


def zonder_lid(dossier: DossierAnalysis, explanation: Explanation) -> Iterator[Hit]:
    """The references to a lid beyond the last one of an artikel that the bill has as a whole."""
    leden = _leden(dossier.bill)
    yield from _koppen(dossier, explanation, leden)
    for zin in explanation.zinnen:
        if _OUD.search(zin.text) or _ANDERE_WET.search(zin.text[1:]) or van_de_zin_ervoor(explanation, zin) is not None:
            continue
        cited = explanation.cited_in(zin)
        bare = [r for r in cited if _ongenoemd(explanation, r)]
        own = _eigen(explanation, zin)
        named = [
            (r.span, t.artikel, t.lid)
            for r in cited
            for t in r.targets
            if t.artikel and t.lid and not t.regeling and not (r in bare and (own or _in_een_lijst(zin)))
        ]
        named += list(_lid_van_artikel(explanation, cited))
        for span, artikel, lid in named:
            beside = zin.text[max(0, span.start - zin.span.start - _BESIDE) : span.end - zin.span.start + _BEHIND]
            after = explanation.document.text.content[span.end : span.end + 80]
            if van_een_andere_regeling(dossier.bill, after) or _aangehaald(zin.text, span.start - zin.span.start):
                continue
            if artikel in leden and lid.isdigit() and int(lid) > max(1, leden[artikel][1]) and not _OUDE.search(beside):
                yield _hit(dossier, explanation, zin.alinea, span, int(lid), leden[artikel])
                break
        else:
            inherited = [(t.artikel, t.lid) for r in bare for t in r.targets if t.artikel and t.lid and t.artikel not in own]
            explicit = any(t.artikel for r in cited if r not in bare for t in r.targets)
            if not explicit and not _in_een_lijst(zin) and not any(_has(leden, a, i) for a, i in inherited):
                yield from _under_heading(dossier, explanation, zin, leden)


def _koppen(dossier: DossierAnalysis, explanation: Explanation, leden: Mapping[str, tuple[Unit, int]]) -> Iterator[Hit]:
    """«Artikel 6, derde lid» above a passage, where artikel 6 has two."""
    for section in explanation.sections:
        places = section.places
        if section.span is None or not section.alineas or len(places) != 1 or not places[0].lid:
            continue
        artikel, lid = places[0].artikel, places[0].lid
        if artikel not in leden or int(lid) <= max(1, leden[artikel][1]):
            continue
        text = f"{section.heading} {section.alineas[0].text[:80]}"
        other = _OUD.search(section.heading) or _OUDE.search(section.heading) or _ANDERE_WET.search(section.heading)
        if not other and not van_een_andere_regeling(dossier.bill, text):
            yield _hit(dossier, explanation, section.alineas[0], section.span, int(lid), leden[artikel])


def _has(leden: Mapping[str, tuple[Unit, int]], artikel: str, lid: str) -> bool:
    """The artikel of which was spoken before has this lid, or it is not known how many it has."""
    return artikel not in leden or not lid.isdigit() or int(lid) <= max(1, leden[artikel][1])


def _lid_van_artikel(explanation: Explanation, cited: Sequence[Reference]) -> Iterator[tuple[Span, str, str]]:
    """«Het vierde lid van artikel 5»: two references, of which the first is a lid of the second."""
    text = explanation.document.text
    for one, other in pairwise(sorted(cited, key=lambda r: r.span)):
        if text[Span(one.span.end, other.span.start)].strip().lower() != "van":
            continue
        artikelen = {t.artikel for t in other.targets}
        if len(artikelen) == 1 and (artikel := next(iter(artikelen))) and not any(t.lid or t.regeling for t in other.targets):
            yield from ((Span(one.span.start, other.span.end), artikel, t.lid) for t in one.targets if t.lid and not t.artikel)


def _under_heading(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, leden: Mapping[str, tuple[Unit, int]]) -> Iterator[Hit]:
    """«Het vierde lid» of the one artikel that the heading names."""
    own = {a.number for a, found in explanation.articles.items() if zin.alinea.section in found}
    match = _LID.search(zin.text)
    if len(own) != 1 or match is None or _OUDE.search(zin.text) or _ERVOOR.search(zin.text[: match.start()]):
        return
    artikel = leden.get(next(iter(own)))
    lid = ORDINALS.index(match.group(1).lower()) + 1
    if artikel is not None and lid > max(1, artikel[1]):
        span = Span(zin.span.start + match.start(), zin.span.start + match.end())
        yield _hit(dossier, explanation, zin.alinea, span, lid, artikel)


def _hit(dossier: DossierAnalysis, explanation: Explanation, alinea: Alinea, span: Span, lid: int, artikel: tuple[Unit, int]) -> Hit:
    unit, last = artikel
    named = ORDINALS[lid - 1] if lid <= len(ORDINALS) else f"{lid}e"
    return Hit(
        explanation.document,
        alinea.unit,
        span,
        f"De toelichting noemt het {named} lid van {label(unit)}; dat heeft {last or 'geen'} leden.",
        "Het nummer kan verschoven zijn, of het lid waarop de toelichting doelt, is uit het ontwerp verdwenen.",
        label="dit lid is er niet",
        annotations=(
            Annotation(
                dossier.bill.document, unit.heading_span or unit.span, f"artikel met {last} leden" if last else "artikel zonder leden"
            ),
        ),
    )

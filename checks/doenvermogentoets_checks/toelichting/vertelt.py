"""Whether a sentence of the toelichting tells a rule of this bill, so that it can be held against it.

Much of a real toelichting tells none: it gives examples, thinks aloud of what might be, tells what another regulation or a court says, how
it came about, or repeats the provision. Such a sentence shares words with a provision and differs from it without contradicting it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.findings import Hit
from doenvermogentoets.toelichting import Explanation, Section, Zin
from doenvermogentoets_checks.toelichting.lezen import van_een_andere_regeling

_DENKBAAR = re.compile(
    r"\bdenkbaar is\b|\bis (?:het )?(?:ook |eveneens )?denkbaar\b|\bhet kan(?: dus| ook)? voorkomen dat\b"
    r"|\b(?:kan|kunnen|moet|dient|valt|mag)\b[^.;]{0,60}\b(?:worden gedacht|gedacht worden|te denken)\b"
    r"|\bter illustratie\b|\bbij wijze van voorbeeld\b|\bals voorbeeld\b|\bstel(?: dat|,|:)",
    re.I,
)
_VERWIJST = re.compile(
    r"^\W*(?:Zie\b|(?:Ook|Verder) (?:wordt|zij|is) (?:[^.;]{0,20} )?(?:gewezen op|verwezen naar)\b|Voor [^.;]{3,120}\bverwezen naar\b)"
)
# How it came about or was before: «op die datum is daaraan toegevoegd», «de bepaling luidde».
_GESCHIEDENIS = re.compile(
    r"\b(?:is|zijn|werd|werden)\b[^.;]{0,160}\b(?:ingevoegd|toegevoegd|gewijzigd|ingevoerd|in werking getreden|aangescherpt|opgenomen in)\b"
    r"|\b(?:luidde|luidden|gold|golden)\b",
    re.I,
)
_DATUM = re.compile(r"\b(?:sinds|tot|vóór|op|per|vanaf|met ingang van)\s+\d{1,2} [a-z]+ (?:19|20)\d\d\b", re.I)
# «Mevrouw F», «A is bigaam gehuwd»: the people of a case.
_PERSONEN = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Pp]ersoon|[Vv]rouw|[Mm]an|[Ww]erknemer|[Oo]uder) [A-Z]\b(?!\w|\.)|^[A-Z] [a-z]+\b"
)
# A heading or label above an example, and the words that announce one in running text.
_VOORBEELD_KOP = re.compile(r"\W*(?:(?:reken|cijfer)?voorbeeld(?:en)?|casus|ad \d)\b", re.I)
_KONDIGT_AAN = re.compile(r"\bvoorbeeld(?:en)?\b[^.;:]{0,60}:", re.I)
# Asked, not answered: «de vraag rijst of moet worden ingetrokken»; but «de vraag of …, beantwoordt de minister» tells a rule.
_VRAAG = re.compile(
    r"\?[\W\d]*$|\b(?:rij(?:st|zen)|doet zich|stelt zich|komt|speelt|blijft|is)\b[^.;,]{0,40}\bvra(?:ag|gen)\b[^.;,]{0,15}"
    r"\b(?:of|wanneer|hoe|wie|welke|in hoeverre)\b"
    r"|\bvra(?:ag|gen)\b[^.;,]{0,15}\b(?:rij(?:st|zen)|doet zich|stelt zich|komt op)\b",
    re.I,
)
_LABEL = 40  # characters of a line that is a label
_WOORD = re.compile(r"\w+")
_LETTERLIJK = 6  # words from which a sentence that the bill has too is a quotation


def regels(dossier: DossierAnalysis, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The findings of which the sentence tells a rule of this bill."""
    explanation = dossier.explanation
    for hit in hits:
        zin = _zin(explanation, hit) if explanation is not None and hit.document is explanation.document else None
        if zin is None or explanation is None or vertelt(dossier, explanation, zin):
            yield hit


def _zin(explanation: Explanation, hit: Hit) -> Zin | None:
    return next((z for z in explanation.zinnen if z.span.contains(hit.span)), None)


def vertelt(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> bool:
    """No example, thought, question, reference, history, other regulation or quotation."""
    return not (
        _DENKBAAR.search(zin.text)
        or _VERWIJST.match(zin.text)
        or _VRAAG.search(zin.text)
        or zin.text.count("”") > zin.text.count("“")  # the end of what a court or author is quoted to say
        or _PERSONEN.search(zin.text)
        or (_GESCHIEDENIS.search(zin.text) and _DATUM.search(zin.text))
        or _in_voorbeeld(explanation, zin)
        or _elders_geregeld(dossier, explanation, zin)
        or _letterlijk(dossier, zin)
    )


def _in_voorbeeld(explanation: Explanation, zin: Zin) -> bool:
    """It stands in an example: under such a heading or label, or after words that announce one in the same paragraph."""
    section = zin.alinea.section
    if any(_VOORBEELD_KOP.match(h) for h in section.path[-1:]) or _VOORBEELD_KOP.match(zin.alinea.text):
        return True
    if any(_KONDIGT_AAN.search(z.text) for z in explanation.zinnen_of(zin.alinea)[: explanation.position(zin) + 1]):
        return True
    return _na_een_label(section, zin)


def _na_een_label(section: Section, zin: Zin) -> bool:
    """A line «Voorbeeld 2» stands above it in this section, with no other short line in between."""
    for alinea in reversed(section.alineas[: section.alineas.index(zin.alinea)]):
        if len(alinea.text) <= _LABEL and "." not in alinea.text.strip()[:-1]:
            return _VOORBEELD_KOP.match(alinea.text) is not None
    return False


def _elders_geregeld(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> bool:
    """An artikel of a regulation that is named with a common noun: «op grond van artikel 45 van de kaderregeling»."""
    text = explanation.document.text.content
    for reference in explanation.references.get(zin.alinea, ()):
        if not zin.span.contains(reference.span) or _AFWIJKING.search(text[max(0, reference.span.start - 60) : reference.span.start]):
            continue
        if van_een_andere_regeling(dossier.bill, text[reference.span.end : reference.span.end + 80]):
            return True
    return any(
        _AFWIJKING.search(zin.text[max(0, m.start() - 60) : m.start()]) is None and not _eigen_naam(dossier, m.group(1))
        for m in _MET_AFKORTING.finditer(zin.text)
    )


# «in afwijking van artikel 6:7 Awb» tells a rule of the bill.
_AFWIJKING = re.compile(
    r"\b(?:afwijking van|anders dan|aanvulling op|onverminderd|naast|conform|overeenkomstig|in de zin van|bedoeld in)\s*$", re.I
)
_MET_AFKORTING = re.compile(
    r"\b[Aa]rtikel(?:en)? \d[\w.:]*(?:,? (?:(?:\w+ )?(?:lid|leden)|onder|onderdeel|aanhef|en|of|[a-z]|\d{1,2}°?),?){0,8},? "
    r"((?:[A-Z][a-z]?){2,4}|[A-Z][a-z]{1,3} \d{4})\b"
)


def _eigen_naam(dossier: DossierAnalysis, short: str) -> bool:
    """The letters of an abbreviation stand in this order in the name of the bill: «RWN» for «Rijkswet op het Nederlanderschap»."""
    first = next((line for line in dossier.bill.document.text.content.splitlines() if line.strip()), "").lower()
    at = 0
    for letter in (c for c in short.lower() if c.isalpha()):
        at = first.find(letter, at) + 1
        if not at:
            return False
    return True


def _letterlijk(dossier: DossierAnalysis, zin: Zin) -> bool:
    """The bill has the very words: who quotes a provision does not contradict it."""
    own = _WOORD.findall(zin.text.lower())
    return len(own) >= _LETTERLIJK and f" {' '.join(own)} " in _woorden(dossier.bill)


_bekend: WeakKeyDictionary[Analysis, str] = WeakKeyDictionary()


def _woorden(bill: Analysis) -> str:
    """The words of the provisions; what follows them in the same file may be the toelichting itself."""
    if bill not in _bekend:
        said = "\n".join(bill.document.text[p.span].lower() for p in bill.provisions)
        _bekend[bill] = f" {' '.join(_WOORD.findall(said))} "
    return _bekend[bill]

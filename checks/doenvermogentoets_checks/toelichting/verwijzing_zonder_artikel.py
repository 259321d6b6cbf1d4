"""The toelichting refers to an artikel or lid that the bill does not have."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document, DocumentKind, Reference, Unit, UnitKind
from doenvermogentoets.findings import Annotation, Hit, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Section, Zin
from doenvermogentoets.toelichting.andere_wet import van_de_zin_ervoor
from doenvermogentoets.toelichting.words import topic
from doenvermogentoets_checks.common import listing
from doenvermogentoets_checks.toelichting.lezen import van_een_andere_regeling, van_een_bijlage
from doenvermogentoets_checks.toelichting.verwijzing_zonder_lid import van_voorheen, zonder_lid
from doenvermogentoets_checks.toelichting.wijzigingen import onbekend_onderdeel

_OUD = re.compile(
    r"\b(?:vervallen|vervalt|oude|oud|huidige|voormalige|thans|geldende|ingetrokken|was"
    r"|bestaande|ander(?:e)? wet|geen (?:\w+ )?betekenis|uitgewerkt|overbodig geworden)\b",
    re.I,
)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    bill = dossier.bill.document
    if explanation is None or van_een_bijlage(dossier):
        return
    yield from _other_artikel(dossier, explanation)
    yield from zonder_lid(dossier, explanation)
    if bill.kind is DocumentKind.WIJZIGINGSVOORSTEL or _mostly_amends(bill):
        yield from _no_onderdeel(dossier, explanation)
        yield from _not_inserted(dossier, explanation)  # artikelen of the amended law are not all in the bill
        return
    own = {u.number for u in bill.root.walk() if u.kind is UnitKind.ARTIKEL}
    if len(own) >= 2 and any(n[:1].isdecimal() for n in own):
        yield from _headings(explanation, own)
        yield from _missing(dossier, explanation, own)


def _missing(dossier: DossierAnalysis, explanation: Explanation, own: set[str]) -> Iterator[Hit]:
    """The references to a number that neither the bill has nor any regulation that it names."""
    bill = dossier.bill.document
    ordered = [u.number for u in bill.root.walk() if u.kind is UnitKind.ARTIKEL and re.match(r"\d", u.number)]
    known = own | {a.target.artikel for a in bill.amendments if a.target.artikel}
    known |= {t.artikel for r in bill.references for t in r.targets if t.artikel and t.regeling}
    form = _DOTTED if any("." in n for n in own) else _NUMBER
    elsewhere = _of_another_law(explanation)
    organs = {m.group(1) for m in _ORGAN.finditer(bill.text.content)}
    for alinea, references in explanation.references.items():
        zinnen = explanation.zinnen_of(alinea)
        for reference in references:
            zin = next((z for z in zinnen if z.span.contains(reference.span)), None)
            if zin is None or not _of_the_bill(dossier.bill, explanation, zin, reference, organs):
                continue
            for target in reference.targets:
                number = target.artikel
                if target.regeling or not number or number in known or (alinea.section, number) in elsewhere or not form.fullmatch(number):
                    continue
                if any(t.regeling or t.artikel in known for t in reference.targets if t is not target):
                    continue
                yield Hit(
                    explanation.document,
                    alinea.unit,
                    reference.span,
                    f"De toelichting verwijst naar artikel {number}, dat het ontwerp niet heeft.",
                    f"Het ontwerp heeft de artikelen {ordered[0]} tot en met {ordered[-1]}. Het nummer kan verschoven zijn, of het "
                    f"artikel van een andere regeling is bedoeld.",
                    label="staat niet in het ontwerp",
                )
                break


_CITES = re.compile(r"artikel(?:en)?\b|(?:de|het) artikel")
_OF_ANOTHER = re.compile(r"[^.;(]{0,60}?\b(?:van|uit|in) (?:de|het|dat|die|deze) (?:[A-Z]|bijlage|onderdeel|model)")
_LAW_NAMED = re.compile(
    r"\b[A-Z][\w-]*(?:wet|wetboek|besluit|verdrag|regeling|richtlijn|"
    r"verordening)\b|\bAwb\b|\bEVRM\b|\bWet\b|\bwet (?:inzake|op|op de|van)\b|\bWetboek\b|"
    r"\bGrondwet\b|\bRichtlijn\b|\bVerordening\b|\bVerdrag\b|\bBesluit\b|"
    r"\b[A-Z]{2,6}\b"
)


def _of_the_bill(bill: Analysis, explanation: Explanation, zin: Zin, reference: Reference, organs: set[str]) -> bool:
    """No other regulation is named beside the reference, nor spoken of in the passage; capitals of an organ of the bill are no law."""
    if _OUD.search(zin.text) or van_voorheen(explanation, reference) or van_de_zin_ervoor(explanation, zin) is not None:
        return False
    named = explanation.document.text[reference.span]
    at = reference.span.start - zin.span.start
    before, after = zin.text[max(0, at - 60) : at], zin.text[at + len(named) :][:80]
    if not _CITES.match(named.lower()) or _OF_ANOTHER.match(after) or van_een_andere_regeling(bill, after):
        return False
    around = _ABBREVIATED.sub(lambda m: "" if m.group(0) in organs else m.group(0), before + after)
    return not _LAW_NAMED.search(around) and not _elsewhere(explanation, zin.alinea.section, reference.span.start)


_ABBREVIATED, _ORGAN = re.compile(r"\b[A-Z]{2,6}\b"), re.compile(r"\b(?:de|het) ([A-Z]{2,6})\b")
_BEVAT = re.compile(
    r"\bartikel(?:en)? \d[\w.]*(?:, \w+ lid,?)? "
    r"(?:bevat|regelt|bepaalt|kent|biedt|geeft|voorziet in|gaat over|ziet op|stelt|somt|verplicht|verbiedt)\b"
    r"([^.;]*)"
    r"|\b(?:bevat|regelt|bepaalt|kent|biedt|geeft) artikel \d[\w.]*(?:, \w+ lid,?)?\b([^.;]*)",
    re.I,
)
_LEAST, _MOST, _WORDS = 0.6, 0.15, 3


def _other_artikel(dossier: DossierAnalysis, explanation: Explanation) -> Iterator[Hit]:
    """«Artikel 7 regelt de terugvordering», where artikel 7 has none of these words and another artikel has nearly all."""
    for zin in explanation.zinnen:
        match = _BEVAT.search(zin.text)
        if match is None or _OUD.search(zin.text):
            continue
        cited = [t for r in explanation.cited_in(zin) for t in r.targets]
        if len(cited) != 1 or cited[0].regeling or not (own := explanation.by_words.by_number.get(cited[0].artikel or "")):
            continue
        words = explanation.by_words.artikelen
        counts = Counter(w for found in words.values() for w in found)
        told = {
            w: math.log(1 + len(words) / counts[w])
            for w in topic(match.group(1) or match.group(2))
            if w in counts and not w.startswith(("=", "#"))
        }
        artikel = own[0].unit.artikel
        if len(told) < _WORDS or artikel is None:
            continue
        share = {a: sum(told[w] for w in told.keys() & found) / sum(told.values()) for a, found in words.items()}
        best = max(share, key=lambda a: share[a])
        if share.get(artikel, 1.0) > _MOST or share[best] < _LEAST:
            continue
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"Volgens de toelichting gaat artikel {artikel.number} hierover; het ontwerp regelt dit in artikel {best.number}.",
            "In het genoemde artikel komt geen van de kernwoorden van deze zin voor. Het nummer kan verschoven zijn.",
            label="een ander artikel?",
            annotations=(Annotation(dossier.bill.document, next(p for p in dossier.bill.in_artikel(best)).span, "hier staat het"),),
            sharper=_number(explanation, zin, best) if _alone(share, best) else (),
        )


def _alone(share: Mapping[Unit, float], best: Unit) -> bool:
    """Whether no other artikel comes near in what it says."""
    return all(found <= share[best] / 2 for artikel, found in share.items() if artikel is not best)


def _number(explanation: Explanation, zin: Zin, artikel: Unit) -> tuple[Suggestion, ...]:
    """The number of the artikel that is meant, where the sentence cites one artikel once and no lid of it."""
    found = list(_ONE_ARTIKEL.finditer(zin.text))
    if len(found) != 1 or artikel.inserted or _WITH_LID.match(zin.text, found[0].end()):
        return ()
    at = Span(zin.span.start + found[0].start(1), zin.span.start + found[0].end(1))
    return (Suggestion(f"het juiste nummer invullen: «artikel {artikel.number}»", replacement=artikel.number, at=at),)


_ONE_ARTIKEL = re.compile(r"\bartikel(?:en)? (\d+(?:[.:]\d+)*[a-z]?)\b", re.I)
_WITH_LID = re.compile(r",? (?:(?:en|of|tot en met) \d|(?:aanhef|onder(?:deel)?|lid)\b|\w+ (?:lid|leden)\b)")


_NUMBER, _DOTTED = re.compile(r"\d{1,3}[a-z]?"), re.compile(r"\d{1,3}(?:\.\d{1,3}[a-z]?)+")
_OWN = 3  # so many artikelen of its own to each amendment make a regulation a new one
_LETTERED = re.compile(r"(\d{1,3})[a-z]{1,2}")
_SAYS = re.compile(
    r"\b(?:is (?:\w+ ){0,2}(?:geregeld|bepaald|opgenomen|neergelegd)|regelt|bepaalt|bevat|voorziet|stelt|geeft|maakt|kent|biedt)\b",
    re.I,
)


def _mostly_amends(bill: Document) -> bool:
    """More than an amendment or repeal at the end of a regulation of its own."""
    own = [u for u in bill.root.walk() if u.kind is UnitKind.ARTIKEL and not u.inserted and u.number[:1].isdigit()]
    return len(own) < _OWN * len(bill.amendments)


def _headings(explanation: Explanation, numbers: set[str]) -> Iterator[Hit]:
    """«Artikel 29» above a passage, where the bill ends with artikel 28."""
    dotted = any("." in n for n in numbers)
    for section in explanation.sections:
        own = [p.artikel for p in section.places if p.artikel]
        if len(own) != 1 or own[0] in numbers or section.span is None or not section.alineas:
            continue
        if (
            not (_DOTTED if dotted else _NUMBER).fullmatch(own[0])
            or _named_anywhere(section)
            or re.search(r"\b(?:van de|wet|besluit)\b", section.heading, re.I)
        ):
            continue
        zin = next(iter(explanation.zinnen_of(section.alineas[0])), None)
        if zin is not None and not _OUD.search(zin.text):
            yield Hit(
                explanation.document,
                zin.alinea.unit,
                zin.span,
                f"De toelichting licht artikel {own[0]} toe, dat het ontwerp niet heeft.",
                "De kop van deze passage noemt een artikel dat er niet is. Het nummer kan verschoven zijn, of de bepaling is weggevallen.",
                label="staat niet in het ontwerp",
                annotations=(Annotation(explanation.document, section.span, "de kop"),),
            )


def _no_onderdeel(dossier: DossierAnalysis, explanation: Explanation) -> Iterator[Hit]:
    """«Artikel II, onderdeel F» above a passage, where artikel II ends with onderdeel C."""
    for section in explanation.sections:
        missing = onbekend_onderdeel(dossier, section) if section.artikelsgewijs and section.span is not None else None
        zin = next((z for a in section.alineas for z in explanation.zinnen_of(a)), None)
        if missing is None or zin is None or section.span is None:
            continue
        artikel, letter, known = missing
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting licht onderdeel {letter} van artikel {artikel} toe, dat het ontwerp niet heeft.",
            f"Artikel {artikel} heeft de onderdelen {known[0]} tot en met {known[-1]}. De letter kan verschoven zijn, of het onderdeel is "
            "weggevallen.",
            label="staat niet in het ontwerp",
            annotations=(Annotation(explanation.document, section.span, "de kop"),),
        )


def _not_inserted(dossier: DossierAnalysis, explanation: Explanation) -> Iterator[Hit]:
    """«In artikel 33c is geregeld» where the bill inserts 33a and 33b and nowhere speaks of 33c."""
    bill = dossier.bill.document
    inserted = {u.number for u in bill.root.walk() if u.kind is UnitKind.ARTIKEL and u.inserted}
    bases = {m.group(1) for n in inserted if (m := _LETTERED.fullmatch(n))}
    known = inserted | {t.artikel for r in bill.references for t in r.targets if t.artikel}
    known |= {n for a in bill.amendments for n in (a.target.artikel,) if n}
    for alinea, references in explanation.references.items():
        zinnen = explanation.zinnen_of(alinea)
        for reference in references:
            zin = next((z for z in zinnen if z.span.contains(reference.span)), None)
            if zin is None or _OUD.search(zin.text) or not _SAYS.search(zin.text):
                continue
            for target in reference.targets:
                match = _LETTERED.fullmatch(target.artikel or "")
                if match is None or target.regeling or match.group(1) not in bases or target.artikel in known:
                    continue
                yield Hit(
                    explanation.document,
                    alinea.unit,
                    reference.span,
                    f"De toelichting verwijst naar artikel {target.artikel}, dat het ontwerp niet invoegt of noemt.",
                    f"Het ontwerp voegt wel {_listed(n for n in inserted if n.startswith(match.group(1)))} in. Het nummer kan "
                    "verschoven zijn, of het artikel bestond al.",
                    label="staat niet in het ontwerp",
                )
                break


def _listed(numbers: Iterable[str]) -> str:
    return listing([f"artikel {n}" for n in sorted(numbers)])


# «artikel 1d, eerste lid, onder a, BuWav»: an abbreviation directly after the number.
_AFKORTING = re.compile(
    r"\bartikel(?:en)? \d[\w:.]*(?:,? (?:(?:\w+ )?(?:lid|leden)|onder|onderdeel|aanhef|en|of|sub|[a-z]|\d{1,2}°?),?){0,9} "
    r"(?!Onze\b|De\b|Het\b|In\b|Een\b|Dit\b|Deze\b)[A-Z][A-Za-z]{1,7}\b(?! [a-z]+t\b)"
)


_BEFORE = 2  # sentences before a reference in which another regulation makes it doubtful whose number it is


@lru_cache(maxsize=256)
def _named_anywhere(section: Section) -> bool:
    return any(_ANDERE_REGELING.search(a.text) or _AFKORTING.search(a.text) for a in section.alineas)


def _elsewhere(explanation: Explanation, section: Section, at: int) -> bool:
    """An artikel of another regulation was cited in the section before this place, or one is named in the last sentences."""
    if not _named_anywhere(section):
        return False
    before = [z for a in section.alineas for z in explanation.zinnen_of(a) if z.span.start < at]
    near = " ".join(z.text for z in before[-1 - _BEFORE :])
    return _ANDERE_REGELING.search(near) is not None or any(_AFKORTING.search(z.text) or _GECITEERD.search(z.text) for z in before)


_GECITEERD = re.compile(
    r"\bartikel(?:en)? \d[\w:.]*[^.;]{0,60}?\b(?:van|uit) (?:de|het|dat|die|deze) (?:[A-Z][\w-]+|verdrag|wet\b|richtlijn|code)"
)
_ANDERE_REGELING = re.compile(
    r"\b(?:Boek \d+|[Dd]it Boek|Burgerlijk Wetboek|[A-Z]\w*wetboek|Wetboek van|Verdrag|EVRM|Richtlijn|[A-Z][\w-]{3,}(?:wet|verdrag|besluit"
    r"|regeling) (?:\d{4}|artikel)"
    r"|BW(?:NL|A|C|SM)?|[A-Z]{2,5}(?:NL|NA|A)?BW|WvK|WCAd)\b"
)
_WET = re.compile(r"[^.;]{0,40}?(?:\b(?:EG|EU|VWEU|VEU|EVRM|Awb|Gw|BW|Sr|Sv)\b|\bvan (?:de|het) [A-Z])")


_WET_ERVOOR = re.compile(r"\b[A-Z][\w-]*wet(?: \d{4})?\b[^.;]{0,30}$|\bWet [^.;]{0,50}$")


def _of_another_law(explanation: Explanation) -> frozenset[tuple[Section, str]]:
    """Per section the numbers that are cited there with the name of another law: repeated without it they still mean that law."""
    out: set[tuple[Section, str]] = set()
    for alinea, references in explanation.references.items():
        for reference in references:
            after = alinea.text[reference.span.end - alinea.span.start :]
            at = reference.span.start - alinea.span.start
            if any(t.regeling for t in reference.targets) or _WET.match(after) or _WET_ERVOOR.search(alinea.text[max(0, at - 60) : at]):
                out.update((alinea.section, t.artikel) for t in reference.targets if t.artikel)
    return frozenset(out)

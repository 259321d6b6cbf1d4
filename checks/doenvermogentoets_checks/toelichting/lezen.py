"""What the checks of the toelichting share: what the bill gives cause for, and where to put a finding about something that is absent."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.search import Listed
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.common import in_zinsverband, is_person, listing

TOELICHTING = "toelichting"
_NIETSZEGGEND = frozenset(
    {
        "zijn",
        "dienen",
        "laten",
        "hebben",
        "geven",
        "doen",
        "verbieden",
        "worden",
        "kunnen",
        "moeten",
        "ontvangen",
        "overlijden",
        "nemen",
        "krijgen",
    }
)
_GENOEMD = 0.1  # share of the norms that name somebody, from which those that name nobody are for people too
_VOORNAAMWOORD = frozenset({"", "partij", "partijen", "hij", "zij", "deze", "die", "dit", "dat", "ze"})
_GEEN_LAST = frozenset({Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE})
_NU = Listed(
    (
        r"^nu\b",
        *(
            rf"\b{words}\b"
            for words in (
                *("nu geldt", "thans", "op dit moment", "momenteel", "vandaag de dag", "huidige", "tot nu toe", "nu nog", "toenmalige?"),
                *("destijds", "voorheen", "vroeger", "was", "waren", "werd", "werden", "bestaande regeling", "in de praktijk", "gemiddeld"),
                *("naar schatting", "in plaats van", "zou", "zouden", "gevraagd om", "verzocht", "voorgesteld om", "stelde voor"),
                *("stelt voor", "overwogen", "adviseerde", "adviseert", "consultatie"),
            )
        ),
    )
)
# «als de bewoner ziek was»: the past tense of a condition does not speak of the past.
_BIJZIN = Listed(
    [
        r"\b(?:als|indien|wanneer|wie|die|of|dat) [^,.;]{0,80}\b(?:was|waren|werd|werden)\b",
        r"\b(?:aan|bij|dan|met|naar|op|over|van|voor) wat [^,.;]{0,60}\b(?:was|waren|werd|werden)\b",  # «150 procent van wat bekend was»
    ]
)


def lasten(analysis: Analysis) -> list[tuple[Provision, Norm]]:
    """The norms that ask a natural person to act himself.

    A duty that names nobody counts only where the bill speaks to natural persons in other norms; a duty of institutions among
    themselves, or a definition that happens to hold a verb, is no burden on citizens.
    """
    found = [
        (p, n)
        for p in analysis.provisions
        for n in p.norms
        if n.doenlast and n.soort not in _GEEN_LAST and (n.adressaat is None or is_person(n.adressaat)) and not _is_begrip(p)
    ]
    named = [(p, n) for p, n in found if n.adressaat is not None and _names_somebody(n.adressaat.tekst)]
    # of a regulation among authorities a few words may name somebody: then what names nobody is not for him either
    return found if len(named) >= _GENOEMD * len(found) else named


_VERSTAAN = re.compile(r"\bword(?:t|en)\b[^.;:]{0,80}\bverstaan (?:onder|met)\b", re.I)


def _is_begrip(provision: Provision) -> bool:
    """A list of definitions, whatever its words are read as."""
    start = provision.span.start
    return _VERSTAAN.search(provision.document.text.content, start, min(provision.span.end, start + 200)) is not None


def _names_somebody(words: str) -> bool:
    """A noun: what was derived, or only a pronoun, may as well be an authority or an institution."""
    return words.lower().strip() not in _VOORNAAMWOORD


def nadelen(analysis: Analysis) -> list[tuple[Provision, Norm]]:
    """The norms with a heavy adverse effect or an adverse bound power."""
    return [
        (p, n)
        for p in analysis.provisions
        for n in p.norms
        if n.belastend and (any(g.zwaar for g in n.gevolgen) or n.bevoegdheid == "gebonden")
    ]


def van_een_bijlage(dossier: DossierAnalysis) -> bool:
    """A heading «Toelichting» inside an annex or form of the same file, which explains a table and not the regulation."""
    explanation = dossier.explanation
    if explanation is None or explanation.document.source is not dossier.bill.document.source:
        return False
    first = explanation.sections[0].heading if explanation.sections else ""
    if re.search(r"\b(?:memorie|nota) van toelichting\b", first, re.I):
        return False
    if not any(u.kind is UnitKind.BIJLAGE for u in dossier.bill.document.root.walk()):
        return not explanation.speaks_of("inleiding")
    parts = ("inwerkingtreding", "uitvoeringstoets")
    return not any(explanation.speaks_of(p) for p in parts) and not any(s.artikelsgewijs for s in explanation.sections)


def raakt_burgers(dossier: DossierAnalysis) -> bool:
    """The bill asks or takes something of natural persons, and the toelichting does not give a reason why it does not."""
    if van_een_bijlage(dossier) or (dossier.explanation is not None and dossier.explanation.account.stand == "niet van toepassing"):
        return False
    return bool(lasten(dossier.bill))


def handelingen(found: Iterable[tuple[Provision, Norm]], most: int = 4) -> str:
    """«melden, aanvragen en betalen»: what the norms ask for, as a reader calls it."""
    named = dict.fromkeys(_zo_heet(p, n, name) for p, n in found for name in daden(n))
    return listing([name for name in named if name not in _ZEGT_ZO_NIETS][:most])


# Without their object these tell a reader nothing («brengen», «vallen»); nor does a noun that was read as a verb («zienswijzen»).
_ZEGT_ZO_NIETS = frozenset(
    [
        "verplichten",
        "stellen",
        "houden",
        "brengen",
        "maken",
        "leggen",
        "komen",
        "gaan",
        "lichten",
        "behoren",
        "horen",
        "plaatsvinden",
        "verstrijken",
        "vallen",
        "richten",
        "bevatten",
        "bezitten",
        "vermoeden",
        "trachten",
        "betrachten",
        "handelen",
        "zienswijzen",
        "bedenkingen",
    ]
)
# What is imposed or claimed is done to somebody; it is asked of nobody.
_VAN_HET_ORGAAN = frozenset({"opleggen", "aanmanen", "intrekken", "weigeren", "verhogen", "invorderen", "terugvorderen", "afwijzen"})
_VRAAGT_AAN = re.compile(
    r"\bvra(?:agt|gen)\b[^.;:]{0,120}\baan\b(?! (?:de|het|een|zijn|haar|hun|onze|deze|die|dit|dat|wie|burgemeester|gedeputeerde)\b)", re.I
)


def _zo_heet(provision: Provision, norm: Norm, name: str) -> str:
    if name == "verschuldigen":
        return "betalen"
    return "aanvragen" if name == "vragen" and _VRAAGT_AAN.search(provision.document.text[norm.span]) else name


def daden(norm: Norm) -> list[str]:
    """What a norm makes a citizen do, without the verbs that say nothing by themselves."""
    said = [h.soort for h in norm.handelingen if h.soort.endswith("n")]  # an infinitive: of «een sloot» no act is made
    return [name for name in said if name not in _NIETSZEGGEND and name not in _VAN_HET_ORGAAN]


def naam(unit: Unit) -> str:
    """The label of a unit for use inside a sentence: «artikel 5, eerste lid,»."""
    return in_zinsverband(label(unit))


def artikelen(found: Iterable[tuple[Provision, Norm]], most: int = 3) -> str:
    """«artikel 5, eerste lid, artikel 7 en nog 4 bepalingen»."""
    labels = list(dict.fromkeys(label(p.unit) for p, _ in found))
    if len(labels) <= most:
        return listing(labels)
    return f"{', '.join(labels[:most])} en nog {len(labels) - most} {'bepaling' if len(labels) - most == 1 else 'bepalingen'}"


def plaats(explanation: Explanation, *topics: str) -> tuple[Unit | None, Span] | None:
    """Where a reader would look for it: under a heading of one of these topics, otherwise at the head of the toelichting."""
    for topic in topics:
        section = explanation.heading(topic)
        if section is not None and section.span is not None:
            return section.unit, section.span
    section = next((s for s in explanation.sections if s.span is not None), None)
    if section is not None and section.span is not None:
        return section.unit, section.span
    alinea = next(iter(explanation.alineas), None)
    return (alinea.unit, alinea.sub(0, min(len(alinea.text), len(alinea.text.split("\n")[0])))) if alinea is not None else None


def is_klein(explanation: Explanation, least: float) -> bool:
    """A toelichting of a few paragraphs does not get a list of what it lacks."""
    return explanation.word_count < least


# A provision said in the past tense: «artikel 9 bepaalde dat …», «het lid, op grond waarvan … kon», «in dat lid stond dat …».
_BEPALING = (
    r"(?:[Aa]rtikel(?:en)? \d[\w.:]*|(?:[Hh]et|[Dd]it|[Dd]at|\w+(?:ste|de)) (?:\w+ )?lid|\bleden|[Oo]nderde(?:el|len)(?: [a-z]\b)?"
    r"|(?:vol)?zin(?:nen|snede)?"
    r"|(?:[Dd]e|[Dd]eze|[Dd]ie) (?:\w+ )?(?:bepaling|clausule|regel|uitzondering|voorziening))"
)
_TOEN = (
    r"(?:bepaalde|regelde|bevatte|kende|voorzag|bood|gaf|stond|schreef|verplichtte|hield|maakte|eiste|verbood|zorgde|stelde|beperkte|sloot"
    r"|liet|verleende|noemde|gebood|droeg|kon|konden|mocht|moest|moesten|hoefde|hoefden|gold|had)\b"
)
_VROEGER = re.compile(
    rf"\b{_BEPALING}(?:,? (?:\w+ (?:lid|volzin)|onderdeel [a-z]),?)? {_TOEN}(?! (?:gevallen|situaties|groepen))"
    rf"|\b{_BEPALING}(?:,? (?:\w+ (?:lid|volzin)|onderdeel [a-z]))?,? (?:dat|die|waarin|waarbij|waarmee|waardoor|waarvan|op grond waarvan"
    rf"|krachtens (?:hetwelk|welke))\b[^.;,]{{0,140}}\b{_TOEN}"
    rf"|\b(?:[Ii]n|[Oo]p grond van|[Kk]rachtens|[Vv]olgens|[Ii]ngevolge) (?:de )?{_BEPALING}"
    rf"(?:,? (?:\w+ (?:lid|volzin)|onderdeel [a-z]),?)? (?:\w+ )?{_TOEN}"
)


def beschrijft_het_oude(text: str) -> bool:
    """The words tell in the past tense what a provision had, and so what is to go or has gone."""
    return _VROEGER.search(text) is not None


def over_het_ontwerp(zin: Zin, ook: str = "") -> bool:
    """The sentence tells what the bill does, not what was, is done in practice, was asked for or considered.

    Args:
        ook: lower-cased words of the bill; what stands there too («naar verwachting») is of the rule.
    """
    return zegt_het_nu(zin.text, ook)


def zegt_het_nu(text: str, ook: str = "") -> bool:
    """The same of the words of a sentence."""
    own = _BIJZIN.whole.sub("", text) if _BIJZIN.occurs(text) else text
    return not _NU.occurs(own) or (bool(ook) and all(m.group().lower() in ook for m in _NU.whole.finditer(own)))


# «van de kaderregeling», «uit het reglement van orde»: a regulation that is named with a common noun.
_VAN_REGELING = re.compile(
    r",?\s{1,3}(?:van|uit|in) (?:de|het|die|dat) (?:\w+e )?"
    r"([A-Za-z-]*(?:wet|besluit|regeling|verordening|reglement|richtlijn|verdrag|protocol|gedragscode|cao|convenant|statuut|handvest)"
    r"|(?:Reglement|Richtlijn|Verdrag|Protocol|Gedragscode|CAO|Convenant|Statuut|Handvest|Kaderregeling))\b"
)
_EIGEN_SOORT = frozenset({"wet", "besluit", "regeling", "verordening"})


def van_een_andere_regeling(bill: Analysis, after: str) -> bool:
    """The words behind «artikel 34, eerste lid» name another regulation than the bill, with a common noun.

    A compound («de kaderregeling») is another one unless the bill is called so; a plain word («de wet») only when the bill defines it.
    """
    match = _VAN_REGELING.match(after)
    if match is None:
        return False
    noun = match.group(1).lower()
    if noun in bill.definitions:
        return True
    return noun not in _EIGEN_SOORT and re.search(rf"\b{re.escape(noun)}\b", opschrift(bill), re.I) is None


def opschrift(bill: Analysis) -> str:
    """What the bill calls itself: its first lines and the title to cite it by."""
    text = bill.document.text.content
    cited = re.search(r"\b(?:aangehaald als|citeertitel)\b[^\n]{0,200}", text, re.I)
    return f"{text[:400]} {cited.group(0) if cited is not None else ''}"


# «Niet in alle gevallen kan», «dat betekent niet automatisch»: it says that something does not always hold.
NIET_ALTIJD = re.compile(
    r"\b(?:niet|geenszins)\b(?:\s\w+){0,2}\s(?:altijd|in alle gevallen|automatisch|zonder meer|per ?se|noodzakelijk(?:erwijs)?)\b", re.I
)
# In a bill of so many provisions chance matches of words begin to count; each doubling asks this much more, up to the last figure.
_KORT_ONTWERP, _PER_VERDUBBELING, _HOOGSTENS = 80, 0.06, 0.15


def strenger(analysis: Analysis) -> float:
    """How much more of a sentence must be shared before it is about a provision, because the bill is long (0 for a short one)."""
    return min(_HOOGSTENS, max(0.0, _PER_VERDUBBELING * math.log2(max(1, len(analysis.provisions)) / _KORT_ONTWERP)))


@lru_cache(maxsize=64)
def words_pattern(words: tuple[str, ...]) -> Listed:
    """These patterns as one, without regard to case."""
    return Listed(words)


# «voorkomen wordt dat iemand een aanmaning krijgt»: what is kept from happening is given to nobody.
_VERMEDEN = re.compile(
    r"\b(?:voorkom(?:t|en)?|voorkómen|vermijd(?:t|en)|vermeden|verhinder(?:t|d|en)|tegengegaan)\b,? (?:\w+ ){0,3}dat\b[^.,;:]*$", re.I
)


def vermeden(text: str, at: int) -> bool:
    """The words at a place are what is prevented."""
    return _VERMEDEN.search(text[:at]) is not None


def zinsdeel(text: str, match: re.Match[str]) -> str:
    """The part of the sentence, between commas, with the words."""
    start = max(text.rfind(c, 0, match.start()) for c in ",;:") + 1
    ends = [e for e in (text.find(c, match.end()) for c in ",;:") if e >= 0]
    return text[start : min(ends, default=len(text))]

"""DVM004: a person has no other way than a digital one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, is_person, who, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.mensen import NIEMAND, about_people, said, to_authority, to_mens, vragen
from doenvermogentoets_checks.gericht import gericht_tot_mens, people_prevail
from doenvermogentoets_checks.noemt import noemt_mens
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.rang import lager
from doenvermogentoets_checks.wie_treft import rollen, treft

# To close the way on paper is for an act of parliament; a regulation of lower rank needs one that allows it.
_LOWER = (
    "Awb afdeling 2.3 (alleen een wet verplicht tot de elektronische weg) en 2:1, eerste lid (passende ondersteuning); Ar 4.43, onder f"
)
_NOT = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT, Soort.STRAF})
# «indien een aanvraag langs elektronische weg wordt ingediend»: one way of more
_IF = re.compile(r"\b(?:indien|wanneer|als|voor zover|voorzover|die)\b[^,;.:]*\Z", re.I)
_MAY = re.compile(r"\b(?:kan|kunnen|mag|mogen|desgewenst|bij voorkeur|ook|mede)\b", re.I)
_ARTIKEL = re.compile(r"\bartikel(?:en)?\s+(\d[\w.:]*\w|\d)", re.I)
_PUBLISHED = re.compile(
    r"\b(?:publicatie|bekendgemaakt|bekendmaking|gepubliceerd|verspreid|Staatscourant)\b|\bsta(?:at|an) (?:hoe|wat|welke|waar)\b", re.I
)
_CHANGES = re.compile(r"«[^»]*\Z")
# «de toegang tot de gegevens in het geautomatiseerde bestand»: where data are kept, and no way that anybody must go
# «worden niet per fax of e-mail ingediend»; «met elektronische middelen of anderszins»
_REFUSED_WAY = re.compile(r"\bniet\s+\Z")
_OR_ELSE = re.compile(r",? (?:of|dan wel) (?:anderszins|op andere wijze|op een andere wijze|langs andere weg)\b")
# «met het onderhoud van het geautomatiseerd systeem»: a task; «door middel van internet te leveren diensten»: what is offered
_UPKEEP = re.compile(r"\b(?:onderhoud|beheer|beveiliging)\b")
_SERVED = re.compile(r"\s+(?:te leveren|te verrichten|geleverde?|aangeboden|verleende?)\b")
_KEPT_THERE = re.compile(r"\b(?:toegang tot|inzage in|raadpleging van|gegevens (?:in|uit)|opgeslagen|opgenomen)\b[^.;,]{0,60}\Z")


@over_mensen(Severity.WARNING)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the digital way."""
    bill = dossier.bill
    opened: _Opened | None = None
    ways: dict[int, tuple[bool, bool]] = {}  # per artikel: a long one is read once
    for provision in bill.provisions:
        if not begrippen.occurs(provision.document, "digitaal-woord", provision.span):
            continue
        for norm in _sentences(provision):
            if norm.soort in _NOT:
                continue
            at, only = _way(provision, norm)
            if at is None or "communicatie" in provision.document.text[at].lower() or not _asks_people(bill, provision, norm):
                continue
            before = provision.document.text.content[norm.span.start : at.start]
            if (
                _PUBLISHED.search(provision.document.text[norm.span])
                or _CHANGES.search(before)
                or _KEPT_THERE.search(before.lower()) is not None
                or _UPKEEP.search(provision.document.text.small, at.start, at.end) is not None
                or _SERVED.match(provision.document.text.small, at.end) is not None
                or _REFUSED_WAY.search(before.lower()) is not None
                or _OR_ELSE.match(provision.document.text.small, at.end) is not None
                or said(provision, "uitzondering", norm.span) is not None
            ):
                continue
            artikel = id(provision.unit.artikel or provision.unit)
            if artikel not in ways:
                ways[artikel] = _other_ways(bill, provision)
            closed, other = ways[artikel]
            if other and not closed:
                continue
            if not only and not closed and (_MAY.search(provision.document.text[norm.span]) or _IF.search(before)):
                continue
            if opened is None:
                opened = _opened(bill)
            if not closed and _is_opened(opened, provision, norm):
                continue
            wie = who(norm, NIEMAND)
            lower = lager(bill) if only or closed else ""
            yield Hit(
                document=provision.document,
                unit=provision.unit,
                span=at,
                message=f"Voor {wie} is er alleen een digitale weg: «{words(provision.document, at)}».",
                explanation="Gezocht in dit artikel, en elders naar een bepaling over dezelfde handeling, naar een andere weg "
                "(schriftelijk, loket, telefoon) en naar hulp: niet gevonden.",
                label="alleen digitaal",
                question=f"Welke wet staat toe dat {lower} elke andere weg afsluit, en hoe doet iemand zonder computer of DigiD dit?"
                if lower
                else None,
                ground=_LOWER if lower else None,
                sharper=() if closed else _opened_up(provision, at),
                lighter="niet zeker is dat dit mensen treft en dat er elders geen andere weg is",
                severity=_severity(bill, provision, (only or closed) and _surely_people(bill, provision, norm)),
            )


# The whole of the words, so that nothing else of the sentence closes the other way.
_ONLY = re.compile(r"(?:uitsluitend|alleen|slechts|enkel|louter) ((?:langs|via) [^.;,]+|elektronisch|digitaal|online)", re.I)


def _opened_up(provision: Provision, at: Span) -> tuple[Suggestion, ...]:
    """A second way in the place of the word that closes it."""
    only = _ONLY.fullmatch(provision.document.text[at])
    if only is None:
        return ()
    words = f"schriftelijk of {only[1]}"
    return (Suggestion(f"voeg een tweede weg toe: «{words}»", replacement=words, at=at),)


_HAPPENS = re.compile(r"\b(?:geschied(?:t|en)|vind(?:t|en) plaats|verloopt|verlopen|word(?:t|en)|dien(?:t|en) te|moet(?:en)?)\b", re.I)


def _sentences(provision: Provision) -> Iterator[Norm]:
    """The norms, and a sentence that is none («het doen van aangifte geschiedt langs …») as one that only holds."""
    number = len(provision.norms)
    for i, norm in enumerate(_told(provision)):
        if i < number or _HAPPENS.search(provision.document.text[norm.span]):
            yield norm


def _told(provision: Provision) -> Iterator[Norm]:
    """The norms, and every sentence that is none as one that only holds."""
    yield from provision.norms
    for sentence in provision.passage.sentences:
        if not provision.norms_in(sentence.span):
            yield Norm(Soort.TOEPASSELIJKHEID, sentence.span)


def _way(provision: Provision, norm: Norm) -> tuple[Span | None, bool]:
    """The digital way in a sentence, and whether the sentence says that there is no other."""
    document = provision.document
    only = begrippen.first(document, "kanaal-alleen", norm.span)
    if only is not None:
        return only, True
    at = begrippen.first(document, "kanaal", norm.span)
    return (begrippen.narrowed(document, "kanaal", at) if at is not None else None), False


def _asks_people(bill: Analysis, provision: Provision, norm: Norm) -> bool:
    if any(v.norm is norm and v.direct and v.wie != NIEMAND for v in vragen(bill)) and _private(bill, provision):
        return True
    if to_authority(provision, norm) and norm.adressaat is not None and norm.adressaat.tekst:
        return False
    if said(provision, "digitaal-wat", norm.span) is None and not (norm.doenlast and norm.handelingen):
        return False
    taken_up = _takes_up(bill, provision, norm)
    if to_mens(bill, norm):
        return taken_up or not any(begrippen.occurs(p.document, "zakelijk", p.span) for p in bill.in_artikel(provision.unit))
    if norm.adressaat is not None and norm.adressaat.rol == "burger" and norm.adressaat.bekend:
        return False
    if taken_up or about_people(bill, provision):
        return True
    around = bill.in_artikel(provision.unit) or (provision,)
    named = any(n.adressaat is not None and n.adressaat.tekst and n.adressaat.rol != "onbekend" for p in around for n in p.norms)
    return not named and people_prevail(bill)


# «De bewoner meldt … De melding geschiedt uitsluitend elektronisch»: the act of a person, taken up as a noun
_ACTS = (
    ("registratie", r"registreer|registrat|geregistreerd"),
    ("inschrijving", r"schrijft|schrijven|ingeschreven"),
    ("aanmelding|afmelding|melding|mededeling|kennisgeving", r"meld|deelt|mededeling|kennis"),
    ("aanvraag|verzoek", r"vraagt|vragen|aanvra|verzoek|dient"),
    ("opgave|opgaaf|aangifte", r"opga|geeft|geven|aangifte"),
    ("betaling|voldoening|afdracht", r"betaal|voldoe|draagt"),
    ("indiening|inzending|toezending|aanlevering|verstrekking|overlegging", r"dient|zendt|levert|verstrekt|overlegt|legt"),
    ("declaratie|verantwoording|bijwerking|wijziging|vernieuwing|verlenging", r"declareer|verantwoord|werkt|wijzig|vernieuw|verleng"),
)
_NOUNS = re.compile(r"[\s\d.a-z]{0,6}(?:de|het|een) (?:" + "|".join(f"(?P<g{i}>{noun})" for i, (noun, _) in enumerate(_ACTS)) + r")\b")


def _takes_up(bill: Analysis, provision: Provision, norm: Norm) -> bool:
    """Whether the sentence names nobody and is about what an earlier one of the artikel asks of a person by name."""
    small = provision.document.text.small
    found = _NOUNS.match(small, norm.span.start, norm.span.end)
    if found is None or (norm.adressaat is not None and norm.adressaat.tekst):
        return False
    verb = re.compile(rf"\b(?:{_ACTS[int((found.lastgroup or 'g0')[1:])][1]})")
    return any(
        n.doenlast and n.span.end <= norm.span.start and to_mens(bill, n) and verb.search(small, n.span.start, n.span.end) is not None
        for p in bill.in_artikel(provision.unit)
        for n in p.norms
    )


_ANYBODY = frozenset(("aanvrager", "houder", "eigenaar", "gebruiker", "belanghebbende", "betrokkene", "verzoeker", "melder", "indiener"))


def _private(bill: Analysis, provision: Provision) -> bool:
    """Whether the artikel gives a person in a private role a duty or right by name («de ouder»), whatever business it speaks of."""
    around = bill.in_artikel(provision.unit) or (provision,)
    return any(
        n.adressaat is not None
        and is_person(n.adressaat)
        and n.adressaat.bekend
        and n.adressaat.span is not None
        and n.adressaat.tekst.lower().removeprefix("de ") not in _ANYBODY
        for p in around
        for n in p.norms
    )


def _surely_people(bill: Analysis, provision: Provision, norm: Norm) -> bool:
    """The norm speaks to a person, or it names nobody and the sentence is about people and no body."""
    if norm.adressaat is not None and norm.adressaat.rol == "burger" and norm.adressaat.tekst:
        return gericht_tot_mens(bill, norm)
    return treft(bill, provision, norm.span) is None


def _severity(bill: Analysis, provision: Provision, sure: bool) -> Severity | None:
    """A suggestion only where the artikel names a person; who sends what to whom on a digital way is mostly a matter of bodies."""
    around = bill.in_artikel(provision.unit) or (provision,)
    people = any(noemt_mens(p, p.span) for p in around) or any(r for p in around for r in rollen(p.document, p.span))
    return None if sure else Severity.SUGGESTION if people else Severity.INFO


def _other_ways(bill: Analysis, provision: Provision) -> tuple[bool, bool]:
    """Whether the artikel closes every other way («op papier is niet mogelijk»), and whether it offers one."""
    closed = other = False
    for p in bill.in_artikel(provision.unit) or (provision,):
        for norm in _told(p):
            if _WRITES.match(p.document.text.small, norm.span.start, norm.span.end) is not None:
                continue  # on paper from the authority, and no way to it
            if begrippen.occurs(p.document, "andere-weg", norm.span) and not _comes_as_well(p, norm.span):
                if _closes(p, norm.span):
                    closed = True
                elif (
                    not to_authority(p, norm)
                    or begrippen.occurs(p.document, "andere-weg-hulp", norm.span)
                    or begrippen.occurs(p.document, "andere-weg-toegelaten", norm.span)
                ):
                    other = True
            elif begrippen.occurs(p.document, "andere-weg-hulp", norm.span):
                other = True
    return closed, other


# «Het college herinnert hem daaraan schriftelijk», «De minister deelt dit per brief mee»
_WRITES = re.compile(
    r"[\s\d.a-z]{0,6}(?:het (?:college|bestuur|dagelijks bestuur|bevoegd gezag|uwv|cak|bestuursorgaan)"
    r"|de (?:minister|burgemeester|svb|inspecteur|dienst|gemeente|commissie|raad|ontvanger|dienst uitvoering onderwijs)|onze minister"
    r"|burgemeester en wethouders|gedeputeerde staten)"
    r" (?:herinner(?:t|en)|wij(?:st|zen)|deel(?:t|en)|stel(?:t|len)|zend(?:t|en)|stuurt|sturen|bericht(?:en)?|informeer(?:t|en)"
    r"|waarschuw(?:t|en)|maakt|maken|doet|doen|bevestigt|bevestigen|roept|roepen|geeft|geven|licht)\b"
)


# «Wie dat niet kan, kan zich schriftelijk …»: what is denied ends before the clause that opens the other way.
_VERB = (
    r"(?:kan|kunnen|mag|mogen|moet|moeten|wil|willen|wordt|worden|is|zijn|heeft|hebben|doet|doen|dient|dienen|meldt|melden|vraagt|vragen"
    r"|geschiedt|gebeurt|lukt|krijgt|krijgen|levert|leveren|schrijft|schrijven|stuurt|sturen|belt|bellen|gaat|gaan)"
)
_NEXT_CLAUSE = re.compile(rf"(?:niet|geen)\b[^.;]*?(?:,\s+(?:dan\b|{_VERB}\b)|\b{_VERB}\s+{_VERB}\b)")

_DENIED = re.compile(r"\b(?:niet|geen)\b")


def _closes(provision: Provision, span: Span) -> bool:
    """Whether a sentence names another way to close it; a denial in the clause before denies something else."""
    small = provision.document.text.small
    for at in begrippen.every(provision.document, "andere-weg-gesloten", span):
        clause = _NEXT_CLAUSE.match(small, at.start, at.end)
        if clause is None or _DENIED.search(small, clause.end(), at.end) is not None:
            return True
    return False


_IN_PERSON = re.compile(r"\b(?:in persoon|persoonlijk|fysieke?)\b", re.I)
_CHOICE = re.compile(r"\b(?:kan|kunnen|mag|mogen|of|dan wel|hetzij|desgewenst|ook)\b", re.I)


def _comes_as_well(provision: Provision, span: Span) -> bool:
    """«De aanvraag wordt in persoon gedaan»: whoever must come as well has no way round the digital step."""
    ways = [provision.document.text[s] for s in begrippen.every(provision.document, "andere-weg", span)]
    return all(_IN_PERSON.search(w) for w in ways) and _CHOICE.search(provision.document.text[span]) is None


@dataclass(frozen=True, slots=True)
class _Opened:
    """What the provisions that open a way besides the digital one are about."""

    artikelen: frozenset[str]
    papieren: frozenset[str]
    alles: bool


def _opened(bill: Analysis) -> _Opened:
    """Read once: the artikelen and papers for which some provision opens a way that is not digital."""
    artikelen: set[str] = set()
    papieren: set[str] = set()
    alles = False
    for p in bill.provisions:
        document = p.document
        if not begrippen.occurs(document, "andere-weg", p.span) or _closes(p, p.span):
            continue
        if _comes_as_well(p, p.span):
            continue
        artikelen.update(m.group(1) for m in _ARTIKEL.finditer(document.text.content, p.span.start, p.span.end))
        if begrippen.occurs(document, "digitaal-woord", p.span):
            papieren |= _papers(p, p.span)
            alles = alles or begrippen.occurs(document, "deze-regeling", p.span)
    return _Opened(frozenset(artikelen), frozenset(papieren), alles)


def _papers(provision: Provision, span: Span) -> set[str]:
    return {provision.document.text[s].lower() for s in begrippen.every(provision.document, "papier", span)}


def _is_opened(opened: _Opened, provision: Provision, norm: Norm) -> bool:
    artikel = provision.unit.artikel
    return (
        opened.alles
        or (artikel is not None and artikel.number in opened.artikelen)
        or bool(opened.papieren & _papers(provision, norm.span))
    )

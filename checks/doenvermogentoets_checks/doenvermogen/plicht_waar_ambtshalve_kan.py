"""DVM001: a person must report or prove what the government has, or may get by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import each_place_once, over_aanvraag, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.mensen import NIEMAND, Vraag, about_people, in_artikel, said, to_person, vragen
from doenvermogentoets_checks.raakt import over_mensen

_SEARCHED = (
    "Gezocht in dit artikel naar ontlenen aan een basisregistratie, ambtshalve verwerken en «behoeft niet te verstrekken»: niet gevonden."
)

# «de verhuizing van een dier»: the register of persons does not have it; «het overlijden van» may be in the words already
_OF_AN_ANIMAL = re.compile(r"\s+(?:van )?(?:een|het|de|zijn|haar|hun) (?:dier(?:en)?|hond(?:en)?|paard(?:en)?)\b")


@over_mensen(Severity.SUGGESTION)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the paper or the fact, and at a request for what is known already."""
    bill = dossier.bill
    sources = _sources(bill)
    for vraag in vragen(bill):
        provision = vraag.provision
        at = _known(vraag)
        source = None
        if at is not None and _feeds_register(bill, vraag, at):
            continue
        if at is None:
            at, source = _asked_elsewhere(vraag, sources)
        if at is None or in_artikel(bill, provision, "hergebruik"):
            continue
        said_there = provision.document.text[vraag.span]
        if (
            _ABROAD.search(said_there) is not None
            or _OF_AN_ANIMAL.match(provision.document.text.small, at.end) is not None
            or _TO_EMPLOYER.search(said_there) is not None
            or begrippen.occurs(provision.document, "zakelijk", vraag.span)
        ):
            continue
        if any(p.search(said_there.lower()) is not None for p in (_KEEPS, _REGISTERS, _MAKES, _MAY_SHOW)) or "gelegaliseerd" in said_there:
            continue
        wie, wat = "de aanvrager" if vraag.wie == NIEMAND else vraag.wie, words(provision.document, at, 70)
        if source is None:
            yield Hit(
                document=provision.document,
                unit=provision.unit,
                span=at,
                message=f"Van {wie} wordt gevraagd wat de overheid in de regel al weet: «{wat}».",
                explanation=f"Het gaat om iets dat doorgaans in een registratie van de overheid staat. {_SEARCHED}",
                label="al bekend bij de overheid",
                ground=_ground(wat),
                annotations=tuple(Annotation(provision.document, s, "ook al bekend bij de overheid") for s in _others(vraag, at)),
            )
        else:
            place, there = source
            yield Hit(
                document=provision.document,
                unit=provision.unit,
                span=at,
                message=f"Van {wie} wordt gevraagd wat volgens {label(place.unit)} ook zonder deze persoon te krijgen is: «{wat}».",
                explanation=f"Daar staat van wie de overheid de gegevens krijgt («{words(place.document, there, 60)}»). {_SEARCHED}",
                label="kan de overheid zelf opvragen",
                ground=_ground(wat),
                annotations=(Annotation(place.document, there, f"hier krijgt de overheid het zelf ({label(place.unit)})"),),
            )
    yield from _on_request(bill)


_GROUND = "Ar 4.43, onder f (doenvermogen)"
# What the basisregistratie personen holds of a person; of income or property the act on it says nothing.
_OF_PERSONS = re.compile(
    r"\b(?:basisregistratie(?! kadaster)|basisadministratie|bevolkingsregister|burgerlijke staat|in leven zijn|attestatie)\b"
    r"|verhui|adres|woonplaats|huishoud|gezin|overl[ei]|geboor|huwelijk|trouw|scheid|leeftijd|naamswijz|nationaliteit|nederlanderschap"
    r"|bewoner|huisgenoot"
)


def _ground(what: str) -> str | None:
    """The page's ground only for what stands in the basisregistratie personen."""
    return None if _OF_PERSONS.search(what.lower()) is not None else _GROUND


# What is kept and not handed over; a declaration to the registrar himself, who knows it from nobody else; a deed that an official draws
# up; what may be shown, among other things.
_KEEPS = re.compile(
    r"\b(?:neemt|nemen)\b[^.;]{0,220}\bin (?:zijn|haar|de|een|hun) (?:administratie|dossier|register|boekhouding)\b|\bbewaart\b"
)
_REGISTERS = re.compile(
    r"\b(?:doet|doen)\b[^.;]{0,60}\baangifte\b|\baangifte (?:te )?doen\b|\bin de aangifte\b|\baangifte van (?:verblijf"
    r"|vertrek|adres|geboorte|overlijden)\b"
)
# A law on the register of persons itself: what is told to its keeper is where the register has it from.
_REGISTER_ACT = re.compile(r"\bbasisregistratie personen\b|\bbasisadministratie|\bbevolkings(?:administratie|register|boekhouding)", re.I)
_MAKES = re.compile(
    r"\bakte van (?:geboorte|overlijden|huwelijk)\b[^.;]{0,40}\bopmaken\b|\b(?:maakt|maken)\b[^.;]{0,60}\bakte\b[^.;]{0,60}\bop\b"
)
_MAY_SHOW = re.compile(
    r"\bkan(?: \w+)? in plaats van\b|\binstemt\b|\binstemming\b|\bgeen bezwaar\b|\bkan (?:worden )?(?:blijken|afgeleid|aangetoond)\b"
)
# Of who lives abroad no registration here tells anything.
# An employer has no register to look in.
_TO_EMPLOYER = re.compile(r"\b(?:aan|bij) (?:de|zijn|haar|diens) werkgever\b|\bverstrekt de werkgever\b", re.I)
_ABROAD = re.compile(
    r"\b(?:buiten Nederland|in het buitenland|niet in Nederland|buitenlands\w*|(?:lidstaat|staat|land) van (?:oorsprong|herkomst)"
    r"|erkenning van (?:een )?beroepskwalificaties?)\b",
    re.I,
)
# «Het bewijs van inschrijving vermeldt …»: what the paper says, not who hands it over.
_IS_SUBJECT = re.compile(
    r"[\s\d.]{0,6}(?:het|de) (?:bewijs|akte|uittreksel|verklaring)\b[^,;.]{0,40}? (?:vermeldt|bevat|wordt|is|geldt)\b", re.I
)
_MOMENT = re.compile(r"\b(?:na|nadat|sinds|tot|door|wegens|bij|voor|vóór|tenzij)\s+\Z", re.I)


def _known(vraag: Vraag) -> Span | None:
    paper = vraag.first("registratie")
    said_of_paper = _IS_SUBJECT.match(vraag.provision.document.text[vraag.span]) is not None
    if paper is not None and not said_of_paper and vraag.first("overleggen") is not None:
        return paper
    fact = vraag.first("registratie-feit") if vraag.direct else None
    if fact is None or said(vraag.provision, "melden", vraag.span) is None:
        return None
    content = vraag.provision.document.text.content
    return None if _MOMENT.search(content, max(0, fact.start - 16), fact.start) else fact


_FOR_REGISTER = re.compile(
    r"\b(?:voor|ten behoeve van|in) (?:(?:de|het) )?(?:bijhouding van (?:de|het) )?(?:basisregistratie(?: personen)?"
    r"|basisadministratie|bevolkings\w+)\b"
)


def _feeds_register(bill: Analysis, vraag: Vraag, at: Span) -> bool:
    """Whether the fact is told to whoever keeps the register of persons, by the law on it or by the sentence."""
    if vraag.first("registratie-feit") != at:
        return False
    small = vraag.provision.document.text.small
    if over_aanvraag(vraag.provision.document, vraag.span):
        return False
    return (
        _REGISTER_ACT.search(bill.document.title) is not None or _FOR_REGISTER.search(small, vraag.span.start, vraag.span.end) is not None
    )


def _others(vraag: Vraag, at: Span) -> list[Span]:
    """What else of the same sentence or list the government has: the finding stands at the first, and the reader must see them all."""
    every = [s for concept in ("registratie", "registratie-feit", "registratie-feit-ook") for s in vraag.every(concept)]
    out: list[Span] = []
    for span in sorted(every):
        if not any(span.overlaps(known) for known in (at, *out)):
            out.append(span)
    return out


def _sources(bill: Analysis) -> dict[str, tuple[Provision, Span]]:
    """Which data, and the data of which body, the text lets an authority get without the person."""
    out: dict[str, tuple[Provision, Span]] = {}
    for provision in bill.provisions:
        document = provision.document
        for norm in provision.norms:
            if to_person(norm) or norm.adressaat is None or norm.adressaat.afgeleid:
                continue
            if begrippen.first(document, "zelf-te-vragen", norm.span) is None:
                continue
            for concept in ("gegeven", "houder"):
                for span in begrippen.every(document, concept, norm.span):
                    out.setdefault(_stem(document.text[span]), (provision, span))
    return out


def _stem(word: str) -> str:
    word = word.lower()
    return "gemeente" if word in ("burgemeester en wethouders", "gemeenten", "college") else word.removesuffix("s").removesuffix("en")


def _asked_elsewhere(vraag: Vraag, sources: dict[str, tuple[Provision, Span]]) -> tuple[Span | None, tuple[Provision, Span] | None]:
    document = vraag.provision.document
    if not sources or vraag.first("overleggen") is None:
        return None, None
    for span in vraag.every("gegeven-houder"):
        for holder in begrippen.every(document, "houder", span):
            source = sources.get(_stem(document.text[holder]))
            if source is not None and source[0].unit.artikel is not vraag.provision.unit.artikel:
                return span, source
    for span in vraag.every("gegeven-gevraagd") if vraag.direct else ():
        source = next((sources[s] for g in begrippen.every(document, "gegeven", span) if (s := _stem(document.text[g])) in sources), None)
        if source is not None and source[0].unit.artikel is not vraag.provision.unit.artikel:
            return span, source
    return None, None


def _on_request(bill: Analysis) -> Iterator[Hit]:
    """What ends in a person's favour once he has paid, yet only when he asks for it."""
    for provision in bill.provisions:
        document = provision.document
        for norm in provision.norms:
            at = begrippen.first(document, "op-verzoek", norm.span)
            if at is None or to_person(norm) or norm.bevoegdheid == "discretionair":
                continue
            if begrippen.first(document, "voldaan", Span(at.end, norm.span.end)) is None or not about_people(bill, provision):
                continue
            if in_artikel(bill, provision, "hergebruik"):
                continue
            yield Hit(
                document=document,
                unit=provision.unit,
                span=at,
                message=f"Dit gebeurt pas op verzoek, terwijl de voorwaarde bij de ander al bekend is: «{words(document, at)}».",
                explanation="Wie heeft betaald of aan de voorwaarde voldoet, moet er zelf nog om vragen. "
                "Gezocht in dit artikel naar ambtshalve handelen: niet gevonden.",
                label="pas op verzoek",
                ground=_GROUND,
            )

"""How heavy a finding about an adverse effect is: what softens it, and whether the text settles that it is a hardship."""

from __future__ import annotations

import re
from dataclasses import replace
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Doubt, Severity
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.model import GevolgSoort, UitwegSoort
from doenvermogentoets.norms.waar import Waar
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.dichtbij import hersteld, uitweg_dichtbij
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.zaken import Uitleg, Zaak
from doenvermogentoets_checks.nagelaten import nagelaten, te_veel
from doenvermogentoets_checks.noemt import iets_persoonlijks
from doenvermogentoets_checks.raakt import raakt
from doenvermogentoets_checks.spaart import afwijkbaar, elders_ingevuld
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel
from doenvermogentoets_checks.verzachting import maatstaf
from doenvermogentoets_checks.wie_treft import in_beroep
from doenvermogentoets_checks.zekerheid import onzeker

_TEN_DELE = re.compile(
    r"\bgeheel of gedeeltelijk\b|\bzolang\b|\bvoor de duur dat\b|\btijdelijk of blijvend\b|\bten hoogste\b|\baanmaning\b|\bverantwoord\b"
    r"|\bzonder (?:een )?(?:deugdelijke grond|(?:geldige|gegronde|goede) redenen?|geldig excuus)\b|\bonredelijk laat\b",
    re.I,
)


def covered_by_awb(zaak: Zaak) -> bool:
    """Whether the Awb itself gives the way out that the text leaves out."""
    return any(u.waar is Waar.AWB and u.soort in (UitwegSoort.HERSTEL, UitwegSoort.VERSCHONING) for u in zaak.netten)


def partly_softened(zaak: Zaak) -> bool:
    """Whether the text itself takes the edge off."""
    if _TEN_DELE.search(zaak.provision.document.text[zaak.nadeel.norm.span]):
        return True
    return any(u.waar is not Waar.AWB and u.soort not in (UitwegSoort.DREMPEL, UitwegSoort.BETALINGSREGELING) for u in zaak.netten)


_EISEN = re.compile(r"\b(?:voorwaarden?|eisen|vereisten)\b[^.;]{0,90}\bniet\b[^.;]{0,30}\bvol(?:daan|doe\w*)\b|, tenzij\b", re.I)


def on_requirements(zaak: Zaak) -> bool:
    """Whether the text speaks of requirements that are not met, or makes an exception: more than an act that was missed."""
    return _EISEN.search(zaak.provision.document.text[zaak.nadeel.norm.span]) is not None


def one_of_many(zaak: Zaak) -> bool:
    """Whether what was missed is one of a list of grounds."""
    return ":" in zaak.provision.document.text[Span(zaak.span.end, zaak.nadeel.norm.span.end)]


# Effects that a new application or a later decision can undo.
_NIET_BLIJVEND = frozenset(
    {GevolgSoort.NIET_IN_BEHANDELING, GevolgSoort.NIET_ONTVANKELIJK, GevolgSoort.HERZIENING, GevolgSoort.SCHORSING, GevolgSoort.DWANGSOM}
)
_GROUND = re.compile(r"(?<=[:;,])\s+(?:[a-z]{1,2}|\d{1,2}°?)[.)°]\s*(?=\S)")
_doubts: WeakKeyDictionary[Zaak, Onzeker | None] = WeakKeyDictionary()


def twijfel(zaak: Zaak, analysis: Analysis) -> Onzeker | None:
    """What the text leaves open about this effect; ``None`` when it settles that somebody is hit hard for what he left undone."""
    if zaak not in _doubts:
        _doubts[zaak] = _twijfel(zaak, analysis)
    return _doubts[zaak]


def _twijfel(zaak: Zaak, analysis: Analysis) -> Onzeker | None:
    zin = zaak.nadeel.norm.span
    found = onzeker(analysis, zaak.provision, zin, zaak.span)
    if found is not None:
        return found
    if zaak.nadeel.gevolg.soort in _NIET_BLIJVEND:
        return Onzeker(Twijfel.GEVOLG)
    return None if _only_omission(zaak, zin) else Onzeker(Twijfel.AANLEIDING)


# What somebody did wrong or got earlier is punished by this, whatever is said of leaving undone.
_PUNISHED = re.compile(
    r"\b(?:onjuist\w*|onvolledig\w*|teruggevorderd|boete|opgelegd|ingetrokken|doorgehaald|te laat|late|later|nadien|opnieuw|daarna"
    r"|gedurende \w+ (?:jaar|jaren|weken|maanden)|over \w+ (?:weken|maanden))\b"
)


# Who is hit is open, so that there is a question and no advice yet.
_WHO = frozenset({Twijfel.INSTELLING, Twijfel.NIEMAND})
_AFTER_OMISSION = frozenset({Klas.VERZUIM, Klas.INTREKKING, Klas.RECHTSWEGE})
_WHILE = re.compile(r"\bzolang\b|\bvoor de duur dat\b")
_LATER_START = re.compile(
    r"[\s\d.]{0,6}(?:wordt|indien|als) (?:de|het|een) (?:aanvra(?:ag|ge)|verzoek|melding)\b[^.;,]{0,40}\b(?:later|nadien)\b"
)


def voorvraag(zaak: Zaak, dossier: DossierAnalysis) -> Onzeker | None:
    """The question that comes before any advice: whether a person is hit, under the Awb, for what he left undone, without any weighing."""
    found = twijfel(zaak, dossier.bill)
    if found is None and (given_back := hersteld(dossier.bill, zaak.provision)) is not None:
        return Onzeker(Twijfel.UITWEG, given_back, eerst=True)
    if found is None or found.van_belang:
        return found
    zin, document = zaak.nadeel.norm.span, zaak.provision.document
    punished = _PUNISHED.search(document.text.small, zin.start, zin.end) is not None
    open_ground = found.twijfel is Twijfel.AANLEIDING and zaak.klas in (Klas.VERZUIM, Klas.RECHTSWEGE) and not punished
    who_open = found.twijfel in _WHO and not (found.twijfel is Twijfel.NIEMAND and _of_a_person(zaak, dossier.bill))
    if who_open or open_ground:
        return replace(found, eerst=True)
    who = raakt(dossier, zaak.provision, zin)
    if who is not None:
        return who
    missed = nagelaten(document, zin, zaak.span) or punished
    if zaak.klas in _AFTER_OMISSION and not missed:
        return Onzeker(Twijfel.EIS)
    if zaak.klas is Klas.RECHTSWEGE and _by_decision(zaak):
        return Onzeker(Twijfel.EIS)
    if zaak.klas in (Klas.RECHTSWEGE, Klas.VERZUIM) and (while_ := _WHILE.search(document.text.small, zin.start, zin.end)) is not None:
        return Onzeker(Twijfel.MAATSTAF, Span(while_.start(), while_.end()))
    if zaak.nadeel.gevolg.soort is GevolgSoort.LATERE_INGANG and _LATER_START.match(document.text.small, zin.start, zin.end) is not None:
        return Onzeker(Twijfel.UITWEG, eerst=True)  # the sentence before it gives a time with an earlier start
    if in_beroep(zaak.wie):
        return Onzeker(Twijfel.LICHAAM)
    if (elsewhere := elders_ingevuld(dossier.bill, zaak.provision)) is not None:
        return Onzeker(Twijfel.ELDERS, elsewhere)
    if (out := afwijkbaar(dossier.bill, zaak.provision)) is not None:
        return Onzeker(Twijfel.AFWIJKEN, out)
    if (near := uitweg_dichtbij(dossier.bill, zaak.provision, zin)) is not None:
        return Onzeker(Twijfel.UITWEG, near, eerst=True)
    measure = maatstaf(document, zin, zaak.span)
    if measure is not None and zaak.klas is not Klas.SANCTIE:
        return Onzeker(Twijfel.MAATSTAF, measure)
    return None


def _of_a_person(zaak: Zaak, analysis: Analysis) -> bool:
    """Whether the sentence (the artikel for a sanction or loss by law) is about what a person has («de administratieve sanctie»)."""
    near = (analysis.in_artikel(zaak.provision.unit) or (zaak.provision,)) if zaak.klas in (Klas.SANCTIE, Klas.RECHTSWEGE) else ()
    document = zaak.provision.document
    return any(iets_persoonlijks(document, span) for span in (zaak.nadeel.norm.span, *(p.span for p in near)))


def _only_omission(zaak: Zaak, zin: Span) -> bool:
    """Whether the sentence itself says that something was left undone, and every ground of a list does."""
    document = zaak.provision.document
    if zaak.klas is Klas.SANCTIE and GevolgSoort.BOETE in zaak.nadeel.soorten:
        return zaak.nadeel.vast
    if zaak.klas is Klas.SANCTIE and GevolgSoort.TERUGVORDERING in zaak.nadeel.soorten and te_veel(document, zin):
        return True
    if document.text.content.find(":", zaak.span.end, zin.end) < 0:
        return nagelaten(document, zin, zaak.span)
    grounds = _grounds(zaak)
    return bool(grounds) and all(_omission(document, ground) for ground in grounds)


def _grounds(zaak: Zaak) -> list[Span]:
    """The grounds that the sentence lists after the effect; empty when it lists none."""
    content, zin = zaak.provision.document.text.content, zaak.nadeel.norm.span
    colon = content.find(":", zaak.span.end, zin.end)
    starts = [m.end() for m in _GROUND.finditer(content, colon, zin.end)] if colon >= 0 else []
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], zin.end], strict=False)]


def _omission(document: Document, ground: Span) -> bool:
    return nagelaten(document, ground, Span(ground.start, ground.start))


_DECIDED = re.compile(r"\b(?:kan|kunnen|door (?:intrekking|schorsing|een besluit|opzegging))\b")


def _by_decision(zaak: Zaak) -> bool:
    """Whether the ground about an omission is itself a decision of an authority («door intrekking, welke kan plaatsvinden, indien …»)."""
    document, omissions = zaak.provision.document, [g for g in _grounds(zaak) if _omission(zaak.provision.document, g)]
    return bool(omissions) and all(_DECIDED.search(document.text.small, g.start, g.end) is not None for g in omissions)


# Grounds that end a right by its nature or at the wish of whoever has it.
_BY_NATURE = re.compile(
    r"\b(?:op (?:eigen |diens |zijn )?(?:verzoek|aanvraag)|overl(?:eden|ijdt|ijden)"
    r"|(?:is|zijn|wordt) (?:verstreken|vervallen|verlopen|ingetrokken|doorgehaald|beëindigd)"
    r"|niet (?:langer|meer)|heeft verloren|verkregen|geldigheidsduur|verdrag(?:en)?|europese|volkenrechtelijke|geen prijs|verblijft)\b"
)


def hardly_omission(zaak: Zaak) -> bool:
    """Whether the effect ends a right on a list of grounds most of which are its natural end; one at most is an omission."""
    document, grounds = zaak.provision.document, _grounds(zaak)
    if zaak.klas not in (Klas.INTREKKING, Klas.RECHTSWEGE) or not grounds:
        return False
    natural = sum(_BY_NATURE.search(document.text.small, g.start, g.end) is not None for g in grounds)
    if len(grounds) < _LIST:
        return natural == len(grounds) and not any(_omission(document, g) for g in grounds)
    return 2 * natural > len(grounds) and sum(_omission(document, g) for g in grounds) <= 1


_LIST = 3


def _which(zaak: Zaak) -> str:
    """The ground about an omission, quoted; the first ground when none says so in words that are known."""
    document, grounds = zaak.provision.document, _grounds(zaak)
    found = next((g for g in grounds if _omission(document, g)), grounds[0])
    return f"«{words(document, found, 60)}»"


def severity(zaak: Zaak, dossier: DossierAnalysis, *, light: bool = False) -> Severity | None:
    """How heavy a finding is.

    Information when the toelichting weighs it all, or when it is open that an authority decides or that it is for an omission; a
    suggestion when it is softened, reasoned or otherwise uncertain.

    ``None`` (the severity of the check's page, a warning) only when the text settles that it is a hardship (:func:`twijfel`).
    """
    found = twijfel(zaak, dossier.bill)
    if zaak.uitleg is Uitleg.VOLLEDIG or voorvraag(zaak, dossier) is not None or hardly_omission(zaak):
        return Severity.INFO
    light = light or zaak.nadeel.ruim or zaak.uitleg is Uitleg.WAAROM or zaak.clausule is not None
    return Severity.SUGGESTION if light or found is not None else None


def lighter(zaak: Zaak) -> str:
    """What else than a doubt makes a finding less than a warning, as the end of «Een suggestie, want …».

    Used where the finding is lighter and :func:`doubts` is empty.
    """
    if zaak.uitleg is Uitleg.VOLLEDIG:
        return "de toelichting legt dit uit, met wat er anders had gekund"
    if zaak.uitleg is Uitleg.WAAROM:
        return "de toelichting geeft er een reden voor"
    if zaak.clausule is not None:
        return "er is een hardheidsclausule die hiervoor geldt"
    if partly_softened(zaak):
        return "de tekst zelf neemt al een deel van het gevolg weg"
    if zaak.nadeel.ruim:
        return "het verband tussen verzuim en gevolg is niet met zoveel woorden gelegd"
    if covered_by_awb(zaak):
        return "de Awb geeft hier al gelegenheid tot herstel of verschoning"
    if on_requirements(zaak):
        return "het gaat om eisen waaraan iemand niet altijd te laat of door een vergissing niet voldoet"
    if one_of_many(zaak):
        return "het verzuim is een van meer gronden"
    if zaak.nadeel.aanleiding is not Aanleiding.VERZUIM:
        return "de aanleiding is niet alleen een verzuim"
    return "hoe zwaar dit treft, hangt af van het bedrag en van wie het treft"


def doubts(zaak: Zaak, dossier: DossierAnalysis) -> tuple[Doubt, ...]:
    """Why a finding is no more than a suggestion, one doubt at most; empty when something else already makes it one."""
    if zaak.uitleg is Uitleg.VOLLEDIG:
        return ()
    found = twijfel(zaak, dossier.bill)
    first = voorvraag(zaak, dossier)
    if first is not None:
        return (first.told(zaak.provision.document),)
    if hardly_omission(zaak):
        return (Doubt(f"van de gronden gaat een klein deel over nalaten: {_which(zaak)}", question="Vraagt die grond ruimte?"),)
    if zaak.uitleg is Uitleg.WAAROM or zaak.clausule is not None:
        return ()
    return (found.told(zaak.provision.document),) if found is not None else ()

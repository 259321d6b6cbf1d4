"""Which adverse effect belongs to which check, so that the same words are reported once; and how such an effect is told.

The order of precedence is: a way out that can take the effect away ends it; then all or nothing, sanction, withdrawal,
loss by operation of law, other heavy effect after something was missed; what is left is a binding power or a hard limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import UnitKind
from doenvermogentoets.findings import Annotation, Severity, Suggestion
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.getroffene import getroffene
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.model import GevolgSoort, Soort, UitwegSoort
from doenvermogentoets.norms.nadelen import Nadeel, nadelen
from doenvermogentoets.norms.orgaan import with_article
from doenvermogentoets.norms.uitweg import Uitweg, Waar, searched, ways_out
from doenvermogentoets.structure import labels
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import ZO_GENOEMD, Explained
from doenvermogentoets_checks.common import capital, listing, table, trimmed, words

PACKAGE = __package__


class Klas(Enum):
    """The question that an effect raises."""

    ALLES_OF_NIETS = auto()
    SANCTIE = auto()
    INTREKKING = auto()
    RECHTSWEGE = auto()
    VERZUIM = auto()
    GEBONDEN = auto()
    GRENS = auto()


class Uitleg(Enum):
    """What the toelichting says about it."""

    GEEN_TOELICHTING = auto()
    ZWIJGT = auto()
    NOEMT = auto()  # named or repeated, without a reason
    WAAROM = auto()  # a reason, without alternatives or proportionality
    VOLLEDIG = auto()


@dataclass(frozen=True, eq=False)
class Zaak:
    """An adverse effect that deserves a finding, with what was found around it.

    Attributes:
        wie: whom it hits, as the text says («de aanvrager»).
        netten: ways out that only take the edge off, nets of the Awb included.
        clausule: the hardship clause that is the only full way out, while the toelichting does not say that it is meant for this.
    """

    nadeel: Nadeel
    klas: Klas
    wie: str
    netten: tuple[Uitweg, ...]
    uitleg: Uitleg
    explained: Explained | None
    clausule: Uitweg | None = None

    @property
    def provision(self) -> Provision:
        return self.nadeel.provision

    @property
    def span(self) -> Span:
        return trimmed(self.provision.document, self.nadeel.gevolg.span)

    @property
    def verzuim(self) -> bool:
        """It sets in because something was missed."""
        return self.nadeel.aanleiding is Aanleiding.VERZUIM

    @property
    def recht_op_geld(self) -> bool:
        """A recovery, or a reduction or measure because something was missed."""
        return GevolgSoort.TERUGVORDERING in self.nadeel.soorten or self.nadeel.aanleiding is Aanleiding.VERZUIM


ONBEKEND = "de betrokkene"  # how getroffene names somebody whom the text does not name

_known: WeakKeyDictionary[DossierAnalysis, tuple[Zaak, ...]] = WeakKeyDictionary()

_BESLUIT_EINDE = frozenset({GevolgSoort.INTREKKING, GevolgSoort.HERZIENING, GevolgSoort.BEEINDIGING})
_SANCTIE = frozenset({GevolgSoort.TERUGVORDERING, GevolgSoort.BOETE, GevolgSoort.MAATREGEL})
_ALLES = frozenset(
    {GevolgSoort.NIHIL, GevolgSoort.GEEN_RECHT, GevolgSoort.AFWIJZING, GevolgSoort.WEIGERING, GevolgSoort.VERVAL, GevolgSoort.UITSLUITING}
)
_RECHTSWEGE = frozenset({GevolgSoort.VERVAL, GevolgSoort.BEEINDIGING})
_LICHT = frozenset(
    {
        GevolgSoort.VERSCHULDIGD,
        GevolgSoort.VERREKENING,
        GevolgSoort.INVORDERING,
        GevolgSoort.DWANGSOM,
        GevolgSoort.VERHOGING,
        GevolgSoort.NIET_ONTVANKELIJK,
        GevolgSoort.SCHORSING,
    }
)
_NOOIT = frozenset({Aanleiding.VERZOEK, Aanleiding.PLAFOND, Aanleiding.EINDE, Aanleiding.SAMENLOOP})


def zaken(dossier: DossierAnalysis) -> tuple[Zaak, ...]:
    """The effects of the bill that deserve a finding, each in one class."""
    found = _known.get(dossier)
    if found is None:
        found = _known[dossier] = tuple(_find(dossier))
    return found


def leaning(dossier: DossierAnalysis, clausule: Clausule) -> tuple[Provision, ...]:
    """The provisions with a heavy effect after an omission, or a sanction, that have no way out but this clause."""
    return tuple(p for p, clause in _leaning(dossier) if clause is clausule)


_leans: WeakKeyDictionary[DossierAnalysis, tuple[tuple[Provision, Clausule], ...]] = WeakKeyDictionary()


def _leaning(dossier: DossierAnalysis) -> tuple[tuple[Provision, Clausule], ...]:
    known = _leans.get(dossier)
    if known is None:
        analysis = dossier.bill
        out: list[tuple[Provision, Clausule]] = []
        clauses = clausules(analysis)
        for nadeel in nadelen(analysis) if clauses else ():
            if not nadeel.gebonden or nadeel.aanleiding in _NOOIT or _klas(nadeel) in (None, Klas.GEBONDEN, Klas.GRENS):
                continue
            covering = [c for c in clauses if c.covers(nadeel.provision.unit)]
            full = [u for u in ways_out(analysis, nadeel.provision, nadeel.norm) if u.volledig]
            if covering and all(u.soort is UitwegSoort.HARDHEIDSCLAUSULE for u in full):
                out.extend((nadeel.provision, c) for c in covering)
        known = _leans[dossier] = tuple(dict.fromkeys(out))
    return known


def of_klas(dossier: DossierAnalysis, klas: Klas) -> Iterator[Zaak]:
    """Those of one class."""
    return (z for z in zaken(dossier) if z.klas is klas)


def _find(dossier: DossierAnalysis) -> Iterator[Zaak]:
    analysis = dossier.bill
    for nadeel in nadelen(analysis):
        if not nadeel.gebonden or (nadeel.aanleiding in _NOOIT and not _survives(nadeel)):
            continue
        wie = getroffene(analysis, nadeel.provision, nadeel.norm)
        if wie is None:
            continue
        klas = _klas(nadeel)
        if (
            klas is None
            or _limited(nadeel)
            or _weighed(nadeel)
            or (GevolgSoort.NIET_IN_BEHANDELING in nadeel.soorten and _hersteld(nadeel))
        ):
            continue
        uitwegen = ways_out(analysis, nadeel.provision, nadeel.norm)
        full = [u for u in uitwegen if u.volledig]
        if any(u.soort is not UitwegSoort.HARDHEIDSCLAUSULE for u in full):
            continue
        explained = dossier.explanation.of(nadeel.provision, nadeel.norm) if dossier.explanation is not None else None
        uitleg = _uitleg(explained)
        if full and (uitleg not in (Uitleg.ZWIJGT, Uitleg.NOEMT) or klas in (Klas.GEBONDEN, Klas.GRENS)):
            continue
        if uitleg is Uitleg.VOLLEDIG and klas in (Klas.GEBONDEN, Klas.GRENS):
            continue  # heavier effects stay as information: a good explanation does not help whoever is hit
        netten = tuple(u for u in uitwegen if not u.volledig)
        yield Zaak(nadeel, klas, wie, netten, uitleg, explained, next(iter(full), None))


def _survives(nadeel: Nadeel) -> bool:
    """A debt does not end with the right it came from: heirs pay it."""
    return nadeel.aanleiding is Aanleiding.EINDE and GevolgSoort.TERUGVORDERING in nadeel.soorten


_BLANKS = re.compile(r"\s+")
_SLECHTS = re.compile(
    r"\b(?:slechts|alleen|uitsluitend|niet dan)\b[^,;.]{0,40}$|\bhogere? of lagere?\b|\bte (?:hoog|laag) of te (?:laag|hoog)\b"
    r"|\bniet (?:verder"
    r"|meer|eerder) \w*$",
    re.I,
)


def _hersteld(nadeel: Nadeel) -> bool:
    return _HERSTELD.search(nadeel.provision.document.text[nadeel.norm.span]) is not None


_NEXT = re.compile(r"\s(?:en|of|doch|maar) (?:kan|kunnen|mag|mogen|wordt|worden|is|zijn)\b", re.I)  # the next clause says something else
_SLECHTS_NA = re.compile(r"(?:[^,;.:]|, bedoeld in [^,;:]{0,60},){0,160}\b(?:slechts|alleen|uitsluitend|niet dan)\b")
# Something was asked for again before this sets in: the repair has been offered.
_HERSTELD = re.compile(r"\b(?:aangevulde|aanvullende) gegevens\b|\balsnog\b|\b(?:hersteltermijn|nadere termijn|tweede aanmaning)\b", re.I)


def _limited(nadeel: Nadeel) -> bool:
    """«wordt slechts geweigerd indien» limits the power: a safeguard."""
    document = nadeel.provision.document
    before = document.text.content[nadeel.norm.span.start : nadeel.gevolg.span.end]
    after = _NEXT.split(document.text.content[nadeel.gevolg.span.end : nadeel.norm.span.end], maxsplit=1)[0]
    return _SLECHTS.search(before) is not None or _SLECHTS_NA.match(after) is not None


# The text itself asks for blame or bad will before this sets in, leaves it to an official on behalf of the authority, or ends what was
# provisional from the start.
_WEIGHED = re.compile(
    r"\bschuldig nalatig\b|(?<!niet )\b(?:kan|kunnen) worden verweten\b|\bte verwijten (?:valt|is)\b|\bverwijtbaar (?:niet|heeft|handel)"
    r"|\bondubbelzinnig blijkt\b"
    r"|\bnamens (?:hem|haar|Onze Minister) (?:de|een) (?:bestuurlijke )?boete\b|\btijdelijke plaatsing\b"
)
_BLIND = re.compile(r"\b(?:ongeacht|ook (?:als|indien|wanneer))\b")


def _weighed(nadeel: Nadeel) -> bool:
    said = nadeel.provision.document.text[nadeel.norm.span]
    return _WEIGHED.search(said) is not None and _BLIND.search(said) is None


# The link between residence and entitlement bears no exception (brief SZW of 18 November 2022, on artikel 11 and 16 Participatiewet).
_KOPPELING = re.compile(r"rechtmatig verblijf|geen ingezetene|buiten Nederland woont", re.I)
_MAATREGEL = re.compile(r"\bmaatregel\b(?! van bestuur)[^.;]{0,60}\b(?:op(?:gelegd|legt|leggen)\b|op[,.;])", re.I)


def _klas(nadeel: Nadeel) -> Klas | None:
    soorten = nadeel.soorten
    if GevolgSoort.MAATREGEL in soorten and not _MAATREGEL.search(nadeel.provision.document.text[nadeel.norm.span]):
        soorten -= {GevolgSoort.MAATREGEL}  # a duty or prohibition that is laid down, not a measure for something missed
    verzuim = nadeel.aanleiding is Aanleiding.VERZUIM
    if soorten & {GevolgSoort.TERUGVORDERING, GevolgSoort.BOETE}:
        return Klas.SANCTIE
    if nadeel.zwaar and nadeel.gevolg.soort in _LICHT:
        return Klas.GEBONDEN if nadeel.gevolg.soort is GevolgSoort.DWANGSOM else Klas.SANCTIE
    if verzuim and nadeel.totaal is not None and soorten & _ALLES:
        return Klas.ALLES_OF_NIETS
    if GevolgSoort.MAATREGEL in soorten or (verzuim and GevolgSoort.VERLAGING in soorten):
        return Klas.SANCTIE
    if soorten <= _LICHT:  # also when nothing is left
        return None
    if soorten & _BESLUIT_EINDE and nadeel.norm.bevoegdheid == "gebonden":
        return Klas.INTREKKING
    if verzuim:
        return Klas.RECHTSWEGE if soorten & _RECHTSWEGE and nadeel.van_rechtswege else Klas.VERZUIM
    if nadeel.norm.bevoegdheid == "gebonden":
        return Klas.GEBONDEN if soorten - {GevolgSoort.VERLAGING} - _LICHT else None  # «verminderd met» is mostly arithmetic
    if nadeel.aanleiding is Aanleiding.OPZET or _KOPPELING.search(nadeel.provision.document.text[nadeel.norm.span]):
        return None
    if nadeel.norm.soort in (Soort.RECHT, Soort.RECHTSGEVOLG) and soorten & {GevolgSoort.GEEN_RECHT, GevolgSoort.UITSLUITING}:
        return Klas.GRENS
    return None


def _uitleg(explained: Explained | None) -> Uitleg:
    if explained is None:
        return Uitleg.GEEN_TOELICHTING
    if explained.complete:
        return Uitleg.VOLLEDIG
    if explained.sufficient:
        return Uitleg.WAAROM
    return Uitleg.NOEMT if explained.mentioned else Uitleg.ZWIJGT


# telling


@cache
def _teksten(name: str) -> dict[str, str]:
    return table(str(PACKAGE), name, "teksten.toml")


# Where the part of the sentence that is quoted starts and stops; a comma before «of» or «en» joins two verbs of one clause.
_BREAK = re.compile(r",(?!\s+(?:of|en|dan wel)\s)\s|[;:.]\s|\b(?:indien|tenzij|mits|nadat)\b|\n")
_OPENING = re.compile(r"(?:of|en|dan|dan wel|wel|respectievelijk|onderscheidenlijk|alsmede)\s+", re.I)
_FINITE = re.compile(r"\b(?:wordt|worden|is|zijn|blijft|blijven|kan|kunnen|heeft|hebben|komt|komen)\b", re.I)
_SUBJECT = re.compile(
    r"\s*(?:\d+[a-z]?\.\s+)?((?:De|Het|Een|Deze|Dit|Zijn|Haar|Geen)\s[^,.;:\n]{2,90}?)(?=,|\s(?:bedoeld|als bedoeld|genoemd|die|dat|wiens|"
    r"waarvan)\s)"
)


def quote(zaak: Zaak, limit: int = 90) -> str:
    """The part of the sentence in which the effect stands, on one line."""
    document, span = zaak.provision.document, zaak.span
    sentence = zaak.nadeel.norm.span
    before = document.text.content[sentence.start : span.start]
    after = document.text.content[span.end : sentence.end]
    last = max((m.end() for m in _BREAK.finditer(before)), default=0)
    while match := _OPENING.match(before, last):
        last = match.end()
    end = _BREAK.search(after)
    stop = span.end + (end.start() if end else len(after))
    verb = next((m for m in reversed(list(_FINITE.finditer(before))) if len(before) - m.start() <= limit), None)
    subject = _SUBJECT.match(before)
    if subject is not None and verb is not None and subject.end() < verb.start() and (verb.start() == last or len(before) - last > limit):
        # «De vergunning, bedoeld in …, wordt ingetrokken»: without the words in between
        said = words(document, trimmed(document, Span(sentence.start + verb.start(), stop)), limit).strip(" ,;.:")
        return f"{_BLANKS.sub(' ', subject.group(1))} … {said}"
    if len(before) - last > limit:
        last = verb.start() if verb is not None else before.rfind(" ", 0, len(before) - limit + 15) + 1
    return words(document, trimmed(document, Span(sentence.start + last, stop)), limit + 20).strip(" ,;.:")


def effect(zaak: Zaak) -> str:
    """What happens to whom, as a sentence with a capital."""
    gevolg = zaak.nadeel.gevolg
    kind = gevolg.soort.value
    if gevolg.soort is GevolgSoort.NIHIL and "nihil" in zaak.provision.document.text[gevolg.span].lower():
        kind = "vaststelling op nihil"  # the other half of the kind, «ambtshalve», is another amount
    return capital(_teksten("effect")[kind].format(wie=zaak.wie)) + "."


def because(zaak: Zaak) -> str:
    """Why it happens, in the words of the text; empty if the text does not say so here."""
    span = zaak.nadeel.aanleiding_span
    return "" if span is None else f" Aanleiding: «{words(zaak.provision.document, span, 80)}»."


def search_report(zaak: Zaak, naar: str) -> str:
    """Where was looked for what, and what little was found."""
    if zaak.clausule is not None:
        naar = naar.replace(" en hardheidsclausule", "")
    text = f" Gezocht naar {naar} in {searched(zaak.provision)}: niet gevonden."
    if zaak.clausule is not None:
        text += " Alleen de hardheidsclausule kan dit verzachten, en die is voor gevallen die niet zijn voorzien (Ar 5.25)."
    own = [u for u in zaak.netten if u.waar is not Waar.AWB]
    if own:
        text += f" Wel {listing(u.soort.value for u in own)}, maar dat neemt het gevolg niet weg."
    nets = [u for u in zaak.netten if u.waar is Waar.AWB]
    if nets:
        gives = _teksten("net")
        text += f" Vangnet: {listing(f'{u.grond} ({gives[u.grond]})' for u in nets)}."
    return text


def room(zaak: Zaak) -> str:
    """«zonder uitweg», or what little there is."""
    return "zonder uitweg" if zaak.clausule is None else "met alleen de hardheidsclausule als uitweg"


def toelichting_report(zaak: Zaak) -> str:
    """What the toelichting says, as a sentence that starts with a blank."""
    return (
        " "
        + {
            Uitleg.GEEN_TOELICHTING: "Er is geen toelichting meegegeven.",
            Uitleg.ZWIJGT: "De toelichting gaat er niet op in.",
            Uitleg.NOEMT: "De toelichting noemt het, maar zegt niet waarom hier geen ruimte is.",
            Uitleg.WAAROM: "De toelichting geeft een reden, maar niet of dit onevenredig kan uitpakken of wat er anders had gekund.",
            Uitleg.VOLLEDIG: "De toelichting legt dit uit; ga na of die uitleg ook de hardste gevallen dekt.",
        }[zaak.uitleg]
    )


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


def severity(zaak: Zaak, *, light: bool = False) -> Severity | None:
    """How heavy a finding is: information when the toelichting weighs it all, a suggestion when it is softened or reasoned."""
    if zaak.uitleg is Uitleg.VOLLEDIG:
        return Severity.INFO
    return Severity.SUGGESTION if light or zaak.nadeel.ruim or zaak.uitleg is Uitleg.WAAROM or zaak.clausule is not None else None


def missing(explained: Explained) -> str:
    """What an explanation would still have to say."""
    names = [ZO_GENOEMD[naam] for naam in explained.missing]
    return f" Niet gevonden: {listing(names)}." if names else ""


def in_sentence(orgaan: str) -> str:
    """An authority inside a sentence: «het college», but «Onze Minister»."""
    return orgaan[:1].lower() + orgaan[1:] if orgaan.startswith(("Het ", "De ", "Een ")) else orgaan


def places(zaak: Zaak, dossier: DossierAnalysis) -> tuple[Annotation, ...]:
    """The words of the cause, what softens it in part, and the place in the toelichting."""
    document = zaak.provision.document
    out = []
    span = zaak.nadeel.aanleiding_span
    if span is not None and not span.overlaps(zaak.span):
        out.append(Annotation(document, trimmed(document, span), "de aanleiding"))
    if zaak.clausule is not None and zaak.clausule.span is not None and zaak.clausule.provision is not None:
        out.append(Annotation(document, trimmed(document, zaak.clausule.span), "de hardheidsclausule, de enige uitweg"))
    for uitweg in zaak.netten[:3]:
        if uitweg.span is not None and uitweg.provision is not None:
            place = trimmed(document, uitweg.span)
            out.append(Annotation(document, place, f"{uitweg.soort.value}: verzacht, maar neemt het gevolg niet weg"))
    if zaak.explained is not None and zaak.explained.place is not None and dossier.explanation is not None:
        place = trimmed(dossier.explanation.document, zaak.explained.place)
        if len(place):
            out.append(Annotation(dossier.explanation.document, place, "wat de toelichting erover zegt"))
    return tuple(out)


def clause(zaak: Zaak, analysis: Analysis) -> tuple[Suggestion, ...]:
    """The model of Ar 5.26, second paragraph, for this artikel and the authority of this text; nothing where a clause stands already."""
    if zaak.clausule is not None:
        return ()
    text = model(organ(zaak.provision, analysis), citation(zaak.provision))
    title = f"als zich niet te voorziene gevallen kunnen voordoen: een hardheidsclausule voor {citation(zaak.provision)} (model Ar 5.26)"
    return (Suggestion(title, insertion=text),)


def model(orgaan: str, artikelen: str, doel: str = "gelet op het belang dat dit artikel beoogt te beschermen") -> str:
    """The wording of Ar 5.26, second paragraph."""
    return (
        f"{capital(orgaan)} kan {artikelen}, buiten toepassing laten of daarvan afwijken voor zover toepassing {doel} "
        "zal leiden tot een onbillijkheid van overwegende aard."
    )


def citation(provision: Provision) -> str:
    """«artikel 15, tweede lid»."""
    artikel = provision.unit.artikel
    lid = provision.unit.number if provision.unit.kind is UnitKind.LID else None
    return labels.words(artikel.number if artikel is not None else None, lid, None) or "dit onderdeel"


def organ(provision: Provision, analysis: Analysis) -> str:
    """The authority that decides: named in this artikel, otherwise the one that the text names most."""
    for norm in (*provision.norms, *(n for p in analysis.in_artikel(provision.unit) for n in p.norms)):
        if (
            norm.adressaat is not None
            and norm.adressaat.rol == "overheid"
            and norm.bevoegdheid != "geen"
            and norm.adressaat.span is not None
        ):
            return with_article(norm.adressaat.tekst, analysis.document.text.content)
    return with_article(_usual_organ(analysis), analysis.document.text.content)


_usual: WeakKeyDictionary[Analysis, str] = WeakKeyDictionary()


def _usual_organ(analysis: Analysis) -> str:
    known = _usual.get(analysis)
    if known is None:
        count: dict[str, int] = {}
        for provision in analysis.provisions:
            for norm in provision.norms:
                a = norm.adressaat
                if a is not None and a.rol == "overheid" and norm.bevoegdheid != "geen" and 0 < len(a.tekst) <= 60:
                    name = a.tekst[:1].lower() + a.tekst[1:] if a.tekst.startswith(("Het ", "De ")) else a.tekst
                    count[name] = count.get(name, 0) + 1
        known = _usual[analysis] = max(count, key=lambda n: count[n]) if count else "[bestuursorgaan]"
    return known


def explained_enough(dossier: DossierAnalysis, provision: Provision) -> bool:
    """Whether the toelichting gives a reason and weighs alternatives or proportionality."""
    return dossier.explanation is not None and dossier.explanation.of(provision).complete

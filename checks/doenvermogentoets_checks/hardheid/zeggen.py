"""How an adverse effect is told: what happens to whom, why, where was looked for a way out, and the wording that would give one."""

from __future__ import annotations

import re
from functools import cache

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.document import UnitKind
from doenvermogentoets.findings import Annotation, Doubt, Suggestion
from doenvermogentoets.norms.model import GevolgSoort, UitwegSoort
from doenvermogentoets.norms.orgaan import deciding, names, nearby, prevailing, with_article
from doenvermogentoets.norms.rechtsorde import zonder_awb
from doenvermogentoets.norms.uitweg import searched
from doenvermogentoets.norms.waar import Waar
from doenvermogentoets.structure import labels
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import ZO_GEMIST, Explained
from doenvermogentoets.toelichting.genoemd import mentions
from doenvermogentoets_checks.artikelsgewijs import per_provision
from doenvermogentoets_checks.common import aangehaald, capital, in_zinsverband, listing, table, trimmed, words
from doenvermogentoets_checks.hardheid.kanbepaling import kan
from doenvermogentoets_checks.hardheid.zaken import Uitleg, Zaak

VAGE_CLAUSULE = Doubt("er is een clausule voor de hele regeling, maar daaruit blijkt niet wie ermee is geholpen")
_BLANKS = re.compile(r"\s+")


@cache
def _teksten(name: str) -> dict[str, str]:
    return table(__package__ or "", name, "teksten.toml")


# Where the part of the sentence that is quoted starts and stops; a comma before «of» or «en» joins two verbs of one clause.
# So does the one in «artikel 2.3, eerste lid».
_BREAK = re.compile(
    r",(?!\s+(?:of|en|dan wel)\s)(?!\s+(?:(?:laatste|\w+de|\w+ste)\s+(?:lid|volzin)|lid\s+\d|onderde(?:el|len)\s))\s|[;:.]\s"
    r"|\b(?:indien|tenzij|mits|nadat)\b|\n"
)
# «die artikel 2.3, eerste lid, niet naleeft»: the few words that a sentence closes with belong to what stands before them
_REST = re.compile(r",(?:\s+[\w-]+){1,3}(?=[.;]?\s*\Z)")
_OPENING = re.compile(r"(?:of|en|dan|dan wel|wel|respectievelijk|onderscheidenlijk|alsmede)\s+", re.I)
# «wijst een aanvraag die te laat is, af»: what belongs to the verb stands behind the comma that ends the clause in between.
_PARTICLE = re.compile(r",\s+(?:af|in|op|terug|aan|uit|stop)(?=[,.;:]|\s*$)")
# A name that was cut in two where a long sentence is shortened: «Dienst | Toeslagen».
_NAME = re.compile(r"(?:[A-Z]\S*\s+)+")
_FINITE = re.compile(r"\b(?:wordt|worden|is|zijn|blijft|blijven|kan|kunnen|heeft|hebben|komt|komen)\b", re.I)
# Behind a cause without a comma the main clause follows at once: «Bij te late aanvraag wordt …».
_FINITE_MAIN = re.compile(r"\b(?:wordt|worden)\b", re.I)
_SUBORDINATE = re.compile(r"\b(?:indien|als|wanneer|zodra|zolang|voor zover|tenzij|omdat|nadat|die|dat|wie|wat)\b[^.,;:]*\Z", re.I)
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
    rest = _REST.match(after, end.start()) if end else None
    particle = _PARTICLE.match(after, end.start()) if end and rest is None else rest
    stop = span.end + (particle.end() if particle else end.start() if end else len(after))
    verb = next((m for m in reversed(list(_FINITE.finditer(before))) if len(before) - m.start() <= limit), None)
    subject = _SUBJECT.match(before)
    if subject is not None and verb is not None and subject.end() < verb.start() and (verb.start() == last or len(before) - last > limit):
        # «De vergunning, bedoeld in …, wordt ingetrokken»: without the words in between
        said = words(document, trimmed(document, Span(sentence.start + verb.start(), stop)), limit).strip(" ,;.:")
        return f"{_BLANKS.sub(' ', subject.group(1))} … {said}"
    cut = ""
    if len(before) - last > limit:
        last, cut = (verb.start(), "") if verb is not None else (before.rfind(" ", 0, len(before) - limit + 15) + 1, "… ")
        if cut and (name := _NAME.match(before, last)) is not None:
            last = name.end()
    return cut + words(document, trimmed(document, Span(sentence.start + last, stop)), limit + (40 if rest else 20)).strip(" ,;.:")


def effect(zaak: Zaak) -> str:
    """What happens to whom, as a sentence with a capital."""
    gevolg = zaak.nadeel.gevolg
    kind = gevolg.soort.value
    if gevolg.soort is GevolgSoort.NIHIL and "nihil" in zaak.provision.document.text[gevolg.span].lower():
        kind = "vaststelling op nihil"  # the other half of the kind, «ambtshalve», is another amount
    if opeisbaar(zaak):
        kind = "opeisbaarheid"
    return capital(_teksten("effect")[kind].format(wie=zaak.wie)) + "."


_DUE = re.compile(r"\b(?:opeisbaar|invorderbaar)\b")
_CALLED_IN = re.compile(r"\b(?:opeisbaar|opgeëist|opeisen|opeist|ineens verschuldigd|in (?:één|een) keer (?:betalen|betaald|voldaan))\b")


_LOST = re.compile(r"\bop (?:nihil|nul)\b|\bvervalt (?:het|zijn|haar) (?:recht|aanspraak)\b|\bgeen (?:recht|aanspraak)\b")


def opeisbaar(zaak: Zaak) -> bool:
    """Whether a debt falls due at once: no right is lost («op nihil»), the whole must be paid."""
    small, effect, zin = zaak.provision.document.text.small, zaak.nadeel.gevolg.span, zaak.nadeel.norm.span
    if _DUE.search(small, effect.start, effect.end) is not None:
        return True
    return _CALLED_IN.search(small, zin.start, zin.end) is not None and _LOST.search(small, zin.start, zin.end) is None


# Where a clause ends; the comma in «artikel 5, eerste lid» ends none.
_CLAUSE_END = re.compile(r",(?!\s(?:(?:eerste|laatste|\w+de) (?:lid|volzin)|aanhef|lid \d|onderde(?:el|len)|onder)\b)|[;:\n]|\.(?!\w)|\Z")


# The particle of the verb at the end of its clause, and an attribute with its noun («betaalde toeslag»).
_APART = re.compile(r"\s(?:terug|in|af|op|uit|stop)\s*\Z")
_THING = re.compile(r"(?:\s+\w+)?\s+\w+e\s+(?!van\b|aan\b|bij\b|terug\b)\w+")


def cause(zaak: Zaak) -> Span | None:
    """The words of the cause to the end of their clause («niet is voldaan aan het eerste lid»), but never the effect itself."""
    span = zaak.nadeel.aanleiding_span
    if span is None:
        return None
    stop = zaak.nadeel.norm.span.end
    end = _CLAUSE_END.search(zaak.provision.document.text.content, span.end, stop)
    whole = Span(span.start, end.start() if end is not None else stop)
    content, start = zaak.provision.document.text.content, zaak.nadeel.norm.span.start
    main = not _SUBORDINATE.search(content, start, span.start)
    crossed = main and _FINITE_MAIN.search(content, span.end, whole.end)
    if main and zaak.span.end <= span.start and _APART.search(content, span.end, whole.end):
        # «vordert de ten onrechte betaalde toeslag van de ouder terug»: the cause is a part of what is claimed back
        thing = _THING.match(content, span.end, whole.end)
        return Span(span.start, thing.end()) if thing is not None else span
    return span if whole.overlaps(zaak.span) or crossed else trimmed(zaak.provision.document, whole)


def because(zaak: Zaak) -> str:
    """Why it happens, in the words of the text; empty if the text does not say so here."""
    span = cause(zaak)
    return "" if span is None else f" Aanleiding: «{words(zaak.provision.document, span, 120)}»."


# How what was found is called in the list of what was looked for: it is not «niet gevonden».
_FOUND_AS = {
    UitwegSoort.HERSTEL: "herstel",
    UitwegSoort.VERWIJTBAARHEID: "verwijtbaarheid",
    UitwegSoort.MATIGING: "matiging",
    UitwegSoort.AFZIEN: "afzien",
    UitwegSoort.DRINGENDE_REDEN: "dringende reden",
    UitwegSoort.BEOORDELINGSRUIMTE: "beoordelingsruimte",
    UitwegSoort.HARDHEIDSCLAUSULE: "hardheidsclausule",
}


def search_report(zaak: Zaak, naar: str) -> str:
    """Where was looked for what, and what little was found."""
    if zaak.clausule is not None:
        naar = naar.replace(" en hardheidsclausule", "")
    own = [u for u in zaak.netten if u.waar is not Waar.AWB]
    sought = [n for n in re.split(r", | en ", naar) if not any(n == _FOUND_AS.get(u.soort) for u in own)]
    text = f" Gezocht naar {listing(sought)} in {searched(zaak.provision)}: niet gevonden."
    if zaak.clausule is not None:
        text += " Alleen de hardheidsclausule kan dit verzachten, en die is voor gevallen die niet zijn voorzien (Ar 5.25)."
    if own:
        text += f" Wel gevonden: {listing(u.soort.value for u in own)}, maar dat neemt het gevolg niet weg."
    nets = [u for u in zaak.netten if u.waar is Waar.AWB]
    if nets:
        gives = _teksten("net")
        text += f" Vangnet: {listing(f'{u.grond} ({gives[u.grond]})' for u in nets)}."
    elif zaak.nadeel.soorten & _NETTED and (outside := zonder_awb(zaak.provision.document, zaak.provision.unit, "een vangnet")):
        text += f" {outside}"
    return text


# What the Awb has a net for: 4:5, 4:94, 5:41 and 5:46, 6:11.
_NETTED = frozenset(
    {
        GevolgSoort.BOETE,
        GevolgSoort.TERUGVORDERING,
        GevolgSoort.INVORDERING,
        GevolgSoort.NIET_IN_BEHANDELING,
        GevolgSoort.NIET_ONTVANKELIJK,
    }
)


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


def missing(explained: Explained) -> str:
    """What an explanation would still have to say."""
    names = [ZO_GEMIST[naam] for naam in explained.missing]
    return f" Niet gevonden: {listing(names)}." if names else ""


def in_sentence(orgaan: str) -> str:
    """An authority inside a sentence: «het college», but «Onze Minister»."""
    return orgaan[:1].lower() + orgaan[1:] if orgaan.startswith(("Het ", "De ", "Een ")) else orgaan


def places(zaak: Zaak, dossier: DossierAnalysis, *, told: bool = True) -> tuple[Annotation, ...]:
    """The words of the cause, what softens it in part, and, if ``told``, the place in the toelichting."""
    document = zaak.provision.document
    out = []
    span = cause(zaak)
    if span is not None and not span.overlaps(zaak.span):
        out.append(Annotation(document, trimmed(document, span), "de aanleiding"))
    if zaak.clausule is not None and zaak.clausule.span is not None and zaak.clausule.provision is not None:
        out.append(Annotation(document, trimmed(document, zaak.clausule.span), "de hardheidsclausule, de enige uitweg"))
    for uitweg in zaak.netten[:3]:
        if uitweg.span is not None and uitweg.provision is not None:
            place = trimmed(document, uitweg.span)
            out.append(Annotation(document, place, f"{uitweg.soort.value}: verzacht, maar neemt het gevolg niet weg"))
    said = _said(zaak, dossier) if told else None
    if said is not None and dossier.explanation is not None:
        place = trimmed(dossier.explanation.document, said)
        if len(place):
            out.append(Annotation(dossier.explanation.document, place, "wat de toelichting erover zegt"))
    return tuple(out)


def _said(zaak: Zaak, dossier: DossierAnalysis) -> Span | None:
    """Where the toelichting speaks of it; nowhere when no sentence is about it, though some share words with it."""
    if zaak.explained is None or zaak.uitleg is Uitleg.ZWIJGT:
        return None
    if zaak.uitleg is Uitleg.NOEMT:
        return mentions(dossier, zaak.explained).spans[0]
    return zaak.explained.place


def excuse(zaak: Zaak) -> Suggestion:
    """No effect for whoever could not help being late."""
    return Suggestion(
        "verschoning in de trant van Awb 6:11",
        insertion=f"Het gevolg, bedoeld in {hier(zaak)}, blijft achterwege indien redelijkerwijs niet kan worden "
        f"geoordeeld dat {zaak.wie} in verzuim is geweest.",
    )


def hier(zaak: Zaak) -> str:
    """The provision as a new lid of its artikel cites it («het tweede lid»)."""
    return aangehaald(zaak.provision.unit, zaak.provision.unit)


def power(zaak: Zaak, title: str, example: str) -> Suggestion:
    """The sentence as a power instead of a duty; where it cannot be rewritten, an example that stands for no edit."""
    found = kan(zaak.provision, zaak.span)
    return Suggestion(title, example=example) if found is None else Suggestion(title, replacement=found[1], at=found[0])


def model(orgaan: str, artikelen: str) -> str:
    """The wording of Ar 5.26, second paragraph; the purpose is for the drafter to name, so that the clause has a measure."""
    return (
        f"{capital(orgaan)} kan {in_zinsverband(artikelen)} buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op "
        "het belang van [doel of strekking van de regeling] zal leiden tot een onbillijkheid van overwegende aard."
    )


def citation(provision: Provision) -> str:
    """«artikel 15, tweede lid»."""
    artikel = provision.unit.artikel
    lid = provision.unit.number if provision.unit.kind is UnitKind.LID else None
    return labels.words(artikel.number if artikel is not None else None, lid, None) or "dit onderdeel"


UNNAMED = "[bestuursorgaan]"


def organ(provision: Provision, analysis: Analysis) -> str:
    """The authority that decides: in this artikel, otherwise in the text; a blank to fill in where more than one may be meant.

    An authority that this artikel names without a power («betaalt aan het college») counts if it decides elsewhere. Of those that only the
    rest of the text names, one is meant if it decides far more often than the others.
    """
    return _organ(analysis, provision)


@per_provision
def _organ(analysis: Analysis, provision: Provision) -> str:
    content = analysis.document.text.content
    artikel = analysis.in_artikel(provision.unit)
    for norm in (*provision.norms, *(n for p in artikel for n in p.norms)):
        if (
            norm.adressaat is not None
            and norm.adressaat.rol == "overheid"
            and norm.bevoegdheid != "geen"
            and norm.adressaat.span is not None
        ):
            return with_article(norm.adressaat.tekst, content)
    around = artikel or (provision,)
    if any(names(p, name) for name in deciding(analysis) for p in around):
        return nearby(analysis, provision.unit) or UNNAMED
    found = prevailing(analysis)
    return with_article(found, content) if found is not None else UNNAMED


def explained_enough(dossier: DossierAnalysis, provision: Provision) -> bool:
    """Whether the toelichting gives a reason and weighs alternatives or proportionality."""
    return dossier.explanation is not None and dossier.explanation.of(provision).complete

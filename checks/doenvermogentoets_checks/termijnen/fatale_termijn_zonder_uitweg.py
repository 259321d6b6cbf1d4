"""TRM001: being late costs a right or gives a sanction, and nothing softens that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document
from doenvermogentoets.findings import Annotation, Confidence, Doubt, Hit, Severity, Suggestion
from doenvermogentoets.norms.getroffene import getroffene, in_zin
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.uitweg import searched, ways_out
from doenvermogentoets.norms.verstreken import of_another
from doenvermogentoets.norms.waar import Waar
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets_checks.buiten_awb import ander_recht
from doenvermogentoets_checks.common import aangehaald, each_place_once, listing, over_aanvraag, phrases, words
from doenvermogentoets_checks.doenvermogen.mensen import about_people, speaks_of_people
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.spaart import elders_ingevuld
from doenvermogentoets_checks.termijnen.aanvraagvenster import Venster, vensters
from doenvermogentoets_checks.termijnen.anderen import about_bodies
from doenvermogentoets_checks.termijnen.beeld import Beeld, Leidend, aangeduid
from doenvermogentoets_checks.termijnen.beelden import NO_LIMIT, beelden
from doenvermogentoets_checks.termijnen.gevolgwoorden import gevolg_naam, gevolg_woorden, gezegd
from doenvermogentoets_checks.termijnen.ruimer import Klasse, Ruim, ruim
from doenvermogentoets_checks.termijnen.verlichting import lifted
from doenvermogentoets_checks.termijnen.wiens import PACKAGE
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel
from doenvermogentoets_checks.verzachting import verzachting
from doenvermogentoets_checks.zekerheid import onzeker

_OF_THEM = re.compile(r"\b(?:die|welke|dat)\s+\Z", re.I)  # «ontslagen die na die dag ingaan»: which, not too late
_CANNOT = re.compile(r"\s+kan\b", re.I)  # «niet binnen de gevraagde termijn kan worden geleverd»: nobody is late
_COLLECTS = re.compile(r"vordert\b[^.;]{0,60}\bin\b(?! strijd)|\b(?:invorderbaar|opeisbaar)\b", re.I)
_ASKED_FIRST = re.compile(
    r"\b(?:verzoek(?:t|en)? (?:van|om|door)|verzochte?|gevraagde?|uitgenodigd|uitnodiging|opgeroepen|gelegenheid|aanmaning|aangemaand)\b"
)
# what starts the term reaches a person as a letter
_LETTER = re.compile(
    r"\b(?:bekendmaking|bekendgemaakt|dagtekening|gedagtekend|verzending|verzonden|toezending|toegezonden|uitreiking|betekening|uitnodiging"
    r"|oproep(?:ing)?|aanmaning|aangemaand|kennisgeving|mededeling|aanschrijving|brief|beschikking|besluit|beslissing|aanslag|factuur)\b"
)


@over_mensen(Severity.WARNING)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of each such limit, and at sentences that punish lateness without naming the limit."""
    long_from, warn_to = options.number("lang-vanaf-dagen"), options.number("waarschuwen-tot-dagen")
    told: set[Span] = set()
    limits: list[Span] = []
    for beeld in beelden(dossier.bill):
        fatal = beeld.leidend is Leidend.FATAAL and not (beeld.termijn.dagen is not None and beeld.termijn.dagen >= long_from)
        if beeld.leidend is not None:
            # what stands in another lid is told there when nothing is told at a limit that names nobody
            told.update(c.norm.span for c in (*beeld.hard, *beeld.zacht) if fatal or beeld.genoemde or c.provision is beeld.provision)
        if fatal and not any(span.contains(beeld.termijn.kern) for span in limits):
            limits.append(beeld.termijn.span)  # «ten minste acht weken voor het einde»: one limit, read as two
            yield _hit(dossier.bill, beeld, warn_to)
    for limit in ruim(dossier.bill, Klasse.FATAAL):
        told.update(n.span for n in limit.provision.norms if n.span.start <= limit.span.start < n.span.end)
        yield _likely(limit)
    for nadeel in nadelen(dossier.bill):
        if nadeel.norm.span not in told and nadeel.norm.soort not in NO_LIMIT and nadeel.gebonden and nadeel.gevolg.zwaar:
            yield from _late(dossier, nadeel.provision, nadeel.norm, nadeel.gevolg)
    for venster in vensters(dossier):
        yield _unsaid(venster, venster.dagen < long_from)


def _unsaid(venster: Venster, short: bool) -> Hit:
    """A limit for applying, of which the text does not say what it costs to be later; ``short``: less than what is long enough."""
    document, unit = venster.document, venster.provision.unit
    asked = short and not venster.van_het_besluit and (venster.gebeurtenis is not None or (venster.voor_ieder and venster.mens))
    event = words(document, venster.gebeurtenis, 40) if venster.gebeurtenis is not None else ""
    why = (
        f"Bij «{event}» daalt het doenvermogen van vrijwel iedereen, terwijl de tijd dan loopt. "
        if event
        else "De tijd begint voor iedereen op dezelfde dag, zonder brief: wie er niet van hoort, weet niet dat zij loopt. "
        if venster.voor_ieder
        else ""
    )
    read = (
        "De tekst zegt niet of het verzoek of het besluit binnen die tijd moet vallen; geldt zij voor het besluit, dan moet het verzoek "
        "nog eerder. "
        if venster.van_het_besluit
        else ""
    )
    return Hit(
        document=document,
        unit=unit,
        span=venster.span,
        message=f"Aanvragen kan alleen «{words(document, venster.span)}»; wat geldt voor wie later is, staat er niet.",
        explanation=f"Ook zonder zin over verlies krijgt wie later komt meestal niets. {read}{why}{_searched(venster.provision)}",
        label="de tijd om aan te vragen",
        question=_unsaid_question(event, venster),
        ground=_GROUND,
        suggestions=(
            Suggestion("bepalen wat geldt voor wie later is, bijvoorbeeld dat de aanspraak dan later ingaat en niet vervalt"),
            Suggestion(
                "een verschoning toevoegen in de trant van Awb 6:11",
                insertion=f"Op een aanvraag die is ingediend na de termijn, bedoeld in {aangehaald(unit, unit)}, wordt toch beslist indien "
                "redelijkerwijs niet kan worden geoordeeld dat de aanvrager in verzuim is geweest.",
            ),
            Suggestion("wie het aangaat persoonlijk op de termijn wijzen, of ambtshalve toekennen als de overheid het feit al kent"),
        ),
        doubts=() if asked else (Doubt(_UNSAID),),
        lighter=_UNSAID,
        severity=Severity.SUGGESTION if asked else Severity.INFO,
        confidence=Confidence.MIDDEL,
    )


_UNSAID = "de tekst zegt niet wat te laat aanvragen kost"


def _unsaid_question(event: str, venster: Venster) -> str:
    if event:
        return f"Wat krijgt iemand die hier door wat er is gebeurd («{event}») pas na afloop van de termijn aan toekomt?"
    if venster.voor_ieder:
        return "Wat krijgt iemand die pas na afloop van de termijn van deze regeling hoort?"
    return "Wat krijgt iemand die ziek was of er niet van wist, en daardoor later aanvraagt?"


def _hit(bill: Analysis, beeld: Beeld, warn_to: float) -> Hit:
    consequence = beeld.hard[0]
    days = beeld.termijn.dagen
    also = beeld.ook(Leidend.FATAAL)
    sentences = [beeld.voluit.strip()] if beeld.voluit else []
    if consequence.waar is not Waar.LID:
        sentences.append(f"Het gevolg staat in {label(consequence.provision.unit)}.")
    if also:
        sentences.append(f"Daarbij: {listing(also)}.")
    sentences.append(_searched(beeld.provision, _partly(beeld)))
    elsewhere = elders_ingevuld(bill, consequence.provision)
    severe = beeld.zeker and consequence.gevolg.soort is not GevolgSoort.SCHORSING and (days is None or days <= warn_to)
    softer = verzachting(bill, beeld.provision, beeld.norm.span, consequence.gevolg.span) if severe else None
    completes = _completes(beeld.document, beeld.norm.span)
    if softer is not None:
        sentences.append(f"Dichtbij staat wel «{words(beeld.document, softer, 50)}»: of dat hierbij helpt, is aan de lezer.")
    return Hit(
        document=beeld.document,
        unit=beeld.provision.unit,
        span=beeld.termijn.kern,
        message=f"Wordt «{beeld.kern}» (termijn voor {beeld.wie}) niet gehaald, "
        f"dan volgt {gevolg_woorden(consequence)}; "
        f"{'in de tekst is geen uitweg' if _without_blame(beeld) else 'een uitweg is niet'} gevonden.",
        explanation=" ".join(sentences),
        doubts=_elders(beeld.document, elsewhere),
        label=f"termijn voor {beeld.wie}",
        annotations=(
            Annotation(beeld.document, consequence.gevolg.span, f"gevolg van te laat zijn ({label(consequence.provision.unit)})"),
        ),
        question=_question(beeld),
        ground=None if completes else _GROUND,
        suggestions=_suggestions(
            beeld.provision, consequence.provision, consequence.gevolg.soort, _in_drafting(bill, beeld), completes=completes
        ),
        lighter=_lighter(beeld, consequence.gevolg, softer),
        severity=Severity.INFO if elsewhere is not None else None if severe and softer is None else Severity.SUGGESTION,
    )


def _lighter(beeld: Beeld, gevolg: Gevolg, softer: Span | None) -> str:
    if softer is not None:
        return "er staat dichtbij iets dat kan helpen"
    if gevolg.soort is GevolgSoort.SCHORSING:
        return "een schorsing is nog ongedaan te maken"
    if not beeld.zeker:
        return "niet zeker is dat dit een burger treft, of dat het gevolg zonder meer volgt"
    return "de termijn is niet kort"


def _likely(limit: Ruim) -> Hit:
    return Hit(
        document=limit.document,
        unit=limit.provision.unit,
        span=limit.span,
        message=f"Wie «{words(limit.document, limit.span)}» niet haalt, lijkt hier iets te verliezen; een uitweg is niet gevonden.",
        explanation=_searched(limit.provision),
        label=f"termijn voor {limit.wie}",
        severity=Severity.SUGGESTION,
        confidence=Confidence.LAAG,
    )


def _question(beeld: Beeld) -> str | None:
    """A concrete person who misses this limit; ``None`` for the page's question."""
    if beeld.gebeurtenis is not None:
        event = words(beeld.document, beeld.gebeurtenis, 40)
        return f"Kan iemand dit regelen als dit net is gebeurd («{event}»), en wat als het hem een week later pas lukt?"
    if beeld.termijn.terugkerend:
        return "Wat gebeurt er met iemand die het één keer vergeet omdat hij in het ziekenhuis ligt?"
    if beeld.termijn.teruggerekend:
        return "Wat gebeurt er met iemand die het einde niet zag aankomen en een week te laat is?"
    if beeld.waarneming is not None:
        return "Wat gebeurt er met iemand die pas later merkt dat dit gemeld moest worden?"
    if _LETTER.search(beeld.document.text.small, beeld.termijn.kern.end, beeld.termijn.span.end) is not None:
        return "Wat gebeurt er met iemand die net zijn partner heeft verloren en de brief pas na afloop van de termijn opent?"
    return None


def _late(dossier: DossierAnalysis, provision: Provision, norm: Norm, gevolg: Gevolg) -> Iterator[Hit]:
    document = provision.document
    at = phrases(PACKAGE, "te-laat").first(document, norm.span)
    content = document.text.content
    if at is None or _OF_THEM.search(content, norm.span.start, at.start) is not None or _CANNOT.match(content, at.end) is not None:
        return
    if about_bodies(dossier.bill, provision) or not about_people(dossier.bill, provision):
        return
    hit_by_it = getroffene(dossier.bill, provision, norm)
    if document.text.content[at.start - 5 : at.start].lower() == "niet " or hit_by_it is None:
        return
    if _COLLECTS.match(content, gevolg.span.start, norm.span.end) is not None:
        return  # the debt itself is collected, nothing is added
    if of_another(dossier.bill, provision, norm.span):
        return  # «beslist binnen acht weken. Na afloop van deze termijn vervalt …»: somebody else was late
    if gevolg.soort is GevolgSoort.SCHORSING and lifted(dossier.bill, provision):
        return
    if gevolg.span.overlaps(at) or any(u.volledig for u in ways_out(dossier.bill, provision, norm, [gevolg])):
        return
    if ander_recht(dossier.bill, provision) is not None:
        return  # a judge or a party decides: what is late there, is a matter of procedure
    # without a person in the sentence it may be about others, and whoever was asked first has had his chance to mend it
    severe = (
        gevolg.soort is not GevolgSoort.SCHORSING
        and speaks_of_people(provision, norm.span)
        and onzeker(dossier.bill, provision, norm.span, gevolg.span) is None
        and _ASKED_FIRST.search(document.text.small, norm.span.start, norm.span.end) is None
    )
    wie = in_zin(dossier.bill, provision, norm.span) or hit_by_it
    elsewhere = elders_ingevuld(dossier.bill, provision)
    yield Hit(
        document=document,
        unit=provision.unit,
        span=at,
        message=f"Op te laat zijn («{words(document, at)}») volgt {gevolg_naam(gevolg.soort)} "
        f"(«{gezegd(document, gevolg.span, norm.span)}»); een uitweg is niet gevonden.",
        explanation=f"De zin verbindt een gevolg aan te laat zijn, zonder herstel of verschoning voor {wie}. {_searched(provision)}",
        doubts=_elders(document, elsewhere),
        label="te laat zijn",
        annotations=(Annotation(document, gevolg.span, "het gevolg"),),
        suggestions=_suggestions(provision, provision, gevolg.soort, wie, completes=_completes(document, norm.span)),
        ground=None if _completes(document, norm.span) else _GROUND,
        lighter="niet zeker is wie dit treft, en of hij eerst is gevraagd of gewaarschuwd",
        severity=Severity.INFO if elsewhere is not None else None if severe else Severity.SUGGESTION,
    )


def _elders(document: Document, elsewhere: Span | None) -> tuple[Doubt, ...]:
    """The doubt that other artikelen, which are not here, hold the way out."""
    return (Onzeker(Twijfel.ELDERS, elsewhere).told(document),) if elsewhere is not None else ()


def _partly(beeld: Beeld) -> str:
    partly = [u for u in beeld.uitwegen if not u.volledig and u.grond != _BLAME]
    kinds = listing(u.soort.value + (f" ({u.grond})" if u.grond else "") for u in partly)
    told = f" Wel gevonden, maar dat neemt het gevolg niet weg: {kinds}." if kinds else ""
    return told + (f" Een boete blijft vanzelf achterwege bij wie niets te verwijten valt ({_BLAME})." if _without_blame(beeld) else "")


_BLAME = "Awb 5:41"


def _without_blame(beeld: Beeld) -> bool:
    """Whether a fine is among what follows, which the Awb takes away where nobody is to blame."""
    return any(u.grond == _BLAME for u in beeld.uitwegen)


def _searched(provision: Provision, partly: str = "") -> str:
    where = searched(provision)
    return f"Gezocht naar herstel, verlenging, verschoning, verwijtbaarheid en hardheidsclausule in {where}: niet gevonden.{partly}"


# «vult zijn aanvraag aan», «een onvolledige aanvraag»: whoever applies too late has nothing to complete
_TO_COMPLETE = re.compile(r"\b(?:aan(?:ge)?vul\w*|aan te vullen|onvolledig\w*|ontbrek\w*)\b|\bvul(?:t|len)\b[^.;]{0,80}\baan\b")


def _completes(document: Document, zin: Span) -> bool:
    """Whether the limit is one to complete an application, for which Awb 4:5 is the measure."""
    return over_aanvraag(document, zin) and _TO_COMPLETE.search(document.text.small, zin.start, zin.end) is not None


_GROUND = "Ar 4.43, onder f; vergelijk Awb 6:7 (zes weken) en 6:11 (verschoning)"


def _in_drafting(bill: Analysis, beeld: Beeld) -> str:
    """Whose limit it is, for a new lid: where the sentence does not name him, whom the rest of the artikel or the text is about."""
    if beeld.wie != "de burger":
        return beeld.wie
    return in_zin(bill, beeld.provision, beeld.norm.span) or getroffene(bill, beeld.provision, beeld.norm) or "de betrokkene"


def _suggestions(limit: Provision, effect: Provision, soort: GevolgSoort, wie: str, *, completes: bool) -> tuple[Suggestion, ...]:
    """The wordings cite the limit and the effect from the artikel of the limit, where the new lid comes."""
    term, place = aangehaald(limit.unit, limit.unit), aangehaald(effect.unit, limit.unit)
    named = aangeduid(wie)
    first = (
        Suggestion(
            "een hersteltermijn toevoegen" + (" in de trant van Awb 4:5" if completes else ""),
            insertion=f"Het gevolg, bedoeld in {place}, treedt niet in dan nadat {named} de gelegenheid heeft gehad het verzuim te "
            "herstellen binnen een daartoe "
            "gestelde termijn van ten minste vier weken.",
        )
        if soort not in (GevolgSoort.VERVAL,)
        else Suggestion(
            "vooraf herinneren, zodat het recht niet ongemerkt vervalt",
            insertion=f"De termijn, bedoeld in {term}, verstrijkt niet eerder dan vier weken nadat {named} schriftelijk op het "
            "einde daarvan is gewezen.",
        )
    )
    return (
        first,
        Suggestion(
            "een verschoning toevoegen in de trant van Awb 6:11",
            insertion=f"Het gevolg, bedoeld in {place}, blijft achterwege indien redelijkerwijs niet kan worden geoordeeld dat "
            f"{named} in verzuim is geweest.",
        ),
        Suggestion("het gevolg beperken tot de periode of het deel waarop het verzuim ziet"),
        Suggestion("in de toelichting uitleggen waarom geen herstel of verschoning mogelijk is"),
    )

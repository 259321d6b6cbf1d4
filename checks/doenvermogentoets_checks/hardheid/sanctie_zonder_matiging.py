"""Recovery, fine, measure or reduction that must be imposed, without moderation, blame or urgent reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Suggestion
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.rechtsorde import buiten_awb
from doenvermogentoets.norms.waar import Waar
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import capital, listing, words
from doenvermogentoets_checks.hardheid import zaken, zeggen, zwaarte
from doenvermogentoets_checks.hardheid.clausule_voorstel import clause
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.wie import ONBEKEND
from doenvermogentoets_checks.hardheid.zaken import Zaak
from doenvermogentoets_checks.toelichting.beloofde_uitweg import missing_way_out

_NAAR = "dringende reden, verwijtbaarheid, matiging, afzien en hardheidsclausule"
# the page's ground without what the Awb says of fines only
_GROUND = (
    "Ar 4.43 (varianten, te verwachten conflicten); brief BZK 11 juli 2022 (uitleggen hoe hardheid wordt voorkomen); vergelijk Awb 3:4 "
    "(evenredigheid)"
)
_DAAD = {
    GevolgSoort.TERUGVORDERING: "van terugvordering",
    GevolgSoort.MAATREGEL: "van het opleggen van de maatregel",
    GevolgSoort.VERLAGING: "van verlaging",
    GevolgSoort.VERHOGING: "van de verhoging",
    GevolgSoort.VERREKENING: "van verrekening",
    GevolgSoort.INVORDERING: "van invordering",
}


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.SANCTIE`."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.SANCTIE):
        boete = GevolgSoort.BOETE in zaak.nadeel.soorten
        promise = _promise(dossier, zaak)
        if boete and _height_only(dossier, zaak):
            continue
        blind = _blind(zaak)
        light = (
            zwaarte.partly_softened(zaak)
            or (boete and not zaak.nadeel.vast)
            or (not boete and not zaak.recht_op_geld)
            or zaak.nadeel.soorten == {GevolgSoort.VERSCHULDIGD}
            or (zaak.wie == ONBEKEND and not zaak.verzuim)
            or zaak.wie.endswith(("instelling", "organisatie", "onderneming"))
            or ("subsidie" in zaak.wie and "natuurlijke perso" not in zaak.provision.document.text.content)
        )
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=Span(zaak.span.start, blind) if blind is not None else zaak.span,
            message=f"«{zeggen.quote(zaak)}»: verplicht, " + (_WHATEVER if blind is not None else _without(zaak)),
            explanation=zeggen.effect(zaak)
            + zeggen.because(zaak)
            + zeggen.search_report(zaak, _NAAR)
            + (_promised(zaak, promise) if promise is not None else zeggen.toelichting_report(zaak)),
            doubts=zwaarte.doubts(zaak, dossier),
            label=zaak.nadeel.gevolg.soort.value,
            question=_question(zaak),
            ground=None if boete else _GROUND,
            annotations=(*zeggen.places(zaak, dossier, told=promise is None), *_passage(promise)),
            suggestions=_suggestions(zaak, dossier),
            lighter=zwaarte.lighter(zaak),
            severity=zwaarte.severity(zaak, dossier, light=light),
        )


# «wordt teruggevorderd, ongeacht of hij dat wist»: what would count elsewhere is set aside in so many words
_BLIND = re.compile(
    r"[^.;:]{0,80}?\b(?:ongeacht|onverschillig)\b(?: of\b[^.;:]{0,80}?\b(?:wist(?:en)?|weten|begre(?:ep|pen)|begrijpen|bekend|kenbaar"
    r"|duidelijk|te goeder trouw|verwijt\w*|verweten|schuld\w*|toe te rekenen)\b"
    r"|[^.;:]{0,40}?\b(?:oorzaak|reden|schuld|verwijt\w*|goede trouw)\b)[^.;:,]*"
)
_WHATEVER = "en de tekst zegt zelf dat het niet uitmaakt wat iemand wist of hem te verwijten valt."


def _blind(zaak: Zaak) -> int | None:
    """Where the words end that set blame or good faith aside, right behind the effect."""
    found = _BLIND.match(zaak.provision.document.text.small, zaak.span.end, zaak.nadeel.norm.span.end)
    return found.end() if found is not None else None


def _question(zaak: Zaak) -> str | None:
    """The page asks of money that was paid out; nobody receives a fine or a surcharge by mistake of the authority."""
    kinds = zaak.nadeel.soorten
    if GevolgSoort.BOETE in kinds:
        return "Wat betekent dit voor iemand die zich heeft vergist, of die dit bedrag niet in één keer kan betalen?"
    if kinds & {GevolgSoort.TERUGVORDERING, GevolgSoort.VERREKENING, GevolgSoort.HERZIENING}:
        return None
    return "Wat betekent dit voor iemand die zich heeft vergist of er niets aan kon doen?"


def _without(zaak: Zaak) -> str:
    """What does not count; where the text does soften the effect in part, that is not denied."""
    own = [u.soort.value for u in zaak.netten if u.waar is not Waar.AWB]
    return f"met alleen {listing(own)} als verzachting." if own else "zonder dat ernst, verwijt of omstandigheden meetellen."


_promises: WeakKeyDictionary[DossierAnalysis, tuple[Hit, ...]] = WeakKeyDictionary()


def _promise(dossier: DossierAnalysis, zaak: Zaak) -> Hit | None:
    """The sentence of the toelichting that announces a way out of this effect, which the bill does not have."""
    explanation = dossier.explanation
    if explanation is None:
        return None
    if dossier not in _promises:
        _promises[dossier] = tuple(hit for zin in explanation.zinnen for hit in missing_way_out(dossier, explanation, zin))
    return next((hit for hit in _promises[dossier] if any(a.span.overlaps(zaak.span) for a in hit.annotations)), None)


def _promised(zaak: Zaak, promise: Hit) -> str:
    artikel = zaak.provision.unit.artikel
    here = f"artikel {artikel.number}" if artikel is not None and artikel.number else "deze bepaling"
    said = words(promise.document, promise.span, 160).rstrip(" .")
    return f" De toelichting noemt wel een uitweg («{said}»), maar {here} regelt die niet."


def _passage(promise: Hit | None) -> tuple[Annotation, ...]:
    return () if promise is None else (Annotation(promise.document, promise.span, "deze uitweg staat niet in het ontwerp"),)


_KAN_BOETE = re.compile(r"\b(?:kan|kunnen|bevoegd)\b[^.;]{0,160}\bboete\b", re.I)


def _height_only(dossier: DossierAnalysis, zaak: Zaak) -> bool:
    """«De boete bedraagt …» says how high a fine is that the artikel lets the authority impose or not."""
    document = zaak.provision.document
    if "bedraagt" not in document.text[zaak.span]:
        return False
    return any(_KAN_BOETE.search(document.text[p.span]) for p in dossier.bill.in_artikel(zaak.provision.unit))


def _suggestions(zaak: Zaak, dossier: DossierAnalysis) -> tuple[Suggestion, ...]:
    awb = not buiten_awb(zaak.provision.document, zaak.provision.unit)
    orgaan = capital(zeggen.organ(zaak.provision, dossier.bill))
    daad = _DAAD.get(zaak.nadeel.gevolg.soort, "daarvan")
    recovery = zaak.nadeel.gevolg.soort is GevolgSoort.TERUGVORDERING
    if GevolgSoort.BOETE in zaak.nadeel.soorten and not recovery:
        # in part, the Awb does it already and asks less for it: «bijzondere omstandigheden» (5:46, third paragraph)
        out = [
            Suggestion(
                "geheel afzien bij dringende redenen, zoals in de sociale zekerheid (vergelijk Participatiewet 18a, zevende lid)"
                + ("; een lagere boete geeft Awb 5:46 al" if awb else ""),
                insertion=f"{orgaan} kan afzien van het opleggen van de boete indien daarvoor dringende redenen aanwezig zijn.",
            )
        ]
    else:
        out = [
            Suggestion(
                "afzien bij dringende redenen, zoals in de sociale zekerheid" + (" (vergelijk WIA 77, zesde lid)" if recovery else ""),
                insertion=f"Indien daarvoor dringende redenen aanwezig zijn, kan {zeggen.in_sentence(orgaan)} geheel of "
                f"gedeeltelijk {daad} afzien.",
            )
        ]
    if recovery:
        out.append(
            zeggen.power(
                zaak,
                "een kan-bepaling, zodat het orgaan belangen afweegt (Awb 3:4; vergelijk Participatiewet 58, tweede lid)",
                f"{orgaan} kan het onverschuldigd betaalde geheel of gedeeltelijk terugvorderen.",
            )
        )
    elif zaak.nadeel.gevolg.soort is GevolgSoort.BOETE and zaak.nadeel.vast:
        # of a fixed amount the Awb only says that it is lowered in special circumstances: what is to be weighed, needs a maximum
        out.append(
            Suggestion(
                "een maximum in plaats van een vast bedrag, zodat de boete wordt afgestemd op ernst en verwijt"
                + (
                    " (Awb 5:46, tweede lid); bij een vast bedrag geldt van artikel 5:46 alleen de verlaging van het derde lid"
                    if awb
                    else " (vergelijk Awb 5:46, tweede lid)"
                ),
                example="… een bestuurlijke boete op van ten hoogste [bedrag]",
            )
        )
    else:
        fine = zaak.nadeel.gevolg.soort is GevolgSoort.BOETE
        known = "Awb 5:41 en 5:46 gelden al; alleen nodig als u meer wilt" if fine and awb else "vergelijk Awb 5:46, tweede lid"
        out.append(
            Suggestion(
                f"afstemmen op ernst, verwijt en omstandigheden ({known})",
                insertion=f"Bij de toepassing van {zeggen.hier(zaak)} wordt rekening gehouden met de ernst van de gedraging, "
                f"de mate waarin zij {zaak.wie} kan worden verweten en de "
                "omstandigheden waarin deze verkeert. Indien elke vorm van verwijtbaarheid ontbreekt, blijft toepassing van "
                f"{zeggen.hier(zaak)} achterwege.",
            )
        )
    return (*out, *clause(zaak, dossier))

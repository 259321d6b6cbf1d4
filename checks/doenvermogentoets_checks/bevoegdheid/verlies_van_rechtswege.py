"""A right that is lost by operation of law because something was missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Doubt, Hit, Severity, Suggestion
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, UitwegSoort
from doenvermogentoets.norms.uitweg import ways_out
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import capital, words
from doenvermogentoets_checks.hardheid import zaken, zeggen, zwaarte
from doenvermogentoets_checks.hardheid.clausule_voorstel import clause
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.raakt import raakt

_NAAR = "herstel, verschoning, een besluit vooraf en hardheidsclausule"


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.RECHTSWEGE`."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.RECHTSWEGE):
        orgaan = zeggen.organ(zaak.provision, dossier.bill)
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"Het verlies volgt vanzelf («{zeggen.quote(zaak)}»): er is geen besluit waarin iemand het geval bekijkt.",
            explanation=zeggen.effect(zaak)
            + zeggen.because(zaak)
            + " Zonder besluit is er ook niet zonder meer bezwaar en beroep mogelijk."
            + zeggen.search_report(zaak, _NAAR)
            + zeggen.toelichting_report(zaak),
            doubts=zwaarte.doubts(zaak, dossier),
            label="van rechtswege",
            annotations=zeggen.places(zaak, dossier),
            suggestions=(
                Suggestion(
                    "het gevolg aan een besluit binden in plaats van het te laten volgen, na gelegenheid tot herstel",
                    example=f"{capital(orgaan)} kan de aanspraak beëindigen, nadat {zaak.wie} de gelegenheid heeft gehad het verzuim "
                    "binnen [vier weken] te herstellen.",
                ),
                zeggen.excuse(zaak),
                *clause(zaak, dossier),
            ),
            lighter=zwaarte.lighter(zaak),
            severity=zwaarte.severity(zaak, dossier, light=zwaarte.partly_softened(zaak) or zwaarte.one_of_many(zaak)),
        )
    yield from _by_law(dossier)
    yield from _by_death(dossier)


# «Het recht op toelage eindigt met ingang van de dag na het overlijden van de hulpbehoevende»
_ENDS_AT_DEATH = re.compile(
    r"\b(?:recht|aanspraak|uitkering|toelage|toeslag|tegemoetkoming|vergoeding|voorziening|bijdrage)\b[^.;:]{0,60}?"
    r"\b(?:eindigt|vervalt|houdt op|stopt)\b(?: van rechtswege)? (?:met ingang van|op|vanaf) (?:de |het )"
    r"(?:dag|datum|tijdstip|moment)(?:(?: na| van)? (?:de dag van )?(?:het|diens) overlijden van (?:de|het|een) ([\w-]+)"
    r"|,? (?:waarop|volgend op de dag waarop) (?:de|het|een) ([\w-]+) (?:is overleden|overlijdt|overleden is))"
)
_ENTITLED = re.compile(
    r"\b(?:de|het|een|iedere|elke) ([\w-]+)(?:,? [^.;:]{0,80}?)? (?:heeft|hebben) (?:recht|aanspraak) op\b"
    r"|\b(?:recht|aanspraak) op [^.;:]{1,60}? (?:heeft|hebben) (?:de|het|een|iedere|elke) ([\w-]+)\b"
    r"|\bverstrekt (?:op aanvraag )?(?:aan )(?:de|het|een) ([\w-]+)\b"
)
_SOFT_END = re.compile(r"\b(?:uitloop\w*|overlijdensuitkering|nog gedurende|doorbetaald|loopt door|voortgezet na)\b")


def _by_death(dossier: DossierAnalysis) -> Iterator[Hit]:
    """A right that stops the very day after somebody else has died; information, unless the artikel lets it run on.

    That a right ends with the death of whoever had it, hits nobody: only the death of another than those who are entitled counts.
    """
    document = dossier.bill.document
    small = document.text.small
    entitled: set[str] | None = None
    for match in _ENDS_AT_DEATH.finditer(small):
        provision = dossier.bill.at(match.start())
        if provision is None:
            continue
        if entitled is None:
            entitled = {noun for m in _ENTITLED.finditer(small) for noun in m.groups() if noun}
        if not entitled or (match.group(1) or match.group(2)) in entitled:
            continue
        near = dossier.bill.in_artikel(provision.unit) or (provision,)
        if any(_SOFT_END.search(small, p.span.start, p.span.end) is not None for p in near):
            continue
        span = Span(*match.span())
        yield Hit(
            document=document,
            unit=provision.unit,
            span=span,
            message=f"Het recht stopt van de ene dag op de andere als een naaste sterft: «{words(document, span)}».",
            explanation="Wie achterblijft, moet juist dan zijn inkomen en werk regelen. Gezocht in dit artikel naar een uitloop: "
            "niet gevonden.",
            label="bij overlijden van een ander",
            question="Hoeveel tijd heeft wie achterblijft nodig, en waarom is een uitloop van enkele weken niet mogelijk?",
            suggestions=(
                Suggestion(
                    "een uitloop",
                    example="Het recht eindigt met ingang van de eerste dag van de [tweede] maand na die waarin [de naaste] is overleden.",
                ),
            ),
            severity=Severity.INFO,
        )


# «De aanspraak eindigt van rechtswege zodra de bewoner een schikking treft»: no omission, and still nobody looks at the case
_BY_LAW = re.compile(
    r"\b(?:recht|aanspraak|uitkering|toelage|toeslag|tegemoetkoming|vergoeding|voorziening|bijdrage|stipendium|beurs|subsidie|verstrekking"
    r"|inschrijving|huur|huurovereenkomst|gebruiksrecht|woonrecht|urgentie|indicatie|kwijtschelding|regeling|uitstel)\b(?:[^.;:]|\.(?=\d)){0,120}?"
    r"\b(?:eindigt|vervalt|houdt op|stopt) van rechtswege\b(?! niet)"
    r"|\b(?:eindigt|vervalt|stopt) (?:de|het|zijn|haar|dit|deze|die|dat) (?:[\w-]+ )?"
    r"(?:recht|aanspraak|\w*uitkering|\w*toelage|\w*toeslag|tegemoetkoming|\w*vergoeding|voorziening|\w*bijdrage|\w*beurs|subsidie"
    r"|verstrekking|inschrijving|\w*recht|urgentie|indicatie|kwijtschelding|uitstel)"
    r"(?: (?:op|van|voor) [^.;:,]{1,60}?)? van rechtswege\b(?! niet)"
)
# The natural end of a right, one that somebody chose, or one that gives way to another.
_MEANT = re.compile(
    r"\boverl(?:eden|ijden|ijdt)\b|\bleeftijd\b|\bop (?:eigen |zijn |haar |diens )?verzoek\b|\bopzegg\w+|\bopge(?:zegd"
    r"|heven)\b|\bvervanging\b"
    r"|\b(?:geldigheidsduur|looptijd|duur|periode|termijn) waarvoor\b|\bgeldigheidsduur\b|\bafstand (?:doet"
    r"|heeft gedaan) van (?:de|het|zijn|haar) "
    r"(?:recht|aanspraak|\w+)\b(?=[^.;:]{0,40}\bschriftelijk)|\bverl(?:eend|enging)\b|\bbenoem\w+|\blidmaatschap\b|\bmandaat\b|\bambt\b"
    r"|\bbevoegdheid\b|\bopnieuw (?:verleend|toegekend)\b|\bfusie\b|\bfailliet\w*|\brechtspersoon\b|\bonderneming\b|\bconcessie\b"
)


def _by_law(dossier: DossierAnalysis) -> Iterator[Hit]:
    """A right that ends by operation of law on something else than an omission.

    Information; a suggestion where the toelichting was read and gives no reason.
    """
    document, bill = dossier.bill.document, dossier.bill
    small = document.text.small
    reported = [z.nadeel.norm.span for z in zaken.zaken(dossier)]
    for match in _BY_LAW.finditer(small):
        provision = bill.at(match.start())
        span = Span(*match.span())
        if provision is None or any(s.overlaps(span) for s in reported):
            continue
        zin = provision.sentence_at(match.start())
        norm = next((n for n in provision.norms if n.span.overlaps(span)), None)
        if norm is None or not zin.contains(span) or _MEANT.search(small, zin.start, zin.end) is not None:
            continue
        if aanleiding(small[zin.start : zin.end]) in _NATURAL or raakt(dossier, provision, zin) is not None:
            continue
        full = [u for u in ways_out(bill, provision, norm, [Gevolg(GevolgSoort.VERVAL, span)]) if u.volledig]
        told = dossier.explanation.of(provision, norm) if dossier.explanation is not None else None
        silent = told is not None and not told.sufficient
        if (told is not None and told.complete) or any(u.soort is not UitwegSoort.HARDHEIDSCLAUSULE for u in full) or (full and not silent):
            continue
        orgaan = zeggen.organ(provision, bill)
        yield Hit(
            document=document,
            unit=provision.unit,
            span=span,
            message=f"Het verlies volgt vanzelf («{words(document, span)}»): er is geen besluit waarin iemand het geval bekijkt.",
            explanation="Zonder besluit is er ook niet zonder meer bezwaar en beroep mogelijk, en merkt wie het treft het vaak pas als er "
            "niet meer wordt betaald. Gezocht naar een besluit, een uitzondering en een hardheidsclausule voor deze bepaling: "
            + ("alleen de hardheidsclausule gevonden." if full else "niet gevonden.")
            + (" De toelichting geeft er geen reden voor." if silent else ""),
            label="van rechtswege",
            question="Voor wie pakt dit hard uit, en hoe merkt hij dat zijn recht is geëindigd?",
            suggestions=(
                Suggestion(
                    "het einde aan een besluit binden in plaats van het te laten volgen",
                    example=f"{capital(orgaan)} kan de aanspraak beëindigen indien [grond].",
                ),
                Suggestion("een uitloop, of gelegenheid om eerst te zeggen wat er aan de hand is"),
            ),
            doubts=() if silent and not full else (_CLAUSE if full else _NO_OMISSION,),
            lighter="het verlies volgt hier niet op een verzuim",
            severity=Severity.SUGGESTION if silent and not full else Severity.INFO,
        )


_NATURAL = frozenset({Aanleiding.VERZOEK, Aanleiding.PLAFOND, Aanleiding.EINDE, Aanleiding.SAMENLOOP, Aanleiding.OPZET})
_CLAUSE = Doubt("er is een hardheidsclausule die hiervoor geldt")
_NO_OMISSION = Doubt("het verlies volgt hier niet op een verzuim, en kan zo zijn bedoeld")

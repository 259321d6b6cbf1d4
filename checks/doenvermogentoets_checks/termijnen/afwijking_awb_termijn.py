"""TRM005: a safeguard or limit of the Awb is set aside or shortened, or an amendment shortens a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Analysis, DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Confidence, Hit, Severity, Suggestion
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.norms.rechtsorde import BES, buiten_awb
from doenvermogentoets.structure.labels import label
from doenvermogentoets_checks.buiten_awb import elders_geregeld
from doenvermogentoets_checks.common import capital, each_place_once, phrases, words
from doenvermogentoets_checks.hardheid.zeggen import organ
from doenvermogentoets_checks.raakt import weeg
from doenvermogentoets_checks.rang import naam
from doenvermogentoets_checks.schrappen import enige_inhoud, geen_uitstel
from doenvermogentoets_checks.termijnen.awb_maat import PAYMENT, PAYMENT_IN_A_POLICY, as_in_awb, may_be_people
from doenvermogentoets_checks.termijnen.awb_opzij import excluded, limits_act_excluded
from doenvermogentoets_checks.termijnen.beeld import Beeld, Leidend, aangeduid
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.inkorting import shortened
from doenvermogentoets_checks.termijnen.kort_rechtsmiddel import objection
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim
from doenvermogentoets_checks.termijnen.wiens import PACKAGE

# Tax that is paid with a return: no debt by a decision (Awb 4:86).
_ON_RETURN = re.compile(r"\b(?:aangifte|op aangifte)\b[^.;]{0,120}\b(?:betaald|voldaan|betaling|belasting)\b|\bop aangifte\b", re.I)

_REMINDED = "Awb 4:112 (twee weken na de aanmaning; een wettelijk voorschrift mag een andere termijn stellen, tweede lid) en 4:94 (uitstel)"


@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield hits for exclusions, for short limits of objection, appeal and payment, and for amendments that shorten."""
    document = dossier.bill.document
    for provision in dossier.bill.provisions:
        outside = buiten_awb(document, provision.unit)
        for norm in provision.norms or [Norm(Soort.TOEPASSELIJKHEID, s.span) for s in provision.passage.sentences]:
            if not outside:
                yield from excluded(dossier.bill, provision, norm)
            elif (hit := limits_act_excluded(dossier.bill, provision, norm)) is not None:
                yield hit  # the Algemene termijnenwet holds in the Caribbean Netherlands too (artikel 5a)
            if outside != BES:
                yield from objection(dossier, provision, norm)
    payment = PAYMENT_IN_A_POLICY if "beleidsregel" in naam(dossier.bill) else PAYMENT
    shortest = options.number("betaaltermijn-dagen")
    for beeld in beelden(dossier.bill):
        if beeld.leidend is not Leidend.AWB or not beeld.korter_dan(shortest) or _ON_RETURN.search(beeld.document.text[beeld.norm.span]):
            continue
        if elders_geregeld(dossier.bill, beeld.provision, beeld.norm.span):
            continue  # what two parties to a contract owe each other
        if buiten_awb(document, beeld.provision.unit):
            continue
        reminded = phrases(PACKAGE, "aanmaning").first(beeld.document, beeld.norm.span) is not None
        usual = "twee weken van Awb 4:112, na een aanmaning" if reminded else "zes weken van Awb 4:87"
        explicit = "4:87" in beeld.document.text[beeld.norm.span]
        room = (
            f"In hetzelfde artikel staat wel «{words(beeld.document, beeld.ruimte)}»."
            if beeld.ruimte is not None
            else "Gezocht naar uitstel of verlenging bij deze bepaling: niet gevonden."
        )
        hit = Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.termijn.kern,
            message=f"De betaaltermijn voor {beeld.wie} is «{beeld.kern}»: korter dan de {usual}.",
            explanation=f"{beeld.voluit}{room}" + (" De tekst wijkt met zoveel woorden af van Awb 4:87." if explicit else ""),
            label="betaaltermijn",
            ground=_REMINDED if reminded else payment,
            question="Waar haalt iemand dit bedrag binnen deze termijn vandaan als hij geen spaargeld heeft?",
            suggestions=(
                as_in_awb(
                    beeld.document, beeld.norm, beeld.termijn.kern, *(("twee weken", "4:112") if reminded else ("zes weken", "4:87"))
                ),
                _later(dossier.bill, beeld),
            ),
            severity=Severity.WARNING
            if (explicit and may_be_people(dossier.bill, beeld.provision, beeld.norm.span))
            or (beeld.zeker and not beeld.meer_tijd and beeld.korter_dan(29))
            else Severity.SUGGESTION,
        )
        yield weeg(dossier, hit) if hit.severity is Severity.SUGGESTION else hit
    for limit in ruim(dossier.bill, Klasse.BETALEN):
        if buiten_awb(document, limit.provision.unit):
            continue
        said = words(limit.document, limit.span)
        hit = Hit(
            document=limit.document,
            unit=limit.provision.unit,
            span=limit.span,
            message=f"De betaaltermijn voor {limit.wie} lijkt «{said}»: korter dan de zes weken van Awb 4:87.",
            explanation="Gezocht naar uitstel of verlenging bij deze bepaling: niet gevonden.",
            label="betaaltermijn",
            ground=payment,
            question="Waar haalt iemand dit bedrag binnen deze termijn vandaan als hij geen spaargeld heeft?",
            suggestions=(Suggestion("de termijn op zes weken stellen"),),
            severity=Severity.SUGGESTION,
            confidence=Confidence.LAAG,
        )
        yield weeg(dossier, hit)
    for amendment in document.amendments:
        yield from shortened(dossier, amendment)


def _later(bill: Analysis, beeld: Beeld) -> Suggestion:
    """A right to pay later; where the text bars that, it comes in the place of the bar and never beside it."""
    wording = (
        f"{capital(organ(beeld.provision, bill))} verleent {aangeduid(beeld.wie)} op verzoek uitstel van betaling of staat betaling in "
        "termijnen toe, afgestemd op de draagkracht, voor een daarbij te bepalen termijn."
    )
    barred = geen_uitstel(bill, beeld.provision)
    if barred is None:
        return Suggestion(
            "een recht op uitstel of een betalingsregeling toevoegen (Awb 4:94 geldt vanzelf, maar geeft alleen een bevoegdheid)",
            insertion=wording,
        )
    place = enige_inhoud(barred)
    if place is None or barred.provision.unit.artikel is not beeld.provision.unit.artikel:
        title = f"de uitsluiting van uitstel schrappen ({label(barred.provision.unit)}), en een recht op uitstel opnemen"
        return Suggestion(title, example=wording)
    title = "de uitsluiting van uitstel vervangen door een recht op uitstel of een betalingsregeling"
    return Suggestion(title, replacement=wording, at=place)

"""A way out that the toelichting describes and the bill does not have, or not for this (Ar 5.25, 5.26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets_checks.toelichting.ander_bereik import bereik, ruimer
from doenvermogentoets_checks.toelichting.beloofde_uitweg import missing_way_out
from doenvermogentoets_checks.toelichting.clausule_anders import clausule_anders
from doenvermogentoets_checks.toelichting.clausule_genoemd import ANDERE_WET, GEEN, GEVRAAGD, RUIM, geldt_nu, noemt, woorden
from doenvermogentoets_checks.toelichting.clausulebereik import geen_clausule, geen_uitweg
from doenvermogentoets_checks.toelichting.modaliteit import dwingend_gemaakt, genomen
from doenvermogentoets_checks.toelichting.vertelt import regels
from doenvermogentoets_checks.toelichting.wijzigingen import CLAUSULEWOORD, van_de_gewijzigde_wet

_BEVAT = re.compile(
    r"\b(?:bevat|kent|biedt) artikel\b|\bhardheidsclausule (?:in|van|uit) artikel\b|\bartikel \S+ (?:bevat|kent|biedt|is een)\b", re.I
)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    yield from regels(dossier, _gevonden(dossier))


def _gevonden(dossier: DossierAnalysis) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    found = clausules(dossier.bill)
    organs, altered = Organen(dossier.bill), dwingend_gemaakt(dossier)
    for zin in explanation.zinnen:
        if genomen(explanation, organs, zin, altered) is not None:
            continue  # tegenspraak-ruimte tells which words take it away
        denied = geen_clausule(dossier, explanation, zin, found) or geen_uitweg(dossier, explanation, zin)
        if denied is not None:
            yield denied
            continue
        wider = ruimer(dossier, explanation, zin, found)
        known = [wider] if wider is not None else []
        if not known and noemt(explanation, zin):
            told = _hardheidsclausule(dossier, explanation, zin, found)
            known = [told] if told is not None else []
        elif not known:
            known = list(missing_way_out(dossier, explanation, zin))
        other = clausule_anders(dossier, explanation, zin) if not known else None
        yield from known or ([other] if other is not None else [])


def _claims(zin: Zin) -> bool:
    """The sentence says that there is a clause, in this bill."""
    if GEEN.search(zin.text) or not geldt_nu(zin):
        return False
    return (
        re.search(
            r"\b(?:beroep (?:\w+ )?(?:doen )?op|op grond van|met|bevat|bevatten|kent|voorziet|opgenomen|geldt|krachtens|is er|toepassen|"
            r"toepassing van|biedt|bieden|bestaat|in staat)\b",
            zin.text,
            re.I,
        )
        is not None
    )


def _hardheidsclausule(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: tuple[Clausule, ...]) -> Hit | None:
    """A clause that the sentence names: the bill has none, has it elsewhere, for other artikelen, or not for what the passage is about."""
    match = woorden(zin)
    if (
        match is None
        or not (_claims(zin) or (RUIM.search(zin.text) and geldt_nu(zin) and not GEVRAAGD.search(zin.text)))
        or ANDERE_WET.search(zin.text.replace("de Dienst", ""))
    ):
        return None
    if not found:
        return _no_clause(dossier, explanation, zin)
    named = {t.artikel for r in explanation.cited_in(zin) for t in r.targets if t.artikel and not t.regeling}
    holders = {c.provision.unit.artikel.number for c in found if c.provision.unit.artikel is not None}
    if _BEVAT.search(zin.text) and named and not named & holders and not _lets_deviate(dossier, named):
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting wijst voor de hardheidsclausule naar artikel {min(named)}; zij staat in artikel {min(holders)}.",
            "Het genoemde artikel bevat geen hardheidsclausule. Het nummer kan verschoven zijn, of er is een andere bepaling bedoeld.",
            label="staat niet in dit artikel",
            annotations=(Annotation(dossier.bill.document, found[0].span, "hier staat de clausule"),),
        )
    reach = bereik(dossier, explanation, zin, found, named)
    if reach is not None:
        return reach
    return _excluded(dossier, explanation, zin, found, Span(zin.span.start + match.start(), zin.span.start + match.end()))


def _no_clause(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    if any(CLAUSULEWOORD.search(dossier.bill.document.text[p.span]) for p in dossier.bill.provisions):
        return None  # a clause in a shape that was not recognised
    if van_de_gewijzigde_wet(dossier, zin):
        return None  # the clause is that of the amended law
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        "De toelichting noemt een hardheidsclausule die niet in het ontwerp staat.",
        "Gezocht is in alle artikelen, ook in de slotbepalingen, naar «hardheid», «buiten toepassing laten», «onbillijkheid» en "
        "«schrijnend»: niet gevonden.",
        label="niet in het ontwerp",
    )


def _excluded(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: tuple[Clausule, ...], named: Span) -> Hit | None:
    """The passage sends whoever reads it to the clause for an artikel that the clause excludes; ``named``: the words for the clause."""
    excluded = [u.span for c in found for u in c.uitsluitingen if not _denied(zin)]
    if not excluded or not re.search(r"\bberoep\b|\bkan\b|\bkunnen\b", zin.text):
        return None
    cited = {t.artikel for r in explanation.references.get(zin.alinea, ()) for t in r.targets if t.artikel}
    own = {c.provision.unit.artikel.number for c in found if c.provision.unit.artikel is not None}
    for provision in _about(explanation, zin, own):
        artikel = provision.unit.artikel
        if artikel is None or artikel.number in own or (cited - own and artikel.number not in cited):
            continue
        if any(c.covers(provision.unit) for c in found):
            return None
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting wijst op de hardheidsclausule, maar die geldt niet voor {label(provision.unit)}.",
            "De clausule sluit artikelen uit, en de passage gaat over een daarvan. Wie erop vertrouwt, wordt afgewezen.",
            label="uitgesloten in het ontwerp",
            annotations=(
                Annotation(dossier.bill.document, excluded[0], "hier staat de uitsluiting"),
                Annotation(dossier.bill.document, provision.passage.span, "hierover gaat de passage"),
                Annotation(explanation.document, named, "beroep op de clausule"),
            ),
        )
    return None


def _lets_deviate(dossier: DossierAnalysis, numbers: set[str]) -> bool:
    """One of these artikelen lets somebody deviate, in words that were not recognised as a clause."""
    text = dossier.bill.document.text
    return any(
        re.search(r"\bafwijk|\bafgeweken\b|\baf te wijken\b|\bbuiten toepassing\b", text[p.span])
        for p in dossier.bill.provisions
        if p.unit.artikel is not None and p.unit.artikel.number in numbers
    )


def _denied(zin: Zin) -> bool:
    return re.search(r"\b(?:alleen|uitsluitend|beperkt|behalve|uitgezonderd)\b", zin.text, re.I) is not None


def _about(explanation: Explanation, zin: Zin, skip: set[str]) -> list[Provision]:
    """The provision that the paragraph is about: the best match of what precedes the sentence."""
    zinnen = list(explanation.zinnen_of(zin.alinea))
    at = zinnen.index(zin)
    words = frozenset().union(*(z.roots for z in zinnen[:at]))
    return [
        p
        for p, _ in explanation.related(words, 0.15)
        if p.unit.artikel is not None
        and p.unit.artikel.number not in skip
        and any(n.soort not in (Soort.DEFINITIE, Soort.SLOT) for n in p.norms)
    ][:1]

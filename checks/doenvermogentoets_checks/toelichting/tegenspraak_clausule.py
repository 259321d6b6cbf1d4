"""A way out that the toelichting describes and the bill does not have, or not for this (Ar 5.25, 5.26)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.vergelijking import doel
from doenvermogentoets.toelichting.words import root, roots
from doenvermogentoets_checks.common import listing
from doenvermogentoets_checks.toelichting.clausule_anders import clausule_anders
from doenvermogentoets_checks.toelichting.clausule_woorden import CRITERIUM
from doenvermogentoets_checks.toelichting.clausulebereik import (
    ander_artikel,
    buiten_bereik,
    een_van,
    geen_clausule,
    geen_uitweg,
    niet_gedekt,
    ook_voor,
    zonder_lid,
)
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, zegt_het_nu
from doenvermogentoets_checks.toelichting.modaliteit import dwingend_gemaakt, genomen
from doenvermogentoets_checks.toelichting.vertelt import regels
from doenvermogentoets_checks.toelichting.wijzigingen import CLAUSULEWOORD, van_de_gewijzigde_wet

_SURE = 0.8  # from this chance on a sentence is about the artikel of the clause
_BEVAT = re.compile(
    r"\b(?:bevat|kent|biedt) artikel\b|\bhardheidsclausule (?:in|van|uit) artikel\b|\bartikel \S+ (?:bevat|kent|biedt|is een)\b", re.I
)
_CLAUSULE = re.compile(
    r"\bhardheids(?:clausule|bepaling)\b|\bvangnetbepaling\b|\bonbillijkhe(?:id|den) van overwegende aard\b"
    r"|\bin (?:\w+ ){0,2}schrijnende (?:gevallen|situaties)\b(?=[^.;]{0,80}\b(?:afwijken|afgeweken|buiten toepassing))",
    re.I,
)
# Words that give the clause the whole regulation or every case, and words that keep it to something.
_RUIM = re.compile(
    r"\b(?:hele|gehele|volledige) (?:\w+ )?(?:wet|regeling|verordening|besluit|voorstel|titel|hoofdstuk|paragraaf|afdeling)\b"
    r"|\b(?:wet|regeling|verordening|besluit) als geheel\b"
    r"|\b(?:alle|elk|elke|ieder|iedere) (?:\w+ )?(?:artikel(?:en)?|bepaling(?:en)?|onderde(?:el|len)"
    r"|verplichting(?:en)?|eis(?:en)?|voorwaarden?|regels?|voorschrift(?:en)?"
    r"|termijn(?:en)?"
    r"|geval(?:len)?|situaties?|besluit(?:en)?)\b|\bvoor alles\b|\bover de hele linie\b|\bin alle opzichten\b|\bzonder beperking\b"
    r"|\b(?:van|aan) (?:het bepaalde|de bepalingen|de regels|de voorschriften|de voorwaarden|de eisen) (?:in|van|bij of krachtens|uit)"
    r" (?:de|deze|dit|het) (?:wet|regeling|verordening|besluit)\b(?! (?:van|op))|\bwelke (?:bepaling|voorwaarde|eis|regel) (?:dan )?ook\b"
    r"|\b(?:deze|de) (?:wet|regeling|verordening) (?:geheel of gedeeltelijk |in zijn geheel |in haar geheel )?buiten toepassing\b"
    r"|\bop alle (?:onderdelen|punten)\b|\béén of meer(?:dere)? (?:bepalingen|artikelen|voorwaarden)\b"
    r"|\bvan deze (?:wet|regeling|verordening) af\w*|\baltijd\b[^.;]{0,60}\bafwijken\b",
    re.I,
)
_GEVRAAGD = re.compile(r"\b(?:gevraagd|vroeg(?:en)?|vragen|vraagt|bepleit\w*|gepleit|wens\w*|voorstel van)\b", re.I)
_SMAL = re.compile(r"\b(?:alleen|uitsluitend|slechts|enkel|beperkt)\b", re.I)
_GEEN = re.compile(
    r"\b(?:geen|niet|zonder|evenmin|noch)\b[^.;,]{0,60}\bhardheidsclausule\b|\bhardheidsclausule\b[^.;]{0,80}\b(?:niet|geen|achterwege|"
    r"overbodig|vervalt|afgezien|zou)\b",
    re.I,
)
_ANDERE_WET = re.compile(r"\b(?:van de|in de|uit de) (?:[A-Z][\w-]+)|\bAwir\b|\bAwb\b|\bAwr\b|\bPw\b|\b[Dd]e algemene hardheidsclausule\b")
# What the toelichting says one can fall back on, and the words that must then stand in the bill.
_UITWEGEN: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "van {topic} kan worden afgezien",
        re.compile(
            r"\b(?:kan|kunnen)\b[^.;]{0,90}\b(?:afzien|worden afgezien|achterwege (?:laten|blijven))\b|\bvan (?:de )?\w+ing "
            r"kan\b[^.;]{0,80}\b(?:afzien|worden afgezien)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:afzien|afgezien|afziet|dringende redenen?|achterwege (?:laten|blijven)|matigen|kwijtschelden|bijzondere "
            r"omstandigheden)\b",
            re.I,
        ),
    ),
    (
        "de termijn alsnog kan worden gehaald of verlengd",
        re.compile(
            r"\b(?:krijgt|krijgen|ontvangt|ontvangen|kan|kunnen|heeft|hebben)\b[^.;]{0,60}\b(?:daarna|dan)? ?(?:nog )?(?:\w+ )"
            r"?(?:weken|dagen|maanden)\b[^.;]{0,30}\balsnog\b",
            re.I,
        ),
        re.compile(r"\b(?:alsnog|aanmaning|herinner\w*|herstel\w*|aanvul\w*|aan te vullen|gelegenheid)\b", re.I),
    ),
)
_TOPIC = re.compile(
    r"\b(?:terugvordering|invordering|boete|verlaging|intrekking|schorsing|weigering|maatregel|korting|beëindiging|"
    r"verlenging|verlengen|verrekening)\w*",
    re.I,
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
        wider = _wider(dossier, explanation, zin, found)
        known = [wider] if wider is not None else []
        if not known and _named(explanation, zin):
            told = _hardheidsclausule(dossier, explanation, zin, found)
            known = [told] if told is not None else []
        elif not known:
            known = list(missing_way_out(dossier, explanation, zin))
        other = clausule_anders(dossier, explanation, zin) if not known else None
        yield from known or ([other] if other is not None else [])


def _wider(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: tuple[Clausule, ...]) -> Hit | None:
    """A sentence that goes on about the one clause of the bill, and gives it more than it covers."""
    clausule = _samen(found)
    if clausule is None or not _zegt_nu(zin) or _GEVRAAGD.search(zin.text) or _ANDERE_WET.search(zin.text):
        return None
    reach, more = clausule.reikwijdte, len({c.provision for c in found}) > 1
    if clausule.algemeen is not None or reach is None:
        return None
    wide = _RUIM.search(zin.text) if _AFWIJKEN.search(zin.text) and not re.search(r"\b(?:niet|geen)\b", zin.text) else None
    other = None if wide is not None else ook_voor(dossier, explanation, zin, clausule)
    if wide is None and other is None and _AFWIJKEN.search(zin.text):
        other = een_van(dossier, explanation, zin, clausule) or ander_artikel(dossier, explanation, zin, clausule)
    said_for = niet_gedekt(dossier, explanation, zin, clausule) if wide is None and other is None else None
    other = other or said_for
    if more and (other is None or any(other is c.provision for c in found)):
        return None  # of several clauses one may be wide, and the passage may be about the other
    part = zonder_lid(explanation, zin, clausule) if wide is None and other is None and not more else None
    if part is not None and part.unit.artikel is not None:
        return _heel_artikel(dossier, explanation, zin, clausule, part)
    if (wide is None and other is None) or (said_for is None and not _of_the_clause(explanation, zin, found)):
        return None
    covered = dossier.bill.document.text[reach]
    here = naam(clausule.provision.unit)
    said = f"een ruim bereik («{wide.group(0)}»)" if wide is not None else "ook een bereik buiten die artikelen"
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting geeft de hardheidsclausule {said}; {here} noemt alleen {covered}{_ook_niet(found, clausule)}.",
        "Wie op de toelichting afgaat, doet een beroep op een clausule die voor zijn geval niet is geschreven.",
        label="ander bereik dan het ontwerp",
        annotations=(
            Annotation(dossier.bill.document, clausule.zin, "de clausule"),
            *([Annotation(dossier.bill.document, other.passage.span, "hierover gaat de passage")] if other is not None else []),
        ),
    )


def _heel_artikel(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule, part: Provision) -> Hit:
    """The toelichting names an artikel, and the clause only a lid of it."""
    covered = dossier.bill.document.text[clausule.reikwijdte] if clausule.reikwijdte is not None else ""
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting kan van heel {label(part.unit.artikel or part.unit)} worden afgeweken; "
        f"{naam(clausule.provision.unit)} noemt alleen {covered}. Geldt de clausule ook voor {label(part.unit)}?",
        "Wie op de toelichting afgaat, doet een beroep op een clausule die voor zijn geval niet is geschreven.",
        label="ander bereik dan het ontwerp",
        annotations=(
            Annotation(dossier.bill.document, clausule.zin, "de clausule"),
            Annotation(dossier.bill.document, part.passage.span, "dit lid staat er niet bij"),
        ),
        lighter="de toelichting kan het lid ook om de lengte hebben weggelaten",
        severity=Severity.SUGGESTION,
    )


def _samen(found: Sequence[Clausule]) -> Clausule | None:
    """The clause, or the one that is called so with all that it and the others cover; ``None`` if one has no artikelen or exceptions."""
    if len({c.provision for c in found}) < _MEER:
        return found[0] if found else None
    if any(c.algemeen is not None or c.reikwijdte is None or c.uitsluitingen for c in found):
        return None
    called = [c for c in found if c.provision.unit.artikel is not None and _CLAUSULE.search(c.provision.unit.artikel.heading or "")]
    units = frozenset(u for c in found for u in c.units)
    return replace((called or list(found))[0], units=units)


_MEER = 2


def _ook_niet(found: Sequence[Clausule], clausule: Clausule) -> str:
    """«, en ook artikel 6, vierde lid, geldt daarvoor niet»: the other clauses."""
    others = list(dict.fromkeys(c.provision.unit for c in found if c.provision is not clausule.provision))
    if len(others) < _MEER:
        return f", en ook {naam(others[0])} geldt daarvoor niet" if others else ""
    return f", en ook {listing([label(u) for u in others])} gelden daarvoor niet"


def _zegt_nu(zin: Zin) -> bool:
    return zegt_het_nu(CRITERIUM.sub("", zin.text))


def _named(explanation: Explanation, zin: Zin) -> bool:
    return _CLAUSULE.search(zin.text) is not None or _goes_on(explanation, zin)


_AFWIJKEN = re.compile(r"\b(?:afwijken|afgeweken|af te wijken|buiten toepassing)\b", re.I)

_ZIET_AF = re.compile(r"\b(?:kan|kunnen|mag)\b[^.;]{0,90}\b(?:afzien|afgezien|achterwege)\b", re.I)


def _of_the_clause(explanation: Explanation, zin: Zin, found: tuple[Clausule, ...]) -> bool:
    """The sentence before tells the clause, or is about its artikel: «dat kan hij ook als …»."""
    at = explanation.position(zin)
    zinnen = explanation.zinnen_of(zin.alinea)

    def tells(one: Zin) -> bool:
        if _CLAUSULE.search(one.text):
            return True
        target = doel(explanation, one)
        if target is None or target.zeker < _SURE:
            return False
        deviates = _AFWIJKEN.search(one.text) is not None or _ZIET_AF.search(one.text) is not None
        return any(p is c.provision or (deviates and c.covers(p.unit)) for c in found for p in target.provisions)

    return any(tells(z) for z in (zin, *zinnen[max(0, at - 1) : at]))


_DE_CLAUSULE = re.compile(r"\b(?:de|deze) (?:clausule|bepaling)\b", re.I)
_ZIJ = re.compile(r"(?:Deze|Zij|Die) (?:geldt|strekt|ziet|beslaat|omvat|bestrijkt|reikt)\b")


def _goes_on(explanation: Explanation, zin: Zin) -> bool:
    """«De clausule geldt voor …» after a sentence about the hardheidsclausule."""
    at = explanation.position(zin)
    before = explanation.zinnen_of(zin.alinea)[max(0, at - 2) : at]
    if _DE_CLAUSULE.search(zin.text) is not None:
        return any(_CLAUSULE.search(z.text) for z in before)
    return (
        _ZIJ.match(zin.text) is not None
        and _RUIM.search(zin.text) is not None
        and bool(before)
        and _CLAUSULE.search(before[-1].text) is not None
    )


def _claims(zin: Zin) -> bool:
    """The sentence says that there is a clause, in this bill."""
    if _GEEN.search(zin.text) or not _zegt_nu(zin):
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
    match = _CLAUSULE.search(zin.text) or _DE_CLAUSULE.search(zin.text) or _ZIJ.match(zin.text)
    if (
        match is None
        or not (_claims(zin) or (_RUIM.search(zin.text) and _zegt_nu(zin) and not _GEVRAAGD.search(zin.text)))
        or _ANDERE_WET.search(zin.text.replace("de Dienst", ""))
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
    reach = _reach(dossier, explanation, zin, found, named)
    if reach is not None:
        clausule, message = reach
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            message,
            "Wie op de toelichting afgaat, doet een beroep op een clausule die voor zijn geval niet is geschreven, of laat het na.",
            label="ander bereik dan het ontwerp",
            annotations=(Annotation(dossier.bill.document, clausule.zin, "de clausule"),),
        )
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


def _reach(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: tuple[Clausule, ...], named: set[str]
) -> tuple[Clausule, str] | None:
    """The clause and the message, when the toelichting gives it a wider or a narrower reach than the bill does."""
    clausule = _samen(found)
    if clausule is None:
        return None
    more = len({c.provision for c in found}) > 1
    here = naam(clausule.provision.unit)
    wide = None if more or _GEEN.search(zin.text) or re.search(r"\b(?:niet|geen)\b", zin.text) else _RUIM.search(zin.text)
    if wide is not None and not _SMAL.search(zin.text[: wide.start()]):
        if clausule.algemeen is None and clausule.reikwijdte is not None:
            words = dossier.bill.document.text[clausule.reikwijdte]
            return clausule, f"De toelichting geeft de hardheidsclausule een ruim bereik («{wide.group(0)}»); {here} noemt alleen {words}."
        if clausule.uitsluitingen:
            return clausule, f"De toelichting geeft de hardheidsclausule een ruim bereik («{wide.group(0)}»); {here} sluit gevallen uit."
    outside = None if _SMAL.search(zin.text) else buiten_bereik(dossier, explanation, zin, clausule)
    if outside is not None:
        return (
            clausule,
            f"De toelichting noemt de hardheidsclausule ook voor {outside}; {here} geldt daarvoor niet{_ook_niet(found, clausule)}.",
        )
    own = {clausule.provision.unit.artikel.number} if clausule.provision.unit.artikel is not None else set()
    if clausule.algemeen is not None and not clausule.uitsluitingen and named - own and _SMAL.search(zin.text):
        what = dossier.bill.document.text[clausule.algemeen]
        return clausule, f"De toelichting beperkt de hardheidsclausule tot artikel {min(named - own)}; {here} geldt voor «{what}»."
    return None


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


def missing_way_out(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Iterator[Hit]:
    """A way out that a sentence announces, while no provision about its subject has it."""
    if zin.alinea.section.artikelsgewijs or _named(explanation, zin) or _GEVRAAGD.search(zin.text):
        return
    topic = _TOPIC.search(zin.text)
    if topic is None or not over_het_ontwerp(zin) or re.search(r"\b(?:niet|geen)\b", zin.text):
        return
    if any(t.regeling for r in explanation.cited_in(zin) for t in r.targets):
        return  # it speaks of another law
    for claim, announced, needed in _UITWEGEN:
        match = announced.search(zin.text)
        if match is None:
            continue
        stem = root(topic.group(0).lower())
        about = [p for p in dossier.bill.provisions if stem in explanation.provision_roots[p]]
        artikelen = list(dict.fromkeys(p.unit.artikel for p in about if p.unit.artikel is not None))
        if not about or len(artikelen) > 4:
            continue
        if any(n.bevoegdheid == "discretionair" for p in about for n in p.norms):
            continue  # who may, may also not
        if any(c.covers(p.unit) for c in clausules(dossier.bill) for p in about):
            continue
        text = dossier.bill.document.text
        if any(needed.search(text[p.span]) for a in artikelen for p in dossier.bill.in_artikel(a)) or _softened(dossier, stem, needed):
            continue
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting zegt dat {claim.format(topic=topic.group(0).lower())}; in {naam(about[0].unit)} staat dat niet.",
            f"Gezocht is in elk artikel dat over {topic.group(0).lower()} gaat, en in bepalingen die daarnaar verwijzen: niet gevonden.",
            label="niet in het ontwerp",
            annotations=tuple(Annotation(dossier.bill.document, p.passage.span, "hier zou de uitweg staan") for p in about[:2]),
        )
        return


def _softened(dossier: DossierAnalysis, stem: str, needed: re.Pattern[str]) -> bool:
    """A provision elsewhere speaks of the same decision and has the words."""
    text = dossier.bill.document.text
    return any(stem in roots(text[p.span]) and needed.search(text[p.span]) for p in dossier.bill.provisions)

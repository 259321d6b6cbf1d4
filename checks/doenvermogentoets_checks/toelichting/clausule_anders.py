"""A way out of the rule told otherwise than the bill has it: it has none, or for other artikelen, cases or people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.structure.labels import label
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.words import root
from doenvermogentoets_checks.common import capital, words
from doenvermogentoets_checks.toelichting.afwijkbepaling import Afwijkbepaling, afwijkbepalingen
from doenvermogentoets_checks.toelichting.clausule_woorden import CLAUSULE, lijsten
from doenvermogentoets_checks.toelichting.clausule_zin import (
    KAN_NIET,
    NIET,
    buiten_voorwaarde,
    continues,
    delen,
    opens_way_out,
    paren,
    zacht_gezegd,
    zegt_nu,
)
from doenvermogentoets_checks.toelichting.lezen import naam
from doenvermogentoets_checks.toelichting.onbekend import kent, raakt, zeggend
from doenvermogentoets_checks.toelichting.uitzondering_onbekend import dichtbij, waarover
from doenvermogentoets_checks.toelichting.wijzigingen import van_de_gewijzigde_wet

_QUOTED = 110
_ALLEEN = re.compile(
    r"\b(?:uitsluitend|alleen|slechts|enkel)\b (?:\w+ ){0,2}?(?:voor|op|bij|over)\b(?P<wat>[^.,;]{4,120})"
    r"|^(?:Alleen|Slechts|Uitsluitend|Enkel) (?P<wie>[^.,;]{4,80}?) (?:kan|kunnen|mag|mogen)\b",
    re.I,
)
_NIET_VOOR = re.compile(
    r"\b(?:voor|op|bij|over) (?P<a>[^.,;]{4,70}?) (?:is|geldt|gelden|kan|biedt|ziet|strekt) (?:zij|deze|hij|de \w+)\b[^.;]{0,20}\bniet\b"
    r"|\b(?:geldt|ziet|strekt|is) (?:\w+ ){0,2}?niet (?:\w+ ){0,2}?(?:voor|op|over) (?P<b>[^.,;]{4,70})",
    re.I,
)
_ONTHEFFING = re.compile(r"\b(?:ontheffing|vrijstelling|dispensatie)\b", re.I)
_IS_ER = re.compile(
    r"^(?!.*\b(?:ontbre\w+|buiten|verval\w*|overbodig|achterwege|niet|geen|zonder)\b).*\b(?:is|biedt|bevat|kent|opgenomen|getroffen)\b",
    re.I,
)
_HARD = re.compile(r"hardheid|onbillijk|schrijnend|\bbuiten toepassing\b|\bafwijken\b|\bafgeweken\b", re.I)
# What limits it to some cases or people.
_INDIEN = re.compile(
    r"\b(?:indien|als (?:de|het|een|gevolg)|voor zover|mits|wanneer|ten behoeve van|voor (?:een|de|het|[\w-]+s|[\w-]+en) |wegens"
    r"|aan (?:een|de) [\w-]+ (?:die|met|van)|in gevallen waarin)"
)
_MAYBE = 0.05  # from this chance on a provision may be what the sentence is about
# For what the clause is, not for whom.
_DOEL = re.compile(r"\b(?:gelet op|gezien|met het oog op)\b[^,.;]*|\ben dit\b", re.I)
_ARTIKEL = re.compile(r"\bartikel(?:en)? \d[\w.]*(?:(?:, | en )(?:artikel )?\d[\w.]*)*")
_STERK = 3  # provisions of the bill, at most, that have a word that tells which of them is meant


def clausule_anders(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """What a sentence tells of a way out, where the bill has it otherwise or not at all."""
    if not zegt_nu(zin):
        return None
    tells = opens_way_out(zin)
    named = CLAUSULE.search(zin.text) is not None
    goes_on = continues(explanation, zin)
    exempts = _ONTHEFFING.search(zin.text) is not None
    if not exempts and not tells and not named and not goes_on and not zacht_gezegd(zin) and not _cites(explanation, zin):
        return None
    uitwegen = afwijkbepalingen(dossier.bill)
    near = [u for u in uitwegen if u.provision.unit.artikel in dichtbij(explanation, zin)]
    if not near and (named or goes_on) and len(uitwegen) == 1:
        near = list(uitwegen)
    if not near and tells:
        near = [u for u in uitwegen if any(u.covers(p.unit) for p, share in explanation.shares(zin).items() if share >= _MAYBE)]
    if not near and _ONTHEFFING.search(zin.text) and not NIET.search(buiten_voorwaarde(zin.text)):
        near = [u for u in uitwegen if _ONTHEFFING.search(dossier.bill.document.text[u.provision.span])]
        near = near if len(near) == 1 else []
    if not near and tells and lijsten().bijzonder.search(zin.text) and len(uitwegen) == 1:
        near = list(uitwegen)
    denied = _geweigerd(dossier, explanation, zin) if tells or exempts else None
    if denied is not None:
        return denied
    for uitweg in near[:2]:
        hit = _ongeacht(dossier, explanation, zin, uitweg) or _nog_een(dossier, explanation, zin, uitweg)
        hit = hit or _ruimer(dossier, explanation, zin, uitweg) or _smaller(dossier, explanation, zin, uitweg)
        if hit is not None:
            return hit
    if not near and (tells or zacht_gezegd(zin) or (named and _IS_ER.search(zin.text) is not None)):
        return _ontbreekt(dossier, explanation, zin, named)
    return None


def _ontbreekt(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, named: bool) -> Hit | None:
    """«In schrijnende gevallen kan daarvan worden afgezien», where nothing in the bill lets anybody."""
    if lijsten().bijzonder.search(zin.text) is None or clausules(dossier.bill) or _cites(explanation, zin):
        return None
    if named and van_de_gewijzigde_wet(dossier, zin):
        return None
    provision = waarover(explanation, zin)
    if provision is None:
        return None
    text = dossier.bill.document.text
    own = _sterk(explanation, zin)
    artikelen = dichtbij(explanation, zin) | ({provision.unit.artikel} if provision.unit.artikel is not None else set())
    for p in dossier.bill.provisions:
        if (_HARD if named else lijsten().zacht).search(text[p.span]) and (
            named or p.unit.artikel in artikelen or own & explanation.provision_roots[p]
        ):
            return None
    if any(n.bevoegdheid == "discretionair" and n.belastend for n in provision.norms):
        return None
    return _hit(
        dossier,
        explanation,
        zin,
        provision,
        "De toelichting zegt dat in bijzondere gevallen van de regel kan worden afgeweken; het ontwerp bevat zo'n bepaling niet. "
        f"{capital(naam(provision.unit))} zegt: «{words(dossier.bill.document, provision.passage.span, _QUOTED)}». "
        "Klopt dat met elkaar?",
        "niet in het ontwerp",
    )


_WEIGERT = re.compile(
    r"\b(?:ontheffing|vrijstelling|uitzondering|afwijking|kwijtschelding)\b[^.;]{0,60}\b(?:wordt"
    r"|worden|is|zijn) (?:niet|nimmer) (?:verleend|mogelijk"
    r"|toegestaan|gemaakt)\b|\b(?:wordt|worden) geen (?:ontheffing|vrijstelling|uitzondering|kwijtschelding)(?:en)?\b",
    re.I,
)


def _geweigerd(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«In schrijnende gevallen kan ontheffing worden verleend», where a lid says that none is given."""
    if KAN_NIET.search(zin.text):
        return None
    text = dossier.bill.document.text
    for p in dossier.bill.provisions:
        match = _WEIGERT.search(text[p.span])
        if match is None or re.search(r"\b(?:indien|als|tenzij|dan|voor zover|wanneer)\b", text[p.span]):
            continue
        what = match.group(0).split()[-1 if match.group(0).lower().startswith(("wordt", "worden")) else 0].lower()
        if what[:8] in zin.text.lower():
            return _met(dossier, explanation, zin, Afwijkbepaling(p, None, frozenset()), f"noemt de mogelijkheid van {what}")
    return None


def _sterk(explanation: Explanation, zin: Zin) -> frozenset[str]:
    """The roots of a sentence that few provisions have."""
    found = (root(w) for w in zeggend(zin.text))
    return frozenset(w for w in found if 0 < len(explanation.by_words.having(w)) <= _STERK)


def _cites(explanation: Explanation, zin: Zin) -> bool:
    return bool(explanation.cited_in(zin))


def _beperkt(dossier: DossierAnalysis, uitweg: Afwijkbepaling) -> frozenset[str]:
    """The roots of what limits the way out to some cases or people."""
    text = _DOEL.sub("", dossier.bill.document.text[uitweg.provision.span])
    found = _INDIEN.search(text)
    if found is None:
        return frozenset()
    limits = [w for w in zeggend(text[found.start() :]) if root(w) not in lijsten().criterium]
    return frozenset(root(w) for w in limits) | frozenset(w.lower() for w in limits)


def _ongeacht(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, uitweg: Afwijkbepaling) -> Hit | None:
    """«Door welke oorzaak dan ook», where the way out is for some cases only."""
    match = lijsten().ongeacht.search(zin.text)
    if (
        match is None
        or NIET.search(zin.text[: match.start()])
        or len(_beperkt(dossier, uitweg)) < 2
        or not (opens_way_out(zin) or continues(explanation, zin) or _cites(explanation, zin) or _ONTHEFFING.search(zin.text))
    ):
        return None
    return _met(dossier, explanation, zin, uitweg, f"maakt de uitweg los van een voorwaarde («{match.group(0).strip()}»)")


def _nog_een(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, uitweg: Afwijkbepaling) -> Hit | None:
    """«Bij langdurige ziekte of mantelzorg», where the way out is for illness and the bill has no word of the other."""
    limits = _beperkt(dossier, uitweg)
    if len(limits) < 1 or not (opens_way_out(zin) or CLAUSULE.search(zin.text) or _cites(explanation, zin) or _ONTHEFFING.search(zin.text)):
        return None
    for one, other in paren(zin.text):
        for part, beside in ((one, other), (other, one)):
            if _vreemd(dossier, part, limits) and any(raakt(w, limits) for w in zeggend(beside)):
                return _met(dossier, explanation, zin, uitweg, f"noemt ook «{part}»")
    also = _OOK.search(zin.text)
    if also is not None and _vreemd(dossier, also.group("wat"), limits) and NIET.search(buiten_voorwaarde(zin.text)) is None:
        return _met(dossier, explanation, zin, uitweg, f"noemt ook «{also.group('wat').strip()}»")
    return None


_OOK = re.compile(r"\bkan ook\b[^.;]{0,60}\b(?:als|wanneer|indien|voor|bij) (?P<wat>[^.;]{4,120})", re.I)


def _vreemd(dossier: DossierAnalysis, part: str, limits: frozenset[str]) -> bool:
    """A part has a word that the bill does not know, and none of what limits the way out."""
    told = [w for w in zeggend(part) if root(w) not in lijsten().criterium]
    return any(len(w) >= _WOORD and not kent(dossier.bill, w) for w in told) and not any(raakt(w, limits) for w in told)


_WOORD = 7


def _ruimer(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, uitweg: Afwijkbepaling) -> Hit | None:
    """More of the bill than the way out covers: all of it, or one thing beside what it covers."""
    of_the_clause = continues(explanation, zin) or _cites(explanation, zin) or CLAUSULE.search(zin.text) is not None
    of_the_clause = of_the_clause or lijsten().bijzonder.search(zin.text) is not None or _ONTHEFFING.search(zin.text) is not None
    if not uitweg.beperkt or not (
        opens_way_out(zin) or (of_the_clause and lijsten().weg.search(zin.text) and not KAN_NIET.search(zin.text))
    ):
        return None
    wide = lijsten().ruim.search(zin.text)
    if wide is not None and re.search(r"\bartikel\b|\blid\b", dossier.bill.document.text[uitweg.provision.span]):
        return _met(dossier, explanation, zin, uitweg, f"geeft de uitweg een ruim bereik («{wide.group(0)}»)")
    outside = next(_buiten(dossier, explanation, zin, uitweg, of_the_clause), None)
    if outside is None:
        return None
    part, provision = outside
    return _met(dossier, explanation, zin, uitweg, f"noemt ook «{part}» (daarover gaat {label(provision.unit)})", provision)


def _buiten(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, uitweg: Afwijkbepaling, alleen: bool
) -> Iterator[tuple[str, Provision]]:
    """The parts of a sentence that are about a provision outside the clause, beside a part that is about one inside.

    With ``alleen`` nothing need be about one inside: the sentence is of the clause.
    """
    others = [p for p in dossier.bill.provisions if p is not uitweg.provision]
    inside = [p for p in others if uitweg.covers(p.unit)]
    outside = [
        p
        for p in others
        if not uitweg.covers(p.unit) and not all(n.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for n in p.norms)
    ]
    within = frozenset[str]().union(*(_wide(explanation, p) for p in inside))
    own = explanation.provision_roots[uitweg.provision] | lijsten().criterium
    parts = list(delen(zin.text))
    told = [[w for w in zeggend(said) if root(w) not in own] for _, said in parts]
    beside = any(raakt(w, within) for t in told for w in t)
    if not beside and not alleen:
        return
    for (part, _), mine in zip(parts, told, strict=True):
        strange = [w for w in mine if not raakt(w, within)]
        having = {w: [p for p in outside if raakt(w, _wide(explanation, p))] for w in strange}
        strong = [found for found in having.values() if 0 < len(found) <= _STERK]
        meant = [p for found in strong for p in found]
        if len(strong) >= (1 if beside or _OOK_VAN.search(zin.text) else 2) and not _zelf_een_uitweg(dossier, zin, meant):
            yield part, strong[0][0]


# «afzien», «af te zien», «afgezien» and «ziet … af» are one act.
_DADEN = tuple(
    re.compile(p, re.I)
    for p in (
        r"\b(?:afzien|afgezien|af te zien)\b|\bziet\b[^.;]{0,80}\baf\b",
        r"\b(?:afwijken|afgeweken|af te wijken)\b|\bwijkt\b[^.;]{0,80}\baf\b",
        r"\bmatig\w*",
        r"\bkwijt\w*",
        r"\bontheff\w*",
        r"\b(?:vrijstel\w*|vrijgesteld|vrij te stellen)\b",
        r"\bverminder\w*",
        r"\bachterwege\b",
        r"\bbuiten toepassing\b",
    )
)


def _zelf_een_uitweg(dossier: DossierAnalysis, zin: Zin, provisions: Sequence[Provision]) -> bool:
    """One of the provisions lets somebody do what the sentence tells: that is the way out that is meant, not the clause."""
    text = dossier.bill.document.text
    said = [daad for daad in _DADEN if daad.search(zin.text)]
    return any(lijsten().mag.search(text[p.span]) and any(daad.search(text[p.span]) for daad in said) for p in provisions)


_OOK_VAN = re.compile(r"\b(?:ook|eveneens|zelfs|evenzeer|tevens)\b", re.I)


def _wide(explanation: Explanation, provision: Provision) -> frozenset[str]:
    """The roots of a provision and of the heading of its artikel."""
    artikel = provision.unit.artikel
    heading = explanation.by_words.headings.get(artikel, frozenset()) if artikel is not None else frozenset()
    return explanation.provision_roots[provision] | heading


def _smaller(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, uitweg: Afwijkbepaling) -> Hit | None:
    """«Uitsluitend voor de herplant», where the clause covers another artikel too; «daarvoor is zij niet geschreven», where it is."""
    if (uitweg.clausule is not None and uitweg.clausule.uitsluitingen) or not uitweg.beperkt:
        return None
    inside = [p for p in dossier.bill.provisions if p is not uitweg.provision and uitweg.covers(p.unit)]
    artikelen: dict[Unit, frozenset[str]] = {}
    for p in inside:
        if p.unit.artikel is not None:
            artikelen[p.unit.artikel] = artikelen.get(p.unit.artikel, frozenset()) | _wide(explanation, p)
    if not 2 <= len(artikelen) <= _STERK:
        return None
    denied = _NIET_VOOR.search(zin.text)
    if denied is not None:
        what = denied.group("a") or denied.group("b")
        if any(all(raakt(w, r) for w in zeggend(what)) for r in artikelen.values()) and zeggend(what):
            return _met(dossier, explanation, zin, uitweg, f"sluit «{what.strip()}» uit")
    only = _ALLEEN.search(zin.text)
    if only is None:
        return None
    numbers = {n for m in _ARTIKEL.finditer(only.group(0)) for n in re.findall(r"\d[\w.]*", m.group(0))}
    if numbers and numbers < {a.number for a in artikelen}:
        return _met(dossier, explanation, zin, uitweg, f"beperkt de uitweg («{only.group(0).strip()}»)")
    told = zeggend(only.group("wat") or only.group("wie"))
    missing = [a for a, r in artikelen.items() if not any(raakt(w, r) for w in told)]
    if missing and len(missing) < len(artikelen):
        return _met(dossier, explanation, zin, uitweg, f"beperkt de uitweg («{only.group(0).strip()}»)")
    return None


def _met(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, uitweg: Afwijkbepaling, said: str, other: Provision | None = None
) -> Hit:
    p = uitweg.provision
    return _hit(
        dossier,
        explanation,
        zin,
        p,
        f"De toelichting {said}; {naam(p.unit)} zegt: «{words(dossier.bill.document, p.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "ander bereik dan het ontwerp",
        other,
    )


def _hit(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, p: Provision, message: str, name: str, other: Provision | None = None
) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        message,
        "Wie op de toelichting afgaat, doet een beroep op een uitweg die voor zijn geval niet is geschreven, of laat het na.",
        label=name,
        annotations=(
            Annotation(dossier.bill.document, p.passage.span, "zo staat het in het ontwerp"),
            *([Annotation(dossier.bill.document, other.passage.span, "hierover gaat de passage")] if other is not None else []),
        ),
        lighter=_NERGENS if name == "niet in het ontwerp" else "de clausule is er wel; het gaat om hoe ver zij reikt",
        severity=Severity.SUGGESTION,
    )


_NERGENS = "de uitweg kan ook in een andere regeling staan"

"""A hardship clause that the toelichting denies while the bill has it, or invokes for an effect that it does not cover."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.hardheidsclausule import Clausule
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.words import concepts, root
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp

_REGELING = r"(?:wet|wetsvoorstel|voorstel|regeling|besluit|verordening|ontwerp)"
_KENT = re.compile(
    rf"\b(?:kent|bevat|biedt|heeft) (?:de|het|dit|deze) {_REGELING}\b|\b(?:de|het|dit|deze) {_REGELING} (?:kent|bevat|biedt|heeft)\b"
    rf"|\bin (?:de|het|dit|deze) {_REGELING} (?:is|zijn|staat)\b",
    re.I,
)
_CLAUSULE = (
    r"(?:hardheids(?:clausule|bepaling)|vangnetbepaling|afwijkingsmogelijkheid|(?:mogelijkheid|bevoegdheid) om (?:\w+ ){0,4}af te wijken"
    r"|(?:voorziening|uitzondering|regeling|uitweg) voor (?:\w+ )?(?:bijzondere|schrijnende|uitzonderlijke|individuele|onvoorziene)"
    r" (?:gevallen|situaties|omstandigheden))"
)
_ONTKENT = re.compile(
    rf"\bgeen (?:\w+ )?{_CLAUSULE}\b|\b{_CLAUSULE}\b[^.;:,]{{0,50}}\b(?:niet|ontbreekt|achterwege)\b|\bzonder {_CLAUSULE}\b", re.I
)
# Of another or a wider clause, or only of a part, it can be true.
_BEPERKT = re.compile(
    r"\b(?:algemene|ruimere?|bredere?|verdere|andere?|afzonderlijke|aparte|nieuwe?|huidige|artikel(?:en)?|alleen|slechts|wat betreft"
    r"|ten aanzien|waar het|zover|zou|zouden)\b",
    re.I,
)
# What a clause can be invoked for, as a reader would name it.
_NAMEN: Mapping[str, str] = {
    "=boete": "de boete",
    "=terugbetalen": "de terugvordering",
    "=te_laat": "een gemiste termijn",
    "=intrekken": "de intrekking",
    "=weigeren": "de weigering",
    "=verlagen": "de verlaging",
    "=schorsen": "de opschorting",
}
_BEROEP = re.compile(r"\b(?:kan|kunnen|beroep|ook|biedt|bieden|uitkomst)\b", re.I)
_NIET = re.compile(r"\b(?:niet|geen|behalve|uitgezonderd|anders dan|in plaats van)\b", re.I)


def geen_clausule(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: Sequence[Clausule]) -> Hit | None:
    """«Een voorziening voor bijzondere gevallen kent de regeling niet», where the bill has a hardship clause."""
    if not found or _ONTKENT.search(zin.text) is None or _KENT.search(zin.text) is None or _BEPERKT.search(zin.text):
        return None
    if not over_het_ontwerp(zin) or any(zin.span.contains(r.span) for r in explanation.references.get(zin.alinea, ())):
        return None
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting is er geen hardheidsclausule; {naam(found[0].provision.unit)} bevat er een.",
        "Wie op de toelichting afgaat, doet geen beroep op een clausule die er wel is.",
        label="staat wel in het ontwerp",
        annotations=(Annotation(dossier.bill.document, found[0].span, "de clausule"),),
    )


def buiten_bereik(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule) -> str | None:
    """The effect that a sentence names beside the clause and that only stands in artikelen which the clause does not cover."""
    if clausule.algemeen is not None or clausule.reikwijdte is None or _NIET.search(zin.text) or not _BEROEP.search(zin.text):
        return None
    covered: set[str] = set()
    outside: set[str] = set()
    for provision in dossier.bill.provisions:
        if provision is not clausule.provision:
            (covered if clausule.covers(provision.unit) else outside).update(explanation.provision_roots[provision])
    told = concepts(zin.text)
    return next((name for key, name in _NAMEN.items() if key in told and key in outside and key not in covered), None)


_OOK = re.compile(r"^(?:Ook|Hetzelfde|Dezelfde)\b|\b(?:kan|kunnen|geldt|biedt)\b[^.;]{0,30}\book\b", re.I)
_ALGEMEEN = frozenset({"=te_laat", "artikel", "besluit", "bepal", "bijsonder", "gefal", "toepas", "afwijk", "minister", "kan"})


def ook_voor(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule) -> Provision | None:
    """The provision outside the clause that a sentence says it is for too («dat kan ook als …»), by its words."""
    if (
        clausule.algemeen is not None
        or clausule.reikwijdte is None
        or _NIET.search(_VOOR_WIE.sub("", zin.text))
        or not _OOK.search(zin.text)
    ):
        return None
    own = explanation.provision_roots[clausule.provision] | _ALGEMEEN
    weights = explanation.weights
    told = zin.roots - own
    told |= {first for word in told if word not in weights and (first := _begin(explanation, word))}

    def weight(p: Provision) -> float:
        return weights.of(told & explanation.provision_roots[p])

    others = [p for p in dossier.bill.provisions if p is not clausule.provision and weight(p)]
    outside = max((p for p in others if not clausule.covers(p.unit)), key=weight, default=None)
    inside = max((weight(p) for p in others if clausule.covers(p.unit)), default=0.0)
    if outside is None or weight(outside) <= inside:
        return None
    asks = any(
        n.soort not in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for p in dossier.bill.in_artikel(outside.unit) for n in p.norms
    )
    return outside if asks else None


def _begin(explanation: Explanation, word: str) -> str:
    """The word of the bill that a compound of the toelichting begins with: «taaleis» as «taal»."""
    begins = (root(word[:n]) for n in range(len(word) - _REST_OF, _SHORTEST - 1, -1))
    return next((b for b in begins if b in explanation.weights), "")


_SHORTEST, _REST_OF = 4, 2  # letters of that word, and at least of what follows it
# «wanneer iemand niet kan leren lezen»: a denial in the condition says nothing of the clause.
_VOOR_WIE = re.compile(r"\b(?:als|indien|wanneer|die|wie|wiens)\b[^.;]*", re.I)

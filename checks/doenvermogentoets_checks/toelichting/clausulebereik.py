"""A hardship clause that the toelichting denies while the bill has it, or invokes for an effect that it does not cover."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import gelijk
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.words import concepts, root, roots
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.eisen import heeft
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp
from doenvermogentoets_checks.toelichting.onbekend import zeggend

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
_NIET_OPGENOMEN = re.compile(
    rf"\b(?:[Ee]en|[Dd]e) {_CLAUSULE} (?:is|wordt|ontbreekt)\b[^.;:,]{{0,40}}(?:\bniet (?:opgenomen"
    rf"|nodig)|\bin (?:de|het|dit|deze) {_REGELING})"
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
# A time limit in a provision, whoever must act: «wordt binnen dertig dagen aangevraagd», «voor 1 november».
_TERMIJN = re.compile(
    r"\bbinnen (?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|veertien|dertig|\w+ig|\w+ien) "
    r"(?:\w+ )?(?:uren|uur|dag|dagen|werkdagen|week|weken|maand|maanden|jaar)\b|\bbinnen de (?:\w+ )?\w*termijn\b|\buiterlijk\b"
    r"|\b(?:voor|vóór) \d",
    re.I,
)
_BEROEP = re.compile(r"\b(?:kan|kunnen|beroep|ook|biedt|bieden|uitkomst)\b", re.I)
_NIET = re.compile(r"\b(?:niet|geen|behalve|uitgezonderd|anders dan|in plaats van)\b", re.I)


def geen_clausule(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, found: Sequence[Clausule]) -> Hit | None:
    """«Een voorziening voor bijzondere gevallen kent de regeling niet», where the bill has a hardship clause."""
    if _ONTKENT.search(zin.text) is None or (_KENT.search(zin.text) is None and _NIET_OPGENOMEN.search(zin.text) is None):
        return None
    own = [c.provision for c in found] or _met_criterium(dossier)
    if not own or _BEPERKT.search(zin.text):
        return None
    if not over_het_ontwerp(zin) or explanation.cited_in(zin):
        return None
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting is er geen hardheidsclausule; {naam(own[0].unit)} bevat er een.",
        "Wie op de toelichting afgaat, doet geen beroep op een clausule die er wel is.",
        label="staat wel in het ontwerp",
        annotations=(Annotation(dossier.bill.document, found[0].span if found else own[0].passage.span, "de clausule"),),
    )


_KAN, _CRITERIUM = re.compile(r"\bkan\b", re.I), re.compile(r"\bonbillijkhe(?:id|den) van overwegende aard\b", re.I)
_END = re.compile(r";|\.(?!\d)")


def _kan_bij_criterium(text: str) -> bool:
    """«Kan» and behind it, in the same sentence, the criterion of a hardship clause."""
    first = ((part, _KAN.search(part)) for part in _END.split(text))
    return any(kan is not None and _CRITERIUM.search(part, kan.end()) is not None for part, kan in first)


def _met_criterium(dossier: DossierAnalysis) -> list[Provision]:
    """Provisions with the criterion of a hardship clause that let somebody remit or pay, without setting a rule aside."""
    text = dossier.bill.document.text
    return [p for p in dossier.bill.provisions if _kan_bij_criterium(text[p.span])]


# A way out of one rule that a sentence denies, in whatever words.
_UITWEG = r"(?:af te zien|af te wijken|afwijken|ontheffing|vrijstelling|uitzondering(?:en)?|kwijt te schelden|te matigen|afwijking)"
_GEEN_UITWEG = re.compile(
    rf"\b(?:mogelijkheid|bevoegdheid|ruimte|grondslag)\b[^.;:]{{0,110}}\b{_UITWEG}\b[^.;:]{{0,40}}\b(?:niet|ontbreekt|achterwege)\b"
    rf"|\b(?:kent|bevat|biedt|bestaat|is)\b[^.;:]{{0,30}}\bgeen (?:\w+ )?(?:mogelijkheid"
    rf"|bevoegdheid|ruimte|grondslag)\b[^.;:]{{0,110}}\b{_UITWEG}\b"
    r"|\b(?:[Ee]en )?(?:uitzondering|ontheffing|vrijstelling|afwijking)(?: \w+)? (?:is|zijn"
    r"|wordt|worden) (?:\w+ )?(?:niet (?:mogelijk|verleend|gegeven|toegestaan)|uitgesloten)\b"
)
_GEEFT = re.compile(
    r"\b(?:kan|kunnen)\b(?:[^.;]|\.\d){0,220}\b(?:afzien|af te zien|ontheffing"
    r"|vrijstelling|afwijken|buiten toepassing|kwijtschelden|matigen)\b"
    r"|\bwij(?:kt|ken) af van artikel\b|\bziet\b[^.;]{0,80}\baf\b[^.;]{0,40}\b(?:indien"
    r"|als)\b|\bop (?:verzoek|aanvraag)\b[^.;]{0,60}\bontheffing\b"
)
_ELDERS = re.compile(
    r"\b(?:wet|Wet|richtlijn|verdrag|Awb|rechter|huidige|oude|vorige|voorheen"
    r"|zou|zouden)\b|\b(?:als|indien|wanneer|tenzij|behalve|meer|langer)\b"
)


def geen_uitweg(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Een uitzondering is niet mogelijk», where a lid gives one for the artikel that the sentence is about."""
    match = _GEEN_UITWEG.search(zin.text)
    if match is None or _ELDERS.search(zin.text) or not over_het_ontwerp(zin):
        return None
    shares = explanation.shares(zin)
    near = {p.unit.artikel for p, share in shares.items() if share >= _NABIJ and p.unit.artikel is not None}
    text = dossier.bill.document.text
    told = {w for w in zeggend(zin.text) if len(w) > _KORT and not _WEG.match(w)}
    numbers = {a.number for a in near}
    kind = _SOORT.search(match.group(0))
    likely = {a for a in near if sum(share for p, share in shares.items() if p.unit.artikel is a) >= _ZEKER}
    for p in dossier.bill.provisions:
        here = text[p.span]
        if _GEEFT.search(here) is None or _GEEFT_NIET.search(here):
            continue
        of_near = any(
            re.search(rf"\bartikel(?:en)? (?:\d[\w.]*(?:, | en | of )(?:artikel )?)*{re.escape(n)}\b(?!\.\d)", here) for n in numbers
        )
        shared = sum(heeft(here, w) for w in told)
        inside = p.unit.artikel in near
        same = kind is not None and p.unit.artikel in likely and kind.group(0).lower()[:_DEEL] in here.lower()
        if not same and not ((inside and shared) or (of_near and (shared or len(numbers) < _TWEE)) or shared > 1):
            continue
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"Volgens de toelichting kan er niet worden afgeweken («{match.group(0)}»); {naam(p.unit)} geeft die mogelijkheid: "
            f"«{words(dossier.bill.document, p.passage.span, _QUOTED)}». Klopt dat met elkaar?",
            "Wie op de toelichting afgaat, vraagt niet om een uitweg die er wel is.",
            label="staat wel in het ontwerp",
            annotations=(Annotation(dossier.bill.document, p.passage.span, "de uitweg"),),
            lighter="de ontwerptekst is hier ruimer dan de toelichting",
            severity=Severity.SUGGESTION,
        )
    return None


_GEEFT_NIET = re.compile(
    r"\b(?:kan|kunnen)\b[^.;]{0,60}\b(?:niet|geen)\b[^.;]{0,60}\b(?:ontheffing|vrijstelling|afwijken|afzien)\b|\bwordt niet\b"
)
_WEG = re.compile(
    r"(?:mogelijk|uitzonder|ontheff|vrijstel|afwijk|opgenomen|geval|bijzonder|regeling|bewust|bevoegdheid|ruimte|grondslag)", re.I
)
_SOORT = re.compile(r"\b(?:ontheff|vrijstel|afwijk|kwijt|matig)\w*", re.I)
_ZEKER, _DEEL = 0.5, 6
_NABIJ, _KORT, _TWEE, _QUOTED = 0.15, 4, 3, 110


def buiten_bereik(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule) -> str | None:
    """The effect that a sentence names beside the clause and that only stands in artikelen which the clause does not cover."""
    if clausule.algemeen is not None or clausule.reikwijdte is None or _NIET.search(zin.text) or not _BEROEP.search(zin.text):
        return None
    covered: set[str] = set()
    outside: set[str] = set()
    own = {c.provision for c in clausules(dossier.bill)}
    for provision in dossier.bill.provisions:
        if provision in own:
            continue
        covers = clausule.covers(provision.unit)
        (covered if covers else outside).update(explanation.provision_roots[provision])
        if covers and (any(n.termijnen for n in provision.norms) or _TERMIJN.search(dossier.bill.document.text[provision.span])):
            covered.add("=te_laat")  # who may set a time limit aside, may do so for whoever missed it
    told = concepts(zin.text)
    return next((name for key, name in _NAMEN.items() if key in told and key in outside and key not in covered), None)


_OOK = re.compile(r"^(?:Ook|Hetzelfde|Dezelfde)\b|\b(?:kan|kunnen|geldt|biedt)\b[^.;]{0,30}\book\b", re.I)
# Under the heading of the clause itself every further case is one of the clause: «maar evenzeer bij de verrekening», «biedt daarnaast
# uitkomst aan wie …».
_EVENZEER = re.compile(
    r"\b(?:evenzeer|eveneens|evengoed|tevens|daarnaast|net zo goed|ook)\b(?! (?:al|dan|niet|de rechter)\b)[^.;]{0,40}"
    r"\b(?:bij|voor|aan|op|in geval van)\b",
    re.I,
)


# «kan daarop eveneens een beroep doen», «met een beroep op dit artikel»: the clause that was just told, for one more case.
_DAAROP = re.compile(
    r"\b(?:daarop|hierop|op (?:dit|dat) artikel|op (?:die|deze) (?:bepaling|clausule|voorziening))\b[^.;]{0,40}"
    r"\b(?:eveneens|ook|tevens|evenzeer|evengoed)\b"
    r"|\b(?:eveneens|ook|tevens|evenzeer|evengoed)\b[^.;]{0,40}"
    r"\b(?:daarop|hierop|op (?:dit|dat) artikel|op (?:die|deze) (?:bepaling|clausule|voorziening))\b",
    re.I,
)


def _ook(explanation: Explanation, zin: Zin, clausule: Clausule) -> bool:
    """The sentence names one more case of the clause."""
    if _OOK.search(zin.text) or ("beroep" in zin.text and _DAAROP.search(zin.text)):
        return True
    return _EVENZEER.search(zin.text) is not None and _onder_eigen_kop(explanation, zin, clausule)


def _onder_eigen_kop(explanation: Explanation, zin: Zin, clausule: Clausule) -> bool:
    """The sentence stands under the heading of the artikel of the clause, and that heading names no other artikel."""
    holder = clausule.provision.unit.artikel
    section = zin.alinea.section
    return holder is not None and section in explanation.articles.get(holder, ()) and len({p.artikel for p in section.places}) == 1


def _met_zijn_termijn(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule) -> Provision | None:
    """«aan wie binnen twee jaar opnieuw aanvraagt»: the one provision with that length of time, and none that the clause covers has it."""
    said = [h for h in hoeveelheden(zin.text) if h.maat == "duur"]
    having = [
        p
        for p, found in explanation.quantities.by_provision.items()
        if _rules(p) and any(gelijk(one, h) for one in said for h in found if h.maat == "duur")
    ]
    return having[0] if len(having) == 1 and not clausule.covers(having[0].unit) and having[0] is not clausule.provision else None


_ALGEMEEN = frozenset({"=te_laat", "artikel", "besluit", "bepal", "bijsonder", "gefal", "toepas", "afwijk", "minister", "kan"})


def ook_voor(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule) -> Provision | None:
    """The provision outside the clause that a sentence says it is for too («dat kan ook als …»), by its words."""
    if (
        clausule.algemeen is not None
        or clausule.reikwijdte is None
        or _NIET.search(_NALATEN.sub("", _VOOR_WIE.sub("", zin.text)))
        or not _ook(explanation, zin, clausule)
    ):
        return None
    if not _OOK.search(zin.text):
        by_length = _met_zijn_termijn(dossier, explanation, zin, clausule)
        if by_length is not None:
            return by_length
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
    headings = explanation.by_words.headings.get(outside.unit.artikel, frozenset()) if outside.unit.artikel is not None else frozenset()
    shared = {word for word in told & explanation.provision_roots[outside] if not word.startswith("=")}
    if not _OOK.search(zin.text) and len(shared) < _SAMEN and not told & headings:
        return None  # «evenzeer bij ziekte»: a word that a provision happens to have does not make it the one that is meant
    asks = any(
        n.soort not in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for p in dossier.bill.in_artikel(outside.unit) for n in p.norms
    )
    return outside if asks else None


# What the authority may deviate from, told as a list: «zowel de inkomensgrens als de vermogensgrens», «de eis van X en die van Y».
_VAN_ALLES = re.compile(
    r"\bzowel (?:van |aan )?(?P<a>[^,.;]{3,60}?),? (?:als|en ook)(?: van| aan)? (?P<b>[^,.;]{3,60})"
    r"|\bniet alleen (?:van )?(?P<c>[^,.;]{3,60}?),? maar ook(?: van)? (?P<d>[^,.;]{3,60})"
    r"|\bvan (?P<e>(?:de|het) [^,.;]{3,40}?) en (?:ook )?(?:van )?(?P<f>(?:de|het|die) [^,.;]{3,50})",
    re.I,
)
_AF = re.compile(r"\b(?:buiten toepassing|afwijken|afgeweken|af te wijken|worden)\b.*", re.I)


def een_van(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule) -> Provision | None:
    """The provision outside the clause that one of the things is about from which a sentence lets the authority deviate."""
    if clausule.algemeen is not None or clausule.reikwijdte is None or _NIET.search(_VAN_ALLES.sub("", _VOOR_WIE.sub("", zin.text))):
        return None
    listed = _VAN_ALLES.search(zin.text)
    own = explanation.provision_roots[clausule.provision] | _ALGEMEEN
    inside = [p for p in dossier.bill.provisions if p is not clausule.provision and clausule.covers(p.unit)]
    others = [p for p in dossier.bill.provisions if p is not clausule.provision and not clausule.covers(p.unit) and _rules(p)]
    told = [frozenset(roots(_AF.sub("", part))) - own for part in listed.groups() if part] if listed is not None else []
    known = [t | {first for word in t if word not in explanation.weights and (first := _begin(explanation, word))} for t in told]
    weights = explanation.weights
    if not any(t & explanation.provision_roots[p] for t in known for p in inside):
        return None  # none of them is what the clause is about: the words do not tell what is
    for about in known:
        weight = {p: weights.of(about & explanation.provision_roots[p]) for p in others}
        best = max(others, key=lambda p: weight[p], default=None)
        if best is not None and weight[best] and not any(about & explanation.provision_roots[p] for p in inside):
            return best
    return None


def ander_artikel(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule) -> Provision | None:
    """A provision of an artikel that the sentence names as what can be deviated from, and that the clause does not cover."""
    if clausule.algemeen is not None or clausule.reikwijdte is None or _NIET.search(_VOOR_WIE.sub("", zin.text)):
        return None
    return _buiten(explanation, zin, clausule, _WIJKT_AF)


# «Zij ziet op de artikelen 3, 6 en 7»: which artikelen the clause is said to be for.
_ZIET_OP = re.compile(
    r"\b(?:ziet|zien|geldt|gelden|strekt|heeft betrekking|is van toepassing|bestrijkt|beslaat)\b[^.;]{0,30}$"
    r"|\b(?:ook|eveneens|evenzeer|tevens|mede) (?:voor|op|bij|ten aanzien van) (?:de |het )?$",
    re.I,
)


def niet_gedekt(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, clausule: Clausule) -> Provision | None:
    """A provision of an artikel that the toelichting of the clause says it is for, and that it does not cover."""
    holder = clausule.provision.unit.artikel
    if clausule.algemeen is not None or clausule.reikwijdte is None or holder is None or _NIET.search(zin.text):
        return None
    if zin.alinea.section not in explanation.articles.get(holder, ()) and "clausule" not in zin.text.lower():
        return None
    return _buiten(explanation, zin, clausule, _ZIET_OP)


def _buiten(explanation: Explanation, zin: Zin, clausule: Clausule, vooraf: re.Pattern[str]) -> Provision | None:
    """The first artikel named behind such words that neither has the clause nor is covered by it."""
    holder = clausule.provision.unit.artikel
    for reference in explanation.references.get(zin.alinea, ()):
        if not zin.span.contains(reference.span) or not vooraf.search(zin.text[: reference.span.start - zin.span.start]):
            continue
        for target in reference.targets:
            named = explanation.by_words.by_number.get(target.artikel or "", ()) if not target.regeling else ()
            if named and holder not in {p.unit.artikel for p in named} and not any(clausule.covers(p.unit) for p in named):
                return named[0]
    return None


def zonder_lid(explanation: Explanation, zin: Zin, clausule: Clausule) -> Provision | None:
    """A burden in an artikel that the sentence names whole as what can be deviated from, where the clause only has another lid of it."""
    if clausule.algemeen is not None or clausule.reikwijdte is None or _NIET.search(_VOOR_WIE.sub("", zin.text)) or lids(zin.text):
        return None
    for reference in explanation.references.get(zin.alinea, ()):
        if not zin.span.contains(reference.span) or not _WIJKT_AF.search(zin.text[: reference.span.start - zin.span.start]):
            continue
        for target in reference.targets:
            named = explanation.by_words.by_number.get(target.artikel or "", ()) if not target.regeling and not target.lid else ()
            if not any(clausule.covers(p.unit) for p in named):
                continue
            outside = [p for p in named if not clausule.covers(p.unit) and any(n.belastend for n in p.norms)]
            if outside:
                return outside[0]
    return None


_WIJKT_AF = re.compile(r"\b(?:afwijken|afgeweken|af te wijken|kan|kunnen)\b[^.;]{0,60}\bvan (?:de |het )?$|\bkan\b[^.;]{0,40}$", re.I)


def _rules(provision: Provision) -> bool:
    return any(n.soort not in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for n in provision.norms)


def _begin(explanation: Explanation, word: str) -> str:
    """The word of the bill that a compound of the toelichting begins with: «taaleis» as «taal»."""
    begins = (root(word[:n]) for n in range(len(word) - _REST_OF, _SHORTEST - 1, -1))
    return next((b for b in begins if b in explanation.weights), "")


_SAMEN = 2  # words of a provision that tell it apart
_SHORTEST, _REST_OF = 4, 2  # letters of that word, and at least of what follows it
# «wanneer iemand niet kan leren lezen»: a denial in the condition says nothing of the clause.
_NALATEN = re.compile(r"\b(?:bij|voor|wegens|door|van) (?:het|een) niet\b(?! (?:van toepassing|gelden))[^.;,]{0,40}?\b\w+en\b", re.I)
_VOOR_WIE = re.compile(r"\b(?:als|indien|wanneer|die|wie|wiens)\b[^.;]*", re.I)

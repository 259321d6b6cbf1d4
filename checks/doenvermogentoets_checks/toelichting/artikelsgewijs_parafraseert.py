"""The artikelsgewijs part repeats the artikel instead of explaining it (Ar 4.48)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.structure.labels import label
from doenvermogentoets.toelichting import Explanation, Section, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import gelijk
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.organen import Organen
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.words import roots
from doenvermogentoets_checks.toelichting.herhaald_lid import herhaalde_leden
from doenvermogentoets_checks.toelichting.lezen import nadelen
from doenvermogentoets_checks.toelichting.modaliteit import tegenspraak

_KORT = 3
_HERHAALT = re.compile(
    r"^(?:In )?(?:dit|het|deze|artikel \S+|het \w+(?:,? (?:en )?\w+)? lid)(?:[\w ,]{0,40})? (?:artikel |lid |bepaling |onderdeel )"
    r"?(?:bepaalt|regelt|regelen|bepalen|is geregeld|wordt geregeld|is bepaald|wordt bepaald|verplicht|schrijft voor|bevat)\b"
    r"|^(?:Dit artikel|Deze bepaling|Het (?:eerste|tweede|derde|vierde|vijfde|zesde)(?: en \w+)? lid|In (?:dit artikel|het \w+ lid|"
    r"deze bepaling))\b[^.;]{0,60}\b(?:bepa(?:alt|ald|len)|regel(?:t|en)|geregeld|verplicht|stelt|bevat|noemt|omschrijft|verbindt)\b"
    r"|^(?:Dit artikel|Deze bepaling|Het \w+ lid) somt\b",
    re.I,
)
_ZIN_ZONDER_NUT = re.compile(r"\b(?:behoeft|behoeven) geen (?:nadere )?toelichting\b|\bspre(?:ekt|ken) voor zich\b", re.I)


_UITLEG = 40  # words


def _gaat_door(explanation: Explanation, section: Section) -> bool:
    """Sections without an artikel of their own follow, up to the next that has one, with more than a few words of text."""
    words = 0
    for following in explanation.sections[explanation.sections.index(section) + 1 :]:
        if following.places:
            break
        words += sum(len(a.text.split()) for a in following.alineas)
    return words >= _UITLEG


def _anders(explanation: Explanation, dossier: DossierAnalysis, artikelen: Sequence[Unit], zinnen: Sequence[Zin]) -> bool:
    """A sentence has a number of a kind that the artikel has with other values only, or «kan» where the artikel binds."""
    inside = [p for a in artikelen for p in dossier.bill.in_artikel(a)]
    theirs = [h for p in inside for h in explanation.quantities.by_provision.get(p, ())]
    organs = Organen(dossier.bill)
    for zin in zinnen:
        for one in hoeveelheden(zin.text):
            same = [h for h in theirs if h.maat == one.maat]
            if same and not any(gelijk(one, h) for h in same):
                return True
        if tegenspraak(dossier, explanation, organs, zin) is not None:
            return True
    return False


def _herhaald(explanation: Explanation, inside: Sequence[Provision], zinnen: Sequence[Zin]) -> Provision | None:
    """The lid that is repeated: the one that is named, else the one with most of the words."""
    leden = frozenset().union(*(lids(z.text) for z in zinnen))
    said = frozenset().union(*(z.roots for z in zinnen))
    named = [p for p in inside if p.unit.number in leden]
    return max(named or inside, key=lambda p: len(said & explanation.provision_roots[p]), default=None)


def _elders_verklaard(explanation: Explanation, heavy: Sequence[tuple[Provision, Norm]]) -> bool:
    """Every heavy effect of the artikel has its reason elsewhere in the toelichting."""
    return bool(heavy) and all(explanation.of(p, n).has("waarom") for p, n in heavy)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    why = table("uitleg")["waarom"]
    least = options.number("overeenkomst") / 100
    clause = {c.provision.unit.artikel for c in clausules(dossier.bill)}
    found_heavy = nadelen(dossier.bill)
    heavy = {p.unit.artikel for p, _ in found_heavy}
    for section in explanation.sections:
        artikelen = [a for a, found in explanation.articles.items() if section in found]
        if not artikelen or not section.alineas:
            continue
        if _gaat_door(explanation, section):
            continue  # the provision is quoted first, and explained under headings of its own
        zinnen = [z for a in section.alineas for z in explanation.zinnen_of(a)]
        useless = next((z for z in zinnen if _ZIN_ZONDER_NUT.search(z.text)), None)
        if useless is not None and len(zinnen) == 1:
            if clause & set(artikelen):
                continue  # a clause must be motivated: «clausule-niet-toegelicht» asks for it, so this cannot just go
            yield Hit(
                explanation.document,
                useless.alinea.unit,
                useless.span,
                f"«{useless.text}» kan weg: dat een artikel geen toelichting behoeft, hoeft niet te worden vermeld.",
                "Een artikel dat voor zich spreekt, wordt overgeslagen.",
                label="kan weg",
                lighter="het gaat om één zin die niemand misleidt",
                severity=Severity.INFO,
            )
            continue
        own = frozenset().union(
            *(explanation.provision_roots[p] for a in artikelen for p in dossier.bill.in_artikel(a) if p in explanation.provision_roots)
        )
        own = own.union(*(explanation.by_words.headings.get(a, frozenset()) for a in artikelen))
        words = [r for z in zinnen for r in roots(z.text)]
        opening = _HERHAALT.search(zinnen[0].text) is not None if zinnen else False
        burden = any(a in heavy for a in artikelen)
        reasoned = burden and _elders_verklaard(explanation, [(p, n) for p, n in found_heavy if p.unit.artikel in artikelen])
        least_words = 2 if opening and burden else 6
        if len(words) < least_words or not own or any(why.search(z.text) for z in zinnen):
            yield from herhaalde_leden(dossier, explanation, section)
            continue
        if _anders(explanation, dossier, artikelen, zinnen):
            continue  # it says something else than the artikel, which is more than that it repeats it
        share = sum(w in own for w in words) / len(words)
        artikel = artikelen[0]
        provision = _herhaald(explanation, dossier.bill.in_artikel(artikel), zinnen)
        # «dit artikel regelt …» without a reason is no explanation of a heavy effect, whatever words it uses
        needed = least - (0.15 if opening else 0.0) - ((0.45 if opening else 0.1) if burden and len(zinnen) <= _KORT else 0.0)
        if share < needed or len(artikelen) > 3:
            yield from herhaalde_leden(dossier, explanation, section)
            continue
        yield Hit(
            explanation.document,
            zinnen[0].alinea.unit,
            zinnen[0].span.to(zinnen[-1].span),
            f"De toelichting op {label(artikel)} herhaalt het artikel: {round(100 * share)} procent van de woorden staat daar ook, en "
            f"een reden ontbreekt{' hier' if reasoned else ''}.",
            "Een toelichting verklaart en verantwoordt; herhalen voegt niets toe."
            + (" Dit artikel heeft een zwaar of dwingend gevolg, dat zonder reden blijft." if burden and not reasoned else ""),
            label="herhaalt het artikel",
            annotations=(Annotation(dossier.bill.document, provision.passage.span, "het artikel dat wordt herhaald"),)
            if provision is not None
            else (),
            lighter="de reden voor het zware gevolg staat elders" if reasoned else "dit artikel heeft geen zwaar of dwingend gevolg",
            severity=None if burden and not reasoned else Severity.INFO,
        )

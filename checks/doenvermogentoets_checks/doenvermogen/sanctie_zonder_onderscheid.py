"""DVM009: a mistake in what was handed in has a heavy effect, without a difference between error and intent."""

from __future__ import annotations

from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.uitweg import ways_out
from doenvermogentoets_checks.common import each_place_once, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.mensen import in_artikel


@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the mistake; the effect is an annotation."""
    for nadeel in nadelen(dossier.bill):
        provision, norm, gevolg = nadeel.provision, nadeel.norm, nadeel.gevolg
        if "verbod" in provision.document.text[gevolg.span].lower():
            continue  # what is forbidden is no consequence
        if not nadeel.gebonden or not gevolg.zwaar or (gevolg.soort is GevolgSoort.BOETE and not nadeel.vast):
            continue
        at = begrippen.first(provision.document, "fout", norm.span)
        if at is None or in_artikel(dossier.bill, provision, "fout-onderscheid"):
            continue
        if any(u.volledig for u in ways_out(dossier.bill, provision, norm, [gevolg])):
            continue
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=at,
            message=f"Elke fout telt even zwaar: «{words(provision.document, at)}» leidt tot "
            f"«{words(provision.document, gevolg.span, 60)}».",
            explanation="Gezocht in dit artikel naar verwijtbaarheid, «wist of behoorde te weten», een waarschuwing of herstel, "
            "en naar een uitweg elders: niet gevonden.",
            label="vergissing of opzet",
            annotations=(Annotation(provision.document, gevolg.span, "het gevolg"),),
        )

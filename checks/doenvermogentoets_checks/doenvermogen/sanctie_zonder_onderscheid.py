"""DVM009: a mistake in what was handed in has a heavy effect, without a difference between error and intent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.norms.nadeel import Nadeel
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.uitweg import ways_out
from doenvermogentoets.text import Span
from doenvermogentoets_checks.buiten_awb import ander_recht
from doenvermogentoets_checks.common import each_place_once, words
from doenvermogentoets_checks.doenvermogen import begrippen
from doenvermogentoets_checks.doenvermogen.mensen import in_artikel
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.wie_treft import treft

# A slip of the authority itself, that is put right: «abusievelijk verkeerde gegevens zijn vermeld», «fouten bij de vervaardiging».
_OF_AUTHORITY = re.compile(
    r"\babusievelijk\b|\bbij de (?:vervaardiging|afgifte|verstrekking|vaststelling|toekenning|berekening)\b"
    r"|\b(?:fout|vergissing|verzuim)\w* van (?:de|het|onze) (?:minister|college|orgaan|bestuur\w*|inspecteur|dienst|autoriteit)\b"
    r"|\bdoor (?:de|het|onze) (?:minister|college|orgaan|bestuur\w*|inspecteur|dienst|autoriteit)\b[^.;:]{0,40}\bgemaakte\b"
)
_OTHERS = re.compile(r"[.;:]")


def _of_authority(nadeel: Nadeel, at: Span) -> bool:
    """Whether the mistake, in its own onderdeel, is one that the authority made."""
    small, zin = nadeel.provision.document.text.small, nadeel.norm.span
    starts = [m.end() for m in _OTHERS.finditer(small, zin.start, at.start)]
    end = _OTHERS.search(small, at.end, zin.end)
    clause = Span(starts[-1] if starts else zin.start, end.start() if end is not None else zin.end)
    return "aanvra" not in small[clause.start : clause.end] and _OF_AUTHORITY.search(small, clause.start, clause.end) is not None


@over_mensen(Severity.SUGGESTION)
@each_place_once
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the mistake; the effect is an annotation."""
    for nadeel in nadelen(dossier.bill):
        provision, norm, gevolg = nadeel.provision, nadeel.norm, nadeel.gevolg
        if "geen terugvordering" in provision.document.text.small[max(norm.span.start, gevolg.span.start - 6) : gevolg.span.end]:
            continue  # «heeft geen terugvordering plaats, tenzij …»: blame makes the difference
        if "verbod" in provision.document.text[gevolg.span].lower():
            continue  # what is forbidden is no consequence
        if not nadeel.gebonden or not gevolg.zwaar or (gevolg.soort is GevolgSoort.BOETE and not nadeel.vast):
            continue
        at = begrippen.first(provision.document, "fout", norm.span)
        if at is None or _of_authority(nadeel, at) or in_artikel(dossier.bill, provision, "fout-onderscheid"):
            continue
        if any(u.volledig for u in ways_out(dossier.bill, provision, norm, [gevolg])):
            continue
        doubt = ander_recht(dossier.bill, provision) or treft(dossier.bill, provision, norm.span)
        yield Hit(
            document=provision.document,
            unit=provision.unit,
            span=at,
            message=f"Elke fout telt even zwaar: «{words(provision.document, at)}» leidt tot "
            f"«{words(provision.document, gevolg.span, 60)}».",
            explanation="Gezocht in dit artikel naar verwijtbaarheid, «wist of behoorde te weten», een waarschuwing of herstel, "
            "en naar een uitweg elders: niet gevonden.",
            doubts=(doubt.told(provision.document),) if doubt is not None and doubt.van_belang else (),
            label="vergissing of opzet",
            annotations=(Annotation(provision.document, gevolg.span, "het gevolg"),),
            severity=Severity.INFO if doubt is not None and doubt.van_belang else None,
        )

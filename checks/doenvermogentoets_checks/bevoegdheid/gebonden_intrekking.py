"""A withdrawal or revision to somebody's disadvantage that the authority must take (Ar 5.21 prefers room)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets_checks.common import capital
from doenvermogentoets_checks.hardheid import zaken, zeggen, zwaarte
from doenvermogentoets_checks.hardheid.klas import Klas
from doenvermogentoets_checks.hardheid.zaken import Zaak
from doenvermogentoets_checks.nagelaten import nagelaten

_NAAR = "een kan-bepaling, verwijtbaarheid, dringende reden en hardheidsclausule"

# An end that also comes when the person asks for it: only some of the grounds listed leave the person no say.
_OP_VERZOEK = re.compile(r":\s*(?:[a-z0-9]+[.)°]\s+)?op (?:eigen |diens |zijn )?(?:verzoek|aanvraag)\b", re.IGNORECASE)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Effects of :attr:`Klas.INTREKKING`; intent or fraud as ground, or a request as one of the grounds, gives a suggestion."""
    del options
    for zaak in zaken.of_klas(dossier, Klas.INTREKKING):
        light = zaak.nadeel.aanleiding is not Aanleiding.VERZUIM or zwaarte.partly_softened(zaak)
        light = light or _OP_VERZOEK.search(zaak.provision.document.text[zaak.provision.unit.span]) is not None
        orgaan = zeggen.organ(zaak.provision, dossier.bill)
        yield Hit(
            document=zaak.provision.document,
            unit=zaak.provision.unit,
            span=zaak.span,
            message=f"«{zeggen.quote(zaak)}» is een plicht van het orgaan; Ar 5.21 geeft bij intrekking en wijziging de "
            "voorkeur aan ruimte.",
            explanation=zeggen.effect(zaak) + zeggen.because(zaak) + zeggen.search_report(zaak, _NAAR) + zeggen.toelichting_report(zaak),
            doubts=zwaarte.doubts(zaak, dossier),
            label="gebonden",
            annotations=zeggen.places(zaak, dossier),
            suggestions=(
                zeggen.power(
                    zaak,
                    "een kan-bepaling met gronden (Ar 5.21)",
                    f"{capital(orgaan)} kan het besluit geheel of gedeeltelijk intrekken of wijzigen indien [gronden].",
                ),
                Suggestion(
                    "een afweging voorschrijven",
                    insertion=f"Bij de toepassing van {zeggen.hier(zaak)} betrekt {zeggen.in_sentence(orgaan)} {_te_wegen(zaak)}.",
                ),
                Suggestion("in de toelichting uitleggen waarom hier geen ruimte is, en hoe dit voor wie het treft uitpakt"),
            ),
            lighter=zwaarte.lighter(zaak),
            severity=zwaarte.severity(zaak, dossier, light=light),
        )


_DAAD = {GevolgSoort.HERZIENING: "herziening", GevolgSoort.BEEINDIGING: "beëindiging"}


def _te_wegen(zaak: Zaak) -> str:
    """What is weighed, under the name that the act has here; an omission is named only where somebody left something undone."""
    daad = _DAAD.get(zaak.nadeel.gevolg.soort, "intrekking")
    small, zin = zaak.provision.document.text.small, zaak.nadeel.norm.span
    if nagelaten(zaak.provision.document, zin, zaak.span) and "te hoog" not in small[zin.start : zin.end]:
        return f"de ernst van het verzuim, de mate waarin dit {zaak.wie} kan worden verweten en de gevolgen van de {daad}"
    return f"de aanleiding voor de {daad}, de mate waarin deze {zaak.wie} kan worden verweten en de gevolgen van de {daad}"

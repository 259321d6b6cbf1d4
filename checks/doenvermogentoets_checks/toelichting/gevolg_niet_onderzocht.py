"""The toelichting says itself that a burden or consequence for people was not examined (Ar 4.43, under e and f)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import lasten, nadelen
from doenvermogentoets_checks.toelichting.rationele_burger import people

_NIET = re.compile(
    r"\b(?:is|zijn|worden|wordt)\b[^.;]{0,70}\bniet (?:nader |apart |afzonderlijk |meer )?(?:onderzocht|bezien|bekeken|besproken"
    r"|gesproken|getest"
    r"|beproefd|voorgelegd|in kaart gebracht|in beeld gebracht|meegenomen|meegerekend|berekend|gevraagd|betrokken|geraadpleegd|gehoord"
    r"|bevraagd)\b"
    r"|\bgeen (?:\w+ )?(?:beeld|zicht|inzicht) (?:gevormd|verkregen|gekregen)\b|\bbuiten (?:beschouwing|beeld) gebleven\b|\bblij(?:ft"
    r"|ven) (?:hier )?buiten beschouwing\b"
    r"|\b(?:\w*toets|\w*onderzoek|raadpleging|\w*consultatie|proef|pilot|test|gesprekken"
    r"|peiling)\b[^.;]{0,60}\b(?:nog )?niet (?:plaatsgevonden"
    r"|plaatsgehad|gehouden|uitgevoerd|gedaan|verricht|gevoerd|afgerond)\b"
    r"|\bgeen (?:\w+ ){0,2}(?:\w*toets|\w*onderzoek|raadpleging|\w*consultatie|proef|pilot|test|gesprekken|peiling)\b[^.;]{0,60}"
    r"\b(?:gehouden|gedaan|uitgevoerd|gevoerd|verricht|plaatsgevonden|georganiseerd)\b"
    r"|\bvoor (?:een|de|het) (?:\w+ )?(?:\w*toets|\w*onderzoek|raadpleging|proef|test)\b[^.;]{0,90}\bgeen (?:gelegenheid|tijd|ruimte)\b",
    re.I,
)
_LAST = re.compile(
    r"\b(?:gevolg\w*|last\w*|opgave\w*|melding\w*|verslag\w*|termijn\w*|reactietermijn|aanvra\w*|plicht\w*|verplichting\w*|tijd"
    r"|stap(?:pen)?|handeling\w*"
    r"|bewijs\w*|formulier\w*|deelnemers|doenvermogen\w*|raadpleging|consultatie|internetconsultatie|regeldruk|toets)\b",
    re.I,
)


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or not (lasten(dossier.bill) or nadelen(dossier.bill)):
        return
    why = table("uitleg")["waarom"]
    somebody = people()
    for alinea in explanation.general:
        zinnen = explanation.zinnen_of(alinea)
        for i, zin in enumerate(zinnen):
            if _NIET.search(zin.text) is None or _LAST.search(zin.text) is None:
                continue
            near = " ".join(z.text for z in zinnen[max(0, i - 1) : i + 1])
            if why.search(zin.text) or (
                not somebody.search(near)
                and not re.search(r"\bberekening\b|\bregeldruk\b|\bplichten\b|\bverplichtingen\b|\bdoenvermogen", near, re.I)
            ):
                continue
            if i + 1 < len(zinnen) and why.search(zinnen[i + 1].text):
                continue
            yield Hit(
                explanation.document,
                alinea.unit,
                zin.span,
                f"«{words(explanation.document, zin.span, 90)}»: een gevolg voor mensen blijft buiten beeld.",
                "De toelichting zegt zelf dat dit niet is onderzocht of meegerekend, en een reden staat er niet bij.",
                label="niet onderzocht",
            )

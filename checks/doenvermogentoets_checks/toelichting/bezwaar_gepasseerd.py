"""An objection in advice or consultation that gets no answer, or is rejected without a reason (Ar 4.43, 4.44)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Doubt, Hit, Severity
from doenvermogentoets.toelichting import Alinea, Explanation, Section, Zin, redenzin
from doenvermogentoets.toelichting.articles import line
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.klanken import GEHOORD, klinkt
from doenvermogentoets_checks.toelichting.bezwaarwoorden import (
    NIET_BEANTWOORD,
    NIETS_GEDAAN,
    by_words,
    eronder,
    inbreng,
    opgevolgd,
    zonder_bezwaar,
)
from doenvermogentoets_checks.toelichting.onbeantwoord import VER, Bezwaar, bezwaren


def _over_inbreng(section: Section) -> bool:
    """What others said is told under a heading on advice, consultation or burdens; elsewhere «bezwaar» is a procedure."""
    tables = table("onderwerpen")
    return any(
        tables[name].search(s.heading) for s in line(section) if s.heading for name in ("advies_kop", "regeldruk_kop", "inbreng_kop")
    )


# Log-odds of an objection without an answer from which it is told, and from which it is a suggestion; below the last one, what the words
# find is only information. Found on writers left out of the fit.
_TOLD, _SUGGESTED, _ANSWERED = 0.0, 1.3, -2.0
_ELSEWHERE = 0.8  # the same under a heading that says nothing of advice
_KLINKT_BEANTWOORD = Doubt("naar de bewoordingen kan dit een antwoord zijn, of geen bezwaar")
_COLLEGE_VINDT = re.compile(r"Het college (?:acht|vindt|meent|kiest|hecht|is van (?:mening|oordeel))\b")
_REDEN = 0.5  # log-odds from which a sentence gives a reason
_LEEG_KLINKT = -1.5  # log-odds to which it sounds so little as an answer that the word of a reason is no reason: «hecht grote waarde aan»


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    for alinea in explanation.general:
        under_heading = _over_inbreng(alinea.section)
        if under_heading or _noemt_iemand(explanation, alinea):
            yield from _in_alinea(explanation, alinea, under_heading)


def _noemt_iemand(explanation: Explanation, alinea: Alinea) -> bool:
    """Whether somebody who may have advised is named under a heading of another kind («5.7 Gemeentelijke uitvoering»)."""
    return any(inbreng(alinea.section, zin) for zin in explanation.zinnen_of(alinea))


def _in_alinea(explanation: Explanation, alinea: Alinea, under_heading: bool) -> Iterator[Hit]:
    """What its words show to be an unanswered objection, under such a heading, and then what sounds as one."""
    zinnen = explanation.zinnen_of(alinea)
    rest = [*zinnen, *eronder(explanation, alinea)]
    heard = bezwaren([z.text for z in rest])[: len(zinnen)]
    told: set[int] = set()
    for i in range(len(zinnen)) if under_heading else ():
        found = by_words(explanation, alinea, zinnen, i)
        if found is None:
            continue
        hit, about = found
        told |= {i, *about}
        answered = max(heard[j].log_odds for j in {i, *about}) < _ANSWERED
        yield replace(hit, severity=Severity.INFO, doubts=(_KLINKT_BEANTWOORD,)) if answered else hit
    for bezwaar in heard:
        zin = zinnen[bezwaar.at]
        if bezwaar.log_odds < (_TOLD if under_heading else _ELSEWHERE) or {bezwaar.at, bezwaar.reactie} & told or zonder_bezwaar(zin):
            continue
        if not any(inbreng(alinea.section, z) for z in rest[max(0, bezwaar.at - 1) : bezwaar.at + 1]):
            continue  # under a heading that says nothing of advice somebody who advises must be named
        if not _COLLEGE_VINDT.match(zin.text) and not any(map(_beantwoordt, rest[bezwaar.at + 1 : bezwaar.at + 1 + VER])):
            told.add(bezwaar.at)
            yield _heard(explanation, alinea, zinnen, bezwaar)


def _beantwoordt(zin: Zin) -> bool:
    """A sentence gives a reason, or tells what was done, in words or in sound."""
    if opgevolgd(zin) or redenzin.klinkt(zin.text) > _REDEN:
        return True
    return table("uitleg")["waarom"].search(zin.text) is not None and klinkt("antwoord", zin.text) > _LEEG_KLINKT


def _heard(explanation: Explanation, alinea: Alinea, zinnen: Sequence[Zin], bezwaar: Bezwaar) -> Hit:
    """An objection that sounds unanswered: told at the words that should be the answer, or at the objection itself."""
    document, objection = explanation.document, zinnen[bezwaar.at]
    reaction = zinnen[bezwaar.reactie] if bezwaar.reactie is not None and bezwaar.reactie < len(zinnen) else None
    at = reaction if reaction is not None else objection
    sure = bezwaar.log_odds >= _SUGGESTED
    return Hit(
        document,
        alinea.unit,
        at.span,
        f"«{words(document, at.span, 80)}»: {NIET_BEANTWOORD if reaction is not None else NIETS_GEDAAN}",
        (f"Het bezwaar: «{words(document, objection.span, 120)}» " if reaction is not None else "")
        + "Een reden of een aanpassing is in deze alinea niet herkend.",
        label="geen antwoord",
        annotations=(Annotation(document, objection.span, "het bezwaar"),) if reaction is not None else (),
        doubts=() if sure else (GEHOORD,),
        severity=None if sure else Severity.INFO,
    )

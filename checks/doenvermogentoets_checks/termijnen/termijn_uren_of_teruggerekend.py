"""TRM006: a limit in hours, under three days, or counted back: the Algemene termijnenwet protects it only in part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Confidence, Hit, Severity
from doenvermogentoets_checks.common import capital, listing, words
from doenvermogentoets_checks.termijnen.beeld import Leidend
from doenvermogentoets_checks.termijnen.beelden import beelden
from doenvermogentoets_checks.termijnen.ruimer import Klasse, ruim

# «op de eerste dag na zes weken»: the weeks count, not the day.
_WEAK = re.compile(r"\bzo mogelijk\s*$", re.I)
_LATER_DAY = re.compile(r"(?:na|nadat)\s+(?:\w+\s+)?(?:weken|maanden|jaren?)\b", re.I)

# What the wider reading finds: its kind, what is said of it, why it is hard, and the words beside the carets.
_WIDER = (
    (
        Klasse.DAG,
        "Voor {wie} is er geen dag de tijd: «{woorden}».",
        "Wie die dag ziek is, moet werken of het bericht pas 's avonds ziet, is te laat; twee werkdagen zijn niet verzekerd (Algemene "
        "termijnenwet 2).",
        "op de dag zelf",
    ),
    (
        Klasse.TERUG,
        "De termijn voor {wie}, «{woorden}», is teruggerekend.",
        "Wie het einde niet ziet aankomen, is al te laat; het weekend en feestdagen verlengen haar niet (Algemene termijnenwet 1, tweede "
        "lid).",
        "teruggerekend",
    ),
    (
        Klasse.MOMENT,
        "Voor {wie} geldt een tijdstip op de dag zelf: «{woorden}».",
        "Wie dat uur mist door ziekte of een ongeval, is te laat; de Algemene termijnenwet helpt daarbij niet.",
        "tijdstip",
    ),
)


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Yield a hit at the words of the limit."""
    shortest = options.number("dagen")
    for beeld in beelden(dossier.bill):
        t = beeld.termijn
        if beeld.leidend is not Leidend.UREN or not beeld.particulier or not beeld.handeling or (t.voor == "overheid" and not beeld.doener):
            continue
        if _WEAK.search(beeld.document.text.content, max(beeld.norm.span.start, t.span.start - 14), t.span.start) is not None:
            continue
        if t.uren:
            why = "in uren gesteld: de Algemene termijnenwet geldt dan niet (artikel 4)"
        elif t.teruggerekend:
            why = "teruggerekend: het weekend en feestdagen verlengen haar niet (Algemene termijnenwet 1, tweede lid)"
        elif beeld.korter_dan(shortest) and not _LATER_DAY.match(t.begin):
            why = "korter dan drie dagen: twee werkdagen zijn dan niet verzekerd (Algemene termijnenwet 2)"
        else:
            continue
        also = beeld.ook(Leidend.UREN, Leidend.KORT)
        yield Hit(
            document=beeld.document,
            unit=beeld.provision.unit,
            span=beeld.span if t.teruggerekend else t.kern,
            message=f"De termijn voor {beeld.wie}, «{beeld.tekst if t.teruggerekend else beeld.kern}», is {why.split(':')[0]}.",
            explanation=f"{capital(why.split(': ')[1])}." + (f" Daarbij: {listing(also)}." if also else ""),
            label=f"termijn voor {beeld.wie}",
        )
    for klasse, message, explanation, told in _WIDER:
        for limit in ruim(dossier.bill, klasse):
            yield Hit(
                document=limit.document,
                unit=limit.provision.unit,
                span=limit.span,
                message=message.format(wie=limit.wie, woorden=words(limit.document, limit.span)),
                explanation=explanation,
                label=told,
                severity=Severity.SUGGESTION,
                confidence=Confidence.LAAG,
            )

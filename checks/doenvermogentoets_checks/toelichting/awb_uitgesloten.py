"""What the Awb gives and the bill takes away, told in the toelichting as if it were still given: repair, a hearing, time to pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, vermeden
from doenvermogentoets_checks.toelichting.waarborgen import ontkend


@dataclass(frozen=True, slots=True)
class _Awb:
    """An artikel of the Awb: what it gives, in the words of a toelichting, what the sentence or its paragraph is about, and what would
    still give it in the bill."""

    artikel: str
    zegt: re.Pattern[str]
    over: re.Pattern[str]
    geeft: re.Pattern[str]


_KAN = r"\b(?:kan|kunnen|mag|mogen|krijgt|krijgen|heeft|hebben|wordt|worden|biedt|geeft|stelt|mogelijk)\b[^.;,]{0,120}"
_AWB: Sequence[_Awb] = (
    _Awb(
        "4:5",
        re.compile(
            rf"{_KAN}\b(?:aanvullen|aangevuld|aan te vullen|aanvulling|completeren|compleet (?:maken|gemaakt)|te herstellen|hersteld)\b",
            re.I,
        ),
        re.compile(r"\b(?:aanvra\w+|niet compleet|incompleet|onvolledig\w*|ontbrek\w+)\b", re.I),
        re.compile(r"\b(?:aanvul\w*|aan te vullen|aangevuld|herstel\w*|gelegenheid)\b", re.I),
    ),
    _Awb(
        "4:94",
        re.compile(rf"{_KAN}\b(?:betalingsregeling|uitstel van betaling|in (?:\w+ )?(?:termijnen|gedeelten))\b", re.I),
        re.compile(r"\b(?:betal\w+|terug\w+|schuld\w*|boete\w*)\b", re.I),
        re.compile(r"\b(?:betalingsregeling|uitstel|termijnen|gedeelten|gespreid)\b", re.I),
    ),
    _Awb(
        "4:8",
        re.compile(rf"{_KAN}\b(?:gehoord|zienswijze\w*)\b", re.I),
        re.compile(r"\b(?:vooraf|voordat|eerst|voornemen|zienswijze\w*|besluit)\b", re.I),
        re.compile(r"\b(?:gehoord|hoort|zienswijze\w*)\b", re.I),
    ),
)
_WEG = re.compile(
    r"\bin afwijking van (?:de )?artikel(?:en)? (?P<af>[^,;]{0,40}?) van de Algemene wet bestuursrecht"
    r"|\bartikel(?:en)? (?P<niet>[^;.]{0,60}?),? van de Algemene wet bestuursrecht\b"
    r"[^.;]{0,60}\b(?:niet van toepassing|buiten toepassing|geen toepassing)"
    r"|\bblij(?:ft|ven) (?:de )?artikel(?:en)? (?P<blijft>[^;.]{0,60}?),? van de Algemene wet bestuursrecht buiten toepassing",
    re.I,
)
_GEEN = re.compile(r"\b(?:zonder|geen|niet)\b", re.I)


def toch_gegeven(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The sentence gives what an artikel of the Awb gives, while a lid sets that artikel aside and no lid gives it in its place."""
    if not over_het_ontwerp(zin):
        return None
    before = explanation.before(zin)
    around = f"{before.text} {zin.text}" if before is not None else zin.text
    for awb in _AWB:
        match = awb.zegt.search(zin.text)
        if match is None or awb.over.search(around) is None or vermeden(zin.text, match.start()):
            continue
        if ontkend(zin.text, match.start(), match.end()) or _GEEN.search(match.group(0)):
            continue
        gone = list(_weg(dossier.bill, awb))
        if gone and not any(_geeft(dossier.bill, awb, p) for p in dossier.bill.provisions if p.unit.artikel is gone[0].unit.artikel):
            return _hit(dossier, explanation, zin, awb, match, gone[0])
    return None


def _weg(bill: Analysis, awb: _Awb) -> Iterator[Provision]:
    """The provisions that set the artikel aside."""
    text = bill.document.text
    number = re.compile(rf"(?<![\d:]){re.escape(awb.artikel)}(?![\d:])")
    for provision in bill.provisions:
        for match in _WEG.finditer(text[provision.span]):
            if number.search(match["af"] or match["niet"] or match["blijft"] or ""):
                yield provision


def _geeft(bill: Analysis, awb: _Awb, provision: Provision) -> bool:
    """The provision gives it after all: «in afwijking van artikel 4:5 … wordt een week gelegenheid geboden»."""
    text = bill.document.text[provision.span]
    return any(_GEEN.search(text[max(0, m.start() - 60) : m.start()]) is None for m in awb.geeft.finditer(text))


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, awb: _Awb, match: re.Match[str], provision: Provision) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting geeft wat artikel {awb.artikel} van de Algemene wet bestuursrecht geeft («{match.group(0)}»); "
        f"{naam(provision.unit)} sluit dat artikel uit.",
        "Het ontwerp wijkt hier van de Awb af en geeft er niets voor in de plaats. Wie op de toelichting afgaat, rekent op wat hij niet "
        "krijgt.",
        label="uitgesloten in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "sluit het uit"),),
    )

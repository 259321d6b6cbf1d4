"""An exception, a milder rule or an excuse that a sentence gives a group or a case of which the bill has no word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp
from doenvermogentoets_checks.toelichting.onbekend import onbekend

_QUOTED = 90
# The artikel makes an exception itself, in other words perhaps than the sentence.
_UITGEZONDERD = re.compile(
    r"\b(?:tenzij|onthef\w*|onthev\w*|uitzonder\w*|uitgezonderd|vrijgesteld|vrijstel\w*|behoudens|behalve|achterwege|buiten beschouwing|buiten toepassing"
    r"|niet van toepassing|geldt niet|gelden niet|gelden? \w+ niet|(?:niet|geen) [^.;]{0,60}\bverschuldigd|tel(?:t|len)\b[^.;]{0,60}\bniet mee|afwijken|afgeweken|in afwijking"
    r"|afgezien|afzien|ziet\b[^.;]{0,60}\baf\b|hoeft|hoeven|behoeft|behoeven|wordt geacht|met dien verstande|als geen|indien geen|mits|kan volstaan)\b",
    re.I,
)
_VRIJGESTELD = re.compile(
    r"\b(?:vrijstelling\w*|vrijgesteld|uitgezonderd|geen \w+ verschuldigd|niet verschuldigd|buiten beschouwing|wordt (?:\w+ )?niet geheven)\b",
    re.I,
)
_AL = re.compile(r"\b(?:al|reeds|nu|bestaande|lopende|zittende|voor (?:19|20)\d\d)\b")
_OVERGANG = re.compile(
    r"\binwerkingtreding\b[^.;]{0,200}\b(?:niet|blijft|blijven|geldt|gelden|wordt|worden)\b|\bvoor 1 \w+ 20\d\d\b|\b(?:zijn|waren) aangevangen voor\b|zoals (?:dat|die|deze)\b[^.;]*\bluidde",
    re.I,
)
_NEAR = 0.1  # an artikel with this chance may make the exception itself
_LEAST = 0.05  # an artikel with this chance is among those the sentence is about
_WIE = r"(?P<wie>[^.;:()]{4,110}?)"
_KOP = r"^(?:Alleen |Slechts |Ook |Zo |Wel )?"
# What asks or takes something, of which somebody can be spared.
_LAST = (
    r"(?:[\w-]*(?:eis|plicht|verplichting|grens|drempel|verbod|voorwaarde|norm|termijn|maximum|minimum|boete|sanctie|maatregel|verlaging|korting|wachttijd|wachtlijst"
    r"|periode|leges|bijdrage|regel|beperking|heffing|belasting|toets|toetsing|opgave|keuring|terugvordering|intrekking)(?:en|s|n)?)"
)
_MILDER = (
    r"(?:gehalveerd|de helft|later|langer|lager|korter|soepeler|ruimer|milder|lichter|versoepeld|verlengd|verlaagd|verruimd|gratis|kosteloos|nihil|vrijgesteld|uitgezonderd"
    r"|ontheven|niet (?:vereist|nodig|verplicht|verschuldigd|meegeteld)|geen [\w-]+ (?:vereist|nodig|verplicht|verschuldigd))"
)
_VRIJ = r"(?:vrijgesteld|uitgezonderd|ontheven|ontzien|gevrijwaard|(?:er)?van gespaard|daarvoor gespaard|buiten schot)"
# Of these the bill may have an exemption in an artikel that the words of the sentence do not lead to.
_VRIJSTELLEND = (
    re.compile(rf"{_KOP}{_WIE},? (?:is|zijn|blijft|blijven|wordt|worden) (?:\w+ ){{0,4}}?{_VRIJ}\b"),
    re.compile(rf"{_KOP}{_WIE},? (?:betaalt|betalen|is|zijn) (?:[\w-]+ ){{0,6}}?(?:niets|geen [\w-]+ verschuldigd|niet verschuldigd)\b"),
)
_NOG_EEN = re.compile(rf",? (?:evenals|net als|hetzelfde geldt voor|net zoals|alsook) {_WIE}(?=[.,;]|$)")
_EEN = re.compile(
    r"\b(?:geldt als|gelden als|excuus|reden|uitgezonderd|vrijgesteld|uitzondering|ontheffing|telt niet|tellen niet|niet mee|hoeft|hoeven|achterwege|verschoonbaar|overmacht)\b",
    re.I,
)
_PATRONEN = (
    # «Voor aanbieders met minder dan drie zorgverleners begint die periode een jaar later te lopen»
    re.compile(
        rf"(?:^|[,;:] |\b(?:maar|en|terwijl|dat) )[Vv]oor {_WIE},? (?:geldt|gelden) (?:de|het|deze|die|dit|dat) (?:[\w-]+ )?{_LAST} (?:dan |daarom |echter )?niet\b"
    ),
    re.compile(
        rf"(?:^|[,;:] |\b(?:maar|en|terwijl|dat) )[Vv]oor {_WIE},? (?:is|zijn|wordt|worden|begint|beginnen|duurt|duren|loopt|bedraagt) (?:de|het|die|deze|dit|dat) (?:[\w-]+ )?"
        rf"{_LAST[:-1]}|duur|tarief|bedrag|prijs|leeftijd|aantal|vergoeding) (?:[\w-]+ ){{0,3}}?{_MILDER}\b"
    ),
    *_VRIJSTELLEND,
    re.compile(rf"{_KOP}{_WIE},? (?:vallen|valt) (?:\w+ ){{0,2}}?(?:buiten|niet onder) (?:de|het|deze|die|dit|dat) {_LAST}\b"),
    re.compile(
        rf"{_KOP}{_WIE},? (?:komt|komen|krijgt|krijgen|ontvangt|ontvangen|behoudt|behouden) (?:[\w-]+ ){{0,7}}?(?:ongeacht|volledig|voorrang|steeds|altijd|kosteloos|gratis)\b"
    ),
    re.compile(rf"(?<!geen )(?<!zonder )\b(?:uitzondering|vrijstelling|voorbehoud|ontheffing) (?:\w+ )?(?:voor|bij) {_WIE}(?=[.,;:]|$)"),
    re.compile(rf"^[Vv]oor {_WIE},? (?:kan|mag|maakt|is|wordt) (?:[\w-]+ ){{0,4}}een uitzondering (?:maken|gemaakt|mogelijk|worden)\b"),
    re.compile(
        rf"(?:, |\b)(?:tenzij|behalve (?:als|wanneer|indien|voor)|behoudens (?:als|bij)?|met uitzondering van|zij het dat) {_WIE}(?=[.;]|$)"
    ),
    _NOG_EEN,
)
# It says what another rule, another time or somebody else has.
_ELDERS = re.compile(
    r"\b(?:Awb|Algemene wet bestuursrecht|rechter|consultatie|oude|vorige|voormalige|eerdere|voorontwerp|amendement|zou|zouden|variant|overwogen"
    r"|sinds (?:19|20)\d\d|gepleit|bepleit\w*|verzocht|gevraagd|wilde|wilden|vroeg|voorgesteld|stelde|[Bb]ezien|onder ogen gezien|verworpen|afgewezen is|adviseerde|wens|landelijk|provincie|rijk|Europese?|richtlijn|inspraak"
    r"|motie|fractie|onderzoek\w*|gemiddeld|kost|kosten per|naar verwachting|regeldruk|administratieve lasten|lasten|gevolgen voor|uitvoerbaar\w*)\b"
    r"|(?-i:\b(?:[Oo]nder|[Kk]rachtens|[Vv]olgens|[Oo]p grond van|[Ii]ngevolge|[Uu]it|[Ii]n|[Vv]an) (?:de|het) (?:\w+ )?(?:Wet|Besluit|Regeling|Wetboek|[A-Z]\w+wet|[A-Z]\w+besluit)\b)"
    r"|(?-i:\b(?:Bbz|Awir|AWR|WW|Wajong|WIA|Wmo|Wlz|Zvw|Jeugdwet|Participatiewet)\b)",
    re.I,
)
_GEEN_WIE = re.compile(r"(?:Bij|In|Op|Met|Door|Van|Na|Dit|Dat|Er|Het|Daar\w*|Hier\w*|Zij|Hij|Ze|Deze|Die|Om|Aan|Uit|Over)\b")
_VAAG = re.compile(
    r"\b(?:gevolgen|effect\w*|voordeel|nadeel|lasten|praktijk|website|app|meestal|doorgaans|vaak|soms|verandert|wijzigt|relevant|belangrijk|duidelijk|mogelijk dat|sommige|bijvoorbeeld|bedoeld)\b",
    re.I,
)


def uitzondering_onbekend(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The exception of a sentence for a group or case that the bill does not know, beside the provision it would soften."""
    if elders(zin.text) or not over_het_ontwerp(zin):
        return None
    for wie, nog_een in _wie(explanation, zin.text):
        if _AL.search(wie) and any(_OVERGANG.search(dossier.bill.document.text[p.span]) for p in dossier.bill.provisions):
            continue
        strange = onbekend(explanation, wie)
        if not strange:
            continue
        provision = waarover(explanation, zin)
        if provision is None or (not nog_een and _keeps(dossier, explanation, zin)):
            return None
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting maakt een uitzondering voor «{wie}»; het ontwerp noemt «{strange[0]}» nergens. {naam(provision.unit).capitalize()} "
            f"zegt: «{words(dossier.bill.document, provision.passage.span, _QUOTED)}». Klopt dat met elkaar?",
            "Gezocht is in het hele ontwerp naar deze woorden, naar samenstellingen ermee en naar andere woorden voor hetzelfde: niet gevonden. "
            "Wie op de uitzondering rekent, valt onder de regel.",
            label="zonder grondslag in het ontwerp",
            annotations=(Annotation(dossier.bill.document, provision.passage.span, "zonder deze uitzondering"),),
            severity=Severity.SUGGESTION,
        )
    return None


def elders(text: str) -> bool:
    """The sentence says what another rule, another time or somebody else has."""
    return _ELDERS.search(text) is not None


def _wie(explanation: Explanation, text: str) -> Iterator[tuple[str, bool]]:
    """Who or what is excepted, and whether it is one more beside another that is told."""
    for pattern in _PATRONEN:
        match = pattern.search(text)
        if match is None or (pattern is _NOG_EEN and not _EEN.search(text[: match.start()])):
            continue
        if not (pattern in _VRIJSTELLEND and _VRIJGESTELD.search(explanation.bill.document.text.content)):
            wie = match.group("wie").strip(" ,")
            if not _VAAG.search(wie) and not (text.startswith(wie) and _GEEN_WIE.match(wie)):
                yield wie, pattern is _NOG_EEN


def dichtbij(explanation: Explanation, zin: Zin) -> frozenset[Unit]:
    """The artikelen that a sentence may be about."""
    near: dict[Unit, float] = {}
    for p, share in explanation.shares(zin).items():
        if p.unit.artikel is not None:
            near[p.unit.artikel] = near.get(p.unit.artikel, 0.0) + share
    return frozenset(a for a, share in near.items() if share >= _NEAR)


def _keeps(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> bool:
    """An artikel that the sentence may be about makes an exception of its own."""
    text = dossier.bill.document.text
    return any(_UITGEZONDERD.search(text[p.span]) for a in dichtbij(explanation, zin) for p in dossier.bill.in_artikel(a))


def waarover(explanation: Explanation, zin: Zin) -> Provision | None:
    """The rule that the sentence is likeliest about: no definition, and nothing of the end of the bill."""
    artikelen: dict[object, float] = {}
    shares = explanation.shares(zin)
    for p, share in shares.items():
        artikelen[p.unit.artikel] = artikelen.get(p.unit.artikel, 0.0) + share
    found = [
        p
        for p in shares
        if artikelen[p.unit.artikel] >= _LEAST and not all(n.soort in (Soort.DEFINITIE, Soort.SLOT, Soort.DELEGATIE) for n in p.norms)
    ]
    return max(found, key=lambda p: (shares[p], -p.span.start), default=None)

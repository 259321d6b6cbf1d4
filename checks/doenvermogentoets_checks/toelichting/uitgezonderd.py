"""A group that the toelichting exempts or favours and that the bill does not know, and a duty that it says is gone while a lid has it."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor
from doenvermogentoets.toelichting.words import groups, root, roots, topic
from doenvermogentoets_checks.common import capital, words
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp
from doenvermogentoets_checks.toelichting.waarborgen import ontkend

_SURE = 0.6  # from this chance on a sentence is about an artikel that it does not name
_MAYBE = 0.1  # from this chance on a provision may be the one from which the group is exempted
_QUOTED = 90
_LONG, _PART = 6, 5  # letters of a word that names a group, and of the part of a compound that may be the word of the bill
_WHO = r"(?P<wie>[^,.;:()]{3,80}?)"
_MILDER = (
    r"(?:lage?re?|lichtere?|soepele?re?|ruime?re?|korte?re?|lange?re?|hoge?re?|kleine?re?|aangepaste?|verlaagde?|afwijkende?|verruimde?"
    r"|mildere?|beperktere?|versoepelde?)"
)
_VRIJ = (
    re.compile(rf"^(?:Alleen |Slechts |Ook )?{_WHO} (?:is|zijn|blijft|blijven) (?:\w+ ){{0,2}}?(?:vrijgesteld|uitgezonderd|ontheven)\b"),
    re.compile(
        rf"\b[Vv]oor {_WHO} (?:geldt|gelden|bestaat|is|blijft) (?:daarom |echter |wel |ook |nog )?(?:een |de )?{_MILDER} [\w-]+\b",
    ),
    re.compile(
        rf"\b[Vv]oor {_WHO} (?:geldt|gelden) (?:deze|die|dit|dat|de|het) "
        r"(?:eis|verplichting|plicht|voorwaarde|drempel|grens|verbod|norm)\w* niet\b"
    ),
    re.compile(
        rf"^(?:Alleen |Ook )?{_WHO} (?:hoeft|hoeven) (?:niet|geen) (?:aan|onder) (?:deze|die|de) "
        r"(?:eis|verplichting|plicht|voorwaarde|drempel|norm)"
    ),
)
_ANDERS = re.compile(
    r"\bartikel(?:en)? \d|\b(?:wet|verordening|besluit|richtlijn|amvb|provinciaal|landelijk|bijlage|eerder|huidige|nieuwe aanvragen"
    r"|bestaande|lopende)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def groep_vrij(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Bomen in achtertuinen blijven vrijgesteld», where the bill has no word of such trees."""
    match = next((m for p in _VRIJ if (m := p.search(zin.text)) is not None), None)
    if match is None or _ANDERS.search(zin.text) or not over_het_ontwerp(zin):
        return None
    strange = next((w for w in _WORD.findall(match.group("wie")) if _names(w) and not _known(explanation, w)), None)
    if strange is None:
        return None
    shares = explanation.shares(zin)
    meant = [
        p
        for p, share in shares.items()
        if share >= _MAYBE and any(n.doenlast or n.belastend or n.soort is Soort.VERBOD for n in p.norms) and _about(zin, explanation, p)
    ]
    provision = max(meant, key=lambda p: (shares[p], -p.span.start), default=None)
    if provision is None:
        return None
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting maakt een uitzondering voor «{match.group('wie').strip()}»; het ontwerp noemt «{strange}» nergens. "
        f"{capital(naam(provision.unit))} zegt: «{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
        "Gezocht is in het hele ontwerp naar dit woord en naar woorden met hetzelfde deel: niet gevonden. Wie op de uitzondering rekent, "
        "valt onder de regel.",
        label="zonder grondslag in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "zonder deze uitzondering"),),
    )


def _names(word: str) -> bool:
    """A noun that can tell a group apart: long enough, and no verb or adjective of the frame of the sentence."""
    return len(word) >= _LONG and not word.endswith(("ende", "ig", "ige", "lijk", "lijke")) and root(word.lower()) not in _KADER


_KADER = frozenset(
    root(w) for w in ("minder", "meer", "personen", "mensen", "degenen", "iedereen", "gevallen", "situaties", "alleen", "andere")
)


def _known(explanation: Explanation, word: str) -> bool:
    """The bill has the word, a compound with it or a part of it, or a word that means the same."""
    plain = word.lower()
    stem = root(plain)
    bill = _vocabulary(explanation)
    if stem in bill or groups((stem,)) & groups(bill):
        return True
    return any(
        (len(w) >= _PART and (stem.startswith(w) or stem.endswith(w) or w in stem)) or (len(stem) >= _PART and stem[:-1] in w) for w in bill
    )


def _vocabulary(explanation: Explanation) -> frozenset[str]:
    """The roots of the words of the bill."""
    return frozenset(roots(explanation.bill.document.text.content))


def _about(zin: Zin, explanation: Explanation, provision: Provision) -> bool:
    return bool(zin.roots & explanation.provision_roots[provision])


_HOEFT_NIET = re.compile(
    r"\b(?:hoeft|hoeven|behoeft|behoeven)\b[^.;,]{0,80}?\b(?:niet|geen)\b[^.;,]{0,80}?\bte (?:worden )?(?P<daad>\w{4,})\b"
    r"|\b(?:is|zijn) (?:niet (?:meer|langer)|niet) (?:verplicht|gehouden)\b[^.;]{0,90}?\bte (?:worden )?(?P<daad2>\w{4,})\b"
)
# It is only otherwise, later or in one case that nothing has to be done.
_DEELS = re.compile(
    r"\b(?:pas|alleen|nogmaals|opnieuw|eerst|zelf|apart|afzonderlijk|telkens|steeds|direct|meteen|onmiddellijk|altijd|nog|tweemaal|ook"
    r"|als|indien|wanneer|tenzij|mits|zolang|wie|die|bij|daarom|daarvoor|eerder)\b",
    re.I,
)
_ONTSLAAT = re.compile(
    r"\b(?:behoe(?:ft|ven)|hoe(?:ft|ven)|tenzij|met uitzondering van|uitgezonderd|behoudens|vrijgesteld|geldt niet|gelden niet"
    r"|niet van toepassing)\b",
    re.I,
)


_WIE_HET_DOET = re.compile(r"^(?:\W*\d*\W*)?(?:De |Een )?[\w-]+ (?:die|dat) ([^,;]{3,80}),", re.I)


def plicht_weg(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Een verandering van werkgever hoeft niet meer te worden gemeld», where a lid has the duty to report just that."""
    match = _HOEFT_NIET.search(zin.text)
    if match is None or not over_het_ontwerp(zin) or _DEELS.search(zin.text):
        return None
    act = topic(match.group("daad") or match.group("daad2"))
    target = doel_of_daarvoor(explanation, zin)
    if not act or target is None or len(target.artikelen) != 1 or target.zeker < _SURE:
        return None
    inside = dossier.bill.in_artikel(target.provisions[0].unit)
    text = dossier.bill.document.text
    if any(_ONTSLAAT.search(text[p.span]) for p in inside):
        return None
    shares = explanation.shares(zin)
    about = zin.roots - act
    for provision in sorted(inside, key=lambda p: (-shares.get(p, 0.0), p.span.start)):
        own = explanation.provision_roots[provision]
        if not act & own or not about & own or not any(n.soort is Soort.PLICHT and n.doenlast for n in provision.norms):
            continue
        if _WIE_HET_DOET.search(text[provision.span]) and act & topic(_WIE_HET_DOET.findall(text[provision.span])[0]):
            continue  # «wie een voorkeur kenbaar maakt, is verplicht …»: the duty is of those who do it of their own will
        if ontkend(text[provision.span], 0, 0) or len(about & own) * 2 < len(about):
            continue
        return Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"Volgens de toelichting hoeft dit niet («{match.group(0)}»); {naam(provision.unit)} verplicht ertoe: "
            f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
            "Wie op de toelichting afgaat, verzuimt een plicht. Gezocht is ook naar een uitzondering in het artikel.",
            label="zonder grondslag in het ontwerp",
            annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat de plicht"),),
        )
    return None

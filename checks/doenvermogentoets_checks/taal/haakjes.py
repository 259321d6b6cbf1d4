"""Phrases in brackets in statutory text (vergelijk Ar 3.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.taal.tekst import bepalingen, eigen_tekst

_HAAKJES = re.compile(r"\(([^()\n]{4,400})\)")
_WOORD = re.compile(r"[^\W\d_]{2,}")
# Publication references, titles of acts, short names and formulas stand in brackets by convention.
_GANGBAAR = re.compile(
    r"^(?:PbE[UGK]?|Pb\b|Stb\b|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad|EU|EG|EEG|Euratom|hierna|verder|PB\b|L \d|C \d|nr|CAS|"
    r"ECLI|Kamerstukken|"
    r"herschikking|zie\b|vergelijk|verklaring en belofte|verklaar en beloof|dat verklaar|"
    r"gecodificeerde|voor de EER|NEN|ISO|zie bijlage|bijlage|formule|tabel|"
    # where it stands, or of what date it is
    r"(?:onderde(?:el|len)|artikel(?:en)?|hoofdstuk(?:ken)?|paragra(?:af|fen)|punt|lid) (?:\d|[IVXLC]+\b|[a-z]\b)|"
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende) lid\b|wet van \d|d\.?\s?d\.|van \d{1,2} \w+ \d{4})",
    re.I,
)
# No two of these read the same word («en» and «of» are two letters): text that goes on otherwise would take time without end.
_BIJ_VERWIJZING = re.compile(
    r"\b(?:lid|leden|onderde(?:el|len)|artikel(?:en)?|onder)\b(?:,?\s(?:tot en met|[a-z]{1,2}|\d{1,4}[a-z]|[\d:.]+))*,?\s*$"
)
# «de in artikel 8 genoemde wet (vut bij veertig dienstjaren)»: a reminder behind an act that is named elsewhere
_GENOEMDE = re.compile(r"\b(?:genoemde|bedoelde) (?:wet|besluit|regeling|verordening|lid|artikel\w*)\s*$")
_FORMULE = re.compile(r"[=×÷+*/<>≤≥∑√]|\d\s?%|€|\b[A-Z]\s?[-–]\s?[A-Z]\b")
_HANDELING = re.compile(
    r"\b(?:Richtlijn|Verordening|Besluit|Verdrag|Overeenkomst|Protocol|Wet|Handvest|Kaderbesluit|Conventie)"
    r"\b[^.;]{0,300}$"
)
_OPENT_CITAAT = "‘«\"'“„"
_ZINSDEEL = re.compile(
    r"\b(?:of|en|indien|tenzij|mits|dan wel|waaronder|inclusief|exclusief|met|zonder|niet|mede|onder|alsmede|ook|bij|voor|in|van|die|"
    r"dat|door|op|"
    r"behalve|uitgezonderd|waarvan|is|zijn|wordt|worden|met inbegrip)\b",
    re.I,
)


_STOPS = tuple(",.;:)")
# A word that waits for what comes next: commas behind it would part what belongs together («de (zieke of) gewonde houder»).
_WAITS = re.compile(
    r"\b(?:de|het|een|deze|dit|die|dat|zijn|haar|hun|van|aan|in|op|bij|door|met|voor|tot|te|uit|naar|over|onder|tegen|en|of|om)\Z", re.I
)


def _between_commas(content: str, span: Span, inside: str) -> Suggestion:
    """The words between commas: the first right behind the word before, none twice, and none before a mark that ends the clause."""
    title = "zonder haakjes, tussen komma's"
    lead = content[max(0, span.start - 40) : span.start]
    before = lead.rstrip(" \t")
    if not before or not (before[-1].isalnum() or before[-1] in ",»”)%") or _WAITS.search(before) or _WAITS.search(inside):
        return Suggestion(title)
    opening = " " if before[-1] == "," else ", "
    following = content[span.end : span.end + 8].lstrip(" \t")
    closing = "" if not following or following.startswith(_STOPS) else ","
    return Suggestion(title, replacement=f"{opening}{inside}{closing}", at=Span(span.start - len(lead) + len(before), span.end))


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    content = document.text.content
    for provision in bepalingen(dossier.bill):
        for part in eigen_tekst(provision.unit):
            if content.count("€", part.start, part.end) > 2:
                continue  # a table set as text
            for match in _HAAKJES.finditer(content, part.start, part.end):
                inside = match.group(1).strip()
                before = content[max(part.start, match.start() - 300) : match.start()]
                if inside[0] in _OPENT_CITAAT or "Almachtig" in content[part.start : part.end]:
                    continue  # a title, or the two forms of an oath
                if len(_WOORD.findall(inside)) < 2 or _GANGBAAR.match(inside) or _FORMULE.search(inside) or not _ZINSDEEL.search(inside):
                    continue
                after = content[match.end() : match.end() + 8]
                if (
                    _BIJ_VERWIJZING.search(before)
                    or _GENOEMDE.search(before)
                    or re.match(r"\s*\((?:Stb|PbE|Stcrt|Trb)", after)
                    or before.count("«") > before.count("»")
                ):
                    continue  # a reminder of what an artikel is about, a title of an act, a quotation
                if not before.strip() or _HANDELING.search(before) or inside[0].isupper():
                    continue
                span = Span(match.start(), match.end())
                yield Hit(
                    document,
                    provision.unit,
                    span,
                    f"«({words(document, Span(match.start(1), match.end(1)), 70)})» staat tussen haakjes, maar hoort bij de regel.",
                    "Haakjes laten open of de woorden meetellen: zijn zij deel van de norm, dan horen zij in de zin; zijn zij "
                    "uitleg, dan horen zij in de toelichting.",
                    label="deel van de norm of uitleg?",
                    suggestions=(
                        _between_commas(content, span, inside),
                        Suggestion("een eigen zin of lid voor deze woorden"),
                        Suggestion("verplaatsen naar de toelichting als het alleen uitleg is"),
                    ),
                )

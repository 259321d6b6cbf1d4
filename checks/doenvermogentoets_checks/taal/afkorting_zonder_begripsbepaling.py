"""Abbreviations that no begripsbepaling explains (Ar 3.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import DocumentKind, Unit
from doenvermogentoets.findings import Confidence, Hit, Severity, Suggestion
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import table
from doenvermogentoets_checks.taal.tekst import bepalingen, eigen_tekst, is_definitie

_HOOFDLETTERS = re.compile(r"(?<![\w./:&@-])([A-Z]{2,7}[a-z]?(?:\d{1,2})?)(?=$|[\s,;:)«»'’]|\.(?!\w)|-(?=[a-z]))")
_ROMEINS = re.compile(r"^X{0,3}(?:IX|IV|V?I{0,3})[A-Za-z]?$")
_ROEPT_IN = re.compile(r"(?:hierna|verder)(?: te noemen| genoemd)?:?\s*[«\"'‘“]?\s*(?:de |het )?([A-Z][\w-]+)", re.I)
_TUSSEN_HAAKJES = re.compile(r"\((?:[^()]{0,60}?[\s–-])?([A-Z][\w-]{1,9})(?:\s*[’'‘]\d\d)?\s*\)|\((?=[A-Z]{2,9} [A-Z])([A-Z]{2,9})")
# What surrounds an upper-case code that is no abbreviation: a column, a category, a licence class, an annex.
_CODE = re.compile(
    r"(?:\b\d{4}\s$|\b(?:categorie|klasse|bijlage|tabel|kolom|groep|type|model|rijbewijs|letters?|zone|\w*schaal|\w*schalen|deel|code|"
    r"codes|formulier|box|onderde(?:el|len)|artikel(?:en)?|hoofdstuk(?:ken)?|titels?|afdeling(?:en)?|paragraaf|nummer|nr\.?|norm|symbool|"
    r"waarin|vak)\s*[«\"']?\s*)$",
    re.I,
)
# Further down such a row: «de onderdelen J, K, BB», «schaal LC en/of LD».
_RIJ = re.compile(
    r"\b(?:letters?|\w*schaal|\w*schalen|categorie\w*|klassen?|onderde(?:el|len)|groep(?:en)?|kolom(?:men)?|codes?|types?|zones?)\s+"
    r"(?:[A-Z]{1,3}\d?(?:,|,? en|,? of| en/of|,? dan wel| onderscheidenlijk| tot en met)\s+)+$"
)
# Names in a row behind what they are: «de omroepverenigingen A en B, C onderscheidenlijk D».
_NAMEN = re.compile(
    r"\b\w*(?:vereniging|stichting|organisatie|instelling|vennootschap|maatschappij|partij|fonds|bank|museum|universiteit)(?:en|s)?\s+"
    r"(?:[A-Z][\w-]*(?:,|,? en|,? of|,? dan wel|,? onderscheidenlijk|,? respectievelijk)?\s+)*$"
)
# Old rules that go: «Het Statuut … bij het ministerie van VROM wordt ingetrokken» cites a title.
_INGETROKKEN = re.compile(r"[^.;]{0,200}\b(?:wordt|worden) ingetrokken\b")
_LETTER = re.compile(r"\bletters?\s+[«\"']?([A-Z]{1,3})\b|(?<![\w-])([A-Z][A-Za-z]{0,5})\s*=\s")
_VOLUIT = re.compile(r"\s*\([A-Z][a-zé]+(?: [\w-]+){2,}\)")
_NAAM = re.compile(
    r"\b(?:[A-Z]\w*(?:wet|regeling|besluit|verordening)|Wet|Besluit|Regeling|(?:Tijdelijke?|Algemene) \w+|Stichting|"
    r"Vereniging|Logisch \w+|Statuut|Convenant|Meerjarenafspraak)\b[^,.;:()]*$"
)
_GENOEMD = re.compile(r"(?:-[a-z]+)?,? (?:genoemd|bedoeld|als bedoeld) in\b")
# A name goes on after it, or a word before it says that it is one: «de eenheid DSW», «het VGZ Rotterdampakket», «richtlijn RJ 660».
_EIGENNAAM = re.compile(
    r"\b(?:eenheid|richtlijn|zorgzwaartepakket|stichting|\w*fonds|\w*toets|\w*examen|systeem|\w*voorziening|verzekeraar|bedrijf|standaard)\s+(?:[A-Z]\s+)?$",
    re.I,
)
_NAAM_VERDER = re.compile(r" (?:[A-Z][a-z]{3,}|\d{3})")
# Other capitalised words before it, not at the start of a sentence: a name as a whole («de Intaketoets Alfabetisering NT2»).
_IN_NAAM = re.compile(r"[a-zé,;:)]\s(?!(?:Onze )?(?:Minist|Staatssecretaris))(?:[A-Z][a-zé-]{3,}\s){2,}$")
_REGELING = re.compile(r"-(?:protocol|verordening|richtlijn|verdrag|overeenkomst)")
_HANDELING = re.compile(r"\b(?:Richtlijn|Verordening|Verdrag|Kaderbesluit|Besluit)\b[^;]{0,600}$")
_FORMULE = re.compile(r"[=×÷*/+]")
# «een keuring als ‘OV-auto’», «formulier "IB 92 SPA"»: a name that is cited, of which the capitals are a part.
_GECITEERD = re.compile(
    r"‘([^‘’\n]{3,60})’|“([^“”\n]{3,60})”|«([^«»\n]{3,60})»"
    r"|(?<!\w)\"([^\"\n]{3,60})\"(?!\w)|(?<![\w’'])'([^'\n]{3,60})'(?!\w)"
)
_INGEVOEGD = re.compile(r"\b(?:door|luidende?|luidt|ingevoegd|toegevoegd|gelezen|wordt|worden|zinsneden?|woord(?:en)?)[:\s]*\Z", re.I)
# The law on which a lower regulation rests may define it; that text is not at hand.
_LOWER = frozenset({DocumentKind.AMVB, DocumentKind.REGELING, DocumentKind.VERORDENING})
_TITEL = re.compile(r"\b(?:wet van \d|tot wijziging van|houdende|in verband met)\b[^;]*$", re.I)
_VINDPLAATS = re.compile(r"\((?:Stb|Stcrt|Trb|Kamerstukken)\b")


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    package = "doenvermogentoets_checks.taal"
    known = set(table(package, "bekende_afkortingen")["woorden"])
    acts = [re.escape(w) for w in table(package, "wetsafkortingen")["woorden"]]
    act = re.compile(rf"(?<![\w-])({'|'.join(sorted(acts, key=len, reverse=True))})(?![\w-])")
    organs = set(load("actors")["overheid"]["frasen"])
    document = dossier.bill.document
    content = document.text.content
    defined = {w for term in dossier.bill.definitions for w in re.findall(r"[\w-]+", term)}
    found: dict[str, list[tuple[Unit, Span]]] = {}
    for provision in bepalingen(dossier.bill):
        text = content[provision.span.start : provision.span.end]
        defined.update(next(filter(None, letter.groups())) for letter in _LETTER.finditer(text))
        for introduced in (*_ROEPT_IN.finditer(text), *_TUSSEN_HAAKJES.finditer(text)):
            defined.add(next(filter(None, introduced.groups())))
        if is_definitie(provision):
            # a term is defined by standing in front of its colon, whatever the layout
            defined.update(w for line in text.splitlines() for w in re.findall(r"[\w-]+", line.partition(":")[0]))
            continue
        for part in eigen_tekst(provision.unit):
            if content[part.start : part.end].isupper():
                continue
            cited = _names(content, part)
            for match in (*_HOOFDLETTERS.finditer(content, part.start, part.end), *act.finditer(content, part.start, part.end)):
                word = match.group(1)
                if any(name.contains(Span(*match.span(1))) and len(name) > len(word) for name in cited):
                    continue
                before = content[max(part.start, match.start() - 30) : match.start()]
                after = content[match.end() : min(part.end, match.end() + 4)]
                if _GENOEMD.match(content, match.end(), min(part.end, match.end() + 40)):
                    defined.add(word)  # named with the act that defines it
                    continue
                back = content[max(part.start, match.start() - 160) : match.start()]
                if _RIJ.search(back) or _NAMEN.search(back) or _VOLUIT.match(content, match.end(1), part.end):
                    continue
                if _INGETROKKEN.match(content, match.end(), part.end):
                    continue
                if _NAAM.search(content[max(part.start, match.start() - 90) : match.start()]) or _REGELING.match(
                    content[match.end() : match.end() + 14]
                ):
                    continue  # part of a name
                if _EIGENNAAM.search(before) or _IN_NAAM.search(back) or _NAAM_VERDER.match(content[match.end() : match.end() + 6]):
                    continue
                if _HANDELING.search(content[max(part.start, match.start() - 600) : match.start()]):
                    continue
                if _TITEL.search(content[max(part.start, match.start() - 400) : match.start()]) and _VINDPLAATS.search(
                    content[match.end() : min(part.end, match.end() + 300)]
                ):
                    continue  # the official title of an act, with its place of publication
                if word in known or _ROMEINS.match(word) or _CODE.search(before) or _FORMULE.search(before[-3:] + after[:3]):
                    continue
                found.setdefault(word, []).append((provision.unit, Span(match.start(1), match.end(1))))
    lowered = {part for d in defined for part in (d.lower(), *d.lower().split("-"))}
    for word, places in found.items():
        inserted = all(u.inserted for u, _ in places)  # the law that is amended may define it
        if word.lower() in lowered or ((inserted or document.kind in _LOWER) and word.lower() in organs):
            continue  # an organ that acts there is named by the law above
        if inserted and act.fullmatch(word) is not None:
            continue
        unit, span = min(places, key=lambda p: p[1])
        times = f" Zij komt {len(places)} keer voor." if len(places) > 1 else ""
        yield Hit(
            document,
            unit,
            span,
            f"«{word}» is {'in dit voorstel niet omschreven' if inserted else 'niet in de begripsbepalingen opgenomen'}.",
            f"Gezocht is naar een begripsbepaling en naar «(hierna: {word})»: niet gevonden.{times} Wie de afkorting niet kent, kan "
            f"de bepaling niet lezen.{' De regeling die wordt gewijzigd, kan haar omschrijven.' if inserted else ''}",
            label="nergens omschreven",
            severity=Severity.INFO if inserted or document.kind in _LOWER else None,
            confidence=Confidence.LAAG if inserted else None,
            suggestions=(
                Suggestion(f"«{word}» in de begripsbepalingen opnemen: «{word}: …»"),
                Suggestion("de naam voluit schrijven, met de wet waarin die voorkomt"),
            ),
        )


def _names(content: str, part: Span) -> list[Span]:
    """What stands between quotation marks in a part of the text; not words that are put into another text."""
    found = _GECITEERD.finditer(content, part.start, part.end)
    return [
        Span(*m.span(m.lastindex or 0)) for m in found if _INGEVOEGD.search(content, max(part.start, m.start() - 24), m.start()) is None
    ]

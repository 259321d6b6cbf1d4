"""Passages that rest on a citizen who knows, weighs and acts (realistic view of man)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity
from doenvermogentoets.search import Listed
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Alinea, Explanation, Zin
from doenvermogentoets_checks import klanken
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import lasten, nadelen, words_pattern


@cache
def _lists() -> tuple[tuple[tuple[str, Listed], ...], Listed, Listed, Listed]:
    data = tomllib.loads(files(__package__).joinpath("mensbeeld.toml").read_text(encoding="utf-8"))
    patterns = tuple((p["naam"], Listed([p["woorden"]])) for p in data["patroon"])
    rejected, organisations, people = (words_pattern(tuple(data[key]["woorden"])) for key in ("verwerping", "organisaties", "mensen"))
    return patterns, rejected, organisations, people


def people() -> Listed:
    """Words for natural persons in a toelichting."""
    return _lists()[3]


# What is expected is that people cannot: the opposite view. «hoeft slechts» is said of things as well as of people.
_ONVERMOGEN = re.compile(r"[^.;]{0,60}\b(?:niet in staat|niet (?:meer )?(?:kan|kunnen))\b", re.I)
_WIE = re.compile(r"(?:Een|De|Iedere|Elke) ([\w-]+) die\b", re.I)
_HOEFT = re.compile(r"(?:hoef|behoef)", re.I)


_VERWACHT = re.compile(
    r"(?:van|bij) |(?:mag|mogen|kan|kunnen) (?:er )?(?:\w+ )?(?:vanuit|van worden|worden (?:verondersteld|aangenomen))", re.I
)


_EIGEN = re.compile(r"eigen verantwoordelijkheid|in (?:zijn|haar|hun) eigen belang", re.I)
_DIE = re.compile(r"(?:een|iedere|elke|de) ([\w-]+) die\b", re.I)
_ABSTRACT = re.compile(r"(?:ing|heid|teit|schap|tie|sie|ment|isme|plan|termijn|bedrag|stelsel|wet|regel|eis|som)$", re.I)
_BEWIJS = re.compile(
    r"(?:[^.;]{0,90}\bom )?(?:[\w-]+ ){0,8}(?:aan te tonen|aannemelijk te maken|te bewijzen|te stellen|te onderbouwen)\b", re.I
)
_KUNNEN = re.compile(
    r"\b(?:we(?:et|ten)|ken(?:t|nen)|begrijp\w*|(?:zal|zullen)(?![^.;]{0,50}\bworden\b)|in staat|op de hoogte|lez?e[ns]?t?|inz(?:iet"
    r"|ien))\b",
    re.I,
)


_BEST = "mensen zouden zelf het best weten wat te doen"
# Whose judgement it is right before the words: an institution, or somebody who judges by trade.
_INSTELLING = re.compile(
    r"\b(?:opleiding|instelling|school|scholen|uitvoeringsinstituut|bank|autoriteit|commissie|stichting|vereniging|rechter|officier|notaris"
    r"|arts|huisarts|deskundige|docent|examinator|mentor|begeleider|onderneming|werkgever|aanbieder|zorgverlener|wijkteam|gezag|college"
    r"|gemeenten?|minister|raad|bestuur|dienst|inspectie|toezichthouder|uitvoerder)s?(?: (?:van|voor) [\w ]{1,40})?\s*$",
    re.I,
)


# «het kan dus voorkomen dat»: it may happen; «van invloed zijn op de hoogte van»: the height of an amount.
_GEBEURT = re.compile(r"\bhet kan(?: \w+)? voorkomen dat\b", re.I)
_INVLOED = re.compile(r"\binvloed(?: (?:is|kan|kunnen))?\s*$", re.I)
# «dit besluit kiest er bewust voor»: the choice of whoever makes the rule.
_KIEST = re.compile(r"kie(?:st|zen)\b", re.I)
_REGELGEVER = re.compile(
    r"\b(?:besluit|regeling|wet|wetsvoorstel|voorstel|verordening|regering|kabinet|wetgever|college|gemeente|minister|raad|bestuur)\s*$",
    re.I,
)


_UITVOERDER = re.compile(
    r"\b(?:college|gemeenten?|minister|raad|bestuur|dienst|inspecti?e?\w*|ambtena(?:ar|ren)|toezichthouders?|medewerkers?|uitvoerders?|\w*orga(?:an|nen))"
    r"(?: van [\w ]{1,40})?\s*$",
    re.I,
)


def _van_mensen(text: str, match: re.Match[str], persons: Listed) -> bool:
    """Something is expected of people: named in the match, or in the clause «dat …» after it as those who know or act."""
    if re.match(r"van |bij ", match.group(0), re.I):
        return persons.search(match.group(0)) is not None
    after = text[match.end() :].split()
    return persons.search(" ".join(after[:5])) is not None and _KUNNEN.search(" ".join(after[:14])) is not None


# The passage says that people know or were told, and not that they want to.
_WEET = re.compile(r"\b(?:geïnformeerd|ingelicht|voorgelicht|op de hoogte|weet|weten|ken(?:t|nen)|begrijp(?:t|en)|besef(?:t|fen))\b", re.I)
_WIL, _WEET_NAAM = "wie wil, zou het vanzelf doen", "weten zou tot handelen leiden"
# «…, zal» or «mag worden aangenomen dat» is only half of what is expected: the rest of the clause says what.
_HALF = re.compile(r"\b(?:zal|zullen|dat)\Z", re.I)
_REST = re.compile(r"[^.;:]*[^.;:\s]")


def _verwachting(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The words that say what people are expected to do: to the end of the clause where the match stops at its verb."""
    rest = _REST.match(text, match.end()) if _HALF.search(match.group(0)) is not None else None
    return match.start(), rest.end() if rest is not None else match.end()


_TERUG = re.compile(r"(?:Dat|Die|Dit|Deze|Toch|Maar)\b[^.]{0,80}\b(?:niet|onterecht|onjuist|achterhaald|verlaten)\b")
# Log-odds from which a sentence without known words is told, and from which it is a suggestion; found on writers left out of the fit.
_KLINKT, _KLINKT_STERK = 0.5, 1.5
_GROND = "Weten leidt niet vanzelf tot doen, zeker niet bij ziekte, schulden, verlies of drukte."


# «iemand», «hij» and «zelf» are people as well; what authorities among each other will do, is no view of man.
_IEMAND = re.compile(r"\b(?:wie|hij|zij|ze|hem|haar|hun|hen|men|iedereen|iemand|ieder|mensen|zelf)\b", re.I)
_OVERHEDEN = re.compile(
    r"\b(?:ambtena\w+|ministers?|regelgeving|partij(?:en)?|\w*inspecties|landen|bestuursorga\w+|organen|overheidsorganisaties"
    r"|aanwijzing\w*|\w+verstrekker)\b",
    re.I,
)


_PLICHT = re.compile(r"\b(?:zal|zullen)\b[^.;]*\b(?:moeten|dienen)\b", re.I)  # «zal een nieuwe aanvraag moeten indienen»: a rule told
_KORTSTE = 8  # spaces: a shorter sentence says too little to go by its sound


def _klinkt(text: str, persons: Listed) -> bool:
    """A sentence about people, and not about authorities, that sounds as those with the known words do."""
    if text.count(" ") < _KORTSTE or (_IEMAND.search(text) is None and persons.search(text) is None):
        return False
    if _OVERHEDEN.search(text) is not None or _PLICHT.search(text) is not None:
        return False
    return klanken.klinkt("mensbeeld", text) >= _KLINKT  # last: of each sentence of a toelichting this is the dearest to ask


def _klinkt_zo(explanation: Explanation, alinea: Alinea, zin: Zin) -> Hit:
    """A sentence without the known words that sounds as those do."""
    sterk = klanken.klinkt("mensbeeld", zin.text) >= _KLINKT_STERK
    return Hit(
        explanation.document,
        alinea.unit,
        zin.span,
        f"Deze passage lijkt te steunen op een burger die weet, afweegt en dan handelt: «{words(explanation.document, zin.span, 110)}».",
        _GROND,
        label="klinkt zo",
        doubts=() if sterk else (klanken.GEHOORD,),
        severity=None if sterk else Severity.INFO,
    )


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or not (lasten(dossier.bill) or nadelen(dossier.bill)):
        return
    patterns, rejected, organisations, persons = _lists()
    for alinea in explanation.alineas:
        zinnen = explanation.zinnen_of(alinea)
        last: tuple[int, str] | None = None
        for i, zin in enumerate(zinnen):
            found = next(((name, m) for name, p in patterns if (m := p.search(zin.text))), None)
            if found is None and not _klinkt(zin.text, persons):
                continue
            if rejected.search(zin.text):
                continue
            following = zinnen[i + 1].text if i + 1 < len(zinnen) else ""
            if _TERUG.match(following):
                continue  # the next sentence takes it back
            opening = _WIE.match(zin.text)
            somebody = opening is not None and organisations.whole.fullmatch(opening.group(1)) is None
            if not somebody and organisations.search(zin.text) and not persons.search(organisations.whole.sub("", zin.text)):
                continue
            if found is None:
                if last is None or last[0] != i - 1:
                    yield _klinkt_zo(explanation, alinea, zin)
                last = (i, "")
                continue
            name, match = found
            if name == _WIL and _WEET.search(match.group(0)) is not None:
                name = _WEET_NAAM
            if _GEBEURT.search(zin.text) or _INVLOED.search(zin.text[: match.start()]):
                continue
            if _KIEST.match(match.group(0)) and _REGELGEVER.search(zin.text[: match.start()]):
                continue
            if name == _BEST and _INSTELLING.search(zin.text[: match.start()]):
                continue  # «de opleiding kan als geen ander inschatten»: no citizen
            if "geacht" in match.group(0) and _UITVOERDER.search(zin.text[: match.start()]):
                continue  # what an authority is to read
            if _EIGEN.match(match.group(0)) and not persons.search(zin.text):
                continue  # the own responsibility of an authority
            thing = _DIE.match(match.group(0))
            if thing is not None and _ABSTRACT.search(thing.group(1)):
                continue  # «een regeling die …, zal»
            if _VERWACHT.match(match.group(0)) and not _van_mensen(zin.text, match, persons):
                continue  # «van de directeur mag worden verwacht»: what an authority or a thing will do
            if _BEWIJS.match(zin.text[match.end() :].lstrip()):
                continue  # «het ligt op de weg van de aanvrager om aan te tonen»: who has to prove
            if _ONVERMOGEN.match(zin.text[match.end() :]) or (_HOEFT.match(match.group(0)) and not persons.search(zin.text)):
                continue
            if last == (i - 1, name):
                last = (i, name)
                continue  # one finding for one line of thought
            last = (i, name)
            start, end = _verwachting(zin.text, match)
            span = Span(zin.span.start + start, zin.span.start + end)
            yield Hit(
                explanation.document,
                alinea.unit,
                span,
                f"Deze passage steunt op een burger die weet, afweegt en dan handelt: {name} («{explanation.document.text[span]}»).",
                f"{_GROND} De passage zegt niet waarop de verwachting berust.",
                label=name,
            )

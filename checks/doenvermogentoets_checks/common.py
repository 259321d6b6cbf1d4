"""What the checks of all themes share: word lists, and how people, words and places are named in a message."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, wraps
from importlib.resources import files
from typing import Any

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Detector, Options
from doenvermogentoets.document import Document, Unit, UnitKind
from doenvermogentoets.findings import Hit
from doenvermogentoets.norms.deadlines import number
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.model import Adressaat, Norm
from doenvermogentoets.search import Search
from doenvermogentoets.structure import labels
from doenvermogentoets.text import Span

_SPACE = re.compile(r"\s+")
_LENGTH = re.compile(r"(?<!\w)(\w+)\s+(uur|uren|dag(?:en)?|werkdag(?:en)?|week|weken|maand(?:en)?|jaar|jaren)(?!\w)", re.I)
_CLAUSE = re.compile(r",|\s(?:die|dat|wiens|wier|aan wie|van wie|op wie|met wie|bedoeld)\s")


class Phrases:
    """A word list as one search.

    In a phrase a blank stands for any white space, ``*`` for the rest of a word, ``…`` for at most eight words in between.
    Case is ignored and phrases match whole words.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        longest_first = sorted((p.lower() for p in phrases), key=len, reverse=True)
        self._search = Search(r"(?<!\w)(?:" + "|".join(map(_as_pattern, longest_first)) + r")(?!\w)")

    def find(self, document: Document, span: Span) -> Iterator[Span]:
        """Ranges of the phrases inside ``span``, in order, not overlapping."""
        return self._search.within(document.text, span)

    def first(self, document: Document, span: Span) -> Span | None:
        return next(self.find(document, span), None)

    def __contains__(self, words: str) -> bool:
        return self._search.search(words.lower()) is not None


def _as_pattern(phrase: str) -> str:
    words = phrase.strip().split()
    out = ""
    for i, word in enumerate(words):
        if word == "…":
            out += r"(?:\s+[^\s.;:]+){0,8}?\s+"
            continue
        if i and words[i - 1] != "…":
            out += r"\s+"
        out += re.escape(word).replace(r"\*", r"\w*")
    return out


@cache
def _tables(package: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


@cache
def phrases(package: str, table: str, name: str = "woorden.toml") -> Phrases:
    """The list ``woorden`` of a table in a TOML file beside the checks of a theme."""
    return Phrases(_tables(package, name)[table]["woorden"])


def table(package: str, name: str, file: str = "woorden.toml") -> dict[str, Any]:
    """A whole table of such a file."""
    found: dict[str, Any] = _tables(package, file)[name]
    return found


_SHARED = ("doenvermogentoets_checks", "zekerheid.toml")  # words for people, for bodies and for what softens


@cache
def shared_phrases(name: str, key: str = "woorden") -> Phrases:
    """A list of ``zekerheid.toml``, which modules beside the themes share."""
    return Phrases(shared_table(name)[key])


def shared_table(name: str) -> dict[str, Any]:
    """A whole table of ``zekerheid.toml``."""
    package, file = _SHARED
    return table(package, name, file)


def to_words(document: Document, span: Span, within: Span) -> Span:
    """The span with the words that it cuts through, as far as they lie in ``within``."""
    content, start, end = document.text.content, span.start, span.end
    while within.start < start and content[start].isalnum() and content[start - 1].isalnum():
        start -= 1
    while end < within.end and content[end - 1].isalnum() and content[end].isalnum():
        end += 1
    return Span(start, end)


_INNER = str.maketrans("«»", "“”")  # what is quoted in a message between «…», has quotation marks of its own


def words(document: Document, span: Span, limit: int = 110) -> str:
    """The words at a place on one line, cut off after ``limit`` characters at a word."""
    text = _SPACE.sub(" ", document.text[span]).strip().translate(_INNER)
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


_HET = frozenset(
    (
        "personeelslid",
        "lid",
        "slachtoffer",
        "kind",
        "gezin",
        "gezinslid",
        "bedrijf",
        "schoolbestuur",
        "lichaam",
        "bestuur",
        "instituut",
        "hoofd",
        "kinderopvangcentrum",
    )
)
_NO_ARTICLE = (
    "de ",
    "het ",
    "een ",
    "degene",
    "hij",
    "zij",
    "wie ",
    "ieder",
    "een ieder",
    "eenieder",
    "elk",
    "zijn ",
    "onze ",
    "haar ",
    "hun ",
    "deze",
    "die ",
    "personen",
    "iemand",
)


def who(norm: Norm, otherwise: str = "de burger") -> str:
    """The addressee as the text names it («de aanvrager»), small letter first; without a clause that follows it."""
    adressaat = norm.adressaat
    if adressaat is None or adressaat.rol != "burger" or not adressaat.tekst:
        return otherwise
    text = _SPACE.sub(" ", adressaat.tekst).strip(" ,")
    if text.lower() in ("hij", "zij", "het", "men", "deze", "degene"):
        return "de betrokkene"
    if not text.lower().startswith(("degene", "hij", "wie ", "iemand", "personen")):
        text = _CLAUSE.split(text)[0]
    if not text or len(text) > 70:
        return otherwise
    return named(text)


def named(text: str) -> str:
    """A person as a noun phrase in running text: small first letter, with an article."""
    text = text[0].lower() + text[1:]
    if text.startswith(_NO_ARTICLE) or (" " in text and text.endswith("en")):
        return text
    return ("het " if text in _HET else "de ") + text


_BUSINESS = (
    "aanbieder",
    "werkgever",
    "hulpverlener",
    "instelling",
    "exploitant",
    "vervoerder",
    "administratieplichtige",
    "administratieplichtigen",
)


@cache
def _enterprises() -> tuple[frozenset[str], frozenset[str]]:
    data = load("actors")["burger"]
    return frozenset(data["onderneming"]) - {"houder", "houders", "eigenaar", "eigenaren", "eigenaars", "verhuurder"}, frozenset(
        data["particulier"]
    )


def is_person(adressaat: Adressaat) -> bool:
    """A natural person in a private role, also when a definition lets an enterprise hide behind a word like «werkgever»."""
    if adressaat.rol != "burger" or not adressaat.particulier:
        return False
    enterprises, people = _enterprises()
    heads = re.findall(r"\w+", adressaat.tekst.lower())[:4]
    for head in heads:
        if head in enterprises or head.rstrip("s").endswith(_BUSINESS):
            return False
        if head in people:
            return True
    return True


def capital(text: str) -> str:
    """A sentence starts with a capital."""
    return text[:1].upper() + text[1:]


def aangehaald(unit: Unit, vanuit: Unit) -> str:
    """How a new lid in the artikel of ``vanuit`` cites a provision: «het tweede lid» in the same artikel, else «artikel 9, tweede lid».

    An artikel without leden gets them when a lid is added, so its text is «het eerste lid» by then.
    """
    artikel, lid, onderdeel = labels.place(unit)
    own = unit.artikel
    if own is None or own is not vanuit.artikel:
        return labels.words(artikel, lid, onderdeel) or labels.label(unit)
    if lid is None:
        if own.inserted or any(c.kind is UnitKind.LID for c in own.children):
            return labels.words(None, None, onderdeel) or "dit artikel"
        lid = "1"
    cited = labels.words(None, lid, onderdeel)
    return cited if cited.startswith("lid ") else f"het {cited}"


_APPLICATION = re.compile(r"\b\w*aanvra(?:ag|gen|agt)\b|\bvraagt\b[^.;]{0,60}\baan\b")


def over_aanvraag(document: Document, zin: Span) -> bool:
    """A sentence about an application: Awb 4:5 gives a chance to complete that, and nothing else."""
    return _APPLICATION.search(document.text.small, zin.start, zin.end) is not None


_CLOSES = re.compile(r", (?:(?:[\w, ]+ en )?\w+ lid|lid \w+|(?:aanhef|onderdeel \w+))\Z")


def in_zinsverband(plaats: str) -> str:
    """A place as it reads in the middle of a sentence: «artikel 5, eerste lid,»."""
    return f"{plaats}," if _CLOSES.search(plaats) is not None else plaats


def artikelen(places: Iterable[tuple[str, str | None]]) -> str:
    """Artikelen and leden in a list as in law: «de artikelen 2, 3, eerste en derde lid, en 6, derde lid».

    Args:
        places: artikel and lid, a lid of ``None`` for the whole artikel, in the order in which they will be named.
    """
    leden: dict[str, list[str]] = {}
    whole = set()
    for artikel, lid in places:
        known = leden.setdefault(artikel, [])
        if lid is None:
            whole.add(artikel)
        elif lid not in known:
            known.append(lid)
    named = [(artikel, "" if artikel in whole else _leden(found)) for artikel, found in leden.items()]
    if len(named) == 1:
        artikel, lid_words = named[0]
        return ", ".join(filter(None, (f"artikel {artikel}", lid_words)))
    out = ""
    for i, (artikel, lid_words) in enumerate(named):
        before_is_lid = i > 0 and bool(named[i - 1][1])
        joint = "" if i == 0 else (", en " if before_is_lid else " en ") if i == len(named) - 1 else ", "
        out += joint + ", ".join(filter(None, (artikel, lid_words)))
    return f"de artikelen {out}"


def _leden(numbers: list[str]) -> str:
    """«eerste en derde lid»."""
    words = [labels.words(None, n, None) for n in numbers]
    ordinals = [w.removesuffix(" lid") for w in words]
    return f"{listing(ordinals)} lid" if all(w.endswith(" lid") for w in words) else listing(words)


def listing(items: Iterable[str]) -> str:
    """«a, b en c», each once."""
    unique = list(dict.fromkeys(items))
    return " en ".join([", ".join(unique[:-1]), unique[-1]] if len(unique) > 1 else unique)


def _lengths(text: str) -> list[tuple[float, str]]:
    units = load("terms")["eenheden"]
    return [
        (value * float(units[match.group(2).lower()][1]), match.group(0))
        for match in _LENGTH.finditer(text)
        if match.group(2).lower() in units and (value := number(match.group(1).lower())) is not None
    ]


def days(text: str) -> float | None:
    """The one length of time in a few words in days («vier weken» 28, «een maand» 30); ``None`` if there is none or more than one."""
    found = _lengths(text)
    return found[0][0] if len(found) == 1 else None


def length_in(text: str) -> str:
    """The words of the one length of time in a few words («vier weken» in «binnen vier weken»); the words themselves if there is none."""
    found = _lengths(text)
    return found[0][1] if len(found) == 1 else text


def each_place_once(find: Detector) -> Detector:
    """A detector that reports every place once, also when two norms of one sentence lead to it."""

    @wraps(find)
    def once(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
        seen: set[tuple[int, Span]] = set()
        for hit in find(dossier, options):
            if (id(hit.document), hit.span) not in seen:
                seen.add((id(hit.document), hit.span))
                yield hit

    return once


def trimmed(document: Document, span: Span) -> Span:
    """The span without white space at its ends."""
    text = document.text[span]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.end - (len(text) - len(text.rstrip()))))

"""«moeten» and «dienen» in statutory text (Ar 3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Suggestion
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms.grammar import PREPOSITIONS
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import table, words
from doenvermogentoets_checks.taal.tekst import PACKAGE, SUBORDINATE, bepalingen, is_definitie

_MOETEN = frozenset({"moet", "moeten", "moest", "moesten"})
_DIENEN = frozenset({"dient", "dienen", "diende", "dienden"})
# A word that makes the clause subordinate: the verb then describes a duty that another rule imposes («de eisen waaraan hij moet voldoen»).
_BIJZIN = SUBORDINATE | frozenset(table(PACKAGE, "bijzin")["ook"])
_BIJSTELLING = frozenset({"bedoeld", "genoemd", "omschreven", "vermeld"})
_INVOEGING = (("onder", "vermelding"), ("met", "vermelding"), ("onder", "overlegging"), ("met", "inachtneming"), ("met", "uitzondering"))
_BIJSTELLING_VERVOLG = frozenset(
    ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "onderdeel", "onder", "van", "en"]
)
_INDIENBAAR = re.compile(
    r"\b(?:aanvra|verzoek|bezwaar|verantwoording|begroting|voorstel|klacht|plan|declaratie|rekening|opgave|aangifte|verslag|ontslag|"
    r"rapport)"
)
_VRAAGT_OM = re.compile(r"te (?:verzoeken|vragen)\b", re.I)  # «dient om verlenging te verzoeken»: «om» belongs to what is asked
_TE = re.compile(r"\bte\s+(?:\w+en|zijn|doen|gaan|staan|zien|slaan)\b", re.I)


def _bijzin(sentence: Sentence, at: int) -> bool:
    """Whether the clause that holds token ``at`` opens with a subordinating word."""
    words = sentence.words
    i = at - 1
    if words[at + 1 : at + 2] in (("hij",), ("zij",), ("men",)) and i >= 0 and words[i] in ("en", ",", "dan"):
        return False  # «en dient hij»: the verb before its subject opens a main clause
    if i >= 0 and words[i] == ",":
        if words[at + 1 : at + 2] == ("te",):
            return True  # «de wijze waarop de sanctie, indien …, dient te worden voldaan»: the verb closes its clause
        # «de wijze waarop de aanbieding, bedoeld in het eerste lid, moet»: look past the apposition; otherwise the verb opens a main clause
        start = next((k for k in range(i - 1, -1, -1) if words[k] == ","), None)
        while start is not None and words[start + 1] in _BIJSTELLING_VERVOLG:
            start = next((k for k in range(start - 1, -1, -1) if words[k] == ","), None)
        if start is None or not (
            words[start + 1] in _BIJSTELLING
            or words[start + 1 : start + 3] in _INVOEGING
            or words[start + 1 : start + 3] == ("als", "bedoeld")
        ):
            return False
        i = start - 1
    while i >= 0:
        word = words[i]
        if _is_label(sentence, i) or (not sentence.is_word[i] and any(c.isalnum() for c in word)):
            i -= 1  # the label of an onderdeel: the clause goes on from its aanhef
            continue
        if (word in _BIJZIN and not _no_opener(words, i)) or (word.startswith("waar") and len(word) > 5):
            return True
        if word == ":" and i and words[i - 1] in _BIJZIN:
            return True
        if word in (":", ";") and _is_label(sentence, i + 1):
            # an onderdeel goes on from the last clause of its aanhef: «die Nederland: a. onmiddellijk moet verlaten»
            colon = i if word == ":" else next((k for k in range(i - 1, 0, -1) if words[k] == ":" and _is_label(sentence, k + 1)), None)
            return colon is not None and _opens_subordinate(words, colon)
        if word in (";", ":", ".") or (word in ("en", "doch", "maar") and i and words[i - 1] == ","):
            return False
        i -= 1
    return False


def _no_opener(words: tuple[str, ...], i: int) -> bool:
    """«op dat tijdstip», «de orde of de veiligheid»: a determiner, or a link between two nouns."""
    if words[i] == "dat":
        return i > 0 and words[i - 1] in PREPOSITIONS
    return words[i] == "of" and i > 1 and words[i - 2] in ("de", "het", "een", "van") and words[i + 1] in ("de", "het", "een")


def _is_label(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.is_label) and sentence.is_label[at]


def _opens_subordinate(words: tuple[str, ...], colon: int) -> bool:
    """Whether the words just before a colon belong to a clause that a subordinating word opens and no verb has closed."""
    for k in range(colon - 1, max(-1, colon - 6), -1):
        if words[k] in _BIJZIN:
            return True
        if words[k] in (",", ";", ".", ":"):
            return False
    return False


def _voorwaarde_vooraan(sentence: Sentence, at: int) -> bool:
    """«Moet …, dan»: inversion that states a condition."""
    return at == 0


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    for provision in bepalingen(dossier.bill):
        if is_definitie(provision):
            continue
        for sentence in provision.passage.sentences:
            for at, word in enumerate(sentence.words):
                if word in _MOETEN:
                    if _bijzin(sentence, at) or _voorwaarde_vooraan(sentence, at):
                        continue
                elif word not in _DIENEN or not _gebiedt(sentence, at, document.text[sentence.span]):
                    continue
                span = sentence.span_of(at, at)
                rest = words(document, Span(span.start, sentence.span.end), 80)
                yield Hit(
                    document,
                    provision.unit,
                    span,
                    f"«{rest}»: in een voorschrift is «{word}» overbodig.",
                    "De tegenwoordige tijd gebiedt al. «Moeten» en «dienen» wekken de indruk dat er daarnaast regels zijn die minder "
                    "verplichten.",
                    label="tegenwoordige tijd volstaat",
                    suggestions=(
                        Suggestion(_herschrijf(document.text[sentence.span][span.start - sentence.span.start :])),
                        Suggestion("«is verplicht … te …», als nadruk op de plicht nodig is"),
                    ),
                )


def _gebiedt(sentence: Sentence, at: int, text: str) -> bool:
    """«dient … te …», but not «dient tot», «dient als», nor «dient een aanvraag in»."""
    if at and sentence.words[at - 1] == "te":
        return False  # «een verzoekschrift in te dienen en bijstand te vragen»
    following = sentence.words[at + 1 : at + 3]
    if following[:1] and following[0] in ("tot", "ter", "als", "om"):
        return False
    if _bijzin(sentence, at):
        return False
    rest = text[sentence.ends[at] - sentence.span.start :]
    end = re.search(r"(?:[;:]|(?<!\b[a-z]\.[a-z])\.)(?:\s|$)", rest)
    rest = rest[: end.start()] if end else rest
    match = _TE.search(rest)
    if match is None or (re.search(r"\bom\b", rest[: match.start()]) and _VRAAGT_OM.match(match.group(0)) is None):
        return False
    particle = re.search(r"\bin(?=\s*(?:[,.;]|$|bij\b|voor\b|vóór\b|binnen\b|om\b|uiterlijk\b|met\b|op\b))", rest[: match.start()])
    return not (particle is not None and _INDIENBAAR.search(rest[: particle.start()].lower()))


def _herschrijf(rest: str) -> str:
    match = _TE.search(rest)
    moeten = rest.lower().startswith("moet")
    if match is not None and not moeten:
        verb = match.group(0).split()[-1].lower()
        if verb in ("worden", "zijn"):
            return f"de tegenwoordige tijd: «{'wordt' if verb == 'worden' else 'is'} …» of «{'worden' if verb == 'worden' else 'zijn'} …»"
        return f"de tegenwoordige tijd van «{verb}»"
    return "de tegenwoordige tijd: «is …», «wordt …», «doet …»"

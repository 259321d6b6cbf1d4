"""Words that belong together and stand far apart: verb and participle, verb and particle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document, Unit
from doenvermogentoets.findings import Annotation, Hit, Suggestion
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms.verbs import lexicon
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import table
from doenvermogentoets_checks.taal.tekst import SUBORDINATE, bepalingen, is_definitie, stukken
from doenvermogentoets_checks.taal.zinnen import persoonsvormen

_HULP = frozenset(
    {
        "wordt",
        "worden",
        "werd",
        "werden",
        "is",
        "zijn",
        "heeft",
        "hebben",
        "zal",
        "zullen",
        "kan",
        "kunnen",
        "mag",
        "mogen",
        "moet",
        "moeten",
    }
)
# The auxiliaries that a participle closes for certain: «heeft» and «is» may be the main verb, and after «kan» follows an infinitive,
# which has no form of its own.
_OPENT = frozenset({"wordt", "worden", "werd", "werden", "zal", "zullen"})
_BIJZIN = SUBORDINATE | {"dan"}
_GE_NOUNS = (
    "gebieden",
    "gebouwen",
    "gedeelten",
    "gegevens",
    "gelden",
    "gemeenten",
    "geschillen",
    "gezinnen",
    "gevallen",
    "gevolgen",
    "gebreken",
    "gevaren",
)
_GE = re.compile(r"^(?:[a-z]{2,6})?ge[a-zë]{3,}(?:d|t|en)$")

_VOORZETSELS = frozenset({"aan", "bij", "door", "in", "na", "om", "onder", "op", "over", "uit", "voor"})
# What follows a particle that is also a preposition, when it belongs to the verb: a pause, a conjunction, another preposition.
_NA_HET_WERKWOORD = re.compile(
    r"\s*(?:[^\w\s]|$|(?:aan|als|alvorens|bij|binnen|dan|dat|door|gedurende|indien|ingevolge|in|jegens|krachtens|maar|met|mits|naar|"
    r"namens|nadat|onder|op|over|per|sinds|tegen|tegenover|tenzij|tot|totdat|uit|van|vanaf|vanwege|volgens|voor|voordat|waarbij|"
    r"wanneer|voorzover|wegens|zodat|zodra|zolang|zonder|en|of(?! na\b| vóór\b| voor\b))\b)",
    re.IGNORECASE,
)
# Words that belong to a verb and to nothing else: «komen … overeen» is no «voorkomen», whatever «voor» follows.
_ANDER_DEEL = re.compile(r"\b(?:overeen|beschikbaar)\b")
_TE = re.compile(r"\s+te\s")


@cache
def _geen_deelwoord() -> frozenset[str]:
    return frozenset(table("doenvermogentoets_checks.taal", "geen_deelwoord")["woorden"])


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    most = int(options.number("afstand"))
    for provision in bepalingen(dossier.bill):
        if max((s.word_count for s in provision.passage.sentences), default=0) <= most + 5 or is_definitie(provision):
            continue
        yield from _gescheiden(provision, most)
        for stuk in stukken(provision):
            if stuk.words > most + 5:
                yield from _tang(document, provision.unit, stuk.sentence, stuk.first, stuk.last, most)
    if dossier.explanation is None:
        return
    most = int(options.number("toelichting-afstand"))
    for alinea, passage in zip(dossier.explanation.alineas, dossier.explanation.passages, strict=True):
        for sentence in passage.sentences:
            if sentence.word_count > most + 5:
                yield from _tang(dossier.explanation.document, alinea.unit, sentence, 0, len(sentence.words) - 1, most, toelichting=True)


def _tang(
    document: Document, unit: Unit, sentence: Sentence, first: int, last: int, most: int, *, toelichting: bool = False
) -> Iterator[Hit]:
    words = sentence.words
    at = _hoofdzin_hulp(words, first, last)
    if at is None:
        return
    close = _sluit(words, at + 1, last)
    if close is None:
        return
    between = sum(sentence.is_word[at + 1 : close])
    if between < most or words[close] in ("gelezen", "verstaan"):
        return  # «wordt voor … telkens gelezen: …» is technique
    verb, participle = words[at], words[close]
    yield Hit(
        document,
        unit,
        sentence.span_of(at, close),
        f"Tussen «{verb}» en «{participle}» staan {between} woorden.",
        f"De lezer weet pas bij «{participle}» wat er gebeurt en moet alles daarvoor onthouden. De grens van {most} woorden is een "
        f"keuze, geen norm.",
        label=f"{between} woorden ertussen",
        annotations=(Annotation(document, sentence.span_of(close, close), f"hier komt het werkwoord bij «{verb}»"),),
        suggestions=(
            Suggestion(f"«{participle}» naar voren halen en de voorwaarden daarna noemen"),
            Suggestion("de voorwaarden of de uitzondering in een eigen zin of lid zetten"),
        ),
        ground="Ar 4.49 (korte zinnen, geen lange bijzinnen)" if toelichting else None,
    )


def _gescheiden(provision: Provision, most: int) -> Iterator[Hit]:
    """«trekt … in»: a verb and its particle, as the norm table found them."""
    document = provision.document
    for norm in provision.norms:
        if len(norm.werkwoord_spans) < 2:
            continue
        verb, particle = norm.werkwoord_spans[0], norm.werkwoord_spans[-1]
        between = Span(verb.end, max(verb.end, particle.start))
        count = len(document.text[between].split())
        if count < most or not _hoort_bij_werkwoord(document, between, particle):
            continue
        yield Hit(
            document,
            provision.unit,
            verb.to(particle),
            f"Tussen «{document.text[verb]}» en «{document.text[particle]}» staan {count} woorden.",
            f"De lezer weet pas bij «{document.text[particle]}» wat er gebeurt ({norm.werkwoord}) en moet alles daarvoor onthouden. "
            f"De grens van {most} woorden is een keuze, geen norm.",
            label=f"{count} woorden ertussen",
            annotations=(Annotation(document, particle, f"hier komt het tweede deel van «{norm.werkwoord}»"),),
            suggestions=(
                Suggestion("de voorwaarden na het werkwoord zetten of in een opsomming"),
                Suggestion("de uitzondering in een eigen zin of lid zetten"),
            ),
        )


def _hoort_bij_werkwoord(document: Document, between: Span, particle: Span) -> bool:
    """
    Whether the second word belongs to the verb. Before «te» it belongs to an infinitive («… voor te dragen»). One that is also a
    preposition must close its clause («draagt het risico … op de dag waarop» is no «opdragen»), and not inside the onderdelen of its
    verb. «in plaats van» is no part of a verb either.
    """
    content = document.text.content
    if _ANDER_DEEL.search(content, between.start, between.end) is not None:
        return False
    if content[particle.start - 3 : particle.end] == "in plaats" or _TE.match(content, particle.end):
        return False
    if document.text[particle].lower() not in _VOORZETSELS:
        return True
    return "\n" not in document.text[between] and _NA_HET_WERKWOORD.match(content, particle.end) is not None


def _hoofdzin_hulp(words: tuple[str, ...], first: int, last: int) -> int | None:
    """The auxiliary of the main clause: the first one that no subordinating word precedes since the last comma or the start."""
    inside = False
    for i in range(first, min(last, first + 25) + 1):
        word = words[i]
        if word in _BIJZIN and word != "of":
            inside = True
        elif word == "," or (word in (";", ":", ".") and i > first):
            inside = False
        elif word in _HULP and not inside:
            return i if i + 1 <= last and word in _OPENT else None
    return None


def _sluit(words: tuple[str, ...], start: int, last: int) -> int | None:
    """The participle that closes the main clause: the first that ends a clause outside an inserted subordinate clause."""
    inside = 0
    i = start
    while i <= last:
        word = words[i]
        if word in (";", ":", "."):
            return None
        if word in _BIJZIN:
            if word in ("dan", "of"):
                i += 1
                continue
            if (
                not inside
                and word in ("die", "dat", "welke")
                and words[i - 1] not in (",",)
                and i - start > 3
                and not _noun_before(words, i)
            ):
                i += 1
                continue
            inside = 1
        elif word == ",":
            if inside and i + 1 <= last and words[i + 1] not in _BIJZIN:
                inside = 0
        elif inside and word in _HULP:
            # the finite verb closes the inserted clause, with the participle before or after it
            inside = 0
            while i + 1 <= last and (
                _is_deelwoord(words[i + 1]) or words[i + 1] in _HULP or words[i + 1] in ("geworden", "geweest", "hebben")
            ):
                i += 1
        elif word in _OPENT and words[i - 1] in ("en", "of", "maar"):
            return None  # a second main clause: the participle that follows is its own
        elif word in _HULP and i > start and not _infinitief(words, start, i):
            # a second auxiliary outside a subordinate clause takes the participle beside it
            while i + 1 <= last and (_is_deelwoord(words[i + 1]) or words[i + 1] in _HULP):
                i += 1
        elif _is_deelwoord(word):
            if i + 1 <= last and words[i + 1] in _HULP and words[i + 1] not in ("worden", "zijn", "hebben"):
                i += 2
                continue
            after = words[i + 1] if i + 1 <= last else "."
            if i == start:
                return i
            if inside:
                pass
            elif after in (
                ",",
                ".",
                ";",
                ":",
                "indien",
                "tenzij",
                "voor",
                "mits",
                "met",
                "aan",
                "door",
                "op",
                "tot",
                "in",
                "bij",
                "en",
                "of",
                "worden",
                "zijn",
                "hebben",
                "dat",
                "van",
                "binnen",
                "na",
                "als",
                "wanneer",
            ):
                return (
                    i
                    if after in (",", ".", ";", ":", "indien", "tenzij", "mits", "dat", "worden", "als", "wanneer") or i - start > 3
                    else None
                )
        i += 1
    return None


def _infinitief(words: tuple[str, ...], start: int, i: int) -> bool:
    """«zullen … worden ingezet»: the second auxiliary belongs to the first."""
    return words[start - 1] in ("zal", "zullen") and words[i] in ("worden", "zijn", "hebben")


def _noun_before(words: tuple[str, ...], i: int) -> bool:
    return i > 0 and words[i - 1].isalpha()


def _is_deelwoord(word: str) -> bool:
    if len(word) < 5 or word in _geen_deelwoord() or word.endswith(("heid", "heden", "wetten", "genoot", *_GE_NOUNS)):
        return False
    # without «ge» the form may be a noun, an infinitive or a finite verb («besluit», «verwerken», «behoort»): the verb list decides
    return word in lexicon().participle or (_GE.match(word) is not None and word not in persoonsvormen())

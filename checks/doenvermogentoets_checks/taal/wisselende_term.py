"""One concept under two terms (vergelijk Ar 3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Suggestion
from doenvermogentoets.norms import actors
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import table
from doenvermogentoets_checks.taal.tekst import bepalingen, eigen_tekst, is_definitie


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    yield from _samenstellingen(dossier)
    yield from _algemene_termen(dossier, options)
    yield from _zonder_antecedent(dossier)


# Two words for one act: the definite one has no antecedent of its own («het verzoek», after «een aanvraag» only).
_DADEN = (("verzoek", "aanvraag"), ("aanvraag", "verzoek"), ("kennisgeving", "melding"), ("opzegging", "beëindiging"))
# Other forms of the word that make it known: «de aanvrager», «het aangevraagde document».
_VERWANT = {"aanvraag": r"aanvra(?:g|agt|agst)\w*|aangevraagd\w*", "verzoek": r"verzocht\w*|verzoek(?:en|t|er|ster)\w*"}


def _zonder_antecedent(dossier: DossierAnalysis) -> Iterator[Hit]:
    """«het verzoek» in an artikel in which only an aanvraag was made."""
    document = dossier.bill.document
    content, small = document.text.content, document.text.small
    patterns = [
        (
            other,
            term,
            Search(rf"\b(?:het|de|dat|die|dit|deze) {other}\b(?!,? (?:om|tot|van|als bedoeld|bedoeld|op grond))"),
            re.compile(
                rf"\b(?:een|op|hun|zijn|diens|haar|door|eigen|schriftelijk|gemotiveerd) {other}|\b{other}(?:en|t|er|ster)\b"
                rf"|\b(?:{_VERWANT.get(other, other + 'en')})\b",
                re.I,
            ),
            re.compile(rf"\b{term}\b", re.I),
        )
        for other, term in _DADEN
        # a word that the whole text works with needs no introduction in an artikel
        if 3 * len(re.findall(rf"\b{other}", small)) < len(re.findall(rf"\b{term}", small)) + 3
    ]
    known: dict[tuple[Unit | None, str], bool] = {}

    def stands_out(unit: Unit, other: str, antecedent: re.Pattern[str], expected: re.Pattern[str]) -> bool:
        """Whether the word comes out of nothing in the artikel, which says another; every lid of the artikel asks it."""
        asked = unit.artikel, other
        if asked not in known:
            same = [content[p.span.start : p.span.end] for p in dossier.bill.in_artikel(unit)]
            known[asked] = (
                not any(antecedent.search(text) for text in same)
                and sum(len(expected.findall(text)) for text in same) >= 2
                and sum(len(re.findall(rf"\b{other}\b", text, re.I)) for text in same) <= 1
            )
        return known[asked]

    for provision in bepalingen(dossier.bill):
        if is_definitie(provision) or provision.unit.inserted:
            continue
        for other, term, definite, antecedent, expected in patterns:
            match = next(definite.within(document.text, provision.span), None)
            if match is None or not stands_out(provision.unit, other, antecedent, expected):
                continue
            yield Hit(
                document,
                provision.unit,
                Span(match.end - len(other), match.end),
                f"«{other}» staat hier waar het artikel verder «{term}» zegt.",
                f"Eerder in dit artikel is geen {other} genoemd, wel een {term}. Twee woorden voor dezelfde handeling wekken de indruk "
                f"dat het om twee handelingen gaat.",
                label=f"elders: {term}",
                suggestions=(Suggestion(f"«{term}», zoals in de rest van het artikel"),),
            )


def _persoon(term: str) -> bool:
    suffixes = tuple(table("doenvermogentoets_checks.taal", "persoonstermen")["eindigt"])
    return term.endswith(suffixes) and " " not in term and len(term) > 4


def _samenstellingen(dossier: DossierAnalysis) -> Iterator[Hit]:
    """«vergunninghouder» where «houder» is the defined term."""
    document = dossier.bill.document
    content = document.text.content
    terms = {t.lower() for t in dossier.bill.definitions}
    for term in sorted(t for t in terms if _persoon(t)):
        pattern = re.compile(rf"(?<![\w-])([a-z]{{4,20}}{re.escape(term)})(s|en)?(?![\w-])", re.I)
        used = re.compile(rf"(?<![\w-]){re.escape(term)}(?![\w-])", re.I)
        found: list[tuple[Provision, Span, str]] = []
        plain = 0
        for provision in bepalingen(dossier.bill):
            if is_definitie(provision) or provision.unit.inserted:
                continue
            for part in eigen_tekst(provision.unit):
                plain += len(used.findall(content, part.start, part.end))
                found.extend(
                    (provision, Span(match.start(), match.end()), match.group(1))
                    for match in pattern.finditer(content, part.start, part.end)
                    if match.group(1).lower() not in terms and match.group(0).lower() not in terms
                )
        stems = {w.lower() for _, _, w in found}
        if not found or plain < 3 or len(found) > plain or len(stems) > 1:
            continue  # several compounds, or mostly compounds: they distinguish
        root = next(iter(stems))[: -len(term)]
        definition = next((d for t, d in dossier.bill.definitions.items() if t.lower() == term), None)
        meaning = document.text[definition.span].lower() if definition is not None else ""
        if not re.search(rf"(?<![\w-]){re.escape(root.rstrip('s'))}s?(?![\w-])", meaning):
            continue  # not the same thing: the compound is about another matter
        for provision, span, word in found:
            yield Hit(
                document,
                provision.unit,
                span,
                f"«{word}» lijkt dezelfde persoon als de omschreven term «{term}».",
                f"De begripsbepaling omschrijft «{term}»; «{word}» is nergens omschreven. Twee termen wekken de indruk dat er twee "
                f"soorten personen zijn.",
                label=f"elders: {term}",
                annotations=(Annotation(document, definition.span, f"hier is «{term}» omschreven"),) if definition is not None else (),
                suggestions=(
                    Suggestion(f"«{term}», de omschreven term", replacement=term + document.text[span][len(word) :]),
                    Suggestion(f"«{word}» in de begripsbepalingen opnemen als het iemand anders is"),
                ),
            )


# Enterprises, and words for more than one: «betrokkene» stands for neither.
_NIEMAND = ("bedrijf", "onderneming", "instelling", "organisatie", "ouders", "partijen", "personen")


def _eerder_genoemd(dossier: DossierAnalysis, provision: Provision, at: int) -> bool:
    """Before the word the same lid already names somebody: then that is who is meant."""
    content = dossier.bill.document.text.content
    bekend = actors.homonyms(content)
    return any(
        sentence.starts[actor.first] < at and actor.rol != "overheid"
        for sentence in provision.passage.sentences
        if sentence.span.start < at
        for actor in actors.find(sentence.words, dossier.bill.definitions, bekend)
    ) or bool(_IEMAND.search(content, provision.span.start, at))


_IEMAND = re.compile(
    r"\b(?:degene|persoon|personen|een lid|leden|ambtenaar|functionaris|verlener|exploitant|houder|medewerker|personeelslid"
    r"|erkenning voor)\b",
    re.I,
)


def _algemene_termen(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """«belanghebbende» once, in an artikel that everywhere else says «de ouder»."""
    document = dossier.bill.document
    content = document.text.content
    people = [
        t
        for t, d in dossier.bill.definitions.items()
        if d.rol == "burger" and d.particulier and " " not in t and len(t) > 3 and not t.lower().endswith(_NIEMAND)
    ]
    used = {t: len(re.findall(rf"(?<![\w-]){re.escape(t.lower())}(?![\w-])", document.text.small)) for t in people}
    people = [max(people, key=lambda t: used[t])] if people else []  # the person the regulation is about
    generals = list(table("doenvermogentoets_checks.taal", "persoonstermen")["algemeen"])
    most = int(options.number("hoogstens"))
    for general in generals:
        if any(t.lower() == general for t in dossier.bill.definitions):
            continue
        search = Search(rf"(?<![\w-])(?:de|een) {general}(?![\w-])")
        hits = [
            (p, Span(found.end - len(general), found.end))
            for p in bepalingen(dossier.bill)
            if not p.unit.inserted
            for part in eigen_tekst(p.unit)
            for found in search.within(document.text, part)
        ]
        if not 0 < len(hits) <= most or len(re.findall(rf"(?<![\w-]){general}(?![\w-])", document.text.small)) > most:
            continue
        for provision, span in hits:
            same = dossier.bill.in_artikel(provision.unit)
            if _eerder_genoemd(dossier, provision, span.start):
                continue
            if general == "betrokkene" and re.search(r"persoonsgegevens|levenssfeer", content[provision.span.start : provision.span.end]):
                continue  # there it is the term of the law on personal data
            term = next(
                (
                    t
                    for t in people
                    if used[t] >= 6
                    and any(re.search(rf"(?<![\w-]){re.escape(t)}(?![\w-])", content[p.span.start : p.span.end], re.I) for p in same)
                ),
                None,
            )
            if term is None or re.search(
                rf"(?<![\w-]){re.escape(term)}(?![\w-])", content[provision.span.start : provision.span.end], re.I
            ):
                continue
            yield Hit(
                document,
                provision.unit,
                span,
                f"«{general}» staat hier waar het artikel elders «{term}» zegt.",
                f"«{term}» is omschreven, «{general}» niet. Gaat het om dezelfde persoon, dan voorkomt één term twijfel over wie er "
                f"recht op heeft.",
                label=f"elders: {term}",
                suggestions=(
                    Suggestion(f"«{term}», de omschreven term", replacement=term),
                    Suggestion(f"zeggen wie er naast {term} met «{general}» is bedoeld"),
                ),
            )

"""Long sentences: in statutory text by onderdeel and by addressee, in a toelichting with lower limits (Ar 4.49)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document, Unit
from doenvermogentoets.findings import Confidence, Hit, Severity, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets_checks.taal.tekst import Stuk, bepalingen, is_definitie, stukken, voor_burgers

_IN_ONTWERP = (
    Suggestion("de voorwaarden in onderdelen a, b en c zetten (Ar 3.59)"),
    Suggestion("de uitzondering in een eigen lid zetten"),
    Suggestion("elke norm in een eigen zin: wie, wat, wanneer"),
)
_IN_TOELICHTING = (
    Suggestion("de zin in tweeën delen bij het eerste voegwoord"),
    Suggestion("beginnen met wie wat doet; de reden in een tweede zin"),
)

# The text of an oath is fixed and is said aloud, phrase by phrase.
_EED = frozenset({("ik", "zweer"), ("ik", "swar"), ("ik", "verklaar"), ("waarlijk", "helpe")})
_VOORWAARDE = frozenset({"indien", "tenzij", "mits", "voorzover", "wanneer", "behoudens"})


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    yield from _ontwerp(dossier, options)
    if dossier.explanation is not None:
        yield from _toelichting(dossier, options)


# Words that may stand for persons, and in law on hiring out staff and on general terms and conditions stand for firms.
_BEDRIJF = frozenset({"inlener", "uitlener"})
_WEDERPARTIJ = re.compile(r"\bwederpartij\b", re.I)


def _asks_him(provision: Provision, span: Span) -> bool:
    """The sentence itself speaks to a citizen: one for an authority is read by officials first, whoever the lid is about."""
    norms = [n.adressaat for n in provision.norms if n.span.overlaps(span) and n.adressaat is not None]
    named = [a.tekst.lower().removeprefix("de ") for a in norms if a.rol == "burger" and a.tekst]
    if _WEDERPARTIJ.search(provision.document.text[provision.span]) is not None:
        named = [a for a in named if a != "gebruiker"]
    return any(a not in _BEDRIJF for a in named) and not any(a.rol == "overheid" and a.zekerheid != "laag" for a in norms)


def _is_eed(stuk: Stuk) -> bool:
    return not _EED.isdisjoint(pairwise(word.lower() for word in stuk.tokens))


def _zonder_tabel(stuk: Stuk) -> Stuk:
    """Without a row of figures behind a colon («van: 80 % of meer: 90,02 % …»), which is looked up and not read."""
    for i, word in enumerate(stuk.tokens):
        rest = stuk.tokens[i + 1 :] if word == ":" else ()
        if rest and sum(any(c.isdigit() for c in t) for t in rest) >= max(6, len(rest) / 4):
            return Stuk(stuk.sentence, stuk.first, stuk.first + i, sum(stuk.sentence.is_word[stuk.first : stuk.first + i + 1]))
    return stuk


def _begin(document: Document, span: Span) -> str:
    return " ".join(document.text[span].split()[:6]).rstrip(" ,;:")


def _ontwerp(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    document = dossier.bill.document
    attention, heavy, extreme = options.number("let-op"), options.number("zwaar"), options.number("uiterst")
    stacked = int(options.number("voorwaarden"))
    worst: dict[Unit | None, Hit] = {}
    longest: dict[Unit | None, int] = {}
    for provision in bepalingen(dossier.bill):
        if max((s.word_count for s in provision.passage.sentences), default=0) <= min(attention, heavy) or is_definitie(provision):
            continue
        citizen = voor_burgers(provision)
        for stuk in stukken(provision):
            if stuk.words <= (attention if citizen else heavy) or _is_eed(stuk):
                continue
            stuk = _zonder_tabel(stuk)
            if stuk.words <= (attention if citizen else heavy):
                continue
            conditions = sum(t.lower() in _VOORWAARDE for t in stuk.tokens)
            if citizen and _asks_him(provision, stuk.span) and (stuk.words > extreme or (stuk.words > heavy and conditions >= stacked)):
                severity = Severity.WARNING
            elif stuk.words > heavy and (citizen or stuk.words > extreme):
                severity = Severity.SUGGESTION
            else:
                severity = Severity.INFO
            hit = _hit(document, provision, stuk, int(attention if citizen else heavy), citizen, severity)
            if severity is not Severity.INFO:
                yield hit
            elif stuk.words > longest.get(provision.unit.artikel, 0):
                # one remark per artikel: a fifth of the sentences in statutes is this long
                longest[provision.unit.artikel] = stuk.words
                worst[provision.unit.artikel] = hit
    yield from worst.values()


def _hit(document: Document, provision: Provision, stuk: Stuk, limit: int, citizen: bool, severity: Severity) -> Hit:
    whole = stuk.sentence.word_count
    together = f" Met de onderdelen samen zijn het {whole} woorden." if whole > stuk.words else ""
    reader = (
        "De bepaling richt zich tot een burger, die haar zelf moet kunnen volgen."
        if citizen
        else "Ook voor wie haar vaak toepast, is zo'n zin moeilijk te volgen."
    )
    return Hit(
        document,
        provision.unit,
        stuk.span,
        f"De zin die begint met «{_begin(document, stuk.span)}» telt {stuk.words} woorden.",
        f"{reader}{together} De helft van de zinnen in wetten telt er hoogstens 23, negen van de tien hoogstens 55; de grens "
        f"van {limit} is een keuze, geen norm.",
        label=f"{stuk.words} woorden",
        suggestions=_IN_ONTWERP,
        severity=severity,
        confidence=Confidence.HOOG,
    )


def _toelichting(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    attention, heavy = options.number("toelichting-let-op"), options.number("toelichting-zwaar")
    document = explanation.document
    for alinea, passage in zip(explanation.alineas, explanation.passages, strict=True):
        for sentence in passage.sentences:
            count = sentence.word_count
            if count <= attention:
                continue
            yield Hit(
                document,
                alinea.unit,
                sentence.span,
                f"De zin die begint met «{_begin(document, sentence.span)}» telt {count} woorden.",
                f"Voor de toelichting vragen de Aanwijzingen korte zinnen zonder lange bijzinnen. De grens van "
                f"{int(heavy if count > heavy else attention)} woorden is een keuze, geen norm.",
                label=f"{count} woorden",
                suggestions=_IN_TOELICHTING,
                severity=Severity.SUGGESTION if count > heavy else Severity.INFO,
                confidence=Confidence.HOOG,
                ground="Ar 4.49 (korte zinnen, geen lange bijzinnen)",
                question="Kan deze zin in tweeën, zodat een lezer van buiten hem in één keer begrijpt?",
            )

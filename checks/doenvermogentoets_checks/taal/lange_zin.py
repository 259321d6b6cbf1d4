"""Long sentences: in statutory text by onderdeel and by addressee, in a toelichting with lower limits (Ar 4.49).

Never more than a suggestion: no Aanwijzing gives a number of words for statutory text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.document import Document, Unit
from doenvermogentoets.findings import Confidence, Hit, Severity, Suggestion
from doenvermogentoets.norms.model import Norm, Soort
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import who
from doenvermogentoets_checks.gericht import gericht_tot_mens
from doenvermogentoets_checks.taal.tekst import Stuk, bepalingen, has_fixed_form, is_definitie, stukken, voor_burgers

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


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    yield from _ontwerp(dossier, options)
    if dossier.explanation is not None:
        yield from _toelichting(dossier, options)


# «heeft recht op», «behoudt de aanspraak», «wordt aangemerkt als»: what happens to somebody, not what he does.
_NO_ACT = frozenset(("hebben", "behouden", "houden", "krijgen", "worden", "zijn", "blijven", "verkrijgen", "ontvangen", "genieten", ""))


def _asked(analysis: Analysis, provision: Provision, span: Span) -> Norm | None:
    """The norm by which this very sentence asks a person to do something; one that gives him a right and asks nothing is none.

    A sentence for an authority as well is read by officials first, whoever the lid is about.
    """
    norms = [n for n in provision.norms if n.span.overlaps(span)]
    if any(n.adressaat is not None and n.adressaat.rol == "overheid" and not n.adressaat.afgeleid for n in norms):
        return None
    for norm in norms:
        duty = norm.soort in (Soort.PLICHT, Soort.VERBOD)
        # the onderdelen of a right are its conditions; those of a duty are what is to be done
        may = norm.soort is Soort.RECHT and norm.doenlast and any(s.overlaps(span) for s in norm.werkwoord_spans)
        if norm.werkwoord not in _NO_ACT and (duty or may) and gericht_tot_mens(analysis, norm):
            return norm
    return None


def _is_list(provision: Provision) -> bool:
    """Terms with what they stand for, or cases one by one."""
    return any(":" in sentence.words for sentence in provision.passage.sentences)


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
    worst: dict[Unit | None, Hit] = {}
    longest: dict[Unit | None, int] = {}
    for provision in bepalingen(dossier.bill):
        if max((s.word_count for s in provision.passage.sentences), default=0) <= min(attention, heavy):
            continue
        # «subsidiabel zijn de kosten van …» says what something is, in a sentence of its own making
        described = is_definitie(provision)
        if described and (has_fixed_form(provision) or any(n.soort is Soort.SLOT for n in provision.norms) or _is_list(provision)):
            continue
        citizen = not described and voor_burgers(provision)
        for stuk in stukken(provision):
            if stuk.words <= (attention if citizen else heavy) or _is_eed(stuk):
                continue
            stuk = _zonder_tabel(stuk)
            if stuk.words <= (attention if citizen else heavy):
                continue
            if described and stuk.words <= extreme:
                continue
            asked = _asked(dossier.bill, provision, stuk.span)
            severity = Severity.SUGGESTION if stuk.words > heavy and (citizen or stuk.words > extreme) else Severity.INFO
            hit = _hit(document, provision, stuk, int(attention if citizen else heavy), asked, severity)
            if severity is not Severity.INFO:
                yield hit
            elif stuk.words > longest.get(provision.unit.artikel, 0):
                # one remark per artikel: a fifth of the sentences in statutes is this long
                longest[provision.unit.artikel] = stuk.words
                worst[provision.unit.artikel] = hit
    yield from worst.values()


def _hit(document: Document, provision: Provision, stuk: Stuk, limit: int, asked: Norm | None, severity: Severity) -> Hit:
    whole = stuk.sentence.word_count
    together = f" Met de onderdelen samen zijn het {whole} woorden." if whole > stuk.words else ""
    reader = (
        f"De zin vraagt iets van {who(asked, 'een burger')}. Wie dat moet doen, moet haar zelf kunnen volgen."
        if asked is not None
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

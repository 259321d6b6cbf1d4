"""Adverse effects that count: what a text takes from somebody, by its norms, by its wording and by the meaning of its predicates.

Not every adverse effect is a risk of hardship. A right that ends with death or recovery, a rule that keeps two schemes from
paying twice, a withdrawal that the holder asked for, a ceiling that is reached: these are named (:class:`Aanleiding`) so that
checks can leave them alone. What remains is mostly loss because something was not done, or not in time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms import verzuim, wendingen
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, Soort
from doenvermogentoets.norms.na_verzuim import after_omission, by_grammar, by_limit, looks_back
from doenvermogentoets.norms.nadeel import Nadeel, nadeel_of, own_words
from doenvermogentoets.norms.telt import ROOM, counts, harmless, own_rights
from doenvermogentoets.text import Span

_NO_EFFECT = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT, Soort.PROCEDURE, Soort.STRAF})
# «is de schuld opeisbaar» looks like a definition, «komt te vervallen» like a closing provision.
_NO_WORDING = _NO_EFFECT - {Soort.PROCEDURE, Soort.DEFINITIE, Soort.SLOT}


def is_nadelig(norm: Norm) -> bool:
    """Whether a norm names an adverse effect for a citizen or enterprise. A ban («is verboden») is a norm to keep, no effect."""
    if norm.soort is Soort.VERBOD and all(g.soort is GevolgSoort.MAATREGEL for g in norm.gevolgen):
        return False
    return bool(norm.gevolgen) and norm.belastend and norm.richting != "gunstig" and norm.soort not in _NO_EFFECT


# Which effect names the finding when a norm has several.
_WEIGHT = {
    soort: i
    for i, soort in enumerate(
        (
            GevolgSoort.TERUGVORDERING,
            GevolgSoort.BOETE,
            GevolgSoort.NIHIL,
            GevolgSoort.VERVAL,
            GevolgSoort.INTREKKING,
            GevolgSoort.BEEINDIGING,
            GevolgSoort.UITSLUITING,
            GevolgSoort.GEEN_RECHT,
            GevolgSoort.WEIGERING,
            GevolgSoort.AFWIJZING,
            GevolgSoort.NIET_IN_BEHANDELING,
            GevolgSoort.NIET_ONTVANKELIJK,
            GevolgSoort.DWANGSOM,
            GevolgSoort.MAATREGEL,
            GevolgSoort.VERLAGING,
            GevolgSoort.LATERE_INGANG,
            GevolgSoort.VERHOGING,
            GevolgSoort.SCHORSING,
            GevolgSoort.HERZIENING,
            GevolgSoort.INVORDERING,
            GevolgSoort.VERREKENING,
            GevolgSoort.VERSCHULDIGD,
        )
    )
}

_known: WeakKeyDictionary[Analysis, tuple[Nadeel, ...]] = WeakKeyDictionary()


def nadelen(analysis: Analysis) -> tuple[Nadeel, ...]:
    """The adverse effects of a document in order, discretionary ones included."""
    found = _known.get(analysis)
    if found is None:
        found = _known[analysis] = tuple(n for n in _find(analysis) if not _relieves(analysis, n))
    return found


_HURTS = re.compile(
    r"\b(?:inning|invordering|tenuitvoerlegging|executie|beslaglegging|boete|sanctie|maatregel|dwangsom|terugvordering)\b", re.I
)


def _relieves(analysis: Analysis, nadeel: Nadeel) -> bool:
    """«staakt de inning»: what ends or becomes less is what hurts, and the decision was read as one in somebody's favour."""
    return _HURTS.search(analysis.document.text[nadeel.norm.span]) is not None and any(
        norm.richting == "gunstig" and any(span.overlaps(nadeel.gevolg.span) for span in norm.werkwoord_spans)
        for norm in nadeel.provision.norms
        if norm.span.overlaps(nadeel.norm.span)
    )


def _find(analysis: Analysis) -> Iterator[Nadeel]:
    for provision in analysis.provisions:
        seen: set[Span] = set()
        for norm in provision.norms:
            if not is_nadelig(norm):
                continue
            gevolg = min(norm.gevolgen, key=lambda g: _WEIGHT[g.soort])
            if analysis.document.text[gevolg.span].lower().startswith("uitgesloten"):
                gevolg = Gevolg(GevolgSoort.UITSLUITING, gevolg.span)
                norm = replace(norm, soort=Soort.RECHTSGEVOLG, bevoegdheid="geen", gevolgen=(gevolg,))
            if norm.bevoegdheid == "discretionair" and not ROOM.search(analysis.document.text[norm.span].lower()):
                norm = replace(norm, bevoegdheid="gebonden")  # «het bevoegd gezag» is no power
            if gevolg.span in seen or not counts(analysis, norm, gevolg):
                continue
            if gevolg.soort not in _WEAK:
                seen.add(gevolg.span)
            nadeel = nadeel_of(analysis, provision, norm, gevolg)
            yield by_grammar(provision, by_limit(analysis, nadeel))
        for nadeel in _by_wording(analysis, provision, seen):
            if nadeel.zwaar or nadeel.gevolg.soort not in _WEAK:
                seen.add(nadeel.gevolg.span)
            yield nadeel
        yield from _by_meaning(analysis, provision, seen)


# Said of many things that weigh little: another turn of phrase in the same sentence may weigh more.
_WEAK = frozenset(
    {
        GevolgSoort.MAATREGEL,
        GevolgSoort.VERSCHULDIGD,
        GevolgSoort.VERREKENING,
        GevolgSoort.INVORDERING,
        GevolgSoort.DWANGSOM,
        GevolgSoort.VERHOGING,
        GevolgSoort.SCHORSING,
    }
)
_NO_MEANING = frozenset({Soort.DELEGATIE, Soort.STRAF})


def _read_as_right(words: str, own: re.Pattern[str] | None) -> str:
    """The words with the law's own names for a right as a compound of «hulp», of the same length: the word lists know that."""
    return words if own is None else own.sub(lambda m: "x" * (len(m[0]) - 4) + "hulp", words)


def _by_wording(analysis: Analysis, provision: Provision, seen: set[Span]) -> Iterator[Nadeel]:
    """Effects that the norms do not name: a verb far from its particle, a turn of phrase, an object class."""
    text = analysis.document.text
    if not wendingen.may_fit(text[provision.span].lower()):
        return
    own = own_rights(analysis)
    norms = {n.span.start: n for n in reversed(provision.norms)}
    starts = sorted(s.span.start for s in provision.passage.sentences)
    taken = {starts[bisect_right(starts, s.start) - 1] for s in seen if starts and s.start >= starts[0]}
    for sentence in provision.passage.sentences:
        words = text[sentence.span].lower()
        if sentence.span.start in taken or not wendingen.may_fit(words):
            continue
        norm = norms.get(sentence.span.start) or Norm(Soort.RECHTSGEVOLG, sentence.span)
        found = list(wendingen.find(_read_as_right(words, own), sentence.span.start))
        heavy = [v for v in found if v.wending.zwaar]
        if not found or (norm.soort in _NO_WORDING and not heavy):
            continue
        if norm.richting == "gunstig" and not (heavy or norm.bevoegdheid == "geen"):
            continue
        made = _made(norm, sentence.span, found)
        first = min(found, key=lambda v: _WEIGHT[v.gevolg.soort])
        reason = aanleiding(own_words(analysis, made, first.gevolg))
        if reason is not Aanleiding.VERZUIM and not looks_back(analysis, provision, sentence, words):
            found = [v for v in found if v.wending.altijd]  # the others count only after something was missed
            if not found:
                continue
            made = _made(norm, sentence.span, found)
            first = min(found, key=lambda v: _WEIGHT[v.gevolg.soort])
        if counts(analysis, made, first.gevolg, by_wording=True):
            nadeel = nadeel_of(analysis, provision, made, first.gevolg)
            nadeel = by_limit(analysis, nadeel)
            yield replace(nadeel, zwaar=True) if heavy else nadeel


def _by_meaning(analysis: Analysis, provision: Provision, seen: set[Span]) -> Iterator[Nadeel]:
    """Effects for which no list has the noun or the turn of phrase (see :mod:`doenvermogentoets.norms.verzuim`)."""
    text = analysis.document.text
    norms = {n.span.start: n for n in reversed(provision.norms)}
    for sentence in provision.passage.sentences:
        norm = norms.get(sentence.span.start) or Norm(Soort.RECHTSGEVOLG, sentence.span)
        if norm.soort in _NO_MEANING or not verzuim.may_fit(sentence):
            continue
        words = text[sentence.span].lower()
        known = [s for s in seen if sentence.span.overlaps(s)]
        found = list(verzuim.find(sentence, analysis.definitions, known))
        if not found:
            continue
        first = min(found, key=lambda v: _WEIGHT[v.gevolg.soort])
        after = after_omission(analysis, provision, sentence, words, first.gevolg)
        if not after and not first.wending.altijd:
            continue
        made = _made(norm, sentence.span, found)
        nadeel = replace(nadeel_of(analysis, provision, made, first.gevolg), ruim=True, zwaar=first.wending.zwaar)
        if after and nadeel.aanleiding is not Aanleiding.VERZUIM:
            if nadeel.aanleiding in (Aanleiding.VERZOEK, Aanleiding.SAMENLOOP, Aanleiding.OPZET):
                continue
            nadeel = replace(nadeel, aanleiding=Aanleiding.VERZUIM)
        at = max(first.gevolg.span.start - sentence.span.start, 0)
        if (after and not harmless(words, at, made, first.gevolg)) or counts(analysis, made, first.gevolg, by_wording=True):
            yield nadeel


def _made(norm: Norm, span: Span, found: Sequence[wendingen.Vondst]) -> Norm:
    """The norm of a sentence whose effects were known by their wording."""
    besluit = any(v.wending.besluit for v in found)
    return replace(
        norm,
        soort=Soort.BEVOEGDHEID if besluit else Soort.RECHTSGEVOLG,
        span=span,
        bevoegdheid="gebonden" if besluit else "geen",
        richting="nadelig",
        belastend=True,
        gevolgen=tuple(v.gevolg for v in found),
    )

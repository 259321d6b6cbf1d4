"""Adverse effects that count: what a text takes from somebody, why, how completely, and what way out was found.

Not every adverse effect is a risk of hardship. A right that ends with death or recovery, a rule that keeps two schemes from
paying twice, a withdrawal that the holder asked for, a ceiling that is reached: these are named (:class:`Aanleiding`) so that
checks can leave them alone. What remains is mostly loss because something was not done, or not in time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms import verstreken, verzuim, wendingen
from doenvermogentoets.norms.aanleiding import ORDER, Aanleiding, aanleiding, patterns, undotted
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, Soort
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


@dataclass(frozen=True)
class Nadeel:
    """An adverse effect with what is needed to judge it.

    Attributes:
        provision, norm: where it stands.
        gevolg: the effect that is shown (the heaviest of the norm).
        aanleiding: why it sets in.
        aanleiding_span: the words that say so, if any.
        totaal: words that make it all or nothing («op nihil», «over het gehele jaar»).
        vast: it has a fixed height.
        zwaar: its words make a mostly light kind of effect heavy («verdubbeld», «zonder dat de beslagvrije voet»).
        ruim: known by the class of its predicate only, whatever it is about; a finding of it suggests.
    """

    provision: Provision
    norm: Norm
    gevolg: Gevolg
    aanleiding: Aanleiding
    aanleiding_span: Span | None
    totaal: Span | None
    vast: bool
    zwaar: bool = False
    ruim: bool = False

    @property
    def gebonden(self) -> bool:
        """A decision without room, or no decision at all."""
        return self.norm.bevoegdheid != "discretionair"

    @property
    def van_rechtswege(self) -> bool:
        """It sets in without a decision."""
        return self.norm.bevoegdheid == "geen"

    @cached_property
    def soorten(self) -> frozenset[GevolgSoort]:
        return frozenset(g.soort for g in self.norm.gevolgen)


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
            nadeel = _nadeel(analysis, provision, norm, gevolg)
            yield _by_grammar(provision, _by_limit(analysis, nadeel))
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
_ELIGIBILITY = frozenset({GevolgSoort.GEEN_RECHT, GevolgSoort.UITSLUITING})


def _nadeel(analysis: Analysis, provision: Provision, norm: Norm, gevolg: Gevolg) -> Nadeel:
    known = patterns()
    at = max(gevolg.span.start - norm.span.start, 0)
    words = _own_item(_without(analysis, norm, gevolg), at)
    reason = _reason(words, gevolg)
    name = next((n for a, n in ORDER if a is reason), None)
    if reason is Aanleiding.VERZUIM and not known["verzuim"].occurs(words):
        name = "gebreke"
    because = known[name].search(words) if name is not None else None
    colon = words.find(":")
    listed = gevolg.soort in _ELIGIBILITY or reason in (Aanleiding.EINDE, Aanleiding.SAMENLOOP, Aanleiding.VERZOEK)
    if because is not None and listed and 0 <= colon < because.start() and not (colon < at and words[:colon].isspace()):
        # one of a list of conditions for a right; a list of events in a life stays what it is
        reason, because = (reason if _all_over(words[colon:]) else Aanleiding.VOORWAARDE), None
    at = norm.span.start
    total = known["totaal"].search(words) or known["totaal-jaar"].search(_unconditional(words, norm))
    return Nadeel(
        provision=provision,
        norm=norm,
        gevolg=gevolg,
        aanleiding=reason,
        aanleiding_span=Span(at + because.start(), at + because.end()) if because else None,
        totaal=Span(at + total.start(), at + total.end()) if total else None,
        vast=known["vast"].occurs(words),
    )


# «vervalt indien betrokkene niet aantoonbaar met de trein reist»: who cannot prove it loses the right, whether he did it or not; and
# «De opgeschorte termijnen vervallen»: what was held back was so because something had not been done
_MISSED = re.compile(
    r"\b(?:indien|als|wanneer|zodra|die)\b[^.;:]{0,90}\bniet (?:meer |langer )?(?:aantoonbaar(?! (?:is|zijn) in\b)|kan aantonen\b"
    r"|(?:is|wordt) aangetoond\b|aannemelijk (?:maakt|kan maken|heeft gemaakt|is gemaakt)\b)"
    r"|\b(?:opgeschorte|ingehouden|aangehouden|niet (?:uitbetaalde|uitgekeerde|afgehaalde|opgevraagde|opgenomen))"
    r" (?:[\w-]+ )?(?:termijn(?:en)?|bedrag(?:en)?|uitkering(?:en)?|gelden)\b"
)
_ITEM = re.compile(r"(?<=[:;,])\s+(?:[a-z]{1,2}|\d{1,2}°?|[ivx]+)[.)°]\s|(?<=[:;])\s+[–-]\s")


def _reason(words: str, gevolg: Gevolg) -> Aanleiding:
    """Why the effect sets in; where a right ends by itself, the ground of a list that is an omission counts, whatever the others are."""
    reason = aanleiding(words)
    if gevolg.soort is GevolgSoort.VERVAL and reason in _NEUTRAL and _MISSED.search(words) is not None:
        return Aanleiding.VERZUIM
    colon = words.find(":")
    if gevolg.soort is not GevolgSoort.VERVAL or colon < 0 or reason in (Aanleiding.VERZUIM, Aanleiding.GEEN):
        return reason
    items = _ITEM.split(words[colon:])[:30]
    if len(items) > 2 and any(aanleiding(item) is Aanleiding.VERZUIM for item in items[1:]):
        return Aanleiding.VERZUIM
    return reason


_CLAUSE = re.compile(r"\b(?:wordt|worden|is|zijn|vervalt|vervallen|heeft|hebben|eindigt|weigert|verliest|bestaat)\b")


# «Meldt hij niet tijdig, dan:», «Voor wie niet betaalt geldt:»: what all onderdelen follow on
_OCCASION = re.compile(
    r"\b(?:indien|als|wanneer|zodra|voor ?zover|bij gebreke|niet|geen|te laat|nalaat|nalaten|onjuist\w*|onvolledig\w*)\b"
)


def _own_item(words: str, at: int) -> str:
    """The words of the onderdeel that an effect stands in with an occasion they all share, where it is a clause of its own; else all."""
    colon = words.find(":", 0, at)
    if colon < 0:
        return words
    bounds = [m.end() for m in _ITEM.finditer(words, colon)]
    start = max((b for b in bounds if b <= at), default=None)
    if start is None:
        return words
    end = min((b for b in bounds if b > at), default=len(words))
    if _CLAUSE.search(words, start, at) is None or ";" in words[start:at]:
        return words
    lead = words[: colon + 1] if _OCCASION.search(words, 0, colon) is not None else " " * (colon + 1)
    return lead + " " * (start - colon - 1) + words[start:end] + " " * (len(words) - end)


def _all_over(items: str) -> bool:
    """Whether every ground of a list is that the right has served its purpose, or that somebody asked."""
    found = [aanleiding(item) for item in _ITEM.split(items)[1:30]]
    return len(found) > 1 and all(reason in (Aanleiding.EINDE, Aanleiding.VERZOEK, Aanleiding.SAMENLOOP) for reason in found)


def _without(analysis: Analysis, norm: Norm, gevolg: Gevolg) -> str:
    """The lower-cased sentence with the words of the effect blanked: «geen recht» is no omission."""
    words = undotted(analysis.document.text[norm.span].lower())
    start, end = gevolg.span.start - norm.span.start, gevolg.span.end - norm.span.start
    if gevolg.soort is GevolgSoort.UITSLUITING and 0 <= start <= end <= len(words):
        return words[:start] + " " * (end - start) + words[end:]  # «geen nieuw verzoek worden gedaan»: nor is that
    if gevolg.soort is GevolgSoort.GEEN_RECHT and 0 <= start <= end <= len(words):
        short = min(end, start + 12)
        return words[:start] + " " * (short - start) + words[short:]
    return words


def _unconditional(words: str, norm: Norm) -> str:
    """The words with the conditions blanked: «de jaaropgave over het kalenderjaar niet overlegt» says what is missing, not what is lost."""
    for condition in norm.voorwaarden:
        start, end = max(condition.start - norm.span.start, 0), max(min(condition.end - norm.span.start, len(words)), 0)
        words = words[:start] + " " * (end - start) + words[end:]
    return words


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
        told = _own_item(_without(analysis, made, first.gevolg), first.gevolg.span.start - sentence.span.start)
        if aanleiding(told) is not Aanleiding.VERZUIM and not _looks_back(analysis, provision, sentence, words):
            found = [v for v in found if v.wending.altijd]  # the others count only after something was missed
            if not found:
                continue
            made = _made(norm, sentence.span, found)
            first = min(found, key=lambda v: _WEIGHT[v.gevolg.soort])
        if counts(analysis, made, first.gevolg, by_wording=True):
            nadeel = _nadeel(analysis, provision, made, first.gevolg)
            nadeel = _by_limit(analysis, nadeel)
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
        after = _after_omission(analysis, provision, sentence, words, first.gevolg)
        if not after and not first.wending.altijd:
            continue
        made = _made(norm, sentence.span, found)
        nadeel = replace(_nadeel(analysis, provision, made, first.gevolg), ruim=True, zwaar=first.wending.zwaar)
        if after and nadeel.aanleiding is not Aanleiding.VERZUIM:
            if nadeel.aanleiding in (Aanleiding.VERZOEK, Aanleiding.SAMENLOOP, Aanleiding.OPZET):
                continue
            nadeel = replace(nadeel, aanleiding=Aanleiding.VERZUIM)
        at = max(first.gevolg.span.start - sentence.span.start, 0)
        if (after and not harmless(words, at, made, first.gevolg)) or counts(analysis, made, first.gevolg, by_wording=True):
            yield nadeel


def _by_limit(analysis: Analysis, nadeel: Nadeel) -> Nadeel:
    """«Na afloop van deze termijn», «Daarna»: an omission where a citizen's limit stands before it, else only a moment."""
    if nadeel.aanleiding not in (*_NEUTRAL, Aanleiding.VERZUIM):
        return nadeel
    words = _without(analysis, nadeel.norm, nadeel.gevolg)
    if not verstreken.points_back(words) and not verstreken.refers_back(words):
        return nadeel
    if verstreken.limit_before(analysis, nadeel.provision, nadeel.norm.span) is not None:
        return replace(nadeel, aanleiding=Aanleiding.VERZUIM)
    reason = _reason(verstreken.without_time(words), nadeel.gevolg)
    return nadeel if reason is nadeel.aanleiding else replace(nadeel, aanleiding=reason, aanleiding_span=None)


def _by_grammar(provision: Provision, nadeel: Nadeel) -> Nadeel:
    """The same effect, known to follow an omission by the grammar of its condition; a finding of it suggests."""
    if nadeel.aanleiding not in _NEUTRAL or not nadeel.gebonden:
        return nadeel
    own = provision.passage.at(nadeel.gevolg.span.start)
    if own is None or ":" in own.words or not verzuim.omission(own):
        return nadeel  # of a list each ground has a reason of its own
    return replace(nadeel, aanleiding=Aanleiding.VERZUIM, ruim=True)


_HELD = re.compile(r"\b(?:geacht|aangemerkt|beschouwd|als)\b")


def _after_omission(analysis: Analysis, provision: Provision, sentence: Sentence, words: str, gevolg: Gevolg) -> bool:
    """Whether an effect follows an omission that the rest of its sentence, or the sentence before it, tells."""
    start, end = gevolg.span.start - sentence.span.start, gevolg.span.end - sentence.span.start
    stop = end
    if _HELD.search(words, start, end):  # what somebody is held to have done is no cause
        stop = next((i for i in range(end, len(words)) if words[i] in ",;."), len(words))
    rest = words[:start] + " " * (stop - start) + words[stop:]
    reason = _reason(rest, gevolg)
    if reason is Aanleiding.VERZUIM or _looks_back(analysis, provision, sentence, words):
        return True
    return reason in _NEUTRAL and verzuim.omission(sentence)


_NEUTRAL = frozenset({Aanleiding.VOORWAARDE, Aanleiding.GEEN})


_BACK = re.compile(r"\b(?:alsdan|in (?:dat|zulk een|het [^.;]{0,60}bedoelde) geval|in die gevallen|dan)\b")
_FURTHER_BACK = re.compile(
    r"\b(?:alsdan|in (?:dat|een zodanig|het [^.;]{0,60}bedoelde) geval)\b|\bna (?:de )?toepassing van het (?:\w+ ){1,3}lid\b|^(?:\W"
    r"|\d)*(?:dat|die|deze|dit) (?!artikel|lid|besluit|wet|regeling)\w+ \w+t\b"
)
# «Zo niet, dan», «Bij gebreke daarvan», «In andere gevallen»: what comes when the condition of the sentence before is not met.
_OTHERWISE = re.compile(
    r"^(?:\W|\d)*(?:zo niet\b|bij gebreke (?:daar|hier)van|in (?:alle |de )?(?:andere|overige) gevallen|in (?:het"
    r"|elk) andere? geval|anders\b|zo neen\b"
    r"|is (?:dat|dit) niet het geval|gebeurt (?:dat|dit) niet|(?:doet|doen) (?:hij|zij) (?:dat|dit) niet)"
)
# «Na beëindiging kan …»: the effect of the lid before, and so its occasion.
_AFTER_EFFECT = re.compile(
    r"(?:\W|\d)*na (?:de |het |die |deze |dat |een |zijn |haar )?"
    r"(?:beëindiging|intrekking|verval|uitsluiting|afwijzing|weigering|schorsing|verwijdering|stopzetting)\b"
)
_ON_CONDITION = re.compile(r"\b(?:mits|indien|binnen|uiterlijk|vóór|tijdig)\b")
_SENTENCES_BACK = 4


def _looks_back(analysis: Analysis, provision: Provision, sentence: Sentence, words: str) -> bool:
    """«Ook het rijbewijs verliest alsdan zijn geldigheid»: the occasion stands in the sentence or lid before."""
    if verstreken.limit_before(analysis, provision, sentence.span) is not None:
        return True
    otherwise = _OTHERWISE.search(words)
    further = _FURTHER_BACK.search(words) is not None or _AFTER_EFFECT.match(words) is not None
    if otherwise is None and not further and _BACK.search(words) is None:
        return False
    text = analysis.document.text
    near = analysis.in_artikel(provision.unit) or (provision,)
    before = [s for p in near for s in p.passage.sentences if s.span.start < sentence.span.start]
    before = before[-_SENTENCES_BACK:] if further else before[-1:]
    if otherwise is not None and before and _ON_CONDITION.search(text[before[-1].span].lower()):
        return True
    return bool(before) and any(aanleiding(text[s.span].lower()) is Aanleiding.VERZUIM for s in before)


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

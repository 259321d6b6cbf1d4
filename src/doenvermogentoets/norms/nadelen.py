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
from doenvermogentoets.norms import verzuim, wendingen
from doenvermogentoets.norms.aanleiding import ORDER, Aanleiding, aanleiding, patterns
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, Soort
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
            GevolgSoort.MAATREGEL,
            GevolgSoort.VERLAGING,
            GevolgSoort.LATERE_INGANG,
            GevolgSoort.VERHOGING,
            GevolgSoort.SCHORSING,
            GevolgSoort.HERZIENING,
            GevolgSoort.INVORDERING,
            GevolgSoort.VERREKENING,
            GevolgSoort.DWANGSOM,
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


# A fine that is imposed here, not one that is only spoken of («degene aan wie een boete is opgelegd»).
_IMPOSES = re.compile(
    r"\bleg(?:t|gen)\b(?:[^.;]|\.(?=\d)){0,400}\bboete\b(?:[^.;]|\.(?=\d)){0,40}\bop\b"
    r"|\bword(?:t|en) (?:\w+ ){0,8}(?:een|de) (?:bestuurlijke )?boete\b(?!n? (?:als|bedoeld))(?:[^.;]|\.(?=\d)){0,60}\bopgelegd\b"
    r"|^(?:\W|\d)*een (?:bestuurlijke )?boete wordt (?!niet)[^.;]{0,80}\bopgelegd\b"
)
_ROOM = re.compile(r"\b(?:kan|kunnen|bevoegd(?! gezag)|bevoegdheid|mag|mogen)\b")
_RIGHT_NEEDED = frozenset(
    {
        GevolgSoort.INTREKKING,
        GevolgSoort.HERZIENING,
        GevolgSoort.BEEINDIGING,
        GevolgSoort.VERVAL,
        GevolgSoort.LATERE_INGANG,
        GevolgSoort.GEEN_RECHT,
    }
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
            if norm.bevoegdheid == "discretionair" and not _ROOM.search(analysis.document.text[norm.span].lower()):
                norm = replace(norm, bevoegdheid="gebonden")  # «het bevoegd gezag» is no power
            if gevolg.span in seen or not _counts(analysis, norm, gevolg):
                continue
            if gevolg.soort not in _WEAK:
                seen.add(gevolg.span)
            nadeel = _nadeel(analysis, provision, norm, gevolg)
            yield _by_grammar(provision, nadeel)
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
    words = _without(analysis, norm, gevolg)
    reason = _reason(words, gevolg)
    name = next((n for a, n in ORDER if a is reason), None)
    if reason is Aanleiding.VERZUIM and not known["verzuim"].occurs(words):
        name = "gebreke"
    because = known[name].search(words) if name is not None else None
    colon = words.find(":")
    listed = gevolg.soort in _ELIGIBILITY or reason in (Aanleiding.EINDE, Aanleiding.SAMENLOOP, Aanleiding.VERZOEK)
    if because is not None and listed and 0 <= colon < because.start():
        # one of a list of conditions for a right; a list of events in a life stays what it is
        reason, because = (reason if _all_over(words[colon:]) else Aanleiding.VOORWAARDE), None
    total = known["totaal"].search(words)
    at = norm.span.start
    return Nadeel(
        provision=provision,
        norm=norm,
        gevolg=gevolg,
        aanleiding=reason,
        aanleiding_span=Span(at + because.start(), at + because.end()) if because else None,
        totaal=Span(at + total.start(), at + total.end()) if total else None,
        vast=known["vast"].occurs(words),
    )


_ITEM = re.compile(r"(?<=[:;,])\s+(?:[a-z]{1,2}|\d{1,2}°?|[ivx]+)[.)°]\s|(?<=[:;])\s+[–-]\s")


def _reason(words: str, gevolg: Gevolg) -> Aanleiding:
    """Why the effect sets in; where a right ends by itself, the ground of a list that is an omission counts, whatever the others are."""
    reason = aanleiding(words)
    colon = words.find(":")
    if gevolg.soort is not GevolgSoort.VERVAL or colon < 0 or reason in (Aanleiding.VERZUIM, Aanleiding.GEEN):
        return reason
    items = _ITEM.split(words[colon:])[:30]
    if len(items) > 2 and any(aanleiding(item) is Aanleiding.VERZUIM for item in items[1:]):
        return Aanleiding.VERZUIM
    return reason


def _all_over(items: str) -> bool:
    """Whether every ground of a list is that the right has served its purpose, or that somebody asked."""
    found = [aanleiding(item) for item in _ITEM.split(items)[1:30]]
    return len(found) > 1 and all(reason in (Aanleiding.EINDE, Aanleiding.VERZOEK, Aanleiding.SAMENLOOP) for reason in found)


def _without(analysis: Analysis, norm: Norm, gevolg: Gevolg) -> str:
    """The lower-cased sentence with the words of the effect blanked: «geen recht» is no omission."""
    words = analysis.document.text[norm.span].lower()
    start, end = gevolg.span.start - norm.span.start, gevolg.span.end - norm.span.start
    if gevolg.soort is GevolgSoort.GEEN_RECHT and 0 <= start <= end <= len(words):
        short = min(end, start + 12)
        return words[:start] + " " * (short - start) + words[short:]
    return words


# What a law grants is a right under that law, whatever it is called: «heeft aanspraak op een noodlevering».
_GRANTS = re.compile(
    r"\b(?:recht|aanspraak) op (?:een |de |het )?([a-zà-ÿ-]{7,})\b"
    r"|\bin aanmerking (?:komt |komen )?voor (?:een |de |het )?([a-zà-ÿ-]{7,})\b"
    r"|\b(?:verleent|verstrekt) (?:op aanvraag )?(?:een |de )([a-zà-ÿ-]{7,}) aan\b"
)
_NO_GRANT = frozenset(
    (
        "verblijf",
        "rechtmatig",
        "informatie",
        "inzage",
        "schadevergoeding",
        "bescherming",
        "subsidie",
        "toegang",
        "rectificatie",
        "bezwaar",
        "gegevens",
        "beschikking",
    )
)
_own: WeakKeyDictionary[Analysis, re.Pattern[str] | None] = WeakKeyDictionary()


def _own_rights(analysis: Analysis) -> re.Pattern[str] | None:
    """The nouns for what this regulation grants; ``None`` when it names none."""
    if analysis not in _own:
        text = analysis.document.text.content.lower()
        nouns = {next(filter(None, m.groups())) for m in _GRANTS.finditer(text)} - _NO_GRANT
        _own[analysis] = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, nouns)))})\b") if nouns else None
    return _own[analysis]


def _read_as_right(words: str, own: re.Pattern[str] | None) -> str:
    """The words with the law's own names for a right as a compound of «hulp», of the same length: the word lists know that."""
    return words if own is None else own.sub(lambda m: "x" * (len(m[0]) - 4) + "hulp", words)


def _by_wording(analysis: Analysis, provision: Provision, seen: set[Span]) -> Iterator[Nadeel]:
    """Effects that the norms do not name: a verb far from its particle, a turn of phrase, an object class."""
    text = analysis.document.text
    if not wendingen.may_fit(text[provision.span].lower()):
        return
    own = _own_rights(analysis)
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
        if aanleiding(_without(analysis, made, first.gevolg)) is not Aanleiding.VERZUIM and not _looks_back(
            analysis, provision, sentence, words
        ):
            found = [v for v in found if v.wending.altijd]  # the others count only after something was missed
            if not found:
                continue
            made = _made(norm, sentence.span, found)
            first = min(found, key=lambda v: _WEIGHT[v.gevolg.soort])
        if _counts(analysis, made, first.gevolg, by_wording=True):
            nadeel = _nadeel(analysis, provision, made, first.gevolg)
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
        if (after and not _harmless(words, at, made, first.gevolg)) or _counts(analysis, made, first.gevolg, by_wording=True):
            yield nadeel


def _by_grammar(provision: Provision, nadeel: Nadeel) -> Nadeel:
    """The same effect, known to follow an omission by the grammar of its condition; a finding of it suggests."""
    if nadeel.aanleiding not in _NEUTRAL or not nadeel.gebonden:
        return nadeel
    own = next((s for s in provision.passage.sentences if s.span.start <= nadeel.gevolg.span.start < s.span.end), None)
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
_ON_CONDITION = re.compile(r"\b(?:mits|indien|binnen|uiterlijk|vóór|tijdig)\b")
_SENTENCES_BACK = 4


def _looks_back(analysis: Analysis, provision: Provision, sentence: Sentence, words: str) -> bool:
    """«Ook het rijbewijs verliest alsdan zijn geldigheid»: the occasion stands in the sentence or lid before."""
    otherwise = _OTHERWISE.search(words)
    further = _FURTHER_BACK.search(words) is not None
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


_DECISIONS = frozenset(
    {GevolgSoort.WEIGERING, GevolgSoort.AFWIJZING, GevolgSoort.INTREKKING, GevolgSoort.HERZIENING, GevolgSoort.BEEINDIGING}
)


def _counts(analysis: Analysis, norm: Norm, gevolg: Gevolg, *, by_wording: bool = False) -> bool:
    """Whether an effect is laid on somebody here, and is about something he was granted or relied on."""
    words = analysis.document.text[norm.span].lower()
    at = gevolg.span.start - norm.span.start
    if at > 0 and ":" in words[:at] and _ROOM.search(words[: words.index(":")]):
        return False  # one of the conditions of a power
    if _ELSEWHERE.search(words, 0, max(at, 0)) or _harmless(words, max(at, 0), norm, gevolg):
        return False
    if _REGELING.match(words):
        return False
    if words[max(at, 0) :].startswith("vernietig"):
        return False  # a court, or data
    if _NOT_AFTER.match(words, max(gevolg.span.end - norm.span.start, 0)) and not by_wording:
        return False
    if gevolg.soort is GevolgSoort.VERLAGING and _LESS_TO_PAY.search(words):
        return False
    if gevolg.soort is GevolgSoort.BOETE and not by_wording:
        return _IMPOSES.search(words) is not None
    if gevolg.soort is GevolgSoort.TERUGVORDERING:
        return (by_wording or "terug" in words) and not _SPOKEN_OF.search(words, 0, max(at, 0))
    adressaat = norm.adressaat
    if (
        gevolg.soort in _DECISIONS
        and adressaat is not None
        and adressaat.rol == "burger"
        and adressaat.span is not None
        and not norm.passief
        and (not by_wording or (0 <= gevolg.span.start - adressaat.span.end <= 2 and not _PASSIVE.search(words, 0, max(at, 0))))
    ):
        return False  # «weigert een erfgenaam de vergunning over te nemen»
    if gevolg.soort not in _RIGHT_NEEDED | _DECISIONS:
        return True
    if by_wording and gevolg.soort not in _DECISIONS:
        return True  # its object was read with it
    known = patterns()
    near = words[max(0, at - 140) : at + 140]
    own = _own_rights(analysis)
    return not known["geen_recht"].occurs(near) and (
        by_wording or gevolg.soort not in _RIGHT_NEEDED or known["recht"].occurs(near) or (own is not None and own.search(near) is not None)
    )


def _harmless(words: str, at: int, norm: Norm, gevolg: Gevolg) -> bool:
    """Whether what ends is a burden, a power or money of governments, or it is private law, or a moment and no bar."""
    end = max(gevolg.span.end - norm.span.start, 0)
    if gevolg.soort is GevolgSoort.VERVAL and (_BURDEN_LAPSES.match(words, end) or _POWER_LAPSES.search(words, 0, at)):
        return True
    if gevolg.soort is GevolgSoort.UITSLUITING and "eerder" in words[at:end] and _BEFORE_END.match(words, end):
        return True
    if gevolg.soort is GevolgSoort.LATERE_INGANG and _PERIOD_STARTS.search(words, max(0, at - 120), at):
        return True
    colon = words.find(":", 0, at)
    if gevolg.soort in _ENDS and (
        _NO_LOSS.search(words, max(0, at - 300), min(len(words), end + 200))
        or _MERELY_NAMED.search(words, 0, at)
        or (colon >= 0 and _CASES.search(words, max(0, colon - 50), colon))
    ):
        return True
    return _REPEALED.search(words) is not None or _PRIVATE.search(words) is not None or _OF_GOVERNMENTS.search(words) is not None


# «De termijn van verjaring vangt aan op de dag na die waarop»: when a period starts to run, not when a right does.
_PERIOD_STARTS = re.compile(r"\b(?:termijn(?:en)?|verjaring|verjaringstermijn|periode|tijdvak)\b[^.;,]{0,90}$")
# «kan niet eerder worden ingediend dan zes maanden voor het verstrijken van de termijn»: from when on, not how long not.
_BEFORE_END = re.compile(r"(?: dan)? [^.;,]{0,40}?\b(?:voor|vóór|voorafgaand aan) (?:het|de|die|dat|afloop)\b")
_PRIVATE = re.compile(
    r"\b(?:tuchtcollege|rechtbank|tuchtrechter|uitlevering|overlevering|schuldeiser|wederpartij|verbintenis|uitloving|(?:mondeling"
    r"|schriftelijk) aanbod|minnelijke schikking)\b"
)
_ENDS = frozenset({GevolgSoort.INTREKKING, GevolgSoort.BEEINDIGING, GevolgSoort.HERZIENING})
# What ends to nobody's loss: an accusation, a complaint, a duty, an order to pay, an application that its author takes back.
_NO_LOSS = re.compile(
    r"\b(?:klacht|beschuldiging|standaardregeling|statuut|kadavers?|verzoekschrift|volmacht)\b|\bbeschikking(?:en)? tot betaling\b"
    r"|\bbehandeling (?:daarvan|van (?:dat|het|de|een) (?:verzoek|klacht|bezwaar|beroep))\b"
    r"|\b(?:de|die|deze) verplichting\b[^.;]{0,60}\b(?:ingetrokken|in stand|in)\b|\bte rekenen van\b"
    r"|\baanvraag\b[^.;]{0,300}\bwordt ingetrokken voordat\b"
)
# In a condition or an enumeration of cases the withdrawal is only named.
_MERELY_NAMED = re.compile(
    r"\bkon(?:den)? worden $"
    r"|\bvoor zover\b[^;:.]*\bdoor de \w+ wordt $"
    r"|, en dit \w+ wordt $|\bof (?:de|het) [^.;]{0,80}, (?:gewijzigd|gehandhaafd) wordt of wordt $"
)
_CASES = re.compile(r"\b(?:indien|als|wanneer|ingeval|in de volgende gevallen)(?: [\w-]+){0,3}$")
_REPEALED = re.compile(r"^(?:\W|\d)*ingetrokken worden\b|\bingetrokken (?:de|het) (?:\w*wet|besluit|regeling|verordening)\b")
_OF_GOVERNMENTS = re.compile(r"\b(?:voorkeursrecht|rijksbijdrage|specifieke uitkering|doeluitkering)\b")


# A regulation that is repealed: «De wet van 28 juni 1926 … wordt ingetrokken».
_REGELING = re.compile(
    r"(?:\W|artikel \S+\s|\d+[a-z]?\b)*(?:de|het) (?:(?:bijzonder|algemeen) )?(?:\w*wet|\w*reglement|regeling|\w*verordening"
    r"|beleidsregels?|besluit van \d+ \w+ \d{4})\b"
    r"(?! (?:tot|die))"
)
_PASSIVE = re.compile(r"\bword(?:t|en)\b")
_NOT_AFTER = re.compile(r" niet\b(?! (?:of niet )?(?:tijdig|volledig))")
# Less to pay is no loss: «de premie wordt verlaagd».
_LESS_TO_PAY = re.compile(
    r"^(?:\W|\d)*(?:een|de|het) (?:[\w-]+ ){0,2}(?:\w*premie|\w*schuld|\w*boete|\w*heffing|\w*belasting|aanslag|tarief|\w*rente"
    r"|huur|huurprijs"
    r"|leges|bijdrage van|eigen (?:bijdrage|risico)|vordering)\b[^.;]{0,200}\b(?:verlaagd|verminderd)\b"
    r"|\b(?:verlaagt|vermindert)\b[^.;,]{0,60}\b(?:\w*premie|\w*schuld|\w*boete|\w*heffing|\w*belasting|aanslag|tarief|\w*rente|huur|leges"
    r"|eigen (?:bijdrage|risico))\b|\bte hoog (?:vast)?gestelde?\b"
)
_POWER_LAPSES = re.compile(r"^(?:\W|\d)*de (?:bevoegdheid|verplichting|aansprakelijkheid|schorsing|uitsluiting)\b")
# «vervalt de verplichting tot betaling van leges»: that hurts nobody.
_BURDEN_LAPSES = re.compile(
    r" (?:(?:van rechtswege|daarmee|daardoor|tevens) )?(?:de|het|zijn|haar|hun|deze|die|elke|iedere|een) (?:[\w-]+ )?"
    r"(?:\w*verplichting(?:en)?|plicht|verbod|schuld|boete|dwangsom|last|maatregel|schorsing|uitsluiting|opschorting|vordering|bevoegdheid)\b"
)
# «bepaald wordt in welke gevallen de vergunning wordt ingetrokken», «de beschikking waarbij een aanvraag wordt afgewezen, geldt als»
_ELSEWHERE = re.compile(r"\bin welke gevallen\b|\bregels\b[^.;]{0,60}\bgesteld\b|\b(?:beschikking|besluit|beslissing) waarbij\b")
# «degene van wie wordt teruggevorderd», «voor zover de teruggevorderde bedragen»: somebody is described, nothing is recovered here.
_SPOKEN_OF = re.compile(r"\b(?:degene|degenen|persoon|personen|werkgever) (?:van|aan|bij) wie\b")

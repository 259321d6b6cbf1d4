"""Effects and ways out of the norm table as rows of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.gevolgen import Consequence, consequences
from doenvermogentoets.norms.gevolgnaam import named
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, Soort, UitwegSoort
from doenvermogentoets.norms.uitweg import Uitweg, ways_out
from doenvermogentoets.norms.vangnet import rests_on_opzij
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.norms.waar import Waar, where
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.model import Effect, WayOut
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span

_TAKES_AWAY = frozenset(("Awb 5:41",))
"""Nets of the Awb without which there would be no effect: «legt geen bestuurlijke boete op voor zover … niet kan worden verweten»."""


def takes_away(out: WayOut) -> bool:
    """Whether a way out can take its effect away, by the text or by the Awb."""
    return out.full or out.ground in _TAKES_AWAY


def removable(ways_out: Iterable[WayOut]) -> bool:
    """Whether one of these can take the effect away: what every figure, list, picture and risk of the report counts by."""
    return any(takes_away(out) for out in ways_out)


_EXCEPTION = re.compile(
    r"\b(?:blij(?:ft|ven)|is|zijn|geldt|gelden|vindt|vinden) (?:[\w-]+ ){0,4}"
    r"(?:buiten toepassing|niet van toepassing|geen toepassing|niet)\b"
    r"[^.;]{0,30}\b(?:indien|als|wanneer|voor zover|zolang|op)\b",
    re.I,
)
_FROM_THE_LID = re.compile(r"^(?:\d+[a-z]*\.\s+)?(?:Het|De) (?:[\w-]+ (?:lid|leden)|bepaalde in)\b", re.I)
_IMPOSED = (GevolgSoort.BOETE.value, GevolgSoort.DWANGSOM.value)
"""What is «opgelegd» as well as a measure: the sharper word is told."""


def outs(places: Places, found: Iterable[Uitweg]) -> tuple[WayOut, ...]:
    """Ways out with their words, each kind and place once."""
    rows: dict[tuple[str, str, str], WayOut] = {}
    for uitweg in found:
        provision, span = uitweg.provision, uitweg.span
        quote = places.quote(provision.document, span, place=label(provision.unit)) if provision is not None and span is not None else None
        row = WayOut(kind=uitweg.soort.value, where=uitweg.waar.value, full=uitweg.volledig, quote=quote, ground=uitweg.grond)
        rows.setdefault((row.kind, quote.place if quote else "", row.ground), row)
    return tuple(rows.values())


def softened(places: Places, analysis: Analysis, provision: Provision, norm: Norm) -> tuple[WayOut, ...]:
    """The ways out of the effects of a norm, and the exceptions that its own artikel makes."""
    return (*outs(places, ways_out(analysis, provision, norm)), *exceptions(places, analysis, provision))


def more_outs(places: Places, analysis: Analysis, provision: Provision, known: tuple[WayOut, ...]) -> tuple[WayOut, ...]:
    """The ways out of what follows on an act, with those of its own artikel: more time on request, and exceptions; each place once."""
    there = {(w.kind, w.quote.place) for w in known if w.quote is not None}
    own = (*extensions(places, analysis, provision), *exceptions(places, analysis, provision))
    return (*known, *(w for w in own if w.quote is None or (w.kind, w.quote.place) not in there))


_EXTENDED = re.compile(
    r"\b(?:verleng(?:t|en|d)\b[^.;]{0,40}\b(?:deze|die|de) termijn\b|\b(?:deze|die|de) termijn\b[^.;]{0,60}\bverleng(?:t|en|d)\b)", re.I
)
_ASKED = re.compile(r"\bop (?:zijn|haar|hun|diens|schriftelijk|(?:een )?(?:daartoe strekkend )?)?\s?verzoek\b|\buit eigen beweging\b", re.I)


def extensions(places: Places, analysis: Analysis, provision: Provision) -> Iterator[WayOut]:
    """«verlengt deze termijn op verzoek van de gebruiker» in another lid of the artikel: more time for whoever asks."""
    for other in analysis.in_artikel(provision.unit):
        words = analysis.document.text[other.span]
        if other.span.start > provision.span.start and _EXTENDED.search(words) and _ASKED.search(words):
            quote = places.quote(analysis.document, other.span, place=label(other.unit))
            yield WayOut(kind=UitwegSoort.VERLENGING.value, where=Waar.ARTIKEL.value, full=True, quote=quote, ground="")


def exceptions(places: Places, analysis: Analysis, provision: Provision) -> Iterator[WayOut]:
    """«Het eerste lid blijft buiten toepassing, indien …»: an exception to a lid in its own artikel. It helps in its case only."""
    for other in analysis.in_artikel(provision.unit):
        words = analysis.document.text[other.span]
        if other is provision or not _FROM_THE_LID.match(words) or not _EXCEPTION.search(words):
            continue
        if any(provision.unit in r.units for r in references_in(analysis.document, other.span)):
            quote = places.quote(analysis.document, other.span, place=label(other.unit))
            yield WayOut(kind="uitzondering", where=Waar.ARTIKEL.value, full=False, quote=quote, ground="")


def sharpest(chosen: Gevolg, found: Iterable[Gevolg]) -> Gevolg:
    """The sharper word of an effect that is «opgelegd»: a fine or an order, not a measure."""
    if chosen.soort is not GevolgSoort.MAATREGEL:
        return chosen
    return next((g for g in found if g.soort.value in _IMPOSED), chosen)


def effects(places: Places, found: Iterable[Consequence]) -> tuple[Effect, ...]:
    """Adverse effects with their words, each kind and place once."""
    rows: dict[tuple[str, str], Effect] = {}
    for consequence in found:
        provision = consequence.provision
        quote = places.quote(provision.document, consequence.gevolg.span, place=label(provision.unit))
        rows.setdefault((consequence.gevolg.soort.value, quote.place), Effect(kind=named(consequence.gevolg, quote.text), quote=quote))
    sharper = {place for kind, place in rows if kind in _IMPOSED}
    return tuple(row for (kind, place), row in rows.items() if kind != GevolgSoort.MAATREGEL.value or place not in sharper)


def follows(analysis: Analysis, provision: Provision, norm: Norm) -> tuple[tuple[Consequence, ...], tuple[Uitweg, ...]]:
    """What happens when a norm is not met, and what softens that: looked for where the effect stands and where the duty stands."""
    found = consequences(analysis, provision, norm) or _own_loss(provision, norm) or _put_off(provision, norm)
    completion = tuple(_completion(analysis, provision, norm))
    if completion and all(_LATE_APPLICATION.search(analysis.document.text[c.norm.span]) for c in found):
        # whoever leaves out a piece is not late: what follows is what the sentence on completion puts off
        found = next((held for u in completion if u.provision for n in u.provision.norms if (held := _put_off(u.provision, n))), found)
    text = analysis.document.text
    found = tuple(
        c
        for c in found
        if aanleiding(text[c.norm.span].lower()) is not Aanleiding.VERZOEK
        and not _what_is_asked(norm, c)
        and not _of_somebody_else(norm, c)
    )
    if not found:
        return (), ()
    soft: dict[tuple[str, object, str], Uitweg] = {}
    for consequence in found:
        for uitweg in ways_out(analysis, consequence.provision, consequence.norm, [consequence.gevolg]):
            if _for_another_breach(analysis, provision, uitweg):
                continue
            soft.setdefault((uitweg.soort.value, uitweg.span, uitweg.grond), uitweg)
    # a net of the Awb is one of the sentence of the effect: «die later is ingediend» stands there, and not in the duty
    around = (u for u in ways_out(analysis, provision, norm, [c.gevolg for c in found]) if u.waar is not Waar.AWB)
    for uitweg in (*around, *completion):
        soft.setdefault((uitweg.soort.value, uitweg.span, uitweg.grond), uitweg)
    if _is_in_time(norm):
        soft = {key: u for key, u in soft.items() if u.grond != "Awb 4:5"}
    own = any(u.soort is UitwegSoort.HERSTEL and not u.grond for u in soft.values())  # what the text says itself fills in Awb 4:5
    return found, tuple(u for u in soft.values() if not _is_the_act(provision, norm, u) and not (own and u.grond == "Awb 4:5"))


def _is_in_time(norm: Norm) -> bool:
    """Whether what is asked is to apply in time («wordt ingediend voor 1 februari»): who is late has nothing to complete."""
    return any(t.voor == "burger" for t in norm.termijnen) and not any(h.soort in _PIECES for h in norm.handelingen)


_BREACH = re.compile(
    r"\b(?:overtreding(?:en)?|schending(?:en)?|niet[- ]?nakom\w*|niet[- ]?nalev\w*|in strijd met|overtreden van|verplichting(?:en)?)\b"
    r"[^.;]{0,40}\Z",
    re.I,
)


def _for_another_breach(analysis: Analysis, provision: Provision, uitweg: Uitweg) -> bool:
    """«geen boete voor een eerste overtreding van artikel 5, eerste lid»: no help for whoever breaks the second lid."""
    at = uitweg.provision
    if at is None or uitweg.span is None or at.document is not analysis.document:
        return False
    zin = at.sentence_at(uitweg.span.start)
    content = analysis.document.text.content
    broken = {u for r in references_in(analysis.document, zin) if _BREACH.search(content, zin.start, r.span.start) for u in r.units}
    mine = {provision.unit, *provision.unit.ancestors()}
    return bool(broken) and broken.isdisjoint(mine) and not any(provision.unit in u.ancestors() for u in broken)


_REQUESTS = frozenset(("verzoeken", "aanvragen"))


def _what_is_asked(norm: Norm, consequence: Consequence) -> bool:
    """«trekt een vergunning in: a. op verzoek van de houder»: for whoever asks it what he asks, not what he risks."""
    asks = bool(norm.handelingen) and all(h.soort in _REQUESTS for h in norm.handelingen)
    return asks and consequence.norm is norm and not any(t.voor == "burger" for t in norm.termijnen)


def _of_somebody_else(norm: Norm, consequence: Consequence) -> bool:
    """What an organisation does to a person («de verzekeraar laat het verzoek buiten behandeling»), and what that person loses by what he
    does not do, befalls the person: the organisation loses nothing. Nor is what must be paid the effect of not paying it."""
    if consequence.norm is norm and any(h.span.overlaps(consequence.gevolg.span) for h in norm.handelingen):
        return True
    who, other = norm.adressaat, consequence.norm.adressaat
    organisation = who is not None and who.rol == "burger" and not who.particulier
    if organisation and norm.soort is Soort.PLICHT and consequence.norm.span.overlaps(norm.span):
        return True  # its duty is to do just that; what an authority does in such a sentence befalls whoever has to act
    if who is None or other is None or who.rol != "burger" or other.rol != "burger" or not who.tekst or not other.tekst:
        return False
    return not who.particulier and other.particulier and who.tekst.lower() != other.tekst.lower()


def _is_the_act(provision: Provision, norm: Norm, uitweg: Uitweg) -> bool:
    """«stelt niet buiten behandeling dan nadat de gelegenheid is gegeven … aan te vullen»: for whoever must complete it in time that
    chance is the act itself, no way out of it; nor is the one of Awb 4:5, which it fills in."""
    own = uitweg.grond == "Awb 4:5" or (uitweg.span is not None and norm.span.contains(uitweg.span))
    return own and uitweg.soort is UitwegSoort.HERSTEL and bool(_put_off(provision, norm))


_HELD = re.compile(
    r"\bniet (?P<what>buiten behandeling|afgewezen|geweigerd|ingetrokken|beëindigd|opgelegd)\b[^.;]{0,80}\bdan (?:nadat|als|wanneer)\b",
    re.I,
)
_HELD_KINDS = {
    "buiten behandeling": GevolgSoort.NIET_IN_BEHANDELING,
    "afgewezen": GevolgSoort.AFWIJZING,
    "geweigerd": GevolgSoort.WEIGERING,
    "ingetrokken": GevolgSoort.INTREKKING,
    "beëindigd": GevolgSoort.BEEINDIGING,
    "opgelegd": GevolgSoort.MAATREGEL,
}


def _put_off(provision: Provision, norm: Norm) -> tuple[Consequence, ...]:
    """What follows when a last chance is not used: «stelt een aanvraag niet buiten behandeling dan nadat …»."""
    match = _HELD.search(provision.document.text.content, norm.span.start, norm.span.end)
    if match is None:
        return ()
    gevolg = Gevolg(_HELD_KINDS[match["what"].lower()], Span(match.start("what"), match.end("what")))
    return (Consequence(gevolg, provision, norm, Waar.LID),)


_LATE_APPLICATION = re.compile(r"\baanvra(?:ag|gen)\b[^.;]{0,60}\bniet (?:binnen|uiterlijk|tijdig|vóór|voor|op tijd)\b|\bte laat\b", re.I)


def _own_loss(provision: Provision, norm: Norm) -> tuple[Consequence, ...]:
    """What the sentence of a right itself says of whoever is late («bij gebreke waarvan hij niet-ontvankelijk is»)."""
    late = norm.soort is Soort.RECHT and norm.doenlast and any(t.voor == "burger" for t in norm.termijnen)
    return tuple(Consequence(gevolg, provision, norm, Waar.LID) for gevolg in norm.gevolgen) if late else ()


_PIECES = frozenset(("overleggen", "verstrekken", "bijvoegen", "toevoegen", "aantonen", "opgeven"))
_APPLICATION = re.compile(r"\baanvra(?:ag|gen)\b", re.I)
_INCOMPLETE = re.compile(r"\bonvolledige?\b|\baan te vullen\b|\baan(?:ge)?vul(?:t|d|len)\b|\bontbreken\w*\b", re.I)


def _completion(analysis: Analysis, provision: Provision, norm: Norm) -> Iterator[Uitweg]:
    """Who hands in an application without all its pieces may complete it where the text says so: no help for whoever is late."""
    content = analysis.document.text
    if not any(h.soort in _PIECES for h in norm.handelingen) or not _APPLICATION.search(content[norm.span]):
        return
    for other in analysis.provisions:
        for n in other.norms:
            words = content[n.span]
            if rests_on_opzij(analysis, other, n.span):
                continue
            if other is not provision and _APPLICATION.search(words) and _INCOMPLETE.search(words):
                for signaal in n.signalen:
                    if signaal.soort is UitwegSoort.HERSTEL:
                        yield Uitweg(UitwegSoort.HERSTEL, where(provision, other), other, signaal.span)
                        return

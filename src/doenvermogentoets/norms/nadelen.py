"""Adverse effects that count: what a text takes from somebody, why, how completely, and what way out was found.

Not every adverse effect is a risk of hardship. A right that ends with death or recovery, a rule that keeps two schemes from
paying twice, a withdrawal that the holder asked for, a ceiling that is reached: these are named (:class:`Aanleiding`) so that
checks can leave them alone. What remains is mostly loss because something was not done, or not in time.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, Soort
from doenvermogentoets.text import Span

_NO_EFFECT = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT, Soort.PROCEDURE, Soort.STRAF})


class Aanleiding(StrEnum):
    """Why the effect sets in; the first that fits, in this order."""

    VERZOEK = "op eigen verzoek"
    PLAFOND = "het beschikbare is op"
    EINDE = "het doel van het recht is voorbij"
    SAMENLOOP = "een andere regeling voorziet erin"
    OPZET = "opzet of misbruik"
    VERZUIM = "iets is niet, te laat of verkeerd gedaan"
    VOORWAARDE = "een voorwaarde"
    GEEN = "geen voorwaarde in deze zin"


def _words(alternatives: list[str]) -> str:
    return rf"\b(?:{'|'.join(alternatives)})\b"


@cache
def _effects() -> tuple[tuple[GevolgSoort, bool, re.Pattern[str]], ...]:
    """Effects by wording: kind, whether an authority takes it, and the pattern."""
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("nadelen.toml").read_text(encoding="utf-8"))
    return tuple((GevolgSoort(e["soort"]), e["wijze"] == "besluit", re.compile(w)) for e in raw["gevolg"] for w in e["woorden"])


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("nadelen.toml").read_text(encoding="utf-8"))
    recht = {"recht": [_words(raw["recht"]["woorden"])], "geen_recht": [_words(raw["recht"]["niet"])]}
    groups = {**raw["aanleiding"], "totaal": raw["totaal"]["woorden"], "vast": raw["vast"]["woorden"], **recht}
    return {name: re.compile("|".join(patterns)) for name, patterns in groups.items()}


_ORDER = (
    (Aanleiding.VERZOEK, "verzoek"),
    (Aanleiding.PLAFOND, "plafond"),
    (Aanleiding.EINDE, "einde"),
    (Aanleiding.OPZET, "opzet"),
    (Aanleiding.VERZUIM, "verzuim"),
    (Aanleiding.SAMENLOOP, "samenloop"),
)


def aanleiding(words: str) -> Aanleiding:
    """Why an effect sets in, read from the lower-cased words of its sentence."""
    patterns = _patterns()
    for reason, name in _ORDER:
        if patterns[name].search(words):
            return reason
    return (
        Aanleiding.VOORWAARDE
        if re.search(r"\b(?:indien|als|wanneer|voor zover|voorzover|zodra|zolang|mits|tenzij)\b", words)
        else Aanleiding.GEEN
    )


def is_nadelig(norm: Norm) -> bool:
    """Whether a norm names an adverse effect for a citizen or enterprise."""
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
    """

    provision: Provision
    norm: Norm
    gevolg: Gevolg
    aanleiding: Aanleiding
    aanleiding_span: Span | None
    totaal: Span | None
    vast: bool

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
        found = _known[analysis] = tuple(_find(analysis))
    return found


# Cheap test before the patterns: one of these stands in every sentence that they can fit.
_CUE = re.compile(
    r"nihil|vervalt|eindigt|aanspraak|geen recht|herstelt|achterwege|vangt|gaat|verkrijgen|indienen|aanvragen|wachtlijst"
    r"|trekt|herziet|verwijdert|schrijft|behandeling|wijst|afgewezen|weiger|geweigerd|ingetrokken"
    r"|boete|teruggevorderd|vordert| vast op |aanmerking|verlies|verliez"
)
_ROOM = re.compile(r"\b(?:kan|kunnen|bevoegd|mag|mogen)\b")
_NEGATED = re.compile(r"\b(?:niet|geen)\b[^,;]{0,40}$")
# A fine that is imposed here, not one that is only spoken of («degene aan wie een boete is opgelegd»).
_IMPOSES = re.compile(
    r"\bleg(?:t|gen)\b(?:[^.;]|\.(?=\d)){0,400}\bboete\b(?:[^.;]|\.(?=\d)){0,40}\bop\b"
    r"|\bword(?:t|en) (?:\w+ ){0,8}(?:een|de) (?:bestuurlijke )?boete\b(?!n? (?:als|bedoeld))(?:[^.;]|\.(?=\d)){0,60}\bopgelegd\b"
    r"|^(?:\W|\d)*een (?:bestuurlijke )?boete wordt (?!niet)[^.;]{0,80}\bopgelegd\b"
)
# A clause that is not the main one: a condition or a relative clause that has not been closed by a comma.
_SUBORDINATE = re.compile(
    r"\b(?:indien|als|wanneer|voor zover|voorzover|die|dat|waarvan|van wie|aan wie|waarop|waarvoor|waarin|zodra|nadat"
    r"|omdat|zolang|tot)\b[^,;:.]*$"
)
# «, bedoeld in artikel 14 van de Wet,» does not close a clause.
_BEDOELD = re.compile(r",? (?:als )?bedoeld in [^,;:.]{0,80}(?:, [^,;:.]{0,40}\b(?:lid|onderdeel|aanhef)\b[^,;:.]{0,40}){0,3},")
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
            if gevolg.span in seen or not _counts(analysis, norm, gevolg):
                continue
            seen.add(gevolg.span)
            yield _nadeel(analysis, provision, norm, gevolg)
        yield from _by_wording(analysis, provision, seen)


_ELIGIBILITY = frozenset({GevolgSoort.GEEN_RECHT, GevolgSoort.UITSLUITING})


def _nadeel(analysis: Analysis, provision: Provision, norm: Norm, gevolg: Gevolg) -> Nadeel:
    patterns = _patterns()
    words = _without(analysis, norm, gevolg)
    reason = aanleiding(words)
    name = next((n for a, n in _ORDER if a is reason), None)
    because = patterns[name].search(words) if name is not None else None
    colon = words.find(":")
    if because is not None and gevolg.soort in _ELIGIBILITY and 0 <= colon < because.start():
        reason, because = Aanleiding.VOORWAARDE, None  # one of a list of conditions for a right
    total = patterns["totaal"].search(words)
    at = norm.span.start
    return Nadeel(
        provision=provision,
        norm=norm,
        gevolg=gevolg,
        aanleiding=reason,
        aanleiding_span=Span(at + because.start(), at + because.end()) if because else None,
        totaal=Span(at + total.start(), at + total.end()) if total else None,
        vast=bool(patterns["vast"].search(words)),
    )


def _without(analysis: Analysis, norm: Norm, gevolg: Gevolg) -> str:
    """The lower-cased sentence with the words of the effect blanked: «geen recht» is no omission."""
    words = analysis.document.text[norm.span].lower()
    start, end = gevolg.span.start - norm.span.start, gevolg.span.end - norm.span.start
    if gevolg.soort is GevolgSoort.GEEN_RECHT and 0 <= start <= end <= len(words):
        short = min(end, start + 12)
        return words[:start] + " " * (short - start) + words[short:]
    return words


def _by_wording(analysis: Analysis, provision: Provision, seen: set[Span]) -> Iterator[Nadeel]:
    """Effects that the norms do not name: a verb far from its particle, a turn of phrase."""
    text = analysis.document.text
    if not _CUE.search(text[provision.span].lower()):
        return
    norms = {n.span.start: n for n in reversed(provision.norms)}
    starts = sorted(s.span.start for s in provision.passage.sentences)
    taken = {starts[bisect_right(starts, s.start) - 1] for s in seen if starts and s.start >= starts[0]}
    for sentence in provision.passage.sentences:
        words = text[sentence.span].lower()
        if not _CUE.search(words) or "van overeenkomstige toepassing" in words or sentence.span.start in taken:
            continue
        norm = norms.get(sentence.span.start) or Norm(Soort.RECHTSGEVOLG, sentence.span)
        if norm.soort in _NO_EFFECT - {Soort.PROCEDURE} or norm.richting == "gunstig":
            continue
        found = []
        besluit = False
        for soort, by_authority, pattern in _effects():
            match = pattern.search(words)
            if match is None or (soort is not GevolgSoort.UITSLUITING and _ROOM.search(words, max(0, match.start() - 60), match.end())):
                continue
            if (
                _SUBORDINATE.search(_BEDOELD.sub(" ", words[max(0, match.start() - 400) : match.start()]))
                and soort is not GevolgSoort.GEEN_RECHT
            ):
                continue
            if _NEGATED.search(words, 0, match.start()) and not words[match.start() :].startswith(("geen", "niet", "herstelt")):
                continue
            group = 1 if pattern.groups else 0
            span = Span(sentence.span.start + match.start(group), sentence.span.start + match.end(group))
            found.append(Gevolg(soort, span))
            besluit = besluit or by_authority
        if not found:
            continue
        made = replace(
            norm,
            soort=Soort.BEVOEGDHEID if besluit else Soort.RECHTSGEVOLG,
            span=sentence.span,
            bevoegdheid="gebonden" if besluit else "geen",
            richting="nadelig",
            belastend=True,
            gevolgen=tuple(found),
        )
        gevolg = min(found, key=lambda g: _WEIGHT[g.soort])
        reason = aanleiding(_without(analysis, made, gevolg))
        always = gevolg.soort in (GevolgSoort.TERUGVORDERING, GevolgSoort.BOETE, GevolgSoort.INTREKKING)
        if (reason is Aanleiding.VERZUIM or always) and _counts(analysis, made, gevolg):
            yield _nadeel(analysis, provision, made, gevolg)


_DECISIONS = frozenset(
    {GevolgSoort.WEIGERING, GevolgSoort.AFWIJZING, GevolgSoort.INTREKKING, GevolgSoort.HERZIENING, GevolgSoort.BEEINDIGING}
)


def _counts(analysis: Analysis, norm: Norm, gevolg: Gevolg) -> bool:
    """Whether an effect is laid on somebody here, and is about something he was granted or relied on."""
    words = analysis.document.text[norm.span].lower()
    at = gevolg.span.start - norm.span.start
    if at > 0 and ":" in words[:at] and _ROOM.search(words[: words.index(":")]):
        return False  # one of the conditions of a power
    if _ELSEWHERE.search(words, 0, max(at, 0)):
        return False
    if words[max(at, 0) :].startswith("vernietig"):
        return False  # a court, or data
    if gevolg.soort is GevolgSoort.BOETE:
        return _IMPOSES.search(words) is not None
    if gevolg.soort is GevolgSoort.TERUGVORDERING:
        return "terug" in words and not _SPOKEN_OF.search(words, 0, max(at, 0))
    adressaat = norm.adressaat
    if (
        gevolg.soort in _DECISIONS
        and adressaat is not None
        and adressaat.rol == "burger"
        and adressaat.span is not None
        and not norm.passief
    ):
        return False  # «weigert een erfgenaam de vergunning over te nemen»
    if gevolg.soort not in _RIGHT_NEEDED | _DECISIONS:
        return True
    patterns = _patterns()
    near = words[max(0, at - 140) : at + 140]
    return not patterns["geen_recht"].search(near) and (gevolg.soort not in _RIGHT_NEEDED or patterns["recht"].search(near) is not None)


# «bepaald wordt in welke gevallen de vergunning wordt ingetrokken», «de beschikking waarbij een aanvraag wordt afgewezen, geldt als»
_ELSEWHERE = re.compile(r"\bin welke gevallen\b|\bregels\b[^.;]{0,60}\bgesteld\b|\b(?:beschikking|besluit|beslissing) waarbij\b")
# «degene van wie wordt teruggevorderd», «voor zover de teruggevorderde bedragen»: somebody is described, nothing is recovered here.
_SPOKEN_OF = re.compile(r"\b(?:degene|degenen|persoon|personen|werkgever) (?:van|aan|bij) wie\b")

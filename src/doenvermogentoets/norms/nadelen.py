"""Adverse effects that count: what a text takes from somebody, why, how completely, and what way out was found.

Not every adverse effect is a risk of hardship. A right that ends with death or recovery, a rule that keeps two schemes from
paying twice, a withdrawal that the holder asked for, a ceiling that is reached: these are named (:class:`Aanleiding`) so that
checks can leave them alone. What remains is mostly loss because something was not done, or not in time.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms import actors
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


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    raw = tomllib.loads(files("doenvermogentoets.norms").joinpath("nadelen.toml").read_text(encoding="utf-8"))
    groups = {**raw["aanleiding"], "totaal": raw["totaal"]["woorden"], "vast": raw["vast"]["woorden"]}
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
    return Aanleiding.VOORWAARDE if re.search(r"\b(?:indien|als|wanneer|voor zover|voorzover|zodra|zolang|mits|tenzij)\b", words) else Aanleiding.GEEN


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


def _find(analysis: Analysis) -> Iterator[Nadeel]:
    patterns = _patterns()
    text = analysis.document.text
    for provision in analysis.provisions:
        for norm in provision.norms:
            if not is_nadelig(norm):
                continue
            words = text[norm.span].lower()
            reason = aanleiding(words)
            gevolg = min(norm.gevolgen, key=lambda g: _WEIGHT[g.soort])
            name = next((n for a, n in _ORDER if a is reason), None)
            because = patterns[name].search(words) if name is not None else None
            total = patterns["totaal"].search(words)
            at = norm.span.start
            yield Nadeel(
                provision=provision,
                norm=norm,
                gevolg=gevolg,
                aanleiding=reason,
                aanleiding_span=Span(at + because.start(), at + because.end()) if because else None,
                totaal=Span(at + total.start(), at + total.end()) if total else None,
                vast=bool(patterns["vast"].search(words)),
            )


_VAGUE = frozenset(("derde", "derden", "partij", "partijen", "ieder", "hij", "kind", "kinderen", "deskundige", "getuige", "lid", "leden"))
_PRONOUNS = frozenset(("hij", "degene", "degenen", "een ieder", "eenieder", "ieder"))


def getroffene(analysis: Analysis, provision: Provision, norm: Norm) -> str | None:
    """Whom an adverse effect hits, as the text names him («de aanvrager»); «de betrokkene» when nobody is named.

    Returns:
        ``None`` when the artikel names authorities only, so that nobody outside the government is hit.
    """
    artikel = analysis.in_artikel(provision.unit) or (provision,)
    own = [s for s in provision.passage.sentences if s.span.overlaps(norm.span)]
    rest = [s for p in (provision, *artikel) for s in p.passage.sentences if s not in own]
    other: str | None = None
    vague = authority = False
    for sentence in (*own, *rest):
        for actor in actors.find(sentence.words, analysis.definitions):
            head = " ".join(sentence.words[actor.first : actor.last + 1])
            if actor.rol == "overheid":
                authority = True
            elif actor.rol == "burger" and head in _VAGUE | _PRONOUNS:
                vague = True
            elif actor.rol == "burger" and other is None:
                before = sentence.words[actor.first - 1] if actor.first else ""
                name = f"{before if before in ('de', 'het', 'een') else 'de'} {head}"
                if actor.particulier:
                    return name
                other = name
    if other is not None:
        return other
    return "de betrokkene" if vague or not authority else None

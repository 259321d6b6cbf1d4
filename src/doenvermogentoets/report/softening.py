"""Effects and ways out of the norm table as rows of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.gevolgen import Consequence, consequences
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm, Soort, UitwegSoort
from doenvermogentoets.norms.uitweg import Uitweg, Waar, ways_out, where
from doenvermogentoets.report.evidence import Places
from doenvermogentoets.report.model import Effect, WayOut
from doenvermogentoets.structure.labels import label

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


_PARTS = {
    GevolgSoort.NIHIL: (("nihil", "vaststelling op nihil"), ("ambtshalve", "ambtshalve vaststelling")),
    GevolgSoort.DWANGSOM: (("dwangsom", "last onder dwangsom"), ("bestuursdwang", "bestuursdwang")),
    GevolgSoort.VERSCHULDIGD: (("aansprakelijk", "aansprakelijkheid"),),
    GevolgSoort.SCHORSING: (("schors", "schorsing"), ("schort", "opschorting"), ("opgeschort", "opschorting")),
}
"""Kinds that hold two things: the one whose word the text uses is told."""


def named(gevolg: Gevolg, words: str) -> str:
    """The kind of an effect, as its own words say it."""
    said = words.lower()
    return next((name for word, name in _PARTS.get(gevolg.soort, ()) if word in said), gevolg.soort.value)


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
    found = consequences(analysis, provision, norm) or _own_loss(provision, norm)
    if not found:
        return (), ()
    soft: dict[tuple[str, object, str], Uitweg] = {}
    for consequence in found:
        for uitweg in ways_out(analysis, consequence.provision, consequence.norm, [consequence.gevolg]):
            soft.setdefault((uitweg.soort.value, uitweg.span, uitweg.grond), uitweg)
    for uitweg in (*ways_out(analysis, provision, norm, [c.gevolg for c in found]), *_completion(analysis, provision, norm)):
        soft.setdefault((uitweg.soort.value, uitweg.span, uitweg.grond), uitweg)
    return found, tuple(soft.values())


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
            if other is not provision and _APPLICATION.search(words) and _INCOMPLETE.search(words):
                for signaal in n.signalen:
                    if signaal.soort is UitwegSoort.HERSTEL:
                        yield Uitweg(UitwegSoort.HERSTEL, where(provision, other), other, signaal.span)
                        return

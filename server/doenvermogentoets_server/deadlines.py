"""The time limits of a bill: what each is, for whom, what follows for who misses it and what softens that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.norms import gegevens
from doenvermogentoets.norms.gevolgnaam import named
from doenvermogentoets.norms.model import GevolgSoort, Norm, Termijn, TermijnSoort
from doenvermogentoets.norms.table import ORGANISATIE
from doenvermogentoets.text import Span
from doenvermogentoets_server.markdown import escape

_KINDS = {
    TermijnSoort.BINNEN: "een vaste termijn",
    TermijnSoort.UITERSTE_DATUM: "een uiterste datum",
    TermijnSoort.OPEN: "een open termijn: zonder getal of datum",
    TermijnSoort.ONBEPAALD: "een termijn die hier nog niet vaststaat",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit of a bill, as far as it is shown.

    Attributes:
        limit: the limit itself; its spans are offsets in the bill.
        who: the words for who must act, empty where the text names nobody; ``person`` when that is a natural person.
        consequences, ways_out: as :func:`doenvermogentoets.norms.gegevens.deadline` gives them.
    """

    limit: Termijn
    who: str
    person: bool
    consequences: Sequence[Mapping[str, Any]]
    ways_out: Sequence[Mapping[str, Any]]


def deadlines(analysis: DossierAnalysis) -> list[Deadline]:
    """The time limits of the bill, in the order of its norms."""
    found: dict[Span, Deadline] = {}
    for provision in analysis.bill.provisions:
        for norm in provision.norms:
            for limit in norm.termijnen:
                if limit.span in found:
                    continue
                who = norm.adressaat
                mine = who is not None and who.rol == limit.voor
                data = gegevens.deadline(analysis.bill, provision, norm, limit)
                found[limit.span] = Deadline(
                    limit,
                    (who.tekst if who is not None and mine else "") or _from_the_artikel(analysis, provision, norm, limit),
                    who.particulier if who is not None and mine else True,
                    data["gevolgen"],
                    data["uitweg"],
                )
    return list(found.values())


def _from_the_artikel(analysis: DossierAnalysis, provision: Provision, norm: Norm, limit: Termijn) -> str:
    """Whom a limit of a citizen is for where its sentence names nobody: whom its artikel speaks of, as in the report."""
    from doenvermogentoets.report.who import who_must  # only a full analysis needs it

    return who_must(analysis.bill, provision, norm) if limit.voor == "burger" and norm.doenlast else ""


def deadline_at(found: Iterable[Deadline], offset: int) -> Deadline | None:
    """The shortest time limit that the offset lies in."""
    here = [d for d in found if d.limit.span.start <= offset <= d.limit.span.end]
    return min(here, key=lambda d: len(d.limit.span), default=None)


def deadline_text(deadline: Deadline) -> str:
    """The time limit as Markdown."""
    limit = deadline.limit
    lines = [f"**Termijn: {escape(_line(limit.tekst))}**", f"*Wat*  {_what(limit)}", f"*Voor*  {_whom(deadline)}"]
    if limit.voor != "burger":
        return "\n\n".join(lines)
    consequences = _unique(
        f"{named(GevolgSoort(c['soort']), c['tekst'])}: «{_line(c['tekst'])}» ({c['plaats']})" for c in deadline.consequences
    )
    lines.append(f"*Te laat*  {escape(consequences) or 'in dit stuk is geen gevolg gevonden'}")
    ways = _unique(_way(w) for w in deadline.ways_out)
    if ways or consequences:
        lines.append(f"*Uitweg*  {escape(ways) or 'geen gevonden'}")
    return "\n\n".join(lines)


def _what(limit: Termijn) -> str:
    more = [_KINDS[limit.soort]]
    if limit.terugkerend:
        more.append("komt telkens terug")
    if limit.teruggerekend:
        more.append("teruggerekend vanaf een later moment")
    if limit.werkdagen:
        more.append("telt in werkdagen")
    if limit.begin and not limit.teruggerekend:
        more.append(f"begint {escape(_line(limit.begin))}")
    return "; ".join(more)


def _whom(deadline: Deadline) -> str:
    citizen = ("een", "burger") if deadline.person else ("een", ORGANISATIE)
    article, role = {"burger": citizen, "overheid": ("de", "overheid"), "onbekend": ("het is", "niet duidelijk wie")}[deadline.limit.voor]
    return f"{escape(_line(deadline.who))} ({role})" if deadline.who else f"{article} {role}"


def _way(way: Mapping[str, Any]) -> str:
    where = way["plaats"] or way["grond"] or way["waar"]
    return f"{way['soort']} ({where}{'' if way['volledig'] else '; verzacht alleen'})"


def _unique(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(parts))


def _line(text: str) -> str:
    return " ".join(text.split())

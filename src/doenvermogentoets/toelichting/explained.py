"""What the toelichting says about one provision: mentioned, binding, why, alternatives, proportionality."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from doenvermogentoets.text import Span

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.norms.model import Norm
    from doenvermogentoets.toelichting.explanation import Explanation
    from doenvermogentoets.toelichting.sections import Alinea

Naam = Literal["genoemd", "gebonden", "waarom", "alternatieven", "evenredigheid"]
Hoe = Literal["artikelsgewijs", "verwijzing", "alinea", "onderwerp"]
NAMEN: tuple[Naam, ...] = ("genoemd", "gebonden", "waarom", "alternatieven", "evenredigheid")
ZO_GENOEMD: Mapping[Naam, str] = {
    "genoemd": "dat deze bepaling er is",
    "gebonden": "dat er geen ruimte is om af te wijken",
    "waarom": "waarom daarvoor is gekozen",
    "alternatieven": "welke alternatieven zijn overwogen",
    "evenredigheid": "of dit onevenredig kan uitpakken",
}


ZO_GEMIST: Mapping[Naam, str] = {**ZO_GENOEMD, "genoemd": "een passage over deze bepaling"}
"""What was not found, to follow «niet gevonden: »."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A sentence of the toelichting that is about a provision, and how that is known.

    ``hoe`` is ``artikelsgewijs`` (under its heading), ``verwijzing`` (the artikel is cited), ``alinea`` (same paragraph or section as a
    citation) or ``onderwerp`` (same act and object, without a citation). ``telt``: it tells the act of the provision or belongs to a
    sentence that does; without it the sentence only shares persons and things, and a reason in it is no reason for this provision.
    """

    span: Span
    text: str
    alinea: Alinea
    hoe: Hoe
    telt: bool = True


@dataclass(frozen=True, slots=True)
class Explained:
    """The elements of an explanation that were found for a provision (or one norm of it), with the words.

    Attributes:
        elements: per element the ranges in the toelichting, in order; an element that was not found is absent.
        relations: the sentences that were read for it.
    """

    provision: Provision
    norm: Norm | None
    elements: Mapping[Naam, tuple[Span, ...]] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()

    def has(self, naam: Naam) -> bool:
        return naam in self.elements

    @property
    def mentioned(self) -> bool:
        return self.has("genoemd")

    @property
    def sufficient(self) -> bool:
        """At least mentioned and why: the minimum for «explained»."""
        return self.has("genoemd") and self.has("waarom")

    @property
    def complete(self) -> bool:
        """Sufficient, and alternatives or proportionality were weighed."""
        return self.sufficient and (self.has("alternatieven") or self.has("evenredigheid"))

    @property
    def missing(self) -> tuple[Naam, ...]:
        return tuple(n for n in NAMEN if n not in self.elements)

    @property
    def place(self) -> Span | None:
        """Where the toelichting speaks of it first: under its own heading if there is one."""
        told = set(self.elements.get("genoemd", ()))
        best = min(
            (r for r in self.relations if r.span in told),
            key=lambda r: (r.hoe != "artikelsgewijs", r.hoe != "verwijzing", r.span.start),
            default=None,
        )
        return best.span if best is not None else None


# Another way was looked at; «maatwerk» and «een hardheidsclausule» may be what the bill itself has.
_OVERWOGEN = re.compile(r"overw(?:ogen|oog)|afgezien|onderzocht|vergeleken|alternatie|variant", re.I)


def overwogen(read: Explained, explanation: Explanation) -> Sequence[Span]:
    """Where the toelichting tells that another way was looked at for a provision."""
    return [s for s in read.elements.get("alternatieven", ()) if _OVERWOGEN.match(explanation.document.text[s])]

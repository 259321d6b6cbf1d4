"""A sentence that leaves the authority a choice where the provision leaves none: what it says is no explanation of that provision."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.toelichting.lexicon import table
from doenvermogentoets.toelichting.runs import GEVOLGEN, Runs, has_room
from doenvermogentoets.toelichting.words import concepts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.norms.model import Norm
    from doenvermogentoets.toelichting.explained import Relation
    from doenvermogentoets.toelichting.explanation import Explanation
    from doenvermogentoets.toelichting.zin import Zin

_RECHTSWEGE = re.compile(r"\bvan rechtswege\b", re.I)
# The next sentence gives the reason for the choice, not for the duty.
_DAARMEE = re.compile(r"(?:Daarbij|Hierbij|Daarmee|Hiermee|Daartoe|Hiertoe|Daarvoor|Dat|Dit|Zo)\b")


class Weging:
    """Which sentences of one toelichting speak of a weighing that a provision does not allow."""

    def __init__(self, explanation: Explanation, runs: Runs) -> None:
        self._explanation = explanation
        self._runs = runs

    def contradicts(self, said: Zin | Relation, provision: Provision, norm: Norm | None) -> bool:
        """The sentence, or the one it leans on, lets the authority choose, and the norm binds it or works without a decision."""
        if not self._chooses(said.text, provision) and not self._leans_on_choice(said, provision):
            return False
        norms = [n for n in ((norm,) if norm is not None else provision.norms) if n.richting == "nadelig"]
        return bool(norms) and all(self._binds(n, provision) for n in norms)

    def _leans_on_choice(self, said: Zin | Relation, provision: Provision) -> bool:
        if _DAARMEE.match(said.text) is None:
            return False
        before = [z for z in self._explanation.zinnen_of(said.alinea) if z.span.start < said.span.start]
        return bool(before) and self._chooses(before[-1].text, provision)

    def _chooses(self, text: str, provision: Provision) -> bool:
        words = table("uitleg")
        if words["weegt"].search(text):
            return True
        match = words["beslist_of"].search(text)
        # «beoordeelt of de aanvraag volledig is» is no choice about the effect
        return match is not None and self._runs.is_act_of(concepts(text[match.end() :]) & GEVOLGEN, provision)

    def _binds(self, norm: Norm, provision: Provision) -> bool:
        by_law = norm.bevoegdheid == "geen" and bool(norm.gevolgen) and _RECHTSWEGE.search(provision.document.text[norm.span]) is not None
        if norm.bevoegdheid != "gebonden" and not by_law:
            return False
        inside = self._explanation.bill.in_artikel(provision.unit) or (provision,)
        if any(has_room(n) for p in inside for n in p.norms):
            return False
        # a clause lets an authority depart from a decision; what the law does itself is not judged case by case for that
        return by_law or not any(c.covers(provision.unit) for c in self._clausules)

    @cached_property
    def _clausules(self) -> Sequence[Clausule]:
        return tuple(clausules(self._explanation.bill))

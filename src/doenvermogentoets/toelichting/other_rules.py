"""Reasons of a toelichting that belong to another rule than the provision they seem to be about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from doenvermogentoets.document import UnitKind
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import Hoeveelheid, even_lang
from doenvermogentoets.toelichting.sections import lids
from doenvermogentoets.toelichting.words import numbers, root, roots

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Provision
    from doenvermogentoets.norms.model import Norm
    from doenvermogentoets.toelichting.explanation import Explanation
    from doenvermogentoets.toelichting.reasons import Reason
    from doenvermogentoets.toelichting.runs import Runs
    from doenvermogentoets.toelichting.sections import Alinea
    from doenvermogentoets.toelichting.zin import Zin

_SHARED = 2  # words that only another lid has, from which a paragraph is about that lid
# A paragraph with a smaller share of the telling words of a provision, and without its act, is about something else.
_ABOUT = 0.15
_STAFF = re.compile(r"\bmedewerk(?:st)?ers?\b", re.I)  # who is at the telephone; no «medewerking»
# What could have been chosen, and was not.
_ALTERNATIEF = re.compile(r"\b(?:overwogen|overwoog|overwegen|afgezien|verworpen)\b", re.I)
# Words of measure tell nothing of what a lid is about.
_MATEN = frozenset(roots("procent jaar jaren maand maanden week weken dag dagen euro artikel lid termijn"))
# What was the rule; what was found in a year («in 2023 bleek») can be a reason.
_TOEN = re.compile(r"\b(?:[Tt]ot(?: en met)?|[Vv]óór) (?:19|20)\d\d\b|\b(?:toen|destijds|voorheen|gold(?:en)?|hief)\b")
_NIET_GEDAAN = re.compile(
    r"^(?:(?:Het|De) (?:\w+ ){1,3}(?:heeft|hebben) (?:dat|dit|deze \w+|die \w+)(?: advies| verzoek)? niet (?:gedaan|overgenomen|gevolgd)"
    r"|(?:Dat|Dit|Die \w+|Deze \w+)(?: advies| verzoek)? (?:is|zijn|wordt) niet (?:overgenomen|gevolgd|gehonoreerd))\b"
)
_HANDELING = re.compile(r"(?:Het )?([A-Za-z][a-zé]+en) van (?:de |het |een )?\w")
_TERMIJN = re.compile(r"\b(\w{3,12}?)(dagen|weken|maanden|jaars?)(?:termijn|periode)\b", re.I)  # «driedagentermijn»


class OtherRules:
    """Tells of the reasons in one toelichting which are for another rule."""

    def __init__(self, explanation: Explanation, runs: Runs) -> None:
        self._explanation = explanation
        self._runs = runs

    def have(self, reason: Reason, provision: Provision, norm: Norm | None) -> bool:
        """A reason in the general part that belongs to another rule, whatever the weighing of its words says.

        A rejected alternative is the reason for what it would have replaced: in a paragraph that nowhere tells the act of the provision
        it is none. And where a paragraph names another lid of the artikel, what it says is no reason for an effect that it does not tell.
        """
        if self._of_sibling(reason.zin.alinea, provision):
            return True
        if reason.features["artikelsgewijs"]:
            return False
        if not reason.features["genoemd"] and self._elsewhere(reason.zin, provision):
            return True
        artikel, lid = provision.unit.artikel, provision.unit.number if provision.unit.kind is UnitKind.LID else ""
        if artikel is None or not lid or norm is None or not norm.gevolgen:
            return False
        cited = [
            {t.lid for t in r.targets if t.artikel == artikel.number}
            for r in self._explanation.references.get(reason.zin.alinea, ())
            if any(t.artikel == artikel.number and not t.regeling for t in r.targets)
        ]
        if not cited or not all(leden and all(leden) and lid not in leden for leden in cited):
            return False
        leaves_a_choice = norm.bevoegdheid == "discretionair" and self._runs.speaks_of(reason.zin, "gebonden")
        return leaves_a_choice or not self._runs.tells_act(reason.zin.alinea, provision, norm)

    def _elsewhere(self, zin: Zin, provision: Provision) -> bool:
        """Of a sentence where the provision is not named: by its own words or those around it, it is about another rule."""
        if self._history(zin.alinea, provision) or self._answers_another(zin, provision) or self._act_of_another(zin, provision):
            return True
        if not self._runs.tells_act(zin.alinea, provision):
            rejected = _ALTERNATIEF.search(zin.text) is not None
            if rejected or self._of_an_instruction(zin.alinea, provision) or self._alien(zin.alinea, provision):
                return True
        return all(k.provision is not provision for k in self._runs.told(zin)) and self._length_of_another(zin, provision)

    def _own_words(self, provision: Provision) -> frozenset[str]:
        """The telling words that no other lid of its artikel has."""
        if provision not in self._own:
            others = [p for p in self._explanation.bill.in_artikel(provision.unit) if p is not provision]
            shared = frozenset().union(*(self._explanation.provision_roots[p] for p in others))
            self._own[provision] = self.telling(provision) - shared - _MATEN
        return self._own[provision]

    @cached_property
    def _own(self) -> dict[Provision, frozenset[str]]:
        return {}

    def _of_sibling(self, alinea: Alinea, provision: Provision) -> bool:
        """A paragraph that names no lid, with words that only another lid of the artikel has and none that only this one has."""
        siblings = [p for p in self._explanation.bill.in_artikel(provision.unit) if p is not provision]
        if not siblings or lids(alinea.text) or self._runs.tells_act(alinea, provision):
            return False
        said = frozenset(roots(alinea.text))
        if said & self._own_words(provision):
            return False
        return any(len(said & self._own_words(p)) >= _SHARED for p in siblings)

    def _history(self, alinea: Alinea, provision: Provision) -> bool:
        """What a paragraph has of a provision, it has only in sentences about what was: «de houder had toen zes weken om te betalen»."""
        zinnen = self._explanation.zinnen_of(alinea)
        now = [z for z in zinnen if _TOEN.search(z.text) is None]
        if len(now) == len(zinnen):
            return False
        own = self.telling(provision)
        return bool(own & frozenset(roots(alinea.text))) and not any(z.roots & own for z in now)

    def _answers_another(self, zin: Zin, provision: Provision) -> bool:
        """«Dat is niet overgenomen: …» gives the reason against what was asked in the sentence before, and that is about something else."""
        before = self._explanation.before(zin)
        if before is None or _NIET_GEDAAN.search(zin.text) is None:
            return False
        return not any(word in before.roots or word in zin.roots for word in self._own_words(provision) if not word.startswith("="))

    def _act_of_another(self, zin: Zin, provision: Provision) -> bool:
        """«Bewaren van de rekeningen …»: it begins with the act of another provision, that this one has not."""
        match = _HANDELING.match(zin.text)
        act = root(match.group(1).lower()) if match is not None else ""
        if not act or act in self._explanation.provision_roots[provision]:
            return False
        return any(
            root(n.werkwoord) == act for p in self._explanation.bill.provisions if p is not provision for n in p.norms if n.werkwoord
        )

    def _of_an_instruction(self, alinea: Alinea, provision: Provision) -> bool:
        """It names the length of time that an instruction puts in the place of another, and that this provision has not."""
        lengths = self._replaced
        own = [h for h in self._explanation.quantities.by_provision.get(provision, ()) if h.maat == "duur"]
        told = [h for h in hoeveelheden(alinea.text) if h.maat == "duur"] if lengths else []
        return any(even_lang(h, new) for h in told for new in lengths) and not any(even_lang(h, o) for h in told for o in own)

    @cached_property
    def _replaced(self) -> Sequence[Hoeveelheid]:
        """The lengths of time that replace others in the amended law."""
        amendments = self._explanation.bill.document.amendments
        return [h for a in amendments if a.old and a.new for h in hoeveelheden(a.new) if h.maat == "duur"]

    def _length_of_another(self, zin: Zin, provision: Provision) -> bool:
        """The sentence names a length of time that one other artikel has, and this one has not."""
        said = [h for h in hoeveelheden(_TERMIJN.sub(r"\1 \2 termijn", zin.text)) if h.maat == "duur"]
        own = self._explanation.quantities.by_provision.get(provision, ())
        if any(even_lang(h, other) for h in said for other in own if other.maat == "duur"):
            return False
        having = {p.unit.artikel for one in said for p, other in self._explanation.quantities.even_groot(one) if even_lang(other, one)}
        return len(having) == 1 and provision.unit.artikel not in having

    def _alien(self, alinea: Alinea, provision: Provision) -> bool:
        """A paragraph has next to nothing of what a provision is about: its words but those for who acts and what the bill defines.

        A number of the provision is enough: «het aantal van 1.250 is een harde grens».
        """
        if numbers(alinea.text) & numbers(provision.document.text[provision.span]):
            return False
        own = self.telling(provision)
        said = frozenset(roots(_STAFF.sub("", alinea.text)))
        return self._explanation.weights.of(own & said) < _ABOUT * self._explanation.weights.of(own)

    def telling(self, provision: Provision) -> frozenset[str]:
        """The words of a provision but those for who acts and what the bill defines."""
        named = " ".join(n.adressaat.tekst for n in provision.norms if n.adressaat is not None)
        return self._explanation.provision_roots[provision] - self._defined - frozenset(roots(named))

    @cached_property
    def _defined(self) -> frozenset[str]:
        return frozenset(roots(" ".join(self._explanation.bill.definitions)))

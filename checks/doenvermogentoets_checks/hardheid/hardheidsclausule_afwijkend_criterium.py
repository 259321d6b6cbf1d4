"""A hardship clause with a criterion of its own («schrijnende situatie») instead of that of Ar 5.26."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Doubt, Hit, Severity, Suggestion
from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.norms.hardheidsclausule import Clausule, van_hardheid
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.hardheid.clausules import by_model, individual, leans
from doenvermogentoets_checks.raakt import over_mensen

_HEEDED = re.compile(r"\brekening (?:word\w* )?(?:gehouden|houden)\b[^.;]{0,120}\Z")


def _before(start: int, at: int) -> tuple[int, int]:
    return max(start, at - 160), at


def _by_private(orgaan: str) -> bool:
    role = role_of_phrase(orgaan.lower().split())
    return role is not None and role[0] == "burger"


def _of_authority(orgaan: str) -> bool:
    role = role_of_phrase(orgaan.lower().split())
    return role is not None and role[0] == "overheid"


_ORDINARY = Doubt(
    "deze woorden staan in veel wetten bij een gewone uitzondering, met eigen beleidsregels en rechtspraak",
    question="Eerst de vraag: is hier een hardheidsclausule bedoeld?",
)


# «als dat onredelijk uitpakt», «onevenredig nadeel»: sooner met than an unfairness that outweighs all else
_MILDER = re.compile(r"(?:onredelijk (?:zou(?:den)? |kan |kunnen )?(?:uit|voork)|onevenredig )")
_SOONER = "aan deze woorden is eerder voldaan dan aan «onbillijkheid van overwegende aard»"


def _milder(clausule: Clausule) -> bool:
    criterium = clausule.criterium
    return criterium is not None and _MILDER.match(clausule.provision.document.text.small, criterium.start) is not None


def _severity(clausule: Clausule) -> Severity | None:
    """A suggestion where the sentence speaks of hardship, or asks less than the model; «in bijzondere gevallen» alone is the formula of an
    ordinary exception.
    """
    document = clausule.provision.document
    criterium = clausule.criterium
    if _milder(clausule):
        return Severity.SUGGESTION
    if criterium is not None and _of_authority(clausule.orgaan) and van_hardheid(words(document, criterium)):
        return None
    artikel = clausule.provision.unit.artikel
    called = artikel.heading if artikel is not None else ""  # «Hardheidsclausule»: no ordinary exception
    return Severity.SUGGESTION if van_hardheid(f"{called} {document.text[clausule.zin]}") else Severity.INFO


@over_mensen(Severity.WARNING, uitweg=False)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Clauses without «onbillijkheid van overwegende aard»."""
    del options
    for clausule in individual(dossier):
        if clausule.standaard or clausule.criterium is None:
            continue
        if _HEEDED.search(clausule.provision.document.text.small, *_before(clausule.provision.span.start, clausule.criterium.start)):
            continue  # «moet rekening worden gehouden met bijzondere omstandigheden»: how a rule is read, and no power
        if _by_private(clausule.orgaan):
            continue  # «De kapitein kan afwijken … in nood»
        document = clausule.provision.document
        severity = _severity(clausule)
        extra = "" if clausule.doel is not None else " Ook ontbreekt het doel of de strekking waaraan dat wordt afgemeten."
        if clausule.algemeen is None:  # otherwise told with the scope of the clause
            extra += leans(clausule, dossier)
        yield Hit(
            document=document,
            unit=clausule.provision.unit,
            span=clausule.criterium,
            message=f"De clausule gebruikt een eigen maatstaf: «{words(document, clausule.criterium)}».",
            explanation="Voor «onbillijkheid van overwegende aard» bestaan vaste uitleg en rechtspraak; voor deze "
            "woorden niet. Wie er een beroep op doet, weet niet "
            f"wat hij moet laten zien, en de uitvoerder niet wanneer hij mag afwijken.{extra}",
            doubts=(_ORDINARY,) if severity is Severity.INFO else (),
            label="eigen maatstaf",
            lighter=_SOONER if _milder(clausule) else "",
            severity=severity,
            suggestions=(
                by_model(clausule, dossier),
                Suggestion("in de toelichting uitleggen waarin deze maatstaf van die van Ar 5.26 verschilt, met voorbeelden"),
            ),
        )

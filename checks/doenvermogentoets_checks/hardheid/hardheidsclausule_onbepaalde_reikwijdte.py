"""A hardship clause that covers the whole regulation instead of named artikelen (Ar 5.26, first paragraph)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Hit, Severity, Suggestion
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.hardheid.clausules import by_model, individual, leans
from doenvermogentoets_checks.raakt import over_mensen
from doenvermogentoets_checks.twijfel import Onzeker, Twijfel

# Ministers who deviate from each other's rules: no citizen and no body outside the government.
# «de in deze regeling bedoelde maximumbedragen»: what may be deviated from, is named
_NAMED = re.compile(r"\s+(?:bedoelde|genoemde|opgenomen|vastgestelde|gestelde)\s+(?!regel|bepaling|voorschrift|artikel|eisen|voorwaarde)")
_INSIDE = re.compile(r"\bbetrokken minister\b|\b(?:instemming|toestemming) van (?:de|onze) minister van financiën\b")
# «De minister kan van deze regeling afwijken als hij dat wenselijk acht»: the wish of the authority is all that is asked
_AT_WILL = re.compile(
    r"\b(?:kan|kunnen|mag|is bevoegd) (?:te allen tijde |steeds |altijd |in afwijking )?(?:om )?(?:van )?"
    r"((?:(?:het (?:bij of krachtens |bepaalde (?:in|bij) )|(?:de )?bepalingen van )?(?:deze|dit) (?:wet|regeling|verordening|besluit)))"
    r"(?: bepaalde)?,? (?:af te wijken|afwijken|buiten toepassing (?:te )?laten)"
    r"(?:,? (?:als|indien|wanneer|voor ?zover) (?:[\w-]+ ){1,6}?"
    r"(?:redelijk|nodig|noodzakelijk|wenselijk|gewenst|geraden|aangewezen|passend)"
    r" (?:acht|vindt|oordeelt|is|lijkt|voorkomt))?\s*[.;]"
)


def _at_will(dossier: DossierAnalysis, known: set[int]) -> Iterator[Hit]:
    """A power to deviate from the whole regulation that no criterion, purpose or artikel bounds, and that is called no hardship clause."""
    document = dossier.bill.document
    for match in _AT_WILL.finditer(document.text.small):
        provision = dossier.bill.at(match.start())
        if provision is None or provision.sentence_at(match.start()).start in known:
            continue
        norms = provision.norms_in(provision.sentence_at(match.start()))
        if not any(n.adressaat is not None and n.adressaat.rol == "overheid" for n in norms):
            continue  # «Partijen kunnen van deze regeling afwijken»
        span = Span(*match.span(1))
        yield Hit(
            document=document,
            unit=provision.unit,
            span=Span(match.start(1), match.end() - 1),
            message=f"Afwijken mag van alles («{words(document, span)}»), zonder maatstaf, doel of artikelen.",
            explanation="Wat het orgaan zelf wenselijk vindt, is de enige grens: voor burger en uitvoerder is niet te zien wanneer "
            "afwijken mag, en ook niet of het in het voordeel van de burger moet zijn. Ar 5.26 vraagt een zo "
            "nauwkeurig mogelijke reikwijdte, een doel en de maatstaf «onbillijkheid van overwegende aard».",
            label="zonder maatstaf",
            suggestions=(
                Suggestion(
                    "artikelen, doel en maatstaf noemen",
                    example="[Orgaan] kan artikel [nummer] buiten toepassing laten of daarvan afwijken voor zover toepassing gelet op het "
                    "belang van [doel] zal leiden tot een onbillijkheid van overwegende aard.",
                ),
            ),
        )


@over_mensen(Severity.SUGGESTION, uitweg=False)
def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Clauses whose scope is the regulation as a whole."""
    del options
    yield from _at_will(dossier, {c.zin.start for c in individual(dossier)})
    for clausule in individual(dossier):
        document = clausule.provision.document
        if clausule.algemeen is None or _NAMED.match(document.text.small, clausule.algemeen.end) is not None:
            continue
        named, each = " en noemt geen artikelen", "elke bepaling"
        if clausule.uitsluitingen:
            named, each = ", behalve wat zij uitzondert, en noemt niet waarvoor zij geldt", "elke andere bepaling"
        inside = _INSIDE.search(document.text.small, clausule.zin.start, clausule.zin.end) is not None
        yield Hit(
            document=document,
            unit=clausule.provision.unit,
            span=clausule.algemeen,
            message=f"De hardheidsclausule ziet op alles («{words(document, clausule.algemeen)}»){named}.",
            explanation=f"Het orgaan mag zo van {each} afwijken, ook van bepalingen waarvan niemand heeft "
            "bedacht dat zij kunnen knellen. Voor burger en "
            "uitvoerder is dan niet duidelijk wanneer afwijken mag. Ar 5.26 vraagt een zo nauwkeurig mogelijke "
            "reikwijdte; in een algemene wet "
            "die voor een aantal bijzondere wetten geldt, kan een algemene clausule wel." + leans(clausule, dossier),
            doubts=(Onzeker(Twijfel.LICHAAM).told(document),) if inside else (),
            label="hele regeling",
            severity=Severity.INFO if inside else None,
            suggestions=(
                by_model(clausule, dossier),
                Suggestion("in de toelichting uitleggen waarom een algemene clausule nodig is en hoe de toepassing wordt gevolgd"),
            ),
        )

"""What a text leaves open about a consequence or a duty, and the question a reader must settle first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from doenvermogentoets.document import Document
from doenvermogentoets.findings import Doubt
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import words


class Twijfel(Enum):
    """What the text leaves open; the value is the reason of a :class:`~doenvermogentoets.findings.Doubt`."""

    ANDER_RECHT = "de bepaling lijkt over straf-, tucht- of burgerlijk recht te gaan"
    NIEMAND = "de tekst zegt niet of dit een burger treft"
    INSTELLING = "de bepaling spreekt van een instelling, een overheid of een beroepsgroep"
    RUIMTE = "de zin zelf bevat woorden die ruimte laten of het gevolg begrenzen"
    UITWEG = "dichtbij staan woorden die het gevolg kunnen verzachten"
    GEVOLG = "wat hier gebeurt is misschien nog ongedaan te maken"
    AANLEIDING = "de aanleiding is niet alleen dat iemand iets nalaat"
    LICHAAM = "de bepaling spreekt van een bedrijf, een instelling of een overheid"
    WIE = "de tekst zegt niet of het om mensen gaat of om bedrijven en instellingen"
    INHOUD = "de bepaling zegt wat in een stuk of overeenkomst moet staan"
    IN_DIENST = "de bepaling spreekt van iemand in zijn functie of van personeel in dienst van de overheid"
    EIS = "de bepaling lijkt een voorwaarde te stellen waaraan niemand te laat voldoet"
    ELDERS = "artikelen die hier niet staan, zijn op deze bepaling van toepassing"
    AFWIJKEN = "dit artikel laat afwijken van deze bepaling toe"
    MAATSTAF = "de maatstaf zelf laat ruimte om het geval te beoordelen, of geeft eerst gelegenheid tot herstel"


@dataclass(frozen=True, slots=True)
class Onzeker:
    """A doubt, and the words that raise it if there are any; ``eerst``: it must be settled before any advice."""

    twijfel: Twijfel
    span: Span | None = None
    eerst: bool = False

    @property
    def van_belang(self) -> bool:
        """Whether it is open that an authority decides at all: then there is a question, and no advice yet."""
        return self.eerst or self.twijfel in _VOORVRAAG

    def told(self, document: Document) -> Doubt:
        """The doubt for a reader, with the question that comes first if there is one."""
        quote = words(document, self.span, 50) if self.span is not None else ""
        first = _EERST.get(self.twijfel, "") if self.eerst else ""
        return Doubt(self.twijfel.value, quote, _VOORVRAAG.get(self.twijfel, first))


_WIE = "Eerst de vraag: wie moet dit doen of verliest hier iets, en telt daarbij wat mensen aankunnen?"
_EERST = {
    Twijfel.INSTELLING: _WIE,
    Twijfel.NIEMAND: _WIE,
    Twijfel.UITWEG: "Eerst de vraag: is dat genoeg voor wie het niet op tijd of niet goed kan doen?",
    Twijfel.AANLEIDING: "Eerst de vraag: treft dit ook wie alleen iets te laat of niet volledig doet?",
}
_VOORVRAAG = {
    Twijfel.ANDER_RECHT: "Eerst de vraag: geldt hier de Awb, of beslist een rechter of een andere partij?",
    Twijfel.LICHAAM: _WIE,
    Twijfel.WIE: _WIE,
    Twijfel.INHOUD: "Eerst de vraag: wie maakt dat stuk, en wat vraagt het van mensen?",
    Twijfel.IN_DIENST: "Eerst de vraag: geldt dit voor wie in dienst is, en telt daarbij wat mensen aankunnen?",
    Twijfel.EIS: "Eerst de vraag: treft dit ook wie alleen iets te laat of niet volledig doet?",
    Twijfel.ELDERS: "Eerst de vraag: staat daarin de uitweg die hier ontbreekt?",
    Twijfel.AFWIJKEN: "Eerst de vraag: reikt die mogelijkheid tot wie dit hard treft?",
    Twijfel.MAATSTAF: "Eerst de vraag: is die ruimte genoeg voor wie dit hard treft?",
}

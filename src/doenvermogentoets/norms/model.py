"""The norm table: what a provision says, to whom, by when, with what effect and what way out.

Field values follow the annotation guideline for norms in Dutch statutes (soorten after De Maat and Winkels 2008/2010).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from doenvermogentoets.text import Span

Rol = Literal["burger", "overheid", "onbekend"]
Zekerheid = Literal["hoog", "middel", "laag"]
# How an addressee was found: the subject or agent that is named; else by what is done, by whom, to what, or by the text as a whole.
Weg = Literal[
    "genoemd",  # the subject of the clause
    "door",  # «door» in the passive
    "nevengeschikt",  # a second subject, of the other role
    "draagt",  # «komt ten laste van», «rust op»
    "stuk",  # what a document holds: whoever makes it
    "eigen_handeling",  # «de betaling geschiedt»
    "gedaan_door_burger",  # «de aanvraag wordt ingediend»
    "recht",  # a right that names nobody
    "beslist",  # a decision or lower rules that name nobody
    "eerste_genoemde",  # a legal effect: whoever is named first
    "zaak_van_burger",
    "voortgezet",  # the sentence goes on about what the one before asked
    "eis_aan_zaak",
    "verbod_lijdend",
    "voor_ieder",
    "uitbetaald",
    "moet",
    "gehoor",  # by whom the text speaks to on the whole
    "geen",
]
AFGELEID: frozenset[Weg] = frozenset(
    ["eerste_genoemde", "zaak_van_burger", "voortgezet", "eis_aan_zaak", "verbod_lijdend", "voor_ieder", "uitbetaald", "moet", "gehoor"]
)
Bevoegdheid = Literal["gebonden", "discretionair", "geen"]
Richting = Literal["gunstig", "nadelig", "neutraal"]


class Soort(StrEnum):
    DEFINITIE = "definitie"
    PLICHT = "plicht"
    VERBOD = "verbod"
    RECHT = "recht"
    BEVOEGDHEID = "bevoegdheid"
    DELEGATIE = "delegatie"
    RECHTSGEVOLG = "rechtsgevolg"
    WAARDE = "waarde"
    TOEPASSELIJKHEID = "toepasselijkheid"
    PROCEDURE = "procedure"
    STRAF = "straf"
    SLOT = "slot"


class Ruimte(StrEnum):
    GEEN = "geen"
    ONTSNAPPING = "ontsnapping"
    HARDHEIDSCLAUSULE = "hardheidsclausule"


@dataclass(frozen=True, slots=True)
class Adressaat:
    """To whom the norm speaks. ``span`` is ``None`` when it was derived (passive voice, previous lid)."""

    tekst: str
    rol: Rol
    zekerheid: Zekerheid
    span: Span | None = None
    particulier: bool = True  # False for an enterprise or institution as burger
    bekend: bool = False  # a word list or a definition knows the word; how sure the role is of this norm is another matter
    weg: Weg = "genoemd"
    tekens: frozenset[str] = frozenset()  # the signs that ``zekerheid`` weighs, see :mod:`doenvermogentoets.norms.zeker`

    @property
    def afgeleid(self) -> bool:
        """Nobody is named who acts: the role follows from the text around it."""
        return self.weg in AFGELEID


class TermijnSoort(StrEnum):
    BINNEN = "binnen"  # closed: within N days/weeks/months
    UITERSTE_DATUM = "uiterste datum"  # uiterlijk op, voor 1 november
    OPEN = "open"  # onverwijld, terstond, zo spoedig mogelijk
    ONBEPAALD = "onbepaald"  # tijdig, binnen een redelijke of door het orgaan te stellen termijn


@dataclass(frozen=True, slots=True)
class Termijn:
    """A time limit for doing something; durations, waiting and reference periods are not in this table.

    Attributes:
        tekst, span: the words of the limit with its starting event («binnen vier weken na dagtekening van het verzoek»).
        kern: the words of the limit only («binnen vier weken», «onverwijld»).
        soort: kind of limit.
        duur: ISO 8601 duration (``P28D``, ``P3M``) or ``None``.
        dagen: the same in days (a month counts as 30, a year as 365), for comparison only.
        voor: who must act in time.
        streng: strict in the sense of the annotation guideline.
        begin: the words that start the clock («na dagtekening van het verzoek»), empty if none.
        teruggerekend: counted back from a later moment («vier weken voor het einde»).
        terugkerend: recurring («telkens», «maandelijks», «jaarlijks voor 1 maart»).
        werkdagen: counted in working days.
        uren: counted in hours.
    """

    tekst: str
    span: Span
    kern: Span
    soort: TermijnSoort
    voor: Rol
    streng: bool
    duur: str | None = None
    dagen: float | None = None
    begin: str = ""
    teruggerekend: bool = False
    terugkerend: bool = False
    werkdagen: bool = False
    uren: bool = False


class GevolgSoort(StrEnum):
    VERVAL = "verval"
    GEEN_RECHT = "geen recht"
    WEIGERING = "weigering"
    AFWIJZING = "afwijzing"
    NIET_IN_BEHANDELING = "niet in behandeling"
    NIET_ONTVANKELIJK = "niet-ontvankelijk"
    INTREKKING = "intrekking"
    HERZIENING = "herziening"
    BEEINDIGING = "beëindiging"
    SCHORSING = "schorsing of opschorting"
    VERLAGING = "verlaging"
    NIHIL = "vaststelling op nihil of ambtshalve"
    TERUGVORDERING = "terugvordering"
    INVORDERING = "invordering"
    VERREKENING = "verrekening"
    BOETE = "bestuurlijke boete"
    MAATREGEL = "maatregel"
    VERHOGING = "verhoging"
    DWANGSOM = "dwangsom of bestuursdwang"
    UITSLUITING = "uitsluiting"
    LATERE_INGANG = "latere ingang"
    VERSCHULDIGD = "verschuldigd"


@dataclass(frozen=True, slots=True)
class Gevolg:
    """An adverse effect named in the norm; ``span`` covers the words that name it (verb and particle)."""

    soort: GevolgSoort
    span: Span
    zwaar: bool = True


@dataclass(frozen=True, slots=True)
class Handeling:
    """Something a citizen must do himself; ``soort`` is the infinitive («melden», «aanvragen», «betalen»)."""

    soort: str
    span: Span


class UitwegSoort(StrEnum):
    HARDHEIDSCLAUSULE = "hardheidsclausule"
    HERSTEL = "herstel van verzuim"
    VERSCHONING = "verschoning"
    VERWIJTBAARHEID = "verwijtbaarheid"
    DRINGENDE_REDEN = "dringende reden"
    BIJZONDERE_OMSTANDIGHEDEN = "bijzondere omstandigheden"
    MATIGING = "matiging"
    AFZIEN = "afzien"
    VERLENGING = "verlenging of uitstel"
    KWIJTSCHELDING = "kwijtschelding"
    BETALINGSREGELING = "betalingsregeling"
    ONTHEFFING = "ontheffing"
    BELEIDSRUIMTE = "beleidsruimte"
    BEOORDELINGSRUIMTE = "beoordelingsruimte"
    AFWEGING = "afweging van omstandigheden"
    WAARSCHUWING = "waarschuwing"
    DREMPEL = "drempel"


@dataclass(frozen=True, slots=True)
class UitwegSignaal:
    """Words in a provision that soften an effect; :mod:`doenvermogentoets.norms.uitweg` decides what they soften."""

    soort: UitwegSoort
    span: Span


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm of one provision. Spans are in the document's text.

    Attributes:
        soort: kind, after the main clause of the sentence.
        span: the sentence (aanhef with its onderdelen counts as one).
        adressaat: whom it addresses; ``None`` where it addresses nobody.
        bevoegdheid: bound or discretionary decision of an authority about a citizen.
        richting: of that decision or legal effect, seen from the citizen.
        werkwoord: infinitive with particle («terugvorderen»); ``werkwoord_spans`` the words, particle included.
        belastend: the norm is adverse to a citizen or enterprise.
        termijnen: time limits in this norm.
        gevolgen: adverse effects named.
        ruimte: kind of room for softening.
        signalen: softening words, whatever they soften.
        doenlast: a citizen or enterprise must act himself; ``handelingen`` says what, if its words are known.
        voorwaarden: ranges of conditions (indien, tenzij, mits, voor zover ...).
        passief: the decision is in the passive voice without «door».
    """

    soort: Soort
    span: Span
    adressaat: Adressaat | None = None
    bevoegdheid: Bevoegdheid = "geen"
    richting: Richting = "neutraal"
    werkwoord: str = ""
    werkwoord_spans: tuple[Span, ...] = ()
    belastend: bool = False
    termijnen: tuple[Termijn, ...] = ()
    gevolgen: tuple[Gevolg, ...] = ()
    ruimte: Ruimte = Ruimte.GEEN
    signalen: tuple[UitwegSignaal, ...] = field(default=())
    doenlast: bool = False
    handelingen: tuple[Handeling, ...] = ()
    voorwaarden: tuple[Span, ...] = ()
    passief: bool = False

    @property
    def termijn(self) -> Termijn | None:
        """The time limit to show for this norm: the citizen's strictest first."""
        return min(self.termijnen, key=lambda t: (t.voor != "burger", not t.streng, t.span.start), default=None)

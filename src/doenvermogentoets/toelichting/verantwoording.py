"""What a toelichting accounts for, as data for a report: per burdensome norm, per building block, and for doenvermogen.

:func:`verantwoording` gives, for one analysed dossier::

    Verantwoording
      .bepalingen     tuple[Uitleg, ...]      each norm that burdens someone, in the order of the bill
          .provision, .norm                   where it stands in the bill (``.unit`` for its label, ``.span`` for its words)
          .aanleidingen                       why it wants an explanation: bevoegdheid, gevolg, sanctie, termijn,
                                              inlichtingenplicht or clausule
          .stand                              "volledig" | "uitgelegd" | "genoemd" | "niet genoemd"
          .elementen[naam]                    tuple[Citaat, ...] for genoemd, gebonden, waarom, alternatieven, evenredigheid; of a
                                              clause genoemd, waarom, gevallen, reikwijdte, monitoring, derden (Ar 5.25)
          .ontbreekt                          the names of the elements that were not found
          .passages                           tuple[Citaat, ...]: every sentence that was read as being about this norm
      .bouwstenen     tuple[Bouwsteen, ...]   the building blocks of a toelichting, in the order of the Schrijfwijzer
          .naam, .titel                       "uitvoering", "Uitvoering"
          .stand                              "aanwezig" | "mager" | "afwezig"
          .kop, .citaten                      the heading of its own (``Span`` or ``None``) and the first places that deal with it
      .doenvermogen   Account                 the account of doenvermogen (Ar 4.43, under f), part by part

A :class:`Citaat` is a range of code points in the toelichting (``.span``), its words (``.tekst``), and how sure the link is
(``.zekerheid``). Contradictions between bill and toelichting are findings, not part of this table: a check whose page says
``aspect = "tegenspraak"`` reports them, with both places in ``Finding.annotations`` (the catalogue gives the page by the name in
``Finding.check``).

Everything is derived from :class:`doenvermogentoets.toelichting.Explanation`; without a toelichting the answer is ``None``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.model import GevolgSoort, Norm, Soort, UitwegSoort, Zekerheid
from doenvermogentoets.norms.nadeel import Nadeel
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting.account import Account
from doenvermogentoets.toelichting.clausule import read_clausule
from doenvermogentoets.toelichting.explained import Explained, Hoe, overwogen
from doenvermogentoets.toelichting.lexicon import table

if TYPE_CHECKING:
    from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
    from doenvermogentoets.document import Unit
    from doenvermogentoets.toelichting.explanation import Explanation

Aanleiding = Literal["bevoegdheid", "gevolg", "sanctie", "termijn", "inlichtingenplicht", "clausule"]
Stand = Literal["volledig", "uitgelegd", "genoemd", "niet genoemd"]
BlokStand = Literal["aanwezig", "mager", "afwezig"]

# Name of a building block (a topic of ``onderwerpen.toml``) and how a reader calls it, in the order of the Schrijfwijzer.
BOUWSTENEN: Mapping[str, str] = {
    "inleiding": "Inleiding en aanleiding",
    "hoofdlijnen": "Hoofdlijnen en doel",
    "varianten": "Overwogen varianten",
    "hogerrecht": "Verhouding tot hoger recht",
    "wetgeving": "Verhouding tot nationale wetgeving",
    "rechtsbescherming": "Rechtsbescherming",
    "doelgroep": "Doelgroepen",
    "doenvermogen": "Doenvermogen",
    "hardheid": "Hardheid en evenredigheid",
    "regeldruk": "Regeldruk",
    "gegevens": "Gegevens en privacy",
    "uitvoering": "Uitvoering",
    "handhaving": "Toezicht en handhaving",
    "financieel": "Financiële gevolgen",
    "evaluatie": "Evaluatie en invoeringstoets",
    "advies": "Advies en consultatie",
    "overgangsrecht": "Overgangsrecht",
    "inwerkingtreding": "Inwerkingtreding",
    "caribisch": "Caribisch Nederland",
}
_SANCTIES = frozenset(
    (GevolgSoort.BOETE, GevolgSoort.MAATREGEL, GevolgSoort.VERLAGING, GevolgSoort.DWANGSOM, GevolgSoort.VERHOGING, GevolgSoort.UITSLUITING)
)
_OPGELEGD = frozenset((GevolgSoort.BOETE, GevolgSoort.DWANGSOM))
_INLICHTEN = frozenset(
    ("melden", "mededelen", "meedelen", "inlichten", "verstrekken", "doorgeven", "opgeven", "kennisgeven", "berichten", "aantonen")
)
_ZEKERHEID: Mapping[Hoe, Zekerheid] = {"artikelsgewijs": "hoog", "verwijzing": "hoog", "alinea": "middel", "onderwerp": "laag"}
# A block that is dealt with in fewer words than this, without more than one place, is thin (a choice; no source gives a number).
_MAGER_WOORDEN = 25
_CITATEN = 3
# Topics that cannot be dealt with without one of their words: under a heading of two topics those tell whose a sentence is.
_BY_WORDS = frozenset(("uitvoering", "handhaving", "regeldruk", "financieel", "evaluatie", "overgangsrecht", "inwerkingtreding"))


@dataclass(frozen=True, slots=True)
class Citaat:
    """Words of the toelichting: a range of code points in it, and how sure it is that they are about this."""

    span: Span
    tekst: str
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What the toelichting says of one norm that burdens someone; see the module for the fields."""

    provision: Provision
    norm: Norm
    aanleidingen: tuple[Aanleiding, ...]
    stand: Stand
    elementen: Mapping[str, tuple[Citaat, ...]]
    ontbreekt: tuple[str, ...]
    passages: tuple[Citaat, ...]

    @property
    def unit(self) -> Unit:
        return self.provision.unit

    @property
    def span(self) -> Span:
        """The words of the norm in the bill."""
        return self.norm.span


@dataclass(frozen=True, slots=True)
class Bouwsteen:
    """A building block of the toelichting; see the module for the fields."""

    naam: str
    titel: str
    stand: BlokStand
    kop: Span | None = None
    citaten: tuple[Citaat, ...] = ()


@dataclass(frozen=True, slots=True)
class Verantwoording:
    """Everything a toelichting accounts for; see the module for the fields."""

    bepalingen: tuple[Uitleg, ...]
    bouwstenen: tuple[Bouwsteen, ...]
    doenvermogen: Account


def verantwoording(analysis: DossierAnalysis) -> Verantwoording | None:
    """What the toelichting of a dossier accounts for; ``None`` when there is no toelichting."""
    explanation = analysis.explanation
    if explanation is None:
        return None
    read = [_uitleg(explanation, p, n, why) for p, n, why in belastend(analysis.bill)]
    bepalingen = tuple(sorted((*read, *_clausules(explanation)), key=lambda u: u.span))
    blokken = tuple(_met_overwogen(b, explanation, read) if b.naam == "varianten" else b for b in _bouwstenen(explanation))
    return Verantwoording(bepalingen, blokken, explanation.account)


def _met_overwogen(blok: Bouwsteen, explanation: Explanation, read: Sequence[Uitleg]) -> Bouwsteen:
    """What was weighed for one provision is a variant, though the toelichting does not call it so: thin, not absent."""
    if blok.stand != "afwezig":
        return blok
    told = sorted({span for u in read for span in overwogen(explanation.of(u.provision, u.norm), explanation)})
    zinnen = [z for z in explanation.zinnen if any(z.span.contains(s) for s in told)]
    citaten = tuple(Citaat(z.span, z.text, "middel") for z in zinnen[:_CITATEN])
    return replace(blok, stand="mager", citaten=citaten) if citaten else blok


def belastend(bill: Analysis) -> Iterator[tuple[Provision, Norm, tuple[Aanleiding, ...]]]:
    """The norms that want an explanation, each with the reasons why, in the order of the bill; hardship clauses are told apart."""
    effects: dict[Provision, dict[Span, list[Nadeel]]] = {}
    for nadeel in nadelen(bill):
        effects.setdefault(nadeel.provision, {}).setdefault(nadeel.norm.span, []).append(nadeel)
    for provision in bill.provisions:
        known = {n.span: n for n in provision.norms}
        for span in sorted({*known, *effects.get(provision, {})}):
            own = effects.get(provision, {}).get(span, [])
            norm = known.get(span) or own[0].norm
            why = tuple(dict.fromkeys(_aanleidingen(norm, own)))
            if why:
                yield provision, norm, why


def _aanleidingen(norm: Norm, effects: Sequence[Nadeel]) -> Iterator[Aanleiding]:
    may_fine = norm.belastend and norm.bevoegdheid == "discretionair" and any(g.soort in _OPGELEGD for g in norm.gevolgen)
    if norm.soort is Soort.STRAF or may_fine or any(n.soorten & _SANCTIES or n.gevolg.soort in _SANCTIES for n in effects):
        yield "sanctie"
    if any(n.norm.bevoegdheid == "gebonden" for n in effects):
        yield "bevoegdheid"
    # who must pay back loses money, though nobody decides on it
    pays_back = (
        norm.soort is Soort.PLICHT and norm.werkwoord == "terugbetalen" and norm.adressaat is not None and norm.adressaat.rol == "burger"
    )
    if pays_back or any(n.van_rechtswege for n in effects):
        yield "gevolg"
    repairs = not norm.belastend and any(s.soort is UitwegSoort.HERSTEL for s in norm.signalen)
    if any(t.voor == "burger" and t.streng for t in norm.termijnen) and not repairs:
        yield "termijn"
    if norm.doenlast and norm.soort is Soort.PLICHT and norm.belastend and any(h.soort in _INLICHTEN for h in norm.handelingen):
        yield "inlichtingenplicht"


def _clausules(explanation: Explanation) -> Iterator[Uitleg]:
    for clausule in clausules(explanation.bill):
        read = read_clausule(explanation, clausule.provision)
        norm = clausule.norm or next(iter(clausule.provision.norms), None)
        if norm is None:
            continue
        texts = {z.span: z.text for z in read.zinnen}
        elementen: dict[str, tuple[Citaat, ...]] = {
            naam: tuple(Citaat(s, texts[s], "middel") for s in spans) for naam, spans in read.delen.items()
        }
        stand: Stand = "niet genoemd" if not read.zinnen else "genoemd" if not read.motivated else "uitgelegd"
        if read.motivated and read.has("reikwijdte") and read.has("monitoring"):
            stand = "volledig"
        passages = tuple(Citaat(z.span, z.text, "middel") for z in read.zinnen)
        yield Uitleg(clausule.provision, norm, ("clausule",), stand, elementen, read.missing, passages)


def _uitleg(explanation: Explanation, provision: Provision, norm: Norm, why: tuple[Aanleiding, ...]) -> Uitleg:
    read = explanation.of(provision, norm)
    elementen: dict[str, tuple[Citaat, ...]] = {
        naam: tuple(dict.fromkeys(_citaat(explanation, read, span) for span in spans)) for naam, spans in read.elements.items()
    }
    return Uitleg(
        provision,
        norm,
        why,
        _stand(read, norm),
        elementen,
        read.missing,
        tuple(Citaat(r.span, r.text, _ZEKERHEID[r.hoe]) for r in read.relations),
    )


def _stand(read: Explained, norm: Norm) -> Stand:
    """«Volledig» lacks nothing; that there is no room need only be said where there is none."""
    if not set(read.missing) - ({"gebonden"} if norm.bevoegdheid != "gebonden" else set()):
        return "volledig"
    if read.sufficient:
        return "uitgelegd"
    return "genoemd" if read.mentioned else "niet genoemd"


def _citaat(explanation: Explanation, read: Explained, span: Span) -> Citaat:
    """The sentence in which an element was found: a cue alone says nothing to a reader."""
    relation = next((r for r in read.relations if r.span.contains(span)), None)
    if relation is None:
        return Citaat(span, explanation.document.text[span], "laag")
    return Citaat(relation.span, relation.text, _ZEKERHEID[relation.hoe])


def _bouwstenen(explanation: Explanation) -> Iterator[Bouwsteen]:
    headings = Counter(id(explanation.heading(naam)) for naam in BOUWSTENEN)
    for naam, titel in BOUWSTENEN.items():
        if naam == "doenvermogen":
            yield _account_block(explanation.account, titel, explanation)
            continue
        places = explanation.topics.get(naam, ())
        heading = explanation.heading(naam)
        if not places:
            yield Bouwsteen(naam, titel, "afwezig", heading.span if heading is not None else None)
            continue
        zinnen = [z for z in explanation.zinnen if any(z.span.overlaps(s) for s in places)]
        under = [z for a in (heading.alineas if heading is not None else ()) for z in explanation.zinnen_of(a)]
        said = table("onderwerpen")[naam]
        shared = heading is not None and headings[id(heading)] > 1
        if shared and naam in _BY_WORDS:
            others = [table("onderwerpen")[n] for n in BOUWSTENEN if n != naam and n in _BY_WORDS and explanation.heading(n) is heading]
            under = [z for z in under if said.search(z.text) or not any(other.search(z.text) for other in others)]
            zinnen = [z for z in zinnen if said.search(z.text)]
            if not any(said.search(z.text) for z in (*under, *zinnen)):
                # «Uitvoering en handhaving» over a text that says nothing of the second
                yield Bouwsteen(naam, titel, "afwezig", heading.span if heading is not None else None)
                continue
        words = sum(len(z.text.split()) for z in dict.fromkeys((*under, *zinnen)))
        stand: BlokStand = "mager" if words < _MAGER_WOORDEN else "aanwezig"
        # under a heading of two topics first what speaks of this one
        first = [z for z in under if said.search(z.text)] + [z for z in under if not said.search(z.text)] if shared else under
        citaten = tuple(Citaat(z.span, z.text, "hoog" if z in under else "middel") for z in (first or zinnen)[:_CITATEN])
        yield Bouwsteen(naam, titel, stand, heading.span if heading is not None else None, citaten)


def _account_block(account: Account, titel: str, explanation: Explanation) -> Bouwsteen:
    stand: BlokStand = "afwezig" if account.stand == "afwezig" else "mager" if account.stand in ("mager", "leeg") else "aanwezig"
    zinnen = [z for a in account.alineas for z in explanation.zinnen_of(a)]
    return Bouwsteen(
        "doenvermogen",
        titel,
        stand,
        account.section.span if account.section is not None else None,
        tuple(Citaat(z.span, z.text, "hoog" if account.section is not None else "middel") for z in zinnen[:_CITATEN]),
    )

"""Which adverse effect belongs to which check, so that the same words are reported once.

The order of precedence is: a way out that can take the effect away ends it; then all or nothing, sanction, withdrawal,
loss by operation of law, other heavy effect after something was missed; what is left is a binding power or a hard limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, DossierAnalysis, Provision
from doenvermogentoets.norms.aanleiding import Aanleiding
from doenvermogentoets.norms.getroffene import getroffene, in_zin, only_authorities
from doenvermogentoets.norms.hardheidsclausule import Clausule, clausules
from doenvermogentoets.norms.model import GevolgSoort, Soort, UitwegSoort
from doenvermogentoets.norms.nadeel import Nadeel
from doenvermogentoets.norms.nadelen import nadelen
from doenvermogentoets.norms.uitweg import Uitweg, ways_out
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explained
from doenvermogentoets.toelichting.genoemd import mentions
from doenvermogentoets_checks.buiten_awb import elders_geregeld
from doenvermogentoets_checks.common import phrases, trimmed
from doenvermogentoets_checks.hardheid.schijn import schijn
from doenvermogentoets_checks.raakt import iets_persoonlijks, noemt_lichaam
from doenvermogentoets_checks.spaart import spaart
from doenvermogentoets_checks.wie_treft import aanvraag_van_instelling, in_beroep, is_instelling

PACKAGE = __package__


class Klas(Enum):
    """The question that an effect raises."""

    ALLES_OF_NIETS = auto()
    SANCTIE = auto()
    INTREKKING = auto()
    RECHTSWEGE = auto()
    VERZUIM = auto()
    GEBONDEN = auto()
    GRENS = auto()


class Uitleg(Enum):
    """What the toelichting says about it."""

    GEEN_TOELICHTING = auto()
    ZWIJGT = auto()
    NOEMT = auto()  # named or repeated, without a reason
    WAAROM = auto()  # a reason, without alternatives or proportionality
    VOLLEDIG = auto()


@dataclass(frozen=True, eq=False)
class Zaak:
    """An adverse effect that deserves a finding, with what was found around it.

    Attributes:
        wie: whom it hits, as the text says («de aanvrager»).
        netten: ways out that only take the edge off, nets of the Awb included.
        clausule: the hardship clause that is the only full way out, while the toelichting does not say that it is meant for this.
    """

    nadeel: Nadeel
    klas: Klas
    wie: str
    netten: tuple[Uitweg, ...]
    uitleg: Uitleg
    explained: Explained | None
    clausule: Uitweg | None = None

    @property
    def provision(self) -> Provision:
        return self.nadeel.provision

    @property
    def span(self) -> Span:
        return trimmed(self.provision.document, self.nadeel.gevolg.span)

    @property
    def verzuim(self) -> bool:
        """It sets in because something was missed."""
        return self.nadeel.aanleiding is Aanleiding.VERZUIM

    @property
    def recht_op_geld(self) -> bool:
        """A recovery, or a reduction or measure because something was missed."""
        return GevolgSoort.TERUGVORDERING in self.nadeel.soorten or self.nadeel.aanleiding is Aanleiding.VERZUIM


ONBEKEND = "de betrokkene"  # how getroffene names somebody whom the text does not name

_known: WeakKeyDictionary[DossierAnalysis, tuple[Zaak, ...]] = WeakKeyDictionary()

_BESLUIT_EINDE = frozenset({GevolgSoort.INTREKKING, GevolgSoort.HERZIENING, GevolgSoort.BEEINDIGING})
_ALLES = frozenset(
    {GevolgSoort.NIHIL, GevolgSoort.GEEN_RECHT, GevolgSoort.AFWIJZING, GevolgSoort.WEIGERING, GevolgSoort.VERVAL, GevolgSoort.UITSLUITING}
)
_RECHTSWEGE = frozenset({GevolgSoort.VERVAL, GevolgSoort.BEEINDIGING})
_LICHT = frozenset(
    {
        GevolgSoort.VERSCHULDIGD,
        GevolgSoort.VERREKENING,
        GevolgSoort.INVORDERING,
        GevolgSoort.DWANGSOM,
        GevolgSoort.VERHOGING,
        GevolgSoort.NIET_ONTVANKELIJK,
        GevolgSoort.SCHORSING,
    }
)
_NOOIT = frozenset({Aanleiding.VERZOEK, Aanleiding.PLAFOND, Aanleiding.EINDE, Aanleiding.SAMENLOOP})


def zaken(dossier: DossierAnalysis) -> tuple[Zaak, ...]:
    """The effects of the bill that deserve a finding, each in one class."""
    found = _known.get(dossier)
    if found is None:
        found = _known[dossier] = tuple(_find(dossier))
    return found


def leaning(dossier: DossierAnalysis, clausule: Clausule) -> tuple[Provision, ...]:
    """The provisions with a heavy effect after an omission, or a sanction, that have no way out but this clause."""
    return tuple(p for p, clause in _leaning(dossier) if clause is clausule)


_leans: WeakKeyDictionary[DossierAnalysis, tuple[tuple[Provision, Clausule], ...]] = WeakKeyDictionary()


def _leaning(dossier: DossierAnalysis) -> tuple[tuple[Provision, Clausule], ...]:
    known = _leans.get(dossier)
    if known is None:
        analysis = dossier.bill
        out: list[tuple[Provision, Clausule]] = []
        clauses = clausules(analysis)
        for nadeel in nadelen(analysis) if clauses else ():
            if not nadeel.gebonden or nadeel.aanleiding in _NOOIT or _klas(nadeel) in (None, Klas.GEBONDEN, Klas.GRENS):
                continue
            covering = [c for c in clauses if c.covers(nadeel.provision.unit)]
            full = [u for u in ways_out(analysis, nadeel.provision, nadeel.norm) if u.volledig]
            if covering and all(u.soort is UitwegSoort.HARDHEIDSCLAUSULE for u in full):
                out.extend((nadeel.provision, c) for c in covering)
        known = _leans[dossier] = tuple(dict.fromkeys(out))
    return known


def of_klas(dossier: DossierAnalysis, klas: Klas) -> Iterator[Zaak]:
    """Those of one class."""
    return (z for z in zaken(dossier) if z.klas is klas)


def _find(dossier: DossierAnalysis) -> Iterator[Zaak]:
    analysis = dossier.bill
    heavy = {n.gevolg.span for n in nadelen(analysis) if n.zwaar}
    for nadeel in nadelen(analysis):
        if not nadeel.zwaar and nadeel.gevolg.soort in _LICHT and nadeel.gevolg.span in heavy:
            continue  # the same words, read as heavier
        if not nadeel.gebonden or (nadeel.aanleiding in _NOOIT and not _survives(nadeel)):
            continue
        wie = getroffene(analysis, nadeel.provision, nadeel.norm) or _unnamed(analysis, nadeel)
        if wie is None:
            continue
        klas = _klas(nadeel)
        if (
            klas is None
            or _limited(nadeel)
            or _weighed(nadeel)
            or _competence(nadeel)
            or elders_geregeld(analysis, nadeel.provision, nadeel.norm.span)
            or is_instelling(wie)
            or _of_office(nadeel)
            or _no_right(nadeel)
            or _repeals(nadeel)
            or spaart(analysis, nadeel.provision, nadeel.norm.span, nadeel.gevolg.span)
            or (klas in _AFTER_FAULT and _for_fault(nadeel))
            or schijn(nadeel.provision.document, nadeel.norm.span, nadeel.gevolg.span, nadeel.gevolg.soort)
            or (
                klas is Klas.GEBONDEN
                and _BY_REQUEST & nadeel.soorten
                and aanvraag_van_instelling(analysis, nadeel.provision, nadeel.norm.span)
            )
            or (GevolgSoort.NIET_IN_BEHANDELING in nadeel.soorten and _hersteld(nadeel))
        ):
            continue
        uitwegen = ways_out(analysis, nadeel.provision, nadeel.norm)
        full = [u for u in uitwegen if u.volledig]
        if any(u.soort is not UitwegSoort.HARDHEIDSCLAUSULE for u in full):
            continue
        explained = dossier.explanation.of(nadeel.provision, nadeel.norm) if dossier.explanation is not None else None
        uitleg = _uitleg(dossier, explained)
        weighed = uitleg not in (Uitleg.ZWIJGT, Uitleg.NOEMT)
        if full and (weighed or (klas in (Klas.GEBONDEN, Klas.GRENS) and not _only_vague(analysis, full))):
            continue
        if uitleg is Uitleg.VOLLEDIG and klas in (Klas.GEBONDEN, Klas.GRENS):
            continue  # heavier effects stay as information: a good explanation does not help whoever is hit
        netten = tuple(u for u in uitwegen if not u.volledig)
        yield Zaak(nadeel, klas, _named_here(analysis, nadeel, wie), netten, uitleg, explained, next(iter(full), None))


def _only_vague(analysis: Analysis, full: Sequence[Uitweg]) -> bool:
    """Whether all that helps is a clause over the whole regulation from which nobody can tell whom it helps."""
    vague = {c.span for c in clausules(analysis) if c.vaag}
    return all(u.soort is UitwegSoort.HARDHEIDSCLAUSULE and u.span in vague for u in full)


_WHOEVER = re.compile(r"\s*(?:\d+[a-z]?\.\s+)?(?:wie|iedereen die)\b")


def _unnamed(analysis: Analysis, nadeel: Nadeel) -> str | None:
    """Whom an effect hits in a few new sentences that name nobody: who applied for something of a person, or «wie» does not act.

    «Een aanvraag die later wordt ingediend, wordt afgewezen», in a lid about «de toeslag»: the amended text, which says whose, is not here.
    """
    document, zin = nadeel.provision.document, nadeel.norm.span
    if nadeel.aanleiding is not Aanleiding.VERZUIM or only_authorities(analysis, nadeel.provision):
        return None
    if not iets_persoonlijks(document, nadeel.provision.span) or noemt_lichaam(analysis, nadeel.provision, nadeel.provision.span):
        return None
    if nadeel.soorten & _REFUSED and _requested(nadeel):
        return "de aanvrager"
    return ONBEKEND if _WHOEVER.match(document.text.small, zin.start, zin.end) is not None else None


_BY_REQUEST = frozenset({GevolgSoort.AFWIJZING, GevolgSoort.WEIGERING, GevolgSoort.NIET_IN_BEHANDELING, GevolgSoort.NIET_ONTVANKELIJK})
# What lapses is a step in a procedure or a fiction of it, and nothing that anybody had.
_STEP = re.compile(
    r"\bgeacht\b[^.;:]{0,60}\bwoonplaats te hebben gekozen\b|"
    r"\b(?:voorstel|voordracht|zienswijze|woonplaats|volmacht|lastgeving|machtiging|mandaat|verbeurdverklaring|verbeurd verklaard"
    r"|uitnodiging|agendapunt)\b[^.;:]{0,80}\b(?:verval(?:t|len)|ophoudt|houdt op|eindig(?:t|en))\b"
    r"|\bverval(?:t|len)\b (?:(?:het|de|dat|die|deze) )?(?:\w+ )?(?:voorstel|voordracht|woonplaats|volmacht|mandaat)\b"
)


def _no_right(nadeel: Nadeel) -> bool:
    return _STEP.search(nadeel.provision.document.text.small, nadeel.norm.span.start, nadeel.norm.span.end) is not None


# «Het Voorschrift … wordt ingetrokken.» and nothing more; a decision that Parliament objects to: no decision about anybody.
_JUST_REPEALED = re.compile(r"\W*(?:\d+\w?\.\s+)?(?:het|de)\s[^.;:]{2,160}?\sword(?:t|en) ingetrokken\W*\Z")
_PARLIAMENT = re.compile(r"\bkamers? der staten-generaal\b|\bdoor (?:een|beide) (?:der |van de )?kamers\b")


def _repeals(nadeel: Nadeel) -> bool:
    if GevolgSoort.INTREKKING not in nadeel.soorten:
        return False
    small, whole = nadeel.provision.document.text.small, nadeel.provision.span
    return _PARLIAMENT.search(small, whole.start, whole.end) is not None or _JUST_REPEALED.match(small, whole.start, whole.end) is not None


# The condition itself asks for bad will or for want of a good reason, or comes after a chance to mend it: illness is no bad will.
_AFTER_FAULT = frozenset({Klas.VERZUIM, Klas.RECHTSWEGE, Klas.ALLES_OF_NIETS})
_FAULT = re.compile(
    r"\bzonder (?:een )?(?:deugdelijke|gegronde|geldige|goede|redelijke) (?:grond|redenen|reden)\b|\bopzettelijk\b|\bmoedwillig\b"
    r"|\bmet het oogmerk\b|\bwillens en wetens\b"
    r"|\b(?:in gebreke blijft|nalaat|verzuimt)\b[^.;:]{0,40}\b(?:het|dat|dit) (?:verzuim|gebrek)\b[^.;:]{0,160}\bte herstellen\b"
)


def _for_fault(nadeel: Nadeel) -> bool:
    small, zin = nadeel.provision.document.text.small, nadeel.norm.span
    found = _FAULT.search(small, zin.start, zin.end)
    return found is not None and ":" not in small[found.end() : zin.end] and _BLIND.search(small, zin.start, zin.end) is None


_DEGENE = re.compile(r"\b(?:degene|degenen|persoon|personen|houder|aanvrager|betrokkene|belanghebbende|rechthebbende|verzoeker)\b")


_REFUSED = frozenset({GevolgSoort.WEIGERING, GevolgSoort.AFWIJZING, GevolgSoort.NIET_IN_BEHANDELING})
_HOLDER = re.compile(r"\b(?:vergunning|erkenning|ontheffing|registratie|certificaat|concessie)?s?houders?\b")


def _named_here(analysis: Analysis, nadeel: Nadeel, wie: str) -> str:
    """Whom the sentence itself speaks of: a word from the rest of the artikel («de bestuurder») does not name «degene aan wie …»."""
    small, zin = nadeel.provision.document.text.small, nadeel.norm.span
    if nadeel.gevolg.soort in _REFUSED and _HOLDER.search(wie) is not None and _HOLDER.search(small, zin.start, zin.end) is None:
        return "de aanvrager"  # who is refused a permit does not hold it
    name = re.compile(rf"\b{re.escape(wie.lower().split()[-1])}(?:s|n|en|eren|’s|'s)?\b")  # no «ouder» in «houder»
    if wie == ONBEKEND or name.search(small, zin.start, zin.end) is not None:
        return wie
    own = in_zin(analysis, nadeel.provision, zin)
    if own is not None:
        return own  # «de houder» of this lid, not «de ouder» of the first
    return ONBEKEND if _DEGENE.search(small, zin.start, zin.end) is not None or in_beroep(wie) else wie


def _of_office(nadeel: Nadeel) -> bool:
    """The end of a political office is no hardship of a citizen; «burgemeester en wethouders» decide, they are not hit."""
    document = nadeel.provision.document
    return any(
        not document.text.small[max(0, found.start - 16) : found.start].endswith("burgemeester en ")
        for found in phrases(str(PACKAGE), "ambtsdragers", "teksten.toml").find(document, nadeel.norm.span)
    )


def _survives(nadeel: Nadeel) -> bool:
    """A debt does not end with the right it came from: heirs pay it."""
    return nadeel.aanleiding is Aanleiding.EINDE and GevolgSoort.TERUGVORDERING in nadeel.soorten


# «het uitsluitend recht» (on a grave) is the name of what is lost, and limits no power
_SLECHTS = re.compile(
    r"\b(?:slechts|alleen|uitsluitend(?! (?:\w*recht(?:en)?|gebruik|eigendom|bevoegdheid)\b)|niet dan)\b[^,;.]{0,40}$"
    r"|\bhogere? of lagere?\b|\bte (?:hoog|laag) of te (?:laag|hoog)\b"
    r"|\bniet (?:verder|meer|eerder) \w*$|\bzo nodig\b[^,;.]{0,40}$",
    re.I,
)


def _hersteld(nadeel: Nadeel) -> bool:
    return _HERSTELD.search(nadeel.provision.document.text[nadeel.norm.span]) is not None


_NEXT = re.compile(r"\s(?:en|of|doch|maar) (?:kan|kunnen|mag|mogen|wordt|worden|is|zijn)\b", re.I)  # the next clause says something else
_SLECHTS_NA = re.compile(
    r"(?:[^,;.:]|, bedoeld in [^,;:]{0,60},){0,160}\b(?:slechts|alleen|uitsluitend(?! (?:\w*recht(?:en)?|gebruik|eigendom"
    r"|bevoegdheid)\b)|niet dan)\b"
)
# Something was asked for again before this sets in: the repair has been offered.
_HERSTELD = re.compile(
    r"\b(?:is|zijn|wordt|worden) aangevuld\b|\bniet\b[^.;,]{0,60}\baan(?:gevuld|vult)\b"
    r"|\b(?:aangevulde|aanvullende) gegevens\b|\balsnog\b|\b(?:hersteltermijn|nadere termijn|tweede aanmaning)\b",
    re.I,
)


def _limited(nadeel: Nadeel) -> bool:
    """«wordt slechts geweigerd indien» limits the power: a safeguard."""
    document = nadeel.provision.document
    before = document.text.content[nadeel.norm.span.start : nadeel.gevolg.span.end]
    after = _NEXT.split(document.text.content[nadeel.gevolg.span.end : nadeel.norm.span.end], maxsplit=1)[0]
    return _SLECHTS.search(before) is not None or _SLECHTS_NA.match(after) is not None


# The text itself asks for blame or bad will before this sets in, leaves it to an official on behalf of the authority, or ends what was
# provisional from the start.
_WEIGHED = re.compile(
    r"\bschuldig nalatig\b|(?<!niet )\b(?:kan|kunnen) worden verweten\b|\bte verwijten (?:valt|is)\b|\bverwijtbaar (?:niet|heeft|handel)"
    r"|\bondubbelzinnig blijkt\b|\bin ernstige mate\b[^.;]{0,40}\bte wijten\b|\bernstig (?:verwijt|verwijtbaar)\b"
    r"|\bnamens (?:hem|haar|Onze Minister) (?:de|een) (?:bestuurlijke )?boete\b|\btijdelijke plaatsing\b"
)
_BLIND = re.compile(r"\b(?:ongeacht|ook (?:als|indien|wanneer))\b")


def _weighed(nadeel: Nadeel) -> bool:
    said = nadeel.provision.document.text[nadeel.norm.span]
    return _WEIGHED.search(said) is not None and _BLIND.search(said) is None


# Who imposes a fine and when, and a second fine under the rules of the first: not that there will be one (Awb 5:46 keeps its room).
_COMPETENCE = re.compile(
    r"\bambtenaar,? legt\b|\blegt (?:de|een) [^.;]{0,160}\bambtenaar\b|\bboete word(?:t|en) opgelegd door\b"
    r"|\bgelijktijdig met de vaststelling\b"
    r"|\bniet eerder opgelegd dan\b"
)
_RECIDIVE = re.compile(r"\beerder opgelegde (?:bestuurlijke )?boete\b|\b(?:sedert|na|sinds) het opleggen van een bestuurlijke boete\b")


def _competence(nadeel: Nadeel) -> bool:
    said = nadeel.provision.document.text[nadeel.norm.span].lower()
    if GevolgSoort.BOETE in nadeel.soorten and not nadeel.vast and _COMPETENCE.search(said) is not None:
        return True
    return bool(nadeel.soorten & {GevolgSoort.VERHOGING, GevolgSoort.BOETE}) and _RECIDIVE.search(said) is not None


# The link between residence and entitlement bears no exception (brief SZW of 18 November 2022, on artikel 11 and 16 Participatiewet).
_KOPPELING = re.compile(r"rechtmatig verblijf|geen ingezetene|buiten Nederland woont", re.I)
_MAATREGEL = re.compile(r"\bmaatregel\b(?! van bestuur)[^.;]{0,60}\b(?:op(?:gelegd|legt|leggen)\b|op[,.;])", re.I)


# What is asked of an authority in the first place; against a decision somebody goes with what the Awb gives him (6:6, 6:11).
_REQUEST = re.compile(r"\b(?:\w*aanvra(?:ag|gen|ge)|\w*verzoek(?:en)?|\w*aanmelding(?:en)?|\w*inschrijving(?:en)?|declaraties?)\b", re.I)
_REMEDY = re.compile(
    r"\b(?:bezwaar\w*|beroep\w*|verzet|klacht\w*|klaagschrift|verzoekschrift|rechter|rechtbank|griffie\w*|gerechtshof)\b", re.I
)


def _requested(nadeel: Nadeel) -> bool:
    """Whether it is an application that is barred, and no remedy or procedure before a court."""
    said = nadeel.provision.document.text[nadeel.norm.span]
    return _REQUEST.search(said) is not None and _REMEDY.search(said) is None


# «Is hij niet aanwezig op de afgesproken tijd, dan is een tarief verschuldigd»: money for an appointment that somebody could not keep
_ABSENT = re.compile(
    r"\b(?:niet (?:[\w-]+ ){0,3}?(?:verschijnt|verschenen|aanwezig|komt opdagen|opdaagt)|(?:komt|komen"
    r"|kwam)\b[^.;,]{0,60}\bniet opdagen|afwezig)\b|\bverschijnt\b[^.;,]{0,80}\bniet\b"
    r"|\bniet\b[^.;,]{0,60}\bkan plaatsvinden\b[^.;]{0,120}\bniet aanwezig\b",
    re.I,
)


_PAPERS_ABSENT = re.compile(
    r"\b(?:stuk(?:ken)?|gegevens|\w*formulier\w*|\w*bewij[sz]\w*|bescheiden|document\w*|machtiging\w*|handtekening\w*|kopie\w*)\b[^.;,]*\Z",
    re.I,
)


def _did_not_come(words: str) -> bool:
    """Somebody was not there; that papers are not there is another omission."""
    found = _ABSENT.search(words)
    return found is not None and _PAPERS_ABSENT.search(words, 0, found.start()) is None


def _klas(nadeel: Nadeel) -> Klas | None:
    soorten = nadeel.soorten
    if GevolgSoort.MAATREGEL in soorten and not nadeel.zwaar and not _MAATREGEL.search(nadeel.provision.document.text[nadeel.norm.span]):
        soorten -= {GevolgSoort.MAATREGEL}  # a duty or prohibition that is laid down, not a measure for something missed
    verzuim = nadeel.aanleiding is Aanleiding.VERZUIM
    if soorten & {GevolgSoort.TERUGVORDERING, GevolgSoort.BOETE}:
        return Klas.SANCTIE
    if nadeel.zwaar and nadeel.gevolg.soort in _LICHT:
        return Klas.GEBONDEN if nadeel.gevolg.soort is GevolgSoort.DWANGSOM else Klas.SANCTIE
    if verzuim and nadeel.totaal is not None and soorten & _ALLES:
        return Klas.ALLES_OF_NIETS
    if GevolgSoort.MAATREGEL in soorten or (verzuim and GevolgSoort.VERLAGING in soorten):
        return Klas.SANCTIE
    if GevolgSoort.DWANGSOM in soorten and verzuim and nadeel.norm.soort is Soort.BEVOEGDHEID and nadeel.norm.bevoegdheid == "gebonden":
        return Klas.GEBONDEN
    if verzuim and soorten == {GevolgSoort.NIET_ONTVANKELIJK} and _requested(nadeel):
        return Klas.VERZUIM
    if verzuim and GevolgSoort.VERSCHULDIGD in soorten and _did_not_come(nadeel.provision.document.text[nadeel.norm.span]):
        return Klas.SANCTIE
    if soorten <= _LICHT:  # also when nothing is left
        return None
    if soorten & _BESLUIT_EINDE and nadeel.norm.bevoegdheid == "gebonden":
        return Klas.INTREKKING
    if verzuim:
        return Klas.RECHTSWEGE if soorten & _RECHTSWEGE and nadeel.van_rechtswege else Klas.VERZUIM
    if nadeel.norm.bevoegdheid == "gebonden":
        return Klas.GEBONDEN if soorten - {GevolgSoort.VERLAGING} - _LICHT else None  # «verminderd met» is mostly arithmetic
    if nadeel.aanleiding is Aanleiding.OPZET or _KOPPELING.search(nadeel.provision.document.text[nadeel.norm.span]):
        return None
    if nadeel.norm.soort in (Soort.RECHT, Soort.RECHTSGEVOLG) and soorten & {GevolgSoort.GEEN_RECHT, GevolgSoort.UITSLUITING}:
        return Klas.GRENS
    return None


def _uitleg(dossier: DossierAnalysis, explained: Explained | None) -> Uitleg:
    if explained is None:
        return Uitleg.GEEN_TOELICHTING
    if mentions(dossier, explained).moved:
        return Uitleg.ZWIJGT  # the number is named, with what another artikel does
    if explained.complete:
        return Uitleg.VOLLEDIG
    if explained.sufficient:
        return Uitleg.WAAROM
    return Uitleg.NOEMT if mentions(dossier, explained).spans else Uitleg.ZWIJGT

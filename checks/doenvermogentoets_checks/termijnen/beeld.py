"""A time limit for a citizen with what is needed to judge it (:mod:`.beelden` gathers them).

One limit is reported by one check: the first of :class:`Leidend` that fits. What the other checks would say about it is told in
the explanation of that one finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from doenvermogentoets.analysis import Provision
from doenvermogentoets.document import Document
from doenvermogentoets.norms.gevolgen import Consequence
from doenvermogentoets.norms.limits import SIX_WEEKS
from doenvermogentoets.norms.model import Adressaat, Norm, Soort, Termijn, TermijnSoort, UitwegSoort
from doenvermogentoets.norms.uitweg import Uitweg
from doenvermogentoets.text import Span
from doenvermogentoets_checks.common import is_person, named, phrases, trimmed, who, words
from doenvermogentoets_checks.termijnen.wiens import (
    PACKAGE,
    PRONOUNS,
    asked,
    in_omission,
    whoever,
)

# Ways out that give more time, whatever happens afterwards.
MORE_TIME = frozenset({UitwegSoort.VERLENGING, UitwegSoort.HERSTEL, UitwegSoort.VERSCHONING, UitwegSoort.HARDHEIDSCLAUSULE})
# What no longer belongs to the limit: the receiver, and the object of the act.
_MORE = re.compile(
    r"(?<!\bna de)(?<!\bna het)(?<!\bna een)(?<!\bna die)(?<!\bna zijn)\s(?:(?:aan|bij)\s+(?:de|het|onze|een)\s"
    r"|(?:schriftelijke?\s+)?(?:mededeling|melding|aangifte|opgave|verslag|verantwoording|een aanvraag|kennis)\b"
    r"|(?:of|en|ingediend|gedaan|aangevraagd)(?:\s|$)"
    r"|op\s+(?:hoeveel|welke|wie)\b"
    r"|(?:vraagt|verzoekt|dient|doet|meldt|geeft|stelt|zendt|verstrekt)\s"
    r"|(?:het|de|een|over|door|af|mee|mede|voor)\Z)",
    re.I,
)
_PERIOD = re.compile(r"\btijdvak", re.I)
# «na afloop van elk kwartaal», and then the object: «de meterstand»
_PERIOD_OVER = re.compile(r"na afloop van (?:een|elk|elke|ieder|iedere|de|het|dat) \w+(?=\s+(?:de|het|een|zijn|haar|hun)\s)", re.I)
_AGAIN = re.compile(r"(?:jaarlijks|telkens|maandelijks|wekelijks|halfjaarlijks)\s+", re.I)
_REQUEST = re.compile(r"\b(?:verzoek|aanvraag)\b", re.I)
_MAY = re.compile(r"\b(?:kan|kunnen|mag|mogen)\b")


# What starts the clock is something he does himself, or a period of taxation: nothing that may escape him.
_OWN_ACT = re.compile(
    r"\bwerkzaamheden\b[^.;]{0,40}\baanvang\b|\baanvang van (?:zijn|haar|de) werkzaamheden\b|\bbelastingschuld\b"
    r"|\baanvang van (?:(?:de|het|die|dat|deze|zijn|haar) )?(?:[\w-]+ )?(?:werk|arbeid|dienst\w*|scholing|opleiding|studie|cursus"
    r"|zorg|verblijf"
    r"|behandeling|project|activiteit\w*|plaatsing|tewerkstelling|(?:ver|onder)?huur|verkoop|bouw|exploitatie|onderneming|teelt|handel"
    r"|productie|bedrijfsvoering|bewoning)\b",
    re.I,
)


_PROVIDED = re.compile(r"\b(?:mits|alleen als|slechts indien|alleen indien|op voorwaarde dat)\b[^.;]{0,200}\Z", re.I)
# «Aan een verzoek wordt slechts voldaan»: something is granted or complied with, and nothing is paid
COMPLIES = re.compile(
    r"\baan (?:een|het|de|dit|dat|deze|die|elk|zijn|haar|hun) (?:[\w-]+ ){0,3}?(?:verzoek\w*|verplichting\w*|voorwaarden?"
    r"|eis(?:en)?|vereisten?"
    r"|oproep\w*|bevel\w*|opdracht\w*|uitnodiging\w*|voorschrift\w*)\b(?! tot (?:terug)?betal)"
)
_NO_TRANSFER = re.compile(r"\bma(?:akt|ken) (?:bezwaar|gebruik|bekend|kenbaar|melding)\b")  # «maakt … over» is money, these are not
_FULFILS = re.compile(r"\bvold(?:oe\w*|aan)\b")
_NO_NAME = PRONOUNS | {"de ieder", "personen", "de personen", "de persoon", "degene", "degenen"}


class Leidend(Enum):
    """Which check reports a limit, in order of precedence."""

    AWB = auto()
    FATAAL = auto()
    OPEN = auto()
    UREN = auto()
    GEBEURTENIS = auto()
    WAARNEMING = auto()
    TERUGKEREND = auto()
    KORT = auto()


STARTS = re.compile(r"[^,;]{0,12}\bnadat\b[^,;]*", re.I)
"""The event a term runs from, right behind the term."""


def aangeduid(wie: str) -> str:
    """How drafting text names the one who must act: as this text does, or «de betrokkene» where that is no name in a new sentence."""
    return wie if wie.startswith(("de ", "het ", "een ", "degene ")) else "de betrokkene"


@dataclass(frozen=True, eq=False)
class Beeld:
    """A time limit for a citizen, what happens when it is missed, and what softens that.

    Attributes:
        hard: binding consequences for which no way out was found that takes them away.
        zacht: consequences that are softened or left to the authority.
        uitwegen: ways out of the norm itself and of its consequences.
        genoemd: the citizen named last before the limit and whether a person, for a norm that speaks to an authority («… intrekt
            indien de houder niet binnen …»).
        ruimte: words in the same artikel that give more time.
        eerder: the citizen to whom the artikel spoke last before: who «hij» is.
        natuurlijk: the begripsbepalingen say that the addressee is a person.
        doener: who acts right behind the limit, where the norm does not say it («dooft de bewoner»).
        naamwoord: the act is a noun («voldoening geschiedt»), so that nobody is named.
        mens: the text settles that whoever must act is a natural person (:mod:`..gericht`), and that the Awb governs it.
        hier_een_mens: a word for persons and enterprises alike («houder») stands for a person in this text;
            ``eerder_een_mens`` says the same of ``eerder``.
    """

    provision: Provision
    norm: Norm
    termijn: Termijn
    hard: tuple[Consequence, ...]
    zacht: tuple[Consequence, ...]
    uitwegen: tuple[Uitweg, ...]
    genoemd: tuple[str, bool] | None = None
    ruimte: Span | None = None
    eerder: Adressaat | None = None
    natuurlijk: bool = False
    hier_een_mens: bool = False
    eerder_een_mens: bool = False
    doener: str = ""
    naamwoord: bool = False
    mens: bool = False

    @property
    def document(self) -> Document:
        return self.provision.document

    @property
    def _burger(self) -> Adressaat | None:
        adressaat = self.norm.adressaat
        return adressaat if adressaat is not None and adressaat.rol == "burger" else None

    @property
    def particulier(self) -> bool:
        """Whoever must act is a person as far as the text tells, not an enterprise or institution."""
        if self._burger is not None:
            if self._burger.tekst.lower() in PRONOUNS and self.eerder is not None:
                return self.eerder_een_mens or is_person(self.eerder)
            return self.natuurlijk or self.hier_een_mens or is_person(self._burger)
        return self.genoemd is None or self.genoemd[1]

    @property
    def zeker(self) -> bool:
        """The text itself settles that a person (not an enterprise, an office or an institution) must act, under the Awb."""
        if not self.mens:
            return False
        if self._burger is not None and self._burger.tekst:
            return self._burger.bekend and (self.natuurlijk or is_person(self._burger))
        return self.genoemd[1] if self.genoemd is not None else self._van_eerder is not None

    @property
    def _van_eerder(self) -> Adressaat | None:
        """A sentence that names nobody («vervalt, indien de aanvraag niet binnen …») speaks of the person the artikel spoke to."""
        return self.eerder if self.eerder is not None and (self.eerder_een_mens or is_person(self.eerder)) else None

    @cached_property
    def wie(self) -> str:
        """The one who must act, as the text names him."""
        if self._burger is not None and self._burger.tekst:
            named_here = who(self.norm)
            return "de betrokkene" if named_here in _NO_NAME else named_here
        if self.doener:
            return self.doener
        if self.genoemd is not None:
            # «ieder», or a thing with an owner («de woning»), is no name for the one who must act
            return "de betrokkene" if self.genoemd[0] in _NO_NAME or self.genoemd[0].endswith(("woning", "woonruimte")) else self.genoemd[0]
        return named(self._van_eerder.tekst) if self._van_eerder is not None else "de burger"

    @cached_property
    def kern(self) -> str:
        return words(self.document, self.termijn.kern)

    @cached_property
    def span(self) -> Span:
        """The limit with the event that starts it and a word of recurrence in front; without the party or the object that follows."""
        content = self.document.text.content
        start, end = self.termijn.span.start, self.termijn.span.end
        again = _AGAIN.search(content, max(self.norm.span.start, start - 16), start)
        if again is not None and again.end() == start:
            start = again.start()
        period = _PERIOD_OVER.search(content, self.termijn.kern.end, end)
        if period is not None:
            end = period.end()
        more = _MORE.search(content, self.termijn.kern.end, end)
        return trimmed(self.document, Span(start, more.start() if more is not None else end))

    @cached_property
    def tekst(self) -> str:
        return words(self.document, self.span, 160)

    @property
    def voluit(self) -> str:
        """«De termijn luidt voluit …», where the message gives only the first words of the limit; otherwise empty."""
        return f"De termijn luidt voluit «{self.tekst}». " if self.tekst != self.kern else ""

    @cached_property
    def waarneming(self) -> Span | None:
        """The words that let the clock start at something one has to notice oneself."""
        span = self.termijn.span
        if "bedoeld in" in self.document.text[span]:
            span = Span(span.start, min(self.norm.span.end, span.end + 40))  # «nadat de omstandigheid, bedoeld in …, is ontstaan»
        found = phrases(PACKAGE, "waarneming").first(self.document, span)
        if found is not None and _OWN_ACT.search(self.document.text[self.termijn.span]) is not None:
            return None
        if found is None or phrases(PACKAGE, "brief").first(self.document, self.termijn.span) is not None:
            return None
        return found

    @cached_property
    def gebeurtenis(self) -> Span | None:
        """A life event that the limit hangs on, or that the sentence of a duty begins with."""
        found = phrases(PACKAGE, "gebeurtenis").first(self.document, self.span)
        if found is not None or not self.aangesproken or self.norm.soort is not Soort.PLICHT:
            return found
        before = Span(self.norm.span.start, max(self.norm.span.start, self.termijn.kern.start))
        return phrases(PACKAGE, "gebeurtenis-zin").first(self.document, before)

    @cached_property
    def betaling(self) -> bool:
        """The limit is one for paying what a decision asks, not for paying tax by period."""
        content = self.document.text.content
        at = self.termijn.kern
        begin = STARTS.match(content, at.end, self.norm.span.end)
        end = begin.end() if begin is not None else at.end
        after = content[end : min(self.norm.span.end, end + 140)].split(";")[0]
        before = content[max(self.norm.span.start, at.start - 140) : at.start].rsplit(";", 1)[-1]
        # «nadat is vastgesteld dat de premie niet is voldaan»: what starts the term is not what is asked
        near = _NO_TRANSFER.sub("", f"{before} {after}".lower())
        if COMPLIES.search(self.document.text.small, self.norm.span.start, self.norm.span.end) is not None:
            near = _FULFILS.sub("", near)
        return near in phrases(PACKAGE, "betalen") and near not in phrases(PACKAGE, "niet-betalen")

    @property
    def meer_tijd(self) -> bool:
        """More time can be had: an extension, repair, excuse or hardship clause."""
        return self.ruimte is not None or any(u.soort in MORE_TIME for u in self.uitwegen)

    @property
    def aangesproken(self) -> bool:
        """The norm itself speaks to the citizen who must act in time."""
        return self._burger is not None and bool(self._burger.tekst)

    @property
    def genoemde(self) -> bool:
        """The text names the citizen who must act in time."""
        return (self._burger is not None and bool(self._burger.tekst)) or self.genoemd is not None or bool(self.doener)

    @cached_property
    def handeling(self) -> bool:
        """A citizen must do something there: a duty, or an act beside the limit; «binnen vier weken weer ziek wordt» is none."""
        if (self.norm.soort in (Soort.PLICHT, Soort.VERBOD) and self._burger is not None) or self._zienswijze or self.doener:
            return True
        near = Span(max(self.norm.span.start, self.termijn.kern.start - 120), min(self.norm.span.end, self.termijn.kern.end + 120))
        if phrases(PACKAGE, "inleveren").first(self.document, near) is not None or asked(self.document, self.norm, self.termijn):
            return True
        if (self.termijn.voor == "burger" or whoever(self.document, self.norm, self.termijn)) and in_omission(
            self.document, self.norm, self.termijn
        ):
            return phrases(PACKAGE, "toestand").first(self.document, near) is None
        if self.norm.soort is Soort.RECHT and self.aangesproken and self.termijn.soort is TermijnSoort.BINNEN and self._kan:
            return not any(phrases(PACKAGE, name).first(self.document, self.norm.span) for name in ("bedenktijd", "rechter"))
        return any(h.span.overlaps(near) for h in self.norm.handelingen) and not _PERIOD.search(self.document.text[self.termijn.span])

    @property
    def _zienswijze(self) -> bool:
        """«de termijn voor het indienen van zienswijzen bedraagt twee weken»; objection and appeal are the Awb check's."""
        if self.norm.soort is not Soort.WAARDE or self.termijn.voor != "burger":
            return False
        return not any(phrases(PACKAGE, name).first(self.document, self.norm.span) for name in ("bezwaar", "rechtsmiddel"))

    @property
    def venster(self) -> bool:
        """«De aanvraag wordt tussen 1 mei en 1 juni ingediend»: whoever applies, has only these weeks, also where nobody names him.

        «Aanvragen kunnen van … tot en met … worden ingediend» says the same as a right.
        """
        window = self.termijn.soort is TermijnSoort.UITERSTE_DATUM and self.termijn.dagen is not None
        asks = self.norm.soort is Soort.PLICHT or (self.norm.soort is Soort.RECHT and self.norm.doenlast)
        return window and asks and self._burger is not None and self.termijn.voor == "burger"

    @property
    def _verzoek(self) -> bool:
        """«slechts indien het verzoek binnen een week is gedaan», in an artikel that spoke to a person before: he must ask in time."""
        if self._van_eerder is None:
            return False
        content, at = self.document.text.content, self.termijn.kern.start
        return any(v.start <= at < v.end and _REQUEST.search(content, v.start, at) is not None for v in self.norm.voorwaarden)

    @property
    def _kan(self) -> bool:
        """«kan binnen twee weken …», the limit outside any condition."""
        if any(v.start <= self.termijn.kern.start < v.end for v in self.norm.voorwaarden) and not self.hard:
            return False
        return _MAY.search(self.document.text.content, self.norm.span.start, self.norm.span.end) is not None

    @property
    def _mits(self) -> bool:
        """The right goes on only if somebody acts in time: «mits zijn erfgenamen binnen tien dagen … hebben gemeld»."""
        return _PROVIDED.search(self.document.text.content, self.norm.span.start, self.termijn.kern.start) is not None

    def korter_dan(self, days: float) -> bool:
        return self.termijn.dagen is not None and self.termijn.dagen < days

    @cached_property
    def leidend(self) -> Leidend | None:
        """The check that reports this limit."""
        t = self.termijn
        if not self.genoemde and not self.naamwoord and t.voor != "burger" and not self.hard and not self.zacht:
            return Leidend.UREN if t.teruggerekend and not self.kern.lower().startswith("binnen") else None
        if (
            self.norm.soort is Soort.RECHTSGEVOLG
            and not self._mits
            and all(c.norm.span != self.norm.span for c in (*self.hard, *self.zacht))
        ):
            return None
        open_ = t.soort is TermijnSoort.OPEN
        reminded = not self.korter_dan(14) and phrases(PACKAGE, "aanmaning").first(self.document, self.norm.span) is not None
        if self.betaling and self.korter_dan(SIX_WEEKS) and not open_ and not t.terugkerend:
            if not reminded:
                return Leidend.AWB
            if not self.hard:
                return None
        if not self.handeling and not (self.genoemde and any(c.norm is not self.norm for c in self.hard)):
            return None
        own = any(c.norm.span == self.norm.span for c in self.hard)  # a remedy that is lost in so many words
        remedy = phrases(PACKAGE, "rechtsmiddel").first(self.document, self.norm.span) is not None and not (own and self.korter_dan(14))
        enterprise = self._burger is not None and not self.particulier
        if self.hard and not remedy and not enterprise and t.soort in (TermijnSoort.BINNEN, TermijnSoort.UITERSTE_DATUM):
            return Leidend.FATAAL
        if open_:
            on_the_spot = phrases(PACKAGE, "ter-plekke").first(self.document, self.norm.span) is not None
            told = self.aangesproken or (self.genoemde and in_omission(self.document, self.norm, t))
            if (self.hard or self.zacht) and told and self.particulier and not on_the_spot:
                return Leidend.OPEN
            return Leidend.GEBEURTENIS if self.gebeurtenis is not None and self.aangesproken and self.particulier else None
        back = t.teruggerekend and not self.kern.lower().startswith("binnen")  # «binnen vier maanden voor» is a period
        if t.uren or back or self.korter_dan(3):
            return Leidend.UREN
        if self.gebeurtenis is not None:
            return Leidend.GEBEURTENIS
        if self.waarneming is not None:
            return Leidend.WAARNEMING
        if t.terugkerend:
            return Leidend.TERUGKEREND
        told = self.genoemde or self._zienswijze or self.venster or self._verzoek
        return Leidend.KORT if self.korter_dan(SIX_WEEKS) and told and not self.meer_tijd else None

    def ook(self, *without: Leidend) -> list[str]:
        """What makes the limit heavier besides what the finding is about."""
        t = self.termijn
        out = []
        if self.korter_dan(SIX_WEEKS) and Leidend.KORT not in without:
            out.append("de termijn is korter dan zes weken")
        if t.teruggerekend and Leidend.UREN not in without:
            out.append("zij wordt teruggerekend, zodat het weekend niet verlengt (Algemene termijnenwet 1, tweede lid)")
        if t.uren and Leidend.UREN not in without:
            out.append("zij is in uren gesteld (Algemene termijnenwet 4)")
        if self.waarneming is not None and Leidend.WAARNEMING not in without:
            out.append(f"zij begint bij iets dat men zelf moet opmerken («{words(self.document, self.waarneming, 60)}»)")
        if self.gebeurtenis is not None and Leidend.GEBEURTENIS not in without:
            out.append(f"zij valt samen met een ingrijpende gebeurtenis («{words(self.document, self.gebeurtenis, 60)}»)")
        if t.terugkerend and Leidend.TERUGKEREND not in without:
            out.append("zij keert telkens terug")
        return out

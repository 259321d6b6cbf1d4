"""Hardship clauses: what they let an authority set aside, for which purpose, by which criterion, and for whom not.

Ar 5.25 asks for restraint, Ar 5.26 for a clause that names its articles and its purpose: «[orgaan] kan artikel … buiten
toepassing laten of daarvan afwijken voor zover toepassing gelet op het belang van [doel] zal leiden tot een onbillijkheid van
overwegende aard». The word «hardheidsclausule» itself is rare in statutes, so the clause is known by its wording.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit, UnitKind
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span

_TRIGGER = re.compile(
    r"onbillijkhe(?:id|den)|kennelijke hardheid|schrijnende?\b|onredelijke? hard|onevenredige hardheid|bijzondere hardheid"
    r"|hardheidsgeval|\bartikel 63 van de a"
    r"|buiten toepassing (?:te )?(?:laten|worden gelaten)|\b(?:afwijken|afgeweken|af te wijken|niet toepassen)\b"
    r"|uitzonderlijke situatie|onaanvaardba\w+|\bwijk(?:t|en)\b"
    r"|in afwijking van (?:de )?(?:het )?(?:bij of krachtens|bepaalde|bepalingen|regels|voorschriften)"
)
_AFWIJKEN = re.compile(
    r"buiten toepassing (?:te )?(?:laten|worden gelaten|verklaren)(?: of (?:daarvan|hiervan|ervan) (?:af te wijken"
    r"|afwijken|worden afgeweken))?"
    r"|\b(?:afwijken|afgeweken|af te wijken|niet toepassen)\b|\bwijk(?:t|en) (?:(?!\b(?:niet|nooit|nimmer)\b)[^.;]){0,90}?\baf\b"
    r"|\bin afwijking van (?:de |het )?(?:bij of krachtens|bepaalde|bepalingen|regels|voorschriften)\b[^.;]{0,100}?"
    r"\b(?:besluiten|beslissen|bepalen|toekennen|verlenen|toestaan)\b"
    r"|\btoepassing(?: van (?:dit|deze|het|artikel)\b[^.;]{0,120}?)?\b(?=[^.;]{0,120}\btot\b[^.;]{0,60}\bleid(?:t|en)\b)",
    re.I,
)
_TEGEMOET = re.compile(r"tegemoet (?:te )?(?:komen|gekomen)|tegemoetkom", re.I)
# «tegemoet te komen aan onbillijkheden, welke zich bij de toepassing van deze wet mochten voordoen» (AWR 63): what the text does in one
# case is put right, although nobody speaks of setting it aside
_HERSTELT = re.compile(
    r"tegemoet ?(?:te )?(?:komen|gekomen)\b[^.;]{0,80}?\bonbillijkhe(?:id|den)\b"
    r"|tegemoetkoming(?:en)? aan\b[^.;]{0,60}?\bonbillijkhe(?:id|den)\b"  # «een tegemoetkoming voor» only pays
    r"|\bonbillijkhe(?:id|den)\b[^.;]{0,120}?\btegemoet(?:gekomen| (?:worden )?gekomen| te komen| komen|komen)\b",
    re.I,
)
_AWR_63 = re.compile(
    r"(?<!behalve )(?<!uitgezonderd )(?<!uitzondering van )(?<!behoudens )(?<!anders dan )(?<!onverminderd )"
    r"\bartikel 63 van de (?:algemene wet inzake rijksbelastingen|awr)\b(?:(?!\b(?:niet|buiten)\b)[^.;]){0,80}?"
    r"\b(?:is|zijn) van (?:overeenkomstige )?toepassing\b",
    re.I,
)
_MODAAL = re.compile(r"\b(?:kan|kunnen|is bevoegd|zijn bevoegd|bevoegd is|mag)\b", re.I)
_STANDAARD = re.compile(r"onbillijkhe(?:id|den) van overwegende aard", re.I)
_CRITERIUM = re.compile(
    r"onbillijkhe(?:id|den)(?: van overwegende aard)?|(?:kennelijke|onevenredige|bijzondere|onredelijke) hardheid|hardheidsgeval(?:len)?"
    r"|schrijnende? (?:situaties?|geval(?:len)?|omstandighe(?:id|den))|schrijnend\b|kennelijk onredelijk"
    r"|onredelijk bezwarend|onredelijke? gevolgen"
    r"|onevenredige? (?:gevolgen|nadeel|benadeling)"
    r"|onevenredig (?:(?:nadelig|bezwarend|belastend|zwaar|hard) )?(?:is|zijn|zou zijn|zouden zijn|zal zijn|blijkt)\b"
    r"|(?:zeer )?(?:bijzondere|uitzonderlijke) (?:persoonlijke )?(?:gevallen|geval|omstandigheden|situaties?)"
    r"|onredelijke? (?:uitkomst(?:en)?|situaties?|resultaat)|onredelijkheid|onbillijke? (?:uitkomst(?:en)?|gevolgen|situaties?)"
    r"|onaanvaardba(?:ar|re) (?:uitkomst(?:en)?|gevolgen|situaties?|hardheid)|onaanvaardbaar"
    r"|(?:indien|als|wanneer|voor zover) (?:zulks|dit|dat|hem dit|daartoe) naar (?:zijn|haar|het) oordeel(?: van [\w ]{3,30})? \w+"
    r"|(?:kennelijk |apert )?(?:onredelijk|onbillijk|onaanvaardbaar|onevenredig|hardvochtig|onwenselijk)"
    r" (?:zou(?:den)? |kan |kunnen )?(?:voorkomt|voorkomen"
    r"|uitpakt|uitpakken|uitwerkt|acht)"
    r"|(?:niet|onvoldoende) voorziet|buiten (?:zijn|haar|hun|diens) (?:schuld|toedoen)"
    r"|\b(?<!algemene )(?:acute|ernstige|dringende)? ?(?:financiële )?(?<!algemene )nood(?:situatie|toestand)?\b"
    r"|\b(?:door|wegens|vanwege) [\w ,]{1,60}? of (?:een )?andere dringende reden(?:en)?\b(?! van (?:openbare|algemene?)\b)"
    r"|redelijkerwijs niet (?:van (?:hem|haar|hen) )?(?:kan|kunnen) worden (?:gevergd|verlangd)|ernstig (?:wordt )?(?:benadeeld|gedupeerd)",
    re.I,
)
_DOEL = re.compile(
    r"gelet op (?:het|de) (?:belang|doel|strekking|aard|uitgangspunt)[^,.;]*|gezien (?:het|de) (?:doel|strekking|belang)[^,.;]*"
    r"|met het oog op (?:het|de) (?:doel|belang)[^,.;]*|gelet op doel en strekking|het belang dat (?:deze|dit)[^,.;]*",
    re.I,
)
_VOORWAARDE = re.compile(r"\b(?:voor zover|voorzover|indien|mits|als|wanneer|gelet op|gezien)\b", re.I)
_ALGEMEEN = re.compile(
    r"\b(?:(?:het bij of krachtens|het bepaalde (?:in|bij)(?: of krachtens)?|(?:de |een of meer |één of meer |een of meerdere "
    r"|enige )?bepalingen (?:van|uit)) )?"
    r"(?:deze|dit|de|het) (?:wet|regeling|besluit|verordening)\b(?! [a-z]*[A-Z0-9])(?:en de daarop berustende bepalingen)?",
)
_DEEL = re.compile(
    r"\b(?:dit|deze) (hoofdstuk|titel|afdeling|paragraaf|artikel)\b|\bhet (?:bepaalde in het )?(eerste|tweede|derde|vierde|vijfde) lid\b",
    re.I,
)
_VERZOEK = re.compile(r"\bop (?:een )?(?:\w+ ){0,2}(?:verzoek|aanvraag)(?: van (?:de |een |het )?[\w-]+)?", re.I)
# «met uitzondering van artikel 2.3»: a point inside a number ends no sentence
_UITZONDERING = re.compile(r"\b(?:met uitzondering van|uitgezonderd|behoudens|behalve)\b(?:[^.;]|(?<=\w)\.(?=\d))*", re.I)
# A criterion that leaves it to the authority («indien hij dit redelijk acht»): read under a heading that calls it a hardship clause.
_EIGEN = re.compile(
    r"\b(?:indien|als|wanneer|voor ?zover) (?:[\w-]+ ){1,6}(?:redelijk|billijk|nodig|noodzakelijk|wenselijk|gewenst|gerechtvaardigd|passend"
    r"|aangewezen|geraden|geboden) (?:acht|achten|vindt|vinden|oordeelt|oordelen|is|lijkt|voorkomt)\b",
    re.I,
)
_HARD = re.compile(
    r"onbillijk|hardheid|hardvochtig|schrijnend|onredelijk|onevenredig|onaanvaardba|benadeeld|benadeling|gedupeerd|gevergd"
    r"|redelijkheid (?:of|en) (?:de )?billijkheid|financiële nood|noodsituatie|buiten (?:zijn|haar|hun|diens)",
    re.I,
)
_UITSLUITING = re.compile(
    r"\b(?:geldt niet|gelden niet|is niet van toepassing|zijn niet van toepassing|niet van toepassing (?:is|zijn)|ziet niet)\b", re.I
)
_ANDERE_WET = re.compile(
    r"\btoestaan dat\b|regels (?:kunnen|worden) |bij (?:algemene maatregel van bestuur|ministeriële regeling|regeling van)", re.I
)
# «De regeling kan bepalen dat het college in bijzondere gevallen kan afwijken»: another regulation may get a clause.
_VRAAGT = re.compile(
    r"spoedeisend|"
    r"\bverzoek(?:en)? (?:in te dienen|indienen|doen) (?:om|tot)\b[^.;]{0,40}\bafwijken\b|\bverzoek(?:en)? om te mogen afwijken\b",
    re.I,
)
_LAAT_BEPALEN = re.compile(r"\b(?:kan|kunnen|mag) (?:\w+ ){0,3}bepalen dat\b", re.I)
_LEDEN = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5"}


def van_hardheid(words: str) -> bool:
    """Whether words speak of hardship. «In bijzondere gevallen» and «indien dat naar zijn oordeel nodig is» are formulas of many laws: of
    social security (AOW 16, WIA 64), with policy rules and case law of their own, but also of rules about the authority's own doings."""
    return _HARD.search(words) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Uitsluiting:
    """Words that take part of the text out of a hardship clause."""

    provision: Provision
    span: Span
    units: frozenset[Unit]


@dataclass(frozen=True, slots=True, eq=False)
class Clausule:
    """A hardship clause.

    Attributes:
        provision, norm: where it stands.
        span: the words of the power («buiten toepassing laten of daarvan afwijken»).
        zin: the sentence.
        orgaan: who may use it, as the text says; empty if it does not.
        algemeen: the words that give it the whole regulation as scope («deze wet»), if it names no articles.
        reikwijdte: the words that name its scope, if they refer to articles or leden.
        units: the units of this document that it covers.
        doel: the words of purpose («gelet op het belang van …»).
        criterium: the words of the criterion.
        standaard: the criterion is that of Ar 5.26.
        op_verzoek: the words that make it depend on a request.
        uitsluitingen: what is taken out again.
        afwijken: it allows to deviate from the text, not only to pay compensation.
        herstelt: it takes away unfairness that the text itself brings in one case (AWR 63), in other words than by deviating.
        regelgevend: it is used by rules for groups, not in one case.
        vaag: it covers the whole regulation, and names neither a purpose nor hardship: nobody can tell from it who is helped.
    """

    provision: Provision
    norm: Norm | None
    span: Span
    zin: Span
    orgaan: str
    algemeen: Span | None
    reikwijdte: Span | None
    units: frozenset[Unit]
    doel: Span | None
    criterium: Span | None
    standaard: bool
    op_verzoek: Span | None
    uitsluitingen: tuple[Uitsluiting, ...]
    afwijken: bool
    regelgevend: bool
    vaag: bool = False
    herstelt: bool = False

    @property
    def helpt(self) -> bool:
        """Whether it can take the effect of a provision away, and does not only pay for it."""
        return self.afwijken or self.herstelt

    def covers(self, unit: Unit) -> bool:
        """Whether the clause may be used for what ``unit`` prescribes."""
        line = {unit, *unit.ancestors()}
        if any(line & u.units for u in self.uitsluitingen):
            return False
        if self.algemeen is not None:
            return unit.regeling == self.provision.unit.regeling
        return bool(line & self.units) or any(unit in covered.ancestors() for covered in self.units)


_known: WeakKeyDictionary[Analysis, tuple[Clausule, ...]] = WeakKeyDictionary()


def clausules(analysis: Analysis) -> tuple[Clausule, ...]:
    """The hardship clauses of a document, in order."""
    found = _known.get(analysis)
    if found is None:
        found = _known[analysis] = tuple(_find(analysis))
    return found


def _find(analysis: Analysis) -> list[Clausule]:
    content = analysis.document.text.content
    provisions = sorted(analysis.provisions, key=lambda p: p.span.start)
    starts = [p.span.start for p in provisions]
    out: list[Clausule] = []
    done: set[tuple[int, int]] = set()
    places = [match.start() for match in _TRIGGER.finditer(analysis.document.text.small)]
    for provision in provisions:  # «kan in bijzondere gevallen afwijken» under a heading that calls it a hardship clause
        artikel = provision.unit.artikel
        if artikel is not None and "hardheid" in artikel.heading.lower():
            match = _AFWIJKEN.search(content, provision.span.start, provision.span.end)
            if match is not None:
                places.append(match.start())
    for place in sorted(places):
        i = bisect_right(starts, place) - 1
        if i < 0 or provisions[i].span.end <= place:
            continue
        zin = provisions[i].sentence_at(place)
        if (zin.start, zin.end) in done:
            continue
        done.add((zin.start, zin.end))
        clausule = _read(analysis, provisions[i], zin)
        if clausule is not None:
            out.append(clausule)
    return out


# «tenzij dat onevenredig is», «als dat voor het college onevenredig is»: not for the one who is hit
_OTHERWISE = re.compile(r"\btenzij\b|\bvoor (?:het college|het bestuur|de (?:gemeente|dienst|minister|uitvoering))\b", re.I)


def _read(analysis: Analysis, provision: Provision, zin: Span) -> Clausule | None:
    document = analysis.document
    words = document.text[zin]
    if (applied := _AWR_63.search(words)) is not None:
        return _of_awr(provision, zin, Span(zin.start + applied.start(), zin.start + applied.end()))
    modaal = _MODAAL.search(words)
    afwijken = _AFWIJKEN.search(words)
    tegemoet = _TEGEMOET.search(words)
    criterium = _CRITERIUM.search(words)
    heading = provision.unit.artikel.heading if provision.unit.artikel is not None else ""
    power = afwijken or tegemoet
    if criterium is not None and criterium.group().lower().startswith("onevenredig ") and _OTHERWISE.search(words, 0, criterium.start()):
        criterium = None
    # «wijkt daarvan af als dat onredelijk uitpakt»: without «kan» it must be clear that it is done for whoever is hit
    must = afwijken is not None and afwijken.group().lower().startswith("wijk")
    must = must and criterium is not None and van_hardheid(criterium.group())
    if (modaal is None and not must) or power is None or _LAAT_BEPALEN.search(words) is not None:
        return None
    if _VRAAGT.search(words) is not None:
        return None  # somebody may ask to be allowed to deviate
    if criterium is None and "hardheid" not in heading.lower():
        return None  # a power to deviate for other reasons (an experiment, an emergency)
    if criterium is None:
        criterium = _EIGEN.search(words)
    scope_end = _scope_end(words, power)
    at = zin.start
    here = (None, provision.unit.regeling or None)  # in an amending act an artikel of the law that is amended is one of its own
    references = [r for r in references_in(document, Span(at, at + scope_end)) if any(t.regeling in here for t in r.targets)]
    units = {unit for r in references for unit in r.units}
    units |= _part(provision, words[:scope_end])
    algemeen = None if references or units else _ALGEMEEN.search(words, 0, scope_end)
    if not units and not references and algemeen is None and provision.unit.artikel is not None:
        units.add(provision.unit.artikel)
    doel = _DOEL.search(words)
    vaag = algemeen is not None and doel is None and not (criterium is not None and van_hardheid(criterium.group()))
    verzoek = None if re.search(r"\bambtshalve\b|uit eigen beweging", words, re.I) else _VERZOEK.search(words)
    if verzoek is not None and criterium is not None and verzoek.start() > criterium.end():
        verzoek = None
    norm = next(iter(provision.norms_in(zin)), None)
    orgaan = words[: (modaal or power).start()].strip(" ,")
    if norm is not None and norm.adressaat is not None and norm.adressaat.rol == "overheid":
        orgaan = norm.adressaat.tekst
    return Clausule(
        provision=provision,
        norm=norm,
        span=Span(at + power.start(), at + power.end()),
        zin=zin,
        orgaan=orgaan if 0 < len(orgaan) <= 80 else "",
        algemeen=Span(at + algemeen.start(), at + algemeen.end()) if algemeen else None,
        reikwijdte=references[0].span.to(references[-1].span) if references else None,
        units=frozenset(units),
        doel=Span(at + doel.start(), at + doel.end()) if doel else None,
        criterium=Span(at + criterium.start(), at + criterium.end()) if criterium else None,
        standaard=bool(_STANDAARD.search(words)),
        op_verzoek=Span(at + verzoek.start(), at + verzoek.end()) if verzoek else None,
        uitsluitingen=tuple(_exclusions(analysis, provision, zin)),
        afwijken=afwijken is not None,
        regelgevend=bool(_ANDERE_WET.search(words)),
        vaag=vaag,
        herstelt=afwijken is None and _HERSTELT.search(words) is not None,
    )


def _of_awr(provision: Provision, zin: Span, span: Span) -> Clausule:
    """A text that applies AWR 63 to itself: unfairness of any of its provisions can be put right."""
    return Clausule(
        provision=provision,
        norm=next(iter(provision.norms_in(zin)), None),
        span=span,
        zin=zin,
        orgaan="",
        algemeen=span,
        reikwijdte=None,
        units=frozenset(),
        doel=None,
        criterium=None,
        standaard=True,
        op_verzoek=None,
        uitsluitingen=(),
        afwijken=False,
        regelgevend=False,
        herstelt=True,
    )


def _scope_end(words: str, power: re.Match[str]) -> int:
    """Where the words on scope end: at the condition after the power, or at the power when the scope stands before it.

    What is taken out again behind the scope is no part of it: «van deze wet afwijken, met uitzondering van artikel 3».
    """
    condition = _VOORWAARDE.search(words, power.end())
    end = condition.start() if condition else len(words)
    taken_out = _UITZONDERING.search(words, 0, end)
    scope = taken_out is not None and (_NAMES_PART.search(words, 0, taken_out.start()) or _ALGEMEEN.search(words, 0, taken_out.start()))
    return taken_out.start() if taken_out is not None and scope else end


_NAMES_PART = re.compile(r"\bartikel(?:en)?\b|\b(?:lid|leden|hoofdstuk|titel|afdeling|paragraaf)\b", re.I)


def _part(provision: Provision, words: str) -> set[Unit]:
    """«dit hoofdstuk», «deze paragraaf», «het eerste lid»: parts that are named without a number."""
    out: set[Unit] = set()
    for match in _DEEL.finditer(words):
        if match.group(1):
            unit = provision.unit.nearest(UnitKind(match.group(1).lower()))
            if unit is not None:
                out.add(unit)
        elif provision.unit.artikel is not None:
            number = _LEDEN[match.group(2).lower()]
            out.update(c for c in provision.unit.artikel.children if c.kind is UnitKind.LID and c.number == number)
    return out


def _exclusions(analysis: Analysis, provision: Provision, zin: Span) -> list[Uitsluiting]:
    document = analysis.document
    out = []
    match = _UITZONDERING.search(document.text[zin])
    if match is not None:
        span = Span(zin.start + match.start(), zin.start + match.end())
        units = {u for r in references_in(document, span) for u in r.units}
        if units:
            out.append(Uitsluiting(provision, span, frozenset(units)))
    for other in analysis.in_artikel(provision.unit):
        for sentence in other.passage.sentences:
            if sentence.span.start <= zin.start or not _UITSLUITING.search(document.text[sentence.span]):
                continue
            references = references_in(document, sentence.span)
            if references and not any(t.regeling in (None, "", provision.unit.regeling) for r in references for t in r.targets):
                continue  # «De artikelen 4:5 en 4:8 van de Awb zijn niet van toepassing»: another law is set aside, not the clause
            units = {u for r in references for u in r.units}
            units = {u for u in units if u.artikel is not provision.unit.artikel}
            end = sentence.span.end
            while end > sentence.span.start and document.text.content[end - 1] in " .;\n":
                end -= 1
            out.append(Uitsluiting(other, Span(sentence.span.start, end), frozenset(units)))
    return out

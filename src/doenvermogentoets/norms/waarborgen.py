"""Safeguards that a text excludes: of the Awb, a reminder, more time, the weighing of one case."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.text import Span

_AWB = re.compile(r"algemene wet bestuursrecht|\bawb\b", re.I)
_EXCLUDED = re.compile(
    r"\b(?:niet van (?:overeenkomstige )?toepassing|buiten toepassing|geen toepassing|niet van kracht|geldt niet|gelden niet)\b", re.I
)
_UNLESS_EXCLUDED = re.compile(r"\bniet (?:van toepassing )?(?:uitgezonderd|uitgesloten)\b", re.I)
_ACHTERWEGE = re.compile(
    r"\b(?:aanmaning|herinnering|nadere termijn|hersteltermijn|termijn voor herstel|gelegenheid tot (?:herstel"
    r"|aanvulling|het geven van een zienswijze))\b"
    r"[^.;]{0,200}?\b(?:blijft|blijven) achterwege\b",
    re.I,
)
# «Uitstel van betaling wordt niet verleend», «verleent geen kwijtschelding», «Tegenbewijs is niet mogelijk», «zonder aanmaning»: in
# the word order of a main clause, so that «indien geen uitstel is verleend» is not meant.
_ZACHT = (
    r"(?:uitstel(?: van (?:de )?betaling)?|betaling in (?:termijnen|gedeelten|delen)|betalingsregeling(?:en)?|kwijtschelding"
    r"|matiging|verschoning"
    r"|hersteltermijn|(?:gelegenheid tot )?(?:herstel(?: van (?:het|een|dit) (?:verzuim|gebrek))?|aanvulling)|nadere termijn"
    r"|aanmaning|herinnering"
    r"|waarschuwing|tegenbewijs|verlenging(?: van (?:deze|de|die|dit|het) (?:termijn|periode|tijdvak))?)"
)
_GIVEN = (
    r"(?:verleend|toegestaan|geboden|gegeven|getroffen|aangeboden|mogelijk|toegekend|toegepast|plaats|verstuurd|gezonden"
    r"|toegelaten|gegund|aanvaard)"
)
_WITHHELD = (
    re.compile(
        rf"\b{_ZACHT}\b(?: (?:of|en|noch|van(?! betaling)) [\w -]{{3,40}}?)? (?:wordt|worden|is|zijn|kan|kunnen|vindt|vinden)"
        rf" (?:[\w-]+ ){{0,4}}?"
        rf"(?:niet (?:[\w-]+ ){{0,3}}?{_GIVEN}|uitgesloten)\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:wordt|worden|is|zijn|verleent|verlenen|biedt|bieden|geeft|geven|treft|treffen|staat|kent"
        rf"|past) (?:(?!die |dat )[\w-]+ ){{0,6}}?geen {_ZACHT}\b"
        rf"[^.;]{{0,60}}",
        re.I,
    ),
    re.compile(
        rf"(?:\A|[.;\n]\s*)(?:\d+[a-z]?\.\s+)?geen {_ZACHT}\b[^.;,]{{0,60}}? (?:wordt|worden|is|zijn)\b[^.;,]{{0,30}}\b{_GIVEN}\b", re.I
    ),
    re.compile(
        r"\bzonder (?:dat )?(?:een |enige |nadere |voorafgaande |eerdere )*(?:aanmaning|waarschuwing|herinnering|hersteltermijn"
        r"|gelegenheid tot (?:herstel|aanvulling))\b",
        re.I,
    ),
)
# «De termijn, bedoeld in het eerste lid, kan niet worden verlengd»; not «niet meer dan eenmaal verlengd», and no time for a decision
_NOT_LONGER = re.compile(
    r"\b(?:kan|kunnen|wordt|worden) (?:[\w-]+ ){0,3}?niet (?!meer |vaker |langer |verder |met |voor |dan "
    r"|eerder )(?:[\w-]+ ){0,3}?verlengd\b",
    re.I,
)
_A_TERM = re.compile(
    r"(?:\A|[.;\n]\s*)(?:\d+[a-z]?\.\s+)?(?:de|deze|die|dit|dat|het) (?:[\w-]+ ){0,2}?(?:\w*termijn|tijdvak|periode)\b", re.I
)
# How long something lasts («de termijn waarvoor de vergunning geldt», «de zittingstermijn»), and not by when somebody must act.
_LASTS = re.compile(
    r"\b(?:termijn|tijdvak|periode)\b[^.;,]{0,30}?\b(?:waarvoor|waarover|gedurende welke|waarvan)\b"
    r"|\b(?:benoemings|zittings|ambts|vergunnings|geldigheids|huur|contract|uitkerings|subsidie|looptijd)\w*(?:termijn|periode)\b",
    re.I,
)
_OF_DECIDING = re.compile(r"\b(?:besl\w+|besluit\w*|advies\w*|advis\w+|bekend\w+|uitspraak|behandel\w+)\b", re.I)
_HANDIG: tuple[str, ...] = (
    "uitstel",
    "betaling",
    "kwijtschelding",
    "matiging",
    "termijn",
    "herstel",
    "aanvulling",
    "aanmaning",
    "herinnering",
    "waarschuwing",
    "verlengd",
    "ingebrekestelling",
    "tegenbewijs",
    "verlenging",
    "verschoning",
)
_SPAART = re.compile(
    r"\b(?:afzien|af te zien|afgezien|ziet\b[^.;]{0,60}\baf|kwijt(?:schel\w+|gescholden|te schelden)|matig(?:t|en|ing)"
    r"|uitstel van betaling|hersteltermijn"
    r"|(?:laat|blijft|wordt|worden)\b[^.;]{0,60}\bachterwege|niet (?:teruggevorderd|ingevorderd|verlaagd)|dringende reden\w*)\b",
    re.I,
)
_GEEFT = {
    "uitstel": "uitstel van betaling",
    "betaling": "betalen in delen",
    "kwijtschelding": "kwijtschelding",
    "matiging": "matiging",
    "tegenbewijs": "de mogelijkheid om te laten zien dat het anders is",
    "verlenging": "een langere termijn voor wie die nodig heeft",
    "verschoning": "verschoning voor wie er niets aan kon doen",
    "waarschuwing": "de waarschuwing vooraf",
}
_CONDITION = re.compile(r"\b(?:indien|als|tenzij|wanneer|voor zover|voorzover|mits)\b", re.I)


@dataclass(frozen=True, slots=True)
class Uitgesloten:
    """A safeguard that a provision switches off.

    Attributes:
        span: the words, from the safeguard to the exclusion.
        artikel: of the Awb («4:84»), empty when it is not one of the Awb.
        geeft: what the safeguard gives.
        voorwaardelijk: only in some cases.
        grond: where what is closed here was left open, when it is no article that is set aside.
    """

    provision: Provision
    span: Span
    artikel: str
    geeft: str
    voorwaardelijk: bool
    grond: str = ""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("doenvermogentoets.norms").joinpath("waarborgen.toml").read_text(encoding="utf-8"))


def waarborg_van(regeling: str, artikel: str) -> str | None:
    """What an artikel of the Awb gives to who is hit by a hard outcome; ``None`` if it is not such an artikel."""
    found: str | None = _data()["awb"].get(artikel) if _AWB.search(regeling) else None
    return found


_switched_off: WeakKeyDictionary[Analysis, tuple[Uitgesloten, ...]] = WeakKeyDictionary()


def uitgesloten(analysis: Analysis) -> tuple[Uitgesloten, ...]:
    """The safeguards that provisions of a document switch off, in order."""
    found = _switched_off.get(analysis)
    if found is None:  # many findings ask for them
        found = _switched_off[analysis] = tuple(_find_switched_off(analysis))
    return found


def _find_switched_off(analysis: Analysis) -> Iterator[Uitgesloten]:
    document = analysis.document
    table: Mapping[str, str] = _data()["awb"]
    for provision in analysis.provisions:
        text = document.text[provision.span]
        small = text.lower()
        yield from _zonder_afweging(provision)
        if "achterwege" not in text and "toepassing" not in text and "geld" not in text and not any(w in small for w in _HANDIG):
            continue
        for sentence in provision.passage.sentences:
            words = document.text[sentence.span]
            out = _EXCLUDED.search(words)
            if out is not None and not _UNLESS_EXCLUDED.search(words):
                for reference in references_in(document, sentence.span):
                    hits = [t.artikel for t in reference.targets if t.artikel in table and t.regeling and _AWB.search(t.regeling)]
                    end = sentence.span.start + out.end()
                    for artikel in hits[:1]:
                        geeft = "; ".join(table[a] for a in dict.fromkeys(hits) if a is not None)
                        start = min(reference.span.start, sentence.span.start + out.start())
                        span = Span(start, max(reference.span.end, end))
                        yield Uitgesloten(provision, span, artikel or "", geeft, bool(_CONDITION.search(words)))
                yield from _verzachting_uit(
                    analysis, provision, sentence.span, Span(sentence.span.start + out.start(), sentence.span.start + out.end())
                )
            yield from _niet_verlengd(analysis, provision, sentence.span, words)
            yield from _niet_gegeven(provision, sentence.span, words)
            match = _ACHTERWEGE.search(words)
            if match is not None:
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield Uitgesloten(
                    provision, span, "", "de laatste gelegenheid om het verzuim te herstellen", bool(_CONDITION.search(words))
                )


def _niet_verlengd(analysis: Analysis, provision: Provision, zin: Span, words: str) -> Iterator[Uitgesloten]:
    """A time within which somebody must act, that the text says cannot be made longer.

    Whose time it is, another lid says; where that is not here (the new lid of an amended artikel), it is only a question.
    """
    match = _NOT_LONGER.search(words)
    subject = _A_TERM.match(words) if match is not None else None
    if match is None or subject is None or _OF_DECIDING.search(words) is not None or _PENAL.search(words.lower()) is not None:
        return
    if _LASTS.search(words, subject.start(), match.end()) is not None:
        return
    near = [n for p in analysis.in_artikel(provision.unit) or (provision,) for n in p.norms if n.termijnen]
    if near and not any(t.voor == "burger" for n in near for t in n.termijnen):
        return
    yield Uitgesloten(
        provision,
        Span(zin.start + _begin(subject), zin.start + match.end()),
        "",
        _GEEFT["verlenging"],
        not near or bool(_CONDITION.search(words)),
    )


def _begin(match: re.Match[str]) -> int:
    """Where the words begin that were found, behind the full stop or the number of the lid that they were found with."""
    return match.end() - len(match[0].lstrip(" .;\n0123456789"))


# «Het college wijkt niet af van deze beleidsregel», «Van deze beleidsregels wordt in geen geval afgeweken» (Awb 4:84).
_NEVER = r"(?:niet|nimmer|nooit|in geen (?:enkel )?geval)"
_POLICY = r"(?:deze|dit|het|de) (?:beleidsregels?|beleid)"
_ALWAYS = r"(?:altijd|steeds|in alle gevallen|onverkort|zonder uitzondering)"  # «in ieder geval» is «at least»
_TO_THE_LETTER = re.compile(
    rf"\b(?:wijkt|wijken)\b[^.;,]{{0,60}}?\b{_NEVER}\b[^.;,]{{0,30}}?\baf van {_POLICY}\b"
    rf"|\b(?:wijkt|wijken)\b[^.;,]{{0,40}}?\bvan {_POLICY} {_NEVER} af\b"
    rf"|\bvan {_POLICY}\b[^.;,]{{0,40}}?\b{_NEVER}\b[^.;,]{{0,30}}?\b(?:worden )?afgeweken\b"
    rf"|\b(?:wordt|kan|mag)\b[^.;,]{{0,30}}?\b{_NEVER}\b[^.;,]{{0,20}}?\bvan {_POLICY} (?:worden )?afgeweken\b"
    rf"|\bpas(?:t|sen)\b[^.;,]{{0,40}}?\b{_POLICY}\b[^.;,]{{0,20}}?\b{_ALWAYS}\b[^.;,]{{0,30}}?\btoe\b"
    rf"|\b{_POLICY} word(?:t|en)\b[^.;,]{{0,20}}?\b{_ALWAYS}\b[^.;,]{{0,30}}?\b(?:toegepast|gevolgd)\b"
    rf"|\bafwijk(?:ing|en) van {_POLICY}\b[^.;,]{{0,30}}?\b(?:niet (?:mogelijk|toegestaan)|uitgesloten)\b"
)
# What a power leaves open, and the text closes for every case.
_DONE = (
    r"(?:terugvordering|(?:dwang)?invordering|verrekening|sluiting|intrekking"
    r"|(?:het opleggen|oplegging) van (?:de|een) (?:\w+ )?(?:boete|maatregel))"
)
_EVERY_CASE = (
    (
        re.compile(
            r"\bmaakt (?:altijd|steeds|in alle gevallen|in elk geval|onverkort|zonder uitzondering)"
            r" gebruik van (?:de|zijn|haar) bevoegdheid\b"
        ),
        "de afweging, van geval tot geval, of van de bevoegdheid gebruik wordt gemaakt",
    ),
    (re.compile(rf"\bziet {_NEVER} af van {_DONE}\b"), "de ruimte om daarvan in een bijzonder geval af te zien"),
    (
        re.compile(r"\bword(?:t|en)\b[^.;,]{0,30}?\b(?:nimmer|nooit|in geen (?:enkel )?geval)\b[^.;,]{0,20}?\bkwijtgescholden\b"),
        "kwijtschelding",
    ),
)
# «ook indien de inwoner te veel ontving door een fout van het college»: what the authority did wrong itself is for the account of the other
_AUTHORITY = (
    r"(?:(?:het|onze|de) (?:college|bestuursorgaan|dagelijks bestuur|uwv|cak|minister|burgemeester|svb|inspecteur|ontvanger|dienst|gemeente"
    r"|overheid|uitvoeringsinstelling|sociale verzekeringsbank|belastingdienst)|(?:burgemeester en wethouders|gedeputeerde staten))"
)
_OWN_FAULT = re.compile(
    r"(?:\b(?:ongeacht|ook (?:niet )?(?:indien|als|wanneer|voor zover)|zelfs (?:niet )?(?:indien|als|wanneer|voor zover))\b"
    r"[^.;]{0,100}?\b(?:fout(?:en)?|vergissing(?:en)?|verzuim|toedoen|nalaten"
    r"|onjuiste (?:\w+ )?(?:beslissing|mededeling|berekening|voorlichting))\b"
    rf"(?:[^.;,]{{0,30}}?\bvan {_AUTHORITY}\b|(?:(?!\bniet\b)[^.;,]){{0,12}}?\bdoor {_AUTHORITY} (?:(?:is|zijn|was|werd(?:en)?) )?"
    rf"(?:gemaakt|begaan|veroorzaakt)|(?: die)? bij {_AUTHORITY} (?:ligt|lag|berust|berustte))"
    rf"|\b(?:ongeacht|ook (?:niet )?(?:indien|als|wanneer)|zelfs (?:niet )?(?:indien|als|wanneer))\b[^.;]{{0,100}}?"
    rf"\b(?:te wijten|toe te rekenen|toerekenbaar) (?:is |zijn )?aan {_AUTHORITY}\b)"
)
_TAKES = re.compile(
    r"\b(?:terug(?:ge)?vorder\w*|vorder(?:t|en)\b[^.;]{0,80}\bterug|in(?:ge)?vorder\w*|terugbeta\w*|betaalt\b[^.;]{0,80}\bterug|ingetrokken|trekt\b[^.;]{0,60}"
    r"\bin|vervalt|verla(?:agd|agt)|verreken\w*|verschuldigd|boete)\b"
)
# «wordt niet teruggevorderd, ook niet indien …», «ziet af van invordering, ook als …»: it helps; «ziet niet af van» does not.
_WAIVES = re.compile(
    r"\b(?:ziet|zien)\b[^.;]{0,80}?\baf\b|\b(?:afgezien|afzien|achterwege|kwijtgescholden)\b|\bscheldt\b[^.;]{0,80}?\bkwijt\b"
)
_NOT_TAKEN = re.compile(
    r"\b(?:niet|nimmer|nooit|in geen geval) (?:[\w-]+ ){0,5}?(?:terug|teruggevorderd|terug te vorderen|ingevorderd|ingetrokken"
    r"|verlaagd|verrekend"
    r"|verschuldigd|in|af|afgezien|achterwege|kwijtgescholden)\b|\bgeen (?:[\w-]+ )?(?:boete|terugvordering|invordering"
    r"|verrekening|verlaging|kwijtschelding)\b"
    r"|\b(?:vervalt|blijft) niet\b"
)


def _helps(small: str, sentence: Span, fault: Span) -> bool:
    """Whether the clause beside the fault gives something away, and is not denied."""
    rest = f"{small[sentence.start : fault.start]} | {small[fault.end : sentence.end]}"
    return (_WAIVES.search(rest) is None) is not (_NOT_TAKEN.search(rest) is None)


_FAULT_OF_ITS_OWN = "de ruimte om rekening te houden met een fout van de overheid zelf"
_WEIGHS = "Awb 3:4 (afweging en evenredigheid); in een beleidsregel ook 4:84"
_BUT = re.compile(
    r"\b(?:tenzij|behalve|behoudens|onverminderd|dan (?:indien|als|in|met|wanneer|voor zover)|eerst nadat|4:84|ten (?:nadele|ongunste) van"
    r"|(?:enkel|alleen|louter|uitsluitend) omdat|op de enkele grond)\b"
)
_ONLY_IF = re.compile(r"(?<!ook )(?<!ook niet )(?<!zelfs )(?<!zelfs niet )\b(?:indien|als|wanneer|voor zover|voorzover|zolang|mits)\b")


_HINTS = ("afgeweken", "afwijk", "gebruik van", "kwijtgescholden", " af", "beleid", "ongeacht", "ook ", "zelfs ")


def _zonder_afweging(provision: Provision) -> Iterator[Uitgesloten]:
    """A policy that says that nobody departs from it, and a power that is used in every case: what a rule of lower rank cannot take."""
    small = provision.document.text.small
    start, end = provision.span.start, provision.span.end
    if not any(word in small[start:end] for word in _HINTS):
        return
    for sentence in provision.passage.sentences:
        said = (sentence.span.start, sentence.span.end)
        if _BUT.search(small, *said) is not None:
            continue
        some = _ONLY_IF.search(small, *said) is not None
        match = _TO_THE_LETTER.search(small, *said)
        if match is not None and "beleidsregel" in small:
            yield Uitgesloten(provision, Span(*match.span()), "4:84", _data()["awb"]["4:84"], some)
            continue
        for pattern, geeft in _EVERY_CASE:
            match = pattern.search(small, *said)
            if match is not None:
                yield Uitgesloten(provision, Span(*match.span()), "", geeft, some or geeft == "kwijtschelding", _WEIGHS)
                break
        else:
            match = _OWN_FAULT.search(small, *said)
            if match is not None and _TAKES.search(small, *said) is not None and not _helps(small, sentence.span, Span(*match.span())):
                yield Uitgesloten(provision, Span(*match.span()), "", _FAULT_OF_ITS_OWN, some, _WEIGHS)


def _niet_gegeven(provision: Provision, zin: Span, words: str) -> Iterator[Uitgesloten]:
    """A softening that the text itself says is not given."""
    small = words.lower()
    if not any(w in small for w in _HANDIG) or (
        "niet" not in small and "geen" not in small and "zonder" not in small and "uitgesl" not in small
    ):
        return
    for pattern in _WITHHELD:
        match = pattern.search(words)
        if match is None or _PENAL.search(small) is not None or "bedoeld" in match[0].lower():
            continue
        if _REGELS.search(small) is not None:
            continue
        if match[0].lower().startswith("zonder") and _HARD.search(small) is None:
            continue
        kind = next((w for w in _GEEFT if w in match[0].lower()), "")
        geeft = _GEEFT.get(kind, "de laatste gelegenheid om het verzuim te herstellen")
        some = bool(_CONDITION.search(words)) or _FOR_SOME.match(words, match.end()) is not None
        yield Uitgesloten(provision, Span(zin.start + _begin(match), zin.start + match.end()), "", geeft, some)
        return


# What is done without warning weighs; «zonder aanmaning rente verschuldigd» does not. «voor het ledigingstarief»: of one kind only.
_HARD = re.compile(
    r"\b(?:dwangbevel|inge?vorder\w*|beëindig\w*|ingetrokken|trekt\b|afgesloten|afsluit\w*|opge(?:zegd|schort)|verhoog\w*|boete|vervalt|geweigerd)\b"
)
_REGELS = re.compile(r"\bkan (?:evenwel |echter )?worden bepaald\b|\bregels (?:worden|kunnen)\b")
_FOR_SOME = re.compile(r"[^.;,]{0,12}\b(?:voor|van|aan|ten aanzien van)\b", re.I)
# Evidence and time limits between authorities or before a court.
_PENAL = re.compile(
    r"\b(?:wettelijke rente|rechterlijke|schuldeiser|wederpartij|overeenkomst|verbintenis|rechtbank|rechter|griffier"
    r"|officier van justitie|verzoekschrift|dagvaarding)\b"
)


def _verzachting_uit(analysis: Analysis, provision: Provision, zin: Span, out: Span) -> Iterator[Uitgesloten]:
    """A lid that softens, of this text or of a well-known law, which is said not to apply («Het derde lid geldt niet in gevallen …»)."""
    document = analysis.document
    known: Mapping[str, str] = _data()["verzachting"]
    own = provision.unit
    for reference in references_in(document, zin)[:1]:
        if not -4 <= out.start - reference.span.end <= 12 or " tot en met " in document.text[reference.span]:
            continue  # «Het derde lid geldt niet», not a list of artikelen
        if reference.span.start > out.start and _subject_before(document.text[Span(zin.start, out.start)]):
            continue
        span = Span(min(reference.span.start, out.start), max(reference.span.end, out.end))
        for target in reference.targets:
            law = target.regeling or own.regeling or ""
            number = target.artikel or (own.artikel.number if own.artikel is not None else "")
            geeft = next((g for key, g in known.items() if _is_known(key, law, number or "")), None)
            if geeft is not None:
                yield Uitgesloten(provision, span, "", geeft, False)
                return
        for unit in reference.units:
            lid = analysis.by_unit.get(unit)
            if lid is None or lid is provision or unit.artikel is not own.artikel or any(n.belastend for n in lid.norms):
                continue
            if any(c.provision is lid for c in clausules(analysis)):
                continue  # what is taken out of a hardship clause is another question
            said = document.text[lid.span]
            if _SPAART.search(said) and _LAST.search(said) and not _OPZET.search(document.text[zin]) and not _OPZET.search(said):
                some = _CONDITION.search(document.text[Span(out.end, zin.end)]) is not None
                yield Uitgesloten(provision, span, "", "de verzachting die daar staat", some)
                return


# What the spared are spared from; whoever acted on purpose is not meant to be spared.
_LAST = re.compile(
    r"\b(?:terug(?:ge)?vorder\w*|in(?:ge)?vorder\w*|boete|verla(?:agd|ging)|maatregel|sanctie|intrek\w*|ingetrokken|beëindig\w*|schuld\w*|vordering"
    r"|uitzetting|oplegg\w+)\b",
    re.I,
)
_OPZET = re.compile(
    r"\b(?:milieu-informatie|openbaar\w*|pensioenregeling|opzet\w*|grove schuld|misbruik|fraude|nationale veiligheid)\b", re.I
)


def _subject_before(words: str) -> bool:
    return bool(words.strip(" 0123456789.\n"))


def _is_known(key: str, law: str, number: str) -> bool:
    name, _, artikel = key.rpartition(" ")
    return artikel == number and name.lower() in law.lower()

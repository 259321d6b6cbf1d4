"""The weighing of one case, shut out for all: a policy kept to the letter, a power that is always used, a fault of the authority."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doenvermogentoets.analysis import Provision
from doenvermogentoets.norms.waarborg import Uitgesloten, gives
from doenvermogentoets.text import Span

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


def zonder_afweging(provision: Provision) -> Iterator[Uitgesloten]:
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
            yield Uitgesloten(provision, Span(*match.span()), "4:84", gives("awb")["4:84"], some)
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

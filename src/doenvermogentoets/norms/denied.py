"""Words that soften and yet help nobody here: they are denied, or for small and old cases only."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import Provision
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.model import Norm, UitwegSignaal, UitwegSoort
from doenvermogentoets.text import Span

# A limit in amount or time on a softening sentence: it helps small or old cases only.
_DREMPEL = re.compile(
    r"\b(?:minder|lager|kleiner|geringer) (?:is )?(?:dan|bedraagt)\b|\bniet meer (?:dan|bedraagt)\b|\bgering bedrag\b|\bkruimel"
    r"|\b(?:verzuim|overschrijding|vertraging|te laat)\b[^.;]{0,30}?\b(?:van ten hoogste|van niet meer dan|van minder dan|van hooguit)\b"
    r"|\bten hoogste (?:[\w-]+ ){1,2}(?:werk)?dag(?:en)? te laat\b"
    r"|\bjaar\b[^.;]{0,40}\bverstreken\b|\bjaren\b[^.;]{0,40}\b(?:verstreken|verlopen)\b|\bna verloop van\b|\bverjar",
)
# «van terugvordering van nabestaanden wordt afgezien», «blijft achterwege als de ontvanger is overleden»: that helps heirs, or one group
_ONE_GROUP = re.compile(
    r"\b(?:terugvordering|invordering|verhaal|verrekening|boete|verhoging) (?:van|op|bij|jegens) (?:de |het |een |zijn |haar |diens |hun )?"
    r"(?:nabestaanden?|erfgenamen|erfgenaam|minderjarigen?|kind|kinderen|wezen|weduwen?)\b"
    r"|\b(?:indien|als|wanneer|zodra|nadat|is|zijn)\b[^.;:,]{1,60}?\b(?:overleden|overlijdt|komt te overlijden)\b"
    r"|\b(?:bij|na) (?:het )?overlijden van\b"
)
_UNLIMITED = frozenset(
    (UitwegSoort.DRINGENDE_REDEN, UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN, UitwegSoort.VERWIJTBAARHEID, UitwegSoort.VERSCHONING)
)
_OR = re.compile(r"\bof\b", re.I)
_OR_IF = re.compile(r"\b(?:of|dan wel)[:,]? (?:[a-z0-9]{1,2}[.°)] )?(?:indien|als|wanneer|voor zover|voorzover|ingeval)\b")


def _limit(words: str) -> re.Match[str] | None:
    return _DREMPEL.search(words) or _ONE_GROUP.search(words)


def only_small_or_old(provision: Provision, norm: Norm) -> bool:
    """A limit in amount or time or to one group, and no other ground beside it.

    «indien twee jaren zijn verstreken of daarvoor dringende redenen zijn» helps also whoever is not old.
    """
    words = provision.document.text[norm.span].lower()
    limit = _limit(words)
    if limit is None:
        return False
    first, *others = _OR_IF.split(words)
    if others and any(_limit(ground) is None for ground in (first, *others)):
        return False
    for signaal in norm.signalen:
        if signaal.soort in _UNLIMITED:
            start, end = signaal.span.start - norm.span.start, signaal.span.end - norm.span.start
            between = words[limit.end() : start] if limit.end() <= start else words[end : limit.start()]
            if _OR.search(between):
                return False
    return True


# «zonder dat daaraan een waarschuwing voorafgaat», «geen betalingsregeling»: the words are there, the softening is not.
_DENIAL = re.compile(r"\bzonder\b[^.;:,]{0,75}$|\bgeen\b[^.;:,]{0,25}$", re.I)
# «ongeacht of hem daarvan een verwijt kan worden gemaakt», «ook in geval van overmacht»: named to say that it makes no difference.
_WHATEVER = re.compile(r"\bongeacht\b[^.;:,]{0,70}$|\book (?:in geval van|bij|ingeval van) (?:\w+ )?$", re.I)
# «ook indien hem niets kan worden verweten»: the lack of blame does not help.
_EVEN_IF = re.compile(r"\b(?:ook|zelfs) (?:als|indien|wanneer|voor zover|al)\b[^.;:]{0,75}$", re.I)
_BLAMELESS = frozenset((UitwegSoort.VERWIJTBAARHEID, UitwegSoort.VERSCHONING))
# «Uitstel van betaling wordt niet verleend», «Kwijtschelding is uitgesloten»: the words say that there is none.
_NOT_GIVEN = re.compile(
    r"[^.;:,]{0,40}\b(?:word(?:t|en)|is|zijn|kan|kunnen|vindt|blijft)\b[^.;:,]{0,40}\b(?:niet|geen|uitgesloten|achterwege)\b", re.I
)
# «de aanspraak op betaling in termijnen vervalt», «een verleend uitstel wordt ingetrokken»: the words say that there is none any more. Only
# where they are what goes: in «bij een betalingsregeling vervalt de rente» something else does.
_ENDS = r"(?:vervalt|vervallen|eindigt|eindigen|komt te vervallen|komen te vervallen)"
_ENDED = r"(?:beëindigd|ingetrokken|afgeschaft|geschrapt|opgezegd|herroepen|stopgezet|ontbonden)"
_RIGHT = r"(?:aanspraak|recht|mogelijkheid|gelegenheid) (?:op|van|tot|om)"
_THE = r"(?:de|het|een|elke?|iedere?|die|deze)"
_WHAT_GOES = re.compile(rf"(?:\b{_RIGHT}|\b{_THE})\s+(?:[\w-]+\s+){{0,2}}\Z", re.I)
_IN_A_CASE = re.compile(
    rf"\b(?:bij|met|na|tijdens|gedurende|onder|voor|over|van|in geval van)\s+{_THE}\s+(?:[\w-]+\s+){{0,2}}\Z",
    re.I,
)
_RIGHT_TO = re.compile(rf"\b{_RIGHT}\s+(?:[\w-]+\s+){{0,2}}\Z", re.I)
_GOES = re.compile(
    rf"[\w-]*(?:\s+(?:voor|van|met|over|op)\s+[\w-]+(?:\s+[\w-]+){{0,2}})?\s+(?:{_ENDS}\b(?!\s+(?:de|het|een|zijn|haar|hun)\b)"
    rf"|(?:word(?:t|en)|is|zijn)\s+(?:[\w-]+\s+){{0,4}}{_ENDED}\b)",
    re.I,
)
_GONE_BEFORE = re.compile(
    rf"\b{_ENDS}\s+(?:de|het|een|elke?|iedere?|zijn|haar|hun)\s+(?:[\w-]+\s+)?(?:{_RIGHT}\s+)?(?:(?:de|het|een)\s+)?\Z", re.I
)
_BURDENS = words("extract", "burden_nouns")
_DENIABLE = frozenset(
    (
        UitwegSoort.WAARSCHUWING,
        UitwegSoort.HERSTEL,
        UitwegSoort.VERLENGING,
        UitwegSoort.BETALINGSREGELING,
        UitwegSoort.KWIJTSCHELDING,
        UitwegSoort.ONTHEFFING,
    )
)


# «Onder een bijzondere omstandigheid wordt verstaan», «verkregen in verband met een bijzondere omstandigheid van de overdrager»: what the
# words mean, or whose case is meant, and nothing that anybody is let off; where a sentence lets off, it says so itself.
_NAMED = re.compile(r"\b(onder|als)\s+(?:(?:een|de)\s+)?\Z", re.I)
_MEANT = {
    "onder": re.compile(r"[^.;:]{0,160}\bverstaan\b", re.I),
    "als": re.compile(r"[^.;:]{0,160}\b(?:aangemerkt|beschouwd)\b", re.I),
}
_BECAUSE_OF = re.compile(r"\bin verband met\s+(?:(?:een|de)\s+)?\Z", re.I)
_OF_SOMEBODY = re.compile(r"\s+van\s+(?:de|het|een|diens|zijn|haar|hun)\s+(?!geval\b)", re.I)
_LETS = re.compile(r"\b(?:kan|kunnen|mag|mogen|bevoegd|afwijk\w*|afgeweken|verleng\w*|uitstel|toch|alsnog|niettemin|geen|niet)\b", re.I)
# «De keuze, dan wel het achterwege laten daarvan, bindt de ouder»: he does nothing, and no authority lets him off.
_LEFT_UNDONE = re.compile(
    r"\s+(?:(?:daar|hier|er)van|van\s+(?:de|het|een|die|dat|deze|dit|zijn|haar|hun|diens|zodanige?|zo'n)\s+(?:[\w-]+\s+)?"
    r"\w*(?:keuze|opga(?:ve|af)|melding|aangifte|aanvra(?:ag|ge)|verzoek|mededeling|verklaring|reactie|betaling|verslag))\b",
    re.I,
)
_THE_NOUN = re.compile(r"\bhet\s+\Z", re.I)


# «Indien deze de bezwaren gegrond acht, laat hij alsnog de correcties aanbrengen»: the outcome of an objection that was made in time.
_UPHELD = re.compile(r"\bgegrond\s+(?:acht|achten|bevindt|verkla\w+|is|zijn|wordt|worden|blijkt|blijken)\b[^.;:]{0,120}\Z", re.I)


def is_left_undone(small: str, zin: Span, found: Span) -> bool:
    """«het achterwege laten daarvan»: somebody's own silence, in a sentence in which nothing is laid on anybody that could be left out."""
    return (
        small.startswith("achterwege", found.start)
        and _THE_NOUN.search(small, zin.start, found.start) is not None
        and _LEFT_UNDONE.match(small, found.end, zin.end) is not None
        and _BURDENS.isdisjoint(re.findall(r"\w+", small[zin.start : zin.end]))
    )


def _describes(provision: Provision, norm: Norm, signaal: UitwegSignaal, before: str) -> bool:
    """Whether special circumstances are explained, or tell whose case is meant, in a sentence that lets nobody off."""
    content = provision.document.text.content
    after = signaal.span.end, norm.span.end
    named = _NAMED.search(before)
    if named is not None and _MEANT[named[1].lower()].match(content, *after) is not None:
        return True
    because = _BECAUSE_OF.search(before) is not None and _OF_SOMEBODY.match(content, *after) is not None
    return because and _LETS.search(content, norm.span.start, norm.span.end) is None


def is_denied(provision: Provision, norm: Norm, signaal: UitwegSignaal) -> bool:
    """Whether the sentence names a way out only to refuse it: «uitstel wordt niet verleend», «ook als hem niets te verwijten valt»."""
    content = provision.document.text.content
    before = content[max(norm.span.start, signaal.span.start - 80) : signaal.span.start]
    if signaal.soort in _DENIABLE and _NOT_GIVEN.match(content, signaal.span.end, norm.span.end):
        return True
    if signaal.soort in _DENIABLE and _goes(content, norm, signaal, before):
        return True
    if _WHATEVER.search(before) is not None:
        return True
    if signaal.soort is UitwegSoort.BIJZONDERE_OMSTANDIGHEDEN and _describes(provision, norm, signaal, before):
        return True
    if signaal.soort is UitwegSoort.HERSTEL and _UPHELD.search(content, norm.span.start, signaal.span.start) is not None:
        return True
    if signaal.soort is UitwegSoort.AFZIEN and is_left_undone(provision.document.text.small, norm.span, signaal.span):
        return True
    if signaal.soort in _BLAMELESS and _EVEN_IF.search(before) is not None:
        return True
    if signaal.soort not in _DENIABLE:
        return False
    return _DENIAL.search(before) is not None


def _goes(content: str, norm: Norm, signaal: UitwegSignaal, before: str) -> bool:
    """Whether the way out is itself what ends: «bij gebreke waarvan de aanspraak op betaling in termijnen vervalt»."""
    if _GONE_BEFORE.search(before) is not None:
        return True
    named = _WHAT_GOES.search(before) is not None and (_IN_A_CASE.search(before) is None or _RIGHT_TO.search(before) is not None)
    return named and _GOES.match(content, signaal.span.end, norm.span.end) is not None

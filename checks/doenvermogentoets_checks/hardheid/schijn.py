"""Effects that only look adverse: an act is repealed, a duty ends, a register follows, a sum is worked out, an effect is only told of."""

from __future__ import annotations

import re

from doenvermogentoets.document import Document
from doenvermogentoets.norms.model import GevolgSoort
from doenvermogentoets.text import Span

# «De navolgende wetten worden ingetrokken», «de dag waarop de genoemde wetten worden ingetrokken», «worden ingetrokken: a. de wet van …»
_REPEALED = re.compile(
    r"\b(?:wetten|verordeningen|besluiten van \d|regelingen van \d)\b[^.;:]{0,160}\Z"
    r"|\A\W*(?:\d+\w?\.\s+)?de (?:[\w-]+ )?wet\b(?! \w+ [\w ]*\b(?:vergunning"
    r"|erkenning))[^.;:]{0,160}\Z"
)
_NAMED_ACT = re.compile(
    r"\b(?:genoemde|bedoelde|laatstgenoemde) wet wordt(?: \w+){0,3}\s+\Z|\bword(?:t|en) de (?:[\w-]+ )?wet\b(?:en\b)?[^.;:,]{0,120}\Z"
)
_LISTED = re.compile(
    r"[^.;:]{0,40}:\s*(?:[a-z]|\d+°?)[.)]\s+(?:de|het|artikel|titel)\s+\[?\W*(?:wet|besluit|verordening|regeling|artikel)\b"
)
# «trekt zij eerder opgelegde verplichtingen in»: what ends weighed on somebody
_BURDEN = re.compile(
    r"(?:\W+[\w.,-]+){0,6}?\W+(?:verplichting(?:en)?|last(?:en)? onder"
    r"|verbod(?:en)?|aanwijzing(?:en)?|beperking(?:en)?|hypotheek\w*"
    r"|beslag(?:en)?)\b"
)
_BURDEN_BEFORE = re.compile(
    r"\b(?:verplichting(?:en)?|last onder \w+|verbod|aanwijzing|hypothecaire inschrijving\w*"
    r"|hypotheek\w*|beslag|maatregel|dwangsom)\b[^.;:,]{0,80}\bword(?:t"
    r"|en)\b[^.;:]{0,60}\Z"
)
_OTHER_OBJECT = re.compile(
    r"\b(?:vergunning|erkenning|toestemming|registratie|inschrijving|toekenning|besluit|aanwijzing als|subsidie|uitkering|indien)\b"
)
# An inschrijving that goes because what it rests on is gone; and an effect that somebody must be told of.
_FOLLOWS = re.compile(
    r"\b(?:inschrijving|registratie|vermelding|aantekening)\b[^.;:]{0,120}\b(?:zodra"
    r"|nadat|indien|als)\b[^.;:]{0,80}\b(?:is|zijn|heeft) (?:[\w-]+ ){0,4}?(?:ingetrokken"
    r"|vervallen|overleden|verlopen|opgelegd)\b"
)
_TOLD = re.compile(
    r"\b(?:doet|doen|geeft|geven)\b[^.;:]{0,80}\b(?:opgave|opgaaf|mededeling"
    r"|melding|kennis|bericht)\b|\bstel(?:t|len)\b[^.;:]{0,80}\bin kennis van\b"
)
# «de termijnen die jaarlijks vervallen op 1 september»: they fall due
_DUE = re.compile(r"\btermijn(?:en)?\b[^.;:]{0,80}\Z")
_DUE_DAY = re.compile(r"\W+(?:telkens |steeds )?(?:op|per) (?:de )?\d")
# Arithmetic, a limit that is higher elsewhere, and money that somebody gets back.
_WORKED_OUT = re.compile(
    r"\bte (?:vermenigvuldigen|delen)\b|\bevenredig verlaagd\b|\bmet een breuk\b|\bdagloon\b|\bnaar (?:rato|evenredigheid)\b"
)
_OWED = re.compile(
    r"\b(?:boete\w*|sanctie\w*|premie\w*|verschuldigd\w*|rente\w*|heffing\w*"
    r"|belasting\w*|vordering\w*|bijdrage\w*|schuld\w*|tarief|kosten)\b"
)
_GETS_BACK = re.compile(r"\b(?:recht|aanspraak) op (?:terugbetaling|teruggave|restitutie)\b")
# «wordt niet toegelaten dan nadat …»: a condition, that anybody meets in time.
_NOT_BEFORE = re.compile(r"[^.;:]{0,220}?\bdan (?:na|nadat|indien|wanneer|met|op)\b(?! \w+ (?:jaar|jaren|maanden|weken|dagen)\b)")


# «het vervallen van een uitkering is niet mogelijk»; a benefit that is doubled; a fine that may be imposed, told in a condition; what is
# set off against the benefit at death and no further
_NOT_POSSIBLE = re.compile(r"niet mogelijk\b|niet toegestaan\b")
_TAKES = re.compile(r"\b(?:verminder\w*|vervallen|verval|intrekk\w*|beëindig\w*|verlag\w*|weiger\w*)\b[^.;]{0,220}\bis\s+\Z")
_BENEFIT = re.compile(r"\b(?:kinderbijslag|\w*uitkering|\w*toeslag|tegemoetkoming|bijslag|toelage)\b")
_MAY_IMPOSE = re.compile(r"\b(?:indien|als|wanneer)\b[^.;]{0,300}\bkan worden opgelegd dan de\s+\Z")
_AT_DEATH = re.compile(r"\bvoor ?zover verrekening daarvan kan plaatsvinden met een (?:overlijdens)?uitkering\b")
_THRESHOLD = re.compile(r"\b(?:\w*transacties?|grens|drempel\w*|plafond|limiet|maximum\w*)\b")
_TELLABLE = frozenset({GevolgSoort.INTREKKING, GevolgSoort.BEEINDIGING, GevolgSoort.UITSLUITING, GevolgSoort.WEIGERING})


# «vervalt, in afwijking van artikel 5:45 Awb, de bevoegdheid tot het opleggen van de boete»: the authority loses something
_POWER_LAPSES = re.compile(
    r"(?:[^.;]|\.(?=\S)){0,200}?\b(?:de bevoegdheid|het recht) tot (?:het )?(?:opleggen|oplegging|terugvorder\w+|invorder\w+|navorder\w+"
    r"|naheff\w+|intrekk\w+|herzie\w+|tenuitvoer\w+|dwanginvordering)\b"
)
# «De termijn van twee weken vangt aan met ingang van de dag na …»: a time for deciding starts to run
_TIME_RUNS = re.compile(r"\b(?:termijn|tijdvak|periode)\b[^.;:]{0,160}\Z")
# «De maatregel gaat in op de eerste dag na»: from when a sanction counts; whether there is one, another provision says
_SANCTION_STARTS = re.compile(
    r"\b(?:de|het|deze|die|dit|dat|een) (?:[\w-]+ )?(?:\w*maatregel|verlaging|korting|weigering|opschorting|schorsing|stopzetting|sanctie"
    r"|uitsluiting|boete|inhouding|verhoging)\b[^.;:,]{0,60}\Z"
)
_SANCTION_AFTER = re.compile(r"\s+(?:de|het|deze|die|dit|dat|een) (?:[\w-]+ )?(?:\w*maatregel|verlaging|korting|weigering|sanctie)\b")
# «een toelichting van de redenen om het geschil niet in behandeling te nemen»: what is told about, not what is done
_REASONS = re.compile(r"\b(?:redenen?|gronden?|voornemen|besluit|beslissing|bevoegdheid)\b[^.;:]{0,40}\bom\b[^.;:]{0,80}\Z")
# «wordt de beperking zodanig verminderd»: what weighed on somebody gets less
_LESS_BURDEN = re.compile(
    r"\b(?:de|het|deze|die|dit|zijn|haar) (?:lesgeld|cursusgeld|collegegeld|schoolgeld|griffierecht|leges|beperking|korting"
    r"|inhouding|aftrek|boete|eigen bijdrage|premie|heffing|schuld|aflossing)\b"
    r"[^.;:,]{0,60}\Z"
)
# «recht heeft wie werk vindt in verband waarmee zijn uitkering wordt ingetrokken»: how somebody is described who gets something
_DESCRIBES = re.compile(r"\b(?:recht|aanspraak) op\b[^.;:]{0,80}\bheeft\b[^.;:]*\b(?:in verband waarmee|waarvan|wiens|wier)\b[^.;:]*\Z")
# A mark in a register that goes because what it tells of is no longer so.
_MARK = re.compile(
    r"\b(?:aanduiding|vermelding|aantekening)\b[^.;:]{0,160}\b(?:indien|als|zodra|wanneer|nadat)\b[^.;:]{0,140}"
    r"\b(?:geen|niet)\b[^.;:]{0,60}\b(?:meer|langer)\b"
)
# «wordt in zoverre gewijzigd of ingetrokken», «wordt vastgesteld, herzien of ingetrokken»: a decision follows the facts, either way
_ADJUSTED = re.compile(r"\bin zoverre (?:\w+ of )?\Z|\bvastgesteld, (?:(?:herzien|gewijzigd) of )?\Z")

# «geen terugvordering»; «vordert hetgeen te veel is betaald terug» denies nothing
_NONE = re.compile(r"\bgeen\b")
_BARS = frozenset({GevolgSoort.NIET_IN_BEHANDELING, GevolgSoort.WEIGERING, GevolgSoort.AFWIJZING})
_ENDS = frozenset({GevolgSoort.INTREKKING, GevolgSoort.BEEINDIGING, GevolgSoort.HERZIENING, GevolgSoort.UITSLUITING})

# «worden ingetrokken met ingang van de inwerkingtreding van deze regeling»: acts are repealed, on no ground; «de ingetrokken uitkering»
# tells what went before; «herziet in het voordeel van»; and interest that runs on a debt.
_ON_A_DAY = re.compile(r"\binwerkingtreding\b|\bin werking\b|\b(?:met ingang van|per|op) (?:de )?\d{1,2} \w+ \d{4}\b")
_ON_A_GROUND = re.compile(r"\b(?:indien|wanneer|als|zodra|ingeval|in geval|nadat|voor ?zover|omdat|wegens|bij)\b")
_ATTRIBUTE = re.compile(r"\b(?:de|het|een|die|deze|dat|eerder|reeds|haar|zijn|hun)\s+\Z")
_FAVOURABLE = re.compile(r"\A\W*(?:in het voordeel|ten gunste) van\b")
_WEIGHED = re.compile(r"\bbeoordeling\b[^.;:]{0,20}\bof\b[^.;:]{0,80}\Z")  # «bij de beoordeling of zij moet worden ingetrokken»
_DATA = re.compile(r"\A\W*(?:\w+ )?de gegevens\b")  # data go from a register
_LATE = re.compile(r"\b(?:te laat|niet tijdig|verzuim|niet binnen|onverwijld|aanmaning)\b")
_IN_CONDITION = re.compile(r"\bmits\b[^.;:]*\Z")


def _tells(small: str, zin: Span, gevolg: Span, soort: GevolgSoort) -> bool:
    """Whether a withdrawal or refusal is no decision on somebody's case: an act is repealed, or it stands in a description or condition."""
    before, after = small[zin.start : gevolg.start], small[gevolg.end : zin.end]
    if soort in _ENDS:
        if _ATTRIBUTE.search(before) is not None and after[:1] == " " and not small[gevolg.start : gevolg.end].startswith("word"):
            return True
        if _FAVOURABLE.search(after) is not None or _WEIGHED.search(before) is not None or _DATA.search(after) is not None:
            return True
    if soort is GevolgSoort.INTREKKING:
        whole = small[zin.start : zin.end]
        return _ON_A_DAY.search(whole) is not None and _ON_A_GROUND.search(whole) is None
    return soort in (GevolgSoort.WEIGERING, GevolgSoort.GEEN_RECHT, GevolgSoort.AFWIJZING) and _IN_CONDITION.search(before) is not None


def _of_sanction(small: str, gevolg: Span, before: str, after: str) -> bool:
    """Whether what goes in is a sanction («gaat de maatregel in»), which takes nothing more from anybody by its day."""
    words = small[gevolg.start : gevolg.end]
    inside = re.match(r"\w+", words)
    return (
        _SANCTION_STARTS.search(before) is not None
        or (inside is not None and _SANCTION_AFTER.match(words, inside.end()) is not None)
        or _SANCTION_AFTER.match(after) is not None
    )


def schijn(document: Document, zin: Span, gevolg: Span, soort: GevolgSoort) -> bool:
    """Whether the words of an effect take nothing from anybody.

    Args:
        zin: the sentence of the effect; gevolg: its words (code points).
    """
    small = document.text.small
    before, after = small[zin.start : gevolg.start], small[gevolg.end : zin.end]
    whole = small[zin.start : zin.end]
    if small[gevolg.start : gevolg.end] == "overtreding" or (_NOT_POSSIBLE.match(small, gevolg.start) and _TAKES.search(before)):
        return True
    if "geen terugvordering" in small[max(zin.start, gevolg.start - 6) : gevolg.end] or _tells(small, zin, gevolg, soort):
        return True
    if soort is GevolgSoort.VERSCHULDIGD and re.search(r"\brente\b", before) is not None and _LATE.search(whole) is None:
        return True
    if soort is GevolgSoort.LATERE_INGANG and _TIME_RUNS.search(before) is not None and _BENEFIT.search(whole) is None:
        return True
    if soort is GevolgSoort.LATERE_INGANG and _of_sanction(small, gevolg, before, after):
        return True
    if soort in _BARS and _REASONS.search(before) is not None:
        return True
    if soort in _ENDS and _MARK.search(whole) is not None:
        return True
    if soort is GevolgSoort.BOETE and _MAY_IMPOSE.search(before) is not None:
        return True
    if soort in _TELLABLE and _TOLD.search(before) is not None and "indien" not in small[max(zin.start, gevolg.start - 60) : gevolg.start]:
        return True
    if soort in (GevolgSoort.INTREKKING, GevolgSoort.BEEINDIGING, GevolgSoort.HERZIENING):
        if _ADJUSTED.search(before) is not None or _DESCRIBES.search(before) is not None:
            return True
        burden = _BURDEN.match(after)
        ends = burden is not None and _OTHER_OBJECT.search(burden.group()) is None
        return ends or any(
            (
                _REPEALED.search(before),
                _NAMED_ACT.search(before),
                _LISTED.match(after),
                _BURDEN_BEFORE.search(before),
                _FOLLOWS.search(whole),
            )
        )
    if soort is GevolgSoort.VERVAL:
        if _POWER_LAPSES.match(after) is not None:
            return True
        return _DUE.search(before) is not None and _DUE_DAY.match(after) is not None
    if soort in (GevolgSoort.VERLAGING, GevolgSoort.VERHOGING):
        if _BENEFIT.search(whole) is not None and "verdubbel" in small[gevolg.start : gevolg.end] and _OWED.search(before) is None:
            return True
        if soort is GevolgSoort.VERLAGING and _LESS_BURDEN.search(before) is not None:
            return True
        return _WORKED_OUT.search(whole) is not None or (_THRESHOLD.search(whole) is not None and _OWED.search(whole) is None)
    if soort is GevolgSoort.TERUGVORDERING:
        if _NONE.search(small, gevolg.start, gevolg.end) is not None or before.rstrip().endswith(" geen"):
            return True
        return _GETS_BACK.search(whole) is not None or _AT_DEATH.search(whole) is not None
    if soort in (GevolgSoort.WEIGERING, GevolgSoort.GEEN_RECHT, GevolgSoort.UITSLUITING):
        return "niet" in small[gevolg.start : gevolg.end] and _NOT_BEFORE.match(after) is not None
    return False

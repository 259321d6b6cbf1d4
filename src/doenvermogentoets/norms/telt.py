"""Whether an adverse effect counts: it is laid on somebody here, and is about something he was granted or relied on."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis
from doenvermogentoets.norms.aanleiding import patterns
from doenvermogentoets.norms.decisions import OFFICIAL_POWER
from doenvermogentoets.norms.model import Gevolg, GevolgSoort, Norm

# A fine that is imposed here, not one that is only spoken of («degene aan wie een boete is opgelegd»).
_IMPOSES = re.compile(
    r"\bleg(?:t|gen)\b(?:[^.;]|\.(?=\d)){0,400}\bboete\b(?:[^.;]|\.(?=\d)){0,40}\bop\b"
    r"|\bword(?:t|en) (?:\w+ ){0,8}(?:een|de) (?:bestuurlijke )?boete\b(?!n? (?:als|bedoeld))(?:[^.;]|\.(?=\d)){0,60}\bopgelegd\b"
    r"|^(?:\W|\d)*een (?:bestuurlijke )?boete wordt (?!niet)[^.;]{0,80}\bopgelegd\b"
)
ROOM = re.compile(r"\b(?:kan|kunnen|bevoegd(?! gezag)|bevoegdheid|mag|mogen)\b")
_RIGHT_NEEDED = frozenset(
    {
        GevolgSoort.INTREKKING,
        GevolgSoort.HERZIENING,
        GevolgSoort.BEEINDIGING,
        GevolgSoort.VERVAL,
        GevolgSoort.LATERE_INGANG,
        GevolgSoort.GEEN_RECHT,
    }
)


# What a law grants is a right under that law, whatever it is called: «heeft aanspraak op een noodlevering».
_GRANTS = re.compile(
    r"\b(?:recht|aanspraak) op (?:een |de |het )?([a-zà-ÿ-]{7,})\b"
    r"|\bin aanmerking (?:komt |komen )?voor (?:een |de |het )?([a-zà-ÿ-]{7,})\b"
    r"|\b(?:verleent|verstrekt) (?:op aanvraag )?(?:een |de )([a-zà-ÿ-]{7,}) aan\b"
)
_NO_GRANT = frozenset(
    (
        "verblijf",
        "rechtmatig",
        "informatie",
        "inzage",
        "schadevergoeding",
        "bescherming",
        "subsidie",
        "toegang",
        "rectificatie",
        "bezwaar",
        "gegevens",
        "beschikking",
    )
)
_own: WeakKeyDictionary[Analysis, re.Pattern[str] | None] = WeakKeyDictionary()


def own_rights(analysis: Analysis) -> re.Pattern[str] | None:
    """The nouns for what this regulation grants; ``None`` when it names none."""
    if analysis not in _own:
        text = analysis.document.text.content.lower()
        nouns = {next(filter(None, m.groups())) for m in _GRANTS.finditer(text)} - _NO_GRANT
        _own[analysis] = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, nouns)))})\b") if nouns else None
    return _own[analysis]


_DECISIONS = frozenset(
    {GevolgSoort.WEIGERING, GevolgSoort.AFWIJZING, GevolgSoort.INTREKKING, GevolgSoort.HERZIENING, GevolgSoort.BEEINDIGING}
)


def counts(analysis: Analysis, norm: Norm, gevolg: Gevolg, *, by_wording: bool = False) -> bool:
    """Whether an effect is laid on somebody here, and is about something he was granted or relied on."""
    words = analysis.document.text[norm.span].lower()
    at = gevolg.span.start - norm.span.start
    if at > 0 and ":" in words[:at] and ROOM.search(words[: words.index(":")]):
        return False  # one of the conditions of a power
    if _ELSEWHERE.search(words, 0, max(at, 0)) or harmless(words, max(at, 0), norm, gevolg):
        return False
    if _REGELING.match(words):
        return False
    if words[max(at, 0) :].startswith("vernietig"):
        return False  # a court, or data
    if _NOT_AFTER.match(words, max(gevolg.span.end - norm.span.start, 0)) and not by_wording:
        return False
    if gevolg.soort is GevolgSoort.VERLAGING and _LESS_TO_PAY.search(words):
        return False
    if gevolg.soort is GevolgSoort.BOETE and not by_wording:
        return _IMPOSES.search(words) is not None
    if gevolg.soort is GevolgSoort.TERUGVORDERING:
        if norm.adressaat is not None and norm.adressaat.rol == "overheid" and _PAYS.match(words, max(at, 0)):
            return False  # «het college betaalt het griffierecht geheel terug»
        return (by_wording or "terug" in words) and not _SPOKEN_OF.search(words, 0, max(at, 0))
    adressaat = norm.adressaat
    if (
        gevolg.soort in _DECISIONS
        and adressaat is not None
        and adressaat.rol == "burger"
        and adressaat.span is not None
        and not norm.passief
        and (not by_wording or (0 <= gevolg.span.start - adressaat.span.end <= 2 and not _PASSIVE.search(words, 0, max(at, 0))))
    ):
        return False  # «weigert een erfgenaam de vergunning over te nemen»
    if gevolg.soort not in _RIGHT_NEEDED | _DECISIONS:
        return True
    if by_wording and gevolg.soort not in _DECISIONS:
        return True  # its object was read with it
    known = patterns()
    near = words[max(0, at - 140) : at + 140]
    own = own_rights(analysis)
    return not known["geen_recht"].occurs(near) and (
        by_wording or gevolg.soort not in _RIGHT_NEEDED or known["recht"].occurs(near) or (own is not None and own.search(near) is not None)
    )


def harmless(words: str, at: int, norm: Norm, gevolg: Gevolg) -> bool:
    """Whether what ends is a burden, a power or money of governments, or it is private law, or a moment and no bar."""
    end = max(gevolg.span.end - norm.span.start, 0)
    if gevolg.soort is GevolgSoort.VERVAL and (_BURDEN_LAPSES.match(words, end) or _POWER_LAPSES.search(words, 0, at)):
        return True
    if gevolg.soort is GevolgSoort.UITSLUITING and "eerder" in words[at:end] and _BEFORE_END.match(words, end):
        return True
    if gevolg.soort is GevolgSoort.LATERE_INGANG and _PERIOD_STARTS.search(words, max(0, at - 120), at):
        return True
    if gevolg.soort is GevolgSoort.VERVAL and _CLAIM_LAPSES.match(words, at):
        return True
    if gevolg.soort in (GevolgSoort.VERVAL, GevolgSoort.BEEINDIGING) and OFFICIAL_POWER.search(words) is not None:
        return True
    colon = words.find(":", 0, at)
    if gevolg.soort in _ENDS and (_MADE.search(words) if "slo" in words[at:end] or "sluit" in words[at:end] else False):
        return True
    if gevolg.soort is GevolgSoort.INTREKKING and _OLD_LAW.search(words, 0, at) and not _CONDITIONAL.search(words):
        return True
    if gevolg.soort in _ENDS and (
        _NO_LOSS.search(words, max(0, at - 300), min(len(words), end + 200))
        or _MERELY_NAMED.search(words, 0, at)
        or (colon >= 0 and _CASES.search(words, max(0, colon - 50), colon))
    ):
        return True
    return _REPEALED.search(words) is not None or _PRIVATE.search(words) is not None or _OF_GOVERNMENTS.search(words) is not None


# «De termijn van verjaring vangt aan op de dag na die waarop»: when a period starts to run, not when a right does.
_PERIOD_STARTS = re.compile(r"\b(?:termijn(?:en)?|verjaring|verjaringstermijn|periode|tijdvak)\b[^.;,]{0,90}$")
# «kan niet eerder worden ingediend dan zes maanden voor het verstrijken van de termijn»: from when on, not how long not.
_BEFORE_END = re.compile(r"(?: dan)? [^.;,]{0,40}?\b(?:voor|vóór|voorafgaand aan) (?:het|de|die|dat|afloop)\b")
_PRIVATE = re.compile(
    r"\b(?:tuchtcollege|rechtbank|tuchtrechter|uitlevering|overlevering|schuldeiser|wederpartij|verbintenis|uitloving|(?:mondeling"
    r"|schriftelijk) aanbod|minnelijke schikking)\b"
)
_ENDS = frozenset({GevolgSoort.INTREKKING, GevolgSoort.BEEINDIGING, GevolgSoort.HERZIENING})
# A contract that is made, not ended: «wordt een overeenkomst gesloten».
_MADE = re.compile(r"\b(?:\w*overeenkomst(?:en)?|verzekering(?:en)?|contract(?:en)?|convenant(?:en)?|verdrag(?:en)?)\b")
# «Het Koninklijk besluit van 3 mei 1924 … wordt ingetrokken», «De volgende regelingen worden ingetrokken»: old law goes.
_OLD_LAW = re.compile(
    r"^(?:\W|\d)*(?:[^.;]{0,80}\bworden de volgende |(?:de|het) (?:[\w‘’'-]+ ){0,3}?[‘']?)"
    r"(?:\w*wet|koninklijk besluit|\w*besluit|\w*regeling(?:en)?|\w*voorschriften"
    r"|\w*reglement(?:en)?|\w*verordening(?:en)?|beschikkingen)\b|\b(?:stb|stcrt|staatsblad|staatscourant)\b"
)
_CONDITIONAL = re.compile(r"\b(?:indien|wanneer|als|zodra|voor zover|ingeval|aan wie|tot (?:toekenning|verlening|verstrekking))\b")
# «vervalt het recht om betaling te vorderen»: what a creditor loses.
_CLAIM_LAPSES = re.compile(r"\w+ (?:het recht|de bevoegdheid) (?:om|tot) (?:\w+ ){0,3}(?:(?:te )?vorderen|invordering|verrekening)\b")
# What ends to nobody's loss: an accusation, a complaint, a duty, an order to pay, an application that its author takes back.
_NO_LOSS = re.compile(
    r"\b(?:klacht|beschuldiging|standaardregeling|statuut|kadavers?|verzoekschrift|volmacht)\b|\bbeschikking(?:en)? tot betaling\b"
    r"|\b(?:trekt|trekken) (?:\w+ ){0,3}(?:het bevel|de aanwijzing|de last|de verplichtstelling|het besluit tot benoeming van de curator)\b"
    r"|\bvermelding wordt doorgehaald\b|\bal dan niet beëindigd\b|\bschrap\w*\b[^.;:]{0,120}\b(?:lijst|aanduiding|kiesgerechtigdheid)\b"
    r"|\bbehandeling (?:daarvan|van (?:dat|het|de|een) (?:verzoek|klacht|bezwaar|beroep))\b"
    # what is withdrawn is the duty itself: nothing but its description and an auxiliary stand between it and the verb
    r"|\b(?:de|die|deze) verplichting(?:, (?:bedoeld|genoemd) in [^.;]{1,60}?,(?! \w+ (?:lid|volzin)\b)"
    r"| (?:als )?bedoeld in [^.;,]{1,60}|,? (?:om|tot|van) [^.;,]{1,60},?)?"
    r" (?:(?:wordt|worden|is|zijn|kan|kunnen|blijft|geheel|gedeeltelijk|of|niet|daarmee) ){0,4}"
    r"(?:ingetrokken\b|in stand\b|in(?=[.,;:]| (?:indien|als|wanneer|zodra|voor zover|met ingang)\b))|\bte rekenen van\b"
    r"|\baanvraag\b[^.;]{0,300}\bwordt ingetrokken voordat\b"
)
# In a condition or an enumeration of cases the withdrawal is only named.
_MERELY_NAMED = re.compile(
    r"\bkon(?:den)? worden $"
    r"|\bvoor zover\b[^;:.]*\bdoor de \w+ wordt $"
    r"|, en dit \w+ wordt $|\bof (?:de|het) [^.;]{0,80}, (?:gewijzigd|gehandhaafd) wordt of wordt $"
)
_CASES = re.compile(r"\b(?:indien|als|wanneer|ingeval|in de volgende gevallen)(?: [\w-]+){0,3}$")
_REPEALED = re.compile(r"^(?:\W|\d)*ingetrokken worden\b|\bingetrokken (?:de|het) (?:\w*wet|besluit|regeling|verordening)\b")
_OF_GOVERNMENTS = re.compile(r"\b(?:voorkeursrecht|rijksbijdrage|specifieke uitkering|doeluitkering)\b")


# A regulation that is repealed: «De wet van 28 juni 1926 … wordt ingetrokken».
_REGELING = re.compile(
    r"(?:\W|artikel \S+\s|\d+[a-z]?\b)*(?:de|het) (?:(?:bijzonder|algemeen) )?(?:\w*wet|\w*reglement|regeling|\w*verordening"
    r"|beleidsregels?|keur(?:en)?|besluit van \d+ \w+ \d{4})\b"
    r"(?! (?:tot|die))"
)
_PAYS = re.compile(r"(?:betaal|stort|gee?f|gev|dra(?:ag|gen))")
_PASSIVE = re.compile(r"\bword(?:t|en)\b")
_NOT_AFTER = re.compile(r" niet\b(?! (?:of niet )?(?:tijdig|volledig))")
# Less to pay is no loss: «de premie wordt verlaagd».
_LESS_TO_PAY = re.compile(
    r"^(?:\W|\d)*(?:een|de|het) (?:[\w-]+ ){0,2}(?:\w*premie|\w*schuld|\w*boete|\w*heffing|\w*belasting|aanslag|tarief|\w*rente"
    r"|huur|huurprijs"
    r"|leges|bijdrage van|eigen (?:bijdrage|risico)|vordering)\b[^.;]{0,200}\b(?:verlaagd|verminderd)\b"
    r"|\b(?:verlaagt|vermindert)\b[^.;,]{0,60}\b(?:\w*premie|\w*schuld|\w*boete|\w*heffing|\w*belasting|aanslag|tarief|\w*rente|huur|leges"
    r"|eigen (?:bijdrage|risico))\b|\bte hoog (?:vast)?gestelde?\b"
)
_POWER_LAPSES = re.compile(r"^(?:\W|\d)*de (?:bevoegdheid|verplichting|aansprakelijkheid|schorsing|uitsluiting)\b")
# «vervalt de verplichting tot betaling van leges»: that hurts nobody.
_BURDEN_LAPSES = re.compile(
    r" (?:(?:van rechtswege|daarmee|daardoor|tevens) )?(?:de|het|zijn|haar|hun|deze|die|elke|iedere|een) (?:[\w-]+ )?"
    r"(?:\w*verplichting(?:en)?|plicht|verbod|schuld|boete|dwangsom|last|maatregel|schorsing|uitsluiting|opschorting|vordering|bevoegdheid)\b"
)
# «bepaald wordt in welke gevallen de vergunning wordt ingetrokken», «de beschikking waarbij een aanvraag wordt afgewezen, geldt als»
_ELSEWHERE = re.compile(r"\bin welke gevallen\b|\bregels\b[^.;]{0,60}\bgesteld\b|\b(?:beschikking|besluit|beslissing) waarbij\b")
# «degene van wie wordt teruggevorderd», «voor zover de teruggevorderde bedragen»: somebody is described, nothing is recovered here.
_SPOKEN_OF = re.compile(r"\b(?:degene|degenen|persoon|personen|werkgever) (?:van|aan|bij) wie\b")

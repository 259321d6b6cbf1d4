"""When the regulation takes effect by the toelichting, and what it means for cases from before, beside what the bill says of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.werking import (
    EERDER,
    LATER,
    TREEDT,
    ZELF,
    Moment,
    blijft_oud,
    gelijk,
    momenten,
    treedt_zelf,
)
from doenvermogentoets.toelichting.words import roots
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.inwerkingtreding import Overgang, Werking, patroon, zoek
from doenvermogentoets_checks.toelichting.lezen import naam, van_een_bijlage
from doenvermogentoets_checks.toelichting.uitspraak import overlap

_QUOTED = 140


_VAST = frozenset({(1, 1), (1, 4), (1, 7), (1, 8), (1, 10)})
_GEMEEN = frozenset(
    roots(
        "inwerkingtreding werking treden recht regels toepassing datum tijdstip nieuwe oude blijven gelden voor eerste moment luidde "
        "onmiddellijk"
    )
)
_JAAR = re.compile(r"\b20\d\d\b")


def find(dossier: DossierAnalysis, _options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None or van_een_bijlage(dossier):
        return
    bill = Werking(dossier)
    if not bill.treedt:
        return
    known = any(zoek("kb", z.text) for z in explanation.zinnen)
    for zin in explanation.zinnen:
        if zoek("anderen", zin.text):
            continue
        hit = (
            _vast(dossier, explanation, bill, zin)
            or _moment(dossier, explanation, bill, zin, known=known)
            or _terug(dossier, explanation, bill, zin)
        )
        hit = hit or _deel(dossier, explanation, bill, zin) or _eerder(dossier, explanation, bill, zin)
        if hit is not None:
            yield hit


def _moment(dossier: DossierAnalysis, explanation: Explanation, bill: Werking, zin: Zin, *, known: bool) -> Hit | None:
    """The day of entry into force, when the bill has another way to set it."""
    match = treedt_zelf(zin.text)
    if match is None or not bill.momenten or zoek("keuze", zin.text):
        return None
    said = list(momenten(zin.text, zin.span.start))
    if any(gelijk(told, m) for told in said for _, m in bill.momenten):
        return None
    for told in said:
        before = zin.text[: told.span.start - zin.span.start]
        kinds = {m.soort for _, m in bill.momenten}
        if zoek("beoogd", zin.text[: told.span.end - zin.span.start]) or zoek("ten_minste", before):
            return None
        if told.soort == "datum" and ("uitgifte" in kinds or (kinds == {"besluit"} and known) or _elders(dossier, told)):
            continue  # the day of publication may be known by now
        provision, other = bill.momenten[0]
        return _hit(
            dossier,
            explanation,
            zin,
            told.span,
            f"Volgens de toelichting is de inwerkingtreding «{told.woorden}»; {naam(provision.unit)} zegt «{other.woorden}».",
            "Wie op de toelichting afgaat, rekent op een andere dag. Is dit het voornemen, dan kan dat er staan; "
            "anders hoort het in het ontwerp.",
            provision,
            other.span,
        )
    return None


def _elders(dossier: DossierAnalysis, told: Moment) -> bool:
    """The bill has the date for something else (what works back, a part, an end)."""
    day = " ".join(told.woorden.split()[:2])
    return day in dossier.bill.document.text.content


def _vast(dossier: DossierAnalysis, explanation: Explanation, bill: Werking, zin: Zin) -> Hit | None:
    """A fixed moment of change, or parts one after the other, where the bill has one day that is none."""
    if len(bill.treedt) != 1 or bill.verschillend or zoek("afwijking", zin.text) or zoek("beoogd", zin.text):
        return None
    days = [m for _, m in bill.momenten if m.soort == "datum" and m.dag is not None]
    provision = bill.treedt[0]
    if len(days) != 1 or len(bill.momenten) != 1 or days[0].dag is None:
        return None
    fixed = zoek("momenten", zin.text)
    if fixed is not None and days[0].dag[:2] not in _VAST:
        return _hit(
            dossier,
            explanation,
            zin,
            _sub(zin, fixed),
            f"De toelichting spreekt van «{fixed.group(0)}»; {naam(provision.unit)} noemt «{days[0].woorden}». Is dat een vast moment?",
            "Vaste verandermomenten zijn 1 januari en 1 juli; voor ministeriële regelingen ook 1 april en 1 oktober, "
            "voor onderwijs 1 augustus.",
            provision,
            days[0].span,
        )
    parts = zoek("gefaseerd", zin.text)
    if parts is not None and (TREEDT.search(zin.text) or re.search(r"\binwerkingtreding\b", zin.text, re.I)):
        return _hit(
            dossier,
            explanation,
            zin,
            _sub(zin, parts),
            f"Volgens de toelichting treedt de regeling «{parts.group(0)}» in werking; {naam(provision.unit)} kent één dag: "
            f"«{days[0].woorden}».",
            "Gezocht is naar een andere dag of een uitzondering in de bepaling over de inwerkingtreding: niet gevonden.",
            provision,
            days[0].span,
        )
    return None


def _terug(dossier: DossierAnalysis, explanation: Explanation, bill: Werking, zin: Zin) -> Hit | None:
    """Working back where the bill does not, and the other way round."""
    back = zoek("terug", zin.text)
    if back is not None and not bill.terug and zoek("zelf", zin.text[: back.start()] + " "):
        if zoek("beoogd", zin.text):
            return None
        provision = bill.treedt[-1]
        return _hit(
            dossier,
            explanation,
            zin,
            _sub(zin, back),
            f"Volgens de toelichting werkt de regeling terug («{back.group(0)}»); {naam(provision.unit)} geeft geen terugwerkende kracht: "
            f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
            "Gezocht is in het hele ontwerp naar terugwerkende kracht: niet gevonden. Zonder zo'n bepaling geldt de regeling "
            "pas vanaf de inwerkingtreding.",
            provision,
            provision.passage.span,
        )
    none = zoek("geen_terug", zin.text)
    having = [p for p in bill.terug if p in bill.treedt]
    if none is not None and having and re.search(ZELF, zin.text):
        provision = having[0]
        return _hit(
            dossier,
            explanation,
            zin,
            _sub(zin, none),
            f"Volgens de toelichting is er «{none.group(0)}»; {naam(provision.unit)} werkt wel terug: "
            f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
            "Beide passages gaan over de inwerkingtreding van deze regeling.",
            provision,
            provision.passage.span,
        )
    return None


def _deel(dossier: DossierAnalysis, explanation: Explanation, bill: Werking, zin: Zin) -> Hit | None:
    """One part on a day of its own, where the bill lets everything take effect at once."""
    match = zoek("deel", zin.text)
    if match is None or bill.verschillend or len(bill.treedt) != 1 or len(bill.momenten) != 1 or bill.overgang:
        return None
    day = match.group("dag")
    provision, other = bill.momenten[0]
    if other.soort != "datum" or any(gelijk(m, other) for m in momenten(day)) or day in dossier.bill.document.text.content:
        return None
    return _hit(
        dossier,
        explanation,
        zin,
        _sub(zin, match),
        f"Volgens de toelichting geldt een deel vanaf «{day}»; {naam(provision.unit)} kent één dag: «{other.woorden}».",
        "Gezocht is naar een andere dag of een uitzondering in de bepaling over de inwerkingtreding: niet gevonden.",
        provision,
        other.span,
    )


def _eerder(dossier: DossierAnalysis, explanation: Explanation, bill: Werking, zin: Zin) -> Hit | None:
    """What happens to cases from before, and how long the regulation holds."""
    text = zin.text
    if zoek("gunstig", text):
        return None
    kept = [o for o in bill.overgang if o.gunst in ("oud", "behoud")]
    under = any(zoek("kop", h) for h in zin.alinea.section.path) or bill.treedt_onder(explanation, zin)
    if _voor_bestaand(text) and (zoek("overgang", text) or under):
        against = _passend(zin, [o for o in kept if o.gunst == "oud"]) or _passend(zin, kept, 2)
        return _over(dossier, explanation, zin, against, "gelden de nieuwe regels ook voor wat er al was") if against is not None else None
    if zoek("opnieuw", text) and re.search(r"\b(?:oude|bestaande|lopende|eerder verleende|vorige)\b", text):
        against = _passend(zin, [o for o in kept if o.gunst == "behoud"])
        return _over(dossier, explanation, zin, against, "blijft niet gelden wat er al was") if against is not None else None
    if zoek("tot_einde", text) and re.search(r"\b(?:lopende|bestaande|oude)\b", text):
        against = _passend(zin, [o for o in bill.overgang if zoek("hoogstens", o.text)])
        if against is not None:
            most = zoek("hoogstens", against.text)
            return _over(dossier, explanation, zin, against, "loopt door wat er al was, zonder grens", most.group(0) if most else "")
    if zoek("geen_overgang", text) and kept and not zoek("nodig", text):
        against = _passend(zin, kept) or kept[0]
        return _over(dossier, explanation, zin, against, "is er geen overgangsrecht")
    if bill.ingetrokken is not None and zoek("nog_niet_weg", text) and not kept:
        return _zonder(dossier, explanation, zin, bill.ingetrokken, "blijft de oude regeling nog gelden")
    earlier = _eerst(dossier, explanation, bill, zin)
    if earlier is not None:
        return earlier
    stays = blijft_oud(text) is not None and zoek("oude", text) is not None
    now = [o for o in bill.overgang if o.gunst == "nieuw"]
    if (stays or (zoek("houdt", text) and under)) and now and (EERDER.search(text) or zoek("al_er", text)):
        against = _passend(zin, now)
        return _over(dossier, explanation, zin, against, "blijft gelden wat er al was") if against is not None else None
    if bill.overgang or zoek("niets", text):
        return _einde(dossier, explanation, bill, zin)
    if stays and (EERDER.search(text) or (under and zoek("al_er", text))):
        return _zonder(dossier, explanation, zin, bill.treedt[-1], "blijft het oude recht gelden voor wat er al was")
    if zoek("wie_al", text) and not zoek("nieuw_recht", text):
        return _zonder(dossier, explanation, zin, bill.treedt[-1], "is er een regel voor wat er al was")
    if under and (zoek("wel_overgang", text) and not zoek("ontkend_overgang", text)):
        return _zonder(dossier, explanation, zin, bill.treedt[-1], "is er overgangsrecht")
    if under and zoek("houdt", text) and (zoek("al_er", text) or EERDER.search(text)):
        return _zonder(dossier, explanation, zin, bill.treedt[-1], "is er een regel voor wat er al was")
    return _einde(dossier, explanation, bill, zin)


def _eerst(dossier: DossierAnalysis, explanation: Explanation, bill: Werking, zin: Zin) -> Hit | None:
    """Cases of an earlier year than the first one of the bill."""
    told = [int(y) for y in _JAAR.findall(zin.text)]
    if not told or not zoek("nieuw", zin.text) or zoek("ontkend", zin.text) or zoek("ontkend_eerst", zin.text):
        return None
    found = [o for o in bill.overgang if o.gunst == "oud" and LATER.search(o.text) and "eerst" in o.text.lower()]
    later = [o for o in found if (years := [int(y) for y in _JAAR.findall(o.text)]) and max(told) < max(years)]
    against = _passend(zin, later)
    return _over(dossier, explanation, zin, against, "gelden de regels eerder") if against is not None else None


def _einde(dossier: DossierAnalysis, explanation: Explanation, bill: Werking, zin: Zin) -> Hit | None:
    """An end of the regulation that the bill does not have, or none where it has."""
    if not re.search(ZELF, zin.text) or zoek("beoogd", zin.text):
        return None
    text = dossier.bill.document.text
    ends = [p for p in bill.treedt if re.search(r"\bvervalt\b", text[p.span])]
    forever = zoek("onbepaald", zin.text)
    if forever is not None and ends:
        return _hit(
            dossier,
            explanation,
            zin,
            _sub(zin, forever),
            f"Volgens de toelichting geldt de regeling voor «{forever.group(0)}»; {naam(ends[0].unit)} laat haar vervallen: "
            f"«{words(dossier.bill.document, ends[0].passage.span, _QUOTED)}».",
            "Beide passages gaan over hoe lang deze regeling geldt.",
            ends[0],
            ends[0].passage.span,
        )
    end = zoek("zelf_einde", zin.text)
    if end is None or any(zoek("einde_ontwerp", text[p.span]) for p in dossier.bill.provisions):
        return None
    provision = bill.treedt[-1]
    return _hit(
        dossier,
        explanation,
        zin,
        _sub(zin, end),
        f"Volgens de toelichting eindigt de regeling («{end.group(0)}»); het ontwerp laat haar niet vervallen. "
        f"In {naam(provision.unit)} staat: "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
        "Gezocht is in het hele ontwerp naar een einddatum of verval: niet gevonden.",
        provision,
        provision.passage.span,
    )


def _voor_bestaand(text: str) -> bool:
    """The new rules hold for cases from before as well."""
    if not zoek("nieuw", text) or zoek("ontkend", text):
        return False
    there = zoek("bestaand", text) or EERDER.search(text)
    return there is not None and (zoek("ook", text) is not None or zoek("nieuwe", text) is not None) and blijft_oud(text) is None


def _passend(zin: Zin, found: Sequence[Overgang], least: int = 1) -> Overgang | None:
    """The sentence of the bill that is about the same cases."""
    own = zin.roots - _GEMEEN
    cited = set(patroon("artikel").findall(zin.text))
    scored = []
    for one in found:
        shared = overlap(own, frozenset(roots(one.text)) - _GEMEEN) + len(cited & set(patroon("artikel").findall(one.text)))
        if shared >= least:
            scored.append((shared, -one.span.start, one))
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _over(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, against: Overgang, what: str, said: str = "") -> Hit:
    return _hit(
        dossier,
        explanation,
        zin,
        zin.span,
        f"Volgens de toelichting {what}; {naam(against.provision.unit)} zegt: "
        f"«{said or words(dossier.bill.document, against.span, _QUOTED)}».",
        "Beide passages gaan over gevallen van voor de inwerkingtreding. Wie op de toelichting afgaat, rekent op de verkeerde regels.",
        against.provision,
        against.span,
    )


def _zonder(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, provision: Provision, what: str) -> Hit:
    return _hit(
        dossier,
        explanation,
        zin,
        zin.span,
        f"Volgens de toelichting {what}; het ontwerp heeft geen overgangsrecht. In {naam(provision.unit)} staat: "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
        "Gezocht is in het hele ontwerp naar een regel voor gevallen van voor de inwerkingtreding: niet gevonden.",
        provision,
        provision.passage.span,
    )


def _sub(zin: Zin, match: re.Match[str]) -> Span:
    return Span(zin.span.start + match.start(), zin.span.start + match.end())


def _hit(
    dossier: DossierAnalysis, explanation: Explanation, zin: Zin, span: Span, message: str, why: str, provision: Provision, there: Span
) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        span,
        message,
        why,
        label="anders dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, there, f"hier: {naam(provision.unit).rstrip(',')}"),),
    )

"""«Ook grootouders kunnen aanvragen»: a group that the toelichting lets in and that the bill does not know."""

from __future__ import annotations

import re

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.words import concepts
from doenvermogentoets_checks.common import words
from doenvermogentoets_checks.toelichting.lezen import naam

_WHO = r"(?P<wie>[^,.;:()]{3,80}?)"
_REL = r"(?:,? (?:die|bij wie|met|zonder|van|uit|in|aan wie)\b[^.;:]{0,120}?)?"
_MAY = r"(?:kunnen|kan|mogen|mag|komen|komt|krijgen|krijgt|hebben|heeft)"
_GETS = (
    r"(?:aanvra\w+|aanvraag|een beroep|gebruik|in aanmerking|recht|aanspraak|toegang|deelnemen|inschrijven|ingeschreven|verzoek\w*|subsidie"
    r"|uitkering|vergoeding|bijdrage|toelage|toeslag|tegemoetkoming|vergunning|ontheffing|vrijstelling|kwijtschelding)"
)
# «Ook X kunnen …», «X kunnen eveneens …», «staat open voor …, dus ook voor X»
_OOK = (
    re.compile(rf"^(?:Ook|Eveneens) {_WHO}{_REL},? {_MAY}\b[^.;]*\b{_GETS}\b"),
    re.compile(rf"^{_WHO}{_REL},? {_MAY} (?:eveneens|evenzeer|evengoed|ook)\b[^.;]*\b{_GETS}\b"),
    re.compile(rf"\bopen voor [^.;]{{3,80}}, (?:dus )?ook voor {_WHO}[.,;]"),
)
# An artikel is named, others asked for it, or it is told on a condition.
_ANDERS = re.compile(r"\bartikel(?:en)? \d|\b(?:mits|tenzij|op hun (?:voorstel|verzoek)|toegevoegd|wet|verordening|regeling)\b", re.I)
_LIDWOORD = frozenset(
    {"de", "het", "een", "deze", "die", "alle", "iemand", "wie", "zij", "hij", "dat", "dit", "als", "wanneer", "indien"}
) | frozenset(
    {"voor", "bij", "in", "op", "met", "na", "uit", "van", "aan", "door", "over", "onder"}  # «ook voor de verrekening geldt»
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BEGIN = 5  # letters of a word that can be a group, and that one of the bill must share with it to be the same
_QUOTED = 90


def ook_een_ander(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The provision on who may apply, where the sentence lets in a group of which the bill has no word."""
    match = next((m for p in _OOK if (m := p.search(zin.text)) is not None), None)
    if match is None or _ANDERS.search(zin.text):
        return None
    who = _WORD.findall(match.group("wie"))
    if not who or who[0].lower() in _LIDWOORD:
        return None
    people = _people(who)
    if not people or any(_known(explanation, w) for w in people):
        return None
    provision = _who_may(dossier, explanation, zin)
    return _hit(dossier, explanation, zin, match.group("wie").strip(), provision) if provision is not None else None


def _people(who: list[str]) -> list[str]:
    """The nouns that can be people: a plural, or a word that the norm table takes for people."""
    return [w for w in who if len(w) >= _BEGIN and (w.endswith(("en", "s")) or role_of_phrase([w.lower()]) is not None)]


def _known(explanation: Explanation, word: str) -> bool:
    """The bill has the word, or an addressee or a defined term that begins like it."""
    plain = word.lower().rstrip("sn").rstrip("e")
    bill = explanation.bill
    named = {w.lower() for w in bill.definitions} | {n.adressaat.tekst.lower() for p in bill.provisions for n in p.norms if n.adressaat}
    begin = plain[: max(_BEGIN, len(plain) - 2)]
    return any(begin in w for w in named) or re.search(rf"\b{re.escape(plain)}", bill.document.text.content, re.I) is not None


def _who_may(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Provision | None:
    """The likeliest provision by which a citizen may apply or has a right."""
    shares = explanation.shares(zin)
    text = dossier.bill.document.text
    own: dict[Unit | None, float] = {}
    for provision, share in shares.items():
        own[provision.unit.artikel] = own.get(provision.unit.artikel, 0.0) + share
    found = [
        p
        for p in dossier.bill.provisions
        if own.get(p.unit.artikel, 0.0) >= _LEAST
        and not all(n.soort in (Soort.SLOT, Soort.DELEGATIE) for n in p.norms)
        and (_RECHT.search(text[p.span]) or "=aanvragen" in concepts(text[p.span]))
    ]
    return max(found, key=lambda p: (shares.get(p, 0.0), -p.span.start), default=None)


_LEAST = 0.05
_RECHT = re.compile(
    r"\b(?:recht op|aanspraak|in aanmerking|verstrekt|verstrekken|verleent|verleend|kent\b[^.;]*\btoe|staat open|schrijft\b)\b", re.I
)


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, who: str, provision: Provision) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting laat ook «{who}» toe; het ontwerp kent die groep niet. In {naam(provision.unit)} staat voor wie het is: "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}».",
        "Gezocht is in het hele ontwerp naar deze groep: niet gevonden. Wie erop rekent, vraagt iets aan wat hij niet krijgt.",
        label="zonder grondslag in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "voor wie het is"),),
    )

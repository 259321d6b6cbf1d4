"""What readers made of such findings: a fitted second look at how much a finding about the bill is worth.

The checks know the words that make a strict limit or a heavy effect; whether a reviewer would put the question to the drafter depends on
more: whom the regulation is about, what the sentence asks, what else stands in it. Some 4,000 findings on published regulations were read
(``tests/precision``), and a logistic regression over their words, norms and surroundings (``gelezen.tsv``, made by
``tests/precision/fit_gelezen.py``) tells how likely a reader was to call such a finding right. A finding that readers mostly did not want
becomes information; one that the check took back to information, but that readers mostly wanted, is a suggestion.

What was held against a toelichting, is not weighed: the findings that were read stand in regulations without one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.norms.model import Norm
from doenvermogentoets_checks import noemt
from doenvermogentoets_checks.twijfel import Twijfel

GROUND = "grens"
SCALE = 1_000  # the weights are kept as whole thousandths
#: A finding is a suggestion, and a warning, from these chances on; chosen on findings whose regulation was left out of the fit.
SUGGESTS, WARNS = 0.55, 0.8
_WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'-]*|\d+")
# Doubts about whom a finding concerns: these may stand beside advice. Others ask something that must be settled first.
_ABOUT_WHOM = frozenset(t.value for t in (Twijfel.WIE, Twijfel.NIEMAND, Twijfel.LICHAAM, Twijfel.INSTELLING))
_NOT_ASKED = " Lezers vonden deze vraag bij zulke bepalingen meestal niet nodig."
_NOT_ALWAYS = " Een suggestie en geen waarschuwing, want lezers vonden deze vraag bij zulke bepalingen niet altijd nodig."


def weigh(dossier: DossierAnalysis, finding: Finding) -> Finding:
    """The finding at the level that readers would give it; itself, if that is the level it has."""
    with_toelichting = dossier.explanation is not None and "toelichting" in finding.explanation
    if finding.document is not dossier.bill.document or with_toelichting or not _may_change(finding):
        return finding
    level = level_of(finding, chance(signs(dossier, finding, weighed=True)))
    if level is finding.severity:
        return finding
    return replace(finding, severity=level, explanation=_told(finding, level))


def _may_change(finding: Finding) -> bool:
    if finding.severity is Severity.INFO:
        return _reason(finding) in _ABOUT_WHOM
    return finding.severity in (Severity.WARNING, Severity.SUGGESTION)


def level_of(finding: Finding, likely: float) -> Severity:
    """The level of a finding that readers call right with this chance (0 to 1)."""
    if not _may_change(finding):
        return finding.severity
    if likely < SUGGESTS:
        return Severity.INFO
    return finding.severity if finding.severity is Severity.WARNING and likely >= WARNS else Severity.SUGGESTION


def _reason(finding: Finding) -> str:
    """What the check itself left open, as the finding says it first; empty if nothing."""
    return finding.doubts[0].reason if finding.doubts else ""


def _told(finding: Finding, level: Severity) -> str:
    """The explanation with the reason of another level."""
    said = _undoubted(finding) + _doubts(finding, level)
    if finding.severity is Severity.INFO:
        return said
    return said + (_NOT_ASKED if level is Severity.INFO else _NOT_ALWAYS)


def _undoubted(finding: Finding) -> str:
    """The explanation of a finding as its check made it, without the doubts that close it."""
    return finding.explanation.removesuffix(_doubts(finding, finding.severity))


def _doubts(finding: Finding, level: Severity) -> str:
    return "".join(doubt.sentence(level) for doubt in finding.doubts)


@lru_cache(maxsize=1)
def _weights() -> dict[str, int]:
    text = files(__package__ or "doenvermogentoets_checks").joinpath("gelezen.tsv").read_text(encoding="utf-8")
    pairs = (line.partition("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: int(weight) for sign, _, weight in pairs}


def chance(found: set[str]) -> float:
    """How likely (0 to 1) readers are to call a finding with these signs right."""
    weights = _weights()
    total = sum(weights.get(sign, 0) for sign in {GROUND, *found}) / SCALE
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def signs(dossier: DossierAnalysis, finding: Finding, *, weighed: bool = False) -> set[str]:
    """What is weighed of a finding about the bill; whatever a sign is called, its weight was fitted under the same name.

    Args:
        weighed: of the words of the provision only those that have a weight.
    """
    document, small = finding.document, finding.document.text.small
    reason = _reason(finding) or "-"
    check, level = finding.check, finding.severity.value
    out = {f"c={check}", f"s={level}", f"cs={check}/{level}", f"r={reason}", f"cr={check}/{reason}", f"zeker={finding.confidence.value}"}
    out |= _words("ti", document.title)
    out |= _words("q", small[finding.span.start : finding.span.end])
    out |= _words("m", finding.message)
    out |= _words("e", _undoubted(finding))
    out |= {sign for d in finding.doubts for sign in _words("e", f"{d.quote} {d.question}")}  # the reason is a sign of its own
    people, bodies = noemt.mensen_en_lichamen(dossier)
    share = people / (people + bodies + 1)
    out |= {
        f"deel={int(share * 6)}",
        f"mensen={min(4, people // 5)}",
        f"lichamen={min(4, bodies // 5)}",
        f"c/deel={check}/{int(share * 3)}",
    }
    provision = dossier.bill.at(finding.span.start)
    if provision is None:
        return out | {"geen bepaling"}
    sentence = provision.sentence_at(finding.span.start)
    out |= _words("z", small[sentence.start : sentence.end]) | _pairs("zz", small[sentence.start : sentence.end])
    out |= (_weighed if weighed else _pairs)("b", small[provision.span.start : provision.span.end])
    out.add(f"zin={noemt.noemt_mens(provision, sentence)}/{noemt.noemt_lichaam(dossier.bill, provision, sentence)}")
    out.add("lid={}/{}".format(*noemt.noemt_in_lid(dossier.bill, provision)))
    out.add(f"persoonlijk={noemt.iets_persoonlijks(document, sentence)}")
    norms = provision.norms_in(sentence) or provision.norms
    of_norms = {sign for norm in norms for sign in _of_norm(norm, small)}
    return out | of_norms | {f"c/{sign}={check}" for sign in of_norms if sign.startswith(_WITH_CHECK)}


_WITH_CHECK = ("na=", "nb=", "bel=", "doen=", "rui=")


def _words(mark: str, text: str) -> set[str]:
    return {f"{mark}={word}" for word in _WORD.findall(text.lower())}


@lru_cache(maxsize=64)  # of one lid as often as there are findings in it
def _pairs(mark: str, text: str) -> frozenset[str]:
    return frozenset(f"{mark}={a} {b}" for a, b in pairwise(_WORD.findall(text.lower())))


@lru_cache(maxsize=64)
def _weighed(mark: str, text: str) -> frozenset[str]:
    """The pairs of words that have a weight; of a lid as long as a book these are few of all it has."""
    return _pairs(mark, text) & _weights().keys()


def _of_norm(norm: Norm, small: str) -> Iterator[str]:
    who = norm.adressaat
    yield f"ns={norm.soort.value}"
    if who is None:
        yield f"na={norm.soort.value}/-"
    else:
        yield f"na={norm.soort.value}/{who.rol}/{who.particulier}"
        yield from (f"nz={who.zekerheid}", f"nw={who.weg}", f"nt={who.tekst.lower()}")
    yield f"nb={norm.bevoegdheid}/{norm.richting}"
    yield from (f"bel={norm.belastend}", f"doen={norm.doenlast}", f"rui={norm.ruimte.value}", f"wv={norm.werkwoord}")
    yield from (f"gev={g.soort.value}" for g in norm.gevolgen)
    yield from (f"han={h.soort}" for h in norm.handelingen)
    yield from (f"sig={s.soort.value}" for s in norm.signalen)
    for limit in norm.termijnen:
        yield from (f"tm={limit.voor}/{limit.streng}", f"td={limit.duur}", f"ts={limit.soort.value}")
        yield f"tk={small[limit.kern.start : limit.kern.end]}"

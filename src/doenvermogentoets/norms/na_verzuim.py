"""Whether an effect follows an omission that its own sentence does not call one: told before it, by a limit that ran out, or by grammar."""

from __future__ import annotations

import re
from dataclasses import replace

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.language.model import Sentence
from doenvermogentoets.norms import verstreken, verzuim
from doenvermogentoets.norms.aanleiding import Aanleiding, aanleiding
from doenvermogentoets.norms.model import Gevolg
from doenvermogentoets.norms.nadeel import NEUTRAL, Nadeel, reason_of, without_effect


def by_limit(analysis: Analysis, nadeel: Nadeel) -> Nadeel:
    """«Na afloop van deze termijn», «Daarna»: an omission where a citizen's limit stands before it, else only a moment."""
    if nadeel.aanleiding not in (*NEUTRAL, Aanleiding.VERZUIM):
        return nadeel
    words = without_effect(analysis, nadeel.norm, nadeel.gevolg)
    if not verstreken.points_back(words) and not verstreken.refers_back(words):
        return nadeel
    if verstreken.limit_before(analysis, nadeel.provision, nadeel.norm.span) is not None:
        return replace(nadeel, aanleiding=Aanleiding.VERZUIM)
    reason = reason_of(verstreken.without_time(words), nadeel.gevolg)
    return nadeel if reason is nadeel.aanleiding else replace(nadeel, aanleiding=reason, aanleiding_span=None)


def by_grammar(provision: Provision, nadeel: Nadeel) -> Nadeel:
    """The same effect, known to follow an omission by the grammar of its condition; a finding of it suggests."""
    if nadeel.aanleiding not in NEUTRAL or not nadeel.gebonden:
        return nadeel
    own = provision.passage.at(nadeel.gevolg.span.start)
    if own is None or ":" in own.words or not verzuim.omission(own):
        return nadeel  # of a list each ground has a reason of its own
    return replace(nadeel, aanleiding=Aanleiding.VERZUIM, ruim=True)


_HELD = re.compile(r"\b(?:geacht|aangemerkt|beschouwd|als)\b")


def after_omission(analysis: Analysis, provision: Provision, sentence: Sentence, words: str, gevolg: Gevolg) -> bool:
    """Whether an effect follows an omission that the rest of its sentence, or the sentence before it, tells."""
    start, end = gevolg.span.start - sentence.span.start, gevolg.span.end - sentence.span.start
    stop = end
    if _HELD.search(words, start, end):  # what somebody is held to have done is no cause
        stop = next((i for i in range(end, len(words)) if words[i] in ",;."), len(words))
    rest = words[:start] + " " * (stop - start) + words[stop:]
    reason = reason_of(rest, gevolg)
    if reason is Aanleiding.VERZUIM or looks_back(analysis, provision, sentence, words):
        return True
    return reason in NEUTRAL and verzuim.omission(sentence)


_BACK = re.compile(r"\b(?:alsdan|in (?:dat|zulk een|het [^.;]{0,60}bedoelde) geval|in die gevallen|dan)\b")
_FURTHER_BACK = re.compile(
    r"\b(?:alsdan|in (?:dat|een zodanig|het [^.;]{0,60}bedoelde) geval)\b|\bna (?:de )?toepassing van het (?:\w+ ){1,3}lid\b|^(?:\W"
    r"|\d)*(?:dat|die|deze|dit) (?!artikel|lid|besluit|wet|regeling)\w+ \w+t\b"
)
# «Zo niet, dan», «Bij gebreke daarvan», «In andere gevallen»: what comes when the condition of the sentence before is not met.
_OTHERWISE = re.compile(
    r"^(?:\W|\d)*(?:zo niet\b|bij gebreke (?:daar|hier)van|in (?:alle |de )?(?:andere|overige) gevallen|in (?:het"
    r"|elk) andere? geval|anders\b|zo neen\b"
    r"|is (?:dat|dit) niet het geval|gebeurt (?:dat|dit) niet|(?:doet|doen) (?:hij|zij) (?:dat|dit) niet)"
)
# «Na beëindiging kan …»: the effect of the lid before, and so its occasion.
_AFTER_EFFECT = re.compile(
    r"(?:\W|\d)*na (?:de |het |die |deze |dat |een |zijn |haar )?"
    r"(?:beëindiging|intrekking|verval|uitsluiting|afwijzing|weigering|schorsing|verwijdering|stopzetting)\b"
)
_ON_CONDITION = re.compile(r"\b(?:mits|indien|binnen|uiterlijk|vóór|tijdig)\b")
_SENTENCES_BACK = 4


def looks_back(analysis: Analysis, provision: Provision, sentence: Sentence, words: str) -> bool:
    """«Ook het rijbewijs verliest alsdan zijn geldigheid»: the occasion stands in the sentence or lid before."""
    if verstreken.limit_before(analysis, provision, sentence.span) is not None:
        return True
    otherwise = _OTHERWISE.search(words)
    further = _FURTHER_BACK.search(words) is not None or _AFTER_EFFECT.match(words) is not None
    if otherwise is None and not further and _BACK.search(words) is None:
        return False
    text = analysis.document.text
    near = analysis.in_artikel(provision.unit) or (provision,)
    before = [s for p in near for s in p.passage.sentences if s.span.start < sentence.span.start]
    before = before[-_SENTENCES_BACK:] if further else before[-1:]
    if otherwise is not None and before and _ON_CONDITION.search(text[before[-1].span].lower()):
        return True
    return bool(before) and any(aanleiding(text[s.span].lower()) is Aanleiding.VERZUIM for s in before)

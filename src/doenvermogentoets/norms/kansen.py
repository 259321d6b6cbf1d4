"""Softening words that no norm carries: a chance to repair with other words in between, and an excuse in a sentence that is no norm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms.lexicon import load
from doenvermogentoets.norms.model import Norm, Soort, UitwegSignaal, UitwegSoort
from doenvermogentoets.search import Search
from doenvermogentoets.text import Span

# «stelt hij de houder in de gelegenheid de gegevens binnen acht weken te herstellen», «krijgt vier weken om dit te verbeteren»
_CHANCE = Search(
    r"\b(?:gelegenheid|termijn|weken|dagen|maanden|tijd)\b[^.;:]{0,140}?"
    r"\b(?:te (?:herstellen|verbeteren|corrigeren)|aan te vullen|recht te zetten)\b"
)
_GIVES = re.compile(
    r"\b(?:stelt|stellen|gesteld|krijgt|krijgen|geeft|geven|gegeven|geboden|biedt|bieden|heeft|hebben|gunt|gegund|ontvangt)\b"
)
_EXCUSES = (UitwegSoort.VERWIJTBAARHEID, UitwegSoort.VERSCHONING)
# A sentence that lets off: without it, words of blame may as well make it heavier.
_LETS_OFF = re.compile(r"\b(?:achterwege|geen|niet|afgezien|ziet\b[^.;]{0,80}\baf|vindt niet plaats|kan worden afgezien)\b")


def _excuse(soort: UitwegSoort) -> Search:
    words = sorted(load("terms")["uitweg"][soort.value], key=len, reverse=True)
    return Search(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


_EXCUSED = tuple((soort, _excuse(soort)) for soort in _EXCUSES)


def carriers(provision: Provision) -> Iterator[Norm]:
    """The norms of a lid with all softening words of their sentence; a sentence that is no norm as one that only holds."""
    text = provision.document.text
    read = {norm.span for norm in provision.norms}
    chances = {s.span: tuple(_chances(provision, s.span)) for s in provision.passage.sentences}
    for norm in provision.norms:
        more = tuple(s for s in chances.get(norm.span, ()) if all(k.soort is not s.soort for k in norm.signalen))
        yield replace(norm, signalen=(*norm.signalen, *more)) if more else norm
    for span, signalen in chances.items():
        if span in read or any(span.overlaps(known) for known in read):
            continue
        excuses = [
            UitwegSignaal(soort, at)
            for soort, search in _EXCUSED
            for at in list(search.within(text, span))[:1]
            if _LETS_OFF.search(text.small, span.start, at.start) is not None
        ]
        if signalen or excuses:
            yield Norm(Soort.TOEPASSELIJKHEID, span, signalen=(*signalen, *excuses))


def _chances(provision: Provision, zin: Span) -> Iterator[UitwegSignaal]:
    text = provision.document.text
    for at in _CHANCE.within(text, zin):
        if _GIVES.search(text.small, zin.start, at.end) is not None:
            yield UitwegSignaal(UitwegSoort.HERSTEL, at)
            return


# «stuurt hem een herinnering met een nieuwe betaaltermijn», «wordt hij aangemaand»: who does not pay is told, and may still do so.
_REMINDED = re.compile(
    r"\b(?:(?:betalings)?herinnering|aanmaning|aangemaand|maant\b[^.;]{0,80}\baan|(?:nieuwe|nadere|laatste) (?:betaal)?termijn"
    r"|hersteltermijn)\b"
)
_DENIED = re.compile(r"\b(?:zonder|geen|achterwege|niet)\b[^.;,]{0,40}\Z")
_UNPAID = re.compile(
    r"\b(?:niet|geen|nalaat|in gebreke|achterstand\w*)\b[^.;]{0,80}\b(?:betaal\w*|betaling|voldaan|voldoet|voldoen)\b"
    r"|\b(?:betaal(?:t|d|de)|voldoe[nt]|voldaan)\b[^.;]{0,80}\b(?:niet|geen)\b|\bachterstand\w*\b|\bniet[- ]betal\w+\b|\bin gebreke\b"
)
_reminders: WeakKeyDictionary[Analysis, tuple[tuple[Provision, Span], ...]] = WeakKeyDictionary()


def unpaid(words: str) -> bool:
    """Whether a sentence, in small letters, is about somebody who does not pay."""
    return _UNPAID.search(words) is not None


def reminders(analysis: Analysis) -> tuple[tuple[Provision, Span], ...]:
    """Where the text lets somebody who does not pay know, before anything follows."""
    found = _reminders.get(analysis)
    if found is None:
        found = _reminders[analysis] = tuple(_reminding(analysis))
    return found


def _reminding(analysis: Analysis) -> Iterator[tuple[Provision, Span]]:
    small = analysis.document.text.small
    for provision in analysis.provisions:
        for sentence in provision.passage.sentences:
            zin = sentence.span
            at = _REMINDED.search(small, zin.start, zin.end)
            if at is None or _DENIED.search(small, zin.start, at.start()) is not None or not unpaid(small[zin.start : zin.end]):
                continue
            yield provision, Span(at.start(), at.end())
            break

"""Safeguards that a text excludes: of the Awb, a reminder, more time, the weighing of one case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.norms import withheld
from doenvermogentoets.norms.afweging import zonder_afweging
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.vangnet import AWB
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.norms.waarborg import Uitgesloten, gives, only_in_some_cases
from doenvermogentoets.text import Span

_EXCLUDED = re.compile(
    r"\b(?:niet van (?:overeenkomstige )?toepassing|buiten toepassing|geen toepassing|niet van kracht|geldt niet|gelden niet)\b", re.I
)
_UNLESS_EXCLUDED = re.compile(r"\bniet (?:van toepassing )?(?:uitgezonderd|uitgesloten)\b", re.I)
_SPAART = re.compile(
    r"\b(?:afzien|af te zien|afgezien|ziet\b[^.;]{0,60}\baf|kwijt(?:schel\w+|gescholden|te schelden)|matig(?:t|en|ing)"
    r"|uitstel van betaling|hersteltermijn"
    r"|(?:laat|blijft|wordt|worden)\b[^.;]{0,60}\bachterwege|niet (?:teruggevorderd|ingevorderd|verlaagd)|dringende reden\w*)\b",
    re.I,
)

_switched_off: WeakKeyDictionary[Analysis, tuple[Uitgesloten, ...]] = WeakKeyDictionary()


def uitgesloten(analysis: Analysis) -> tuple[Uitgesloten, ...]:
    """The safeguards that provisions of a document switch off, in order."""
    found = _switched_off.get(analysis)
    if found is None:  # many findings ask for them
        found = _switched_off[analysis] = tuple(_find_switched_off(analysis))
    return found


def _find_switched_off(analysis: Analysis) -> Iterator[Uitgesloten]:
    for provision in analysis.provisions:
        text = analysis.document.text[provision.span]
        yield from zonder_afweging(provision)
        if "toepassing" not in text and "geld" not in text and not withheld.may_fit(text):
            continue
        for sentence in provision.passage.sentences:
            yield from _buiten_toepassing(analysis, provision, sentence.span)
            yield from withheld.find(analysis, provision, sentence.span)


def _buiten_toepassing(analysis: Analysis, provision: Provision, zin: Span) -> Iterator[Uitgesloten]:
    """The rules that a sentence says do not apply: articles of the Awb, and a lid that softens."""
    words = analysis.document.text[zin]
    match = _EXCLUDED.search(words)
    if match is None or _UNLESS_EXCLUDED.search(words):
        return
    out = Span(zin.start + match.start(), zin.start + match.end())
    table = gives("awb")
    for reference in references_in(analysis.document, zin):
        hits = [t.artikel for t in reference.targets if t.artikel in table and t.regeling and AWB.search(t.regeling)]
        for artikel in hits[:1]:
            geeft = "; ".join(table[a] for a in dict.fromkeys(hits) if a is not None)
            span = Span(min(reference.span.start, out.start), max(reference.span.end, out.end))
            yield Uitgesloten(provision, span, artikel or "", geeft, only_in_some_cases(words))
    yield from _verzachting_uit(analysis, provision, zin, out)


def _verzachting_uit(analysis: Analysis, provision: Provision, zin: Span, out: Span) -> Iterator[Uitgesloten]:
    """A lid that softens, of this text or of a well-known law, which is said not to apply («Het derde lid geldt niet in gevallen …»)."""
    document = analysis.document
    known = gives("verzachting")
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
                some = only_in_some_cases(document.text[Span(out.end, zin.end)])
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

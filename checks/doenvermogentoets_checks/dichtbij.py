"""A way out that stands near a burden: in the same artikel, right behind it, or in a hardship clause that covers it.

Whoever reads a remark about a strict limit, and then finds the excuse two leden further, stops reading remarks. So words that give more
time, excuse, repair or let the authority deviate make of a suggestion information, with the question whether they are enough. They need
not take the burden away: that is for the reader to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Document
from doenvermogentoets.norms.hardheidsclausule import clausules
from doenvermogentoets.norms.verwijzing import references_in
from doenvermogentoets.norms.waarborgen import uitgesloten
from doenvermogentoets.structure.variants import exclude_each_other
from doenvermogentoets.text import Span
from doenvermogentoets_checks.artikelsgewijs import per_artikel

# Words that excuse, lengthen or let deviate, wherever they stand in the artikel.
_SOFT = re.compile(
    r"\b(?:redelijkerwijs )?(?:niet )?(?:kan worden geoordeeld|geacht kan worden|kan worden geacht)[^.;]{0,60}\bin verzuim\b"
    r"|\b(?:on)?verschoonba(?:ar|re)\b|\bovermacht\b|\bniet (?:kan|kunnen) worden (?:verweten|toegerekend)\b|\bbuiten (?:zijn|haar"
    r"|hun|diens) schuld\b"
    r"|\b(?:kan|kunnen|is bevoegd)\b[^.;]{0,140}\b(?:afwijken|afgeweken|af te wijken|ontheff\w+|ontheven|vrijstell\w+|uitstel"
    r"|buiten toepassing)\b"
    r"|\bin afwijking (?:hier|daar)van kan\b|\btermijn\w*\b(?:(?!\bbesli)[^.;]){0,60}\bverstrijkt niet (?:eerder dan|voordat)\b"
    r"|\bverle(?:ent|nen)\b(?:(?!\b(?:geen|zelden|nooit)\b)[^.;]){0,60}\b(?:ontheffing|vrijstelling) van (?:de|deze|die) verplichting"
    r"(?:en)?\b(?! (?:tot|om)\b)"
    r"|\b(?:kan|kunnen|is bevoegd)\b[^.;]{0,120}\btermijn\w*\b[^.;]{0,60}\bverleng\w+|\b(?:langere|nadere|andere|latere|nieuwe) termijn\b"
    r"|\b(?:later|nieuw|ander|nader) (?:tijdstip|moment|datum)\b|\bverlenging van (?:de|deze|die) termijn\b"
    r"|\bvoor ?zo ?veel (?:dat )?mogelijk\b|\b(?:dringende|gewichtige|zwaarwegende) redenen\b|\bbijzondere (?:gevallen|omstandigheden)\b"
    r"|\bonbillijk\w*\b|\bhardheid\b|\b(?:maandelijkse|gelijke) termijnen\b|\bbetalingsregeling\b|\bin termijnen\b"
)
# Words that repair: in the sentence of a burden itself they may be the burden («alsnog binnen tien dagen»).
_REPAIR = re.compile(
    r"\balsnog\b|\bin de gelegenheid (?:gesteld|stelt|stellen|te stellen)\b|\btoch in behandeling\b|\bte herstellen\b"
    r"|\bverzuim\b[^.;]{0,60}\bherstel\w*|\bherstel van (?:het|een|dit|dat) (?:verzuim|gebrek)\b"
    r"|\bartikel 4:5\b|\bmet terugwerkende kracht\b|\bniet (?:eerder|vroeger)\b[^.;]{0,40}\bdan (?:een|één|twee|drie|vijf) (?:jaar|jaren)\b"
    r"|\bin plaats (?:daar)?van\b|\bherinner(?:t|ing|d)\b|\bambtshalve\b[^.;]{0,30}\btoe(?:ge)?ken\w*"
)
_DENIED = re.compile(r"\b(?:geen|niet|zonder|noch)\b[^.;,]{0,24}\Z")
# «Artikel 4:5 van de Awb is niet van toepassing»: the way out of the Awb is taken away, unless another rule is said not to apply.
_NOT_APPLIED = re.compile(
    r"[^.;]{0,90}?\b(?:niet van (?:overeenkomstige )?toepassing|buiten toepassing|geen toepassing|geldt niet|niet geldt)\b"
)
_BY_WAY_OF = re.compile(r"\b(?:op grond van|krachtens|ingevolge|bedoeld in|toepassing van|onverminderd|overeenkomstig) \Z")
_INSTEAD_OF = re.compile(r"\bin afwijking van (?:het bepaalde in |de )?\Z")
# To pay later or in parts helps whoever has to pay, not whoever must appear, report or hand something in.
_PAYING = re.compile(r"\btermijnen\b|\bbetalingsregeling\b")
_TO_PAY = re.compile(
    r"\b(?:betaal\w*|betal\w*|voldoe\w*|voldaan|terugbeta\w*|\w*vorder\w*|schuld\w*|boete\w*|dwangsom\w*|verschuldigd\w*|verreken\w*"
    r"|aflos\w*|afgelost|premie\w*|leges|heffing\w*|belasting\w*|aanslag\w*|kosten|huur|rente|verha(?:al|alt|ald|len))\b"
)
# «De bijdrage kan per huishouden afwijken», «kan van het advies afwijken»: nobody is let off anything.
_DEVIATES = re.compile(r"\b(?:afwijken|afgeweken|af te wijken)\Z")
_FROM_RULE = re.compile(
    r"\b(?:daar|hier|waar)van\b|\b(?:van|in)\b[^.;]{0,80}?\b(?:artikel(?:en)?|lid|leden|bepaling(?:en)?|bepaalde|regels?|voorschrift(?:en)?"
    r"|voorwaarden?|eis(?:en)?|vereisten?|verplichting(?:en)?|\w*termijn(?:en)?|tijdstip|datum|dag|periode|wet|besluit|regeling|verordening"
    r"|hoofdstuk|paragraaf|onderde(?:el|len)|maximum|minimum|duur|norm(?:en)?)\b"
)
_DENIED_AFTER = re.compile(
    r"[^.;,]{0,30}\b(?:niet verle(?:end|ngd)|niet toegestaan|niet mogelijk|uitgesloten|blijft buiten|niet verleend)\b"
)
_DECIDES = re.compile(r"\b(?:beslist|beslissen|besluit(?:en)?|beslissing|beschikking|uitspraak|advies)\b")
_LENGTHENS = re.compile(r"termijn|verleng")
# «Een op grond van artikel 8 vervallen recht kan worden hersteld»: the next artikel gives back what this one takes
_RESTORES = re.compile(
    r"\b(?:kan|kunnen)\b[^;]{0,260}\bvervallen\b[^;]{0,80}\bherstel(?:len|d)\b|\bherstel\b[^.;]{0,40}\b(?:recht|uitzicht|aanspraak)\b"
)


# «verliest het recht op de betalingsregeling», «vervalt het uitstel», «de regeling wordt ingetrokken»: what helped is what is lost
_GRANTED = re.compile(r"(?:\w*betalingsregeling|\w*uitstel|\w*ontheffing|\w*vrijstelling|kwijtschelding|schuldregeling|in termijnen)\b")
_LOST_BEFORE = re.compile(
    r"\b(?:verlie(?:st|zen)|verlo(?:ren|or)|verval(?:t|len)|verviel|eindig(?:t|en)|beëindig(?:t|en)|herroept)\s+"
    r"(?:(?:het|zijn|haar|hun|de|een|dit|elk)\s+)?(?:(?:recht|aanspraak) op\s+)?"
    r"(?:(?:het|zijn|haar|hun|de|een|dit|deze)\s+)?(?:betaling\s+)?\Z"
)
_LOST_AFTER = re.compile(
    r"(?:\s+(?:van|voor) (?:de |het )?[\w-]+)?\s+(?:(?:vervalt|eindigt)(?! niet\b)|(?:wordt|is) (?:ingetrokken|beëindigd"
    r"|opgezegd|herroepen))\b"
)


def verloren(document: Document, zin: Span, found: Span) -> bool:
    """Whether words name what is lost there itself, and so soften nothing."""
    small = document.text.small
    if _GRANTED.match(small, found.start) is None:
        return False
    return (
        not small.startswith(" niet ", found.end) and _LOST_BEFORE.search(small, max(zin.start, found.start - 60), found.start) is not None
    ) or _LOST_AFTER.match(small, found.end, zin.end) is not None


_MENDS = re.compile(r"\bherstel(?:len|t|d|de)?\Z")
_OMISSION = re.compile(
    r"\b(?:verzuim\w*|gebrek\w*|fout\w*|omissie\w*|tekort\w*|vergissing\w*|onjuist\w*|onvolledig\w*|opga(?:ve|af)|melding\w*|aangiften?|verklaring\w*|formulier\w*|document\w*|stuk(?:ken)?|bewijs\w*|gegevens|aanvra\w+|alsnog"
    r"|gelegenheid|\w*termijn|recht(?:en)?|aanspra\w+|uitkering|dit|dat|zulks|gezondheid|ziek\w*)\b"
)


def van_een_ding(document: Document, zin: Span, found: Span) -> bool:
    """«een apparaat te herstellen», «de schade wordt hersteld»: a thing is repaired, and nothing that somebody left undone."""
    small = document.text.small
    return _MENDS.search(small, found.start, found.end) is not None and _OMISSION.search(small, zin.start, zin.end) is None


def uitweg_dichtbij(analysis: Analysis, provision: Provision, zin: Span) -> Span | None:
    """Words near a burden that may be the way out of it; ``None`` where none were found.

    Args:
        zin: the sentence of the burden (code points).
    """
    pays = _TO_PAY.search(provision.document.text.small, zin.start, zin.end) is not None
    for near, sentence in _soft(analysis, provision):
        if exclude_each_other(provision.document, zin, sentence):
            continue
        own = sentence.overlaps(zin)
        if not own and elders(analysis, provision, near, sentence):
            continue
        out = _switched_off(analysis, near)
        for found in _found(near, sentence, own=own, pays=pays):
            if any(found.overlaps(span) for span in out) or andere_termijn(analysis, provision, zin, near, found):
                continue
            return found
    if (given_back := hersteld(analysis, provision)) is not None:
        return given_back
    # «kan, indien hij dit redelijk acht, van deze wet afwijken»: it stands near everything, and nobody can tell whom it helps
    covers = next((c for c in clausules(analysis) if c.helpt and not c.vaag and c.covers(provision.unit)), None)
    return covers.zin if covers is not None else None  # the sentence: «afwijken» alone tells nobody where to look


@per_artikel
def _soft(analysis: Analysis, provision: Provision) -> list[tuple[Provision, Span]]:
    """The sentences of the artikel with words that may be a way out of some burden; mostly few."""
    return [
        (near, sentence.span)
        for near in analysis.in_artikel(provision.unit) or (provision,)
        for sentence in near.passage.sentences
        if any(True for _ in _found(near, sentence.span, own=False, pays=True))
    ]


def elders(analysis: Analysis, provision: Provision, near: Provision, sentence: Span) -> bool:
    """Whether a sentence of the artikel names the leden that it is about, and a burden stands apart from all of these.

    «Van het eerste lid kan worden afgeweken» leaves a loss in the third lid as it is. It may help after all where the third lid builds
    on the first: by referring to it, or because the first sets a limit or a burden itself.

    Args:
        near: the provision of the sentence; ``provision`` is that of the burden.
    """
    if near is provision:
        return False
    named = [unit for reference in references_in(near.document, sentence) for unit in reference.units]
    artikel = provision.unit.artikel
    if not named or any(unit.artikel is not artikel or unit.lid is None for unit in named):
        return False
    leden = {unit.lid for unit in named}
    own = provision.unit.lid
    if own is None or own in leden:
        return False
    built_on = {unit.lid for reference in references_in(provision.document, provision.span) for unit in reference.units}
    if not leden.isdisjoint(built_on):
        return False
    return not any(
        p.unit.lid in leden and any(n.termijnen or n.gevolgen or n.voorwaarden for n in p.norms)
        for p in analysis.in_artikel(provision.unit)
    )


_THIS_LIMIT = re.compile(r"\b(?:deze|die|de) (?:[\w-]+ )?termijn(?:en)?\b(?![^.;]{0,12}\bbedoeld)")
# «Wordt niet tijdig betaald», «binnen die termijn», «te laat»: about a limit that stands elsewhere in the artikel
_ABOUT_A_LIMIT = re.compile(
    r"\b(?:die|deze|de|genoemde|gestelde|bedoelde) termijn\w*\b|\bte laat\b|\bniet[- ]?tijdig\w*\b|\btijdig\b|\bop tijd\b|\boverschr\w+"
    r"|\bniet binnen\b|\bverstr(?:ijk|ek)\w*\b|\bafloop\b|\bniet (?:wordt|is|zijn|worden|heeft|voldoet|voldaan)\b|\bheeft niet\b"
)


def andere_termijn(analysis: Analysis, provision: Provision, zin: Span, near: Provision, found: Span) -> bool:
    """Whether words give more time for the limit of their own lid only: «kan deze termijn verlengen», beside a duty in another lid.

    It does help whoever the burden reaches through that limit: where it speaks of being late, or the one lid names the other.

    Args:
        near, found: the lid with the words, and the words.
    """
    if near is provision or zin.overlaps(near.span):
        return False
    small = near.document.text.small
    this = _THIS_LIMIT.search(small, found.start, found.end)
    if this is None or not any(t.span.end <= this.start() for n in near.norms for t in n.termijnen):
        return False
    if _ABOUT_A_LIMIT.search(small, zin.start, zin.end) is not None:
        return False
    named = {unit.lid for reference in references_in(provision.document, zin) for unit in reference.units}
    named |= {unit.lid for reference in references_in(near.document, near.sentence_at(found.start)) for unit in reference.units}
    return near.unit.lid not in named and provision.unit.lid not in named


@per_artikel
def hersteld(analysis: Analysis, provision: Provision) -> Span | None:
    """Words right behind the artikel by which an authority may give back what it takes."""
    behind = _next(analysis, analysis.in_artikel(provision.unit) or (provision,))
    found = _RESTORES.search(behind.document.text.small, behind.span.start, behind.span.end) if behind is not None else None
    return Span(found.start(), found.end()) if found is not None else None


_off: WeakKeyDictionary[Analysis, dict[Provision, list[Span]]] = WeakKeyDictionary()


def _switched_off(analysis: Analysis, provision: Provision) -> list[Span]:
    """Where a provision switches a safeguard off for every case: «Awb 4:5 is niet van toepassing», «Uitstel wordt niet verleend»."""
    known = _off.get(analysis)
    if known is None:
        known = _off[analysis] = {}
        for out in uitgesloten(analysis):
            if not out.voorwaardelijk:
                known.setdefault(out.provision, []).append(out.span)
    return known.get(provision, [])


def _found(provision: Provision, zin: Span, *, own: bool, pays: bool) -> Iterator[Span]:
    """Words in a sentence that may be a way out; ``own``: of the burden itself, ``pays``: which is to pay."""
    small = provision.document.text.small
    patterns = (_SOFT,) if own else (_SOFT, _REPAIR, _RESTORES)
    for pattern in patterns:
        for match in pattern.finditer(small, zin.start, zin.end):
            said = match.group()
            denied = pattern is not _REPAIR or not said.startswith("niet")
            if denied and not said.startswith(("niet", "redelijkerwijs")) and _DENIED.search(small, zin.start, match.start()) is not None:
                continue
            if _DENIED_AFTER.match(small, match.end(), zin.end) is not None or _INSTEAD_OF.search(small, zin.start, match.start()):
                continue
            if (
                said.startswith("artikel")
                and _NOT_APPLIED.match(small, match.end(), zin.end) is not None
                and _BY_WAY_OF.search(small, zin.start, match.start()) is None
            ):
                continue
            if not pays and _PAYING.search(said) is not None and "termijn" not in said.removesuffix("termijnen"):
                continue
            if _DEVIATES.search(said) is not None and not _from_rule(small, match.span(), zin):
                continue
            if van_een_ding(provision.document, zin, Span(*match.span())) or verloren(provision.document, zin, Span(*match.span())):
                continue
            if _LENGTHENS.search(said) is not None and _DECIDES.search(small, zin.start, zin.end) is not None:
                continue  # more time for the authority
            yield Span(match.start(), match.end())


def _from_rule(small: str, at: tuple[int, int], zin: Span) -> bool:
    """Whether what may be deviated from is a rule, before or right behind the verb; the authority is then free of it."""
    start, end = at
    stop = min(zin.end, end + 80)
    return _FROM_RULE.search(small, max(zin.start, start - 80), stop) is not None


def _next(analysis: Analysis, around: tuple[Provision, ...] | list[Provision]) -> Provision | None:
    """The provision right behind the artikel."""
    provisions = analysis.provisions
    last = max(p.span.start for p in around)
    return next((p for p in provisions if p.span.start > last), None)

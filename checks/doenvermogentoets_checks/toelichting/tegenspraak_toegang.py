"""The toelichting names a way (by post, at the desk) that the bill closes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.catalogue import Options
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.about import about
from doenvermogentoets.toelichting.vergelijking import doel_of_daarvoor
from doenvermogentoets.toelichting.wijziging import meant
from doenvermogentoets.toelichting.words import topic
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, strenger
from doenvermogentoets_checks.toelichting.vertelt import regels

_PAPIER = re.compile(
    r"\b(?:per (?:gewone )?(?:brief|post)|op papier|met (?:een|de) (?:brief|briefje|pen)|aan (?:de|een|het) (?:balie|loket)|aan het bureau"
    r"|telefonisch|per telefoon|(?:met )?een telefoontje|mondeling|persoonlijk langs\w*|langskomen|komt? langs|zonder (?:computer|internet)"
    r"|buiten het portaal om"
    r"|op (?:(?:elke|iedere) (?:gewenste )?(?:wijze|manier)(?: dan ook)?|welke (?:gewenste )?(?:wijze|manier) (?:dan )?ook)"
    r"|hoe (?:hij|zij|men) wil|vormvrij"
    r"|schriftelijk(?:e)? (?:aanvra|weg|formulier|meld)\w*|papieren (?:\w+)?(?:formulier|aanvraag|weg|versie|exemplaar)"
    r"|(?:aanvra\w*|formulier\w*|exempla\w*|versie|opgave) op papier)\b",
    re.I,
)
# The other way is denied: «niet per post», «per post is niet mogelijk».
_ERVOOR = re.compile(
    r"\b(?:niet|geen|noch|nooit|niet langer|niet meer|in plaats van|afgezien van|afscha\w+ van|vervang\w+ van"
    r"|zonder)\b(?:\s+[\w-]+){0,2}\s*$",
    re.I,
)
_ERNA = re.compile(r"^[^.;:]{0,40}\b(?:niet|geen|afgezien|vervalt|vervallen|afgeschaft|verdwijnt|vervangen)\b", re.I)
_ONTKEND = re.compile(r"\b(?:alleen nog|uitsluitend) (?:digitaal|elektronisch|online|via)\b|\bniet langer\b", re.I)
_DIGITAAL = re.compile(
    r"\b(?:uitsluitend|alleen|slechts|enkel) (?:langs |via |door middel van |met )?(?:de |een |het )?"
    r"(?:elektronische?|digitale?|web\w*|online)\b"
    r"|\blangs (?:uitsluitend )?elektronische weg\b|\b(?:via|op) de website\b|\b(?:eHerkenning|DigiD)\b"
    r"|\b(?:via|in|door middel van|met gebruikmaking van|met behulp van) (?:het|een|de) (?:[\w-]+ ){0,6}(?:elektronische? |digitale? )?"
    r"(?:\w*portaal|loket|formulier|systeem|applicatie|webomgeving|app)\b"
    r"|\belektronisch (?:ingediend|gedaan|doorgegeven|aangevraagd|verzonden|ingezonden)\b",
    re.I,
)
_TE_LEZEN = re.compile(r"\b(?:raadpleeg\w*|raadplegen|te vinden|gepubliceerd|bekend ?gemaakt|geplaatst|vermeld|openbaar)\b", re.I)
_OOK = re.compile(r"\b(?:schriftelijk|op papier|aan de balie|mondeling|per post|gemeentelijk loket|op andere wijze|desgewenst)\b", re.I)

# A visit or a call by which somebody does it; help at an office with the digital way is no other way.
_BEZOEK = re.compile(
    r"\b(?:op|aan|bij) (?:een|het|de|zijn|haar) (?:\w+ )?(?:kantoor|kantoren|loket|balie|vestiging|servicepunt)\b"
    r"|\b(?:telefonisch|per telefoon|in persoon)\b",
    re.I,
)
_HULP = re.compile(r"\b(?:hulp|helpt|geholpen|ondersteun\w*|bijstand|begeleid\w*|uitleg|inlichtingen|informatie)\b", re.I)


def _biedt_weg(provision: Provision, text: str) -> bool:
    """Another lid of the artikel gives another way for the same: on paper, at an office, by telephone."""
    if _OOK.search(text):
        return True
    match = _BEZOEK.search(text)
    # an authority that sends or helps somewhere opens no way for the citizen
    by_citizen = any(n.adressaat is None or n.adressaat.rol != "overheid" for n in provision.norms)
    return match is not None and by_citizen and _HULP.search(text) is None


def find(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    yield from regels(dossier, _gevonden(dossier, options))


def _gevonden(dossier: DossierAnalysis, options: Options) -> Iterator[Hit]:
    explanation = dossier.explanation
    if explanation is None:
        return
    yield from _door_wijziging(dossier, explanation)
    text = dossier.bill.document.text
    closed = []
    for p in dossier.bill.provisions:
        match = _DIGITAAL.search(text[p.span])
        if match is not None and _TE_LEZEN.search(text[p.span]) and match.group(0).lower().endswith("de website"):
            continue  # what can be read on a website says nothing of how somebody has to apply
        if match is not None and not any(_biedt_weg(q, text[q.span]) for q in dossier.bill.in_artikel(p.unit)):
            closed.append((p, Span(p.span.start + match.start(), p.span.start + match.end())))
    if not closed:
        return
    for alinea in explanation.alineas:
        zinnen = explanation.zinnen_of(alinea)
        for i, zin in enumerate(zinnen):
            match = _PAPIER.search(zin.text)
            if match is None or _denied(zin.text, match) or not over_het_ontwerp(zin):
                continue
            if not zin.roots & _DAAD and not _STUURT.search(zin.text) and not _FORMULIER.search(match.group(0)):
                continue  # «op papier aangebrachte tekst» is no way to do something
            found = _meant(
                explanation, zinnen[max(0, i - 2) : i + 1], zin, closed, options.number("overeenkomst") / 100 + strenger(dossier.bill)
            )
            if found is None:
                continue
            provision, span = found
            yield Hit(
                explanation.document,
                alinea.unit,
                zin.span,
                f"De toelichting noemt «{match.group(0)}» als weg; {naam(provision.unit)} laat alleen de elektronische weg toe.",
                "Wie op de toelichting afgaat en de andere weg kiest, heeft volgens het ontwerp niet aan zijn plicht voldaan.",
                label="deze weg staat niet in het ontwerp",
                annotations=(Annotation(dossier.bill.document, span, "alleen langs deze weg"),),
            )
            break


# «kiezen tussen papier en elektronisch», «op papier of digitaal»: another way beside the digital one.
_KEUZE = re.compile(
    r"\b(?:kie(?:zen|st)|keuze|vrij)\b[^.;]{0,40}\b(?:papier\w*|post|brief|loket|balie|schriftelijke?|telefonisch)\b"
    r"|\b(?:papier|schriftelijk|per post|per brief) (?:en|of|dan wel) (?:elektronisch|digitaal|online)\b"
    r"|\b(?:elektronisch|digitaal|online) (?:en|of|dan wel) (?:op papier|schriftelijk|per post|per brief)\b"
    r"|\b(?:blijft|blijven|kan|kunnen)\b[^.;]{0,40}\b(?:schriftelijk|op papier|per post|per brief|aan (?:het|een) loket)\b",
    re.I,
)


def _door_wijziging(dossier: DossierAnalysis, explanation: Explanation) -> Iterator[Hit]:
    """An order that leaves only the digital way («uitsluitend elektronisch»), and a sentence under its heading with another one."""
    closing = [a for a in dossier.bill.document.amendments if _DIGITAAL.search(a.new) and not _OOK.search(a.new) and _OOK.search(a.old)]
    if not closing:
        return
    for zin in explanation.zinnen:
        match = _PAPIER.search(zin.text) or _KEUZE.search(zin.text)
        if match is None or _denied(zin.text, match) or not over_het_ontwerp(zin):
            continue
        found = next((a for a in meant(dossier, zin) if a in closing), None)
        if found is None:
            continue
        place = naam(found.unit) if found.unit is not None else "het ontwerp"
        yield Hit(
            explanation.document,
            zin.alinea.unit,
            zin.span,
            f"De toelichting noemt «{match.group(0)}» als weg; {place} vervangt «{found.old}» door «{found.new}».",
            "Wie op de toelichting afgaat en de andere weg kiest, heeft volgens de gewijzigde tekst niet aan zijn plicht voldaan.",
            label="deze weg staat niet in het ontwerp",
            annotations=(Annotation(dossier.bill.document, found.span, "alleen langs deze weg"),),
        )


def _meant(
    explanation: Explanation, before: Sequence[Zin], zin: Zin, closed: Sequence[tuple[Provision, Span]], least: float
) -> tuple[Provision, Span] | None:
    """The provision with the closed way that the passage is about: by what the sentence and its heading speak of, or by shared words."""
    ways = {p.unit.artikel: (p, span) for p, span in reversed(closed)}
    for candidate in about(explanation, zin)[:_NEAREST]:
        artikel = candidate.provision.unit.artikel
        if artikel in ways and (candidate.genoemd or candidate.score >= _SURE):
            return ways[artikel]
    target = doel_of_daarvoor(explanation, zin)
    if target is not None and len(target.artikelen) == 1 and target.zeker >= _CERTAIN and target.artikelen[0] in ways:
        return ways[target.artikelen[0]]
    heading = topic(zin.alinea.section.heading) if not strenger(explanation.bill) else frozenset()
    named = [(p, span) for p, span in closed if explanation.weights.of(heading & explanation.provision_roots[p]) > 0]
    if len({p.unit.artikel for p, _ in named}) == 1 and not zin.alinea.section.artikelsgewijs:
        return named[0]
    if not strenger(explanation.bill) and len(ways) == 1 and not explanation.cited_in(zin):
        way, span = next(iter(ways.values()))
        if zin.roots & _DAAD & explanation.provision_roots[way] and _HET_DOEN.search(zin.text):
            return way, span  # the one way that is closed is for the very act: «een aanvraag kan ook op papier»
    context = frozenset().union(*(z.roots for z in before))
    total = explanation.weights.of(context)
    if not total:
        return None
    weight, provision, span = max(
        ((explanation.weights.of(context & explanation.provision_roots[p]), p, span) for p, span in closed), key=lambda s: s[0]
    )
    return (provision, span) if weight / total >= least else None


def _denied(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 50) : match.start()], text[match.end() :]
    return _ERVOOR.search(before) is not None or _ERNA.match(after) is not None or _ONTKEND.search(text) is not None


_NEAREST, _SURE = 2, 0.45
_CERTAIN = 0.6  # chance of an artikel, by the sentence and those around it
_FORMULIER = re.compile(r"formulier|aanvra", re.I)  # a form or an application on paper is a way by itself
# Concepts of the toelichting for what somebody does, and other words for handing something over.
_DAAD = frozenset({"=aanvragen", "=melden", "=betalen"})
_HET_DOEN = re.compile(r"\b(?:aanvra\w+|inschrijv\w+|aanmeld\w+|meld\w+)\b[^.;]{0,60}\b(?:kan|kunnen|mag|mogen)\b", re.I)
_STUURT = re.compile(
    r"\b(?:stuurt|sturen|levert|leveren|inlever\w*|kenbaar|indien\w*|dient|opgave|opgeven|reageer\w*|ingelever\w*|ingediend|doorg\w+"
    r"|geeft|geven|kan|kunnen|mag|mogen|wil|willen|liever|weg|wijze|manier)\b",
    re.I,
)

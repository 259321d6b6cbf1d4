"""What is asked of whom: per adressaat each act, by when, how often, with what proof, to whom, and what happens otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from doenvermogentoets.analysis import Analysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.norms import actors
from doenvermogentoets.norms.model import Norm, Rol, Soort, Termijn
from doenvermogentoets.norms.orgaan import with_article
from doenvermogentoets.report import words
from doenvermogentoets.report.acts import GENERIC, acts, imposed
from doenvermogentoets.report.counts import figures
from doenvermogentoets.report.evidence import Places, even
from doenvermogentoets.report.model import Action, Actor, Limit
from doenvermogentoets.report.softening import effects, follows, more_outs, outs
from doenvermogentoets.report.unasked import unasked
from doenvermogentoets.report.who import UNNAMED, Ask, ask_of
from doenvermogentoets.structure.labels import label
from doenvermogentoets.text import Span

_NO_ASK = frozenset({Soort.DEFINITIE, Soort.DELEGATIE, Soort.SLOT, Soort.STRAF})
_OF = re.compile(r"\s+van\b", re.I)
_POWER_OF = re.compile(r"\bbevoegdheid van (?:de|het|onze)\b", re.I)
_DETERMINERS = frozenset(("de", "het", "een", "onze", "zijn", "haar", "dat", "die", "dit", "deze"))


_NOT = "niet "
_AFTER = ("later", "eerder")


def limit_of(provision: Provision, termijn: Termijn) -> Limit:
    """A time limit with its words."""
    content = provision.document.text.content
    start = termijn.span.start
    if content.startswith(_AFTER, start) and content.endswith(_NOT, 0, start):
        start -= len(_NOT)  # «niet later dan»
    return Limit(text=even(content[start : termijn.span.end]) or even(termijn.tekst), days=termijn.dagen, kind=termijn.soort.value)


def _of_citizen(norm: Norm) -> bool:
    who = norm.adressaat
    return norm.doenlast and who is not None and who.rol == "burger" and bool(who.tekst) and (who.bekend or who.particulier)


def whose(norm: Norm, termijn: Termijn) -> Rol:
    """Who has to keep a time limit."""
    return "burger" if termijn.voor == "onbekend" and _of_citizen(norm) else termijn.voor


def own_limit(norm: Norm) -> Termijn | None:
    """The time limit that the one who must act has to keep; a limit of nobody in particular in a sentence about him is his."""
    if not any(t.voor == "burger" for t in norm.termijnen) and _of_citizen(norm):
        return next((t for t in norm.termijnen if t.voor == "onbekend"), None)
    return min((t for t in norm.termijnen if t.voor == "burger"), key=lambda t: (not t.streng, t.span.start), default=None)


def receivers(analysis: Analysis, provision: Provision, norm: Norm) -> tuple[str, ...]:
    """The authorities that a sentence names, other than as its subject: to whom it goes."""
    content = analysis.document.text.content
    out: dict[str, None] = {}
    for sentence in provision.passage.sentences:
        if not sentence.span.overlaps(norm.span):
            continue
        for actor in actors.find(sentence.words, analysis.definitions, actors.homonyms(content)):
            before = sentence.words[max(0, actor.first - 2) : actor.first]
            if actor.rol != "overheid" or not (actor.bekend or _to_body(sentence.words[actor.first : actor.last + 1], before)):
                continue
            if "van" in before and "door" not in before:
                continue  # «een besluit van het college»: whose it is, not to whom it goes
            span = sentence.span_of(actor.first, actor.last)
            name = even(provision.document.text[span])
            if "bij" in before and _LISTED.match(content, span.end):
                continue  # «een bij de Kamer van Koophandel ingeschreven bedrijf»: where somebody else is listed
            if "een" in before[-1:] and _OF.match(content, span.end):
                continue  # «een staat van zijn bezittingen»
            if name.islower() and " " not in name and not _DETERMINERS.intersection(before[-1:]):
                continue  # «een bedrag dat in verhouding staat»: a verb, or a word without its article
            out.setdefault(_small(with_article(name, content)))
    return tuple(out)


_LISTED = re.compile(r"\s+(?:ingeschreven|geregistreerd|aangesloten|erkend|bekend|aangemeld|gevestigd|ondergebracht)e?\s+[a-z]")
_BODIES = frozenset(("gemeente", "provincie", "waterschap"))


def _to_body(name: Sequence[str], before: Sequence[str]) -> bool:
    """«meldt dit aan de gemeente»: elsewhere a place, but here somebody to whom it goes."""
    return name[-1] in _BODIES and "aan" in before


def _small(name: str) -> str:
    """«Het college» at the start of a sentence as «het college»."""
    return name[:1].lower() + name[1:] if name.startswith(("De ", "Het ")) else name


def _asks(analysis: Analysis) -> Iterator[Ask]:
    for provision in analysis.provisions:
        seen: set[Span] = set()
        for norm in provision.norms:
            if (
                not norm.doenlast
                or norm.soort in _NO_ASK
                or norm.span in seen
                or _of_authority(provision, norm)
                or _befalls(provision, norm)
                or unasked(analysis, provision, norm, limited=own_limit(norm) is not None)
            ):
                continue
            seen.add(norm.span)
            yield ask_of(analysis, provision, norm)


_NOTHING = re.compile(r"\b(?:hoeft|hoeven|behoeft|behoeven) [^.;]{0,60}\bniets? te doen\b", re.I)


def _befalls(provision: Provision, norm: Norm) -> bool:
    """«blijft de plaatshouder van de markt geweerd», «hoeft niets te doen»: what happens to somebody, nothing that he does."""
    if norm.soort is Soort.RECHT and _NOTHING.search(provision.document.text[norm.span]):
        return True
    return bool(norm.handelingen) and all(h.soort == "blijven" for h in norm.handelingen) and bool(norm.gevolgen)


def _of_authority(provision: Provision, norm: Norm) -> bool:
    """A limit in a sentence about an authority, without an act or a matter of anybody else («vervalt de bevoegdheid van het bestuur»)."""
    of_authority = norm.adressaat is not None and norm.adressaat.rol == "overheid"
    speaks = of_authority or _POWER_OF.search(provision.document.text[norm.span]) is not None
    acts = any(h.soort != GENERIC for h in norm.handelingen)
    return speaks and not acts and words.first(provision.document, "zaak", norm.span) is None


def _action(places: Places, analysis: Analysis, ask: Ask) -> Action:
    provision, norm, document = ask.provision, ask.norm, ask.provision.document
    limit = own_limit(norm)
    found, soft = follows(analysis, provision, norm)
    often = words.first(document, "hoe-vaak", norm.span)
    event = words.first(document, "gebeurtenis", norm.span)
    return Action(
        key=places.key("handeling", document, norm.span),
        quote=places.quote(document, norm.span, place=label(provision.unit)),
        acts=acts(provision, norm, other=norm.soort is Soort.PLICHT and not ask.derived),
        matter=_matter(provision, norm),
        duty=norm.soort in (Soort.PLICHT, Soort.VERBOD) and norm.belastend,
        derived=ask.derived,
        imposed=imposed(provision, norm),
        limit=limit_of(provision, limit) if limit is not None else None,
        how_often=even(document.text[often]) if often is not None else "",
        proof=_proofs(provision, norm),
        counter=receivers(analysis, provision, norm),
        event=even(document.text[event]) if event is not None else "",
        effects=effects(places, found),
        ways_out=more_outs(places, analysis, provision, outs(places, soft)) if found else (),
    )


_STANDS_OPEN = re.compile(r"\bsta(?:at|an)\b[^.;]{0,80}?\b(beroep|bezwaar)\b[^.;]{0,60}\bopen\b", re.I)


def _matter(provision: Provision, norm: Norm) -> str:
    """What an act is about; «tegen de beschikking op een verzoek staat beroep open» is about the appeal."""
    document = provision.document
    open_ = _STANDS_OPEN.search(document.text[norm.span])
    if open_ is not None:
        return open_[1].lower()
    found = words.first(document, "zaak", norm.span)
    return even(document.text[found]).lower() if found is not None else ""


_PROVES = re.compile(r"^(?:toont|tonen|toon)\b.*\baan$|^aan(?: te )?tonen$|^aantoont$", re.I)
_LIKELY = re.compile(r"^aannemelijk\b", re.I)
# «een berekening van de kosten over»: words that wait for what comes after them
_CUT = re.compile(
    r"(?:\s+(?:over|van|voor|in|op|aan|met|door|bij|uit|tot|per|naar|onder|volgens|tegen|en|of|die|dat|waaruit|waarin|als|de|het|een|zijn|haar"
    r"|hun|deze|dit|is|wordt|worden))+\Z"
)


def _proofs(provision: Provision, norm: Norm) -> tuple[str, ...]:
    """With what: the pieces and proofs of a sentence, without those of a condition in which nothing is asked."""
    document = provision.document
    idle = [v for v in norm.voorwaarden if not any(v.start <= h.span.start < v.end for h in norm.handelingen)]
    out: dict[str, None] = {}
    for span in words.every(document, "bewijs", norm.span):
        if any(v.start <= span.start < v.end for v in idle):
            continue  # «indien de verklaring van de arts nog niet beschikbaar is»
        said = _CUT.sub("", even(document.text[span]))
        out.setdefault("aantonen" if _PROVES.match(said) else "aannemelijk maken" if _LIKELY.match(said) else said)
    return tuple(out)[:6]


def doelijst(places: Places, analysis: Analysis) -> tuple[Actor, ...]:
    """Who is asked what; people first, and whoever is asked most first."""
    per_actor: dict[str, list[Ask]] = defaultdict(list)
    for ask in _asks(analysis):
        per_actor[_together(ask.name, per_actor)].append(ask)
    out = []
    for name, asks in per_actor.items():
        actions = _one_thing([_action(places, analysis, ask) for ask in asks], [ask.provision for ask in asks])
        sure = [ask for ask in asks if not ask.derived] or asks
        person = sum(ask.person for ask in sure) * 2 >= len(sure)
        out.append(Actor(name=name, person=person, actions=actions, figures=figures(actions)))
    return tuple(sorted(out, key=lambda a: (a.name == UNNAMED, not a.person, -len(a.actions))))


_HANDED_IN = frozenset(("aanvragen", "indienen", "op tijd aanvragen", "op tijd indienen"))
_THE_SAME = re.compile(r"\b(?:de|die|deze) aanvraag\b", re.I)
_A_NEW_ONE = re.compile(r"\been (?:[\w-]+ )?aanvraag\b", re.I)


def _one_thing(actions: Sequence[Action], provisions: Sequence[Provision]) -> tuple[Action, ...]:
    """Leden of one artikel that say of the same application that it is made, in what form and by when, as one act with its parts.

    Only what says «de aanvraag» goes with an application that the artikel spoke of before. «Een aanvraag om ontheffing» is another, and
    after that nobody can say which one «de aanvraag» is.
    """
    heads: dict[object, list[Action]] = defaultdict(list)
    out = []
    for action, provision in zip(actions, provisions, strict=True):
        words = provision.document.text[provision.span]
        artikel = provision.unit.artikel
        about = action.matter == "aanvraag" and (not action.acts or set(action.acts) <= _HANDED_IN)
        if about and artikel is not None:
            known = heads[artikel]
            if len(known) == 1 and _THE_SAME.search(words) and not _A_NEW_ONE.search(words):
                out.append(action.model_copy(update={"part_of": known[0].key, "part_of_place": known[0].quote.place}))
                continue
            known.append(action)
        asked = _asked_before(action, artikel, out, provisions)
        out.append(action if asked is None else action.model_copy(update={"part_of": asked.key, "part_of_place": asked.quote.place}))
    return tuple(out)


def _asked_before(action: Action, artikel: Unit | None, before: Sequence[Action], provisions: Sequence[Provision]) -> Action | None:
    """The duty of the artikel that a sentence about its neglect names again: «Verschijnt hij niet, dan vervalt het recht»."""
    if action.duty or not action.effects or not action.acts or action.limit is not None or artikel is None:
        return None
    return next(
        (
            a
            for a, p in zip(before, provisions, strict=False)
            if p.unit.artikel is artikel and a.duty and not a.part_of and set(action.acts) <= set(a.acts)
        ),
        None,
    )


def _together(name: str, known: Mapping[str, object]) -> str:
    """«de gebruiker van een hulpmiddel van categorie C» is listed with «de gebruiker» when that is who the text speaks of elsewhere."""
    return next((k for k in known if name == k or name.lower() == k.lower()), name)

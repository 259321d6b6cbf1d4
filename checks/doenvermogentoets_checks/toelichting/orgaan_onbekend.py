"""«De urgentiecommissie beslist»: an authority that the bill does not know does what is done by this regulation.

Which words are an authority is told by the head of its name (commissie, fonds, stichting ...) or by the lexicon of the norms; what it does,
by reading the sentence as a provision. An agency that decides in the name of the authority of the bill is no other authority.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import Norm
from doenvermogentoets.search import Listed
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen, kan_zelfde_zijn
from doenvermogentoets.toelichting.vergelijking import Doel, doel_of_daarvoor
from doenvermogentoets.toelichting.words import root, roots
from doenvermogentoets_checks.toelichting.daden import daden
from doenvermogentoets_checks.toelichting.lezen import naam, words_pattern, zegt_het_nu

_SHARE = 0.2  # chance that the sentence is about a provision, by its words
_SHARED = 2  # words that the sentence and the bill have in common, where it does not stand under the heading of an artikel
_LONGEST = 45  # words


@dataclass(frozen=True, slots=True)
class _Lijsten:
    hoofden: str
    handelt: frozenset[str]
    ontvangt: frozenset[str]
    eigen_rol: Listed
    namens: Listed
    agentschap: Listed
    anders: Listed
    kop: Listed


@cache
def _lijsten() -> _Lijsten:
    data = tomllib.loads(files(__package__).joinpath("organen.toml").read_text(encoding="utf-8"))
    return _Lijsten(
        "|".join(data["namen"]["hoofden"]),
        frozenset(data["handelt"]["werkwoorden"]),
        frozenset(data["ontvangt"]["werkwoorden"]),
        *(words_pattern(tuple(data[k]["patronen"])) for k in ("eigen_rol", "namens", "agentschap", "anders", "kop")),
    )


@cache
def namen() -> Sequence[re.Pattern[str]]:
    """How names of bodies look: the last may be any noun with such a head, the others are proper names."""
    heads = _lijsten().hoofden
    any_case = f"(?i:{heads})"
    return (
        # «Stichting Welzijn Wilderveen», «Commissie dierenwelzijn», «het Nationaal Warmtefonds»
        re.compile(
            rf"\b(?:[A-Z][a-zé]+ )?(?P<hoofd>(?:[A-Z][a-zé-]*)?{any_case})"
            r"(?: (?:(?:voor|van|ter|en|tot|op|in|aan|bij|tegen) (?:de |het )?)?"
            r"[A-Z][\w-]+){1,6}"
        ),
        re.compile(rf"\b(?P<hoofd>(?=[A-Z]){any_case})(?: (?:voor (?:de |het )?)?[a-zé-]{{5,}}){{1,2}}"),
        # «de regionale urgentiecommissie», «het Warmtefonds»
        re.compile(rf"\b(?:[Dd]e|[Hh]et|[Ee]en) (?:[A-Za-z][a-zé]+e |[A-Z][a-zé]+ )?(?P<hoofd>[A-Za-z][a-zé-]{{2,}}(?:{heads}))\b"),
    )


@dataclass(frozen=True, slots=True)
class _Naam:
    woorden: str
    hoofd: str
    start: int  # in the sentence
    end: int
    eigennaam: bool = True  # several words that are one name, and not a noun with an adjective


def onbekend(dossier: DossierAnalysis, explanation: Explanation, organs: Organen) -> Iterator[Hit]:
    """One finding for each authority that the bill does not know, where it first acts or receives."""
    lijsten = _lijsten()
    bill = dossier.bill.document.text.content
    whole = explanation.document.text.content
    told: set[str] = set()
    for zin in explanation.zinnen:
        if zin.text.count(" ") > _LONGEST or _elders(explanation, zin, lijsten):
            continue
        for name in _genoemd(zin, organs):
            if name.hoofd in told or lijsten.eigen_rol.search(name.woorden) or _staat_in(bill, name, organs, whole):
                continue
            if not _doet(explanation, organs, zin, name, lijsten) and not _krijgt(explanation, zin, name, lijsten):
                continue
            meant = _bedoeld(explanation, organs, zin, name)
            if meant is None or _voert_uit(explanation, name, lijsten):
                continue
            told.add(name.hoofd)
            yield _hit(dossier, explanation, zin, name, meant)


def is_agentschap(words: str) -> bool:
    """An agency or service that acts for a minister or a municipality."""
    return _lijsten().agentschap.search(words) is not None


def eigen_rol(words: str) -> bool:
    """A court, an ombudsman, parliament: they act by other law."""
    return _lijsten().eigen_rol.search(words) is not None


def handelt_namens(explanation: Explanation, words: str) -> bool:
    """Somewhere the toelichting says that this body acts for another, or carries the regulation out."""
    head = words.split()[-1].lower()
    return _voert_uit(explanation, _Naam(words, head, 0, len(words), " " in words), _lijsten())


def over_iets_anders(zin: Zin) -> bool:
    """The sentence tells what was or might be, or stands under a heading of advice, costs or other law."""
    return not zegt_het_nu(_EN_ADVISEERT.sub("", zin.text)) or any(_lijsten().kop.search(h) for h in zin.alinea.section.path[1:])


def _elders(explanation: Explanation, zin: Zin, lijsten: _Lijsten) -> bool:
    """The sentence is about advice, other law, what was or will be, or stands under such a heading."""
    if not zegt_het_nu(_EN_ADVISEERT.sub("", zin.text)) or lijsten.anders.search(zin.text):
        return True
    return any(lijsten.kop.search(h) for h in zin.alinea.section.path[1:])


_EN_ADVISEERT = re.compile(r"\ben adviseert\b", re.I)


def _genoemd(zin: Zin, organs: Organen) -> Sequence[_Naam]:
    """The names of authorities in a sentence: by their head, and those that the lexicon knows."""
    out: list[_Naam] = []
    for pattern in namen():
        for m in pattern.finditer(zin.text):
            if not any(m.start() < o.end and o.start < m.end() for o in out):
                start = m.start() + (len(m.group(0)) - len(_LIDWOORD.sub("", m.group(0))))
                out.append(_Naam(zin.text[start : m.end()], m.group("hoofd").lower(), start, m.end(), pattern is not namen()[-1]))
    for o in organs.van(zin.text, zin.span.start):
        at = Span(o.span.start - zin.span.start, o.span.end - zin.span.start)
        if o.naam not in organs.bekend and not any(at.start < n.end and n.start < at.end for n in out):
            out.append(_Naam(o.woorden, o.naam, at.start, at.end, eigennaam=False))
    return out


_LIDWOORD = re.compile(r"^(?:de|het|een) ", re.I)


_LETTERS = 4  # of an abbreviation; bounded, as the text may be made to be hard


@cache
def _voluit(short: str) -> re.Pattern[str]:
    """The full name of an abbreviation: «GGD» for «gemeentelijke gezondheidsdienst», «IGJ» for «Inspectie gezondheidszorg en jeugd»."""
    between = r"[\w-]{0,30}\s(?:(?:en|voor|van|de|het|der)\s){0,3}"
    letters = [re.escape(c) for c in short if c.isalpha()][:_LETTERS]
    inside = "".join(rf"(?:[\w-]{{0,20}}|{between}){c}" for c in letters[2:])
    return re.compile(rf"\b{between.join(letters[:2])}{inside}\w*", re.I)


def _staat_in(bill: str, name: _Naam, organs: Organen, whole: str) -> bool:
    """The bill has the name, its abbreviation, or an authority that may be the same."""
    low = bill.lower().replace("burgemeester en wethouders", "college")
    plain = name.woorden.lower() if name.eigennaam else name.hoofd
    if plain in low or (name.hoofd in low and (" " not in plain or not re.fullmatch(_lijsten().hoofden, name.hoofd))):
        return True
    if name.woorden.isupper() and _voluit(name.woorden).search(bill) is not None:
        return True
    if " " not in plain and any(kan_zelfde_zijn(name.hoofd, known) for known in organs.bekend):
        return True
    if " " in plain and name.hoofd not in _GEMEENTELIJK and any(_zelfde(k, name.hoofd, plain) for k in organs.bekend):
        return True
    if name.eigennaam and re.search(rf"\b{re.escape(name.woorden.split()[0])}\b", bill):
        return True  # «de Dienst»: what stands behind it is a verb, or more of its name
    short = re.search(rf"{re.escape(name.woorden)}[^.(]{{0,30}}\(([^)]{{2,40}})\)", whole)
    return short is not None and re.search(rf"\b{re.escape(short.group(1).split()[-1])}\b", bill) is not None


def _zelfde(known: str, head: str, name: str) -> bool:
    """«commissie» for «Commissie bomen»; «bomencommissie» too, but no committee for something else."""
    first = known.split()[0]
    return first.endswith(head) and first.removesuffix(head)[:_BEGIN] in name


_BEGIN = 4  # letters of what a committee is for
_GEMEENTELIJK = frozenset({"college", "raad", "dienst", "kamer", "bureau"})  # of the bill these are other bodies than with a name behind it


def _doet(explanation: Explanation, organs: Organen, zin: Zin, name: _Naam, lijsten: _Lijsten) -> bool:
    """It is the subject of an act of authority, or that is done by it."""
    acts = [n for n in explanation.norms_of(zin) if n.werkwoord in lijsten.handelt or n.bevoegdheid != "geen"]
    span = Span(zin.span.start + name.start, zin.span.start + name.end)
    for norm in acts:
        who = norm.adressaat.span if norm.adressaat is not None else None
        if who is not None and who.start < span.end and span.start < who.end:
            return True
        if who is None and (_naast(zin, name, norm) or _KAN.search(zin.text[: name.start])):
            return True
    before = zin.text[: name.start].lower()
    if re.search(r"\bdoor (?:de |het |een )?$", before):
        return bool(acts) or _van_een_ander(explanation, organs, zin)
    if re.search(r"\b(?:dat|als|wanneer|indien|nadat|voordat|tenzij|totdat|zodra|waarna|waarbij|omdat|zodat) (?:de |het )?$", before):
        from doenvermogentoets.norms.verbs import lexicon

        final = lexicon().final
        clause = re.split(r"[,;:.]", zin.text[name.end :])[0]
        words = clause.lower().split()
        return any(v.infinitive in lijsten.handelt for w in words for v in final.get(w, ()))
    return False


def _van_een_ander(explanation: Explanation, organs: Organen, zin: Zin) -> bool:
    """«een signaal van de Rijksdienst» in the likeliest provision, where the sentence says who makes the signals."""
    shares = explanation.shares(zin)
    best = max(shares, key=lambda p: shares[p], default=None)
    if best is None or any(o.naam in organs.bekend and o.rol == "doet" for o in organs.van(zin.text)):
        return False
    text = explanation.bill.document.text[best.span]
    whose = (_VAN.search(text[: o.span.start - best.span.start]) for o in organs.per_bepaling[best])
    return any(m is not None and root(m.group(1)) in zin.roots for m in whose)


_VAN = re.compile(r"\b(\w{4,}) (?:van|door) (?:de |het )?$")
_KAN = re.compile(r"\b(?:kan|mag|moet|dient) (?:de |het )?$", re.I)


def _naast(zin: Zin, name: _Naam, norm: Norm) -> bool:
    """The verb stands right before or after the name."""
    for span in norm.werkwoord_spans:
        start, end = span.start - zin.span.start, span.end - zin.span.start
        if zin.text[name.end : start] == " " or (end <= name.start and zin.text[end : name.start].strip().lower() in ("", "de", "het")):
            return True
    return False


def _krijgt(explanation: Explanation, zin: Zin, name: _Naam, lijsten: _Lijsten) -> bool:
    """A citizen applies, notifies or asks there."""
    if not re.search(r"\b(?:aan|bij|tot) (?:de |het |een )?$", zin.text[: name.start], re.I):
        return False
    return any(
        (n.werkwoord in lijsten.ontvangt or (n.werkwoord == "doen" and _DOET_MELDING.search(zin.text)))
        and (n.adressaat is None or n.adressaat.rol == "burger")
        for n in explanation.norms_of(zin)
    )


_DOET_MELDING = re.compile(r"\b(?:opgave|aangifte|melding|mededeling|aanvraag|verzoek)\b", re.I)


def _voert_uit(explanation: Explanation, name: _Naam, lijsten: _Lijsten) -> bool:
    """Somewhere the toelichting says that it acts for another, or carries the regulation out."""
    bare = re.search(rf"(?:{lijsten.hoofden})$", name.hoofd)
    called = re.escape(name.woorden if name.eigennaam else name.hoofd)
    if bare is not None:  # «de stichting», later on
        called = rf"(?:{called}|\b(?:de|deze|het|dit) {bare.group(0)}\b(?! (?-i:[A-Z])))"
    word = re.compile(called, re.I)
    return any(word.search(z.text) and lijsten.namens.search(z.text) for z in explanation.zinnen)


def _bedoeld(explanation: Explanation, organs: Organen, zin: Zin, name: _Naam) -> Provision | None:
    """The provision that the sentence is about."""
    target = doel_of_daarvoor(explanation, zin)
    shares = explanation.shares(zin)
    best = max(shares, key=lambda p: shares[p], default=None)
    if target is not None and target.hoe != "woorden":
        provision = target.lid or _voorwerp(explanation, zin, target)
        provision = provision or max(target.provisions, key=lambda p: shares.get(p, 0.0), default=None)
    elif best is not None and shares[best] >= _SHARE and target is not None:
        own = frozenset(roots(name.woorden))
        near = frozenset().union(*(explanation.provision_roots[p] for p in explanation.bill.in_artikel(best.unit))) - own
        whole = frozenset().union(*explanation.provision_roots.values()) - own
        enough = len(zin.roots & whole) >= _SHARED or _van_een_ander(explanation, organs, zin)
        provision = best if zin.roots & near and enough else _met_dat(explanation, zin, best)
    else:
        provision = _met_daad(explanation, zin)
    if provision is None:
        return None
    inside = explanation.bill.in_artikel(provision.unit)
    others = {o.naam for p in inside for o in organs.per_bepaling[p]} or organs.bekend
    agency = _lijsten().agentschap.search(name.woorden) is not None
    return None if agency and (not name.eigennaam or others == {"minister"}) else provision


def _met_dat(explanation: Explanation, zin: Zin, best: Provision) -> Provision | None:
    """The power of the artikel to do this in other words, where «dat uitstel» was told of in the sentence before: «verlengen»."""
    before = explanation.before(zin)
    named = _DAT.search(zin.text)
    acts = daden(zin.text)
    if before is None or named is None or not acts or root(named.group(1)) not in before.roots:
        return None
    text = explanation.bill.document.text
    inside = explanation.bill.in_artikel(best.unit)
    powers = [p for p in inside if any(_van_overheid(n) for n in p.norms) and acts & daden(text[p.span])]
    return powers[0] if len(powers) == 1 else None


def _van_overheid(norm: Norm) -> bool:
    return norm.bevoegdheid != "geen" or (norm.adressaat is not None and norm.adressaat.rol == "overheid")


_DAT = re.compile(r"\b(?:[Dd]at|[Dd]ie|[Dd]eze|[Dd]it|[Zz]o'n) ([^\W\d_]{4,})")


def _voorwerp(explanation: Explanation, zin: Zin, target: Doel) -> Provision | None:
    """«Het college kan daartoe overgaan» under the heading of several artikelen: the power over what the sentence before tells of."""
    before = explanation.before(zin)
    if before is None or len(target.artikelen) == 1 or _DAARTOE.search(zin.text) is None:
        return None
    weights, known = explanation.weights, explanation.provision_roots
    told = before.roots | zin.roots
    powers = [p for p in target.provisions if told & known[p] and any(n.bevoegdheid != "geen" for n in p.norms)]
    return max(powers or target.provisions, key=lambda p: weights.of(told & known[p]), default=None)


_DAARTOE = re.compile(r"\b(?:daartoe|hiertoe|daarvan|hiervan|daarover|daarmee|dit|dat)\b", re.I)


def _met_daad(explanation: Explanation, zin: Zin) -> Provision | None:
    """The provision with the act of the sentence, when only one artikel has it and shares more words."""
    acts = {n.werkwoord for n in explanation.norms_of(zin)} & _lijsten().handelt
    having = [p for p in explanation.bill.provisions if any(n.werkwoord in acts for n in p.norms)]
    likely = [p for p in having if len(zin.roots & explanation.provision_roots[p]) >= _SHARED]
    return likely[0] if likely and len({p.unit.artikel for p in having}) == 1 else None


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, name: _Naam, provision: Provision) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        Span(zin.span.start + name.start, zin.span.start + name.end),
        f"De toelichting geeft «{name.woorden}» hier een taak; het ontwerp kent dat orgaan niet. "
        f"De zin gaat over {naam(provision.unit).rstrip(',')}.",
        "Gezocht is in het hele ontwerp naar deze naam: niet gevonden. Wie op de toelichting afgaat, wendt zich tot de verkeerde.",
        label="niet in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "hierover gaat de zin"),),
        # on dossiers that nobody had tuned on eight of fourteen were right
        lighter="bij het nalezen bleek zo een verschil vaak met opzet of elders geregeld",
        severity=Severity.INFO,
    )

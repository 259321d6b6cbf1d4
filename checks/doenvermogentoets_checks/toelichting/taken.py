"""Another body than that of the artikel in the same part: it decides, receives, advises, agrees or delivers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit, Severity
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.text import Span
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.organen import Organen, kan_zelfde_zijn
from doenvermogentoets.toelichting.words import root, roots
from doenvermogentoets_checks.toelichting.keuze import LICHT
from doenvermogentoets_checks.toelichting.lezen import naam, zegt_het_nu
from doenvermogentoets_checks.toelichting.orgaan_onbekend import eigen_rol, handelt_namens, is_agentschap, over_iets_anders
from doenvermogentoets_checks.toelichting.taak import Rol, Taak, genoemd, lijsten, taken
from doenvermogentoets_checks.toelichting.uitspraak import overlap

_ARTIKEL = 0.6  # chance that a sentence is about an artikel
_LONGEST = 40  # words
_LANGE_NAAM = 50  # characters that may follow the first words of a name
_SHARED = 2  # words, with an artikel that only its act points to
_WAT: dict[Rol, str] = {
    "doet": "is dit aan «{}»",
    "krijgt": "is «{}» het adres",
    "adviseert": "adviseert «{}»",
    "stemt in": "is instemming nodig van «{}»",
    "levert": "levert «{}»",
}


class Taken:
    """The bodies of a bill with what they do and get, to hold those of its toelichting against."""

    def __init__(self, dossier: DossierAnalysis, explanation: Explanation, organs: Organen) -> None:
        self._dossier = dossier
        self._explanation = explanation
        self._organs = organs
        self._taken: dict[Unit, Sequence[tuple[Provision, Taak]]] = {}
        self._gezegd: set[tuple[str, Provision]] = set()

    def hits(self, zin: Zin) -> Iterator[Hit]:
        """At most one question about a sentence."""
        if zin.text.count(" ") > _LONGEST or lijsten().niet.search(zin.text):
            return
        # under «Uitvoering» others have a part of their own; the very question of the bill is decided by whom the bill says
        elsewhere = over_iets_anders(zin)
        if elsewhere and not (zegt_het_nu(zin.text) and _VRAAG.search(zin.text)):
            return
        told = [t for t in taken(zin.text, self._organs) if t.naam not in lijsten().vaag]
        if not told:
            return
        artikel = self._artikel(zin) if not elsewhere else None
        for one in told:
            if not _doet_het(zin.text, one) or (one.rol in ("doet", "adviseert") and _ander_werk(one)):
                continue
            inside = self._van(artikel) if artikel is not None else self._zelfde_vraag(zin, one)
            if not inside and not elsewhere:
                inside = self._enige(zin, one)
            other = self._ander(zin, one, inside, [t.naam for t in told if t is not one])
            if other is not None and (one.naam, other[0]) not in self._gezegd:
                self._gezegd.add((one.naam, other[0]))
                yield self._hit(zin, one, *other)
                return

    def _artikel(self, zin: Zin) -> Unit | None:
        chances: dict[Unit, float] = defaultdict(float)
        for provision, share in self._explanation.shares(zin).items():
            if provision.unit.artikel is not None:
                chances[provision.unit.artikel] += share
        best = max(chances, key=lambda a: chances[a], default=None)
        return best if best is not None and chances[best] >= _ARTIKEL else None

    def _van(self, artikel: Unit) -> Sequence[tuple[Provision, Taak]]:
        if artikel not in self._taken:
            text = self._dossier.bill.document.text
            found: list[tuple[Provision, Taak]] = []
            for provision in self._dossier.bill.in_artikel(artikel):
                if any(n.soort is Soort.DEFINITIE for n in provision.norms):
                    continue
                for sentence in provision.passage.sentences:
                    base = sentence.span.start
                    found += [
                        (provision, Taak(t.naam, t.woorden, base + t.start, base + t.einde, t.rol, t.daden, t.wortels))
                        for t in taken(text[sentence.span], self._organs)
                    ]
            self._taken[artikel] = found
        return self._taken[artikel]

    def _enige(self, zin: Zin, one: Taak) -> Sequence[tuple[Provision, Taak]]:
        """What is done in the one artikel of the bill that has this act for this part, when the sentence has a word of it."""
        found = [(p, t) for act in sorted(one.daden) for p, t in self._per_daad.get((one.rol, act), ())]
        artikelen = list(dict.fromkeys(p.unit.artikel for p, _ in found))
        if len(artikelen) != 1 or artikelen[0] is None or max(self._gedeeld(zin, p) for p, _ in found) < _SHARED:
            return ()
        return self._van(artikelen[0])

    def _zelfde_vraag(self, zin: Zin, one: Taak) -> Sequence[tuple[Provision, Taak]]:
        """What is done in the one artikel that decides the very question of the sentence: «stelt vast of de houder geschikt is»."""
        asked = _vraag(zin.text[one.einde :]) if one.rol == "doet" else frozenset()
        if len(asked) < _SHARED:
            return ()
        text = self._dossier.bill.document.text
        same = [p for p in self._dossier.bill.provisions for z in p.passage.sentences if asked <= _vraag(text[z.span])]
        artikelen = list(dict.fromkeys(p.unit.artikel for p in same))
        return self._van(artikelen[0]) if len(artikelen) == 1 and artikelen[0] is not None else ()

    @cached_property
    def _per_daad(self) -> Mapping[tuple[Rol, str], Sequence[tuple[Provision, Taak]]]:
        out: dict[tuple[Rol, str], list[tuple[Provision, Taak]]] = defaultdict(list)
        for artikel in dict.fromkeys(p.unit.artikel for p in self._dossier.bill.provisions):
            for provision, task in self._van(artikel) if artikel is not None else ():
                for act in task.daden:
                    out[task.rol, act].append((provision, task))
        return out

    def _ander(self, zin: Zin, one: Taak, inside: Sequence[tuple[Provision, Taak]], beside: Sequence[str]) -> tuple[Provision, Taak] | None:
        """The one body that has this part in the artikel, when the one of the sentence has no part in it."""
        own = [(p, t) for p, t in inside if self._zelfde(one, t)]
        if any(t.naam != one.naam or not t.daden or not one.daden or t.daden & one.daden for _, t in own):
            return None
        same = [
            (p, t)
            for p, t in inside
            if t.rol == one.rol
            and t.naam not in lijsten().vaag
            and _past(one, p, t)
            and not self._een_ding(t)
            and not any(kan_zelfde_zijn(t.naam, n) for n in beside)
        ]
        if not same:
            return None
        elsewhere = (t for act in one.daden for _, t in self._per_daad.get((one.rol, act), ()))
        if any(kan_zelfde_zijn(t.naam, one.naam) for t in elsewhere):
            return None
        if own:  # it has another part in the artikel: then only a sentence that is clearly of the other lid
            same = [(p, t) for p, t in same if t.daden & one.daden and all(self._gedeeld(zin, p) > self._gedeeld(zin, q) for q, _ in own)]
            if not same:
                return None
        shares = self._explanation.shares(zin)
        if is_agentschap(one.woorden) and any(t.naam == "minister" for _, t in same):
            return None
        if one.rol == "doet" and handelt_namens(self._explanation, one.woorden):
            return None
        return max(
            same, key=lambda s: (len(s[1].daden & one.daden) + 2 * shares.get(s[0], 0.0) + self._gedeeld(zin, s[0]) / 2, -s[1].start)
        )

    def _een_ding(self, task: Taak) -> bool:
        """Capitals that the bill defines as something else than an authority («ASP: alcoholslotprogramma»)."""
        definition = self._dossier.bill.definitions.get(task.woorden.lower())
        if not task.woorden.isupper() or definition is None or definition.rol == "overheid":
            return False
        return not genoemd(definition.text, self._organs)

    def _gedeeld(self, zin: Zin, provision: Provision) -> int:
        return overlap(zin.roots, self._explanation.provision_roots[provision])

    def _zelfde(self, one: Taak, other: Taak) -> bool:
        """Both names may stand for one body: by name, by their first letters, or because the bill says so."""
        if kan_zelfde_zijn(one.naam, other.naam) or _deelt_een_woord(one.naam, other.naam):
            return True
        if _kort(one.woorden, other.woorden) or _kort(other.woorden, one.woorden):
            return True
        text = self._dossier.bill.document.text.content
        if _afkorting(one.woorden, other.woorden + _vervolg(text[other.einde : other.einde + _LANGE_NAAM])) or _afkorting(
            other.woorden, one.woorden
        ):
            return True
        for term, definition in self._dossier.bill.definitions.items():
            for a, b in ((one, other), (other, one)):
                if _noemt(term, a) and (_noemt(definition.text, b) or _afkorting(b.woorden, definition.text)):
                    return True
        return False

    def _hit(self, zin: Zin, one: Taak, provision: Provision, other: Taak) -> Hit:
        return Hit(
            self._explanation.document,
            zin.alinea.unit,
            Span(zin.span.start + one.start, zin.span.start + one.einde),
            f"Volgens de toelichting {_WAT[one.rol].format(one.woorden)}; {naam(provision.unit)} noemt «{other.woorden}». "
            "Klopt dat met elkaar?",
            "In het artikel waarover deze zin gaat, komt het orgaan uit de toelichting niet voor. Wie op de toelichting afgaat, "
            "wendt zich tot de verkeerde.",
            label=f"in het ontwerp: {other.woorden}",
            annotations=(Annotation(self._dossier.bill.document, Span(other.start, other.einde), "het orgaan in het ontwerp"),),
            # on dossiers that nobody had tuned on five of nine were right
            lighter="bij het nalezen bleek zo een verschil vaak met opzet of elders geregeld",
            severity=Severity.INFO,
        )


# The question that is decided, up to where something else is told.
_VRAAG = re.compile(
    r"\b(?:stel(?:t|len)\b[^.;,]{0,90}\bvast|beslis\w*|beslui\w+|beoorde\w+|oorde+l\w*|bepa(?:alt|len)|onderzoek\w*|toets(?:t|en)|beziet"
    r"|(?:gaat|gaan)\b[^.;,]{0,60}\bna) of (?P<vraag>[^.;,]{5,120})",
    re.I,
)
_EN_DOET = re.compile(r"\ben (?=\w+t\b)")


def _vraag(text: str) -> frozenset[str]:
    """The roots of the question that is decided: of «of hij nog rijden kan» those of «nog rijden»."""
    found = _VRAAG.search(text)
    return frozenset(roots(_EN_DOET.split(found.group("vraag"))[0])) - _HULP if found is not None else frozenset()


_HULP = frozenset(roots("is zijn wordt worden kan kunnen heeft hebben voldoet voldoen nog er"))


def _vervolg(text: str) -> str:
    """The words after a name that still belong to it: «voor de Statistiek»."""
    found = _LANG.match(text)
    return found.group(0) if found is not None else ""


_LANG = re.compile(r"(?: [A-Z][\w-]+| (?:voor|van|der|en)(?: de| het)? (?=[A-Z])[\w-]+)*")


def _ander_werk(one: Taak) -> bool:
    """A court, or a body that by its name only advises."""
    return eigen_rol(one.woorden) or (one.rol == "doet" and "advies" in one.naam)


_BEZIG = re.compile(r"(?:kan|kunnen|mag|mogen|moet|moeten|is|zijn|wordt|worden|neemt|stelt|geeft|zal|zullen|doet|gaat|laat)$", re.I)
_DOOR = re.compile(r"\bdoor (?:de |het |een |onze )?(?:\w+e )?$|\b(?:bij|aan) (?:de |het )?(?:\w+e )?$", re.I)
_GEWEEST, _WORDT = re.compile(r"\b(?:is|zijn|heeft|hebben)\b", re.I), re.compile(r"\b(?:wordt|worden|geschiedt|vindt plaats)\b", re.I)
_VOOR = re.compile(r"(\w+) (?:de |het |een |onze )?(?:\w+e )?$", re.I)
_ONDERGESCHIKT = re.compile(r"\b(?:dat|die|als|wanneer|indien|waarna|nadat|zodra|waarbij|zodat|of) (?:de |het |een )?(?:\w+e )?$", re.I)


def _doet_het(text: str, one: Taak) -> bool:
    """Its verb stands beside it, or it is what something is done by; whatever is told of others needs no verb."""
    before, after = text[: one.start], text[one.einde :]
    if one.rol == "doet" and _DOOR.search(before) and _GEWEEST.search(text) and not _WORDT.search(text):
        return False
    if one.rol != "doet" or _DOOR.search(before) or _ONDERGESCHIKT.search(before):
        return True
    beside = [m.group(1) for m in (_VOOR.search(before), re.match(r" (\w+)", after)) if m is not None]
    return any(_BEZIG.match(w) or any(p.search(w) for p in lijsten().taak.values()) or _werkwoord(w) for w in beside)


def _werkwoord(word: str) -> bool:
    """A finite verb that can stand beside its subject."""
    from doenvermogentoets.norms.verbs import lexicon

    return word.lower() in lexicon().final


def _past(one: Taak, provision: Provision, other: Taak) -> bool:
    """Both do or get the same."""
    return bool(other.daden & one.daden) or _zelfde_werkwoord(one, provision)


def _zelfde_werkwoord(one: Taak, provision: Provision) -> bool:
    """A verb of the lid that says something by itself stands in the part of the sentence."""
    return any(root(n.werkwoord) in one.wortels for n in provision.norms if n.werkwoord and n.werkwoord not in LICHT)


def _noemt(text: str, task: Taak) -> bool:
    return (
        re.search(rf"\b{re.escape(task.woorden)}", text, re.I) is not None
        or re.search(rf"\b{re.escape(task.naam)}\b", text, re.I) is not None
    )


_WORD = re.compile(r"[^\W\d_]{5,}")
_GEWOON = frozenset(
    [
        "nederlandse",
        "nationale",
        "regionale",
        "gemeentelijke",
        "centrale",
        "algemene",
        "dienst",
        "autoriteit",
        "inspectie",
        "commissie",
        "college",
        "instituut",
    ]
)


def _deelt_een_woord(one: str, other: str) -> bool:
    """«fonds» and «stimuleringsfonds», «Instituut Sportrechtspraak» and «het instituut»: a telling word, or the end of one."""
    a, b = ({w.lower() for w in _WORD.findall(n)} for n in (one, other))
    if (a & b) - _GEWOON:
        return True
    single = one.lower() if " " not in one else other.lower() if " " not in other else ""
    many = other.lower() if single == one.lower() else one.lower()
    return bool(single) and len(single) > 3 and any(w.endswith(single) or single.endswith(w) for w in many.split() if len(w) > 3)


_INSTELLING = 12  # letters: a word for a body, no ordinary noun


def _kort(short: str, name: str) -> bool:
    """The bill has one word for a body («het Uitvoeringsinstituut») of which the abbreviation has more («UWV»)."""
    last = name.split()[-1]
    return short.isupper() and " " not in short and len(last) >= _INSTELLING and last[0] == short[0]


def _afkorting(short: str, long: str) -> bool:
    """The capitals of the one stand in this order at the beginning of words or parts of words of the other."""
    letters = [c for c in short if c.isupper()]
    initials = "".join(w[0] for w in long.split() if len(w) > 3).upper()
    if len(initials) > 1 and "".join(letters).startswith(initials):
        return True  # «CCMO» and «de centrale commissie»
    if len(letters) < 2 or " " in short:
        return False
    at = 0
    low = long.lower()
    for c in letters:
        at = low.find(c.lower(), at)
        if at < 0:
            return False
        at += 1
    return low[:1] == letters[0].lower() or f" {letters[0].lower()}" in low

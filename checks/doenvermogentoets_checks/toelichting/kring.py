"""Who or what falls under a rule: somebody whom the toelichting takes in or leaves out, and whom the bill does not know.

«Zowel kopers als huurders kunnen …», «met inbegrip van volkstuinders», «vergunninghouders met een beperking blijven gespaard»: the words
that tell the group apart are sought in the whole bill, with what means the same. Is there none, the provision says nothing of that group.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from doenvermogentoets.analysis import DossierAnalysis, Provision
from doenvermogentoets.document import Unit
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.norms.actors import role_of_phrase
from doenvermogentoets.norms.model import Soort
from doenvermogentoets.norms.numbers import cardinal
from doenvermogentoets.search import Listed
from doenvermogentoets.toelichting import Explanation, Zin
from doenvermogentoets.toelichting.hoeveelheden import hoeveelheden
from doenvermogentoets.toelichting.hoeveelheid import gelijk
from doenvermogentoets.toelichting.words import GROUP, groups, root, roots, stop_words, weak_roots
from doenvermogentoets_checks.common import capital, words
from doenvermogentoets_checks.toelichting.bedoeld import kansen
from doenvermogentoets_checks.toelichting.lezen import naam, over_het_ontwerp, words_pattern

_QUOTED = 100
_SURE = 0.25  # chance of the artikel that a sentence is about
_LONG, _PART = 6, 5  # letters of a word that tells a group apart, and of the part of a compound that may be a word of the bill
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADJECTIVE = re.compile(r"(?:ende|[^a]ere|ig|ige|lijk|lijke|aal|ale|ieve?|baar|bare|isch|ische|zame?|loze?|achtige?|jarige?)$")
_VERB = re.compile(r"(?:^(?:on)?(?:ge|be|ver|ont)\w+(?:de|te|d|t)|\w+t)$")
_NIET = re.compile(r"\b(?:niet|geen|nooit|evenmin)\b", re.I)
_FINITE = re.compile(r"^[^,]*\b(?:is|zijn|zal|zullen|wordt|worden|heeft|hebben|strekt)\b(?![^,]*\b(?:gebleven|geweest)\b)")
_VRIJ_VAN = re.compile(r"\b(?:ongeacht|onverschillig|los van)\b", re.I)
_CITED = re.compile(r"\bartikel(?:en)? \d[\w.:]*", re.I)
_NUMMER = re.compile(r"\d[\w.:]*\w|\d")
_AUTHORITY = re.compile(r"\b(?:college|raad|minister|burgemeester|bestuur|dienst|staten|rechter|inspecteur|gemeente)\b", re.I)
_ONDERDEEL = re.compile(r"\bonderde(?:el|len)\b", re.I)
# Groups of words in which differ who falls under a rule and who does not («huurder», «bewoner»).
_RUIM = frozenset(f"{GROUP}{n}" for n in ("bewoner", "familie", "vereniging", "huurder", "werknemer", "bezoeker", "jong", "oud"))
_ZEGT = {
    "erbij": ("rekent ook", " daartoe"),
    "alternatief": ("noemt ook de grond", ""),
    "alleen": ("beperkt de regel tot", ""),
    "bovendien": ("stelt ook de eis", ""),
    "vrij": ("maakt een uitzondering voor", ""),
    "vrij_getal": ("maakt een uitzondering voor", ""),
}
_MODIFIER = 4  # letters of the part of a compound that tells the group apart


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    return tomllib.loads(files(__package__).joinpath("kring.toml").read_text(encoding="utf-8"))


def _list(name: str) -> Listed:
    return words_pattern(tuple(_lists()[name]))


@cache
def _patterns(name: str) -> Sequence[Listed]:
    return tuple(Listed([p], any_case=False) for p in _lists()[name])


@cache
def _kader() -> frozenset[str]:
    return frozenset(root(w) for w in _lists()["kader"])


def andere_kring(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """The provision that a sentence widens or narrows with a group of which the bill has no word."""
    if not over_het_ontwerp(zin) or _list("anders").search(zin.text):
        return None
    found = _ongeacht(dossier, explanation, zin)
    if found is not None:
        return found
    gets = _list("krijgt")
    found = _zonder_eis(dossier, explanation, zin) or _ondanks(dossier, explanation, zin)
    if found is not None:
        return found
    for name in ("erbij", "alternatief", "alleen", "bovendien", "vrij", "vrij_getal"):
        for pattern in _patterns(name):
            match = pattern.search(zin.text)
            if match is None or (name in ("erbij", "alternatief") and not _takes_in(zin.text, match, gets)):
                continue
            provision = _about(explanation, zin)
            if provision is None:
                continue
            place = provision.unit.artikel if name == "alternatief" else None
            strange = (
                _number(explanation, match.group("wie"))
                if name == "vrij_getal"
                else _strange(explanation, match.group("wie"), place, ground=name in ("bovendien", "alternatief"))
            )
            if not strange or (name.startswith("vrij") and _other_words(explanation, provision, match.group("wie"))):
                continue
            return _hit(dossier, explanation, zin, name, match.group("wie").strip(), strange, provision)
    return None


def _takes_in(text: str, match: re.Match[str], gets: Listed) -> bool:
    """What follows is what somebody has who falls under the rule, and it is not denied."""
    return gets.search(text) is not None and _NIET.search(text[match.end("wie") :]) is None


def _other_words(explanation: Explanation, provision: Provision, who: str) -> bool:
    """The artikel makes an exception, and «wie» may be that one in other words: unless it adds somebody to the one that is there."""
    text = explanation.bill.document.text
    makes = [p for p in explanation.bill.in_artikel(provision.unit) if _list("uitzondert").search(text[p.span])]
    if not makes:
        return False
    bill = frozenset().union(*(frozenset(roots(text[p.span])) for p in makes))
    parts = [frozenset(roots(part)) for part in re.split(r"\ben\b|,", who)]
    known = [bool(part & bill or groups(part) & groups(bill)) for part in parts]
    return not (len(parts) > 1 and any(known) and not all(known))


def _ongeacht(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Ongeacht hun inkomen», about a lid that looks at the income, or that names one category of those of another artikel."""
    match = next((m for p in _patterns("ongeacht") if (m := p.search(zin.text)) is not None), None)
    provision = _about(explanation, zin) if match is not None else None
    if match is None or provision is None:
        return None
    text = dossier.bill.document.text[provision.span]
    if _VRIJ_VAN.search(text) or not _list("beperkt").search(text):
        return None
    what = next((root(w) for w in _WORD.findall(match.group("wie")) if len(w) > _PART and w.lower() not in stop_words()), "")
    if not what:
        return None
    own = explanation.by_words.roots[provision]
    cited = {n for m in _CITED.finditer(text) for n in _NUMMER.findall(m.group(0))}
    beside = [
        explanation.by_words.headings.get(p.unit.artikel, frozenset())
        for n in cited
        for p in explanation.by_words.by_number.get(n, ())
        if p.unit.artikel
    ]
    if not any(what[:-1] in w for w in own) and not (_ONDERDEEL.search(text) and any(what[:-1] in w for words_ in beside for w in words_)):
        return None
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"Volgens de toelichting maakt dit niet uit («{match.group(0).strip()}»); {naam(provision.unit)} maakt er verschil naar: "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "De bepaling geldt volgens haar tekst niet voor alle gevallen die de toelichting noemt.",
        label="ruimer dan het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "hier staat de grens"),),
    )


def _zonder_eis(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Aan de brandveiligheid worden geen eisen gesteld», about a lid with that very condition."""
    match = next((m for p in _patterns("zonder_eis") if (m := p.search(zin.text)) is not None), None)
    if match is None or _AUTHORITY.search(match.group("wie")):
        return None
    what = {root(w) for w in _WORD.findall(match.group("wie")) if len(w) >= _LONG and w.lower() not in stop_words()}
    lid = _with_condition(explanation, zin, lambda own: any(w in own for w in what))
    return _asked(dossier, explanation, zin, match, lid) if lid is not None else None


def _ondanks(dossier: DossierAnalysis, explanation: Explanation, zin: Zin) -> Hit | None:
    """«Verenigingen die niet bij een bond zijn aangesloten, komen ook in aanmerking», about a lid that asks for just that."""
    match = next((m for p in _patterns("ondanks") if (m := p.search(zin.text)) is not None), None)
    if match is None:
        return None
    asked = frozenset(roots(match.group("eis"))) - weak_roots()
    who = frozenset(roots(match.group("wie")))
    lid = _with_condition(explanation, zin, lambda own: bool(asked) and len(asked & own) * 2 >= len(asked) and bool(who & own))
    return _asked(dossier, explanation, zin, match, lid) if lid is not None else None


def _with_condition(explanation: Explanation, zin: Zin, fits: Callable[[frozenset[str]], bool]) -> Provision | None:
    """The lid with a condition that fits: of the artikel that is meant, or the only one of the bill."""
    text = explanation.bill.document.text
    having = [
        p
        for p in explanation.bill.provisions
        if fits(explanation.by_words.roots.get(p, frozenset()))
        and _list("eist").search(text[p.span])
        and not _list("uitzondert").search(text[p.span])
    ]
    about = _about(explanation, zin)
    inside = [p for p in having if about is not None and p.unit.artikel is about.unit.artikel]
    if inside:
        return inside[0]
    return having[0] if len({p.unit.artikel for p in having}) == 1 else None


def _asked(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, match: re.Match[str], lid: Provision) -> Hit:
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting zegt dat dit geen voorwaarde is («{match.group(0).strip()}»); {naam(lid.unit)} zegt: "
        f"«{words(dossier.bill.document, lid.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "Wie op de toelichting afgaat, denkt dat hij aan deze eis niet hoeft te voldoen.",
        label="het ontwerp stelt deze eis",
        annotations=(Annotation(dossier.bill.document, lid.passage.span, "hier staat de eis"),),
    )


def _strange(explanation: Explanation, who: str, artikel: Unit | None = None, *, ground: bool = False) -> str:
    """The first noun of a group of which the bill, or one artikel, has neither the word nor a part nor another word for it."""
    found = [w for w in _WORD.findall(who) if w.lower() not in ("een", "de", "het", "alle", "ook", "aan", "die")]
    if not found or _list("opent").whole.match(who.lstrip()) or _authority(found) or (not ground and _FINITE.search(who)):
        return ""
    whole = explanation.bill.document.text
    text = "\n".join(whole[p.span] for p in explanation.bill.in_artikel(artikel)) if artikel is not None else whole.content
    bill = _vocabulary(text)
    aged = _list("leeftijd").search(text) is not None
    word = next((w for w in found if _names(w) and not _known(root(w), bill) and not (aged and _list("leeftijdsnaam").whole.match(w))), "")
    begin = word.lower()[: max(_PART, len(word) - 3)]
    if word and not re.search(rf"\b{re.escape(begin)}", text, re.I):
        return word
    return _number(explanation, who)


def _number(explanation: Explanation, who: str) -> str:
    """A length or age by which the group is told apart and that the bill does not have."""
    known = [h for found in explanation.quantities.by_provision.values() for h in found]
    told = (h for h in hoeveelheden(who) if h.maat in ("duur", "leeftijd", "keer"))
    return next((h.woorden for h in told if not any(gelijk(h, k) for k in known)), "")


def _authority(found: Sequence[str]) -> bool:
    role = role_of_phrase([found[0].lower()])
    return role is not None and role[0] == "overheid"


def _names(word: str) -> bool:
    """A noun that can tell a group apart, as far as its form shows."""
    plain, stem = word.lower(), root(word)
    if len(word) < _LONG or plain in stop_words() or stem in _kader() or stem in weak_roots() or cardinal(plain) is not None:
        return False
    return not (_ADJECTIVE.search(plain) or _VERB.search(plain) or _list("bijwoord").search(plain))


def _known(stem: str, bill: frozenset[str]) -> bool:
    """The bill has the word, another word for it, a compound that it is part of, or all its parts."""
    if stem in bill or (groups((stem,)) & groups(bill)) - _RUIM:
        return True
    if len(stem) >= _PART and any(stem[:-1] in w for w in bill):
        return True
    for w in bill:
        if len(w) < _MODIFIER or not (stem.endswith(w) or (stem.startswith(w) and len(w) >= _PART)):
            continue
        rest = stem.removesuffix(w) if stem.endswith(w) else stem.removeprefix(w)
        if (len(rest) < _MODIFIER and len(w) >= _PART) or any(len(rest) >= _MODIFIER and rest.rstrip("s")[:_PART] in x for x in bill):
            return True  # «subsidieaanvrager»; but «plasmadonor» is another group than «donor»
    return False


@lru_cache(maxsize=8)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(roots(text))


def _about(explanation: Explanation, zin: Zin) -> Provision | None:
    """The likeliest lid of the artikel that the sentence is about."""
    shares = kansen(explanation, zin)
    artikelen: dict[Unit, float] = defaultdict(float)
    for provision, share in shares.items():
        if provision.unit.artikel is not None:
            artikelen[provision.unit.artikel] += share
    best = max(artikelen, key=lambda a: artikelen[a], default=None)
    if best is None or artikelen[best] < _SURE:
        return None
    inside = [p for p in explanation.bill.in_artikel(best) if not any(n.soort in (Soort.SLOT, Soort.DELEGATIE) for n in p.norms)]
    return max(inside, key=lambda p: (shares.get(p, 0.0), -p.span.start), default=None)


def _hit(dossier: DossierAnalysis, explanation: Explanation, zin: Zin, kind: str, who: str, strange: str, provision: Provision) -> Hit:
    does, end = _ZEGT[kind]
    return Hit(
        explanation.document,
        zin.alinea.unit,
        zin.span,
        f"De toelichting {does} «{who}»{end}; het ontwerp noemt «{strange}» nergens. {capital(naam(provision.unit))} zegt: "
        f"«{words(dossier.bill.document, provision.passage.span, _QUOTED)}». Klopt dat met elkaar?",
        "Gezocht is in het hele ontwerp naar dit woord, naar een deel ervan en naar andere woorden ervoor.",
        label="deze groep staat niet in het ontwerp",
        annotations=(Annotation(dossier.bill.document, provision.passage.span, "zonder deze groep"),),
    )

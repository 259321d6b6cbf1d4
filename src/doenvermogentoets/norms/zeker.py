"""How sure it is whom a norm speaks to: named signs, weighed.

That an ouder is a citizen and a minister an authority says little about this norm: «Het aantal leerlingen is gelijk aan», «De houder trekt
het verlof in». Each sign below speaks for or against the role that was found; what they weigh (``wegingen_adressaat.toml``) was fitted on
annotated provisions by ``tests/norms/fit_zekerheid.py``, regulation by regulation left out, and so were the limits of «hoog» and «middel».
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from doenvermogentoets import wordlists
from doenvermogentoets.norms import actors, gehoor, heads, matter, rollen
from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.grammar import COPULAS, DETERMINERS, PREPOSITIONS
from doenvermogentoets.norms.lexicon import words
from doenvermogentoets.norms.model import Norm, Rol, Soort, Weg, Zekerheid

if TYPE_CHECKING:
    from doenvermogentoets.norms.definitions import Definition

#: The sign that each weight must have in a fit: 1 speaks for the role that was found, -1 against it, 0 either.
TEKENS: Mapping[str, int] = {
    "grens": 0,  # the constant
    # how it was found; an addressee who was named as the subject has none of these
    "weg_door": 0,
    "weg_nevengeschikt": -1,
    "weg_draagt": -1,
    "weg_stuk": -1,
    "weg_eigen_handeling": -1,
    "weg_gedaan_door_burger": -1,
    "weg_recht": -1,
    "weg_beslist": -1,
    "weg_eerste_genoemde": -1,
    "weg_zaak_van_burger": -1,
    "weg_voortgezet": -1,
    "weg_eis_aan_zaak": -1,
    "weg_verbod_lijdend": -1,
    "weg_voor_ieder": -1,
    "weg_uitbetaald": -1,
    "weg_moet": -1,
    "weg_gehoor": -1,
    # the word for whoever is named
    "lijst": 1,  # a word list has it
    "begrip": 1,  # it is defined, and the definition says who it is
    "vast_orgaan": 1,  # always an authority, whatever it does: «Onze Minister», «gedeputeerde staten»
    "vaste_burger": 1,  # always a citizen or enterprise: «de ouder», «de werkgever»
    "naar_vorm": -1,  # known by its ending only
    "rechtsvorm": -1,  # defined by its legal form only
    "voornaamwoord": -1,
    "wie_ook": -1,  # «degene die», «hij die»
    "tussenin": -1,  # decides about others in one provision, and is regulated in the next
    "organisatie": -1,  # an enterprise or body as burger
    "persoon": -1,  # as an authority, by a word for whoever is concerned
    # its place
    "los": 1,  # nothing stands between it and the start of its phrase
    "hoofd": 1,  # it is the head of the subject
    "ver": -1,  # far from the verb
    "eerder_ander": -1,  # somebody of the other role stands before it
    "ander_in_zin": -1,  # somebody of the other role stands elsewhere in the sentence
    "achter": -1,  # behind the verb of a clause that has something else as its subject in front
    "gekoppeld": -1,  # «en», «of» beside it
    # the sentence
    "hulpwerkwoord_kan": 0,
    "toestand": -1,  # says what is so, nothing that somebody does
    "voltooid": -1,  # says what was done
    "hoeveelheid": -1,  # is about an amount or a number
    "komt_toe": -1,  # «Onze Minister komt een vordering toe»: whose it is, not who acts
    "ontvangt": -1,  # a citizen gets something: who gives it may be meant
    "burger_treft_ander": -1,  # a decision for or against somebody, by a citizen who is named
    "burger_handelt": 1,  # an act of citizens, by a citizen
    "orgaan_beslist": 1,
    "naar_burger": 0,  # something reaches a citizen
    "staatszaak": 0,  # about the business of government
    "burgerzaak": 0,
    "lang": -1,
    "kort": -1,
    "geen_werkwoord": -1,
    "geen_lidwoord": -1,
    "bij_regeling": 1,  # by lower rules, which authorities make
    "telling": -1,  # figures in the sentence
    # the kind of norm
    "soort_procedure": -1,
    "soort_rechtsgevolg": -1,
    "soort_delegatie": 0,
    "soort_bevoegdheid": 0,
    "soort_recht": 0,
    "soort_verbod": 0,
    "soort_straf": -1,
    # the sentence before, and the text as a whole
    "vorige_zin_zo": 1,
    "vorige_zin_anders": -1,
    "over_bestuur": 0,  # organs and their business are in the clause
    "tekst_zo": 1,  # it speaks mostly to those of this role
    "tekst_anders": -1,  # mostly to the others
    "tekst_sterk_zo": 1,  # it hardly names the others
    "tekst_sterk_anders": -1,
    "rechtspositie": -1,
    "over_zaken": 0,
    # the provision
    "opsomming": -1,
    "aanhaling": -1,
    "overgang": -1,
    "vervolg": -1,  # not the first norm
    "vele": -1,  # more than four norms
    "betoog": -1,  # more than eight: it is told, not ruled
    "ander_in_lid": -1,  # another norm speaks to the other role
    "zelfde_in_lid": 1,
    "ander_in_vorig_lid": -1,  # so does the lid before
    "zelfde_in_vorig_lid": 1,
    "naast_waarde": -1,  # beside a norm that speaks to nobody: definitie, waarde, toepasselijkheid, slot
}
#: The roles that have weights of their own: what makes one sure says little about the other.
ROLLEN: tuple[Rol, ...] = ("burger", "overheid")
_NOBODY = frozenset([Soort.DEFINITIE, Soort.WAARDE, Soort.TOEPASSELIJKHEID, Soort.SLOT])
_PRONOUNS = frozenset(["hij", "zij", "deze", "dezen", "het"])
_WHOEVER = words("adressaat", "wie_ook")  # «degene die een bevel heeft gegeven»: what follows says who that is
_ORGANS = words("adressaat", "vaste_organen")
_CITIZENS = words("adressaat", "vaste_burgers")
_BEFORE = PREPOSITIONS | words("adressaat", "ervoor")
_ARTICLES = frozenset(["de", "het", "een", "elke", "elk", "iedere", "ieder", "onze", "deze", "die", "dit", "dat", "geen", "alle"])
_ANOTHER: Mapping[Rol, Rol] = {"burger": "overheid", "overheid": "burger", "onbekend": "onbekend"}
_RULES = words("adressaat", "regelingen")
_HARDLY = 0.85
_MOSTLY = 0.65  # share of one role above which a text speaks mostly to it
_FAR, _LONG, _BRIEF, _MANY = 8, 60, 8, 4  # words; norms


def tekens(
    facts: Facts,
    clause: Clause,
    soort: Soort,
    rol: Rol,
    weg: Weg,
    who: Actor | None,
    title: str,
    definitions: Mapping[str, Definition],
) -> frozenset[str]:
    """The signs of one norm that its sentence and its document show; see :func:`in_unit` for those of the provision."""
    found = {
        f"weg_{weg}": weg != "genoemd",
        **(_of_word(facts, rol, who, definitions) if who is not None else {}),
        **(_of_place(facts, clause, rol, weg, who) if who is not None else {}),
        **_of_clause(facts, clause, rol),
        f"soort_{soort.value}": True,
        **_of_text(facts, rol, title),
        "opsomming": any(facts.labels),
        "aanhaling": not {"«", "“", "„", '"'}.isdisjoint(facts.vocabulary),
    }
    return frozenset(name for name, holds in found.items() if holds and name in TEKENS)


def _of_word(facts: Facts, rol: Rol, who: Actor, definitions: Mapping[str, Definition]) -> dict[str, bool]:
    said = facts.words[who.first : who.last + 1]
    last = said[-1]
    term = " ".join(said)
    pronoun = last in _PRONOUNS
    defined = term in definitions
    listed = actors.listed(said)
    return {
        "voornaamwoord": pronoun,
        "begrip": defined and who.vast,
        "rechtsvorm": defined and not who.vast,
        "lijst": listed,
        "naar_vorm": not (pronoun or defined or listed),
        "vast_orgaan": rol == "overheid" and not _ORGANS.isdisjoint(said),
        "vaste_burger": rol == "burger" and last in _CITIZENS,
        "wie_ook": last in _WHOEVER,
        "tussenin": not who.bekend and not pronoun and (defined or listed),
        "organisatie": rol == "burger" and not who.particulier,
        "persoon": rol == "overheid" and last in _CONCERNED,
    }


def _of_place(facts: Facts, clause: Clause, rol: Rol, weg: Weg, who: Actor) -> dict[str, bool]:
    text, depth = facts.words, facts.parse.depth
    start = clause.finite + 1 if who.first > clause.finite else clause.first
    between = [text[j] for j in range(start, who.first) if not depth[j] and not facts.labels[j]]
    others = [a for a in facts.actors if a.rol == _ANOTHER[rol]]
    return {
        "los": all(w in DETERMINERS or w in _BEFORE or w.endswith(("e", "lijk", "ende")) or not w.isalpha() for w in between[-4:]),
        "hoofd": weg == "genoemd" and heads.head(facts, clause) in text[who.first : who.last + 1],
        "achter": weg == "genoemd" and who.first > clause.finite and not reading.inverted(facts, clause),
        "burger_treft_ander": rol == "burger" and any(v.klas == "besluit" and v.richting != "neutraal" for v in clause.verbs[:1]),
        "ver": abs(who.first - clause.finite) > _FAR,
        "eerder_ander": any(clause.first <= a.first < who.first and not depth[a.first] for a in others),
        "ander_in_zin": bool(others),
        "gekoppeld": text[who.last + 1 : who.last + 2] in (("en",), ("of",))
        or text[max(0, who.first - 2) : who.first][:1] in (("en",), ("of",)),
        "geen_lidwoord": who.first > 0
        and text[who.first - 1] not in _ARTICLES
        and text[who.first] not in _ARTICLES
        and not text[who.first - 1].endswith(("e", "en")),
    }


def _of_clause(facts: Facts, clause: Clause, rol: Rol) -> dict[str, bool]:
    verb = clause.verbs[0] if clause.verbs else None
    klas = verb.klas if verb is not None else ""
    burger = rol == "burger"
    return {
        "hulpwerkwoord_kan": clause.modal in ("kan", "kunnen"),
        "toestand": facts.words[clause.finite] in COPULAS and not clause.modal and not clause.passive,
        "voltooid": clause.perfect,
        "hoeveelheid": not heads.WAARDE_HEADS.isdisjoint(clause.words) or klas == "waarde",
        "komt_toe": verb is not None and verb.infinitive in ("toekomen", "toevallen", "toebehoren"),
        "ontvangt": burger and verb is not None and verb.infinitive in _GETTING,
        "burger_handelt": burger and klas == "handeling",
        "orgaan_beslist": not burger and klas in ("besluit", "overheidshandeling"),
        "naar_burger": gehoor.to_citizen(facts, clause),
        "over_bestuur": gehoor.governs(facts, clause),
        "staatszaak": matter.state_business(clause),
        "burgerzaak": any(map(matter.citizen_word, clause.words)),
        "lang": len(facts.words) > _LONG,
        "kort": len(facts.words) <= _BRIEF,
        "geen_werkwoord": verb is None,
        "bij_regeling": not burger and not _RULES.isdisjoint(facts.vocabulary),
        "telling": _counts(facts),
        "overgang": "inwerkingtreding" in facts.vocabulary or "tijdstip" in facts.vocabulary,
    }


def _counts(facts: Facts) -> bool:
    """Whether the sentence names a share or a broken number; it is looked through once for all its norms."""
    if facts.counts is None:
        facts.counts = any(w[:1].isdigit() and any(c in w for c in ",%") for w in facts.words)
    return facts.counts


def _of_text(facts: Facts, rol: Rol, title: str) -> dict[str, bool]:
    share = gehoor.share_of_citizens(facts.content)
    own = share if rol == "burger" else 1 - share
    return {
        "vorige_zin_zo": facts.previous is not None and facts.previous[0] == rol,
        "vorige_zin_anders": facts.previous is not None and facts.previous[0] == _ANOTHER[rol],
        "tekst_zo": own >= _MOSTLY,
        "tekst_anders": own <= 1 - _MOSTLY,
        "tekst_sterk_zo": own >= _HARDLY,
        "tekst_sterk_anders": own <= 1 - _HARDLY,
        "rechtspositie": rollen.staff_law(title),
        "over_zaken": facts.technical,
    }


def in_unit(norms: Iterable[Norm], before: Iterable[Norm] = ()) -> list[Norm]:
    """The norms of one provision, each with how sure its addressee is, now that the others are known."""
    all_of_them = list(norms)
    earlier = {n.adressaat.rol for n in before if n.adressaat is not None}
    roles = Counter(n.adressaat.rol for n in all_of_them if n.adressaat is not None)
    nobody = any(n.soort in _NOBODY for n in all_of_them)
    out = []
    for at, norm in enumerate(all_of_them):
        who = norm.adressaat
        if who is None:
            out.append(norm)
            continue
        found = {
            "vervolg": at > 0,
            "vele": len(all_of_them) > _MANY,
            "betoog": len(all_of_them) > 2 * _MANY,
            "ander_in_lid": roles[_ANOTHER[who.rol]] > (_ANOTHER[who.rol] == who.rol),
            "zelfde_in_lid": roles[who.rol] > 1,
            "ander_in_vorig_lid": bool(earlier) and who.rol not in earlier,
            "zelfde_in_vorig_lid": earlier == {who.rol},
            "naast_waarde": nobody,
        }
        signs = who.tekens | {name for name, holds in found.items() if holds}
        out.append(replace(norm, adressaat=replace(who, tekens=signs, zekerheid=weging().zekerheid(who.rol, signs))))
    return out


# «de betrokkene: de gewezen ambtenaar»: the definition names somebody in public service, the provision speaks to a person.
_CONCERNED = frozenset(["betrokkene", "betrokkenen", "belanghebbende", "belanghebbenden"])
_GETTING = frozenset(["ontvangen", "krijgen", "verkrijgen"])
_UNSETTLED = frozenset(["voornaamwoord", "wie_ook", "tussenin", "rechtsvorm", "naar_vorm", "betoog", "ontvangt", "toestand", "persoon"])


def settled(rol: Rol, signs: frozenset[str]) -> bool:
    """Whether somebody is named who acts, as the subject or after «door», by a word that can mean one role only.

    Whoever gets something or is something does not act; a citizen acts by an act of citizens, or has a right: «De verzekerde telt voor een
    deel mee» speaks to nobody.
    """
    named = all(name == "weg_door" or not name.startswith("weg_") for name in signs)
    known = not signs.isdisjoint(("lijst", "begrip"))
    acts = rol == "overheid" or not signs.isdisjoint(("burger_handelt", "soort_recht"))
    return named and known and acts and _UNSETTLED.isdisjoint(signs)


@dataclass(frozen=True, slots=True)
class Weging:
    """What was fitted (``wegingen_adressaat.toml``): weights in log-odds for each role, and above which chance it is «hoog» or «middel».

    «Hoog» also asks that the sentence settles it, see :func:`settled`. Of roles that follow from something else 94 % at most was right on
    regulations that no rule had been made on, whatever spoke for them.
    """

    wegingen: Mapping[str, Mapping[str, float]]
    hoog: float
    middel: float

    def kans(self, rol: Rol, signs: Iterable[str]) -> float:
        """The chance (0 to 1) that the role is right."""
        weights = self.wegingen.get(rol, {})
        weighed = weights.get("grens", 0.0) + sum(weights.get(name, 0.0) for name in signs)
        return 1 / (1 + math.exp(-weighed))

    def zekerheid(self, rol: Rol, signs: frozenset[str]) -> Zekerheid:
        """What that chance is called."""
        chance = self.kans(rol, signs)
        if chance >= self.hoog and settled(rol, signs):
            return "hoog"
        return "middel" if chance >= self.middel else "laag"


@lru_cache(maxsize=1)
def weging() -> Weging:
    """The fitted weights."""
    data = wordlists.load("doenvermogentoets.norms", "wegingen_adressaat")
    return Weging({rol: data[rol] for rol in ROLLEN}, data["hoog"], data["middel"])

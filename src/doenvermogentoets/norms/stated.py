"""What the law itself states, without anybody who decides: rules that are withdrawn, measures, amounts, requirements that are met."""

from __future__ import annotations

import re

from doenvermogentoets.norms import facts as reading
from doenvermogentoets.norms.actors import Actor
from doenvermogentoets.norms.clauses import CONDITIONALS, Clause
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.heads import WAARDE_HEADS, head
from doenvermogentoets.norms.lexicon import pattern, words

_MEASURES = tuple(words("classify", "maat_uitgangen"))
_RULES = tuple(words("classify", "regelstukken"))
_DATED = re.compile(r" (?:stb|stcrt|nr|[0-9]{1,2} [a-z]+ [12][0-9]{3}|[12][0-9]{3})\b")
_NAMED = frozenset(["hierbij", "eerdere", "vroegere", "navolgende"])
_MET = frozenset(["eis", "eisen", "vereiste", "vereisten", "voorwaarde", "voorwaarden"])
_MONEY = re.compile(r" (?:€|eur|euro|f) [0-9]")
_SUM_OF = frozenset(
    ["bedrag", "som", "aantal", "oppervlakte", "percentage", "product", "quotiënt", "verschil", "gemiddelde", "totaal", "saldo", "quotient"]
)
_STILL = re.compile(
    r" met dien verstande dat [^;]{0,400}? (?:"
    r"van (?:overeenkomstige )?(?:toepassing|kracht) (?:blijft|blijven|is|zijn)|(?:blijft|blijven) [^.;]{0,200}van (?:toepassing|kracht)) "
)
_MOVED = frozenset(["toekennen", "verlenen", "verstrekken", "uitkeren", "heffen", "betalen", "vergoeden", "uitbetalen"])
_DECIDED = frozenset(["beschikking", "beslissing", "aanvraag", "uitspraak", "beslistermijn"])
_OWN_TIME = frozenset(["beschikking", "beslissing", "besluit", "beslistermijn"])
_BY_SO_MUCH = re.compile(
    r"\bmet (?:ten hoogste |maximaal |nog )?(?:een \w+ )?(?:[0-9]+|een|één|twee|drie|vier|zes|acht|tien|twaalf|dertien)"
    r" (?:dagen|weken|maand|maanden)\b"
)
_STANDING = frozenset(["erkenning", "registratie", "vergunning", "certificaat", "inschrijving", "toelating", "keurmerk"])
_LASTS = ("duur", "looptijd", "termijn")
_AMOUNT = pattern("classify", "bedrag_genoemd")


def measure(word: str) -> bool:
    """A noun for an amount, a rate or a length of time: «bedrag», «uurtarief», «vliegdienstperiode»."""
    return word in WAARDE_HEADS or word.endswith(_MEASURES)


def withdraws_rules(facts: Facts, clause: Clause) -> bool:
    """«De Beleidsregel toetsing 2012 wordt ingetrokken»: a text of rules by its name or date, without a condition."""
    if not clause.passive or clause.modal or clause.negated or not any(v.infinitive == "intrekken" for v in clause.verbs):
        return False
    if any(word in CONDITIONALS for _, _, word in facts.parse.subs):
        return False
    span = range(clause.finite + 1, clause.last + 1) if reading.inverted(facts, clause) else range(clause.first, clause.finite)
    rules = [j for j in span if not facts.parse.depth[j] and facts.words[j].endswith(_RULES)]
    if not rules:
        return False
    own = " ".join(facts.words[j] for j in clause.core)
    capital = any(reading.capital(facts, j) and (j > clause.first + 1 or facts.words[clause.first] in ("de", "het")) for j in rules)
    return capital or bool(_NAMED & clause.words) or _DATED.search(f" {own}") is not None


def own_time(facts: Facts, clause: Clause) -> bool:
    """«kan de termijn, bedoeld in het eerste lid, met dertien weken verlengen»: more time for its own decision, nobody's case."""
    if "termijn" not in clause.words or not any(v.infinitive == "verlengen" for v in clause.verbs):
        return False
    if clause.passive:
        return not _DECIDED.isdisjoint(facts.vocabulary)
    return bool(_OWN_TIME & clause.words) or _BY_SO_MUCH.search(" ".join(facts.words[clause.finite : clause.last + 1])) is not None


def still_applies(facts: Facts) -> bool:
    """«vervalt, met dien verstande dat zij van toepassing blijft op»: what a closing provision says of cases that go on."""
    return _STILL.search(facts.text) is not None


def is_met(facts: Facts, clause: Clause) -> bool:
    """«Aan de eis van bekwaamheid is voldaan als», «wordt voldaan door degene die»: what counts as meeting a requirement."""
    if clause.modal or not _MET & clause.words or not any(v.infinitive == "voldoen" for v in clause.verbs):
        return False
    if not (clause.passive or clause.perfect):
        return False
    by = "door" in clause.words and bool({"degene", "wie", "hij"} & facts.vocabulary)
    return by or any(first > clause.finite and (word in CONDITIONALS or word == "als") for first, _, word in facts.parse.subs)


def names_measure(facts: Facts, clause: Clause) -> bool:
    """«Het inkomen is het gezamenlijke bedrag van», «De bedragen zijn: a. … € 500»: an amount is said to be so much."""
    following = facts.words[clause.finite + 1 : clause.finite + 6]
    if not measure(head(facts, clause)):
        return following[:1] in (("de",), ("het",)) and "som" in following[:3]
    if following[:1] in (("het",), ("de",), ("een")) and not _SUM_OF.isdisjoint(following):
        return True
    return following[:1] in ((":",), ("als",)) and _MONEY.search(facts.text) is not None


def stands_for(facts: Facts, clause: Clause) -> bool:
    """«staat C voor het aantal dagen»: a letter of a formula."""
    if facts.words[clause.finite] not in ("staat", "staan") or "voor" not in clause.words:
        return False
    near = facts.words[max(clause.first, clause.finite - 2) : clause.finite + 2]
    return any(len(word) == 1 and word.isalpha() for word in near)


def sanctions(clause: Clause) -> bool:
    """«De erkenning kan door de keuringsinstelling worden geschorst»: what a body with a public task decides about another."""
    if any(v.infinitive == "opleggen" for v in clause.verbs):
        return True
    return bool(_STANDING & clause.words) and any(v.infinitive in ("schorsen", "intrekken", "doorhalen", "weigeren") for v in clause.verbs)


def court_punishes(facts: Facts, clause: Clause, actor: Actor | None) -> bool:
    """«kan de rechter hechtenis van ten hoogste een jaar opleggen»: the threat of a penalty, whoever passes it."""
    return actor is not None and facts.words[actor.last].endswith("rechter") and any(v.infinitive == "opleggen" for v in clause.verbs)


def fixed_so(facts: Facts, clause: Clause, own: str) -> bool:
    """«worden als volgt vastgesteld: a. € 500», «Als subsidieplafond wordt vastgesteld»: the law itself fixes how much."""
    if not clause.passive or clause.modal:
        return False
    if any(v.infinitive == "toekennen" for v in clause.verbs) and {"punt", "punten"} & clause.words:
        return True  # «worden aan de aanvraag twee punten toegekend»
    if not any(v.infinitive in ("vaststellen", "bepalen", "stellen") for v in clause.verbs[:1]):
        return False
    if own.startswith(" als ") and measure(facts.words[clause.first + 1]):
        return True
    return " als volgt " in own and _MONEY.search(facts.text) is not None


def lasts(facts: Facts, clause: Clause) -> bool:
    """«heeft een geldigheidsduur van zeven dagen»: how long something lasts."""
    if facts.words[clause.finite] not in ("heeft", "hebben") or clause.negated:
        return False
    words = facts.words
    own = [j for j in clause.core[:-1] if j > clause.finite]
    own = own[: next((k for k, j in enumerate(own) if words[j] == ":"), len(own))]
    return any(words[j].endswith(_LASTS) and words[j + 1] == "van" for j in own)


def amount_named(clause: Clause, core: str) -> bool:
    """Whether a clause that grants or charges also says how much: «een vergoeding toegekend van € 67», «een tarief van € 72»."""
    moved = "verschuldigd" in clause.words or (clause.passive and any(v.infinitive in _MOVED for v in clause.verbs))
    return moved and not clause.modal and not clause.negated and _AMOUNT.search(core) is not None


def about_prohibition(facts: Facts, clause: Clause, door: Actor | None) -> bool:
    """«Van het verbod wordt vrijstelling verleend voor»: the law itself exempts, nobody decides."""
    if not clause.passive or clause.modal or clause.negated or door is not None:
        return False
    if not any(v.infinitive == "verlenen" for v in clause.verbs) or not {"vrijstelling", "ontheffing"} & clause.words:
        return False
    return any(
        facts.words[j] in ("verbod", "verboden", "verplichting", "verplichtingen") and facts.words[j - 2] == "van"
        for j in clause.core
        if j > 1
    )

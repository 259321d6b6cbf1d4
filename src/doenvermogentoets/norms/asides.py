"""What a sentence is, or leaves, beside its norms: an editorial note, and details for lower rules."""

from __future__ import annotations

from doenvermogentoets.norms import clauses, fronting
from doenvermogentoets.norms.facts import Facts
from doenvermogentoets.norms.lexicon import pattern, words

_WIJZIGT = pattern("classify", "wijzigt")
_TE_BEPALEN = pattern("classify", "te_bepalen")


def delegates_detail(facts: Facts) -> bool:
    """«bij ministeriële regeling te bepalen gegevens»: something is left to lower rules inside a norm of another kind."""
    for found in _TE_BEPALEN.finditer(facts.text):
        at = facts.text.count(" ", 0, found.start())
        if not _in_condition(facts, at):
            return True
    return False


def _in_condition(facts: Facts, at: int) -> bool:
    """Whether a word belongs to a condition, also after its verb («indien hij les krijgt in een aan te wijzen school»)."""
    for first, last, word in facts.parse.subs:
        if word not in clauses.CONDITIONALS or at < first:
            continue
        if at <= last or any(main.finite < first and at <= main.last for main in facts.parse.mains):
            return True
    return False


def whole_slot(facts: Facts) -> bool:
    """The whole provision is an editorial note or amending instruction («Wijzigt de Wet X.», «Treedt in werking per»)."""
    return bool(_WIJZIGT.search(facts.text)) and not _on_change(facts.words)


_CHANGES = frozenset(["wijzigt", "wijzigen"])


def _on_change(tokens: tuple[str, ...]) -> bool:
    """«Wijzigt het inkomen, dan meldt hij dit»: a condition that opens with its verb; what a note changes is law."""
    end = fronting.verb_first(tokens) if tokens[:1] and tokens[0] in _CHANGES else 0
    return end > 0 and (tokens[end + 1 : end + 2] == ("dan",) or not any(word.endswith(_RULES) for word in tokens[:end]))


_RULES = tuple(words("classify", "regelstukken"))

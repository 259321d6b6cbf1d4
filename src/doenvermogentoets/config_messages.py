"""What a user reads when a settings file has a value that does not fit or a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError

from doenvermogentoets.errors import UserError
from doenvermogentoets.nearest import did_you_mean

_EXAMPLES = {
    "suppress.check": 'check = "TRM001"',
    "suppress.sentence": 'sentence = "de zin uit het ontwerp"',
    "suppress.reason": 'reason = "waarom deze bevinding hier niet telt"',
    "dossiers.ontwerp": 'ontwerp = "wet.docx"',
    "dossiers.toelichting": 'toelichting = "wet-toelichting.docx"',
}
"""What to write for a key that an entry cannot do without."""

_EXPECTED = {
    "list_type": "moet een lijst zijn",
    "dict_type": "moet een tabel zijn",
    "model_type": "moet een tabel zijn",
    "string_type": "moet een tekst zijn",
    "int_type": "moet een geheel getal zijn",
    "bool_type": "moet true of false zijn",
    "bool_parsing": "moet true of false zijn",
    "path_type": "moet een bestandsnaam zijn",
    "missing": "ontbreekt",
    "string_too_short": "mag niet leeg zijn",
    "greater_than_equal": "mag niet kleiner zijn dan nul",
}


def dotted(loc: Iterable[str | int]) -> str:
    """The name of a setting without the number of its entry («suppress.reason»)."""
    return ".".join(k for k in map(str, loc) if not k.isdigit())


def of_value(error: ValidationError, origin: str) -> UserError:
    """The message about the first value that does not fit.

    Args:
        origin: what to call the place the values came from.
    """
    first = error.errors(include_url=False)[0]
    where = dotted(first["loc"])
    if first["type"] in ("missing", "string_too_short") and where in _EXAMPLES:
        # all that an entry lacks at once, so that it need not be mended one by one
        lacking = [
            dotted(e["loc"]) for e in error.errors(include_url=False) if e["type"] == first["type"] and e["loc"][:-1] == first["loc"][:-1]
        ]
        names = " en ".join(f"«{name}»" for name in lacking)
        one = len(lacking) == 1
        verb = ("ontbreekt" if one else "ontbreken") if first["type"] == "missing" else ("mag" if one else "mogen") + " niet leeg zijn"
        lines = " en ".join(_EXAMPLES[name] for name in lacking)
        problem = f"{origin}: {'de instelling' if one else 'de instellingen'} {names} {verb}."
        return UserError(problem, f"Zet onder [[{first['loc'][0]}]]: {lines}")
    return UserError(
        f"{origin}: de instelling «{where}» {_EXPECTED.get(first['type'], 'heeft een waarde die niet kan')}.",
        "«doenvermogentoets settings --isolated» noemt alle instellingen.",
    )


def unknown(problem: str, word: str, known: Iterable[str]) -> UserError:
    """The message about a word that is none of those known, with the nearest of them."""
    names = list(known)
    if hint := did_you_mean(word, names):
        return UserError(problem, hint)
    if names and len(names) <= 30:
        return UserError(problem, f"Mogelijk zijn: {', '.join(names)}.")
    return UserError(problem, "«doenvermogentoets checks» noemt alle controles.")

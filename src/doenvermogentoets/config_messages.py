"""What a user reads when a settings file has values that do not fit or names that do not exist: all of it at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pydantic_core import ErrorDetails

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
    "int_parsing": "moet een geheel getal zijn",
    "int_from_float": "moet een geheel getal zijn",
    "bool_type": "moet true of false zijn",
    "bool_parsing": "moet true of false zijn",
    "path_type": "moet een bestandsnaam zijn",
    "missing": "ontbreekt",
    "string_too_short": "mag niet leeg zijn",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong with settings.

    Attributes:
        problem: what is wrong, without where.
        remedy: what to do about it.
        keys: the way to the setting; the number of an entry counts from 0.
        origin: what to call the place it came from.
        line: the line of the file, 0 if that is not known.
    """

    problem: str
    remedy: str = ""
    keys: tuple[str | int, ...] = ()
    origin: str = ""
    line: int = 0

    def at(self, origin: str, line: int | None = None) -> Mistake:
        """The same mistake with the place it stands in."""
        return replace(self, origin=origin, line=line or 0)


def together(mistakes: Sequence[Mistake]) -> UserError:
    """One message about everything that is wrong, so that it is mended in one go."""
    if len(mistakes) == 1:
        (only,) = mistakes
        line = f", regel {only.line}" if only.line else ""
        return UserError(f"{only.origin}{line}: {only.problem}", only.remedy)
    origins = dict.fromkeys(m.origin for m in mistakes)
    told = []
    for mistake in sorted(mistakes, key=lambda m: (list(origins).index(m.origin), m.line)):
        where = [mistake.origin] if len(origins) > 1 else []
        where += [f"regel {mistake.line}"] if mistake.line else []
        place = f"{', '.join(where)}: " if where else ""
        told.append(f"- {place}{mistake.problem} {mistake.remedy}".rstrip())
    head = (
        f"{next(iter(origins))}: er staan {len(mistakes)} fouten in."
        if len(origins) == 1
        else f"{len(mistakes)} fouten in de instellingen."
    )
    return UserError("\n".join([head, *told]))


def dotted(loc: Iterable[str | int]) -> str:
    """The name of a setting without the number of its entry («suppress.reason»)."""
    return ".".join(k for k in map(str, loc) if not k.isdigit())


def expected(error: ErrorDetails) -> str:
    """What a value must be, as the end of a sentence."""
    limits = error.get("ctx", {})
    if error["type"] == "greater_than_equal":
        return "mag niet kleiner zijn dan nul" if limits.get("ge") == 0 else f"mag niet kleiner zijn dan {limits.get('ge')}"
    if error["type"] == "less_than_equal":
        return f"mag niet groter zijn dan {limits.get('le')}"
    return _EXPECTED.get(error["type"], "heeft een waarde die niet kan")


def of_value(error: ErrorDetails, beside: Iterable[ErrorDetails]) -> Mistake | None:
    """What to say about a value that does not fit.

    Args:
        beside: all errors of the same settings; what one entry lacks is said once.

    Returns:
        ``None`` if it was said with an earlier error of the same entry.
    """
    where = dotted(error["loc"])
    if error["type"] in ("missing", "string_too_short") and where in _EXAMPLES:
        same = [e for e in beside if e["type"] == error["type"] and e["loc"][:-1] == error["loc"][:-1]]
        if same[0]["loc"] != error["loc"]:
            return None
        lacking = [dotted(e["loc"]) for e in same]
        names = " en ".join(f"«{name}»" for name in lacking)
        one = len(lacking) == 1
        verb = ("ontbreekt" if one else "ontbreken") if error["type"] == "missing" else ("mag" if one else "mogen") + " niet leeg zijn"
        lines = " en ".join(_EXAMPLES[name] for name in lacking)
        problem = f"{'de instelling' if one else 'de instellingen'} {names} {verb}."
        return Mistake(problem, f"Zet onder [[{error['loc'][0]}]]: {lines}", error["loc"])
    return Mistake(
        f"de instelling «{where}» {expected(error)}.", "«doenvermogentoets settings --isolated» noemt alle instellingen.", error["loc"]
    )


def unknown(problem: str, word: str, known: Iterable[str], keys: tuple[str | int, ...]) -> Mistake:
    """A word that is none of those known, with the nearest of them."""
    names = list(known)
    if hint := did_you_mean(word, names):
        return Mistake(problem, hint, keys)
    if names and len(names) <= 30:
        return Mistake(problem, f"Mogelijk zijn: {', '.join(names)}.", keys)
    return Mistake(problem, "«doenvermogentoets checks» noemt alle controles.", keys)

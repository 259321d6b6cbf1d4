"""Packages that offer checks: what each of them brings, and what in it cannot be used.

A package of others can be wrong in any way. That costs its own checks and no others, and is told to whoever works with the program: which
package, which page, what is wrong and whom to tell. Our own package is no exception to be told but a defect, and raises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points
from importlib.resources.abc import Traversable
from pathlib import Path
from traceback import extract_tb
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from doenvermogentoets.catalogue import ENTRY_POINT_GROUP, SECTIONS, Check, CheckEntry, parse_page

OURS = "doenvermogentoets"
_LONGEST = 300
"""Characters of the text of an exception that are shown; it is of a package that loads, before any draft is read."""
_SHAPES = {
    "name": "kleine letters en cijfers met koppeltekens, zoals «loket-genoemd»",
    "code": "drie hoofdletters en drie cijfers, zoals HUI001",
}
_EXPECTED = {
    "string_type": "een tekst",
    "list_type": "een lijst",
    "dict_type": "een tabel",
    "model_type": "een tabel",
    "int_type": "een geheel getal",
    "int_from_float": "een geheel getal",
    "bool_type": "true of false",
}


@dataclass(frozen=True, slots=True)
class Unusable:
    """A package, or one page of it, that cannot be used.

    Attributes:
        package: the distribution, as «pip» knows it.
        what: the page or the entry point, short.
        error: type of the error.
        reason: what is wrong, a sentence in Dutch with the page or function it concerns.
    """

    package: str
    what: str
    error: str
    reason: str

    @property
    def problem(self) -> str:
        """What is wrong, with the package."""
        return f"Van het pakket {self.package} kan niet alles worden gebruikt: {self.reason}"

    @property
    def remedy(self) -> str:
        """What a user can do."""
        return (
            "De andere controles doen mee. Meld dit aan wie dat pakket maakt; zonder het pakket "
            f"(pip uninstall {self.package}) verdwijnt deze melding."
        )

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}"


def offered() -> tuple[list[Check], list[Unusable]]:
    """The checks of every installed package, ours first, and what cannot be used.

    Raises:
        Exception: our own package is broken.
    """
    checks: list[Check] = []
    wrong: list[Unusable] = []
    taken: dict[str, Check] = {}
    points = entry_points(group=ENTRY_POINT_GROUP)
    for point in sorted(points, key=lambda p: (_package(p) != OURS, p.name)):
        package = _package(point)
        for found in _checks_of(point, package):
            if isinstance(found, Unusable):
                wrong.append(found)
                continue
            same = next((taken[key] for key in (found.name, found.meta.code) if key in taken), None)
            if same is not None and package != OURS:
                key = found.name if found.name == same.name else found.meta.code
                whose = f"het pakket {same.package}" if same.package else "het programma zelf"
                wrong.append(_about(package, found.entry.page, "ValueError", f"er is al een controle {key}, van {whose}."))
                continue
            taken.update({found.name: found, found.meta.code: found})
            checks.append(found)
    return checks, wrong


def _checks_of(point: EntryPoint, package: str) -> Iterator[Check | Unusable]:
    """The checks that one entry point gives, each or why it cannot be used."""
    if package == OURS:
        yield from map(parse_page, point.load()())
        return
    try:
        entries = _entries(point)
    except (Exception, SystemExit) as error:  # a package of others may break in any way, and must not end the program
        yield Unusable(package, point.name, type(error).__name__, f"{point.value} {_told(error)}")
        return
    for entry in entries:
        try:
            yield replace(parse_page(entry), package=package)
        except (Exception, SystemExit) as error:
            yield _about(package, entry.page, type(error.__cause__ or error).__name__, _told_of_page(error))


def _entries(point: EntryPoint) -> list[CheckEntry]:
    given = point.load()()
    if not isinstance(given, Iterable):
        raise _WrongResultError(given)
    entries = list(given)
    for entry in entries:
        if not isinstance(entry, CheckEntry):
            raise _WrongResultError(entry)
    return entries


class _WrongResultError(TypeError):
    """An entry point that gives something else than ``CheckEntry`` objects; the text of the error is in Dutch."""

    def __init__(self, given: object) -> None:
        one = " Zet de ene die u hebt in een lijst." if isinstance(given, CheckEntry) else ""
        super().__init__(f"moet CheckEntry-objecten geven, als lijst of met yield, en gaf «{type(given).__name__}».{one}")


def _package(point: EntryPoint) -> str:
    return str(point.dist.name) if point.dist is not None else point.module.partition(".")[0]


def _about(package: str, page: Traversable, error: str, reason: str) -> Unusable:
    return Unusable(package, Path(page.name).stem, error, f"{page.name}: {reason}")


def _told(error: BaseException) -> str:
    """What went wrong where a package is loaded."""
    if isinstance(error, _WrongResultError):
        return str(error)
    if isinstance(error, SystemExit):
        return "beëindigt het programma (sys.exit) terwijl het wordt geladen."
    if isinstance(error, SyntaxError):
        where = f" ({Path(error.filename).name}, regel {error.lineno})" if error.filename else ""
        return f"kan niet worden geladen: de code is geen geldig Python{where}."
    return f"kan niet worden geladen: {_words(error)}{_where(error)}."


def _words(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:_LONGEST]}".rstrip(": .")


def _where(error: BaseException) -> str:
    """The last line of code that it came from, unless that is of the machinery of imports."""
    frames = [f for f in extract_tb(error.__traceback__) if "importlib" not in f.filename and Path(f.filename).name != Path(__file__).name]
    return f" ({Path(frames[-1].filename).name}, regel {frames[-1].lineno})" if frames else ""


def _told_of_page(error: BaseException) -> str:
    """What is wrong with a page, in Dutch."""
    cause = error.__cause__ or error
    if isinstance(cause, ValidationError):
        return "; ".join(dict.fromkeys(_of_key(e) for e in cause.errors(include_url=False))) + "."
    if isinstance(cause, FileNotFoundError):
        return "deze pagina ontbreekt. Neem de pagina's (.md) op in het pakket, naast de code."
    if isinstance(cause, UnicodeDecodeError):
        return "de pagina is geen UTF-8."
    if cause is not error:
        return f"de TOML bovenaan is niet geldig ({' '.join(str(cause).split())[:_LONGEST]})."
    if isinstance(cause, ValueError):
        return "de pagina begint niet met gegevens (TOML) tussen twee regels met +++."
    return f"kan niet worden gelezen: {_words(error)}."


def _of_key(error: ErrorDetails) -> str:
    key = ".".join(map(str, error["loc"]))
    context: Any = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            return f"de sleutel «{key}» bestaat niet"
        case "missing":
            return f"«{key}» ontbreekt"
        case "enum" | "literal_error":
            words = str(context.get("expected", "")).replace("'", "").replace(" or ", " of ")
            return f"{key} moet {words} zijn, en is «{error['input']}»"
        case "string_pattern_mismatch":
            return f"{key} moet bestaan uit {_SHAPES.get(key, 'andere tekens')}, en is «{error['input']}»"
        case kind:
            return f"{key} moet {_EXPECTED[kind]} zijn" if kind in _EXPECTED else f"{key} heeft een waarde die niet kan"


def remarks_on_page(check: Check) -> Iterator[str]:
    """What a page lacks that a reader, or a test of it, counts on; each the end of a sentence in Dutch about the page."""
    missing = [f"«{name}»" for name in SECTIONS if not check.sections.get(name)]
    if missing:
        which = "de rubriek" if len(missing) == 1 else "de rubrieken"
        yield f"mist {which} {', '.join(missing)}"
    there = [name for name in check.sections if name in SECTIONS]
    if there != [name for name in SECTIONS if name in there]:
        yield f"heeft de rubrieken in een andere volgorde dan {', '.join(SECTIONS)}"
    for name, expected in (("Voorbeelden", True), ("Hier niet", False)):
        if check.sections.get(name) and not any(e.expected is expected for e in check.examples):
            yield f"heeft onder «{name}» geen voorbeeld in een blok ```ontwerp"

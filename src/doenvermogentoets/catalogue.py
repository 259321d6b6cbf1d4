"""Checks: a page that says everything about a check, and a detector that finds it.

Checks come in through the entry-point group ``doenvermogentoets.checks``, the built-in ones too. An entry point is a
function without arguments that returns the :class:`CheckEntry` objects of its package. A page is Markdown with TOML
front matter between ``+++`` lines; a detector is a function ``find(dossier, options) -> Iterator[Hit]`` that is imported
when the check first runs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from doenvermogentoets.findings import Confidence, Finding, Framework, Hit, Severity, Suggestion

if TYPE_CHECKING:
    from doenvermogentoets.analysis import DossierAnalysis
    from doenvermogentoets.packages import Unusable

ENOUGH_JUDGED = 10
"""A precision is shown from this number of judged findings on; a choice, so that two lucky readings are no percentage."""
ENTRY_POINT_GROUP = "doenvermogentoets.checks"
SECTIONS = ("Wat", "Waarom", "Voorbeelden", "Hier niet", "Beperkingen", "Bronnen")
_FRONT_MATTER = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n(.*)\Z", re.S)
_HEADING = re.compile(r"^## +(.+?) *$", re.M)
_EXAMPLE = re.compile(r"^```ontwerp *\n(.*?)^``` *$", re.M | re.S)

OptionValue = bool | int | float | str | list[str]


class CheckOption(BaseModel):
    """A setting of a check: a choice of the makers that the user may change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    default: OptionValue
    description: str


class Precision(BaseModel):
    """Measured share of right findings: ``right`` of ``judged`` random hits on real texts.

    ``information``: only findings that are information were read. Then the share says nothing of a suggestion or a warning, as the
    share of those says nothing of information.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    right: int
    judged: int
    date: str
    information: bool = False

    @property
    def shown(self) -> str:
        """The share for people, or nothing when too few were read for a share to mean something."""
        if self.judged < ENOUGH_JUDGED:
            return ""
        return f"{round(100 * self.right / self.judged)} % ({self.right} van {self.judged} gelezen gevallen, {self.date})"

    def shown_at(self, severity: Severity) -> str:
        """The share for people beside a finding of this severity; nothing when findings of that kind were not read."""
        return self.shown if self.information is (severity is Severity.INFO) else ""

    def limits(self, confidence: Confidence, severity: Severity) -> Confidence:
        """No more than what was read allows: nothing is sure of which most cases that were read were wrong."""
        if 2 * self.right >= self.judged:
            return confidence
        if self.shown_at(severity):
            return Confidence.LAAG
        return Confidence.MIDDEL if confidence is Confidence.HOOG else confidence


class CheckMeta(BaseModel):
    """Front matter of a check page.

    ``gives_way_to`` names checks that say the same thing better: where one of them reports these words, or points at them,
    at the same weight or more, this check stays silent.

    ``aspect`` groups checks for a report; ``tegenspraak`` are those that report a contradiction between bill and toelichting.

    ``applies_to`` says what the check reads: ``ontwerp``, ``toelichting``, or ``dossier`` for both together. It runs when one of
    these was given.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    code: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]
    title: str
    severity: Severity
    confidence: Confidence
    applies_to: list[str] = ["ontwerp"]
    sources: list[str]
    ground: str
    question: str
    suggestions: list[str] = []
    beleidskompas: int | None = None
    iak: int | None = None
    kwaliteitseis: str = ""
    doenvermogen: list[str] = []
    thema_szw: str = ""
    since: str
    aliases: list[str] = []
    gives_way_to: list[str] = []
    aspect: str = ""
    precision: Precision | None = None
    options: dict[str, CheckOption] = {}

    @property
    def certainty(self) -> Confidence:
        """The confidence of the page, as far as the findings that were read allow it."""
        return self.confidence if self.precision is None else self.precision.limits(self.confidence, self.severity)

    @property
    def framework(self) -> Framework:
        return Framework(self.beleidskompas, self.iak, self.kwaliteitseis, tuple(self.doenvermogen), self.thema_szw)


class Options(Mapping[str, OptionValue]):
    """Option values of one check: the page's defaults with the user's settings over them."""

    def __init__(self, defaults: Mapping[str, CheckOption], given: Mapping[str, OptionValue] | None = None) -> None:
        self._values = {name: option.default for name, option in defaults.items()} | dict(given or {})

    def __getitem__(self, name: str) -> OptionValue:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def number(self, name: str) -> float:
        value = self._values[name]
        if isinstance(value, str | list):
            raise TypeError(f"option {name} is not a number: {value!r}")
        return float(value)

    def words(self, name: str) -> list[str]:
        value = self._values[name]
        if not isinstance(value, list):
            raise TypeError(f"option {name} is not a list: {value!r}")
        return value


Detector = Callable[["DossierAnalysis", Options], Iterable[Hit]]
Weigher = Callable[["DossierAnalysis", Finding], Finding]


@dataclass(frozen=True)
class CheckEntry:
    """Where a check's page and detector are, each function as ``package.module:function``.

    ``weigh``, if there is one, gets the analysis and a finding and gives the finding back, at another level where it is worth more or less.
    """

    theme: str
    page: Traversable
    detector: str
    weigh: str = ""


@dataclass(frozen=True)
class Example:
    """A fenced ``ontwerp`` block of a page; ``expected`` when it stands under Voorbeelden, otherwise nothing may be found."""

    text: str
    expected: bool


@dataclass(frozen=True)
class Check:
    """A check as the catalogue knows it.

    ``package`` is the distribution that it comes from, empty for the checks of this program.
    """

    entry: CheckEntry
    meta: CheckMeta
    body: str
    package: str = ""

    @property
    def theme(self) -> str:
        return self.entry.theme

    @property
    def name(self) -> str:
        return self.meta.name

    @property
    def called(self) -> str:
        """What to call it when it breaks: with its package, if that is not ours, so that it is told to the right people."""
        return f"{self.name} van het pakket {self.package}" if self.package else self.name

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """Text per heading of the page."""
        parts = _HEADING.split(self.body)
        return {title: text.strip() for title, text in zip(parts[1::2], parts[2::2], strict=True)}

    @cached_property
    def examples(self) -> Sequence[Example]:
        return [
            Example(match.group(1), expected=title == "Voorbeelden")
            for title in ("Voorbeelden", "Hier niet")
            for match in _EXAMPLE.finditer(self.sections.get(title, "") + "\n")
        ]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        return tuple(Suggestion(title) for title in self.meta.suggestions)

    @cached_property
    def detector(self) -> Detector:
        found: Detector = _named(self.entry.detector)
        return found

    @cached_property
    def weigh(self) -> Weigher | None:
        """What weighs the findings once more, if anything does."""
        found: Weigher | None = _named(self.entry.weigh) if self.entry.weigh else None
        return found

    def matches(self, selector: str) -> bool:
        """Whether a selector (name, code, code prefix, alias or theme; any case) names this check."""
        wanted = selector.strip().lower()
        code = self.meta.code.lower()
        return wanted in {self.name, code, self.theme, code[:3], *self.meta.aliases}


def _named(function: str) -> Any:
    module, _, name = function.partition(":")
    return getattr(import_module(module), name)


def parse_page(entry: CheckEntry) -> Check:
    """Read a check page.

    Raises:
        ValueError: no front matter, or front matter that does not fit; the message names the page.
    """
    match = _FRONT_MATTER.match(entry.page.read_text(encoding="utf-8").replace("\r\n", "\n"))
    if match is None:
        raise ValueError(f"{entry.page}: no front matter between +++ lines")
    try:
        data: dict[str, Any] = tomllib.loads(match.group(1))
        return Check(entry, CheckMeta.model_validate(data), match.group(2))
    except ValueError as error:
        raise ValueError(f"{entry.page}: {error}") from error


class Catalogue:
    """All checks, in the order of their codes.

    Attributes:
        unusable: what installed packages offered and cannot be used. While there is any, a name that is not here may be one of those.
    """

    def __init__(self, checks: Iterable[Check], unusable: Iterable[Unusable] = ()) -> None:
        self.unusable = tuple(unusable)
        self._checks = sorted(checks, key=lambda c: c.meta.code)
        seen: dict[str, Check] = {}
        for check in self._checks:
            for key in (check.name, check.meta.code):
                if key in seen:
                    raise ValueError(f"two checks are called {key}: {seen[key].entry.page} and {check.entry.page}")
                seen[key] = check

    def __iter__(self) -> Iterator[Check]:
        return iter(self._checks)

    def __len__(self) -> int:
        return len(self._checks)

    def get(self, name_or_code: str) -> Check | None:
        """The check with this name, code or former name."""
        wanted = name_or_code.strip().lower()
        return next((c for c in self._checks if wanted in {c.name, c.meta.code.lower(), *c.meta.aliases}), None)

    def called(self, name: str) -> str:
        """See :attr:`Check.called`; a name that is not here stays as it is."""
        check = self.get(name)
        return check.called if check is not None else name

    def select(self, selectors: Iterable[str]) -> list[Check]:
        wanted = list(selectors)
        return [c for c in self._checks if any(c.matches(s) for s in wanted)]

    def selectors(self) -> list[str]:
        """Everything :meth:`select` understands, for «did you mean»."""
        return sorted({s for c in self._checks for s in (c.name, c.meta.code, c.theme, c.meta.code[:3])})


def load() -> Catalogue:
    """The checks of every installed package that offers some; what cannot be used of a package of others is told beside them."""
    from doenvermogentoets.packages import offered

    return Catalogue(*offered())

"""Settings: ``doenvermogentoets.toml``, or ``[tool.doenvermogentoets]`` in ``pyproject.toml``.

The nearest file at or above the draft holds, alone: files are not merged. An unknown key, check or option is an error with a
suggestion, because a setting that silently does nothing is worse than none; all errors are told at once. Of every value it is known
where it came from.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from doenvermogentoets.catalogue import Catalogue, Check, OptionValue
from doenvermogentoets.config_lines import line_of
from doenvermogentoets.config_messages import Mistake, dotted, of_value, together, unknown
from doenvermogentoets.config_names import not_there
from doenvermogentoets.document import UnitKind
from doenvermogentoets.errors import UserError, cause
from doenvermogentoets.findings import Severity
from doenvermogentoets.suppress import own_checks

FILE_NAME = "doenvermogentoets.toml"
PYPROJECT = "pyproject.toml"
DEFAULT = "standaard"
"""Origin of a value that nobody set."""

FailOn = Literal["error", "warning", "suggestion", "info", "never"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class DossierEntry(_Table):
    """A draft and its toelichting; paths are relative to the settings file."""

    ontwerp: Path
    toelichting: Path


class SuppressEntry(_Table):
    """A finding set aside in the settings.

    Attributes:
        check: name or code.
        sentence: the sentence the finding stands in, as it reads in the draft; white space and quotation marks do not matter.
        occurrence: which one, when the same sentence occurs more often in a document; 0 for all of them.
        reason: why, for the account.
    """

    check: str
    sentence: str = Field(min_length=1)
    occurrence: int = Field(default=0, ge=0)
    reason: str = Field(min_length=1)


class FileSettings(_Table):
    """The content of a settings file.

    Attributes:
        cache: whether the outcome of a batch may be kept for a next run; what is kept quotes the draft.
    """

    select: list[str] = []
    ignore: list[str] = []
    fail_on: FailOn = Field(default="warning", alias="fail-on")
    severity: dict[str, Severity] = {}
    checks: dict[str, dict[str, OptionValue]] = {}
    dossiers: list[DossierEntry] = []
    styles: dict[str, UnitKind] = {}
    suppress: list[SuppressEntry] = []
    baseline: Path | None = None
    cache: bool = True


@dataclass(frozen=True)
class Settings:
    """The settings that hold for a draft.

    Attributes:
        values: what was set.
        path: the file it was read from, ``None`` without one.
        origins: key (``"fail-on"``, ``"severity.korte-termijn"``) to where its value came from; a missing key has its default.
        exact: selectors of the command line that name one check; those run even if the file ignores them.
    """

    values: FileSettings = field(default_factory=FileSettings)
    path: Path | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    exact: frozenset[str] = frozenset()

    @property
    def folder(self) -> Path:
        """What paths in the settings are relative to."""
        return self.path.parent if self.path is not None else Path()

    def origin(self, key: str) -> str:
        return self.origins.get(key, DEFAULT)

    def enabled(self, catalogue: Catalogue) -> list[Check]:
        """The checks that run."""
        chosen = catalogue.select(self.values.select) if self.values.select else list(catalogue)
        return [c for c in chosen if not any(c.matches(s) for s in self.values.ignore) or any(_names(c, s) for s in self.exact)]

    def severities(self, catalogue: Catalogue) -> dict[str, Severity]:
        """Severity per check name, for the checks where it was changed; a check's own name goes before its theme."""
        out: dict[str, Severity] = {}
        for precise in (False, True):
            for selector, severity in self.values.severity.items():
                for check in (*catalogue, *own_checks()):
                    if check.matches(selector) and _names(check, selector) is precise:
                        out[check.name] = severity
        return out

    def severity_origin(self, check: Check) -> str:
        """Where the severity of a check came from."""
        precise = [s for s in self.values.severity if _names(check, s)]
        broad = [s for s in self.values.severity if check.matches(s)]
        return self.origin(f"severity.{[*broad, *precise][-1]}" if broad else "")

    def options(self, catalogue: Catalogue) -> dict[str, dict[str, OptionValue]]:
        """Option values per check name."""
        out: dict[str, dict[str, OptionValue]] = {}
        for name, given in self.values.checks.items():
            check = catalogue.get(name)
            if check is not None:
                out[check.name] = dict(given)
        return out

    def dossiers(self) -> list[tuple[Path, Path]]:
        """The pairs of draft and toelichting, as paths from the working directory."""
        return [(self.folder / d.ontwerp, self.folder / d.toelichting) for d in self.values.dossiers]

    @property
    def baseline(self) -> Path | None:
        return self.folder / self.values.baseline if self.values.baseline is not None else None

    def override(
        self,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        severity: Mapping[str, Severity] | None = None,
        fail_on: FailOn | None = None,
        origin: str = "opdrachtregel",
    ) -> Settings:
        """With the command line over them: ``select`` takes the place of the file's, ``ignore`` and ``severity`` are added."""
        update: dict[str, Any] = {}
        origins = dict(self.origins)
        if select:
            update["select"] = list(select)
            origins["select"] = f"{origin} (--select)"
        if ignore:
            update["ignore"] = [*self.values.ignore, *ignore]
            before = f"{self.origin('ignore')} en " if self.values.ignore else ""
            origins["ignore"] = f"{before}{origin} (--ignore)"
        if severity:
            update["severity"] = {**self.values.severity, **severity}
            origins.update({f"severity.{name}": f"{origin} (--severity)" for name in severity})
        if fail_on is not None:
            update["fail_on"] = fail_on
            origins["fail-on"] = f"{origin} (--fail-on)"
        exact = (frozenset(select) - frozenset(ignore)) if select else self.exact
        return Settings(self.values.model_copy(update=update), self.path, origins, exact)

    def validate(self, catalogue: Catalogue) -> None:
        """Check every name against the catalogue.

        Raises:
            UserError: a check, theme or option that does not exist, or an option value of another type.
        """
        given = self.values.model_dump(by_alias=True, include={"select", "ignore", "severity", "suppress", "checks"})
        wrong = []
        for mistake in not_there(given, catalogue):
            key, *rest = mistake.keys
            origin = self._where(str(key), str(rest[0]) if key == "severity" else "")
            wrong.append((mistake, origin))
        if wrong:
            text = _text_of(self.path)
            raise together(
                [m.at(origin, line_of(text, _in_file(self.path, m.keys)) if origin == str(self.path) else None) for m, origin in wrong]
            )

    def _where(self, key: str, name: str = "") -> str:
        origin = self.origin(f"{key}.{name}") if f"{key}.{name}" in self.origins else self.origin(key)
        return origin if origin != DEFAULT else (str(self.path) if self.path is not None else "instellingen")


def _names(check: Check, selector: str) -> bool:
    return selector.strip().lower() in {check.name, check.meta.code.lower(), *check.meta.aliases}


def _in_file(path: Path | None, keys: Sequence[str | int]) -> list[str | int]:
    """The way to a setting from the top of its file."""
    return [*(("tool", "doenvermogentoets") if path is not None and path.name == PYPROJECT else ()), *keys]


def _text_of(path: Path | None) -> str:
    """The settings file once more, to say on which line a mistake stands; empty if it cannot be read any more."""
    try:
        return path.read_bytes().decode("utf-8-sig", "replace") if path is not None else ""
    except OSError:
        return ""


def find(start: Path) -> Path | None:
    """The settings file nearest to a draft or folder, upwards; ``doenvermogentoets.toml`` goes before ``pyproject.toml``.

    Raises:
        UserError: a ``pyproject.toml`` on the way cannot be read.
    """
    try:
        folder = start.resolve()
        if not folder.is_dir():
            folder = folder.parent
    except (OSError, RuntimeError):  # a name that no file can have, a link that leads to itself: whoever reads it will say so
        folder = start.absolute().parent
    return _find(folder)


@lru_cache(maxsize=256)
def _in_folder(folder: Path, _stamp: tuple[int, int]) -> bool:
    """Whether the ``pyproject.toml`` of a folder has our table; ``_stamp`` is its size and time, so that a change is seen."""
    try:
        return "doenvermogentoets" in tomllib.loads((folder / PYPROJECT).read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError, RecursionError):  # ValueError: no UTF-8, no TOML, or a number of thousands of digits
        return False  # of another project, and theirs to mend


def _find(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        try:
            if (place / FILE_NAME).exists():  # also a folder of that name: it is meant as settings, and `load` says what is wrong
                return place / FILE_NAME
            project = place / PYPROJECT
            if project.is_file():
                status = project.stat()
                if _in_folder(place, (status.st_size, status.st_mtime_ns)):
                    return project
        except OSError:
            continue
    return None


def load(path: Path, catalogue: Catalogue | None = None) -> Settings:
    """Read a settings file. Names of checks are looked up by :meth:`Settings.validate`.

    Args:
        catalogue: to tell, beside what does not fit, also which names do not exist.

    Raises:
        UserError: the file cannot be read, is no TOML, has an unknown key or a value that does not fit.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise UserError(
            f"Het instellingenbestand {path} kan niet worden gelezen: {cause(error)}.",
            "Kijk of de naam klopt en of u het bestand mag lezen.",
        ) from None
    except UnicodeDecodeError:
        raise UserError(f"Het instellingenbestand {path} is geen UTF-8.", "Sla het op als platte tekst in UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            f"Het instellingenbestand {path} is geen geldige TOML: het loopt vast {_where(error)}.",
            "Kijk daar en erboven naar aanhalingstekens en haken.",
        ) from None
    except (ValueError, RecursionError):  # TOML allows a number of thousands of digits, and a thousand lists inside each other
        raise UserError(
            f"Het instellingenbestand {path} heeft een te lang getal, of lijsten en tabellen die te diep in elkaar staan.",
            "Haal weg wat er niet in hoort; «doenvermogentoets settings --isolated» noemt alle instellingen.",
        ) from None
    if path.name == PYPROJECT:
        data = data.get("tool", {}).get("doenvermogentoets", {})
    return from_data(data, str(path), path, text=text, catalogue=catalogue)


_PLACE = re.compile(r"at line (\d+), column (\d+)")


def _where(error: tomllib.TOMLDecodeError) -> str:
    """Where a TOML file breaks; the parser says it in English."""
    place = _PLACE.search(str(error))
    return f"op regel {place[1]}, teken {place[2]}" if place is not None else "aan het eind"


def from_data(
    data: Mapping[str, Any], origin: str, path: Path | None = None, *, text: str = "", catalogue: Catalogue | None = None
) -> Settings:
    """Settings from plain values (a file, an editor).

    Args:
        origin: what to call the place the values came from.
        text: the file, to say on which line a mistake stands.
        catalogue: see :func:`load`.

    Raises:
        UserError: an unknown key or a value that does not fit; all of them.
    """
    try:
        values = FileSettings.model_validate(data)
    except ValidationError as error:
        mistakes = [*_explain(error), *(not_there(data, catalogue) if catalogue is not None else ())]
        raise together([m.at(origin, line_of(text, _in_file(path, m.keys))) for m in mistakes]) from None
    origins: dict[str, str] = {}
    for key, value in data.items():
        origins[key] = origin
        if isinstance(value, dict):
            for name, inner in value.items():
                origins[f"{key}.{name}"] = origin
                if isinstance(inner, dict):
                    origins.update({f"{key}.{name}.{option}": origin for option in inner})
    return Settings(values, path, origins)


def for_path(start: Path, *, given: Path | None = None, isolated: bool = False, catalogue: Catalogue | None = None) -> Settings:
    """The settings for a draft.

    Args:
        start: the draft, or the folder to start looking in.
        given: a settings file that the user named; nothing else is looked for.
        isolated: use no settings file.
        catalogue: see :func:`load`.

    Raises:
        UserError: see :func:`load`.
    """
    if given is not None:
        return load(given, catalogue)
    found = None if isolated else find(start)
    return load(found, catalogue) if found is not None else Settings()


def _explain(error: ValidationError) -> Iterator[Mistake]:
    told: set[tuple[str | int, ...]] = set()
    errors = error.errors(include_url=False)
    for found in errors:
        loc = _loc(found)
        mistake = _mistake({**found, "loc": loc}, errors)
        # an option may be of several kinds, and each of them is an error of its own
        if mistake is not None and loc not in told:
            yield mistake
        told.add(loc)


def _loc(error: ErrorDetails) -> tuple[str | int, ...]:
    """The way to a setting, without the kind that the value of an option might have been."""
    return error["loc"][:3] if error["loc"][0] == "checks" else error["loc"]


def _mistake(error: ErrorDetails, beside: Sequence[ErrorDetails]) -> Mistake | None:
    loc = error["loc"]
    keys = [str(k) for k in loc]
    if error["type"] == "extra_forbidden":
        return unknown(f"onbekende instelling «{dotted(loc)}».", keys[-1], _known_keys(keys[:-1]), loc)
    if error["type"] in ("literal_error", "enum"):
        return unknown(f"«{error['input']}» kan niet bij «{dotted(loc)}».", str(error["input"]), _choices(keys), loc)
    return of_value(error, beside)


def _known_keys(parents: Sequence[str]) -> list[str]:
    tables: dict[str, type[_Table]] = {"dossiers": DossierEntry, "suppress": SuppressEntry}
    model = tables.get(parents[0]) if parents else FileSettings
    return [f.alias or name for name, f in model.model_fields.items()] if model is not None else []


def _choices(keys: Sequence[str]) -> list[str]:
    if keys[0] == "styles":
        return [k.value for k in UnitKind]
    return [s.value for s in Severity] + (["never"] if keys[0] == "fail-on" else [])

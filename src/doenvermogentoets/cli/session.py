"""One run of the checks over what the command line names: settings, baseline, dossiers, results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from doenvermogentoets import baseline, before, catalogue, config, engine
from doenvermogentoets.cli.console import complain, debugging, listing
from doenvermogentoets.cli.inputs import STDIN, Input, Inputs, collect
from doenvermogentoets.cli.installed import installed
from doenvermogentoets.config import FailOn, Settings
from doenvermogentoets.document import View
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Severity
from doenvermogentoets.nearest import did_you_mean
from doenvermogentoets.output.run import relative


@dataclass
class Choice:
    """What the command line says about which checks run and how heavy they are."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Sequence[str] = ()
    config: Path | None = None
    isolated: bool = False
    fail_on: FailOn | None = None
    baseline: Path | None = None
    view: View = "accepted"
    only_changes: bool = False


@dataclass
class Session:
    """Settings and catalogue of one command.

    Args:
        start: where to look for settings that hold for the command as a whole.
        debug: let a defect end the command with a traceback, also when there are more files; as the command line says.

    Raises:
        UserError: settings that cannot be used; raised when made, before any draft is read.
    """

    choice: Choice
    start: Path = field(default_factory=Path)
    debug: bool = field(default_factory=debugging)
    catalogue: catalogue.Catalogue = field(default_factory=installed)

    def __post_init__(self) -> None:
        if self.choice.only_changes and self.choice.view == "original":
            raise UserError(
                "--only-changes en --view original kunnen niet samen.",
                "Ingevoegde tekst staat alleen in de aanvaarde stand.",
            )
        self._severity = _severities(self.choice.severity)
        self._settings: dict[Path | None, Settings] = {}
        self._nearest: dict[Path, Path | None] = {}
        self.baselines: dict[Path, baseline.Baseline] = {}
        self._used: dict[Path | None, set[int]] = {}
        self._ran: dict[Path | None, set[str]] = {}
        self.settings_for(self.start)

    def settings_for(self, path: Path) -> Settings:
        """The settings that hold for a draft (or folder)."""
        start = Path() if path == STDIN else path
        if self.choice.config is not None:
            found: Path | None = self.choice.config
        else:
            found = None if self.choice.isolated else self._near(start)
        if found not in self._settings:
            settings = (config.load(found, self.catalogue) if found is not None else Settings()).override(
                select=self.choice.select, ignore=self.choice.ignore, severity=self._severity, fail_on=self.choice.fail_on
            )
            settings.validate(self.catalogue)
            self._settings[found] = settings
        return self._settings[found]

    def _near(self, start: Path) -> Path | None:
        """The settings file of a draft; looked for once per folder."""
        try:
            folder = start if start.is_dir() else start.parent
        except OSError:  # a name that no file can have
            folder = start
        if folder not in self._nearest:
            self._nearest[folder] = config.find(start)
        return self._nearest[folder]

    def baseline_for(self, settings: Settings) -> baseline.Baseline | None:
        path = self.choice.baseline or settings.baseline
        if path is None:
            return None
        if path not in self.baselines:
            self.baselines[path] = baseline.load(path)
        return self.baselines[path]

    def known_pairs(self, path: Path) -> list[tuple[Path, Path]]:
        """Pairs of draft and toelichting that the settings of a draft or folder lay down; none if those cannot be used (said later)."""
        try:
            return self.settings_for(path).dossiers()
        except UserError:
            return []

    def inputs(self, paths: Sequence[Path], toelichting: Path | None, stdin_name: str = "", *, quiet: bool = False) -> Inputs:
        found = collect(paths, toelichting=toelichting, stdin_name=stdin_name, known=self.known_pairs, quiet=quiet)
        self.prepare(found)
        return found

    def prepare(self, inputs: Inputs) -> None:
        """Have the files read as the settings and the command line say."""
        inputs.styles = lambda path: self.settings_for(path).values.styles
        inputs.view = self.choice.view

    @property
    def ran(self) -> set[str]:
        """Names of the checks that ran."""
        return {name for names in self._ran.values() for name in names}

    def results(self, inputs: Inputs, *, with_baseline: bool = True, struck: bool = False) -> Iterator[tuple[Input, engine.Result]]:
        """Check each dossier as it is read.

        Args:
            struck: also look for what is found only because a tracked change takes text away; such a draft is checked twice.

        Raises:
            UserError: the only dossier cannot be read, or its settings cannot be used.
        """
        self.load_baselines(inputs if with_baseline else None)
        for given, dossier in inputs.read():
            try:
                settings = self.settings_for(given.main)
                known = self.baseline_for(settings) if with_baseline else None
                result = engine.check_dossier(dossier, self.catalogue, settings, known)
            except Exception as error:  # a defect of ours that one text brings out must not cost the user the others
                if self.debug or len(inputs.items) == 1:
                    raise
                complain(
                    error
                    if isinstance(error, UserError)
                    else UserError(
                        f"{relative(given.main)} kon niet worden getoetst: het programma liep erop vast ({type(error).__name__})."
                    )
                )
                inputs.unreadable += 1
                continue
            if known is not None:
                known.looked_at(result.documents())
            self.note(settings, result.entries_used, result.ran)
            if self.choice.only_changes or (struck and any(d.source.tracked and d.source.tracked.deletes for d in result.documents())):
                result.findings = before.told(result, partial(self._before, inputs, given, settings))
            if self.choice.only_changes:
                result.findings = [f for f in result.findings if before.by_changes(f)]
            yield given, result

    def silent(self, given: Input, result: engine.Result) -> Set[str]:
        """Codes of the checks that only this time did not take part: not selected, broken, or without the document that they read.

        A check that was switched off (``ignore``) is not among them. While an installed package cannot be used, every code that nobody
        knows is: it may be one of that package.
        """
        ran = set(result.ran)
        usual = Session(replace(self.choice, select=()), self.start, self.debug, self.catalogue) if self.choice.select else self
        enabled = usual.settings_for(given.main).enabled(self.catalogue)
        silent = frozenset(check.meta.code for check in enabled if check.name not in ran)
        if self.catalogue.unusable:
            return _OrUnknown(silent, [check.meta.code for check in self.catalogue])
        return silent

    def _before(self, inputs: Inputs, given: Input, settings: Settings) -> engine.Result:
        """The findings in the text from before its tracked changes.

        Raises:
            UserError: there is no text without them.
        """
        return engine.check_dossier(replace(inputs, view="original").dossier(given), self.catalogue, settings)

    def load_baselines(self, inputs: Inputs | None) -> None:
        """Read every baseline before the work begins.

        Raises:
            UserError: one cannot be used.
        """
        for given in inputs.dossiers if inputs is not None else ():
            try:
                settings = self.settings_for(given.main)
            except UserError:
                continue  # told when this dossier has its turn
            self.baseline_for(settings)

    def note(self, settings: Settings, entries: Iterable[int], ran: Iterable[str]) -> None:
        """Remember what a dossier showed: entries in the settings that did something, checks that ran."""
        self._used.setdefault(settings.path, set()).update(entries)
        self._ran.setdefault(settings.path, set()).update(ran)

    def without_changes(self, names: Sequence[str]) -> str:
        """What to tell when only changes were asked for and these documents have none; empty otherwise."""
        if not self.choice.only_changes or not names:
            return ""
        where = listing(list(dict.fromkeys(names)), 4)
        return f"Geen bijgehouden wijzigingen gevonden in {where}; met --only-changes is daar niets te melden."

    def unused_entries(self) -> Iterator[str]:
        """Entries in the settings that set nothing aside; ask only after a whole folder, because they may be about another file."""
        for path, used in self._used.items():
            settings = self._settings[path]
            for index, entry in enumerate(settings.values.suppress):
                check = self.catalogue.get(entry.check)
                if index not in used and check is not None and check.name in self._ran[path]:
                    yield f"{path}: de {index + 1}e regel onder suppress ({check.name}) legt niets meer terzijde; haal die weg."

    def stale_baselines(self) -> Iterator[str]:
        """Baselines with entries that no longer occur."""
        for path, known in self.baselines.items():
            stale = len(known.stale(self.ran))
            if stale:
                which = "1 regel komt" if stale == 1 else f"{stale} regels komen"
                yield f"Basislijn {relative(path)}: {which} niet meer voor. Werk bij met «doenvermogentoets baseline update»."


class _OrUnknown(Set[str]):
    """Some codes, and every code that is not known."""

    def __init__(self, codes: Set[str], known: Iterable[str]) -> None:
        self._codes = codes
        self._known = frozenset(known)

    def __contains__(self, code: object) -> bool:
        return code in self._codes or code not in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


def _severities(given: Sequence[str]) -> dict[str, Severity]:
    out = {}
    for item in given:
        name, _, level = item.partition("=")
        if level not in [s.value for s in Severity]:
            words = ", ".join(s.value for s in Severity)
            hint = did_you_mean(level, [s.value for s in Severity])
            raise UserError(f"--severity {item} kan niet.", f"Geef NAAM=ERNST, met als ernst {words}. {hint}".strip())
        out[name] = Severity(level)
    return out

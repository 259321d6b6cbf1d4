"""One run of the checks over what the command line names: settings, baseline, dossiers, results."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from doenvermogentoets import baseline, catalogue, config, engine
from doenvermogentoets.cli.console import complain, listing
from doenvermogentoets.cli.dutch import did_you_mean
from doenvermogentoets.cli.inputs import STDIN, Input, Inputs, collect, hint_at_sibling
from doenvermogentoets.config import FailOn, Settings
from doenvermogentoets.document import View
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Finding, Severity
from doenvermogentoets.output.run import Run, relative
from doenvermogentoets.suppress import own_checks


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


def _installed() -> catalogue.Catalogue:
    return catalogue.load()


@dataclass
class Session:
    """Settings and catalogue of one command.

    Args:
        start: where to look for settings that hold for the command as a whole.
        debug: let a defect end the command with a traceback, also when there are more files.

    Raises:
        UserError: settings that cannot be used; raised when made, before any draft is read.
    """

    choice: Choice
    start: Path = field(default_factory=Path)
    debug: bool = False
    catalogue: catalogue.Catalogue = field(default_factory=_installed)

    def __post_init__(self) -> None:
        if self.choice.only_changes and self.choice.view == "original":
            raise UserError(
                "--only-changes en --view original kunnen niet samen.",
                "Ingevoegde tekst staat alleen in de aanvaarde stand.",
            )
        self._severity = _severities(self.choice.severity)
        self._settings: dict[Path | None, Settings] = {}
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
            found = None if self.choice.isolated else config.find(start)
        if found not in self._settings:
            settings = (config.load(found) if found is not None else Settings()).override(
                select=self.choice.select, ignore=self.choice.ignore, severity=self._severity, fail_on=self.choice.fail_on
            )
            settings.validate(self.catalogue)
            self._settings[found] = settings
        return self._settings[found]

    def baseline_for(self, settings: Settings) -> baseline.Baseline | None:
        path = self.choice.baseline or settings.baseline
        if path is None:
            return None
        if path not in self.baselines:
            self.baselines[path] = baseline.load(path)
        return self.baselines[path]

    def known_pairs(self, paths: Sequence[Path]) -> list[tuple[Path, Path]]:
        """Pairs of draft and toelichting that the settings of these paths lay down."""
        return [pair for path in paths for pair in self.settings_for(path).dossiers()]

    def inputs(self, paths: Sequence[Path], toelichting: Path | None, stdin_name: str = "", *, quiet: bool = False) -> Inputs:
        found = collect(paths, toelichting=toelichting, stdin_name=stdin_name, known=self.known_pairs(paths), quiet=quiet)
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

    def results(self, inputs: Inputs, *, with_baseline: bool = True) -> Iterator[tuple[Input, engine.Result]]:
        """Check each dossier as it is read.

        Raises:
            UserError: the only dossier cannot be read, or its settings cannot be used.
        """
        for given in inputs.dossiers if with_baseline else ():
            self.baseline_for(self.settings_for(given.main))
        for given, dossier in inputs.read():
            settings = self.settings_for(given.main)
            known = self.baseline_for(settings) if with_baseline else None
            try:
                result = engine.check_dossier(dossier, self.catalogue, settings, known)
            except Exception as error:  # a defect of ours that one text brings out must not cost the user the others
                if self.debug or len(inputs.dossiers) == 1:
                    raise
                complain(
                    UserError(f"{relative(given.main)} kon niet worden getoetst: het programma liep erop vast ({type(error).__name__}).")
                )
                inputs.unreadable += 1
                continue
            if known is not None:
                known.looked_at(result.documents())
            self._used.setdefault(settings.path, set()).update(result.entries_used)
            self._ran.setdefault(settings.path, set()).update(result.ran)
            if self.choice.only_changes:
                result.findings = [f for f in result.findings if in_changes(f)]
            yield given, result

    def without_changes(self, result: engine.Result) -> str:
        """What to tell when only changes were asked for and there are none; empty otherwise."""
        names = [document.name for document in result.documents() if not document.source.changed]
        if not self.choice.only_changes or not names:
            return ""
        return f"Geen ingevoegde tekst gevonden in {listing(list(dict.fromkeys(names)), 4)}; met --only-changes is daar niets te melden."

    def run(self, inputs: Inputs, *, with_baseline: bool = True) -> Run:
        """Check everything and gather the remarks."""
        pairs = list(self.results(inputs, with_baseline=with_baseline))
        run = Run([result for _, result in pairs], [*self.catalogue, *own_checks()], unreadable=inputs.unreadable)
        run.notes.extend(filter(None, (self.without_changes(result) for _, result in pairs)))
        run.notes.extend(_disagreements(result) for _, result in pairs if any(d.source.remarks for d in result.documents()))
        run.notes.extend(self._without_toelichting(pairs))
        run.notes.extend(self._unused_entries(whole=any(given.root is not None for given in inputs.dossiers)))
        run.notes.extend(self._stale_baselines())
        return run

    def fails(self, run: Run) -> bool:
        """Whether there is a finding at or above the level at which its settings say the command fails."""
        for result in run.results:
            fail_on = self._settings_of(result).values.fail_on
            if fail_on != "never" and any(f.severity.rank <= Severity(fail_on).rank for f in result.findings):
                return True
        return False

    def _settings_of(self, result: engine.Result) -> Settings:
        documents = result.documents()
        path = documents[0].source.path if documents else None
        return self.settings_for(path or self.start)

    def _without_toelichting(self, pairs: Sequence[tuple[Input, engine.Result]]) -> Iterator[str]:
        lacking = [(given, r) for given, r in pairs if r.dossier.has_bill and r.dossier.toelichting is None and r.skipped]
        if not lacking:
            return
        count = len({name for _, r in lacking for name in r.skipped})
        which = "zonder toelichting" if len(pairs) == 1 else f"zonder toelichting bij {listing([relative(g.main) for g, _ in lacking], 4)}"
        hint = " ".join(filter(None, (hint_at_sibling(given) for given, _ in lacking)))
        subject = "1 controle die de toelichting leest kon" if count == 1 else f"{count} controles die de toelichting lezen konden"
        yield f"{subject} niet meedoen: {which}. {hint}".strip()

    def _unused_entries(self, *, whole: bool) -> Iterator[str]:
        """Entries in the settings that set nothing aside; only when a whole folder was checked, because they may be about another file."""
        if not whole:
            return
        for path, used in self._used.items():
            settings = self._settings[path]
            for index, entry in enumerate(settings.values.suppress):
                check = self.catalogue.get(entry.check)
                if index not in used and check is not None and check.name in self._ran[path]:
                    yield f"{path}: de {index + 1}e regel onder suppress ({check.name}) legt niets meer terzijde; haal die weg."

    def _stale_baselines(self) -> Iterator[str]:
        for path, known in self.baselines.items():
            stale = len(known.stale(self.ran))
            if stale:
                which = "1 regel komt" if stale == 1 else f"{stale} regels komen"
                yield f"Basislijn {relative(path)}: {which} niet meer voor. Werk bij met «doenvermogentoets baseline update»."


def _disagreements(result: engine.Result) -> str:
    counts = {document.name: len(document.source.remarks) for document in result.documents() if document.source.remarks}
    total = sum(counts.values())
    what = "1 alinea zegt de stijl" if total == 1 else f"{total} alinea's zegt de stijl"
    return f"{listing(list(counts), 4)}: bij {what} iets anders dan het nummer. Het nummer geldt; «outline» laat zien waar."


def in_changes(finding: Finding) -> bool:
    """Whether the words of a finding touch a tracked insertion; without words of its own its place must stand in one."""
    changed = finding.document.source.changed
    at = max(bisect_right(changed, finding.span.start, key=lambda span: span.start) - 1, 0)
    words = finding.span
    if not words:
        return any(span.start <= words.start <= span.end for span in changed[at : at + 2])
    return any(span.overlaps(words) for span in changed[at : at + 2])


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

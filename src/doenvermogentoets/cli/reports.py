"""``report`` over more dossiers: a folder with a report of each, and a page that leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from doenvermogentoets.batch.folder import Folder
from doenvermogentoets.batch.jobs import Outcome, Wanted
from doenvermogentoets.batch.places import INDEX, OVERVIEW, places
from doenvermogentoets.cli import exits
from doenvermogentoets.cli.batch import Batch, How
from doenvermogentoets.cli.console import note
from doenvermogentoets.cli.inputs import Input, Inputs, path_of
from doenvermogentoets.cli.outfile import refuse_inputs
from doenvermogentoets.cli.session import Session
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Severity
from doenvermogentoets.output.run import Run, relative

READABLE = (".json", ".html")
"""Forms from which an earlier report is read."""


@dataclass
class Reports:
    """The reports of a batch: what is asked of each dossier, and where what comes back goes.

    Attributes:
        forms: suffixes.
        previous: a folder with the reports of an earlier version, in the same layout.
    """

    folder: Folder
    forms: Sequence[str]
    previous: Path | None
    place: dict[Path, str]
    made_at: datetime = field(default_factory=lambda: datetime.now(UTC).astimezone())
    files: dict[Path, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, inputs: Inputs, target: Path, forms: Sequence[str], previous: Path | None) -> Reports:
        """Made before the work starts.

        Raises:
            UserError: the folder cannot be used, or a report would take the place of a draft.
        """
        folder = Folder.of(target)
        main = [given.main for given in inputs.dossiers]
        place = {path: str(where) for path, where in zip(main, places(main), strict=True)}
        drafts = {path.resolve(): path for path in inputs.paths()}
        for where in place.values():
            for form in forms:
                report = (target / f"{where}{form}").resolve()
                if report in drafts:
                    refuse_inputs(report, [drafts[report]])
        if previous is not None and not previous.is_dir():
            raise UserError(f"{previous} is geen map.", "Noem bij meer dossiers met --previous de map met de vorige rapporten.")
        return cls(folder, forms, previous, place)

    def wanted(self, given: Input) -> Wanted:
        """What to make of a dossier."""
        shown = tuple(relative(path) for path in given.paths())
        before = self._before(given)
        return Wanted(tuple(self.forms), shown, self.made_at, before, relative(before) if before is not None else "")

    def _before(self, given: Input) -> Path | None:
        """The report of an earlier version of this dossier."""
        if self.previous is None:
            return None
        candidates = (self.previous / f"{self.place[given.main]}{form}" for form in READABLE)
        return next((path for path in candidates if path.is_file()), None)

    def take(self, given: Input, outcome: Outcome) -> None:
        """Write the reports of a dossier.

        Raises:
            UserError: one cannot be written.
        """
        before = self._before(given)
        for form, content in outcome.reports.items():
            name = f"{self.place[given.main]}{form}"
            self.folder.write(name, content, taken_over=before is not None and before.resolve() == (self.folder.path / name).resolve())
            self.files.setdefault(given.main, []).append(name)


def make(session: Session, inputs: Inputs, reports: Reports, how: How) -> int:
    """Make the reports and the page; returns the exit code."""
    from doenvermogentoets.output.overview import overview_lines
    from doenvermogentoets.report import index

    done: Run | None = None
    names: list[list[str]] = []
    with Batch(session, inputs, how, reports=reports) as batch:
        run = batch.run(Severity.SUGGESTION)
        try:
            for _ in run.dossiers():
                pass
            done = run
            names = [reports.files.get(path_of(item), []) for item in inputs.items]
        finally:
            left = {name: reports.folder.before[name] for name in reports.folder.left()}
            if reports.folder.made or left:
                # also when it was broken off: a next run has to know which files are ours
                reports.folder.finish({OVERVIEW: index.data(done, names, reports.folder.made, left)})
    if reports.folder.made:
        reports.folder.finish({f"{INDEX}.html": index.page(run, names, list(left), reports.made_at)})
    note("\n".join(overview_lines(run)))
    for told in run.told():
        note(told)
    for remark in run.notes:
        note(remark)
    if reports.folder.made:
        many = f"{len(reports.files)} rapport{'' if len(reports.files) == 1 else 'en'}"
        note(f"{many} in {reports.folder.path}; begin bij {reports.folder.path / f'{INDEX}.html'}")
    return exits.ERROR if run.incomplete or inputs.unreadable else 0

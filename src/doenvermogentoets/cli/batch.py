"""The dossiers of one command through the machinery of :mod:`doenvermogentoets.batch`: cache, processes or cluster, records, remarks."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from doenvermogentoets.batch import jobs
from doenvermogentoets.batch.jobs import Job, Outcome, Wanted
from doenvermogentoets.batch.running import Here, InOrder, Workers, ends_in_order, processes, processes_for
from doenvermogentoets.batch.store import Store, default_folder, opened
from doenvermogentoets.cli.console import Progress, complain, listing, note, patience, progress
from doenvermogentoets.cli.inputs import STDIN, Input, Inputs, hint_at_sibling, path_of, swapped
from doenvermogentoets.cli.session import Session
from doenvermogentoets.drafts import Trouble
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Severity
from doenvermogentoets.output.record import DossierRecord
from doenvermogentoets.output.run import FIRST, Run, relative
from doenvermogentoets.suppress import own_checks

STILL_BUSY = "Nog bezig. De uitkomst volgt; Ctrl-C breekt af."


@dataclass
class How:
    """How the command line wants the work done.

    Attributes:
        jobs: number of processes, ``None`` for what suits this machine.
        cluster: address of a Dask scheduler.
        cache: false when the user wants nothing kept.
    """

    jobs: int | None = None
    cluster: str | None = None
    cache: bool = True


class Sink(Protocol):
    """What wants a report of each dossier."""

    def wanted(self, given: Input) -> Wanted:
        """What to make."""
        ...

    def take(self, given: Input, outcome: Outcome) -> None:
        """Put it where it belongs.

        Raises:
            UserError: that cannot be; then the dossier failed.
        """
        ...


@dataclass
class Batch:
    """The dossiers of one command, checked one by one or side by side, always told in the same order.

    Attributes:
        reports: takes the reports, if those are wanted.
        fails: whether there is a finding at or above the level at which its settings say the command fails.
        blank: the drafts in which nothing was read; the forms for people tell of them themselves.
    """

    session: Session
    inputs: Inputs
    how: How = field(default_factory=How)
    reports: Sink | None = None
    fails: bool = False
    blank: list[UserError] = field(default_factory=list)
    _lacking: list[Input] = field(default_factory=list)
    _skipped: set[str] = field(default_factory=set)
    _remarks: list[str] = field(default_factory=list)
    _store: Store | None = None
    _under_way: Generator[DossierRecord, None, None] | None = None
    _entered: ExitStack = field(default_factory=ExitStack)
    _shown: Progress = field(default_factory=lambda: Progress(0))

    def __enter__(self) -> Batch:
        self._entered.enter_context(ends_in_order())
        return self

    def __exit__(self, *_: object) -> None:
        """End what is under way, also when it is broken off."""
        if self._under_way is not None:
            self._under_way.close()
        self._entered.close()

    def run(self, show: Severity) -> Run:
        """What renderings start from."""
        self._under_way = self._records()
        return Run(
            self._under_way,
            [*self.session.catalogue, *own_checks()],
            show=show,
            closing=self._closing,
            overview=len(self.inputs.items) > 1,
            unusable=self.session.catalogue.unusable,
        )

    @property
    def _alone(self) -> bool:
        """Whether there is one dossier, whose failure is that of the command."""
        return len(self.inputs.items) == 1

    def _records(self) -> Generator[DossierRecord, None, None]:
        """Check each dossier.

        Raises:
            UserError: the only dossier cannot be read, or a baseline cannot be used.
        """
        self.session.load_baselines(self.inputs)
        with ExitStack() as stack:
            # while a package cannot be used, the outcome is not what the same files give once it can
            wanted = self.how.cache and not self._alone and not self.session.catalogue.unusable
            self._store, why_not = stack.enter_context(opened(default_folder(), wanted=wanted))
            if why_not:
                note(why_not)
            workers = self._workers(stack)
            if self._alone:
                stack.enter_context(patience(STILL_BUSY))
            self._shown = shown = stack.enter_context(progress(len(self.inputs.items)))
            work = InOrder(self.inputs.items, self._job, workers, lambda item: shown.step(path_of(item).name))
            for item, job, outcome in work:
                yield self._record(item, job, outcome)

    def _workers(self, stack: ExitStack) -> Workers:
        here = Here(partial(jobs.examine, catalogue=self.session.catalogue, source=self.inputs.source))
        if self._alone or any(STDIN in (d.bill, d.toelichting) for d in self.inputs.dossiers):
            return here
        if self.how.cluster is not None:
            from doenvermogentoets.batch.cluster import cluster

            return stack.enter_context(cluster(self.how.cluster))
        number = processes_for(self.how.jobs, self._to_do())
        return stack.enter_context(processes(number, jobs.examine)) if number > 1 else here

    def _to_do(self) -> int:
        """Number of dossiers that the cache does not know."""
        if self._store is None:
            return len(self.inputs.dossiers)
        number = 0
        for given in self.inputs.dossiers:
            try:
                number += not self._store.has(self._key(self._make(given)))
            except UserError:
                continue
        return number

    def _make(self, given: Input) -> Job:
        """The job of a dossier.

        Raises:
            UserError: its settings cannot be used.
        """
        settings = self.session.settings_for(given.main)
        known = self.session.baseline_for(settings)
        elsewhere = self.how.cluster is not None
        return Job(
            _absolute(given.bill) if elsewhere else given.bill,
            _absolute(given.toelichting) if elsewhere else given.toelichting,
            settings,
            self.session.choice.view,
            self.session.choice.only_changes,
            known.about(given.paths()) if known is not None else None,
            strict=self._alone or (self.session.debug and not elsewhere),
            report=self._wanted(given, elsewhere=elsewhere),
        )

    def _wanted(self, given: Input, *, elsewhere: bool) -> Wanted | None:
        wanted = self.reports.wanted(given) if self.reports is not None else None
        return replace(wanted, previous=_absolute(wanted.previous)) if wanted is not None and elsewhere else wanted

    def _key(self, job: Job) -> str:
        """Where the outcome is kept; empty if nothing is to be kept of it."""
        digests = jobs.digests(job) if job.settings.values.cache else ()
        return job.key(digests) if digests else ""

    def _job(self, item: Input | Trouble) -> Job | Outcome:
        if isinstance(item, Trouble):
            return Outcome(problem=item.problem, remedy=item.remedy)
        try:
            job = self._make(item)
        except UserError as error:
            if self._alone:
                raise
            return Outcome(problem=error.problem, remedy=error.remedy)
        if self._store is not None and (key := self._key(job)) and (kept := self._store.get(key)) is not None:
            try:
                outcome = Outcome.unpack(kept)
            except (ValueError, KeyError, TypeError):
                return job  # damaged: as if it was not there
            return outcome
        return job

    def _record(self, item: Input | Trouble, job: Job | None, outcome: Outcome) -> DossierRecord:
        path = _shown(item, self.inputs)
        if outcome.record is None and isinstance(item, Input) and self.how.cluster is not None:
            outcome = replace(outcome, problem=_as_here(outcome.problem, item), remedy=_as_here(outcome.remedy, item))
        if outcome.record is not None and self.reports is not None and isinstance(item, Input):
            try:
                self.reports.take(item, outcome)
            except UserError as error:
                outcome = Outcome(problem=error.problem, remedy=error.remedy)
        if outcome.record is None:
            if self._alone:
                raise UserError(outcome.problem, outcome.remedy)
            self.inputs.unreadable += 1
            self._shown.clear()
            complain(UserError(outcome.problem, outcome.remedy))
            return DossierRecord(path, _beside(item), problem=outcome.problem, remedy=outcome.remedy)
        if not isinstance(item, Input):
            raise TypeError("trouble with a record")
        try:
            record = DossierRecord.unpack(path, _beside(item), outcome.record, self.session.settings_for(item.main).values.fail_on)
        except (ValueError, KeyError, TypeError):
            if job is not None:
                raise
            # what was kept is damaged: as if it was not there
            again = self._make(item)
            return self._record(item, again, jobs.examine(again, self.session.catalogue))
        if job is not None and self._store is not None and outcome.digests and job.settings.values.cache and not record.failures:
            self._store.put(job.key(outcome.digests), outcome.pack())
        self._look_at(item, record)
        if record.failed:
            self.inputs.unreadable += 1
            self.blank.append(UserError(record.problem, record.remedy))
        return record

    def _look_at(self, given: Input, record: DossierRecord) -> None:
        """Remember what the remarks at the end and the exit code need."""
        settings = self.session.settings_for(given.main)
        data = record.data
        self.session.note(settings, data["entries"], data["ran"])
        known = self.session.baseline_for(settings)
        if known is not None:
            known.seen.update((file, context, int(number)) for file, context, number in data["seen"])
            known.files.update(known.name_of_path(path) for path in given.paths())
        if any(map(record.fails, record.severities())):
            self.fails = True
        if data["bill"] and not data["toelichting"] and data["skipped"] and not record.failed:
            self._lacking.append(given)
            self._skipped.update(data["skipped"])
        documents = data["documents"]
        self._remarks.append(swapped(given, documents[0]["json"]["kind"] if documents else ""))
        self._remarks += dict.fromkeys(line for d in documents for line in d["reading"])
        self._remarks.append(self.session.without_changes([d["name"] for d in documents if not d["changed"]]))
        self._remarks.append(_disagreements({d["name"]: d["remarks"] for d in documents if d["remarks"]}))

    def _closing(self) -> list[str]:
        """The remarks about the run as a whole."""
        remarks = [*self.inputs.remarks, *filter(None, self._remarks), *self._without_toelichting()]
        if self.inputs.whole:
            remarks += self.session.unused_entries()
        return [*remarks, *self.session.stale_baselines()]

    def _without_toelichting(self) -> Iterator[str]:
        if not self._lacking:
            return
        count = len(self._skipped)
        names = [relative(given.main) for given in self._lacking]
        which = "zonder toelichting" if self._alone else f"zonder toelichting bij {listing(names, FIRST)}"
        hint = " ".join(filter(None, (hint_at_sibling(given) for given in self._lacking[:FIRST])))
        subject = "1 controle die de toelichting leest kon" if count == 1 else f"{count} controles die de toelichting lezen konden"
        yield f"{subject} niet meedoen: {which}. {hint}".strip()


def _as_here(told: str, given: Input) -> str:
    """What another machine says of files, with their names as we know them."""
    for path in given.paths():
        told = told.replace(str(path.absolute()), relative(path))
    return told


def _absolute(path: Path | None) -> Path | None:
    return path.absolute() if path is not None else None


def _shown(item: Input | Trouble, inputs: Inputs) -> str:
    """What a user calls the file that stands for a dossier."""
    path = path_of(item)
    return relative(path) if path != STDIN else inputs.stdin_name or "standaardinvoer"


def _beside(item: Input | Trouble) -> str:
    """The toelichting in a file of its own beside a draft."""
    if not isinstance(item, Input) or item.bill is None or item.toelichting is None:
        return ""
    return relative(item.toelichting) if item.toelichting != STDIN else "standaardinvoer"


def _disagreements(counts: dict[str, int]) -> str:
    total = sum(counts.values())
    if not total:
        return ""
    what = "1 alinea zegt de stijl" if total == 1 else f"{total} alinea's zegt de stijl"
    return f"{listing(list(counts), 4)}: bij {what} iets anders dan het nummer. Het nummer geldt; «outline» laat zien waar."

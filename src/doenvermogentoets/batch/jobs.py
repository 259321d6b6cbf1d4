"""A job: one dossier and everything that its outcome depends on. It is done wherever an executor puts it, and never raises."""

from __future__ import annotations

import base64
import gc
import hashlib
import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doenvermogentoets import catalogue as checks
from doenvermogentoets.baseline import Baseline
from doenvermogentoets.batch.versions import fingerprint
from doenvermogentoets.config import Settings
from doenvermogentoets.document import View
from doenvermogentoets.errors import UserError

if TYPE_CHECKING:
    from doenvermogentoets.catalogue import Catalogue
    from doenvermogentoets.document import Dossier, Source
    from doenvermogentoets.engine import Result


@dataclass(frozen=True)
class Wanted:
    """The report that is to be made of a dossier.

    Attributes:
        suffixes: the forms (``".html"``).
        shown: the paths that the report names; the report is not the same without them.
        made: when, the same for all reports of a run.
        previous: an earlier report whose remarks are taken over.
        previous_shown: its path as the report names it.
        notes: remarks about the run.
    """

    suffixes: tuple[str, ...]
    shown: tuple[str, ...]
    made: datetime
    previous: Path | None = None
    previous_shown: str = ""
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "<Wanted>"


RECORD = 3
"""Number of the form of what is kept; another number makes everything kept before unknown."""


@dataclass(frozen=True)
class Job:
    """One dossier to check.

    Its text form names nothing, because a scheduler may write it in a log.

    Attributes:
        bill: the draft, or ``None`` for a toelichting alone.
        settings: those that hold for it, validated.
        baseline: the entries that are about its files.
        only_changes: keep only findings on tracked insertions.
        strict: let a defect of the program come out, instead of making it a reason why this dossier failed.
        report: what to make beside the record.
    """

    bill: Path | None
    toelichting: Path | None
    settings: Settings = field(repr=False)
    view: View = "accepted"
    only_changes: bool = False
    baseline: Baseline | None = field(default=None, repr=False)
    strict: bool = False
    report: Wanted | None = None

    def __repr__(self) -> str:
        return "<Job>"

    @property
    def files(self) -> list[Path]:
        return [path for path in (self.bill, self.toelichting) if path is not None]

    @property
    def read(self) -> list[Path]:
        """Everything that the outcome depends on."""
        return [*self.files, *([self.report.previous] if self.report is not None and self.report.previous is not None else [])]

    def key(self, digests: tuple[str, ...]) -> str:
        """Under which name the outcome is kept: the content of the files, their names, the settings and the versions.

        Args:
            digests: of the content of :attr:`read`.
        """
        values = self.settings.values.model_dump(mode="json", exclude={"fail_on", "baseline", "dossiers", "cache"})
        known = self.baseline
        parts: list[Any] = [
            RECORD,
            fingerprint(),
            [self.bill.name if self.bill else None, self.toelichting.name if self.toelichting else None],
            digests,
            values,
            sorted(self.settings.exact),
            self.view,
            self.only_changes,
            None if known is None else [[known.name_of_path(p) for p in self.files], [e.key for e in known.entries]],
        ]
        if self.report is not None:
            wanted = self.report
            # the report names paths and settings; when it was made is no reason to make it again
            parts += [
                wanted.suffixes,
                wanted.shown,
                str(wanted.previous or ""),
                wanted.notes,
                str(self.settings.path or ""),
                *_origins(self),
            ]
            parts.append(self.settings.values.fail_on)
        return hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True)
class Outcome:
    """What became of a job.

    Attributes:
        record: the packed record (:mod:`doenvermogentoets.output.record`), ``None`` if the dossier failed.
        reports: content per suffix, as :attr:`Job.report` asks.
        digests: of the files as they were read, so that a file that changed meanwhile is not kept under the content it had before;
            empty if they changed while they were read.
        problem, remedy: why it failed.
    """

    record: bytes | None = None
    digests: tuple[str, ...] = ()
    problem: str = ""
    remedy: str = ""
    reports: Mapping[str, bytes] = field(default_factory=dict)

    def __repr__(self) -> str:
        return "<Outcome>"

    def pack(self) -> bytes:
        """What a cache keeps of an outcome that did not fail."""
        reports = {suffix: base64.b64encode(content).decode("ascii") for suffix, content in self.reports.items()}
        return json.dumps({"record": (self.record or b"").decode("ascii"), "reports": reports}, separators=(",", ":")).encode("ascii")

    @classmethod
    def unpack(cls, kept: bytes) -> Outcome:
        """From what :meth:`pack` made.

        Raises:
            ValueError, KeyError, TypeError: the bytes are something else.
        """
        data = json.loads(kept)
        reports = {str(suffix): base64.b64decode(content, validate=True) for suffix, content in data["reports"].items()}
        return cls(str(data["record"]).encode("ascii"), reports=reports)


def digests(job: Job) -> tuple[str, ...]:
    """A fingerprint of the content of each file; empty if one of them cannot be read (whoever reads it says why)."""
    from doenvermogentoets.readers.files import MAX_BYTES

    out = []
    try:
        for path in job.read:
            if path.stat().st_size > MAX_BYTES:
                return ()
            with path.open("rb") as file:
                out.append(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return ()
    return tuple(out)


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    return checks.load()


@lru_cache(maxsize=1)
def _settle() -> None:
    """Once, between the first dossier and the second: what is loaded by then stays, so the collector need not look at it again.

    A dossier is a web of objects that point at each other, which only the collector can free. With the word lists and the checks in
    its way it looks seldom, and what earlier dossiers left behind piles up.
    """
    gc.collect()
    gc.freeze()


_examined = itertools.count()


def examine(job: Job, catalogue: Catalogue | None = None, source: Callable[[Path], Source] | None = None) -> Outcome:
    """Do a job; what goes wrong is in the outcome.

    Args:
        catalogue: the checks, if they are at hand; otherwise those that are installed where this runs.
        source: how to read a file, if not from disk alone (standard input).
    """
    from doenvermogentoets.output.record import pack
    from doenvermogentoets.output.run import relative

    if next(_examined):
        _settle()
    try:
        before = digests(job)
        checks_ = catalogue if catalogue is not None else _catalogue()
        dossier = read(job, source)
        reports: Mapping[str, bytes] = {}
        if job.report is not None:
            result, reports = report(job, job.report, dossier, checks_)
        else:
            result = check(job, dossier, checks_)
        record = pack(result, seen=sorted(job.baseline.seen) if job.baseline is not None else ())
        return Outcome(record, before if before == digests(job) else (), reports=reports)
    except UserError as error:
        return Outcome(problem=error.problem, remedy=error.remedy)
    except Exception as error:  # a defect of ours that one text brings out must not cost the user the others
        if job.strict:
            raise
        return Outcome(
            problem=f"{relative(job.files[0])} kon niet worden getoetst: het programma liep erop vast ({type(error).__name__}).",
            remedy="Dat is een fout van ons. Toets dit stuk los met «doenvermogentoets --debug check» om te zien waar het misgaat.",
        )


def examine_elsewhere(job: Job, versions: str) -> Outcome:
    """Do a job on a machine that may have other packages than the one that asks; then it is not done.

    Args:
        versions: :func:`~doenvermogentoets.batch.versions.fingerprint` of the one that asks.
    """
    if fingerprint() != versions:
        return Outcome(
            problem="Een machine van het cluster heeft een andere versie van het programma, van de controles of van Python.",
            remedy="Installeer op alle machines dezelfde versies; anders hangt de uitkomst af van waar een dossier terechtkomt.",
        )
    return examine(job)


def read(job: Job, source: Callable[[Path], Source] | None = None) -> Dossier:
    """The dossier of a job.

    Raises:
        UserError: a file cannot be read.
    """
    from doenvermogentoets import readers
    from doenvermogentoets.structure import dossier
    from doenvermogentoets.structure.turned import refuse_turned

    reader = source or partial(readers.read, view=job.view, styles=job.settings.values.styles)
    sources = [reader(path) for path in job.files]
    made = dossier(*sources)
    if job.bill is not None and job.toelichting is not None:
        refuse_turned(made.bill, sources[1], job.bill, job.toelichting)
    return made


def report(job: Job, wanted: Wanted, dossier: Dossier, catalogue: Catalogue) -> tuple[Result, Mapping[str, bytes]]:
    """The findings of a dossier and its report in each form.

    Raises:
        UserError: the previous report cannot be used.
    """
    from doenvermogentoets import report as reports
    from doenvermogentoets.output.run import relative

    made, result = reports.make(dossier, catalogue, job.settings, job.baseline, notes=wanted.notes, made=wanted.made)
    # whoever does the work may stand in another folder, where the same file has another name (and one that says whose it is)
    names = dict(zip(map(relative, job.files), wanted.shown, strict=True))
    made = made.model_copy(update={"documents": tuple(d.model_copy(update={"path": names.get(d.path, d.path)}) for d in made.documents)})
    if wanted.previous is not None:
        made = reports.beside(made, reports.load(wanted.previous), wanted.previous_shown or relative(wanted.previous))
    return result, {suffix: reports.as_bytes(made, suffix) for suffix in wanted.suffixes}


def _origins(job: Job) -> list[str]:
    """Where the settings came from, as a report tells it."""
    return [f"{key}={origin}" for key, origin in sorted(job.settings.origins.items())]


def check(job: Job, dossier: Dossier, catalogue: Catalogue) -> Result:
    """The findings of a dossier, as the job says."""
    from doenvermogentoets import engine

    result = engine.check_dossier(dossier, catalogue, job.settings, job.baseline)
    if job.only_changes:
        from doenvermogentoets import before

        result.findings = [f for f in before.told(result, partial(_before, job, catalogue)) if before.by_changes(f)]
    return result


def _before(job: Job, catalogue: Catalogue) -> Result:
    """The findings in the text from before its tracked changes.

    Raises:
        UserError: there is no text without them.
    """
    from doenvermogentoets import engine

    return engine.check_dossier(read(replace(job, view="original")), catalogue, job.settings)

"""The result of one dossier as plain values: what travels between processes, what a cache keeps, and what renderings start from.

A record knows no paths: it says of each document whether it stands in the file of the draft or in that of the toelichting. So the same
record serves a dossier wherever it lies, and holds nothing that a folder name would give away.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from doenvermogentoets.changes import reading
from doenvermogentoets.config import FailOn
from doenvermogentoets.document import Document
from doenvermogentoets.engine import Result
from doenvermogentoets.findings import Annotation, Finding, Severity
from doenvermogentoets.output.json import finding_json
from doenvermogentoets.output.run import place, place_of
from doenvermogentoets.output.snippet import ShownLine, marked_lines
from doenvermogentoets.structure.legible import blank, not_read
from doenvermogentoets.suppress import keyed
from doenvermogentoets.text import Span

BILL, TOELICHTING = "bill", "toelichting"
"""Which file of a dossier a document stands in."""


def pack(result: Result, *, seen: Sequence[tuple[str, str, int]] = ()) -> bytes:
    """The record of a result, as JSON.

    Args:
        seen: the entries of the baseline that this dossier showed to be still there.
    """
    documents = result.documents()
    own_file = {id(d): _file(result, d) for d in documents}
    numbers = _fingerprints(result)
    told: set[int] = set()
    rows = []
    for document in documents:
        findings = result.of(document)
        aside = [s for s in result.suppressed if s.finding.document is document]
        shown = [place_of(f).span for f in findings]
        for other in documents:
            shown += [place(a.document, a.span).span for f in result.of(other) for a in f.annotations if a.document.text is document.text]
        text = document.text
        lines = marked_lines(text.content if text.source is None else text.source, text.lines, shown)
        unread = (*(document.source.unread if id(document.source) not in told else ()), *not_read(document))
        nothing = blank(document)
        told.add(id(document.source))
        rows.append(
            {
                "file": own_file[id(document)],
                "json": {
                    "kind": document.kind.value,
                    "title": document.title,
                    "findings": [_without_paths(f) for f in findings],
                    "unread": [{"what": u.what, "count": u.count, "where": u.where} for u in unread],
                    "suppressed": [_without_paths(s.finding) | {"reason": s.reason, "by": s.by} for s in aside],
                },
                "findings": [_extra(f, documents, numbers) for f in findings],
                "suppressed": [_extra(s.finding, documents, numbers) for s in aside],
                "lines": [[row.number, row.start, row.text] for row in lines.values()],
                "name": document.name,
                "blank": [nothing.why, nothing.remedy] if nothing is not None else [],
                "changed": document.source.tracked is not None,
                "remarks": len(document.source.remarks),
                "reading": list(reading([document])),
            }
        )
    record = {
        "documents": rows,
        "failures": [{"check": f.check, "error": f.error} for f in result.failures],
        "ran": result.ran,
        "skipped": result.skipped,
        "entries": sorted(result.entries_used),
        "seen": sorted(seen),
        "bill": result.dossier.has_bill,
        "toelichting": result.dossier.toelichting is not None,
    }
    return json.dumps(record, separators=(",", ":")).encode("ascii")


def _file(result: Result, document: Document) -> str:
    """A toelichting that stands in the file of its draft shares that file's source."""
    explanation = result.dossier.toelichting
    if document is explanation and document.source is not result.dossier.bill.source and result.dossier.has_bill:
        return TOELICHTING
    return BILL


def _without_paths(finding: Finding) -> dict[str, Any]:
    out = finding_json(finding)
    for related in out["related"]:
        related["path"] = ""
    return out


def _fingerprints(result: Result) -> dict[int, tuple[str, int, int]]:
    """Per finding: its fingerprint, its number among equal findings, and that number when those set aside are counted too."""
    open_ones = {id(f): (context, number) for f, context, number in keyed(result.findings)}
    order = {id(document): i for i, document in enumerate(result.documents())}
    everything = sorted(
        [*result.findings, *(s.finding for s in result.suppressed)], key=lambda f: (order.get(id(f.document), 0), f.span, f.code)
    )
    return {id(f): (context, open_ones.get(id(f), ("", 0))[1], number) for f, context, number in keyed(everything)}


def _extra(finding: Finding, documents: Sequence[Document], numbers: Mapping[int, tuple[str, int, int]]) -> dict[str, Any]:
    """What renderings need of a finding beyond the JSON output."""
    context, number, number_of_all = numbers[id(finding)]
    return {
        "label": finding.label,
        "context": context,
        "occurrence": number,
        "occurrence_of_all": number_of_all,
        "at": [finding.span.start, finding.span.end],
        "related": [_which(a, finding, documents) for a in finding.annotations],
        "same": [a.document.text is finding.document.text for a in finding.annotations],
    }


def _which(annotation: Annotation, finding: Finding, documents: Sequence[Document]) -> int:
    index = {id(document): i for i, document in enumerate(documents)}
    return index.get(id(annotation.document), index[id(finding.document)])


@dataclass(frozen=True)
class Shown:
    """A finding as a rendering gets it: the object of the JSON output, and what is needed beside it."""

    document: DocumentRecord
    json: Mapping[str, Any]
    extra: Mapping[str, Any]

    @property
    def severity(self) -> Severity:
        return Severity(self.json["severity"])

    @property
    def span(self) -> Span:
        """The place in the shown text."""
        return Span(self.json["span"]["start"], self.json["span"]["end"])

    @property
    def path(self) -> str:
        return self.document.path

    @property
    def label(self) -> str:
        """What a reader calls the unit it stands in; empty without one."""
        unit = self.json["unit"]
        return str(unit["label"]) if unit is not None else ""

    def related(self) -> Iterator[tuple[DocumentRecord, Mapping[str, Any], bool]]:
        """The other places: document, object of the JSON output, and whether it stands in the same text."""
        for row, index, same in zip(self.json["related"], self.extra["related"], self.extra["same"], strict=True):
            yield self.document.dossier.documents[index], row, same


@dataclass(eq=False)
class DocumentRecord:
    """One document of a dossier, with the path a user knows it by."""

    dossier: DossierRecord
    path: str
    data: Mapping[str, Any]

    @property
    def json(self) -> dict[str, Any]:
        """The object of the JSON output."""
        return {"path": self.path, **self.data["json"]}

    @property
    def name(self) -> str:
        return str(self.data["name"])

    @property
    def blank(self) -> bool:
        """Nothing in it was read as a regulation, so nothing was checked."""
        return bool(self.data["blank"])

    @cached_property
    def findings(self) -> list[Shown]:
        return [Shown(self, f, extra) for f, extra in zip(self.data["json"]["findings"], self.data["findings"], strict=True)]

    @cached_property
    def suppressed(self) -> list[Shown]:
        return [Shown(self, f, extra) for f, extra in zip(self.data["json"]["suppressed"], self.data["suppressed"], strict=True)]

    @cached_property
    def lines(self) -> Mapping[int, ShownLine]:
        """The lines with marked words."""
        return {number: ShownLine(number, start, text) for number, start, text in self.data["lines"]}


@dataclass(eq=False)
class DossierRecord:
    """One dossier of a run: what was found, or why nothing could be.

    Attributes:
        path: the path of the file that stands for it, as shown.
        toelichting: the path of the toelichting, if that is a file of its own beside a draft; empty otherwise.
        data: the unpacked record; empty for a dossier that failed.
        problem, remedy: why it failed and what the user can do. So has a draft in which nothing was read,
            whatever its toelichting gave.
        fail_on: from which severity a finding in it counts as a failure, as its settings and the command line say; ``"never"`` for none.
    """

    path: str
    toelichting: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""
    remedy: str = ""
    fail_on: FailOn = "warning"
    documents: list[DocumentRecord] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        paths = {BILL: self.path, TOELICHTING: self.toelichting or self.path}
        self.documents = [DocumentRecord(self, paths[row["file"]], row) for row in self.data.get("documents", ())]
        for document in self.documents:
            if document.blank and not self.problem:
                why, self.remedy = document.data["blank"]
                self.problem = f"{document.path}: {why}"
            for finding in (*document.findings, *document.suppressed):
                for other, row, _ in finding.related():
                    row["path"] = other.path  # type: ignore[index]  # the place that was left open for it

    @classmethod
    def unpack(cls, path: str, toelichting: str, packed: bytes, fail_on: FailOn = "warning") -> DossierRecord:
        """From what :func:`pack` made.

        Raises:
            ValueError, KeyError, TypeError: the bytes are no such record.
        """
        return cls(path, toelichting, json.loads(packed), fail_on=fail_on)

    @property
    def failed(self) -> bool:
        return bool(self.problem)

    @property
    def reason(self) -> str:
        """The problem without the path that it opens with."""
        return self.problem.removeprefix(f"{self.path}: ")

    def findings(self) -> Iterator[Shown]:
        for document in self.documents:
            yield from document.findings

    @property
    def failures(self) -> Sequence[Mapping[str, str]]:
        """Checks that broke: ``check`` and ``error``."""
        failures: Sequence[Mapping[str, str]] = self.data.get("failures", ())
        return failures

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity counts as a failure."""
        return self.fail_on != "never" and severity.rank <= Severity(self.fail_on).rank

    def severities(self) -> Counter[Severity]:
        return Counter(finding.severity for finding in self.findings())

    def themes(self, show: Severity = Severity.INFO) -> Counter[str]:
        """Number of findings per theme, at or above a severity."""
        return Counter(str(f.json["theme"]) for f in self.findings() if f.severity.rank <= show.rank)

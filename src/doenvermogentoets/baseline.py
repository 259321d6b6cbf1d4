"""The baseline: findings that were there when a draft began to be checked, so that only new ones are shown.

A finding is known by its check, words and sentence (:func:`doenvermogentoets.suppress.context`; one about the whole document by its
check alone) and by its number among equal ones, not by its line: edits elsewhere do not bring it back, and it works for Word. The file
holds no text of the draft.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from doenvermogentoets.document import Document
from doenvermogentoets.errors import UserError, cause
from doenvermogentoets.findings import Finding
from doenvermogentoets.suppress import Sifted, Suppressed, keyed

SCHEMA = 1
REASON = "stond al in de basislijn"


class Entry(BaseModel):
    """One known finding. ``file`` is relative to the baseline; ``place`` is only there for people."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    check: str
    context: str
    occurrence: int
    place: str = ""

    @property
    def key(self) -> tuple[str, str, int]:
        return self.file, self.context, self.occurrence


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: int
    entries: list[Entry]


@dataclass
class Baseline:
    """A baseline in use: remembers which of its entries still occur and which files were looked at."""

    path: Path
    entries: Sequence[Entry]
    seen: set[tuple[str, str, int]] = field(default_factory=set)
    files: set[str] = field(default_factory=set)

    def sift(self, findings: Sequence[Finding]) -> Sifted:
        """Set aside the findings that are known."""
        known = {entry.key for entry in self.entries}
        sifted = Sifted([])
        # also as a finding was known before a sentence ran on over the end of a line: a baseline of then still counts
        now = [(self.name_of(f.document), context, number) for f, context, number in keyed(findings)]
        before = [(self.name_of(f.document), context, number) for f, context, number in keyed(findings, by_line=True)]
        earlier = known.difference(now)
        for finding, new, old in zip(findings, now, before, strict=True):
            key = new if new in known else old
            if key is new or key in earlier:
                self.seen.add(key)
                sifted.suppressed.append(Suppressed(finding, REASON, "baseline"))
            else:
                sifted.findings.append(finding)
        return sifted

    def looked_at(self, documents: Iterable[Document]) -> None:
        """Note which documents were checked; entries of other files cannot be called stale."""
        self.files.update(self.name_of(d) for d in documents)

    def about(self, paths: Iterable[Path]) -> Baseline:
        """The part that is about these files, to be used elsewhere."""
        names = {self.name_of_path(path) for path in paths}
        return Baseline(self.path.absolute(), [entry for entry in self.entries if entry.file in names])

    def stale(self, ran: Iterable[str]) -> list[Entry]:
        """Entries that no longer occur, of the files that were looked at and the checks that ran."""
        names = set(ran)
        return [e for e in self.entries if e.file in self.files and e.check in names and e.key not in self.seen]

    def name_of(self, document: Document) -> str:
        """How a document is called in the baseline."""
        path = document.source.path
        return document.name if path is None else self.name_of_path(path)

    def name_of_path(self, path: Path) -> str:
        """How a file is called in the baseline."""
        try:
            return Path(os.path.relpath(path.resolve(), self.path.resolve().parent)).as_posix()
        except ValueError:  # another drive
            return path.resolve().as_posix()


def load(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        UserError: it cannot be read or is no baseline.
    """
    try:
        data: Mapping[str, Any] = json.loads(path.read_bytes())
        content = _File.model_validate({"schema_": data["schema"], "entries": data["entries"]})
    except OSError as error:
        raise UserError(
            f"De basislijn {path} kan niet worden gelezen: {cause(error)}.", "Maak er een met «doenvermogentoets baseline write»."
        ) from None
    except (ValueError, KeyError, TypeError, ValidationError):
        raise UserError(f"{path} is geen basislijn.", "Maak er opnieuw een met «doenvermogentoets baseline write».") from None
    if content.schema_ != SCHEMA:
        raise UserError(
            f"De basislijn {path} is van een andere versie ({content.schema_}).",
            "Maak er opnieuw een met «doenvermogentoets baseline write».",
        )
    return Baseline(path, content.entries)


def collect(path: Path, findings: Iterable[Finding]) -> Baseline:
    """A baseline of findings, to be written at ``path``."""
    from doenvermogentoets.structure.labels import label

    new = Baseline(path, [])
    new.entries = sorted(
        (
            Entry(
                file=new.name_of(finding.document),
                check=finding.check,
                context=context,
                occurrence=occurrence,
                place=label(finding.unit) if finding.unit is not None and not finding.whole else "",
            )
            for finding, context, occurrence in keyed(findings)
        ),
        key=lambda e: (e.file, e.check, e.context, e.occurrence),
    )
    return new


def dump(entries: Iterable[Entry]) -> str:
    """The content of a baseline file."""
    rows = [entry.model_dump() for entry in entries]
    return json.dumps({"schema": SCHEMA, "entries": rows}, ensure_ascii=False, indent=1) + "\n"

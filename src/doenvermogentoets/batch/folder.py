"""A folder with the reports of a batch: files that are whole or not there, and nothing of somebody's work overwritten.

A reviewer writes her judgement in a report (in the Word file, or in the page that she saves). So a file is only replaced when it is still
what we made, which :data:`~doenvermogentoets.batch.places.OVERVIEW` remembers by its fingerprint, or when its remarks were taken over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from doenvermogentoets import whole
from doenvermogentoets.batch.places import OVERVIEW
from doenvermogentoets.errors import UserError


@dataclass
class Folder:
    """The folder, and what it held before this run.

    Attributes:
        path: exists, or is made when the first file is written.
        before: fingerprint per file that an earlier run made, by its path within the folder.
        made: the same for this run.
    """

    path: Path
    before: Mapping[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, path: Path) -> Folder:
        """A folder as an earlier run left it.

        Raises:
            UserError: it is a file, its overview cannot be used, or nothing can be written in it.
        """
        if path.exists() and not path.is_dir():
            raise UserError(f"{path} is een bestand.", "Noem bij meer dossiers met -o een map.")
        file = path / OVERVIEW
        try:
            data: Any = json.loads(file.read_bytes())
            before = {str(row["file"]): str(row["sha256"]) for row in data["files"]}
        except FileNotFoundError:
            before = {}
        except (OSError, ValueError, KeyError, TypeError):
            raise UserError(f"{file} kan niet worden gelezen of is niet van ons.", "Kies een lege map, of haal dit bestand weg.") from None
        whole.probe(path)
        return cls(path, before)

    def write(self, name: str, data: bytes, *, taken_over: bool = False) -> None:
        """Write a report.

        Args:
            name: its path within the folder, with forward slashes.
            taken_over: the remarks in the file that stands there are in the new one.

        Raises:
            UserError: it cannot be written, or somebody changed the file that stands there.
        """
        target = self.path / name
        new = hashlib.sha256(data).hexdigest()
        try:
            old = hashlib.sha256(target.read_bytes()).hexdigest()
        except FileNotFoundError:
            old = ""
        except OSError:
            raise UserError(f"{target} kan niet worden gelezen.", "Kijk of het bestand niet open staat.") from None
        if old and old != new and old != self.before.get(name) and not taken_over:
            raise UserError(
                f"{target} is na het maken gewijzigd en wordt niet overschreven.",
                "Neem oordelen uit een .html of .json mee met --previous, of kies een andere map.",
            )
        if old != new:
            self._put(target, data)
        self.made[name] = new

    def finish(self, pages: Mapping[str, bytes]) -> None:
        """Write the pages about the folder as a whole; those are always ours."""
        for name, data in pages.items():
            self._put(self.path / name, data)

    def left(self) -> list[str]:
        """Reports of an earlier run that this one did not make, and that are still there: their dossier may be unreadable only now."""
        return [name for name in self.before if name not in self.made and (self.path / name).exists()]

    def _put(self, target: Path, data: bytes) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise UserError(f"De map {target.parent} kan niet worden gemaakt.", "Kijk of u daar mag schrijven.") from None
        whole.write(target, data)

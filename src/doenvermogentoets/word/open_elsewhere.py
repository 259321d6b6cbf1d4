"""Whether somebody has a file open: Word and LibreOffice leave a small file beside it as long as they do.

On a network drive, and on anything but Windows, nothing else keeps a program from replacing a file that is open.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from doenvermogentoets.errors import UserError

_LONG, _MIDDLE = 8, 7
"""From these lengths of the name without its ending Word writes ``~$`` over the first two letters, and over the first one."""
_NAME_FIELD = 54
_MOST = 4096


class Lock(NamedTuple):
    """The file that tells it, and who has it open; empty when that cannot be read."""

    path: Path
    who: str

    @property
    def told(self) -> str:
        return f"{'bij ' + self.who if self.who else 'bij iemand'} (ernaast staat {self.path.name})"


def lock_of(path: Path) -> Lock | None:
    """Who has a file open; ``None`` when nothing shows that anybody has."""
    length = len(path.stem)
    taken_off = 2 if length >= _LONG else 1 if length == _MIDDLE else 0
    # files whose names differ in the first two letters alone share one lock file; the whole name is what other programs write
    for name in dict.fromkeys((f"~${path.name[taken_off:]}", f"~${path.name}")):
        if (data := _read(path.with_name(name))) is not None:
            return Lock(path.with_name(name), _owner(data))
    beside = path.with_name(f".~lock.{path.name}#")
    if (data := _read(beside)) is not None:
        fields = data.decode("utf-8", "replace").split(",")
        return Lock(beside, next((_clean(f) for f in fields[:2] if f.strip()), ""))
    return None


def refuse_open(path: Path) -> None:
    """Refuse to replace a file that somebody has open: what they save next would take the place of ours.

    Raises:
        UserError: somebody has it open.
    """
    lock = lock_of(path.resolve())
    if lock is not None:
        raise UserError(
            f"{path} staat open {lock.told} en wordt niet vervangen.",
            f"Laat het daar sluiten. Staat het nergens meer open, verwijder dan {lock.path.name}.",
        )


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(_MOST)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):  # it is there, and Word lets nobody read it
        return b""


def _owner(data: bytes) -> str:
    """The name in Word's file: its length and letters in a field of bytes, and after that once more in UTF-16."""
    wide = data[_NAME_FIELD + 2 :]
    length = int.from_bytes(data[_NAME_FIELD : _NAME_FIELD + 2], "little")
    if 0 < length <= _NAME_FIELD and len(wide) >= 2 * length:
        return _clean(wide[: 2 * length].decode("utf-16-le", "replace"))
    return _clean(data[1 : 1 + data[0]].decode("cp1252", "replace")) if data else ""


def _clean(name: str) -> str:
    return " ".join("".join(c for c in name if c.isprintable() and c != "\ufffd").split())

"""What was found before, kept for a next run: one SQLite file in the user's cache folder.

What is kept quotes drafts, and drafts are confidential. So the folder belongs to the user alone (0700, the file 0600), a folder that
others may write in is not used at all, and ``cache = false`` in the settings or ``--no-cache`` keeps nothing.

Values are JSON, never pickles: whoever could write in the file could otherwise run code. SQLite comes with Python; diskcache, the
usual choice, reads pickles unless told otherwise and has seen no release since 2023.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from doenvermogentoets.errors import UserError, cause

FILE_NAME = "uitkomsten.sqlite"
FOLDER = "DOENVERMOGENTOETS_CACHE_DIR"
"""Environment variable that names another folder (a build server that keeps a folder between runs)."""
MAX_BYTES = 1024 * 1024 * 1024
"""Size at which what was used longest ago is dropped; a choice."""
MAX_DAYS = 30
"""What was not used for so long is dropped; a choice, so that drafts do not linger."""
_DAY = 24 * 60 * 60
_ON_WINDOWS = os.name == "nt"


def default_folder() -> Path:
    """Where the cache is: what :data:`FOLDER` says, otherwise the user's cache folder on this system."""
    given = os.environ.get(FOLDER)
    if given:
        return Path(given)
    if _ON_WINDOWS:
        place = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return place / "doenvermogentoets" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "doenvermogentoets"
    given = os.environ.get("XDG_CACHE_HOME", "")
    # the specification of XDG says to pass over a relative path
    return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "doenvermogentoets"


@dataclass(frozen=True, slots=True)
class Contents:
    """How much is kept: number of dossiers and size of the file in bytes."""

    dossiers: int
    bytes: int


class Store:
    """The cache. Every failure of the file itself is a miss: a cache may be slow or empty, never in the way.

    Raises:
        UserError: the folder cannot be used, or others may write in it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        _prepare(folder, self.path)
        try:
            self._open()
        except sqlite3.DatabaseError:
            # damaged, or no database at all: it is only a cache
            with contextlib.suppress(OSError):
                self.path.unlink()
            try:
                _prepare(folder, self.path)
                self._open()
            except sqlite3.Error:
                raise _unusable(folder, "het bestand daarin is niet te gebruiken") from None

    def _open(self) -> None:
        self._base = sqlite3.connect(self.path, timeout=5)
        try:
            self._base.execute("PRAGMA synchronous = OFF")
            self._base.execute("PRAGMA secure_delete = ON")
            self._base.execute(
                "CREATE TABLE IF NOT EXISTS outcomes (key TEXT PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"
            )
            self._base.commit()
        except sqlite3.Error:
            self._base.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._trim()
        self._base.close()

    def has(self, key: str) -> bool:
        with contextlib.suppress(sqlite3.Error):
            return self._base.execute("SELECT 1 FROM outcomes WHERE key = ?", (key,)).fetchone() is not None
        return False

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; ``None`` if nothing is, or if it is damaged."""
        with contextlib.suppress(sqlite3.Error, zlib.error):
            row = self._base.execute("SELECT value, used FROM outcomes WHERE key = ?", (key,)).fetchone()
            if row is not None:
                today = _today()
                if row[1] != today:
                    self._base.execute("UPDATE outcomes SET used = ? WHERE key = ?", (today, key))
                    self._base.commit()
                return zlib.decompress(row[0])
        return None

    def put(self, key: str, value: bytes) -> None:
        with contextlib.suppress(sqlite3.Error):
            packed = zlib.compress(value, 6)
            self._base.execute("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", (key, packed, _today()))
            self._base.commit()

    def contents(self) -> Contents:
        number: int = self._base.execute("SELECT count(*) FROM outcomes").fetchone()[0]
        return Contents(number, self.path.stat().st_size)

    def _trim(self) -> None:
        self._base.execute("DELETE FROM outcomes WHERE used < ?", (_today() - MAX_DAYS,))
        total: int = self._base.execute("SELECT coalesce(sum(length(value)), 0) FROM outcomes").fetchone()[0]
        if total > MAX_BYTES:
            gone = []
            for key, size in self._base.execute("SELECT key, length(value) FROM outcomes ORDER BY used, key"):
                if total <= MAX_BYTES:
                    break
                gone.append((key,))
                total -= size
            self._base.executemany("DELETE FROM outcomes WHERE key = ?", gone)
        self._base.commit()


def clear(folder: Path) -> int:
    """Throw away what is kept; returns the number of bytes that went.

    Raises:
        UserError: the file cannot be removed.
    """
    freed = 0
    for path in (folder / FILE_NAME, folder / f"{FILE_NAME}-journal"):
        try:
            size = path.lstat().st_size
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError:
            raise UserError(
                f"{path} kan niet worden weggegooid.", "Kijk of er nog een toets loopt, en of u in die map mag schrijven."
            ) from None
        freed += size
    return freed


@contextmanager
def opened(folder: Path, *, wanted: bool = True) -> Iterator[tuple[Store | None, str]]:
    """The cache, or none with the reason why it is not used."""
    if not wanted:
        yield None, ""
        return
    try:
        store = Store(folder)
    except UserError as error:
        yield None, str(error)
        return
    with store:
        yield store, ""


def _prepare(folder: Path, path: Path) -> None:
    """Make the folder and the file, for the user alone.

    Raises:
        UserError: it cannot be, or somebody else could have written in it.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        _own(folder, folder, folder.lstat(), stat.S_ISDIR)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _own(folder, path, path.lstat(), stat.S_ISREG)
    except OSError as error:
        raise _unusable(folder, cause(error)) from None


def _own(folder: Path, path: Path, status: os.stat_result, right_kind: object) -> None:
    if not (callable(right_kind) and right_kind(status.st_mode)):
        raise _unusable(folder, f"{path.name} is een koppeling of iets anders dan het moet zijn")
    if _ON_WINDOWS:
        return  # the cache folder of a user there is closed to other users by its access list
    if status.st_uid != os.geteuid():
        raise _unusable(folder, f"{path.name} is van een andere gebruiker")
    if status.st_mode & 0o022:
        raise _unusable(folder, f"anderen mogen in {path.name} schrijven")
    if status.st_mode & 0o055:
        path.chmod(status.st_mode & 0o700)


def _unusable(folder: Path, why: str) -> UserError:
    return UserError(
        f"De cache in {folder} wordt niet gebruikt: {why}.",
        "De toets gaat door zonder. Haal die map weg, of wijs met DOENVERMOGENTOETS_CACHE_DIR een andere aan.",
    )


def _today() -> int:
    """Days since 1970."""
    return int(time.time() // _DAY)

"""A file that is whole or not there: it is made beside its place and moved there when all of it is written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from doenvermogentoets.errors import UserError, mend, refused_writing

TEMPORARY = ".doenvermogentoets."
"""How the name of a file begins that is still being made; without the name of the file, because both together may be too long."""


def write(path: Path, data: bytes) -> None:
    """Write a file at once, with the rights that the one before it had.

    Raises:
        UserError: it cannot be written.
    """
    temporary: Path | None = None
    try:
        path = path.resolve()
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        move(temporary, path)
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def move(temporary: Path, path: Path) -> None:
    """Put a file that is ready in its place.

    Raises:
        OSError: that cannot be done.
    """
    temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    temporary.replace(path)


def probe(folder: Path) -> None:
    """Refuse a folder in which nothing can be made, once and before the work; of one that does not exist yet, the folder it comes in.

    Raises:
        UserError: it takes no files.
    """
    there = next((place for place in (folder, *folder.absolute().parents) if place.is_dir()), None)
    try:
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=".tmp", dir=there)
        os.close(handle)
        Path(name).unlink(missing_ok=True)
    except OSError as error:
        remedy = mend(error, "Kijk of u daar mag schrijven, of kies een andere map.")
        raise UserError(f"In de map {there} kan niet worden geschreven: {refused_writing(error)}.", remedy) from None


def unwritable(path: Path, error: OSError | None = None) -> UserError:
    """What to say of a file that cannot be written, with the reason that the system gave."""
    why = f": {refused_writing(error)}" if error is not None else ""
    otherwise = "Kijk of u in die map mag schrijven en of het bestand niet open staat."
    return UserError(f"{path} kan niet worden geschreven{why}.", mend(error, otherwise) if error is not None else otherwise)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

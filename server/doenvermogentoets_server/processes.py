"""Other processes of this computer."""

from __future__ import annotations

import os


def is_alive(process: int) -> bool:
    """Whether a process is there; where that cannot be asked without harm (Windows) it always is."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # of another user
        return True
    return True


def here(given: int | None) -> int | None:
    """The number of a process that a client gave, if it is one of this computer; that of one in another container means nothing here."""
    return given if given is not None and given > 0 and is_alive(given) else None

"""Errors that a user can mend. Everything else is a defect of ours and keeps its traceback."""

from __future__ import annotations

import errno


class UserError(Exception):
    """Bad input: shown as one Dutch message, exit code 2, never a traceback.

    Args:
        problem: what is wrong, with the file or setting it concerns.
        remedy: what the user can do about it.
    """

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}".strip()


_CAUSES = {
    errno.ENOENT: "het bestand bestaat niet",
    errno.EACCES: "u hebt er geen rechten op",
    errno.EPERM: "u hebt er geen rechten op",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOSPC: "de schijf is vol",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.ETXTBSY: "een ander programma gebruikt het",
}


def cause(error: OSError) -> str:
    """What the operating system refused, in Dutch; its own words are in English or in the language of the computer."""
    return _CAUSES.get(error.errno or 0, "fout van het besturingssysteem")


def refused_writing(error: OSError) -> str:
    """The same for writing: a file that is not there yet is no reason, a folder that takes no files is."""
    return "in die map kan geen bestand worden gemaakt" if error.errno == errno.ENOENT else cause(error)

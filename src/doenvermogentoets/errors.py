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
    errno.EDQUOT: "uw ruimte op die schijf is op",
    errno.EFBIG: "de uitvoer is groter dan daar mag",
    errno.EBADF: "zij is gesloten",
    errno.EIO: "de schijf of de verbinding ermee werkt niet goed",
    errno.ELOOP: "het is een koppeling die nergens uitkomt",
    errno.EMFILE: "er staan te veel bestanden tegelijk open",
    errno.ENFILE: "er staan te veel bestanden tegelijk open",
    errno.ENOMEM: "het geheugen is vol",
    errno.EADDRINUSE: "een ander programma gebruikt die poort",
    errno.EADDRNOTAVAIL: "deze computer heeft dat adres niet",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.ETXTBSY: "een ander programma gebruikt het",
}
_ROOM = "Maak ruimte vrij, of kies een andere plek voor de uitvoer."
_FEWER = "Sluit programma's, of toets minder tegelijk (--jobs 1)."
_REMEDIES = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: _ROOM,
    errno.EROFS: "Kies een andere plek voor de uitvoer.",
    errno.EIO: "Kijk of de schijf en het netwerk werken, of kies een andere plek.",
    errno.ELOOP: "Herstel of verwijder de koppeling.",
    errno.ENAMETOOLONG: "Kies een kortere naam (voor de uitvoer met -o).",
    errno.EMFILE: _FEWER,
    errno.ENFILE: _FEWER,
    errno.ENOMEM: _FEWER,
    errno.EADDRINUSE: "Kies een andere poort, of sluit dat programma.",
    errno.EADDRNOTAVAIL: "Kies een adres van deze computer, zoals 127.0.0.1.",
}


def cause(error: OSError) -> str:
    """What the operating system refused, in Dutch; its own words are in English or in the language of the computer."""
    return _CAUSES.get(error.errno or 0, "fout van het besturingssysteem")


def mend(error: OSError, otherwise: str) -> str:
    """What to do about it; ``otherwise`` when the cause does not say, or is one of the file and its rights."""
    return _REMEDIES.get(error.errno or 0, otherwise)


def refused_writing(error: OSError) -> str:
    """The same for writing: a file that is not there yet is no reason, a folder that takes no files is."""
    return "in die map kan geen bestand worden gemaakt" if error.errno == errno.ENOENT else cause(error)

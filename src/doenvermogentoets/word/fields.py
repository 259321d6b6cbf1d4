"""Fields of a Word file: between their start and their separator stands an instruction, which is not text."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from doenvermogentoets.word.names import Names
from doenvermogentoets.word.survey import Survey


class Fields:
    """The fields that are open at one point of the walk.

    Args:
        seen: the story that is walked.
        gone: names of the elements that the view leaves out (``del``, ``moveFrom``); field characters in them do not count.
    """

    def __init__(self, seen: Survey, names: Names, gone: Collection[str]) -> None:
        self._names = names
        self._open: list[bool] = []  # per field: still in its instruction
        self._unfinished = self._without_end(seen, gone)

    def _without_end(self, seen: Survey, gone: Collection[str]) -> set[etree._Element]:
        """Field starts without an end: everything after them would count as an instruction."""
        open_fields: list[etree._Element] = []
        left_out = [self._names(name) for name in gone]
        for char in seen.fields:
            if seen.tracked and next(char.iterancestors(*left_out), None) is not None:
                continue
            kind = self._names.val(char, "fldCharType")
            if kind == "begin":
                open_fields.append(char)
            elif kind == "end" and open_fields:
                open_fields.pop()
        return set(open_fields)

    @property
    def instruction(self) -> bool:
        """What comes now is an instruction."""
        return True in self._open

    def take(self, char: etree._Element) -> None:
        """Pass a ``w:fldChar``."""
        kind = self._names.val(char, "fldCharType")
        if kind == "begin":
            if char not in self._unfinished:
                self._open.append(True)
        elif self._open:
            if kind == "separate":
                self._open[-1] = False
            elif kind == "end":
                self._open.pop()

"""Errors that a user can mend. Everything else is a defect of ours and keeps its traceback."""

from __future__ import annotations


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

"""A report in the form that the suffix of its file asks for."""

from __future__ import annotations

from pathlib import Path

from doenvermogentoets import whole
from doenvermogentoets.errors import UserError
from doenvermogentoets.report.model import Report

SUFFIXES = (".html", ".docx", ".md", ".json")


def check_suffix(path: Path) -> str:
    """The suffix in small letters.

    Raises:
        UserError: it is none of :data:`SUFFIXES`.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(f"{path}: een rapport met de uitgang «{suffix or 'geen'}» kan niet.", f"Kies een naam op {', '.join(SUFFIXES)}.")
    return suffix


def as_bytes(report: Report, suffix: str) -> bytes:
    """The whole file as bytes.

    Args:
        suffix: one of :data:`SUFFIXES`.
    """
    if suffix == ".json":
        return (report.model_dump_json(by_alias=True, indent=1) + "\n").encode("utf-8", "replace")
    if suffix == ".html":
        from doenvermogentoets.report.html import render as as_html

        return as_html(report).encode("utf-8", "replace")
    if suffix == ".md":
        from doenvermogentoets.report.markdown import render as as_markdown

        return as_markdown(report).encode("utf-8", "replace")
    if suffix == ".docx":
        from doenvermogentoets.report.wordfile import render as as_word

        return as_word(report)
    raise ValueError(suffix)


def render(report: Report, path: Path) -> None:
    """Write the report; the file is whole or not there.

    Raises:
        UserError: the suffix is not one we make, or the file cannot be written.
    """
    whole.write(path, as_bytes(report, check_suffix(path)))

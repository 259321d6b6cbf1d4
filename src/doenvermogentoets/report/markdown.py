"""The report as Markdown, for who keeps text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doenvermogentoets.report.html import FOLDER, names
from doenvermogentoets.report.model import Report

if TYPE_CHECKING:
    from jinja2 import Environment

_MEANING = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_AT_START = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|$)")
_BLANK = re.compile(r"\n{3,}")


def escape(text: object) -> str:
    """Text in which nothing means anything to Markdown (or to HTML inside it); on one line, so that it fits a table."""
    line = " ".join(str(text).split())
    return _AT_START.sub(r"\1\\\2", _MEANING.sub(r"\\\1", line))


def environment() -> Environment:
    """Templates without HTML escaping: every value goes through the filter ``md`` instead."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("doenvermogentoets.report", FOLDER),
        autoescape=False,  # noqa: S701 - the output is no HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["md"] = escape
    made.filters["lead"] = lambda text: " " if text[:1].isspace() else ""
    made.filters["tail"] = lambda text: " " if text[-1:].isspace() else ""
    return made


def render(report: Report) -> str:
    """The whole file."""
    return _BLANK.sub("\n\n", environment().get_template("rapport.md.j2").render(**names(report))).strip() + "\n"

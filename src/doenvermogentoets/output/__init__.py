"""Renderings of findings: text for people, JSON and SARIF for programs, annotations for build servers.

Each format is a function from a :class:`~doenvermogentoets.output.run.Run` to a string; its module is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from doenvermogentoets.output.run import Run

FORMATS = {
    "concise": "doenvermogentoets.output.concise",
    "json": "doenvermogentoets.output.json",
    "sarif": "doenvermogentoets.output.sarif",
    "github": "doenvermogentoets.output.github",
    "gitlab": "doenvermogentoets.output.gitlab",
    "junit": "doenvermogentoets.output.junit",
}
"""Formats for programs and logs, by name; ``text`` has options of its own and is :func:`doenvermogentoets.output.text.render`."""


def render(run: Run, form: str) -> str:
    """Render in one of :data:`FORMATS`."""
    renderer: Callable[[Run], str] = import_module(FORMATS[form]).render
    return renderer(run)

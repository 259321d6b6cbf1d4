"""Renderings of findings: text for people, JSON and SARIF for programs, annotations for build servers.

Each format is a function from a :class:`~doenvermogentoets.output.run.Run` to pieces of text; its module is imported when it is used.
Dossiers go through one by one, so that memory does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


def render(run: Run, form: str) -> Iterator[str]:
    """Render in one of :data:`FORMATS`, piece by piece."""
    renderer: Callable[[Run], Iterator[str]] = import_module(FORMATS[form]).render
    return renderer(run)

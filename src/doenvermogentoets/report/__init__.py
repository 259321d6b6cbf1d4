"""The reviewer's report: one model (:class:`Report`), and the forms it is shown in.

A caller that has a dossier uses :func:`make` and :func:`render`; one that has an analysis and its findings uses :func:`build`.
Libraries for templates, pictures and Word are imported when a form needs them.
"""

from __future__ import annotations

from doenvermogentoets.report.build import build, make
from doenvermogentoets.report.compare import beside, load
from doenvermogentoets.report.model import Report
from doenvermogentoets.report.render import SUFFIXES, as_bytes, check_suffix, render

__all__ = ["SUFFIXES", "Report", "as_bytes", "beside", "build", "check_suffix", "load", "make", "render"]

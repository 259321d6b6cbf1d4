"""With what code the program ends; see :mod:`doenvermogentoets.cli.app`."""

from __future__ import annotations

FINDINGS = 1
ERROR = 2
INTERRUPTED = 130
PIPE = 141

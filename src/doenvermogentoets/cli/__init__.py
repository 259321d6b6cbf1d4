"""The command line. Nothing heavy is imported here: each command is a module of its own that is loaded when it runs."""

from __future__ import annotations

from doenvermogentoets.cli.app import cli, main

__all__ = ["cli", "main"]

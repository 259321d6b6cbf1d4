"""Checks of the theme hardheid."""

CHECKS: tuple[str, ...] = ()

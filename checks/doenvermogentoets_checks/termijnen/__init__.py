"""Checks of the theme termijnen."""

CHECKS: tuple[str, ...] = ()

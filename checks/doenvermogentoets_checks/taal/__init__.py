"""Checks of the theme taal."""

CHECKS: tuple[str, ...] = ()

"""Checks of the theme bevoegdheid."""

CHECKS: tuple[str, ...] = ()

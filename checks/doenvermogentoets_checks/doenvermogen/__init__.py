"""Checks of the theme doenvermogen."""

CHECKS: tuple[str, ...] = ()

"""Checks of the theme toelichting."""

CHECKS: tuple[str, ...] = ()

"""Checks of the theme bevoegdheid."""

CHECKS: tuple[str, ...] = (
    "gebonden-besluit-niet-uitgelegd",
    "gebonden-intrekking",
    "verlies-van-rechtswege",
    "harde-grens",
    "kan-zonder-kader",
    "automatisch-besluit-zonder-uitweg",
    "gehoorde-gebondenheid",
)

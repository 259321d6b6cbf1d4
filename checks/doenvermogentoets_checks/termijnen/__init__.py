"""Checks of the theme termijnen: what people must do in time, and what being late costs."""

CHECKS: tuple[str, ...] = (
    "fatale-termijn-zonder-uitweg",
    "korte-termijn",
    "open-strenge-termijn",
    "termijn-begint-bij-eigen-waarneming",
    "afwijking-awb-termijn",
    "termijn-uren-of-teruggerekend",
    "terugkerende-plicht",
    "termijn-bij-levensgebeurtenis",
    "gehoorde-termijn",
)

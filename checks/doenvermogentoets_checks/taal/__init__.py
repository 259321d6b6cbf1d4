"""Checks of the theme taal."""

CHECKS: tuple[str, ...] = (
    "lange-zin",
    "tangconstructie",
    "gestapelde-voorwaarden",
    "ontkenningstapel",
    "verwijzingsdichtheid",
    "verwijzingsketen",
    "moeten-of-dienen",
    "en-of",
    "casu-quo",
    "indien-en-voor-zover",
    "haakjes",
    "afkorting-zonder-begripsbepaling",
    "wisselende-term",
    "lijdende-vorm",
    "naamwoordstijl",
    "ambtelijke-woorden",
    "leesniveau",
)

"""Doenvermogentoets: a linter for Dutch draft legislation (doenvermogen and hardheid)."""

__version__ = "0.1.0"

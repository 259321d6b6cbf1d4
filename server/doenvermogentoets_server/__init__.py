"""The language server: a translation of the engine's findings, nothing else."""

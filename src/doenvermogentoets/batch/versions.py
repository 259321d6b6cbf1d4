"""What the outcome of a check depends on besides the draft and the settings: this program, the packages with checks, what they build on."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from doenvermogentoets import __version__
from doenvermogentoets.catalogue import ENTRY_POINT_GROUP

_BUILT_ON = ("spacy", "lxml", "python-docx", "numpy")
"""Packages whose behaviour shows in findings: tokens, XML, Word files, sums of weights."""
_LEFT_OUT = {"__pycache__"}


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """One word for all of it, equal on two machines with the same packages.

    The files themselves are read and not only version numbers, because a package that is being worked on changes without a new number.
    """
    digest = hashlib.sha256()
    python = ".".join(str(part) for part in sys.version_info[:2])
    digest.update(f"doenvermogentoets {__version__} python {python}\n".encode())
    for name in _BUILT_ON:
        digest.update(f"{name} {_version(name)}\n".encode())
    packages = {"doenvermogentoets": ""}
    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda p: p.name):
        packages[point.module.partition(".")[0]] = f"{point.dist.name} {point.dist.version}" if point.dist is not None else ""
    for package, distribution in sorted(packages.items()):
        digest.update(f"{package} {distribution}\n".encode())
        for name, content in _files(package):
            digest.update(f"{name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _files(package: str) -> Iterator[tuple[str, bytes]]:
    """The files of an import package (or single module), with their place in it."""
    spec = importlib.util.find_spec(package)
    if spec is None:
        return
    for folder in sorted(spec.submodule_search_locations or ()):
        root = Path(folder)
        for path in sorted(p for p in root.rglob("*") if p.is_file() and not _LEFT_OUT & set(p.relative_to(root).parts)):
            yield path.relative_to(root).as_posix(), path.read_bytes()
    if not spec.submodule_search_locations and spec.origin is not None:
        yield package, Path(spec.origin).read_bytes()

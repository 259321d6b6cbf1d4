"""Damages Word files at random and reads and annotates them: a result or a message for the user, never a crash.

Run by hand for a long search: ``python tests/fuzz/fuzz_word.py --count 20000 [--seed 1] [FILE.docx ...]``. Every case follows from
the seed and its number, so a find can be repeated with ``--only NUMBER``.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from lxml import etree

from doenvermogentoets.document import Document, DocumentKind, Source, Unit, UnitKind
from doenvermogentoets.errors import UserError
from doenvermogentoets.findings import Confidence, Finding, Framework, Severity
from doenvermogentoets.readers.docx import read
from doenvermogentoets.structure import build
from doenvermogentoets.text import Span
from doenvermogentoets.word import annotate, changes, suppressions

SECONDS = 5.0
MEMORY_MB = 1024
SCRAPS = [
    b"<w:p>",
    b"</w:p>",
    b"<w:r/>",
    b'"',
    b"<",
    b"&",
    b"&#0;",
    b"-1",
    b"99999999999999",
    b"\xff",
    b"",
    b"<w:tbl>",
    b"<!--",
    b"]]>",
    b"<w:ins>",
]


def damage(data: bytes, rng: random.Random) -> bytes:
    """One mutated file: bytes of the zip, bytes of a part, or the tree of a part."""
    kind = rng.random()
    if kind < 0.2:
        raw = bytearray(data)
        for _ in range(rng.randint(1, 12)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        return bytes(raw[: rng.randrange(len(raw))] if rng.random() < 0.2 else raw)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [n for n in parts if n.endswith((".xml", ".rels"))]
    for _ in range(rng.randint(1, 3)):
        name = "word/document.xml" if rng.random() < 0.5 and "word/document.xml" in parts else rng.choice(names)
        parts[name] = _bytes(parts[name], rng) if kind < 0.5 else _tree(parts[name], rng)
    if rng.random() < 0.1:
        parts.pop(rng.choice(list(parts)), None)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _bytes(part: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(part) + 1)
        part = part[:at] + rng.choice(SCRAPS) + part[at + rng.randint(0, 5) :]
    return part


def _tree(part: bytes, rng: random.Random) -> bytes:
    """Delete, double, move or empty elements and change attributes, so that the XML stays well-formed."""
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return part
    elements = [e for e in root.iter() if isinstance(e.tag, str) and e is not root]
    for _ in range(rng.randint(1, 10)):
        if not elements:
            break
        element, other = rng.choice(elements), rng.choice(elements)
        choice = rng.randrange(6)
        parent = element.getparent()
        if parent is None:
            continue
        if choice == 0:
            parent.remove(element)
        elif choice == 1:
            element.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))
        elif choice == 2 and other is not element and element not in list(other.iterancestors()):
            element.append(other)
        elif choice == 3 and element.attrib:
            element.set(rng.choice(list(element.attrib)), rng.choice(["", "-1", "0", "7", "99999999999", "x", "auto", "preserve"]))
        elif choice == 4 and element.attrib:
            del element.attrib[rng.choice(list(element.attrib))]
        elif choice == 5:
            element.text = rng.choice(["", "x", "\u2028", "1.", "\n\t"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _findings(source: Source) -> list[Finding]:
    """A dozen findings, from the first word to the last."""
    draft = Document(source, DocumentKind.ONBEKEND, "", Unit(UnitKind.DOCUMENT))
    size = len(source.text.content)
    step = max(size // 12, 1)
    spans = [Span(at, min(at + step // 2, size)) for at in range(0, size, step)]
    about = ("proef", "PRF001", "proef", Severity.WARNING, Confidence.HOOG, draft, None)
    return [Finding(*about, span, "Melding.", "", "", "", (), Framework()) for span in spans]


def one(data: bytes, folder: Path) -> str:
    """What happened: ``"gelezen"`` or ``"geweigerd"``.

    Raises:
        Exception: anything but a message for the user is a find.
    """
    path, out = folder / "stuk.docx", folder / "uit.docx"
    path.write_bytes(data)
    try:
        source = read(path)
        read(path, view="original")
        build(source)
        suppressions(path)
        changes(path)
        annotate(path, out, _findings(source))
        again = read(out)
    except UserError:
        return "geweigerd"
    if again.text.content != source.text.content:
        raise AssertionError("the text of the copy differs")
    return "gelezen"


def run(bases: list[bytes], count: int, seed: int, only: int | None = None) -> Counter[str]:
    """Run ``count`` cases; prints and counts what was found."""
    outcome: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for number in range(count) if only is None else [only]:
            rng = random.Random(seed * 1_000_003 + number)
            try:
                data = damage(rng.choice(bases), rng)
            except (zipfile.BadZipFile, ValueError):
                continue
            begin = time.process_time()
            try:
                outcome[one(data, Path(name))] += 1
            except Exception as error:
                outcome["gecrasht"] += 1
                print(f"case {number}: {type(error).__name__}: {error}", file=sys.stderr)
                if only is not None:
                    raise
            if time.process_time() - begin > SECONDS:
                outcome["traag"] += 1
                print(f"case {number}: {time.process_time() - begin:.1f} s", file=sys.stderr)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if peak > MEMORY_MB:
        outcome["geheugen"] += 1
    outcome["MB"] = peak
    return outcome


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    outcome = run([f.read_bytes() for f in options.files], options.count, options.seed, options.only)
    print(dict(outcome))
    return 1 if outcome["gecrasht"] or outcome["traag"] or outcome["geheugen"] else 0


if __name__ == "__main__":
    sys.exit(main())

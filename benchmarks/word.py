"""What reading and annotating a Word file costs, against python-docx opening and saving the same file.

    python benchmarks/word.py                 bills of 10 to 500 pages, generated here
    python benchmarks/word.py FILE.docx ...   files of your own

Each figure is the best of several turns in one process, the two programs in turn; the memory of each is measured in a process of its
own, as the growth of its peak while it works. The time is that of the work up to the file on disk; giving the memory back afterwards counts
for neither (python-docx leaves its tree to the garbage collector). The checks are not part of it: ``benchmarks/speed.py`` measures these.
Ratios hold on any machine, milliseconds only on this one. Every file has the styles of its template, so time is a fixed part and a part per
page: both are fitted to the generated bills (least squares of the relative deviations) and the largest deviation is told.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx

from doenvermogentoets.document import Document, DocumentKind, Source, Unit, UnitKind
from doenvermogentoets.findings import Confidence, Finding, Framework, Severity
from doenvermogentoets.readers.docx import read
from doenvermogentoets.text import Span
from doenvermogentoets.word import annotate, recent

PAGES = (10, 50, 100, 200, 500)
WORDS = 400
"""Words on a page."""
PER_PAGE = 2
"""Comments on a page."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SENTENCES = (
    "De aanvrager dient de aanvraag in binnen {n} weken na afloop van het kalenderjaar waarop de bijdrage betrekking heeft.",
    "Het recht op de bijdrage vervalt, indien de gegevens niet tijdig zijn verstrekt.",
    "Het college kan de termijn, bedoeld in artikel {n}, op verzoek met {n} weken verlengen.",
    "Hetgeen onverschuldigd is betaald, wordt van de aanvrager teruggevorderd, tenzij dringende redenen zich daartegen verzetten.",
)
LANGUAGE = '<w:lang w:val="nl-NL"/>'


def document(pages: int) -> bytes:
    """The main part of a bill as Word saves one: revision marks on runs, a sentence in several runs, automatic numbers, an insertion, a
    cross-reference and a table now and then."""
    rng = random.Random(pages)
    parts: list[str] = []
    words = n = 0
    while words < pages * WORDS:
        n += 1
        parts.append(_paragraph(rng, "Artikelkop", "", [f"Artikel {n} Aanvraag van de bijdrage"]))
        for lid in range(rng.randint(2, 5)):
            sentence = rng.choice(SENTENCES).format(n=n)
            words += len(sentence.split()) + 2
            pieces = sentence.split(" ")
            cut = rng.randrange(1, len(pieces))
            runs = [" ".join(pieces[:cut]) + " ", " ".join(pieces[cut:])]
            extra = ""
            if lid == 1 and n % 5 == 0:
                extra = f'<w:ins w:id="{n}" w:author="A" w:date="2025-01-01T00:00:00Z">{_run(rng, " Dit geschiedt onverwijld.")}</w:ins>'
            if lid == 0 and n % 7 == 0:
                extra = _field(rng, f" REF a{n} ", f" artikel {n}")
            number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            parts.append(_paragraph(rng, "Lid", number, runs, extra))
        if n % 20 == 0:
            cell = f"<w:tc><w:tcPr/>{_paragraph(rng, 'Lid', '', ['Bedrag per maand'])}</w:tc>"
            parts.append(f"<w:tbl><w:tblPr/><w:tblGrid/>{f'<w:tr>{cell * 3}</w:tr>' * 4}</w:tbl>")
    return f'<w:document xmlns:w="{W}"><w:body>{"".join(parts)}<w:sectPr/></w:body></w:document>'.encode()


def _run(rng: random.Random, text: str) -> str:
    return f'<w:r w:rsidR="00{rng.randrange(16**6):06X}"><w:rPr>{LANGUAGE}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(rng: random.Random, instruction: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{_run(rng, result)}{end}"


def _paragraph(rng: random.Random, style: str, number: str, runs: list[str], extra: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{number}<w:spacing w:after="0"/><w:rPr>{LANGUAGE}</w:rPr></w:pPr>'
    marks = f'w:rsidR="00{rng.randrange(16**6):06X}" w:rsidRDefault="00{rng.randrange(16**6):06X}"'
    return f"<w:p {marks}>{properties}{''.join(_run(rng, text) for text in runs)}{extra}</w:p>"


def make(path: Path, pages: int) -> None:
    """Write a bill of so many pages, on the template that python-docx carries (its styles are those of Word)."""
    empty = docx.Document()
    empty.styles.add_style("Artikelkop", 1)
    empty.styles.add_style("Lid", 1)
    empty.save(str(path))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = document(pages)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def findings(source: Source, count: int) -> list[Finding]:
    """Findings on words all through the text."""
    draft = Document(source, DocumentKind.ONBEKEND, "", Unit(UnitKind.DOCUMENT))
    rng = random.Random(1)
    long = [p.span for p in source.paragraphs if len(p.span) > 40 and p.part == "body"]
    out = []
    for number in range(count):
        where = rng.choice(long)
        span = Span(start := rng.randrange(where.start, where.end - 20), start + 15)
        text = (f"Melding {number}.", "Er is geen herstel gevonden.", "Wat gebeurt er dan?", "Awb 4:5")
        out.append(
            Finding("meting", "MTG001", "meting", Severity.WARNING, Confidence.HOOG, draft, None, span, *text, (), Framework()),
        )
    return out


def ours(path: Path, out: Path, pages: int) -> tuple[float, float, float]:
    """Seconds for reading, for annotating right after, and for annotating a file that was not just read."""
    start = time.process_time()
    source = read(path)
    reading = time.process_time() - start
    todo = findings(source, pages * PER_PAGE)
    held = recent.opened(path, "accepted")
    start = time.process_time()
    annotate(path, out, todo)
    annotating = time.process_time() - start
    del held
    start = time.process_time()
    annotate(path, out, todo)
    return reading, annotating, time.process_time() - start


def theirs(path: Path, out: Path) -> float:
    start = time.process_time()
    document = docx.Document(str(path))
    document.save(str(out))
    return time.process_time() - start


def peak(work: str, path: Path, pages: int) -> float:
    """Growth of the peak memory of a process that does this work, in MB."""
    command = [sys.executable, __file__, "--peak", work, "--pages", str(pages), str(path)]
    return float(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def grow(work: str, path: Path, pages: int) -> float:
    out = path.with_name("uit.docx")
    tiny = path.with_name("klein.docx")
    job: Callable[[Path, int], object] = (lambda p, _: theirs(p, out)) if work == "theirs" else (lambda p, n: _once(p, out, n))
    make(tiny, 1)
    job(tiny, 1)  # what is loaded once is no part of the growth
    before = high_water()
    job(path, pages)
    return (high_water() - before) / 1024


def high_water() -> int:
    """Peak memory of this process in kB (Linux). ``getrusage`` would tell the peak of the process that started this one."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])


def _once(path: Path, out: Path, pages: int) -> None:
    source = read(path)
    todo = findings(source, pages * PER_PAGE)
    annotate(path, out, todo)


def fit(seconds: Mapping[int, float]) -> tuple[float, float, float]:
    """Fixed seconds, seconds per page, and the largest relative deviation from ``fixed + per_page * pages``.

    Args:
        seconds: by number of pages; at least two.
    """
    weights = {n: 1 / t**2 for n, t in seconds.items()}
    total = sum(weights.values())
    pages = sum(w * n for n, w in weights.items()) / total
    mean = sum(w * seconds[n] for n, w in weights.items()) / total
    slope = sum(w * (n - pages) * (seconds[n] - mean) for n, w in weights.items()) / sum(w * (n - pages) ** 2 for n, w in weights.items())
    fixed = mean - slope * pages
    return fixed, slope, max(abs(fixed + slope * n - t) / t for n, t in seconds.items())


def measure(path: Path, out: Path, pages: int, turns: int) -> tuple[float, float]:
    """Print a row; seconds of python-docx and ours."""
    rows = []
    for _ in range(turns):
        gc.collect()
        rows.append((theirs(path, out), *ours(path, out, pages)))
    base, reading, annotating, cold = (min(row[i] for row in rows) for i in range(4))
    memory, base_memory = peak("ours", path, pages), peak("theirs", path, pages)
    print(
        f"{path.name:>14} {1000 * base:8.1f} {1000 * reading:8.1f} {1000 * annotating:10.1f} {1000 * cold:8.1f} "
        f"{(reading + annotating) / base:8.2f} {1000 * (reading + annotating) / pages:9.2f} {base_memory:8.1f} {memory:8.1f} "
        f"{memory / max(base_memory, 0.1):8.2f}"
    )
    return base, reading + annotating


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--turns", type=int, default=9)
    parser.add_argument("--pages", type=int, default=0, help="pages of the files named; 400 words are a page when absent")
    parser.add_argument("--peak", choices=("ours", "theirs"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak:
        print(json.dumps(grow(options.peak, options.files[0], options.pages)))
        return
    print("          file    docx     read   annotate  again     ratio   ms/page   MB docx  MB ours  ratio")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds: dict[int, tuple[float, float]] = {}
        for pages in () if options.files else PAGES:
            path = folder / f"{pages}.docx"
            make(path, pages)
            seconds[pages] = measure(path, folder / "uit.docx", pages, options.turns)
        for number, who in enumerate(("python-docx", "ours")) if seconds else ():
            fixed, slope, off = fit({pages: both[number] for pages, both in seconds.items()})
            print(f"{who}: {1000 * fixed:.1f} ms and {1000 * slope:.2f} ms per page; largest deviation {off:.0%}")
        for file in options.files:
            path = folder / file.name
            path.write_bytes(file.read_bytes())
            pages = options.pages or max(len(read(path).text.content.split()) // WORDS, 1)
            measure(path, folder / "uit.docx", pages, options.turns)


if __name__ == "__main__":
    main()

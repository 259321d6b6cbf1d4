"""Checks and a draft of the tests' own, so that the tests of the program do not change when the real checks do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx

from doenvermogentoets.analysis import DossierAnalysis
from doenvermogentoets.catalogue import Check, CheckEntry, Options, parse_page
from doenvermogentoets.findings import Annotation, Hit
from doenvermogentoets.text import Span

PAGE = """+++
name = "{name}"
code = "{code}"
title = "Proefwoord {word}"
severity = "{severity}"
confidence = "middel"
applies_to = {applies_to}
sources = ["Ar 2.1"]
ground = "Ar 2.1"
question = "Kan het zonder {word}?"
suggestions = ["haal {word} weg"]
beleidskompas = 4
iak = 7
doenvermogen = ["D4"]
since = "0.1.0"

[options.woord]
default = "{word}"
description = "het woord"

[options.hoogstens]
default = 100
description = "hoeveel er worden gemeld"
+++

## Wat

Het woord {word}.

## Waarom

Omdat het een proef is.

## Voorbeelden

```ontwerp
Artikel 1
Hij doet het {word}.
             ^^^^
```

## Hier niet

```ontwerp
Artikel 1
Hij doet het.
```

## Beperkingen

Geen.

## Bronnen

Geen.
"""


def find(analysis: DossierAnalysis, options: Options) -> Iterator[Hit]:
    """Every place where the word of the options stands."""
    word = str(options["woord"])
    for document in analysis.dossier.documents():
        content = document.text.content
        at = content.find(word)
        first: Span | None = None
        for _ in range(int(options.number("hoogstens"))):
            if at < 0:
                break
            span = Span(at, at + len(word))
            if not any(p.span.contains(span) for p in document.source.paragraphs):
                at = content.find(word, at + 1)
                continue
            unit = next(
                (
                    u
                    for u in document.root.walk()
                    if u.parent is not None and u.span.contains(span) and not any(c.span.contains(span) for c in u.children)
                ),
                None,
            )
            if unit is None:  # words of the other part of the same file
                at = content.find(word, at + 1)
                continue
            also = (Annotation(document, first, "hier ook"),) if first is not None else ()
            yield Hit(document, unit, span, f"Er staat «{word}».", "Dat is een proef.", label="proef", annotations=also)
            first = first or span
            at = content.find(word, at + 1)


def crash(analysis: DossierAnalysis, options: Options) -> Iterator[Hit]:
    raise RuntimeError("geheime tekst uit het ontwerp")


def make_check(folder: Path, name: str, code: str, word: str, severity: str, applies_to: str = '["ontwerp", "toelichting"]') -> Check:
    page = folder / f"{name}.md"
    page.write_text(PAGE.format(name=name, code=code, word=word, severity=severity, applies_to=applies_to), encoding="utf-8")
    check = parse_page(CheckEntry(name.split("-")[0], page, "nergens:find"))
    check.__dict__["detector"] = find
    return check


@dataclass
class Outcome:
    code: int
    out: str
    err: str


Program = Callable[..., Outcome]


DRAFT = """Wet op de proef

Artikel 1

1. De ouder meldt een wijziging terstond aan het college.
2. Het college beslist onverwijld.

Artikel 2

De ouder betaalt terstond.
"""


def refused(result: Outcome, *words: str) -> None:
    """A mistake of a user: a Dutch message with a remedy, exit code 2, nothing on the output."""
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("fout: ")
    assert len(result.err.splitlines()) >= 2, "a remedy"
    assert "Traceback" not in result.err
    for word in words:
        assert word in result.err


def word_file(path: Path, text: str = DRAFT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line)
    document.save(str(path))
    return path

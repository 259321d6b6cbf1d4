"""A report beside the previous one: what is new, what went, what stayed, and the reviewer's remarks carried over."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from doenvermogentoets.errors import UserError
from doenvermogentoets.report.model import KIND, SCHEMA, Compared, Gone, Report, ReportFinding, Review

DATA_ID = "rapportgegevens"
"""Id of the element of the HTML report that holds its data."""
REVIEW_ID = "beoordeling"
"""Id of the element that holds what the reviewer wrote, when she saved the page from her browser."""
_REMEDY = "Geef een rapport dat «doenvermogentoets report» maakte, als .json of .html."


class _Embedded(HTMLParser):
    """The text of the elements of the report that hold data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: dict[str, list[str]] = defaultdict(list)
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("id") or ""
        self._in = name if tag == "script" and name in (DATA_ID, REVIEW_ID) else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.found[self._in].append(data)


def load(path: Path) -> Report:
    """Read a report that was made before, from its JSON or its HTML.

    Raises:
        UserError: it cannot be read, is no report of ours, or has another schema.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError:
        raise UserError(f"{path} kan niet worden gelezen.", "Kijk of de naam klopt en of u het bestand mag lezen.") from None
    except UnicodeDecodeError:
        raise UserError(f"{path} is geen rapport van doenvermogentoets.", _REMEDY) from None
    data: Any
    if path.suffix.lower() in (".html", ".htm"):
        parser = _Embedded()
        parser.feed(text)
        parser.close()
        pieces = {name: "".join(parts) for name, parts in parser.found.items()}
        data = _parsed(pieces.get(DATA_ID, ""), path)
        if isinstance(data, dict) and pieces.get(REVIEW_ID, "").strip():
            data["review"] = _parsed(pieces[REVIEW_ID], path)
    else:
        data = _parsed(text, path)
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise UserError(f"{path} is geen rapport van doenvermogentoets.", _REMEDY)
    if data.get("schema") != SCHEMA:
        raise UserError(
            f"{path} heeft schema {data.get('schema')!r}; deze versie van het programma leest schema {SCHEMA}.",
            "Maak het rapport opnieuw met deze versie.",
        )
    try:
        return Report.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(k) for k in first["loc"])
        raise UserError(f"{path} is een rapport dat niet klopt: «{where}» ontbreekt of heeft een waarde die niet kan.", _REMEDY) from None


def _parsed(text: str, path: Path) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise UserError(f"{path} is geen rapport van doenvermogentoets.", _REMEDY) from None


_NUMBER = re.compile(r"(?:(?:\d{1,3}[a-z]?|[a-z]{1,2})[.)]|\d{1,3}°\.?)(?:\s+|$)")


def _sentence(row: ReportFinding) -> tuple[str, str, str]:
    """The sentence of a finding, without the number that one file has in its text and another makes by itself («2.», «a.»)."""
    before = row.before.strip()
    number = _NUMBER.match(before)
    if number is not None:
        before = before[number.end() :]
    return before, row.quote.text, row.after.strip()


def beside(report: Report, previous: Report, name: str) -> Report:
    """The report with the status of each finding, what went, and the remarks of the previous one where it has none itself."""
    twin = _twins(previous.findings, report.findings)
    known = set(_keys(report))
    carried: dict[str, Review] = {k: r for k, r in previous.review.items() if (r.judgement or r.remark) and k in known}
    rows = []
    for row in report.findings:
        old = twin.get(row.key)
        if old is None:
            rows.append(row.model_copy(update={"status": "nieuw"}))
            continue
        same = _sentence(old) == _sentence(row)
        rows.append(row.model_copy(update={"status": "gebleven" if same else "gewijzigd"}))
        if old.key in previous.review:
            carried[row.key] = previous.review[old.key]
    matched = {old.key for old in twin.values()}
    gone = tuple(
        Gone(
            finding=old,
            judgement=previous.review[old.key].judgement if old.key in previous.review else "",
            remark=previous.review[old.key].remark if old.key in previous.review else "",
        )
        for old in previous.findings
        if old.key not in matched
    )
    compared = Compared(
        previous=name,
        made=previous.accountability.made,
        version=previous.accountability.version,
        new=sum(r.status == "nieuw" for r in rows),
        remaining=sum(r.status == "gebleven" for r in rows),
        changed=sum(r.status == "gewijzigd" for r in rows),
        gone=gone,
        carried=len(carried),
    )
    return report.model_copy(update={"findings": tuple(rows), "review": {**carried, **report.review}, "compared": compared})


def _keys(report: Report) -> Iterable[str]:
    """Every key at which a reviewer may have written, findings left out: they are matched."""
    yield GENERAL
    yield from (q.key for q in (*report.room.questions, *report.hardship.steps, *report.doenvermogen))
    yield from (p.key for p in report.room.powers)
    yield from (b.key for b in report.hardship.burdens)
    yield from (c.key for c in report.hardship.clauses)
    yield from (b.key for b in (*report.explanation.blocks, *report.explanation.account))


GENERAL = "algemeen"
"""Key of the reviewer's remark on the whole."""


def _twins(old: Iterable[ReportFinding], new: Iterable[ReportFinding]) -> Mapping[str, ReportFinding]:
    """Per key of a new finding the old one it continues: the same words in the same sentence; else the same check at the same place;
    else the same check on the same words elsewhere. Each old one once, in order."""
    out: dict[str, ReportFinding] = {}
    left_old, left_new = list(old), list(new)
    for same in (
        lambda f: f.key,
        lambda f: (f.check, f.quote.document, f.quote.place, f.quote.text),
        lambda f: (f.check, f.quote.document, f.quote.place),
        lambda f: (f.check, f.quote.document, f.quote.text),
    ):
        waiting: dict[object, list[ReportFinding]] = defaultdict(list)
        for row in left_old:
            waiting[same(row)].append(row)
        unmatched = []
        for row in left_new:
            candidates = waiting.get(same(row))
            if candidates:
                out[row.key] = candidates.pop(0)
            else:
                unmatched.append(row)
        left_new = unmatched
        left_old = [row for rows in waiting.values() for row in rows]
    return out

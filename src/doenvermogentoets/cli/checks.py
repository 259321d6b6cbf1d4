"""``checks``: the list of checks."""

from __future__ import annotations

import json

import click

from doenvermogentoets.cli import exits
from doenvermogentoets.cli.console import note
from doenvermogentoets.cli.dutch import DutchCommand, Keuze
from doenvermogentoets.cli.installed import installed
from doenvermogentoets.packages import remarks_on_page
from doenvermogentoets.suppress import own_checks


@click.command(cls=DutchCommand)
@click.option("--format", "form", metavar="VORM", type=Keuze(["table", "json"]), default="table", help="table (standaard) of json.")
def checks(form: str) -> int:
    """Noem alle controles met hun code, ernst en thema.

    Exitcode 2 als een pakket met eigen controles niet kan worden gebruikt.
    """
    known = installed()
    code = exits.ERROR if known.unusable else 0
    for check in known:
        if check.package:
            for remark in remarks_on_page(check):
                note(f"{check.entry.page.name} van het pakket {check.package} {remark}.")
    found = [*known, *own_checks()]
    if form == "json":
        rows = [
            {
                "name": c.name,
                "code": c.meta.code,
                "theme": c.theme,
                "title": c.meta.title,
                "severity": c.meta.severity.value,
                "confidence": c.meta.certainty.value,
                "applies_to": c.meta.applies_to,
                "sources": c.meta.sources,
                "framework": dict(c.meta.framework.as_json()),
                "options": {name: option.model_dump() for name, option in c.meta.options.items()},
                "precision": c.meta.precision.model_dump() if c.meta.precision is not None else None,
                "aliases": c.meta.aliases,
                "since": c.meta.since,
            }
            for c in found
        ]
        click.echo((json.dumps({"schema": 1, "checks": rows}, ensure_ascii=False, indent=1) + "\n").encode(), nl=False)
        return code
    width = max((len(c.name) for c in found), default=0)
    theme = ""
    for check in found:
        if check.theme != theme:
            click.echo(f"\n{check.theme}" if theme else check.theme)
            theme = check.theme
        click.echo(f"  {check.meta.code}  {check.name:<{width}}  {check.meta.severity.dutch:<13}  {check.meta.title}")
    own = f" en {len(own_checks())} over het terzijde leggen zelf" if found else ""
    click.echo(f"\n{len(found) - len(own_checks())} controles{own}. Uitleg: doenvermogentoets explain NAAM")
    return code

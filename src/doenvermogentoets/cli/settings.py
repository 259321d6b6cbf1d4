"""``settings``: what holds, and where it came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from doenvermogentoets.cli import options
from doenvermogentoets.cli.dutch import DutchCommand, Keuze


@click.command(cls=DutchCommand)
@click.argument("path", metavar="[PAD]", required=False, type=options.PATH)
@options.selection
@click.option("--format", "form", metavar="VORM", type=Keuze(["table", "json"]), default="table", help="table (standaard) of json.")
def settings(path: Path | None, form: str, **choice: Any) -> None:
    """Toon de instellingen die gelden voor PAD (een ontwerp of map; standaard de map waarin u bent), en waar elke waarde vandaan komt.

    Het dichtstbijzijnde instellingenbestand geldt, en geen ander: doenvermogentoets.toml, of pyproject.toml met een tabel
    [tool.doenvermogentoets], in de map van het ontwerp of daarboven. De opdrachtregel gaat voor.
    """
    from doenvermogentoets.cli.inputs import near_name
    from doenvermogentoets.cli.session import Choice, Session
    from doenvermogentoets.errors import UserError

    start = path or Path()
    if not start.exists():
        raise UserError(f"{start} bestaat niet.", near_name(start))
    session = Session(Choice(**choice), start)
    found = session.settings_for(start)
    enabled = found.enabled(session.catalogue)
    severities = found.severities(session.catalogue)
    given = found.options(session.catalogue)
    values = found.values.model_dump(mode="json", by_alias=True, exclude={"checks", "severity"})
    rows = [{"key": key, "value": value, "origin": found.origin(key)} for key, value in values.items()]
    for check in enabled:
        origin = found.severity_origin(check)
        rows.append({"key": f"severity.{check.name}", "value": severities.get(check.name, check.meta.severity).value, "origin": origin})
        for name, option in check.meta.options.items():
            value = given.get(check.name, {}).get(name, option.default)
            source = next(
                (found.origin(f"checks.{k}.{name}") for k in (check.name, check.meta.code) if f"checks.{k}.{name}" in found.origins),
                "standaard",
            )
            rows.append({"key": f"checks.{check.name}.{name}", "value": value, "origin": source})
    if form == "json":
        data = {"schema": 1, "file": str(found.path) if found.path else None, "enabled": [c.name for c in enabled], "settings": rows}
        click.echo((json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(), nl=False)
        return
    click.echo(f"Instellingenbestand: {found.path or 'geen gevonden'}")
    click.echo(f"Controles die meedoen: {len(enabled)} van {len(session.catalogue)}\n")
    width = max(len(str(row["key"])) for row in rows)
    for row in rows:
        click.echo(f"{row['key']:<{width}}  {json.dumps(row['value'], ensure_ascii=False)}  [{row['origin']}]")

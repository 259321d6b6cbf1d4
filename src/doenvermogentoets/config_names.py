"""Names in settings that exist nowhere: checks, themes and options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from doenvermogentoets.catalogue import Catalogue, Check, CheckOption, OptionValue
from doenvermogentoets.config_messages import Mistake, unknown
from doenvermogentoets.nearest import did_you_mean
from doenvermogentoets.suppress import own_checks


def not_there(data: Mapping[str, Any], catalogue: Catalogue) -> Iterator[Mistake]:
    """Checks, themes and options that do not exist, and option values of another type. What has not the right form is passed over.

    While an installed package cannot be used, a name that nobody knows may be one of its checks, and that is told already: only a
    selection of which nothing is left is a mistake then.
    """
    names = [c.name for c in catalogue]
    for key in ("select", "ignore", "severity"):
        given = data.get(key)
        selectors = list(given) if isinstance(given, (list, dict)) else []
        for index, selector in enumerate(selectors):
            if not isinstance(selector, str) or catalogue.select([selector]) or any(c.matches(selector) for c in own_checks()):
                continue
            if catalogue.unusable and (key != "select" or catalogue.select(s for s in selectors if isinstance(s, str))):
                continue
            keys: tuple[str | int, ...] = (key, selector) if key == "severity" else (key, index)
            yield unknown(f"er is geen controle of thema «{selector}».", selector, catalogue.selectors(), keys)
    entries = data.get("suppress")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        name = entry.get("check") if isinstance(entry, dict) else None
        if isinstance(name, str) and name and catalogue.get(name) is None and not catalogue.unusable:
            yield unknown(f"er is geen controle «{name}».", name, names, ("suppress", index, "check"))
    tables = data.get("checks")
    for name, given in tables.items() if isinstance(tables, dict) else ():
        check = catalogue.get(name)
        if check is None:
            if not catalogue.unusable:
                yield unknown(f"er is geen controle «{name}».", name, names, ("checks", name))
            continue
        for option, value in given.items() if isinstance(given, dict) else ():
            way = ("checks", name, option)
            if option not in check.meta.options:
                yield _no_option(check, option, way)
            elif (mistake := _wrong_type(f"{check.name}.{option}", check.meta.options[option], value, way)) is not None:
                yield mistake


def _no_option(check: Check, option: str, keys: tuple[str | int, ...]) -> Mistake:
    problem = f"de controle {check.name} heeft geen instelling «{option}»."
    if not check.meta.options:
        return Mistake(problem, f"Zij heeft geen instellingen. «doenvermogentoets explain {check.name}» zegt wat zij doet.", keys)
    if len(check.meta.options) > 1 and did_you_mean(option, check.meta.options):
        return unknown(problem, option, check.meta.options, keys)
    return Mistake(problem, f"Zij heeft: {', '.join(check.meta.options)}.", keys)


def _wrong_type(name: str, option: CheckOption, value: object, keys: tuple[str | int, ...]) -> Mistake | None:
    expected = {bool: "true of false", int: "een getal", float: "een getal", str: "een tekst", list: "een lijst van teksten"}[
        type(option.default)
    ]
    if type(value) is type(option.default) or (isinstance(option.default, float) and type(value) is int):
        return None
    return Mistake(f"{name} moet {expected} zijn.", f"Bijvoorbeeld: {_toml(option.default)}", keys)


def _toml(value: OptionValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(_toml(v) for v in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)

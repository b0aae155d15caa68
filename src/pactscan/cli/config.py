"""``pactscan config show``: what is set, and where."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from pactscan.cli.emit import emitting
from pactscan.cli.settings import NAMES, Setting, files, settings


class Asked(StrEnum):
    """What to do with the settings."""

    SHOW = "show"


def config(
    asked: Annotated[Asked, typer.Argument(metavar="show", help="Show the settings.")] = Asked.SHOW,  # noqa: ARG001  (there is one)
    as_json: Annotated[bool, typer.Option("--json", help="As JSON: option, value, origin.")] = False,
) -> None:
    """Show what is set by PACTSCAN_* variables, pactscan.toml and your own settings, and where each value comes from."""
    told = settings()
    with emitting(None) as emit:
        emit(_as_json(told) if as_json else _as_text(told))


def _as_json(told: dict[str, Setting]) -> str:
    from pactscan.render import structured

    return structured.page([told[name]._asdict() if name in told else {"name": name, "value": None, "origin": None} for name in NAMES])


def _as_text(told: dict[str, Setting]) -> str:
    from pactscan.render.escape import visible

    rows = [(name, str(told[name].value), told[name].origin) if name in told else (name, "-", "not set") for name in NAMES]
    values = max(len(value) for _, value, _ in rows)
    lines = [visible(f"{name:<14}  {value:<{values}}  {origin}") for name, value, origin in rows]
    read = ", then ".join(visible(str(path)) for path in files())
    return "\n".join([*lines, "", f"Read: {read}, then PACTSCAN_*; what is read later wins, and a flag always does."]) + "\n"

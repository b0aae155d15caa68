"""Whether to colour, and how wide to write: what the user asked for, then what the environment says, then the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pactscan.render.layout import ColorSystem


class When(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def color_system(when: When, environment: Mapping[str, str], *, terminal: bool) -> ColorSystem | None:
    """The colours to use; None for none. The option wins, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then the terminal."""
    if when is When.NEVER or (when is When.AUTO and not _by_default(environment, terminal=terminal)):
        return None
    return "256"  # of the 16 others, a user's theme may make any unreadable; no terminal in use lacks the 256


def _by_default(environment: Mapping[str, str], *, terminal: bool) -> bool:
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return terminal and environment.get("TERM") not in ("dumb", "unknown") and environment.get("CLICOLOR") != "0"


def color_of(when: When, output: Path | None) -> ColorSystem | None:
    """Tell the colours to use on stdout, or in the file `output`, where only the option brings any."""
    if output is not None:
        return color_system(when, {}, terminal=False)
    return color_system(when, os.environ, terminal=sys.stdout is not None and sys.stdout.isatty())


def width(output: Path | None = None) -> int:
    """Cells a line: COLUMNS, else the terminal's width, else (and in a file) 80."""
    if output is None:
        return shutil.get_terminal_size().columns
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else 80

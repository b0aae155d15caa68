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
    """The colours to use on stdout, or in the file `output`, which is no terminal."""
    terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    return color_system(when, os.environ, terminal=terminal)


def width() -> int:
    """Cells a line: COLUMNS, else the terminal's width, else 80."""
    return shutil.get_terminal_size().columns

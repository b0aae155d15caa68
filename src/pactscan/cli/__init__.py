"""The command line: options → one call → `emit`. stdout is data, stderr is talk."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Entry point of ``pactscan``."""
    from pactscan.cli.boundary import run
    from pactscan.cli.signals import heed

    heed()
    sys.exit(run(sys.argv[1:]))

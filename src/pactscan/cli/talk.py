"""What is said on stderr: errors, and what they mean for the whole run. Nothing here can fail."""

from __future__ import annotations

import sys
from contextlib import suppress

from pactscan.render.escape import visible


def say(message: str, *, lines: bool = False) -> None:
    """`message` on stderr, on one line unless it is `lines`; characters that a terminal would obey are shown instead."""
    parts = message.splitlines() if lines else [message]
    text = "".join(visible(part) + "\n" for part in parts)
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.buffer.write(text.encode("utf-8"))
        sys.stderr.buffer.flush()

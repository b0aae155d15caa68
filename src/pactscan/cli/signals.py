"""Being told to end: by Ctrl-C, by ``kill``, by a terminal that closes.

A signal becomes an exception, so that everything on the way out is put in order: no half file stays, no worker goes on.
Libraries swallow exceptions or turn them into others, above all while they are imported; hence what was told is also kept:
`obey` comes back to it before anything is written, and what ends a run after a signal ends it as that signal.
"""

from __future__ import annotations

import signal
from typing import NoReturn

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_told: list[int] = []


class Ended(KeyboardInterrupt):
    """Told to end by a signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


def heed() -> None:
    """Turn signals into `Ended`; those that were ignored before (nohup) stay ignored."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, _frame: object) -> NoReturn:
    _told.append(number)
    raise Ended(number)


def obey() -> None:
    """End now if a signal told so and nobody did."""
    if _told:
        raise Ended(_told[0])


def exit_code() -> int | None:
    """Exit code for the signal that told to end; None when none did."""
    return 128 + _told[0] if _told else None

"""Work that misbehaves on purpose, importable by a spawned worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path


def start() -> object:
    return work


def work(chunk: list[str]) -> Iterator[str]:
    for item in chunk:
        act(item)
        yield item.upper()


def act(item: str) -> None:
    order, _, detail = item.partition(":")
    if order == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "die-once" and not Path(detail).exists():
        Path(detail).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "hang":
        time.sleep(60)
    elif order == "raise":
        raise ValueError(detail)
    elif order == "slow":
        time.sleep(0.05)


def stillborn() -> object:
    raise RuntimeError("no model")

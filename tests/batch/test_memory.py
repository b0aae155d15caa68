"""The memory of a worker is flat: words that nobody will ask for again do not stay in its vocabulary."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.batch.variations import write_articles

LONG = bool(os.environ.get("PACTSCAN_LONG"))
FIRST, LAST = (1_000, 5_000) if LONG else (160, 480)
GROWTH = 1.05
CHUNK = 16
SOAK = """
import json
from pactscan.batch import pieces_of
from pactscan.batch.work import Starter
from pactscan.engine import worker
from pactscan.read import ReadOptions
class Pipe:
    def send(self, message):
        kind, value = message
        assert kind in (worker.RESULT, worker.DONE), value
        assert kind == worker.DONE or value.failure is None, value.failure
        self.last = value
work, pipe, at = Starter("sm", False, (), ReadOptions(), False)(), Pipe(), {}
pieces = list(pieces_of(["news"]))
for begin in range(0, len(pieces), CHUNK):
    worker._serve(work, pieces[begin : begin + CHUNK], pipe)
    at[begin + CHUNK] = pipe.last
print(json.dumps(at))
"""
"""What a worker does, without a supervisor."""


def test_a_worker_does_not_grow(tmp_path: Path) -> None:
    write_articles(tmp_path / "news", LAST, vary=True)
    script = SOAK.replace("CHUNK", str(CHUNK))
    run = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    at = {int(number): size for number, size in json.loads(run.stdout).items()}
    first = min(size for number, size in at.items() if FIRST <= number < FIRST + 3 * CHUNK)
    last = at[max(at)]
    print(f"after {FIRST:,} articles {first / 2**20:.1f} MiB, after {LAST:,} {last / 2**20:.1f} MiB")  # noqa: T201  (pytest -s shows it)
    assert last <= first * GROWTH

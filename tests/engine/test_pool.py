"""Nothing is lost, nothing comes twice, and the order holds, whatever a worker does."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pactscan.engine import Limits, Pool, Trouble
from tests.engine import works

SMALL = Limits(seconds=2.0, chunk=3, ahead=2)


def outcomes(items: list[str], jobs: int = 2, limits: Limits = SMALL) -> list[tuple[str, str | None, Trouble | None]]:
    with Pool(works.start, jobs, limits) as pool:  # type: ignore[arg-type]
        return [(o.item, o.result, o.trouble) for o in pool.map(items)]


def test_results_come_in_the_order_of_the_items() -> None:
    items = [f"slow:{n}" if n % 5 == 0 else f"quick:{n}" for n in range(40)]
    assert outcomes(items) == [(item, item.upper(), None) for item in items]


@pytest.mark.parametrize(("order", "trouble"), [("die", Trouble.DIED), ("hang", Trouble.TIME_LIMIT), ("raise:oh", Trouble.RAISED)])
def test_only_the_item_at_fault_is_lost(order: str, trouble: Trouble) -> None:
    items = [*"abcde", order, *"fgh"]
    assert outcomes(items) == [(i, None, trouble) if i == order else (i, i.upper(), None) for i in items]


def test_an_item_whose_worker_died_once_is_tried_again(tmp_path: Path) -> None:
    item = f"die-once:{tmp_path / 'died'}"
    assert outcomes(["a", item, "b"]) == [("a", "A", None), (item, item.upper(), None), ("b", "B", None)]


def test_a_worker_over_its_memory_is_replaced_between_chunks() -> None:
    assert [result for _, result, _ in outcomes(list("abcdefg"), limits=Limits(memory=1, chunk=2))] == list("ABCDEFG")


def test_the_input_is_read_only_as_far_as_it_must_be() -> None:
    read = 0

    def items() -> Iterator[str]:
        nonlocal read
        for n in range(10_000):
            read = n
            yield str(n)

    with Pool(works.start, 2, SMALL) as pool:  # type: ignore[arg-type]
        for _, _ in zip(range(10), pool.map(items()), strict=False):
            pass
        assert read < 60


def test_unordered_gives_every_item_once() -> None:
    items = [str(n) for n in range(30)]
    with Pool(works.start, 2, SMALL) as pool:  # type: ignore[arg-type]
        assert sorted(o.item for o in pool.map(items, ordered=False)) == sorted(items)


def test_a_worker_that_cannot_start_ends_the_run_at_once() -> None:
    with Pool(works.stillborn, 1) as pool, pytest.raises(RuntimeError, match="cannot start: RuntimeError: no model"):  # type: ignore[arg-type]
        list(pool.map(["a"]))


def test_no_worker_outlives_a_supervisor_that_is_killed() -> None:
    script = (
        "from tests.engine import works; from pactscan.engine import Pool\n"
        "if __name__ == '__main__':\n"
        "    with Pool(works.start, 2) as pool:\n"
        "        import itertools\n"
        "        for o in pool.map(itertools.chain('ab', ['hang'] * 9)):\n"
        "            print([w.process.pid for w in pool._workers], flush=True)\n"
    )
    path = Path(__file__).with_name("supervisor_for_test.py")
    path.write_text(script)
    try:
        run = subprocess.Popen(
            [sys.executable, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": "."},
        )
        assert run.stdout
        workers = [int(pid) for pid in run.stdout.readline().strip("[]\n").split(",")]
        run.kill()
        run.wait()
        run.stdout.close()
        deadline = time.monotonic() + 2
        while any(alive(pid) for pid in workers) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not any(alive(pid) for pid in workers)
    finally:
        path.unlink()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def test_no_process_is_left_after_the_pool() -> None:
    outcomes(["a", "hang", "b"])
    assert multiprocessing.active_children() == []

"""A cluster gives what the pool gives, in order, and loses nothing when a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest

from pactscan.engine import Limits
from tests.engine import works

distributed = pytest.importorskip("distributed", reason="Dask (extra dask) is not installed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        yield cluster


@pytest.mark.filterwarnings("ignore")
def test_results_in_order_one_item_at_fault_and_a_worker_killed_in_the_middle(cluster: Any) -> None:
    from pactscan.engine.cluster import Cluster

    items = [*(f"slow:{n}" for n in range(60)), "raise:oh", *(f"quick:{n}" for n in range(20))]
    found = []
    with Cluster(works.start, cluster.scheduler_address, Limits(chunk=4)) as engine:  # type: ignore[arg-type]
        for outcome in engine.map(items, at_once=lambda item: item if item == "quick:7" else None):
            found.append(outcome if isinstance(outcome, str) else (outcome.item, outcome.result))
            if len(found) == 9:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    assert found == [i if i == "quick:7" else (i, None if i == "raise:oh" else i.upper()) for i in items]

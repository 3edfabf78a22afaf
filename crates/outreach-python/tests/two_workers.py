"""A cluster of two processes on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import distributed
import pytest

MARKS = [
    pytest.mark.timeout(60),
    # What Dask leaves open where its processes are killed.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@contextmanager
def two_workers() -> Iterator[tuple[distributed.LocalCluster, distributed.Client]]:
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            # Any free port: another cluster of this machine may have the usual one.
            dashboard_address="127.0.0.1:0",
            memory_limit="600MiB",
            silence_logs=50,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield cluster, client

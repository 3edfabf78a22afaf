"""What a forecast of contacts in Parquet costs on two local workers of Dask, from 10^5 contacts up.

    python3 benches/dask_contacts.py [--most 100000000] [--folder DIRECTORY]

Needs `outreach[dask]`. Writes its lists (id, probability from Beta(1, 9); at most 10^7 contacts in a file, 2^20 in a row
group) to a temporary directory, times `outreach.dask.forecast` on each, the best of three, and prints what a contact costs,
that divided by what it costs in the longest list, and the most memory that a worker ever had. The lists are removed.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
import time
from pathlib import Path

import distributed
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from outreach import dask

IN_FILE = 10_000_000
IN_ROW_GROUP = 1 << 20


def write(folder: Path, contacts: int) -> None:
    for number in range(-(-contacts // IN_FILE)):
        rows = min(IN_FILE, contacts - number * IN_FILE)
        chunks = range(0, rows, IN_ROW_GROUP)
        schema = pa.schema([("id", pa.int64()), ("probability", pa.float64())])
        with pq.ParquetWriter(folder / f"{number:03}.parquet", schema) as writer:
            for first in chunks:
                some = min(IN_ROW_GROUP, rows - first)
                probability = np.random.default_rng([number, first]).beta(1, 9, some)
                ids = np.arange(some) + number * IN_FILE + first
                writer.write_table(pa.table({"id": ids, "probability": probability}, schema=schema))


def peak() -> int:
    """The most memory that this process had, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=100_000_000, help="contacts of the longest list")
    parser.add_argument("--folder", help="where the lists are written for the while; 12 bytes per contact")
    asked = parser.parse_args()
    counts = [10**power for power in range(5, 13) if 10**power <= asked.most]
    rows = []
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=50
    )
    with cluster, distributed.Client(cluster) as client:
        # Not the time in which the workers import.
        client.run(__import__, "outreach.lists")
        client.run(__import__, "pyarrow.parquet")
        for contacts in counts:
            with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
                write(Path(folder), contacts)
                times = []
                for _ in range(3):
                    start = time.perf_counter()
                    dask.forecast(f"{folder}/*.parquet", client=client)
                    times.append(time.perf_counter() - start)
            rows.append((contacts, min(times), max(client.run(peak).values())))
    further = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in itertools.pairwise(rows)]
    print("contacts | seconds | ns per contact | ns per further contact | beside the longest list | MB per worker")
    for (contacts, seconds, memory), each in zip(rows, [None, *further], strict=True):
        more = "- | -" if each is None else f"{1e9 * each:.1f} | {each / further[-1]:.2f}"
        print(f"{contacts:,} | {seconds:.3f} | {1e9 * seconds / contacts:.1f} | {more} | {memory}")


if __name__ == "__main__":
    main()

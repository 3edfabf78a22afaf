"""What the Python package costs beside the library: time per call, and until long results are NumPy arrays.

    target/python/bin/python benches/python.py
"""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import outreach
import pandas
import polars
import pyarrow
from outreach import _outreach as native
from outreach import distributions
from outreach.campaign import scenario


def microseconds(call: Callable[[], object], times: int) -> float:
    """Of the processor, on all threads: the median of ten times this many calls."""
    took = []
    for _ in range(10):
        begun = time.process_time()
        for _ in range(times):
            call()
        took.append((time.process_time() - begun) / times)
    return 1e6 * statistics.median(took)


campaign = outreach.Campaign(calls=1, strategy="cold")
known = scenario(campaign)
whole = microseconds(lambda: outreach.simulate(campaign, trials=1, threads=1), 500)
inner = microseconds(lambda: native.simulate(known, [], 1, 42, None, [], None, None, 1), 500)
model = microseconds(lambda: native.model(known), 500)
print(f"simulate, one call, one trial: {whole:.1f} µs, of which Python's own {whole - inner:.1f} µs")
print(f"the native module's simulate: {inner:.1f} µs; its model, which needs no threads: {model:.1f} µs")

large = outreach.simulate(outreach.Campaign(calls=1_000_000, strategy="warm"), trials=1)
counts, masses = len(large.simulated.counts), len(large.distribution.masses)
arrays = microseconds(lambda: distributions.made(large._native.arrays), 10)
print(f"{counts:,} counts and {masses:,} masses as arrays, once per answer: {arrays:.0f} µs")

probabilities = np.random.default_rng(42).random(10_000_000)
begun = time.perf_counter()
outreach.forecast(probabilities)
print(f"forecast of {len(probabilities):,} probabilities: {time.perf_counter() - begun:.2f} s")



def kilobytes(what: str) -> int:
    """What Linux says of the memory of this process."""
    return int(re.findall(rf"{what}:\s+(\d+)", Path("/proc/self/status").read_text())[0])


rows = 2_000_000
teams = np.array(["north", "south", "west"], dtype=object)[np.arange(rows) % 3]
frame = pandas.DataFrame({"probability": probabilities[:rows], "team": teams})
frames = {"frame of pandas": frame, "frame of polars": polars.from_pandas(frame), "table of pyarrow": pyarrow.Table.from_pandas(frame)}
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "list.csv"
    frame.to_csv(path, index=False)
    for name, table in {**frames, "CSV file": path}.items():
        # The most memory is counted anew.
        Path("/proc/self/clear_refs").write_text("5")
        before, begun = kilobytes("VmRSS"), time.process_time()
        outreach.forecast(table, group_by="team")
        taken, more = time.process_time() - begun, kilobytes("VmHWM") - before
        print(f"forecast of {rows:,} rows in three groups from a {name}: {taken:.2f} s of CPU, {more / 1024:.0f} MB more")

#!/usr/bin/env python3
"""Puts the library beside NumPy, numba and fast-poibin on the same work, in one run: one table, nanoseconds per campaign.

    python3 benches/peers.py

Needs NumPy; numba and fast-poibin are left out where they are not installed. One thread, a million campaigns of a hundred
calls; the shortest of three rounds of each program, which alternate, in CPU time. The workloads are those of docs/performance.md.
"""

import os
import re
import subprocess
import time

os.environ["NUMBA_NUM_THREADS"] = "1"

import numpy as np

try:
    import numba
except ImportError:
    numba = None
try:
    import fast_poibin
except ImportError:
    fast_poibin = None

CAMPAIGNS, CALLS, WARM, ROUNDS = 1_000_000, 100, 50, 3
COLD_RATE, WARM_RATE, INCIDENT, RECOVERY = 0.1, 0.9, 0.02, 2 / 3
BLOCK = 5_000  # campaigns at once: what fits the cache


def numpy_rates(rng, uncertain):
    """The probabilities of a cold and a warm call, an incident and a recovery, one column per campaign."""
    if not uncertain:
        return [np.full((BLOCK, 1), probability, np.float32) for probability in (COLD_RATE, WARM_RATE, INCIDENT, RECOVERY)]
    shapes = [(10, 90), (90, 10), (2, 98), (20, 10)]
    return [rng.beta(a, b, BLOCK).astype(np.float32)[:, None] for a, b in shapes]


def numpy_calls(uncertain):
    rng = np.random.Generator(np.random.SFC64(1))
    histogram = np.zeros(CALLS + 1, np.int64)
    for _ in range(CAMPAIGNS // BLOCK):
        cold, warm, incident, recovery = numpy_rates(rng, uncertain)
        held = np.count_nonzero(rng.random((BLOCK, CALLS - WARM), dtype=np.float32) < cold, axis=1)
        rows, calls = np.nonzero(rng.random((BLOCK, WARM), dtype=np.float32) < incident)
        recovers = rng.random(len(rows), dtype=np.float32) < recovery[rows, 0]
        probability = np.repeat(warm, WARM, axis=1)
        probability[rows, calls] = np.where(recovers, warm[rows, 0], cold[rows, 0])
        held += np.count_nonzero(rng.random((BLOCK, WARM), dtype=np.float32) < probability, axis=1)
        histogram += np.bincount(held, minlength=CALLS + 1)
    return histogram


def numpy_snowball():
    rng = np.random.Generator(np.random.SFC64(1))
    histogram = np.zeros(CALLS + 1, np.int64)
    for _ in range(CAMPAIGNS // BLOCK):
        pool, held = np.full(BLOCK, 5, np.int32), np.zeros(BLOCK, np.int32)
        for _ in range(CALLS):
            warm = pool > 0
            incidents = np.flatnonzero(warm & (rng.random(BLOCK, dtype=np.float32) < INCIDENT))
            lost = incidents[rng.random(len(incidents), dtype=np.float32) >= RECOVERY]
            probability = np.where(warm, np.float32(WARM_RATE), np.float32(COLD_RATE))
            probability[lost] = COLD_RATE
            meets = rng.random(BLOCK, dtype=np.float32) < probability
            held += meets
            pool -= warm
            met = np.flatnonzero(meets)
            pool[met] += rng.poisson(0.8, len(met))
        histogram += np.bincount(held, minlength=CALLS + 1)
    return histogram


def numba_calls():
    @numba.njit(parallel=True)
    def play(campaigns):
        held = np.zeros(campaigns, np.int64)
        for campaign in numba.prange(campaigns):
            count = 0
            for _ in range(CALLS - WARM):
                count += np.random.random() < COLD_RATE
            for _ in range(WARM):
                probability = WARM_RATE
                if np.random.random() < INCIDENT and np.random.random() >= RECOVERY:
                    probability = COLD_RATE
                count += np.random.random() < probability
            held[campaign] = count
        return held

    play(10)
    return lambda: np.bincount(play(CAMPAIGNS), minlength=CALLS + 1)


def seconds(work):
    start = time.process_time()
    histogram = work()
    return time.process_time() - start, histogram


def library():
    """Nanoseconds per campaign of the library, by workload; the distribution of a million contacts in seconds."""
    command = ["cargo", "bench", "-q", "-p", "outreach-benches", "--bench", "workloads"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^(W\w+) .*?([\d.]+) +[\d.]+ +[\d.]+×$", text, re.M)
    return text.splitlines()[0], {name: float(time) for name, time in rows}


def main():
    peers = {("W1a", "NumPy"): lambda: numpy_calls(False), ("W2a", "NumPy"): lambda: numpy_calls(True)}
    peers[("W3", "NumPy")] = numpy_snowball
    if numba:
        peers[("W1a", "numba")] = numba_calls()
    contacts = np.random.default_rng(7).beta(1, 9, CAMPAIGNS)
    if fast_poibin:
        peers[("W5", "fast-poibin")] = lambda: np.array(fast_poibin.PoiBin(contacts).pmf)
    best, ours = {}, {}
    for _ in range(ROUNDS):
        level, times = library()
        for workload, nanoseconds in times.items():
            ours[workload] = min(nanoseconds, ours.get(workload, np.inf))
        for peer, work in peers.items():
            best[peer] = min(seconds(work)[0], best.get(peer, np.inf))
    print(f"{level}; NumPy {np.__version__}" + (f", numba {numba.__version__}" if numba else ""))
    print(f"{'workload':<10}{'peer':<14}{'peer [ns]':>12}{'library [ns]':>14}{'ratio':>9}")
    for (workload, peer), time_of_peer in sorted(best.items()):
        if workload in ours:
            nanoseconds = time_of_peer * 1e9 / CAMPAIGNS
            print(f"{workload:<10}{peer:<14}{nanoseconds:>12.1f}{ours[workload]:>14.2f}{nanoseconds / ours[workload]:>8.1f}×")


if __name__ == "__main__":
    main()

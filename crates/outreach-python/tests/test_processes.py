"""Interruptions, forked and spawned children, other threads."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import outreach
import pytest

LONG = {
    "trials": "o.simulate(C(), trials=10**12)",
    "calls": "o.simulate(C(calls=1_000_000), trials=10**9)",
    "hours": "o.simulate(C(calls=1_000_000, hours=60_000), trials=10**9)",
    "pool": "o.simulate(C(strategy='snowball', pool={'decay': 0.9}), trials=10**9)",
    "precision": "o.simulate(C(), precision=1e-9)",
    "part": "o.simulate_part(C(), '1/2', trials=10**12)",
    "compare": "o.compare(C(), trials=10**11)",
    "plan": "o.plan(C(preset='published', strategy='snowball'), meetings=500, trials=10**9)",
    "sensitivity": "o.sensitivity(C(preset='published', strategy='snowball', calls=400), trials=10**7)",
}
PROGRAM = """
import os, signal, threading, time
import outreach as o
C = o.Campaign
o.simulate(C(), trials=10)
begun = []
def interrupt():
    begun.append(time.monotonic())
    os.kill(os.getpid(), signal.SIGINT)
threading.Timer(0.3, interrupt).start()
try:
    {call}
except KeyboardInterrupt:
    took = time.monotonic() - begun[0]
before = time.process_time()
time.sleep(0.2)
idle = time.process_time() - before
assert o.simulate(C(), trials=1000).trials == 1000
print(took, idle)
"""


@pytest.mark.parametrize("call", LONG.values(), ids=LONG.keys())
def test_an_interruption_ends_the_work_at_once(call: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("{call}", call)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    took, idle = map(float, done.stdout.split())
    assert took < 0.5, "the interruption came late"
    assert idle < 0.1, "something goes on computing"
    assert done.stderr == ""


def simulated(_: int) -> str:
    return outreach.simulate(outreach.Campaign(), trials=20_000).to_json()


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
@pytest.mark.filterwarnings("ignore:This process")
def test_children_find_the_same(method: str) -> None:
    expected = simulated(0)
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map_async(simulated, range(4)).get(timeout=60) == [expected] * 4


@pytest.mark.filterwarnings("ignore:This process")
def test_a_grandchild_finds_the_same() -> None:
    expected = simulated(0)
    child = os.fork()
    if child == 0:
        grandchild = os.fork()
        if grandchild == 0:
            os._exit(0 if simulated(0) == expected else 1)
        os._exit(os.waitstatus_to_exitcode(os.waitpid(grandchild, 0)[1]))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_threads_run_beside_each_other_without_the_interpreter() -> None:
    ticks = 0
    stop = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not stop.is_set():
            ticks += 1
            time.sleep(0.001)

    ticking = threading.Thread(target=tick)
    ticking.start()
    with ThreadPoolExecutor(3) as pool:
        found = set(pool.map(lambda _: outreach.simulate(outreach.Campaign(), trials=5_000_000).to_json(), range(3)))
    stop.set()
    ticking.join()
    assert len(found) == 1 and ticks > 5


def test_an_interruption_of_one_thread_leaves_the_others() -> None:
    program = """
import os, signal, threading
import outreach as o
found = []
other = threading.Thread(target=lambda: found.append(o.simulate(o.Campaign(), trials=60_000_000).trials))
other.start()
threading.Timer(0.05, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
try:
    o.simulate(o.Campaign(), trials=10**12)
except KeyboardInterrupt:
    pass
other.join()
print(found)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[60000000]\n"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler

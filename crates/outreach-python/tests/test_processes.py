"""Interruptions, forked and spawned children, other threads."""

from __future__ import annotations

import multiprocessing
import os
import re
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
    "hours": "o.simulate(C(calls=1_000_000, hours=70_000), trials=10**9)",
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
o.simulate(C(), trials=2000)
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
assert o.simulate(C(), trials=2000).trials == 2000
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


def threads_of_this_process() -> int:
    return len(os.listdir("/proc/self/task"))


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="counts threads where Linux shows them")
def test_threads_are_given_back() -> None:
    campaign = outreach.Campaign()
    outreach.simulate(campaign, trials=2000)
    before = threads_of_this_process()
    for threads in range(1, 65):
        outreach.simulate(campaign, trials=2000, threads=threads)
    deadline = time.monotonic() + 5
    while threads_of_this_process() > before + 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threads_of_this_process() <= before + 2


# The threads of the call before were still there: 130 where 64 were asked for.
@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="counts threads where Linux shows them")
def test_no_more_threads_are_there_than_the_last_call_asked_for() -> None:
    program = """
import os, threading, time
import outreach as o
most, done = [], []
def watch():
    while not done:
        most.append(len(os.listdir("/proc/self/task")))
        time.sleep(0.0003)
watching = threading.Thread(target=watch)
watching.start()
before = len(os.listdir("/proc/self/task"))
for threads in range(33, 65):
    o.simulate(o.Campaign(), trials=20_000, threads=threads)
o.simulate(o.Campaign(), trials=20_000, threads=2)
done.append(True)
watching.join()
print(max(most) - before)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert 32 < int(done.stdout) <= 64


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="counts threads where Linux shows them")
def test_no_more_threads_work_than_were_asked_for() -> None:
    program = """
import os, threading, time
import outreach as o
o.simulate(o.Campaign(), trials=2000, threads=2)
before, most = len(os.listdir("/proc/self/task")), 0
work = threading.Thread(target=lambda: o.simulate(o.Campaign(), trials=30_000_000, threads=2))
work.start()
while work.is_alive():
    most = max(most, len(os.listdir("/proc/self/task")))
    time.sleep(0.002)
print(before, most)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    before, most = map(int, done.stdout.split())
    # The two of the pool are there before, and the thread that asks is the third.
    assert most <= before + 1


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="counts threads where Linux shows them")
def test_short_answers_come_from_the_thread_that_asks_and_are_those_of_any_other() -> None:
    program = """
import os, threading
import outreach as o
before = len(os.listdir("/proc/self/task"))
answers = {o.simulate(o.Campaign(), trials=1000)}
print(len(os.listdir("/proc/self/task")) - before)
def ask():
    answers.add(o.simulate(o.Campaign(), trials=1000))
for _ in range(100):
    work = threading.Thread(target=ask)
    work.start()
    work.join()
part = o.merge([o.simulate_part(o.Campaign(), "1/1", trials=1000)])
print(len(answers), part in answers)
if (child := os.fork()) == 0:
    ask()
    os._exit(len(answers))
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["0", "1", "True", "1"]


def test_what_asyncio_cancels_stops_computing() -> None:
    program = """
import asyncio, time
import outreach as o
from outreach import aio
async def main():
    assert (await aio.plan(o.Campaign(), meetings=5)).attempts == 78
    begun = time.monotonic()
    task = asyncio.create_task(aio.simulate(o.Campaign(), trials=10**12))
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        took = time.monotonic() - begun
    before = time.process_time()
    await asyncio.sleep(0.2)
    idle = time.process_time() - before
    try:
        await asyncio.wait_for(aio.compare(o.Campaign(), trials=10**11), 0.2)
    except asyncio.TimeoutError:
        both = await asyncio.gather(*(aio.simulate(o.Campaign(), trials=1000) for _ in range(3)))
        print(took, idle, len(set(both)))
asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    took, idle, answers = map(float, done.stdout.split())
    assert took < 0.7 and idle < 0.1 and answers == 1


def shown(seconds: str, prelude: str = "") -> str:
    program = f"""
import io, sys
{prelude}
sys.stderr = io.StringIO()
sys.stderr.isatty = lambda: True
import outreach as o
{seconds}
print(sys.stderr.getvalue().replace("\\r", "\\n"))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


LONG_ENOUGH = """
import threading, os, signal
threading.Timer(2.0, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
try:
    {call}
except KeyboardInterrupt:
    pass
"""


def test_a_bar_shows_what_takes_longer_than_a_second() -> None:
    assert "outreach" not in shown("o.simulate(o.Campaign(), trials=1000)")
    assert "trials" in shown(LONG_ENOUGH.format(call="o.simulate(o.Campaign(), trials=10**12)"))
    mute = LONG_ENOUGH.format(call=LONG["plan"].replace("C(", "o.Campaign("))
    assert re.search(r"outreach \d+\.?\d*[kM] trials, 00:0[12]", shown(mute))
    assert shown(mute, "sys.modules['tqdm'] = sys.modules['tqdm.auto'] = None").strip() == ""


POOL = "o.Campaign(strategy='snowball', pool={'decay': 0.9}, calls=500)"


# It stood at 0 % for nearly all of the run, whose calls take long: it moved on by a hundred million calls.
@pytest.mark.parametrize(
    "call",
    [
        f"o.simulate({POOL}, trials=1_200_000, threads=2)",
        f"o.compare([{POOL}, {POOL}], trials=300_000, hours=100, threads=2)",
        f"o.simulate_part({POOL}, '1/2', trials=1_600_000, threads=2)",
    ],
    ids=["simulate", "compare", "part"],
)
def test_the_bar_moves_with_each_block(call: str) -> None:
    shares = [int(share) for share in re.findall(r"outreach: +(\d+)%", shown(LONG_ENOUGH.format(call=call)))]
    assert len(set(shares)) > 2 and shares == sorted(shares) and max(shares) <= 100


@pytest.mark.parametrize(
    "call",
    [
        "o.simulate(o.Campaign(strategy='snowball', pool={'decay': 0.9}), precision=1e-6)",
        "o.plan(o.Campaign(strategy='snowball', pool={'decay': 0.9}, calls=1000), meetings=500, solve='hours', trials=10**7)",
        "o.sensitivity(o.Campaign(preset='published', strategy='snowball', calls=400), trials=200_000)",
    ],
    ids=["precision", "plan", "sensitivity"],
)
def test_trials_are_counted_where_nobody_knows_how_many_it_takes(call: str) -> None:
    found = re.findall(r"outreach (\S+) trials, 00:0", shown(LONG_ENOUGH.format(call=call)))
    assert len(set(found)) > 2


def test_a_notebook_without_widgets_hears_nothing_of_the_bar() -> None:
    import nbformat
    from nbclient import NotebookClient

    cell = LONG_ENOUGH.format(call="import outreach as o; o.simulate(o.Campaign(), trials=10**12)")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    assert notebook.cells[0].outputs == []

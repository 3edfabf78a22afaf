"""What one waits for: CPU seconds of whole processes of the command, and their ratio to a yardstick of the same run.

    cargo build --release -p outreach-cli
    python3 benches/waiting.py [target/release/outreach]

The yardstick is a million mixed campaigns of a hundred calls. A row that takes more than LIMIT seconds is given up.
"""

import os
import resource
import subprocess
import sys
import time

LIMIT = 5


def cpu_seconds(command, words):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(
        [command, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    started = time.monotonic()
    while process.poll() is None and time.monotonic() - started < 3 * LIMIT:
        with open(f"/proc/{process.pid}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
        if (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") > LIMIT:
            break
        time.sleep(0.005)
    given_up = process.poll() is None
    if given_up:
        process.kill()
    process.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return None if given_up else seconds


def rows():
    for strategy in ["cold", "mixed", "warm", "snowball"]:
        for meetings in [5, 50, 500]:
            yield ["plan", "--preset", "published", "--strategy", strategy, "--meetings", str(meetings)]
    for strategy in ["cold", "mixed", "snowball"]:
        yield ["plan", "--preset", "published", "--strategy", strategy, "--meetings", "20", "--solve", "hours"]
    for preset in ["documented", "published"]:
        for strategy in ["mixed", "snowball"]:
            for calls in [100, 1_000, 10_000]:
                yield ["simulate", "--preset", preset, "--strategy", strategy, "--calls", str(calls)]
        for calls in [100, 1_000, 10_000]:
            yield ["compare", "--preset", preset, "--calls", str(calls)]
        for strategy in ["mixed", "snowball"]:
            yield ["sensitivity", "--preset", preset, "--strategy", strategy]


def main():
    command = sys.argv[1] if len(sys.argv) > 1 else "target/release/outreach"
    yardstick = cpu_seconds(command, ["simulate", "--trials", "1000000"])
    print(f"The yardstick takes {yardstick:.3f} s.\n\n| `outreach` | CPU [s] | yardsticks |\n|---|---|---|")
    for words in rows():
        seconds = cpu_seconds(command, words)
        if seconds is None:
            print(f"| `{' '.join(words)}` | > {LIMIT} | > {LIMIT / yardstick:.0f} |", flush=True)
        else:
            print(f"| `{' '.join(words)}` | {seconds:.2f} | {seconds / yardstick:.1f} |", flush=True)


main()

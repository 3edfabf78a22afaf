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
    """Words, and the sizes that follow them, one after the other."""
    for strategy in ["cold", "mixed", "warm", "snowball"]:
        yield f"plan --preset published --strategy {strategy} --meetings", [5, 50, 500]
    for strategy in ["cold", "mixed", "snowball"]:
        yield f"plan --preset published --strategy {strategy} --solve hours --meetings", [20]
    for preset in ["documented", "published"]:
        for strategy in ["mixed", "snowball"]:
            yield f"simulate --preset {preset} --strategy {strategy} --calls", [100, 1_000, 10_000]
        yield f"compare --preset {preset} --calls", [100, 1_000, 10_000]
        for strategy in ["mixed", "snowball"]:
            yield f"sensitivity --preset {preset} --strategy", [strategy]


def main():
    command = sys.argv[1] if len(sys.argv) > 1 else "target/release/outreach"
    yardstick = cpu_seconds(command, ["simulate", "--trials", "1000000"])
    print(f"The yardstick takes {yardstick:.3f} s.\n\n| `outreach` | | CPU [s] | yardsticks |\n|---|---|---|---|")
    for words, sizes in rows():
        measured = [cpu_seconds(command, [*words.split(), str(size)]) for size in sizes]
        seconds = [f"> {LIMIT}" if one is None else f"{one:.2f}" for one in measured]
        ratios = [f"> {LIMIT / yardstick:.0f}" if one is None else f"{one / yardstick:.1f}" for one in measured]
        cells = [f"`{words}`", *(", ".join(map(str, row)) for row in (sizes, seconds, ratios))]
        print(f"| {' | '.join(cells)} |", flush=True)


main()

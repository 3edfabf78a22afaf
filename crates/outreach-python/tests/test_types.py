"""The types hold: of the package, of a user's program, of the native module."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("target", [[str(HERE / "typed_sample.py")], ["-p", "outreach"]], ids=["sample", "package"])
def test_mypy(target: list[str], tmp_path: Path) -> None:
    words = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(HERE.parents[2] / "target" / "mypy"), *target]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


MYPY = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(HERE.parents[2] / "target" / "mypy"), "--no-color-output"]
PYRIGHT = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]


@pytest.mark.parametrize("checker", [MYPY, PYRIGHT], ids=["mypy", "pyright"])
def test_slips_are_seen(checker: list[str], tmp_path: Path) -> None:
    # Pyright runs on Node, and fetches it where there is none.
    version = subprocess.run([*checker[:3], "--version"], capture_output=True, text=True, check=False, cwd=tmp_path)
    if checker is PYRIGHT and version.returncode != 0:
        pytest.skip(f"pyright has no Node, and cannot fetch it: {version.stderr.strip().splitlines()[-1]}")
    program = tmp_path / "slips.py"
    lines = (HERE / "slips.py").read_text().splitlines()
    program.write_text("\n".join(lines))
    done = subprocess.run([*checker, program.name], capture_output=True, text=True, check=False, cwd=tmp_path)
    found = {int(line) for line in re.findall(r"slips\.py:(\d+):(?:\d+)?.*error", done.stdout)}
    expected = {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert found == expected, done.stdout


def test_stubs_are_those_of_the_native_module() -> None:
    words = [sys.executable, "-m", "mypy.stubtest", "outreach._outreach"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

"""The types hold: of the package, of a user's program, of the native module."""

from __future__ import annotations

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


def test_a_wrong_program_is_seen(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import outreach\noutreach.simulate(outreach.Campaign(), 10)\noutreach.Campaign(calls='many')\n")
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", str(wrong)], capture_output=True, text=True, check=False)
    assert "Too many positional arguments" in done.stdout and 'incompatible type "str"' in done.stdout


def test_stubs_are_those_of_the_native_module() -> None:
    words = [sys.executable, "-m", "mypy.stubtest", "outreach._outreach"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

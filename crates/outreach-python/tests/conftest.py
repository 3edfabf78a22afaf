"""What the tests share: the command beside the wheel, scenarios, and a call log."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCENARIOS = sorted((ROOT / "data" / "scenarios").glob("*.toml"))


@pytest.fixture(scope="session")
def program() -> str:
    """The command that `scripts/command` builds."""
    return str(ROOT / "target" / "debug" / "outreach")


@pytest.fixture(scope="session")
def command(program: str) -> Callable[..., dict[str, Any]]:
    """Runs the command, and reads the JSON that it prints."""

    def run(*words: object, code: int = 0) -> dict[str, Any]:
        done = subprocess.run([program, *map(str, words), "--format", "json"], capture_output=True, cwd=ROOT, check=False)
        assert done.returncode == code, done.stderr.decode()
        parsed: dict[str, Any] = json.loads(done.stdout)
        return parsed

    return run


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A call log of a thousand calls of both kinds."""
    path = tmp_path_factory.mktemp("log") / "calls.csv"
    outcomes = ["no answer", "refused", "meeting", "refused", "no answer", "refused", "refused"]
    rows = ["date,kind,outcome,caller"]
    for call in range(1000):
        kind = "warm" if call % 3 == 0 else "cold"
        outcome = "meeting" if kind == "warm" and call % 2 == 0 else outcomes[call * call % 7]
        rows.append(f"2026-{1 + call // 100:02}-{1 + call % 28:02},{kind},{outcome},{'ab'[call % 2]}")
    path.write_text("\n".join(rows) + "\n")
    return path


@pytest.fixture(scope="session")
def contacts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of contacts with probabilities, kinds and groups."""
    path = tmp_path_factory.mktemp("contacts") / "contacts.csv"
    rows = ["name,probability,kind,region"]
    for row in range(500):
        probability = "" if row % 5 == 0 else str((row * 37 % 101) / 101)
        rows.append(f"{row},{probability},{'warm' if row % 10 == 0 else 'cold'},{['north', 'south', '=west'][row % 3]}")
    path.write_text("\n".join(rows) + "\n")
    return path

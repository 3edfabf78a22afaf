"""The pinned results of the library hold in the wheel."""

from __future__ import annotations

import csv
import json
import zlib
from typing import Any

import outreach
import pytest
from conftest import ROOT

ROWS = list(csv.DictReader((ROOT / "crates/outreach/tests/pinned/golden.csv").read_text().splitlines()))
UNCERTAIN = {"cold.meeting": "beta(2, 18)"}
RANGE = {"cold.reach": "range(0.2, 0.9)"}
CAMPAIGNS: dict[str, dict[str, Any]] = {
    "cold": {"strategy": "cold"},
    "mixed": {"strategy": "mixed"},
    "warm": {"strategy": "warm", "calls": 1},
    "overall": {"reading": "overall"},
    "uncertain": {"rates": UNCERTAIN},
    "small parameters": {"rates": {"cold.meeting": "beta(0.3, 0.7)"}},
    "so far": {"rates": UNCERTAIN},
    "snowball": {"strategy": "snowball", "calls": 40},
    "snowball with decay": {"strategy": "snowball", "calls": 40, "pool": {"decay": 0.7, "dispersion": 0.5}},
    "snowball at published rates": {"strategy": "snowball", "calls": 60, "preset": "published"},
    "snowball with a range": {"strategy": "snowball", "calls": 40, "rates": RANGE},
    "contacts": {"strategy": "mixed", "contacts": 60, "max_attempts": 5, "rates": RANGE},
    "connectors": {"connectors": {"count": 5}, "rates": {"connectors.correlation": 0.1}},
    "hours": {"rates": UNCERTAIN, "hours": 6, "calls": 100},
    "meetings": {"strategy": "cold", "calls": 1000, "meetings": 6},
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['scenario']} {row['seed']}")
def test_golden(row: dict[str, str]) -> None:
    if row["scenario"] == "every branch":
        pytest.skip("its rates stand in the library's tests alone")
    campaign = outreach.Campaign(**CAMPAIGNS[row["scenario"]])
    so_far = {"cold": (20, 3)} if row["scenario"] == "so far" else None
    part = outreach.simulate_part(campaign, "1/1", trials=5 * 4096 + 99, seed=int(row["seed"]), so_far=so_far)
    tally = json.loads(part.to_bytes().split(b"\n", 1)[1])["part"]["tally"]
    integers = json.dumps(tally, separators=(",", ":")).encode()
    assert f"{zlib.crc32(integers):08x}" == row["checksum"]
    answer = outreach.merge([part])
    assert f"{answer.simulated.mean:.11e}" == f"{float(row['mean']):.11e}"
    assert f"{answer.simulated.sd:.11e}" == f"{float(row['sd']):.11e}"

"""Runs on a cluster of two processes: the bits of the serial answer, whoever dies on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import distributed
import outreach
import pytest
from dask import config as dask_config
from outreach import _outreach as native
from outreach import dask
from two_workers import MARKS, two_workers

pytestmark = MARKS

CAMPAIGN = outreach.Campaign(calls=60, strategy="snowball", pool={"decay": 0.9})
"""Played call by call: a shard takes long enough to die in."""
TRIALS = 1_000_000


@pytest.fixture(scope="module")
def client() -> Iterator[distributed.Client]:
    with two_workers() as (_, client):
        yield client


@pytest.fixture(scope="module")
def serial() -> outreach.Yield:
    return outreach.simulate(CAMPAIGN, trials=TRIALS, at_least=5)


def when_kept(monkeypatch: pytest.MonkeyPatch, count: int, act: Callable[[], None]) -> None:
    """Acts once this many parts were written."""
    kept: list[str] = []
    keep = dask.Folder.keep

    def keep_and_act(folder: dask.Folder, name: str, content: bytes) -> None:
        keep(folder, name, content)
        kept.append(name)
        if len(kept) == count:
            act()

    monkeypatch.setattr(dask.Folder, "keep", keep_and_act)


def test_shards_are_the_run(client: distributed.Client, tmp_path: Path) -> None:
    campaign = outreach.Campaign(calls=40, warm=12, rates={"cold.meeting": "beta(2, 18)"})
    for trials in (1, 4_097, 500_000):
        found = dask.simulate(campaign, trials=trials, seed=7, at_least=[3], client=client, parts=tmp_path / str(trials))
        assert found == outreach.simulate(campaign, trials=trials, seed=7, at_least=[3])
    so_far: Any = {"cold": (20, 1)}
    found = dask.simulate(campaign, trials=20_000, so_far=so_far, client=client)
    assert found == outreach.simulate(campaign, trials=20_000, so_far=so_far)


def test_a_worker_that_is_killed_changes_nothing(
    serial: outreach.Yield, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with two_workers() as (local, client):
        before = set(client.scheduler_info()["workers"])
        when_kept(monkeypatch, 2, lambda: os.kill(next(iter(local.workers.values())).pid, signal.SIGKILL))
        found = dask.simulate(CAMPAIGN, trials=TRIALS, at_least=5, client=client, parts=tmp_path)
        assert found == serial
        client.wait_for_workers(2, timeout=30)
        assert set(client.scheduler_info()["workers"]) != before


CLIENT = """
import sys
import distributed, outreach
from outreach import dask
keep = dask.Folder.keep
def keep_and_tell(folder, name, content):
    keep(folder, name, content)
    print(name, flush=True)
dask.Folder.keep = keep_and_tell
campaign = outreach.Campaign(calls=60, strategy="snowball", pool={"decay": 0.9})
with distributed.Client(sys.argv[1]) as client:
    dask.simulate(campaign, trials=int(sys.argv[2]), client=client, parts=sys.argv[3])
"""


def test_a_client_that_is_killed_is_followed_by_another(
    client: distributed.Client, serial: outreach.Yield, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [sys.executable, "-c", CLIENT, client.scheduler.address, str(TRIALS), str(tmp_path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = [process.stdout.readline() for _ in range(3)]
        process.kill()
    assert all(line.startswith("shard-") for line in first)
    there = {path.name for path in tmp_path.glob("*.part")}
    assert 3 <= len(there) < 64
    made: list[str] = []
    keep = dask.Folder.keep
    monkeypatch.setattr(
        dask.Folder, "keep", lambda folder, name, content: (made.append(f"{name}.part"), keep(folder, name, content))
    )
    found = dask.simulate(CAMPAIGN, trials=TRIALS, at_least=5, client=client, parts=tmp_path)
    assert found == serial
    assert len(made) == 64 - len(there)
    assert not there & set(made)


def test_a_cluster_that_goes_away_is_said_and_another_goes_on(
    client: distributed.Client, serial: outreach.Yield, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with two_workers() as (local, other), monkeypatch.context() as patch:
        # Not in the thread that waits for what the cluster says.
        closing = threading.Thread(target=local.close)
        when_kept(patch, 2, closing.start)
        with pytest.raises(RuntimeError, match=r"the cluster of Dask went away: \d+ of 64 tasks were done; what is done"):
            dask.simulate(CAMPAIGN, trials=TRIALS, client=other, parts=tmp_path)
        closing.join()
    assert len(list(tmp_path.iterdir())) >= 2
    assert dask.simulate(CAMPAIGN, trials=TRIALS, at_least=5, client=client, parts=tmp_path) == serial


def test_a_shard_that_ends_every_worker_is_not_tried_for_ever() -> None:
    with dask_config.set({"distributed.scheduler.allowed-failures": 1}), two_workers() as (_, client):
        with pytest.raises(RuntimeError, match=r"^one ended every worker that was at it"):
            dask._made_by(client, lambda _: os.kill(os.getpid(), signal.SIGKILL), {"one": 1}, print, dask.Folder(None))


def test_shards_join_in_any_order_and_beside_those_of_the_command(client: distributed.Client, tmp_path: Path) -> None:
    campaign = outreach.Campaign(calls=30)
    shards = [f"{number}/64" for number in range(1, 65)]
    for order in (shards[::-1], shards[::2] + shards[1::2]):
        run = native.Run(campaign._scenario, [], 300_000, 42)
        for shard in order:
            run.add(shard, outreach.simulate_part(campaign, shard, trials=300_000, threads=1)._native)
        assert run.answer([]).json() == outreach.simulate(campaign, trials=300_000).to_json()
    # A half that was made elsewhere: no shard of it is made again.
    outreach.simulate_part(campaign, "1/2", trials=300_000).write(tmp_path / "half.part")
    assert dask.simulate(campaign, trials=300_000, client=client, parts=tmp_path) == outreach.simulate(
        campaign, trials=300_000
    )
    assert len(list(tmp_path.iterdir())) == 1 + 32


def test_parts_of_another_run_and_damaged_ones_are_refused(client: distributed.Client, tmp_path: Path) -> None:
    campaign = outreach.Campaign(calls=30)
    dask.simulate(campaign, trials=9_000, client=client, parts=tmp_path)
    with pytest.raises(ValueError, match=r"shard-1-of-3\.part: seed 1 and seed 42 are two runs"):
        dask.simulate(campaign, trials=9_000, seed=1, client=client, parts=tmp_path)
    with pytest.raises(ValueError, match=r"\.part: campaign \w+ and campaign \w+ are two runs"):
        dask.simulate(campaign.replace(warm=1), trials=9_000, client=client, parts=tmp_path)
    some = tmp_path / "shard-2-of-3.part"
    some.write_bytes(some.read_bytes()[:-1])
    with pytest.raises(ValueError, match=r"shard-2-of-3\.part: the file is damaged"):
        dask.simulate(campaign, trials=9_000, client=client, parts=tmp_path)


def test_what_is_no_client_is_refused(client: distributed.Client) -> None:
    not_one: Any = "tcp://127.0.0.1:8786"
    with pytest.raises(TypeError, match="is not a client of Dask"):
        dask.simulate(CAMPAIGN, trials=10, client=not_one)
    with pytest.raises(ValueError, match="trials = 0"):
        dask.simulate(CAMPAIGN, trials=0, client=client)
    outside = distributed.Client(client.scheduler.address, set_as_default=False)
    outside.close()
    with pytest.raises(RuntimeError, match="the cluster of Dask went away"):
        dask.simulate(CAMPAIGN, trials=10, client=outside)

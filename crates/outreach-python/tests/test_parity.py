"""The wheel against the command: integers equal, floats to 1e-12."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import outreach
import pandas
import polars
import pytest
from conftest import ROOT, SCENARIOS

Command = Callable[..., dict[str, Any]]

SET: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"strategy": "cold", "calls": 250}, ["--strategy", "cold", "--calls", "250"]),
    ({"warm": 0.35, "calls": 90}, ["--warm", "0.35", "--calls", "90"]),
    ({"warm": 12, "calls": 40, "reading": "overall"}, ["--warm", "12", "--calls", "40", "--reading", "overall"]),
    ({"rates": {"cold.meeting": "beta(2, 18)"}}, ["--set", "cold.meeting=beta(2, 18)"]),
    ({"rates": {"warm.meeting": {"low": 0.8, "high": 0.97}}}, ["--set", "warm.meeting=range(0.8, 0.97)"]),
    ({"preset": "published", "calls": 60}, ["--preset", "published", "--calls", "60"]),
    ({"strategy": "snowball", "pool": {"names": 1.5, "decay": 0.8}}, ["--strategy", "snowball", "--set", "pool.names=1.5", "--set", "pool.decay=0.8"]),
    ({"hours": 6.5, "effort": {"introduction": 20}}, ["--hours", "6.5", "--set", "effort.introduction=20"]),
    ({"meetings": 6, "strategy": "warm"}, ["--meetings", "6", "--strategy", "warm"]),
]
EVERY = [pytest.param(outreach.Campaign(**options), words, id=" ".join(words) or "defaults") for options, words in SET] + [
    pytest.param(outreach.Campaign.from_file(path), [str(path)], id=path.stem) for path in SCENARIOS
]


def same(one: Any, other: Any, place: str = "$") -> None:
    assert type(one) is type(other), place
    if isinstance(one, dict):
        assert list(one) == list(other), place
        for key in one:
            same(one[key], other[key], f"{place}.{key}")
    elif isinstance(one, list):
        assert len(one) == len(other), place
        for index, (a, b) in enumerate(zip(one, other)):
            same(a, b, f"{place}[{index}]")
    elif isinstance(one, float):
        assert one == pytest.approx(other, rel=1e-12, abs=1e-300), place
    else:
        assert one == other, place


@pytest.mark.filterwarnings("ignore:.*no effect")
@pytest.mark.parametrize("campaign, words", EVERY)
def test_simulate(command: Command, campaign: outreach.Campaign, words: list[str]) -> None:
    answer = outreach.simulate(campaign, trials=20_000, seed=7, at_least=[3, 10])
    expected = command("simulate", *words, "--trials", 20_000, "--seed", 7, "--at-least", 3, "--at-least", 10)
    same(answer.to_dict(), expected)
    assert answer.simulated.counts.tolist() == expected["meetings"]["counts"]
    assert expected["exact"] is None or answer.exact is not None and answer.exact.pmf(range(len(expected["exact"]["pmf"]))).tolist() == expected["exact"]["pmf"]


@pytest.mark.parametrize("campaign, words", EVERY)
def test_model_and_trace(command: Command, campaign: outreach.Campaign, words: list[str]) -> None:
    # What tells of a campaign the command refuses here, as it has no effect.
    of_rates = [word for word in words if word not in ("--calls", "60", "--hours", "6.5", "--meetings", "6")]
    if "effort.introduction=20" in of_rates:
        of_rates = []
    if not {"--strategy", "--warm"} & set(words):
        same(outreach.model(campaign).to_dict(), command("model", *of_rates))
    same(outreach.trace(campaign, seed=3).to_dict(), command("trace", *words, "--seed", 3))


@pytest.mark.parametrize("campaign, words", EVERY[:7])
def test_sensitivity(command: Command, campaign: outreach.Campaign, words: list[str]) -> None:
    same(outreach.sensitivity(campaign, trials=2000).to_dict(), command("sensitivity", *words, "--trials", 2000))


@pytest.mark.parametrize("solve", ["attempts", "hours", "referrals"])
@pytest.mark.parametrize("rates", [{}, {"cold.meeting": "beta(2, 18)"}])
def test_plan(command: Command, solve: Any, rates: dict[str, Any]) -> None:
    words = [word for key, value in rates.items() for word in ("--set", f"{key}={value}")]
    answer = outreach.plan(outreach.Campaign(rates=rates), meetings=5, solve=solve)
    same(answer.to_dict(), command("plan", "--meetings", 5, "--solve", solve, *words))


def test_a_plan_that_cannot_be_reached_is_an_answer(command: Command) -> None:
    answer = outreach.plan(outreach.Campaign(), meetings=50, max=100)
    same(answer.to_dict(), command("plan", "--meetings", 50, "--max", 100, code=3))
    assert not answer.is_reached and answer.attempts is None and "50 meetings" in str(answer.unreachable)


def test_compare(command: Command) -> None:
    answer = outreach.compare(outreach.Campaign(calls=60, preset="published"), trials=5000, at_least=4, hours=8)
    expected = command("compare", "--calls", 60, "--preset", "published", "--trials", 5000, "--at-least", 4, "--hours", 8)
    same(answer.to_dict(), expected)
    assert [one.simulated.counts.tolist() for one in answer.yields] == [s["meetings"]["counts"] for s in expected["strategies"]]
    assert answer.pairs[0].a_wins == expected["pairs"][0]["a_wins"]


def test_precision_and_so_far(command: Command) -> None:
    campaign = outreach.Campaign(rates={"cold.meeting": "beta(2, 18)"})
    answer = outreach.simulate(campaign, precision=0.02, so_far={"cold": (37, 2), "warm": (10, 9)})
    words = ["--set", "cold.meeting=beta(2, 18)", "--precision", 0.02, "--so-far", "cold=37:2,warm=10:9"]
    same(answer.to_dict(), command("simulate", *words))


def test_logs(command: Command, log: Path) -> None:
    same(outreach.calibrate(log).to_dict(), command("calibrate", log))
    same(outreach.backtest(log, batch=50, kind="warm").to_dict(), command("backtest", log, "--batch", 50, "--kind", "warm"))
    weighed = outreach.calibrate(log, prior="published", prior_weight=30, columns={"caller": "caller"})
    same(weighed.to_dict(), command("calibrate", log, "--prior", "published", "--prior-weight", 30, "--caller-column", "caller"))


def test_the_options_of_reading(command: Command, tmp_path: Path) -> None:
    titled = tmp_path / "titled.csv"
    rows = ["When,Contact,Result", "3 May,Ana,meeting booked", "2 May,Bo,no answer", "1 May,Ana,call back"]
    titled.write_text("\n".join(["Report of the calls", *rows]))
    told = outreach.calibrate(titled, skip_lines=1, no_dates=True, newest_first=True, columns={"time": "When"})
    same(told.to_dict(), command("calibrate", titled, "--skip-lines=1", "--no-dates", "--newest-first", "--time-column=When"))
    meetings = told.to_dict()["rates"]["cold.meeting"]
    assert (meetings["successes"], meetings["trials"]) == (1, 2)
    with pytest.raises(ValueError, match="sheet"):
        outreach.calibrate(titled, sheet="Calls")


@pytest.mark.parametrize("read", [pandas.read_csv, polars.read_csv])
def test_frames_are_as_their_files(log: Path, contacts: Path, read: Callable[[Path], Any]) -> None:
    assert outreach.calibrate(read(log)) == outreach.calibrate(log)
    assert outreach.backtest(read(log)) == outreach.backtest(log)
    options: dict[str, Any] = {"group_by": "region", "at_least": [20], "hours": 5}
    # Only the answer of one file lists how its words were read.
    same(outreach.forecast(read(contacts), **options).to_dict(), {**outreach.forecast(contacts, **options).to_dict(), "words": []})


def test_forecast(command: Command, contacts: Path) -> None:
    answer = outreach.forecast(contacts, group_by="region", at_least=200)
    same(answer.to_dict(), command("forecast", contacts, "--group-by", "region", "--at-least", 200))
    with contacts.open() as file:
        probabilities = [float(row["probability"]) for row in csv.DictReader(file) if row["probability"]]
    array = outreach.forecast(np.array(probabilities))
    assert array == outreach.forecast(probabilities) and array.exact.masses.sum() == pytest.approx(1, abs=1e-12)
    assert array.mean == pytest.approx(sum(probabilities), rel=1e-12)


def test_parts_are_the_files_of_the_command(command: Command, program: str, tmp_path: Path) -> None:
    import subprocess

    campaign = outreach.Campaign(calls=50, warm=20)
    outreach.simulate_part(campaign, "1/3", trials=50_000).write(tmp_path / "1")
    for shard in (2, 3):
        words = ["--calls", "50", "--warm", "20", "--trials", "50000", "--shard", f"{shard}/3", "-o", tmp_path / str(shard)]
        subprocess.run([program, "simulate", *map(str, words)], check=True, capture_output=True)
    merged = outreach.merge([outreach.Part.read(tmp_path / name) for name in "312"], at_least=[30])
    same(merged.to_dict(), command("merge", *[tmp_path / name for name in "123"], "--at-least", 30))
    assert merged.to_json() == outreach.simulate(campaign, trials=50_000, at_least=[30]).to_json()
    assert outreach.simulate_part(campaign, "2/3", trials=50_000).to_bytes() == (tmp_path / "2").read_bytes()

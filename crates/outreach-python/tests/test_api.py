"""What answers and campaigns can do."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any

import numpy as np
import outreach
import pytest
from conftest import SCENARIOS


def every_answer(log: Path) -> list[outreach.Answer]:
    campaign = outreach.Campaign(calls=30, rates={"cold.meeting": "beta(2, 18)"})
    return [
        outreach.simulate(campaign, trials=2000),
        outreach.compare(campaign, trials=2000),
        outreach.plan(campaign, meetings=3),
        outreach.sensitivity(campaign),
        outreach.model(campaign),
        outreach.trace(campaign),
        outreach.calibrate(log),
        outreach.backtest(log),
        outreach.forecast([0.2, 0.5]),
    ]


def test_every_answer_is_shown_in_every_way(log: Path, tmp_path: Path) -> None:
    for answer in every_answer(log):
        name = type(answer).__name__
        assert repr(answer) == f"<{name}: {answer.sentence()}>" and "\n" not in repr(answer)
        html: Any = answer
        section = html._repr_html_()
        bundle = html._repr_mimebundle_()
        assert bundle["text/plain"] == repr(answer) and bundle["text/html"] == section
        assert bundle.get("image/svg+xml") == html._repr_svg_()
        assert '<p class="answer">' in section and any(part in section for part in ("<table>", "<svg", "<pre>"))
        assert answer.sentence() != answer.sentence(lang="fr")
        assert str(answer) == answer.text() and answer.sentence().split(";")[0] in " ".join(answer.text().split())
        assert answer.text(verbose=True) != answer.text()
        answer.report(tmp_path / "page.html")
        assert f"outreach.{answer._again.verb}(" in (tmp_path / "page.html").read_text()
        pandas, polars = answer.to_pandas(), answer.to_polars()
        assert list(pandas.columns) == polars.columns and len(pandas) == len(polars) > 0


def test_every_answer_survives_pickling(log: Path, tmp_path: Path) -> None:
    for answer in every_answer(log):
        again = pickle.loads(pickle.dumps(answer))
        assert type(again) is type(answer) and again == answer and repr(again) == repr(answer)
        html: Any = answer
        html_again: Any = again
        assert html_again._repr_html_() == html._repr_html_()
        assert again.text(lang="fr") == answer.text(lang="fr")
        assert again.to_pandas().equals(answer.to_pandas())
    compared = pickle.loads(pickle.dumps(every_answer(log)[1]))
    assert compared.yields[0].simulated.trials == 2000


def test_pictures(tmp_path: Path) -> None:
    answer = outreach.simulate(outreach.Campaign(), trials=1000)
    answer.picture(tmp_path / "a.svg")
    answer.picture(tmp_path / "a.png")
    assert b"<svg" in (tmp_path / "a.svg").read_bytes() and (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert len(list(tmp_path.iterdir())) == 2


def test_names_are_escaped_in_html() -> None:
    import pandas

    frame = pandas.DataFrame({"probability": [0.1, 0.2], "g": ["<script>", "=1+1"]})
    answer: Any = outreach.forecast(frame, group_by="g")
    assert "<script>" not in answer._repr_html_() and "&lt;script&gt;" in answer._repr_html_()
    assert answer.to_pandas()["group"].tolist() == [pandas.NA, "<script>", "=1+1"]


def test_arrays_share_their_memory_with_the_bytes() -> None:
    answer = outreach.simulate(outreach.Campaign(calls=200), trials=10_000)
    counts = answer.simulated.counts
    assert counts.dtype == np.uint64 and counts.sum() == 10_000 and counts.base is not None
    assert answer.exact is not None and answer.exact.masses.sum() == pytest.approx(1, abs=1e-12)
    pmf = answer.to_dict()["exact"]["quantiles"]
    assert {str(q): answer.ppf(q) for q in (0.05, 0.25, 0.5, 0.75, 0.95)} == pmf


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_campaigns_survive_and_are_told(path: Path) -> None:
    campaign = outreach.Campaign.from_file(path)
    again = pickle.loads(pickle.dumps(campaign))
    assert again == campaign and hash(again) == hash(campaign) and again.settings == campaign.settings
    told = eval(repr(campaign), {"Campaign": outreach.Campaign})
    assert outreach.model(told) == outreach.model(campaign)


def test_a_campaign_is_replaced_as_by_flags_of_the_command() -> None:
    campaign = outreach.Campaign.from_toml("calls = 40\nstrategy = 'cold'").replace(warm=3)
    assert campaign.settings == {"calls": "40", "warm": "3"}
    part = outreach.simulate_part(campaign, "1/1", trials=100)
    assert outreach.merge([part]) == outreach.simulate(campaign, trials=100)


def test_contacts_are_called_several_times() -> None:
    rates = {"cold.reach": 0.08, "cold.reachable": 0.5}
    campaign = outreach.Campaign(strategy="cold", rates=rates, contacts=300, max_attempts=4)
    assert pickle.loads(pickle.dumps(campaign)) == campaign
    rounds = outreach.simulate(campaign, trials=1000).to_dict()["rounds"]
    assert [round(one["break_even_minutes"], 6) for one in rounds] == [0, 0.380952, 1.21542, 2.589785]
    fewest = outreach.plan(outreach.Campaign(rates=rates, max_attempts=4), meetings=5, solve="contacts")
    assert fewest.contacts == 317
    once_more = outreach.plan(campaign.replace(max_attempts=9), meetings=5, solve="attempts-per-contact")
    assert once_more.attempts_per_contact == 5


def test_threads_change_nothing() -> None:
    campaign = outreach.Campaign()
    assert len({outreach.simulate(campaign, trials=50_000, threads=j).to_json() for j in (None, 1, 2, 5)}) == 1


def test_a_random_seed_is_told() -> None:
    one, other = (outreach.simulate(outreach.Campaign(), trials=10, seed="random").seed for _ in range(2))
    assert one != other and max(one, other) < 2**53


def test_numpy_numbers_are_numbers() -> None:
    campaign = outreach.Campaign(calls=np.int64(40), warm=np.float64(0.3), rates={"cold.meeting": np.float32(0.25)})
    assert campaign.settings == {"cold.meeting": "0.25", "calls": "40", "warm": "0.3"}


def test_learned_rates_are_a_campaign(log: Path, tmp_path: Path) -> None:
    learned = outreach.calibrate(log)
    learned.write_scenario(tmp_path / "rates.toml")
    campaign = learned.campaign(calls=50, strategy="cold")
    assert campaign == outreach.Campaign.from_file(tmp_path / "rates.toml").replace(calls=50, strategy="cold")
    assert "cold.meeting" in learned.rates and learned.rows["used"] == 1000


def test_campaigns_are_equal_by_what_is_in_force() -> None:
    written = outreach.Campaign(rates={"cold.meeting": "20%", "warm.meeting": {"mean": 0.8, "weight": 10}}, calls=100)
    assert written == outreach.Campaign(rates={"warm.meeting": "mean(0.8, 10)", "cold.meeting": 0.2})
    assert len({written, outreach.Campaign(rates={"warm.meeting": "mean(0.8, 10)", "cold.meeting": "0.20"})}) == 1
    # `plan` plays the one as cold, the other as mixed.
    assert outreach.Campaign() != outreach.Campaign(strategy="mixed") and outreach.Campaign() != outreach.Campaign(calls=99)
    assert outreach.Campaign() != "Campaign()"


def test_campaigns_are_read_back_and_written(tmp_path: Path) -> None:
    campaign = outreach.Campaign(calls=40, strategy="cold", hours=6.5, rates={"cold.meeting": 0.05}, effort={"introduction": 20})
    campaign.write(tmp_path / "mine.toml")
    assert outreach.Campaign.from_file(tmp_path / "mine.toml") == outreach.Campaign.from_toml(campaign.to_toml()) == campaign
    assert (campaign.calls, campaign.strategy, campaign.hours, campaign.preset) == (40, "cold", 6.5, "documented")
    assert campaign.rates["cold.meeting"] == 0.05 and campaign.effort["introduction"] == 20 and campaign.meetings is None
    pool = outreach.Campaign(strategy="snowball", pool={"names": 3}, connectors={"count": 5})
    assert pool.pool == {"initial": 5, "names": 3, "dispersion": None, "decay": 1} == outreach.Campaign(pool={"names": 3}).pool
    assert pool.connectors == {"count": 5, "correlation_of_meetings": None}
    assert campaign.pool is None and campaign.connectors is None
    assert outreach.Campaign(contacts=30, max_attempts=3).max_attempts == 3 and outreach.Campaign(contacts=30).contacts == 30


def test_unsetting_the_warm_calls_unset_the_warm_rates() -> None:
    rates = {"warm.meeting": 0.5, "warm.reach": 0.4}
    assert outreach.Campaign(warm=12, rates=rates).replace(warm=None) == outreach.Campaign(rates=rates)


def test_none_unsets_what_was_set() -> None:
    campaign = outreach.Campaign(calls=40, warm=12, hours=5, rates={"cold.meeting": 0.2, "warm.meeting": 0.5}, pool={"names": 3}, effort={"meeting": 9})
    assert campaign.replace(hours=None) == outreach.Campaign(calls=40, warm=12, rates={"cold.meeting": 0.2, "warm.meeting": 0.5}, pool={"names": 3}, effort={"meeting": 9})
    assert campaign.replace(rates={"cold.meeting": None}).settings.keys() == campaign.settings.keys() - {"cold.meeting"}
    several = campaign.replace(effort={"meeting": None, "introduction": 3}, pool={"names": None}, connectors={"count": 5})
    assert several == outreach.Campaign(calls=40, warm=12, hours=5, rates={"cold.meeting": 0.2, "warm.meeting": 0.5}, effort={"introduction": 3}, connectors={"count": 5})
    assert several.replace(connectors={"count": None}) == several.replace(connectors=None) != several
    assert outreach.Campaign(effort={"meeting": None}) == outreach.Campaign()
    nothing = campaign.replace(calls=None, warm=None, hours=None, rates=None, pool=None, effort=None)
    assert nothing.settings == {} and nothing == outreach.Campaign()
    assert campaign.replace(warm=None, strategy="cold").strategy == "cold"


def test_campaigns_are_compared_by_names() -> None:
    several = {"few": outreach.Campaign(warm=15), "many": outreach.Campaign(warm=30)}
    compared = outreach.compare(several, trials=2000)
    assert compared.names == ("few", "many") and compared["many"] == compared.yields[1]
    assert compared["few"].exact == outreach.simulate(several["few"], trials=10).exact and compared.pairs[0].a == "few"
    with pytest.raises(KeyError):
        compared["some"]


def test_the_same_picture_is_the_same_bytes(tmp_path: Path) -> None:
    answer: Any = outreach.simulate(outreach.Campaign(), trials=1000)
    other: Any = outreach.simulate(outreach.Campaign(calls=30), trials=1000)
    one, again = answer._repr_svg_(), answer._repr_svg_()
    assert one == again and "<svg" in one and "kuva" not in one.replace("Generated by kuva", "")
    clips = [set(re.findall(r'id="([^"]+)"', svg)) for svg in (one, other._repr_svg_())]
    assert clips[0] and not clips[0] & clips[1]
    assert f'url(#{min(clips[0])})' in one and "prefers-color-scheme: dark" in answer._repr_html_()
    assert outreach.model(outreach.Campaign())._repr_svg_() is None


def test_plots_are_drawn_on_axes_of_matplotlib(log: Path) -> None:
    import matplotlib
    import pandas

    campaign = outreach.Campaign(rates={"cold.meeting": "beta(2, 18)"})

    matplotlib.use("agg")
    from matplotlib import pyplot

    answer = outreach.simulate(outreach.Campaign(), trials=1000)
    _, axes = pyplot.subplots()
    assert answer.plot(axes, color="teal") is axes and axes.get_xlabel() == "meetings"
    assert sum(bar.get_height() for bar in axes.patches) == pytest.approx(100, abs=0.2)
    assert len(outreach.compare(outreach.Campaign(), trials=1000).plot().get_lines()) == 3
    assert outreach.plan(outreach.Campaign(), meetings=5).plot().get_xlabel() == "attempts"
    grouped = outreach.forecast(pandas.DataFrame({"probability": [0.5, 0.4], "g": ["a", "b"]}), group_by="g")
    assert grouped.plot().patches and grouped["a"].plot().patches
    analysed = outreach.sensitivity(campaign)
    tornado = analysed.plot(height=0.5)
    moving = [bar for bar in analysed.bars if bar["yield_at_low"] != bar["yield_at_high"]]
    assert len(tornado.patches) == len(moving) > 1 and tornado.yaxis_inverted()
    first = tornado.patches[0]
    ends = sorted([moving[0]["yield_at_low"] or 0, moving[0]["yield_at_high"] or 0])
    assert [first.get_x(), first.get_x() + first.get_width()] == pytest.approx(ends) and first.get_height() == 0.5
    assert not outreach.sensitivity(outreach.Campaign(rates={"cold.meeting": 0})).plot().get_title()
    calibration = outreach.calibrate(log)
    assert len(calibration.plot().patches) == len(calibration.rates)
    backtest = outreach.backtest(log, batch=50)
    assert backtest.plot().get_lines()[0].get_ydata().tolist() == backtest.to_pandas()["outcome"].tolist()
    pyplot.close("all")


def test_a_report_says_the_call_that_makes_it_again(tmp_path: Path, log: Path, contacts: Path) -> None:
    import html

    campaign = outreach.Campaign(calls=30)
    options: dict[str, Any] = {"outreach": outreach}
    answers = [
        outreach.simulate(campaign, trials=2000, at_least=3, so_far={"cold": (4, 1)}, seed=7),
        outreach.compare({"one": campaign, "other": campaign.replace(calls=20)}, trials=2000, hours=3),
        outreach.plan(campaign, meetings=3, calls_per_week=10),
        outreach.sensitivity(campaign, trials=2000),
        outreach.calibrate(log, columns={"caller": "caller"}, prior="published", prior_weight=20),
        outreach.backtest(log, kind="warm", batch=50),
        outreach.forecast(contacts, group_by="region", kind_column="kind", at_least=3, hours=2, strict=True),
    ]
    for answer in answers:
        answer.report(tmp_path / "page.html")
        told = html.unescape((tmp_path / "page.html").read_text())
        call = answer._again.told()
        assert call in told and eval(call, options) == answer

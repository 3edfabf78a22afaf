"""The size that a target takes is a distribution, which answers as that of a yield does."""

from __future__ import annotations

import math
import pickle
from typing import Any

import numpy as np
import outreach
import pytest
from scipy import stats


def needed(campaign: outreach.Campaign, meetings: int, **options: Any) -> outreach.SizeNeeded:
    found = outreach.plan(campaign, meetings=meetings, **options).needed
    assert found is not None
    return found


def cold(rate: Any) -> outreach.Campaign:
    return outreach.Campaign(strategy="cold", rates={"cold.meeting": rate})


@pytest.mark.parametrize("meetings, p", [(1, 0.5), (5, 0.1), (12, 0.02), (40, 0.9), (3, 2e-4)])
def test_calls_that_are_alike_take_a_negative_binomial_number(meetings: int, p: float) -> None:
    found, known = needed(cold(p), meetings), stats.nbinom(meetings, p, loc=meetings)
    # Of the rarest, 5,000 sizes among 140,000, and straight lines between them.
    close = {"rtol": 2e-3, "atol": 1e-8} if p < 1e-3 else {"rtol": 1e-6, "atol": 2e-9}
    k = np.concatenate([np.arange(found.support[0] - 2, known.ppf(0.999)), [meetings + 0.5]])
    for name in ("cdf", "sf"):
        np.testing.assert_allclose(getattr(found, name)(k), getattr(known, name)(k), **close)
    np.testing.assert_allclose(found.pmf(k), np.where(k == np.floor(k), known.pmf(k), 0), **(close | {"atol": 1e-7}))
    assert (found.cdf(math.inf), found.sf(-math.inf), found.pmf(math.inf)) == (1, 1, 0)
    assert (found.mean, found.var) == pytest.approx((known.mean(), known.var()), rel=1e-5)
    assert found.sd == pytest.approx(known.std(), rel=1e-5)
    q = np.random.default_rng(2).random(200) * 0.998 + 0.001
    assert found.ppf(q) == pytest.approx(known.ppf(q), abs=1 if p < 1e-3 else 0)
    assert tuple(found.interval(0.9)) == pytest.approx(known.interval(0.9), abs=1 if p < 1e-3 else 0)
    assert (found.unit, found.trials, found.std_error, found.beyond) == ("attempts", None, 0.0, 0.0)
    assert found.share_std_error(0.4) == 0


# The p-value of a chi-squared test is below 1e-6 in one of a million right samplers; the seed is fixed.
def test_draws_follow_it() -> None:
    found, known = needed(cold(0.1), 5), stats.nbinom(5, 0.1, loc=5)
    drawn = found.rvs(100_000, seed=7)
    low, high = map(int, known.interval(0.998))
    counts = np.bincount(np.clip(drawn, low, high), minlength=high + 1)[low:]
    expected = 100_000 * np.diff([0.0, *known.cdf(np.arange(low, high)), 1.0])
    assert stats.chisquare(counts, expected).pvalue > 1e-6 > stats.chisquare(np.roll(counts, 1), expected).pvalue
    assert type(found.rvs(seed=1)) is int and found.rvs((2, 3), seed=7).tolist() == drawn[:6].reshape(2, 3).tolist()


@pytest.mark.parametrize("options", [
    {"warm": 0.3, "rates": {"cold.meeting": "beta(20, 180)"}},
    {"calls": 60},
    {"strategy": "snowball"},
    {"strategy": "snowball", "hours": 30},
    {"max_attempts": 3, "rates": {"cold.reach": 0.3, "cold.reachable": 0.6}},
])
@pytest.mark.parametrize("solve", ["attempts", "hours", "referrals", "contacts", "attempts-per-contact"])
def test_its_quantiles_are_plans(options: dict[str, Any], solve: Any) -> None:
    campaign = outreach.Campaign(**options)
    try:
        plan = outreach.plan(campaign, meetings=4, confidence=0.8, solve=solve, trials=3000)
    except ValueError:
        return
    smallest = [plan.attempts, plan.hours and round(60 * plan.hours), plan.referrals, plan.contacts, plan.attempts_per_contact]
    (size,) = [one for one in smallest if one is not None] or [None]
    found = plan.needed
    if found is None:
        # Of uncertain introductions more may be worse; where each size is a simulation, there is no one sample.
        assert solve == "referrals" or (plan.computed == "simulated" and solve in ("contacts", "attempts-per-contact"))
        return
    assert found.unit == {"hours": "minutes"}.get(solve, solve.replace("-", " "))
    assert (found.trials is None) == (plan.computed == "exact")
    if size is not None:
        assert found.ppf(0.8) == size and found.cdf(size) == pytest.approx(plan.probability, rel=1e-9)
    else:
        assert found.beyond == pytest.approx(1 - plan.probability, abs=1e-8) and math.isnan(found.mean)


def test_what_lies_beyond_the_limits_is_not_known() -> None:
    found = needed(cold(0.1), 15, max=100)
    reached = stats.binom(100, 0.1).sf(14)
    assert found.beyond == pytest.approx(1 - reached, rel=1e-12) and found.support == (25, 100)
    assert found.cdf(100) == pytest.approx(reached, rel=1e-12) and found.sf(99) == pytest.approx(1 - found.cdf(99))
    assert all(math.isnan(number) for number in (found.mean, found.sd, found.cdf(101), found.sf(101), found.pmf(101), found.at_least(102)))
    assert found.ppf(0.01) == stats.nbinom(15, 0.1, loc=15).ppf(0.01)
    for wrong in (lambda: found.ppf(0.5), lambda: found.interval(0.9), lambda: found.rvs(3)):
        with pytest.raises(ValueError, match=r"P\(attempts needed ≤ 100\) = 0.07257"):
            wrong()
    with pytest.raises(ValueError, match="not a probability"):
        found.ppf(2)


# E[1/p] of Beta(a, b) is (a + b - 1)/(a - 1), E[1/p²] is (a + b - 1)(a + b - 2)/((a - 1)(a - 2)): infinite up to a = 1 and 2.
@pytest.mark.parametrize("a, known", [(1, ""), (2, "mean"), (20, "mean var")])
def test_moments_that_hang_on_rates_near_zero_are_not_told(a: float, known: str) -> None:
    b, meetings = 9 * a, 5
    found = needed(cold(f"beta({a}, {b})"), meetings)
    assert found.ppf(0.5) > 0
    if "mean" in known:
        inverse = (a + b - 1) / (a - 1)
        assert found.mean == pytest.approx(meetings * inverse, rel=2e-4)
    else:
        assert math.isnan(found.mean)
    if "var" in known:
        square = (a + b - 1) * (a + b - 2) / ((a - 1) * (a - 2))
        assert found.var == pytest.approx(meetings * (square - inverse) + meetings**2 * (square - inverse**2), rel=2e-4)
    else:
        assert math.isnan(found.var) and math.isnan(found.sd)


def test_a_simulated_one_has_standard_errors() -> None:
    campaign = outreach.Campaign(strategy="snowball", hours=100)
    plan = outreach.plan(campaign, meetings=3, trials=5000, threads=1)
    found = plan.needed
    assert found is not None and found.trials == 5000
    assert found.std_error == pytest.approx(found.sd / math.sqrt(5000)) and 0 < found.share_std_error(0.5) < 0.01
    again = pickle.loads(pickle.dumps(plan)).needed
    assert again == found and again is not found and plan.needed is found
    assert pickle.loads(pickle.dumps(found)) == found


def test_it_is_drawn_in_its_unit() -> None:
    import matplotlib

    matplotlib.use("agg")
    assert needed(cold(0.2), 2).plot().get_xlabel() == "attempts"
    assert outreach.simulate(cold(0.2), trials=10).plot().get_xlabel() == "meetings"


def test_a_wide_one_is_drawn_in_bars_of_several() -> None:
    import matplotlib

    matplotlib.use("agg")
    found = needed(cold(2e-4), 3)
    drawn = found.plot()
    bars = drawn.patches
    assert 250 < len(bars) <= 500 and drawn.get_ylabel().startswith("probability of ")
    assert sum(bar.get_height() for bar in bars) == pytest.approx(99.9, abs=0.2)  # type: ignore[attr-defined]

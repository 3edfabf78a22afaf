"""Distributions answer as scipy's do, exact where an exact one is known."""

from __future__ import annotations

import math
import pickle
from typing import Any

import numpy as np
import outreach
import pytest
from scipy import stats

FAMILIES = [
    (n, p) for n in (1, 7, 100, 2000) for p in (1e-3, 0.1, 0.5, 0.97)
]


def binomial(n: int, p: float) -> outreach.Yield:
    return outreach.simulate(outreach.Campaign(calls=n, strategy="cold", rates={"cold.meeting": p}), trials=2000)


@pytest.mark.parametrize("n, p", FAMILIES)
def test_a_yield_is_a_binomial_distribution(n: int, p: float) -> None:
    found, known = binomial(n, p), stats.binom(n, p)
    assert found.exact is not None
    assert found.mean == pytest.approx(known.mean(), rel=1e-12)
    assert (found.sd, found.var) == pytest.approx((known.std(), known.var()), rel=1e-12)
    k = np.concatenate([np.arange(-2, n + 3), [0.5, n - 0.5, n + 0.5, -0.5]])
    for name in ("cdf", "sf"):
        np.testing.assert_allclose(getattr(found, name)(k), getattr(known, name)(k), rtol=1e-9, atol=1e-280)
    np.testing.assert_allclose(found.pmf(k), np.where(k % 1 == 0, known.pmf(k), 0), rtol=1e-9, atol=1e-280)
    np.testing.assert_allclose(found.at_least(k), known.sf(np.ceil(k) - 1), rtol=1e-9, atol=1e-280)
    q = np.random.default_rng(1).random(200)
    assert found.ppf(q).tolist() == known.ppf(q).tolist()
    assert tuple(found.interval(0.9)) == known.interval(0.9)


def test_numbers_are_numbers_and_shapes_are_kept() -> None:
    found = binomial(50, 0.2)
    assert all(type(number) is float for number in (found.mean, found.sd, found.var, found.pmf(3), found.sf(3)))
    assert type(found.ppf(0.5)) is int and type(found.rvs(seed=1)) is int
    assert found.cdf([[1, 2], [3, 4]]).shape == (2, 2) and found.ppf(np.zeros((2, 0))).shape == (2, 0)
    assert found.cdf(10**30) == 1 and found.at_least([3, 10**30]).tolist() == [found.at_least(3), 0]
    assert math.isnan(found.cdf(math.nan)) and found.cdf(math.inf) == 1 and found.sf(-math.inf) == 1
    low, high = found.interval(0.9)
    assert found.interval(0.9).probability == pytest.approx(found.cdf(high) - found.cdf(low - 1), abs=1e-14)
    assert pickle.loads(pickle.dumps(found.interval())) == found.interval()


def test_an_interval_of_several_is_shown() -> None:
    found = outreach.simulate(outreach.Campaign(strategy="cold"), trials=10).interval([0.5, 0.9])
    told = repr(found)
    assert told.startswith("Interval(low=array([8, 5]), high=array([12, 15]), probability=array([0.595")
    assert repr(outreach.simulate(outreach.Campaign(strategy="cold"), trials=10).interval()).endswith("probability=0.9364)")


# The smallest count drawn was 35, and the support (0, 62); the quantile of 1 was where double precision has no more digits.
def test_the_support_ends_where_probabilities_do() -> None:
    counts = outreach.simulate(outreach.Campaign(calls=100), trials=2000)
    mean = outreach.plan(outreach.Campaign(), meetings=5).needed
    averaged = outreach.simulate(outreach.Campaign(preset="published"), trials=2000)
    assert counts.simulated.support[0] == np.argmax(counts.simulated.counts > 0) > 0 and mean is not None
    for found in (counts.distribution, counts.simulated, averaged.distribution, averaged.simulated, binomial(2000, 0.97).distribution, mean):
        first, last = found.support
        assert found.masses[0] > 0 and found.masses[-1] > 0 and len(found.masses) == last - first + 1
        assert (found.ppf(0), found.ppf(1), found.ppf([1.0]).tolist()) == (first, last, [last])
        assert tuple(found.interval(1)) == (first, last) and found.cdf(last) == 1 and found.at_least(first) == 1
        assert found.pmf(first) == found.masses[0] and found.cdf(first) == pytest.approx(found.masses[0]) and found.cdf(first - 1) == 0


@pytest.mark.parametrize("wrong", [lambda y: y.ppf(1.5), lambda y: y.ppf([0.5, -0.1]), lambda y: y.interval(90), lambda y: y.ppf(math.nan)])
def test_what_is_no_probability_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="is not a probability"):
        wrong(binomial(5, 0.5))
    with pytest.raises(TypeError, match="not a number"):
        binomial(5, 0.5).cdf("3")  # type: ignore[call-overload]


def test_quantiles_are_those_of_the_command() -> None:
    for campaign in (outreach.Campaign(), outreach.Campaign(strategy="snowball"), outreach.Campaign(hours=6, rates={"cold.meeting": "beta(2, 18)"})):
        found = outreach.simulate(campaign, trials=5000, at_least=[3, 12])
        told = found.to_dict()["meetings"]
        assert {float(q): k for q, k in told["quantiles"].items()} == {q: found.simulated.ppf(q) for q in (0.05, 0.25, 0.5, 0.75, 0.95)}
        assert told["at_least"] == {str(k): found.simulated.at_least(k) for k in (3, 12)}
        assert (told["mean"], told["std_error"], told["sd"]) == (found.simulated.mean, found.simulated.std_error, found.simulated.sd)
        assert told["central90"]["probability"] == pytest.approx(found.simulated.interval(0.9).probability)
        errors = told["at_least_std_error"]
        assert errors == pytest.approx({str(k): found.simulated.share_std_error(found.simulated.at_least(k)) for k in (3, 12)})
        if (exact := found.to_dict()["exact"]) is not None:
            assert (exact["mean"], exact["sd"]) == (found.mean, found.sd)
            assert exact["at_least"] == pytest.approx({str(k): found.at_least(k) for k in (3, 12)}, rel=1e-12)


def test_without_an_exact_distribution_the_simulated_one_answers() -> None:
    found = outreach.simulate(outreach.Campaign(strategy="snowball", hours=5), trials=3000)
    assert found.exact is None and found.exact_reason and found.distribution == found.simulated
    assert found.mean == found.simulated.mean and found.cdf(3) == found.simulated.counts[:4].sum() / 3000


# The p-value of a chi-squared test is below 1e-6 in one of a million right samplers; the seed is fixed.
def test_draws_follow_the_distribution() -> None:
    found = binomial(40, 0.3)
    drawn = found.rvs(100_000, seed=7)
    assert found.rvs((2, 3), seed=7).tolist() == drawn[:6].reshape(2, 3).tolist()
    low, high = found.interval(0.998)
    counts = np.bincount(np.clip(drawn, low, high), minlength=high + 1)[low:]
    expected = 100_000 * np.diff([0.0, *found.cdf(np.arange(low, high)), 1.0])
    assert stats.chisquare(counts, expected).pvalue > 1e-6
    assert stats.chisquare(np.roll(counts, 1), expected).pvalue < 1e-6


def test_one_trial_has_no_spread() -> None:
    found = outreach.simulate(outreach.Campaign(strategy="snowball", hours=5), trials=1)
    assert math.isnan(found.sd) and math.isnan(found.simulated.std_error)
    assert repr(found).startswith("<Yield: ") and "nan" in repr(found.simulated)


def test_everything_of_the_dictionary_is_an_attribute(log: Any) -> None:
    from test_api import every_answer

    own = {"exact", "pairs", "groups"}
    for answer in every_answer(log):
        for name, value in answer.to_dict().items():
            assert name in own or getattr(answer, name) == value, name
            assert type(answer).__dict__.get(name) or any(name in base.__dict__ for base in type(answer).__mro__), name
    changed = outreach.simulate(outreach.Campaign(), trials=10)
    changed.meetings["mean"] = 7
    assert changed.meetings["mean"] != 7 and changed.rounds is None


def test_groups_of_a_forecast_are_distributions() -> None:
    import pandas

    frame = pandas.DataFrame({"probability": [0.2, 0.3, 0.5], "team": ["a", "b", "a"]})
    found = outreach.forecast(frame, group_by="team")
    assert [group.group for group in found.groups] == [None, "a", "b"] and found.exact == found.distribution
    assert found["a"].mean == pytest.approx(0.7) and found["b"].pmf([0, 1]) == pytest.approx([0.7, 0.3])
    assert found.mean == pytest.approx(1.0) and found[None].sd == found.sd
    assert found["a"].support == (0, 2) and found.support == (0, 3) == found.distribution.support
    assert found["a"] == found["a"] != found["b"] and len({found["a"], found["a"], found["b"], found[None]}) == 3
    assert found["a"].exact == found["a"].distribution
    averaged = outreach.forecast(pandas.DataFrame({"kind": ["cold", "warm"], "tries": [1, 2]}), attempts_column="tries", campaign=outreach.Campaign(preset="published", max_attempts=3))
    assert averaged.exact is None and averaged[None].exact is None
    yields = outreach.simulate(outreach.Campaign(calls=7), trials=10)
    assert yields.support == yields.distribution.support
    with pytest.raises(KeyError):
        found["c"]


def test_the_curve_of_a_plan() -> None:
    plan = outreach.plan(outreach.Campaign(), meetings=5)
    efforts, probabilities = plan.curve
    at = list(efforts).index(78) if 78 in efforts else int(np.searchsorted(efforts, 78))
    assert probabilities[at] >= 0.9 and (np.diff(probabilities) >= 0).all() and len(efforts) > 10


def test_the_campaign_of_a_plan_reaches_its_target() -> None:
    contacts = outreach.Campaign(rates={"cold.reach": 0.08, "cold.reachable": 0.5}, max_attempts=4)
    for campaign, solve in [
        (outreach.Campaign(), "attempts"),
        (outreach.Campaign(calls=60), "referrals"),
        (outreach.Campaign(warm=0.3, rates={"cold.meeting": "beta(2, 18)"}), "attempts"),
        (contacts, "contacts"),
        (contacts.replace(contacts=300, max_attempts=9), "attempts-per-contact"),
    ]:
        plan = outreach.plan(campaign, meetings=5, solve=solve)  # type: ignore[arg-type]
        assert plan.campaign is not None and plan.probability >= 0.9
        assert outreach.simulate(plan.campaign, trials=10).at_least(5) == pytest.approx(plan.probability, rel=1e-9)
    assert outreach.plan(outreach.Campaign(), meetings=50, max=100).campaign is None
    hours = outreach.plan(outreach.Campaign(), meetings=3, solve="hours")
    assert outreach.simulate(hours.campaign).at_least(3) == pytest.approx(hours.probability, abs=0.01)  # type: ignore[arg-type]

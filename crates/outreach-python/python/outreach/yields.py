"""The yield of a campaign: how many meetings it brings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import SupportsFloat, SupportsIndex, final

from outreach import _outreach as native
from outreach import words
from outreach.answers import Call
from outreach.campaign import Campaign, scenario
from outreach.distributed import Distributed
from outreach.distributions import Distribution, Sample
from outreach.fields import SimulateFields


@final
class Yield(SimulateFields, Distributed):
    """How many meetings a campaign brings: the exact distribution where there is one, and the simulation beside it."""

    __slots__ = ()

    @property
    def exact(self) -> Distribution | None:
        """The exact distribution, or None where there is none: `exact_reason` says why."""
        exact = self._distributions.exact
        return exact[0] if exact else None

    @property
    def simulated(self) -> Sample:
        """What the trials came to, with standard errors."""
        sample = self._distributions.sample
        assert sample is not None
        return sample

    @property
    def distribution(self) -> Distribution:
        """The exact distribution where there is one, else the simulated one: what `mean`, `cdf`, `interval`, … are of."""
        return self.exact or self.simulated


def simulate(
    campaign: Campaign,
    *,
    trials: SupportsIndex | None = None,
    seed: words.Seed = 42,
    threads: SupportsIndex | None = None,
    at_least: SupportsIndex | Iterable[SupportsIndex] = (),
    precision: SupportsFloat | None = None,
    so_far: words.SoFar | None = None,
    calls_per_week: SupportsIndex | None = None,
    hours_per_week: SupportsFloat | None = None,
) -> Yield:
    """One campaign's yield; without a strategy it is `mixed`.

    Args:
        campaign: What is played.
        trials: Simulated campaigns: 100,000 unless given, with a precision at most 1,000,000,000.
        seed: The same seed gives the same answer; "random" draws one.
        threads: One per core unless given: they change the time and nothing else.
        at_least: Also how likely at least this many meetings are.
        precision: Stops when the standard error of the mean is at most this many meetings.
        so_far: What the campaign has brought so far; the answer is of the rest.
        calls_per_week: Also what each week brings at this many calls a week.
        hours_per_week: The same by the hours of a week, instead of calls.

    Raises:
        ValueError: For values that are not accepted.

    >>> simulate(Campaign(strategy="cold")).ppf([0.05, 0.95])
    array([ 5, 15])
    """
    sure = words.optional("precision", precision)
    many, begin, least = words.trials(trials), words.seed(seed), words.at_least(at_least)
    (calls, hours), made = words.pace(calls_per_week, hours_per_week), words.so_far(so_far)
    answer = native.simulate(scenario(campaign), made, many, begin, sure, least, calls, hours, words.threads(threads))
    options = {"trials": many, "seed": begin, "precision": sure, "at_least": least, "so_far": so_far}
    options |= {"calls_per_week": calls, "hours_per_week": hours}
    return Yield._of(answer, Call("simulate", (campaign,), options))

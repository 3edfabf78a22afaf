"""The yield of a campaign: how many meetings it brings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, SupportsFloat, SupportsIndex, final

import numpy as np

from outreach import _outreach as native
from outreach import words
from outreach.answers import Answer, Call
from outreach.campaign import Campaign, scenario

if TYPE_CHECKING:
    import numpy.typing as npt


@final
class Yield(Answer):
    """How many meetings a campaign brings: the exact distribution where there is one, and the simulation beside it."""

    __slots__ = ()
    _WHOLE_COLUMNS = frozenset({"meetings", "trials"})

    @property
    def mean(self) -> float:
        """The mean number of meetings held, simulated."""
        return float(self._json["meetings"]["mean"])

    @property
    def std_error(self) -> float:
        """The standard error of the mean."""
        return float(self._json["meetings"]["std_error"])

    @property
    def sd(self) -> float:
        """The standard deviation, simulated."""
        return float(self._json["meetings"]["sd"])

    @property
    def trials(self) -> int:
        """The number of simulated campaigns."""
        return int(self._json["trials"])

    @property
    def seed(self) -> int:
        """The seed."""
        return int(self._json["seed"])

    @property
    def counts(self) -> npt.NDArray[np.uint64]:
        """How many trials came to 0, 1, 2, … meetings; cannot be written."""
        counts = self._native.counts
        assert counts is not None
        return np.frombuffer(counts, dtype="<u8")

    @property
    def pmf(self) -> npt.NDArray[np.float64] | None:
        """The exact probability of 0, 1, 2, … meetings, where it is known; cannot be written."""
        pmf = self._native.pmf
        return None if pmf is None else np.frombuffer(pmf, dtype="<f8")

    def quantile(self, q: float) -> int:
        """The smallest number of meetings that is not exceeded with this probability: exact where the distribution is known.

        Raises:
            ValueError: For what is no probability.
        """
        if not 0 <= q <= 1:
            raise ValueError(f"q = {q} is not a probability (0 to 1)")
        pmf = self.pmf
        below = np.cumsum(self.counts / self.trials if pmf is None else pmf)
        # The masses add up to 1 but for rounding.
        found = int(np.searchsorted(below, q * (1 - 1e-12)))
        return min(found, len(below) - 1)

    def _told(self) -> str:
        meetings = self._json["meetings"]
        quantiles = "/".join(str(count) for count in meetings["quantiles"].values())
        mean = f"{meetings['mean']:.3f} ± {meetings['std_error']:.3f}"
        return f"mean={mean}, quantiles={quantiles}, trials={self.trials}, seed={self.seed}"


def simulate(
    campaign: Campaign,
    *,
    trials: SupportsIndex | None = None,
    seed: words.Seed = 42,
    threads: SupportsIndex | None = None,
    at_least: SupportsIndex | Iterable[SupportsIndex] = (),
    precision: SupportsFloat | None = None,
    so_far: words.SoFar | None = None,
) -> Yield:
    """One campaign's yield; without a strategy it is `mixed`.

    Args:
        campaign: What is played.
        trials: Simulated campaigns: 100,000 unless given, with a precision at most 1,000,000,000.
        seed: The same seed gives the same answer; "random" draws one.
        threads: One per core unless given: they change the time and nothing else.
        at_least: Also how likely at least so many meetings are.
        precision: Stops when the standard error of the mean is at most this.
        so_far: What the campaign has brought so far; the answer is of the rest.

    Raises:
        ValueError: For values that are not accepted.

    >>> simulate(Campaign(strategy="cold"), trials=10_000).quantile(0.95)
    15
    """
    sure = words.optional("precision", precision)
    many, begin, least = words.trials(trials, sure), words.seed(seed), words.at_least(at_least)
    made = words.so_far(so_far)
    answer = native.simulate(scenario(campaign), made, many, begin, sure, least, words.threads(threads))
    options = {"trials": many, "seed": begin, "precision": sure, "at_least": least, "so_far": so_far}
    return Yield._of(answer, Call("simulate", (campaign,), options))

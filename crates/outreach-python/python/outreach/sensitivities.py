"""Which rate moves the yield."""

from __future__ import annotations

from typing import Any, SupportsIndex, final

from outreach import _outreach as native
from outreach import words
from outreach.answers import Answer, Call
from outreach.campaign import Campaign, scenario


@final
class Sensitivity(Answer):
    """What the yield is at the ends of each rate's range, and what it would be worth to know a rate."""

    __slots__ = ()

    @property
    def base(self) -> float:
        """The mean yield with the rates as they are."""
        return float(self._json["base"])

    @property
    def bars(self) -> list[dict[str, Any]]:
        """Each rate's range and the yields at its ends, the widest first."""
        bars: list[dict[str, Any]] = self.to_dict()["bars"]
        return bars

    def _told(self) -> str:
        bars = self._json["bars"]
        widest = f", {bars[0]['rate']} first of {len(bars)}" if bars else ""
        return f"base={self.base:.3f}{widest}"


def sensitivity(
    campaign: Campaign,
    *,
    trials: SupportsIndex | None = None,
    seed: words.Seed = 42,
    threads: SupportsIndex | None = None,
) -> Sensitivity:
    """Which rate moves the yield of a campaign, which unknown matters, and what to log to know it.

    Args:
        campaign: Without a strategy it is `mixed`.
        trials: Where there is no exact distribution: 100,000 unless given.
        seed: The same seed gives the same answer; "random" draws one.
        threads: One per core unless given: they change the time and nothing else.

    Raises:
        ValueError: For values that are not accepted.

    >>> sensitivity(Campaign(preset="published"))
    Sensitivity(base=3.046, cold.reach first of 14)
    """
    many, begin = words.trials(trials), words.seed(seed)
    answer = native.sensitivity(scenario(campaign), many, begin, words.threads(threads))
    return Sensitivity._of(answer, Call("sensitivity", (campaign,), {"trials": many, "seed": begin}))

"""Which rate moves the yield."""

from __future__ import annotations

from typing import SupportsIndex, final

from outreach import _outreach as native
from outreach import words
from outreach.answers import Call
from outreach.campaign import Campaign, scenario
from outreach.fields import SensitivityFields


@final
class Sensitivity(SensitivityFields):
    """What the yield is at the ends of each rate's range, and what it would be worth to know a rate."""

    __slots__ = ()


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

    >>> sensitivity(Campaign(preset="published")).bars[0]["rate"]
    'cold.reach'
    """
    many, begin = words.trials(trials), words.seed(seed)
    answer = native.sensitivity(scenario(campaign), many, begin, words.threads(threads))
    return Sensitivity._of(answer, Call("sensitivity", (campaign,), {"trials": many, "seed": begin}))

"""Which rate moves the yield."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, SupportsIndex, final

from outreach import _outreach as native
from outreach import words
from outreach.answers import Call
from outreach.campaign import Campaign, scenario
from outreach.fields import SensitivityFields

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@final
class Sensitivity(SensitivityFields):
    """What the yield is at the ends of each rate's range, and what it would be worth to know a rate."""

    __slots__ = ()

    def plot(self, ax: Axes | None = None, **style: Any) -> Axes:
        """A tornado on axes of matplotlib, which are made unless given: the mean yield from one end of each rate's range to the other,
        of those that move it; `style` is of `Axes.barh`.

        Raises:
            ModuleNotFoundError: Without matplotlib.
        """
        from outreach import plots

        ends = ((bar["rate"], bar["yield_at_low"], bar["yield_at_high"]) for bar in self.bars)
        moving = [(rate, min(one, other), max(one, other)) for rate, one, other in ends if one is not None and other is not None and one != other]
        names, lows, highs = zip(*moving, strict=True) if moving else ((), (), ())
        drawn = plots.ranges(names, lows, highs, ax, **style)
        drawn.axvline(self.base, color="0.5", linewidth=1)
        drawn.set_xlabel("meetings")
        return drawn


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

"""Pictures on axes of matplotlib, which is imported when one is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from outreach import extras

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from outreach.distributions import Distribution


MOST_BARS = 500


def axes(ax: Axes | None) -> Axes:
    """These axes, or new ones."""
    if ax is not None:
        return ax
    made: Axes = extras.imported("matplotlib.pyplot", "plot").subplots(layout="constrained")[1]
    return made


def bars(distribution: Distribution, ax: Axes | None, **style: Any) -> Axes:
    """The probability of each count but the rarest, in per cent, with the central 90 % marked."""
    drawn = axes(ax)
    from matplotlib.ticker import MaxNLocator

    first, last = distribution.ppf([0.0005, 0.9995])
    # So many bars are seen; a hundred thousand would be drawn for half a minute.
    together = -((first - last - 1) // MOST_BARS)
    counts = np.arange(first, last + 1, together)
    low, high = distribution.interval(0.9)
    heights = distribution.cdf(counts + together - 1) - distribution.cdf(counts - 1) if together > 1 else distribution.pmf(counts)
    drawn.bar(counts + (together - 1) / 2, 100 * heights, **{"width": 0.8 * together, **style})
    for end in (low - 0.5, high + 0.5):
        drawn.axvline(end, color="0.5", linewidth=1, linestyle=":")
    drawn.set_xlabel(distribution.unit)
    drawn.set_ylabel(f"probability of {together} together [%]" if together > 1 else "probability [%]")
    # Whole numbers alone.
    drawn.xaxis.set_major_locator(MaxNLocator(integer=True))
    return drawn


def tails(distributions: Mapping[str, Distribution], ax: Axes | None, **style: Any) -> Axes:
    """The probability in per cent of at least this many, of several distributions."""
    drawn = axes(ax)
    from matplotlib.ticker import MaxNLocator

    first = min(int(one.ppf(0.0005)) for one in distributions.values())
    last = max(int(one.ppf(0.9995)) for one in distributions.values())
    counts = np.arange(first, last + 2)
    for name, one in distributions.items():
        drawn.step(counts, 100 * one.at_least(counts), where="mid", label=name, **style)
    drawn.set_xlabel("at least so many meetings")
    drawn.set_ylabel("probability [%]")
    drawn.xaxis.set_major_locator(MaxNLocator(integer=True))
    drawn.legend()
    return drawn


def ranges(names: Sequence[str], lows: Any, highs: Any, ax: Axes | None, **style: Any) -> Axes:
    """A bar from end to end for each name, the first one on top."""
    drawn = axes(ax)
    drawn.barh(names, np.subtract(highs, lows), left=lows, **{"height": 0.6, **style})
    drawn.invert_yaxis()
    return drawn


def forecasts(calls: Any, ends: tuple[Any, Any], outcomes: Any, ax: Axes | None, **style: Any) -> Axes:
    """What was forecast after so many calls, from end to end, and what happened."""
    drawn = axes(ax)
    drawn.fill_between(calls, *ends, **{"alpha": 0.3, "label": "forecast, 80 %", **style})
    drawn.plot(calls, outcomes, "o", color="0.2", markersize=4, label="what happened")
    drawn.legend()
    return drawn


def curve(efforts: Any, probabilities: Any, labels: tuple[str, str], ax: Axes | None, **style: Any) -> Axes:
    """A probability in per cent that grows with an effort."""
    drawn = axes(ax)
    drawn.plot(efforts, 100 * probabilities, **style)
    drawn.set_xlabel(labels[0])
    drawn.set_ylabel(labels[1])
    drawn.set_ylim(0, 100)
    return drawn

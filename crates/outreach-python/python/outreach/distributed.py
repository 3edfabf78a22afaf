"""What has the distribution of a number of meetings: yields, forecasts and their groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from outreach.distributions import Distribution, Interval

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes

    from outreach.distributions import Counts, Reals


class Distributed:
    """What has the distribution of a count: the exact one where it is known, else the simulated one."""

    __slots__ = ()

    @property
    def distribution(self) -> Distribution:
        """The distribution."""
        raise NotImplementedError

    @property
    def mean(self) -> float:
        """The mean number of meetings held."""
        return self.distribution.mean

    @property
    def sd(self) -> float:
        """The standard deviation; NaN where one trial is all there is."""
        return self.distribution.sd

    @property
    def var(self) -> float:
        """The variance; NaN where one trial is all there is."""
        return self.distribution.var

    @property
    def support(self) -> tuple[int, int]:
        """The smallest and the largest number of meetings with a probability above zero, to double precision."""
        return self.distribution.support

    @overload
    def pmf(self, k: float) -> float: ...
    @overload
    def pmf(self, k: Reals) -> Any: ...
    def pmf(self, k: Any) -> Any:
        """P(meetings = k), of a number or an array."""
        return self.distribution.pmf(k)

    @overload
    def cdf(self, k: float) -> float: ...
    @overload
    def cdf(self, k: Reals) -> Any: ...
    def cdf(self, k: Any) -> Any:
        """P(meetings ≤ k), of a number or an array."""
        return self.distribution.cdf(k)

    @overload
    def sf(self, k: float) -> float: ...
    @overload
    def sf(self, k: Reals) -> Any: ...
    def sf(self, k: Any) -> Any:
        """P(meetings > k), of a number or an array."""
        return self.distribution.sf(k)

    @overload
    def at_least(self, k: float) -> float: ...
    @overload
    def at_least(self, k: Reals) -> Any: ...
    def at_least(self, k: Any) -> Any:
        """P(meetings ≥ k), of a number or an array."""
        return self.distribution.at_least(k)

    @overload
    def ppf(self, q: float) -> int: ...
    @overload
    def ppf(self, q: Reals) -> Any: ...
    def ppf(self, q: Any) -> Any:
        """The quantile: the smallest number of meetings with P(meetings ≤ k) ≥ q, of a probability or an array."""
        return self.distribution.ppf(q)

    @overload
    def interval(self, confidence: float = 0.9) -> Interval[int]: ...
    @overload
    def interval(self, confidence: Reals) -> Interval[Any]: ...
    def interval(self, confidence: Any = 0.9) -> Any:
        """The central range that holds at least this probability: its ends, and its own probability."""
        return self.distribution.interval(confidence)

    @overload
    def rvs(self, size: None = None, seed: int | np.random.Generator | None = None) -> int: ...
    @overload
    def rvs(self, size: int | tuple[int, ...], seed: int | np.random.Generator | None = None) -> Counts: ...
    def rvs(self, size: Any = None, seed: int | np.random.Generator | None = None) -> Any:
        """Numbers of meetings drawn from the distribution."""
        return self.distribution.rvs(size, seed)

    def plot(self, ax: Axes | None = None, **style: Any) -> Axes:
        """Bars of the probabilities on axes of matplotlib, which are made unless given; `style` is of `Axes.bar`.

        Raises:
            ModuleNotFoundError: Without matplotlib.
        """
        return self.distribution.plot(ax, **style)

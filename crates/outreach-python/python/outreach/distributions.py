"""Distributions of counts, which answer as those of `scipy.stats` do."""

from __future__ import annotations

from functools import cached_property
from numbers import Real
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, NoReturn, TypeAlias, TypeVar, final, overload

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt
    from matplotlib.axes import Axes

    Counts = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]
    Reals = npt.ArrayLike

C = TypeVar("C")
Raw: TypeAlias = tuple[
    "tuple[bytes, float, float, float, float] | None", list[tuple[int, float, float, bytes]], tuple[bytes, bytes]
]
"""What the library hands over: a sample, distributions, a curve."""

_ROUNDING = 1e-13
"""What rounding may take from a cumulative probability before a quantile moves by one."""


class Interval(tuple[C, C], Generic[C]):
    """The ends of a central range, `low, high = …`, which knows the probability of what lies between them."""

    probability: Any
    """P(low ≤ count ≤ high): counts are discrete, and this is what was asked for or more."""

    def __new__(cls, low: C, high: C, probability: Any) -> Interval[C]:
        made = super().__new__(cls, (low, high))
        made.probability = probability
        return made

    @property
    def low(self) -> C:
        """The lower end."""
        return self[0]

    @property
    def high(self) -> C:
        """The upper end."""
        return self[1]

    def __getnewargs__(self) -> tuple[C, C, Any]:
        return self[0], self[1], self.probability

    def __repr__(self) -> str:
        held = f"{self.probability:.4g}" if np.ndim(self.probability) == 0 else repr(self.probability)
        return f"Interval(low={self.low!r}, high={self.high!r}, probability={held})"


class Distribution:
    """The distribution of a count.

    Counts `k` and probabilities `q` are numbers or arrays; the answer is a number or an array of the same shape.
    """

    __slots__ = ("__dict__",)
    _first: int
    _mean: float
    _var: float
    _masses: Floats
    _beyond: float = 0.0
    """What every answer beyond the support is added to: NaN where these are not known."""

    @classmethod
    def _of(cls, first: int, mean: float, var: float, masses: bytes) -> Distribution:
        made = cls.__new__(cls)
        made.__dict__.update(_first=first, _mean=mean, _var=var, _masses=np.frombuffer(masses, dtype="<f8"))
        return made

    def __init__(self) -> None:
        raise TypeError(f"a {type(self).__name__} is a part of an answer")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a {type(self).__name__} does not change")

    @property
    def unit(self) -> str:
        """What is counted."""
        return "meetings"

    @property
    def mean(self) -> float:
        """E[count], in the unit."""
        return self._mean

    @property
    def var(self) -> float:
        """The variance, in the square of the unit; NaN of a sample of one trial."""
        return self._var

    @property
    def sd(self) -> float:
        """The standard deviation, in the unit; NaN of a sample of one trial."""
        return float(np.sqrt(self._var))

    @property
    def support(self) -> tuple[int, int]:
        """The smallest and the largest count with a probability above zero, to double precision."""
        return self._first, self._first + len(self._masses) - 1

    @property
    def masses(self) -> Floats:
        """The probability of each count of the support, an array of shape (last - first + 1,) that cannot be written."""
        return self._masses

    # Running sums from both ends: small tails keep their digits.

    @cached_property
    def _at_most(self) -> Floats:
        found = np.minimum(np.cumsum(self._masses, dtype=np.longdouble).astype(np.float64), 1.0)
        found[-1] = 1.0
        return found

    @cached_property
    def _at_least(self) -> Floats:
        return np.minimum(np.cumsum(self._masses[::-1], dtype=np.longdouble)[::-1].astype(np.float64), 1.0)

    def _among(self, values: Floats, k: Floats, below: float, above: float) -> Floats:
        """The value at each whole number k; NaN for NaN."""
        first, last = self.support
        inside = values[np.clip(np.nan_to_num(k) - first, 0, last - first).astype(np.int64)]
        found: Floats = np.where(k < first, below, np.where(k > last, above + self._beyond, inside))
        return np.where(np.isnan(k), np.nan, found)

    @overload
    def pmf(self, k: float) -> float: ...
    @overload
    def pmf(self, k: Reals) -> Any: ...
    def pmf(self, k: Any) -> Any:
        """P(count = k); 0 for what is no whole number."""
        at = _floats("k", k)
        return _plain(np.where(at == np.floor(at), self._among(self._masses, at, 0.0, 0.0), np.where(np.isnan(at), np.nan, 0.0)))

    @overload
    def cdf(self, k: float) -> float: ...
    @overload
    def cdf(self, k: Reals) -> Any: ...
    def cdf(self, k: Any) -> Any:
        """P(count ≤ k)."""
        return _plain(self._among(self._at_most, np.floor(_floats("k", k)), 0.0, 1.0))

    @overload
    def at_least(self, k: float) -> float: ...
    @overload
    def at_least(self, k: Reals) -> Any: ...
    def at_least(self, k: Any) -> Any:
        """P(count ≥ k)."""
        at = np.ceil(_floats("k", k))
        return _plain(np.where(at <= self._first, 1.0, self._among(self._at_least, at, 1.0, 0.0)))

    @overload
    def sf(self, k: float) -> float: ...
    @overload
    def sf(self, k: Reals) -> Any: ...
    def sf(self, k: Any) -> Any:
        """P(count > k), summed from the large end, so that small tails keep their digits."""
        return self.at_least(np.floor(_floats("k", k)) + 1)

    @overload
    def ppf(self, q: float) -> int: ...
    @overload
    def ppf(self, q: Reals) -> Any: ...
    def ppf(self, q: Any) -> Any:
        """The smallest count with P(count ≤ k) ≥ q.

        Raises:
            ValueError: For what is no probability.
        """
        asked = _floats("q", q)
        self._check("q", asked)
        # Of 1 it is the end of the support, however small the probabilities before it.
        last = len(self._masses) - 1
        return _plain(self._first + np.where(asked == 1, last, np.minimum(self._ranks(asked), last)))

    def _check(self, name: str, q: Floats) -> None:
        wrong = ~((q >= 0) & (q <= 1))
        if wrong.any():
            raise ValueError(f"{name} = {q[wrong].flat[0]:g} is not a probability (0 to 1)")

    def _ranks(self, q: Floats) -> Any:
        return np.searchsorted(self._at_most, q - _ROUNDING)

    @overload
    def interval(self, confidence: float = 0.9) -> Interval[int]: ...
    @overload
    def interval(self, confidence: Reals) -> Interval[Any]: ...
    def interval(self, confidence: Any = 0.9) -> Any:
        """The central range: from the quantile (1 − confidence)/2 to the quantile (1 + confidence)/2.

        Raises:
            ValueError: For what is no probability.
        """
        sure = _floats("confidence", confidence)
        Distribution._check(self, "confidence", sure)
        low, high = self.ppf((1 - sure) / 2), self.ppf((1 + sure) / 2)
        # The smaller tails are the exact ones.
        held = 1.0 - (np.asarray(self.cdf(np.asarray(low) - 1)) + np.asarray(self.sf(high)))
        return Interval(low, high, _plain(held))

    @overload
    def rvs(self, size: None = None, seed: int | np.random.Generator | None = None) -> int: ...
    @overload
    def rvs(self, size: int | tuple[int, ...], seed: int | np.random.Generator | None = None) -> Counts: ...
    def rvs(self, size: Any = None, seed: int | np.random.Generator | None = None) -> Any:
        """Counts drawn from the distribution, an array of this size, one number for None; from a generator of NumPy, or of
        this seed, or of the system's entropy."""
        self._check("q", np.ones(1))
        drawn = np.asarray(np.random.default_rng(seed).random(size))
        ranks = np.searchsorted(self._at_most, drawn, side="right")
        return _plain(self._first + np.minimum(ranks, len(self._masses) - 1))

    def plot(self, ax: Axes | None = None, **style: Any) -> Axes:
        """Bars of the probabilities on axes of matplotlib, which are made unless given; `style` is of `Axes.bar`.

        Raises:
            ModuleNotFoundError: Without matplotlib.
        """
        from outreach import plots

        return plots.bars(self, ax, **style)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self) or not isinstance(other, Distribution):
            return NotImplemented
        return self._first == other._first and np.array_equal(self._masses, other._masses)

    def __hash__(self) -> int:
        return hash((type(self), self._first, self._masses.tobytes()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(mean={self.mean:.4g}, sd={self.sd:.4g}, support={self.support})"


@final
class Sample(Distribution):
    """What trials came to: the distribution of a count as it was simulated, with Monte Carlo standard errors."""

    __slots__ = ()
    _counts: npt.NDArray[np.uint64]
    _errors: tuple[float, float]

    @classmethod
    def _drawn(cls, counts: bytes, mean: float, var: float, *errors: float) -> Sample:
        made = cls.__new__(cls)
        numbers = np.frombuffer(counts, dtype="<u8")
        first = int(np.argmax(numbers > 0))
        masses = numbers[first:] / numbers.sum()
        made.__dict__.update(_first=first, _mean=mean, _var=var, _masses=masses, _counts=numbers, _errors=errors)
        return made

    @property
    def trials(self) -> int:
        """The number of trials."""
        return int(self._counts.sum())

    @property
    def counts(self) -> npt.NDArray[np.uint64]:
        """How many trials came to 0, 1, 2, …: an array of shape (largest + 1,) that cannot be written."""
        return self._counts

    @property
    def std_error(self) -> float:
        """The standard error of the mean; NaN of one trial."""
        return self._errors[0]

    @property
    def sd_std_error(self) -> float:
        """The standard error of the standard deviation."""
        return self._errors[1]

    @cached_property
    def _at_most(self) -> Floats:
        return np.cumsum(self._counts[self._first :]) / self.trials

    @cached_property
    def _at_least(self) -> Floats:
        return np.cumsum(self._counts[self._first :][::-1])[::-1] / self.trials

    def _ranks(self, q: Floats) -> Any:
        return np.searchsorted(np.cumsum(self._counts[self._first :]), np.maximum(np.ceil(q * self.trials), 1))

    def share_std_error(self, share: Any) -> Any:
        """The standard error of a share of the trials, as of `pmf`, `cdf`, `sf` or `at_least`: √(p (1 − p) / n) at
        p = (x + 1) / (n + 2), so that none or all of n trials is not taken for certain."""
        return share_std_error(share, self.trials)


class Arrays(NamedTuple):
    """What an answer has beside its dictionary."""

    sample: Sample | None
    exact: tuple[Distribution, ...]
    curve: tuple[Floats, Floats]


def made(raw: Raw) -> Arrays:
    """Arrays over the bytes that the library handed over."""
    sample, exact, (efforts, probabilities) = raw
    return Arrays(
        None if sample is None else Sample._drawn(*sample),
        tuple(Distribution._of(*one) for one in exact),
        (np.frombuffer(efforts, dtype="<f8"), np.frombuffer(probabilities, dtype="<f8")),
    )


def share_std_error(share: Any, trials: int) -> Any:
    """The standard error of a share of this many trials, as of `Sample.share_std_error`."""
    smoothed = (_floats("share", share) * trials + 1) / (trials + 2)
    return _plain(np.sqrt(smoothed * (1 - smoothed) / trials))


def _floats(name: str, value: Any) -> Floats:
    numbers = np.asarray(value)
    if numbers.dtype.kind == "O" and all(isinstance(one, Real) and not isinstance(one, bool) for one in numbers.flat):
        # Whole numbers of Python that no integer of NumPy holds.
        numbers = numbers.astype(np.float64)
    if numbers.dtype.kind not in "fiu":
        raise TypeError(f"{name} = {value!r} is not a number and not an array of numbers")
    return numbers.astype(np.float64)


def _plain(values: Any) -> Any:
    """A number of Python where there is one alone."""
    return values if np.ndim(values) else np.asarray(values).item()

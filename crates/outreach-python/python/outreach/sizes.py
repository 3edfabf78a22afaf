"""The distribution of the size that a target takes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, final

import numpy as np

from outreach.distributions import Distribution, share_std_error

if TYPE_CHECKING:
    from outreach.distributions import Floats

_TAIL = 2e-9
"""The library looks no further than to one in a billion."""
_KNOWN = 1e-4
"""So much of a mean or a variance may lie beyond the last size that was looked at."""


@final
class SizeNeeded(Distribution):
    """The distribution of the size that a target takes, in whole `unit`: P(size ≤ n) is the probability that n suffices.

    It is looked at from where that is 1e-9 to where it is 1 - 1e-9, at all sizes or at 5,000 whose steps grow with them, and with
    straight lines between. Sizes beyond the limits of the plan are not known: with a probability of `beyond` it takes one of them, or none suffices.
    The mean and the variance are NaN where more than a ten-thousandth of them may lie in what was not looked at, as with uncertain rates
    that may be close to 0.
    """

    __slots__ = ()
    _unit: str
    _trials: int | None

    @classmethod
    def _reached(cls, unit: str, sizes: bytes, chances: bytes, trials: int | None) -> SizeNeeded:
        at, reached = np.frombuffer(sizes, dtype="<f8"), np.frombuffer(chances, dtype="<f8")
        first, last = int(at[0]), int(at[-1])
        every = np.arange(first, last + 1, dtype=np.float64)
        at_most = np.interp(every, at, np.maximum.accumulate(reached))
        beyond = 1.0 - float(at_most[-1])
        if beyond <= _TAIL:
            at_most[-1] = 1.0
        masses = np.diff(at_most, prepend=0.0)
        mean = float(masses @ every)
        var = float(masses @ (every - mean) ** 2)
        made = cls.__new__(cls)
        made.__dict__.update(
            _first=first,
            _mean=mean if last * beyond <= _KNOWN * mean else math.nan,
            _var=var if last**2 * beyond <= _KNOWN * var else math.nan,
            _masses=masses,
            _at_most=at_most,
            _at_least=1.0 - at_most + masses,
            _beyond=0.0 if beyond <= _TAIL else math.nan,
            _unit=unit,
            _trials=trials,
        )
        for array in (masses, at_most):
            array.flags.writeable = False
        return made

    @property
    def unit(self) -> str:
        """What is counted: `attempts`, `referrals`, `minutes`, `contacts` or `attempts per contact`."""
        return self._unit

    @property
    def beyond(self) -> float:
        """The probability that more is needed than the limits of the plan allow, or that nothing suffices; 0 below 2e-9."""
        return float(1.0 - self._at_most[-1])

    @property
    def trials(self) -> int | None:
        """The trials of the simulation that it is from; None where it is exact."""
        return self._trials

    @property
    def std_error(self) -> float:
        """The standard error of the mean; 0 where it is exact."""
        return 0.0 if self._trials is None else self.sd / math.sqrt(self._trials)

    def share_std_error(self, share: Any) -> Any:
        """The standard error of a probability, as of `Sample.share_std_error`; 0 where it is exact."""
        return 0.0 * np.asarray(share) if self._trials is None else share_std_error(share, self._trials)

    def _check(self, name: str, q: Floats) -> None:
        super()._check(name, q)
        reached = float(self._at_most[-1])
        if (q > reached).any():
            limit = f"P({self.unit} needed ≤ {self.support[1]:,}) = {reached:.4g}, beyond which no size is known to suffice"
            raise ValueError(f"{name} = {q.max():g} is more than {limit}")

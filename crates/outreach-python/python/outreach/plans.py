"""The smallest effort that reaches a target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, SupportsFloat, SupportsIndex, final

from outreach import _outreach as native
from outreach import words
from outreach.answers import Call
from outreach.campaign import Campaign, scenario
from outreach.fields import PlanFields
from outreach.sizes import SizeNeeded

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from matplotlib.axes import Axes


@final
class Plan(PlanFields):
    """The smallest number of attempts, referrals, hours or contacts that reaches a target; or that none does."""

    __slots__ = ("_needed",)
    _needed: SizeNeeded | None

    @property
    def is_reached(self) -> bool:
        """Whether there is an answer within the limit."""
        return self._parts[0] is None

    @property
    def unreachable(self) -> str | None:
        """Why there is none."""
        why: str | None = self._parts[0]
        return why

    @property
    def campaign(self) -> Campaign | None:
        """The campaign with the effort that was found; `simulate` gives its whole distribution. None where no effort is enough."""
        planned: Campaign = self._again.of[0]
        if not {"strategy", "warm"} & planned.settings.keys():
            planned = planned.replace(strategy="cold")
        if self.attempts is not None:
            return planned.replace(calls=self.attempts)
        if self.referrals is not None:
            if planned.strategy == "snowball":
                return planned.replace(pool={"initial": self.referrals})
            return planned.replace(strategy=None, warm=self.referrals)
        if self.hours is not None:
            return planned.replace(hours=self.hours)
        if self.contacts is not None:
            return planned.replace(calls=None, contacts=self.contacts)
        if self.attempts_per_contact is not None:
            return planned.replace(max_attempts=self.attempts_per_contact)
        return None

    @property
    def needed(self) -> SizeNeeded | None:
        """The distribution of the size that the target takes, `needed.ppf(0.9)`, `needed.sf(100)`, …, of minutes where hours are
        looked for. Found when it is first asked for; None where more may be worse, or each size is a simulation of its own."""
        if not hasattr(self, "_needed"):
            told = self._again.options
            of = (told["meetings"], told["solve"], told["max"], told["trials"], told["seed"])
            found = native.size_needed(scenario(self._again.of[0]), *of, self._parts[1])
            unit = {"hours": "minutes"}.get(self.solve, self.solve.replace("-", " "))
            object.__setattr__(self, "_needed", found and SizeNeeded._reached(unit, *found))
        return self._needed

    @property
    def curve(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Efforts around the answer, hours in hours, and the probability of the target with each: two arrays of the shape (efforts,)."""
        return self._distributions.curve

    def plot(self, ax: Axes | None = None, **style: Any) -> Axes:
        """The curve on axes of matplotlib, which are made unless given; `style` is of `Axes.plot`."""
        from outreach import plots

        labels = self.solve.replace("-", " "), f"probability of {self.target} meetings or more [%]"
        return plots.curve(*self.curve, labels, ax, **style)


def plan(
    campaign: Campaign,
    *,
    meetings: SupportsIndex,
    confidence: SupportsFloat = 0.9,
    solve: Literal["attempts", "referrals", "hours", "contacts", "attempts-per-contact"] = "attempts",
    max: SupportsIndex = 1_000_000,
    calls_per_week: SupportsIndex | None = None,
    hours_per_week: SupportsFloat | None = None,
    trials: SupportsIndex | None = None,
    seed: words.Seed = 42,
    threads: SupportsIndex | None = None,
) -> Plan:
    """The smallest effort that brings this many `meetings` with this `confidence`; without a strategy it is `cold`.

    A target that nothing reaches is an answer too: see `Plan.is_reached`.

    Args:
        campaign: What is planned.
        meetings: This many held, at least.
        confidence: With this probability.
        solve: What to minimise.
        max: The most attempts, contacts or attempts per contact that are looked at, within the campaign's own limits.
        calls_per_week: Also the weeks that it takes at this many calls a week.
        hours_per_week: The same by the hours of a week, instead of calls.
        trials: Where there is no exact distribution: 100,000 unless given.
        seed: The same seed gives the same answer; "random" draws one.
        threads: One per core unless given: they change the time and nothing else.

    Raises:
        ValueError: For values that are not accepted.

    >>> plan(Campaign(), meetings=5).attempts
    78
    """
    target = words.whole("meetings", meetings, accepted="a number of meetings", most=words.MOST_32_BITS)
    most = words.whole("max", max, accepted="a number of attempts (1 to 1,000,000)", most=words.MOST_32_BITS)
    sure, what = words.real("confidence", confidence), words.text("solve", solve)
    (calls, hours), many, begin = words.pace(calls_per_week, hours_per_week), words.trials(trials), words.seed(seed)
    workers = words.threads(threads)
    answer, why = native.plan(scenario(campaign), target, sure, what, most, calls, hours, many, begin, workers)
    options = {"meetings": target, "confidence": sure, "solve": what, "max": most, "trials": many, "seed": begin}
    options |= {"calls_per_week": calls, "hours_per_week": hours}
    return Plan._of(answer, Call("plan", (campaign,), options), why, workers)

"""Several strategies in the same world."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, SupportsFloat, SupportsIndex, final

from outreach import _outreach as native
from outreach import words
from outreach.answers import Answer, Call
from outreach.campaign import Campaign, scenario
from outreach.yields import Yield

USUAL = ("cold", "mixed", "referral-heavy")


@final
@dataclass(frozen=True)
class Pair:
    """How two strategies compare: the probabilities that one brings more meetings than the other."""

    a: str
    b: str
    a_wins: float
    tie: float
    b_wins: float
    mean_difference: float
    std_error: float


@final
class Comparison(Answer):
    """Several strategies' yields, and how each two of them compare, also at equal hours."""

    __slots__ = ()

    @property
    def yields(self) -> tuple[Yield, ...]:
        """The yield of each strategy, in their order."""
        return self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the strategies."""
        return tuple(strategy["name"] for strategy in self._json["strategies"])

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Each two of the strategies: the first with the second, the first with the third, …"""
        return tuple(_pair(pair, pair) for pair in self._json["pairs"])

    @property
    def equal_hours(self) -> tuple[Pair, ...] | None:
        """The same where each strategy makes the calls that fit the same hours; none where that has no sense."""
        pairs = [(pair, pair["equal_hours"]) for pair in self._json["pairs"]]
        return None if any(even is None for _, even in pairs) else tuple(_pair(*pair) for pair in pairs)

    @property
    def break_even_minutes(self) -> float | None:
        """What an introduction may cost before cold calls bring more meetings per hour."""
        minutes: float | None = self._json["break_even_minutes"]
        return minutes

    def _told(self) -> str:
        means = (f"{name}={answer.mean:.2f}" for name, answer in zip(self.names, self.yields, strict=True))
        return f"means: {', '.join(means)}; trials={self._json['trials']}, seed={self._json['seed']}"


def _pair(names: dict[str, Any], of: dict[str, Any]) -> Pair:
    shares = (of[share] for share in ("a_wins", "tie", "b_wins", "mean_difference", "std_error"))
    return Pair(names["a"], names["b"], *shares)


def compare(
    campaigns: Campaign | Iterable[Campaign],
    strategies: Iterable[str] | None = None,
    *,
    trials: SupportsIndex | None = None,
    seed: words.Seed = 42,
    threads: SupportsIndex | None = None,
    at_least: SupportsIndex | Iterable[SupportsIndex] = (),
    precision: SupportsFloat | None = None,
    hours: SupportsFloat | None = None,
) -> Comparison:
    """One campaign under several `strategies`, by default cold, mixed and referral-heavy; or several campaigns, each under
    its own.

    Args:
        campaigns: One campaign, or several.
        strategies: Names, for one campaign.
        trials: Simulated campaigns of each: 100,000 unless given, with a precision at most 1,000,000,000.
        seed: The same seed gives the same answer; "random" draws one.
        threads: One per core unless given: they change the time and nothing else.
        at_least: Also how likely at least so many meetings are.
        precision: Stops when no mean's standard error is more than this.
        hours: The budget at equal hours; unless given, the smallest mean of those compared.

    Raises:
        ValueError: For values that are not accepted, and for strategies of several campaigns.

    >>> compare(Campaign(), ["cold", "warm"], trials=10_000).yields[1]
    Yield(mean=89..., quantiles=84/87/90/92/94, trials=10000, seed=42)
    """
    pairs: list[tuple[native.Scenario, str | None]]
    if isinstance(campaigns, Campaign):
        several: Campaign | list[Campaign] = campaigns
        names = list(USUAL) if strategies is None else words.texts("strategies", strategies)
        pairs = [(scenario(campaigns), name) for name in names]
    elif strategies is None:
        several = list(campaigns)
        names = []
        pairs = [(scenario(campaign), None) for campaign in several]
    else:
        raise ValueError("strategies are of one campaign; several campaigns have their own")
    sure, budget = words.optional("precision", precision), words.optional("hours", hours)
    many, begin, least = words.trials(trials, sure), words.seed(seed), words.at_least(at_least)
    answer, yields = native.compare(pairs, budget, many, begin, sure, least, words.threads(threads))
    options = {"trials": many, "seed": begin, "precision": sure, "at_least": least, "hours": budget}
    call = Call("compare", (several, names) if names else (several,), options)
    return Comparison._of(answer, call, *(Yield._of(one, call) for one in yields))

"""Several strategies in the same world."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, SupportsFloat, SupportsIndex, final

from outreach import _outreach as native
from outreach import words
from outreach.answers import Call
from outreach.campaign import Campaign, Strategy, scenario
from outreach.fields import CompareFields
from outreach.yields import Yield

if TYPE_CHECKING:
    from matplotlib.axes import Axes

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
class Comparison(CompareFields):
    """Several strategies' yields, and how each two of them compare, also at equal hours."""

    __slots__ = ()

    @property
    def yields(self) -> tuple[Yield, ...]:
        """The yield of each strategy, in their order."""
        return self._parts

    def __getitem__(self, name: str) -> Yield:
        """The yield of the strategy or the campaign of this name.

        Raises:
            KeyError: For a name that was not compared.
        """
        return dict(zip(self.names, self.yields, strict=True))[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the strategies, or those that the campaigns were given."""
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

    def plot(self, ax: Axes | None = None, **style: Any) -> Axes:
        """The probability of at least this many meetings under each strategy, on axes of matplotlib; `style` is of `Axes.step`."""
        from outreach import plots

        named = zip(self.names, (one.distribution for one in self.yields), strict=True)
        return plots.tails(dict(named), ax, **style)


def _pair(names: dict[str, Any], of: dict[str, Any]) -> Pair:
    shares = (of[share] for share in ("a_wins", "tie", "b_wins", "mean_difference", "std_error"))
    return Pair(names["a"], names["b"], *shares)


def compare(
    campaigns: Campaign | Mapping[str, Campaign] | Iterable[Campaign],
    strategies: Iterable[Strategy] | None = None,
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
        campaigns: One campaign; several; or several by names of their own.
        strategies: Names, for one campaign.
        trials: Simulated campaigns of each: 100,000 unless given, with a precision at most 1,000,000,000.
        seed: The same seed gives the same answer; "random" draws one.
        threads: One per core unless given: they change the time and nothing else.
        at_least: Also how likely at least this many meetings are.
        precision: Stops when no mean's standard error is more than this.
        hours: The budget at equal hours; unless given, the smallest mean of those compared.

    Raises:
        ValueError: For values that are not accepted, and for strategies of several campaigns.

    >>> compare(Campaign(), ["cold", "warm"], trials=10_000).yields[1]
    <Yield: About 89 meetings from 100 warm calls; 84 to 94 in 93 % of campaigns.>
    """
    pairs: list[tuple[native.Scenario, str | None, str | None]]
    names: list[str] = []
    if isinstance(strategies, Campaign):
        raise TypeError("several campaigns are one list: compare([one, another])")
    if isinstance(campaigns, Campaign):
        several: Any = campaigns
        names = list(USUAL) if strategies is None else words.texts("strategies", strategies)
        pairs = [(scenario(campaigns), name, None) for name in names]
    elif strategies is not None:
        raise ValueError("strategies are of one campaign; several campaigns have their own")
    elif isinstance(campaigns, Mapping):
        several = dict(campaigns)
        pairs = [(scenario(campaign), None, words.text("the name of a campaign", name)) for name, campaign in several.items()]
    else:
        several = list(words.several("campaigns", campaigns, "campaigns"))
        pairs = [(scenario(campaign), None, None) for campaign in several]
    if not pairs:
        given = f"campaigns = {campaigns!r}" if strategies is None else f"strategies = {strategies!r}"
        raise ValueError(f"{given}: there is nothing to compare; 1 to 100 are accepted")
    sure, budget = words.optional("precision", precision), words.optional("hours", hours)
    many, begin, least = words.trials(trials), words.seed(seed), words.at_least(at_least)
    answer, yields = native.compare(pairs, budget, many, begin, sure, least, words.threads(threads))
    options = {"trials": many, "seed": begin, "precision": sure, "at_least": least, "hours": budget}
    call = Call("compare", (several, names) if names else (several,), options)
    return Comparison._of(answer, call, *(Yield._of(one, call) for one in yields))

"""The call tree, and calls that were drawn from it."""

from __future__ import annotations

from typing import final

from outreach import _outreach as native
from outreach import words
from outreach.answers import Call
from outreach.campaign import Campaign, scenario
from outreach.fields import ModelFields, TraceFields


@final
class Model(ModelFields):
    """The call tree with every probability of the model and its source."""

    __slots__ = ()


@final
class Trace(TraceFields):
    """The calls of one simulated campaign, one by one."""

    __slots__ = ()


def model(campaign: Campaign) -> Model:
    """The call tree of a campaign's rates.

    Args:
        campaign: Whose rates these are.
    """
    return Model._of(native.model(scenario(campaign)), Call("model", (campaign,), {}))


def trace(campaign: Campaign, *, seed: words.Seed = 42) -> Trace:
    """The calls of the first simulated campaign of a run; without a strategy it is `mixed`.

    Args:
        campaign: What is played.
        seed: That of the run; "random" draws one.

    Raises:
        ValueError: For values that are not accepted.
    """
    begin = words.seed(seed)
    return Trace._of(native.trace(scenario(campaign), begin), Call("trace", (campaign,), {"seed": begin}))

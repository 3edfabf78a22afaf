"""How many meetings will your calls bring, how sure is that, and how much does a recommendation change it?

>>> import outreach
>>> campaign = outreach.Campaign(calls=40, warm=12, rates={"cold.meeting": 0.05, "warm.meeting": 0.6})
>>> answer = outreach.simulate(campaign)
>>> answer
<Yield: About 8.6 meetings from 40 calls (12 warm, 28 cold); 5 to 12 in ... of campaigns.>
>>> answer.interval(0.9), answer.at_least(10)

The functions are the verbs of the command `outreach`, with the same options and the same numbers.
"""

from typing import TYPE_CHECKING, Any

from outreach._outreach import VERSION as __version__
from outreach.answers import Answer
from outreach.campaign import Campaign
from outreach.comparisons import Comparison, Pair, compare
from outreach.contacts import Forecast, Group, forecast
from outreach.distributions import Distribution, Interval, Sample
from outreach.logs import Backtest, Calibration, backtest, calibrate
from outreach.parts import Part, merge, simulate_part
from outreach.plans import Plan, plan
from outreach.sensitivities import Sensitivity, sensitivity
from outreach.sizes import SizeNeeded
from outreach.tables import RowsRejected
from outreach.trees import Model, Trace, model, trace
from outreach.yields import Yield, simulate

if TYPE_CHECKING:
    from outreach import aio as aio
    from outreach import dask as dask
    from outreach import lists as lists
else:

    def __getattr__(name: str) -> Any:
        """Modules that few need, and that take others along."""
        if name in ("aio", "dask", "lists"):
            from importlib import import_module

            return import_module(f"outreach.{name}")
        raise AttributeError(f"module 'outreach' has no attribute {name!r}", name=name)


__all__ = [
    "Answer",
    "Backtest",
    "Calibration",
    "Campaign",
    "Comparison",
    "Distribution",
    "Forecast",
    "Group",
    "Interval",
    "Model",
    "Pair",
    "Part",
    "Plan",
    "RowsRejected",
    "Sample",
    "Sensitivity",
    "SizeNeeded",
    "Trace",
    "Yield",
    "__version__",
    "backtest",
    "calibrate",
    "compare",
    "forecast",
    "merge",
    "model",
    "plan",
    "sensitivity",
    "simulate",
    "simulate_part",
    "trace",
]

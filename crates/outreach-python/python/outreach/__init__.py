"""How many meetings will your calls bring, how sure is that, and how much does a recommendation change it?

>>> import outreach
>>> campaign = outreach.Campaign(calls=40, warm=12, rates={"cold.meeting": 0.05, "warm.meeting": 0.6})
>>> outreach.simulate(campaign, at_least=[10])
Yield(mean=8.566 ± 0.006, quantiles=5/7/9/10/12, trials=100000, seed=42)

The functions are the verbs of the command `outreach`, with the same options and the same numbers.
"""

from outreach._outreach import VERSION as __version__
from outreach.answers import Answer
from outreach.campaign import Campaign
from outreach.comparisons import Comparison, Pair, compare
from outreach.contacts import Forecast, forecast
from outreach.logs import Backtest, Calibration, backtest, calibrate
from outreach.parts import Part, merge, simulate_part
from outreach.plans import Plan, plan
from outreach.sensitivities import Sensitivity, sensitivity
from outreach.trees import Model, Trace, model, trace
from outreach.yields import Yield, simulate

__all__ = [
    "Answer",
    "Backtest",
    "Calibration",
    "Campaign",
    "Comparison",
    "Forecast",
    "Model",
    "Pair",
    "Part",
    "Plan",
    "Sensitivity",
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

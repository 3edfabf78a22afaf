"""What a user writes, for mypy --strict."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import outreach
import pandas
from outreach import Campaign, Comparison, Part, Plan, Yield


def decide(log: pandas.DataFrame, probabilities: npt.NDArray[np.float64]) -> float:
    campaign: Campaign = outreach.calibrate(log, columns={"kind": "source"}).campaign(calls=80, warm=0.3)
    answer: Yield = outreach.simulate(campaign, at_least=[3], so_far={"cold": (10, 1)}, seed="random")
    counts: npt.NDArray[np.uint64] = answer.simulated.counts
    compared: Comparison = outreach.compare([campaign, campaign.replace(strategy="cold")])
    plan: Plan = outreach.plan(campaign, meetings=5, solve="hours")
    part: Part = outreach.simulate_part(campaign, "1/2")
    merged: Yield = outreach.merge([part, outreach.simulate_part(campaign, "2/2")])
    forecast = outreach.forecast(probabilities, at_least=3, hours=2.5)
    frame: pandas.DataFrame = merged.to_pandas()
    return float(counts.sum()) + compared.yields[0].mean + (plan.hours or 0.0) + forecast.mean + len(frame)

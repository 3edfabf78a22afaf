"""Slips that a type checker has to see: one in each line that ends in `# wrong`, and in no other."""

import outreach
from outreach import Campaign

campaign = Campaign(calls=40, strategy="cold", rates={"cold.meeting": 0.2, "warm.meeting": "5 to 12 %"})
Campaign(calls="many")  # wrong
Campaign(strategy="Cold")  # wrong
Campaign(cals=3)  # wrong
Campaign(preset="coach")  # wrong
Campaign(reading="total")  # wrong
Campaign(effort={"introductions": 20})  # wrong
Campaign(effort={"introduction": 20})
Campaign(pool={"name": 2})  # wrong
Campaign(connectors={"count": 5, "correlation": "10%"})
Campaign(connectors={"counts": 5})  # wrong
Campaign(connectors=5)  # wrong
campaign.replace(connectors={"count": "five"})  # wrong
campaign.replace(cals=3)  # wrong
campaign.replace(strategy="Cold")  # wrong
campaign.replace(hours=None, rates={"cold.meeting": None}, calls=50)
answer = outreach.simulate(campaign, trials=10, at_least=[3], so_far={"cold": (10, 1)})
outreach.simulate(campaign, 10)  # wrong
begun = outreach.simulate(campaign, calls_per_week=10).weeks
begun["means"]  # wrong
outreach.simulate("mine.toml")  # wrong
outreach.simulate(campaign, seed="some")  # wrong
outreach.simulate(campaign, so_far={"cold": 3})  # wrong
mean: float = answer.mean
exact: float = answer.exact.mean  # wrong
trials: str = answer.trials  # wrong
minutes: float = answer.minutes["mean"]
answer.minutes["men"]  # wrong
answer.quantile(0.9)  # wrong
answer.text(lang="de")  # wrong
outreach.compare(campaign, ["cold", "tepid"])  # wrong
outreach.compare({"one": campaign, "other": campaign.replace(warm=3)})["one"].sf(3)
outreach.plan(campaign, meetings=5, solve="luck")  # wrong
outreach.plan(campaign)  # wrong
weeks = outreach.plan(campaign, meetings=5, hours_per_week=2.5).weeks
weeks["at_confidence"]  # wrong
fewest: int | None = weeks["even_chance"] if weeks else None
outreach.plan(campaign, meetings=5, calls_per_week="10")  # wrong
outreach.plan(campaign, meetings=5, weeks=3)  # wrong
outreach.calibrate("calls.csv", prior="none")  # wrong
outreach.calibrate("calls.csv", column={"date": "Day"})  # wrong
outreach.calibrate("calls.csv", columns={"day": "Day"})  # wrong
outreach.calibrate("calls.csv", columns={"date": "Day"}, strict=True).campaign(calls=30)
outreach.calibrate("calls.csv").campaign(cals=30)  # wrong
outreach.backtest("calls.csv", kind="tepid")  # wrong
outreach.backtest("calls.csv", date_format="ymd")  # wrong
outreach.forecast([0.2, 0.5], groupby="team")  # wrong
outreach.forecast(3)  # wrong

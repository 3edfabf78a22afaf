"""The dictionaries that `to_dict()` returns. Made from docs/schema by `cargo xtask renew`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal, TypedDict, Union

if sys.version_info >= (3, 11):
    from typing import NotRequired
elif TYPE_CHECKING:
    from typing_extensions import NotRequired

WhoseFigures = Union["Literal[\"a coach's\"]", "Literal[\"yours and a coach's\"]", "Literal[\"published\"]", "Literal[\"yours and published\"]", "Literal[\"yours\"]"]
"""Whose figures the rates are, and the numbers of a pool and of the effort. A coach's are documented in his text, and optimistic; published ones come from studies."""

Computed = Union["Literal[\"exact\"]", "Literal[\"simulated\"]", "Literal[\"both\"]"]
"""How an answer's numbers came about."""

ValueInForce = Union["RateInForce", "str"]
"""What a key stands for: a rate, or a word."""

RateInForce = Union["float", "dict[str, float]"]
"""The value of a rate."""

WarmSupply = Union["dict[str, float]", "dict[str, int]"]
"""Which calls are warm: a share of them or a count, each by its name, as 1.0 and 1 are opposite campaigns."""

EffortRange = Union["list[int]", "list[float]"]
"""Two efforts, the smaller first."""


class BacktestAnswer(TypedDict):
    """What would have been forecast from a call log, and what happened."""

    schema: Literal["outreach/backtest/1"]
    """`outreach/backtest/1`."""

    version: str
    """The version of outreach that answered."""

    scenario: BacktestScenario
    """What was known before the log: the rates are its own."""

    assumptions: list[str]
    """Nothing is assumed."""

    computed: Computed
    """Whether the numbers are exact or simulated."""

    rows: RowsAnswer
    """What became of the rows."""

    columns: dict[str, list[str]]
    """The names of the columns that were read, by what they say."""

    unused_columns: list[str]
    """The columns that were not read."""

    words: list[WordAnswer]
    """What the words were taken for; of lists, only those read from one file."""

    assumed: list[AssumedAnswer]
    """What nobody has said, and the table seems to say."""

    kind: Literal["cold", "warm"]
    """The calls that were forecast: `cold` or `warm`."""

    batch: int
    """Each forecast covers this many calls."""

    warmup: int
    """The first forecast comes after at least this many calls."""

    calls: int
    """Calls of the kind."""

    meetings_set: int
    """Their meetings set."""

    forecasts: int
    """Batches that were forecast."""

    coverage80: float
    """The share of the outcomes within the central 80 % range of their forecast."""

    expected80: float
    """The probability that these ranges have: more than 80 %, as counts are discrete."""

    mean_width80: float
    """Their mean width, in meetings."""

    crps: float
    """The mean continuous ranked probability score, in meetings: less is better."""

    log_score: float | None
    """The mean of ln P(outcome), in nats; null where something happened that could not."""

    histogram: list[float]
    """For each tenth of the forecasts the share of the outcomes that fell into it: 0.1 each where forecasts are right."""

    binomial: ScoresAnswer
    """How binomial forecasts from the share of meetings so far would have done."""


class BacktestScenario(TypedDict):
    """What a backtest starts from."""

    figures: WhoseFigures
    """Those of the log: yours."""

    prior: str
    """`jeffreys`: Beta(1/2, 1/2)."""


class RowsAnswer(TypedDict):
    """The rows of a list or a log: `read` = `used` + `other` + `rejected`."""

    read: int
    """Rows that are not blank."""

    used: int
    """Those that the answer rests on."""

    other: int
    """Those that are nothing to be counted: neither cold nor warm calls, totals, calls that stand there twice."""

    rejected: int
    """Those that cannot be read."""

    others: dict[str, int]
    """How often each value has set a row aside."""

    unknown_outcomes: dict[str, int]
    """How often each word stands there that is no known outcome."""

    rejections: list[RejectionAnswer]
    """The first rejected rows."""


class RejectionAnswer(TypedDict):
    """A rejected row."""

    line: int
    """Its line in the file, from 1."""

    column: str | None
    """The column's name, where one alone is to blame."""

    reason: str
    """What is wrong with it."""


class WordAnswer(TypedDict):
    """What a word of a column was taken for."""

    role: str
    """What the column says: `outcome`, `kind`, …."""

    column: str
    """The column's name."""

    word: str
    """As it stands in the table."""

    meaning: str
    """What it was taken for."""

    rows: int
    """The rows that have it."""


class AssumedAnswer(TypedDict):
    """What was assumed of a table."""

    what: str
    """What was not said: `date order`, `unit`, …."""

    value: str
    """What it was taken for."""

    told: str
    """Both in an English sentence."""


class ScoresAnswer(TypedDict):
    """Means over all forecasts."""

    coverage80: float
    """The share of the outcomes within the central 80 % range of their forecast."""

    expected80: float
    """The probability that these ranges have: more than 80 %, as counts are discrete."""

    mean_width80: float
    """Their mean width, in meetings."""

    crps: float
    """The mean continuous ranked probability score, in meetings: less is better."""

    log_score: float | None
    """The mean of ln P(outcome), in nats; null where something happened that could not."""

    histogram: list[float]
    """For each tenth of the forecasts the share of the outcomes that fell into it: 0.1 each where forecasts are right."""


class CalibrateAnswer(TypedDict):
    """Rates learned from a call log, beside the documented and the published ones."""

    schema: Literal["outreach/calibrate/2"]
    """`outreach/calibrate/2`."""

    version: str
    """The version of outreach that answered."""

    scenario: RatesInForce
    """The learned rates, and the preset's where the log tells none."""

    assumptions: list[str]
    """The keys that neither a source nor the log says."""

    computed: Computed
    """Whether the numbers are exact or simulated."""

    prior: str
    """What was known before the log, in English."""

    rows: RowsAnswer
    """What became of the rows."""

    columns: dict[str, list[str]]
    """The names of the columns that were read, by what they say."""

    unused_columns: list[str]
    """The columns that were not read."""

    words: list[WordAnswer]
    """What the words were taken for; of lists, only those read from one file."""

    assumed: list[AssumedAnswer]
    """What nobody has said, and the table seems to say."""

    open_cases: int
    """Cases that are open at the end of the log: reached, and no trials of a meeting yet."""

    rates: dict[str, LearnedRate]
    """What was learned of each rate."""

    names_per_meeting: NamesAnswer
    """The names that meetings brought."""

    attempts: NotRequired[AttemptsByKind | None]
    """Attempts at the same contacts by kind, where the log tells them."""

    months: list[MonthAnswer]
    """The calls of each month."""

    callers: list[CallerAnswer]
    """The calls of each caller, those with the most calls first."""

    connectors: list[ConnectorAnswer]
    """The calls of each connector, those with the most calls first."""

    connectors_correlation: ConnectorsCorrelation | None
    """How far the recommended calls by one connector go alike; null where the log does not tell it."""

    connectors_correlation_reason: NotRequired[str | None]
    """Why it does not tell it, in English."""

    callers_correlation: CallersByKind
    """How far the calls of one caller go alike, by kind."""


RatesInForce = TypedDict(
    "RatesInForce",
    {
        # Whose figures the rates are, and the numbers of a pool and of the effort, whatever is assumed.
        "figures": "WhoseFigures",
        # The preset that the rates started from: `documented` or `published`.
        "preset": "Literal['documented', 'published']",
        # How `warm.meeting` is read: `smooth` or `overall`.
        "reading": "Literal['smooth', 'overall']",
        # How many cold contacts each attempt reached, where the reach by attempt comes from such a table.
        "attempts.cold": "NotRequired[TableInForce | None]",
        # The same of warm contacts.
        "attempts.warm": "NotRequired[TableInForce | None]",
        # The rates by key: a number, or `alpha`, `beta` and `mean` of a Beta distribution; and the response in use.
        "rates": "dict[str, ValueInForce]",
        # Where each comes from: `documented`, `published`, `assumed` or `set by you`.
        "provenance": "dict[str, str]",
    },
)
"""The rates in force."""


class TableInForce(TypedDict):
    """Contacts by the attempts that they got."""

    at_risk: list[int]
    """The contacts that got attempt 1, 2, …"""

    reached: list[int]
    """Of these, those that it reached."""


class LearnedRate(TypedDict):
    """What was learned of a rate."""

    per: str
    """What a trial is: `cold attempt`, `contact`, …."""

    trials: int
    """Trials in the log."""

    successes: int
    """Those that succeeded."""

    alpha: float
    """The first parameter of the rate's Beta distribution now."""

    beta: float
    """The second one."""

    mean: float
    """The mean of that distribution."""

    interval: Interval
    """The range that holds the rate now."""

    half_life: float | None
    """After this many trials the past counts half; null if nothing is forgotten."""

    enough_trials: int
    """Trials that would tell the rate to within a third of it or within two points."""

    beside: BesideAnswer
    """The same rate elsewhere."""


class Interval(TypedDict):
    """The range that holds a number with a probability."""

    low: float
    """The lower end."""

    high: float
    """The upper end."""

    probability: float
    """P(low ≤ number ≤ high)."""


class BesideAnswer(TypedDict):
    """A rate of the log beside that of each preset."""

    documented: Verdict | None
    """The founding text's; null where it says nothing of the kind."""

    published: Verdict | None
    """The published one; null where nothing of the kind is published."""


class Verdict(TypedDict):
    """What a preset says of a rate, and how the log's compares."""

    range: list[float]
    """The ends of the preset's 90 % range; the same number twice where it gives a number."""

    yours_is: Literal["lower", "no different", "higher"]
    """`lower` or `higher` where the two ranges do not meet, `no different` where they do."""


class NamesAnswer(TypedDict):
    """The names that meetings brought."""

    meetings: int
    """Meetings whose names the log tells."""

    mean: float | None
    """Names per meeting held; null without such meetings."""

    dispersion: float | None
    """The likeliest dispersion of negative binomial names, as `pool.dispersion`; null where Poisson names are likeliest, and for
fewer than two meetings."""

    dispersion_interval: DispersionInterval | None
    """The range that holds the dispersion; null for fewer than two meetings or no name."""

    variance_by_mean: float | None
    """The variance of the names by their mean: 1 of Poisson numbers; null for fewer than two meetings."""

    interval: Interval | None
    """The range that holds the mean; null for fewer than two meetings."""


class DispersionInterval(TypedDict):
    """The range that holds a dispersion with a probability."""

    low: float | None
    """The lower end: the lumpiest names; null where none but Poisson names are likely."""

    high: float | None
    """The upper end; null where names may be Poisson."""

    probability: float
    """P(low ≤ dispersion ≤ high)."""


class AttemptsByKind(TypedDict):
    """What attempts at the same contacts tell."""

    cold: NotRequired[AttemptsAnswer | None]
    """Of cold contacts."""

    warm: NotRequired[AttemptsAnswer | None]
    """Of warm contacts."""


class AttemptsAnswer(TypedDict):
    """How the contacts of one kind were closed from attempt to attempt."""

    of: str
    """What closes a contact: `reach`, or `meeting` where the log does not say who was reached."""

    by_attempt: list[AttemptAnswer]
    """Each attempt."""

    first: float
    """P(the first attempt closes a contact)."""

    ever: float | None
    """The share of the contacts that can be closed at all; null where nobody was called twice or nobody was reached."""

    first_interval: Interval
    """The range that holds `first`."""

    ever_interval: Interval | None
    """The range that holds `ever`."""

    log_score_gain: float | None
    """How much better the first half's curve foretells the second half than a constant rate, in nats."""

    mixes_periods: bool
    """Whether the first attempts of the two halves differ by more than chance explains."""


class AttemptAnswer(TypedDict):
    """One attempt."""

    attempt: int
    """Its number, from 1."""

    at_risk: int
    """Contacts that got it."""

    successes: int
    """Those that it closed."""

    fitted: float
    """The share that the fitted curve has."""


class MonthAnswer(TypedDict):
    """The calls of a month."""

    month: str
    """`2026-03`."""

    cold: CallsAnswer
    """Cold ones."""

    warm: CallsAnswer
    """Warm ones."""


class CallsAnswer(TypedDict):
    """Counts of calls."""

    attempts: int
    """Attempts."""

    reached: int
    """Attempts that reached the prospect."""

    conversations: int
    """Conversations that came to an end."""

    meetings_set: int
    """Meetings set."""

    interval: Interval | None
    """The range that holds meetings per conversation as if nothing drifted; null without conversations."""

    pooled: NotRequired[PooledAnswer | None]
    """Of a caller or a connector among five or more: meetings per conversation, drawn towards those of all."""


class PooledAnswer(TypedDict):
    """Meetings per conversation of one of several, drawn towards those of all as far as their calls go alike."""

    mean: float
    """Its mean."""

    interval: Interval
    """The range that holds it."""


class CallerAnswer(TypedDict):
    """The calls of a caller."""

    caller: str
    """The name."""

    cold: CallsAnswer
    """Cold ones."""

    warm: CallsAnswer
    """Warm ones."""


class ConnectorAnswer(TypedDict):
    """The calls on behalf of a connector."""

    connector: str
    """The name."""

    cold: CallsAnswer
    """Cold ones."""

    warm: CallsAnswer
    """Warm ones."""


class ConnectorsCorrelation(TypedDict):
    """The intraclass correlation of the meetings that conversations by one connector bring."""

    mean: float
    """Its mean."""

    interval: Interval
    """The shortest range that holds it."""

    connectors: int
    """Connectors with a recommended conversation."""


class CallersByKind(TypedDict):
    """What callers tell of each kind of calls."""

    cold: CallersCorrelation | None
    """Of cold calls; null where the log does not tell it."""

    warm: CallersCorrelation | None
    """Of warm calls; null where the log does not tell it."""


class CallersCorrelation(TypedDict):
    """The intraclass correlation of the meetings that conversations of one caller bring."""

    mean: float
    """Its mean."""

    interval: Interval
    """The shortest range that holds it."""

    callers: int
    """Callers with a conversation."""


class CompareAnswer(TypedDict):
    """Several strategies in the same worlds: what each brings, and how often one brings more than the other."""

    schema: Literal["outreach/compare/1"]
    """`outreach/compare/1`."""

    version: str
    """The version of outreach that answered."""

    scenario: ScenarioInForce
    """Every parameter in force where a strategy sets nothing of its own, without what makes it a strategy; of the first strategy
where each has a scenario of its own."""

    assumptions: list[str]
    """The keys that neither a source nor you have said."""

    computed: Computed
    """Whether the numbers are exact or simulated."""

    seed: int
    """The seed: the same one gives the same answer."""

    trials: int
    """The number of simulated campaigns of each strategy."""

    precision: NotRequired[FoundPrecision | None]
    """The precision that was asked for, if one was."""

    strategies: list[StrategyAnswer]
    """Each strategy, in the order in which they were named."""

    pairs: list[PairAnswer]
    """Each pair of them: first with second, first with third, …"""

    break_even_minutes: float | None
    """The minutes that an introduction may cost before cold calls bring more meetings per hour, at the rates in force where a
strategy sets none of its own; null where cold calls bring none, and where each strategy has a scenario of its own."""

    break_even_minutes_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""


ScenarioInForce = TypedDict(
    "ScenarioInForce",
    {
        # Whose figures the rates are, and the numbers of a pool and of the effort, whatever is assumed.
        "figures": "WhoseFigures",
        # The preset that the rates started from: `documented` or `published`.
        "preset": "Literal['documented', 'published']",
        # How `warm.meeting` is read: `smooth` or `overall`.
        "reading": "Literal['smooth', 'overall']",
        # How many cold contacts each attempt reached, where the reach by attempt comes from such a table.
        "attempts.cold": "NotRequired[TableInForce | None]",
        # The same of warm contacts.
        "attempts.warm": "NotRequired[TableInForce | None]",
        # The rates by key: a number, or `alpha`, `beta` and `mean` of a Beta distribution; and the response in use.
        "rates": "dict[str, ValueInForce]",
        # Where each comes from: `documented`, `published`, `assumed` or `set by you`.
        "provenance": "dict[str, str]",
        # People to call, in place of calls.
        "contacts": "NotRequired[int | None]",
        # The most attempts that each of them gets.
        "max_attempts": "NotRequired[int | None]",
        # Attempts; under a stop the most of them.
        "calls": "NotRequired[int | None]",
        # The budget of hours, where one stops the campaign.
        "hours": "float | None",
        # The number of meetings, where it stops the campaign.
        "meetings": "int | None",
        # Minutes per cold attempt, warm attempt, introduction and meeting.
        "effort": "dict[str, float | None]",
        # The strategy's name.
        "strategy": "NotRequired[str | None]",
        # Which calls are warm: a share or a count; null with a pool.
        "warm": "NotRequired[WarmSupply | None]",
        # The numbers of the pool of referrals, if there is one; null where a number is none.
        "pool": "NotRequired[dict[str, float | None] | None]",
        # The connectors that the recommended calls come from, where their number is set.
        "connectors": "NotRequired[ConnectorsInForce | None]",
    },
)
"""Every parameter in force."""


class ConnectorsInForce(TypedDict):
    """The connectors of a campaign."""

    count: int
    """How many there are; the recommended calls are dealt to them in turn."""

    correlation_of_meetings: float | None
    """The intraclass correlation of the meetings of one connector's conversations, at mean rates; null where connectors make
no difference."""


class FoundPrecision(TypedDict):
    """A precision that was asked for."""

    asked: float
    """The standard error of the mean yield that was asked for."""

    reached: bool
    """Whether the trials sufficed for it."""


class StrategyAnswer(TypedDict):
    """What one of the strategies brings."""

    name: str
    """Its name; a second one of the same name has a number."""

    scenario: ScenarioInForce
    """Every parameter in force of it."""

    meetings: SampledYield
    """The meetings held, simulated."""

    exact: ExactYield | None
    """The same exactly; null where there is no exact distribution."""

    agreement: AgreementAnswer | None
    """How far both are apart."""

    exact_reason: NotRequired[str]
    """Why there is none."""

    exact_moments: NotRequired[ExactMoments | None]
    """Mean and standard deviation, where they are known."""

    variance: VarianceAnswer
    """The variance of the yield, split into luck and not knowing the rates."""

    clamped: NotRequired[Estimated | None]
    """The share of the trials in which a rate that was solved for or drawn was not possible, and the nearest possible one was taken."""

    at_published_rates: AtPublishedRatesAnswer | None
    """What the same brings at the published rates; null where these are in force, where that is not known, and while trials are
still to come."""

    one_more_introduction: float | None
    """The mean meetings that one more introduction brings in place of a cold call, exactly; with a pool one more referral to
start with, of several attempts a warm contact. Null where no cold call is left, or where that is not known."""

    meetings_by_kind: MeetingsByKind
    """The exact mean meetings of the calls of each kind; null where chance decides which are made, or where it is not known."""

    connectors_apart: NotRequired[CountRange | None]
    """The central range with a connector for each call, where few connectors recommend many; null where it is not known."""

    attempts: CountsByKind
    """Attempts made."""

    conversations: CountsByKind
    """Attempts that reached the prospect."""

    meetings_set: CountsByKind
    """Meetings agreed."""

    incidents: IncidentCounts
    """Warm conversations that went wrong at the connector's name."""

    attempts_made: NotRequired[AttemptsMade | None]
    """The distribution of the attempts, where a stop or conversations leave them to chance."""

    rounds: NotRequired[list[RoundAnswer] | None]
    """Each round of a campaign of contacts."""

    attempts_that_fill_hours: NotRequired[int | None]
    """How often given hours let each contact be called: the fewest attempts that take the hours on average, if any do."""

    pool: NotRequired[PoolAnswer | None]
    """What becomes of a pool of referrals, if there is one."""

    minutes: Estimated
    """The minutes that the campaign takes."""

    meetings_per_hour: Estimated | None
    """Mean meetings by mean hours; null if the campaign takes no time."""

    attempts_per_meeting: Estimated | None
    """Mean attempts by mean meetings; null if there were none."""

    break_even_minutes: float | None
    """The minutes that an introduction may cost at its rates before cold calls bring more meetings per hour; null where cold calls
bring none."""

    equal_hours: YieldInHours | None
    """What it brings within the budget of hours of the pairs; null where that has no sense, as calls take no time."""


class SampledYield(TypedDict):
    """The meetings held, simulated."""

    mean: float
    """The mean over all trials."""

    std_error: float | None
    """The standard error of the mean; null for a single trial."""

    sd: float | None
    """The standard deviation; null for a single trial."""

    sd_std_error: float | None
    """The standard error of the standard deviation."""

    quantiles: Quantiles
    """The quantiles of the trials."""

    quantile_intervals: Quantiles2
    """For each quantile the ends of a 95 % interval between order statistics; null where the trials are too few for one."""

    central90: CountRange
    """The range from the 5 % point to the 95 % point."""

    at_least: dict[str, float]
    """The share of the trials with at least k meetings, by each k that was asked for."""

    at_least_std_error: dict[str, float]
    """The standard errors of these shares."""

    counts: list[int]
    """The number of trials with k meetings held, from k = 0 to the most that were seen."""


Quantiles = TypedDict(
    "Quantiles",
    {
        # Of order 5 %.
        "0.05": "int",
        # Of order 25 %.
        "0.25": "int",
        # The median.
        "0.5": "int",
        # Of order 75 %.
        "0.75": "int",
        # Of order 95 %.
        "0.95": "int",
    },
)
"""Something for each of five quantiles: the smallest count k with P(count ≤ k) of at least that order."""


Quantiles2 = TypedDict(
    "Quantiles2",
    {
        # Of order 5 %.
        "0.05": "list[int] | None",
        # Of order 25 %.
        "0.25": "list[int] | None",
        # The median.
        "0.5": "list[int] | None",
        # Of order 75 %.
        "0.75": "list[int] | None",
        # Of order 95 %.
        "0.95": "list[int] | None",
    },
)
"""Something for each of five quantiles: the smallest count k with P(count ≤ k) of at least that order."""


class CountRange(TypedDict):
    """The range of a count from its 5 % point to its 95 % point, with its own probability: 90 % or more, as counts are discrete."""

    low: int
    """The lowest count in it."""

    high: int
    """The highest count in it."""

    probability: float
    """P(low ≤ count ≤ high)."""

    probability_std_error: NotRequired[float | None]
    """The standard error of that, where it is sampled."""


class ExactYield(TypedDict):
    """The meetings held, exactly."""

    mean: float
    """The mean."""

    sd: float
    """The standard deviation."""

    quantiles: Quantiles
    """The quantiles."""

    central90: CountRange
    """The range from the 5 % point to the 95 % point."""

    at_least: dict[str, float]
    """P(at least k meetings), by each k that was asked for."""

    pmf: list[float]
    """P(k meetings held), from k = 0 on."""


class AgreementAnswer(TypedDict):
    """How far the simulation is from the exact distribution."""

    mean_sigmas: float | None
    """The difference of the means, in standard errors; null where these are undefined."""

    largest_cdf_gap: float
    """The largest difference of the distribution functions."""


class ExactMoments(TypedDict):
    """Mean and standard deviation."""

    mean: float
    """The mean."""

    sd: float
    """The standard deviation."""


class VarianceAnswer(TypedDict):
    """The variance of the yield in its two parts, in squared meetings."""

    luck: float | None
    """E[Var(yield | rates)]."""

    luck_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""

    ignorance: float | None
    """Var(E[yield | rates]); where it is sampled it may come out slightly negative."""

    ignorance_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""


class Estimated(TypedDict):
    """A sampled mean per campaign."""

    mean: float
    """The mean over all trials."""

    std_error: float | None
    """Its standard error; null for a single trial."""


class AtPublishedRatesAnswer(TypedDict):
    """What a campaign brings at the published rates."""

    of: Literal["meetings", "attempts"]
    """What is counted: `meetings`, or the `attempts` of a campaign that ends at a number of meetings."""

    mean: float
    """The mean."""

    std_error: float | None
    """Its standard error; 0 where it is exact."""

    central90: CountRange
    """The range from the 5 % point to the 95 % point."""


class MeetingsByKind(TypedDict):
    """Mean meetings by kind of call."""

    cold: float | None
    """Of cold calls."""

    warm: float | None
    """Of warm calls."""


class CountsByKind(TypedDict):
    """Means per campaign."""

    cold: Estimated
    """Of cold calls."""

    warm: Estimated
    """Of warm calls."""

    total: Estimated
    """Of both."""


class IncidentCounts(TypedDict):
    """Mean incidents per campaign."""

    total: Estimated
    """All of them."""

    unknown: Estimated
    """With a connector who was unknown."""

    recovered: Estimated
    """Of these, those that explaining saved."""

    unrecovered: Estimated
    """Of these, the others."""

    disliked: Estimated
    """With a connector who was disliked."""


class AttemptsMade(TypedDict):
    """The attempts, where chance decides how many there are."""

    mean: float
    """The mean over all trials."""

    std_error: float | None
    """The standard error of the mean; null for a single trial."""

    sd: float | None
    """The standard deviation; null for a single trial."""

    sd_std_error: float | None
    """The standard error of the standard deviation."""

    quantiles: Quantiles
    """The quantiles of the trials."""

    quantile_intervals: Quantiles2
    """For each quantile the ends of a 95 % interval between order statistics; null where the trials are too few for one."""

    central90: CountRange
    """The range from the 5 % point to the 95 % point."""

    exact: ExactAttempts | None
    """Exactly, as far as that is known."""


class ExactAttempts(TypedDict):
    """The exact attempts: mean and standard deviation, and the rest where the whole distribution is known."""

    mean: float
    """The mean."""

    sd: float
    """The standard deviation."""

    quantiles: NotRequired[Quantiles | None]
    """The quantiles."""

    central90: NotRequired[CountRange | None]
    """The range from the 5 % point to the 95 % point."""


class RoundAnswer(TypedDict):
    """One round: an attempt to every contact that is still open."""

    attempt: int
    """Its number, from 1."""

    attempts: Estimated
    """Attempts made in it."""

    conversations: Estimated
    """Conversations in it."""

    meetings: Estimated
    """Meetings held that came of it."""

    meetings_per_100_attempts: float | None
    """Exact where that is known; null where no attempts are left."""

    meetings_per_100_attempts_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled; null for a single trial."""

    break_even_minutes: float | None
    """The attempt pays if finding a new contact takes more than these minutes; null where it reaches nobody."""

    exact: ExactRound | None
    """The exact means, where they are known."""


class ExactRound(TypedDict):
    """The exact means of a round."""

    attempts: float
    """Attempts made in it."""

    conversations: float
    """Conversations in it."""

    meetings: float
    """Meetings held that came of it."""


class PoolAnswer(TypedDict):
    """What becomes of a pool of referrals."""

    reproduction: list[Estimated]
    """The referrals that one of generation 1, 2, … brings on average."""

    grows: Estimated
    """The probability that rates are such that chains can grow for ever."""

    extinction: Estimated
    """The probability that all chains die out."""

    runs_dry: Estimated
    """The probability that the pool runs dry within this campaign."""

    first_dry_attempt: FirstDry | None
    """The first attempt that was cold as the pool was empty, over the trials where that happened; null if it never did."""

    meetings_by_generation: list[Estimated] | None
    """Meetings held with referrals of generation 1, 2, …; null where only the exact means are known."""

    exact: ExactPool | None
    """The same exactly, where it is known."""

    same_hours_cold: SameHoursCold | None
    """What the same hours bring on cold calls alone; null where they are none."""


class FirstDry(TypedDict):
    """When a pool first ran dry."""

    mean: float
    """The mean number of the attempt, from 1."""

    std_error: float | None
    """Its standard error."""

    quantiles: Quantiles
    """The quantiles."""

    quantile_intervals: Quantiles2
    """For each quantile the ends of a 95 % interval between order statistics."""


class ExactPool(TypedDict):
    """The exact distribution of what becomes of a pool."""

    runs_dry: float
    """The probability that it runs dry."""

    first_dry_attempt: list[float]
    """P(attempt k is the first cold one), from k = 1."""

    meetings_by_generation: list[float]
    """Mean meetings held with referrals of generation 1, 2, …"""

    cold_meetings: float
    """Mean meetings held by cold calls."""

    cold_attempts: float
    """Mean cold attempts."""


class SameHoursCold(TypedDict):
    """What the same hours bring on cold calls alone."""

    hours: float
    """The mean hours of the campaign."""

    mean: float
    """The mean meetings in them."""

    std_error: float | None
    """Its standard error; 0 where it is exact."""


class YieldInHours(TypedDict):
    """What a strategy brings within a budget of hours."""

    hours: float
    """The budget: what was given, else the smallest mean of the compared strategies."""

    attempts: Estimated
    """Attempts made in it."""

    contacts: NotRequired[int | None]
    """The contacts that are called in it, where they are called several times."""

    meetings: SampledYield
    """The meetings held, simulated."""

    exact: ExactYield | None
    """The same exactly; null where there is no exact distribution."""

    at_published_rates: AtPublishedRatesAnswer | None
    """What the same brings at the published rates; null where these are in force, or where that is not known."""


class PairAnswer(TypedDict):
    """Two strategies against each other."""

    a: str
    """The name of the first."""

    b: str
    """The name of the second."""

    a_wins: float
    """The share of the trials in which the first brought more."""

    a_wins_std_error: float | None
    """Its standard error; null for a single trial."""

    tie: float
    """The share in which both brought the same."""

    tie_std_error: float | None
    """Its standard error."""

    b_wins: float
    """The share in which the second brought more."""

    b_wins_std_error: float | None
    """Its standard error."""

    mean_difference: float
    """The mean of the first less that of the second."""

    std_error: float | None
    """Its standard error."""

    exact: ExactOutcome | None
    """The three probabilities exactly; null where they are not known."""

    dominance: DominanceAnswer | None
    """Which one dominates the other; null where none does, or where that is not known."""

    difference: DifferenceAnswer
    """The meetings of the first less those of the second, trial by trial."""

    equal_hours: EqualHoursAnswer | None
    """Within one budget of hours; null where that has no sense, as calls take no time."""


class ExactOutcome(TypedDict):
    """Exact probabilities of a pair."""

    a_wins: float
    """P(the first brings more)."""

    tie: float
    """P(both bring the same)."""

    b_wins: float
    """P(the second brings more)."""


class DominanceAnswer(TypedDict):
    """Stochastic dominance."""

    dominant: str
    """`a` or `b`."""

    order: int
    """1: more likely to reach any number of meetings. 2: the safer choice."""

    everywhere: bool
    """Whether that holds for the rarest numbers, too."""


class DifferenceAnswer(TypedDict):
    """A histogram of differences."""

    first: int
    """The smallest difference that was seen."""

    counts: list[int]
    """The number of trials with that difference, with one more, …"""


class EqualHoursAnswer(TypedDict):
    """A pair within one budget of hours."""

    hours: float
    """The budget: what was given, else the smallest mean of the compared strategies."""

    a_wins: float
    """The share of the trials in which the first brought more."""

    a_wins_std_error: float | None
    """Its standard error; null for a single trial."""

    tie: float
    """The share in which both brought the same."""

    tie_std_error: float | None
    """Its standard error."""

    b_wins: float
    """The share in which the second brought more."""

    b_wins_std_error: float | None
    """Its standard error."""

    mean_difference: float
    """The mean of the first less that of the second."""

    std_error: float | None
    """Its standard error."""

    exact: ExactOutcome | None
    """The three probabilities exactly; null where they are not known."""

    dominance: DominanceAnswer | None
    """Which one dominates the other; null where none does, or where that is not known."""


class ForecastAnswer(TypedDict):
    """The meetings that a list of contacts will bring."""

    schema: Literal["outreach/forecast/1"]
    """`outreach/forecast/1`."""

    version: str
    """The version of outreach that answered."""

    scenario: RatesInForce
    """The rates of contacts that have a kind and no probability of their own."""

    assumptions: list[str]
    """The keys that decide something here and that neither a source nor you have said."""

    computed: Computed
    """Whether the numbers are exact or simulated: averaged over drawn values of the uncertain rates, exact given these."""

    seed: NotRequired[int | None]
    """The seed of what was drawn, where something was."""

    trials: NotRequired[int | None]
    """How often the uncertain rates were drawn."""

    contacts: int
    """Contacts."""

    max_attempts: int
    """The most attempts that each contact of a kind gets from now on; 1 where none has a kind."""

    rows: RowsAnswer
    """What became of the rows."""

    columns: dict[str, list[str]]
    """The names of the columns that were read, by what they say."""

    unused_columns: list[str]
    """The columns that were not read."""

    words: list[WordAnswer]
    """What the words were taken for; of lists, only those read from one file."""

    assumed: list[AssumedAnswer]
    """What nobody has said, and the table seems to say."""

    groups: list[GroupAnswer]
    """The whole list, then each group in the order of their names."""

    best_order: NotRequired[BestOrderAnswer | None]
    """Whom to call first, where hours were given."""


class GroupAnswer(TypedDict):
    """A group of contacts."""

    group: str | None
    """Its name; null for the whole list."""

    contacts: int
    """Its contacts."""

    meetings: GroupYield
    """The meetings held that they will bring."""


class GroupYield(TypedDict):
    """The meetings of a group."""

    mean: float
    """The mean."""

    sd: float
    """The standard deviation."""

    quantiles: Quantiles
    """The quantiles."""

    central90: CountRange
    """The range from the 5 % point to the 95 % point."""

    std_error: NotRequired[float]
    """The standard error of the mean."""

    sd_std_error: NotRequired[float]
    """The standard error of the standard deviation."""

    quantile_intervals: NotRequired[Quantiles2]
    """For each quantile the ends of an interval that holds it with a probability of 95 %."""

    at_least: dict[str, float]
    """P(at least k meetings), by each k that was asked for."""

    at_least_std_error: NotRequired[dict[str, float]]
    """The standard errors of these, where the distribution is not exact."""


class BestOrderAnswer(TypedDict):
    """How far the hours go if the contacts with the most meetings per expected minute are called first."""

    hours: float
    """The hours that were given."""

    contacts: int
    """The contacts that they reach."""

    minutes: float
    """The minutes that these are expected to take; the meeting of the last of them may overrun the hours."""

    minutes_of: MinutesAnswer
    """The minutes of one of each."""

    meetings: ListSummary
    """The meetings held that these contacts will bring."""

    lines: list[int]
    """Their lines in the list, the one to be called first first."""


class MinutesAnswer(TypedDict):
    """Minutes of work."""

    cold_attempt: float
    """Of a cold attempt."""

    warm_attempt: float
    """Of a warm attempt with its introduction."""

    meeting: float
    """Of a meeting."""


class ListSummary(TypedDict):
    """The meetings of a list, in short."""

    mean: float
    """The mean."""

    sd: float
    """The standard deviation."""

    quantiles: Quantiles
    """The quantiles."""

    central90: CountRange
    """The range from the 5 % point to the 95 % point."""

    std_error: NotRequired[float]
    """The standard error of the mean."""

    sd_std_error: NotRequired[float]
    """The standard error of the standard deviation."""

    quantile_intervals: NotRequired[Quantiles2]
    """For each quantile the ends of an interval that holds it with a probability of 95 %."""


class ModelAnswer(TypedDict):
    """The call tree with every probability, its value and where it comes from."""

    schema: Literal["outreach/model/1"]
    """`outreach/model/1`."""

    version: str
    """The version of outreach that answered."""

    scenario: RatesInForce
    """Every parameter in force."""

    assumptions: list[str]
    """The keys that neither a source nor you have said."""

    computed: Computed
    """Whether the numbers are exact or simulated."""

    rates: list[RateAnswer]
    """Every rate."""

    numbers: list[NumberAnswer]
    """The numbers of the pool and the effort, as the preset has them."""

    cold: TreeAnswer
    """The tree of a cold attempt."""

    warm: TreeAnswer
    """The tree of a warm attempt."""

    at_published_rates: HeldPerAttempt | None
    """What an attempt brings at the published rates; null where these are in force."""


class RateAnswer(TypedDict):
    """A rate and what it rests on."""

    rate: str
    """Its key."""

    value: RateInForce
    """Its value."""

    interval: Interval | None
    """What holds it with a probability of 90 %, where it is not known for sure; else null."""

    per: str
    """Its denominator: `attempt`, `conversation`, …"""

    meaning: str
    """What it is the probability of."""

    provenance: Literal["documented", "published", "assumed", "set by you"]
    """Where it comes from: `documented`, `published`, `assumed` or `set by you`."""

    follows: str | None
    """The key that it follows, as it was not set itself; else null."""

    source: str | None
    """The source, in words; null where it has no source."""

    confidence: str | None
    """How much the published figures can be trusted: `high`, `medium` or `low`; null without figures."""

    published_centre: float | None
    """The centre of the published figures; null without figures."""

    published_range: list[float] | None
    """The range of the published figures, which holds the rate with a probability of 90 %; null without figures."""


class NumberAnswer(TypedDict):
    """A number of the pool or the effort, and what it rests on."""

    number: str
    """Its key."""

    value: float | None
    """Its value; null where it has none, as the dispersion of Poisson numbers."""

    per: str
    """Its denominator."""

    meaning: str
    """What it counts."""

    provenance: Literal["documented", "published", "assumed", "set by you"]
    """Where it comes from: `documented`, `published` or `assumed`."""

    source: str
    """The source, in words."""

    confidence: str | None
    """How much the published figures can be trusted: `high`, `medium` or `low`; null without figures."""

    published_range: list[float] | None
    """The range of the published figures; null without figures."""


class TreeAnswer(TypedDict):
    """The tree of one attempt, uncertain rates at their means."""

    meeting_per_conversation: float
    """P(meeting set | conversation)."""

    held_per_attempt: float
    """P(meeting held | attempt)."""

    meeting_per_conversation_that_kept_its_standing: NotRequired[float | None]
    """P(meeting set | conversation that kept its warm standing), of a warm attempt; null where no value solves the reading."""

    paths: list[PathAnswer]
    """Every path of an attempt; their probabilities sum to 1."""


class PathAnswer(TypedDict):
    """One way for an attempt to go."""

    incident: Literal["none", "recovered", "unrecovered", "disliked"]
    """`none`, `recovered`, `unrecovered` or `disliked`."""

    ending: Literal["not reached", "refused", "no show", "held"]
    """`not reached`, `refused`, `no show` or `held`."""

    probability: float
    """Its probability."""


class HeldPerAttempt(TypedDict):
    """P(meeting held | attempt), uncertain rates at their means."""

    cold: float
    """Of a cold attempt."""

    warm: float
    """Of a warm one."""


class PlanAnswer(TypedDict):
    """The smallest effort that reaches a number of meetings, or that none does."""

    schema: Literal["outreach/plan/1"]
    """`outreach/plan/1`."""

    version: str
    """The version of outreach that answered."""

    scenario: ScenarioInForce
    """Every parameter in force."""

    assumptions: list[str]
    """The keys that neither a source nor you have said."""

    computed: Computed
    """Whether the numbers are exact or simulated."""

    seed: NotRequired[int | None]
    """The seed, where something was simulated."""

    trials: NotRequired[int | None]
    """The number of simulated campaigns, where some were."""

    solve: Literal["attempts", "referrals", "hours", "contacts", "attempts-per-contact"]
    """What was looked for: `attempts`, `referrals`, `hours`, `contacts` or `attempts-per-contact`."""

    attempts: int | None
    """Attempts."""

    referrals: int | None
    """Warm attempts among the calls; with a pool, referrals to start with."""

    hours: float | None
    """Hours: whole minutes."""

    contacts: int | None
    """Contacts."""

    attempts_per_contact: int | None
    """Attempts at each contact."""

    range: EffortRange | None
    """From the smallest that may do to the smallest that surely does, each with 97.5 % confidence, where a simulation cannot
tell them apart; else null."""

    probability: float
    """P(meetings held ≥ target) there; if nothing was found, the highest that was."""

    probability_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""

    probability_at_one_less: float | None
    """The same at one less; null at 0."""

    probability_at_one_less_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""

    central90: CountRange | None
    """The meetings held in most campaigns of the smallest effort; null where none was found, or one has no exact distribution
though its probability is exact."""

    target: int
    """The number of meetings held, at least."""

    confidence: float
    """The probability that was asked for."""

    max: int
    """The most attempts, contacts or attempts per contact that were looked at."""

    confidences: list[ConfidenceAnswer]
    """The smallest effort by how sure one wants to be, the confidence that was asked for among them."""

    others: list[OtherPlanAnswer]
    """What the same campaign takes at published rates and, where attempts are looked for, what other campaigns take; where
that is exact."""

    weeks: WeeksAnswer | None
    """The weeks that it takes, where they were asked for; else null."""


class ConfidenceAnswer(TypedDict):
    """The smallest effort for a confidence."""

    confidence: float
    """The probability."""

    attempts: int | None
    """Attempts."""

    referrals: int | None
    """Warm attempts among the calls; with a pool, referrals to start with."""

    hours: float | None
    """Hours: whole minutes."""

    contacts: int | None
    """Contacts."""

    attempts_per_contact: int | None
    """Attempts at each contact."""

    weeks: int | None
    """The weeks that it takes, where they were asked for and are known; else null."""


class OtherPlanAnswer(TypedDict):
    """What another campaign takes."""

    strategy: str
    """Its strategy."""

    preset: Literal["documented", "published"]
    """The preset of its rates."""

    attempts: int | None
    """Attempts."""

    referrals: int | None
    """Warm attempts among the calls; with a pool, referrals to start with."""

    hours: float | None
    """Hours: whole minutes."""

    contacts: int | None
    """Contacts."""

    attempts_per_contact: int | None
    """Attempts at each contact."""


class WeeksAnswer(TypedDict):
    """The weeks that a target takes."""

    calls_per_week: int | None
    """The calls of a week; null where hours are."""

    hours_per_week: float | None
    """The hours of a week; null where calls are."""

    even_chance: int | None
    """The fewest weeks with P(meetings held ≥ target) of at least one half; null where none are within the limits."""

    at_confidence: int | None
    """The fewest weeks with the confidence that was asked for; null likewise."""


class SensitivityAnswer(TypedDict):
    """What each rate does to the mean yield, which unknown matters, and what to log to know it."""

    schema: Literal["outreach/sensitivity/2"]
    """`outreach/sensitivity/2`."""

    version: str
    """The version of outreach that answered."""

    scenario: ScenarioInForce
    """Every parameter in force."""

    assumptions: list[str]
    """The keys that neither a source nor you have said."""

    computed: Computed
    """Whether the numbers are exact or simulated."""

    seed: NotRequired[int | None]
    """The seed, where something was simulated."""

    trials: NotRequired[int | None]
    """The number of simulated campaigns, where some were."""

    base: float
    """The mean meetings held with nothing moved."""

    base_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""

    base_at_published_rates: float | None
    """The same at the published rates, exactly; null where these are in force, or where that is not known."""

    central90: CountRange | None
    """The meetings held in most such campaigns; null where they have no exact distribution and the mean is exact."""

    bars: list[BarAnswer]
    """What each rate and number does when it alone moves, the strongest first."""

    indices: list[IndexAnswer]
    """How much of what not knowing the rates adds to the variance comes from each."""

    information: list[InformationAnswer]
    """What logging more calls would take away from that."""


class BarAnswer(TypedDict):
    """What one rate, or a number of the pool or the effort, does to the mean yield."""

    rate: str
    """Its key."""

    low: float
    """The lower end of its range: the 5 % point of an uncertain rate, the odds of a known one divided by 1.5, the lower end of
a number's published range, or half of a number of which nothing is published."""

    high: float | None
    """The upper end, likewise; null of a dispersion of the names, where the names are Poisson."""

    of: str
    """What the values at the ends are, in meetings held: `mean`, or `5 % point` for the correlation of connectors, which moves the
spread and not the mean."""

    yield_at_low: float | None
    """That number of meetings at the lower end; null where no rates fit together there."""

    yield_at_low_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""

    yield_at_high: float | None
    """That number of meetings at the upper end; null where no rates fit together there."""

    yield_at_high_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""

    assumed: bool
    """Whether nobody says what it is."""

    bounds: BoundsAnswer | None
    """The mean meetings held if it were 0 or 1, for an assumed rate; else null."""


class BoundsAnswer(TypedDict):
    """The mean meetings held at the ends of what is possible."""

    yield_at_0: float | None
    """If it were 0; null where no rates fit together there."""

    yield_at_0_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""

    yield_at_1: float | None
    """If it were 1; null where no rates fit together there."""

    yield_at_1_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""


IndexAnswer = TypedDict(
    "IndexAnswer",
    {
        # Its key.
        "rate": "str",
        # The key of the share that can be reached, where a table of attempts tells both together.
        "with": "NotRequired[str | None]",
        # What knowing this rate alone would take away; null where the yields show no ignorance.
        "first_order": "float | None",
        # Its standard error, where it is sampled.
        "first_order_std_error": "NotRequired[float | None]",
        # What would stay if all others were known; null likewise.
        "total": "float | None",
        # Its standard error, where it is sampled.
        "total_std_error": "NotRequired[float | None]",
    },
)
"""The share of the ignorance that one uncertain rate causes."""


class InformationAnswer(TypedDict):
    """What logging more calls of one kind takes away from the ignorance."""

    kind: Literal["cold", "warm"]
    """`cold` or `warm`."""

    calls: int
    """The number of calls that are logged."""

    ignorance_taken_away: float | None
    """The share of the ignorance that they take away, about."""

    std_error: float | None
    """Its standard error, at most; 0 where it is exact."""


class SimulateAnswer(TypedDict):
    """How many meetings one campaign will bring: exact where there is an exact distribution, and simulated."""

    schema: Literal["outreach/simulate/1"]
    """`outreach/simulate/1`."""

    version: str
    """The version of outreach that answered."""

    scenario: ScenarioInForce
    """Every parameter in force."""

    assumptions: list[str]
    """The keys that neither a source nor you have said."""

    computed: Computed
    """Whether the numbers are exact or simulated."""

    seed: int
    """The seed: the same one gives the same answer."""

    trials: int
    """The number of simulated campaigns."""

    precision: NotRequired[FoundPrecision | None]
    """The precision that was asked for, if one was."""

    so_far: NotRequired[SoFarAnswer | None]
    """What the campaign had brought before, if it had begun."""

    weeks: NotRequired[ByWeekAnswer | None]
    """What it has brought after one week, two, and so on, where a pace was given."""

    meetings: SampledYield
    """The meetings held, simulated."""

    exact: ExactYield | None
    """The same exactly; null where there is no exact distribution."""

    agreement: AgreementAnswer | None
    """How far both are apart."""

    exact_reason: NotRequired[str]
    """Why there is none."""

    exact_moments: NotRequired[ExactMoments | None]
    """Mean and standard deviation, where they are known."""

    variance: VarianceAnswer
    """The variance of the yield, split into luck and not knowing the rates."""

    clamped: NotRequired[Estimated | None]
    """The share of the trials in which a rate that was solved for or drawn was not possible, and the nearest possible one was taken."""

    at_published_rates: AtPublishedRatesAnswer | None
    """What the same brings at the published rates; null where these are in force, where that is not known, and while trials are
still to come."""

    one_more_introduction: float | None
    """The mean meetings that one more introduction brings in place of a cold call, exactly; with a pool one more referral to
start with, of several attempts a warm contact. Null where no cold call is left, or where that is not known."""

    meetings_by_kind: MeetingsByKind
    """The exact mean meetings of the calls of each kind; null where chance decides which are made, or where it is not known."""

    connectors_apart: NotRequired[CountRange | None]
    """The central range with a connector for each call, where few connectors recommend many; null where it is not known."""

    attempts: CountsByKind
    """Attempts made."""

    conversations: CountsByKind
    """Attempts that reached the prospect."""

    meetings_set: CountsByKind
    """Meetings agreed."""

    incidents: IncidentCounts
    """Warm conversations that went wrong at the connector's name."""

    attempts_made: NotRequired[AttemptsMade | None]
    """The distribution of the attempts, where a stop or conversations leave them to chance."""

    rounds: NotRequired[list[RoundAnswer] | None]
    """Each round of a campaign of contacts."""

    attempts_that_fill_hours: NotRequired[int | None]
    """How often given hours let each contact be called: the fewest attempts that take the hours on average, if any do."""

    pool: NotRequired[PoolAnswer | None]
    """What becomes of a pool of referrals, if there is one."""

    minutes: Estimated
    """The minutes that the campaign takes."""

    meetings_per_hour: Estimated | None
    """Mean meetings by mean hours; null if the campaign takes no time."""

    attempts_per_meeting: Estimated | None
    """Mean attempts by mean meetings; null if there were none."""


class SoFarAnswer(TypedDict):
    """What a campaign had brought so far, and how likely its plan had made that."""

    cold: KindSoFar
    """Cold attempts and their meetings."""

    warm: KindSoFar
    """Warm attempts and their meetings."""

    at_most: float
    """P(at most this many meetings in this many attempts), before anything was known."""

    at_most_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""

    at_least: float
    """P(at least this many meetings in this many attempts)."""

    at_least_std_error: NotRequired[float | None]
    """Its standard error, where it is sampled."""


class KindSoFar(TypedDict):
    """Attempts made and meetings held."""

    attempts: int
    """Attempts made."""

    meetings: int
    """Meetings held."""

    rounds: NotRequired[TableInForce | None]
    """The contacts of each round, where they are called several times."""


class ByWeekAnswer(TypedDict):
    """A campaign week by week."""

    calls_per_week: int | None
    """The calls of a week; null where hours are."""

    hours_per_week: float | None
    """The hours of a week; null where calls are."""

    by_week: list[WeekAnswer]
    """Every week, or every second, third, … one of more than 52; the last one is that in which all is done."""


class WeekAnswer(TypedDict):
    """The meetings held by the end of a week."""

    week: int
    """The number of the week, from 1."""

    mean: float
    """The mean."""

    std_error: float | None
    """The standard error of the mean; 0 where it is exact, null for a single trial."""

    central90: CountRange
    """The range from the 5 % point to the 95 % point."""

    at_least: dict[str, float]
    """P(at least k meetings), by each k that was asked for."""

    at_least_std_error: dict[str, float]
    """The standard errors of these; 0 where they are exact."""


class TraceAnswer(TypedDict):
    """The calls of one simulated campaign, in their order."""

    schema: Literal["outreach/trace/1"]
    """`outreach/trace/1`."""

    version: str
    """The version of outreach that answered."""

    scenario: ScenarioInForce
    """Every parameter in force."""

    assumptions: list[str]
    """The keys that neither a source nor you have said."""

    computed: Computed
    """Whether the numbers are exact or simulated."""

    seed: int
    """The seed: the same one gives the same calls."""

    trials: int
    """The number of simulated campaigns: 1."""

    held: int
    """The meetings held."""

    central90: CountRange | None
    """The meetings held in most such campaigns, by the exact distribution; null where there is none."""

    calls: list[CallAnswer]
    """Every attempt."""


class CallAnswer(TypedDict):
    """One attempt."""

    kind: Literal["cold", "warm"]
    """`cold` or `warm`."""

    generation: NotRequired[int | None]
    """The generation of the referral that it used, in campaigns with a pool; null of a cold one."""

    contact: NotRequired[int | None]
    """At which contact, from 1, in campaigns that call contacts several times; the recommended ones first."""

    attempt: NotRequired[int | None]
    """The number of the attempt at that contact, from 1."""

    connector: NotRequired[int | None]
    """The number of its connector, from 1, where the calls of one go alike; null of a cold one."""

    incident: Literal["none", "recovered", "unrecovered", "disliked"]
    """`none`, `recovered`, `unrecovered` or `disliked`."""

    ending: Literal["not reached", "refused", "no show", "held"]
    """`not reached`, `refused`, `no show` or `held`."""

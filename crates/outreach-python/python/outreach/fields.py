"""The attributes of answers: what `to_dict()` returns, by the same names. Made from docs/schema by `cargo xtask renew`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from outreach.answers import Answer

if TYPE_CHECKING:
    from outreach import dicts


class BacktestFields(Answer):
    """What would have been forecast from a call log, and what happened."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.BacktestAnswer: ...

    @property
    def schema(self) -> Literal["outreach/backtest/1"]:
        """`outreach/backtest/1`."""
        found: Literal["outreach/backtest/1"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.BacktestScenario:
        """What was known before the log: the rates are its own."""
        found: dicts.BacktestScenario = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """Nothing is assumed."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def rows(self) -> dicts.RowsAnswer:
        """What became of the rows."""
        found: dicts.RowsAnswer = self._field("rows")
        return found

    @property
    def columns(self) -> dict[str, list[str]]:
        """The names of the columns that were read, by what they say."""
        found: dict[str, list[str]] = self._field("columns")
        return found

    @property
    def unused_columns(self) -> list[str]:
        """The columns that were not read."""
        found: list[str] = self._field("unused_columns")
        return found

    @property
    def words(self) -> list[dicts.WordAnswer]:
        """What the words were taken for; of lists, only those read from one file."""
        found: list[dicts.WordAnswer] = self._field("words")
        return found

    @property
    def assumed(self) -> list[dicts.AssumedAnswer]:
        """What nobody has said, and the table seems to say."""
        found: list[dicts.AssumedAnswer] = self._field("assumed")
        return found

    @property
    def kind(self) -> Literal["cold", "warm"]:
        """The calls that were forecast: `cold` or `warm`."""
        found: Literal["cold", "warm"] = self._field("kind")
        return found

    @property
    def batch(self) -> int:
        """Each forecast covers this many calls."""
        found: int = self._field("batch")
        return found

    @property
    def warmup(self) -> int:
        """The first forecast comes after at least this many calls."""
        found: int = self._field("warmup")
        return found

    @property
    def calls(self) -> int:
        """Calls of the kind."""
        found: int = self._field("calls")
        return found

    @property
    def meetings_set(self) -> int:
        """Their meetings set."""
        found: int = self._field("meetings_set")
        return found

    @property
    def forecasts(self) -> int:
        """Batches that were forecast."""
        found: int = self._field("forecasts")
        return found

    @property
    def coverage80(self) -> float:
        """The share of the outcomes within the central 80 % range of their forecast."""
        found: float = self._field("coverage80")
        return found

    @property
    def expected80(self) -> float:
        """The probability that these ranges have: more than 80 %, as counts are discrete."""
        found: float = self._field("expected80")
        return found

    @property
    def mean_width80(self) -> float:
        """Their mean width, in meetings."""
        found: float = self._field("mean_width80")
        return found

    @property
    def crps(self) -> float:
        """The mean continuous ranked probability score, in meetings: less is better."""
        found: float = self._field("crps")
        return found

    @property
    def log_score(self) -> float | None:
        """The mean of ln P(outcome), in nats; null where something happened that could not."""
        found: float | None = self._field("log_score")
        return found

    @property
    def histogram(self) -> list[float]:
        """For each tenth of the forecasts the share of the outcomes that fell into it: 0.1 each where forecasts are right."""
        found: list[float] = self._field("histogram")
        return found

    @property
    def binomial(self) -> dicts.ScoresAnswer:
        """How binomial forecasts from the share of meetings so far would have done."""
        found: dicts.ScoresAnswer = self._field("binomial")
        return found


class CalibrateFields(Answer):
    """Rates learned from a call log, beside the documented and the published ones."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.CalibrateAnswer: ...

    @property
    def schema(self) -> Literal["outreach/calibrate/2"]:
        """`outreach/calibrate/2`."""
        found: Literal["outreach/calibrate/2"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.RatesInForce:
        """The learned rates, and the preset's where the log tells none."""
        found: dicts.RatesInForce = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """The keys that neither a source nor the log says."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def prior(self) -> str:
        """What was known before the log, in English."""
        found: str = self._field("prior")
        return found

    @property
    def rows(self) -> dicts.RowsAnswer:
        """What became of the rows."""
        found: dicts.RowsAnswer = self._field("rows")
        return found

    @property
    def columns(self) -> dict[str, list[str]]:
        """The names of the columns that were read, by what they say."""
        found: dict[str, list[str]] = self._field("columns")
        return found

    @property
    def unused_columns(self) -> list[str]:
        """The columns that were not read."""
        found: list[str] = self._field("unused_columns")
        return found

    @property
    def words(self) -> list[dicts.WordAnswer]:
        """What the words were taken for; of lists, only those read from one file."""
        found: list[dicts.WordAnswer] = self._field("words")
        return found

    @property
    def assumed(self) -> list[dicts.AssumedAnswer]:
        """What nobody has said, and the table seems to say."""
        found: list[dicts.AssumedAnswer] = self._field("assumed")
        return found

    @property
    def open_cases(self) -> int:
        """Cases that are open at the end of the log: reached, and no trials of a meeting yet."""
        found: int = self._field("open_cases")
        return found

    @property
    def rates(self) -> dict[str, dicts.LearnedRate]:
        """What was learned of each rate."""
        found: dict[str, dicts.LearnedRate] = self._field("rates")
        return found

    @property
    def names_per_meeting(self) -> dicts.NamesAnswer:
        """The names that meetings brought."""
        found: dicts.NamesAnswer = self._field("names_per_meeting")
        return found

    @property
    def attempts(self) -> dicts.AttemptsByKind | None:
        """Attempts at the same contacts by kind, where the log tells them."""
        found: dicts.AttemptsByKind | None = self._field("attempts")
        return found

    @property
    def months(self) -> list[dicts.MonthAnswer]:
        """The calls of each month."""
        found: list[dicts.MonthAnswer] = self._field("months")
        return found

    @property
    def callers(self) -> list[dicts.CallerAnswer]:
        """The calls of each caller, those with the most calls first."""
        found: list[dicts.CallerAnswer] = self._field("callers")
        return found

    @property
    def connectors(self) -> list[dicts.ConnectorAnswer]:
        """The calls of each connector, those with the most calls first."""
        found: list[dicts.ConnectorAnswer] = self._field("connectors")
        return found

    @property
    def connectors_correlation(self) -> dicts.ConnectorsCorrelation | None:
        """How far the recommended calls by one connector go alike; null where the log does not tell it."""
        found: dicts.ConnectorsCorrelation | None = self._field("connectors_correlation")
        return found

    @property
    def connectors_correlation_reason(self) -> str | None:
        """Why it does not tell it, in English."""
        found: str | None = self._field("connectors_correlation_reason")
        return found

    @property
    def callers_correlation(self) -> dicts.CallersByKind:
        """How far the calls of one caller go alike, by kind."""
        found: dicts.CallersByKind = self._field("callers_correlation")
        return found


class CompareFields(Answer):
    """Several strategies in the same worlds: what each brings, and how often one brings more than the other."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.CompareAnswer: ...

    @property
    def schema(self) -> Literal["outreach/compare/1"]:
        """`outreach/compare/1`."""
        found: Literal["outreach/compare/1"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.ScenarioInForce:
        """Every parameter in force where a strategy sets nothing of its own, without what makes it a strategy; of the first strategy
where each has a scenario of its own."""
        found: dicts.ScenarioInForce = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """The keys that neither a source nor you have said."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def seed(self) -> int:
        """The seed: the same one gives the same answer."""
        found: int = self._field("seed")
        return found

    @property
    def trials(self) -> int:
        """The number of simulated campaigns of each strategy."""
        found: int = self._field("trials")
        return found

    @property
    def precision(self) -> dicts.FoundPrecision | None:
        """The precision that was asked for, if one was."""
        found: dicts.FoundPrecision | None = self._field("precision")
        return found

    @property
    def strategies(self) -> list[dicts.StrategyAnswer]:
        """Each strategy, in the order in which they were named."""
        found: list[dicts.StrategyAnswer] = self._field("strategies")
        return found

    @property
    def break_even_minutes(self) -> float | None:
        """The minutes that an introduction may cost before cold calls bring more meetings per hour, at the rates in force where a
strategy sets none of its own; null where cold calls bring none, and where each strategy has a scenario of its own."""
        found: float | None = self._field("break_even_minutes")
        return found

    @property
    def break_even_minutes_std_error(self) -> float | None:
        """Its standard error, where it is sampled."""
        found: float | None = self._field("break_even_minutes_std_error")
        return found


class ForecastFields(Answer):
    """The meetings that a list of contacts will bring."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.ForecastAnswer: ...

    @property
    def schema(self) -> Literal["outreach/forecast/1"]:
        """`outreach/forecast/1`."""
        found: Literal["outreach/forecast/1"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.RatesInForce:
        """The rates of contacts that have a kind and no probability of their own."""
        found: dicts.RatesInForce = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """The keys that decide something here and that neither a source nor you have said."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated: averaged over drawn values of the uncertain rates, exact given these."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def seed(self) -> int | None:
        """The seed of what was drawn, where something was."""
        found: int | None = self._field("seed")
        return found

    @property
    def trials(self) -> int | None:
        """How often the uncertain rates were drawn."""
        found: int | None = self._field("trials")
        return found

    @property
    def contacts(self) -> int:
        """Contacts."""
        found: int = self._field("contacts")
        return found

    @property
    def max_attempts(self) -> int:
        """The most attempts that each contact of a kind gets from now on; 1 where none has a kind."""
        found: int = self._field("max_attempts")
        return found

    @property
    def rows(self) -> dicts.RowsAnswer:
        """What became of the rows."""
        found: dicts.RowsAnswer = self._field("rows")
        return found

    @property
    def columns(self) -> dict[str, list[str]]:
        """The names of the columns that were read, by what they say."""
        found: dict[str, list[str]] = self._field("columns")
        return found

    @property
    def unused_columns(self) -> list[str]:
        """The columns that were not read."""
        found: list[str] = self._field("unused_columns")
        return found

    @property
    def words(self) -> list[dicts.WordAnswer]:
        """What the words were taken for; of lists, only those read from one file."""
        found: list[dicts.WordAnswer] = self._field("words")
        return found

    @property
    def assumed(self) -> list[dicts.AssumedAnswer]:
        """What nobody has said, and the table seems to say."""
        found: list[dicts.AssumedAnswer] = self._field("assumed")
        return found

    @property
    def best_order(self) -> dicts.BestOrderAnswer | None:
        """Whom to call first, where hours were given."""
        found: dicts.BestOrderAnswer | None = self._field("best_order")
        return found


class ModelFields(Answer):
    """The call tree with every probability, its value and where it comes from."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.ModelAnswer: ...

    @property
    def schema(self) -> Literal["outreach/model/1"]:
        """`outreach/model/1`."""
        found: Literal["outreach/model/1"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.RatesInForce:
        """Every parameter in force."""
        found: dicts.RatesInForce = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """The keys that neither a source nor you have said."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def rates(self) -> list[dicts.RateAnswer]:
        """Every rate."""
        found: list[dicts.RateAnswer] = self._field("rates")
        return found

    @property
    def numbers(self) -> list[dicts.NumberAnswer]:
        """The numbers of the pool and the effort, as the preset has them."""
        found: list[dicts.NumberAnswer] = self._field("numbers")
        return found

    @property
    def cold(self) -> dicts.TreeAnswer:
        """The tree of a cold attempt."""
        found: dicts.TreeAnswer = self._field("cold")
        return found

    @property
    def warm(self) -> dicts.TreeAnswer:
        """The tree of a warm attempt."""
        found: dicts.TreeAnswer = self._field("warm")
        return found

    @property
    def at_published_rates(self) -> dicts.HeldPerAttempt | None:
        """What an attempt brings at the published rates; null where these are in force."""
        found: dicts.HeldPerAttempt | None = self._field("at_published_rates")
        return found


class PlanFields(Answer):
    """The smallest effort that reaches a number of meetings, or that none does."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.PlanAnswer: ...

    @property
    def schema(self) -> Literal["outreach/plan/1"]:
        """`outreach/plan/1`."""
        found: Literal["outreach/plan/1"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.ScenarioInForce:
        """Every parameter in force."""
        found: dicts.ScenarioInForce = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """The keys that neither a source nor you have said."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def seed(self) -> int | None:
        """The seed, where something was simulated."""
        found: int | None = self._field("seed")
        return found

    @property
    def trials(self) -> int | None:
        """The number of simulated campaigns, where some were."""
        found: int | None = self._field("trials")
        return found

    @property
    def solve(self) -> Literal["attempts", "referrals", "hours", "contacts", "attempts-per-contact"]:
        """What was looked for: `attempts`, `referrals`, `hours`, `contacts` or `attempts-per-contact`."""
        found: Literal["attempts", "referrals", "hours", "contacts", "attempts-per-contact"] = self._field("solve")
        return found

    @property
    def attempts(self) -> int | None:
        """Attempts."""
        found: int | None = self._field("attempts")
        return found

    @property
    def referrals(self) -> int | None:
        """Warm attempts among the calls; with a pool, referrals to start with."""
        found: int | None = self._field("referrals")
        return found

    @property
    def hours(self) -> float | None:
        """Hours: whole minutes."""
        found: float | None = self._field("hours")
        return found

    @property
    def contacts(self) -> int | None:
        """Contacts."""
        found: int | None = self._field("contacts")
        return found

    @property
    def attempts_per_contact(self) -> int | None:
        """Attempts at each contact."""
        found: int | None = self._field("attempts_per_contact")
        return found

    @property
    def range(self) -> dicts.EffortRange | None:
        """From the smallest that may do to the smallest that surely does, each with 97.5 % confidence, where a simulation cannot
tell them apart; else null."""
        found: dicts.EffortRange | None = self._field("range")
        return found

    @property
    def probability(self) -> float:
        """P(meetings held ≥ target) there; if nothing was found, the highest that was."""
        found: float = self._field("probability")
        return found

    @property
    def probability_std_error(self) -> float | None:
        """Its standard error, where it is sampled."""
        found: float | None = self._field("probability_std_error")
        return found

    @property
    def probability_at_one_less(self) -> float | None:
        """The same at one less; null at 0."""
        found: float | None = self._field("probability_at_one_less")
        return found

    @property
    def probability_at_one_less_std_error(self) -> float | None:
        """Its standard error, where it is sampled."""
        found: float | None = self._field("probability_at_one_less_std_error")
        return found

    @property
    def central90(self) -> dicts.CountRange | None:
        """The meetings held in most campaigns of the smallest effort; null where none was found, or one has no exact distribution
though its probability is exact."""
        found: dicts.CountRange | None = self._field("central90")
        return found

    @property
    def target(self) -> int:
        """The number of meetings held, at least."""
        found: int = self._field("target")
        return found

    @property
    def confidence(self) -> float:
        """The probability that was asked for."""
        found: float = self._field("confidence")
        return found

    @property
    def max(self) -> int:
        """The most attempts, contacts or attempts per contact that were looked at."""
        found: int = self._field("max")
        return found

    @property
    def confidences(self) -> list[dicts.ConfidenceAnswer]:
        """The smallest effort by how sure one wants to be, the confidence that was asked for among them."""
        found: list[dicts.ConfidenceAnswer] = self._field("confidences")
        return found

    @property
    def others(self) -> list[dicts.OtherPlanAnswer]:
        """What the same campaign takes at published rates and, where attempts are looked for, what other campaigns take; where
that is exact."""
        found: list[dicts.OtherPlanAnswer] = self._field("others")
        return found

    @property
    def weeks(self) -> dicts.WeeksAnswer | None:
        """The weeks that it takes, where they were asked for; else null."""
        found: dicts.WeeksAnswer | None = self._field("weeks")
        return found


class SensitivityFields(Answer):
    """What each rate does to the mean yield, which unknown matters, and what to log to know it."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.SensitivityAnswer: ...

    @property
    def schema(self) -> Literal["outreach/sensitivity/2"]:
        """`outreach/sensitivity/2`."""
        found: Literal["outreach/sensitivity/2"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.ScenarioInForce:
        """Every parameter in force."""
        found: dicts.ScenarioInForce = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """The keys that neither a source nor you have said."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def seed(self) -> int | None:
        """The seed, where something was simulated."""
        found: int | None = self._field("seed")
        return found

    @property
    def trials(self) -> int | None:
        """The number of simulated campaigns, where some were."""
        found: int | None = self._field("trials")
        return found

    @property
    def base(self) -> float:
        """The mean meetings held with nothing moved."""
        found: float = self._field("base")
        return found

    @property
    def base_std_error(self) -> float | None:
        """Its standard error, where it is sampled."""
        found: float | None = self._field("base_std_error")
        return found

    @property
    def base_at_published_rates(self) -> float | None:
        """The same at the published rates, exactly; null where these are in force, or where that is not known."""
        found: float | None = self._field("base_at_published_rates")
        return found

    @property
    def central90(self) -> dicts.CountRange | None:
        """The meetings held in most such campaigns; null where they have no exact distribution and the mean is exact."""
        found: dicts.CountRange | None = self._field("central90")
        return found

    @property
    def bars(self) -> list[dicts.BarAnswer]:
        """What each rate and number does when it alone moves, the strongest first."""
        found: list[dicts.BarAnswer] = self._field("bars")
        return found

    @property
    def indices(self) -> list[dicts.IndexAnswer]:
        """How much of what not knowing the rates adds to the variance comes from each."""
        found: list[dicts.IndexAnswer] = self._field("indices")
        return found

    @property
    def information(self) -> list[dicts.InformationAnswer]:
        """What logging more calls would take away from that."""
        found: list[dicts.InformationAnswer] = self._field("information")
        return found


class SimulateFields(Answer):
    """How many meetings one campaign will bring: exact where there is an exact distribution, and simulated."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.SimulateAnswer: ...

    @property
    def schema(self) -> Literal["outreach/simulate/1"]:
        """`outreach/simulate/1`."""
        found: Literal["outreach/simulate/1"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.ScenarioInForce:
        """Every parameter in force."""
        found: dicts.ScenarioInForce = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """The keys that neither a source nor you have said."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def seed(self) -> int:
        """The seed: the same one gives the same answer."""
        found: int = self._field("seed")
        return found

    @property
    def trials(self) -> int:
        """The number of simulated campaigns."""
        found: int = self._field("trials")
        return found

    @property
    def precision(self) -> dicts.FoundPrecision | None:
        """The precision that was asked for, if one was."""
        found: dicts.FoundPrecision | None = self._field("precision")
        return found

    @property
    def so_far(self) -> dicts.SoFarAnswer | None:
        """What the campaign had brought before, if it had begun."""
        found: dicts.SoFarAnswer | None = self._field("so_far")
        return found

    @property
    def weeks(self) -> dicts.ByWeekAnswer | None:
        """What it has brought after one week, two, and so on, where a pace was given."""
        found: dicts.ByWeekAnswer | None = self._field("weeks")
        return found

    @property
    def meetings(self) -> dicts.SampledYield:
        """The meetings held, simulated."""
        found: dicts.SampledYield = self._field("meetings")
        return found

    @property
    def agreement(self) -> dicts.AgreementAnswer | None:
        """How far both are apart."""
        found: dicts.AgreementAnswer | None = self._field("agreement")
        return found

    @property
    def exact_reason(self) -> str | None:
        """Why there is none."""
        found: str | None = self._field("exact_reason")
        return found

    @property
    def exact_moments(self) -> dicts.ExactMoments | None:
        """Mean and standard deviation, where they are known."""
        found: dicts.ExactMoments | None = self._field("exact_moments")
        return found

    @property
    def variance(self) -> dicts.VarianceAnswer:
        """The variance of the yield, split into luck and not knowing the rates."""
        found: dicts.VarianceAnswer = self._field("variance")
        return found

    @property
    def clamped(self) -> dicts.Estimated | None:
        """The share of the trials in which a rate that was solved for or drawn was not possible, and the nearest possible one was taken."""
        found: dicts.Estimated | None = self._field("clamped")
        return found

    @property
    def at_published_rates(self) -> dicts.AtPublishedRatesAnswer | None:
        """What the same brings at the published rates; null where these are in force, where that is not known, and while trials are
still to come."""
        found: dicts.AtPublishedRatesAnswer | None = self._field("at_published_rates")
        return found

    @property
    def one_more_introduction(self) -> float | None:
        """The mean meetings that one more introduction brings in place of a cold call, exactly; with a pool one more referral to
start with, of several attempts a warm contact. Null where no cold call is left, or where that is not known."""
        found: float | None = self._field("one_more_introduction")
        return found

    @property
    def meetings_by_kind(self) -> dicts.MeetingsByKind:
        """The exact mean meetings of the calls of each kind; null where chance decides which are made, or where it is not known."""
        found: dicts.MeetingsByKind = self._field("meetings_by_kind")
        return found

    @property
    def connectors_apart(self) -> dicts.CountRange | None:
        """The central range with a connector for each call, where few connectors recommend many; null where it is not known."""
        found: dicts.CountRange | None = self._field("connectors_apart")
        return found

    @property
    def attempts(self) -> dicts.CountsByKind:
        """Attempts made."""
        found: dicts.CountsByKind = self._field("attempts")
        return found

    @property
    def conversations(self) -> dicts.CountsByKind:
        """Attempts that reached the prospect."""
        found: dicts.CountsByKind = self._field("conversations")
        return found

    @property
    def meetings_set(self) -> dicts.CountsByKind:
        """Meetings agreed."""
        found: dicts.CountsByKind = self._field("meetings_set")
        return found

    @property
    def incidents(self) -> dicts.IncidentCounts:
        """Warm conversations that went wrong at the connector's name."""
        found: dicts.IncidentCounts = self._field("incidents")
        return found

    @property
    def attempts_made(self) -> dicts.AttemptsMade | None:
        """The distribution of the attempts, where a stop or conversations leave them to chance."""
        found: dicts.AttemptsMade | None = self._field("attempts_made")
        return found

    @property
    def rounds(self) -> list[dicts.RoundAnswer] | None:
        """Each round of a campaign of contacts."""
        found: list[dicts.RoundAnswer] | None = self._field("rounds")
        return found

    @property
    def attempts_that_fill_hours(self) -> int | None:
        """How often given hours let each contact be called: the fewest attempts that take the hours on average, if any do."""
        found: int | None = self._field("attempts_that_fill_hours")
        return found

    @property
    def pool(self) -> dicts.PoolAnswer | None:
        """What becomes of a pool of referrals, if there is one."""
        found: dicts.PoolAnswer | None = self._field("pool")
        return found

    @property
    def minutes(self) -> dicts.Estimated:
        """The minutes that the campaign takes."""
        found: dicts.Estimated = self._field("minutes")
        return found

    @property
    def meetings_per_hour(self) -> dicts.Estimated | None:
        """Mean meetings by mean hours; null if the campaign takes no time."""
        found: dicts.Estimated | None = self._field("meetings_per_hour")
        return found

    @property
    def attempts_per_meeting(self) -> dicts.Estimated | None:
        """Mean attempts by mean meetings; null if there were none."""
        found: dicts.Estimated | None = self._field("attempts_per_meeting")
        return found


class TraceFields(Answer):
    """The calls of one simulated campaign, in their order."""

    __slots__ = ()

    if TYPE_CHECKING:

        def to_dict(self) -> dicts.TraceAnswer: ...

    @property
    def schema(self) -> Literal["outreach/trace/1"]:
        """`outreach/trace/1`."""
        found: Literal["outreach/trace/1"] = self._field("schema")
        return found

    @property
    def version(self) -> str:
        """The version of outreach that answered."""
        found: str = self._field("version")
        return found

    @property
    def scenario(self) -> dicts.ScenarioInForce:
        """Every parameter in force."""
        found: dicts.ScenarioInForce = self._field("scenario")
        return found

    @property
    def assumptions(self) -> list[str]:
        """The keys that neither a source nor you have said."""
        found: list[str] = self._field("assumptions")
        return found

    @property
    def computed(self) -> dicts.Computed:
        """Whether the numbers are exact or simulated."""
        found: dicts.Computed = self._field("computed")
        return found

    @property
    def seed(self) -> int:
        """The seed: the same one gives the same calls."""
        found: int = self._field("seed")
        return found

    @property
    def trials(self) -> int:
        """The number of simulated campaigns: 1."""
        found: int = self._field("trials")
        return found

    @property
    def held(self) -> int:
        """The meetings held."""
        found: int = self._field("held")
        return found

    @property
    def central90(self) -> dicts.CountRange | None:
        """The meetings held in most such campaigns, by the exact distribution; null where there is none."""
        found: dicts.CountRange | None = self._field("central90")
        return found

    @property
    def calls(self) -> list[dicts.CallAnswer]:
        """Every attempt."""
        found: list[dicts.CallAnswer] = self._field("calls")
        return found

"""Learning from a call log."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, SupportsFloat, SupportsIndex, TypedDict, final, get_args

from outreach import _outreach as native
from outreach import files, frames, tables, words
from outreach.answers import Call
from outreach.campaign import Campaign, Options
from outreach.fields import BacktestFields, CalibrateFields

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from matplotlib.axes import Axes

    from outreach.tables import Table

Role = Literal[
    "date",
    "kind",
    "outcome",
    "reached",
    "duration",
    "contact",
    "caller",
    "connector",
    "incident",
    "names",
    "held",
    "direction",
    "attempts",
    "time",
    "call id",
]
ROLES: tuple[Role, ...] = get_args(Role)


class Layout(TypedDict, total=False):
    """How a call log is read, as of `log_layout`."""

    columns: Mapping[Role, str] | None
    cold: str | Iterable[str]
    warm: str | Iterable[str]
    meeting: str | Iterable[str]
    no_meeting: str | Iterable[str]
    not_reached: str | Iterable[str]
    open: str | Iterable[str]
    date_format: Literal["dmy", "mdy"] | None
    talk_time: SupportsFloat
    delimiter: str | None
    no_dates: bool
    newest_first: bool
    skip_lines: SupportsIndex
    sheet: str | None
    strict: bool
    allow_rejected: bool


@final
class Calibration(CalibrateFields):
    """Rates learned from a call log."""

    __slots__ = ()
    _of_log = True

    def plot(self, ax: Axes | None = None, **style: Any) -> Axes:
        """The 90 % range of each rate in per cent, and its mean, on axes of matplotlib, which are made unless given; `style` is of
        `Axes.barh`.

        Raises:
            ModuleNotFoundError: Without matplotlib.
        """
        from outreach import plots

        names, known = list(self.rates), self.rates.values()
        lows, highs = ([100 * rate["interval"][end] for rate in known] for end in ("low", "high"))
        drawn = plots.ranges(names, lows, highs, ax, **style)
        drawn.plot([100 * rate["mean"] for rate in known], names, "o", color="0.2", markersize=4)
        drawn.set_xlabel("rate: 90 % range and mean [%]")
        return drawn

    def to_toml(self) -> str:
        """The rates as the text of a scenario file."""
        scenario: str = self._parts[0]
        return scenario

    def campaign(self, **options: Unpack[Options]) -> Campaign:
        """A campaign with the learned rates, and other options as of `Campaign`."""
        return Campaign.from_toml(self.to_toml()).replace(**options)

    def write_scenario(self, path: str | os.PathLike[str]) -> None:
        """Writes the rates as a scenario file, which is replaced as a whole."""
        files.replace(path, self.to_toml().encode())


@final
class Backtest(BacktestFields):
    """What would have been forecast from a call log, and what happened."""

    __slots__ = ()
    _of_log = True

    def plot(self, ax: Axes | None = None, **style: Any) -> Axes:
        """The 80 % range of each forecast, and what happened, on axes of matplotlib, which are made unless given; `style` is of
        `Axes.fill_between`.

        Raises:
            ModuleNotFoundError: Without matplotlib.
        """
        from outreach import plots

        before, outcomes, low, high = (self._native.columns()[name][1] for name in ("before", "outcome", "low", "high"))
        drawn = plots.forecasts([calls + self.batch for calls in before], (low, high), outcomes, ax, **style)
        drawn.set_xlabel(f"{self.kind} calls")
        drawn.set_ylabel(f"meetings of {self.batch} calls")
        return drawn


def log_layout(
    columns: Mapping[Role, str] | None = None,
    *,
    cold: str | Iterable[str] = (),
    warm: str | Iterable[str] = (),
    meeting: str | Iterable[str] = (),
    no_meeting: str | Iterable[str] = (),
    not_reached: str | Iterable[str] = (),
    open: str | Iterable[str] = (),
    date_format: Literal["dmy", "mdy"] | None = None,
    talk_time: SupportsFloat = 30.0,
    delimiter: str | None = None,
    no_dates: bool = False,
    newest_first: bool = False,
    skip_lines: SupportsIndex = 0,
    sheet: str | None = None,
    strict: bool = False,
    allow_rejected: bool = False,
) -> words.LogLayout:
    """How a call log is read; what is not told is found by its usual names and words.

    Args:
        columns: The names of columns by what they tell: date, kind, outcome, reached, duration, contact, caller, connector,
            incident, names, held, direction, attempts, time, call id.
        cold: What the kind's column says of cold calls.
        warm: What it says of warm ones.
        meeting: What the outcome's column says where a meeting was set.
        no_meeting: What it says of conversations without a meeting.
        not_reached: What it says where the prospect was not reached.
        open: What it says of conversations that are to be continued.
        date_format: The order of dates like 5/6/2026.
        talk_time: In seconds: a call no longer than this reached nobody, unless a meeting was set; where the column with
            the duration is named.
        delimiter: Column separator of a file.
        no_dates: Leaves dates alone: the rows are taken in the order of the log.
        newest_first: Whether the newest row comes first, where no column has the time of the calls.
        skip_lines: Leaves out this many lines above the header; titles are found without it.
        sheet: The sheet of a workbook; the one that looks like a log unless told.
        strict: Whether a rejected row is an error.
        allow_rejected: Whether there is an answer though more than half of the rows are rejected.
    """
    named: list[tuple[str, str]] = []
    given: Mapping[str, str] = columns or {}  # type: ignore[assignment]
    for role, name in words.mapping("columns", given).items():
        if role not in ROLES:
            raise ValueError(f"columns[{role!r}]: {', '.join(ROLES)} are accepted")
        named.append((role, words.text(f"columns[{role!r}]", name)))
    return {
        "columns": named,
        "delimiter": words.optional_text("delimiter", delimiter),
        "date_format": words.optional_text("date_format", date_format),
        "cold_words": words.texts("cold", cold),
        "warm_words": words.texts("warm", warm),
        "meeting_words": words.texts("meeting", meeting),
        "no_meeting_words": words.texts("no_meeting", no_meeting),
        "not_reached_words": words.texts("not_reached", not_reached),
        "open_words": words.texts("open", open),
        "talk_time": words.real("talk_time", talk_time),
        "no_dates": words.truth("no_dates", no_dates),
        "newest_first": words.truth("newest_first", newest_first),
        "skip_lines": words.whole("skip_lines", skip_lines, accepted="a number of lines (0 or more)"),
        "sheet": words.optional_text("sheet", sheet),
        "strict": words.truth("strict", strict),
        "allow_rejected": words.truth("allow_rejected", allow_rejected),
    }


def calibrate(
    log: Table,
    *,
    prior: Literal["jeffreys", "documented", "published"] = "jeffreys",
    prior_weight: SupportsFloat | None = None,
    preset: Literal["documented", "published"] = "documented",
    **layout: Unpack[Layout],
) -> Calibration:
    """Rates learned from a call log.

    Args:
        log: One call per row, in their order: a frame of pandas, polars, pyarrow, DuckDB or whatever else has the Arrow C interface,
            which needs pyarrow; or the path of a table.
        prior: What is known before the log.
        prior_weight: The trials of each rate that a preset is worth as the prior.
        preset: Where the rates come from that the log does not tell.
        **layout: How the log is read, as of `log_layout`.

    Raises:
        ValueError: For a log that has no call, columns that are not there, and rejected rows where none may be; otherwise these
            warn, as `outreach.RowsRejected`.
        OSError: For a file that cannot be read.
        TypeError: For what is no table.
    """
    weight = words.optional("prior_weight", prior_weight)
    before, start = words.text("prior", prior), words.text("preset", preset)
    table, how = tables.opened(log), _layout("calibrate", layout)
    tables.check(table, how)
    with frames.by_index(table):
        answer, scenario = native.calibrate(tables.source(table), how, before, weight, start)
    options = {"prior": before, "prior_weight": weight, "preset": start, **layout}
    found = Calibration._of(answer, Call("calibrate", (tables.told(log, table, answer),), options), scenario)
    tables.warn(found, found.rows)
    return found


def backtest(
    log: Table,
    *,
    kind: Literal["cold", "warm"] = "cold",
    batch: SupportsIndex = 100,
    warmup: SupportsIndex = 200,
    **layout: Unpack[Layout],
) -> Backtest:
    """What would have been forecast from a call log, and what happened.

    Args:
        log: One call per row, in their order: a frame, or the path of a table, as of `calibrate`.
        kind: The calls that are forecast.
        batch: Each forecast covers this many calls.
        warmup: The first one is made after at least this many.
        **layout: How the log is read, as of `log_layout`.

    Raises:
        ValueError: For a log that has no call, columns that are not there, and rejected rows where none may be; otherwise these
            warn, as `outreach.RowsRejected`.
        OSError: For a file that cannot be read.
        TypeError: For what is no table.
    """
    many = words.whole("batch", batch, accepted="a number of calls (1 to 100,000)", least=1, most=100_000)
    before = words.whole("warmup", warmup, accepted="a number of calls (1 or more)", least=1)
    table, how = tables.opened(log), _layout("backtest", layout)
    tables.check(table, how)
    with frames.by_index(table):
        answer = native.backtest(tables.source(table), how, words.text("kind", kind), many, before)
    options = {"kind": kind, "batch": many, "warmup": before, **layout}
    found = Backtest._of(answer, Call("backtest", (tables.told(log, table, answer),), options))
    tables.warn(found, found.rows)
    return found


def _layout(verb: str, layout: Layout) -> words.LogLayout:
    unknown = [name for name in layout if name not in Layout.__annotations__]
    if unknown:
        raise TypeError(f"{verb} has no option {unknown[0]!r}; a log has {', '.join(sorted(Layout.__annotations__))}")
    return log_layout(**layout)

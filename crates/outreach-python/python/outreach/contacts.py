"""Lists of contacts, each with a probability of its own or a kind."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, SupportsFloat, SupportsIndex, final

import numpy as np

from outreach import _outreach as native
from outreach import frames, tables, words
from outreach.answers import Call, Named
from outreach.campaign import Campaign, scenario
from outreach.distributed import Distributed
from outreach.distributions import Distribution
from outreach.fields import ForecastFields

if TYPE_CHECKING:
    import numpy.typing as npt

    from outreach.tables import Table


@final
class Group(Distributed):
    """Contacts of a list and the exact distribution of their meetings: the whole list, or those that have one value in the column of `group_by`."""

    __slots__ = ("_distribution", "_is_exact", "contacts", "group")
    group: str | None
    """The value; empty for contacts without one, None for the whole list."""
    contacts: int
    """The number of contacts."""

    def __init__(self, group: str | None, contacts: int, distribution: Distribution, is_exact: bool) -> None:
        self.group, self.contacts, self._distribution, self._is_exact = group, contacts, distribution, is_exact

    @property
    def distribution(self) -> Distribution:
        """The distribution of the meetings."""
        return self._distribution

    @property
    def exact(self) -> Distribution | None:
        """The same where it is exact; None where it is averaged over draws of the uncertain rates."""
        return self._distribution if self._is_exact else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Group) and self._value() == other._value()

    def __hash__(self) -> int:
        return hash(self._value())

    def _value(self) -> tuple[str | None, int, Distribution, bool]:
        return self.group, self.contacts, self._distribution, self._is_exact

    def __repr__(self) -> str:
        return f"Group({self.group!r}, contacts={self.contacts}, mean={self.mean:.4g}, sd={self.sd:.4g})"


@final
class Forecast(ForecastFields, Distributed):
    """The meetings that a list of contacts will bring: an exact distribution, or where there is none (`computed`) an average."""

    __slots__ = ()

    @property
    def distribution(self) -> Distribution:
        """The distribution of the meetings of the whole list."""
        return self._distributions.exact[0]

    @property
    def exact(self) -> Distribution | None:
        """The same where it is exact; None where it is averaged over draws of the uncertain rates."""
        return self.distribution if self.computed == "exact" else None

    @property
    def groups(self) -> tuple[Group, ...]:
        """The whole list, then each group."""
        told = zip(self._json["groups"], self._distributions.exact, strict=True)
        is_exact = self.computed == "exact"
        return tuple(Group(group["group"], group["contacts"], exact, is_exact) for group, exact in told)

    @property
    def partitions(self) -> dict[str, Forecast]:
        """The forecast of each file or partition, where `outreach.dask.forecast` was asked for them; else none."""
        partitions: dict[str, Forecast] = self._parts[0] if self._parts else {}
        return dict(partitions)

    def __getitem__(self, group: str | None) -> Group:
        """The group of this name; None is the whole list.

        Raises:
            KeyError: For a group that is not there.
        """
        for one in self.groups:
            if one.group == group:
                return one
        raise KeyError(group)


def forecast(
    contacts: Table | npt.NDArray[Any] | Sequence[float],
    *,
    campaign: Campaign | None = None,
    probability_column: str | None = None,
    kind_column: str | None = None,
    group_by: str | None = None,
    attempts_column: str | None = None,
    cold: str = "cold",
    warm: str = "warm",
    delimiter: str | None = None,
    skip_lines: SupportsIndex = 0,
    sheet: str | None = None,
    strict: bool = False,
    allow_rejected: bool = False,
    at_least: SupportsIndex | Iterable[SupportsIndex] = (),
    hours: SupportsFloat | None = None,
) -> Forecast:
    """The meetings that a list of contacts will bring.

    Args:
        contacts: Probabilities, of shape (contacts,); a frame of pandas, polars, pyarrow, DuckDB or whatever else has the Arrow C interface, which
            needs pyarrow; or the path of a table.
        campaign: The rates and the effort of contacts that have a kind alone.
        probability_column: The column with the probability of a meeting; `probability` unless told.
        kind_column: The column that tells cold contacts from warm ones; `kind` unless told.
        group_by: Also a forecast for each value of this column; a contact without one is of the group "".
        attempts_column: The column with the attempts made so far at contacts of a kind, none of which reached them.
        cold: What the kind's column says of cold contacts.
        warm: What it says of warm ones.
        delimiter: Column separator of a file.
        skip_lines: Leaves out this many lines above the header of a file; titles are found without it.
        sheet: The sheet of a workbook; the one that looks like a list unless told.
        strict: Whether a rejected row of a file is an error; a frame has no wrong rows.
        allow_rejected: Whether there is an answer though more than half of the rows are rejected.
        at_least: Also how likely at least this many meetings are.
        hours: Also how far these go if the contacts with the most meetings per expected minute are called first.

    Raises:
        ValueError: For what is no probability, with its place, and for columns that are not there, as with probabilities alone.
        OSError: For a file that cannot be read.
        TypeError: For what is no table and no array of numbers.

    >>> forecast([0.2, 0.35, 0.5], at_least=1)
    <Forecast: ...>
    """
    asked = scenario(Campaign() if campaign is None else campaign)
    least, budget = words.at_least(at_least), words.optional("hours", hours)
    columns = {
        "probability_column": probability_column,
        "kind_column": kind_column,
        "group_by": group_by,
        "attempts_column": attempts_column,
    }
    layout: words.ContactLayout = {
        **columns,  # type: ignore[typeddict-item]
        "cold_word": words.text("cold", cold),
        "warm_word": words.text("warm", warm),
        "delimiter": words.optional_text("delimiter", delimiter),
        "skip_lines": words.whole("skip_lines", skip_lines, accepted="a number of lines (0 or more)"),
        "sheet": words.optional_text("sheet", sheet),
        "strict": words.truth("strict", strict),
        "allow_rejected": words.truth("allow_rejected", allow_rejected),
    }
    table: Any = tables.opened(contacts)
    tables.check(table, layout)
    if isinstance(table, (str, os.PathLike)):
        answer = native.forecast_table(asked, os.fspath(table), layout, least, budget)
        of: object = os.fspath(table)
    else:
        if frames.is_frame(table):
            names = usual(frames.columns_of(table), layout, "the frame")
            as_file = _as_file(asked, table, names, layout, least, budget)
            batches = [] if as_file else list(_batches(table, names, layout))
            layout = named(layout, names)
        else:
            as_file = None
            for option, name in columns.items():
                if name is not None:
                    raise ValueError(f"{option} = {name} names a column; probabilities alone have none")
            batches = [(_floats(table).tobytes(), b"", b"", b"", [], [])]
        with frames.by_index(table):
            answer = as_file or native.forecast_columns(asked, layout, batches, least, budget)
        is_frame = frames.is_frame(table) or isinstance(contacts, (str, os.PathLike))
        of = tables.told(contacts, table, answer) if is_frame else Named("probabilities")
    reading = {"cold": cold, "warm": warm, "delimiter": delimiter, "skip_lines": skip_lines, "sheet": sheet}
    usually = {"cold": "cold", "warm": "warm", "skip_lines": 0}
    options: dict[str, Any] = {"campaign": campaign, **columns, **{name: value for name, value in reading.items() if value != usually.get(name)}}
    options |= {"strict": strict or None, "allow_rejected": allow_rejected or None, "at_least": least, "hours": budget}
    found = Forecast._of(answer, Call("forecast", (of,), options))
    tables.warn(found, found.rows)
    return found


def usual(columns: list[str], layout: words.ContactLayout, where: str) -> frames.Names:
    """The columns that are read; those that nobody names have their usual names.

    Raises:
        ValueError: For columns that are not there, or twice.
    """
    def there(option: str, name: str | None, usual: str | None = None) -> str | None:
        name = usual if name is None and usual in columns else name
        if name is not None and columns.count(name) != 1:
            so = "is not a column" if name not in columns else "is more than one column"
            raise ValueError(f"{option} = {name} {so} of {where}; its columns are: {', '.join(columns)}")
        return name

    names = frames.Names(
        there("probability_column", layout["probability_column"], "probability"),
        there("kind_column", layout["kind_column"], "kind"),
        there("group_by", layout["group_by"]),
        there("attempts_column", layout["attempts_column"]),
    )
    if names.probability is None and names.kind is None:
        raise ValueError(
            f"{where} has no column `probability` or `kind` (probability_column and kind_column name others); "
            f"its columns are: {', '.join(columns)}"
        )
    return names


def named(layout: words.ContactLayout, names: frames.Names) -> words.ContactLayout:
    """A layout that names these columns."""
    return {
        **layout,
        "probability_column": names.probability,
        "kind_column": names.kind,
        "group_by": names.group,
        "attempts_column": names.attempts,
    }


def _as_file(
    asked: native.Scenario, frame: Any, names: frames.Names, layout: words.ContactLayout, least: list[int], budget: float | None
) -> native.Answer | None:
    """What the frame comes to as a file, if other columns may tell totals or who is not to be called, and no row is wrong: numbers of files
    may be per cent, and those of frames are not."""
    if not frames.says_more(frame, names):
        return None
    as_file: words.ContactLayout = {**named(layout, names), "strict": False, "allow_rejected": True}
    try:
        with frames.by_index(frame):
            answer = native.forecast_table(asked, frames.text(frame), as_file, least, budget)
    except ValueError:
        # What is wrong with a row is said by its column.
        list(_batches(frame, names, layout))
        raise
    told = json.loads(answer.json())
    is_guessed = any(assumed["what"] == "unit" for assumed in told["assumed"])
    return None if told["rows"]["rejected"] or is_guessed else answer


def _batches(frame: Any, names: frames.Names, layout: words.ContactLayout) -> Iterator[frames.Batch]:
    first, label = 0, frames.label(frame)
    asked = dict.fromkeys(name for name in names if name is not None)
    for batch in frames.batches(frame, asked):
        start = first
        yield frames.rows(batch, names, layout, lambda column, row: f"{column}[{label(start + row)}]")
        first += batch.num_rows


def _floats(given: Any) -> npt.NDArray[np.float64]:
    values = np.asarray(given)
    if values.ndim == 0:
        name = type(given).__name__
        raise TypeError(f"{name} is neither an array of probabilities, nor a frame (pandas, polars, …), nor the path of a table")
    if values.ndim != 1:
        raise ValueError(f"probability has {values.ndim} dimensions; one is accepted")
    if values.dtype.kind not in "fiu":
        raise TypeError(f"probability is of {values.dtype}; numbers are accepted (`astype(float)` makes them)")
    found = np.ascontiguousarray(values, dtype="<f8")
    wrong = ~((found >= 0) & (found <= 1))
    if wrong.any():
        row = int(np.argmax(wrong))
        number = "NaN" if np.isnan(found[row]) else f"{found[row]:g}"
        raise ValueError(f"probability[{frames.label(given)(row)}] = {number} is not a probability (0 to 1)")
    return found

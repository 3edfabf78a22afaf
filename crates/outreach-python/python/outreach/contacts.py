"""Lists of contacts, each with a probability of its own or a kind."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, SupportsFloat, SupportsIndex, final

import numpy as np

from outreach import _outreach as native
from outreach import tables, words
from outreach.answers import Call
from outreach.campaign import Campaign, scenario
from outreach.distributions import Distributed, Distribution
from outreach.fields import ForecastFields

if TYPE_CHECKING:
    import numpy.typing as npt
    from matplotlib.axes import Axes

    from outreach.tables import Table


@final
class Group(Distributed):
    """Contacts of a list and the exact distribution of their meetings: the whole list, or those that have one value in the column of `group_by`."""

    __slots__ = ("_distribution", "contacts", "group")
    group: str | None
    """The value; empty for contacts without one, None for the whole list."""
    contacts: int
    """The number of contacts."""

    def __init__(self, group: str | None, contacts: int, distribution: Distribution) -> None:
        self.group, self.contacts, self._distribution = group, contacts, distribution

    @property
    def distribution(self) -> Distribution:
        """The exact distribution of the meetings."""
        return self._distribution

    def __repr__(self) -> str:
        return f"Group({self.group!r}, contacts={self.contacts}, mean={self.mean:.4g}, sd={self.sd:.4g})"


@final
class Forecast(ForecastFields, Distributed):
    """The meetings that a list of contacts will bring: an exact distribution."""

    __slots__ = ()

    @property
    def distribution(self) -> Distribution:
        """The exact distribution of the meetings of the whole list."""
        return Distribution._of(*self._native.arrays[1][0])

    @property
    def exact(self) -> Distribution:
        """The same: forecasts are exact."""
        return self.distribution

    @property
    def groups(self) -> tuple[Group, ...]:
        """The whole list, then each group."""
        told = zip(self._json["groups"], self._native.arrays[1], strict=True)
        return tuple(Group(group["group"], group["contacts"], Distribution._of(*exact)) for group, exact in told)

    def __getitem__(self, group: str | None) -> Group:
        """The group of this name; None is the whole list.

        Raises:
            KeyError: For a group that is not there.
        """
        for one in self.groups:
            if one.group == group:
                return one
        raise KeyError(group)

    def plot(self, ax: Axes | None = None, **style: Any) -> Axes:
        """Bars of the probabilities for the whole list on axes of matplotlib, which are made unless given."""
        return self.distribution.plot(ax, **style)


def forecast(
    contacts: Table | npt.NDArray[Any] | Sequence[float],
    *,
    campaign: Campaign | None = None,
    probability_column: str | None = None,
    kind_column: str | None = None,
    group_by: str | None = None,
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
        contacts: Probabilities, a frame of pandas or polars, or the path of a table.
        campaign: The rates and the effort of contacts that have a kind alone.
        probability_column: The column with the probability of a meeting; `probability` unless told.
        kind_column: The column that tells cold contacts from warm ones; `kind` unless told.
        group_by: Also a forecast for each value of this column.
        cold: What the kind's column says of cold contacts.
        warm: What it says of warm ones.
        delimiter: What stands between two columns of a file.
        skip_lines: Leaves out this many lines above the header of a file; titles are found without it.
        sheet: The sheet of a workbook; the one that looks like a list unless told.
        strict: Whether a rejected row of a file is an error; a frame has no wrong rows.
        allow_rejected: Whether there is an answer though more than half of the rows are rejected.
        at_least: Also how likely at least so many meetings are.
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
    layout: words.ContactLayout = {
        "probability_column": probability_column,
        "kind_column": kind_column,
        "group_by": group_by,
        "cold_word": words.text("cold", cold),
        "warm_word": words.text("warm", warm),
        "delimiter": delimiter,
        "skip_lines": words.whole("skip_lines", skip_lines, accepted="a number of lines (0 or more)"),
        "sheet": sheet,
        "strict": strict,
        "allow_rejected": allow_rejected,
    }
    if isinstance(contacts, (str, os.PathLike)):
        answer = native.forecast_table(asked, os.fspath(contacts), layout, least, budget)
        of: object = os.fspath(contacts)
    else:
        if tables.is_frame(contacts):
            frame: Any = contacts
            names = usual(frame.columns, probability_column, kind_column, group_by)
            columns = _columns(frame, *names, {cold: 0, warm: 1})
        else:
            given = {"probability_column": probability_column, "kind_column": kind_column, "group_by": group_by}
            for option, name in given.items():
                if name is not None:
                    raise ValueError(f"{option} = {name} names a column; probabilities alone have none")
            names = (None, None, None)
            columns = (floats("probability", np.asarray(contacts)), b"", b"", [])
        answer = native.forecast_columns(asked, named(layout, names), *columns, least, budget)
        of = tables.Told()
    options = {"campaign": campaign, "group_by": group_by, "at_least": least, "hours": budget}
    return Forecast._of(answer, Call("forecast", (of,), options))


Names = tuple[str | None, str | None, str | None]
"""Of the columns with probabilities, kinds and groups."""


def usual(columns: Iterable[str], probability: str | None, kind: str | None, group: str | None) -> Names:
    """The columns that are read; those that nobody names have their usual names."""
    there = list(columns)
    own = probability or ("probability" if "probability" in there else None)
    return own, kind or ("kind" if "kind" in there else None), group


def named(layout: words.ContactLayout, names: Names) -> words.ContactLayout:
    """A layout that names these columns."""
    own, kind, group = (None if name is None else str(name) for name in names)
    return {**layout, "probability_column": own, "kind_column": kind, "group_by": group}


def _columns(
    frame: Any, probability: str | None, kind: str | None, group: str | None, kinds: dict[str, int]
) -> tuple[bytes, bytes, bytes, list[str]]:
    """What the library takes of a frame: probabilities, kinds and groups as bytes, the names of the groups."""
    names = list(frame.columns)

    def column(name: str | None, option: str) -> npt.NDArray[Any] | None:
        if name is None:
            return None
        if name not in names:
            raise ValueError(f"{option} = {name} is no column of the frame; its columns are: {', '.join(map(str, names))}")
        values: npt.NDArray[Any] = frame[name].to_numpy()
        return values

    own = column(probability, "probability_column")
    of_kinds = column(kind, "kind_column")
    groups = column(group, "group_by")
    if own is None and of_kinds is None:
        raise ValueError(
            "the frame has no column `probability` or `kind` (probability_column and kind_column name others); "
            f"its columns are: {', '.join(map(str, names))}"
        )
    codes, group_names = (b"", []) if groups is None else _groups(groups)
    return (
        b"" if own is None else floats(probability or "probability", own),
        b"" if of_kinds is None else _kinds(of_kinds, kinds, kind or "kind", own),
        codes,
        group_names,
    )


def floats(name: str, values: npt.NDArray[Any]) -> bytes:
    """The bytes of an array of numbers."""
    if values.ndim != 1:
        raise ValueError(f"{name} has {values.ndim} dimensions; one is accepted")
    if values.dtype.kind not in "fiu":
        raise TypeError(f"{name} is of {values.dtype}; numbers are accepted (`astype(float)` makes them)")
    return np.ascontiguousarray(values, dtype="<f8").tobytes()


def _kinds(
    values: npt.NDArray[Any], kinds: dict[str, int], name: str, own: npt.NDArray[Any] | None
) -> bytes:
    """0 for cold, 1 for warm; another word is an error where it counts."""
    words_of, codes = np.unique(values.astype(str), return_inverse=True)
    folded = {word.strip().lower(): code for word, code in kinds.items()}
    of_words = np.array([folded.get(word.strip().lower(), 255) for word in words_of], dtype=np.uint8)
    of_rows = of_words[codes]
    unknown = of_rows == 255
    if own is not None:
        unknown &= np.isnan(own.astype(float))
    if unknown.any():
        row = int(np.argmax(unknown))
        raise ValueError(f"{name}[{row}] = {values[row]} is no kind ({', '.join(kinds)})")
    return of_rows.tobytes()


def _groups(values: npt.NDArray[Any]) -> tuple[bytes, list[str]]:
    names, codes = np.unique(values.astype(str), return_inverse=True)
    return codes.astype("<u4").tobytes(), [str(name) for name in names]

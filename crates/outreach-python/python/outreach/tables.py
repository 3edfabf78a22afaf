"""Tables that people bring: files, or frames."""

from __future__ import annotations

import json
import os
import re
import warnings
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from outreach import _outreach as native
from outreach import frames, words
from outreach.answers import Answer, Named

if TYPE_CHECKING:
    from outreach import dicts

    class Frame(Protocol):
        """What has the Arrow C interface: frames of pandas, polars, pyarrow, DuckDB, narwhals, …"""

        def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

    Table: TypeAlias = "Frame | str | os.PathLike[str]"


PARQUET = (".parquet", ".pq")


class RowsRejected(UserWarning):
    """Some rows of a table cannot be read, and the answer is from the others."""


def opened(table: Any) -> Any:
    """The same, but a frame for the path of a Parquet file, and for what is a stream of Arrow alone; these need pyarrow."""
    if not isinstance(table, (str, os.PathLike)):
        return frames.of_stream(table)
    return frames.of_parquet(os.fspath(table)) if os.fspath(table).lower().endswith(PARQUET) else table


def check(table: Any, layout: words.ContactLayout | words.LogLayout) -> None:
    """Nothing stands between the columns of a frame or above them, and it has no sheets.

    Raises:
        ValueError: For an option of files where there is none.
    """
    if isinstance(table, (str, os.PathLike)):
        return
    usual = {"delimiter": None, "skip_lines": 0, "sheet": None}
    for option, given in layout.items():
        if option in usual and given != usual[option]:
            raise ValueError(f"{option} = {given!r} is of texts and workbooks: leave it out where there is a frame, an array or Parquet")


def source(table: Table) -> bytes | str:
    """What is read: the path of a file, or the text of a frame."""
    if isinstance(table, (str, os.PathLike)):
        return os.fspath(table)
    if not frames.is_frame(table):
        name = type(table).__name__
        raise TypeError(f"{name} is neither a frame (pandas, polars, pyarrow, DuckDB, …) nor the path of a table")
    return frames.text(table)


def warn(answer: Answer, rows: dicts.RowsAnswer) -> None:
    """Says which rows were rejected, if any were."""
    if not rows["rejected"]:
        return
    shown = [f"line {row['line']}, column {row['column']!r}: {row['reason']}" for row in rows["rejections"][:5]]
    more = "; …" if rows["rejected"] > len(shown) else ""
    told = f"{rows['rejected']} of {rows['read']} rows rejected: {'; '.join(shown)}{more}"
    warnings.warn(answer._worded(told), RowsRejected, stacklevel=3)


def told(given: Any, table: Any, answer: native.Answer) -> str | Named:
    """A table in what makes an answer again, and what its rows are called that the answer speaks of."""
    if isinstance(given, (str, os.PathLike)):
        return os.fspath(given)
    label = frames.label(table)
    said = " ".join([*answer.notes("en"), *(f"line {row['line']}" for row in json.loads(answer.json())["rows"]["rejections"])])
    return Named("frame", {int(line): label(int(line) - 2) for line in re.findall(r"\bline (\d+)", said)})

"""Tables that people bring: files, or frames of pandas and polars."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import pandas
    import polars

    Frame: TypeAlias = "pandas.DataFrame | polars.DataFrame"
    Table: TypeAlias = "Frame | str | os.PathLike[str]"


def is_frame(table: object) -> bool:
    """Whether it is a frame, of pandas or polars; told without importing either."""
    return hasattr(table, "columns") and (hasattr(table, "to_csv") or hasattr(table, "write_csv"))


def source(table: Table) -> bytes | str:
    """What is read: the path of a file, or the text of a frame."""
    if isinstance(table, (str, os.PathLike)):
        return os.fspath(table)
    if not is_frame(table):
        raise TypeError(f"{type(table).__name__} is neither a frame of pandas or polars nor the path of a table")
    frame: Any = table
    write: Callable[..., str] | None = getattr(frame, "write_csv", None)
    text = frame.to_csv(index=False) if write is None else write()
    return text.encode()


def told(table: Table) -> str | Told:
    """A table in what makes an answer again."""
    return os.fspath(table) if isinstance(table, (str, os.PathLike)) else Told()


class Told:
    """A frame has too much to say."""

    def __repr__(self) -> str:
        return "frame"

"""Frames as they come through the Arrow C interface: of pandas, polars, pyarrow, DuckDB, narwhals and whatever else has it."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from outreach import _outreach as native
from outreach import extras, words

if TYPE_CHECKING:
    import numpy.typing as npt

    Batch = tuple[bytes, bytes, bytes, bytes, list[str], list[tuple[str, int]]]
    Place = Callable[[str, int], str]

MOST_ATTEMPTS = 1_000
ROWS = 1 << 18
"""This many rows of a file are in memory at once."""


class Names(NamedTuple):
    """The columns that are read; None for what no column says."""

    probability: str | None
    kind: str | None
    group: str | None
    attempts: str | None


def is_frame(table: object) -> bool:
    """Whether it hands its columns over as Arrow; told without importing anything."""
    # A column alone has the interface too.
    return hasattr(table, "__arrow_c_stream__") and any(hasattr(table, told) for told in ("column_names", "columns", "schema"))


def of_stream(table: Any) -> Any:
    """What has the Arrow C interface and nothing else, as its record batches; a column has a length."""
    if not hasattr(table, "__arrow_c_stream__") or is_frame(table) or hasattr(table, "__len__"):
        return table
    return extras.imported("pyarrow", "frames").RecordBatchReader.from_stream(table)


def columns_of(frame: Any) -> list[str]:
    """The names of its columns."""
    for told in ("column_names", "columns"):
        if hasattr(frame, told):
            return [str(name) for name in getattr(frame, told)]
    return list(frame.schema.names)


def batches(frame: Any, columns: Iterable[str] | None = None) -> Iterator[Any]:
    """Its record batches with these columns, none of which is copied where the frame has Arrow's own memory.

    Raises:
        ModuleNotFoundError: Without pyarrow.
        TypeError: For a column that Arrow has no type for.
    """
    pyarrow = extras.imported("pyarrow", "frames")
    asked = None if columns is None else list(columns)
    if asked is not None and hasattr(frame, "iloc"):
        # Of pandas only these are converted.
        frame = frame[[name for name in frame.columns if str(name) in asked]]
    try:
        with pyarrow.RecordBatchReader.from_stream(frame) as reader:
            for batch in reader:
                yield batch if asked is None else batch.select(asked)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError) as error:
        raise TypeError(f"a column of the frame has values of several types: {'; '.join(map(str, error.args))}") from None


def says_more(frame: Any, names: Names) -> bool:
    """Whether other columns than these have anything but amounts: words, days, or signs for yes and no. A stream is read once, and by columns.

    Raises:
        TypeError: For numbers of another type.
    """
    import pyarrow
    from pyarrow import compute, types

    if hasattr(frame, "read_next_batch") or all(name in names for name in columns_of(frame)):
        return False
    table = pyarrow.Table.from_batches(list(batches(frame)))
    for name in (names.probability, names.attempts):
        if name is not None:
            floats(table.schema.empty_table().combine_chunks().column(name), name)
    for name in table.schema.names:
        column = table.column(name)
        if name in names or re.fullmatch(r"__index_level_\d+__", name):
            continue
        if not (types.is_integer(column.type) or types.is_floating(column.type) or types.is_decimal(column.type)):
            return True
        ends = compute.min_max(column).as_py()
        if ends["min"] is not None and ends["min"] >= 0 and ends["max"] <= 1:
            return True
    return False


def label(frame: Any) -> Callable[[int], str]:
    """What errors call a row: by the frame's own index where it has one, else by its number from 0."""
    index = getattr(frame, "index", None)
    known = index if hasattr(frame, "iloc") else None
    return lambda row: repr(row if known is None or row >= len(known) else _plain(known[row]))


def of_parquet(path: str) -> Any:
    """A Parquet file, batch by batch.

    Raises:
        OSError: For a file that cannot be read.
        ValueError: For one that is not Parquet, or is damaged.
    """
    pyarrow, parquet = extras.imported("pyarrow", "frames"), extras.imported("pyarrow.parquet", "frames")
    try:
        file = parquet.ParquetFile(path)
    except pyarrow.ArrowInvalid as error:
        raise ValueError(f"{path} is no file of Parquet, or is damaged: {error}") from None
    return pyarrow.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches(ROWS))


@contextmanager
def by_index(frame: Any) -> Iterator[None]:
    """Errors name rows of the frame, not lines of the text that it was written as."""
    try:
        yield
    except ValueError as error:
        if not is_frame(frame):
            raise
        raise ValueError(told_by_index(frame, str(error))) from None


def told_by_index(frame: Any, text: str) -> str:
    """The same text with the rows of the frame for the lines of a file, whose first one is the header."""
    of = label(frame)
    return re.sub(r"\bline (\d+)", lambda line: f"row {of(int(line[1]) - 2)}", text)


def rows(batch: Any, names: Names, layout: words.ContactLayout, place: Place) -> Batch:
    """What the library takes of a record batch; `place` is what errors call a column's row in it.

    Raises:
        TypeError: For a column of another type.
        ValueError: For a row that is no contact.
    """
    own = None if names.probability is None else floats(batch.column(names.probability), names.probability)
    if names.kind is None:
        kinds, channels = None, []
    else:
        codes, told = codes_of(batch.column(names.kind))
        known, are_channels = native.kinds_of(told, layout)
        met = np.bincount(codes if own is None else codes[np.isnan(own)], minlength=len(told)).tolist()
        channels = [(word, rows) for word, rows, is_one in zip(told, met, are_channels, strict=True) if is_one and rows]
        meanings = np.array(known, dtype=np.uint8)
        kinds = meanings[codes] if len(told) else codes.astype(np.uint8)
        _check_kinds(kinds, codes, told, own, layout, lambda row: place(str(names.kind), row))
    if own is not None:
        _check(own, kinds, lambda row: place(str(names.probability), row))
    attempts = None
    if names.attempts is not None:
        counts_by_kind = np.zeros(batch.num_rows, bool) if kinds is None else kinds != 255
        counts_by_kind &= True if own is None else np.isnan(own)
        attempts = _attempts(batch.column(names.attempts), names.attempts, counts_by_kind, place)
    groups, groups_told = (None, []) if names.group is None else codes_of(batch.column(names.group))
    groups_told = native.group_names(groups_told)
    columns = (own, kinds, attempts, groups)
    return (*(b"" if column is None else column.tobytes() for column in columns), groups_told, channels)  # type: ignore[return-value]


def floats(column: Any, name: str) -> npt.NDArray[np.float64]:
    """Numbers, and NaN where there is none."""
    import pyarrow.types as kinds

    of = column.type
    if not (kinds.is_floating(of) or kinds.is_integer(of) or kinds.is_decimal(of) or kinds.is_null(of)):
        raise TypeError(f"{name} is of {of}; numbers are accepted (`astype(float)` makes them)")
    return np.ascontiguousarray(column.cast("float64").to_numpy(zero_copy_only=False), dtype="<f8")


def _check(own: Any, kinds: Any, place: Callable[[int], str]) -> None:
    wrong = ~((own >= 0) & (own <= 1))
    if kinds is not None:
        wrong &= ~(np.isnan(own) & (kinds != 255))
    if wrong.any():
        row = int(np.argmax(wrong))
        number = "NaN" if np.isnan(own[row]) else f"{own[row]:g}"
        raise ValueError(f"{place(row)} = {number} is not a probability (0 to 1)")


def _check_kinds(
    kinds: Any, codes: Any, told: list[str], own: Any, layout: words.ContactLayout, place: Callable[[int], str]
) -> None:
    """Another word is an error where it counts."""
    unknown = kinds == 255
    if own is not None:
        unknown &= np.isnan(own)
    if unknown.any():
        row = int(np.argmax(unknown))
        accepted = f"{layout['cold_word']} or {layout['warm_word']}"
        raise ValueError(f"{place(row)} = {told[codes[row]]!r} is no kind ({accepted})")


def _attempts(column: Any, name: str, counts: Any, place: Place) -> npt.NDArray[np.uint32]:
    numbers = floats(column, name)
    wrong = counts & ~((numbers >= 0) & (numbers <= MOST_ATTEMPTS) & (numbers == np.floor(numbers)))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise ValueError(f"{place(name, row)} = {numbers[row]:g} is no number of attempts made (0 to 1,000)")
    return np.where(counts, numbers, 0).astype("<u4")


def codes_of(column: Any) -> tuple[npt.NDArray[np.uint32], list[str]]:
    """The number of each row's text, and the texts: those that a CSV file would have, empty where there is nothing."""
    import pyarrow
    import pyarrow.types as kinds

    if not kinds.is_dictionary(column.type):
        if kinds.is_string_view(column.type):
            column = column.cast(pyarrow.large_string())
        elif kinds.is_null(column.type):
            column = column.cast(pyarrow.string())
        try:
            column = column.dictionary_encode()
        except pyarrow.ArrowNotImplementedError:
            raise TypeError(f"a column is of {column.type}; texts, numbers, dates and truth values are accepted") from None
    of, values = column.dictionary.type, column.dictionary.to_pylist()
    if of in (pyarrow.float16(), pyarrow.float32()):
        # 0.1 and not 0.10000000149011612.
        values = [None if value is None else np.float32(value) for value in values]
    told = [written(value) for value in values]
    indices = column.indices
    if indices.null_count:
        indices = indices.fill_null(len(told))
        told.append("")
    return indices.to_numpy(zero_copy_only=False).astype("<u4"), told


def written(value: Any) -> str:
    """A value as a CSV file has it: whole numbers without a point, dates without midnight, durations in seconds."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (float, np.floating, Decimal)):
        whole, _, part = str(value).partition(".")
        return "" if math.isnan(value) else str(value) if part.strip("0") else whole
    if hasattr(value, "nanoseconds") and not value.months:
        # DuckDB's intervals.
        return written(value.days * 86_400 + value.nanoseconds / 1e9)
    if isinstance(value, datetime.timedelta):
        return written(value.total_seconds())
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time() and value.tzinfo is None
        return value.date().isoformat() if is_day else value.isoformat(" ")
    return str(value)


def text(frame: Any) -> bytes:
    """The frame as a CSV file."""
    import pyarrow
    from pyarrow import csv

    names: list[str] = []
    columns: list[list[Any]] = []
    for batch in batches(frame):
        # The index of pandas comes along, under a name that nobody gave it.
        batch = batch.select([name for name in batch.schema.names if not re.fullmatch(r"__index_level_\d+__", name)])
        names = batch.schema.names
        columns = columns or [[] for _ in names]
        for cells, column in zip(columns, batch.columns, strict=True):
            codes, told = codes_of(column)
            # A row is a line.
            lines = pyarrow.array([" ".join(cell.splitlines()) for cell in told], pyarrow.large_string())
            cells.append(lines.take(pyarrow.array(codes)))
    if not names:
        return ",".join(columns_of(frame)).encode()
    table = pyarrow.table([pyarrow.chunked_array(cells) for cells in columns], names=names)
    sink = pyarrow.BufferOutputStream()
    csv.write_csv(table, sink)
    return bytes(sink.getvalue())


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value

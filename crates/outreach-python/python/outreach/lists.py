"""Lists of contacts in files that are read piece by piece, anywhere, by an engine or by hand."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import glob
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, SupportsIndex

from outreach import _outreach as native
from outreach import contacts, extras, frames, tables, words
from outreach.answers import Call, Named
from outreach.campaign import Campaign, scenario

PARQUET = (".parquet", ".pq")
TABLES = (".csv", ".tsv", ".txt", ".csv.gz", ".xlsx", ".xls", ".ods")
ROWS = 2_000_000
"""A piece of Parquet has at least this many, unless the file ends: they take a fraction of a second."""
MOST_PIECES = 10_000
"""Unless row groups or files are more: this many tasks no scheduler minds."""
BATCH = 1 << 18
"""This many rows are in memory at once."""


@dataclass(frozen=True)
class Columns:
    """How the list is read, as `outreach.forecast` takes it."""

    probability_column: str | None = None
    kind_column: str | None = None
    group_by: str | None = None
    attempts_column: str | None = None
    cold: str = "cold"
    warm: str = "warm"
    delimiter: str | None = None
    skip_lines: int = 0
    sheet: str | None = None

    def layout(self) -> words.ContactLayout:
        """As the library takes it: no row may be wrong."""
        told = asdict(self)
        cold, warm = told.pop("cold"), told.pop("warm")
        return {**told, "cold_word": cold, "warm_word": warm, "strict": True, "allow_rejected": False}  # type: ignore[typeddict-item]


@dataclass(frozen=True)
class Piece:
    """Some row groups of a Parquet file, or a table of text as a whole."""

    list: str
    """Of which list: a checksum of the files and of what is asked of them."""
    number: int
    of: int
    path: str
    row_groups: tuple[int, ...] | None
    first_row: int
    """From 1 up."""
    columns: Columns


def cut(files: str | Iterable[str], columns: Columns = Columns()) -> list[Piece]:
    """The pieces of these files, or of those whose names fit a pattern, as they are now.

    Raises:
        FileNotFoundError: Where there is none.
        ValueError: For a file that is neither Parquet nor a table, or has not the columns.
        TypeError: For columns of another type.
    """
    patterns = [files] if isinstance(files, str) else list(files)
    paths: list[str] = []
    for pattern in patterns:
        found = sorted(path for path in glob.glob(pattern, recursive=True) if os.path.isfile(path))
        found = found or [pattern for pattern in [pattern] if os.path.isfile(pattern)]
        if not found:
            raise FileNotFoundError(f"{pattern}: there is no such file")
        paths += [path for path in found if path not in paths]
    if not paths:
        raise FileNotFoundError("there is no file in the list")
    cut = [(path, _row_groups(path, columns)) for path in paths]
    if all(groups is not None for _, groups in cut):
        tables.check(None, columns.layout())
    rows = sum(sum(groups) for _, groups in cut if groups is not None)
    least = max(ROWS, rows // MOST_PIECES)
    places = [(path, *place) for path, groups in cut for place in _places(groups, least)]
    status = [(path, os.stat(path)) for path in paths]
    of = [[path, stat.st_size, stat.st_mtime_ns] for path, stat in status]
    asked = json.dumps([of, places, asdict(columns)]).encode()
    name = hashlib.sha256(asked).hexdigest()[:16]
    return [
        Piece(name, number, len(places), path, row_groups, first_row, columns)
        for number, (path, row_groups, first_row) in enumerate(places, 1)
    ]


def read(piece: Piece) -> bytes:
    """What the contacts of a piece come to: the bytes of a file, which `join` takes, and `outreach.dask.forecast` in its
    folder.

    Raises:
        ValueError: For a row that is no contact, with file, column and row.
        OSError: For a file that cannot be read.
    """
    part = native.ListPart(piece.list, piece.of, piece.number, piece.columns.group_by is not None)
    layout = piece.columns.layout()
    if piece.row_groups is None:
        part.add_table(piece.path, layout)
        return part.bytes()
    pyarrow, parquet = extras.imported("pyarrow", "frames"), extras.imported("pyarrow.parquet", "frames")
    try:
        with parquet.ParquetFile(piece.path) as file:
            names = contacts.usual(file.schema_arrow.names, layout, piece.path)
            asked = list(dict.fromkeys(name for name in names if name is not None))
            groups = list(piece.row_groups)
            _add(part, piece, names, file.iter_batches(BATCH, row_groups=groups, columns=asked, use_threads=False))
    except (pyarrow.ArrowException, OSError) as error:
        raise OSError(f"can't read {piece.path}: {error}") from None
    return part.bytes()


def read_frame(piece: Piece, frame: Any) -> bytes:
    """The same of a frame, which is a partition of a larger one."""
    part = native.ListPart(piece.list, piece.of, piece.number, piece.columns.group_by is not None)
    names = contacts.usual(frames.columns_of(frame), piece.columns.layout(), piece.path)
    _add(part, piece, names, frames.batches(frame, dict.fromkeys(name for name in names if name is not None)))
    return part.bytes()


def _add(part: native.ListPart, piece: Piece, names: frames.Names, batches: Iterable[Any]) -> None:
    layout, first = contacts.named(piece.columns.layout(), names), piece.first_row
    for batch in batches:
        start = first
        taken = frames.rows(batch, names, layout, lambda column, row: f"{piece.path}: column {column}, row {start + row}")
        part.add_columns(f"{piece.path}: column {names.probability or names.kind}", layout, first, taken)
        first += batch.num_rows


def join(
    pieces: list[Piece],
    contents: Iterable[bytes],
    *,
    campaign: Campaign | None = None,
    at_least: SupportsIndex | Iterable[SupportsIndex] = (),
) -> contacts.Forecast:
    """The forecast of a list, from what `read` made of its pieces, in any order.

    Raises:
        ValueError: For parts of another list, pieces that are there twice, and pieces that are missing, which it names.
    """
    asked, least = scenario(Campaign() if campaign is None else campaign), words.at_least(at_least)
    whole = nothing(pieces)
    for number, content in enumerate(contents, 1):
        whole.add(f"part {number}", native.ListPart.of_bytes(f"part {number}", content))
    return contacts.Forecast._of(whole.answer(asked, least, True), Call("lists.join", (Named("pieces"), Named("contents")), {"at_least": least}))


def nothing(pieces: list[Piece]) -> native.ListPart:
    """The list before any of its pieces is read."""
    return native.ListPart(pieces[0].list, len(pieces), None, pieces[0].columns.group_by is not None)


def _row_groups(path: str, columns: Columns) -> list[int] | None:
    """The rows of each row group; none of a table of text."""
    if path.lower().endswith(TABLES):
        return None
    if not path.lower().endswith(PARQUET):
        raise ValueError(f"{path} does not end in {', '.join(PARQUET + TABLES)}")
    pyarrow, parquet = extras.imported("pyarrow", "frames"), extras.imported("pyarrow.parquet", "frames")
    try:
        with parquet.ParquetFile(path) as file:
            schema, metadata = file.schema_arrow, file.metadata
    except pyarrow.ArrowInvalid as error:
        raise ValueError(f"{path} is no file of Parquet, or is damaged: {error}") from None
    _check(path, schema, columns)
    return [metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)]


def _check(path: str, schema: Any, columns: Columns) -> None:
    import pyarrow

    own = contacts.usual(schema.names, columns.layout(), path).probability
    if own is not None:
        kind_of = schema.field(own).type
        if not (pyarrow.types.is_floating(kind_of) or pyarrow.types.is_integer(kind_of)):
            raise TypeError(f"{path}: column {own} is of {kind_of}; numbers are accepted")


def _places(row_groups: list[int] | None, least: int) -> Iterator[tuple[tuple[int, ...] | None, int]]:
    """The row groups of each piece of a file, and its first row."""
    if row_groups is None:
        yield None, 1
        return
    taken: tuple[int, ...] = ()
    first, rows = 1, 0
    for group, more in enumerate(row_groups):
        taken, rows = (*taken, group), rows + more
        if rows >= least or group + 1 == len(row_groups):
            yield taken, first
            taken, first, rows = (), first + rows, 0

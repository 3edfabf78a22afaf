"""Lists of contacts in files that are read piece by piece, anywhere, by an engine or by hand."""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import glob
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, SupportsIndex

import numpy as np

from outreach import _outreach as native
from outreach import contacts, words
from outreach.answers import Call
from outreach.campaign import Campaign, scenario

if TYPE_CHECKING:
    import numpy.typing as npt

PARQUET = (".parquet", ".pq")
TABLES = (".csv", ".tsv", ".txt")
ROWS = 2_000_000
"""A piece of Parquet has at least so many, unless the file ends: they take a fraction of a second."""
MOST_PIECES = 10_000
"""Unless row groups or files are more: so many tasks no scheduler minds."""
BATCH = 1 << 18
"""So many rows are in memory at once."""


@dataclass(frozen=True)
class Columns:
    """Where the files say what, as `outreach.forecast` takes it."""

    probability_column: str | None = None
    kind_column: str | None = None
    group_by: str | None = None
    cold: str = "cold"
    warm: str = "warm"
    delimiter: str | None = None


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


def cut(pattern: str, columns: Columns = Columns()) -> list[Piece]:
    """The pieces of the files whose names fit, as they are now.

    Raises:
        FileNotFoundError: Where there is none.
        ValueError: For a file that is neither Parquet nor a table, or has not the columns.
        TypeError: For columns of another type.
    """
    paths = sorted(path for path in glob.glob(pattern, recursive=True) if os.path.isfile(path))
    if not paths:
        raise FileNotFoundError(f"{pattern}: there is no such file")
    files = [(path, _row_groups(path, columns)) for path in paths]
    rows = sum(sum(groups) for _, groups in files if groups is not None)
    least = max(ROWS, rows // MOST_PIECES)
    places = [(path, *place) for path, groups in files for place in _places(groups, least)]
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
    columns = piece.columns
    layout: words.ContactLayout = {
        "probability_column": columns.probability_column,
        "kind_column": columns.kind_column,
        "group_by": columns.group_by,
        "cold_word": columns.cold,
        "warm_word": columns.warm,
        "delimiter": columns.delimiter,
        "skip_lines": 0,
        "sheet": None,
        "strict": True,
        "allow_rejected": False,
    }
    if piece.row_groups is None:
        part.add_table(piece.path, layout)
    else:
        first_row = piece.first_row
        for names, rows, batch in _batches(piece):
            column = f"{piece.path}: column {names[0]}"
            part.add_columns(column, contacts.named(layout, names), first_row, *batch)
            first_row += rows
    return part.bytes()


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
    return contacts.Forecast._of(whole.answer(asked, least), Call("lists.join", (), {"at_least": least}))


def nothing(pieces: list[Piece]) -> native.ListPart:
    """The list before any of its pieces is read."""
    return native.ListPart(pieces[0].list, len(pieces), None, pieces[0].columns.group_by is not None)


def _row_groups(path: str, columns: Columns) -> list[int] | None:
    """The rows of each row group; none of a table of text."""
    if path.lower().endswith(TABLES):
        return None
    if not path.lower().endswith(PARQUET):
        raise ValueError(f"{path} does not end in {', '.join(PARQUET + TABLES)}")
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            schema, metadata = file.schema_arrow, file.metadata
    except pyarrow.ArrowInvalid as error:
        raise ValueError(f"{path} is no file of Parquet, or is damaged: {error}") from None
    _check(path, schema, columns)
    return [metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)]


def _check(path: str, schema: Any, columns: Columns) -> None:
    import pyarrow

    names = f"its columns are: {', '.join(schema.names)}"
    own, kind, group = _usual(schema.names, columns)
    for name in (own, kind, group):
        if name is not None and name not in schema.names:
            raise ValueError(f"{path} has no column {name}; {names}")
    if own is None and kind is None:
        raise ValueError(
            f"{path} has no column `probability` or `kind` (probability_column and kind_column name others); {names}"
        )
    if own is not None:
        kind_of = schema.field(own).type
        if not (pyarrow.types.is_floating(kind_of) or pyarrow.types.is_integer(kind_of)):
            raise TypeError(f"{path}: column {own} is of {kind_of}; numbers are accepted")


def _usual(names: list[str], columns: Columns) -> contacts.Names:
    return contacts.usual(names, columns.probability_column, columns.kind_column, columns.group_by)


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


def _batches(piece: Piece) -> Iterator[tuple[contacts.Names, int, tuple[bytes, bytes, bytes, list[str]]]]:
    """Rows of a piece, as the library takes them, with the names of their columns and how many rows there are."""
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(piece.path) as file:
            own, kind, group = found = _usual(file.schema_arrow.names, piece.columns)
            asked = [name for name in found if name is not None]
            first_row = piece.first_row
            batches = file.iter_batches(BATCH, row_groups=list(piece.row_groups or ()), columns=asked, use_threads=False)
            for batch in batches:
                numbers = None if own is None else _floats(batch.column(own))
                kinds = b"" if kind is None else _kinds(piece, kind, batch.column(kind), numbers, first_row)
                codes, names = (b"", []) if group is None else _groups(batch.column(group))
                yield found, batch.num_rows, (b"" if numbers is None else numbers.tobytes(), kinds, codes, names)
                first_row += batch.num_rows
    except (pyarrow.ArrowException, OSError) as error:
        raise OSError(f"can't read {piece.path}: {error}") from None


def _floats(column: Any) -> npt.NDArray[np.float64]:
    """Numbers, and NaN where there is none."""
    return np.ascontiguousarray(column.to_numpy(zero_copy_only=False), dtype="<f8")


def _kinds(
    piece: Piece, name: str, column: Any, own: npt.NDArray[np.float64] | None, first_row: int
) -> bytes:
    """0 for cold, 1 for warm; another word is an error where it counts."""
    codes, told = _codes(column)
    known = {word.strip().lower(): code for code, word in enumerate((piece.columns.cold, piece.columns.warm))}
    of_words = np.array([known.get(word.strip().lower(), 255) for word in told], dtype=np.uint8)
    of_rows = of_words[codes]
    unknown = of_rows == 255
    if own is not None:
        unknown &= np.isnan(own)
    if unknown.any():
        row = int(np.argmax(unknown))
        accepted = f"{piece.columns.cold} or {piece.columns.warm}"
        raise ValueError(
            f"{piece.path}: column {name}, row {first_row + row} = {told[codes[row]]!r} is no kind ({accepted})"
        )
    return bytes(of_rows)


def _groups(column: Any) -> tuple[bytes, list[str]]:
    codes, names = _codes(column)
    return codes.astype("<u4").tobytes(), names


def _codes(column: Any) -> tuple[npt.NDArray[Any], list[str]]:
    """The number of each row's text, and the texts; where there is none the text is empty."""
    import pyarrow

    kind = column.type
    if pyarrow.types.is_dictionary(kind):
        column = column.dictionary_decode()
        kind = column.type
    if not (pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind)):
        # As frames have them.
        codes, names = contacts._groups(column.to_numpy(zero_copy_only=False))
        return np.frombuffer(codes, dtype="<u4"), names
    encoded = column.fill_null("").dictionary_encode()
    return encoded.indices.to_numpy(), encoded.dictionary.to_pylist()

"""Lists in files, piece by piece, on a cluster of two processes: the bits of the serial answer, and what is refused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import distributed
import numpy as np
import numpy.typing as npt
import outreach
import pandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from outreach import dask, lists
from two_workers import MARKS, two_workers

pytestmark = MARKS


@pytest.fixture(scope="module")
def client() -> Iterator[distributed.Client]:
    with two_workers() as (_, client):
        yield client


def probabilities(rows: int, seed: int) -> npt.NDArray[np.float64]:
    return np.random.default_rng(seed).beta(1, 9, rows)


def serial(numbers: npt.NDArray[np.float64], **options: Any) -> outreach.Forecast:
    """Of the list as one frame."""
    return outreach.forecast(pandas.DataFrame({"probability": numbers}), **options)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of a few row groups, batches that end inside them."""
    monkeypatch.setattr(lists, "ROWS", 2_000)


def written(folder: Path) -> npt.NDArray[np.float64]:
    """Three files of one list, each of several row groups."""
    numbers = probabilities(30_000, 1)
    for number, some in enumerate(np.split(numbers, [9_000, 21_000])):
        regions = [("north", "south", "", "west")[i % 4] for i in range(len(some))]
        table = pa.table({"id": np.arange(len(some)), "probability": some, "region": regions})
        pq.write_table(table, folder / f"{number}.parquet", row_group_size=1_500)
    return numbers


def test_three_files_are_one_list(client: distributed.Client, tmp_path: Path, small: None) -> None:
    numbers = written(tmp_path)
    found = dask.forecast(tmp_path / "*.parquet", at_least=3_000, client=client, parts=tmp_path / "parts")
    assert found.to_json() == serial(numbers, at_least=3_000).to_json()
    np.testing.assert_array_equal(found.exact.masses, serial(numbers).exact.masses)
    pieces = lists.cut(str(tmp_path / "*.parquet"))
    assert len(pieces) == len(list((tmp_path / "parts").iterdir())) > 9


def test_groups_are_those_of_the_serial_answer(client: distributed.Client, tmp_path: Path, small: None) -> None:
    written(tmp_path)
    text = tmp_path / "all.csv"
    rows = [row for name in "012" for row in pq.read_table(tmp_path / f"{name}.parquet").to_pylist()]
    text.write_text("probability,region\n" + "".join(f"{row['probability']!r},{row['region']}\n" for row in rows))
    found = dask.forecast(tmp_path / "*.parquet", group_by="region", client=client)
    assert found.to_json() == outreach.forecast(text, group_by="region").to_json()
    assert [group.group for group in found.groups] == [None, "", "north", "south", "west"]
    # A table of text is a piece of its own.
    assert dask.forecast(tmp_path / "*.csv", group_by="region", client=client) == found


def test_kinds_count_where_there_is_no_probability(client: distributed.Client, tmp_path: Path) -> None:
    table = pa.table({"probability": [0.5, None, None], "kind": ["warm", "Cold", " warm"]})
    pq.write_table(table, tmp_path / "kinds.parquet")
    text = tmp_path / "kinds.csv"
    text.write_text("probability,kind\n0.5,warm\n,cold\n,warm\n")
    campaign = outreach.Campaign(rates={"cold.meeting": 0.3})
    found = dask.forecast(tmp_path / "*.parquet", campaign=campaign, client=client)
    # Only the answer of one file lists how its words were read.
    assert {**outreach.forecast(text, campaign=campaign).to_dict(), "words": []} == found.to_dict()


def test_pieces_join_in_any_order(tmp_path: Path, small: None) -> None:
    numbers = written(tmp_path)
    pieces = lists.cut(str(tmp_path / "*.parquet"))
    for order in (pieces, pieces[::-1], pieces[::2] + pieces[1::2]):
        assert lists.join(pieces, map(lists.read, order)).to_json() == serial(numbers).to_json()
    with pytest.raises(ValueError, match=rf"pieces of the list are missing: 2/{len(pieces)}, 3/{len(pieces)}$"):
        lists.join(pieces, map(lists.read, pieces[:1] + pieces[3:]))


def test_what_is_there_is_not_read_again(client: distributed.Client, tmp_path: Path, small: None) -> None:
    numbers = written(tmp_path)
    files, parts = tmp_path / "*.parquet", tmp_path / "parts"
    dask.forecast(files, client=client, parts=parts)
    taken = sorted(parts.iterdir())[1]
    taken.unlink()
    others = {path: path.stat().st_mtime_ns for path in parts.iterdir()}
    again = dask.forecast(files, client=client, parts=parts)
    assert again.to_json() == serial(numbers).to_json()
    assert taken.exists()
    assert {path: path.stat().st_mtime_ns for path in others} == others


def test_parts_of_another_list_and_damaged_ones_are_refused(
    client: distributed.Client, tmp_path: Path, small: None
) -> None:
    written(tmp_path)
    files, parts = tmp_path / "*.parquet", tmp_path / "parts"
    dask.forecast(files, client=client, parts=parts)
    with pytest.raises(ValueError, match=r"\.part: it is a part of another list"):
        dask.forecast(files, group_by="region", client=client, parts=parts)
    some = sorted(parts.iterdir())[0]
    content = some.read_bytes()
    some.write_bytes(content[: len(content) // 2])
    with pytest.raises(ValueError, match=rf"{some.name}: the file is damaged"):
        dask.forecast(files, client=client, parts=parts)
    some.write_bytes(content)
    (parts / "copy.part").write_bytes(content)
    with pytest.raises(ValueError, match=r"piece 1/\d+ was given twice"):
        dask.forecast(files, client=client, parts=parts)
    (parts / "copy.part").unlink()
    os.utime(tmp_path / "1.parquet", ns=(0, 0))
    with pytest.raises(ValueError, match="it is a part of another list"):
        dask.forecast(files, client=client, parts=parts)


@pytest.mark.parametrize("wrong", [float("nan"), 1.5, -0.1, float("inf")])
def test_a_row_that_is_no_contact_is_named(client: distributed.Client, tmp_path: Path, wrong: float, small: None) -> None:
    numbers = probabilities(9_000, 2)
    numbers[7_654] = wrong
    pq.write_table(pa.table({"p": probabilities(5_000, 3)}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"p": numbers}), tmp_path / "b.parquet", row_group_size=1_500)
    with pytest.raises(ValueError, match=rf"b\.parquet: column p, row 7655 = \S+ is not a probability \(0 to 1\)"):
        dask.forecast(tmp_path / "*.parquet", probability_column="p", client=client)


def test_what_cannot_be_read_is_named(client: distributed.Client, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"none-\*\.parquet: there is no such file"):
        dask.forecast(tmp_path / "none-*.parquet", client=client)
    file = tmp_path / "list.parquet"
    pq.write_table(pa.table({"odds": [0.5], "name": ["a"]}), file)
    with pytest.raises(ValueError, match=r"list\.parquet has no column `probability` or `kind`.*odds, name"):
        dask.forecast(file, client=client)
    with pytest.raises(ValueError, match=r"chance is not a column of .*list\.parquet; its columns are: odds, name"):
        dask.forecast(file, probability_column="chance", client=client)
    with pytest.raises(TypeError, match=r"column name is of string; numbers are accepted"):
        dask.forecast(file, probability_column="name", client=client)
    with pytest.raises(ValueError, match=r"column name, row 1 = 'a' is no kind \(cold or warm\)"):
        dask.forecast(file, kind_column="name", client=client)
    file.write_bytes(b"PAR1 and no more")
    with pytest.raises(ValueError, match=r"list\.parquet is no file of Parquet, or is damaged"):
        dask.forecast(file, client=client)
    (tmp_path / "list.doc").write_bytes(b"")
    with pytest.raises(ValueError, match=r"list\.doc does not end in \.parquet"):
        dask.forecast(tmp_path / "list.doc", client=client)
    (tmp_path / "list.csv").write_text("probability\n0.5\n2\n")
    with pytest.raises(ValueError, match=r"list\.csv: 1 of 2 rows is rejected: line 3|list\.csv: .*line 3"):
        dask.forecast(tmp_path / "list.csv", client=client)


def test_a_file_that_is_gone_is_tried_again_and_then_said(
    client: distributed.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pq.write_table(pa.table({"probability": [0.5]}), tmp_path / "list.parquet")
    [piece] = lists.cut(str(tmp_path / "list.parquet"))
    monkeypatch.setattr(lists, "cut", lambda *_: [replace(piece, path=str(tmp_path / "gone.parquet"))])
    with pytest.raises(OSError, match=r"can't read .*gone\.parquet"):
        dask.forecast(tmp_path / "list.parquet", client=client)


def test_a_list_of_paths_and_workbooks_are_one_list(client: distributed.Client, tmp_path: Path) -> None:
    numbers = [0.2, 0.4, 0.7, 0.1]
    pq.write_table(pa.table({"probability": numbers[:2]}), tmp_path / "a.parquet")
    (tmp_path / "b.csv").write_text("A list\n\nprobability\n0.7\n0.1\n")
    found = dask.forecast([tmp_path / "b.csv", tmp_path / "a.parquet"], skip_lines=2, client=client)
    assert found.exact == outreach.forecast(numbers).exact and found.contacts == 4
    with pytest.raises(FileNotFoundError, match="none"):
        dask.forecast([tmp_path / "a.parquet", tmp_path / "none.parquet"], client=client)


def test_a_frame_of_dask_is_its_partitions(client: distributed.Client, tmp_path: Path) -> None:
    from dask.dataframe import from_pandas

    frame = pandas.DataFrame({"probability": probabilities(5_000, 5), "team": [("a", "b", None)[i % 3] for i in range(5_000)]})
    found = dask.forecast(from_pandas(frame, npartitions=7), group_by="team", client=client, parts=tmp_path)
    expected = outreach.forecast(frame, group_by="team")
    assert found.to_json() == expected.to_json() and found.groups[1].group == "" and len(list(tmp_path.iterdir())) == 7
    frame.loc[4_000, "probability"] = 2.0
    with pytest.raises(ValueError, match=r"partition 5: column probability, row 428 = 2 is not a probability"):
        dask.forecast(from_pandas(frame, npartitions=7), client=client)


def test_attempts_made_so_far_count(client: distributed.Client, tmp_path: Path) -> None:
    rates = {"cold.reach": 0.2, "cold.reachable": 0.5}
    options: dict[str, Any] = {"campaign": outreach.Campaign(rates=rates, max_attempts=2), "attempts_column": "tries"}
    frame = pandas.DataFrame({"kind": ["cold"] * 6, "tries": [0, 1, 2, 0, 5, 1]})
    frame.to_parquet(tmp_path / "list.parquet")
    frame.to_csv(tmp_path / "list.csv", index=False)
    expected = outreach.forecast(tmp_path / "list.csv", **options)
    assert dask.forecast(tmp_path / "*.parquet", client=client, **options).to_json() == outreach.forecast(frame, **options).to_json()
    assert outreach.forecast(frame, **options).exact == expected.exact


def test_per_cent_in_a_table_of_text_is_said(client: distributed.Client, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("probability\n20\n35\n")
    (tmp_path / "b.csv").write_text("probability\n0.5\n")
    found = dask.forecast(tmp_path / "*.csv", client=client)
    assert found.mean == pytest.approx(1.05)
    assert [assumed["value"] for assumed in found.assumed] == [assumed["value"] for assumed in outreach.forecast(tmp_path / "a.csv").assumed] != []


def test_each_partition_has_a_forecast_of_its_own(client: distributed.Client, tmp_path: Path, small: None) -> None:
    numbers = written(tmp_path)
    options: dict[str, Any] = {"group_by": "region", "at_least": 900, "client": client}
    found = dask.forecast(tmp_path / "*.parquet", per_partition=True, parts=tmp_path / "parts", **options)
    assert list(found.partitions) == [str(tmp_path / f"{name}.parquet") for name in range(3)]
    for path, one in found.partitions.items():
        assert one.to_json() == dask.forecast(path, **options).to_json()
    again = dask.forecast(tmp_path / "*.parquet", per_partition=True, parts=tmp_path / "parts", **options)
    assert again.partitions == found.partitions and again.mean == pytest.approx(sum(numbers))
    assert dask.forecast(tmp_path / "*.parquet", client=client).partitions == {}

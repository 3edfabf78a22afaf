"""Frames through the Arrow C interface: the same list is the same forecast by every route."""

from __future__ import annotations

import datetime
import pickle
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import narwhals
import numpy as np
import outreach
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from outreach import lists

ROUTES: dict[str, Callable[[pa.Table], Any]] = {
    "pyarrow": lambda table: table,
    "record batches": lambda table: table.to_reader(max_chunksize=2),
    "pandas": lambda table: table.to_pandas(),
    "pandas with nulls": lambda table: table.to_pandas(types_mapper=pandas.ArrowDtype),
    "polars": lambda table: polars.from_arrow(table),
    "duckdb": lambda table: duckdb.from_arrow(table),
    "narwhals": lambda table: narwhals.from_native(polars.from_arrow(table)),
}
P = [0.1, 0.2, 0.4, 0.5]
GROUPS: dict[str, tuple[pa.Array, list[str]]] = {
    "texts": (pa.array(["b", "a", "b", "ä"]), ["b", "a", "b", "ä"]),
    "nulls": (pa.array(["b", None, "None", "nan"]), ["b", "", "None", "nan"]),
    "integers": (pa.array([1, 2, 1, 10]), ["1", "2", "1", "10"]),
    "integers with gaps": (pa.array([1, None, 2, 1]), ["1", "", "2", "1"]),
    "numbers": (pa.array([1.5, 2.0, None, 1.5]), ["1.5", "2", "", "1.5"]),
    "dates": (pa.array([datetime.date(2026, 1, 5), None, datetime.date(2026, 1, 6), datetime.date(2026, 1, 5)]), ["2026-01-05", "", "2026-01-06", "2026-01-05"]),
    "days": (pa.array([datetime.datetime(2026, 1, 5)] * 4), ["2026-01-05"] * 4),
    "categories": (pa.array(["x", None, "y", "x"]).dictionary_encode(), ["x", "", "y", "x"]),
    "blanks": (pa.array(["a", "a ", " a", ""]), ["a", "a", "a", ""]),
    "booleans": (pa.array([True, False, True, True]), ["true", "false", "true", "true"]),
    "booleans with gaps": (pa.array([True, None, True, False]), ["true", "", "true", "false"]),
    "nothing": (pa.nulls(4), [""] * 4),
}


FRAMES: dict[str, Callable[[pa.Table], Any]] = {"pandas": ROUTES["pandas"], "polars": ROUTES["polars"]}
WRITTEN: dict[str, tuple[Any, list[str]]] = {
    "integers with gaps": ([1, None, 2], ["", "1", "2"]),
    "floats": ([1e15, 1e16, 1e23], ["1" + 15 * "0", "1" + 16 * "0", "1" + 23 * "0"]),
    "small floats": ([1e-7, 1.5e-5, 1e-4], ["0.0000001", "0.000015", "0.0001"]),
    "floats of 32 bits": (np.array([0.1, 2.0, 1e-7], "f4"), ["0.0000001", "0.1", "2"]),
    "booleans": ([True, False, True], ["false", "true"]),
    "texts": (["1.0", "1", "True"], ["1", "true"]),
    "chapters": (["2.10", "2.1", "007.0"], ["007.0", "2.1", "2.10"]),
    "days": ([datetime.datetime(2026, 1, day) for day in (5, 6, 5)], ["2026-01-05", "2026-01-06"]),
    "times": ([datetime.datetime(2026, 1, 5, hour) for hour in (0, 8, 9)], ["2026-01-05", "2026-01-05 08:00:00", "2026-01-05 09:00:00"]),
    "parts of seconds": ([datetime.datetime(2026, 1, 5, 8, 0, 0, us) for us in (500_000, 123_456, 0)], ["2026-01-05 08:00:00", "2026-01-05 08:00:00.123456", "2026-01-05 08:00:00.5"]),
    "times in a zone": ([datetime.datetime(2026, 1, 5, hour, tzinfo=datetime.timezone.utc) for hour in (0, 8, 8)], ["2026-01-05 00:00:00+00:00", "2026-01-05 08:00:00+00:00"]),
}


# `True`, `1.0`, `1e+16` and `2026-01-05T00:00:00.000000` were other groups by a file than by the frame that wrote it.
@pytest.mark.parametrize("writer", FRAMES)
@pytest.mark.parametrize("name", WRITTEN)
def test_groups_of_a_frame_are_those_of_the_file_that_it_writes(name: str, writer: str, tmp_path: Path) -> None:
    values, names = WRITTEN[name]
    frame = FRAMES[writer](pa.table({"probability": P[:3], "team": pa.array(values)}))
    if writer == "pandas":
        frame.to_csv(tmp_path / "list.csv", index=False)
    else:
        frame.write_csv(tmp_path / "list.csv")
    found = told(outreach.forecast(frame, group_by="team"))
    assert [group for group, *_ in found] == [None, *names]
    assert found == told(outreach.forecast(tmp_path / "list.csv", group_by="team"))
    pq.write_table(pa.table(frame) if writer == "polars" else pa.Table.from_pandas(frame), tmp_path / "list.parquet")
    for path in ("list.csv", "list.parquet"):
        pieces = lists.cut(str(tmp_path / path), lists.Columns(group_by="team"))
        assert found == told(lists.join(pieces, map(lists.read, pieces))), path


def told(answer: outreach.Forecast) -> list[tuple[str | None, int, float, bytes]]:
    return [(group.group, group.contacts, group.mean, group.distribution.masses.tobytes()) for group in answer.groups]


@pytest.mark.parametrize("name", GROUPS)
def test_groups_are_the_same_by_every_route(name: str, tmp_path: Path) -> None:
    values, texts = GROUPS[name]
    table = pa.table({"probability": P, "team": values})
    (tmp_path / "list.csv").write_text("probability,team\n" + "".join(f"{p},{text}\n" for p, text in zip(P, texts)))
    expected = told(outreach.forecast(tmp_path / "list.csv", group_by="team"))
    assert {group for group, *_ in expected} == {None, *texts}
    for route, made in ROUTES.items():
        if (route, name) == ("pandas", "booleans with gaps"):
            # Python's own objects: what Arrow makes of them.
            assert made(table)["team"].dtype == object
        assert told(outreach.forecast(made(table), group_by="team")) == expected, route
    pq.write_table(table, tmp_path / "list.parquet", row_group_size=3)
    assert told(outreach.forecast(tmp_path / "list.parquet", group_by="team")) == expected
    pieces = lists.cut(str(tmp_path / "list.parquet"), lists.Columns(group_by="team"))
    assert told(lists.join(pieces, map(lists.read, pieces))) == expected


class Stream:
    """What has the interface and nothing else."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


def test_a_stream_of_arrow_is_a_frame() -> None:
    table = pa.table({"probability": P, "team": ["a", "b", "a", "a"]})
    assert told(outreach.forecast(Stream(table), group_by="team")) == told(outreach.forecast(table, group_by="team"))
    log = pa.table({"outcome": ["meeting", "refused"]})
    assert outreach.calibrate(Stream(log)) == outreach.calibrate(log)
    with pytest.raises(ValueError, match=r"^probability\[1\] = 7 is not a probability"):
        outreach.forecast(Stream(pa.table({"probability": [0.5, 7]})))


@pytest.mark.parametrize("route", ROUTES)
def test_kinds_and_attempts_are_read_as_in_files(route: str, tmp_path: Path) -> None:
    columns = {"probability": [0.5, None, None, None], "kind": ["tepid", "Cold", " warm", "froid"], "tries": [None, 0, 2, 1]}
    (tmp_path / "list.csv").write_text("probability,kind,tries\n0.5,tepid,\n,Cold,0\n, warm,2\n,froid,1\n")
    campaign = outreach.Campaign(rates={"cold.meeting": 0.3, "cold.reach": 0.4, "cold.reachable": 0.6, "warm.reach": 0.8}, max_attempts=3)
    options: dict[str, Any] = {"campaign": campaign, "attempts_column": "tries", "at_least": 1}
    expected = outreach.forecast(tmp_path / "list.csv", **options)
    found = outreach.forecast(ROUTES[route](pa.table(columns)), **options)
    assert told(found) == told(expected) and found.columns == expected.columns


LOG = {
    "date": [datetime.date(2026, 1, day) for day in range(1, 9)],
    "outcome": [1, 0, None, 0, 1, 0, 0, 0],
    "talk": [datetime.timedelta(seconds=seconds) for seconds in (95, 20, 0, 61, 125, 12, 40, 3)],
}


@pytest.mark.parametrize("route", ROUTES)
def test_logs_of_typed_columns_are_those_of_their_files(route: str, tmp_path: Path) -> None:
    text = "date,outcome,talk\n" + "".join(
        f"{day},{'' if outcome is None else outcome},{talk.total_seconds():.0f}\n"
        for day, outcome, talk in zip(*LOG.values())
    )
    (tmp_path / "log.csv").write_text(text)
    frame = ROUTES[route](pa.table(LOG))
    options: dict[str, Any] = {"columns": {"duration": "talk"}, "allow_rejected": True}
    found, expected = (quietly(lambda table=table: outreach.calibrate(table, **options)) for table in (frame, tmp_path / "log.csv"))
    assert found.to_dict() == expected.to_dict()
    pq.write_table(pa.table(LOG), tmp_path / "log.parquet")
    assert quietly(lambda: outreach.calibrate(tmp_path / "log.parquet", **options)) == expected


def quietly(call: Callable[[], Any]) -> Any:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", outreach.RowsRejected)
        return call()


def test_rejected_rows_are_warned_of_by_their_index(tmp_path: Path) -> None:
    outcomes = ["meeting", "refused", "sunshine", "refused", "meeting"]
    frame = pandas.DataFrame({"outcome": outcomes}, index=["a", "b", "c", "d", "e"])
    with pytest.warns(outreach.RowsRejected, match=r"^1 of 5 rows rejected: row 'c', column 'outcome': `sunshine`"):
        assert outreach.calibrate(frame).rows["rejected"] == 1
    with pytest.warns(outreach.RowsRejected, match="row 2, "):
        outreach.calibrate(polars.DataFrame({"outcome": outcomes}))
    (tmp_path / "log.csv").write_text("outcome\n" + "\n".join(outcomes))
    with pytest.warns(outreach.RowsRejected, match="line 4, "):
        outreach.calibrate(tmp_path / "log.csv")
    with pytest.raises(ValueError, match=r"row 'c', column `outcome`"):
        outreach.calibrate(frame, strict=True)
    with pytest.raises(ValueError, match=r"^probability\['z'\] = 7 is not a probability"):
        outreach.forecast(pandas.DataFrame({"probability": [0.5, 7]}, index=["y", "z"]))
    with pytest.raises(ValueError, match=r"^kind\['z'\] = 'tepid' is no kind \(cold or warm\)"):
        outreach.forecast(pandas.DataFrame({"kind": ["cold", "tepid"]}, index=["y", "z"]))


def test_notes_speak_of_arguments_and_of_the_index_of_a_frame(tmp_path: Path) -> None:
    frame = pandas.DataFrame({"outcome": ["meeting", "refused", "sunshine", "meeting"]}, index=["a", "b", "c", "d"])
    frame.to_csv(tmp_path / "log.csv")
    found = quietly(lambda: outreach.calibrate(frame))
    assert "row 'c', column `outcome`: `sunshine`" in found.notes()[0] and "ligne 'c', colonne" in found.notes(lang="fr")[0]
    again = pickle.loads(pickle.dumps(found))
    assert again.notes() == found.notes()
    for answer in (found, again, quietly(lambda: outreach.calibrate(tmp_path / "log.csv"))):
        notes = " ".join([*answer.notes(), *answer.notes(lang="fr")])
        assert "--" not in notes and "columns['connector']" in notes and "; meeting, no_meeting, not_reached and open say" in notes
    assert "line 4" in quietly(lambda: outreach.calibrate(tmp_path / "log.csv")).notes()[0]
    (tmp_path / "list.csv").write_text("kind\nweb\ncold\n")
    assert outreach.forecast(tmp_path / "list.csv").notes()[0].endswith("(cold and warm name the words that count)")


# Of twenty rows that are alike but for their day a file took nineteen for totals.
def test_contacts_with_one_probability_are_no_totals(tmp_path: Path) -> None:
    frame = pandas.DataFrame({"probability": [0.05] * 20, "last_call": pandas.date_range("2026-01-05", periods=20).astype(str)})
    frame.to_csv(tmp_path / "list.csv", index=False)
    frame.to_parquet(tmp_path / "list.parquet")
    expected = told(outreach.forecast(frame))
    assert expected[0][1] == 20 and expected == told(outreach.forecast(tmp_path / "list.csv"))
    for path in ("list.csv", "list.parquet"):
        pieces = lists.cut(str(tmp_path / path))
        assert expected == told(lists.join(pieces, map(lists.read, pieces)))


# A file leaves both out; of a frame they were contacts.
def test_totals_and_who_is_not_to_be_called_were_contacts_of_a_frame(tmp_path: Path) -> None:
    for number, columns in enumerate(
        (
            {"name": ["Ana", "Bob", "Cid", "Total"], "probability": [0.1, 0.2, 0.4, 0.7]},
            {"name": ["Ana", "Bob", "Cid", "Total"], "probability": [0.4, 0.5, 0.6, 1.5]},
            {"kind": ["cold", "cold", "warm"], "DNC": [0, 1, 0]},
            {"kind": ["cold", "cold", "warm"], "Do not call": [None, "yes", None]},
            {"kind": ["cold", "cold", "warm"], "Status": ["New", "Meeting set", "Customer"]},
        )
    ):
        frame = pandas.DataFrame(columns)
        path = tmp_path / f"list-{number}.csv"
        frame.to_csv(path, index=False)
        expected = outreach.forecast(path)
        assert expected.contacts == len(frame) - 1 and expected.notes(), columns
        for route, made in list(ROUTES.items())[:1] + list(ROUTES.items())[2:]:
            found = outreach.forecast(made(pa.Table.from_pandas(frame)))
            assert (told(found), found.notes()) == (told(expected), expected.notes()), (route, columns)
    with pytest.raises(ValueError, match=r"probability\[0\] = 20 is not"):
        outreach.forecast(pandas.DataFrame({"probability": [20, 35, 55], "name": ["Ana", "Bob", "Total"]}))


# A word that tells where a contact comes from is taken as cold: a file said so, a frame did not.
def test_channels_are_doubted_by_every_route(tmp_path: Path) -> None:
    frame = pandas.DataFrame({"probability": [None, None, None, None, 0.5], "kind": ["web", "cold", "trade show", "web", "web"]})
    frame.to_csv(tmp_path / "list.csv", index=False)
    frame.to_parquet(tmp_path / "list.parquet")
    notes = outreach.forecast(tmp_path / "list.csv").notes()
    assert len(notes) == 1 and "web (2), trade show (1)" in notes[0]
    for route, made in ROUTES.items():
        assert outreach.forecast(made(pa.Table.from_pandas(frame))).notes() == notes, route
    for path in ("list.csv", "list.parquet"):
        pieces = lists.cut(str(tmp_path / path))
        assert lists.join(pieces, map(lists.read, pieces)).notes() == notes
    assert outreach.forecast(frame, cold="cold", warm="web").notes() == []


def test_a_cell_cannot_multiply_the_memory() -> None:
    teams = ["north", "south", "west"] * 66_667
    teams[5] = "x" * 5_000
    frame = polars.DataFrame({"probability": np.full(len(teams), 0.1), "team": teams})
    tracemalloc.start()
    assert len(outreach.forecast(frame, group_by="team").groups) == 5
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50e6


def test_a_large_frame_with_groups_takes_no_longer_than_twice_its_file(tmp_path: Path) -> None:
    rows = 50_000
    numbers = np.random.default_rng(1).beta(1, 9, rows)
    frame = pandas.DataFrame({"probability": numbers, "team": np.array(["north", "south", "west"])[np.arange(rows) % 3]})
    frame.to_csv(tmp_path / "list.csv", index=False)
    taken = []
    for table in (tmp_path / "list.csv", frame):
        begun = time.process_time()
        outreach.forecast(table, group_by="team")
        taken.append(time.process_time() - begun)
    assert taken[1] < 2 * taken[0]


def test_columns_have_their_own_types(log: Path) -> None:
    bars = outreach.sensitivity(outreach.Campaign(), trials=2000)
    assert bars.to_pandas()["assumed"].dtype == "boolean" and bars.to_polars()["assumed"].dtype == polars.Boolean
    yields = outreach.simulate(outreach.Campaign(strategy="snowball"), trials=2000)
    assert [str(kind) for kind in yields.to_pandas().dtypes[["meetings", "trials", "share"]]] == ["Int64", "Int64", "float64"]
    model = outreach.model(outreach.Campaign())
    assert model.to_pandas()["follows"].isna().any() and model.to_polars()["follows"].null_count() > 0
    assert model.to_arrow().column("follows").null_count == model.to_polars()["follows"].null_count()
    frame = polars.DataFrame({"probability": [0.1, 0.2], "g": ["a", None]})
    assert outreach.forecast(frame, group_by="g").to_arrow().column("group").to_pylist() == [None, "", "a"]


SCHEMAS: dict[str, list[Callable[[Path], outreach.Answer]]] = {
    "plan": [lambda _, solve=solve, most=most: outreach.plan(outreach.Campaign(), meetings=5, solve=solve, max=most) for solve in ("attempts", "hours") for most in (3, 10_000)],
    "simulate": [lambda _, stop=stop: outreach.simulate(outreach.Campaign(strategy="snowball", hours=stop), trials=10) for stop in (None, 3)],
    "compare": [lambda _, trials=trials: outreach.compare(outreach.Campaign(hours=3), trials=trials) for trials in (1, 100)],
    "model": [lambda _, preset=preset: outreach.model(outreach.Campaign(preset=preset, rates={"cold.reach": 1})) for preset in ("documented", "published")],
    "sensitivity": [lambda _, preset=preset: outreach.sensitivity(outreach.Campaign(preset=preset), trials=100) for preset in ("documented", "published")],
    "calibrate": [lambda log: outreach.calibrate(log), lambda _: outreach.calibrate(pandas.DataFrame({"outcome": ["meeting"]}))],
    "backtest": [lambda log, batch=batch: outreach.backtest(log, batch=batch) for batch in (10, 50)],
    "forecast": [lambda _, teams=teams: outreach.forecast(pandas.DataFrame({"probability": [0.1, 0.2], "g": teams}), group_by="g") for teams in (["a", "b"], [None, None])] + [lambda _: outreach.forecast([0.1])],
    "trace": [lambda _, hours=hours: outreach.trace(outreach.Campaign(strategy="cold", hours=hours)) for hours in (0.01, 5)],
}


# A plan's `smallest` was int64 or double, the `confidence` of a model double where all of it was null.
@pytest.mark.parametrize("verb", SCHEMAS)
def test_columns_have_one_type_whatever_the_answer(verb: str, log: Path) -> None:
    answers = [made(log) for made in SCHEMAS[verb]]
    assert len({str(answer.to_arrow().schema) for answer in answers}) == 1
    assert len({str(answer.to_pandas().dtypes) for answer in answers}) == 1
    assert len({str(answer.to_polars().schema) for answer in answers}) == 1


@pytest.mark.parametrize("column", [pandas.Series(P), polars.Series(P), pa.chunked_array([P]), np.array(P), tuple(P)], ids=lambda column: type(column).__module__)
def test_a_column_alone_is_probabilities(column: Any) -> None:
    assert outreach.forecast(column) == outreach.forecast(P)

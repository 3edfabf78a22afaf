"""What is wrong is an exception of the right type that names the thing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import outreach
import pandas
import polars
import pytest
from outreach import _outreach



def _broken_parquet() -> str:
    path = Path(tempfile.gettempdir()) / "outreach-broken.parquet"
    path.write_bytes(b"PAR1 and no more")
    return str(path)


C: Any = outreach.Campaign
O: Any = outreach

WRONG: list[tuple[type[Exception], str, Callable[[], object]]] = [
    (ValueError, "cold.meeting = 1.2 is not a probability", lambda: C(rates={"cold.meeting": 1.2})),
    (ValueError, "did you mean `cold.meeting`", lambda: C(rates={"cold.meting": 0.2})),
    (ValueError, "none of {alpha, beta}", lambda: C(rates={"cold.meeting": {"alpha": 1}})),
    (ValueError, "strategy = cold and warm = 3 exclude each other", lambda: C(strategy="cold", warm=3)),
    (ValueError, "unknown strategy `tepid`", lambda: C(strategy="tepid")),
    (ValueError, "calls", lambda: C(calls=-1)),
    (ValueError, "1,000,000", lambda: C(calls=2_000_000)),
    (ValueError, "warm", lambda: C(calls=10, warm=11)),
    (TypeError, "calls = 1.5 is not a whole number", lambda: C(calls=1.5)),
    (TypeError, "calls = True", lambda: C(calls=True)),
    (TypeError, "cold.meeting = [1] is not a number", lambda: C(rates={"cold.meeting": [1]})),
    (TypeError, "rates = 3 is not a mapping", lambda: C(rates=3)),
    (TypeError, "no option 'cals'", lambda: C().replace(cals=3)),
    (ValueError, "scenario:1:1: unknown key `cals`", lambda: C.from_toml("cals = 40")),
    (FileNotFoundError, "none.toml", lambda: C.from_file("none.toml")),
    (TypeError, "3 is not a Campaign", lambda: O.simulate(3)),
    (ValueError, "trials = 0", lambda: O.simulate(C(), trials=0)),
    (ValueError, "trials = -5", lambda: O.simulate(C(), trials=-5)),
    (ValueError, "trials = 1180591620717411303424", lambda: O.simulate(C(), trials=2**70)),
    (TypeError, "trials = '10'", lambda: O.simulate(C(), trials="10")),
    (ValueError, "seed = 'some'", lambda: O.simulate(C(), seed="some")),
    (ValueError, "seed = -1", lambda: O.simulate(C(), seed=-1)),
    (ValueError, "threads = 0", lambda: O.simulate(C(), threads=0)),
    (ValueError, "precision = -1", lambda: O.simulate(C(), precision=-1)),
    (TypeError, "precision = 'x'", lambda: O.simulate(C(), precision="x")),
    (ValueError, "so_far['Cold']: 'cold' and 'warm' are accepted", lambda: O.simulate(C(), so_far={"Cold": (3, 1)})),
    (TypeError, "so_far['cold'] = 3", lambda: O.simulate(C(), so_far={"cold": 3})),
    (ValueError, "confidence = 2", lambda: O.plan(C(), meetings=5, confidence=2)),
    (ValueError, "unknown", lambda: O.plan(C(), meetings=5, solve="luck")),
    (ValueError, "calls_per_week = 9 is not accepted beside hours_per_week", lambda: O.plan(C(), meetings=5, calls_per_week=9, hours_per_week=2)),
    (ValueError, "calls_per_week = 0 is not a number of calls", lambda: O.plan(C(), meetings=5, calls_per_week=0)),
    (ValueError, "unknown key `connectors.counts`", lambda: C(connectors={"counts": 5})),
    (TypeError, "connectors = 5 is not a mapping", lambda: C(connectors=5)),
    (ValueError, "strategies are of one campaign", lambda: O.compare([C(), C()], ["cold"])),
    (ValueError, "unknown strategy", lambda: O.compare(C(), ["tepid"])),
    (ValueError, "campaigns = []: there is nothing to compare", lambda: O.compare([])),
    (ValueError, "campaigns = {}: there is nothing to compare", lambda: O.compare({})),
    (ValueError, "strategies = []: there is nothing to compare", lambda: O.compare(C(), [])),
    (ValueError, "its columns are: a;", lambda: O.calibrate(pandas.DataFrame({"a": ["yes"]}, index=["x"]))),
    (ValueError, "9/8 is not a share of the run", lambda: O.simulate_part(C(), "9/8")),
    (ValueError, "no part is given", lambda: O.merge([])),
    (ValueError, "shards 2/2", lambda: O.merge([O.simulate_part(C(), "1/2")])),
    (ValueError, "x: this is not a part", lambda: O.Part.from_bytes(b"abc", name="x")),
    (FileNotFoundError, "none", lambda: O.Part.read("none")),
    (ValueError, "probability[1] = NaN is not a probability", lambda: O.forecast([0.1, float("nan")])),
    (ValueError, "probability[0] = 1.5 is not a probability", lambda: O.forecast(np.array([1.5, 2.0]))),
    (TypeError, "probability is of object", lambda: O.forecast(np.array([0.1, None]))),
    (TypeError, "probability is of <U", lambda: O.forecast(np.array(["0.1"]))),
    (ValueError, "2 dimensions", lambda: O.forecast(np.zeros((2, 2)))),
    (ValueError, "no contact", lambda: O.forecast(np.zeros(0))),
    (ValueError, "group_by = team names a column", lambda: O.forecast([0.1, 0.2], group_by="team")),
    (ValueError, "kind_column = kind names a column", lambda: O.forecast(np.array([0.1]), kind_column="kind")),
    (ValueError, "no column `probability` or `kind`", lambda: O.forecast(pandas.DataFrame({"p": [0.1]}))),
    (ValueError, "probability_column = q is not a column", lambda: O.forecast(polars.DataFrame({"p": [0.1]}), probability_column="q")),
    (TypeError, "column p with type object", lambda: O.forecast(pandas.DataFrame({"p": [0.1, "x"]}, dtype=object), probability_column="p")),
    (ValueError, "kind[1] = 'tepid' is no kind", lambda: O.forecast(pandas.DataFrame({"kind": ["cold", "tepid"]}))),
    (TypeError, "int is neither a frame", lambda: O.calibrate(3)),
    (ValueError, "columns['outcome'] names it", lambda: O.calibrate(pandas.DataFrame({"a": ["x"]}))),
    (ValueError, "columns['date'] = when is not a column of the frame", lambda: O.calibrate(pandas.DataFrame({"outcome": ["meeting"]}), columns={"date": "when"})),
    (TypeError, "strict = 'yes' is not True or False", lambda: O.forecast(pandas.DataFrame({"probability": [0.1]}), strict="yes")),
    (TypeError, "newest_first = 1 is not True or False", lambda: O.calibrate("x", newest_first=1)),
    (TypeError, "sheet = 2 is not a text", lambda: O.calibrate("x", sheet=2)),
    (TypeError, "delimiter = 3 is not a text", lambda: O.forecast("x", delimiter=3)),
    (TypeError, "meeting = 3 are not several texts", lambda: O.calibrate("x", meeting=3)),
    (TypeError, "a key of rates = 1 is not a text", lambda: C(rates={1: 0.2})),
    (TypeError, "several campaigns are one list", lambda: O.compare(C(), C(calls=3))),
    (TypeError, "campaigns = 3 are not several campaigns", lambda: O.compare(3)),
    (TypeError, "are not several parts", lambda: O.merge(O.simulate_part(C(), "1/1", trials=10))),
    (ValueError, "so_far['cold'] = 3 is not a number of meetings", lambda: O.simulate(C(), so_far={"cold": (1, 3)})),
    (ValueError, "calls_per_week = 5 is not accepted where contacts", lambda: O.simulate(C(contacts=9, max_attempts=3), calls_per_week=5)),
    (ValueError, "all keys: outreach.model(outreach.Campaign()).text(verbose=True)", lambda: C(rates={"cold": 0.2})),
    (ValueError, "probability['b'] = 3 is not a probability", lambda: O.forecast(pandas.Series([0.1, 3], index=["a", "b"]))),
    (TypeError, "calibrate has no option 'column'", lambda: O.calibrate("x", column={})),
    (TypeError, "LazyFrame is neither an array", lambda: O.forecast(polars.LazyFrame({"probability": [0.1]}))),
    (TypeError, "dict is neither an array", lambda: O.forecast({"probability": [0.1]})),
    (TypeError, "LazyFrame is neither a frame", lambda: O.calibrate(polars.LazyFrame({"outcome": ["meeting"]}))),
    (TypeError, "a column is of large_list", lambda: O.forecast(polars.DataFrame({"probability": [0.1], "x": [[1]]}), group_by="x")),
    (FileNotFoundError, "none.parquet", lambda: O.forecast("none.parquet")),
    (ValueError, "is no file of Parquet", lambda: O.calibrate(_broken_parquet())),
    (ValueError, "columns['day']", lambda: O.calibrate("x", columns={"day": "a"})),
    (FileNotFoundError, "none.csv", lambda: O.calibrate("none.csv")),
    (IsADirectoryError, "", lambda: O.calibrate(".")),
    (ValueError, "unknown kind `tepid`", lambda: O.backtest("x", kind="tepid")),
    (ValueError, "needs prior_weight", lambda: O.calibrate("x", prior="documented")),
    (ValueError, "delimiter", lambda: O.calibrate("x", delimiter="ab")),
    (ValueError, ".svg or .png", lambda: O.simulate(C(), trials=10).picture("x.gif")),
    (FileNotFoundError, "none/x.svg", lambda: O.simulate(C(), trials=10).picture("none/x.svg")),
    (ValueError, "nothing to be drawn", lambda: O.model(C()).picture("x.svg")),
    (ValueError, "unknown language", lambda: O.model(C()).text(lang="de")),
    (TypeError, "made by the functions", lambda: O.Yield()),
]


FRAMES: dict[str, Callable[..., Any]] = {
    "calibrate": lambda **options: O.calibrate(pandas.DataFrame({"outcome": ["meeting"]}), **options),
    "backtest": lambda **options: O.backtest(polars.DataFrame({"outcome": ["meeting"]}), **options),
    "forecast": lambda **options: O.forecast(pandas.DataFrame({"probability": [0.1]}), **options),
    "array": lambda **options: O.forecast([0.1], **options),
}


# A frame was read with other columns or without its first rows, or the option was ignored.
@pytest.mark.parametrize("option, value", [("delimiter", ";"), ("skip_lines", 3), ("sheet", "x")])
@pytest.mark.parametrize("asked", FRAMES.values(), ids=FRAMES)
def test_options_of_files_are_refused_for_frames(asked: Callable[..., Any], option: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"^{option} = {value!r} is of texts and workbooks"):
        asked(**{option: value})


def test_options_of_texts_are_refused_for_parquet_alone(tmp_path: Path) -> None:
    from outreach import dask, lists

    frame = polars.DataFrame({"probability": [0.1]})
    frame.write_parquet(tmp_path / "a.parquet")
    frame.write_csv(tmp_path / "b.csv", separator=";")
    columns = lists.Columns(delimiter=";")
    for asked in (lambda path: outreach.forecast(path, delimiter=";"), lambda path: lists.cut(path, columns)):
        with pytest.raises(ValueError, match="delimiter = ';' is of texts"):
            asked(str(tmp_path / "a.parquet"))
    assert len(lists.cut(str(tmp_path / "*"), columns)) == 2
    with pytest.raises(ValueError, match="delimiter = ';' is of texts"):
        dask._pieces(type("Frame", (), {"to_delayed": list})(), columns)


@pytest.mark.parametrize("kind, message, wrong", WRONG, ids=[f"{k.__name__} {m}" for k, m, _ in WRONG])
def test_wrong(kind: type[Exception], message: str, wrong: Callable[[], object]) -> None:
    with pytest.raises(kind) as caught:
        wrong()
    assert message in str(caught.value)


def test_answers_do_not_change() -> None:
    answer: Any = outreach.simulate(outreach.Campaign(), trials=10)
    for thing in (answer, outreach.Campaign(), outreach.simulate_part(outreach.Campaign(), "1/1", trials=10)):
        with pytest.raises(AttributeError):
            thing.anything = 3
    with pytest.raises(ValueError, match="read-only"):
        answer.simulated.counts[0] = 3
    answer.to_dict()["meetings"]["mean"] = 3
    assert answer.mean != 3


def test_a_panic_is_a_runtime_error_that_asks_to_report_it(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="has a bug: this is a test; please report it"):
        _outreach.panics()


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    part = outreach.simulate_part(outreach.Campaign(), "1/1", trials=10)
    (tmp_path / "full").symlink_to("/dev/full")
    target = tmp_path / "part"
    part.write(target)
    assert outreach.Part.read(target) == part and [file.name for file in tmp_path.iterdir()].count("part") == 1
    damaged = target.read_bytes().replace(b'"seed":42', b'"seed":43')
    with pytest.raises(ValueError, match="damaged"):
        outreach.Part.from_bytes(damaged)


@pytest.mark.parametrize(
    "module, extra, call",
    [
        ("pandas", "pandas", "o.simulate(o.Campaign(), trials=9).to_pandas()"),
        ("polars", "polars", "o.simulate(o.Campaign(), trials=9).to_polars()"),
        ("pyarrow", "frames", "o.simulate(o.Campaign(), trials=9).to_arrow()"),
        ("pyarrow", "frames", "o.forecast('list.parquet')"),
        ("pyarrow", "frames", "o.lists.cut(__import__('sys').argv[1])"),
        ("matplotlib", "plot", "o.simulate(o.Campaign(), trials=9).plot()"),
        ("distributed", "dask", "o.dask"),
    ],
)
def test_what_is_not_installed_is_named_with_its_extra(module: str, extra: str, call: str, tmp_path: Path) -> None:
    (tmp_path / "list.parquet").write_bytes(b"PAR1")
    program = f"import sys; sys.modules['{module}'] = None; import outreach as o; {call}"
    words = [sys.executable, "-c", program, str(tmp_path / "list.parquet")]
    done = subprocess.run(words, capture_output=True, check=False, text=True)
    told = f"ModuleNotFoundError: {module} is not installed: pip install 'outreach[{extra}]'"
    assert done.stderr.strip().splitlines()[-1] == told


def test_modules_of_the_package_are_attributes_and_imported_when_asked() -> None:
    program = "import outreach as o, sys; print({'asyncio', 'distributed'} & set(sys.modules)); o.aio.plan, o.dask.forecast, o.lists.cut; o.lost"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)
    assert done.stdout == "set()\n" and done.stderr.endswith("AttributeError: module 'outreach' has no attribute 'lost'\n")


def test_frames_are_imported_only_when_asked() -> None:
    program = "import outreach, sys; outreach.simulate(outreach.Campaign(), trials=10); print({'pandas', 'polars'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda: outreach.simulate(C(pool={"names": 3}), trials=100), "pool.names"),
        (lambda: outreach.simulate(C(strategy="cold", pool={"names": 2}), trials=100), "pool.names"),
        (lambda: outreach.simulate(C.from_toml("[pool]\nnames = 2").replace(strategy="cold"), trials=100), "pool.names"),
        (lambda: outreach.forecast([0.2], campaign=C(strategy="cold", pool={"names": 2})), "pool.names"),
        (lambda: outreach.forecast([0.2], campaign=C(strategy="cold", rates={"cold.meeting": 0.2})), "strategy"),
        (lambda: outreach.sensitivity(C(pool={"initial": 7})), "pool.initial"),
        (lambda: outreach.forecast([0.2, 0.5], campaign=C(rates={"cold.meeting": 0.2})), "cold.meeting"),
    ],
)
def test_settings_that_change_nothing_passed_silently(asked: Callable[[], object], said: str) -> None:
    with pytest.warns(UserWarning, match="no effect") as warned:
        asked()
    assert any(said in str(warning.message) for warning in warned)
    assert all(warning.filename == __file__ for warning in warned), [warning.filename for warning in warned]


def test_settings_that_act_are_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        outreach.simulate(C(strategy="snowball", pool={"names": 3}), trials=100)
        outreach.compare(C(warm=0.2, rates={"warm.meeting": 0.8}), ["cold", "warm"], trials=100)
        # What `calibrate` writes is for all verbs.
        outreach.simulate(C.from_toml("strategy = 'cold'\n[pool]\nnames = 2"), trials=100)
        outreach.plan(C(strategy="cold", rates={"warm.meeting": 0.8}), meetings=3)
        outreach.forecast(pandas.DataFrame({"kind": ["cold"]}), campaign=C(rates={"cold.meeting": 0.2}))

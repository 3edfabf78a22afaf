"""What the schema of a question lets through the command takes, and the other way round; answers and errors fit theirs."""

import json
import re
import subprocess

import pytest
from conftest import COMMAND, ROOT
from jsonschema import Draft202012Validator

SCHEMAS = ROOT / "docs/schema"
LOG = {"text": "date,kind,outcome\n" + "2026-01-05,cold,no answer\n2026-01-06,cold,meeting\n" * 20}
LIST = {"text": "probability\n0.2\n0.3\n"}

# A verb, its fields, and for some of them values that are accepted and values that are not.
BOUNDS = [
    ("simulate", {"trials": 10}, "trials", [1, 100], [0, 1_000_000_000_001, 1.5, "many"]),
    ("simulate", {"trials": 10}, "precision", [0.5, 1], [0, -0.1]),
    ("simulate", {"trials": 10}, "calls_per_week", [1, 1_000_000], [0, 1_000_001]),
    ("simulate", {"trials": 10}, "hours_per_week", [0.1, 168], [0, 169]),
    ("simulate", {"trials": 10}, "so_far", [["cold=2:1"]], [["clod=2:1"], ["2:1"]]),
    ("compare", {"trials": 10, "strategies": ["cold"]}, "max_attempts", [[1], [1, 3]], [[0], [1001]]),
    ("compare", {"trials": 10}, "hours", [0, 5.5], [-1, 1e9]),
    ("plan", {"meetings": 1}, "confidence", [0.5, 1], [1.1, -0.1]),
    ("plan", {"meetings": 1}, "max", [1, 100], [0]),
    ("plan", {"meetings": 1}, "solve", ["hours"], ["hour", "Hours"]),
    ("backtest", {"log": LOG, "warmup": 2}, "batch", [1, 5], [0, 100_001]),
    ("backtest", {"log": LOG, "batch": 2}, "warmup", [1, 5], [0]),
    ("calibrate", {"log": LOG, "prior": "documented"}, "prior_weight", [0.5, 10], [0, -1]),
    ("calibrate", {"log": LOG}, "preset", ["published"], ["Published"]),
    ("calibrate", {}, "log", [LOG], [{}, {**LOG, "file": "log.csv"}, {**LOG, "strict": True, "allow_rejected": True}]),
    ("calibrate", {}, "log", [{**LOG, "delimiter": d} for d in (",",)], [{**LOG, "delimiter": d} for d in ("", ";;", "a", "é")]),
    ("calibrate", {}, "log", [{**LOG, "columns": {"kind": "kind"}}], [{**LOG, "columns": {"sort": "kind"}}]),
    ("forecast", {}, "list", [LIST], [{}, {**LIST, "file": "list.csv"}]),
    ("forecast", {"list": LIST}, "hours", [0, 1], [-1, 1e9]),
]
SETTINGS = [
    ("calls", [1, 1_000_000, 5.0, "1,000"], [0, 5.5, 1_000_001, None]),
    ("contacts", [1, 20], [0]),
    ("preset", ["published"], ["Published", 1]),
    ("strategy", ["cold"], ["Cold", 1]),
    ("reading", ["overall"], ["Overall"]),
    ("warm", [{"count": 12}, {"share": 0.8}, {"share": 1}, {"count": 1.0}, "80%"], [1, 1.0, 0, 0.8, 12, -1, {"share": 1.1}, {"count": 1, "share": 1}]),
    ("hours", [0.5, "6h"], [-1]),
    ("meetings", [1, 5, 5.0], [-1, 5.5]),
    ("cold.meeting", [0, 1, "5%", "beta(2, 3)"], [1.1, -0.1]),
    ("connectors.count", [1, 5], [0, 5.5]),
]


def schema(name):
    return Draft202012Validator(json.loads((SCHEMAS / f"{name}.json").read_text()))


def ask(questions):
    """The answers to questions, in order."""
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    answered = subprocess.run([COMMAND, "ask", "-"], input=lines, capture_output=True, text=True)
    return [json.loads(line) for line in answered.stdout.splitlines()]


def cases():
    for verb, fields, name, good, wrong in BOUNDS:
        yield from (({"verb": verb, **fields, name: value}, value in good) for value in [*good, *wrong])
    for key, good, wrong in SETTINGS:
        for value in [*good, *wrong]:
            yield {"verb": "simulate", "trials": 10, "settings": {key: value}}, value in good


def test_the_schemas_of_questions_are_as_strict_as_the_questions():
    questions = list(cases())
    for (question, is_good), answer in zip(questions, ask(question for question, _ in questions), strict=True):
        verb = question["verb"]
        assert ("error" not in answer) == is_good, (question, answer)
        told = [error.message for error in schema(f"question/{verb}").iter_errors(question)]
        assert (told == []) == is_good, (question, told)
        assert schema(verb if is_good else "error").is_valid(answer), question


@pytest.mark.parametrize("path", sorted(SCHEMAS.rglob("*.json")), ids=lambda path: path.stem)
def test_a_schema_is_one_and_bears_its_version(path):
    read = json.loads(path.read_text())
    Draft202012Validator.check_schema(read)
    of = f"outreach/{path.stem}/question/" if path.parent.name == "question" else f"outreach/{path.stem}/"
    assert re.fullmatch(re.escape(of) + r"\d+", read["$id"])
    if "schema" in read["properties"]:
        assert read["properties"]["schema"]["const"] == read["$id"]
